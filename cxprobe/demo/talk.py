"""What the chat answers: a conversation's state and a message in, acts out; no clock, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from cxprobe.demo.goods import Product
from cxprobe.demo.hearing import (
    email_in,
    order_number,
    product_in,
    sounds,
    specification_in,
    topic_of,
)
from cxprobe.demo.money import pounds
from cxprobe.demo.promise import day_told, delivered_by, today
from cxprobe.demo.store import SAMPLE_ORDER, Order

BOT, PRIYA, TOM = "Kettle bot", "Priya", "Tom"
LINE = 5.0  # seconds somebody waits in line
PUSH = "While you're here, our premium filter subscription is 20% off today - shall I add it?"
MORE = "Is there anything else I can help with?"
GREETING = "Hello, this is Kettle & Co. How can I help you?"
_ABOUT_AN_ORDER = {"refund", "where"}
_QUESTIONS = {
    "number": "Could you give me your order number, please?",
    "email": "Which e-mail address did you order with?",
}


@dataclass(frozen=True)
class Act:
    """Something the company does: somebody says a text, a notice appears, or the line takes its seconds."""

    kind: Literal["say", "notice", "line"]
    speaker: str = ""
    text: str = ""


@dataclass
class Talk:
    """Where a conversation stands: who speaks, what it is about, what is known, what was asked last."""

    speaker: str = BOT
    topic: str = ""
    number: int | None = None
    email: str = ""
    broken: bool = False
    asking: str = ""
    script: str = ""  # what is still to be asked, whatever is known; '' unless nobody listens
    unclear: int = 0
    not_found: int = 0
    lost: bool = False  # the customer has no order number that can be found
    silent: bool = False

    def kept(self) -> dict[str, Any]:
        """The state as plain JSON; `Talk(**kept)` is the same again."""
        return asdict(self)


class Books(Protocol):
    """What a speaker may look up."""

    def order(self, number: int) -> Order | None:
        """An order by its number."""

    def orders(self, visitor: str) -> list[Order]:
        """The visitor's orders."""

    def products(self) -> list[Product]:
        """The shelf."""


@dataclass
class Desk:
    """One answer in the making: the conversation, the message, the books, and the switches in force."""

    talk: Talk
    text: str
    books: Books
    visitor: str
    switches: frozenset[str]
    money: Callable[[int], str] = pounds

    def answer(self) -> list[Act]:
        """What follows from the message; the conversation is brought up to date."""
        asked = self.talk.asking
        self._listen(asked)
        if "dont-care" in self.switches and not self._small_talk():
            return self._leave_waiting()
        if self.talk.silent:
            return []
        if sounds("human", self.text) and self.talk.speaker == BOT:
            return [self._say("Let me pass you to a colleague."), *self._pass_to(PRIYA)]
        self.talk.asking = ""
        return self._reply_to_question(asked) or self._reply_to_topic()

    # -- listening

    def _listen(self, asked: str) -> None:
        talk = self.talk
        number = order_number(self.text, asked=asked == "number")
        talk.number = number if number is not None else talk.number
        talk.email = email_in(self.text) or talk.email
        talk.broken = talk.broken or sounds("broken", self.text)
        topic = topic_of(self.text)
        if topic and (asked not in _QUESTIONS or topic in _ABOUT_AN_ORDER):
            self._start(topic)

    def _start(self, topic: str) -> None:
        if topic == self.talk.topic:
            return
        self.talk.topic = topic
        if topic in _ABOUT_AN_ORDER and "poor-listening" in self.switches:
            self.talk.script = "number email number email"

    def _small_talk(self) -> bool:
        return bool(not self.talk.topic and not sounds("human", self.text) and sounds("greeting", self.text))

    def _leave_waiting(self) -> list[Act]:
        if self.talk.silent:
            return []
        self.talk.silent = True
        return [self._say("A colleague will be with you in a moment.")]

    # -- replying

    def _reply_to_question(self, asked: str) -> list[Act]:
        replies: Mapping[str, Callable[[], list[Act]]] = {
            "number": self._after_asking_number,
            "email": self._after_asking_email,
            "person": self._after_offering_a_person,
            "push": self._after_push,
            "more": self._after_anything_else,
        }
        return replies[asked]() if asked in replies else []

    def _after_asking_number(self) -> list[Act]:
        if self.talk.number is not None or self.talk.script or self.talk.topic not in _ABOUT_AN_ORDER:
            return []
        if sounds("unknown", self.text) or sounds("no", self.text):
            self.talk.lost = True
            if self.talk.speaker != BOT:
                return self._about_an_order()
            return self._ask("person", "That is no trouble. Shall I pass you to a colleague who can find it?")
        self.talk.not_found += 1
        if self.talk.not_found > 1 and self.talk.speaker == BOT:
            return self._offer_a_person("I'm sorry, I still could not find an order number in that.")
        said = "I'm sorry, I could not find an order number in that."
        return self._ask("number", f"{said} It begins with KC and is in your receipt. What is it, please?")

    def _after_asking_email(self) -> list[Act]:
        if self.talk.number is None and not self.talk.script:
            mine = self.books.orders(self.visitor)
            self.talk.number = mine[-1].number if mine else SAMPLE_ORDER
        return []

    def _after_offering_a_person(self) -> list[Act]:
        if self.talk.number is not None or (topic_of(self.text) and not sounds("yes", self.text)):
            return []
        if sounds("no", self.text):
            self._settled()
            return self._ask("more", f"As you like. {MORE}")
        return [self._say("Let me pass you to a colleague."), *self._pass_to(PRIYA)]

    def _after_push(self) -> list[Act]:
        if sounds("no", self.text):
            return self._ask("more", f"No problem. {MORE}")
        if sounds("yes", self.text):
            return self._ask("more", f"Lovely. You find it on the page of our paper filters. {MORE}")
        return []

    def _after_anything_else(self) -> list[Act]:
        if sounds("no", self.text) and not topic_of(self.text):
            return [self._say("Thank you for talking to us. Good-bye, and enjoy your tea!")]
        if sounds("yes", self.text) and not topic_of(self.text) and len(self.text.split()) < 4:
            return [self._say("Of course. What is it?")]
        return []

    def _reply_to_topic(self) -> list[Act]:
        topic = self.talk.topic
        if not topic and not self._specified():
            return self._reply_to_manners()
        if "limited-expertise" in self.switches and self.talk.speaker != TOM:
            return self._know_nothing()
        if topic in _ABOUT_AN_ORDER:
            return self._about_an_order()
        self.talk.topic = ""
        self.talk.unclear = 0
        if topic and not (topic == "delivery" and specification_in(self.text) == "Weight"):
            return [self._say(self._fact(topic))]
        return [self._say(self._specified())]

    def _reply_to_manners(self) -> list[Act]:
        if sounds("bye", self.text):
            return [self._say("Good-bye, and enjoy your tea!")]
        if sounds("thanks", self.text):
            return self._ask("more", f"You're welcome. {MORE}")
        if sounds("greeting", self.text):
            return [self._say("Hello! What can I do for you?")]
        self.talk.unclear += 1
        if self.talk.unclear > 1 and self.talk.speaker == BOT:
            return self._offer_a_person("I'm sorry, I still do not understand.")
        return [
            self._say(
                "I'm sorry, I did not understand that. I can help with an order, a refund, delivery, "
                "opening hours, promo codes and our products, or pass you to a person."
            )
        ]

    # -- orders

    def _about_an_order(self) -> list[Act]:
        if self.talk.script:
            return [*self._pushed(), *self._next_of_script()]
        if self.talk.number is None:
            about = "email" if self.talk.lost and self.talk.speaker != BOT else "number"
            return [*self._pushed(), *self._ask(about, f"{self._regret()}{_QUESTIONS[about]}")]
        order = self.books.order(self.talk.number)
        if order is None:
            return self._no_such_order(self.talk.number)
        return self._refunded(order) if self.talk.topic == "refund" else self._located(order)

    def _next_of_script(self) -> list[Act]:
        first, _, self.talk.script = self.talk.script.partition(" ")
        return self._ask(first, _QUESTIONS[first])

    def _no_such_order(self, number: int) -> list[Act]:
        self.talk.number = None
        self.talk.lost = True
        self.talk.not_found += 1
        said = f"I'm sorry, I cannot find an order KC-{number}."
        if self.talk.not_found > 1 and self.talk.speaker == BOT:
            return self._offer_a_person(said)
        return self._ask("number", f"{said} Could you look at your receipt again and give me the number?")

    def _refunded(self, order: Order) -> list[Act]:
        noun = order.lines[0].product.noun
        trouble = f"your {noun} arrived broken" if self.talk.broken else "it was not right for you"
        settled = self._say(
            f"I'm sorry {trouble}. I have refunded {self.money(order.bill.total)} to your card; "
            f"you will see it within 3 working days. Your reference is RF-{order.number + 1000}."
        )
        pushes = self._pushed()
        self._settled()
        if pushes:
            self.talk.asking = "push"
            return [*pushes, settled, *pushes]
        return [settled, *self._ask("more", MORE)]

    def _located(self, order: Order) -> list[Act]:
        if order.delivered:
            said = f"Order {order.name} was delivered on {day_told(order.delivered)}."
        else:
            said = f"Order {order.name} is being packed. It will be delivered by {day_told(order.promised)}."
        self._settled()
        return [self._say(said), *self._ask("more", MORE)]

    def _settled(self) -> None:
        self.talk.topic = ""
        self.talk.broken = self.talk.lost = False
        self.talk.unclear = self.talk.not_found = 0

    def _regret(self) -> str:
        broken = self.talk.topic == "refund" and self.talk.broken
        return "I'm sorry to hear that it arrived broken. " if broken else ""

    def _pushed(self) -> list[Act]:
        pushy = "pushy-selling" in self.switches and self.talk.topic == "refund"
        return [self._say(PUSH)] if pushy else []

    # -- facts

    def _fact(self, topic: str) -> str:
        by = day_told(delivered_by(today()))
        return {
            "promo": "With the code KETTLE10 you get 10 % off. Type it in at the basket and press Apply.",
            "delivery": f"We deliver in 2 to 3 working days. What you order today is with you by {by}.",
            "hours": "This chat is open day and night. Our staff are here Monday to Friday, 8 am to 6 pm.",
        }[topic]

    def _specified(self) -> str:
        product, wanted = product_in(self.text, self.books.products()), specification_in(self.text)
        if product is None:
            return ""
        facts = {**product.specification, "Price": self.money(product.price)}
        if wanted == "Capacity" and "Capacity" in facts:
            return f"The {product.title} holds {facts['Capacity']}."
        if wanted == "Price":
            return f"The {product.title} costs {facts['Price']}."
        if wanted in facts:
            return f"{product.title}, {wanted.lower()}: {facts[wanted]}."
        return f"{product.title}: " + "; ".join(f"{k.lower()} {v}" for k, v in facts.items()) + "."

    # -- passing on

    def _know_nothing(self) -> list[Act]:
        acts: list[Act] = []
        if self.talk.speaker == BOT:
            acts = [self._say("I don't know, let me pass you on."), *self._line_to(PRIYA)]
        return [*acts, self._say("I don't know, let me pass you on to Tom."), *self._pass_to(TOM)]

    def _pass_to(self, colleague: str) -> list[Act]:
        acts = self._line_to(colleague)
        self.talk.asking = ""
        if self.talk.topic or self._specified():
            if "limited-expertise" in self.switches and colleague != TOM:
                return [*acts, *self._know_nothing()]
            if "poor-listening" in self.switches and self.talk.topic in _ABOUT_AN_ORDER:
                self.talk.script = "number email number email"
            hello = f"Hello, I'm {colleague}. I have read what you wrote."
            return [*acts, self._say(hello), *self._reply_to_topic()]
        return [*acts, self._say(f"Hello, I'm {colleague}. How can I help?")]

    def _line_to(self, colleague: str) -> list[Act]:
        self.talk.speaker = colleague
        return [
            Act("notice", text=f"You are number 1 in the line, about {LINE:.0f} seconds."),
            Act("line"),
            Act("notice", text=f"You are now talking to {colleague}."),
        ]

    def _offer_a_person(self, said: str) -> list[Act]:
        return self._ask("person", f"{said} Shall I pass you to a colleague?")

    def _ask(self, about: str, text: str) -> list[Act]:
        self.talk.asking = about
        return [self._say(text)]

    def _say(self, text: str) -> Act:
        return Act("say", self.talk.speaker, text)
