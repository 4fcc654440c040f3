"""When a customer has had enough: too long, too many errors, hand-overs or repeated questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxprobe.journey.clock import told
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.listening import repeats
from cxprobe.judging.measures import charged
from cxprobe.people.persona import Patience


@dataclass(frozen=True, slots=True)
class Enough:
    """What a customer has had enough of: which clock or count, its limit, what was spent, in words."""

    clock: str
    limit: float
    spent: float
    why: str


def felt(moments: Sequence[Moment]) -> float:
    """Seconds on the felt clock: the company's waits, each second once, and the customer's own time."""
    return sum(charged(_timeline(moments))) + sum(moment.human for moment in moments)


def enough(moments: Sequence[Moment], patience: Patience) -> Enough | None:
    """What this customer has had enough of by now; None while they bear it."""
    spent = felt(moments)
    if spent > patience.journey:
        return Enough("journey", patience.journey, spent, f"has had enough after {told(spent)}")
    errors = sum(m.kind == "error" and not (m.data.get("own") or m.data.get("own_line")) for m in moments)
    if errors > patience.errors:
        return Enough("errors", patience.errors, errors, f"was shown {errors} errors and has had enough")
    handed_on = sum(m.kind == "transfer" for m in moments)
    # The hand-over from the bot to the first person is none that anybody minds.
    if handed_on > patience.transfers + 1:
        return Enough("transfers", patience.transfers, handed_on, f"was passed on {handed_on} times")
    if any(m.kind == "heard" for m in moments):
        asked = len(repeats(_timeline(moments)))
        if asked > patience.repeats:
            return Enough("repeats", patience.repeats, asked, f"was asked {asked} times for what was said")
    return None


def _timeline(moments: Sequence[Moment]) -> Timeline:
    return Timeline(goal="", moments=tuple(moments))
