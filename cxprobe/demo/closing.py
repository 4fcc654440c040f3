"""What the chat does after hours: says when it opens again, and takes messages; and how a chat went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cxprobe.demo import forms
from cxprobe.demo.hours import Hours
from cxprobe.demo.promise import delivered_by
from cxprobe.demo.site import House, house_of, page, posted, visitor_of
from cxprobe.demo.words import Words

_NOON = 12
_LONGEST = 4000


def is_closed(house: House) -> bool:
    """Whether nobody is at the chat now."""
    return "chat-offline" in house.alike or not house.fittings.hours.open_at(house.fittings.clock())


def told(house: House, words: Words) -> str:
    """That the chat is closed, when somebody is there, and what to do until then."""
    hours, moment = opening_hours(house), house.fittings.clock()
    closed = words.talk("closed", hours=hours.told(words), next=hours.told_next(moment, words))
    return f"{closed} {words.talk('closed_leave')}"


def opening_hours(house: House) -> Hours:
    """The hours that are told to who comes outside them."""
    hours, moment = house.fittings.hours, house.fittings.clock()
    if not hours.open_at(moment):
        return hours
    # It only plays at being closed: hours that this moment lies outside of.
    return Hours.of("Mon-Sun 13:00-19:00" if moment.hour < _NOON else "Mon-Sun 7:00-11:00")


def form(words: Words) -> dict[str, str]:
    """The labels of the form that takes a message."""
    say = words.plain
    return {
        "name": say("your_name"),
        "email": say("email"),
        "message": say("message"),
        "send": say("message_send"),
    }


def leave(house: House, visitor: str, sent: Mapping[str, Any], words: Words) -> dict[str, object]:
    """Take a message that was left: 'said' with its ticket, or 'errors' by field."""
    values = {name: str(sent.get(name, "")).strip()[:_LONGEST] for name in ("name", "email", "message")}
    say = words.plain
    errors = {name: say(f"need_{name}") for name in ("name", "message") if not values[name]}
    if not forms.is_email(values["email"]):
        errors["email"] = say("bad_email")
    if errors:
        return {"errors": errors}
    number = house.store.cases.open_ticket(
        visitor, values["name"], values["email"], "other", values["message"]
    )
    by = delivered_by(house.fittings.clock().date(), "express")
    house.post.ticket_received(values["email"], values["name"], number, values["message"], by, words)
    thanks = say("ticket_thanks"), say("ticket_number", number=number)
    return {"said": " ".join([*thanks, say("ticket_when", email=values["email"], day=words.day(by))])}


async def feedback(request: Request) -> Response:
    """How a chat went, for who was given the link."""
    thanked = request.method == "POST"
    if thanked:
        sent = await posted(request)
        cases = house_of(request).store.cases
        cases.keep_feedback(visitor_of(request), "chat", 0, sent.get("message", "").strip()[:_LONGEST])
    return page(request, "feedback.html", thanked=thanked)


ROUTES = [Route("/feedback", feedback, methods=["GET", "POST"])]
