"""The wall: every scenario by every persona, at a company that does everything well; all should be served.

Runs the scenarios that come with cxprobe against Kettle & Co with no switch thrown, in a pytest of its
own, and reads what came of it from the journeys that were written, not from what was printed.

    python benchmarks/wall.py [--runs 5] [--persona NAME …] [--only WORDS] [-n 2]

Each cell is one scenario by one persona: the verdict of its journey (of several the worst), and after
several runs how often it was served. Time and load of the machine are printed beside, as they decide
what the patience of the customers was up against. Ends with 0 when everybody was served every time
and every test passed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as Xml

from rich.console import Console
from rich.table import Table

from cxprobe.journey.timeline import FILE_NAME, Timeline
from cxprobe.judging.verdict import judge
from cxprobe.people.persona import load_personas
from cxprobe.settings import bundled

ORDER = ("error", "outage", "lost", "inconclusive", "unproven", "frustrated", "open", "served")
"""Verdicts, the worst first; "error" is a test that left no journey."""
WELL = ("served", "open")
"""Verdicts of a journey on which everything was kept; an open promise is due later."""
MARKS = {"served": "✓", "open": "✓", "frustrated": "~", "inconclusive": "?", "unproven": "?"}
"""What stands in a cell; "✗" for everything else."""


@dataclass
class Wall:
    """What came of each scenario by each persona, run after run."""

    cells: dict[str, dict[str, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    headlines: list[str] = field(default_factory=list)
    """What is to be said of every visit that was not served."""

    def add(self, folder: Path) -> None:
        """Take in the journeys of one run: of each test the worst verdict counts."""
        worst: dict[tuple[str, str], str] = {}
        for timeline in journeys(folder):
            judged = judge(timeline)
            place = (scenario(timeline), timeline.persona)
            worst[place] = min(judged.verdict, worst.get(place, "served"), key=ORDER.index)
            if judged.verdict not in WELL:
                self.headlines.append(f"{place[0]} · {place[1]} · {judged.verdict}: {judged.headline}")
        for (row, column), verdict in worst.items():
            self.cells[row][column].append(verdict)

    def expect(self, junit: Path) -> None:
        """Give every scenario that ran a row, by what pytest wrote down: also one that left no journey."""
        for case in Xml.parse(junit).iter("testcase") if junit.is_file() else ():
            file = f"{case.get('classname', '').replace('.', '/')}.py"
            test = f"{file}::{case.get('name', '')}"
            self.cells.setdefault(row_of(test, visitor(test)), defaultdict(list))

    def verdicts(self, personas: Sequence[str], runs: int) -> Counter[str]:
        """How often each verdict was come to; what is missing counts as an error."""
        found = Counter(v for row in self.cells.values() for cell in row.values() for v in cell)
        wanted = len(self.cells) * len(personas) * runs
        missing = wanted - sum(found.values())
        return found + Counter({"error": missing})


def journeys(folder: Path) -> Iterator[Timeline]:
    """Every journey that was judged and written below a folder; control visits are no visits of their own."""
    for file in sorted(folder.rglob(FILE_NAME)):
        if "control" not in file.relative_to(folder).parts:
            yield Timeline.load(file)


def scenario(timeline: Timeline) -> str:
    """The test a journey belongs to, without its persona: "buying: a kettle is bought"."""
    return row_of(timeline.test, timeline.persona)


def row_of(test: str, persona: str) -> str:
    """A test's node id as the name of a row, without the persona who visits."""
    file, _, test = test.partition("::")
    name, _, given = test.partition("[")
    kind = [part for part in given.rstrip("]").split("-") if part and part not in persona.split("-")]
    words = name.removeprefix("test_").replace("_", " ")
    return f"{Path(file).stem.removeprefix('test_')}: {words}{f' ({kind[0]})' if kind else ''}"


def visitor(test: str) -> str:
    """The persona that a test's node id names, the longest name that fits; "" where none does."""
    given = f"-{test.partition('[')[2].rstrip(']')}-"
    fits = [name for name in load_personas([bundled("personas")]) if f"-{name}-" in given]
    return max(fits, key=len, default="")


def main() -> int:
    """Run, print the wall, and say in one number whether it is whole."""
    given = _given()
    personas = given.persona or sorted(
        name for name, each in load_personas([bundled("personas")]).items() if each.day != "explored"
    )
    wall, console = Wall(), Console(width=max(120, Console().width))
    began, codes = time.monotonic(), []
    kept = nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory(prefix="wall-")
    with kept as name:
        folder = Path(name).absolute()
        shutil.copytree(
            bundled("scenarios"), folder / "scenarios", ignore=shutil.ignore_patterns("__pycache__")
        )
        (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
        for number in range(given.runs):
            out = folder / f"run-{number}"
            codes.append(visits(folder, out, personas, given))
            wall.add(out)
            wall.expect(report_of(out))
    show(wall, personas, given.runs, console)
    took = time.monotonic() - began
    console.print(f"{took:.0f} s, pytest ended with {codes}, {told_load()}")
    found = wall.verdicts(personas, given.runs)
    return 0 if found and set(found) <= set(WELL) and not any(codes) else 1


def report_of(out: Path) -> Path:
    """Where pytest writes down which tests ran, beside the journeys of a run."""
    return out.with_suffix(".xml")


def visits(folder: Path, out: Path, personas: Iterable[str], given: argparse.Namespace) -> int:
    """Let everybody visit once; gives the exit code of pytest."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "scenarios",
        "-q",
        "-p",
        "no:cacheprovider",
        "--cx-out",
        str(out),
        f"--junitxml={report_of(out)}",
    ]
    command += [word for name in personas for word in ("--persona", name)]
    command += ["-k", given.only] if given.only else []
    command += ["-n", str(given.n)] if given.n > 1 else []
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, env=own_environment(), check=False)
    return done.returncode


def own_environment() -> Mapping[str, str]:
    """This environment without what a pytest around us has left there."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}


def show(wall: Wall, personas: Sequence[str], runs: int, console: Console) -> None:
    """Print the wall, what is to be said of who was not served, and the sums."""
    table = Table("scenario", *personas, title=f"Kettle & Co with all switches off, {runs} × everybody")
    for row, columns in sorted(wall.cells.items()):
        table.add_row(row, *(cell(columns.get(name, []), runs) for name in personas))
    console.print(table)
    for line, times in Counter(wall.headlines).items():
        console.print(f"  {line}{f' ({times} times)' if times > 1 else ''}", markup=False)
    found = wall.verdicts(personas, runs)
    console.print(", ".join(f"{found[verdict]} {verdict}" for verdict in reversed(ORDER) if found[verdict]))


def cell(verdicts: Sequence[str], runs: int) -> str:
    """What stands in a cell: the worst verdict's mark, and how often it went well of how many runs."""
    if not verdicts:
        return "✗ no journey"
    worst = min([*verdicts, *(["error"] if len(verdicts) < runs else [])], key=ORDER.index)
    well = sum(verdict in WELL for verdict in verdicts)
    mark = MARKS.get(worst, "✗")
    return f"{mark} {worst}" if runs == 1 else f"{mark} {well}/{runs}"


def told_load() -> str:
    """How busy the machine was: the load averages, and the cores they are shared by."""
    try:
        one, five, fifteen = os.getloadavg()
    except OSError:
        return "load unknown"
    return f"load {one:.1f} {five:.1f} {fifteen:.1f} on {os.cpu_count()} cores"


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=1, help="how often everybody visits (1)")
    parser.add_argument("--keep", metavar="DIR", help="a new folder to leave all journeys in (nowhere)")
    parser.add_argument("--persona", action="append", default=[], help="who visits; else all but worst-day")
    parser.add_argument("--only", default="", help="scenarios of these words alone, as pytest's -k")
    parser.add_argument("-n", type=int, default=1, help="workers (1)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
