"""Hands: whatever the fingers do, what stands in the field at the end is known."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxprobe.people.hands import Hands, Stroke, in_groups, is_copied, keystrokes, result

SEEDS = st.integers(0, 10_000)


@given(text=st.text(), every=st.integers(0, 30), seed=SEEDS)
def test_typing_ends_in_the_text(text: str, every: int, seed: int) -> None:
    """With any number of slips, what is typed is exactly the text in the end."""
    strokes = keystrokes(text, Hands(typo_every=every), Random(seed))

    assert text == result(strokes)


@given(text=st.text(), seed=SEEDS)
def test_the_same_chance_gives_the_same_strokes(text: str, seed: int) -> None:
    """Slips are drawn from the random numbers given, and from nothing else."""
    hands = Hands(typo_every=3)

    assert keystrokes(text, hands, Random(seed)) == keystrokes(text, hands, Random(seed))


@given(text=st.text("abcdefgh ", min_size=24), seed=SEEDS)
def test_slips_come_as_often_as_said(text: str, seed: int) -> None:
    """One slip in twelve characters, each taken back at once."""
    strokes = keystrokes(text, Hands(typo_every=12), Random(seed))
    taken_back = strokes.count(Stroke("press", "Backspace"))

    assert taken_back in (len(text) // 12, len(text) // 12 + 1)
    assert len(text) + 2 * taken_back == len(strokes)


def test_a_slip_hits_the_key_beside() -> None:
    """The wrong letter is a neighbour of the right one, in the same case."""
    strokes = keystrokes("S", Hands(typo_every=1), Random(0))

    assert strokes[0].value in "AD"


def test_steady_hands_type_and_nothing_else() -> None:
    """Without slips there is a stroke a character."""
    assert (Stroke("type", "o"), Stroke("type", "k")) == keystrokes("ok", Hands(), Random(0))


def test_a_pasted_code_brings_its_space() -> None:
    """What is pasted arrives in one piece, with what clings to it."""
    strokes = keystrokes("WELCOME10", Hands(pastes=True, paste_suffix=" "), Random(0))

    assert (Stroke("paste", "WELCOME10 "),) == strokes


@pytest.mark.parametrize("text", ["gus@example.com", "WELCOME", "KC-1001", "4242424242424242"])
def test_what_people_copy(text: str) -> None:
    """Codes, numbers and mail addresses are pasted."""
    assert is_copied(text)


@pytest.mark.parametrize("text", ["Gus", "Pearce", "12 High Street", "EH1 1AA", "123", "", "O'Brien"])
def test_what_people_type(text: str) -> None:
    """Names, streets and the code on the back of a card are not."""
    assert not is_copied(text)


def test_slips_and_pasting_live_together() -> None:
    """Someone who pastes codes still mistypes their name."""
    hands = Hands(pastes=True, paste_suffix=" ", typo_every=2)

    assert "Pearce" == result(keystrokes("Pearce", hands, Random(1)))
    assert 6 < len(keystrokes("Pearce", hands, Random(1)))


@given(text=st.text().filter(lambda text: "@" not in text), seed=SEEDS)
def test_caps_lock_is_noticed(text: str, seed: int) -> None:
    """Whatever the first word is, the text is right in the end."""
    assert text == result(keystrokes(text, Hands(caps_lock=True), Random(seed)))


def test_caps_lock_shows_in_the_first_word_and_stays_in_a_mail_address() -> None:
    """The word is typed, looked at and taken back; a mail address nobody looks at twice."""
    name = keystrokes("Gus Grump", Hands(caps_lock=True), Random(0))
    mail = keystrokes("Gus@example.com", Hands(caps_lock=True), Random(0))

    assert "gUS" == "".join(stroke.value for stroke in name[:3])
    assert [Stroke("press", "Backspace")] * 3 == list(name[3:6])
    assert "gUS@EXAMPLE.COM" == result(mail)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("KETTLE10", "kettle10"),
        ("KC-1001", "kc-1001"),
        ("Kettle", "Kettle"),
        ("O", "O"),
        ("EH1 1AA", "EH1 1AA"),
    ],
)
def test_codes_in_small_letters(text: str, typed: str) -> None:
    """Codes only: names, postcodes and words stay as they are."""
    assert typed == result(keystrokes(text, Hands(small_codes=True), Random(0)))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("4242424242424242", "4242 4242 4242 4242"),
        ("378282246310005", "3782 822463 10005"),
        ("+12025550143", "+120 255 501 43"),
        ("02079460123", "020 794 601 23"),
        ("100000123", "100000123"),
        ("123", "123"),
        ("KC-1001", "KC-1001"),
        ("020 7946 0123", "020 7946 0123"),
        ("", ""),
    ],
)
def test_numbers_in_groups(text: str, typed: str) -> None:
    """Cards and telephone numbers; order numbers and security codes are not printed in groups."""
    assert typed == in_groups(text)
