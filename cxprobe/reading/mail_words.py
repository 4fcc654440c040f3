"""The words and links of a mail, as they are shown: HTML without its tags, tables as lines of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "section",
        "table", "tbody", "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("head", "script", "style", "template", "title", "noscript"))
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "p": (_BLOCKS - {"br"}, frozenset(("table", "td", "th"))),
    "li": (frozenset(("li",)), frozenset(("ul", "ol"))),
    "td": (frozenset(("td", "th", "tr")), frozenset(("table",))),
    "th": (frozenset(("td", "th", "tr")), frozenset(("table",))),
    "tr": (frozenset(("tr", "tbody", "tfoot")), frozenset(("table",))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "option": (frozenset(("option", "optgroup")), frozenset(("select",))),
}
"""Tags that need no end (HTML, "optional tags"): which ends them by beginning, and beyond what not."""
_DEEPEST = 100
"""Tags within one another that are looked through for one whose end was left out. Ours."""
_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words, and where it leads."""

    words: str
    url: str


def words_and_links(source: str, kind: str) -> tuple[str, tuple[Link, ...]]:
    """The words of a mail's body, a line each, and its links in order; `kind` is "html" or "plain"."""
    if kind != "html":
        text = _tidy(source)
        return text, tuple(dict.fromkeys(_written(text)))
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return _tidy("".join(reader.pieces)), tuple(dict.fromkeys(reader.links))


def _written(text: str) -> Iterator[Link]:
    """The addresses in plain text, each with the words before it, on its line or the line above."""
    above = ""
    for line in text.splitlines():
        start = 0
        for found in _ADDRESS.finditer(line):
            words = line[start : found.start()].strip(" \t<(:–-")
            yield Link(words or above or found[0], found[0])
            start = found.end()
        above = line


def _tidy(text: str) -> str:
    """Lines without odd spaces; empty ones and empty cells at their ends left out."""
    lines = ("\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in text.splitlines())
    return "\n".join(line for each in lines if (line := each.strip("\t \u200c\u200b\u00ad\u034f")))


@dataclass
class _Reader(HTMLParser):
    """Collects what is shown of an HTML document."""

    pieces: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _unseen: list[str] = field(default_factory=list)
    """Tags that are open and not shown, with all that is open within them."""
    _open: list[str] = field(default_factory=list)
    """Tags that are open and shown."""
    _address: str = ""
    _since: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag: a new line, a new cell, a link, or something that is not shown."""
        told = dict(attrs)
        self._end_implied(tag)
        if self._unseen or tag in _UNSEEN or "hidden" in told or _HIDDEN.search(told.get("style") or ""):
            if tag not in _EMPTY:
                self._unseen.append(tag)
            return
        if tag not in _EMPTY:
            self._open.append(tag)
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("\t")
        if tag == "a" and told.get("href"):
            self._address, self._since = (told["href"] or "").strip(), len(self.pieces)
        if tag == "img" and told.get("alt"):
            self.pieces.append(f" {told['alt']} ")

    def handle_endtag(self, tag: str) -> None:
        """Close a tag; what was not shown ends with the tag that began it."""
        if self._unseen and tag in self._unseen:
            _cut(self._unseen, tag)
            return
        if self._unseen:
            if tag not in self._open or self._unseen[0] not in _CLOSED_BY:
                return
            self._unseen.clear()  # the end of what holds it: "<ul><li hidden>secret</ul>"
        if tag in self._open:
            _cut(self._open, tag)
        if tag == "a" and self._address:
            words = " ".join("".join(self.pieces[self._since :]).split())
            self.links.append(Link(words, self._address))
            self._address = ""
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def _end_implied(self, tag: str) -> None:
        """End what is not shown and has no end of its own, when its like begins beside it."""
        within: set[str] = set()
        for place in range(len(self._unseen) - 1, max(-1, len(self._unseen) - _DEEPEST), -1):
            ends, beyond = _CLOSED_BY.get(self._unseen[place], (frozenset(), frozenset()))
            if tag in ends and not beyond & within:
                del self._unseen[place:]
                within.clear()
            else:
                within.add(self._unseen[place])

    def handle_data(self, data: str) -> None:
        """Words: line ends within them are only spaces."""
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _cut(tags: list[str], tag: str) -> None:
    """End the innermost of these tags, and all that is open within it."""
    del tags[len(tags) - 1 - tags[::-1].index(tag) :]
