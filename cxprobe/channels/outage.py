"""Tells a site that is down from a page that is broken: seen twice, and by a plain request."""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

from cxprobe.channels.gates import at_a_wall, at_the_fence, before_opening
from cxprobe.errors import Outage
from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from cxprobe.channels.web import Web

_AGAIN_AFTER = 0.5
_PLAIN_WITHIN = 5.0
_SERVER_DOWN = (502, 503, 504)


def goto(web: Web, url: str) -> None:
    """Open an address; one that fails is tried again, and then asked for by a plain request.

    Raises Outage when nobody gets through. A page that is only slow tries the customer's patience.
    """
    from playwright.sync_api import Error
    from playwright.sync_api import TimeoutError as TookTooLong

    before_opening(web, url)
    for attempt in (1, 2):
        limit, asked = web.page_patience(), time.time()
        try:
            response = web.page.goto(url, timeout=limit * 1000)
        except TookTooLong:
            began = max(0.0, web.recorder.now() - limit)
            web.recorder.add(
                "wait", waited=limit, data={"cause": "navigation", "began": began, "first": began}
            )
            web.leave("page", limit, limit, f"waited {limit:g} s for the page")
        except Error as error:
            if "net::ERR" not in error.message:
                raise
            at_the_fence(web, since=asked, failed=True)
        else:
            at_the_fence(web, since=asked)
            at_a_wall(web, response.status if response else 200)
            if response is None or response.status not in _SERVER_DOWN:
                return
        if attempt == 1:
            time.sleep(_AGAIN_AFTER)
    problem = plain_request(url)
    if problem:
        sentence = f"{url} is down: it could not be opened twice, nor by a plain request ({problem})."
        web.recorder.add("outage", actor="cxprobe", sentence=sentence, data={"url": url})
        raise Outage(sentence)


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
        return str(reason) or type(error).__name__


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
