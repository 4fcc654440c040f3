"""Making a broken day small, on quiet sites and on noisy ones, and what it takes to be believed."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.errors import BrokenExpectation, UsageError
from cxprobe.ledger.days import KeptDay, Shelf, happened
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.worst_day import PROFILES, Outcome, Purse, explore, profile, replay
from cxprobe.worst_day.combinations import HEAVIEST, Combinations
from cxprobe.worst_day.suspects import Suspects, told_apart

FACTORS = CATALOGUE.factors(["web", "chat"], "pay")
WIDE = {**FACTORS, **{f"slot {n}": ((f"more-{n}", True),) for n in range(30 - len(FACTORS))}}
Broken = BrokenExpectation.at("resolved", "pay")
PR = replace(PROFILES["pr"], spaced=0.0)
HUNT = replace(PROFILES["hunt"], spaced=0.0, ways=1)


class Noisy:
    """A site that breaks on some days; nine times of ten if noisy, and then any day fails one of twenty."""

    def __init__(self, *needs: tuple[str, object], noise: bool = False, seed: int = 0) -> None:
        self.needs, self.noise, self.rng = set(needs), noise, random.Random(seed)
        self.visited: list[Day] = []

    def __call__(self, day: Day) -> Outcome:
        """What comes of a visit."""
        self.visited.append(day)
        breaks = self.needs <= set(day.misfortunes)
        if self.noise:
            breaks = (breaks and self.rng.random() < 0.9) or self.rng.random() < 0.05
        return Outcome(day, "broken", Broken("It broke.")) if breaks else Outcome(day, "fine")


days = st.fixed_dictionaries(
    {}, optional={choices[0][0]: st.just(choices[0][1]) for choices in FACTORS.values()}
)


@given(days, st.data())
@settings(deadline=None, database=None, max_examples=60)
def test_nothing_can_be_taken_away_from_a_reduced_day(start: dict[str, object], data: st.DataObject) -> None:
    """Whatever breaks it, of up to four misfortunes: exactly those are left, and each was tried without."""
    size = min(len(start), data.draw(st.integers(1, 4)))
    needs = data.draw(st.permutations(sorted(start)))[:size]
    site = Noisy(*((name, start[name]) for name in needs))
    if not needs:
        return
    found = explore(site, FACTORS, profile=HUNT, most=2, named=[Day.of(start)]).findings

    smallest = Day.of({name: start[name] for name in needs})
    assert ([smallest], [True]) == ([each.day for each in found], [each.complete for each in found])
    assert {smallest.without(name) for name in needs} <= set(site.visited)


@pytest.mark.parametrize("value", [1, 2, 3])
def test_values_are_moved_to_the_ordinary_end(value: int) -> None:
    """Where it breaks with a more ordinary value, too, that one is told; else the one it takes."""

    class Late(Noisy):
        def __call__(self, day: Day) -> Outcome:
            self.visited.append(day)
            broken = dict(day.misfortunes).get("goes-back", 0) >= value
            return Outcome(day, "broken", Broken("It broke.")) if broken else Outcome(day, "fine")

    found = explore(
        Late(), FACTORS, profile=PR, most=2, named=[Day.of({"goes-back": 3, "typos": 12})]
    ).findings[0]

    assert Day.of({"goes-back": value}) == found.day
    assert found.passing in {Day(), *(Day.of({"goes-back": less}) for less in range(1, value))}


@pytest.mark.parametrize("factors", [FACTORS, WIDE], ids=["ours", "30"])
def test_noise_is_seen_through(factors: dict[str, tuple[tuple[str, object], ...]]) -> None:
    """Of thirty failures of one to three factors on a noisy site, at most two are told wrong."""
    right = found = 0
    for seed in range(30):
        rng = random.Random(seed)
        chosen = [rng.choice(factors[slot]) for slot in rng.sample(sorted(factors), 1 + seed % 3)]
        site = Noisy(*chosen, noise=True, seed=seed)
        findings = explore(site, factors, profile=HUNT, most=120, seed=seed).findings
        found += bool(findings)
        right += any(each.day == Day(tuple(chosen)) for each in findings)

    assert found >= 27
    assert right >= found - 2


def test_a_site_that_fails_now_and_then_is_not_convicted() -> None:
    """Forty nights of twelve days on a healthy site that fails one time of twenty: nothing red."""
    reds = [
        explore(Noisy(("x", 1), noise=True, seed=n), FACTORS, profile=PR, seed=n).findings for n in range(40)
    ]

    assert [] == [each for red in reds for each in red if len(each.day)]


def test_reducing_is_bounded() -> None:
    """The profile's visits are never overrun; what is left then is told as not the smallest."""
    needs = [(name, CATALOGUE[name].values[0]) for name in ("typos", "goes-back", "double-clicks")]
    bad = Day(tuple(choices[0] for choices in FACTORS.values()))
    short = replace(PR, reducing=3)
    site = Noisy(*needs)

    found = explore(site, FACTORS, profile=short, most=2, named=[bad])

    assert 1 + 3 + 1 + 3 >= len(site.visited)
    assert not found.findings[0].complete


def test_suspicion_follows_what_was_seen() -> None:
    """What all broken days share and no fine day has is suspected most; it is driven alone next."""
    start = Day.of({"typos": 12, "goes-back": 1, "double-clicks": True, "offline-3s": True})
    suspects = Suspects(start, random.Random(1))
    suspects.heard(start, 3, 0)
    suspects.heard(start.without("typos"), 0, 3)
    suspects.heard(Day.of({"typos": 12, "goes-back": 1}), 2, 0)
    suspects.heard(Day.of({"typos": 12}), 0, 2)

    assert Day.of({"typos": 12, "goes-back": 1}) == suspects.likeliest()[0]


def test_the_nearest_day_that_passes() -> None:
    """A day with another value differs as little as one with a misfortune less."""
    broken = Day.of({"goes-back": 2, "typos": 12})

    assert Day.of({"goes-back": 1, "typos": 12}) == told_apart(
        [Day(), Day.of({"typos": 12}), Day.of({"goes-back": 1, "typos": 12})], broken
    )
    assert told_apart([], broken) is None


@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=9),
    st.integers(0, 3),
)
@settings(deadline=None, database=None, max_examples=40)
def test_an_array_meets_every_pair(sizes: list[int], seed: int) -> None:
    """Of any factors: no pair is left out, no day is too heavy, and few days are needed."""
    factors = {f"slot {n}": [(f"id-{n}", value) for value in range(size)] for n, size in enumerate(sizes)}
    met, rng, array = Combinations(factors), random.Random(seed), []
    while not met.complete:
        array.append(met.next_day(rng))
        met.meet(array[-1])

    pairs = {(a, b) for day in array for a in day.misfortunes for b in day.misfortunes if a < b}
    assert met.coverage.met == met.coverage.pairs == len(pairs)
    largest = sorted((size + 1 for size in sizes), reverse=True)
    assert len(array) <= 2 * largest[0] * largest[1] + 4
    assert all(len(day) <= HEAVIEST for day in array)


def test_a_banned_day_is_kept_clear_of() -> None:
    """No day built has all of it, with whatever values; its pairs wait."""
    met, rng = Combinations(FACTORS), random.Random(0)
    met.ban(Day.of({"goes-back": 1, "slow-line": "slow-4g"}))
    while not met.complete:
        day = met.next_day(rng)
        met.meet(day)
        assert not {"goes-back", "slow-line"} <= set(dict(day.misfortunes))

    assert 6 == met.coverage.waiting


def test_a_purse_is_shared_fairly() -> None:
    """Each test gets an equal part of what is left, so what one spares all others have."""
    now = [0.0]
    purse = Purse(90.0, 3, now=lambda: now[0])
    shares = []
    for spent in (10.0, 40.0, 0.0):
        shares.append(purse.share())
        now[0] += spent

    assert [30.0, 40.0, 40.0] == shares
    assert Purse(None, 3).share() is None
    assert 0.0 == Purse(0.0, 0).share()


def test_an_unknown_profile_says_which_there_are() -> None:
    """With the nearest name."""
    with pytest.raises(UsageError, match="Did you mean 'nightly'"):
        profile("nighty")


GUS = KeptDay(
    day=Day.of({"double-clicks": True}),
    scenario="t",
    who="gus",
    events=(happened("broke", 3, 3, "It broke."),),
)


@pytest.mark.parametrize(
    ("site", "answer", "visits", "state"),
    [
        (Noisy(("double-clicks", True)), "STILL BROKEN: It broke: 3 of 3, and an ordinary day", 4, "broken"),
        (Noisy(("x", True)), "FIXED: 3 visits, and none broke", 3, "fixed"),
        (Noisy(), "CANNOT BE REPLAYED: an ordinary day breaks as well (It broke)", 5, "broken"),
        (lambda day: Outcome(day, "neither"), "CANNOT BE REPLAYED: we could not tell", 1, "broken"),
        (lambda day: Outcome(day, "skipped"), "CANNOT BE REPLAYED: the test itself did not run", 1, "broken"),
    ],
)  # fmt: skip
def test_a_replay_has_three_answers(
    tmp_path: Path, site: Noisy, answer: str, visits: int, state: str
) -> None:
    """Fixed, still broken, or cannot be replayed and why; the store knows it afterwards."""
    Shelf(tmp_path).keep(GUS)

    got = replay(site, GUS, FACTORS, shelf=Shelf(tmp_path))

    assert str(got).startswith(answer)
    assert visits == len(got.driven)
    assert [state] == [kept.state for kept in Shelf(tmp_path).kept()]


def test_a_replay_that_breaks_now_and_then_is_not_sure(tmp_path: Path) -> None:
    """It is no conviction, and the visit that broke is shown."""
    signs = iter("+!+")

    def drive(day: Day) -> Outcome:
        broke = next(signs) == "!"
        return (
            Outcome(day, "broken", BrokenExpectation.at("resolved", "pay")("Lost."))
            if broke
            else Outcome(day, "fine")
        )

    got = replay(drive, GUS, FACTORS, shelf=Shelf(tmp_path))

    assert str(got).startswith("CANNOT BE REPLAYED: it broke 1 of 2")
    assert got.outcome is not None
    assert "broken" == got.outcome.verdict


def test_a_replay_that_breaks_in_another_way_says_so(tmp_path: Path) -> None:
    """And what it was kept for stays as it was in the store."""
    Shelf(tmp_path).keep(replace(GUS, way="resolved at pay"))

    def drive(day: Day) -> Outcome:
        broke = BrokenExpectation.at("asked_once", "chat")("Twice.") if len(day) else None
        return Outcome(day, "broken" if broke else "fine", broke)

    got = replay(drive, replace(GUS, way="resolved at pay"), FACTORS, shelf=Shelf(tmp_path))

    assert str(got).startswith("STILL BROKEN: in another way than before: Twice")
    assert [1] == [len(kept.events) for kept in Shelf(tmp_path).kept()]


def test_a_smaller_day_that_nobody_can_tell_about_ends_it() -> None:
    """It is not looked at for ever; the day is told as one that may be smaller still."""
    visits: list[Day] = []

    def drive(day: Day) -> Outcome:
        visits.append(day)
        had = dict(day.misfortunes).keys()
        if {"typos", "double-clicks"} <= had:
            return Outcome(day, "broken", BrokenExpectation.at("resolved", "pay")("Lost."))
        return Outcome(day, "neither" if "typos" in had else "fine")

    named = [Day.of({"typos": 12, "double-clicks": True})]
    found = explore(drive, FACTORS, profile=HUNT, most=2, named=named).findings[0]

    assert (2, False) == (len(found.day), found.complete)
    assert 2 >= visits.count(Day.of({"typos": 12}))


def test_a_day_that_cannot_be_here_cannot_be_replayed() -> None:
    """A misfortune that is gone, or leaves more trace than is allowed here, is named; nobody visits."""
    gone = replace(GUS, day=Day.of({"struck-by-lightning": True}))

    got = replay(Noisy(), gone, FACTORS)

    assert "CANNOT BE REPLAYED: here nobody can meet struck-by-lightning" in str(got)
    assert () == got.driven
