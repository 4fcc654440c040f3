"""Identity: who a customer is on paper, invented afresh for every visit.

Nothing in it belongs to anybody: telephone numbers come from ranges that are kept free for fiction,
mail addresses from domains nobody can own (RFC 2606), cards from the numbers that payment
processors publish for testing. Name, mail, phone and country agree with each other; that street,
city and postcode exist and belong together is not checked (Faker does not know), except that a
postcode in the United States belongs to its state. Where Faker has no addresses of a country,
American ones stand in.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

from cxprobe.errors import InvalidPersona, did_you_mean
from cxprobe.people.numbers import fictional_phone

if TYPE_CHECKING:
    from faker import Faker

    from cxprobe.people.persona import Member

RESERVED_DOMAINS = ("example.com", "example.net", "example.org")
"""Domains that never receive mail (RFC 2606, section 3)."""

TEST_CARDS: Mapping[str, str] = {
    "visa": "4242424242424242",
    "mastercard": "5555555555554444",
    "amex": "378282246310005",
}
"""Card numbers that payment processors publish for testing (Stripe, Adyen, Braintree, PayPal)."""

REFUSED_CARDS: Mapping[str, str] = {
    "declined": "4000000000000002",
    "no money": "4000000000009995",
    "expired": "4000000000000069",
}
"""Card numbers that payment processors publish for being refused, by the reason (Stripe)."""

_VAT_NUMBERS: Mapping[str, str] = {"GB": "GB999999973"}
"""Numbers for value added tax by country: all nines, as descriptions of the format have it, with the two
check digits that belong to them (modulus 97)."""
_BRANDS = {"4": "visa", "5": "mastercard", "2": "mastercard", "3": "amex"}
"""Whose card it is, by its first digit, as far as `TEST_CARDS` goes."""
_ADULT = (25, 70)
"""Ages in years from which birthdays are drawn: old enough to buy anything."""

LONG_ENOUGH = 6
"""Secrets of at least so many characters can be found in a text without hiding innocent words."""

_COUNTRIES = {
    "AT": "Österreich", "AU": "Australia", "BR": "Brasil", "CA": "Canada", "CH": "Schweiz",
    "DE": "Deutschland", "ES": "España", "FR": "France", "GB": "United Kingdom", "IE": "Ireland",
    "IT": "Italia", "NL": "Nederland", "PL": "Polska", "PT": "Portugal", "SE": "Sverige",
    "US": "United States",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A payment card that pays nothing: a published test number."""

    number: str = field(repr=False)
    """Digits only; never shown, since a failing test prints whatever it compares."""
    expiry: str
    """Month and year: "12/30"."""
    code: str = field(repr=False)
    """Three digits; four on an American Express card."""
    holder: str

    @property
    def brand(self) -> str:
        """Whose card it is: visa, mastercard or amex; "" for another."""
        return _BRANDS.get(self.number[:1], "")

    def spellings(self) -> frozenset[str]:
        """The number as people and pages write it: plain, spaced, dashed."""
        return card_spellings(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a customer is on paper."""

    first_name: str
    last_name: str
    email: str
    phone: str
    street: str
    city: str
    postcode: str
    region: str = ""
    """State, province or county, where the country has them."""
    country: str
    """Two letters (ISO 3166-1)."""
    country_name: str
    locale: str
    password: str = field(repr=False)
    card: Card = field(repr=False)
    second_card: Card | None = field(default=None, repr=False)
    """The card that is tried when the first one is refused; None for those who have one only."""
    street2: str = ""
    """A second line of the address, for those who have one: "Flat 3"."""
    company: str = ""
    """The company that somebody buys for; "" for people who buy for themselves."""
    vat_number: str = ""
    """The company's number for value added tax, as it stands on invoices; "" where there is none."""
    birthday: date = date(1985, 3, 14)
    gender: str = ""
    """"female" or "male", as the first name has it in its language; "" where that is not known."""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def secrets(self) -> frozenset[str]:
        """Words that must be redacted wherever they turn up: card number in every spelling, password."""
        return frozenset(s for s in self._secrets() if len(s) >= LONG_ENOUGH)

    def short_secrets(self) -> frozenset[str]:
        """Secrets too short to be looked for in a text: redact the fields they are typed into instead.

        A security code of 123 would otherwise black out half the prices of a shop.
        """
        return frozenset(s for s in self._secrets() if len(s) < LONG_ENOUGH)

    def _secrets(self) -> frozenset[str]:
        cards = [card for card in (self.card, self.second_card) if card]
        numbers = frozenset(spelling for card in cards for spelling in card.spellings())
        return numbers | {card.code for card in cards} | {self.password}

    def known(self) -> dict[str, str]:
        """What the customer can answer about themselves: label to value, nothing empty."""
        facts = {
            "name": self.name,
            "first name": self.first_name,
            "last name": self.last_name,
            "e-mail": self.email,
            "phone": self.phone,
            "street": self.street,
            "second address line": self.street2,
            "company": self.company,
            "vat number": self.vat_number,
            "city": self.city,
            "postcode": self.postcode,
            "region": self.region,
            "country": self.country_name,
            "password": self.password,
            "card number": self.card.number,
            "expiry": self.card.expiry,
            "security code": self.card.code,
            "card holder": self.card.holder,
        }
        return {label: value for label, value in facts.items() if value}


def card_spellings(number: str) -> frozenset[str]:
    """A card number as it was given, plain, spaced and dashed; what is no number, only as given."""
    digits = re.sub(r"\D", "", number)
    if re.sub(r"[\s-]", "", number) != digits:
        return frozenset({number})
    amex = len(digits) == len(TEST_CARDS["amex"])
    cuts = (0, 4, 10, 15) if amex else (*range(0, len(digits), 4), len(digits))
    parts = [digits[start:end] for start, end in pairwise(cuts)]
    return frozenset({number, digits, " ".join(parts), "-".join(parts)})


def fresh_identity(locale: str, *, seed: int | None = None, mailbox: str | None = None) -> Identity:
    """Somebody who never existed, living where the locale ("en_GB") is spoken.

    Different at every call, whatever a test does to Python's random numbers; the same for the same
    `seed` (as long as Faker's lists and the year stay the same: the card is good for three years, and
    everybody is as old as the seed says).
    With a `mailbox` ("cx@company.example") the mail address is a plus-address of it. Raises
    InvalidPersona for a locale Faker does not know.
    """
    fake = _faker(locale)
    fake.seed_instance(secrets.randbits(64) if seed is None else seed)
    rng = fake.random
    first, last = str(fake.first_name()), str(fake.last_name())
    region, postcode = _region(fake, locale)
    country = locale.partition("_")[2].upper()
    return Identity(
        first_name=first,
        last_name=last,
        email=_email(first, last, rng, mailbox),
        phone=fictional_phone(country, rng),
        street=re.sub(r"\s*\n\s*", ", ", str(fake.street_address()).strip()),
        city=str(fake.city()),
        postcode=postcode,
        region=region,
        country=country,
        country_name=_COUNTRIES.get(country) or str(fake.current_country()),
        locale=locale,
        password=_password(rng),
        card=_card(f"{first} {last}", rng),
        birthday=_birthday(rng),
        gender=_gender(fake, first),
    )


def on_paper(member: Member, identity: Identity) -> Identity:
    """The same person with what their persona says of their papers.

    Whoever grew up with another language than that of the place they live in has a name of that language;
    whoever buys for a company has one, with a number for value added tax. The mail address stays.
    """
    if member.language and member.language != identity.locale:
        fake = _faker(member.language)
        fake.seed_instance(identity.email)
        identity = renamed(identity, str(fake.first_name()), str(fake.last_name()))
    if member.for_company:
        number = _VAT_NUMBERS.get(identity.country, "")
        identity = replace(identity, company=f"{identity.last_name} & Partners", vat_number=number)
    return identity


def renamed(identity: Identity, first: str, last: str) -> Identity:
    """The same person under another name, which stands on their cards, too.

    The mail address stays, as it does when people marry.
    """
    after = replace(identity, first_name=first, last_name=last)
    second = after.second_card and replace(after.second_card, holder=after.name)
    return replace(after, card=replace(after.card, holder=after.name), second_card=second)


def strange_locale(locale: str) -> str:
    """What to say of a locale for which nobody can be invented; "" where somebody can."""
    from faker.config import AVAILABLE_LOCALES

    known = {each for each in AVAILABLE_LOCALES if "_" in each}
    if locale in known:
        return ""
    near = {each for each in known if each[:2] == locale[:2]} or known
    return f"Nobody can be invented for the locale {locale!r}.{did_you_mean(locale, near)}"


@cache
def _faker(locale: str) -> Faker:
    from faker import Faker

    if strange := strange_locale(locale):
        raise InvalidPersona(strange)
    return Faker(locale)


def _region(fake: Any, locale: str) -> tuple[str, str]:
    """State or county, and a postcode of it where Faker knows which belong together."""
    if locale == "en_US":
        state = str(fake.state_abbr(include_territories=False, include_freely_associated_states=False))
        return state, str(fake.postcode_in_state(state))
    for word in ("administrative_unit", "state", "province", "county", "prefecture", "region"):
        if hasattr(fake, word):
            return str(getattr(fake, word)()), str(fake.postcode())
    return "", str(fake.postcode())


def _birthday(rng: Random) -> date:
    """The day somebody was born who is of age, and not yet old."""
    youngest, oldest = _ADULT
    days = rng.randrange(youngest * 365, oldest * 365)
    return date(datetime.now(UTC).year - 1, 12, 31) - timedelta(days=days)


def _gender(fake: Any, first: str) -> str:
    """Whose name it is in its language, by Faker's lists; "" when it is both or neither."""
    lists: dict[str, set[str]] = {"female": set(), "male": set()}
    for provider in fake.get_providers():
        for gender, names in lists.items():
            names.update(getattr(provider, f"first_names_{gender}", ()))
    of = [gender for gender, names in lists.items() if first in names]
    return of[0] if len(of) == 1 else ""


def _email(first: str, last: str, rng: Random, mailbox: str | None) -> str:
    token = f"{rng.getrandbits(24):06x}"
    if mailbox:
        box, _, domain = mailbox.rpartition("@")
        return f"{box}{'-' if '+' in box else '+'}{_ascii(first) or 'guest'}-{token}@{domain}"
    name = ".".join(part for part in (_ascii(first), _ascii(last)) if part) or "guest"
    return f"{name}.{token}@{rng.choice(RESERVED_DOMAINS)}"


def _ascii(name: str) -> str:
    from faker.decode import unidecode

    return re.sub(r"[^a-z0-9]+", "", unidecode(name).lower())


def _password(rng: Random) -> str:
    """Sixteen characters with all that a password rule may ask for, and none that look alike."""
    alphabets = ("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-!*")
    chosen = [rng.choice(alphabet) for alphabet in alphabets]
    chosen += rng.choices("".join(alphabets[:3]), k=12)
    rng.shuffle(chosen)
    return "".join(chosen)


def _card(holder: str, rng: Random) -> Card:
    """A Visa or Mastercard: not every shop takes others, and a day must name its own misfortunes."""
    number = TEST_CARDS[rng.choice(("visa", "mastercard"))]
    year = datetime.now(UTC).year + 3
    expiry = f"{rng.randint(1, 12):02d}/{year % 100:02d}"
    return Card(number=number, expiry=expiry, code=f"{rng.randint(100, 999)}", holder=holder)
