"""The registry of everything that can be made worse about Kettle & Co, all of it off by default."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["sin", "fault"]


class UnknownSwitch(ValueError):
    """No switch of that name and kind; the message says which there are."""


@dataclass(frozen=True)
class Switch:
    """One named way to let customers down: what it does, and what customers notice of it."""

    id: str
    kind: Kind
    does: str
    to_customers: str


def _register(kind: Kind, *rows: tuple[str, str, str]) -> Mapping[str, Switch]:
    return {id_: Switch(id_, kind, does, felt) for id_, does, felt in rows}


SINS: Mapping[str, Switch] = _register(
    "sin",
    (
        "poor-listening",
        "In the chat about an order, asks for the order number and the e-mail address twice each, "
        "also when both were given.",
        "Customers say the same things again and again.",
    ),
    (
        "limited-expertise",
        "In the chat, the bot knows nothing and passes on to Priya, who knows nothing and passes on to Tom.",
        "Customers are handed on twice and wait in line twice before anybody solves anything.",
    ),
    (
        "dont-care",
        "In the chat, answers the first message with 'A colleague will be with you in a moment.' "
        "and nothing after it.",
        "Customers wait for a colleague who never comes, without a word of regret.",
    ),
    (
        "pushy-selling",
        "Offers a filter subscription more than once during a refund, and ticks 'Add Kettle Care' "
        "beforehand at the payment step.",
        "Customers are sold things while they complain, and pay for an extra they did not ask for.",
    ),
)

FAULTS: Mapping[str, Switch] = _register(
    "fault",
    (
        "double-order",
        "Every press on Pay is a payment of its own: neither page nor till notices a repeat.",
        "Customers who press twice have bought twice.",
    ),
    (
        "payment-outage",
        "The till answers 503 to every payment.",
        "Customers cannot pay; they read 'We could not take your payment. Nothing was charged' each time.",
    ),
    (
        "slow-search",
        "Every search takes 6 seconds.",
        "Customers look at nothing for 6 seconds whenever they search.",
    ),
    (
        "form-forgets",
        "The checkout loses what was typed: the first step comes back empty once with 'Please check "
        "your details', a form with an error comes back empty, and going back to a step loses it.",
        "Customers type their name and address again.",
    ),
    (
        "hidden-rule",
        "The first checkout step refuses a phone number with spaces, and says so only after it was sent.",
        "Customers are sent back for a rule that nobody told them.",
    ),
    (
        "paid-page-lost",
        "The till takes the payment and writes the order down, and answers with an error page.",
        "Customers have paid and see 'Something broke on our side' instead of an order number.",
    ),
    (
        "promo-ignored",
        "A promo code is accepted in words, and the total stays as it was.",
        "Customers are told of 10 % off and pay the full price.",
    ),
    (
        "promo-twice",
        "A promo code is taken off twice.",
        "Customers are told of 10 % off and 20 % are taken off.",
    ),
    (
        "promo-fussy",
        "A promo code in small letters or with a space is refused as expired.",
        "Customers with a right code read 'This code has expired' and pay the full price.",
    ),
    (
        "tax-on-wrong-base",
        "With a promo code, the VAT is reckoned on the price before the discount, and the total with it.",
        "Customers pay tax on money they did not spend; the lines of the bill do not add up to its total.",
    ),
    (
        "invoice-mismatch",
        "The total on the invoice is 1.00 more than on the confirmation.",
        "Customers hold an invoice over another sum than they paid.",
    ),
    (
        "delivery-mismatch",
        "The confirmation promises a later day of delivery than the checkout did.",
        "Customers bought for a day that is taken back once they have paid.",
    ),
    (
        "tracking-dead",
        "Tracking an order answers 503, whatever is typed.",
        "Customers cannot learn where their order is; they read 'Please try again later' each time.",
    ),
    (
        "return-refused",
        "Every return is refused as too late after 7 days, against the policy of 30 days on the same page.",
        "Customers cannot send back what the policy says they can.",
    ),
    (
        "order-lost",
        "A second press on Pay while the first is being charged loses the order, where the customer's name "
        "has an apostrophe.",
        "Customers called O'Brien who double-click have paid, and there is no order.",
    ),
    (
        "promo-button-dead",
        "On a screen of 320 pixels, the button that applies a promo code does nothing.",
        "Customers on the smallest phones press Apply and nothing happens.",
    ),
    (
        "back-forgets",
        "After a step back on a slow line, the checkout loses what was typed at its first step.",
        "Customers far from a mast who went back once type their name and address again.",
    ),
    (
        "search-misses-plurals",
        "The search finds whole words only: 'kettle', and not 'kettles'.",
        "Customers who search for kettles read that there are none.",
    ),
    (
        "menu-covers-button",
        "On a screen of up to 480 pixels, an open menu lies over the main button of every page.",
        "Customers on a phone press the button and nothing happens, or another page opens.",
    ),
)


def thrown(sins: Iterable[str] = (), faults: Iterable[str] = ()) -> frozenset[str]:
    """The ids of the switches to put in force; raises UnknownSwitch with the list for any other name."""
    chosen = [_known(name, "sin", SINS, FAULTS) for name in sins]
    chosen += [_known(name, "fault", FAULTS, SINS) for name in faults]
    return frozenset(chosen)


def _known(name: str, kind: Kind, there_are: Mapping[str, Switch], others: Mapping[str, Switch]) -> str:
    if name in there_are:
        return name
    if name in others:
        other = others[name].kind
        raise UnknownSwitch(f"{name!r} is a {other}, not a {kind}. Set it as a {other}: --{other} {name}.")
    near = difflib.get_close_matches(name, list(there_are), n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownSwitch(f"No {kind} {name!r}.{hint} There are: {', '.join(sorted(there_are))}.")
