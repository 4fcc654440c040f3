"""What is ours to mend: Python, the browser, the report's tools, settings, personas, standards."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.channels.browser import find_browser, no_browser
from cxprobe.doctor.check import Check
from cxprobe.errors import NoBrowser, UsageError
from cxprobe.judging.standards import load_standards
from cxprobe.people.persona import find_persona, load_personas, strange_devices
from cxprobe.settings import FILE_NAME, Settings, bundled, load_settings, shown

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers

Opened = Callable[[Settings], AbstractContextManager["Browsers"]]
"""Gives a browser to visit with, for the length of a block."""

_NODE_WITHIN = 20.0
"""Seconds for Node to tell its version."""
_NOWHERE = "http://127.0.0.1:9"
"""An address that no page is asked of: a browser is opened for it, and closed."""


def python() -> Check:
    """The Python that runs this, and the cxprobe in it."""
    return Check("python", "ok", f"Python {platform.python_version()}, cxprobe {version('cxprobe')}.")


def settings_from(start: Path) -> tuple[Settings, list[Check]]:
    """The settings found from a folder upwards, and what is to be said of them; broken, the defaults."""
    try:
        settings = load_settings(start)
    except UsageError as problem:
        lines = str(problem).splitlines()
        return Settings(folder=start.resolve()), [Check("settings", "broken", line) for line in lines]
    own = settings.folder / FILE_NAME
    if own.is_file():
        return settings, [Check("settings", "ok", f"{shown(own)}, every key known.")]
    if settings.model_fields_set - {"folder"}:
        return settings, [
            Check("settings", "ok", f"[tool.cxprobe] of {shown(own.with_name('pyproject.toml'))}.")
        ]
    return settings, [Check("settings", "look here", f"No {FILE_NAME}: the defaults count.", "cxprobe init")]


def people(settings: Settings) -> list[Check]:
    """Whether every persona can be read, and the one of the settings is among them."""
    folders = settings.persona_folders()
    try:
        everybody = load_personas(folders)
        find_persona(settings.persona, folders)
    except UsageError as problem:
        return [Check("personas", "broken", line) for line in str(problem).splitlines()]
    return [
        Check("personas", "ok", f"{len(everybody)} can visit; unless another is named, {settings.persona}.")
    ]


def devices(settings: Settings, browsers: Browsers | None) -> list[Check]:
    """A check for each device of a persona that the browser does not know; none where all is well."""
    if browsers is None:
        return []
    folders = settings.persona_folders()
    try:
        everybody = load_personas(folders)
    except UsageError:
        return []  # it was said of the personas already
    odd = strange_devices(everybody.values(), folders, lambda: browsers.playwright.devices)
    return [Check("personas", "broken", line) for line in odd]


def standards(settings: Settings) -> Check:
    """Whether the standards can be read, and whose they are."""
    file = settings.standards_file()
    try:
        there_are = load_standards(file)
    except UsageError as problem:
        return Check("standards", "broken", str(problem))
    whose = "Those that come with cxprobe" if file.is_relative_to(bundled("scenarios")) else shown(file)
    return Check("standards", "ok", f"{whose}: {', '.join(there_are)}.")


def report_tools() -> Check:
    """Whether Allure's own report could be made; cxprobe's pages need nothing."""
    node = shutil.which("node")
    if node is None:
        said = "Pages: yes. Allure results: yes. Node.js is not here; only Allure's own page needs it."
        return Check("reports", "ok", said)
    return Check(
        "reports", "ok", f"Pages: yes. Allure results: yes. Allure's own page: by Node {_told(node)}."
    )


def browser(settings: Settings, stack: ExitStack, opened: Opened) -> tuple[Browsers | None, Check]:
    """A browser that was seen to start, ended with the stack; None where none does."""
    try:
        found = find_browser()
        if found is None:
            raise no_browser()
        browsers = stack.enter_context(opened(settings))
        browsers.alone(_NOWHERE).close()
    except NoBrowser as problem:
        return None, Check("browser", "broken", str(problem).splitlines()[0], "cxprobe install-browser")
    except Exception as problem:  # Playwright's own driver does not start, and says so in many ways
        said = f"Playwright does not start: {(str(problem) or type(problem).__name__).splitlines()[0]}"
        return None, Check("browser", "broken", said, "cxprobe install-browser")
    return browsers, Check("browser", "ok", f"{found.told()}; it starts.")


def _told(node: str) -> str:
    try:
        ran = subprocess.run(
            [node, "--version"], capture_output=True, text=True, timeout=_NODE_WITHIN, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "of an unknown version"
    return ran.stdout.strip().removeprefix("v")
