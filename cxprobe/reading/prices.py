"""Amounts of money in text, as exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SIGNS = {
    "£": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "c$": "CAD",
    "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "mx$": "MXN",
    "r$": "BRL", "¥": "JPY", "zł": "PLN", "chf": "CHF", "fr.": "CHF", "sfr.": "CHF", "kr": "SEK",
    "kr.": "SEK", "rs": "INR", "rs.": "INR",
    "kč": "CZK", "ft": "HUF", "lei": "RON", "₹": "INR", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₩": "KRW",
}  # fmt: skip
"""What stands for a currency, in small letters, and its ISO 4217 code; bare $ and kr by their commonest."""
_CODE = (
    r"(?:GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|JPY|CAD|AUD|NZD|CZK|HUF|RON|BGN|BRL|MXN|INR|HKD|SGD|ILS|UAH|ZAR|CNY)"
)
_BEFORE = (
    r"(?:(?<![A-Za-z])(?:US|CA?|AU?|NZ|HK|S|MX|R)\$|[£€$¥₹₺₴₪₩]|\b(?:S?Fr\.|Rs\b\.?|kr\b\.?|zł|Kč|Ft\b))"
)
_AFTER = r"(?:[£€¥₹₺₴₪₩]|(?:US|CA|AU|NZ)?\$|zł|Kč|kr\b\.?|Ft\b|lei\b|[Ee]uros?\b|Fr\.)"
_AMOUNT = (
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?(?!\d)"  # lakhs: ₹1,23,456
    r"|\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d+(?:[.,](?:\d{1,2}(?!\d)|[-–—−]{1,2}))?)"
)
_GAP = r"[ \u00a0\u202f]?"
_PRICE = re.compile(
    rf"(?P<minus>(?<!\d)(?<!\d[ \u00a0])[-\u2212\u2013](?:(?=\S)|(?:(?<=^.)|(?<=[\t:(\n].))\s))?"
    rf"(?:(?P<before>{_BEFORE}|\b{_CODE}\b){_GAP}(?P<inner>[-\u2212\u2013])?{_GAP}(?P<first>{_AMOUNT})(?!\d)"
    rf"|(?<![\d.,])(?P<second>{_AMOUNT})(?P<early>[-\u2212](?=[ \u00a0]?\D))?{_GAP}"
    rf"(?P<after>{_AFTER}|{_CODE}\b)(?!\d))"
    r"(?P<trail>[-\u2212](?=\s|$))?"
)
_TOTAL = re.compile(
    r"\b(?:(?:grand |order )?total|(?:amount )?to pay|you pay|gesamt(?:summe|betrag)?|summe|à payer"
    r"|importe total)\b",
    re.IGNORECASE,
)
_WHOLE = ("JPY", "KRW", "HUF")


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, its currency as an ISO 4217 code, and the words it was read from."""

    amount: Decimal
    currency: str
    quote: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A price, and where in the text it stands."""

    price: Price
    start: int
    end: int


def prices(text: str) -> tuple[Price, ...]:
    """Every price in a text, in order; a discount written with a minus is negative."""
    return tuple(placed.price for placed in placed_prices(text))


def placed_prices(text: str) -> Iterator[Placed]:
    """Every price in a text, in order, with its place."""
    return (Placed(_price(match), *match.span()) for match in _PRICE.finditer(text))


def total(text: str) -> Price | None:
    """The price that stands after the last word for a total ("Subtotal" is none), or None."""
    for word in reversed(list(_TOTAL.finditer(text))):
        after = prices(text[word.end() : word.end() + 60])
        if after:
            return after[0]
    return None


def minor_unit(currency: str) -> Decimal:
    """The smallest amount a bill in this currency is written in: 0.01, or 1."""
    return Decimal(1) if currency in _WHOLE else Decimal("0.01")


def decimal_of(digits: str) -> Decimal:
    """The last mark is a decimal one when one or two digits, or a dash, follow it; others part thousands."""
    whole, part = digits, ""
    decimals = re.search(r"[.,](\d{1,2}|[-–—−]{1,2})$", digits)
    if decimals:
        whole, part = digits[: decimals.start()], decimals[1]
    return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if part.isdigit() else ""))


def _price(match: re.Match[str]) -> Price:
    sign = match["before"] or match["after"]
    amount = decimal_of(match["first"] or match["second"])
    negative = match["minus"] or match["inner"] or match["early"] or match["trail"]
    return Price(-amount if negative else amount, _SIGNS.get(sign.lower(), sign), match[0].strip())
