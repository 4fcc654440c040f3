"""The verdict table, row by row, and the sentence above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import (
    Expectation,
    errors_met,
    ordered_once,
    promises_kept,
    resolved,
    transfers,
)
from cxprobe.judging.verdict import judge

Journey = Callable[..., Timeline]
Told = tuple[str, dict[str, Any]]
PRESS: Told = ("press", {"target": "Pay"})
DONE: Told = ("resolved", {"quote": "Order KC-1042 is placed."})
ERROR: Told = ("error", {"quote": "We could not take your payment."})
BLOCKED: Told = ("blocked", {"reason": "not-found", "sentence": "No field for a name."})
OUTAGE: Told = ("outage", {"sentence": "The site is down."})
THROUGH: Told = ("control", {"through": True})
STUCK: Told = ("control", {"through": False})
SECOND: Told = ("text", {"quote": "Your order number is KC-1043."})
REFUND: Told = ("heard", {"quote": "Your refund will be paid within 3 working days."})


@pytest.mark.parametrize(
    ("moments", "expected", "verdict"),
    [
        ([PRESS, DONE], [resolved()], "served"),
        ([PRESS, DONE, REFUND], [resolved(), promises_kept()], "served"),
        ([ERROR, PRESS, DONE], [resolved(), errors_met(0, 1)], "frustrated"),
        ([ERROR, PRESS, DONE], [resolved(), errors_met()], "lost"),
        ([PRESS, ERROR], [resolved()], "lost"),
        ([PRESS], [resolved()], "inconclusive"),
        ([PRESS, THROUGH], [resolved()], "lost"),
        ([PRESS, STUCK], [resolved()], "inconclusive"),
        ([PRESS, DONE], [resolved(), transfers()], "unproven"),
        ([PRESS, DONE], [resolved(), transfers().as_standard()], "served"),
        ([PRESS, DONE], [transfers().as_standard()], "unproven"),
        ([ERROR, PRESS], [transfers(), errors_met()], "lost"),
        ([PRESS, DONE], [], "unproven"),
        ([PRESS, BLOCKED], [resolved()], "inconclusive"),
        ([PRESS, ("lost_browser", {})], [resolved()], "inconclusive"),
        ([PRESS, DONE, ORDER := DONE, SECOND, BLOCKED], [ordered_once()], "lost"),
        ([PRESS, BLOCKED, ERROR], [errors_met()], "inconclusive"),
        ([PRESS, BLOCKED], [], "inconclusive"),
        ([PRESS, ERROR, OUTAGE], [errors_met()], "outage"),
    ],
)
def test_the_verdict_table(
    journey: Journey, moments: list[Told], expected: list[Expectation], verdict: str
) -> None:
    """What happened, and the one word for it."""
    assert verdict == judge(journey(*moments), expected).verdict


def test_a_failure_without_proof_awaits_the_control_customer(journey: Journey) -> None:
    """Asked once: with the control's moment in the timeline it is settled either way."""
    assert judge(journey(PRESS), [resolved()]).needs_control
    assert not judge(journey(PRESS, THROUGH), [resolved()]).needs_control
    assert not judge(journey(PRESS, STUCK), [resolved()]).needs_control
    assert not judge(journey(PRESS, ERROR), [resolved()]).needs_control


def test_open_promises_are_listed(journey: Journey) -> None:
    """They decide nothing, and are not forgotten."""
    judgement = judge(journey(PRESS, DONE, REFUND), [resolved(), promises_kept()])

    assert ["promises_kept"] == [finding.expectation for finding in judgement.open]


def test_the_earliest_broken_comes_first(journey: Journey) -> None:
    """However they were listed."""
    judgement = judge(journey(ERROR, PRESS, DONE, SECOND), [ordered_once(), errors_met()])

    assert ["errors_met", "ordered_once"] == [finding.expectation for finding in judgement.broken]


@pytest.mark.parametrize(
    ("moments", "expected", "about", "headline"),
    [
        (
            [PRESS, DONE, SECOND],
            [ordered_once()],
            {},
            "Grumpy Gus got what was wanted, but two orders were placed: KC-1042 and KC-1043.",
        ),
        (
            [PRESS, ERROR],
            [resolved()],
            {"goal": "pay"},
            'Grumpy Gus could not pay: it was never settled: "We could not take your payment."',
        ),
        ([PRESS, DONE], [resolved()], {"goal": "a refund"}, "Grumpy Gus got a refund."),
        ([PRESS, DONE], [], {}, "Grumpy Gus came and went, and nothing was expected."),
        ([OUTAGE], [resolved()], {}, "The site is down."),
        (
            [PRESS, BLOCKED],
            [resolved()],
            {"persona_title": "A hurried parent"},
            "We could not tell whether a hurried parent got a kettle: No field for a name.",
        ),
        (
            [PRESS, THROUGH],
            [resolved()],
            {},
            "Grumpy Gus did not get a kettle: it was never settled, "
            "and the same customer on an ordinary day got through.",
        ),
    ],
)
def test_the_headline_is_one_plain_sentence(
    journey: Journey, moments: list[Told], expected: list[Expectation], about: dict[str, str], headline: str
) -> None:
    """Who, and what happened to them."""
    assert headline == judge(journey(*moments, **about), expected).headline


def test_a_saved_journey_is_judged_by_what_was_expected(journey: Journey) -> None:
    """The verdict can be computed again from the timeline alone."""
    timeline = journey(ERROR, PRESS, DONE, expected=(errors_met(0, 1).spec, transfers().as_standard().spec))

    assert "frustrated" == judge(timeline).verdict
    assert judge(timeline) == judge(Timeline.from_json(timeline.to_json()))


def test_an_expectation_from_the_future_is_unproven(journey: Journey) -> None:
    """What this cxprobe cannot judge is said, not forgotten."""
    judgement = judge(journey(PRESS, DONE, expected=({"name": "smiles"},)))

    assert ("unproven", "smiles") == (judgement.verdict, judgement.findings[0].expectation)


def test_time_to_resolution_is_told(journey: Journey) -> None:
    """Waiting and human seconds up to the resolution; none without one."""
    wait: Told = ("wait", {"at": 5.0, "waited": 4.0, "began": 1.0})
    done = judge(journey(wait, ("keys", {"at": 6.0, "human": 3.0}), ("resolved", {"at": 7.0})), [resolved()])

    assert (4.0, 3.0, 7.0) == (done.waited, done.human, done.total)
    assert judge(journey(wait), [resolved()]).total is None
