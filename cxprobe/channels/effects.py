"""What comes of a press: whether it shows some effect, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxprobe.channels.recorder import ask

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cxprobe.channels.web import Web

_EFFECT = 2600
"""Milliseconds in which a press must show some effect; a dead click is called at 2,500 (PostHog)."""


def acts_in(web: Web) -> list[object]:
    """What was done so far in each frame of the page, to tell an effect of the next act from."""
    web.pulse.rounds = 0
    return _acts(web)


def effect_since(web: Web, before: list[object]) -> object:
    """Wait until a press shows some effect: in the page, or in a frame of it, or by leading elsewhere.

    "window" when it opens another window, which comes a little later.
    """
    if len(before) == 1 and _ticks(before[0]):
        return ask(web.page.main_frame, f"effect({_EFFECT}, {before[0]})")
    return web.watch_for(lambda: _acts(web) != before or None, _EFFECT / 1000) if before else None


def _ticks(told: object) -> bool:
    """Whether timers run in a document, so that it can wait for an effect by itself."""
    return isinstance(told, list) and bool(told[-1:] == [1])


def _acts(web: Web) -> list[object]:
    return [ask(frame, "acts()") for frame in web.page.frames]


def press_through(web: Web, target: Locator, label: str) -> None:
    """Press a control; what has come to lie over it is moved aside once, and else the customer leaves."""
    from playwright.sync_api import Error

    aside, web.aside = web.aside, None  # what moves it aside presses something, too
    try:
        for again in (True, False):
            try:
                web.hand.press(target)
            except Error as error:
                if "intercepts pointer events" not in error.message:
                    raise
                if not (again and aside and aside()):
                    break
            else:
                return
    finally:
        web.aside = aside
    web.recorder.add("dead_end", sentence=f'Something covers "{label}".', data={"target": label})
    limit = web.page_patience()
    web.leave("page", limit, limit, f'could not press "{label}"')
