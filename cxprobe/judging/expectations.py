"""What is expected of a company, as values that judge a timeline and never raise.

Each has two thresholds: good (`within`, `at_most`), and `at_worst`, up to which it is put up with.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cxprobe.errors import UsageError, did_you_mean
from cxprobe.journey.clock import told
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import measures
from cxprobe.judging.consistency import consistent
from cxprobe.judging.counted import asked_once, dead_ends, errors_met, transfers, unasked_offers
from cxprobe.judging.feeling import LEVELS, reckon
from cxprobe.judging.findings import (
    Expectation,
    Finding,
    Outcome,
    Thresholds,
    expectation,
    finding_of,
    listed,
)
from cxprobe.judging.manners import asked_how_it_went, called_by_name, one_contact
from cxprobe.judging.pledges import Pledge, pledges
from cxprobe.judging.reckoned import adds_up
from cxprobe.judging.timely import answered, effort, fast, resolved, waited

__all__ = [
    "EXPECTATIONS", "Expectation", "Finding", "Outcome", "Thresholds", "adds_up", "answered",
    "asked_how_it_went", "asked_once", "called_by_name", "consistent", "dead_ends", "effort", "errors_met",
    "fast", "feels", "from_spec", "one_contact", "ordered_once", "promises_kept", "resolved", "transfers",
    "unasked_offers", "waited",
]  # fmt: skip

_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}


def promises_kept() -> Expectation:
    """Promises that fell due on the journey were kept; later ones are listed as open."""

    def judge(timeline: Timeline) -> Finding:
        if not timeline.of("heard", "text"):
            return finding_of(timeline, "promises_kept", "unproven", "The company said nothing.")
        made = pledges(timeline)
        outcomes: tuple[Outcome, ...] = ("broken", "tolerated", "open")
        outcome: Outcome = next((o for o in outcomes if any(p.outcome == o for p in made)), "kept")
        these = [pledge for pledge in made if pledge.outcome == outcome]
        told_of = " ".join(_pledged(pledge) for pledge in these) if outcome != "kept" else ""
        return finding_of(
            timeline, "promises_kept", outcome, told_of or _KEPT[bool(made)],
            measured=f"{len(these)} of {len(made)} promises {_LATE.get(outcome, outcome)}",
            moments=sorted({i for p in these for i in _shown(p)}), evidence=True,
        )  # fmt: skip

    return expectation("promises_kept", "Promises are kept", judge)


def ordered_once() -> Expectation:
    """One order was placed, not two: told by the order numbers a customer can see."""

    def judge(timeline: Timeline) -> Finding:
        announced = measures.orders(timeline)
        if not announced:
            return finding_of(timeline, "ordered_once", "unproven", "No order number was seen.")
        count, names = len(announced), listed(list(announced))
        one = count == 1
        sentence = (
            f"One order was placed: {names}."
            if one
            else f"{_NUMBERS.get(count, str(count))} orders were placed: {names}."
        )
        return finding_of(
            timeline, "ordered_once", "kept" if one else "broken", sentence,
            measured=f"{count} order{'' if one else 's'}", moments=list(announced.values()), evidence=True,
        )  # fmt: skip

    return expectation("ordered_once", "One order is placed, not two", judge)


def feels(at_least: str = "satisfactory") -> Expectation:
    """The feeling at the end, as `feeling.reckon` has it, is at least so good."""
    levels: tuple[str, ...] = LEVELS
    if at_least not in levels:
        raise UsageError(f"No feeling {at_least!r}. There are: {', '.join(levels)}.")

    def judge(timeline: Timeline) -> Finding:
        if not measures.something_happened(timeline):
            return finding_of(timeline, "feels", "unproven", "Nothing happened.")
        feeling = reckon(timeline)
        good = levels.index(feeling.level) >= levels.index(at_least)
        worst = sorted((item for item in feeling.items if item[1] < 0), key=lambda item: item[1])[:3]
        because = "" if good else " ".join(["", *(item[0] for item in worst)])
        return finding_of(
            timeline, "feels", "kept" if good else "broken",
            f"The customer's feeling, reckoned from what was observed, was {feeling.level}.{because}",
            measured=f"{feeling.level} ({feeling.score:+g})",
            moments=sorted(item[2] for item in worst), evidence=bool(measures.proof(timeline)),
        )  # fmt: skip

    return expectation("feels", f"The customer leaves at least {at_least}", judge, at_least=at_least)


EXPECTATIONS: Mapping[str, Callable[..., Expectation]] = {
    each.__name__: each
    for each in (
        adds_up, answered, asked_how_it_went, asked_once, called_by_name, consistent, dead_ends, effort,
        errors_met, fast, feels, one_contact, ordered_once, promises_kept, resolved, transfers,
        unasked_offers, waited,
    )
}  # fmt: skip
"""Every expectation by name."""


def _unknown(name: str, key: str, takes: Iterable[str]) -> str:
    """That an expectation has no such threshold, and which it has."""
    names = list(takes)
    return f"{name} has no {key!r}." + (did_you_mean(key, names) if names else " It takes nothing: write {}.")


def from_spec(spec: Mapping[str, Any]) -> Expectation:
    """The expectation whose `spec` this is.

    Raises UsageError when there is none of that name, or it does not take what is given.
    """
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in spec.items()}
    name, by_standard = given.pop("name", None), given.pop("by_standard", False)
    make = EXPECTATIONS.get(name) if isinstance(name, str) else None
    if make is None:
        raise UsageError(f"No expectation {name!r}. There are: {', '.join(EXPECTATIONS)}.")
    takes = inspect.signature(make).parameters
    for key in given:
        if key not in takes:
            raise UsageError(_unknown(str(name), key, takes))
    try:
        made = make(**given)
    except TypeError as error:
        raise UsageError(f"{name} cannot be expected like this: {error}.") from error
    return made.as_standard() if by_standard else made


_KEPT = {True: "Every promise was kept.", False: "Nothing was promised."}
_LATE = {"tolerated": "late"}


def _shown(pledge: Pledge) -> tuple[int, ...]:
    """The promise, and what is not what was promised."""
    return (pledge.said, pledge.settled) if pledge.instead and pledge.settled else (pledge.said,)


def _pledged(pledge: Pledge) -> str:
    quote = measures.in_quotes(pledge.promise.quote)
    if pledge.outcome == "open":
        return measures.ended(f"Promised, {pledge.instead or 'and not due yet'}: {quote}")
    if pledge.instead:
        return measures.ended(f"A promise was not kept: {quote}, {pledge.instead}")
    if pledge.settled is None:
        return f"A promise was not kept: {quote}, and nobody came."
    return measures.ended(f"A promise was kept late, after {told(pledge.took or 0.0)}: {quote}")
