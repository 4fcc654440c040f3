"""Hands: how somebody presses, types and pastes, slips of the fingers included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST_COPY = 5
_AMEX, _CARD, _LONGEST_CARD = 15, 13, 19
"""Digits of an American Express card, and of the shortest and longest others (ISO/IEC 7812)."""
_PHONE, _LONGEST_PHONE = 9, 13


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
    caps_lock: bool = False
    """Caps Lock is on: noticed after the first word of a field; nobody looks twice at a mail address."""
    small_codes: bool = False
    """They type in small letters what is written in capitals: promo codes, order numbers."""
    grouped: bool = False
    """They type card and telephone numbers in groups, as they are printed."""
    autofill: str = ""
    """What their browser puts into an empty first line of an address, before they put it right."""
    in_pieces: bool = False
    """They send a chat message in two pieces, one right after the other."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One thing the hands do in a field: type a character, press a named key, or paste."""

    kind: Literal["type", "press", "paste"]
    value: str


def keystrokes(text: str, hands: Hands, rng: Random) -> tuple[Stroke, ...]:
    """What the hands do to put a text into an empty field.

    Typed, it ends in exactly the text, slips being corrected, but for what these hands write otherwise
    (codes in small letters, numbers in groups, mail addresses with Caps Lock on); pasted, in the text
    and whatever clings to it. The same `rng` state gives the same strokes.
    """
    if hands.pastes and is_copied(text):
        return (Stroke("paste", text + hands.paste_suffix),)
    return tuple(_written(as_written(text, hands), hands, rng))


def as_written(text: str, hands: Hands) -> str:
    """The text as these hands write it."""
    if hands.small_codes and is_copied(text) and text.isupper():
        text = text.lower()
    return in_groups(text) if hands.grouped else text


def in_groups(text: str) -> str:
    """A card or telephone number in groups, as they are printed; anything else as it is.

    Cards of 15 digits are printed in groups of 4, 6 and 5, others in fours; telephone numbers (9 to 13
    digits that begin with + or 0) are read out in threes.
    """
    digits = text.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        return text
    if len(digits) == _AMEX:
        return f"{digits[:4]} {digits[4:10]} {digits[10:]}"
    size = 4 if _CARD <= len(digits) <= _LONGEST_CARD and text[0] not in "+0" else 0
    if not size and _PHONE <= len(digits) <= _LONGEST_PHONE and text[0] in "+0":
        size = 3
    groups = [digits[start : start + size] for start in range(0, len(digits), size)] if size else [digits]
    return ("+" if text.startswith("+") else "") + " ".join(groups)


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


def _written(text: str, hands: Hands, rng: Random) -> Iterator[Stroke]:
    if hands.caps_lock and "@" in text and not any(c.isspace() for c in text):
        yield from (Stroke("type", c) for c in text.swapcase())
        return
    if hands.caps_lock:
        yield from _noticed(text.partition(" ")[0])
    yield from _typed(text, hands.typo_every, rng)


def _noticed(word: str) -> Iterator[Stroke]:
    """A word typed with Caps Lock on, looked at, and taken back; nothing where it would look the same."""
    seen = word.swapcase()
    if seen != word:
        yield from (Stroke("type", c) for c in seen)
        yield from (_BACK for _ in seen)


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
