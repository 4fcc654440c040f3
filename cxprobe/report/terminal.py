"""The scorecard at the end of a run: per journey what came of it, how long it took, what to look at."""

from __future__ import annotations

import dataclasses
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxprobe.journey.clock import told
from cxprobe.report import words

if TYPE_CHECKING:
    from cxprobe.journey.timeline import Timeline
    from cxprobe.judging.verdict import Judgement

MANY = 40
"""Above so many journeys, those that were served are only counted."""
_COLOURS = {"served": "32", "frustrated": "33", "open": "36", "unproven": "35", "inconclusive": "35"}
_RED = "31"
_LABEL = 14
"""Columns of a symbol, a space and a verdict of up to twelve letters."""
_MARGIN = _LABEL + 3
"""Columns before the text: two spaces, the label, a space."""
_ASCII = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "×": "x"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One journey's line in the scorecard: plain values, so that it travels between processes as JSON."""

    title: str
    verdict: str
    touchpoint: str = ""
    persona: str = ""
    persona_title: str = ""
    day_told: str = ""
    headline: str = ""
    reason: str = ""
    human: float | None = None
    """Seconds of the customer's own time to resolution; None when it was not resolved."""
    waited: float | None = None
    """Seconds of waiting to resolution; None when it was not resolved."""
    spent: float = 0.0
    """Seconds spent in all, resolved or not."""
    feeling: str = ""
    look_at: str = ""
    folder: str = ""
    test: str = ""
    days_driven: int = 1
    days_inconclusive: int = 0
    open_promises: int = 0
    replays: int = 0
    """How many times the chosen day was driven again to be sure."""
    day_id: str = ""
    """What the broken day is called in the store, if one was found."""

    @classmethod
    def of(cls, timeline: Timeline, judgement: Judgement, folder: Path | None = None) -> Entry:
        """The entry of a judged journey whose `journey.json` lies in a folder."""
        # A controller only prints what its workers judged: it never imports the judging room.
        from cxprobe.report.story import Story

        story = Story(timeline, judgement)
        return cls(
            title=story.title,
            verdict=judgement.verdict,
            touchpoint=timeline.touchpoint,
            persona=timeline.persona,
            persona_title=timeline.persona_title,
            day_told=timeline.day_told,
            headline=judgement.headline,
            reason=judgement.reason,
            human=judgement.human,
            waited=judgement.waited,
            spent=story.felt,
            feeling=judgement.feeling.level,
            look_at=story.look_at,
            folder=str(folder or ""),
            test=timeline.test,
            open_promises=sum(found.outcome == "open" for found in judgement.findings),
        )

    def to_json(self) -> dict[str, Any]:
        """The entry as plain JSON values."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Entry:
        """The entry that `to_json` gave; unknown keys are ignored."""
        names = {each.name for each in dataclasses.fields(cls)}
        return cls(**{key: value for key, value in plain.items() if key in names})

    @property
    def time_told(self) -> str:
        """Time to resolution in words, or how long the customer tried in vain."""
        if self.human is not None and self.waited is not None:
            return words.resolution(self.human, self.waited)
        return f"not resolved after {told(self.spent)}" if self.spent else ""


def scorecard(entries: Sequence[Entry], width: int, color: bool, encoding: str = "utf-8") -> str:
    """The scorecard as text: journeys from best to worst, the worst next to the prompt, then the sum.

    No line is wider than `width` columns (at least 40), but for paths, which are to be copied as they are;
    every character exists in `encoding`.
    """
    width = max(width, 40)
    ordered = sorted(entries, key=lambda entry: words.badness(entry.verdict))
    served = [entry for entry in ordered if entry.verdict == "served"] if len(ordered) > MANY else []
    lines: list[str] = []
    if served:
        word = _paint(_label("served", encoding), "served", color)
        lines.append(f"  {word} {words.counted(len(served), 'journey')}, nothing to look at")
    for entry in ordered[len(served) :]:
        lines += _card(entry, width, color, encoding)
    text = "\n".join([*lines, "", *wrapped(sum_up(entries), width)])
    return text if _can_say(text, encoding) else _sayable(text, encoding)


def sum_up(entries: Sequence[Entry]) -> str:
    """The run in one line: "7 journeys: 5 served, 1 frustrated, 1 lost"."""
    counts = Counter(entry.verdict for entry in entries)
    verdicts = [f"{counts[each]:,} {_PLURAL.get(each, each)}" for each in words.VERDICTS if counts[each]]
    total = f"{words.counted(len(entries), 'journey')}: {', '.join(verdicts)}" if entries else "No journeys"
    promises = sum(entry.open_promises for entry in entries)
    return f"{total}; {words.counted(promises, 'promise')} still open" if promises else total


def told_searches(searches: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the searches of a run came to, in a few plain lines: replays, coverage, what was left out."""
    lines = [search["answer"] for search in searches if search.get("answer")]
    explored = [search for search in searches if search.get("days")]
    if explored:
        days, met, pairs = (sum(search[name] for search in explored) for name in ("days", "met", "pairs"))
        tests = words.counted(len(explored), "test")
        met_told = f"; {met:,} of {pairs:,} pairs of misfortunes were met" if pairs else ""
        lines.append(f"{words.counted(days, 'day')} lived in {tests}{met_told}.")
        lines.append(_left_out(explored))
    also = [line for search in explored for name in ("intermittent", "mended") for line in search[name]]
    return [words.safe(line) for line in [*lines, *also] if line]


def _left_out(explored: Sequence[Mapping[str, Any]]) -> str:
    """What was left for another night, and what waits until something is mended."""
    waiting, kept = (sum(search[name] for search in explored) for name in ("waiting", "kept_back"))
    pairs = sum(search["pairs"] - search["met"] for search in explored) - waiting
    left = [words.counted(pairs, "pair")] if pairs > 0 else []
    left += [words.counted(kept, "day") + " that broke before"] if kept else []
    said = f"Left for another night: {words.listed(left)}." if left else ""
    behind = f"{words.counted(waiting, 'pair')} can be met once what broke is mended." if waiting else ""
    return " ".join(filter(None, [said, behind]))


_PLURAL = {"error": "in error"}


def _card(entry: Entry, width: int, color: bool, encoding: str) -> Iterator[str]:
    """The lines of one journey: verdict and feeling on the left, the story beside them."""
    story = [_title(entry), _who(entry), _how(entry)]
    if entry.verdict != "served":
        again = f"To live this day again: pytest --cx-replay {entry.day_id}" if entry.day_id else ""
        story += [*_why(entry), again]
    left = [_label(entry.verdict, encoding), f"  {words.safe(entry.feeling)}"]
    right = [line for part in story for line in wrapped(part, width - _MARGIN)]
    right += [_nearby(entry.folder)] if entry.folder and entry.verdict != "served" else []
    for place, line in enumerate(right):
        side = (left[place] if place < len(left) else "")[:_LABEL].ljust(_LABEL)
        style = (entry.verdict, "title") if place == 0 else ("plain", "plain")
        yield f"  {_paint(side, style[0], color)} {_paint(line, style[1], color)}".rstrip()


def _label(verdict: str, encoding: str) -> str:
    word = words.VERDICTS.get(verdict, words.VERDICTS["error"])
    symbol = word.symbol if _can_say(word.symbol, encoding) else word.ascii
    return f"{symbol} {verdict}"[:_LABEL].ljust(_LABEL)


def _sayable(text: str, encoding: str) -> str:
    known = encoding if _can_say("", encoding) else "ascii"
    return text.translate(_ASCII).encode(known, "replace").decode(known)


def _can_say(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _title(entry: Entry) -> str:
    place = words.safe(entry.touchpoint)
    return words.safe(entry.title) + (f" [{place}]" if place else "")


def _who(entry: Entry) -> str:
    who = words.safe(entry.persona_title or entry.persona)
    return ", ".join(filter(None, [who, words.safe(entry.day_told)]))


def _how(entry: Entry) -> str:
    days = words.counted(entry.days_driven, "day") + " driven" if entry.days_driven > 1 else ""
    unclear = f"{entry.days_inconclusive} inconclusive" if entry.days_inconclusive else ""
    return "; ".join(filter(None, [entry.time_told, ", ".join(filter(None, [days, unclear]))]))


def _why(entry: Entry) -> list[str]:
    """What to look at, and the reason when it says more."""
    said = [words.safe(entry.look_at or entry.headline), words.safe(entry.reason)]
    return [words.capital(line) for place, line in enumerate(said) if line and line not in said[:place]]


def _nearby(folder: str) -> str:
    """A path as short as it can be typed from here."""
    try:
        near = os.path.relpath(folder)
    except ValueError:
        return folder
    return folder if near.startswith("..") else near


def _paint(text: str, what: str, color: bool) -> str:
    if not color or what == "plain":
        return text
    code = "1" if what == "title" else _COLOURS.get(what, _RED)
    return f"\x1b[{code}m{text}\x1b[0m"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns; a word longer than that is broken. No text, no line."""
    lines = [""] if text.strip() else []
    for word in (piece for each in text.split() for piece in _pieces(each, width)):
        longer = f"{lines[-1]} {word}".lstrip()
        if columns(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and columns(piece + char) > width:
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece
