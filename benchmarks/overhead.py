"""What cxprobe costs: `python benchmarks/overhead.py`.

Three figures, each alternating with its reference on the same machine, medians:

- the same clicks on the demo with plain Playwright, once in a customer's recorded page and once in a
  bare one: at most 1.05 times the time;
- each verb of a customer, and the plain Playwright call that does the same: milliseconds more;
- a pytest run that does not use cxprobe, with the plugin installed and with `-p no:cxprobe`: at most
  30 ms more.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from cxprobe.channels.visits import Browsers
from cxprobe.demo import Company
from cxprobe.people.day import Conditions
from cxprobe.people.identity import fresh_identity
from cxprobe.people.persona import find_persona
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from cxprobe.channels.web import Web

TIMES_BARE, MORE_MS = 1.05, 30.0
_TYPED = {
    "First name": "Gus",
    "Last name": "Grump",
    "E-mail": "gus@example.com",
    "Phone": "01632 960001",
}
_ADDRESS = {"Address line 1": "1 High Street", "Town or city": "Leeds", "Postcode": "LS1 1AA"}


def in_ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.1f} ms"


# ---- the recorder ------------------------------------------------------------------------------------


class Clicker:
    """Goes through the shop with plain Playwright, and counts the clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, role: Any, name: str) -> None:
        """Click the first control of a role and exact name."""
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.clicks += 1

    def fill(self, fields: dict[str, str]) -> None:
        """Fill fields by their labels."""
        for label, value in fields.items():
            self.page.get_by_label(label, exact=True).fill(value)

    def walk(self, site: str) -> float:
        """Seconds of one visit: shelves, products, basket, promo, chat and two steps of the checkout."""
        began = time.perf_counter()
        self.page.goto(site)
        for shelf in ("Teapots", "Mugs", "Filters", "Everything", "Kettles"):
            self.click("link", shelf)
        self._look_at_products()
        self._use_the_basket()
        self._check_out()
        return time.perf_counter() - began

    def _look_at_products(self) -> None:
        for words in ("mug", "teapot"):
            self.page.get_by_label("Search", exact=True).fill(words)
            self.click("button", "Search")
            self.page.locator(".card a").first.click()
            self.click("button", "Chat with us")
            self.click("button", "Close chat")
            self.clicks += 1

    def _use_the_basket(self) -> None:
        for _ in range(2):
            self.page.goto(urljoin(self.page.url, "/product/copper-stove-kettle"))
            self.click("button", "Add to basket")
        for code in ("NONSENSE", "KETTLE10"):
            self.fill({"Promo code": code})
            self.click("button", "Apply")
        for link in ("Continue shopping", "Kettle & Co", "See the copper kettle"):
            self.click("link", link)
        self.page.locator(".to-basket").click()
        self.clicks += 1

    def _check_out(self) -> None:
        self.click("link", "Checkout")
        for _ in range(2):
            self.fill(_TYPED)
            self.click("button", "Continue to delivery")
            self.fill(_ADDRESS)
            self.page.get_by_label("Country").select_option("GB")
            self.click("radio", self.page.get_by_role("radio").nth(1).evaluate("e => e.labels[0].innerText"))
            self.click("link", "Back to your details")
        self.fill(_TYPED)
        self.click("button", "Continue to delivery")
        self.fill(_ADDRESS)
        self.click("button", "Continue to payment")
        self.page.get_by_label("Name on card").fill("G Grump")


def recorder(browsers: Browsers, conditions: Conditions, site: str, pairs: int) -> bool:
    """Print the recorder's cost; whether it is within bounds."""
    recorded: list[float] = []
    bare: list[float] = []
    clicks = 0
    opened: dict[str, list[float]] = {"recorded": [], "bare": []}
    browser = _browser(browsers, conditions, site)
    for pair in range(pairs + 1):
        for kind in ("recorded", "bare") if pair % 2 else ("bare", "recorded"):
            began = time.perf_counter()
            page_of = _bare(browser) if kind == "bare" else _recorded(browsers, conditions, site)
            with page_of as page:
                ready = time.perf_counter() - began
                clicker = Clicker(page)
                took = clicker.walk(site)
            clicks = clicker.clicks
            if pair:  # the first pair warms the browser up
                (recorded if kind == "recorded" else bare).append(took)
                opened[kind].append(ready)
    ratio = statistics.median(recorded) / statistics.median(bare)
    paired = statistics.median(r / b for r, b in zip(recorded, bare, strict=True))
    print(f"\nThe recorder: {clicks} clicks, {pairs} pairs")
    for name, times in (("recorded page", recorded), ("bare page", bare)):
        print(f"  {name:<14} median {statistics.median(times):.3f} s ({min(times):.3f} to {max(times):.3f})")
    print(f"  ratio of medians {ratio:.3f}, median of the pairs' ratios {paired:.3f}, at most {TIMES_BARE}")
    new = [statistics.median(opened[kind]) for kind in ("recorded", "bare")]
    print(f"  a new context and page: {in_ms(new[0])} recorded, {in_ms(new[1])} bare")
    return _said(ratio <= TIMES_BARE)


@contextmanager
def _recorded(browsers: Browsers, conditions: Conditions, site: str) -> Iterator[Page]:
    web = browsers.visit(conditions, site)
    yield web.page
    web.close()


@contextmanager
def _bare(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def _browser(browsers: Browsers, conditions: Conditions, site: str) -> Browser:
    """The browser in which customers have their contexts: the bare ones are opened in the same."""
    browser = browsers.visit(conditions, site).context.browser
    assert browser
    return browser


# ---- the verbs ---------------------------------------------------------------------------------------

Act = tuple[str, Callable[["Web"], Any], Callable[["Page"], Any]]


def _acts(site: str) -> list[Act]:
    def click(role: Any, name: str) -> Callable[[Page], Any]:
        def done(page: Page) -> None:
            page.get_by_role(role, name=name, exact=True).click()
            page.wait_for_load_state("load")

        return done

    return [
        (
            "open",
            lambda w: w.open("/product/copper-stove-kettle"),
            lambda p: p.goto(f"{site}/product/copper-stove-kettle"),
        ),
        ("see", lambda w: w.see("In stock"), lambda p: p.get_by_text("In stock").wait_for()),
        ("press, in the page", lambda w: w.press("Chat with us"), click("button", "Chat with us")),
        ("press, closing", lambda w: w.press("Close chat"), click("button", "Close chat")),
        ("press, to a page", lambda w: w.press("Add to basket"), click("button", "Add to basket")),
        (
            "fill",
            lambda w: w.fill("Promo code", "KETTLE10"),
            lambda p: p.get_by_label("Promo code").fill("KETTLE10"),
        ),
        ("press a link", lambda w: w.press("Checkout"), click("link", "Checkout")),
        (
            "fill, longer",
            lambda w: w.fill("E-mail", "gus@example.com"),
            lambda p: p.get_by_label("E-mail").fill("gus@example.com"),
        ),
    ]


def verbs(browsers: Browsers, conditions: Conditions, site: str, rounds: int) -> None:
    """Print what each verb takes, beside the plain Playwright call that does the same."""
    acts = _acts(site)
    took: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name, _, _ in acts}
    browser = _browser(browsers, conditions, site)
    for _ in range(rounds):
        web = browsers.visit(conditions, site)
        web.recorder.begin()
        with _bare(browser) as page:
            for name, verb, plain in acts:
                took[name][0].append(_timed(verb, web))
                took[name][1].append(_timed(plain, page))
        web.close()
    print(f"\nThe verbs: {rounds} rounds, medians; a verb waits for what comes of it, a plain call does not")
    print(f"  {'verb':<20}{'verb ms':>9}{'plain ms':>10}{'added ms':>10}")
    for name, (ours, theirs) in took.items():
        ms, bare_ms = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
        print(f"  {name:<20}{ms:>9.1f}{bare_ms:>10.1f}{ms - bare_ms:>+10.1f}")


def _timed(act: Callable[[Any], Any], on: Any) -> float:
    began = time.perf_counter()
    act(on)
    return time.perf_counter() - began


# ---- the plugin --------------------------------------------------------------------------------------


def plugin(runs: int) -> bool:
    """Print what the plugin adds to a pytest run that does not use it; whether it is within bounds."""
    with_it: list[Run] = []
    without: list[Run] = []
    with tempfile.TemporaryDirectory(prefix="cxprobe-overhead-") as folder:
        Path(folder, "test_nothing.py").write_text("def test_nothing():\n    assert True\n", "utf-8")
        for turn in range(runs + 2):
            for disabled in (True, False) if turn % 2 else (False, True):
                took = _pytest(folder, ["-p", "no:cxprobe"] if disabled else [])
                if turn >= 2:  # the first runs write bytecode
                    (without if disabled else with_it).append(took)
    print(f"\nThe plugin in a pytest run that does not use it: {runs} runs each, the whole process")
    more = [_added(kind, [r[i] for r in with_it], [r[i] for r in without]) for i, kind in enumerate(_CLOCKS)]
    print(f"  at most {MORE_MS:.0f} ms more on the wall clock; processor time is told for a busy machine")
    return _said(more[0] <= MORE_MS)


Run = tuple[float, float]
"""Seconds of one pytest run: on the wall clock, and of processor time."""
_CLOCKS = ("wall clock", "processor")


def _added(clock: str, with_it: list[float], without: list[float]) -> float:
    """Milliseconds that the plugin adds, by one clock: the difference of the medians."""
    medians = [statistics.median(times) for times in (with_it, without)]
    more = (medians[0] - medians[1]) * 1000
    least = (min(with_it) - min(without)) * 1000
    print(
        f"  {clock:<11} with {in_ms(medians[0])}, -p no:cxprobe {in_ms(medians[1])}: {more:+.1f} ms "
        f"(least against least {least:+.1f} ms)"
    )
    return more


def _pytest(folder: str, options: list[str]) -> Run:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, folder]
    began, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    took, after = time.perf_counter() - began, os.times()
    if not re.search(r"\b1 passed", done.stdout):
        raise SystemExit(f"pytest did not run: {done.stdout}{done.stderr}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return took, used


def _said(kept: bool) -> bool:
    print(f"  {'pass' if kept else 'MISS'}")
    return kept


def conditions_told() -> str:
    """What was measured with, on what."""
    names = ", ".join(f"{name} {version(name)}" for name in ("cxprobe", "playwright", "pytest"))
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return f"{names}, Python {platform.python_version()}, {machine}"


def main() -> int:
    """Print the figures; 1 when one is out of bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("recorder", "verbs", "plugin"), help="only this part")
    parser.add_argument("--pairs", type=int, default=12, help="walks through the shop, each kind (12)")
    parser.add_argument("--rounds", type=int, default=12, help="rounds of the verbs (12)")
    parser.add_argument("--runs", type=int, default=20, help="pytest runs, each kind (20)")
    chosen = parser.parse_args()
    print(conditions_told())
    kept = [_in_the_browser(chosen)] if chosen.only != "plugin" else []
    if chosen.only in (None, "plugin"):
        kept.append(plugin(chosen.runs))
    return 0 if all(kept) else 1


def _in_the_browser(chosen: argparse.Namespace) -> bool:
    from playwright.sync_api import sync_playwright

    settings = Settings()
    member = find_persona("ordinary", settings.persona_folders()).draw(1)
    conditions = Conditions.ordinary(member, fresh_identity(member.locale, seed=1))
    kept = True
    with Company() as company, sync_playwright() as playwright:
        browsers = Browsers(playwright=playwright, settings=settings)
        if chosen.only in (None, "recorder"):
            kept = recorder(browsers, conditions, company.url, chosen.pairs)
        if chosen.only in (None, "verbs"):
            verbs(browsers, conditions, company.url, chosen.rounds)
        browsers.close()
    return kept


if __name__ == "__main__":
    sys.exit(main())
