"""The overview: every journey of a run on one page, and a page for each."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cxprobe.errors import CxprobeError, InvalidTimeline, UsageError
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import FILE_NAME, Timeline
from cxprobe.report.hunted import FILE_NAME as HUNT_FILE
from cxprobe.report.hunted import Hunt
from cxprobe.report.pages import journey_page, overview_page
from cxprobe.report.story import Story, media_type

INDEX = "index.html"
PAGE = "journey-{}.html"
_AGES = 1e10
"""Seconds (some 300 years) that no journey takes."""
ATTACHED = "-attachment.json"
"""How Allure's attachments end; a journey among them has its pictures beside it, by prefix."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a folder: the stories, and what could not be read with the reason."""

    stories: tuple[Story, ...]
    unreadable: tuple[tuple[str, str], ...]


def write_overview(folder: Path, out: Path | None = None) -> Path:
    """Write `index.html` and a page for each journey found anywhere under a folder; gives the index's path.

    They go into `out`, else into `report` inside the folder. Journeys are `journey.json` files and those
    attached to Allure results; the same journey found twice is told once. All pages are written before
    the first replaces an older one. Raises UsageError when there is no such folder or nothing in it, and
    CxprobeError when the pages cannot be written.
    """
    found = find_stories(folder)
    if not found.stories and not found.unreadable:
        raise UsageError(
            f"No journeys in {folder}: neither a {FILE_NAME} nor Allure results with a journey attached. "
            "Run some first, for example: pytest scenarios"
        )
    target = out or folder / "report"
    try:
        return _write(_pages(found), target)
    except OSError as error:
        raise CxprobeError(
            f"The report could not be written to {target}: {error.strerror or error}. "
            f"Nothing was changed there; the {len(found.stories)} journeys in {folder} are safe. "
            f"Make room, or name another place: cxprobe report {folder} --out FOLDER"
        ) from error


def find_stories(folder: Path) -> Found:
    """Every journey under a folder, judged; unreadable ones are listed with the reason, never raised."""
    if not folder.is_dir():
        raise UsageError(
            f"There is no folder {folder}. Name the one that a run wrote, with its journeys inside."
        )
    stories: list[Story] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    unreadable: list[tuple[str, str]] = []
    for path in _journeys(folder):
        try:
            story = _story(path)
        except Exception as error:  # one unreadable journey must not cost the others their report
            unreadable.append((str(path.relative_to(folder)), _reason(error, path)))
        else:
            _add(story, stories, alike.setdefault(_about(story), []))
    in_time = sorted(stories, key=lambda story: (story.timeline.started, story.title))
    return Found(tuple(in_time), tuple(unreadable))


def _about(story: Story) -> tuple[object, ...]:
    """What two copies of one journey have in common, quick to compare."""
    timeline = story.timeline
    return timeline.started, timeline.test, timeline.persona, timeline.seed, len(timeline.moments)


def _add(story: Story, stories: list[Story], alike: list[int]) -> None:
    """Add a story unless it is there; of two copies the one with more pictures stays."""
    for place in alike:
        if stories[place].timeline == story.timeline:
            stories[place] = max(stories[place], story, key=lambda each: len(each.pictures))
            return
    alike.append(len(stories))
    stories.append(story)


def attached_name(prefix: str, name: str) -> str:
    """The name of a journey's file among Allure's attachments: the same prefix for all of one journey."""
    stem, dot, suffix = name.rpartition(".")
    return f"{prefix}-{stem}-attachment{dot}{suffix}"


def _journeys(folder: Path) -> Iterator[Path]:
    """Paths that hold a journey, or should: in a stable order."""
    for path in sorted(folder.rglob("*.json")):
        if path.name == FILE_NAME or (path.name.endswith(ATTACHED) and _is_journey(path)):
            yield path


def _is_journey(path: Path) -> bool:
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(plain, Mapping) and "cxprobe" in plain and "moments" in plain


def _story(path: Path) -> Story:
    timeline = _sound(Timeline.load(path))
    if path.name == FILE_NAME:
        return Story.of(timeline, folder=path.parent)
    prefix = path.name.removesuffix(f"-journey{ATTACHED}")
    named = {name for moment in timeline for name in moment.evidence if name == Path(name).name}
    beside = {name: path.with_name(attached_name(prefix, name)) for name in named}
    story = Story.of(timeline)
    pictures = {name: file for name, file in beside.items() if media_type(file)}
    hunt = Hunt.load(path.with_name(attached_name(prefix, HUNT_FILE)))
    return Story(timeline, story.judgement, pictures, hunt)


def _sound(timeline: Timeline) -> Timeline:
    """The timeline, if words are words in it and times are times; InvalidTimeline names the first fault."""
    for name in (
        "goal",
        "title",
        "touchpoint",
        "site",
        "started",
        "persona",
        "persona_title",
        "day_told",
        "test",
    ):
        if not isinstance(getattr(timeline, name), str):
            raise InvalidTimeline(f'"{name}" should be text.')
    for name in ("customer", "patience", "day"):
        if not isinstance(getattr(timeline, name), Mapping):
            raise InvalidTimeline(f'"{name}" should be a table of names and values.')
    if not isinstance(timeline.seed, int):
        raise InvalidTimeline('"seed" should be a whole number.')
    if not _is_time(timeline.duration):
        raise InvalidTimeline('"duration" should be a number of seconds.')
    for place, moment in enumerate(timeline.moments):
        if fault := _fault(moment):
            raise InvalidTimeline(f"moment {place + 1} has {fault}.")
    return timeline


def _fault(moment: Moment) -> str:
    """What is wrong with a moment's values; nothing for a sound one."""
    times = (moment.at, moment.waited, moment.human)
    texts = (moment.kind, moment.actor, moment.touchpoint, moment.channel, moment.sentence, moment.quote)
    if not all(map(_is_time, times)):
        return "a time that is none"
    if not all(isinstance(text, str) for text in (*texts, *moment.evidence)):
        return "something else where there should be text"
    return "" if isinstance(moment.data, Mapping) else "data without names"


def _is_time(length: object) -> bool:
    return isinstance(length, (int, float)) and 0 <= length < _AGES


def _reason(error: Exception, path: Path) -> str:
    """Why a journey could not be read, without its path, which is said already."""
    if isinstance(error, (InvalidTimeline, OSError)):
        return str(error).replace(str(path), "the file")
    return f"it holds something unexpected ({type(error).__name__}: {error})"


def _pages(found: Found) -> Iterator[tuple[str, str]]:
    """File names with their HTML, the index last, so that it never links to a page not there yet."""
    rows: list[tuple[Story, str]] = []
    taken: Counter[str] = Counter()
    for story in found.stories:
        name = _free(story.slug, taken)
        rows.append((story, PAGE.format(name)))
        yield rows[-1][1], journey_page(story, back=INDEX)
    yield INDEX, overview_page(rows, found.unreadable)


def _free(slug: str, taken: Counter[str]) -> str:
    """The slug, numbered when it is taken already: "buying-a-kettle", "buying-a-kettle-2"."""
    while taken[slug]:
        taken[slug] += 1
        slug = f"{slug}-{taken[slug]}"
    taken[slug] += 1
    return slug


def _write(pages: Iterator[tuple[str, str]], out: Path) -> Path:
    """Write pages beside the folder first, then move them in; pages of an older run go."""
    out.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        names = []
        for name, html in pages:
            (work / name).write_text(html, "utf-8", errors="replace")
            names.append(name)
        out.mkdir(exist_ok=True)
        for name in names:
            (work / name).replace(out / name)
        for old in set(out.glob(PAGE.format("*"))) - {out / name for name in names}:
            old.unlink()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return out / INDEX
