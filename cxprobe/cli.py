"""The shell's way in: `demo`, `visit`, `read`, `personas`, `days`, `report`, `install-browser`, `schema`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxprobe.errors import CxprobeError

if TYPE_CHECKING:
    from cxprobe.demo import Company
    from cxprobe.visit import Plan

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Sends synthetic customers through a company's real front door.",
    epilog="Tests are run by pytest: pytest scenarios --persona=worst-day --base-url https://shop.example",
)

reading = typer.Typer(
    no_args_is_help=True, help="Read a page the way a customer does, and say what was read."
)
app.add_typer(reading, name="read")

_TOUR = ("ordinary", "grumpy-gus", "hurried-parent")
"""Who visits in `cxprobe demo`: the control, the grumpy one, the hurried one."""


def main() -> None:
    """Run a command; bad input ends with exit code 2 and a sentence that says what to type next."""
    try:
        app()
    except CxprobeError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


@app.command()
def demo(
    serve: Annotated[
        bool, typer.Option("--serve", help="Only open the shop, and print its address.")
    ] = False,
    sin: Annotated[list[str] | None, typer.Option(help="Switch a sin on; can be repeated.")] = None,
    fault: Annotated[list[str] | None, typer.Option(help="Switch a fault on; can be repeated.")] = None,
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = 0,
    out: Annotated[Path, typer.Option(help="Where the report is written.")] = Path("cxprobe-report"),
    language: Annotated[str, typer.Option(help="en, de, fr, es, it, nl, pl or pt; with its prices.")] = "en",
    checkout: Annotated[str, typer.Option(help="classic, or single-page.")] = "classic",
    payment: Annotated[str, typer.Option(help="plain, framed or framed-fields.")] = "plain",
    cookie_banner: Annotated[
        bool, typer.Option("--cookie-banner", help="Ask for consent to cookies.")
    ] = False,
    switches: Annotated[bool, typer.Option("--switches", help="List the sins and faults, and stop.")] = False,
) -> None:
    """Open Kettle & Co, a company to practise on, and send customers through it."""
    from cxprobe.demo import FAULTS, SINS, Company, PortTaken, UnknownSwitch

    if switches:
        _list_switches({"sin": SINS, "fault": FAULTS})
        return
    try:
        company = Company(
            sins=tuple(sin or ()), faults=tuple(fault or ()), port=port,
            language=language, checkout=checkout, payment=payment, cookie_banner=cookie_banner,
        )  # fmt: skip
        with company:
            if serve:
                _serve(company)
                return
            sys.exit(_tour(company, out, switched=bool(sin or fault)))
    except (UnknownSwitch, PortTaken, ValueError) as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


@app.command()
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

    try:
        most = Level.named(leave) if leave else None
    except ValueError as error:
        raise CxprobeError(f"--leave: {error}") from None
    plan = Plan(
        url=url, goal=goal, want=want, persona=persona, promo=promo, leave=most, order=order, email=email,
        device=device, misfortunes=tuple(misfortune or ()), out=out or _visit_folder(url),
    )  # fmt: skip
    sys.exit(_send(plan, as_json))


@reading.command("form")
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


@app.command()
def personas(
    name: Annotated[str, typer.Argument(help="One persona, in full.")] = "",
    draw: Annotated[int, typer.Option(help="Draw so many customers of this persona.", min=0)] = 0,
    seed: Annotated[int, typer.Option(help="Seed of the draws: the same gives the same customers.")] = 1,
) -> None:
    """List who can visit; with a NAME, tell about one and draw customers of it."""
    from cxprobe.people.persona import find_persona, load_personas
    from cxprobe.settings import load_settings

    folders = load_settings(Path.cwd()).persona_folders()
    if not name:
        people = load_personas(folders)
        wide = max(map(len, people), default=0)
        for each in sorted(people):
            typer.echo(f"{each:{wide}}  {people[each].title}: {_first_sentence(people[each].story)}")
        return
    persona = find_persona(name, folders)
    typer.echo(f"{persona.title}\n{persona.story.strip()}\n")
    typer.echo(persona.draw(seed).told() if not draw else f"{draw} customers, seed {seed}:")
    for number in range(draw):
        _introduce(persona.draw(seed + number))


@app.command()
def days(
    merge: Annotated[
        Path | None, typer.Option(help="Bring in everything of another store.", metavar="FOLDER")
    ] = None,
    store: Annotated[Path, typer.Option(help="Where days are kept.")] = Path(".cxprobe/days"),
) -> None:
    """List the days that broke a test, and what has become of them; with --merge bring in others first."""
    from cxprobe.ledger.days import merge_stores, told_days
    from cxprobe.people.misfortunes import CATALOGUE

    if merge:
        number = merge_stores(store, merge)
        typer.echo(f"{number} {'day' if number == 1 else 'days'} came in from {merge}.")
    lines = told_days(store, CATALOGUE)
    typer.echo("\n".join(lines) if lines else f"No day in {store} ever broke a test.")


@app.command("install-browser")
def install() -> None:
    """Find a browser, or install one, and say which."""
    from cxprobe.channels.browser import find_browser, install_browser

    browser = find_browser()
    if browser is None:
        browser = install_browser(typer.echo)
    typer.echo(f"Browser: {browser.told()}.")


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="A folder with journeys, or with Allure results.")],
    out: Annotated[Path | None, typer.Option(help="Where to write the pages.")] = None,
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

    typer.echo(f"Report: {write_overview(folder, out)}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of journey.json."""
    from cxprobe.journey.timeline import schema as journey_schema

    typer.echo(json.dumps(journey_schema(), indent=2))


def _tour(company: Company, out: Path, *, switched: bool) -> int:
    """Send a few customers through the demo's scenarios; pytest's exit code, and a report either way."""
    from cxprobe.channels.browser import find_browser, no_browser
    from cxprobe.report.overview import write_overview
    from cxprobe.settings import bundled

    if find_browser() is None:
        raise no_browser()
    typer.echo(f"Kettle & Co is open at {company.url}. Customers are on their way …")
    journeys = out / "journeys" / time.strftime("%Y%m%d-%H%M%S")
    arguments = [str(bundled("scenarios")), f"--base-url={company.url}", f"--cx-out={journeys}"]
    arguments += [f"--persona={name}" for name in _TOUR]
    arguments += ["-p", "no:cacheprovider", "--no-header", "-q", "--tb=short", "-c", _no_config(out)]
    arguments += [f"--rootdir={_settled(company, out)}", f"--confcutdir={bundled('scenarios')}"]
    code = subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode
    if journeys.is_dir():
        typer.echo(f"\nReport: {write_overview(journeys, out).resolve()}")
    if code == 1 and switched:
        typer.echo("Kettle & Co was told to fail, and did.")
    return code


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


def _no_config(out: Path) -> str:
    """An empty pytest configuration, so that the tour does not depend on where it is started."""
    out.mkdir(parents=True, exist_ok=True)
    file = out / ".pytest.ini"
    file.write_text("[pytest]\naddopts =\n", "utf-8")
    return str(file)


def _settled(company: Company, out: Path) -> Path:
    """Where the tour's settings lie: here, or beside the report, where a company's fittings ask for it."""
    from cxprobe.demo.fittings import Fittings

    own, plain = company.fittings, Fittings()
    if (own.language, own.payment) == (plain.language, plain.payment):
        return Path.cwd()
    product = json.dumps(company.sells("copper-stove-kettle"), ensure_ascii=False)
    told = f"[fence]\nhosts = {json.dumps(company.hosts)}\n\n[site]\nproduct = {product}\n"
    (out / "cxprobe.toml").write_text(told, "utf-8")
    return out.resolve()


def _serve(company: Company) -> None:
    url, frames = company.url, company.hosts[1:]
    typer.echo(url)
    typer.echo(f"Kettle & Co is open. Visit it with: pytest --base-url {url}   (Ctrl+C closes)", err=True)
    if frames:
        allowed = f"hosts = {json.dumps(frames)}"
        typer.echo(
            f"Cards are typed into frames of another address. Write under [fence]: {allowed}", err=True
        )
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        typer.echo("Closed.", err=True)


def _list_switches(switches: dict[str, Any]) -> None:
    for kind, table in switches.items():
        entries = table.values() if hasattr(table, "values") else table
        for switch in entries:
            typer.echo(f"--{kind} {switch.id}: {switch.does}")


def _introduce(member: Any) -> None:
    from cxprobe.people.identity import fresh_identity

    identity = fresh_identity(member.locale, seed=member.seed)
    typer.echo(f"- {identity.name}, {identity.city}, {identity.email}, {identity.phone}")
    typer.echo(f"  {member.told()}")


def _first_sentence(story: str) -> str:
    return " ".join(story.split()).split(". ")[0].rstrip(".") + "."
