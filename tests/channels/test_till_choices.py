"""What a customer chooses at a till, and says to windows that ask: told by words alone."""

from __future__ import annotations

from typing import Any

import pytest

from cxprobe.channels.assent import agrees
from cxprobe.channels.choosing import folded_card, undecided, why
from cxprobe.reading.snapshot import Control, Document, Snapshot


def control(number: int, name: str, **more: Any) -> Control:
    """A control of a checkout, as a look at a page tells it."""
    return Control(**{
        "id": number, "tag": "button", "type": "button", "name": name, "visible": True, "drawn": True,
        "landmark": "main", **more,
    })  # fmt: skip


def tile(number: int, name: str, **more: Any) -> Control:
    """A radio tile of the group "pay"."""
    told = {"tag": "input", "type": "radio", "role": "radio", "field": "pay", "label": name, "form": 0}
    return control(number, name, index=number, group="Payment method", **{**told, **more})


def page(*controls: Control) -> Snapshot:
    """A page with these controls."""
    return Snapshot(documents=(Document(url="http://shop.test/checkout", text="Payment"),), controls=controls)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("alert", "Thank you.", True),
        ("confirm", "Place this order for £27.50 now?", True),
        ("confirm", "Möchten Sie die Bestellung jetzt absenden?", True),
        ("confirm", "Do you want to cancel your order?", False),
        ("confirm", "Add breakage insurance to your order?", False),
        ("confirm", "Do you like our shop?", False),
        ("prompt", "Type your order number to continue", False),
        ("beforeunload", "", True),
    ],
)
def test_windows_are_answered_as_somebody_who_is_buying(kind: str, text: str, expected: bool) -> None:
    """Placing the order gets a yes; giving up, extras and anything typed get a no."""
    assert expected is agrees(kind, text)


def test_the_card_is_unfolded_beside_other_ways_to_pay() -> None:
    """The shut button for cards is the one to open; gift cards are no cards."""
    card = control(2, "Credit or debit card", expanded=False)
    shown = page(control(1, "PayPal", expanded=True), card, control(3, "Gift card", expanded=False))

    assert card == folded_card(shown)
    assert "a card is what this customer pays with" == why(card)


@pytest.mark.parametrize(
    "controls",
    [
        (control(1, "PayPal", expanded=False), control(2, "Credit card", expanded=True)),
        (control(1, "Continue"), control(2, "Pay by card")),
        (control(1, "PayPal"), control(2, "Credit card", sends=True, type="submit")),
        (control(1, "PayPal"), control(2, "About card payments", tag="a", href="http://shop.test/cards")),
        (
            control(1, "PayPal"),
            control(2, "Credit card"),
            control(3, "", tag="input", type="text", autocomplete="cc-number", index=0, label="Card number"),
        ),
    ],
    ids=["open already", "alone", "sends", "leads away", "asked for"],
)
def test_nothing_is_unfolded_where_nothing_is_folded(controls: tuple[Control, ...]) -> None:
    """A button that is open, alone, sends or leads away is no way to a card, nor is any beside its fields."""
    assert folded_card(page(*controls)) is None


def test_of_several_cards_the_customers_own_is_chosen() -> None:
    """Where brands are offered, it is the brand of the card at hand."""
    tiles = page(tile(1, "PayPal"), tile(2, "Mastercard"), tile(3, "Visa"))

    assert ["Visa"] == [each.name for each in undecided(tiles, "visa")]


def test_what_is_chosen_and_will_do_is_left() -> None:
    """A card that is chosen stays; PayPal that is chosen makes way for the card."""
    card, paypal = tile(1, "Card"), tile(2, "PayPal")

    assert [] == list(undecided(page(tile(1, "Card", checked=True), paypal), ""))
    assert [card] == list(undecided(page(card, tile(2, "PayPal", checked=True)), ""))
