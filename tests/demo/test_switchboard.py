"""The telephone's menu, walked as a caller walks it: by keys, by silence, and into every corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as Xml

import httpx
import pytest

from cxprobe.demo import Company
from cxprobe.demo.promise import day_told, today
from cxprobe.demo.store import SAMPLE_ORDER
from cxprobe.demo.switchboard import STAFF
from cxprobe.demo.words import MARKETS, words_in

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany

SAY = words_in("en").talk
VERBS = {"Say", "Gather", "Redirect", "Dial", "Record", "Hangup"}
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEYS = "0123456789"


@dataclass(frozen=True)
class Heard:
    """One answer of the menu, as TwiML."""

    where: str
    response: Xml.Element

    @property
    def said(self) -> str:
        """Everything that is read out."""
        return " ".join(say.text or "" for say in self.response.iter("Say"))

    @property
    def gather(self) -> Xml.Element | None:
        """What is asked, if anything is."""
        return self.response.find("Gather")

    @property
    def place(self) -> str:
        """Where this is in the menu: what is asked, and where the answer goes."""
        return f"{'' if self.gather is None else self.gather.get('action')}: {self.said}"

    @property
    def over(self) -> bool:
        """Whether the call goes to a person, is recorded, or ends."""
        return self.gather is None and any(self.response.find(end) is not None for end in ("Dial", "Hangup"))

    @property
    def person(self) -> bool:
        """Whether somebody is dialled."""
        return self.response.findtext("Dial") == STAFF


class Caller:
    """A telephone: presses keys, or says nothing."""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def call(self, path: str = "/voice", **sent: str) -> Heard:
        """What is answered at an address of the menu."""
        answer = self.http.post(path, data={"CallSid": "CA1", "From": "+441632960001", **sent})
        assert "application/xml" == answer.headers["content-type"].split(";")[0]
        response = Xml.fromstring(answer.text)
        assert "Response" == response.tag
        assert VERBS >= {verb.tag for verb in response}
        return Heard(path, response)

    def press(self, heard: Heard, keys: str) -> Heard:
        """Press keys where they are asked for."""
        gather = heard.gather
        assert gather is not None
        assert "POST" == gather.get("method")
        return self.call(urljoin(heard.where, gather.get("action", "")), Digits=keys)

    def be_silent(self, heard: Heard) -> Heard:
        """Let the question's time run out: the next verb after it counts."""
        redirect = heard.response.findtext("Redirect")
        return self.call(redirect) if redirect else Heard("", _without_gather(heard.response))

    def after(self, *keys: str) -> Heard:
        """What is heard after some keys from the start."""
        heard = self.call()
        for key in keys:
            heard = self.press(heard, key)
        return heard


def _without_gather(response: Xml.Element) -> Xml.Element:
    rest = Xml.Element("Response")
    rest.extend(verb for verb in response if verb.tag != "Gather")
    return rest


Ring = Callable[[Company], Caller]


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A telephone that rings at a company."""
    lines: list[httpx.Client] = []

    def dial(company: Company) -> Caller:
        lines.append(httpx.Client(base_url=company.url, trust_env=False, timeout=10))
        return Caller(lines[-1])

    yield dial
    for line in lines:
        line.close()


@pytest.fixture
def caller(open_company: OpenCompany, ring: Ring) -> Caller:
    """Somebody who calls on a good day, a company whose books nobody else writes in."""
    return ring(open_company())


def test_the_menu_has_four_keys_and_says_them(caller: Caller) -> None:
    """One digit, answered at an address of the menu; every other key is none of them."""
    heard = caller.call()
    works = [key for key in KEYS if SAY("voice_wrong") not in caller.press(heard, key).said]

    assert heard.gather is not None
    assert "1" == heard.gather.get("numDigits")
    assert ["0", "1", "2", "3"] == works
    assert all(f"press {key}" in heard.said for key in works)


def test_the_whole_tree_has_no_dead_end_and_a_person_within_three(caller: Caller) -> None:
    """Every place, every key, right and wrong numbers and silence: 0 calls a person everywhere."""
    places, ends = _walk(caller)

    assert {"Dial", "Hangup"} == ends
    for leaf in ("was delivered on", "no refund for order", "We are here", "We cannot find", "did not hear"):
        assert any(leaf in said for said in places), leaf
    assert [] == [said for said, heard in places.items() if not caller.press(heard, "0").person]


def _walk(caller: Caller) -> tuple[dict[str, Heard], set[str]]:
    """Every place where something is asked, by its address and words; and how calls end."""
    places: dict[str, Heard] = {}
    ends: set[str] = set()
    waiting = [caller.call()]
    while waiting:
        heard = waiting.pop()
        if heard.over:
            ends.add(_end(heard))
        elif heard.place not in places:
            places[heard.place] = heard
            waiting += [caller.press(heard, key) for key in _keys(heard)] + [caller.be_silent(heard)]
    return places, ends


def _keys(heard: Heard) -> list[str]:
    assert heard.gather is not None
    return [str(SAMPLE_ORDER), "9999"] if heard.gather.get("finishOnKey") else list(KEYS)


def _end(heard: Heard) -> str:
    return "Dial" if heard.person else heard.response[-1].tag


def test_nothing_lies_deeper_than_three_keys(caller: Caller) -> None:
    """Menu, number, and a key after the answer: a person, the menu again, or the end."""
    third = caller.after("1", str(SAMPLE_ORDER))

    assert caller.press(third, "0").person
    assert SAY("voice_menu") in caller.press(third, "1").said
    assert caller.be_silent(third).over


def test_an_order_is_found_by_its_digits(caller: Caller) -> None:
    """Read out digit by digit, with the day."""
    told = caller.after("1", str(SAMPLE_ORDER)).said

    assert "Order 1 0 0 1 was delivered on " in told


def test_a_refund_is_told_as_the_books_have_it(open_company: OpenCompany, ring: Ring) -> None:
    """None, then a return that was announced, then the money."""
    company = open_company()
    caller = ring(company)
    ask = ("3", str(SAMPLE_ORDER))
    first = caller.after(*ask).said
    form = {"order_number": "KC-1001", "email": "gus@example.com", "reason": "mind"}
    caller.http.post("/returns", data=form)
    second = caller.after(*ask).said
    assert company._store is not None
    company._store.cases.note_refund(SAMPLE_ORDER, 3900)

    third = caller.after(*ask).said

    assert "There is no refund for order 1 0 0 1 yet." in first
    assert "We know of your return for order 1 0 0 1." in second
    assert f"We refunded £39.00 for order 1 0 0 1 on {day_told(today())}." in third


@pytest.mark.parametrize("keys", [("9", "9"), ("1", "7777", "7778"), ("2", "5", "5")])
def test_what_is_not_understood_is_asked_again_then_a_person_comes(
    caller: Caller, keys: tuple[str, ...]
) -> None:
    """Once more, with what was wrong; nobody turns in circles."""
    again = caller.after(*keys[:-1])

    assert again.gather is not None
    assert SAY("voice_wrong") in again.said or "We cannot find the order" in again.said
    assert caller.press(again, keys[-1]).person


@pytest.mark.parametrize("keys", [(), ("1",), ("3",)])
def test_silence_is_asked_again_then_a_person_comes(caller: Caller, keys: tuple[str, ...]) -> None:
    """Somebody may have no keys to press."""
    again = caller.be_silent(caller.after(*keys))

    assert SAY("voice_silent") in again.said
    assert caller.be_silent(again).person


def test_the_hash_key_alone_is_no_number(caller: Caller) -> None:
    """And no way to go round for ever."""
    first = caller.press(caller.after("1"), "#")

    assert SAY("voice_silent") in first.said
    assert caller.press(first, "#").person


def test_nobody_picks_up_and_a_message_is_taken(open_company: OpenCompany, ring: Ring) -> None:
    """With the tone, and a ticket for it."""
    company = open_company()
    caller = ring(company)
    asked = caller.call("/voice/dialled", DialCallStatus="no-answer")
    record = asked.response.find("Record")
    assert record is not None

    noted = caller.call(record.get("action", ""), RecordingUrl="https://voice.example/1")

    assert "its ticket number is 2 0 0 1." in noted.said
    assert noted.over
    assert caller.call("/voice/dialled", DialCallStatus="completed").over
    assert company._store is not None
    assert ["https://voice.example/1"] == [ticket.message for ticket in company._store.cases.tickets()]


def test_after_hours_a_message_is_taken_instead(open_company: OpenCompany, ring: Ring) -> None:
    """With the hours, and when somebody is there next."""
    company = open_company(hours="Mon-Fri 09:00-17:00", clock=lambda: SUNDAY)

    heard = ring(company).after("0")

    assert not heard.person
    assert heard.response.find("Record") is not None
    assert "We are here Monday to Friday, 9:00 to 17:00, next on Monday 23 November, 9:00." in heard.said


@pytest.mark.parametrize("language", list(MARKETS))
def test_the_menu_speaks_the_shops_language(language: str, open_company: OpenCompany, ring: Ring) -> None:
    """In words, and as what a voice needs to read them."""
    caller = ring(open_company(language=language))
    words = words_in(language)

    heard = caller.call()
    told = caller.after("1", str(SAMPLE_ORDER))

    assert {words.tag} == {say.get("language") for say in heard.response.iter("Say")}
    assert words.talk("voice_menu") in heard.said
    assert all(key in words.talk("voice_menu") for key in "0123")
    assert "1 0 0 1" in told.said


@pytest.mark.parametrize("digits", ["²", "١٠٠١", "9" * 40])
def test_odd_digits_are_no_order(caller: Caller, digits: str) -> None:
    """What only looks like a number is asked again, and nothing breaks."""
    asked = caller.after("1")

    assert SAY("voice_unknown", digits=" ".join(digits[:9])) in caller.press(asked, digits).said
    assert "" != caller.call("/voice", again="²").said


def test_all_keys_tell_the_same_hours(open_company: OpenCompany, ring: Ring) -> None:
    """Whoever asks when somebody is there hears what is told to whoever asks for somebody."""
    caller = ring(open_company(alike=("chat-offline",), clock=lambda: SUNDAY))

    assert "7:00 to 11:00" in caller.after("0").said
    assert "7:00 to 11:00" in caller.after("2").said
