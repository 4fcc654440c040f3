"""A broken day gets an id, and is lived again by it: still broken, fixed, or not to be replayed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plugin.conftest import Project

STORE = ".cxprobe/days"
ORDER = "def test_order(customer): order(customer, '{}').expect(resolved())\n"
OTHER = "def test_other(customer): pass\n"


def broken_by(misfortune: str, project: Project) -> Path:
    """The kept file of the day that is this misfortune alone; a loaded machine may have kept others."""
    kept = [(file, json.loads(file.read_text("utf-8"))) for file in (project.folder / STORE).rglob("*.json")]
    (file,) = [file for file, day in kept if set(day["misfortunes"]) == {misfortune}]
    return file


def test_a_broken_day_is_lived_again_by_its_id(project: Project) -> None:
    """It fails while it breaks, whatever else is collected; once mended it passes, and the store knows."""
    project.write(ORDER.format("/no-apostrophes"))
    first = project.run("--persona=unlucky", "--cx-days=8", "--cx-seed=3")
    file = broken_by("apostrophe-name", project)
    name = json.loads(file.read_text("utf-8"))["id"][:8]
    project.write(ORDER.format("/no-apostrophes") + OTHER)
    project.write("raise RuntimeError", "test_of_somebody_else.py")
    again = project.run(f"--cx-replay={name}")
    project.write(ORDER.format("/"))
    mended = project.run(f"--cx-replay={name.lower()}")

    assert name.startswith("UNA-")
    assert f"To live it again: pytest --cx-replay {name}" in first.said
    assert (1, "STILL BROKEN: Unlucky Una could not order" in again.said) == (again.code, True)
    assert "1 failed, 1 deselected" in again.said
    assert f"{name}: STILL BROKEN: Unlucky Una could not order" in again.said
    assert (0, "+++ FIXED" in mended.said) == (mended.code, True)
    assert f"{name}: FIXED: 3 visits, and none broke" in mended.said
    assert "fixed" == json.loads(file.read_text("utf-8"))["state"]


def test_a_day_is_lived_again_where_it_broke(project: Project) -> None:
    """Without a word about the site it visits the one it was found at; another is known by itself."""
    project.write(ORDER.format("/no-apostrophes"))
    project.run("--persona=unlucky", "--cx-days=8", "--cx-seed=3")
    file = broken_by("apostrophe-name", project)
    kept = json.loads(file.read_text("utf-8"))
    found_at = kept["events"][0]["site"]

    alone = project.bare(f"--cx-out={project.out}", f"--cx-replay={kept['id'][:8]}")
    kept["events"][0]["site"] = "https://shop.example"
    file.write_text(json.dumps(kept), "utf-8")
    project.write(ORDER.format("/"))
    here = project.run(f"--cx-replay={kept['id'][:8]}")

    assert "STILL BROKEN: Unlucky Una could not order" in alone.said
    assert f"Visited: {found_at}" in alone.said.replace("\n", " ")
    assert "FIXED: 3 visits, and none broke" in here.said
    assert "broken" == json.loads(file.read_text("utf-8"))["state"], "in the shop it is as it was"


def test_what_cannot_be_replayed_says_why(project: Project) -> None:
    """An unknown id, a test that is gone, a misfortune that is gone."""
    project.write(ORDER.format("/"))
    day = {"version": 1, "misfortunes": {"struck-by-lightning": True}, "persona": "unlucky", "who": "una"}
    file = project.write_file(
        ".cxprobe/days/order/any.json", json.dumps({**day, "scenario": "test_gone.py::x"})
    )
    unknown = project.run("--cx-replay=GUS-0000")
    gone = project.run("--cx-replay=UNA")
    file.write_text(json.dumps({**day, "scenario": "test_teapots.py::test_order[unlucky]"}), "utf-8")
    missing = project.run("--cx-replay=UNA")

    assert (4, "No broken day 'GUS-0000'" in unknown.said) == (unknown.code, True)
    assert (4, "CANNOT BE REPLAYED: test_gone.py::x is not among" in gone.said) == (gone.code, True)
    assert {"test_order[unlucky]": "SKIPPED"} == {
        name: "SKIPPED" for name in ["test_order[unlucky]"] if "1 skipped" in missing.said
    }
    assert "here nobody can meet struck-by-lightning" in missing.said.replace("\n", " ")
