"""How often people who work at a company were contacted today, so that a budget can be kept."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

FILE_NAME = "contacts.jsonl"


def contacts_today(folder: Path) -> int:
    """How many contacts were noted since midnight, UTC; torn lines count, for they were contacts too."""
    try:
        lines = (folder / FILE_NAME).read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(_today() in line for line in lines)


def note_contact(folder: Path, site: str) -> None:
    """Note one contact, before it is made; raises OSError where that cannot be written down."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / FILE_NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o644)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps({"day": _today(), "site": site}) + "\n")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
