"""Carries letters by SMTP into the company's mailbox, on threads of its own that start when needed."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

DOMAIN = "kettle.example"
_FOLDERS = ("cur", "new", "tmp")
_PATIENCE = 10.0  # seconds that a mail may take from the desk to the mailbox


class Postman:
    """A mail server on loopback that keeps what it gets in a Maildir, and the one who brings it there.

    Making one costs three empty folders. The server and its two threads start with the first letter,
    or when the address is asked for; close() ends them, and what was not carried by then is not.
    """

    def __init__(self, mailbox: Path) -> None:
        self.mailbox = mailbox
        self.undelivered: list[str] = []
        self._turn = threading.Lock()
        self._bag: list[tuple[Callable[[], EmailMessage], float]] = []  # until the server has started
        self._legs = ThreadPoolExecutor(1, thread_name_prefix="kettle-postman")
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._address = ("", 0)
        self._closed = False
        for folder in _FOLDERS:
            (mailbox / folder).mkdir(parents=True, exist_ok=True)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port of the mail server, which is started for who asks."""
        with self._turn:
            self._start()
            return self._address

    def carry(self, write: Callable[[], EmailMessage], after: float = 0.0) -> None:
        """Have a letter written and brought to the mailbox after so many seconds; returns at once.

        Letters of the same delay arrive in the order in which they were given.
        """
        with self._turn:
            self._start()
            if self._loop is None:
                self._bag.append((write, after))
            else:
                self._loop.call_soon_threadsafe(self._set_out, write, after)

    def prepare(self, work: Callable[[], object]) -> None:
        """Do what makes later letters quicker, between two letters."""
        with self._turn:
            self._start()
            if not self._closed:
                self._legs.submit(work)

    def close(self) -> None:
        """End both threads; a letter that is on its way arrives, the others are not carried."""
        with self._turn:
            self._closed = True
            loop, self._loop = self._loop, None
        if loop is not None:
            loop.call_soon_threadsafe(self._stop.set)
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _start(self) -> None:
        if self._thread is not None or self._closed:
            return
        door = socket.create_server(("127.0.0.1", 0))
        self._address = door.getsockname()[:2]
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(door)), name="kettle-post-office", daemon=True
        )
        self._thread.start()

    async def _serve(self, door: socket.socket) -> None:
        from aiosmtpd.handlers import Mailbox
        from aiosmtpd.smtp import SMTP

        keeper = Mailbox(self.mailbox)
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(keeper, hostname=DOMAIN, enable_SMTPUTF8=True, ident="Kettle & Co"), sock=door
        )
        if self._open():
            await self._stop.wait()
        # The server stays open until the letter on its way is in.
        await asyncio.to_thread(self._legs.shutdown, cancel_futures=True)
        server.close()

    def _open(self) -> bool:
        """Begin with the letters that wait already; False when it was closed meanwhile."""
        with self._turn:
            if self._closed:
                return False
            self._loop = asyncio.get_running_loop()
            for write, after in self._bag:
                self._set_out(write, after)
            return True

    def _set_out(self, write: Callable[[], EmailMessage], after: float) -> None:
        if after > 0:
            asyncio.get_running_loop().call_later(after, self._set_out, write, 0.0)
        elif not self._closed:
            self._legs.submit(self._deliver, write)

    def _deliver(self, write: Callable[[], EmailMessage]) -> None:
        try:
            letter = write()
            with smtplib.SMTP(*self._address, local_hostname=DOMAIN, timeout=_PATIENCE) as line:
                line.send_message(letter)
        except Exception as error:  # one letter that cannot be carried holds up no other
            self.undelivered.append(f"{type(error).__name__}: {error}")
