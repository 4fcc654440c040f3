"""Expectations of time and effort: settled, answered and quick, without wearing the customer out."""

from __future__ import annotations

import re
from collections.abc import Callable

from cxprobe.errors import UsageError
from cxprobe.journey.clock import Duration, told
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import measures
from cxprobe.judging.findings import (
    Expectation,
    Finding,
    Limits,
    Thresholds,
    expectation,
    finding_of,
    lengths,
    listed,
    numbers,
    worst_of,
)
from cxprobe.reading.facts import plain, sentences
from cxprobe.reading.promises import promises


def resolved(within: Duration | None = None, at_worst: Duration | None = None) -> Expectation:
    """The goal was seen to be reached, in time: waiting and human seconds."""
    limits = lengths(within, at_worst)

    def judge(timeline: Timeline) -> Finding:
        done = measures.resolution(timeline)
        if done is None:
            return _unresolved(timeline)
        said = (
            f"It took {told(done.total)} to get it settled: {told(done.waited)} of waiting, "
            f"{told(done.human)} of the customer's own time"
        )
        return _timed(timeline, "resolved", (done.moment, done.total), limits, said)

    return expectation("resolved", f"Settled{limits.told()}", judge, within=within, at_worst=at_worst)


def answered(within: Duration = "60 s", at_worst: Duration | None = None) -> Expectation:
    """The company replied to the customer's first words in time.

    A machine's word that somebody will come is no answer if nobody does, and neither is an answer
    followed by silence until the customer's patience for a reply ran out.
    """
    limits = lengths(within, at_worst)

    def judge(timeline: Timeline) -> Finding:
        said = measures.first_said(timeline)
        if said is None:
            return finding_of(timeline, "answered", "unproven", "The customer said nothing to the company.")
        answer = measures.first_answer(timeline)
        if answer is None:
            return _unanswered(timeline, said)
        silent = _left_waiting(timeline, said)
        if silent is not None:
            return silent
        return _timed(timeline, "answered", answer, limits, f"The first answer took {told(answer[1])}")

    return expectation("answered", f"Answered{limits.told()}", judge, within=within, at_worst=at_worst)


def waited(within: Duration, at_worst: Duration | None = None) -> Expectation:
    """All waiting together stayed within a length of time."""
    limits = lengths(within, at_worst)

    def judge(timeline: Timeline) -> Finding:
        longest = measures.longest_wait(timeline)
        if longest is None:
            return finding_of(timeline, "waited", "unproven", "Nothing was waited for.")
        total = measures.waiting(timeline)
        return _timed(
            timeline, "waited", (longest[0], total), limits, f"The customer waited {told(total)} in all"
        )

    return expectation("waited", f"Waiting in all{limits.told()}", judge, within=within, at_worst=at_worst)


def fast(within: Duration = "2 s", at_worst: Duration | None = "6 s") -> Expectation:
    """No single wait was longer than a length of time."""
    limits = lengths(within, at_worst)

    def judge(timeline: Timeline) -> Finding:
        longest = measures.longest_wait(timeline)
        if longest is None:
            return finding_of(timeline, "fast", "unproven", "Nothing was waited for.")
        return _timed(timeline, "fast", longest, limits, f"The longest wait took {told(longest[1])}")

    return expectation("fast", f"Every wait{limits.told()}", judge, within=within, at_worst=at_worst)


def effort(
    within: Duration | None = None,
    at_worst: Duration | None = None,
    *,
    presses: Thresholds | None = None,
    keys: Thresholds | None = None,
    fields: Thresholds | None = None,
    steps: Thresholds | None = None,
) -> Expectation:
    """What it took out of the customer: human seconds, presses, keys, fields, steps (pages)."""
    limits = lengths(within, at_worst)
    given = {"presses": presses, "keys": keys, "fields": fields, "steps": steps}
    counts = {noun: numbers(noun, most) for noun, most in given.items() if most is not None}
    if limits == Limits() and not counts:
        raise UsageError('effort() expects nothing yet. Say for example effort(within="4 min", fields=8).')
    said = [f"{noun} at most {most.good:g}" for noun, most in counts.items()]
    sentence = f"Effort{limits.told()}" + (f" ({', '.join(said)})" if said else "")
    return expectation(
        "effort", sentence, _wearing(limits, counts), within=within, at_worst=at_worst, **given
    )


def _wearing(limits: Limits, counts: dict[str, Limits]) -> Callable[[Timeline], Finding]:
    def judge(timeline: Timeline) -> Finding:
        acts = [i for i, _ in timeline.of("visit", "press", "keys", "choose", "said")]
        if not acts:
            return finding_of(timeline, "effort", "unproven", "The customer did nothing.")
        took = measures.effort(timeline)
        figures = {noun: getattr(took, noun) for noun in counts}
        parts = [(counts[noun].outcome(count), _counted(count, noun)) for noun, count in figures.items()]
        if limits != Limits():
            parts.append((limits.outcome(took.human), f"{told(took.human)} of the customer's own time"))
        outcome = worst_of([each for each, _ in parts])
        shown = listed([words for each, words in parts if each == outcome])
        # A day's misfortunes add presses and keys of their own: then the control customer decides.
        return finding_of(
            timeline, "effort", outcome, f"It took {shown}.",
            measured=shown, moments=acts[-1:], evidence=not timeline.day.get("misfortunes"),
        )  # fmt: skip

    return judge


_ONE = {"presses": "press", "keys": "key", "fields": "field", "steps": "step"}


def _counted(count: int, noun: str) -> str:
    return f"{count} {_ONE[noun] if count == 1 else noun}"


def _timed(timeline: Timeline, name: str, measured: tuple[int, float], limits: Limits, said: str) -> Finding:
    """A finding about a length of time: the moment it shows at, and the seconds."""
    place, took = measured
    outcome = limits.outcome(took)
    beyond = limits.beyond(outcome)
    return finding_of(
        timeline, name, outcome, f"{said}{beyond}.", measured=told(took), moments=[place], evidence=True
    )


def _left_waiting(timeline: Timeline, said: int) -> Finding | None:
    """Told to wait for somebody who never came, or left without a reply until patience ran out."""
    heard = [(i, m) for i, m in timeline.of("heard") if i > said and m.actor != "customer"]
    last, words = heard[-1] if heard else (said, timeline.moments[said])
    if not any(i > last for i, _ in timeline.of("gave_up")):
        return None
    if heard and all(_holds(moment.quote) for _, moment in heard):
        sentence = f"Nobody answered: {measures.in_quotes(words.quote)}, and nobody came."
    elif any(m.data.get("clock") == "reply" for i, m in timeline.of("gave_up") if i > last):
        sentence = f"Nobody answered any more; the last words were {measures.in_quotes(words.quote)}."
    else:
        return None
    return finding_of(
        timeline, "answered", "broken", sentence, measured="no answer", moments=[said, last], evidence=True
    )  # fmt: skip


def _holds(text: str) -> bool:
    """Whether all that is said is a greeting, thanks, or that somebody will come."""
    return all(
        any(promise.live for promise in promises(each)) or _HOLDING.search(plain(each))
        for each in sentences(text)
    )


_HOLDING = re.compile(
    r"^\W*(?:hello|hi|hey|welcome|thank(?:s| you)|good (?:morning|afternoon|evening)|hallo|guten|danke"
    r"|vielen dank"
    r"|bonjour|merci|hola|gracias|ciao|grazie|dag|bedankt|cześć|dzień dobry|dziękujemy|olá|obrigad\w)\b[^?]*$"
    r"|\b(?:please (?:wait|hold|be patient)|one moment|bear with (?:me|us)|hold on|(?:in|into) the (?:line"
    r"|queue)"
    r"|number \d+|waiting (?:time|line)|bitte warten|einen (?:augenblick|moment)|un instant|veuillez"
    r" patienter"
    r"|un momento|even geduld|proszę czekać|aguarde)\b",
    re.IGNORECASE,
)


def _unanswered(timeline: Timeline, said: int) -> Finding:
    proof = measures.proof(timeline)
    sentence = "Nobody answered" + (f": {measures.quoted(timeline, proof[-1])}" if proof else ".")
    return finding_of(
        timeline, "answered", "broken", sentence,
        measured="no answer", moments=[said, *proof], evidence=bool(proof),
    )  # fmt: skip


def _unresolved(timeline: Timeline) -> Finding:
    """Not settled: proven by trouble seen, unless we ourselves could not go on after it."""
    settled = timeline.of("resolved")
    if settled:
        again = measures.reopened(timeline, settled[-1][0])
        place = settled[-1][0] if again is None else again
        sentence = f"It was called settled, but was not: {measures.quoted(timeline, place)}"
        return finding_of(
            timeline, "resolved", "broken", sentence, measured="reopened", moments=[place], evidence=True
        )
    stopped = next((i for i, _ in timeline.of("blocked", "lost_browser")), None)
    proof = measures.proof(timeline, stopped)
    left = [i for i, _ in timeline.of("gave_up")]
    # Whoever is refused leaves at once: no clock of theirs has run out.
    how = "left" if left and timeline.moments[left[0]].data.get("limit") == 0 else "ran out of patience"
    sentence = "It was never settled" + (f", and the customer {how}" if left else "")
    sentence += f": {measures.quoted(timeline, proof[-1])}" if proof else "."
    places = proof[-1:] or left[:1] or [max(0, len(timeline.moments) - 1)]
    shown = places if timeline.moments else []
    return finding_of(
        timeline, "resolved", "broken", sentence, measured="not settled", moments=shown, evidence=bool(proof)
    )
