"""Telephone numbers that ring nobody: ranges that regulators keep free for films and tests.

Ofcom (United Kingdom), NANPA (555-0100 to 555-0199 in North America), Bundesnetzagentur (Germany),
ARCEP (France), ACMA (Australia), PTS (Sweden). Ranges that are kept free and that the usual validators
take for no numbers (07700 900, 06 39 98, 020 91) are left out: a shop that refuses them is right. For
countries whose regulator has none, or none we know of, a North American one stands in, written as one
dials it from abroad.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

FICTION: Mapping[str, tuple[str, ...]] = {
    "GB": ("020 7946 0###", "0113 496 0###", "0161 496 0###"),
    "US": ("(212) 555-01##", "(312) 555-01##", "(415) 555-01##"),
    "CA": ("(416) 555-01##", "(604) 555-01##"),
    "DE": ("030 23125###", "040 66969###", "069 90009###", "0221 4710###", "089 99998###"),
    "FR": ("01 99 00 ## ##",),
    "AU": ("(02) 5550 ####", "(02) 7010 ####", "0491 570 156", "0491 570 157", "0491 570 158"),
    "SE": ("08-465 004 ##", "031-390 06 ##", "040-628 04 ##"),
}
ELSEWHERE = "+1 202 555 01##"


def fictional_phone(country: str, rng: Random) -> str:
    """A number nobody has, as people of that country (ISO 3166-1) write it."""
    pattern = rng.choice(FICTION.get(country, (ELSEWHERE,)))
    return "".join(str(rng.randint(0, 9)) if sign == "#" else sign for sign in pattern)
