"""A visit without a test: its exit codes, what it gives as JSON, how far it goes, and what it refuses."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.visits import Browsers
from cxprobe.customer import Customer
from cxprobe.demo import Company
from cxprobe.errors import UsageError
from cxprobe.settings import Level, Settings
from cxprobe.visit import EXITS, Plan, Visit, _mail_can_come, host_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

HASTY = """title = "Hasty Hal"
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
page = "3 s"
reply = "3 s"
journey = "5 min"
transfers = 1
repeats = 1
errors = 3
"""
HEAD = "<!doctype html><html lang=en><title>{0}</title><h1>{0}</h1>"
PAGES: Mapping[str, str] = {
    "/": HEAD.format("Shop") + '<ul><li><a href="/kettle">A copper kettle</a> £20.00</li></ul>'
    '<footer><a href="/returns">Returns policy</a> <a href="/contact">Contact us</a></footer>',
    "/kettle": HEAD.format("A copper kettle") + '<p>£20.00</p><button onclick="document.querySelector('
    "'output').textContent = 'Sorry, an error occurred: this cannot be added.'\">Add to basket</button>"
    "<output role=alert></output>",
    "/returns": HEAD.format("Returns policy") + "<p>Send it back within 30 days.</p>",
    "/contact": HEAD.format("Contact us")
    + '<form action="/sent"><label>Your e-mail <input type=email name=email required></label>'
    "<label>Message <textarea name=message required></textarea></label><button>Send</button></form>",
    "/sent": HEAD.format("Contact us") + "<p>Thank you, we have received your message.</p>",
    "/bare": HEAD.format("Nothing here"),
}
"""A shop that sells one thing, and will not put it into the basket."""


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    """The address of a small shop."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = PAGES.get(self.path.partition("?")[0], "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name for it
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project's folder with one persona of its own."""
    made = tmp_path_factory.mktemp("project")
    (made / "personas").mkdir()
    (made / "personas" / "hasty-hal.toml").write_text(HASTY, "utf-8")
    return made


@pytest.fixture(scope="module")
def browsers(playwright: Playwright, folder: Path) -> Iterator[Browsers]:
    """One browser for the module."""
    browsers = Browsers(playwright=playwright, settings=Settings(folder=folder))
    yield browsers
    browsers.close()


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    """Kettle & Co, as it is."""
    with Company() as company:
        yield company


Send = Callable[..., tuple[Visit, list[str]]]


@pytest.fixture(scope="module")
def send(browsers: Browsers) -> Send:
    """Sends somebody; gives the visit, and what was told on the way."""

    def sent(url: str, goal: str, **more: Any) -> tuple[Visit, list[str]]:
        told: list[str] = []
        plan = Plan(url=url, goal=goal, **{"persona": "hasty-hal", **more})
        return visit(plan, browsers.settings, browsers, lambda said: told.append(str(said))), told

    return sent


def cxprobe(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the shell command says and ends with."""
    return subprocess.run(
        [sys.executable, "-m", "cxprobe", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def test_whoever_finds_it_is_served(shop: str, send: Send) -> None:
    """Exit code 0, every step with its time, and the goal reached by what was seen."""
    made, told = send(shop, "browse", want="copper kettle")

    plain = made.to_json()
    assert ("served", 0, True) == (plain["verdict"], plain["exit_code"], plain["goal_reached"])
    assert "A copper kettle" == plain["opened"]
    assert any('Opens "A copper kettle"' in line for line in told)


def test_what_a_visit_gives_is_plain_json(shop: str, send: Send) -> None:
    """Every key that is promised is there, and all of it can be written as JSON."""
    made, _ = send(shop, "browse")

    plain = json.loads(json.dumps(made.to_json()))
    keys = "verdict exit_code headline goal goal_reached site persona day steps findings in_the_way money"
    assert {*keys.split(), "promises", "timings", "version"} <= set(plain)
    assert {"waited", "human", "to_resolution", "on_the_clock"} == set(plain["timings"])
    assert {"at", "sentence", "why"} == set(plain["steps"][0])


def test_a_shop_that_says_no_has_lost_its_customer(shop: str, send: Send) -> None:
    """Exit code 1, with the page's own words as the evidence, and no control customer needed."""
    made, told = send(shop, "buy")

    assert ("lost", 1) == (made.verdict, made.exit_code)
    assert "Sorry, an error occurred" in json.dumps(made.to_json()["in_the_way"])
    assert not any("control customer" in line for line in told)


def test_what_we_did_not_find_is_no_fault(shop: str, send: Send) -> None:
    """Exit code 3: a page with nothing on it is not proven to sell anything; the control looked too."""
    made, told = send(f"{shop}/bare", "browse")

    assert ("inconclusive", 3) == (made.verdict, made.exit_code)
    assert any("control customer" in line for line in told)
    assert made.journey.timeline.of("control")


def test_the_control_customer_is_not_controlled(shop: str, send: Send) -> None:
    """The control persona itself goes once."""
    made, told = send(f"{shop}/bare", "browse", persona="ordinary")

    assert 3 == made.exit_code
    assert not any("control customer" in line for line in told)


def test_nobody_listening_is_an_outage(send: Send) -> None:
    """Exit code 1, and the sentence says that the site is down."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"

        made, _ = send(url, "browse")

    assert ("outage", 1) == (made.verdict, made.exit_code)
    assert "is down" in made.to_json()["headline"]


def test_the_returns_policy_is_found(shop: str, send: Send) -> None:
    """A goal nobody has set a standard for is judged by plain expectations."""
    made, _ = send(shop, "return")

    assert ("served", "Returns policy") == (made.verdict, made.facts["policy"])
    assert "resolved" in {found["expectation"] for found in made.to_json()["findings"]}


@pytest.mark.parametrize(
    ("leave", "verdict"), [(Level.message, "served"), (Level.basket, "inconclusive")], ids=str
)
def test_a_message_is_left_only_where_it_may_be(leave: Level, verdict: str, shop: str, send: Send) -> None:
    """With `basket` the customer stops before sending, and says so; with `message` they get an answer."""
    made, _ = send(shop, "contact", leave=leave)

    assert verdict == made.verdict
    assert (leave < Level.message) == bool(made.journey.timeline.of("blocked"))


def test_a_basket_is_all_that_is_left(company: Company, send: Send) -> None:
    """With `--leave basket` nothing is ordered: the visit ends in the basket with what is to be paid."""
    made, _ = send(company.url, "buy", leave=Level.basket)

    assert ("served", True) == (made.verdict, made.to_json()["goal_reached"])
    assert "order_number" not in made.facts
    assert [] == [m for m in made.journey.timeline.moments if "Checkout" in m.sentence and m.kind == "press"]


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        (Plan(url="http://127.0.0.1:9", goal="bye"), "No goal 'bye'.*buy"),
        (Plan(url="shop.example", goal="buy"), "expected an address like"),
        (Plan(url="http://127.0.0.1:9", goal="buy", persona="grumpy-guy"), "grumpy-gus"),
        (Plan(url="http://127.0.0.1:9", goal="buy", misfortunes=("typo",)), "No misfortune 'typo'.*typos"),
        (Plan(url="https://shop.example", goal="buy", leave=Level.pay), "further than a customer may go"),
    ],
    ids=["goal", "address", "persona", "misfortune", "leave"],
)
def test_what_cannot_be_meant_is_said_before_anybody_goes(
    plan: Plan, message: str, browsers: Browsers
) -> None:
    """A slip of the pen names what there is, and no browser is sent anywhere."""
    with pytest.raises(UsageError, match=f"(?s){message}"):
        visit(plan, browsers.settings, browsers, print)


def test_settings_may_name_a_button_nobody_would_guess(folder: Path, playwright: Playwright) -> None:
    """`[site.hints]` says what a control is called, by what it is for."""
    settings = Settings.model_validate(
        {"site": {"colour": "red", "hints": {"add to basket": "Yoink"}}, "folder": folder}
    )

    assert {"add to basket": "Yoink"} == settings.hints
    assert {"colour": "red"} == settings.site


def test_every_verdict_has_its_exit_code() -> None:
    """0 where the customer was served, 1 where let down, 3 where nobody can tell."""
    assert {"served": 0, "frustrated": 0, "lost": 1, "outage": 1, "inconclusive": 3, "unproven": 3} == {
        verdict: code for verdict, code in EXITS.items() if verdict != "open"
    }


def test_an_address_makes_a_file_name() -> None:
    """The host and its port, in letters that every file system takes."""
    assert "127-0-0-1-8000" == host_of("http://127.0.0.1:8000/a?b")


# -- the shell's way in -----------------------------------------------------------------------


def test_the_command_tells_the_story_and_writes_it(shop: str, folder: Path) -> None:
    """Live steps, a scorecard, a report, and the same as JSON; names are made fit for a terminal."""
    done = cxprobe(
        folder,
        "visit",
        shop,
        "--goal",
        "browse",
        "--persona",
        "hasty-hal",
        "--json",
        "new/all.json",
        "--out",
        "out",
    )

    assert 0 == done.returncode, done.stderr
    assert 'Opens "A copper kettle"' in done.stdout
    assert "1 journey: 1 served" in done.stdout
    assert "served" == json.loads((folder / "new" / "all.json").read_text("utf-8"))["verdict"]
    assert (folder / "out" / "report" / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("visit", "http://127.0.0.1:9", "--goal", "by"), "No goal 'by'"),
        (("visit", "http://127.0.0.1:9", "--leave", "everything"), "--leave"),
        (("visit", "http://127.0.0.1:9", "--persona", "nobody-at-all"), "nobody-at-all"),
        (("read", "form", "no-such-file.html"), "There is no file no-such-file.html"),
        (("read", "form", "http://127.0.0.1:9/"), "could not be opened"),
    ],
    ids=["goal", "leave", "persona", "file", "address"],
)
def test_a_mistake_in_what_was_typed_ends_with_2(arguments: tuple[str, ...], said: str, folder: Path) -> None:
    """One sentence on standard error, no traceback."""
    done = cxprobe(folder, *arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_form_is_read_from_a_file(folder: Path) -> None:
    """A row for each control, with the token a browser would fill in, and what sends the form."""
    (folder / "form.html").write_text(PAGES["/contact"], "utf-8")

    done = cxprobe(folder, "read", "form", "form.html", "--json")

    rows = json.loads(done.stdout)
    assert [0, 1, 2] == [row["index"] for row in rows]
    assert ["email", None, None] == [row["token"] for row in rows]
    assert rows[2]["sends"]


def test_what_a_page_calls_a_field_cannot_write_on_the_terminal(folder: Path) -> None:
    """Colour codes and reversed writing in a label are left out of what is printed."""
    label = "\x1b[31mYour\u202e e-mail"
    (folder / "nasty.html").write_text(
        f"<meta charset=utf-8><label>{label} <input name=email></label>", "utf-8"
    )

    done = cxprobe(folder, "read", "form", "nasty.html")

    assert 0 == done.returncode
    assert "e-mail" in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout)


@pytest.mark.parametrize(
    ("url", "where", "email", "can"),
    [
        ("http://127.0.0.1:1", "box", "mia@example.com", True),
        ("http://127.0.0.1:1", "nowhere", "mia@example.com", False),
        ("http://127.0.0.1:1", "imaps://u:p@h:99999", "mia@example.com", False),
        ("http://127.0.0.1:1", "", "mia@example.com", False),
        ("https://shop.example", "box", "mia@example.com", False),
        ("https://shop.example", "box", "cx+mia@shop.example", True),
    ],
)
def test_a_mail_is_looked_for_only_where_one_can_be_seen(
    tmp_path: Path, url: str, where: str, email: str, can: bool
) -> None:
    """An order that was placed is not spoilt by a mailbox that cannot be read."""
    (tmp_path / "box" / "new").mkdir(parents=True)
    place = where if "://" in where or not where else str(tmp_path / where)
    customer = SimpleNamespace(scene=SimpleNamespace(mailbox=place), identity=SimpleNamespace(email=email))

    assert can == _mail_can_come(customer, Plan(url=url, goal="buy"))  # type: ignore[arg-type]


def test_who_leaves_closes_the_browser_whatever_the_mailbox_does() -> None:
    """A mailbox that will not close keeps no browser open."""
    closed: list[str] = []
    customer = Customer.__new__(Customer)
    customer._inbox = SimpleNamespace(close=lambda: 1 / 0)  # type: ignore[assignment]
    customer._web = SimpleNamespace(before_going_on=lambda: None, close=lambda: closed.append("web"))  # type: ignore[assignment]

    with pytest.raises(ZeroDivisionError):
        customer.leave()

    assert ["web"] == closed
