"""Pictures of what a customer saw, with every secret field and every echo of a secret masked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

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


def take_picture(
    page: Page, folder: Path, name: str, secrets: Iterable[str], secret_labels: Iterable[str] = ()
) -> tuple[str, ...]:
    """Save what can be seen of a page as PNG; the file's name, or nothing when it cannot be taken.

    A picture is worth having and never worth a journey: a page that is gone gives none.
    """
    from playwright.sync_api import Error

    file = _free(folder, name)
    masks = [frame.locator(SECRET_FIELDS) for frame in page.frames]
    masks += [frame.get_by_text(secret) for frame in page.frames for secret in secrets]
    masks += [frame.get_by_label(label) for frame in page.frames for label in secret_labels]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file, mask=masks, mask_color=_INK, timeout=5000, animations="disabled")
    except (Error, OSError):
        file.unlink(missing_ok=True)
        return ()
    return (file.name,)


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (file := folder / f"{name}-{number}.png").exists():
        number += 1
    return file
