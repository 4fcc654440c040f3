"""What is asked, settled, offered and promised in talk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading import talk
from cxprobe.reading.facts import canonical, facts_asked, facts_given, is_answer, sentences


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Could I have your order number?", {"order number"}),
        ("May I have your order number (for example AB-1234)?", {"order number"}),
        ("Could you give me the booking reference so I can look into this?", {"order number"}),
        ("Thanks for your order number. What is your postcode?", {"postcode"}),
        ("Please enter your e-mail address and your phone number.", {"e-mail", "phone"}),
        ("I'll need your customer number and the reservation ID.", {"customer number", "order number"}),
        ("And your full name and address, please.", {"name", "street"}),
        ("Who am I speaking to?", {"name"}),
        ("What are the last four digits of your card?", {"card number"}),
        ("When did you buy it?", {"date of purchase"}),
        ("What is your date of birth?", {"date of birth"}),
        ("So what seems to be the problem?", {"the problem"}),
        ("Wie lautet Ihre Bestellnummer?", {"order number"}),
        ("Bitte nennen Sie mir Ihre Postleitzahl.", {"postcode"}),
        ("Quel est votre numéro de commande ?", {"order number"}),
        ("¿Cuál es su número de pedido?", {"order number"}),
        ("Qual è il numero d'ordine?", {"order number"}),
        ("Wat is uw ordernummer?", {"order number"}),
        ("Jaki jest numer zamówienia?", {"order number"}),
        ("Qual é o número da encomenda?", {"order number"}),
    ],
)
def test_facts_that_are_asked_for(text: str, facts: set[str]) -> None:
    """By meaning, in four languages."""
    assert facts == facts_asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "So your order is KC-1001?",
        "Is your e-mail gus@example.com?",
        "Just to confirm, your order number is KC-1001, is that correct?",
        "I don't need your order number.",
        "You can find your order number in our e-mail.",
        "We have sent you an e-mail. Did you get our e-mail?",
        "Let me know when you have the order number.",
        "Would you like to change your address?",
        "How can I help you?",
        "Thank you for your e-mail.",
        "Should we use the same delivery address?",
        "Is the delivery address still the same?",
    ],
)
def test_confirming_and_mentioning_is_not_asking(text: str) -> None:
    """A fact that is read back, thanked for or explained is not asked for."""
    assert set() == facts_asked(text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("It's KC-1001.", {"order number"}),
        ("order 10023", {"order number"}),
        ("gus@example.com, 07700 900123", {"e-mail", "phone"}),
        ("SW1A 1AA", {"postcode"}),
        ("I paid £49.99 for 2 kettles on 12 March", set()),
        ("I have been a customer of yours since 2019.", set()),
        ("It was in 2019, order 4711", {"order number"}),
    ],
)
def test_facts_that_show_by_their_shape(text: str, facts: set[str]) -> None:
    """Prices, counts and dates are no order numbers."""
    assert facts == facts_given(text)


@pytest.mark.parametrize(
    ("label", "name"), [("E-mail address *", "e-mail"), ("ZIP code:", "postcode"), ("Age", "age")]
)
def test_a_fact_has_one_name(label: str, name: str) -> None:
    """However a form calls it."""
    assert name == canonical(label)


@pytest.mark.parametrize(
    ("text", "answers"),
    [("Gus Grumbold", True), ("Yes", False), ("I don't know", False), ("Why?", False), ("", False)],
)
def test_what_can_be_an_answer(text: str, answers: bool) -> None:
    """A yes, a question and a refusal give nothing."""
    assert answers is is_answer(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Can I talk to a person, please?", True),
        ("A human, please", True),
        ("Please transfer me to a real agent", True),
        ("Ich möchte mit einem Mitarbeiter sprechen", True),
        ("I want a table for 2 people", False),
        ("I need a cab for one person", False),
        ("My kettle is broken", False),
    ],
)
def test_asking_for_a_person(text: str, asks: bool) -> None:
    """Not every person is asked for."""
    assert asks is talk.asks_for_person(text)


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("I have refunded £49.99 to your card.", True),
        ("Your order has been cancelled.", True),
        ("Ihre Zahlung wurde vollständig erstattet.", True),
        ("Order KC-1001 was refunded on Sunday: £39.00 to your card.", True),
        ("Your order was not refunded yet.", False),
        ("Was it refunded?", False),
        ("I will refund £49.99.", False),
        ("Has it been refunded?", False),
        ("Unfortunately your order could not be cancelled.", False),
        ("Once it has been processed, we write to you.", False),
        ("The refund was not successful.", False),
        ("Ich habe Ihnen den Betrag erstattet.", True),
        ("Le remboursement a été effectué.", True),
        ("He tramitado el reembolso.", True),
        ("Ho effettuato il rimborso.", True),
        ("Ik heb het bedrag terugbetaald.", True),
        ("Zwróciłem pieniądze.", True),
        ("Fiz o reembolso.", True),
        ("Refunds are processed in 5 days.", False),
        ("Das wurde noch nicht erstattet.", False),
        ("Non ho effettuato il rimborso.", False),
    ],
)
def test_settled_is_what_has_been_done(text: str, settled: bool) -> None:
    """Not what will be, might be or failed."""
    assert settled is bool(talk.settles(text))


@pytest.mark.parametrize(
    ("text", "pushes"),
    [
        ("While you're here, our premium subscription is 20% off today. Shall I add it?", True),
        ("Would you like to add our extended warranty?", True),
        ("Upgrade now for only £4.99!", True),
        ("Would you like a refund or a replacement?", False),
        ("Would you like me to send you a label?", False),
        ("As an apology, here is 10% off your next order.", False),
        ("Is there anything else I can help with?", False),
        ("The kettle costs £49.99.", False),
        ("Vuole aggiungere la garanzia estesa?", True),
        ("Wilt u er een verzekering bij?", True),
        ("Gostaria de adicionar um seguro?", True),
        ("Would you like me to add a note to your order?", False),
    ],
)
def test_a_push_to_buy(text: str, pushes: bool) -> None:
    """A remedy, a gesture and a fact are none."""
    assert pushes is bool(talk.offers(text))


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("As an apology, we have sent you a voucher for £10.", True),
        ("Keep the old kettle, it is on us.", True),
        ("Thank you for your patience.", False),
        ("I am sorry for the inconvenience.", False),
    ],
)
def test_a_gesture_gives_something(text: str, gives: bool) -> None:
    """Kind words alone are no gift."""
    assert gives is bool(talk.gesture(text))


@pytest.mark.parametrize(
    ("text", "reopens"),
    [
        ("It is still not refunded.", True),
        ("That did not help.", True),
        ("It doesn’t work.", True),
        ("Das ist immer noch nicht gelöst.", True),
        ("No, thank you. That is all.", False),
        ("Thanks, it works.", False),
    ],
)
def test_words_that_reopen(text: str, reopens: bool) -> None:
    """Saying that it is not settled."""
    assert reopens is talk.not_solved(text)


def test_sorry_and_what_is_done_about_it() -> None:
    """An apology and a remedy are two things."""
    assert talk.apologises("We are so sorry about that.")
    assert not talk.remedies("We are so sorry about that.")
    assert talk.remedies("We'll send you a replacement.")
    assert talk.does_not_know("I don't know, let me pass you on.")
    assert talk.asks_for_more("Is there anything else I can help with?")
    assert talk.invites_offer("Which kettle do you recommend?")
    assert talk.complains("My kettle arrived broken.")


@settings(deadline=None, database=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises, and sentences lose no words."""
    facts_asked(text), talk.offers(text), talk.settles(text), talk.not_solved(text)

    assert all(sentence and sentence == sentence.strip() for sentence in sentences(text))
