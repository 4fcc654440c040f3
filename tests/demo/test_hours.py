"""Opening hours: as they are written, told, and kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe import demo
from cxprobe.demo import Company
from cxprobe.demo.hours import ALWAYS, Hours
from cxprobe.demo.words import MARKETS, words_in

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

TABLES = Path(demo.__file__).parent / "languages"
OFFICE = "Mon-Fri 09:00-17:00"
ENGLISH = words_in("en")
MOMENTS = st.integers(0, 7 * 24 * 60).map(
    lambda more: datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=more)
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of the week of Monday 23 November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(23, 9), True),
        (at(23, 8, 59), False),
        (at(27, 16, 59), True),
        (at(27, 17), False),
        (at(28, 12), False),
        (at(29, 12), False),
    ],
)
def test_the_doors_open_and_close_on_the_minute(moment: datetime, is_open: bool) -> None:
    """The closing time itself is closed."""
    assert is_open == Hours.of(OFFICE).open_at(moment)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(23, 7), at(23, 9)),
        (at(23, 18), at(24, 9)),
        (at(27, 17), at(30, 9)),
        (at(25, 12), at(25, 12)),
    ],
)
def test_it_is_known_when_it_opens_again(moment: datetime, opens: datetime) -> None:
    """After the weekend too; now, while it is open."""
    assert opens == Hours.of(OFFICE).opens_after(moment)


def test_without_hours_it_is_always_open() -> None:
    """And says so."""
    assert ALWAYS == Hours.of("")
    assert ALWAYS.open_at(at(29, 3))
    assert "day and night, every day of the week" == ALWAYS.told(ENGLISH)


def test_several_spans_go_together_and_round_the_weekend() -> None:
    """Each is told; Saturday to Monday is three days."""
    hours = Hours.of("Tue-Fri 9:00-17:00, Sat-Mon 10:00-12:30")

    assert [True, True, False] == [hours.open_at(at(*when)) for when in ((29, 11), (24, 11), (23, 13))]
    assert "Tuesday to Friday, 9:00 to 17:00; Saturday to Monday, 10:00 to 12:30" == hours.told(ENGLISH)
    assert "Sunday, 10:00 to 12:00" == Hours.of("Sun 10:00-12:00").told(ENGLISH)


@pytest.mark.parametrize("language", list(MARKETS))
def test_hours_are_told_in_every_language(language: str) -> None:
    """With that language's own weekdays."""
    words = words_in(language)
    told = Hours.of(OFFICE).told(words)

    assert words.weekday(0) in told
    assert words.weekday(4) in told
    assert words.day(at(30, 9).date()) in Hours.of(OFFICE).told_next(at(28, 12), words)


def test_the_contact_page_tells_the_hours_too(
    open_company: OpenCompany, visit: Callable[[Company], Shopper]
) -> None:
    """The same as the chat says."""
    page = visit(open_company(hours=OFFICE)).see("/contact")

    assert "We are here Monday to Friday, 9:00 to 17:00." in page


@pytest.mark.parametrize(
    ("hours", "told", "waits"),
    [
        ("", "day and night, every day of the week", False),
        ("Mon-Sun 00:00-23:59", "Monday to Sunday, 0:00 to 23:59", False),
        (OFFICE, "Monday to Friday, 9:00 to 17:00", True),
    ],
)
@pytest.mark.parametrize("hour", [10, 15, 23])
def test_every_page_tells_the_hours_that_are_kept(
    open_company: OpenCompany,
    visit: Callable[[Company], Shopper],
    hours: str,
    told: str,
    waits: bool,
    hour: int,
) -> None:
    """Whether somebody is there now or not; messages wait for Monday only where nobody works on Sunday."""
    shopper = visit(open_company(hours=hours, clock=lambda: at(23, hour)))
    front, contact = shopper.see("/"), shopper.see("/contact")

    assert {told} == set(re.findall(r"(?:Chat:|We are here) ([^<]+?)\.", front + contact))
    assert [waits] * 2 == ["in the evening or at the weekend" in page for page in (front, contact)]


def test_who_plays_at_being_closed_tells_the_same_hours_on_every_page(
    open_company: OpenCompany, visit: Callable[[Company], Shopper]
) -> None:
    """Those that this moment lies outside of."""
    shopper = visit(open_company(alike=["chat-offline"], clock=lambda: at(23, 15)))

    assert {"Monday to Sunday, 7:00 to 11:00"} == set(
        re.findall(r"(?:Chat:|We are here) ([^<]+?)\.", shopper.see("/") + shopper.see("/contact"))
    )


@pytest.mark.parametrize("language", list(MARKETS))
def test_every_word_of_chat_and_telephone_is_in_every_language(language: str) -> None:
    """With the same gaps."""
    english, other = (
        tomllib.loads((TABLES / f"{code}.toml").read_text("utf-8")) for code in ("en", language)
    )

    assert {key: set(re.findall(r"{\w+}", told)) for key, told in english["talk"].items()} == {
        key: set(re.findall(r"{\w+}", told)) for key, told in other["talk"].items()
    }


@pytest.mark.parametrize(
    "written", ["always", "Mon-Fri", "Mon-Fry 09:00-17:00", "Mon 17:00-09:00", "Mon 25:00-26:00"]
)
def test_other_hours_are_refused_with_an_example(written: str) -> None:
    """By the company too, before it opens its doors."""
    with pytest.raises(ValueError, match=r"Write (them|it) like 'Mon-Fri 09:00-17:00'"):
        Company(hours=written)


@settings(deadline=None, database=None)
@given(MOMENTS, st.integers(0, 6), st.integers(0, 6), st.integers(0, 22), st.integers(1, 10))
def test_when_it_opens_next_it_is_open(
    moment: datetime, first: int, last: int, opens: int, long: int
) -> None:
    """And it was closed all the time until then."""
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    hours = Hours.of(f"{days[first]}-{days[last]} {opens}:00-{min(opens + long, 23)}:00")
    again = hours.opens_after(moment)

    assert hours.open_at(again)
    assert moment <= again <= moment + timedelta(days=7)
    assert again == moment or not hours.open_at(again - timedelta(seconds=1))
