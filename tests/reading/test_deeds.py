"""What sites say they did, and will do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.deeds import deeds

SAID = [
    ("We've e-mailed a receipt to gus@example.com.", "receipt", "gus@example.com", "mail", True),
    ("We have sent a receipt to gus@example.com.", "receipt", "gus@example.com", "mail", True),
    ("A confirmation is on its way to your inbox.", "confirmation", "", "mail", True),
    (
        "A confirmation email has been sent to gus@example.com",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("An order confirmation was emailed to you.", "confirmation", "", "mail", True),
    (
        "You'll receive a confirmation email with your order number shortly.",
        "confirmation",
        "",
        "mail",
        False,
    ),
    ("We'll text you when it ships.", "tracking", "", "text message", False),
    ("We will e-mail you the tracking number as soon as your order ships.", "tracking", "", "mail", False),
    ("We'll let you know by email when your order is on its way.", "tracking", "", "mail", False),
    ("Your refund of £20.00 has been issued.", "refund", "", "", True),
    ("Your order has been cancelled.", "cancellation", "", "", True),
    ("We've raised a ticket: 4711.", "case", "", "", True),
    ("We will e-mail you a return label.", "return label", "", "mail", False),
    (
        "Ihre Bestellbestätigung wurde an gus@example.com gesendet.",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("Sie erhalten in Kürze eine Bestätigung per E-Mail.", "confirmation", "", "mail", False),
    ("Wir haben Ihnen eine Rechnung per E-Mail geschickt.", "invoice", "", "mail", True),
    ("Wir informieren Sie, sobald Ihre Bestellung versandt wurde.", "updates", "", "", False),
    (
        "Un e-mail de confirmation vous a été envoyé à gus@example.com.",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("Vous allez recevoir un e-mail de confirmation.", "confirmation", "", "mail", False),
    ("Nous vous enverrons le numéro de suivi.", "tracking", "", "", False),
    (
        "Hemos enviado un correo de confirmación a gus@example.com.",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("Recibirá un correo electrónico con su factura.", "invoice", "", "mail", False),
    ("Abbiamo inviato una conferma a gus@example.com.", "confirmation", "gus@example.com", "mail", True),
    ("Riceverai un'e-mail di conferma.", "confirmation", "", "mail", False),
    (
        "We hebben een bevestiging gestuurd naar gus@example.com.",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("Je ontvangt een bevestiging per e-mail.", "confirmation", "", "mail", False),
    ("Wysłaliśmy potwierdzenie na adres gus@example.com.", "confirmation", "gus@example.com", "mail", True),
    ("Otrzymasz e-mail z potwierdzeniem zamówienia.", "confirmation", "", "mail", False),
    (
        "Enviámos um e-mail de confirmação para gus@example.com.",
        "confirmation",
        "gus@example.com",
        "mail",
        True,
    ),
    ("Receberá um e-mail com a fatura.", "invoice", "", "mail", False),
    ("We will answer to gus@example.com by 25 November.", "reply", "gus@example.com", "mail", False),
    ("Wir antworten an gus@example.com bis 25. November.", "reply", "gus@example.com", "mail", False),
    ("Nous répondrons à gus@example.com au plus tard demain.", "reply", "gus@example.com", "mail", False),
    ("Odpowiemy na adres gus@example.com.", "reply", "gus@example.com", "mail", False),
]


@pytest.mark.parametrize(("text", "what", "to", "way", "done"), SAID)
def test_what_is_told_as_done_or_to_come_is_read(text: str, what: str, to: str, way: str, done: bool) -> None:
    """What, to whom, by which way, and whether it is told as done."""
    (deed,) = deeds(text)

    assert (what, to, way, done) == (deed.what, deed.to, deed.way, deed.done)
    assert text == deed.quote


@pytest.mark.parametrize(
    "text",
    [
        "We will never share your e-mail with anyone.",
        "You can e-mail us at help@example.com.",
        "We will save you money.",
        "We use cookies to remember you.",
        "Sign up and we'll send you 10% off.",
        "Enter your e-mail and we'll send you a reset link.",
        "Would you like us to e-mail your receipt?",
        "We won't send you any messages.",
        "If you order before noon, we'll text you.",
        "You may receive offers by e-mail.",
        "Your e-mail address",
        "Thank you for your order.",
        "We have sent thousands of kettles to happy people.",
        "We'll be there to help.",
        "Subscribe to our newsletter and you'll receive updates by e-mail.",
        "All orders are sent by Royal Mail.",
        "Thank you. We have received your message.",
        "E-mail us at help@example.com and we'll reply within a day.",
        "If something arrives broken, we'll send you a return label by e-mail.",
        "Your basket is on its way to free delivery.",
        "When you return an item, you'll get a refund.",
        "Wir senden Ihnen keine Werbung.",
        "Wenn Sie sich anmelden, senden wir Ihnen einen Gutschein per E-Mail.",
        "Nous ne partagerons jamais votre e-mail.",
        "Nunca compartiremos su correo.",
        "Nie wysyłamy spamu na Twój e-mail.",
        "Non condivideremo mai la tua e-mail.",
        "We sturen je nooit spam per e-mail.",
        "No enviamos ninguna confirmación por correo.",
        "No se envía ninguna confirmación por correo.",
        "We send you no confirmation by e-mail.",
        "You will get no confirmation by e-mail.",
        "Wir senden Ihnen keine Bestätigung per E-Mail.",
        "Nous ne vous enverrons aucune confirmation par e-mail.",
        "Non riceverai nessuna conferma via e-mail.",
        "Je ontvangt geen bevestiging per e-mail.",
        "Nie otrzymasz żadnego potwierdzenia e-mailem.",
        "Não enviamos nenhuma confirmação por e-mail.",
        "Your message has been sent.",
        "Ihre Nachricht wurde gesendet.",
        "Votre message a été envoyé.",
        "Su mensaje ha sido enviado.",
        "Gift cards are sent by e-mail within 24 hours.",
        "To return, print the label that was sent with your parcel.",
        "You will find your invoice in your account.",
        "We'll send you a link to reset it.",
    ],
)
def test_what_is_no_deed_is_none(text: str) -> None:
    """Nevers, ifs, offers, advertising, and what the reader could do."""
    assert () == deeds(text)


@pytest.mark.parametrize(
    ("text", "kind", "working_days"),
    [
        ("We've e-mailed a receipt to gus@example.com.", "mail", None),
        ("We'll text you when it ships.", "contact", None),
        ("Your refund will be sent by e-mail within 5 working days.", "refund", 5),
    ],
)
def test_a_deed_is_a_promise_that_can_be_followed_up(text: str, kind: str, working_days: int | None) -> None:
    """Of a promise's kind, with its deadline."""
    (deed,) = deeds(text)

    assert (kind, working_days) == (deed.promise.kind, deed.promise.working_days)
    assert text == deed.promise.quote


@settings(deadline=None, database=None)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from([said[0] for said in SAID]), max_size=4).map(" ".join)
)
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises; a deed keeps its words."""
    assert all(deed.quote in text for deed in deeds(text))
