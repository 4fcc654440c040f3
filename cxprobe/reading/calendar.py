"""Calendar days in words and figures, in eight languages: "27 November 2026", "27.11.2026", "2026-11-27"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cxprobe.reading.due_dates import MONTHS

_I = re.IGNORECASE
_MONTH = "|".join(f"(?P<m{i}>{words})" for i, words in enumerate(MONTHS, 1))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    re.compile(rf"(?<![\d.-]){_YEAR}[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)(?!\d)"),
    re.compile(
        rf"(?<!\w)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -](?:of |de |d['’])?(?:{_MONTH})\.?,?"
        rf"(?: de)?[ -]{_YEAR}(?!\d)", _I),
    re.compile(rf"(?<!\w)(?:{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}(?!\d)", _I),
    re.compile(rf"(?<![\d./])(?P<day>\d\d?)(?P<mark>[./-])(?P<month>\d\d?)(?P=mark){_YEAR}(?!\d)"),
)  # fmt: skip


def dates_in(text: str) -> Iterator[tuple[date, int, int]]:
    """Every calendar day a text names with its year, and where its words begin and end, in order.

    "03/04/2026" is the third of April, as everywhere but in the United States; where that is no day,
    the month comes first.
    """
    found = [(match.start(), match.end(), day) for match in _matches(text) if (day := _day(match))]
    end = -1
    for begin, until, day in sorted(found):
        if begin >= end:
            yield day, begin, until
            end = until


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in _PATTERNS:
        yield from pattern.finditer(text)


def _day(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    named = next((int(name[1:]) for name, words in told.items() if re.fullmatch(r"m\d+", name) and words), 0)
    year, day, month = int(told["year"]), int(told["day"]), named or int(told.get("month") or 0)
    for month_, day_ in ((month, day), (day, month)):
        try:
            return date(year, month_, day_)
        except ValueError:
            continue
    return None
