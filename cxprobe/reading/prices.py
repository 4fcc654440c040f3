"""Amounts of money in text, as exact decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "zł": "PLN", "CHF": "CHF", "kr": "SEK"}
_CODE = r"(?:GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|JPY|CAD|AUD)"
_SIGN = r"(?:[£€$¥]|zł|kr\b)"
_AMOUNT = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_PRICE = re.compile(
    rf"(?P<minus>(?<!\d)(?<!\d )[-\u2212\u2013]\s?)?(?:(?P<before>{_SIGN}"
    rf"|\b{_CODE}\b)\s?(?P<inner>[-\u2212])?(?P<first>{_AMOUNT})"
    rf"|(?P<second>{_AMOUNT})\s?(?P<after>{_SIGN}|{_CODE}\b))(?!\d)"
)
_TOTAL = re.compile(
    r"\b(?:(?:grand |order )?total|(?:amount )?to pay|you pay|gesamt(?:summe|betrag)?|summe|à payer"
    r"|importe total)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, its currency as an ISO 4217 code, and the words it was read from."""

    amount: Decimal
    currency: str
    quote: str


def prices(text: str) -> tuple[Price, ...]:
    """Every price in a text, in order; a discount written with a minus is negative."""
    return tuple(_price(match) for match in _PRICE.finditer(text))


def total(text: str) -> Price | None:
    """The price that stands after the last word for a total ("Subtotal" is none), or None."""
    for word in reversed(list(_TOTAL.finditer(text))):
        after = prices(text[word.end() : word.end() + 60])
        if after:
            return after[0]
    return None


def _price(match: re.Match[str]) -> Price:
    sign = match["before"] or match["after"]
    amount = _decimal(match["first"] or match["second"])
    negative = match["minus"] or match["inner"]
    return Price(-amount if negative else amount, _SIGNS.get(sign, sign), match[0].strip())


def _decimal(digits: str) -> Decimal:
    """The last mark is a decimal one when one or two digits follow it; others part thousands."""
    whole, part = digits, ""
    decimals = re.search(r"[.,](\d{1,2})$", digits)
    if decimals:
        whole, part = digits[: decimals.start()], decimals[1]
    return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if part else ""))
