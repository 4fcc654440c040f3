"""Delivery promises."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.demo.promise import day_told, delivered_by, working_day_before


def test_an_order_on_a_thursday_is_there_on_tuesday() -> None:
    """Three working days, the weekend left out."""
    assert date(2026, 11, 24) == delivered_by(date(2026, 11, 19))


def test_express_is_there_on_the_next_working_day() -> None:
    """Friday's express order comes on Monday."""
    assert date(2026, 11, 23) == delivered_by(date(2026, 11, 20), "express")


def test_a_day_is_told_as_people_say_it() -> None:
    """No leading nought, no year."""
    assert "Thursday 5 November" == day_told(date(2026, 11, 5))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(["standard", "express"]))
@settings(database=None, deadline=None)
def test_no_promise_falls_on_a_weekend_or_takes_a_week(ordered: date, method: str) -> None:
    """Three working days are at most five days."""
    promised = delivered_by(ordered, method)

    assert promised.weekday() < 5
    assert 1 <= (promised - ordered).days <= 5


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
@settings(database=None, deadline=None)
def test_a_week_before_is_a_working_day(day: date) -> None:
    """The sample order was delivered on a day the post comes."""
    assert working_day_before(day, 7).weekday() < 5
