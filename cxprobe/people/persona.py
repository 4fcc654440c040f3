"""Personas: populations of customers, one TOML file each.

A persona is not one person. Where its file gives a list or a range, every draw is another member of
the population; the same seed draws the same member, and a trait added to a file leaves the drawing
of all others alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator, ValidationError

from cxprobe.errors import InvalidPersona, UnknownPersona, did_you_mean
from cxprobe.journey.clock import Pace, told
from cxprobe.people.day import CONNECTIONS
from cxprobe.people.identity import strange_locale
from cxprobe.people.population import Spread, durations, numbers, words
from cxprobe.settings import Frozen, mistakes, read_toml, shown

MANNERS = ("plain", "terse", "polite", "chatty", "angry")
"""How a persona can speak; `voice` gives each its colour."""

DEVICES = ("desktop", "Galaxy S9+", "Galaxy Tab S4", "iPad Mini", "iPhone 13", "iPhone SE", "Pixel 7")
"""Some devices to choose from: "desktop", or any that Playwright knows; channels check the name."""

_AVERAGE = Pace()
_LOCALE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """What one person puts up with: seconds on the felt clock, and how often of what is too often."""

    page: float = 30.0
    """Seconds for a page to answer."""
    reply: float = 120.0
    """Seconds for somebody to answer in a conversation."""
    journey: float = 1200.0
    """Seconds for everything, waiting and doing."""
    transfers: int = 1
    repeats: int = 1
    errors: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One customer, drawn from a persona's population."""

    persona: str
    title: str
    story: str = ""
    locale: str = "en_GB"
    """Where they live, and the language they write."""
    language: str = ""
    """The language they grew up with, that of their browser and their name; "" for that of the locale."""
    device: str = "desktop"
    """"desktop", or the name of a device that Playwright knows."""
    connection: str = "cable"
    pace: Pace = field(default_factory=Pace)
    patience: Patience = field(default_factory=Patience)
    mood: str = "calm"
    manner: str = "plain"
    keyboard_only: bool = False
    large_text: bool = False
    reduced_motion: bool = False
    zoom: float = 1.0
    """How much their browser enlarges every page."""
    promo: str = ""
    """A code they try at every checkout, whether or not anybody gave it to them; "" for none."""
    asks_first: bool = False
    """Whether they read the help pages before they do anything."""
    for_company: bool = False
    """Whether they buy for a company, and need an invoice in its name."""
    knows: Mapping[str, str] = field(default_factory=dict)
    does_not_know: tuple[str, ...] = ()
    explored: bool = False
    """Whether their days are searched for the worst one."""
    seed: int = 0

    def told(self) -> str:
        """Who this is, in a sentence that needs no glossary."""
        needs = {
            "keyboard only": self.keyboard_only,
            "large text": self.large_text,
            "reduced motion": self.reduced_motion,
            f"pages at {self.zoom:.0%}": self.zoom != 1,
            "buys for a company": self.for_company,
            "reads the help pages first": self.asks_first,
            f"tries the code {self.promo}": bool(self.promo),
            f"grew up with {self.language}": bool(self.language),
        }
        traits = [
            f"{self.device} over {self.connection}",
            *(need for need, has in needs.items() if has),
            f"types {self.pace.keys_per_minute:.0f} keys a minute",
            f"waits {told(self.patience.page)} for a page, {told(self.patience.reply)} for a reply "
            f"and {told(self.patience.journey)} in all",
            f"{self.mood}, {self.manner} in manner",
        ]
        return f"{self.title}: {'; '.join(traits)}."


def _locale(given: object) -> object:
    drawn = words()(given)
    for each in drawn.values:
        if not _LOCALE.fullmatch(each):
            raise ValueError(f'expected a language and a country such as "en_GB", not {each!r}')
        if strange := strange_locale(each):
            raise ValueError(strange[:1].lower() + strange[1:])
    return drawn


def _known(given: Mapping[str, str]) -> Mapping[str, str]:
    for label in given:
        if label != label.lower():
            raise ValueError(f"expected labels in small letters, as in {label.lower()!r}, not {label!r}")
    return given


Words = Annotated[Spread, PlainValidator(words())]
Durations = Annotated[Spread, PlainValidator(durations)]
Counts = Annotated[Spread, PlainValidator(numbers(0, 100, whole=True))]


def _only(*values: Any) -> Spread:
    return Spread(values)


class Typing(Frozen):
    """`[typing]`: how fast they type."""

    keys_per_minute: Annotated[Spread, PlainValidator(numbers(5, 1200))] = _only(_AVERAGE.keys_per_minute)


class Reading(Frozen):
    """`[reading]`: how fast they read, and how much of a page."""

    words_per_minute: Annotated[Spread, PlainValidator(numbers(10, 1500))] = _only(_AVERAGE.words_per_minute)
    share_read: Annotated[Spread, PlainValidator(numbers(0, 1))] = _only(_AVERAGE.share_read)


class Tolerance(Frozen):
    """`[patience]`: how long they wait, and how often they put up with what."""

    page: Durations = _only(30.0)
    reply: Durations = _only(120.0)
    journey: Durations = _only(1200.0)
    transfers: Counts = _only(1)
    repeats: Counts = _only(1)
    errors: Counts = _only(3)


class Accessibility(Frozen):
    """`[accessibility]`: what they need a site to respect."""

    keyboard_only: bool = False
    large_text: bool = False
    reduced_motion: bool = False
    zoom: Annotated[float, Field(ge=0.5, le=5)] = 1.0


class Shopping(Frozen):
    """`[shopping]`: how they go about it."""

    promo: Words | None = None
    asks_first: bool = False
    for_company: bool = False


class Persona(Frozen):
    """A population of customers, as its file describes it, with whatever it extends filled in."""

    name: str
    title: str = Field(min_length=1)
    story: str = ""
    extends: str | None = None
    locale: Annotated[Spread, PlainValidator(_locale)] = _only("en_GB")
    language: Annotated[Spread, PlainValidator(_locale)] = _only("")
    device: Words = _only("desktop")
    connection: Annotated[Spread, PlainValidator(words(*CONNECTIONS))] = _only("cable")
    typing: Typing = Typing()
    reading: Reading = Reading()
    patience: Tolerance = Tolerance()
    mood: Words = _only("calm")
    manner: Annotated[Spread, PlainValidator(words(*MANNERS))] = _only("plain")
    accessibility: Accessibility = Accessibility()
    shopping: Shopping = Shopping()
    knows: Annotated[Mapping[str, str], AfterValidator(_known)] = Field(default_factory=dict)
    does_not_know: tuple[str, ...] = ()
    day: Literal["ordinary", "explored"] = "ordinary"

    def draw(self, seed: int) -> Member:
        """One member of the population; the same seed draws the same member, on every machine."""
        typing, reading = self._drawn(self.typing, seed, "typing"), self._drawn(self.reading, seed, "reading")
        return Member(
            persona=self.name,
            title=self.title,
            story=self.story,
            pace=Pace(**typing, **reading),
            patience=Patience(**self._drawn(self.patience, seed, "patience")),
            **self.accessibility.model_dump(),
            **self.shopping.model_dump(exclude={"promo"}),
            **self._drawn(self.shopping, seed, "shopping"),
            knows=self.knows,
            does_not_know=self.does_not_know,
            explored=self.day == "explored",
            seed=seed,
            **self._drawn(self, seed, ""),
        )

    def _drawn(self, table: Frozen, seed: int, place: str) -> dict[str, Any]:
        """Every spread trait of a table, each drawn from random numbers of its own."""
        spreads = {key: value for key, value in table if isinstance(value, Spread)}
        return {
            key: value.draw(Random(f"{self.name}/{seed}/{place}.{key}")) for key, value in spreads.items()
        }


def load_personas(folders: Sequence[Path]) -> Mapping[str, Persona]:
    """Every persona in some folders, by name; of two with one name, the earlier folder's counts.

    Raises InvalidPersona, naming file, key, and what was expected. Folders that are not there are empty.
    """
    return {name: _load(name, folders, ()) for name in sorted(_files(folders))}


def find_persona(name: str, folders: Sequence[Path]) -> Persona:
    """The persona of that name; only its file, and those it extends, are read.

    Raises UnknownPersona with the nearest name, or InvalidPersona.
    """
    files = _files(folders)
    if name not in files:
        places = ", ".join(f"{shown(folder)}/" for folder in folders) or "no folder at all"
        raise UnknownPersona(f"No persona {name!r} in {places}.{did_you_mean(name, files)}")
    return _load(name, folders, ())


def strange_devices(
    personas: Iterable[Persona], folders: Sequence[Path], known: Callable[[], Collection[str]]
) -> list[str]:
    """A sentence for every device of some personas that is not known; `known` is asked only if need be."""
    files = _files(folders)
    odd = {
        (persona.name, device): None
        for persona in personas
        for device in persona.device.values
        if device not in DEVICES and not device.lower().startswith("desktop")
    }
    there_are = known() if odd else ()
    return [
        f"{shown(files[name])}: device: there is no {device!r}.{did_you_mean(device, there_are)}"
        for name, device in odd
        if device not in there_are
    ]


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            found.setdefault(file.stem, file)
    return found


def _load(name: str, folders: Sequence[Path], seen: tuple[str, ...]) -> Persona:
    file = _files(folders)[name]
    table = {"name": name, **_table(name, folders, seen)}
    if table["name"] != name:
        raise InvalidPersona(
            f"{shown(file)}: name: expected {name!r}, as the file is called, not {table['name']!r}. "
            "Rename the file, or leave the name out."
        )
    try:
        return Persona(**table)
    except ValidationError as error:
        raise InvalidPersona(mistakes(error, file, Persona)) from None


def _table(name: str, folders: Sequence[Path], seen: tuple[str, ...]) -> dict[str, Any]:
    """What a persona's file says, laid over what the one it extends says."""
    files = _files(folders)
    table = read_toml(files[name], InvalidPersona)
    parent = table.get("extends")
    if not isinstance(parent, str):
        return table
    chain = (*seen, name)
    if parent in chain:
        raise InvalidPersona(
            f"{shown(files[name])}: extends: goes round in a circle: {' -> '.join((*chain, parent))}. "
            "Let one of them stand on its own."
        )
    if parent not in files:
        raise InvalidPersona(
            f"{shown(files[name])}: extends: no persona {parent!r}.{did_you_mean(parent, files)}"
        )
    _load(parent, folders, chain)  # so that a parent's mistakes are told of the parent's file
    inherited = {key: value for key, value in _table(parent, folders, chain).items() if key != "name"}
    return merged(inherited, table)


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """One table laid over another: tables within are merged too, everything else is replaced."""
    both = {
        key: merged(below[key], value) if _mergeable(below.get(key), value) else value
        for key, value in above.items()
    }
    return {**below, **both}


def _mergeable(below: object, above: object) -> bool:
    return isinstance(below, Mapping) and isinstance(above, Mapping) and "from" not in above
