"""Calendars that open over a page: read, turned to the month, and the day pressed.

What a calendar shows is read from its title, its lists and the names of its days; what turns it, from
what its arrows are called. One that takes hundreds of presses to reach a year is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cxprobe.reading.lists import fold, month_names, pick

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator

    from cxprobe.channels.web import Web

_MARK = "data-cx-day"
_OPENING = 1.0
"""Seconds in which a calendar opens."""
_MOST_TURNS = 150
"""Presses of an arrow after which nobody goes on turning pages: a dozen years, month by month (ours)."""
_MONTHS = 12
_LONGEST_MONTH = 31
_BY_YEAR = (("Shift+PageUp", "Shift+PageDown"), ("Control+ArrowDown", "Control+ArrowUp"))
"""Keys that turn a calendar a year back and on: the ARIA pattern's, then flatpickr's."""
_BY_MONTH = (("PageUp", "PageDown"), ("Control+ArrowLeft", "Control+ArrowRight"))
_ON_DAY = """mark => { let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const told = at?.closest?.(`[${mark}]`) || at?.querySelector?.(`[${mark}]`);
  const place = at && at !== document.body && told ? told.getAttribute(mark) : "";
  return /^\\d+$/.test(place) ? Number(place) : -1; }"""
_OPENER = r"""el => { const own = el.control || el;
  const CALLED = new RegExp("calendar|kalender|calendrier|calendario|kalendarz|date ?picker|choose date" +
    "|pick a date|datum wählen", "i");
  for (let box = own.parentElement, n = 0; box && n < 3; box = box.parentElement, n++) {
    const found = [...box.querySelectorAll("button, [role=button]")].find((each) => each !== own &&
      CALLED.test([each.getAttribute("aria-label"), each.title, each.className, each.textContent].join(" ")));
    if (found) { found.setAttribute("data-cx-day", "opener"); return true; }
  }
  return false;
}"""


def pick_date(web: Web, target: Locator, label: str, day: date) -> bool:
    """Whether a day could be picked in the calendar that belongs to a field."""
    return Calendar(web, target, label).pick(day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of one field, and the customer before it."""

    web: Web
    target: Locator
    label: str

    def pick(self, day: date) -> bool:
        """Open it, turn to the month, press the day; whether that could be done."""
        seen = self.open()
        if seen is None:
            return False
        if self.web.conditions.hands.keyboard_only:
            return self._walk(day)
        seen = self._set_lists(seen, day)
        for _ in range(_MOST_TURNS):
            place = place_of(day, seen)
            if place is not None:
                self._press(str(place), str(day.day))
                return True
            arrow = turn(day, seen)
            if not arrow or not self._press(arrow, self.label):
                break
            again = self.read()
            if again is None or again == seen:
                break
            seen = again
        self.web.page.keyboard.press("Escape")
        return False

    def open(self) -> dict[str, Any] | None:
        """What the calendar shows once it is open; None when none opens."""
        seen = self.read()
        if seen is not None:
            return seen
        self._begin()
        seen = self.web.watch_for(self.read, _OPENING)
        if seen is None and self.target.evaluate(_OPENER, timeout=self.web.hand.patience):
            self._press("opener", self.label)
            seen = self.web.watch_for(self.read, _OPENING)
        return seen

    def _walk(self, day: date) -> bool:
        """Get to a day with the keys that calendars know, and take it with Enter."""
        keys = self.web.page.keyboard
        if self._focused() < 0:
            keys.press("ArrowDown")
        for years in (True, False):
            for turning in _BY_YEAR if years else _BY_MONTH:
                self._turn_by(turning, day, years=years)
        for _ in range(_LONGEST_MONTH):
            seen, at = self.read(), self._focused()
            place = place_of(day, seen) if seen else None
            if place is None or at < 0:
                break
            if at == place:
                keys.press("Enter")
                return True
            keys.press("ArrowRight" if at < place else "ArrowLeft")
        keys.press("Escape")
        return False

    def _turn_by(self, turning: tuple[str, str], day: date, *, years: bool) -> None:
        """Press one pair of keys, back or on, as long as they lead nearer to the month."""
        for _ in range(_MOST_TURNS):
            seen = self.read()
            apart = months_to(day, seen) if seen else 0
            if not apart or (years and abs(apart) < _MONTHS):
                return
            self.web.page.keyboard.press(turning[apart > 0])
            now = self.read()
            if now is None or abs(months_to(day, now)) >= abs(apart):
                return

    def _focused(self) -> int:
        """The place of the day on which the cursor is; -1 when it is elsewhere."""
        return int(self._frame().evaluate(_ON_DAY, _MARK))

    def _begin(self) -> None:
        """Go to the field, which opens most calendars; without a mouse the arrow key does."""
        if not self.web.conditions.hands.keyboard_only:
            self.web.hand.touch(self.target)
            return
        self.web.reach(self.target, self.label)
        self.web.page.keyboard.press("ArrowDown")
        if self.web.watch_for(self.read, _OPENING) is None:
            self.web.page.keyboard.press("Enter")

    def read(self) -> dict[str, Any] | None:
        """What the calendar shows now; None while there is none."""
        if not self.target.count():
            return None
        found = self.target.evaluate(_script(), _MARK, timeout=self.web.hand.patience)
        return dict(found) if found else None

    def _set_lists(self, seen: dict[str, Any], day: date) -> dict[str, Any]:
        """Turn by the lists of years and months, where it has them."""
        if seen["years"] and str(day.year) in seen["years"]:
            self.web.write(self._marked("years"), self.label, str(day.year))
        elif seen["typed"]:
            self.web.write(self._marked("year"), self.label, str(day.year))
            self.web.page.keyboard.press("Tab")
        now = self.read() or seen
        place = pick(month_names(day.month), now["months"]) if now["months"] else None
        if place is not None:
            self.web.write(self._marked("months"), self.label, now["months"][place])
        return self.read() or now

    def _press(self, name: str, words: str) -> bool:
        self.web.pressed(self._marked(name), words)
        self.web.settle()
        return True

    def _marked(self, name: str) -> Locator:
        return self._frame().locator(f"[{_MARK}='{name}']").first

    def _frame(self) -> Frame:
        handle = self.target.element_handle(timeout=self.web.hand.patience)
        return handle.owner_frame() or self.web.page.main_frame


def place_of(day: date, seen: dict[str, Any]) -> int | None:
    """The place of a day in a calendar that shows its month; None when it shows another, or it is shut."""
    for place, cell in enumerate(seen["days"]):
        if cell["said"] and cell["day"] == day.day and _is_said(day, cell["said"]):
            return None if cell["off"] else place
    if shown_month(seen) != (day.year, day.month):
        return None
    fitting = [n for n, cell in enumerate(seen["days"]) if cell["day"] == day.day and not cell["off"]]
    if not fitting:
        return None
    return fitting[0] if day.day < 15 or len(fitting) == 1 else fitting[-1]


def shown_month(seen: dict[str, Any]) -> tuple[int, int] | None:
    """Year and month a calendar shows, by its lists or its title; None when it does not say."""
    told = f"{seen['month']} {seen['year']}" if seen["month"] and seen["year"] else ""
    for words in (told, f"{seen['title']} {seen['month']} {seen['year']}"):
        year, month = re.search(r"\b(?:19|20)\d\d\b", words), _month_in(words)
        if year and month:
            return int(year[0]), month
    return None


def turn(day: date, seen: dict[str, Any]) -> str:
    """The arrow to press next, by the name it is marked with; "" when there is none that helps."""
    months = months_to(day, seen)
    by_year = "yearOn" if months > 0 else "yearBack"
    by_month = "on" if months > 0 else "back"
    if abs(months) >= _MONTHS and seen[by_year]:
        return by_year
    return by_month if months and seen[by_month] and abs(months) <= _MOST_TURNS else ""


def months_to(day: date, seen: dict[str, Any]) -> int:
    """How many months later than what a calendar shows a day is; 0 too when it does not say what it shows."""
    shown = shown_month(seen)
    return (day.year - shown[0]) * _MONTHS + day.month - shown[1] if shown else 0


def _is_said(day: date, words: str) -> bool:
    """Whether the words of a cell name this day: "2026-12-24", "Thursday, December 24th, 2026"."""
    if re.search(rf"\b{day.year}-{day.month:02d}-{day.day:02d}", words):
        return True
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    return {day.year, day.day} <= set(numbers) and _month_in(words) == day.month


def _month_in(words: str) -> int:
    """The month that words name, whole or short; 0 for none."""
    said = set(fold(words).split())
    whole = [month for month in range(1, 13) if said & _folded(month)]
    return whole[0] if whole else 0


@cache
def _folded(month: int) -> frozenset[str]:
    return frozenset(fold(name) for name in month_names(month))


@cache
def _script() -> str:
    script = resources.files("cxprobe.channels").joinpath("calendar.js").read_text("utf-8")
    return "\n".join(line for line in script.splitlines() if not line.startswith("//"))
