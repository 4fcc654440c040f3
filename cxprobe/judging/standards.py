"""Standards that CX staff own: a TOML file of what a customer may expect, one table each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxprobe.errors import InvalidStandards, UnknownStandard, UsageError, did_you_mean
from cxprobe.judging.expectations import EXPECTATIONS, Expectation, from_spec

STANDARDS = Path("scenarios/standards.toml")
"""Where standards are looked for when nobody says otherwise."""
SAYS = "says"
"""The key of the sentence that CX staff wrote."""


def standard(name: str, path: Path | None = None) -> tuple[Expectation, ...]:
    """The expectations of one standard; what a journey gives nothing to judge by does not apply.

    Raises UnknownStandard with the nearest name, InvalidStandards when the file cannot be read.
    """
    file = path or STANDARDS
    there_are = load_standards(file)
    if name not in there_are:
        raise UnknownStandard(f"No standard {name!r} in {file}.{did_you_mean(name, there_are)}")
    return there_are[name]


def load_standards(path: Path) -> Mapping[str, tuple[Expectation, ...]]:
    """Every standard of a file by name.

    Raises InvalidStandards naming the file, the table, the key, and what there is.
    """
    return {name: _expectations(path, name, table) for name, table in _tables(path).items()}


def sentences(path: Path) -> Mapping[str, str]:
    """What CX staff say of each standard, by its name."""
    return {name: table[SAYS] for name, table in _tables(path).items()}


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        plain = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise InvalidStandards(
            f"No standards file at {path}. Write one, or name another with standard(name, path)."
        ) from error
    except OSError as error:
        raise InvalidStandards(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidStandards(f"{path} is not TOML: {error}.") from error
    for name, table in plain.items():
        _checked(path, name, table)
    return plain


def _checked(path: Path, name: str, table: object) -> None:
    if not isinstance(table, dict):
        raise InvalidStandards(
            f"{path}: {name!r} stands outside a table. Put it under one, for example [checkout]."
        )
    if not isinstance(table.get(SAYS), str) or not table[SAYS].strip():
        raise InvalidStandards(
            f"{path}, [{name}]: the key {SAYS!r} is missing: the standard in one plain sentence, "
            f'for example {SAYS} = "A refund is settled in one contact."'
        )
    if len(table) == 1:
        raise InvalidStandards(
            f"{path}, [{name}]: nothing is expected. There are: {', '.join(EXPECTATIONS)}."
        )


def _expectations(path: Path, name: str, table: Mapping[str, Any]) -> tuple[Expectation, ...]:
    return tuple(_expectation(path, name, key, given) for key, given in table.items() if key != SAYS)


def _expectation(path: Path, name: str, key: str, given: object) -> Expectation:
    if key not in EXPECTATIONS:
        raise InvalidStandards(f"{path}, [{name}]: no expectation {key!r}.{did_you_mean(key, EXPECTATIONS)}")
    if not isinstance(given, dict):
        raise InvalidStandards(
            f'{path}, [{name}], {key}: expected thresholds in braces, as {key} = {{ within = "8 min" }} '
            f"or {key} = {{}}, not {given!r}."
        )
    try:
        return from_spec({**given, "name": key, "by_standard": True})
    except UsageError as error:
        raise InvalidStandards(f"{path}, [{name}], {key}: {error}") from error
