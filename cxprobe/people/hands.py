"""Hands: how somebody presses, types and pastes, slips of the fingers included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST_COPY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """How somebody's hands work, today."""

    presses: int = 1
    """How often they press what needs one press: 2 double-clicks everything."""
    keyboard_only: bool = False
    enter_early: bool = False
    """They press Enter once in a form before all of it is filled."""
    pastes: bool = False
    """They paste what people copy from elsewhere: codes, numbers, mail addresses."""
    paste_suffix: str = ""
    """What clings to the end of what they paste."""
    typo_every: int = 0
    """One slip, noticed and corrected, in so many characters; 0 for none."""
    touch: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """One thing the hands do in a field: type a character, press a named key, or paste."""

    kind: Literal["type", "press", "paste"]
    value: str


def keystrokes(text: str, hands: Hands, rng: Random) -> tuple[Stroke, ...]:
    """What the hands do to put a text into an empty field.

    Typed, it ends in exactly the text, slips being corrected; pasted, in the text and whatever
    clings to it. The same `rng` state gives the same strokes.
    """
    if hands.pastes and is_copied(text):
        return (Stroke("paste", text + hands.paste_suffix),)
    return tuple(_typed(text, hands.typo_every, rng))


def is_copied(text: str) -> bool:
    """Whether people copy this from somewhere rather than type it: one word that is no plain word."""
    one_word = len(text) >= _SHORTEST_COPY and not any(c.isspace() for c in text)
    return one_word and ("@" in text or text.isupper() or any(c.isdigit() for c in text))


def result(strokes: Iterable[Stroke]) -> str:
    """What stands in a field, empty before, after these strokes."""
    text = ""
    for stroke in strokes:
        text = text[:-1] if stroke == _BACK else text + stroke.value
    return text


_BACK = Stroke("press", "Backspace")


def _typed(text: str, typo_every: int, rng: Random) -> Iterator[Stroke]:
    first = rng.randrange(typo_every) if typo_every else 0
    for place, character in enumerate(text):
        if typo_every and place % typo_every == first:
            yield Stroke("type", _slip(character, rng))
            yield _BACK
        yield Stroke("type", character)


def _slip(character: str, rng: Random) -> str:
    """The key beside the right one on a QWERTY row; of an unknown key, the key itself, hit twice."""
    lower = character.lower()
    for row in _ROWS:
        place = row.find(lower)
        if place >= 0:
            beside = rng.choice([row[near] for near in (place - 1, place + 1) if 0 <= near < len(row)])
            return beside.upper() if character.isupper() else beside
    return character
