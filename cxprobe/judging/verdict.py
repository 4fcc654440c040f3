"""The verdict on a journey: one word, one plain sentence, and every finding behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import Expectation, Finding
from cxprobe.judging.feeling import Feeling

Verdict = Literal["served", "frustrated", "lost", "open", "unproven", "inconclusive", "outage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said about a journey."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    headline: str = ""
    reason: str = ""
    needs_control: bool = False
    feeling: Feeling
    human: float | None = None
    waited: float | None = None
    total: float | None = None


def judge(timeline: Timeline, expectations: Sequence[Expectation] | None = None) -> Judgement:
    """The judgement on a timeline; expectations default to those the timeline was judged by."""
    return Judgement(verdict="unproven", feeling=Feeling())
