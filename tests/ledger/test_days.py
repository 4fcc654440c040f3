"""Days that broke a test, kept from night to night, on one machine or many."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.errors import UsageError
from cxprobe.ledger.days import Event, KeptDay, Kind, Shelf, find_day, happened, merge_stores, told_days
from cxprobe.ledger.met import met_days, note_met
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE

SMALL = Day.of({"apostrophe-name": "O\u2019Brien"})
LARGE = Day.of({"typos": 12, "right-to-left-name": "נועה לוי"})
START = datetime(2026, 3, 1, tzinfo=UTC)
KINDS: dict[str, Kind] = {"broke": "broke", "passed": "passed"}


def kept(day: Day = SMALL, *kinds: Kind, who: str = "gus", way: str = "resolved at pay") -> KeptDay:
    """A kept day, with an event a night."""
    events = tuple(
        happened(kind, 3, 3, "It broke.", now=START + timedelta(days=night))
        for night, kind in enumerate(kinds)
    )
    return KeptDay(day=day, scenario="test_shop.py::test_buy", way=way, who=who, events=events)


def content(store: Path) -> dict[str, str]:
    """Every file of a store, as text; the order of lines of what was met tells nothing."""
    return {
        str(path.relative_to(store)): "\n".join(sorted(path.read_text("utf-8").split("\n")))
        for path in store.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_days_come_back_as_they_were(tmp_path: Path) -> None:
    """What was kept is given again, the smallest first, and each once."""
    shelf = Shelf(tmp_path / "test")
    days = [kept(LARGE, "broke"), kept(SMALL, "broke")]
    for day in (*days, days[0]):
        assert shelf.keep(day)

    assert [days[1], days[0]] == shelf.kept()


def test_a_file_says_all_it_takes(tmp_path: Path) -> None:
    """A day's file is a day, and tells of which test, in which way, since when, and how to live it again."""
    day = kept(SMALL, "broke")
    Shelf(tmp_path).keep(day)
    plain = json.loads((tmp_path / f"{day.id}.json").read_text("utf-8"))

    assert SMALL == Day.from_json(plain)
    assert ("test_shop.py::test_buy", "resolved at pay", "broken") == (
        plain["scenario"],
        plain["way"],
        plain["state"],
    )
    assert plain["about"].endswith(f"pytest --cx-replay {day.short_id}")


def test_an_id_is_short_and_the_same_everywhere() -> None:
    """It begins with the customer's name, and depends on test, persona, way and day alone."""
    assert kept().id == kept(SMALL, "broke", "passed").id
    assert kept().short_id.startswith("GUS-")
    assert 8 == len(kept().short_id)
    assert 3 == len({kept().id, kept(LARGE).id, kept(way="resolved at basket").id})
    assert kept(who="").short_id.startswith("DAY-")


def test_what_was_said_is_kept_without_mail_addresses_and_cards(tmp_path: Path) -> None:
    """A store travels between machines: what looks like a person's or a card's is taken out."""
    said = "Refused ada@shop.example and 4242 4242 4242 4242."
    day = KeptDay(day=SMALL, scenario="t", events=(happened("broke", 3, 3, said),))
    Shelf(tmp_path).keep(day)
    text = next(tmp_path.glob("*.json")).read_text("utf-8")

    assert "Refused (a mail address) and " in text
    assert "4242" not in text


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (["broke"], "broken"),
        (["wavered"], "intermittent"),
        (["broke", "wavered"], "broken"),
        (["wavered", "broke"], "broken"),
        (["broke", "passed"], "fixed"),
        (["broke", "passed", "broke"], "relapsed"),
        (["broke", "passed", "wavered"], "intermittent"),
        (["broke", "passed", "wavered", "broke"], "relapsed"),
        (["broke", "passed", "broke", "passed"], "fixed"),
        (["wavered", "passed", "passed"], "intermittent"),
        (["wavered", "passed", "passed", "passed"], "gone"),
        (["wavered", "passed", "passed", "passed", "broke"], "broken"),
    ],
)
def test_what_a_day_is_follows_from_its_events(kinds: list[Kind], state: str) -> None:
    """Broken until fixed, relapsed when it comes back, intermittent while nobody is sure."""
    assert state == kept(SMALL, *kinds).state


@pytest.mark.parametrize(
    ("kinds", "days", "due"),
    [
        (["broke"], 1, True),
        (["wavered"], 1, True),
        (["broke", "passed"], 2, False),
        (["broke", "passed"], 8, True),
        (["broke", "passed"], 800, True),
        (["wavered", "passed", "passed", "passed"], 800, False),
    ],
)
def test_a_fixed_day_is_due_weekly_for_ever(kinds: list[Kind], days: int, due: bool) -> None:
    """Others are due every night, and what was never sure and passed is let go."""
    assert due == kept(SMALL, *kinds).due(START + timedelta(days=days))


@pytest.mark.parametrize(
    ("events", "at_the_shop", "on_a_test_site"),
    [
        (["broke shop", "passed test"], "broken", "fixed"),
        (["broke test", "passed test"], "fixed", "fixed"),
        (["broke shop", "passed shop", "broke shop", "passed test"], "relapsed", "fixed"),
        (["broke test", "broke shop", "passed shop"], "fixed", "broken"),
    ],
)
def test_a_day_is_known_by_site(events: list[str], at_the_shop: str, on_a_test_site: str) -> None:
    """Mended on a test site is not mended in the shop; what broke elsewhere is known where nobody was yet."""
    made = []
    for number, (kind, site) in enumerate(each.split() for each in events):
        now = START + timedelta(days=number)
        made.append(happened(KINDS[kind], 3, 3, now=now, site=f"https://{site}.example"))
    kept = KeptDay(day=SMALL, scenario="t", events=tuple(made))

    assert at_the_shop == kept.at("https://SHOP.example/somewhere").state
    assert on_a_test_site == kept.at("https://test.example").state


def test_ports_of_this_machine_are_one_site() -> None:
    """Test servers have a new one every time."""
    broke = happened("broke", 3, 3, now=START, site="http://127.0.0.1:4001")
    passed = happened("passed", 0, 3, now=START + timedelta(days=1), site="http://localhost:5002/")
    kept = KeptDay(day=SMALL, scenario="t", events=(broke, passed))

    assert "fixed" == kept.at("http://[::1]:80").state == kept.at("").state == kept.state


def test_a_file_that_cannot_be_read_is_set_aside_and_not_lost(tmp_path: Path) -> None:
    """It may be a newer version's."""
    kept = KeptDay(day=SMALL, scenario="t")
    file = tmp_path / f"{kept.id}.json"
    file.write_text('{"version": 99}', "utf-8")

    assert Shelf(tmp_path).keep(kept)
    assert [SMALL] == [each.day for each in Shelf(tmp_path).kept()]
    assert '{"version": 99}' == file.with_suffix(".unread").read_text("utf-8")


def test_what_cannot_be_read_is_passed_over_and_named(tmp_path: Path) -> None:
    """A torn file, another format, a newer version: none ends the night."""
    shelf = Shelf(tmp_path)
    shelf.keep(kept())
    (tmp_path / "torn.json").write_text('{"version": 1, "misf', "utf-8")
    (tmp_path / "other.json").write_text("[1, 2]", "utf-8")
    (tmp_path / "newer.json").write_text('{"version": 2, "misfortunes": {}}', "utf-8")
    (tmp_path / "when.json").write_text(
        '{"version": 1, "misfortunes": {}, "events": [{"at": "once", "kind": "broke"}]}', "utf-8"
    )

    assert [SMALL] == [each.day for each in shelf.kept()]
    assert ["newer", "other", "torn", "when"] == sorted(path.stem for path in shelf.unreadable)
    assert [] == Shelf(tmp_path / "nowhere").kept()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A memory that cannot be kept is said, not raised."""
    (tmp_path / "file").write_text("", "utf-8")
    shelf = Shelf(tmp_path / "file")

    assert not shelf.keep(kept())
    assert not note_met(tmp_path / "file", 1, [SMALL])
    shelf.forget(kept())


def test_a_day_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    """In small letters, too; what is not there is answered with what is nearest."""
    day = kept()
    Shelf(tmp_path / "a").keep(day)

    assert day == find_day(tmp_path, day.short_id.lower())
    with pytest.raises(UsageError, match=f"No broken day 'GUS-0000'.*There are: {day.short_id}"):
        find_day(tmp_path, "GUS-0000")
    with pytest.raises(UsageError, match="There are: none"):
        find_day(tmp_path / "nowhere", "")


EVENTS = st.builds(
    Event,
    at=st.sampled_from([(START + timedelta(days=night)).isoformat() for night in range(5)]),
    kind=st.sampled_from(["broke", "wavered", "passed"]),
    broken=st.integers(0, 3),
    looks=st.just(3),
    said=st.sampled_from(["", "It broke."]),
)
KEPT = st.builds(
    KeptDay,
    day=st.sampled_from([SMALL, LARGE]),
    scenario=st.just("test_shop.py::test_buy"),
    way=st.sampled_from(["resolved at pay", "resolved at basket"]),
    title=st.sampled_from(["", "Buy a kettle"]),
    passing=st.sampled_from([None, Day()]),
    reduced=st.booleans(),
    events=st.lists(EVENTS, max_size=3).map(tuple),
)


@given(st.lists(KEPT, min_size=3, max_size=3))
@settings(deadline=None, database=None)
def test_copies_of_a_day_merge_in_any_order(days: list[KeptDay]) -> None:
    """Any order and any number of times: the same day, with every event."""
    same = [replace(each, day=SMALL, way="w") for each in days]
    merged = {
        json.dumps(a.merged(b).merged(c).merged(a).to_json(), sort_keys=True)
        for a, b, c in permutations(same)
    }

    assert 1 == len(merged)


@given(st.lists(KEPT, max_size=4), st.lists(KEPT, max_size=4))
@settings(deadline=None, database=None, max_examples=25)
def test_two_stores_merge_into_the_same(ours: list[KeptDay], theirs: list[KeptDay]) -> None:
    """Ours into theirs, theirs into ours, and again: the same files with the same content."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        a, b, c = (Path(folder, name) for name in "abc")
        for store, days, met in ((a, ours, SMALL), (b, theirs, LARGE)):
            for number, day in enumerate(days):
                Shelf(store / f"test-{number % 2}").keep(day)
            note_met(store / "test-0", 1, [met])
        merge_stores(c, a)
        merge_stores(c, b)
        merge_stores(a, b)
        merge_stores(b, a)
        merge_stores(b, a)

        assert content(a) == content(b) == content(c)


def test_days_met_come_back_by_round(tmp_path: Path) -> None:
    """In order; a line torn by a kill costs that line alone, and not the next writer's."""
    note_met(tmp_path, 1, [SMALL, LARGE])
    with (tmp_path / "met.jsonl").open("a", encoding="utf-8") as file:
        file.write('\n{"round": 1, "misfor')
    note_met(tmp_path, 2, [Day()])

    note_met(tmp_path, 1, [LARGE], "https://shop.example")

    assert [(1, SMALL), (1, LARGE), (2, Day())] == met_days(tmp_path)
    assert [(1, LARGE)] == met_days(tmp_path, "https://shop.example/")


WRITER = """
import sys
from pathlib import Path
from cxprobe.ledger.days import KeptDay, Shelf, happened
from cxprobe.ledger.met import note_met
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE
folder, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
day = Day.of({"typos": 12})
while number:
    number -= 1
    event = happened("broke", number, 3, f"{name} {number} " + "x" * 300)
    assert Shelf(folder).keep(KeptDay(day=day, scenario="t", events=(event,)))
    assert note_met(folder, 1, [day])
"""


def _writer(folder: Path, name: str, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", dedent(WRITER), str(folder), name, str(number)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "ready\n" == process.stdout.readline()
    return process


def test_processes_write_at_once(tmp_path: Path) -> None:
    """Three processes that add to the same day lose nothing of each other's."""
    writers = [_writer(tmp_path, name, 12) for name in "abc"]
    codes = [writer.wait(60) for writer in writers]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.close()
    (day,) = Shelf(tmp_path).kept()

    assert [0, 0, 0] == codes
    assert 36 == len(day.events) == len(met_days(tmp_path))


def test_a_killed_process_leaves_the_store_readable(tmp_path: Path) -> None:
    """Killed at twelve moments while it writes: every file is whole, and the next writer goes on."""
    for number in range(12):
        writer = _writer(tmp_path, f"killed {number}", -1)
        time.sleep(0.003 * number)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait(30)
        assert writer.stdout is not None
        writer.stdout.close()
        shelf = Shelf(tmp_path)
        shelf.kept()

        assert [] == shelf.unreadable
        assert shelf.keep(KeptDay(day=SMALL, scenario="t", events=(happened("broke", 3, 3, str(number)),)))

    assert 12 == len(next(each for each in Shelf(tmp_path).kept() if each.day == SMALL).events)


def test_a_store_is_listed_the_gravest_first(tmp_path: Path) -> None:
    """Id, state, when it was driven last, which day and how it broke; what cannot be read is named."""
    fixed, broken = kept(LARGE, "broke", "passed"), kept(SMALL, "broke")
    for each in (fixed, broken):
        assert Shelf(tmp_path / "buy").keep(each)
    (tmp_path / "buy" / "torn.json").write_text("{", "utf-8")

    lines = told_days(tmp_path, CATALOGUE)

    assert [broken.short_id, fixed.short_id] == [lines[place].split()[0] for place in (0, 2)]
    assert ["broken", "fixed"] == [lines[place].split()[1] for place in (0, 2)]
    assert "    with an apostrophe in the name (O\u2019Brien): It broke." == lines[1]
    assert f"Cannot be read: {tmp_path / 'buy' / 'torn.json'}" == lines[4]


def test_another_store_comes_in_by_its_folder_or_the_one_around_it(tmp_path: Path) -> None:
    """`.cxprobe` will do as well as `.cxprobe/days`; a folder that is not there is refused."""
    theirs = tmp_path / "theirs/.cxprobe"
    Shelf(theirs / "days/buy").keep(kept(SMALL, "broke"))

    assert [1, 0] == [merge_stores(tmp_path / "ours", each).brought for each in (theirs, theirs / "days")]
    assert 1 == len(Shelf(tmp_path / "ours/buy").kept())
    with pytest.raises(UsageError, match="There is no folder"):
        merge_stores(tmp_path / "ours", tmp_path / "nowhere")


def test_what_does_not_come_in_is_told(tmp_path: Path) -> None:
    """A file of the other store that cannot be read, and one of ours that cannot be read or written."""
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    for test in ("buy", "return"):
        Shelf(theirs / test).keep(kept(SMALL, "broke"))
        assert note_met(theirs / test, 1, [SMALL])
    torn, mine = theirs / "buy/torn.json", ours / f"buy/{kept(SMALL).id}.json"
    mine.parent.mkdir(parents=True)
    for file in (torn, mine):
        file.write_text("{", "utf-8")
    (ours / "return").write_text("a file, not a folder", "utf-8")

    merged = merge_stores(ours, theirs)

    assert (1, (torn, mine)) == (merged.brought, merged.unreadable)
    assert [f"{kept(SMALL).id}.json", "met.jsonl"] == [file.name for file in merged.unwritten]
    assert torn.is_file()
    assert "{" == mine.with_suffix(".unread").read_text("utf-8")
