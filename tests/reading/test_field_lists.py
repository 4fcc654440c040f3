"""What a list is of, by its options."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.field_lists import kind_of

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (["MM", *(f"{n:02}" for n in range(1, 13))], "months"),
        (["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], "months"),
        (["Monat", *(f"{n:02} - {m}" for n, m in enumerate(MONTHS, 1))], "months"),
        (["Day", *map(str, range(1, 32))], "days"),
        (["YYYY", *map(str, range(2026, 2040))], "years ahead"),
        (["YY", *map(str, range(26, 40))], "years ahead"),
        (["Year", *map(str, range(2010, 1920, -1))], "years behind"),
        (["Deutschland", "Österreich", "Schweiz"], "countries"),
        (["Afghanistan", "Albania", "Algeria", "Andorra"], "countries"),
        (["+44", "+49", "+33"], "dial codes"),
        (["Select", "Alabama", "Alaska", "Arizona"], "states"),
        (["NSW", "VIC", "QLD", "WA"], "states"),
        (["Herr", "Frau", "Divers"], "titles"),
        (["Male", "Female", "Other"], "genders"),
        (["Visa", "Mastercard", "American Express"], "cards"),
        (["1", "2", "3", "4", "5"], "numbers"),
        (["Red", "Green", "Blue"], ""),
        (["–"], ""),
        ([], ""),
    ],
)
def test_a_list_is_told_by_its_options(options: list[str], kind: str) -> None:
    """Whatever it is called."""
    assert kind == kind_of(tuple(options))


@settings(database=None)
@given(st.lists(st.text(max_size=12), max_size=20), st.lists(st.text(max_size=3), max_size=20))
def test_any_list_can_be_asked_about(options: list[str], values: list[str]) -> None:
    """Nothing raises, and a prompt without letters changes nothing."""
    assert kind_of(tuple(options), tuple(values)) == kind_of(("---", *options), tuple(values))
