"""`cxprobe visit`: one customer sent to a site, what happens told live, and what came of it."""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxprobe.cli.places import file_for, folder_for
from cxprobe.errors import CxprobeError

if TYPE_CHECKING:
    from cxprobe.visit import Plan


def visit(
    url: Annotated[str, typer.Argument(help="The site's address, https://shop.example")],
    goal: Annotated[str, typer.Option(help="buy, browse, contact or return.")] = "buy",
    want: Annotated[str, typer.Option(help="What to look for; else the first thing for sale.")] = "",
    persona: Annotated[str, typer.Option(help="Who visits; see: cxprobe personas.")] = "",
    promo: Annotated[str, typer.Option(help="A promo code to type in.")] = "",
    order: Annotated[str, typer.Option(help="The order number, to return something.")] = "",
    email: Annotated[str, typer.Option(help="The mail address that order was placed with.")] = "",
    leave: Annotated[
        str, typer.Option(help="The most to leave there: look, basket, message, person or pay.")
    ] = "",
    misfortune: Annotated[
        list[str] | None, typer.Option(help="Something that goes wrong that day; can be repeated.")
    ] = None,
    device: Annotated[str, typer.Option(help='Whose hands hold it: "desktop", "iPhone 13" …')] = "",
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write all that was seen there, as JSON.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where the pages and pictures are written.")] = None,
) -> None:
    """Send one customer to a site with a goal: a mystery shopper, no test, no selectors.

    Ends with 0 when served, 1 when the company let the customer down, 3 where we could not tell, 2 for a
    mistake in what was typed.
    """
    from cxprobe.settings import Level
    from cxprobe.visit import Plan

    if out:
        folder_for("--out", out)
    if as_json:
        file_for("--json", as_json)
    try:
        most = Level.named(leave) if leave else None
    except ValueError as error:
        raise CxprobeError(f"--leave: {error}") from None
    plan = Plan(
        url=url, goal=goal, want=want, persona=persona, promo=promo, leave=most, order=order, email=email,
        device=device, misfortunes=tuple(misfortune or ()), out=out or _visit_folder(url),
    )  # fmt: skip
    sys.exit(_send(plan, as_json))


def _visit_folder(url: str) -> Path:
    from cxprobe.visit import host_of

    return Path("cxprobe-visits") / f"{time.strftime('%Y%m%d-%H%M%S')}-{host_of(url)}"


def _send(plan: Plan, as_json: Path | None) -> int:
    """Send a customer, say live what happens and at the end what got in the way; the exit code."""
    from cxprobe.channels.visits import browsing
    from cxprobe.report.overview import write_overview
    from cxprobe.report.terminal import Entry, scorecard
    from cxprobe.report.words import safe
    from cxprobe.settings import load_settings
    from cxprobe.visit import visit as send

    settings = load_settings(Path.cwd())
    with browsing(settings) as browsers:
        made = send(plan, settings, browsers, lambda said: typer.echo(_indented(str(said))))
    assert made.journey.judgement
    entry = Entry.of(made.journey.timeline, made.journey.judgement, made.journey.folder)
    typer.echo("\n" + scorecard([entry], shutil.get_terminal_size().columns, sys.stdout.isatty()))
    for trouble in made.to_json()["in_the_way"]:
        typer.echo(f"  in the way at {trouble['at']:.0f} s: {safe(trouble['sentence'] or trouble['quote'])}")
    if plan.out and plan.out.is_dir():
        typer.echo(f"Report: {write_overview(plan.out, plan.out / 'report').resolve()}")
    if as_json:
        as_json.parent.mkdir(parents=True, exist_ok=True)
        as_json.write_text(json.dumps(made.to_json(), indent=2, ensure_ascii=False), "utf-8")
    return made.exit_code


def _indented(said: str) -> str:
    """A line as it may stand in a terminal, whatever a page is called; its indentation stays."""
    from cxprobe.report.words import safe

    return " " * (len(said) - len(said.lstrip(" "))) + safe(said)
