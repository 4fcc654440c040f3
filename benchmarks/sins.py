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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

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
KETTLE, PROMO = "copper stove kettle", "kettle10"


@dataclass(frozen=True)
class Errand:
    """What a customer comes for, on which day, and the standard it is judged by."""

    goal: str
    act: Callable[[Customer], object]
    standard: str
    day: Mapping[str, Any] = field(default_factory=dict)
    knows: Mapping[str, str] = field(default_factory=dict)
    device: str = ""


@dataclass(frozen=True)
class Case:
    """A switch, the errand that meets it, and the expectation that names it."""

    switch: str
    errand: str
    naming: str
    limits: Mapping[str, Any] = field(default_factory=dict)
    speed: float = 0.0
    """How fast staff and post must be for it to show; 0 as fast as all others."""

    @property
    def spec(self) -> Mapping[str, Any]:
        """The naming expectation, as strict as this errand allows."""
        return {"name": self.naming, **self.limits}


def refund(customer: Customer) -> None:
    """Ask in the chat for the money back."""
    customer.open("/")
    chat = customer.open_chat()
    chat.say("My kettle arrived broken. I want my money back.")
    chat.talk()


def refund_by_name(customer: Customer) -> None:
    """The same, saying who one is."""
    customer.open("/")
    chat = customer.open_chat()
    name = customer.identity.name
    chat.say(f"My name is {name}. My kettle arrived broken. I want my money back.")
    chat.talk()


def refund_in_writing(customer: Customer) -> None:
    """Ask for the money back, and look for what was promised in writing."""
    refund(customer)
    customer.read_mail("refund", within="15 s")


def refund_reloading(customer: Customer) -> None:
    """Ask for the money back; the page is loaded anew when the order has been named."""
    customer.open("/")
    chat = customer.open_chat()
    chat.say("My kettle arrived broken. I want my money back. My order number is KC-1001.")
    chat.hear()
    customer.page.reload()
    chat = customer.open_chat()
    chat.say("I want my money back for the broken kettle, please.")
    chat.talk()


def ask(customer: Customer) -> None:
    """Read a product's page and the returns policy, and ask the same in the chat."""
    customer.open("/")
    customer.look_for(KETTLE)
    chat = customer.open_chat()
    for question in (
        "How long is the guarantee on the copper stove kettle?",
        "How much is the copper stove kettle?",
        "How many days do I have to send it back?",
    ):
        chat.say(question)
        chat.hear()
    customer.find("the returns policy")


def buy(customer: Customer) -> str:
    """Search, basket, checkout as a guest."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    return customer.check_out()


def buy_with_code(customer: Customer) -> str:
    """The same with a promo code."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    return customer.check_out(promo=PROMO)


def buy_then_mail(customer: Customer) -> None:
    """Buy, and read the mail about it."""
    buy(customer)
    customer.read_mail("order", within="15 s")


def buy_then_track(customer: Customer) -> None:
    """Buy, and look where the order is."""
    customer.track_order(buy(customer))


def buy_then_invoice(customer: Customer) -> None:
    """Buy, and read the invoice."""
    customer.read_invoice(buy(customer))


def use_code(customer: Customer) -> None:
    """Type a promo code in, and look at the money."""
    customer.open("/")
    customer.look_for(KETTLE)
    customer.add_to_basket()
    if customer.use_promo(PROMO):
        customer.settled(f"the total is lower with {PROMO}")


def search(customer: Customer) -> None:
    """Find one kettle by its name."""
    customer.open("/")
    customer.settled(customer.look_for(KETTLE))


def search_plural(customer: Customer) -> None:
    """Find copper kettles, as people call them."""
    customer.open("/")
    customer.settled(customer.look_for("copper stove kettles"))


def track(customer: Customer) -> None:
    """Look where an order bought today is."""
    number = buy(customer)
    customer.settled(customer.track_order(number))


def send_back(customer: Customer) -> None:
    """Read the policy, and return the order that arrived last week."""
    customer.open("/")
    customer.find("the returns policy")
    line = customer.return_item("KC-1001")
    if line:
        customer.settled(line)


_KNOWS = {"order number": "KC-1001"}
_SAMPLE = {"order number": "KC-1001", "e-mail": "gus@example.com"}
ERRANDS: Mapping[str, Errand] = {
    "refund by chat": Errand("a refund for a broken kettle", refund, "refund", knows=_KNOWS),
    "refund, saying who": Errand("a refund for a broken kettle", refund_by_name, "refund", knows=_KNOWS),
    "refund, in writing": Errand(
        "a refund in writing for a broken kettle", refund_in_writing, "refund", knows=_SAMPLE
    ),
    "refund, reloading": Errand("a refund for a broken kettle", refund_reloading, "refund", knows=_KNOWS),
    "ask what a page says": Errand("to know what one buys", ask, "contact"),
    "buy": Errand("to buy a kettle", buy, "checkout"),
    "buy, double-clicking": Errand("to buy a kettle", buy, "checkout", day={"double-clicks": True}),
    "buy, double-clicking O'Brien": Errand(
        "to buy a kettle", buy, "checkout", day={"double-clicks": True, "apostrophe-name": "O'Brien"}
    ),
    "buy, going back": Errand("to buy a kettle", buy, "checkout", day={"goes-back": 3}),
    "buy, going back slowly": Errand(
        "to buy a kettle", buy, "checkout", day={"goes-back": 1, "slow-line": "slow-4g"}
    ),
    "buy on a phone": Errand("to buy a kettle", buy, "checkout", device="iPhone 13"),
    "buy with a code": Errand("to buy a kettle", buy_with_code, "checkout"),
    "buy, then mail": Errand("to have an order in writing", buy_then_mail, "mail"),
    "buy, then track": Errand("to know when the kettle comes", buy_then_track, "delivery"),
    "buy, then invoice": Errand("an invoice for what was bought", buy_then_invoice, "invoice"),
    "promo code": Errand("to use a promo code", use_code, "promo"),
    "promo code, 320 pixels": Errand("to use a promo code", use_code, "promo", day={"narrow-phone": True}),
    "search": Errand("to find a kettle", search, "search"),
    "search for kettles": Errand("to find kettles", search_plural, "search"),
    "track": Errand("to know where the kettle is", track, "delivery"),
    "send back": Errand("to send a kettle back", send_back, "returns", knows=_SAMPLE),
}
_NONE, _FAST = {"at_most": 0}, {"within": "2 s", "at_worst": "4 s"}
CASES = (
    Case("dont-care", "refund by chat", "answered", {"within": "3 s"}),
    Case("limited-expertise", "refund by chat", "transfers", _NONE),
    Case("limited-authority", "refund by chat", "one_contact"),
    Case("no-consistency", "ask what a page says", "consistent"),
    Case("no-interest-in-feedback", "refund by chat", "asked_how_it_went"),
    Case("no-personal-engagement", "refund, saying who", "called_by_name"),
    Case("pushy-selling", "refund by chat", "unasked_offers", _NONE),
    Case("poor-listening", "refund by chat", "asked_once", _NONE),
    Case("poor-follow-through", "refund, in writing", "promises_kept"),
    Case("expectations-not-met", "buy, then track", "promises_kept"),
    Case("double-order", "buy, double-clicking", "ordered_once"),
    Case("payment-outage", "buy", "errors_met", _NONE),
    Case("slow-search", "search", "fast", _FAST),
    Case("form-forgets", "buy, going back", "asked_once", _NONE),
    Case("hidden-rule", "buy", "errors_met", _NONE),
    Case("paid-page-lost", "buy", "errors_met", _NONE),
    Case("promo-ignored", "promo code", "adds_up"),
    Case("promo-twice", "promo code", "adds_up"),
    Case("promo-fussy", "promo code", "errors_met", _NONE),
    Case("tax-on-wrong-base", "buy with a code", "adds_up"),
    Case("invoice-mismatch", "buy, then invoice", "adds_up"),
    Case("delivery-mismatch", "buy", "adds_up"),
    Case("tracking-dead", "track", "errors_met", _NONE),
    Case("return-refused", "send back", "consistent"),
    Case("order-lost", "buy, double-clicking O'Brien", "resolved"),
    Case("promo-button-dead", "promo code, 320 pixels", "dead_ends", _NONE),
    Case("back-forgets", "buy, going back slowly", "asked_once", _NONE),
    Case("search-misses-plurals", "search for kettles", "dead_ends", _NONE),
    Case("menu-covers-button", "buy on a phone", "dead_ends", _NONE),
    Case("mail-never-sent", "buy, then mail", "promises_kept"),
    Case("mail-late", "buy, then mail", "promises_kept", speed=1.0),
    Case("mail-other-day", "buy, then mail", "adds_up"),
    Case("chat-offline", "refund by chat", "answered", {"within": "3 s"}),
    Case("chat-loses-thread", "refund, reloading", "asked_once", _NONE),
    Case("handed-into-silence", "refund by chat", "answered", {"within": "3 s"}),
)


@dataclass(frozen=True)
class Row:
    """What one row needs: a company, an errand, and what is expected beside the standard."""

    kind: str
    case: Case | None
    errand: str
    naming: tuple[Mapping[str, Any], ...]
    """The naming expectations, as `from_spec` takes them."""

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
        for made in pool.map(_visits, jobs):
            seen.append(made)
            bar.advance(task, given.seeds)
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
    for kind in ("caught", "alike"):
        if kind in kinds:
            yield from (Row(kind, case, case.errand, (case.spec,)) for case in cases)
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
    customer = _arrive(browsers, company, errand, seed, patience)
    journey = customer.wants(errand.goal, knows=errand.knows)
    with journey:
        errand.act(customer)
    customer.leave()
    judged = judge(journey.timeline, expected)
    named = judged.findings[-len(row.naming) :]
    return Seen(
        PERSONAS[seed % len(PERSONAS)],
        judged.verdict,
        judged.headline,
        tuple(finding.expectation for finding in judged.findings if finding.outcome == "broken"),
        any(finding.outcome == "broken" for finding in named),
    )


def _arrive(browsers: Browsers, company: Company, errand: Errand, seed: int, patience: float) -> Customer:
    member = find_persona(PERSONAS[seed % len(PERSONAS)], [bundled("personas")]).draw(seed)
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


Told = Sequence[tuple[Row, tuple[Seen, ...]]]


def _caught(told: Told, console: Console) -> bool:
    table = Table("switch", "errand", "named by", "caught", "verdicts", "also broken", title="Caught")
    return _named(told, "caught", table, console, wanted=True)


def _alike(told: Told, console: Console) -> bool:
    table = Table("look-alike of", "errand", "not to be named by", "false alarms", "verdicts", "broken")
    table.title = "Look-alikes, which are fine"
    return _named(told, "alike", table, console, wanted=False)


def _named(told: Told, kind: str, table: Table, console: Console, *, wanted: bool) -> bool:
    """A row for each switch: how often the naming expectation was broken."""
    well, rows = True, [(row, seen) for row, seen in told if row.kind == kind and row.case]
    for row, seen in rows:
        assert row.case
        named = sum(each.named for each in seen)
        others = Counter(name for each in seen for name in each.broken if name != row.case.naming)
        cells = (row.case.switch, row.errand, row.case.naming, f"{named}/{len(seen)}")
        table.add_row(*cells, _counts(each.verdict for each in seen), _told(others))
        for seed, each in enumerate(seen):
            if each.named is not wanted:
                what = "missed" if wanted else "false alarm, alike"
                console.print(
                    f"{what} {row.case.switch}, seed {seed}, {each.who}: {each.headline}", style="red"
                )
        well = well and all(each.named is wanted for each in seen)
    if rows:
        console.print(table)
    return well


def _off(told: Told, console: Console) -> bool:
    table = Table("errand", "visits", "false alarms", "verdicts", "broken", title="All switches off")
    well, rows = True, [(row, seen) for row, seen in told if row.kind == "off"]
    for row, seen in rows:
        alarms = [each for each in seen if each.verdict not in WELL or each.broken]
        broken = Counter(name for each in seen for name in each.broken)
        verdicts = _counts(each.verdict for each in seen)
        table.add_row(row.errand, str(len(seen)), str(len(alarms)), verdicts, _told(broken))
        for each in alarms:
            console.print(f"false alarm, {row.errand}, {each.who}: {each.headline}", style="red")
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
