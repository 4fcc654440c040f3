"""How often people who work at a company were contacted today, so that a budget can be kept."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from cxprobe.ledger.lock import locked

FILE_NAME = "contacts.jsonl"


def take_contact(folder: Path, site: str, most: int) -> bool:
    """Whether one more contact may be made since midnight, UTC; if so, it is noted, before it is made.

    Processes that ask at once are answered one after another. Torn lines count, for they were contacts
    too. Raises OSError where nothing can be written down.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        if _made_today(folder) >= most:
            return False
        _note(folder, site)
        return True


def _made_today(folder: Path) -> int:
    try:
        lines = (folder / FILE_NAME).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return 0
    return sum(_today() in line for line in lines)


def _note(folder: Path, site: str) -> None:
    handle = os.open(folder / FILE_NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o644)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps({"day": _today(), "site": site}) + "\n")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
