"""Delivery: what is said about when it comes, on page, checkout and mail, and what tracking says then.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("delivery")
def test_the_delivery_promise_is_the_same_everywhere(customer: Customer) -> None:
    """Know when an order comes.

    The product's page, the checkout and the mail name the same day, and tracking keeps to it.
    """
    with customer.wants("to know when an order comes") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        order = customer.check_out()
        customer.read_mail("order")
        where = customer.track_order(order)
        if where:
            customer.settled(where)

    journey.expect(standard("delivery"))
