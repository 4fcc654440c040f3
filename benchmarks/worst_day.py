"""How well the worst day is found, made small and believed, on simulated sites with planted failures.

No browser: a site is a function of the day. Failures of one, two and three factors are planted over the
real catalogue, each as misfortunes whatever their value and as exact values. With noise, a failure shows
nine times of ten and any day fails one time of twenty, in the same way as the planted failure would.

    python benchmarks/worst_day.py [--seeds 20] [--full] [--plain 60] [--catalogue 30]

*until found* counts different days driven before the one that was believed; *days* and *visits* are
those of reducing. *Plain Hypothesis* searches and shrinks by itself, with the same number of visits.
*Healthy sites* are lived for 30 nights by 7 scenarios of 12 days with a store between the nights.
"""

from __future__ import annotations

import argparse
import importlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from cxprobe.errors import BrokenExpectation
from cxprobe.ledger.days import Shelf
from cxprobe.people.day import JSON, Day
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.worst_day import PROFILES, Exploration, Outcome, explore
from cxprobe.worst_day.combinations import Combinations
from cxprobe.worst_day.drawing import days_of
from cxprobe.worst_day.suspects import FALSE, HIT

Factors = Mapping[str, Sequence[tuple[str, JSON]]]
Broken = BrokenExpectation.at("resolved", "to buy a kettle, press, checkout")
HUNT = replace(PROFILES["hunt"], spaced=0.0, ways=1)
NIGHTLY = replace(PROFILES["nightly"], spaced=0.0)
DAYS = {1: 60, 2: 60, 3: 200}
"""Visits while exploring, by factors of the planted failure."""
NIGHTS, SCENARIOS, A_NIGHT = 30, 7, 12
BUDGET = 200
"""Visits in all for plain Hypothesis, searching and shrinking."""


@dataclass(frozen=True)
class Planted:
    """A failure: the misfortunes it takes, each with its value, or None for any."""

    needs: tuple[tuple[str, JSON | None], ...]
    factors: Factors

    @classmethod
    def drawn(cls, factors: Factors, size: int, rng: random.Random) -> Planted:
        """A failure of so many factors, of any value or of exact ones."""
        exact = rng.random() < 0.5
        chosen = [rng.choice(factors[slot]) for slot in rng.sample(sorted(factors), size)]
        return cls(tuple((name, value if exact else None) for name, value in chosen), factors)

    def breaks(self, day: Day) -> bool:
        """Whether a day has all it takes."""
        fallen = dict(day.misfortunes)
        return all(name in fallen and (value is None or fallen[name] == value) for name, value in self.needs)

    @property
    def smallest(self) -> Day:
        """The right minimal day: nothing more than it takes, with the most ordinary values."""
        first: dict[str, JSON] = {}
        for choices in self.factors.values():
            for name, value in choices:
                first.setdefault(name, value)
        return Day.of({name: first[name] if value is None else value for name, value in self.needs})


@dataclass
class Site:
    """A simulated site; with noise, a failure may stay hidden and any day may fail."""

    planted: Planted | None
    noise: bool
    rng: random.Random
    visits: int = 0

    def fails(self, day: Day) -> bool:
        """Whether a visit on this day fails, this time."""
        self.visits += 1
        breaks = self.planted is not None and self.planted.breaks(day)
        if not self.noise:
            return breaks
        return (breaks and self.rng.random() < HIT) or self.rng.random() < FALSE

    def __call__(self, day: Day) -> Outcome:
        """What comes of a visit."""
        if self.fails(day):
            return Outcome(day, "broken", Broken("It was never settled."))
        return Outcome(day, "fine")


@dataclass(frozen=True)
class Trial:
    """What came of one planted failure."""

    size: int
    found: bool
    right: bool
    within_array: bool = True
    until: int = 0
    days: int = 0
    visits: int = 0
    flaky: bool = False
    spurious: int = 0
    """Findings that were no planted failure."""


def ours(planted: Planted, noise: bool, seed: int) -> Trial:
    """One planted failure, searched for by cxprobe."""
    site = Site(planted, noise, random.Random(seed))
    size = len(planted.needs)
    found = explore(site, planted.factors, profile=HUNT, most=DAYS[size], seed=seed)
    real = [each for each in found.findings if planted.breaks(each.day)]
    spurious = len(found.findings) - len(real)
    if not real:
        return Trial(size, False, False, False, spurious=spurious)
    first = real[0]
    met = days_before(found, first.started_with)
    right = first.day == planted.smallest
    array = array_length(planted.factors, seed)
    return Trial(size, True, right, met <= array, met, first.days, first.visits, spurious=spurious)


def days_before(found: Exploration, day: Day) -> int:
    """How many different days were driven up to this one."""
    seen: dict[Day, None] = {}
    for outcome in found.driven:
        seen[outcome.day] = None
        if outcome.day == day and outcome.verdict == "broken":
            break
    return len(seen)


def array_length(factors: Factors, seed: int) -> int:
    """The days of a whole covering array on a healthy site, the ordinary and the named ones included."""
    key = (id(factors), seed)
    if key not in _LENGTHS:
        met, rng, number = Combinations(factors), random.Random(f"{seed}/1"), 4
        while not met.complete:
            met.meet(met.next_day(rng))
            number += 1
        _LENGTHS[key] = number
    return _LENGTHS[key]


_LENGTHS: dict[tuple[int, int], int] = {}


def plain(planted: Planted, noise: bool, seed: int) -> Trial:
    """The same failure, searched for and shrunk by Hypothesis alone, with a budget of visits."""
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import seed as seeded
    from hypothesis.errors import Flaky

    site = Site(planted, noise, random.Random(seed))
    last: list[Day] = []
    driven: dict[Day, None] = {}
    until: list[int] = []

    def live(day: Day) -> None:
        if site.visits >= BUDGET:
            return
        driven[day] = None
        if site.fails(day):
            until.append(len(driven))
            last.append(day)
            raise Broken("It was never settled.")

    quiet = settings(
        max_examples=DAYS[len(planted.needs)],
        database=None,
        deadline=None,
        derandomize=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    size, flaky = len(planted.needs), False
    try:
        seeded(seed)(quiet(given(days_of(planted.factors))(live)))()
    except Flaky:
        flaky = True
    except Broken:
        pass
    except BaseExceptionGroup:
        flaky = True
    if not last:
        return Trial(size, False, False)
    named = last[-1]
    found = planted.breaks(named)
    right = found and named == planted.smallest and not flaky
    return Trial(size, found, right, False, until[0], len(driven) - until[0], site.visits - until[0], flaky)


def healthy(factors: Factors, noise: bool, seed: int) -> tuple[int, int, int, float]:
    """False reds, intermittent days told, visits, ms of machinery a visit: 30 nights of 7 scenarios."""
    site, reds, told, started = Site(None, noise, random.Random(seed)), 0, 0, time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for night in range(NIGHTS):
            for scenario in range(SCENARIOS):
                today = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=night)
                found = explore(
                    site, factors, profile=NIGHTLY, most=A_NIGHT, seed=seed + scenario,
                    shelf=Shelf(Path(folder) / str(scenario)), today=today,
                )  # fmt: skip
                reds += len(found.findings)
                told += len(found.intermittent)
    return reds, told, site.visits, (time.process_time() - started) / site.visits * 1000


def plants(factors: Factors, seeds: int) -> Iterator[tuple[int, Planted]]:
    """Failures to plant: for each seed, four of each size; so that twenty seeds make 240."""
    for seed in range(seeds):
        rng = random.Random(seed)
        for size in (1, 2, 3):
            for number in range(4):
                yield 1000 * seed + 10 * size + number, Planted.drawn(factors, size, rng)


def row(table: Table, name: str, trials: Sequence[Trial], bars: bool) -> None:
    """One line of figures."""
    found = [trial for trial in trials if trial.found]
    shown = found or [Trial(0, False, False)]
    table.add_row(
        name,
        str(len(trials)),
        _share(len(found), len(trials)),
        _share(sum(trial.within_array for trial in found), len(trials)) if bars else "–",
        _spread([trial.until for trial in shown]),
        _spread([trial.days for trial in shown]),
        _spread([trial.visits for trial in shown]),
        _share(sum(trial.right for trial in trials), len(trials)),
        _share(sum(trial.right for trial in found), len(found)),
        str(sum(trial.flaky for trial in trials)),
        str(sum(trial.spurious for trial in trials)),
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _spread(values: Sequence[int]) -> str:
    ordered = sorted(values)
    at95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"{statistics.median(ordered):g} / {at95} / {ordered[-1]}"


def table(title: str) -> Table:
    """An empty table of trials."""
    made = Table(title=title, title_justify="left")
    columns = (
        "factors", "planted", "found", "within array", "until found", "days", "visits",
        "right of all", "right of found", "flaky", "spurious",
    )  # fmt: skip
    for column in columns:
        made.add_column(column, justify="right")
    return made


def measured(
    title: str,
    search: Callable[[Planted, bool, int], Trial],
    planted: Sequence[tuple[int, Planted]],
    noise: bool,
    console: Console,
) -> None:
    """Run a search over all planted failures, and print its figures."""
    trials = [search(each, noise, seed) for seed, each in planted]
    made = table(title)
    for size in (1, 2, 3):
        row(made, str(size), [trial for trial in trials if trial.size == size], search is ours)
    row(made, "all", trials, search is ours)
    console.print(made)


def arrays(factors: Factors, console: Console) -> None:
    """How long the covering array is, beside allpairspy where that is installed."""
    lengths = [array_length(factors, seed) - 4 for seed in range(10)]
    sizes = sorted((len(choices) + 1 for choices in factors.values()), reverse=True)
    console.print(
        f"Covering array: {min(lengths)}-{max(lengths)} days; "
        f"the two largest factors multiply to {sizes[0] * sizes[1]}; allpairspy: {_allpairs(factors)}"
    )


def _allpairs(factors: Factors) -> str:
    try:
        pairs = importlib.import_module("allpairspy").AllPairs
    except ImportError:
        return "not installed"
    return f"{len(list(pairs([[None, *choices] for choices in factors.values()])))} days"


def widened(factors: Factors, misfortunes: int) -> Factors:
    """The same factors, with made-up misfortunes of one value each until there are so many."""
    more = misfortunes - len({name for choices in factors.values() for name, _ in choices})
    return {**factors, **{f"made-up {n}": ((f"made-up-{n}", True),) for n in range(max(0, more))}}


def main() -> int:
    """Print every table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=20, help="seeds; 12 failures are planted for each")
    parser.add_argument("--full", action="store_true", help="100 seeds")
    parser.add_argument("--plain", type=int, default=20, help="seeds for plain Hypothesis")
    parser.add_argument("--healthy", type=int, default=20, help="seeds of 30 nights on a healthy site")
    parser.add_argument("--catalogue", type=int, default=0, help="misfortunes to widen the catalogue to")
    given = parser.parse_args()
    seeds = 100 if given.full else given.seeds
    factors = widened(CATALOGUE.factors(["web", "chat"], "pay"), given.catalogue)
    console = Console(width=130)
    arrays(factors, console)
    planted = list(plants(factors, seeds))
    for noise in (False, True):
        kind = "with noise" if noise else "without noise"
        measured(f"cxprobe, {kind}", ours, planted, noise, console)
        measured(
            f"plain Hypothesis, {kind}", plain, list(plants(factors, min(seeds, given.plain))), noise, console
        )
    for noise in (False, True):
        lives = [healthy(factors, noise, seed) for seed in range(given.healthy)]
        reds = [each[0] for each in lives]
        console.print(
            f"Healthy sites {'with' if noise else 'without'} noise, {len(lives)} times {NIGHTS} nights: "
            f"{sum(reds)} false reds, at most {max(reds, default=0)} in one; intermittent days told "
            f"{sum(each[1] for each in lives) / max(1, len(lives)):.0f}, visits "
            f"{sum(each[2] for each in lives) / max(1, len(lives)):.0f} each; machinery "
            f"{sum(each[3] for each in lives) / max(1, len(lives)):.1f} ms a visit (processor), with store"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
