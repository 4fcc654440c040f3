"""What speaks for each meaning of one field, taken alone: words, shape, options, type, declaration.

Every cue adds points to a meaning; a person reads labels first, so they weigh most. The points were
set by hand: two cues that agree outweigh any single one, and none of the weak ones convinces alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from cxprobe.reading.field_lists import kind_of
from cxprobe.reading.field_words import find, listed, plain
from cxprobe.reading.snapshot import Control

LABEL, BESIDE, PLACEHOLDER, MAKERS, TITLE, HINT, DECLARED = 5.0, 3.5, 4.0, 3.0, 2.0, 1.2, 4.5
"""Points of a phrase that says all: in its label, beside it, in it, in its name or id, …"""

TOKENS = listed(
    "name given-name additional-name family-name email tel tel-country-code tel-national tel-area-code"
    " tel-local tel-local-prefix tel-local-suffix street-address address-line1 address-line2"
    " address-line3 address-level1 address-level2 address-level3 address-level4 postal-code country"
    " country-name cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp"
    " cc-exp-month cc-exp-year cc-csc bday bday-day bday-month bday-year username new-password"
    " current-password one-time-code"
)
"""The autocomplete tokens that are given (HTML Standard, 4.10.19.7 Autofill)."""
DECLARABLE = {token: token for token in TOKENS} | {
    "new-password": "password",
    "current-password": "password",
    "organization": "organization",
    "nickname": "nickname",
    "tel-extension": "tel-extension",
    "cc-type": "card-type",
    "sex": "gender",
    "url": "website",
    "language": "language",
    "organization-title": "job-title",
    "honorific-prefix": "honorific-prefix",
    "honorific-suffix": "honorific-suffix",
    "transaction-amount": "amount",
    "impp": "thing",
    "photo": "file",
    "one-time-code": "one-time-code",
}
_LISTED = {
    "countries": ("country", 5.0, "it lists countries"),
    "dial codes": ("tel-country-code", 5.0, "it lists dialling codes"),
    "states": ("address-level1", 5.0, "it lists states or provinces"),
    "months": ("~month", 5.0, "it lists the months"),
    "days": ("~day", 5.0, "it lists the days of a month"),
    "years ahead": ("~year", 5.0, "it lists years to come"),
    "years behind": ("~year", 5.0, "it lists years gone by"),
    "titles": ("honorific-prefix", 5.0, "it lists titles"),
    "genders": ("gender", 5.0, "it lists genders"),
    "cards": ("card-type", 5.0, "it lists kinds of cards"),
    "numbers": ("quantity", 1.0, "it lists numbers"),
}
_TYPED = {
    "email": ("email", 4.0, "it takes e-mail addresses"),
    "password": ("password", 2.5, "what is typed into it is hidden"),
    "search": ("search", 4.0, "it is a search box"),
    "tel": ("tel", 1.5, "it takes telephone numbers"),
    "url": ("website", 4.0, "it takes web addresses"),
    "number": ("quantity", 1.0, "it takes numbers"),
    "date": ("date", 2.5, "it takes a date"),
    "datetime-local": ("date", 4.0, "it takes a date"),
    "time": ("date", 4.0, "it takes a time"),
    "month": ("cc-exp", 2.5, "it takes a month"),
}
_SHAPES: tuple[tuple[str, str, float, str], ...] = (
    (
        r"(?:[\dx•·∙●*_#]{4}[ \-]){2,}[\dx•·∙●*_#]{3,4}",
        "cc-number",
        4.0,
        "a card number stands in it as a sample",
    ),
    (
        r"(?<![/\w])mm\s?[/\-. ]\s?(?:yy|jj|aa|rr)(?:yy|jj|aa|rr)?(?!\w)",
        "cc-exp",
        3.5,
        "it wants month and year",
    ),
    (
        r"(?<!\d)(?<!\d[/.])(?:0[1-9]|1[0-2])\s?/\s?(?:2\d|3\d)(?![/\d])",
        "cc-exp",
        2.0,
        "month and year stand in it",
    ),
    (
        r"\b(?:dd|tt|jj|gg|d)[/\-. ]mm|mm[/\-.]dd|(?:yyyy|aaaa|jjjj)[/\-.]mm[/\-.]",
        "date",
        2.0,
        "it wants a date",
    ),
    (r"[^\s@]+@[^\s@]+\.[a-z]{2,}", "email", 3.0, "an e-mail address stands in it as a sample"),
    (
        r"\(?[\d_x]{3}\)?[ \-.][\d_x]{3}[ \-.][\d_x]{4}|\( ?_{3} ?\)",
        "tel",
        2.5,
        "a telephone number stands in it",
    ),
    (r"^\s?\+\d[\d ]{3,}", "tel", 2.5, "a telephone number stands in it"),
    (r"^\s?(?:123|•••|\*\*\*|1234|000|xxx|cvc)\s?$", "cc-csc", 1.0, "three digits stand in it"),
    (r"^(?:\w+\. ?)?\s?\d{5}(?:-\d{4})?\s?$|^\d{2}-\d{3}$", "postal-code", 1.5, "a postcode stands in it"),
    (r"https?://", "website", 3.0, "a web address stands in it"),
)
_COMPILED = tuple((re.compile(p, re.IGNORECASE), m, w, s) for p, m, w, s in _SHAPES)
_SAMPLED = re.compile(r"[\d@/•·∙●*_#]|[a-z]{2}[.\- ][a-z]{2}|^xxx$", re.IGNORECASE)
"""What a text needs for any of these shapes."""
_LIST_MEANINGS = listed(
    "country address-level1 address-level2 address-level3 tel-country-code honorific-prefix gender"
    " card-type quantity ~month ~year ~day ~birth ~again ~new ~old language subject delivery-method"
    " payment-method extra bday cc-exp thing age job-title order-number amount date search"
    " honorific-suffix account-number security-question"
)
_HIDDEN_MEANINGS = listed("password cc-csc pin one-time-code ~again ~new ~old id-number gift-card")
_NUMBER_MEANINGS = listed(
    "quantity amount tel postal-code cc-number cc-csc cc-exp ~month ~year ~day ~birth age"
    " account-number order-number house-number pin one-time-code bday tel-area-code gift-card"
    " bank-account id-number date thing"
)
_DATE_MEANINGS = listed("date bday ~birth cc-exp")
_LONG = listed("email street-address address-line1 name username given-name family-name cc-name")
_OF_BOXES = ("consent", "remember", "same-address")
"""What is ticked, not typed."""


_OTHER_CARDS = re.compile(
    r"loyalty|member|club|reward|bonus|gift|library|insurance|health|travel|student|store card"
    r"|railcard|discount"
    r"|fid[eé]li|lidmaat|klant|kunden|treue|fedelt|tessera|lojaln|sta[łl]ego klienta|fideli[zd]a"
    r"|socio|sócio|cadeau|geschenk|regalo|cliente|versichert|bahncard|rabatt|réduction|descuento|sconto|korting|zniżk",
    re.IGNORECASE,
)
"""Words of cards that nobody pays with."""
_PAPERS = re.compile(
    r"passport|licen[cs]e|document|permit|identity|ausweis|führerschein|passeport|permis|identité|pasaporte|\bdni\b"
    r"|passaporto|patente|paspoort|rijbewijs|paszport|dowod|dowód|passaporte",
    re.IGNORECASE,
)
"""Words of papers that expire as cards do."""
_OTHERS = re.compile(
    r"\b(?:schools?|college|university|employer|hospital|airport|maiden|citizenship|nationality|deceased"
    r"|grand(?:mother|father|parents?)|favou?rite|childhood|did your?|loved one|honou?ree|in memory"
    r"|next of kin|mothers?|fathers?|spouse|pet|schule|hochschule|flughafen"
    r"|staatsangehörigkeit|geburts(?:ort|land|name)|école|lycée|université|aéroport|nationalité|escuela|colegio"
    r"|universidad|aeropuerto|nacionalidad|scuola|università|aeroporto|cittadinanza|nazionalità|luchthaven"
    r"|nationaliteit|szkoł[ay]|uczelni|lotnisk|obywatelstw|escola|nacionalidade|universidade)\b",
    re.IGNORECASE,
)
"""Words of those whose name, town or country is asked for, where it is not the customer's."""
_OWN = (
    *("name", "given-name", "family-name", "address-level2", "address-level1", "country", "postal-code"),
    *("street-address", "address-line1"),
)
_YES_OR_NO = re.compile(
    r"(?:would|do|are|have|did|will|can|is|was) (?:you|this|it|we)\b"
    r"|(?:möchten|haben|sind|wollen|dürfen) (?:sie|wir)\b|(?:voulez|avez|êtes|souhaitez)[- ]vous\b"
    r"|¿?(?:desea|quieres?|tienes?|eres)\b|(?:vuoi|desideri|hai|sei)\b"
    r"|(?:wil|heb|ben|wilt|hebt|bent) (?:u|je)\b|czy\b|(?:deseja|quer|tem)\b",
    re.IGNORECASE,
)
"""How questions begin that want a yes or a no, whatever else they name."""


@dataclass(slots=True)
class Field:
    """A control with what speaks for each meaning so far: points, and reasons a person understands."""

    control: Control
    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reasons: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, meaning: str, points: float, reason: str = "") -> None:
        """Let something speak for a meaning, or against it with fewer than no points."""
        self.points[meaning] += points
        if reason and points > 0:
            self.reasons[meaning].append((points, reason))

    def at_least(self, meaning: str, points: float, reason: str) -> None:
        """Raise a meaning to so many points."""
        if points > self.points[meaning]:
            self.add(meaning, points - self.points[meaning], reason)
            self.reasons[meaning].append((points, reason))

    def has(self, meaning: str, least: float = 1.0) -> bool:
        """Whether something speaks for a meaning."""
        return self.points.get(meaning, 0.0) >= least

    def best(self) -> tuple[str, float]:
        """The meaning with the most points, words that only qualify others left out; ("", 0) for none."""
        best, most = "", 0.0
        for meaning, points in self.points.items():
            if points > most and meaning[0] != "~":
                best, most = meaning, points
        return best, most

    @property
    def words(self) -> str:
        """All that is said at it, for looking up words that only qualify."""
        said = self.control
        return " ".join((said.label, said.name, said.placeholder, said.title, said.group))


def gather(control: Control, language: str) -> Field:
    """Everything that a control itself says."""
    weighed = Field(control)
    for text, weight, told in _texts(control):
        _read(weighed, text, weight, told, language)
    _makers(weighed, language)
    _declared(weighed)
    _shaped(weighed)
    _typed(weighed)
    if control.tag == "select":
        listed = _LISTED.get(kind_of(control.options, control.values))
        if listed:
            weighed.add(*_of_list(listed, weighed))
    _places(weighed, language)
    _mistaken(weighed)
    _someone_elses(weighed)
    _samples_say_more(weighed, language)
    _plausible(weighed)
    if _YES_OR_NO.match(control.label.strip() or control.name.strip()):
        for meaning in weighed.points:
            weighed.points[meaning] *= 0.4
    return weighed


def _places(weighed: Field, language: str) -> None:
    """What belongs to a street, and what has room for a whole address."""
    control = weighed.control
    if weighed.has("street-address", 1.5) and weighed.has("house-number"):
        weighed.add("street-address", weighed.points.pop("house-number") * 0.5)
    if weighed.has("street-address") and weighed.has("address-line2") and _names_both(control, language):
        weighed.add("street-address", 0.7 * weighed.points.pop("address-line2"))
    if control.tag == "textarea" and weighed.has("street-address", 1.5):
        weighed.add("street-address", 2.0, "it has room for an address")


def _mistaken(weighed: Field) -> None:
    """Words that mean something else in this company: other cards, other papers, the day of birth."""
    if weighed.control.type == "password" and weighed.has("pin") and weighed.has("password", 4.0):
        weighed.points["pin"] *= 0.5
    if weighed.has("cc-number") and _OTHER_CARDS.search(weighed.words):
        weighed.add("account-number", weighed.points.pop("cc-number"), "a number of some other card")
    if weighed.has("cc-exp") and _PAPERS.search(weighed.words):
        weighed.add("date", weighed.points.pop("cc-exp"), "a date of some other paper")
    if weighed.has("email", PLACEHOLDER - 0.1):
        weighed.points.pop("newsletter", None)
    if weighed.has("file"):
        weighed.points["file"] *= 0.3  # nothing is typed that is a file: "ZIP code on file"
    for meaning in _OF_BOXES:
        weighed.points.pop(meaning, None)
    if weighed.has("bday", 1.5) or weighed.has("~birth", 1.5):
        weighed.points["bday"] += weighed.points.pop("date", 0.0)


def _names_both(control: Control, language: str) -> bool:
    """Whether one label asks for the street and what is beside it: "Building, street"."""
    said = {found.meaning for found in find(control.label, language)}
    return said >= {"street-address", "address-line2"} and "2" not in control.label


def _of_list(listed: tuple[str, float, str], weighed: Field) -> tuple[str, float, str]:
    """What a list speaks for: little, where the words ask for the country of something else."""
    meaning, points, reason = listed
    return meaning, points if meaning != "country" or not weighed.has("thing", 3.4) else 0.0, reason


def _texts(control: Control) -> Iterator[tuple[str, float, str]]:
    label, name = plain(control.label), plain(control.name)
    own = bool(name) and (label in name or name in label)
    if label:
        told = "its label says" if own else "beside it stands"
        yield control.label, LABEL if own else BESIDE, told
    if name and name != label and not (label and own):
        yield control.name, PLACEHOLDER, "it is called"
    placeholder = plain(control.placeholder)
    if placeholder and placeholder != name:
        yield control.placeholder, PLACEHOLDER, "in it stands"
    if control.title and plain(control.title) not in (name, label):
        yield control.title, TITLE, "its note says"
    if not label and control.before:
        yield control.before, TITLE, "before it stands"
    if not label and not placeholder and control.after:
        yield control.after, HINT, "after it stands"
    if control.hint:
        yield control.hint, HINT, "under it stands"


def _read(weighed: Field, text: str, weight: float, told: str, language: str) -> None:
    best: dict[str, float] = {}
    for found in find(text, language):
        best[found.meaning] = max(best.get(found.meaning, 0.0), found.weight)
    quoted = " ".join(text.split())
    quoted = quoted if len(quoted) <= 40 else f"{quoted[:39].rstrip()}…"
    for meaning, share in best.items():
        weighed.add(meaning, weight * share, f"{told} “{quoted}”")


def _makers(weighed: Field, language: str) -> None:
    control = weighed.control
    best: dict[str, float] = defaultdict(float)
    said = bool(control.label or control.placeholder)
    for text in {control.field, control.element}:
        for found in find(text, language, maker=True) if text else ():
            # Two letters prove little beside words that say something else.
            weight = found.weight * (0.6 if said and len(found.phrase) < 3 else 1.0)
            best[found.meaning] = max(best[found.meaning], weight)
    for meaning, share in best.items():
        weighed.add(
            meaning, MAKERS * share, f"the page itself calls it “{(control.field or control.element)[:40]}”"
        )


def _declared(weighed: Field) -> None:
    control = weighed.control
    for token in reversed(control.autocomplete.split()):
        if token in DECLARABLE:
            if "password" in token and control.type != "password" and not weighed.has("password", 2.0):
                return
            weighed.add(DECLARABLE[token], DECLARED, f"declared {token}")
            return
    if control.autocomplete not in ("", "off", "on", "none", "false", "true", "nope"):
        for found in find(control.autocomplete, maker=True):
            weighed.add(found.meaning, found.weight)


def _shaped(weighed: Field) -> None:
    control = weighed.control
    for text, share in (
        (control.placeholder, 1.0),
        (control.label or control.name, 0.8),
        (control.hint, 0.4),
    ):
        for pattern, meaning, points, reason in _COMPILED if _SAMPLED.search(text) else ():
            if pattern.search(text[:120]):
                weighed.add(meaning, points * share, reason)


def _typed(weighed: Field) -> None:
    control = weighed.control
    if typed := _TYPED.get(control.type):
        weighed.add(*typed)
    if control.input_mode == "email":
        weighed.add("email", 2.0, "it takes e-mail addresses")
    if control.input_mode == "search" or control.role == "searchbox":
        weighed.add("search", 3.0, "it is a search box")
    if control.landmark == "search":
        weighed.add("search", 2.5, "it stands in the page's search")
    if control.tag == "textarea":
        weighed.add("message", 2.5, "it has room for a message")
    if control.max_length in (3, 4) and control.tag == "input":
        weighed.add("cc-csc", 0.6)
    if 15 <= control.max_length <= 23 and control.tag == "input":
        weighed.add("cc-number", 0.4)


def _someone_elses(weighed: Field) -> None:
    """The town of a school and the name of somebody remembered are not the customer's own."""
    if _OTHERS.search(weighed.control.label or weighed.control.name or weighed.control.placeholder):
        for meaning in _OWN:
            if meaning in weighed.points:
                weighed.points[meaning] *= 0.25


def _samples_say_more(weighed: Field, language: str) -> None:
    """In "Set my store" stands "ZIP code": that is what is typed, whatever it is for."""
    control = weighed.control
    if "thing" not in weighed.points or not control.placeholder:
        return
    inside = [f.meaning for f in find(control.placeholder, language) if f.weight > 0.9]
    whole = any(f.phrase == plain(control.label) for f in find(control.label, language))
    if not whole and any(meaning in TOKENS for meaning in inside):
        weighed.points["thing"] *= 0.7


def _plausible(weighed: Field) -> None:
    """What this kind of control cannot take counts little, whatever is said."""
    control = weighed.control
    fits = {
        "select": _LIST_MEANINGS,
        "password": _HIDDEN_MEANINGS,
        "number": _NUMBER_MEANINGS,
        "date": _DATE_MEANINGS,
    }.get(control.tag if control.tag == "select" else control.type)
    if control.type == "email":
        fits = frozenset(("email", "username", "~again", "search", "~new", "bot-trap"))
    if control.tag == "textarea":
        fits = frozenset(
            ("message", "street-address", "captcha", "subject", "bot-trap", "thing", "promo-code")
        )
    for meaning in weighed.points:
        if fits and meaning not in fits:
            weighed.points[meaning] *= 0.15
        if 0 < control.max_length < 8 and meaning in _LONG:
            weighed.points[meaning] *= 0.2
