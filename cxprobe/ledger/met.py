"""Which days were met by a test, kept from night to night, so that a covering array is finished over several.

A line of JSON for each day, only ever added: `{"round": 1, "site": "…", "misfortunes": {…}}`. A round is
one covering array of one site; when every pair is met, the next begins.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from cxprobe.errors import InvalidMisfortune
from cxprobe.ledger.days import place_of
from cxprobe.people.day import VERSION, Day

FILE_NAME = "met.jsonl"
MOST = 400
"""Lines read (ours): the days of some weeks, so that reading them stays quick."""


def met_days(folder: Path, site: str = "") -> list[tuple[int, Day]]:
    """The round and the day of every line of a site, in order; torn lines are passed over."""
    found = [met for line in _lines(folder) if (met := _read(line, place_of(site))) is not None]
    return found[-MOST:]


def note_met(folder: Path, number: int, days: Iterable[Day], site: str = "") -> bool:
    """Write down days met in a round on a site, in one piece; whether they could be."""
    lines = [_line(number, day, place_of(site)) for day in days]
    return _add(folder, lines) if lines else True


def merge_met(into: Path, other: Path) -> bool:
    """Add the lines that only the other folder has."""
    known = set(_lines(into))
    return _add(into, [line for line in dict.fromkeys(_lines(other)) if line not in known])


def _line(number: int, day: Day, place: str) -> str:
    plain = {"round": number, "site": place, "misfortunes": dict(day.misfortunes)}
    return json.dumps(plain, ensure_ascii=False)


def _read(line: str, place: str) -> tuple[int, Day] | None:
    try:
        plain = json.loads(line)
        if plain.get("site", "") != place:
            return None
        return int(plain["round"]), Day.from_json({**plain, "version": VERSION})
    except (ValueError, TypeError, KeyError, AttributeError, InvalidMisfortune):
        return None


def _lines(folder: Path) -> list[str]:
    try:
        return [line for line in (folder / FILE_NAME).read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError):
        return []


def _add(folder: Path, lines: list[str]) -> bool:
    """Add lines; each begins on a new one, for the last writer may have been killed in the middle."""
    if not lines:
        return True
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / FILE_NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write("".join(f"\n{line}" for line in lines).encode())
    except OSError:
        return False
    return True
