"""The customer's way through a site: what they filled in, how often they were led on, and the day's
steps aside: going back, reloading, a line that goes down midway.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxprobe.channels.finding import controls, fields
from cxprobe.channels.manners import needed_for
from cxprobe.settings import Level

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cxprobe.channels.web import Web

_FORM_FIELDS = 2
"""Fields filled in since the last page from which on leaving it is sending a form."""


@dataclass(slots=True)
class Way:
    """Where one customer has been; misfortunes of the way happen once a form has been sent on."""

    web: Web
    filled: list[tuple[str, str]] = field(default_factory=list)
    """Labels and values filled in since the last page came; never written anywhere."""
    _led: int = 0
    _taken: list[int] = field(default_factory=list)

    def midway(self) -> bool:
        """Whether the customer is about to send a form."""
        return len(self.filled) >= _FORM_FIELDS

    def led_on(self, label: str, before: str) -> None:
        """A press led to another page: the day's step aside is taken here, if it is due."""
        self._led += 1
        if self.midway() and needed_for(label)[0] < Level.pay:
            self._step_aside(label, before)
        self.filled.clear()

    def again_when_up(self, target: Locator, label: str, before: str) -> None:
        """The press met a dead line: the customer waits until it is back, returns, and presses again."""
        web = self.web
        web.weather.up_again(web.page)
        if web.page.url != before:
            web.page.goto(before, timeout=web.page_patience() * 1000)
            web.settle()
            self.fill_in_again()
            target = web.first(label, controls) or target
        web.pressed(target, label)

    def fill_in_again(self) -> None:
        """Fill once more whatever of this form stands empty now; the recorder notes that it is again."""
        web = self.web
        for label, value in self.filled:
            target = web.first(label, fields)
            if target is not None and web.hand.is_empty(target):
                web.write(target, label, value)

    def _step_aside(self, label: str, before: str) -> None:
        detours = self.web.conditions.detours
        due = [i for i, d in enumerate(detours) if d.after <= self._led and i not in self._taken]
        for number in due[:1]:
            self._taken.append(number)
            if detours[number].kind == "reload":
                self._reload()
            else:
                self._back(label, before)

    def _reload(self) -> None:
        web = self.web
        web.recorder.add("detour", sentence="Reloads the page.", data={"misfortune": "reloads-midway"})
        web.page.reload(timeout=web.page_patience() * 1000)
        web.settle()

    def _back(self, label: str, before: str) -> None:
        """Go back a page, look whether everything is still there, and send it on again."""
        web = self.web
        web.recorder.add("detour", sentence="Goes back a page.", data={"misfortune": "goes-back"})
        web.page.go_back(timeout=web.page_patience() * 1000)
        web.settle()
        if web.page.url != before and not web.first(label, controls):
            web.page.go_forward(timeout=web.page_patience() * 1000)
            web.settle()
            return
        self.fill_in_again()
        web.pressed(web.found(label, controls), label)
        web.settle()
