"""What belongs together among raw reports: a press and the page it led to, an effect shown elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Report = dict[str, Any]
"""One thing a frame's watcher told: its kind `k`, its time `t` in ms since the epoch, and its parts."""

CHAINED = 1.0
"""Seconds after the last sign of an act within which a new page is taken to be its doing (ours)."""
SHOWN_WITHIN = 2.5
"""Seconds after a press within which what another frame or page tells is its effect, as in the script."""
_EFFECTS = ("document", "text", "wait", "route", "arrived", "network")


def visits_of(ordered: Sequence[Report]) -> dict[int, Report]:
    """For each document report (by its identity) what was later told of the same document."""
    by_document: dict[tuple[int, float], Report] = {}
    for report in ordered:
        if report["k"] in ("arrived", "landed") and not report["frame"]:
            by_document.setdefault((report["page"], report["t0"]), {}).update(report)
    return {
        id(report): by_document.get((report["page"], report["t0"]), {})
        for report in ordered
        if report["k"] == "document"
    }


def waited_since(document: Report, ordered: Sequence[Report]) -> tuple[float, str]:
    """When the wait for a document began, in ms since the epoch, and its cause.

    The page left behind says what act was going on; when the new page began within a second of that
    act's last sign, or while its request was open, the customer has waited since the act.
    """
    start = document["t0"]
    for report in reversed(ordered):
        if report["k"] != "leave" or report["page"] != document["page"] or report["frame"]:
            continue
        if report["t"] < start - 50:
            break
        if report["t0"] <= start + 50:
            last_sign = max(report["t0"], report["last"])
            if report["pending"] or start - last_sign < CHAINED * 1000:
                return min(report["t0"], start), "navigation"
    return start, "navigation"


def shown_elsewhere(press: Report, ordered: Iterable[Report]) -> bool:
    """Whether another frame or page told of an effect soon after a press that its own frame saw fail.

    What the browser itself tells (page -1) may be of the press's own frame, and excuses nothing.
    """
    place, since = (press["page"], press["frame"]), press["t"]
    return any(
        report["k"] in _EFFECTS
        and report["page"] >= 0
        and (report["page"], report["frame"]) != place
        and since <= report["t"] <= since + SHOWN_WITHIN * 1000
        for report in ordered
    )
