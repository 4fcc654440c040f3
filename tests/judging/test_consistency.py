"""The same everywhere: what is held against what, and what is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.consistency import claims_told
from cxprobe.judging.expectations import EXPECTATIONS, consistent, resolved
from cxprobe.judging.verdict import judge

Journey = Callable[..., Timeline]
Told = tuple[str, dict[str, Any]]
CHAT: dict[str, Any] = {"channel": "chat", "touchpoint": "chat"}
PAGE: Told = (
    "visit",
    {"url": "https://x.example/product/copper", "title": "Copper stove kettle – X", "touchpoint": "product"},
)
FACTS: Told = (
    "text",
    {"texts": ["Capacity 1.6 litres", "Weight 0.9 kg", "Guarantee 5 years"], "touchpoint": "product"},
)
PRICE: Told = (
    "money",
    {
        "where": "product",
        "lines": [{"kind": "item", "label": "Copper stove kettle", "amount": "39.00", "currency": "GBP",
                   "quote": "Copper stove kettle £39.00"}],
    },
)  # fmt: skip


def _said(quote: str) -> Told:
    return "said", {"quote": quote, **CHAT}


def _heard(quote: str, speaker: str = "The bot") -> Told:
    return "heard", {"quote": quote, "speaker": speaker, **CHAT}


ASKS = _said("How long is the guarantee of the Copper stove kettle?")


@pytest.mark.parametrize(
    "answer",
    [
        "The Copper stove kettle comes with a 2-year guarantee.",
        "It has a 2-year guarantee.",
        "Copper stove kettle, guarantee: 2 years.",
        "The Copper stove kettle weighs 1.5 kg.",
        "It holds 2.5 litres.",
        "The Copper stove kettle costs £45.00.",
    ],
)
def test_talk_is_held_against_the_page(journey: Journey, answer: str) -> None:
    """By the product it names, or that was asked about; both quotes are told."""
    finding = consistent().judge(journey(PAGE, FACTS, PRICE, ASKS, _heard(answer)))

    assert ("broken", True) == (finding.outcome, finding.evidence)
    assert answer in finding.sentence
    assert 2 == len(finding.moments)


@pytest.mark.parametrize(
    "moments",
    [
        [PAGE, FACTS, PRICE, ASKS, _heard("It has a 5-year guarantee.")],
        [PAGE, FACTS, PRICE, ASKS, _heard("The Copper stove kettle costs £39.00.")],
        [PAGE, FACTS, _said("And the Glass teapot?"), _heard("The Glass teapot has a 1-year guarantee.")],
        [PAGE, FACTS, _said("You said 2-year guarantee"), ("text", {"texts": ["You said 2-year guarantee"]})],
        [("text", {"texts": ["With you within 5 working days.", "With you within 2 working days."]}),
         _heard("Delivery takes 8 working days.")],
    ],
)  # fmt: skip
def test_what_agrees_or_is_of_something_else_is_fine(journey: Journey, moments: list[Told]) -> None:
    """Also the customer's own words, and a page that lists several choices."""
    assert consistent().judge(journey(*moments)).outcome in ("kept", "unproven")


def test_an_error_message_is_held_against_the_page(journey: Journey) -> None:
    """What refuses a return is no part of the policy on the same page."""
    policy = (
        "text",
        {"texts": ["You have 30 days after delivery to send it back."], "touchpoint": "x"},
    )
    refusal = ("error", {"quote": "Returns are possible within 7 days only.", "actor": "page"})
    finding = consistent().judge(journey(policy, refusal))

    assert "broken" == finding.outcome
    assert "an error message" in finding.sentence


def test_two_speakers_can_contradict_each_other(journey: Journey) -> None:
    """The bot says one thing and the person another; one speaker may correct themselves."""
    first, second = "You have 30 days to return it.", "You have 14 days to return it."
    asked = _said("How long can I return it?")
    both = journey(asked, _heard(first), asked, _heard(second, "Agent A"))
    corrected = journey(asked, _heard(first), asked, _heard(second))

    assert "broken" == consistent().judge(both).outcome
    assert "unproven" == consistent().judge(corrected).outcome


def test_a_mail_is_held_against_a_page(journey: Journey) -> None:
    """With the words of the mail."""
    mail: Told = ("mail", {"quote": "Your order", "texts": ["You have 14 days to send it back."]})
    finding = consistent().judge(journey(("text", {"quote": "30 days to send it back"}), mail))

    assert "a mail" in finding.sentence
    assert "broken" == finding.outcome


def test_what_a_mail_quotes_is_not_said_in_it(journey: Journey) -> None:
    """The customer's own words stand below an answer."""
    texts = [
        "You have 30 days.",
        "On 3 March 2026 Gus wrote:",
        "You have 14 days to send it back?",
        "14 days to return",
    ]
    mail: Told = ("mail", {"quote": "Re: Returns", "texts": texts})

    assert (
        "broken" != consistent().judge(journey(("text", {"quote": "30 days to send it back"}), mail)).outcome
    )


def test_words_told_before_their_page_belong_to_it(journey: Journey) -> None:
    """The recorder may tell of a page's words an instant before its address."""
    told = claims_told(journey(FACTS, PAGE))

    assert {"copper stove kettle"} == {each.claim.subject for each in told}


def test_a_long_journey_is_judged_quickly(journey: Journey) -> None:
    """Two thousand moments, every expectation: far below what a person would notice."""
    some = [
        PAGE, FACTS, PRICE, _said("Where is my order KC-1001?"), _heard("It will be delivered by Friday."),
        ("text", {"texts": ["Skip to content", "Basket", "Free delivery from £25"]}), ("press", {}),
        ("wait", {"waited": 0.2}), ("keys", {"field": "Name", "count": 9}), ("look", {}),
    ]  # fmt: skip
    timeline = journey(*(some * 200))
    all_of_them = [make() for name, make in EXPECTATIONS.items() if name not in ("effort", "waited")]
    judge(timeline, [resolved()])
    began = time.process_time()
    judge(timeline, all_of_them)

    assert 2.0 > time.process_time() - began
