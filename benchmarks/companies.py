"""What twenty companies at once cost: the time until all of them answer, and the memory they take.

    python benchmarks/companies.py [--companies 20]

Starts them in one process, one after the other, asks each for its front page, and prints seconds and
the growth of this process's memory beside the bars: under 3 seconds and 300 MB for twenty. The web
server is imported before the clock starts counting companies, and is counted on a line of its own.
Exits with 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from rich.console import Console
from rich.table import Table

from cxprobe.demo import Company

SECONDS, MEGABYTES = 3.0, 300.0
"""The bars for twenty; for another number they are in proportion."""
_TWENTY = 20


def main() -> int:
    """Measure, print, and say whether both bars were met."""
    count = _given().companies
    share = count / _TWENTY
    before_all, began_all = _memory(), time.monotonic()
    with Company():
        first = time.monotonic() - began_all
    loaded = _memory() - before_all
    seconds, grown, answered = _opened(count)
    table = Table("", "seconds", "bar", "MB", "bar", title=f"{count} companies in one process")
    table.add_row("the web server, once", f"{first:.2f}", "", f"{loaded:.0f}", "")
    table.add_row(
        f"{answered} open and answering",
        f"{seconds:.2f}",
        f"{SECONDS * share:.2f}",
        f"{grown:.0f}",
        f"{MEGABYTES * share:.0f}",
    )
    Console().print(table)
    return 0 if seconds < SECONDS * share and grown < MEGABYTES * share and answered == count else 1


def _opened(count: int) -> tuple[float, float, int]:
    """Seconds until all answer, megabytes grown, and how many answered with a shop."""
    gc.collect()
    before, began = _memory(), time.monotonic()
    direct = build_opener(ProxyHandler({}))
    with ExitStack() as doors:
        companies = [doors.enter_context(Company()) for _ in range(count)]
        pages = [direct.open(company.url).read() for company in companies]
        return time.monotonic() - began, _memory() - before, sum(b"Kettle" in page for page in pages)


def _memory() -> float:
    """Megabytes of this process that are in memory now (Linux: /proc/self/status, VmRSS)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--companies", type=int, default=_TWENTY, help="how many")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
