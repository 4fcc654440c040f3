"""Records what happens to a customer, whoever acts: cxprobe's verbs, a test's own clicks, a person.

A script in every frame (`recorder.js`) stamps what a person would notice by the browser's own clock
and tells it through a binding; here the reports are only collected. `assembly` makes moments of them.
Playwright serves bindings only while one of its calls runs, so reports may come late; their stamps
do not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any

from cxprobe.channels.assembly import Assembly, in_roles
from cxprobe.channels.chains import Report
from cxprobe.channels.reports import reports_in, well_formed
from cxprobe.journey.clock import Pace
from cxprobe.journey.moments import Moment
from cxprobe.journey.redaction import Redactor
from cxprobe.journey.timeline import in_order
from cxprobe.people.day import Line

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Download, Frame, Page, Request, WebError

    from cxprobe.channels.fence import Fence

_MOST_REPORTS = 20_000
"""Reports kept of one journey; an hour's shopping makes two thousand (ours)."""
_MOST_TEXT = 4_000_000
"""Characters kept of what newly appeared; a page that grows for ever is not kept whole (ours)."""
_ACTS = ("press", "enter", "keys", "choose")
_NOISE = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")


class Recorder:
    """Watches one browser context from the start of a journey to its end."""

    def __init__(
        self,
        context: BrowserContext,
        *,
        pace: Pace,
        redactor: Redactor,
        line: Line,
        site: str = "",
        fence: Fence | None = None,
    ) -> None:
        self.started = time.time()
        self.offline: list[tuple[float, float]] = []
        """When the customer's own line was down, as seconds since the epoch."""
        self.slips: list[tuple[float, float | None]] = []
        """When the customer did something too early by a slip of the hand, and when they went on."""
        self.staff: dict[str, str] = {}
        """Names of people who work there, each with the role that stands for it everywhere."""
        self.listener: Callable[[Moment], object] | None = None
        """Who is told of every moment that a verb writes down, as it happens."""
        self.downloads: list[Download] = []
        """Files that the pages handed out, in order."""
        self.chat_is_read = False
        """Whether a chat verb reads the conversation, so that its words are not read twice."""
        self._context, self._fence, self._line, self._site = context, fence, line, site
        self._pace, self._redactor = pace, redactor
        self._reports: list[Report] = []
        self._own: list[Moment] = []
        self._pages: dict[Any, int] = {}
        self._text_left = _MOST_TEXT
        self._stayed = 0
        self._refused_before = fence.mark() if fence else 0
        self._attach()

    def _attach(self) -> None:
        context = self._context
        context.expose_binding("__cxprobe_tell__", self._told)
        context.add_init_script(script())
        context.on("console", self._on_console)
        context.on("weberror", self._on_web_error)
        # Not "response": every request of every page would be told, and the script tells the bad ones.
        context.on("requestfailed", self._on_request_failed)
        context.on("page", self._on_page)

    def begin(self) -> None:
        """Start a journey: forget what came before it, and count time from now."""
        self.collect()
        self._reports.clear()
        self._own.clear()
        self._text_left = _MOST_TEXT
        self.started = time.time()
        self._refused_before = self._fence.mark() if self._fence else 0

    def now(self) -> float:
        """Seconds since the journey began."""
        return time.time() - self.started

    def add(self, kind: str, **what: Any) -> None:
        """Write down a moment that a verb saw, now unless `at` says when."""
        what.setdefault("at", self.now())
        self._own.append(self._redacted(Moment(kind=kind, **what)))
        if self.listener:
            self.listener(self._own[-1])

    def collect(self, *, final: bool = False) -> None:
        """Fetch from every frame what it has not told yet; `final` also ends waits still open."""
        for page in self._context.pages:
            for frame in page.frames:
                batch = ask(frame, f"flush({str(final).lower()})")
                if batch:
                    self._take(page, frame, batch)

    @property
    def reported(self) -> int:
        """How many reports of this journey have come."""
        return len(self._reports)

    def went_on(self, since: int) -> bool:
        """Whether the customer did something more, or another page came, after so many reports."""
        return any(
            report["k"] in _ACTS or (report["k"] in ("document", "route") and report["top"])
            for report in self._reports[since:]
        )

    def moments(self) -> tuple[Moment, ...]:
        """Every moment so far, in order, without secrets."""
        assembly = Assembly(
            started=self.started,
            pace=self._pace,
            redactor=self._redactor,
            line=self._line,
            offline=self.offline,
            slips=self.slips,
            chat_is_read=self.chat_is_read,
            site=self._site,
        )
        seen = assembly.moments(self._reports)
        refused = self._fence.refused[self._refused_before :] if self._fence else []
        fenced = [assembly.refusal(refusal) for refusal in refused]
        return in_order([in_roles(moment, self.staff) for moment in (*self._own, *seen, *fenced)])

    @property
    def secrets(self) -> frozenset[str]:
        """The values that are never written down, nor shown in a picture."""
        return self._redactor.values | self._redactor.brief

    def hide(self, value: str) -> None:
        """Never write down a value that was only now typed into a field that settings call secret."""
        self._redactor = Redactor.of(self._redactor.values, [value], brief=self._redactor.brief)
        self._own = [self._redacted(moment) for moment in self._own]

    def _redacted(self, moment: Moment) -> Moment:
        clean = self._redactor
        return replace(
            moment,
            sentence=clean.text(moment.sentence),
            quote=clean.text(moment.quote),
            data=clean.json(moment.data),
        )

    def first_seen(self, line: str) -> float | None:
        """When words could last be seen to appear, in seconds since the journey began."""
        self.collect()
        stamps = [
            r["t"] for r in self._reports if r["k"] == "text" and any(line in text for text in r["texts"])
        ]
        return max(stamps) / 1000 - self.started if stamps else None

    def stay(self, frame: Frame) -> None:
        """Have a frame wait no longer for the page that was to come, where a file came instead."""
        if len(self.downloads) > self._stayed:
            self._stayed = len(self.downloads)
            ask(frame, "stay()")

    def last_status(self) -> int:
        """The HTTP status of the page that came last; 0 when it is not known."""
        return next(
            (int(m.data.get("status") or 0) for m in reversed(self.moments()) if m.kind == "visit"), 0
        )

    def last_act(self) -> float:
        """When the customer last pressed something, in seconds since the journey began."""
        self.collect()
        stamps = [r["t"] for r in self._reports if r["k"] in ("press", "enter")]
        return max(stamps) / 1000 - self.started if stamps else self.now()

    def end_slip(self) -> None:
        """The customer acts on purpose again: what goes wrong from now on is no slip of theirs."""
        if self.slips and self.slips[-1][1] is None:
            self.slips[-1] = (self.slips[-1][0], time.time())

    def forgive(self, since: float) -> None:
        """What went wrong since then, in seconds of time.time(), was the customer's own doing."""
        self.slips.insert(0, (since, time.time()))

    def _told(self, source: Any, batch: object) -> None:
        self._take(source["page"], source["frame"], batch)

    def _take(self, page: Page, frame: Frame, batch: object) -> None:
        """Keep what a frame told; a page can call the binding too, and what is no report is dropped."""
        number = self._pages.setdefault(page, len(self._pages))
        url = "" if frame == page.main_frame else frame.url
        told = [each for each in reports_in(batch) if isinstance(each, dict)]
        placed = ({**report, "page": number, "frame": url} for report in told)
        self._reports.extend(report for report in placed if well_formed(report) and self._keeps(report))

    def _keeps(self, report: Report) -> bool:
        """Whether there is room for a report: a page that tells without end must not fill the memory."""
        self._text_left -= sum(map(len, report.get("texts", ())))
        return len(self._reports) < _MOST_REPORTS and (report["k"] != "text" or self._text_left > 0)

    def _report(self, kind: str, at: float, **data: Any) -> None:
        report = {"k": kind, "t": at * 1000, "page": -1, "frame": "", **data}
        if self._keeps(report):
            self._reports.append(report)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._report("console", time.time(), text=self._redactor.text(message.text)[:500], level="error")

    def _on_web_error(self, error: WebError) -> None:
        self._report(
            "console", time.time(), text=self._redactor.text(str(error.error))[:500], level="uncaught"
        )

    def _on_page(self, page: Page) -> None:
        page.on("download", self._on_download)

    def _on_download(self, download: Download) -> None:
        self.downloads.append(download)

    def _on_request_failed(self, request: Request) -> None:
        failure = request.failure or ""
        if failure.startswith(_NOISE):
            return
        what = {"url": request.url, "resource": request.resource_type, "failure": failure}
        self._report("network", time.time(), **what)


def script() -> str:
    """The script that watches one frame, as JavaScript source."""
    return resources.files("cxprobe.channels").joinpath("recorder.js").read_text("utf-8")


def ask(frame: Frame, question: str, *, gone: Any = None) -> Any:
    """What a frame's watcher answers; None where there is none, `gone` where the document left meanwhile."""
    from playwright.sync_api import Error

    try:
        return frame.evaluate(f"() => globalThis.__cxprobe_ask__?.{question} ?? null")
    except Error:
        return gone
