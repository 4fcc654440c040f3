"""What a search writes down for other nights, and what it finds there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from cxprobe.ledger.days import Event, KeptDay, Shelf, happened
from cxprobe.ledger.days import Kind as EventKind
from cxprobe.people.day import Day
from cxprobe.worst_day.lives import Belief
from cxprobe.worst_day.outcome import first_line
from cxprobe.worst_day.reducing import Reduced


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose days these are: a test, a persona, a site, a run; for what is kept from night to night."""

    scenario: str = ""
    title: str = ""
    persona: str = ""
    who: str = ""
    """A short name that ids begin with: "gus"."""
    site: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """Keeps days on a shelf, or nowhere."""

    shelf: Shelf | None
    about: About
    now: datetime

    def due(self, states: tuple[str, ...]) -> list[KeptDay]:
        """The kept days of these states to be driven on this site today; the first state first, then the
        oldest.
        """
        kept = self._kept()
        due = [each for each in kept if each.state in states and each.due(self.now)]
        return sorted(due, key=lambda each: (states.index(each.state), each.last.at if each.last else ""))

    def known(self, kept: KeptDay) -> KeptDay | None:
        """The same day with all that came of it on this site so far; None if it is on no shelf."""
        return next((each for each in self._kept() if each.id == kept.id), None)

    def _kept(self) -> list[KeptDay]:
        return [each.at(self.about.site) for each in self.shelf.kept()] if self.shelf else []

    def broke(self, kept: KeptDay, belief: Belief, *, instead_of: KeptDay | None = None) -> KeptDay:
        """Write down that a day broke, and was believed; then forget the larger one it was made from."""
        after = replace(kept, events=(*kept.events, self._event("broke", belief)))
        written = self.shelf is not None and self.shelf.keep(after)
        if self.shelf and written and instead_of is not None and instead_of.id != kept.id:
            self.shelf.forget(instead_of)
        return after

    def forget(self, kept: KeptDay) -> None:
        """Remove a day that turned out to be none."""
        if self.shelf:
            self.shelf.forget(kept)

    def wavered(self, kept: KeptDay, belief: Belief) -> KeptDay:
        """Write down that a day broke at some looks only."""
        return self._add(kept, self._event("wavered", belief))

    def passed(self, kept: KeptDay, belief: Belief) -> KeptDay:
        """Write down that a day broke no more."""
        return self._add(kept, self._event("passed", belief))

    def new(self, day: Day, way: str) -> KeptDay:
        """A day that is on no shelf yet."""
        about = self.about
        return KeptDay(
            day=day,
            way=way,
            scenario=about.scenario,
            title=about.title,
            persona=about.persona,
            who=about.who,
        )

    def reduced(self, start: Day, way: str, reduced: Reduced, known: KeptDay | None) -> KeptDay:
        """A day that was made small, with what is known of the larger one it came from."""
        return replace(
            self.new(reduced.outcome.day, way),
            started_with=start,
            passing=reduced.passing,
            reduced=reduced.complete,
            events=known.events if known else (),
        )

    def _event(self, kind: EventKind, belief: Belief) -> Event:
        said = first_line(belief.outcome.failure)
        looks = (belief.broken, belief.looks)
        return happened(kind, *looks, said, now=self.now, site=self.about.site, run=self.about.run)

    def _add(self, kept: KeptDay, event: Event) -> KeptDay:
        after = replace(kept, events=(*kept.events, event))
        if self.shelf:
            self.shelf.keep(after)
        return after
