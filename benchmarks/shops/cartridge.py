"""Cartridge's shop, as it comes: `python benchmarks/shops/cartridge.py [--port N]`.

A shop of the old school, on the Mezzanine content system: tables, a basket with a tick to remove things,
a billing and a delivery address in one long form, a card page with its card type, a page to confirm. The
look, the pages and their words are Cartridge's own; ours are the goods on the shelves, two discount codes
and a payment that takes nothing. Everything is installed from the Python package index into one folder.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.shops import pictures, premises
else:
    import pictures
    import premises

SITE = premises.HERE / "cartridge_site"
NOTES = (
    "On the shelves: Enamel mug, Head torch, Merino hiking socks (in sizes); Titanium camping pot is gone.",
    "Promo codes: SAVE10 (10 % off), SUMMER24 (expired). Any other is wrong.",
    "Cards: any number; 4000 0000 0000 0002 is declined.",
)


def main() -> None:
    """Installs, fills and opens the shop, until Ctrl+C."""
    asked = premises.arguments("cartridge", "Cartridge's shop, as it comes").parse_args()
    with premises.closing_time():
        open_shop(asked.folder.resolve(), premises.free_port(asked.port))


def open_shop(folder: Path, port: int) -> None:
    """The shop on 127.0.0.1:`port`, kept in `folder`; returns when it is closed."""
    folder.mkdir(parents=True, exist_ok=True)
    python = premises.environment(folder, SITE / "requirements.txt")
    more = {"SHOP_FOLDER": str(folder), "DJANGO_SETTINGS_MODULE": "shop_project.settings"}
    site = lay_out(folder, python)
    fill(folder, site, python, more)
    log, url = folder / "server.log", f"http://127.0.0.1:{port}/"
    served = "shop_project.wsgi:application"
    command = [str(python), "-m", "waitress", f"--listen=127.0.0.1:{port}", "--threads=6", served]
    with premises.started(command, site, log, more=more) as server:
        premises.wait_for_page(url, server, log)
        premises.keep_open(url, server, NOTES)


def lay_out(folder: Path, python: Path) -> Path:
    """The project as `mezzanine-project` makes it in `folder`, our settings in their file."""
    site = folder / "site"
    if site.exists():
        shutil.rmtree(site)
    site.mkdir()
    make = [str(python.parent / "mezzanine-project"), "-a", "cartridge", "shop_project", str(site)]
    premises.run(make, folder)
    for file in SITE.glob("*.py"):
        shutil.copy(file, site / "shop_project" if file.stem == "local_settings" else site)
    return site


def fill(folder: Path, site: Path, python: Path, more: dict[str, str]) -> None:
    """The database, goods, pictures and codes; made once for the same goods."""
    wares = (premises.HERE / "wares.json").read_text("utf-8")
    script = (SITE / "stock_shelves.py").read_text("utf-8")
    with premises.once(folder / "filled.made", wares + script) as wanted:
        if not wanted:
            return
        premises.say("filling the shelves …")
        (folder / "db.sqlite3").unlink(missing_ok=True)
        for number, ware in enumerate(json.loads(wares)["wares"]):
            pictures.paint(folder / "media" / "product" / f"{ware['sku']}.png", ware["hue"], number)
        more = more | {"SHOP_WARES": str(premises.HERE / "wares.json")}
        premises.run([str(python), "manage.py", "createdb", "--noinput", "--nodata"], site, more)
        premises.run([str(python), "stock_shelves.py"], site, more)


if __name__ == "__main__":
    main()
