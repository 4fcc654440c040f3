"""What can be counted and timed on a journey: each a pure function of its timeline.

Data that is not what `moments.KINDS` says it is counts as missing; no measure raises on it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.reading import pages, talk

CAUSED_WITHIN = 0.05
"""Seconds from an act within which a wait that begins is the act's own doing. Ours: three frames."""
_ACTS = ("press", "keys", "choose", "said")


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that counts towards a measure: words for it, and the moments that show it."""

    sentence: str
    moments: tuple[int, ...] = ()
    proves: bool = True
    """Whether it is surely the company's doing, and not perhaps ours."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """When the goal was reached: the moment, and the felt seconds up to it."""

    moment: int
    waited: float
    human: float

    @property
    def total(self) -> float:
        """Time to resolution in seconds: waiting and human."""
        return self.waited + self.human


@dataclass(frozen=True, slots=True)
class Effort:
    """What a journey took out of the customer."""

    human: float = 0.0
    presses: int = 0
    keys: int = 0
    fields: int = 0
    steps: int = 0


def number(value: object, otherwise: float = 0.0) -> float:
    """A finite number that is not negative, else `otherwise`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return float(value) if math.isfinite(value) and value >= 0 else otherwise


def word(value: object) -> str:
    """A piece of text on one line, else ""."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def something_happened(timeline: Timeline) -> bool:
    """Whether there is more to a journey than its goal."""
    return any(moment.kind != "goal" for moment in timeline)


def quoted(timeline: Timeline, place: int) -> str:
    """The words of a moment, for the end of a sentence."""
    moment = timeline.moments[place]
    return ended(_in_vain(moment) if moment.kind in ("dead_end", "rage") else _error_words(moment))


def in_quotes(words: str) -> str:
    """Words as they are quoted in a sentence, on one line."""
    return f'"{" ".join(words.split())}"'


def ended(sentence: str) -> str:
    """A sentence with its full stop; one that ends in a quoted sentence has it already."""
    return sentence if sentence.endswith((".", '."', '!"', '?"')) else f"{sentence}."


# -- the felt clock ---------------------------------------------------------------------------


def charged(timeline: Timeline) -> list[float]:
    """Seconds of waiting charged to the company for each moment, in the timeline's order.

    A moment that waited began at its data's `began` (else at `at` - `waited`). Waits that overlap
    are charged once, to the one that began first. A person's own time inside a wait is taken off
    it: an act's seconds whole, unless the act brought the wait about; reading only from where the
    words appeared. Waits that the day's own line caused are not in `waited` to begin with.
    """
    waits = sorted(_intervals(timeline), key=lambda each: (each[0], -each[1], each[2]))
    result, covered = [0.0] * len(timeline.moments), -math.inf
    spent = sorted(_spent(timeline))
    for began, ended, index in waits:
        start = max(began, covered)
        if ended > start:
            result[index] = max(0.0, ended - start - _human_inside(spent, start, ended))
            covered = ended
    return result


def _intervals(timeline: Timeline) -> Iterator[tuple[float, float, int]]:
    for index, moment in enumerate(timeline):
        waited = number(moment.waited)
        if waited > 0:
            began = number(moment.data.get("began"), number(moment.at) - waited)
            yield began, began + waited, index


def _spent(timeline: Timeline) -> Iterator[tuple[float, float, bool]]:
    """When a person spent time of their own, how much, and whether on an act."""
    for moment in timeline:
        human = number(moment.human)
        if human:
            yield number(moment.at), human, moment.kind in _ACTS


def _human_inside(spent: Sequence[tuple[float, float, bool]], start: float, end: float) -> float:
    total = 0.0
    for at, human, acted in spent[bisect_right(spent, start, key=_when) : bisect_left(spent, end, key=_when)]:
        if not acted or at > start + CAUSED_WITHIN:
            total += min(human, end - (start if acted else at))
    return total


def _when(spent: tuple[float, float, bool]) -> float:
    return spent[0]


def waiting(timeline: Timeline) -> float:
    """Seconds of charged waiting on the whole journey."""
    return sum(charged(timeline))


def longest_wait(timeline: Timeline) -> tuple[int, float] | None:
    """The moment with the longest charged wait and its seconds; None if nothing was waited for."""
    waits = charged(timeline)
    if not timeline.of("visit", "wait", "heard", "press"):
        return None
    place = max(range(len(waits)), key=lambda i: waits[i])
    return place, waits[place]


# -- resolution and answers -------------------------------------------------------------------


def resolution(timeline: Timeline) -> Resolution | None:
    """When the goal was reached for good, or None.

    It is the last `resolved` moment, unless something reopened it after: the customer says that
    it is not settled, or the company shows an error that proves something, in the same channel.
    """
    last = next((i for i, _ in reversed(timeline.of("resolved"))), None)
    if last is None or reopened(timeline, last) is not None:
        return None
    waits = charged(timeline)[: last + 1]
    human = sum(number(m.human) for m in timeline.moments[: last + 1])
    return Resolution(last, sum(waits), human)


def reopened(timeline: Timeline, settled: int) -> int | None:
    """The moment after `settled` that took the resolution back, or None."""
    channel = timeline.moments[settled].channel
    for index, moment in enumerate(timeline.moments[settled + 1 :], settled + 1):
        if moment.kind == "said" and talk.not_solved(moment.quote):
            return index
        if (
            moment.kind == "error"
            and moment.channel == channel
            and _proves(moment)
            and not _own_doing(moment)
        ):
            return index
    return None


def first_said(timeline: Timeline) -> int | None:
    """The moment the customer first said something to the company, or None."""
    return next((i for i, _ in timeline.of("said")), None)


def first_answer(timeline: Timeline) -> tuple[int, float] | None:
    """The company's first reply after the customer's first words, and the seconds until it."""
    said = first_said(timeline)
    if said is None:
        return None
    for index, moment in timeline.of("heard"):
        if index > said and moment.data.get("reply", True) and moment.actor != "customer":
            since = number(moment.at) - number(timeline.moments[said].at)
            return index, number(moment.waited) or max(0.0, since)
    return None


# -- effort -----------------------------------------------------------------------------------


def effort(timeline: Timeline) -> Effort:
    """What it took to reach the goal; the whole journey when it was not reached."""
    done = resolution(timeline)
    moments = timeline.moments[: done.moment + 1] if done else timeline.moments
    filled = {(m.frame, word(m.data.get("field"))) for m in moments if m.kind in ("keys", "choose")}
    pages_reached = {_page(m) for m in moments if m.kind == "visit"}
    return Effort(
        human=sum(number(m.human) for m in moments),
        presses=sum(int(number(m.data.get("times"), 1.0)) for m in moments if m.kind == "press"),
        keys=sum(int(number(m.data.get("count"))) for m in moments if m.kind == "keys"),
        fields=len(filled),
        steps=len(pages_reached),
    )


def _page(moment: Moment) -> str:
    return word(moment.data.get("url")).split("#")[0]


# -- trouble ----------------------------------------------------------------------------------


def errors(timeline: Timeline) -> list[Seen]:
    """Errors the company showed and failures of its own servers, each trouble once.

    Between two acts of the customer the same words count once, a summary that repeats them too, and a
    server's failure counts only if no words told of it: one trouble, however often it is seen. Not
    counted: what the customer's own slip (`own`) or the day's own line (`own_line`) caused.
    """
    found: list[Seen] = []
    for stretch in _stretches(timeline):
        shown: dict[str, int] = {}
        for index in stretch:
            if timeline.moments[index].kind == "error" and not _own_doing(timeline.moments[index]):
                shown.setdefault(_same(timeline.moments[index]), index)
        failed = next((i for i in stretch if _server_failed(timeline.moments[i])), None)
        told = {w: i for w, i in shown.items() if not any(_repeats(w, each) for each in shown)}
        errors_shown = [(i, timeline.moments[i]) for i in told.values()]
        found += [Seen(_error_words(moment), (i,), _proves(moment)) for i, moment in errors_shown]
        if failed is not None and not shown:
            found.append(Seen(_error_words(timeline.moments[failed]), (failed,)))
    return found


def _stretches(timeline: Timeline) -> list[list[int]]:
    """The moments' places, cut where the customer acts, or opens a page without an act."""
    stretches: list[list[int]] = [[]]
    visited = False
    for index, moment in enumerate(timeline):
        again = moment.kind == "visit" and visited
        if moment.kind in _ACTS or again:
            stretches.append([])
        visited = moment.kind == "visit" or (visited and moment.kind not in _ACTS)
        stretches[-1].append(index)
    return stretches


def _same(moment: Moment) -> str:
    return " ".join((moment.quote or moment.sentence).casefold().split())


def _repeats(summary: str, error: str) -> bool:
    """Whether words only introduce other words, of which the end may have been cut off."""
    at = summary.find(error[:30]) if error else -1
    rest = summary[at:]
    return at > 0 and (rest.startswith(error) or error.startswith(rest))


def _own_doing(moment: Moment) -> bool:
    """Whether the customer's own slip or their own line brought an error about."""
    return bool(moment.data.get("own") or moment.data.get("own_line"))


def _server_failed(moment: Moment) -> bool:
    data = moment.data
    if moment.kind not in ("network", "visit") or data.get("own_line") or data.get("third_party"):
        return False
    return number(data.get("status")) >= 500


def _error_words(moment: Moment) -> str:
    if moment.quote:
        return in_quotes(moment.quote)
    if moment.kind in ("network", "visit"):
        return f"the company's server failed ({int(number(moment.data.get('status')))})"
    return moment.sentence or "an error without words"


def dead_ends(timeline: Timeline) -> list[Seen]:
    """Controls that did nothing, and controls pressed again and again."""
    return [Seen(_control(m), (i,)) for i, m in timeline.of("dead_end", "rage")]


def _control(moment: Moment) -> str:
    target = word(moment.data.get("target")) or moment.quote
    return in_quotes(target) if target else "a control"


def _in_vain(moment: Moment) -> str:
    return f"{_control(moment)} did nothing when pressed"


def proof(timeline: Timeline, before: int | None = None) -> tuple[int, ...]:
    """Moments that prove the company's part in a failure: a quoted error, a 5xx, a dead end.

    A browser's own bubble, or words that only say a field was left empty, prove nothing: it may be
    us who left it. With `before` (the moment we could not go on), only what nothing went on after.
    """
    end = len(timeline.moments) if before is None else before
    places = [i for seen in (*errors(timeline), *dead_ends(timeline)) for i in seen.moments if i < end]
    acts = [i for i, m in enumerate(timeline.moments[:end]) if m.kind in _ACTS] if before is not None else []
    since = acts[-1] if acts else -1
    return tuple(sorted(i for i in places if i >= since and _proves(timeline.moments[i])))


def _proves(moment: Moment) -> bool:
    return not (
        moment.data.get("native") or (moment.kind == "error" and pages.asks_for_missing(moment.quote))
    )


# -- orders -----------------------------------------------------------------------------------


def orders(timeline: Timeline) -> dict[str, int]:
    """The orders that came into being on this journey: number, and the moment that first showed it.

    Numbers shown before the customer first pressed to order or pay, numbers the customer brought
    along or said, are older orders. Without such a press every announced number counts.
    """
    first = next((i for i, m in timeline.of("press") if pages.is_paying(word(m.data.get("target")))), 0)
    older = _brought(timeline)
    announced: dict[str, int] = {}
    for index, moment in enumerate(timeline):
        if moment.kind in ("text", "heard", "resolved"):
            for order in pages.order_numbers(words_of(moment)):
                if index < first:
                    older.add(order)
                announced.setdefault(order, index)
    return {order: i for order, i in announced.items() if order not in older and i >= first}


def _brought(timeline: Timeline) -> set[str]:
    said = " ".join(m.quote for _, m in timeline.of("said"))
    known = " ".join(_strings(dict(timeline.customer)))
    return set(pages.references(f"{said} {known}"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def words_of(moment: Moment) -> str:
    """All words a moment shows, a line each."""
    texts = moment.data.get("texts")
    lines = [each for each in texts if isinstance(each, str)] if isinstance(texts, list | tuple) else []
    return "\n".join(lines) or moment.quote
