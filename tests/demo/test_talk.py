"""What the chat answers: the state and a message in, acts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxprobe.demo.hearing import email_in, order_number, product_in, specification_in, topic_of
from cxprobe.demo.promise import day_told, delivered_by, today
from cxprobe.demo.store import Store
from cxprobe.demo.talk import BOT, PRIYA, PUSH, TOM, Desk, Talk
from cxprobe.demo.words import words_in

Converse = Callable[..., list[str]]
BROKEN = "My kettle arrived broken. I want my money back."


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The books of a company that just opened."""
    store = Store(Path(tmp_path_factory.mktemp("books")) / "kettle.sqlite")
    yield store
    store.close()


@pytest.fixture
def converse(books: Store) -> Converse:
    """Everything said in answer to some messages, one after the other."""

    def talk(*messages: str, switch: str = "") -> list[str]:
        state, said = Talk(), []
        for text in messages:
            acts = Desk(state, text, books, "visitor", frozenset({switch} - {""})).answer()
            said += [f"{act.speaker}: {act.text}" for act in acts if act.kind != "line"]
            state = Talk(**state.kept())
        return said

    return talk


def test_a_refund_is_settled_in_one_answer_when_the_number_is_given(converse: Converse) -> None:
    """Regret, money, day and reference, without a colleague."""
    said = converse(f"{BROKEN} It is order kc-1001.")

    assert [
        f"{BOT}: I'm sorry your kettle arrived broken. I have refunded £39.00 to your card; you will see it "
        "within 3 working days. Your reference is RF-2001.",
        f"{BOT}: Is there anything else I can help with?",
    ] == said


def test_a_missing_order_number_is_asked_for_once(converse: Converse) -> None:
    """One question, then the refund; the bare number will do."""
    said = converse(BROKEN, "1001")

    assert 1 == sum("order number, please?" in line for line in said)
    assert "Your reference is RF-2001." in said[1]


def test_an_unknown_order_is_told_kindly_then_a_person_is_offered(converse: Converse) -> None:
    """Asked again once; after that a colleague who can find it."""
    said = converse(f"{BROKEN} KC-9999", "KC-8888", "yes please", "gus@example.com")

    assert "I'm sorry, I cannot find an order KC-9999." in said[0]
    assert "Shall I pass you to a colleague?" in said[1]
    assert ": You are now talking to Priya." in said
    assert "RF-2001" in said[-2]


def test_who_does_not_know_the_number_gets_a_person_who_finds_it(converse: Converse) -> None:
    """Not knowing is no dead end."""
    said = converse(BROKEN, "I don't know it.", "yes", "gus@example.com")

    assert "Shall I pass you to a colleague who can find it?" in said[1]
    assert "RF-2001" in said[-2]
    assert said[-2].startswith(PRIYA)


def test_a_person_solves_it_with_what_was_said(converse: Converse) -> None:
    """Nothing is asked again after the hand-off."""
    said = converse("I want to talk to a person. My kettle KC-1001 is broken.")

    assert [
        f"{BOT}: Let me pass you to a colleague.",
        ": You are number 1 in the line, about 5 seconds.",
        ": You are now talking to Priya.",
        f"{PRIYA}: Hello, I'm Priya. I have read what you wrote.",
    ] == said[:4]
    assert said[4].startswith(f"{PRIYA}: I'm sorry your kettle arrived broken. I have refunded £39.00")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much water does the copper kettle hold?", "The Copper stove kettle holds 1.6 litres."),
        ("What does the copper stove kettle cost?", "The Copper stove kettle costs £39.00."),
        ("Does the copper kettle work on induction?", "Gas, electric and ceramic; not induction"),
        ("Where is my order KC-1001?", "Order KC-1001 was delivered on"),
        ("When are you open?", "Monday to Friday, 8 am to 6 pm"),
        ("Do you have any promo codes?", "KETTLE10"),
        ("How long does delivery take?", day_told(delivered_by(today()))),
        ("hello", "What can I do for you?"),
        ("florp", "I did not understand that"),
        ("Thank you!", "You're welcome."),
    ],
)
def test_a_question_gets_its_answer_from_the_bot(converse: Converse, question: str, answer: str) -> None:
    """Each topic, in the customer's words."""
    said = converse(question)

    assert answer in said[0]
    assert all(line.startswith(BOT) for line in said)


def test_who_wants_no_person_is_not_asked_again(converse: Converse) -> None:
    """Declining ends the matter until the customer brings it up."""
    said = converse(BROKEN, "I don't know it.", "no, leave it", "thanks")

    assert "As you like." in said[2]
    assert "You're welcome." in said[3]


def test_after_anything_else_another_question_is_welcome(converse: Converse) -> None:
    """And 'no, thank you' ends it."""
    said = converse(f"{BROKEN} KC-1001", "How long does delivery take?", "thanks", "No, thank you.")

    assert "2 to 3 working days" in said[2]
    assert "Good-bye" in said[-1]


def test_poor_listening_asks_twice_for_what_was_given(converse: Converse) -> None:
    """Number and e-mail, two times each, though the number came first."""
    answers = ("KC-1001", "gus@example.com", "KC-1001 again", "gus@example.com!!")
    said = converse(f"{BROKEN} KC-1001", *answers, switch="poor-listening")

    assert 2 == sum("order number" in line for line in said)
    assert 2 == sum("Which e-mail" in line for line in said)
    assert "RF-2001" in said[-2]


def test_limited_expertise_hands_on_twice_before_it_is_solved(converse: Converse) -> None:
    """The bot, Priya, and only Tom knows."""
    said = converse(f"{BROKEN} KC-1001", switch="limited-expertise")

    assert f"{BOT}: I don't know, let me pass you on." == said[0]
    assert f"{PRIYA}: I don't know, let me pass you on to Tom." in said
    assert 2 == sum("You are now talking to" in line for line in said)
    assert "RF-2001" in said[-2]
    assert said[-2].startswith(TOM)


def test_dont_care_promises_a_colleague_and_falls_silent(converse: Converse) -> None:
    """One sentence without regret, then nothing whatever is said."""
    said = converse("hello", f"{BROKEN} KC-1001", "Hello?", "I want a person!", switch="dont-care")

    assert [f"{BOT}: A colleague will be with you in a moment."] == said[1:]


@pytest.mark.parametrize("messages", [(f"{BROKEN} KC-1001",), (BROKEN, "KC-1001")])
def test_pushy_selling_offers_more_than_once_and_still_refunds(
    converse: Converse, messages: tuple[str, ...]
) -> None:
    """Whether the number was asked for or not."""
    said = converse(*messages, switch="pushy-selling")

    assert sum(PUSH in line for line in said) > 1
    assert any("RF-2001" in line for line in said)


def test_pushy_selling_takes_no_for_an_answer_at_last(converse: Converse) -> None:
    """And sells nothing to who asks about something else."""
    said = converse(f"{BROKEN} KC-1001", "No!", "When are you open?", switch="pushy-selling")

    assert "No problem." in said[-2]
    assert PUSH not in said[-1]


@pytest.mark.parametrize("switch", ["poor-listening", "limited-expertise", "dont-care"])
def test_other_sins_sell_nothing(converse: Converse, switch: str) -> None:
    """A switch does what it says, and nothing else."""
    said = converse(f"{BROKEN} KC-1001", "KC-1001", "gus@example.com", switch=switch)

    assert not any(PUSH in line for line in said)


def test_topics_are_heard_in_the_order_of_what_hurts() -> None:
    """A broken parcel is a refund, however it was delivered."""
    assert "refund" == topic_of("The delivery came but the kettle is broken")
    assert "where" == topic_of("Where\u2019s my order?")
    assert "" == topic_of("I like tea")


@pytest.mark.parametrize(
    ("text", "asked", "number"),
    [
        ("KC-1001", False, 1001),
        ("kc 1001.", False, 1001),
        ("1001", True, 1001),
        ("1001", False, None),
        ("on 12/11, no idea", True, None),
        ("call +441632960001", True, None),
    ],
)
def test_order_numbers_are_heard(text: str, asked: bool, number: int | None) -> None:
    """A bare number counts only when it was asked for."""
    assert number == order_number(text, asked=asked)


def test_an_e_mail_address_is_heard_within_a_sentence() -> None:
    """Without the full stop behind it."""
    assert "gus@example.com" == email_in("It is gus@example.com.")


def test_a_product_is_heard_only_when_it_is_clear_which(books: Store) -> None:
    """'The kettle' could be five."""
    shelf = books.products()
    heard = product_in("the brown betty", shelf)

    assert heard is not None
    assert "brown-betty-teapot" == heard.slug
    assert product_in("the kettle", shelf) is None
    assert "Weight" == specification_in("how heavy is it?")


def test_money_is_told_in_the_companys_own_currency(books: Store) -> None:
    """The chat speaks English everywhere; a French company still charges euros."""
    euros = words_in("en", "€").money

    acts = Desk(Talk(), "How much is the copper kettle?", books, "visitor", frozenset(), euros).answer()

    assert ["The Copper stove kettle costs €39.00."] == [act.text for act in acts]
