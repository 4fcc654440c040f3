"""What customers come to Kettle & Co for, and which expectation each sin and fault is named by.

`ERRANDS` are what customers do; `CASES` are the switches, each with the errand that meets it and the
naming expectation that docs/reference/demo.md says. `benchmarks/sins.py` visits by them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxprobe.customer import Customer

KETTLE, PROMO = "copper stove kettle", "kettle10"


@dataclass(frozen=True)
class Errand:
    """What a customer comes for, on which day, and the standard it is judged by."""

    goal: str
    act: Callable[[Customer], object]
    standard: str
    day: Mapping[str, Any] = field(default_factory=dict)
    knows: Mapping[str, str] = field(default_factory=dict)
    device: str = ""


@dataclass(frozen=True)
class Case:
    """A switch, the errand that meets it, and the expectation that names it."""

    switch: str
    errand: str
    naming: str
    limits: Mapping[str, Any] = field(default_factory=dict)
    speed: float = 0.0
    """How fast staff and post must be for it to show; 0 as fast as all others."""
    alike: str = ""
    """The errand that meets its look-alike; "" for the same."""
    spares: tuple[str, ...] = ()
    """Personas whom it does not touch."""

    @property
    def spec(self) -> Mapping[str, Any]:
        """The naming expectation, as strict as this errand allows."""
        return {"name": self.naming, **self.limits}


def refund(customer: Customer) -> None:
    """Ask in the chat for the money back."""
    customer.open("/")
    chat = customer.open_chat()
    chat.say("My kettle arrived broken. I want my money back.")
    chat.talk()


def refund_by_name(customer: Customer) -> None:
    """The same, saying who one is."""
    customer.open("/")
    chat = customer.open_chat()
    name = customer.identity.name
    chat.say(f"My name is {name}. My kettle arrived broken. I want my money back.")
    chat.talk()


def refund_in_writing(customer: Customer) -> None:
    """Ask for the money back, and look for what was promised in writing."""
    refund(customer)
    customer.read_mail("refund", within="15 s")


def refund_reloading(customer: Customer) -> None:
    """Ask for the money back; the page is loaded anew when the order has been named."""
    customer.open("/")
    chat = customer.open_chat()
    chat.say("My kettle arrived broken. I want my money back. My order number is KC-1001.")
    chat.hear()
    customer.page.reload()
    chat = customer.open_chat()
    chat.say("I want my money back for the broken kettle, please.")
    chat.talk()


def ask(customer: Customer) -> None:
    """Read a product's page and the returns policy, and ask the same in the chat."""
    customer.open("/")
    customer.look_for(KETTLE)
    chat = customer.open_chat()
    for question in (
        "How long is the guarantee on the copper stove kettle?",
        "How much is the copper stove kettle?",
        "How many days do I have to send it back?",
    ):
        chat.say(question)
        chat.hear()
    customer.find("the returns policy")


def buy(customer: Customer) -> str:
    """Search, basket, checkout as a guest."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    return customer.check_out()


def buy_with_code(customer: Customer) -> str:
    """The same with a promo code."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    return customer.check_out(promo=PROMO)


def buy_then_mail(customer: Customer) -> None:
    """Buy, and read the mail about it."""
    buy(customer)
    customer.read_mail("order", within="15 s")


def buy_then_track(customer: Customer) -> None:
    """Buy, and look where the order is."""
    customer.track_order(buy(customer))


def buy_then_invoice(customer: Customer) -> None:
    """Buy, and read the invoice."""
    customer.read_invoice(buy(customer))


def use_code(customer: Customer) -> None:
    """Type a promo code in, and look at the money."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    if customer.use_promo(PROMO):
        customer.settled(f"the total is lower with {PROMO}")


def use_code_or_hear_why(customer: Customer) -> None:
    """Type a promo code in; to be told why it does not work is an answer too."""
    use_code(customer)
    if customer.promo and customer.promo.kind == "refused":
        customer.settled(customer.promo.sentence)


def search(customer: Customer) -> None:
    """Find one kettle by its name."""
    customer.open("/")
    customer.settled(customer.look_for(KETTLE))


def search_plural(customer: Customer) -> None:
    """Find copper kettles, as people call them."""
    customer.open("/")
    customer.settled(customer.look_for("copper stove kettles"))


def track(customer: Customer) -> None:
    """Look where an order bought today is."""
    number = buy(customer)
    customer.settled(customer.track_order(number))


def send_back(customer: Customer) -> None:
    """Read the policy, and return the order that arrived last week."""
    customer.open("/")
    customer.find("the returns policy")
    line = customer.return_item("KC-1001")
    if line:
        customer.settled(line)


_KNOWS = {"order number": "KC-1001"}
_SAMPLE = {"order number": "KC-1001", "e-mail": "gus@example.com"}
ERRANDS: Mapping[str, Errand] = {
    "refund by chat": Errand("a refund for a broken kettle", refund, "refund", knows=_KNOWS),
    "refund, saying who": Errand("a refund for a broken kettle", refund_by_name, "refund", knows=_KNOWS),
    "refund, in writing": Errand(
        "a refund in writing for a broken kettle", refund_in_writing, "refund", knows=_SAMPLE
    ),
    "refund, reloading": Errand("a refund for a broken kettle", refund_reloading, "refund", knows=_KNOWS),
    "ask what a page says": Errand("to know what one buys", ask, "contact"),
    "buy": Errand("to buy a kettle", buy, "checkout"),
    "buy, double-clicking": Errand("to buy a kettle", buy, "checkout", day={"double-clicks": True}),
    "buy, double-clicking O'Brien": Errand(
        "to buy a kettle", buy, "checkout", day={"double-clicks": True, "apostrophe-name": "O'Brien"}
    ),
    "buy, going back": Errand("to buy a kettle", buy, "checkout", day={"goes-back": 3}),
    "buy, going back slowly": Errand(
        "to buy a kettle", buy, "checkout", day={"goes-back": 1, "slow-line": "slow-4g"}
    ),
    "buy on a phone": Errand("to buy a kettle", buy, "checkout", device="iPhone 13"),
    "buy with a code": Errand("to buy a kettle", buy_with_code, "checkout"),
    "buy, then mail": Errand("to have an order in writing", buy_then_mail, "mail"),
    "buy, then track": Errand("to know when the kettle comes", buy_then_track, "delivery"),
    "buy, then invoice": Errand("an invoice for what was bought", buy_then_invoice, "invoice"),
    "promo code": Errand("to use a promo code", use_code, "promo"),
    "promo code, or why not": Errand("to use a promo code", use_code_or_hear_why, "promo"),
    "promo code, 320 pixels": Errand("to use a promo code", use_code, "promo", day={"narrow-phone": True}),
    "search": Errand("to find a kettle", search, "search"),
    "search for kettles": Errand("to find kettles", search_plural, "search"),
    "track": Errand("to know where the kettle is", track, "delivery"),
    "send back": Errand("to send a kettle back", send_back, "returns", knows=_SAMPLE),
}
_NONE, _FAST = {"at_most": 0}, {"within": "2 s", "at_worst": "4 s"}
CASES = (
    Case("dont-care", "refund by chat", "answered", {"within": "3 s"}),
    Case("limited-expertise", "refund by chat", "transfers", _NONE),
    Case("limited-authority", "refund by chat", "one_contact"),
    Case("no-consistency", "ask what a page says", "consistent"),
    Case("no-interest-in-feedback", "refund by chat", "asked_how_it_went"),
    Case("no-personal-engagement", "refund, saying who", "called_by_name"),
    Case("pushy-selling", "refund by chat", "unasked_offers", _NONE),
    Case("poor-listening", "refund by chat", "asked_once", _NONE),
    Case("poor-follow-through", "refund, in writing", "promises_kept"),
    Case("expectations-not-met", "buy, then track", "promises_kept"),
    Case("double-order", "buy, double-clicking", "ordered_once"),
    Case("payment-outage", "buy", "errors_met", _NONE),
    Case("slow-search", "search", "fast", _FAST),
    Case("form-forgets", "buy, going back", "asked_once", _NONE),
    Case("hidden-rule", "buy", "errors_met", _NONE),
    Case("paid-page-lost", "buy", "errors_met", _NONE),
    Case("promo-ignored", "promo code", "adds_up", alike="promo code, or why not"),
    Case("promo-twice", "promo code", "adds_up"),
    Case("promo-fussy", "promo code", "errors_met", _NONE),
    Case("tax-on-wrong-base", "buy with a code", "adds_up"),
    Case("invoice-mismatch", "buy, then invoice", "adds_up"),
    Case("delivery-mismatch", "buy", "adds_up"),
    Case("tracking-dead", "track", "errors_met", _NONE),
    Case("return-refused", "send back", "consistent"),
    Case("order-lost", "buy, double-clicking O'Brien", "resolved"),
    Case("promo-button-dead", "promo code, 320 pixels", "dead_ends", _NONE),
    Case("back-forgets", "buy, going back slowly", "asked_once", _NONE),
    Case("search-misses-plurals", "search for kettles", "dead_ends", _NONE),
    Case("menu-covers-button", "buy on a phone", "dead_ends", _NONE, spares=("screen-reader",)),
    Case("mail-never-sent", "buy, then mail", "promises_kept"),
    Case("mail-late", "buy, then mail", "promises_kept", speed=1.0),
    Case("mail-other-day", "buy, then mail", "adds_up"),
    Case("chat-offline", "refund by chat", "answered", {"within": "3 s"}),
    Case("chat-loses-thread", "refund, reloading", "asked_once", _NONE),
    Case("handed-into-silence", "refund by chat", "answered", {"within": "3 s"}),
)
