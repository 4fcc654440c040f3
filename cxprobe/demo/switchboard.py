"""The telephone's menu, as a webhook that answers in TwiML: what is said, which keys count, who is dialled.

The verbs and their attributes are those of Twilio's public TwiML reference (Response, Say, Gather,
Redirect, Dial, Record, Hangup). Whatever is not understood is asked again once; then a person is
called. The menu keeps no state but what stands in its addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cxprobe.demo.closing import is_closed, opening_hours
from cxprobe.demo.promise import comes_on
from cxprobe.demo.site import House, house_of, posted
from cxprobe.demo.store import Order
from cxprobe.demo.words import Words

STAFF = "+441632960100"
"""Whom the menu dials: a number from the range that Ofcom keeps for fiction."""
_PATIENCE = 5  # seconds of silence after a question, Twilio's own default
_DIGIT_BY_DIGIT = 8  # seconds while somebody reads digits from a receipt
_RINGS = 20  # seconds that the telephone rings at the staff's
_LONGEST_MESSAGE = 120  # seconds
_TRIES = 2  # times a question is asked before a person is called
_MOST_DIGITS = 9


@dataclass(frozen=True)
class Call:
    """One request of a call: the house, its words, and what came with it."""

    house: House
    words: Words
    digits: str
    about: str = "status"
    again: int = 0
    sent: Mapping[str, str] | None = None

    def say(self, key: str, **values: object) -> str:
        """A sentence of the menu."""
        return self.words.talk(f"voice_{key}", **values)


async def _call_of(request: Request) -> Call:
    sent = {**request.query_params, **await posted(request)}
    house = house_of(request)
    again = sent.get("again", "0")
    return Call(
        house,
        house.words(house.fittings.language),
        sent.get("Digits", "").strip("#* ")[:_MOST_DIGITS],
        "refund" if sent.get("about") == "refund" else "status",
        min(_counted(again) or 0, _TRIES),
        sent,
    )


# -- what is asked


def _menu(call: Call, said: str, again: int = 0) -> Response:
    """The main menu: four keys."""
    if again >= _TRIES:
        return _person(call)
    return _ask(call, [said, call.say("menu")], "/voice/menu", "/voice", again=again)


def _ask_order(call: Call, about: str, said: str = "", again: int = 0) -> Response:
    """The digits of an order number, ended by the hash key."""
    if again >= _TRIES:
        return _person(call)
    where = f"/voice/order?{urlencode({'about': about})}"
    return _ask(call, [said, call.say("order")], where, where, again=again, whole_number=True)


def _ask_again(call: Call, said: str, again: int = 0) -> Response:
    """What may follow an answer; silence ends the call."""
    if again >= _TRIES:
        return _person(call)
    return _ask(call, [said, call.say("again")], "/voice/after", "", again=again)


def _ask(
    call: Call, said: list[str], action: str, on_silence: str, *, again: int, whole_number: bool = False
) -> Response:
    response = Xml.Element("Response")
    gather = Xml.SubElement(response, "Gather", input="dtmf", action=_with(action, again), method="POST")
    gather.set("timeout", str(_DIGIT_BY_DIGIT if whole_number else _PATIENCE))
    gather.set(*(("finishOnKey", "#") if whole_number else ("numDigits", "1")))
    for sentence in said:
        _say(call, gather, sentence)
    if on_silence:
        Xml.SubElement(response, "Redirect", method="POST").text = _with(on_silence, again + 1)
    else:
        _say(call, response, call.say("goodbye"))
        Xml.SubElement(response, "Hangup")
    return _twiml(response)


def _with(path: str, again: int) -> str:
    return f"{path}{'&' if '?' in path else '?'}again={again}"


# -- what is answered


async def answer_call(request: Request) -> Response:
    """A call comes in, or nobody pressed a key."""
    call = await _call_of(request)
    return _menu(call, call.say("silent" if call.again else "welcome"), call.again)


async def choose(request: Request) -> Response:
    """A key of the main menu."""
    call = await _call_of(request)
    keys: Mapping[str, Callable[[], Response]] = {
        "1": lambda: _ask_order(call, "status"),
        "2": lambda: _ask_again(call, call.say("hours", hours=opening_hours(call.house).told(call.words))),
        "3": lambda: _ask_order(call, "refund"),
        "0": lambda: _person(call),
    }
    if call.digits in keys:
        return keys[call.digits]()
    return _menu(call, call.say("wrong"), call.again + 1)


async def told_order(request: Request) -> Response:
    """The digits of an order number came, or none."""
    call = await _call_of(request)
    if not call.digits:
        only_hash = "Digits" in (call.sent or {})
        return _ask_order(call, call.about, call.say("silent"), call.again + only_hash)
    if call.digits == "0":
        return _person(call)
    number = _counted(call.digits)
    order = call.house.store.order(number) if number is not None else None
    if order is None:
        unknown = call.say("unknown", digits=_spelt(call.digits))
        return _ask_order(call, call.about, unknown, call.again + 1)
    return _ask_again(call, _refund(call, order) if call.about == "refund" else _status(call, order))


async def go_on(request: Request) -> Response:
    """A key after an answer."""
    call = await _call_of(request)
    if call.digits == "1":
        return _menu(call, "")
    if call.digits == "0":
        return _person(call)
    return _ask_again(call, call.say("wrong"), call.again + 1)


async def dialled(request: Request) -> Response:
    """The call to the staff ended, or nobody answered it."""
    call = await _call_of(request)
    if (call.sent or {}).get("DialCallStatus", "completed") in {"completed", "answered"}:
        response = Xml.Element("Response")
        Xml.SubElement(response, "Hangup")
        return _twiml(response)
    return _record(call)


async def left_message(request: Request) -> Response:
    """A spoken message becomes a ticket."""
    call = await _call_of(request)
    sent, response = call.sent or {}, Xml.Element("Response")
    heard = sent.get("RecordingUrl", "")
    if heard:
        caller = sent.get("From", "")
        number = call.house.store.cases.open_ticket(sent.get("CallSid", ""), caller, "", "other", heard)
        _say(call, response, call.say("noted", digits=_spelt(number.removeprefix("T-"))))
    _say(call, response, call.say("goodbye"))
    Xml.SubElement(response, "Hangup")
    return _twiml(response)


def _status(call: Call, order: Order) -> str:
    digits, words = _spelt(str(order.number)), call.words
    if order.delivered:
        return call.say("delivered", digits=digits, day=words.day(order.delivered))
    day = words.day(comes_on(order.promised, call.house.switches, call.house.alike))
    today = call.house.fittings.clock().date()
    return call.say("packing" if order.placed.date() >= today else "way", digits=digits, day=day)


def _refund(call: Call, order: Order) -> str:
    cases, words, digits = call.house.store.cases, call.words, _spelt(str(order.number))
    refund = cases.refund_of(order.number)
    if refund:
        return call.say("refunded", digits=digits, price=words.money(refund[0]), day=words.day(refund[1]))
    if cases.return_of(order.number):
        return f"{call.say('returned', digits=digits)} {words.plain('returns_refund')}"
    return call.say("no_refund", digits=digits)


def _person(call: Call) -> Response:
    """Somebody of flesh and blood; after hours, a message for them."""
    if is_closed(call.house):
        return _record(call)
    response = Xml.Element("Response")
    _say(call, response, call.say("person"))
    Xml.SubElement(response, "Dial", action="/voice/dialled", method="POST", timeout=str(_RINGS)).text = STAFF
    return _twiml(response)


def _record(call: Call) -> Response:
    response, fittings = Xml.Element("Response"), call.house.fittings
    if is_closed(call.house):
        hours, moment = opening_hours(call.house), fittings.clock()
        when = {"hours": hours.told(call.words), "next": hours.told_next(moment, call.words)}
        _say(call, response, call.say("nobody", **when))
    _say(call, response, call.say("leave"))
    Xml.SubElement(
        response,
        "Record",
        action="/voice/message",
        method="POST",
        maxLength=str(_LONGEST_MESSAGE),
        finishOnKey="#",
    )
    _say(call, response, call.say("goodbye"))
    Xml.SubElement(response, "Hangup")
    return _twiml(response)


def _counted(typed: str) -> int | None:
    """The number in what came as digits; None for anything else, or longer than a caller types."""
    fits = typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS
    return int(typed) if fits else None


def _spelt(number: str) -> str:
    """'1 0 0 1', so that it is read out digit by digit."""
    return " ".join(number)


def _say(call: Call, into: Xml.Element, text: str) -> None:
    if text:
        Xml.SubElement(into, "Say", language=call.words.tag).text = text


def _twiml(response: Xml.Element) -> Response:
    body: bytes = Xml.tostring(response, encoding="UTF-8", xml_declaration=True)
    return Response(body, media_type="application/xml", headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/voice", answer_call, methods=["GET", "POST"]),
    Route("/voice/menu", choose, methods=["POST"]),
    Route("/voice/order", told_order, methods=["POST"]),
    Route("/voice/after", go_on, methods=["POST"]),
    Route("/voice/dialled", dialled, methods=["POST"]),
    Route("/voice/message", left_message, methods=["POST"]),
]
