"""The shell's way in: each command, and bad input that ends with exit code 2 and one sentence."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from cxprobe import cli
from cxprobe.channels.browser import Browser
from cxprobe.cli import touring
from cxprobe.demo import Company
from cxprobe.errors import UsageError
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.ledger.days import KeptDay, Shelf
from cxprobe.people.day import Day
from cxprobe.settings import load_settings


def typed(*words: str) -> Result:
    """What comes of typing `cxprobe …`."""
    return CliRunner().invoke(cli.app, list(words))


def shell(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own, which gives the exit code a shell sees."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "cxprobe", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are typed in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_help_lists_the_commands() -> None:
    """Without a command the help is shown."""
    said = typed("--help").output

    assert [] == [
        name
        for name in (
            "demo",
            "init",
            "doctor",
            "visit",
            "read",
            "personas",
            "days",
            "install-browser",
            "report",
            "schema",
        )
        if name not in said
    ]


def test_personas_are_listed_with_a_sentence_each() -> None:
    """Everybody who comes with cxprobe, and what kind of a customer they are."""
    lines = typed("personas").output.splitlines()

    assert {"grumpy-gus", "hurried-parent", "ordinary", "screen-reader", "worst-day"} <= {
        line.split()[0] for line in lines
    }
    assert all(line.endswith(".") and ": " in line for line in lines)


def test_a_project_adds_its_own_personas(tmp_path: Path) -> None:
    """A TOML file in personas/ is another customer."""
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/moon.toml").write_text('title = "Moon"\nstory = "Far away."\n', "utf-8")

    assert ["moon", "Moon: Far away."] in [
        line.split(maxsplit=1) for line in typed("personas").output.splitlines()
    ]


def test_a_persona_without_a_story_has_a_title(tmp_path: Path) -> None:
    """Nothing stands in the story's place; and one customer is one."""
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/moon.toml").write_text('title = "Moon"\n', "utf-8")

    listed = [line.split() for line in typed("personas").output.splitlines()]

    assert ["moon", "Moon"] in listed
    assert "Moon\n\n1 customer, seed 1:\n" in typed("personas", "moon", "--draw", "1").output


def test_a_persona_on_an_unknown_device_is_refused(tmp_path: Path) -> None:
    """Said when they are listed, with a dozen devices to choose from; others can still be told about."""
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/moon.toml").write_text('title = "Moon"\ndevice = "Pixel 77"\n', "utf-8")

    ran, other = shell(tmp_path, "personas"), shell(tmp_path, "personas", "ordinary")

    assert (2, "", 0) == (ran.returncode, ran.stdout, other.returncode)
    assert "personas/moon.toml: device: there is no 'Pixel 77'. Did you mean 'Pixel 7'?" in ran.stderr
    assert 12 == ran.stderr.partition("There are: ")[2].count(", ")


def test_the_version_is_told() -> None:
    """What a bug report begins with."""
    assert re.fullmatch(r"cxprobe \d+\.\d+\S*\n", typed("--version").output)


def test_a_persona_is_told_in_full_and_drawn() -> None:
    """--draw introduces members of the population; the same seed draws the same traits."""
    first, again = (typed("personas", "hurried-parent", "--draw", "5", "--seed", "7").output for _ in "ab")
    other = typed("personas", "hurried-parent", "--draw", "5", "--seed", "8").output

    assert first.startswith("A hurried parent\n")
    assert "5 customers, seed 7:" in first
    assert 5 == sum(line.startswith("- ") for line in first.splitlines())
    assert first == again
    assert first != other


def test_drawn_phones_and_mail_belong_to_nobody() -> None:
    """Generated people live at reserved domains."""
    lines = [
        line for line in typed("personas", "ordinary", "--draw", "20").output.splitlines() if "@" in line
    ]

    assert 20 == len(lines)
    assert all(".example," in line or "@example." in line for line in lines)


def test_the_schema_describes_a_journey() -> None:
    """`cxprobe schema` prints JSON Schema, and a saved journey is valid by it."""
    schema = json.loads(typed("schema").output)
    journey = Timeline(goal="a teapot", moments=(Moment(at=0.0, kind="goal"),)).to_json()

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(journey, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**journey, "moments": [{"at": "soon"}]}, schema)


def test_a_report_is_written(tmp_path: Path) -> None:
    """`cxprobe report DIR` writes pages and says where."""
    Timeline(goal="a teapot", title="Order a teapot").save(tmp_path / "run/one")

    result = typed("report", str(tmp_path / "run"), "--out", str(tmp_path / "pages"))

    assert 0 == result.exit_code
    page = Path(result.output.split("Report: ")[1].strip())
    assert page.is_absolute()
    assert "Order a teapot" in page.read_text("utf-8")


def test_install_browser_says_what_it_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is named with its version and place, and said once."""
    monkeypatch.setattr("cxprobe.channels.browser._wake_the_driver", lambda echo, machine: None)
    found = Browser("system", Path("/usr/bin/shell"), "chromium-headless-shell", "1.2.3")
    monkeypatch.setattr("cxprobe.channels.browser.find_browser", lambda **_: found)
    monkeypatch.setattr("cxprobe.channels.browser._starts", lambda browser, machine: _Well())

    lines = typed("install-browser").output.splitlines()

    assert ["Browser: chromium-headless-shell 1.2.3 (/usr/bin/shell), which the system has."] == lines


class _Well:
    well = True


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["personas", "hurried_parrot"], "Did you mean 'hurried-parent'?"),
        (["demo", "--fault", "double_ordr"], "double-order"),
        (["demo", "--sin", "sloth"], "sloth"),
        (["demo", "--serve", "--port", "80000"], "65535"),
        (["personas", "--draw", "2"], "Type: cxprobe personas ordinary --draw 2"),
        (["personas", "ordinary", "--draw", "1001"], "1000"),
        (["init", "--url", ""], "--url: expected an address"),
        (["demo", "--language", "xx"], "No language 'xx'. There are: en, de,"),
        (["demo", "--checkout", "drive-in"], "There are: classic, single-page."),
        (["report", "nowhere"], "nowhere"),
        (["report", "nowhere", "--allure"], "nowhere"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, words: list[str], sentence: str) -> None:
    """Exit code 2, a sentence that says what to type, no traceback."""
    ran = shell(tmp_path, *words)

    assert 2 == ran.returncode
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("cxprobe.toml", "persona =", "cxprobe.toml, line 1: this is not TOML"),
        ("personas/moon.toml", "titel = 'x'", "personas/moon.toml: titel: there is no such key."),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, file: str, text: str, sentence: str) -> None:
    """What is written wrong is said with its file and key."""
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, "utf-8")

    ran = shell(tmp_path, "personas")

    assert (2, "") == (ran.returncode, ran.stdout)
    assert sentence in ran.stderr


def test_switches_are_listed() -> None:
    """`cxprobe demo --switches` tells each sin and fault with what it does."""
    said = typed("demo", "--switches").output

    assert [] == [
        each
        for each in (
            "--sin poor-listening: ",
            "--sin dont-care: ",
            "--fault double-order: ",
            "--fault slow-search: ",
            "--alike double-order: ",
        )
        if each not in said
    ]


def _kept_open(
    folder: Path, *options: str, ends: signal.Signals = signal.SIGINT
) -> tuple[str, str, str, int]:
    """The shop kept open until a signal: address, front page, what was said besides, exit code."""
    (folder / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "cxprobe", "demo", "--serve", *options],
        cwd=folder, env=os.environ | {"TMPDIR": str(folder / "tmp")},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=10) as page:
            answer = page.read().decode()
        process.send_signal(ends)
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    return address, answer, said, process.returncode


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
def test_the_shop_can_be_kept_open(tmp_path: Path, ends: signal.Signals) -> None:
    """`cxprobe demo --serve` prints its address, serves until it is ended, and leaves nothing behind."""
    _, answer, said, code = _kept_open(tmp_path, "--fault", "double-order", ends=ends)

    assert "Kettle" in answer
    assert 0 == code
    assert said.endswith("Closed.\n")
    assert [tmp_path / "tmp"] == list(tmp_path.rglob("*"))


def test_the_shop_is_fitted_out_as_asked(tmp_path: Path) -> None:
    """Kept open in German with framed payment, it says which address must be let in, and how."""
    address, answer, said, _ = _kept_open(tmp_path, "--language", "de", "--payment", "framed")

    assert "Warenkorb" in answer
    assert re.search(r'Write under \[fence\]: hosts = \["127\.0\.0\.1:\d+"\]', said), said
    assert address.removeprefix("http://") not in said.split("Write under")[1]


@pytest.mark.parametrize("fitted", [{"checkout": "single-page"}, {"payment": "framed", "language": "pl"}])
def test_a_tour_is_told_of_the_companys_fittings(tmp_path: Path, fitted: dict[str, str]) -> None:
    """The tour has settings of its own: which addresses are the company's, its goods, and where it mails."""
    with Company(**fitted) as company:  # type: ignore[arg-type]  # names of fittings, all of them text
        folder = touring._settled(company, tmp_path / "report")
        settings = load_settings(folder)

        assert company.hosts == settings.fence.hosts
        assert company.sells("copper-stove-kettle") == settings.site["product"]
        assert str(company.mailbox) == settings.mail_to_read()
    assert (tmp_path / "report").resolve() == folder


def test_the_tour_leaves_other_settings_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the report is written into a project, the project's own settings stay what they are."""
    seen: list[bool] = []

    def run(_: list[str], cwd: Path, **__: object) -> subprocess.CompletedProcess[str]:
        seen.append((cwd / "cxprobe.toml").is_file())
        return subprocess.CompletedProcess([], 0)

    (tmp_path / "cxprobe.toml").write_text("days = 3\n", "utf-8")
    monkeypatch.setattr(touring, "subprocess", SimpleNamespace(run=run))
    with Company() as company:
        touring._tour(company, tmp_path, switched=False)

    assert [True] == seen
    assert {"cxprobe.toml": "days = 3\n"} == {file.name: file.read_text() for file in tmp_path.iterdir()}


def test_a_company_that_is_open_says_where_to_look() -> None:
    """Shop, outbox, mailbox and back office: every address that is printed answers."""
    with Company() as company:
        lines = touring._addresses(company)
        pages = re.findall(r"http://[^\s,]+", "\n".join(lines[1:]))
        answers = [urllib.request.urlopen(page, timeout=10).status for page in pages]

        assert [f"{company.url}/outbox", f"{company.url}/back-office"] == pages
        assert [200, 200] == answers
        assert str(company.mailbox) in lines[1]


def test_the_demo_runs_from_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Customers visit, the scorecard is told, and a report lies in the folder; its settings do not count."""
    (tmp_path / "cxprobe.toml").write_text('persona = "nobody-there"\n', "utf-8")
    monkeypatch.setattr(touring, "TOUR", ("ordinary",))
    result = typed("demo")
    scorecard = capfd.readouterr().out

    assert 0 == result.exit_code, scorecard + result.output
    told = re.search(r"(\d+) journeys: (\d+) served", scorecard)
    assert told, scorecard
    assert told[1] == told[2]
    report = Path(result.output.split("\nReport: ")[1].splitlines()[0])
    assert report.is_file()
    assert report.is_relative_to(tmp_path.resolve())


def test_the_demo_needs_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one the command that gets one is named, and nobody is sent."""
    monkeypatch.setenv("CXPROBE_BROWSER", "/nowhere/chrome")

    ran = shell(tmp_path, "demo")

    assert 2 == ran.returncode
    assert "CXPROBE_BROWSER names '/nowhere/chrome'" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_days_are_listed_and_brought_in(tmp_path: Path) -> None:
    """`cxprobe days` tells what broke; --merge brings in another store first, and refuses one not there."""
    store, theirs = tmp_path / "days", tmp_path / "theirs"
    elsewhere = typed("days", "--store", str(store))
    store.mkdir()
    none = typed("days", "--store", str(store))
    kept = KeptDay(day=Day.of({"typos": 12}), scenario="test_a.py::test_b", title="Buy", who="gus")
    Shelf(theirs / "b").keep(kept)
    (theirs / "b" / "torn.json").write_text("{", "utf-8")
    listed = typed("days", "--store", str(store), "--merge", str(theirs))
    refused = typed("days", "--store", str(store), "--merge", str(tmp_path / "nowhere"))

    assert f"There is no folder {store} here" in elsewhere.output
    assert "cxprobe days --store FOLDER/.cxprobe/days" in elsewhere.output
    assert f"No day in {store} ever broke a test." in none.output
    assert f"Cannot be read: {theirs / 'b' / 'torn.json'}" in listed.output
    assert 1 == listed.exit_code
    assert f"1 day came in from {theirs}." in listed.output
    assert kept.short_id in listed.output
    assert isinstance(refused.exception, UsageError)


# -- the first hour ----------------------------------------------------------------------------


def test_a_first_folder_is_written(tmp_path: Path) -> None:
    """`cxprobe init` says what it wrote and what to type next; typed again it writes nothing."""
    first = shell(tmp_path, "init", "new", "--url", "https://shop.example")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = shell(tmp_path, "init", "new", "--url", "https://other.example")

    assert 0 == first.returncode, first.stderr
    assert "wrote  new/cxprobe.toml" in first.stdout
    assert re.search(r"cd new\b.*\n.*install-browser.*\n.*doctor.*\n +pytest ", first.stdout)
    assert 2 == again.returncode
    assert "there is already cxprobe.toml" in again.stderr
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (["visit", "http://127.0.0.1:9", "--json", "folder"], "--json folder: this is a folder. Name a file"),
        (
            ["visit", "http://127.0.0.1:9", "--json", "file/x.json"],
            "--json file/x.json: file is a file.",
        ),
        (["visit", "http://127.0.0.1:9", "--out", "file"], "--out file: file is a file. Name a folder"),
        (["demo", "--out", "file/deeper"], "is a file. Name a folder"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anybody_is_sent(line: list[str], sentence: str) -> None:
    """A visit is not made for pages that could not be kept."""
    Path("folder").mkdir()
    Path("file").write_text("", "utf-8")

    refused = typed(*line)

    assert isinstance(refused.exception, UsageError)
    assert sentence in str(refused.exception)


def test_all_scenarios_are_written_on_request() -> None:
    """`cxprobe init --all` names the scenarios that came along among what it wrote."""
    assert "wrote  scenarios/test_refund.py" in typed("init", "--all").output.splitlines()


def test_a_folder_deeper_in_a_repository_is_told(tmp_path: Path) -> None:
    """Where GitHub would not find the nightly run, what to do about it is said."""
    (tmp_path / ".git").mkdir()

    deeper, top = typed("init", "cx/shop"), typed("init")

    assert "working-directory: cx/shop" in deeper.output
    assert "working-directory" not in top.output
    assert "cd " not in top.output


def test_the_doctor_speaks_in_a_narrow_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 60 columns no line is longer, and how each check stands is the first thing in its line."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("CXPROBE_BROWSER", "/nowhere/chrome")

    ran = shell(tmp_path, "doctor", "https://shop.example")
    lines = ran.stdout.splitlines()

    assert 2 == ran.returncode
    assert [] == [line for line in lines if len(line) > 60]
    assert {"OK", "look", "broken"} == {line.split()[0] for line in lines[:-1] if line and line[0] != " "}
    assert "→ cxprobe install-browser" in ran.stdout
    assert "Something here is to be mended first." == lines[-1]


def test_the_doctor_speaks_to_machines(tmp_path: Path) -> None:
    """--json is JSON and nothing else, with the exit code the command ends with."""
    ran = shell(tmp_path, "doctor", "http://127.0.0.1:9", "--json")
    told = json.loads(ran.stdout)

    assert (1, 1, 1) == (ran.returncode, told["exit_code"], told["version"])
    assert {"about", "state", "said", "mend", "side"} == set(told["checks"][0])
    assert ["site"] == [check["about"] for check in told["checks"] if check["state"] == "broken"]
