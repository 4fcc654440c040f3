"""Pages for people who do not read code: one for the run, one for each journey.

Pages hold no script and load nothing: style, drawings and pictures are inside them. Whatever a site
said is escaped, and a content security policy in each page forbids the rest.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cxprobe.journey.clock import told
from cxprobe.judging.expectations import Finding
from cxprobe.judging.feeling import Feeling
from cxprobe.report import words
from cxprobe.report.story import Story, media_type

BLIND = 0.2
"""Above this share of inconclusive journeys a run was blind."""
_QUOTES = 2
"""So many quotes are shown beside a finding; the timeline has them all."""


def journey_page(story: Story, back: str = "") -> str:
    """One journey as a whole page of HTML; `back` is the link to the overview, if there is one."""
    verdict = story.judgement.verdict
    waiting = waited(story)
    return (
        _environment()
        .get_template("journey.html")
        .render(
            story=story,
            timeline=story.timeline,
            judgement=story.judgement,
            verdict=verdict,
            word=words.VERDICTS.get(verdict, words.VERDICTS["error"]),
            back=back,
            told_story=words.safe(story.timeline.customer.get("story", "")),
            traits=_traits(story),
            when=_when(story.timeline.started),
            findings=[(found, _quotes(story, found)) for found in story.findings],
            marks=_marks(story),
            waiting=waiting,
            acting=story.felt - waiting,
            strip_told=f"{told(waiting)} waiting and {told(story.felt - waiting)} acting",
            pictures={name: _data_url(path) for name, path in story.pictures.items()},
        )
    )


def overview_page(rows: Sequence[tuple[Story, str]], unreadable: Sequence[tuple[str, str]]) -> str:
    """The run as a whole page of HTML: every story with the name of its page, and what could not be read."""
    stories = [story for story, _ in rows]
    counts: Counter[str] = Counter(story.judgement.verdict for story in stories)
    return (
        _environment()
        .get_template("index.html")
        .render(
            headline=headline(stories),
            first=_first_broken(rows),
            notes=_notes(stories, len(unreadable)),
            when=_when(
                min((story.timeline.started for story in stories if story.timeline.started), default="")
            ),
            sums=[(verdict, f"{counts[verdict]:,}") for verdict in words.VERDICTS if counts[verdict]],
            groups=_by_touchpoint(rows),
            unreadable=[(words.safe(path), words.safe(reason)) for path, reason in unreadable],
        )
    )


def headline(stories: Sequence[Story]) -> str:
    """The run in one sentence: "5 of 7 customers were served, 1 was let down."."""
    if not stories:
        return "No journeys here yet."
    served = sum(story.judgement.verdict in ("served", "open") for story in stories)
    lost = sum(story.judgement.verdict in ("lost", "outage") for story in stories)
    if served == len(stories):
        return "The customer was served." if served == 1 else f"All {served:,} customers were served."
    many = words.counted(len(stories), "customer")
    said = f"{served:,} of {many} {_was(served)} served" if served else f"None of {many} was served"
    return f"{said}, {lost:,} {_was(lost)} let down." if lost else f"{said}, none was let down."


def waited(story: Story) -> float:
    """Seconds of a journey spent waiting, resolved or not."""
    return sum(moment.waited for moment in story.timeline)


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _first_broken(rows: Sequence[tuple[Story, str]]) -> tuple[str, str, str] | None:
    """What broke first by the clock: a sentence, the journey's title and its page."""
    broken = [row for row in rows if row[0].judgement.verdict in ("lost", "outage")]
    if not broken:
        return None
    story, page = min(broken, key=lambda row: row[0].timeline.started)
    return words.safe(story.judgement.headline) or story.look_at, story.title, page


def _notes(stories: Sequence[Story], unreadable: int) -> list[str]:
    blind = sum(story.judgement.verdict == "inconclusive" for story in stories)
    notes = []
    if blind > BLIND * len(stories):
        notes.append(
            f"We could not tell for {blind:,} of {words.counted(len(stories), 'journey')}: "
            "too many to trust this run."
        )
    if unreadable:
        notes.append(f"{words.counted(unreadable, 'journey')} could not be read: see the end of the page.")
    return notes


def _by_touchpoint(rows: Sequence[tuple[Story, str]]) -> list[tuple[str, list[tuple[Story, str]]]]:
    """Rows by touchpoint, the touchpoint with the worst journey first, and the worst first within it."""
    groups: dict[str, list[tuple[Story, str]]] = {}
    for row in sorted(rows, key=lambda row: (-words.badness(row[0].judgement.verdict), row[0].title)):
        groups.setdefault(row[0].touchpoint, []).append(row)
    return list(groups.items())


def _quotes(story: Story, found: Finding) -> list[str]:
    """The words behind a finding, as far as its sentence does not hold them already."""
    moments = [
        story.timeline.moments[place] for place in found.moments if 0 <= place < len(story.timeline.moments)
    ]
    # What newly stood on a page is quoted by the sentence, if at all: the page's first words tell nothing.
    quotes = [words.safe(moment.quote) for moment in moments if moment.kind != "text"]
    return [quote for quote in quotes if quote and quote not in found.sentence][:_QUOTES]


def _marks(story: Story) -> list[float]:
    lines = (line for chapter in story.chapters for line in chapter.lines)
    return [line.begins for line in lines if line.outcome == "broken"]


def _traits(story: Story) -> list[tuple[str, str]]:
    """What is known of the customer, as far as it is plain words."""
    plain = {name: value for name, value in story.timeline.customer.items() if name != "story"}
    return [
        (words.capital(words.safe(name).replace("_", " ")), _value(value))
        for name, value in plain.items()
        if value not in ("", None, [], {}, ())
    ]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(
            f"{words.safe(name).replace('_', ' ')} {_value(each)}" for name, each in value.items()
        )
    if isinstance(value, (list, tuple)):
        return words.listed([_value(each) for each in value])
    return words.safe(value)


def _when(started: str) -> str:
    try:
        when = datetime.fromisoformat(started)
    except ValueError:
        return words.safe(started)
    return f"{when:%A} {when.day} {when:%B %Y, %H:%M}"


def _data_url(path: Path) -> str:
    try:
        return f"data:{media_type(path)};base64,{base64.b64encode(path.read_bytes()).decode()}"
    except OSError:
        return ""


def _reckoning(feeling: Feeling) -> Markup:
    return Markup(_environment().get_template("reckoning.html").render(feeling=feeling))


@cache
def _environment() -> Environment:
    templates = Path(__file__).with_name("templates")
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "told": told,
        "capital": words.capital,
        "safe_text": words.safe,
        "finding": words.finding,
        "waiting": waited,
    }
    environment.filters.update(filters)
    environment.globals.update(
        style=Markup((templates / "style.css").read_text("utf-8")),
        reckoning=_reckoning,
        outcomes=words.OUTCOMES,
        verdicts={**words.VERDICTS},
    )
    return environment
