"""The shop floor: home, search, product, basket, and the list of orders."""

from __future__ import annotations

import asyncio
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cxprobe.demo.goods import Product
from cxprobe.demo.money import FREE_DELIVERY_FROM, METHODS, bill, promo_answer, promo_told
from cxprobe.demo.promise import delivered_by, today
from cxprobe.demo.site import go, house_of, not_found, page, posted, visitor_of

SLOW_SEARCH = 6.0  # seconds
MOST_OF_ONE = 20
_SMALL_WORDS = {"a", "an", "and", "for", "i", "in", "of", "the", "to", "with"}


async def home(request: Request) -> Response:
    """The shop window."""
    products = house_of(request).store.products()
    return page(request, "home.html", products=products[:8], by=delivered_by(today()))


async def search(request: Request) -> Response:
    """What is found for a few words; everything when there are none."""
    house = house_of(request)
    if "slow-search" in house.switches:
        await asyncio.sleep(SLOW_SEARCH)
    query = " ".join(request.query_params.get("q", "").split())
    found = [product for product in house.store.products() if matches(product, query)]
    return page(request, "search.html", query=query, products=found)


def matches(product: Product, query: str) -> bool:
    """Whether every word of the query, singular or plural, is said about the product."""
    facts = " ".join(product.specification.values())
    said = f"{product.title} {product.noun} {product.blurb} {facts}".lower()
    words = [re.sub(r"(?<=\w{3})s$", "", word) for word in re.findall(r"\w+", query.lower())]
    telling = [word for word in words if word not in _SMALL_WORDS]
    return all(word in said for word in telling) and bool(telling or not query)


async def product(request: Request) -> Response:
    """One product, in full."""
    shown = house_of(request).store.product(request.path_params["slug"])
    if shown is None:
        return await not_found(request, LookupError())
    by = delivered_by(today())
    return page(request, "product.html", product=shown, by=by, form=secrets.token_urlsafe(8))


async def basket(request: Request) -> Response:
    """What is in the basket and what it comes to."""
    store, visitor = house_of(request).store, visitor_of(request)
    code, typed, refusal = store.promo(visitor)
    if refusal:
        store.set_promo(visitor, code)
    lines = store.lines(visitor)
    return page(
        request,
        "basket.html",
        lines=lines,
        bill=bill(lines, code),
        promo_typed=typed,
        refusal=refusal,
        promo_told=promo_told(code) if code else "",
        most=MOST_OF_ONE,
        by=delivered_by(today()),
        free_from=FREE_DELIVERY_FROM,
        standard=METHODS["standard"],
    )


async def add(request: Request) -> Response:
    """Put a product in the basket; a double click is one press."""
    store, visitor, sent = house_of(request).store, visitor_of(request), await posted(request)
    chosen = store.product(sent.get("product", ""))
    if chosen is None:
        return await not_found(request, LookupError())
    form = f"{visitor} {sent.get('form') or secrets.token_urlsafe(8)}"
    if store.first_press(form):
        there = next((line.quantity for line in store.lines(visitor) if line.product == chosen), 0)
        store.put(visitor, chosen, min(MOST_OF_ONE, there + max(1, _number(sent.get("quantity", "1"), 1))))
    return go("/basket")


async def change(request: Request) -> Response:
    """Have another quantity of a product in the basket."""
    store, visitor, sent = house_of(request).store, visitor_of(request), await posted(request)
    chosen = store.product(sent.get("product", ""))
    there = {line.product.slug: line.quantity for line in store.lines(visitor)}
    if chosen is not None and chosen.slug in there:
        wanted = _number(sent.get("quantity", ""), there[chosen.slug])
        store.put(visitor, chosen, min(MOST_OF_ONE, wanted))
    return go("/basket")


async def remove(request: Request) -> Response:
    """Take a product out of the basket."""
    store, sent = house_of(request).store, await posted(request)
    chosen = store.product(sent.get("product", ""))
    if chosen is not None:
        store.put(visitor_of(request), chosen, 0)
    return go("/basket")


async def promo(request: Request) -> Response:
    """Try a promo code; one in force stays when the next is refused."""
    store, visitor, sent = house_of(request).store, visitor_of(request), await posted(request)
    typed = sent.get("code", "").strip()[:40]
    answer = promo_answer(typed)
    code = answer.code or store.promo(visitor)[0]
    store.set_promo(visitor, code, "" if answer.code else typed, answer.refusal)
    return go("/basket#promo")


async def promo_off(request: Request) -> Response:
    """Do without the promo code."""
    house_of(request).store.set_promo(visitor_of(request), "")
    return go("/basket")


async def orders(request: Request) -> Response:
    """Every order placed from this browser."""
    return page(request, "orders.html", orders=house_of(request).store.orders(visitor_of(request))[::-1])


async def back_to_basket(_: Request) -> Response:
    """The basket, for who comes back to an address that only takes forms."""
    return go("/basket")


def _number(typed: str, otherwise: int) -> int:
    typed = typed.strip()
    return int(typed) if re.fullmatch(r"\d{1,4}", typed) else otherwise


ROUTES = [
    Route("/", home),
    Route("/search", search),
    Route("/product/{slug}", product),
    Route("/basket", basket),
    Route("/basket/add", add, methods=["POST"]),
    Route("/basket/change", change, methods=["POST"]),
    Route("/basket/remove", remove, methods=["POST"]),
    Route("/basket/promo", promo, methods=["POST"]),
    Route("/basket/promo/off", promo_off, methods=["POST"]),
    Route("/basket/{form:path}", back_to_basket),
    Route("/orders", orders),
]
