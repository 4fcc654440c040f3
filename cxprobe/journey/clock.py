"""Lengths of time as people write them, and the human seconds a customer spends.

Inside cxprobe every time is in seconds. The operators are those of the keystroke-level model
(Card, Moran & Newell, *The Psychology of Human-Computer Interaction*, 1983, chapter 8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from cxprobe.errors import InvalidDuration

POINT = 1.10
"""P: seconds to move a pointer to a target."""
CLICK = 0.20
"""BB: seconds to press and release a button."""
HOMING = 0.40
"""H: seconds to move the hand between keyboard and pointer."""
MENTAL = 1.35
"""M: seconds to prepare for an act."""

_UNITS = {
    "ms": 0.001,
    "millisecond": 0.001,
    "s": 1.0,
    "sec": 1.0,
    "second": 1.0,
    "min": 60.0,
    "minute": 60.0,
    "h": 3600.0,
    "hour": 3600.0,
    "d": 86400.0,
    "day": 86400.0,
}
_PART = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*(?:and\b)?", re.IGNORECASE)

Duration = str | timedelta
"""How people write a length of time: "8 min", "1 h 30 min", or a timedelta."""


def seconds(duration: Duration) -> float:
    """Seconds in a length of time as people write it.

    Raises InvalidDuration for a bare number, an unknown unit, a negative or empty length.
    """
    if isinstance(duration, timedelta):
        total = duration.total_seconds()
    elif isinstance(duration, str):
        total = _seconds(duration)
    else:
        raise InvalidDuration(
            f"A length of time needs a unit, and {duration!r} has none. "
            f'Write it as people do, for example "{duration} s" or "8 min".'
        )
    if total < 0:
        raise InvalidDuration(f"A length of time cannot be negative: {duration!r}.")
    return total


def _seconds(text: str) -> float:
    total, end = 0.0, 0
    while end < len(text.rstrip()):
        part = _PART.match(text, end)
        unit = part and _unit(part[2])
        if part is None or unit is None:
            raise InvalidDuration(
                f"Cannot read the length of time {text!r}. "
                'There are ms, s, min, h and days: write for example "500 ms", "8 min", "1 h 30 min".'
            )
        total, end = total + float(part[1]) * unit, part.end()
    if not text.strip():
        raise InvalidDuration('An empty length of time. Write for example "8 min".')
    return total


def _unit(word: str) -> float | None:
    word = word.lower()
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))


def told(length: float) -> str:
    """A number of seconds as a person says it: "0.4 s", "12 s", "3 min 5 s", "1 h 2 min"."""
    if length < 10:
        return f"{length:.1f} s".replace(".0 s", " s")
    whole = round(length)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    if minutes:
        return f"{minutes} min {left} s" if left else f"{minutes} min"
    return f"{left} s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast one person types and reads; turns acts into human seconds."""

    keys_per_minute: float = 200.0
    """Keystrokes a minute: 200 is the average non-secretary typist (0.28 s a key; Card et al.)."""
    words_per_minute: float = 238.0
    """Silent reading of English prose (Brysbaert, 2019, J. Memory and Language 109)."""
    share_read: float = 0.2
    """Share of a page's new words that is read: about 20 % (Nielsen, 2008, after Weinreich et al.)."""

    def press(self, times: int = 1) -> float:
        """Seconds to decide on, reach and press one control, pressed `times` times."""
        return MENTAL + POINT + CLICK * times

    def keys(self, count: int, *, moved: bool = True) -> float:
        """Seconds to type `count` keys; `moved` adds reaching the field and homing the hands."""
        reach = MENTAL + POINT + CLICK + HOMING if moved else 0.0
        return reach + count * 60.0 / self.keys_per_minute

    def reading(self, words: int, *, whole: bool = False) -> float:
        """Seconds to read new words; `whole` for what is read to the end (errors, chat)."""
        return words * (1.0 if whole else self.share_read) * 60.0 / self.words_per_minute
