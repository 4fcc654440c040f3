"""Days by chance, drawn by Hypothesis: for users' own tests, and for combinations no array has met."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE, Catalogue
from cxprobe.settings import Level
from cxprobe.worst_day.combinations import Combinations, Factors

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

CHANNELS = ("web", "chat")
BATCH = 16
"""Days drawn at a time (ours); one in `OF` of them is taken."""
OF = 4


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
    return days_of(catalogue.factors(channels, level))


def days_of(factors: Factors) -> SearchStrategy[Day]:
    """The same for factors as `Catalogue.factors` gives them."""
    from hypothesis import strategies as st

    @st.composite
    def drawn(draw: st.DrawFn) -> Day:
        fallen: dict[str, Any] = {}
        for choices in factors.values():
            if draw(st.booleans()):
                name, value = draw(st.sampled_from(choices))
                fallen[name] = value
        return Day.of(fallen)

    return drawn()


def drawn_days(factors: Factors, met: Combinations, seed: int) -> Iterator[Day]:
    """Days by chance without end, biased to what was never met together: by threes, then plainly."""
    while True:
        seed += 1
        for few in _by(OF, _orders(met, seed)):
            new, day = max((met.day_in_order(order) for order in few), key=lambda scored: scored[0])
            if not new:
                break
            yield day
        else:
            continue
        yield from (day for day in draw(days_of(factors), BATCH, seed) if not met.banned(day))


def _orders(met: Combinations, seed: int) -> list[tuple[int, ...]]:
    """Orders to take the slots in: whichever comes first has the widest choice."""
    from hypothesis import strategies as st

    return draw(st.permutations(range(met.slots)).map(tuple), BATCH, seed)


def _by(number: int, items: list[Any]) -> Iterator[list[Any]]:
    return (items[start : start + number] for start in range(0, len(items), number))


def draw(strategy: SearchStrategy[Any], most: int, seed: int) -> list[Any]:
    """Up to `most` different values, by the seed alone; the `random` of whoever asks is left alone."""
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
    drawn: dict[Any, None] = {}

    def note(value: Any) -> None:
        drawn[value] = None

    _apart(seeded(seed)(quiet(given(strategy)(note))))
    return list(drawn)


def _apart(what: Callable[[], object]) -> None:
    state = random.getstate()
    try:
        what()
    finally:
        random.setstate(state)
