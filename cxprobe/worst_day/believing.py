"""Being sure: a day that broke is driven again, with an ordinary day in between, before it is believed."""

from __future__ import annotations

from dataclasses import replace

from cxprobe.errors import Outage
from cxprobe.people.day import Day
from cxprobe.worst_day.lives import CONTROL, TRIES, Belief, Lives
from cxprobe.worst_day.outcome import Outcome, is_way, kind_of


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


def as_known(lives: Lives, day: Day, way: str, belief: Belief) -> Belief:
    """A belief in the way that a day is known to break in, where any look showed that; else in the other.

    It takes three looks to say that the known way is none any more.
    """
    while len(lives.looks[day]) < TRIES and not lives.last_broken(day, kind_of(way)):
        lives.wait()
        if (last := lives.look(day)).mistaken:
            return Belief(last, "mistake")
        if last.verdict != "broken":
            return _verdict([*lives.looks[day]], belief.control)
    for known in (way, kind_of(way)):
        if (seen := lives.last_broken(day, known)) is not None:
            shown = next(each for each in seen.ways if is_way(each, known))
            return replace(belief, outcome=seen, shared=shown)
    return belief


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
    """The ways to break that every look showed, in order; where the steps differ, the expectation alone."""
    ways = looks[-1].ways
    same = [way for way in ways if all(look.shows(way) for look in looks)]
    kinds = [] if same else list(dict.fromkeys(kind_of(way) for way in ways if " at line " not in way))
    return same or [kind for kind in kinds if all(look.shows(kind) for look in looks)]


def _cut_short(lives: Lives, looks: list[Outcome]) -> Belief:
    """A mistake in between: what broke until then stands, if it broke more than once.

    Where the site went down in between, it is no proof: who broke then may have met what was coming.
    """
    *before, last = looks
    agreed = _agreed(before)
    if len(before) > 1 and agreed and not isinstance(last.failure, Outage):
        lives.stop(last)
        return Belief(before[-1], "broken", len(before), len(before), shared=agreed[0])
    return _no_proof(looks)


def _no_proof(looks: list[Outcome]) -> Belief:
    """A mistake ended it; `broken` says how many looks had shown the day broken until then."""
    *before, last = looks
    shared = before[0].ways[0] if before and before[0].ways else ""
    return Belief(
        last, "mistake", sum(look.verdict == "broken" for look in before), len(before), shared=shared
    )


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
