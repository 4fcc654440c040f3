"""The chat over its WebSocket."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from websockets.sync.client import ClientConnection, connect

from cxprobe.demo import Company
from cxprobe.demo.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]
    OpenChat = Callable[[Shopper], "Window"]


SUNDAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def letter_in(company: Company, seconds: float = 10) -> str:
    """The first mail that comes, as it was sent; '' when none does."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        for mail in company.mailbox.glob("new/*"):
            return mail.read_text("utf-8", "replace")
        time.sleep(0.02)
    return ""


class Window:
    """One browser window with the chat open."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.so_far: list[dict[str, Any]] = json.loads(line.recv(timeout=10))["so_far"]
        self.typing: list[str] = []

    def say(self, text: str, mark: str = "") -> None:
        """Send a message, marked as the page marks it."""
        self.line.send(json.dumps({"say": text, "mark": mark or f"{text}{time.monotonic()}"}))

    def open(self) -> None:
        """What the page sends when the chat's window opens."""
        self.line.send(json.dumps({"opened": True}))

    def told(self, what: str, seconds: float = 10) -> dict[str, Any]:
        """The next word of the server's on something."""
        ends = time.monotonic() + seconds
        while True:
            told = json.loads(self.line.recv(timeout=max(0.0, ends - time.monotonic())))
            if what in told:
                found: dict[str, Any] = told[what]
                return found

    def hear(self, until: str, seconds: float = 10) -> list[str]:
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
            cookie = "; ".join(f"{name}={value}" for name, value in shopper.http.cookies.items())
            line = connect(address, additional_headers={"Cookie": cookie}, proxy=None)
            return Window(doors.enter_context(line))

        yield arrive


def test_opening_the_chat_is_greeted_once(shopper: Shopper, open_chat: OpenChat) -> None:
    """Not again in the next window."""
    first = open_chat(shopper)
    first.open()
    assert ["Kettle bot: Hello, this is Kettle & Co. How can I help you?"] == first.hear("Hello")

    second = open_chat(shopper)

    assert ["Kettle bot"] == [message["speaker"] for message in second.so_far]


def test_the_greeting_is_in_the_language_that_was_chosen(shopper: Shopper, open_chat: OpenChat) -> None:
    """And says that the conversation is in English."""
    shopper.see("/?lang=fr")
    chat = open_chat(shopper)
    chat.open()

    assert "Notre chat répond en anglais." in chat.hear("Kettle & Co")[0]


def test_a_refund_over_the_wire_is_in_the_books_and_in_the_post(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """The customer's own words come back first; the mail that is promised comes."""
    company = open_company()
    chat = open_chat(visit(company))
    chat.say("My kettle KC-1001 arrived broken")
    heard = chat.hear("anything else")

    assert "You: My kettle KC-1001 arrived broken" == heard[0]
    assert "RF-2001" in heard[1]
    assert "You will get a confirmation by e-mail within 10 seconds." in heard[2]
    assert ["Kettle bot"] * 3 == chat.typing
    assert company._store is not None
    assert [(1001, 3900)] == company._store.cases.refunds()
    assert "KC-1001" in letter_in(company)


def test_what_is_said_about_how_it_went_is_kept(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """With the number, and in the customer's words."""
    company = open_company()
    chat = open_chat(visit(company))
    chat.say("When are you open?")
    chat.hear("how did we do")
    chat.say("4, quick enough")
    chat.hear("I have noted it")

    assert company._store is not None
    assert [("chat", 4, "4, quick enough")] == [
        (each.touchpoint, each.how, each.words) for each in company._store.cases.feedback()
    ]


def test_a_conversation_survives_a_reload_in_the_middle(shopper: Shopper, open_chat: OpenChat) -> None:
    """The answer comes even when nobody watches, and the question is not forgotten."""
    first = open_chat(shopper)
    first.say("I want a refund")
    first.hear("order number, please?")
    first.line.close()

    second = open_chat(shopper)
    second.say("KC-1001")

    assert ["You", "Kettle bot"] == [message["speaker"] for message in second.so_far]
    assert "RF-2001" in second.hear("RF-2001")[-1]


def test_the_same_message_sent_twice_is_one(shopper: Shopper, open_chat: OpenChat) -> None:
    """As after a lost line, when the page sends again what it is not sure of."""
    chat = open_chat(shopper)
    for _ in range(2):
        chat.say("hello", mark="m1")
    heard = chat.hear("What can I do")
    chat.say("When are you open?", mark="m2")

    heard += chat.hear("how did we do")

    assert 1 == heard.count("You: hello")
    assert 1 == sum("What can I do" in line for line in heard)


def test_two_messages_in_a_row_are_answered_once_together(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Nobody is asked for what they were about to write; here at a fifth of the pace of people."""
    chat = open_chat(visit(open_company(speed=0.2)))
    chat.say("My kettle arrived broken.")
    chat.say("It is order KC-1001.")

    heard = chat.hear("RF-2001", seconds=20)

    assert 2 == sum(line.startswith("You: ") for line in heard)
    assert 3 == len(heard)


def test_who_is_still_writing_is_waited_for(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Until the second message is there."""
    chat = open_chat(visit(open_company(speed=0.2)))
    chat.say("My kettle arrived broken.")
    chat.line.send(json.dumps({"writing": True}))
    with pytest.raises(TimeoutError):
        chat.hear("order number, please?", seconds=3)
    chat.say("It is order KC-1001.")

    heard = chat.hear("RF-2001", seconds=20)

    assert not any("order number, please?" in line for line in heard)


def test_a_hand_off_waits_in_line_and_people_take_longer(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Five seconds in line at the speed of people; here five times as fast."""
    chat = open_chat(visit(open_company(speed=5)))
    chat.say("Can I talk to a human?")
    chat.hear("in the line")
    began = time.monotonic()
    chat.hear("How can I help?")
    took = time.monotonic() - began

    assert 0.8 < took < 4
    assert ["Kettle bot", "Priya"] == chat.typing


def test_dont_care_types_nothing_after_its_sentence(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Silence, without even the sign of somebody typing."""
    chat = open_chat(visit(open_company("dont-care")))
    chat.say("My kettle is broken")
    chat.hear("A colleague will be with you in a moment.")
    chat.say("Hello?")
    chat.hear("You: Hello?")
    typed = len(chat.typing)

    with pytest.raises(TimeoutError):
        chat.hear("anything", seconds=0.5)
    assert typed == len(chat.typing)


@pytest.mark.parametrize("alike", ["dont-care", "handed-into-silence"])
def test_where_people_answer_first_the_greeting_is_nobodys(
    alike: str, open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """So that nobody is handed on when they come."""
    chat = open_chat(visit(open_company(alike=[alike])))
    chat.open()
    heard = chat.hear("How can I help")
    chat.say("My kettle KC-1001 arrived broken")

    speakers = {line.split(":")[0] for line in heard + chat.hear("RF-2001")}

    assert 1 == len(speakers - {"", "You"})
    assert "Kettle bot" not in speakers


def test_a_mail_that_was_promised_may_never_come(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Poor follow-through says the same and sends nothing; its look-alike says an hour, and sends at once."""
    poor, early = open_company("poor-follow-through"), open_company(alike=["poor-follow-through"])
    told = []
    for company in (poor, early):
        chat = open_chat(visit(company))
        chat.say("My kettle KC-1001 arrived broken")
        told.append(chat.hear("confirmation by e-mail")[-1])

    assert "within 10 seconds." in told[0]
    assert "within an hour." in told[1]
    assert "KC-1001" in letter_in(early)
    assert "" == letter_in(poor, seconds=0.5)


def test_offline_without_a_word_hears_nothing(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """No greeting, no echo, no answer; and the line stays open."""
    chat = open_chat(visit(open_company("chat-offline")))
    chat.open()
    chat.say("Hello?")

    with pytest.raises(TimeoutError):
        chat.hear("o", seconds=0.7)
    assert [] == chat.typing


@pytest.mark.parametrize(
    "company",
    [{"alike": ["chat-offline"]}, {"hours": "Mon-Fri 09:00-17:00", "clock": lambda: SUNDAY}],
    ids=["look-alike", "sunday"],
)
def test_a_closed_chat_says_so_and_takes_a_message(
    company: dict[str, Any], open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """With the hours; the message makes a ticket, once it is complete."""
    chat = open_chat(visit(open_company(**company)))
    chat.open()
    closed = chat.hear("Our chat is closed now.")[-1]
    form = {"name": "Gus", "email": "gus", "message": "My kettle is broken"}
    chat.line.send(json.dumps({"leave": form}))
    refused = chat.told("left")
    chat.line.send(json.dumps({"leave": form | {"email": "gus@example.com"}}))

    said = chat.told("left")["said"]

    assert "We are here Mon" in closed
    assert "Leave us a message" in closed
    assert ["email"] == list(refused["errors"])
    assert "Your ticket number is T-2001." in said
    assert "gus@example.com by" in said


def test_a_closed_chat_answers_who_writes_all_the_same(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """By the hours, in the shop's language."""
    hours: dict[str, Any] = {"hours": "Mon-Fri 09:00-17:00", "clock": lambda: SUNDAY}
    chat = open_chat(visit(open_company(language="de", **hours)))
    chat.say("Hallo")

    heard = chat.hear("geschlossen")[-1]

    assert (
        "Montag bis Freitag, 9:00 bis 17:00 Uhr, das nächste Mal am Montag, 23. November, 9:00 Uhr" in heard
    )


def test_during_opening_hours_the_chat_answers(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """And tells the hours to who asks."""
    monday = SUNDAY + timedelta(days=1)
    chat = open_chat(visit(open_company(hours="Mon-Fri 09:00-17:00", clock=lambda: monday)))
    chat.say("When are you open?")

    assert "We are here Monday to Friday, 9:00 to 17:00." in chat.hear("We are here")[-1]


def test_a_lost_thread_begins_at_the_beginning(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """After a reload nothing is there, and what was given is asked again."""
    gus = visit(open_company("chat-loses-thread"))
    first = open_chat(gus)
    first.say("My kettle arrived broken. KC-1001")
    first.hear("anything else")
    first.line.close()

    second = open_chat(gus)
    second.say("I want my refund")

    assert [] == second.so_far
    assert "order number, please?" in second.hear("order number")[-1]


def test_a_new_thread_that_knows_everything_is_fine(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """'Welcome back', and nothing is asked again."""
    gus = visit(open_company(alike=["chat-loses-thread"]))
    first = open_chat(gus)
    first.say("Hello, my name is Ada and my order is KC-1001")
    first.hear("What can I do")
    first.line.close()

    second = open_chat(gus)
    welcome = second.hear("Welcome back")[-1]
    second.say("It arrived broken, I want a refund")

    assert [] == second.so_far
    assert "Welcome back, Ada. I still have all you told me about order KC-1001" in welcome
    assert "RF-2001" in second.hear("RF-2001")[-1]


def test_a_link_leads_to_a_page_that_keeps_what_is_written(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """The address that the chat names, in the shop's language."""
    company = open_company(alike=["no-interest-in-feedback"])
    gus = visit(company)
    chat = open_chat(gus)
    chat.say("When are you open?")
    told = chat.hear("/feedback")[-1]
    asked = gus.see("/feedback?lang=it")
    thanked = gus.send("/feedback", message="Fine, thank you").text

    assert told.endswith("/feedback")
    assert "Com’è andata?" in asked
    assert "Grazie." in thanked
    assert company._store is not None
    assert ["Fine, thank you"] == [each.words for each in company._store.cases.feedback()]


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
    words = (
        '{"say": "  "}',
        '{"say": ["a"]}',
        '{"say": null}',
        '{"say": 7, "mark": {}}',
        '{"say": {"a": 1}}',
    )
    for nonsense in (*words, "[]", "7", '{"leave": 5}', '{"writing": []}'):
        chat.line.send(nonsense)
    chat.say("hello")

    assert "You: hello" == chat.hear("hello")[0]


def test_half_a_character_is_a_question_mark(shopper: Shopper, open_chat: OpenChat) -> None:
    """As a careless emoji keyboard sends it, in text or mark; the message is answered."""
    chat = open_chat(shopper)
    chat.line.send('{"say": "When are you open? \\ud83d", "mark": "\\udc00"}')

    assert "You: When are you open? ?" == chat.hear("We are here")[0]


def test_a_message_left_without_words_is_not_taken(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """Nothing is nobody's name."""
    chat = open_chat(visit(open_company(alike=["chat-offline"])))
    chat.line.send(json.dumps({"leave": {"name": None, "email": "gus@example.com", "message": ["a"]}}))

    assert {"name", "message"} == set(chat.told("left")["errors"])


def test_what_breaks_on_our_side_is_regretted(
    open_company: OpenCompany,
    visit: Visit,
    open_chat: OpenChat,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """With a ticket for a colleague, and a line in the log; the next message is answered again."""
    company = open_company()
    chat = open_chat(visit(company))
    with monkeypatch.context() as broken:
        broken.setattr(Desk, "answer", lambda self: 1 / 0)
        chat.say("Does it whistle?")
        regret = chat.hear("I'm sorry")[-1]
    chat.say("When are you open?")

    assert "A colleague will write to you here; your ticket number is T-2001." in regret
    assert "We are here" in chat.hear("We are here")[-1]
    assert company._store is not None
    assert ["Does it whistle?"] == [each.message for each in company._store.cases.tickets()]
    assert "The chat broke off: ZeroDivisionError" in caplog.text


def test_who_asks_again_gets_no_second_refund_and_no_second_mail(
    open_company: OpenCompany, visit: Visit, open_chat: OpenChat
) -> None:
    """The day of the first one is told; an unknown number is not taken for the old order."""
    company = open_company()
    chat = open_chat(visit(company))
    chat.say("My kettle KC-1001 arrived broken")
    chat.hear("anything else")
    assert "KC-1001" in letter_in(company)
    for message in ("I want a refund for KC-1001", "Refund my kettle again!"):
        chat.say(message)
        assert "Order KC-1001 was refunded on" in chat.hear("anything else")[1]
    chat.say("I want a refund for order KC-9999")
    chat.hear("cannot find an order KC-9999")

    time.sleep(0.5)  # a second mail would be there by now
    assert 1 == len(list(company.mailbox.glob("new/*")))
    assert company._store is not None
    assert [(1001, 3900)] == company._store.cases.refunds()
