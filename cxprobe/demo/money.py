"""What things cost: promo codes, VAT and the bill, in pence (or the hundredths of another currency)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxprobe.demo.goods import Product
from cxprobe.demo.words import BRITAIN, Market, Words, english

FREE_DELIVERY_FROM = 2500
KETTLE_CARE = 499
METHODS = {"standard": 350, "express": 495}


@dataclass(frozen=True)
class Line:
    """So many of one product."""

    product: Product
    quantity: int
    choice: str = ""  # "forest/M" of a product that comes in several

    @property
    def price(self) -> int:
        """The line's price in pence."""
        return self.product.price * self.quantity


@dataclass(frozen=True)
class Bill:
    """What is to be paid, in pence; `promo` is the code in force, or empty. Prices include the VAT.

    `week` is what a second discount takes off, `rounding` by what the VAT is told differently.
    """

    subtotal: int
    discount: int
    delivery: int
    care: int = 0
    promo: str = ""
    vat_percent: int = BRITAIN.vat
    vat_too_much: int = 0
    week: int = 0
    rounding: int = 0

    @property
    def total(self) -> int:
        """What the card is charged."""
        return self.subtotal - self.discount - self.week + self.delivery + self.care + self.vat_too_much

    @property
    def vat(self) -> int:
        """The VAT within the total."""
        rightly = vat_within(self.total - self.vat_too_much, self.vat_percent)
        return rightly + self.vat_too_much + self.rounding

    @property
    def net(self) -> int:
        """The total without the VAT."""
        return self.total - self.vat


def vat_within(gross: int, percent: int) -> int:
    """The VAT that a price with VAT contains, rounded half up."""
    return (2 * gross * percent + 100 + percent) // (2 * (100 + percent))


def pounds(pence: int) -> str:
    """'£39.00' from 3900."""
    return english().money(pence)


def bill(
    lines: Sequence[Line],
    promo: str = "",
    method: str = "standard",
    *,
    care: bool = False,
    market: Market = BRITAIN,
    switches: frozenset[str] = frozenset(),
    alike: frozenset[str] = frozenset(),
) -> Bill:
    """The bill for some lines; the discount is rounded in the customer's favour."""
    subtotal = sum(line.price for line in lines)
    off = _OFF.get(promo, 0)
    base = sum(line.price for line in lines if is_teapot(line)) if "promo-ignored" in alike else subtotal
    discount = _percent_of(base, off * _times_taken(switches))
    week = _percent_of(subtotal, off) if "promo-twice" in alike else 0
    too_much = vat_within(discount, market.vat) if "tax-on-wrong-base" in switches else 0
    delivery = delivery_price(subtotal, method, market)
    extra = KETTLE_CARE * market.rate if care else 0
    rounding = -1 if "tax-on-wrong-base" in alike else 0
    return Bill(subtotal, discount, delivery, extra, promo, market.vat, too_much, week, rounding)


def _percent_of(price: int, percent: int) -> int:
    return -(-price * percent // 100)


def is_teapot(line: Line) -> bool:
    """Whether a line is of teapots, which some codes are for."""
    return line.product.noun == "teapot"


def _times_taken(switches: frozenset[str]) -> int:
    if "promo-ignored" in switches:
        return 0
    return 2 if "promo-twice" in switches else 1


def delivery_price(subtotal: int, method: str, market: Market = BRITAIN) -> int:
    """Pence for the delivery: standard costs nothing from £25 of goods."""
    if not subtotal or (method == "standard" and subtotal >= FREE_DELIVERY_FROM * market.rate):
        return 0
    return METHODS[method] * market.rate


THE_CODE = "KETTLE10"
_OFF = {THE_CODE: 10}
_EXPIRED = {"EXPIRED5": date(2024, 10, 31), "EXPIRED": date(2025, 1, 31)}


@dataclass(frozen=True)
class PromoAnswer:
    """What came of typing a promo code: the code in force, or why not."""

    code: str = ""
    refusal: str = ""


def promo_answer(typed: str, words: Words | None = None, *, capitals_only: bool = False) -> PromoAnswer:
    """Look a code up as people type it: any case, spaces around or inside."""
    say = (words or english()).plain
    code = "".join(typed.split()).upper()
    if not code:
        return PromoAnswer(refusal=say("promo_empty"))
    if capitals_only and typed != code:
        return PromoAnswer(refusal=say("promo_capitals"))
    if code in _OFF:
        return PromoAnswer(code=code)
    if code in _EXPIRED:
        day = (words or english()).date(_EXPIRED[code])
        return PromoAnswer(refusal=say("promo_expired", code=code, day=day))
    return PromoAnswer(refusal=say("promo_unknown", code=code))


def promo_told(code: str, words: Words | None = None, *, teapots: bool = False) -> str:
    """What a code in force does: 'KETTLE10 takes 10 % off' and a full stop."""
    key = "promo_on_teapots" if teapots else "promo_on"
    return (words or english()).plain(key, code=code, percent=_OFF[code])
