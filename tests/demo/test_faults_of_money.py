"""Faults of the bill, the promises and the service: each does what it says, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.demo import FAULTS, Company

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]

HARMLESS_WITHOUT_A_CODE = ["promo-ignored", "promo-twice", "promo-fussy", "tax-on-wrong-base"]


def _sums(page: str) -> list[str]:
    return re.findall(r"<dd>([^<]+)</dd>", page)


@pytest.mark.parametrize(
    ("switch", "sums"),
    [
        ("", ["£39.00", "−£3.90", "Free", "£35.10", "£5.85"]),
        ("promo-ignored", ["£39.00", "Free", "£39.00", "£6.50"]),
        ("promo-twice", ["£39.00", "−£7.80", "Free", "£31.20", "£5.20"]),
        ("tax-on-wrong-base", ["£39.00", "−£3.90", "Free", "£35.75", "£6.50"]),
    ],
)
def test_a_promo_code_on_the_bill(
    open_company: OpenCompany, visit: Visit, switch: str, sums: list[str]
) -> None:
    """Told as 10 % off each time; the basket, the till and the confirmation agree on what it came to."""
    shopper = visit(open_company(*filter(None, [switch])))
    shopper.take()
    basket = shopper.send("/basket/promo", code="kettle10").text
    shopper.send("/checkout/contact", **shopper.contact)
    till = shopper.send("/checkout/delivery", **shopper.delivery).text

    thanks = shopper.pay(shopper.token()).text

    assert "KETTLE10 takes 10 % off." in basket
    assert [sums, sums, sums] == [_sums(basket), _sums(till), _sums(thanks)]


@pytest.mark.parametrize("switch", HARMLESS_WITHOUT_A_CODE)
def test_without_a_code_nothing_is_wrong(open_company: OpenCompany, visit: Visit, switch: str) -> None:
    """The fault needs its occasion."""
    shopper = visit(open_company(switch))

    assert ["£39.00", "Free", "£39.00", "£6.50"] == _sums(shopper.pay(shopper.reach_payment()).text)


def test_promo_fussy_takes_capitals_only(open_company: OpenCompany, visit: Visit) -> None:
    """And gives a reason that is not the reason."""
    shopper = visit(open_company("promo-fussy"))
    shopper.take()

    assert "This code has expired." in shopper.send("/basket/promo", code="kettle10").text
    assert "KETTLE10 takes 10 % off." in shopper.send("/basket/promo", code="KETTLE10").text


def test_the_hidden_rule_is_told_after_sending(open_company: OpenCompany, visit: Visit) -> None:
    """Nothing on the page says so before; without spaces one gets on."""
    shopper = visit(open_company("hidden-rule"))
    shopper.take()
    before = shopper.see("/checkout/contact")

    after = shopper.send("/checkout/contact", **shopper.contact).text
    onward = shopper.send("/checkout/contact", **shopper.contact | {"phone": "01632960001"})

    assert "without spaces" not in before
    assert "Write the phone number without spaces." in after
    assert "/checkout/delivery" == onward.url.path


def test_paid_page_lost_takes_the_money_and_says_nothing(open_company: OpenCompany, visit: Visit) -> None:
    """The order is in the books; pressing again leads to it, and orders nothing more."""
    shopper = visit(open_company("paid-page-lost"))
    token = shopper.reach_payment()

    answer = shopper.pay(token)

    assert 500 == answer.status_code
    assert "KC-1042" not in answer.text
    assert "Your order number is KC-1042" in shopper.pay(token).text
    assert ["KC-1042"] == shopper.orders()


@pytest.mark.parametrize("switch", ["", "delivery-mismatch"])
def test_delivery_mismatch_takes_the_day_back(open_company: OpenCompany, visit: Visit, switch: str) -> None:
    """The day at the till is the day on the confirmation, unless the fault is on."""
    shopper = visit(open_company(*filter(None, [switch])))
    token = shopper.reach_payment()
    promise = re.compile(r"Delivered by ([\w ]+)<")

    before, after = (
        promise.findall(page)[0] for page in (shopper.see("/checkout/payment"), shopper.pay(token).text)
    )

    assert (before != after) == bool(switch)


def test_invoice_mismatch_is_on_the_invoice_only(open_company: OpenCompany, visit: Visit) -> None:
    """One pound more than was paid."""
    shopper = visit(open_company("invoice-mismatch"))

    thanks = shopper.pay(shopper.reach_payment()).text

    assert "£39.00" == _sums(thanks)[2]
    assert "£40.00" in _sums(shopper.see("/order/KC-1042/invoice"))


def test_tracking_dead_is_dead_for_who_may_track(open_company: OpenCompany, visit: Visit) -> None:
    """503 in words."""
    shopper = visit(open_company("tracking-dead"))

    answer = shopper.send("/track", order_number="KC-1001", email="gus@example.com")

    assert 503 == answer.status_code
    assert "Tracking is not available at the moment." in answer.text


def test_return_refused_breaks_the_word_on_the_same_page(open_company: OpenCompany, visit: Visit) -> None:
    """30 days above, 7 below."""
    shopper = visit(open_company("return-refused"))

    page = shopper.send("/returns", order_number="KC-1001", email="gus@example.com", reason="broken").text

    assert "30 days after delivery" in page
    assert "Returns are possible within 7 days only." in page


def test_search_misses_plurals_and_finds_the_singular(open_company: OpenCompany, visit: Visit) -> None:
    """One letter is the difference."""
    shopper = visit(open_company("search-misses-plurals"))

    assert "nothing that matches" in shopper.see("/search?q=copper+kettles")
    assert "/product/copper-stove-kettle" in shopper.see("/search?q=copper+kettle")


def test_the_menu_lies_about_with_its_fault_only(
    open_company: OpenCompany, visit: Visit, shopper: Shopper
) -> None:
    """What it covers is tested in a browser."""
    assert "data-menu-over" in visit(open_company("menu-covers-button")).see("/basket")
    assert "data-menu-over" not in shopper.see("/basket")


@pytest.mark.parametrize(
    "switch", [s for s in FAULTS if s not in {"payment-outage", "slow-search", "form-forgets"}]
)
def test_every_other_fault_lets_a_careful_customer_order(
    open_company: OpenCompany, visit: Visit, switch: str
) -> None:
    """Once, whatever else it spoils."""
    shopper = visit(open_company(switch))

    shopper.pay(shopper.reach_payment(phone="01632960001"))

    assert ["KC-1042"] == shopper.orders()
