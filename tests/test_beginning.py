"""The first working folder: what is written, that it runs as it is, and that nothing is overwritten."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cxprobe.beginning import PERSONA, SHARED, begin, first_files
from cxprobe.demo import Company
from cxprobe.errors import UsageError
from cxprobe.judging.standards import load_standards
from cxprobe.people.persona import load_personas
from cxprobe.settings import Level, bundled, load_settings

WORKFLOW = ".github/workflows/customers.yml"


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """What comes of a line typed in a folder, in a process of its own."""
    ours = {name: told for name, told in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        shlex.split(command), cwd=folder, env=ours | {"PATH": path},
        capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip


def commands(workflow: str) -> list[str]:
    """What a workflow types."""
    return re.findall(r"^ +(?:- )?run: (.+)$", workflow, re.MULTILINE)


@pytest.mark.parametrize("url", [None, "https://shop.example/uk"])
def test_everything_that_is_written_can_be_read(tmp_path: Path, url: str | None) -> None:
    """Settings, persona and standards load, and the site is the one that was named."""
    begin(tmp_path, url)
    settings = load_settings(tmp_path)

    assert (url, PERSONA, tmp_path) == (settings.base_url, settings.persona, settings.folder)
    assert PERSONA in load_personas([tmp_path / "personas"])
    assert ["basket"] == list(load_standards(settings.standards_file()))


def test_every_scenario_that_comes_along_is_written_on_request(tmp_path: Path) -> None:
    """With all of them come their standards, and each that a scenario asks for is among them."""
    few, all_of_them = begin(tmp_path / "few"), begin(tmp_path / "all", everything=True)
    known = load_standards(tmp_path / "all/scenarios/standards.toml")
    texts = [file.read_text("utf-8") for file in (tmp_path / "all/scenarios").glob("test_*.py")]
    asked = {name for text in texts for name in re.findall(r'standard\("([\w-]+)"\)', text)}
    more = set(all_of_them.written) - set(few.written)

    assert {f"scenarios/{file.name}" for file in bundled("scenarios").glob("test_*.py")} == more
    assert {"basket", "checkout"} < asked
    assert set() == asked - set(known)


def test_nothing_is_sent_to_anybody_unless_that_is_settled(tmp_path: Path) -> None:
    """The trace level that is written fills baskets, and no more."""
    begin(tmp_path, "https://shop.example")

    assert Level.basket == load_settings(tmp_path).trace.level


@pytest.mark.parametrize("line", ["# contacts_per_night", "# mailbox", "# hosts", "# product", "# secrets"])
def test_what_stands_in_comments_may_be_written(tmp_path: Path, line: str) -> None:
    """Whoever takes a # away has settings that load."""
    begin(tmp_path, "https://shop.example")
    file = tmp_path / "cxprobe.toml"
    before = file.read_text("utf-8")
    file.write_text(before.replace(line, line.removeprefix("# ")), "utf-8")

    assert before != file.read_text("utf-8")
    assert "https://shop.example" == load_settings(tmp_path).base_url


def test_the_site_is_served_as_it_is(tmp_path: Path) -> None:
    """In a clean folder `pytest`, and then each persona of the nightly run, is served by a shop."""
    with Company(cookie_banner=True) as company:
        begin(tmp_path / "new", company.url)
        plain = run(tmp_path / "new", "pytest")
        named = run(
            tmp_path / "new", f"pytest --persona=ordinary --persona={PERSONA} --cx-out=journeys/panel"
        )

    assert 0 == plain.returncode, plain.stdout + plain.stderr
    assert "1 journey: 1 served" in plain.stdout
    assert 0 == named.returncode, named.stdout + named.stderr
    assert "2 journeys: 2 served" in named.stdout
    assert (tmp_path / "new/.cxprobe").is_dir()


def test_the_nightly_run_types_what_can_be_typed(tmp_path: Path) -> None:
    """Every pytest of the workflow is understood there, and every command of ours exists."""
    begin(tmp_path)
    typed = commands((tmp_path / WORKFLOW).read_text("utf-8"))
    ours = [each for each in typed if each.startswith("pytest")]
    others = [each for each in typed if each.startswith("cxprobe")]

    done = [run(tmp_path, f"{each} --collect-only -q") for each in ours]
    known = [run(tmp_path, f"{' '.join(each.split()[:2])} --help") for each in others]

    assert 2 == len(ours)
    assert [0, 0] == [each.returncode for each in done], [each.stdout + each.stderr for each in done]
    assert [0] * len(others) == [each.returncode for each in known]
    assert {"install-browser", "doctor", "report"} == {each.split()[1] for each in others}


def test_the_workflow_keeps_its_memory_and_its_report() -> None:
    """Broken nights are the ones to remember: days and report are kept whatever came before."""
    yaml = pytest.importorskip("yaml")
    job = yaml.safe_load(first_files()[WORKFLOW])["jobs"]["night"]
    steps = {step["uses"].split("@")[0]: step for step in job["steps"] if "uses" in step}
    restored, saved = steps["actions/cache/restore"], steps["actions/cache/save"]

    assert restored["with"]["path"] == saved["with"]["path"]
    assert ".cxprobe/days" in saved["with"]["path"].split()
    assert saved["with"]["key"].startswith(restored["with"]["restore-keys"])
    assert "always()" == saved["if"]
    assert "report" == steps["actions/upload-artifact"]["with"]["path"]
    assert "failure()" in steps["actions/upload-artifact"]["if"]


@pytest.mark.parametrize("name", [name for name in first_files() if name not in SHARED])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    """Where a file is there already, it is named, and nothing at all is written."""
    there = tmp_path / name
    there.parent.mkdir(parents=True, exist_ok=True)
    there.write_text("mine", "utf-8")

    with pytest.raises(UsageError, match=re.escape(name)):
        begin(tmp_path)

    assert [there] == [path for path in tmp_path.rglob("*") if path.is_file()]
    assert "mine" == there.read_text("utf-8")


@pytest.mark.parametrize("name", SHARED)
def test_what_projects_have_anyway_is_left(tmp_path: Path, name: str) -> None:
    """A file that any project may have stands in nobody's way, and stays as it is."""
    (tmp_path / name).write_text("[pytest]\n", "utf-8")

    made = begin(tmp_path)

    assert (name,) == made.left
    assert name not in made.written
    assert "[pytest]\n" == (tmp_path / name).read_text("utf-8")


def test_a_project_with_settings_for_pytest_keeps_them(tmp_path: Path) -> None:
    """Beside a pyproject.toml no pytest.ini is written, which would overrule it."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")

    made = begin(tmp_path)

    assert "pytest.ini" not in made.written
    assert not (tmp_path / "pytest.ini").exists()


def test_the_folder_is_its_own_project(tmp_path: Path) -> None:
    """Inside somebody else's project its own settings count."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    begin(tmp_path / "new")
    (tmp_path / "new/cxprobe.toml").write_text("no_such_key = 1\n", "utf-8")

    said = run(tmp_path / "new", "pytest --persona=ordinary --collect-only")

    assert "no_such_key" in said.stdout + said.stderr


@pytest.mark.parametrize("url", ["shop.example", "ftp://shop.example", "https://"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    """What cannot be visited is said before anything is written."""
    with pytest.raises(UsageError, match=r'--url: expected an address like "https://shop\.example"'):
        begin(tmp_path, url)

    assert [] == list(tmp_path.iterdir())


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """What stands where the folder would be is said."""
    (tmp_path / "customers").write_text("", "utf-8")

    with pytest.raises(UsageError, match="is a file"):
        begin(tmp_path / "customers")


def test_the_top_of_a_repository_is_found(tmp_path: Path) -> None:
    """A nightly run deeper in a repository is found by nobody: whoever writes it must know."""
    (tmp_path / ".git").mkdir()

    assert tmp_path.resolve() == begin(tmp_path / "deep/er").inside
    assert begin(tmp_path).inside is None


@pytest.mark.parametrize(
    "url", ["", "https://a b.example", 'https://shop.example/"x"', "https://shop'.example"]
)
def test_an_address_that_nobody_could_open_is_refused(tmp_path: Path, url: str) -> None:
    """Blanks and quotes are slips of the hand, and an empty address is not the practice company."""
    with pytest.raises(UsageError, match="--url: expected an address"):
        begin(tmp_path, url)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("more", ["anna:s3cretWord@{}/uk", "{}/uk?token=s3cretWord", "{}/uk#s3cretWord"])
def test_what_is_secret_in_an_address_is_not_written_down(tmp_path: Path, more: str) -> None:
    """A password, a question or a mark is refused with the address to type instead."""
    with pytest.raises(UsageError) as refused:
        begin(tmp_path, f"https://{more.format('shop.example')}")

    assert "s3cretWord" not in str(refused.value)
    assert str(refused.value).endswith("Type: cxprobe init --url https://shop.example/uk")
    assert [] == list(tmp_path.iterdir())


def test_a_name_with_an_umlaut_can_be_read(tmp_path: Path) -> None:
    """An address is written as it was typed."""
    begin(tmp_path, "https://müller.example")

    assert 'base_url = "https://müller.example"' in (tmp_path / "cxprobe.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["scenarios", "personas", ".github", ".github/workflows"])
def test_a_file_where_a_folder_would_be_is_seen_before(tmp_path: Path, name: str) -> None:
    """Nothing is written beside it."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", "utf-8")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(UsageError, match=rf"Nothing was written: .*{re.escape(name)} is a file"):
        begin(tmp_path)

    assert before == sorted(tmp_path.rglob("*"))


def test_half_a_folder_is_taken_away_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full midway, nothing stays, and what was there stays."""
    (tmp_path / "mine").write_text("mine", "utf-8")
    write = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "standards.toml":
            raise OSError(28, "No space left on device")
        return write(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(UsageError, match=r"Nothing was written: .*No space left"):
        begin(tmp_path)

    assert [tmp_path / "mine"] == list(tmp_path.rglob("*"))
