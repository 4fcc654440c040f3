"""Signing up for a company's mails: the newsletter's field found, filled in and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxprobe.channels.around import Around
from cxprobe.channels.shelf import SAYS
from cxprobe.channels.walk import Found, Walk, news
from cxprobe.reading.control_scene import Scene
from cxprobe.reading.forms import read_form
from cxprobe.reading.trouble import errors_on, tells_of_trouble
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from cxprobe.people.identity import Identity
    from cxprobe.reading.snapshot import Control, Snapshot


def subscribe(web: Web, identity: Identity) -> str:
    """Sign up for the newsletter; gives the line that answers, "" where none does.

    Raises Inconclusive where no newsletter is found, GaveUp with the page's words where it refuses.
    """
    walk = Walk(web, "get the newsletter")
    with web.acting():
        walk.read()
        place = Around(walk).find(lambda: _place(walk), "a newsletter to sign up for")
        web.allow(Level.message, "sign up for the newsletter")
        walk.step("Types their mail address in for the newsletter.", place.reason)
        before = place.sight.snapshot
        web.fill_at(place.sight.at(place.control), place.name or "e-mail", identity.email)
        button = _button(walk, place.control)
        walk.press(button) if button is not None else web.send_with_enter()
        after = walk.after(before, SAYS)
        refused = next(iter(errors_on(after)), None)
        if refused is not None:
            walk.stop(f'is told: "{refused.text}"', refused.text)
    return _answer(before, after)


def _place(walk: Walk) -> Found | None:
    """The field for the mail address of whoever wants the newsletter."""
    sight = walk.see()
    scene = Scene(sight.snapshot)
    joins = {(c.frame, c.form) for c in sight.snapshot.buttons() if scene.form_kind(c) == "newsletter"}
    for reading in read_form(sight.snapshot):
        control = reading.control
        mail = reading.purpose == "email" or control.type == "email"
        meant = reading.purpose == "newsletter" or (mail and (control.frame, control.form) in joins)
        if meant and control.usable and control.type not in ("checkbox", "radio"):
            return Found(sight, control, reading.reason or "it stands in the newsletter's form")
    return None


def _button(walk: Walk, place: Control) -> Found | None:
    sight = walk.see()
    same = [c for c in sight.snapshot.buttons() if c.sends and (c.frame, c.form) == (place.frame, place.form)]
    return Found(sight, same[0], "it sends the newsletter's form") if place.form >= 0 and same else None


def _answer(before: Snapshot, after: Snapshot) -> str:
    fresh = news(before, after).splitlines()
    return next((line for line in fresh if len(line.split()) > 2 and not tells_of_trouble(line)), "")
