"""The three checkout forms: what was typed, tidied, and what is truly wrong with it.

Kind on purpose: any name in any script, spaces anywhere, a card in groups of four. Each check
returns field -> sentence; an empty mapping means nothing is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from cxprobe.demo.countries import COUNTRIES, WITHOUT_POSTCODES
from cxprobe.demo.money import METHODS

CONTACT = ("first_name", "last_name", "email", "phone")
DELIVERY = ("line1", "line2", "town", "postcode", "country", "method")
PAYMENT = ("card_name", "card_number", "expiry", "code")
BILLING = ("billing_line1", "billing_town", "billing_postcode")

DECLINED_CARD = "4000000000000002"
_INVISIBLE = {"Cf", "Cc"}  # direction marks and the like, which arrive with pasted text

Errors = dict[str, str]


def tidy(typed: Mapping[str, str], fields: tuple[str, ...]) -> dict[str, str]:
    """The fields of a form, without spaces and marks around them, runs of spaces made one."""
    return {name: " ".join(_trimmed(typed.get(name, "")).split()) for name in fields}


def _trimmed(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    return text[start:end]


def _blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in _INVISIBLE


def contact_errors(values: Mapping[str, str]) -> Errors:
    """What is wrong with the first step."""
    errors = _missing(
        values,
        first_name="Enter your first name.",
        last_name="Enter your last name.",
        email="Enter your e-mail address, so that we can send the receipt.",
        phone="Enter a phone number, in case the driver cannot find you.",
    )
    if "email" not in errors and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", values["email"]):
        errors["email"] = "Enter an e-mail address like name@example.com."
    if "phone" not in errors and not 5 <= sum(c.isdigit() for c in values["phone"]) <= 20:
        errors["phone"] = "Enter a phone number with its digits, like 01632 960001."
    return errors


def delivery_errors(values: Mapping[str, str]) -> Errors:
    """What is wrong with the second step."""
    errors = _missing(values, line1="Enter the first line of the address.", town="Enter the town or city.")
    if values["country"] not in COUNTRIES:
        errors["country"] = "Choose the country we deliver to."
    elif not values["postcode"] and values["country"] not in WITHOUT_POSTCODES:
        errors["postcode"] = "Enter the postcode."
    if values["method"] not in METHODS:
        errors["method"] = "Choose how we deliver."
    return errors


def payment_errors(values: Mapping[str, str], today: date, *, billing: Mapping[str, str] | None) -> Errors:
    """What is wrong with the third step; `billing` is None when it equals the delivery address."""
    errors = _missing(
        values,
        card_name="Enter the name on the card.",
        card_number="Enter the card number.",
        expiry="Enter the expiry date on the card.",
        code="Enter the security code, the three or four digits on the card.",
    )
    for name, check in (("card_number", _card_error), ("code", _code_error)):
        if name not in errors:
            _note(errors, name, check(values[name]))
    if "expiry" not in errors:
        _note(errors, "expiry", _expiry_error(values["expiry"], today))
    return errors | _billing_errors(billing)


def digits(text: str) -> str:
    """Only the digits, whatever spaces or dashes lie between them, in ASCII."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())


def luhn(number: str) -> bool:
    """Whether a card number's check digit is right (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 * (doubled > 9)
    return total % 10 == 0


def _billing_errors(billing: Mapping[str, str] | None) -> Errors:
    if billing is None:
        return {}
    return _missing(
        billing,
        billing_line1="Enter the first line of the billing address.",
        billing_town="Enter the town or city of the billing address.",
        billing_postcode="Enter the postcode of the billing address.",
    )


def _card_error(typed: str) -> str:
    if re.search(r"[^\d\s\-.]", typed):
        return "A card number has digits only."
    number = digits(typed)
    if not 12 <= len(number) <= 19 or not luhn(number):
        return "This card number is not right. Check it for typing mistakes."
    return ""


def _code_error(typed: str) -> str:
    right = len(digits(typed)) in {3, 4} and not re.search(r"[^\d\s]", typed)
    return "" if right else "A security code has three or four digits."


def _expiry_error(typed: str, today: date) -> str:
    found = re.fullmatch(r"(\d{1,2})\s*[/\-. ]\s*(\d{2}|\d{4})|(\d{2})(\d{2})", typed)
    if not found:
        return "Enter the expiry date as month and year, like 12/30."
    month = int(found[1] or found[3])
    year = int((found[2] or found[4])[-2:]) + 2000
    if not 1 <= month <= 12:
        return "The month is between 01 and 12."
    if (year, month) < (today.year, today.month):
        return f"This card expired in {month:02d}/{year % 100:02d}. Please use another one."
    return ""


def _missing(values: Mapping[str, str], **sentences: str) -> Errors:
    return {name: sentence for name, sentence in sentences.items() if not values[name]}


def _note(errors: Errors, name: str, sentence: str) -> None:
    if sentence:
        errors[name] = sentence
