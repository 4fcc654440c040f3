"""What a search found: every outcome in the order driven, each way to break made small, and what was met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cxprobe.ledger.days import KeptDay
from cxprobe.people.day import Day
from cxprobe.worst_day.combinations import Coverage
from cxprobe.worst_day.outcome import Outcome

Kind = Literal["relapse", "new", "still", "ordinary"]
_SEVERITY: tuple[Kind, ...] = ("relapse", "new", "still", "ordinary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One way to break, believed: the smallest day that does, and what is known of it."""

    kind: Kind
    """A day that came back, a new one, one that was known, or the ordinary day itself."""
    way: str
    outcome: Outcome
    """Of the smallest day, at the last look that showed it broken."""
    started_with: Day
    broken: int
    looks: int
    """Looks at the smallest day: of how many it broke at how many."""
    control: bool = False
    """Whether an ordinary day in between got through."""
    passing: Day | None = None
    """The nearest day that passes."""
    complete: bool = True
    """Whether nothing can be taken away from the smallest day."""
    days: int = 0
    """Different days driven while reducing."""
    visits: int = 0
    """Visits in all, from the first that broke."""
    id: str = ""
    also: tuple[str, ...] = ()
    """Other ways to break that the smallest day shows as well: one cause, several complaints."""

    @property
    def day(self) -> Day:
        """The smallest day that breaks."""
        return self.outcome.day


@dataclass(slots=True)
class Exploration:
    """What a search found: every outcome in the order driven, what is believed of each day, what broke."""

    driven: list[Outcome] = field(default_factory=list)
    days: dict[Day, Outcome] = field(default_factory=dict)
    """What is believed of each day, in the order met; one that broke was driven more than once."""
    findings: list[Finding] = field(default_factory=list)
    """Each way that it broke and was believed, the gravest first."""
    mistake: Outcome | None = None
    """The mistake that ended the search, if one did."""
    stopped: str = ""
    """Why the search ended before its last day, if it did."""
    coverage: Coverage | None = None
    kept_back: int = 0
    """Days that broke before and were due, for which there was no time."""
    left_out: tuple[str, ...] = ()
    """What there was no time for, each in a sentence."""
    glimpsed: list[tuple[Day, str]] = field(default_factory=list)
    """Other ways to break that were seen on the way, not followed up: the smallest day of each, the way."""
    fixed: list[KeptDay] = field(default_factory=list)
    """Days of the store that break no more."""
    ids: dict[Day, str] = field(default_factory=dict)
    """What the intermittent days are called in the store."""

    @property
    def worst(self) -> Outcome | None:
        """The smallest day of the gravest finding, else the mistake that ended the search."""
        return self.findings[0].outcome if self.findings else self.mistake

    @property
    def others(self) -> list[Outcome]:
        """The smallest day of each other way to break."""
        return [finding.outcome for finding in self.findings[1:]]

    @property
    def started_with(self) -> Day | None:
        """The day that the gravest finding started with, before it was reduced."""
        return self.findings[0].started_with if self.findings else None

    @property
    def ordinary(self) -> Outcome | None:
        """The outcome of the ordinary day, if it was driven."""
        return self.days.get(Day())

    @property
    def neither(self) -> int:
        """How many days we could not tell about."""
        return sum(outcome.verdict == "neither" for outcome in self.days.values())

    @property
    def intermittent(self) -> list[Outcome]:
        """Days that broke, and not every time: listed, never red."""
        return [outcome for outcome in self.days.values() if outcome.intermittent]

    def add(self, finding: Finding) -> None:
        """Note a finding in its place: by gravity, then in the order found."""
        self.findings = sorted([*self.findings, finding], key=lambda each: _SEVERITY.index(each.kind))
