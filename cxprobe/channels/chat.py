"""The chat channel: a conversation in whatever chat window the site has.

A message is heard when its text has come to rest and nobody is shown typing; who speaks is told by the
name beside it. The customer answers with what they know, says what they do not, asks twice whether
anybody is there, and then leaves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from cxprobe.channels import chat_window as window
from cxprobe.journey.clock import told
from cxprobe.people import voice
from cxprobe.reading.courtesy import says_closed
from cxprobe.reading.facts import canonical, facts_asked, is_confirmation, sentences
from cxprobe.reading.talk import asks_for_more, asks_for_person, does_not_know, offers, settles
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.web import Web

_LOOK = 80
"""Milliseconds between two looks at the conversation."""
_AT_REST = 0.6
"""Seconds without change after which a message counts as complete (ours)."""
_MORE_TO_COME = 2.5
"""Seconds a customer lets pass for a second message when the first asks nothing (ours)."""
_PARTING = 3.0
"""Seconds a customer stays for a last word once all is settled (ours)."""
_CHECK_INS = 2
_ROUNDS = 40
_OURS = ("you", "me", "i", "du", "sie", "ich", "vous", "moi", "tú", "usted", "tu", "io", "jij", "ty")
_BOT = re.compile(r"bot\b|assistant|virtual|automat|helper|\bai\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(moment|minute|seconds?|hold on|pass(ing)? you|connect(ing)? you|transfer|in the (line|queue)|"
    r"number \d+|colleague|one of our|advis[oe]r|agent|join(s|ed|ing)? (the|this)|"
    r"augenblick|kolleg\w+|instant|momento)\b",
    re.IGNORECASE,
)
_WAITING_LINE = re.compile(r"\bnumber (\d+)\b|\bposition (\d+)\b|\bplatz (\d+)\b", re.IGNORECASE)
_GREETING = re.compile(
    r"\b(how (can|may) (i|we) help|what can (i|we) do|wie kann ich|comment puis-je)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Heard:
    """One message of the company's: the name beside it, its words, and when (journey seconds)."""

    who: str
    text: str
    at: float


@dataclass(slots=True)
class Chat:
    """A conversation; `say` speaks, `hear` listens for one reply, `talk` goes on until it is settled."""

    web: Web
    goal: str
    knows: Mapping[str, str]
    does_not_know: tuple[str, ...] = ()
    _heard: list[Heard] = field(default_factory=list)
    _own: list[str] = field(default_factory=list)
    _counted: int = 0
    _speaker: str = ""
    _said_at: float | None = None
    _noticed: float = 0.0
    _spoke_at: float = 0.0
    """When the customer last spoke: of several pieces the first, where a reply came in between."""
    _sent_at: float = 0.0
    _wanted_person: bool = False
    _closed: str = ""
    """The words in which the company said that nobody is here now."""
    _roles: dict[str, str] = field(default_factory=dict)

    def open(self) -> None:
        """Open the chat window, unless it is open."""
        web = self.web
        web.recorder.chat_is_read = True
        if self._look() is None or window.box(web) is None:
            with web.acting():
                web.press_at(window.opener(web), "chat")
            found = web.watch_for(lambda: window.box(web), web.page_patience())
            self._heed_the_sign()
            if found is None:
                web.blocked("not-found", "We pressed the chat's button and found no field to write in.")
        self._counted = len(self._messages())

    def say(self, text: str) -> None:
        """Write a message and send it, as this customer would put it."""
        web = self.web
        web.allow(Level.message, "write to the company")
        words = voice.phrase(web.conditions.member, text, opening=not self._own)
        pieces = voice.in_pieces(words) if web.conditions.hands.in_pieces else (words,)
        with web.acting():
            sent = [self._send(piece) for piece in pieces]
        self._sent_at = sent[-1]
        self._said_at = self._spoke_at = sent[0] if len(sent) > 1 and self._fresh() else sent[-1]
        self._wanted_person = asks_for_person(words)
        facts = sorted(label for label, value in self.knows.items() if value and _says(words, value))
        web.recorder.add(
            "said",
            at=self._said_at,
            channel="chat",
            touchpoint="chat",
            quote=words,
            sentence=f'Says: "{words}"',
            data={"words": len(words.split()), "facts": facts},
        )

    def _send(self, piece: str) -> float:
        """Write and send one piece; when it was sent, in seconds since the journey began."""
        box = window.box(self.web)
        if box is None:
            self.web.blocked("not-found", "We did not find the field to write a chat message in.")
        self.web.fill_at(box, "message", piece)
        if not self._own:
            self._heed_the_sign()  # it may have come while they were writing
        self._own.append(_plain(piece))
        window.send(self.web, box)
        return self.web.recorder.last_act()

    def hear(self, within: float | None = None) -> str:
        """The company's next reply, complete; "" when none comes while patience for one lasts."""
        web = self.web
        limit = web.conditions.member.patience.reply if within is None else within
        fresh = web.watch_for(self._fresh, limit, every=_LOOK)
        if not fresh:
            return ""
        self._noticed = web.recorder.now()
        news = self._complete()
        for message in news:
            self._note(message)
        return "\n".join(message.text for message in news)

    def reply(self) -> str:
        """What is said to the customer's last words, and not what crossed them; "" when nothing comes."""
        began = len(self._heard)
        while self.hear():
            answer = [heard for heard in self._heard[began:] if heard.at >= self._spoke_at]
            if answer and (answer[-1].at >= self._sent_at or not self._goes_on()):
                return "\n".join(heard.text for heard in answer)
        return ""

    def talk(self) -> bool:
        """Answer what is asked, from what the customer knows, until the matter is settled.

        True when the company said that it is done; the customer leaves when patience ends.
        """
        check_ins, restated = 0, 0
        for _ in range(_ROUNDS):
            self.web.check_patience()
            news = self.hear()
            if not news:
                if self._closed:
                    self._blocked_by_hours()
                if check_ins == _CHECK_INS:
                    limit = self.web.conditions.member.patience.reply
                    self.web.leave("reply", limit, limit, f"got no answer for {told(limit)}, three times")
                check_ins += 1
                self.say(voice.check_in(self.web.conditions.member))
                continue
            if self._settled(news):
                return True
            if self._heard[-1].at < self._spoke_at:
                continue  # a greeting that crossed our words is no answer to them
            reply = self._answer(news)
            if reply:
                self.say(reply)
            elif not self._still_coming(news):
                restated += 1
                self._insist(restated)
        self.web.leave("journey", _ROUNDS, _ROUNDS, "talked in circles")
        return False

    # ---- what to say -----------------------------------------------------------------------------

    def _answer(self, news: str) -> str:
        asked = sorted(facts_asked(news))
        known = {canonical(label): value for label, value in self.knows.items()}
        have = {label: known[label] for label in asked if label in known}
        if have:
            return voice.answer(self.web.conditions.member, have)
        if asked:
            return voice.does_not_know(self.web.conditions.member, asked[0])
        questions = [s for s in sentences(news) if s.rstrip().endswith("?")]
        if any(is_confirmation(q) for q in questions):
            return "Yes, that is right."
        if offers(news):
            return "No, thank you. I only want what I came for."
        if questions and _GREETING.search(news) and len(self._own) <= 1 and not self._own:
            return self.goal
        return ""

    def _still_coming(self, news: str) -> bool:
        """Whether somebody is on the way, or says more when one waits a little."""
        return bool(_COMING.search(news)) or self._goes_on()

    def _goes_on(self) -> bool:
        """Whether more is said when one waits a little."""
        return bool(self.web.watch_for(self._fresh, _MORE_TO_COME, every=_LOOK))

    def _insist(self, times: int) -> None:
        if times == 1:
            self.say(f"I want {self.goal}.")
        elif times == 2:
            self.web.allow(Level.person, "ask for a person")
            self.say("Can I talk to a person, please?")
        else:
            self.web.leave("repeats", 2, times, "was not understood")

    def _settled(self, news: str) -> bool:
        quote = settles(news)
        if not quote or does_not_know(quote):
            return False
        self.web.recorder.add(
            "resolved",
            at=self._heard[-1].at,
            channel="chat",
            touchpoint="chat",
            quote=self._in_roles(quote),
            sentence=f'Is told that it is done: "{self._in_roles(quote)}"',
            data={"by": "chat"},
        )
        if asks_for_more(news):
            self.say("No, thank you. That is all.")
        self.hear(within=_PARTING)
        return True

    # ---- what is heard ---------------------------------------------------------------------------

    def _complete(self) -> list[Heard]:
        """The new messages, once the last has come to rest and nobody is typing."""
        recorder = self.web.recorder
        began, before, still = recorder.now(), -1, recorder.now()
        limit = self.web.conditions.member.patience.reply
        while recorder.now() - began < limit:
            look = self._look() or {"messages": [], "typing": False}
            size = sum(len(m["text"]) for m in look["messages"])
            if size != before or look["typing"]:
                before, still = size, recorder.now()
            elif recorder.now() - still > _AT_REST:
                break
            self.web.page.wait_for_timeout(_LOOK)
        messages = self._theirs(self._messages()[self._counted :])
        self._counted = len(self._messages())
        return [Heard(m["who"], m["text"], self._when(m["text"])) for m in messages]

    def _note(self, heard: Heard) -> None:
        web, recorder = self.web, self.web.recorder
        self._notice_speaker(heard)
        said = self._said_at
        reply = said is not None and heard.at >= said  # a greeting that crossed our words is no answer
        since = max([h.at for h in self._heard[-1:]] + ([said] if said is not None else []), default=heard.at)
        self._heard.append(heard)
        if reply and heard.who:
            self._said_at = None
        words = self._in_roles(heard.text)
        who = self._role(heard.who)
        self._closed = "" if self._actor(heard.who) == "agent" else self._closed or says_closed(words)
        recorder.add(
            "heard",
            at=heard.at,
            actor=self._actor(heard.who),
            channel="chat",
            touchpoint="chat",
            waited=max(0.0, heard.at - since),
            human=web.conditions.member.pace.reading(len(words.split()), whole=True),
            quote=words,
            sentence=f'{who or "The chat"} says: "{words}"',
            data={
                "words": len(words.split()),
                "speaker": who,
                "reply": reply and bool(heard.who),
                "began": since,
            },
        )
        place = _WAITING_LINE.search(words)
        if place and not heard.who:
            number = next(n for n in place.groups() if n)
            recorder.add(
                "queue",
                at=heard.at,
                channel="chat",
                touchpoint="chat",
                sentence=f"Stands in a waiting line, number {number}.",
                data={"place": int(number)},
            )

    def _notice_speaker(self, heard: Heard) -> None:
        """Write down a hand-over when somebody else is speaking now."""
        if not heard.who or heard.who == self._speaker:
            return
        before, self._speaker = self._speaker, heard.who
        if before and not _BOT.search(heard.who):
            self.web.recorder.add(
                "transfer",
                at=heard.at,
                channel="chat",
                touchpoint="chat",
                sentence=f"Is passed on from {self._role(before)} to {self._role(heard.who)}.",
                data={"from": self._role(before), "to": self._role(heard.who), "asked": self._wanted_person},
            )
            self.web.allow(Level.person, "talk to a person")

    def _role(self, who: str) -> str:
        """What a speaker is called in a report: staff by role, never by name."""
        if not who or _BOT.search(who):
            return "The bot" if who else ""
        role = self._roles.setdefault(who, f"Agent {chr(ord('A') + len(self._roles))}")
        self.web.recorder.staff[who] = role
        return role

    def _actor(self, who: str) -> str:
        if not who:
            return "page"
        return "bot" if _BOT.search(who) else "agent"

    def _in_roles(self, text: str) -> str:
        for who, role in self._roles.items():
            text = re.sub(rf"\b{re.escape(who)}\b", role, text)
        return text

    def _when(self, text: str) -> float:
        """When a message could first be seen, by the page's own clock where it told."""
        first_line = text.split("\n", maxsplit=1)[0]
        seen = self.web.recorder.first_seen(first_line)
        # The page tells of the same words once: said again, they are heard when we noticed them.
        before = [heard.at for heard in self._heard if first_line in heard.text]
        stale = seen is None or (bool(before) and seen <= max(before))
        return self._noticed if stale or seen is None else seen

    def _fresh(self) -> bool | None:
        messages = self._messages()
        return True if self._theirs(messages[self._counted :]) else None

    def _theirs(self, messages: list[dict[str, str]]) -> list[dict[str, str]]:
        return [m for m in messages if m["who"].lower() not in _OURS and _plain(m["text"]) not in self._own]

    def _messages(self) -> list[dict[str, str]]:
        look = self._look()
        return list(look["messages"]) if look else []

    def _look(self) -> dict[str, Any] | None:
        return window.conversation(self.web, self._own)

    def _heed_the_sign(self) -> None:
        """Stop where the chat's window says that nobody is here now."""
        self._closed = window.closed_sign(self.web)
        if self._closed:
            self._blocked_by_hours()

    def _blocked_by_hours(self) -> NoReturn:
        self.web.blocked("closed", f'The chat is closed now: "{self._closed}"')


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _says(words: str, value: str) -> bool:
    """Whether a value is said by itself: the first name inside a mail address is not."""
    return bool(re.search(rf"(?<![\w@.+-]){re.escape(value)}(?![\w@+-]|\.\w)", words, re.IGNORECASE))
