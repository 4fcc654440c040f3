"""Being sure: a day that broke is driven again, with an ordinary day in between, before it is believed."""

from __future__ import annotations

from dataclasses import replace

from cxprobe.people.day import Day
from cxprobe.worst_day.lives import CONTROL, TRIES, Belief, Lives
from cxprobe.worst_day.outcome import Outcome


def believe(lives: Lives, day: Day, *, running: int = TRIES, control: bool = True) -> Belief:
    """What a day is: three looks, all broken in the same way, and an ordinary day that gets through.

    Broken at one or two looks of three, it is intermittent. `running` is how many looks running convict
    (fewer for a day convicted before); `control` says whether the ordinary day is driven in between.
    """
    first = lives.look(day)
    if first.verdict != "broken":
        return Belief(first, "mistake" if first.mistaken else first.verdict)  # type: ignore[arg-type]
    looks, asked = [first], False
    while len(looks) < TRIES and not (len(looks) >= running and _agreed(looks)):
        lives.wait()
        if control and len(looks) == TRIES - 1 and _agreed(looks) and len(day):
            asked = True
            if (belief := _control(lives, looks)) is not None:
                return belief
        looks.append(lives.look(day))
        if looks[-1].mistaken:
            return _cut_short(lives, looks)
    return _verdict(looks, asked)


def _verdict(looks: list[Outcome], asked: bool) -> Belief:
    ways = _agreed(looks)
    broken = [look for look in looks if look.verdict == "broken"]
    if ways:
        return Belief(looks[-1], "broken", len(looks), len(looks), control=asked, shared=ways[0])
    last = wavering(looks[-1], broken[0], len(broken), len(looks))
    return Belief(last, "intermittent", len(broken), len(looks), control=asked)


def wavering(outcome: Outcome, broke: Outcome, broken: int, looks: int) -> Outcome:
    """The outcome of a day that broke at some looks: neither, with what broke."""
    return replace(
        outcome, verdict="neither", failure=broke.failure, intermittent=True, shown=(broken, looks)
    )


def sure_of(lives: Lives, day: Day, way: str) -> Belief:
    """What a day is that also broke in another way than the one it was driven for; earlier looks count."""
    while True:
        broken, fine = lives.counts(day, way)
        seen = lives.last_broken(day, way)
        assert seen is not None
        if fine:
            unsure = wavering(seen, seen, broken, broken + fine)
            return Belief(unsure, "intermittent", broken, broken + fine, shared=way)
        if broken >= TRIES:
            through = any(look.verdict == "fine" for look in lives.looks.get(CONTROL, ()))
            return Belief(seen, "broken", broken, broken, control=through, shared=way)
        lives.wait()
        if (last := lives.look(day)).verdict not in ("fine", "broken"):
            return Belief(last, "mistake" if last.mistaken else "neither", shared=way)


def _agreed(looks: list[Outcome]) -> list[str]:
    """The ways to break that every look showed, in order; none where they do not agree."""
    return [way for way in looks[-1].ways if all(way in look.ways for look in looks)]


def _cut_short(lives: Lives, looks: list[Outcome]) -> Belief:
    """A mistake in between: what broke until then stands, if it broke more than once."""
    *before, last = looks
    if len(before) > 1 and _agreed(before):
        lives.stop(last)
        return Belief(before[-1], "broken", len(before), len(before), shared=_agreed(before)[0])
    return Belief(last, "mistake")


def _control(lives: Lives, looks: list[Outcome]) -> Belief | None:
    """None when the control gets through; else what is then believed of the day."""
    tries = []
    for _ in range(TRIES):
        tries.append(lives.look(CONTROL))
        if tries[-1].verdict == "fine":
            return None
        if tries[-1].mistaken:
            return _cut_short(lives, [*looks, tries[-1]])
        lives.wait()
    if _agreed(tries):
        return Belief(tries[-1], "control", len(tries), len(tries), shared=_agreed(tries)[0])
    unsure = wavering(looks[0], looks[0], len(looks), len(looks))
    return Belief(unsure, "intermittent", len(looks), len(looks))


def surely_fine(lives: Lives, day: Day) -> Belief:
    """What a day is that broke on other nights and did not now: three looks are needed to call it mended."""
    looks = list(lives.looks[day])
    while len(looks) < TRIES and looks[-1].verdict == "fine":
        lives.wait()
        looks.append(lives.look(day))
    last = looks[-1]
    if last.verdict == "broken":
        unsure = wavering(last, last, 1, len(looks))
        return Belief(unsure, "intermittent", 1, len(looks))
    return Belief(last, "mistake" if last.mistaken else last.verdict, 0, len(looks))  # type: ignore[arg-type]
