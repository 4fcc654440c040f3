"""A walk towards a goal: see, decide, act; every step with its reason, until there or at the limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn, TypeVar

from cxprobe.channels.manners import needed_for
from cxprobe.reading.control_words import is_never
from cxprobe.reading.controls import Choice, rank
from cxprobe.reading.page_reading import PageReading, read_page

if TYPE_CHECKING:
    from cxprobe.channels.sight import Sight
    from cxprobe.channels.web import Web
    from cxprobe.reading.snapshot import Control, Snapshot

T = TypeVar("T")

APPEARS = 1.5
"""Seconds in which something that belongs to a page that has come is there (ours)."""
_MOST = 60
"""Steps after which a walk is endless, whatever patience says; five is usual for a checkout (Baymard)."""
_APART = ("header", "footer", "nav", "search")
"""Parts of a page whose forms are not what the page is about."""
_DOORS = 2
"""How often one walk moves something aside that lies over the page."""


@dataclass(frozen=True, slots=True)
class Found:
    """A control that serves what was looked for, and the look at the page it was found in."""

    sight: Sight
    control: Control
    reason: str = ""

    @property
    def name(self) -> str:
        """What it is called, as a person reads it."""
        return self.control.name or self.control.label or self.control.title or self.control.placeholder


@dataclass(slots=True)
class Walk:
    """One customer's way to one goal on whatever pages come."""

    web: Web
    goal: str = ""
    taken: int = 0
    """Steps taken so far."""
    _aside: int = 0
    _refused: set[str] = field(default_factory=set)

    def see(self) -> Sight:
        """The page in front of the customer, looked at again only when it has changed."""
        return self.web.look()

    def read(self) -> PageReading:
        """What kind of page this is, once it has stopped loading or patience for it has ended."""
        page = read_page(self.see().snapshot)
        if page.kind in ("loading", "empty"):
            done = self.web.watch_for(self._arrived, self.web.page_patience(), every=100)
            page = done or read_page(self.see().snapshot)
        self.move_aside()
        return page

    def find(self, *intents: str, want: str = "", within: float = APPEARS) -> Found | None:
        """What serves one of some intents best, the earlier intent first; None when nothing convinces."""
        return self.web.watch_for(lambda: self._here(intents, want), within, every=100)

    def find_sender(self) -> Found | None:
        """The one button that sends the form just filled in, whatever its name; None where that is open."""
        sight = self.see()
        fields = [c for c in sight.snapshot.fields() if c.filled and c.landmark not in _APART]
        forms = {(c.frame, c.form) for c in fields if c.form >= 0}
        senders = [
            c
            for c in sight.snapshot.buttons()
            if c.sends and (c.frame, c.form) in forms and not is_never(f"{c.name} {c.title}")
        ]
        if len(senders) != 1:
            return None
        return Found(sight, senders[0], f'"{senders[0].name}" sends what was filled in')

    def find_or_lose(self, intent: str, what: str) -> Found:
        """What serves an intent; raises Inconclusive, saying what we did not find, when nothing does."""
        found = self.find(intent)
        if found is None:
            self.web.lost_our_way(what)
        return found

    def press(self, found: Found, why: str = "") -> None:
        """Press what was found, within manners, moving aside what lies over it; one step."""
        self.step(why or f'Presses "{found.name}".', found.reason)
        found = self._again(found)
        if found.control.covered and self.clear():
            found = self._again(found)
        self.web.allow(*needed_for(found.name))
        target = found.sight.at(found.control)
        if found.control.type in ("radio", "checkbox") or found.control.role in ("radio", "checkbox"):
            self.web.choose_at(target, found.name)
        else:
            self.web.aside = self.clear
            self.web.press_at(target, found.name)

    def step(self, sentence: str, why: str = "") -> None:
        """Write a step down, with its reason; too many steps end the walk."""
        self.note(sentence, why)
        self.web.check_patience()
        if self.taken > _MOST:
            self.web.lost_our_way(f"the way to {self.goal or 'the goal'} within {_MOST} steps")

    def note(self, sentence: str, why: str = "") -> None:
        """Write a step down, with its reason, wherever it happens."""
        self.taken += 1
        self.web.recorder.add("step", sentence=sentence, data={"goal": self.goal, "why": why})

    def stop(self, why: str, quote: str) -> NoReturn:
        """Leave, since the page itself says that it goes no further; its words are the evidence."""
        told = [m for m in self.web.recorder.moments() if m.kind == "error"]
        if not any(m.quote and (m.quote in quote or quote in m.quote) for m in told):
            self.web.recorder.add(
                "error",
                actor="page",
                quote=quote,
                sentence=f'Is told: "{quote}"',
                data={"field": "", "native": False, "where": "page"},
            )
        self.web.leave("page", 0, 0, why)

    def after(self, before: Snapshot, within: float) -> Snapshot:
        """The page once it has said anything new, within the seconds in which an effect must show."""

        def look() -> Snapshot | None:
            now = self.see().snapshot
            return now if news(before, now) else None

        self.read()
        return self.web.watch_for(look, within, every=100) or self.see().snapshot

    def title(self) -> str:
        """What the page is called: its first heading, else its title."""
        document = self.see().snapshot.documents[0]
        return next((heading.text for heading in document.headings if heading.level == 1), document.title)

    def move_aside(self, *, always: bool = False) -> bool:
        """Refuse cookies, or accept them where refusing is not offered; `always` closes what else lies there.

        Whether anything was moved.
        """
        intents = ("refuse cookies", "accept cookies", *(("close",) if always else ()))
        found = self._here(intents, "") if self._aside < _DOORS or always else None
        if found is None or f"{self.web.page.url} {found.name}" in self._refused:
            return False
        self._aside += 1
        self._refused.add(f"{self.web.page.url} {found.name}")
        self.step(f'Moves a notice aside with "{found.name}".', found.reason)
        self.web.press_at(found.sight.at(found.control), found.name)
        return True

    def wait_for(self, look: Callable[[], T | None], within: float | None = None) -> T | None:
        """What a look gives within the customer's patience for a page; None when it gave nothing."""
        return self.web.watch_for(look, self.web.page_patience() if within is None else within, every=100)

    def clear(self) -> bool:
        """Close whatever lies over the page; whether anything was closed."""
        return self.move_aside(always=True)

    def _again(self, found: Found) -> Found:
        """The same control on the page as it is now; of several of one name the one that stands nearest."""
        sight, old = self.see(), found.control
        if sight is found.sight:
            return found
        same = [
            c
            for c in sight.snapshot.controls
            if (c.frame, c.tag, c.name, c.href) == (old.frame, old.tag, old.name, old.href) and c.visible
        ]
        near = min(same, key=lambda c: _apart(c.box, old.box), default=None)
        return Found(sight, near, found.reason) if near else found

    def _here(self, intents: tuple[str, ...], want: str) -> Found | None:
        sight = self.see()
        for intent in intents:
            hinted = self._hinted(intent, sight)
            if hinted is not None:
                return hinted
            choices: tuple[Choice, ...] = rank(intent, sight.snapshot, want=want)
            undone = [choice for choice in choices if not choice.control.checked]
            if undone:
                return Found(sight, undone[0].control, undone[0].reason)
        return None

    def _hinted(self, intent: str, sight: Sight) -> Found | None:
        """The control that settings name for an intent, on a site where nobody would guess it."""
        name = self.web.hints.get(intent, "").casefold()
        for control in sight.snapshot.buttons() if name else ():
            if name == control.name.casefold():
                return Found(sight, control, "settings name it")
        return None

    def _arrived(self) -> PageReading | None:
        page = read_page(self.see().snapshot)
        return None if page.kind in ("loading", "empty") else page


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def news(before: Snapshot, after: Snapshot) -> str:
    """The lines that are there now and were not before, and the messages shown."""
    known = set(before.lines)
    messages = [text for document in after.documents for text in document.messages]
    fresh = [line for line in after.lines if line not in known]
    return "\n".join(dict.fromkeys([*(m for m in messages if m not in before.text), *fresh]))
