"""The chat over its WebSocket."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from websockets.sync.client import ClientConnection, connect

from cxprobe.demo import Company

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]
    OpenChat = Callable[[Shopper], "Window"]


class Window:
    """One browser window with the chat open."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.so_far: list[dict[str, Any]] = json.loads(line.recv(timeout=5))["so_far"]
        self.typing: list[str] = []

    def say(self, text: str, mark: str = "") -> None:
        """Send a message, marked as the page marks it."""
        self.line.send(json.dumps({"say": text, "mark": mark or f"{text}{time.monotonic()}"}))

    def hear(self, until: str, seconds: float = 5) -> list[str]:
        """Messages up to one with these words."""
        heard: list[str] = []
        ends = time.monotonic() + seconds
        while not any(until in line for line in heard):
            told = json.loads(self.line.recv(timeout=max(0.0, ends - time.monotonic())))
            if told.get("typing"):
                self.typing.append(told["typing"])
            if "message" in told:
                heard.append(f"{told['message']['speaker']}: {told['message']['text']}")
        return heard


@pytest.fixture
def open_chat() -> Iterator[OpenChat]:
    """The chat in a browser that visited a page before."""
    with ExitStack() as doors:

        def arrive(shopper: Shopper) -> Window:
            shopper.see("/")
            address = str(shopper.http.base_url).replace("http", "ws", 1).rstrip("/") + "/chat"
            cookie = f"kettle={shopper.http.cookies['kettle']}"
            line = connect(address, additional_headers={"Cookie": cookie}, proxy=None)
            return Window(doors.enter_context(line))

        yield arrive


def test_opening_the_chat_is_greeted_once(shopper: Shopper, open_chat: OpenChat) -> None:
    """Not again in the next window."""
    first = open_chat(shopper)
    first.line.send(json.dumps({"opened": True}))
    assert ["Kettle bot: Hello, this is Kettle & Co. How can I help you?"] == first.hear("Hello")

    second = open_chat(shopper)

    assert ["Kettle bot"] == [message["speaker"] for message in second.so_far]


def test_a_refund_over_the_wire_with_typing_told(shopper: Shopper, open_chat: OpenChat) -> None:
    """The customer's own words come back first, as the sign that they arrived."""
    chat = open_chat(shopper)

    chat.say("My kettle KC-1001 arrived broken")
    heard = chat.hear("anything else")

    assert "You: My kettle KC-1001 arrived broken" == heard[0]
    assert "RF-2001" in heard[1]
    assert ["Kettle bot", "Kettle bot"] == chat.typing


def test_a_conversation_survives_a_reload_in_the_middle(shopper: Shopper, open_chat: OpenChat) -> None:
    """The answer comes even when nobody watches, and the question is not forgotten."""
    first = open_chat(shopper)
    first.say("I want a refund")
    first.hear("I want a refund")
    first.line.close()
    time.sleep(0.2)

    second = open_chat(shopper)
    second.say("KC-1001")

    assert ["You", "Kettle bot"] == [message["speaker"] for message in second.so_far]
    assert "RF-2001" in second.hear("RF-2001")[-1]


def test_the_same_message_sent_twice_is_one(shopper: Shopper, open_chat: OpenChat) -> None:
    """As after a lost line, when the page sends again what it is not sure of."""
    chat = open_chat(shopper)
    for _ in range(2):
        chat.say("hello", mark="m1")
    chat.say("When are you open?", mark="m2")

    heard = chat.hear("8 am")

    assert 1 == heard.count("You: hello")
    assert 1 == sum("What can I do" in line for line in heard)


def test_two_messages_at_once_are_answered_in_turn(shopper: Shopper, open_chat: OpenChat) -> None:
    """Nothing is lost while the bot types."""
    chat = open_chat(shopper)
    chat.say("How long does delivery take?")
    chat.say("When are you open?")

    heard = chat.hear("8 am")

    assert any("2 to 3 working days" in line for line in heard)


def test_a_hand_off_waits_in_line_and_people_take_longer(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Five seconds in line at the speed of people; here five times as fast."""
    chat = open_chat(visit(open_company(speed=5)))
    chat.say("Can I talk to a human?")
    began = time.monotonic()
    chat.hear("in the line")
    chat.hear("How can I help?")
    took = time.monotonic() - began

    assert 0.9 < took < 3
    assert ["Kettle bot", "Priya"] == chat.typing


def test_dont_care_types_nothing_after_its_sentence(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Silence, without even the sign of somebody typing."""
    chat = open_chat(visit(open_company("dont-care")))
    chat.say("My kettle is broken")
    chat.hear("A colleague will be with you in a moment.")
    typed = len(chat.typing)
    chat.say("Hello?")
    chat.hear("You: Hello?")

    with pytest.raises(TimeoutError):
        chat.hear("anything", seconds=0.5)
    assert typed == len(chat.typing)


def test_two_visitors_do_not_hear_each_other(kettle: Company, visit: Visit, open_chat: OpenChat) -> None:
    """A conversation belongs to one browser."""
    loud, quiet = open_chat(visit(kettle)), open_chat(visit(kettle))
    loud.say("hello")
    loud.hear("What can I do")

    with pytest.raises(TimeoutError):
        quiet.hear("hello", seconds=0.2)


def test_nonsense_on_the_wire_hurts_nobody(shopper: Shopper, open_chat: OpenChat) -> None:
    """Empty messages say nothing, and the next one is heard."""
    chat = open_chat(shopper)
    for nonsense in ('{"say": "  "}', "[]", "7"):
        chat.line.send(nonsense)
    chat.say("hello")

    assert "You: hello" == chat.hear("hello")[0]
