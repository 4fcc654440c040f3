"""Which option of a list is the customer's: country, state, month, year, title, card, dialling code.

Lists say the same thing in many ways: "Germany", "Deutschland", "DE", "DEU"; "03", "3", "March",
"März", "03 - March". Everything a person would take for theirs is tried, the whole words first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from cxprobe.reading.formats import dialling

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv")
"""The languages in which lists are read."""
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "GB": ("UK", "Great Britain", "United Kingdom of Great Britain and Northern Ireland", "England"),
    "US": ("USA", "United States of America", "U.S.A.", "U.S."),
    "NL": ("The Netherlands", "Holland"),
    "CZ": ("Czech Republic",),
    "IE": ("Republic of Ireland",),
}
_STATES: Mapping[str, str] = {
    "US": "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware"
    "|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa"
    "|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota"
    "|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey"
    "|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon"
    "|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah"
    "|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming",
    "CA": "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador"
    "|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec"
    "|SK Saskatchewan|YT Yukon",
    "AU": "ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland"
    "|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia",
}
"""States that are as often written in letters as in full (USPS, Canada Post, Australia Post)."""
_BRANDS: Mapping[str, tuple[str, ...]] = {
    "visa": ("visa", "vi", "001"),
    "mastercard": ("mastercard", "master card", "mc", "002"),
    "amex": ("american express", "amex", "ae", "003"),
}
_TITLES: Mapping[str, tuple[str, ...]] = {
    "female": ("Ms", "Ms.", "Mrs", "Mrs.", "Miss", "Frau", "Madame", "Mme", "Señora", "Sra", "Sra.",
               "Signora",
               "Sig.ra", "Mevrouw", "Mevr.", "Mw", "Mw.", "Pani", "Senhora", "Dona", "Fru"),
    "male": ("Mr", "Mr.", "Mister", "Herr", "Monsieur", "M.", "M", "Señor", "Sr", "Sr.", "Signor",
             "Signore", "Sig.",
             "Meneer", "De heer", "Dhr", "Dhr.", "Heer", "Pan", "Senhor"),
}  # fmt: skip
_GENDERS: Mapping[str, tuple[str, ...]] = {
    "female": ("female", "woman", "f", "weiblich", "w", "femme", "féminin", "mujer", "femenino",
               "donna", "femmina",
               "femminile", "vrouw", "kobieta", "mulher", "feminino"),
    "male": ("male", "man", "m", "männlich", "homme", "masculin", "hombre", "masculino", "uomo",
             "maschio", "maschile",
             "mannelijk", "mężczyzna", "homem"),
}  # fmt: skip
_MOST_TITLES = 12
"""Options after which a list is none of titles, though some may stand in it."""
_PROMPT = re.compile(
    r"^\W*$|^(?:please\b|choose|select|pick\b|bitte|wähle|auswähl|choisi|sélectionn|seleccion|elija|elige"
    r"|scegli"
    r"|selezion|kies|selecteer|maak een keuze|wybierz|escolh|selecion|any\b|none\b|n/?a$"
    r"|[-\u2013\u2014.]+ ?\w.*[-\u2013\u2014.]$|--)",
    re.IGNORECASE,
)


def is_prompt(option: str) -> bool:
    """Whether an option only asks to choose one: "Please select", "--", nothing at all."""
    return bool(_PROMPT.search(option.strip()))


def pick(spellings: Iterable[str], options: Sequence[str], values: Sequence[str] = ()) -> int | None:
    """The place of the option that says one of these; None when none does.

    The first spelling counts most; an option or value that says just that before one that says more.
    """
    said = [fold(option) for option in options]
    behind = [fold(value) for value in values] if len(values) == len(options) else said
    real = [place for place, option in enumerate(options) if not is_prompt(option)]
    wanted = [folded for spelling in spellings if (folded := fold(spelling))]
    tests = (
        lambda place, word: word == said[place],
        lambda place, word: word == behind[place],
        lambda place, word: len(word) > 1 and f" {word} " in f" {said[place]} ",
    )
    for test in tests:
        for word in wanted:
            found = next((place for place in real if test(place, word)), None)
            if found is not None:
                return found
    return None


def form_of_address(options: Sequence[str], identity: Identity) -> int | None:
    """The place of the title or gender that is theirs, in a list that holds nothing else; None in others."""
    known = {fold(word) for words in (*_TITLES.values(), *_GENDERS.values()) for word in words}
    real = [option for option in options if not is_prompt(option)]
    if sum(fold(option) in known for option in real) < 2 or len(real) > _MOST_TITLES:
        return None
    return pick((*_TITLES.get(identity.gender, ()), *_GENDERS.get(identity.gender, ()), real[0]), options)


def first_real(options: Sequence[str]) -> int | None:
    """The place of the first option that is no prompt."""
    return next((place for place, option in enumerate(options) if not is_prompt(option)), None)


def fold(words: str) -> str:
    """Words for comparing: small letters, no accents, nothing but letters and digits between spaces."""
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss").replace("ł", "l").replace("Ł", "L"))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", kept))


# ---- what a person calls their own ---------------------------------------------------------------


def spellings(token: str, identity: Identity) -> tuple[str, ...]:
    """All that a list may call what this person has, for an autocomplete token; () for other tokens."""
    found = _SPELLINGS.get(token)
    return found(identity) if found else ()


def _expiry(identity: Identity) -> tuple[int, int]:
    month, year = identity.card.expiry.split("/")
    return int(month), 2000 + int(year)


def _whole_expiry(identity: Identity) -> tuple[str, ...]:
    month, year = _expiry(identity)
    return (f"{month:02d}/{year % 100:02d}", f"{month:02d}/{year}", f"{year}-{month:02d}")


@cache
def countries(code: str, name: str) -> tuple[str, ...]:
    """What lists call a country: its names in many languages, its codes of two and three letters."""
    own = [name, *(territories.get(code, "") for territories in _territories())]
    letters = [alpha for alpha, of in _aliases().items() if of == [code] and re.fullmatch(r"[A-Z]{3}", alpha)]
    return tuple(dict.fromkeys(each for each in (*own, *_OTHER_NAMES.get(code, ()), code, *letters) if each))


def states(country: str, region: str) -> tuple[str, ...]:
    """What lists call a state, in full and in letters; nothing for somebody who lives in none."""
    pairs = [row.split(" ", 1) for row in _STATES.get(country, "").split("|") if row]
    for letters, name in pairs:
        if fold(region) in (fold(letters), fold(name)):
            return (name, letters, f"{country}-{letters}")
    return (region,) if region else ()


def months(month: int) -> tuple[str, ...]:
    """What lists call a month: its number with and without 0, its name in many languages."""
    return (f"{month:02d}", *month_names(month), str(month))


@cache
def month_names(month: int) -> tuple[str, ...]:
    """The names of a month (1 to 12), whole and short, in every language of `LANGUAGES`."""
    from babel import Locale

    found: list[str] = []
    for language in LANGUAGES:
        every = Locale(language).months
        forms = [every[form] for form in ("stand-alone", "format")]
        found += [form[width][month].rstrip(".") for form in forms for width in ("wide", "abbreviated")]
    return tuple(dict.fromkeys(found))


def dialling_codes(identity: Identity) -> tuple[str, ...]:
    """What lists of dialling codes call somebody's: "+44", "United Kingdom (+44)", "44", "GB"."""
    code = dialling(identity.phone, identity.country)
    at_home = code == dialling("", identity.country)
    names = (
        countries(identity.country, identity.country_name) if at_home else countries("US", "United States")
    )
    return (*names, f"+{code}", f"00{code}", code) if code else ()


def _territories() -> Iterator[Mapping[str, str]]:
    from babel import Locale

    for language in LANGUAGES:
        yield Locale(language).territories


@cache
def _aliases() -> Mapping[str, list[str]]:
    from babel.core import get_global

    return dict(get_global("territory_aliases"))


_SPELLINGS: Mapping[str, Callable[[Identity], tuple[str, ...]]] = {
    "country": lambda i: countries(i.country, i.country_name),
    "country-name": lambda i: countries(i.country, i.country_name),
    "address-level1": lambda i: states(i.country, i.region),
    "cc-exp-month": lambda i: months(_expiry(i)[0]),
    "cc-exp-year": lambda i: (str(_expiry(i)[1]), str(_expiry(i)[1])[2:]),
    "cc-exp": _whole_expiry,
    "cc-type": lambda i: _BRANDS.get(i.card.brand, ()),
    "bday-day": lambda i: (f"{i.birthday.day:02d}", str(i.birthday.day)),
    "bday-month": lambda i: months(i.birthday.month),
    "bday-year": lambda i: (str(i.birthday.year),),
    "honorific-prefix": lambda i: _TITLES.get(i.gender, _TITLES["female"]),
    "sex": lambda i: _GENDERS.get(i.gender, ()),
    "tel-country-code": dialling_codes,
}
