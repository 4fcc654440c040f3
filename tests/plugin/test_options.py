"""How cxprobe fits into pytest: its entry point, its options, and who visits."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project, Ran

LOOK = """
from cxprobe import errors_met

def test_look(customer):
    with customer.wants("to look around", expects=errors_met(at_most=0)):
        customer.open("/")
"""


def test_the_plugin_is_found_once() -> None:
    """There is plugin of that name, and it is this one."""
    assert ["cxprobe.plugin"] == [each.value for each in entry_points(group="pytest11", name="cxprobe")]


def test_a_conftest_that_loads_it_again_does_no_harm(project: Project) -> None:
    """The repository's own conftest.py, beside an installed plugin, registers nothing twice."""
    own = Path(__file__).resolve().parents[2] / "conftest.py"
    project.write_file("conftest.py", own.read_text("utf-8"))
    project.write_file("test_plain.py", "def test_plain(): pass")

    ran = project.bare("--trace-config")

    assert 0 == ran.code
    assert 1 == ran.said.count("    cxprobe             :")


def test_options_stand_in_one_group(project: Project) -> None:
    """`pytest --help` tells all of cxprobe's options in one place, each with a word of help."""
    said = project.bare("--help").said
    group = said.split("cxprobe: synthetic customers:")[1].split("\n\n")[0]
    options = [line.split()[0].split("=")[0] for line in group.splitlines() if line.startswith("  -")]

    assert "--persona" in options[0]
    assert {"--cx-days", "--cx-budget", "--cx-seed", "--cx-strict"} < set(options)
    assert {"--cx-inconclusive", "--cx-pace", "--cx-out"} < set(options)
    assert "--cx-" not in said.replace(group, "")


def test_a_run_without_customers_imports_nothing_heavy(project: Project) -> None:
    """Whoever has cxprobe installed and does not use it pays nothing, with workers neither."""
    heavy = ("playwright.sync_api", "pydantic", "faker", "starlette", "cxprobe.settings", "cxprobe.customer")
    project.write_file(
        "test_plain.py",
        f"""
        import sys
        def test_plain():
            assert [] == [name for name in {heavy!r} if name in sys.modules]
        """,
    )
    project.write_file(
        "conftest.py",
        f"""
        import sys
        def pytest_sessionfinish():
            assert [] == [name for name in {heavy!r} if name in sys.modules]
        """,
    )

    assert 0 == project.bare("-n1", "-p", "no:faker", "-p", "no:playwright").code
    assert not (project.folder / ".cxprobe").exists()


def test_collecting_starts_nothing(project: Project) -> None:
    """`--co` names a test for each persona, and neither a browser nor a folder comes of it."""
    project.write_file("test_teapots.py", LOOK)

    ran = project.bare("--co", "-qq", "--persona=ordinary", "--persona=unlucky", CXPROBE_BROWSER="nowhere")

    assert 0 == ran.code
    assert "test_teapots.py::test_look[ordinary]\ntest_teapots.py::test_look[unlucky]" in ran.said
    assert not (project.folder / ".cxprobe").exists()


@pytest.fixture(scope="module")
def who(shared_project: Project) -> Project:
    """A project whose tests say by marker who visits, or do not."""
    shared_project.write_file(
        "test_who.py",
        """
        import pytest

        def test_anybody(customers): pass

        @pytest.mark.persona("pierre", "hasty")
        def test_marked(customers): pass

        @pytest.mark.parametrize("colour", ["red", "blue"])
        class TestColours:
            def test_coloured(self, customers, colour): pass
        """,
    )
    return shared_project


def ids(ran: Ran) -> list[str]:
    """The collected tests, by name."""
    return [line.split("::")[-1] for line in ran.said.splitlines() if "::" in line]


def test_the_settings_name_who_visits(who: Project, quickly: Callable[..., Ran]) -> None:
    """Without a word on the command line or in the test it is the settings' persona."""
    settings = who.write_file("cxprobe.toml", 'persona = "pierre"')
    ran = quickly(who, "--co", "-q", "-k", "anybody")
    settings.unlink()

    assert ["test_anybody[pierre]"] == ids(ran)


def test_a_marker_names_who_visits(who: Project, quickly: Callable[..., Ran]) -> None:
    """A marker counts more than the settings, and may name several."""
    assert ["test_marked[pierre]", "test_marked[hasty]"] == ids(quickly(who, "--co", "-q", "-k", "marked"))


def test_the_command_line_names_who_visits(who: Project, quickly: Callable[..., Ran]) -> None:
    """--persona counts most; said twice it is still one visit."""
    ran = quickly(who, "--co", "-q", "-k", "marked", *["--persona=unlucky"] * 2, "--persona=hasty")

    assert ["test_marked[unlucky]", "test_marked[hasty]"] == ids(ran)


def test_personas_and_parameters_multiply(who: Project, quickly: Callable[..., Ran]) -> None:
    """A parametrized test is run for each value and each persona, and -k chooses among them."""
    both = ("--persona=hasty", "--persona=pierre")

    assert 4 == len(ids(quickly(who, "--co", "-q", "-k", "coloured", *both)))
    assert ["test_coloured[pierre-blue]"] == ids(quickly(who, "--co", "-q", "-k", "blue and pierre", *both))


def test_last_failed_runs_those_that_failed(project: Project) -> None:
    """`--lf` runs again what failed, for the persona it failed for."""
    project.write(
        """
        def test_good(customer): order(customer).expect(resolved())
        @pytest.mark.persona("pierre")
        def test_bad(customer): order(customer, "/english-only").expect(resolved())
        """
    )

    first, second = project.run(), project.run("--lf")

    assert {"test_good[ordinary]": "PASSED", "test_bad[pierre]": "FAILED"} == first.statuses
    assert {"test_bad[pierre]": "FAILED"} == second.statuses


def test_the_same_seed_draws_the_same_customer(project: Project) -> None:
    """--cx-seed repeats an earlier run's draws, 0 too; and the seed is printed."""
    many = (
        'extends = "ordinary"\ntitle = "Many"\nstory = "Any."\n[typing]\nkeys_per_minute = {from=90, to=300}'
    )
    project.write_file("personas/many.toml", many)
    project.write_file("test_teapots.py", LOOK)

    said = [project.run("--persona=many", "--cx-seed=0").said for _ in range(2)]
    customers = [journey["customer"] for journey in project.journeys()]

    assert all("--cx-seed 0)" in each for each in said)
    assert 1 == len({each["told"] for each in customers})


def test_the_demo_is_visited_where_no_site_is_named(project: Project) -> None:
    """Without a base URL the embedded company is."""
    project.write_file("test_teapots.py", LOOK)

    ran = project.bare(f"--cx-out={project.out}")

    assert 0 == ran.code
    assert project.journeys()[0]["site"].startswith("http://127.0.0.1:")


def test_stops_at_the_first_failure(project: Project) -> None:
    """`-x` stops after a lost journey, tears everything down, and what comes after is not run."""
    project.write(
        """
        @pytest.fixture(scope="module")
        def wide():
            yield
            with open("log", "a") as file: file.write("wide torn down\\n")

        def test_first(customer, wide): order(customer, "/unkind-form").expect(resolved())
        def test_second(customer, wide): order(customer).expect(resolved())
        """
    )

    ran = project.run("-x", "--persona=unlucky")

    assert {"test_first[unlucky]": "FAILED"} == ran.statuses
    assert "stopping after 1 failures" in ran.said
    assert ["wide torn down"] == project.log()


def test_without_a_terminal_reporter(project: Project) -> None:
    """`-p no:terminal` runs quietly, explored days too."""
    project.write_file("test_teapots.py", LOOK)

    options = (f"--base-url={project.url}", f"--cx-out={project.out}", "--persona=unlucky", "--cx-days=2")
    process = project.start("-p", "no:terminal", *options)
    said, _ = process.communicate(timeout=120)

    assert (0, "") == (process.returncode, said)
    assert 1 == len(project.journeys())


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_the_run_in_the_middle_of_a_day(project: Project) -> None:
    """An interrupt ends the search and the run, and leaves no browser behind."""
    import signal
    import time

    project.write(
        """
        def test_long(customer):
            with customer.wants("to wait") as journey:
                customer.open("/")
                with open("log", "a") as file: file.write(f"{os.getpid()}\\n")
                time.sleep(60)
            journey.expect(errors_met())
        """
    )
    process = project.start(f"--base-url={project.url}", "--persona=unlucky")
    ends = time.monotonic() + 60
    while not project.log() and time.monotonic() < ends:
        time.sleep(0.05)
    children = _descendants(int(project.log()[0]))
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=60)

    assert len(children) > 1
    assert 2 == process.returncode
    assert "KeyboardInterrupt" in said
    assert 1 == len(project.log())
    assert [] == [child for child in children if _alive(child)]


def _descendants(process: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text("utf-8").rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == process:
            found += [int(status.parent.name), *_descendants(int(status.parent.name))]
    return found


def _alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
