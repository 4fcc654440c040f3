"""The payment provider next door: card fields in frames of another origin, and the cards typed into them."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path

import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from cxprobe.demo import forms
from cxprobe.demo.fittings import LANGUAGES
from cxprobe.demo.promise import today
from cxprobe.demo.words import words_in

FIELDS = ("card_number", "expiry", "code")
"""What is typed in a frame rather than in the shop's own page."""
_LONGEST = 10_000
_PAGES = Path(__file__).parent / "templates"


class Vault:
    """The cards typed so far, each by the checkout it pays for; the shop and the provider share it."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._cards: dict[str, dict[str, str]] = {}
        self._turn = threading.Lock()

    def keep(self, checkout: str, typed: Mapping[str, str]) -> None:
        """Keep some fields of a checkout's card."""
        with self._turn:
            card = self._cards.setdefault(checkout, dict.fromkeys(FIELDS, ""))
            card.update({name: typed[name] for name in FIELDS if name in typed})

    def card(self, checkout: str) -> dict[str, str]:
        """The card of a checkout, '' where nothing was typed."""
        with self._turn:
            return dict(self._cards.get(checkout, dict.fromkeys(FIELDS, "")))


def provider_site(vault: Vault, shop: str) -> ASGIApp:
    """The provider's web site, whose frames may stand in that shop's pages only."""
    routes = [Route("/fields", _show), Route("/fields", _keep, methods=["POST"])]
    app = Starlette(routes=routes)
    app.state.vault, app.state.shop = vault, shop
    app.state.pages = jinja2.Environment(loader=jinja2.FileSystemLoader(_PAGES), autoescape=True)
    return app


async def _show(request: Request) -> Response:
    """The page inside a frame: one card field, or all three."""
    asked = request.query_params
    language = asked.get("lang", "")
    only = asked.get("only", "")
    html = request.app.state.pages.get_template("frame.html").render(
        t=words_in(language if language in LANGUAGES else "en"),
        session=asked.get("session", ""),
        fields=[only] if only in FIELDS else list(FIELDS),
        shop=request.app.state.shop,
    )
    allowed = f"frame-ancestors {request.app.state.shop}"
    return HTMLResponse(html, headers={"Cache-Control": "no-store", "Content-Security-Policy": allowed})


async def _keep(request: Request) -> Response:
    """Take what was typed into one frame, and say what is wrong with it."""
    sent = json.loads((await request.body())[:_LONGEST])
    language = sent.get("lang", "")
    typed = {name: str(sent[name])[:40].strip() for name in FIELDS if name in sent}
    whole = dict.fromkeys(forms.PAYMENT, "") | typed
    words = words_in(language if language in LANGUAGES else "en")
    found = forms.payment_errors(whole, today(), billing=None, words=words)
    errors = {name: found[name] for name in typed if name in found}
    if not errors:
        request.app.state.vault.keep(str(sent.get("session", "")), typed)
    return JSONResponse({"errors": errors})
