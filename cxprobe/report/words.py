"""How things are said: verdicts, moments and lengths of time, in words that need no code.

Everything said here is plain text: `safe` makes it fit for a terminal, templates escape it for HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxprobe.journey.clock import told
from cxprobe.journey.moments import REASONS, Moment

if TYPE_CHECKING:
    from cxprobe.judging.expectations import Finding


@dataclass(frozen=True, slots=True)
class Word:
    """How one verdict or outcome is shown: its symbol, the symbol in ASCII, and what it means."""

    symbol: str
    ascii: str
    means: str


VERDICTS: Mapping[str, Word] = {
    "served": Word("✓", "+", "every expectation was kept"),
    "frustrated": Word("~", "~", "they got there, and it was harder than it should be"),
    "open": Word("○", "o", "a promise is not settled yet"),
    "unproven": Word("–", "-", "there was nothing to judge by"),
    "inconclusive": Word("?", "?", "we could not tell"),
    "outage": Word("!", "!", "the site was down"),
    "lost": Word("✗", "x", "the company let the customer down"),
    "error": Word("!", "!", "something is wrong in the test or in cxprobe"),
}
"""Every verdict from best to worst, and `error` for what never became a journey."""

OUTCOMES: Mapping[str, Word] = {
    "kept": Word("✓", "+", "kept"),
    "tolerated": Word("~", "~", "only just"),
    "open": Word("○", "o", "not settled yet"),
    "unproven": Word("–", "-", "nothing to judge by"),
    "broken": Word("✗", "x", "broken"),
}
"""How one expectation came out, from best to worst."""

_ENDLESS = 1e15
_ORDER = tuple(VERDICTS)
_WEIGHTS = tuple(OUTCOMES)
_RESETS = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")


def badness(verdict: str) -> int:
    """Where a verdict stands from best (0) to worst; an unknown one counts as the worst."""
    return _ORDER.index(verdict) if verdict in _ORDER else len(_ORDER)


def weight(outcome: str) -> int:
    """Where an outcome stands from best (0) to worst."""
    return _WEIGHTS.index(outcome) if outcome in _WEIGHTS else len(_WEIGHTS)


def safe(text: object) -> str:
    """One line of text without control characters, colour codes or reversed writing order."""
    said = str(text)
    if said.isprintable():
        return " ".join(said.split())
    plain = " ".join(_ANSI.sub("", said).split())
    return "".join(c for c in plain if c not in _RESETS and unicodedata.category(c) not in ("Cc", "Cs"))


def number(value: object) -> float:
    """A number out of a journey's data; 0 for what is none, or not to be counted in a lifetime."""
    return float(value) if isinstance(value, (int, float)) and abs(value) < _ENDLESS else 0.0


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 journey", "1,200 journeys"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def quoted(text: object) -> str:
    """Text in quotation marks, or nothing for no text."""
    said = safe(text) if text is not None else ""
    return f"“{said}”" if said else ""


def capital(text: str) -> str:
    """Text with its first letter as a capital; an address keeps its own."""
    return text if "://" in text.split(" ", 1)[0] else text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """Items as people list them: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def resolution(human: float | None, waited: float | None) -> str:
    """Time to resolution: "3 min 12 s = 12 s waiting + 3 min human", or "not resolved"."""
    if human is None or waited is None:
        return "not resolved"
    return f"{told(human + waited)} = {told(waited)} waiting + {told(human)} human"


def finding(found: Finding) -> str:
    """What one expectation found, in one sentence; its name when it came without a sentence."""
    return safe(found.sentence) or f"{capital(found.expectation.replace('_', ' '))}: {found.outcome}."


def sentence(moment: Moment) -> str:
    """What happened at a moment, in one sentence; its quote is left to be shown beside it."""
    if said := safe(moment.sentence):
        return said
    say = _SAY.get(moment.kind)
    return say(moment, moment.data) if say else f"{capital(safe(moment.kind).replace('_', ' '))}."


def with_quote(moment: Moment) -> str:
    """What happened at a moment, and the words that were seen or said, in one line."""
    said, quote = sentence(moment), safe(moment.quote)
    return said if not quote or quote in said else f"{said} {quoted(quote)}"


Data = Mapping[str, Any]


def _named(data: Data, key: str, otherwise: str) -> str:
    return quoted(data.get(key)) or otherwise


def _times(data: Data) -> str:
    times = int(number(data.get("times")))
    return {0: "", 1: "", 2: " twice"}.get(times, f" {times} times")


def _visit(moment: Moment, data: Data) -> str:
    page = _named(data, "title", quoted(data.get("url")) or "a page")
    if number(data.get("status")) >= 400:
        return f"The page {page} could not be shown: the site answered with error {data['status']}."
    return f"The page {page} arrived."


def _keys(moment: Moment, data: Data) -> str:
    count = int(number(data.get("count")))
    again = " again" if data.get("again") else ""
    slips = int(number(data.get("corrections")))
    mended = f", mending {counted(slips, 'slip')}" if slips else ""
    return f"Typed {counted(count, 'key')} into {_named(data, 'field', 'a field')}{again}{mended}."


def _look(moment: Moment, data: Data) -> str:
    end = "and saw it" if data.get("seen") else "and did not see it"
    return f"Looked for {_named(data, 'sought', 'something')}, {end}."


def _wait(moment: Moment, data: Data) -> str:
    cause = safe(data.get("cause") or "")
    whose = ", because of their own slow line" if data.get("own_line") else ""
    return f"Waited {told(moment.waited)}{f' for {cause}' if cause else ''}{whose}."


def _network(moment: Moment, data: Data) -> str:
    if number(data.get("status")) >= 500:
        return f"The site broke down behind the page (error {data['status']})."
    return "Something the page needed did not arrive."


def _queue(moment: Moment, data: Data) -> str:
    place = safe(data.get("place") or "")
    return f"Stood in a waiting line{f', in place {place}' if place else ''}."


def _gave_up(moment: Moment, data: Data) -> str:
    spent = number(data.get("spent"))
    return f"Ran out of patience{f' after {told(spent)}' if spent else ''}, and left."


def _control(moment: Moment, data: Data) -> str:
    end = "got through" if data.get("through") else "did not get through either"
    return f"The same customer on an ordinary day {end}."


def _error(moment: Moment, data: Data) -> str:
    field = quoted(data.get("field"))
    return f"The page showed an error{f' about {field}' if field else ''}."


_SAY: Mapping[str, Callable[[Moment, Data], str]] = {
    "goal": lambda m, d: f"Came for {safe(d.get('goal') or 'something')}.",
    "visit": _visit,
    "press": lambda m, d: f"Pressed {_named(d, 'target', 'a control')}{_times(d)}.",
    "keys": _keys,
    "choose": lambda m, d: f"Chose {_named(d, 'option', 'an option')} for {_named(d, 'field', 'a field')}.",
    "scroll": lambda m, d: "Scrolled down the page.",
    "look": _look,
    "wait": _wait,
    "text": lambda m, d: f"{counted(int(number(d.get('words'))), 'new word')} to read.",
    "error": _error,
    "dialog": lambda m, d: "The browser asked something.",
    "console": lambda m, d: "The page noted a fault of its own, out of the customer's sight.",
    "network": _network,
    "dead_end": lambda m, d: f"Pressed {_named(d, 'target', 'a control')}, and nothing happened.",
    "rage": lambda m, d: f"Pressed {_named(d, 'target', 'a control')} again and again{_times(d)}.",
    "said": lambda m, d: "The customer said:",
    "heard": lambda m, d: f"{capital(safe(d.get('speaker') or 'the company'))} said:",
    "transfer": lambda m, d: (
        f"Was handed over from {safe(d.get('from') or 'one')} to {safe(d.get('to') or 'another')}."
    ),
    "queue": _queue,
    "resolved": lambda m, d: "Got what they came for.",
    "step": lambda m, d: f"Decided what to do next, for {safe(d.get('why') or 'the goal')}.",
    "money": lambda m, d: (
        f"Saw what is to be paid{f' ({where})' if (where := safe(d.get('where') or '')) else ''}."
    ),
    "mail": lambda m, d: f"Got a mail{f' about {kind}' if (kind := safe(d.get('kind') or '')) else ''}.",
    "no_mail": lambda m, d: f"Looked for a mail for {told(number(d.get('waited')))}, and none came.",
    "unsubscribed": lambda m, d: "Was told that no more such mails will come.",
    "mismatch": lambda m, d: (
        f"Was told {_named(d, 'said', 'one thing')}, but also {_named(d, 'but', 'another')}."
    ),
    "gave_up": _gave_up,
    "blocked": lambda m, d: capital(REASONS.get(str(d.get("reason")), "we could not go on")) + ".",
    "outage": lambda m, d: "The site was down.",
    "fence": lambda m, d: "The page reached for something outside the fence, and was refused.",
    "detour": lambda m, d: f"The day's misfortune: {safe(d.get('misfortune') or 'bad luck')}.",
    "control": _control,
    "lost_browser": lambda m, d: "Our browser went away.",
}
