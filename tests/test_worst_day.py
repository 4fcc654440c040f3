"""Searching for the day that breaks it, with a simulated company in place of a browser."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import strategies

from cxprobe.errors import BrokenExpectation
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.worst_day import REDUCING, Outcome, days, explore, told

NAMES = sorted(CATALOGUE)
SIGNS: dict[str, Literal["fine", "broken", "neither", "error", "skipped"]] = {
    "+": "fine",
    "!": "broken",
    "?": "neither",
    "E": "error",
    "s": "skipped",
}
DOUBLE = Day.of({"double-clicks": True})


class Company:
    """A company that lets down whoever has all the misfortunes of one of its bugs; counts its visitors."""

    def __init__(self, **bugs: Iterable[str]) -> None:
        self.bugs = {name: set(misfortunes) for name, misfortunes in bugs.items()}
        self.visited: list[Day] = []
        self.verdict: Callable[[Day], Literal["fine", "neither", "error", "skipped"]] = lambda day: "fine"

    def __call__(self, day: Day) -> Outcome:
        """What comes of a visit on that day."""
        self.visited.append(day)
        had = {name for name, _ in day.misfortunes}
        for name, misfortunes in self.bugs.items():
            if misfortunes <= had:
                return Outcome(day, "broken", BrokenExpectation.at("resolved", name)(f"It broke by {name}."))
        return Outcome(day, self.verdict(day))


@pytest.mark.parametrize("misfortune", NAMES)
def test_a_single_misfortune_is_found_and_stands_alone(misfortune: str) -> None:
    """What one misfortune breaks is reduced to that one, with its most ordinary value, for every seed."""
    found = [explore(Company(bug=[misfortune]), days(), seed=seed, most=40).worst for seed in range(6)]

    assert {Day.of({misfortune: CATALOGUE[misfortune].values[0]})} == {each.day for each in found if each}
    assert None not in found


@pytest.mark.parametrize(
    "pair", [("apostrophe-name", "double-clicks"), ("slow-line", "goes-back"), ("typos", "offline-3s")]
)
def test_a_pair_is_found_and_stands_alone(pair: tuple[str, str]) -> None:
    """What takes two misfortunes together is reduced to those two, within the days of reducing."""
    wanted = Day.of({name: CATALOGUE[name].values[0] for name in pair})

    for seed in range(6):
        company = Company(bug=pair)
        found = explore(company, days(), seed=seed, most=40)

        assert found.worst is not None
        assert wanted == found.worst.day
        assert len(found.driven) <= 40 + REDUCING


@pytest.mark.parametrize("bugs", [{}, {"a": ["typos"]}, {"a": ["typos", "goes-back"], "b": ["slow-line"]}])
def test_only_the_first_broken_day_is_lived_twice(bugs: dict[str, list[str]]) -> None:
    """A day is driven once, but for the one that broke first: it is driven again, to be sure."""
    for seed in range(10):
        company = Company(**bugs)
        found = explore(company, days(), seed=seed)
        again = {day for day in company.visited if company.visited.count(day) > 1}

        assert {found.started_with} - {None} == again
        assert len(found.days) + len(again) == len(company.visited)
        assert [outcome.day for outcome in found.driven] == company.visited


def test_what_drives_keeps_its_own_randomness() -> None:
    """Hypothesis seeds `random` for its own draws; a driven day never sees that, nor does who comes after."""
    seen = []

    def drive(day: Day) -> Outcome:
        seen.append(random.random())
        return Outcome(day, "fine")

    random.seed(7)
    explore(drive, days(), most=12, seed=3)
    seen.append(random.random())
    random.seed(7)

    assert [random.random() for _ in range(13)] == seen
    assert 13 == len(set(seen))


class Moody:
    """A company whose answers for a day come in turn from a script: + fine, ! broken, ? neither, E, s."""

    def __init__(self, script: str, moody: Callable[[Day], bool]) -> None:
        self.script, self.moody = list(script), moody
        self.signs = ""

    def __call__(self, day: Day) -> Outcome:
        """What comes of a visit on that day; fine where the company is not moody."""
        sign = self.script.pop(0) if self.script and self.moody(day) else "+"
        self.signs += sign
        verdict = SIGNS[sign]
        return Outcome(day, verdict, AssertionError("A mood.") if verdict in ("broken", "error") else None)


@pytest.mark.parametrize(
    ("script", "signs", "verdict"),
    [
        ("!!", "!!", "broken"),
        ("!+!", "!+!", "broken"),
        ("!?!", "!?!", "broken"),
        ("!++", "!++", "neither"),
        ("!+?", "!+?", "neither"),
        ("!E", "!E", "error"),
        ("!s", "!s", "skipped"),
    ],
)
def test_a_day_that_broke_is_believed_twice_of_three(script: str, signs: str, verdict: str) -> None:
    """A day that broke is driven until two of three agree, the ordinary one on a search of one day, too."""
    company = Moody(script, lambda day: not len(day))

    found = explore(company, days(), most=1)

    assert (signs, len(signs)) == (company.signs, len(found.driven))
    assert found.ordinary is not None
    assert (verdict, verdict == "neither") == (found.ordinary.verdict, found.ordinary.intermittent)
    assert (found.worst is None) == (verdict == "neither")


def test_what_broke_once_of_three_is_told_and_the_search_goes_on() -> None:
    """An intermittent day counts as neither; its three drives count among the most."""
    company = Moody("!++", lambda day: len(day) > 0)

    found = explore(company, days(), most=6)
    said = told(found, CATALOGUE)

    assert "+!++++" == company.signs
    assert (1, 4, 6) == (found.neither, len(found.days), len(found.driven))
    assert "4 days lived, 1 of them without a clear answer, and none broke." in said
    assert "\nIt broke once of three: A mood (with " in said


@pytest.mark.parametrize(
    ("sign", "why"), [("E", "a day ended in an error (A mood)"), ("s", "a day was skipped")]
)
def test_a_mistake_while_reducing_keeps_the_day_that_broke(tmp_path: Path, sign: str, why: str) -> None:
    """An outage while a day is being made smaller ends that, and the smallest so far is told and kept."""
    company = Moody(f"!!!{sign}", lambda day: len(day) > 0)

    bad = strategies.just(Day.of({"typos": 12, "goes-back": 1, "double-clicks": True}))

    found = explore(company, bad, store=tmp_path)

    assert f"+!!!{sign}" == company.signs
    assert found.worst is found.driven[3]
    assert why == found.stopped
    assert f"Then {why}." in told(found, CATALOGUE)
    assert 1 == len(list(tmp_path.iterdir()))


def test_the_ordinary_day_comes_first_and_twelve_are_lived() -> None:
    """A company without fault is visited on twelve different days, the first an ordinary one."""
    company = Company()

    found = explore(company, days(), most=12)

    assert Day() == company.visited[0]
    assert 12 == len(company.visited)
    assert found.worst is None
    assert found.ordinary is found.driven[0]
    assert "12 days lived, and none broke." == told(found, CATALOGUE)


def test_days_differ_by_seed_and_repeat_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seed alone decides which days are drawn, on a continuous integration server too."""
    monkeypatch.setenv("CI", "true")
    drawn = []
    for seed in (1, 1, 2):
        company = Company()
        explore(company, days(), seed=seed)
        drawn.append(company.visited)

    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_days_are_bad_enough_to_matter() -> None:
    """Half of what could go wrong goes wrong: a dozen days meet every pair of misfortunes now and then."""
    company = Company()
    for seed in range(10):
        explore(company, days(), seed=seed)
    sizes = [len(day) for day in company.visited if len(day)]

    assert 4 < sum(sizes) / len(sizes) < 7


def test_what_breaks_on_an_ordinary_day_is_said_so() -> None:
    """Nothing is explored where the ordinary day breaks already."""
    company = Company(bug=[])

    found = explore(company, days())

    assert [Day(), Day()] == company.visited
    assert "It broke on an ordinary day." == told(found, CATALOGUE)


@pytest.mark.parametrize("verdict", ["error", "skipped"])
def test_a_mistake_ends_the_search(verdict: Literal["error", "skipped"]) -> None:
    """A test that does not work, or does not want to run, is not explored any further."""
    company = Company()
    company.verdict = lambda day: verdict if len(day) else "fine"

    found = explore(company, days())

    assert 2 == len(company.visited)
    assert found.worst is found.driven[-1]


def test_what_the_driver_raises_passes_through() -> None:
    """An interrupt, or a mistake of the driver's own, is no failure to be reduced."""

    def drive(day: Day) -> Outcome:
        if len(day):
            raise KeyError("driver")
        return Outcome(day, "fine")

    with pytest.raises(KeyError, match="driver"):
        explore(drive, days())


def test_neither_is_neither() -> None:
    """Days that we cannot tell about are counted, and are no failure."""
    company = Company()
    company.verdict = lambda day: "neither" if len(day) else "fine"

    found = explore(company, days(), most=5)

    assert found.worst is None
    assert 4 == found.neither
    assert "5 days lived, 4 of them without a clear answer, and none broke." == told(found, CATALOGUE)


def test_the_time_may_be_up() -> None:
    """No day is begun after the budget, but the ordinary one always is."""
    company = Company()

    found = explore(company, days(), budget=0.0)

    assert [Day()] == company.visited
    assert "1 day lived, and none broke. Then the time was up." == told(found, CATALOGUE)


def test_the_time_may_be_up_while_reducing() -> None:
    """A broken day found in time is told as it is, when there is none left to make it smaller."""
    company = Company(bug=["typos"])
    now = [0.0]

    def drive(day: Day) -> Outcome:
        now[0] += 1
        return company(day)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cxprobe.worst_day.time.monotonic", lambda: now[0])
        found = explore(
            drive, days(), budget=100.0, seed=3, progress=lambda outcome, reducing: _late(now, outcome)
        )

    assert found.worst is not None
    assert found.started_with == found.worst.day
    assert "Then the time was up." in told(found, CATALOGUE)


def _late(now: list[float], outcome: Outcome) -> None:
    if outcome.verdict == "broken":
        now[0] = 1000.0


def test_reducing_keeps_to_its_own_bug() -> None:
    """Where a smaller day breaks in another way, that is another bug: told beside, not instead."""
    both = Company(pair=["typos", "goes-back"], other=["slow-line"])
    seen = 0
    for seed in range(12):
        found = explore(both, days(), seed=seed)
        assert found.worst is not None
        started, ended = {name for name, _ in (found.started_with or Day()).misfortunes}, found.worst
        seen += bool(found.others)

        wanted = "pair" if {"typos", "goes-back"} <= started else "other"
        assert f"It broke by {wanted}." == str(ended.failure)
        assert all(type(each.failure) is not type(ended.failure) for each in found.others)
        assert ("Another way it broke: It broke by other (with " in told(found, CATALOGUE)) == bool(
            found.others
        )

    assert seen


def test_a_broken_day_is_remembered_and_met_first(tmp_path: Path) -> None:
    """The next night drives it right after the ordinary day; once it is fine it is forgotten."""
    explore(Company(bug=["double-clicks"]), days(), store=tmp_path, most=40)
    again, mended = Company(bug=["double-clicks"]), Company()
    explore(again, days(), store=tmp_path, seed=9)
    explore(mended, days(), store=tmp_path, seed=9, most=2)

    assert [Day(), DOUBLE, DOUBLE] == again.visited
    assert [Day(), DOUBLE] == mended.visited
    assert [] == list(tmp_path.iterdir())


def test_a_remembered_day_that_broke_in_another_way_is_kept(tmp_path: Path) -> None:
    """Two bugs are remembered by a day each, so that mending one does not hide the other."""
    explore(Company(one=["typos", "goes-back"], two=["slow-line"]), days(), store=tmp_path, seed=1, most=40)
    first = len(list(tmp_path.iterdir()))
    mended = Company(two=["slow-line"])
    found = explore(mended, days(), store=tmp_path, seed=1, most=40)

    assert first >= 1
    assert found.worst is not None
    assert Day.of({"slow-line": "slow-4g"}) == found.worst.day


def test_a_store_that_cannot_be_written_loses_nothing_else(tmp_path: Path) -> None:
    """Without a memory the search is the same."""
    (tmp_path / "file").write_text("", "utf-8")

    found = explore(Company(bug=["typos"]), days(), store=tmp_path / "file", most=40)

    assert found.worst is not None
    assert Day.of({"typos": 12}) == found.worst.day


def test_progress_hears_of_every_day() -> None:
    """Whoever watches is told each outcome as it comes, and whether it served to reduce another."""
    heard: list[tuple[Outcome, bool]] = []
    company = Company(bug=["typos"])

    found = explore(
        company, days(), most=40, progress=lambda outcome, reducing: heard.append((outcome, reducing))
    )
    first_broken = next(place for place, (outcome, _) in enumerate(heard) if outcome.verdict == "broken")

    assert found.driven == [outcome for outcome, _ in heard]
    assert [place > first_broken + 1 for place in range(len(heard))] == [reducing for _, reducing in heard]


def test_days_keep_to_the_channel_and_the_trace_level() -> None:
    """On a channel without typing no slip of the hand is drawn."""
    company = Company()
    for seed in range(5):
        explore(company, days(channels=["chat"]), seed=seed)
    drawn = {name for day in company.visited for name, _ in day.misfortunes}

    assert drawn
    assert "double-clicks" not in drawn
