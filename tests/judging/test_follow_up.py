"""Promised mails and days of delivery, and what became of them on the journey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import promises_kept

Journey = Callable[..., Timeline]
Told = tuple[str, dict[str, Any]]


def _text(quote: str, touchpoint: str = "order", **data: Any) -> Told:
    return "text", {"quote": quote, "touchpoint": touchpoint, **data}


def _mail(kind: str, arrived: float, quote: str = "Kettle & Co") -> Told:
    return "mail", {"kind": kind, "arrived": arrived, "quote": quote, "touchpoint": "mail"}


THANKS = "Thank you for your order. Your order number is KC-1042."
RECEIPT = _text("We have sent a receipt to gus@example.com.", at=0.0)
SOON = (
    "heard",
    {"quote": "You will get a confirmation of your refund by e-mail within 5 minutes.", "at": 0.0},
)
LABEL = _text("We will e-mail you a return label within 5 minutes.", at=0.0)
NONE: Told = ("no_mail", {"about": "", "waited": 300.0, "at": 300.0})
GLANCE: Told = ("no_mail", {"about": "", "waited": 20.0, "at": 20.0})
SLOW = _text("Our post is delayed today; your mail takes longer.", at=100.0)


@pytest.mark.parametrize(
    ("moments", "outcome"),
    [
        ([RECEIPT, _mail("order", 3.0)], "kept"),
        ([RECEIPT, _mail("newsletter", 3.0)], "open"),
        ([RECEIPT], "open"),
        ([RECEIPT, ("no_mail", {"about": "", "waited": 1.0})], "open"),
        ([RECEIPT, GLANCE], "open"),
        ([RECEIPT, NONE], "broken"),
        ([RECEIPT, ("no_mail", {"about": "", "waited": 20.0, "enough": True})], "broken"),
        ([RECEIPT, ("no_mail", {"about": "order", "waited": 300.0})], "broken"),
        ([RECEIPT, ("no_mail", {"about": "order", "waited": 60.0})], "open"),
        ([RECEIPT, ("no_mail", {"about": "newsletter", "waited": 300.0})], "open"),
        ([SOON, _mail("refund", 200.0)], "kept"),
        ([SOON, _mail("refund", 500.0)], "tolerated"),
        ([SOON, _mail("refund", 1500.0)], "broken"),
        ([SOON, SLOW, _mail("refund", 1500.0)], "tolerated"),
        ([SOON, NONE], "broken"),
        ([SOON, GLANCE], "open"),
        ([SOON, SLOW, NONE], "open"),
        ([SOON, _mail("order", 3.0)], "open"),
        ([LABEL, _mail("return", 10.0)], "kept"),
        ([LABEL, _mail("other", 10.0, "Your return label")], "kept"),
        ([_text("You will receive your invoice by e-mail tomorrow."), NONE], "open"),
        ([_text("You will get the tracking number by e-mail as soon as it ships."), NONE], "open"),
        ([_text("We have e-mailed a receipt to gus@example.com right after payment."), NONE], "broken"),
        ([RECEIPT, _mail("other", 10.0), NONE], "open"),
        ([LABEL, _mail("other", 10.0), NONE], "open"),
    ],
)
def test_a_promised_mail_is_settled_by_the_mailbox(
    journey: Journey, moments: list[Told], outcome: str
) -> None:
    """Come, late, late and told, looked for in vain, or never looked for."""
    assert outcome == promises_kept().judge(journey(*moments)).outcome


def test_a_missing_mail_is_told_with_the_promise(journey: Journey) -> None:
    """The words, how long was waited, and both moments."""
    finding = promises_kept().judge(journey(SOON, NONE))

    assert (True, (0, 1)) == (finding.evidence, finding.moments)
    assert finding.sentence.startswith("A promise was not kept: ")
    assert finding.sentence.endswith("and no mail came in 5 min.")


@pytest.mark.parametrize(
    ("moments", "why"),
    [
        ([RECEIPT], "nobody looked in the mailbox"),
        ([LABEL, _text("Goodbye.", at=400.0)], "nobody looked in the mailbox"),
        ([LABEL, _text("Goodbye.", at=60.0)], "not due yet"),
        ([SOON, SLOW, NONE], "not due yet"),
        ([_text("You will receive your invoice by e-mail tomorrow."), NONE], "not due yet"),
    ],
)
def test_a_mail_nobody_looked_for_is_not_said_to_be_due_later(
    journey: Journey, moments: list[Told], why: str
) -> None:
    """An open promise says whether it is early yet, or nobody has looked."""
    finding = promises_kept().judge(journey(*moments))

    assert "open" == finding.outcome
    assert why in finding.sentence


CHOICES = _text("Delivered by Monday 23 November\nDelivered by Wednesday 25 November", "checkout")
ORDERED = _text(THANKS)
PRESS: Told = ("press", {"target": "Track"})
TRACK: Told = ("visit", {"url": "https://x.example/track", "touchpoint": "order"})


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (_text("Delivered by Friday 27 November"), "broken"),
        (("heard", {"quote": "Order KC-1042 will be delivered by Friday 27 November."}), "broken"),
        (_text("Expected delivery: 4 January"), "broken"),
        (_text("Delivered by Wednesday 25 November"), "open"),
        (_text("Delivered by Tuesday 24 November"), "open"),
        (_text("Delivered on Tuesday 24 November"), "open"),
        (_text("Return window closes on 25 December, 30 days after delivery"), "open"),
        (_text("Last shipping update: 28 November"), "open"),
        (_text("Order KC-1001\nDelivered by Friday 27 November"), "open"),
        (_text("Order today, with you by Friday 27 November", "home"), "open"),
    ],
)
def test_a_later_day_than_any_that_was_promised_is_broken(
    journey: Journey, later: Told, outcome: str
) -> None:
    """Told by tracking or in talk, of this order; earlier, and the same, is fine."""
    finding = promises_kept().judge(journey(CHOICES, ORDERED, PRESS, TRACK, later))

    assert outcome == finding.outcome
    if outcome == "broken":
        assert "Wednesday 25 November" in finding.sentence
        assert later[1]["quote"] in finding.sentence


def test_without_an_order_no_day_was_promised(journey: Journey) -> None:
    """What is told to everybody binds nobody."""
    timeline = journey(_text("Delivered by Monday 23 November", "product"), PRESS, TRACK,
                       _text("Delivered by Friday 27 November"))  # fmt: skip

    assert "broken" != promises_kept().judge(timeline).outcome
