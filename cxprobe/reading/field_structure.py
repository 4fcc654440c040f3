"""What fields say of each other: the year after the month, the city after the street, a name on a card."""

from __future__ import annotations

import re
from collections.abc import Callable

from cxprobe.reading.field_addresses import relate_addresses, relate_telephones
from cxprobe.reading.field_evidence import Field
from cxprobe.reading.field_groups import CODE_WORDS, SURE, Group, means, neighbours
from cxprobe.reading.field_lists import kind_of
from cxprobe.reading.field_words import find, plain

_CARD = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-name")
_CODES = ("one-time-code", "pin", "cc-csc")
_ADDRESS = (
    "street-address",
    "address-line1",
    "address-line2",
    "address-level2",
    "postal-code",
    "address-level1",
)
_OTHER_DATES = re.compile(
    r"passport|licen[cs]e|visa expir|\bissued?\b|valid from|start date|graduat|depart|arriv|travel"
    r"|check.?(?:in|out)"
    r"|deliver|move|wedding|event|appointment|ausweis|reisepass|führerschein|anreise|abreise|lieferdatum"
    r"|gültig (?:ab|von)|passeport|permis|arrivée|départ|pasaporte|llegada|salida|passaporto|patente"
    r"|paspoort|rijbewijs"
    r"|paszport|passaporte|partida|valable du|válida desde|geldig van",
    re.IGNORECASE,
)
"""Words of dates that are neither a card's expiry nor a birthday."""
_OWN_DATES = re.compile(
    r"birth|\bcard\b|geburt|naissance|nacimiento|nascita|geboorte|urodzenia|nascimento", re.I
)
_BOX = re.compile(r"^(.*?)[\W_]*(\d{1,2})[\W_]*$")


def relate(group: Group) -> None:
    """Let the fields of a form speak for and against each other's meanings, in place."""
    for rule in _RULES:
        rule(group)


def _digit_boxes(group: Group) -> None:
    """Four or more boxes in a row for one figure each are a code, not four fields."""
    run: list[Field] = []
    for each in [*group.fields, None]:
        if each and _one_figure(each) and (not run or _alike(run[-1], each)):
            run.append(each)
            continue
        if len(run) >= 4:
            for one in run:
                _only(
                    one,
                    "pin" if one.has("pin", 2.0) and len(run) == 4 else "one-time-code",
                    "one box of a code",
                )
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
    for before, each, after in neighbours(group):
        part = _part(each)
        if part and _OTHER_DATES.search(each.words) and not _OWN_DATES.search(each.words):
            _only(each, "date", "part of some other date")
        elif part:
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
    votes["cc-exp"] += 3.0 * (listed == "years ahead" and _is_of_a_card(each, before, after, group))
    votes["bday"] += 3.0 * (listed == "years behind") + 3.0 * (
        each.has("~day", 1.2) and _is_of_a_date(each, before, after)
    )
    for near in (before, after):
        if near:
            votes["cc-exp"] += 2.0 * means(near, *_CARD) + 0.5 * near.points.get("cc-exp", 0.0)
            votes["bday"] += 0.7 * _birth(near) + 2.0 * near.has("~day", 1.2) + 2.0 * means(near, "bday-day")
            votes["bday"] += 2.0 * (kind_of(near.control.options, near.control.values) == "years behind")
    whose = max(votes, key=lambda key: votes[key])
    return whose if votes[whose] >= 1.0 else "cc-exp" if group.has_card() else _counted(group)


def _is_of_a_card(each: Field, before: Field | None, after: Field | None, group: Group) -> bool:
    """Whether anything but a list of years says that a card's expiry is asked for."""
    near = any(
        n is not None and (means(n, *_CARD) or n.has("~month") or n.has("cc-exp")) for n in (before, after)
    )
    return near or each.has("cc-exp") or group.has_card() or group.card_near


def _is_of_a_date(each: Field, before: Field | None, after: Field | None) -> bool:
    """Whether a day has its month or year beside it, or is one of birth: else it is a day of the month."""
    near = any(
        n is not None and (n.has("~month") or n.has("~year") or n.has("bday-month")) for n in (before, after)
    )
    return near or _birth(each) > 0


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
    for before, each, after in neighbours(group):
        if each.best()[1] >= SURE or each.control.tag == "textarea":
            continue
        if means(before, "cc-exp-month") and each.control.type not in ("email",):
            each.at_least("cc-exp-year", 3.0, "it follows the month of the card's expiry")
        elif (
            means(before, "cc-exp", "cc-exp-year")
            and not means(after, "cc-csc")
            and 0 < each.control.max_length < 5
        ):
            each.at_least("cc-csc", 2.8, "it follows the card's expiry")
        elif means(before, "cc-number") and means(after, "cc-number"):
            each.at_least("cc-number", 3.0, "it stands within the card's number")
        elif means(before, "cc-number") and each.control.max_length == 4:
            each.at_least("cc-number", 3.0, "it goes on with the card's number")


def _halved_expiry(group: Group) -> None:
    """Two fields after each other that both say "expiry" are month and year."""
    for before, each, _ in neighbours(group):
        if (
            before
            and _both_say_expiry(before, each)
            and (
                before.control.label == each.control.label != ""
                or not (_whole_shape(each) or _whole_shape(before))
            )
        ):
            before.at_least(
                "cc-exp-month", before.points["cc-exp"] + 1, "the first of two for the card's expiry"
            )
            each.at_least("cc-exp-year", each.points["cc-exp"] + 1, "the second of two for the card's expiry")


def _both_say_expiry(one: Field, other: Field) -> bool:
    return one.best()[0] == other.best()[0] == "cc-exp" and one.control.tag == other.control.tag


def _names(group: Group) -> None:
    """Whether "name" is the whole, or what is left beside a first or last name; or the card's."""
    for before, each, after in neighbours(group):
        near = (before, after)
        if after and (order := _both_names(each, after)):
            each.at_least(
                order[0], max(each.best()[1], SURE) + 0.5, "both names are asked for under one label"
            )
            after.at_least(order[1], max(after.best()[1], SURE) + 0.5, "the second of two names")
        if means(each, "name"):
            if any(means(n, "given-name") for n in near) and not any(means(n, "family-name") for n in near):
                each.at_least("family-name", each.points["name"] + 0.5, "it stands beside the first name")
            elif any(means(n, "family-name") for n in near) and not any(means(n, "given-name") for n in near):
                each.at_least("given-name", each.points["name"] + 0.5, "it stands beside the last name")
        if means(each, "name", "given-name", "family-name") and _on_card(each, before, after, group):
            each.at_least(
                f"cc-{each.best()[0]}", each.best()[1] + 0.5, "it stands among the fields of a card"
            )
        if means(each, "cc-name") and means(after, "family-name", "cc-family-name"):
            each.at_least("cc-given-name", each.points["cc-name"] + 0.5, "the holder's last name follows it")
        elif (
            means(each, "cc-name") and not group.has_card() and not each.control.autocomplete.startswith("cc")
        ):
            each.points["name"] = max(each.points["name"], 2.5)


def _both_names(each: Field, after: Field) -> tuple[str, str] | None:
    """First and last name under one label, in the order in which it names them."""
    said, own = each.control.label, after.control
    if own.placeholder or own.type != each.control.type or (own.label and own.label != said):
        return None
    if after.best()[1] >= SURE and after.best()[0] not in ("name", "given-name", "family-name"):
        return None
    if _FIRST_LAST.search(said):
        return "given-name", "family-name"
    return ("family-name", "given-name") if _LAST_FIRST.search(said) else None


_AND = r"[\s\-.]*(?:name)?\s*(?:[/,&+]|and|und|et|y|e|en|i)\s*"
"""What joins two names in one label: "First / last name", "Vor- und Nachname"."""
_FIRST_LAST = re.compile(
    rf"\b(?:first{_AND}last|vor{_AND}nach|nombre{_AND}apellido|nome{_AND}(?:cognome|apelido|sobrenome)"
    rf"|prénom{_AND}nom|voor{_AND}achter|imię{_AND}nazw)",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(
    rf"\b(?:last{_AND}first|(?:nach)?name{_AND}vorn|nom{_AND}prénom|cognome{_AND}nome|nazwisko{_AND}imi)",
    re.IGNORECASE,
)


def _on_card(each: Field, before: Field | None, after: Field | None, group: Group) -> bool:
    if each.points.get("cc-name", 0.0) >= 1.5 and (group.has_card() or group.card_near):
        return True
    carded = [n for n in (before, after) if means(n, *_CARD)]
    homely = [
        n
        for n in (before, after)
        if means(n, *_ADDRESS, "email", "tel", "country", "given-name", "family-name", "bank-account")
    ]
    return means(each, "name") and bool(carded) and not homely


def _again(group: Group) -> None:
    """Asked a second time: what it repeats is what came before."""
    for before, each, _ in neighbours(group):
        if before is None or not each.has("~again", 1.5):
            continue
        asked = before.best()[0]
        best, points = each.best()
        if asked in ("email", "password", "username", "tel") and best != asked and _gives_way(each, asked):
            each.at_least(asked, max(points + 0.5, 3.0), "it repeats what was asked before")


def _gives_way(each: Field, asked: str) -> bool:
    return each.has(asked, 1.0) or each.best()[1] < 4.5


def _secrets(group: Group) -> None:
    """A code that is typed unseen behind a user name, where no password is asked for, is one."""
    if any(each.has("password", 4.0) for each in group.fields):
        return
    for before, each, _ in neighbours(group):
        if each.control.type == "password" and means(before, "username", "email") and means(each, *_CODES):
            each.at_least("password", each.best()[1] + 0.5, "it stands behind the user name")


def _users(group: Group) -> None:
    """The field before a password is who one is, whatever the page calls it."""
    for before, each, _ in neighbours(group):
        if before is None or not means(each, "password") or each.has("~again"):
            continue
        if before.control.tag != "input" or before.control.type not in ("text", "tel", "email", "number"):
            continue
        best, points = before.best()
        if points < SURE and not before.control.visible and group.count("username", "email"):
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
        if (points < SURE and not before.has("nickname")) or (logging_in and not known):
            before.at_least("username", max(points + 0.5, 3.0), "it stands before the password")


def _codes(group: Group) -> None:
    """A bare "code" or "number": a card's beside its expiry, a shop's where the form speaks of vouchers."""
    for each in group.fields:
        if _is_bare_code(each) and _speaks_of_vouchers(group, each):
            each.at_least("promo-code", max(3.0, each.best()[1] + 0.5), "the form is for vouchers")
    if not (group.card_near or group.count("cc-number", "cc-exp", "cc-exp-month", "cc-exp-year")):
        for each in group.fields:
            if each.best()[0] == "cc-csc" and not each.control.autocomplete.endswith("cc-csc"):
                _without_card(each)


def _is_bare_code(each: Field) -> bool:
    said = plain(each.control.label or each.control.placeholder or each.control.name)
    known = each.best()[0] in ("", "one-time-code", "cc-csc", "thing")
    return said in CODE_WORDS and known and each.control.type != "password"


def _speaks_of_vouchers(group: Group, each: Field) -> bool:
    control = each.control
    texts = (control.form_hint, control.group, control.heading, *(b.name for b in group.buttons))
    return any(found.meaning == "promo-code" for text in texts for found in find(text))


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
    relate_addresses,
    _names,
    relate_telephones,
    _secrets,
    _users,
    _codes,
)
