"""Amounts of money as they are written in many places."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.prices import minor_unit, placed_prices, prices


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1.234,50 €", "1234.50", "EUR"),
        ("1 234,50 zł", "1234.50", "PLN"),
        ("1 234,50 €", "1234.50", "EUR"),
        ("CHF 12.50", "12.50", "CHF"),
        ("1'234.50 CHF", "1234.50", "CHF"),
        ("Fr. 12.–", "12", "CHF"),
        ("£12", "12", "GBP"),
        ("$1,234.50", "1234.50", "USD"),
        ("12,– €", "12", "EUR"),
        ("€ 12,-", "12", "EUR"),
        ("12,50 Euro", "12.50", "EUR"),
        ("CA$5.00", "5.00", "CAD"),
        ("R$ 1.234,50", "1234.50", "BRL"),
        ("EUR 12,50", "12.50", "EUR"),
        ("120 kr", "120", "SEK"),
        ("1 250 Kč", "1250", "CZK"),
        ("¥1200", "1200", "JPY"),
        ("₹1,23,456.00", "123456.00", "INR"),
        ("Rs. 12,34,567", "1234567", "INR"),
        ("-£5.00", "-5.00", "GBP"),
        ("£-5.00", "-5.00", "GBP"),
        ("− 5,00 €", "-5.00", "EUR"),
        ("5,00 €-", "-5.00", "EUR"),
        ("5,00- €", "-5.00", "EUR"),
        ("Discount\t- £5.00", "-5.00", "GBP"),
        ("Total:-5,00 €", "-5.00", "EUR"),
        ("Delivery – £4.00", "4.00", "GBP"),
        ("Delivery - £3.99", "3.99", "GBP"),
        ("2 - €12.00", "12.00", "EUR"),
    ],
)
def test_an_amount_is_read(text: str, amount: str, currency: str) -> None:
    """Marks for thousands and decimals, signs and codes, a minus and a dash that is none."""
    assert [(Decimal(amount), currency)] == [(price.amount, price.currency) for price in prices(text)]


@pytest.mark.parametrize("text", ["-10 %", "12 March", "KC-1042", "3 × 4", "12.03.2026", "20 % off", ""])
def test_what_has_no_currency_is_no_price(text: str) -> None:
    """Percentages, dates, numbers of orders."""
    assert () == prices(text)


def test_several_amounts_in_a_line_are_told_apart() -> None:
    """A quantity before a price is not a part of it."""
    amounts = [str(price.amount) for price in prices("Kettle 2 £25.00 £50.00, 25,00 € 50,00 €, £1–£2")]

    assert ["25.00", "50.00", "25.00", "50.00", "1", "2"] == amounts


def test_a_price_has_its_place() -> None:
    """From its sign to its last digit."""
    (placed,) = placed_prices("Total £54.00 to pay")

    assert "£54.00" == "Total £54.00 to pay"[placed.start : placed.end]


def test_yen_have_no_cents() -> None:
    """What a bill is written in at the smallest."""
    assert (Decimal(1), Decimal("0.01")) == (minor_unit("JPY"), minor_unit("EUR"))


SHAPES = st.sampled_from(["£{en}", "{de} €", "€ {de}", "{pl} zł", "CHF {ch}", "${en}", "{en} GBP", "-£{en}"])


@settings(deadline=None, database=None)
@given(st.integers(1, 10**8), SHAPES, st.sampled_from(["", "Total ", "Total: ", "Total\t"]))
def test_what_is_written_is_read(cents: int, shape: str, before: str) -> None:
    """To the penny, in every shape."""
    english = f"{cents / 100:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    shown = shape.format(en=english, de=german, pl=german.replace(".", " "), ch=english.replace(",", "'"))
    amount = Decimal(cents) / 100

    assert [-amount if "-" in shape else amount] == [price.amount for price in prices(before + shown)]
