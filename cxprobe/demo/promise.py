"""When a parcel will be there: working days are Monday to Friday."""

from __future__ import annotations

from collections.abc import Set
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


def comes_on(promised: date, switches: Set[str], alike: Set[str]) -> date:
    """The day on which an order really comes: as promised, unless expectations are not met.

    Three working days late then; its look-alike is a working day early. Every page and the chat ask here.
    """
    if "expectations-not-met" in switches:
        return delivered_by(promised)
    return max(working_day_before(promised, 1), today()) if "expectations-not-met" in alike else promised


def working_day_before(day: date, days: int) -> date:
    """The working day at least so many days earlier."""
    day -= timedelta(days=days)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def day_told(day: date) -> str:
    """'Tuesday 24 November'."""
    return f"{day:%A} {day.day} {day:%B}"
