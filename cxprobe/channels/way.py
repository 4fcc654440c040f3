"""The customer's way through a site: what they filled in, how often they were led on, and the day's
steps aside: going back, reloading, another tab, another day, second thoughts, a line that goes down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxprobe.channels.finding import controls, fields
from cxprobe.channels.manners import needed_for
from cxprobe.reading.forms import read_form
from cxprobe.reading.pages import read_page
from cxprobe.settings import Level

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cxprobe.channels.web import Web
    from cxprobe.people.day import Detour

_SENDS = "button:not([type=button]), input[type=submit]"
_BY_ITSELF = 4.0
"""Seconds that people give a page to try again by itself, once the line is back (ours)."""
_FORM_FIELDS = 2
"""Fields filled in since the last page from which on leaving it is sending a form."""


@dataclass(slots=True)
class Way:
    """Where one customer has been; misfortunes of the way happen once a form has been sent on."""

    web: Web
    filled: list[tuple[str, str]] = field(default_factory=list)
    """Labels and values filled in since the last page came; never written anywhere."""
    written: Locator | None = None
    """The field filled in last."""
    _led: int = 0
    _taken: list[int] = field(default_factory=list)

    def midway(self) -> bool:
        """Whether the customer is about to send a form."""
        return len(self.filled) >= _FORM_FIELDS

    def led_on(self, label: str, before: str) -> None:
        """A press led to another page: the day's step aside is taken here, if it is due."""
        self._led += 1
        self._change_mind()
        if self.midway() and needed_for(label)[0] < Level.pay:
            self._step_aside(label, before)
        self.filled.clear()

    def again_when_up(self, target: Locator, label: str, before: str) -> None:
        """The press met a dead line: the customer waits until it is back, returns, and presses again."""
        web = self.web
        web.weather.up_again(web.page)
        if not _is_page(web.page.url):
            web.page.goto(before, timeout=web.page_patience() * 1000)
            web.settle()
            self.fill_in_again()
        elif self._is_taken() or web.watch_for(lambda: web.page.url != before or None, _BY_ITSELF):
            return  # the page has tried again, and gone on
        again = web.first(label, controls)
        if again is not None or target.is_visible():  # else the page has gone on in its place
            web.pressed(again or target, label)

    def _is_taken(self) -> bool:
        """Whether the page has emptied the field it was sent from, as chats do."""
        field, web = self.written, self.web
        return field is not None and field.count() == 1 and field.is_visible() and web.hand.is_empty(field)

    def fill_in_again(self) -> None:
        """Fill once more whatever of this form stands empty now; the recorder notes that it is again."""
        web = self.web
        for label, value in self.filled:
            target = web.first(label, fields)
            if target is not None and web.hand.is_empty(target):
                web.write(target, label, value)

    def _step_aside(self, label: str, before: str) -> None:
        detours = self.web.conditions.detours
        due = [i for i, d in enumerate(detours) if self._is_due(d) and i not in self._taken]
        for number in due[:1]:
            self._taken.append(number)
            match detours[number].kind:
                case "reload":
                    self._reload()
                case "tab":
                    self._go_on_in_another_tab()
                case "return":
                    self._come_back_later()
                case _:
                    self._back(label, before)

    def _is_due(self, detour: Detour) -> bool:
        return detour.kind != "mind" and detour.after <= self._led

    def _go_on_in_another_tab(self) -> None:
        """Open the same page in another tab and leave the first one open; back, where it does not open."""
        web = self.web
        web.recorder.add("detour", sentence="Goes on in a second tab.", data={"misfortune": "second-tab"})
        address, tab = web.page.url, web.context.new_page()
        web.weather.settle(tab)
        answer = tab.goto(address, timeout=web.page_patience() * 1000)
        if answer is not None and not answer.ok:
            tab.close()
        web.settle()

    def _come_back_later(self) -> None:
        """Close the browser and open it again: what was to be kept for the visit only is gone."""
        web = self.web
        web.recorder.add(
            "detour",
            sentence="Closes the browser, and comes back later.",
            data={"misfortune": "comes-back-later"},
        )
        for cookie in web.context.cookies():
            if cookie.get("expires", -1) < 0:
                web.context.clear_cookies(name=cookie["name"], domain=cookie["domain"], path=cookie["path"])
        address = web.page.url
        web.page.evaluate("sessionStorage.clear()")
        web.page.goto(address, timeout=web.page_patience() * 1000)
        web.settle()

    def _change_mind(self) -> None:
        """In the basket: two of it, and then as many as before after all."""
        kinds = [detour.kind for detour in self.web.conditions.detours]
        place = kinds.index("mind") if "mind" in kinds else -1
        if place < 0 or place in self._taken or read_page(self.web.look().snapshot).kind != "basket":
            return
        number = self._quantity()
        if number is None:
            return
        self._taken.append(place)
        before = number.input_value()
        self.web.recorder.add(
            "detour",
            sentence="Wants another number of it, and changes back.",
            data={"misfortune": "changes-mind"},
        )
        for wanted in ("2" if before == "1" else "1", before):
            self._take(wanted)

    def _take(self, wanted: str) -> None:
        """Change the number in the basket; by the button beside it where there is one, else by Enter."""
        web, target = self.web, self._quantity()
        if target is None:
            return
        web.write(target, "quantity", wanted)
        sender = target.locator("xpath=ancestor::form[1]").locator(_SENDS).first
        if sender.count():
            web.pressed(sender, "update")
        else:
            web.page.keyboard.press("Enter")
        web.settle()

    def _quantity(self) -> Locator | None:
        """The first field for a number in the basket, or the list to choose it from."""
        sight = self.web.look()
        for reading in read_form(sight.snapshot):
            control = reading.control
            if reading.purpose == "quantity" and control.usable and control.tag in ("input", "select"):
                return sight.at(control)
        return None

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


def _is_page(url: str) -> bool:
    """Whether an address is one of a site's, and not of the browser's own page about a line that is down."""
    return url.startswith("http")
