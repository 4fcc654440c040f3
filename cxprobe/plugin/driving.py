"""Lives a pytest item on one day or on many, and publishes what came of the chosen one."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from _pytest.runner import runtestprotocol

from cxprobe.customer import Journey
from cxprobe.errors import BrokenExpectation, CxprobeError, Inconclusive, Outage
from cxprobe.ledger.promises import remember
from cxprobe.people.day import Day
from cxprobe.plugin.customers import CONTROL, STAGE, Stage, folder_name
from cxprobe.plugin.run import HOME, Run
from cxprobe.report.allure import AllureDesk, Desk, Kept
from cxprobe.report.story import Story
from cxprobe.report.terminal import Entry
from cxprobe.worst_day import Exploration, Outcome, days, explore, told

_UNSURE = "inconclusive: "
Word = Literal["fine", "broken", "neither", "error"]


@dataclass(slots=True)
class Lived:
    """One day of an item as it was lived: pytest's reports, what was seen, what Allure was told."""

    reports: list[pytest.TestReport]
    stage: Stage
    kept: Kept
    ended: float = field(default_factory=time.time)
    control: Lived | None = None

    @property
    def journeys(self) -> list[Journey]:
        """Every journey of the day."""
        return self.stage.journeys

    @property
    def call(self) -> pytest.TestReport:
        """The report that tells the outcome: the call's, or an earlier one that failed."""
        return next((r for r in self.reports if r.when == "call"), self.reports[0])


def drive_item(item: pytest.Item, nextitem: pytest.Item | None, run: Run) -> None:
    """Live an item: once for most personas, on many days for one whose days are explored."""
    desk = AllureDesk.of(item.config)
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    with desk.muted(item):
        driver = _Driver(item, run, desk)
        lived, found = driver.go()
        _say_outage_once(lived, run)
        _tear_down(item, nextitem, lived)
        _attach_entries(lived, found, run)
        _publish_to_allure(item, desk, lived)

    driver.clean_up(lived)
    for report in lived.reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


class _Driver:
    """Lives days of one item and judges what came of them."""

    def __init__(self, item: pytest.Item, run: Run, desk: Desk) -> None:
        self._item, self._run, self._desk = item, run, desk
        self._name = item.callspec.params["cxprobe_persona"]  # type: ignore[attr-defined]
        self._number = 0
        self._folders: list[Path] = []
        self._ordinary: Lived | None = None

    def go(self) -> tuple[Lived, Exploration | None]:
        """The day to publish, and the search it came from if there was one."""
        persona = self._run.persona(self._name)
        if getattr(persona, "day", "ordinary") != "explored":
            lived = self._live(Day())
            self._ask_control(lived)
            _settle(lived, self._run)
            return lived, None
        found = self._explore()
        chosen = found.worst or max(found.driven, key=lambda outcome: _suffering(outcome.payload))
        lived = chosen.payload
        _settle(lived, self._run)
        _tell_search(lived, found, self._run)
        return lived, found

    def clean_up(self, chosen: Lived) -> None:
        """Remove the folders of the days that are not published."""
        import shutil

        for folder in self._folders:
            if folder != chosen.stage.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _explore(self) -> Exploration:
        run = self._run
        level = run.settings.trace_level(
            self._item.config.getoption("base_url", None) or run.settings.base_url
        )
        store = run.config.rootpath / HOME / "days" / folder_name(self._item)
        found = explore(
            self._outcome,
            days(run.catalogue, level=level),
            most=run.days,
            budget=run.budget,
            seed=run.seed,
            store=store,
            progress=self._progress,
        )
        self._write("\n" if found.driven else "")
        return found

    def _outcome(self, day: Day) -> Outcome:
        lived = self._live(day)
        if not day:
            self._ordinary = lived
        if _needs_control(lived) and day and self._ordinary is not None:
            through = _word(self._ordinary) == "fine"
            for journey in lived.journeys:
                journey.add_control(through=through, apart=lived.ended - self._ordinary.ended)
        return Outcome(day, _word(lived), _failure(lived), lived)

    def _live(self, day: Day, *, control: bool = False) -> Lived:
        """Run the item from set-up to tear-down; what belongs to a module or the session stays."""
        self._number += 1
        folder = self._run.folder / folder_name(self._item) / f"day-{self._number:02}"
        self._folders.append(folder)
        stage = self._item.stash[STAGE] = Stage(day=day, control=control, folder=folder)
        self._desk.fresh()
        reports = runtestprotocol(self._item, log=False, nextitem=copy.copy(self._item))
        return Lived(reports, stage, self._desk.keep())

    def _ask_control(self, lived: Lived) -> None:
        """Send the control customer where nothing seen proves that it is the company's doing."""
        if not _needs_control(lived) or self._name == CONTROL:
            return
        lived.control = self._live(Day(), control=True)
        through = _word(lived.control) == "fine"
        for journey in lived.journeys:
            journey.add_control(through=through, apart=lived.control.ended - lived.ended)

    def _progress(self, outcome: Outcome, reducing: bool) -> None:
        sign = {"fine": "+", "broken": "!", "neither": "?", "error": "E"}[outcome.verdict]
        if self._number == 1:
            self._write(f"{self._run.days} days: ")
        if reducing and sign == "+":
            sign = "-"
        self._write(sign)

    def _write(self, text: str) -> None:
        terminal = self._item.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None and terminal.verbosity >= 0 and text:
            terminal.write(text, flush=True)


@contextmanager
def ended_well(item: pytest.Item) -> Iterator[None]:
    """Around a test's call: what we could not tell is a skip, a journey nobody judged an error."""
    stage = item.stash.setdefault(STAGE, Stage())
    try:
        yield
    except Inconclusive as unsure:
        pytest.skip(f"{_UNSURE}{unsure}")
    except Exception as error:
        if not _stopped_script(stage):
            raise
        first = str(error).splitlines()[0]
        pytest.skip(f"{_UNSURE}the script could not go on: {first}")
    for journey in stage.journeys:
        if journey.judgement is None:
            journey.expect()


def in_plain_words(
    item: pytest.Item, report: pytest.TestReport, excinfo: pytest.ExceptionInfo[BaseException]
) -> None:
    """Replace a traceback through our own code by the sentence it is about, and where it was asked."""
    error = excinfo.value
    if not isinstance(error, BrokenExpectation | Outage | CxprobeError):
        return
    where = next((e for e in reversed(excinfo.traceback) if Path(str(e.path)) == item.path), None)
    place = f"{item.location[0]}:{where.lineno + 1}" if where else item.location[0]
    report.longrepr = f"{error}\n\n{place}"


def _stopped_script(stage: Stage) -> bool:
    """Whether a script's own Playwright call ended the last journey: it could not go on, and proves nothing."""
    if not stage.journeys or stage.journeys[-1].judgement is not None:
        return False
    last = stage.journeys[-1].timeline.of("blocked", "lost_browser")
    return bool(last)


def _word(lived: Lived) -> Word:
    """What a day was: broken by verdict or by the test's own assertion, an error, neither, or fine."""
    if any(r.failed for r in lived.reports if r.when != "call"):
        return "error"
    failure = _failure(lived)
    if isinstance(failure, Inconclusive):
        return "neither"
    if failure is not None:
        return "broken"
    if lived.call.failed:
        return "broken" if _asserted(lived.call) else "error"
    return "neither" if lived.call.skipped else "fine"


def _failure(lived: Lived) -> BaseException | None:
    """The first failure that the journeys' verdicts amount to; of a test's own assertion, that."""
    failures = [failure for journey in lived.journeys if (failure := journey.failure())]
    hard = [failure for failure in failures if not isinstance(failure, Inconclusive)]
    if hard or failures:
        return (hard or failures)[0]
    return AssertionError(str(lived.call.longrepr)) if lived.call.failed and _asserted(lived.call) else None


def _asserted(report: pytest.TestReport) -> bool:
    crash = getattr(report.longrepr, "reprcrash", None)
    return "AssertionError" in str(getattr(crash, "message", "")) or str(
        getattr(crash, "message", "")
    ).startswith("assert ")


def _needs_control(lived: Lived) -> bool:
    return any(journey.judgement and journey.judgement.needs_control for journey in lived.journeys)


def _suffering(lived: Lived) -> float:
    return sum(moment.human + moment.waited for journey in lived.journeys for moment in journey.moments)


def _settle(lived: Lived, run: Run) -> None:
    """Make pytest's report say what the verdict says, now that the control has been asked."""
    failure, report = _failure(lived), lived.call
    if report.when != "call" or (report.failed and failure is None):
        return
    unsure = isinstance(failure, Inconclusive) or (failure is None and _was_unsure(report))
    if unsure and run.unsure_fails:
        report.outcome, report.longrepr = "failed", str(failure or report.longrepr)
    elif isinstance(failure, BrokenExpectation | Outage) and not report.failed:
        report.outcome, report.longrepr = "failed", str(failure)
    elif isinstance(failure, Inconclusive):
        report.outcome = "skipped"
        report.longrepr = (report.location[0], (report.location[1] or 0) + 1, f"Skipped: {_UNSURE}{failure}")


def _was_unsure(report: pytest.TestReport) -> bool:
    return report.skipped and isinstance(report.longrepr, tuple) and _UNSURE in str(report.longrepr[2])


def _tell_search(lived: Lived, found: Exploration, run: Run) -> None:
    """Add to a broken day's message what the search came to."""
    if lived.call.failed and found.worst is not None and found.worst.verdict == "broken":
        lived.call.longrepr = f"{lived.call.longrepr}\n{told(found, run.catalogue)}"


def _say_outage_once(lived: Lived, run: Run) -> None:
    """A site that is down is one red for the run, not one for every test."""
    report = lived.call
    if isinstance(_failure(lived), Outage) and not run.first_to_see("outage"):
        report.outcome = "skipped"
        report.longrepr = (
            report.location[0],
            (report.location[1] or 0) + 1,
            "Skipped: the site is down, said before",
        )


def _tear_down(item: pytest.Item, nextitem: pytest.Item | None, lived: Lived) -> None:
    """Tear down what the next item does not need; a failure there takes the tear-down report's place."""
    # Not through the hook: other plugins have torn the item down already, and may do so only once.
    call = pytest.CallInfo.from_call(
        lambda: item.session._setupstate.teardown_exact(nextitem), when="teardown"
    )
    if call.excinfo is not None:
        report = item.ihook.pytest_runtest_makereport(item=item, call=call)
        lived.reports[:] = [*(r for r in lived.reports if r.when != "teardown"), report]


def _attach_entries(lived: Lived, found: Exploration | None, run: Run) -> None:
    """Put the scorecard's entries on the report that is published, and open promises into the ledger."""
    entries: list[dict[str, Any]] = []
    for journey in lived.journeys:
        if journey.unsaved:
            run.unsaved.append(journey.unsaved)
        if journey.judgement is None:
            continue
        entry = Entry.of(journey.timeline, journey.judgement, journey.folder).to_json()
        if found is not None:
            entry |= {"days_driven": len(found.driven), "days_inconclusive": found.neither}
        entries.append(entry)
        remember(run.config.rootpath / HOME, journey.timeline, journey.judgement)
    lived.reports[-1].cxprobe = entries  # type: ignore[attr-defined]


def _publish_to_allure(item: pytest.Item, desk: Desk, lived: Lived) -> None:
    stories = [Story.of(j.timeline, j.judgement, j.folder) for j in lived.journeys if j.judgement]
    failed = next((r for r in lived.reports if r.failed), None)
    if not stories or (failed and _failure(lived) is None):
        report = failed or lived.call
        status = {"passed": "passed", "skipped": "skipped"}.get(report.outcome, "broken")
        desk.publish(
            item, lived.kept, [], status=status, message=_first_line(report), trace=report.longreprtext
        )
        return
    status = {"passed": "passed", "skipped": "skipped"}.get(lived.call.outcome, "failed")
    message = None if lived.call.passed else _first_line(lived.call)
    desk.publish(item, lived.kept, stories, status=status, message=message)


def _first_line(report: pytest.TestReport) -> str | None:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    text = report.longreprtext
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message).splitlines()[0] if crash else (text.splitlines()[0] if text else None)
