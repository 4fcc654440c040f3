"""Pounds, promo codes and bills."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.demo.goods import SHELF
from cxprobe.demo.money import Line, bill, pounds, promo_answer

LINES = st.lists(st.builds(Line, st.sampled_from(SHELF), st.integers(1, 20)), max_size=5)


@pytest.mark.parametrize(("pence", "told"), [(3900, "£39.00"), (5, "£0.05"), (123456, "£1,234.56")])
def test_pence_are_told_in_pounds(pence: int, told: str) -> None:
    """Always two decimals."""
    assert told == pounds(pence)


@pytest.mark.parametrize("typed", ["KETTLE10", "kettle10", "  Kettle10 ", "KETTLE 10\t"])
def test_a_promo_code_counts_however_people_type_it(typed: str) -> None:
    """Case and spaces are ours to forgive."""
    assert promo_answer(typed).code == "KETTLE10"


@pytest.mark.parametrize(
    ("typed", "reason"), [("expired5", "ran out"), ("TEAPOT", "do not know"), ("  ", "Type a promo code")]
)
def test_each_refusal_has_its_own_reason(typed: str, reason: str) -> None:
    """Expired, unknown and empty are three different things."""
    answer = promo_answer(typed)

    assert answer.code == ""
    assert reason in answer.refusal


def test_one_copper_kettle_costs_its_price() -> None:
    """Delivery is free from £25."""
    assert 3900 == bill([Line(SHELF[0], 1)]).total


def test_kettle10_takes_a_tenth() -> None:
    """£39.00 becomes £35.10."""
    assert 3510 == bill([Line(SHELF[0], 1)], "KETTLE10").total


@given(LINES, st.sampled_from(["", "KETTLE10"]), st.sampled_from(["standard", "express"]))
@settings(database=None, deadline=None)
def test_a_discount_never_makes_anything_dearer(lines: list[Line], promo: str, method: str) -> None:
    """Nor does it take more than a tenth, rounded up by less than a penny."""
    plain, cut = bill(lines, "", method), bill(lines, promo, method)

    assert 0 <= plain.total - cut.total < plain.subtotal / 10 + 1
