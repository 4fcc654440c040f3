"""What a search of days came to, as it is written beside the journey that shows it best."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cxprobe.report import words

FILE_NAME = "worst-day.json"


@dataclass(frozen=True, slots=True)
class Hunt:
    """A search in words: names with what is to be said of them; and all of it as plain JSON."""

    rows: tuple[tuple[str, str], ...]
    plain: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, plain: object) -> Hunt | None:
        """The search that plain JSON tells of; None where it tells of none."""
        told = plain.get("told") if isinstance(plain, dict) else None
        if not isinstance(plain, dict) or not isinstance(told, list):
            return None
        rows = [(words.safe(row[0]), words.safe(row[1])) for row in told if _is_row(row)]
        return cls(tuple(rows), plain) if rows else None

    @classmethod
    def load(cls, path: Path) -> Hunt | None:
        """The search that a file tells of; None for no such file, or another one."""
        try:
            return cls.of(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, RecursionError):
            return None

    def save(self, path: Path) -> None:
        """Write the search down; a disk that is full loses nothing but this file."""
        try:
            path.write_text(json.dumps(self.plain, ensure_ascii=False, indent=1), "utf-8")
        except OSError:
            return

    @property
    def broke(self) -> bool:
        """Whether a day was found that breaks it."""
        return bool(self._first)

    @property
    def relapsed(self) -> bool:
        """Whether what broke had been mended before: nothing is graver."""
        return self._first.get("kind") == "relapse"

    @property
    def name(self) -> str:
        """What the broken day is called in the store: "GUS-7F3K"; nothing where none broke."""
        return words.safe(self._first.get("id") or "")

    @property
    def day_told(self) -> str:
        """The smallest day that breaks it, in words; nothing where none did, or an ordinary one does."""
        return words.safe(self._first.get("told") or "")

    @property
    def _first(self) -> Mapping[str, Any]:
        found = self.plain.get("findings")
        first = found[0] if isinstance(found, list) and found else None
        return first if isinstance(first, dict) else {}


def _is_row(row: object) -> bool:
    return isinstance(row, (list, tuple)) and len(row) == 2 and all(isinstance(each, str) for each in row)
