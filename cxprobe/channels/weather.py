"""What is the customer's own: a line that is slow or goes down, and a browser and a device set their way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cxprobe.journey.clock import told
from cxprobe.people.day import ORDINARY_TEXT

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Page

    from cxprobe.channels.recorder import Recorder
    from cxprobe.people.day import Conditions

_BYTES_A_KILOBIT = 125
_FIXED_SHARE = 13 / 16
"""Text of fixed width beside ordinary text, as Chrome's settings have it."""
Command = tuple[str, dict[str, Any]]


class Weather:
    """Makes one context's line, browser and device as the customer's are, through Chromium's own tools."""

    def __init__(self, context: BrowserContext, conditions: Conditions, recorder: Recorder) -> None:
        self._context, self._recorder = context, recorder
        self._conditions, self._line = conditions, conditions.line
        self._sessions: dict[Page, CDPSession] = {}
        self._still_to_fail = self._line.drops if self._line.offline > 0 else 0

    @property
    def slow(self) -> bool:
        """Whether the customer's line or processor is slower than this machine's own."""
        return self._slow_line or self._conditions.processor > 1

    @property
    def _slow_line(self) -> bool:
        return bool(self._line.latency or self._line.down or self._line.up)

    @property
    def about_to_fail(self) -> bool:
        """Whether the line will still go down today."""
        return self._still_to_fail > 0

    def settle(self, page: Page) -> None:
        """See that a page has the customer's line and settings; both are one page's at a time."""
        commands = () if page in self._sessions else tuple(self._commands())
        if not commands:
            return
        self._sessions[page] = self._context.new_cdp_session(page)
        for command, what in commands:
            self._sessions[page].send(command, what)

    def _commands(self) -> Iterator[Command]:
        """What Chromium is told of a page that is not as this machine's own would be."""
        own = self._conditions
        if self._slow_line or own.blocked:
            yield "Network.enable", {}
        if self._slow_line:
            yield self._of_the_line(offline=False)
        if own.blocked:
            yield "Network.setBlockedURLs", {"urls": list(own.blocked)}
        if own.processor > 1:
            yield "Emulation.setCPUThrottlingRate", {"rate": own.processor}
        if own.text_size != ORDINARY_TEXT:
            sizes = {"standard": own.text_size, "fixed": round(own.text_size * _FIXED_SHARE)}
            yield "Page.setFontSizes", {"fontSizes": sizes}

    def _of_the_line(self, *, offline: bool) -> Command:
        return (
            "Network.emulateNetworkConditions",
            {
                "offline": offline,
                "latency": self._line.latency * 1000,
                "downloadThroughput": _throughput(self._line.down),
                "uploadThroughput": _throughput(self._line.up),
            },
        )

    def _set_offline(self, offline: bool) -> None:
        """Take the line down or up; a line that was made slow stays up unless it is told so itself."""
        self._context.set_offline(offline)
        for page, session in self._sessions.items():
            if self._slow_line and not page.is_closed():
                session.send(*self._of_the_line(offline=offline))

    def down(self) -> None:
        """Take the line down, as it happens so often today."""
        self._set_offline(True)
        self._recorder.add(
            "detour",
            sentence=f"The customer's own line is down for {told(self._line.offline)}.",
            data={"misfortune": "dropping-line" if self._line.drops > 1 else "offline-3s"},
        )
        self._recorder.offline.append((time.time(), time.time() + self._line.offline))

    def up_again(self, page: Page) -> None:
        """Wait out what is left of the failure, and bring the line back."""
        began, ends = self._recorder.offline[-1]
        page.wait_for_timeout(max(0.0, ends - time.time()) * 1000)
        self._set_offline(False)
        self._recorder.offline[-1] = (began, time.time())
        self._still_to_fail -= 1


def zone_at(hour: int, now: datetime) -> str:
    """A time zone in which it is that hour now: "Etc/GMT-3" is three hours ahead of Greenwich."""
    ahead = (hour - now.astimezone(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"


def _throughput(kilobits: float | None) -> float:
    return -1 if kilobits is None else kilobits * _BYTES_A_KILOBIT
