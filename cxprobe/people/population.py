"""Traits of a population: one value, a list to choose from, or a range to draw from.

A persona file writes `"desktop"`, `["iPhone 13", "Pixel 7"]`, or `{ from = 120, to = 160 }`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from cxprobe.errors import did_you_mean
from cxprobe.journey.clock import seconds


@dataclass(frozen=True, slots=True)
class Spread:
    """What the members of a population may be: some values, or everything between two numbers."""

    values: tuple[Any, ...]
    between: bool = False
    """Whether `values` are the two ends of a range."""
    whole: bool = False

    def draw(self, rng: Random) -> Any:
        """One of the values, all equally likely; the same `rng` state gives the same one."""
        if not self.between:
            return self.values[rng.randrange(len(self.values))]
        low, high = self.values
        return rng.randint(low, high) if self.whole else round(rng.uniform(low, high), 2)


Reader = Callable[[object], Any]
"""Reads one value as it stands in a file; ValueError says what was expected."""


def spread(
    read: Reader, expected: str, *, ranges: bool = True, whole: bool = False
) -> Callable[[object], Spread]:
    """A reader of a whole trait: of one value, a list of them, or (with `ranges`) from … to."""

    def reader(given: object) -> Spread:
        if isinstance(given, Spread):
            return given
        if isinstance(given, Mapping):
            if not ranges or set(given) != {"from", "to"}:
                raise ValueError(f"expected {expected}, not {dict(given)!r}")
            low, high = read(given["from"]), read(given["to"])
            if low > high:
                raise ValueError(f"expected a range that goes up, not from {given['from']} to {given['to']}")
            return Spread((low, high), between=True, whole=whole)
        if isinstance(given, list | tuple):
            if not given:
                raise ValueError("expected at least one value, not an empty list")
            return Spread(tuple(read(each) for each in given))
        return Spread((read(given),))

    return reader


def words(*choices: str) -> Callable[[object], Spread]:
    """Reads one text or a list of texts; with `choices`, only those."""
    expected = f"one of {', '.join(choices)}, or a list of them" if choices else "a text or a list of texts"

    def one(given: object) -> str:
        if not isinstance(given, str) or not given.strip():
            raise ValueError(f"expected {expected}, not {given!r}")
        if choices and given not in choices:
            raise ValueError(f"there is no {given!r}.{did_you_mean(given, choices)}")
        return given

    return spread(one, expected, ranges=False)


def numbers(least: float, most: float, *, whole: bool = False) -> Callable[[object], Spread]:
    """Reads a number between two bounds (both included), a list of them, or a range."""
    kind = "a whole number" if whole else "a number"
    expected = f"{kind} from {least:g} to {most:g}, a list of them, or {{ from = …, to = … }}"

    def one(given: object) -> float:
        fits = isinstance(given, int if whole else int | float) and not isinstance(given, bool)
        if not fits or not least <= float(str(given)) <= most:
            raise ValueError(f"expected {expected}, not {given!r}")
        return given  # type: ignore[return-value]  # checked just above

    return spread(one, expected, whole=whole)


durations = spread(
    seconds,  # type: ignore[arg-type]  # it refuses by itself what is no length of time
    'a length of time such as "8 s", a list of them, or { from = "5 s", to = "12 s" }',
)
"""Reads a length of time, a list of them, or a range of them, into seconds."""
