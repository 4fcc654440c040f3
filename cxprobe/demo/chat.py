"""The chat counter: conversations over a WebSocket that survive reloads, lost lines and double clicks."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import defaultdict
from collections.abc import Coroutine
from typing import Any

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from cxprobe.demo import closing
from cxprobe.demo.desk import Desk
from cxprobe.demo.hearing import rating_in
from cxprobe.demo.knowledge import Knowledge
from cxprobe.demo.order_desk import reference
from cxprobe.demo.site import House, visitor_of, words_of
from cxprobe.demo.store import Message
from cxprobe.demo.talk import BOT, Act, Talk
from cxprobe.demo.words import Words

YOU = "You"
BROKE_OFF = (
    "I'm sorry, something went wrong on our side. A colleague will write to you here; "
    "your ticket number is {number}."
)
_LOG = logging.getLogger(__name__)
_BOT_TAKES = (0.3, 0.6)  # seconds to a reply
_PEOPLE_TAKE = (0.8, 1.5)
_LISTENS = (0.3, 0.4)  # seconds in which a second message is heard together with the first
_STILL_WRITING = 2.5  # seconds after a keystroke in which somebody counts as writing
_LONGEST_WAIT = 6.0  # seconds that a reply waits for who is still writing
_LONGEST = 2000


class Counter:
    """Serves every visitor's conversation, one message after the other, whether they watch or not."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._windows: dict[str, set[WebSocket]] = defaultdict(set)
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._typing: dict[str, str] = {}
        self._unanswered: dict[str, list[str]] = defaultdict(list)
        self._wrote: dict[str, float] = {}
        self._work: set[asyncio.Task[None]] = set()

    async def attend(self, visitor: str, window: WebSocket, words: Words) -> None:
        """Tell a window the conversation so far, then listen to it until it closes."""
        await window.accept()
        self._windows[visitor].add(window)
        try:
            welcome = self._after_reload(visitor)
            await window.send_json({"so_far": [told(m) for m in self._house.store.messages(visitor)]})
            await window.send_json({"typing": self._typing.get(visitor, "")})
            for act in welcome:
                self._begin(self._perform(visitor, act))
            while True:
                self._hear(visitor, json.loads(await window.receive_text()), words)
        except (WebSocketDisconnect, ValueError, RuntimeError, KeyError):
            pass  # the window closed, or sends what is no message: it is not listened to any longer
        finally:
            self._windows[visitor].discard(window)

    def _after_reload(self, visitor: str) -> list[Act]:
        """What is left of a conversation when a window opens, and what is said to begin a new one."""
        house = self._house
        if "chat-loses-thread" in house.switches:
            house.store.forget_talk(visitor)
        elif "chat-loses-thread" in house.alike:
            welcome = self._desk(visitor).welcome_back()
            if welcome:
                house.store.forget_messages(visitor)
            return welcome
        return []

    def _hear(self, visitor: str, heard: object, words: Words) -> None:
        if not isinstance(heard, dict) or "chat-offline" in self._house.switches:
            return
        text = " ".join(closing.said_in(heard, "say").split())[:_LONGEST]
        mark = closing.said_in(heard, "mark")[:64] or None
        if closing.is_closed(self._house):
            self._begin(self._turn_away(visitor, heard, text, mark, words))
        elif text:
            self._wrote.pop(visitor, None)
            self._begin(self._serve(visitor, text, mark))
        elif "writing" in heard:
            self._wrote[visitor] = time.monotonic() if heard["writing"] else 0.0
        elif heard.get("opened"):
            self._begin(self._greet(visitor, words))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._work.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._work.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("The chat broke off: %r", error, exc_info=error)

    async def _greet(self, visitor: str, words: Words) -> None:
        async with self._turns[visitor]:
            act = self._desk(visitor).greeting(words)
            if not self._house.store.messages(visitor) and act.kind == "say":
                await self._type(visitor, BOT)
            if not self._house.store.messages(visitor):  # who spoke first in the meantime needs no greeting
                await self._publish(visitor, act.speaker, act.text)

    async def _serve(self, visitor: str, text: str, mark: str | None) -> None:
        """Answer a message; when that fails on our side, say so, and have a colleague look at it."""
        try:
            await self._answer(visitor, text, mark)
        except Exception:
            await self._regret(visitor, text)
            raise

    async def _regret(self, visitor: str, text: str) -> None:
        self._typing.pop(visitor, None)
        await self._tell(visitor, {"typing": ""})
        house, known = self._house, Talk(**self._house.store.talk(visitor))
        name = f"{known.first_name} {known.last_name}".strip()
        number = house.store.cases.open_ticket(visitor, name, known.email, "chat", text)
        await self._publish(visitor, "", BROKE_OFF.format(number=number))

    async def _answer(self, visitor: str, text: str, mark: str | None) -> None:
        """Note a message at once, then answer it when its turn comes; the same mark twice is one message.

        What else was written by then is answered together with it.
        """
        message = self._house.store.write(visitor, YOU, text, mark)
        if message is None:
            return
        self._unanswered[visitor].append(text)
        await self._tell(visitor, {"message": told(message)})
        async with self._turns[visitor]:
            await self._let_finish(visitor)
            said = self._unanswered.pop(visitor, [])
            desk = self._desk(visitor, "\n".join(said))
            acts = desk.answer() if said else []
            self._house.store.keep_talk(visitor, desk.talk.kept())
            for act in acts:
                await self._perform(visitor, act)

    async def _let_finish(self, visitor: str) -> None:
        """Wait for a second message, and for who is still writing one."""
        began, speed = time.monotonic(), self._house.speed
        heard = -1
        while heard != len(self._unanswered[visitor]) and time.monotonic() - began < _LONGEST_WAIT / speed:
            heard = len(self._unanswered[visitor])
            await self._pause(*_LISTENS)
            while (
                time.monotonic() - self._wrote.get(visitor, 0.0) < _STILL_WRITING / speed
                and time.monotonic() - began < _LONGEST_WAIT / speed
            ):
                await self._pause(*_LISTENS)

    def _desk(self, visitor: str, text: str = "") -> Desk:
        house = self._house
        switches, alike = house.switches, house.alike
        words = house.words("en")
        knows = Knowledge(
            house.store.products(),
            house.fittings.clock().date(),
            words,
            house.market,
            closing.opening_hours(house).told(words),
            contrary="no-consistency" in switches,
            in_other_words="no-consistency" in alike,
        )
        talk = Talk(**house.store.talk(visitor))
        return Desk(talk, text, house.store, visitor, knows, switches, alike, _mail_comes(alike))

    async def _turn_away(
        self, visitor: str, heard: dict[str, Any], text: str, mark: str | None, words: Words
    ) -> None:
        """Say that nobody is there, and take a message."""
        house = self._house
        if text and (message := house.store.write(visitor, YOU, text, mark)):
            await self._tell(visitor, {"message": told(message)})
        if isinstance(heard.get("leave"), dict):
            await self._tell(visitor, {"left": closing.leave(house, visitor, heard["leave"], words)})
            return
        if text or heard.get("opened"):
            await self._tell(visitor, {"closed": closing.form(words)})
            said = closing.told(house, words)
            before = house.store.messages(visitor)
            if not before or before[-1].text != said:
                await self._publish(visitor, "", said)

    async def _perform(self, visitor: str, act: Act) -> None:
        if act.kind == "pause":
            await self._pause(act.seconds * 0.8, act.seconds)
        elif act.kind == "notice":
            await self._publish(visitor, "", act.text)
        elif act.kind == "refund":
            self._refund(visitor, act.order)
        elif act.kind == "opinion":
            how = rating_in(act.text) or 0
            self._house.store.cases.keep_feedback(visitor, "chat", how, act.text)
        else:
            await self._type(visitor, act.speaker)
            await self._publish(visitor, act.speaker, act.text)

    def _refund(self, visitor: str, number: int) -> None:
        """Note a refund in the books, and confirm it by mail; once."""
        house = self._house
        order = house.store.order(number)
        if order is not None and house.store.refund(order, visitor):
            to = order.contact.get("email", "")
            house.post.refund_confirmed(to, order, order.bill.total, reference(order))

    async def _type(self, visitor: str, speaker: str) -> None:
        self._typing[visitor] = speaker
        await self._tell(visitor, {"typing": speaker})
        await self._pause(*(_BOT_TAKES if speaker == BOT else _PEOPLE_TAKE))
        self._typing.pop(visitor, None)
        await self._tell(visitor, {"typing": ""})

    async def _publish(self, visitor: str, speaker: str, text: str) -> None:
        message = self._house.store.write(visitor, speaker, text)
        if message is not None:
            await self._tell(visitor, {"message": told(message)})

    async def _tell(self, visitor: str, what: dict[str, object]) -> None:
        for window in tuple(self._windows[visitor]):
            with contextlib.suppress(RuntimeError, WebSocketDisconnect, OSError):
                await window.send_json(what)

    async def _pause(self, least: float, most: float) -> None:
        await asyncio.sleep(self._house.dice.uniform(least, most) / self._house.speed)


def told(message: Message) -> dict[str, object]:
    """A message as the page gets it."""
    return {"id": message.id, "speaker": message.speaker, "text": message.text, "mark": message.sent}


def _mail_comes(alike: frozenset[str]) -> str:
    """By when a confirmation comes by mail, as the chat promises it; '' where it says nothing."""
    if "mail-never-sent" in alike:
        return ""
    if "mail-late" in alike:
        return "within 10 minutes"
    return "within an hour" if "poor-follow-through" in alike else "within 10 seconds"


async def attend(window: WebSocket) -> None:
    """One browser window at the counter."""
    counter: Counter = window.app.state.counter
    await counter.attend(visitor_of(window), window, words_of(window))


ROUTES = [WebSocketRoute("/chat", attend), *closing.ROUTES]
