"""Forms as a person sees them: which fields and buttons belong together, and what it is all for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_words import find, is_all, listed, says
from cxprobe.reading.snapshot import Control, Snapshot

BOXES = ("checkbox", "radio", "file", "range", "color", "hidden")
"""Inputs that nothing is typed into."""
SURE = 2.4
"""Points that a meaning needs: about half a label, or two weak cues that agree."""
_BEFORE, _AFTER = 4, 12
"""How many controls before and after its own still tell what a form is for: "Forgot password?"."""


CODE_WORDS = listed(
    "code|enter code|your code|codigo|codice|kod|ihr code|votre code|tu codigo|il tuo codice", "|"
)
"""What a code is called that the label says no more of."""


@dataclass(slots=True)
class Group:
    """One form, or all of a frame that is in none, in document order."""

    fields: list[Field] = field(default_factory=list)
    """What is typed or chosen."""
    boxes: list[Control] = field(default_factory=list)
    buttons: list[Control] = field(default_factory=list)
    """What is pressed in it."""
    around: list[Control] = field(default_factory=list)
    """Links and buttons in it and close by."""
    title: str = ""
    card_near: bool = False
    """Whether another form of the page asks for a card."""
    _purposes: dict[str, float] | None = None

    @property
    def purposes(self) -> dict[str, float]:
        """Points for what the form is for: "log in", "sign up", "change password"."""
        if self._purposes is None:
            self._purposes = _purposes(self)
        return self._purposes

    def count(self, *meanings: str, least: float = SURE) -> int:
        """How many fields mean one of these best."""
        return sum(1 for each in self.fields if (b := each.best())[0] in meanings and b[1] >= least)

    def has_card(self) -> bool:
        """Whether a card's number, expiry or code is asked for."""
        return self.count("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year") > 0


def neighbours(group: Group) -> Iterator[tuple[Field | None, Field, Field | None]]:
    """Each field of a form with the one before it and the one after it."""
    fields = group.fields
    return zip((None, *fields), fields, (*fields[1:], None), strict=False)


def means(each: Field | None, *meanings: str) -> bool:
    """Whether a field, where there is one, surely means one of these."""
    return each is not None and (best := each.best())[0] in meanings and best[1] >= SURE


def is_typed(control: Control) -> bool:
    """Whether a control takes text or a choice from a list, so that a token can be told."""
    return control.is_field and control.type not in BOXES


def group(fields: Sequence[Field], snapshot: Snapshot) -> list[Group]:
    """The forms of a page with these fields, frame by frame."""
    by_control = {id(each.control): each for each in fields}
    groups: dict[tuple[int, int], Group] = defaultdict(Group)
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    frames: dict[int, list[Control]] = defaultdict(list)
    for control in snapshot.controls:
        key = (control.frame, control.form)
        row = frames[control.frame]
        row.append(control)
        if each := by_control.get(id(control)):
            groups[key].fields.append(each)
            places[key].append(len(row) - 1)
        elif control.type in ("checkbox", "radio"):
            groups[key].boxes.append(control)
        elif control.is_button and control.tag != "a":
            groups[key].buttons.append(control)
    for key, one in groups.items():
        _surround(one, key, frames[key[0]], places[key], snapshot)
    return list(groups.values())


def _surround(
    one: Group, key: tuple[int, int], row: list[Control], places: list[int], snapshot: Snapshot
) -> None:
    if places:
        near = row[max(0, places[0] - _BEFORE) : places[-1] + _AFTER]
        one.around = [c for c in near if c.is_button and (c.form in (key[1], -1))]
    if key[0] < len(snapshot.documents):
        one.title = snapshot.documents[key[0]].title


def _purposes(one: Group) -> dict[str, float]:
    points: dict[str, float] = defaultdict(float)
    for what in ("log in", "sign up", "change password"):
        points[what] += 3.0 * max((_named(button, what) for button in _own_buttons(one)), default=0.0)
        points[what] += 2.0 * any(says(heading, what) for heading in _headings(one))
        points[what] += 1.0 * says(one.title, what)
        points[what] += 1.5 * any(_hinted(each.control.form_hint, what) for each in one.fields[:1])
    if any(says(control.name, "forgot") for control in one.around):
        points["log in"] += 2.0
    for box in one.boxes:
        meanings = {found.meaning for found in find(box.name or box.label)}
        points["log in"] += 1.0 * ("remember" in meanings)
        points["sign up"] += 1.0 * bool(meanings & {"consent", "newsletter"}) * ("remember" not in meanings)
    points["sign up"] += 1.5 * min(2, _asked_only_of_newcomers(one))
    return points


def _own_buttons(one: Group) -> list[Control]:
    own = [b for b in one.buttons if not says(b.name, "someone else's")]
    return [b for b in own if b.sends or b.type == "submit"] or own


def _named(button: Control, what: str) -> float:
    return min(1.0, is_all(button.name, what) * 1.2)


def _headings(one: Group) -> set[str]:
    return {text for each in one.fields for text in (each.control.heading, each.control.group) if text}


def _hinted(hint: str, what: str) -> bool:
    words = {
        "log in": ("log in", "login", "signin", "logon", "anmelden"),
        "sign up": ("sign up", "register", "signup"),
    }
    said = says(hint.replace("/", " ").replace("_", " ").replace("-", " "), what)
    return said or any(word in hint.casefold() for word in words.get(what, ())[1:])


def _asked_only_of_newcomers(one: Group) -> int:
    asked = one.count(
        "given-name", "family-name", "name", "bday", "postal-code", "tel", "country", "street-address"
    )
    passwords = [each for each in one.fields if each.best()[0] == "password"]
    twice = len(passwords) > 1 and any(each.has("~again") for each in passwords)
    names = one.count("username"), one.count("email")
    return (asked > 0 and asked + sum(names) > 1) + twice + all(names)
