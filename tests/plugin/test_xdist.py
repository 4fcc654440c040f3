"""Many workers, one run: one seed, one folder, one scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project


def test_two_workers_are_one_run(project: Project) -> None:
    """Every persona's days are explored by either worker, and the controller tells all of it."""
    look = """
        def test_look(customer, tmp_path, cxprobe_run):
            assert not list(tmp_path.iterdir())
            (tmp_path / "note").write_text("x")
            with open("log", "a") as file:
                print(cxprobe_run.seed, cxprobe_run.folder, os.getpid(), file=file)
            with customer.wants("to look around", expects=errors_met(at_most=0)):
                customer.open("/thanks")
        """
    for name in "one", "two":
        project.write(look, f"test_{name}.py")

    options = ("-n2", "--cx-days=3", "--persona=unlucky", "--persona=pierre", "--persona=hasty")
    ran = project.bare(f"--base-url={project.url}", *options)
    seeds, folders, workers = ({line.split()[place] for line in project.log()} for place in range(3))

    assert 0 == ran.code
    assert "6 journeys: 6 served" in ran.said
    assert 1 == len(seeds)
    assert f"--cx-seed {seeds.pop()})" in ran.said
    assert 1 == len(folders) == len(list((project.folder / ".cxprobe/runs").iterdir()))
    assert 2 == len(workers)
    assert 2 * (3 + 1 + 1) == len(project.log())


def test_a_worker_tells_the_broken_day(project: Project) -> None:
    """A day found by a worker is told by the controller as it would be without workers."""
    project.write("def test_order(customer): order(customer, '/no-apostrophes').expect(resolved())")

    ran = project.run("-n1", "--persona=unlucky", "--cx-seed=1")

    assert 1 == ran.code
    assert "It takes one thing: an apostrophe in the name (O'Brien)." in ran.said
    assert "1 journey: 1 lost" in ran.said
    assert "(the same again: --cx-seed 1)" in ran.said


@pytest.mark.parametrize(("dist", "share"), [("load", 30.0), ("loadfile", 15.0)])
def test_a_budget_lasts_for_whoever_gets_every_test(project: Project, dist: str, share: float) -> None:
    """Spread over workers each test has twice the time; where a file's stay together none is left out."""
    project.write(
        f"""
        def test_share(cxprobe_run, request):
            assert 0.9 * {share} < cxprobe_run.share(request.session.items) <= {share}

        @pytest.mark.skip(reason="only counted, as tests to explore: a visit would prove nothing here")
        @pytest.mark.parametrize("number", range(4))
        def test_counted(customer, number): pass
        """
    )

    ran = project.bare("-n2", f"--dist={dist}", "--persona=worst-day", "--cx-budget=1 min")

    assert "1 passed, 4 skipped" in ran.said, ran.said
