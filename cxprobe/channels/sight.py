"""Sees a page as a person does: every frame, every open shadow root, in one round trip for each frame.

What comes out is plain data (`cxprobe.reading.snapshot`); the elements stay in the page. What somebody
typed never leaves it: a field only says whether something stands in it.

`Control.index` counts `input, select, textarea, button` as `document.querySelectorAll` lists them in
the frame's own document; those inside open shadow roots, which it does not list, go on counting after
these, root by root. `Control.selector` is unique within the document, or the shadow root, it stands in.
`Control.frame` is a place in `Snapshot.documents`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cxprobe.reading.snapshot import Control, Document, Heading, Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

_MARK = "data-cx-at"
_KEPT = "__cxprobe_sight__"
_PARTS = ("sight_watch.js", "sight_words.js", "sight_labels.js", "sight.js", "sight_rows.js", "sight_tell.js")
_LIBRARY = "vendor/dom-accessibility-api.js"


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at one moment, and the way back from a control to the live one."""

    snapshot: Snapshot
    frames: tuple[Frame, ...]
    """The live frame of each document of the snapshot."""
    standing: tuple[str, ...] = ()
    """How each frame stood, to tell whether it has changed since."""

    def at(self, control: Control) -> Locator:
        """The live control, in whatever shadow root it stands; it matches nothing once that is gone."""
        frame = self.frames[control.frame]
        frame.evaluate(_script(), ["reach", control.id, ""])
        return frame.locator(f"[{_MARK}='{control.id}']").first


class Eyes:
    """Looks at a page, and looks again only when something in it has changed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.looks = 0
        self._last: Sight | None = None

    def look(self) -> Sight:
        """The page as it is now: the last sight as long as nothing has changed since."""
        last = self._last
        known = dict(zip(last.frames, last.standing, strict=True)) if last else {}
        seen = _looked(self.page, known)
        if last is not None and all(raw is None for _, raw in seen) and len(seen) == len(last.frames):
            return last
        again = [frame for frame, raw in seen if raw is None]
        fresh = dict(_looked(self.page, {})) if again else dict(seen)
        self.looks += 1
        self._last = _sight([(frame, raw) for frame, raw in fresh.items() if raw is not None])
        return self._last


def look(page: Page) -> Sight:
    """The page as it is now, with every frame that can be looked into, the page itself first."""
    return _sight([(frame, raw) for frame, raw in _looked(page, {}) if raw is not None])


def _looked(page: Page, known: dict[Frame, str]) -> list[tuple[Frame, dict[str, Any] | None]]:
    """Each frame with what was seen in it; None for one that stands as it is known to."""
    from playwright.sync_api import Error

    seen: list[tuple[Frame, dict[str, Any] | None]] = []
    for frame in page.frames:
        try:
            text = str(frame.evaluate(_script(), ["look", 0, known.get(frame, "")]))
        except Error:
            continue  # the frame went away, or may run no script
        seen.append((frame, json.loads(text) if text else None))
    return seen


def _sight(seen: list[tuple[Frame, dict[str, Any]]]) -> Sight:
    hidden = _hidden({frame: raw["frame"] for frame, raw in seen})
    documents, controls = [], []
    for place, (frame, raw) in enumerate(seen):
        documents.append(_document(raw["frame"]["document"]))
        controls += [_control(row, place, hidden=frame in hidden) for row in raw["controls"]]
    return Sight(
        Snapshot(documents=tuple(documents), controls=tuple(controls)),
        tuple(frame for frame, _ in seen),
        tuple(str(raw["standing"]) for _, raw in seen),
    )


def _hidden(told: dict[Frame, dict[str, Any]]) -> set[Frame]:
    """The frames that are not drawn, because their place in the page is not, or an outer frame's."""
    hidden: set[Frame] = set()
    for frame, own in told.items():
        parent = frame.parent_frame
        if parent is None or parent not in told:
            continue
        places = {each["at"]: each.get("shown", False) for each in told[parent]["frames"]}
        if parent in hidden or not places.get(own["place"], True):
            hidden.add(frame)
    return hidden


def _document(row: dict[str, Any]) -> Document:
    headings = tuple(Heading(**{"text": "", **each}) for each in row.pop("headings", ()))
    frozen = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Document(headings=headings, **frozen)


def _control(row: dict[str, Any], frame: int, *, hidden: bool) -> Control:
    for key in ("options", "values", "box"):
        if key in row:
            row[key] = tuple(row[key])
    control = Control(frame=frame, **row)
    return replace(control, visible=False, drawn=False, in_view=False) if hidden else control


@cache
def _script() -> str:
    """The whole script: a function that takes what to do, and with what."""
    here = resources.files("cxprobe.channels")
    library = here.joinpath(_LIBRARY).read_text("utf-8").replace("var accessible=", "const accessible=", 1)
    parts = "".join(here.joinpath(part).read_text("utf-8") for part in _PARTS)
    return _FRAME % (_MARK, _KEPT, library, parts)


_FRAME = """([act, id, known]) => {
  const { Map, Set, WeakMap, WeakRef, JSON, Math, CSS } = globalThis;
  const { Object, Array, Element, MutationObserver } = globalThis;
  const MARK = "%s", KEPT = "%s";
  %s
%s
  if (act === "reach") return reach(id);
  if (known && window[KEPT] && window[KEPT].doc === document && standing(window[KEPT]) === known) return "";
  return look();
}"""
