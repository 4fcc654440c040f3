"""Promises made on a journey, and what became of each by its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxprobe.journey.clock import told
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import follow_up
from cxprobe.judging.listening import is_machine
from cxprobe.judging.measures import number, word, words_of
from cxprobe.reading.deeds import deeds
from cxprobe.reading.pages import confirms_order
from cxprobe.reading.promises import Promise, promise_of, promises

LATE = 2.0
"""How many times its deadline a promise may take and still be put up with. Ours."""
ROUGHLY = 1.5
"""How many times its deadline a promise "in about …" may take and still be kept. Ours."""
FIRST_WORDS = 2.0
"""Seconds a person who came in time may take to type the first words. Ours."""

FOR_EVERYBODY = ("home", "search", "product", "help", "page")
"""Touchpoints whose texts speak to everybody who passes: advertising, not a promise to this customer."""
BUYING = ("basket", "checkout", "payment")
"""Touchpoints where "we'll e-mail a receipt" hangs on an order being placed first."""


Outcome = Literal["kept", "tolerated", "broken", "open"]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise, the moment it was made, what became of it, and the moment that settled it."""

    promise: Promise
    said: int
    outcome: Outcome
    settled: int | None = None
    took: float | None = None
    """Seconds from the promise to what settled it, or to the end of the journey."""
    instead: str = ""
    """What came instead, as words that follow the promise's: "and no mail came in 5 min"."""


def pledges(timeline: Timeline) -> list[Pledge]:
    """Every promise the company made, each once, in the order they were made.

    A person who is to come now is seen on the journey itself: kept when one speaks, or takes over,
    in time; put up with when late by no more than as long again; broken otherwise, and when the
    customer, told no time or only "in a moment", ran out of patience. Told again while the customer
    still waits, it is the same promise. A mail is settled by the mailbox, if the customer looked there;
    a day of delivery by what is told of the order later. All others are open: a journey ends before
    they are due, and what nobody checked is not kept.
    """
    seen: set[str] = set()
    found: list[Pledge] = []
    for index, promise in _made(timeline):
        if promise.key not in seen and not _told_again(found, index, promise):
            seen.add(promise.key)
            found.append(_followed(timeline, index, promise))
    return _with_delivery(timeline, found)


def _with_delivery(timeline: Timeline, found: list[Pledge]) -> list[Pledge]:
    """The promises, with what became of the day of delivery."""
    slip = follow_up.delivery(timeline)
    if slip is None:
        return found
    promise = promise_of("delivery", slip.quote)
    late = Pledge(promise, slip.said, slip.outcome, slip.seen, None, slip.instead)
    rest = [
        each for each in found if not (each.promise.kind == "delivery" and each.promise.quote == slip.quote)
    ]
    return sorted([*rest, late], key=lambda pledge: pledge.said)


def _told_again(found: list[Pledge], index: int, promise: Promise) -> bool:
    """Whether the customer is still waiting for the same thing; a first clear deadline is news."""
    waiting = [p for p in found if p.promise.live and (p.settled is None or p.settled > index)]
    if not promise.live or not waiting:
        return False
    return not _clear(promise) or any(_clear(pledge.promise) for pledge in waiting)


def _clear(promise: Promise) -> bool:
    return promise.within is not None and not promise.vague


def _made(timeline: Timeline) -> list[tuple[int, Promise]]:
    spoken = [(i, promises(m.quote)) for i, m in timeline.of("heard") if m.actor != "customer"]
    written = [(i, _written(m, ordered=ordered)) for i, m, ordered in _texts(timeline)]
    return [(i, each) for i, made in sorted(spoken + written, key=lambda each: each[0]) for each in made]


def _texts(timeline: Timeline) -> list[tuple[int, Moment, bool]]:
    """The words on pages, and whether an order had been confirmed by then, or by them."""
    ordered, found = False, list[tuple[int, Moment, bool]]()
    for index, moment in timeline.of("text", "resolved"):
        ordered = ordered or confirms_order(words_of(moment))
        if moment.kind == "text":
            found.append((index, moment, ordered))
    return found


def _written(moment: Moment, *, ordered: bool) -> tuple[Promise, ...]:
    """What a page promises this customer: in words of promising, and in what it says it did or will do.

    Until an order is placed, what a shop says on the way there is said to everybody; what names the
    address it goes to is said to this customer anywhere else.
    """
    words = words_of(moment)
    to_all = not ordered and moment.touchpoint in FOR_EVERYBODY
    made = () if to_all else promises(words)
    if not ordered and moment.touchpoint in BUYING:
        return made
    quotes = {promise.quote for promise in made}
    meant = [deed for deed in deeds(words) if deed.to or not to_all]
    return (*made, *(deed.promise for deed in meant if deed.quote not in quotes))


def _followed(timeline: Timeline, index: int, promise: Promise) -> Pledge:
    if promise.kind == "mail":
        return _mailed(timeline, index, promise)
    if not promise.live:
        return Pledge(promise, index, "open")
    came = _person_after(timeline, index)
    end = came if came is not None else len(timeline.moments) - 1
    took = max(0.0, number(timeline.moments[end].at) - number(timeline.moments[index].at))
    return Pledge(promise, index, _outcome(timeline, index, promise, came, took), came, took)


def _mailed(timeline: Timeline, index: int, promise: Promise) -> Pledge:
    """What the mailbox says of a promised mail; who never looked cannot tell."""
    came = follow_up.mail(timeline, index, promise)
    if came is not None:
        place, took = came
        outcome = "kept" if follow_up.hangs(promise) else _in_time(promise, took)
        told_of = outcome == "broken" and follow_up.delay_announced(timeline, index, place)
        return Pledge(promise, index, "tolerated" if told_of else outcome, place, took)
    missed = follow_up.no_mail(timeline, index, promise)
    if missed is None:
        return Pledge(promise, index, "open", instead=_unseen(timeline, index, promise))
    place, took = missed
    return Pledge(promise, index, "broken", place, took, f"and no mail came in {told(took)}")


def _unseen(timeline: Timeline, index: int, promise: Promise) -> str:
    """That nobody looked for a mail that was due before the journey ended; nothing when it was not due."""
    if promise.working_days is not None or promise.date is not None or follow_up.hangs(promise):
        return ""
    passed = number(timeline.moments[-1].at) - number(timeline.moments[index].at)
    due = promise.within is None or passed > _grace(promise, promise.within)
    if not due or follow_up.delay_announced(timeline, index, len(timeline.moments)):
        return ""
    return "and nobody looked in the mailbox for as long as it takes to tell"


def _outcome(timeline: Timeline, index: int, promise: Promise, came: int | None, took: float) -> Outcome:
    if came is None:
        left = not _clear(promise) and any(i > index for i, _ in timeline.of("gave_up"))
        due = promise.within is not None and took > _grace(promise, promise.within)
        return "broken" if left or due else "open"
    return _in_time(promise, took)


def _in_time(promise: Promise, took: float) -> Outcome:
    """Kept, put up with as late, or broken, by the seconds that something took."""
    if promise.within is None or took <= _grace(promise, promise.within):
        return "kept"
    return "tolerated" if took <= LATE * _grace(promise, promise.within) else "broken"


def _grace(promise: Promise, within: float) -> float:
    """Seconds after which nobody would say any more that it was kept."""
    return within * (ROUGHLY if promise.about else 1.0) + FIRST_WORDS


def _person_after(timeline: Timeline, index: int) -> int | None:
    for place, moment in timeline.of("heard", "transfer"):
        if place <= index:
            continue
        if moment.kind == "heard" and moment.actor == "agent":
            return place
        if moment.kind == "transfer" and not is_machine(word(moment.data.get("to"))):
            return place
    return None
