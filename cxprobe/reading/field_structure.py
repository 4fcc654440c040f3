"""What fields say of each other: the year after the month, the city after the street, a name on a card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_groups import Group
from cxprobe.reading.field_lists import kind_of
from cxprobe.reading.field_words import find

_CARD = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-name")
_ADDRESS = (
    "street-address",
    "address-line1",
    "address-line2",
    "address-level2",
    "postal-code",
    "address-level1",
)
_SURE = 2.4
_BOX = re.compile(r"^(.*?)[\W_]*(\d{1,2})[\W_]*$")


def relate(group: Group) -> None:
    """Let the fields of a form speak for and against each other's meanings, in place."""
    for rule in _RULES:
        rule(group)


def _neighbours(group: Group) -> Iterator[tuple[Field | None, Field, Field | None]]:
    fields = group.fields
    for place, each in enumerate(fields):
        before = fields[place - 1] if place else None
        after = fields[place + 1] if place + 1 < len(fields) else None
        yield before, each, after


def _is(each: Field | None, *meanings: str) -> bool:
    return each is not None and (best := each.best())[0] in meanings and best[1] >= _SURE


def _digit_boxes(group: Group) -> None:
    """Four or more boxes in a row for one figure each are a code, not four fields."""
    run: list[Field] = []
    for each in [*group.fields, None]:
        if each and _one_figure(each) and (not run or _alike(run[-1], each)):
            run.append(each)
            continue
        if len(run) >= 4:
            for one in run:
                _only(one, "one-time-code" if not one.has("pin", 2.0) else "pin", "one box of a code")
        run = [each] if each and _one_figure(each) else []


def _one_figure(each: Field) -> bool:
    control = each.control
    if control.tag != "input" or control.type in ("email", "date"):
        return False
    return control.max_length == 1 or each.has("one-time-code", 1.0) or each.has("pin", 2.0)


def _alike(one: Field, other: Field) -> bool:
    if one.control.max_length == other.control.max_length == 1:
        return True
    first, second = (_BOX.match(each.control.element or each.control.field) for each in (one, other))
    return bool(first and second and first[1] == second[1])


def _only(each: Field, meaning: str, reason: str) -> None:
    for other in each.points:
        each.points[other] = min(each.points[other], 0.5)
    each.add(meaning, 6.0, reason)


def _split_dates(group: Group) -> None:
    """Month, year and day: of a card's expiry or of a birthday, told by words, list or neighbours."""
    for before, each, after in _neighbours(group):
        part = _part(each)
        if part:
            whose = _whose(each, before, after, group)
            if whose:
                token = f"{whose}-{part}"
                points = max(each.points[f"~{part}"], each.points[whose], 3.0)
                reason = "the " + part + (" of the card's expiry" if whose == "cc-exp" else " of birth")
                each.points[whose] *= 0.5
                each.at_least(token, points + 1.0, f"it is for {reason}")
            else:
                each.at_least("date", 3.0, "part of some date")


def _part(each: Field) -> str:
    shares = {part: each.points.get(f"~{part}", 0.0) for part in ("month", "year", "day")}
    part, points = max(shares.items(), key=lambda item: item[1])
    if points < 1.2 or (each.best()[0] not in ("", "cc-exp", "bday", "date", "quantity") and points < 3.5):
        return ""
    whole = sum(1 for value in shares.values() if value >= 1.2) > 1 or _whole_shape(each)
    if each.control.tag == "select" and kind_of(each.control.options, each.control.values):
        return part
    if whole and (each.control.max_length < 1 or each.control.max_length > 4):
        return ""
    return part


def _whole_shape(each: Field) -> bool:
    shapes = {reason for meaning in ("cc-exp", "date", "bday") for _, reason in each.reasons.get(meaning, ())}
    return bool(shapes & {"it wants month and year", "it wants a date"})


def _whose(each: Field, before: Field | None, after: Field | None, group: Group) -> str:
    listed = kind_of(each.control.options, each.control.values) if each.control.tag == "select" else ""
    votes = {"cc-exp": each.points.get("cc-exp", 0.0), "bday": _birth(each)}
    votes["cc-exp"] += 3.0 * (listed == "years ahead")
    votes["bday"] += 3.0 * (listed == "years behind") + 3.0 * (each.points.get("~day", 0.0) >= 1.2)
    for near in (before, after):
        if near:
            votes["cc-exp"] += 2.0 * _is(near, *_CARD) + 0.5 * near.points.get("cc-exp", 0.0)
            votes["bday"] += 0.7 * _birth(near) + 2.0 * near.has("~day", 1.2) + 2.0 * _is(near, "bday-day")
            votes["bday"] += 2.0 * (kind_of(near.control.options, near.control.values) == "years behind")
    whose = max(votes, key=lambda key: votes[key])
    return whose if votes[whose] >= 1.0 else "cc-exp" if group.has_card() else _counted(group)


def _birth(each: Field) -> float:
    said = {found.meaning for found in find(each.control.group) + find(each.control.heading)}
    return (
        each.points.get("bday", 0.0) + each.points.get("~birth", 0.0) + 1.5 * bool(said & {"bday", "~birth"})
    )


def _counted(group: Group) -> str:
    parts = {
        _part_name
        for each in group.fields
        for _part_name in ("~day", "~month", "~year")
        if each.has(_part_name)
    }
    return "bday" if len(parts) == 3 else ""


def _unsaid_expiry(group: Group) -> None:
    """An unlabelled field between a card's expiry month, or number, and its code."""
    for before, each, after in _neighbours(group):
        if each.best()[1] >= _SURE or each.control.tag == "textarea":
            continue
        if _is(before, "cc-exp-month") and each.control.type not in ("email",):
            each.at_least("cc-exp-year", 3.0, "it follows the month of the card's expiry")
        elif (
            _is(before, "cc-exp", "cc-exp-year")
            and not _is(after, "cc-csc")
            and 0 < each.control.max_length < 5
        ):
            each.at_least("cc-csc", 2.8, "it follows the card's expiry")
        elif _is(before, "cc-number") and _is(after, "cc-number"):
            each.at_least("cc-number", 3.0, "it stands within the card's number")
        elif _is(before, "cc-number") and each.control.max_length == 4:
            each.at_least("cc-number", 3.0, "it goes on with the card's number")


def _halved_expiry(group: Group) -> None:
    """Two fields after each other that both say "expiry" are month and year."""
    for before, each, _ in _neighbours(group):
        if before and _both_say_expiry(before, each) and not (_whole_shape(each) or _whole_shape(before)):
            before.at_least(
                "cc-exp-month", before.points["cc-exp"] + 1, "the first of two for the card's expiry"
            )
            each.at_least("cc-exp-year", each.points["cc-exp"] + 1, "the second of two for the card's expiry")


def _both_say_expiry(one: Field, other: Field) -> bool:
    return one.best()[0] == other.best()[0] == "cc-exp" and one.control.tag == other.control.tag


def _names(group: Group) -> None:
    """Whether "name" is the whole, or what is left beside a first or last name; or the card's."""
    for before, each, after in _neighbours(group):
        near = (before, after)
        if _is(each, "name"):
            if any(_is(n, "given-name") for n in near) and not any(_is(n, "family-name") for n in near):
                each.at_least("family-name", each.points["name"] + 0.5, "it stands beside the first name")
            elif any(_is(n, "family-name") for n in near) and not any(_is(n, "given-name") for n in near):
                each.at_least("given-name", each.points["name"] + 0.5, "it stands beside the last name")
        if _is(each, "name", "given-name", "family-name") and _on_card(each, before, after, group):
            each.at_least(
                f"cc-{each.best()[0]}", each.best()[1] + 0.5, "it stands among the fields of a card"
            )
        if _is(each, "cc-name") and not group.has_card() and not each.control.autocomplete.startswith("cc"):
            each.points["name"] = max(each.points["name"], 2.5)


def _on_card(each: Field, before: Field | None, after: Field | None, group: Group) -> bool:
    if each.points.get("cc-name", 0.0) >= 1.5:
        return True
    carded = [n for n in (before, after) if _is(n, *_CARD)]
    homely = [
        n
        for n in (before, after)
        if _is(n, *_ADDRESS, "email", "tel", "country", "given-name", "family-name")
    ]
    return _is(each, "name") and bool(carded) and not homely


def _addresses(group: Group) -> None:
    """Lines of an address after each other, and numbers of houses."""
    for before, each, after in _neighbours(group):
        best, points = each.best()
        street = _is(before, "street-address", "address-line1")
        if street and best in ("street-address", "address-line1") and _same_place(before, each):
            line = _numbered(each)
            if line != 1 and not _is(after, "address-line2"):
                each.at_least("address-line2", points + 0.5, "it follows the first line of the address")
        elif (
            _is(before, "address-line2")
            and _street_before(group, each)
            and best in ("street-address", "address-line2")
            and _numbered(each) != 2
        ):
            each.at_least("address-line3", points + 0.5, "it follows the second line of the address")
        elif (
            best == "address-level2"
            and _is(after, best)
            and each.has("address-line2")
            and each.has("street-address")
        ):
            each.at_least("address-line2", points + 0.5, "the town is asked for after it")
        elif before and points < _SURE and _wordless(each) and _is(before, "postal-code", "address-level2"):
            other = "postal-code" if before.best()[0] == "address-level2" else "address-level2"
            if before.has(other, 1.5):
                each.at_least(other, 3.0, "two things are asked for under one label, this is the second")
        elif street and points < _SURE and _is(after, "address-level2", "postal-code") and _wordless(each):
            each.at_least("address-line2", 2.6, "it stands between the street and the town")
        if best == "house-number" and not (_near_street(group, each) or each.has("house-number", 4.0)):
            each.points["house-number"] *= 0.4
        if best in ("country", "address-level1") and each.control.tag == "input" and each.has("tel", 3.0):
            each.add("tel", 2.0)

    lines = [each for each in group.fields if _is(each, "address-line2")]
    if lines and not group.count("street-address", "address-line1"):
        lines[0].at_least("address-line1", lines[0].best()[1] + 0.5, "the first line of the address")


def _street_before(group: Group, each: Field) -> bool:
    earlier = group.fields[: group.fields.index(each)]
    return any(_is(one, "street-address", "address-line1") for one in earlier[-3:])


def _same_place(one: Field | None, other: Field) -> bool:
    return one is not None and one.control.group == other.control.group


def _numbered(each: Field) -> int:
    digits = re.findall(r"\d", each.control.label or each.control.placeholder or each.control.name)
    return int(digits[0]) if digits else 0


def _wordless(each: Field) -> bool:
    return not (each.control.label or each.control.placeholder or each.control.name)


def _near_street(group: Group, each: Field) -> bool:
    place = group.fields.index(each)
    return any(_is(n, "street-address", "address-line1") for n in group.fields[max(0, place - 2) : place + 3])


def _telephones(group: Group) -> None:
    """A telephone number in several boxes, and the dialling code before it."""
    for before, each, after in _neighbours(group):
        best = each.best()[0]
        short = 0 < each.control.max_length <= 4
        if best == "tel" and short and each.control.max_length == 3:
            then = after and after.control.max_length
            if _is(before, "tel-area-code") and then == 4:
                each.at_least(
                    "tel-local-prefix", each.points["tel"] + 1, "the middle part of a telephone number"
                )
            elif then in (3, 7):
                each.at_least("tel-area-code", each.points["tel"] + 1, "the first part of a telephone number")
        if best in ("", "tel") and each.control.max_length == 4 and _is(before, "tel-local-prefix"):
            each.at_least("tel-local-suffix", each.points["tel"] + 3, "the last part of a telephone number")
        if (
            each.control.tag == "select"
            and best in ("country", "tel-country-code")
            and each.has("country", 4.0)
        ):
            if _is(after, "tel") and each.has("tel-country-code", 1.0):
                each.at_least(
                    "tel-country-code", each.points["country"] + 1, "it stands before the telephone number"
                )
            elif not _is(after, "tel"):
                each.at_least("country", each.points["tel-country-code"] + 0.5, "it lists countries")


def _again(group: Group) -> None:
    """Asked a second time: what it repeats is what came before."""
    for before, each, _ in _neighbours(group):
        if before is None or not each.has("~again", 1.5):
            continue
        asked = before.best()[0]
        best, points = each.best()
        if asked in ("email", "password", "username", "tel") and best != asked and _gives_way(each, asked):
            each.at_least(asked, max(points + 0.5, 3.0), "it repeats what was asked before")


def _gives_way(each: Field, asked: str) -> bool:
    return each.has(asked, 1.0) or each.best()[1] < 4.5


def _users(group: Group) -> None:
    """The field before a password is who one is, whatever the page calls it."""
    for before, each, _ in _neighbours(group):
        if before is None or not _is(each, "password") or each.has("~again"):
            continue
        if before.control.tag != "input" or before.control.type not in ("text", "tel", "email", "number"):
            continue
        best, points = before.best()
        if points < _SURE and not before.control.visible and group.count("username", "email"):
            continue
        logging_in = group.purposes["log in"] >= max(2.0, group.purposes["sign up"] + 1)
        known = best in (
            "username",
            "email",
            "password",
            "family-name",
            "given-name",
            "one-time-code",
            "captcha",
            "bot-trap",
        )
        if (points < _SURE and not before.has("nickname")) or (logging_in and not known):
            before.at_least("username", max(points + 0.5, 3.0), "it stands before the password")


def _codes(group: Group) -> None:
    """A bare "code" or "number" beside a card's expiry, and promo codes that have a button of their own."""
    if not (group.card_near or group.count("cc-number", "cc-exp", "cc-exp-month", "cc-exp-year")):
        for each in group.fields:
            if each.best()[0] == "cc-csc" and not each.control.autocomplete.endswith("cc-csc"):
                _without_card(each)


def _without_card(each: Field) -> None:
    precise = re.search(
        r"cv[vcn]|csc|card|kart|carte|tarjeta|carta|cart[aã]o", each.words.casefold() + each.control.field
    )
    if not precise:
        each.at_least("one-time-code", each.points["cc-csc"] + 1, "a code, and no card is asked for")


_RULES: tuple[Callable[[Group], None], ...] = (
    _digit_boxes,
    _again,
    _split_dates,
    _halved_expiry,
    _unsaid_expiry,
    _split_dates,
    _addresses,
    _names,
    _telephones,
    _users,
    _codes,
)
