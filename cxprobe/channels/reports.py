"""What a frame's watcher can report: each kind with its parts. A page can forge reports; whatever has
not the parts of its kind is no report.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping

_MOST = 1e15
"""No number that a watcher tells is larger: milliseconds since the epoch are about 1.8e12."""
_LONGEST = 4_000_000
"""Characters of one delivery; a watcher's own are some thousands (ours)."""
_HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}")
"""Half a character, as JavaScript writes it in JSON: a line that was cut may end in one."""

Part = Callable[[object], bool]


def _number(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and (isinstance(value, int) or math.isfinite(value))
        and 0 <= value <= _MOST
    )


def _text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _lines(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_TYPES: Mapping[str, Part] = {
    **dict.fromkeys(("t", "t0", "first", "last", "server", "ttfb", "status"), _number),
    **dict.fromkeys(("count", "corrections", "pixels", "times"), _number),
    **dict.fromkeys(("top", "pending", "sends", "nav", "empty", "secret", "search", "native"), _flag),
    **dict.fromkeys(("frame", "url", "title", "cause", "label", "target", "role", "via", "field"), _text),
    **dict.fromkeys(("key", "option", "where", "text", "type", "level", "resource", "failure"), _text),
    "texts": _lines,
    "page": lambda value: isinstance(value, int) and not isinstance(value, bool),
}
_PARTS: Mapping[str, str] = {
    "document": "t0 url top",
    "arrived": "t0",
    "landed": "t0 last",
    "leave": "t0 last pending",
    "route": "url title top",
    "wait": "t0 first last cause label",
    "press": "target",
    "enter": "field",
    "keys": "field key count corrections empty secret search",
    "choose": "field option",
    "scroll": "pixels",
    "text": "texts where",
    "error": "text field native where",
    "dialog": "text type",
    "console": "text level",
    "network": "url resource",
    "socket": "url",
    "dead_end": "target",
    "rage": "target times",
}
_NEEDED = {kind: ("t", "page", "frame", *parts.split()) for kind, parts in _PARTS.items()}


def reports_in(batch: object) -> list[object]:
    """What a delivery holds, whole or as JSON; nothing where it is no list."""
    if isinstance(batch, str):
        try:
            batch = json.loads(_HALF.sub(r"\1\\ufffd", batch)) if len(batch) <= _LONGEST else []
        except (ValueError, RecursionError):
            batch = []
    return batch if isinstance(batch, list) else []


def well_formed(report: object) -> bool:
    """Whether a report is of a known kind, has all that its kind tells, and every part of its type."""
    if not isinstance(report, dict):
        return False
    kind = report.get("k")
    needed = _NEEDED.get(kind) if isinstance(kind, str) else None
    if needed is None or not all(part in report for part in needed):
        return False
    return all(
        _TYPES[part](value) for part, value in report.items() if isinstance(part, str) and part in _TYPES
    )
