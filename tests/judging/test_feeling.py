"""The four feelings, and what is reckoned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import resolved
from cxprobe.judging.feeling import END_WEIGHT, POINTS, felt, reckon
from cxprobe.judging.verdict import judge

Journey = Callable[..., Timeline]
PRESS: tuple[str, dict[str, Any]] = ("press", {"target": "Next"})
DONE: tuple[str, dict[str, Any]] = ("resolved", {})
ERROR: tuple[str, dict[str, Any]] = ("error", {"quote": "Something went wrong."})
GIFT = "As an apology, we have sent you a voucher for £10."


def test_getting_what_is_due_is_satisfactory(journey: Journey) -> None:
    """A quick, ordinary journey delights nobody."""
    feeling = reckon(journey(PRESS, DONE))

    assert "satisfactory" == feeling.level
    assert ["Got what was wanted.", "Nothing was waited for."] == [item[0] for item in feeling.items]


def test_only_an_unasked_surprise_delights(journey: Journey) -> None:
    """The same journey with a gift."""
    assert "delighted" == reckon(journey(PRESS, DONE, ("heard", {"quote": GIFT}))).level


def test_a_surprise_does_not_make_up_for_everything(journey: Journey) -> None:
    """One bad experience undoes ten good ones."""
    dead = [("dead_end", {"target": "Pay"}), PRESS] * 6

    assert "bad" == reckon(journey(*dead, ("gave_up", {}), ("heard", {"quote": GIFT}))).level


@pytest.mark.parametrize(("errors", "level"), [(1, "satisfactory"), (4, "mediocre"), (9, "bad")])
def test_trouble_adds_up(journey: Journey, errors: int, level: str) -> None:
    """People are fed up with the whole, not with one interaction."""
    assert level == reckon(journey(*[ERROR, PRESS] * errors, DONE)).level


def test_the_end_weighs_more(journey: Journey) -> None:
    """The same error costs more in the last fifth of the customer's acts."""
    first = reckon(journey(PRESS, ERROR, *[PRESS] * 10, DONE))
    last = reckon(journey(*[PRESS] * 11, ERROR, DONE, touchpoint="checkout"))

    assert POINTS["error"] * (END_WEIGHT - 1) == pytest.approx(last.score - first.score)


def test_every_item_says_when_it_was(journey: Journey) -> None:
    """Sentence, points, and the moment's place, in order."""
    feeling = reckon(journey(("wait", {"at": 90.0, "waited": 80.0}), ERROR, PRESS, ("gave_up", {})))

    assert [
        ("Waited 1 min 20 s.", -1.5, 0),
        ('Met an error: "Something went wrong."', -1.0, 1),
        ("Ran out of patience and left.", -4.5, 3),
    ] == list(feeling.items)
    assert "bad" == feeling.level


def test_our_own_standstill_is_nobodys_feeling(journey: Journey) -> None:
    """When we could not go on, the customer did not come away empty-handed."""
    assert () == reckon(journey(("visit", {}), ("blocked", {"reason": "script"}))).items


def test_a_third_sorry_is_a_fault(journey: Journey) -> None:
    """Apologies do not add up to a remedy."""
    sorry: tuple[str, dict[str, Any]] = ("heard", {"quote": "I am so sorry about that."})
    twice, thrice = reckon(journey(PRESS, sorry, sorry, DONE)), reckon(journey(PRESS, *[sorry] * 3, DONE))

    assert thrice.score < twice.score


def test_a_remedy_does_not_make_up_for_being_asked_twice_twice(journey: Journey) -> None:
    """Settled with a sorry, after two things were asked for again: nobody calls that satisfactory."""
    ask = [("heard", {"quote": "Could you give me your order number, please?"})]
    ask += [("heard", {"quote": "Which e-mail address did you order with?"})]
    tell = [("said", {"quote": "KC-1001", "facts": ["order number"]})]
    tell += [("said", {"quote": "gus@example.com", "facts": ["e-mail"]})]
    twice = [*zip(ask, tell, strict=True)] * 2
    sorry = ("heard", {"quote": "I'm sorry. I have refunded £39.00 to your card."})

    assert "mediocre" == reckon(journey(*[each for pair in twice for each in pair], sorry, DONE)).level


def test_nobody_who_was_lost_is_satisfied(journey: Journey) -> None:
    """A voucher for somebody who did not get what they came for makes up for nothing."""
    empty_handed = journey(PRESS, ("heard", {"quote": GIFT}))
    got_it = journey(PRESS, DONE, ("heard", {"quote": GIFT}))

    assert ["mediocre", "delighted"] == [felt(each, "lost").level for each in (empty_handed, got_it)]
    assert "satisfactory" == felt(empty_handed, "open").level


@pytest.mark.parametrize(
    ("kind", "verdict"), [("outage", "outage"), ("blocked", "inconclusive"), ("lost_browser", "inconclusive")]
)
def test_a_feeling_that_nobody_saw_is_not_known(journey: Journey, kind: str, verdict: str) -> None:
    """Where the site was down or we could not go on, the judgement says so."""
    judged = judge(journey(PRESS, (kind, {"reason": "script"})), [resolved()])

    assert (verdict, "not known") == (judged.verdict, judged.feeling.level)
