"""Whether a customer buys at Kettle & Co in every language, through every checkout and way to pay.

Each purchase is a visit as `cxprobe visit` makes it, with nothing configured but the payment frames'
address, by a customer who lives where the language is spoken. Prints for each the verdict, the order
number, the seconds it took, what got in the way, and what was wrong: a purchase that was not served,
or a finding against a company at which all is well. Then the same with misfortunes.

    python benchmarks/languages.py [--fast] [--language de …] [--misfortune declined-card …]

`--fast` takes every language once, with checkouts and payments in turn, and each misfortune once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright
from rich.console import Console
from rich.table import Table

from cxprobe.channels.visits import Browsers
from cxprobe.demo import Company
from cxprobe.demo.fittings import CHECKOUTS, LANGUAGES, PAYMENTS
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.settings import Fence, Settings
from cxprobe.visit import Plan, Visit, visit

HOMES = {
    "en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES",
    "it": "it_IT", "nl": "nl_NL", "pl": "pl_PL", "pt": "pt_PT",
}  # fmt: skip
"""Where the customer of a language lives."""
MISFORTUNES = (
    "right-to-left-name", "two-line-address", "declined-card", "double-clicks", "narrow-phone",
    "keyboard-only",
)  # fmt: skip
BESIDE = ("en", "de", "pl")
"""Languages in which misfortunes strike."""
COLUMNS = (
    "language", "checkout", "payment", "misfortune", "verdict", "order", "paid", "s", "in the way",
)  # fmt: skip
WELL = ("kept", "tolerated", "open", "unproven")


@dataclass(frozen=True)
class Case:
    """One purchase: the shop's fittings, and what befalls the customer."""

    language: str
    checkout: str
    payment: str
    misfortune: str = ""

    def told(self) -> tuple[str, ...]:
        """The first columns of its row."""
        return (self.language, self.checkout, self.payment, self.misfortune or "–")


@dataclass
class Purchases:
    """Purchases made one after another, and what was wrong with them."""

    playwright: Playwright
    folder: Path
    out: Path | None = None
    wrong: list[str] = field(default_factory=list)

    def buy(self, case: Case) -> tuple[str, ...]:
        """Make one purchase at a company of its own; the row of the table."""
        with Company(
            language=case.language, checkout=case.checkout, payment=case.payment, cookie_banner=True
        ) as company:
            settings = Settings(personas=("personas",), fence=Fence(hosts=company.hosts), folder=self.folder)
            browsers = Browsers(playwright=self.playwright, settings=settings)
            began = time.monotonic()
            try:
                made = visit(self._plan(case, company.url), settings, browsers, lambda _: None)
            finally:
                browsers.close()
        return self._row(case, made, time.monotonic() - began)

    def _plan(self, case: Case, url: str) -> Plan:
        out = self.out and self.out / "-".join(each for each in case.told() if each != "–")
        falls = (case.misfortune,) if case.misfortune else ()
        return Plan(url=url, goal="buy", persona=f"at-home-{case.language}", misfortunes=falls, out=out)

    def _row(self, case: Case, made: Visit, took: float) -> tuple[str, ...]:
        """A row, and what is wrong with the purchase, noted: not served, or something held against it."""
        plain = made.to_json()
        broken = [found for found in plain["findings"] if found["outcome"] not in WELL]
        order = plain.get("order_number", "")
        mismatch = any(each["kind"] == "mismatch" for each in plain["in_the_way"])
        if made.verdict != "served" or not order or broken or mismatch:
            self.wrong.append(f"{' '.join(case.told())}: {plain['headline']}")
        told = [each["sentence"] or each["quote"] for each in plain["in_the_way"]]
        told += [f"{found['expectation']}: {found['sentence']}" for found in broken]
        paid = _paid(plain["money"])
        return (*case.told(), made.verdict, order or "–", paid, f"{took:.1f}", "\n".join(told) or "–")


def _paid(money: Sequence[Mapping[str, Any]]) -> str:
    """The total that was read last: on the confirmation, where there was one."""
    lines = [line for moment in money for line in moment.get("lines", ()) if line["kind"] == "total"]
    return f"{lines[-1]['amount']} {lines[-1].get('currency', '')}" if lines else "–"


def main() -> int:
    """Make the purchases, print the tables; 0 when every one was served and nothing was held against it."""
    given = _given()
    console = Console(width=max(150, Console().width))
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        _people(Path(folder) / "personas")
        purchases = Purchases(playwright, Path(folder), given.out)
        for title, cases in (("Bought", list(_ordinary(given))), ("On a bad day", list(_bad_days(given)))):
            if cases:
                console.print(_table(title, cases, purchases, console))
    for each in purchases.wrong:
        console.print(f"wrong: {each}", style="red")
    console.print(f"{len(purchases.wrong)} wrong; {time.monotonic() - began:.0f} s")
    return 1 if purchases.wrong else 0


def _table(title: str, cases: Sequence[Case], purchases: Purchases, console: Console) -> Table:
    table = Table(*COLUMNS, title=title)
    for case in cases:
        row = purchases.buy(case)
        console.print(" ".join(row).replace("\n", "; "), style="dim")
        table.add_row(*row)
    return table


def _ordinary(given: argparse.Namespace) -> Iterator[Case]:
    """Every language with every checkout and payment, or, when it must be fast, with the next of them."""
    if given.misfortune:
        return
    for turn, language in enumerate(given.language):
        fitted = list(product(CHECKOUTS, PAYMENTS))
        for checkout, payment in [fitted[turn % len(fitted)]] if given.fast else fitted:
            yield Case(language, checkout, payment)


def _bad_days(given: argparse.Namespace) -> Iterator[Case]:
    beside = [language for language in BESIDE if language in given.language]
    for turn, misfortune in enumerate(given.misfortune or MISFORTUNES):
        for place, language in enumerate(beside):
            if not given.fast or place == turn % len(beside):
                fitted = list(product(CHECKOUTS, PAYMENTS))[(turn + place) % 6]
                yield Case(language, *fitted, misfortune)


def _people(folder: Path) -> None:
    """One persona for each language: the ordinary customer, living there."""
    folder.mkdir()
    for language, locale in HOMES.items():
        said = f'extends = "ordinary"\ntitle = "An ordinary customer"\nlocale = "{locale}"\n'
        (folder / f"at-home-{language}.toml").write_text(said, "utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--fast", action="store_true", help="each language and each misfortune once")
    parser.add_argument("--language", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--misfortune", nargs="*", default=[], choices=list(CATALOGUE))
    parser.add_argument("--out", type=Path, default=None, help="where the journeys are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
