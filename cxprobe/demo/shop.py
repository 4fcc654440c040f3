"""The shop floor: home, search, product, basket, and the list of orders."""

from __future__ import annotations

import asyncio
import re
import secrets
import unicodedata
from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from cxprobe.demo.goods import Product
from cxprobe.demo.money import (
    FREE_DELIVERY_FROM,
    THE_CODE,
    PromoAnswer,
    is_teapot,
    promo_answer,
    promo_told,
)
from cxprobe.demo.promise import delivered_by, today
from cxprobe.demo.site import CONSENT, go, house_of, not_found, page, posted, visitor_of, words_of
from cxprobe.demo.store import Store
from cxprobe.demo.structured import company_data, product_data, shelf_of
from cxprobe.demo.words import Words, english

SLOW_SEARCH = 6.0  # seconds
WAREHOUSES = 3
WAREHOUSE_TAKES = 0.5  # seconds
_NEXT_WAREHOUSE = b"<!-- the next warehouse -->"
MOST_OF_ONE = 20
_NO_ENDING = re.compile(r"(?!)")
_ENDINGS = {True: re.compile(r"(?<=\w{3})s$"), False: re.compile(r"(?<=\w{4})(?:en|es|er|[aeinsy])$")}
_SMALL_WORDS = {"a", "an", "and", "for", "i", "in", "of", "the", "to", "with"}


async def home(request: Request) -> Response:
    """The shop window."""
    products = house_of(request).store.products()
    free_from = FREE_DELIVERY_FROM * house_of(request).market.rate
    return page(
        request,
        "home.html",
        products=products[:8],
        by=delivered_by(today()),
        free_from=free_from,
        data=company_data(request),
    )


async def search(request: Request) -> Response:
    """What is found for a few words; everything when there are none."""
    house = house_of(request)
    if "slow-search" in house.switches:
        await asyncio.sleep(SLOW_SEARCH)
    query = " ".join(request.query_params.get("q", "").split())
    words, exact = words_of(request), "search-misses-plurals" in house.switches
    found = [product for product in house.store.products() if matches(product, query, words, exact=exact)]
    plain = _without_endings(query, words) if "search-misses-plurals" in house.alike and found else query
    piecemeal = "slow-search" in house.alike
    said: dict[str, Any] = {"products": found, "plain": plain if plain != query else "", "warehouses": 0}
    if not piecemeal:
        return page(request, "search.html", query=query, **said)
    whole = page(request, "search.html", query=query, **said | {"warehouses": WAREHOUSES})
    fresh = {"Cache-Control": "no-store"}
    return StreamingResponse(_in_pieces(bytes(whole.body)), headers=fresh, media_type="text/html")


async def _in_pieces(html: bytes) -> AsyncIterator[bytes]:
    """A page as it comes: up to the first warehouse's results, then one warehouse after the other."""
    first, *others = html.split(_NEXT_WAREHOUSE)
    yield first
    for piece in others:
        await asyncio.sleep(WAREHOUSE_TAKES)
        yield piece


def _without_endings(query: str, words: Words) -> str:
    ending = _ENDINGS[words.language == "en"]
    return " ".join(ending.sub("", word) for word in query.split())


def matches(product: Product, query: str, words: Words | None = None, *, exact: bool = False) -> bool:
    """Whether every word of the query, singular or plural (unless `exact`), is said about the product."""
    say = words or english()
    facts = " ".join(say.facts(product).values())
    said = _folded(f"{say.title(product)} {say.noun(product)} {say.blurb(product)} {facts} {product.slug}")
    ending = _NO_ENDING if exact else _ENDINGS[say.language == "en"]
    asked = [ending.sub("", word) for word in re.findall(r"\w+", _folded(query))]
    telling = [word for word in asked if word not in _SMALL_WORDS]
    there = set(re.findall(r"\w+", said)) if exact else said
    return all(word in there for word in telling) and bool(telling or not query)


def _folded(text: str) -> str:
    """In small letters and without accents, as people type in a hurry."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


async def product(request: Request) -> Response:
    """One product, in full."""
    house, asked = house_of(request), request.query_params
    shown = house.store.product(request.path_params["slug"])
    if shown is None:
        return await not_found(request, LookupError())
    return page(
        request,
        "product.html",
        product=shown,
        by=delivered_by(today()),
        form=secrets.token_urlsafe(8),
        missing=asked.get("missing", ""),
        chosen={"colour": asked.get("colour", ""), "size": asked.get("size", "")},
        shelf=shelf_of(shown),
        data=product_data(request, shown),
    )


async def basket(request: Request) -> Response:
    """What is in the basket and what it comes to."""
    house, visitor = house_of(request), visitor_of(request)
    store = house.store
    code, typed, refusal = store.promo(visitor)
    if typed:
        store.set_promo(visitor, code)
    lines = store.lines(visitor)
    return page(
        request,
        "basket.html",
        lines=lines,
        bill=house.bill(lines, code),
        promo_typed=typed if refusal else "",
        promo_read=typed if not refusal and "promo-fussy" in house.alike else "",
        refusal=refusal,
        code=code,
        the_code=THE_CODE,
        promo_told=_promo_told(request, code),
        most=MOST_OF_ONE,
        by=delivered_by(today()),
        free_from=FREE_DELIVERY_FROM * house.market.rate,
    )


def _promo_told(request: Request, code: str) -> str:
    if not code:
        return ""
    return promo_told(code, words_of(request), teapots="promo-ignored" in house_of(request).alike)


async def add(request: Request) -> Response:
    """Put a product in the basket; a double click is one press."""
    store, visitor, sent = house_of(request).store, visitor_of(request), await posted(request)
    chosen = store.product(sent.get("product", ""))
    if chosen is None:
        return await not_found(request, LookupError())
    missing = _not_chosen(chosen, sent)
    if missing:
        kept = urlencode({name: sent.get(name, "") for name in ("colour", "size")})
        return go(f"/product/{chosen.slug}?missing={missing}&{kept}")
    choice = f"{sent['colour']}/{sent['size']}" if chosen.variants else ""
    form = f"{visitor} {sent.get('form') or secrets.token_urlsafe(8)}"
    if store.first_press(form):
        there = _in_basket(store, visitor).get((chosen.slug, choice), 0)
        more = max(1, _number(sent.get("quantity", "1"), 1))
        store.put(visitor, chosen, min(MOST_OF_ONE, there + more), choice)
    return go("/basket")


def _not_chosen(product: Product, sent: Mapping[str, str]) -> str:
    """'colour' or 'size' when the product comes in several and none that there is was chosen."""
    variants = product.variants
    if variants is None:
        return ""
    if sent.get("colour") not in variants.colours:
        return "colour"
    return "size" if sent.get("size") not in set(variants.sizes) - variants.gone else ""


def _in_basket(store: Store, visitor: str) -> dict[tuple[str, str], int]:
    return {(line.product.slug, line.choice): line.quantity for line in store.lines(visitor)}


async def change(request: Request) -> Response:
    """Have another quantity of a product in the basket."""
    store, visitor, sent = house_of(request).store, visitor_of(request), await posted(request)
    chosen = store.product(sent.get("product", ""))
    there, choice = _in_basket(store, visitor), sent.get("choice", "")
    if chosen is not None and (chosen.slug, choice) in there:
        wanted = _number(sent.get("quantity", ""), there[chosen.slug, choice])
        store.put(visitor, chosen, min(MOST_OF_ONE, wanted), choice)
    return go("/basket")


async def remove(request: Request) -> Response:
    """Take a product out of the basket."""
    store, sent = house_of(request).store, await posted(request)
    chosen = store.product(sent.get("product", ""))
    if chosen is not None:
        store.put(visitor_of(request), chosen, 0, sent.get("choice", ""))
    return go("/basket")


async def promo(request: Request) -> Response:
    """Try a promo code; one in force stays when the next is refused."""
    house, visitor, sent = house_of(request), visitor_of(request), await posted(request)
    store, typed = house.store, sent.get("code", "").strip()[:40]
    answer = promo_answer(typed, words_of(request), capitals_only="promo-fussy" in house.switches)
    if answer.code and "promo-ignored" in house.alike and not any(map(is_teapot, store.lines(visitor))):
        answer = PromoAnswer(refusal=words_of(request).plain("promo_no_teapots", code=answer.code))
    code = answer.code or store.promo(visitor)[0]
    store.set_promo(visitor, code, "" if typed == answer.code else typed, answer.refusal)
    return go("/basket#promo")


async def promo_off(request: Request) -> Response:
    """Do without the promo code."""
    house_of(request).store.set_promo(visitor_of(request), "")
    return go("/basket")


async def orders(request: Request) -> Response:
    """Every order placed from this browser."""
    return page(request, "orders.html", orders=house_of(request).store.orders(visitor_of(request))[::-1])


async def consent(request: Request) -> Response:
    """Keep what the visitor said about cookies, and go back to the page."""
    sent = await posted(request)
    back = sent.get("back", "/")
    answer = go(back if re.match(r"/(?!/)", back) else "/")
    answer.set_cookie(CONSENT, "all" if sent.get("cookies") == "all" else "needed", samesite="lax")
    return answer


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
    Route("/consent", consent, methods=["POST"]),
]
