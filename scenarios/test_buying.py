"""Buying: from the front door to an order number, as a guest.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, Customers, standard


@pytest.mark.touchpoint("checkout")
def test_a_kettle_is_bought(customer: Customer) -> None:
    """Buy a kettle on the web site.

    Search, product, basket, checkout as a guest, and an order number to keep.
    """
    with customer.wants("to buy a kettle") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        customer.check_out()

    journey.expect(standard("checkout"))


@pytest.mark.touchpoint("checkout")
def test_a_kettle_is_bought_on_a_phone(customers: Customers) -> None:
    """Buy a kettle on a phone.

    Have you used your web site from a mobile device? The same journey, by touch, in a small window.
    """
    customer = customers.arrive(device="iPhone 13")
    with customer.wants("to buy a kettle on a phone") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        customer.check_out()

    journey.expect(standard("checkout"))
