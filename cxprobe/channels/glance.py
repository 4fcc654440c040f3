"""A glance at one frame: its controls and fields as data, and the way back from data to a handle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

_MARK = "data-cx-at"


@dataclass(frozen=True, slots=True)
class Glance:
    """What could be acted on in one frame at one moment."""

    frame: Frame
    controls: list[dict[str, Any]]

    def at(self, control: dict[str, Any]) -> Locator:
        """The live control that a row of this glance stands for."""
        place = control["place"]
        self.frame.evaluate(
            "([place, mark]) => { const el = globalThis.__cxprobe_glance__?.[place]; if (!el) return;"
            " const others = el.getRootNode().querySelectorAll(`[${mark}='${place}']`);"
            " others.forEach((other) => other.removeAttribute(mark));"
            " el.setAttribute(mark, place); }",
            [place, _MARK],
        )
        return self.frame.locator(f"[{_MARK}='{place}']").first


def glances(page: Page) -> Iterator[Glance]:
    """A glance at every frame of a page that has a watcher, the page itself first."""
    from playwright.sync_api import Error

    for frame in page.frames:
        try:
            yield Glance(frame, list(frame.evaluate(_script())))
        except Error:
            continue  # the frame went away, or may run no script


@cache
def _script() -> str:
    return resources.files("cxprobe.channels").joinpath("glance.js").read_text("utf-8")
