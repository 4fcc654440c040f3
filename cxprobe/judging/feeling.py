"""How the customer felt at the end: an itemised reckoning, shown always, gating only when asked.

It is *observed*, never a survey's number. It starts at 0, satisfactory: the customer got what was
due, and nothing stood out. Each item adds or takes points (`POINTS`); what happens in the last
fifth of the customer's acts weighs half as much again, for an experience is remembered by its worst
moment and its end (Kahneman, Fredrickson, Schreiber & Redelmeier, 1993, Psychological Science 4).
Only a good surprise that nobody asked for makes a customer delighted.

Whoever was lost and did not get what they came for feels mediocre at best, whatever else was good.
Where a journey could not be judged, or the site was down, the feeling is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cxprobe.journey.clock import told
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import listening, measures
from cxprobe.judging.pledges import pledges
from cxprobe.reading import talk

Level = Literal["not known", "bad", "mediocre", "satisfactory", "delighted"]
LEVELS: tuple[Level, ...] = ("bad", "mediocre", "satisfactory", "delighted")
"""What is known of a feeling, from the worst up."""

POINTS: Mapping[str, float] = {
    # Ours, in the order of the ten service sins; signs and sizes are judgement, not measurement.
    "resolved": 1.0,  # the goal reached
    "quick": 0.5,  # reached, and no wait broke the flow of thought: 1 s (Nielsen, 1993)
    "by name": 0.5,  # addressed by name, once
    "put right": 1.0,  # sorry with a remedy, once
    "surprise": 3.0,  # something good that nobody asked for
    "long wait": -0.5,  # over 10 s: attention is lost (Nielsen, 1993)
    "very long wait": -1.5,  # over 60 s: the slowest first reply that counts as good in chat
    "error": -1.0,
    "dead end": -1.0,
    "transfer": -1.0,
    "repeat": -1.5,
    "offer": -0.5,
    "offer in trouble": -1.0,  # worst during a complaint
    "sorry again": -0.5,  # a third apology is a fault, not a virtue
    "late promise": -0.5,  # put up with, and remembered
    "broken promise": -2.0,
    "second order": -3.0,
    "unresolved": -2.0,
    "gave up": -3.0,
}
"""Points of each item."""
END_SHARE, END_WEIGHT = 0.2, 1.5
"""The last fifth of the customer's acts, and how much more it weighs. Ours."""
MEDIOCRE, BAD = -1.0, -4.0
"""From these scores down the feeling is mediocre, or bad. Ours."""
_GOOD_AT_MOST = 2.0
"""Ordinary good things make up for no more than this: one bad experience undoes ten good ones."""
_ACTS = ("visit", "press", "keys", "choose", "said")
_THIRD = 3
_NAMES = ("name", "first name", "last name", "first_name", "last_name")

Item = tuple[str, float, int]


@dataclass(frozen=True, slots=True)
class Feeling:
    """One of four levels (or that it is not known), the score behind it, and what was reckoned."""

    level: Level = "satisfactory"
    score: float = 0.0
    items: tuple[Item, ...] = ()
    """Sentence, points, place of the moment in the timeline."""


def reckon(timeline: Timeline) -> Feeling:
    """The feeling a journey leaves, with every item that went into it."""
    end = _end(timeline)
    weighed = [
        (s, points * (END_WEIGHT if i >= end else 1.0), i, name) for name, s, points, i in _items(timeline)
    ]
    items = tuple(sorted(((s, points, i) for s, points, i, _ in weighed), key=lambda item: item[2]))
    surprise = sum(points for _, points, _, name in weighed if name == "surprise")
    good = sum(points for _, points, _, name in weighed if points > 0 and name != "surprise")
    bad = sum(points for _, points, _, _ in weighed if points < 0)
    score = round(min(good, _GOOD_AT_MOST) + surprise + bad, 2)
    return Feeling(_level(score, surprised=surprise > 0), score, items)


def felt(timeline: Timeline, verdict: str) -> Feeling:
    """The feeling at the end of a journey on which this is the verdict.

    Not known where it is "inconclusive" or "outage"; at best mediocre where it is "lost" and the customer
    did not get what they came for.
    """
    feeling = reckon(timeline)
    if verdict in ("inconclusive", "outage"):
        return replace(feeling, level="not known")
    empty_handed = verdict == "lost" and measures.resolution(timeline) is None
    at_best = LEVELS.index("mediocre") if empty_handed else len(LEVELS)
    return replace(feeling, level=LEVELS[at_best]) if LEVELS.index(feeling.level) > at_best else feeling


def _level(score: float, *, surprised: bool) -> Level:
    if score <= BAD:
        return "bad"
    if score <= MEDIOCRE:
        return "mediocre"
    return "delighted" if surprised and score >= POINTS["surprise"] else "satisfactory"


def _end(timeline: Timeline) -> int:
    """Where the last fifth of the customer's acts begins; errors in between do not move it."""
    acts = [i for i, _ in timeline.of(*_ACTS)]
    return acts[min(len(acts) - 1, int(len(acts) * (1 - END_SHARE)))] if acts else 0


def _items(timeline: Timeline) -> Iterator[tuple[str, str, float, int]]:
    for name, sentence, place in _reckoned(timeline):
        yield name, sentence, POINTS[name], place


def _reckoned(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    yield from _outcome(timeline)
    yield from _waits(timeline)
    yield from _troubles(timeline)
    yield from _words(timeline)
    yield from _gestures(timeline)


def _outcome(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    done = measures.resolution(timeline)
    if done:
        yield "resolved", "Got what was wanted.", done.moment
        longest = measures.longest_wait(timeline)
        if longest and longest[1] <= 1.0:
            yield "quick", "Nothing was waited for.", done.moment
    gave_up = [i for i, _ in timeline.of("gave_up")]
    if gave_up and not done:
        yield "gave up", "Ran out of patience and left.", gave_up[0]
    elif not done and timeline.moments and not timeline.of("blocked", "lost_browser", "outage"):
        yield "unresolved", "Came away without what was wanted.", len(timeline.moments) - 1


def _waits(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    for place, waited in enumerate(measures.charged(timeline)):
        if waited > 10:
            yield ("very long wait" if waited > 60 else "long wait"), f"Waited {told(waited)}.", place


def _troubles(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    for seen in measures.errors(timeline):
        yield "error", measures.ended(f"Met an error: {seen.sentence}"), seen.moments[0]
    for seen in measures.dead_ends(timeline):
        yield "dead end", measures.ended(f"Pressed in vain: {seen.sentence}"), seen.moments[0]
    for order, place in list(measures.orders(timeline).items())[1:]:
        yield "second order", f"Was charged with another order: {order}.", place


def _words(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    for seen in listening.transfers(timeline):
        yield "transfer", f"Was handed on {seen.sentence}.", seen.moments[0]
    for seen in listening.repeats(timeline):
        yield "repeat", measures.ended(f"The shop {seen.sentence}"), seen.moments[0]
    trouble = next((i for i, m in timeline.of("said") if talk.complains(m.quote)), len(timeline.moments))
    for seen in listening.offers(timeline):
        name = "offer in trouble" if seen.moments[0] > trouble else "offer"
        yield name, measures.ended(f"Was pushed to buy: {seen.sentence}"), seen.moments[0]
    for pledge in pledges(timeline):
        if pledge.outcome in ("broken", "tolerated"):
            name = "broken promise" if pledge.outcome == "broken" else "late promise"
            yield (
                name,
                measures.ended(f"Was promised: {measures.in_quotes(pledge.promise.quote)}"),
                pledge.said,
            )


def _gestures(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    heard = [(i, m.quote) for i, m in timeline.of("heard") if m.actor != "customer"]
    sorry = [(i, quote) for i, quote in heard if talk.apologises(quote)]
    put_right = next((i for i, quote in sorry if talk.remedies(quote)), None)
    if put_right is not None:
        yield "put right", "Heard a sorry, and what would be done.", put_right
    if len(sorry) >= _THIRD:
        yield "sorry again", f"Heard sorry {len(sorry)} times.", sorry[-1][0]
    named = next((i for i, quote in heard if _names(timeline, quote)), None)
    if named is not None:
        yield "by name", "Was called by name.", named
    gift = next(((i, given) for i, quote in heard if (given := talk.gesture(quote))), None)
    if gift:
        yield (
            "surprise",
            measures.ended(f"Was given what nobody asked for: {measures.in_quotes(gift[1])}"),
            gift[0],
        )


def _names(timeline: Timeline, quote: str) -> bool:
    names = [
        measures.word(timeline.customer.get(key)) for key in ("name", "first name", "last name", "first_name")
    ]
    parts = {part for name in names for part in name.split() if len(part) > 1}
    return bool(parts & set(quote.replace(",", " ").replace("!", " ").replace(".", " ").split()))
