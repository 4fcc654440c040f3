"""What the fields of an address, and of a telephone number, say of each other."""

from __future__ import annotations

import re

from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_groups import SURE, Group, means, neighbours
from cxprobe.reading.field_lists import kind_of
from cxprobe.reading.field_words import find, plain

_STREET = ("street-address", "address-line1")
_NUMBERED = re.compile(
    r"[/,+&]\s*(?:haus|huis)?(?:nr|no|n°|nº|num)\w*\b|und hausn|en huisn|e n(?:\.|úmero)", re.IGNORECASE
)
"""A street and its number under one label."""
_LINES = ("work", "home", "office", "day", "daytime", "evening", "mobile", "cell", "other", "alternative")
_TOWN = ("address-level2", "postal-code")


def relate_addresses(group: Group) -> None:
    """Lines of an address after each other, numbers of houses, and two things under one label."""
    for before, each, after in neighbours(group):
        _second_line(before, each, after)
        _third_line(before, each, group)
        _unsaid(before, each, after)
        if each.best()[0] == "house-number" and not (
            _near_street(group, each) or each.has("house-number", 4.0)
        ):
            each.points["house-number"] *= 0.4
    for row in zip(group.fields, group.fields[1:], group.fields[2:], strict=False):
        _third_of_one_label(*row)
    lines = [each for each in group.fields if means(each, "address-line2")]
    if lines and not group.count(*_STREET, *_TOWN, "address-level1", "country"):
        for each in lines:
            each.points["address-line2"] *= 0.25  # a room, a unit, a floor of something that is no address
    elif lines and not group.count(*_STREET, "house-number"):
        lines[0].at_least("address-line1", lines[0].best()[1] + 0.5, "the first line of the address")


def _second_line(before: Field | None, each: Field, after: Field | None) -> None:
    best, points = each.best()
    if means(before, *_STREET) and before and _NUMBERED.search(_shared_words(before, each)):
        each.at_least("house-number", points + 0.5, "the number of the house is asked for under one label")
    elif means(before, *_STREET) and best in _STREET and _same_place(before, each):
        if _numbered(each) != 1 and not means(after, "address-line2"):
            each.at_least("address-line2", points + 0.5, "it follows the first line of the address")
    elif best == "address-level2" and means(after, best) and each.has("address-line2"):
        each.at_least("address-line2", points + 0.5, "the town is asked for after it")


def _third_line(before: Field | None, each: Field, group: Group) -> None:
    best, points = each.best()
    if not (means(before, "address-line2") and best in ("street-address", "address-line2")):
        return
    earlier = group.fields[: group.fields.index(each)][-3:]
    if _numbered(each) != 2 and any(means(one, *_STREET) for one in earlier):
        each.at_least("address-line3", points + 0.5, "it follows the second line of the address")


def _unsaid(before: Field | None, each: Field, after: Field | None) -> None:
    """A field that says nothing: between street and town, or the second under one label."""
    if before is None or each.best()[1] >= SURE or not _wordless(each):
        return
    if means(before, *_STREET) and means(after, *_TOWN):
        each.at_least("address-line2", 2.6, "it stands between the street and the town")
    elif means(before, *_TOWN):
        other = _TOWN[1 - _TOWN.index(before.best()[0])]
        if before.has(other, 1.5):
            first, second = _in_order(before.best()[0], other, before)
            before.at_least(first, before.best()[1] + 0.5, "two things are asked for, this is the first")
            each.at_least(second, 3.0, "two things are asked for under one label, this is the second")


def _in_order(one: str, other: str, said: Field) -> tuple[str, str]:
    """Two meanings as a label names them: "Postcode and town"."""
    told = [found.meaning for found in find(said.control.label)]
    turned = one in told and other in told and told.index(other) < told.index(one)
    return (other, one) if turned else (one, other)


def _third_of_one_label(first: Field, second: Field, each: Field) -> None:
    """The last of "City, State, ZIP" in three fields with a label for all of them."""
    if each.best()[1] >= SURE or not _wordless(each):
        return
    if means(second, "address-level1") and _wordless(second) and first.has("postal-code", 1.2):
        each.at_least("postal-code", 3.0, "three things are asked for under one label, this is the third")


def _shared_words(one: Field, other: Field) -> str:
    """The words of a label that two fields share, the second without a word of its own."""
    own = other.control.placeholder or (
        other.control.label if other.control.label != one.control.label else ""
    )
    return one.control.label if not own else ""


def _same_place(one: Field | None, other: Field) -> bool:
    return one is not None and one.control.group == other.control.group


def _numbered(each: Field) -> int:
    said = each.control.label or each.control.placeholder or each.control.name
    digits = re.findall(r"[0-9]", said)
    return int(digits[0]) if digits else 0


def _wordless(each: Field) -> bool:
    return not (each.control.label or each.control.placeholder or each.control.name)


def _near_street(group: Group, each: Field) -> bool:
    place = group.fields.index(each)
    return any(means(near, *_STREET) for near in group.fields[max(0, place - 2) : place + 3])


def relate_telephones(group: Group) -> None:
    """A telephone number in several boxes, and the dialling code before it."""
    for before, each, after in neighbours(group):
        _parts(before, each, after)
        _another_line(before, each)
        if each.control.tag == "select" and each.has("country", 4.0):
            _dialled(each, after)


def _another_line(before: Field | None, each: Field) -> None:
    """After a telephone number "Work" or "Evening" is another one."""
    said = plain(each.control.label or each.control.placeholder)
    if said in _LINES and means(before, "tel") and each.best()[1] < SURE:
        each.at_least("tel", 3.0, "it follows a telephone number")


def _parts(before: Field | None, each: Field, after: Field | None) -> None:
    best, room = each.best()[0], each.control.max_length
    if best == "tel" and room == 3:
        then = after.control.max_length if after else 0
        if means(before, "tel-area-code") and then == 4:
            each.at_least("tel-local-prefix", each.points["tel"] + 1, "the middle part of a telephone number")
        elif then in (3, 7):
            each.at_least("tel-area-code", each.points["tel"] + 1, "the first part of a telephone number")
    elif best in ("", "tel") and room == 4 and means(before, "tel-local-prefix"):
        each.at_least("tel-local-suffix", each.points["tel"] + 3, "the last part of a telephone number")


def _dialled(each: Field, after: Field | None) -> None:
    """A list of countries with their dialling codes is for the number after it, else for the country."""
    if each.best()[0] not in ("country", "tel-country-code"):
        return
    coded = each.has("tel-country-code") or kind_of(each.control.options) == "dial codes"
    if means(after, "tel") and coded:
        each.at_least("tel-country-code", each.points["country"] + 1, "it stands before the telephone number")
    elif not means(after, "tel"):
        each.at_least("country", each.points["tel-country-code"] + 0.5, "it lists countries")
