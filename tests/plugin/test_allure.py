"""Results for Allure: one for each test, in words that CX staff follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project

TESTS = '''
import allure

@pytest.mark.touchpoint("checkout")
def test_days(customer):
    """Order a teapot with any name.

    More about it.
    """
    day = customer.scene.day_told
    with allure.step(f"A step of the test's own on {day}"):
        allure.attach(day, "a note of the test's own", allure.attachment_type.TEXT)
    order(customer, "/no-apostrophes").expect(resolved(), errors_met(at_most=0))

@pytest.mark.persona("pierre", "ordinary")
def test_served(customer):
    """Order a teapot."""
    order(customer).expect(resolved())

def test_inconclusive(customer):
    with customer.wants("to fly") as journey:
        customer.open("/")
        customer.press("Fly to the moon")
    journey.expect(resolved())

def test_mistake(customer):
    customer.opne("/")

def test_own_assertion(customer):
    assert "teapot" == "kettle"

def test_own_skip(customer):
    pytest.skip("closed on Sundays")

@pytest.fixture(scope="module")
def wide():
    yield

def test_plain(wide):
    with allure.step("plain step"):
        pass
'''


@pytest.fixture(scope="module")
def results(shared_project: Project) -> dict[str, dict[str, Any]]:
    """The results of one run, by test."""
    shared_project.write(TESTS)
    folder = shared_project.folder / "allure"
    shared_project.run(f"--alluredir={folder}", "--persona=unlucky", "-k", "days", "--cx-seed=1")
    shared_project.run(f"--alluredir={folder}", "-k", "not days")
    read = [json.loads(file.read_text("utf-8")) for file in folder.glob("*-result.json")]
    found = {f"{each['fullName'].split('#')[-1]}/{parameter(each, 'persona')}": each for each in read}
    assert len(found) == len(read), "one result for each test and persona, not one for each day"
    return found


def parameter(result: dict[str, Any], name: str) -> str:
    """A parameter's value, or nothing."""
    return next((each["value"] for each in result.get("parameters", ()) if each["name"] == name), "")


def labels(result: dict[str, Any], name: str) -> list[str]:
    """The labels of one name."""
    return [each["value"] for each in result["labels"] if each["name"] == name]


def steps(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step, however deep."""
    for step in result.get("steps", ()):
        yield step
        yield from steps(step)


@pytest.mark.parametrize(
    ("test", "status"),
    [
        ("test_days/unlucky", "failed"),
        ("test_served/pierre", "passed"),
        ("test_served/ordinary", "passed"),
        ("test_inconclusive/ordinary", "skipped"),
        ("test_mistake/", "broken"),
        ("test_own_assertion/", "failed"),
        ("test_own_skip/", "skipped"),
        ("test_plain/", "passed"),
    ],
)
def test_the_status_follows_the_verdict(results: dict[str, Any], test: str, status: str) -> None:
    """The table of verdicts, as Allure tells it."""
    assert status == results[test]["status"]


def test_a_result_is_told_in_words(results: dict[str, Any]) -> None:
    """The title is the docstring's first line, the feature the touchpoint, the message says it plainly."""
    result = results["test_days/unlucky"]
    message = result["statusDetails"]["message"]
    takes = "It takes one thing: an apostrophe in the name (O'Brien). Without it Una gets through. Started"
    told = [step["name"] for step in result["steps"][0]["steps"]]

    assert "Order a teapot with any name, with an apostrophe in the name (O'Brien)" == result["name"]
    assert takes in message
    assert "The worst day" == result["steps"][0]["name"]
    assert [f"What it takes: {takes.removesuffix(' Started')}"] == told[:1]
    assert "How common such a day is: Unknown." in told
    assert any(each.startswith("To live it again: pytest --cx-replay UNA-") for each in told)
    assert ["checkout"] == labels(result, "feature")
    assert message.startswith("Unlucky Una could not order a teapot: it was never settled")
    assert "\n" not in message
    assert "Traceback" not in json.dumps(result)


def test_only_the_persona_continues_the_history(results: dict[str, Any]) -> None:
    """Day, customer and seed are excluded parameters, the persona is not: nights are one history each."""
    result = results["test_days/unlucky"]
    excluded = {each["name"] for each in result["parameters"] if each.get("excluded")}

    assert {"day", "customer", "seed"} == excluded
    assert "an apostrophe in the name (O'Brien)" == parameter(result, "day")
    assert results["test_served/pierre"]["historyId"] != results["test_served/ordinary"]["historyId"]
    assert results["test_served/pierre"]["testCaseId"] == results["test_served/ordinary"]["testCaseId"]
    assert "cxprobe_persona" not in json.dumps(results)


def test_moments_are_steps_and_other_days_are_not(shared_project: Project, results: dict[str, Any]) -> None:
    """The chosen day's moments are steps; what the test itself told Allure is kept of that day alone."""
    result = results["test_days/unlucky"]
    names = [step["name"] for step in steps(result)]
    own = [name for name in names if name.startswith("A step of the test's own")]
    notes = list((shared_project.folder / "allure").glob("*-attachment.txt"))

    assert ["A step of the test's own on an apostrophe in the name (O'Brien)"] == own
    assert ["an apostrophe in the name (O'Brien)"] == [note.read_text("utf-8") for note in notes]
    assert any("Order" in name for name in names if name not in own)
    assert "failed" in {step["status"] for step in steps(result)}


def test_pictures_and_the_journey_are_attached(shared_project: Project, results: dict[str, Any]) -> None:
    """Every attachment that is named is there, a picture of what the customer saw among them."""
    result = results["test_days/unlucky"]
    named = [each for step in [result, *steps(result)] for each in step.get("attachments", ())]

    assert "image/png" in {each["type"] for each in named}
    assert "The whole journey" in {each["name"] for each in named}
    assert [] == [e for e in named if not (shared_project.folder / "allure" / e["source"]).is_file()]


def test_a_mistake_keeps_its_trace(results: dict[str, Any]) -> None:
    """Whoever mends the test finds the line; the company is not blamed."""
    details = results["test_mistake/"]["statusDetails"]

    assert "AttributeError: 'Customer' object has no attribute 'opne'" == details["message"]
    assert "test_teapots.py" in details["trace"]


def test_what_we_could_not_tell_says_why(results: dict[str, Any]) -> None:
    """A skip of ours begins with the sentence, without pytest's or our own marks."""
    message = results["test_inconclusive/ordinary"]["statusDetails"]["message"]

    assert message.startswith("We could not tell whether an ordinary customer managed to fly")


def test_no_fixture_is_shown(shared_project: Project, results: dict[str, Any]) -> None:
    """Set-up and tear-down of cxprobe's fixtures are no news; a plain test's own may be."""
    containers = (shared_project.folder / "allure").glob("*-container.json")
    named = {
        name["name"] for file in containers for part in ("befores", "afters") for name in _part(file, part)
    }

    own = {"customer", "customers", "playwright"}

    assert [] == [name for name in named if name.split("::")[0] in own or name.startswith("cxprobe_")]


def _part(file: Any, part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8")).get(part, [])
    return found
