"""Promo codes: whether one works when it is typed in.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product, promo.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("promo code")
def test_a_promo_code_lowers_the_total(customer: Customer) -> None:
    """Use a promo code the way people type it.

    In small letters; what counts is the money, not what the page says about it.
    """
    code = customer.site.get("promo", "kettle10")
    with customer.wants("to use a promo code") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        if customer.use_promo(code):
            customer.settled(f"the total is lower with {code}")

    journey.expect(standard("promo"))
