"""The registry of everything that can be made worse about Kettle & Co, and the board that holds it.

All of it is off by default. A switch in force is thrown for every visitor ("always") or for every
second one ("sometimes": one visit is wholly good or wholly bad). Instead of a switch, its look-alike
may be played: what looks like the same trouble and is none.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, cast, get_args

from cxprobe.demo import faults_of_post, faults_of_shop, faults_of_talk, sins

Kind = Literal["sin", "fault"]
Severity = Literal["always", "sometimes"]
Row = tuple[str, str, str, str]
"""A switch as its file has it: id, what it does, what customers notice, its look-alike that is fine."""

SERVED: ContextVar[str] = ContextVar("SERVED", default="")
"""Who is being served; the door sets it for each request, and what grows out of the request inherits it."""


class UnknownSwitch(ValueError):
    """No switch of that name, kind or severity; the message says which there are."""


@dataclass(frozen=True)
class Switch:
    """One named way to let customers down: what it does, what they notice, and its harmless look-alike."""

    id: str
    kind: Kind
    does: str
    to_customers: str
    alike: str = ""


def _register(kind: Kind, *rows: Row) -> Mapping[str, Switch]:
    return {row[0]: Switch(row[0], kind, *row[1:]) for row in rows}


SINS: Mapping[str, Switch] = _register("sin", *sins.ROWS)
FAULTS: Mapping[str, Switch] = _register(
    "fault", *faults_of_shop.ROWS, *faults_of_post.ROWS, *faults_of_talk.ROWS
)


class Board:
    """The switches of one company as they stand; may be changed by any thread while it serves."""

    def __init__(
        self, sins: Iterable[str] = (), faults: Iterable[str] = (), alike: Iterable[str] = ()
    ) -> None:
        self._thrown: Mapping[str, Severity] = thrown(sins, faults)
        self._alike: frozenset[str] = frozenset(_any_known(name) for name in alike)

    @property
    def thrown(self) -> Mapping[str, Severity]:
        """Every switch that is thrown for anybody, with its severity."""
        return dict(self._thrown)

    @property
    def played(self) -> frozenset[str]:
        """Every switch whose look-alike is played."""
        return self._alike

    def in_force(self) -> frozenset[str]:
        """The switches in force for whoever is being served."""
        visitor = SERVED.get()
        return frozenset(
            id_ for id_, severity in self._thrown.items() if severity == "always" or _hit(id_, visitor)
        )

    def alike(self) -> frozenset[str]:
        """The switches whose look-alike is played for whoever is being served; the switch itself wins."""
        return self._alike - self.in_force()

    def throw(self, name: str, severity: str = "always") -> None:
        """Put a switch in force."""
        self._thrown = {**self._thrown, _any_known(name): _severity(severity)}

    def mend(self, name: str) -> None:
        """Take a switch out of force."""
        _any_known(name)
        self._thrown = {id_: severity for id_, severity in self._thrown.items() if id_ != name}

    def play_alike(self, name: str) -> None:
        """Play a switch's look-alike."""
        self._alike |= {_any_known(name)}

    def alike_off(self, name: str) -> None:
        """Play a switch's look-alike no more."""
        self._alike -= {_any_known(name)}


def _hit(name: str, visitor: str) -> bool:
    """Whether 'sometimes' is now: for about every second visitor, and the same one each time."""
    return bool(visitor) and bool(hashlib.sha256(f"{name} {visitor}".encode()).digest()[0] & 1)


def thrown(sins: Iterable[str] = (), faults: Iterable[str] = ()) -> dict[str, Severity]:
    """The switches to put in force, with their severity, from 'slow-search' or 'slow-search:sometimes'.

    Raises UnknownSwitch, with the list, for any other name or severity.
    """
    chosen = [_spelt(name, "sin", SINS, FAULTS) for name in sins]
    return dict(chosen + [_spelt(name, "fault", FAULTS, SINS) for name in faults])


def _spelt(
    spec: str, kind: Kind, there_are: Mapping[str, Switch], others: Mapping[str, Switch]
) -> tuple[str, Severity]:
    name, _, severity = spec.partition(":")
    return _known(name, kind, there_are, others), _severity(severity or "always")


def _severity(name: str) -> Severity:
    if name not in get_args(Severity):
        raise UnknownSwitch(f"No severity {name!r}. There are: {', '.join(get_args(Severity))}.")
    return cast(Severity, name)


def _any_known(name: str) -> str:
    return name if name in SINS else _known(name, "switch", {**SINS, **FAULTS}, {})


def _known(name: str, kind: str, there_are: Mapping[str, Switch], others: Mapping[str, Switch]) -> str:
    if name in there_are:
        return name
    if name in others:
        other = others[name].kind
        raise UnknownSwitch(f"{name!r} is a {other}, not a {kind}. Set it as a {other}: --{other} {name}.")
    near = difflib.get_close_matches(name, list(there_are), n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownSwitch(f"No {kind} {name!r}.{hint} There are: {', '.join(sorted(there_are))}.")
