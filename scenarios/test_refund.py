"""Refunds: something arrived broken, and the chat should put it right in one contact.

On a site that is not the demo, `[site]` in cxprobe.toml says what the customer knows: order_number,
first_message.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("chat")
def test_a_broken_kettle_is_refunded_in_one_contact(customer: Customer) -> None:
    """Get a refund for a broken kettle in one contact.

    By chat: nobody is handed on, nobody is asked twice, and what was said is done.
    """
    order = customer.site.get("order_number", "KC-1001")
    with customer.wants("a refund for a broken kettle", knows={"order number": order}) as journey:
        customer.open("/")
        chat = customer.open_chat()
        chat.say(customer.site.get("first_message", "My kettle arrived broken. I want my money back."))
        chat.talk()

    journey.expect(standard("refund"))
