"""How a field wants something written: dates, telephone numbers, passwords; by example, pattern and length.

What a field says of its format stands in its placeholder, its hint, its label, its pattern and how
much fits into it. A person tries the way they are used to, unless one of these says otherwise.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxprobe.reading.snapshot import Control

_LONGEST_PATTERN = 200
_MOST_REPEATS = 4
"""Unbounded repetitions in a pattern beyond which matching it could take for ever."""
_NESTED = re.compile(r"(?:[+*]|,\})[^()]*\)(?:[+*]|\{\d+,\})|\|[^()]*\)[+*]")
_SHAPE = re.compile(
    r"(?<![^\W\d_])(?=(?P<a>[DTGMYJAR]{1,4})(?P<x>\s?[./\-\u2013 ]\s?)(?P<b>[DTGMYJAR]{1,4})"
    r"(?P<y>\s?[./\-\u2013 ]\s?)(?P<c>[DTGMYJAR]{1,4})(?![^\W\d_]))",
    re.IGNORECASE,
)
_EXPIRY_SHAPE = re.compile(
    r"(?<![^\W\d_])(?:M{2}(?P<x>\s?[./\-]?\s?)(?P<after>[YJAR]{2,4}))(?![^\W\d_])", re.I
)
_YEAR_FIRST = re.compile(r"(?<![^\W\d_])(?P<before>[YJAR]{2,4})(?P<x>\s?[./\-]?\s?)M{2}(?![^\W\d_])", re.I)
_DATES: Mapping[str, str] = {
    "US": "%m/%d/%Y",
    "DE": "%d.%m.%Y", "AT": "%d.%m.%Y", "CH": "%d.%m.%Y", "PL": "%d.%m.%Y",
    "NL": "%d-%m-%Y", "SE": "%Y-%m-%d", "CA": "%Y-%m-%d",
}  # fmt: skip
"""How a short date is written where (CLDR's short formats, with four digits to the year)."""
_OTHER_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d%m%Y", "%Y%m%d", "%d/%m/%y")

DIALLING: Mapping[str, str] = {
    "AT": "43", "AU": "61", "BE": "32", "BR": "55", "CA": "1", "CH": "41", "CZ": "420", "DE": "49",
    "DK": "45", "ES": "34", "FI": "358", "FR": "33", "GB": "44", "IE": "353", "IN": "91", "IT": "39",
    "JP": "81", "LU": "352", "MX": "52", "NL": "31", "NO": "47", "NZ": "64", "PL": "48", "PT": "351",
    "SE": "46", "US": "1", "ZA": "27",
}  # fmt: skip
"""What is dialled before a number from abroad (ITU-T E.164)."""
_NO_TRUNK = ("1", "34", "351", "39", "420", "45", "47", "48", "352")
"""Dialling codes of countries where a national number begins with no 0 to be left out."""


def told_of(control: Control) -> str:
    """All that a field says of how it wants to be filled in."""
    words = (control.placeholder, control.hint, control.label, control.title, control.error, control.after)
    return " ".join(word for word in words if word)


def fits(text: str, control: Control) -> bool:
    """Whether the browser would take this text: long and short enough, and of the pattern."""
    if 0 <= control.max_length < len(text) or len(text) < control.min_length:
        return False
    pattern = control.pattern
    return not pattern or not _harmless(pattern) or _matches(pattern, text)


def fitting(candidates: Iterable[str], control: Control) -> list[str]:
    """The candidates, each once: those the browser would take first, in their own order."""
    each = [candidate for candidate in dict.fromkeys(candidates) if candidate]
    return sorted(each, key=lambda candidate: not fits(candidate, control))


def _harmless(pattern: str) -> bool:
    """Whether a page's pattern can be matched in no time: pages may write what takes a century."""
    unbounded = len(re.findall(r"[+*]|\{\d+,\}", pattern))
    return len(pattern) <= _LONGEST_PATTERN and unbounded <= _MOST_REPEATS and not _NESTED.search(pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        with warnings.catch_warnings(action="ignore", category=FutureWarning):  # "[[": of no later meaning
            return re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


def _matches(pattern: str, text: str) -> bool:
    compiled = _compiled(pattern)
    return compiled is None or bool(compiled.fullmatch(text))


# ---- dates ---------------------------------------------------------------------------------------


def dates(day: date, control: Control, locale: str) -> list[str]:
    """A day as a field wants it, likeliest first: by its shape ("TT.MM.JJJJ"), else as people write it."""
    if control.type == "date":
        return [day.isoformat()]
    if control.type == "month":
        return [f"{day:%Y-%m}"]
    shown = date_shape(told_of(control))
    country = locale.partition("_")[2].upper()
    shapes = [shape for shape in (shown, _DATES.get(country, "%d/%m/%Y"), *_OTHER_DATES) if shape]
    written = [day.strftime(shape) for shape in shapes]
    return fitting(written, control)


def date_shape(words: str) -> str:
    """What `strftime` makes a date of the shape that words show: "DD/MM/YYYY" is "%d/%m/%Y"; "" for none."""
    for found in _SHAPE.finditer(words):
        parts = [found[key] for key in "abc"]
        kinds = [_kind(part, parts) for part in parts]
        if {kind[-1:].lower() for kind in kinds} == {"d", "m", "y"}:
            return f"{kinds[0]}{found['x']}{kinds[1]}{found['y']}{kinds[2]}"
    return ""


def _kind(part: str, parts: list[str]) -> str:
    """What a run of letters stands for, in a row of them: French "JJ" is a day, Dutch "JJJJ" a year."""
    letters = set(part.upper())
    if letters == {"M"}:
        return "%m"
    if letters <= {"D"} or letters <= {"T"} or letters <= {"G"}:
        return "%d"
    if len(letters) == 1 and letters <= set("YJAR"):
        other_year = any(set(other.upper()) <= set("YAR") for other in parts if other != part)
        if letters == {"J"} and other_year:
            return "%d"
        return "%Y" if len(part) == 4 else "%y"
    return ""


def expiries(month: int, year: int, control: Control) -> list[str]:
    """Month and year of a card as a field wants them: "03/30", "03 / 2030", "30/03", "2030-03"."""
    if control.type == "month":
        return [f"{year}-{month:02d}"]
    words = told_of(control)
    written: list[str] = []
    shown = _EXPIRY_SHAPE.search(words)
    if shown:
        written.append(f"{month:02d}{shown['x']}{_year(year, len(shown['after']))}")
    turned = None if shown else _YEAR_FIRST.search(words)
    if turned:
        written.append(f"{_year(year, len(turned['before']))}{turned['x']}{month:02d}")
    short = f"{year % 100:02d}"
    if re.search(r"\d\d\s?/\s?20\d\d", words) or control.max_length == 7:
        written.append(f"{month:02d}/{year}")
    written += [f"{month:02d}/{short}", f"{month:02d}{short}", f"{month:02d}/{year}", f"{month:02d}-{short}"]
    written += [f"{month:02d}-{year}", f"{month:02d} / {short}", f"{month:02d}{year}", f"{short}/{month:02d}"]
    return fitting(written, control)


def _year(year: int, digits: int) -> str:
    return f"{year}" if digits == 4 else f"{year % 100:02d}"


# ---- telephone numbers ---------------------------------------------------------------------------

_FROM_ABROAD = re.compile(r"(?<!\w)\+\s?\d|international|E\.164|country code", re.IGNORECASE)
_DIGITS_ONLY = re.compile(
    r"digits only|only digits|numbers only|only numbers|no spaces|nur (zahlen|ziffern)|ohne leerzeichen"
    r"|chiffres uniquement|solo (números|cifre|numeri)|alleen cijfers|tylko cyfry|apenas (números|dígitos)",
    re.IGNORECASE,
)


def dialling(phone: str, country: str) -> str:
    """The dialling code of a number: its own where it begins with +, else its country's; "" for none."""
    if phone.startswith("+"):
        digits = re.sub(r"\D", "", phone)
        codes = sorted(set(DIALLING.values()), key=len, reverse=True)
        return next((code for code in codes if digits.startswith(code)), "")
    return DIALLING.get(country, "")


def significant(phone: str, country: str) -> str:
    """The digits of a number without what is dialled from abroad and without the 0 before an area."""
    digits, code = re.sub(r"\D", "", phone), dialling(phone, country)
    if phone.startswith("+"):
        digits = digits[len(code) :]
    return digits[1:] if digits.startswith("0") and code not in _NO_TRUNK else digits


def phones(phone: str, country: str, control: Control) -> list[str]:
    """A number as a field wants it: as one dials it at home, or from abroad where that is asked."""
    code, core = dialling(phone, country), significant(phone, country)
    digits = re.sub(r"\D", "", phone)
    home = [phone, digits] if not phone.startswith("+") else [phone, core, digits]
    abroad = [f"+{code}{core}", f"+{code} {core}", f"00{code}{core}"] if code else []
    words = told_of(control)
    example = control.placeholder.strip()
    wants_plus = _FROM_ABROAD.search(words)
    wants_digits = _DIGITS_ONLY.search(words)
    if wants_plus and not (example and not example.startswith("+") and not control.error):
        candidates = [*abroad, *home]
    elif wants_digits or control.type == "number" or re.fullmatch(r"\d{6,}", example):
        candidates = [digits, core, *home, *abroad]
    else:
        candidates = [*home, *abroad, core]
    return fitting(candidates, control)


def phone_parts(phone: str, country: str) -> Mapping[str, str]:
    """A number in the parts that forms split it into, by HTML's names for them."""
    code, core = dialling(phone, country), significant(phone, country)
    if code == "1":
        area, local = core[:3], core[3:]
    else:
        area = re.sub(r"\D", "", re.split(r"[ )\-/]", phone.lstrip("(+"), maxsplit=1)[0])
        local = re.sub(r"\D", "", phone)[len(area) :]
    return {
        "tel-country-code": f"+{code}" if code else "",
        "tel-national": phone if not phone.startswith("+") else core,
        "tel-area-code": area,
        "tel-local": local,
        "tel-local-prefix": local[:3],
        "tel-local-suffix": local[3:],
    }


# ---- passwords -----------------------------------------------------------------------------------

_AT_LEAST = re.compile(
    r"(?:at least|minimum(?: of)?|min\.?|mindestens|wenigstens|au moins|al menos|mínimo(?: de)?|almeno"
    r"|minimo"
    r"|minstens|minimaal|co najmniej|minimum|pelo menos|no mínimo)\D{0,12}(\d{1,2})|(\d{1,2})\s*(?:\+"
    r"|or more"
    r"|characters? (?:minimum|or more)|oder mehr)|longer than (\d{1,2})",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:at most|maximum(?: of)?|max\.?|no more than|up to|höchstens|maximal|au plus|como máximo|al massimo"
    r"|maximaal|maksymalnie|no máximo)\D{0,12}(\d{1,2})|\d{1,2}\s*(?:-|\u2013|to|bis|and|und|à"
    r"|a)\s*(\d{1,2})\s*(?:char|zeichen|car)",
    re.IGNORECASE,
)
_NO_SYMBOLS = re.compile(
    r"letters and (?:numbers|digits) only|only letters and (?:numbers|digits)|alphanumeric"
    r"|(?:no|without|not contain)(?: any)? (?:special|symbols?)|keine sonderzeichen|ohne sonderzeichen"
    r"|sans caract\w+ sp\w+ciaux|sin caracteres especiales|senza caratteri speciali",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(
    r"(?:one of|such as|e\.g\.|like|z\. ?b\.|wie|comme|como|[:(])\s*([!@#$%^&*?_+\-.,;=~ ]{2,})"
)


def password(known: str, control: Control) -> str:
    """A password made of the one somebody has, which keeps the rules a field shows.

    The same for the same rules; the one they have, where it keeps them.
    """
    words = told_of(control)
    longest = min(_number(_AT_MOST, words, 64), control.max_length if control.max_length > 0 else 64)
    shortest = min(max(_number(_AT_LEAST, words, 0), control.min_length), longest)
    symbols = "" if _NO_SYMBOLS.search(words) else _symbols(words, known)
    made = _of_every_kind(known, symbols, max(shortest, min(len(known), longest)))
    allowed = all(c.isalnum() or c in symbols for c in known) and (not symbols or symbols[0] in known)
    keeps = allowed and shortest <= len(known) <= longest
    return fitting([known, made] if keeps else [made], control)[0]


def _of_every_kind(known: str, symbols: str, length: int) -> str:
    """So many characters, of those in `known`, that a capital, a small letter, a digit and a symbol lead."""
    letters = "".join(c for c in known if c.isalnum()) or "Aa2"
    kinds = (str.isupper, str.islower, str.isdigit)
    lead = "".join(next((c for c in letters if kind(c)), "") for kind in kinds) + symbols[:1]
    return (lead + letters * (length // len(letters) + 1))[:length]


def _symbols(words: str, known: str) -> str:
    """The symbols to use: their own, or where a rule names others, one of those."""
    own = "".join(c for c in known if not c.isalnum())
    shown = _SYMBOLS.search(words)
    if shown and not any(c in shown[1] for c in own):
        return shown[1].strip()[:1]
    return own


def _number(pattern: re.Pattern[str], words: str, otherwise: int) -> int:
    numbers = [int(n) for found in pattern.finditer(words) for n in found.groups() if n]
    return max(numbers) if numbers else otherwise


def split_street(street: str) -> tuple[str, str]:
    """A street and its house number, whichever comes first: ("Alte Gasse", "9a") of "Alte Gasse 9a"."""
    behind = re.fullmatch(r"(?P<street>.*?\D)[\s,]+(?P<number>\d+\s?[a-zA-Z]?(?:[/\-]\d+)?)", street.strip())
    before = re.fullmatch(r"(?P<number>\d+\s?[a-zA-Z]?)[\s,]+(?P<street>\D.*)", street.strip())
    found = behind or before
    return (found["street"].strip(" ,"), found["number"]) if found else (street, "")


def postcodes(postcode: str, control: Control) -> list[str]:
    """A postcode as a field wants it: as it is written, else without what stands between its parts."""
    bare = re.sub(r"[\s\-]", "", postcode)
    forms: Iterator[str] = iter((postcode, bare, postcode.upper(), postcode.partition("-")[0]))
    return fitting(forms, control)


def cut(whole: str, lengths: list[int]) -> list[str]:
    """A number cut into parts of these lengths; what does not fit is lost, as it is in the form."""
    parts, start = [], 0
    for length in lengths:
        parts.append(whole[start : start + length])
        start += length
    return parts
