"""Manners in a company's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading import courtesy

ASKS_YES = [
    "How did we do today?",
    "How did it go? Tell us here: https://kettle.example/f",
    "Was this helpful?",
    "Did that answer your question?",
    "How would you rate this chat?",
    "Please rate your experience.",
    "We'd love your feedback.",
    "Tell us how it went.",
    "How was it?",
    "Are you happy with how this was settled?",
    "Wie war es?",
    "Wie zufrieden sind Sie?",
    "Comment s'est passée votre visite ?",
    "¿Qué tal ha ido?",
    "Com'è andata?",
    "Hoe ging het?",
    "Jak poszło?",
    "Como correu?",
    "Would you like to leave us a review?",
    "How did everything go for you today?",
    "Please take our short survey.",
    "Would you recommend us to a friend?",
    "Take our 2-minute survey",
    "Share your experience",
    "Let us know how we did",
    "Did you get the help you needed?",
    "War das hilfreich?",
    "Konnte ich Ihnen weiterhelfen?",
    "Ihr Feedback ist uns wichtig",
    "Cette réponse vous a-t-elle aidé ?",
    "¿Le ha resultado útil?",
    "Was dit nuttig?",
    "Czy ta odpowiedź była pomocna?",
    "Esta resposta foi útil?",
]
ASKS_NO = [
    "Is there anything else I can help with?",
    "Customer Reviews",
    "Write a review",
    "Be the first to review this product",
    "Review your order",
    "How did it break?",
    "How can I help you?",
    "How did you pay?",
    "This product does not have any reviews yet - be the first to write one.",
    "Number of reviews 0",
    "Customer rating",
    "Refine by rating",
    "Did it arrive broken?",
    "4.8 out of 5 from 120 reviews",
    "How did you hear about us?",
    "Kundenbewertungen",
    "Sort by average rating",
]


@pytest.mark.parametrize(
    ("text", "does"), [*((each, True) for each in ASKS_YES), *((each, False) for each in ASKS_NO)]
)
def test_asking_how_it_went(text: str, does: bool) -> None:
    """The question, in eight languages; the shelf's stars are none."""
    assert does is bool(courtesy.asks_how_it_went(text))


SHUT_YES = [
    "Notre chat est fermé pour le moment. De retour à 9:00.",
    "Nuestro chat está cerrado ahora. Volvemos el lunes.",
    "La nostra chat ora è chiusa. Riapriamo lunedì.",
    "Onze chat is nu gesloten. We zijn er weer om 9:00.",
    "O nosso chat está fechado agora. Voltamos às 9:00.",
    "Our chat is closed now. We are here Monday to Friday, 8 am to 6 pm.",
    "We are closed. Back tomorrow at 8 am.",
    "You have reached us outside our opening hours. We are here from 9:00 to 17:00.",
    "Wir haben geschlossen. Ab Montag 8 Uhr sind wir wieder da.",
    "Nous sommes fermés, de retour lundi à 9h.",
    "Nobody is available right now, the chat opens at 9:00.",
    "Nobody is available right now. We open at 9:00.",
    "Wir sind momentan offline. Mo-Fr 9-17 Uhr",
    "Der Chat ist derzeit nicht besetzt. Mo-Fr 9:00-17:00",
]
SHUT_NO = [
    "Our staff are here Monday to Friday, 8 am to 6 pm.",
    "We are closed.",
    "This chat is open day and night.",
    "Is the chat closed on Sundays?",
    "Your case is closed. We called on Monday.",
    "Nobody is available.",
]


@pytest.mark.parametrize(
    ("text", "does"), [*((each, True) for each in SHUT_YES), *((each, False) for each in SHUT_NO)]
)
def test_closed(text: str, does: bool) -> None:
    """Closed now, with the hours; closed without a word of when is no opening hours."""
    assert does is bool(courtesy.says_closed(text))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Thank you, Naomi.", True),
        ("All right, Mr Sharpe, it is done.", True),
        ("Naomi's order is on its way.", True),
        ("Is your name Naomi Sharpe?", False),
        ("Thank you.", False),
        ("That is a sharpe tone.", False),
    ],
)
def test_called_by_name_in_talk(text: str, called: bool) -> None:
    """First or last, with a capital; read back to be confirmed is none."""
    assert called is bool(courtesy.calls_by_name(text, ["Naomi Sharpe"]))


@pytest.mark.parametrize(
    ("line", "greets"),
    [
        ("Thank you, Naomi. Your order number is KC-1042.", True),
        ("Dear Naomi Sharpe,", True),
        ("Hello Ms Sharpe,", True),
        ("Sehr geehrte Frau Sharpe,", True),
        ("Naomi, your order is on its way", True),
        ("Hi \u2068Naomi\u2069!", True),
        ("Thank you for your order, Naomi!", True),
        ("Your order is confirmed, Naomi!", True),
        ("Estimado/a Naomi:", True),
        ("Geachte heer/mevrouw Sharpe", True),
        ("Dear Ms. N. Sharpe", True),
        ("Moin Naomi,", True),
        ("Liebe/r Naomi", True),
        ("Danke für deine Bestellung, Naomi!", True),
        ("Merci pour votre commande, Naomi", True),
        ("Dziękujemy za zamówienie, Naomi", True),
        ("Naomi - your parcel is on its way", True),
        ("12 High Street, Naomi Sharpe", False),
        ("We have sent a welcome mail to naomi@example.com.", False),
        ("Deliver to: Leeds, Naomi Sharpe", False),
        ("To Naomi Sharpe, Studio 92", False),
        ("Bill to: Naomi Sharpe", False),
        ("Dear customer", False),
    ],
)
def test_greeted_by_name_in_writing(line: str, greets: bool) -> None:
    """A greeting or thanks; an address is none."""
    assert greets is bool(courtesy.greets_by_name(line, ["Naomi Sharpe"]))


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Have a great day!", True),
        ("Der Chat wurde beendet", True),
        ("Tenha um bom dia!", True),
        ("Bom dia! Como posso ajudar?", False),
        ("Boa tarde, em que posso ajudar?", False),
        ("Please take care when unpacking.", False),
        ("Enjoy 10% off", False),
        ("The chat is closed on Sundays.", False),
    ],
)
def test_taking_leave(text: str, leaves: bool) -> None:
    """A good morning is a greeting, and hours are no good-bye."""
    assert leaves is courtesy.says_goodbye(text)


def test_nobody_is_called_by_no_name() -> None:
    """Where the name is not known, nothing is found."""
    assert "" == courtesy.calls_by_name("Thank you, Naomi.", [""])
    assert "" == courtesy.greets_by_name("Dear Naomi,", [])


@settings(deadline=None, database=None)
@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_can_be_read(text: str, name: str) -> None:
    """Reading never raises, and what is found stands in the text."""
    for read in (courtesy.asks_how_it_went, courtesy.says_closed):
        assert read(text) in text
    assert courtesy.calls_by_name(text, [name]) in text
    assert courtesy.greets_by_name(text, [name]) in text
