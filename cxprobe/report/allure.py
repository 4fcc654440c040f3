"""Stands in for allure-pytest while an item's days are driven, so that only the chosen day is told.

Imports Allure: import this module only once a test of cxprobe runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pytest
from allure_commons.model2 import Label, Link, Parameter, StatusDetails, TestResult
from allure_commons.types import LabelType
from allure_commons.utils import SafeFormatter, host_tag, md5, now, platform_label, represent, thread_tag
from allure_pytest import utils as allure_pytest  # type: ignore[import-untyped]

from cxprobe.report.allure_result import fill
from cxprobe.report.story import Story

LISTENER = "allure_listener"
"""The name under which allure-pytest registers what writes results, given `--alluredir`."""
_KEPT = ("steps", "attachments", "labels", "links", "parameters")
_SAID = ("name", "description", "descriptionHtml")


@dataclass(slots=True)
class Kept:
    """What a test itself said to Allure on one day: steps, attachments, labels, links, parameters, title."""

    lists: dict[str, list[Any]] = field(default_factory=dict)
    said: dict[str, str | None] = field(default_factory=dict)

    def files(self) -> set[str]:
        """The names of the files the day attached, its steps' included."""
        return set(_sources(self.lists.get("attachments", []), self.lists.get("steps", [])))


def _sources(attachments: list[Any], steps: list[Any]) -> Iterator[str]:
    yield from (each.source for each in attachments)
    for step in steps:
        yield from _sources(step.attachments, step.steps)


class Desk(Protocol):
    """What the plugin tells of an item's days; without `--alluredir` it does nothing."""

    def muted(self, item: pytest.Item) -> AbstractContextManager[None]:
        """A context in which allure-pytest hears nothing of an item: around all its days."""

    def fresh(self) -> None:
        """Before a day: nothing of an earlier day is left on the result."""

    def keep(self) -> Kept:
        """After a day: what the test said to Allure on it."""

    def publish(
        self,
        item: pytest.Item,
        kept: Kept,
        stories: Sequence[Story],
        *,
        status: str | None = None,
        message: str | None = None,
        trace: str | None = None,
    ) -> None:
        """After all days, still muted: complete the result with the chosen day's stories."""


class NoDesk:
    """A desk for runs without `--alluredir`."""

    @contextmanager
    def muted(self, item: pytest.Item) -> Iterator[None]:
        """Nothing to mute."""
        yield

    def fresh(self) -> None:
        """Nothing to empty."""

    def keep(self) -> Kept:
        """Nothing kept."""
        return Kept()

    def publish(
        self,
        item: pytest.Item,
        kept: Kept,
        stories: Sequence[Story],
        *,
        status: str | None = None,
        message: str | None = None,
        trace: str | None = None,
    ) -> None:
        """Nothing to publish."""


class AllureDesk:
    """Stands in for allure-pytest while an item's days are driven, and publishes one of them.

    allure-pytest schedules a result before our protocol hook and writes it after; between the two it is
    taken off pytest's plugin manager. It stays on Allure's own, so a test's `allure.step` and the like
    still act on the scheduled result.
    """

    def __init__(self, config: pytest.Config, listener: Any) -> None:
        self._config = config
        self._listener = listener
        self._days: list[Kept] = []

    @classmethod
    def of(cls, config: pytest.Config) -> Desk:
        """The desk of a run: one that does nothing unless `--alluredir` was given."""
        listener = config.pluginmanager.get_plugin(LISTENER)
        return cls(config, listener) if listener else NoDesk()

    @contextmanager
    def muted(self, item: pytest.Item) -> Iterator[None]:
        """A context in which allure-pytest hears nothing of an item: around all its days."""
        manager = self._config.pluginmanager
        stand_in = _FixtureEnds(self._listener)
        self._days = []
        manager.unregister(self._listener)
        manager.register(stand_in)
        try:
            yield
        finally:
            manager.unregister(stand_in)
            manager.register(self._listener, LISTENER)

    def fresh(self) -> None:
        """Before a day: nothing of an earlier day is left on the result."""
        result = self._result()
        for name in _KEPT:
            setattr(result, name, [])
        for name in _SAID:
            setattr(result, name, None)

    def keep(self) -> Kept:
        """After a day: what the test said to Allure on it."""
        result = self._result()
        kept = Kept(
            {name: list(getattr(result, name)) for name in _KEPT},
            {name: getattr(result, name) for name in _SAID},
        )
        self._days.append(kept)
        return kept

    def publish(
        self,
        item: pytest.Item,
        kept: Kept,
        stories: Sequence[Story],
        *,
        status: str | None = None,
        message: str | None = None,
        trace: str | None = None,
    ) -> None:
        """After all days, still muted: complete the result with the chosen day's stories.

        Without a story (an error before the journey) the result says `status`, `message` and `trace`.
        Files that other days attached are removed.
        """
        result = self._result()
        for name, value in {**kept.lists, **kept.said}.items():
            setattr(result, name, list(value) if isinstance(value, list) else value)
        _identify(result, item)
        if stories:
            fill(result, stories, status=status, message=message)
        else:
            result.name, result.stop = _title(item), now()  # type: ignore[no-untyped-call]
            result.status = status or "broken"
            result.statusDetails = StatusDetails(message=message, trace=trace) if message or trace else None
        for name, value in {**_marked(item), **{k: v for k, v in kept.said.items() if v}}.items():
            setattr(result, name, value)
        result.historyId = _history(result, item)
        self._forget(kept)

    def _result(self) -> TestResult:
        result: TestResult = self._listener.allure_logger.get_test(None)
        return result

    def _forget(self, chosen: Kept) -> None:
        """Remove the files that days attached which were not chosen."""
        folder = Path(self._config.option.allure_report_dir)
        left = {name for day in self._days for name in day.files()} - chosen.files()
        for name in left:
            (folder / name).unlink(missing_ok=True)
        self._days = []


class _FixtureEnds:
    """Hears only the end of wider fixtures that allure-pytest opened before it was muted."""

    def __init__(self, listener: Any) -> None:
        self._listener = listener

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_post_finalizer(self, fixturedef: Any) -> Iterator[None]:
        """Pass the end of a fixture on."""
        yield from self._listener.pytest_fixture_post_finalizer(fixturedef)


def _title(item: pytest.Item) -> str:
    """The first line of the test's docstring, else its name."""
    doc = getattr(getattr(item, "obj", None), "__doc__", None) or ""
    return (doc.strip().splitlines() or [item.name])[0].strip() or item.name


def _marked(item: pytest.Item) -> Mapping[str, str]:
    """Title and description that the test's own Allure decorators say; nothing where they say nothing."""
    callspec = getattr(item, "callspec", None)
    known = {"param_id": getattr(callspec, "id", ""), **getattr(callspec, "params", {})}
    title = allure_pytest.allure_title(item) or ""
    said = {
        "name": SafeFormatter().format(title, **known),
        "description": allure_pytest.get_marker_value(item, allure_pytest.ALLURE_DESCRIPTION_MARK),
        "descriptionHtml": allure_pytest.allure_description_html(item),
    }
    return {key: value for key, value in said.items() if value}


def _identify(result: TestResult, item: pytest.Item) -> None:
    """What tells tests apart and where they belong, as allure-pytest would say it."""
    result.fullName = allure_pytest.allure_full_name(item)
    result.titlePath = list(allure_pytest.allure_title_path(item))
    result.testCaseId = md5(result.fullName)  # type: ignore[no-untyped-call]
    named = {each.name for each in result.parameters}
    params = {name: represent(value) for name, value in _params(item).items()}  # type: ignore[no-untyped-call]
    result.parameters += [Parameter(name=n, value=v) for n, v in params.items() if n not in named]
    known = {(label.name, label.value) for label in result.labels}
    result.labels += [Label(name=n, value=v) for n, v in _labels(item) if (n, v) not in known]
    result.links += [Link(kind, url, name) for kind, url, name in allure_pytest.allure_links(item)]


def _labels(item: pytest.Item) -> list[tuple[str, str]]:
    """The labels of the test's own decorators, its markers, and where and by what it was run."""
    labels = sorted(allure_pytest.allure_labels(item), key=str)
    labels += [(LabelType.TAG, each) for each in allure_pytest.pytest_markers(item)]
    labels += allure_pytest.allure_suite_labels(item)
    run = {
        LabelType.HOST: host_tag(),  # type: ignore[no-untyped-call]
        LabelType.THREAD: thread_tag(),  # type: ignore[no-untyped-call]
        LabelType.FRAMEWORK: "pytest",
        LabelType.LANGUAGE: platform_label(),  # type: ignore[no-untyped-call]
        "package": allure_pytest.allure_package(item),
    }
    return list(dict.fromkeys([*labels, *run.items()]))


def _history(result: TestResult, item: pytest.Item) -> str:
    """The same every night for a test, its parameters and its persona; day, customer and seed left out."""
    history: str = allure_pytest.get_history_id(result.fullName, result.parameters, _params(item))
    return history


def _params(item: pytest.Item) -> Mapping[str, Any]:
    """The test's own parameters; those of cxprobe (`cx…`, `_cx…`, `persona…`) are told as the persona."""
    params: dict[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
    own = ("cx", "_cx", "persona", "_persona")
    return {name: value for name, value in params.items() if not name.startswith(own)}
