"""What the shop says, in eight languages: sentences, prices, days, countries and goods."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cxprobe.demo.countries import COUNTRIES, TOWN_FIRST
from cxprobe.demo.goods import Product

_TABLES = Path(__file__).parent / "languages"
_NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<unit>[a-z]+))?")


@dataclass(frozen=True)
class Market:
    """Where a company is at home: country, currency, VAT in percent, and prices as multiples of pence."""

    country: str
    currency: str
    symbol: str
    vat: int
    rate: int = 1


MARKETS: Mapping[str, Market] = {
    "en": Market("GB", "GBP", "£", 20),
    "de": Market("DE", "EUR", "€", 19),
    "fr": Market("FR", "EUR", "€", 20),
    "es": Market("ES", "EUR", "€", 21),
    "it": Market("IT", "EUR", "€", 22),
    "nl": Market("NL", "EUR", "€", 21),
    "pl": Market("PL", "PLN", "zł", 23, rate=5),
    "pt": Market("PT", "EUR", "€", 23),
}
"""The home of a company by its language; the VAT is each country's standard rate in 2025."""
BRITAIN = MARKETS["en"]


class Words:
    """One language's table; called with a sentence's key it gives the sentence, safe to put into HTML."""

    def __init__(self, language: str, symbol: str) -> None:
        table = tomllib.loads((_TABLES / f"{language}.toml").read_text("utf-8"))
        self.language = language
        self.tag: str = table["tag"]
        self.name: str = table["name"]
        self.sentences: Mapping[str, str] = _said_in(table)
        self.countries = _by_name(table.get("countries", COUNTRIES))
        self._table = table
        self._symbol = symbol

    def __call__(self, key: str, **values: object) -> Any:
        """The sentence as markup; values that are not markup are escaped."""
        from markupsafe import escape

        return escape(self.sentences[key]).format(**values)

    def plain(self, key: str, **values: object) -> str:
        """The sentence as plain text."""
        return self.sentences[key].format(**values)

    def talk(self, key: str, **values: object) -> str:
        """What is said in the chat and on the telephone, as plain text."""
        return str(self._table["talk"][key]).format(**values)

    def weekday(self, number: int) -> str:
        """'Monday' for 0."""
        return str(self._table["weekdays"][number])

    def money(self, hundredths: int) -> str:
        """'£1,234.50' or '1.234,50 €' from 123450."""
        whole = f"{abs(hundredths) // 100:,}".replace(",", self._table["thousands"])
        number = f"{whole}{self._table['decimal']}{abs(hundredths) % 100:02d}"
        sign = "−" if hundredths < 0 else ""
        return sign + str(self._table["money"]).format(number=number, symbol=self._symbol)

    def day(self, day: date) -> str:
        """'Tuesday 24 November' or 'Dienstag, 24. November'."""
        weekday, month = self._table["weekdays"][day.weekday()], self._table["months"][day.month - 1]
        number = "1er" if self.language == "fr" and day.day == 1 else day.day
        return str(self._table["day"]).format(weekday=weekday, day=number, month=month)

    def date(self, day: date) -> str:
        """'24/11/2026' or '24.11.2026'."""
        return str(self._table["date"]).format(day=day.day, number=day.month, year=day.year)

    def town_first(self, country: str) -> bool:
        """Whether an address in that country names the town before the postcode."""
        return country in TOWN_FIRST

    def title(self, product: Product) -> str:
        """What a product is called."""
        return self._product(product)[0]

    def noun(self, product: Product) -> str:
        """What kind of thing a product is."""
        return self._product(product)[1]

    def blurb(self, product: Product) -> str:
        """A product's praise."""
        return self._product(product)[2]

    def facts(self, product: Product) -> dict[str, str]:
        """A product's specification, name -> value."""
        facts: Mapping[str, str] = self._table.get("facts", {})
        return {facts.get(name, name): self._fact(value) for name, value in product.specification.items()}

    def _product(self, product: Product) -> tuple[str, str, str]:
        told = self._table.get("products", {}).get(product.slug)
        return tuple(told) if told else (product.title, product.noun, product.blurb)

    def _fact(self, value: str) -> str:
        facts: Mapping[str, str] = self._table.get("facts", {})
        if value in facts or self.language == "en":
            return facts.get(value, value)
        return _NUMBER.sub(self._measure, value)

    def _measure(self, found: re.Match[str]) -> str:
        separators = str.maketrans({",": self._table["thousands"], ".": self._table["decimal"]})
        number, unit = found["number"].translate(separators), found["unit"]
        return f"{number} {self._table['units'].get(unit, unit)}" if unit else number


def _said_in(table: Mapping[str, Any]) -> dict[str, str]:
    """The sentences of the table `say` and of every `say_…` beside it."""
    return {
        key: said
        for name, part in table.items()
        if name == "say" or name.startswith("say_")
        for key, said in part.items()
    }


def _by_name(countries: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(countries.items(), key=lambda pair: pair[1]))


@cache
def words_in(language: str, symbol: str = BRITAIN.symbol) -> Words:
    """The words of a language (one of LANGUAGES) in a shop that charges in a currency."""
    return Words(language, symbol)


def english() -> Words:
    """The words of the shop as it is when nobody asked for another language."""
    return words_in("en")
