"""When a page says that the goods arrive."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxprobe.reading import page_words as words
from cxprobe.reading.control_scene import shows_price
from cxprobe.reading.control_words import fold
from cxprobe.reading.snapshot import Snapshot


def delivery_promise(snapshot: Snapshot) -> str:
    """The line in which a page says when the goods arrive; "" where it says nothing of it."""
    return delivery_told(snapshot.lines)


def delivery_told(lines: Sequence[str]) -> str:
    """The line of some text, a mail's for example, that says when the goods arrive; "" where none does."""
    for line, after in pairwise((*lines, "")):
        said = fold(line)
        if len(line) > 160 or not words.DELIVERY.search(said) or words.NO_DELIVERY.search(said):
            continue
        if words.WHEN.search(said):
            return line
        own = words.DELIVERY.search(fold(after)) and words.WHEN.search(fold(after))
        bare = not own and len(line) <= 40 and len(after) <= 60 and not shows_price(after)
        if bare and words.WHEN.search(fold(after)) and not words.NO_DELIVERY.search(fold(after)):
            return f"{line.rstrip(' :-–')}: {after}"
    return ""
