"""Buying a kettle, on good days and on bad ones."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx
import pytest

from cxprobe.demo import Company
from cxprobe.demo.promise import day_told, delivered_by, today

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]


def test_a_kettle_is_bought_from_search_to_confirmation(shopper: Shopper) -> None:
    """The whole way, and the confirmation says number, money, day and mail."""
    assert "/product/copper-stove-kettle" in shopper.see("/search?q=copper+kettles")
    token = shopper.reach_payment()
    assert "Pay £39.00" in shopper.see("/checkout/payment")

    answer = shopper.pay(token)

    number = shopper.orders()[0]
    assert answer.url.path == f"/order/{number}/thanks"
    assert f"Thank you, <bdi>Gus</bdi>. Your order number is {number}." in answer.text
    assert "£39.00" in answer.text
    assert f"Delivered by {day_told(delivered_by(today()))}" in answer.text
    assert "We have sent a receipt to <bdi>gus@example.com</bdi>" in answer.text
    assert f"Orders placed today from this browser: {number}<" in answer.text


def test_the_first_order_of_a_company_is_kc_1042(open_company: OpenCompany, visit: Visit) -> None:
    """Order numbers go up from there."""
    shopper = visit(open_company())

    shopper.pay(shopper.reach_payment())

    assert ["KC-1042"] == shopper.orders()


def test_the_product_page_gives_price_promise_and_specification(shopper: Shopper) -> None:
    """What a customer wants to know before buying."""
    page = shopper.see("/product/copper-stove-kettle")

    assert "<h1>Copper stove kettle</h1>" in page
    assert "£39.00" in page
    assert f"Delivered by {day_told(delivered_by(today()))}" in page
    assert '<th scope="row">Capacity</th><td>1.6 litres</td>' in page


def test_a_search_without_results_says_so(shopper: Shopper) -> None:
    """An empty page would be a dead end."""
    page = shopper.see("/search?q=<bicycle>")

    assert "nothing that matches" in page
    assert "<bicycle>" not in shopper.http.get("/search?q=<bicycle>").text


def test_what_is_sold_out_cannot_be_bought(shopper: Shopper) -> None:
    """Not by its page, nor by a form kept from yesterday."""
    shopper.take("enamel-camp-kettle")

    assert "Add to basket" not in shopper.see("/product/enamel-camp-kettle")
    assert "Your basket is empty" in shopper.see("/basket")


def test_a_double_click_on_add_to_basket_adds_one(shopper: Shopper) -> None:
    """The same form twice within a moment is one press; two forms are two."""
    for form in ("first", "first", "second"):
        shopper.send("/basket/add", product="stoneware-mug", form=form)

    assert "£24.00" in shopper.see("/basket")


def test_quantities_change_and_goods_are_taken_out(shopper: Shopper) -> None:
    """None is the same as out."""
    shopper.take("stoneware-mug")
    shopper.send("/basket/change", product="stoneware-mug", quantity=" 3 ")
    assert "£36.00" in shopper.see("/basket")
    shopper.send("/basket/change", product="stoneware-mug", quantity="many")
    assert "£36.00" in shopper.see("/basket")

    shopper.send("/basket/change", product="stoneware-mug", quantity="0")

    assert "Your basket is empty" in shopper.see("/basket")


def test_a_promo_code_changes_the_bill_to_the_end(shopper: Shopper) -> None:
    """Typed in lower case with a space behind; twice is once."""
    shopper.take()
    for _ in range(2):
        page = shopper.send("/basket/promo", code="kettle10 ").text
    assert "KETTLE10 takes 10 % off." in page

    page = shopper.pay(shopper_token(shopper)).text

    assert "£35.10" in page
    assert "£39.00" in page
    assert "Discount (KETTLE10)" in page


def shopper_token(shopper: Shopper) -> str:
    """The token after the two steps, with what is in the basket already."""
    shopper.send("/checkout/contact", **shopper.contact)
    shopper.send("/checkout/delivery", **shopper.delivery)
    return shopper.token()


@pytest.mark.parametrize(("code", "reason"), [("EXPIRED5", "ran out on"), ("KETTEL10", "do not know")])
def test_a_refused_promo_code_says_why_and_stays_typed(shopper: Shopper, code: str, reason: str) -> None:
    """Beside the field, once."""
    shopper.take()

    page = shopper.send("/basket/promo", code=code).text

    assert reason in page
    assert f'value="{code}"' in page
    assert 'aria-invalid="true" aria-describedby="code-error"' in page
    assert reason not in shopper.see("/basket")


def test_a_payment_sent_twice_orders_once(shopper: Shopper) -> None:
    """The second press leads to the same confirmation."""
    token = shopper.reach_payment()

    first, second = shopper.pay(token), shopper.pay(token)

    assert first.url == second.url
    assert 1 == len(shopper.orders())


def test_payments_sent_at_the_same_time_order_once(shopper: Shopper) -> None:
    """A double click's two requests arrive together."""
    token = shopper.reach_payment()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: shopper.pay(token), range(4)))

    assert 1 == len({answer.url for answer in answers})
    assert 1 == len(shopper.orders())


def test_back_after_paying_leads_to_the_confirmation(shopper: Shopper) -> None:
    """Every checkout page, once paid, shows what was bought."""
    shopper.pay(shopper.reach_payment())

    for step in ("contact", "delivery", "payment"):
        assert "Your order number is" in shopper.see(f"/checkout/{step}")


def test_a_second_purchase_is_a_second_order(shopper: Shopper) -> None:
    """Doing it once must not mean never again."""
    for _ in range(2):
        shopper.pay(shopper.reach_payment())

    assert 2 == len(shopper.orders())
    assert ", ".join(reversed(shopper.orders())) in shopper.see(f"/order/{shopper.orders()[0]}/thanks")


def test_going_back_shows_what_was_typed(shopper: Shopper) -> None:
    """Reloading too, and names with an apostrophe or from right to left."""
    shopper.reach_payment(first_name="عبد الله ", last_name="O'Brien", town="  York")

    assert 'value="عبد الله"' in shopper.see("/checkout/contact")
    assert 'value="O\'Brien"' in shopper.see("/checkout/contact")
    assert 'value="York"' in shopper.see("/checkout/delivery")


def test_an_error_is_said_beside_its_field_and_keeps_the_rest(shopper: Shopper) -> None:
    """After a redirect, so that reloading repeats nothing."""
    shopper.take()

    answer = shopper.send("/checkout/contact", **shopper.contact | {"email": "gus@"})

    assert [303] == [hop.status_code for hop in answer.history]
    assert 'role="alert"' in answer.text
    assert re.search(r'id="email"[^>]*value="gus@"[^>]*aria-invalid="true"[^>]*email-error"', answer.text)
    assert 'value="Grump"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 1


def test_a_step_sent_too_early_leads_to_what_is_missing(shopper: Shopper) -> None:
    """Nobody pays without an address."""
    shopper.take()
    assert shopper.http.get("/checkout/payment").url.path == "/checkout/contact"
    shopper.send("/checkout/contact", **shopper.contact)

    assert shopper.http.get("/checkout/payment").url.path == "/checkout/delivery"


def test_a_step_spoilt_later_must_be_mended_before_paying(shopper: Shopper) -> None:
    """What was right once and is wrong now is not right."""
    token = shopper.reach_payment()
    shopper.send("/checkout/contact", **shopper.contact | {"email": ""})

    answer = shopper.pay(token)

    assert answer.url.path == "/checkout/contact"
    assert [] == shopper.orders()


def test_a_declined_card_is_told_and_the_form_kept(shopper: Shopper) -> None:
    """The second card goes through."""
    token = shopper.reach_payment()

    declined = shopper.pay(token, card_number="4000 0000 0000 0002")

    assert "Your bank declined this card. Nothing was charged." in declined.text
    assert 'value="4000 0000 0000 0002"' in declined.text
    assert 'value="G Grump"' in declined.text
    assert "Your order number is" in shopper.pay(token).text


def test_card_details_are_not_kept(shopper: Shopper) -> None:
    """They are in the answer to what was sent, and nowhere after."""
    token = shopper.reach_payment()
    shopper.pay(token, expiry="10/20")

    page = shopper.see("/checkout/payment")

    assert "4242" not in page
    assert 'name="code" value=""' in page


def test_reloading_after_a_lost_line_leads_back_to_the_basket(shopper: Shopper) -> None:
    """An address that only takes forms is no dead end."""
    assert "/basket" == shopper.http.get("/basket/add").url.path


def test_an_order_is_shown_to_its_own_browser_only(shopper: Shopper, kettle: Company) -> None:
    """A number is not a key."""
    shopper.pay(shopper.reach_payment())

    answer = httpx.get(f"{kettle.url}/order/{shopper.orders()[0]}/thanks", trust_env=False)

    assert 404 == answer.status_code
    assert "gus@example.com" not in answer.text


def test_no_page_mentions_a_switch(shopper: Shopper) -> None:
    """The site knows nothing of being tested, and nobody finds a switch on it."""
    shopper.take()
    pages = [shopper.see(path) for path in ("/", "/search", "/basket", "/checkout/contact", "/orders")]

    for word in ("poor-listening", "double-order", "Kettle Care", "data-testid"):
        assert not any(word in page for page in pages)
