"""Which button sends a form as a person would: by its words, its place and its type."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cxprobe.reading.field_groups import CODE_WORDS, is_typed
from cxprobe.reading.field_words import find, is_all, is_edged, plain, says
from cxprobe.reading.snapshot import Control, Snapshot

_ENOUGH = 2.5
"""Points from which a button is taken to send; a submit button in a form has 2 before any word is read."""
_NEARLY = 2.0
"""How many points less than the best of its form a button may have and still be taken to send."""
_WITH = re.compile(r"\b(?:with|via|using|mit|über|avec|par|con|tramite|met|przez|z|com|por)\b", re.IGNORECASE)
_MAKERS = (
    "submit",
    "primary",
    "continue",
    "placeorder",
    "place-order",
    "checkout",
    "paynow",
    "login",
    "signup",
)


def senders(snapshot: Snapshot) -> frozenset[tuple[int, int]]:
    """The buttons that send the form they belong to, by frame and id."""
    found: set[tuple[int, int]] = set()
    for buttons in _by_form(snapshot).values():
        points = [(_points(control, row, buttons), control) for control, row in buttons]
        for drawn in (True, False):
            best = max((each for each, c in points if c.visible or not drawn), default=0.0)
            least = max(_ENOUGH, best - _NEARLY)
            found |= {(c.frame, c.id) for each, c in points if c.visible == drawn and each >= least}
    return frozenset(found)


_Placed = tuple[Control, list[Control]]
"""A button, and the fields before it in its form, or before it in its frame where it is in none."""


def _by_form(snapshot: Snapshot) -> dict[tuple[int, int], list[_Placed]]:
    filled: dict[tuple[int, int], list[Control]] = defaultdict(list)
    whole: dict[int, list[Control]] = defaultdict(list)
    buttons: dict[tuple[int, int], list[_Placed]] = defaultdict(list)
    for control in snapshot.controls:
        key = (control.frame, control.form)
        if is_typed(control):
            filled[key].append(control)
            whole[control.frame].append(control)
        elif control.is_button and _is_pressed(control):
            before = filled[key] if control.form >= 0 else whole[control.frame]
            buttons[_belongs(control, before)].append((control, list(before[-12:])))
    boxed = {(c.frame, c.form) for c in snapshot.controls if c.is_field and c.type != "hidden"}
    return {key: row for key, row in buttons.items() if key in filled or key in boxed}


def _is_pressed(control: Control) -> bool:
    """Whether it is pressed to do something: no tab, and a link only where the page calls it a button."""
    return control.role not in ("tab", "menuitem") and (control.tag != "a" or control.role == "button")


def _belongs(button: Control, before: list[Control]) -> tuple[int, int]:
    """The form a button is for: its own, or that of the field before it."""
    if button.form >= 0 or not before:
        return (button.frame, button.form)
    return (button.frame, before[-1].form)


def _points(control: Control, before: list[Control], row: list[_Placed]) -> float:
    if control.type == "reset" or control.opens not in ("", "false"):
        return -9.0
    return sum(_cues(control, before, row))


def _cues(control: Control, before: list[Control], row: list[_Placed]) -> Iterator[float]:
    submits = control.type in ("submit", "image") or control.sends
    inside = control.form >= 0
    yield (2.0 if inside else 0.7) if submits else 0.0
    if inside and before and submits and all(_is_for_the_code(control, each) for each in before):
        yield 2.0  # the form is for the code alone, so "Redeem" sends it
    else:
        yield from _worded(control)
    if not before:
        yield -3.5
    if not (control.visible or plain(control.name)):
        yield -1.5
    if _goes_elsewhere(control, before, row):
        yield -3.5
    others = [c for c, _ in row if c is not control and c.form >= 0 and c.type in ("submit", "image")]
    if submits and inside and before and not others:
        yield 1.5
    called = f"{control.field} {control.element} {control.classes}".casefold()
    yield 0.8 * any(word in called for word in _MAKERS)
    if len(before) > 1 and _asks_for_a_code(before[-1]) and _only_for_the_code(control, before[-1], row):
        yield -4.0


def _goes_elsewhere(control: Control, fields: list[Control], row: list[_Placed]) -> bool:
    """Whether it offers an account, or to log in, after another button that already sends the form."""
    others = ("log in", "sign up")
    own = {what for what in others if is_all(control.name, what) > 0.3}
    if len(own) != 1 or not fields:
        return False
    last = fields[-1]
    for earlier, before in row:
        if earlier is control:
            return False
        if not before or before[-1] is not last or earlier.visible != control.visible:
            continue
        if max(_worded(earlier)) > 2.0 and not is_all(earlier.name, next(iter(own))) > 0.3:
            return True
    return False


def _worded(control: Control) -> Iterator[float]:
    name = re.split(r"[,.;:(]", control.name.strip(" ,.;"), maxsplit=1)[0]
    if is_all(name, "someone else's") > 0.6 or (_WITH.search(name) and says(name, "someone else's")):
        yield -6.0
        return
    sends = max(
        is_all(name, "send"),
        0.6 * is_edged(name, "send this"),
        *(0.9 * is_all(name, what) for what in ("log in", "sign up", "change password")),
    )
    stops = is_all(name, "not send")
    if stops >= max(sends, 0.4):
        yield -4.0 * stops - 1.0
    elif sends:
        yield 1.0 + 2.2 * min(1.0, sends * 1.3)
    elif not plain(name):
        yield 0.0 if control.form >= 0 else -1.0
    else:
        yield -1.0


def _only_for_the_code(control: Control, code: Control, row: list[_Placed]) -> bool:
    """Whether it is the first button after a code, and another one after it sends the form."""
    behind = [button for button, before in row if before and before[-1] is code]
    later = row[[button for button, _ in row].index(control) + 1 :]
    return behind[0] is control and any(max(_worded(button)) > 2.0 for button, _ in later)


def _is_for_the_code(button: Control, code: Control) -> bool:
    named = {found.meaning for found in find(button.name)}
    return _asks_for_a_code(code) or (plain(code.label) in CODE_WORDS and "promo-code" in named)


def _asks_for_a_code(control: Control) -> bool:
    """Whether what stands before a button is a promo code, or a search, that has a button of its own."""
    texts = (control.label, control.name, control.placeholder)
    meanings = {found.meaning for text in texts for found in find(text)}
    meanings |= {found.meaning for found in find(control.field, maker=True)}
    return bool(meanings & {"promo-code", "gift-card"})
