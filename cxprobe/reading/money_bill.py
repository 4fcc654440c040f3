"""A bill as plain values: the lines of what is to be paid, and what does not agree about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

LineKind = Literal["item", "subtotal", "delivery", "discount", "credit", "saving", "tax", "fee", "total"]
KINDS: tuple[str, ...] = get_args(LineKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One line of a bill; its amount is signed as it counts, so a discount is negative."""

    kind: LineKind
    """item, subtotal, delivery, discount, credit (a gift card, what was paid before), saving (told, perhaps
    not taken off), tax, fee or total."""
    amount: Decimal
    currency: str
    """An ISO 4217 code; "" where none was shown."""
    quote: str
    """The words on the page: "Discount −£5.00"."""
    label: str = ""
    quantity: Decimal | None = None
    unit: Decimal | None = None
    """The price of one, of an item."""
    rate: Decimal | None = None
    """The percentage its words quote, of a tax or a discount."""
    included: bool | None = None
    """Of a tax: whether the prices hold it already; None where the words do not say."""
    sure: bool = True
    """Whether it surely counts as it stands."""

    def to_json(self) -> dict[str, Any]:
        """As plain data: amounts as text, to the penny; what says nothing is left out."""
        plain: dict[str, Any] = {
            "kind": self.kind, "amount": str(self.amount), "currency": self.currency, "quote": self.quote,
            "label": self.label, "included": self.included, "sure": self.sure,
        }  # fmt: skip
        numbers = {"quantity": self.quantity, "unit": self.unit, "rate": self.rate}
        plain |= {key: str(value) for key, value in numbers.items() if value is not None}
        return {key: value for key, value in plain.items() if value not in ("", None, True) or key == "quote"}


@dataclass(frozen=True, slots=True)
class Bill:
    """The lines of what is to be paid, in the order of the page."""

    lines: tuple[BillLine, ...] = ()
    later: tuple[str, ...] = ()
    """Kinds whose amount is put off: ("delivery",) for "calculated at the next step"."""
    complete: bool = False
    """Whether its parts are surely all there, so that they can be added up."""
    net: bool = False
    """Whether prices without tax are spoken of."""

    @property
    def total(self) -> BillLine | None:
        """What is to be paid, all in all; None where no total is told."""
        return self.get("total")

    @property
    def due(self) -> BillLine | None:
        """The total, else the subtotal: what the page makes a customer expect to pay."""
        return self.total or self.get("subtotal")

    @property
    def currency(self) -> str:
        """The currency of what is due, else of the first line."""
        line = self.due or next(iter(self.lines), None)
        return line.currency if line else ""

    def get(self, kind: str) -> BillLine | None:
        """The line of a kind, the last where there are several, or None."""
        return next((line for line in reversed(self.lines) if line.kind == kind), None)

    def all(self, *kinds: str) -> tuple[BillLine, ...]:
        """Every line of these kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def sum(self, *kinds: str) -> Decimal:
        """What the lines of these kinds come to; 0 where there are none."""
        return sum((line.amount for line in self.all(*kinds)), Decimal())

    def to_json(self) -> dict[str, Any]:
        """As plain data, for a moment of kind "money": `lines`, and `later` where something is put off."""
        plain: dict[str, Any] = {"lines": [line.to_json() for line in self.lines]}
        return plain | ({"later": list(self.later)} if self.later else {})


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two things a company said that do not agree, with both quotes."""

    about: str
    """What they are about: "total", "items", "tax", "item", "price", "delivery date" …"""
    said: str
    but: str
    sentence: str
    """For people: what the page says, and what speaks against it."""
    kind: Literal["contradiction", "late"] = "contradiction"
    """"late" is no lie: a cost that was named only later."""
    cause: str = ""
    """What it looks like, where that can be told: "the discount was counted twice"."""

    def to_json(self) -> Mapping[str, str]:
        """As plain data, for a moment of kind "mismatch"."""
        plain = {"about": self.about, "said": self.said, "but": self.but, "kind": self.kind}
        return plain | ({"cause": self.cause} if self.cause else {})


_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}


def written(amount: Decimal, currency: str) -> str:
    """An amount as people write it: "£49.00", "49.00 PLN", "−£5.00"."""
    figure = f"{abs(amount):,.2f}"
    symbol = _SYMBOLS.get(currency, "")
    body = f"{symbol}{figure}" if symbol else f"{figure} {currency}".strip()
    return f"−{body}" if amount < 0 else body
