"""What came of a day, how two failures are told apart, and what is believed after several looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from cxprobe.errors import BrokenExpectation
from cxprobe.people.day import Day

Verdict = Literal["fine", "broken", "neither", "error", "skipped"]
MISTAKES = {"error": "a day ended in an error", "skipped": "a day was skipped"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one day: fine, broken, neither (we could not tell), or an end of the search.

    `error` is a mistake of ours, `skipped` a test that does not want to run: neither is explored any
    further. `failure` tells broken days apart by its way to break; `payload` is the driver's own.
    """

    day: Day
    verdict: Verdict
    failure: BaseException | None = None
    payload: Any = None
    intermittent: bool = False
    """Whether it broke, and not every time; it is then neither, and `failure` says how it broke."""
    shown: tuple[int, int] = (0, 0)
    """Of an intermittent day: at how many looks it broke, of how many."""
    also: tuple[BaseException, ...] = ()
    """What else broke on that day, beside `failure`."""
    burden: Mapping[str, float] = field(default_factory=dict)
    """How hard the day was by measure ("effort", "waiting", "repeats"), for a search of the hardest."""

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways in which it broke, the first one first; none unless it is broken."""
        if self.verdict != "broken":
            return ()
        return tuple(dict.fromkeys(way_of(each) for each in (self.failure, *self.also)))

    def shows(self, way: str) -> bool:
        """Whether it broke in this way; an expectation alone is a way too, at whatever step it broke."""
        return any(is_way(each, way) for each in self.ways)

    def broke_by(self, way: str) -> BaseException | None:
        """What broke in this way; where nothing did, what broke first."""
        return next((each for each in (self.failure, *self.also) if is_way(way_of(each), way)), self.failure)

    @property
    def mistaken(self) -> bool:
        """Whether the search cannot go on: an error, or a test that skips itself."""
        return self.verdict in MISTAKES


class Drive(Protocol):
    """Lives one day and says what came of it."""

    def __call__(self, day: Day, /) -> Outcome:
        """The outcome of one day, driven now."""


def way_of(failure: BaseException | None) -> str:
    """What tells two failures apart: the expectation and the step, else the class and the line."""
    if isinstance(failure, BrokenExpectation) and failure.expectation:
        return f"{failure.expectation} at {failure.step}"
    trace = failure.__traceback__ if failure is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{type(failure).__name__} at line {trace.tb_lineno if trace is not None else 0}"


def is_way(shown: str, way: str) -> bool:
    """Whether a way to break is the one meant: the same, or of the expectation meant at any step."""
    return shown == way or kind_of(shown) == way


def kind_of(way: str) -> str:
    """What is broken, wherever it is: the expectation, or the class of a test's own failure."""
    return way.partition(" at ")[0]


def first_line(failure: BaseException | None) -> str:
    """The first line of what a failure says, without its full stop."""
    return (str(failure or "").splitlines() or [""])[0].rstrip(".")
