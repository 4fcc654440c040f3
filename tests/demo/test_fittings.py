"""A company in another language, with another checkout, with card fields next door."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import httpx
import pytest

from cxprobe.demo import Company
from cxprobe.demo.fittings import LANGUAGES

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]

PIECE = {"X-Piece": "1"}
COUNTRY = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT"}
TAGS = ("en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "pt-PT")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"language": "tlh"}, "No language 'tlh'. There are: en, de"),
        ({"checkout": "one-click"}, "No checkout 'one-click'. There are: classic, single-page"),
        ({"payment": "cash"}, "No payment 'cash'. There are: plain, framed"),
    ],
)
def test_what_is_not_on_offer_is_refused(asked: dict[str, str], said: str) -> None:
    """With the list of what is."""
    with pytest.raises(ValueError, match=said):
        Company(**asked)  # type: ignore[arg-type] # one wrong argument at a time


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kettle_is_bought_in_every_language(open_company: OpenCompany, visit: Visit, language: str) -> None:
    """At home there: its own country comes first, and no page falls back to English."""
    shopper = visit(open_company(language=language))
    shopper.take()
    shopper.send("/checkout/contact", **shopper.contact)
    form = shopper.see("/checkout/delivery")
    shopper.send("/checkout/delivery", **shopper.delivery)

    page = shopper.pay(shopper.token()).text

    assert f'<html lang="{TAGS[LANGUAGES.index(language)]}">' in page
    assert f'<option value="{COUNTRY[language]}" selected>' in form
    assert "KC-1042" in page
    assert ("Thank you" in page) == (language == "en")


def test_the_bill_adds_up_in_every_currency(open_company: OpenCompany, visit: Visit) -> None:
    """Zloty prices are another multiple of ours, and ten percent are ten percent."""
    shopper = visit(open_company(language="pl"))
    shopper.take()

    page = shopper.send("/basket/promo", code="kettle10").text

    found = re.findall(r"<dd>(−?[\d,]+)\xa0zł</dd>", page)
    assert ["195,00", "−19,50", "175,50", "32,82"] == found


def test_a_visitor_may_read_another_language(shopper: Shopper) -> None:
    """The choice is kept; the currency stays the company's."""
    chosen = shopper.see("/product/copper-stove-kettle?lang=de")
    later = shopper.see("/basket")

    assert "39,00\xa0£" in chosen
    assert "Ihr Warenkorb" in later
    assert 'href="/search?q=tea&lang=fr"' in shopper.see("/search?q=tea")


def test_an_unknown_language_changes_nothing(shopper: Shopper) -> None:
    """A typing mistake in the address is no reason to break."""
    assert "Your basket" in shopper.see("/basket?lang=xx")


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("de", "kupferkessel", True),
        ("fr", "bouilloires", True),
        ("fr", "theieres", True),
        ("it", "xyz", False),
    ],
)
def test_the_search_knows_the_words_of_the_language(
    open_company: OpenCompany, visit: Visit, language: str, typed: str, found: bool
) -> None:
    """In the plural and without accents too."""
    page = visit(open_company(language=language)).see(f"/search?q={typed}")

    assert found == ('<li class="card">' in page)


def test_errors_are_told_in_the_language(open_company: OpenCompany, visit: Visit) -> None:
    """Where the mistake was made."""
    shopper = visit(open_company(language="nl"))
    shopper.take()

    page = shopper.send("/checkout/contact", **shopper.contact | {"email": "gus@"}).text

    assert "Vul een e-mailadres in zoals" in page


def test_a_single_page_checkout_has_one_address(open_company: OpenCompany, visit: Visit) -> None:
    """Whoever asks for a step by its own address gets the page that holds them all."""
    shopper = visit(open_company(checkout="single-page"))
    shopper.take()

    addresses = {shopper.http.get(f"/checkout/{step}").url.path for step in ("contact", "payment")}

    assert {"/checkout"} == addresses
    assert "data-skeleton" in shopper.see("/checkout")
    assert 'class="button wide" href="/checkout"' in shopper.see("/basket")


def test_the_steps_of_a_single_page_come_without_the_page(open_company: OpenCompany, visit: Visit) -> None:
    """The first that is missing, then the next, then the confirmation; reloading begins where one was."""
    shopper = visit(open_company(checkout="single-page"))
    shopper.take()
    first = shopper.http.get("/checkout", headers=PIECE).text
    second = shopper.http.post("/checkout/contact", data=shopper.contact, headers=PIECE).text
    third = shopper.http.post("/checkout/delivery", data=shopper.delivery, headers=PIECE).text
    again = shopper.http.get("/checkout", headers=PIECE).text

    assert ["Your details", "Delivery", "Payment", "Payment"] == [
        re.findall(r"<h1>(.*?)</h1>", html)[0] for html in (first, second, third, again)
    ]
    assert "<header" not in first


def test_a_single_page_checks_fields_as_they_are_left(open_company: OpenCompany, visit: Visit) -> None:
    """Without keeping anything."""
    shopper = visit(open_company(checkout="single-page"))
    shopper.take()

    answer = shopper.send("/checkout/check/contact", email="gus@", first_name="Gus").json()

    assert "name@example.com" in answer["errors"]["email"]
    assert "first_name" not in answer["errors"]


def test_framed_payment_has_an_origin_of_its_own(open_company: OpenCompany, visit: Visit) -> None:
    """Both hosts are told to who must allow them; without frames there is one."""
    framed, plain = open_company(payment="framed"), open_company()
    shopper = visit(framed)
    shopper.reach_payment()

    page = shopper.see("/checkout/payment")

    assert f'src="{framed.payment_origin}/fields?session=' in page
    assert 'name="card_number"' not in page
    assert framed.hosts == (framed.url.removeprefix("http://"), framed.payment_origin.removeprefix("http://"))
    assert (plain.url.removeprefix("http://"),) == plain.hosts
    assert "" == plain.payment_origin


def test_a_card_typed_next_door_pays_here(open_company: OpenCompany, visit: Visit) -> None:
    """It never comes through the shop's own form; what is wrong is said in the frame."""
    company = open_company(payment="framed-fields", language="de")
    shopper = visit(company)
    token = shopper.reach_payment()

    wrong = _typed(company, token, card_number="4242 4242 4242 4241")
    for name in ("card_number", "expiry", "code"):
        assert {} == _typed(company, token, **{name: shopper.card[name]})
    paid = shopper.send("/checkout/payment", checkout=token, card_name="G", billing_same="on")

    assert {"card_number"} == set(wrong)
    assert "Tippfehler" in wrong["card_number"]
    assert "Bestellnummer" in paid.text
    assert ["KC-1042"] == shopper.orders()


def _typed(company: Company, session: str, **card: str) -> dict[str, str]:
    sent = json.dumps({"session": session, "lang": "de", **card})
    answer = httpx.post(f"{company.payment_origin}/fields", content=sent, trust_env=False)
    errors: dict[str, str] = answer.json()["errors"]
    return errors


def test_a_card_that_nobody_typed_does_not_pay(open_company: OpenCompany, visit: Visit) -> None:
    """An empty frame is an error like an empty field."""
    shopper = visit(open_company(payment="framed"))
    token = shopper.reach_payment()

    page = shopper.send("/checkout/payment", checkout=token, card_name="G", billing_same="on").text

    assert "Enter the card number." in page
    assert [] == shopper.orders()


def test_a_frame_shows_in_its_own_shop_only(open_company: OpenCompany) -> None:
    """And labels its fields in the language it is asked for."""
    company = open_company(payment="framed")

    answer = httpx.get(f"{company.payment_origin}/fields?lang=pl&session=x", trust_env=False)

    assert f"frame-ancestors {company.url}" == answer.headers["content-security-policy"]
    assert "Numer karty" in answer.text
    assert ["cc-number", "cc-exp", "cc-csc"] == re.findall(r'autocomplete="([\w-]+)"', answer.text)


def test_the_cookie_banner_asks_once(open_company: OpenCompany, visit: Visit, shopper: Shopper) -> None:
    """With a way to refuse that is as plain as the other; a shop without it asks nobody."""
    careful = visit(open_company(cookie_banner=True))
    asked = careful.see("/basket")

    back = careful.send("/consent", cookies="needed", back="/basket")

    assert "Reject all" in asked
    assert "/basket" == back.url.path
    assert "Reject all" not in back.text
    assert "Reject all" not in shopper.see("/")


def test_consent_leads_nowhere_else(open_company: OpenCompany, visit: Visit) -> None:
    """An address of another site is not followed."""
    shopper = visit(open_company(cookie_banner=True))

    assert shopper.send("/consent", cookies="all", back="//elsewhere.example/").url.path == "/"
