"""Which day comes next: named ones, the rest of a covering array, then chance."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxprobe.ledger.days import Shelf
from cxprobe.ledger.met import met_days, note_met
from cxprobe.people.day import JSON, Day
from cxprobe.worst_day.combinations import Combinations, Factors
from cxprobe.worst_day.drawing import drawn_days
from cxprobe.worst_day.outcome import Outcome
from cxprobe.worst_day.profiles import Worst

NAMED: Mapping[str, Mapping[str, Any]] = {
    "on the train": {"narrow-phone": True, "slow-line": "slow-3g", "offline-3s": True, "reloads-midway": 1},
    "in a hurry": {"apostrophe-name": "O'Brien", "double-clicks": True, "enter-early": True, "typos": 12},
    "on second thoughts": {"right-to-left-name": "נועה לוי", "goes-back": 2, "trailing-space": " "},
}
"""Days that could be somebody's, driven before the array, of whose days they save some."""
_FRUITLESS = 20
"""Days of the array that were driven already, running, after which it is given up."""


def named_days(factors: Factors) -> list[Day]:
    """The named hard days, each without what cannot befall here."""
    there = {(name, str(value)) for choices in factors.values() for name, value in choices}
    days = [Day.of({k: v for k, v in day.items() if (k, str(v)) in there}) for day in NAMED.values()]
    return [day for day in days if len(day) > 1]


@dataclass(slots=True)
class Plan:
    """The days to come of one test, and what was met on those before, on other nights too."""

    factors: Factors
    seed: int
    named: Iterable[Day]
    shelf: Shelf | None = None
    by_chance: bool = True
    worst: Worst = ""
    site: str = ""
    met: Combinations = field(init=False)
    """What was met: on days that could be told about, for good."""
    round: int = 1
    """The covering array that is being driven; the first is number 1."""
    _tried: Combinations = field(init=False)
    """What was driven at all: a misfortune that lets nobody tell would else fall on every day to come."""
    _driven: dict[Day, Outcome] = field(default_factory=dict)
    _elsewhere: set[Day] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.met, self._tried = Combinations(self.factors), Combinations(self.factors)
        past = met_days(self.shelf.folder, self.site) if self.shelf else []
        self.round = max((number for number, _ in past), default=1)
        for number, day in past:
            for each in (self.met, self._tried):
                each.meet(day, pairs=number == self.round)
        if past and self.met.complete:
            self.round += 1
            self.met.start_over()
            self._tried.start_over()

    def ban(self, day: Day) -> None:
        """Keep clear, from now on, of days on which all misfortunes of this one fall."""
        self.met.ban(day)
        self._tried.ban(day)

    def lived(self, day: Day, outcome: Outcome, *, met: bool) -> None:
        """Take note of a day; where it was lived to its end, its combinations are met for good.

        What broke now and then is to be met again, on other days: it may be a day that mostly breaks.
        """
        self._driven[day] = outcome
        if len(day) and not outcome.intermittent:
            self._tried.meet(day)
        if met and len(day):
            self.met.meet(day)
            if self.shelf:
                note_met(self.shelf.folder, self.round, [day], self.site)

    def lived_elsewhere(self, day: Day) -> None:
        """Take note of a day that another worker drives."""
        self._elsewhere.add(day)
        self.met.meet(day)
        self._tried.meet(day)

    @property
    def values(self) -> dict[str, list[JSON]]:
        """The values of each misfortune, the most ordinary first."""
        values: dict[str, list[JSON]] = {}
        for choices in self.factors.values():
            for name, value in choices:
                values.setdefault(name, []).append(value)
        return values

    def can_be(self, day: Day) -> bool:
        """Whether a kept day can fall here: all is known, nothing excludes another, and none is barred."""
        slot_of = {name: slot for slot, choices in self.factors.items() for name, _ in choices}
        slots = [slot_of.get(name) for name, _ in day.misfortunes]
        return None not in slots and len(set(slots)) == len(slots)

    def days(self) -> Iterator[Day]:
        """New days, each once; without end only where chance has a part."""
        if self.round == 1:
            yield from (day for day in self.named if self._is_new(day) and self._tried.adds(day))
        yield from self._array()
        if self.by_chance:
            yield from self._chance()

    def _is_new(self, day: Day) -> bool:
        known = day in self._driven or day in self._elsewhere
        return not known and not self.met.banned(day) and len(day) > 0

    def _array(self) -> Iterator[Day]:
        rng, fruitless = random.Random(f"{self.seed}/{self.round}"), 0
        while fruitless < _FRUITLESS and not self._tried.complete:
            day = self._tried.next_day(rng)
            fruitless += 1
            if self._is_new(day):
                fruitless = 0
                yield day

    def _chance(self) -> Iterator[Day]:
        fruitless = 0
        for number, drawn in enumerate(drawn_days(self.factors, self._tried, self.seed)):
            harder = self._harder() if self.worst and number % 2 else None
            day = harder or drawn
            fruitless += 1
            if self._is_new(day):
                fruitless = 0
                yield day
            if fruitless > _FRUITLESS * 10:
                return

    def _harder(self) -> Day | None:
        """The hardest day so far with one misfortune more, less, or otherwise."""
        fine = [each for each in self._driven.values() if each.verdict == "fine"]
        hardest = max(fine, key=lambda each: each.burden.get(self.worst, 0.0), default=None)
        near = [day for day in self._near(hardest.day) if self._is_new(day)] if hardest else []
        return random.Random(f"{self.seed}/{len(self._driven)}").choice(near) if near else None

    def _near(self, day: Day) -> Iterator[Day]:
        for choices in self.factors.values():
            names = {name for name, _ in choices}
            rest = tuple(pair for pair in day.misfortunes if pair[0] not in names)
            yield Day(rest)
            yield from (Day((*rest, choice)) for choice in choices)
