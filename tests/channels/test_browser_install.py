"""Finding and installing a browser, on machines made of small scripts in a folder of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxprobe.channels.browser import (
    FONTS,
    PACKAGES,
    Browser,
    find_browser,
    install_browser,
)
from cxprobe.channels.machine import Machine
from cxprobe.errors import NoBrowser

A_BROWSER = """
case "$*" in
  --version) echo "Chromium 156.0.1.2" ;;
  *) echo "<html><head></head><body></body></html>" ;;
esac
"""
LACKS_LIBRARIES = """
case "$*" in
  --version) echo "Chromium 156.0.1.2" ;;
  *) echo "error while loading shared libraries: libnss3.so"; exit 127 ;;
esac
"""
A_STUB = 'echo "this command needs a snap to be installed"; exit 1'
UNREACHABLE = """
echo "Downloading Chrome Headless Shell 159.0.3.4"
echo "Error: getaddrinfo ENOTFOUND downloads.example"
echo "    at GetAddrInfoReqWrap"
exit 1
"""


class Bench:
    """A machine in a folder: what is on its PATH is what a test put there."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.cache = folder / "cache"
        self.asked = folder / "asked.txt"
        self.said: list[str] = []
        self.bin.mkdir()
        self.asked.touch()
        for tool in ("sh", "env", "cp", "mkdir", "chmod", "touch", "sleep"):
            (self.bin / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
        self.registry = folder / "driver" / "package" / "browsers.json"
        self.registry.parent.mkdir(parents=True)
        self.node = self.has("node", "echo v24.0.0").rename(folder / "driver" / "node")
        shell = {"name": "chromium-headless-shell", "revision": "1255", "browserVersion": "159.0.3.4"}
        self.registry.write_text(json.dumps({"browsers": [shell, shell | {"name": "chromium"}]}), "utf-8")
        self.playwright = self.has("playwright", UNREACHABLE)

    def has(self, name: str, script: str) -> Path:
        """Put a command on its PATH, which writes down that it was asked for."""
        path = self.bin / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.asked}"\n{script}\n', "utf-8")
        path.chmod(0o755)
        return path

    def has_apt(self, **packages: str) -> None:
        """Give it an apt-get that knows these packages: name with underscores, and what it installs."""
        shelf = self.bin.parent / "shelf"
        shelf.mkdir()
        for name, script in packages.items():
            (shelf / name.replace("_", "-")).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        self.has(
            "apt-get",
            f'for word in "$@"; do case "$word" in chromium*|lib*) wanted="$word" ;; esac; done\n'
            f'case "$*" in *update*) exit 0 ;; esac\n'
            f'if [ ! -e "{shelf}/$wanted" ]; then echo "E: Unable to locate package $wanted"; exit 100; fi\n'
            f'cp "{shelf}/$wanted" "{self.bin}/$wanted"; chmod 755 "{self.bin}/$wanted"',
        )

    def has_downloaded(self, revision: str = "1255", *, whole: bool = True) -> Path:
        """Put a headless shell where Playwright keeps its downloads."""
        folder = self.cache / "ms-playwright" / f"chromium_headless_shell-{revision}"
        path = folder / "chrome-headless-shell-linux64" / "chrome-headless-shell"
        path.parent.mkdir(parents=True)
        path.write_text(f"#!/bin/sh\n{A_BROWSER}\n", "utf-8")
        path.chmod(0o755)
        if whole:
            (folder / "INSTALLATION_COMPLETE").touch()
        return path

    def machine(self, *, root: bool = True, **env: str) -> Machine:
        """The machine as cxprobe sees it."""
        return Machine(
            env={
                "PATH": str(self.bin),
                "HOME": str(self.bin.parent),
                "XDG_CACHE_HOME": str(self.cache),
                **env,
            },
            root=root,
            platform="linux",
            playwright=(str(self.playwright),),
            registry=self.registry,
        )

    def install(self, *, root: bool = True) -> Browser:
        """Have cxprobe install a browser here, and keep what it says."""
        return install_browser(self.said.append, machine=self.machine(root=root))

    @property
    def commands(self) -> list[str]:
        """What was asked of the machine, in order, but for browsers."""
        lines = self.asked.read_text("utf-8").splitlines()
        return [line for line in lines if line.startswith(("apt-get", "sudo", "playwright"))]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bare machine: no browser, no apt-get, and Playwright's downloads cannot be reached."""
    return Bench(tmp_path)


def test_a_bare_machine_has_no_browser(bench: Bench) -> None:
    """Nothing on the PATH and nothing downloaded is no browser, and no error."""
    assert find_browser(machine=bench.machine()) is None


def test_playwrights_own_comes_first(bench: Bench) -> None:
    """Playwright's download of its own revision is taken before one on the system."""
    path = bench.has_downloaded()
    bench.has("chromium-headless-shell", A_BROWSER)

    assert Browser("playwright", path, "chromium-headless-shell", "159.0.3.4") == find_browser(
        machine=bench.machine()
    )


@pytest.mark.parametrize(("revision", "whole"), [("1111", True), ("1255", False)])
def test_other_revisions_and_half_downloads_do_not_count(bench: Bench, revision: str, whole: bool) -> None:
    """What an older Playwright left, or a download broken off, is no browser."""
    bench.has_downloaded(revision, whole=whole)

    assert find_browser(machine=bench.machine()) is None


def test_playwrights_folder_can_be_elsewhere(bench: Bench, tmp_path: Path) -> None:
    """PLAYWRIGHT_BROWSERS_PATH is honoured, as Playwright does."""
    bench.has_downloaded()
    elsewhere = tmp_path / "elsewhere"
    (bench.cache / "ms-playwright").rename(elsewhere)

    found = find_browser(machine=bench.machine(PLAYWRIGHT_BROWSERS_PATH=str(elsewhere)))

    assert found is not None
    assert elsewhere in found.path.parents


def test_a_headless_shell_is_preferred(bench: Bench) -> None:
    """With Chrome and a headless shell on the system, the quick one is taken."""
    bench.has("google-chrome", A_BROWSER)
    path = bench.has("chromium-headless-shell", A_BROWSER)

    assert Browser("system", path, "chromium-headless-shell", "156.0.1.2") == find_browser(
        machine=bench.machine()
    )


def test_to_watch_takes_a_whole_browser(bench: Bench) -> None:
    """A headless shell has no window, so whoever wants to watch gets Chrome, or nothing."""
    bench.has("chromium-headless-shell", A_BROWSER)
    alone = find_browser(headed=True, machine=bench.machine())
    chrome = bench.has("google-chrome", A_BROWSER)
    both = find_browser(headed=True, machine=bench.machine())

    assert alone is None
    assert both is not None
    assert chrome == both.path


def test_a_stub_is_passed_over(bench: Bench) -> None:
    """A command that only says to install a snap is no browser; the next one is taken."""
    bench.has("chromium", A_STUB)
    path = bench.has("chromium-browser", A_BROWSER)

    found = find_browser(machine=bench.machine())

    assert found is not None
    assert path == found.path


def test_the_one_that_is_named_comes_before_all(bench: Bench) -> None:
    """CXPROBE_BROWSER wins, by name or by path."""
    bench.has_downloaded()
    path = bench.has("my-chrome", A_BROWSER)

    by_name = find_browser(machine=bench.machine(CXPROBE_BROWSER="my-chrome"))
    by_path = find_browser(machine=bench.machine(CXPROBE_BROWSER=str(path)))

    assert Browser("named", path, "my-chrome", "156.0.1.2") == by_name
    assert by_name == by_path


@pytest.mark.parametrize(
    ("named", "problem"), [("chrmoe", "is no file that can be run"), ("stub", "cannot be started")]
)
def test_a_wrong_name_is_an_error(bench: Bench, named: str, problem: str) -> None:
    """A named browser that is not there is never silently replaced by another."""
    bench.has("chromium", A_BROWSER)
    bench.has("stub", A_STUB)

    with pytest.raises(NoBrowser, match=f"CXPROBE_BROWSER names '{named}', which {problem}"):
        find_browser(machine=bench.machine(CXPROBE_BROWSER=named))


def test_nothing_is_installed_where_one_is_found(bench: Bench) -> None:
    """A browser that starts is told of, and neither Playwright nor apt-get is asked."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)
    path = bench.has("chromium", A_BROWSER)

    installed = bench.install()

    assert path == installed.path
    assert [] == bench.commands
    assert [f"Browser: chromium 156.0.1.2 ({path}), which the system has."] == bench.said


def test_playwright_is_asked_first(bench: Bench) -> None:
    """On a bare machine Playwright's download is tried before the system's packages."""
    path = bench.has_downloaded()
    away = path.parents[1].with_suffix(".away")
    path.parents[1].rename(away)
    bench.has("playwright", f'cp -r "{away}" "{path.parents[1]}"')
    bench.has_apt(chromium_headless_shell=A_BROWSER)

    installed = bench.install()

    assert path == installed.path
    assert ["playwright install chromium --only-shell --no-progress"] == bench.commands


def test_the_systems_package_is_the_second_choice(bench: Bench) -> None:
    """Where the download cannot be reached, apt-get updates and installs a headless shell with fonts."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)

    installed = bench.install()

    assert "system" == installed.how
    assert [
        "playwright install chromium --only-shell --no-progress",
        "apt-get -qq update",
        f"apt-get install -y -qq --no-install-recommends {PACKAGES[0]} {' '.join(FONTS)}",
    ] == bench.commands
    assert "  it could not be had: getaddrinfo ENOTFOUND downloads.example" in bench.said


def test_a_whole_chromium_is_the_third_choice(bench: Bench) -> None:
    """Where there is no package of the headless shell, Chromium is installed."""
    bench.has_apt(chromium=A_BROWSER)

    assert bench.bin / "chromium" == bench.install().path


def test_no_package_at_all_says_why(bench: Bench) -> None:
    """With neither package, the message has apt's own words and what to do instead."""
    bench.has_apt()

    with pytest.raises(NoBrowser) as caught:
        bench.install()

    assert "chromium-headless-shell: Unable to locate package chromium-headless-shell" in str(caught.value)
    assert "CXPROBE_BROWSER=/path/to/chrome" in str(caught.value)


def test_one_that_does_not_start_is_not_taken(bench: Bench) -> None:
    """Installed is not enough: it must be seen to load a page, and the message says what it said."""
    bench.has_apt(chromium_headless_shell=LACKS_LIBRARIES)

    with pytest.raises(NoBrowser, match=r"does not start: error while loading shared libraries: libnss3\.so"):
        bench.install()


def test_a_broken_one_does_not_hide_a_good_one(bench: Bench) -> None:
    """Where the first browser on the PATH does not start, the one that was installed after it is taken."""
    bench.has("chromium-headless-shell", LACKS_LIBRARIES)
    bench.has_apt(chromium=A_BROWSER)

    assert bench.bin / "chromium" == bench.install().path
    assert "but it does not start" in bench.said[0]


def test_a_download_gets_its_libraries(bench: Bench) -> None:
    """A downloaded browser that lacks libraries has Playwright install them."""
    path = bench.has_downloaded()
    path.write_text(f"#!/bin/sh\n[ -e {bench.cache}/libraries ] || exit 127\n{A_BROWSER}\n", "utf-8")
    bench.has("playwright", f'case "$1" in install-deps) touch {bench.cache}/libraries ;; esac')

    installed = bench.install()

    assert path == installed.path
    assert "playwright install-deps chromium" == bench.commands[-1]


def test_without_root_it_prints_the_command(bench: Bench) -> None:
    """Whoever may not install is told exactly what to type, and apt-get is left alone."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)
    bench.has("sudo", "exit 1")

    with pytest.raises(NoBrowser) as caught:
        bench.install(root=False)

    assert (
        "  sudo sh -c 'apt-get update && apt-get install -y -qq --no-install-recommends"
        f" chromium-headless-shell {' '.join(FONTS)}'\n"
    ) in str(caught.value)
    assert not [command for command in bench.commands if command.startswith("apt-get")]


def test_the_driver_gets_its_library(bench: Bench) -> None:
    """On a bare Debian Playwright's own Node lacks a library, so that comes first."""
    library = bench.bin / "libatomic1"
    bench.has_apt(chromium_headless_shell=A_BROWSER, libatomic1="true")
    bench.node.write_text(
        f'#!/bin/sh\n[ -e "{library}" ] || {{ echo "libatomic.so.1: missing"; exit 127; }}\n'
    )

    bench.install()

    assert [
        "apt-get -qq update",
        "apt-get install -y -qq --no-install-recommends libatomic1",
        "playwright install chromium --only-shell --no-progress",
    ] == bench.commands[:3]
    assert "Playwright does not start yet: libatomic.so.1: missing" == bench.said[0]


def test_a_driver_that_stays_dead_is_an_error(bench: Bench) -> None:
    """A browser is of no use where Playwright cannot drive it, and the message has both reasons."""
    bench.has("chromium-headless-shell", A_BROWSER)
    bench.has_apt()
    bench.node.write_text('#!/bin/sh\necho "libatomic.so.1: missing"; exit 127\n')

    with pytest.raises(NoBrowser) as caught:
        bench.install()

    assert "Playwright does not start: libatomic.so.1: missing" in str(caught.value)
    assert "libatomic1: Unable to locate package libatomic1" in str(caught.value)


def test_without_root_one_command_brings_all(bench: Bench) -> None:
    """Whoever has to ask for root asks once: for the driver's library, the browser and the fonts."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)
    bench.node.write_text("#!/bin/sh\nexit 127\n")

    with pytest.raises(NoBrowser, match=f"libatomic1 chromium-headless-shell {' '.join(FONTS)}"):
        bench.install(root=False)


def test_without_sudo_it_prints_su(bench: Bench) -> None:
    """A bare Debian has no sudo, so the command to type does not use it."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)

    with pytest.raises(NoBrowser, match="su -c 'apt-get update"):
        bench.install(root=False)


def test_sudo_without_a_password_will_do(bench: Bench) -> None:
    """Where sudo asks nothing, it is used."""
    bench.has_apt(chromium_headless_shell=A_BROWSER)
    bench.has("sudo", 'shift; "$@"')

    bench.install(root=False)

    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -qq update" in bench.commands


def test_without_apt_it_says_how_to_name_one(bench: Bench) -> None:
    """On a system without apt-get the way out is a browser of one's own."""
    with pytest.raises(NoBrowser, match="CXPROBE_BROWSER=/path/to/chrome"):
        bench.install()


def test_a_command_that_hangs_is_ended_with_all_it_started(bench: Bench) -> None:
    """What takes too long is stopped, and what it started no longer holds us up."""
    hangs = bench.has("hangs", "sleep 60 & sleep 60")
    began = time.monotonic()

    ran = bench.machine().run([str(hangs)], within=0.3)

    assert 124 == ran.code
    assert time.monotonic() - began < 5


def test_this_very_machine_has_one() -> None:
    """The suite needs a browser, so here one is found, and the file is there."""
    found = find_browser()

    assert found is not None
    assert os.access(found.path, os.X_OK)


def test_looking_for_a_browser_imports_no_playwright() -> None:
    """The plugin looks before it needs Playwright, which is slow to import."""
    program = (
        "import sys; from cxprobe.channels.browser import find_browser; find_browser();"
        "print([m for m in sys.modules if m.split('.')[0] == 'playwright'])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()
