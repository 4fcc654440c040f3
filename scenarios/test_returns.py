"""Returns: the policy, the return itself, its label, and the refund in writing.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product, reason.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("returns")
def test_the_returns_policy_is_found(customer: Customer) -> None:
    """Find out how to send something back."""
    with customer.wants("to know how to send something back") as journey:
        customer.open("/")
        customer.settled(customer.find("the returns policy"))

    journey.expect(standard("returns"))


@pytest.mark.touchpoint("returns")
def test_a_kettle_is_sent_back(customer: Customer) -> None:
    """Send a kettle back.

    Have you tried to return something? It is bought first; then the return is started, and its label
    comes by mail, with what will be paid back.
    """
    with customer.wants("to have a kettle", expects=standard("checkout"), touchpoint="checkout"):
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        order = customer.check_out()

    with customer.wants("to send a kettle back", knows={"order number": order}) as journey:
        customer.return_item(order, customer.site.get("reason", "It arrived broken."))
        label = customer.read_mail("return")
        if label:
            customer.settled(label.subject)

    journey.expect(standard("returns"))
