"""Finds a browser on this machine, or installs one and says what it chose.

In order: what `CXPROBE_BROWSER` names, Playwright's own download, a headless shell on the system,
Chrome or Chromium on the system. A headless shell comes first because a fresh context and page
takes it 48 ms, and a full Chromium 220 ms (measured on two cores).
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cxprobe.channels.machine import Machine, Ran
from cxprobe.errors import NoBrowser

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
"""Headless shells by command name: quick, and without a window to show."""
BROWSERS = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser")
"""Whole browsers by command name, which can also be watched at work (`--headed`)."""
MAC_BROWSERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's packages, the first one that exists is taken; Ubuntu has neither outside a snap."""
FONTS = ("fonts-liberation", "fonts-dejavu-core", "fonts-noto-color-emoji")
"""Latin, Greek and Cyrillic in the widths that pages expect; Arabic and Hebrew by DejaVu; faces."""
DRIVER_NEEDS = ("libatomic1",)
"""What Playwright's own Node links to, and a bare Debian has not."""

BRING_YOUR_OWN = "Install Chrome or Chromium, then name it: CXPROBE_BROWSER=/path/to/chrome"

CONNECT_WITHIN = 8.0
"""Seconds that Playwright's downloader may wait for each of the five addresses it tries."""
DOWNLOAD_WITHIN = 600.0
"""Seconds for a download that does come in; one that stalls is given up long before."""
APT_WITHIN = 300.0
START_WITHIN = 30.0

Echo = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that is on this machine: where it came from, its file, its name and version."""

    how: Literal["named", "playwright", "system"]
    path: Path
    name: str
    version: str

    def told(self) -> str:
        """In words: "chromium-headless-shell 156.0.8078.79 (/usr/bin/…), which the system has"."""
        whence = {
            "named": "which CXPROBE_BROWSER names",
            "playwright": "Playwright's own",
            "system": "which the system has",
        }
        return f"{self.name} {self.version} ({self.path}), {whence[self.how]}"


def find_browser(*, headed: bool = False, machine: Machine | None = None) -> Browser | None:
    """The browser to use, or None; `headed` asks for one that has a window to watch.

    Raises NoBrowser when CXPROBE_BROWSER names something that cannot be started.
    """
    machine = machine or Machine()
    named = machine.env.get("CXPROBE_BROWSER")
    if named:
        return _named(named, machine)
    candidates = [*_playwrights_own(machine, headed=headed), *_on_the_system(machine, headed=headed)]
    return next(iter(candidates), None)


def install_browser(echo: Echo, *, machine: Machine | None = None) -> Browser:
    """Find a browser or install one, telling `echo` each step; returns one that was seen to start.

    Raises NoBrowser with the exact command to type when it takes somebody with more rights.
    """
    machine = machine or Machine()
    _wake_the_driver(echo, machine)
    found = find_browser(machine=machine)
    if found and _starts(found, machine).well:
        echo(f"Browser: {found.told()}.")
        return found
    if found:
        echo(f"There is {found.told()}, but it does not start.")
    else:
        echo("No browser on this machine yet.")
    installed = _from_playwright(echo, machine) or _from_debian(echo, machine)
    echo(f"Browser: {installed.told()}.")
    return installed


def no_browser() -> NoBrowser:
    """The error to raise where a browser is needed and none was found: it says what to type."""
    return NoBrowser(
        "No browser on this machine: neither Playwright's own nor Chrome nor Chromium.\n"
        "Type `cxprobe install-browser`, or name one in CXPROBE_BROWSER."
    )


def _named(named: str, machine: Machine) -> Browser:
    path = machine.which(named)
    version = path and _version(path, machine)
    if not path or not version:
        problem = "cannot be started" if path else "is no file that can be run"
        raise NoBrowser(
            f"CXPROBE_BROWSER names {named!r}, which {problem}.\n"
            "Give the full path of a Chrome or Chromium, or unset it to have one found."
        )
    return Browser("named", path, path.name, version)


def _downloads(machine: Machine) -> Path | None:
    """The folder that Playwright downloads browsers to, as its registry works it out."""
    told = machine.env.get("PLAYWRIGHT_BROWSERS_PATH")
    if told == "0":
        return machine.registry.parent / ".local-browsers" if machine.registry else None
    if told:
        return Path(told)
    home = Path(machine.env.get("HOME") or Path.home())
    caches = home / "Library/Caches" if machine.platform == "darwin" else home / ".cache"
    return Path(machine.env.get("XDG_CACHE_HOME") or caches) / "ms-playwright"


def _playwrights_own(machine: Machine, *, headed: bool) -> Iterator[Browser]:
    """Playwright's downloads of exactly the revision that the installed Playwright drives."""
    downloads = _downloads(machine)
    if downloads is None or machine.registry is None or not machine.registry.is_file():
        return
    listed = {b["name"]: b for b in json.loads(machine.registry.read_text("utf-8"))["browsers"]}
    for name in ("chromium",) if headed else ("chromium-headless-shell", "chromium"):
        if name not in listed:
            continue
        folder = downloads / f"{name.replace('-', '_')}-{listed[name]['revision']}"
        for path in _executables(folder):
            yield Browser("playwright", path, name, listed[name]["browserVersion"])


def _executables(folder: Path) -> Iterator[Path]:
    if not (folder / "INSTALLATION_COMPLETE").is_file():
        return
    for name in ("chrome-headless-shell", "headless_shell", "chrome", "*.app/Contents/MacOS/*"):
        yield from (p for p in sorted(folder.glob(f"*/{name}")) if p.is_file() and os.access(p, os.X_OK))


def _on_the_system(machine: Machine, *, headed: bool) -> Iterator[Browser]:
    names = BROWSERS if headed else (*SHELLS, *BROWSERS)
    paths = [machine.which(name) for name in names]
    if machine.platform == "darwin":
        paths += [machine.which(app) for app in MAC_BROWSERS]
    for path in filter(None, paths):
        if version := _version(path, machine):
            yield Browser("system", path, path.name, version)


def _version(path: Path, machine: Machine) -> str | None:
    """'156.0.8078.79', or None when it does not even say so: a stub, or its libraries are missing."""
    ran = machine.run([str(path), "--version"], within=START_WITHIN)
    found = re.search(r"\d+(?:\.\d+)+", ran.said)
    return found.group() if ran.well and found else None


def _starts(browser: Browser, machine: Machine) -> Ran:
    """Start it and have it load an empty page, without a sandbox, just as Playwright does."""
    command = [str(browser.path), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    ran = machine.run(command, within=START_WITHIN)
    return ran if not ran.well or "<html" in ran.said else Ran(1, "it started, and loaded nothing")


def _wake_the_driver(echo: Echo, machine: Machine) -> None:
    """Have Playwright's Node start: without it every browser is of no use."""
    if machine.node is None:
        raise NoBrowser("Playwright is not installed here. Type `pip install playwright`.")
    ran = machine.run([str(machine.node), "--version"], within=START_WITHIN)
    if ran.well:
        return
    echo(f"Playwright does not start yet: {ran.why}")
    packages = DRIVER_NEEDS if find_browser(machine=machine) else (*DRIVER_NEEDS, PACKAGES[0], *FONTS)
    _must_install(packages, machine)
    added = _apt_install(DRIVER_NEEDS, echo, machine)
    again = machine.run([str(machine.node), "--version"], within=START_WITHIN)
    if not again.well:
        raise NoBrowser(f"Playwright does not start: {again.why}\n{shlex.join(DRIVER_NEEDS)}: {added.why}")


def _from_playwright(echo: Echo, machine: Machine) -> Browser | None:
    """Playwright's own download, or None where it cannot be reached."""
    echo("Asking Playwright to download its headless shell …")
    command = [*machine.playwright, "install", "chromium", "--only-shell", "--no-progress"]
    patience = f"{CONNECT_WITHIN * 1000:.0f}"
    ran = machine.run(command, within=DOWNLOAD_WITHIN, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=patience)
    found = next(_playwrights_own(machine, headed=False), None) if ran.well else None
    if found is None:
        echo(f"  it could not be had: {ran.why}")
        return None
    if not _starts(found, machine).well:
        _add_libraries(found, echo, machine)
    return found


def _add_libraries(browser: Browser, echo: Echo, machine: Machine) -> None:
    """What a downloaded browser needs of the system; Playwright knows the packages of each."""
    command = [*machine.playwright, "install-deps", "chromium"]
    echo("  downloaded; it needs libraries of the system …")
    if not _may_install(machine):
        raise _somebody_else(shlex.join(command), machine)
    ran = machine.run([*_as_root(machine), *command], within=APT_WITHIN, DEBIAN_FRONTEND="noninteractive")
    started = _starts(browser, machine)
    if not started.well:
        raise NoBrowser(
            f"{browser.told()}, does not start: {started.why}\n"
            f"Its libraries were to come by `{shlex.join(command)}`, which said: {ran.why}"
        )


def _from_debian(echo: Echo, machine: Machine) -> Browser:
    """The system's package, on Debian and what descends from it."""
    _must_install((PACKAGES[0], *FONTS), machine)
    said = []
    for package in PACKAGES:
        ran = _apt_install((package, *FONTS), echo, machine)
        for found in _on_the_system(machine, headed=False):
            if (started := _starts(found, machine)).well:
                return found
            said.append(f"{found.path} does not start: {started.why}")
        if not ran.well:
            said.append(f"{package}: {ran.why}")
    raise NoBrowser("No browser could be installed.\n  " + "\n  ".join(said) + f"\n{BRING_YOUR_OWN}")


def _must_install(packages: Sequence[str], machine: Machine) -> None:
    """Raise NoBrowser, with what to type, where this machine's packages cannot be added to by us."""
    if machine.which("apt-get") is None:
        raise NoBrowser(
            "No browser can be started, and this machine has no apt-get to install one with.\n"
            + BRING_YOUR_OWN
        )
    if not _may_install(machine):
        raise _somebody_else(f"apt-get update && {shlex.join(_apt_command(packages))}", machine)


def _apt_install(packages: Sequence[str], echo: Echo, machine: Machine) -> Ran:
    """Install packages, from lists that are fetched first."""
    full = [*_as_root(machine), "env", "DEBIAN_FRONTEND=noninteractive"]
    command = _apt_command(packages)
    echo(f"  {shlex.join(command)}")
    machine.run([*full, "apt-get", "-qq", "update"], within=APT_WITHIN)
    return machine.run([*full, *command], within=APT_WITHIN)


def _apt_command(packages: Sequence[str]) -> list[str]:
    return ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]


def _as_root(machine: Machine) -> list[str]:
    return [] if machine.root else ["sudo", "-n"]


def _may_install(machine: Machine) -> bool:
    """Whether we are root, or may act as root without being asked for a password."""
    if machine.root:
        return True
    return machine.which("sudo") is not None and machine.run(["sudo", "-n", "true"], within=10).well


def _somebody_else(command: str, machine: Machine) -> NoBrowser:
    become = "sudo sh -c" if machine.which("sudo") else "su -c"
    return NoBrowser(
        "No browser here, and installing one takes root. Type\n"
        f"  {become} {shlex.quote(command)}\n"
        "or have somebody type it who may; then start again."
    )
