"""A conversation as it stands, what the company may do in it, and somebody who listens and knows names."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Protocol

from cxprobe.demo.casebook import Casebook
from cxprobe.demo.goods import Product
from cxprobe.demo.hearing import (
    email_in,
    name_in,
    order_number,
    product_in,
    sounds,
    specification_in,
    topic_of,
)
from cxprobe.demo.knowledge import Knowledge
from cxprobe.demo.store import Order

BOT, PRIYA, TOM = "Kettle bot", "Priya", "Tom"
MORE = "Is there anything else I can help with?"
HOW = "And how did we do today? A number from 1 (badly) to 5 (very well) is enough."
LINK = "How it went, you can tell us here: /feedback"
ABOUT_AN_ORDER = ("refund", "where")
QUESTIONS = {
    "number": "Could you give me your order number, please?",
    "email": "Which e-mail address did you order with?",
}
_SCRIPT = "number email number email"


@dataclass(frozen=True)
class Act:
    """Something the company does: says or shows a text, lets seconds pass, refunds an order, notes words."""

    kind: Literal["say", "notice", "pause", "refund", "opinion"]
    speaker: str = ""
    text: str = ""
    seconds: float = 0.0
    order: int = 0


@dataclass
class Talk:
    """Where a conversation stands: who speaks, what it is about, what is known, what was asked last."""

    speaker: str = BOT
    topic: str = ""
    number: int | None = None
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    introduced: bool = False  # the name was said in this conversation
    product: str = ""  # the slug of the product spoken of last
    broken: bool = False
    asking: str = ""
    script: str = ""  # what is still to be asked, whatever is known; '' unless nobody listens
    unclear: int = 0
    not_found: int = 0
    lost: bool = False  # the customer has no order number that can be found
    silent: bool = False
    sorry: bool = False  # the trouble was regretted
    sure: bool = False  # the order was confirmed
    guessed: bool = False  # the order is the customer's last one, and nobody named it
    asked_how: bool = False
    asked_history: bool = False

    def kept(self) -> dict[str, Any]:
        """The state as plain JSON; `Talk(**kept)` is the same again."""
        return asdict(self)


class Books(Protocol):
    """What a speaker may look up."""

    cases: Casebook

    def order(self, number: int) -> Order | None:
        """An order by its number."""

    def orders(self, visitor: str) -> list[Order]:
        """The visitor's orders."""


@dataclass
class Speaker:
    """Somebody at the desk: the conversation, what was said, the books, and the switches in force."""

    talk: Talk
    text: str
    books: Books
    visitor: str
    knows: Knowledge
    switches: Set[str] = frozenset()
    alike: Set[str] = frozenset()
    mail: str = ""  # by when a confirmation comes by mail: "within 5 minutes"; '' where none is promised
    named: int | None = field(default=None, init=False)  # the order number in what was said

    # -- listening

    def _listen(self, asked: str) -> None:
        talk = self.talk
        self.named = order_number(self.text, asked=asked == "number")
        talk.number = self.named if self.named is not None else talk.number
        talk.email = email_in(self.text) or talk.email
        talk.broken = talk.broken or sounds("broken", self.text)
        self._note_name()
        named = product_in(self.text, self.knows.shelf)
        talk.product = named.slug if named and specification_in(self.text) else talk.product
        self._recognise()
        topic = topic_of(self.text)
        if topic and (asked not in QUESTIONS or topic in ABOUT_AN_ORDER):
            self._start(topic)

    def _note_name(self) -> None:
        first, last = name_in(self.text)
        if first:
            self.talk.first_name, self.talk.last_name, self.talk.introduced = first, last, True
        elif last:
            self.talk.last_name = last

    def _recognise(self) -> None:
        """Know the customer by the order they name, else by what this browser ordered before."""
        talk = self.talk
        order = self.books.order(talk.number) if talk.number is not None else None
        mine = self.books.orders(self.visitor) if order is None else []
        contact = order.contact if order else mine[-1].contact if mine else {}
        if contact and not talk.introduced:
            talk.first_name = contact.get("first_name", "")
            talk.last_name = contact.get("last_name", "")

    def _start(self, topic: str) -> None:
        if topic == self.talk.topic:
            return
        self.talk.topic = topic
        if topic in ABOUT_AN_ORDER and "poor-listening" in self.switches:
            self.talk.script = _SCRIPT

    def _product(self) -> Product | None:
        """The product spoken of before."""
        return next((p for p in self.knows.shelf if p.slug == self.talk.product), None)

    def _specified(self) -> str:
        return self.knows.specified(self.text, self._product())

    # -- speaking

    def _say(self, text: str) -> Act:
        return Act("say", self.talk.speaker, text)

    def _ask(self, about: str, text: str) -> list[Act]:
        self.talk.asking = about
        return [self._say(text)]

    def _ask_more(self, said: str = "") -> list[Act]:
        """Whether there is anything else; and, once in a conversation, how it went."""
        asks = [said, MORE]
        if not self.talk.asked_how and "no-interest-in-feedback" not in self.switches:
            asks.append(LINK if "no-interest-in-feedback" in self.alike else HOW)
        self.talk.asked_how = True
        return self._ask("more", " ".join(ask for ask in asks if ask))

    def _offer_a_person(self, said: str) -> list[Act]:
        return self._ask("person", f"{said} Shall I pass you to a colleague?")

    def _settled(self) -> None:
        talk = self.talk
        talk.topic = ""
        talk.broken = talk.lost = talk.sorry = talk.sure = talk.guessed = False
        talk.unclear = talk.not_found = 0

    def _name(self) -> str:
        """What the customer is called, '' while nobody knows."""
        if "no-personal-engagement" in self.switches:
            return ""
        if "no-personal-engagement" in self.alike and self.talk.last_name:
            return f"Ms/Mr {self.talk.last_name}"
        return self.talk.first_name

    @property
    def _comma(self) -> str:
        """The name as it stands at the end of what is said: ', Gus'."""
        return f", {name}" if (name := self._name()) else ""

    def _regret(self) -> str:
        """That one is sorry for the trouble, once; '' when it was said or there is none."""
        trouble = ""
        if self.talk.topic == "refund" and self.talk.broken:
            trouble = "I'm sorry to hear that it arrived broken"
        elif self.talk.topic == "where" and sounds("late", self.text):
            trouble = "I'm sorry that you had to wait"
        if not trouble or self.talk.sorry:
            return ""
        self.talk.sorry = True
        return f"{trouble}{self._comma}. "
