"""Bad input and bad luck: each a clear sentence, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project, Ran

LOOK = """
def test_look(customer):
    with customer.wants("to look around", expects=errors_met(at_most=0)):
        customer.open("/")
"""
MOON = 'extends = "ordinary"\ntitle = "Moon"\nstory = "Far."\n'


@pytest.mark.parametrize(
    ("option", "file", "sentence"),
    [
        ("--persona=hurried_parrot", "", "Did you mean 'hurried-parent'? There are: "),
        ("--persona=moon", 'title = "Moon', "personas/moon.toml, line 1: this is not TOML"),
        (
            "--persona=moon",
            f'{MOON}mod = "x"',
            "personas/moon.toml: mod: there is no such key. Did you mean 'mood'?",
        ),
        ("--persona=moon", f'{MOON}[patience]\npage = "8 parsecs"', "personas/moon.toml: patience.page: "),
        ("--persona=moon", f"{MOON}[patience]\npage = 8", "personas/moon.toml: patience.page: "),
        ("--cx-budget=10 parsecs", "", "--cx-budget: Cannot read the length of time '10 parsecs'."),
        ("--cx-days=0", "", "--cx-days 0: a worst day takes at least 1 day."),
        ("--cx-days=many", "", "argument --cx-days: invalid int value: 'many'"),
        ("--cx-pace=fast", "", "invalid choice: 'fast'"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    project: Project, quickly: Callable[..., Ran], option: str, file: str, sentence: str
) -> None:
    """Exit code 4 and one sentence, before anything is collected or opened."""
    project.write(LOOK)
    if file:
        project.write_file("personas/moon.toml", file)

    ran = quickly(project, option)

    assert 4 == ran.code
    assert sentence in ran.said
    assert "Traceback" not in ran.said
    assert "collected" not in ran.said
    assert not project.out.exists()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("cxprobe.toml", 'persona = "pirre"', "Did you mean 'pierre'?"),
        ("cxprobe.toml", 'budget = "10 parsecs"', "cxprobe.toml: budget: Cannot read the length of time"),
        (
            "cxprobe.toml",
            'bugdet = "10 min"',
            "cxprobe.toml: bugdet: there is no such key. Did you mean 'budget'?",
        ),
        ("cxprobe.toml", "budget = ", "cxprobe.toml, line 1: this is not TOML"),
        (
            "test_teapots.py",
            "import pytest\n@pytest.mark.persona('pirre')\ndef test_x(customer): pass",
            "Did you mean 'pierre'?",
        ),
    ],
)
def test_what_is_written_wrong_is_said_while_collecting(
    project: Project, quickly: Callable[..., Ran], name: str, text: str, sentence: str
) -> None:
    """A mistake in settings or in a marker is an error of collecting: nobody visits, and no traceback."""
    project.write(LOOK)
    project.write_file(name, text)

    ran = quickly(project)

    assert ran.code in (2, 4)
    assert sentence in ran.said
    assert "Traceback" not in ran.said
    assert "During handling" not in ran.said
    assert "cxprobe/plugin" not in ran.said
    assert not project.out.exists()


def test_a_settings_mistake_does_not_bother_other_tests(project: Project) -> None:
    """Tests without customers run, whatever cxprobe's settings say."""
    project.write_file("cxprobe.toml", "nonsense")
    project.write_file("test_plain.py", "def test_plain(): pass")

    assert 0 == project.bare().code


def test_a_machine_without_a_browser(project: Project) -> None:
    """Without a browser the tests are errors that say what to type, and nothing of how we looked."""
    project.write(LOOK)

    ran = project.run(CXPROBE_BROWSER="/nowhere/chrome")

    assert 1 == ran.code
    assert {"test_look[ordinary]": "ERROR"} == ran.statuses
    assert "CXPROBE_BROWSER names '/nowhere/chrome', which is no file that can be run." in ran.said
    assert "Traceback" not in ran.said


def test_no_browser_names_the_command(project: Project) -> None:
    """Where no browser is found at all, the message names `cxprobe install-browser`."""
    project.write(LOOK)

    ran = project.run(PATH="/nowhere", PLAYWRIGHT_BROWSERS_PATH="/nowhere", HOME=str(project.folder))

    assert {"test_look[ordinary]": "ERROR"} == ran.statuses
    assert "cxprobe install-browser" in ran.message("test_look[ordinary]")


def test_another_browser_is_refused_with_a_reason(project: Project) -> None:
    """The fence is kept in Chromium only, so another browser is refused in one sentence."""
    project.write(LOOK)

    ran = project.run("--browser=firefox")

    assert {"test_look[ordinary]": "ERROR"} == ran.statuses
    assert "can be kept in Chromium only, not in firefox" in ran.said


def test_an_unknown_customer_arrives(project: Project) -> None:
    """`customers.arrive` of nobody we know is a mistake in the test."""
    project.write("def test_two(customers): customers.arrive('pirre')")

    ran = project.run()

    assert {"test_two[ordinary]": "ERROR"} == ran.statuses
    assert "Did you mean 'pierre'?" in ran.message("test_two[ordinary]")


KILL = """
import os, signal
from pathlib import Path

def children(process):
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = file.read_text().rsplit(")", 1)
        except OSError:
            continue
        if int(rest.split()[1]) == process:
            yield int(file.parent.name), name.split("(", 1)[1]
            yield from children(int(file.parent.name))

def kill_browser():
    for process, name in list(children(os.getpid())):
        if "chrom" in name or "headless" in name:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

def test_by_verb(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/")
        kill_browser()
        customer.press("Order")
    journey.expect(resolved())

def test_by_page(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/")
        kill_browser()
        customer.page.click("text=Order")
    journey.expect(resolved())

def test_after(customer):
    order(customer).expect(resolved())
"""


def test_a_browser_killed_midway(project: Project) -> None:
    """The journey is saved, we could not tell, and the next test gets a new browser."""
    project.write(KILL)

    ran = project.run()
    saved = {journey["test"].split("::")[1]: journey for journey in project.journeys()}

    assert "SKIPPED" == ran.statuses["test_by_verb[ordinary]"]
    assert "SKIPPED" == ran.statuses["test_by_page[ordinary]"]
    assert "PASSED" == ran.statuses["test_after[ordinary]"]
    assert "the browser went away" in ran.message("test_by_verb[ordinary]")
    assert {"goal", "lost_browser"} <= {each["kind"] for each in saved["test_by_page[ordinary]"]["moments"]}


@pytest.mark.parametrize("workers", [(), ("-n1",)])
def test_a_folder_that_cannot_be_written(project: Project, workers: tuple[str, ...]) -> None:
    """The verdict stands, and the scorecard says that the journey was not kept, by a worker too."""
    project.write(LOOK + "\ndef test_lost(customer): order(customer, '/unkind-form').expect(resolved())")
    project.out.write_text("a file where a folder should be", "utf-8")
    project.write_file(".cxprobe", "and another one")

    ran = project.run(*workers)

    assert "1 failed, 1 passed" in ran.said
    assert "The journey could not be written to" in ran.said
    assert "INTERNALERROR" not in ran.said


@pytest.mark.parametrize(
    ("gives", "sentence"),
    [
        ("Misfortune(**{**GOOD, 'way_out': ''})", "The misfortune 'fog' needs a way out"),
        ("Misfortune(**{**GOOD, 'id': 'typos'})", "There are two misfortunes 'typos'."),
        ("Misfortune(id='fog')", "TypeError: "),
    ],
)
@pytest.mark.parametrize("option", ["", "-n1"])
def test_a_misfortune_that_cannot_be_meant_is_told_by_its_file(
    project: Project, quickly: Callable[..., Ran], option: str, gives: str, sentence: str
) -> None:
    """Exit code 4 and one sentence, before anybody visits."""
    good = "dict(id='fog', sentence='s', kind='way', slot='s', way_out='w', befall=lambda c, v: c)"
    project.write_file(
        "conftest.py",
        f"from cxprobe import Misfortune\nGOOD = {good}\n"
        f"def pytest_cxprobe_misfortunes():\n    return [{gives}]\n",
    )
    project.write(LOOK)

    ran = quickly(project, "--persona=ordinary", *filter(None, [option]))

    assert 4 == ran.code, ran.said
    assert f"conftest.py: pytest_cxprobe_misfortunes: {sentence}" in ran.said
    assert "Traceback" not in ran.said
    assert "INTERNALERROR" not in ran.said


def test_a_worker_tells_of_a_folders_misfortunes(project: Project) -> None:
    """A conftest.py that only a worker meets is named by each test, and no worker crashes."""
    project.write_file("deeper/conftest.py", "def pytest_cxprobe_misfortunes():\n    return [Fog()]\n")
    project.write_file("deeper/test_fog.py", LOOK)

    ran = project.run("-n1", "deeper/..")

    assert "1 error" in ran.said, ran.said
    assert "conftest.py: pytest_cxprobe_misfortunes: NameError: name 'Fog' is not defined" in ran.said
    assert "crashed" not in ran.said
    assert "INTERNALERROR" not in ran.said
