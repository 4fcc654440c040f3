"""Lengths of time as people write and say them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxprobe.errors import InvalidDuration
from cxprobe.journey.clock import Pace, seconds, told


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("500 ms", 0.5),
        ("2s", 2),
        ("8 min", 480),
        ("1 h 30 min", 5400),
        ("1 hour and 5 minutes", 3900),
        ("1.5 Days", 129600),
        ("  90 sec ", 90),
        (timedelta(minutes=8), 480),
    ],
)
def test_a_length_of_time_is_read(written: str | timedelta, expected: float) -> None:
    """The units people use, alone and together, and timedeltas."""
    got = seconds(written)

    assert expected == pytest.approx(got)


@pytest.mark.parametrize(
    "written", ["", "  ", "8", "8 parsecs", "min", "-3 s", "8 min!", "1:30", timedelta(seconds=-1)]
)
def test_what_cannot_be_meant_is_refused(written: str | timedelta) -> None:
    """No unit, no number, an unknown unit, less than nothing: an error that quotes what was written."""
    with pytest.raises(InvalidDuration) as refused:
        seconds(written)

    assert isinstance(written, timedelta) or written.strip() in str(refused.value)


@pytest.mark.parametrize("number", [8, 2.5, None])
def test_a_bare_number_is_told_its_unit(number: object) -> None:
    """A number without a unit is refused, with an example of how to write it."""
    with pytest.raises(InvalidDuration, match=f'"{number} s"'):
        seconds(number)  # type: ignore[arg-type]


@given(st.integers(0, 10**7).map(lambda tenths: tenths / 10))
def test_what_is_told_can_be_read_again(length: float) -> None:
    """A length that is told and read again is the same, to what was told of it."""
    again = seconds(told(length))

    precision = 0.05 if length < 9.95 else 0.5 if length < 3600 else 60
    assert length == pytest.approx(again, abs=precision + 1e-9)


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_more_work_takes_more_time(fewer: int, more: int) -> None:
    """Human seconds grow with keys, presses and words, and are never negative."""
    pace = Pace()

    for cost in (pace.keys, pace.press, pace.reading):
        assert 0 <= cost(fewer) < cost(fewer + more + 1)


def test_the_operators_are_those_of_the_keystroke_model() -> None:
    """M + P + BB for a press; reaching, homing and 0.3 s a key at 200 keys a minute."""
    pace = Pace(keys_per_minute=200)

    assert pytest.approx(1.35 + 1.10 + 0.20) == pace.press()
    assert pytest.approx(1.35 + 1.10 + 0.20 + 0.40 + 10 * 0.3) == pace.keys(10)
    assert pytest.approx(10 * 0.3) == pace.keys(10, moved=False)


def test_only_part_of_a_page_is_read() -> None:
    """A fifth of a page's words, but the whole of what is addressed to the reader."""
    pace = Pace(words_per_minute=240, share_read=0.2)

    assert pytest.approx(5.0) == pace.reading(100)
    assert pytest.approx(25.0) == pace.reading(100, whole=True)
