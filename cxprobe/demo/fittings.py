"""How a company's shop is fitted out: language, checkout, payment, cookie banner and hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cxprobe.demo.hours import ALWAYS, Hours
from cxprobe.demo.promise import now

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
"""ISO 639-1 codes of the languages a shop can be in."""
CHECKOUTS = ("classic", "single-page")
"""Three pages after one another, or one address whose steps come and go in place."""
PAYMENTS = ("plain", "framed", "framed-fields")
"""Card fields in the page; in one frame of another origin; or each in a frame of its own."""


@dataclass(frozen=True)
class Fittings:
    """What a company chose; anything that is not on offer raises ValueError, with the list."""

    language: str = "en"
    checkout: str = "classic"
    payment: str = "plain"
    cookie_banner: bool = False
    hours: Hours = ALWAYS
    clock: Callable[[], datetime] = now

    def __post_init__(self) -> None:
        """Refuse what is not on offer."""
        for name, chosen, offered in (
            ("language", self.language, LANGUAGES),
            ("checkout", self.checkout, CHECKOUTS),
            ("payment", self.payment, PAYMENTS),
        ):
            if chosen not in offered:
                raise ValueError(f"No {name} {chosen!r}. There are: {', '.join(offered)}.")
