"""The API as users type it: read by mypy, never run. A line that must not pass says which error it is."""

from __future__ import annotations

from datetime import timedelta

from cxprobe import (
    Customer,
    Expectation,
    answered,
    asked_once,
    dead_ends,
    effort,
    errors_met,
    fast,
    feels,
    promises_kept,
    resolved,
    standard,
    transfers,
    waited,
)


def test_a_broken_kettle_is_refunded_in_one_contact(customer: Customer) -> None:
    """A refund for a kettle that arrived broken."""
    with customer.wants("a refund for a broken kettle", knows={"order number": "KC-1001"}) as journey:
        customer.open("/")
        chat = customer.open_chat()
        chat.say("My kettle arrived broken. I want my money back.")
        chat.talk()

    journey.expect(
        resolved(within="8 min", at_worst="15 min"),
        transfers(at_most=0),
        asked_once(),
        promises_kept(),
    )


def test_a_standard_is_what_the_company_wrote_down(customer: Customer) -> None:
    """A standard is expected as any expectation is, on leaving or after."""
    with customer.wants("a kettle", expects=standard("checkout")) as journey:
        customer.open("/")
        customer.page.get_by_role("button", name="Buy").click()
        customer.settled("Order KC-1002 is confirmed")

    journey.expect(*standard("checkout"))


def test_expectations_are_values() -> None:
    """They lie in tuples, and take lengths of time as people write them or as a timedelta."""
    ours: tuple[Expectation, ...] = (
        answered(within=timedelta(seconds=40)),
        waited(within="30 s", at_worst="1 min"),
        effort(within="2 min", presses=12, keys=(80, 160), fields=8),
        errors_met(at_most=0, at_worst=1),
        dead_ends(),
        fast(within="2 s", at_worst="6 s"),
        feels(at_least="satisfactory"),
    )
    sentences: list[str] = [expectation.sentence for expectation in ours]

    assert all(sentences)


def what_must_not_pass(customer: Customer) -> None:
    """Mistakes that an editor can show before anything runs."""
    resolved(within=480)  # type: ignore[arg-type]
    transfers("none")  # type: ignore[arg-type]
    customer.wants()  # type: ignore[call-arg]
    customer.opne("/")  # type: ignore[attr-defined]
