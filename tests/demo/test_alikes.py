"""What looks like a fault and is none: on when it is asked for, and the page then says why it is fine."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from cxprobe.demo import FAULTS, Company
from cxprobe.demo.faults_of_shop import ROWS
from cxprobe.demo.promise import day_told, delivered_by, today, working_day_before

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]
    Alike = Callable[..., Shopper]

SAMPLE = {"order_number": "KC-1001", "email": "gus@example.com"}


@pytest.fixture
def alike(open_company: OpenCompany, visit: Visit) -> Alike:
    """A new browser at a company that plays some look-alikes."""

    def arrive(*switches: str, **fittings: str) -> Shopper:
        return visit(open_company(alike=switches, **fittings))

    return arrive


def _pressed_twice(shopper: Shopper, token: str) -> str:
    """The page behind the second of two presses on Pay at once."""
    pages: list[str] = []
    press = threading.Thread(target=lambda: pages.append(shopper.pay(token).text))
    press.start()
    pages.append(shopper.pay(token).text)
    press.join()
    return next(page for page in pages if "You pressed Pay twice" in page)


def _total(page: str) -> str:
    found = re.search(r'class="total"><dt>[^<]*</dt><dd>([^<]*)', page)
    assert found is not None
    return found[1]


def test_every_fault_of_the_shop_has_a_look_alike_here() -> None:
    """None is forgotten: this file names them all."""
    told = Path(__file__).read_text("utf-8")

    assert [] == [id_ for id_, *_ in ROWS if f'"{id_}"' not in told]
    assert {id_ for id_, *_ in ROWS} <= set(FAULTS)


def test_double_order(alike: Alike) -> None:
    """Two presses, one order, and a page that says so."""
    shopper = alike("double-order")
    token = shopper.reach_payment()
    form = shopper.see("/checkout/payment")

    page = _pressed_twice(shopper, token)

    assert "data-once" not in form, "the page itself lets both presses through"
    assert "this is one order, and it is paid once" in page
    assert ["KC-1042"] == shopper.orders()


@pytest.mark.parametrize(("last_name", "told"), [("O'Brien", True), ("Grump", False)])
def test_order_lost(alike: Alike, last_name: str, told: bool) -> None:
    """For the names that would lose their order, and only for them."""
    shopper = alike("order-lost")
    token = shopper.reach_payment(last_name=last_name)
    first, second = shopper.pay(token).text, shopper.pay(token).text

    assert "You pressed Pay twice" not in first
    assert told == ("You pressed Pay twice" in second)
    assert ["KC-1042"] == shopper.orders()


def test_payment_outage(alike: Alike) -> None:
    """A pause that lies ahead; today's payment goes through."""
    shopper = alike("payment-outage")
    token = shopper.reach_payment()
    form = shopper.see("/checkout/payment")

    assert re.search(r"Card payments pause for maintenance on Sunday \d+ \w+, from 3 to 4", form)
    assert "Your order number is KC-1042" in shopper.pay(token).text


def test_slow_search(alike: Alike) -> None:
    """The page begins at once, and every kettle is on it in the end."""
    shopper = alike("slow-search")
    with shopper.http.stream("GET", "/search", params={"q": "kettle"}) as answer:
        pieces = [piece for piece in answer.iter_text() if piece.strip()]
    page = "".join(pieces)

    assert len(pieces) > 1
    assert "Searching our 3 warehouses" in pieces[0]
    assert "/product/" not in pieces[0].split("<main")[1]
    assert "All 3 warehouses have answered." in pieces[-1]
    assert set(_slugs(page)) == set(_slugs(alike().see("/search?q=kettle")))


def _slugs(page: str) -> list[str]:
    return re.findall(r'href="/product/([\w-]+)"', page)


def test_form_forgets(alike: Alike) -> None:
    """The card only, for a reason, and the reason is given; the name stays."""
    shopper = alike("form-forgets")
    token = shopper.reach_payment()
    page = shopper.pay(token, card_number="4242 4242 4242 4241").text

    assert "For your safety we do not keep card details." in page
    assert 'name="card_name" value="G Grump"' in page
    assert 'name="card_number" value=""' in page
    assert "Your order number is KC-1042" in shopper.pay(token).text


def test_hidden_rule(alike: Alike) -> None:
    """Said before anything is sent, and spaces are no trouble."""
    shopper = alike("hidden-rule")
    shopper.take()
    form = shopper.see("/checkout/contact")
    shopper.send("/checkout/contact", **shopper.contact)

    assert "Spaces or none, as you like." in form
    assert 'value="01632960001"' in shopper.see("/checkout/contact")


def test_paid_page_lost(alike: Alike) -> None:
    """A page in between that says what goes on, and leads to the order."""
    shopper = alike("paid-page-lost")
    page = shopper.pay(shopper.reach_payment()).text

    assert "Please do not pay again" in page
    assert 'data-onward="/order/KC-1042/thanks"' in page
    assert "Your order number is KC-1042" in shopper.see("/order/KC-1042/thanks")


def test_promo_ignored(alike: Alike) -> None:
    """A code for other goods, which says so beforehand; on those goods it works."""
    shopper = alike("promo-ignored")
    shopper.take()
    before, full = shopper.see("/basket"), _total(shopper.see("/basket"))
    refused = shopper.send("/basket/promo", code="KETTLE10").text

    assert "The code KETTLE10 is for teapots only." in before
    assert "and there is none in your basket" in refused
    assert full == _total(refused)

    shopper.take("glass-teapot")
    taken = shopper.send("/basket/promo", code="KETTLE10").text

    assert "KETTLE10 takes 10 % off teapots." in taken
    assert "£65.10" == _total(taken)


def test_promo_twice(alike: Alike) -> None:
    """Two discounts, both announced, each on its line, and the lines add up."""
    shopper = alike("promo-twice")
    shopper.take()
    before = shopper.see("/basket")
    page = shopper.send("/basket/promo", code="KETTLE10").text

    assert "gets another 10 % off, on a line of its own" in before
    assert 2 == page.count("<dd>−£3.90</dd>")
    assert "£31.20" == _total(page)


def test_promo_fussy(alike: Alike) -> None:
    """Read aloud, and accepted."""
    shopper = alike("promo-fussy")
    shopper.take()
    page = shopper.send("/basket/promo", code="kettle 10").text

    assert "We read “<bdi>kettle 10</bdi>” as KETTLE10." in page
    assert "£35.10" == _total(page)


def test_tax_on_wrong_base(alike: Alike) -> None:
    """A penny less of VAT than 20 % of the net, and the same total."""
    shopper = alike("tax-on-wrong-base")
    shopper.take()
    page = shopper.send("/basket/promo", code="KETTLE10").text

    assert "£35.10" == _total(page)
    assert "<dd>£5.84</dd>" in page


def test_invoice_mismatch(alike: Alike) -> None:
    """Net and VAT and gross; the gross is what was paid."""
    shopper = alike("invoice-mismatch")
    paid = _total(shopper.pay(shopper.reach_payment()).text)
    invoice = shopper.see("/order/KC-1042/invoice")

    assert "<dt>Net</dt><dd>£32.50</dd>" in invoice
    assert "<dt>plus VAT (20 %)</dt><dd>£6.50</dd>" in invoice
    assert paid == _total(invoice) == "£39.00"


def test_delivery_mismatch(alike: Alike) -> None:
    """Another day, and a better one."""
    shopper = alike("delivery-mismatch")
    page = shopper.pay(shopper.reach_payment()).text

    assert f"Delivered by {day_told(delivered_by(today(), 'express'))}" in page
    assert "it comes earlier than we said" in page


def test_tracking_dead(alike: Alike) -> None:
    """No way to follow yet, with the day from which there is one."""
    shopper = alike("tracking-dead")
    shopper.pay(shopper.reach_payment())
    answer = shopper.send("/track", order_number="KC-1042", email="gus@example.com")

    assert 200 == answer.status_code
    assert "You can follow its way from tomorrow." in answer.text
    assert f"Delivered by {day_told(delivered_by(today()))}" in answer.text


def test_return_refused(alike: Alike) -> None:
    """By the policy on the same page, and tracking names the same day of delivery."""
    shopper = alike("return-refused")
    day = day_told(working_day_before(today(), 45))
    refused = shopper.send("/returns", **SAMPLE, reason="mind").text

    assert f"This order was delivered on {day}. The 30 days to send it back are over." in refused
    assert "You have 30 days after delivery" in refused
    assert f"Delivered on {day}" in shopper.send("/track", **SAMPLE).text


def test_promo_button_dead(alike: Alike) -> None:
    """The button says what it waits for."""
    shopper = alike("promo-button-dead")
    shopper.take()
    page = shopper.see("/basket")

    assert "data-waits-on-small" in page
    assert "Type a code first, then press the button." in page
    assert "data-dead-on-small" not in page


def test_back_forgets(alike: Alike) -> None:
    """Nothing is lost, and the page says so."""
    shopper = alike("back-forgets")
    shopper.take()
    shopper.send("/checkout/contact", **shopper.contact)
    shopper.http.cookies.set("forgotten", "yes")
    page = shopper.see("/checkout/contact")

    assert "We have kept what you typed." in page
    assert 'value="gus@example.com"' in page


def test_search_misses_plurals(alike: Alike) -> None:
    """It finds them, and says what it looked for."""
    shopper = alike("search-misses-plurals")
    page = shopper.see("/search?q=kettles")

    assert "We looked for “<bdi>kettle</bdi>”." in page
    assert "copper-stove-kettle" in _slugs(page)
    assert "We looked for" not in shopper.see("/search?q=kettle")


def test_menu_covers_button(alike: Alike) -> None:
    """A menu in the page's own flow, before the content."""
    page = alike("menu-covers-button").see("/product/copper-stove-kettle")

    assert page.index('class="menu-above"') < page.index("<main")
    assert "data-menu-over" not in page


def test_pushy_selling_at_the_till(alike: Alike) -> None:
    """Offered and not ticked: who says nothing pays nothing."""
    shopper = alike("pushy-selling")
    token = shopper.reach_payment()
    form = shopper.see("/checkout/payment")

    assert re.search(r'name="care" data-care>', form)
    assert "Add Kettle Care for £4.99" in form
    assert "£39.00" == _total(shopper.pay(token).text)


@pytest.mark.parametrize("played", [False, True])
def test_expectations_not_met(open_company: OpenCompany, visit: Visit, played: bool) -> None:
    """Tracking names a later day than the confirmation; its look-alike an earlier one."""
    name = "expectations-not-met"
    shopper = visit(open_company(alike=[name]) if played else open_company(name))
    bought = shopper.pay(shopper.reach_payment()).text
    tracked = shopper.send("/track", order_number="KC-1042", email="gus@example.com").text
    promised = delivered_by(today())
    comes = working_day_before(promised, 1) if played else delivered_by(promised)

    assert f"Delivered by {day_told(promised)}" in bought
    assert f"Delivered by {day_told(comes)}" in tracked
    assert played == ("it comes earlier than we said" in tracked)


def test_a_look_alike_is_gone_when_it_is_taken_off(open_company: OpenCompany, visit: Visit) -> None:
    """While the company is open, and for the next page already."""
    company = open_company()
    shopper = visit(company)
    company.play_alike("search-misses-plurals")
    played = shopper.see("/search?q=kettles")
    company.alike_off("search-misses-plurals")

    assert "We looked for" in played
    assert "We looked for" not in shopper.see("/search?q=kettles")


def test_sometimes_a_visit_is_wholly_bad_or_wholly_good(open_company: OpenCompany) -> None:
    """Every second visitor or so, and each of them on every page."""
    company = open_company("search-misses-plurals:sometimes")
    found = [_found_kettles_thrice(company.url) for _ in range(24)]

    assert {3, 0} == set(found)


def _found_kettles_thrice(url: str) -> int:
    with httpx.Client(base_url=url, trust_env=False) as http:
        http.get("/")
        return sum("copper-stove-kettle" in http.get("/search?q=kettles").text for _ in range(3))


def test_the_sunday_of_a_pause_lies_ahead() -> None:
    """On a Sunday it is the next one."""
    from cxprobe.demo.till import _next_sunday

    assert 6 == _next_sunday().weekday()
    assert timedelta(0) < _next_sunday() - today() <= timedelta(days=7)
