"""What every shop here needs before it opens: a folder, an environment of its own, a port, and an end."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

HERE = Path(__file__).resolve().parent
OPENS_WITHIN = 180.0
"""Seconds a shop may take from its start to its first page."""


class ShopStaysClosed(Exception):
    """A shop could not be installed or started; says what failed and where its log lies."""


def arguments(name: str, told: str) -> argparse.ArgumentParser:
    """The options every shop has: `--port` (0: any free one) and `--folder`."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: any free one)")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(".cxprobe/shops") / name,
        help="where everything is put; may be deleted at any time (default: %(default)s)",
    )
    return parser


def free_port(wanted: int = 0) -> int:
    """The wanted port if it is free, or any free one for 0; else says that it is taken."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", wanted))
        except OSError as error:
            raise ShopStaysClosed(f"Port {wanted} is taken. Type another, or leave --port out.") from error
        port: int = door.getsockname()[1]
        return port


def environment(folder: Path, requirements: Path) -> Path:
    """The Python of a virtual environment in `folder` that has what the file of requirements pins."""
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    with once(folder / "venv.made", requirements.read_text("utf-8")) as wanted:
        if wanted:
            say("installing from the Python package index …")
            _make_environment(folder / "venv")
            pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
            run([*pip, "install", "--quiet", "-r", str(requirements)], folder)
    return python


def _make_environment(place: Path) -> None:
    # Debian's bare Python has pip or ensurepip, seldom both: pip from outside serves either.
    run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(place)], place.parent)


@contextmanager
def once(stamp: Path, text: str) -> Iterator[bool]:
    """Whether this is still to be done; noted as done for this very text when the block ends well."""
    wanted = not (stamp.is_file() and stamp.read_text("utf-8") == text)
    yield wanted
    if wanted:
        stamp.write_text(text, "utf-8")


def run(
    command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None, *, user: str = ""
) -> None:
    """A command carried out in `folder`, as `user` if one is named; the end of what it prints if it fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | (more or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        **_as_user(user),
    )
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise ShopStaysClosed(f"This failed, with {done.returncode}: {' '.join(command)}\n{last}")


@contextmanager
def started(
    command: Sequence[str], folder: Path, log: Path, *, more: Mapping[str, str] | None = None, user: str = ""
) -> Iterator[subprocess.Popen[bytes]]:
    """A server of ours in a process group of its own, ended, with all its children, when the block ends."""
    with log.open("ab") as out:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | (more or {}),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **_as_user(user),
        )
    try:
        yield server
    finally:
        _end(server)


def _as_user(name: str) -> dict[str, Any]:
    return {"user": name, "extra_groups": []} if name else {}


def _end(server: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(server.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)
            return


def wait_for_page(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when `url` answers; shows the end of the log if the server ends or takes too long."""
    end = time.monotonic() + OPENS_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=30):
                return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
        except OSError:
            pass
        time.sleep(0.3)  # between two looks whether it answers
    last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-15:])
    raise ShopStaysClosed(f"{url} did not open. The end of {log}:\n{last}")


def keep_open(url: str, server: subprocess.Popen[bytes], notes: Sequence[str]) -> None:
    """Prints where the shop is and what can be bought, and returns at Ctrl+C or when the server ends."""
    say(f"open at {url}", *notes, "Ctrl+C closes it.")
    with suppress(KeyboardInterrupt):
        server.wait()


def say(*lines: str) -> None:
    """One line each on the terminal, at once."""
    for line in lines:
        print(line, flush=True)


@contextmanager
def closing_time() -> Iterator[None]:
    """A polite kill ends the shop as Ctrl+C does; a shop that stays closed says why, with exit code 1."""
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        yield
    except KeyboardInterrupt:
        say("Closed.")
    except ShopStaysClosed as error:
        say(str(error))
        raise SystemExit(1) from None


def _as_ctrl_c(sign: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
