"""How exactly the recorder measures waits: `python benchmarks/waits.py`.

A server of ours sleeps for a known time before it answers; a page is left, sent, fetched or spoken to,
with plain Playwright clicks; what the recorder says was waited is set beside the server's own sleep.
The reference is the sleep as the server measured it, not as it was asked for. A measured wait should
be within 50 ms or 5 % of it, whichever is more: what it may add is the browser drawing the answer.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import re
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from cxprobe.channels.recorder import Recorder
from cxprobe.channels.visits import launch
from cxprobe.journey.clock import Pace
from cxprobe.journey.redaction import Redactor
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.measures import waiting
from cxprobe.people.day import Line

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

REPETITIONS = {0.1: 9, 0.5: 5, 2.0: 3, 6.0: 2}
"""Server delays in seconds, and how often each is waited for."""
SLACK, SHARE = 0.050, 0.05
KINDS = {
    "link": "a link to a page",
    "form": "a form sent, answered by a redirect",
    "fetch": "fetch, then the page changes",
    "xhr": "XMLHttpRequest, then the page changes",
    "socket": "a WebSocket's reply",
    "fetch then page": "fetch, then location =",
}
_PAGE = """<!doctype html><html lang="en"><title>Waits</title><h1>Waits</h1>
<p><a href="/page?d={d}">link</a></p>
<form method="post" action="/form?d={d}"><button>form</button></form>
<p><button id="fetch">fetch</button> <button id="xhr">xhr</button> <button id="socket">socket</button>
<button id="then">fetch then page</button></p><p id="answer"></p>
<script>
const answer = (text) => {{ document.getElementById("answer").textContent = text; }};
const on = (id, act) => document.getElementById(id).addEventListener("click", act);
on("fetch", async () => answer((await (await fetch("/json?d={d}")).json()).said));
on("then", async () => {{ location = (await (await fetch("/json?d={d}")).json()).page; }});
on("xhr", () => {{
  const asked = new XMLHttpRequest();
  asked.open("GET", "/json?d={d}");
  asked.onload = () => answer(JSON.parse(asked.responseText).said);
  asked.send();
}});
const socket = new WebSocket(`ws://${{location.host}}/socket`);
socket.addEventListener("message", (event) => answer(event.data));
on("socket", () => socket.send("{d}"));
</script></html>"""
_HEAD = f"{'wait':<16}{'slept':>6}{'median':>10}{'least':>9}{'most':>9}{'error ms':>11}{'worst':>9}  within"
_DONE = "<!doctype html><html lang='en'><title>Done</title><h1>Here is the answer</h1></html>"


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of wait at one delay: what the server slept and what the recorder measured, in seconds."""

    kind: str
    delay: float
    slept: tuple[float, ...]
    measured: tuple[float, ...]

    @property
    def errors(self) -> list[float]:
        """By how much each measured wait is off."""
        return [m - s for m, s in zip(self.measured, self.slept, strict=True)]

    @property
    def within(self) -> int:
        """How many are within 50 ms or 5 %."""
        return sum(abs(e) <= max(SLACK, SHARE * s) for e, s in zip(self.errors, self.slept, strict=True))

    @property
    def passed(self) -> bool:
        """Whether the median is within 50 ms or 5 %."""
        return abs(statistics.median(self.errors)) <= max(SLACK, SHARE * self.delay)

    def told(self) -> str:
        """The row as it is printed."""
        low, high = min(self.measured), max(self.measured)
        return (
            f"{self.kind:<16}{self.delay:>6.1f}{statistics.median(self.measured):>10.3f}{low:>9.3f}{high:>9.3f}"
            f"{statistics.median(self.errors) * 1000:>+11.0f}{max(self.errors, key=abs) * 1000:>+9.0f}"
            f"{self.within:>6}/{len(self.errors)}   {'pass' if self.passed else 'MISS'}"
        )


class Sleeper:
    """A site on a free loopback port that sleeps as long as it is asked to, and writes down how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        routes = [
            Route("/", self._start),
            Route("/page", self._page),
            Route("/form", self._form, methods=["POST"]),
            Route("/done", self._done),
            Route("/json", self._json),
            WebSocketRoute("/socket", self._socket),
        ]
        quiet = uvicorn.Config(
            Starlette(routes=routes), port=0, log_level="critical", lifespan="off", ws="websockets-sansio"
        )
        self._server = uvicorn.Server(quiet)

    @contextmanager
    def open(self) -> Iterator[str]:
        """The address of the site, while it is open."""
        thread = threading.Thread(target=self._server.run, daemon=True)
        thread.start()
        while not self._server.started:
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        self._server.should_exit = True
        thread.join(timeout=5)

    async def _sleep(self, delay: str) -> None:
        began = time.perf_counter()
        await asyncio.sleep(float(delay))
        self.slept.append(time.perf_counter() - began)

    async def _start(self, request: Request) -> Response:
        return HTMLResponse(_PAGE.format(d=request.query_params["d"]))

    async def _page(self, request: Request) -> Response:
        await self._sleep(request.query_params["d"])
        return HTMLResponse(_DONE)

    async def _form(self, request: Request) -> Response:
        await self._sleep(request.query_params["d"])
        return RedirectResponse("/done", 303)

    async def _done(self, request: Request) -> Response:
        return HTMLResponse(_DONE)

    async def _json(self, request: Request) -> Response:
        await self._sleep(request.query_params["d"])
        return JSONResponse({"said": "Here is the answer", "page": "/done"})

    async def _socket(self, socket: WebSocket) -> None:
        await socket.accept()
        try:
            while True:
                await self._sleep(await socket.receive_text())
                await socket.send_text("Here is the answer")
        except WebSocketDisconnect:
            return


def watched(context: BrowserContext, site: str) -> Recorder:
    """A recorder on a context, as a customer's own."""
    return Recorder(context, pace=Pace(), redactor=Redactor(), line=Line(), site=site)


def one_wait(page: Page, recorder: Recorder, kind: str, start: str) -> float:
    """Seconds the customer waited, as the recorder tells it, for one press."""
    page.goto(start)
    page.wait_for_timeout(150)
    recorder.begin()
    page.locator("a, button").filter(has_text=re.compile(f"^{kind}$")).click(no_wait_after=True)
    page.get_by_text("Here is the answer").wait_for()
    page.wait_for_timeout(400)
    recorder.collect(final=True)
    return waiting(Timeline(goal=kind, moments=recorder.moments()))


def measure(browser: Browser, site: str, sleeper: Sleeper, kind: str, delay: float, times: int) -> Row:
    """One kind of wait, several times, in a fresh context."""
    context = browser.new_context()
    recorder = watched(context, site)
    page = context.new_page()
    sleeper.slept.clear()
    measured = [one_wait(page, recorder, kind, f"{site}/?d={delay}") for _ in range(times)]
    context.close()
    return Row(kind, delay, tuple(sleeper.slept), tuple(measured))


def conditions(browser: Browser) -> str:
    """What was measured with, on what."""
    names = ", ".join(f"{name} {version(name)}" for name in ("cxprobe", "playwright", "starlette", "uvicorn"))
    return (
        f"{names}, Chromium {browser.version}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )


def main() -> int:
    """Print the table; 1 when any kind of wait is further off than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind; can be repeated")
    parser.add_argument("--delay", type=float, choices=REPETITIONS, action="append", help="only this delay")
    chosen = parser.parse_args()
    from playwright.sync_api import sync_playwright

    sleeper, rows = Sleeper(), []
    with sleeper.open() as site, sync_playwright() as playwright:
        rules = [f"--host-resolver-rules=MAP {urlsplit(site).netloc} {urlsplit(site).netloc}"]
        browser = launch(playwright, {}, rules, kind="chromium")
        print(conditions(browser))
        print(_HEAD)
        for kind in chosen.kind or KINDS:
            for delay in chosen.delay or REPETITIONS:
                rows.append(measure(browser, site, sleeper, kind, delay, REPETITIONS[delay]))
                print(rows[-1].told(), flush=True)
        browser.close()
    missed = sum(not row.passed for row in rows)
    bounds = f"{SLACK * 1000:.0f} ms or {SHARE:.0%} of the server's sleep"
    print(f"{len(rows) - missed} of {len(rows)} medians within {bounds}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
