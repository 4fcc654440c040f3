"""The worst day in a real browser: found, made small and told right, on the company to practise on.

Three tables. *Pairs*: the company has one fault that takes two things at once, and `pytest
--persona=worst-day` searches for it; found, the smallest day as planted, the sentence as it should be,
and the seconds from the start of pytest to its end (bar: 300 on two cores). *Nothing is wrong*: every
scenario on many days of a faultless company, each of which must pass; a day that broke once and then did
not is no conviction, and is counted and printed all the same. *Days a minute*: the same walk by
a customer on explored days, and by bare Playwright in a plain loop with a new context for each (bar:
0.9 times as many).

    python benchmarks/worst_day_browser.py [--days 60] [--only NAME …] [--scenario WORDS …] [-n 1]
        [--keep DIR] [--rounds 3] [--seed 1]

For *days a minute* the misfortunes that act on a page by themselves (lines, devices) are left out, since
bare Playwright has none; rounds alternate, and the medians count. The machine's load stands below.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from cxprobe.demo import Company
from cxprobe.settings import bundled

WITHIN, TIMES_BARE = 300.0, 0.9
MOST = 60
"""Visits while exploring for a planted pair."""


@dataclass(frozen=True)
class Pair:
    """A fault that takes two things: where it shows, the smallest day, and what is to be read of it."""

    name: str
    fault: str
    test: str
    misfortunes: frozenset[str]
    told: str


PAIRS = (
    Pair(
        "apostrophe and double click",
        "order-lost",
        "test_buying.py::test_a_kettle_is_bought",
        frozenset({"apostrophe-name", "double-clicks"}),
        r"could not buy a kettle.* It takes two things: an apostrophe in the name \(.*\) and a double click "
        r"on everything\. Without either Gus gets through\. Started from \w+ misfortunes?; \d+ visits\.",
    ),
    Pair(
        "320 pixels and a promo code",
        "promo-button-dead",
        "test_promo_code.py::test_a_promo_code_lowers_the_total",
        frozenset({"narrow-phone"}),
        r"could not use a promo code.* It takes one thing: a very narrow phone\. "
        r"Without it Gus gets through\.",
    ),
    Pair(
        "slow line and a step back",
        "back-forgets",
        "test_buying.py::test_a_kettle_is_bought",
        frozenset({"goes-back", "slow-line"}),
        r"It takes two things: a step back after page 1 and a slow line \(slow-4g\)\. "
        r"Without either Gus gets through\.",
    ),
)
"""A promo code is what the customer came for, so the day itself adds the phone alone."""

WALK = """
from urllib.parse import urljoin

def walk(page, site):
    page.goto(site)
    page.get_by_label("Search", exact=True).fill("kettle")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.locator(".card a").first.click()
    page.goto(urljoin(page.url, "/product/copper-stove-kettle"))
    page.get_by_role("button", name="Add to basket", exact=True).first.click()
    page.get_by_label("Promo code", exact=True).fill("KETTLE10")
    page.get_by_role("button", name="Apply", exact=True).first.click()
    page.get_by_role("link", name="Checkout", exact=True).first.click()
    for label in ("First name", "Last name"):
        page.get_by_label(label, exact=True).fill("Gus")
    page.get_by_label("E-mail", exact=True).fill("gus@example.com")
    page.get_by_label("Phone", exact=True).fill("01632 960001")
    page.get_by_role("button", name="Continue to delivery", exact=True).first.click()
    page.get_by_label("Postcode", exact=True).wait_for()
"""
EXPLORED = """
import time
from cxprobe import errors_met
from cxprobe.people import misfortunes
from walk import walk

for name, entry in list(misfortunes.CATALOGUE.items()):
    if entry.kind in ("line", "device"):
        del misfortunes.CATALOGUE._entries[name]

def test_walk(customer, cxprobe_site):
    with open("times", "a") as file:
        print(time.perf_counter(), file=file)
    with customer.wants("to look around", expects=errors_met(at_most=9)):
        walk(customer.page, cxprobe_site)
"""
BARE = """
import sys, time
from playwright.sync_api import sync_playwright
from cxprobe.channels.visits import launch
from walk import walk

with sync_playwright() as playwright:
    browser = launch(playwright, {"args": ["--no-sandbox"]}, [], kind="chromium")
    for _ in range(int(sys.argv[2])):
        with open("times", "a") as file:
            print(time.perf_counter(), file=file)
        context = browser.new_context()
        walk(context.new_page(), sys.argv[1])
        context.close()
    browser.close()
"""


@dataclass(frozen=True)
class Ran:
    """What a pytest run came to."""

    code: int
    said: str
    seconds: float
    hunts: tuple[dict[str, Any], ...]


def main() -> int:
    """Run what was asked for, print the tables; 0 when every bar was met."""
    given, console = _given(), Console(width=max(110, Console().width))
    wanted = [pair for pair in PAIRS if not given.only or pair.name in given.only or pair.fault in given.only]
    well = all([_pairs(wanted, given.seed, console)] if wanted else [])
    if not given.only or "healthy" in given.only:
        well = _healthy(given, console) and well
    if not given.only or "speed" in given.only:
        well = _speed(given.rounds, console) and well
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    versions = ", ".join(f"{name} {version(name)}" for name in ("playwright", "pytest", "hypothesis"))
    console.print(
        f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores, load {load:.1f} at the end"
    )
    return 0 if well else 1


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--days", type=int, default=60, help="days for each faultless scenario (60)")
    names = [*(pair.fault for pair in PAIRS), "healthy", "speed"]
    parser.add_argument("--only", nargs="*", default=[], choices=names, help="these tables or faults alone")
    parser.add_argument(
        "--scenario", nargs="+", default=[""], help="faultless days of these scenarios alone, by any words"
    )
    parser.add_argument("-n", type=int, default=1, help="faultless scenarios at once (1)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of days a minute (3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", metavar="DIR", help="a folder to leave the faultless days' journeys in")
    return parser.parse_args()


def _pairs(pairs: Sequence[Pair], seed: int, console: Console) -> bool:
    table = Table(
        "planted", "found", "smallest day", "told right", "days", "visits", "seconds", title="Pairs"
    )
    well = True
    for pair in pairs:
        with Company(faults=(pair.fault,)) as company:
            test = str(bundled("scenarios") / pair.test)
            ran = _pytest(test, f"--base-url={company.url}", f"--cx-days={MOST}", f"--cx-seed={seed}")
        found, small, right = _judged(ran, pair)
        hunt = ran.hunts[0] if ran.hunts else {}
        table.add_row(
            pair.name, _yes(found), _yes(small), _yes(right), str(hunt.get("days", "?")),
            str(hunt.get("visits", "?")), f"{ran.seconds:.0f} (300)",
        )  # fmt: skip
        if not (found and small and right):
            console.print(ran.said[-3000:], markup=False)
        well = well and found and small and right and ran.seconds <= WITHIN
    console.print(table)
    return well


def _judged(ran: Ran, pair: Pair) -> tuple[bool, bool, bool]:
    """Whether it was found, is the planted day and no more, and is told as it should be."""
    found = [each for hunt in ran.hunts for each in hunt.get("findings", ())]
    small = bool(found) and set(found[0]["day"]["misfortunes"]) == pair.misfortunes
    return bool(found), small, re.search(pair.told, ran.said) is not None


def _healthy(given: argparse.Namespace, console: Console) -> bool:
    title = f"Nothing is wrong: {given.days} days of every scenario, {given.n} at once"
    table = Table("scenario", "passed", "days", "intermittent", "unclear", "seconds", "a day", title=title)
    tests = [test for test in _scenario_tests() if any(words in test for words in given.scenario)]
    well = True
    with Progress(console=Console(stderr=True)) as progress, ThreadPoolExecutor(given.n) as pool:
        shown = progress.add_task("healthy days", total=len(tests))
        keep = Path(given.keep).resolve() if given.keep else None
        rans = pool.map(partial(_on_a_faultless_company, given.days, given.seed, keep), tests)
        for test, ran in zip(tests, rans, strict=True):
            lived = sum(hunt["days"] for hunt in ran.hunts)
            wavered = sum(len(hunt["intermittent"]) for hunt in ran.hunts)
            unclear = sum(hunt["neither"] for hunt in ran.hunts) - wavered
            each = f"{ran.seconds / max(1, lived):.1f} s"
            passed = ran.code == 0 and lived > unclear  # a skipped test passes as well, and shows nothing
            table.add_row(
                test, _yes(passed), str(lived), str(wavered), str(unclear), f"{ran.seconds:.0f}", each
            )
            if wavered or unclear or not passed:
                console.print(ran.said[-4000:], markup=False)
            well = well and passed
            progress.update(shown, advance=1, description=test)
            if not console.is_terminal:  # a bar is drawn on a terminal only
                said = f"{lived} days, {_yes(passed)}, {wavered} intermittent, {unclear} unclear"
                print(f"{test}: {said}", file=sys.stderr, flush=True)
    console.print(table)
    return well


def _scenario_tests() -> list[str]:
    """Every scenario test that comes with cxprobe, as `file::test`."""
    folder = bundled("scenarios")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    command += [str(folder), "--persona=worst-day"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.rpartition("/")[2] for line in listed.splitlines() if "::" in line]


def _on_a_faultless_company(days: int, seed: int, keep: Path | None, test: str) -> Ran:
    """A company of its own for each test: what others buy is not missing here."""
    with Company() as company:
        more = (f"--base-url={company.url}", f"--cx-days={days}", f"--cx-seed={seed}")
        mine = keep / re.sub(r"\W+", "-", test) if keep else None
        return _pytest(str(bundled("scenarios") / test), *more, mailbox=company.mailbox, keep=mine)


def _speed(rounds: int, console: Console) -> bool:
    explored: list[float] = []
    bare: list[float] = []
    with Company() as company:
        for _ in range(rounds):
            explored.append(_a_minute(company.url, explored=True))
            bare.append(_a_minute(company.url, explored=False))
    ours, theirs = statistics.median(explored), statistics.median(bare)
    table = Table("", "days a minute", "rounds", title=f"Days a minute: {ours / theirs:.2f} times bare (0.9)")
    table.add_row("explored days", f"{ours:.1f}", ", ".join(f"{each:.1f}" for each in explored))
    table.add_row(
        "bare Playwright, a context each", f"{theirs:.1f}", ", ".join(f"{each:.1f}" for each in bare)
    )
    console.print(table)
    return ours / theirs >= TIMES_BARE


def _a_minute(url: str, *, explored: bool, days: int = 16) -> float:
    """Days a minute, from the start of the first to the start of the last."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "walk.py").write_text(WALK, "utf-8")
        (folder / "test_walk.py").write_text(EXPLORED, "utf-8")
        (folder / "bare.py").write_text(BARE, "utf-8")
        command = [sys.executable, "bare.py", url, str(days)]
        if explored:
            command = [sys.executable, "-m", "pytest", "-q", "test_walk.py", "--persona=worst-day"]
            command += [f"--base-url={url}", f"--cx-days={days}", "-p", "no:cacheprovider"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        times = (folder / "times").read_text("utf-8").split() if (folder / "times").exists() else []
        if done.returncode or len(times) < days:
            raise SystemExit(f"The walk did not come to its end.\n{done.stdout[-3000:]}{done.stderr[-2000:]}")
        return 60 * (len(times) - 1) / (float(times[-1]) - float(times[0]))


def _pytest(*arguments: str, mailbox: Path | None = None, keep: Path | None = None) -> Ran:
    """A search of days in a folder of its own, as anybody would start it."""
    kept = nullcontext(str(keep)) if keep else tempfile.TemporaryDirectory()
    with kept as name:
        folder = Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
        if mailbox is not None:
            (folder / "cxprobe.toml").write_text(f'[mail]\nread = "{mailbox.as_posix()}"\n', "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "--persona=worst-day", "-p", "no:cacheprovider"]
        command += [f"--rootdir={folder}", "-c", str(folder / "pytest.ini"), "--cx-out=out", *arguments]
        began = time.monotonic()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        seconds = time.monotonic() - began
        return Ran(done.returncode, done.stdout + done.stderr, seconds, tuple(_hunts(folder)))


def _hunts(folder: Path) -> Iterator[dict[str, Any]]:
    """The search of every test, once: each journey of the day that is shown has it beside it."""
    files = sorted(folder.rglob("worst-day.json"))
    for file in {file.parents[1]: file for file in files}.values():
        yield json.loads(file.read_text("utf-8"))


def _yes(well: bool) -> str:
    return "yes" if well else "NO"


if __name__ == "__main__":
    sys.exit(main())
