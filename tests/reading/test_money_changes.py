"""What becomes of prices between pages, and of the day a delivery was promised for."""

from __future__ import annotations

import pytest

from cxprobe.reading.due_dates import compare_promises, due_of
from cxprobe.reading.money import compare, read_bill
from cxprobe.reading.money_changes import About

KETTLE = "Kettle Classic\n£25.00\nAdd to basket"


def told(before: str, after: str, about: About) -> list[tuple[str, str]]:
    """Kind and subject of what two pages say differently."""
    return [(found.kind, found.about) for found in compare(read_bill(before), read_bill(after), about=about)]


FINE: list[tuple[str, str, About]] = [
    (KETTLE, "Kettle Classic\n£25.00\n1\n£25.00\nSubtotal £25.00", "price"),
    (KETTLE, "Kettle Classic\n2 × £25.00\n£50.00\nSubtotal £50.00", "price"),
    (KETTLE, "Kettle Classic\nQuantity\n£50.00\nSubtotal £50.00", "price"),
    (KETTLE, "Kettle Classic\nQty: 2\n£50.00\nSubtotal £50.00", "price"),
    (KETTLE, "Kettle Classic\n£20.00\nSubtotal £20.00", "price"),
    (KETTLE, "Mug\n£30.00\nKettle Classic\n£25.00\nSubtotal £55.00", "price"),
    (KETTLE, "Mug\n£4.00\nToaster\n£30.00\nSubtotal £34.00", "price"),
    (KETTLE, "Kettle Classic\n27,00 €\nSubtotal 27,00 €", "price"),
    ("Kettle Classic\n£25.00\n£20.83 ex VAT", "Kettle Classic\n1 × £30.00\nSubtotal £30.00", "price"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nTotal £50.00", "total"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nDiscount −£5.00\nTotal £45.00", "total"),
    ("Subtotal £50.00\nShipping\nCalculated at next step\nTotal £50.00",
     "Subtotal £50.00\nShipping £4.00\nTotal £54.00", "total"),
    ("Subtotal £50.00\nTotal £50.00\nPlus delivery", "Subtotal £50.00\nDelivery £4.00\nTotal £54.00",
     "total"),
    ("Kettle\n1 × £25.00\nSubtotal £25.00", "Kettle\n2 × £25.00\nSubtotal £50.00\nTotal £50.00", "total"),
    ("Subtotal £50.00\nDelivery £4.00\nTotal £54.00", "Order total: £54.00", "confirmation"),
    ("Total £54.00", "Order total: £54.00\nincl. VAT £9.00", "confirmation"),
    ("Total £54.00", "Thank you for your order", "confirmation"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "about"), FINE)
def test_what_stays_or_was_announced_is_fine(before: str, after: str, about: About) -> None:
    """The same price, more of it, cheaper, another currency, a cost told of before."""
    assert [] == told(before, after, about)


WRONG: list[tuple[str, str, About, str, str]] = [
    (KETTLE, "Kettle Classic\n£27.00\nSubtotal £27.00", "price", "contradiction", "price"),
    (KETTLE, "Kettle Classic\n2 × £27.00\n£54.00\nSubtotal £54.00", "price", "contradiction", "price"),
    (KETTLE, "Mug\n1 × £4.00\nKettle Classic\n1 × £27.00\nSubtotal £31.00", "price", "contradiction",
     "price"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nTotal £54.00", "total", "contradiction", "total"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nDelivery £4.00\nTotal £54.00", "total", "late",
     "delivery"),
    ("Subtotal £50.00", "Subtotal £50.00\nDelivery £4.00\nTotal £54.00", "total", "late", "delivery"),
    ("Total £50.00", "Subtotal £50.00\nPayment fee £2.00\nTotal £52.00", "total", "late", "fee"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nKettle Care £4.99\nTotal £54.99", "total", "late",
     "fee"),
    ("Subtotal $50.00", "Subtotal $50.00\nTax $4.44\nTotal $54.44", "total", "late", "tax"),
    ("Subtotal £50.00\nDelivery Free\nTotal £50.00", "Subtotal £50.00\nExpress delivery £8.00\nTotal £58.00",
     "total", "late", "delivery"),
    ("Subtotal £50.00\nDelivery £4.00\nTotal £54.00", "Subtotal £50.00\nDelivery £8.00\nTotal £58.00",
     "total", "contradiction", "delivery"),
    ("Subtotal £50.00\nDiscount −£5.00\nTotal £45.00", "Subtotal £50.00\nTotal £50.00",
     "total", "contradiction", "discount"),
    ("Total £54.00", "Order total: £58.00", "confirmation", "contradiction", "confirmation"),
    ("Total £54.00", "Order total: £49.00", "confirmation", "contradiction", "confirmation"),
    ("Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nPayment fee £2.00\nTotal £52.00",
     "confirmation", "contradiction", "fee"),
    ("Summe 50,00 €\nGesamtsumme 50,00 €", "Gesamtsumme 55,00 €", "total", "contradiction", "total"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "about", "kind", "subject"), WRONG)
def test_what_becomes_dearer_is_told(before: str, after: str, about: About, kind: str, subject: str) -> None:
    """Without a line that explains it, a contradiction; with one that comes late, just that."""
    assert [(kind, subject)] == told(before, after, about)


def test_a_surprise_is_told_in_a_sentence() -> None:
    """What came late, and what it did to the total."""
    before, after = "Subtotal £50.00\nTotal £50.00", "Subtotal £50.00\nDelivery £4.00\nTotal £54.00"
    (found,) = compare(read_bill(before), read_bill(after), about="total")

    assert (
        'Delivery was named only later: "Delivery £4.00". Before, the page said "Total £50.00", and now '
        '"Total '
        '£54.00".'
    ) == found.sentence


def test_a_contradiction_is_told_in_a_sentence() -> None:
    """With both quotes and the difference."""
    (found,) = compare(read_bill("Total £54.00"), read_bill("Order total: £58.00"), about="confirmation")

    assert (
        'First the page said "Total £54.00", on the confirmation "Order total: £58.00": £4.00 more, and '
        "no new "
        "line says what for."
    ) == found.sentence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Delivered by Friday 12 March", "Delivered by Monday 15 March"),
        ("Lieferung bis 12. März", "Lieferung bis 16.03.2026"),
        ("Livraison le 12 mars", "Livraison le 13 mars"),
        ("Entrega el 12 de marzo", "Entrega el 1 de abril"),
        ("Consegna il 12 marzo", "Consegna il 2026-03-14"),
        ("Dostawa 12 marca", "Dostawa 14 marca"),
        ("Bezorgd op 12 mei", "Bezorgd op 13 mei"),
        ("Entrega a 12 de março", "Entrega a 12 de abril"),
        ("Delivered in 2–3 working days", "Delivered in 5–7 working days"),
        ("Arrives Thursday", "Arrives Friday"),
    ],
)
def test_another_day_is_a_mismatch(before: str, after: str) -> None:
    """With both quotes."""
    found = compare_promises(before, after)

    assert found is not None
    assert (before, after) == (found.said, found.but)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Delivered by Friday 12 March", "Your kettle arrives on 12 March"),
        ("Delivered by 12.03.2026", "Delivery: March 12"),
        ("12–14 March", "Delivered by 13 March"),
        ("Delivered in 2–5 working days", "Delivered in 3 working days"),
        ("Delivered by Friday 12 March", "Delivered by Thursday 11 March"),
        ("Delivered by 2 January", "Delivered by 30 December"),
        ("Delivered in 5 working days", "Delivered in 2 working days"),
        ("Delivered in 2–3 working days", "Delivered by 12 March"),
        ("Free delivery", "Delivered by 12 March"),
        ("", ""),
    ],
)
def test_the_same_day_otherwise_said_is_fine(before: str, after: str) -> None:
    """As is a day that says more exactly what was promised, or what cannot be compared."""
    assert compare_promises(before, after) is None


def test_no_day_is_none() -> None:
    """Numbers of other things are no days."""
    assert due_of("Order 12 kettles for £12.50, code 99-99") is None
