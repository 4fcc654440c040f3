"""The web site put together: who is visiting, which page answers what, and the server it runs in."""

from __future__ import annotations

import random
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jinja2
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cxprobe.demo.money import pounds
from cxprobe.demo.promise import day_told
from cxprobe.demo.store import Store

HERE = Path(__file__).parent
_COOKIE = "kettle"
_MONTH = 30 * 24 * 3600
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_LONGEST_FORM = 100_000
_BROKE = """<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width">
<title>Something broke – Kettle &amp; Co</title><link rel="stylesheet" href="/static/shop.css">
<main class="wrap"><h1>Something broke on our side</h1><p>It is not your fault. Please try again in a moment,
or look at <a href="/orders">your orders</a> before you pay a second time.</p></main></html>"""


@dataclass
class House:
    """What every page needs: the books, the switches in force, the templates and the pace of replies."""

    store: Store
    switches: frozenset[str]
    speed: float
    pages: jinja2.Environment
    dice: random.Random = field(default_factory=random.Random)


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
    html = house.pages.get_template(template).render(
        in_basket=sum(line.quantity for line in house.store.lines(visitor)),
        has_orders=bool(house.store.orders(visitor)),
        **said,
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


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
        known = _cookie(Headers(scope=scope).get("cookie", ""))
        scope["visitor"] = visitor = known or secrets.token_urlsafe(16)

        async def welcome(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                MutableHeaders(scope=message).append(
                    "Set-Cookie", f"{_COOKIE}={visitor}; Path=/; Max-Age={_MONTH}; HttpOnly; SameSite=Lax"
                )
            await send(message)

        await self._app(scope, receive, welcome)


def _cookie(header: str) -> str:
    morsel = SimpleCookie(header).get(_COOKIE)
    return morsel.value if morsel and re.fullmatch(r"[\w-]{8,64}", morsel.value) else ""


def shop_site(store: Store, switches: frozenset[str], speed: float) -> ASGIApp:
    """The whole shop as an ASGI application."""
    from cxprobe.demo import chat, shop, till

    handlers: Mapping[Any, Any] = {404: not_found, 500: broke}
    routes = [*shop.ROUTES, *till.ROUTES, *chat.ROUTES, Route("/static/{name}", static)]
    app = Starlette(routes=routes, exception_handlers=handlers)
    app.state.house = House(store, switches, speed, _templates(switches))
    app.state.counter = chat.Counter(app.state.house)
    return _Doorman(app)


def _templates(switches: frozenset[str]) -> jinja2.Environment:
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters.update(pounds=pounds, day_told=day_told)
    pages.globals["forgets"] = "form-forgets" in switches  # browsers would put back what the shop forgot
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
