"""What was read of a page's fields and buttons, as plain rows for people and programs outside."""

from __future__ import annotations

from typing import Any

from cxprobe.reading.forms import Reading, read_form, sends
from cxprobe.reading.snapshot import Snapshot


def form_rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    """One row for each input, select, textarea and button of a page, frame by frame, in document order.

    `index` counts them within their frame, hidden ones too; `frame` is 0 for the page itself; `token`
    is an HTML autocomplete token, or None for what is left alone; buttons tell whether they send.
    """
    return [_row(reading, snapshot) for reading in read_form(snapshot)]


def _row(reading: Reading, snapshot: Snapshot) -> dict[str, Any]:
    control = reading.control
    row: dict[str, Any] = {
        "index": control.index,
        "selector": control.selector,
        "frame": control.frame,
        "tag": control.tag,
        "type": control.type or None,
        "name": control.field,
        "id": control.element,
        "visible": control.visible,
        "label": control.label or control.name or control.placeholder,
        "token": reading.token,
        "purpose": reading.purpose,
        "confidence": round(reading.confidence, 3),
        "reason": reading.reason,
    }
    if control.is_button:
        row["sends"] = sends(control, snapshot)
    return row
