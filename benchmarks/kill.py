"""A night that is killed: what is left of the store and of the browser, and whether the next one goes on.

`pytest --persona=worst-day` is killed with SIGKILL at a random point of its life, browser start and end
included, again and again with one store. After each: every kept day and every line of what was met can
be read, no process of that run is left after five seconds, and a short run afterwards comes to its end.

    python benchmarks/kill.py [--times 20] [--seed 1]

Linux only: processes are known by a mark in their environment.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from cxprobe.demo import Company
from cxprobe.ledger.days import shelves
from cxprobe.ledger.met import FILE_NAME

MARK = "CXPROBE_KILL_MARK"
GONE_WITHIN = 5.0
"""Seconds after which nothing of a killed run may be left."""
TEST = """
from cxprobe import errors_met

def test_look(customer):
    with customer.wants("to look around", expects=errors_met(at_most=9)):
        customer.open("/")
    days = dict(customer.scene.day.misfortunes)
    assert not ("double-clicks" in days and "typos" in days), "two slips at once"
"""


def main() -> int:
    """Kill as often as asked, print the table; 0 when nothing was lost, left behind, or in the way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng, table = random.Random(given.seed), Table("killed after", "alive then", "left", "store", "next run")
    well = True
    with tempfile.TemporaryDirectory() as name, Company() as company:
        folder = Path(name)
        (folder / "test_look.py").write_text(TEST, "utf-8")
        began = time.monotonic()
        _run(folder, company.url, "--cx-days=8").wait()
        whole = time.monotonic() - began
        for _ in range(given.times):
            row = _killed(folder, company.url, rng.uniform(0.0, whole))
            well = well and row[2:] == ("none", "readable", "goes on")
            table.add_row(*row)
    console = Console()
    console.print(table)
    console.print(f"A whole run took {whole:.1f} s; {given.times} were killed.")
    return 0 if well else 1


def _killed(folder: Path, url: str, after: float) -> tuple[str, str, str, str, str]:
    """Start a run, kill it after so many seconds; what was alive, what is left, the store, the next run."""
    mark = uuid.uuid4().hex
    process = _run(folder, url, "--cx-days=60", **{MARK: mark})
    time.sleep(after)  # the random point at which the run is killed
    alive = marked(mark)
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + GONE_WITHIN
    while (left := marked(mark)) and time.monotonic() < deadline:
        time.sleep(0.1)  # between two looks whether anything survived
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    said = ", ".join(left.values()) or "none"
    goes_on = _run(folder, url, "--cx-days=2").wait() in (0, 1)
    return f"{after:.1f} s", str(len(alive)), said, _store(folder), "goes on" if goes_on else "DOES NOT"


def _store(folder: Path) -> str:
    """Whether everything in the store can be read: every kept day, and every line of what was met."""
    for shelf in shelves(folder / ".cxprobe/days"):
        shelf.kept()
        met = shelf.folder / FILE_NAME
        lines = met.read_text("utf-8").splitlines() if met.exists() else []
        torn = [line for line in lines if line and not _is_json(line)]
        if shelf.unreadable or torn:
            return f"TORN: {shelf.unreadable or torn}"
    return "readable"


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _run(folder: Path, url: str, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--persona=worst-day"]
    command += [f"--base-url={url}", *arguments]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, env={**os.environ, **more}, stdout=quiet, stderr=quiet)


def marked(mark: str) -> Mapping[int, str]:
    """Every living process with this mark in its environment, by its number, with its name."""
    found: dict[int, str] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            ours = f"{MARK}={mark}".encode() in (entry / "environ").read_bytes().split(b"\0")
            name, state = (
                (entry / "comm").read_text().strip(),
                (entry / "stat").read_text().rpartition(")")[2],
            )
        except OSError:
            continue
        if ours and state.split()[0] != "Z":
            found[int(entry.name)] = name
    return found


if __name__ == "__main__":
    sys.exit(main())
