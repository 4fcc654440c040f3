"""The scenarios that come with cxprobe: each a touchpoint, each with a standard, each for any site."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import wall
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.standards import load_standards

HOUSE = Path(__file__).resolve().parents[1]
SCENARIOS = HOUSE / "scenarios"
FILES = sorted(SCENARIOS.glob("test_*.py"))
TESTS = [
    (file, node)
    for file in FILES
    for node in ast.parse(file.read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
]
EMPTY = """import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"<!doctype html><title>A small company</title><h1>We make bells</h1><p>Visit us in town.</p>"
        self.send_response(200); self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "text/html"); self.end_headers(); self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
"""
"""A company on the web that sells nothing there and has neither chat nor form."""


def called(test: ast.FunctionDef, name: str) -> list[str]:
    """The texts that calls of a name in a test are given."""
    return [
        arg.value
        for node in ast.walk(test)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(name)
        for arg in node.args[:1]
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]


@pytest.mark.parametrize(("file", "test"), TESTS, ids=lambda each: getattr(each, "name", ""))
def test_a_scenario_says_what_it_is_about(file: Path, test: ast.FunctionDef) -> None:
    """A touchpoint, a title that CX staff read, and a standard that there is."""
    touchpoints = [ast.unparse(each) for each in test.decorator_list if "touchpoint" in ast.unparse(each)]
    standards = load_standards(SCENARIOS / "standards.toml")

    assert 1 == len(touchpoints), file.name
    assert re.match(r"[A-Z][^\n]+\.", ast.get_docstring(test) or "")
    assert called(test, "standard")
    assert set(called(test, "standard")) <= set(standards)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_names_every_setting_it_reads(file: Path) -> None:
    """Whoever visits another site finds in the file's first lines what `[site]` may say."""
    tree = ast.parse(file.read_text("utf-8"))
    keys = {
        key for node in tree.body if isinstance(node, ast.FunctionDef) for key in called(node, "site.get")
    }
    said = ast.get_docstring(tree) or ""

    assert set() == {key for key in keys if not re.search(rf"\b{key}\b", said)}


def test_every_touchpoint_of_the_list_has_a_scenario() -> None:
    """Phone, promo, specification, mails, buying, delivery, returns, contact, invoice."""
    wanted = {
        "buying", "contact", "delivery", "invoice", "mails", "promo_code", "refund", "returns",
        "specification",
    }  # fmt: skip

    assert wanted <= {file.stem.removeprefix("test_") for file in FILES}


def test_what_a_site_does_not_offer_is_skipped_with_a_reason(tmp_path: Path) -> None:
    """A company that sells nothing on the web is not accused: each scenario says what was not found."""
    shutil.copytree(SCENARIOS, tmp_path / "scenarios", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    with subprocess.Popen([sys.executable, "-c", EMPTY], stdout=subprocess.PIPE, text=True) as company:
        assert company.stdout
        port = company.stdout.readline().strip()
        picked = [f"scenarios/test_{name}.py" for name in ("contact", "delivery", "mails")]
        command = [sys.executable, "-m", "pytest", *picked, "-q", "-rs", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [*command, "--base-url", f"http://127.0.0.1:{port}"],
            cwd=tmp_path, capture_output=True, text=True, check=False, env=dict(wall.own_environment()),
        )  # fmt: skip
        company.terminate()

    said = done.stdout
    assert "5 skipped" in said, said[-3000:]
    assert "did not find" in said or "found nothing" in said


# -- the wall ----------------------------------------------------------------------------------


def journey(test: str, persona: str, *, settled: bool) -> Timeline:
    """A journey of a test that was settled, or met an error and was not."""
    end = (
        Moment(at=2.0, kind="resolved", quote="Done")
        if settled
        else Moment(at=2.0, kind="error", quote="Sorry, that did not work", actor="page")
    )
    return Timeline(
        goal="to buy", moments=(Moment(at=0.0, kind="goal"), end), test=test, persona=persona,
        expected=({"name": "resolved"},),
    )  # fmt: skip


def test_the_wall_reads_what_was_written(tmp_path: Path) -> None:
    """A cell for each scenario and persona; of several journeys of one test the worst counts."""
    test = "scenarios/test_buying.py::test_a_kettle_is_bought"
    journey(f"{test}[ordinary]", "ordinary", settled=True).save(tmp_path / "a" / "1")
    journey(f"{test}[grumpy-gus]", "grumpy-gus", settled=True).save(tmp_path / "b" / "1")
    journey(f"{test}[grumpy-gus]", "grumpy-gus", settled=False).save(tmp_path / "b" / "2")
    journey(f"{test}[ordinary]", "ordinary", settled=False).save(tmp_path / "a" / "control" / "1")
    whole = wall.Wall()

    whole.add(tmp_path)

    assert {"buying: a kettle is bought": {"ordinary": ["served"], "grumpy-gus": ["lost"]}} == whole.cells
    assert {"served": 1, "lost": 1, "error": 1} == whole.verdicts(["ordinary", "grumpy-gus", "x"], 1)
    assert 1 == len(whole.headlines)


@pytest.mark.parametrize(
    ("verdicts", "runs", "said"),
    [
        (["served"], 1, "✓ served"),
        (["lost"], 1, "✗ lost"),
        ([], 1, "✗ no journey"),
        (["served", "open"], 2, "✓ 2/2"),
        (["served", "inconclusive"], 2, "? 1/2"),
        (["served"], 2, "✗ 1/2"),
    ],
)
def test_a_cell_says_the_worst_and_how_often_it_went_well(verdicts: list[str], runs: int, said: str) -> None:
    """What left no journey is an error."""
    assert said == wall.cell(verdicts, runs)


JUNIT = """<testsuites><testsuite><testcase classname="scenarios.test_buying" name="test_it[grumpy-gus]"/>
<testcase classname="scenarios.test_mails" name="test_why[ordinary-wrong]"/></testsuite></testsuites>"""


def test_a_scenario_without_journeys_has_a_row(tmp_path: Path) -> None:
    """What ran and left nothing is no part of a whole wall."""
    file = tmp_path / "run.xml"
    file.write_text(JUNIT, "utf-8")
    found = wall.Wall()

    found.expect(file)
    found.expect(tmp_path / "nothing.xml")

    assert ["buying: it", "mails: why (wrong)"] == sorted(found.cells)
    assert {"error": 2} == found.verdicts(["ordinary"], 1)


@pytest.mark.parametrize("code", [0, 1])
def test_a_wall_is_whole_only_where_every_test_passed(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Customers who were served do not make up for a test that failed."""

    def visits(folder: Path, out: Path, *_: object) -> int:
        journey("scenarios/test_buying.py::test_it[ordinary]", "ordinary", settled=True).save(out / "1")
        return code

    monkeypatch.setattr(wall, "visits", visits)
    monkeypatch.setattr("sys.argv", ["wall", "--persona", "ordinary"])

    assert code == wall.main()
