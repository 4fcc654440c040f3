"""Identity: people who never existed, and can be reached nowhere."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from cxprobe.errors import InvalidPersona
from cxprobe.people.identity import (
    RESERVED_DOMAINS,
    TEST_CARDS,
    Card,
    Identity,
    card_spellings,
    fresh_identity,
    on_paper,
)
from cxprobe.people.persona import Member

LOCALES = ["en_GB", "en_US", "de_DE", "fr_FR", "sv_SE", "en_AU", "he_IL", "ja_JP", "pl_PL"]
FREE = {
    "en_GB": r"020 7946 0\d{3}|01[16][13] 496 0\d{3}",
    "en_US": r"\(\d{3}\) 555-01\d\d",
    "de_DE": r"0(30 23125|40 66969|69 90009|221 4710|89 99998)\d{3}",
    "fr_FR": r"(01 99 00|06 39 98) \d\d \d\d",
    "pl_PL": r"\+1 202 555 01\d\d",
}


@pytest.mark.parametrize("locale", LOCALES)
def test_everybody_is_complete(locale: str) -> None:
    """Whoever is invented has all that a checkout asks for, on one line each."""
    known = fresh_identity(locale, seed=4).known()
    asked = {"name", "e-mail", "phone", "street", "city", "postcode", "country", "card number", "expiry"}

    assert set() == asked - set(known)
    assert [] == [label for label, value in known.items() if not value.strip() or "\n" in value]


@pytest.mark.parametrize("locale", LOCALES)
def test_mail_goes_nowhere(locale: str) -> None:
    """Every mail address is plain ASCII at a domain that nobody can own."""
    email = fresh_identity(locale).email

    assert re.fullmatch(r"[a-z0-9.]+@(" + "|".join(map(re.escape, RESERVED_DOMAINS)) + ")", email)


def test_mail_comes_to_the_mailbox() -> None:
    """With a mailbox, each customer has a plus-address of it."""
    email = fresh_identity("en_GB", mailbox="cx@company.example").email

    assert re.fullmatch(r"cx\+[a-z]+-[0-9a-f]{6}@company\.example", email)


@pytest.mark.parametrize(("locale", "pattern"), FREE.items())
def test_telephones_ring_nobody(locale: str, pattern: str) -> None:
    """Every number is in a range kept free for fiction."""
    phones = [fresh_identity(locale, seed=seed).phone for seed in range(25)]

    assert [] == [phone for phone in phones if not re.fullmatch(pattern, phone)]


def test_everybody_is_somebody_else() -> None:
    """Without a seed no two are alike, even when a test resets Python's random numbers."""
    mails = set()
    for _ in range(20):
        random.seed(0)
        mails.add(fresh_identity("en_GB").email)

    assert 20 == len(mails)


def test_a_seed_brings_somebody_back() -> None:
    """With a seed it is the same person again, and Python's random numbers are left alone."""
    random.seed(1)
    first = fresh_identity("de_DE", seed=7)
    after = random.random()
    random.seed(1)

    assert first == fresh_identity("de_DE", seed=7)
    assert random.random() == after


def test_name_mail_and_card_agree() -> None:
    """The mail address and the card carry the name."""
    somebody = fresh_identity("en_GB", seed=3)

    assert somebody.email.startswith(f"{somebody.first_name}.{somebody.last_name}.".lower())
    assert somebody.name == somebody.card.holder


def test_an_american_postcode_is_of_its_state() -> None:
    """State and postcode are of the same place where that is known: Alaska begins with 995 to 999."""
    alaskans = [i for i in (fresh_identity("en_US", seed=seed) for seed in range(300)) if i.region == "AK"]

    assert alaskans
    assert [] == [i.postcode for i in alaskans if not 99500 <= int(i.postcode) <= 99999]


@pytest.mark.parametrize("number", TEST_CARDS.values())
def test_test_cards_pass_a_shops_own_check(number: str) -> None:
    """Published test numbers have a right check digit (Luhn)."""
    doubled = [int(d) * (2 if place % 2 else 1) for place, d in enumerate(reversed(number))]

    assert 0 == sum(d - 9 if d > 9 else d for d in doubled) % 10


def test_secrets_in_every_spelling() -> None:
    """The card number is a secret plain, spaced and dashed; a short code is kept apart."""
    somebody = fresh_identity("en_GB", seed=1)
    spaced = " ".join(re.findall("....", somebody.card.number))

    spellings = {somebody.card.number, spaced, spaced.replace(" ", "-"), somebody.password}
    assert spellings == somebody.secrets()
    assert {somebody.card.code} == somebody.short_secrets()


def test_american_express_is_spaced_its_own_way() -> None:
    """Fifteen digits are written 4-6-5, and the code has four."""
    card = Card(number=TEST_CARDS["amex"], expiry="12/30", code="1234", holder="Gus")
    somebody: Identity = replace(fresh_identity("en_US", seed=1), card=card)

    assert "3782 822463 10005" in somebody.secrets()
    assert {"1234"} == somebody.short_secrets()


def test_no_secret_shows_when_somebody_is_printed() -> None:
    """A failing test prints what it compared: password, card number and code are not in it."""
    somebody = fresh_identity("en_GB", seed=1)
    shown = f"{somebody!r} {somebody.card!r}"

    assert somebody.email in shown
    secrets = (somebody.password, somebody.card.number, f"'{somebody.card.code}'")
    assert [] == [secret for secret in secrets if secret in shown]


@pytest.mark.parametrize(
    ("given", "spelt"),
    [
        ("4111-1111-1111-1111", {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111"}),
        (
            "4242424242424242420",
            {"4242424242424242420", "4242 4242 4242 4242 420", "4242-4242-4242-4242-420"},
        ),
        ("TEST-VOUCHER 7", {"TEST-VOUCHER 7"}),
    ],
)
def test_any_payment_is_spelt_as_pages_spell_it(given: str, spelt: set[str]) -> None:
    """A number of any length keeps all its digits in every spelling; what is no number stays as it is."""
    assert spelt == card_spellings(given)


@pytest.mark.parametrize("locale", ["en_XX", "en", "klingon"])
def test_nobody_lives_nowhere(locale: str) -> None:
    """An unknown locale is refused, by name."""
    with pytest.raises(InvalidPersona, match=repr(locale)):
        fresh_identity(locale)


def test_nothing_heavy_before_somebody_is_met() -> None:
    """Reading personas and the catalogue loads neither Faker nor a browser nor a search."""
    code = (
        "import sys, cxprobe.people.persona, cxprobe.people.identity, cxprobe.people.misfortunes, "
        "cxprobe.people.voice; print({'faker', 'playwright', 'hypothesis'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "set()" == said.strip()


def test_a_business_has_its_papers() -> None:
    """Who buys for a company can tell its name and its number; nobody else has either."""
    somebody = fresh_identity("en_GB", seed=3)
    buyer = on_paper(Member(persona="x", title="X", for_company=True), somebody)
    digits = [int(digit) for digit in buyer.vat_number[2:]]
    weighed = sum(digit * weight for digit, weight in zip(digits[:7], range(8, 1, -1), strict=True))

    assert f"{somebody.last_name} & Partners" == buyer.company == buyer.known()["company"]
    assert 0 == (weighed + 10 * digits[7] + digits[8]) % 97
    assert buyer.vat_number == buyer.known()["vat number"]
    assert somebody == on_paper(Member(persona="x", title="X"), somebody)


def test_whoever_grew_up_elsewhere_has_a_name_from_there() -> None:
    """The name and the card are of that language, the same for the same person; the address stays."""
    somebody = fresh_identity("en_GB", seed=3)
    member = Member(persona="x", title="X", language="hu_HU")
    named = on_paper(member, somebody)

    assert named == on_paper(member, somebody)
    assert named.name != somebody.name
    assert named.name == named.card.holder
    assert (somebody.street, somebody.email, "GB") == (named.street, named.email, named.country)
