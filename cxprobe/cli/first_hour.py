"""`cxprobe init` and `cxprobe doctor`: the first folder, and what is in the way."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from cxprobe.beginning import Beginning
    from cxprobe.doctor import Check

_WIDEST = 100
"""Columns beyond which a sentence is no longer read in one go."""
_MARGIN = 22
"""Columns before the sentence of a check: how it stands, and what of."""
_COLOURS = {"ok": typer.colors.GREEN, "look here": typer.colors.YELLOW, "broken": typer.colors.RED}


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write; else right here.")] = Path(),
    url: Annotated[
        str | None, typer.Option(help="The site to visit; without it, the practice company.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="With every scenario that comes with cxprobe, and its standards.")
    ] = False,
) -> None:
    """Write a small working folder: settings, a persona, a scenario, standards, a nightly run.

    Nothing is overwritten: where one of the files is there, it is said, and nothing is written.
    """
    from cxprobe.beginning import begin

    typer.echo("\n".join(_begun(begin(folder, url, everything=everything), visits=bool(url))))


def doctor(
    url: Annotated[str, typer.Argument(help="A site's address; else the settings' own.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say what is well and what is in the way: this machine, the settings, a site.

    Of a site, pages are opened and read; nothing is pressed or sent. Ends with 0 when customers can be
    sent, 1 when the site is in the way, 2 when something here is.
    """
    from cxprobe.doctor import examine, exit_code

    checks = []
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    for check in examine(Path.cwd(), url):
        checks.append(check)
        if not as_json:
            typer.echo(_row(check, width))
    code = exit_code(checks)
    if as_json:
        plain = {"version": 1, "exit_code": code, "checks": [check.to_json() for check in checks]}
        typer.echo(json.dumps(plain, indent=2, ensure_ascii=False))
    else:
        typer.echo(f"\n{_DIAGNOSIS[code]}")
    sys.exit(code)


_DIAGNOSIS = {
    0: "Customers can be sent.",
    1: "Here all is well; the site is in the way.",
    2: "Something here is to be mended first.",
}


def _row(check: Check, width: int) -> str:
    """A check as it is read in a terminal: how it stands, what of, a sentence; beneath, what to type."""
    stands = "OK" if check.state == "ok" else check.state
    lines = _wrapped(check.said, width - _MARGIN)
    if check.mend and check.state != "ok":
        lines += _wrapped(f"→ {check.mend}", width - _MARGIN, indent="  ")
    head = typer.style(f"{stands:9}", fg=_COLOURS[check.state])
    return f"{head} {check.about:11} " + f"\n{' ' * _MARGIN}".join(lines)


def _wrapped(said: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        said, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _begun(made: Beginning, *, visits: bool) -> list[str]:
    """What was written, and what to type next, line by line."""
    lines = [f"wrote  {os.path.relpath(made.folder / name)}" for name in made.written]
    lines += [f"left   {os.path.relpath(made.folder / name)}: {_ADD[name]}" for name in made.left]
    steps = [
        ("cxprobe install-browser", "finds a browser, or gets one"),
        ("cxprobe doctor", "what is well, and what is in the way"),
        ("pytest", f"sends the first customer to {'the site' if visits else 'Kettle & Co'}"),
        ("pytest --persona=worst-day", "sends Gus, on days when everything goes wrong"),
    ]
    if made.folder.resolve() != Path.cwd():
        steps.insert(0, (f"cd {shlex.quote(str(made.folder))}", "the folder that was written"))
    typed = [f"  {command:26}  # {why}" for command, why in steps]
    return [*lines, *_workflow(made), "", "Now type:", *typed]


def _workflow(made: Beginning) -> list[str]:
    """What to do for the nightly run where the folder is not the top of its repository."""
    if made.inside is None:
        return []
    place = made.folder.resolve().relative_to(made.inside)
    return [
        "",
        "GitHub looks for .github at the top of a repository: move it there, put",
        f"  defaults: {{run: {{working-directory: {place}}}}}",
        f"above jobs: in customers.yml, and {place}/ before the paths in it.",
    ]


_ADD = {
    ".gitignore": "add the lines .cxprobe/, journeys/ and report/",
    "requirements.txt": "add the line cxprobe",
    "pytest.ini": "scenarios are found under scenarios",
}
"""What to do by hand with a file that was there already."""
