"""Promises in a company's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.promises import MOMENT, hangs_on_more, promises


@pytest.mark.parametrize(
    ("text", "kind", "within"),
    [
        ("A colleague will be with you in a moment.", "contact", MOMENT),
        ("You will be connected within 30 seconds.", "contact", 30.0),
        ("You are number 2 in the line, about 5 seconds.", "contact", 5.0),
        ("Someone will be with you in about half a minute.", "contact", 30.0),
        ("An agent will join in a couple of minutes.", "contact", 120.0),
        ("Ein Kollege ist gleich bei Ihnen.", "contact", MOMENT),
        ("Let me pass you to a colleague.", "contact", None),
        ("We'll call you back within 24 hours.", "contact", 86400.0),
        ("You'll receive a confirmation e-mail shortly.", "mail", None),
        ("Your refund will be paid within 2 weeks.", "refund", 1209600.0),
        ("We'll look into it.", "done", None),
    ],
)
def test_what_is_promised_and_within_what_time(text: str, kind: str, within: float | None) -> None:
    """Kind and seconds; "in a moment" is our minute."""
    assert [(kind, within)] == [(promise.kind, promise.within) for promise in promises(text)]


@pytest.mark.parametrize(
    ("text", "days", "date"),
    [
        ("Your refund will be with you within 5 to 7 business days.", 7, None),
        ("Delivered in 2–3 working days", 3, None),
        ("Lieferung bis Mittwoch, 25. November.", None, "Mittwoch, 25. November"),
        ("Entrega a más tardar el 25 de noviembre.", None, "25 de noviembre"),
        ("Consegna entro mercoledì 25 novembre", None, "mercoledì 25 novembre"),
        ("Bezorgd uiterlijk woensdag 25 november", None, "woensdag 25 november"),
        ("Dostawa w 2–3 dni robocze", 3, None),
        ("Entrega em 2 a 3 dias úteis", 3, None),
        ("Delivery by Thursday 12 March", None, "Thursday 12 March"),
        ("Order within 3 hours and it arrives tomorrow.", None, "tomorrow"),
    ],
)
def test_working_days_and_dates(text: str, days: int | None, date: str | None) -> None:
    """The later end of a range is what was promised."""
    (promise,) = promises(text)

    assert (days, date) == (promise.working_days, promise.date)


@pytest.mark.parametrize(
    "text",
    [
        "Would you like me to transfer you to an agent?",
        "If you need further help, I can transfer you to an agent.",
        "Free returns within 30 days",
        "Your order was delivered on 12 March.",
        "Feel free to reach out, and I'll be there to help.",
        "I will help you with that.",
        "Create an account and we will send you a confirmation e-mail.",
        "Enter your e-mail and we will send you a reset link.",
        "We will only e-mail you if there is a problem.",
        "You will receive an e-mail when the item is back in stock.",
        "We will use your e-mail to send order updates.",
        "Melden Sie sich an und erhalten Sie einen Gutschein per E-Mail.",
        "Let me get your order details.",
        "We will send you a word by e-mail and " * 30,
        "This booking was made within the last 24 hours, so you get a full refund.",
    ],
)
def test_offers_ifs_and_rules_are_no_promises(text: str) -> None:
    """Nobody said it would be done."""
    assert () == promises(text)


def test_the_same_promise_has_the_same_key() -> None:
    """However it is spaced and marked; other words are another promise."""
    one, same = (
        promises("A colleague will be with you soon."),
        promises("a colleague  will be with you soon!"),
    )
    (other,) = promises("A colleague will be with you within 5 minutes.")

    assert one[0].key == same[0].key
    assert one[0].key != other.key


def test_vague_and_rough_deadlines_are_told_apart() -> None:
    """Ours for "in a moment"; theirs, roughly, for "about"."""
    (vague,) = promises("An agent will be with you shortly.")
    (rough,) = promises("Waiting time: about 5 seconds.")

    assert (True, False) == (vague.vague, vague.about)
    assert (False, True) == (rough.vague, rough.about)


@settings(deadline=None, database=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises; a promise keeps its words."""
    assert all(promise.quote in text for promise in promises(text))


@pytest.mark.parametrize(
    "text",
    [
        "You will get no confirmation by e-mail.",
        "No confirmation will be sent by e-mail.",
        "Wir senden Ihnen keine Bestätigung per E-Mail.",
        "Vous ne recevrez pas de confirmation par e-mail.",
    ],
)
def test_a_mail_that_will_not_come_is_not_promised(text: str) -> None:
    """Saying that there will be none is the opposite of promising one."""
    assert () == promises(text)


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("A member of our team will reply shortly.", True),
        ("A member of our team will reply by e-mail.", False),
        ("Our team will reply within 24 hours.", False),
        ("Let me get a colleague for you.", True),
    ],
)
def test_who_comes_another_day_or_way_is_not_waited_for_now(text: str, live: bool) -> None:
    """By mail, or in more than an hour, is no promise about the conversation."""
    assert [live] == [promise.live for promise in promises(text)]


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("You will receive a tracking link by e-mail as soon as your parcel is handed over.", True),
        ("Sie erhalten nach Abschluss der Bestellung eine Bestätigung.", True),
        ("Vous recevrez votre numéro de suivi par e-mail lors de l'expédition.", True),
        ("Po złożeniu zamówienia otrzymasz potwierdzenie.", True),
        ("You will get it by e-mail after a few minutes.", False),
        ("We will e-mail you a return label within 5 minutes.", False),
    ],
)
def test_what_comes_only_after_something_else(text: str, hangs: bool) -> None:
    """Nobody can tell from when its time runs."""
    assert hangs is hangs_on_more(text)
