"""Lives a pytest item on one day or on many, and publishes what came of the chosen one."""

from __future__ import annotations

import copy
from pathlib import Path
from zlib import crc32

import pytest
from _pytest.runner import runtestprotocol

from cxprobe.ledger.days import KeptDay, Shelf
from cxprobe.people.day import Day
from cxprobe.plugin import publishing
from cxprobe.plugin.arriving import CONTROL, STAGE, Stage, folder_name, title_of
from cxprobe.plugin.lived import Lived, heed, is_down, most_telling, needs_control, outcome_of, word
from cxprobe.plugin.run import Run
from cxprobe.report.allure import AllureDesk, Desk
from cxprobe.worst_day import PROFILES, About, Exploration, Outcome, explore, replay
from cxprobe.worst_day.outcome import first_line
from cxprobe.worst_day.telling import times

_COMPARED = 3
"""Ordinary days lived to compare with, after which nobody expects one to go well (ours)."""
_SIGNS = {"fine": "+", "broken": "!", "neither": "?", "error": "E", "skipped": "s"}


def drive_item(item: pytest.Item, nextitem: pytest.Item | None, run: Run) -> None:
    """Live an item: once for most personas, on many days for one whose days are explored."""
    desk = AllureDesk.of(item.config)
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    with desk.muted(item):
        driver = _Driver(item, run, desk)
        lived = driver.go()
        publishing.say_outage_once(lived, run)
        *earlier, last = lived.reports
        _log(item, earlier)
        last = lived.reports[-1] = _torn_down(item, nextitem, last)
        publishing.attach_entries(item, lived, run)
        publishing.publish_to_allure(item, desk, lived)

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
        self._compared = 0
        self._hardness: dict[Day, float] = {}
        """Of every day explored: how hard it was where it went well, else -1."""
        self._exploring = False

    def go(self) -> Lived:
        """The day to publish: the only one, the one lived again, or the one that a search came to."""
        run = self._run
        if run.replaying is not None:
            return self._replay(run.replaying)
        if run.persona(self._name).day != "explored":
            return self._one_day()
        found = self._explore()
        chosen = found.worst or most_telling(found.days.values())
        unsure = f"it broke {times(chosen)}: {first_line(chosen.failure)}" if chosen.intermittent else ""
        lived: Lived = chosen.payload
        for journey in lived.journeys:
            journey.keep()  # whatever a tear-down made of a day that went well until then
        publishing.settle(lived, run, unsure=unsure)
        publishing.tell_search(lived, found, run, self._who())
        return lived

    def _one_day(self) -> Lived:
        """The ordinary day, for a persona whose days are not explored."""
        lived = self._live(Day())
        self._ask_control(lived)
        publishing.settle(lived, self._run)
        return lived

    def clean_up(self, chosen: Lived) -> None:
        """Remove the folders of the days that are not published."""
        import shutil

        for folder in self._folders:
            if folder != chosen.stage.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _explore(self) -> Exploration:
        run, item = self._run, self._item
        self._exploring = True
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
            progress=self._explored,
            mine=lambda day: run.mine(item, day.digest),
        )
        self._write("\n")
        return found

    def _replay(self, kept: KeptDay) -> Lived:
        """Live a kept day again, until it is clear what it is now."""
        shelf = Shelf(self._run.shelves / folder_name(self._item))
        answer = replay(
            self._outcome,
            kept,
            self._run.factors,
            shelf=shelf,
            about=self._about(),
            progress=self._progress,
            spaced=PROFILES["replay"].spaced,
        )
        lived: Lived = answer.outcome.payload if answer.outcome is not None else self._live(Day())
        self._write(f" {answer.answer}\n")
        publishing.settle(lived, self._run)
        publishing.tell_answer(lived, answer, kept.short_id, self._run.site)
        return lived

    def _who(self) -> str:
        """What the persona is called for short: Gus, of "Grumpy Gus on his worst day"."""
        return " ".join(self._run.persona(self._name).title.split()[:2]).rpartition(" ")[2]

    def _about(self) -> About:
        run = self._run
        return About(
            scenario=self._item.nodeid,
            title=title_of(self._item),
            persona=self._name,
            who=self._who(),
            site=run.site,
            run=run.ticket.name,
        )

    def _outcome(self, day: Day) -> Outcome:
        lived = self._live(day)
        if not len(day):
            self._ordinary = lived
            self._ask_control(lived)
        elif not is_down(lived) and needs_control(lived):
            heed(lived, control=self._an_ordinary_day())
        return outcome_of(lived)

    def _an_ordinary_day(self) -> Lived:
        """The ordinary day to compare with: lived now where none went well yet, as when a day is replayed."""
        if self._ordinary is None or (word(self._ordinary) != "fine" and self._compared < _COMPARED):
            self._compared += 1
            self._ordinary = self._live(Day())
            self._ask_control(self._ordinary)
        return self._ordinary

    def _live(self, day: Day, *, control: bool = False) -> Lived:
        """Run the item from set-up to tear-down; what belongs to a module or the session stays."""
        self._number += 1
        folder = self._run.folder / folder_name(self._item) / f"day-{self._number:02}"
        self._folders.append(folder)
        stage = Stage(day=day, control=control, folder=folder, to_beat=self._to_beat(day))
        self._item.stash[STAGE] = stage
        self._desk.fresh()
        reports = runtestprotocol(self._item, log=False, nextitem=copy.copy(self._item))
        return Lived(reports, stage, self._desk.keep())

    def _ask_control(self, lived: Lived) -> None:
        """Send the control customer where nothing seen proves that it is the company's doing."""
        if is_down(lived):
            return
        if needs_control(lived) and self._name != CONTROL:
            lived.control = self._live(Day(), control=True)
            heed(lived, control=lived.control)

    def _to_beat(self, day: Day) -> float | None:
        """How hard a day that goes well must be to be published; one looked at again is always kept."""
        if not self._exploring:
            return None
        return -1.0 if day in self._hardness else max(self._hardness.values(), default=-1.0)

    def _explored(self, outcome: Outcome, reducing: bool) -> None:
        well = outcome.verdict == "fine" and not reducing
        self._hardness[outcome.day] = outcome.payload.stage.suffering if well else -1.0
        self._progress(outcome, reducing)

    def _progress(self, outcome: Outcome, reducing: bool) -> None:
        self._write("-" if reducing and outcome.verdict == "fine" else _SIGNS[outcome.verdict])

    def _write(self, text: str) -> None:
        terminal = self._item.config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None and terminal.verbosity >= 0:
            terminal.write(text, flush=True)


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
