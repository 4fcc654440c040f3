"""The day: a value that can be compared, saved, told, made smaller and lived."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxprobe.errors import InvalidMisfortune, UnknownMisfortune
from cxprobe.people.day import Conditions, Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import Member

GUS = Member(persona="gus", title="Gus")
SOMEBODY = fresh_identity("en_GB", seed=1)
FACTORS = CATALOGUE.factors({"web", "chat"}, "pay")


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Any day that the catalogue allows."""
    chosen = {slot: draw(st.none() | st.sampled_from(pairs)) for slot, pairs in FACTORS.items()}
    return Day.of(dict(pair for pair in chosen.values() if pair))


ANY_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
ANYTHING = st.dictionaries(st.text(min_size=1), ANY_VALUE, max_size=4)


@given(ANYTHING)
def test_a_day_comes_back_from_json(misfortunes: dict[str, Any]) -> None:
    """Saved as text and read again it is the same day, with the same digest and hash."""
    day = Day.of(misfortunes)
    again = Day.from_json(json.loads(json.dumps(day.to_json())))

    assert day == again
    assert (day.digest, hash(day)) == (again.digest, hash(again))


@given(ANYTHING, st.randoms(use_true_random=False))
def test_order_does_not_matter(misfortunes: dict[str, Any], rng: Any) -> None:
    """The same misfortunes, named in another order, are the same day."""
    pairs = list(misfortunes.items())
    rng.shuffle(pairs)

    assert Day.of(misfortunes) == Day.of(dict(pairs))
    assert Day.of(misfortunes).digest == Day.of(dict(pairs)).digest


@given(days())
def test_every_day_is_told(day: Day) -> None:
    """Each misfortune is in the words, and no day is without any."""
    told = day.told(CATALOGUE)

    assert told
    assert [] == [name for name, value in day.misfortunes if CATALOGUE[name].told(value) not in told]


@given(days())
def test_every_day_of_the_catalogue_can_be_lived(day: Day) -> None:
    """Whatever may fall on one day, falls: each misfortune leaves its mark."""
    conditions = day.conditions(GUS, SOMEBODY, CATALOGUE)

    assert tuple(name for name, _ in day.misfortunes) == conditions.misfortunes


@given(days())
def test_living_a_day_is_repeatable(day: Day) -> None:
    """The same day, lived by the same person, is the same in every respect."""
    assert day.conditions(GUS, SOMEBODY, CATALOGUE) == day.conditions(GUS, SOMEBODY, CATALOGUE)


@given(days(), st.sampled_from(sorted(CATALOGUE)))
def test_a_day_is_spared_one_misfortune(day: Day, name: str) -> None:
    """Without one, all others stay."""
    rest = {other: value for other, value in day.misfortunes if other != name}

    assert rest == day.without(name).to_json()["misfortunes"]


def test_digests_are_for_ever() -> None:
    """A digest is the same in every process and version: it is written into saved reports."""
    assert "87a1ece5" == Day().digest
    assert "71fe0687" == Day.of({"typos": 12, "apostrophe-name": "O'Brien"}).digest


def test_true_is_not_one() -> None:
    """Days that are saved differently are different days, though Python thinks True is 1."""
    assert Day.of({"goes-back": True}) != Day.of({"goes-back": 1})
    assert 2 == len({Day.of({"goes-back": True}), Day.of({"goes-back": 1})})


def test_an_ordinary_day() -> None:
    """Nothing falls on it, it says so, and is a day all the same."""
    assert "an ordinary day" == Day().told(CATALOGUE)
    assert Conditions.ordinary(GUS, SOMEBODY) == Day().conditions(GUS, SOMEBODY, CATALOGUE)
    assert bool(Day())
    assert 0 == len(Day())


def test_a_day_in_words() -> None:
    """Several misfortunes read like a sentence."""
    day = Day.of({"offline-3s": True, "apostrophe-name": "O'Brien", "double-clicks": True})

    assert (
        "an apostrophe in the name (O'Brien), a double click on everything "
        "and three seconds without a connection"
    ) == day.told(CATALOGUE)


def test_a_misfortune_nobody_knows_is_still_told() -> None:
    """A saved day of a package that is gone can be read out."""
    assert "something called 'eclipse'" == Day.of({"eclipse": True}).told(CATALOGUE)


@pytest.mark.parametrize(
    "plain", [{}, [], {"version": 1}, {"version": 2, "misfortunes": {}}, {"version": 1, "misfortunes": []}]
)
def test_what_is_no_day_is_refused(plain: Any) -> None:
    """Other JSON, or a day of a newer version, is not read."""
    with pytest.raises(InvalidMisfortune):
        Day.from_json(plain)


def test_an_unknown_misfortune_brings_the_nearest() -> None:
    """A slip in an id is answered with the id that was meant, when read and when lived."""
    plain = {"version": 1, "misfortunes": {"double-click": True}}

    with pytest.raises(UnknownMisfortune, match="Did you mean 'double-clicks'"):
        Day.from_json(plain, CATALOGUE)
    with pytest.raises(UnknownMisfortune, match="Did you mean 'double-clicks'"):
        Day.from_json(plain).conditions(GUS, SOMEBODY, CATALOGUE)


def test_nobody_has_two_names() -> None:
    """Two misfortunes of one slot do not fall on one day."""
    day = Day.of({"apostrophe-name": "O'Brien", "right-to-left-name": "נועה לוי"})

    with pytest.raises(InvalidMisfortune, match="cannot fall on the same day: both are about the name"):
        day.conditions(GUS, SOMEBODY, CATALOGUE)


def test_what_cannot_be_saved_is_no_day() -> None:
    """A value that is not plain JSON is refused at once, not when the night is over."""
    with pytest.raises(InvalidMisfortune, match="plain JSON"):
        Day.of({"typos": object()})


def test_a_misfortune_falls_once_a_day() -> None:
    """The same id twice is refused."""
    with pytest.raises(InvalidMisfortune, match="once a day"):
        Day((("typos", 12), ("typos", 6)))


def test_the_members_own_needs_come_along() -> None:
    """Keyboard, reduced motion, device and connection are there on an ordinary day, too."""
    reader = Member(
        persona="r",
        title="R",
        device="Pixel 7",
        connection="slow-3g",
        keyboard_only=True,
        reduced_motion=True,
    )
    conditions = Day().conditions(reader, SOMEBODY, CATALOGUE)

    assert conditions.hands.keyboard_only
    assert conditions.hands.touch
    assert 400 == conditions.line.down
    assert {"locale": "en-GB", "reduced_motion": "reduce"} == conditions.context
