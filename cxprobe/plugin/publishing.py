"""Tells what came of the chosen day: on pytest's reports, in the scorecard, to Allure, beside the journey."""

from __future__ import annotations

from typing import Any

import pytest

from cxprobe.errors import BrokenExpectation, Inconclusive, Outage
from cxprobe.ledger.promises import remember
from cxprobe.plugin.arriving import title_of, touchpoint_of
from cxprobe.plugin.ending import UNSURE
from cxprobe.plugin.lived import Lived, failure, was_unsure
from cxprobe.plugin.run import Run
from cxprobe.report.allure import Desk
from cxprobe.report.hunted import FILE_NAME, Hunt
from cxprobe.report.story import Story
from cxprobe.report.terminal import Entry
from cxprobe.worst_day import Exploration, Replay, details, summed_up, to_json, told
from cxprobe.worst_day.telling import times, wavered


def settle(lived: Lived, run: Run, *, unsure: str = "") -> None:
    """Make pytest's report say what the verdict says, now that the control has been asked.

    `unsure` is what broke at some looks only, where that is all there is to tell.
    """
    broke, report = failure(lived), lived.call
    if hasattr(report, "wasxfail"):
        return
    if report.failed and broke is None:
        report.cxprobe_mistake = True  # type: ignore[attr-defined]
    elif unsure or isinstance(broke, Inconclusive) or (broke is None and was_unsure(report)):
        said = unsure or str(broke or "")
        lived.unsure = said or _own_words(str(report.longrepr[2]))  # type: ignore[index]
        _fail(report, lived.unsure) if run.unsure_fails else _skip(report, lived.unsure)
    elif isinstance(broke, BrokenExpectation | Outage) and not report.failed:
        _fail(report, str(broke))


def tell_search(lived: Lived, found: Exploration, run: Run, who: str) -> None:
    """Tell a search in the failure's message, and beside the journeys; a traceback gets it as a section."""
    lived.found, lived.hunt = found, Hunt.of(to_json(found, run.catalogue, who))
    for folder in {journey.folder for journey in lived.journeys if journey.folder} if lived.hunt else ():
        lived.hunt.save(folder / FILE_NAME)  # type: ignore[union-attr]
    if not lived.call.failed or found.worst is None or found.worst.verdict != "broken":
        return
    add_section = getattr(lived.call.longrepr, "addsection", None)
    if add_section:
        add_section("The worst day", told(found, run.catalogue, who), "-")
        return
    takes, more = summed_up(found.findings[0], run.catalogue, who), details(found, run.catalogue)
    first, _, rest = str(lived.call.longrepr).partition("\n")
    lived.call.longrepr = "\n".join(filter(None, [_with(first, takes), rest, more]))


def tell_answer(lived: Lived, answer: Replay, name: str, site: str) -> None:
    """Put the answer of a replay on the report: fixed passes, still broken fails, the rest is skipped."""
    lived.answer = f"{name}: {answer}. Visited: {site or 'a Kettle & Co of its own'}"
    if answer.answer == "STILL BROKEN" and not lived.call.failed:
        _fail(lived.call, str(answer))
    elif answer.answer == "CANNOT BE REPLAYED" and not any(report.failed for report in lived.reports):
        lived.unsure = str(answer)
        _skip(lived.call, lived.unsure)
    elif lived.call.failed:
        lived.call.sections.append(("The worst day", str(answer)))


def say_outage_once(lived: Lived, run: Run) -> None:
    """A site that is down is one red for the run, not one for every test."""
    report = lived.call
    if isinstance(failure(lived), Outage) and report.failed and not run.first_to_see("outage"):
        report.outcome = "skipped"
        line = (report.location[1] or 0) + 1
        report.longrepr = (report.location[0], line, "Skipped: the site is down, said before")


def attach_entries(item: pytest.Item, lived: Lived, run: Run) -> None:
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
    last: Any = lived.reports[-1]
    last.cxprobe = [entry | _days_of(lived) for entry in entries]
    last.cxprobe_days = _search_of(item, lived, run)


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


def _days_of(lived: Lived) -> dict[str, Any]:
    found = lived.found
    if found is None:
        return {}
    again = sum(outcome.day == lived.stage.day for outcome in found.driven) - 1
    name = found.findings[0].id if found.findings else ""
    unclear = found.neither - len(found.intermittent)  # of one that broke now and then we can tell that much
    days = {"days_driven": len(found.days), "days_inconclusive": unclear}
    return {**days, "replays": again, "day_id": name}


def _search_of(item: pytest.Item, lived: Lived, run: Run) -> dict[str, Any]:
    """What is told of a search or a replay at the end of a run, as plain JSON."""
    found = lived.found
    if found is None:
        return {"answer": lived.answer} if lived.answer else {}
    coverage = found.coverage
    return {
        "test": item.nodeid,
        "days": len(found.days),
        "met": coverage.met if coverage else 0,
        "pairs": coverage.pairs if coverage else 0,
        "waiting": coverage.waiting if coverage else 0,
        "stopped": found.stopped,
        "kept_back": found.kept_back,
        "intermittent": [
            f"{title_of(item)} broke {times(each)}: {wavered(each, found, run.catalogue)}"
            for each in found.intermittent
        ],
        "mended": [f"{title_of(item)}: {kept.short_id} breaks nothing any more." for kept in found.fixed],
    }


def publish_to_allure(item: pytest.Item, desk: Desk, lived: Lived) -> None:
    """One result for the test: the chosen day's."""
    stories = [Story.of(j.timeline, j.judgement, j.folder, lived.hunt) for j in lived.journeys if j.judgement]
    failed = next((report for report in lived.reports if report.failed), None)
    mistake = failed is not None and (failed.when != "call" or failure(lived) is None)
    report = failed or lived.call
    status = "broken" if mistake else report.outcome
    message = None if report.passed else _message(report, lived)
    if stories and not mistake:
        desk.publish(item, lived.kept, stories, status=status, message=message)
    else:
        trace = report.longreprtext if failed else None
        desk.publish(item, lived.kept, [], status=status, message=message, trace=trace)


def _message(report: pytest.TestReport, lived: Lived) -> str | None:
    """One sentence for people, without pytest's and our own marks; a broken day's says what it takes."""
    if isinstance(report.longrepr, tuple):
        return _own_words(str(report.longrepr[2]))
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message) if crash else report.longreprtext
    first = text.splitlines()[0] if text else None
    if crash and first and lived.hunt and lived.hunt.broke:
        return _with(first, lived.hunt.rows[0][1])
    return first


def _with(said: str, takes: str) -> str:
    """A sentence, and what it takes."""
    return f"{said.rstrip('.')}. {takes}" if takes else said


def _fail(report: pytest.TestReport, why: str) -> None:
    report.outcome, report.longrepr = "failed", why


def _skip(report: pytest.TestReport, why: str) -> None:
    report.outcome = "skipped"
    report.longrepr = (report.location[0], (report.location[1] or 0) + 1, f"Skipped: {UNSURE}{why}")


def _own_words(reason: str) -> str:
    return reason.removeprefix("Skipped: ").removeprefix(UNSURE)
