"""The machine that cxprobe runs on: what is on it, who we are there, and how to run a command.

It is a value, so that a test can make another one.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command: its exit code (124 when it took too long) and all it said."""

    code: int
    said: str

    @property
    def well(self) -> bool:
        """Whether it ended with exit code 0."""
        return self.code == 0

    @property
    def why(self) -> str:
        """The line that names the trouble, where there is one; else its last words, for a message."""
        named = re.search(r"^\s*(?:Error|E): (.+)$", self.said, re.MULTILINE)
        if named:
            return named.group(1)
        lines = [line.strip() for line in self.said.splitlines()]
        telling = [line for line in lines if line and not line.startswith(("at ", "^", "}"))]
        return telling[-1] if telling else f"exit code {self.code}, without a word"


def _registry() -> Path | None:
    """Where the installed Playwright lists its browsers; looked up without importing it."""
    spec = importlib.util.find_spec("playwright")
    if not spec or not spec.origin:
        return None
    return Path(spec.origin).parent / "driver" / "package" / "browsers.json"


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine that is searched and installed on; another can be made for a test."""

    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    root: bool = field(default_factory=lambda: getattr(os, "geteuid", lambda: 1)() == 0)
    platform: str = sys.platform
    playwright: tuple[str, ...] = (sys.executable, "-m", "playwright")
    registry: Path | None = field(default_factory=_registry)

    def which(self, name: str) -> Path | None:
        """The file that a command's name stands for here, if there is one."""
        found = shutil.which(name, path=self.env.get("PATH", os.defpath))
        return Path(found) if found else None

    @property
    def node(self) -> Path | None:
        """The Node that Playwright's driver runs on: its own, unless PLAYWRIGHT_NODEJS_PATH names one."""
        if told := self.env.get("PLAYWRIGHT_NODEJS_PATH"):
            return Path(told)
        return self.registry.parent.parent / "node" if self.registry else None

    def run(self, command: Sequence[str], *, within: float, **more: str) -> Ran:
        """Run a command to its end, or to the end of `within` seconds, with `more` in its environment."""
        try:
            process = subprocess.Popen(
                command,
                env={**self.env, **more},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                start_new_session=True,
            )
        except OSError as problem:
            return Ran(127, str(problem))
        with process:
            try:
                said, _ = process.communicate(timeout=within)
            except BaseException as stopped:
                _stop(process)
                if not isinstance(stopped, subprocess.TimeoutExpired):
                    raise
                return Ran(124, f"nothing came of it within {within:g} s")
        return Ran(process.returncode, said)


def _stop(process: subprocess.Popen[str]) -> None:
    """End a command and all it started; a download left running would hold its pipe open."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=5)
            return
