"""After the sale, on good days and on bad ones; and what a product page tells machines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cxprobe.demo import Company
from cxprobe.demo.promise import day_told, delivered_by, today

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]

GUS = {"email": "gus@example.com"}
SAMPLE = {"order_number": "KC-1001", **GUS}


@pytest.mark.parametrize("typed", ["KC-1001", "kc 1001", " 1001 "])
def test_an_order_is_tracked_by_number_and_mail(shopper: Shopper, typed: str) -> None:
    """However the number is typed, by anybody who knows both."""
    page = shopper.send("/track", order_number=typed, email="Gus@Example.com").text

    assert "<dd>Delivered</dd>" in page
    assert "Delivered on " in page


def test_a_fresh_order_is_being_packed_until_the_promised_day(shopper: Shopper) -> None:
    """The same day as on the confirmation."""
    shopper.pay(shopper.reach_payment())

    page = shopper.send("/track", order_number=shopper.orders()[0], **GUS).text

    assert "<dd>Being packed</dd>" in page
    assert f"Delivered by {day_told(delivered_by(today()))}" in page


@pytest.mark.parametrize("path", ["/track", "/returns", "/invoice"])
def test_a_number_alone_opens_nothing(shopper: Shopper, path: str) -> None:
    """Another e-mail address, or none, is told what does not fit; what was typed stays."""
    stranger = shopper.send(path, order_number="KC-1001", email="eve@example.com", reason="mind").text
    nobody = shopper.send(path, order_number="", email="").text

    assert "We cannot find an order KC-1001" in stranger
    assert 'value="KC-1001"' in stranger
    assert "Enter the order number." in nobody
    assert "£39.00" not in stranger


def test_the_policy_says_days_and_who_pays(shopper: Shopper) -> None:
    """Before anybody has to ask."""
    page = shopper.see("/returns")

    assert "30 days after delivery" in page
    assert "we pay the postage" in page


def test_a_return_gives_a_number_a_label_and_a_promise(shopper: Shopper) -> None:
    """Started twice it is the same return."""
    first = shopper.send("/returns", **SAMPLE, reason="broken")
    again = shopper.send("/returns", **SAMPLE, reason="broken")

    found = re.search(r'href="(/returns/[\w-]+/label)"', first.text)

    assert found is not None
    assert "Your return number is RT-3001." in first.text
    assert "We will refund £39.00 to your card within 5 working days" in first.text
    assert "RT-3001" in shopper.see(found[1])
    assert first.url == again.url


def test_a_return_needs_a_reason(shopper: Shopper) -> None:
    """Said beside the list."""
    page = shopper.send("/returns", **SAMPLE, reason="").text

    assert 'id="reason-error">Choose a reason.' in page


def test_a_change_of_mind_pays_the_goods_back_and_a_broken_kettle_all(
    open_company: OpenCompany, visit: Visit
) -> None:
    """Express costs £4.95, which is ours to lose only when it was our doing."""
    shopper, paid = visit(open_company()), []
    for reason in ("mind", "broken"):
        shopper.pay(shopper.reach_payment(method="express"))
        answer = shopper.send("/returns", order_number=shopper.orders()[0], **GUS, reason=reason)
        paid.append(re.findall(r"refund (£[\d.]+)", answer.text)[0])

    assert ["£39.00", "£43.95"] == paid


def test_the_30_days_end(open_company: OpenCompany, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Politely, and with the reason."""
    shopper = visit(open_company())
    monkeypatch.setattr("cxprobe.demo.service.today", lambda: today() + timedelta(days=60))

    refused = shopper.send("/returns", **SAMPLE, reason="mind").text

    assert re.search(r"delivered on \w+ \d+ \w+\. The 30 days to send it back are over\.", refused)


def test_a_message_makes_one_ticket(open_company: OpenCompany, visit: Visit) -> None:
    """A double click is one message, another message another ticket."""
    shopper = visit(open_company())
    message = {"name": "Gus", **GUS, "subject": "order", "message": "Where is it?"}

    pages = [shopper.send("/contact", **message | {"message": text}).text for text in ("Hm?", "Hm?", "And?")]

    assert ["T-2001", "T-2001", "T-2002"] == [re.findall(r"T-\d+", page)[0] for page in pages]
    assert f"by {day_told(delivered_by(today(), 'express'))}" in pages[0]


def test_a_message_without_words_is_no_ticket(shopper: Shopper) -> None:
    """Each missing field says so, and the rest stays."""
    page = shopper.send("/contact", name="Gus", email="", subject="order", message="").text

    assert "Write your message." in page
    assert "name@example.com" in page
    assert 'value="Gus"' in page


def test_an_account_shows_the_orders_of_its_browsers(open_company: OpenCompany, visit: Visit) -> None:
    """Another browser sees them after logging in; nobody gets them by a mail address alone."""
    company = open_company()
    home, work, eve = visit(company), visit(company), visit(company)
    key = {**GUS, "password": "kettles-and-pots"}
    home.pay(home.reach_payment())

    home.send("/account/new", **key)
    seen = work.send("/account/in", **key).text
    taken = eve.send("/account/new", **key | {"password": "something-else"}).text

    assert ">KC-1042</a>" in seen
    assert "£39.00" in work.see("/order/KC-1042/invoice")
    assert "There is an account with this e-mail address." in taken
    assert "KC-1042" not in taken
    work.send("/account/out")
    assert "KC-1042" not in work.see("/account")


@pytest.mark.parametrize(
    ("way", "typed", "said"),
    [
        (
            "in",
            {"email": "no@example.com", "password": "wrong-or-not"},
            "E-mail address or password is wrong.",
        ),
        ("new", {"email": "gus@", "password": "long enough"}, "name@example.com"),
        ("new", {"email": "a@example.com", "password": "short"}, "at least 8 characters"),
    ],
)
def test_a_way_in_that_fails_says_why(shopper: Shopper, way: str, typed: dict[str, str], said: str) -> None:
    """In the same page."""
    assert said in shopper.send(f"/account/{way}", **typed).text


def test_a_guest_gets_the_invoice_by_number_and_mail(shopper: Shopper) -> None:
    """With the seller, the sum of the order and the VAT in it."""
    page = shopper.send("/invoice", **SAMPLE).text

    assert "Kettle &amp; Co Ltd<br>1 Spout Lane<br>" in page
    assert "GB 000 0019 87" in page
    assert "IN-1001" in page
    assert "<dd>£39.00</dd>" in page
    assert "<dt>Includes VAT (20 %)</dt><dd>£6.50</dd>" in page


def test_every_page_of_the_service_is_linked_from_every_page(shopper: Shopper) -> None:
    """And leads on to the next one."""
    home = shopper.see("/")

    for path in ("/help", "/delivery", "/returns", "/track", "/contact", "/account"):
        assert f'href="{path}"' in home
        assert 200 == shopper.http.get(path).status_code
    assert "£3.50" in shopper.see("/delivery")


def test_what_comes_in_several_must_be_chosen(shopper: Shopper) -> None:
    """The colour is kept while the size is asked for; a size that ran out does not count."""
    apron = {"product": "barista-apron", "colour": "forest"}

    asked = shopper.send("/basket/add", **apron).text
    gone = shopper.send("/basket/add", **apron, size="XL").text
    for size in ("M", "L", "M"):
        basket = shopper.send("/basket/add", **apron, size=size).text

    assert "Please choose a size first." in asked
    assert 'id="colour-forest" class="hidden" checked' in asked
    assert "Please choose a size first." in gone
    assert ["2", "1"] == re.findall(r'name="quantity" value="(\d)"', basket)
    assert "Colour: Forest green, Size: M" in basket


def test_a_product_page_tells_machines_the_same_as_people(shopper: Shopper) -> None:
    """Name, price, currency and stock, as schema.org has them."""
    told = []
    for slug in ("copper-stove-kettle", "enamel-camp-kettle"):
        html = shopper.http.get(f"/product/{slug}").text
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
        assert found is not None
        product = json.loads(found[1])
        offer = product["offers"]
        told.append((product["name"], offer["price"], offer["priceCurrency"], offer["availability"][19:]))

    assert ("Copper stove kettle", "39.00", "GBP", "InStock") == told[0]
    assert ("Enamel camp kettle", "32.00", "GBP", "OutOfStock") == told[1]
