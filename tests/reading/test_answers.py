"""What a customer puts into a field: theirs, in the field's format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxprobe.people.identity import Card, Identity
from cxprobe.reading.answers import TICKED, answer, answers, is_finder, needed
from cxprobe.reading.forms import Reading
from cxprobe.reading.lists import fold, month_names, pick, spellings
from cxprobe.reading.snapshot import Control

ANNA = Identity(
    first_name="Anna",
    last_name="Müller",
    email="anna.mueller.1f@example.org",
    phone="030 23125123",
    street="Alte Gasse 9a",
    city="Köln",
    postcode="50667",
    region="Nordrhein-Westfalen",
    country="DE",
    country_name="Deutschland",
    locale="de_DE",
    password="Rk4-abcdefghij7m",
    card=Card(number="4242424242424242", expiry="03/30", code="123", holder="Anna Müller"),
    birthday=date(1985, 3, 4),
    gender="female",
)
BOB = replace(
    ANNA, phone="(212) 555-0123", country="US", country_name="United States", region="CA", locale="en_US"
)
SUE = replace(ANNA, phone="07700 900123", country="GB", country_name="United Kingdom", locale="en_GB")


def field(token: str | None, purpose: str = "", **what: Any) -> Reading:
    """A field that asks for something, as it was read."""
    control = Control(**{"id": 1, "index": 0, "tag": "input", "type": "text", "visible": True, **what})
    return Reading(control=control, token=token, purpose=purpose or token or "", confidence=1.0, reason="")


def listed(token: str | None, *options: str, purpose: str = "", **what: Any) -> Reading:
    """A list with these options."""
    return field(token, purpose, tag="select", type="", options=options, **what)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("name", "Anna Müller"),
        ("given-name", "Anna"),
        ("family-name", "Müller"),
        ("email", "anna.mueller.1f@example.org"),
        ("username", "anna.mueller.1f"),
        ("street-address", "Alte Gasse 9a"),
        ("address-line1", "Alte Gasse 9a"),
        ("address-line2", None),
        ("address-level2", "Köln"),
        ("address-level1", "Nordrhein-Westfalen"),
        ("postal-code", "50667"),
        ("country-name", "Deutschland"),
        ("organization", None),
        ("honorific-prefix", "Ms"),
        ("cc-name", "Anna Müller"),
        ("cc-number", "4242424242424242"),
        ("cc-csc", "123"),
        ("cc-type", "Visa"),
        ("new-password", "Rk4-abcdefghij7m"),
        ("one-time-code", None),
        ("additional-name", None),
    ],
)
def test_plain_fields(token: str, expected: str | None) -> None:
    """What they have, and nothing where they have nothing."""
    assert expected == answer(field(token), ANNA, {})


def test_those_who_have_more_write_more() -> None:
    """A second line of the address, a company to buy for."""
    anna = replace(ANNA, street2="Hinterhaus", company="Kessel GmbH")

    assert "Hinterhaus" == answer(field("address-line2"), anna, {})
    assert "Kessel GmbH" == answer(field("organization"), anna, {})
    assert "Alte Gasse 9a, Hinterhaus" == answer(field("street-address"), anna, {})
    assert "Alte Gasse 9a\nHinterhaus" == answer(field("street-address", tag="textarea", type=""), anna, {})


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({}, "04.03.1985"),
        ({"type": "date"}, "1985-03-04"),
        ({"placeholder": "DD/MM/YYYY"}, "04/03/1985"),
        ({"placeholder": "mm/dd/yyyy"}, "03/04/1985"),
        ({"placeholder": "TT.MM.JJJJ"}, "04.03.1985"),
        ({"placeholder": "JJ/MM/AAAA"}, "04/03/1985"),
        ({"placeholder": "gg/mm/aaaa"}, "04/03/1985"),
        ({"placeholder": "dd-mm-jjjj"}, "04-03-1985"),
        ({"placeholder": "DD.MM.RRRR"}, "04.03.1985"),
        ({"hint": "Please use YYYY-MM-DD"}, "1985-03-04"),
        ({"label": "Date of birth (DD MM YYYY)"}, "04 03 1985"),
        ({"placeholder": "DD/MM/YY"}, "04/03/85"),
        ({"pattern": r"\d{2}/\d{2}/\d{4}"}, "04/03/1985"),
        ({"max_length": 8}, "04031985"),
    ],
    ids=str,
)
def test_a_date_as_it_is_asked_for(what: dict[str, Any], expected: str) -> None:
    """By kind, placeholder, hint, label, pattern, length, in eight languages' letters; else as at home."""
    assert expected == answer(field("bday", **what), ANNA, {})


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({}, "03/30"),
        ({"placeholder": "MM/YYYY"}, "03/2030"),
        ({"placeholder": "MM-YY"}, "03-30"),
        ({"placeholder": "MM / YY"}, "03 / 30"),
        ({"placeholder": "YY/MM"}, "30/03"),
        ({"placeholder": "MM/JJ"}, "03/30"),
        ({"placeholder": "MM/AA"}, "03/30"),
        ({"label": "Expiry (MMYY)"}, "0330"),
        ({"max_length": 4}, "0330"),
        ({"max_length": 7}, "03/2030"),
        ({"pattern": r"\d{2}/\d{4}"}, "03/2030"),
        ({"type": "month"}, "2030-03"),
    ],
    ids=str,
)
def test_an_expiry_as_it_is_asked_for(what: dict[str, Any], expected: str) -> None:
    """In one field: by placeholder, label, length, pattern."""
    assert expected == answer(field("cc-exp", **what), ANNA, {})


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (field("cc-exp-month", max_length=2), "03"),
        (field("cc-exp-month", type="number"), "3"),
        (field("cc-exp-year", max_length=2), "30"),
        (field("cc-exp-year", max_length=4), "2030"),
        (field("cc-exp-year", placeholder="JJ"), "30"),
        (field("bday-day", max_length=2), "04"),
        (field("bday-year"), "1985"),
        (listed("cc-exp-month", "Month", "1", "2", "3", "4"), "3"),
        (listed("cc-exp-month", "01", "02", "03"), "03"),
        (listed("cc-exp-month", "Januar", "Februar", "März"), "März"),
        (listed("cc-exp-month", "02 - February", "03 - March", "13 - None"), "03 - March"),
        (listed("cc-exp-month", "sty", "lut", "mar"), "mar"),
        (listed("cc-exp-year", "Jahr", "29", "30", "31"), "30"),
        (listed("cc-exp-year", "2029", "2030"), "2030"),
        (listed("bday-month", "janv.", "févr.", "mars"), "mars"),
        (listed("cc-type", "Choose", "Mastercard", "Visa"), "Visa"),
    ],
)
def test_parts_of_dates_and_cards(reading: Reading, expected: str) -> None:
    """Split into fields or lists, in numbers or in names."""
    assert expected == answer(reading, ANNA, {})


@pytest.mark.parametrize(
    ("options", "values", "expected"),
    [
        (("Austria", "Germany"), (), "Germany"),
        (("Deutschland", "Österreich"), (), "Deutschland"),
        (("Autriche", "Allemagne"), (), "Allemagne"),
        (("Niemcy", "Polska"), (), "Niemcy"),
        (("DE", "AT"), (), "DE"),
        (("One", "Two"), ("AUT", "DEU"), "Two"),
        (("Germany (Deutschland)", "France"), (), "Germany (Deutschland)"),
        (("France", "Italy"), (), None),
    ],
    ids=str,
)
def test_a_country_is_found_in_any_language(
    options: tuple[str, ...], values: tuple[str, ...], expected: str | None
) -> None:
    """By name, by code, by the value behind it; and no other country in its stead."""
    assert expected == answer(listed("country", *options, values=values, required=True), ANNA, {})


def test_the_united_kingdom_goes_by_many_names_and_none_is_ireland() -> None:
    """UK, Great Britain; but a list with Ireland alone holds nothing of theirs."""
    assert "UK" == answer(listed("country", "USA", "UK"), SUE, {})
    assert "Great Britain" == answer(listed("country", "Ireland", "Great Britain"), SUE, {})
    assert answer(listed("country", "Ireland", "Northern Ireland"), SUE, {}) is None


def test_a_state_in_full_or_in_letters() -> None:
    """California is CA; who lives in no state of the list takes the first where one must be taken."""
    assert "California" == answer(listed("address-level1", "Alabama", "California"), BOB, {})
    assert "CA" == answer(listed("address-level1", "AL", "CA"), BOB, {})
    assert "CA" == answer(field("address-level1", max_length=2), BOB, {})
    assert answer(listed("address-level1", "Select", "Alabama"), ANNA, {}) is None
    assert "Alabama" == answer(listed("address-level1", "Select", "Alabama", required=True), ANNA, {})


@pytest.mark.parametrize(
    ("who", "what", "expected"),
    [
        (SUE, {}, "07700 900123"),
        (SUE, {"placeholder": "+44 7911 123456"}, "+447700900123"),
        (SUE, {"hint": "Please enter your number in international format"}, "+447700900123"),
        (SUE, {"max_length": 11}, "07700900123"),
        (SUE, {"pattern": r"\d{11}"}, "07700900123"),
        (SUE, {"pattern": r"\+\d+"}, "+447700900123"),
        (SUE, {"hint": "digits only"}, "07700900123"),
        (BOB, {"pattern": r"[0-9]{10}"}, "2125550123"),
        (BOB, {"placeholder": "5551234567"}, "2125550123"),
        (replace(ANNA, phone="+1 202 555 0123"), {"pattern": r"\d{10}"}, "2025550123"),
    ],
    ids=str,
)
def test_a_telephone_number_as_it_is_asked_for(who: Identity, what: dict[str, Any], expected: str) -> None:
    """At home as one dials it; from abroad where that is asked; without signs where there is no room."""
    assert expected == answer(field("tel", **what), who, {})


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("tel-country-code", "+1"),
        ("tel-area-code", "212"),
        ("tel-local-prefix", "555"),
        ("tel-local-suffix", "0123"),
        ("tel-local", "5550123"),
        ("tel-national", "(212) 555-0123"),
        ("tel-extension", None),
    ],
)
def test_a_telephone_number_in_parts(token: str, expected: str | None) -> None:
    """By HTML's names for them."""
    assert expected == answer(field(token), BOB, {})


def test_a_dialling_code_is_chosen() -> None:
    """By the country or by the number."""
    options = ("Germany (+49)", "United Kingdom (+44)", "United States (+1)")

    assert "United Kingdom (+44)" == answer(listed("tel-country-code", *options), SUE, {})
    assert "+49" == answer(listed("tel-country-code", "+44", "+49"), ANNA, {})


@pytest.mark.parametrize(
    ("hint", "test"),
    [
        ("At least 20 characters", lambda word: len(word) >= 20),
        ("mindestens 18 Zeichen", lambda word: len(word) >= 18),
        ("8-12 characters", lambda word: len(word) <= 12),
        ("Letters and numbers only", str.isalnum),
        ("must contain one of #$%", lambda word: any(c in "#$%" for c in word)),
        ("no special characters, maximum 10", lambda word: word.isalnum() and len(word) <= 10),
        ("", lambda word: word == ANNA.password),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_password_keeps_the_rules(hint: str, test: Any) -> None:
    """Length and signs as they are told; their own where it keeps them; every kind of sign in it."""
    word = answer(field("new-password", type="password", hint=hint), ANNA, {}) or ""

    assert test(word)
    assert any(c.isupper() for c in word)
    assert any(c.islower() for c in word)
    assert any(c.isdigit() for c in word)


@given(longest=st.integers(6, 40), shortest=st.integers(0, 40))
@settings(deadline=None, database=None)
def test_a_password_is_as_long_as_it_must_be(longest: int, shortest: int) -> None:
    """Whatever the page's limits, as long as they leave any room."""
    word = (
        answer(field("new-password", max_length=longest, min_length=min(shortest, longest)), ANNA, {}) or ""
    )

    assert min(shortest, longest) <= len(word) <= longest


def test_facts_of_the_journey_count() -> None:
    """An order number, a promo code: by the words of the label, in other languages too."""
    known = {"order number": "KC-1001", "promo code": "SAVE10", "e-mail": "me@example.org"}

    assert "KC-1001" == answer(field(None, "order-number", label="Order no."), ANNA, known)
    assert "KC-1001" == answer(field(None, label="Bestellnummer"), ANNA, known)
    assert "KC-1001" == answer(field(None, label="Your order reference"), ANNA, known)
    assert "SAVE10" == answer(field(None, "promo-code", label="Gutscheincode"), ANNA, known)
    assert "me@example.org" == answer(field("email"), ANNA, known)
    assert answer(field(None, label="Invoice number"), ANNA, known) is None
    assert answer(field(None, "promo-code", label="Promo code"), ANNA, {}) is None


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (field(None, "consent", type="checkbox", label="I agree to the terms"), TICKED),
        (field(None, "consent", type="checkbox", label="You may store this", required=True), TICKED),
        (field(None, "consent", type="checkbox", label="You may store this"), None),
        (field(None, "newsletter", type="checkbox", label="News, please", required=True), None),
        (field(None, "extra", type="checkbox", label="Add insurance"), None),
        (field(None, "", type="checkbox", label="I have read the privacy policy", required=True), TICKED),
        (field("honorific-prefix", type="radio", label="Frau"), TICKED),
        (field("honorific-prefix", type="radio", label="Herr"), None),
        (field(None, "gender", type="radio", label="weiblich"), TICKED),
        (field(None, "search"), None),
        (field("email", "bot-trap"), None),
        (field(None, "captcha"), None),
        (field(None, "quantity"), "1"),
        (listed(None, "Please select", "A friend", "Radio", required=True), "A friend"),
        (listed(None, "Please select", "A friend", "Radio"), None),
    ],
)
def test_what_is_ticked_and_what_is_left(reading: Reading, expected: str | None) -> None:
    """Consents that are needed; nothing that is sold, sent or set as a trap."""
    assert expected == answer(reading, ANNA, {})


def test_a_house_number_of_its_own() -> None:
    """Asked alone, it is given alone; with the street, with the street."""
    assert "9a" == answer(field("address-line2", label="Hausnummer"), ANNA, {})
    assert "Alte Gasse 9a" == answer(field("address-line1", label="Straße und Hausnummer"), ANNA, {})


def test_a_pattern_that_takes_for_ever_is_not_tried() -> None:
    """A page may write what it likes; the customer is not kept by it."""
    evil = field("given-name", pattern="(a+)+$(x|x)*y" * 3)

    assert "Anna" == answer(evil, replace(ANNA, first_name="Anna"), {})
    assert "a" * 60 == answer(field("given-name", pattern="(a+)+!"), replace(ANNA, first_name="a" * 60), {})
    assert "Anna" == answer(field("given-name", pattern="(["), ANNA, {})


def test_other_ways_come_after_the_likeliest() -> None:
    """What a person tries when the first is refused; each once."""
    ways = answers(field("tel"), SUE, {})

    assert "07700 900123" == ways[0]
    assert {"07700900123", "+447700900123"} <= set(ways)
    assert len(ways) == len(set(ways))


@example("[[a", "tel")
@given(
    st.text(max_size=60), st.sampled_from(["tel", "bday", "cc-exp", "new-password", "email", "country", None])
)
@settings(deadline=None, database=None)
def test_whatever_a_page_says_there_is_an_answer_or_none(words: str, token: str | None) -> None:
    """No label, hint or pattern makes it fall over."""
    what = field(token, label=words, hint=words, placeholder=words, pattern=words)
    got = answer(what, ANNA, {"order number": "1"})

    assert got is None or isinstance(got, str)


def test_no_month_is_another_in_any_language() -> None:
    """A name, whole or short, means one month only."""
    names = [{fold(name) for name in month_names(month)} for month in range(1, 13)]

    assert [] == [(one & other) for n, one in enumerate(names) for other in names[n + 1 :] if one & other]


def test_options_that_only_ask_are_none() -> None:
    """Nobody comes from "Please select"."""
    assert pick(spellings("country", SUE), ("Please select", "--", "UK")) == 2
    assert pick(("Please select",), ("Please select",)) is None


def test_what_is_needed_and_what_finds() -> None:
    """By its attribute or its star; a search for an address is no address."""
    assert [True, True, False] == [
        needed(field(None, **what).control)
        for what in ({"required": True}, {"label": "Name *"}, {"label": "Name"})
    ]
    assert is_finder(field(None, label="Find your address").control)
    assert is_finder(field(None, placeholder="Start typing your address").control)
    assert not is_finder(field(None, label="Street address").control)
