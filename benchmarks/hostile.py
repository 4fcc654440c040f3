"""How visits end on pages that nobody should have to visit: `python benchmarks/hostile.py`.

Every page here is hostile in one way: it freezes, redirects for ever, grows for ever, asks for ever, or
is called by a name that is a script. One customer with little patience visits each, with the goal named
beside it, in a browser and a folder of their own. Printed for each: verdict and reason, seconds beside
the limit, and the memory of browser and Python before the visit and at its peak.

The limit is what `cxprobe visit` promises: the patience for the journey and 20 s more, for starting and
ending a browser and for what we are slow at ourselves. A page that keeps silent is left after the
patience for a page. Memory: pages are stopped when the browser takes more than 1.25 GB with them; the peak
counts memory shared between processes once for each, about 450 MB of it with no page at all.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cxprobe.channels.visits import browsing
from cxprobe.settings import Settings
from cxprobe.visit import Plan, Visit, visit

PAGE, JOURNEY, MARGIN = 4.0, 20.0, 20.0
"""Seconds of patience of who visits here, and what a visit may take beyond them."""
PERSONA = f"""title = "Hasty Hal"
story = "Has a train to catch."
locale = "en_GB"
device = "desktop"
connection = "cable"
mood = "rushed"
manner = "terse"
[typing]
keys_per_minute = 300
[reading]
words_per_minute = 300
share_read = 0.1
[patience]
page = "{PAGE:g} s"
reply = "{PAGE:g} s"
journey = "{JOURNEY:g} s"
transfers = 1
repeats = 1
errors = 3
"""
_MB = 1 << 20
_ENDED = 240.0
_SHOP = """<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1>
<nav><a href="/basket">Basket</a></nav><article><h2><a href="/p/1">A kettle</a></h2><p>£20.00</p></article>
<form action="/basket"><button id=add>Add to basket</button></form>{more}"""
_FILLER = "Lorem ipsum dolor sit amet. " * 40


@dataclass(frozen=True)
class Hostile:
    """One hostile page: how its body comes, and what a visit to it is for."""

    body: Callable[[], Iterator[bytes]]
    goal: str = "buy"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    path: str = "/"


def shop(more: str = "", title: str = "Shop") -> Callable[[], Iterator[bytes]]:
    """A small shop's page with something more at its end."""
    return lambda: iter([_SHOP.format(title=title, more=more).encode()])


def script(code: str) -> Callable[[], Iterator[bytes]]:
    """A small shop's page with a script."""
    return shop(f"<script>{code}</script>")


def many(what: str, times: int, before: str = "", after: str = "") -> Callable[[], Iterator[bytes]]:
    """A page with one thing many times, numbered."""

    def body() -> Iterator[bytes]:
        yield _SHOP.format(title="Shop", more=before).encode()
        for start in range(0, times, 500):
            yield "".join(what.replace("#", str(n)) for n in range(start, min(start + 500, times))).encode()
        yield after.encode()

    return body


def drip(seconds: float, first: str = "") -> Callable[[], Iterator[bytes]]:
    """A body that never ends, a little at a time."""

    def body() -> Iterator[bytes]:
        yield first.encode() or b" "
        while True:
            time.sleep(seconds)  # the server is what is slow here
            yield b" "

    return body


def flood(piece: str, most: int, first: str = "") -> Callable[[], Iterator[bytes]]:
    """A body of so many bytes, as fast as they are taken."""

    def body() -> Iterator[bytes]:
        yield first.encode() or b" "
        whole = (piece * (65536 // len(piece) + 1)).encode()
        for _ in range(most // len(whole)):
            yield whole

    return body


_STRANGE = "\x1b[2J\x1b]0;owned\x07\u202egnp.exe\u2066\u0000 <script>window.owned=1</script>"
PAGES: Mapping[str, Hostile] = {
    "10,000 fields": Hostile(
        many(
            "<label>Detail # <input name=d#></label>", 10_000,
            "<h2>Contact us</h2><form><label>Message <textarea name=message></textarea></label>",
            "<button>Send</button></form>",
        ),
        goal="contact",
    ),
    "50,000 links": Hostile(many("<a href='/l/#'>Link #</a> ", 50_000)),
    "nested 5,000 deep": Hostile(lambda: iter([b"<title>Deep</title>", b"<div>" * 5000, b"<p>bottom"])),
    "redirects by 302": Hostile(shop(), status=302, headers={"Location": "/again"}),
    "redirects by refresh": Hostile(shop('<meta http-equiv=refresh content="0;url=/again">')),
    "reloads by script": Hostile(script("location.reload()")),
    "reloads when loaded": Hostile(script("addEventListener('load', () => location.reload())")),
    "alternates between two": Hostile(
        script("setTimeout(() => location = location.pathname === '/' ? '/b' : '/', 50)")
    ),
    "asks in dialogs for ever": Hostile(script("while (true) { alert('a'); confirm('b'); prompt('c') }")),
    "asks again and again": Hostile(script("setInterval(() => alert('Buy now!'), 10)")),
    "asks before it is left": Hostile(
        script("onbeforeunload = (e) => { e.preventDefault(); e.returnValue = 'Stay!' }")
    ),
    "grows each frame": Hostile(
        script(
            "const more = () => { for (let i = 0; i < 200; i++) { const p = document.createElement('p');"
            " p.textContent = 'More ' + Math.random(); document.body.append(p) }"
            " requestAnimationFrame(more) }; more()"
        )
    ),
    "grows by megabytes": Hostile(
        script("setInterval(() => document.body.append('word '.repeat(400000)), 20)")
    ),
    "hoards memory": Hostile(
        script("const kept = []; setInterval(() => kept.push(new Uint8Array(5e7).fill(1)), 20)")
    ),
    "never yields, on load": Hostile(script("while (true) {}")),
    "never yields, after load": Hostile(script("setTimeout(() => { while (true) {} }, 300)")),
    "never yields, when pressed": Hostile(
        script("document.addEventListener('click', () => { while (true) {} }, true)")
    ),
    "never yields, when typed": Hostile(
        shop(
            "<form><label>Your message <textarea name=message></textarea></label><button>Send</button></form>"
            "<script>document.addEventListener('keydown', () => { while (true) {} }, true)</script>"
        ),
        goal="contact",
    ),
    "yields now and then": Hostile(
        script(
            "setInterval(() => { const end = performance.now() + 900;"
            " while (performance.now() < end) {} }, 950)"
        )
    ),
    "opens windows by itself": Hostile(script("setInterval(() => open('/again'), 20)")),
    "opens windows when pressed": Hostile(
        script("onclick = () => { for (let i = 0; i < 50; i++) open('/again') }")
    ),
    "form opens a new window": Hostile(
        script("document.querySelector('form').onsubmit = (e) => { e.preventDefault(); open('/again') }")
    ),
    "endless download": Hostile(
        flood("x", 1 << 40),
        headers={
            "Content-Type": "application/octet-stream",
            "Content-Disposition": "attachment; filename=a.bin",
        },
    ),
    "never begins to answer": Hostile(drip(0.5), status=0),
    "never ends its answer": Hostile(drip(0.2, _SHOP.format(title="Drip", more=""))),
    "1 GB of HTML": Hostile(flood(f"<p>{_FILLER}</p>", 1 << 30, "<title>Big</title>")),
    "1 GB of one line": Hostile(flood("x", 1 << 30, "<title>Long</title><p>")),
    "a name of 100 kB": Hostile(
        shop(f"<a href=/p/2>{'kettle ' * 15000}</a><button>{'Add ' * 25000}</button>", "T" * 100_000)
    ),
    "names that are scripts": Hostile(
        shop('<button aria-label="&lt;img src=x onerror=alert(1)&gt;">"); alert(1); ("</button>', _STRANGE)
    ),
    "prototypes overwritten": Hostile(
        script(
            "Array.prototype.push = Array.prototype.map = JSON.stringify = String.prototype.replace ="
            " Element.prototype.getAttribute = Document.prototype.querySelectorAll = Map.prototype.get ="
            " Promise.prototype.then = () => { throw new Error('mine') }; window.Map = window.Set = null;"
        )
    ),
    "prototypes that never yield": Hostile(
        script("Element.prototype.getAttribute = Document.prototype.querySelectorAll = () => {while(true){}}")
    ),
    "sandboxed by CSP": Hostile(
        shop("<script>document.title = 'runs'</script>"),
        headers={"Content-Security-Policy": "sandbox; default-src 'none'"},
    ),
    "a frame in itself": Hostile(
        script(
            "for (let i = 0; i < 2; i++) { const f = document.createElement('iframe');"
            " f.src = '/?' + Math.random(); document.body.append(f) }"
        )
    ),
    "a worker that never answers": Hostile(
        script(
            "navigator.serviceWorker.register('/worker.js')"
            ".then(() => setTimeout(() => location = '/b', 900))"
        )
    ),
    "a list without an end": Hostile(
        script(
            "let n = 0; const more = () => { for (let i = 0; i < 50; i++) {"
            " const a = document.createElement('a'); a.href = '/p/' + ++n; a.textContent = 'Tea pot ' + n;"
            " document.body.append(a, document.createElement('br')) } };"
            " more(); setInterval(more, 100)"
        )
    ),
    "says no at every turn": Hostile(
        script(
            "document.querySelector('form').onsubmit = (e) => { e.preventDefault(); const p ="
            " document.createElement('p'); p.setAttribute('role', 'alert');"
            " p.textContent = 'Error ' + Math.random(); document.body.append(p) }"
        )
    ),
    "empties itself": Hostile(script("setInterval(() => document.documentElement.remove(), 10)")),
    "logs for ever": Hostile(
        script("setInterval(() => { for (let i = 0; i < 500; i++) console.error('x'.repeat(9999)) }, 10)")
    ),
    "reports for ever": Hostile(
        script(
            "setInterval(() => window.__cxprobe_tell__([{k: 'text', t: Date.now(), texts: ['x'.repeat(1e6)],"
            " where: ''}]), 5)"
        )
    ),
}  # fmt: skip


@contextmanager
def serving(page: Hostile) -> Iterator[str]:
    """The address of a hostile page on this machine, while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):
                self._answer()

        do_POST = do_GET  # noqa: N815  # the name that http.server asks for

        def _answer(self) -> None:
            if self.path == "/worker.js":
                self._send(200, {"Content-Type": "text/javascript"}, _worker())
                return
            if self.path == "/favicon.ico":
                self._send(404, {}, iter([b""]))
                return
            if page.status == 0:
                while True:
                    time.sleep(0.5)  # drips, so that the answer never ends
                    self.wfile.write(b"")
                    if stopped.is_set():
                        return
            self._send(page.status, page.headers, page.body())

        def _send(self, status: int, headers: Mapping[str, str], body: Iterator[bytes]) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in body:
                if stopped.is_set():
                    return
                self.wfile.write(piece)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the library's
            return

    stopped = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{page.path}"
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()


def _worker() -> Iterator[bytes]:
    yield (
        b"self.addEventListener('install', () => self.skipWaiting());"
        b"self.addEventListener('activate', (e) => e.waitUntil(clients.claim()));"
        b"self.addEventListener('fetch', (e) => e.respondWith(new Promise(() => {})));"
    )


@dataclass(slots=True)
class Memory:
    """Bytes that this process and all it started take, sampled; Linux only, else 0."""

    before: int = 0
    most: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Memory:
        self.before = self.most = taken()
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(0.2):
            self.most = max(self.most, taken())


def taken() -> int:
    """Bytes of memory of this process and everything under it."""
    if sys.platform != "linux":
        return 0
    parents, sizes = {}, {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError, ValueError):
            said = file.read_text("ascii", "replace").rpartition(")")[2].split()
            pid = int(file.parent.name)
            parents[pid], sizes[pid] = int(said[1]), int(said[21]) * resource.getpagesize()
    ours = {os.getpid()}
    for _ in range(8):
        ours |= {pid for pid, parent in parents.items() if parent in ours}
    return sum(sizes.get(pid, 0) for pid in ours)


def send(page: Hostile, folder: Path) -> Visit:
    """One visit to a hostile page by somebody with little patience."""
    people = folder / "personas"
    people.mkdir(parents=True, exist_ok=True)
    (people / "hasty-hal.toml").write_text(PERSONA, "utf-8")
    settings = Settings(folder=folder)
    with serving(page) as url, browsing(settings) as browsers:
        plan = Plan(url=url, goal=page.goal, persona="hasty-hal", out=folder / "out")
        return visit(plan, settings, browsers, lambda _: None)


def main() -> None:
    """Visit every hostile page, or those named, each in a process of its own, and print how it went."""
    parser = argparse.ArgumentParser(description="How visits end on hostile pages.")
    parser.add_argument("names", nargs="*", help="words of the pages to visit; none for all")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(_row(asked.one, PAGES[asked.one]), flush=True)
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores; patience {PAGE:g} s a page,")
    print(f"{JOURNEY:g} s a journey; a visit that needs the control customer is two visits.\n")
    print(f"{'page':28} {'verdict':13} {'seconds':>8} {'limit':>6} {'MB before':>9} {'peak':>6}  reason")
    sys.stdout.flush()
    for name in PAGES:
        if not asked.names or any(word in name for word in asked.names):
            _alone(name)


def _alone(name: str) -> None:
    """Visit one page in a process of its own, which is ended when it does not end."""
    try:
        subprocess.run([sys.executable, __file__, "--one", name], check=False, timeout=_ENDED)
    except subprocess.TimeoutExpired:
        print(f"{name:28} NEVER ENDED within {_ENDED:g} s", flush=True)


def _row(name: str, page: Hostile) -> str:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Memory() as memory:
        began = time.monotonic()
        try:
            made = send(page, Path(folder))
            judged = made.journey.judgement
            verdict, reason = made.verdict, judged.headline if judged else ""
            visits = 2 if (Path(folder) / "out" / "control").is_dir() else 1
        except Exception as error:
            verdict, reason, visits = "CRASH", f"{type(error).__name__}: {error}", 1
        took = time.monotonic() - began
    limit = visits * (JOURNEY + MARGIN)
    late = " LATE" if took > limit else ""
    sizes = f"{memory.before / _MB:9.0f} {memory.most / _MB:6.0f}"
    return f"{name:28} {verdict:13} {took:8.1f} {limit:6.0f} {sizes}  {reason[:200]!r}{late}"


if __name__ == "__main__":
    main()
