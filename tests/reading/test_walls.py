"""Walls against robots, and pages that only look like one."""

from __future__ import annotations

import pytest

from cxprobe.reading.walls import is_bot_wall


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (403, "Access denied. You don't have permission to view this page."),
        (503, "Just a moment… Checking your browser before you proceed."),
        (200, "Please verify you are human. Complete the CAPTCHA below."),
        (429, "Too many requests. Our systems have detected unusual traffic."),
    ],
)
def test_a_challenge_is_a_wall(status: int, text: str) -> None:
    """What shuts out robots says so in few words."""
    assert is_bot_wall(status, text)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (503, "Sorry, our payment provider is unavailable. Nothing was charged."),
        (200, "Just a moment: we are adding your kettle to the basket."),
        (200, "Access denied"),
        (403, "Please log in to see your orders."),
        (200, "captcha " * 200),
        (404, ""),
    ],
)
def test_a_companys_own_trouble_is_no_wall(status: int, text: str) -> None:
    """An error page of the company's stays the company's."""
    assert not is_bot_wall(status, text)
