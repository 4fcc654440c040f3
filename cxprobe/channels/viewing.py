"""Looks at one page without a customer: a saved file, or an address; for reading, not for judging."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from cxprobe.channels.outage import plain_request
from cxprobe.channels.sight import look
from cxprobe.errors import UsageError
from cxprobe.reading.snapshot import Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cxprobe.channels.visits import Browsers

_PATIENCE = 30_000
"""Milliseconds a page may take to come."""
_CALM = 300
"""Milliseconds a page is given to finish drawing after it has loaded."""


def view(target: str, browsers: Browsers) -> Snapshot:
    """What a page shows, of a file or an address; scripts of a saved file do not run.

    Raises UsageError when there is no such file, or nothing at the address.
    """
    if urlsplit(target).scheme in ("http", "https"):
        return _look_at(target, browsers, scripts=True)
    path = Path(target)
    if not path.is_file():
        raise UsageError(
            f"There is no file {target}. Name a saved page, or an address like https://shop.example"
        )
    with served(path.resolve().parent) as address:
        return _look_at(f"{address}/{quote(path.name)}", browsers, scripts=False)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder's files can be opened on this machine, while the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _look_at(url: str, browsers: Browsers, *, scripts: bool) -> Snapshot:
    from playwright.sync_api import Error

    parts = urlsplit(url)
    options = {"java_script_enabled": scripts, "viewport": {"width": 1280, "height": 800}}
    context = browsers.alone(f"{parts.scheme}://{parts.netloc}", options)
    try:
        page = context.new_page()
        _open(page, url)
        return look(page).snapshot
    except Error as error:
        why = plain_request(url) or error.message.splitlines()[0]
        raise UsageError(f"{url} could not be opened: {why}. Is the address right?") from None
    finally:
        context.close()


def _open(page: Page, url: str) -> None:
    from playwright.sync_api import TimeoutError as TookTooLong

    try:
        page.goto(url, timeout=_PATIENCE)
    except TookTooLong:
        if page.url == "about:blank":
            raise  # nothing came at all
    page.wait_for_timeout(_CALM)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the library's
        return
