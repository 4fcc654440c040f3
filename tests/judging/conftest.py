"""Journeys made by hand, to be judged."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline

_FIELDS = {field.name for field in dataclasses.fields(Moment)} - {"kind"}
_ACTORS = {
    "heard": "bot",
    "mail": "company",
    "error": "page",
    "text": "page",
    "visit": "page",
    "network": "page",
}


def _moment(place: int, kind: str, what: dict[str, Any]) -> Moment:
    own: dict[str, Any] = {
        "at": float(place),
        "actor": _ACTORS.get(kind, "customer"),
        "touchpoint": "checkout",
    }
    own |= {key: value for key, value in what.items() if key in _FIELDS}
    data = {key: value for key, value in what.items() if key not in _FIELDS}
    return Moment(kind=kind, data=data, **own)


@pytest.fixture
def journey() -> Callable[..., Timeline]:
    """Makes a timeline of `(kind, what)` pairs, a second apart; what is no field of a moment is its data."""

    def make(*moments: tuple[str, dict[str, Any]], **about: Any) -> Timeline:
        made = tuple(_moment(place, kind, what) for place, (kind, what) in enumerate(moments))
        return Timeline(**{"goal": "a kettle", "persona_title": "Grumpy Gus", **about}, moments=made)

    return make
