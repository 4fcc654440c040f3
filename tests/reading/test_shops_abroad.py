"""What a shop says on the way to an order, in eight languages: paying, refused cards, orders placed."""

from __future__ import annotations

from datetime import date

import pytest

from cxprobe.demo.fittings import LANGUAGES
from cxprobe.demo.words import words_in
from cxprobe.reading.controls import serves
from cxprobe.reading.corrections import is_card_refused
from cxprobe.reading.due_dates import due_of
from cxprobe.reading.money import read_bill
from cxprobe.reading.pages import confirms_order, order_numbers
from cxprobe.reading.trouble import tells_of_trouble


@pytest.mark.parametrize("amount", [3900, 123450, 1999900])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_with_an_amount_pays_wherever_the_amount_stands(language: str, amount: int) -> None:
    """Before the word or after it: "Pay £39.00", "39,00 € jetzt bezahlen", "€ 1.234,50 betalen"."""
    words = words_in(language, {"en": "£", "pl": "zł"}.get(language, "€"))
    button = words.plain("pay", price=words.money(amount))

    assert serves("pay", button), button


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks_with_a_number_confirm_an_order(language: str) -> None:
    """Thanks alone are none; "Your order number is KC-1042" is."""
    thanks = words_in(language).plain("thanks", name="Ann", number="KC-1042")

    assert confirms_order(thanks)
    assert ("KC-1042",) == order_numbers(thanks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_card_is_told_from_a_mistyped_one(language: str) -> None:
    """A refused card asks for another one; a card number that is wrong asks for care."""
    words = words_in(language)

    assert is_card_refused(words.plain("declined"))
    assert is_card_refused(words.plain("card_expired", expiry="01/21"))
    assert tells_of_trouble(words.plain("declined"))
    assert not is_card_refused(words.plain("bad_card"))
    assert not is_card_refused(words.plain("need_card_number"))
    assert not is_card_refused(words.plain("outage"))


@pytest.mark.parametrize(
    "text", ["We accept all cards.", "Your order was refused.", "Another address", "This code has expired."]
)
def test_not_every_refusal_is_a_cards(text: str) -> None:
    """It takes a card, or the paying, and a refusal."""
    assert not is_card_refused(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_of_a_promise_are_read(language: str) -> None:
    """The day by which it comes, in the shop's own way to write it."""
    words = words_in(language)
    days = [date(2026, 11, 25), date(2026, 12, 1), date(2027, 3, 3), date(2026, 5, 4), date(2026, 8, 31)]
    read = [due_of(words.plain("delivered_by", day=words.day(day))) for day in days]

    assert [(day.month, day.day) for day in days] == [due and due.last for due in read]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_a_button_is_no_line_of_the_bill(language: str) -> None:
    """The amount to pay on the button, and a way back to the delivery, cost nothing of their own."""
    words = words_in(language, {"en": "£", "pl": "zł"}.get(language, "€"))
    price = words.money(123450)
    lines = [
        words.plain("code"), words.plain("code_hint"), words.plain("pay", price=price),
        words.plain("back_to_delivery"), words.plain("order_summary"), "1 × Kettle", price,
        words.plain("subtotal"), price, words.plain("delivery"), words.plain("free"),
        words.plain("total"), price,
    ]  # fmt: skip
    bill = read_bill("\n".join(lines))

    assert ["item", "subtotal", "delivery", "total"] == [line.kind for line in bill.lines]
    assert "1234.50" == str(bill.total and bill.total.amount)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_of_delivery_above_the_goods_prices_nothing(language: str) -> None:
    """What says "Delivered by Wednesday" above the goods does not make their price one of delivery."""
    words = words_in(language, {"en": "£", "pl": "zł"}.get(language, "€"))
    promise = words.plain("delivered_by", day=words.day(date(2026, 11, 25)))
    price = words.money(3900)
    bill = read_bill("\n".join([promise, "Kettle", price, words.plain("total"), price]))

    assert ["item", "total"] == [line.kind for line in bill.lines]
