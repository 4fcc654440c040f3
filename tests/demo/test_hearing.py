"""What a message is about: topics, numbers, names and marks, by the words in it."""

from __future__ import annotations

import pytest

from cxprobe.demo.goods import SHELF
from cxprobe.demo.hearing import (
    email_in,
    name_in,
    order_number,
    product_in,
    rating_in,
    specification_in,
    topic_of,
    topics_of,
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The delivery came but the kettle is broken", ["refund"]),
        ("Where\u2019s my order?", ["where"]),
        ("WHER IS MY ORDR", ["where"]),
        ("My order has not arrived, can I get a refund?", ["refund"]),
        ("I want to return my kettle", ["refund"]),
        ("Can I return my kettle?", ["returns"]),
        ("how I can send back?", ["returns"]),
        ("How long does a refund take?", ["returns"]),
        ("How long is the guarantee?", ["guarantee"]),
        ("how much cost the delivery", ["cost"]),
        ("I have paid. Where is my invoice?", ["invoice"]),
        ("How long does delivery take?\nWhen are you open?", ["delivery", "hours"]),
        ("My kettle is broken. When are you open?", ["refund", "hours"]),
        ("I like tea", []),
        ("No, thank you. That is all.", []),
    ],
)
def test_topics_are_heard_in_the_order_of_what_hurts(text: str, topics: list[str]) -> None:
    """An order first; beside it, what is a question."""
    assert topics == topics_of(text)
    assert (topics[0] if topics else "") == topic_of(text)


@pytest.mark.parametrize(
    ("text", "asked", "number"),
    [
        ("KC-1001", False, 1001),
        ("kc 1001.", False, 1001),
        ("My order number is 1001", False, 1001),
        ("1001", True, 1001),
        ("1001", False, None),
        ("on 12/11, no idea", True, None),
        ("call +441632960001", True, None),
    ],
)
def test_order_numbers_are_heard(text: str, asked: bool, number: int | None) -> None:
    """A bare number counts only when it was asked for."""
    assert number == order_number(text, asked=asked)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Gus Grump.", ("Gus", "Grump")),
        ("MY NAME IS GUS GRUMP", ("Gus", "Grump")),
        ("my name is gus and my kettle broke", ("Gus", "")),
        ("I'm Priya and my kettle broke", ("Priya", "")),
        ("My first name is José. My last name is García", ("José", "García")),
        ("this is Siân O'Brien-Müller here", ("Siân", "O'Brien-Müller")),
        ("I am really annoyed.", ("", "")),
        ("I'm waiting", ("", "")),
        ("This is KC-1001", ("", "")),
        ("This is Ridiculous", ("", "")),
    ],
)
def test_a_name_is_heard_when_somebody_says_theirs(text: str, name: tuple[str, str]) -> None:
    """First and last; a mood is no name."""
    assert name == name_in(text)


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("5", 5),
        ("4, thanks", 4),
        ("4/5", 4),
        ("3 stars", 3),
        ("it is 2", 2),
        ("KC-1001", None),
        ("6", None),
        ("No, thank you. That is all.", None),
    ],
)
def test_a_mark_from_one_to_five_is_heard(text: str, rating: int | None) -> None:
    """And no other number."""
    assert rating == rating_in(text)


def test_an_e_mail_address_is_heard_within_a_sentence() -> None:
    """Without the full stop behind it."""
    assert "gus@example.com" == email_in("It is gus@example.com.")


def test_a_product_is_heard_only_when_it_is_clear_which() -> None:
    """'The kettle' could be five."""
    heard = product_in("the brown betty", SHELF)

    assert heard is not None
    assert "brown-betty-teapot" == heard.slug
    assert product_in("the kettle", SHELF) is None
    assert "Weight" == specification_in("how heavy is it?")


def test_a_word_that_is_only_near_another_is_left_alone() -> None:
    """'House' is not 'hours'."""
    assert [] == topics_of("It is for my house")
