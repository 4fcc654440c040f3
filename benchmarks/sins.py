"""Whether each sin and fault of Kettle & Co breaks the expectation that names it, and nothing cries wolf.

Prints two tables. *Caught*: visits to a company with one switch on, in how many of them the naming
expectation was broken, and what else broke beside it. *False alarms*: the same visits with every
switch off, and in how many of them anything at all was broken.

    python benchmarks/sins.py [--seeds 10] [--only SWITCH …] [--patience 8]

Every seed is another customer: another persona, another draw of its population, another identity.
Their patience for a reply is cut to `--patience` seconds, or a visit to `dont-care` would take minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from cxprobe.channels.visits import Browsers
from cxprobe.customer import Customer, Scene
from cxprobe.demo import FAULTS, SINS, Company
from cxprobe.judging.expectations import (
    Expectation,
    asked_once,
    errors_met,
    fast,
    ordered_once,
    promises_kept,
    transfers,
    unasked_offers,
)
from cxprobe.judging.standards import standard
from cxprobe.judging.verdict import Judgement, judge
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.settings import Settings, bundled

PERSONAS = ("ordinary", "grumpy-gus", "hurried-parent", "screen-reader")
"""Who visits, in turn."""
WELL = ("served", "open", "frustrated")
"""Verdicts that are no alarm."""


@dataclass(frozen=True)
class Errand:
    """What a customer comes for, on which day, and the standard it is judged by."""

    goal: str
    act: Callable[[Customer], None]
    standard: str
    day: Mapping[str, Any] = field(default_factory=dict)
    knows: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A switch, the errand that meets it, and the expectation that names it."""

    switch: str
    errand: str
    naming: Expectation

    def company(self) -> Company:
        """Kettle & Co with this switch on."""
        on = (self.switch,)
        return Company(sins=on) if self.switch in SINS else Company(faults=on)


def refund(customer: Customer) -> None:
    """Ask in the chat for the money back."""
    customer.open("/")
    chat = customer.open_chat()
    chat.say("My kettle arrived broken. I want my money back.")
    chat.talk()


def buy(customer: Customer) -> None:
    """Search, basket, checkout as a guest."""
    customer.open("/")
    customer.look_for("copper stove kettle")
    customer.add_to_basket()
    customer.check_out()


def search(customer: Customer) -> None:
    """Find one kettle by its name."""
    customer.open("/")
    customer.settled(customer.look_for("copper stove kettle"))


ERRANDS: Mapping[str, Errand] = {
    "refund by chat": Errand(
        "a refund for a broken kettle", refund, "refund", knows={"order number": "KC-1001"}
    ),
    "buy": Errand("to buy a kettle", buy, "checkout"),
    "buy, double-clicking": Errand("to buy a kettle", buy, "checkout", day={"double-clicks": True}),
    "buy, going back": Errand("to buy a kettle", buy, "checkout", day={"goes-back": 3}),
    "search": Errand("to find a kettle", search, "search"),
}
CASES = (
    Case("poor-listening", "refund by chat", asked_once(at_most=0)),
    Case("limited-expertise", "refund by chat", transfers(at_most=0)),
    Case("dont-care", "refund by chat", promises_kept()),
    Case("pushy-selling", "refund by chat", unasked_offers(at_most=0)),
    Case("double-order", "buy, double-clicking", ordered_once()),
    Case("payment-outage", "buy", errors_met(at_most=0)),
    Case("slow-search", "search", fast(within="2 s", at_worst="4 s")),
    Case("form-forgets", "buy, going back", asked_once(at_most=0)),
)


def main() -> int:
    """Make the visits, print the tables; 0 when everything was caught and nothing cried wolf."""
    given = _given()
    cases = [case for case in CASES if not given.only or case.switch in given.only]
    console = Console(width=max(100, Console().width))
    began, well = time.monotonic(), True
    with sync_playwright() as playwright:
        browsers = Browsers(playwright=playwright, settings=Settings())
        visits = Visits(browsers, given.seeds, given.patience, console)
        table = Table("switch", "errand", "named by", "caught", "verdicts", "also broken", title="Caught")
        for case in cases:
            caught = visits.caught(case, table)
            well = well and caught == given.seeds
        console.print(table)
        table = Table("errand", "visits", "false alarms", "verdicts", "broken", title="All switches off")
        for name in dict.fromkeys(case.errand for case in cases):
            well = visits.alarms(name, cases, table) == 0 and well
        console.print(table)
        browsers.close()
    console.print(f"{len(visits.made)} visits in {time.monotonic() - began:.0f} s")
    return 0 if well else 1


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=10, help="customers for each row (10)")
    parser.add_argument(
        "--only", nargs="*", default=[], choices=[*SINS, *FAULTS], help="these switches alone"
    )
    parser.add_argument("--patience", type=float, default=8.0, help="seconds to wait for a reply (8)")
    return parser.parse_args()


@dataclass
class Visits:
    """Visits made one after another in one browser, and what was made of each."""

    browsers: Browsers
    seeds: int
    patience: float
    console: Console
    made: list[Judgement] = field(default_factory=list)

    def caught(self, case: Case, table: Table) -> int:
        """How many of the visits broke the naming expectation; adds a row."""
        errand = ERRANDS[case.errand]
        with case.company() as company:
            judged = list(self._judged(company.url, errand, [case.naming]))
        caught = sum(j.findings[-1].outcome == "broken" for j in judged)
        others = Counter(f.expectation for j in judged for f in j.findings[:-1] if f.outcome == "broken")
        others.pop(case.naming.name, None)
        table.add_row(
            case.switch,
            case.errand,
            case.naming.name,
            f"{caught}/{self.seeds}",
            _verdicts(judged),
            _told(others),
        )
        for seed, judgement in enumerate(judged):
            if judgement.findings[-1].outcome != "broken":
                self.console.print(f"missed {case.switch}, seed {seed}: {judgement.headline}", style="red")
        return caught

    def alarms(self, name: str, cases: Sequence[Case], table: Table) -> int:
        """How many visits to a faultless company broke anything; adds a row."""
        naming = [case.naming for case in cases if case.errand == name]
        with Company() as company:
            judged = list(self._judged(company.url, ERRANDS[name], naming))
        alarms = [
            j for j in judged if j.verdict not in WELL or any(f.outcome == "broken" for f in j.findings)
        ]
        broken = Counter(f.expectation for j in judged for f in j.findings if f.outcome == "broken")
        table.add_row(name, str(self.seeds), str(len(alarms)), _verdicts(judged), _told(broken))
        for judgement in alarms:
            self.console.print(f"false alarm, {name}: {judgement.headline}", style="red")
        return len(alarms)

    def _judged(self, url: str, errand: Errand, naming: Sequence[Expectation]) -> Iterator[Judgement]:
        expected = (*standard(errand.standard, bundled("scenarios") / "standards.toml"), *naming)
        for seed in range(self.seeds):
            customer = self._arrive(url, errand, seed)
            journey = customer.wants(errand.goal, knows=errand.knows)
            with journey:
                errand.act(customer)
            customer.leave()
            self.made.append(judge(journey.timeline, expected))
            yield self.made[-1]

    def _arrive(self, url: str, errand: Errand, seed: int) -> Customer:
        persona = find_persona(PERSONAS[seed % len(PERSONAS)], [bundled("personas")])
        member = persona.draw(seed)
        member = replace(member, patience=replace(member.patience, reply=self.patience))
        day = Day.of(errand.day)
        conditions = day.conditions(member, fresh_identity(member.locale, seed=seed), CATALOGUE)
        web = self.browsers.visit(conditions, url)
        return Customer(web, Scene(title=errand.goal, day=day, day_told=day.told(CATALOGUE), seed=seed))


def _verdicts(judged: Iterable[Judgement]) -> str:
    return _told(Counter(judgement.verdict for judgement in judged))


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "–"


if __name__ == "__main__":
    sys.exit(main())
