"""pytest's way in: options, fixtures, and the hooks that let one item live several days.

This module is imported by every pytest run of whoever has cxprobe installed, so it imports nothing
but pytest; everything else waits until a cxprobe fixture is used.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.plugin.fixtures import (  # noqa: F401 -- pytest finds fixtures among a plugin's names
    customer,
    customers,
    cxprobe_browsers,
    cxprobe_company,
    cxprobe_mailbox,
    cxprobe_persona,
    cxprobe_run,
    cxprobe_site,
)
from cxprobe.plugin.ticket import Ticket

if TYPE_CHECKING:
    from cxprobe.plugin.run import Run

RUN: pytest.StashKey[Run] = pytest.StashKey()
TICKET: pytest.StashKey[Ticket] = pytest.StashKey()
_REFUSED: pytest.StashKey[str] = pytest.StashKey()
_FIXTURE = "customers"


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Let other packages add misfortunes."""
    from cxprobe import hookspecs

    pluginmanager.add_hookspecs(hookspecs)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of cxprobe, in one group."""
    group = parser.getgroup("cxprobe", "cxprobe: synthetic customers")
    group.addoption(
        "--persona",
        action="append",
        default=[],
        metavar="NAME",
        help="who visits; can be repeated. `cxprobe personas` lists them. worst-day lives many days",
    )
    group.addoption(
        "--cx-days", type=int, metavar="N", help="days to explore for a persona like worst-day (12)"
    )
    group.addoption(
        "--cx-budget", metavar="TIME", help='most time to explore days, shared between the tests: "10 min"'
    )
    group.addoption(
        "--cx-profile",
        choices=("pr", "nightly", "hunt", "replay"),
        help="how far to explore days: soon done, a night, for hours, or only those that broke before",
    )
    group.addoption(
        "--cx-worst",
        choices=("effort", "waiting", "repeats"),
        default="",
        help="what days drawn by chance are to be the worst of",
    )
    group.addoption("--cx-replay", metavar="ID", help="live one kept day again: GUS-7F3K")
    group.addoption(
        "--cx-seed", type=int, metavar="N", help="draw the same customers and days as an earlier run"
    )
    group.addoption(
        "--cx-strict", action="store_true", help="fail what is kept only within its at_worst threshold"
    )
    group.addoption(
        "--cx-inconclusive",
        choices=("skip", "fail"),
        default="skip",
        help="what becomes of a journey that we could not judge (skip)",
    )
    group.addoption(
        "--cx-pace",
        choices=("computed", "human"),
        default="computed",
        help="whether human seconds are computed or really waited out (computed)",
    )
    group.addoption("--cx-out", metavar="DIR", help="where journeys are written (.cxprobe/runs/…)")


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers, and refuse what cannot be meant before anything is collected."""
    config.addinivalue_line("markers", "persona(*names): who visits, unless --persona says otherwise")
    config.addinivalue_line("markers", "touchpoint(name): the touchpoint this test is about, for reports")
    config.pluginmanager.register(Scorecard(config), "cxprobe-scorecard")
    option = config.option
    if option.cx_replay:
        _run(config).begin_replay()
    if option.persona or option.cx_budget is not None or option.cx_days is not None:
        _run(config).check_personas()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each persona that is to visit."""
    if _FIXTURE not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("persona")
    wrong = ""
    try:
        names = _run(metafunc.config).personas(marker.args if marker else ())
    except pytest.UsageError as error:
        wrong = str(error)
    if wrong:  # out here, so that it is said once: a failure while an error is handled tells both
        pytest.fail(wrong, pytrace=False)
    metafunc.parametrize("cxprobe_persona", names, indirect=True, ids=names)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave only the test whose kept day is to be lived again."""
    kept = _run(config).replaying if config.option.cx_replay else None
    if kept is None:
        return
    mine = [item for item in items if item.nodeid == kept.scenario]
    if not mine:
        raise pytest.UsageError(f"CANNOT BE REPLAYED: {kept.scenario} is not among the tests collected here.")
    config.hook.pytest_deselected(items=[item for item in items if item not in mine])
    items[:] = mine


def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuse misfortunes that cannot be meant, now that every conftest.py is known, before anybody visits.

    An xdist worker that raised here would be told as a crash; its tests are told why instead.
    """
    if not any(_concerns(item) for item in session.items):
        return
    try:
        _ = _run(session.config).catalogue
    except pytest.UsageError as error:
        if not hasattr(session.config, "workerinput"):
            raise
        session.config.stash[_REFUSED] = str(error)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Live an item that has customers: on one day, or on many."""
    if not _concerns(item) or _REFUSED in item.config.stash:
        return None
    from cxprobe.plugin.driving import drive_item

    drive_item(item, nextitem, _run(item.config))
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Make a skip of what a fixture's customer could not tell."""
    if not _concerns(item):
        return (yield)
    if _REFUSED in item.config.stash:
        pytest.fail(item.config.stash[_REFUSED], pytrace=False)
    from cxprobe.plugin.ending import began_well

    with began_well(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Make a skip of what we could not tell, and an error of a journey that nobody judged."""
    if not _concerns(item):
        return (yield)
    from cxprobe.plugin.ending import ended_well

    with ended_well(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Say our own errors in their own words, without the way they took through our code."""
    report = yield
    if call.excinfo is not None and _concerns(item):
        from cxprobe.plugin.ending import in_plain_words

        in_plain_words(item, report, call.excinfo)
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """A mistake in a test is an error: the company did not fail."""
    return ("error", "E", "ERROR") if report.failed and getattr(report, "cxprobe_mistake", False) else None


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Give an xdist worker the run's seed and folder."""
    node.workerinput["cxprobe"] = ticket(node.config).to_json()


class Scorecard:
    """What is told at the end of a session: an entry for each journey, of this process or a worker's."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._entries: list[dict[str, Any]] = []
        self._searches: list[dict[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect the entries of a test."""
        self._entries.extend(getattr(report, "cxprobe", ()))
        if search := getattr(report, "cxprobe_days", None):
            self._searches.append(search)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """End a blind night non-zero: too much of what was tried could not be judged."""
        if self._entries and not hasattr(self._config, "workerinput"):
            _run(self._config).finish(session, self._entries)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """The scorecard."""
        if self._entries or self._searches:
            _run(self._config).summarise(terminalreporter, self._entries, self._searches)


def _concerns(item: pytest.Item) -> bool:
    return _FIXTURE in getattr(item, "fixturenames", ())


def ticket(config: pytest.Config) -> Ticket:
    """The ticket of this session, drawn when it is first needed."""
    if TICKET not in config.stash:
        config.stash[TICKET] = Ticket.of(config)
    return config.stash[TICKET]


def _run(config: pytest.Config) -> Run:
    """The run of this session, made when it is first needed."""
    if RUN not in config.stash:
        from cxprobe.plugin.run import Run

        config.stash[RUN] = Run.of(config, ticket(config))
    return config.stash[RUN]
