"""What is to be paid, read from a page: goods, delivery, discount, tax, fees, and the total.

Read by the words beside the amounts, in eight languages, wherever they stand. What does not agree
within a bill is told by `mismatches`, between two pages by `compare`, after a promo code by
`promo_outcome`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, cast

from cxprobe.reading import money_words as words
from cxprobe.reading.money_bill import Bill, BillLine, LineKind, Mismatch
from cxprobe.reading.money_changes import compare
from cxprobe.reading.money_items import items_of
from cxprobe.reading.money_promo import PromoOutcome, promo_outcome
from cxprobe.reading.money_rows import Row, Sheet, read_rows
from cxprobe.reading.money_sums import mismatches
from cxprobe.reading.pages import is_paying
from cxprobe.reading.prices import prices
from cxprobe.reading.snapshot import Snapshot

__all__ = [
    "Bill", "BillLine", "Mismatch", "PromoOutcome", "compare", "mismatches", "promo_outcome", "read_bill",
]  # fmt: skip

_APART = 14
"""Lines without an amount after which two amounts belong to different parts of a page. Ours."""
_ODD_ONES = 3
"""Amounts of unknown meaning between subtotal and total up to which they are still one bill. Ours."""
_AFTER = 3
"""Amounts after the total that may still explain it ("including VAT"). Ours."""
_MOST_LINES = 60
"""Lines beyond which a bill is no longer surely one bill. Ours."""
_PARTS = ("subtotal", "delivery", "discount", "credit", "tax", "fee", "saving")


def read_bill(source: Snapshot | str) -> Bill:
    """The bill a page shows; without a total or a subtotal, the price of its one product, if it has one.

    A page may name several totals: the one that is to be paid counts, others become subtotals or are
    left out. Amounts that are no part of it (old prices, "free from £50", instalments, prices per
    100 g, choices not taken) are left out too.
    """
    text = source if isinstance(source, str) else "\n".join(each.text for each in source.documents)
    choices = () if isinstance(source, str) else tuple(_choices(source))
    sheet = read_rows(text, choices)
    rows = _ranked(sheet.rows)
    total = _chosen(rows)
    if total is None and not any(row.kind == "subtotal" for row in rows):
        return replace(_product(source, rows), net=words.speaks_of_net(text))
    return _bill(sheet, rows, total, net=words.speaks_of_net(text))


def _choices(snapshot: Snapshot) -> Iterator[str]:
    """Words of boxes, tiles, list entries and buttons: what could be chosen or done is no cost yet."""
    for control in snapshot.controls:
        if control.role in ("radio", "checkbox", "option") or control.type in ("radio", "checkbox"):
            yield from (control.label, control.name)
        elif control.tag == "button" and not words.kind_of(control.name) and not prices(control.name):
            yield control.name
        yield from control.options


def _ranked(rows: Sequence[Row]) -> list[Row]:
    """The rows, a basket's total a subtotal where another total is told.

    What a button takes is the total where none is told, and else no line of the bill.
    """
    totals = [row for row in rows if row.kind == "total"]
    if totals:
        rows = [row for row in rows if row.kind or not _is_on_a_button(row)]
    if any(words.weight_of_total(row.label) for row in totals):
        rows = [
            replace(row, kind="subtotal")
            if row.kind == "total" and not words.weight_of_total(row.label)
            else row
            for row in rows
        ]
    if not totals:
        rows = [replace(row, kind="total") if not row.kind and _is_on_a_button(row) else row for row in rows]
    return list(rows)


def _is_on_a_button(row: Row) -> bool:
    """Whether an amount stands amid the words of a button that pays: "Pay £39.00", "39,00 € bezahlen"."""
    return is_paying(row.label) or (row.alone and len(row.after) < 30 and is_paying(row.after))


def _chosen(rows: Sequence[Row]) -> int | None:
    """The place of the total that is to be paid."""
    places = [i for i, row in enumerate(rows) if row.kind == "total"]
    return max(places, key=lambda i: (words.weight_of_total(rows[i].label), _parts(rows, i), i), default=None)


def _parts(rows: Sequence[Row], total: int) -> int:
    found: set[str] = set()
    for row in reversed(rows[max(0, total - 10) : total]):
        if row.kind == "total":
            break
        found.add(row.kind)
    return len(found & set(_PARTS))


def _bill(sheet: Sheet, rows: Sequence[Row], total: int | None, *, net: bool) -> Bill:
    end = total if total is not None else _last_subtotal(rows)
    start = _summary(rows, end)
    before = rows[_since(rows, start) : start]
    items = items_of(row for row in before if not row.kind)
    summary = [_line(row) for row in rows[start : end + 1]]
    summary = _settled(summary, total is not None)
    after = list(_explaining(rows[end + 1 : end + 1 + _AFTER], rows[end])) if total is not None else []
    currency = next((row.currency for row in reversed(rows[start : end + 1]) if row.currency), "")
    lines = tuple(
        line if line.currency else replace(line, currency=currency) for line in (*items, *summary, *after)
    )
    span = range(rows[start].line - 3, rows[end].line + 4)
    later = tuple(dict.fromkeys(kind for place, kind in sheet.later if place in span or total is None))
    later = tuple(kind for kind in later if not any(line.kind == kind for line in lines))
    whole = total is not None and _is_whole(lines, rows[start : end + 1]) and not later
    return Bill(lines, later, whole, net)


def _last_subtotal(rows: Sequence[Row]) -> int:
    return max(i for i, row in enumerate(rows) if row.kind == "subtotal")


def _summary(rows: Sequence[Row], end: int) -> int:
    """Where the summing-up begins that ends here: at the subtotal, or the first part that has a name."""
    base = _base(rows, end)
    start = end if base is None else base
    while start > 0 and _joined(rows[start - 1], rows[start]):
        start -= 1
    return start


def _base(rows: Sequence[Row], end: int) -> int | None:
    odd = 0
    for place in range(end - 1, -1, -1):
        if rows[place + 1].line - rows[place].line > _APART or odd > _ODD_ONES:
            return None
        if rows[place].kind == "subtotal":
            return place
        odd += not rows[place].kind
    return None


def _joined(row: Row, following: Row) -> bool:
    return bool(row.kind) and following.line - row.line <= _APART // 2


def _since(rows: Sequence[Row], start: int) -> int:
    """Where goods may begin: after another bill on the page, as a basket in its head."""
    return max((i + 1 for i in range(start) if rows[i].kind in ("total", "subtotal")), default=0)


def _line(row: Row) -> BillLine:
    kind, amount = row.kind or "fee", row.amounts[-1]
    if amount < 0 and kind in ("fee", "delivery"):
        kind = "discount"
    if kind in ("discount", "credit", "saving"):
        amount = -abs(amount)
    included = words.is_tax_included(f"{row.label} {row.after[:20]}") if kind == "tax" else None
    return BillLine(
        kind=cast(LineKind, kind), amount=amount, currency=row.currency, quote=row.quote, label=row.label,
        rate=words.rate_of(f"{row.label} {row.after[:20]}"), included=included, sure=_is_sure(kind, row),
    )  # fmt: skip


def _is_sure(kind: str, row: Row) -> bool:
    if kind == "saving" or (not row.kind and kind != "discount"):
        return False
    return not (kind in ("discount", "credit") and words.says_already(row.label))


def _settled(summary: list[BillLine], has_total: bool) -> list[BillLine]:
    """The summary with one total; earlier ones are steps towards it. Of several deliveries none is sure."""
    last = max((i for i, line in enumerate(summary) if line.kind == "subtotal"), default=-1)
    end = len(summary) - has_total
    several = sum(line.kind == "delivery" and line.amount != 0 for line in summary[last + 1 :]) > 1
    steps = [
        replace(line, kind="subtotal") if line.kind == "total" and i < end else line
        for i, line in enumerate(summary)
    ]
    return [replace(line, sure=False) if several and line.kind == "delivery" else line for line in steps]


def _explaining(rows: Sequence[Row], total: Row) -> Iterator[BillLine]:
    for row in rows:
        if row.kind not in ("tax", "saving") or row.line - total.line > _APART // 2:
            return
        line = _line(row)
        yield replace(line, included=line.kind == "tax" or None, sure=False)


def _is_whole(lines: Sequence[BillLine], rows: Sequence[Row]) -> bool:
    """Whether the parts are surely all there: a sum to begin with, one currency, close together."""
    summary = [line for line in lines if line.kind != "item"]
    close = all(b.line - a.line <= _APART for a, b in pairwise(rows))
    if len(lines) > _MOST_LINES:
        return False
    begins = any(line.kind == "subtotal" for line in summary) or all(
        line.sure for line in lines if line.kind == "item"
    )
    steps = (i for i, row in enumerate(rows[:-1]) if row.kind == "total")
    led_on = all(rows[i].amounts[-1] == rows[-1].amounts[-1] or rows[i + 1].kind in _PARTS for i in steps)
    return begins and close and led_on and len({line.currency for line in lines}) == 1 and len(lines) > 1


# -- a product's own page ----------------------------------------------------------------------


def _product(source: Snapshot | str, rows: Sequence[Row]) -> Bill:
    declared = [] if isinstance(source, str) else [p for d in source.documents for p in d.products]
    told = _declared(declared[0]) if len(declared) == 1 else None
    unnamed = [row for row in rows if not row.kind and row.amounts[-1] > 0]
    there = next((row for row in unnamed if told and told.amount in row.amounts), None)
    shown = there or _shown(source, unnamed)
    if shown is None:
        return Bill((told,)) if told else Bill()
    if told and there:
        return Bill((replace(told, quote=f"{told.label} {shown.own}".strip()),))
    line, name = next(iter(items_of([shown]))), told.label if told else _main_heading(source)
    named = replace(line, label=name, quote=f"{name} {shown.own}") if name else line
    return Bill((named,))


def _shown(source: Snapshot | str, rows: Sequence[Row]) -> Row | None:
    """The first price below the page's own heading, else the first of all."""
    main = _main_heading(source)
    below = [row for row in rows if main and any(main in line for line in (*row.above, row.label))]
    return next(iter(below or rows), None)


def _main_heading(source: Snapshot | str) -> str:
    headings = [] if isinstance(source, str) else [h for d in source.documents[:1] for h in d.headings]
    return next((h.text for h in headings if h.level == 1 and h.text), "")


def _declared(product: Mapping[str, Any]) -> BillLine | None:
    """The price that structured product data declares (schema.org Product and Offer)."""
    offers = product.get("offers")
    offer = offers[0] if isinstance(offers, list | tuple) and offers else offers
    if not isinstance(offer, Mapping):
        return None
    try:
        amount = Decimal(str(offer.get("price", "")).strip())
    except InvalidOperation:
        return None
    currency, name = str(offer.get("priceCurrency") or ""), str(product.get("name") or "")
    if not amount.is_finite() or amount <= 0:
        return None
    return BillLine(
        kind="item", amount=amount, currency=currency, quote=f"{name} {amount} {currency}".strip(),
        label=name,
        quantity=Decimal(1), unit=amount,
    )  # fmt: skip
