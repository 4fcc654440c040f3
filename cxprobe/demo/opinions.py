"""How it went with an order, as customers tell the company."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cxprobe.demo.site import go, house_of, not_found, page, posted, visitor_of, words_of
from cxprobe.demo.store import Order

_LONGEST = 4000


async def tell(request: Request) -> Response:
    """How it went with an order, on a page of its own."""
    order = _own_order(request)
    return page(request, "how.html", order=order) if order else await not_found(request, LookupError())


async def told(request: Request) -> Response:
    """Write down how it went with an order; without a word or a mark, ask again."""
    order, sent = _own_order(request), await posted(request)
    if order is None:
        return await not_found(request, LookupError())
    how = int(sent["how"]) if re.fullmatch("[1-5]", sent.get("how", "")) else 0
    words = sent.get("how_words", "").strip()[:_LONGEST]
    if not how and not words:
        return page(request, "how.html", order=order, wrong=words_of(request).plain("need_how"))
    house_of(request).store.cases.keep_feedback(visitor_of(request), "order", how, words, order.number)
    return go(f"/order/{order.name}/thanks")


def _own_order(request: Request) -> Order | None:
    mine = house_of(request).store.orders(visitor_of(request))
    return next((order for order in mine if order.name == request.path_params["name"]), None)


ROUTES = [
    Route("/order/{name}/feedback", tell),
    Route("/order/{name}/feedback", told, methods=["POST"]),
]
