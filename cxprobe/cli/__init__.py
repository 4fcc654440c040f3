"""The shell's way in: every command of `cxprobe`, each told in one of the modules beside this one."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from cxprobe.cli.desk import days, install, personas, read_a_form, report, schema
from cxprobe.cli.first_hour import doctor, init
from cxprobe.cli.sending import visit
from cxprobe.cli.touring import demo
from cxprobe.errors import CxprobeError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Sends synthetic customers through a company's real front door.",
    epilog="Tests are run by pytest: pytest scenarios --persona=worst-day --base-url https://shop.example",
)
for command in (demo, init, doctor, visit, personas, days, report):
    app.command()(command)
app.command("install-browser")(install)
app.command()(schema)

reading = typer.Typer(
    no_args_is_help=True, help="Read a page the way a customer does, and say what was read."
)
reading.command("form")(read_a_form)
app.add_typer(reading, name="read")


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"cxprobe {version('cxprobe')}")
        raise typer.Exit


@app.callback()
def _before_any_command(
    told: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which cxprobe it is."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run a command; bad input ends with exit code 2 and a sentence that says what to type next."""
    try:
        app()
    except CxprobeError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
