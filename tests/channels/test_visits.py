"""Visits: who comes says who they are, in a fresh context, in a browser that is replaced in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels import visits
from cxprobe.channels.visits import Browsers, signature
from cxprobe.errors import NoBrowser, UsageError
from cxprobe.people.day import Conditions
from cxprobe.people.identity import fresh_identity
from cxprobe.people.persona import Member
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Asked, Site

Arrive = Callable[..., "Web"]

TALKS = """<title>Talks</title><script>
fetch("/fetched"); navigator.sendBeacon("/beacon", "x");
new WebSocket(location.origin.replace("http", "ws") + "/socket");
new Worker("/worker.js");</script><iframe src=/framed></iframe>"""


def conditions(device: str = "desktop", **more: Any) -> Conditions:
    """An ordinary customer's, with another device or other traits."""
    member = Member(persona="ordinary", title="An ordinary customer", device=device, **more)
    return Conditions.ordinary(member, fresh_identity("en_GB", seed=7))


def asked_of(site: Site, *paths: str) -> dict[str, Asked]:
    """The requests for some paths that reached a site."""
    return {each.path: each for each in site.asked if each.path in paths}


def test_every_request_says_who_asks(arrive: Arrive, site: Site) -> None:
    """The user agent of documents, frames, fetches, beacons, workers and sockets ends in our name."""
    paths = ("/talks", "/framed", "/fetched", "/beacon", "/socket", "/worker.js", "/from-worker")
    site.put("/talks", TALKS)
    site.put("/worker.js", "fetch('/from-worker')")
    site.asked.clear()
    web = arrive()
    web.open("/talks")
    web.watch_for(lambda: len(asked_of(site, *paths)) == len(paths) or None, 4.0)
    agents = {path: each.headers["User-Agent"] for path, each in asked_of(site, *paths).items()}

    assert set(paths) == set(agents)
    assert [] == [path for path, agent in agents.items() if not agent.endswith(f" {signature()}")]


def test_no_request_carries_a_header_that_others_have_not(
    arrive: Arrive, site: Site, browsers: Browsers
) -> None:
    """An extra header would break requests to other origins: a customer sends what any browser does."""
    paths = ("/talks", "/fetched", "/socket")
    site.put("/talks", TALKS)
    seen = []
    for watched in (True, False):
        site.asked.clear()
        context = arrive().context if watched else browsers.alone(site.url, {"locale": "en-GB"})
        page = context.new_page()
        page.goto(f"{site.url}/talks")
        page.wait_for_timeout(400)
        seen.append({path: set(each.headers) for path, each in asked_of(site, *paths).items()})
        context.close()

    assert seen[0] == seen[1]
    assert set(paths) == set(seen[0])


@pytest.mark.parametrize(
    ("device", "options", "starts"),
    [
        ("desktop", {}, "Mozilla/5.0 (X11;"),
        ("iPhone 13", {}, "Mozilla/5.0 (iPhone;"),
        ("desktop", {"user_agent": "Mine/1.0"}, "Mine/1.0"),
    ],
)
def test_our_name_comes_after_any_user_agent(
    browsers: Browsers, site: Site, device: str, options: dict[str, str], starts: str
) -> None:
    """A device keeps its own, a test may set one: our name is always behind it."""
    web = browsers.visit(conditions(device), site.url, options)
    agent = str(web.page.evaluate("navigator.userAgent"))
    web.close()

    assert agent.startswith(starts)
    assert agent.endswith(signature())


def test_options_of_the_test_are_laid_over_the_customers(browsers: Browsers, site: Site) -> None:
    """What a project sets for all contexts is merged, and wins."""
    web = browsers.visit(conditions(), site.url, {"viewport": {"width": 700, "height": 500}})
    width, language = web.page.evaluate("[innerWidth, navigator.language]")
    web.close()

    assert (700, "en-GB") == (width, language)


def test_large_text_is_large(browsers: Browsers, site: Site) -> None:
    """Who needs large text gets it on every page."""
    web = browsers.visit(conditions(large_text=True), site.url)
    web.open("/")
    size = web.page.evaluate("getComputedStyle(document.documentElement).fontSize")
    web.close()

    assert "24px" == size


def test_customers_share_nothing(arrive: Arrive, site: Site) -> None:
    """The next customer comes with no cookie and no memory of the one before."""
    first = arrive()
    first.open("/")
    first.page.evaluate("document.cookie = 'seen=yes'; localStorage.seen = 'yes'")
    second = arrive()
    second.open("/")

    assert ["", None] == second.page.evaluate("[document.cookie, localStorage.getItem('seen')]")


def test_a_browser_is_replaced_in_time_but_not_under_anybody(
    playwright: Playwright, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It grows with every visit; while a customer is still there it stays."""
    monkeypatch.setattr(visits, "RECYCLE_AFTER", 2)
    browsers = Browsers(playwright=playwright, settings=Settings())
    webs = [browsers.visit(conditions(), site.url) for _ in range(3)]
    kept = webs[0].context.browser
    together = {id(web.context.browser) for web in webs}
    for web in webs:
        web.close()
    later = browsers.visit(conditions(), site.url)

    assert {id(kept)} == together
    assert kept is not later.context.browser
    assert kept
    assert not kept.is_connected()
    browsers.close()


def test_a_browser_that_went_away_is_replaced(playwright: Playwright, site: Site) -> None:
    """The next customer gets another one."""
    browsers = Browsers(playwright=playwright, settings=Settings())
    gone = browsers.visit(conditions(), site.url).context.browser
    assert gone
    gone.close()
    web = browsers.visit(conditions(), site.url)
    web.open("/")

    assert "Home" == web.see("Home")
    browsers.close()


def test_a_device_that_does_not_exist_is_told_with_the_nearest(browsers: Browsers, site: Site) -> None:
    """A slip in a persona's device is ours to explain."""
    with pytest.raises(UsageError, match=r"No device 'iPhone 31'.*iPhone 1"):
        browsers.visit(conditions("iPhone 31"), site.url)


def test_another_kind_of_browser_has_no_fence(playwright: Playwright, site: Site) -> None:
    """Firefox is refused with the reason, not visited without a fence."""
    browsers = Browsers(playwright=playwright, settings=Settings(), kind="firefox")

    with pytest.raises(UsageError, match="--browser chromium"):
        browsers.visit(conditions(), site.url)
    browsers.close()


def test_a_browser_that_does_not_start_is_told(playwright: Playwright, site: Site) -> None:
    """The message says what to type."""
    browsers = Browsers(
        playwright=playwright, settings=Settings(), options={"executable_path": "/nowhere/chromium"}
    )

    with pytest.raises(NoBrowser, match="cxprobe install-browser"):
        browsers.visit(conditions(), site.url)
    browsers.close()
