"""When something is told to come, as two pages tell it: the same day, or another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxprobe.reading.money_bill import Mismatch

MONTHS = (
    r"jan\w*|stycz\w*|enero|gen(?:naio)?", r"f[eé][bv]\w*|luty|lut(?:ego)?",
    r"mar(?:ch|s|zo|ço|t|zec|ca)?|märz|mrz|maart|mrt",
    r"apr\w*|avr(?:il)?|abr(?:il)?|kwie\w*", r"ma[iy]o?|mag(?:gio)?|maj\w?|mei", r"june?|juni|juin|giu\w*"
    r"|czerw\w*|jun(?:ho|io)",
    r"july?|juli|juil\w*|lug\w*|lip(?:iec|ca)?|jul(?:ho|io)", r"aug\w*|août|ago\w*|sier\w*",
    r"sep\w*|set(?:t?embr[eo])?|wrze\w*", r"o[ck]t\w*|ott\w*|out(?:ubro)?|paź\w*", r"nov\w*"
    r"|listo\w*", r"de[cz]\w*|déc\w*|dic\w*|grud\w*",
)  # fmt: skip
"""January to December in English, German, French, Spanish, Italian, Dutch, Polish and Portuguese."""
_WEEKDAYS = (
    r"mon(?:day)?|mo(?:ntag)?|lundi|lunes|luned[iì]|maandag|poniedziałek|segunda(?:-feira)?",
    r"tue(?:s(?:day)?)?|dienstag|mardi|martes|marted[iì]|dinsdag|wtorek|terça(?:-feira)?",
    r"wed(?:nesday)?|mittwoch|mercredi|miércoles|mercoled[iì]|woensdag|środa|quarta(?:-feira)?",
    r"thu(?:rs(?:day)?)?|donnerstag|jeudi|jueves|gioved[iì]|donderdag|czwartek|quinta(?:-feira)?",
    r"fri(?:day)?|freitag|vendredi|viernes|venerd[iì]|vrijdag|piątek|sexta(?:-feira)?",
    r"sat(?:urday)?|samstag|samedi|sábado|sabato|zaterdag|sobota|sábado",
    r"sun(?:day)?|sonntag|dimanche|domingo|domenica|zondag|niedziela",
)
_TO = r"\s*(?:-|–|—|to|and|or|bis|und|oder|à|au|et|ou|a|al|y|e|tot|en|do|i)\s*"
_MONTH = "|".join(f"(?P<m{i}>{words})" for i, words in enumerate(MONTHS, 1))
_I = re.IGNORECASE
_DATES = re.compile(
    rf"(?<!\w)(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th|\.)?{_TO})?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º"
    rf"|\.)? (?:of |de |d['’])?(?:{_MONTH})(?!\w)", _I)  # fmt: skip
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?:{_MONTH})\.? (?:(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{_TO})?(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?![\w:])", _I)  # fmt: skip
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DOTTED = re.compile(
    r"(?<![\d./])(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?:\d{4}|\d\d)?(?![\d/])"
)
_HALF_A_YEAR = 6
"""Months."""
_UNITS = (
    ("working days", r"(?:working|business|week)[ -]?days?|(?:werk|arbeits)tagen?|jours ouvr\w+"
     r"|días (?:hábiles|laborables)|giorni lavorativi|werkdagen|dni robocz\w+|dias úteis"),
    ("hours", r"hours?|hrs?|stunden|heures|horas|ore|uur|godzin\w*"),
    ("days", r"(?:calendar )?days?|tagen?|jours?|días?|giorn[oi]|dag(?:en)?|dni|dzień|dias?"),
    ("weeks", r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|tygodni\w*|tydzień"),
)  # fmt: skip
_LENGTHS = tuple(
    (
        unit,
        re.compile(
            rf"(?<![\w.,£$€])(?:(?P<from>\d{{1,2}}){_TO})?(?P<to>\d{{1,2}})[\s-]*(?:{words})(?!\w)", _I
        ),
    )
    for unit, words in _UNITS
)


@dataclass(frozen=True, slots=True)
class Due:
    """When something comes: of what kind the words are, and from when to when, in that kind's own count."""

    unit: str
    """"date" (month and day), "weekday", or a length: "working days", "days", "hours", "weeks"."""
    first: tuple[int, int]
    last: tuple[int, int]


def due_of(text: str) -> Due | None:
    """When a text says that something comes, or None; of several dates the last one counts."""
    text = " ".join(text.split())
    return _date(text) or _length(text) or _weekday(text)


def compare_promises(before: str, after: str, *, about: str = "delivery date") -> Mismatch | None:
    """Whether two pages promise a different day; None where they agree or cannot be compared.

    A second promise that only says it more exactly ("12–14 March", then "13 March") agrees with the
    first, and so does one that ends earlier: nobody is let down by it. Days and lengths of time are not
    weighed against each other.
    """
    first, second = due_of(before), due_of(after)
    if first is None or second is None or first.unit != second.unit:
        return None
    if (first.first <= second.first and second.last <= first.last) or _is_earlier(second, first):
        return None
    said, but = " ".join(before.split()), " ".join(after.split())
    return Mismatch(about, said, but, f'First the page said "{said}", later "{but}".')


def _is_earlier(one: Due, other: Due) -> bool:
    """Whether a date or a length ends before another; dates half a year apart have New Year between them."""
    if one.unit == "weekday":
        return False
    over_new_year = one.unit == "date" and abs(one.last[0] - other.last[0]) > _HALF_A_YEAR
    return (one.last <= other.last) is not over_new_year


def _date(text: str) -> Due | None:
    named = [*_DATES.finditer(text), *_MONTH_FIRST.finditer(text)]
    found = [each for match in named if (each := _named(match))]
    for pattern in (_ISO, _DOTTED):
        found += [
            ((month, day), (month, day))
            for match in pattern.finditer(text)
            if _is_day(month := int(match["month"]), day := int(match["day"]))
        ]
    if not found:
        return None
    return Due("date", min(each[0] for each in found), max(each[1] for each in found))


def _named(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    month = next(int(name[1:]) for name, words in match.groupdict().items() if name[0] == "m" and words)
    day, start = int(match["day"]), int(match["from"] or match["day"])
    return ((month, start), (month, day)) if _is_day(month, day) and 0 < start <= day else None


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _length(text: str) -> Due | None:
    for unit, pattern in _LENGTHS:
        match = pattern.search(text)
        if match:
            return Due(unit, (int(match["from"] or match["to"]), 0), (int(match["to"]), 0))
    return None


def _weekday(text: str) -> Due | None:
    found = [i for i, words in enumerate(_WEEKDAYS) if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, _I)]
    return Due("weekday", (found[0], 0), (found[0], 0)) if len(found) == 1 else None
