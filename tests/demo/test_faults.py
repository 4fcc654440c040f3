"""Each fault does what it says, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx
import pytest

from cxprobe.demo import SINS, Company

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]


@pytest.fixture(scope="module", autouse=True)
def searching() -> Iterator[Future[tuple[float, str]]]:
    """A slow search under way while the other tests run: its seconds and its page."""
    with Company(faults=["slow-search"]) as company, ThreadPoolExecutor(1) as pool:
        search = pool.submit(_timed, f"{company.url}/search?q=mug")
        assert _timed(company.url)[0] < 2
        yield search


def _timed(url: str) -> tuple[float, str]:
    began = time.monotonic()
    page = httpx.get(url, trust_env=False, verify=False, timeout=10).text
    return time.monotonic() - began, page


def test_double_order_makes_two_orders_of_two_presses(open_company: OpenCompany, visit: Visit) -> None:
    """Sent together, as by a double click; the confirmation lists both."""
    shopper = visit(open_company("double-order"))
    token = shopper.reach_payment()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: shopper.pay(token), range(2)))

    assert ["KC-1043", "KC-1042"] == shopper.orders()
    page = shopper.see("/order/KC-1043/thanks")
    assert "Orders placed today from this browser: KC-1042, KC-1043" in page


def test_double_order_counts_a_late_press_too(open_company: OpenCompany, visit: Visit) -> None:
    """The second is the same goods for the same money, though the basket is empty by then."""
    shopper = visit(open_company("double-order"))
    shopper.take()
    shopper.send("/basket/promo", code="KETTLE10")
    token = shopper.reach_payment()

    pages = [shopper.pay(token).text for _ in range(2)]

    assert all("£70.20" in page for page in pages)
    assert 2 == len(shopper.orders())


def test_double_order_is_met_by_the_pages_own_script(open_company: OpenCompany, visit: Visit) -> None:
    """The payment form waits for nobody with the fault, and is patient without."""
    careless, careful = visit(open_company("double-order")), visit(open_company())
    careless.reach_payment()
    careful.reach_payment()

    assert "data-pay>" in careless.see("/checkout/payment")
    assert "data-pay data-once>" in careful.see("/checkout/payment")


def test_payment_outage_answers_503_and_charges_nothing(open_company: OpenCompany, visit: Visit) -> None:
    """Every time, in words, with the form kept."""
    shopper = visit(open_company("payment-outage"))
    token = shopper.reach_payment()

    answers = [shopper.pay(token) for _ in range(2)]

    assert [503, 503] == [answer.status_code for answer in answers]
    assert "We could not take your payment. Nothing was charged." in answers[0].text
    assert 'value="G Grump"' in answers[0].text
    assert [] == shopper.orders()


def test_form_forgets_comes_back_empty_once(open_company: OpenCompany, visit: Visit) -> None:
    """The first step sent in a session, whoever sends it."""
    shopper = visit(open_company("form-forgets"))
    shopper.take()

    first = shopper.send("/checkout/contact", **shopper.contact)
    second = shopper.send("/checkout/contact", **shopper.contact)

    assert "Please check your details." in first.text
    assert "Grump" not in first.text
    assert second.url.path == "/checkout/delivery"


def test_form_forgets_empties_a_form_with_an_error(open_company: OpenCompany, visit: Visit) -> None:
    """One letter wrong, all to be typed again: on every step."""
    shopper = visit(open_company("form-forgets"))
    shopper.take()
    shopper.send("/checkout/contact")

    contact = shopper.send("/checkout/contact", **shopper.contact | {"email": "gus@"})
    shopper.send("/checkout/contact", **shopper.contact)
    delivery = shopper.send("/checkout/delivery", **shopper.delivery | {"town": ""})
    shopper.send("/checkout/delivery", **shopper.delivery)
    payment = shopper.pay(shopper.token(), code="1")

    assert "name@example.com" in contact.text
    assert "Grump" not in contact.text
    assert "Enter the town" in delivery.text
    assert "High Street" not in delivery.text
    assert "three or four digits" in payment.text
    assert 'name="card_name" value=""' in payment.text


def test_form_forgets_loses_the_step_one_goes_back_to(open_company: OpenCompany, visit: Visit) -> None:
    """It must be typed again before the next one opens."""
    shopper = visit(open_company("form-forgets"))
    shopper.take()
    shopper.send("/checkout/contact")
    shopper.send("/checkout/contact", **shopper.contact)

    page = shopper.see("/checkout/contact")

    assert "Grump" not in page
    assert shopper.http.get("/checkout/delivery").url.path == "/checkout/contact"


def test_form_forgets_still_lets_the_patient_buy(open_company: OpenCompany, visit: Visit) -> None:
    """Twice the typing, one kettle."""
    shopper = visit(open_company("form-forgets"))
    shopper.take()
    shopper.send("/checkout/contact", **shopper.contact)

    shopper.send("/checkout/contact", **shopper.contact)
    shopper.send("/checkout/delivery", **shopper.delivery)
    shopper.pay(shopper.token())

    assert ["KC-1042"] == shopper.orders()


@pytest.mark.parametrize("switch", [*SINS, "double-order"])
def test_a_careful_customer_buys_all_the_same(open_company: OpenCompany, visit: Visit, switch: str) -> None:
    """No other switch stands between a single press and its order."""
    shopper = visit(open_company(switch))

    shopper.pay(shopper.reach_payment())

    assert ["KC-1042"] == shopper.orders()


def test_pushy_selling_ticks_kettle_care_beforehand(open_company: OpenCompany, visit: Visit) -> None:
    """It is on the bill unless somebody sees it and takes the tick off."""
    shopper = visit(open_company("pushy-selling"))
    token = shopper.reach_payment()
    page = shopper.see("/checkout/payment")

    answer = shopper.pay(token)

    assert "data-care checked> <span>Add Kettle Care for £4.99" in page
    assert "Pay £43.99" in page
    assert "£39.00" in answer.text
    assert "£43.99" not in answer.text


def test_pushy_selling_charges_the_tick_that_stays(open_company: OpenCompany, visit: Visit) -> None:
    """Who does not look pays for it."""
    shopper = visit(open_company("pushy-selling"))

    answer = shopper.pay(shopper.reach_payment(), care="on")

    assert "£43.99" in answer.text


def test_slow_search_takes_six_seconds_and_finds_the_same(searching: Future[tuple[float, str]]) -> None:
    """Other pages are as quick as ever meanwhile."""
    took, page = searching.result(timeout=10)

    assert "Stoneware mug" in page
    assert 6 <= took < 8
