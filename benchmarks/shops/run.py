"""Who can buy in shops nobody configured: `python benchmarks/shops/run.py`.

Starts the shops beside it (or visits those named with `--at oscar=http://127.0.0.1:8711`), and has
`cxprobe visit` buy in each: an ordinary customer, an impatient one and one who listens to the page, at a
desk and on a phone of 320 pixels, with a promo code that is wrong, one that has expired and one that is
right. Nothing is configured for a shop; what is wanted is a line of words. One row a visit: the verdict,
whether the order was placed, steps, seconds on the clock, what came of the code, and what got in the way.
A code is told apart when the right one lowered the bill, and the others did not; whether the customer
heard *why* is shown beside it, as a shop may say "invalid" to an expired code.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WANTED = {"oscar": "enamel mug", "evershop": "ceramic coffee cup", "cartridge": "head torch"}
"""What is bought in which shop, in a customer's words."""
PEOPLE = ("ordinary", "grumpy-gus", "screen-reader")
DEVICES = {"desk": (), "phone": ("--misfortune", "narrow-phone")}
CODES = {"right": "SAVE10", "expired": "SUMMER24", "wrong": "NONSENSE7"}
WORKED = {"worked", "worked-silently"}
REFUSED = {"refused", "refused-silently"}
OPENS_WITHIN = 900.0
"""Seconds a shop may take to be installed and opened the first time."""
ENDS_WITHIN = 400.0
"""Seconds on the clock a visit may take before it counts as hung."""


@dataclass(frozen=True)
class Visit:
    """One cell of the table: where, who, on what, with which code."""

    shop: str
    persona: str
    device: str
    code: str


@dataclass(frozen=True)
class Outcome:
    """What a visit came to, as `cxprobe visit --json` tells it."""

    visit: Visit
    seconds: float
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def bought(self) -> bool:
        """Whether the order was placed."""
        return bool(self.told.get("goal_reached"))

    @property
    def promo(self) -> str:
        """What came of the code: worked, refused, ignored, not-tried …, with the reason heard."""
        promo = self.told.get("promo") or {}
        reason = promo.get("reason") or ""
        return f"{promo.get('outcome', '-')}" + (f" ({reason})" if reason else "")

    @property
    def told_apart(self) -> bool:
        """Whether the code's outcome is the true one."""
        outcome = (self.told.get("promo") or {}).get("outcome")
        return outcome in (WORKED if self.visit.code == "right" else REFUSED)

    @property
    def trouble(self) -> str:
        """What got in the way, in the words of the scorecard; short."""
        if not self.told:
            return "the visit did not end"
        met = [str(one.get("sentence", one)) if isinstance(one, dict) else str(one) for one in self._way()]
        return "; ".join(met)[:150] or ("" if self.bought else str(self.told.get("reason"))[:150])

    def _way(self) -> Sequence[object]:
        way: Sequence[object] = self.told.get("in_the_way") or ()
        return way

    def row(self) -> tuple[str, ...]:
        """The cells of its line."""
        visit = self.visit
        told = (str(self.told.get("verdict", "-")), "yes" if self.bought else "NO")
        size = (str(len(self.told.get("steps") or ())), f"{self.seconds:.0f}")
        promo = f"{'ok' if self.told_apart else 'NO'}: {self.promo}"
        where = (visit.shop, visit.persona, visit.device, visit.code)
        return (*where, *told, *size, promo, self.trouble)


HEADS = (
    "shop", "persona", "device", "code", "verdict", "bought", "steps", "s", "code told apart", "in the way",
)  # fmt: skip


def main() -> None:
    """The table; exit code 1 when anybody could not buy or took a code for another."""
    asked = _arguments()
    visits = [
        Visit(shop, persona, device, code)
        for shop in asked.shops
        for persona in asked.people
        for device in asked.devices
        for code in asked.codes
    ]
    with ExitStack() as street, tempfile.TemporaryDirectory() as folder:
        found = dict(one.split("=", 1) for one in asked.at)
        urls = {shop: found.get(shop) or street.enter_context(open_shop(shop)) for shop in asked.shops}
        print(" | ".join(HEADS), flush=True)
        outcomes = [_shown(pay_a_visit(urls[one.shop], one, asked.out or Path(folder))) for one in visits]
    print(summary(outcomes))
    raise SystemExit(not all(one.bought and one.told_apart for one in outcomes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Who can buy in shops nobody configured.")
    parser.add_argument("--at", action="append", default=[], metavar="SHOP=URL", help="a shop that is open")
    parser.add_argument("--shops", nargs="+", choices=tuple(WANTED), default=list(WANTED))
    parser.add_argument("--people", nargs="+", default=list(PEOPLE), metavar="PERSONA")
    parser.add_argument("--devices", nargs="+", choices=tuple(DEVICES), default=list(DEVICES))
    parser.add_argument("--codes", nargs="+", choices=tuple(CODES), default=list(CODES))
    parser.add_argument("--out", type=Path, help="keep every visit's pages and pictures here")
    return parser.parse_args()


def _shown(outcome: Outcome) -> Outcome:
    print(" | ".join(outcome.row()), flush=True)
    return outcome


@contextmanager
def open_shop(name: str) -> Iterator[str]:
    """The address of a shop of ours, open while the block lasts."""
    command = [sys.executable, str(HERE / f"{name}.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as shop:
        try:
            yield _address(shop)
        finally:
            shop.send_signal(signal.SIGTERM)


def _address(shop: subprocess.Popen[str]) -> str:
    end = time.monotonic() + OPENS_WITHIN
    for line in shop.stdout or ():
        print(f"  {line.rstrip()}", file=sys.stderr, flush=True)
        if found := re.match(r"open at (\S+)", line):
            return found[1]
        if time.monotonic() > end:
            break
    raise SystemExit("A shop did not open; its last words are above.")


def pay_a_visit(url: str, visit: Visit, out: Path) -> Outcome:
    """What `cxprobe visit` says of one customer's purchase."""
    place = out / "-".join((visit.shop, visit.persona, visit.device, visit.code))
    told = place.with_suffix(".json")
    place.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "cxprobe", "visit", url, "--goal", "buy", "--want", WANTED[visit.shop]]
    command += ["--persona", visit.persona, "--promo", CODES[visit.code], *DEVICES[visit.device]]
    command += ["--json", str(told), "--out", str(place)]
    start = time.monotonic()
    try:
        with (place / "said.txt").open("w", encoding="utf-8") as said:
            subprocess.run(command, stdout=said, stderr=said, timeout=ENDS_WITHIN, check=False)
        heard = json.loads(told.read_text("utf-8"))
    except (subprocess.TimeoutExpired, OSError, ValueError):
        heard = {}
    return Outcome(visit, time.monotonic() - start, heard)


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line a shop and device, and one for all."""
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault((one.visit.shop, one.visit.device), []).append(one)
    lines = [f"{shop}, {device}: {_counts(group)}" for (shop, device), group in groups.items()]
    return "\n".join(["", *lines, f"all: {_counts(outcomes)}"])


def _counts(outcomes: Sequence[Outcome]) -> str:
    bought = sum(one.bought for one in outcomes)
    apart = sum(one.told_apart for one in outcomes)
    usual = statistics.median(one.seconds for one in outcomes)
    return f"{bought} of {len(outcomes)} bought, {apart} codes told apart, median {usual:.0f} s"


if __name__ == "__main__":
    main()
