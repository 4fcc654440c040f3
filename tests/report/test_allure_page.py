"""Allure's own report page: what is taken out of it, and what is said when it cannot be made."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from cxprobe.errors import CxprobeError, UsageError
from cxprobe.report import allure_page
from cxprobe.report.allure_page import make_allure_report, without_calls_home

PAGE = """<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
    <meta charset="utf-8">
    <link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">
    <link rel="stylesheet" href="https://fonts.example/css">
    <script>window.allureReportOptions = {"theme": "light"}</script>
</head>
<body>
    <div id="app"></div>
    <script defer src="data:text/javascript;base64,Ly8="></script>
    <script async src="https://www.googletagmanager.com/gtag/js?id=G-LNDJ3J7WT0"></script>
    <script>
        window.dataLayer = window.dataLayer || [];
        function gtag(){dataLayer.push(arguments);}
        gtag('js', new Date());
    </script>
    <script defer>window.allureReportData = {"a": "https://shop.example/kept-as-text"}</script>
</body>
</html>
"""


def test_the_tag_manager_and_all_that_comes_from_outside_is_taken_out() -> None:
    """Script, its snippet and a foreign style sheet are gone; the page's own parts stay."""
    page = without_calls_home(PAGE)

    for gone in ("googletagmanager", "gtag", "dataLayer", "fonts.example"):
        assert gone not in page
    for kept in ("allureReportOptions", "data:image/svg+xml", "data:text/javascript;base64", "kept-as-text"):
        assert kept in page
    assert PAGE.count("<script") - 2 == page.count("<script") == page.count("</script>")


def test_the_browser_is_told_to_refuse_whatever_is_left() -> None:
    """A policy, first thing in the head."""
    head = without_calls_home(PAGE).split("<head>")[1]

    assert head.startswith('<meta http-equiv="Content-Security-Policy"')
    assert "http:" not in head.split(">")[0]


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A folder that looks like Allure results."""
    (tmp_path / "a-result.json").write_text("{}")
    return tmp_path


def test_without_node_the_error_says_what_to_install(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And that our own report needs none."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(CxprobeError, match=r"Node 20 or newer.*apt-get install nodejs npm.*cxprobe report"):
        make_allure_report(results, results / "out", print)


def test_without_results_it_is_a_mistake_in_what_was_typed(tmp_path: Path) -> None:
    """The message says how to get some."""
    with pytest.raises(UsageError, match=r"No Allure results.*pytest --alluredir"):
        make_allure_report(tmp_path, tmp_path / "out", print)


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A stand-in for npx: makes `page` unless it is empty, says `said`."""
    play: dict[str, Any] = {"page": PAGE, "said": "", "command": []}

    def run(command: list[str], *, cwd: Path, **options: Any) -> subprocess.CompletedProcess[str]:
        play["command"] = command
        if play["page"]:
            (cwd / "report").mkdir()
            (cwd / "report" / "index.html").write_text(play["page"])
        return subprocess.CompletedProcess(command, 0 if play["page"] else 1, "", play["said"])

    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr("subprocess.run", run)
    return play


def test_the_report_is_made_by_the_pinned_command_line(results: Path, command_line: dict[str, Any]) -> None:
    """One page, by one version, and the page is the quiet one."""
    said: list[str] = []

    page = make_allure_report(results, results / "out", said.append)

    assert results / "out" / "index.html" == page
    assert without_calls_home(PAGE) == page.read_text("utf-8")
    assert f"allure@{allure_page.VERSION}" in command_line["command"]
    assert "--single-file" in command_line["command"]
    assert 1 == len(said)


def test_what_the_command_line_complained_of_is_passed_on(
    results: Path, command_line: dict[str, Any]
) -> None:
    """With what to try next, and nothing half-made."""
    command_line.update(page="", said="npm error code ENOTFOUND")

    with pytest.raises(CxprobeError, match=r"(?s)ENOTFOUND.*npm view allure@"):
        make_allure_report(results, results / "out", print)
    assert not (results / "out").exists()


def test_a_place_that_cannot_be_written_is_a_clear_error(results: Path, command_line: dict[str, Any]) -> None:
    """A file stands where the folder should be."""
    with pytest.raises(CxprobeError, match="could not be written"):
        make_allure_report(results, results / "a-result.json", print)
