"""Where customers stop: at walls against robots, and before addresses outside the fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.web import Web
from cxprobe.errors import Inconclusive

if TYPE_CHECKING:
    from tests.channels.conftest import Site


def reasons(web: Web) -> list[str]:
    """Why the customer was stopped, each time."""
    return [moment.data["reason"] for moment in web.recorder.moments() if moment.kind == "blocked"]


def test_a_wall_against_robots_is_not_the_companys_failure(arrive: Callable[..., Web], site: Site) -> None:
    """A site that takes us for a robot leaves us unable to tell."""
    web = arrive()
    site.put("/wall", (403, "<title>Wall</title><h1>Access denied</h1><p>Verify you are human.</p>"))

    with pytest.raises(Inconclusive):
        web.open("/wall")

    assert ["bot-wall"] == reasons(web)


def test_a_wall_met_midway_is_told_from_a_control_that_is_missing(
    arrive: Callable[..., Web], site: Site
) -> None:
    """What we do not find on a wall is the wall's doing."""
    web = arrive(page=1.0)
    site.put("/start", "<title>Start</title><a href=/wall2>Buy</a>")
    site.put("/wall2", (429, "<title>Wall</title><h1>Too many requests</h1>"))
    web.open("/start")
    web.press("Buy")

    with pytest.raises(Inconclusive):
        web.press("Checkout")

    assert ["bot-wall"] == reasons(web)


def test_an_address_outside_the_fence_is_not_even_asked_for(
    arrive: Callable[..., Web], open_site: Callable[..., Site]
) -> None:
    """The customer stops before the first request."""
    web, other = arrive(), open_site({"/": "<title>Other</title>"})

    with pytest.raises(Inconclusive):
        web.open(f"{other.url}/")

    assert ["fence"] == reasons(web)
    assert [] == other.paths()
