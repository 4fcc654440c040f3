"""A day: the misfortunes that fall on one customer, drawn whole before a browser is touched.

A day is a value: it can be hashed, saved, replayed, compared, made smaller, told in words. Who the
customer is (their identity) is not part of it, and is fresh whenever the day is lived.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from cxprobe.errors import InvalidMisfortune, UnknownMisfortune, did_you_mean
from cxprobe.people.hands import Hands
from cxprobe.people.identity import on_paper

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity
    from cxprobe.people.misfortunes import Misfortune
    from cxprobe.people.persona import Member

JSON = Any
"""A plain JSON value: null, bool, number, string, list or object."""

VERSION = 1
ORDINARY_TEXT, LARGE_TEXT = 16, 24
"""Pixels of text in Chrome's settings: "medium", as it comes, and "very large"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The customer's connection: seconds and kilobits a second, None for no limit."""

    latency: float = 0.0
    """Seconds a request takes on the way, there and back."""
    down: float | None = None
    up: float | None = None
    offline: float = 0.0
    """Seconds without any connection, midway."""
    drops: int = 1
    """How often it goes down for so long, each time as a form is sent."""


CONNECTIONS: Mapping[str, Line] = {
    "cable": Line(),
    "wifi": Line(),
    "4g": Line(latency=0.17, down=9000, up=9000),
    "slow-4g": Line(latency=0.15, down=1638, up=750),
    "3g": Line(latency=0.3, down=1600, up=768),
    "slow-3g": Line(latency=0.4, down=400, up=400),
}
"""Connections by name. Cable and Wi-Fi are this machine's own line, unhindered; 4g, 3g and slow-3g are
the profiles "4G", "3G" and "3G Slow" of WebPageTest; slow-4g is Lighthouse's mobile default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detour:
    """A step aside on the way, after the n-th press that led to another page.

    back and reload: of the page; tab: the page is opened in another tab, and gone on with there; return:
    the browser is closed and opened again, a day later; mind: two of a thing instead of one, and back to
    one (in the basket, whenever the customer first stands before it).
    """

    kind: Literal["back", "reload", "tab", "return", "mind"]
    after: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Everything a channel needs to know to act as one customer on one day."""

    member: Member
    identity: Identity
    hands: Hands = field(default_factory=Hands)
    line: Line = field(default_factory=Line)
    context: Mapping[str, JSON] = field(default_factory=dict)
    """Options for Playwright's `new_context`, to be laid over those of the member's device."""
    detours: tuple[Detour, ...] = ()
    zoom: float = 1.0
    """How much the browser enlarges every page: 2 leaves half the room, as its own zoom does."""
    text_size: int = ORDINARY_TEXT
    """Pixels of ordinary text, as set in the browser."""
    processor: float = 1.0
    """How many times slower than this machine's the customer's processor is."""
    hour: int | None = None
    """What the clock of the browser shows at the beginning, 0 to 23; None for this machine's own."""
    blocked: tuple[str, ...] = ()
    """Addresses the browser refuses to load, with * for anything; as an ad blocker does."""
    misfortunes: tuple[str, ...] = ()

    @classmethod
    def ordinary(cls, member: Member, identity: Identity) -> Conditions:
        """What the customer brings along on a day without misfortune."""
        language = member.language or member.locale
        context: dict[str, JSON] = {"locale": language.replace("_", "-")}
        if member.reduced_motion:
            context["reduced_motion"] = "reduce"
        touch = not member.device.lower().startswith("desktop")
        hands = Hands(keyboard_only=member.keyboard_only, touch=touch)
        line = CONNECTIONS.get(member.connection, Line())
        return cls(
            member=member,
            identity=on_paper(member, identity),
            hands=hands,
            line=line,
            context=context,
            zoom=member.zoom,
            text_size=LARGE_TEXT if member.large_text else ORDINARY_TEXT,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """The misfortunes of a day by id, each with its value; `Day()` is an ordinary day.

    Two days with the same misfortunes are the same day, in whatever order they were named.
    """

    misfortunes: tuple[tuple[str, JSON], ...] = ()
    _key: str = field(default="", init=False, repr=False)
    _hash: int = field(default=0, init=False, repr=False)

    def __post_init__(self) -> None:
        pairs = tuple(sorted(((name, value) for name, value in self.misfortunes), key=lambda pair: pair[0]))
        if len({name for name, _ in pairs}) < len(pairs):
            raise InvalidMisfortune(f"A misfortune falls once a day: {', '.join(n for n, _ in pairs)}.")
        object.__setattr__(self, "misfortunes", pairs)
        try:
            key = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), allow_nan=False)
        except (TypeError, ValueError) as error:
            raise InvalidMisfortune(
                f"A day holds plain JSON only, so that it can be saved: {error}."
            ) from None
        # Reckoned once: a search compares and looks up days hundreds of thousands of times.
        object.__setattr__(self, "_key", key)
        object.__setattr__(self, "_hash", int(self.digest, 16))

    @classmethod
    def of(cls, misfortunes: Mapping[str, JSON]) -> Day:
        """The day with these misfortunes: `Day.of({"apostrophe-name": "O'Brien"})`."""
        return cls(tuple(misfortunes.items()))

    def to_json(self) -> dict[str, JSON]:
        """The day as plain JSON: `{"version": 1, "misfortunes": {id: value}}`."""
        return {"version": VERSION, "misfortunes": dict(self.misfortunes)}

    @classmethod
    def from_json(cls, plain: Mapping[str, JSON], catalogue: Mapping[str, Misfortune] | None = None) -> Day:
        """The day that `to_json` gave; with a catalogue, unknown misfortunes raise UnknownMisfortune.

        Raises InvalidMisfortune when it is no day, or one of a newer version.
        """
        given = plain.get("misfortunes") if isinstance(plain, dict) else None
        if not isinstance(given, dict) or not all(isinstance(each, str) for each in given):
            raise InvalidMisfortune(
                'Not a day. A day looks like {"version": 1, "misfortunes": {"typos": true}}.'
            )
        if plain.get("version") != VERSION:
            raise InvalidMisfortune(
                f"This day is of version {plain.get('version')!r}, this cxprobe reads {VERSION}. "
                "Upgrade with: pip install --upgrade cxprobe"
            )
        day = cls.of(given)
        if catalogue is not None:
            day._entries(catalogue)
        return day

    @property
    def digest(self) -> str:
        """Eight hexadecimal characters that are the same for the same day, everywhere and always."""
        return hashlib.sha256(self._key.encode()).hexdigest()[:8]

    def told(self, catalogue: Mapping[str, Misfortune]) -> str:
        """The day in words: "an apostrophe in the name and a double click on everything"."""
        parts = [_told(name, value, catalogue.get(name)) for name, value in self.misfortunes]
        if not parts:
            return "an ordinary day"
        return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)

    def without(self, misfortune: str) -> Day:
        """The same day, spared one misfortune."""
        return Day(tuple(pair for pair in self.misfortunes if pair[0] != misfortune))

    def conditions(
        self, member: Member, identity: Identity, catalogue: Mapping[str, Misfortune]
    ) -> Conditions:
        """What the customer goes through today.

        Raises UnknownMisfortune, and InvalidMisfortune when two of the day exclude each other.
        """
        conditions = Conditions.ordinary(member, identity)
        for (_, value), misfortune in zip(self.misfortunes, self._entries(catalogue), strict=True):
            conditions = misfortune.fall_on(conditions, value)
        return conditions

    def _entries(self, catalogue: Mapping[str, Misfortune]) -> list[Misfortune]:
        by_slot: dict[str, Misfortune] = {}
        for name, _ in self.misfortunes:
            if name not in catalogue:
                raise UnknownMisfortune(f"No misfortune {name!r}.{did_you_mean(name, catalogue)}")
            entry = catalogue[name]
            other = by_slot.setdefault(entry.slot, entry)
            if other is not entry:
                raise InvalidMisfortune(
                    f"{other.id!r} and {name!r} cannot fall on the same day: "
                    f"both are about the {entry.slot}. Leave one of them out."
                )
        return list(by_slot.values())

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Day) else NotImplemented

    def __hash__(self) -> int:
        return self._hash

    def __len__(self) -> int:
        return len(self.misfortunes)

    def __bool__(self) -> bool:
        return True  # an ordinary day is a day, too


def _told(name: str, value: JSON, misfortune: Misfortune | None) -> str:
    return misfortune.told(value) if misfortune else f"something called {name!r}"
