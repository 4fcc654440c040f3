"""The back office: what is truly so behind the counter, as a page for people and as JSON for machines.

Orders, stock, tickets, returns, mails, feedback and subscribers as they are in the books, whatever the
shop's pages say; and the board of switches, with a form that changes it while the company is open.
In English only, and linked from nowhere: customers have no business here.
"""

from __future__ import annotations

import asyncio
import mailbox
from collections.abc import Mapping
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from cxprobe.demo.goods import SHELF
from cxprobe.demo.site import House, go, house_of, posted
from cxprobe.demo.store import Order
from cxprobe.demo.switches import FAULTS, SINS, Board, Switch, UnknownSwitch

WAYS = ("off", "sometimes", "always", "alike")
"""How a switch may be set: not at all, for every second visitor, for all, or its look-alike for all."""
_FRESH = {"Cache-Control": "no-store"}


async def show(request: Request) -> Response:
    """The page."""
    house = house_of(request)
    html = house.pages.get_template("back-office.html").render(
        **await _truth(house),
        money=house.words("en").money,
        ways=WAYS,
        sins=_rows(house.board, SINS),
        faults=_rows(house.board, FAULTS),
    )
    return HTMLResponse(html, headers=_FRESH)


async def as_json(request: Request) -> Response:
    """The same for machines; money in hundredths of the currency, days as ISO 8601."""
    house = house_of(request)
    switches = {name: _way(house.board, name) for name in (*SINS, *FAULTS)}
    return JSONResponse({**await _truth(house), "switches": switches}, headers=_FRESH)


async def set_switch(request: Request) -> Response:
    """Set one switch as the form says; 400 when there is no such switch or way."""
    sent = await posted(request)
    name, way, board = sent.get("switch", ""), sent.get("way", ""), house_of(request).board
    try:
        _set(board, name, way)
    except UnknownSwitch as error:
        return JSONResponse({"error": str(error)}, 400, headers=_FRESH)
    if "json" in request.headers.get("accept", ""):
        return JSONResponse({name: _way(board, name)}, headers=_FRESH)
    return go(f"/back-office#{name}")


def _set(board: Board, name: str, way: str) -> None:
    if way not in WAYS:
        raise UnknownSwitch(f"No way {way!r} to set a switch. There are: {', '.join(WAYS)}.")
    board.mend(name)
    board.alike_off(name)
    if way == "alike":
        board.play_alike(name)
    elif way != "off":
        board.throw(name, way)


def _way(board: Board, name: str) -> str:
    return board.thrown.get(name) or ("alike" if name in board.played else "off")


def _rows(board: Board, table: Mapping[str, Switch]) -> list[tuple[Switch, str]]:
    return [(switch, _way(board, switch.id)) for switch in table.values()]


async def _truth(house: House) -> dict[str, Any]:
    """Everything in the books, as plain JSON."""
    cases = house.store.cases
    return {
        "currency": house.market.currency,
        "orders": [_order(order) for order in house.store.every_order()],
        "stock": {product.slug: product.stock for product in house.store.products()},
        "sold": _sold(house),
        "tickets": [{"ticket": each.named, **vars(each)} for each in cases.tickets()],
        "returns": [{"return": each.name, **vars(each)} for each in cases.returns()],
        "refunds": [{"order": f"KC-{number}", "amount": amount} for number, amount in cases.refunds()],
        "accounts": cases.accounts(),
        "feedback": [vars(each) for each in cases.feedback()],
        "subscribers": sorted(email for email, _ in house.post.subscribers.values()),
        "mails": await asyncio.to_thread(_mails, house.post.postman.mailbox),
    }


def _order(order: Order) -> dict[str, Any]:
    bill = order.bill
    return {
        "order": order.name,
        "placed": order.placed.isoformat(timespec="seconds"),
        "name": f"{order.contact.get('first_name', '')} {order.contact.get('last_name', '')}".strip(),
        "email": order.contact.get("email", ""),
        "phone": order.contact.get("phone", ""),
        "delivery": dict(order.delivery),
        "lines": [
            {
                "product": line.product.slug,
                "quantity": line.quantity,
                "choice": line.choice,
                "price": line.price,
            }
            for line in order.lines
        ],
        "bill": vars(bill) | {"total": bill.total, "vat": bill.vat},
        "promised": order.promised.isoformat(),
        "delivered": order.delivered.isoformat() if order.delivered else None,
    }


def _sold(house: House) -> dict[str, int]:
    """How many of each product have left the shelf since the shop opened."""
    there_were = {product.slug: product.stock for product in SHELF}
    left = {product.slug: there_were[product.slug] - product.stock for product in house.store.products()}
    return {slug: count for slug, count in left.items() if count}


def _mails(folder: Path) -> list[dict[str, str]]:
    """To whom a mail was sent, and what about; in the order of their dates."""
    if not folder.is_dir():
        return []
    kept = mailbox.Maildir(folder, create=False)
    reader = BytesParser(policy=policy.default)  # as the outbox reads them
    heads = [reader.parsebytes(kept.get_bytes(key), headersonly=True) for key in kept.keys()]  # noqa: SIM118
    told = [
        {"to": str(mail["To"]), "subject": str(mail["Subject"] or ""), "at": str(mail["Date"])}
        for mail in heads
    ]
    return sorted(told, key=lambda mail: _sent_at(mail["at"]))


def _sent_at(date: str) -> datetime:
    """When a mail was sent, by its Date header; long ago where that is none."""
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


ROUTES = [
    Route("/back-office", show),
    Route("/back-office.json", as_json),
    Route("/back-office/switch", set_switch, methods=["POST"]),
]
