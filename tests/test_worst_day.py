"""Searching for the day that breaks it, with a simulated company in place of a browser."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from math import comb
from pathlib import Path
from typing import Literal

import pytest

from cxprobe.errors import BrokenExpectation, Outage
from cxprobe.ledger.days import Shelf
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.worst_day import PROFILES, Exploration, Outcome, Worst, explore, to_json, told, told_coverage
from cxprobe.worst_day.combinations import HEAVIEST, Combinations
from cxprobe.worst_day.lives import Lives

FACTORS = CATALOGUE.factors(["web", "chat"], "pay")
NAMES = sorted(CATALOGUE)
PAIRS = Combinations(FACTORS).coverage.pairs
PR, HUNT = PROFILES["pr"], replace(PROFILES["hunt"], spaced=0.0)
NIGHTLY = replace(PROFILES["nightly"], spaced=0.0)
SIGNS: dict[str, Literal["fine", "broken", "neither", "error", "skipped"]] = {
    "+": "fine",
    "!": "broken",
    "?": "neither",
    "E": "error",
    "s": "skipped",
}
DOUBLE = Day.of({"double-clicks": True})
NIGHT = datetime(2026, 3, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="module")
def _no_pauses() -> Iterator[None]:
    """A simulated company needs no time to get over a hiccup."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Lives, "wait", lambda lives: None)
        yield


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
        return Outcome(day, self.verdict(day), burden={"waiting": float(len(had))})


class Moody:
    """A company whose answers come in turn from a script on some days: + fine, ! broken, ? neither, E, s."""

    def __init__(self, script: str, moody: Callable[[Day], bool]) -> None:
        self.script, self.moody = list(script), moody
        self.signs = ""

    def __call__(self, day: Day) -> Outcome:
        """What comes of a visit on that day; fine where the company is not moody."""
        sign = self.script.pop(0) if self.script and self.moody(day) else "+"
        self.signs += sign
        verdict = SIGNS[sign]
        return Outcome(day, verdict, AssertionError("A mood.") if verdict in ("broken", "error") else None)


@pytest.mark.parametrize("misfortune", NAMES)
def test_a_single_misfortune_is_found_and_stands_alone(misfortune: str) -> None:
    """What one misfortune breaks is reduced to that one, with its most ordinary value, for every seed."""
    found = [explore(Company(bug=[misfortune]), FACTORS, seed=seed, most=40).worst for seed in range(4)]

    assert {Day.of({misfortune: CATALOGUE[misfortune].values[0]})} == {each.day for each in found if each}
    assert None not in found


@pytest.mark.parametrize(
    "pair", [("apostrophe-name", "double-clicks"), ("slow-line", "goes-back"), ("typos", "offline-3s")]
)
def test_a_pair_is_found_and_stands_alone(pair: tuple[str, str]) -> None:
    """What takes two misfortunes together is reduced to those two, with the nearest day that passes."""
    wanted = Day.of({name: CATALOGUE[name].values[0] for name in pair})

    for seed in range(4):
        found = explore(Company(bug=pair), FACTORS, seed=seed, most=40).findings[0]

        assert (wanted, True) == (found.day, found.complete)
        assert found.passing in {wanted.without(name) for name in pair}
        assert found.days <= 20


def test_a_triple_is_found_within_200_days() -> None:
    """Days by chance are biased to what was never met together, by threes."""
    bug = ("right-to-left-name", "reloads-midway", "slow-line")

    for seed in range(4):
        found = explore(Company(bug=bug), FACTORS, profile=HUNT, seed=seed)

        assert set(bug) == {name for name, _ in found.findings[0].day.misfortunes}


def test_nearly_every_triple_is_met_within_200_days() -> None:
    """Of any three values that may fall together, 99 in 100 do; days drawn blindly meet nine in ten."""
    company = Company()
    explore(company, FACTORS, profile=HUNT, seed=5)
    met = {three for day in company.visited for three in combinations(day.misfortunes, 3)}
    there = [
        three
        for slots in combinations(FACTORS.values(), 3)
        for one, two, other in product(*slots)
        for three in [tuple(sorted((one, two, other), key=lambda pair: pair[0]))]
    ]

    assert len(there) * 0.99 < sum(three in met for three in there)


def test_a_day_by_chance_takes_as_much_as_one_may_and_counts_its_triples() -> None:
    """The first is as heavy as days get, all its triples new; driven, it has none."""
    met = Combinations(FACTORS)
    order = list(range(met.slots))
    new, day = met.day_in_order(order)
    met.meet(day)
    again, other = met.day_in_order(order)

    assert (HEAVIEST, comb(HEAVIEST, 3)) == (len(day), new)
    assert day != other
    assert 0 < again <= comb(HEAVIEST, 3)


def test_the_array_leaves_no_pair_out() -> None:
    """Twice the days of the two largest factors meet every pair of things that can go wrong; that is told."""
    largest = sorted((len(choices) + 1 for choices in FACTORS.values()), reverse=True)
    found = explore(Company(), FACTORS, most=2 * largest[0] * largest[1])

    assert found.coverage is not None
    assert (PAIRS, PAIRS) == (found.coverage.met, found.coverage.pairs)
    assert f"{PAIRS} of {PAIRS} pairs of misfortunes were met" == told_coverage(found)


def test_what_was_left_out_is_said() -> None:
    """A short search tells how many pairs wait for another night."""
    found = explore(Company(), FACTORS, most=3)

    assert found.coverage is not None
    left = found.coverage.pairs - found.coverage.met
    assert left > 0
    assert f"{left} pairs of misfortunes were left for another night" in told_coverage(found)


def test_the_array_goes_on_the_next_night(tmp_path: Path) -> None:
    """A few short nights meet every pair as a long one would, and no day twice; then it begins anew."""
    company, met = Company(), [0]
    while met[-1] < PAIRS:
        explored = [day for day in company.visited if len(day)]
        found = explore(company, FACTORS, most=12, seed=len(met), shelf=Shelf(tmp_path))
        assert found.coverage is not None
        met.append(found.coverage.met)
        assert met[-2] < met[-1]
    again = explore(company, FACTORS, most=12, shelf=Shelf(tmp_path)).coverage

    assert 3 <= len(met) - 1 <= 6
    assert len(set(explored)) == len(explored)
    assert again is not None
    assert 0 < again.met < PAIRS


@pytest.mark.parametrize(
    ("script", "signs", "kind"),
    [
        ("!!!", "!!!", "broken"),
        ("!!+", "!!+", "intermittent"),
        ("!+!", "!+!", "intermittent"),
        ("!?!", "!?!", "intermittent"),
        ("!++", "!++", "intermittent"),
        ("!E", "!E", "error"),
        ("!s", "!s", "skipped"),
    ],
)
def test_a_day_that_broke_is_believed_three_of_three(script: str, signs: str, kind: str) -> None:
    """An ordinary day is driven until it broke three times running; once or twice of three is listed only."""
    company = Moody(script, lambda day: not len(day))

    found = explore(company, FACTORS, profile=NIGHTLY, most=1)

    assert (signs, len(signs)) == (company.signs, len(found.driven))
    assert found.ordinary is not None
    assert {"broken": "broken", "intermittent": "neither"}.get(kind, kind) == found.ordinary.verdict
    assert (kind == "intermittent") == found.ordinary.intermittent == (found.worst is None)


@pytest.mark.parametrize(
    ("days", "controls", "signs", "told_as"),
    [
        ("!!!!!", "+", "!!+!", "broken"),
        ("!!!!!", "!+", "!!!+!", "broken"),
        ("!!", "!!!", "!!!!!", "ordinary"),
        ("!!!!", "+", "!!+!", "intermittent"),
        ("!!+", "+", "!!++", "intermittent"),
        ("!!", "???", "!!???", "intermittent"),
    ],
)
def test_the_control_stands_in_between(days: str, controls: str, signs: str, told_as: str) -> None:
    """A bad day convicts only where an ordinary day in between gets through."""
    bad, ordinary = Moody(days, lambda day: True), Moody("+" + controls, lambda day: True)
    lived: list[str] = []

    def drive(day: Day) -> Outcome:
        outcome = bad(day) if len(day) else ordinary(day)
        lived.append((bad if len(day) else ordinary).signs[-1])
        return outcome

    found = explore(drive, FACTORS, profile=NIGHTLY, most=2, named=[DOUBLE])
    kinds = [finding.kind for finding in found.findings]

    assert "".join(lived[1:]).startswith(signs)
    assert {"broken": ["new"], "ordinary": ["ordinary"]}.get(told_as, []) == kinds
    assert (told_as == "intermittent") == bool(found.intermittent)


@pytest.mark.parametrize("until", ["control", "third look"])
def test_a_site_that_goes_down_convicts_no_day(tmp_path: Path, until: str) -> None:
    """Who broke just before may have met what was coming; the day is driven again another night."""
    visits: list[Day] = []

    def drive(day: Day) -> Outcome:
        visits.append(day)
        if len(visits) == (4 if until == "control" else 5):
            return Outcome(day, "error", Outage("Nobody answers."))
        lost = BrokenExpectation.at("resolved", "pay")("Lost.") if len(day) else None
        return Outcome(day, "broken" if lost else "fine", lost)

    found = explore(drive, FACTORS, profile=NIGHTLY, named=[DOUBLE], shelf=Shelf(tmp_path))

    assert [] == found.findings
    assert found.mistake is not None
    assert [(DOUBLE, "intermittent")] == [(kept.day, kept.state) for kept in Shelf(tmp_path).kept()]


def test_what_broke_once_of_three_is_told_and_the_search_goes_on() -> None:
    """An intermittent day counts as neither; its three drives count among the most."""
    company = Moody("!++", lambda day: len(day) > 0)

    found = explore(company, FACTORS, most=6)
    said = told(found, CATALOGUE)

    assert "+!++++" == company.signs
    assert (1, 4, 6) == (found.neither, len(found.days), len(found.driven))
    assert "4 days lived, 1 of them without a clear answer, and none broke." in said
    assert "\nIt broke once of three: A mood (with " in said


@pytest.mark.parametrize(
    ("sign", "why"), [("E", "a day ended in an error (A mood)"), ("s", "a day was skipped")]
)
@pytest.mark.parametrize("before", ["!!", "!!!", "!!!-"])
def test_a_mistake_on_the_way_keeps_the_day_that_broke(
    tmp_path: Path, sign: str, why: str, before: str
) -> None:
    """An outage while a day is confirmed or made smaller ends that; the smallest so far is told and kept."""
    company = Moody(before.replace("-", "+") + sign, lambda day: len(day) > 0)
    bad = Day.of({"typos": 12, "goes-back": 1, "double-clicks": True})

    found = explore(company, FACTORS, named=[bad], shelf=Shelf(tmp_path))

    assert company.signs.endswith(sign)
    assert bad == found.findings[0].day
    assert f"Then {why}." in told(found, CATALOGUE)
    assert [bad] == [kept.day for kept in Shelf(tmp_path).kept()]


def test_the_ordinary_day_comes_first_and_twelve_are_lived() -> None:
    """A company without fault is visited on twelve different days, the first an ordinary one."""
    company = Company()

    found = explore(company, FACTORS, most=12)

    assert Day() == company.visited[0]
    assert 12 == len(company.visited) == len(set(company.visited))
    assert found.worst is None
    assert found.ordinary is found.driven[0]
    assert "12 days lived, and none broke." == told(found, CATALOGUE)


def test_days_differ_by_seed_and_repeat_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seed alone decides which days are drawn, on a continuous integration server too."""
    monkeypatch.setenv("CI", "true")
    drawn = []
    for seed in (1, 1, 2):
        company = Company()
        explore(company, FACTORS, profile=HUNT, seed=seed, most=50)
        drawn.append(company.visited)

    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]


def test_what_drives_keeps_its_own_randomness() -> None:
    """Hypothesis seeds `random` for its own draws; a driven day never sees that, nor does who comes after."""
    seen = []

    def drive(day: Day) -> Outcome:
        seen.append(random.random())
        return Outcome(day, "fine")

    random.seed(7)
    explore(drive, FACTORS, most=60, seed=3)
    seen.append(random.random())
    random.seed(7)

    assert [random.random() for _ in range(61)] == seen


def test_what_breaks_on_an_ordinary_day_is_said_so() -> None:
    """Nothing is explored where the ordinary day breaks already."""
    company = Company(bug=[])

    found = explore(company, FACTORS)

    assert [Day(), Day()] == company.visited
    assert "It broke on an ordinary day." == told(found, CATALOGUE)


@pytest.mark.parametrize("verdict", ["error", "skipped"])
def test_a_mistake_ends_the_search(verdict: Literal["error", "skipped"]) -> None:
    """A test that does not work, or does not want to run, is not explored any further."""
    company = Company()
    company.verdict = lambda day: verdict if len(day) else "fine"

    found = explore(company, FACTORS)

    assert 2 == len(company.visited)
    assert found.worst is found.driven[-1]


def test_what_the_driver_raises_passes_through() -> None:
    """An interrupt, or a mistake of the driver's own, is no failure to be reduced."""

    def drive(day: Day) -> Outcome:
        if len(day):
            raise KeyError("driver")
        return Outcome(day, "fine")

    with pytest.raises(KeyError, match="driver"):
        explore(drive, FACTORS)


def test_neither_is_neither() -> None:
    """Days that we cannot tell about are counted, are no failure, and have met nothing."""
    company = Company()
    company.verdict = lambda day: "neither" if len(day) else "fine"

    found = explore(company, FACTORS, most=5)

    assert found.worst is None
    assert 4 == found.neither
    assert "5 days lived, 4 of them without a clear answer, and none broke." == told(found, CATALOGUE)
    assert found.coverage is not None
    assert 0 == found.coverage.met


def test_the_time_may_be_up() -> None:
    """No day is begun after the budget, but the ordinary one always is."""
    company = Company()

    found = explore(company, FACTORS, budget=0.0)

    assert [Day()] == company.visited
    assert "1 day lived, and none broke. Then the time was up." == told(found, CATALOGUE)


def test_the_time_may_be_up_while_reducing() -> None:
    """A broken day found in time is told as it is, when there is none left to make it smaller."""
    company, now = Company(bug=["typos"]), [0.0]
    bad = Day.of({"typos": 12, "goes-back": 1, "double-clicks": True})

    def drive(day: Day) -> Outcome:
        outcome = company(day)
        now[0] += 1000 * (len(company.visited) >= 5)
        return outcome

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cxprobe.worst_day.lives.time.monotonic", lambda: now[0])
        patch.setattr("cxprobe.worst_day.search.time.monotonic", lambda: now[0])
        found = explore(drive, FACTORS, budget=100.0, named=[bad])

    assert (bad, False) == (found.findings[0].day, found.findings[0].complete)
    assert "It may be smaller still" in told(found, CATALOGUE)
    assert "Then the time was up." in told(found, CATALOGUE)


def test_two_bugs_are_told_apart_and_each_made_small() -> None:
    """A hunt follows up every way to break, keeps each to its own, and keeps clear of what it knows."""
    for seed in range(6):
        both = Company(pair=["typos", "goes-back"], other=["slow-line"])
        found = explore(both, FACTORS, profile=HUNT, seed=seed, most=60)

        assert {
            "It broke by pair.": Day.of({"typos": 12, "goes-back": 1}),
            "It broke by other.": Day.of({"slow-line": "slow-4g"}),
        } == {str(each.outcome.failure): each.day for each in found.findings}
        assert "Another way it broke: It broke by " in told(found, CATALOGUE)


def test_a_pull_request_stops_at_the_first_bug_and_tells_of_others_it_saw() -> None:
    """The short profile makes one day small; what else was seen on the way is told, not followed up."""
    seen = 0
    bad = Day.of({"typos": 12, "goes-back": 1, "slow-line": "slow-4g", "offline-3s": True})
    for seed in range(8):
        both = Company(pair=["typos", "goes-back"], other=["slow-line"])
        found = explore(both, FACTORS, profile=PR, seed=seed, most=40, named=[bad])
        seen += bool(found.glimpsed)

        assert 1 == len(found.findings)
        assert bool(found.glimpsed) == ("Seen on the way, not followed up: " in told(found, CATALOGUE))

    assert seen


def test_a_known_breaker_is_kept_clear_of() -> None:
    """Once a misfortune is known to break it alone, no further day has it, whatever its value."""
    company = Company(bug=["apostrophe-name"])

    found = explore(company, FACTORS, profile=HUNT, most=40)
    last = [outcome.day for outcome in found.driven[-15:]]

    assert 1 == len(found.findings)
    assert not any("apostrophe-name" in dict(day.misfortunes) for day in last)
    assert found.coverage is not None
    assert found.coverage.waiting > 0


def night(company: Company, shelf: Path, number: int, most: int = 40) -> Exploration:
    """One night of a company's."""
    today = NIGHT + timedelta(days=number)
    return explore(company, FACTORS, profile=NIGHTLY, shelf=Shelf(shelf), most=most, seed=number, today=today)


def test_a_broken_day_is_remembered_and_met_first(tmp_path: Path) -> None:
    """The next night drives it right after the ordinary day, twice; it was convicted before."""
    night(Company(bug=["double-clicks"]), tmp_path, 0)
    again = Company(bug=["double-clicks"])
    found = night(again, tmp_path, 1, most=3)

    assert [Day(), DOUBLE, DOUBLE] == again.visited
    assert ["still"] == [finding.kind for finding in found.findings]


def test_a_mended_day_is_driven_weekly_and_a_relapse_is_gravest(tmp_path: Path) -> None:
    """Broken, fixed after three looks, left alone for a week, driven once, and back: a relapse."""
    bug = ["double-clicks"]
    night(Company(bug=bug), tmp_path, 0)
    mended, soon, later, back = Company(), Company(), Company(), Company(bug=bug)
    fixed = night(mended, tmp_path, 1, most=2).fixed
    night(soon, tmp_path, 3, most=2)
    night(later, tmp_path, 8, most=2)
    found = night(back, tmp_path, 16, most=5)

    assert [DOUBLE] == [kept.day for kept in fixed]
    assert [3, 0, 1] == [each.visited.count(DOUBLE) for each in (mended, soon, later)]
    assert "relapse" == found.findings[0].kind
    assert "A relapse: this was mended, and is back." in told(found, CATALOGUE)


def test_a_relapse_is_one_by_whatever_way_it_is_met(tmp_path: Path) -> None:
    """A mended day that is not due is met again by a larger one: it is back, and no new day."""
    bug = ["double-clicks"]
    night(Company(bug=bug), tmp_path, 0)
    night(Company(), tmp_path, 1, most=2)
    found = night(Company(bug=bug), tmp_path, 2)

    assert [("relapse", DOUBLE)] == [(finding.kind, finding.day) for finding in found.findings]


def test_a_known_day_that_breaks_in_another_way_is_another(tmp_path: Path) -> None:
    """What it was kept for is mended; the new way is followed up by itself, and made small."""
    pair = ["apostrophe-name", "double-clicks"]
    night(Company(order=pair), tmp_path, 0, most=80)
    other = Company(chat=["apostrophe-name"])

    def drive(day: Day) -> Outcome:
        seen = other(day)
        failure = BrokenExpectation.at("asked_once", "chat")("Twice.") if seen.failure else None
        return replace(seen, failure=failure)

    today = NIGHT + timedelta(days=1)
    found = explore(drive, FACTORS, profile=NIGHTLY, shelf=Shelf(tmp_path), most=4, today=today)

    assert [set(pair)] == [{name for name, _ in kept.day.misfortunes} for kept in found.fixed]
    assert [("new", {"apostrophe-name"})] == [
        (finding.kind, {name for name, _ in finding.day.misfortunes}) for finding in found.findings
    ]
    assert {"fixed", "broken"} == {kept.state for kept in Shelf(tmp_path).kept()}


def test_a_believed_day_is_kept_before_it_is_made_small(tmp_path: Path) -> None:
    """A run that is killed while reducing has not lost it."""
    company = Company(bug=["double-clicks"])
    kept: list[int] = []

    def killed(outcome: Outcome, reducing: bool) -> None:
        if reducing:
            kept.append(len(Shelf(tmp_path).kept()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        explore(company, FACTORS, profile=NIGHTLY, shelf=Shelf(tmp_path), progress=killed, most=40)

    assert [1] == kept
    found = night(Company(bug=["double-clicks"]), tmp_path, 1)
    assert [DOUBLE] == [finding.day for finding in found.findings]
    assert [DOUBLE] == [each.day for each in Shelf(tmp_path).kept()]


def test_what_breaks_at_another_step_each_time_is_one_complaint() -> None:
    """A line that drops breaks where it drops: the expectation is what the looks have in common."""
    steps = iter(["pay", "basket", *["pay", "delivery", "basket"] * 40])

    def drive(day: Day) -> Outcome:
        if "dropping-line" not in dict(day.misfortunes):
            return Outcome(day, "fine")
        return Outcome(day, "broken", BrokenExpectation.at("resolved", next(steps))("Lost."))

    found = explore(drive, FACTORS, profile=NIGHTLY, most=40).findings

    assert [("resolved", ["dropping-line"])] == [
        (each.way, [name for name, _ in each.day.misfortunes]) for each in found
    ]


def test_a_misfortune_that_lets_nobody_tell_does_not_fall_on_every_day() -> None:
    """As an ad blocker before a wall against robots: the others are met all the same."""

    def drive(day: Day) -> Outcome:
        return Outcome(day, "neither" if "ad-blocker" in dict(day.misfortunes) else "fine")

    found = explore(drive, FACTORS, profile=NIGHTLY, most=40, named=[])

    with_it = sum("ad-blocker" in dict(day.misfortunes) for day in found.days)
    assert with_it < len(found.days) * 0.75
    assert found.coverage is not None
    assert found.coverage.met > PAIRS * 0.6


def test_an_intermittent_day_is_driven_again_the_next_nights(tmp_path: Path) -> None:
    """It is never red, and let go after passing on three nights."""
    moody = Moody("!+!", lambda day: day == DOUBLE)
    visits: list[int] = []

    def drive(day: Day) -> Outcome:
        visits[-1] += day == DOUBLE
        return moody(day)

    for number in range(6):
        visits.append(0)
        today = NIGHT + timedelta(days=number)
        found = explore(
            drive, FACTORS, profile=NIGHTLY, named=[DOUBLE], shelf=Shelf(tmp_path), most=6, today=today
        )
        assert [] == found.findings

    assert [3, 1, 1, 1, 0, 0] == visits


def test_a_store_that_cannot_be_written_loses_nothing_else(tmp_path: Path) -> None:
    """Without a memory the search is the same."""
    (tmp_path / "file").write_text("", "utf-8")

    found = explore(Company(bug=["typos"]), FACTORS, shelf=Shelf(tmp_path / "file"), most=40)

    assert found.worst is not None
    assert Day.of({"typos": 12}) == found.worst.day


def test_progress_hears_of_every_day() -> None:
    """Whoever watches is told each outcome as it comes, and whether it served to reduce another."""
    heard: list[tuple[Outcome, bool]] = []

    found = explore(Company(bug=["typos"]), FACTORS, most=40, progress=lambda *each: heard.append(each))

    assert found.driven == [outcome for outcome, _ in heard]
    assert {True, False} == {reducing for _, reducing in heard}


def test_the_hardest_days_are_sought_where_asked() -> None:
    """--cx-worst=waiting climbs: its days by chance are waited on longer than those without it."""
    slow, mean = set(NAMES[::2]), {}

    def waited(day: Day) -> float:
        return float(sum(1 if name in slow else -1 for name, _ in day.misfortunes))

    def drive(day: Day) -> Outcome:
        return Outcome(day, "fine", burden={"waiting": waited(day)})

    wanted: tuple[Worst, ...] = ("", "waiting")
    for worst in wanted:
        driven = explore(drive, FACTORS, profile=HUNT, worst=worst, most=90).driven[40:]
        mean[worst] = sum(waited(outcome.day) for outcome in driven) / len(driven)

    assert mean["waiting"] > mean[""] + 1


def test_a_rare_day_says_how_rare(tmp_path: Path) -> None:
    """Where the prevalence of any of its misfortunes is unknown, so is that of the day."""
    found = explore(Company(bug=["typos"]), FACTORS, most=40)

    assert "How common such a day is: unknown." in told(found, CATALOGUE)


def both(*bugs: tuple[str, set[str]]) -> Callable[[Day], Outcome]:
    """A company whose visits show every bug that the day has, the first one first."""

    def drive(day: Day) -> Outcome:
        had = {name for name, _ in day.misfortunes}
        broke = [
            BrokenExpectation.at(name, "paying")(f"Broke: {name}.") for name, need in bugs if need <= had
        ]
        first = broke[0] if broke else None
        return Outcome(day, "broken" if broke else "fine", first, also=tuple(broke[1:]))

    return drive


@pytest.mark.parametrize("seed", range(4))
def test_two_expectations_broken_on_one_day_are_told_apart(seed: int) -> None:
    """Each is reduced to its own day, also where the first always hid the second."""
    bugs = (("resolved", {"typos"}), ("asked_once", {"double-clicks"}))
    start = Day.of({"typos": 12, "double-clicks": True, "narrow-phone": True})

    found = explore(both(*bugs), FACTORS, profile=HUNT, named=[start], most=20, seed=seed)

    smallest = {each.way: {name for name, _ in each.day.misfortunes} for each in found.findings}
    assert {"resolved at paying": {"typos"}, "asked_once at paying": {"double-clicks"}} == smallest
    assert "Another way it broke: Broke: asked_once. It takes one thing: a double click" in told(
        found, CATALOGUE
    )


def test_two_complaints_of_one_cause_are_one_finding() -> None:
    """What else breaks on the smallest day is told with it, and not searched for again."""
    cause = {"typos"}

    found = explore(both(("resolved", cause), ("asked_once", cause)), FACTORS, profile=HUNT, most=30)
    (one,) = found.findings

    assert ("asked_once at paying",) == one.also
    assert "On that day also: Broke: asked_once." in told(found, CATALOGUE)


def test_a_finding_is_told_in_one_sentence() -> None:
    """Who, what it takes, without what they get through, what it started from; as words and as JSON."""
    wanted = Day.of({"apostrophe-name": "O'Brien", "double-clicks": True})
    bug = ("apostrophe-name", "double-clicks")
    found = explore(Company(bug=bug), FACTORS, most=40)
    said, plain = told(found, CATALOGUE, "Gus").splitlines(), to_json(found, CATALOGUE, "Gus")
    one = found.findings[0]
    takes = "It takes two things: an apostrophe in the name (O'Brien) and a double click on everything. "
    started = len(one.started_with)

    assert said[0].startswith(takes + "Without either Gus gets through. Started from ")
    assert f"; {one.visits} visits." in said[0]
    assert said[1].startswith(
        "It broke 3 of 3; on an ordinary day in between, all went well. The nearest day"
    )
    assert said[2].endswith(f"To live it again: pytest --cx-replay {one.id}")
    assert wanted.to_json() == plain["findings"][0]["day"]
    assert dict(plain["told"])["What it takes"] == takes + "Without either Gus gets through."
    assert started >= 2


def test_workers_do_not_drive_the_same_new_day() -> None:
    """A day that another process has taken is left to it, and its pairs count as met there."""
    taken: set[Day] = set()
    companies = [Company(), Company()]
    for company in companies:

        def mine(day: Day) -> bool:
            new = day not in taken
            taken.add(day)
            return new

        explore(company, FACTORS, most=12, seed=5, mine=mine)
    ours, theirs = ({day for day in company.visited if len(day)} for company in companies)

    assert (11, 11) == (len(ours), len(theirs))
    assert not ours & theirs
