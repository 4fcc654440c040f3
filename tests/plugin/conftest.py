"""A tiny shop to visit, and a project with customers of little patience, so that tests are quick."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

FORM = """<form method="post" action="{0}"><label>Last name <input name="name"></label>
<label>Street <input name="street"></label><button>Order</button></form>"""
PAGES = {
    "/": "<h1>Teapots</h1>" + FORM.format("/ordered"),
    "/no-apostrophes": "<h1>Teapots</h1>" + FORM.format("/ordered-by-letters-only"),
    "/no-double-clicks": """<h1>Teapots</h1><button id="b">Order</button><script>
        let soon; b.onclick = () => { soon = soon || setTimeout(() => location = '/thanks', 300) };
        b.ondblclick = () => { clearTimeout(soon); location = '/broken' };</script>""",
    "/two-bugs": """<h1>Teapots</h1><label>Last name <input id="n"></label><button id="b">Order</button>
        <button id="p">Post</button><script>
        const bad = () => /['\u2019]/.test(n.value);
        b.onclick = () => { location = bad() ? '/broken' : '/thanks' };
        b.ondblclick = () => { location = '/gone' };</script>""",
    "/english-only": "<h1>Teapots</h1>" + FORM.format("/ordered-in-english"),
    "/silent": "<h1>Teapots</h1>" + FORM.format("/silence"),
    "/silence": "<h1>Teapots</h1>",
    "/thanks": "<h1>Thank you</h1><p>Your order number is KC-1001.</p>",
    "/unkind-form": "<h1>Teapots</h1>" + FORM.format("/broken"),
    "/order": "<h1>Teapots</h1><p>We will refund you within 3 business days.</p>",
}


@dataclass
class Shop:
    """A teapot shop: where it is, and who asked for what."""

    url: str
    seen: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="session")
def shop() -> Iterator[Shop]:
    """A teapot shop with a page for each way to be good or bad at it."""
    seen: Counter[str] = Counter()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            seen[path] += 1
            if path == "/slow":
                time.sleep(3)
            if path in ("/broken", "/gone"):
                self._say(500, "<h1>Something went wrong</h1><p>Error: please try again later.</p>")
            else:
                self._say(200 if path in PAGES else 404, PAGES.get(path, "<h1>Not here</h1>"))

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            name = parse_qs(self.rfile.read(length).decode()).get("name", [""])[0]
            seen[self.path] += 1
            apostrophe = re.search("['\u2019]", name) and "letters" in self.path
            foreign = "english" in self.path and "en" not in self.headers.get("Accept-Language", "")
            if apostrophe or "broken" in self.path:
                self._say(500, "<h1>Something went wrong</h1><p>Error near your name.</p>")
            else:
                self._say(200, PAGES["/silence" if foreign or "silence" in self.path else "/thanks"])

        def _say(self, status: int, page: str) -> None:
            body = f"<!doctype html><html lang=en><title>Teapots</title>{page}".encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Keep the terminal clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield Shop(f"http://127.0.0.1:{server.server_address[1]}", seen)
    server.shutdown()
    server.server_close()


PERSONAS = {
    "ordinary": 'title = "An ordinary customer"\nstory = "Calm."\n[patience]\npage = "1 s"\n',
    "pierre": 'extends = "ordinary"\ntitle = "Pierre"\nstory = "From Lyon."\nlocale = "fr_FR"\n',
    "hasty": 'extends = "ordinary"\ntitle = "Hasty Hank"\nstory = "In a hurry."\n',
    "unlucky": 'extends = "ordinary"\ntitle = "Unlucky Una"\nstory = "Not her day."\nday = "explored"\n',
}

ORDER = """
from __future__ import annotations
import os, sys, time, pytest
from cxprobe import asked_once, dead_ends, effort, errors_met, fast, feels, resolved, transfers, promises_kept

def order(customer, page="/", *expected, goal="to order a teapot"):
    with customer.wants(goal) as journey:
        customer.open(page)
        customer.fill("Last name", customer.identity.last_name)
        customer.press("Order")
        if customer.sees("order number"):
            customer.settled(customer.see("order number"))
    return journey
"""


@dataclass(frozen=True)
class Ran:
    """What came of a pytest run: its exit code, what it said, and each test's status and message."""

    code: int
    said: str
    messages: Mapping[str, str]

    @property
    def statuses(self) -> dict[str, str]:
        """PASSED, FAILED, ERROR, SKIPPED or XFAIL for each test; the last word counts."""
        return {test: status for test, _, status in _STATUS.findall(self.said)}

    @property
    def days(self) -> dict[str, str]:
        """A sign for each day lived of a test whose days were explored."""
        return {test: signs for test, signs, _ in _STATUS.findall(self.said) if signs}

    def message(self, test: str) -> str:
        """The first line of a failure, an error or a skip's reason."""
        return (self.messages.get(test, "").splitlines() or [""])[0]


@dataclass
class Project:
    """A project of somebody who tests the shop; `run` is pytest in it, in a process of its own."""

    folder: Path
    url: str
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.write_file("pytest.ini", "[pytest]\n")
        for name, text in PERSONAS.items():
            self.write_file(f"personas/{name}.toml", text)

    @property
    def out(self) -> Path:
        """Where its journeys are written."""
        return self.folder / "journeys"

    def write(self, tests: str, name: str = "test_teapots.py") -> None:
        """Write a test file; it has `order(customer, page)` and the expectations at hand."""
        self.write_file(name, ORDER + dedent(tests))

    def write_file(self, name: str, text: str) -> Path:
        """Write another file of the project."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
        return path

    def run(self, *arguments: str, **more: str) -> Ran:
        """Run pytest against the shop."""
        return self.bare(f"--base-url={self.url}", f"--cx-out={self.out}", *arguments, **more)

    def bare(self, *arguments: str, **more: str) -> Ran:
        """Run pytest with nothing but these arguments; warnings are errors, `more` is its environment."""
        xml = self.folder / "junit.xml"
        xml.unlink(missing_ok=True)
        process = self.start("-v", f"--junitxml={xml}", *arguments, **more)
        said, _ = process.communicate(timeout=180)
        return Ran(process.returncode, said, _messages(xml))

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Begin a pytest run."""
        command = [sys.executable, "-m", "pytest", "-Werror", *arguments]
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
        process = subprocess.Popen(
            command,
            cwd=self.folder,
            env={**kept, **more},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.started.append(process)
        return process

    def end(self) -> None:
        """End what is still running."""
        for process in self.started:
            process.kill()
            process.wait()

    def journeys(self) -> list[dict[str, Any]]:
        """Every journey that was written, as plain JSON."""
        return [json.loads(path.read_text("utf-8")) for path in sorted(self.out.rglob("journey.json"))]

    def log(self) -> list[str]:
        """The lines that tests of the project wrote into the file `log`."""
        path = self.folder / "log"
        return path.read_text("utf-8").splitlines() if path.exists() else []


_STATUS = re.compile(
    r"^\S+::(test_\w+(?:\[[^\]]*\])?) (?:\d+ days: (\S*)\s+)?(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)\b",
    re.MULTILINE,
)


def _messages(xml: Path) -> dict[str, str]:
    if not xml.exists():
        return {}
    cases = ElementTree.parse(xml).getroot().iter("testcase")
    return {case.get("name", ""): said for case in cases for each in case if (said := each.get("message"))}


@pytest.fixture
def project(tmp_path: Path, shop: Shop) -> Iterator[Project]:
    """A fresh project that visits the shop."""
    project = Project(tmp_path, shop.url)
    yield project
    project.end()


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory: pytest.TempPathFactory, shop: Shop) -> Iterator[Project]:
    """A project that the tests of a module share, for one run that many of them look at."""
    project = Project(tmp_path_factory.mktemp("project"), shop.url)
    yield project
    project.end()


@pytest.fixture
def quickly(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs pytest in a project, for what opens no browser; alone, since runs in one process share modules."""

    def run(project: Project, *arguments: str) -> Ran:
        monkeypatch.chdir(project.folder)
        where = (f"--rootdir={project.folder}", f"--base-url={project.url}", f"--cx-out={project.out}")
        result = pytester.runpytest_subprocess(
            *where, "-p", "no:cacheprovider", *arguments, str(project.folder)
        )
        return Ran(int(result.ret), "\n".join([*result.outlines, *result.errlines]), {})

    return run
