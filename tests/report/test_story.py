"""A journey made ready to be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import Finding
from cxprobe.judging.feeling import Feeling
from cxprobe.judging.verdict import Judgement, Verdict
from cxprobe.report.story import Chapter, Story


def told(*moments: Moment) -> Story:
    """A story of these moments, with nothing found."""
    judged = Judgement(verdict="served", feeling=Feeling())
    return Story(Timeline(goal="a kettle", moments=moments), judged)


def sentences(chapters: list[Chapter]) -> list[list[str]]:
    """What the chapters say."""
    return [[line.sentence for line in chapter.lines] for chapter in chapters]


def test_a_page_or_a_conversation_is_a_chapter(lost: Story) -> None:
    """The start, the page, the chat."""
    assert ["At the start", "Kettle & Co", "In the chat"] == [chapter.title for chapter in lost.chapters]


def test_quiet_moments_are_folded_and_their_time_is_kept() -> None:
    """Words that appear and short waits belong to the page that arrived."""
    story = told(
        Moment(at=0, kind="visit", waited=0.5),
        Moment(at=1, kind="text", human=4.0),
        Moment(at=2, kind="wait", waited=0.9),
        Moment(at=3, kind="wait", waited=1.0),
        Moment(at=4, kind="press", human=2.0),
    )

    (chapter,) = story.chapters

    assert ["visit", "wait", "press"] == [line.moment.kind for line in chapter.lines]
    assert (1.4, 4.0) == (chapter.lines[0].waited, chapter.lines[0].human)
    assert 5.4 == pytest.approx(chapter.lines[1].begins)
    assert story.felt == pytest.approx(chapter.felt)


def test_a_quiet_moment_with_a_finding_is_told(lost: Story) -> None:
    """What a finding points at is never folded away."""
    quiet = replace(lost.timeline.moments[2], kind="network", data={"status": 500})
    moments = (*lost.timeline.moments[:2], quiet, *lost.timeline.moments[3:])
    findings = tuple(replace(found, moments=(2,)) for found in lost.judgement.findings)
    story = Story(replace(lost.timeline, moments=moments), replace(lost.judgement, findings=findings))

    lines = [line for chapter in story.chapters for line in chapter.lines]

    assert ["broken"] == [line.outcome for line in lines if line.moment.kind == "network"]


def test_only_what_went_wrong_marks_a_line(lost: Story) -> None:
    """Kept expectations leave no mark; the chapter knows that something broke in it."""
    outcomes = [[line.outcome for line in chapter.lines] for chapter in lost.chapters]

    assert [[""], ["", ""], ["", "tolerated", "broken", "broken"]] == outcomes
    assert [False, False, True] == [chapter.broken for chapter in lost.chapters]


def test_felt_time_is_laid_out_without_gaps(lost: Story) -> None:
    """Spans follow each other, alternate, and add up."""
    spans = lost.spans

    assert lost.felt == pytest.approx(sum(span.length for span in spans))
    for before, after in pairwise(spans):
        assert before.begins + before.length == pytest.approx(after.begins)
        assert before.waiting != after.waiting


def test_the_worst_trouble_comes_first(lost: Story) -> None:
    """Broken before tolerated; what was kept is no trouble."""
    assert ["broken", "tolerated"] == [found.outcome for found in lost.troubles]
    assert "The refund was never settled." == lost.look_at


def test_what_a_standard_asks_and_does_not_apply_is_no_trouble(served: Story) -> None:
    """It is listed last, and nobody is sent to look at it; where the test asks for it they are."""
    idle = Finding(expectation="answered", outcome="unproven", sentence="Said nothing.", by_standard=True)
    by_standard, by_test = (
        replace(served, judgement=replace(served.judgement, findings=(found, *served.judgement.findings)))
        for found in (idle, replace(idle, by_standard=False))
    )

    assert ["resolved", "answered"] == [found.expectation for found in by_standard.findings]
    assert ("", "Said nothing.") == (by_standard.look_at, by_test.look_at)


def test_where_we_could_not_tell_the_reason_is_what_to_look_at(
    judged: Callable[[Verdict], Story], lost: Story
) -> None:
    """Not a finding that nothing proves."""
    story = judged("inconclusive")
    doubtful = replace(story, judgement=replace(story.judgement, findings=lost.judgement.findings))

    assert "so it was" == doubtful.look_at


def test_pictures_are_taken_only_from_the_journeys_folder(
    tmp_path: Path, picture: Callable[[Path], Path], lost: Story
) -> None:
    """A name with a path in it, a missing file and a file that is no picture are left out."""
    inside = tmp_path / "journey"
    inside.mkdir()
    picture(tmp_path / "secret.png")
    picture(inside / "01.png")
    (inside / "notes.png").write_text("not a picture")
    named = ("01.png", "../secret.png", str(tmp_path / "secret.png"), "notes.png", "missing.png")
    timeline = replace(lost.timeline, moments=(Moment(at=0, kind="visit", evidence=named),))

    story = Story.of(timeline, lost.judgement, inside)

    assert {"01.png": inside / "01.png"} == story.pictures
    assert ("01.png",) == story.chapters[0].lines[0].pictures


@pytest.mark.parametrize(
    ("title", "persona", "expected"),
    [
        ("Buying a kettle: fast!", "hurried-parent", "buying-a-kettle-fast-hurried-parent"),
        ("../../etc/passwd", "", "etc-passwd"),
        ("返品", "", "untitled"),
    ],
)
def test_a_slug_is_fit_for_a_file_name(title: str, persona: str, expected: str) -> None:
    """Small ASCII letters and hyphens, never a path."""
    story = told(Moment(at=0, kind="visit"))

    assert expected == replace(story, timeline=replace(story.timeline, title=title, persona=persona)).slug


def test_an_empty_journey_can_be_told() -> None:
    """No moments, no chapters, no time."""
    story = told()

    assert [] == story.chapters
    assert "A kettle" == story.title
    assert "not resolved" == story.time_told


def test_a_conversation_ends_its_chapter_and_a_new_page_opens_one() -> None:
    """From page to chat and back; a frame's page opens none."""
    story = told(
        Moment(at=0, kind="visit", data={"title": "Home"}),
        Moment(at=1, kind="visit", frame="pay.example", data={"title": "Card"}),
        Moment(at=2, kind="said", channel="chat", quote="Hello"),
        Moment(at=3, kind="press", touchpoint="help"),
    )

    assert ["Home", "In the chat", "Help"] == [chapter.title for chapter in story.chapters]
    assert [2, 1, 1] == [len(lines) for lines in sentences(story.chapters)]
