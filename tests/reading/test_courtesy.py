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


OFF_YES = [
    "I'd have to ask my manager; please call again tomorrow.",
    "I'd have to ask my manager.",
    "Somebody will get back to you within two days.",
    "We'll call you back tomorrow.",
    "A colleague will contact you next week.",
    "Please call back later.",
    "You need to contact the manufacturer.",
    "I'm not authorised to refund that.",
    "I have raised a ticket for you.",
    "I've passed your case to our returns team.",
    "Let me check with a colleague.",
    "Please call our service team.",
    "Someone from our team will be in touch.",
    "You will hear from our warehouse by Friday.",
    "Da muss ich meinen Chef fragen.",
    "Wir melden uns bei Ihnen.",
    "Nous vous rappellerons demain.",
    "Please come back tomorrow.",
    "Only my manager can approve that.",
    "I will have to check this with our warehouse.",
    "That is above my pay grade.",
    "I've escalated this to the accounts team.",
    "You need to send us an e-mail.",
    "You have to call our shop with your order number.",
]
OFF_NO = [
    "I have refunded £49.99 to your card.",
    "If it happens again, just call us back.",
    "A colleague will be with you in a moment.",
    "The driver will call you before delivery.",
    "You can track your order with the number.",
    "Is there anything else I can help with?",
    "Please check your inbox.",
    "Feel free to contact us again any time.",
    "Could you give me your order number, please?",
    "You don't have to call again.",
    "Thank you for contacting us.",
    "We'll e-mail you the label.",
    "I have checked with the warehouse: it left yesterday.",
    "You need to send it back within 30 days.",
    "Shall I ask my manager?",
    "Please write the order number on the parcel.",
    "You will get a confirmation by e-mail.",
    "No need to call us again.",
    "Let me pass you to a colleague.",
    "I have asked my manager, and the refund is on its way.",
    "Please check the number again.",
    "We will contact you before delivery to arrange a time slot.",
    "You need to send the parcel to us with the label.",
    "You have to go to the post office with it.",
    "You'll hear from us by e-mail with your return label.",
]


@pytest.mark.parametrize(
    ("text", "does"), [*((each, True) for each in OFF_YES), *((each, False) for each in OFF_NO)]
)
def test_putting_off(text: str, does: bool) -> None:
    """Bosses to be asked, call backs, come again; no ifs, no drivers, no hand-over."""
    assert does is bool(courtesy.puts_off(text))


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
        ("To Naomi Sharpe, Studio 92", False),
        ("Bill to: Naomi Sharpe", False),
        ("Dear customer", False),
    ],
)
def test_greeted_by_name_in_writing(line: str, greets: bool) -> None:
    """A greeting or thanks; an address is none."""
    assert greets is bool(courtesy.greets_by_name(line, ["Naomi Sharpe"]))


def test_nobody_is_called_by_no_name() -> None:
    """Where the name is not known, nothing is found."""
    assert "" == courtesy.calls_by_name("Thank you, Naomi.", [""])
    assert "" == courtesy.greets_by_name("Dear Naomi,", [])


@settings(deadline=None, database=None)
@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_can_be_read(text: str, name: str) -> None:
    """Reading never raises, and what is found stands in the text."""
    for read in (courtesy.asks_how_it_went, courtesy.puts_off, courtesy.says_closed):
        assert read(text) in text
    assert courtesy.calls_by_name(text, [name]) in text
    assert courtesy.greets_by_name(text, [name]) in text
