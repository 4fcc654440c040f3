"""What comes of a press: whether it shows some effect, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxprobe.channels.recorder import ask

if TYPE_CHECKING:
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
