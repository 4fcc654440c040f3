"""Trouble and success in what a page says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.trouble import tells_of_trouble


@pytest.mark.parametrize(
    "text",
    [
        "We could not take your payment. Nothing was charged.",
        "This card number is not right. Please check it.",
        "Sorry, this code has expired.",
        "Please enter your e-mail address.",
        "Your session is no longer valid.",
        "Something went wrong.",
        "We couldn’t find that page.",
        "Leider ist ein Fehler aufgetreten.",
        "Veuillez saisir votre adresse.",
        "Lo sentimos, la tarjeta fue rechazada.",
    ],
)
def test_trouble_is_told_by_its_words(text: str) -> None:
    """An error, in the words that shops have for one."""
    assert tells_of_trouble(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Added to your basket.",
        "Your code was applied: 10% off.",
        "Thank you! Your order is confirmed. If something is wrong, tell us.",
        "Delivered in 2 to 3 working days",
        "Erfolgreich gespeichert. Danke!",
        "The Errorless Kettle",
    ],
)
def test_good_news_is_no_trouble(text: str) -> None:
    """Success outweighs a word of caution, and part of a word is no word."""
    assert not tells_of_trouble(text)


@settings(database=None)
@given(st.text(max_size=200))
def test_trouble_does_not_go_away_by_shouting(text: str) -> None:
    """Any text can be asked about, and one more plain error makes it trouble no less."""
    assert not tells_of_trouble(text) or tells_of_trouble(f"{text}\nError.")
