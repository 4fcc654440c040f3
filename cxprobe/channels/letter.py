"""Writing to a company: its contact form found, filled in, sent, and its answer read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cxprobe.channels.around import Around
from cxprobe.channels.filling import Filler
from cxprobe.channels.shelf import SAYS
from cxprobe.channels.walk import Walk, news
from cxprobe.reading.forms import read_form
from cxprobe.reading.trouble import tells_of_trouble
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from cxprobe.people.identity import Identity

_TRIES = 3
"""How often a form that finds something wrong is sent again."""


def write_to_them(web: Web, identity: Identity, known: Mapping[str, str], message: str) -> str:
    """Ask the company something by its contact form; gives the line that answers, "" where none does."""
    walk = Walk(web, "ask the company something")
    facts = {**known, "message": message, "subject": "A question", "comment": message}
    with web.acting():
        walk.read()
        if not _asks_for_message(walk):
            found = Around(walk).find(lambda: walk.find("contact", within=0.0), "how to get in touch")
            walk.press(found, f'Goes to "{found.name}".')
            walk.read()
        if not _asks_for_message(walk):
            web.lost_our_way("a form to write to them")
        web.allow(Level.message, "send a message")
        for _ in range(_TRIES):
            answer = _send(walk, Filler(web, identity, facts))
            if answer is not None:
                return answer
    return web.lost_our_way("how to send the message")


def _send(walk: Walk, filler: Filler) -> str | None:
    """What is said after sending; None where something had to be corrected first."""
    before = walk.see().snapshot
    filler.fill(lambda reading: reading.control.landmark not in ("header", "search"))
    way = walk.find("send") or walk.find_sender()
    if way is None:
        walk.web.lost_our_way("how to send the message")
    walk.press(way)
    after = walk.after(before, SAYS)
    if _asks_for_message(walk) and filler.correct():
        return None
    fresh = news(before, after).splitlines()
    return next((line for line in fresh if len(line.split()) > 2 and not tells_of_trouble(line)), "")


def _asks_for_message(walk: Walk) -> bool:
    return any(
        reading.purpose == "message" and reading.control.usable for reading in read_form(walk.see().snapshot)
    )
