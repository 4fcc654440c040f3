"""The customer's own line: slow, or down for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from cxprobe.journey.clock import told
from cxprobe.people.day import Line

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from cxprobe.channels.recorder import Recorder

_BYTES_A_KILOBIT = 125


class Weather:
    """Makes one context's line as good as the customer's, through Chromium's network emulation."""

    def __init__(self, context: BrowserContext, line: Line, recorder: Recorder) -> None:
        self._context, self._line, self._recorder = context, line, recorder
        self._slowed: set[Page] = set()
        self._still_to_fail = line.offline

    @property
    def slow(self) -> bool:
        """Whether the line is slower than this machine's own."""
        return bool(self._line.latency or self._line.down or self._line.up)

    @property
    def about_to_fail(self) -> bool:
        """Whether the line will still go down once today."""
        return self._still_to_fail > 0

    def settle(self, page: Page) -> None:
        """See that a page has the customer's line; the emulation is one page's at a time."""
        if not self.slow or page in self._slowed:
            return
        self._slowed.add(page)
        session = self._context.new_cdp_session(page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": self._line.latency * 1000,
                "downloadThroughput": _throughput(self._line.down),
                "uploadThroughput": _throughput(self._line.up),
            },
        )

    def down(self) -> None:
        """Take the line down, as it happens once today."""
        self._context.set_offline(True)
        self._recorder.add(
            "detour",
            sentence=f"The customer's own line is down for {told(self._line.offline)}.",
            data={"misfortune": "offline-3s"},
        )
        self._recorder.offline.append((time.time(), time.time() + self._line.offline))

    def up_again(self, page: Page) -> None:
        """Wait out what is left of the failure, and bring the line back."""
        began, ends = self._recorder.offline[-1]
        page.wait_for_timeout(max(0.0, ends - time.time()) * 1000)
        self._context.set_offline(False)
        self._recorder.offline[-1] = (began, time.time())
        self._still_to_fail = 0.0


def _throughput(kilobits: float | None) -> float:
    return -1 if kilobits is None else kilobits * _BYTES_A_KILOBIT
