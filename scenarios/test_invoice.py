"""Invoices: whether what is billed is what was bought, and whether it can be found again.

On a site that is not the demo, `[site]` in cxprobe.toml says what to look for: product, promo.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard


@pytest.mark.touchpoint("invoice")
def test_the_invoice_is_what_was_bought(customer: Customer) -> None:
    """Read the invoice.

    Have you read an invoice of yours? Amounts, tax and discount agree with what was paid.
    """
    with customer.wants("an invoice for what was bought") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        order = customer.check_out(promo=customer.site.get("promo", "KETTLE10"))
        invoice = customer.read_invoice(order)
        if invoice.total is not None:
            customer.settled(f"invoice {invoice.number} over {invoice.total}")

    journey.expect(standard("invoice"))


@pytest.mark.touchpoint("invoice")
def test_the_invoice_came_by_mail(customer: Customer) -> None:
    """Have the invoice by mail.

    The file that comes with the confirmation says what the pages said.
    """
    with customer.wants("an invoice to keep") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        order = customer.check_out()
        customer.read_mail("order")
        invoice = customer.read_invoice(order)
        if invoice.total is not None:
            customer.settled(f"invoice {invoice.number} over {invoice.total}")

    journey.expect(standard("invoice"))


@pytest.mark.touchpoint("account")
def test_an_order_is_found_again(customer: Customer) -> None:
    """Find an order again.

    Among one's orders, by its number, without asking anybody.
    """
    with customer.wants("to find an order again") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        customer.add_to_basket()
        order = customer.check_out()
        customer.find("your orders")
        customer.settled(customer.see(order))

    journey.expect(standard("account"))
