"""The desk between allure-pytest and the days of an item: pytest run inside pytest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cxprobe import errors
from cxprobe.report.allure import AllureDesk, Kept, NoDesk

CONFTEST = """
import copy
import pytest
from _pytest.runner import runtestprotocol
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.feeling import Feeling
from cxprobe.judging.verdict import Judgement
from cxprobe import errors
from cxprobe.report.allure import AllureDesk
from cxprobe.report.story import Story

STORY = Story(
    Timeline(goal="tea", title="A cup of tea", persona="gus", moments=(Moment(at=0, kind="visit"),)),
    Judgement(verdict="lost", headline="No tea.", feeling=Feeling()),
)

@pytest.fixture
def cup():
    yield "cup"

@pytest.fixture(scope="module")
def pot():
    yield "pot"

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    if "days" not in item.name:
        return None
    desk = AllureDesk.of(item.config)
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    with desk.muted(item):
        kept = []
        for item.day in (1, 2, 3):
            desk.fresh()
            following = nextitem if item.day == 3 else copy.copy(item)
            reports = runtestprotocol(item, log=False, nextitem=following)
            kept.append(desk.keep())
        if "early" in item.name:
            desk.publish(item, kept[1], [], status="broken", message="No such cup.", trace="line 1")
        else:
            desk.publish(item, kept[1], [STORY])
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
"""
TESTS = '''
import allure
import pytest

def test_before(pot, cup):
    pass

@pytest.mark.slow
@pytest.mark.parametrize("leaf", ["green", "black"])
@allure.severity("trivial")
def test_days(leaf, pot, cup, request):
    """A cup of tea."""
    day = request.node.day
    with allure.step(f"own step of day {day}"):
        allure.attach(f"own note of day {day}", "note", allure.attachment_type.TEXT)
    allure.dynamic.link(f"https://tea.example/{day}")

@allure.title("Titled {leaf}")
@pytest.mark.parametrize("leaf", ["white"])
def test_titled_days(leaf):
    pass

def test_after(cup):
    pass

def test_days_end_early(cup):
    """Tea without a cup."""
'''


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a run of the tests above wrote its Allure results."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_tea.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = slow: takes its time\n")
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:cxprobe", "-p", "no:playwright", "--alluredir=out"]
    command = [sys.executable, "-m", "pytest", *options]
    here = {**os.environ, "PYTHONPATH": str(Path(errors.__file__).parents[1])}
    ran = subprocess.run(command, cwd=folder, env=here, capture_output=True, text=True, check=False)
    assert "6 passed" in ran.stdout, ran.stdout + ran.stderr
    return folder / "out"


def read(results: Path, kind: str) -> list[dict[str, Any]]:
    """Every file of a kind."""
    return [json.loads(path.read_text("utf-8")) for path in results.glob(f"*-{kind}.json")]


def of_test(results: Path, name: str) -> list[dict[str, Any]]:
    """The results of one test function."""
    return [each for each in read(results, "result") if each["fullName"].endswith(f"#{name}")]


def test_one_result_a_test_however_many_days(results: Path) -> None:
    """Five tests, one of them with two parameters: six results."""
    assert 6 == len(read(results, "result"))


def test_only_the_chosen_day_is_told(results: Path) -> None:
    """Its own step, note and link, then the journey; the other days' notes are removed from the folder."""
    for result in of_test(results, "test_days"):
        assert ["own step of day 2", "A page"] == [step["name"] for step in result["steps"]]
        assert ["https://tea.example/2"] == [link["url"] for link in result["links"]]
        (note,) = result["steps"][0]["attachments"]
        assert "own note of day 2" == (results / note["source"]).read_text()
    assert 2 == len(list(results.glob("*.txt")))


def test_the_result_is_identified_as_allure_pytest_would(results: Path) -> None:
    """Full name, test case, suite, marker and severity; parameters and persona make two histories."""
    both = of_test(results, "test_days")

    assert {"test_tea#test_days"} == {each["fullName"] for each in both}
    assert 1 == len({each["testCaseId"] for each in both})
    assert 2 == len({each["historyId"] for each in both})
    labels = [(label["name"], label["value"]) for label in both[0]["labels"]]
    for label in (("severity", "trivial"), ("tag", "slow"), ("suite", "test_tea"), ("framework", "pytest")):
        assert 1 == labels.count(label)
    assert {("leaf", "'green'"), ("leaf", "'black'"), ("persona", "gus")} == {
        (each["name"], each["value"])
        for result in both
        for each in result["parameters"]
        if "excluded" not in each
    }


def test_the_result_has_the_storys_title_and_status(results: Path) -> None:
    """A lost journey is a failed result with one plain sentence; the test's own title wins."""
    first = of_test(results, "test_days")[0]

    assert ("A cup of tea", "failed", "No tea.") == (
        first["name"], first["status"], first["statusDetails"]["message"],
    )  # fmt: skip
    assert "Titled white" == of_test(results, "test_titled_days")[0]["name"]


def test_no_fixture_noise(results: Path) -> None:
    """No set-up or tear-down belongs to a driven test; other tests keep theirs, shared ones included."""
    driven = {each["uuid"] for each in read(results, "result") if "days" in each["fullName"]}
    containers = read(results, "container")

    assert not driven & {child for each in containers for child in each.get("children", [])}
    fixtures = [before["name"] for each in containers for before in each.get("befores", [])]
    assert 2 == fixtures.count("cup")
    assert 1 == fixtures.count("pot")


def test_an_error_before_any_journey_is_still_published(results: Path) -> None:
    """With the test's title, and what was said of it."""
    (result,) = of_test(results, "test_days_end_early")

    assert ("Tea without a cup.", "broken") == (result["name"], result["status"])
    assert {"message": "No such cup.", "trace": "line 1"} == result["statusDetails"]


def test_without_alluredir_the_desk_does_nothing(request: pytest.FixtureRequest) -> None:
    """The plugin need not ask."""
    config = pytest.Config.fromdictargs({}, ["-p", "no:cxprobe"])
    desk = AllureDesk.of(config)

    assert isinstance(desk, NoDesk)
    with desk.muted(request.node):
        desk.fresh()
        assert Kept() == desk.keep()
        desk.publish(request.node, Kept(), [])
