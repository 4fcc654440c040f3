"""Opening hours as they are said: "Monday to Friday, 8 am to 6 pm", "weekdays 9:00–17:00"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?"
_DAYS = re.compile(
    rf"\b(?:(?P<first>{_DAY})\s*(?:-|–|—|to|through|until|till)\s*(?P<last>{_DAY})|(?P<work>weekdays"
    rf"|working days)"
    rf"|(?P<all>every day|daily|all week|seven days a week|7 days a week)|(?P<one>{_DAY}))(?!\w)",
    _I,
)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)?|noon|midday|midnight)"
_TIMES = re.compile(
    rf"(?<![\w.:£$€-])(?:from |between )?(?P<opens>{_TIME})\s*(?:-|–|—|to|until|till"
    rf"|and)\s*(?P<closes>{_TIME})(?!\w)",
    _I,
)
_WHO = re.compile(
    r"\b(chat|phone|lines?|telephone|call|e-?mail|shops?|stores?|showroom|cafe|workshop"
    r"|warehouse|office)\b",
    _I,
)
_WE = re.compile(r"\b(?:we|us|our|open(?:ing)?|staff|team)\b", _I)
_HEADING = 5
"""Words of a line that may be a heading. Ours."""
_NOT = re.compile(
    r"\b(?:closed|except|not|holidays?|deliver\w*|order\w*|dispatch\w*|collect\w*|between|arriv\w*|parcel"
    r"|slot|gmt|bst|cet|est|pst"
    r"|utc|usually|about|around|from \d+ \w+ onwards|christmas|summer|winter|until further)\b",
    _I,
)
_SAME = {
    "line": "phone",
    "lines": "phone",
    "telephone": "phone",
    "call": "phone",
    "shops": "shop",
    "store": "shop",
    "stores": "shop",
}


def heads(line: str) -> str:
    """Whom a heading names that has no times: "showroom", "chat", "phone shop" of both; "" for none."""
    if tells_times(line) or len(line.split()) > _HEADING or re.search(r"\d|[.!?]$", line):
        return ""
    return " ".join(sorted(_owners(line)))


def tells_times(line: str) -> bool:
    """Whether a line tells days, or from when to when."""
    return bool(_TIMES.search(line) or _DAYS.search(line))


def without_times(line: str) -> str:
    """A line without its days and times."""
    return _TIMES.sub(" ", _DAYS.sub(" ", line))


def _owners(text: str) -> set[str]:
    return {_SAME.get(each.casefold(), each.casefold().replace("-", "")) for each in _WHO.findall(text)}


def hours_said(sentence: str, heading: str = "") -> Iterator[tuple[str, str, float, float]]:
    """Each opening time in a sentence: of whom ("chat", "" for all), the days, and from and to in hours.

    Where it names nobody, `heading` tells of whom; without one they are of nobody unless it says "we".

    A sentence that speaks of several days with times of their own gives one for each. Twelve-hour times
    without "am" or "pm", exceptions and time zones give none.
    """
    if _NOT.search(sentence):
        return
    names = _owners(sentence) or ({heading} if heading else set())
    if len(names) > 1 or not (names or _WE.search(sentence)):
        return
    days, times = list(_DAYS.finditer(sentence)), list(_TIMES.finditer(sentence))
    if not times or len(days) != len(times):
        return
    for day, time in zip(days, times, strict=True):
        opens, closes = _hour(time["opens"], morning=True), _hour(time["closes"], morning=False)
        if opens is not None and closes is not None and opens < closes:
            yield next(iter(names), ""), _span(day), opens, closes


def _span(match: re.Match[str]) -> str:
    if match["work"]:
        return "mon-fri"
    if match["all"]:
        return "mon-sun"
    if match["one"]:
        return match["one"][:3].casefold()
    return f"{match['first'][:3].casefold()}-{match['last'][:3].casefold()}"


def _hour(said: str, *, morning: bool) -> float | None:
    """A time as hours since midnight; None where it could be either half of the day."""
    text = said.casefold().replace(" ", "").replace(".m.", "m")
    if text in ("noon", "midday"):
        return 12.0
    if text == "midnight":
        return 0.0 if morning else 24.0
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?", text)
    if not match or int(match[1]) > 24:
        return None
    hour, minutes, half = int(match[1]), int(match[2] or 0) / 60, match[3]
    if half:
        return hour % 12 + (12 if half == "pm" else 0) + minutes
    return hour + minutes if match[2] or hour > 12 else None
