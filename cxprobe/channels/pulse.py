"""Feels whether a page still answers, and stops one that does not, before patience is long over.

A script that never yields freezes its page, and with it every question that is asked of it: Playwright
sets no limit to those. So a timer on Playwright's own loop, which turns while a call waits, asks every
page for a sign of life, and keeps an eye on the memory that pages take. What it has stopped is told to
the next verb, by `heed`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greenlet import greenlet  # type: ignore[import-untyped]

from cxprobe.journey.clock import told

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Download, Page

    from cxprobe.channels.web import Web

MOST_MEMORY = 5 << 28
"""Bytes that a browser and its pages may take together, 1.25 GB; with a large shop it takes 500 MB (ours)."""
_BEAT = 0.5
"""Seconds between two signs of life."""
_AGAIN = 2
"""Beats after which a page that was stopped and is silent still is stopped again."""
_ENOUGH = 3
"""How often a page is stopped before its process is ended."""
_UNHEEDED = 6
"""Beats that a stop may go unheeded, because a question is still waited for, before its pages are ended."""
_DEAF = 4
"""Beats after which a browser that is still too heavy is ended from outside: it does not listen."""
_WINDOWS = 12
"""Most windows open at once; whoever opens more opens them for ever (ours)."""
_ROUNDS = 12
"""Pages that may follow one another without the customer doing anything; a log-in elsewhere takes four."""
_OVERTIME = 15.0
"""Seconds beyond a journey's patience, by the clock on the wall, after which we are in the way ourselves."""


@dataclass(eq=False)
class Watched:
    """One page whose pulse is felt."""

    page: Page
    session: CDPSession
    frame: str = ""
    """The browser's own name for the page's main frame."""
    leaving: bool = False
    """Whether the next document has been asked for: until its server answers, no question gets through."""
    asked: bool = False
    silent: int = 0
    """Beats since which a question has not been answered."""
    stops: int = 0

    def leaves(self, event: Mapping[str, Any]) -> None:
        """A frame of it goes to another document."""
        kind = event.get("navigationType", "")
        self.leaving = self.leaving or (event["frameId"] == self.frame and kind != "sameDocument")

    def stays(self, event: Mapping[str, Any]) -> None:
        """A frame of it has come to rest, on another document or not."""
        self.leaving = self.leaving and event["frameId"] != self.frame


@dataclass(eq=False)
class Pulse:
    """The pulse of every page of one customer."""

    context: BrowserContext
    patience: Callable[[], float]
    """Seconds that a page may keep silent."""
    silence: float = 0.0
    """Seconds a page kept silent before it was stopped; 0 where none was."""
    lateness: float = 0.0
    """Seconds that a next page did not come, before it was no longer waited for; 0 where none was late."""
    memory: int = 0
    """Bytes the pages took when they were stopped for it; 0 where they were not."""
    windows: int = 0
    """Windows that were open when no more were let in; 0 where none was turned away."""
    rounds: int = 0
    """Pages that have come since the customer last did anything."""
    _pages: dict[Page, Watched] = field(default_factory=dict)
    _browser: CDPSession | None = None
    _processes: tuple[int, ...] = ()
    _due: float = 0.0
    _beats: int = 0
    _unheeded: int = 0
    _overweight: int = 0
    _timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Feel every page's pulse from now on, until the context is closed."""
        self.context.on("page", self._came)
        self.context.on("close", lambda _: self.end())
        loop = asyncio.get_running_loop()
        self._loop_again(loop)
        loop.call_soon(_apart, self._list)

    def end(self) -> None:
        """Feel nothing any more."""
        if self._timer:
            self._timer.cancel()
        self._timer = None
        if self._browser:
            _apart(self._browser.detach)
            self._browser = None

    def give_up_waiting(self) -> None:
        """Stop at once what has kept silent for most of the patience there is."""
        for watched in list(self._pages.values()):
            if watched.silent * _BEAT * 2 > self.patience() and not watched.leaving:
                self._lost(watched)

    def _came(self, page: Page) -> None:
        if len(self.context.pages) > _WINDOWS:
            self.windows = max(self.windows, len(self.context.pages))
            _quietly(page.close)
            return
        page.on("close", self._went)
        page.on("download", _no_endless)
        session = _quietly(lambda: self.context.new_cdp_session(page))
        if session is None:
            return
        watched = self._pages[page] = Watched(page, session)
        session.on("Page.frameStartedNavigating", watched.leaves)
        session.on("Page.frameStoppedLoading", watched.stays)
        session.on("Page.frameNavigated", lambda event: self._moved(watched, event))
        target = _quietly(lambda: session.send("Target.getTargetInfo"))
        watched.frame = target["targetInfo"]["targetId"] if target else ""
        _quietly(lambda: session.send("Page.enable"))

    def _went(self, page: Page) -> None:
        self._pages.pop(page, None)

    def _moved(self, watched: Watched, event: Mapping[str, Any]) -> None:
        if "parentId" not in event["frame"]:
            watched.frame, watched.leaving = event["frame"]["id"], False
            self.rounds += 1

    # ---- the beat, on Playwright's loop ----------------------------------------------------------

    def _loop_again(self, loop: asyncio.AbstractEventLoop) -> None:
        self._due = loop.time() + _BEAT
        self._timer = loop.call_later(_BEAT, self._beat, loop)

    def _beat(self, loop: asyncio.AbstractEventLoop) -> None:
        # Where nobody has called Playwright for a while, answers lie unread: that is no silence.
        in_time = loop.time() - self._due < _BEAT
        self._loop_again(loop)
        self._beats += 1
        for watched in list(self._pages.values()):
            self._feel(watched, in_time)
        if self._beats % 4 == 1:
            _apart(self._list)
        self._weigh()
        stopped = self.silence or self.lateness or self.memory or self.windows
        self._unheeded = self._unheeded + in_time if stopped else 0
        if self._unheeded > _UNHEEDED:
            for watched in list(self._pages.values()):
                self._end(watched)

    def _end(self, watched: Watched) -> None:
        """End a page's process, and with it every question that is still waited for."""
        _apart(lambda: watched.session.send("Page.crash"))

    def _feel(self, watched: Watched, in_time: bool) -> None:
        if not watched.asked:
            watched.silent = watched.stops = 0
            _apart(lambda: _ask(watched))
            return
        watched.silent += in_time
        limit = self.patience() / _BEAT + watched.stops * _AGAIN
        if watched.silent >= limit:
            self._lost(watched)

    def _lost(self, watched: Watched) -> None:
        spent = watched.silent * _BEAT
        if watched.leaving and not watched.stops:
            self.lateness = self.lateness or spent
            watched.stops += 1
            _apart(lambda: watched.session.send("Page.stopLoading"))
            return
        self.silence = self.silence or spent
        self._stop(watched)

    def _stop(self, watched: Watched) -> None:
        """End what a page's scripts do, and let them do no more; a page that goes on is ended itself."""
        watched.stops += 1
        session = watched.session
        if watched.stops > _ENOUGH:
            self._end(watched)
            return
        _apart(lambda: session.send("Emulation.setScriptExecutionDisabled", {"value": True}))
        _apart(lambda: session.send("Runtime.terminateExecution"))
        _apart(lambda: session.send("Page.stopLoading"))

    # ---- how heavy the pages are -----------------------------------------------------------------

    def _list(self) -> None:
        """Note which processes the browser has; what a page tells without end piles up in its first."""
        if self._browser is None and self.context.browser:
            self._browser = self.context.browser.new_browser_cdp_session()
        if not self._timer:  # the context was closed meanwhile
            self.end()
        if self._browser:
            found = self._browser.send("SystemInfo.getProcessInfo")["processInfo"]
            self._processes = tuple(each["id"] for each in found if each["type"] in ("browser", "renderer"))

    def _weigh(self) -> None:
        taken = sum(memory_of(process) for process in self._processes)
        self._overweight = self._overweight + 1 if taken > MOST_MEMORY else 0
        if not self._overweight:
            return
        for watched in list(self._pages.values()):
            self._end(watched) if self.memory else self._stop(watched)
        self.memory = max(self.memory, taken)
        if self._overweight > _DEAF:
            for process in self._processes:
                with suppress(OSError):
                    os.kill(process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            self._processes = ()


def memory_of(process: int) -> int:
    """Bytes a process takes of this machine's memory; 0 where that cannot be told."""
    if sys.platform != "linux":
        return 0
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    import resource

    return pages * resource.getpagesize()


def heed(web: Web, *, blind: bool = False) -> None:
    """Leave a page that was stopped, and one that never comes to rest; called wherever verbs look.

    `blind` says that a look failed: then it was our own script that did not come to its end.
    """
    pulse = web.pulse
    if pulse.lateness:
        spent, pulse.lateness = pulse.lateness, 0.0
        _waited(web, spent, "navigation")
        web.leave("page", web.page_patience(), spent, f"waited {told(spent)} for the next page to come")
    if pulse.silence and blind:
        pulse.silence = 0.0
        web.blocked("script", "Our own look at the page did not come to an end, and was stopped.")
    if pulse.silence:
        spent, pulse.silence = pulse.silence, 0.0
        _waited(web, spent, "page")
        _trouble(web, f"The page stopped answering: nothing could be read or pressed for {told(spent)}.")
        web.leave("page", web.page_patience(), spent, f"sat before a frozen page for {told(spent)}")
    if pulse.rounds > _ROUNDS:
        rounds, pulse.rounds = pulse.rounds, 0
        _trouble(web, f"The page led on to the next by itself {rounds} times and never came to rest.")
        web.leave("page", _ROUNDS, rounds, f"was sent round in circles {rounds} times")
    if pulse.memory:
        taken, pulse.memory = pulse.memory, 0
        web.blocked("browser", f"The page took {taken >> 20:,} MB of memory and was stopped.")
    if pulse.windows:
        many, pulse.windows = pulse.windows, 0
        web.blocked("browser", f"The page opened window after window, {many} at once, and was stopped.")
    limit = web.conditions.member.patience.journey
    if web.recorder.now() > limit + _OVERTIME and not web.real_pace:
        web.blocked("script", f"We took longer than the {told(limit)} that the customer has, and stopped.")


def _waited(web: Web, spent: float, cause: str) -> None:
    began = max(0.0, web.recorder.now() - spent)
    what = {"cause": cause, "began": began, "first": began}
    web.recorder.add("wait", waited=spent, sentence="Waits for the page in vain.", data=what)


def _trouble(web: Web, sentence: str) -> None:
    web.recorder.add("error", actor="browser", sentence=sentence, data={"native": False})


def _ask(watched: Watched) -> None:
    watched.asked = True
    try:
        watched.session.send("Runtime.evaluate", {"expression": "0"})
    finally:
        watched.asked = False


def _no_endless(download: Download) -> None:
    """Lets a download have a moment, and no more: nobody has asked for one yet."""
    loop = asyncio.get_running_loop()
    loop.call_later(10, _apart, download.cancel)


def _apart(act: Callable[[], Any]) -> None:
    """Do something that waits for the browser, beside whatever is waited for now."""
    greenlet(lambda: _quietly(act)).switch()


def _quietly(act: Callable[[], Any]) -> Any:
    from playwright.sync_api import Error

    with suppress(Error):
        return act()
    return None
