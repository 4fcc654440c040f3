"""django-oscar's shop, as it comes: `python benchmarks/shops/oscar.py [--port N] [--no-card]`.

Nobody here wrote it. The look, the pages and their words are oscar's own templates; ours are the goods on
the shelves, two delivery methods, two voucher codes and, as oscar leaves the payment page to each shop,
its own bank card form put there the way its documentation tells. Everything is installed from the Python
package index into one folder. `--no-card` leaves oscar's payment page as it comes: empty, with a button.
`--muddled-tax` leaves a setting as it comes, with which prices with tax and voucher codes do not add up:
a discount with tax is taken off the price without.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.shops import pictures, premises
else:
    import pictures
    import premises

SITE = premises.HERE / "oscar_site"
FORKED = ("checkout", "shipping", "partner")
"""Oscar's apps of which a class is replaced, as its documentation tells: with `oscar_fork_app`."""
NOTES = (
    "On the shelves: Enamel mug, Head torch, Merino hiking socks (in sizes); Titanium camping pot is gone.",
    "Promo codes: SAVE10 (10 % off), SUMMER24 (expired). Any other is wrong.",
    "Cards: any number that passes the check digit; 4000 0000 0000 0002 is declined.",
)


def main() -> None:
    """Installs, fills and opens the shop, until Ctrl+C."""
    parser = premises.arguments("oscar", "django-oscar's shop, as it comes")
    parser.add_argument("--no-card", action="store_true", help="the payment page as it comes: empty")
    parser.add_argument("--muddled-tax", action="store_true", help="totals with a voucher do not add up")
    asked = parser.parse_args()
    with premises.closing_time():
        port = premises.free_port(asked.port)
        open_shop(asked.folder.resolve(), port, card=not asked.no_card, muddled=asked.muddled_tax)


def open_shop(folder: Path, port: int, *, card: bool = True, muddled: bool = False) -> None:
    """The shop on 127.0.0.1:`port`, kept in `folder`; returns when it is closed."""
    folder.mkdir(parents=True, exist_ok=True)
    python = premises.environment(folder, SITE / "requirements.txt")
    more = {"SHOP_FOLDER": str(folder), "SHOP_CARD": str(int(card)), "SHOP_MUDDLED": str(int(muddled))}
    site = lay_out(folder, python, more)
    fill(folder, site, python, more)
    log, url = folder / "server.log", f"http://127.0.0.1:{port}/"
    command = [str(python), "-m", "waitress", f"--listen=127.0.0.1:{port}", "--threads=6", "wsgi:application"]
    with premises.started(command, site, log, more=more) as server:
        premises.wait_for_page(url, server, log)
        premises.keep_open(url, server, NOTES if card else NOTES[:2])


def lay_out(folder: Path, python: Path, more: dict[str, str]) -> Path:
    """The Django project in `folder`: settings and pages of ours beside what `oscar_fork_app` makes."""
    site, overlay = folder / "site", SITE / "overlay"
    if site.exists():
        shutil.rmtree(site)
    shutil.copytree(SITE, site, ignore=shutil.ignore_patterns("overlay", "__pycache__"))
    (site / "forks").mkdir()
    (site / "forks" / "__init__.py").touch()
    for app in FORKED:
        fork = [str(python), "manage.py", "oscar_fork_app", app, "forks"]
        premises.run(fork, site, more | {"SHOP_PLAIN": "1"})
    shutil.copytree(overlay, site / "forks", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return site


def fill(folder: Path, site: Path, python: Path, more: dict[str, str]) -> None:
    """The database, countries, goods, pictures, vouchers and search index; made once for the same goods."""
    wares = (premises.HERE / "wares.json").read_text("utf-8")
    script = (SITE / "stock_shelves.py").read_text("utf-8")
    with premises.once(folder / "filled.made", wares + script) as wanted:
        if not wanted:
            return
        premises.say("filling the shelves …")
        (folder / "db.sqlite3").unlink(missing_ok=True)
        for number, ware in enumerate(json.loads(wares)["wares"]):
            pictures.paint(folder / "pictures" / f"{ware['sku']}.png", ware["hue"], number)
        more = more | {"SHOP_WARES": str(premises.HERE / "wares.json")}
        for order in ("migrate --no-input", "oscar_populate_countries --initial-only"):
            premises.run([str(python), "manage.py", *order.split()], site, more)
        premises.run([str(python), "stock_shelves.py"], site, more)
        premises.run([str(python), "manage.py", "rebuild_index", "--noinput"], site, more)


if __name__ == "__main__":
    os.umask(0o022)
    main()
