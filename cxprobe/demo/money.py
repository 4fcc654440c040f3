"""What things cost: pounds from pence, promo codes, and the bill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxprobe.demo.goods import Product

FREE_DELIVERY_FROM = 2500
KETTLE_CARE = 499
METHODS = {"standard": 350, "express": 495}


@dataclass(frozen=True)
class Line:
    """So many of one product."""

    product: Product
    quantity: int

    @property
    def price(self) -> int:
        """The line's price in pence."""
        return self.product.price * self.quantity


@dataclass(frozen=True)
class Bill:
    """What is to be paid, in pence; `promo` is the code in force, or empty."""

    subtotal: int
    discount: int
    delivery: int
    care: int = 0
    promo: str = ""

    @property
    def total(self) -> int:
        """What the card is charged."""
        return self.subtotal - self.discount + self.delivery + self.care


def pounds(pence: int) -> str:
    """'£39.00' from 3900."""
    return f"£{pence // 100:,}.{pence % 100:02d}"


def bill(lines: Sequence[Line], promo: str = "", method: str = "standard", *, care: bool = False) -> Bill:
    """The bill for some lines; the discount is rounded in the customer's favour."""
    subtotal = sum(line.price for line in lines)
    discount = -(-subtotal * _OFF.get(promo, 0) // 100)
    return Bill(subtotal, discount, delivery_price(subtotal, method), KETTLE_CARE if care else 0, promo)


def delivery_price(subtotal: int, method: str) -> int:
    """Pence for the delivery: standard costs nothing from £25 of goods."""
    if not subtotal or (method == "standard" and subtotal >= FREE_DELIVERY_FROM):
        return 0
    return METHODS[method]


_OFF = {"KETTLE10": 10}
_EXPIRED = {"EXPIRED5": "31 October 2024"}


@dataclass(frozen=True)
class PromoAnswer:
    """What came of typing a promo code: the code in force, or why not."""

    code: str = ""
    refusal: str = ""


def promo_answer(typed: str) -> PromoAnswer:
    """Look a code up as people type it: any case, spaces around or inside."""
    code = "".join(typed.split()).upper()
    if not code:
        return PromoAnswer(refusal="Type a promo code first.")
    if code in _OFF:
        return PromoAnswer(code=code)
    if code in _EXPIRED:
        return PromoAnswer(refusal=f"The code {code} ran out on {_EXPIRED[code]}.")
    return PromoAnswer(refusal=f"We do not know the code {code}. Check it for typing mistakes.")


def promo_told(code: str) -> str:
    """What a code in force does: 'KETTLE10 takes 10 % off' and a full stop."""
    return f"{code} takes {_OFF[code]} % off."
