"""Tells a site that is down from a page that is broken: seen twice, and by a plain request."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any, NoReturn

from cxprobe.channels.gates import at_a_wall, at_the_fence, before_opening
from cxprobe.channels.pulse import heed
from cxprobe.errors import Outage
from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from playwright.sync_api import Error

    from cxprobe.channels.web import Web

_AGAIN_AFTER = 0.5
_PLAIN_WITHIN = 5.0
_SERVER_DOWN = (502, 503, 504)
_ABORTED, _RING = "net::ERR_ABORTED", "net::ERR_TOO_MANY_REDIRECTS"


def goto(web: Web, url: str) -> None:
    """Open an address; one that fails is tried again, and then asked for by a plain request.

    Raises Outage when nobody gets through. A page that is only slow tries the customer's patience.
    """
    before_opening(web, url)
    refused = _opened(web, url)
    if refused is not None:
        time.sleep(_AGAIN_AFTER)
        refused = _opened(web, url)
    problem = "" if refused is None else plain_request(url)
    if problem:
        sentence = f"{url} is down: it could not be opened twice, nor by a plain request ({problem})."
        web.recorder.add("outage", actor="cxprobe", sentence=sentence, data={"url": url})
        raise Outage(sentence)
    if refused:
        _not_opened(web, url, refused)


def _opened(web: Web, url: str) -> str | None:
    """Open an address once; None where a page came, "" where the server is down, else why none came."""
    from playwright.sync_api import Error
    from playwright.sync_api import TimeoutError as TookTooLong

    asked = time.time()
    try:
        response = web.page.goto(url, timeout=web.page_patience() * 1000)
    except TookTooLong:
        _in_vain(web)
    except Error as error:
        if _went_on(web, url, error.message):
            return None
        why = _refusal(error)
        at_the_fence(web, since=asked, failed=True)
        return why
    at_the_fence(web, since=asked)
    at_a_wall(web, response.status if response else 200)
    return "" if response and response.status in _SERVER_DOWN else None


def _in_vain(web: Web) -> NoReturn:
    """The page did not come while patience lasted: because it froze, or because nobody answered."""
    web.pulse.give_up_waiting()
    heed(web)
    limit = web.page_patience()
    began = max(0.0, web.recorder.now() - limit)
    web.recorder.add("wait", waited=limit, data={"cause": "navigation", "began": began, "first": began})
    web.leave("page", limit, limit, f"waited {limit:g} s for the page")


def _went_on(web: Web, url: str, message: str) -> bool:
    """Whether the page left for another one by itself while it opened, which is then waited for."""
    if "Download is starting" in message:
        web.blocked("not-found", f"{url} is a file to download, and no page.")
    if "interrupted by another navigation" not in message and _ABORTED not in message:
        return False
    web.settle()
    return True


def _refusal(error: Error) -> str:
    """The browser's own name for why there is no page, "net::ERR_…"; other errors are raised."""
    named = re.search(r"net::ERR_\w+", error.message)
    if named is None:
        raise error
    return named.group()


def _not_opened(web: Web, url: str, refused: str) -> NoReturn:
    """Something answers there, and the browser will not take it: of a ring of redirects it says so."""
    if refused == _RING:
        sentence = f"{url} redirected the customer too many times."
        web.recorder.add("error", actor="browser", sentence=sentence, quote=refused, data={"native": False})
        web.leave("page", 0, 0, "was redirected in a ring")
    web.blocked("browser", f"{url} could not be opened ({refused}), though something answers there.")


def plain_request(url: str) -> str:
    """Why a site is down, asked without a browser; "" when it answers, or when that proves nothing.

    Nobody listening, no such host, and 502 to 504 are down. A certificate that we do not trust, or an
    answer that takes long, is no proof: the browser may have been told to see it differently.
    """
    try:
        with _opener(url).open(_named(url), timeout=_PLAIN_WITHIN):
            return ""
    except urllib.error.HTTPError as error:
        return f"it answers {error.code}" if error.code in _SERVER_DOWN else ""
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLError | TimeoutError):
            return ""
        return _in_words(reason)


def _in_words(reason: object) -> str:
    """Why nobody answered, for people who know no error numbers."""
    if isinstance(reason, ConnectionRefusedError):
        return "nobody answers there"
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionResetError):
        return "the connection was cut"
    return getattr(reason, "strerror", None) or str(reason) or type(reason).__name__


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: where it leads may be outside the fence."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(url: str) -> urllib.request.OpenerDirector:
    direct = [urllib.request.ProxyHandler({})] if on_this_machine(url) else []
    return urllib.request.build_opener(_StayHere(), *direct)


def _named(url: str) -> urllib.request.Request:
    """A request that says who asks, as every customer's browser does."""
    from cxprobe.channels.visits import signature

    return urllib.request.Request(url, headers={"User-Agent": signature()})
