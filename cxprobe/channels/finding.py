"""Finds controls by what a person reads: role, label and text, in every frame and open shadow root."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

Kinds = Callable[["Frame", str, bool], "Locator"]
"""All controls of some kinds in a frame that have a name; the flag asks for the exact name."""

_ROLES = ("link", "tab", "menuitem", "checkbox", "radio", "option", "switch")
_FIELD_ROLES = ("textbox", "searchbox", "combobox", "spinbutton")
_CHOICE_ROLES = ("combobox", "listbox", "checkbox", "radio", "switch")


def first(page: Page, label: str, kinds: Kinds) -> Locator | None:
    """The first visible control of a name, exact names before longer ones; None when there is none."""
    from playwright.sync_api import Error

    for exact in (True, False):
        for frame in page.frames:
            try:
                visible = kinds(frame, label, exact).filter(visible=True)
                if visible.count():
                    return visible.first
            except Error:
                continue  # the frame went away while we looked
    return None


def controls(frame: Frame, label: str, exact: bool) -> Locator:
    """What can be pressed: buttons, links, tabs, menu items, boxes and their labels."""
    found = _with_roles(frame.get_by_role("button", name=label, exact=exact), frame, _ROLES, label, exact)
    # A label names its control and may stand before it: it is pressed only when nothing else has the name.
    named = frame.locator("summary" if exact else "summary, label").filter(has_text=label)
    return found.or_(named)


def fields(frame: Frame, label: str, exact: bool) -> Locator:
    """What can be typed into: by label, by role, by placeholder."""
    editable = frame.locator("input, textarea, select, [contenteditable]")
    found = _with_roles(
        frame.get_by_label(label, exact=exact).and_(editable), frame, _FIELD_ROLES, label, exact
    )
    return found.or_(frame.get_by_placeholder(label, exact=exact))


def choices(frame: Frame, label: str, exact: bool) -> Locator:
    """What can be chosen: lists, boxes, tiles, and the labels that hide them."""
    chosen = frame.get_by_label(label, exact=exact).and_(frame.locator("select, input, [role]"))
    found = _with_roles(chosen, frame, _CHOICE_ROLES, label, exact)
    return found if exact else found.or_(frame.locator("label").filter(has_text=label))


def line_with(page: Page, text: str) -> str | None:
    """The line in which some words can be seen right now, in any frame; None when they cannot."""
    from playwright.sync_api import Error

    for frame in page.frames:
        try:
            seen = frame.get_by_text(text).filter(visible=True)
            if seen.count():
                return " ".join(seen.first.inner_text(timeout=1000).split())
        except Error:
            continue
    return None


def text_of(page: Page) -> str:
    """Everything that can be read on a page, line by line, every frame's words included."""
    from playwright.sync_api import Error

    words: list[str] = []
    for frame in page.frames:
        try:
            words.append(str(frame.evaluate("() => (document.body?.innerText ?? '').slice(0, 200000)")))
        except Error:
            continue
    return "\n".join(words)


def _with_roles(found: Locator, frame: Frame, roles: tuple[Any, ...], label: str, exact: bool) -> Locator:
    for role in roles:
        found = found.or_(frame.get_by_role(role, name=label, exact=exact))
    return found
