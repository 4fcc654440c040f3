"""Whether each sin and fault of Kettle & Co breaks the expectation that names it, and nothing cries wolf.

Prints three tables. *Caught*: visits to a company with one switch on, in how many of them the naming
expectation was broken, and what else broke beside it. *Look-alikes*: the same errands while only what
looks like that trouble is played; a false alarm is the naming expectation broken. *All off*: every errand
at a faultless company; a false alarm is anything broken at all.

    python benchmarks/sins.py [--seeds 20] [--only SWITCH …] [--patience 4] [--speed 3] [--workers 2]

Every seed is another customer: another persona, another draw of its population, another identity.
Their patience for a reply is cut to `--patience` seconds, and staff type `--speed` times as fast, or a
visit to `dont-care` would take minutes. The naming expectation and the errand of each switch are those
that docs/reference/demo.md says.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.errands import CASES, ERRANDS, Case, Errand
from cxprobe.channels.visits import Browsers
from cxprobe.customer import Customer, Scene
from cxprobe.demo import FAULTS, SINS, Company
from cxprobe.judging.expectations import from_spec
from cxprobe.judging.standards import standard
from cxprobe.judging.verdict import judge
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.settings import Settings, bundled

PERSONAS = (
    "ordinary",
    "grumpy-gus",
    "hurried-parent",
    "screen-reader",
    "second-language",
    "loyal-regular",
    "bargain-hunter",
    "business-buyer",
    "first-timer",
    "large-text",
)
"""Who visits, in turn."""
WELL = ("served", "open", "frustrated")
"""Verdicts that are no alarm."""


@dataclass(frozen=True)
class Row:
    """What one row needs: a company, an errand, and what is expected beside the standard."""

    kind: str
    case: Case | None
    errand: str
    naming: tuple[Mapping[str, Any], ...]
    """The naming expectations, as `from_spec` takes them."""

    @property
    def told(self) -> str:
        """The row in a few words."""
        return f"{self.kind} {self.case.switch}" if self.case else f"{self.kind} {self.errand}"

    def company(self, speed: float) -> Company:
        """Kettle & Co with the switch on, its look-alike played, or everything off."""
        name = self.case.switch if self.case else ""
        speed = (self.case.speed if self.case else 0.0) or speed
        if self.kind == "alike":
            return Company(alike=(name,), speed=speed)
        if self.kind == "off":
            return Company(speed=speed)
        return Company(sins=(name,), speed=speed) if name in SINS else Company(faults=(name,), speed=speed)


@dataclass(frozen=True)
class Seen:
    """One visit: who came, the verdict, what was broken of the standard and of what was named."""

    who: str
    verdict: str
    headline: str
    broken: tuple[str, ...]
    named: bool


def main() -> int:
    """Make the visits, print the tables; 0 when everything was caught and nothing cried wolf."""
    given = _given()
    cases = [case for case in CASES if not given.only or case.switch in given.only]
    missing = sorted({*SINS, *FAULTS} - {case.switch for case in CASES})
    rows = list(_rows(cases, given.kinds))
    console = Console(width=max(110, Console().width))
    began = time.monotonic()
    jobs = [(row, given.seeds, given.patience, given.speed) for row in rows]
    seen: list[tuple[Seen, ...]] = []
    context = multiprocessing.get_context("spawn")
    with (
        Progress(console=console, transient=True) as bar,
        ProcessPoolExecutor(given.workers, context) as pool,
    ):
        task = bar.add_task("visits", total=len(rows) * given.seeds)
        for row, made in zip(rows, pool.map(_visits, jobs), strict=True):
            seen.append(made)
            _cry(row, made, console)
            bar.advance(task, given.seeds)
            if not console.is_terminal:  # a bar is drawn on a terminal only
                print(f"{len(seen)}/{len(rows)} rows: {row.told}", file=sys.stderr, flush=True)
    told = list(zip(rows, seen, strict=True))
    well = all([_caught(told, console), _alike(told, console), _off(told, console)])
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    console.print(
        f"{sum(map(len, seen))} visits in {time.monotonic() - began:.0f} s, {given.workers} at once; "
        f"{os.cpu_count()} cores, load {load:.1f} at the end"
    )
    if missing:
        console.print(f"No row for: {', '.join(missing)}", style="red")
    return 0 if well and not missing else 1


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=20, help="customers for each row (20)")
    parser.add_argument(
        "--only", nargs="*", default=[], choices=[*SINS, *FAULTS], help="these switches alone"
    )
    kinds = ["caught", "alike", "off"]
    parser.add_argument("--kinds", nargs="*", default=kinds, choices=kinds, help="these tables alone")
    parser.add_argument("--patience", type=float, default=4.0, help="seconds to wait for a reply (4)")
    parser.add_argument("--speed", type=float, default=3.0, help="how much faster staff type (3)")
    parser.add_argument("--workers", type=int, default=2, help="visits at once (2)")
    return parser.parse_args()


def _rows(cases: Sequence[Case], kinds: Sequence[str]) -> Iterator[Row]:
    if "caught" in kinds:
        yield from (Row("caught", case, case.errand, (case.spec,)) for case in cases)
    if "alike" in kinds:
        yield from (Row("alike", case, case.alike or case.errand, (case.spec,)) for case in cases)
    if "off" in kinds:
        for name in dict.fromkeys(case.errand for case in cases):
            named = {case.naming: case.spec for case in cases if case.errand == name}
            yield Row("off", None, name, tuple(named.values()))


def _visits(job: tuple[Row, int, float, float]) -> tuple[Seen, ...]:
    """Every visit of one row, in one browser."""
    row, seeds, patience, speed = job
    with sync_playwright() as playwright:
        browsers = Browsers(playwright=playwright, settings=Settings())
        try:
            with row.company(speed) as company:
                return tuple(_visit(browsers, company, row, seed, patience) for seed in range(seeds))
        finally:
            browsers.close()


def _visit(browsers: Browsers, company: Company, row: Row, seed: int, patience: float) -> Seen:
    errand = ERRANDS[row.errand]
    expected = (
        *standard(errand.standard, bundled("scenarios") / "standards.toml"),
        *map(from_spec, row.naming),
    )
    customer = _arrive(browsers, company, errand, _who(row, seed), seed, patience)
    journey = customer.wants(errand.goal, knows=errand.knows)
    with journey:
        errand.act(customer)
    customer.leave()
    judged = judge(journey.timeline, expected)
    named = judged.findings[-len(row.naming) :]
    return Seen(
        _who(row, seed),
        judged.verdict,
        judged.headline,
        tuple(finding.expectation for finding in judged.findings if finding.outcome == "broken"),
        any(finding.outcome == "broken" for finding in named),
    )


def _who(row: Row, seed: int) -> str:
    """The persona of a visit: each in turn, but for those whom a switch does not touch."""
    spared = row.case.spares if row.case else ()
    touched = [name for name in PERSONAS if name not in spared]
    return touched[seed % len(touched)]


def _arrive(
    browsers: Browsers, company: Company, errand: Errand, persona: str, seed: int, patience: float
) -> Customer:
    member = find_persona(persona, [bundled("personas")]).draw(seed)
    member = replace(member, patience=replace(member.patience, reply=patience))
    if errand.device:
        member = replace(member, device=errand.device)
    day = Day.of(errand.day)
    conditions = day.conditions(member, fresh_identity(member.locale, seed=seed), CATALOGUE)
    web = browsers.visit(conditions, company.url)
    scene = Scene(
        title=errand.goal, day=day, day_told=day.told(CATALOGUE), seed=seed, mailbox=str(company.mailbox)
    )
    return Customer(web, scene)


def _is_wrong(row: Row, seen: Seen) -> bool:
    """Whether a visit missed what is there, or cried wolf."""
    if row.kind == "off":
        return seen.verdict not in WELL or bool(seen.broken)
    if row.kind == "alike":
        return seen.verdict == "lost" or seen.named
    return not seen.named


def _cry(row: Row, made: Sequence[Seen], console: Console) -> None:
    """Say of each visit that went wrong what was told of it, as soon as it is known."""
    what = {"caught": "missed", "alike": "false alarm, alike", "off": "false alarm"}[row.kind]
    for seed, seen in enumerate(made):
        if _is_wrong(row, seen):
            whose = row.case.switch if row.case else row.errand
            console.print(f"{what} {whose}, seed {seed}, {seen.who}: {seen.headline}", style="red")


Told = Sequence[tuple[Row, tuple[Seen, ...]]]


def _caught(told: Told, console: Console) -> bool:
    table = Table("switch", "errand", "named by", "caught", "verdicts", "also broken", title="Caught")
    return _named(told, "caught", table, console)


def _alike(told: Told, console: Console) -> bool:
    table = Table("look-alike of", "errand", "not to be named by", "false alarms", "verdicts", "broken")
    table.title = "Look-alikes, which are fine"
    return _named(told, "alike", table, console)


def _named(told: Told, kind: str, table: Table, console: Console) -> bool:
    """A row for each switch: how often the naming expectation was broken."""
    well, rows = True, [(row, seen) for row, seen in told if row.kind == kind and row.case]
    for row, seen in rows:
        assert row.case
        named = sum(each.named if kind == "caught" else _is_wrong(row, each) for each in seen)
        others = Counter(name for each in seen for name in each.broken if name != row.case.naming)
        cells = (row.case.switch, row.errand, row.case.naming, f"{named}/{len(seen)}")
        table.add_row(*cells, _counts(each.verdict for each in seen), _told(others))
        well = well and not any(_is_wrong(row, each) for each in seen)
    if rows:
        console.print(table)
    return well


def _off(told: Told, console: Console) -> bool:
    table = Table("errand", "visits", "false alarms", "verdicts", "broken", title="All switches off")
    well, rows = True, [(row, seen) for row, seen in told if row.kind == "off"]
    for row, seen in rows:
        alarms = [each for each in seen if _is_wrong(row, each)]
        broken = Counter(name for each in seen for name in each.broken)
        verdicts = _counts(each.verdict for each in seen)
        table.add_row(row.errand, str(len(seen)), str(len(alarms)), verdicts, _told(broken))
        well = well and not alarms
    if rows:
        console.print(table)
    return well


def _counts(verdicts: Iterable[str]) -> str:
    return _told(Counter(verdicts))


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "–"


if __name__ == "__main__":
    sys.exit(main())
