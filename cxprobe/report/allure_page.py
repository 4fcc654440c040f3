"""Allure's own report page, made by its pinned command line, with everything that calls home taken out."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from cxprobe.errors import CxprobeError, UsageError

VERSION = "3.18.0"
"""The Allure command line from npm that the report is made with; options change between versions."""
PATIENCE = 900.0
"""Seconds the command line may take, a first download included."""
_MACHINERY = ("host", "thread", "framework", "language", "package", "parentSuite", "suite", "subSuite")
"""Labels that say nothing to people who do not read code."""
_EXTERNAL = re.compile(
    r"""<(script|link)\b[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?//[^>]*>(?:\s*</script>)?""", re.IGNORECASE
)
_TAG_MANAGER = re.compile(
    r"<script>(?:(?!</script>).){0,400}?window\.dataLayer(?:(?!</script>).)*</script>", re.DOTALL
)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_NOTHING_FROM_OUTSIDE = (
    '<meta http-equiv="Content-Security-Policy" content="'
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'\">"
)


def make_allure_report(results: Path, out: Path, echo: Callable[[str], object]) -> Path:
    """Make Allure's report from a folder of results: one page that needs no server; gives its path.

    `echo` is told what goes on. Needs Node 20 or newer with npm, and npm's registry the first time.
    Raises UsageError when there are no results, CxprobeError when the report cannot be made.
    """
    if not any(results.glob("*-result.json")):
        raise UsageError(
            f"No Allure results in {results}. Write some first, for example: pytest --alluredir={results}"
        )
    npx = shutil.which("npx")
    if npx is None:
        raise CxprobeError(
            "Allure's report needs Node 20 or newer with npm, and there is no npx here. "
            "Install it (on Debian and Ubuntu: apt-get install nodejs npm), "
            f"or use our own report, which needs neither: cxprobe report {results}"
        )
    echo(f"Making the report with Allure {VERSION} (npm fetches it the first time) ...")
    with tempfile.TemporaryDirectory(prefix="cxprobe-allure-") as work:
        page = _generate(npx, results.resolve(), Path(work))
        try:
            return _place(without_calls_home(page.read_text("utf-8")), out)
        except OSError as error:
            raise CxprobeError(
                f"Allure's report could not be written to {out}: {error.strerror or error}. "
                f"The results in {results} are safe. Make room, or name another folder."
            ) from error


def without_calls_home(page: str) -> str:
    """A report page without Allure's tag manager or any other outside script or style sheet.

    A content security policy forbids whatever the page might still try to fetch.
    """
    quiet = _TAG_MANAGER.sub("", _EXTERNAL.sub("", page))
    return _HEAD.sub(lambda head: head[0] + _NOTHING_FROM_OUTSIDE, quiet, count=1)


def _generate(npx: str, results: Path, work: Path) -> Path:
    """Run the command line in an empty folder, out of reach of anybody's configuration."""
    made = work / "report"
    command = [npx, "--yes", f"allure@{VERSION}", "awesome", str(results), "--single-file"]
    command += ["--output", str(made), "--report-name", "What our customers went through"]
    command += ["--report-language", "en", "--group-by", "feature,story"]
    command += [part for name in _MACHINERY for part in ("--hide-labels", name)]
    try:
        ran = subprocess.run(
            command,
            cwd=work,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CxprobeError(
            f"Allure's command line took longer than {PATIENCE / 60:.0f} min and was stopped. "
            f"Make a report of fewer results, or use our own: cxprobe report {results}"
        ) from error
    page = made / "index.html"
    if ran.returncode or not page.is_file():
        said = (ran.stderr.strip() or ran.stdout.strip() or "nothing").splitlines()[-8:]
        raise CxprobeError(
            "Allure's command line made no report. It said:\n  " + "\n  ".join(said) + "\n"
            f"See that npm reaches its registry (npm view allure@{VERSION}), "
            f"or use our own report, which needs no Node: cxprobe report {results}"
        )
    return page


def _place(page: str, out: Path) -> Path:
    """Write the page whole or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    path, part = out / "index.html", out / ".index.html.part"
    try:
        part.write_text(page, "utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
