"""How far customers may go on a site by the settings, and whether what that takes is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from cxprobe.channels.mailbox import open_mailbox
from cxprobe.doctor.check import Check
from cxprobe.errors import MailboxClosed, UsageError
from cxprobe.settings import Level, Settings, on_this_machine

_MEND = "read under [mail] in cxprobe.toml names a Maildir folder, or a mailbox by imaps://"
_NOBODY = "nobody@cxprobe.invalid"
"""Whose mails are looked for, to see whether a mailbox opens: no mail is fetched for it."""
_MAY = {
    Level.look: "look around, and leave nothing",
    Level.basket: "fill baskets and forms, and send nothing",
    Level.message: "send what a machine answers",
    Level.person: "take somebody's time",
    Level.pay: "place orders",
}


def allowed(settings: Settings, url: str) -> Iterator[Check]:
    """The trace level there, the test item and payment, and the mailbox."""
    level = settings.trace_level(url)
    if on_this_machine(url):
        yield Check("trace", "ok", "This machine: everything is allowed, even placing orders.")
    else:
        yield Check("trace", "ok", f'"{level}": customers may {_MAY[level]}.{_contacts(settings, level)}')
        yield _payment(settings, level)
    yield _mailbox(settings)


def _contacts(settings: Settings, level: Level) -> str:
    return f" At most {settings.trace.contacts_per_night} contacts a night." if level >= Level.person else ""


def _payment(settings: Settings, level: Level) -> Check:
    item, payment = settings.trace.test_item, settings.trace.test_payment
    if item and payment:
        ends = "".join(filter(str.isalnum, payment))[-4:]
        return Check("test order", "ok", f'Only "{item}" is bought, and paid with the card ending in {ends}.')
    if item or payment:
        missing = "test_payment" if item else "test_item"
        said = f"{missing} is not named, so nothing can be ordered."
        return Check("test order", "look here", said, f'{missing} = "…" under [trace] in cxprobe.toml')
    need = "it needs both" if level >= Level.pay else "not needed before"
    return Check("test order", "ok", f'No test item, no test payment: {need} level = "pay".')


def _mailbox(settings: Settings) -> Check:
    """Whether the mails to customers can be read, where settings say where they come in."""
    where, read = settings.mail_to_read(), settings.mail.read
    if where:
        return _opened(where)
    if read is not None:
        variable = getattr(read, "env", "")
        said = f"The variable {variable} is not set, so no mail is read."
        return Check("mailbox", "broken", said, f"export {variable}=imaps://user:password@host/INBOX")
    said = "No mail is read: what the company promises to mail stays an open promise."
    return Check("mailbox", "look here", said, 'read = "…" under [mail] in cxprobe.toml')


def _opened(where: str) -> Check:
    try:
        mailbox = open_mailbox(where)
        try:
            mailbox.since(datetime.now(UTC), _NOBODY)
        finally:
            mailbox.close()
    except (UsageError, MailboxClosed) as problem:
        return Check("mailbox", "broken", str(problem).splitlines()[0], _MEND)
    except Exception as problem:  # whatever else a mailbox comes up with is no reason to examine no further
        return Check("mailbox", "broken", f"It cannot be read: {type(problem).__name__}.", _MEND)
    return Check("mailbox", "ok", "It can be read.")
