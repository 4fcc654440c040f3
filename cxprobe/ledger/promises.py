"""Promises not due yet, kept from night to night until something settles them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxprobe.journey.timeline import Timeline
from cxprobe.judging.verdict import Judgement

FILE_NAME = "promises.jsonl"


def remember(folder: Path, timeline: Timeline, judgement: Judgement) -> int:
    """Write down the open promises of a journey, one JSON line each; gives how many.

    Lines are only ever added, whole, so that several processes can write at once; a promise read
    twice has the same key, and `open_promises` gives it once.
    """
    found = [_line(timeline, finding.sentence) for finding in judgement.open]
    if not found:
        return 0
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in found)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / FILE_NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o644)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return 0
    return len(found)


def open_promises(folder: Path) -> list[Mapping[str, Any]]:
    """The promises written down in a folder, each once, the oldest first; torn lines are passed over."""
    try:
        lines = (folder / FILE_NAME).read_text("utf-8").splitlines()
    except OSError:
        return []
    by_key: dict[str, Mapping[str, Any]] = {}
    for line in lines:
        try:
            promise = json.loads(line)
            by_key.setdefault(promise["key"], promise)
        except (json.JSONDecodeError, TypeError, KeyError):
            continue
    return list(by_key.values())


def _line(timeline: Timeline, sentence: str) -> dict[str, Any]:
    about = f"{timeline.site} {timeline.started} {timeline.goal} {sentence}"
    return {
        "key": hashlib.sha256(about.encode()).hexdigest()[:12],
        "promise": sentence,
        "made": timeline.started,
        "to": timeline.persona,
        "site": timeline.site,
        "goal": timeline.goal,
    }
