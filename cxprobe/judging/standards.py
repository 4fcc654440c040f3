"""Standards that CX staff own: a TOML file of promises to the customer, one table each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cxprobe.judging.expectations import Expectation


def load_standards(path: Path) -> Mapping[str, tuple[Expectation, ...]]:
    """Every standard of a file by name."""
    return {}


def standard(name: str, path: Path | None = None) -> tuple[Expectation, ...]:
    """The expectations of one standard."""
    return ()
