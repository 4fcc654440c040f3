"""Misfortunes: what can go wrong in a customer's day, and what it does to them.

Each entry of the catalogue names the way out that a good company leaves: a misfortune nobody could
get through would only show that the customer is out of luck.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from cxprobe.errors import InvalidMisfortune
from cxprobe.people.day import CONNECTIONS, JSON, Conditions, Detour
from cxprobe.people.identity import REFUSED_CARDS
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
                raise InvalidMisfortune(f"The misfortune {self.id!r} {what}.")

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
        yield not self.values, "needs at least one value"
        yield not _is_json(self.values), "has a value that is not plain JSON, and could not be saved"
        yield share is not None and not 0 <= share <= 1, "has a prevalence that is no share from 0 to 1"
        yield share is not None and self.prevalence.source == "unknown", "has a prevalence without a source"

    def fall_on(self, conditions: Conditions, value: JSON) -> Conditions:
        """What a customer then has to cope with; remembers that it was this misfortune.

        Raises InvalidMisfortune for a value that it cannot be.
        """
        try:
            after = self.befall(conditions, value)
        except (KeyError, TypeError, ValueError) as error:
            can_be = ", ".join(repr(each) for each in self.values)
            raise InvalidMisfortune(f"{self.id!r} cannot be {value!r}. It can be: {can_be}.") from error
        return replace(after, misfortunes=(*conditions.misfortunes, self.id))

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


def catalogue(extra: Iterable[Misfortune] = ()) -> Catalogue:
    """The misfortunes that come with cxprobe, and those other packages add.

    Raises InvalidMisfortune when two have the same id.
    """
    return Catalogue([*CATALOGUE.values(), *extra])


def _last_name(conditions: Conditions, name: JSON) -> Conditions:
    return _named(conditions, conditions.identity.first_name, str(name))


def _whole_name(conditions: Conditions, name: JSON) -> Conditions:
    first, _, last = str(name).partition(" ")
    return _named(conditions, first, last)


def _named(conditions: Conditions, first: str, last: str) -> Conditions:
    """The name changes, and the card with it; the mail address stays, as it does when people marry."""
    identity = replace(conditions.identity, first_name=first, last_name=last)
    card = replace(identity.card, holder=identity.name)
    second = identity.second_card and replace(identity.second_card, holder=identity.name)
    return replace(conditions, identity=replace(identity, card=card, second_card=second))


def _second_line(conditions: Conditions, line: JSON) -> Conditions:
    return replace(conditions, identity=replace(conditions.identity, street2=str(line)))


def _declined_card(conditions: Conditions, _: JSON) -> Conditions:
    """The first card tried is one that processors publish for being declined; the good one comes next."""
    good = conditions.identity.card
    refused = replace(good, number=REFUSED_CARDS["declined"])
    return replace(conditions, identity=replace(conditions.identity, card=refused, second_card=good))


def _hands(**changes: JSON) -> Befall:
    """Hands that work otherwise, whatever the value."""
    return lambda conditions, _: replace(conditions, hands=replace(conditions.hands, **changes))


def _pastes(conditions: Conditions, suffix: JSON) -> Conditions:
    return _hands(pastes=True, paste_suffix=str(suffix))(conditions, suffix)


def _typos(conditions: Conditions, every: JSON) -> Conditions:
    return _hands(typo_every=int(every))(conditions, every)


def _detour(kind: Literal["back", "reload"]) -> Befall:
    """A step aside after so many pages as the value says."""

    def befall(conditions: Conditions, after: JSON) -> Conditions:
        return replace(conditions, detours=(*conditions.detours, Detour(kind=kind, after=int(after))))

    return befall


def _narrow_phone(conditions: Conditions, _: JSON) -> Conditions:
    """The smallest phone screen a page must fit: 320 CSS pixels (WCAG 2.2, 1.4.10 Reflow)."""
    size = {"width": 320, "height": 568}
    phone = {"viewport": size, "screen": size, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
    return _hands(touch=True)(replace(conditions, context={**conditions.context, **phone}), True)


def _slow_line(conditions: Conditions, connection: JSON) -> Conditions:
    """As slow as that connection, or as the customer's own line where that is slower still."""
    line, slow = conditions.line, CONNECTIONS[str(connection)]
    down = min(slow.down or 0.0, line.down or float("inf"))
    up = min(slow.up or 0.0, line.up or float("inf"))
    slower = replace(line, latency=max(line.latency, slow.latency), down=down, up=up)
    return replace(conditions, line=slower)


def _offline(conditions: Conditions, _: JSON) -> Conditions:
    return replace(conditions, line=replace(conditions.line, offline=3.0))


_TYPING = frozenset({"typing"})
_PRESSING = frozenset({"web", "pressing"})
_FORMS = frozenset({"web", "typing"})
_WEB = frozenset({"web"})

CATALOGUE = Catalogue(
    [
        Misfortune(
            id="apostrophe-name",
            sentence="has an apostrophe in the name",
            words="an apostrophe in the name ({})",
            kind="name",
            slot="name",
            needs=_TYPING,
            values=("O'Brien", "D'Angelo", "O\u2019Brien"),
            way_out="Takes the name as it is written, and writes it back the same way.",
            befall=_last_name,
        ),
        Misfortune(
            id="right-to-left-name",
            sentence="has a name that is written from right to left",
            words="a name written from right to left ({})",
            kind="name",
            slot="name",
            needs=_TYPING,
            values=("נועה לוי", "ليلى حداد"),
            way_out="Takes any letters for a name, or says before the form is sent which ones it needs.",
            befall=_whole_name,
        ),
        Misfortune(
            id="two-line-address",
            sentence="lives where an address takes two lines",
            words="an address of two lines ({})",
            kind="name",
            slot="address",
            needs=_TYPING,
            values=("Flat 3, Building B",),
            way_out="Has room for a second line, and prints both on the label.",
            befall=_second_line,
        ),
        Misfortune(
            id="declined-card",
            sentence="has a first card that the bank declines",
            words="a first card that is declined",
            kind="way",
            slot="card",
            needs=_FORMS,
            trace="pay",
            way_out="Says that the card was declined, keeps the order, and takes another card.",
            befall=_declined_card,
        ),
        Misfortune(
            id="double-clicks",
            sentence="double-clicks everything",
            words="a double click on everything",
            kind="hands",
            slot="pressing",
            needs=_PRESSING,
            way_out="Takes the second press of a button for the first one, and acts once.",
            befall=_hands(presses=2),
        ),
        Misfortune(
            id="enter-early",
            sentence="presses Enter before a form is complete",
            words="Enter pressed too early",
            kind="hands",
            slot="enter key",
            needs=_FORMS,
            way_out="Says what is still missing, and keeps what was already filled in.",
            befall=_hands(enter_early=True),
        ),
        Misfortune(
            id="goes-back",
            sentence="goes back a page on the way",
            words="a step back after page {}",
            kind="way",
            slot="way back",
            needs=_WEB,
            values=(1, 2, 3),
            way_out="Shows the page before as it was left, and lets the customer go on from there.",
            befall=_detour("back"),
        ),
        Misfortune(
            id="reloads-midway",
            sentence="reloads a page midway",
            words="a reload after page {}",
            kind="way",
            slot="reloading",
            needs=_WEB,
            values=(1, 2, 3),
            way_out="Shows the same step again, with nothing lost and nothing done twice.",
            befall=_detour("reload"),
        ),
        Misfortune(
            id="trailing-space",
            sentence="pastes codes and addresses with a space at the end",
            words="a space behind everything pasted",
            kind="hands",
            slot="pasting",
            needs=_TYPING,
            values=(" ",),
            way_out="Ignores spaces around what was entered.",
            befall=_pastes,
        ),
        Misfortune(
            id="typos",
            sentence="mistypes now and then, and corrects it",
            words="typing slips, corrected",
            kind="hands",
            slot="typing",
            needs=_TYPING,
            values=(12,),
            way_out="Waits until a field is finished before judging it, and forgets corrected mistakes.",
            befall=_typos,
        ),
        Misfortune(
            id="narrow-phone",
            sentence="uses a phone of 320 pixels' width",
            words="a very narrow phone",
            kind="device",
            slot="device",
            needs=_WEB,
            way_out="Fits every step on a small screen, with nothing hidden behind something else.",
            befall=_narrow_phone,
        ),
        Misfortune(
            id="keyboard-only",
            sentence="can use the keyboard only",
            words="nothing but a keyboard",
            kind="hands",
            slot="pointing",
            needs=_PRESSING,
            way_out="Lets every control be reached and worked from the keyboard (WCAG 2.2, 2.1.1).",
            befall=_hands(keyboard_only=True),
        ),
        Misfortune(
            id="slow-line",
            sentence="has a slow connection",
            words="a slow line ({})",
            kind="line",
            slot="speed of the line",
            needs=_WEB,
            values=("slow-4g", "slow-3g"),
            way_out="Shows that it is working, and takes one press for one, however long the answer travels.",
            befall=_slow_line,
        ),
        Misfortune(
            id="offline-3s",
            sentence="loses the connection for three seconds midway",
            words="three seconds without a connection",
            kind="line",
            slot="loss of the line",
            needs=_WEB,
            way_out="Keeps what was entered, and goes on by itself or on a second try.",
            befall=_offline,
        ),
    ]
)
"""The misfortunes that come with cxprobe. Their prevalence among customers is unknown: a source that
counts them has yet to be found, and a guess would be believed."""
