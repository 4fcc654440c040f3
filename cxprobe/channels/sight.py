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
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cxprobe.reading.snapshot import Control, Document, Heading, Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

_MARK = "data-cx-seen"
_KEPT = "__cxprobe_sight__"
_PARTS = ("sight_watch.js", "sight_words.js", "sight_labels.js", "sight.js", "sight_rows.js", "sight_tell.js")
_FRAMES = 60
"""Frames that are looked into: no page a person reads has as many (ours)."""
_LIBRARY = "vendor/dom-accessibility-api.js"


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at one moment, and the way back from a control to the live one."""

    snapshot: Snapshot
    frames: tuple[Frame, ...]
    """The live frame of each document of the snapshot."""
    standing: tuple[str, ...]
    """How each frame stood, to tell whether it has changed since."""

    def at(self, control: Control) -> Locator:
        """The live control, in whatever shadow root it stands; it matches nothing once that is gone."""
        frame = self.frames[control.frame]
        mark = frame.evaluate(_again(), ["reach", control.id, self.standing[control.frame]])
        return frame.locator(f"[{_MARK}='{mark or 'gone'}']").first


class Eyes:
    """Looks at a page, and looks again only when something in it has changed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.looks = 0
        """How often it really looked."""
        self._last: Sight | None = None
        self._rows: dict[Frame, dict[str, Any]] = {}

    def look(self) -> Sight:
        """The page as it is now: the last sight as long as nothing has changed since."""
        last = self._last
        known = dict(zip(last.frames, last.standing, strict=True)) if last else {}
        seen = dict(_asked(self.page, known))
        if last is not None and list(seen) == list(last.frames) and not any(seen.values()):
            return last
        self.looks += 1
        self._rows = {f: json.loads(text) if text else self._rows[f] for f, text in seen.items()}
        self._last = _sight(self._rows)
        return self._last


def look(page: Page) -> Sight:
    """The page as it is now, with every frame that can be looked into, the page itself first."""
    return _sight({frame: json.loads(text) for frame, text in _asked(page, {})})


def _asked(page: Page, known: Mapping[Frame, str]) -> Iterator[tuple[Frame, str]]:
    """What is seen in each frame; the page itself comes first even if it cannot be looked into."""
    for frame in page.frames[:_FRAMES]:
        text = _ask(frame, known)
        if text is None and frame == page.main_frame:
            text = _ask(frame, {})  # a page that was just left: the next one is waited for
        if text is None and frame == page.main_frame:
            blind = {"document": {"url": page.url, "headings": []}, "frames": [], "place": -1}
            text = json.dumps({"standing": "", "frame": blind, "controls": []})
        if text is not None:
            yield frame, text


def _ask(frame: Frame, known: Mapping[Frame, str]) -> str | None:
    """What is seen in a frame as JSON; "" if it stands as is known, None if nothing can look into it."""
    from playwright.sync_api import Error

    asked = ["look", 0, known.get(frame, "")]
    try:
        told = frame.evaluate(_again(), asked) if frame in known else None
        return str(frame.evaluate(_script(), asked) if told is None else told)
    except Error:
        return None  # the frame went away, or may run no script


def _sight(seen: Mapping[Frame, dict[str, Any]]) -> Sight:
    told = {frame: raw["frame"] for frame, raw in seen.items()}
    unseen = {frame: _not_drawn(frame, told) for frame in told}
    documents, controls = [], []
    for place, (frame, raw) in enumerate(seen.items()):
        documents.append(_document(raw["frame"]["document"]))
        controls += [_control(row, place, unseen[frame]) for row in raw["controls"]]
    snapshot = Snapshot(documents=tuple(documents), controls=tuple(controls))
    return Sight(snapshot, tuple(seen), tuple(raw["standing"] for raw in seen.values()))


def _not_drawn(frame: Frame, told: Mapping[Frame, dict[str, Any]]) -> dict[str, bool]:
    """What no control of a frame can be, by where the frame stands in the page, or an outer frame does."""
    parent = frame.parent_frame
    if parent is None or parent not in told:
        return {}
    outer, here = told[parent], told[frame]["place"]
    box = next((each for each in outer["frames"] if each["at"] == here), None)
    above = _not_drawn(parent, told)
    if box is None or above:
        return above
    if not box.get("shown"):
        return {"visible": False, "drawn": False, "in_view": False}
    window = outer["document"]
    across = -box["width"] < box["left"] < window["width"]
    return {} if across and -box["height"] < box["top"] < window["height"] else {"in_view": False}


def _document(row: Mapping[str, Any]) -> Document:
    return Document(**{**_frozen(row), "headings": tuple(Heading(**each) for each in row["headings"])})


def _control(row: Mapping[str, Any], frame: int, unseen: Mapping[str, bool]) -> Control:
    return Control(**{**_frozen(row), **unseen, "frame": frame})


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


@cache
def _script() -> str:
    """The whole script: a function that settles in a frame, and does what is asked."""
    here = resources.files("cxprobe.channels")
    parts = "\n".join(here.joinpath(name).read_text("utf-8") for name in _PARTS)
    library = here.joinpath(_LIBRARY).read_text("utf-8")
    squeezed = re.sub(r"(?m)^[ \t]+(?://.*)?", "", parts)
    return f"""([what, id, known]) => {{
const {{ Map, Set, WeakMap, WeakRef, JSON, Math, CSS }} = globalThis;
const {{ Object, Array, Node, Element, MutationObserver }} = globalThis;
const library = {{}};
try {{
{library}
}} catch {{ /* a page that broke what the library needs: names are made without it */ }}
const MARK = "{_MARK}", KEPT = "{_KEPT}";
{squeezed}
return act(what, id, known);
}}"""


def _again() -> str:
    """The same for a frame in which it has settled; null where the frame has gone to another page."""
    return f"""([what, id, known]) => {{
const settled = globalThis["{_KEPT}"];
return settled && settled.doc === document && settled.act ? settled.act(what, id, known) : null;
}}"""
