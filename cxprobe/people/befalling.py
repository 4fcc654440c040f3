"""What misfortunes do to a customer's conditions: pure functions of the conditions and a value.

Whatever may fall on one day gives the same in either order: each touches its own part, and reads no
other misfortune's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from cxprobe.people.day import CONNECTIONS, JSON, Conditions, Detour, Line
from cxprobe.people.identity import REFUSED_CARDS, Card, renamed
from cxprobe.people.misfortune import Befall

_LONGEST_LOCAL_PART = 64
"""Characters that may stand before the @ of a mail address (RFC 5321, 4.5.3.1.1)."""
_PAST = "01/21"
"""When a card ran out that nobody has thrown away."""
_LONG_TAIL = "whohaskeptthesameaddresssincetheveryfirstdayofschoolandlongerstill"


def _but(conditions: Conditions, **changes: Any) -> Conditions:
    """The same conditions for somebody who is otherwise on paper."""
    return replace(conditions, identity=replace(conditions.identity, **changes))


# ---- who they are on paper -------------------------------------------------------------------------


def last_name(conditions: Conditions, name: JSON) -> Conditions:
    """Another last name."""
    identity = conditions.identity
    return replace(conditions, identity=renamed(identity, identity.first_name, str(name)))


def whole_name(conditions: Conditions, name: JSON) -> Conditions:
    """Another first and last name."""
    first, _, last = str(name).partition(" ")
    return replace(conditions, identity=renamed(conditions.identity, first, last))


def second_line(conditions: Conditions, line: JSON) -> Conditions:
    """A second line of the address."""
    return _but(conditions, street2=str(line))


def sloppy_postcode(conditions: Conditions, _: JSON) -> Conditions:
    """The postcode as it is typed in passing: small letters, and no space."""
    return _but(conditions, postcode="".join(conditions.identity.postcode.split()).lower())


def plus_mail(conditions: Conditions, tag: JSON) -> Conditions:
    """A tag behind a plus sign in the mail address, by which its owner tells who sold it."""
    box, _, domain = conditions.identity.email.rpartition("@")
    return _but(conditions, email=f"{box}{'-' if '+' in box else '+'}{tag}@{domain}")


def long_mail(conditions: Conditions, length: JSON) -> Conditions:
    """As many characters before the @ as the value says, 64 at most."""
    box, _, domain = conditions.identity.email.rpartition("@")
    room = max(0, min(int(length), _LONGEST_LOCAL_PART) - len(box))
    joint = "-" if "+" in box else "."
    tail = f"{joint}{_LONG_TAIL}"[:room] if room > 1 else ""
    return _but(conditions, email=f"{box}{tail}@{domain}")


def foreign_phone(conditions: Conditions, phone: JSON) -> Conditions:
    """A telephone number of another country, written as one dials it from abroad."""
    return _but(conditions, phone=str(phone))


def declined_card(conditions: Conditions, _: JSON) -> Conditions:
    """The first card tried is one that processors publish for being declined; the good one comes next."""
    return _first(conditions, replace(conditions.identity.card, number=REFUSED_CARDS["declined"]))


def expired_card(conditions: Conditions, _: JSON) -> Conditions:
    """The first card tried has run out; the good one comes next."""
    return _first(conditions, replace(conditions.identity.card, expiry=_PAST))


def _first(conditions: Conditions, bad: Card) -> Conditions:
    return _but(conditions, card=bad, second_card=conditions.identity.card)


# ---- the hands and the way -------------------------------------------------------------------------


def hands(**changes: JSON) -> Befall:
    """Hands that work otherwise, whatever the value."""
    return lambda conditions, _: replace(conditions, hands=replace(conditions.hands, **changes))


def pastes(conditions: Conditions, suffix: JSON) -> Conditions:
    """Hands that paste, with what clings to it."""
    return hands(pastes=True, paste_suffix=str(suffix))(conditions, suffix)


def typos(conditions: Conditions, every: JSON) -> Conditions:
    """A slip in so many keys."""
    return hands(typo_every=int(every))(conditions, every)


def wrong_autofill(conditions: Conditions, line: JSON) -> Conditions:
    """A browser that remembers another address."""
    return hands(autofill=str(line))(conditions, line)


def detour(kind: Literal["back", "reload", "tab", "return", "mind"]) -> Befall:
    """A step aside after so many pages as the value says."""

    def befall(conditions: Conditions, after: JSON) -> Conditions:
        return replace(conditions, detours=(*conditions.detours, Detour(kind=kind, after=int(after))))

    return befall


# ---- the device and the line -----------------------------------------------------------------------


def context(**options: JSON) -> Befall:
    """Other options for the browser's context, whatever the value."""
    return lambda conditions, _: replace(conditions, context={**conditions.context, **options})


def phone_of(width: int, height: int) -> Befall:
    """A touch screen of so many CSS pixels."""
    size = {"width": width, "height": height}
    options = {
        "viewport": size,
        "screen": size,
        "is_mobile": True,
        "has_touch": True,
        "device_scale_factor": 2,
    }

    def befall(conditions: Conditions, value: JSON) -> Conditions:
        return hands(touch=True)(context(**options)(conditions, value), value)

    return befall


def zoom(conditions: Conditions, times: JSON) -> Conditions:
    """Pages so many times larger, or as large as the customer has them anyway."""
    return replace(conditions, zoom=max(conditions.zoom, float(times)))


def other_language(conditions: Conditions, language: JSON) -> Conditions:
    """A browser that asks for pages in another language than the one its owner writes."""
    return context(locale=str(language))(conditions, language)


def night(conditions: Conditions, hour: JSON) -> Conditions:
    """The clock of the browser shows this hour."""
    return replace(conditions, hour=int(hour))


def saves_battery(conditions: Conditions, times: JSON) -> Conditions:
    """A processor so many times slower, and as little motion as possible."""
    slower = replace(conditions, processor=float(times))
    return context(reduced_motion="reduce")(slower, times)


def blocks(*addresses: str) -> Befall:
    """A browser that does not load these addresses."""
    return lambda conditions, _: replace(conditions, blocked=(*conditions.blocked, *addresses))


def slow_line(conditions: Conditions, connection: JSON) -> Conditions:
    """As slow as that connection, or as the customer's own line where that is slower still."""
    line, slow = conditions.line, CONNECTIONS[str(connection)]
    down = min(slow.down or 0.0, line.down or float("inf"))
    up = min(slow.up or 0.0, line.up or float("inf"))
    slower = replace(line, latency=max(line.latency, slow.latency), down=down, up=up)
    return replace(conditions, line=slower)


def drops(seconds: float, times: int) -> Befall:
    """A line that goes down so often, so long each time."""

    def befall(conditions: Conditions, _: JSON) -> Conditions:
        line: Line = replace(conditions.line, offline=seconds, drops=times)
        return replace(conditions, line=line)

    return befall
