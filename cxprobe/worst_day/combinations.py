"""Combinations of misfortunes: which pairs and triples were met, and the day that meets most new ones.

A covering array is grown a day at a time, by greedy choice from several starts, as AETG does (Cohen,
Dalal, Fredman, Patton, 1997). It needs no plan made beforehand, so it goes on from whatever was driven:
on another night, after a new misfortune, around what is known to break.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxprobe.people.day import JSON, Day

Factors = Mapping[str, Sequence[tuple[str, JSON]]]
"""What may befall: slot to the (id, value) pairs of which at most one falls on a day."""
STARTS = 8
"""Days built for each one taken (ours): with more of them the array became no shorter."""
HEAVIEST = 13
"""Most misfortunes of a day that is built: with fewer a third of three is met late, with more they hide
one another (measured); beyond that, nobody would have set out."""
_AHEAD = 0.1
"""What a triple is worth that a day may still meet, beside one that it meets (ours; a fiftieth did as well
as a third). Without it nothing is gained by the first two misfortunes of a day, nor then by a third."""
_SPARED = 0.5
"""What being spared is worth, in new pairs (ours): of days that meet as many, the lighter is taken."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many pairs of misfortunes were met, of how many, and how many wait behind what is broken."""

    met: int
    pairs: int
    waiting: int = 0

    def __str__(self) -> str:
        behind = f"; {self.waiting} wait until what broke is mended" if self.waiting else ""
        return f"{self.met} of {self.pairs} pairs of misfortunes were met{behind}"


class Combinations:
    """What was met together on a day. Sets of levels are bits of an integer.

    A level is one (id, value) pair, or to be spared everything of its slot.
    """

    def __init__(self, factors: Factors) -> None:
        self._levels: list[tuple[str, JSON] | None] = []
        self._slots: list[range] = []
        self._index: dict[tuple[str, str], int] = {}
        self._ids: dict[str, int] = {}
        self._bans: list[list[int]] = []
        for choices in factors.values():
            self._add_slot(choices)
        everything = (1 << len(self._levels)) - 1
        self._real = sum(1 << level for level, pair in enumerate(self._levels) if pair is not None)
        self._apart = [0] * len(self._levels)
        for slot in self._slots:
            for level in slot:
                self._apart[level] = everything & ~sum(1 << mate for mate in slot)
        self._pairs: list[int] = []
        self.start_over()
        each = range(len(self._levels))
        self._triples = [
            [self._apart[a] & self._apart[b] & self._real if self._are_real_pair(a, b) else 0 for b in each]
            for a in each
        ]

    def _add_slot(self, choices: Sequence[tuple[str, JSON]]) -> None:
        start = len(self._levels)
        self._levels.append(None)
        for name, value in choices:
            level = len(self._levels)
            self._index[name, _plain(value)] = level
            self._ids[name] = self._ids.get(name, 0) | 1 << level
            self._levels.append((name, value))
        self._slots.append(range(start, len(self._levels)))

    def _are_real_pair(self, a: int, b: int) -> bool:
        return bool(self._real >> a & 1 and self._real >> b & 1 and self._apart[a] >> b & 1)

    def start_over(self) -> None:
        """Count every pair as not met: a round more, whose days differ by the triples met before."""
        self._pairs = [
            apart if self._real >> level & 1 else apart & self._real
            for level, apart in enumerate(self._apart)
        ]

    def meet(self, day: Day, *, pairs: bool = True) -> None:
        """Count what falls together on a day as met; without `pairs` only its triples, as of a past round."""
        row = list(self._row(day))
        mask = sum(1 << level for level in row)
        for a in row:
            if pairs:
                self._pairs[a] &= ~mask
            triples = self._triples[a]
            for b in row:
                triples[b] &= ~mask

    def ban(self, day: Day) -> None:
        """Leave out, from now on, days on which all misfortunes of this one fall, with whatever values."""
        variants = [self._ids.get(name, 0) for name, _ in day.misfortunes]
        if variants and all(variants):
            self._bans.append(variants)

    def adds(self, day: Day) -> bool:
        """Whether a day meets a pair that was not met in this round."""
        row = list(self._row(day))
        mask = sum(1 << level for level in row)
        return any(self._pairs[level] & mask for level in row)

    def banned(self, day: Day) -> bool:
        """Whether a day has all misfortunes of one that was banned."""
        return self._banned(sum(1 << level for level in self._row(day)))

    @property
    def coverage(self) -> Coverage:
        """How many pairs of two misfortunes were met in this round."""
        every = self._count(self._apart)
        unmet = self._count(self._pairs)
        return Coverage(met=every - unmet, pairs=every, waiting=unmet - self._open())

    @property
    def complete(self) -> bool:
        """Whether no pair is left that could be met, that of a misfortune and none of another included."""
        return not any(self._pairs) if not self._bans else not self._open() and not self._gain_left()

    def _count(self, pairs: list[int]) -> int:
        return sum((pairs[a] & self._real).bit_count() for a in range(len(pairs)) if self._real >> a & 1) // 2

    def _open(self) -> int:
        """Unmet pairs of two misfortunes that no ban keeps apart."""
        if not self._bans:
            return self._count(self._pairs)
        return sum(
            not self._banned(1 << a | 1 << b)
            for a, met in enumerate(self._pairs)
            if self._real >> a & 1
            for b in _bits(met & self._real)
            if a < b
        )

    def _gain_left(self) -> bool:
        """Whether a level that may fall has still not been met with another slot spared."""
        return any(
            met & ~self._real and not self._banned(1 << level)
            for level, met in enumerate(self._pairs)
            if self._real >> level & 1
        )

    def next_day(self, rng: random.Random) -> Day:
        """The day, of several built, that meets most pairs not met yet, then most triples."""
        return max((self._built(rng) for _ in range(STARTS)), key=lambda built: built[0])[1]

    def day_in_order(self, order: Sequence[int]) -> tuple[float, Day]:
        """How many new triples the day meets that takes slots in this order; and the day."""
        _, day = self._taken(order, [], self._new_triples)
        return self._unmet_triples(day), day

    def _unmet_triples(self, day: Day) -> int:
        """How many triples a day meets that were not met before."""
        row = list(self._row(day))
        mask = sum(1 << level for level in row)
        return sum((self._triples[a][b] & mask).bit_count() for a in row for b in row) // 6

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return len(self._slots)

    def _built(self, rng: random.Random) -> tuple[float, Day]:
        """A day around a level that has most pairs to meet, and how many it meets."""
        first = max(range(len(self._levels)), key=lambda level: (self._wanted(level), rng.random()))
        order = [place for place, slot in enumerate(self._slots) if first not in slot]
        rng.shuffle(order)
        return self._taken(order, [first], lambda level, _, mask: self._new_pairs(level, mask, rng))

    def _wanted(self, level: int) -> int:
        """How many pairs of a level are left to meet: those behind a ban would draw every day to it."""
        alone, unmet = 1 << level, self._pairs[level]
        if not self._bans:
            return unmet.bit_count()
        return sum(not self._banned(alone | 1 << other) for other in _bits(unmet))

    def _taken(
        self, order: Iterable[int], row: list[int], gain: Callable[[int, list[int], int], float]
    ) -> tuple[float, Day]:
        """The levels taken slot by slot, each the one that gains most with those taken before."""
        mask, total = sum(1 << level for level in row), 0.0
        for place in order:
            best, most = self._slots[place][0], -1.0
            full = (mask & self._real).bit_count() >= HEAVIEST
            for level in self._slots[place][:1] if full else self._slots[place]:
                gained = gain(level, row, mask)
                if gained > most and not (self._bans and self._banned(mask | 1 << level)):
                    best, most = level, gained
            row.append(best)
            mask |= 1 << best
            total += most
        return total, Day(tuple(pair for level in row if (pair := self._levels[level]) is not None))

    def _new_pairs(self, level: int, mask: int, rng: random.Random) -> float:
        spared = 0.0 if self._real >> level & 1 else _SPARED
        return (self._pairs[level] & mask).bit_count() + spared + rng.random() / 4

    def _new_triples(self, level: int, row: list[int], mask: int) -> float:
        """New triples with two taken before, and a little for each that one of these may yet complete."""
        triples = self._triples[level]
        if not row:
            return sum(each.bit_count() for each in triples)
        ahead = sum(triples[other].bit_count() for other in row)
        return sum((triples[other] & mask).bit_count() for other in row) / 2 + _AHEAD * ahead

    def _banned(self, mask: int) -> bool:
        return any(all(mask & variant for variant in ban) for ban in self._bans)

    def _row(self, day: Day) -> Iterator[int]:
        """The level of each slot on a day; a slot whose value is not known here has none."""
        fallen = dict(day.misfortunes)
        for slot in self._slots:
            names = {pair[0] for level in slot if (pair := self._levels[level]) is not None}
            here = names & fallen.keys()
            if not here:
                yield slot[0]
            for name in here:
                level = self._index.get((name, _plain(fallen[name])))
                if level is not None:
                    yield level


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _plain(value: JSON) -> str:
    return json.dumps(value, sort_keys=True)
