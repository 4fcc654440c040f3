"""The web site put together: who is visiting, which page answers what, and the server it runs in."""

from __future__ import annotations

import random
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jinja2
import uvicorn
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cxprobe.demo.fittings import LANGUAGES, Fittings
from cxprobe.demo.money import Bill, Line, bill
from cxprobe.demo.post import Post
from cxprobe.demo.store import Store
from cxprobe.demo.switches import SERVED, Board
from cxprobe.demo.vault import Vault
from cxprobe.demo.words import MARKETS, Market, Words, words_in

HERE = Path(__file__).parent
CONSENT = "consent"
PIECE = "X-Piece"
"""The header with which the single-page checkout asks for a step without the page around it."""
_COOKIE = "kettle"
_LANGUAGE = "kettle-language"
_KEPT = f"Path=/; Max-Age={30 * 24 * 3600}; SameSite=Lax"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_LONGEST_FORM = 100_000
_BROKE = """<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width">
<title>Something broke – Kettle &amp; Co</title><link rel="stylesheet" href="/static/shop.css">
<main class="wrap" id="main"><h1>Something broke on our side</h1>
<p>It is not your fault. Please try again in a moment, or look at <a href="/orders">your orders</a>
before you pay a second time.</p></main></html>"""


@dataclass
class House:
    """What every page needs: the books, the board of switches, the templates and the pace of replies."""

    store: Store
    board: Board
    speed: float
    pages: jinja2.Environment
    post: Post
    fittings: Fittings = field(default_factory=Fittings)
    vault: Vault | None = None
    dice: random.Random = field(default_factory=random.Random)

    @property
    def switches(self) -> frozenset[str]:
        """The switches in force for whoever is being served now."""
        return self.board.in_force()

    @property
    def alike(self) -> frozenset[str]:
        """The switches whose look-alike is played for whoever is being served now."""
        return self.board.alike()

    @property
    def market(self) -> Market:
        """Where the company is at home."""
        return MARKETS[self.fittings.language]

    def words(self, language: str) -> Words:
        """The words of a language, with the company's own currency."""
        return words_in(language, self.market.symbol)

    def bill(
        self, lines: Sequence[Line], promo: str = "", method: str = "standard", *, care: bool = False
    ) -> Bill:
        """What some lines come to here."""
        at_work = {"switches": self.switches, "alike": self.alike}
        return bill(lines, promo, method, care=care, market=self.market, **at_work)


def house_of(connection: HTTPConnection) -> House:
    """The house that a request came to."""
    house: House = connection.app.state.house
    return house


def visitor_of(connection: HTTPConnection) -> str:
    """Who is visiting: the browser's cookie, given on its first request."""
    visitor: str = connection.scope["visitor"]
    return visitor


def page(request: Request, template: str, status: int = 200, **said: Any) -> HTMLResponse:
    """A page of the shop. Never cached: Back asks again, and shows what is true now."""
    house, visitor = house_of(request), visitor_of(request)
    said.setdefault("query", "")
    words = words_of(request)
    html = house.pages.get_template(template).render(
        t=words,
        layout="piece.html" if request.headers.get(PIECE) else "layout.html",
        market=house.market,
        switches=house.switches,
        alike=house.alike,
        post=house.post,
        **_hours_told(house, words),
        fittings=house.fittings,
        languages=_languages(request),
        here=request.url.path if request.method == "GET" else "/",
        asks_consent=house.fittings.cookie_banner and CONSENT not in request.cookies,
        in_basket=sum(line.quantity for line in house.store.lines(visitor)),
        has_orders=bool(house.store.orders(visitor)),
        **said,
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def _hours_told(house: House, words: Words) -> dict[str, object]:
    """When somebody is there, as the chat says it; and whether messages wait for a working day."""
    from cxprobe.demo.closing import closed_out_of_work, opening_hours

    return {"hours": opening_hours(house).told(words), "messages_wait": closed_out_of_work(house)}


def words_of(connection: HTTPConnection) -> Words:
    """The words of the language that the visitor reads: chosen before, else the company's own."""
    house = house_of(connection)
    return house.words(connection.scope["language"] or house.fittings.language)


def _languages(request: Request) -> list[tuple[str, Words, str]]:
    """Each language's code, its words, and this page's address in it."""
    house, here = house_of(request), request.url if request.method == "GET" else URL("/")
    addresses = {code: here.include_query_params(lang=code) for code in LANGUAGES}
    return [(code, house.words(code), f"{at.path}?{at.query}") for code, at in addresses.items()]


def go(path: str) -> RedirectResponse:
    """See another page, with GET, so that reloading repeats nothing."""
    return RedirectResponse(path, 303, headers={"Cache-Control": "no-store"})


async def posted(request: Request) -> dict[str, str]:
    """The fields of a form that was sent."""
    body = await request.body()
    return dict(parse_qsl(body[:_LONGEST_FORM].decode("utf-8", "replace"), keep_blank_values=True))


async def not_found(request: Request, _: Exception) -> Response:
    """An honest 404 that leads somewhere."""
    return page(request, "missing.html", 404)


async def broke(request: Request, _: Exception) -> Response:
    """An honest 500, which depends on nothing that may have broken."""
    return HTMLResponse(_BROKE, 500)


async def static(request: Request) -> Response:
    """A style sheet, script or picture of the shop's own."""
    name = request.path_params["name"]
    if not re.fullmatch(r"[a-z]+\.(css|js|svg)", name) or not (HERE / "static" / name).is_file():
        return page(request, "missing.html", 404)
    return Response(
        _read(name), media_type=_TYPES[Path(name).suffix], headers={"Cache-Control": "max-age=3600"}
    )


@lru_cache
def _read(name: str) -> bytes:
    return (HERE / "static" / name).read_bytes()


class _Doorman:
    """Gives every browser a cookie on its first visit, and knows it again by it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        cookies = Headers(scope=scope).get("cookie", "")
        known = _cookie(cookies, _COOKIE, r"[\w-]{8,64}")
        scope["visitor"] = visitor = known or secrets.token_urlsafe(16)
        SERVED.set(visitor)
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("lang", "")
        chosen = asked if asked in LANGUAGES else ""
        scope["language"] = chosen or _cookie(cookies, _LANGUAGE, "|".join(LANGUAGES))

        async def welcome(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if not known:
                    headers.append("Set-Cookie", f"{_COOKIE}={visitor}; HttpOnly; {_KEPT}")
                if chosen:
                    headers.append("Set-Cookie", f"{_LANGUAGE}={chosen}; {_KEPT}")
            await send(message)

        await self._app(scope, receive, welcome)


def _cookie(header: str, name: str, pattern: str) -> str:
    morsel = SimpleCookie(header).get(name)
    return morsel.value if morsel and re.fullmatch(pattern, morsel.value) else ""


def shop_site(
    store: Store,
    board: Board,
    speed: float,
    post: Post,
    fittings: Fittings | None = None,
    vault: Vault | None = None,
) -> ASGIApp:
    """The whole shop as an ASGI application; a vault is where a shop with framed payment finds cards."""
    from cxprobe.demo import back_office, chat, mailroom, opinions, service, shop, switchboard, till

    handlers: Mapping[Any, Any] = {404: not_found, 500: broke}
    routes = [*shop.ROUTES, *till.ROUTES, *service.ROUTES, *chat.ROUTES, *mailroom.ROUTES, *opinions.ROUTES]
    routes += [*back_office.ROUTES, *switchboard.ROUTES]
    routes.append(Route("/static/{name}", static))
    app = Starlette(routes=routes, exception_handlers=handlers)
    app.state.house = House(store, board, speed, _templates(), post, fittings or Fittings(), vault)
    app.state.counter = chat.Counter(app.state.house)
    return _Doorman(app)


@cache
def _templates() -> jinja2.Environment:
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["bdi"] = lambda text: Markup("<bdi>{}</bdi>").format(text)
    return pages


def serve(app: ASGIApp) -> uvicorn.Server:
    """A quiet server for the shop; give it a listening socket to run."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="websockets-sansio",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_keep_alive=60,
            timeout_graceful_shutdown=1,
        )
    )
