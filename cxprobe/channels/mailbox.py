"""Mailboxes that a customer's mails can be read from: a Maildir folder, or a mailbox on a server (IMAP).

Only ever read: nothing is marked, moved or deleted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

from cxprobe.errors import MailboxClosed, UsageError
from cxprobe.journey.redaction import without_user_info
from cxprobe.reading.mails import Mail, read_mail
from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

_SLACK = timedelta(seconds=2)
"""By how much a mail's stamp may be earlier than this machine's clock. Ours: some have whole seconds."""
_FOLDERS = ("new", "cur")
_PORTS = {"imaps": 993, "imap": 143}


class Mailbox(Protocol):
    """Where mails arrive."""

    glance: float
    """Seconds to leave between two looks, out of courtesy to whoever keeps it."""

    def since(self, moment: datetime, to: str = "") -> list[Mail]:
        """Mails that arrived since then, for one address or all, oldest first; raises MailboxClosed."""

    def close(self) -> None:
        """Leave it."""


def open_mailbox(spec: str) -> Mailbox:
    """The mailbox that some words name: a Maildir folder, or "imaps://user:password@host/INBOX".

    Raises UsageError, which never quotes a password, for what names none.
    """
    scheme = urlsplit(spec).scheme.lower() if "://" in spec else ""
    if scheme in _PORTS:
        return _on_a_server(spec)
    if scheme or not spec.strip():
        raise UsageError(
            f"No mailbox can be read at {without_user_info(spec)!r}. There are Maildir folders and mailboxes "
            'on servers. Type for example: read = "mail/cx" or read = "imaps://user:password@host/INBOX"'
        )
    return Maildir(Path(spec).expanduser())


@dataclass(slots=True)
class Maildir:
    """A Maildir folder: a file a mail, in `new` or `cur`; it arrived when its file was written."""

    folder: Path
    glance: float = 0.25
    _read: dict[str, Mail] = field(default_factory=dict)

    def since(self, moment: datetime, to: str = "") -> list[Mail]:
        """Mails that arrived since then, oldest first; raises MailboxClosed where there is no such folder."""
        if not any((self.folder / name).is_dir() for name in _FOLDERS):
            raise MailboxClosed(f"There is no Maildir folder at {self.folder}: it has no new/ and no cur/.")
        return _fitting(self._all(moment - _SLACK), moment, to)

    def close(self) -> None:
        """Nothing is held open."""

    def _all(self, earliest: datetime) -> Iterator[Mail]:
        files = {
            file.name.split(":", 1)[0]: file for name in _FOLDERS for file in (self.folder / name).glob("*")
        }
        for key, file in files.items():
            try:
                arrived = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                if arrived >= earliest and key not in self._read:
                    self._read[key] = read_mail(file.read_bytes(), arrived)
            except OSError:
                continue  # moved from new to cur just now: the next look sees it there
            if arrived >= earliest:
                yield self._read[key]


@dataclass(slots=True)
class ServerMailbox:
    """A mailbox on a server, read by IMAP with imap-tools; mails stay unread there."""

    host: str
    port: int
    user: str = field(repr=False)
    password: str = field(repr=False)
    folder: str = "INBOX"
    encrypted: bool = True
    glance: float = 3.0
    _box: BaseMailBox | None = field(default=None, repr=False)

    def since(self, moment: datetime, to: str = "") -> list[Mail]:
        """Mails that arrived since then, oldest first; raises MailboxClosed where it cannot be read."""
        return _fitting(self._tried(lambda: self._fetched(moment)), moment, to)

    def close(self) -> None:
        """Log out, if that still works."""
        box, self._box = self._box, None
        if box is not None:
            try:
                box.logout()
            except Exception:  # whatever ails a connection that is to end: it has ended
                box.client.shutdown()

    def _tried(self, look: Callable[[], list[Mail]]) -> list[Mail]:
        """What a look gives; a connection that was there and has gone is made once more."""
        was_open = self._box is not None
        try:
            return look()
        except Exception as error:  # sockets, TLS, IMAP and imap-tools have each errors of their own
            self.close()
            if was_open:
                return self._tried(look)
            told = str(error).replace(self.password, "•••") if self.password else str(error)
            raise MailboxClosed(f"The mailbox at {self.host} cannot be read: {told[:200]}") from None

    def _fetched(self, moment: datetime) -> list[Mail]:
        from imap_tools import AND

        # The server's day may be another one than ours.
        day = (moment - timedelta(days=1)).date()
        found = self._opened().fetch(AND(date_gte=day), mark_seen=False, bulk=True)
        return [read_mail(message.obj.as_bytes()) for message in found]

    def _opened(self) -> BaseMailBox:
        from imap_tools import MailBox, MailBoxUnencrypted

        if self._box is None:
            kind: Any = MailBox if self.encrypted else MailBoxUnencrypted
            self._box = kind(self.host, port=self.port, timeout=30)
            self._box.login(self.user, self.password, initial_folder=self.folder)
        return self._box


def _on_a_server(spec: str) -> ServerMailbox:
    parts = urlsplit(spec)
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if not host or not parts.username:
        raise UsageError(
            "A mailbox on a server needs a host and a user. "
            'Type for example: read = "imaps://user:password@host/INBOX", the @ of a user written %40'
        )
    if scheme == "imap" and not on_this_machine(f"http://{host}"):
        raise UsageError(f"imap:// would send the password to {host} in clear. Type imaps:// instead.")
    return ServerMailbox(
        host=host, port=parts.port or _PORTS[scheme],
        user=unquote(parts.username), password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX", encrypted=scheme == "imaps",
    )  # fmt: skip


def _fitting(mails: Iterator[Mail] | list[Mail], moment: datetime, to: str) -> list[Mail]:
    """The mails for an address since a moment, oldest first, each once."""
    wanted = to.strip().casefold()
    found = [mail for mail in mails if mail.at >= moment - _SLACK and (not wanted or wanted in mail.to)]
    return sorted(found, key=lambda mail: mail.at)
