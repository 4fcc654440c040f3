"""Who did it: how likely each small set of a day's misfortunes is to be the cause, given every look so far.

A set of misfortunes is supposed to break a day that has all of it nine times of ten, and other days one
time of twenty. Each look at any day changes the odds (Bayes); the day worth driving next is the one whose
outcome is least foregone. So a dozen misfortunes take about as many days as halving them would.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable
from itertools import combinations

from cxprobe.people.day import JSON, Day

HIT, FALSE = 0.9, 0.05
"""How often a broken day shows it, and how often any day fails (supposed; the truth is not known)."""
_BY_SIZE = {1: 0.45, 2: 0.35, 3: 0.2}
"""How likely a cause is to be one, two or three misfortunes, before anything is known (ours)."""
_WHOLE = 0.02
"""How likely it is to be more than three."""
_POOL = 40
"""Days thought of before the next is chosen."""
_NEGLIGIBLE = 1e-7


def odds(broken: int, fine: int) -> float:
    """Log odds that a day breaks, given its looks; above 0 it rather does."""
    return broken * math.log(HIT / FALSE) + fine * math.log((1 - HIT) / (1 - FALSE))


class Suspects:
    """The sets of one to three of a day's misfortunes, each with how likely it is the cause."""

    def __init__(self, day: Day, rng: random.Random) -> None:
        self._pairs, self._rng = day.misfortunes, rng
        self._bit = {pair[0]: 1 << place for place, pair in enumerate(self._pairs)}
        self._all = (1 << len(self._pairs)) - 1
        self._weights: dict[int, float] = {self._all: _WHOLE}
        for size, share in _BY_SIZE.items():
            sets = [sum(bits) for bits in combinations(self._bit.values(), size)]
            for bits in sets:
                self._weights[bits] = self._weights.get(bits, 0.0) + share / len(sets)

    def heard(self, day: Day, broken: int, fine: int) -> None:
        """Take looks at a day into account.

        That a day broke tells nothing here where other misfortunes fall on it too: they may have done it.
        """
        mask = self._mask(day)
        broken = broken if mask.bit_count() == len(day) else 0
        change = odds(broken, fine)
        within, without = math.exp(min(0.0, change)), math.exp(min(0.0, -change))
        weights = {bits: w * (without if bits & ~mask else within) for bits, w in self._weights.items()}
        total = sum(weights.values())
        self._weights = {bits: w / total for bits, w in weights.items() if w / total > _NEGLIGIBLE}

    def likeliest(self) -> tuple[Day, float]:
        """The set most likely to be the cause, as a day, and how likely."""
        bits = max(self._weights, key=lambda each: (self._weights[each], -each.bit_count()))
        return self._day(bits), self._weights[bits]

    def next_day(self, smallest: Day, settled: Callable[[Day], bool]) -> Day | None:
        """The part of a day whose outcome tells most; None where all that were thought of are settled."""
        pool = [mask for mask in self._pool(self._mask(smallest)) if not settled(self._day(mask))]
        best = max(pool, key=lambda mask: (round(self._tells(mask), 3), -mask.bit_count()), default=None)
        return None if best is None else self._day(best)

    def _pool(self, smallest: int) -> list[int]:
        likely = sorted(self._weights, key=lambda each: -self._weights[each])[:4]
        bits = [bit for bit in self._bit.values() if bit & smallest]
        pool = [mask for mask in likely if not mask & ~smallest] + [smallest & ~bit for bit in bits]
        for _ in range(_POOL):
            share = self._rng.uniform(0.35, 0.85)
            pool.append(sum(bit for bit in bits if self._rng.random() < share))
        return [mask for mask in dict.fromkeys(pool) if mask != smallest]

    def _tells(self, mask: int) -> float:
        """Bits of information that a look at this day is expected to give."""
        inside = sum(weight for bits, weight in self._weights.items() if not bits & ~mask)
        breaks = inside * HIT + (1 - inside) * FALSE
        return _entropy(breaks) - inside * _entropy(HIT) - (1 - inside) * _entropy(FALSE)

    def _mask(self, day: Day) -> int:
        mine: dict[str, JSON] = dict(self._pairs)
        return sum(
            bit for name, value in day.misfortunes if (bit := self._bit.get(name, 0)) and mine[name] == value
        )

    def _day(self, bits: int) -> Day:
        return Day(tuple(pair for place, pair in enumerate(self._pairs) if bits >> place & 1))


def _entropy(p: float) -> float:
    return 0.0 if p in (0.0, 1.0) else -p * math.log2(p) - (1 - p) * math.log2(1 - p)


def told_apart(days: Iterable[Day], day: Day) -> Day | None:
    """Of some days, the one that differs least from a day."""
    return min(days, key=lambda other: (_distance(other, day), -len(other)), default=None)


def _distance(one: Day, other: Day) -> int:
    left, right = dict(one.misfortunes), dict(other.misfortunes)
    return sum(left.get(name) != right.get(name) for name in {*left, *right})
