"""Looking around as people do who do not see what they came for: menu, footer, help, search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cxprobe.channels.walk import APPEARS, Found, Walk
from cxprobe.reading.control_scene import is_search_field
from cxprobe.reading.controls import serves
from cxprobe.reading.forms import read_form

if TYPE_CHECKING:
    from cxprobe.reading.snapshot import Control, Snapshot

Look = Callable[[], Found | None]

_PLACES = ("help", "contact")
"""Pages on which companies keep what is found nowhere else."""
_SERVICE = (
    "track order", "return item", "returns policy", "delivery information", "contact", "help", "log in",
    "create account", "invoice", "open basket", "check out", "open chat", "search", "close", "open menu",
)  # fmt: skip
"""What links of a menu are for that lead to no goods."""
_FILLER = frozenset(("the", "a", "an", "my", "your", "our", "to", "of", "for", "and", "page", "about", "on"))


@dataclass(frozen=True, slots=True)
class Around:
    """One customer who looks around on a site."""

    walk: Walk

    def find(self, look: Look, what: str) -> Found:
        """What a look gives, here or where people look next, each place a step; in vain is our blindness."""
        found = self.walk.wait_for(look, 1.5)
        for go in () if found else self._places(what):
            if go():
                self.walk.read()
                found = self.walk.wait_for(look, 1.0)
            if found:
                break
        if found is None:
            self.walk.web.lost_our_way(what)
        return found

    def by_words(self, words: str) -> Found | None:
        """The link or button here whose name says most of these words, at least half of them."""
        wanted = _stems(words)
        sight = self.walk.see()
        named = [(_share(wanted, control), -len(control.name), i) for i, control in self._named()]
        best = max(named, default=(0.0, 0, -1))
        if best[0] < 0.5:
            return None
        control = sight.snapshot.controls[best[2]]
        return Found(sight, control, f'it says most of "{words}"')

    def search(self, words: str) -> bool:
        """Type words into the site's search and send them; whether there was one."""
        box = self.search_box()
        if box is None:
            return False
        web = self.walk.web
        self.walk.step(f'Searches for "{words}".', box.reason)
        before = web.page.url
        web.fill_at(box.sight.at(box.control), box.name or "Search", words)
        marks = self.walk.see().snapshot.text
        web.send_with_enter()
        self.walk.read()
        if web.page.url == before and self.walk.see().snapshot.text == marks:
            button = self.walk.find("search", within=0.0)
            if button is not None and button.control.is_button:
                self.walk.press(button)
        return True

    def search_box(self) -> Found | None:
        """Where to type what is looked for: seen at once, or behind a lens or a menu."""
        box = self.walk.wait_for(self._box, 1.0)
        for opener in () if box else ("search", "open menu", "search"):
            way = self.walk.find(opener, within=0.0)
            if way is not None and way.control.is_button:
                self.walk.press(way, f'Opens "{way.name}" to search.')
                self.walk.read()
                box = self.walk.wait_for(self._box, APPEARS)
            if box:
                break
        return box

    def aisles(self) -> tuple[Found, ...]:
        """The categories that the menu here leads to, in its order: nothing about service or the customer."""
        sight, seen = self.walk.see(), set[str]()
        found = []
        for control in sight.snapshot.buttons():
            if _is_aisle(control, sight.snapshot.url) and control.href not in seen:
                seen.add(control.href)
                found.append(Found(sight, control, "it may be where such things are"))
        return tuple(found)

    def again(self, found: Found) -> Found | None:
        """The same link on the page that is there now; None where it is gone."""
        sight = self.walk.see()
        same = (c for c in sight.snapshot.buttons() if c.href == found.control.href and c.name == found.name)
        control = next(same, None)
        return Found(sight, control, found.reason) if control else None

    def _box(self) -> Found | None:
        sight = self.walk.see()
        for reading in read_form(sight.snapshot):
            control = reading.control
            told = reading.purpose == "search" or (not reading.purpose and is_search_field(control))
            if told and control.usable and control.drawn and control.tag != "select":
                return Found(sight, control, reading.reason)
        return None

    def _places(self, what: str) -> Iterator[Callable[[], bool]]:
        yield lambda: self._go("open menu")
        for place in _PLACES:
            yield lambda place=place: self._go(place)  # type: ignore[misc]  # bound at once, by its default
        yield lambda: self.search(what)

    def _go(self, intent: str) -> bool:
        way = self.walk.find(intent, within=0.0)
        if way is None or way.control.expanded:
            return False
        self.walk.press(way, f'Looks around: "{way.name}".')
        return True

    def _named(self) -> Iterator[tuple[int, Control]]:
        snapshot: Snapshot = self.walk.see().snapshot
        for i, control in enumerate(snapshot.controls):
            if control.is_button and control.usable and control.name:
                yield i, control


def _is_aisle(control: Control, here: str) -> bool:
    """Whether a link of the menu leads to goods: no page of service, no account, no other site."""
    if control.tag != "a" or control.landmark not in ("nav", "header", "dialog", "aside", "main", ""):
        return False
    there, now = urlsplit(control.href), urlsplit(here)
    elsewhere = there.netloc != now.netloc or there[:4] == now[:4] or there.path in ("", "/")
    named = 0 < len(control.name.split()) <= 4 and not any(serves(i, control.name) for i in _SERVICE)
    return named and not elsewhere


def _share(wanted: frozenset[str], control: Control) -> float:
    return len(wanted & _stems(control.name)) / len(wanted) if wanted else 0.0


def _stems(words: str) -> frozenset[str]:
    """Words in small letters, without plurals and without those that say nothing."""
    found = re.findall(r"\w+", words.casefold())
    return frozenset(re.sub(r"(?<=\w{3})(ies|e?s)$", "", word) for word in found if word not in _FILLER)
