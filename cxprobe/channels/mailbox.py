"""Mailboxes that a customer's mails can be read from: a Maildir folder, or a mailbox on a server (IMAP).

Only ever read: nothing is marked, moved or deleted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from cxprobe.errors import MailboxClosed, UsageError
from cxprobe.journey.redaction import without_user_info
from cxprobe.reading.mails import Mail, read_mail
from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

_SLACK = timedelta(seconds=2)
"""By how much a mail's stamp may be earlier than this machine's clock. Ours: some have whole seconds."""
_SKEW = timedelta(minutes=5)
"""By how much a mail server's clock may be behind this machine's. Ours."""
_LARGEST = 25 * 1024 * 1024
"""Bytes of a mail that is fetched whole; of a larger one only who wrote it and what about. Ours."""
_AT_ONCE = 20
"""Mails that are asked for together. Ours."""
_MOST = 200
"""Mails that one look fetches, the newest. Ours."""
_EVER = datetime.min.replace(tzinfo=UTC)
_FOLDERS = ("new", "cur")
_ADDRESSED = ("Delivered-To", "X-Original-To", "Envelope-To")
_PORTS = {"imaps": 993, "imap": 143}


class Mailbox(Protocol):
    """Where mails arrive."""

    glance: float
    """Seconds to leave between two looks, out of courtesy to whoever keeps it."""

    def since(self, moment: datetime, *to: str) -> list[Mail]:
        """Mails that arrived since then, for some addresses or all, oldest first; raises MailboxClosed."""

    def close(self) -> None:
        """Leave it."""


def open_mailbox(spec: str) -> Mailbox:
    """The mailbox that some words name: a Maildir folder, or "imaps://user:password@host/INBOX".

    Raises UsageError, which never quotes a password, for what names none.
    """
    scheme = spec.partition("://")[0].strip().lower() if "://" in spec else ""
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

    def since(self, moment: datetime, *to: str) -> list[Mail]:
        """Mails that arrived since then, oldest first; raises MailboxClosed where there is no such folder."""
        if not any((self.folder / name).is_dir() for name in _FOLDERS):
            raise MailboxClosed(f"There is no Maildir folder at {self.folder}: it has no new/ and no cur/.")
        return _fitting(self._all(moment - _SLACK), moment - _SLACK, to)

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
class _Look:
    """What was there when some addresses were first looked for, and when the last look began."""

    there: frozenset[str]
    last: datetime


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
    _read: dict[str, Mail] = field(default_factory=dict, repr=False)
    """The mails that were fetched, by UID."""
    _looks: dict[frozenset[str], _Look] = field(default_factory=dict, repr=False)
    """The first look for some addresses."""

    def since(self, moment: datetime, *to: str) -> list[Mail]:
        """Mails that arrived since then, oldest first; raises MailboxClosed where it cannot be read.

        What was not there at the first look came after it, whatever the server's clock says.
        """
        return _fitting(self._tried(lambda: self._fetched(moment, _told(to))), _EVER, to)

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

    def _fetched(self, moment: datetime, to: frozenset[str]) -> list[Mail]:
        box, began = self._opened(), datetime.now(UTC)
        uids = box.uids(_criteria(moment, to), "US-ASCII" if all(map(str.isascii, to)) else "UTF-8")
        look = self._looks.setdefault(to, _Look(frozenset(uids), began))
        for uid, mail in self._taken(box, [uid for uid in uids if uid not in self._read][-_MOST:]):
            known = uid in look.there
            self._read[uid] = mail if known else _between(mail, look.last, datetime.now(UTC))
        look.last = began
        return [
            self._read[uid]
            for uid in uids
            if uid in self._read and self._read[uid].at >= moment - (_SKEW if uid in look.there else _SLACK)
        ]

    def _taken(self, box: BaseMailBox, uids: list[str]) -> Iterator[tuple[str, Mail]]:
        """Mails by their UIDs: all of each but the largest ones, whose headers do."""
        if not uids:
            return
        heads = list(box.fetch(uid_list=uids, mark_seen=False, headers_only=True, bulk=True))
        small = [str(head.uid) for head in heads if head.uid and head.size_rfc822 <= _LARGEST]
        whole = box.fetch(uid_list=small, mark_seen=False, bulk=_AT_ONCE) if small else ()
        for message in (*(head for head in heads if head.uid and head.uid not in small), *whole):
            yield str(message.uid), read_mail(message.obj.as_bytes())

    def _opened(self) -> BaseMailBox:
        from imap_tools import MailBox, MailBoxUnencrypted

        if self._box is None:
            kind: Any = MailBox if self.encrypted else MailBoxUnencrypted
            self._box = kind(self.host, port=self.port, timeout=30)
            self._box.login(self.user, self.password, initial_folder=self.folder)
        return self._box


def _on_a_server(spec: str) -> ServerMailbox:
    try:
        parts = urlsplit(spec.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:  # its own words quote a part of what was written, which may be the password
        parts, scheme, host, port = SplitResult("", "", "", "", ""), "", "", None
    if not host or not parts.username:
        raise UsageError(
            "A mailbox on a server needs a host and a user; a port, if any, is a number up to 65535. "
            'Type for example: read = "imaps://user:password@host/INBOX", the @ of a user written %40'
        )
    if scheme == "imap" and not on_this_machine(f"http://{host}"):
        raise UsageError(f"imap:// would send the password to {host} in clear. Type imaps:// instead.")
    return ServerMailbox(
        host=host, port=port or _PORTS[scheme],
        user=unquote(parts.username), password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX", encrypted=scheme == "imaps",
    )  # fmt: skip


def _criteria(moment: datetime, to: frozenset[str]) -> Any:
    """What the server is asked for: mails of these days, to any of the addresses."""
    from imap_tools import AND, OR, H

    # The server's day may be another one than ours.
    day = (moment - timedelta(days=1)).date()
    if not to:
        return AND(date_gte=day)
    heads = [H(name, address) for name in _ADDRESSED for address in sorted(to)]
    return AND(OR(to=sorted(to), cc=sorted(to), header=heads), date_gte=day)


def _between(mail: Mail, earliest: datetime, latest: datetime) -> Mail:
    """A mail that is known to have come between two looks, whatever its server's clock says."""
    return replace(mail, at=min(max(mail.at, earliest), latest))


def _told(to: tuple[str, ...]) -> frozenset[str]:
    """Addresses as they are compared."""
    return frozenset(each.strip().casefold() for each in to if each.strip())


def _fitting(mails: Iterator[Mail] | list[Mail], moment: datetime, to: tuple[str, ...]) -> list[Mail]:
    """The mails for some addresses since a moment, oldest first, each once."""
    wanted = _told(to)
    found = [mail for mail in mails if mail.at >= moment and (not wanted or wanted & set(mail.to))]
    return sorted(found, key=lambda mail: mail.at)
