"""What the people in the chat know about the shop: the very facts that its pages say, in their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxprobe.demo.goods import Product
from cxprobe.demo.hearing import product_in, specification_in
from cxprobe.demo.money import FREE_DELIVERY_FROM, METHODS, promo_told
from cxprobe.demo.promise import delivered_by
from cxprobe.demo.words import BRITAIN, Market, Words

RETURN_DAYS = 30
"""Days after delivery in which anything may be sent back; service.RETURN_DAYS is the same."""
WRONG_DAYS = 14
"""What is said instead by a company that is not consistent."""
REFUND_DAYS = 5
"""Working days in which a refund reaches the customer's card, as the page about returns says."""
_WRONG_DELIVERY = "Standard delivery takes 5 to 7 working days, express delivery 3 working days."
_ADVICE = ("limescale-filter", "kettle-descaler")


@dataclass(frozen=True)
class Knowledge:
    """What can be looked up: the shelf, the shop's own sentences and its hours, as of a day.

    `contrary` is a company that says other things in the chat than on its pages; `in_other_words` one
    that says the same deadline twice, in days and as a date.
    """

    shelf: Sequence[Product]
    day: date
    words: Words
    market: Market = BRITAIN
    hours: str = ""
    contrary: bool = False
    in_other_words: bool = False

    def about(self, topic: str, text: str, product: Product | None = None) -> str:
        """The answer to a question of a topic; '' when there is none."""
        if topic == "guarantee":
            return self.specified(text, product) or self._guarantees()
        answers: Mapping[str, Callable[[], str]] = {
            "returns": self._returns,
            "promo": lambda: (
                f"{promo_told('KETTLE10', self.words)} Type it in at the basket and press Apply."
            ),
            "invoice": lambda: f"{self.words.plain('faq_invoice_is')} It is at /invoice on our site.",
            "cost": self._delivery_cost,
            "delivery": self._delivery,
            "pay": lambda: self.words.plain("faq_pay_is"),
            "hours": lambda: f"We are here {self.hours or self.words.talk('always_open')}.",
            "advice": self._advice,
        }
        return answers[topic]() if topic in answers else ""

    def specified(self, text: str, product: Product | None = None) -> str:
        """The specification that a text asks for, of the product it names or the one spoken of before."""
        named, wanted = product_in(text, self.shelf), specification_in(text)
        product = named or product
        if product is None or not (named or wanted):
            return ""
        return self._of_product(product, wanted)

    def return_deadline(self, delivered: date | None) -> str:
        """'30 days', and until when where that is told too."""
        days = WRONG_DAYS if self.contrary else RETURN_DAYS
        if not self.in_other_words:
            return f"{days} days"
        last = (delivered or self.day) + timedelta(days=days)
        return f"{days} days, that is until {last.day} {last:%B}"

    def _of_product(self, product: Product, wanted: str) -> str:
        facts = {**product.specification, "Price": self._price(product)}
        if self.contrary and "Guarantee" in facts:
            facts["Guarantee"] = "6 months" if facts["Guarantee"] == "1 year" else "1 year"
        title = product.title
        if wanted == "Stock":
            return f"The {title} is in stock." if product.stock else f"The {title} is sold out at the moment."
        if wanted == "Capacity" and "Capacity" in facts:
            return f"The {title} holds {facts['Capacity']}."
        if wanted == "Price":
            return f"The {title} costs {facts['Price']}."
        if wanted == "Guarantee" and "Guarantee" in facts:
            return f"The {title} has a guarantee of {facts['Guarantee']}."
        if wanted in facts:
            return f"{title}, {wanted.lower()}: {facts[wanted]}."
        return f"{title}: " + "; ".join(f"{k.lower()} {v}" for k, v in facts.items()) + "."

    def _price(self, product: Product) -> str:
        return self.words.money(product.price * (110 if self.contrary else 100) // 100)

    def _guarantees(self) -> str:
        years = sorted(
            {
                int(found[0])
                for p in self.shelf
                if (found := re.match(r"\d+", p.specification.get("Guarantee", "")))
            }
        )
        return (
            f"Our goods have a guarantee of {years[0]} to {years[-1]} years. Which one is it about? "
            "I can look it up."
        )

    def _returns(self) -> str:
        say = self.words.plain
        first = (
            say("returns_days").replace(str(RETURN_DAYS), str(WRONG_DAYS))
            if self.contrary
            else say("returns_days")
        )
        if self.in_other_words:
            last = self.day + timedelta(days=RETURN_DAYS)
            first += f" What is delivered today can go back until {last.day} {last:%B}."
        return (
            f"{first} {say('returns_pays')} {say('returns_refund')} You can start it at /returns on our site."
        )

    def _delivery(self) -> str:
        if self.contrary:
            return _WRONG_DELIVERY
        by = self.words.day(delivered_by(self.day))
        return f"{self.words.plain('delivery_time')} {self.words.plain('delivery_today', day=by)}"

    def _delivery_cost(self) -> str:
        prices = {way: self.words.money(price * self.market.rate) for way, price in METHODS.items()}
        free = self.words.money(FREE_DELIVERY_FROM * self.market.rate)
        return self.words.plain("delivery_cost", free=free, **prices)

    def _advice(self) -> str:
        known = [product for product in self.shelf if product.slug in _ADVICE]
        told = " and ".join(f"the {p.title} for {self._price(p)}" for p in known)
        return f"Against limescale there is {told}. Both go with all our kettles."
