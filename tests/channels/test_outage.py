"""Outage: a site that is down is told from a page that is broken, and from one that is only slow."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.outage import plain_request
from cxprobe.channels.visits import signature
from cxprobe.errors import GaveUp, Outage

if TYPE_CHECKING:
    from playwright.sync_api import Response

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]


@pytest.fixture
def nobody() -> Iterator[int]:
    """A port where nobody answers."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        yield door.getsockname()[1]


@pytest.fixture
def silent() -> Iterator[int]:
    """A port where every connection is taken and nothing is ever said."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        taken: list[socket.socket] = []

        def take() -> None:
            while True:
                try:
                    taken.append(door.accept()[0])
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        yield door.getsockname()[1]
        door.shutdown(socket.SHUT_RDWR)
        for each in taken:
            each.close()


def kinds(web: Web) -> list[str]:
    """The kinds of moments that decide a verdict."""
    return [m.kind for m in web.recorder.moments() if m.kind in ("outage", "gave_up", "blocked")]


def test_a_site_that_is_not_there_is_an_outage(arrive: Arrive, nobody: int) -> None:
    """Twice by the browser and once without it: it is down, and the moment says so."""
    web = arrive(url=f"http://127.0.0.1:{nobody}")

    with pytest.raises(Outage, match=r"opened twice, nor by a plain request \(nobody answers there"):
        web.open("/")

    assert ["outage"] == kinds(web)


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_site_that_says_it_is_down_is_an_outage(arrive: Arrive, site: Site, status: int) -> None:
    """A 503 that stays is an outage; asked three times, the last time by name."""
    site.asked.clear()
    site.put("/down", (status, "<h1>Back soon</h1>"))
    web = arrive()

    with pytest.raises(Outage, match=f"it answers {status}"):
        web.open("/down")

    assert ["/down"] * 3 == site.paths()
    assert signature() == site.asked[-1].headers["User-Agent"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_page_that_is_broken_is_no_outage(arrive: Arrive, site: Site, status: int) -> None:
    """An error page is the company's, and the customer looks at it."""
    site.put("/broken", (status, "<h1>Something is broken</h1>"))
    web = arrive()
    web.open("/broken")

    assert "Something is broken" == web.see("Something is broken")
    assert [] == kinds(web)


def test_a_site_that_hiccups_is_no_outage(arrive: Arrive, site: Site) -> None:
    """Down at the first try, there at the second: the customer hardly notices."""
    site.put("/hiccup", (503, "<h1>Back soon</h1>"))
    web = arrive()

    def recovers(_: Response) -> None:
        site.put("/hiccup", "<h1>Welcome</h1>")

    web.page.on("response", recovers)
    web.open("/hiccup")

    assert "Welcome" == web.see("Welcome")
    assert [] == kinds(web)


def test_a_site_that_says_nothing_tries_patience(arrive: Arrive, silent: int) -> None:
    """Slow is not down: the customer waits as long as they wait, and leaves."""
    web = arrive(url=f"http://127.0.0.1:{silent}", page=0.6)

    with pytest.raises(GaveUp):
        web.open("/")

    waits = [m.waited for m in web.recorder.moments() if m.kind == "wait"]
    assert ["gave_up"] == kinds(web)
    assert [0.6] == waits


def test_a_site_that_dies_midway_is_an_outage(arrive: Arrive, open_site: Callable[..., Site]) -> None:
    """Open at first and gone a page later."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Hi</h1>"

        def serve() -> None:
            while True:
                try:
                    connection, _ = door.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(4096)
                    connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        web = arrive(url=f"http://127.0.0.1:{door.getsockname()[1]}")
        web.open("/")
        web.see("Hi")
        door.shutdown(socket.SHUT_RDWR)

    with pytest.raises(Outage):
        web.open("/next")

    assert ["outage"] == kinds(web)


def test_a_plain_request_follows_no_redirect(site: Site, open_site: Callable[..., Site]) -> None:
    """Where a redirect leads may be outside the fence; that it answers at all is enough."""
    elsewhere = open_site()
    site.put("/moved", (302, f"{elsewhere.url}/landing"))

    assert "" == plain_request(f"{site.url}/moved")
    assert [] == elsewhere.asked


def test_a_plain_request_says_what_is_wrong(nobody: int, site: Site) -> None:
    """Refused, down, or well."""
    site.put("/down", (503, "no"))

    assert "nobody answers there" == plain_request(f"http://127.0.0.1:{nobody}/")
    assert "it answers 503" == plain_request(f"{site.url}/down")
    assert "" == plain_request(f"{site.url}/nothing-here")
