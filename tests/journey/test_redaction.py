"""Secrets are hidden in every spelling, and nothing else is."""

from __future__ import annotations

import json
import re
import string
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.journey.redaction import HIDDEN, Redactor, is_card_number, user_info, without_user_info
from cxprobe.people.identity import fresh_identity

_QUICKLY = settings(deadline=None, database=None, max_examples=80)
_IDENTITIES = st.integers(0, 10**6).map(lambda seed: fresh_identity("en_GB", seed=seed))
_BEFORE = st.text(string.ascii_letters + " .,:(\n", max_size=15)
_GROUPINGS = st.sampled_from([(16,), (4, 4, 4, 4), (6, 6, 4), (2,) * 8, (1,) * 16])


def _valid(digits: str) -> str:
    """Digits with the check digit that makes a card number of them."""
    return next(digits + check for check in string.digits if is_card_number(digits + check))


_CARDS = st.builds(
    lambda first, rest: _valid(first + rest),
    st.sampled_from("23456"),
    st.text(string.digits, min_size=11, max_size=17),
)


def _grouped(digits: str, sizes: tuple[int, ...], separator: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return separator.join(part for part in [*parts, digits[at:]] if part)


@_QUICKLY
@given(_CARDS, _GROUPINGS, st.sampled_from(["", " ", "-", "+", "%20"]), _BEFORE, _BEFORE)
def test_a_card_number_is_hidden_in_every_spelling(
    card: str, sizes: tuple[int, ...], separator: str, before: str, after: str
) -> None:
    """Any payment card's number, known or not, in any grouping, with what stands around it kept."""
    spelt = _grouped(card, sizes, separator)

    assert f"{before} {HIDDEN} {after}" == Redactor().text(f"{before} {spelt} {after}")


@_QUICKLY
@given(_IDENTITIES, _BEFORE, _BEFORE)
def test_every_secret_of_an_identity_is_hidden(identity: Any, before: str, after: str) -> None:
    """Card, code and password of a generated customer are hidden wherever they are echoed."""
    redactor = Redactor.of(identity.secrets(), brief=identity.short_secrets())
    texts = [*identity.secrets(), f"security code: {identity.card.code}", f"cvc={identity.card.code}&x=1"]

    for text in texts:
        told = redactor.text(f"{before} {text} {after}")

        assert HIDDEN in told
        assert identity.password not in told
        assert not set(told.replace(HIDDEN, " ").replace("&", " ").replace("=", " ").split()) & {
            identity.card.number,
            identity.card.code,
        }


@_QUICKLY
@given(_IDENTITIES, st.text(max_size=60))
def test_what_holds_no_secret_is_left_alone(identity: Any, text: str) -> None:
    """Text without a secret, and without as many digits as a card has, stays as it is."""
    redactor = Redactor.of({identity.password}, {identity.card.number})
    digits = sum(c.isdigit() for c in text)
    harmless = text if digits < 12 and identity.password not in text else ""

    assert harmless == redactor.text(harmless)


@pytest.mark.parametrize(
    "text",
    [
        "Order KC-1001, £45.00, delivered by 12 December 2030",
        "Call 01632 960001 or 0800 555 0100",
        "Your order number is 4242424242424241",
        "Tracking 1Z999AA10123456784",
        "Item 4242-4242-4242-4242-1234-5678-90",
        "Room 123 is on the left, 123 steps away",
        "Reference 9000000000000000",
    ],
)
def test_other_numbers_are_kept(text: str) -> None:
    """Orders, prices, phones and numbers that fail a card's check digit are what reports are made of."""
    assert text == Redactor.of(brief={"123"}).text(text)


def test_a_short_secret_is_hidden_only_where_codes_are_spoken_of() -> None:
    """Three digits would hide half of a page's numbers: they are a secret beside words like "code"."""
    redactor = Redactor.of(brief={"123"})

    assert "3 kettles, 123 mugs, £1,123" == redactor.text("3 kettles, 123 mugs, £1,123")
    assert f"Security code {HIDDEN} is wrong" == redactor.text("Security code 123 is wrong")
    assert f"Prüfnummer {HIDDEN}" == redactor.text("Prüfnummer 123")
    assert "code 1234" == redactor.text("code 1234")


_LONG = st.text(string.ascii_letters + string.digits + " -!*%+/ü€", min_size=6, max_size=20)
_ENCODINGS = st.sampled_from(
    [
        quote,
        quote_plus,
        lambda text: quote(text, safe=""),
        lambda text: quote(text, safe="!*'()"),
        lambda text: quote(quote(text, safe=""), safe=""),
    ]
)


@_QUICKLY
@given(_LONG.filter(lambda text: bool(text.strip())), _ENCODINGS, st.booleans())
def test_a_secret_in_an_address_is_hidden(secret: str, encode: Any, lower: bool) -> None:
    """Every way in which an address may spell a secret is hidden, with %-signs in either case."""
    spelt = (
        re.sub("(?:%[0-9A-F]{2})+", lambda found: found[0].lower(), encode(secret))
        if lower
        else encode(secret)
    )

    assert f"/a?p={HIDDEN}&b=1" == Redactor.of({secret}).text(f"/a?p={spelt}&b=1")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("/?p=abC2-9x%21zzQ4", f"/?p={HIDDEN}"),
        ("/?c=4111+1111+1111+1111", f"/?c={HIDDEN}"),
        ("/?c=4111%201111%201111%201111&d=2", f"/?c={HIDDEN}&d=2"),
        ("/?to=%2Fpay%3Fc%3D4111111111111111", f"/?to=%2Fpay%3Fc%3D{HIDDEN}"),
        ("/?c=%204111111111111111", f"/?c=%20{HIDDEN}"),
        ("/?c=4111+1111+1111+1112", "/?c=4111+1111+1111+1112"),
    ],
)
def test_an_address_keeps_all_but_its_secrets(url: str, told: str) -> None:
    """Cards unknown to the redactor are found among the separators of addresses; the rest stays."""
    assert told == Redactor.of({"abC2-9x!zzQ4"}).text(url)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pin is k7z", f"The pin is {HIDDEN}"),
        ("Welcome, k7z!", f"Welcome, {HIDDEN}!"),
        ("/?u=k7z&to=%3Dk7z", f"/?u={HIDDEN}&to=%3D{HIDDEN}"),
        ("The jack7zone", "The jack7zone"),
        ("Sold by a!b c", f"Sold by {HIDDEN}"),
        ("An x is no secret", "An x is no secret"),
        ("Your code: x", f"Your code: {HIDDEN}"),
    ],
)
def test_a_short_value_that_was_settled_is_hidden_everywhere_as_a_word(text: str, told: str) -> None:
    """Three to five characters are hidden in any line, but not inside a word; fewer only beside codes."""
    assert told == Redactor.of({"k7z", "a!b c", "x"}).text(text)


def test_a_redactor_shows_none_of_its_values() -> None:
    """A failing test prints what it holds: a redactor prints nothing of what it hides."""
    shown = repr(Redactor.of({"hunter2hunter"}, brief={"737"}))

    assert "hunter2" not in shown
    assert "737" not in shown


@pytest.mark.parametrize(
    ("url", "secrets", "bare"),
    [
        ("https://cx:p%40ss@stage.example:81/a?b", {"p%40ss", "p@ss"}, "https://stage.example:81/a?b"),
        ("https://token123@stage.example", {"token123"}, "https://stage.example"),
        ("https://cx:@stage.example", set(), "https://stage.example"),
        ("http://[::1]:80/x@y", set(), "http://[::1]:80/x@y"),
        ("imaps://cx:geheim@[::1", {"geheim"}, "imaps://[::1"),
        ("", set(), ""),
    ],
)
def test_what_stands_before_the_host_is_a_secret(url: str, secrets: set[str], bare: str) -> None:
    """An address gives its password, as written and as meant, and can be told without it."""
    assert secrets == user_info(url)
    assert bare == without_user_info(url)


def test_a_password_in_any_address_is_hidden() -> None:
    """Even one of two characters, and unknown, is known by its place; a port is none."""
    told = Redactor().text("Open https://cx:pw@stage.example:8443/a@b now")

    assert f"Open https://cx:{HIDDEN}@stage.example:8443/a@b now" == told


def test_a_longer_secret_is_hidden_before_a_shorter_one_in_it() -> None:
    """A secret that contains another leaves no rest behind."""
    redactor = Redactor.of({"hunter2hunter", "hunter2hunter2!"})

    assert f"<{HIDDEN}>" == redactor.text("<hunter2hunter2!>")


def test_empty_values_are_no_secrets() -> None:
    """A setting that is empty must not hide everything."""
    assert "as it was" == Redactor.of({"", "  "}).text("as it was")


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.just("my secret-word here"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.just("secret-word"), inner, max_size=3)
    ),
    max_leaves=8,
)


@_QUICKLY
@given(_JSON)
def test_no_string_in_a_json_value_is_missed(plain: Any) -> None:
    """Values and keys at any depth are redacted; numbers, shapes and other text stay."""
    told = Redactor.of({"secret-word"}).json(plain)

    assert "secret-word" not in json.dumps(told)
    assert json.dumps(plain).replace("secret-word", json.dumps(HIDDEN)[1:-1]) == json.dumps(told)


@pytest.mark.parametrize(
    ("number", "card"),
    [
        ("4242424242424242", True),
        ("378282246310005", True),
        ("4242 4242 4242 4242", True),
        ("6304000000000000", True),
        ("4242424242424241", False),
        ("0000000000000000", False),
        ("424242", False),
    ],
)
def test_card_numbers_are_told_by_their_check_digit(number: str, card: bool) -> None:
    """Length, first digit and check digit make a card number."""
    assert card is is_card_number(number)
