"""What customers come back with: messages with their tickets, returns, and accounts."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from cxprobe.demo.promise import now

FIRST_TICKET = 2001
FIRST_RETURN = 3001

_SCHEMA = f"""
CREATE TABLE tickets (number INTEGER PRIMARY KEY AUTOINCREMENT, visitor TEXT, name TEXT, email TEXT,
    subject TEXT, message TEXT);
CREATE TABLE returns (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT, order_number INTEGER UNIQUE,
    reason TEXT);
CREATE TABLE accounts (email TEXT PRIMARY KEY, salt BLOB, password BLOB);
CREATE TABLE logged_in (visitor TEXT PRIMARY KEY, email TEXT);
CREATE TABLE feedback (visitor TEXT, order_number INTEGER, touchpoint TEXT, how INTEGER, words TEXT,
    at TEXT);
CREATE TABLE refunds (order_number INTEGER, visitor TEXT, amount INTEGER, at TEXT,
    PRIMARY KEY (order_number, visitor));
CREATE TABLE browsers (visitor TEXT, email TEXT, PRIMARY KEY (visitor, email));
INSERT INTO sqlite_sequence VALUES ('tickets', {FIRST_TICKET - 1}), ('returns', {FIRST_RETURN - 1});
"""
_ROUNDS = 2**12  # of scrypt: quick, for a shop whose books are thrown away at closing time


@dataclass(frozen=True)
class Return:
    """A return that was announced; its key opens the page with the label."""

    number: int
    key: str
    order_number: int
    reason: str

    @property
    def name(self) -> str:
        """'RT-3001'."""
        return f"RT-{self.number}"


@dataclass(frozen=True)
class Ticket:
    """A message that was written to the company."""

    number: int
    name: str
    email: str
    subject: str
    message: str

    @property
    def named(self) -> str:
        """'T-2001'."""
        return f"T-{self.number}"


@dataclass(frozen=True)
class Feedback:
    """How it went, in a customer's words; `how` from 1 (very badly) to 5, 0 when it was not said."""

    touchpoint: str
    order_number: int | None
    how: int
    words: str
    at: str


class Casebook:
    """Tickets, returns, accounts and feedback, in the shop's books."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.executescript(_SCHEMA)

    def open_ticket(self, visitor: str, name: str, email: str, subject: str, message: str) -> str:
        """Write a message down; its ticket, 'T-2001'. The same message sent twice is one ticket."""
        said = (visitor, name, email, subject, message)
        row = self._db.execute(
            "SELECT number FROM tickets WHERE (visitor, name, email, subject, message) = (?, ?, ?, ?, ?)",
            said,
        ).fetchone()
        number = row[0] if row else None
        if number is None:
            statement = "INSERT INTO tickets (visitor, name, email, subject, message) VALUES (?, ?, ?, ?, ?)"
            number = self._db.execute(statement, said).lastrowid
        return f"T-{number}"

    def open_return(self, order_number: int, reason: str) -> Return:
        """The return of an order, announced now or before."""
        self._db.execute(
            "INSERT OR IGNORE INTO returns (key, order_number, reason) VALUES (?, ?, ?)",
            (secrets.token_urlsafe(9), order_number, reason),
        )
        row = self._db.execute("SELECT * FROM returns WHERE order_number = ?", (order_number,)).fetchone()
        return Return(*row)

    def return_by(self, key: str) -> Return | None:
        """The return that a key opens."""
        row = self._db.execute("SELECT * FROM returns WHERE key = ?", (key,)).fetchone()
        return Return(*row) if row else None

    def tickets(self) -> list[Ticket]:
        """Every message that was written to the company, the first one first."""
        rows = self._db.execute("SELECT number, name, email, subject, message FROM tickets ORDER BY number")
        return [Ticket(*row) for row in rows.fetchall()]

    def returns(self) -> list[Return]:
        """Every return that was announced, the first one first."""
        rows = self._db.execute("SELECT * FROM returns ORDER BY number")
        return [Return(*row) for row in rows.fetchall()]

    def note_refund(self, order_number: int, amount: int, visitor: str = "") -> bool:
        """Write down that an order was refunded, in hundredths; False when it was before.

        An order that is everybody's own is refunded once to each visitor.
        """
        at = now().isoformat(timespec="seconds")
        noted = self._db.execute(
            "INSERT OR IGNORE INTO refunds VALUES (?, ?, ?, ?)", (order_number, visitor, amount, at)
        )
        return bool(noted.rowcount)

    def refund_of(self, order_number: int, visitor: str | None = None) -> tuple[int, date] | None:
        """What was refunded of an order, in hundredths, and on which day; to anybody, or to one visitor."""
        row = self._db.execute(
            "SELECT amount, at FROM refunds WHERE order_number = ? AND visitor IN (coalesce(?, visitor), '')",
            (order_number, visitor),
        ).fetchone()
        return (row[0], datetime.fromisoformat(row[1]).date()) if row else None

    def refunds(self) -> list[tuple[int, int]]:
        """Every order that was refunded, with what was paid back, in hundredths."""
        rows = self._db.execute("SELECT order_number, amount FROM refunds ORDER BY at, order_number")
        return [(row[0], row[1]) for row in rows.fetchall()]

    def return_of(self, order_number: int) -> Return | None:
        """The return that was announced for an order."""
        row = self._db.execute("SELECT * FROM returns WHERE order_number = ?", (order_number,)).fetchone()
        return Return(*row) if row else None

    def keep_feedback(
        self, visitor: str, touchpoint: str, how: int, words: str, order_number: int | None = None
    ) -> None:
        """Write down how it went ("order", "chat"); what the visitor said before about it is replaced."""
        about = (visitor, touchpoint, order_number)
        self._db.execute(
            "DELETE FROM feedback WHERE visitor = ? AND touchpoint = ? AND order_number IS ?", about
        )
        self._db.execute(
            "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?)",
            (visitor, order_number, touchpoint, how, words, now().isoformat(timespec="seconds")),
        )

    def feedback(self) -> list[Feedback]:
        """What customers said about how it went, the first one first."""
        rows = self._db.execute(
            "SELECT touchpoint, order_number, how, words, at FROM feedback ORDER BY rowid"
        )
        return [Feedback(*row) for row in rows.fetchall()]

    def feedback_on(self, order_number: int) -> bool:
        """Whether somebody said how it went with an order."""
        row = self._db.execute("SELECT 1 FROM feedback WHERE order_number = ?", (order_number,)).fetchone()
        return row is not None

    def accounts(self) -> list[str]:
        """The e-mail address of every account."""
        return [row[0] for row in self._db.execute("SELECT email FROM accounts ORDER BY email").fetchall()]

    def create_account(self, visitor: str, email: str, password: str) -> bool:
        """Make an account and log in; False when the e-mail address has one already."""
        salt = secrets.token_bytes(16)
        made = self._db.execute(
            "INSERT OR IGNORE INTO accounts VALUES (?, ?, ?)", (email.casefold(), salt, _hash(password, salt))
        ).rowcount
        return bool(made) and self.log_in(visitor, email, password)

    def log_in(self, visitor: str, email: str, password: str) -> bool:
        """Whether e-mail address and password belong together; if so, the visitor is logged in."""
        row = self._db.execute(
            "SELECT salt, password FROM accounts WHERE email = ?", (email.casefold(),)
        ).fetchone()
        if row is None or not secrets.compare_digest(_hash(password, row[0]), row[1]):
            return False
        self._db.execute("INSERT OR REPLACE INTO logged_in VALUES (?, ?)", (visitor, email.casefold()))
        self._db.execute("INSERT OR IGNORE INTO browsers VALUES (?, ?)", (visitor, email.casefold()))
        return True

    def log_out(self, visitor: str) -> None:
        """Forget who the visitor is."""
        self._db.execute("DELETE FROM logged_in WHERE visitor = ?", (visitor,))

    def browsers_of(self, email: str) -> list[str]:
        """The visitors who ever logged in with an e-mail address."""
        rows = self._db.execute("SELECT visitor FROM browsers WHERE email = ?", (email.casefold(),))
        return [row[0] for row in rows.fetchall()]

    def account_of(self, visitor: str) -> str:
        """The e-mail address a visitor is logged in with, or empty."""
        row = self._db.execute("SELECT email FROM logged_in WHERE visitor = ?", (visitor,)).fetchone()
        return str(row[0]) if row else ""


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_ROUNDS, r=8, p=1)
