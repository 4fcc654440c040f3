"""Opens a browser inside a fence, and in it one fresh context for every customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal

from cxprobe.channels.browser import find_browser
from cxprobe.channels.fence import Fence
from cxprobe.channels.hands import SECOND_HALF
from cxprobe.channels.manners import Manners
from cxprobe.channels.recorder import Recorder
from cxprobe.channels.weather import Weather, zone_at
from cxprobe.channels.web import Web
from cxprobe.errors import NoBrowser, UsageError, did_you_mean
from cxprobe.journey.redaction import Redactor, user_info
from cxprobe.people.day import Conditions
from cxprobe.people.identity import card_spellings
from cxprobe.settings import Settings, on_this_machine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright

RECYCLE_AFTER = 50
"""Visits after which a browser is replaced: it grows by some megabytes with each (measured)."""


def signature() -> str:
    """What the user agent of every customer ends in, so that a company can tell who came."""
    return f"cxprobe/{version('cxprobe')} (synthetic customer)"


@dataclass(slots=True)
class Browsers:
    """The browser of a session: started when first needed, one at a time, ended at the end."""

    playwright: Playwright
    settings: Settings
    options: Mapping[str, Any] = field(default_factory=dict)
    """Arguments for `launch`, as pytest-playwright gathers them from the command line."""
    kind: str = "chromium"
    _browser: Browser | None = None
    _fence: Fence | None = None
    _agent: str = ""
    _visits: int = 0

    def visit(self, conditions: Conditions, base_url: str, options: Mapping[str, Any] | None = None) -> Web:
        """A fresh context in which one customer visits a site; `options` are for `new_context`."""
        browser, fence = self._ready(base_url)
        context = browser.new_context(**self._context_options(conditions, options or {}))
        if conditions.hands.presses > 1:
            context.add_init_script(SECOND_HALF)  # before the recorder's, which then does not hear of it
        recorder = Recorder(
            context,
            pace=conditions.member.pace,
            redactor=self._redactor(conditions, base_url),
            line=conditions.line,
            site=base_url,
            fence=fence,
        )
        return Web(
            context=context,
            recorder=recorder,
            conditions=conditions,
            base_url=base_url,
            fence=fence,
            weather=Weather(context, conditions, recorder),
            manners=Manners.of(self.settings, base_url),
            hints=self.settings.hints,
            secret_fields=frozenset(label.strip().casefold() for label in self.settings.secret_fields),
        )

    def alone(self, base_url: str, options: Mapping[str, Any] | None = None) -> BrowserContext:
        """A context in the same browser and fence with nobody watching, for comparisons."""
        browser, _ = self._ready(base_url)
        return browser.new_context(**(options or {}))

    def close(self) -> None:
        """End the browser and its fence."""
        browser, self._browser = self._browser, None
        fence, self._fence = self._fence, None
        if browser:
            _quietly(browser.close)
        if fence:
            fence.close()

    def _ready(self, base_url: str) -> tuple[Browser, Fence]:
        # Never while somebody is still here: two customers of one test share the browser.
        worn = self._visits >= RECYCLE_AFTER and not (self._browser and self._browser.contexts)
        fits = (
            self._browser
            and self._fence
            and self._browser.is_connected()
            and self._fence.base_url == base_url
        )
        if worn or not fits:
            self.close()
            self._started(base_url)
        self._visits += 1
        assert self._browser
        assert self._fence
        return self._browser, self._fence

    def _started(self, base_url: str) -> Browser:
        rules = self.settings.fence
        resources: Literal["any", "named"] = "named" if on_this_machine(base_url) else rules.resources
        self._fence = Fence(base_url, hosts=rules.hosts, deny=rules.deny, resources=resources)
        self._fence.__enter__()
        self._visits = 0
        self._browser = launch(self.playwright, self.options, self._fence.arguments(), kind=self.kind)
        return self._browser

    def _context_options(self, conditions: Conditions, options: Mapping[str, Any]) -> dict[str, Any]:
        device = _device(self.playwright, conditions.member.device)
        laid = _zoomed({**device, **conditions.context}, conditions.zoom) | dict(options)
        if conditions.hour is not None:
            laid.setdefault("timezone_id", zone_at(conditions.hour, datetime.now(UTC)))
        laid["user_agent"] = f"{laid.get('user_agent') or self._user_agent()} {signature()}"
        return {key: value for key, value in laid.items() if key not in ("default_browser_type", "base_url")}

    def _user_agent(self) -> str:
        if not self._agent and self._browser:
            page = self._browser.new_page()
            self._agent = str(page.evaluate("navigator.userAgent"))
            page.close()
        return self._agent

    def _redactor(self, conditions: Conditions, base_url: str) -> Redactor:
        identity = conditions.identity
        payment = self.settings.trace.test_payment
        return Redactor.of(
            identity.secrets(),
            self.settings.secret_values(),
            card_spellings(payment) if payment else (),
            user_info(base_url),
            brief=identity.short_secrets(),
        )


@contextmanager
def browsing(settings: Settings) -> Iterator[Browsers]:
    """A browser to visit with outside a test run, ended with the block."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browsers = Browsers(playwright=playwright, settings=settings)
        try:
            yield browsers
        finally:
            browsers.close()


def launch(playwright: Playwright, options: Mapping[str, Any], fenced: list[str], *, kind: str) -> Browser:
    """Start the browser of this machine; raises NoBrowser with what to type when there is none."""
    from playwright.sync_api import Error

    if kind != "chromium":
        raise UsageError(
            f"The fence that keeps customers on the site can be kept in Chromium only, not in {kind}. "
            "Leave out --browser, or type --browser chromium."
        )
    wanted = dict(options)
    if not wanted.get("executable_path") and not wanted.get("channel"):
        found = find_browser(headed=wanted.get("headless") is False)
        if found is None:
            raise NoBrowser("There is no browser on this machine. Type: cxprobe install-browser")
        if found.how != "playwright":
            wanted["executable_path"] = str(found.path)
    # Merged with what the user asked for, not overriding it.
    wanted["args"] = [*wanted.get("args", ()), *fenced]
    try:
        return playwright.chromium.launch(**wanted)
    except Error as error:
        raise NoBrowser(
            f"The browser does not start: {error.message}\nType: cxprobe install-browser"
        ) from error


def _device(playwright: Playwright, name: str) -> dict[str, Any]:
    if name.lower().startswith("desktop"):
        return {"viewport": {"width": 1280, "height": 800}}
    devices = playwright.devices
    if name not in devices:
        raise UsageError(f"No device {name!r}.{did_you_mean(name, devices)}")
    return dict(devices[name])


def _zoomed(laid: dict[str, Any], times: float) -> dict[str, Any]:
    """A context in which pages are so many times larger, as the browser's own zoom makes them.

    They get fewer CSS pixels, each of more of the screen's.
    """
    if times == 1 or not laid.get("viewport"):
        return laid
    room = {side: round(pixels / times) for side, pixels in laid["viewport"].items()}
    return {**laid, "viewport": room, "device_scale_factor": laid.get("device_scale_factor", 1) * times}


def _quietly(act: Callable[[], Any]) -> None:
    from playwright.sync_api import Error

    try:
        act()
    except Error:
        return
