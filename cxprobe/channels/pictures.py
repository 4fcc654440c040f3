"""Pictures of what a customer saw, with every secret field and every echo of a secret masked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.people.identity import LONG_ENOUGH

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECRET_FIELDS = ", ".join(
    [
        "input[type=password]",
        *(
            f"input[autocomplete~='{token}' i]"
            for token in ("cc-number", "cc-csc", "cc-exp", "one-time-code")
        ),
        "input[autocomplete^='cc-' i]",
        *(f"input[name*='{word}' i]" for word in ("cardnumber", "card_number", "cvc", "cvv", "csc")),
    ]
)
"""Fields whose content never shows in a picture."""
_INK = "#5b5b66"
_HELD = "data-cx-held"
_KEPT = "data-cx-kept"
_MARKS = """([held, told, mark]) => {
  const plain = text => text.replace(/[\\s-]/g, "");
  const spoken = text => text.replace(/\\s+/g, " ").toLowerCase();
  const secrets = new Set(held.map(plain)), words = told.map(spoken);
  const echoes = text => { const said = spoken(text); return words.some((word) => said.includes(word)); };
  const holds = el => el.matches("input, textarea")
      && (secrets.has(plain(el.value)) || (el.matches("[type=submit], [type=button]") && echoes(el.value)));
  const smallest = el => echoes(el.textContent)
      && ![...el.children].some((child) => echoes(child.textContent));
  const walk = root => {
    const echoing = echoes(root.textContent || root.documentElement?.textContent || "");
    for (const el of root.querySelectorAll("*")) {
      if (el.shadowRoot) walk(el.shadowRoot);
      if (holds(el) || (echoing && smallest(el))) el.setAttribute(mark, "");
    }
  };
  walk(document);
}"""
"""Marks the fields that hold a secret, whatever they are called and however it is spaced, and the
smallest elements that say one."""
_COVERS = """([which, mark, kept, ink]) => {
  const style = {color: "transparent", "-webkit-text-fill-color": "transparent", "text-shadow": "none",
      fill: "transparent", stroke: "transparent", background: ink,
      "border-color": ink, "border-style": "solid", "border-radius": "0",
      "box-shadow": "none", outline: "none", resize: "none", "caret-color": "transparent",
      transition: "none", animation: "none", "text-decoration": "none"};
  const cover = el => {
    if (!el.style || el.hasAttribute(kept)) return;
    el.setAttribute(kept, el.getAttribute("style") ?? "\\0");
    for (const [name, value] of Object.entries(style)) el.style.setProperty(name, value, "important");
  };
  const walk = root => {
    for (const el of root.querySelectorAll("*")) {
      if (el.shadowRoot) walk(el.shadowRoot);
      if (el.matches(which)) [el, ...el.querySelectorAll("*")].forEach(cover);
    }
  };
  walk(document);
}"""
"""Leaves ink where something must not be seen: inline and important, so that no style sheet of the page
wins; letters are not drawn at all, for ink on ink can still be told apart."""
_HIDES = f"([held, which]) => {{ ({_MARKS})(held); ({_COVERS})(which); }}"
"""Both, in one round trip."""
_UNCOVERS = """([mark, kept]) => {
  const walk = root => {
    for (const el of root.querySelectorAll("*")) {
      if (el.shadowRoot) walk(el.shadowRoot);
      el.removeAttribute(mark);
      if (!el.hasAttribute(kept)) continue;
      const before = el.getAttribute(kept);
      if (before === "\\0") el.removeAttribute("style");
      else el.style.cssText = before;   // the attribute may not be set where inline styles are forbidden
      el.removeAttribute(kept);
    }
  };
  walk(document);
}"""


def take_picture(
    page: Page, folder: Path, name: str, secrets: Iterable[str], secret_labels: Iterable[str] = ()
) -> tuple[str, ...]:
    """Save what can be seen of a page as PNG; the file's name, or nothing when it cannot be taken.

    A picture is worth having and never worth a journey: a page that is gone gives none.
    """
    from playwright.sync_api import Error

    file = _free(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _cover(page, list(secrets), list(secret_labels))
            page.screenshot(path=file, timeout=5000, animations="disabled")
        finally:
            _uncover(page)
    except (Error, OSError):
        _without(file)
        return ()
    return (file.name,)


def _cover(page: Page, secrets: list[str], labels: list[str]) -> None:
    """Hide what must not be seen, frame by frame: secret fields, fields that hold a secret, echoes of one.

    An echo is told by secrets long enough not to be any other number on the page. Playwright's own
    masks would be a round trip for each.
    """
    long = [secret for secret in secrets if len(secret) >= LONG_ENOUGH]
    which = f"{SECRET_FIELDS}, [{_HELD}]"
    for frame in page.frames:
        for label in labels:
            frame.get_by_label(label).evaluate_all(
                "(all, mark) => all.forEach((el) => el.setAttribute(mark, ''))", _HELD
            )
        frame.evaluate(_HIDES, [[secrets, long, _HELD], [which, _HELD, _KEPT, _INK]])


def _uncover(page: Page) -> None:
    """Leave the page as it was."""
    for frame in page.frames:
        frame.evaluate(_UNCOVERS, [_HELD, _KEPT])


def _without(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (file := folder / f"{name}-{number}.png").exists():
        number += 1
    return file
