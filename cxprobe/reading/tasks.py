"""What there is to do in a form, field by field: write, choose, tick, untick; in the order it stands there.

Only what is shown, is asked of the customer, and does not stand there yet. Of a group of tiles one is
taken: the card to pay with, delivery to the door, the title that is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from cxprobe.reading.answers import NEVER, TICKED, answers, asks_house_number, is_finder, needed
from cxprobe.reading.formats import cut, significant, split_street
from cxprobe.reading.lists import form_of_address

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity
    from cxprobe.reading.forms import Reading
    from cxprobe.reading.snapshot import Control, Snapshot

Act = Literal["write", "date", "choose", "list", "tick", "untick"]
"""write: into a field; date: by its calendar; choose: in the browser's list; list: in one the page draws."""
Key = tuple[object, ...]
"""What a field is recognised by after the page has drawn it anew."""

_UNWANTED = ("newsletter", "extra")
"""Purposes of boxes that somebody unticks who finds them ticked."""
_THEIRS = frozenset(
    {"country", "country-name", "address-level1", "honorific-prefix", "sex", "cc-type", "cc-exp",
    "cc-exp-month",
     "cc-exp-year", "bday-day", "bday-month", "bday-year", "tel-country-code"}
)  # fmt: skip
"""Lists in which what stands there beforehand is a guess about the customer, and is put right."""
_WRITTEN = ("address-line1", "street-address", "address-level2")
"""Fields for an address that is written oneself: beside them nobody searches for it."""
_SPLIT = frozenset({"cc-number", "tel", "tel-national", "postal-code", "one-time-code", "bday"})
_SHORT = 6
"""Most characters in one part of a number that is split over several fields."""
_CARD = re.compile(
    r"\bcards?\b|kredit|debit|karte|carte (bancaire|bleue|de cr)|tarjeta|carta di|creditcard|\bkart[aąy]\b"
    r"|cartão|\bvisa\b|mastercard",
    re.IGNORECASE,
)
_GIFT = re.compile(
    r"gift|geschenk|cadeau|regalo|prezent|presente|loyalty|store credit|guthaben", re.IGNORECASE
)
_COLLECT = re.compile(
    r"pick.?up|collect|in.?store|abhol|filiale|packstation|retrait|point relais|recog|ritiro|afhaal"
    r"|odbi[oó]r"
    r"|paczkomat|levantar|retirar|locker",
    re.IGNORECASE,
)
_LIST_ROLES = ("combobox", "listbox")
_BOX_ROLES: Mapping[str, str] = {"checkbox": "checkbox", "switch": "checkbox", "radio": "radio"}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a form."""

    reading: Reading
    act: Act
    value: str = ""
    others: tuple[str, ...] = ()
    """Other ways to write the same, for when this one does not stand there afterwards."""
    spread: bool = False
    """Whether it is one part of several, into which the cursor may run by itself."""

    @property
    def label(self) -> str:
        """What a person calls the field."""
        control = self.reading.control
        return control.label or control.name or control.placeholder or self.reading.token or ""


def tasks(readings: Sequence[Reading], identity: Identity, known: Mapping[str, str]) -> Iterator[Task]:
    """All that this person does in these fields as they stand now, in order."""
    shown = [r for r in readings if r.control.usable and (r.control.is_field or not r.control.is_button)]
    if any(reading.token in _WRITTEN and not is_finder(reading.control) for reading in shown):
        shown = [reading for reading in shown if not is_finder(reading.control)]
    if any(asks_house_number(reading.control) for reading in shown):
        street, number = split_street(identity.street)
        shown_identity = replace(identity, street=street) if number else identity
    else:
        shown_identity = identity
    parts = _parts(shown, identity)
    taken = _tiles(shown, identity, known)
    for place, reading in enumerate(shown):
        house = asks_house_number(reading.control)
        task = _task(reading, identity if house else shown_identity, known, parts.get(place), place in taken)
        if task is not None:
            yield task


def keys(readings: Iterable[Reading]) -> list[Key]:
    """What each field is recognised by: name, id, label, value, and its place among fields alike."""
    seen: dict[Key, int] = {}
    found: list[Key] = []
    for reading in readings:
        control = reading.control
        value = control.values[:1] if control.type in ("radio", "checkbox") else ()
        words = control.label or control.name or control.placeholder
        key: Key = (
            control.frame,
            control.field,
            "" if control.field else control.element,
            words,
            control.tag,
            value,
        )
        seen[key] = seen.get(key, -1) + 1
        found.append((*key, seen[key]))
    return found


def as_fields(snapshot: Snapshot) -> Snapshot:
    """The same page with the fields that it draws itself told as fields: list boxes, boxes, tiles.

    A button that opens a list is told as a list without options, what has the role of a box as a box.
    """
    last = max((control.index for control in snapshot.controls), default=0)
    told = [_as_field(control, last + 1 + place) for place, control in enumerate(snapshot.controls)]
    taken: set[int] = set()
    for place, (control, field) in enumerate(zip(snapshot.controls, told, strict=True)):
        if field is not control and field.tag == "select":
            beside = [n for n in (place - 1, place + 1) if 0 <= n < len(told) and n not in taken]
            real = next((n for n in beside if _stands_behind(snapshot.controls[n], control)), None)
            if real is not None:
                taken.add(real)
                told[place] = _instead(field, snapshot.controls[real])
    return replace(snapshot, controls=tuple(told))


def is_drawn_list(control: Control) -> bool:
    """Whether a list box is the page's own, and not the browser's."""
    if control.tag == "select":
        return bool(control.opens)
    return control.role in _LIST_ROLES or (control.opens == "listbox" and control.role == "button")


def _as_field(control: Control, index: int) -> Control:
    place = control.index if control.index >= 0 else index
    if control.tag in ("select", "textarea") or (control.tag == "input" and control.type != "button"):
        return control
    if is_drawn_list(control) and not (control.role == "listbox" and control.tag in ("ul", "ol")):
        return replace(control, tag="select", type="", index=place, filled=False, opens="listbox")
    if control.role in _BOX_ROLES:
        return replace(control, tag="input", type=_BOX_ROLES[control.role], index=place)
    return control


def _stands_behind(hidden: Control, control: Control) -> bool:
    """Whether a browser's list that nobody sees is the one that a list box is drawn for."""
    same = hidden.frame == control.frame and hidden.form == control.form
    return hidden.tag == "select" and not hidden.visible and same


def _instead(control: Control, real: Control) -> Control:
    """A list box with all that the browser's list says in whose place it is drawn."""
    keys = ("label", "field", "element", "autocomplete", "options", "values", "required", "filled", "invalid")
    return replace(control, **{key: getattr(real, key) for key in keys if getattr(real, key)})


# ---- one field -----------------------------------------------------------------------------------


def _task(
    reading: Reading, identity: Identity, known: Mapping[str, str], part: str | None, taken: bool
) -> Task | None:
    control = reading.control
    if control.type == "checkbox":
        return _box(reading, identity, known)
    if control.type == "radio":
        return Task(reading, "tick", TICKED) if taken and not control.checked else None
    if part is not None:
        return Task(reading, "write", part, spread=True)
    if control.filled and not _is_put_right(reading):
        return None
    ways = answers(reading, identity, known)
    if not ways or (control.read_only and not is_date(reading, ways[0])):
        return None
    return Task(reading, act_of(reading), ways[0], tuple(ways[1:4]))


def act_of(reading: Reading) -> Act:
    """How a field is filled in."""
    control = reading.control
    if is_drawn_list(control) and (control.tag == "select" or reading.token in _THEIRS):
        return "list"  # what only suggests (streets, towns) is written in, and its suggestions read then
    if control.tag == "select":
        return "choose"
    return "date" if control.read_only else "write"


def _is_put_right(reading: Reading) -> bool:
    """Whether what stands in a field already is looked at: a guess of the page, a password written twice."""
    return reading.token == "new-password" or (reading.control.tag == "select" and reading.token in _THEIRS)


def is_date(reading: Reading, value: str) -> bool:
    """Whether a whole day goes into a field."""
    return reading.token == "bday" or bool(
        re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4}", value)
    )


def _box(reading: Reading, identity: Identity, known: Mapping[str, str]) -> Task | None:
    control = reading.control
    if control.checked:
        unwanted = reading.purpose in _UNWANTED and not needed(control)
        return Task(reading, "untick", TICKED) if unwanted else None
    return Task(reading, "tick", TICKED) if answers(reading, identity, known) else None


# ---- groups --------------------------------------------------------------------------------------


def _tiles(shown: Sequence[Reading], identity: Identity, known: Mapping[str, str]) -> set[int]:
    """The places of the tiles to take, one of each group at most."""
    groups: dict[Key, list[int]] = {}
    for place, reading in enumerate(shown):
        control = reading.control
        if control.type == "radio":
            groups.setdefault((control.frame, control.form, control.field or control.group), []).append(place)
    taken = (
        _tile([(place, shown[place]) for place in places], identity, known) for places in groups.values()
    )
    return {place for place in taken if place is not None}


def _tile(group: list[tuple[int, Reading]], identity: Identity, known: Mapping[str, str]) -> int | None:
    chosen = any(reading.control.checked for _, reading in group)
    purposes = {reading.purpose for _, reading in group}
    theirs = [place for place, reading in group if answers(reading, identity, known)]
    if theirs:
        return theirs[0]
    if "payment-method" in purposes:
        cards = [
            place
            for place, reading in group
            if _CARD.search(_said(reading)) and not _GIFT.search(_said(reading))
        ]
        return cards[0] if cards else (None if chosen else group[0][0])
    mine = form_of_address([reading.control.label or reading.control.name for _, reading in group], identity)
    if mine is not None:
        return group[mine][0]
    if chosen or purposes & NEVER - {"delivery-method"}:
        return None
    if "delivery-method" in purposes:
        home = [place for place, reading in group if not _COLLECT.search(_said(reading))]
        return (home or [group[0][0]])[0]
    return group[0][0] if any(needed(reading.control) for _, reading in group) else None


def _said(reading: Reading) -> str:
    return f"{reading.control.label} {reading.control.name}"


def _parts(shown: Sequence[Reading], identity: Identity) -> dict[int, str]:
    """What goes where, when one number is split over several short fields that stand in a row."""
    parts: dict[int, str] = {}
    row: list[int] = []
    for place in range(len(shown) + 1):
        reading = shown[place] if place < len(shown) else None
        if row and reading is not None and _goes_on(shown[row[-1]], reading):
            row.append(place)
            continue
        if len(row) > 1:
            whole = _whole(_split_token(shown[row[0]]), identity)
            cuts = cut(whole, [shown[each].control.max_length for each in row])
            parts.update({each: text for each, text in zip(row, cuts, strict=True) if text})
        row = [place] if reading is not None and _is_part(reading) else []
    return parts


def _split_token(reading: Reading) -> str:
    """What a part is part of: as it was read, else as it is declared."""
    return reading.token or reading.control.autocomplete.split(" ")[-1]


def _is_part(reading: Reading) -> bool:
    return (
        _split_token(reading) in _SPLIT
        and 0 < reading.control.max_length <= _SHORT
        and reading.control.tag == "input"
    )


def _goes_on(before: Reading, reading: Reading) -> bool:
    same = _split_token(before) == _split_token(reading) and before.control.frame == reading.control.frame
    return same and _is_part(reading) and before.control.form == reading.control.form


def _whole(token: str, identity: Identity) -> str:
    if token == "cc-number":
        return identity.card.number
    if token == "bday":
        return f"{identity.birthday:%d%m%Y}"
    if token == "postal-code":
        return re.sub(r"\W", "", identity.postcode)
    return significant(identity.phone, identity.country)
