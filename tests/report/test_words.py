"""How things are said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.journey.moments import KINDS, Moment
from cxprobe.judging.expectations import Finding
from cxprobe.report import words

PLAIN = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_moment_has_a_sentence_of_its_own(kind: str) -> None:
    """No kind is told by its bare name."""
    said = words.sentence(Moment(at=0, kind=kind))

    assert words.capital(kind.replace("_", " ")) + "." != said
    assert said.endswith((".", ":"))


def test_a_moment_keeps_the_sentence_it_came_with() -> None:
    """What the recorder said wins over what could be built."""
    moment = Moment(at=0, kind="press", sentence="Pressed the big red one.", data={"target": "Pay"})

    assert "Pressed the big red one." == words.sentence(moment)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (Moment(at=0, kind="press", data={"target": "Pay", "times": 2}), "Pressed “Pay” twice."),
        (Moment(at=0, kind="keys", data={"field": "E-mail", "count": 1}), "Typed 1 key into “E-mail”."),
        (Moment(at=0, kind="wait", waited=2.5, data={"cause": "the page"}), "Waited 2.5 s for the page."),
        (
            Moment(at=0, kind="visit", data={"title": "Basket", "status": 503}),
            "The page “Basket” could not be shown: the site answered with error 503.",
        ),
        (
            Moment(at=0, kind="transfer", data={"from": "the bot", "to": "Agent A"}),
            "Was handed over from the bot to Agent A.",
        ),
        (
            Moment(at=0, kind="blocked", data={"reason": "bot-wall"}),
            "The site took us for a robot and shut the door.",
        ),
        (Moment(at=0, kind="levitation"), "Levitation."),
    ],
)
def test_a_moment_is_told_from_its_data(moment: Moment, expected: str) -> None:
    """Target, count, cause and the like end up in the sentence; an unknown kind is named."""
    assert expected == words.sentence(moment)


@settings(deadline=None, database=None)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    data=st.dictionaries(
        st.sampled_from(
            sorted({word for what in KINDS.values() for word in what.replace(";", ",").split(", ")})
        )
        | st.sampled_from(["target", "times", "count", "corrections", "status", "spent", "place", "title"]),
        PLAIN,
        max_size=6,
    ),
    quote=st.text(),
)
def test_a_sentence_is_one_clean_line_whatever_a_site_put_in(
    kind: str, data: dict[str, object], quote: str
) -> None:
    """No value makes telling fail, break the line, or reach the terminal as a control code."""
    said = words.with_quote(Moment(at=0, kind=kind, data=data, quote=quote))

    assert said
    assert 1 == len(said.splitlines())
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066" for c in said)


def test_safe_takes_out_colours_and_reversed_writing() -> None:
    """What could repaint a terminal, or turn a line round, is gone; the words stay."""
    assert "red alert" == words.safe("\x1b[31mred\x1b[0m\n\t\u202ealert\u202c\x07")


def test_time_to_resolution_is_a_sum() -> None:
    """Waiting and human time are both said."""
    assert "3 min 12 s = 12 s waiting + 3 min human" == words.resolution(180.0, 12.0)
    assert "not resolved" == words.resolution(None, None)


def test_verdicts_stand_from_best_to_worst() -> None:
    """Served is best, lost is worse than an outage, what is unknown is worst."""
    assert 0 == words.badness("served")
    assert words.badness("outage") < words.badness("lost") < words.badness("never heard of")


def test_a_finding_without_a_sentence_still_says_what_it_is() -> None:
    """The name and the outcome make do."""
    found = Finding(expectation="asked_once", outcome="broken", sentence="")

    assert "Asked once: broken." == words.finding(found)


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_are_listed_as_people_do(items: list[str], expected: str) -> None:
    """Commas, and an "and" before the last."""
    assert expected == words.listed(items)
