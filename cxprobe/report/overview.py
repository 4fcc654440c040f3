"""The overview: every journey of a run on one page, and a page for each."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cxprobe.errors import CxprobeError, InvalidTimeline, UsageError
from cxprobe.journey.timeline import FILE_NAME, Timeline
from cxprobe.report.pages import journey_page, overview_page
from cxprobe.report.story import Story, media_type

INDEX = "index.html"
PAGE = "journey-{}.html"
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
    stories: dict[str, Story] = {}
    unreadable: list[tuple[str, str]] = []
    for path in _journeys(folder):
        try:
            story = _story(path)
        except Exception as error:  # one unreadable journey must not cost the others their report
            unreadable.append((str(path.relative_to(folder)), _reason(error, path)))
        else:
            known = stories.get(story.digest)
            if known is None or len(known.pictures) < len(story.pictures):
                stories[story.digest] = story
    in_time = sorted(stories.values(), key=lambda story: (story.timeline.started, story.title))
    return Found(tuple(in_time), tuple(unreadable))


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
    timeline = Timeline.load(path)
    if path.name == FILE_NAME:
        return Story.of(timeline, folder=path.parent)
    prefix = path.name.removesuffix(f"-journey{ATTACHED}")
    named = {name for moment in timeline for name in moment.evidence if name == Path(name).name}
    beside = {name: path.with_name(attached_name(prefix, name)) for name in named}
    story = Story.of(timeline)
    return Story(timeline, story.judgement, {name: file for name, file in beside.items() if media_type(file)})


def _reason(error: Exception, path: Path) -> str:
    """Why a journey could not be read, without its path, which is said already."""
    if isinstance(error, (InvalidTimeline, OSError)):
        return str(error).replace(str(path), "the file")
    return f"it holds something unexpected ({type(error).__name__}: {error})"


def _pages(found: Found) -> Iterator[tuple[str, str]]:
    """File names with their HTML, the index last, so that it never links to a page not there yet."""
    rows: list[tuple[Story, str]] = []
    taken: set[str] = set()
    for story in found.stories:
        name = _free(story.slug, taken)
        rows.append((story, PAGE.format(name)))
        yield rows[-1][1], journey_page(story, back=INDEX)
    yield INDEX, overview_page(rows, found.unreadable)


def _free(slug: str, taken: set[str]) -> str:
    name, count = slug, 1
    while name in taken:
        count += 1
        name = f"{slug}-{count}"
    taken.add(name)
    return name


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
