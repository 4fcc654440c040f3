"""A timeline: everything that happened on one journey, the only truth about it.

Whatever cxprobe says about a journey is a pure function of its timeline, so it can be said again
from a saved `journey.json` years later, without a browser.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cxprobe.errors import InvalidTimeline
from cxprobe.journey.moments import KINDS, Moment

VERSION = 1
"""Version of the `journey.json` format; raised when a reader of the old one would misread it."""
FILE_NAME = "journey.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One customer's journey: who, on what day, wanting what, and every moment in order."""

    goal: str
    moments: tuple[Moment, ...] = ()
    title: str = ""
    """What CX staff call this journey: the first line of the test's docstring."""
    touchpoint: str = ""
    site: str = ""
    started: str = ""
    """When, as ISO 8601 with an offset."""
    persona: str = ""
    persona_title: str = ""
    customer: Mapping[str, Any] = field(default_factory=dict)
    """Who it was: drawn traits and identity without secrets, in words."""
    patience: Mapping[str, float] = field(default_factory=dict)
    day: Mapping[str, Any] = field(default_factory=dict)
    """The day's misfortunes by id, as `Day.to_json` gives them; empty on an ordinary day."""
    day_told: str = "an ordinary day"
    seed: int = 0
    expected: tuple[Mapping[str, Any], ...] = ()
    """What was expected, as `Expectation.spec`, so that the verdict can be computed again."""
    test: str = ""
    duration: float = 0.0
    """Seconds on the wall clock."""

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def of(self, *kinds: str) -> list[tuple[int, Moment]]:
        """The moments of these kinds with their places in the timeline."""
        return [(i, m) for i, m in enumerate(self.moments) if m.kind in kinds]

    def to_json(self) -> dict[str, Any]:
        """The timeline as plain JSON values, as `SCHEMA` describes them."""
        plain = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        plain["moments"] = [_plain(moment) for moment in self.moments]
        plain["expected"] = [dict(spec) for spec in self.expected]
        return {"cxprobe": VERSION, **plain}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Timeline:
        """The timeline that `to_json` gave; unknown keys are ignored.

        Raises InvalidTimeline when it is not a journey, or of a newer version.
        """
        version = plain.get("cxprobe") if isinstance(plain, Mapping) else None
        if not isinstance(version, int):
            raise InvalidTimeline('Not a cxprobe journey: the key "cxprobe" (its version) is missing.')
        if version > VERSION:
            raise InvalidTimeline(
                f"This journey is of version {version}, this cxprobe reads up to {VERSION}. "
                "Upgrade with: pip install --upgrade cxprobe"
            )
        names = {f.name for f in dataclasses.fields(cls)}
        try:
            kept = {key: value for key, value in plain.items() if key in names}
            kept["moments"] = tuple(_moment(each) for each in plain.get("moments", ()))
            kept["expected"] = tuple(plain.get("expected", ()))
            return cls(**kept)
        except (TypeError, AttributeError) as error:
            raise InvalidTimeline(f"Not a cxprobe journey: {error}.") from error

    def save(self, folder: Path) -> Path:
        """Write `journey.json` into a folder, whole or not at all; gives its path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE_NAME
        part = folder / f".{FILE_NAME}.{os.getpid()}"
        try:
            part.write_text(json.dumps(self.to_json(), ensure_ascii=False, indent=1), "utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return path

    @classmethod
    def load(cls, path: Path) -> Timeline:
        """The timeline saved at a path (the file, or the folder that holds it)."""
        file = path / FILE_NAME if path.is_dir() else path
        try:
            return cls.from_json(json.loads(file.read_text("utf-8")))
        except FileNotFoundError as error:
            raise InvalidTimeline(f"No journey at {path}.") from error
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise InvalidTimeline(f"{file} is not JSON: {error}.") from error
        except InvalidTimeline as error:
            raise InvalidTimeline(f"{file}: {error}") from error


def _plain(moment: Moment) -> dict[str, Any]:
    """A moment without the fields that say nothing."""
    plain = {f.name: getattr(moment, f.name) for f in dataclasses.fields(moment)}
    plain["at"] = round(moment.at, 4)
    plain["data"], plain["evidence"] = dict(moment.data), list(moment.evidence)
    return {k: v for k, v in plain.items() if k in ("at", "kind", "actor") or v not in ("", 0.0, {}, [])}


def _moment(plain: Mapping[str, Any]) -> Moment:
    names = {f.name for f in dataclasses.fields(Moment)}
    kept = {key: value for key, value in plain.items() if key in names}
    kept["evidence"] = tuple(plain.get("evidence", ()))
    return Moment(**kept)


def _strings(*names: str) -> dict[str, Any]:
    return {name: {"type": "string"} for name in names}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `journey.json`."""
    moment: dict[str, Any] = {
        "type": "object",
        "required": ["at", "kind", "actor"],
        "properties": {
            **_strings("actor", "touchpoint", "channel", "frame", "sentence", "quote"),
            "at": {"type": "number", "minimum": 0, "description": "seconds since the journey began"},
            "kind": {
                "type": "string",
                "description": "; ".join(f"{kind}: {what}" for kind, what in KINDS.items()),
            },
            "waited": {"type": "number", "minimum": 0, "description": "seconds the company took"},
            "human": {"type": "number", "minimum": 0, "description": "computed seconds of a person's time"},
            "data": {"type": "object"},
            "evidence": {"type": "array", "items": {"type": "string"}},
        },
    }
    strings = ("title", "touchpoint", "site", "started", "persona", "persona_title", "day_told", "test")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://cxprobe.invalid/schema/journey-1.json",
        "title": "A customer's journey, recorded by cxprobe",
        "type": "object",
        "required": ["cxprobe", "goal", "moments"],
        "properties": {
            "cxprobe": {"type": "integer", "minimum": 1, "maximum": VERSION},
            **_strings("goal", *strings),
            "moments": {"type": "array", "items": moment},
            "customer": {"type": "object"},
            "patience": {"type": "object", "additionalProperties": {"type": "number"}},
            "day": {"type": "object"},
            "seed": {"type": "integer"},
            "expected": {"type": "array", "items": {"type": "object", "required": ["name"]}},
            "duration": {"type": "number", "minimum": 0},
        },
    }


def in_order(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Moments sorted by when they happened; those of one instant keep their order."""
    return tuple(sorted(moments, key=lambda moment: moment.at))
