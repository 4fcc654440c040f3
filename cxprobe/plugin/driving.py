"""Lives a pytest item on one day or on many, and publishes what came of the chosen one."""

from __future__ import annotations

import copy
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

import pytest
from _pytest.runner import runtestprotocol

from cxprobe.channels.outage import plain_request
from cxprobe.customer import Journey
from cxprobe.errors import BrokenExpectation, Inconclusive, Outage
from cxprobe.ledger.days import KeptDay, Shelf
from cxprobe.ledger.promises import remember
from cxprobe.people.day import Day
from cxprobe.plugin.customers import CONTROL, STAGE, Stage, folder_name, title_of, touchpoint_of
from cxprobe.plugin.ending import UNSURE
from cxprobe.plugin.run import Run
from cxprobe.report.allure import AllureDesk, Desk, Kept
from cxprobe.report.story import Story
from cxprobe.report.terminal import Entry
from cxprobe.worst_day import About, Exploration, Outcome, Replay, explore, replay, told

Word = Literal["fine", "broken", "neither", "error", "skipped"]
_SIGNS = {"fine": "+", "broken": "!", "neither": "?", "error": "E", "skipped": "s"}


@dataclass(slots=True)
class Lived:
    """One day of an item as it was lived: pytest's reports, what was seen, what Allure was told."""

    reports: list[pytest.TestReport]
    stage: Stage
    kept: Kept
    ended: float = field(default_factory=time.time)
    control: Lived | None = None
    unsure: str = ""
    """Why we could not tell, if we could not."""

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
        *earlier, last = lived.reports
        _log(item, earlier)
        last = lived.reports[-1] = _torn_down(item, nextitem, last)
        _attach_entries(item, lived, found, run)
        _publish_to_allure(item, desk, lived)

    driver.clean_up(lived)
    _log(item, [last])
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _log(item: pytest.Item, reports: list[pytest.TestReport]) -> None:
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)


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
        if self._run.replaying is not None:
            return self._replay(self._run.replaying), None
        if self._run.persona(self._name).day != "explored":
            lived = self._live(Day())
            self._ask_control(lived)
            _settle(lived, self._run)
            return lived, None
        found = self._explore()
        chosen = found.worst or _most_telling(found.days.values())
        lived = chosen.payload
        _settle(lived, self._run, wavered=str(chosen.failure) if chosen.intermittent else "")
        _tell_search(lived, found, self._run)
        return lived, found

    def clean_up(self, chosen: Lived) -> None:
        """Remove the folders of the days that are not published."""
        import shutil

        for folder in self._folders:
            if folder != chosen.stage.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _explore(self) -> Exploration:
        run, item = self._run, self._item
        self._write(f"{run.days} days: ")
        found = explore(
            self._outcome,
            run.factors,
            profile=run.profile,
            most=run.days,
            budget=run.share(item.session.items),
            seed=crc32(f"{run.seed}/{item.nodeid}".encode()),
            shelf=Shelf(run.shelves / folder_name(item)),
            worst=run.worst,
            about=self._about(),
            progress=self._progress,
        )
        self._write("\n")
        return found

    def _replay(self, kept: KeptDay) -> Lived:
        """Live a kept day again, until it is clear what it is now."""
        shelf = Shelf(self._run.shelves / folder_name(self._item))
        answer = replay(
            self._outcome, kept, self._run.factors, shelf=shelf, about=self._about(), progress=self._progress
        )
        lived: Lived = answer.outcome.payload if answer.outcome is not None else self._live(Day())
        self._write(f" {answer.answer}\n")
        _settle(lived, self._run)
        _tell_answer(lived, answer)
        return lived

    def _about(self) -> About:
        persona, run = self._run.persona(self._name), self._run
        return About(
            scenario=self._item.nodeid,
            title=title_of(self._item),
            persona=self._name,
            who=" ".join(persona.title.split()[:2]).rpartition(" ")[2],  # Grumpy Gus on his worst day
            site=run.site,
            run=run.ticket.name,
        )

    def _outcome(self, day: Day) -> Outcome:
        lived = self._live(day)
        if not len(day):
            self._ordinary = lived
            self._ask_control(lived)
        elif self._ordinary and not _is_down(lived) and _needs_control(lived):
            _heed(lived, control=self._ordinary)
        return Outcome(day, _word(lived), _failure(lived), lived, burden=_burden(lived))

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
        if _is_down(lived):
            return
        if _needs_control(lived) and self._name != CONTROL:
            lived.control = self._live(Day(), control=True)
            _heed(lived, control=lived.control)

    def _progress(self, outcome: Outcome, reducing: bool) -> None:
        self._write("-" if reducing and outcome.verdict == "fine" else _SIGNS[outcome.verdict])

    def _write(self, text: str) -> None:
        terminal = self._item.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None and terminal.verbosity >= 0:
            terminal.write(text, flush=True)


def _is_down(lived: Lived) -> bool:
    """Whether a day that we cannot tell about is one on which the site went away; the journeys then know."""
    if not isinstance(_failure(lived), Inconclusive):
        return False
    sites = {journey.timeline.site for journey in lived.journeys}
    # Twice: one request may be lost on the way, and an outage wakes people.
    problem = next((again for site in sites if plain_request(site) and (again := plain_request(site))), "")
    for journey in lived.journeys if problem else ():
        journey.add_outage(problem)
    return bool(problem)


def _heed(lived: Lived, *, control: Lived) -> None:
    """Judge a day again, now that the control customer's is known."""
    for journey in lived.journeys:
        journey.add_control(through=_word(control) == "fine", apart=abs(lived.ended - control.ended))


def _word(lived: Lived) -> Word:
    """What a day was: broken by verdict or by the test's own assertion, neither, fine, or the last."""
    failure = _failure(lived)
    if isinstance(failure, Outage) or any(r.failed for r in lived.reports if r.when != "call"):
        return "error"
    if isinstance(failure, Inconclusive) or (failure is None and _was_unsure(lived.call)):
        return "neither"
    if failure is not None:
        return "broken"
    return {"failed": "error", "skipped": "skipped"}.get(lived.call.outcome, "fine")  # type: ignore[return-value]


def _failure(lived: Lived) -> BaseException | None:
    """The first failure that the journeys' verdicts amount to, else the test's own assertion."""
    failures = [failure for journey in lived.journeys if (failure := journey.failure())]
    hard = [failure for failure in failures if not isinstance(failure, Inconclusive)]
    raised = lived.stage.raised
    own = [raised] if isinstance(raised, AssertionError | pytest.fail.Exception) else []
    return next(iter([*hard, *own, *failures]), None)


def _most_telling(outcomes: Collection[Outcome]) -> Outcome:
    """Of days that did not break, the hardest that we could tell about."""
    clear = [outcome for outcome in outcomes if outcome.verdict == "fine"]
    return max(clear or outcomes, key=lambda outcome: _suffering(outcome.payload))


def _needs_control(lived: Lived) -> bool:
    return any(journey.judgement and journey.judgement.needs_control for journey in lived.journeys)


def _suffering(lived: Lived) -> float:
    return sum(moment.human + moment.waited for journey in lived.journeys for moment in journey.moments)


def _burden(lived: Lived) -> dict[str, float]:
    """How hard a day was, for a search of the hardest: seconds, and things asked for again."""
    moments = [moment for journey in lived.journeys for moment in journey.moments]
    judged = [journey.judgement for journey in lived.journeys if journey.judgement]
    again = [f for judgement in judged for f in judgement.findings if f.expectation == "asked_once"]
    return {
        "effort": sum(moment.human for moment in moments),
        "waiting": sum(moment.waited for moment in moments),
        "repeats": float(sum(len(finding.moments) for finding in again)),
    }


def _tell_answer(lived: Lived, answer: Replay) -> None:
    """Put the answer of a replay on the report: fixed passes, still broken fails, the rest is skipped."""
    if answer.answer == "STILL BROKEN" and not lived.call.failed:
        _fail(lived.call, str(answer))
    elif answer.answer == "CANNOT BE REPLAYED" and not any(report.failed for report in lived.reports):
        lived.unsure = str(answer)
        _skip(lived.call, lived.unsure)
    elif lived.call.failed:
        lived.call.sections.append(("The worst day", str(answer)))


def _settle(lived: Lived, run: Run, *, wavered: str = "") -> None:
    """Make pytest's report say what the verdict says, now that the control has been asked.

    `wavered` is what broke once of three times where that is all there is to tell.
    """
    failure, report = _failure(lived), lived.call
    if hasattr(report, "wasxfail"):
        return
    if report.failed and failure is None:
        report.cxprobe_mistake = True  # type: ignore[attr-defined]
    elif wavered or isinstance(failure, Inconclusive) or (failure is None and _was_unsure(report)):
        said = f"it broke once of three: {wavered.splitlines()[0]}" if wavered else str(failure or "")
        lived.unsure = said or _own_words(str(report.longrepr[2]))  # type: ignore[index]
        _fail(report, lived.unsure) if run.unsure_fails else _skip(report, lived.unsure)
    elif isinstance(failure, BrokenExpectation | Outage) and not report.failed:
        _fail(report, str(failure))


def _fail(report: pytest.TestReport, why: str) -> None:
    report.outcome, report.longrepr = "failed", why


def _skip(report: pytest.TestReport, why: str) -> None:
    report.outcome = "skipped"
    report.longrepr = (report.location[0], (report.location[1] or 0) + 1, f"Skipped: {UNSURE}{why}")


def _own_words(reason: str) -> str:
    return reason.removeprefix("Skipped: ").removeprefix(UNSURE)


def _was_unsure(report: pytest.TestReport) -> bool:
    return report.skipped and isinstance(report.longrepr, tuple) and UNSURE in str(report.longrepr[2])


def _tell_search(lived: Lived, found: Exploration, run: Run) -> None:
    """Add to a broken day's message what the search came to; a traceback gets it as a section."""
    if not lived.call.failed or found.worst is None or found.worst.verdict != "broken":
        return
    said, add_section = told(found, run.catalogue), getattr(lived.call.longrepr, "addsection", None)
    if add_section:
        add_section("The worst day", said, "-")
    else:
        lived.call.longrepr = f"{lived.call.longrepr}\n{said}"


def _say_outage_once(lived: Lived, run: Run) -> None:
    """A site that is down is one red for the run, not one for every test."""
    report = lived.call
    if isinstance(_failure(lived), Outage) and report.failed and not run.first_to_see("outage"):
        report.outcome = "skipped"
        line = (report.location[1] or 0) + 1
        report.longrepr = (report.location[0], line, "Skipped: the site is down, said before")


def _torn_down(
    item: pytest.Item, nextitem: pytest.Item | None, before: pytest.TestReport
) -> pytest.TestReport:
    """Tear down what the next item does not need; a failure there takes the tear-down report's place."""
    session = item.session
    if session.shouldfail or session.shouldstop:
        nextitem = None
    # Not through the hook: other plugins have torn the item down already, and may do so only once.
    call = pytest.CallInfo.from_call(
        lambda: session._setupstate.teardown_exact(nextitem),
        when="teardown",
        reraise=(pytest.exit.Exception, KeyboardInterrupt),
    )
    if call.excinfo is None:
        return before
    report: pytest.TestReport = item.ihook.pytest_runtest_makereport(item=item, call=call)
    return report


def _attach_entries(item: pytest.Item, lived: Lived, found: Exploration | None, run: Run) -> None:
    """Put the scorecard's entries on the report that is published, and open promises into the ledger."""
    entries = []
    for journey in lived.journeys:
        if journey.judgement is None:
            continue
        entry = Entry.of(journey.timeline, journey.judgement, journey.folder).to_json()
        entries.append({**entry, "unsaved": journey.unsaved})
        remember(run.memory, journey.timeline, journey.judgement)
    if lived.unsure and not any(entry["verdict"] == "inconclusive" for entry in entries):
        entries = [_unsure_entry(item, lived, run)]
    lived.reports[-1].cxprobe = [entry | _days_of(found, lived) for entry in entries]  # type: ignore[attr-defined]


def _unsure_entry(item: pytest.Item, lived: Lived, run: Run) -> dict[str, Any]:
    """The entry of a test that we could not tell about where no journey of its own says so."""
    persona = run.persona(item.callspec.params["cxprobe_persona"])  # type: ignore[attr-defined]
    return Entry(
        title=title_of(item),
        verdict="inconclusive",
        touchpoint=touchpoint_of(item),
        persona=persona.name,
        persona_title=persona.title,
        headline=lived.unsure,
        test=item.nodeid,
    ).to_json()


def _days_of(found: Exploration | None, lived: Lived) -> dict[str, int]:
    if found is None:
        return {}
    again = sum(outcome.day == lived.stage.day for outcome in found.driven) - 1
    return {"days_driven": len(found.days), "days_inconclusive": found.neither, "replays": again}


def _publish_to_allure(item: pytest.Item, desk: Desk, lived: Lived) -> None:
    stories = [Story.of(j.timeline, j.judgement, j.folder) for j in lived.journeys if j.judgement]
    failed = next((report for report in lived.reports if report.failed), None)
    mistake = failed is not None and (failed.when != "call" or _failure(lived) is None)
    report = failed or lived.call
    status = "broken" if mistake else report.outcome
    message = None if report.passed else _first_line(report)
    if stories and not mistake:
        desk.publish(item, lived.kept, stories, status=status, message=message)
    else:
        trace = report.longreprtext if failed else None
        desk.publish(item, lived.kept, [], status=status, message=message, trace=trace)


def _first_line(report: pytest.TestReport) -> str | None:
    """One sentence for people: the first line of what is said, without pytest's and our own marks."""
    if isinstance(report.longrepr, tuple):
        return _own_words(str(report.longrepr[2]))
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message) if crash else report.longreprtext
    return text.splitlines()[0] if text else None
