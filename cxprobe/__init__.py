"""Synthetic customers for a company's real front door.

The public names, imported when they are first used: a pytest run that does not use cxprobe pays
nothing for its being installed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cxprobe.customer import Customer, Journey, standard
    from cxprobe.errors import BrokenExpectation, CxprobeError, Inconclusive, Outage, UsageError
    from cxprobe.journey.moments import Moment
    from cxprobe.journey.timeline import Timeline
    from cxprobe.judging.expectations import (
        Expectation,
        Finding,
        adds_up,
        answered,
        asked_how_it_went,
        asked_once,
        called_by_name,
        consistent,
        dead_ends,
        effort,
        errors_met,
        fast,
        feels,
        one_contact,
        ordered_once,
        promises_kept,
        resolved,
        transfers,
        unasked_offers,
        waited,
    )
    from cxprobe.judging.verdict import Judgement, judge
    from cxprobe.people.day import Conditions, Day
    from cxprobe.people.misfortunes import Misfortune, Prevalence
    from cxprobe.plugin.arriving import Customers
    from cxprobe.worst_day import days

_HOMES = {
    "cxprobe.customer": ("Customer", "Journey", "standard"),
    "cxprobe.errors": ("BrokenExpectation", "CxprobeError", "Inconclusive", "Outage", "UsageError"),
    "cxprobe.journey.moments": ("Moment",),
    "cxprobe.journey.timeline": ("Timeline",),
    "cxprobe.judging.expectations": (
        "Expectation",
        "Finding",
        "adds_up",
        "answered",
        "asked_how_it_went",
        "asked_once",
        "called_by_name",
        "consistent",
        "dead_ends",
        "effort",
        "errors_met",
        "fast",
        "feels",
        "one_contact",
        "ordered_once",
        "promises_kept",
        "resolved",
        "transfers",
        "unasked_offers",
        "waited",
    ),
    "cxprobe.judging.verdict": ("Judgement", "judge"),
    "cxprobe.people.day": ("Conditions", "Day"),
    "cxprobe.people.misfortunes": ("Misfortune", "Prevalence"),
    "cxprobe.plugin.arriving": ("Customers",),
    "cxprobe.worst_day": ("days",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "BrokenExpectation",
    "Conditions",
    "Customer",
    "Customers",
    "CxprobeError",
    "Day",
    "Expectation",
    "Finding",
    "Inconclusive",
    "Journey",
    "Judgement",
    "Misfortune",
    "Moment",
    "Outage",
    "Prevalence",
    "Timeline",
    "UsageError",
    "adds_up",
    "answered",
    "asked_how_it_went",
    "asked_once",
    "called_by_name",
    "consistent",
    "days",
    "dead_ends",
    "effort",
    "errors_met",
    "fast",
    "feels",
    "judge",
    "one_contact",
    "ordered_once",
    "promises_kept",
    "resolved",
    "standard",
    "transfers",
    "unasked_offers",
    "waited",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'cxprobe' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
