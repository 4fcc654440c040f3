"""Contact: a question asked by chat and by the form, until it is answered or put down with a number.

On a site that is not the demo, `[site]` in cxprobe.toml says what to ask: service_question.
"""

from __future__ import annotations

import pytest

from cxprobe import Customer, standard

QUESTION = "How long does standard delivery take?"


@pytest.mark.touchpoint("chat")
def test_a_question_is_answered_in_the_chat(customer: Customer) -> None:
    """Ask a question in the chat.

    Having to ask is a finding of its own: the answer should have been on the page.
    """
    with customer.wants("an answer to a question") as journey:
        customer.open("/")
        answer = customer.say(customer.site.get("service_question", QUESTION))
        if answer:
            customer.settled(answer)

    journey.expect(standard("contact"))


@pytest.mark.touchpoint("contact")
def test_a_message_becomes_a_ticket(customer: Customer) -> None:
    """Ask a question by the contact form.

    The page confirms it, and a mail says so too, that it can be pointed to later.
    """
    with customer.wants("an answer to a question") as journey:
        customer.open("/")
        customer.write_to_them(customer.site.get("service_question", QUESTION))
        mail = customer.read_mail("ticket")
        if mail:
            customer.settled(mail.subject)

    journey.expect(standard("ticket"))
