"""Asks the browser beside whatever is waited for now, and of a browser that may be gone already."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from greenlet import greenlet  # type: ignore[import-untyped]


def apart(act: Callable[[], Any]) -> None:
    """Do something that waits for the browser, without anybody waiting for it.

    What it sends is sent at once; the rest is done while something else is waited for.
    """
    greenlet(lambda: quietly(act)).switch()


def quietly(act: Callable[[], Any]) -> Any:
    """What an act gives; None where the browser, or what was asked of it, is gone."""
    from playwright.sync_api import Error

    with suppress(Error):
        return act()
    return None
