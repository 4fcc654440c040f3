"""One Allure result from the stories of one test."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import allure_commons
import pytest
from allure_commons import model2
from allure_commons.logger import AllureMemoryLogger

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.verdict import Verdict
from cxprobe.report.allure_result import fill
from cxprobe.report.overview import find_stories
from cxprobe.report.story import Story


@pytest.fixture
def written() -> Iterator[AllureMemoryLogger]:
    """What was written through Allure's hooks."""
    logger = AllureMemoryLogger()  # type: ignore[no-untyped-call]
    allure_commons.plugin_manager.register(logger)
    yield logger
    allure_commons.plugin_manager.unregister(logger)


def filled(*stories: Story, status: str | None = None, message: str | None = None) -> model2.TestResult:
    """An empty result, filled."""
    result = model2.TestResult(uuid="u", name="test_x", start=1, stop=2)
    fill(result, stories, status=status, message=message)
    return result


def named(result: model2.TestResult, name: str) -> list[str]:
    """The values of a result's labels of one name."""
    return [label.value for label in result.labels if label.name == name]


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("verdict", "status", "tags"),
    [
        ("served", "passed", []),
        ("frustrated", "passed", ["frustrated"]),
        ("open", "passed", ["open"]),
        ("lost", "failed", []),
        ("unproven", "failed", []),
        ("outage", "failed", ["outage"]),
        ("inconclusive", "skipped", []),
    ],
)
def test_each_verdict_has_its_status(
    verdict: Verdict, status: str, tags: list[str], judged: Callable[[Verdict], Story]
) -> None:
    """As the table of verdicts says; frustrated is passed, and labelled."""
    result = filled(judged(verdict))

    assert status == result.status
    assert tags == named(result, "tag")


@pytest.mark.usefixtures("written")
def test_the_status_given_wins(judged: Callable[[Verdict], Story]) -> None:
    """A strict run fails what is only frustrated, with a sentence of its own."""
    result = filled(judged("frustrated"), status="failed", message="Too slow for a strict night.")

    assert ("failed", "Too slow for a strict night.") == (result.status, result.statusDetails.message)


@pytest.mark.usefixtures("written")
def test_a_result_says_in_words_what_happened(lost: Story) -> None:
    """Title, one plain sentence as the error, every finding below it, who came for what on which day."""
    result = filled(lost)

    assert "A refund for a kettle that arrived broken" == result.name
    assert "Gus did not get a refund." == result.statusDetails.message
    assert [
        "A refund for a kettle that arrived broken: what was expected, and what happened",
        "✗ The refund was never settled. (not resolved)",
        "~ Waited once for 6.5 s.",
        "✓ Was never handed on.",
    ] == result.statusDetails.trace.splitlines()
    assert "Grumpy Gus on his worst day came for a refund for a broken kettle" in result.descriptionHtml
    assert ["chat"] == named(result, "feature")
    assert ["A refund for a broken kettle"] == named(result, "story")
    assert ["critical"] == named(result, "severity")


@pytest.mark.usefixtures("written")
def test_a_journey_without_trouble_has_no_error(served: Story) -> None:
    """Allure shows any message as an error."""
    assert filled(served).statusDetails is None


@pytest.mark.usefixtures("written")
def test_a_skipped_result_says_why_we_could_not_tell(judged: Callable[[Verdict], Story]) -> None:
    """The reason, not a failure."""
    assert "So it was" == filled(judged("inconclusive")).statusDetails.message


@pytest.mark.usefixtures("written")
def test_only_the_persona_counts_for_the_history(lost: Story) -> None:
    """Day, customer and seed are shown and excluded."""
    parameters = {each.name: (each.value, bool(each.excluded)) for each in filled(lost).parameters}

    assert {
        "persona": ("worst-day", False),
        "day": ("an apostrophe in the name", True),
        "customer": ("Niamh O'Brien", True),
        "seed": ("42", True),
    } == parameters


@pytest.mark.usefixtures("written")
def test_what_the_test_says_itself_is_kept(lost: Story) -> None:
    """Its own feature, severity, parameter and step stay, and are not doubled."""
    result = model2.TestResult(uuid="u", start=1, stop=2)
    result.labels = [model2.Label("feature", "mine"), model2.Label("severity", "trivial")]
    result.parameters = [model2.Parameter("persona", "mine")]
    result.steps = [model2.TestStepResult(name="own step")]

    fill(result, [lost])

    assert ["mine"] == named(result, "feature")
    assert ["trivial"] == named(result, "severity")
    assert ["mine"] == [each.value for each in result.parameters if each.name == "persona"]
    assert "own step" == result.steps[0].name


@pytest.mark.usefixtures("written")
def test_moments_are_steps_by_page_and_conversation(lost: Story) -> None:
    """Folded, in order, at their time on the clock; failed where it broke."""
    start, page, chat = filled(lost).steps

    assert ["At the start", "Kettle & Co (13 s)", "In the chat (22 s)"] == [start.name, page.name, chat.name]
    assert ["The page “Kettle & Co” arrived.", "Pressed “Chat with us”."] == [
        step.name for step in page.steps
    ]
    assert ["passed", "passed", "failed"] == [start.status, page.status, chat.status]
    assert ["passed", "passed", "failed", "failed"] == [step.status for step in chat.steps]
    assert "The refund was never settled." == chat.steps[2].statusDetails.message
    begun = 1763758800000
    assert (begun + 2000, begun + 3000, begun + 9000 + 6500) == (
        page.steps[1].start, chat.steps[0].start, chat.steps[1].stop,
    )  # fmt: skip


def test_the_page_the_journey_and_the_pictures_are_attached(
    tmp_path: Path, lost: Story, picture: Callable[[Path], Path], written: AllureMemoryLogger
) -> None:
    """The picture at its moment; page and journey at the end; every name was written."""
    picture(tmp_path / "01.png")

    result = filled(Story.of(lost.timeline, lost.judgement, tmp_path))

    (seen,) = result.steps[2].steps[2].attachments
    page, data = result.attachments
    assert ["image/png", "text/html", "application/json"] == [seen.type, page.type, data.type]
    assert {seen.source, page.source, data.source} == set(written.attachments)
    assert lost.timeline == Timeline.from_json(json.loads(written.attachments[data.source]))
    assert b"<script" not in written.attachments[page.source]
    assert b"data:image/png;base64," in written.attachments[page.source]


def test_the_overview_finds_what_was_attached(
    tmp_path: Path, lost: Story, picture: Callable[[Path], Path], written: AllureMemoryLogger
) -> None:
    """From results alone: the journey, and its picture by the name it has in the timeline."""
    picture(tmp_path / "01.png")
    filled(Story.of(lost.timeline, lost.judgement, tmp_path))
    results = tmp_path / "results"
    results.mkdir()
    for name, body in written.attachments.items():
        (results / name).write_bytes(Path(body).read_bytes() if isinstance(body, str) else body)

    (story,) = find_stories(results).stories

    assert lost.timeline == story.timeline
    assert ["01.png"] == list(story.pictures)


@pytest.mark.usefixtures("written")
def test_several_journeys_in_one_test_are_told_one_after_the_other(lost: Story, served: Story) -> None:
    """One result: the worst decides, the first gives the title, each has steps and attachments of its own."""
    result = filled(served, lost)

    assert ("Buying a kettle on a phone", "failed") == (result.name, result.status)
    assert "Gus did not get a refund." == result.statusDetails.message
    assert [
        "A hurried parent: a kettle",
        "Grumpy Gus on his worst day: a refund for a broken kettle",
    ] == [step.name for step in result.steps]
    assert [2, 2] == [len(step.attachments) for step in result.steps]
    assert "hurried-parent; worst-day" == result.parameters[0].value
    assert ["shop"] == named(result, "feature")


@pytest.mark.usefixtures("written")
def test_a_journey_without_a_readable_start_keeps_the_tests_own_times(lost: Story) -> None:
    """Then the steps count from the test's start."""
    result = filled(replace(lost, timeline=replace(lost.timeline, started="yesterday")))

    assert (1, 2) == (result.start, result.stop)
    assert 2001 == result.steps[1].steps[1].start


@pytest.mark.usefixtures("written")
def test_a_hostile_name_cannot_reach_the_description(lost: Story) -> None:
    """Allure shows the description as HTML."""
    hostile = replace(lost, timeline=replace(lost.timeline, persona_title="<img src=x onerror=alert(1)>"))

    assert "<img" not in filled(hostile).descriptionHtml
