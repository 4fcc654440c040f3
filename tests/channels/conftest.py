"""Small sites on loopback, and customers who visit them in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.visits import Browsers
from cxprobe.channels.web import Web
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import Member, Patience
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


@dataclass(frozen=True)
class Asked:
    """One request that reached a site."""

    method: str
    path: str
    headers: dict[str, str]


@dataclass
class Site:
    """A site on a free loopback port: pages by path, and what it was asked for.

    A page is HTML, `(status, HTML)`, or `(302, address)`; one that is not there is a 404.
    """

    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    host: str = "127.0.0.1"
    port: int = 0

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{self.host}:{self.port}"

    def put(self, path: str, page: Any) -> str:
        """Set a page up; gives its path."""
        self.pages[path] = page
        return path

    def paths(self) -> list[str]:
        """The paths that were asked for, the browser's own question for an icon left out."""
        return [each.path for each in self.asked if each.path != "/favicon.ico"]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.asked.append(Asked(self.command, self.path, dict(self.headers)))
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            page = site.pages.get(path, (404, "<h1>Not here</h1>"))
            status, body = page if isinstance(page, tuple) else (200, page)
            self._answer(status, body, "text/javascript" if path.endswith(".js") else "text/html")

        do_POST = do_GET  # noqa: N815 - the name that http.server asks for

        def _answer(self, status: int, body: str, kind: str) -> None:
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", body)
                body = ""
            data = body.encode()
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with suppress(BrokenPipeError):  # a page that was left does not wait for it
                self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name for it
            """Nothing: the tests ask the site itself."""

    return Handler


@pytest.fixture(scope="module")
def open_site() -> Iterator[Callable[..., Site]]:
    """Opens sites that last as long as the module; each on a port of its own."""
    servers: list[ThreadingHTTPServer] = []

    def opened(pages: dict[str, Any] | None = None) -> Site:
        site = Site(pages or {})
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
        server.daemon_threads = True
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return site

    yield opened
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def site(open_site: Callable[..., Site]) -> Site:
    """The site that customers of this module visit."""
    return open_site({"/": "<title>Home</title><h1>Home</h1>"})


@pytest.fixture(scope="module")
def browsers(playwright: Playwright) -> Iterator[Browsers]:
    """One browser for the module, with nothing settled."""
    browsers = Browsers(playwright=playwright, settings=Settings())
    yield browsers
    browsers.close()


@pytest.fixture
def arrive(browsers: Browsers, site: Site) -> Iterator[Callable[..., Web]]:
    """Lets an ordinary customer arrive, or one on a day; `arrive({"typos": 12}, page=3.0)`."""
    arrived: list[Web] = []

    def come(
        day: dict[str, Any] | None = None, *, url: str = "", by: Browsers | None = None, page: float = 4.0
    ) -> Web:
        member = Member(persona="ordinary", title="An ordinary customer", patience=Patience(page=page))
        conditions = Day.of(day or {}).conditions(member, fresh_identity(member.locale, seed=7), CATALOGUE)
        web = (by or browsers).visit(conditions, url or site.url)
        web.recorder.begin()
        arrived.append(web)
        return web

    yield come
    for web in arrived:
        web.close()
