"""Calendar days in words and figures, in eight languages: "27 November 2026", "27.11.2026", "2026-11-27"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

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


_FIGURES = _PATTERNS[-1]
_DOLLARS = re.compile(r"(?<![A-Za-z])(?:US)?\$|\bUSD\b")
_MONTHS = 12
Order = Literal["day first", "month first", "either"]


def order_of(text: str) -> Order:
    """Whether the days of a text that stand in figures have the day first or the month; "either" if unsure.

    One day that can only be read in one way tells it of all: "11/22/2026". Dotted days tell nothing, as
    they never have the month first.
    """
    first = {_first(match) for match in _FIGURES.finditer(text) if match["mark"] != "."} - {"either"}
    return first.pop() if len(first) == 1 else "either"


def _first(match: re.Match[str]) -> Order:
    one, other = int(match["day"]), int(match["month"])
    if match["mark"] == "." or one > _MONTHS >= other:
        return "day first"
    return "month first" if other > _MONTHS >= one else "either"


def is_open(words: str) -> bool:
    """Whether a day in these words could be another, were the month first: "12/06/2026"."""
    found = _FIGURES.search(words)
    return found is not None and _first(found) == "either" and found["day"] != found["month"]


def dates_in(text: str, whole: str = "") -> Iterator[tuple[date, int, int]]:
    """Every calendar day a text names with its year, and where its words begin and end, in order.

    "03/04/2026" is the third of April, unless the month comes first in another day of the `whole`
    document (the text, if there is no more of it), or its prices are in US dollars.
    """
    american = _is_american(whole or text)
    found = [(match.start(), match.end(), day) for match in _matches(text) if (day := _day(match, american))]
    end = -1
    for begin, until, day in sorted(found):
        if begin >= end:
            yield day, begin, until
            end = until


@lru_cache(maxsize=16)
def _is_american(whole: str) -> bool:
    """Whether the month comes first in a document's figures; asked of it for each of its lines."""
    order = order_of(whole)
    return order == "month first" or (order == "either" and bool(_DOLLARS.search(whole)))


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in _PATTERNS:
        yield from pattern.finditer(text)


def _day(match: re.Match[str], american: bool) -> date | None:
    told = match.groupdict()
    named = next((int(name[1:]) for name, words in told.items() if re.fullmatch(r"m\d+", name) and words), 0)
    year, day, month = int(told["year"]), int(told["day"]), named or int(told.get("month") or 0)
    if american and match.re is _FIGURES and match["mark"] != ".":
        month, day = day, month
    for month_, day_ in ((month, day), (day, month)):
        try:
            return date(year, month_, day_)
        except ValueError:
            continue
    return None
