"""The verdict on a journey: one word, one plain sentence, and every finding behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cxprobe.errors import UsageError
from cxprobe.journey.moments import REASONS, Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import measures
from cxprobe.judging.expectations import Expectation, Finding, from_spec
from cxprobe.judging.feeling import Feeling, felt
from cxprobe.judging.measures import word

Verdict = Literal["served", "frustrated", "lost", "open", "unproven", "inconclusive", "outage"]

NOBODY_JUDGED = "came and went, and nothing was expected"
_VERB = re.compile(
    r"(?:buy|pay|order|return|use|find|get|contact|cancel|change|book|send|ask|check|make|see|look|talk"
    r"|speak|register"
    r"|sign|subscribe|unsubscribe|track|search|compare|choose|redeem|complain|reach|open|read|call|try)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said about a journey: a pure function of its timeline."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    """One for each expectation, in their order, whatever the verdict."""
    headline: str = ""
    """Who, and what happened to them, in one plain sentence."""
    reason: str = ""
    """Why it is this verdict, where the findings alone do not say."""
    needs_control: bool = False
    """Whether the same customer on an ordinary day must be asked first."""
    feeling: Feeling
    human: float | None = None
    waited: float | None = None
    total: float | None = None
    """Seconds to resolution; None when it was not reached."""

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The broken findings, the one whose moment came first in front."""
        found = [finding for finding in self.findings if finding.outcome == "broken"]
        return tuple(sorted(found, key=_earliest))

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that list promises not due yet."""
        return tuple(finding for finding in self.findings if finding.outcome == "open")


def judge(timeline: Timeline, expectations: Sequence[Expectation] | None = None) -> Judgement:
    """The judgement on a timeline; expectations default to those it was judged by before.

    In this order: outage; inconclusive where we could not go on, unless something was broken with
    evidence before; lost; inconclusive while a failure nothing proves awaits the control customer;
    unproven where a test asks for it; frustrated; served. Open promises are listed and decide
    nothing.
    """
    expected = _expected(timeline) if expectations is None else tuple(expectations)
    findings = tuple(replace(each.judge(timeline), by_standard=each.by_standard) for each in expected)
    verdict, reason, told, needs_control = _decide(timeline, findings)
    done = measures.resolution(timeline)
    return Judgement(
        verdict=verdict, findings=findings, headline=_headline(timeline, verdict, reason, told),
        reason=reason, needs_control=needs_control, feeling=felt(timeline, verdict),
        human=done.human if done else None, waited=done.waited if done else None,
        total=done.total if done else None,
    )  # fmt: skip


Decision = tuple[Verdict, str, tuple[Finding, ...], bool]
"""The verdict, its reason, the findings that tell it, whether a control customer is needed."""


def _decide(timeline: Timeline, findings: tuple[Finding, ...]) -> Decision:
    if timeline.of("outage"):
        return "outage", _outage(timeline), (), False
    broken = tuple(sorted((f for f in findings if f.outcome == "broken"), key=_earliest))
    proven = tuple(f for f in broken if f.evidence)
    stopped = next(iter(timeline.of("blocked", "lost_browser")), None)
    if stopped:
        before = tuple(f for f in proven if _earliest(f) < stopped[0])
        return (
            ("lost", "", before, False)
            if before
            else _by_control_when_lost_our_way(timeline, stopped[1], broken)
        )
    if proven:
        return "lost", "", (*proven, *(f for f in broken if not f.evidence)), False
    if broken:
        return _by_control(timeline, broken)
    return _unbroken(findings)


def _by_control_when_lost_our_way(
    timeline: Timeline, stopped: Moment, broken: tuple[Finding, ...]
) -> Decision:
    """What we did not find may not be there on this day: the control customer knows."""
    why = _stopped(stopped)
    if word(stopped.data.get("reason")) != "not-found" or not broken:
        return "inconclusive", why, (), False
    verdict, reason, told, needs_control = _by_control(timeline, broken)
    return (verdict, reason, told, False) if verdict == "lost" else ("inconclusive", why, (), needs_control)


def _by_control(timeline: Timeline, broken: tuple[Finding, ...]) -> Decision:
    through = [moment.data.get("through") is True for _, moment in timeline.of("control")]
    if not through:
        reason = "nothing seen proves that it is the company's doing"
        return "inconclusive", reason, broken, True
    if any(through):
        return "lost", "the same customer on an ordinary day got through", broken, False
    return "inconclusive", "the same customer on an ordinary day did not get through either", broken, False


def _unbroken(findings: tuple[Finding, ...]) -> Decision:
    if not findings:
        return "unproven", NOBODY_JUDGED, (), False
    unproven = tuple(f for f in findings if f.outcome == "unproven" and not f.by_standard)
    if unproven:
        return "unproven", "there was nothing to judge by", unproven, False
    tolerated = tuple(f for f in findings if f.outcome == "tolerated")
    if tolerated:
        return "frustrated", "", tolerated, False
    if all(f.outcome == "unproven" for f in findings):
        return "unproven", "nothing in the standard applies to this journey", findings, False
    return "served", "", tuple(f for f in findings if f.outcome == "open"), False


def _expected(timeline: Timeline) -> tuple[Expectation, ...]:
    return tuple(_known(spec) for spec in timeline.expected)


def _known(spec: object) -> Expectation:
    """An expectation of a saved journey; one this cxprobe cannot judge is unproven, not forgotten."""
    plain = dict(spec) if isinstance(spec, dict) else {}
    try:
        return from_spec(plain)
    except UsageError as error:
        name, sentence = str(plain.get("name", "?")), f"This cxprobe cannot judge it. {error}"

    def unknown(timeline: Timeline) -> Finding:
        return Finding(expectation=name, outcome="unproven", sentence=sentence, step=timeline.goal)

    return Expectation(
        name=name, sentence=name, judge=unknown, spec=plain, by_standard=bool(plain.get("by_standard"))
    )


def _earliest(finding: Finding) -> int:
    return min(finding.moments, default=1 << 30)


# -- words ------------------------------------------------------------------------------------


def _headline(timeline: Timeline, verdict: Verdict, reason: str, told: tuple[Finding, ...]) -> str:
    who = timeline.persona_title or timeline.persona.replace("-", " ").title() or "The customer"
    reached = measures.resolution(timeline) is not None
    if verdict == "outage":
        return f"{reason}."
    if verdict == "inconclusive":
        return f"We could not tell whether {_named_inside(who)} {_got(timeline)}: {reason}."
    if verdict == "unproven":
        return f"{who}: {reason}. {told[0].sentence}" if told else f"{who} {NOBODY_JUDGED}."
    if verdict == "served":
        return f"{who} {_got(timeline)}." if reached else f"{who} was served as expected."
    return f"{who} {_but(timeline, reached, told)} {_because(told[0].sentence, reason)}"


def _but(timeline: Timeline, reached: bool, told: tuple[Finding, ...]) -> str:
    if reached:
        return "got what was wanted, but"
    return f"{_missed(timeline)}:" if _failed(told) else f"wanted {_wanted(timeline)}, but"


def _because(sentence: str, reason: str) -> str:
    sentence = _inside(sentence)
    return f"{sentence.removesuffix('.')}, and {reason}." if reason else sentence


def _named_inside(who: str) -> str:
    """A title as it stands inside a sentence: "An ordinary customer" loses its capital, a name does not."""
    return _inside(who) if who.startswith(("A ", "An ", "The ")) else who


def _failed(told: tuple[Finding, ...]) -> bool:
    return any(finding.expectation == "resolved" for finding in told)


def _inside(sentence: str) -> str:
    """A sentence as it continues another."""
    return sentence[:1].lower() + sentence[1:]


def _wanted(timeline: Timeline) -> str:
    goal = timeline.goal.strip().rstrip(".") or "something"
    return f"to {goal}" if _VERB.match(goal) else goal


def _got(timeline: Timeline) -> str:
    goal = _wanted(timeline)
    return f"managed {goal}" if goal.startswith("to ") else f"got {goal}"


def _missed(timeline: Timeline) -> str:
    goal = _wanted(timeline)
    return f"could not {goal.removeprefix('to ')}" if goal.startswith("to ") else f"did not get {goal}"


def _outage(timeline: Timeline) -> str:
    moment = timeline.of("outage")[0][1]
    return (moment.sentence or f"The site is down: {word(moment.data.get('url')) or timeline.site}").rstrip(
        "."
    )


def _stopped(moment: Moment) -> str:
    if moment.kind == "lost_browser":
        return REASONS["browser"]
    reason = REASONS.get(word(moment.data.get("reason")), "")
    more = (moment.sentence or moment.quote).rstrip(".")
    return more or reason or "we could not go on"
