"""The documentation runs: each page of README and docs is followed, from its first block to its last.

A page is followed in an empty folder of its own, in which cxprobe's scenarios and personas lie.

- ```` ```python ```` that defines tests is saved and run by pytest; any other is executed, and may use
  what earlier blocks of the page defined. One that begins with a comment that names its file, as
  `# conftest.py`, is saved there, too.
- ```` ```toml ```` begins with a comment that names its file, as `# personas/night-owl.toml`; it is
  saved there and read as what it is.
- ```` ```console ```` has each line that begins with `$ ` typed in; after `cd` all that follows is there.
- ```` ```json ```` is parsed.

Two comments, alone on the line above a block, say otherwise: `<!-- run: no, WHY -->` leaves it out, and
`<!-- run: exits 1 -->` expects that exit code of its commands.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import cxprobe
from cxprobe import plugin
from cxprobe.demo import FAULTS, SINS
from cxprobe.journey.timeline import schema
from cxprobe.judging.expectations import EXPECTATIONS
from cxprobe.judging.feeling import POINTS
from cxprobe.judging.standards import load_standards
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import Persona, load_personas
from cxprobe.settings import Settings, load_settings

HOUSE = Path(__file__).resolve().parents[1]
PAGES = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]
LANGUAGES = {"python", "toml", "console", "json"}
SAID_ALOUD = {"", "text", "html", "mermaid", "diff", "yaml"}
"""Blocks to be read, not run; shell commands are written as console, so that they are tried."""
WITHIN = 300.0
"""Seconds for one command of a page."""

BLOCK = re.compile(
    r"(?:^<!-- run: (?P<how>[^\n]*?) -->\n)?"
    r"^(?P<fence>```+)(?P<language>\w*)[^\n]*\n(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


class PageIsWrong(AssertionError):
    """A block of a page does not do what the page says."""


@dataclass(frozen=True)
class Block:
    """A fenced block: where it stands, its language, its text, and how it is to be run."""

    where: str
    line: int
    language: str
    text: str
    how: str

    @property
    def left_out(self) -> bool:
        """Whether the page says, with a reason, that this is not run."""
        if self.how == "no" or (self.how.startswith("no") and not self.how.removeprefix("no,").strip()):
            raise PageIsWrong(f"{self.where}: 'run: no' needs a reason: <!-- run: no, because … -->")
        return self.how.startswith("no,")

    @property
    def exits(self) -> int:
        """The exit code that its commands end with."""
        told = re.fullmatch(r"exits (\d+)", self.how)
        if self.how and not told:
            raise PageIsWrong(f"{self.where}: 'run: {self.how}' is neither 'no, WHY' nor 'exits N'")
        return int(told.group(1)) if told else 0


def blocks(page: Path) -> Iterator[Block]:
    """Every fenced block of a page, in order."""
    text = page.read_text("utf-8")
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start("text"))
        where = f"{page.name}:{line}"
        yield Block(where, line, found["language"], found["text"], (found["how"] or "").strip())


def commands(block: Block) -> list[str]:
    """The lines to type of a console block: those after `$ `, with their continuations."""
    whole = re.sub(r"\\\n\s*", " ", block.text)
    return [line.removeprefix("$ ").strip() for line in whole.splitlines() if line.startswith("$ ")]


@dataclass
class Reader:
    """Somebody who follows a page in a folder, block by block."""

    folder: Path
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__page__"})

    def follow(self, page: Path) -> int:
        """Run every block of a page, and count them; raises PageIsWrong at the first that fails."""
        run = 0
        for block in blocks(page):
            if block.language in SAID_ALOUD:
                continue
            if block.language not in LANGUAGES:
                raise PageIsWrong(
                    f"{block.where}: {block.language!r} blocks are not tried: {sorted(LANGUAGES)} are"
                )
            if block.left_out:
                continue
            getattr(self, f"_{block.language}")(block)
            run += 1
        return run

    def _python(self, block: Block) -> None:
        name = re.match(r"# (\S+\.py)\s*\n", block.text)
        tests = re.search(r"^(?:async )?def test_|^class Test", block.text, re.MULTILINE)
        if name or tests:
            path = self._save(block, name[1] if name else f"test_line_{block.line}.py")
        if tests:
            return self._type(f"pytest {shlex.quote(str(path))}", block)
        try:
            exec(compile("\n" * block.line + block.text, block.where, "exec"), self.names)
        except BaseException as problem:
            raise PageIsWrong(f"{block.where}: {type(problem).__name__}: {problem}") from problem
        return None

    def _toml(self, block: Block) -> None:
        try:
            tomllib.loads(block.text)
        except tomllib.TOMLDecodeError as problem:
            raise PageIsWrong(f"{block.where}: {problem}") from problem
        name = re.match(r"# (\S+\.toml)\s*\n", block.text)
        if not name:
            raise PageIsWrong(f"{block.where}: the first line names the file, as `# cxprobe.toml`")
        path = self._save(block, name[1])
        try:
            self._read(path)
        except Exception as problem:
            raise PageIsWrong(f"{block.where}: {problem}") from problem

    def _read(self, path: Path) -> None:
        if path.parent.name == "personas":
            load_personas([path.parent, HOUSE / "personas"])
        elif path.name == "standards.toml":
            load_standards(path)
        elif path.name in ("cxprobe.toml", "pyproject.toml"):
            load_settings(path.parent)

    def _json(self, block: Block) -> None:
        try:
            json.loads(block.text)
        except ValueError as problem:
            raise PageIsWrong(f"{block.where}: {problem}") from problem

    def _console(self, block: Block) -> None:
        typed = commands(block)
        if not typed:
            raise PageIsWrong(f"{block.where}: nothing to type; commands begin with `$ `")
        for command in typed:
            self._type(command, block)

    def _type(self, command: str, block: Block) -> None:
        words = shlex.split(command, comments=True)
        if words[0] == "cd":
            self._go(words[1:], block)
            return
        if words[0] == "make":
            words = ["make", "--dry-run", "--directory", str(HOUSE), *words[1:]]
        try:
            done = subprocess.run(
                words,
                cwd=self.folder,
                env=_at_home(),
                capture_output=True,
                text=True,
                timeout=WITHIN,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise PageIsWrong(f"{block.where}: `{command}`: {problem}") from problem
        if done.returncode != block.exits:
            said = (done.stdout + done.stderr)[-3000:]
            raise PageIsWrong(
                f"{block.where}: `{command}` ended with {done.returncode}, not {block.exits}:\n{said}"
            )

    def _go(self, words: list[str], block: Block) -> None:
        there = self.folder.joinpath(*words)
        if len(words) != 1 or not there.is_dir():
            raise PageIsWrong(f"{block.where}: there is no folder to go to: cd {' '.join(words)}")
        self.folder = there

    def _save(self, block: Block, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")
        return path


def _at_home() -> dict[str, str]:
    """This environment, with this Python's commands first, and nothing of the pytest that we are in."""
    ours = {name: told for name, told in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return ours | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader in a folder with cxprobe's own scenarios and personas."""
    for name in ("scenarios", "personas", "benchmarks"):
        if (HOUSE / name).is_dir():
            shutil.copytree(HOUSE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_page_can_be_followed(path: Path, reader: Reader) -> None:
    """Somebody who does what the page says gets what the page says."""
    reader.follow(path)


def _page(folder: Path, text: str) -> Path:
    page = folder / "page.md"
    page.write_text(text, "utf-8")
    return page


def test_blocks_are_found_with_their_lines(tmp_path: Path) -> None:
    """A block knows its line, its language, and the comment above it."""
    page = _page(
        tmp_path, "# A\n\n```python\nx = 1\n```\n\n<!-- run: no, it costs money -->\n```console\n$ buy\n```\n"
    )

    first, second = blocks(page)

    assert ("page.md:3", "python", "x = 1\n", "") == (first.where, first.language, first.text, first.how)
    assert ("page.md:8", True) == (second.where, second.left_out)


def test_a_page_is_followed_in_order(reader: Reader, tmp_path: Path) -> None:
    """Later blocks use what earlier ones made: names, files, tests."""
    page = _page(
        tmp_path,
        "```python\nx = 1\n```\n```python\nassert x == 1\n```\n"
        "```python\n# test_sums.py\ndef test_sums():\n    assert 1 + 1 == 2\n```\n"
        "```console\n$ pytest test_sums.py \\\n    -q   # two lines\n1 passed\n"
        "$ python -c 'import cxprobe'\n```\n"
        '```json\n{"version": 1}\n```\n```text\nanything\n```\n',
    )

    assert 5 == reader.follow(page)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("```python\nassert 1 == 2\n```\n", r"page\.md:1: AssertionError"),
        ("```python\nraise SystemExit\n```\n", r"page\.md:1: SystemExit"),
        ("```python\ndef test_it():\n    assert False\n```\n", r"test_line_1\.py` ended with 1"),
        ("```python\ndef test_it(custmer):\n    pass\n```\n", r"fixture 'custmer' not found"),
        ("\n```console\n$ cxprobe-that-is-not\n```\n", r"page\.md:2: `cxprobe-that-is-not`"),
        ("```console\n$ python -c 'exit(3)'\n```\n", r"ended with 3, not 0"),
        ("<!-- run: exits 1 -->\n```console\n$ python -c ''\n```\n", r"ended with 0, not 1"),
        ("```console\n$ make no-such-target\n```\n", r"No rule to make target"),
        ("```console\njust output\n```\n", r"nothing to type"),
        ("```console\n$ cd nowhere\n```\n", r"no folder to go to: cd nowhere"),
        ("```toml\nx = \n```\n", r"page\.md:1: Invalid value"),
        ("```toml\nx = 1\n```\n", r"the first line names the file"),
        ("```toml\n# cxprobe.toml\nbase_urk = 'x'\n```\n", r"page\.md:1: .*base_urk"),
        ("```toml\n# personas/x.toml\ntitel = 'x'\n```\n", r"(?s)page\.md:1: .*titel"),
        ("```json\n{\n```\n", r"page\.md:1: "),
        ("```bash\nrm -r x\n```\n", r"'bash' blocks are not tried"),
        ("<!-- run: no -->\n```json\n{\n```\n", r"needs a reason"),
        ("<!-- run: no, -->\n```json\n{\n```\n", r"needs a reason"),
        ("<!-- run: maybe -->\n```console\n$ true\n```\n", r"neither 'no, WHY' nor 'exits N'"),
    ],
)
def test_what_is_wrong_on_a_page_is_seen(text: str, why: str, reader: Reader, tmp_path: Path) -> None:
    """Each way for a page to be wrong fails, and names the place."""
    page = _page(tmp_path, text)

    with pytest.raises(PageIsWrong, match=why):
        reader.follow(page)


def test_an_expected_exit_code_is_kept(reader: Reader, tmp_path: Path) -> None:
    """A page may show a failure, and then it must fail."""
    page = _page(tmp_path, "<!-- run: exits 3 -->\n```console\n$ python -c 'exit(3)'\n```\n")

    assert 1 == reader.follow(page)


# -- what pages say of the code ------------------------------------------------------------------


def _text(name: str) -> str:
    return (HOUSE / "docs" / "reference" / name).read_text("utf-8")


def test_the_published_schema_is_the_one_in_force() -> None:
    """docs/reference/journey.schema.json is what `cxprobe schema` prints: write it anew when it changes."""
    assert schema() == json.loads(_text("journey.schema.json"))


def _keys(table: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, told in table.model_fields.items():
        if told.exclude:
            continue
        inner = told.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _keys(inner, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


@pytest.mark.parametrize(("page", "table"), [("settings.md", Settings), ("personas.md", Persona)])
def test_every_key_is_in_the_reference(page: str, table: type[BaseModel]) -> None:
    """Whoever adds a key to a file that people write says what it is for, and none is told of that is not."""
    described = set(re.findall(r"^\| `([a-z_.…]+)` \|", _text(page), re.MULTILINE))

    assert set(_keys(table)) == {name.removesuffix(".…") for name in described}


def test_every_option_is_in_the_reference() -> None:
    """The options of cxprobe's own group, no more and no fewer."""
    parser = pytest.Parser(_ispytest=True)
    plugin.pytest_addoption(parser)
    there_are = {name for option in parser.getgroup("cxprobe").options for name in option.names()}

    assert there_are == set(re.findall(r"^\| `(--[a-z-]+)", _text("settings.md"), re.MULTILINE))


def test_every_expectation_is_in_the_reference() -> None:
    """The table of expectations has them all."""
    assert set(EXPECTATIONS) == set(re.findall(r"^\| `(\w+)\(\)` \|", _text("expectations.md"), re.MULTILINE))


def test_every_misfortune_is_in_the_reference() -> None:
    """With its sentence, its slot and its way out, word for word."""
    rows = re.findall(
        r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|[^|]*\| ([^|]+) \|$", _text("misfortunes.md"), re.MULTILINE
    )

    assert [(m.id, m.sentence, m.slot, m.way_out) for m in CATALOGUE.values()] == rows


def test_every_switch_is_in_the_reference() -> None:
    """Each sin and fault, with an expectation that there is."""
    rows = re.findall(r"^\| `--(sin|fault) ([\w-]+)` \| .*? \| `(\w+)`", _text("demo.md"), re.MULTILINE)

    assert [*SINS, *FAULTS] == [switch for _, switch, _ in rows]
    assert {expectation for *_, expectation in rows} <= set(EXPECTATIONS)


def test_every_point_of_the_feeling_is_in_the_reference() -> None:
    """What is reckoned is what is written."""
    rows = re.findall(r"^\| ([a-z ]+) \| ([+−][\d.]+) \|", _text("measures.md"), re.MULTILINE)

    assert dict(POINTS) == {name: float(points.replace("−", "-")) for name, points in rows}


@pytest.mark.parametrize(
    "page", [*PAGES, HOUSE / "ARCHITECTURE.md", HOUSE / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link and picture of a page is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]


# -- the site ------------------------------------------------------------------------------------


def test_every_page_is_in_the_contents() -> None:
    """A page that is in no toctree is found by nobody."""
    docs = HOUSE / "docs"
    contents = re.findall(r"```\{toctree\}\n(.*?)```", (docs / "index.md").read_text("utf-8"), re.DOTALL)
    listed = {line for block in contents for line in block.split("\n") if line and line[0] != ":"}

    assert listed == {str(page.relative_to(docs).with_suffix("")) for page in docs.rglob("*.md")} - {"index"}


def test_every_public_name_is_in_the_reference() -> None:
    """What can be imported from cxprobe is told of, from its docstring; expectations come by themselves."""
    named = set(re.findall(r"^\.\. auto\w+:: cxprobe\.(\w+)", _text("api.md"), re.MULTILINE))

    assert set(cxprobe.__all__) - set(EXPECTATIONS) == named
    assert "EVERY-EXPECTATION" in _text("api.md")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """Every page is made, asks nothing of any other host, and holds every public name."""
    pytest.importorskip("furo")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", "-d", str(tmp_path / "doctrees")]
    done = subprocess.run(
        [*command, str(HOUSE / "docs"), str(tmp_path / "site")],
        env=_at_home(), capture_output=True, text=True, timeout=WITHIN, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout + done.stderr
    pages = {page: page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html")}
    fetched = (
        r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"(?:https?:)?//|<link\b[^>]*\bhref=\"(?:https?:)?//"
    )

    assert [] == [page.name for page, text in pages.items() if re.search(fetched, text)]
    names = (tmp_path / "site/reference/api.html").read_text("utf-8")
    assert [] == [name for name in cxprobe.__all__ if f'id="cxprobe.{name}"' not in names]
