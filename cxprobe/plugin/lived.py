"""One day of a test as it was lived, and what it amounts to."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pytest

from cxprobe.channels.outage import plain_request
from cxprobe.customer import Journey
from cxprobe.errors import BrokenExpectation, Inconclusive, Outage
from cxprobe.plugin.arriving import Stage
from cxprobe.plugin.ending import UNSURE
from cxprobe.worst_day import Outcome

if TYPE_CHECKING:
    from cxprobe.report.allure import Kept
    from cxprobe.report.hunted import Hunt
    from cxprobe.worst_day import Exploration

Word = Literal["fine", "broken", "neither", "error", "skipped"]


@dataclass(slots=True)
class Lived:
    """One day of an item as it was lived: pytest's reports, what was seen, what Allure was told."""

    reports: list[pytest.TestReport]
    stage: Stage
    kept: Kept
    ended: float = field(default_factory=time.time)
    control: Lived | None = None
    unsure: str = ""
    """Why we could not tell, if we could not."""
    found: Exploration | None = None
    """The search that chose this day, if there was one."""
    hunt: Hunt | None = None
    """The same in words."""
    answer: str = ""
    """What came of a replay, if it was one."""

    @property
    def journeys(self) -> list[Journey]:
        """Every journey of the day."""
        return self.stage.journeys

    @property
    def call(self) -> pytest.TestReport:
        """The report that tells the outcome: the call's, or an earlier one that failed."""
        return next((r for r in self.reports if r.when == "call"), self.reports[0])


def outcome_of(lived: Lived) -> Outcome:
    """What a day came to: everything that broke on it, and how hard it was."""
    broke = list(failures(lived))
    also = tuple(each for each in broke[1:] if isinstance(each, AssertionError | pytest.fail.Exception))
    first = broke[0] if broke else None
    return Outcome(lived.stage.day, word(lived), first, lived, also=also, burden=_burden(lived))


def word(lived: Lived) -> Word:
    """What a day was: broken by verdict or by the test's own assertion, neither, fine, or the last."""
    broke = failure(lived)
    if isinstance(broke, Outage) or any(r.failed for r in lived.reports if r.when != "call"):
        return "error"
    if isinstance(broke, Inconclusive) or (broke is None and was_unsure(lived.call)):
        return "neither"
    if broke is not None:
        return "broken"
    return {"failed": "error", "skipped": "skipped"}.get(lived.call.outcome, "fine")  # type: ignore[return-value]


def failure(lived: Lived) -> BaseException | None:
    """The first failure that the journeys' verdicts amount to, else the test's own assertion."""
    return next(failures(lived), None)


def failures(lived: Lived) -> Iterator[BaseException]:
    """Every failure, the gravest first: each expectation that was broken, and the test's own assertion."""
    verdicts = [broke for journey in lived.journeys if (broke := journey.failure())]
    hard = [broke for broke in verdicts if not isinstance(broke, Inconclusive)]
    raised = lived.stage.raised
    own = isinstance(raised, AssertionError | pytest.fail.Exception)
    told = own and isinstance(raised, BrokenExpectation | Outage)
    yield from hard
    if own and raised is not None and not (told and hard):
        yield raised
    for journey in lived.journeys:
        yield from _others(journey)
    yield from (broke for broke in verdicts if isinstance(broke, Inconclusive))


def _others(journey: Journey) -> Iterator[BrokenExpectation]:
    """What else was broken on a journey that failed, beside what it failed by."""
    first = journey.failure()
    if journey.judgement is None or not isinstance(first, BrokenExpectation):
        return
    for found in journey.judgement.broken:
        kind = BrokenExpectation.at(found.expectation, found.step)
        if not isinstance(first, kind):
            yield kind(found.sentence)


def is_down(lived: Lived) -> bool:
    """Whether a day that we cannot tell about is one on which the site went away; the journeys then know."""
    if not isinstance(failure(lived), Inconclusive):
        return False
    sites = {journey.timeline.site for journey in lived.journeys}
    # Twice: one request may be lost on the way, and an outage wakes people.
    problem = next((again for site in sites if plain_request(site) and (again := plain_request(site))), "")
    for journey in lived.journeys if problem else ():
        journey.add_outage(problem)
    return bool(problem)


def heed(lived: Lived, *, control: Lived) -> None:
    """Judge a day again, now that the control customer's is known."""
    for journey in lived.journeys:
        journey.add_control(through=word(control) == "fine", apart=abs(lived.ended - control.ended))


def needs_control(lived: Lived) -> bool:
    """Whether nothing seen proves that what broke is the company's doing."""
    return any(journey.judgement and journey.judgement.needs_control for journey in lived.journeys)


def most_telling(outcomes: Collection[Outcome]) -> Outcome:
    """Of days that did not break, the hardest that we could tell about, and that was kept if any was."""
    clear = [outcome for outcome in outcomes if outcome.verdict == "fine"]
    kept = [outcome for outcome in clear if outcome.payload.stage.kept]
    return max(kept or clear or outcomes, key=lambda outcome: outcome.payload.stage.suffering)


def was_unsure(report: pytest.TestReport) -> bool:
    """Whether a test was skipped because we could not tell."""
    return report.skipped and isinstance(report.longrepr, tuple) and UNSURE in str(report.longrepr[2])


def _burden(lived: Lived) -> dict[str, float]:
    """How hard a day was, for a search of the hardest: seconds, and things asked for again."""
    moments = [moment for journey in lived.journeys for moment in journey.moments]
    judged = [journey.judgement for journey in lived.journeys if journey.judgement]
    again = [f for judgement in judged for f in judgement.findings if f.expectation == "asked_once"]
    return {
        "effort": sum(moment.human for moment in moments),
        "waiting": sum(moment.waited for moment in moments),
        "repeats": float(sum(len(finding.moments) for finding in again)),
    }
