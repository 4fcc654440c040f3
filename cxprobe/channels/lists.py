"""List boxes that a page draws itself: opened, searched, and chosen from as a person does.

Buttons that open a list, comboboxes by the ARIA pattern, boxes with a search field in them, fields
that suggest while one types; by mouse, by touch, or with nothing but a keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator

    from cxprobe.channels.web import Web

Pick = Callable[[Sequence[str], Sequence[str]], int | None]
"""Which of the options, given their words and values."""

_MARK = "data-cx-option"
_OPENING = 0.8
"""Seconds in which a list box that was pressed shows its options."""
_SUGGESTING = 2.5
"""Seconds in which suggestions come; they may be asked of a server."""
_STILL = 150
"""Milliseconds for which suggestions have to stand before one of them is taken."""
_FLICKERS = 12
_ARROWS = 320
"""Presses of an arrow key after which a list has no end: more than there are countries."""
_EDITABLE = """el => { const own = el.control || el;
  return own.matches("input:not([readonly]), textarea, [contenteditable]:not([contenteditable=false])"); }"""
_SEARCH = """el => { let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const TYPED = "input:not([readonly]):not([type=hidden], [type=checkbox], [type=radio])";
  return !!at && at !== (el.control || el) && at.matches(TYPED); }"""
_ACTIVE = """mark => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const id = at?.getAttribute("aria-activedescendant");
  const active = (id && at.getRootNode().getElementById(id)) || at;
  const LIT = [".active", "[class*=highlighted i]", "[class*=focus i]"].map((kind) => `[${mark}]${kind}`);
  const told = active?.closest?.(`[${mark}]`) || document.querySelector(LIT.join(", "));
  return told ? Number(told.getAttribute(mark)) : -1;
}"""


_PRESSING = 1500.0
"""Milliseconds after which an option that cannot be pressed is gone to with the arrow keys."""


@dataclass(frozen=True, slots=True)
class ListBox:
    """One list box on a page, and the customer before it."""

    web: Web
    frame: Frame
    target: Locator
    label: str

    def choose(self, pick: Pick, search: str) -> str:
        """Open it and choose; what was chosen, or "" when nothing in it was fitting.

        `search` is typed where the list can be searched and the option is not in sight.
        """
        self.open()
        for typed in ("", search):
            if typed and not self._search(typed):
                break
            options = self.wait_for_suggestions(_SUGGESTING) if typed else self.wait_for_options(_OPENING)
            place = self._picked(options, pick)
            if place is not None:
                self.take(place, options)
                return str(options[place]["text"])
        self.shut()
        return ""

    def open(self) -> None:
        """Press it, so that it shows its options."""
        web = self.web
        if self.options() and self._ask("el => (el.control || el).getAttribute('aria-expanded') === 'true'"):
            return
        if not web.conditions.hands.keyboard_only:
            web.hand.touch(self.target)
            return
        web.reach(self.target, self.label)
        web.page.keyboard.press("ArrowDown")
        if not self.wait_for_options(_OPENING) and not self._ask(_EDITABLE):
            web.page.keyboard.press("Enter")

    def options(self) -> list[dict[str, Any]]:
        """The options that can be seen now: text and value of each."""
        from playwright.sync_api import Error

        try:
            if not self.target.count():
                return []
            return list(self.target.evaluate(_options_script(), _MARK, timeout=self.web.hand.patience))
        except Error:
            return []

    def wait_for_options(self, seconds: float) -> list[dict[str, Any]]:
        """The options as soon as there are any; none when none came in so many seconds."""
        return self.web.watch_for(lambda: self.options() or None, seconds) or []

    def wait_for_suggestions(self, seconds: float) -> list[dict[str, Any]]:
        """The same for options that come while one types, once they no longer give way to others."""
        options = self.wait_for_options(seconds)
        for _ in range(_FLICKERS if options else 0):
            self.web.page.wait_for_timeout(_STILL)
            if self.frame.locator(f"[{_MARK}]").count() == len(options):
                break
            options = self.wait_for_options(seconds)
        return options

    def take(self, place: int, options: list[dict[str, Any]]) -> None:
        """Choose one of the options that can be seen."""
        if self.web.conditions.hands.keyboard_only or not self._touched(place):
            self._walk_to(place)
            self.web.page.keyboard.press("Enter")
        self.web.settle()

    def _touched(self, place: int) -> bool:
        """Whether the option could be pressed; in a long list an arrow may lie over it for good."""
        from playwright.sync_api import TimeoutError as TookTooLong

        option = self.frame.locator(f"[{_MARK}='{place}']").first
        try:
            replace(self.web.hand, patience=_PRESSING).touch(option)
        except TookTooLong:
            return False
        return True

    def shut(self) -> None:
        """Leave it as it was: suggestions that hang over the next field are sent away."""
        if self.options():
            self.web.page.keyboard.press("Escape")

    def _search(self, typed: str) -> bool:
        """Type what is looked for: into the box itself, else into the search field it has opened."""
        hand = self.web.hand
        if self._ask(_EDITABLE):
            if self.web.conditions.hands.keyboard_only or not hand.is_empty(self.target):
                self.web.page.keyboard.press("ControlOrMeta+a")
            self.web.page.keyboard.type(typed)
            return True
        if self._ask(_SEARCH):
            self.web.page.keyboard.type(typed)
            return True
        return False

    def _walk_to(self, place: int) -> None:
        """Move through the options with the arrow keys until this one is the one that Enter takes."""
        for _ in range(_ARROWS):
            at = self.frame.evaluate(_ACTIVE, _MARK)
            if at == place:
                return
            self.web.page.keyboard.press("ArrowUp" if at > place else "ArrowDown")

    def _picked(self, options: list[dict[str, Any]], pick: Pick) -> int | None:
        return (
            pick([str(o["text"]) for o in options], [str(o["value"]) for o in options]) if options else None
        )

    def _ask(self, question: str) -> Any:
        return self.target.evaluate(question, timeout=self.web.hand.patience)


@cache
def _options_script() -> str:
    script = resources.files("cxprobe.channels").joinpath("options.js").read_text("utf-8")
    return "\n".join(line for line in script.splitlines() if not line.startswith("//"))
