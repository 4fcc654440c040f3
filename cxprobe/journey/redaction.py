"""Text without secrets: card numbers, codes, passwords and whatever else must never be written down.

Redaction is by value and happens where a moment is made, so no later reader can leak one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

HIDDEN = "•••"
"""What stands in place of a secret."""

_CARD = re.compile(r"(?:(?<![\w-])|(?<=%[0-9A-Fa-f]{2}))\d(?:(?:[ +\-]|%20)?\d){11,18}(?![\w-])")
_USER_INFO = re.compile(r"(?<=://)([^\s/?#@:]*):[^\s/?#@]*@")
_CODE_WORDS = re.compile(
    r"\b(code|cvc|cvv|csc|cid|pin|otp|security|sicherheits\w*|pr(?:ü|u)f\w*|seguridad|s[ée]curit[ée]|sicurezza)\b",
    re.IGNORECASE,
)
_SHORT = 6
"""Secrets of fewer characters are hidden as whole words only."""
_TINY = 3
"""Secrets of fewer characters are hidden only where codes are spoken of."""


@dataclass(frozen=True, slots=True)
class Redactor:
    """Replaces secrets in text and in plain JSON values, also as addresses spell them (%21, +).

    `values` are hidden wherever they stand; those shorter than six characters as whole words. `brief`
    ones (card codes) would hide half of a page's numbers, and so would values of one or two characters:
    they are hidden only in a line that speaks of codes. Payment card numbers are recognised by their
    check digit, known or not, and the password in an address by its place.
    """

    values: frozenset[str] = field(default=frozenset(), repr=False)
    brief: frozenset[str] = field(default=frozenset(), repr=False)
    _always: tuple[re.Pattern[str], ...] = field(init=False, default=(), repr=False)
    _beside_codes: tuple[re.Pattern[str], ...] = field(init=False, default=(), repr=False)

    def __post_init__(self) -> None:
        always = {value for value in self.values if len(value) >= _TINY}
        rest = (self.values | self.brief) - always
        object.__setattr__(self, "_always", _patterns(always))
        object.__setattr__(self, "_beside_codes", _patterns(rest))

    @classmethod
    def of(cls, *groups: Iterable[str], brief: Iterable[str] = ()) -> Redactor:
        """A redactor for all the values in several groups; empty strings are left out."""
        values = frozenset(value for group in groups for value in group if value.strip())
        return cls(values, frozenset(value for value in brief if value.strip()))

    def text(self, text: str) -> str:
        """The text with every secret replaced by bullets."""
        for pattern in self._always:
            text = pattern.sub(HIDDEN, text)
        text = _CARD.sub(_without_card, text)
        text = _USER_INFO.sub(rf"\1:{HIDDEN}@", text)
        if self._beside_codes and _CODE_WORDS.search(text):
            for pattern in self._beside_codes:
                text = pattern.sub(HIDDEN, text)
        return text

    def json(self, plain: Any) -> Any:
        """A plain JSON value with every string in it redacted, keys too."""
        if isinstance(plain, str):
            return self.text(plain)
        if isinstance(plain, Mapping):
            return {self.text(str(key)): self.json(value) for key, value in plain.items()}
        if isinstance(plain, list | tuple):
            return [self.json(each) for each in plain]
        return plain


def user_info(url: str) -> frozenset[str]:
    """The secret before the @ of an address, as written and as meant: the password, or a lone token."""
    user, colon, password = _before_host(url).partition(":")
    secret = password if colon else user
    return frozenset({secret, unquote(secret)} - {""})


def without_user_info(url: str) -> str:
    """An address without the name and password that may stand before its host."""
    told = _before_host(url)
    return url.replace(f"{told}@", "", 1) if told else url


def _before_host(url: str) -> str:
    """What stands before the @ of an address, also of one that no address may look like."""
    try:
        netloc = urlsplit(url).netloc
    except ValueError:
        netloc = url.partition("://")[2]
    return netloc.rpartition("@")[0]


def _patterns(values: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """What finds each value, the longest first, so that one within another leaves no rest behind."""
    return tuple(_pattern(value) for value in sorted(values, key=lambda value: (-len(value), value)))


def _pattern(value: str) -> re.Pattern[str]:
    spelt = "".join(_spelt(character) for character in value)
    if len(value) < _SHORT:
        spelt = rf"(?:(?<!\w)|(?<=%[0-9A-Fa-f]{{2}})){spelt}(?!\w)"
    return re.compile(spelt)


def _spelt(character: str) -> str:
    """A character as it is or as an address has it; browsers and servers differ in which they encode."""
    if character.isascii() and character.isalnum():
        return character
    # An address within an address is encoded again, and its percent signs with it: %21 becomes %2521.
    encoded = "".join(f"%(?:25)*{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
    plus = r"|\+" if character == " " else ""
    return f"(?:(?i:{encoded})|{re.escape(character)}{plus})"


def _without_card(found: re.Match[str]) -> str:
    spelt = found[0].replace("%20", " ")
    if is_card_number(spelt):
        return HIDDEN
    # The first two digits may belong to an encoded character before the number.
    if found.string[: found.start()].endswith("%") and is_card_number(spelt[2:]):
        return spelt[:2] + HIDDEN
    return found[0]


def is_card_number(text: str) -> bool:
    """Whether 12 to 19 digits pass the check of ISO/IEC 7812-1 (Luhn) and begin as payment cards do."""
    digits = [int(c) for c in text if c.isdigit()]
    if not 12 <= len(digits) <= 19 or digits[0] not in (2, 3, 4, 5, 6):
        return False
    doubled = (sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
