"""How a phase of a test ends: what we could not tell is a skip, our own errors are said in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cxprobe.errors import BrokenExpectation, CxprobeError, GaveUp, Inconclusive, NobodyJudged, Outage
from cxprobe.judging.verdict import judge
from cxprobe.plugin.arriving import STAGE, Stage

UNSURE = "inconclusive: "
"""What the reason of a skip begins with when it is ours."""


@contextmanager
def began_well(item: pytest.Item) -> Iterator[None]:
    """Around a test's set-up: fixtures may send a customer ahead, and we may not be able to tell."""
    stage = item.stash.setdefault(STAGE, Stage())
    try:
        yield
    except Inconclusive as unsure:
        pytest.skip(f"{UNSURE}{unsure}")
    except GaveUp as left:
        raise _left_outside(left) from None
    except Exception as error:
        _skip_if_stopped(stage, error)
        if isinstance(error, NameError):
            _skip_if_left(stage)
        raise


@contextmanager
def ended_well(item: pytest.Item) -> Iterator[None]:
    """Around a test's call: what we could not tell is a skip, a journey nobody judged an error."""
    with began_well(item):
        yield
        for journey in item.stash[STAGE].journeys:
            if journey.judgement is None:
                journey.expect()
    _warn_if_unjudged(item)


def in_plain_words(
    item: pytest.Item, report: pytest.TestReport, excinfo: pytest.ExceptionInfo[BaseException]
) -> None:
    """Replace a traceback through our own code by the sentence it is about, and where it was asked."""
    error = excinfo.value
    stage = item.stash.setdefault(STAGE, Stage())
    if report.when == "call":
        stage.raised = error
    if not isinstance(error, BrokenExpectation | Outage | CxprobeError) or report.skipped:
        return
    where = next((e for e in reversed(excinfo.traceback) if Path(str(e.path)) == item.path), None)
    place = f"{item.location[0]}:{where.lineno + 1}" if where else item.location[0]
    report.longrepr = f"{error}\n\n{place}"


def _warn_if_unjudged(item: pytest.Item) -> None:
    """Say of a test that passed that nobody judged what its customers did, as no journey was opened."""
    stage = item.stash[STAGE]
    if not stage.journeys and any(customer.page.url != "about:blank" for customer in stage.arrived):
        item.warn(
            pytest.PytestWarning(
                f"{item.name}: a customer went to the site, but nothing was judged, for no journey was open. "
                'Put what they do inside: with customer.wants("…") as journey:'
            )
        )


def _left_outside(left: GaveUp) -> NobodyJudged:
    return NobodyJudged(
        f"A customer gave up ({left}) where no journey was open, so nobody can judge it. "
        'Put what they do inside: with customer.wants("…") as journey:'
    )


def _skip_if_stopped(stage: Stage, error: Exception) -> None:
    """Skip when a script's own Playwright call ended the last journey: that proves nothing of a company."""
    last = stage.journeys[-1] if stage.journeys else None
    if last is None or last.judgement is not None or not last.timeline.of("blocked", "lost_browser"):
        return
    last.judgement = judge(last.timeline, ())
    pytest.skip(f"{UNSURE}{last.judgement.headline}")


def _skip_if_left(stage: Stage) -> None:
    """Skip a test that asks after the journey for what its block, left early, never got to name."""
    for journey in stage.journeys:
        left = journey.timeline.of("gave_up", "outage")
        if journey.judgement is None and left:
            if left[0][1].kind == "outage":
                journey.judgement = judge(journey.timeline, ())
            pytest.skip(f"{UNSURE}the customer had left: {left[0][1].sentence or journey.goal}")
