"""Text without secrets: card numbers, codes, passwords and whatever else must never be written down.

Redaction is by value and happens where a moment is made, so no later reader can leak one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

HIDDEN = "•••"
"""What stands in place of a secret."""

_CARD = re.compile(r"(?<![\w-])\d(?:[ \-]?\d){11,18}(?![\w-])")
_CODE_WORDS = re.compile(
    r"\b(code|cvc|cvv|csc|cid|pin|otp|security|sicherheits\w*|pr(?:ü|u)f\w*|seguridad|s[ée]curit[ée]|sicurezza)\b",
    re.IGNORECASE,
)
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Redactor:
    """Replaces secrets in text and in plain JSON values.

    `values` are hidden wherever they stand. Those shorter than six characters (card codes) would hide
    half of a page's numbers, so they are hidden only in a line that speaks of codes. Payment card
    numbers are recognised by their check digit, known or not.
    """

    values: frozenset[str] = frozenset()
    _long: tuple[str, ...] = field(init=False, default=())
    _brief: tuple[re.Pattern[str], ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        long = sorted((v for v in self.values if len(v) >= _SHORT), key=len, reverse=True)
        brief = sorted(v for v in self.values if 0 < len(v) < _SHORT)
        object.__setattr__(self, "_long", tuple(long))
        object.__setattr__(self, "_brief", tuple(re.compile(rf"(?<!\w){re.escape(v)}(?!\w)") for v in brief))

    @classmethod
    def of(cls, *groups: Iterable[str]) -> Redactor:
        """A redactor for all the values in several groups; empty strings are left out."""
        return cls(frozenset(value for group in groups for value in group if value.strip()))

    def text(self, text: str) -> str:
        """The text with every secret replaced by bullets."""
        for value in self._long:
            text = text.replace(value, HIDDEN)
        text = _CARD.sub(_without_card, text)
        if self._brief and _CODE_WORDS.search(text):
            for pattern in self._brief:
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


def _without_card(found: re.Match[str]) -> str:
    return HIDDEN if is_card_number(found[0]) else found[0]


def is_card_number(text: str) -> bool:
    """Whether 12 to 19 digits pass the check of ISO/IEC 7812-1 (Luhn) and begin as payment cards do."""
    digits = [int(c) for c in text if c.isdigit()]
    if not 12 <= len(digits) <= 19 or digits[0] not in (2, 3, 4, 5, 6):
        return False
    doubled = (sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
