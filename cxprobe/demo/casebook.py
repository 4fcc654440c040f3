"""What customers come back with: messages with their tickets, returns, and accounts."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from dataclasses import dataclass

FIRST_TICKET = 2001
FIRST_RETURN = 3001

_SCHEMA = f"""
CREATE TABLE tickets (number INTEGER PRIMARY KEY AUTOINCREMENT, visitor TEXT, name TEXT, email TEXT,
    subject TEXT, message TEXT);
CREATE TABLE returns (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT, order_number INTEGER UNIQUE,
    reason TEXT);
CREATE TABLE accounts (email TEXT PRIMARY KEY, salt BLOB, password BLOB);
CREATE TABLE logged_in (visitor TEXT PRIMARY KEY, email TEXT);
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


class Casebook:
    """Tickets, returns and accounts, in the shop's books."""

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
