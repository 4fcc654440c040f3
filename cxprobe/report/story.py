"""A journey ready to be told: its verdict, its pictures, and its moments in chapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from cxprobe.journey.clock import told
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import Finding
from cxprobe.judging.verdict import Judgement, judge
from cxprobe.report import words
from cxprobe.report.hunted import FILE_NAME as HUNT_FILE
from cxprobe.report.hunted import Hunt

NOTICED = 1.0
"""Seconds of waiting from which a wait gets a line of its own: the limit of an unbroken train of
thought (Nielsen, 1993, *Usability Engineering*, chapter 5)."""
QUIET = frozenset({"text", "scroll", "console", "network", "wait", "fence", "dialog"})
"""Kinds that are folded into the line before, unless a finding points at them."""
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True)
class Line:
    """One telling moment, with the quiet ones after it folded in; times in seconds."""

    moment: Moment
    begins: float
    """Felt seconds (waiting and human) before it."""
    waited: float
    human: float
    pictures: tuple[str, ...]
    findings: tuple[Finding, ...]
    """What went wrong here, or only just right."""

    @cached_property
    def sentence(self) -> str:
        """What happened, without its quote."""
        return words.sentence(self.moment)

    @cached_property
    def quote(self) -> str:
        """The words seen or said, when the sentence does not hold them already."""
        quote = words.safe(self.moment.quote)
        return "" if quote in self.sentence else quote

    @property
    def outcome(self) -> str:
        """The worst that was found here: "broken", "tolerated", "open", or nothing."""
        return max((found.outcome for found in self.findings), key=words.weight, default="")


@dataclass(slots=True)
class Chapter:
    """One page visit or one conversation, and its lines."""

    title: str
    touchpoint: str
    lines: list[Line] = field(default_factory=list)

    @property
    def felt(self) -> float:
        """Seconds the customer spent in it, waiting and acting."""
        return sum(line.waited + line.human for line in self.lines)

    @property
    def broken(self) -> bool:
        """Whether something was broken here."""
        return any(line.outcome == "broken" for line in self.lines)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of felt time; `begins` and `length` in seconds."""

    waiting: bool
    begins: float
    length: float


@dataclass(frozen=True)
class Story:
    """A journey with its judgement and its pictures by name."""

    timeline: Timeline
    judgement: Judgement
    pictures: Mapping[str, Path] = field(default_factory=dict)
    hunt: Hunt | None = None
    """The search that this day came from, if there was one."""

    @classmethod
    def of(
        cls,
        timeline: Timeline,
        judgement: Judgement | None = None,
        folder: Path | None = None,
        hunt: Hunt | None = None,
    ) -> Story:
        """The story of a timeline whose pictures lie in a folder; judged here unless it was already."""
        found = pictures_in(timeline, folder) if folder else {}
        hunt = hunt or (Hunt.load(folder / HUNT_FILE) if folder else None)
        return cls(timeline, judgement or judge(timeline), found, hunt)

    @property
    def title(self) -> str:
        """What CX staff call it: the title, else the goal."""
        title = words.safe(self.timeline.title)
        return title or words.capital(words.safe(self.timeline.goal)) or "A journey"

    @property
    def touchpoint(self) -> str:
        """Where it belongs in the overview."""
        return words.safe(self.timeline.touchpoint) or "other journeys"

    @property
    def who(self) -> str:
        """The persona's title, else its name."""
        return words.safe(self.timeline.persona_title or self.timeline.persona) or "a customer"

    @property
    def findings(self) -> list[Finding]:
        """Every finding: the worst first, the kept after, what a standard asks and does not apply last."""
        return sorted(self.judgement.findings, key=_rank)

    @property
    def troubles(self) -> list[Finding]:
        """Findings that somebody should look at, the worst first."""
        return [found for found in self.findings if found.outcome != "kept" and not _idle(found)]

    @property
    def look_at(self) -> str:
        """What to look at first, in one sentence; nothing when all is well."""
        if self.judgement.verdict in ("inconclusive", "outage"):
            return words.safe(self.judgement.reason or self.judgement.headline)
        if self.troubles:
            return words.finding(self.troubles[0])
        return "" if self.judgement.verdict == "served" else words.safe(self.judgement.reason)

    @property
    def time_told(self) -> str:
        """Time to resolution in words, or how long the customer tried in vain."""
        if self.judgement.total is not None:
            return words.resolution(self.judgement.human, self.judgement.waited)
        return f"not resolved after {told(self.felt)}" if self.felt else "not resolved"

    @cached_property
    def felt(self) -> float:
        """Seconds the customer spent in all, waiting and acting."""
        return sum(moment.waited + moment.human for moment in self.timeline)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The telling moments, in order, by page visit or conversation."""
        chapters: list[Chapter] = []
        for line in _lines(self):
            if not chapters or _opens(line.moment, chapters[-1]):
                chapters.append(Chapter(_heading(line.moment), _place(line.moment)))
            chapters[-1].lines.append(line)
        return chapters

    @cached_property
    def spans(self) -> list[Span]:
        """Felt time as stretches of waiting and of acting, neighbours of one sort joined."""
        spans: list[Span] = []
        clock = 0.0
        for moment in self.timeline:
            for waiting, length in ((False, moment.human), (True, moment.waited)):
                if length <= 0:
                    continue
                if spans and spans[-1].waiting == waiting:
                    spans[-1] = replace(spans[-1], length=spans[-1].length + length)
                else:
                    spans.append(Span(waiting, clock, length))
                clock += length
        return spans

    @property
    def slug(self) -> str:
        """The story's name in a file name: title and persona, in small ASCII letters."""
        plain = f"{self.title} {self.timeline.persona}".lower().encode("ascii", "ignore").decode()
        name = "-".join("".join(c if c.isalnum() else " " for c in plain).split())[:80].strip("-")
        return name or "untitled"


def _idle(found: Finding) -> bool:
    """Whether a standard asked for something that this journey had nothing to do with."""
    return found.outcome == "unproven" and found.by_standard


def _rank(found: Finding) -> tuple[bool, int]:
    return _idle(found), -words.weight(found.outcome)


def pictures_in(timeline: Timeline, folder: Path) -> dict[str, Path]:
    """The pictures a timeline names that lie in a folder and are pictures; names with paths are refused."""
    named = {
        name: folder / name for moment in timeline for name in moment.evidence if name == Path(name).name
    }
    return {name: path for name, path in named.items() if media_type(path)}


def media_type(path: Path) -> str:
    """The media type of a picture by its first bytes: PNG or JPEG; nothing for anything else."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError:
        return ""
    return next((kind for magic, kind in _PICTURES.items() if start.startswith(magic)), "")


def _lines(story: Story) -> Iterator[Line]:
    """The telling lines of a story, each with the quiet moments after it folded in."""
    found = _findings(story.judgement)
    line: Line | None = None
    clock = 0.0
    for place, moment in enumerate(story.timeline):
        told = _line(moment, clock, found.get(place, ()), story.pictures)
        clock += moment.waited + moment.human
        if line is None or told.findings or (_telling(moment) and not _carries_out(moment, line.moment)):
            if line is not None:
                yield line
            line = told
        else:
            line = _folded(line, told)
    if line is not None:
        yield line


def _line(moment: Moment, clock: float, findings: tuple[Finding, ...], pictures: Mapping[str, Path]) -> Line:
    seen = tuple(name for name in moment.evidence if name in pictures)
    return Line(moment, clock, moment.waited, moment.human, seen, findings)


def _folded(line: Line, quiet: Line) -> Line:
    return replace(
        line,
        waited=line.waited + quiet.waited,
        human=line.human + quiet.human,
        pictures=line.pictures + quiet.pictures,
    )


def _carries_out(moment: Moment, before: Moment) -> bool:
    """Whether a press or a few keys only do what the step before has told already."""
    target = str(moment.data.get("target") or moment.data.get("option") or "")
    named = bool(target) and f'"{target}"' in before.sentence
    getting_about = moment.kind == "keys" and not moment.data.get("field")
    return before.kind == "step" and ((moment.kind in ("press", "choose") and named) or getting_about)


def _telling(moment: Moment) -> bool:
    if moment.kind == "wait":
        return moment.waited >= NOTICED
    return moment.kind not in QUIET


def _findings(judgement: Judgement) -> dict[int, tuple[Finding, ...]]:
    """What went wrong, by the place of the moment that shows it."""
    by_place: dict[int, tuple[Finding, ...]] = {}
    for found in judgement.findings:
        if found.outcome in ("broken", "tolerated"):
            for place in found.moments:
                by_place[place] = (*by_place.get(place, ()), found)
    return by_place


def _place(moment: Moment) -> str:
    return words.safe(moment.touchpoint)


def _opens(moment: Moment, chapter: Chapter) -> bool:
    """Whether a moment opens a chapter: a page arrives, a conversation begins or ends."""
    if moment.kind == "visit":
        return not moment.frame
    last = chapter.lines[-1].moment
    talks = moment.channel != "web"
    return talks != (last.channel != "web") or (talks and moment.channel != last.channel)


def _heading(moment: Moment) -> str:
    if moment.channel != "web":
        return {"chat": "In the chat", "phone": "On the phone", "mail": "By mail"}.get(
            moment.channel, words.capital(words.safe(moment.channel))
        )
    title = words.safe(moment.data.get("title") or "")
    if moment.kind == "visit":
        return title or words.capital(_place(moment)) or "A page"
    return "At the start" if moment.kind == "goal" else words.capital(_place(moment)) or "On the site"
