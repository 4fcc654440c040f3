"""Hands on a real page: press, type and choose as one customer does, by mouse, touch or keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING

from cxprobe.people.hands import Hands, Stroke, keystrokes

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_TABS = 200
"""Presses of Tab after which somebody without a mouse is stuck: more than any page here has stops."""
_TOGGLES = "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]"


@dataclass(frozen=True, slots=True)
class Hand:
    """One customer's hands on one page."""

    page: Page
    hands: Hands
    rng: Random

    def reach(self, target: Locator) -> bool:
        """Whether the hands get to a control; without a mouse that takes pressing Tab."""
        if not self.hands.keyboard_only or self._focused(target):
            return True
        back = target.evaluate(
            "el => { const a = document.activeElement; return !!a && a !== document.body &&"
            " !!(el.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING); }"
        )
        for _ in range(_TABS):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            if self._focused(target):
                return True
        return False

    def press(self, target: Locator, label: str, *, timeout: float) -> None:
        """Press a control once, or as often as these hands do; milliseconds for `timeout`."""
        times = 1 if target.evaluate(f"el => el.matches({_TOGGLES!r})") else self.hands.presses
        if self.hands.keyboard_only:
            for _ in range(times):
                self.page.keyboard.press("Enter")
        elif self.hands.touch:
            target.tap(timeout=timeout)
            if times > 1:
                self._second_tap(target)
        elif times > 1:
            target.dblclick(timeout=timeout)
        else:
            target.click(timeout=timeout)

    def type(self, target: Locator, value: str) -> None:
        """Put a value into a field, replacing what stands there, stroke by stroke."""
        if not self.hands.keyboard_only:
            target.tap() if self.hands.touch else target.click()
        if not self.is_empty(target):
            target.press("ControlOrMeta+a")
        keyboard = self.page.keyboard
        for kind, strokes in groupby(keystrokes(value, self.hands, self.rng), key=lambda stroke: stroke.kind):
            self._strike(keyboard, kind, list(strokes))

    def choose(self, target: Locator, option: str) -> None:
        """Choose an option by its words, or tick a box or tile."""
        if self.is_list(target):
            self._choose_listed(target, option)
        elif self.hands.keyboard_only:
            if not target.is_checked():
                self.page.keyboard.press("Space")
        elif target.evaluate(f"el => el.matches({_TOGGLES!r})") and not target.is_checked():
            target.tap() if self.hands.touch else target.check()
        elif not target.evaluate(f"el => el.matches({_TOGGLES!r})"):
            target.tap() if self.hands.touch else target.click()

    def is_empty(self, target: Locator) -> bool:
        """Whether nothing stands in a field; what stands there is not looked at."""
        return bool(target.evaluate("el => !(el.isContentEditable ? el.textContent : el.value)"))

    def is_list(self, target: Locator) -> bool:
        """Whether a field is a list to choose from."""
        return bool(target.evaluate("el => el.localName === 'select'"))

    def _choose_listed(self, target: Locator, option: str) -> None:
        options = [str(each) for each in target.evaluate("el => [...el.options].map(o => o.label.trim())")]
        wanted = option.casefold()
        fitting = [o for o in options if o.casefold() == wanted] or [
            o for o in options if wanted and (wanted in o.casefold() or (o and o.casefold() in wanted))
        ]
        if fitting:
            target.select_option(label=fitting[0])

    def _strike(self, keyboard: object, kind: str, strokes: list[Stroke]) -> None:
        keys = self.page.keyboard
        if kind == "type":
            keys.type("".join(stroke.value for stroke in strokes))
        elif kind == "paste":
            for stroke in strokes:
                keys.insert_text(stroke.value)
        else:
            for stroke in strokes:
                keys.press(stroke.value)

    def _second_tap(self, target: Locator) -> None:
        from playwright.sync_api import Error

        try:
            target.tap(timeout=300, no_wait_after=True)
        except Error:
            return    # the page has moved on: there is nothing left to tap

    def _focused(self, target: Locator) -> bool:
        return bool(target.evaluate("el => el.getRootNode().activeElement === el"))
