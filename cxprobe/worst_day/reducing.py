"""Making a broken day small: until nothing can be taken away, and every value is as ordinary as can be.

Each look is weighed, never trusted alone: a day is held broken when the odds are some 300 to 1 (two looks
broken and none fine), and fine at some 90 to 1 (two fine and none broken); only for the last, smallest
day are that many looks spent.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxprobe.people.day import JSON, Day
from cxprobe.worst_day.lives import Lives
from cxprobe.worst_day.outcome import Outcome, is_way
from cxprobe.worst_day.suspects import Suspects, odds, told_apart

SURE = odds(2, 0) - 1e-9
"""Log odds at which a look more is not needed: two looks, both broken."""
CERTAIN = odds(3, 0) - 1e-9
"""The same for the day that is told in the end."""
AGAIN = odds(5, 0) - 1e-9
"""The same where nothing was taken away: the looks that made it suspected were no fresh ones, and what
needs all of a dozen misfortunes is chance more often than not."""
CLEAR = odds(0, 2) + 1e-9
"""The same for fine: two looks, none broken, some 90 to 1; a third would cost a visit in six."""
GUESSES = 12
"""Visits beside one for each misfortune to guess with; then they are taken away one by one (ours)."""
OPEN = 2
"""Looks that could not tell, after which a day is left as unclear (ours)."""
FEW = 3
"""Misfortunes of a day small enough to have its values tried before it is made sure of (ours)."""
LIKELY = 0.5
"""How likely a set must be the cause to be driven alone."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """The smallest day that still breaks in the same way, and the nearest one that passes."""

    outcome: Outcome
    passing: Day | None
    complete: bool
    """Whether nothing can be taken away; False when the visits or the time ran out before."""
    holds: bool
    """Whether it surely breaks; False when closer looks showed that it mostly does not."""
    days: int
    """Different days driven for it."""
    visits: int


class Reducer:
    """Makes one broken day small; `most` visits, and then the smallest so far must do.

    `values` are those that each misfortune can have, the most ordinary first.
    """

    def __init__(
        self, lives: Lives, values: Mapping[str, Sequence[JSON]], way: str, most: int, seed: int = 0
    ) -> None:
        self._lives, self._values, self._way, self._most = lives, values, way, most
        self._rng = random.Random(seed)
        self._visits = 0
        self._new: set[Day] = set()
        self._fine: dict[Day, None] = {}
        self._unclear: set[Day] = set()
        """Days that nobody could tell about, however often: none of them is held to break."""

    def reduce(self, start: Day) -> Reduced:
        """The smallest day that breaks as this one did, which must have been believed."""
        smallest, complete = start, False
        try:
            smallest = self._simplest(start)
            complete = not self._unclear
        except _Enough as enough:
            smallest = self._surely(enough.smallest or start)
        outcome = self._lives.last_broken(smallest, self._way)
        assert outcome is not None
        passing = told_apart(self._fine, outcome.day)
        holds = self._odds(outcome.day) >= SURE
        return Reduced(outcome, passing, complete, holds, len(self._new), self._visits)

    def _simplest(self, start: Day) -> Day:
        """Small first, then ordinary; again until neither changes anything."""
        self._start, self._best, self._needed = start, start, set[str]()
        self._guesses = GUESSES + len(start)
        tried = None
        while tried != self._best:
            tried = self._best
            self._fewer()
            self._more_ordinary()
        return self._best

    def _fewer(self) -> None:
        """Take away misfortunes until none can be."""
        while len(self._best):
            self._suspect()
            if len(self._best) <= FEW:
                self._more_ordinary()  # before it is made sure of: each value more would be another day
            smaller = self._without_one()
            if smaller is not None:
                self._best = smaller
            elif self._breaks(self._best, AGAIN if self._best == self._start else CERTAIN):
                return
            elif self._best in self._unclear:
                raise _Enough(self._best)
            else:
                self._best = self._back()

    def _without_one(self) -> Day | None:
        """The day with one misfortune less, if it still breaks; one look parts the likely from the rest."""
        for name in (name for name, _ in self._best.misfortunes if name not in self._needed):
            less = self._best.without(name)
            if self._seems_broken(less) and self._breaks(less):
                return less
            self._needed.add(name)
        lesser = (self._best.without(name) for name, _ in self._best.misfortunes)
        return next((less for less in lesser if self._breaks(less)), None)

    def _seems_broken(self, day: Day) -> bool:
        if self._odds(day) == 0.0:
            self._look(day)
        return self._odds(day) > 0.0

    def _suspect(self) -> None:
        """Drive the days that tell most, until one set of misfortunes surely breaks, or all are needed."""
        while len(self._best) > 1 and self._visits < self._guesses:
            suspects = self._suspects()
            day, weight = suspects.likeliest()
            if day == self._best and weight > LIKELY:
                return
            if day != self._best and self._odds(day) >= SURE:
                self._best = day
                continue
            if weight < LIKELY or day == self._best or self._settled(day):
                other = suspects.next_day(self._best, self._settled)
                if other is None:
                    return
                day = other
            self._look(day)

    def _suspects(self) -> Suspects:
        suspects = Suspects(self._best, self._rng)
        for day in self._lives.looks:
            broken, fine = self._lives.counts(day, self._way)
            if broken or fine:
                suspects.heard(day, broken, fine)
        return suspects

    def _more_ordinary(self) -> None:
        """Put the most ordinary value in each misfortune's place with which it still breaks."""
        for name, value in self._best.misfortunes:
            for day in self._ordinary_values(name, value):
                if self._breaks(day):
                    self._best = day
                    break

    def _ordinary_values(self, name: str, value: JSON) -> Iterator[Day]:
        values = list(self._values.get(name, ()))
        before = values[: values.index(value)] if value in values else []
        for simpler in before:
            yield Day.of({**dict(self._best.misfortunes), name: simpler})

    def _breaks(self, day: Day, sure: float = 0.0) -> bool:
        """Whether a day breaks in this way, looked at until it is sure."""
        while True:
            now = self._odds(day)
            if now >= (sure or SURE):
                return True
            if now <= CLEAR:
                self._fine[day] = None
                return False
            if self._lives.unclear(day) >= OPEN:
                self._unclear.add(day)
                return False
            self._look(day)

    def _settled(self, day: Day) -> bool:
        return not CLEAR < self._odds(day) < SURE or self._lives.unclear(day) >= OPEN

    def _odds(self, day: Day) -> float:
        return odds(*self._lives.counts(day, self._way))

    def _look(self, day: Day) -> None:
        if self._visits >= self._most or self._lives.late():
            raise _Enough(self._best)
        known = day in self._lives.looks
        self._visits += 1
        outcome = self._lives.look(day)
        if not known:
            self._new.add(day)
        if outcome.mistaken:
            raise _Enough(self._best)

    def _back(self) -> Day:
        """The smallest day that surely breaks, where the one held smallest turned out fine."""
        surely = self._sure_ones()
        if not surely:
            raise _Enough(None)
        return min(surely, key=len)

    def _sure_ones(self) -> list[Day]:
        mine = (day for day, way in self._lives.broken_days() if is_way(way, self._way))
        return [day for day in dict.fromkeys(mine) if self._odds(day) >= SURE]

    def _surely(self, smallest: Day) -> Day:
        """The day itself if it surely breaks, else the smallest that does; what is looked at least is no
        reason to let go of what was believed.
        """
        within = [day for day in self._sure_ones() if set(day.misfortunes) <= set(self._start.misfortunes)]
        return smallest if self._odds(smallest) >= SURE else min(within, key=len, default=smallest)


class _Enough(Exception):
    """No more visits, no more time, or a mistake: the smallest day so far must do."""

    def __init__(self, smallest: Day | None) -> None:
        super().__init__()
        self.smallest = smallest
