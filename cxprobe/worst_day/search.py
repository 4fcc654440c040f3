"""One search: days are driven, a broken one is believed or not, made small, and written down."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from cxprobe.ledger.days import KeptDay, Shelf
from cxprobe.people.day import Day
from cxprobe.worst_day.believing import as_known, believe, sure_of, surely_fine, wavering
from cxprobe.worst_day.combinations import Factors
from cxprobe.worst_day.found import Exploration, Finding, Kind
from cxprobe.worst_day.lives import CONTROL, TRIES, Belief, Lives
from cxprobe.worst_day.memory import About, Memory
from cxprobe.worst_day.outcome import MISTAKES, Drive, Outcome, first_line, is_way
from cxprobe.worst_day.plan import Plan, named_days
from cxprobe.worst_day.profiles import PROFILES, Profile, Worst
from cxprobe.worst_day.reducing import Reducer
from cxprobe.worst_day.suspects import odds

BROKEN, KEPT = ("relapsed", "broken"), ("relapsed", "broken", "intermittent", "fixed")


def explore(
    drive: Drive,
    factors: Factors,
    *,
    profile: Profile = PROFILES["pr"],
    most: int | None = None,
    budget: float | None = None,
    seed: int = 0,
    shelf: Shelf | None = None,
    named: Iterable[Day] | None = None,
    worst: Worst = "",
    about: About = About(),  # noqa: B008 -- frozen
    progress: Callable[[Outcome, bool], None] = lambda outcome, reducing: None,
    mine: Callable[[Day], bool] = lambda day: True,
    today: datetime | None = None,
) -> Exploration:
    """Drive days until `most` visits or `budget` seconds are spent; make small each way it breaks.

    The ordinary day comes first, then days that broke before, named hard days, a covering array of
    `factors` (as `Catalogue.factors` gives them) that goes on where the last night stopped, and days by
    chance. A day that broke is believed after three looks and a control; visits while reducing are not
    counted among `most` but bounded by the profile. `worst` says which suffering days by chance are to
    seek. `progress` hears of every visit and whether it served to reduce. `mine` says whether a new day is
    this process's to drive, and not another worker's. What `drive` itself raises passes through.
    """
    ends = time.monotonic() + budget if budget is not None else None
    lives = Lives(drive, most or profile.days, ends, progress, spaced=profile.spaced)
    hard = named_days(factors) if named is None else named
    plan = Plan(factors, seed, hard, shelf, profile.drawn, worst, about.site)
    memory = Memory(shelf, about, today or datetime.now(UTC))
    return _Search(lives, plan, memory, profile, seed, mine).run()


@dataclass(slots=True)
class _Search:
    lives: Lives
    plan: Plan
    memory: Memory
    profile: Profile
    seed: int
    mine: Callable[[Day], bool]
    found: Exploration = field(default_factory=Exploration)
    _left: int = 0
    _over: bool = False
    """Whether the site or the test itself ended the search."""

    def run(self) -> Exploration:
        """Everything, in order."""
        self.found.driven = self.lives.driven
        self._ordinary()
        self._stored()
        if self.profile.reducing:
            for day in self.plan.days():
                if self._ended():
                    break
                if self.mine(day):
                    self._meet(day)
                else:
                    self.plan.lived_elsewhere(day)
            self._follow_others()
        self._close()
        return self.found

    def _ended(self) -> bool:
        return self._over or self.lives.over() or self._enough()

    def _enough(self) -> bool:
        """Whether as many new ways to break were followed up as the profile wants."""
        return sum(finding.kind == "new" for finding in self.found.findings) >= self.profile.ways

    def _ordinary(self) -> None:
        """Drive the ordinary day: what already breaks there is not the day's doing."""
        belief = believe(self.lives, CONTROL, running=self.profile.ordinary, control=False)
        self.found.days[CONTROL] = belief.outcome
        if belief.kind in ("broken", "mistake"):
            self._end(belief)

    def _end(self, belief: Belief) -> None:
        """End the search: by a mistake, or because the ordinary day breaks."""
        self._over = True
        if belief.kind == "mistake":
            self.found.mistake = belief.outcome
            return
        self.found.days[CONTROL] = belief.outcome
        self._add("ordinary", belief, belief.outcome, CONTROL)

    def _stored(self) -> None:
        """Drive the days that broke before, as far as they are due and there is room: half the visits."""
        for kept in self.memory.due(KEPT if self.profile.stored else BROKEN):
            if self._ended() or (self._half() and kept.state not in BROKEN):
                self._left += 1
            elif self.plan.can_be(kept.day):
                self._seen_already(kept) if kept.day in self.found.days else self._again(kept)

    def _half(self) -> bool:
        return self.lives.spent > self.lives.most / 2

    def _again(self, kept: KeptDay) -> None:
        known = kept.state in BROKEN
        belief = believe(self.lives, kept.day, running=2 if known else 3, control=not known)
        if belief.kind == "broken":
            belief = as_known(self.lives, kept.day, kept.way, belief)
        if belief.kind == "fine" and known:
            belief = surely_fine(self.lives, kept.day)
        self._note(kept.day, belief)
        if belief.kind in ("mistake", "control"):
            self._end(belief)
        elif belief.kind == "intermittent":
            self._wavered(kept, belief)
        elif belief.kind == "fine":
            self.memory.passed(kept, belief)
            self.found.fixed += [kept] if known else []
        elif belief.kind == "broken":
            self._broke_again(kept, belief)

    def _seen_already(self, kept: KeptDay) -> None:
        """A kept day that was driven for another way to break: what those looks tell of this one."""
        broken, fine = self.lives.counts(kept.day, kept.way)
        outcome = self.lives.last_broken(kept.day, kept.way) or self.found.days[kept.day]
        if broken and not fine:
            self.memory.broke(kept, Belief(outcome, "broken", broken, broken, shared=kept.way))
        elif fine >= TRIES and not broken:
            self.memory.passed(kept, Belief(outcome, "fine", 0, fine))

    def _broke_again(self, kept: KeptDay, belief: Belief) -> None:
        if belief.other_than(kept.way):
            self._broke_otherwise(kept, belief)
            return
        after = self.memory.broke(kept, belief)
        kind: Kind = "relapse" if after.state == "relapsed" else "still" if kept.state == "broken" else "new"
        if kept.reduced or not self.profile.reducing:
            more = {"passing": kept.passing, "id": kept.short_id, "complete": kept.reduced}
            self._add(kind, belief, belief.outcome, kept.started_with or kept.day, **more)
            self.plan.ban(kept.day)
        else:
            self._follow(kept.day, belief, kind, after)

    def _broke_otherwise(self, kept: KeptDay, belief: Belief) -> None:
        """A kept day breaks, and no more in the way it was kept for: that is mended, and this is another."""
        passed = replace(belief, kind="fine", broken=0)
        self.memory.passed(kept, passed)
        self.found.fixed += [kept] if kept.state in BROKEN else []
        if self.profile.reducing:
            self._follow(kept.day, belief, "new", None)
        else:
            new = self.memory.broke(self.memory.new(kept.day, belief.way), belief)
            self._add("new", belief, belief.outcome, kept.day, id=new.short_id, complete=False)

    def _note(self, day: Day, belief: Belief) -> None:
        self.found.days[day] = belief.outcome
        self.plan.lived(day, belief.outcome, met=belief.kind == "fine")

    def _wavered(self, kept: KeptDay, belief: Belief) -> None:
        self.found.ids[kept.day] = self.memory.wavered(kept, belief).short_id

    def _meet(self, day: Day) -> None:
        """Drive a new day, and follow up what breaks."""
        belief = believe(self.lives, day)
        self._note(day, belief)
        if belief.kind == "intermittent":
            self._wavered(self.memory.new(day, belief.way), belief)
        elif belief.kind == "broken":
            self._follow(day, belief, "new", None)
            self._follow_others()
        elif belief.kind in ("mistake", "control"):
            if belief.kind == "mistake" and belief.broken:  # driven again another night
                self.memory.wavered(self.memory.new(day, belief.way), belief)
            self._end(belief)

    def _follow(self, day: Day, belief: Belief, kind: Kind, known: KeptDay | None) -> None:
        """Make a broken day small, write it down, and keep clear of it from now on."""
        before, looks = len(self.lives.driven), belief.looks + belief.control
        start = known or self.memory.new(day, belief.way)
        met_before = known or self.memory.known(start)
        if known is None:  # before it is made small, which takes minutes: a killed run shall not lose it
            start = self.memory.broke(start, belief)
        self.lives.reducing = True
        reduced = Reducer(self.lives, self.plan.values, belief.way, self.profile.reducing, self.seed).reduce(
            day
        )
        self.lives.reducing = False
        self._over = self._over or bool(self.lives.stopped)
        if not reduced.holds:
            if met_before is None:
                self.memory.forget(start)
            self._unbelieve(day, belief, known)
            return
        smallest = reduced.outcome.day
        self.plan.ban(smallest)
        broken, fine = self.lives.counts(smallest, belief.way)
        belief = replace(belief, broken=broken, looks=broken + fine)
        kept = self.memory.reduced(day, belief.way, reduced, known)
        met_before = self.memory.known(kept) if kept.id != start.id else met_before
        kept = self.memory.broke(kept, belief, instead_of=start)
        self.found.days[smallest] = reduced.outcome
        visits = looks + len(self.lives.driven) - before
        said = {"complete": reduced.complete, "days": reduced.days, "visits": visits, "id": kept.short_id}
        self._add(_graver(kind, met_before), belief, reduced.outcome, day, passing=reduced.passing, **said)

    def _unbelieve(self, day: Day, belief: Belief, known: KeptDay | None) -> None:
        """A day that was believed, and broke no more when it was looked at closely."""
        broken, fine = self.lives.counts(day, belief.way)
        outcome = wavering(belief.outcome, belief.outcome, broken, broken + fine)
        self.found.days[day] = outcome
        unsure = replace(belief, outcome=outcome, kind="intermittent", broken=broken, looks=broken + fine)
        self._wavered(known or self.memory.new(day, belief.way), unsure)

    def _follow_others(self) -> None:
        """Follow up other ways to break that were met on the way, each by the smallest day that showed it."""
        self.found.glimpsed.clear()
        for day, way in sorted(self.lives.broken_days(), key=lambda pair: len(pair[0])):
            broken, fine = self.lives.counts(day, way)
            if not len(day) or self._is_told(way) or (fine and odds(broken, fine) <= 0):
                continue
            if fine or self._over or self._enough() or self.lives.late():
                self.found.glimpsed.append((day, way))
            else:
                self._follow_other(day, way)

    def _ways(self) -> set[str]:
        """Ways to break that are told already."""
        told = {way for finding in self.found.findings for way in (finding.way, *finding.also)}
        return told | {way for _, way in self.found.glimpsed}

    def _is_told(self, way: str) -> bool:
        return any(is_way(way, told) for told in self._ways())

    def _follow_other(self, day: Day, way: str) -> None:
        self.lives.reducing = True
        belief = sure_of(self.lives, day, way)
        self.lives.reducing = False
        self._over = self._over or bool(self.lives.stopped)
        known = day in self.found.days
        if not known:
            self._note(day, belief)
        if belief.kind == "broken":
            self._follow(day, belief, "new", None)
        elif belief.kind == "intermittent" and not known:
            self._wavered(self.memory.new(day, way), belief)

    def _add(self, kind: Kind, belief: Belief, outcome: Outcome, started: Day, **more: object) -> None:
        looks = {"broken": belief.broken, "looks": belief.looks, "control": belief.control}
        way = belief.way
        more["also"] = self._also(outcome, way)
        finding = Finding(kind=kind, way=way, outcome=outcome, started_with=started, **looks, **more)  # type: ignore[arg-type]
        self.found.add(finding)

    def _also(self, outcome: Outcome, way: str) -> tuple[str, ...]:
        """What else mostly breaks on a day that breaks in this way."""
        others = (other for other in outcome.ways if not is_way(other, way))
        return tuple(other for other in others if odds(*self.lives.counts(outcome.day, other)) > 0)

    def _close(self) -> None:
        """Say what stopped the search, what was met, and what was left out."""
        self.found.stopped, self.found.coverage = self.lives.stopped, self.plan.met.coverage
        if self.found.mistake is not None and self.found.findings:
            said = first_line(self.found.mistake.failure)
            self.found.stopped = MISTAKES[self.found.mistake.verdict] + (f" ({said})" if said else "")
        self.found.kept_back = self._left
        left = [f"{self._left} days that broke before were left for another night"] if self._left else []
        open_pairs = self.found.coverage.pairs - self.found.coverage.met - self.found.coverage.waiting
        if open_pairs:
            left.append(f"{open_pairs} pairs of misfortunes were left for another night")
        self.found.left_out = tuple(left)


def _graver(kind: Kind, before: KeptDay | None) -> Kind:
    """What a day is that was found anew, and may have been on the shelf all the while."""
    if kind != "new" or before is None:
        return kind
    if before.state in ("fixed", "relapsed"):
        return "relapse"
    return "still" if before.state == "broken" else kind
