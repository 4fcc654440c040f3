"""What a search came to, in words for people and as JSON for machines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxprobe.people.day import Day
from cxprobe.people.misfortunes import Misfortune
from cxprobe.worst_day.found import Exploration, Finding
from cxprobe.worst_day.outcome import Outcome, first_line

VERSION = 1
_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_FOUND = {
    "relapse": "A relapse: this was mended, and is back.",
    "still": "It broke on an earlier night, and still does.",
    "new": "",
    "ordinary": "",
}
Words = Mapping[str, Misfortune]
"""The catalogue: it says what a misfortune is called."""


def told(found: Exploration, catalogue: Words) -> str:
    """What a search came to, in words: what broke, what it takes, how sure that is; or that all passed."""
    broken = found.findings
    parts = [
        tell(broken[0], catalogue, lived=len(found.days), stopped=found.stopped)
        if broken
        else _all_well(found),
        *(f"Another way it broke: {_other(each.outcome, catalogue)}" for each in broken[1:]),
        *(
            f"Seen on the way, not followed up: {way} (with {day.told(catalogue)})."
            for day, way in found.glimpsed
        ),
        *(f"It broke {_times(each)}: {_other(each, catalogue)}" for each in found.intermittent),
        *(
            f"Mended: {kept.day.told(catalogue)} breaks nothing any more ({kept.short_id})."
            for kept in found.fixed
        ),
    ]
    return "\n".join(parts)


def tell(finding: Finding, catalogue: Words, *, lived: int = 0, stopped: str = "") -> str:
    """One finding, in three lines: the smallest day, how sure we are, and how to live it again."""
    if not len(finding.day):
        return "It broke on an ordinary day." + (f" Then {stopped}." if stopped else "")
    lines = [
        (
            _FOUND[finding.kind],
            f"The smallest day that still breaks it: {finding.day.told(catalogue)}.",
            _needed(finding),
        ),
        (_sure(finding), _effort(finding, lived), f"Then {stopped}." if stopped else ""),
        (
            f"How common such a day is: {common(finding.day, catalogue)}.",
            f"To live it again: pytest --cx-replay {finding.id}" if finding.id else "",
        ),
    ]
    return "\n".join(" ".join(sentence for sentence in line if sentence) for line in lines)


def takes(finding: Finding, catalogue: Words) -> str:
    """What it takes, in one sentence: "It takes two things: … and …. Without either, all goes well."."""
    number = len(finding.day)
    if not number:
        return "It takes nothing: it breaks on an ordinary day."
    return f"It takes {_things(number)}: {finding.day.told(catalogue)}. {_needed(finding)}".strip()


def _needed(finding: Finding) -> str:
    if not finding.complete:
        return "It may be smaller still: the visits for that were used up."
    return {1: "Without it, all goes well.", 2: "Without either, all goes well."}.get(
        len(finding.day), "Without any one of them, all goes well."
    )


def _sure(finding: Finding) -> str:
    ordinary = "; on an ordinary day in between, all went well" if finding.control else ""
    return f"It broke {finding.broken} of {finding.looks}{ordinary}."


def _effort(finding: Finding, lived: int) -> str:
    start = f"It started from {_counted(len(finding.started_with), 'misfortune')}"
    visits = f"; {_counted(finding.visits, 'visit')}" if finding.visits else ""
    return f"{start}{visits}; {_counted(lived, 'day')} lived." if lived else f"{start}{visits}."


def common(day: Day, catalogue: Words) -> str:
    """How common a day is by the prevalence of its misfortunes, or "unknown"; they are held independent."""
    shares = [catalogue[name].prevalence.share for name, _ in day.misfortunes if name in catalogue]
    if len(shares) < len(day) or None in shares:
        return "unknown"
    together = 1.0
    for share in shares:
        together *= share or 0.0
    return f"about one customer in {round(1 / together):,}" if together else "nobody"


def _all_well(found: Exploration) -> str:
    unsure = f", {found.neither} of them without a clear answer" if found.neither else ""
    cut = f" Then {found.stopped}." if found.stopped else ""
    return f"{_counted(len(found.days), 'day')} lived{unsure}, and none broke.{cut}"


def told_coverage(found: Exploration) -> str:
    """How much was met, and what was left for another night."""
    parts = [str(found.coverage)] if found.coverage else []
    return "; ".join([*parts, *found.left_out])


def to_json(found: Exploration, catalogue: Words) -> dict[str, Any]:
    """Everything a search found, as plain JSON."""
    coverage = found.coverage
    return {
        "version": VERSION,
        "days": len(found.days),
        "visits": len(found.driven),
        "neither": found.neither,
        "stopped": found.stopped,
        "pairs": {"met": coverage.met, "of": coverage.pairs, "waiting": coverage.waiting}
        if coverage
        else None,
        "left_out": list(found.left_out),
        "findings": [_finding(each, catalogue) for each in found.findings],
        "seen_on_the_way": [{"day": day.to_json(), "way": way} for day, way in found.glimpsed],
        "intermittent": [_wavered(each, catalogue) for each in found.intermittent],
        "fixed": [kept.short_id for kept in found.fixed],
    }


def _finding(finding: Finding, catalogue: Words) -> dict[str, Any]:
    passing = finding.passing
    return {
        "id": finding.id,
        "kind": finding.kind,
        "way": finding.way,
        "said": first_line(finding.outcome.failure),
        "day": finding.day.to_json(),
        "takes": takes(finding, catalogue),
        "nearest_that_passes": passing.to_json() if passing is not None else None,
        "started_with": finding.started_with.to_json(),
        "broken": finding.broken,
        "looks": finding.looks,
        "control_got_through": finding.control,
        "smallest": finding.complete,
        "days": finding.days,
        "visits": finding.visits,
        "prevalence": common(finding.day, catalogue),
    }


def _wavered(outcome: Outcome, catalogue: Words) -> dict[str, Any]:
    return {
        "day": outcome.day.to_json(),
        "told": outcome.day.told(catalogue),
        "said": first_line(outcome.failure),
    }


def _times(outcome: Outcome) -> str:
    broken, looks = outcome.shown
    return f"{'once' if broken == 1 else 'twice'} of {_NUMBERS[looks] if looks < len(_NUMBERS) else looks}"


def _other(outcome: Outcome, catalogue: Words) -> str:
    return f"{first_line(outcome.failure)} (with {outcome.day.told(catalogue)})."


def _things(number: int) -> str:
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} thing{'' if number == 1 else 's'}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
