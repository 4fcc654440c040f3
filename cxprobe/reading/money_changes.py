"""What became of a price between two pages: the same, dearer with a reason, or dearer without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from cxprobe.reading.money_bill import Bill, BillLine, LineKind, Mismatch, written
from cxprobe.reading.prices import minor_unit

About = Literal["price", "total", "confirmation", "mail", "invoice"]
"""A product's price and its line in the basket; totals on the way; checkout and what confirms it."""
_FINAL = ("confirmation", "mail", "invoice")
"""What comes after paying: nothing may be new on it, nor anything cheaper."""

_PARTS: tuple[LineKind, ...] = ("delivery", "tax", "fee", "discount", "credit", "item")
_NAMES = {"delivery": "Delivery", "tax": "Tax", "fee": "A fee"}
_WHERE = {
    "price": "in the basket", "total": "later", "confirmation": "on the confirmation",
    "mail": "in the mail", "invoice": "on the invoice",
}  # fmt: skip


def compare(before: Bill, after: Bill, *, about: About = "total") -> tuple[Mismatch, ...]:
    """What two pages say differently about the same purchase; nothing where they cannot be compared.

    A dearer total that no new line explains is a contradiction, and so is a discount that has gone.
    A cost that is named only on the second page, and was not announced on the first, is of kind
    "late"; on a confirmation, mail or invoice (`about`) nothing may be new, nor anything cheaper.
    """
    if before.currency != after.currency or not before.lines or not after.lines:
        return ()
    return tuple(_prices(before, after) if about == "price" else _totals(before, after, about))


# -- one article's price -----------------------------------------------------------------------


def _prices(before: Bill, after: Bill) -> Iterator[Mismatch]:
    shown = next(iter(before.all("item")), None)
    line = shown and _same_article(shown, after.all("item"))
    if shown is None or line is None or before.net != after.net:
        return
    price, now = shown.unit or shown.amount, _unit(line)
    multiple = line.quantity is None and line.unit is None and price and line.amount % price == 0
    if now - price <= minor_unit(line.currency) or multiple:
        return
    if not line.sure and (line.amount - price <= 0 or line.amount % price == 0):
        return
    more = written(now - price, line.currency)
    yield Mismatch(
        "price", shown.quote, line.quote,
        f'On its own page the article costs "{shown.quote}", in the basket "{line.quote}": {more} more.',
    )  # fmt: skip


def _unit(line: BillLine) -> Decimal:
    if line.unit is not None:
        return line.unit
    return line.amount / line.quantity if line.quantity else line.amount


def _same_article(shown: BillLine, lines: Sequence[BillLine]) -> BillLine | None:
    """The line of the article that was looked at: by its name, or because it is the only one."""
    wanted = _words(shown.label)
    fitting = [(len(wanted & _words(line.label)), line) for line in lines]
    best = max(fitting, key=lambda each: each[0], default=(0, None))
    if best[0] and sum(count == best[0] for count, _ in fitting) == 1:
        return best[1]
    return lines[0] if len(lines) == 1 and not (wanted and _words(lines[0].label)) else None


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 1}


# -- totals ------------------------------------------------------------------------------------


def _totals(before: Bill, after: Bill, about: About) -> Iterator[Mismatch]:
    first, second = before.due, after.due
    if first is None or second is None:
        return
    more = second.amount - first.amount
    fair = minor_unit(after.currency) * 2
    if abs(more) <= fair or (more < 0 and about not in _FINAL):
        return
    changes = {kind: _counted(after, kind) - _counted(before, kind) for kind in _PARTS}
    reason = _explanation({kind: change for kind, change in changes.items() if change}, more, fair)
    if reason is None:
        yield _unexplained(first, second, about)
        return
    for kind in reason:
        found = _named_late(before, after, kind, changes[kind], about)
        if found:
            yield found


def _counted(bill: Bill, kind: LineKind) -> Decimal:
    lines = [line for line in bill.all(kind) if line.included is not True]
    return sum((line.amount for line in lines), Decimal())


def _explanation(
    changes: dict[LineKind, Decimal], more: Decimal, fair: Decimal
) -> tuple[LineKind, ...] | None:
    """The fewest kinds of cost whose change makes the difference, or None."""
    for count in range(1, len(changes) + 1):
        for kinds in combinations(changes, count):
            if abs(sum((changes[kind] for kind in kinds), Decimal()) - more) <= fair:
                return kinds
    return None


def _unexplained(first: BillLine, second: BillLine, about: About) -> Mismatch:
    more = second.amount - first.amount
    told = written(abs(more), second.currency)
    how = f"{told} more, and no new line says what for" if more > 0 else f"{told} less, and no line says why"
    return Mismatch(
        about, first.quote, second.quote,
        f'First the page said "{first.quote}", {_WHERE[about]} "{second.quote}": {how}.',
    )  # fmt: skip


def _named_late(before: Bill, after: Bill, kind: LineKind, change: Decimal, about: About) -> Mismatch | None:
    old, new = before.get(kind), after.get(kind)
    if kind in ("discount", "credit") and change > 0 and old and about != "price":
        said = f'"{new.quote}"' if new else "nothing"
        sentence = f'First the page said "{old.quote}", {_WHERE[about]} {said}.'
        return Mismatch(kind, old.quote, new.quote if new else "", sentence, cause=f"less {kind} than before")
    if kind not in _NAMES or change <= 0 or new is None:
        return None
    if old is None and kind in before.later:
        return None
    lie = about in _FINAL or (old is not None and old.label.casefold() == new.label.casefold())
    first, total = before.due, after.due
    said = old.quote if old else (first.quote if first else "")
    if old:
        sentence = f'First the page said "{old.quote}", {_WHERE[about]} "{new.quote}".'
    else:
        sentence = (
            f'{_NAMES[kind]} was named only {_WHERE[about]}: "{new.quote}". Before, the page said "{said}", '
            f'and now "{total.quote if total else ""}".'
        )
    return Mismatch(kind, said, new.quote, sentence, kind="contradiction" if lie else "late")
