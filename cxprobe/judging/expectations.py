"""What is expected of a company, as values that judge a timeline and never raise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cxprobe.journey.clock import Duration
from cxprobe.journey.timeline import Timeline

Outcome = Literal["kept", "tolerated", "broken", "open", "unproven"]
Thresholds = int | tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one expectation found on one journey."""

    expectation: str
    outcome: Outcome
    sentence: str
    measured: str = ""
    moments: tuple[int, ...] = ()
    evidence: bool = False
    step: str = ""
    by_standard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Expectation:
    """One expectation."""

    name: str
    sentence: str
    judge: Callable[[Timeline], Finding] = field(compare=False)
    spec: Mapping[str, Any] = field(default_factory=dict)
    by_standard: bool = False


def _todo(name: str) -> Expectation:
    def judge(timeline: Timeline) -> Finding:
        return Finding(expectation=name, outcome="kept", sentence="")

    return Expectation(name=name, sentence=name, judge=judge, spec={"name": name})


def resolved(within: Duration | None = None, at_worst: Duration | None = None) -> Expectation:
    return _todo("resolved")


def answered(within: Duration = "60 s", at_worst: Duration | None = None) -> Expectation:
    return _todo("answered")


def waited(within: Duration, at_worst: Duration | None = None) -> Expectation:
    return _todo("waited")


def effort(
    within: Duration | None = None,
    at_worst: Duration | None = None,
    *,
    presses: Thresholds | None = None,
    keys: Thresholds | None = None,
    fields: Thresholds | None = None,
    steps: Thresholds | None = None,
) -> Expectation:
    return _todo("effort")


def transfers(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    return _todo("transfers")


def asked_once(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    return _todo("asked_once")


def errors_met(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    return _todo("errors_met")


def dead_ends(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    return _todo("dead_ends")


def promises_kept() -> Expectation:
    return _todo("promises_kept")


def fast(within: Duration = "2 s", at_worst: Duration | None = "6 s") -> Expectation:
    return _todo("fast")


def feels(at_least: str = "satisfactory") -> Expectation:
    return _todo("feels")


def ordered_once() -> Expectation:
    return _todo("ordered_once")


def unasked_offers(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    return _todo("unasked_offers")


def from_spec(spec: Mapping[str, Any]) -> Expectation:
    return _todo(str(spec["name"]))
