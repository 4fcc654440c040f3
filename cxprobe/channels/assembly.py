"""Makes moments of a frame's raw reports: pairs presses with the pages they led to, counts keys,
computes human seconds, and takes out secrets. A pure function of the reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from cxprobe.channels.chains import Report, shown_elsewhere, visits_of, waited_since
from cxprobe.channels.fence import Refusal, registrable_domain
from cxprobe.channels.reports import well_formed
from cxprobe.journey.clock import CLICK, Pace
from cxprobe.journey.moments import Moment
from cxprobe.journey.redaction import Redactor
from cxprobe.people.day import Line
from cxprobe.reading.places import touchpoint_of
from cxprobe.reading.trouble import tells_of_trouble
from cxprobe.settings import on_this_machine

TWICE = 0.5
"""Seconds within which a second press on the same control is one double click (usual system setting)."""
SHORTEST_WAIT = 0.03
TOLD_TWICE = 2.0
"""Seconds within which the same failing document is one failure (ours)."""
MOST_READ = 2000
"""New words of which a share is read before the customer does something; more pours in unread (ours)."""
DIALOG = 100
"""Words that a window counts for towards `MOST_READ`: twenty in a row are answered, and no more (ours)."""
_DOCUMENTS = ("document", "iframe", "frame")
_SPOKEN = ("alert", "alertdialog", "dialog", "assertive", "status")


@dataclass(slots=True, kw_only=True)
class Assembly:
    """The reports of one journey on their way to becoming moments."""

    started: float
    pace: Pace
    redactor: Redactor
    line: Line
    offline: Sequence[tuple[float, float]] = ()
    slips: Sequence[tuple[float, float | None]] = ()
    chat_is_read: bool = False
    site: str = ""
    _seen: set[str] = field(default_factory=set)
    _failed: dict[tuple[str, int], float] = field(default_factory=dict)
    _filled: set[tuple[str, str]] = field(default_factory=set)
    _touchpoint: str = ""
    _last_press: Report = field(default_factory=dict)
    _read: int = 0
    """Words that have appeared since the customer last did anything."""

    def moments(self, reports: Iterable[Report]) -> list[Moment]:
        """The moments these reports amount to, in no particular order; malformed ones amount to none."""
        ordered = sorted((r for r in reports if well_formed(r)), key=lambda report: float(report["t"]))
        visits = visits_of(ordered)
        made = [self._made(report, ordered, visits) for report in ordered]
        return [moment for moment in made if moment is not None]

    def refusal(self, refusal: Refusal) -> Moment:
        """The moment of a request that the fence refused."""
        return self._moment(
            "fence",
            refusal.at * 1000,
            actor="page",
            sentence=f"The page reached for {_host(refusal.url)}, outside the fence, and was refused.",
            data={"url": refusal.url, "resource": refusal.resource},
        )

    def _made(self, report: Report, ordered: list[Report], visits: dict[int, Report]) -> Moment | None:
        if report["k"] == "document":
            return self._visit(report, visits.get(id(report), {}), ordered)
        if report["k"] == "dead_end" and shown_elsewhere(report, ordered):
            return None
        make = _MAKERS.get(report["k"])
        return make(self, report) if make else None

    def _moment(self, kind: str, stamp: float, **what: Any) -> Moment:
        what["data"] = self.redactor.json(what.get("data", {}))
        for text in ("sentence", "quote", "frame"):
            what[text] = self.redactor.text(what.get(text, ""))
        at = max(0.0, stamp / 1000 - self.started)
        return Moment(kind=kind, at=at, touchpoint=what.pop("touchpoint", self._touchpoint), **what)

    def _own_line(self, began: float, ended: float, server: float) -> float:
        """Seconds of a wait that the customer's own line took: what the server did not.

        On a slow line the company is charged what its server took to begin answering; when the line
        was down, that stretch is the line's.
        """
        length = ended - began
        down = sum(max(0.0, min(ended, e) - max(began, b)) for b, e in self.offline)
        if self.line.down or self.line.latency:
            down = max(down, length - max(0.0, server - self.line.latency))
        return min(length, down)

    def _waiting(self, began: float, ended: float, first: float, server: float, cause: str) -> dict[str, Any]:
        own = self._own_line(began, ended, server)
        data = {
            "cause": cause,
            "began": round(began - self.started, 4),
            "first": round(first - self.started, 4),
        }
        if own > 0:
            data["own_line"] = round(own, 4)
        return {"waited": max(0.0, round(ended - began - own, 4)), "data": data}

    def _visit(self, report: Report, arrived: Report, ordered: list[Report]) -> Moment | None:
        if not report["top"] or report["url"].startswith(("about:", "chrome-error:")):
            return None
        title, url = arrived.get("title", ""), report["url"]
        self._touchpoint, self._last_press, self._read = touchpoint_of(url, title), {}, 0
        what: dict[str, Any] = {"data": {}}
        if "last" in arrived:
            began, cause = waited_since(report, ordered)
            server = arrived.get("ttfb", 0) / 1000
            ended = arrived["last"] / 1000
            what = self._waiting(began / 1000, ended, arrived.get("first", 0) / 1000, server, cause)
        what["data"] |= {"url": url, "title": title, "status": arrived.get("status", 0)}
        stamp = float(arrived.get("last") or report["t0"])
        return self._moment(
            "visit", stamp, actor="page", quote=title, sentence=f"{title or _path(url)} opens.", **what
        )

    def _route(self, report: Report) -> Moment | None:
        if not report["top"]:
            return None
        self._touchpoint = touchpoint_of(report["url"], report["title"])
        return self._moment(
            "visit",
            report["t"],
            actor="page",
            quote=report["title"],
            sentence=f"{report['title'] or _path(report['url'])} opens.",
            data={"url": report["url"], "title": report["title"], "status": 200},
        )

    def _wait(self, report: Report) -> Moment | None:
        began, ended = report["t0"] / 1000, report["last"] / 1000
        if ended - began < SHORTEST_WAIT:
            return None
        what = self._waiting(
            began, ended, report["first"] / 1000, report.get("server", 0) / 1000, report["cause"]
        )
        what["data"]["label"] = report["label"]
        sentence = f'Waits after "{report["label"]}".' if report["label"] else "Waits."
        return self._moment("wait", report["t"], sentence=sentence, frame=report["frame"], **what)

    def _press(self, report: Report) -> Moment:
        before, self._last_press, self._read = self._last_press, report, 0
        again = before.get("target") == report["target"] and report["t"] - before["t"] < TWICE * 1000
        human = CLICK if again else self.pace.press()
        if report.get("via") == "keyboard":
            human = self.pace.keys(1, moved=False)
        return self._moment(
            "press",
            report["t"],
            human=human,
            sentence=f'Presses "{report["target"]}"{" again" if again else ""}.',
            frame=report["frame"],
            data={key: report[key] for key in ("target", "role", "via", "sends") if key in report}
            | {"times": 1},
        )

    def _enter(self, report: Report) -> Moment:
        # In a form with a button the browser presses the button: that press is told by itself.
        return self._moment(
            "keys",
            report["t"],
            human=self.pace.keys(1, moved=False),
            sentence=f'Presses Enter in "{report["field"]}".',
            frame=report["frame"],
            data={"field": "", "count": 1, "corrections": 0},
        )

    def _keys(self, report: Report) -> Moment:
        count = report["count"] + report["corrections"]
        name = report["field"]
        again = self._again(report)
        told = "keys to get about" if report.get("nav") else f'keys in "{name}"'
        return self._moment(
            "keys",
            report["t"],
            human=self.pace.keys(count, moved=not report.get("nav")),
            sentence=f"Presses {count} {told}{', again' if again else ''}.",
            frame=report["frame"],
            data={
                "field": name,
                "count": count,
                "corrections": report["corrections"],
                "again": again,
                "secret": report["secret"],
            },
        )

    def _again(self, report: Report) -> bool:
        """Whether the customer found empty a field that they had filled before, and filled it again."""
        if report.get("nav") or report["search"] or not report["key"]:
            return False
        key = (report["key"], report["field"])
        before = key in self._filled
        self._filled.add(key)
        return before and bool(report["empty"]) and self._touchpoint != "chat" and not _is_message(report)

    def _choose(self, report: Report) -> Moment:
        # A box or tile was pressed, and the press is told by itself; a list takes opening and choosing.
        listed = report["option"] not in ("on", "off")
        return self._moment(
            "choose",
            report["t"],
            human=self.pace.press() if listed else 0.0,
            sentence=f'Chooses "{report["option"]}" in "{report["field"]}".',
            frame=report["frame"],
            data={"field": report["field"], "option": report["option"]},
        )

    def _scroll(self, report: Report) -> Moment:
        return self._moment("scroll", report["t"], sentence="Scrolls.", data={"pixels": report["pixels"]})

    def _text(self, report: Report) -> Moment | None:
        lines = [line for line in report["texts"] if line not in self._seen]
        self._seen.update(lines)
        if not lines:
            return None
        words, where = sum(len(line.split()) for line in lines), report["where"]
        read, self._read = max(0, min(words, MOST_READ - self._read)), self._read + words
        chat = where in ("log", "polite") and self.chat_is_read
        return self._moment(
            "text",
            report["t"],
            actor="page",
            human=0.0 if chat else self.pace.reading(read, whole=where in _SPOKEN),
            quote=self.redactor.text(" / ".join(lines))[:200],
            sentence=f"Sees {words} new words.",
            frame=report["frame"],
            data={"words": words, "texts": lines, "where": where},
        )

    def _error(self, report: Report) -> Moment | None:
        text, named = report["text"], bool(report["field"])
        if not (named or report["native"] or tells_of_trouble(text)):
            return None
        human = self.pace.reading(len(text.split()), whole=True) if text not in self._seen else 0.0
        self._seen.add(text)
        return self._moment(
            "error",
            report["t"],
            actor="browser" if report["native"] else "page",
            human=human,
            quote=text,
            sentence=f'Is told: "{text}"',
            frame=report["frame"],
            data={"field": report["field"], "native": report["native"], "where": report["where"]}
            | ({"own": True} if self._slipped(report["t"] / 1000) else {}),
        )

    def _slipped(self, at: float) -> bool:
        """Whether the customer had just done something too early, so that an error was their doing."""
        return any(began <= at <= (ended or at) for began, ended in self.slips)

    def _dialog(self, report: Report) -> Moment:
        text, self._read = report["text"], self._read + DIALOG
        answered = self.pace.reading(len(text.split()), whole=True) + self.pace.press()
        return self._moment(
            "dialog",
            report["t"],
            actor="browser",
            human=answered if self._read <= MOST_READ else 0.0,
            quote=text,
            sentence=f'A window asks: "{text}"',
            data={"type": report["type"]},
        )

    def _console(self, report: Report) -> Moment:
        return self._moment(
            "console", report["t"], actor="page", quote=report["text"], data={"level": report["level"]}
        )

    def _network(self, report: Report) -> Moment | None:
        url, at = report["url"], report["t"] / 1000
        # A frame's document is told by the frame and by the page around it.
        told = (url, report.get("status", 0))
        if report["resource"] in _DOCUMENTS and at - self._failed.get(told, 0.0) < TOLD_TWICE:
            return None
        self._failed[told] = at
        own = any(b - 0.5 <= at <= e + 0.5 for b, e in self.offline)
        how = report.get("status") or report.get("failure", "")
        data = {"url": url, "resource": report["resource"]}
        data |= {key: report[key] for key in ("status", "failure") if key in report}
        return self._moment(
            "network",
            report["t"],
            actor="page",
            sentence=f"{_path(url)} could not be loaded ({how}).",
            data=data
            | {"own_line": own, "third_party": _owner(url, self.site) != _owner(self.site, self.site)},
        )

    def _socket(self, report: Report) -> Moment | None:
        return self._network({"resource": "websocket", "failure": "the connection failed", **report})

    def _dead_end(self, report: Report) -> Moment:
        target = report["target"]
        return self._moment(
            "dead_end",
            report["t"],
            sentence=f'Nothing happens after pressing "{target}".',
            data={"target": target},
        )

    def _rage(self, report: Report) -> Moment:
        target, times = report["target"], report["times"]
        return self._moment(
            "rage",
            report["t"],
            sentence=f'Presses "{target}" {times} times in a row.',
            data={"target": target, "times": times},
        )


_OFTEN_WRITTEN = re.compile(
    r"messag|nachricht|mensaje|messaggio|bericht|wiadomo|mensagem|promo|coupon|voucher|gutschein|rabat|remise"
    r"|cup[oó]n|descuento|sconto|korting|kupon|cup[oã]|desconto|quanti|qty|menge|anzahl|cantidad|aantal|ilo[sś]",
    re.IGNORECASE,
)
_MAKERS: Mapping[str, Callable[[Assembly, Report], Moment | None]] = {
    "route": Assembly._route,
    "wait": Assembly._wait,
    "press": Assembly._press,
    "enter": Assembly._enter,
    "keys": Assembly._keys,
    "choose": Assembly._choose,
    "scroll": Assembly._scroll,
    "text": Assembly._text,
    "error": Assembly._error,
    "dialog": Assembly._dialog,
    "console": Assembly._console,
    "network": Assembly._network,
    "socket": Assembly._socket,
    "dead_end": Assembly._dead_end,
    "rage": Assembly._rage,
}
"""What a page may tell, and what makes a moment of it: a page can forge a kind, so it names no method."""


def in_roles(moment: Moment, staff: Mapping[str, str]) -> Moment:
    """A moment in which people who work at the company go by their roles, not their names."""
    if not staff:
        return moment
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, staff))})\b")

    def told(plain: Any) -> Any:
        if isinstance(plain, str):
            return names.sub(lambda found: staff[found[0]], plain)
        if isinstance(plain, Mapping):
            return {key: told(value) for key, value in plain.items()}
        return [told(each) for each in plain] if isinstance(plain, list) else plain

    return replace(moment, sentence=told(moment.sentence), quote=told(moment.quote), data=told(moment.data))


def _is_message(report: Report) -> bool:
    """Whether a field is written in more than once as a matter of course: messages, codes, quantities."""
    return bool(_OFTEN_WRITTEN.search(f"{report['key']} {report['field']}"))


def _path(url: str) -> str:
    with suppress(ValueError):
        return urlsplit(url).path or url
    return url


def _host(url: str) -> str:
    with suppress(ValueError):
        return urlsplit(url).netloc
    return ""


def _owner(url: str, site: str) -> str:
    """Whose an address is: its registered domain; on this machine every port is somebody else's."""
    if on_this_machine(site):
        return _host(url)
    with suppress(ValueError):
        return registrable_domain(urlsplit(url).hostname or "")
    return ""
