"""A page as a person sees it, as plain data: what reading works on, with no browser behind it.

The channel that looks fills it in; `id` and `frame` are the only way back to something live. What
somebody typed is never in it: a field says whether it is filled, not with what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

BUTTONS = ("submit", "image", "button", "reset")
"""Types of `input` that are pressed and not filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Something a person can act on: a field, a button, a link, a box, a tile."""

    id: int
    """The element's place in its frame's own list: a handle, meaningless elsewhere."""
    frame: int = 0
    """The place of its frame in `Snapshot.frames`."""
    index: int = -1
    """Its place among input, select, textarea and button in document order within its frame, those
    that are hidden counted; -1 for other elements."""
    selector: str = ""
    """A CSS selector that finds it in its frame."""
    tag: str = ""
    type: str = ""
    """Of an input or button, in small letters: "text" where nothing is written; "" for other tags."""
    role: str = ""
    """The ARIA role it has or implies: button, link, textbox, combobox, radio, option …"""
    name: str = ""
    """Its accessible name, as assistive technology tells it."""
    label: str = ""
    """What a person reads as its label: its own label, else the words that stand beside it."""
    hint: str = ""
    """What describes it (aria-describedby, small print under it), errors left out."""
    placeholder: str = ""
    title: str = ""
    before: str = ""
    """Words that stand right before it, in reading order."""
    after: str = ""
    """Words that stand right after it."""
    group: str = ""
    """The legend or label of the group it belongs to: "Delivery", "Payment method"."""
    heading: str = ""
    """The heading above it that is nearest."""
    landmark: str = ""
    """Where it stands: header, nav, main, aside, footer, search or dialog; the innermost."""
    field: str = ""
    """Its `name` attribute."""
    element: str = ""
    """Its `id` attribute."""
    classes: str = ""
    autocomplete: str = ""
    """As it is declared, in small letters."""
    href: str = ""
    form: int = -1
    """The number of the form it belongs to within its frame; -1 for none."""
    form_hint: str = ""
    """Name, id, class, role and action of that form, in words."""
    options: tuple[str, ...] = ()
    """What a list offers, as it is read."""
    values: tuple[str, ...] = ()
    """The values behind `options`; of a box or tile its own value attribute."""
    required: bool = False
    disabled: bool = False
    read_only: bool = False
    filled: bool = False
    """Whether something stands in it; of a list, whether something else than a prompt is chosen."""
    checked: bool = False
    invalid: bool = False
    error: str = ""
    """The error that is tied to it, as it is shown."""
    expanded: bool | None = None
    """What aria-expanded says; None where it says nothing."""
    opens: str = ""
    """What aria-haspopup says: listbox, menu, dialog, grid …"""
    visible: bool = False
    """Whether it, or for boxes and tiles its label, is drawn."""
    drawn: bool = False
    """Whether it is drawn itself."""
    covered: bool = False
    """Whether something else lies over its middle, so that a press would hit that."""
    sends: bool = False
    """Whether pressing it sends its form as the browser has it: a submit button."""
    max_length: int = -1
    min_length: int = -1
    pattern: str = ""
    input_mode: str = ""
    minimum: str = ""
    maximum: str = ""
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, width, height in CSS pixels of its frame's whole page."""
    in_view: bool = False
    """Whether its middle is inside the window right now, without scrolling."""
    size: float = 0.0
    """Height of its letters in CSS pixels."""

    @property
    def is_field(self) -> bool:
        """Whether something can be typed into it, chosen in it or ticked."""
        return self.tag in ("select", "textarea") or (self.tag == "input" and self.type not in BUTTONS)

    @property
    def is_button(self) -> bool:
        """Whether it is pressed: a button, a link, a tab, a summary; not a box or tile."""
        return (
            self.tag in ("button", "a", "summary")
            or (self.tag == "input" and self.type in BUTTONS)
            or self.role in ("button", "link", "tab", "menuitem")
        )

    @property
    def usable(self) -> bool:
        """Whether a person can act on it now."""
        return self.visible and not self.disabled


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its words, its level (1 the highest), its top edge in pixels."""

    text: str
    level: int
    top: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One frame's page, beside its controls."""

    url: str = ""
    title: str = ""
    language: str = ""
    """What `lang` of the page says: "de", "en-GB"; "" where it says nothing."""
    text: str = ""
    """Everything that can be read, line by line, in document order."""
    headings: tuple[Heading, ...] = ()
    messages: tuple[str, ...] = ()
    """What stands in alerts, status lines and error summaries."""
    dialogs: tuple[str, ...] = ()
    """The names, or first words, of dialogs that are open, the topmost last."""
    products: tuple[Mapping[str, Any], ...] = ()
    """Structured product data as the page declares it (JSON-LD of type Product)."""
    busy: bool = False
    """Whether it shows that it is still loading: aria-busy, a spinner, a skeleton."""
    width: int = 0
    height: int = 0
    """The window's size in CSS pixels."""
    length: int = 0
    """The height of the whole page."""
    scrolled: int = 0


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A whole page at one moment: its documents, the page itself first, and all their controls."""

    documents: tuple[Document, ...] = ()
    controls: tuple[Control, ...] = ()
    """Frame by frame, in document order."""

    @property
    def url(self) -> str:
        """Where the page is."""
        return self.documents[0].url if self.documents else ""

    @property
    def title(self) -> str:
        """The page's title."""
        return self.documents[0].title if self.documents else ""

    @cached_property
    def text(self) -> str:
        """All that can be read, every frame's words included, a line each."""
        return "\n".join(document.text for document in self.documents if document.text)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, squeezed; none is empty."""
        squeezed = (" ".join(line.split()) for line in self.text.splitlines())
        return tuple(line for line in squeezed if line)

    def fields(self) -> Iterator[Control]:
        """The fields that can be filled in now."""
        return (c for c in self.controls if c.is_field and c.usable and not c.read_only)

    def buttons(self) -> Iterator[Control]:
        """The controls that can be pressed now."""
        return (c for c in self.controls if c.is_button and c.usable)

    def to_json(self) -> dict[str, Any]:
        """Everything as plain data, for saving and for tests."""
        return {
            "documents": [asdict(document) for document in self.documents],
            "controls": [asdict(control) for control in self.controls],
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Snapshot:
        """The page that `to_json` gave; keys it does not know are passed over."""
        return cls(
            documents=tuple(_document(each) for each in plain.get("documents", ())),
            controls=tuple(_control(each) for each in plain.get("controls", ())),
        )


def _document(plain: Mapping[str, Any]) -> Document:
    known = {key: _frozen(value) for key, value in plain.items() if key in Document.__slots__}
    headings = tuple(Heading(**each) for each in plain.get("headings", ()))
    return Document(**{**known, "headings": headings})


def _control(plain: Mapping[str, Any]) -> Control:
    return Control(**{key: _frozen(value) for key, value in plain.items() if key in Control.__slots__})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
