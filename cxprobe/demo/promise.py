"""When a parcel will be there: working days are Monday to Friday."""

from __future__ import annotations

from datetime import date, datetime, timedelta

WORKING_DAYS = {"standard": 3, "express": 1}


def now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()


def today() -> date:
    """The day here."""
    return now().date()


def delivered_by(ordered: date, method: str = "standard") -> date:
    """The last day a parcel may arrive: 3 working days after the order, or 1 by express."""
    day, left = ordered, WORKING_DAYS[method]
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def working_day_before(day: date, days: int) -> date:
    """The working day at least so many days earlier."""
    day -= timedelta(days=days)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def day_told(day: date) -> str:
    """'Tuesday 24 November'."""
    return f"{day:%A} {day.day} {day:%B}"
