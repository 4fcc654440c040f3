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


def told(found: Exploration, catalogue: Words, who: str = "") -> str:
    """What a search came to, in words: what broke, what it takes, how sure that is; or that all passed."""
    if not found.findings:
        return "\n".join([_all_well(found), *_besides(found, catalogue)])
    first = found.findings[0]
    return "\n".join(filter(None, [summed_up(first, catalogue, who), details(found, catalogue)]))


def details(found: Exploration, catalogue: Words) -> str:
    """What a search came to, beside what the gravest finding takes: how sure, how common, what else."""
    lines = [*tell(found.findings[0], catalogue, lived=len(found.days), stopped=found.stopped)]
    return "\n".join([*lines, *_besides(found, catalogue)])


def summed_up(finding: Finding, catalogue: Words, who: str = "") -> str:
    """What a day takes, and what it was found from, in one line; nothing for an ordinary day."""
    if not len(finding.day):
        return ""
    parts = [_FOUND[finding.kind], takes(finding, catalogue, who), _started(finding)]
    return " ".join(filter(None, parts))


def tell(finding: Finding, catalogue: Words, *, lived: int = 0, stopped: str = "") -> list[str]:
    """How sure a finding is, what is nearest to it and passes, how common it is, how to live it again."""
    if not len(finding.day):
        return ["It broke on an ordinary day." + (f" Then {stopped}." if stopped else "")]
    passing = finding.passing
    lines = [
        (
            _sure(finding),
            f"The nearest day that passes: {passing.told(catalogue)}." if passing is not None else "",
            f"The whole search tried {_counted(lived, 'day')}." if lived else "",
            f"Then {stopped}." if stopped else "",
        ),
        (f"On that day also: {_listed(_complaints(finding))}." if finding.also else "",),
        (f"How common such a day is: {common(finding.day, catalogue)}.", _again(finding.id)),
    ]
    return [said for line in lines if (said := " ".join(filter(None, line)))]


def takes(finding: Finding, catalogue: Words, who: str = "") -> str:
    """What it takes: "It takes two things: … and …. Without either Gus gets through."."""
    number = len(finding.day)
    if not number:
        return "It takes nothing: it breaks on an ordinary day."
    return f"It takes {_things(number)}: {finding.day.told(catalogue)}. {_needed(finding, who)}"


def _needed(finding: Finding, who: str) -> str:
    if not finding.complete:
        return "It may be smaller still: the visits for that were used up."
    without = {1: "Without it", 2: "Without either"}.get(len(finding.day), "Without any one of them")
    # A word that is no name ("an ordinary customer") does not stand for somebody.
    return f"{without} {who if who[:1].isupper() else 'the customer'} gets through."


def _started(finding: Finding) -> str:
    visits = f"; {_counted(finding.visits, 'visit')}" if finding.visits else ""
    return f"Started from {_in_words(len(finding.started_with), 'misfortune')}{visits}."


def _sure(finding: Finding) -> str:
    ordinary = "; on an ordinary day in between, all went well" if finding.control else ""
    return f"It broke {finding.broken} of {finding.looks}{ordinary}."


def _again(name: str) -> str:
    return f"To live it again: {replay_command(name)}" if name else ""


def replay_command(name: str) -> str:
    """What to type to live a kept day again."""
    return f"pytest --cx-replay {name}"


def _complaints(finding: Finding) -> list[str]:
    """What else the smallest day shows, in words."""
    return [first_line(finding.outcome.broke_by(way)) for way in finding.also]


def _besides(found: Exploration, catalogue: Words) -> list[str]:
    """What a search saw beside its gravest finding, a line each."""
    return [f"{what}: {said}" for what, said in _beside(found, catalogue)]


def _beside(found: Exploration, catalogue: Words) -> list[tuple[str, str]]:
    others = [("Another way it broke", _other(each, catalogue)) for each in found.findings[1:]]
    seen = [(way, day.told(catalogue)) for day, way in found.glimpsed]
    return [
        *others,
        *(("Seen on the way, not followed up", f"{way} (with {day}).") for way, day in seen),
        *((f"It broke {times(each)}", wavered(each, found, catalogue)) for each in found.intermittent),
        *(
            ("Mended", f"{kept.day.told(catalogue)} breaks nothing any more ({kept.short_id}).")
            for kept in found.fixed
        ),
    ]


def rows(found: Exploration, catalogue: Words, who: str = "") -> list[tuple[str, str]]:
    """What a search came to, as names with what is to be said of them, for pages and reports."""
    first = _rows(found.findings[0], catalogue, who) if found.findings else []
    explored = ("Days explored", " ".join(filter(None, [_all_well(found), _sentence(told_coverage(found))])))
    return [*first, *_beside(found, catalogue), explored]


def _rows(finding: Finding, catalogue: Words, who: str) -> list[tuple[str, str]]:
    if not len(finding.day):
        return [("What it takes", takes(finding, catalogue, who))]
    passing = finding.passing.told(catalogue) if finding.passing is not None else ""
    visits = f"; {_counted(finding.visits, 'visit')} to be sure and make it small" if finding.visits else ""
    said = [
        ("What it takes", f"{_FOUND[finding.kind]} {takes(finding, catalogue, who)}".strip()),
        ("How sure that is", _sure(finding)),
        ("The nearest day that passes", _sentence(passing)),
        ("What it started from", _sentence(finding.started_with.told(catalogue) + visits)),
        ("On that day also", _sentence(_listed(_complaints(finding)))),
        ("How common such a day is", _sentence(common(finding.day, catalogue))),
        ("Its id", finding.id),
        ("To live it again", replay_command(finding.id) if finding.id else ""),
    ]
    return [(name, text) for name, text in said if text]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _listed(items: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


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
    well = "" if found.findings else ", and none broke"
    cut = f" Then {found.stopped}." if found.stopped else ""
    return f"{_counted(len(found.days), 'day')} lived{unsure}{well}.{cut}"


def told_coverage(found: Exploration) -> str:
    """How much was met, and what was left for another night."""
    parts = [str(found.coverage)] if found.coverage else []
    return "; ".join([*parts, *found.left_out])


def to_json(found: Exploration, catalogue: Words, who: str = "") -> dict[str, Any]:
    """Everything a search found, as plain JSON; `told` are the rows for people."""
    coverage = found.coverage
    return {
        "version": VERSION,
        "told": [list(row) for row in rows(found, catalogue, who)],
        "days": len(found.days),
        "visits": len(found.driven),
        "neither": found.neither,
        "stopped": found.stopped,
        "pairs": {"met": coverage.met, "of": coverage.pairs, "waiting": coverage.waiting}
        if coverage
        else None,
        "left_out": list(found.left_out),
        "findings": [_finding(each, catalogue, who) for each in found.findings],
        "seen_on_the_way": [{"day": day.to_json(), "way": way} for day, way in found.glimpsed],
        "intermittent": [_wavered(each, found, catalogue) for each in found.intermittent],
        "mended": [kept.short_id for kept in found.fixed],
    }


def _finding(finding: Finding, catalogue: Words, who: str) -> dict[str, Any]:
    passing = finding.passing
    return {
        "id": finding.id,
        "kind": finding.kind,
        "way": finding.way,
        "said": first_line(finding.outcome.broke_by(finding.way)),
        "also": _complaints(finding),
        "day": finding.day.to_json(),
        "told": finding.day.told(catalogue) if len(finding.day) else "",
        "takes": takes(finding, catalogue, who),
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


def _wavered(outcome: Outcome, found: Exploration, catalogue: Words) -> dict[str, Any]:
    return {
        "id": found.ids.get(outcome.day, ""),
        "day": outcome.day.to_json(),
        "told": outcome.day.told(catalogue),
        "said": first_line(outcome.failure),
        "times": times(outcome),
    }


def times(outcome: Outcome) -> str:
    """How often an intermittent day broke: "once of three"."""
    broken, looks = outcome.shown
    often = {1: "once", 2: "twice"}.get(broken, f"{_number(broken)} times")
    return f"{often} of {_number(looks)}"


def wavered(outcome: Outcome, found: Exploration, catalogue: Words) -> str:
    """What an intermittent day broke by, which day it is, and what it is called in the store."""
    name = found.ids.get(outcome.day)
    return f"{first_line(outcome.failure)} (with {outcome.day.told(catalogue)}{f'; {name}' if name else ''})."


def _other(finding: Finding, catalogue: Words) -> str:
    said = first_line(finding.outcome.broke_by(finding.way))
    return f"{said}. {takes(finding, catalogue)} {_again(finding.id)}".strip()


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _in_words(number: int, what: str) -> str:
    return f"{_number(number)} {what}{'' if number == 1 else 's'}"


def _things(number: int) -> str:
    return _in_words(number, "thing")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
