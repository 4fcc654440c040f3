"""A product's specification: what a person says about it, and what its page says.

On a site that is not the demo, `[site]` in cxprobe.toml says what to ask: product, question.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard

QUESTION = "How much does the copper stove kettle hold, and how long is its guarantee?"


@pytest.mark.touchpoint("chat")
def test_the_chat_says_what_the_page_says(customer: Customer) -> None:
    """Ask for a specification by chat.

    Have you asked a sales person for a product's specification? The answer agrees with the page.
    """
    with customer.wants("to know a product's specification") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        answer = customer.say(customer.site.get("question", QUESTION))
        if answer:
            customer.settled(answer)

    journey.expect(standard("specification"))


@pytest.mark.touchpoint("contact")
def test_a_specification_is_asked_for_by_the_form(customer: Customer) -> None:
    """Ask for a specification by the contact form.

    The page says what happens next, and the mail that follows says nothing else than the product's page.
    """
    with customer.wants("to know a product's specification") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", "copper stove kettle"))
        answer = customer.write_to_them(customer.site.get("question", QUESTION))
        customer.read_mail("ticket")
        if answer:
            customer.settled(answer)

    journey.expect(standard("specification"))
