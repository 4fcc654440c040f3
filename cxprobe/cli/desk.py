"""What can be asked without sending anybody: who there is, what broke, what a page says, reports."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxprobe.errors import InvalidPersona, UsageError

if TYPE_CHECKING:
    from cxprobe.settings import Settings


def read_a_form(
    target: Annotated[str, typer.Argument(help="A saved page, or an address.", metavar="FILE_OR_URL")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with everything that was read.")] = False,
) -> None:
    """Say of every field of a page what a customer would put there, and which button sends it."""
    from cxprobe.channels.viewing import view
    from cxprobe.channels.visits import browsing
    from cxprobe.reading.form_rows import form_rows
    from cxprobe.report.words import safe
    from cxprobe.settings import load_settings

    settings = load_settings(Path.cwd())
    with browsing(settings) as browsers:
        rows = form_rows(view(target, browsers))
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        takes = row["token"] or row["purpose"] or ("sends the form" if row.get("sends") else "left alone")
        called = safe(row["label"] or row["name"] or row["tag"])
        typer.echo(f"{called:32.32}  {takes:20}  {safe(row['reason'])}")


def personas(
    name: Annotated[str, typer.Argument(help="One persona, in full.")] = "",
    draw: Annotated[int, typer.Option(help="Draw so many customers of this persona.", min=0, max=1000)] = 0,
    seed: Annotated[int, typer.Option(help="Seed of the draws: the same gives the same customers.")] = 1,
) -> None:
    """List who can visit; with a NAME, tell about one and draw customers of it."""
    from cxprobe.people.persona import find_persona, load_personas, strange_devices
    from cxprobe.report.words import counted
    from cxprobe.settings import load_settings

    settings = load_settings(Path.cwd())
    folders = settings.persona_folders()
    if draw and not name:
        raise UsageError(f"--draw: of whom? Type: cxprobe personas {settings.persona} --draw {draw}")
    people = {name: find_persona(name, folders)} if name else load_personas(folders)
    if odd := strange_devices(people.values(), folders, lambda: _devices(settings)):
        raise InvalidPersona("\n".join(odd))
    if not name:
        wide = max(map(len, people), default=0)
        for each in sorted(people):
            told = ": ".join(filter(None, [people[each].title, _first_sentence(people[each].story)]))
            typer.echo(f"{each:{wide}}  {told}")
        return
    persona = people[name]
    typer.echo("\n".join(filter(None, [persona.title, persona.story.strip()])) + "\n")
    typer.echo(persona.draw(seed).told() if not draw else f"{counted(draw, 'customer')}, seed {seed}:")
    for number in range(draw):
        _introduce(persona.draw(seed + number))


def days(
    merge: Annotated[
        Path | None, typer.Option(help="Bring in everything of another store.", metavar="FOLDER")
    ] = None,
    store: Annotated[Path, typer.Option(help="Where days are kept.")] = Path(".cxprobe/days"),
) -> None:
    """List the days that broke a test, and what has become of them; with --merge bring in others first."""
    from cxprobe.ledger.days import merge_stores, told_days
    from cxprobe.people.misfortunes import CATALOGUE
    from cxprobe.report.words import counted

    whole = True
    if merge:
        merged = merge_stores(store, merge)
        typer.echo(f"{counted(merged.brought, 'day')} came in from {merge}.")
        for file in merged.unreadable:
            typer.echo(f"Cannot be read: {file}", err=True)
        for file in merged.unwritten:
            typer.echo(f"Could not be written: {file}", err=True)
        whole = not merged.unreadable and not merged.unwritten
    lines = told_days(store, CATALOGUE)
    if lines or store.is_dir():
        typer.echo("\n".join(lines) or f"No day in {store} ever broke a test.")
    else:
        typer.echo(
            f"There is no folder {store} here: no day was searched for yet, or the tests ran elsewhere.\n"
            "Days are kept in the folder that pytest calls rootdir. Go there, or type "
            "cxprobe days --store FOLDER/.cxprobe/days"
        )
    if not whole:
        raise typer.Exit(1)


def install() -> None:
    """Find a browser, or install one, and say which."""
    from cxprobe.channels.browser import find_browser, install_browser

    browser = find_browser()
    if browser is None:
        browser = install_browser(typer.echo)
    typer.echo(f"Browser: {browser.told()}.")


def report(
    folder: Annotated[Path, typer.Argument(help="A folder with journeys, or with Allure results.")],
    out: Annotated[Path | None, typer.Option(help="Where; else FOLDER/report, or allure-report.")] = None,
    allure: Annotated[
        bool, typer.Option("--allure", help="Make the Allure 3 report (needs Node.js).")
    ] = False,
) -> None:
    """Write pages about recorded journeys, for people who read no code."""
    if allure:
        from cxprobe.report.allure_page import make_allure_report

        typer.echo(f"Report: {make_allure_report(folder, out or Path('allure-report'), typer.echo)}")
        return
    from cxprobe.report.overview import write_overview

    typer.echo(f"Report: {write_overview(folder, out).resolve()}")


def schema() -> None:
    """Print the JSON Schema of journey.json."""
    from cxprobe.journey.timeline import schema as journey_schema

    typer.echo(json.dumps(journey_schema(), indent=2))


def _introduce(member: Any) -> None:
    from cxprobe.people.identity import fresh_identity

    identity = fresh_identity(member.locale, seed=member.seed)
    typer.echo(f"- {identity.name}, {identity.city}, {identity.email}, {identity.phone}")
    typer.echo(f"  {member.told()}")


def _first_sentence(story: str) -> str:
    first = " ".join(story.split()).split(". ")[0].rstrip(".")
    return f"{first}." if first else ""


def _devices(settings: Settings) -> Collection[str]:
    """The devices that Playwright knows."""
    from cxprobe.channels.visits import browsing

    with browsing(settings) as browsers:
        return frozenset(browsers.playwright.devices)
