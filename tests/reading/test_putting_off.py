"""Being put off, in a company's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading import putting_off

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
    "I'd need to run this past my supervisor first.",
    "I'll need to get approval for that.",
    "This needs sign-off from a manager.",
    "I'm unable to approve refunds of that size.",
    "You'd have to take that up with our accounts department.",
    "I can only pass this on.",
    "You will need to e-mail support@shop.example.",
    "Das kann ich leider nicht entscheiden.",
    "Ich leite das an die Fachabteilung weiter.",
    "Ein Mitarbeiter wird sich bei Ihnen melden.",
    "Je transmets votre demande au service concerné.",
    "Un agente se pondrá en contacto con usted.",
    "Un collega la ricontatterà.",
    "Een collega neemt contact met u op.",
    "Konsultant skontaktuje się z Panem.",
    "Um colega entrará em contacto consigo.",
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
    "You will be contacted by the courier to arrange delivery.",
    "We will follow up with a confirmation e-mail.",
    "Please visit our returns page for the label.",
    "You'll need to go to your account and press Return.",
    "You need to fill in the form on the page: here is the link.",
    "You have to go to the checkout to use the code.",
    "Please come again!",
    "Wir melden uns, sobald das Paket da ist.",
    "Le contactaremos cuando llegue.",
    "Skontaktujemy się tylko w razie problemów.",
    "Rufen Sie uns jederzeit an.",
]


@pytest.mark.parametrize(
    ("text", "does"), [*((each, True) for each in OFF_YES), *((each, False) for each in OFF_NO)]
)
def test_putting_off(text: str, does: bool) -> None:
    """Bosses to be asked, call backs, come again; no ifs, no drivers, no hand-over."""
    assert does is bool(putting_off.puts_off(text))


@settings(deadline=None, database=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises, and what is found stands in the text."""
    assert putting_off.puts_off(text) in text
