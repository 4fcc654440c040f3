"""The chat counter: conversations over a WebSocket that survive reloads, lost lines and double clicks."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import defaultdict
from typing import Any

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from cxprobe.demo.site import House, visitor_of
from cxprobe.demo.store import Message
from cxprobe.demo.talk import BOT, GREETING, LINE, Act, Desk, Talk

YOU = "You"
_BOT_TAKES = (0.3, 0.6)  # seconds to a reply
_PEOPLE_TAKE = (0.8, 1.5)
_LONGEST = 2000


class Counter:
    """Serves every visitor's conversation, one message after the other, whether they watch or not."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._windows: dict[str, set[WebSocket]] = defaultdict(set)
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._typing: dict[str, str] = {}
        self._work: set[asyncio.Task[None]] = set()

    async def attend(self, visitor: str, window: WebSocket) -> None:
        """Tell a window the conversation so far, then listen to it until it closes."""
        await window.accept()
        self._windows[visitor].add(window)
        try:
            await window.send_json({"so_far": [told(m) for m in self._house.store.messages(visitor)]})
            await window.send_json({"typing": self._typing.get(visitor, "")})
            while True:
                self._hear(visitor, json.loads(await window.receive_text()))
        except (WebSocketDisconnect, ValueError, RuntimeError):
            pass
        finally:
            self._windows[visitor].discard(window)

    def _hear(self, visitor: str, heard: object) -> None:
        if not isinstance(heard, dict):
            return
        text = " ".join(str(heard.get("say", "")).split())[:_LONGEST]
        if text:
            self._begin(self._serve(visitor, text, str(heard.get("mark", ""))[:64] or None))
        elif heard.get("opened"):
            self._begin(self._greet(visitor))

    def _begin(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def _greet(self, visitor: str) -> None:
        async with self._turns[visitor]:
            if not self._house.store.messages(visitor):
                await self._type(visitor, BOT)
            if not self._house.store.messages(visitor):  # who spoke first in the meantime needs no greeting
                await self._publish(visitor, BOT, GREETING)

    async def _serve(self, visitor: str, text: str, mark: str | None) -> None:
        """Note a message at once, then answer it when its turn comes; the same mark twice is one message."""
        message = self._house.store.write(visitor, YOU, text, mark)
        if message is None:
            return
        await self._tell(visitor, {"message": told(message)})
        async with self._turns[visitor]:
            store = self._house.store
            talk = Talk(**store.talk(visitor))
            money = self._house.words("en").money
            acts = Desk(talk, text, store, visitor, self._house.switches, money).answer()
            store.keep_talk(visitor, talk.kept())
            for act in acts:
                await self._perform(visitor, act)

    async def _perform(self, visitor: str, act: Act) -> None:
        if act.kind == "line":
            await self._pause(LINE * 0.8, LINE)
        elif act.kind == "notice":
            await self._publish(visitor, "", act.text)
        else:
            await self._type(visitor, act.speaker)
            await self._publish(visitor, act.speaker, act.text)

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


async def attend(window: WebSocket) -> None:
    """One browser window at the counter."""
    counter: Counter = window.app.state.counter
    await counter.attend(visitor_of(window), window)


ROUTES = [WebSocketRoute("/chat", attend)]
