"""Faults that take two things at once: with one of the two, nobody is any the wiser."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cxprobe.demo import Company
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]


@pytest.mark.parametrize(
    ("name", "presses", "orders"), [("O\u2019Brien", 2, 0), ("O'Brien", 1, 1), ("Grump", 2, 1)]
)
def test_order_lost_takes_an_apostrophe_and_a_second_press(
    open_company: OpenCompany, visit: Visit, name: str, presses: int, orders: int
) -> None:
    """Both together lose the order; each alone makes one."""
    shopper = visit(open_company("order-lost"))
    token = shopper.reach_payment(last_name=name)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: shopper.pay(token), range(presses)))

    assert orders == len(shopper.orders())
    assert (not orders) == any(answer.status_code == 500 for answer in answers)


def test_the_promo_form_is_marked_for_the_smallest_phones(open_company: OpenCompany, visit: Visit) -> None:
    """The page's own script leaves the button dead there; a good company's page has no such mark."""
    bad, good = (visit(open_company(*faults)) for faults in (["promo-button-dead"], []))

    for shopper in (bad, good):
        shopper.take()

    assert "data-dead-on-small" in bad.see("/basket")
    assert "data-dead-on-small" not in good.see("/basket")


def test_back_forgets_needs_what_the_script_found_out(open_company: OpenCompany, visit: Visit) -> None:
    """Only who went back on a slow line, and got the script's cookie for it, finds the first step empty."""
    pages = []
    for cookies in ({}, {"forgotten": "yes"}):
        shopper = visit(open_company("back-forgets"))
        shopper.http.cookies.update(cookies)
        shopper.take()
        pages.append(shopper.send("/checkout/contact", **shopper.contact).text)

    assert "Please check your details" not in pages[0]
    assert "Please check your details" in pages[1]
