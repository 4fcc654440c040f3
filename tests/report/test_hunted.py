"""What a search of days came to, on the pages and in the scorecard's last lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cxprobe.report.hunted import FILE_NAME, Hunt
from cxprobe.report.overview import attached_name, find_stories
from cxprobe.report.pages import journey_page, overview_page
from cxprobe.report.story import Story
from cxprobe.report.terminal import told_searches

TAKES = "It takes two things: an apostrophe <b>in the name</b> and a double click on everything."
FOUND: dict[str, Any] = {
    "version": 1,
    "told": [["What it takes", TAKES], ["To live it again", "pytest --cx-replay GUS-7F3K"]],
    "findings": [{"id": "GUS-7F3K", "kind": "new", "told": "an apostrophe in the name"}],
}
QUIET: dict[str, Any] = {"told": [["Days explored", "12 days lived, and none broke."]], "findings": []}
SEARCH: dict[str, Any] = {
    "test": "a",
    "days": 12,
    "met": 100,
    "pairs": 250,
    "waiting": 20,
    "kept_back": 0,
    "intermittent": ["Buy a kettle broke once of three: slow (with typing slips; GUS-2B2B)."],
    "mended": [],
}


def test_a_page_tells_the_worst_day(lost: Story) -> None:
    """What it takes and what to type stand on the journey's page, escaped; a quiet search says so."""
    page = journey_page(replace(lost, hunt=Hunt.of(FOUND)))
    quiet = journey_page(replace(lost, hunt=Hunt.of(QUIET)))

    assert "<h2>The worst day</h2>" in page
    assert "an apostrophe &lt;b&gt;in the name&lt;/b&gt; and a double click" in page
    assert "<code>pytest --cx-replay GUS-7F3K</code>" in page
    assert "<h2>The days explored</h2>" in quiet
    assert "none broke" in quiet


def test_the_overview_tells_it_in_a_line(lost: Story) -> None:
    """Beside the journey stand what it takes and the day's id; nothing of a search that found nothing."""
    said = [overview_page([(replace(lost, hunt=Hunt.of(each)), "x.html")], []) for each in (FOUND, QUIET)]

    assert ["GUS-7F3K" in page for page in said] == [True, False]
    assert "It takes two things" in said[0]
    assert "none broke" not in said[1]


@pytest.mark.parametrize("attached", [False, True])
def test_a_search_is_found_beside_its_journey(lost: Story, tmp_path: Path, attached: bool) -> None:
    """In a run's folder, and among Allure's attachments."""
    name = (lambda each: attached_name("8c", each)) if attached else str
    (tmp_path / name("journey.json")).write_text(json.dumps(lost.timeline.to_json()), "utf-8")
    (tmp_path / name(FILE_NAME)).write_text(json.dumps(FOUND), "utf-8")

    (story,) = find_stories(tmp_path).stories

    assert story.hunt is not None
    assert ("GUS-7F3K", True) == (story.hunt.name, story.hunt.broke)


@pytest.mark.parametrize(
    "said", ["", "[]", "{}", '{"told": [1, ["a"]]}', '{"told": "x", "findings": 3}', "{"]
)
def test_what_is_no_search_is_passed_over(tmp_path: Path, said: str) -> None:
    """A file that tells of no search costs the journey nothing."""
    file = tmp_path / FILE_NAME
    file.write_text(said, "utf-8")

    assert Hunt.load(file) is None


def test_a_relapse_is_known() -> None:
    """What was mended and is back is the gravest."""
    back = {**FOUND, "findings": [{**FOUND["findings"][0], "kind": "relapse"}]}
    hunts = [Hunt.of(FOUND), Hunt.of(back)]

    assert [False, True] == [hunt.relapsed for hunt in hunts if hunt]


def test_the_end_of_a_run_tells_coverage_in_two_lines() -> None:
    """Summed over tests: pairs met, what is left, what waits; then what wavered, and a replay's answer."""
    lines = told_searches([SEARCH, {**SEARCH, "kept_back": 3, "intermittent": []}, {"answer": "A: FIXED"}])

    assert [
        "A: FIXED",
        "24 days lived in 2 tests; 200 of 500 pairs of misfortunes were met.",
        "Left for another night: 260 pairs and 3 days that broke before. "
        "40 pairs can be met once what broke is mended.",
        "Buy a kettle broke once of three: slow (with typing slips; GUS-2B2B).",
    ] == lines
    assert [] == told_searches([])
