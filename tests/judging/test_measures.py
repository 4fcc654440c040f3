"""What is counted and timed, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cxprobe.journey.timeline import Timeline
from cxprobe.judging import listening, measures
from cxprobe.judging.pledges import pledges

Journey = Callable[..., Timeline]


def test_a_wait_is_charged_from_where_it_began(journey: Journey) -> None:
    """Without human time inside, the company is charged the whole wait."""
    timeline = journey(("press", {"at": 1.0}), ("wait", {"at": 4.0, "waited": 3.0, "began": 1.0}))

    assert [0.0, 3.0] == measures.charged(timeline)


def test_human_time_inside_a_wait_is_not_charged(journey: Journey) -> None:
    """Waiting that overlaps with typing is charged only beyond it."""
    timeline = journey(
        ("keys", {"at": 2.0, "human": 1.2}), ("visit", {"at": 4.0, "waited": 3.0, "began": 1.0, "human": 9.0})
    )

    assert [0.0, pytest.approx(1.8)] == measures.charged(timeline)


def test_more_human_time_than_waiting_charges_nothing(journey: Journey) -> None:
    """A charge is never negative."""
    timeline = journey(("keys", {"at": 2.0, "human": 30.0}), ("wait", {"at": 4.0, "waited": 3.0}))

    assert [0.0, 0.0] == measures.charged(timeline)


def test_the_act_that_brought_a_wait_about_is_no_excuse(journey: Journey) -> None:
    """Its own seconds were over when the wait began, give or take a frame."""
    press = ("press", {"at": 1.002, "human": 2.65})

    assert [0.0, 3.0] == measures.charged(journey(press, ("wait", {"at": 4.0, "waited": 3.0, "began": 1.0})))


def test_reading_counts_from_where_the_words_appeared(journey: Journey) -> None:
    """Ten seconds of reading at the very end of a wait take off only that end."""
    text = ("text", {"at": 3.75, "human": 10.0})

    assert [0.0, 2.75] == measures.charged(journey(text, ("wait", {"at": 4.0, "waited": 3.0, "began": 1.0})))


def test_overlapping_waits_are_charged_once(journey: Journey) -> None:
    """A fetch inside a navigation is no second wait; what sticks out of it is."""
    timeline = journey(
        ("wait", {"at": 3.0, "waited": 1.0, "began": 2.0}),
        ("visit", {"at": 5.0, "waited": 4.0, "began": 1.0}),
        ("wait", {"at": 6.0, "waited": 2.0, "began": 4.0}),
    )

    assert [0.0, 4.0, 1.0] == measures.charged(timeline)


def test_odd_numbers_count_as_missing(journey: Journey) -> None:
    """Nonsense in a moment neither raises nor counts."""
    timeline = journey(
        ("wait", {"at": 3.0, "waited": 1.0, "began": "soon"}), ("wait", {"waited": float("nan")})
    )

    assert [1.0, 0.0] == measures.charged(timeline)


def test_time_to_resolution_is_waiting_and_human_up_to_it(journey: Journey) -> None:
    """What comes after the goal was reached does not count."""
    timeline = journey(
        ("visit", {"at": 2.0, "waited": 2.0, "began": 0.0}),
        ("keys", {"at": 3.0, "human": 5.0}),
        ("resolved", {"at": 4.0}),
        ("visit", {"at": 9.0, "waited": 4.0}),
    )
    done = measures.resolution(timeline)

    assert done is not None
    assert (2, 2.0, 5.0, 7.0) == (done.moment, done.waited, done.human, done.total)


@pytest.mark.parametrize(
    "after",
    [
        ("said", {"quote": "But it is still not refunded."}),
        ("error", {"quote": "Something went wrong."}),
    ],
)
def test_a_resolution_can_be_reopened(journey: Journey, after: tuple[str, dict[str, object]]) -> None:
    """A complaint, or an error of the company's, takes it back."""
    assert measures.resolution(journey(("resolved", {}))) is not None
    assert measures.resolution(journey(("resolved", {}), after)) is None


def test_a_resolution_is_taken_back_wherever_on_the_site_it_was_seen(journey: Journey) -> None:
    """What a verb saw to be settled has no touchpoint; the error that takes it back has one."""
    failed = ("error", {"quote": "Your payment failed and the order was cancelled.", "touchpoint": "order"})

    assert measures.resolution(journey(("resolved", {"touchpoint": ""}), failed)) is None


@pytest.mark.parametrize(
    "what",
    [
        {"quote": "Please fill in this field.", "native": True, "actor": "browser"},
        {"quote": "Please enter your e-mail address."},
        {"quote": "Something went wrong.", "own": True},
        {"quote": "Something went wrong.", "own_line": True},
        {"quote": "Something went wrong.", "channel": "chat"},
    ],
)
def test_what_proves_nothing_does_not_reopen(journey: Journey, what: dict[str, object]) -> None:
    """An empty field, the customer's own slip or line, or trouble in another channel takes nothing back."""
    assert measures.resolution(journey(("resolved", {}), ("error", what))) is not None


def test_an_error_before_the_goal_was_reached_does_not_reopen(journey: Journey) -> None:
    """Only what comes later can take it back."""
    timeline = journey(("error", {"quote": "Something went wrong."}), ("resolved", {}))

    assert measures.resolution(timeline) is not None


def test_thanks_do_not_reopen(journey: Journey) -> None:
    """Only words that say it is not settled do."""
    timeline = journey(("resolved", {}), ("said", {"quote": "No, thank you. That is all."}))

    assert measures.resolution(timeline) is not None


def test_effort_counts_distinct_fields_and_pages(journey: Journey) -> None:
    """A field filled twice is one field; a page seen twice is one step."""
    timeline = journey(
        ("visit", {"url": "/a"}),
        ("keys", {"field": "Name", "count": 3, "human": 2.0}),
        ("keys", {"field": "Name", "count": 4}),
        ("choose", {"field": "Country"}),
        ("press", {"times": 2}),
        ("visit", {"url": "/a#top"}),
        ("visit", {"url": "/b"}),
    )

    assert measures.Effort(human=2.0, presses=2, keys=7, fields=2, steps=2) == measures.effort(timeline)


def test_the_same_words_count_once_between_two_acts(journey: Journey) -> None:
    """An alert drawn twice is one error; shown again after another press it is another."""
    error = ("error", {"quote": "Card declined"})
    timeline = journey(("press", {}), error, error, ("network", {"status": 503}), ("press", {}), error)

    assert [(1,), (5,)] == [seen.moments for seen in measures.errors(timeline)]


@pytest.mark.parametrize("cut", [None, 60])
def test_a_summary_that_repeats_an_error_is_no_second_one(journey: Journey, cut: int | None) -> None:
    """Told at the head of the page and at the field, the head's words perhaps cut off, it is one trouble."""
    error = "Your bank declined this card. Nothing was charged. Please use another card."
    summary = f"Please mend this: {error}"[:cut]
    timeline = journey(
        ("press", {}), ("error", {"quote": summary}), ("error", {"quote": error}), ("error", {"quote": "No."})
    )

    assert [(2,), (3,)] == [seen.moments for seen in measures.errors(timeline)]


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ({"status": 503}, 1),
        ({"status": 404}, 0),
        ({"status": 503, "third_party": True}, 0),
        ({"status": 503, "own_line": True}, 0),
    ],
)
def test_only_the_companys_own_failures_count(journey: Journey, what: dict[str, object], count: int) -> None:
    """Third parties, the customer's own line and missing pictures do not."""
    assert count == len(measures.errors(journey(("network", what))))


@pytest.mark.parametrize("own", ["own", "own_line"])
def test_the_customers_own_slip_is_no_error(journey: Journey, own: str) -> None:
    """An error that the customer's own haste or line brought about is not the company's."""
    assert [] == measures.errors(journey(("error", {"quote": "Please enter a name", own: True})))


def test_words_about_an_empty_field_prove_nothing(journey: Journey) -> None:
    """It may be us who left it empty."""
    assert () == measures.proof(journey(("error", {"quote": "Postcode is required"})))
    assert (0,) == measures.proof(journey(("error", {"quote": "Your name has invalid characters"})))


@pytest.mark.parametrize(
    ("before", "data", "count"),
    [
        ("My kettle is broken.", {"from": "The bot", "to": "Agent A"}, 1),
        ("Can I talk to a person, please?", {"from": "The bot", "to": "Agent A"}, 0),
        ("My kettle is broken.", {"from": "The bot", "to": "Agent A", "asked": True}, 0),
        ("Can I talk to a person, please?", {"from": "Agent A", "to": "Agent B"}, 1),
    ],
)
def test_hand_overs_count_unless_asked_for(
    journey: Journey, before: str, data: dict[str, object], count: int
) -> None:
    """From person to person always; from a machine unless the customer asked for a person."""
    assert count == len(listening.transfers(journey(("said", {"quote": before}), ("transfer", data))))


def test_asking_for_a_person_excuses_one_hand_over(journey: Journey) -> None:
    """Who asked once has not asked to be passed around."""
    over = ("transfer", {"from": "The bot", "to": "Agent A"})

    assert 1 == len(listening.transfers(journey(("said", {"quote": "A human, please"}), over, over)))


ASK = ("heard", {"quote": "Could you give me your order number, please?"})


def test_asking_for_what_was_given_is_a_repeat(journey: Journey) -> None:
    """The words that gave it and the words that asked again are both shown."""
    given = ("said", {"quote": "It is KC-1001.", "facts": ["order number"]})
    found = listening.repeats(journey(ASK, given, ASK))

    assert [(2, 1)] == [seen.moments for seen in found]
    assert "the order number again" in found[0].sentence


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("I don't have it with me.", "Could you give me your order number, please?"),
        ("It is KC-1001.", "So your order is KC-1001?"),
        ("It is KC-1001.", "And which e-mail address did you order with?"),
    ],
)
def test_confirming_and_unanswered_questions_are_no_repeats(journey: Journey, said: str, then: str) -> None:
    """Reading back is not asking; what was not given may be asked for again."""
    assert [] == listening.repeats(journey(ASK, ("said", {"quote": said}), ("heard", {"quote": then})))


def test_a_name_given_holds_first_and_last(journey: Journey) -> None:
    """Who gave their name need not give their surname."""
    said = ("said", {"quote": "Gus Grumbold", "facts": ["name"]})

    assert 1 == len(listening.repeats(journey(said, ("heard", {"quote": "What is your last name?"}))))


def test_telling_the_problem_again_counts_after_the_first_reply(journey: Journey) -> None:
    """The first reply may ask for more; the next may not ask for the same."""
    problem = ("said", {"quote": "My kettle arrived broken, I want my money back."})
    ask = ("heard", {"quote": "What is the problem?"})

    assert [] == listening.repeats(journey(problem, ask))
    assert 1 == len(listening.repeats(journey(problem, ("heard", {"quote": "One moment."}), ask)))


def test_fields_emptied_together_are_one_repeat(journey: Journey) -> None:
    """A form that forgets three fields is one repeat; forgetting them again is another."""
    again = [("keys", {"field": name, "again": True}) for name in ("Name", "E-mail", "Postcode")]
    found = listening.repeats(journey(("visit", {}), *again, ("visit", {}), *again))

    assert [3, 3] == [len(seen.moments) for seen in found]
    assert '"Name", "E-mail" and "Postcode"' in found[0].sentence


def test_a_card_typed_anew_after_it_was_declined_is_no_repeat(journey: Journey) -> None:
    """Nobody keeps card numbers to show them again."""
    error = ("error", {"quote": "Card declined", "field": "Card number"})
    anew = ("keys", {"field": "Card number", "again": True, "secret": True})

    assert [] == listening.repeats(journey(error, anew))
    assert 1 == len(listening.repeats(journey(anew)))


def test_what_the_customers_own_reload_emptied_is_no_repeat(journey: Journey) -> None:
    """It counts again from the second page after it."""
    detour = ("detour", {"misfortune": "reloads-midway"})
    again = ("keys", {"field": "Name", "again": True})

    assert [] == listening.repeats(journey(detour, ("visit", {}), again))
    assert 1 == len(listening.repeats(journey(detour, ("visit", {}), ("visit", {}), again)))


PAY = ("press", {"target": "Pay £49.99"})


def test_orders_are_those_that_came_after_paying(journey: Journey) -> None:
    """Numbers shown before, and numbers the customer brought along, are older orders."""
    timeline = journey(
        ("text", {"texts": ["Last order: KC-1000"]}),
        PAY,
        ("text", {"texts": ["Your orders", "KC-1000", "KC-1001", "KC-1042"]}),
        customer={"knows": {"order number": "KC-1001"}},
    )

    assert {"KC-1042": 2} == measures.orders(timeline)


def test_an_order_told_twice_is_one(journey: Journey) -> None:
    """The confirmation and the list may both name it."""
    seen = ("text", {"quote": "Your order number is KC-1042."})

    assert {"KC-1042": 1} == measures.orders(journey(PAY, seen, seen))


def test_an_offer_that_was_asked_for_is_none(journey: Journey) -> None:
    """Who asks what there is wants to be told."""
    push = ("heard", {"quote": "Would you like our premium filter subscription for only £4.99?"})

    assert 1 == len(listening.offers(journey(("said", {"quote": "My kettle is broken."}), push)))
    assert [] == listening.offers(journey(("said", {"quote": "Which filter do you recommend?"}), push))


def test_an_extra_ticked_beforehand_is_an_offer(journey: Journey) -> None:
    """A box that was ticked for the customer pushes without words."""
    assert 1 == len(listening.offers(journey(("text", {"quote": "Add Kettle Care", "preticked": True}))))


SOON = ("heard", {"quote": "A colleague will be with you within 30 seconds.", "at": 10.0})


@pytest.mark.parametrize(("came", "outcome"), [(35.0, "kept"), (60.0, "tolerated"), (120.0, "broken")])
def test_a_promised_person_comes_in_time_late_or_too_late(
    journey: Journey, came: float, outcome: str
) -> None:
    """Late by no more than as long again is put up with."""
    timeline = journey(SOON, ("heard", {"quote": "Hello.", "actor": "agent", "at": came}))

    assert [outcome] == [pledge.outcome for pledge in pledges(timeline)]


def test_a_person_who_never_came_breaks_the_promise_once_it_is_due(journey: Journey) -> None:
    """A journey that ends before leaves it open."""
    assert ["broken"] == [p.outcome for p in pledges(journey(SOON, ("look", {"at": 50.0})))]
    assert ["open"] == [p.outcome for p in pledges(journey(SOON, ("look", {"at": 20.0})))]


def test_in_a_moment_lasts_no_longer_than_patience(journey: Journey) -> None:
    """A vague promise is broken when the customer gave up on it; a clear one is not due yet."""
    vague = ("heard", {"quote": "A colleague will be with you in a moment."})

    assert ["broken"] == [p.outcome for p in pledges(journey(vague, ("gave_up", {"at": 20.0})))]
    assert ["open"] == [p.outcome for p in pledges(journey(SOON, ("gave_up", {"at": 20.0})))]


def test_a_promise_told_again_is_no_second(journey: Journey) -> None:
    """While the customer waits, the same thing in other words is the same promise."""
    again = ("heard", {"quote": "An agent will be with you within 20 seconds.", "at": 12.0})

    assert 1 == len(pledges(journey(SOON, SOON, again)))


def test_a_refund_in_three_days_is_open(journey: Journey) -> None:
    """A promise that nobody could check yet is never called kept."""
    timeline = journey(("heard", {"quote": "You will get your refund within 3 working days."}))

    assert ["open"] == [pledge.outcome for pledge in pledges(timeline)]
