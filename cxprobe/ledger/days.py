"""Days that broke a test, kept from night to night, so that they are met first the next time."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxprobe.errors import InvalidMisfortune, UnknownMisfortune
from cxprobe.people.day import Day


def remember_day(folder: Path, day: Day) -> bool:
    """Write a day into a test's folder, a file each; whether it could be written."""
    file = _file(folder, day)
    part = file.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(day.to_json(), ensure_ascii=False), "utf-8")
        part.replace(file)
    except OSError:
        return False
    return True


def remembered_days(folder: Path, catalogue: Mapping[str, Any]) -> list[Day]:
    """The days in a test's folder, the smallest first; those this catalogue cannot mean are passed over."""
    days = [_day(file, catalogue) for file in sorted(folder.glob("*.json"))] if folder.is_dir() else []
    return sorted((day for day in days if day is not None), key=len)


def forget_day(folder: Path, day: Day) -> None:
    """Remove a day that breaks nothing any more."""
    try:
        _file(folder, day).unlink(missing_ok=True)
    except OSError:
        return


def _file(folder: Path, day: Day) -> Path:
    return folder / f"{day.digest}.json"


def _day(file: Path, catalogue: Mapping[str, Any]) -> Day | None:
    try:
        return Day.from_json(json.loads(file.read_text("utf-8")), catalogue)
    except (OSError, ValueError, InvalidMisfortune, UnknownMisfortune):
        return None
