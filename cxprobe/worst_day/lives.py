"""Every day driven in one search: each look at it, what is left to spend, and why it ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from cxprobe.people.day import Day
from cxprobe.worst_day.outcome import MISTAKES, Drive, Outcome, first_line, kind_of, way_of

CONTROL = Day()
"""The control: the same customer on an ordinary day."""
TRIES = 3
"""Looks at a day to be believed, and at a control that did not get through (ours)."""


@dataclass(slots=True)
class Lives:
    """Drives days, and remembers what every look at them showed."""

    drive: Drive
    most: int
    """Most visits while exploring."""
    ends: float | None
    """When no new day is begun any more, by the monotonic clock; None for never."""
    progress: Callable[[Outcome, bool], None]
    spaced: float = 0.0
    driven: list[Outcome] = field(default_factory=list)
    looks: dict[Day, list[Outcome]] = field(default_factory=dict)
    reducing: bool = False
    stopped: str = ""
    """Why the search ended before its last day."""
    spent: int = 0
    """Visits made while exploring."""

    def look(self, day: Day) -> Outcome:
        """The outcome of a day, driven now."""
        outcome = self.drive(day)
        self.driven.append(outcome)
        self.looks.setdefault(day, []).append(outcome)
        self.spent += not self.reducing
        self.progress(outcome, self.reducing)
        if outcome.mistaken and self.reducing:
            self.stop(outcome)
        return outcome

    def stop(self, mistake: Outcome) -> None:
        """Begin no further day: a mistake was met."""
        said = first_line(mistake.failure)
        self.stopped = MISTAKES[mistake.verdict] + (f" ({said})" if said else "")

    def late(self) -> bool:
        """Whether nothing more may be driven: the time is up, or a mistake was met."""
        if not self.stopped and self.ends is not None and time.monotonic() > self.ends:
            self.stopped = "the time was up"
        return bool(self.stopped)

    def over(self) -> bool:
        """Whether no further day may be explored."""
        return self.late() or self.spent >= self.most

    def counts(self, day: Day, way: str) -> tuple[int, int]:
        """How many looks at a day showed it broken in this way, and how many showed it fine or otherwise."""
        clear = [look for look in self.looks.get(day, ()) if look.verdict in ("fine", "broken")]
        broken = sum(look.shows(way) for look in clear)
        return broken, len(clear) - broken

    def last_broken(self, day: Day, way: str) -> Outcome | None:
        """The latest look at a day that showed it broken in this way."""
        return next((look for look in reversed(self.looks.get(day, [])) if look.shows(way)), None)

    def unclear(self, day: Day) -> int:
        """How many looks at a day could not tell."""
        return sum(look.verdict == "neither" for look in self.looks.get(day, ()))

    def broken_days(self) -> Iterator[tuple[Day, str]]:
        """Every day that broke at any look, with the way."""
        for day, looks in self.looks.items():
            for way in dict.fromkeys(way for look in looks for way in look.ways):
                yield day, way

    def wait(self) -> None:
        """Let some time pass, so that a hiccup is over."""
        if self.spaced:
            time.sleep(self.spaced)


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of a day after several looks, and how many of them showed it broken."""

    outcome: Outcome
    kind: Literal["fine", "broken", "intermittent", "control", "neither", "mistake"]
    """`control`: the ordinary day breaks as well, so it is not the day's doing."""
    broken: int = 0
    looks: int = 1
    control: bool = False
    """Whether the control was driven in between, and got through."""
    shared: str = ""
    """The way in which all looks showed it broken."""

    def other_than(self, way: str) -> bool:
        """Whether something else broke than what was known, if anything was; the step does not matter."""
        return bool(way) and kind_of(self.way) != kind_of(way)

    @property
    def way(self) -> str:
        """The way in which it broke, if it did."""
        return (
            self.shared
            or next(iter(self.outcome.ways), "")
            or (way_of(self.outcome.failure) if self.outcome.failure else "")
        )
