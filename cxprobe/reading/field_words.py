"""Finds the words of eight languages in what a page says and in what its makers call things."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache

from cxprobe.reading import (
    field_dutch,
    field_english,
    field_french,
    field_german,
    field_italian,
    field_makers,
    field_polish,
    field_portuguese,
    field_spanish,
)

LANGUAGES = {
    "en": field_english,
    "de": field_german,
    "fr": field_french,
    "es": field_spanish,
    "it": field_italian,
    "nl": field_dutch,
    "pl": field_polish,
    "pt": field_portuguese,
}


def listed(words: str, apart: str | None = None) -> frozenset[str]:
    """The words of a text, for tables that stay readable."""
    return frozenset(words.split(apart))


_HEAD_FIRST = frozenset({"fr", "es", "it", "pt", "pl"})
"""Languages in which the word that says what is asked comes before what belongs to it."""
_COMPOUNDING = frozenset({"de", "nl"})
_OTHER_LANGUAGE = 0.6
"""What a word weighs that is of another language than the page and not English."""
_LONGEST_TEXT = 240
_FILLERS = listed(
    "a an and the your you my our of on in to for or is it as at by with this that please enter type"
    " here field input optional required text txt e g eg ex example number no us we form customer user"
    " buyer guest billing shipping delivery mailing ship bill id fld inp contact secondary alternate"
    " emergency personal own legal person provide select choose give primary main valid der die das des"
    " und oder ihr ihre ihren dein deine deinen bitte geben sie ein eingeben pflichtfeld fur zur zum le"
    " la les l de du d et ou votre vos un une veuillez saisir entrez champ obligatoire facultatif el"
    " los las y o tu su una introduce escribe ingrese ingresa obligatorio opcional del en il lo i gli"
    " di della dell inserisci tuo tua uno facoltativo obbligatorio het een je uw jouw vul verplicht"
    " optioneel van lub w na twoj twoja podaj wpisz wymagane opcjonalnie pole os do da dos seu sua"
    " digite insira indique obrigatorio"
    " s collector applicant attendee donor payer purchaser sender tenant policyholder policy holder driver"
    " correspondence registered trading lead"
    " passenger traveller traveler voyageur passager pasajero viajero passeggero viaggiatore reiziger"
    " passagier pasazer podrozny passageiro viajante reisender reisende kontoinhaber rekeninghouder"
    " parent guardian padre madre tutor eltern elternteil genitore ouder rodzic responsavel responsable"
)
"""Words that say nothing of what is asked for."""
_Table = dict[str, dict[str, str]]
"""What a phrase means, by language."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_BARRED = str.maketrans({"ł": "l", "ø": "o"})
_ASIDE = re.compile(
    r"[(\[{:;,?!/–—|*]| - | (?:for|so|because|um|pour|para|per|voor|dla|als|if|falls|wenn|si|se)\s", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was found: what it means, where (words counted), and how much it says, 0 to 1."""

    meaning: str
    start: int
    end: int
    weight: float
    phrase: str


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Small letters without accents, words and digits apart: "Straße1" becomes "strasse 1"."""
    folded = text.casefold()
    if not folded.isascii():
        spelt = unicodedata.normalize("NFKD", folded.translate(_BARRED))
        folded = "".join(letter for letter in spelt if not unicodedata.combining(letter)).casefold()
    return " ".join(_WORD.findall(folded))


def _spelt(phrase: str) -> set[str]:
    """The ways a phrase is written: with umlauts folded or spelt out, and as one word."""
    spelt_out = phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    ways = {plain(phrase), plain(spelt_out)}
    return ways | {way.replace(" ", "") for way in ways if len(way) > 5 and not any(map(str.isdigit, way))}


def _table(words: Mapping[str, str], language: str, into: _Table) -> None:
    for meaning, phrases in words.items():
        for phrase in phrases.split("|"):
            for way in _spelt(phrase.strip()):
                into[way].setdefault(language, meaning)


@cache
def _tables() -> tuple[_Table, _Table]:
    """What phrases mean in labels, and in makers' names; made when first asked for, as it takes time."""
    labels: _Table = defaultdict(dict)
    for language, module in LANGUAGES.items():
        _table(module.WORDS, language, labels)
    makers: _Table = defaultdict(dict, {way: dict(said) for way, said in labels.items()})
    _table(field_makers.WORDS, "", makers)
    return dict(labels), dict(makers)


def _known(maker: bool) -> _Table:
    return _tables()[1 if maker else 0]


@cache
def _beginnings() -> dict[str, int]:
    """The words that phrases begin with, and of how many words the longest of these is."""
    longest: dict[str, int] = {}
    for way in _known(True):
        first, *rest = way.split(" ")
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return longest


@contextmanager
def forgetting(phrases: Iterable[str]) -> Iterator[None]:
    """Read for a while as if these phrases stood in no table: for measuring what they are worth."""
    gone = set(phrases)
    kept = [(table, {phrase: table.pop(phrase) for phrase in gone & table.keys()}) for table in _tables()]
    _forget_readings()
    try:
        yield
    finally:
        for table, taken in kept:
            table.update(taken)
        _forget_readings()


def _forget_readings() -> None:
    for cached in (_find, _part_of, says, is_all, is_edged, languages_of):
        cached.cache_clear()


def find(text: str, language: str = "en", *, maker: bool = False) -> tuple[Found, ...]:
    """What a text says, meaning by meaning; of phrases inside longer ones only the longer counts.

    `maker`: the text is a name or id that the page's makers chose ("billing[postCode]").
    """
    return _find(text[:_LONGEST_TEXT], language, maker)


@lru_cache(maxsize=20_000)
def _find(text: str, language: str, maker: bool) -> tuple[Found, ...]:
    words, asides = _words(text, maker)
    if not words:
        return ()
    spans = _longest(_spans(words, language, maker))
    if not spans:
        return ()
    return tuple(_weighed(spans, words, asides, language, maker, "(" in text or "[" in text))


def _words(text: str, maker: bool) -> tuple[list[str], int]:
    """The words of a text, and after how many of them an aside begins: "(as on the card)"."""
    if maker:
        words = plain(_CAMEL.sub(" ", text)).split()
        return words, len(words)
    aside = next((m.start() for m in _ASIDE.finditer(text) if plain(text[: m.start()])), len(text))
    first = plain(text[:aside]).split()
    return first + plain(text[aside:]).split(), len(first)


_Span = tuple[int, int, str, float, str]


def _spans(words: list[str], language: str, maker: bool) -> Iterator[_Span]:
    table, longest = _known(maker), _beginnings()
    for start, word in enumerate(words):
        known = False
        if most := longest.get(word):
            for end in range(min(len(words), start + most), start, -1):
                phrase = " ".join(words[start:end])
                if said := table.get(phrase):
                    known = True
                    if _stands(phrase, len(words), maker):
                        meaning, weight = _meaning(said, "" if maker else language)
                        yield start, end, meaning, weight, phrase
        if not known and len(word) > 5:
            yield from _inside(word, start, language, maker)


def _stands(phrase: str, words: int, maker: bool) -> bool:
    """Whether a phrase is long enough to be read among so many words: "q" or "no" only by itself."""
    least = 2 if maker else 3
    return len(phrase) >= least or words <= len(phrase)


def _meaning(said: Mapping[str, str], language: str) -> tuple[str, float]:
    for own in (language, "", "en"):
        if own in said:
            return said[own], 1.0
    return next(iter(said.values())), _OTHER_LANGUAGE


def _inside(word: str, start: int, language: str, maker: bool) -> Iterator[_Span]:
    """A known word within one that is not: "Lieferpostleitzahl", "txtfirstname", "emailinput"."""
    if part := _part_of(word, maker):
        meaning, weight = _meaning(_known(maker)[part], "" if maker else language)
        yield start, start + 1, meaning, weight * 0.85, part


@lru_cache(maxsize=20_000)
def _part_of(word: str, maker: bool) -> str:
    """The known word that one ends in, or that a maker's begins with; "" for none."""
    table = _known(maker)
    for begin in range(1, len(word) - 3):
        part = word[begin:]
        if (said := table.get(part)) and (maker or (len(part) > 4 and not _COMPOUNDING.isdisjoint(said))):
            return part
    beginnings = (word[:end] for end in range(len(word) - 1, 4, -1)) if maker else ()
    return next((part for part in beginnings if part in table), "")


def _longest(spans: Iterator[_Span]) -> list[_Span]:
    """Spans that lie in no longer one of another meaning, in reading order."""
    kept: list[_Span] = []
    for span in sorted(spans, key=_size, reverse=True):
        size = _size(span)
        if not any(o[0] < span[1] and span[0] < o[1] and _size(o) > size for o in kept) and not any(
            o[:2] == span[:2] and o[2] == span[2] for o in kept
        ):
            kept.append(span)
    return sorted(kept)


def _size(span: _Span) -> float:
    """Of how many words a phrase is; words that say nothing count a little less."""
    words = span[4].split(" ")
    return span[1] - span[0] - 0.1 * sum(word in _FILLERS for word in words) * (len(words) > 1)


def _weighed(
    spans: list[_Span], words: list[str], asides: int, language: str, maker: bool, bracketed: bool
) -> Iterator[Found]:
    fillers = {place for place, word in enumerate(words) if word in _FILLERS or word.isdigit()}
    covered = fillers | {place for start, end, *_ in spans for place in range(start, end)}
    meant = [span for span in spans if not span[2].startswith("~")]
    first = [span for span in meant if span[0] < asides] or meant
    head = _head(first, words, language in _HEAD_FIRST and not maker) if first else None
    for span in spans:
        start, end, meaning, weight, phrase = span
        if not meaning.startswith("~") and span is not head:
            weight *= 0.55 if maker or start >= asides else 0.7
        known = fillers | _alike(spans, meaning) if phrase in _BARE else covered
        if maker and phrase in _PREFIXES and len(words) > end - start:
            weight *= 0.3
        told = asides if end <= asides and bracketed else len(words)
        share = max(0.8 if maker else 0.0, min(1.0, sum(p < told for p in known) / min(told, 12)))
        yield Found(meaning, start, end, weight * _telling(phrase, share), phrase)


def _head(spans: list[_Span], words: list[str], first: bool) -> _Span:
    """The phrase the others belong to: "postcode" of "delivery postcode", "ZIP" of "ZIP or city"."""
    place = 0 if first else len(spans) - 1
    while place and words[spans[place][0] - 1] in _OR:
        place -= 1
    return spans[place]


def _alike(spans: list[_Span], meaning: str) -> set[int]:
    """The places of words that mean the same, or what goes with it."""
    same = _IN_STREET if meaning in _IN_STREET else (meaning,)
    return {place for start, end, other, *_ in spans if other in same for place in range(start, end)}


_IN_STREET = listed("street-address address-line1 address-line2 house-number")
"""What stands in a street: "Building, street", "Unit / floor"."""
_PREFIXES = listed("shipping delivery ship payment billing")
"""What makers put before the names of all fields of a step."""
_OR = frozenset(("or", "oder", "ou", "lub"))
_BARE = frozenset(
    map(
        plain,
        listed(
            "name nom nombre nome naam imię address adresse dirección indirizzo adres endereço morada card"
            " tarjeta state stato title titel titre título titolo user login account compte street line unit"
            " order code reference holder owner shipping delivery payment number nummer numéro número numero"
            " check from to status type bank test prefix discount seat route block building floor room firm"
            " business agency position role news offers policy price premium time date data datum fecha agree"
            " privacy conditions credit first last"
        ),
    )
)
"""Words that stand in names of other things too: they convince only alone."""


def _telling(phrase: str, share: float) -> float:
    """How much a phrase says where only this share of the words around it is understood."""
    return share * share if phrase in _BARE else 0.55 + 0.45 * share


@lru_cache(maxsize=4_000)
def says(text: str, what: str) -> bool:
    """Whether a text holds a phrase of this kind ("log in", "forgot") in any language."""
    words = f" {plain(text[:_LONGEST_TEXT])} "
    return any(f" {phrase} " in words for phrase in _phrases().get(what, ()))


@lru_cache(maxsize=4_000)
def is_all(text: str, what: str) -> float:
    """The share of a text that its longest phrase of this kind makes up, numbers left out."""
    words = " ".join(word for word in plain(text[:_LONGEST_TEXT]).split() if not word.isdigit())
    if not words:
        return 0.0
    padded = f" {words} "
    longest = max((len(p) for p in _phrases().get(what, ()) if f" {p} " in padded), default=0)
    return longest / len(words)


@lru_cache(maxsize=4_000)
def is_edged(text: str, what: str) -> bool:
    """Whether a short text begins or ends with a phrase of this kind: "Submit application"."""
    words = plain(text[:_LONGEST_TEXT])
    if not 0 < words.count(" ") < 4:
        return False
    long = [phrase for phrase in _phrases().get(what, ()) if len(phrase) > 3]
    return any(words.startswith(f"{phrase} ") or words.endswith(f" {phrase}") for phrase in long)


@cache
def _phrases() -> dict[str, frozenset[str]]:
    gathered: dict[str, set[str]] = defaultdict(set)
    for module in LANGUAGES.values():
        for what, phrases in module.PHRASES.items():
            gathered[what] |= {way for phrase in phrases.split("|") for way in _spelt(phrase)}
    return {what: frozenset(ways - {""}) for what, ways in gathered.items()}


@lru_cache(maxsize=20_000)
def languages_of(text: str) -> tuple[str, ...]:
    """The languages that know words of a label, each once for every word that not all of them know."""
    found: list[str] = []
    for start, end, _, _, phrase in _spans(_words(text[:80], False)[0], "", False):
        said = _known(False).get(phrase, {})
        if len(said) < 3 and end > start:
            found += said
    return tuple(found)
