"""Asking about an order: where it is, how to send it back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from cxprobe.channels.around import Around
from cxprobe.channels.filling import Filler
from cxprobe.channels.shelf import SAYS
from cxprobe.channels.walk import Walk, news
from cxprobe.reading.forms import Reading, read_form
from cxprobe.reading.trouble import errors_on

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity
    from cxprobe.reading.snapshot import Control, Snapshot
    from cxprobe.settings import Level

_ROUNDS = 5
"""Forms that may follow one another before an answer: the order, the article, the reason, how to send."""


def ask_about(walk: Walk, identity: Identity, intent: str, facts: Mapping[str, str], level: Level) -> str:
    """Find the page for it, fill in what it asks, send it, and read the answer; the title where none comes.

    Raises Inconclusive when we do not find it, GaveUp with the page's words where it refuses.
    """
    web, what = walk.web, walk.goal
    with web.acting():
        walk.read()
        if not _asks_for_order(walk):
            found = Around(walk).find(lambda: walk.find(intent, within=0.0), what)
            walk.press(found, f'Goes to "{found.name}".')
            walk.read()
        filler, answer, asked = Filler(web, identity, facts), "", set[str]()
        for _ in range(_ROUNDS):
            before = walk.see().snapshot
            if not filler.fill(partial(_is_new, asked)):
                break  # a form that stands there again, empty, is for the next question
            # A menu's link leads to the page of that intent, on which the customer is already.
            way = walk.find("send", "continue", within=0.5) or walk.find_sender() or walk.find(intent)
            if way is None:
                break
            web.allow(level, f'press "{way.name}"')
            walk.press(way)
            if filler.correct():
                continue
            asked |= {_key(control) for control in before.fields()}
            after = walk.after(before, SAYS)
            answer = _answer(before, after)
            refused = next((error.text for error in errors_on(after) if error.text in answer), "")
            if refused:
                walk.stop(f'is told: "{refused}"', refused)
        return answer or walk.title()


def _is_new(asked: set[str], reading: Reading) -> bool:
    """Whether a field is the page's business, and was not answered before."""
    return reading.control.landmark not in ("header", "footer") and _key(reading.control) not in asked


def _key(control: Control) -> str:
    return f"{control.frame} {control.field} {control.label}"


def _asks_for_order(walk: Walk) -> bool:
    return any(
        reading.purpose == "order-number" and reading.control.usable
        for reading in read_form(walk.see().snapshot)
    )


def _answer(before: Snapshot, after: Snapshot) -> str:
    """What is told that was not there before: the longest line of it."""
    return max(news(before, after).splitlines(), key=len, default="")
