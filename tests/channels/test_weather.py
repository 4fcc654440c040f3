"""The weather: the customer's own line, slow or down, and whose waiting that is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.people.day import CONNECTIONS

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]
ROUND_TRIP = (
    "async () => { const t = performance.now(); await fetch('/'); return (performance.now() - t) / 1000 }"
)


@pytest.mark.parametrize("speed", ["slow-4g", "slow-3g"])
def test_every_page_and_tab_has_the_slow_line(arrive: Arrive, speed: str) -> None:
    """The emulation is one page's: a second tab gets it as soon as the customer looks at it."""
    web = arrive({"slow-line": speed}, page=15.0)
    web.open("/")
    first = web.page.evaluate(ROUND_TRIP)
    with web.context.expect_page():
        web.page.evaluate("void window.open('/')")
    second = web.page.evaluate(ROUND_TRIP)

    assert web.weather.slow
    assert min(first, second) > CONNECTIONS[speed].latency * 0.9


def test_an_ordinary_line_is_this_machines_own(arrive: Arrive) -> None:
    """Nothing is emulated, nothing will fail."""
    web = arrive()
    web.open("/")

    assert web.page.evaluate(ROUND_TRIP) < 0.14
    assert not web.weather.slow
    assert not web.weather.about_to_fail


def test_a_line_goes_down_once_and_comes_back(arrive: Arrive) -> None:
    """Three seconds without anything, told as the customer's own; after it all is well, and stays so."""
    web = arrive({"offline-3s": True})
    web.open("/")
    assert web.weather.about_to_fail
    began = time.monotonic()

    web.weather.down()
    failed = web.page.evaluate("fetch('/').then(() => 'answered', () => 'failed')")
    web.weather.up_again(web.page)
    after = web.page.evaluate("fetch('/').then(() => 'answered', () => 'failed')")

    assert ("failed", "answered") == (failed, after)
    assert time.monotonic() - began >= 2.9
    assert not web.weather.about_to_fail
    assert [("offline-3s", "The customer's own line is down for 3 s.")] == [
        (m.data["misfortune"], m.sentence) for m in web.recorder.moments() if m.kind == "detour"
    ]


def test_a_slow_line_goes_down_like_any_other(arrive: Arrive) -> None:
    """Both at once: nothing gets through while it is down, and after it the line is as slow as before."""
    web = arrive({"slow-line": "slow-4g", "dropping-line": True}, page=15.0)
    web.open("/")

    web.weather.down()
    failed = web.page.evaluate("fetch('/').then(() => 'answered', () => 'failed')")
    web.weather.up_again(web.page)

    assert "failed" == failed
    assert web.page.evaluate(ROUND_TRIP) > CONNECTIONS["slow-4g"].latency * 0.9


def test_a_form_that_is_gone_is_not_sent_again(arrive: Arrive, site: Site) -> None:
    """The page says thanks in its place while the line is down: nothing to press is left."""
    thanks = "event.preventDefault(); document.body.innerHTML = '<h1>Thank you</h1>'"
    fields = "<label>First <input name=a></label><label>Second <input name=b></label>"
    site.put("/form", f'<title>A form</title><form onsubmit="{thanks}">{fields}<button>Send</button></form>')
    web = arrive({"offline-3s": True}, page=15.0)
    web.open("/form")
    web.fill("First", "one")
    web.fill("Second", "two")
    began = time.monotonic()

    web.press("Send")

    assert time.monotonic() - began < 13
    assert web.sees("Thank you")
    assert ["Send"] == [m.data["target"] for m in web.recorder.moments() if m.kind == "press"]


def test_what_fails_while_the_line_is_down_is_the_lines_doing(arrive: Arrive, site: Site) -> None:
    """A failure then is the customer's own; the same failure a while later is the company's."""
    site.put("/broken", (500, "no"))
    web = arrive({"offline-3s": True})
    web.open("/")
    web.weather.down()
    web.page.evaluate("fetch('/').catch(() => {})")
    web.weather.up_again(web.page)
    web.page.wait_for_timeout(700)
    web.page.evaluate("fetch('/broken').catch(() => {})")
    web.page.wait_for_timeout(300)
    web.recorder.collect()
    failures = [m for m in web.recorder.moments() if m.kind == "network"]

    assert [("/", True), ("/broken", False)] == [
        (m.data["url"].removeprefix(site.url), m.data["own_line"]) for m in failures
    ]
