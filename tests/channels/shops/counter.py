# ruff: noqa: E501 - pages read better on long lines
"""The counter that all small shops share: a server on loopback, a memory for each customer, plain pages."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Page = "str | Go | Callable[[Ask], str | Go]"


class Go(str):
    """Where a page sends the customer on to."""

    __slots__ = ()


class Fails(str):
    """A page that comes with a server's failure."""

    __slots__ = ()


@dataclass
class Ask:
    """One request of one customer: what was asked for and sent, and what the shop remembers of them."""

    path: str
    query: dict[str, str]
    sent: dict[str, str]
    memory: dict[str, Any]

    @property
    def posted(self) -> bool:
        """Whether a form was sent."""
        return bool(self.sent)


@dataclass
class Street:
    """Shops on one address, each under a name of its own, and what every customer left in them."""

    shops: Mapping[str, Mapping[str, Any]]
    memories: dict[str, dict[str, Any]] = field(default_factory=dict)
    port: int = 0

    def __post_init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where the street is."""
        return f"http://127.0.0.1:{self.port}"

    def newest(self) -> dict[str, Any]:
        """What the shops remember of the customer who came last."""
        return self.memories[max(self.memories, key=int)]

    def close(self) -> None:
        """Shut all shops."""
        self._server.shutdown()
        self._server.server_close()


def _handler(street: Street) -> type[BaseHTTPRequestHandler]:
    numbers = count(1)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            shop, _, path = parts.path.strip("/").partition("/")
            length = int(self.headers.get("Content-Length") or 0)
            sent = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
            visitor = (self.headers.get("Cookie") or "").partition("visitor=")[2].split(";")[0]
            visitor = visitor or str(next(numbers))
            memory = street.memories.setdefault(visitor, {"orders": []})
            page = street.shops.get(shop, {}).get(path)
            ask = Ask(path, dict(parse_qsl(parts.query)), sent, memory)
            said = page(ask) if callable(page) else page
            self._answer(said, visitor)

        do_POST = do_GET  # noqa: N815 - the name that http.server asks for

        def _answer(self, said: str | None, visitor: str) -> None:
            body = (said or "<h1>Not here</h1>").encode()
            status = 500 if isinstance(said, Fails) else 200 if said else 404
            self.send_response(303 if isinstance(said, Go) else status)
            if isinstance(said, Go):
                self.send_header("Location", said)
                body = b""
            self.send_header("Set-Cookie", f"visitor={visitor}; Path=/")
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name for it
            """Nothing: the tests ask the street itself."""

    return Handler


# ---- pages -------------------------------------------------------------------------------------------

STYLE = """body{font:15px sans-serif;margin:0 20px 40px}label{display:block;margin:6px 0}
header,footer{padding:8px 0}header a,nav a{margin-right:14px}.error{color:#b00020}
.cards{display:flex;gap:20px}.card{border:1px solid #ccc;padding:8px;width:200px}"""


def page(title: str, body: str, *, shop: str = "Harbour Stores", script: str = "", head: str = "") -> str:
    """A page of a shop, with the header and footer that most of them have."""
    top = head or '<a href=".">Harbour Stores</a> <a href="cart">Basket</a>'
    return (
        f'<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">'
        f"<title>{title} - {shop}</title><style>{STYLE}</style><header>{top}</header><main>{body}</main>"
        f"<footer>&copy; {shop}</footer><script>{script}</script></html>"
    )


def product(name: str = "Tin lantern", price: str = "£24.00", more: str = "", above: str = "") -> str:
    """A product's page with a button that sends it to the basket."""
    return page(
        name,
        f"{above}<h1>{name}</h1><p>{price}</p><p>Made in a small workshop, of tin and glass.</p>"
        f'{more}<form method=post action="add"><input type=hidden name=what value="{name}">'
        "<button>Add to basket</button></form>",
    )


def add(ask: Ask) -> Go:
    """Puts what was sent into the basket, and shows it."""
    ask.memory["basket"] = [*ask.memory.get("basket", ()), ask.sent.get("what", "")]
    return Go("cart")


def cart(ask: Ask) -> str:
    """The basket, with the way to the checkout."""
    if not ask.memory.get("basket"):
        return page("Your basket", "<h1>Your basket</h1><p>Your basket is empty.</p>")
    return page(
        "Your basket",
        "<h1>Your basket</h1><table><tr><th>Item<th>Quantity<th>Price<tr><td>Tin lantern<td>1<td>£24.00</table>"
        '<p>Subtotal £24.00</p><p>Delivery £3.50</p><p>Total £27.50</p><p><a href="checkout">Go to checkout</a></p>',
    )


PERSON = """<label>E-mail address <input type=email name=email required></label>
<label>Full name <input name=name required></label>"""
ADDRESS = """<label>Address <input name=street required></label><label>Town <input name=town required></label>
<label>Postcode <input name=postcode required></label>"""
CARD = """<label>Name on card <input name=holder required></label>
<label>Card number <input name=number inputmode=numeric required></label>
<label>Expiry date (MM/YY) <input name=expiry placeholder="MM/YY" required></label>
<label>Security code <input name=cvc inputmode=numeric required></label>"""
SUM = "<p>Subtotal £24.00</p><p>Delivery £3.50</p><p>Total £27.50</p>"


def form(body: str, button: str = "Place order", action: str = "", more: str = "") -> str:
    """A form of a checkout."""
    return f'<form method=post action="{action}" {more}>{body}<button>{button}</button></form>'


def paid(ask: Ask) -> Go:
    """Notes an order, and thanks for it."""
    ask.memory["orders"].append({**ask.sent, "number": f"HS-{4100 + len(ask.memory['orders'])}"})
    return Go("thanks")


def thanks(ask: Ask, body: str = SUM) -> str:
    """The page that says that the order is placed."""
    number = ask.memory["orders"][-1]["number"]
    return page(
        "Thank you",
        f"<h1>Thank you for your order</h1><p>Your order number is {number}.</p>{body}"
        "<p>We have sent you an e-mail.</p>",
    )


def till(ask: Ask) -> str | Go:
    """A checkout of one page: who, where to, the card."""
    if ask.posted:
        return paid(ask)
    return page("Checkout", f"<h1>Checkout</h1>{SUM}{form(PERSON + ADDRESS + CARD)}")


def shop(**pages: Any) -> dict[str, Any]:
    """An ordinary shop, with some pages of its own."""
    home = page(
        "Home", '<h1>Harbour Stores</h1><div class=card><a href="lantern">Tin lantern</a> £24.00</div>'
    )
    plain = {"": home, "lantern": product(), "add": add, "cart": cart, "checkout": till, "thanks": thanks}
    return {**plain, **pages}
