"""Searches for a day that breaks the experience, and makes it small.

`explore` drives days drawn by Hypothesis, the ordinary day first, and reduces the first one that
breaks. It knows nothing of browsers or of pytest: driving a day is the caller's. A cleverer search
takes the place of `explore` and changes nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE, Catalogue
from cxprobe.settings import Level

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

REDUCING = 24
"""Most days driven while reducing (ours); twelve on-or-off misfortunes need 13 to 22 (measured)."""
CHANNELS = ("web", "chat")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one day: fine, broken, neither (we could not tell), or an error of ours.

    `failure` tells broken days apart by its class; `payload` is the driver's own.
    """

    day: Day
    verdict: Literal["fine", "broken", "neither", "error"]
    failure: BaseException | None = None
    payload: Any = None


class Drive(Protocol):
    """Lives one day and says what came of it."""

    def __call__(self, day: Day, /) -> Outcome:
        """The outcome of one day, driven now."""


@dataclass(slots=True)
class Exploration:
    """What a search found: every outcome in the order driven, the smallest broken day, what stopped it."""

    driven: list[Outcome] = field(default_factory=list)
    worst: Outcome | None = None
    stopped: str = ""
    """Why the search ended before its last day, if it did."""
    started_with: Day | None = None
    """The first day that broke, before it was reduced."""

    @property
    def ordinary(self) -> Outcome | None:
        """The outcome of the ordinary day, if it was driven."""
        return next((outcome for outcome in self.driven if not outcome.day), None)

    @property
    def neither(self) -> int:
        """How many days we could not tell about."""
        return sum(outcome.verdict == "neither" for outcome in self.driven)


class _Broken(Exception):
    """Carries an outcome through Hypothesis; one subclass for each class of failure."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(str(outcome.failure))
        self.outcome = outcome


class _Stop(BaseException):
    """Ends the search at once: a mistake of ours is not explored any further."""


def days(
    catalogue: Catalogue = CATALOGUE,
    *,
    channels: Iterable[str] = CHANNELS,
    level: Level | str = Level.pay,
) -> SearchStrategy[Day]:
    """A Hypothesis strategy for days; it shrinks towards the ordinary day.

    Each kind of misfortune falls on half of the days, so that a failure of one or two is met within a
    dozen, and reducing takes the others away.
    Only misfortunes that matter on these channels, and leave no more trace than `level`.
    """
    from hypothesis import strategies as st

    factors = catalogue.factors(channels, level)

    @st.composite
    def drawn(draw: st.DrawFn) -> Day:
        fallen: dict[str, Any] = {}
        for choices in factors.values():
            if draw(st.booleans()):
                name, value = draw(st.sampled_from(choices))
                fallen[name] = value
        return Day.of(fallen)

    return drawn()


def explore(
    drive: Drive,
    strategy: SearchStrategy[Day],
    *,
    most: int = 12,
    budget: float | None = None,
    seed: int = 0,
    store: Path | None = None,
    progress: Callable[[Outcome, bool], None] = lambda outcome, reducing: None,
) -> Exploration:
    """Drive up to `most` days, the ordinary one first, and reduce the first that breaks.

    `budget` is in seconds; `store` is a folder that remembers broken days for the next time;
    `progress` hears of every day driven and whether it was driven to reduce another. No equal day is
    driven twice, so one flaky answer cannot contradict itself.
    """
    search = _Search(drive, most, budget, progress)
    try:
        search.ordinary()
        if search.found.worst is None:
            search.hypothesis(strategy, seed, store)
    except _Stop:
        pass
    return search.found


class _Search:
    """One search: a memo of verdicts by day, a count, and a clock."""

    def __init__(
        self, drive: Drive, most: int, budget: float | None, progress: Callable[[Outcome, bool], None]
    ) -> None:
        self.found = Exploration()
        self._drive, self._most, self._progress = drive, most, progress
        self._ends = time.monotonic() + budget if budget is not None else None
        self._memo: dict[Day, Outcome] = {}
        self._reduced = 0

    def ordinary(self) -> None:
        """Drive the ordinary day: what already breaks there is not the day's doing."""
        outcome = self._lived(Day())
        if outcome and outcome.verdict == "broken":
            self.found.worst, self.found.started_with = outcome, outcome.day

    def hypothesis(self, strategy: SearchStrategy[Day], seed: int, store: Path | None) -> None:
        """Let Hypothesis draw days and shrink the first that breaks."""
        from hypothesis import HealthCheck, Phase, Verbosity, given, settings
        from hypothesis import seed as seeded
        from hypothesis.database import DirectoryBasedExampleDatabase

        # All said outright: the profile that Hypothesis loads on CI would replay the same days nightly.
        quiet = settings(
            max_examples=max(1, 10 * self._most),
            derandomize=False,
            database=DirectoryBasedExampleDatabase(store) if store else None,
            deadline=None,
            phases=(Phase.reuse, Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            print_blob=False,
            verbosity=Verbosity.quiet,
        )

        def live(day: Day) -> None:
            outcome = self._lived(day)
            if outcome and outcome.verdict == "broken":
                raise _broken(type(outcome.failure))(outcome)

        try:
            seeded(seed)(quiet(given(strategy)(live)))()
        except _Broken as broken:
            self.found.worst = broken.outcome

    def _lived(self, day: Day) -> Outcome | None:
        """The outcome of a day, remembered or driven; None when there is no budget left to drive it."""
        if day in self._memo:
            return self._memo[day]
        reducing = self.found.started_with is not None
        if self._spent(reducing):
            return None
        outcome = self._memo[day] = self._drive(day)
        self.found.driven.append(outcome)
        self._reduced += reducing
        self._progress(outcome, reducing)
        if outcome.verdict == "error":
            self.found.worst = outcome
            raise _Stop
        if outcome.verdict == "broken" and not reducing:
            self.found.started_with = day
        return outcome

    def _spent(self, reducing: bool) -> bool:
        if self._ends is not None and time.monotonic() > self._ends:
            self.found.stopped = "the time was up"
        elif reducing and self._reduced >= REDUCING:
            self.found.stopped = f"{REDUCING} days had been driven to make it smaller"
        elif not reducing and len(self.found.driven) >= self._most:
            return True
        return bool(self.found.stopped)


_KINDS: dict[type[BaseException], type[_Broken]] = {}


def _broken(kind: type[BaseException]) -> type[_Broken]:
    """One exception class for each class of failure: Hypothesis tells bugs apart by class and line."""
    return _KINDS.setdefault(kind, type(f"_Broken{kind.__name__}", (_Broken,), {}))


def told(found: Exploration, catalogue: Mapping[str, Any]) -> str:
    """What a search came to, in words: how many days, what broke, from what it was made small."""
    driven = len(found.driven)
    if found.worst is None or found.worst.verdict == "error":
        unsure = f", {found.neither} of them without a clear answer" if found.neither else ""
        return f"{driven} days were lived{unsure}, and none broke." + (
            f" Then {found.stopped}." if found.stopped else ""
        )
    if not found.worst.day:
        return "It broke on an ordinary day."
    start = len(found.started_with) if found.started_with is not None else len(found.worst.day)
    cut = f" Then {found.stopped}." if found.stopped else ""
    return (
        f"The smallest day that still breaks it: {found.worst.day.told(catalogue)}. "
        f"It started from {start} misfortune{'s' if start != 1 else ''}; {driven} days were lived.{cut}"
    )
