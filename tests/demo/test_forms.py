"""What the checkout forms accept, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.demo import forms

TODAY = date(2026, 11, 21)
CONTACT = {"first_name": "Gus", "last_name": "Grump", "email": "gus@example.com", "phone": "01632 960001"}
DELIVERY = {
    "line1": "1 High Street",
    "line2": "",
    "town": "Leeds",
    "postcode": "LS1 1AA",
    "country": "GB",
    "method": "standard",
}
CARD = {"card_name": "G", "card_number": "4242424242424242", "expiry": "12/30", "code": "123"}


def _card_errors(**changed: str) -> set[str]:
    return set(forms.payment_errors({**CARD, **changed}, TODAY, billing=None))


@pytest.mark.parametrize("name", ["O'Brien", "عبد الله", "‏משה‏", "Nguyễn", "X", "van der Berg-Smythe"])
def test_any_name_in_any_script_is_a_name(name: str) -> None:
    """Nobody is told that their name is invalid."""
    assert {} == forms.contact_errors({**CONTACT, "first_name": name, "last_name": name})


@given(st.text(min_size=1).filter(lambda t: forms.tidy({"n": t}, ("n",))["n"]))
@settings(database=None, deadline=None)
def test_any_text_that_is_not_blank_is_a_name(name: str) -> None:
    """Whatever is left after tidying counts."""
    tidied = forms.tidy({"first_name": name}, ("first_name",))

    assert "first_name" not in forms.contact_errors({**CONTACT, **tidied})


@given(st.text())
@settings(database=None, deadline=None)
def test_tidying_twice_changes_nothing(text: str) -> None:
    """Going back and sending again keeps the value as it is."""
    once = forms.tidy({"a": text}, ("a",))

    assert once == forms.tidy(once, ("a",))


def test_spaces_around_are_taken_off() -> None:
    """A pasted trailing space is no mistake."""
    assert "gus@example.com" == forms.tidy({"email": " gus@example.com \t"}, ("email",))["email"]


@pytest.mark.parametrize("email", ["gus", "gus@", "@example.com", "gus @example.com", "gus@example"])
def test_what_is_no_address_is_refused(email: str) -> None:
    """A receipt could not arrive there."""
    assert {"email"} == set(forms.contact_errors({**CONTACT, "email": email}))


def test_all_that_is_missing_is_said_at_once() -> None:
    """One error after the other would cost a press each."""
    empty = dict.fromkeys(forms.CONTACT, "")

    assert set(forms.CONTACT) == set(forms.contact_errors(empty))


def test_line_two_is_optional_and_line_one_is_not() -> None:
    """An address has at least a line."""
    assert {} == forms.delivery_errors(DELIVERY)
    assert {"line1"} == set(forms.delivery_errors({**DELIVERY, "line1": ""}))


def test_a_country_without_postcodes_needs_none() -> None:
    """The United Arab Emirates have no postcodes."""
    assert {} == forms.delivery_errors({**DELIVERY, "postcode": "", "country": "AE"})
    assert {"postcode"} == set(forms.delivery_errors({**DELIVERY, "postcode": ""}))


@pytest.mark.parametrize("expiry", ["12/30", "12 / 30", "12/2030", "1230", "12-30", "11/26"])
def test_an_expiry_date_counts_however_it_is_written(expiry: str) -> None:
    """A card is good to the end of its month."""
    assert set() == _card_errors(expiry=expiry)


@pytest.mark.parametrize("expiry", ["10/26", "13/30", "00/30", "soon", "12/3"])
def test_a_date_that_is_past_or_none_is_refused(expiry: str) -> None:
    """Truly wrong."""
    assert {"expiry"} == _card_errors(expiry=expiry)


@pytest.mark.parametrize("number", ["4242 4242 4242 4242", "4242-4242-4242-4242", "378282246310005"])
def test_a_card_number_counts_with_its_spaces(number: str) -> None:
    """As it is printed on the card."""
    assert set() == _card_errors(card_number=number)


@given(st.integers(0, 15), st.integers(1, 9))
@settings(database=None, deadline=None)
def test_one_wrong_digit_is_noticed(place: int, more: int) -> None:
    """The check digit finds every single slip of the finger."""
    good = "4242424242424242"
    slipped = good[:place] + str((int(good[place]) + more) % 10) + good[place + 1 :]

    assert forms.luhn(good)
    assert {"card_number"} == _card_errors(card_number=slipped)


def test_another_billing_address_must_be_told() -> None:
    """Only when it is not the delivery address."""
    empty = dict.fromkeys(forms.BILLING, "")

    assert set(forms.BILLING) == set(forms.payment_errors(CARD, TODAY, billing=empty))
