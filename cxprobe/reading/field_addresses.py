"""What the fields of an address, and of a telephone number, say of each other."""

from __future__ import annotations

import re

from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_groups import SURE, Group, means, neighbours
from cxprobe.reading.field_lists import kind_of

_STREET = ("street-address", "address-line1")
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
    lines = [each for each in group.fields if means(each, "address-line2")]
    if lines and not group.count(*_STREET, *_TOWN, "address-level1", "country"):
        for each in lines:
            each.points["address-line2"] *= 0.25  # a room, a unit, a floor of something that is no address
    elif lines and not group.count(*_STREET):
        lines[0].at_least("address-line1", lines[0].best()[1] + 0.5, "the first line of the address")


def _second_line(before: Field | None, each: Field, after: Field | None) -> None:
    best, points = each.best()
    if means(before, *_STREET) and best in _STREET and _same_place(before, each):
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
            each.at_least(other, 3.0, "two things are asked for under one label, this is the second")


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
        if each.control.tag == "select" and each.has("country", 4.0):
            _dialled(each, after)


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
