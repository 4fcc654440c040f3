"""The hooks by which other packages add to cxprobe; implement one in a pytest plugin or conftest.py."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from cxprobe.people.misfortunes import Misfortune

hookspec = pluggy.HookspecMarker("pytest")


@hookspec
def pytest_cxprobe_misfortunes() -> Iterable[Misfortune]:  # type: ignore[empty-body]
    """More entries for the catalogue of misfortunes; they take part in drawn days at once."""
