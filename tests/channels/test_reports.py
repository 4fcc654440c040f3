"""Reports: what a frame's watcher, or a page in its place, can deliver."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.reports import reports_in

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

PRESS = {"k": "press", "target": "Büy \U0001f600", "texts": ["a\\ud83d", "b"]}


@pytest.mark.parametrize(
    ("batch", "reports"),
    [
        (json.dumps([PRESS], ensure_ascii=False), [PRESS]),
        ([PRESS], [PRESS]),
        (r'["cut \ud83d", "\udc4d\ud83d", "\\\ud83d"]', ["cut \ufffd", "\ufffd\ufffd", "\\\ufffd"]),
        ("[1, 2", []),
        ("[" * 100_000, []),
        (json.dumps(["x" * 4_000_000]), []),
        (json.dumps({"k": "press"}), []),
        ('"[1]"', []),
        (7, []),
        (None, []),
    ],
    ids=[
        "JSON",
        "a tree",
        "half characters",
        "torn",
        "deep",
        "long",
        "an object",
        "a text",
        "a number",
        "nothing",
    ],
)
def test_a_delivery_is_a_list_whole_or_as_json(batch: object, reports: list[Any]) -> None:
    """What is neither holds no report, and nothing is raised over it."""
    assert reports == reports_in(batch)


@pytest.mark.parametrize(
    "library",
    [
        "Array.prototype.toJSON = function () { return '[' + [...this].map(JSON.stringify).join() + ']'; }",
        "Object.prototype.toJSON = () => 'mine'",
        "JSON.stringify = () => 'mine'",
    ],
    ids=["lists", "objects", "its own"],
)
def test_a_page_with_its_own_json_is_watched_as_well(
    library: str, arrive: Callable[..., Web], site: Site
) -> None:
    """Old libraries teach lists to write themselves; what the customer did and saw is told all the same."""
    site.put("/old", f"<title>Old</title><script>{library}</script><h1>Kettles</h1><button>Buy</button>")
    web = arrive()

    web.open("/old")
    web.press("Buy")

    web.recorder.collect(final=True)
    told = web.recorder.moments()
    assert ["Buy"] == [moment.data["target"] for moment in told if moment.kind == "press"]
    assert "Kettles" in " ".join(moment.quote for moment in told if moment.kind == "text")
