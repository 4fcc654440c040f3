"""Searches for a day that breaks the experience, and makes it small.

`explore` drives the ordinary day, then the days that broke before, then days that Hypothesis drew; the
first that breaks twice of three times is reduced, one misfortune at a time. It knows nothing of browsers
or of pytest: driving a day is the caller's. A cleverer search takes the place of `explore` and changes
nothing else.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from cxprobe.ledger.days import forget_day, remember_day, remembered_days
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE, Catalogue
from cxprobe.settings import Level

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

REDUCING = 24
"""Most days driven while reducing (ours): a day of eleven misfortunes takes 11 and a few."""
CHANNELS = ("web", "chat")
_MISTAKES = {"error": "a day ended in an error", "skipped": "a day was skipped"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one day: fine, broken, neither (we could not tell), or an end of the search.

    `error` is a mistake of ours, `skipped` a test that does not want to run: neither is explored any
    further. `failure` tells broken days apart by its class; `payload` is the driver's own.
    """

    day: Day
    verdict: Literal["fine", "broken", "neither", "error", "skipped"]
    failure: BaseException | None = None
    payload: Any = None
    intermittent: bool = False
    """Whether it broke once of three times; it is then neither, and `failure` says how it broke."""


class Drive(Protocol):
    """Lives one day and says what came of it."""

    def __call__(self, day: Day, /) -> Outcome:
        """The outcome of one day, driven now."""


@dataclass(slots=True)
class Exploration:
    """What a search found: every outcome in the order driven, the smallest broken day, what stopped it."""

    driven: list[Outcome] = field(default_factory=list)
    days: dict[Day, Outcome] = field(default_factory=dict)
    """What is believed of each day, in the order met; one that broke was driven more than once."""
    worst: Outcome | None = None
    """The smallest broken day, or the mistake that ended the search before any was found."""
    others: list[Outcome] = field(default_factory=list)
    """Days that broke in another way while the first was being reduced, one for each way."""
    stopped: str = ""
    """Why the search ended before its last day, if it did."""
    started_with: Day | None = None
    """The first day that broke, before it was reduced."""

    @property
    def ordinary(self) -> Outcome | None:
        """The outcome of the ordinary day, if it was driven."""
        return self.days.get(Day())

    @property
    def neither(self) -> int:
        """How many days we could not tell about."""
        return sum(outcome.verdict == "neither" for outcome in self.days.values())


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
    catalogue: Catalogue = CATALOGUE,
    progress: Callable[[Outcome, bool], None] = lambda outcome, reducing: None,
) -> Exploration:
    """Drive up to `most` days, the ordinary one first, and reduce the first that breaks.

    A day that broke is driven again until two of three agree; broken once of three is neither. Those
    drives count among `most`, and the last day's are finished beyond it.
    `budget` is in seconds: no new day is begun after it, but for the ordinary one. `store` is a folder
    that remembers broken days for the next time. `progress` hears of every day driven and whether it
    was driven to reduce another. What `drive` itself raises passes through.
    """
    search = _Search(drive, most, budget, catalogue, progress)
    first = search.ordinary()
    if first.verdict in ("fine", "neither"):
        broken = search.remembered(store) or search.drawn(strategy, seed)
        if broken is not None:
            search.reduce(broken)
    if store is not None:
        search.remember(store)
    return search.found


class _Search:
    """One search: what is believed by day, a count, and a clock."""

    def __init__(
        self,
        drive: Drive,
        most: int,
        budget: float | None,
        catalogue: Catalogue,
        progress: Callable[[Outcome, bool], None],
    ) -> None:
        self.found = Exploration()
        self._drive, self._most, self._catalogue, self._progress = drive, most, catalogue, progress
        self._ends = time.monotonic() + budget if budget is not None else None
        self._reduced = 0

    def ordinary(self) -> Outcome:
        """Drive the ordinary day: what already breaks there is not the day's doing."""
        return self._believed(Day())

    def remembered(self, store: Path | None) -> Outcome | None:
        """Drive the days that broke before; the first that still does."""
        for day in remembered_days(store, self._catalogue) if store is not None else []:
            if self._over():
                return None
            outcome = self._believed(day)
            if _ended(outcome):
                return outcome
            if store is not None and outcome.verdict == "fine":
                forget_day(store, day)
        return None

    def drawn(self, strategy: SearchStrategy[Day], seed: int) -> Outcome | None:
        """Drive days that Hypothesis drew; the first that breaks."""
        for day in _draw(strategy, self._most, seed):
            if day not in self.found.days and self._over():
                break
            if _ended(self._believed(day)):
                break
        return self.found.worst

    def reduce(self, broken: Outcome) -> None:
        """Take misfortunes away for as long as it breaks in the same way."""
        if broken.verdict != "broken":
            return
        smallest, tried = broken, None
        while tried is not smallest:
            tried = smallest
            for name, _ in tried.day.misfortunes:
                smallest = self._smaller(smallest, [smallest.day.without(name)])
        for name, _ in smallest.day.misfortunes:
            smallest = self._smaller(smallest, self._simpler(smallest.day, name))
        self.found.worst = smallest

    def remember(self, store: Path) -> None:
        """Keep the broken days, the smallest of each way to break, for the next time."""
        for outcome in [self.found.worst, *self.found.others]:
            if outcome is not None and outcome.verdict == "broken" and len(outcome.day):
                remember_day(store, outcome.day)
        start, worst = self.found.started_with, self.found.worst
        if start is not None and worst is not None and start != worst.day:
            forget_day(store, start)

    def _smaller(self, smallest: Outcome, candidates: Iterable[Day]) -> Outcome:
        """The first candidate that breaks in the same way, else what it was before."""
        for day in candidates:
            if day not in self.found.days and self._over():
                break
            outcome = self.found.days.get(day) or self._lived(day)
            if self._alike(outcome, smallest):
                return outcome
            self._note(outcome)
        return smallest

    def _simpler(self, day: Day, name: str) -> Iterator[Day]:
        """The day with more ordinary values of one misfortune, the most ordinary first."""
        values, value = self._catalogue[name].values, dict(day.misfortunes)[name]
        for simpler in values[: values.index(value)] if value in values else ():
            yield Day.of({**dict(day.misfortunes), name: simpler})

    def _alike(self, outcome: Outcome, other: Outcome) -> bool:
        return outcome.verdict == "broken" and _way(outcome) == _way(other)

    def _note(self, outcome: Outcome) -> None:
        """Remember another way to break, by the smallest day that does."""
        if outcome.verdict != "broken":
            return
        ways = {_way(each): each for each in self.found.others}
        known = ways.get(_way(outcome))
        if known is None or len(outcome.day) < len(known.day):
            self.found.others = list({**ways, _way(outcome): outcome}.values())

    def _believed(self, day: Day) -> Outcome:
        """The outcome of a day to explore: one that broke is driven until two of three agree."""
        if day in self.found.days:
            return self.found.days[day]
        tries = [self._lived(day)]
        while not _agreed(tries):
            tries.append(self._lived(day))
        first, outcome = tries[0], tries[-1]
        if first.verdict == "broken" and not _ended(outcome):
            outcome = replace(outcome, verdict="neither", failure=first.failure, intermittent=True)
        self.found.days[day] = outcome
        if _ended(outcome):
            self.found.worst = outcome
        if outcome.verdict == "broken":
            self.found.started_with = day
        return outcome

    def _lived(self, day: Day) -> Outcome:
        """The outcome of a day, driven now; a mistake met while reducing ends that, and loses nothing."""
        reducing = self.found.started_with is not None
        outcome = self.found.days[day] = self._drive(day)
        self.found.driven.append(outcome)
        self._reduced += reducing
        self._progress(outcome, reducing)
        if reducing and outcome.verdict in _MISTAKES:
            self.found.stopped = _MISTAKES[outcome.verdict] + _why(outcome)
        return outcome

    def _over(self) -> bool:
        """Whether no further day may be driven; says why where that is not simply the last day."""
        reducing = self.found.started_with is not None
        if self._ends is not None and time.monotonic() > self._ends:
            self.found.stopped = "the time was up"
        elif reducing and self._reduced >= REDUCING:
            self.found.stopped = f"{REDUCING} days had been driven to make it smaller"
        return bool(self.found.stopped) or (not reducing and len(self.found.driven) >= self._most)


def _draw(strategy: SearchStrategy[Day], most: int, seed: int) -> list[Day]:
    """Up to `most` different days, by the seed alone; the `random` of whoever drives them is left alone."""
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import seed as seeded

    # All said outright: the profile that Hypothesis loads on CI would replay the same days nightly.
    quiet = settings(
        max_examples=most,
        derandomize=False,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        verbosity=Verbosity.quiet,
    )
    drawn: dict[Day, None] = {}

    def note(day: Day) -> None:
        drawn[day] = None

    state = random.getstate()
    try:
        seeded(seed)(quiet(given(strategy)(note)))()
    finally:
        random.setstate(state)
    return list(drawn)


def _agreed(tries: list[Outcome]) -> bool:
    """Whether no further try of a day is needed: it did not break, or two of three say the same."""
    broken = sum(each.verdict == "broken" for each in tries)
    return broken in (0, 2) or len(tries) - broken == 2 or tries[-1].verdict in _MISTAKES


def _ended(outcome: Outcome) -> bool:
    return outcome.verdict == "broken" or outcome.verdict in _MISTAKES


def _why(outcome: Outcome) -> str:
    return f" ({_first_line(outcome.failure)})" if outcome.failure is not None else ""


def _way(outcome: Outcome) -> tuple[type, int]:
    """What tells two failures apart: their class, and the line they were raised at where there is one."""
    trace = outcome.failure.__traceback__ if outcome.failure is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return type(outcome.failure), trace.tb_lineno if trace is not None else 0


def told(found: Exploration, catalogue: Mapping[str, Any]) -> str:
    """What a search came to, in words: how many different days, what broke, from what it was made small."""
    driven = _counted(len(found.days), "day")
    cut = f" Then {found.stopped}." if found.stopped else ""
    if found.worst is None or found.worst.verdict != "broken":
        unsure = f", {found.neither} of them without a clear answer" if found.neither else ""
        return f"{driven} lived{unsure}, and none broke.{cut}" + _intermittent(found, catalogue)
    if not len(found.worst.day):
        return "It broke on an ordinary day."
    start = len(found.started_with) if found.started_with is not None else len(found.worst.day)
    return (
        f"The smallest day that still breaks it: {found.worst.day.told(catalogue)}. "
        f"It started from {_counted(start, 'misfortune')}; {driven} lived.{cut}"
        + "".join(f"\nAnother way it broke: {_other(each, catalogue)}" for each in found.others)
        + _intermittent(found, catalogue)
    )


def _intermittent(found: Exploration, catalogue: Mapping[str, Any]) -> str:
    once = [outcome for outcome in found.days.values() if outcome.intermittent]
    return "".join(f"\nIt broke once of three: {_other(each, catalogue)}" for each in once)


def _other(outcome: Outcome, catalogue: Mapping[str, Any]) -> str:
    return f"{_first_line(outcome.failure)} (with {outcome.day.told(catalogue)})."


def _first_line(failure: BaseException | None) -> str:
    return (str(failure).splitlines() or [""])[0].rstrip(".")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
