"""Mails: what a customer gets after an order and a newsletter, and whether it stops when they say so.

On a site that is not the demo, cxprobe.toml says which mails are ours (mailbox) and where they are read
([mail] read); `[site]` says what to look for: product.
"""

from __future__ import annotations

from collections import Counter

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("mail")
def test_an_order_is_confirmed_by_mail(customer: Customer) -> None:
    """Have an order in writing.

    The mail that was promised comes, and says what the pages said.
    """
    with customer.wants("to have an order in writing") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        customer.check_out()
        mail = customer.read_mail("order")
        if mail:
            customer.settled(mail.subject)

    journey.expect(standard("mail"))


@pytest.mark.touchpoint("mail")
def test_a_newsletter_can_be_left(customer: Customer) -> None:
    """Get the newsletter, and get rid of it.

    How many mails does a customer get? They are counted by kind; unsubscribing takes one link.
    """
    with customer.wants("to get the newsletter, and to get rid of it") as journey:
        customer.open("/")
        customer.subscribe()
        mail = customer.read_mail("newsletter")
        if mail:
            left = customer.unsubscribe(mail)
            counted = Counter(each.kind for each in customer.mails())
            if left and counted.total() == counted["newsletter"] == 1:
                customer.settled(left)

    journey.expect(standard("newsletter"))
