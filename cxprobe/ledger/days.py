"""Days that broke a test, kept from night to night: a file for each, that says all it takes to drive it.

A file only ever gains events, and what a day is (broken, intermittent, fixed, relapsed) is reckoned from
them. So two copies of a store can be merged in any order and any number of times, and give the same.
Files are written whole beside their place and then moved there: a killed process leaves none torn.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from cxprobe.errors import InvalidMisfortune, UnknownMisfortune, UsageError, did_you_mean
from cxprobe.journey.redaction import Redactor
from cxprobe.ledger.lock import locked
from cxprobe.people.day import Day
from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from cxprobe.people.misfortunes import Misfortune

VERSION = 1
Kind = Literal["broke", "wavered", "passed"]
State = Literal["broken", "relapsed", "intermittent", "fixed", "gone"]
WEEK = timedelta(days=6, hours=12)
"""After how long a fixed day is driven again: a week, less what nights differ by."""
PASSES = 3
"""Nights that an intermittent day must pass before it is let go (ours)."""
_GRAVEST_FIRST: tuple[State, ...] = ("relapsed", "broken", "intermittent", "fixed", "gone")
_UNSURE: State = "intermittent"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter is taken for another."""
_MAIL = re.compile(r"[^\s@<>\"'()]+@[^\s@<>\"'()]+\.\w+")
_LONGEST = 400


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What came of driving a kept day: when (ISO, UTC), and of how many looks how many broke."""

    at: str
    kind: Kind
    broken: int = 0
    looks: int = 0
    said: str = ""
    """How it broke, in one sentence."""
    site: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDay:
    """A day that broke: of which test and persona, in which way, and everything that came of it since."""

    day: Day
    scenario: str
    way: str = ""
    who: str = ""
    title: str = ""
    persona: str = ""
    started_with: Day | None = None
    passing: Day | None = None
    """The nearest day that passes."""
    reduced: bool = False
    """Whether nothing can be taken away from it."""
    events: tuple[Event, ...] = ()
    seen_from: str | None = None
    """The site whose state is asked for; None for all. It is not kept."""

    @property
    def id(self) -> str:
        """What it is called: `GUS-7F3K9Q2M`; the first four letters after the dash mostly suffice."""
        about = json.dumps([self.scenario, self.persona, self.way, self.day.digest])
        number = int.from_bytes(hashlib.sha256(about.encode()).digest()[:8], "big")
        return f"{self.name}-" + "".join(LETTERS[number >> 5 * place & 31] for place in range(8))

    @property
    def name(self) -> str:
        """Who it befell, in capitals, as ids begin."""
        return re.sub(r"[^A-Z0-9]", "", self.who.upper())[:8] or "DAY"

    @property
    def short_id(self) -> str:
        """The id as it is told."""
        return self.id[: len(self.name) + 5]

    def at(self, site: str) -> KeptDay:
        """The same day, whose state is the one on this site: what came of it here, and before that elsewhere.

        So a day that is mended on a test site stays broken in the shop, and one that broke in the shop is
        known on a test site that it was never driven on.
        """
        return replace(self, seen_from=site)

    @property
    def state(self) -> State:
        """What the events amount to; of a day driven on several sites, where it is gravest."""
        places = {place_of(event.site): event.site for event in self.events}
        sites = [self.seen_from] if self.seen_from is not None else [*places.values()]
        return min(
            (_reckoned(self._history(each)) for each in sites), key=_GRAVEST_FIRST.index, default=_UNSURE
        )

    def _history(self, site: str) -> list[Event]:
        """The events that count on a site, in the order of time."""
        events = sorted(self.events)
        own = [event for event in events if place_of(event.site) == place_of(site)]
        return [event for event in events if event in own or not own or event < own[0]]

    @property
    def last(self) -> Event | None:
        """The latest event."""
        history = self._history(self.seen_from) if self.seen_from is not None else self.events
        return max(history, default=None)

    @property
    def site(self) -> str:
        """Where it broke last; nothing for the company to practise on."""
        broke = (event for event in sorted(self.events, reverse=True) if event.kind != "passed")
        return next((event.site for event in broke), "")

    def due(self, now: datetime) -> bool:
        """Whether it is to be driven again: nightly until fixed, then weekly for ever."""
        if self.state == "gone" or self.last is None:
            return self.state != "gone"
        return self.state != "fixed" or now - datetime.fromisoformat(self.last.at) >= WEEK

    def to_json(self) -> dict[str, Any]:
        """The file's content: a day as `Day.to_json` gives it, and beside it what it is about."""
        said = self.last.said if self.last else ""
        about = (
            f"A day that broke a test, kept by cxprobe. Drive it again: pytest --cx-replay {self.short_id}"
        )
        plain = {
            "id": self.id,
            "about": about,
            **self.day.to_json(),
            "scenario": self.scenario,
            "title": self.title,
            "persona": self.persona,
            "who": self.who,
            "way": self.way,
            "said": said,
            "state": self.state,
            "started_with": self.started_with.to_json() if self.started_with else None,
            "passing": self.passing.to_json() if self.passing else None,
            "reduced": self.reduced,
            "events": [{name: getattr(event, name) for name in _EVENT} for event in sorted(self.events)],
        }
        clean: dict[str, Any] = Redactor().json(plain)
        return {**clean, "said": _clean(said)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> KeptDay:
        """The day a file holds; InvalidMisfortune where it holds none, or one of a newer version."""
        day = Day.from_json(plain)
        try:
            return cls(
                day=day,
                **{
                    name: str(plain.get(name) or "")
                    for name in ("scenario", "way", "who", "title", "persona")
                },
                started_with=_day(plain.get("started_with")),
                passing=_day(plain.get("passing")),
                reduced=bool(plain.get("reduced")),
                events=tuple(_event(each) for each in plain.get("events", ())),
            )
        except (TypeError, ValueError, AttributeError) as error:
            raise InvalidMisfortune(f"Not a kept day: {error}.") from error

    def merged(self, other: KeptDay) -> KeptDay:
        """Everything that either of two copies knows; the same whichever is asked, and however often."""
        return KeptDay(
            day=self.day,
            scenario=self.scenario,
            way=self.way,
            who=max(self.who, other.who),
            title=max(self.title, other.title),
            persona=max(self.persona, other.persona),
            started_with=_either(self.started_with, other.started_with),
            passing=_either(self.passing, other.passing),
            reduced=self.reduced or other.reduced,
            events=tuple(sorted({*self.events, *other.events})),
        )


def _reckoned(history: Iterable[Event]) -> State:
    state: State | None = None
    ever_fixed, passes = False, 0
    for event in history:
        passes = passes + 1 if event.kind == "passed" else 0
        if event.kind == "broke":
            state = "relapsed" if ever_fixed else "broken"
        elif event.kind == "wavered":
            state = state if state in ("broken", "relapsed") else _UNSURE
        elif state in ("broken", "relapsed"):
            state, ever_fixed = "fixed", True
        elif passes >= PASSES or ever_fixed:
            state = "fixed" if ever_fixed else "gone"
    return state or _UNSURE


def place_of(site: str) -> str:
    """Which site an address is of: its host; nothing for any on this machine, whose ports change."""
    return "" if on_this_machine(site) else urlsplit(site).netloc.rpartition("@")[2].casefold()


def _either(one: Day | None, other: Day | None) -> Day | None:
    days = [day for day in (one, other) if day is not None]
    return max(days, key=lambda day: (len(day), day.digest), default=None)


_EVENT = ("at", "kind", "broken", "looks", "said", "site", "run")


def happened(
    kind: Kind,
    broken: int,
    looks: int,
    said: str = "",
    *,
    now: datetime | None = None,
    site: str = "",
    run: str = "",
) -> Event:
    """An event of now."""
    at = (now or datetime.now(UTC)).isoformat(timespec="milliseconds")
    return Event(at, kind, broken, looks, _clean(said), site, run)


def _clean(said: str) -> str:
    return _MAIL.sub("(a mail address)", Redactor().text(said))[:_LONGEST]


def _event(plain: Mapping[str, Any]) -> Event:
    made = Event(**{name: plain[name] for name in _EVENT if name in plain})
    datetime.fromisoformat(made.at)
    return made


def _day(plain: Mapping[str, Any] | None) -> Day | None:
    return Day.from_json(plain) if plain else None


@dataclass(slots=True)
class Shelf:
    """The days of one test: a folder with a file for each, and what was met there so far.

    Writing says whether it could; what cannot be read is passed over, and named by `unreadable`.
    """

    folder: Path
    unreadable: list[Path] = field(default_factory=list)

    def kept(self) -> list[KeptDay]:
        """The days kept, the smallest first."""
        files = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        days = [day for file in files if (day := self._read(file)) is not None]
        return sorted(days, key=lambda kept: (len(kept.day), kept.id))

    def keep(self, kept: KeptDay) -> bool:
        """Write a day down, together with what the file already tells of it; whether it could be."""
        file = self.folder / f"{kept.id}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder):
                known = self._read(file)
                if known is None and file.is_file():  # of a newer cxprobe, or torn: it is not ours to lose
                    file.replace(file.with_suffix(".unread"))
                _write(file, (known or kept).merged(kept).to_json())
        except OSError:
            return False
        return True

    def forget(self, kept: KeptDay) -> None:
        """Remove a day that turned out to be part of another."""
        try:
            (self.folder / f"{kept.id}.json").unlink(missing_ok=True)
        except OSError:
            return

    def _read(self, file: Path) -> KeptDay | None:
        if not file.is_file():
            return None
        try:
            return KeptDay.from_json(json.loads(file.read_text("utf-8")))
        except (OSError, ValueError, InvalidMisfortune, UnknownMisfortune):
            self.unreadable.append(file)
            return None


def shelves(store: Path) -> list[Shelf]:
    """Every test's shelf in a store."""
    folders = sorted(each for each in store.iterdir() if each.is_dir()) if store.is_dir() else []
    return [Shelf(folder) for folder in folders]


def find_day(store: Path, given: str) -> KeptDay:
    """The kept day of that id, or of the one id that begins so; UsageError says which there are."""
    days = {kept.id: kept for shelf in shelves(store) for kept in shelf.kept()}
    wanted = given.strip().upper()
    found = [kept for name, kept in days.items() if name.startswith(wanted)] if wanted else []
    if len(found) == 1:
        return found[0]
    short = sorted(kept.short_id for kept in days.values())
    if found:
        raise UsageError(f"{given!r} could be any of: {', '.join(sorted(kept.id for kept in found))}.")
    raise UsageError(f"No broken day {given!r} in {store}.{did_you_mean(wanted, short)}")


def told_days(store: Path, catalogue: Mapping[str, Misfortune]) -> list[str]:
    """Every kept day in a line or two: id, state, when it was driven last, which day and how it broke."""
    found = shelves(store)
    kept = [day for shelf in found for day in shelf.kept()]
    lines = []
    for each in sorted(kept, key=lambda day: (_GRAVEST_FIRST.index(day.state), day.id)):
        last = f"{each.last.at[:10]} {each.last.at[11:16]}" if each.last else "never driven"
        said = next((event.said for event in sorted(each.events, reverse=True) if event.said), "")
        lines.append(f"{each.short_id}  {each.state:12}  {last}  {each.title or each.scenario}")
        lines.append(f"    with {each.day.told(catalogue)}" + (f": {said}" if said else ""))
    lines += [f"Cannot be read: {file}" for shelf in found for file in shelf.unreadable]
    return lines


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of bringing one store into another."""

    brought: int
    """Days of which this store knew nothing, or less."""
    unreadable: tuple[Path, ...]
    """Days' files that could not be read: those of the other store were left there, ours set aside."""
    unwritten: tuple[Path, ...]
    """Files of this store that could not be written."""


def merge_stores(into: Path, other: Path) -> Merged:
    """Bring everything of another store into this one, and tell what came of it.

    The other is a folder `days`, or the `.cxprobe` around it; UsageError where there is none.
    """
    from cxprobe.ledger.met import FILE_NAME, merge_met

    other = other / "days" if (other / "days").is_dir() else other
    if not other.is_dir():
        raise UsageError(f"There is no folder {other} to bring days in from.")
    brought = 0
    unreadable: list[Path] = []
    unwritten: list[Path] = []
    for theirs in shelves(other):
        ours = Shelf(into / theirs.folder.name)
        known = {kept.id: kept for kept in ours.kept()}
        for kept in theirs.kept():
            if kept.id in known and known[kept.id].merged(kept) == known[kept.id]:
                continue
            if ours.keep(kept):
                brought += 1
            else:
                unwritten.append(ours.folder / f"{kept.id}.json")
        if not merge_met(ours.folder, theirs.folder):
            unwritten.append(ours.folder / FILE_NAME)
        unreadable += dict.fromkeys([*theirs.unreadable, *ours.unreadable])
    return Merged(brought, tuple(unreadable), tuple(unwritten))


def _write(file: Path, plain: Mapping[str, Any]) -> None:
    """Write a file whole: a reader sees the old one or the new one, and a kill leaves the old one."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as handle:
            json.dump(plain, handle, ensure_ascii=False, indent=1)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
