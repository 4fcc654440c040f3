"""Pages as they would be seen, from a few lines of HTML and without a browser."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from cxprobe.reading.snapshot import Control, Document, Heading, Snapshot

_LANDMARKS = ("header", "nav", "main", "aside", "footer", "search", "dialog")
_VOID = ("input", "img", "br", "hr", "meta")
_ROW = 30


class _Sketch(HTMLParser):
    """Reads HTML as a person would see it: every piece of text on a line of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, Any]] = []
        self.lines: list[str] = []
        self.headings: list[Heading] = []
        self.messages: list[str] = []
        self.dialogs: list[str] = []
        self.labels: dict[str, str] = {}
        self.open: list[dict[str, Any]] = []
        self.forms = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {key: value or "" for key, value in attrs}
        told: dict[str, Any] = {"tag": tag, "at": at, "from": len(self.lines), "row": None}
        if tag == "form":
            self.forms += 1
            told["form"] = self.forms
        if tag == "img" and told["at"].get("alt"):
            self._say(told["at"]["alt"], shown=False)
        if tag in ("a", "button", "input", "select", "textarea") or told["at"].get("role") in (
            "button",
            "radio",
        ):
            told["row"] = self._row(tag, told["at"])
        if tag not in _VOID:
            self.open.append(told)

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            told = self.open.pop()
            self._close(told)
            if told["tag"] == tag:
                return

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            if any(told["tag"] == "option" for told in self.open):
                self.open[-2]["row"]["options"] += (words,)
                return
            self._say(words, shown=True)

    def _say(self, words: str, *, shown: bool) -> None:
        for told in self.open:
            if told["row"] is not None and not told["at"].get("aria-label") and told["tag"] != "select":
                told["row"]["name"] = f"{told['row']['name']} {words}".strip()
        if shown:
            self.lines.append(words)

    def _close(self, told: dict[str, Any]) -> None:
        said = " ".join(self.lines[told["from"] :])
        at = told["at"]
        if told["tag"] in ("h1", "h2", "h3", "h4") and said:
            self.headings.append(Heading(text=said, level=int(told["tag"][1]), top=told["from"] * _ROW))
        if told["tag"] == "label":
            self.labels[at.get("for", "")] = said
        if at.get("role") in ("alert", "status"):
            self.messages.append("\n".join(self.lines[told["from"] :]))
        if told["tag"] == "dialog":
            self.dialogs.append(at.get("aria-label") or said[:60])
        if told["row"] is not None:
            told["row"]["ends"] = len(self.lines)

    def _row(self, tag: str, at: dict[str, str]) -> dict[str, Any]:
        inside = [told for told in self.open if told["tag"] in _LANDMARKS]
        forms = [told for told in self.open if told["tag"] == "form"]
        groups = [told for told in self.open if told["tag"] == "fieldset"]
        kind = at.get("type", {"input": "text", "button": "submit" if forms else "button"}.get(tag, ""))
        pressed = tag == "button" or kind in ("submit", "button")
        row = {
            "id": len(self.rows),
            "tag": tag,
            "type": kind,
            "role": at.get("role", {"a": "link", "button": "button"}.get(tag, "")),
            "name": at.get("aria-label") or at.get("value", "") * pressed,
            "title": at.get("title", ""),
            "placeholder": at.get("placeholder", ""),
            "field": at.get("name", ""),
            "element": at.get("id", ""),
            "classes": at.get("class", ""),
            "autocomplete": at.get("autocomplete", ""),
            "href": at.get("href", ""),
            "landmark": inside[-1]["tag"] if inside else "",
            "form": forms[-1]["form"] if forms else -1,
            "form_hint": " ".join(forms[-1]["at"].values()) if forms else "",
            "group": groups[-1]["at"].get("title", "") if groups else "",
            "heading": self.headings[-1].text if self.headings else "",
            "values": (at["value"],) if kind in ("radio", "checkbox") and "value" in at else (),
            "options": (),
            "required": "required" in at,
            "disabled": "disabled" in at,
            "checked": "checked" in at,
            "invalid": at.get("aria-invalid") == "true",
            "error": at.get("data-error", ""),
            "covered": "data-covered" in at,
            "visible": kind != "hidden" and not self._is_hidden(at),
            "sends": kind == "submit",
            "box": (20, len(self.lines) * _ROW, 120, 24),
            "in_view": len(self.lines) * _ROW < 800,
            "starts": len(self.lines),
            "ends": len(self.lines),
        }  # fmt: skip
        self.rows.append(row)
        return row

    def _is_hidden(self, at: dict[str, str]) -> bool:
        return any("hidden" in each for each in (at, *(told["at"] for told in self.open)))

    def controls(self) -> tuple[Control, ...]:
        return tuple(self._control(dict(row)) for row in self.rows)

    def _control(self, row: dict[str, Any]) -> Control:
        starts, ends = row.pop("starts"), row.pop("ends")
        row["label"] = self.labels.get(row["element"], "") if row["element"] else ""
        row["name"] = row["name"] or row["label"] or row["placeholder"] or row["title"]
        row["before"] = self.lines[starts - 1] if starts else ""
        row["after"] = self.lines[ends] if ends < len(self.lines) else ""
        return Control(drawn=row["visible"], **row)


@pytest.fixture
def seen() -> Callable[..., Snapshot]:
    """A page as it is seen, from HTML; `busy`, `products`, `url` and `title` as they are told."""

    def see(html: str, **told: Any) -> Snapshot:
        sketch = _Sketch()
        sketch.feed(html)
        sketch.close()
        document = Document(
            **{"url": "https://shop.example/page", "width": 1280, "height": 800, **told},
            text="\n".join(sketch.lines),
            headings=tuple(sketch.headings),
            messages=tuple(sketch.messages),
            dialogs=tuple(sketch.dialogs),
        )
        return Snapshot(documents=(document,), controls=sketch.controls())

    return see
