"""Expectations that count what should not happen: hand-overs, repeats, errors, dead ends, pushes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxprobe.journey.timeline import Timeline
from cxprobe.judging import listening, measures
from cxprobe.judging.findings import Expectation, Finding, Limits, expectation, finding_of, numbers
from cxprobe.judging.measures import Seen, ended

_BREATH = 3
Count = Callable[[Timeline], list[Seen]]
Tell = Callable[[list[Seen]], str]


def transfers(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """The customer was not handed on, unless they asked for a person."""

    def tell(found: list[Seen]) -> str:
        return ended(f"The customer was handed on {_times(found)}: {_joined(found)}")

    judge = _judge("transfers", "transfer", _limits(at_most, at_worst), listening.transfers, tell)
    return _counted("transfers", "transfer", judge, at_most, at_worst)


def asked_once(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Nothing the customer had given was asked for again."""

    def tell(found: list[Seen]) -> str:
        return ended(f"The shop {_joined(found)}")

    judge = _judge("asked_once", "question asked again", _limits(at_most, at_worst), listening.repeats, tell)
    return _counted("asked_once", "question asked again", judge, at_most, at_worst)


def errors_met(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """The company showed no errors, and its servers did not fail."""

    def tell(found: list[Seen]) -> str:
        count = "an error" if len(found) == 1 else f"{len(found)} errors"
        return ended(f"The customer met {count}: {_joined(found)}")

    judge = _judge("errors_met", "error", _limits(at_most, at_worst), measures.errors, tell)
    return _counted("errors_met", "error", judge, at_most, at_worst)


def dead_ends(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Every control that was pressed did something."""

    def tell(found: list[Seen]) -> str:
        return ended(f"The customer pressed in vain {_times(found)}: {_joined(found)}")

    judge = _judge("dead_ends", "dead end", _limits(at_most, at_worst), measures.dead_ends, tell)
    return _counted("dead_ends", "dead end", judge, at_most, at_worst)


def unasked_offers(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Nobody pushed the customer to buy what they had not asked about."""

    def tell(found: list[Seen]) -> str:
        return ended(f"The customer was pushed to buy {_times(found)} without having asked: {_joined(found)}")

    noun = "offer nobody asked for"
    judge = _judge("unasked_offers", noun, _limits(at_most, at_worst), listening.offers, tell)
    return _counted("unasked_offers", noun, judge, at_most, at_worst)


_APPLIES: dict[str, tuple[tuple[str, ...], str]] = {
    "transfers": (("said", "heard", "transfer"), "Nobody was talked to."),
    "asked_once": (("said", "heard", "keys", "choose"), "The customer gave nothing."),
    "unasked_offers": (("heard", "text"), "The company said nothing."),
}
"""Kinds of moment without which there is nothing to count, and how that is said."""


def _judge(name: str, noun: str, limits: Limits, count: Count, tell: Tell) -> Callable[[Timeline], Finding]:
    def judge(timeline: Timeline) -> Finding:
        found = count(timeline)
        kinds, otherwise = _APPLIES.get(name, ((), "Nothing happened."))
        if not found and not (timeline.of(*kinds) if kinds else measures.something_happened(timeline)):
            return finding_of(timeline, name, "unproven", otherwise)
        return finding_of(
            timeline, name, limits.outcome(len(found)), tell(found) if found else f"There was no {noun}.",
            measured=f"{len(found)} {_plural(noun, len(found))}",
            moments=sorted({i for seen in found for i in seen.moments[:1]}),
            evidence=any(seen.proves for seen in found),
        )  # fmt: skip

    return judge


def _counted(
    name: str, noun: str, judge: Callable[[Timeline], Finding], at_most: int, at_worst: int | None
) -> Expectation:
    sentence = f"No more than {at_most} {_plural(noun, at_most)}"
    return expectation(name, sentence, judge, at_most=at_most, at_worst=at_worst)


def _limits(at_most: int, at_worst: int | None) -> Limits:
    return numbers("at_most", at_most if at_worst is None else (at_most, at_worst))


def _plural(noun: str, count: int) -> str:
    """A noun in its number: "dead ends", "questions asked again"."""
    if count == 1:
        return noun
    first, _, rest = noun.partition(" ")
    return f"{first}s {rest}" if rest and first != "dead" else f"{noun}s"


def _times(found: Sequence[Seen]) -> str:
    return {1: "once", 2: "twice"}.get(len(found), f"{len(found)} times")


def _joined(found: Sequence[Seen]) -> str:
    """What was seen, each once, and no more of it than can be read in one breath."""
    told = list(dict.fromkeys(seen.sentence for seen in found))
    more = len(told) - _BREATH
    return "; ".join(told[:_BREATH]) + (f"; and {more} more" if more > 0 else "")
