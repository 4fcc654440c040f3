"""What the chat does after hours: says when it opens again, and takes messages; and how a chat went."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
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
_WEEKEND = (5, 6)  # as Python counts the days of the week
_EVENING = time(20)
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
    """The hours that are told to everybody: the house's own, or those it plays at."""
    hours, moment = house.fittings.hours, house.fittings.clock()
    if "chat-offline" not in house.alike or not hours.open_at(moment):
        return hours
    # It only plays at being closed: hours that this moment lies outside of.
    return Hours.of("Mon-Sun 13:00-19:00" if moment.hour < _NOON else "Mon-Sun 7:00-11:00")


def closed_out_of_work(house: House) -> bool:
    """Whether the hours that are told leave out the evening and the weekend, so that messages wait."""
    spans = opening_hours(house).spans
    in_the_week = not any(span.on(day) for span in spans for day in _WEEKEND)
    return bool(spans) and in_the_week and max(span.closes for span in spans) <= _EVENING


def form(words: Words) -> dict[str, str]:
    """The labels of the form that takes a message."""
    say = words.plain
    return {
        "name": say("your_name"),
        "email": say("email"),
        "message": say("message"),
        "send": say("message_send"),
    }


def said_in(sent: Mapping[str, Any], name: str) -> str:
    """The words in a message of the page's; '' where there are none. Half a character is a question mark."""
    said = sent.get(name)
    return said.encode("utf-8", "replace").decode("utf-8") if isinstance(said, str) else ""


def leave(house: House, visitor: str, sent: Mapping[str, Any], words: Words) -> dict[str, object]:
    """Take a message that was left: 'said' with its ticket, or 'errors' by field."""
    values = {name: said_in(sent, name).strip()[:_LONGEST] for name in ("name", "email", "message")}
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
