"""Eight languages: complete, and written as people there write."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cxprobe import demo
from cxprobe.demo.countries import COUNTRIES, TOWN_FIRST, town_line
from cxprobe.demo.fittings import LANGUAGES
from cxprobe.demo.goods import SHELF
from cxprobe.demo.words import MARKETS, words_in

FOLDER = Path(demo.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]
ENGLISH = words_in("en").sentences


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_sentence_with_the_same_gaps(language: str) -> None:
    """None missing, none too many, and each names what the English one names."""
    sentences = words_in(language).sentences

    assert set(ENGLISH) == set(sentences)
    assert {key: _gaps(text) for key, text in ENGLISH.items()} == {
        key: _gaps(text) for key, text in sentences.items()
    }


@pytest.mark.parametrize(
    ("postcode", "country", "line"),
    [("LS1 1AA", "GB", "Leeds LS1 1AA"), ("10115", "DE", "10115 Leeds"), ("", "IE", "Leeds")],
)
def test_town_and_postcode_stand_in_their_countrys_order(postcode: str, country: str, line: str) -> None:
    """On the page and on paper, as a postman there reads them."""
    assert line == town_line("Leeds", postcode, country)


def test_only_countries_that_are_delivered_to_have_an_order() -> None:
    """A code mistyped would quietly count for nobody."""
    assert set() == TOWN_FIRST - set(COUNTRIES)


def _gaps(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_sentence_of_a_template_is_in_the_tables() -> None:
    """A page that asks for another would break."""
    pages = "".join(path.read_text("utf-8") for path in (FOLDER / "templates").glob("*.html"))

    assert set() == set(re.findall(r'\bt\("(\w+)"[,)]', pages)) - set(ENGLISH)


def test_no_sentence_is_forgotten() -> None:
    """Every one is said somewhere, by its key or by the beginning of its key."""
    paths = [*(FOLDER / "templates").glob("*.html"), *FOLDER.glob("*.py")]
    said = "".join(path.read_text("utf-8") for path in paths)
    built = ("need_", "status_", "find_", "reason_")
    named = [*MARKETS, "colour", "size"]

    unsaid = [key for key in ENGLISH if f'"{key}"' not in said and not key.startswith(built)]

    assert [] == [key for key in unsaid if key not in named]


@pytest.mark.parametrize("language", OTHERS)
def test_goods_and_countries_have_names_of_their_own(language: str) -> None:
    """No English is left in a specification, and every product has its praise."""
    words = words_in(language)
    facts = {name for product in SHELF for name in words.facts(product)}

    assert set(COUNTRIES) == set(words.countries)
    assert all(words.blurb(product) != product.blurb for product in SHELF)
    assert not facts & {"Capacity", "Weight", "Guarantee", "Height"}
    assert [] == [v for v in _values(language) if re.search(r"\b(?:years?|Yes|steel|paper)\b", v)]


def _values(language: str) -> list[str]:
    return [value for product in SHELF for value in words_in(language).facts(product).values()]


@pytest.mark.parametrize(
    ("language", "price", "day", "short"),
    [
        ("en", "£1,234.50", "Tuesday 1 December", "01/12/2026"),
        ("de", "1.234,50\u00a0€", "Dienstag, 1. Dezember", "01.12.2026"),
        ("fr", "1\u202f234,50\u00a0€", "mardi 1er décembre", "01/12/2026"),
        ("es", "1.234,50\u00a0€", "martes, 1 de diciembre", "01/12/2026"),
        ("it", "1.234,50\u00a0€", "martedì 1 dicembre", "01/12/2026"),
        ("nl", "€\u00a01.234,50", "dinsdag 1 december", "01-12-2026"),
        ("pl", "1\u00a0234,50\u00a0zł", "wtorek, 1 grudnia", "01.12.2026"),
        ("pt", "1.234,50\u00a0€", "terça-feira, 1 de dezembro", "01/12/2026"),
    ],
)
def test_prices_and_days_are_told_as_people_there_tell_them(
    language: str, price: str, day: str, short: str
) -> None:
    """Separators, the place of the currency, and the order of a date."""
    words, first = words_in(language, MARKETS[language].symbol), date(2026, 12, 1)

    assert (price, day, short) == (words.money(123450), words.day(first), words.date(first))


def test_what_is_put_into_a_sentence_is_escaped() -> None:
    """A customer's name is no markup."""
    said = words_in("en")("thanks", name="<b>Gus</b>", number="KC-1")

    assert "&lt;b&gt;Gus" in said
