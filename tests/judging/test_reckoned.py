"""Whether what is to be paid adds up, and promises that pages make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import adds_up, from_spec, promises_kept
from cxprobe.judging.pledges import pledges
from cxprobe.judging.verdict import judge

Journey = Callable[..., Timeline]
MONEY: tuple[str, dict[str, Any]] = ("money", {"where": "basket", "lines": []})
SAID: dict[str, Any] = {
    "about": "total",
    "said": "Total £54.00",
    "but": "Subtotal £50.00; Discount −£5.00 (£45.00)",
}


def test_quotes_that_do_not_agree_are_proof(journey: Journey) -> None:
    """Nobody else is asked: the company said both."""
    judgement = judge(journey(MONEY, ("mismatch", SAID)), [adds_up()])
    (finding,) = judgement.findings

    assert ("lost", "broken", True) == (judgement.verdict, finding.outcome, finding.evidence)
    assert (
        'The company said "Total £54.00", but also "Subtotal £50.00; Discount −£5.00 (£45.00)".'
        == finding.sentence
    )
    assert ("1 contradiction", (1,)) == (finding.measured, finding.moments)


def test_the_words_written_down_are_told(journey: Journey) -> None:
    """Each once, and no more than can be read in one breath."""
    told = [("mismatch", {**SAID, "sentence": f"The page says £{i}."}) for i in (1, 1, 2, 3, 4, 5)]

    assert "The page says £1. The page says £2. The page says £3. And 2 more." == (
        adds_up().judge(journey(*told)).sentence
    )


def test_a_cost_named_late_is_no_contradiction(journey: Journey) -> None:
    """It is friction, told elsewhere."""
    late = Moment(at=1.0, kind="mismatch", data={**SAID, "kind": "late"})
    timeline = journey(MONEY)
    finding = adds_up().judge(replace(timeline, moments=(*timeline.moments, late)))

    assert ("kept", "What is to be paid adds up.") == (finding.outcome, finding.sentence)


def test_without_a_price_nothing_is_proven(journey: Journey) -> None:
    """Nor is a late cost one."""
    assert "unproven" == adds_up().judge(journey(("press", {"target": "Pay"}))).outcome


def test_it_can_be_made_again() -> None:
    """From its spec, and prints as it is written."""
    assert from_spec({"name": "adds_up"}) == adds_up()
    assert ("adds_up()", "What is to be paid adds up") == (repr(adds_up()), adds_up().sentence)


# -- promises on pages ---------------------------------------------------------------------------

RECEIPT = "We have sent a receipt to gus@example.com."
THANKS = "Thank you for your order. Your order number is KC-1042."


def _text(*lines: str, touchpoint: str) -> tuple[str, dict[str, Any]]:
    return "text", {"texts": list(lines), "touchpoint": touchpoint}


@pytest.mark.parametrize("touchpoint", ["order", "page", "home"])
def test_what_a_confirmation_says_it_did_is_an_open_promise(journey: Journey, touchpoint: str) -> None:
    """Wherever it stands, once the order is confirmed."""
    timeline = journey(_text(THANKS, RECEIPT, touchpoint=touchpoint))
    finding = promises_kept().judge(timeline)

    assert "open" == finding.outcome
    assert RECEIPT in finding.sentence


@pytest.mark.parametrize("touchpoint", ["checkout", "basket", "home", "payment"])
def test_what_hangs_on_an_order_is_none_before_it(journey: Journey, touchpoint: str) -> None:
    """Whoever leaves the till is owed no receipt."""
    assert [] == pledges(journey(_text("We'll text you when it ships.", touchpoint=touchpoint)))


def test_a_contact_form_promises_too(journey: Journey) -> None:
    """Away from the till nobody need have ordered."""
    (pledge,) = pledges(journey(_text("We've raised a ticket: 4711.", touchpoint="help-desk")))

    assert ("done", "open") == (pledge.promise.kind, pledge.outcome)


def test_what_names_an_address_is_meant_for_this_customer(journey: Journey) -> None:
    """On pages for everybody too, but not before the order on the way to the till."""
    reply = "We will answer to gus@example.com by 25 November."
    timelines = [journey(_text(reply, touchpoint=touchpoint)) for touchpoint in ("help", "page", "checkout")]

    assert [1, 1, 0] == [len(pledges(timeline)) for timeline in timelines]


def test_a_promise_told_twice_is_one(journey: Journey) -> None:
    """Read as a promise and as a deed, and again after a reload."""
    text = _text(THANKS, "You will receive a confirmation by e-mail.", touchpoint="order")

    assert 1 == len(pledges(journey(text, text)))
