"""Whether a bill adds up: its articles, its parts, its total and its tax.

An accusation needs certainty. Whatever may count or not (tax perhaps in the prices already, savings
perhaps taken off before) is tried both ways, and only what no reading explains is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from cxprobe.reading import money_words as words
from cxprobe.reading.money_bill import Bill, BillLine, Mismatch, written
from cxprobe.reading.money_tax import wrong_tax
from cxprobe.reading.prices import minor_unit

_MOST_READINGS = 512
"""Ways to read a bill beyond which nobody could say that it is wrong. Ours."""
_MOST_LINES = 60
"""Lines beyond which a bill is no longer surely one bill. Ours."""
_CASH = {
    "CHF": Decimal("0.05"),
    "SEK": Decimal("0.5"),
    "NOK": Decimal("0.5"),
    "DKK": Decimal("0.5"),
    "HUF": Decimal(5),
}
"""What totals are rounded to where the smallest coins are gone."""
_NAMES = {
    "discount": "the discount", "delivery": "delivery", "tax": "the tax", "fee": "a fee",
    "credit": "the credit",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to add a bill up: what it comes to, and the lines that counted."""

    made: Decimal
    lines: tuple[BillLine, ...]


def mismatches(bill: Bill) -> tuple[Mismatch, ...]:
    """What does not add up on one page; nothing where its parts are not surely all there."""
    if len(bill.lines) > _MOST_LINES:
        return ()
    found = (*_wrong_articles(bill), *_wrong_subtotal(bill), *_wrong_total(bill), *wrong_tax(bill))
    return tuple(found)


def tolerance(bill: Bill, lines: int) -> Decimal:
    """How far sums may be off by rounding: one minor unit a line."""
    unit = minor_unit(bill.currency)
    return unit * max(1, lines) + _CASH.get(bill.currency, Decimal()) * (unit < 1)


# -- the total ---------------------------------------------------------------------------------


def _wrong_total(bill: Bill) -> Iterator[Mismatch]:
    total = bill.total
    if not bill.complete or total is None:
        return
    readings = list(_readings(bill, total))
    if not readings or any(_close(bill, each, total) for each in readings):
        return
    told = min(readings, key=lambda each: _plausible(each, total))
    if len(told.lines) < 2:
        return
    cause = _cause(told, total)
    quotes = ", ".join(f'"{line.quote}"' for line in told.lines)
    made = written(told.made, bill.currency)
    ending = f" It looks as if {cause}." if cause else ""
    yield Mismatch(
        "total", total.quote, f"{'; '.join(line.quote for line in told.lines)} ({made})",
        f'The page says "{total.quote}", but its own lines make {made}: {quotes}.{ending}', cause=cause,
    )  # fmt: skip


def _close(bill: Bill, reading: _Reading, total: BillLine) -> bool:
    return abs(total.amount - reading.made) <= tolerance(bill, len(reading.lines))


def _readings(bill: Bill, total: BillLine) -> Iterator[_Reading]:
    """Every way the lines may add up to the total, from every sum on the way to it."""
    lines = [line for line in bill.lines if line is not total]
    end = bill.lines.index(total)
    bases = [i for i, line in enumerate(lines) if line.kind == "subtotal" and i < end]
    for base in bases:
        yield from _from_base(lines[base], _choices(bill, lines, base, end))
    if not bases:
        yield from _from_articles(bill, lines, end)


def _from_base(base: BillLine, choices: Sequence[tuple[BillLine, tuple[Decimal, ...]]]) -> Iterator[_Reading]:
    count = 1
    for _, amounts in choices:
        count *= len(amounts)
    if count > _MOST_READINGS:
        yield _Reading(base.amount, (base,))
        return
    for amounts in product(*(amounts for _, amounts in choices)):
        counted = [
            line for (line, _), amount in zip(choices, amounts, strict=True) if amount or not line.amount
        ]
        yield _Reading(base.amount + sum(amounts, Decimal()), (base, *counted))


def _from_articles(bill: Bill, lines: Sequence[BillLine], end: int) -> Iterator[_Reading]:
    """Without a subtotal, the articles are added up, where each is sure and something else is named."""
    items = bill.all("item")
    others = [line for line in lines if line.kind != "item"]
    if not items or not others or not all(line.sure and line.quantity for line in items):
        return
    choices = _choices(bill, lines, -1, end)
    first = sum((line.amount for line in items[1:]), items[0].amount)
    for reading in _from_base(items[0], [each for each in choices if each[0].kind != "item"]):
        yield _Reading(reading.made - items[0].amount + first, (*items, *reading.lines[1:]))


def _choices(
    bill: Bill, lines: Sequence[BillLine], base: int, end: int
) -> list[tuple[BillLine, tuple[Decimal, ...]]]:
    """For each line beside the sum: the amounts it may count with."""
    off = _taken_off_before(bill)
    found: list[tuple[BillLine, tuple[Decimal, ...]]] = []
    for place, line in enumerate(lines):
        if line.kind in ("item", "subtotal", "total"):
            continue
        if place >= end:
            continue
        may = place < base or not line.sure or (off and line.kind == "discount")
        found.append((line, _amounts(line, may=may)))
    return found


def _amounts(line: BillLine, *, may: bool) -> tuple[Decimal, ...]:
    if line.kind == "tax":
        if line.included is True:
            return (Decimal(),)
        may = may or line.included is None
    if line.kind == "fee" and not line.sure:
        return (Decimal(), line.amount, -line.amount)
    return (Decimal(), line.amount) if may else (line.amount,)


def _taken_off_before(bill: Bill) -> bool:
    """Whether the subtotal may have the discount taken off: the articles come to something else."""
    base, items = bill.get("subtotal"), bill.all("item")
    return bool(base and items) and all(bill.sum("item") != each.amount for each in bill.all("subtotal"))


def _plausible(reading: _Reading, total: BillLine) -> tuple[bool, bool, Decimal]:
    cause = _cause(reading, total)
    return "discount" not in cause, not cause, abs(total.amount - reading.made)


def _cause(reading: _Reading, total: BillLine) -> str:
    """What it looks like: a part that was counted twice, or not at all."""
    off = total.amount - reading.made
    for line in reading.lines[1:]:
        if line.amount and off in (line.amount, -line.amount) and line.kind in _NAMES:
            return f"{_NAMES[line.kind]} was {'counted twice' if off == line.amount else 'not counted'}"
    return ""


# -- the articles ------------------------------------------------------------------------------


def _wrong_articles(bill: Bill) -> Iterator[Mismatch]:
    """An article dearer than so many of it; cheaper ones may have an offer of their own."""
    for line in bill.all("item") if not bill.net else ():
        if not (line.sure and line.unit and line.quantity):
            continue
        made = line.unit * line.quantity
        if line.amount - made > minor_unit(line.currency) * line.quantity:
            price = written(line.unit, line.currency)
            yield Mismatch(
                "item", line.quote, f"{line.quantity} × {price} = {written(made, line.currency)}",
                f'The page says "{line.quote}", but {line.quantity} × {price} make '
                f"{written(made, line.currency)}.",
            )  # fmt: skip


def _wrong_subtotal(bill: Bill) -> Iterator[Mismatch]:
    """Articles that do not come to the subtotal, where each is sure and the numbers of them agree."""
    items, sums = bill.all("item"), bill.all("subtotal")
    said = sums[0] if sums else None
    if said is None or bill.net or not items or not all(each.sure and each.quantity for each in items):
        return
    if len({line.currency for line in (*items, *sums)}) > 1 or not _all_there(said, items):
        return
    made = bill.sum("item")
    fair = tolerance(bill, len(items))
    if any(abs(made + extra - each.amount) <= fair for extra in _extras(bill, made) for each in sums):
        return
    quotes = ", ".join(f'"{line.quote}"' for line in items)
    yield Mismatch(
        "items", said.quote, f"{'; '.join(line.quote for line in items)} ({written(made, bill.currency)})",
        f'The page says "{said.quote}", but its own articles make {written(made, bill.currency)}: {quotes}.',
    )  # fmt: skip


def _all_there(said: BillLine, items: Sequence[BillLine]) -> bool:
    """Whether as many articles are shown as the subtotal speaks of, where it says how many."""
    count = words.count_of(said.label)
    pieces = sum((line.quantity or Decimal(1) for line in items), Decimal())
    return count is None or count in (len(items), pieces)


def _extras(bill: Bill, made: Decimal) -> Iterator[Decimal]:
    """What a subtotal may hold beside the articles: any of the other parts, and tax."""
    others = [line for line in bill.lines if line.kind not in ("item", "subtotal", "total")][:8]
    for picked in product((False, True), repeat=len(others)):
        yield sum((line.amount for line, take in zip(others, picked, strict=True) if take), Decimal())
    for line in others:
        if line.rate and line.kind == "tax":
            yield made * line.rate / 100
            yield -made * line.rate / (100 + line.rate)
