"""Hands on a real page: press, type and choose as one customer does, by mouse, touch or keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, Any

from cxprobe.people.hands import Hands, Stroke, keystrokes

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_TABS = 200
"""Presses of Tab after which somebody without a mouse is stuck: more than any page here has stops."""
_TOGGLES = "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]"

_FOCUS = """el => {
  const own = el.control || el, at = own.getRootNode().activeElement;
  if (at === own || at === el) return "here";
  const group = own.type === "radio" && at?.type === "radio" && at.name === own.name && at.form === own.form;
  return group ? "group" : "";
}"""


@dataclass(frozen=True, slots=True)
class Hand:
    """One customer's hands on one page."""

    page: Page
    hands: Hands
    rng: Random
    patience: float
    """Milliseconds that any one thing the hands do may take."""

    def reach(self, target: Locator) -> bool:
        """Whether the hands get to a control; without a mouse that takes pressing Tab."""
        if not self.hands.keyboard_only or self._focus(target) == "here":
            return True
        back = self._ask(
            target,
            "el => { const a = document.activeElement; return !!a && a !== document.body &&"
            " !!(el.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING); }",
        )
        for _ in range(_TABS):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            where = self._focus(target)
            if where == "here" or (where == "group" and self._reach_in_group(target)):
                return True
        return False

    def press(self, target: Locator) -> None:
        """Press a control once, or as often as these hands do."""
        toggles = self._ask(target, f"el => (el.control || el).matches({_TOGGLES!r})")
        times = 1 if toggles else self.hands.presses
        if self.hands.keyboard_only:
            for _ in range(times):
                self.page.keyboard.press("Space" if toggles else "Enter")
        elif times > 1 and not self.hands.touch:
            target.dblclick(timeout=self.patience)
        else:
            self._touch(target)
            if times > 1:
                self._second_tap(target)

    def type(self, target: Locator, value: str) -> None:
        """Put a value into a field, replacing what stands there, stroke by stroke."""
        if not self.hands.keyboard_only:
            self._touch(target)
        if not self.is_empty(target):
            target.press("ControlOrMeta+a", timeout=self.patience)
        for kind, strokes in groupby(keystrokes(value, self.hands, self.rng), key=lambda stroke: stroke.kind):
            self._strike(kind, list(strokes))

    def choose(self, target: Locator, option: str) -> None:
        """Choose an option by its words, or tick a box or tile."""
        if self.is_list(target):
            self._choose_listed(target, option)
        elif self.hands.keyboard_only:
            if not target.is_checked(timeout=self.patience):
                self.page.keyboard.press("Space")
        elif not self._ask(target, f"el => el.matches({_TOGGLES!r})"):
            self._touch(target)
        elif not target.is_checked(timeout=self.patience):
            self._touch(target) if self.hands.touch else target.check(timeout=self.patience)

    def is_empty(self, target: Locator) -> bool:
        """Whether nothing stands in a field; what stands there is not looked at."""
        return bool(self._ask(target, "el => !(el.isContentEditable ? el.textContent : el.value)"))

    def is_list(self, target: Locator) -> bool:
        """Whether a field is a list to choose from."""
        return bool(self._ask(target, "el => el.localName === 'select'"))

    def _choose_listed(self, target: Locator, option: str) -> None:
        options = [str(each) for each in self._ask(target, "el => [...el.options].map(o => o.label.trim())")]
        wanted = option.casefold()
        fitting = [o for o in options if o.casefold() == wanted] or [
            o for o in options if wanted and (wanted in o.casefold() or (o and o.casefold() in wanted))
        ]
        if fitting:
            target.select_option(label=fitting[0], timeout=self.patience)

    def _strike(self, kind: str, strokes: list[Stroke]) -> None:
        keys = self.page.keyboard
        if kind == "type":
            keys.type("".join(stroke.value for stroke in strokes))
        elif kind == "paste":
            for stroke in strokes:
                keys.insert_text(stroke.value)
        else:
            for stroke in strokes:
                keys.press(stroke.value)

    def _touch(self, target: Locator) -> None:
        target.tap(timeout=self.patience) if self.hands.touch else target.click(timeout=self.patience)

    def _ask(self, target: Locator, question: str) -> Any:
        return target.evaluate(question, timeout=self.patience)

    def _second_tap(self, target: Locator) -> None:
        from playwright.sync_api import Error

        try:
            target.tap(timeout=300, no_wait_after=True)
        except Error:
            return  # the page has moved on: there is nothing left to tap

    def _reach_in_group(self, target: Locator) -> bool:
        """Whether arrow keys lead to one box of a group; Tab stops at such a group only once."""
        for _ in range(_TABS):
            self.page.keyboard.press("ArrowDown")
            if self._focus(target) != "group":
                break
        return self._focus(target) == "here"

    def _focus(self, target: Locator) -> str:
        """Where the focus is: "here", on a control or the one it labels; in its "group"; or ""."""
        return str(self._ask(target, _FOCUS))
