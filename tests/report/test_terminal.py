"""The scorecard at the end of a run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.judging.verdict import Verdict
from cxprobe.report.story import Story
from cxprobe.report.terminal import MANY, Entry, columns, scorecard, sum_up, wrapped

COLOUR = re.compile(r"\x1b\[\d+m")


def test_an_entry_comes_back_from_json_as_it_was(lost: Story) -> None:
    """Workers send entries to the controller as JSON; keys of a newer worker are ignored."""
    entry = Entry.of(lost.timeline, lost.judgement, Path("out/refund"))

    sent = json.loads(json.dumps({**entry.to_json(), "from a newer version": 1}))

    assert entry == Entry.from_json(sent)


def test_an_entry_says_what_to_look_at_first(lost: Story) -> None:
    """A broken expectation comes before one that was only just kept."""
    assert "The refund was never settled." == Entry.of(lost.timeline, lost.judgement).look_at


def test_a_card_tells_verdict_person_day_time_feeling_and_place(lost: Story, served: Story) -> None:
    """Everything somebody needs to know where to look."""
    entries = [Entry.of(story.timeline, story.judgement, Path("out/x")) for story in (lost, served)]

    text = scorecard(entries, 80, color=False)

    for part in (
        "✗ lost", "A refund for a kettle that arrived broken [chat]", "bad",
        "Grumpy Gus on his worst day, an apostrophe in the name", "not resolved after 35 s",
        "The refund was never settled.", "out/x",
        "✓ served", "1 min 42 s = 6.1 s waiting + 1 min 36 s human", "satisfactory",
    ):  # fmt: skip
        assert part in text
    assert "2 journeys: 1 served, 1 lost" == text.splitlines()[-1]


def test_the_worst_stands_next_to_the_prompt(lost: Story, served: Story) -> None:
    """Whatever order the journeys came in."""
    entries = [Entry.of(story.timeline, story.judgement) for story in (lost, served)]

    text = scorecard(entries, 80, color=False)

    assert text.index("served") < text.index("lost")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(lost: Story, width: int) -> None:
    """Long titles and wide characters are wrapped; a path stays whole, so that it can be copied."""
    path = "/somewhere/" + "x" * 300
    entry = replace(Entry.of(lost.timeline, lost.judgement), title="返品" * 60 + " a" * 50, folder=path)

    lines = scorecard([entry], width, color=False).splitlines()

    assert [path] == [line.strip() for line in lines if columns(line) > width]


def test_a_terminal_that_knows_only_ascii_gets_only_ascii(lost: Story, served: Story) -> None:
    """Symbols have a plain form, and nothing is lost but foreign letters."""
    entries = [Entry.of(story.timeline, story.judgement) for story in (lost, served)]

    text = scorecard([*entries, replace(entries[0], look_at="Pressed “Pay” – nothing…")], 80, False, "ascii")

    assert text.isascii()
    assert "x lost" in text
    assert "+ served" in text
    assert 'Pressed "Pay" - nothing...' in text


def test_colour_adds_nothing_but_colour(lost: Story, served: Story) -> None:
    """With the codes taken out both cards are the same; verdicts are told without colour too."""
    entries = [Entry.of(story.timeline, story.judgement) for story in (lost, served)]
    plain, painted = (scorecard(entries, 80, color) for color in (False, True))

    assert plain != painted
    assert plain == "\n".join(line.rstrip() for line in COLOUR.sub("", painted).splitlines())


def test_what_a_site_said_cannot_paint_the_terminal(lost: Story) -> None:
    """Control codes in a sentence are dropped."""
    entry = replace(
        Entry.of(lost.timeline, lost.judgement), look_at="\x1b[2Jgone\x07", title="a\x1b]0;b\x07c"
    )

    assert "\x1b" not in scorecard([entry], 80, color=False)


def test_of_very_many_the_served_are_only_counted(served: Story, lost: Story) -> None:
    """A long night's scorecard still fits on a screen."""
    good, bad = (Entry.of(story.timeline, story.judgement) for story in (served, lost))

    text = scorecard([good] * MANY + [bad], 80, color=False)

    assert f"{MANY} journeys, nothing to look at" in text
    assert "A refund for a kettle" in text
    assert 12 > len(text.splitlines())


def test_the_sum_counts_verdicts_and_open_promises(judged: Callable[[Verdict], Story]) -> None:
    """One line for the run."""
    verdicts: list[Verdict] = ["lost", "served", "served", "frustrated"]
    entries = [Entry.of(judged(verdict).timeline, judged(verdict).judgement) for verdict in verdicts]

    assert "4 journeys: 2 served, 1 frustrated, 1 lost" == sum_up(entries)
    assert "4 journeys: 2 served, 1 frustrated, 1 lost; 2 promises still open" == sum_up(
        [replace(entries[0], open_promises=2), *entries[1:]]
    )
    assert "No journeys" == sum_up([])


@settings(deadline=None, database=None)
@given(st.text(), st.integers(2, 90))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    """Every character but blanks is there again, in order, in lines narrow enough."""
    lines = wrapped(text, width)

    assert "".join(text.split()) == "".join("".join(lines).split())
    assert all(columns(line) <= width for line in lines)


def test_importing_the_scorecard_is_light() -> None:
    """Neither rich, pydantic, jinja2, playwright, Allure nor the judging room comes with it."""
    heavy = "{'rich', 'pydantic', 'jinja2', 'playwright', 'allure_commons', 'cxprobe.judging'}"
    code = f"import sys, cxprobe.report.terminal; print(sorted({heavy} & set(sys.modules)))"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == ran.stdout.strip()
