"""Where a customer must stop: at the fence, and at a wall against robots."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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


def at_a_refused_frame(web: Web) -> None:
    """Stop before a page part of which the fence keeps away: where cards are typed, as a rule.

    A frame counts that can be seen, and whose host was refused: what it would show nobody knows.
    """
    url = _refused_frame(web)
    if not url:
        return
    host = urlsplit(url).netloc
    web.blocked(
        "fence",
        f"A part of {web.page.title() or web.page.url} comes from {host}, outside the fence, and was "
        f'refused. To let it in, write under [fence] in cxprobe.toml: hosts = ["{host}"]',
    )


def _refused_frame(web: Web) -> str:
    """The address of the first frame that can be seen, and that the fence refused; "" where there is none."""
    from playwright.sync_api import Error

    refused = {urlsplit(each.url).netloc for each in web.fence.refused} if web.fence else set()
    for frame in web.page.main_frame.child_frames if refused else ():
        try:
            element = frame.frame_element()
            url = str(element.evaluate("(frame) => frame.src"))
            if urlsplit(url).netloc in refused and element.is_visible():
                return url
        except Error:
            continue  # it went away while it was looked at
    return ""


def at_a_wall(web: Web, status: int) -> None:
    """Stop at a wall against robots; `status` is the page's, 0 when it must be looked up."""
    if is_bot_wall(status or web.recorder.last_status(), text_of(web.page)):
        web.blocked("bot-wall", f"A wall against robots stands at {web.page.url}.")
