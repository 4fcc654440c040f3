"""Hands on a real page: press, type and choose as one customer does, by mouse, touch or keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, Any

from cxprobe.people.hands import Hands, Stroke, keystrokes

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator, Page, Position

_TABS = 200
"""Presses of Tab after which somebody without a mouse is stuck: more than any page here has stops."""
_TOGGLES = "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]"
_LISTS = "[aria-haspopup=listbox], [role=combobox], [role=option]"
"""Where a second press would take back the first, so that nobody presses twice, as with boxes and tiles."""
_FIRST_LINE = (
    "input:is([autocomplete~=address-line1], [autocomplete~=street-address], [name=address i],"
    " [id=address i], [name*=street i], [id*=street i], [name*=address1 i], [id*=address1 i])"
)
"""Fields that a browser takes for the first line of an address."""
_PICKED = (
    "input:is([type=date], [type=month], [type=week], [type=time], [type=datetime-local], [type=color],"
    " [type=range])"
)
"""Fields whose value the browser's own picker sets, in parts of its own order."""
_TICKED = """el => { const own = el.control || el;
  return own.checked ?? own.getAttribute("aria-checked") === "true"; }"""
_SPOT = """el => {
  const own = el.control || el;
  const hit = (x, y) => {
    let at = document.elementFromPoint(x, y), deeper = at;
    while (deeper) { at = deeper; deeper = at.shadowRoot?.elementFromPoint(x, y); if (deeper === at) break; }
    return at;
  };
  const OTHER = "a[href], button, input, select, textarea";
  const takes = (at, by) => !!at && by.contains(at) && (at === own || at === by || !at.closest(OTHER));
  const labels = (at) => at?.closest("label")?.control === own && !at.closest("a[href]");
  for (const by of [own, ...(own.labels || []), own.closest("label"), own.parentElement]) {
    if (!by) continue;
    by.scrollIntoView({ block: "nearest" });
    const lines = [...by.getClientRects()], box = by.getBoundingClientRect();
    for (const line of lines) {
      if (line.width < 3 || line.height < 3) continue;
      for (const share of [0.5, 0.04, 0.2, 0.35, 0.65, 0.8, 0.96]) {
        const x = line.left + line.width * share, y = line.top + line.height / 2;
        const at = hit(x, y);
        if (takes(at, by) || (by === own && labels(at)))
          return { by, at: { x: x - box.left, y: y - box.top } };
      }
    }
  }
  return { by: null, at: null };
}"""
"""Where a mouse can tick a box: on it, else on its label, beside the links that stand in it."""

SECOND_HALF = """(() => {
  let begun = false;
  const whole = (event) => {
    begun ||= event.type === "mousedown" && event.detail < 2;
    if (event.detail < 2 || begun) return;
    event.stopImmediatePropagation(); event.preventDefault();
  };
  for (const type of ["mousedown", "mouseup", "click", "dblclick"]) addEventListener(type, whole, true);
})()"""
"""For the pages of somebody who double-clicks: the second half of a double click that began on the page
before is nothing. A page that comes within the hundredth of a second between the two would get it, wherever
it is then; a person would notice and go back, and nobody is to blame."""

_LOST = """el => {
  const own = el.control || el, text = own.isContentEditable ? own.textContent : own.value;
  return own.matches(":focus") && text === "";
}"""
"""That a field is the one being written in, and empty."""

_FOCUS = """el => {
  const own = el.control || el, at = own.getRootNode().activeElement;
  if (at === own || at === el) return "here";
  const DRAWN = "[role=radio], [role=checkbox], [role=switch]";
  const hidden = own.tabIndex < 0 || own.getAttribute("aria-hidden") === "true";
  const near = own.closest("label") || own.parentElement;
  const drawn = hidden ? near?.querySelector(DRAWN) : null;
  if (drawn && at === drawn) return "here";
  const of = (each) => each?.closest("[role=radiogroup]");
  const radios = drawn?.matches("[role=radio]") && at?.matches("[role=radio]");
  if (radios && of(drawn) && of(drawn) === of(at)) return "group";
  const group = own.type === "radio" && at?.type === "radio" && at.name === own.name && at.form === own.form;
  return group ? "group" : "";
}"""
"""Where the focus is; a box that a script draws anew has its focus on what is drawn."""


_WIDE = "innerWidth > visualViewport.width + 1 || innerHeight > visualViewport.height + 1"
"""Whether a page is larger than the screen that shows it, so that a finger pans over it."""

_FREE = """(el, at) => {
  const own = el.control || el, box = el.getBoundingClientRect();
  if (own.matches(":disabled")) return false;
  const x = box.left + (at ? at.x : box.width / 2), y = box.top + (at ? at.y : box.height / 2);
  let top = el.getRootNode().elementFromPoint(x, y);
  while (top && top !== el && top !== own) top = top.parentElement || top.getRootNode().host;
  return !!top;
}"""
"""Whether nothing lies over the place of a control where a finger comes down."""

_LOOK_AGAIN = 250
"""Milliseconds after which one looks again whether a control has become free."""


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
        toggles = self._is(target, _TOGGLES)
        times = 1 if toggles or self._is(target, _LISTS) else self.hands.presses
        if self.hands.keyboard_only:
            for _ in range(times):
                self.page.keyboard.press("Space" if toggles else "Enter")
        elif self.hands.touch:
            sure = self._tap(target)
            if times > 1:
                self._second_tap(target, sure)
        elif times > 1:
            target.dblclick(timeout=self.patience)
        else:
            target.click(timeout=self.patience)

    def type(self, target: Locator, value: str) -> None:
        """Put a value into a field, replacing what stands there, stroke by stroke."""
        if self._is(target, _PICKED):
            target.fill(value, timeout=self.patience)
            return
        if not self.hands.keyboard_only:
            self.touch(target)
        if self.hands.autofill and self._is(target, _FIRST_LINE) and self.is_empty(target):
            target.fill(self.hands.autofill, timeout=self.patience)
        if not self.is_empty(target):
            target.press("ControlOrMeta+a", timeout=self.patience)
        for kind, strokes in groupby(keystrokes(value, self.hands, self.rng), key=lambda stroke: stroke.kind):
            self._strike(kind, list(strokes))
        if self.hands.touch and value:
            self._type_what_was_lost(target, value)

    def _type_what_was_lost(self, target: Locator, value: str) -> None:
        """Type once more what never came to stand there.

        Under a finger, Chromium may still be moving the page to the field that was tapped, and then takes
        keys without writing anything.
        """
        from playwright.sync_api import Error

        try:
            if target.count() and target.evaluate(_LOST, timeout=_LOOK_AGAIN):
                self.type_slowly(target, value)
        except Error:
            return  # the page has gone on with what was typed

    def type_slowly(self, target: Locator, value: str) -> None:
        """Put a value into a field key by key, without a slip, looking after each that it went there."""
        target.press("ControlOrMeta+a", timeout=self.patience)
        self.page.keyboard.press("Backspace")
        for character in value:
            target.press_sequentially(character, timeout=self.patience)

    def choose(self, target: Locator, option: str) -> None:
        """Choose an option by its words, or tick a box or tile."""
        if self.is_list(target):
            self._choose_listed(target, option)
        elif not self._is(target, _TOGGLES):
            self.page.keyboard.press("Space") if self.hands.keyboard_only else self.touch(target)
        elif not self.is_ticked(target):
            self.toggle(target)

    def toggle(self, target: Locator) -> None:
        """Press a box or tile once: itself, or where it is hidden, its label, beside any link in that."""
        if self.hands.keyboard_only:
            self.page.keyboard.press("Space")
            return
        spot = target.evaluate_handle(_SPOT, timeout=self.patience)
        by, at = spot.get_property("by").as_element(), spot.get_property("at")
        if by is None:
            self.touch(target)
        elif self.hands.touch:
            self._tap(by, at.json_value())
        else:
            by.click(position=at.json_value(), timeout=self.patience)

    def is_ticked(self, target: Locator) -> bool:
        """Whether a box or tile is chosen."""
        return bool(self._ask(target, _TICKED))

    def is_empty(self, target: Locator) -> bool:
        """Whether nothing stands in a field; what stands there is not looked at."""
        return bool(self._ask(target, "el => !(el.isContentEditable ? el.textContent : el.value)"))

    def is_list(self, target: Locator) -> bool:
        """Whether a field is a list to choose from."""
        return bool(self._ask(target, "el => el.localName === 'select'"))

    def _choose_listed(self, target: Locator, option: str) -> None:
        said = self._ask(target, "el => [...el.options].map(o => o.label)")
        options = [" ".join(str(each).split()).casefold() for each in said]
        wanted = " ".join(option.split()).casefold()
        fitting = [n for n, o in enumerate(options) if o == wanted] or [
            n for n, o in enumerate(options) if wanted and (wanted in o or (o and o in wanted))
        ]
        if fitting:
            target.select_option(index=fitting[0], timeout=self.patience)

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

    def touch(self, target: Locator) -> None:
        """Click or tap something once, whatever comes of it."""
        self._tap(target) if self.hands.touch else target.click(timeout=self.patience)

    def _tap(self, target: Locator | ElementHandle, at: Position | None = None) -> bool:
        """Bring a finger down on something, and say whether our own look had shown that it lay free.

        Playwright asks what lies at a place of the screen, as if it were one of the page: where a page is
        wider than the screen and panned, it takes any control for covered. There we look ourselves.
        """
        wide = self._is_wide()
        sure = wide and self._becomes_free(target, at)
        waited = wide and not sure
        target.tap(position=at, timeout=_LOOK_AGAIN if waited else self.patience, force=sure)
        return sure

    def _is_wide(self) -> bool:
        from playwright.sync_api import Error

        try:
            return bool(self.page.evaluate(_WIDE))
        except Error:
            return False  # the page is being left for another one, which Playwright waits for

    def _becomes_free(self, target: Locator | ElementHandle, at: Position | None) -> bool:
        """Whether a control lies free before patience ends."""
        target.scroll_into_view_if_needed(timeout=self.patience)
        for _ in range(max(1, int(self.patience / _LOOK_AGAIN))):
            if target.evaluate(_FREE, at):
                return True
            self.page.wait_for_timeout(_LOOK_AGAIN)
        return False

    def _ask(self, target: Locator, question: str) -> Any:
        return target.evaluate(question, timeout=self.patience)

    def _is(self, target: Locator, kinds: str) -> bool:
        return bool(self._ask(target, f"el => (el.control || el).matches({kinds!r})"))

    def _second_tap(self, target: Locator, sure: bool) -> None:
        from playwright.sync_api import Error

        try:
            target.tap(timeout=300, no_wait_after=True, force=sure)
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
