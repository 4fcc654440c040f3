"""What a misfortune is: a sentence, what it does to a customer's day, and the way out of it.

The way out is what a good company leaves: a misfortune nobody could get through would only show that
the customer is out of luck.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cxprobe.errors import InvalidMisfortune
from cxprobe.people.day import JSON, Conditions
from cxprobe.settings import Level

Befall = Callable[[Conditions, JSON], Conditions]
KINDS = ("name", "hands", "device", "line", "way")
NEEDS = frozenset({"web", "typing", "pressing", "chat"})
_OFFERS: Mapping[str, frozenset[str]] = {
    "web": frozenset({"web", "typing", "pressing"}),
    "chat": frozenset({"chat", "typing"}),
}
"""What a customer does on a channel: who is on the web also types and presses."""


@dataclass(frozen=True, slots=True)
class Prevalence:
    """How common a misfortune is: a share of customers (0 to 1) and where that is known from."""

    share: float | None = None
    source: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfortune:
    """One entry of the catalogue. InvalidMisfortune says what an entry lacks."""

    id: str
    sentence: str
    """What CX staff read of a customer: "has an apostrophe in the name"."""
    kind: Literal["name", "hands", "device", "line", "way"]
    slot: str
    """What it is about: two of one slot cannot fall on the same day."""
    way_out: str
    """What a good company does, so that a customer gets through all the same."""
    befall: Befall
    """What it does to the conditions, given the value; pure: all that is chance is in the value."""
    words: str = ""
    """The same for a list of the day's misfortunes, {} being the value: "a slow line ({})"."""
    needs: frozenset[str] = frozenset()
    """What the customer must be doing for it to matter: of `NEEDS`."""
    trace: str = "look"
    """The trace level it takes: look, basket, message, person or pay."""
    prevalence: Prevalence = Prevalence()
    values: tuple[JSON, ...] = (True,)
    """What it can be, the most ordinary first: a search prefers what stands further left."""

    def __post_init__(self) -> None:
        for wrong, what in self._complaints():
            if wrong:
                raise InvalidMisfortune(f"The misfortune {self.id!r} {what}{'' if what[-1] in '.?' else '.'}")

    def _complaints(self) -> Iterator[tuple[bool, str]]:
        share = self.prevalence.share
        yield (
            not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id),
            "needs an id in small letters, like 'typos'",
        )
        yield not self.sentence.strip(), "needs a sentence for people to read, like 'mistypes now and then'"
        yield not self.way_out.strip(), "needs a way out: what does a good company do about it?"
        yield not self.slot.strip(), "needs a slot: what is it about, so that what excludes it is known?"
        yield self.kind not in KINDS, f"is of no known kind: {self.kind!r}. There are: {', '.join(KINDS)}"
        yield not self.needs <= NEEDS, f"needs what there is not. There are: {', '.join(sorted(NEEDS))}"
        levels = Level.__members__
        yield self.trace not in levels, f"has no known trace level. There are: {', '.join(levels)}"
        yield not callable(self.befall), "needs a function as its befall: (conditions, value) -> conditions"
        yield not self.values, "needs at least one value"
        yield not _is_json(self.values), "has a value that is not plain JSON, and could not be saved"
        yield share is not None and not 0 <= share <= 1, "has a prevalence that is no share from 0 to 1"
        yield share is not None and self.prevalence.source == "unknown", "has a prevalence without a source"

    def fall_on(self, conditions: Conditions, value: JSON) -> Conditions:
        """What a customer then has to cope with; remembers that it was this misfortune.

        Raises InvalidMisfortune for a value that it cannot be, and for a `befall` that does not do its part.
        """
        try:
            after = self.befall(conditions, value)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidMisfortune(self._why_not(value, error)) from error
        if not isinstance(after, Conditions):
            raise InvalidMisfortune(
                f"The misfortune {self.id!r} must give back Conditions, and gave {type(after).__name__}. "
                "Let its befall end with: return replace(conditions, …)"
            )
        return replace(after, misfortunes=(*conditions.misfortunes, self.id))

    def _why_not(self, value: JSON, error: Exception) -> str:
        """Whose fault it is that this value would not do: whoever chose it, or the function's."""
        if value in self.values:
            return (
                f"The misfortune {self.id!r} can be {value!r}, yet its befall fails: "
                f"{type(error).__name__}: {str(error).rstrip('.')}. "
                "It is called with conditions and a value, and gives back conditions."
            )
        can_be = ", ".join(repr(each) for each in self.values)
        return f"{self.id!r} cannot be {value!r}. It can be: {can_be}."

    def told(self, value: JSON) -> str:
        """In a few words: "a slow line (slow-3g)"."""
        return (self.words or f"a customer who {self.sentence}").replace("{}", str(value))


def _is_json(values: tuple[JSON, ...]) -> bool:
    try:
        again = json.loads(json.dumps(values, allow_nan=False))
    except (TypeError, ValueError):
        return False
    return list(values) == again if isinstance(again, list) else False


class Catalogue(Mapping[str, Misfortune]):
    """Misfortunes by id, in the order they were entered."""

    def __init__(self, entries: Iterable[Misfortune] = ()) -> None:
        self._entries: dict[str, Misfortune] = {}
        for entry in entries:
            if not isinstance(entry, Misfortune):
                raise InvalidMisfortune(
                    f"{entry!r} is no Misfortune. Make one with cxprobe.people.misfortunes.Misfortune(…)."
                )
            if entry.id in self._entries:
                raise InvalidMisfortune(f"There are two misfortunes {entry.id!r}. Rename one of them.")
            self._entries[entry.id] = entry

    def __getitem__(self, key: str) -> Misfortune:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"Catalogue({', '.join(self)})"

    def factors(
        self, channels: Iterable[str], level: Level | str
    ) -> Mapping[str, tuple[tuple[str, JSON], ...]]:
        """What may befall whom: slot to the (id, value) pairs of which at most one falls on a day.

        Only what matters on these channels ("web", "chat"; or what is done: "typing", "pressing"),
        and leaves no more trace than `level`.
        """
        done = frozenset().union(*(_OFFERS.get(channel, {channel}) for channel in channels))
        most = Level.named(level) if isinstance(level, str) else level
        factors: dict[str, tuple[tuple[str, JSON], ...]] = {}
        for entry in self.values():
            if entry.needs <= done and Level.named(entry.trace) <= most:
                pairs = tuple((entry.id, value) for value in entry.values)
                factors[entry.slot] = (*factors.get(entry.slot, ()), *pairs)
        return factors
