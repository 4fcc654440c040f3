"""`cxprobe demo`: Kettle & Co opened, visited, or only kept open."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxprobe.cli.places import folder_for

if TYPE_CHECKING:
    from cxprobe.demo import Company

_SWITCH = "NAME[:sometimes]"
_OFTEN = ": for everybody, or with :sometimes for every second visitor; can be repeated."
TOUR = ("ordinary", "grumpy-gus", "hurried-parent")
"""Who visits in `cxprobe demo`: the control, the grumpy one, the hurried one."""
ERRANDS = (
    "test_buying.py",
    "test_promo_code.py::test_a_promo_code_lowers_the_total",
    "test_refund.py",
)
"""What they come for: a part of the scenarios, so that the tour takes a minute."""


def demo(
    serve: Annotated[
        bool, typer.Option("--serve", help="Only open the shop, and print its address.")
    ] = False,
    sin: Annotated[list[str] | None, typer.Option(help=f"Switch a sin on{_OFTEN}", metavar=_SWITCH)] = None,
    fault: Annotated[
        list[str] | None, typer.Option(help=f"Switch a fault on{_OFTEN}", metavar=_SWITCH)
    ] = None,
    alike: Annotated[
        list[str] | None,
        typer.Option(help="Play what only looks like a sin or fault, and is fine; can be repeated."),
    ] = None,
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 0,
    out: Annotated[Path, typer.Option(help="Where the report is written.")] = Path("cxprobe-report"),
    language: Annotated[str, typer.Option(help="en, de, fr, es, it, nl, pl or pt; with its prices.")] = "en",
    checkout: Annotated[str, typer.Option(help="classic, or single-page.")] = "classic",
    payment: Annotated[str, typer.Option(help="plain, framed or framed-fields.")] = "plain",
    cookie_banner: Annotated[
        bool, typer.Option("--cookie-banner", help="Ask for consent to cookies.")
    ] = False,
    hours: Annotated[
        str, typer.Option(help='When somebody is there: "Mon-Fri 09:00-17:00"; else day and night.')
    ] = "",
    switches: Annotated[
        bool, typer.Option("--switches", help="List sins, faults and look-alikes, and stop.")
    ] = False,
) -> None:
    """Open Kettle & Co, a company to practise on, and send customers through it."""
    from cxprobe.demo import FAULTS, SINS, Company, PortTaken, UnknownSwitch

    if switches:
        _list_switches({"sin": SINS, "fault": FAULTS})
        return
    folder_for("--out", out)
    try:
        company = Company(
            sins=tuple(sin or ()), faults=tuple(fault or ()), alike=tuple(alike or ()), port=port,
            language=language, checkout=checkout, payment=payment, cookie_banner=cookie_banner, hours=hours,
        )  # fmt: skip
        with company:
            if serve:
                _serve(company)
                return
            sys.exit(_tour(company, out, switched=bool(sin or fault)))
    except (UnknownSwitch, PortTaken, ValueError) as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


def _tour(company: Company, out: Path, *, switched: bool) -> int:
    """Send a few customers through the demo's scenarios; pytest's exit code, and a report either way."""
    from cxprobe.channels.browser import find_browser, no_browser
    from cxprobe.report.overview import write_overview
    from cxprobe.settings import bundled

    if find_browser() is None:
        raise no_browser()
    typer.echo(f"Kettle & Co is open at {company.url}. Customers are on their way …")
    journeys = (out / "journeys" / time.strftime("%Y%m%d-%H%M%S")).resolve()
    scenarios = bundled("scenarios")
    arguments = [
        *(f"{scenarios}/{errand}" for errand in ERRANDS),
        f"--base-url={company.url}",
        f"--cx-out={journeys}",
    ]
    arguments += [f"--persona={name}" for name in TOUR]
    arguments += ["-p", "no:cacheprovider", "--no-header", "-q", "--tb=short", f"--confcutdir={scenarios}"]
    with tempfile.TemporaryDirectory(prefix="cxprobe-tour-") as name:
        home = _settled(company, Path(name))
        arguments += [f"--rootdir={home}", "-c", _no_config(home)]
        code = subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=home, check=False).returncode
    if journeys.is_dir():
        typer.echo(f"\nReport: {write_overview(journeys, out).resolve()}")
    if code == 1 and switched:
        typer.echo("Kettle & Co was told to fail, and did.")
    return code


def _no_config(home: Path) -> str:
    """An empty pytest configuration, so that the tour does not depend on where it is started."""
    file = home / ".pytest.ini"
    file.write_text("[pytest]\naddopts =\n", "utf-8")
    return str(file.resolve())


def _settled(company: Company, home: Path) -> Path:
    """The folder with the tour's own settings, for as long as it lasts: no other project's are to count."""
    told: dict[str, dict[str, Any]] = {
        "fence": {"hosts": company.hosts},
        "mail": {"read": str(company.mailbox)},
        "site": {"product": company.sells("copper-stove-kettle")},
    }
    lines = [
        f"[{table}]\n{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for table, keys in told.items()
        for key, value in keys.items()
    ]
    home.mkdir(parents=True, exist_ok=True)
    (home / "cxprobe.toml").write_text("\n".join(lines), "utf-8")
    return home.resolve()


def _serve(company: Company) -> None:
    """Keep a company open until Ctrl+C, or until the system asks politely to end (SIGTERM)."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        typer.echo(company.url)
        for line in _addresses(company):
            typer.echo(line, err=True)
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        typer.echo("Closed.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)


def _addresses(company: Company) -> list[str]:
    """What to type to visit a company that is open, and where to look behind its counter."""
    url, frames = company.url, company.hosts[1:]
    lines = [
        f"Kettle & Co is open. Visit it with: pytest --base-url {url}   (Ctrl+C closes)",
        f"What it mails:    {url}/outbox, or with a mail tool: {company.mailbox}",
        f"What is truly so: {url}/back-office, where sins and faults are switched, too",
    ]
    if frames:
        lines.append(
            "Cards are typed into frames of another address. "
            f"Write under [fence]: hosts = {json.dumps(frames)}"
        )
    return lines


def _list_switches(switches: dict[str, Any]) -> None:
    for kind, table in switches.items():
        entries = table.values() if hasattr(table, "values") else table
        for switch in entries:
            typer.echo(f"--{kind} {switch.id}: {switch.does}")
            typer.echo(f"  --alike {switch.id}: {switch.alike}")
