"""Says what is well and what is in the way: of this machine, of the settings, and of a site.

Of a site nothing is touched: pages are opened and read, no button is pressed, nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.channels.visits import browsing
from cxprobe.doctor.check import Check, exit_code
from cxprobe.doctor.ours import (
    Opened,
    browser,
    devices,
    people,
    python,
    report_tools,
    settings_from,
    standards,
)
from cxprobe.doctor.site import look_at
from cxprobe.doctor.trace import allowed
from cxprobe.journey.redaction import Redactor, user_info
from cxprobe.report.words import capital
from cxprobe.settings import address, on_this_machine

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers
    from cxprobe.settings import Settings

__all__ = ["Check", "examine", "exit_code"]


def examine(start: Path, url: str = "", opened: Opened = browsing) -> Iterator[Check]:
    """Every check in turn, as it is made: this machine, the settings found from `start`, and a site.

    Without an address the settings' own site is looked at; where they name none, no site is. `opened`
    gives the browser to look with. Whatever is wrong is a check that says so, never an error.
    """
    yield python()
    settings, told = settings_from(start)
    site = url or settings.base_url or ""
    hidden = _redactor(settings, site)
    for check in chain(told, _checks(settings, site, opened)):
        yield replace(check, said=hidden.text(check.said), mend=hidden.text(check.mend))


def _checks(settings: Settings, site: str, opened: Opened) -> Iterator[Check]:
    yield from people(settings)
    yield standards(settings)
    yield report_tools()
    with ExitStack() as stack:
        browsers, found = browser(settings, stack, opened)
        yield found
        yield from devices(settings, browsers)
        yield from _about_site(settings, browsers, site)


def _redactor(settings: Settings, site: str) -> Redactor:
    """Hides what must not be printed: the secrets of the settings, and a password in the address."""
    secrets: frozenset[str] = frozenset()
    with suppress(ValueError):  # no address; what is said of it is hidden by its place alone
        secrets = user_info(site)
    return Redactor.of(settings.secret_values(), secrets)


def _about_site(settings: Settings, browsers: Browsers | None, url: str) -> Iterator[Check]:
    if not url:
        said = "None is named. Customers visit Kettle & Co, the company to practise on."
        yield Check("site", "look here", said, "cxprobe doctor https://shop.example", "site")
        return
    try:
        address(url)
    except ValueError as problem:
        yield Check("site", "broken", f"{capital(str(problem))}.", f"cxprobe doctor {_meant(url)}")
        return
    if browsers is not None:
        yield from look_at(browsers, url)
    yield from allowed(settings, url)


def _meant(url: str) -> str:
    """The address that somebody left https:// out of, or an example where it is none either."""
    bare = url.partition("://")[2] or url.lstrip("/")
    for guess in (f"http://{bare}", f"https://{bare}"):
        with suppress(ValueError):
            if on_this_machine(address(guess)) or guess.startswith("https:"):
                return guess
    return "https://shop.example"
