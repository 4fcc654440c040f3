"""What a field wants."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.forms import wants


def field(**said: str) -> dict[str, Any]:
    """A row of a glance at a page: a text field that says no more than this."""
    return {
        "tag": "input",
        "type": "text",
        "name": "",
        "placeholder": "",
        "field": "",
        "autocomplete": "",
    } | said


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("email", "e-mail"),
        ("section-1 shipping given-name", "first name"),
        ("billing postal-code", "postcode"),
        ("cc-csc", "security code"),
        ("tel", "phone"),
    ],
)
def test_what_a_field_declares_counts_first(declared: str, wanted: str) -> None:
    """The autocomplete token says it, whatever the label says (HTML, 4.10.18.7 Autofill)."""
    assert wanted == wants(field(autocomplete=declared, name="Promo code"))


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("First name *", "first name"),
        ("Last name", "last name"),
        ("Full name", "name"),
        ("Name on card", "card holder"),
        ("E-mail address", "e-mail"),
        ("Phone", "phone"),
        ("Address", "street"),
        ("First line of the address", "street"),
        ("Town or city", "city"),
        ("Country/Region", "country"),
        ("County", "region"),
        ("Postcode", "postcode"),
        ("ZIP code", "postcode"),
        ("Card number", "card number"),
        ("Expiry (MM/YY)", "expiry"),
        ("CVC", "security code"),
        ("Vorname", "first name"),
        ("Postleitzahl", "postcode"),
        ("Straße", "street"),
        ("Numéro de carte", "card number"),
        ("Nom complet", "name"),
        ("Código postal", "postcode"),
    ],
)
def test_a_label_is_understood(label: str, wanted: str) -> None:
    """The usual labels of a checkout, and the same words as a placeholder."""
    assert wanted == wants(field(name=label))
    assert wanted == wants(field(placeholder=label))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("first_name", "first name"),
        ("billing[postcode]", "postcode"),
        ("cardNumber", "card number"),
        ("customerZip", "postcode"),
    ],
)
def test_a_field_without_words_is_told_by_its_name(name: str, wanted: str) -> None:
    """What the page's makers call it, in the ways they write it."""
    assert wanted == wants(field(field=name))


@pytest.mark.parametrize(
    "label",
    [
        "Promo code",
        "Gift message",
        "Search",
        "Address line 2",
        "Company (optional)",
        "Quantity",
        "Hotel guests",
        "True blue",
    ],
)
def test_what_the_customer_need_not_tell_is_left_alone(label: str) -> None:
    """Fields of which a customer knows nothing, or which can stay empty."""
    assert wants(field(name=label)) is None


@pytest.mark.parametrize(
    "said", [{"type": "checkbox"}, {"type": "submit"}, {"type": "hidden"}, {"tag": "button", "type": ""}]
)
def test_what_is_not_typed_wants_nothing(said: dict[str, str]) -> None:
    """Boxes and buttons ask for no text, whatever they are called."""
    assert wants(field(name="E-mail", **said)) is None


def test_a_mail_field_is_one_by_its_type() -> None:
    """Without any words, the type says it."""
    assert "e-mail" == wants(field(type="email"))


@settings(database=None)
@given(*[st.text(max_size=40)] * 4)
def test_any_field_can_be_asked_about(name: str, placeholder: str, key: str, declared: str) -> None:
    """Foreign pages say anything: nothing raises, and a label with a star or a colon means the same."""
    row = field(name=name, placeholder=placeholder, field=key, autocomplete=declared)

    assert wants(row) == wants(row | {"name": f"{name} *" if name else ""})
