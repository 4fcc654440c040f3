"""Words found in labels and in what makers call things."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.field_words import LANGUAGES, find, forgetting, is_all, languages_of, plain, says


def meanings(text: str, language: str = "en", *, maker: bool = False) -> list[str]:
    """The meanings found in a text, the most telling first."""
    return [found.meaning for found in sorted(find(text, language, maker=maker), key=lambda f: -f.weight)]


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("E-mail address *", "en", "email"),
        ("Name on card", "en", "cc-name"),
        ("Delivery address postcode", "en", "postal-code"),
        ("Phone number (for questions about your address)", "en", "tel"),
        ("Lieferpostleitzahl", "de", "postal-code"),
        ("STRASSE UND HAUSNUMMER", "de", "street-address"),
        ("Prénom", "fr", "given-name"),
        ("prenom", "fr", "given-name"),
        ("Código postal de la dirección", "es", "postal-code"),
    ],
)
def test_a_label_is_understood(text: str, language: str, first: str) -> None:
    """The longest phrase counts, and the word that the others belong to."""
    assert first == meanings(text, language)[0]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("billing[postCode]", "postal-code"),
        ("txtFirstName", "given-name"),
        ("shippingAddress.city", "address-level2"),
        ("emailSubject", "subject"),
        ("usernamecreateaccount", "username"),
        ("cc_exp", "cc-exp"),
    ],
)
def test_a_makers_name_is_taken_apart(text: str, first: str) -> None:
    """At capitals, digits and signs; its last word counts most."""
    assert first == meanings(text, maker=True)[0]


@pytest.mark.parametrize("text", ["Restaurant name of the year", "Order of the address book", ""])
def test_a_common_word_among_others_says_little(text: str) -> None:
    """A name of something else is nobody's name."""
    weights = [found.weight for found in find(text) if not found.meaning.startswith("~")]

    assert 0.45 > max(weights, default=0.0)


def test_a_phrase_can_be_forgotten_for_a_while() -> None:
    """And is known again afterwards."""
    with forgetting(["cvv"]):
        without = meanings("CVV")

    assert ([], ["cc-csc"]) == (without, meanings("CVV"))


def test_every_language_has_words_for_the_same_things() -> None:
    """What a shop asks for can be asked in each of them; a table that lacks one has a hole."""
    needed = "name given-name family-name email tel street-address address-line2 address-level2 postal-code"
    needed += " country cc-number cc-name cc-exp cc-csc bday username password promo-code search message"
    needed += " consent newsletter quantity ~new ~old ~again ~month ~year delivery-method payment-method"

    assert {} == {
        language: missing
        for language, module in LANGUAGES.items()
        if (missing := set(needed.split()) - (module.WORDS.keys()))
    }


def test_buttons_are_understood_in_any_language() -> None:
    """By whether the words are in it, and by how much of it they are."""
    assert says("Passwort vergessen?", "forgot")
    assert is_all("Zaloguj się", "log in") == 1.0
    assert is_all("Pay £42.00", "send") == 1.0
    assert 0.5 > is_all("Log in to see what your friends have bought", "log in")


def test_a_language_gives_itself_away() -> None:
    """By words that most of the others do not have."""
    assert "pl" in languages_of("Imię i nazwisko")


@settings(database=None)
@given(st.text(max_size=60), st.booleans(), st.sampled_from([*LANGUAGES, "", "xx"]))
def test_any_text_can_be_read(text: str, maker: bool, language: str) -> None:
    """Nothing raises; weights are shares; capitals and accents of a label change nothing."""
    found = find(text, language, maker=maker)

    assert all(0 <= each.weight <= 1 for each in found)
    assert plain(text) == plain(plain(text))
