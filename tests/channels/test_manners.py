"""Manners: a customer stops before an act that leaves more of a trace than settings allow, and says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.chat import Chat
from cxprobe.channels.manners import Manners, needed_for, needed_to_send
from cxprobe.errors import Inconclusive
from cxprobe.settings import Level, Settings

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]

CONTACT = """<title>Contact</title><form action=/sent method=post>
<label>Your name <input name=name></label> <label>Mail <input name=mail type=email></label>
<label>Your message <textarea name=words></textarea></label> <button>{button}</button></form>"""
PAYMENT = """<title>Payment</title><form action=/sent method=post>
<label>Card number <input name=n autocomplete=cc-number></label>
<label>Code <input name=c autocomplete=cc-csc></label> <button>{button}</button></form>"""
DETAILS = """<title>Details</title><form action=/sent method=post>
<label>Your name <input name=name></label> <label>Mail <input name=mail type=email></label>
<button>{button}</button></form>"""


@pytest.fixture(autouse=True)
def forms(site: Site) -> None:
    """The site's pages, and nothing asked of it yet."""
    site.put("/sent", "<title>Sent</title><h1>It was sent</h1>")
    site.put(
        "/chat", '<title>Help</title><div role=log style="height:50px">Hello</div><input aria-label=Message>'
    )
    site.asked.clear()


def guest(arrive: Arrive, level: Level = Level.basket, day: dict[str, object] | None = None) -> Web:
    """A customer on a site where they may go as far as that."""
    web = arrive(day)
    web.manners = Manners(level=level, contacts=0, site="https://shop.example")
    return web


def reasons(web: Web) -> list[str]:
    """Why the customer could not go on."""
    return [m.data["reason"] for m in web.recorder.moments() if m.kind == "blocked"]


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("Pay £38.99", Level.pay),
        ("Pay by card £38.99", Level.pay),
        ("Pay with PayPal", Level.pay),
        ("Buy now", Level.pay),
        ("Buy it now", Level.pay),
        ("Buy for $5", Level.pay),
        ("Place your order", Level.pay),
        ("Confirm and pay", Level.pay),
        ("Confirm booking", Level.pay),
        ("Complete purchase", Level.pay),
        ("Book now", Level.pay),
        ("Jetzt kaufen", Level.pay),
        ("Zahlungspflichtig bestellen", Level.pay),
        ("Payer 12,00 €", Level.pay),
        ("Realizar pedido", Level.pay),
        ("Conferma ordine", Level.pay),
        ("Bestelling plaatsen", Level.pay),
        ("Zapłać", Level.pay),
        ("Send message", Level.message),
        ("Submit a complaint", Level.message),
        ("Subscribe", Level.message),
        ("Create an account", Level.message),
        ("Sign up for free", Level.message),
        ("Absenden", Level.message),
        ("Nachricht senden", Level.message),
        ("Envoyer le message", Level.message),
        ("Enviar", Level.message),
        ("Invia", Level.message),
        ("Versturen", Level.message),
        ("Wyślij", Level.message),
        ("Add to basket", Level.basket),
        ("In den Warenkorb", Level.basket),
        ("Ajouter au panier", Level.basket),
        ("Search", Level.look),
        ("Order status", Level.look),
        ("Payment methods", Level.look),
        ("Buying guide", Level.look),
        ("Booking conditions", Level.look),
        ("Sending and returns", Level.look),
        ("Continue", Level.look),
        ("Weiter zur Kasse", Level.look),
        ("Delivery", Level.look),
    ],
)
def test_what_a_press_takes_is_told_by_the_label(label: str, level: Level) -> None:
    """Money, messages and baskets are told by their usual names, in the usual languages."""
    assert level == needed_for(label)[0]


@pytest.mark.parametrize(
    ("holds", "button", "level"),
    [
        ({"card": True}, "Continue", Level.pay),
        ({"message": True}, "Go", Level.message),
        ({"mail": True}, "Get in touch", Level.message),
        ({"mail": True, "message": True}, "Continue to delivery", Level.look),
        ({"message": True}, "Add to basket", Level.basket),
        ({}, "Go", Level.look),
        ({}, "Pay now", Level.pay),
    ],
)
def test_what_sending_a_form_takes_is_told_by_what_it_holds(
    holds: dict[str, bool], button: str, level: Level
) -> None:
    """A button can be called anything; a card number, a message or a mail address cannot be mistaken."""
    form = {"card": False, "message": False, "mail": False, **holds, "button": button}

    assert level == needed_to_send(form)[0]


@pytest.mark.parametrize(
    ("page", "button"),
    [(PAYMENT, "Pay £38.99"), (PAYMENT, "OK"), (CONTACT, "Send"), (CONTACT, "OK"), (DETAILS, "Sign me up")],
)
def test_a_customer_stops_before_pressing_what_would_leave_too_much(
    arrive: Arrive, site: Site, page: str, button: str
) -> None:
    """Nothing is sent; the journey ends with the reason, and says what to write to allow it."""
    site.put("/form", page.format(button=button))
    web = guest(arrive)
    web.open("/form")

    with pytest.raises(Inconclusive, match=r'write level = "(pay|message)" under \[trace\] in cxprobe\.toml'):
        web.press(button)

    assert ["/form"] == site.paths()
    assert ["manners"] == reasons(web)


def test_a_customer_may_do_what_settings_allow(arrive: Arrive, site: Site) -> None:
    """One level up, the same message is sent."""
    site.put("/form", CONTACT.format(button="Send"))
    web = guest(arrive, Level.message)
    web.open("/form")
    web.press("Send")

    assert ["/form", "/sent"] == site.paths()
    assert [] == reasons(web)


def test_a_details_step_of_a_checkout_takes_no_more_than_a_basket(arrive: Arrive, site: Site) -> None:
    """A checkout can be walked up to its payment: "continue" leads on, it sends nobody a message."""
    site.put("/form", DETAILS.format(button="Continue"))
    web = guest(arrive)
    web.open("/form")
    web.fill("Your name", "Gus")
    web.press("Continue")

    assert ["/form", "/sent"] == site.paths()


@pytest.mark.parametrize("page", [CONTACT, PAYMENT], ids=["contact", "payment"])
@pytest.mark.parametrize("button", ["OK", "Send", "Pay"])
def test_enter_pressed_too_early_does_not_get_round_the_level(
    arrive: Arrive, site: Site, page: str, button: str
) -> None:
    """Enter in a field sends the form as its button would: where that is too much, no slip happens."""
    site.put("/form", page.format(button=button))
    web = guest(arrive, day={"enter-early": True})
    web.open("/form")
    for label in ("Your name", "Your message") if page is CONTACT else ("Card number", "Code"):
        web.fill(label, "123")

    assert ["/form"] == site.paths()
    assert [] == [m for m in web.recorder.moments() if m.kind == "detour"]


def test_a_slip_takes_no_money_even_where_paying_is_allowed(arrive: Arrive, site: Site) -> None:
    """Off this machine a payment is made on purpose or not at all."""
    site.put("/form", PAYMENT.format(button="Pay"))
    web = guest(arrive, Level.pay, day={"enter-early": True})
    web.open("/form")
    web.fill("Card number", "4242")

    assert ["/form"] == site.paths()


def test_enter_too_early_does_happen_where_it_may(arrive: Arrive, site: Site) -> None:
    """On this machine the same slip sends the form."""
    site.put("/form", CONTACT.format(button="Send"))
    web = arrive({"enter-early": True})
    web.open("/form")
    web.fill("Your name", "Gus")

    assert ["/form", "/sent"] == site.paths()


def test_a_customer_stops_before_writing_in_a_chat(arrive: Arrive) -> None:
    """A message on a site that allows baskets only is not even typed."""
    web = guest(arrive)
    web.open("/chat")
    chat = Chat(web, "help", {})

    with pytest.raises(Inconclusive, match="write to the company"):
        chat.say("Hello?")

    assert "" == web.page.get_by_label("Message").input_value()
    assert ["manners"] == reasons(web)


def test_a_site_where_one_may_only_look(arrive: Arrive, site: Site) -> None:
    """At "look" no field is filled in, no option chosen, nothing put into a basket."""
    site.put("/form", DETAILS.format(button="Add to basket"))
    web = guest(arrive, Level.look)
    web.open("/form")

    acts: list[Callable[[], None]] = [
        lambda: web.fill("Mail", "x"),
        lambda: web.choose("Mail", "x"),
        lambda: web.press("Add to basket"),
    ]
    for act in acts:
        with pytest.raises(Inconclusive, match='as far as "look"'):
            act()

    assert ["/form"] == site.paths()


@pytest.mark.parametrize(
    ("site_url", "level"),
    [
        ("http://127.0.0.1:8000", Level.pay),
        ("http://localhost", Level.pay),
        ("https://shop.example", Level.basket),
        ("http://10.0.0.1", Level.basket),
    ],
)
def test_how_far_customers_go_unless_told(site_url: str, level: Level) -> None:
    """On this machine as far as they like; anywhere else they look and fill baskets."""
    assert level == Manners.of(Settings(), site_url).level
