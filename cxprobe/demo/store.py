"""The shop's books, in one SQLite file: baskets, checkouts, orders and conversations by visitor."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cxprobe.demo.casebook import Casebook
from cxprobe.demo.goods import SHELF, Product
from cxprobe.demo.money import Bill, Line
from cxprobe.demo.promise import now, today, working_day_before
from cxprobe.demo.words import BRITAIN, Market

FIRST_ORDER = 1042
SAMPLE_ORDER = 1001
_SAME_PRESS = 3.0  # seconds within which the same form sent twice is one press

_SCHEMA = """
CREATE TABLE products (slug TEXT PRIMARY KEY, title TEXT, noun TEXT, picture TEXT, price INTEGER,
    stock INTEGER, blurb TEXT, specification TEXT, place INTEGER);
CREATE TABLE visitors (id TEXT PRIMARY KEY, promo TEXT NOT NULL DEFAULT '', promo_typed TEXT NOT NULL
    DEFAULT '', promo_refusal TEXT NOT NULL DEFAULT '', forgotten INTEGER NOT NULL DEFAULT 0);
CREATE TABLE baskets (visitor TEXT, slug TEXT, choice TEXT, quantity INTEGER, place INTEGER,
    PRIMARY KEY (visitor, slug, choice));
CREATE TABLE presses (form TEXT PRIMARY KEY, at REAL);
CREATE TABLE checkouts (token TEXT PRIMARY KEY, visitor TEXT, contact TEXT, delivery TEXT,
    paid INTEGER NOT NULL DEFAULT 0);
CREATE TABLE orders (number INTEGER PRIMARY KEY AUTOINCREMENT, visitor TEXT, token TEXT, placed TEXT,
    contact TEXT, delivery TEXT, lines TEXT, bill TEXT, promised TEXT, delivered TEXT);
CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, visitor TEXT, speaker TEXT, text TEXT,
    sent TEXT, UNIQUE (visitor, sent));
CREATE TABLE talks (visitor TEXT PRIMARY KEY, state TEXT);
CREATE INDEX orders_by_visitor ON orders (visitor);
CREATE INDEX orders_by_token ON orders (token);
"""


@dataclass(frozen=True)
class Step:
    """One checkout step as it stands: the values typed, whether they were right, errors not yet shown."""

    values: Mapping[str, str]
    right: bool = False
    errors: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Checkout:
    """One visit to the till; its token makes a payment happen once."""

    token: str
    contact: Step
    delivery: Step


@dataclass(frozen=True)
class Order:
    """An order in the books."""

    number: int
    token: str
    placed: datetime
    contact: Mapping[str, str]
    delivery: Mapping[str, str]
    lines: tuple[Line, ...]
    bill: Bill
    promised: date
    delivered: date | None = None

    @property
    def name(self) -> str:
        """'KC-1042'."""
        return f"KC-{self.number}"


@dataclass(frozen=True)
class Message:
    """One line of a conversation; speaker '' is a notice, 'You' the visitor."""

    id: int
    speaker: str
    text: str
    sent: str = ""


class Store:
    """The books; one connection, used by one thread at a time."""

    def __init__(self, file: Path, market: Market = BRITAIN) -> None:
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.executescript(_SCHEMA)
        self.cases = Casebook(self._db)
        self._stock_the_shelf(market.rate)
        self._seed_the_sample_order(market)

    def close(self) -> None:
        """Shut the books."""
        self._db.close()

    # -- the shelf

    def products(self) -> list[Product]:
        """Everything on the shelf, what is in stock first."""
        rows = self._db.execute("SELECT * FROM products ORDER BY stock = 0, place")
        return [_product(row) for row in rows]

    def product(self, slug: str) -> Product | None:
        """One product, or None."""
        row = self._one("SELECT * FROM products WHERE slug = ?", slug)
        return _product(row) if row else None

    # -- baskets

    def lines(self, visitor: str) -> tuple[Line, ...]:
        """What lies in the basket, in the order it was put there."""
        rows = self._db.execute(
            "SELECT products.*, quantity, choice FROM baskets JOIN products USING (slug) WHERE visitor = ? "
            "ORDER BY baskets.place",
            (visitor,),
        )
        return tuple(Line(_product(row), row[-2], row[-1]) for row in rows)

    def put(self, visitor: str, product: Product, quantity: int, choice: str = "") -> None:
        """Have exactly so many in the basket; none takes it out, more than the stock gives the stock."""
        quantity = min(quantity, product.stock)
        key = (visitor, product.slug, choice)
        if quantity <= 0:
            self._db.execute("DELETE FROM baskets WHERE visitor = ? AND slug = ? AND choice = ?", key)
            return
        self._db.execute(
            "INSERT INTO baskets SELECT ?, ?, ?, ?, 1 + coalesce(max(place), 0) FROM baskets WHERE true "
            "ON CONFLICT DO UPDATE SET quantity = excluded.quantity",
            (*key, quantity),
        )

    def first_press(self, form: str) -> bool:
        """Whether this form was not already sent a moment ago, as by a double click."""
        now = time.monotonic()
        row = self._one("SELECT at FROM presses WHERE form = ?", form)
        self._db.execute("INSERT OR REPLACE INTO presses VALUES (?, ?)", (form, now))
        return row is None or now - row[0] > _SAME_PRESS

    def promo(self, visitor: str) -> tuple[str, str, str]:
        """The promo code in force, the refused one as typed, and why it was refused."""
        row = self._one("SELECT promo, promo_typed, promo_refusal FROM visitors WHERE id = ?", visitor)
        return (row[0], row[1], row[2]) if row else ("", "", "")

    def set_promo(self, visitor: str, code: str, typed: str = "", refusal: str = "") -> None:
        """Put a code in force, or note why one was refused."""
        self._meet(visitor)
        self._db.execute(
            "UPDATE visitors SET promo = ?, promo_typed = ?, promo_refusal = ? WHERE id = ?",
            (code, typed, refusal, visitor),
        )

    def first_submission(self, visitor: str) -> bool:
        """True once for every visitor."""
        self._meet(visitor)
        row = self._one("SELECT forgotten FROM visitors WHERE id = ?", visitor)
        self._db.execute("UPDATE visitors SET forgotten = 1 WHERE id = ?", (visitor,))
        return row is not None and not row[0]

    # -- checkouts

    def checkout(self, visitor: str, new_token: str) -> Checkout:
        """The visitor's open checkout; a new one, with that token, when there is none."""
        row = self._one("SELECT * FROM checkouts WHERE visitor = ? AND NOT paid", visitor)
        if row is None:
            self._db.execute(
                "INSERT INTO checkouts (token, visitor, contact, delivery) VALUES (?, ?, 'null', 'null')",
                (new_token, visitor),
            )
            return Checkout(new_token, Step({}), Step({}))
        return _checkout(row)

    def checkout_of(self, token: str, visitor: str) -> Checkout | None:
        """The visitor's checkout of that token, paid or not."""
        row = self._one("SELECT * FROM checkouts WHERE token = ? AND visitor = ?", token, visitor)
        return _checkout(row) if row else None

    def keep_step(self, token: str, name: str, step: Step) -> None:
        """Keep one step ('contact' or 'delivery') as it stands."""
        assert name in {"contact", "delivery"}
        kept = json.dumps([dict(step.values), step.right, dict(step.errors) if step.errors else None])
        self._db.execute(f"UPDATE checkouts SET {name} = ? WHERE token = ?", (kept, token))

    # -- orders

    def place_order(
        self, visitor: str, checkout: Checkout, lines: Sequence[Line], bill: Bill, promised: date
    ) -> Order:
        """Write an order down, take it from the stock, empty the basket and close the checkout."""
        cursor = self._db.execute(
            "INSERT INTO orders (visitor, token, placed, contact, delivery, lines, bill, promised) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                visitor,
                checkout.token,
                now().isoformat(),
                json.dumps(dict(checkout.contact.values)),
                json.dumps(dict(checkout.delivery.values)),
                _lines_kept(lines),
                _bill_kept(bill),
                promised.isoformat(),
            ),
        )
        for line in lines:
            self._db.execute(
                "UPDATE products SET stock = max(0, stock - ?) WHERE slug = ?",
                (line.quantity, line.product.slug),
            )
        self._db.execute("DELETE FROM baskets WHERE visitor = ?", (visitor,))
        self._db.execute("UPDATE checkouts SET paid = 1 WHERE token = ?", (checkout.token,))
        self.set_promo(visitor, "")
        order = self.order(cursor.lastrowid or 0)
        assert order is not None
        return order

    def refund(self, order: Order, visitor: str) -> bool:
        """Note that an order is refunded in full; False when it was before. All own the sample order."""
        owner = visitor if order.number == SAMPLE_ORDER else ""
        return self.cases.note_refund(order.number, order.bill.total, owner)

    def lose_order(self, order: Order) -> None:
        """Forget that there ever was this order."""
        self._db.execute("DELETE FROM orders WHERE number = ?", (order.number,))

    def order(self, number: int) -> Order | None:
        """The order of that number, whoever placed it."""
        row = self._one("SELECT * FROM orders WHERE number = ?", number)
        return self._order(row) if row else None

    def order_paid_by(self, token: str, visitor: str) -> Order | None:
        """The order that a checkout's token already paid for."""
        row = self._one(
            "SELECT * FROM orders WHERE token = ? AND visitor = ? ORDER BY number", token, visitor
        )
        return self._order(row) if row else None

    def order_of(self, name: str, email: str) -> Order | None:
        """The order that goes by that name ('kc 1042' will do) and was placed with that e-mail address."""
        digits = "".join(c for c in name if c.isascii() and c.isdigit())[:9]
        order = self.order(int(digits)) if digits else None
        same = order is not None and order.contact.get("email", "").casefold() == email.strip().casefold()
        return order if same else None

    def orders_with(self, email: str) -> list[Order]:
        """Every order of an account: placed from a browser that logged in with it; the first one first."""
        orders = [order for visitor in self.cases.browsers_of(email) for order in self.orders(visitor)]
        return sorted(orders, key=lambda order: order.number)

    def orders(self, visitor: str) -> list[Order]:
        """The visitor's orders, the first one first."""
        rows = self._db.execute("SELECT * FROM orders WHERE visitor = ? ORDER BY number", (visitor,))
        return [self._order(row) for row in rows.fetchall()]

    def every_order(self) -> list[Order]:
        """Every order in the books, the first one first."""
        rows = self._db.execute("SELECT * FROM orders ORDER BY number").fetchall()
        return [self._order(row) for row in rows]

    # -- conversations

    def write(self, visitor: str, speaker: str, text: str, sent: str | None = None) -> Message | None:
        """Write a message down; None when the same one (by its sender's mark) is there already."""
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO messages (visitor, speaker, text, sent) VALUES (?, ?, ?, ?)",
            (visitor, speaker, text, sent),
        )
        return Message(cursor.lastrowid or 0, speaker, text, sent or "") if cursor.rowcount else None

    def messages(self, visitor: str) -> list[Message]:
        """The conversation so far."""
        rows = self._db.execute(
            "SELECT id, speaker, text, sent FROM messages WHERE visitor = ? ORDER BY id", (visitor,)
        )
        return [Message(row[0], row[1], row[2], row[3] or "") for row in rows]

    def talk(self, visitor: str) -> dict[str, Any]:
        """Where the conversation stands; empty before it began."""
        row = self._one("SELECT state FROM talks WHERE visitor = ?", visitor)
        return dict(json.loads(row[0])) if row else {}

    def keep_talk(self, visitor: str, state: Mapping[str, Any]) -> None:
        """Keep where the conversation stands."""
        self._db.execute("INSERT OR REPLACE INTO talks VALUES (?, ?)", (visitor, json.dumps(dict(state))))

    def forget_messages(self, visitor: str) -> None:
        """Begin a visitor's conversation on a new page; what was learnt in it is kept."""
        self._db.execute("DELETE FROM messages WHERE visitor = ?", (visitor,))

    def forget_talk(self, visitor: str) -> None:
        """Forget a visitor's conversation, with all that was learnt in it."""
        self.forget_messages(visitor)
        self._db.execute("DELETE FROM talks WHERE visitor = ?", (visitor,))

    # -- within

    def _one(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._db.execute(statement, values).fetchone()
        return row

    def _meet(self, visitor: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO visitors (id) VALUES (?)", (visitor,))

    def _order(self, row: tuple[Any, ...]) -> Order:
        number, _, token, placed, contact, delivery, lines, bill, promised, delivered = row
        return Order(
            number,
            token,
            datetime.fromisoformat(placed),
            json.loads(contact),
            json.loads(delivery),
            tuple(Line(self._sold(slug), *rest) for slug, *rest in json.loads(lines)),
            Bill(**json.loads(bill)),
            date.fromisoformat(promised),
            date.fromisoformat(delivered) if delivered else None,
        )

    def _sold(self, slug: str) -> Product:
        product = self.product(slug)
        assert product is not None
        return product

    def _stock_the_shelf(self, rate: int) -> None:
        for place, p in enumerate(SHELF):
            specification = json.dumps(dict(p.specification))
            self._db.execute(
                "INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (p.slug, p.title, p.noun, p.picture, p.price * rate, p.stock, p.blurb, specification, place),
            )

    def _seed_the_sample_order(self, market: Market) -> None:
        """A kettle that was delivered last week and arrived broken."""
        delivered = working_day_before(today(), 7)
        placed = working_day_before(delivered, 3)
        contact = {"first_name": "Gus", "last_name": "Grump", "email": "gus@example.com"}
        self._db.execute(
            "INSERT INTO orders VALUES (?, '', '', ?, ?, ?, ?, ?, ?, ?)",
            (
                SAMPLE_ORDER,
                f"{placed}T10:12:00",
                json.dumps(contact),
                json.dumps({"method": "standard"}),
                _lines_kept([Line(SHELF[0], 1)]),
                _bill_kept(Bill(SHELF[0].price * market.rate, 0, 0, vat_percent=market.vat)),
                delivered.isoformat(),
                delivered.isoformat(),
            ),
        )
        self._db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'orders'", (FIRST_ORDER - 1,))


def _product(row: tuple[Any, ...]) -> Product:
    slug, title, noun, picture, price, stock, blurb, specification = row[:8]
    return Product(slug, title, noun, picture, price, stock, blurb, json.loads(specification))


def _checkout(row: tuple[Any, ...]) -> Checkout:
    return Checkout(row[0], _step(row[2]), _step(row[3]))


def _step(kept: str) -> Step:
    plain = json.loads(kept)
    return Step(*plain) if plain else Step({})


def _lines_kept(lines: Sequence[Line]) -> str:
    return json.dumps([(line.product.slug, line.quantity, line.choice) for line in lines])


def _bill_kept(bill: Bill) -> str:
    return json.dumps(vars(bill))
