"""Expectations, findings and thresholds as values, and the words they are told in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from cxprobe.errors import UsageError
from cxprobe.journey.clock import Duration, seconds, told
from cxprobe.journey.timeline import Timeline

Outcome = Literal["kept", "tolerated", "broken", "open", "unproven"]
Thresholds = int | tuple[int, int]
"""At most so many; or good, and at worst."""

_ORDER: tuple[Outcome, ...] = ("kept", "open", "tolerated", "unproven", "broken")
_VERBS = {
    "visit": "open", "press": "press", "keys": "fill", "choose": "choose", "look": "see", "said": "say",
    "heard": "hear", "wait": "wait", "text": "read", "error": "read an error", "network": "load",
    "dead_end": "press", "rage": "press", "transfer": "be handed over", "queue": "queue",
    "resolved": "settle", "gave_up": "give up", "blocked": "go on", "money": "reckon", "mismatch": "reckon",
    "step": "go on", "mail": "read a mail", "no_mail": "wait for a mail",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one expectation found on one journey."""

    expectation: str
    outcome: Outcome
    sentence: str
    """What happened, in one plain sentence."""
    measured: str = ""
    """The figure: "2 transfers"."""
    moments: tuple[int, ...] = ()
    """Places in the timeline that show it."""
    evidence: bool = False
    """Whether something seen proves it; without, the control customer is asked."""
    step: str = ""
    """Goal, verb and touchpoint of the earliest moment; never an index."""
    by_standard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Expectation:
    """One expectation: compares by what it expects, prints as it is written."""

    name: str
    sentence: str
    """What a person would say: "No more than 0 transfers"."""
    judge: Callable[[Timeline], Finding] = field(compare=False)
    spec: Mapping[str, Any] = field(default_factory=dict)
    """JSON from which `from_spec` makes it again."""
    by_standard: bool = False
    """Whether a standard brought it: then what cannot be judged does not apply."""

    def __repr__(self) -> str:
        """The call that makes it."""
        given = {key: value for key, value in self.spec.items() if key not in ("name", "by_standard")}
        return f"{self.name}({', '.join(f'{key}={_shown(value)}' for key, value in given.items())})"

    def __hash__(self) -> int:
        """Of what is expected."""
        return hash(repr(self))

    def as_standard(self) -> Expectation:
        """The same, brought by a standard."""
        spec = {**self.spec, "by_standard": True}
        return Expectation(
            name=self.name, sentence=self.sentence, judge=self.judge, spec=spec, by_standard=True
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """Two thresholds on a figure; None asks nothing of it."""

    good: float | None = None
    worst: float | None = None

    def outcome(self, value: float) -> Outcome:
        """Kept up to good, tolerated up to worst, broken beyond; without both, kept."""
        if self.good is None:
            return "broken" if self.worst is not None and value > self.worst else "kept"
        if value <= self.good:
            return "kept"
        return "tolerated" if self.worst is not None and value <= self.worst else "broken"

    def told(self) -> str:
        """As words about time: " within 8 min, at worst 15 min"."""
        parts = [f" within {told(self.good)}"] if self.good is not None else []
        parts += [f" at worst {told(self.worst)}"] if self.worst is not None else []
        return ",".join(parts)

    def beyond(self, outcome: Outcome) -> str:
        """What a length of time went beyond, as words; "" when it was kept."""
        limit = self.good if outcome == "tolerated" or self.worst is None else self.worst
        if limit is None or outcome == "kept":
            return ""
        return f", where {told(limit)} is the {'aim' if outcome == 'tolerated' else 'limit'}"


def expectation(name: str, sentence: str, judge: Callable[[Timeline], Finding], **given: Any) -> Expectation:
    """An expectation whose spec is its name and what was given."""
    spec = {"name": name, **{key: _plain(value) for key, value in given.items() if value is not None}}
    return Expectation(name=name, sentence=sentence, judge=judge, spec=spec)


def finding_of(
    timeline: Timeline,
    name: str,
    outcome: Outcome,
    sentence: str,
    *,
    measured: str = "",
    moments: Sequence[int] = (),
    evidence: bool = False,
) -> Finding:
    """A finding with its step; only what went wrong has evidence."""
    return Finding(
        expectation=name, outcome=outcome, sentence=sentence, measured=measured, moments=tuple(moments),
        evidence=evidence and outcome in ("broken", "tolerated"), step=_step(timeline, name, moments),
    )  # fmt: skip


def worst_of(outcomes: Sequence[Outcome]) -> Outcome:
    """The outcome that decides among several."""
    return max(outcomes, key=_ORDER.index)


def lengths(within: Duration | None, at_worst: Duration | None) -> Limits:
    """Thresholds in seconds; raises UsageError when the worst is better than the good."""
    good = None if within is None else seconds(within)
    worst = None if at_worst is None else seconds(at_worst)
    if good is not None and worst is not None and worst < good:
        raise UsageError(f"at_worst={at_worst!r} is less than within={within!r}. Swap them, or drop one.")
    return Limits(good, worst)


def numbers(name: str, given: object) -> Limits:
    """Thresholds of a count, from a number or two (good, at worst); else raises UsageError."""
    parts = given if isinstance(given, tuple) else (given,)
    if not 1 <= len(parts) <= 2 or any(type(part) is not int or part < 0 for part in parts):
        raise UsageError(f"{name} is expected as a number, or two (good, at worst), not {given!r}.")
    if parts[-1] < parts[0]:
        raise UsageError(f"{name}: at worst {parts[-1]} is less than at most {parts[0]}. Swap them.")
    return Limits(parts[0], parts[1] if len(parts) > 1 else None)


def listed(words: Sequence[str]) -> str:
    """Words as people list them: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _shown(value: object) -> str:
    return repr(tuple(value)) if isinstance(value, list) else repr(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str | int) else f"{seconds(value):g} s"


def _step(timeline: Timeline, name: str, moments: Sequence[int]) -> str:
    """The same for the same failure on another day: no index, no number that varies."""
    moment = timeline.moments[min(moments)] if moments else None
    verb = _VERBS.get(moment.kind, moment.kind.replace("_", " ")) if moment else name.replace("_", " ")
    touchpoint = (moment.touchpoint if moment else "") or timeline.touchpoint
    parts = (" ".join(re.sub(r"\d+", "", part).split()) for part in (timeline.goal, verb, touchpoint))
    return " · ".join(part for part in parts if part)


Expected = Expectation | Sequence[Expectation]
"""One expectation, or several at once, as a standard gives them."""


def flat(expectations: Iterable[Expected]) -> tuple[Expectation, ...]:
    """All the expectations, one after the other; UsageError for what is none."""
    found: list[Expectation] = []
    for each in expectations:
        found += [each] if isinstance(each, Expectation) else list(each)
    odd = next((each for each in found if not isinstance(each, Expectation)), None)
    if odd is not None:
        raise UsageError(f"{odd!r} is no expectation. Type for example: journey.expect(resolved())")
    return tuple(found)
