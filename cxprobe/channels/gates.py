"""Where a customer must stop: at the fence, and at a wall against robots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxprobe.channels.finding import text_of
from cxprobe.reading.walls import is_bot_wall

if TYPE_CHECKING:
    from cxprobe.channels.web import Web


def before_opening(web: Web, url: str) -> None:
    """Stop before an address outside the fence is opened."""
    if web.fence and not web.fence.allows_page(url):
        web.blocked("fence", f"{url} lies outside the fence.")


def at_the_fence(web: Web, *, since: float, failed: bool = False) -> None:
    """Stop where the way led outside the fence, or was to lead there and was refused since then.

    `since` is in seconds since the epoch; `failed` says that no page came.
    """
    url = web.page.url
    if web.fence and (failed or url.startswith("chrome-error:")):
        url = web.fence.refused_page(since) or url
    if web.fence and not web.fence.allows_page(url):
        web.blocked("fence", f"The way led to {url}, outside the fence.")


def at_a_wall(web: Web, status: int) -> None:
    """Stop at a wall against robots; `status` is the page's, 0 when it must be looked up."""
    if is_bot_wall(status or web.recorder.last_status(), text_of(web.page)):
        web.blocked("bot-wall", f"A wall against robots stands at {web.page.url}.")
