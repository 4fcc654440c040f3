"""The choices a checkout asks for: how to deliver, how to pay; tiles, and buttons that open one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from cxprobe.reading.forms import Reading, read_form
from cxprobe.reading.snapshot import Control, Snapshot

_CARD = re.compile(
    r"\b(credit|debit|bank ?card|card|kreditkarte|karte|carte|tarjeta|carta di credito|creditcard"
    r"|kart[aąę]|cart[aã]o|visa|mastercard)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"paypal|klarna|apple ?pay|google ?pay|amazon|ideal|sofort|giropay|bancontact|blik|przelewy24|bizum"
    r"|gift ?card|gutschein|carte cadeau|wallet|crypto|bitcoin",
    re.IGNORECASE,
)
_CARD_FIELDS = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month")
_ABROAD = ("header", "nav", "footer")


def undecided(snapshot: Snapshot, brand: str) -> Iterator[Control]:
    """One tile of every group of tiles that waits for a choice; the card, of its brand, where offered."""
    tiles = [r for r in read_form(snapshot) if _is_tile(r.control)]
    for _, members in groupby(sorted(tiles, key=_group), key=_group):
        group = [reading.control for reading in members]
        chosen = next((tile for tile in group if tile.checked), None)
        cards = [tile for tile in group if is_card(tile)]
        card = next((tile for tile in cards if brand and brand in _words(tile).casefold()), (*cards, None)[0])
        if chosen is None:
            yield card or next((t for t in group if not _ELSEWHERE.search(_words(t))), group[0])
        elif card is not None and _ELSEWHERE.search(_words(chosen)):
            yield card


def folded_card(snapshot: Snapshot) -> Control | None:
    """The button behind which a card is asked for, among buttons for other ways to pay; None for none.

    None too where a card is asked for already, and where nothing but the one button speaks of paying.
    """
    if any(r.token in _CARD_FIELDS and r.control.usable for r in read_form(snapshot)):
        return None
    buttons = [c for c in snapshot.buttons() if _may_open(c)]
    others = [c for c in buttons if _ELSEWHERE.search(c.name)]
    for button in buttons:
        shut = button.expanded is False or (button.expanded is None and bool(others))
        if is_card(button) and shut and not button.checked:
            return button
    return None


def is_card(control: Control) -> bool:
    """Whether a tile or a button stands for paying by card."""
    return bool(_CARD.search(_words(control))) and not _ELSEWHERE.search(_words(control))


def why(tile: Control) -> str:
    """Why a tile is chosen, in plain words."""
    if is_card(tile):
        return "a card is what this customer pays with"
    return f'"{tile.group}" waits for a choice' if tile.group else "one of these must be chosen"


def _may_open(control: Control) -> bool:
    """Whether a button opens something on this page, and neither sends a form nor leads away."""
    leads = control.href and "#" not in control.href
    sends = control.sends and control.expanded is None
    return (
        bool(control.name)
        and len(control.name) <= 60
        and control.landmark not in _ABROAD
        and not (leads or sends)
    )


def _is_tile(control: Control) -> bool:
    radio = control.type == "radio" or control.role == "radio"
    return radio and control.usable and control.landmark not in _ABROAD


def _words(tile: Control) -> str:
    if tile.type != "radio" and tile.role != "radio":
        return tile.name[:120]
    return f"{tile.name} {tile.label} {tile.after}"[:120]


def _group(reading: Reading) -> tuple[int, int, str]:
    """What tells one group of tiles from another: its name, else what it is about, else its heading."""
    tile = reading.control
    return tile.frame, tile.form, tile.field or reading.purpose or tile.group or tile.heading
