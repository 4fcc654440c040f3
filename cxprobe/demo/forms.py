"""The three checkout forms: what was typed, tidied, and what is truly wrong with it.

Kind on purpose: any name in any script, spaces anywhere, a card in groups of four. Each check
returns field -> sentence; an empty mapping means nothing is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from cxprobe.demo.countries import COUNTRIES, WITHOUT_POSTCODES
from cxprobe.demo.money import METHODS
from cxprobe.demo.words import Words, english

CONTACT = ("first_name", "last_name", "email", "phone")
DELIVERY = ("line1", "line2", "town", "postcode", "country", "method")
PAYMENT = ("card_name", "card_number", "expiry", "code")
BILLING = ("billing_line1", "billing_town", "billing_postcode")

DECLINED_CARD = "4000000000000002"
_INVISIBLE = {"Cf", "Cc"}  # direction marks and the like, which arrive with pasted text

Errors = dict[str, str]
Say = Callable[..., str]


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


def contact_errors(
    values: Mapping[str, str], words: Words | None = None, *, strict_phone: bool = False
) -> Errors:
    """What is wrong with the first step; `strict_phone` allows no spaces in a phone number."""
    say = _say(words)
    errors = _missing(values, CONTACT, say)
    if "email" not in errors and not is_email(values["email"]):
        errors["email"] = say("bad_email")
    if "phone" not in errors and not 5 <= sum(c.isdigit() for c in values["phone"]) <= 20:
        errors["phone"] = say("bad_phone")
    if "phone" not in errors and strict_phone and re.search(r"[^+\d]", values["phone"]):
        errors["phone"] = say("phone_rule")
    return errors


def is_email(text: str) -> bool:
    """Whether a text is made like an e-mail address."""
    return re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text) is not None


def delivery_errors(values: Mapping[str, str], words: Words | None = None) -> Errors:
    """What is wrong with the second step."""
    say = _say(words)
    errors = _missing(values, ("line1", "town"), say)
    if values["country"] not in COUNTRIES:
        errors["country"] = say("need_country")
    elif not values["postcode"] and values["country"] not in WITHOUT_POSTCODES:
        errors["postcode"] = say("need_postcode")
    if values["method"] not in METHODS:
        errors["method"] = say("need_method")
    return errors


def payment_errors(
    values: Mapping[str, str], today: date, *, billing: Mapping[str, str] | None, words: Words | None = None
) -> Errors:
    """What is wrong with the third step; `billing` is None when it equals the delivery address."""
    say = _say(words)
    errors = _missing(values, PAYMENT, say)
    for name, check in (("card_number", _card_error), ("code", _code_error)):
        if name not in errors:
            _note(errors, name, check(values[name], say))
    if "expiry" not in errors:
        _note(errors, "expiry", _expiry_error(values["expiry"], today, say))
    return errors | (_missing(billing, BILLING, say) if billing is not None else {})


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


def _card_error(typed: str, say: Say) -> str:
    if re.search(r"[^\d\s\-.]", typed):
        return say("card_digits")
    number = digits(typed)
    return say("bad_card") if not 12 <= len(number) <= 19 or not luhn(number) else ""


def _code_error(typed: str, say: Say) -> str:
    right = len(digits(typed)) in {3, 4} and not re.search(r"[^\d\s]", typed)
    return "" if right else say("bad_code")


def _expiry_error(typed: str, today: date, say: Say) -> str:
    found = re.fullmatch(r"(\d{1,2})\s*[/\-. ]\s*(\d{2}|\d{4})|(\d{2})(\d{2})", typed)
    if not found:
        return say("bad_expiry")
    month = int(found[1] or found[3])
    year = int((found[2] or found[4])[-2:]) + 2000
    if not 1 <= month <= 12:
        return say("bad_month")
    if (year, month) < (today.year, today.month):
        return say("card_expired", expiry=f"{month:02d}/{year % 100:02d}")
    return ""


def _say(words: Words | None) -> Say:
    return (words or english()).plain


def _missing(values: Mapping[str, str], names: tuple[str, ...], say: Say) -> Errors:
    return {name: say(f"need_{name}") for name in names if not values[name]}


def _note(errors: Errors, name: str, sentence: str) -> None:
    if sentence:
        errors[name] = sentence
