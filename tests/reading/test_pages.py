"""Order numbers, prices and the words on a page."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.pages import asks_for_missing, confirms_order, is_paying, order_numbers, references
from cxprobe.reading.prices import prices, total


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Your order number is KC-1042.", ("KC-1042",)),
        ("Order #10023", ("10023",)),
        ("Order confirmed\nThank you, Gus\nOrder number\nKC-1042", ("KC-1042",)),
        ("Your orders\nKC-1042\n12 March\n£49.99\nKC-1043", ("KC-1042", "KC-1043")),
        ("Orders KC-1042 and KC-1043 have been placed", ("KC-1042", "KC-1043")),
        ("Thank you! KC-1042 is your order number", ("KC-1042",)),
        ("Bestellnummer: 4711-0815", ("4711-0815",)),
        ("Ihre Bestellung mit der Nummer 123456", ("123456",)),
        ("Votre commande n° AB12345 est confirmée", ("AB12345",)),
        ("Order KC-1042: Kettle, SKU KC-2000", ("KC-1042",)),
        ("Order 2 kettles", ()),
        ("Order by 5pm on 2026-03-04", ()),
        ("Order total £1,299.00", ()),
        ("In order 2024 we", ()),
        ("Call to order: 0800 123456", ()),
        ("reorder KC-1042", ()),
    ],
)
def test_order_numbers_stand_beside_an_order(text: str, numbers: tuple[str, ...]) -> None:
    """Or have the make of one that does; dates, prices and goods do not."""
    assert numbers == order_numbers(text)


def test_references_need_nothing_beside_them() -> None:
    """For what a customer brought along."""
    assert ("KC-1001", "10023") == references("KC-1001 or 10023, on 2026-01-02")


@pytest.mark.parametrize(
    "control", ["Pay £49.99", "Place order", "Jetzt kaufen", "Payer", "Confirm my order"]
)
def test_controls_that_pay(control: str) -> None:
    """In four languages."""
    assert is_paying(control)


@pytest.mark.parametrize("control", ["PayPal logo", "Go to payment", "Add to basket", "Your orders"])
def test_controls_that_do_not_pay(control: str) -> None:
    """Going to the till is not paying."""
    assert not is_paying(control)


@pytest.mark.parametrize(
    ("error", "missing"),
    [
        ("Postcode is required", True),
        ("Please enter your name", True),
        ("Please fill out this field.", True),
        ("Enter the first line of the address.", True),
        ("Please enter a valid e-mail address", False),
        ("Your card was declined", False),
        ("Your name has characters we cannot use", False),
    ],
)
def test_words_about_something_left_out(error: str, missing: bool) -> None:
    """And words about something wrong."""
    assert missing is asks_for_missing(error)


def test_an_order_is_confirmed() -> None:
    """Thanks for an order are; thanks for a visit are not."""
    assert confirms_order("Thank you for your order!")
    assert not confirms_order("Thank you for your visit!")


def test_prices_are_exact_and_know_their_currency() -> None:
    """Both ways of writing thousands; a discount is negative, a range is not."""
    got = prices("£1,299.00, 1.299,00 €, -£10, 5 EUR, £1–£2")

    assert [
        (Decimal("1299.00"), "GBP"),
        (Decimal("1299.00"), "EUR"),
        (Decimal(-10), "GBP"),
        (Decimal(5), "EUR"),
        (Decimal(1), "GBP"),
        (Decimal(2), "GBP"),
    ] == [(price.amount, price.currency) for price in got]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Subtotal £40.00 Delivery £3.50 Total £43.50", Decimal("43.50")),
        ("Total: 1 299,95 €", Decimal("1299.95")),
        ("Subtotal £40.00", None),
    ],
)
def test_the_total_is_not_the_subtotal(text: str, amount: Decimal | None) -> None:
    """It stands after the last word for it."""
    got = total(text)

    assert amount == (got and got.amount)


@settings(deadline=None, database=None)
@given(st.integers(1, 10**7), st.sampled_from("£€$"))
def test_what_is_written_is_read(cents: int, sign: str) -> None:
    """To the penny."""
    assert [Decimal(cents) / 100] == [
        price.amount for price in prices(f"It costs {sign}{cents / 100:,.2f} today")
    ]


@settings(deadline=None, database=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises, and finds only what stands there."""
    prices(text), total(text)

    assert all(number in text for number in order_numbers(text))
