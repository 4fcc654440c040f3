"""Every expectation kept, tolerated, broken, and unproven."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cxprobe.errors import InvalidDuration, UsageError
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import (
    EXPECTATIONS,
    Expectation,
    adds_up,
    answered,
    asked_how_it_went,
    asked_once,
    called_by_name,
    consistent,
    dead_ends,
    effort,
    errors_met,
    fast,
    feels,
    from_spec,
    one_contact,
    ordered_once,
    promises_kept,
    resolved,
    transfers,
    unasked_offers,
    waited,
)

Journey = Callable[..., Timeline]
Told = tuple[str, dict[str, Any]]

DONE: Told = ("resolved", {"at": 1000.0})
WAIT: Told = ("wait", {"at": 10.0, "waited": 4.0, "began": 6.0})
SAID: Told = ("said", {"quote": "My kettle arrived broken.", "at": 0.0})
REPLY: Told = ("heard", {"quote": "I see.", "waited": 4.0, "at": 4.0, "reply": True})
ERROR: Told = ("error", {"quote": "We could not take your payment."})
PRESS: Told = ("press", {"target": "Pay", "human": 4.0, "times": 1})
DEAD: Told = ("dead_end", {"target": "Pay"})
OVER: Told = ("transfer", {"from": "Agent A", "to": "Agent B"})
GIVEN: Told = ("said", {"quote": "It is KC-1001.", "facts": ["order number"]})
AGAIN: Told = ("heard", {"quote": "What is your order number?"})
PUSH: Told = ("heard", {"quote": "Would you like our premium plan for only £5?"})
ORDER: Told = ("text", {"quote": "Your order number is KC-1042."})
SECOND: Told = ("text", {"quote": "Your order number is KC-1043."})
SOON: Told = ("heard", {"quote": "A colleague will be with you within 30 seconds.", "at": 0.0})
REFUND: Told = ("heard", {"quote": "Your refund will be paid within 3 working days."})
HUMAN: Told = ("press", {"at": 0.0, "human": 50.0})


def _agent(at: float) -> Told:
    return ("heard", {"quote": "Hello.", "actor": "agent", "at": at})


MONEY: Told = ("money", {"where": "basket", "lines": []})
MISMATCH: Told = ("mismatch", {"about": "total", "said": "Total £54.00", "but": "Subtotal £50.00"})
CHAT: dict[str, Any] = {"touchpoint": "chat", "channel": "chat"}
OFF: Told = ("heard", {"quote": "I'd have to ask my manager; please call again tomorrow.", **CHAT})
POLICY: Told = ("text", {"quote": "30 days to send it back"})
SAME: Told = ("heard", {"quote": "You can return it within 30 days.", **CHAT})
OTHER: Told = ("heard", {"quote": "You can return it within 14 days.", **CHAT})
BYE: Told = ("heard", {"quote": "Thank you for talking to us. Good-bye!", **CHAT})
ASKED: Told = ("heard", {"quote": "How did it go today?", **CHAT})
NAMED: Told = ("said", {"quote": "I am Gus Grumbold.", "facts": ["name"]})
BY_NAME: Told = ("heard", {"quote": "Thank you, Gus.", **CHAT})
CASES: list[tuple[Expectation, str, list[Told]]] = [
    (resolved(), "kept", [DONE]),
    (resolved("60 s", "90 s"), "kept", [HUMAN, DONE]),
    (resolved("40 s", "60 s"), "tolerated", [HUMAN, DONE]),
    (resolved("20 s", "40 s"), "broken", [HUMAN, DONE]),
    (resolved(at_worst="40 s"), "broken", [HUMAN, DONE]),
    (resolved(), "broken", [PRESS]),
    (answered("5 s"), "kept", [SAID, REPLY]),
    (answered("3 s", "5 s"), "tolerated", [SAID, REPLY]),
    (answered("3 s"), "broken", [SAID, REPLY]),
    (answered(), "broken", [SAID]),
    (answered(), "unproven", [PRESS]),
    (waited("4 s"), "kept", [WAIT]),
    (waited("3 s", "4 s"), "tolerated", [WAIT]),
    (waited("3 s"), "broken", [WAIT]),
    (waited("3 s"), "unproven", []),
    (fast("4 s"), "kept", [WAIT]),
    (fast(), "tolerated", [WAIT]),
    (fast("1 s", "2 s"), "broken", [WAIT]),
    (fast(), "unproven", []),
    (effort("4 s", presses=1), "kept", [PRESS]),
    (effort("3 s", "5 s"), "tolerated", [PRESS]),
    (effort(presses=(0, 1)), "tolerated", [PRESS]),
    (effort("9 s", presses=0), "broken", [PRESS]),
    (effort(steps=1), "unproven", []),
    (transfers(), "kept", [SAID, REPLY]),
    (transfers(0, 1), "tolerated", [SAID, OVER]),
    (transfers(), "broken", [SAID, OVER]),
    (transfers(), "unproven", [PRESS]),
    (asked_once(), "kept", [AGAIN, GIVEN]),
    (asked_once(0, 1), "tolerated", [GIVEN, AGAIN]),
    (asked_once(), "broken", [GIVEN, AGAIN]),
    (asked_once(), "unproven", [PRESS]),
    (errors_met(), "kept", [PRESS]),
    (errors_met(0, 1), "tolerated", [ERROR]),
    (errors_met(), "broken", [ERROR]),
    (errors_met(), "unproven", [("goal", {})]),
    (dead_ends(), "kept", [PRESS]),
    (dead_ends(0, 1), "tolerated", [DEAD]),
    (dead_ends(), "broken", [DEAD]),
    (dead_ends(), "unproven", []),
    (unasked_offers(), "kept", [REPLY]),
    (unasked_offers(0, 1), "tolerated", [PUSH]),
    (unasked_offers(), "broken", [PUSH]),
    (unasked_offers(), "unproven", [PRESS]),
    (promises_kept(), "kept", [SOON, _agent(20.0)]),
    (promises_kept(), "tolerated", [SOON, _agent(50.0)]),
    (promises_kept(), "broken", [SOON, _agent(150.0)]),
    (promises_kept(), "open", [REFUND]),
    (promises_kept(), "unproven", [PRESS]),
    (adds_up(), "kept", [MONEY]),
    (adds_up(), "broken", [MONEY, MISMATCH]),
    (adds_up(), "unproven", [PRESS]),
    (one_contact(), "kept", [SAID, REPLY]),
    (one_contact(0, 1), "tolerated", [SAID, OFF]),
    (one_contact(), "broken", [SAID, OFF]),
    (one_contact(), "unproven", [PRESS]),
    (consistent(), "kept", [POLICY, SAID, SAME]),
    (consistent(), "broken", [POLICY, SAID, OTHER]),
    (consistent(), "unproven", [POLICY, SAID, REPLY]),
    (asked_how_it_went(), "kept", [SAID, REPLY, ASKED]),
    (asked_how_it_went(at_worst=1), "tolerated", [SAID, REPLY, BYE]),
    (asked_how_it_went(), "broken", [SAID, REPLY, BYE]),
    (asked_how_it_went(), "unproven", [SAID, REPLY]),
    (called_by_name(), "kept", [NAMED, REPLY, BY_NAME]),
    (called_by_name(at_worst=1), "tolerated", [NAMED, REPLY, REPLY]),
    (called_by_name(), "broken", [NAMED, REPLY, REPLY]),
    (called_by_name(), "unproven", [SAID, REPLY, REPLY]),
    (ordered_once(), "kept", [ORDER, ORDER]),
    (ordered_once(), "broken", [ORDER, SECOND]),
    (ordered_once(), "unproven", [PRESS]),
    (feels(), "kept", [PRESS, DONE]),
    (feels(), "broken", [ERROR, DEAD, OVER, GIVEN, AGAIN]),
    (feels("delighted"), "broken", [PRESS, DONE]),
    (feels(), "unproven", []),
]


@pytest.mark.parametrize(("expectation", "outcome", "moments"), CASES, ids=lambda v: getattr(v, "name", None))
def test_an_expectation_finds_what_it_should(
    journey: Journey, expectation: Expectation, outcome: str, moments: list[Told]
) -> None:
    """Kept, tolerated, broken and unproven, each on a journey that differs in just that."""
    finding = expectation.judge(journey(*moments, customer={"name": "Gus Grumbold"}))

    assert (expectation.name, outcome) == (finding.expectation, finding.outcome)
    assert finding.sentence.endswith((".", '"'))


def test_every_expectation_can_be_kept_and_broken() -> None:
    """Each has its must-fail twin among the cases."""
    tried = {(each.name, outcome) for each, outcome, _ in CASES}

    wanted = {(name, outcome) for name in EXPECTATIONS for outcome in ("kept", "broken", "unproven")}

    assert {("resolved", "unproven")} == wanted - tried


@pytest.mark.parametrize(
    ("expectation", "moments", "sentence"),
    [
        (ordered_once(), [ORDER, SECOND], "Two orders were placed: KC-1042 and KC-1043."),
        (
            asked_once(),
            [GIVEN, AGAIN],
            "The shop asked for the order number again, though it had been given: "
            '"What is your order number?"',
        ),
        (errors_met(), [ERROR], 'The customer met an error: "We could not take your payment."'),
        (transfers(), [SAID, OVER], "The customer was handed on once: from Agent A to Agent B."),
        (fast("1 s", "2 s"), [WAIT], "The longest wait took 4 s, where 2 s is the limit."),
        (answered(), [SAID], "Nobody answered."),
        (resolved(), [PRESS, ("gave_up", {})], "It was never settled, and the customer ran out of patience."),
        (
            promises_kept(),
            [SOON, ("look", {"at": 99.0})],
            'A promise was not kept: "A colleague will be with you within 30 seconds.", and nobody came.',
        ),
    ],
)
def test_what_was_broken_is_one_plain_sentence(
    journey: Journey, expectation: Expectation, moments: list[Told], sentence: str
) -> None:
    """CX staff read what happened, with the words that were said."""
    assert sentence == expectation.judge(journey(*moments)).sentence


def test_empty_fields_alone_prove_nothing(journey: Journey) -> None:
    """It may be us who left them empty: many such errors await the control customer."""
    empty = errors_met().judge(journey(PRESS, ("error", {"quote": "Enter the postcode."})))
    failed = errors_met().judge(journey(PRESS, ("error", {"quote": "Enter the postcode."}), PRESS, ERROR))

    assert ("broken", False) == (empty.outcome, empty.evidence)
    assert ("broken", True) == (failed.outcome, failed.evidence)


@pytest.mark.parametrize(
    ("misfortunes", "evidence"), [({}, True), ({"double-clicks": True}, False)], ids=["ordinary", "clumsy"]
)
def test_effort_proves_nothing_on_a_day_that_adds_to_it(
    journey: Journey, misfortunes: dict[str, Any], evidence: bool
) -> None:
    """Who presses everything twice has pressed more, and that is not the company's doing."""
    timeline = journey(PRESS, PRESS, day={"version": 1, "misfortunes": misfortunes})

    finding = effort(presses=1).judge(timeline)

    assert ("broken", evidence) == (finding.outcome, finding.evidence)


def test_many_errors_are_told_in_one_breath(journey: Journey) -> None:
    """Each once, three of them, and how many more."""
    errors = [told for i in range(5) for told in (PRESS, ("error", {"quote": f"Failed {i}"}), PRESS, ERROR)]
    sentence = errors_met().judge(journey(*errors)).sentence

    assert (
        'The customer met 10 errors: "Failed 0"; "We could not take your payment."; "Failed 1"; and 3 more.'
        == sentence
    )


@pytest.mark.parametrize(
    ("moments", "evidence"),
    [
        ([PRESS], False),
        ([PRESS, ("gave_up", {})], False),
        ([PRESS, ("error", {"quote": "Postcode is required"})], False),
        ([PRESS, ERROR], True),
        ([PRESS, ("network", {"status": 502})], True),
        ([PRESS, DEAD], True),
        ([DONE, ("said", {"quote": "That is still not solved."})], True),
        ([ERROR, PRESS, ("blocked", {"reason": "not-found"})], False),
        ([PRESS, ERROR, ("blocked", {"reason": "not-found"})], True),
    ],
)
def test_not_settled_needs_proof(journey: Journey, moments: list[Told], evidence: bool) -> None:
    """A quoted error, a server's failure or a dead end; and none that we went on after, when we got stuck."""
    finding = resolved().judge(journey(*moments))

    assert ("broken", evidence) == (finding.outcome, finding.evidence)


def test_a_step_is_the_same_on_another_day(journey: Journey) -> None:
    """No index and no number in it: the same failure has the same name."""
    one = transfers().judge(journey(SAID, OVER, goal="order 1042"))
    other = transfers().judge(journey(SAID, REPLY, REPLY, OVER, goal="order 77"))

    assert "order · be handed over · checkout" == one.step == other.step


@pytest.mark.parametrize(
    ("expectation", "shown"),
    [
        (transfers(at_most=0), "transfers(at_most=0)"),
        (resolved(within="8 min", at_worst="15 min"), "resolved(within='8 min', at_worst='15 min')"),
        (resolved(timedelta(minutes=2)), "resolved(within='120 s')"),
        (effort(presses=(3, 5), fields=8), "effort(presses=(3, 5), fields=8)"),
        (promises_kept(), "promises_kept()"),
    ],
)
def test_an_expectation_prints_as_it_is_written(expectation: Expectation, shown: str) -> None:
    """And what is printed makes it again."""
    assert shown == repr(expectation)
    assert expectation == eval(shown, dict(EXPECTATIONS))


@pytest.mark.parametrize("expectation", [case[0] for case in CASES])
def test_a_spec_makes_the_expectation_again(expectation: Expectation) -> None:
    """From JSON, also when a standard brought it."""
    assert expectation == from_spec(expectation.spec)
    assert from_spec(expectation.as_standard().spec).by_standard


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: resolved("8 min", "2 min"), "Swap them"),
        (lambda: transfers(2, 1), "Swap them"),
        (lambda: transfers(-1), "a number"),
        (lambda: effort(presses=(1, 2, 3)), "a number"),  # type: ignore[arg-type]
        (effort, "nothing yet"),
        (lambda: feels("happy"), "satisfactory"),
        (lambda: from_spec({"name": "resolve"}), "There are: "),
        (lambda: from_spec({"name": "fast", "at_most": 1}), "fast has no 'at_most'.*at_worst, within"),
        (lambda: from_spec({"name": "fast", "wihin": "2 s"}), "fast has no 'wihin'. Did you mean 'within'?"),
        (lambda: from_spec({"name": "adds_up", "within": "2 s"}), "It takes nothing: write {}."),
        (lambda: from_spec({"name": "waited"}), "waited cannot be expected like this"),
        (lambda: from_spec({"name": ["fast"]}), "There are: "),
    ],
)
def test_nonsense_is_refused_when_it_is_written(make: Callable[[], Expectation], words: str) -> None:
    """The message says what there is."""
    with pytest.raises(UsageError, match=words):
        make()


def test_a_bare_number_has_no_unit() -> None:
    """Seconds or minutes: nobody should guess."""
    with pytest.raises(InvalidDuration):
        fast(within=2)  # type: ignore[arg-type]
