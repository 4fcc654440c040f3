"""Pictures of what a customer saw, with every secret field and every echo of a secret masked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.people.identity import LONG_ENOUGH

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

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
_HOLDS = """([secrets, mark]) => {
  const plain = text => text.replace(/[\\s-]/g, "");
  const wanted = new Set(secrets.map(plain));
  const walk = root => {
    for (const el of root.querySelectorAll("*")) {
      if (el.shadowRoot) walk(el.shadowRoot);
      if (el.matches("input, textarea")) el.toggleAttribute(mark, wanted.has(plain(el.value)));
    }
  };
  walk(document);
}"""
"""Marks the fields that hold a secret, whatever they are called and however it is spaced."""


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
        masks = _masks(page, list(secrets), list(secret_labels))
        page.screenshot(path=file, mask=masks, mask_color=_INK, timeout=5000, animations="disabled")
    except (Error, OSError):
        _without(file)
        return ()
    return (file.name,)


def _masks(page: Page, secrets: list[str], labels: list[str]) -> list[Locator]:
    """What must not be seen, frame by frame: secret fields, fields that hold a secret, echoes of one.

    An echo is told by secrets long enough not to be any other number on the page.
    """
    masks: list[Locator] = []
    for frame in page.frames:
        frame.evaluate(_HOLDS, [secrets, _HELD])
        masks += [frame.locator(SECRET_FIELDS), frame.locator(f"[{_HELD}]")]
        masks += [frame.get_by_text(secret) for secret in secrets if len(secret) >= LONG_ENOUGH]
        masks += [frame.get_by_label(label) for label in labels]
    return masks


def _without(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (file := folder / f"{name}-{number}.png").exists():
        number += 1
    return file
