"""The text of a page as rows of labels and amounts, however its layout comes out as lines.

A label stands before its amount: on the same line, in the cell before it, on one of the lines above,
or in a column of labels beside a column of amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cxprobe.reading import money_words as words
from cxprobe.reading.prices import Placed, Price, decimal_of, placed_prices

_BACK = 3
"""Lines above an amount among which its label is looked for. Ours."""
_NEAR = 300
"""Characters before and after an amount that say what it is: a page may be one endless line. Ours."""
_LONGEST = 4_000
"""Lines of a page that are read, the last ones: a bill stands at the end. Ours."""
_TILE = 5
"""Lines that one choice may fill. Ours."""
_COLUMNS = 3
"""Cells without an amount from which a line is a table's head. Ours."""
_BARE = re.compile(
    r"(?P<minus>[-−–] ?)?(?<![\d.,%])(?P<digits>\d{1,3}(?:[ .,]\d{3})*[.,]\d\d|\d+[.,]\d\d)(?![\d.,%]| ?%)$"
)
_COUNTED = re.compile(r"\d{1,3} ?[×x] ?[^\W\d]")
_ONLY_MARKS = re.compile(r"^[\s:;|·•*+=×x()\[\]/–—−-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and the amounts that belong to it."""

    line: int
    kind: str
    """As `money_words.kind_of` has it; "" where the label says nothing."""
    label: str
    amounts: tuple[Decimal, ...]
    currency: str
    quote: str
    own: str = ""
    """The amounts as they stand there."""
    above: tuple[str, ...] = ()
    """Words on the lines above, since the last amount."""
    after: str = ""
    """Words right after the last amount."""
    alone: bool = False
    """Whether nothing but amounts stands on its line."""


@dataclass(slots=True)
class Sheet:
    """A page's rows in order, and the kinds whose amount it puts off, with the line that says so."""

    rows: list[Row] = field(default_factory=list)
    later: list[tuple[int, str]] = field(default_factory=list)


def read_rows(text: str, leave_out: Sequence[str] = ()) -> Sheet:
    """The rows of a text; lines that hold one of `leave_out` (choices, not costs) are passed over."""
    lines = [_cells(line) for line in text.splitlines()[-_LONGEST:]]
    lines = [cells for cells in lines if cells]
    lines = list(_without(lines, {_squeezed(each) for each in leave_out if each.strip()}))
    sheet, above = Sheet(), list[str]()
    columns = dict(_columns(lines))
    for place, cells in enumerate(lines):
        line = "\t".join(cells)
        if place in columns:
            above = [columns[place]]
        row = _free(place, line, above) or next(iter(found := list(_priced(place, line, above))), None)
        if row is None:
            _note_later(sheet, place, line, above)
            above = [] if len(cells) >= _COLUMNS else [*above, " ".join(cells)]
            continue
        sheet.rows += [row] if row.amounts == (Decimal(),) else found
        _note_later(sheet, place, line, []) if row.kind != "delivery" else None
        above = above if row.kind == "tax" and line.startswith("(") else []
    return sheet


def _without(lines: Sequence[list[str]], left_out: set[str]) -> Iterator[list[str]]:
    """The lines but for those that together make one of these texts."""
    skip = 0
    for place, cells in enumerate(lines):
        joined = (" ".join(" ".join(each) for each in lines[place : place + n]) for n in range(1, _TILE + 1))
        taken = next((n for n, text in enumerate(joined, 1) if text in left_out), 0) if left_out else 0
        skip = max(skip, taken)
        if not skip:
            yield cells
        skip = max(0, skip - 1)


def _cells(line: str) -> list[str]:
    return [squeezed for cell in line.split("\t") if (squeezed := _squeezed(cell))]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _columns(lines: Sequence[list[str]]) -> Iterator[tuple[int, str]]:
    """Where as many amounts follow a run of labels as there are labels: each amount's label."""
    run: list[str] = []
    for place, cells in enumerate(lines):
        text = " ".join(cells)
        if words.kind_of(text) and not list(placed_prices(text)) and not words.says_free(text):
            run.append(text)
            continue
        if len(run) > 1 and _is_amount(text):
            amounts = [at for at in range(place, min(place + len(run), len(lines))) if _is_amount(*lines[at])]
            beyond = place + len(run)
            ends = beyond >= len(lines) or not _is_amount(*lines[beyond])
            if len(amounts) == len(run) and ends:
                yield from zip(amounts, run, strict=True)
        run = []


def _is_amount(*cells: str) -> bool:
    text = " ".join(cells)
    found = list(placed_prices(text))
    rest = text[: found[0].start] + text[found[-1].end :] if found else text
    return len(cells) == 1 and (
        bool(len(found) == 1 and _ONLY_MARKS.match(rest))
        or bool(words.says_free(text) and len(text.split()) == 1)
    )


def _free(place: int, line: str, above: Sequence[str]) -> Row | None:
    """A delivery or a fee that costs nothing, in words."""
    if not words.says_free(line) or list(placed_prices(line)) or len(line) > words.LONGEST_LABEL:
        return None
    alone = len(line.split()) <= 1 and bool(above)
    label = above[-1] if alone else line
    kind = words.kind_of(label)
    if kind not in ("delivery", "fee") or words.is_aside(line, "") or _goes_on(line):
        return None
    quote = f"{label} {line}" if alone else line.replace("\t", " ")
    return Row(line=place, kind=kind, label=label, amounts=(Decimal(),), currency="", quote=quote)


def _goes_on(line: str) -> bool:
    """Whether "free" is only half the sentence: "Free delivery on orders …", "Free returns"."""
    return bool(re.search(r"\b(?:on|for|when|if|bei|sur|en|su|bij|przy|em|returns?|samples?)\b", line, re.I))


def _priced(place: int, line: str, above: Sequence[str]) -> Iterator[Row]:
    """The rows of one line: amounts under one label are one row."""
    placed = [each for each in placed_prices(line) if not _is_aside(line, each)] or _bare(line, above)
    label, start, group = "", 0, list[Placed]()
    for each in placed:
        between = _label(line[start : each.start])
        if group and (between and words.kind_of(_with_tail(between, line[each.end :]))):
            yield _row(place, line, label, group, above)
            label, group = "", []
        label = label or between
        group.append(each)
        start = each.end
    if group and not words.is_basket_link(label):
        yield _row(place, line, label, group, above)


def _with_tail(between: str, tail: str) -> str:
    """An amount amid its words: "incl. £9.00 VAT"."""
    return (
        f"{between} {tail}" if words.is_tax_included(between) and len(tail) < words.LONGEST_LABEL else between
    )


def _label(text: str) -> str:
    text = "" if _ONLY_MARKS.match(text) else text
    return _squeezed(text.rsplit("\n", 1)[-1]).strip(" :|·•*=–—-")


def _is_aside(line: str, placed: Placed) -> bool:
    begins = max(0, placed.start - _NEAR)
    before, after = line[begins : placed.start], line[placed.end : placed.end + _NEAR]
    cell = before.rsplit("\t", 1)[-1]
    parts = re.search(r"\d\s?[×x]\s?$", cell)
    around = f"{before}{line[placed.start : placed.end]}{after}"
    paid_in_parts = words.is_instalment(before) or (bool(parts) and words.is_instalment(around))
    return paid_in_parts or words.is_aside(cell, after.split("\t", 1)[0])


def _bare(line: str, above: Sequence[str]) -> list[Placed]:
    """A figure without a currency, where a label says what it is."""
    found = _BARE.search(line)
    if found is None:
        return []
    label = line[: found.start()]
    known = words.kind_of(_label(label)) or (
        not _label(label) and any(words.kind_of(each) for each in above[-_BACK:])
    )
    amount = decimal_of(found["digits"])
    price = Price(-amount if found["minus"] else amount, "", found[0].strip())
    return [Placed(price, *found.span())] if known else []


def _row(place: int, line: str, label: str, group: Sequence[Placed], above: Sequence[str]) -> Row:
    after = line[group[-1].end :]
    kind, said = _kind(line, label, after, above)
    first = group[0].price.currency
    amounts = tuple(each.price.amount for each in group if each.price.currency == first)
    start = 0 if group[0].start == 0 else line.rfind(label, 0, group[0].start) if label else group[0].start
    own = _squeezed(line[max(0, start) : _end(line, group[-1].end)])
    return Row(
        line=place, kind=kind, label=said, amounts=amounts, currency=first,
        quote=own if label else _squeezed(f"{said} {own}"),
        own=_squeezed(line[group[0].start : group[-1].end]),
        above=tuple(above[-6:]), after=after,
        alone=not label,
    )  # fmt: skip


def _end(line: str, end: int) -> int:
    """Where the quote ends: with a closing bracket, if one was open."""
    tail = re.match(r"[^()\t]{0,25}\)", line[end:])
    return end + tail.end() if tail and line.rfind("(", 0, end) > line.rfind(")", 0, end) else end


def _kind(line: str, label: str, after: str, above: Sequence[str]) -> tuple[str, str]:
    """What a label means, and the words that say it."""
    if label:
        found = words.kind_of(_with_tail(label, after))
        if found or not above:
            return found, label
        under = words.kind_of(above[-1])
        return (under, f"{above[-1]} {label}") if under in ("delivery", "discount", "tax") else ("", label)
    return _from_above(after, above)


def _from_above(after: str, above: Sequence[str]) -> tuple[str, str]:
    near = list(above[-_BACK:])
    if near and _COUNTED.match(near[-1]):
        return "", near[-1]  # "1 × Kettle": an article, whatever stands above it
    for back, text in enumerate(reversed(near)):
        kind = words.kind_of(text)
        if not kind or _is_other(text, kind):
            continue
        higher = near[-back - 2] if back + 1 < len(near) else ""
        if kind == "tax" and words.is_tax_included(text) and words.kind_of(higher) in ("total", "subtotal"):
            return words.kind_of(higher), f"{higher} {text}"
        return kind, text
    kind = words.kind_of(after.strip()) if after.strip() and not above else ""
    return (kind, _squeezed(after)) if kind else ("", near[-1] if near else "")


def _is_other(text: str, kind: str) -> bool:
    """Whether words above an amount speak of something else: when it comes, that it is free."""
    return kind == "delivery" and (words.says_when(text) or words.says_free(text))


def _note_later(sheet: Sheet, place: int, line: str, above: Sequence[str]) -> None:
    dash = bool(_ONLY_MARKS.match(line.rsplit("\t", 1)[-1])) and bool(line.strip())
    if not (words.says_later(line) or dash):
        return
    spoken = f"{above[-1]} {line}" if above and not words.kind_of(line) else line
    for kind in ("delivery", "tax"):
        if words.speaks_of(kind, spoken):
            sheet.later.append((place, kind))
