"""Driving a kept day again: whether it is fixed, still broken, or cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from cxprobe.ledger.days import KeptDay, Shelf
from cxprobe.people.day import Day
from cxprobe.worst_day.believing import as_known, believe, surely_fine
from cxprobe.worst_day.combinations import Factors
from cxprobe.worst_day.lives import Belief, Lives
from cxprobe.worst_day.memory import About, Memory
from cxprobe.worst_day.outcome import Drive, Outcome, first_line
from cxprobe.worst_day.plan import Plan

Answer = Literal["FIXED", "STILL BROKEN", "CANNOT BE REPLAYED"]


@dataclass(frozen=True, slots=True)
class Replay:
    """The answer, why in a sentence, and every visit made for it."""

    answer: Answer
    why: str
    outcome: Outcome | None = None
    driven: tuple[Outcome, ...] = ()

    def __str__(self) -> str:
        return f"{self.answer}: {self.why}"


def replay(
    drive: Drive,
    kept: KeptDay,
    factors: Factors,
    *,
    shelf: Shelf | None = None,
    about: About = About(),  # noqa: B008 -- frozen
    progress: Callable[[Outcome, bool], None] = lambda outcome, reducing: None,
    spaced: float = 0.0,
    today: datetime | None = None,
) -> Replay:
    """Drive a kept day until it is clear: three looks all fine, or three all broken and a control.

    `spaced` is how many seconds pass between two looks. What came of it is written to the shelf.
    """
    if not Plan(factors, 0, ()).can_be(kept.day):
        return Replay("CANNOT BE REPLAYED", _why_not(kept, factors))
    lives = Lives(drive, 1, None, progress, spaced=spaced)
    belief = believe(lives, kept.day)
    if belief.kind == "broken":
        belief = as_known(lives, kept.day, kept.way, belief)
    if belief.kind == "fine":
        belief = surely_fine(lives, kept.day)
    otherwise = belief.kind == "broken" and belief.other_than(kept.way)
    memory = Memory(shelf, about, today or datetime.now(UTC))
    answer = _answer(belief, lives, kept.day, otherwise)
    if belief.kind in ("broken", "fine", "intermittent") and not otherwise:
        {"broken": memory.broke, "fine": memory.passed, "intermittent": memory.wavered}[belief.kind](
            kept, belief
        )
    return replace(answer, driven=tuple(lives.driven))


def _answer(belief: Belief, lives: Lives, day: Day, otherwise: bool) -> Replay:
    said = first_line(belief.outcome.failure)
    if belief.kind == "fine":
        return Replay("FIXED", f"{belief.looks} visits, and none broke", belief.outcome)
    if belief.kind == "broken":
        control = ", and an ordinary day in between got through" if belief.control else ""
        said = f"in another way than before: {said}" if otherwise else said
        return Replay("STILL BROKEN", f"{said}: {belief.broken} of {belief.looks}{control}", belief.outcome)
    if belief.kind == "intermittent":
        why = f"it broke {belief.broken} of {belief.looks}, so nothing is sure ({said})"
        broke = next(
            (look for look in reversed(lives.looks[day]) if look.verdict == "broken"), belief.outcome
        )
        return Replay("CANNOT BE REPLAYED", why, broke)
    whys = {
        "control": f"an ordinary day breaks as well ({said})",
        "neither": f"we could not tell ({said})",
        "mistake": f"the test itself did not run ({said or belief.outcome.verdict})",
    }
    return Replay("CANNOT BE REPLAYED", whys[belief.kind], belief.outcome)


def _why_not(kept: KeptDay, factors: Factors) -> str:
    there = {name for choices in factors.values() for name, _ in choices}
    missing = [name for name, _ in kept.day.misfortunes if name not in there]
    if missing:
        return (
            f"here nobody can meet {', '.join(missing)}: gone from the catalogue, or beyond the trace level"
        )
    return "two of its misfortunes exclude each other now"
