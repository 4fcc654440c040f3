"""What holds for every journey, however odd."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.journey.moments import KINDS, Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import expectations as e
from cxprobe.judging.feeling import LEVELS, reckon
from cxprobe.judging.measures import charged, errors, something_happened
from cxprobe.judging.verdict import Verdict, judge

ALL = (
    e.resolved("8 min", "15 min"), e.answered(), e.waited("1 min"), e.fast(), e.feels(), e.errors_met(),
    e.effort("5 min", presses=(3, 9), keys=99, fields=9, steps=4), e.transfers(), e.asked_once(),
    e.dead_ends(), e.promises_kept(), e.ordered_once(), e.unasked_offers(), e.adds_up(), e.one_contact(),
    e.consistent(), e.asked_how_it_went(at_worst=1), e.called_by_name(),
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "",
        "Pay now",
        "Could you give me your order number?",
        "It is KC-1001.",
        "Your order number is KC-1042.",
        "A colleague will be with you within 30 seconds.",
        "Still not solved!\nWhat is your\ne-mail address?",
        "Postcode is required",
        "Sorry, it failed.",
        "Would you like our premium plan for only £5?",
        "As an apology, here is a £5 voucher.",
        "reloads-midway",
        "You have 30 days to send it back.",
        "Returns are possible within 7 days only.",
        "I'd have to ask my manager; please call again tomorrow.",
        "Good-bye, Naomi, and enjoy your tea!",
        "How did it go today?",
        "We'll e-mail you a receipt within 5 minutes.",
        "Delivered by Wednesday 25 November",
        "Delivered by Friday 27 November",
    ]
)
SECONDS = st.floats(0, 300).map(lambda each: round(each, 3))
VALUES = st.one_of(st.none(), st.booleans(), SECONDS, WORDS, st.lists(WORDS, max_size=2), st.integers(0, 600))
KEYS = st.sampled_from(
    [
        *(
            "url",
            "status",
            "target",
            "times",
            "field",
            "count",
            "again",
            "secret",
            "began",
            "own",
            "own_line",
        ),
        *("third_party", "native", "texts", "reply", "speaker", "from", "to", "asked", "facts", "through"),
        *("reason", "misfortune", "preticked", "odd", "said", "but", "kind", "subject", "about", "took"),
        *("waited", "arrived", "title", "lines", "where", "clock", "words"),
    ]
)
MOMENTS = st.builds(
    Moment,
    at=SECONDS,
    kind=st.sampled_from([*KINDS, "something new"]),
    actor=st.sampled_from(["customer", "bot", "agent", "page", "nobody"]),
    touchpoint=st.sampled_from(["", "checkout", "chat"]),
    waited=SECONDS | st.just(0.0),
    human=SECONDS | st.just(0.0),
    quote=WORDS,
    data=st.dictionaries(KEYS, VALUES, max_size=6),
)
JOURNEYS = st.lists(MOMENTS, max_size=12).map(
    lambda made: Timeline(
        goal="a kettle",
        moments=tuple(made),
        expected=tuple(each.spec for each in ALL),
        customer={"name": "Naomi Sharpe"},
    )
)
BADNESS: dict[Verdict, int] = {
    "served": 0, "frustrated": 1, "unproven": 2, "inconclusive": 2, "lost": 3, "outage": 4,
}  # fmt: skip
slow = settings(deadline=None, database=None, max_examples=150)


@slow
@given(JOURNEYS)
def test_judging_never_raises(timeline: Timeline) -> None:
    """Every finding is told in words, whatever was recorded."""
    judgement = judge(timeline, ALL)

    assert [each.name for each in ALL] == [finding.expectation for finding in judgement.findings]
    assert all(finding.sentence and "\n" not in finding.sentence for finding in judgement.findings)
    assert judgement.headline


@slow
@given(JOURNEYS)
def test_a_saved_journey_is_judged_the_same(timeline: Timeline) -> None:
    """Through JSON and back, the same judgement."""
    again = Timeline.from_json(json.loads(json.dumps(timeline.to_json())))

    assert judge(timeline) == judge(again)


@slow
@given(
    JOURNEYS, st.integers(0, 12), st.sampled_from(["We could not take your payment.", "Sorry, it failed."])
)
def test_one_more_error_never_helps(timeline: Timeline, place: int, quote: str) -> None:
    """Neither the verdict, nor the count, nor the feeling gets better."""
    at = next((moment.at for moment in timeline.moments[place:]), 0.0)
    error = Moment(at=at, kind="error", actor="page", touchpoint="checkout", quote=quote)
    worse = replace(timeline, moments=(*timeline.moments[:place], error, *timeline.moments[place:]))
    expected = [e.errors_met(1, 2), e.resolved()]
    before, after = judge(timeline, expected), judge(worse, expected)

    assert len(errors(timeline)) <= len(errors(worse))
    assert LEVELS.index(reckon(worse).level) <= LEVELS.index(reckon(timeline).level)
    if something_happened(timeline):
        assert BADNESS[before.verdict] <= BADNESS[after.verdict]


@slow
@given(JOURNEYS)
def test_charged_waiting_is_no_more_than_was_waited(timeline: Timeline) -> None:
    """Overlaps and human time only take off."""
    waits = charged(timeline)

    assert len(waits) == len(timeline.moments)
    assert all(0 <= wait <= moment.waited + 1e-6 for wait, moment in zip(waits, timeline, strict=True))


def test_the_strategies_reach_every_outcome() -> None:
    """The properties above are not proven on empty journeys only."""
    seen: set[str] = set()

    @settings(deadline=None, database=None, derandomize=True, max_examples=300)
    @given(JOURNEYS)
    def collect(timeline: Any) -> None:
        seen.update(finding.outcome for finding in judge(timeline, ALL).findings)

    collect()

    assert {"kept", "tolerated", "broken", "unproven"} <= seen
