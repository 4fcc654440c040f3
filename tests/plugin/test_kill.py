"""A run that is killed leaves a store that can be read, and no browser."""

from __future__ import annotations

import os
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxprobe.ledger.days import shelves

if TYPE_CHECKING:
    from tests.plugin.conftest import Project


def living(mark: str) -> list[str]:
    """The names of all processes whose environment holds a mark."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (entry / "environ").read_bytes():
                found.append((entry / "comm").read_text("utf-8").strip())
        except OSError:  # it ended in between
            continue
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are known by what /proc says")
def test_a_killed_run_leaves_a_store_and_no_browser(project: Project) -> None:
    """Killed in the middle of a day: everything kept can be read, nothing runs on, the next run does."""
    project.write(
        """
        def test_look(customer):
            with customer.wants("to look around", expects=errors_met()):
                customer.open("/thanks")
            with open("log", "a") as file:
                print("lived", file=file)
            assert "double-clicks" not in dict(customer.scene.day.misfortunes)
        """
    )
    mark = uuid.uuid4().hex
    process = project.start("--persona=unlucky", "--cx-days=500", f"--base-url={project.url}", MARK=mark)
    while len(project.log()) < 12 and process.poll() is None:
        time.sleep(0.02)
    before = living(mark)
    os.kill(process.pid, 9)
    process.communicate()
    deadline = time.monotonic() + 5
    while living(mark) and time.monotonic() < deadline:
        time.sleep(0.05)
    (shelf,) = shelves(project.folder / ".cxprobe/days")
    shelf.kept()

    assert len(before) > 2, "a browser was alive"
    assert [] == living(mark)
    assert [] == shelf.unreadable
    assert project.run("--persona=unlucky", "--cx-days=2").code in (0, 1)
