"""A chat's window on a page: where it opens, where one writes, what hangs on its door."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cxprobe.reading.controls import best, serves
from cxprobe.reading.courtesy import says_closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Frame, Locator

    from cxprobe.channels.web import Web

_MIDDLE = """el => {
  const box = el.getBoundingClientRect();
  return [box.left + box.width / 2 + scrollX, box.top + scrollY];
}"""
"""Asked of a field: the middle of its upper edge, in pixels of its frame's whole page."""
_FIELDS = "textarea, input[type=text], input:not([type]), [contenteditable=true], [role=textbox]"
_AROUND = "[role=dialog], dialog, aside, section, form"
_TALK = "[role=log], [aria-live=polite]"
_WINDOW = "[role=dialog], dialog, aside, [id*=chat i], [class*=chat i]"
_MOST = 6
"""Windows looked at for a sign."""
_NAMED = re.compile("message|nachricht|mensaje|messaggio|bericht", re.IGNORECASE)


def opener(web: Web) -> Locator:
    """The control that opens the chat; where there is none, we have lost our way."""
    sight = web.look()
    openers = [c for c in sight.snapshot.buttons() if c.tag != "input"]
    place = best("open chat", [control.name for control in openers])
    if place is None:
        web.lost_our_way("a chat")
    return sight.at(openers[place])


def box(web: Web) -> Locator | None:
    """The field to write a message in; None while there is none."""
    for frame in web.page.frames:
        for found in _boxes(frame):
            if found.count():
                return found.last
    return None


def _boxes(frame: Frame) -> list[Locator]:
    window = frame.locator(_AROUND).filter(has=frame.locator(_TALK))
    named = frame.get_by_role("textbox", name=_NAMED)
    return [window.locator(_FIELDS).filter(visible=True), named.filter(visible=True)]


def send(web: Web, box: Locator) -> None:
    """Press the "Send" nearest to the field, for a page may have others; without one, press Enter."""
    sight, frame = web.look(), box.element_handle().owner_frame()
    top = box.evaluate(_MIDDLE)
    sending = [
        control
        for control in sight.snapshot.buttons()
        if sight.frames[control.frame] == frame and control.tag == "button" and serves("send", control.name)
    ]
    if not sending:
        box.press("Enter")
        return
    nearest = min(sending, key=lambda c: abs(c.box[0] + c.box[2] / 2 - top[0]) + abs(c.box[1] - top[1]))
    web.press_at(sight.at(nearest), "Send")


def closed_sign(web: Web) -> str:
    """The words in which the chat's window says that nobody is here now, and when; "" where it does not."""
    from playwright.sync_api import Error

    for frame in web.page.frames:
        try:
            texts = [
                window.inner_text() for window in frame.locator(_WINDOW).filter(visible=True).all()[:_MOST]
            ]
        except Error:
            continue
        said = next(filter(None, map(says_closed, texts)), "")
        if said:
            return said
    return ""


def conversation(web: Web, own: Sequence[str]) -> dict[str, Any] | None:
    """What stands in the conversation, `messages` (who, text) and `typing`; None where there is none.

    `own` are the customer's own messages, in small letters and without signs.
    """
    from playwright.sync_api import Error

    for frame in web.page.frames:
        try:
            seen = frame.evaluate(_script(), list(own))
        except Error:
            continue
        if seen is not None:
            return dict(seen)
    return None


@cache
def _script() -> str:
    return resources.files("cxprobe.channels").joinpath("conversation.js").read_text("utf-8")
