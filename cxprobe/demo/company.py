"""A company that opens its doors on a free loopback port and closes them again."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.demo.fittings import Fittings
from cxprobe.demo.hours import Hours
from cxprobe.demo.promise import now
from cxprobe.demo.switches import Board

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from cxprobe.demo.post import Post
    from cxprobe.demo.store import Store
    from cxprobe.demo.vault import Vault

LOOPBACK = "127.0.0.1"


class PortTaken(OSError):
    """Somebody else already listens on the port that was asked for."""


class Company:
    """Kettle & Co, open for business while the `with` block lasts; several may stand side by side.

    Each has its own SQLite file in a temporary folder and serves from a daemon thread of this
    process, on loopback only. `speed` is how many times faster than people the chat's bot and staff
    reply (1.0: the bot after 0.3-0.6 s, people after 0.8-1.5 s), and how much sooner a late mail
    comes; nothing else depends on it. A port in use raises PortTaken on entering.

    Sins and faults are named ("slow-search") or spelt with how often ("slow-search:sometimes": for
    every second visitor); `alike` names switches whose harmless look-alike is played instead. All
    three may be changed while it is open. Unknown switches raise UnknownSwitch at once.

    `language` (fittings.LANGUAGES) also decides country, currency and VAT; `checkout` is "classic"
    or "single-page"; `payment` is "plain", "framed" (card fields in one frame of another origin) or
    "framed-fields" (each in a frame of its own); `cookie_banner` asks for consent. `hours`
    ("Mon-Fri 09:00-17:00"; always, when empty) is when somebody is at the chat and the telephone, by
    the `clock`, which answers the time here. While it is open,
    `url` is the shop's address, `payment_origin` the payment frames' ("" when there are none), and
    `hosts` names both as host:port, for who must allow them; `mailbox` is where its mails lie.
    """

    def __init__(
        self,
        sins: Iterable[str] = (),
        faults: Iterable[str] = (),
        port: int = 0,
        speed: float = 1.0,
        *,
        language: str = "en",
        checkout: str = "classic",
        payment: str = "plain",
        cookie_banner: bool = False,
        alike: Iterable[str] = (),
        hours: str = "",
        clock: Callable[[], datetime] = now,
    ) -> None:
        if speed <= 0:
            raise ValueError(f"The speed must be above 0, not {speed}. 1.0 is how fast people reply.")
        self.fittings = Fittings(language, checkout, payment, cookie_banner, Hours.of(hours), clock)
        self.board = Board(sins, faults, alike)
        self.speed = speed
        self.port = port
        self.url = ""
        self.payment_origin = ""
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._store: Store | None = None
        self._post: Post | None = None
        self._open: list[tuple[uvicorn.Server, threading.Thread]] = []

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host:port of the shop, and of the payment frames where there are any."""
        return tuple(
            address.removeprefix("http://") for address in (self.url, self.payment_origin) if address
        )

    @property
    def mailbox(self) -> Path:
        """The Maildir folder of every mail that was sent, to whomever; there while the company is open."""
        return self._open_post.postman.mailbox

    @property
    def smtp(self) -> tuple[str, int]:
        """Host and port of the mail server, which starts now if no mail was sent yet."""
        return self._open_post.postman.address

    @property
    def _open_post(self) -> Post:
        if self._post is None:
            raise RuntimeError(
                "The company is closed and has no post. Ask within `with Company() as company:`."
            )
        return self._post

    @property
    def switches(self) -> frozenset[str]:
        """The switches that are thrown for anybody."""
        return frozenset(self.board.thrown)

    def throw(self, name: str, severity: str = "always") -> None:
        """Let a sin or fault loose from now on: "always", or "sometimes" for every second visitor."""
        self.board.throw(name, severity)

    def mend(self, name: str) -> None:
        """Have a sin or fault no more."""
        self.board.mend(name)

    def play_alike(self, name: str) -> None:
        """From now on do what looks like a sin or fault, and is fine."""
        self.board.play_alike(name)

    def alike_off(self, name: str) -> None:
        """Play that look-alike no more."""
        self.board.alike_off(name)

    def sells(self, slug: str) -> str:
        """What a product is called in this company's language, by its address: "copper-stove-kettle".

        KeyError when there is no such product.
        """
        from cxprobe.demo.goods import SHELF
        from cxprobe.demo.words import words_in

        return words_in(self.fittings.language).title({each.slug: each for each in SHELF}[slug])

    def __enter__(self) -> Company:
        """Return once the port accepts and the shop answers."""
        door = _listen(self.port)
        self.port = door.getsockname()[1]
        self.url = f"http://{LOOPBACK}:{self.port}"
        self._open_shop(door)
        return self

    def __exit__(self, *_: object) -> None:
        """Close the doors, end the conversations and throw the books away."""
        for server, _thread in self._open:
            server.should_exit = True
        for _server, thread in self._open:
            thread.join(timeout=5)
        if self._post is not None:
            self._post.close()
        if self._store is not None:
            self._store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _open_shop(self, door: socket.socket) -> None:
        from cxprobe.demo.post import Post
        from cxprobe.demo.site import shop_site
        from cxprobe.demo.store import Store
        from cxprobe.demo.words import MARKETS

        self._folder = tempfile.TemporaryDirectory(prefix="kettle-", ignore_cleanup_errors=True)
        folder, language = Path(self._folder.name), self.fittings.language
        self._store = Store(folder / "kettle.sqlite", MARKETS[language])
        symbol = MARKETS[language].symbol
        self._post = Post(
            folder / "mail", self.board, self.url, language=language, symbol=symbol, speed=self.speed
        )
        vault = None if self.fittings.payment == "plain" else self._open_provider()
        self._run(shop_site(self._store, self.board, self.speed, self._post, self.fittings, vault), door)

    def _open_provider(self) -> Vault:
        from cxprobe.demo.vault import Vault, provider_site

        door = _listen(0)
        self.payment_origin = f"http://{LOOPBACK}:{door.getsockname()[1]}"
        vault = Vault(self.payment_origin)
        self._run(provider_site(vault, self.url), door)
        return vault

    def _run(self, site: ASGIApp, door: socket.socket) -> None:
        from cxprobe.demo.site import serve

        server = serve(site)
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [door]}, name="kettle-and-co", daemon=True
        )
        self._open.append((server, thread))
        thread.start()
        while not server.started and thread.is_alive():
            thread.join(0.002)


def _listen(port: int) -> socket.socket:
    # The protocol is named because asyncio sends small answers at once (TCP_NODELAY) only then.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        door.close()
        said = f"Port {port} is taken or not allowed. Leave it out, or say 0, for a free one."
        raise PortTaken(said) from error
    door.listen(128)
    return door
