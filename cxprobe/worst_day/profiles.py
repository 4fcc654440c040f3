"""How much searching is wanted: by profile, and each test's fair share of a run's time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cxprobe.errors import UsageError, did_you_mean

Worst = Literal["", "effort", "waiting", "repeats"]
WORST = ("effort", "waiting", "repeats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How far a search goes: days to explore, visits to spend on making one day small, looks at it."""

    days: int
    """Visits while exploring, those to be sure of a broken day included."""
    reducing: int
    """Most visits to make one broken day small."""
    ways: int = 3
    """New ways to break that are followed up, each made small, before a search ends."""
    ordinary: int = 3
    """How many times running an ordinary day must break to be believed."""
    drawn: bool = True
    """Whether days are drawn by chance once the covering array is finished."""
    stored: bool = True
    """Whether intermittent and mended days are driven again, and not only those that are broken."""
    spaced: float = 0.0
    """Seconds to wait between two looks at a broken day."""


PROFILES: dict[str, Profile] = {
    "pr": Profile(days=12, reducing=40, ways=1, ordinary=2, stored=False, spaced=1.0),
    "nightly": Profile(days=24, reducing=60, spaced=2.0),
    "hunt": Profile(days=200, reducing=100, ways=6, spaced=2.0),
    "replay": Profile(days=12, reducing=0, drawn=False, spaced=2.0),
}
"""By name: a pull request wants to know soon, a night may take its time, a hunt goes on for hours, a
replay drives what is in the store and nothing else. Ours; --cx-days says otherwise."""


def profile(name: str) -> Profile:
    """The profile of that name; UsageError with the nearest one if there is none."""
    if name not in PROFILES:
        raise UsageError(f"No profile {name!r}.{did_you_mean(name, PROFILES)}")
    return PROFILES[name]


class Purse:
    """A run's time, shared fairly: each test gets an equal part of what is left; what one spares, all have.

    `seconds` None is no limit. `tests` is how many are still to come in this process.
    """

    def __init__(self, seconds: float | None, tests: int, now: Callable[[], float] = time.monotonic) -> None:
        self._ends = None if seconds is None else now() + seconds
        self._tests, self._now = tests, now

    def share(self) -> float | None:
        """Seconds for the next test; never less than none."""
        share = None if self._ends is None else max(0.0, self._ends - self._now()) / max(1, self._tests)
        self._tests -= 1
        return share
