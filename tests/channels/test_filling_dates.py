"""What a calendar shows, and how it is turned; as its page tells it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cxprobe.channels.dates import months_to, place_of, shown_month, turn


def calendar(title: str = "March 2026", **what: Any) -> dict[str, Any]:
    """A calendar of a month that begins with three days of the month before, and ends with two after."""
    plain = [*range(26, 29), *range(1, 32), 1, 2]
    days = [{"day": day, "said": "", "off": False} for day in plain]
    arrows = {"on": True, "back": True, "yearOn": False, "yearBack": False}
    return {"title": title, "month": "", "year": "", "months": None, "days": days, **arrows, **what}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("March 2026", (2026, 3)),
        ("2026 Mar", (2026, 3)),
        ("März 2026", (2026, 3)),
        ("marzec 2026", (2026, 3)),
        ("août 2031", (2031, 8)),
        ("Choose a date", None),
    ],
)
def test_the_month_a_calendar_shows(title: str, expected: tuple[int, int] | None) -> None:
    """Read from its title in any language."""
    assert expected == shown_month(calendar(title))


def test_lists_tell_the_month_too() -> None:
    """Where month and year are chosen from lists, there is no title."""
    assert (1985, 3) == shown_month(calendar("Mo Di Mi", month="März", year="1985"))


def test_a_day_is_not_its_namesake_of_another_month() -> None:
    """The first of the month is not the first of the next; the 28th not that of the month before."""
    seen = calendar()

    assert 3 == place_of(date(2026, 3, 1), seen)
    assert 3 + 27 == place_of(date(2026, 3, 28), seen)
    assert place_of(date(2026, 4, 1), seen) is None


def test_days_that_say_their_date_are_believed() -> None:
    """And one that is off cannot be had."""
    told = [{"day": 4, "said": "Wednesday, March 4th, 1985", "off": False}]

    assert 0 == place_of(date(1985, 3, 4), calendar("", days=told))
    assert 0 == place_of(
        date(1985, 3, 4), calendar("", days=[{"day": 4, "said": "1985-03-04", "off": False}])
    )
    assert place_of(date(1985, 3, 4), calendar("", days=[{**told[0], "off": True}])) is None
    assert place_of(date(1985, 5, 4), calendar("", days=told)) is None


def test_which_arrow_is_pressed() -> None:
    """By the year where there is such an arrow; nobody presses one for hundreds of months."""
    assert "on" == turn(date(2026, 5, 1), calendar())
    assert "back" == turn(date(2026, 1, 1), calendar())
    assert "yearBack" == turn(date(1985, 1, 1), calendar(yearBack=True))
    assert "" == turn(date(1985, 1, 1), calendar())
    assert "" == turn(date(2026, 3, 9), calendar())
    assert -490 == months_to(date(1985, 5, 1), calendar())
