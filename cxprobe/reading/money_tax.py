"""Whether the tax on a bill is the quoted percentage of what it is a tax on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from cxprobe.reading import money_words as words
from cxprobe.reading.money_bill import Bill, BillLine, Mismatch, written
from cxprobe.reading.prices import minor_unit

_ROUNDED_RATES = ("USD", "CAD")
"""Where the percentage shown is often rounded: local taxes such as 8.875 %."""


def wrong_tax(bill: Bill) -> Iterator[Mismatch]:
    """A tax that no fair base explains: reckoned before the discount, or more than on everything.

    Less than on everything may be right: food, books and what is sent abroad are taxed otherwise.
    """
    taxes = [line for line in bill.lines if line.kind == "tax" and line.amount]
    if len(taxes) != 1 or taxes[0].rate in (None, 0) or not bill.complete:
        return
    (tax,) = taxes
    bases = list(_bases(bill, tax, discounted=True))
    if not bases or any(_fits(bill, tax, base) for base in bases):
        return
    before = list(_bases(bill, tax, discounted=False))
    off = [line for line in bill.all("discount") if line.amount]
    if off and not any(words.is_gift(line.label) for line in off):
        yield from _on_the_full_price(bill, tax, before)
    yield from _beyond(bill, tax, [*before, *bases])


def _on_the_full_price(bill: Bill, tax: BillLine, before: list[Decimal]) -> Iterator[Mismatch]:
    base = next((base for base in before if _fits(bill, tax, base)), None)
    if base is None:
        return
    off = -bill.sum("discount")
    pairs = zip(_expected(tax, base), _expected(tax, base - off), strict=True)
    right = min(pairs, key=lambda pair: abs(pair[0] - tax.amount))[1]
    discount = next(line for line in bill.all("discount") if line.amount)
    told = written(right.quantize(minor_unit(bill.currency)), bill.currency)
    yield Mismatch(
        "tax", tax.quote, discount.quote,
        f'The page says "{tax.quote}", which is the tax on the price before "{discount.quote}": on what is '
        f"to be paid, {written(off, bill.currency)} less, it would be {told}.",
        cause="the tax is on the price before the discount",
    )  # fmt: skip


def _beyond(bill: Bill, tax: BillLine, bases: list[Decimal]) -> Iterator[Mismatch]:
    if any(not line.sure and line.kind not in ("tax", "saving") for line in bill.lines) or bill.net:
        return
    most = max(bases)
    limit = max(_expected(tax, most))
    if tax.amount <= limit + _fair(bill, tax, most):
        return
    told, share = written(limit.quantize(minor_unit(bill.currency)), bill.currency), f"{tax.rate} %"
    yield Mismatch(
        "tax", tax.quote, f"{share} of {written(most, bill.currency)}: {told}",
        f'The page says "{tax.quote}", but {share} of {written(most, bill.currency)}, all there is to be '
        f"taxed, make no more than {told}.",
    )  # fmt: skip


def _bases(bill: Bill, tax: BillLine, *, discounted: bool) -> Iterator[Decimal]:
    """What the tax may be on: the goods, with or without delivery and fees; or all that is paid."""
    goods, off = _goods(bill), bill.sum("discount")
    extras = [bill.sum(kind) for kind in ("delivery", "fee") if bill.sum(kind)]
    for picked in product((0, 1), repeat=len(extras)):
        extra = sum((amount * take for amount, take in zip(extras, picked, strict=True)), Decimal())
        for base in goods:
            yield base + extra + (off if discounted else 0)
        if discounted and bill.total:
            yield from _of_total(bill, bill.total.amount - extra, tax)


def _goods(bill: Bill) -> list[Decimal]:
    """Before any discount: the first subtotal, else the articles."""
    sums, items = bill.all("subtotal"), bill.all("item")
    if sums:
        first = next((i for i, line in enumerate(bill.lines) if line.kind == "discount"), len(bill.lines))
        early = [line.amount for line in bill.lines[:first] if line.kind == "subtotal"]
        return early or [line.amount - bill.sum("discount") for line in sums]
    return [bill.sum("item")] if items and all(line.sure for line in items) else []


def _of_total(bill: Bill, paid: Decimal, tax: BillLine) -> Iterator[Decimal]:
    """The total, with what a gift card paid of it; where tax may be added, without the tax."""
    whole = paid - bill.sum("credit")
    yield whole
    if tax.included is not True:
        yield whole - tax.amount


def _fits(bill: Bill, tax: BillLine, base: Decimal) -> bool:
    return any(abs(tax.amount - each) <= _fair(bill, tax, base) for each in _expected(tax, base))


def _expected(tax: BillLine, base: Decimal) -> tuple[Decimal, ...]:
    """The tax on a base: as a part of it, added to it, or both where the words do not say."""
    rate = tax.rate or Decimal()
    within, added = base * rate / (100 + rate), base * rate / 100
    if tax.included is None:
        return within, added
    return (within,) if tax.included else (added,)


def _fair(bill: Bill, tax: BillLine, base: Decimal) -> Decimal:
    """Rounding: a minor unit for each article, two at least, and of the percentage where it is rounded."""
    unit = minor_unit(bill.currency) * max(2, len(bill.all("item")))
    if bill.currency not in _ROUNDED_RATES or tax.rate is None:
        return unit
    places = -int(tax.rate.as_tuple().exponent)
    return unit + base * Decimal(5).scaleb(-places - 1) / 100
