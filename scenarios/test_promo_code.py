"""Promo codes: whether one works when it is typed in, and what is said when it does not.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product, promo (a code
that works), expired_promo (one that no longer does).
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


def with_a_full_basket(customer: Customer) -> None:
    """The customer has something in the basket that a code could make cheaper."""
    customer.open("/")
    customer.look_for(customer.site.get("product", "copper stove kettle"))
    customer.add_to_basket()


@pytest.mark.touchpoint("promo code")
def test_a_promo_code_lowers_the_total(customer: Customer) -> None:
    """Use a promo code the way people type it.

    In small letters; what counts is the money, not what the page says about it.
    """
    code = customer.site.get("promo", "kettle10").lower()
    with customer.wants("to use a promo code") as journey:
        with_a_full_basket(customer)
        if customer.use_promo(code):
            customer.settled(f"the total is lower with {code}")

    journey.expect(standard("promo"))


@pytest.mark.touchpoint("promo code")
def test_a_promo_code_works_with_a_space_after_it(customer: Customer) -> None:
    """Use a promo code with a space after it.

    It clings to what is copied from a mail, and nobody sees it.
    """
    code = customer.site.get("promo", "KETTLE10")
    with customer.wants("to use a promo code") as journey:
        with_a_full_basket(customer)
        if customer.use_promo(f"{code} "):
            customer.settled(f'the total is lower with "{code} "')

    journey.expect(standard("promo"))


@pytest.mark.touchpoint("promo code")
def test_a_promo_code_can_be_pasted(customer: Customer) -> None:
    """Paste a promo code.

    From the mail it came with; fields that notice typing only do not see it.
    """
    code = customer.site.get("promo", "KETTLE10")
    with customer.wants("to use a promo code") as journey:
        with_a_full_basket(customer)
        if customer.use_promo(code, pasted=True):
            customer.settled(f"the total is lower with {code}")

    journey.expect(standard("promo"))


@pytest.mark.touchpoint("promo code")
@pytest.mark.parametrize("kind", ["wrong", "expired"])
def test_a_code_that_does_not_work_says_why(customer: Customer, kind: str) -> None:
    """Be told why a promo code does not work.

    A wrong one and one that has expired: the total stays, and the page says why.
    """
    codes = {"wrong": "KETTEL01", "expired": customer.site.get("expired_promo", "EXPIRED5")}
    with customer.wants("to know why a promo code does not work") as journey:
        with_a_full_basket(customer)
        customer.use_promo(codes[kind])
        if customer.promo and customer.promo.kind == "refused":
            customer.settled(customer.promo.sentence)

    journey.expect(standard("promo"))
