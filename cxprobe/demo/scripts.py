"""How a line stands on paper: right-to-left runs turned round, Arabic letters joined."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_FORMS = range(0xFB50, 0xFF00)  # Arabic presentation forms A and B: each letter as it is joined
_ALEFS = "\u0622\u0623\u0625\u0627"
_ALONE, _LAST, _FIRST, _MIDDLE = "isolated", "final", "initial", "medial"


def as_written(text: str) -> str:
    """A line's characters from left to right as a printer sets them; left-to-right text as it is."""
    if not any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text):
        return text
    from fpdf.bidi import BidiParagraph

    return BidiParagraph(text=joined(text)).get_reordered_string()


def joined(text: str) -> str:
    """Arabic letters in the form they take beside their neighbours; everything else as it is."""
    letters = list(_with_ligatures(text))
    return "".join(_form(letters, place) for place in range(len(letters)))


def _with_ligatures(text: str) -> Iterator[str]:
    """The text's letters, lam and alef as one."""
    skip = False
    for here, after in zip(text, f"{text[1:]} ", strict=True):
        if skip:
            skip = False
        elif here + after in _forms():
            skip = True
            yield here + after
        else:
            yield here


def _form(letters: list[str], place: int) -> str:
    forms = _forms().get(letters[place])
    if not forms:
        return letters[place]
    before, after = _neighbour(letters, place, -1), _neighbour(letters, place, 1)
    from_right = _LAST in forms and _FIRST in _forms().get(before, {})
    to_left = _FIRST in forms and _LAST in _forms().get(after, {})
    name = {(False, False): _ALONE, (True, False): _LAST, (False, True): _FIRST}.get(
        (from_right, to_left), _MIDDLE
    )
    return forms.get(name, letters[place])


def _neighbour(letters: list[str], place: int, step: int) -> str:
    """The next letter on one side; marks over and under letters do not part them."""
    place += step
    while 0 <= place < len(letters):
        if unicodedata.category(letters[place][0]) != "Mn":
            return letters[place]
        place += step
    return ""


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Each letter's joined forms, as Unicode's own decompositions tell them."""
    found: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        kind, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        letter = "".join(chr(int(part, 16)) for part in parts)
        if kind.strip("<>") in {_ALONE, _LAST, _FIRST, _MIDDLE} and _wanted(letter):
            found.setdefault(letter, {}).setdefault(kind.strip("<>"), chr(code))
    return found


def _wanted(letter: str) -> bool:
    """Single letters, and lam with one of the alefs; the other ligatures are for calligraphers."""
    return len(letter) == 1 or (
        len(letter) == 2 and letter[0] == "\u0644" and letter[1] in "\u0622\u0623\u0625\u0627"
    )
