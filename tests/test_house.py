"""The house: which room may use which, what is public, and what must not lie about."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

import cxprobe

HOUSE = Path(__file__).resolve().parents[1]
PACKAGE = HOUSE / "cxprobe"

STAIRCASE = (
    "errors",
    "journey",
    "settings",
    "hookspecs",
    "people",
    "reading",
    "judging",
    "ledger",
    "channels",
    "journeys",
    "customer",
    "worst_day",
    "report",
    "visit",
    "beginning",
    "doctor",
    "plugin",
    "cli",
    "__main__",
)
"""A room uses only the rooms before it; journey comes early, as settings and people speak of time too."""
APART = "demo"
STARTS_THE_DEMO = {"plugin", "cli"}
KEPT_TO = {
    "playwright": {"channels", "plugin"},
    "pytest_playwright": {"plugin"},
    "allure": {"report"},
    "allure_pytest": {"report"},
    "allure_commons": {"report"},
}
"""Libraries that only some rooms may import."""
LONGEST = 400
"""Lines of a module."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "bundled")
ROOT = "cxprobe"


def room_of(path: Path) -> str:
    """The room a module lies in: 'people' for people/day.py, 'cxprobe' for the package itself."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return ROOT if first == "__init__" else first


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, in functions too, but not for type checkers alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from (name for other in node.orelse for name in imported(other))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _from(node)
        else:
            yield from _by_name(node)
            yield from imported(node)


def _from(node: ast.ImportFrom) -> Iterator[str]:
    module = node.module or ""
    rooms = {*STAIRCASE, APART}
    for alias in node.names:
        yield f"{ROOT}.{alias.name}" if module == ROOT and alias.name in rooms else module


def _by_name(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        yield from (
            arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        )


def trespasses(room: str, names: Iterable[str]) -> list[str]:
    """What a room imports and may not, each in a sentence; none is well."""
    return [why for name in sorted(set(names)) if (why := _trespass(room, name))]


def _trespass(room: str, name: str) -> str | None:
    top, *rest = name.split(".")
    if top in KEPT_TO and room not in KEPT_TO[top]:
        return f"{room} imports {top}, which only {', '.join(sorted(KEPT_TO[top]))} may"
    if top == ROOT and room != ROOT:
        return _upstairs(room, rest[0] if rest else ROOT)
    return None


def _upstairs(room: str, other: str) -> str | None:
    if room == other:
        return None
    if room == APART:
        return f"{APART} imports {other}, and knows nothing of being tested"
    if other == APART:
        return None if room in STARTS_THE_DEMO else f"{room} imports {APART}, which only plugin and cli start"
    if other not in STAIRCASE:
        return f"{room} imports {other}, which is no room of the staircase"
    if STAIRCASE.index(other) > STAIRCASE.index(room):
        return f"{room} imports {other}, which comes after it"
    return None


def tracked() -> list[Path]:
    """The text files of the project: those git knows or would know, else all that lie here."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        return [path for line in listed.stdout.splitlines() if (path := HOUSE / line).is_file()]
    return [path for path in HOUSE.rglob("*") if path.is_file() and ".venv" not in path.parts]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_uses_only_rooms_before_it(module: Path) -> None:
    """Each module keeps to the staircase, and to the libraries of its room."""
    tree = ast.parse(module.read_text("utf-8"))

    assert [] == trespasses(room_of(module), imported(tree))


@pytest.mark.parametrize(
    ("room", "source", "why"),
    [
        ("people", "from cxprobe.judging import measures", "people imports judging, which comes after it"),
        ("people", "from cxprobe import judging", "people imports judging, which comes after it"),
        (
            "people",
            "from cxprobe import Persona",
            "people imports cxprobe, which is no room of the staircase",
        ),
        ("people", "def f():\n    import cxprobe.customer", "people imports customer, which comes after it"),
        ("people", "import_module('cxprobe.cli')", "people imports cli, which comes after it"),
        (
            "judging",
            "import playwright.sync_api",
            "judging imports playwright, which only channels, plugin may",
        ),
        ("customer", "import allure", "customer imports allure, which only report may"),
        ("customer", "import cxprobe.demo", "customer imports demo, which only plugin and cli start"),
        (
            "demo",
            "from cxprobe.errors import did_you_mean",
            "demo imports errors, and knows nothing of being tested",
        ),
        ("people", "from cxprobe.utils import x", "people imports utils, which is no room of the staircase"),
    ],
)
def test_a_step_up_the_stairs_is_seen(room: str, source: str, why: str) -> None:
    """The test above can fail: each way to break the order is told in a sentence."""
    assert [why] == trespasses(room, imported(ast.parse(source)))


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("people", "if TYPE_CHECKING:\n    from cxprobe.customer import Customer"),
        ("customer", "from cxprobe.people.day import Day\nfrom cxprobe.channels import web"),
        ("channels", "from playwright.sync_api import Page"),
        ("cli", "from cxprobe.demo import Company"),
        ("demo", "from cxprobe.demo.goods import GOODS"),
    ],
)
def test_a_step_down_the_stairs_is_fine(room: str, source: str) -> None:
    """What the order allows is let through, and imports for type checkers do not count."""
    assert [] == trespasses(room, imported(ast.parse(source)))


def test_every_room_has_its_place() -> None:
    """A new room is given a place in the staircase before anybody uses it."""
    assert {room_of(module) for module in MODULES} <= {*STAIRCASE, APART, ROOT}


@pytest.mark.parametrize("room", ["journey", "errors", "hookspecs"])
def test_what_happened_needs_no_library(room: str) -> None:
    """A saved journey can be read for ever: that room uses the standard library and cxprobe alone."""
    modules = [module for module in MODULES if room_of(module) == room]
    names = {
        name.split(".")[0] for module in modules for name in imported(ast.parse(module.read_text("utf-8")))
    }

    assert set() == names - sys.stdlib_module_names - {ROOT} - ({"pluggy"} if room == "hookspecs" else set())


def test_every_library_is_declared() -> None:
    """What cxprobe imports is named in pyproject.toml, so that a plain install has it."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in project["dependencies"]}
    whence = packages_distributions()
    tops = {name.split(".")[0] for path in MODULES for name in imported(ast.parse(path.read_text("utf-8")))}
    libraries = tops - sys.stdlib_module_names - {ROOT, ""}

    missing = [name for name in sorted(libraries) if not _provided(whence.get(name, []), declared)]

    assert [] == missing


def _provided(distributions: Iterable[str], declared: set[str]) -> bool:
    comes_with = {"allure-python-commons": "allure-pytest"}
    names = {name.lower() for name in distributions}
    return bool({comes_with.get(name, name) for name in names} & declared)


def test_every_dependency_is_locked() -> None:
    """requirements-dev.lock pins what pyproject.toml names, each with hashes, and names no host."""
    pyproject = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    named = [*pyproject["project"]["dependencies"], *pyproject["dependency-groups"]["dev"]]
    lock = (HOUSE / "requirements-dev.lock").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)  # some twice, for different Pythons
    pinned = set(pins)
    wanted = {re.split(r"[^\w.-]", line)[0].lower() for line in named}

    assert set() == wanted - pinned
    assert len(re.findall(r"^[\w.-]+==.*\\\n +--hash=", lock, re.MULTILINE)) == len(pins)
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", lock)


def test_the_public_names_are_sorted_and_there() -> None:
    """`cxprobe.__all__` is in order, says nothing twice, and every name can be imported."""
    names = cxprobe.__all__

    assert sorted(names, key=_in_print) == list(names)
    assert [] == [name for name in names if not hasattr(cxprobe, name)]
    assert len(set(names)) == len(names)


def _in_print(name: str) -> tuple[int, str]:
    kind = 0 if name.isupper() else 1 if name[0].isupper() else 2
    return kind, name


def test_no_module_takes_the_name_of_a_fixture() -> None:
    """A module under the plugin becomes a name of it once imported, and would hide a fixture."""
    folder = PACKAGE / "plugin"

    fixtures = re.findall(r"^def (\w+)", (folder / "fixtures.py").read_text("utf-8"), re.MULTILINE)

    assert "customers" in fixtures
    assert set() == set(fixtures) & {file.stem for file in folder.glob("*.py")}


def test_importing_cxprobe_is_light() -> None:
    """The plugin loads in every pytest run of whoever installs it, so nothing heavy comes along."""
    program = "import sys, cxprobe.plugin; print(*sorted({m.split('.')[0] for m in sys.modules}))"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    heavy = {
        "playwright",
        "pydantic",
        "hypothesis",
        "faker",
        "rich",
        "typer",
        "starlette",
        "uvicorn",
        "jinja2",
    }
    assert set() == heavy & set(done.stdout.split())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_module_says_what_it_is_and_is_short(module: Path) -> None:
    """A module begins with a sentence, and stays short enough to be read in one sitting."""
    text = module.read_text("utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""

    assert len(said.split()) >= 3, f"its docstring is {said!r}"
    assert text.count("\n") <= LONGEST, f"{text.count(chr(10))} lines"


def test_no_room_is_a_cupboard() -> None:
    """A module is named after what it holds; everything could lie in one called utils."""
    cupboards = {"utils", "util", "helpers", "common", "base", "manager", "misc"}

    assert [] == [str(path) for path in MODULES if path.stem in cupboards]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of somebody's machine", r"(?<![\w./:<>-])/(?:home|root|Users|work|opt/pypi)/\w"),
        (
            "a package registry's host",
            r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian|snapshot\.debian",
        ),
    ],
)
def test_nothing_lies_about(what: str, pattern: str) -> None:
    """No file of the project holds what belongs to one machine or one network."""
    found = [
        f"{path.relative_to(HOUSE)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if re.search(pattern, line)
    ]

    assert [] == found, what


def test_the_wheel_carries_everything(tmp_path: Path) -> None:
    """A wheel made from the source archive has every file of the package, and the personas and scenarios."""
    carried = {
        "cxprobe": "cxprobe",
        "personas": "cxprobe/bundled/personas",
        "scenarios": "cxprobe/bundled/scenarios",
    }
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(HOUSE)]
    subprocess.run(command, capture_output=True, check=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())

    paths = [path.relative_to(HOUSE) for path in tracked()]
    wanted = {f"{carried[p.parts[0]]}/{p.relative_to(p.parts[0])}" for p in paths if p.parts[0] in carried}

    assert set() == wanted - inside
    assert {name for name in inside if "dist-info" not in name} == wanted


def test_ci_runs_what_a_reader_runs() -> None:
    """The one command of .ci/run is the README's test command."""
    lines = (HOUSE / ".ci/run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]

    assert ["exec make test"] == commands
    assert "make test" in (HOUSE / "README.md").read_text("utf-8")


@pytest.mark.parametrize("module", ["cxprobe.cli", "cxprobe.plugin", "cxprobe.demo"])
def test_the_doors_open(module: str) -> None:
    """What pyproject.toml points at can be imported, with warnings as errors."""
    assert importlib.import_module(module).__doc__
