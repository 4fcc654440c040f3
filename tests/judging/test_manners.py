"""Settled in one contact, asked how it went, called by name: and what only looks like a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import answered, asked_how_it_went, called_by_name, one_contact

Journey = Callable[..., Timeline]
Told = tuple[str, dict[str, Any]]
GUS = {"name": "Gus Grumbold"}


def _said(quote: str, **data: Any) -> Told:
    return "said", {"quote": quote, "channel": "chat", "touchpoint": "chat", **data}


def _heard(quote: str, actor: str = "bot", **data: Any) -> Told:
    return "heard", {"quote": quote, "actor": actor, "channel": "chat", "touchpoint": "chat", **data}


WANTS = _said("My kettle arrived broken. I want my money back.")
DONE: Told = ("resolved", {"quote": "I have refunded £49.99 to your card.", "channel": "chat"})
REFUNDED = _heard("I have refunded £49.99 to your card. Is there anything else I can help with?")
THATS_ALL = _said("No, thank you. That is all.")
BYE = _heard("Thank you for talking to us. Good-bye!")
ANSWERS = (
    "Standard delivery takes 2 to 3 days. We will contact you before delivery to arrange a time slot.",
    "Yes, within 30 days. You need to send the parcel to us with the label.",
    "You have to go to the post office with it.",
    "You'll hear from us by e-mail with your return label.",
    "Yes, you can send it back within 30 days. A colleague will contact you about the colour.",
)
ASKS_BOSS = _heard("Let me check with a colleague.")


@pytest.mark.parametrize(
    "moments",
    [
        [WANTS, ASKS_BOSS, REFUNDED, DONE],
        [WANTS, _heard("I'd have to ask my manager. One moment, please."), REFUNDED, DONE],
        [_said("Please call me back tomorrow."), _heard("A colleague will call you back tomorrow.")],
        [_said("Can I talk to a person, please?"), _heard("Let me pass you to a colleague.")],
        [WANTS, REFUNDED, DONE, _heard("If anything else comes up, just call us again.")],
        [WANTS, _heard("The driver will call you before delivery.")],
        [WANTS, _heard("A colleague will be with you in a moment.")],
        *([WANTS, _heard(answer), ("resolved", {"quote": answer, "channel": "chat"})] for answer in ANSWERS),
    ],
)
def test_what_only_looks_like_putting_off(journey: Journey, moments: list[Told]) -> None:
    """Settled all the same, asked for by the customer, or only said for a case that may come."""
    assert "kept" == one_contact().judge(journey(*moments)).outcome


@pytest.mark.parametrize(
    "quote",
    [
        "I'd have to ask my manager; please call again tomorrow.",
        "I'm not authorised to refund that. You need to contact the manufacturer.",
        "I have raised a ticket for you, and somebody will get back to you.",
        "Da muss ich meinen Chef fragen.",
        "Nous vous rappellerons demain.",
    ],
)
def test_putting_off_is_proven_by_its_words(journey: Journey, quote: str) -> None:
    """Quoted, and with the moment that shows it."""
    finding = one_contact().judge(journey(WANTS, _heard(quote)))

    assert ("broken", True, (1,)) == (finding.outcome, finding.evidence, finding.moments)
    assert quote[:20] in finding.sentence


@pytest.mark.parametrize(
    "answer",
    [
        "I'm sorry to hear that. I have raised a ticket for you, and somebody will get back to you.",
        "That is £39. I'd have to ask my manager; please call again tomorrow.",
        "A colleague will contact you next week.",
    ],
)
def test_an_answer_that_only_puts_off_settles_nothing(journey: Journey, answer: str) -> None:
    """Even where the customer held it for the end of it."""
    done: Told = ("resolved", {"quote": answer, "channel": "chat"})

    assert "broken" == one_contact().judge(journey(WANTS, _heard(answer), done)).outcome


def test_settled_in_another_contact_is_not_settled_in_one(journey: Journey) -> None:
    """Whoever had to telephone after the chat was put off by the chat."""
    called: Told = ("resolved", {"quote": "It is done.", "channel": "phone"})

    assert "broken" == one_contact().judge(journey(WANTS, ASKS_BOSS, called)).outcome


@pytest.mark.parametrize(
    ("moments", "outcome"),
    [
        ([WANTS, REFUNDED, DONE, THATS_ALL, BYE], "broken"),
        ([WANTS, REFUNDED, DONE, THATS_ALL, _heard("How did we do? Good-bye!")], "kept"),
        ([WANTS, REFUNDED, DONE, THATS_ALL, BYE, ("mail", {"kind": "feedback", "quote": "?"})], "kept"),
        ([WANTS, REFUNDED, DONE, THATS_ALL, BYE, ("text", {"quote": "Rate this chat"})], "kept"),
        ([WANTS, REFUNDED, DONE, THATS_ALL], "unproven"),
        ([WANTS, REFUNDED, DONE], "unproven"),
        ([WANTS, _heard("Hello."), ("gave_up", {})], "unproven"),
        ([("text", {"quote": "Thank you for your order. Your order number is KC-1042."}), DONE], "unproven"),
    ],
)
def test_asking_how_it_went_needs_an_end(journey: Journey, moments: list[Told], outcome: str) -> None:
    """Who left before the end could not be asked, and who bought may be asked by mail."""
    assert outcome == asked_how_it_went().judge(journey(*moments)).outcome


TOLD = _said("My name is Gus Grumbold.", facts=["name"])
TYPED: Told = ("keys", {"field": "First name", "count": 3})
SENT: Told = ("press", {"target": "Continue"})


@pytest.mark.parametrize(
    ("moments", "outcome"),
    [
        ([TOLD, _heard("Thank you."), _heard("It is done.")], "broken"),
        ([TOLD, _heard("Thank you, Gus."), _heard("It is done.")], "kept"),
        ([TOLD, _heard("Thank you, Mr Grumbold."), _heard("It is done.")], "kept"),
        ([TOLD, _heard("Is your name Gus Grumbold?"), _heard("It is done.")], "broken"),
        ([TOLD, _heard("Thank you.")], "unproven"),
        ([WANTS, _heard("I see."), _heard("It is done.")], "unproven"),
        ([TYPED, SENT, ("text", {"quote": "Thank you, Gus. Your order number is KC-1042."})], "kept"),
        ([TYPED, SENT, ("text", {"quote": "To Gus Grumbold, 1 High Street"})], "unproven"),
        ([TYPED, SENT, ("mail", {"quote": "Your order", "texts": ["Dear Gus,", "thank you."]})], "kept"),
        ([TYPED, SENT, ("mail", {"quote": "Your order", "texts": ["Dear customer,"]})], "broken"),
        ([TYPED, SENT, ("mail", {"quote": "Kettles", "kind": "newsletter"})], "unproven"),
        ([TYPED, SENT, ("mail", {"quote": "20% off", "kind": "offer"})], "unproven"),
        ([TYPED, SENT, ("mail", {"quote": "Your order", "kind": "order"})], "broken"),
        ([("keys", {"field": "Name on card"}), SENT, ("mail", {"quote": "Your order"})], "unproven"),
    ],
)
def test_the_name_counts_once_it_is_known(journey: Journey, moments: list[Told], outcome: str) -> None:
    """Said or typed; then used in talk, in thanks, or in a mail."""
    assert outcome == called_by_name().judge(journey(*moments, customer=GUS)).outcome


LEFT: Told = ("gave_up", {"clock": "reply", "limit": 120.0})


@pytest.mark.parametrize(
    ("moments", "outcome"),
    [
        ([WANTS, _heard("A colleague will be with you in a moment."), LEFT], "broken"),
        ([WANTS, _heard("Hello! Thanks for your message."), _heard("Please wait.", "page"), LEFT], "broken"),
        ([WANTS, _heard("What is your order number?"), _said("KC-1001"), LEFT], "broken"),
        ([WANTS, _heard("A colleague will be with you in a moment."), _heard("Hello.", "agent")], "kept"),
        ([WANTS, _heard("A colleague will be with you in a moment.")], "kept"),
        ([WANTS, _heard("No."), ("gave_up", {"clock": "journey"})], "kept"),
    ],
)
def test_only_an_answer_is_an_answer(journey: Journey, moments: list[Told], outcome: str) -> None:
    """Not the word that somebody will come when nobody does, nor what is followed by silence."""
    assert outcome == answered().judge(journey(*moments)).outcome
