"""The company's post: what it writes to whom and when, and what its pages may say about that.

For whoever serves a customer, with `house.post`; each returns at once, and the mail is there a moment later:

    order_confirmed(order, words)                  receipt with lines, total, delivery day and invoice
    ticket_received(to, name, number, message, by, words)
    return_label(to, started, order, back, words)  with the label as PDF; from the chat: in_chat=True
    refund_confirmed(to, order, amount, reference) from the chat, amount in pence (hundredths)
    newsletter_welcome(to, words)                  with the link that unsubscribes
    account_welcome(to, words)

`words` is the customer's language (`words_of(request)`), the company's own when it is left out.
`says(kind, words, email)` is the sentence a page says about the mail of that kind.
`follows_through` tells the chat whether what it promises by mail will come.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from cxprobe.demo.letters import Letter, mail_words, written
from cxprobe.demo.postman import Postman
from cxprobe.demo.promise import delivered_by
from cxprobe.demo.words import BRITAIN, Words, words_in

if TYPE_CHECKING:
    from cxprobe.demo.casebook import Return
    from cxprobe.demo.store import Order
    from cxprobe.demo.switches import Board

LATE = 20.0
"""Seconds by which a late mail is late, at the pace of people."""
_AT_ONCE = 10.0
"""Seconds within which a form that comes again was sent by a double click."""
_OTHER_DAY = 3  # days by which the mail's delivery is later, before working days are counted
_NOTES: Mapping[str, str] = {
    "ticket": "note_ticket",
    "return": "note_return",
    "newsletter": "note_newsletter",
    "account": "note_account",
}


class Post:
    """The post of one company. `shop` is its address, `board` its switches; mails lie in `mailbox`."""

    def __init__(
        self,
        mailbox: Path,
        board: Board,
        shop: str = "",
        *,
        language: str = "en",
        symbol: str = BRITAIN.symbol,
        speed: float = 1.0,
    ) -> None:
        self.postman = Postman(mailbox)
        self._written_about: set[str] = set()
        self._prepared = False
        self.subscribers: dict[str, tuple[str, str]] = {}
        self._welcomed: dict[str, float] = {}
        self._board = board
        self._shop = shop
        self._language, self._symbol = language, symbol
        self._speed = speed
        self._secret = secrets.token_bytes(16)

    # -- what is written to customers

    def order_confirmed(self, order: Order, words: Words | None = None) -> None:
        """The receipt of an order, with the invoice as PDF."""
        words = words or self._own_words
        say, told = words.plain, mail_words(words.language).plain
        day = self._day_in_mail(order.promised, words)
        more, net = self.invoice_terms()
        letter = Letter(
            order.contact.get("email", ""),
            told("order_subject", number=order.name),
            (
                say("thanks", name=order.contact.get("first_name", ""), number=order.name),
                f"{say('delivered_by', day=day)}.",
                told("order_attached"),
            ),
            name=order.contact.get("first_name", ""),
            order=order,
            links=(
                (told("order_see"), self._shop + self.invoice_path(order)),
                (say("track"), f"{self._shop}/track"),
            ),
        )

        def write() -> EmailMessage:
            from cxprobe.demo.papers import invoice

            paper = invoice(order, words, more=more, net=net)
            return self._written(letter, words, {f"{order.name}.pdf": paper})

        self._send(write)

    def ticket_received(
        self, to: str, name: str, number: str, message: str, by: date, words: Words | None = None
    ) -> None:
        """What a message became: its ticket, its words, and by when it is answered. Once for a ticket."""
        if not self._first_about(number):
            return
        words = words or self._own_words
        say, told = words.plain, mail_words(words.language).plain
        when = say("ticket_when", email=to, day=words.day(by))
        sentences = (say("ticket_thanks"), say("ticket_number", number=number), when, told("ticket_copy"))
        self._post(Letter(to, told("ticket_subject", number=number), sentences, name, quote=message), words)

    def return_label(
        self,
        to: str,
        started: Return,
        order: Order,
        back: int,
        words: Words | None = None,
        *,
        in_chat: bool = False,
    ) -> None:
        """The label of a return as PDF, and what will be paid back, in hundredths.

        Once for a return, and again whenever the chat promised it.
        """
        if not self._first_about(started.name) and not in_chat:
            return
        words = words or self._own_words
        say, told = words.plain, mail_words(words.language).plain
        letter = Letter(
            to,
            told("return_subject", number=started.name),
            (
                say("return_thanks", number=started.name),
                told("return_attached"),
                say("return_label_how"),
                say("return_promise", price=words.money(back)),
            ),
            order.contact.get("first_name", ""),
            links=((say("return_label"), f"{self._shop}/returns/{started.key}/label"),),
        )

        def write() -> EmailMessage:
            from cxprobe.demo.papers import label

            return self._written(letter, words, {f"{started.name}.pdf": label(started.name, order, words)})

        self._send(write, in_chat=in_chat)

    def refund_confirmed(
        self, to: str, order: Order, amount: int, reference: str = "", words: Words | None = None
    ) -> None:
        """That money is on its way back, as the chat said it would be; the amount in hundredths."""
        words = words or self._own_words
        told = mail_words(words.language).plain
        sentences = [told("refund_text", price=words.money(amount), number=order.name)]
        if reference:
            sentences.append(told("refund_reference", reference=reference))
        letter = Letter(
            to,
            told("refund_subject", number=order.name),
            sentences,
            order.contact.get("first_name", ""),
        )
        self._post(letter, words, in_chat=True)

    def newsletter_welcome(self, to: str, words: Words | None = None) -> None:
        """The welcome of a new subscriber, who can leave again with one click; one for a double click."""
        words = words or self._own_words
        told = mail_words(words.language).plain
        ticket, now = self._ticket_of(to), time.monotonic()
        twice = ticket in self.subscribers and now - self._welcomed[ticket] < _AT_ONCE
        self.subscribers[ticket] = (to, words.language)
        if twice:
            return
        self._welcomed[ticket] = now
        letter = Letter(
            to,
            told("newsletter_subject"),
            (told("newsletter_text"),),
            small=told("newsletter_why", email=to),
            unsubscribe=f"{self._shop}/newsletter/out/{ticket}",
        )
        self._post(letter, words)

    def account_welcome(self, to: str, words: Words | None = None) -> None:
        """That an account was made, and how to log in."""
        words = words or self._own_words
        told = mail_words(words.language).plain
        letter = Letter(
            to,
            told("account_subject"),
            (told("account_text", email=to),),
            links=((words.plain("account"), f"{self._shop}/account"),),
        )
        self._post(letter, words)

    # -- what pages may say

    def says(self, kind: str, words: Words, email: str = "") -> Markup:
        """What a page says about the mail of a kind: "order", "ticket", "return", "newsletter", "account".

        "hint" is what the checkout says beside the field for the e-mail address.
        """
        told, alike = mail_words(words.language), self._board.alike()
        if kind == "hint":
            hint: Markup = words("email_hint")
            return told("hint_no_mail") if "mail-never-sent" in alike else hint
        if "mail-never-sent" in alike:
            return told("no_mail")
        to = Markup("<bdi>{}</bdi>").format(email)
        if "mail-late" in alike:
            return told("slow", email=to)
        sent = words("receipt_sent", email=to) if kind == "order" else told(_NOTES[kind], email=to)
        return told("at_once", sent=sent.rstrip("."))

    @property
    def follows_through(self) -> bool:
        """Whether what is promised in the chat is done."""
        return "poor-follow-through" not in self._board.in_force()

    # -- invoices

    def invoice_terms(self) -> tuple[int, bool]:
        """What an invoice asks for beyond the bill, in hundredths, and whether it tells net and gross."""
        more = 100 if "invoice-mismatch" in self._board.in_force() else 0
        return more, "invoice-mismatch" in self._board.alike()

    def invoice_path(self, order: Order) -> str:
        """Where the invoice lies as PDF, with the key that opens it to whoever holds the address."""
        return f"/invoice/{order.name}.pdf?key={self.key_of(order.name)}"

    def key_of(self, name: str) -> str:
        """The key that opens a paper."""
        return hmac.new(self._secret, name.encode(), hashlib.sha256).hexdigest()[:24]

    # -- opening and closing

    def prepare(self) -> None:
        """Have the printer warm before the first order comes; returns at once, and does so only once."""
        if not self._prepared:
            self._prepared = True
            self.postman.prepare(_warm_up)

    def close(self) -> None:
        """Carry nothing more."""
        self.postman.close()

    # -- within

    @property
    def _own_words(self) -> Words:
        return words_in(self._language, self._symbol)

    def _day_in_mail(self, promised: date, words: Words) -> str:
        if "mail-other-day" in self._board.in_force():
            return words.day(delivered_by(promised + timedelta(days=_OTHER_DAY)))
        if "mail-other-day" in self._board.alike():
            return f"{words.day(promised).split()[0].rstrip(',')}, {words.date(promised)}"
        return words.day(promised)

    def _first_about(self, number: str) -> bool:
        known = number in self._written_about
        self._written_about.add(number)
        return not known

    def _ticket_of(self, email: str) -> str:
        """The address that a subscriber leaves by: the same one, however often somebody signs up."""
        known = [ticket for ticket, (to, _) in self.subscribers.items() if to.casefold() == email.casefold()]
        return known[0] if known else secrets.token_urlsafe(12)

    def _post(self, letter: Letter, words: Words, *, in_chat: bool = False) -> None:
        self._send(lambda: self._written(letter, words), in_chat=in_chat)

    def _written(
        self, letter: Letter, words: Words, papers: Mapping[str, bytes] | None = None
    ) -> EmailMessage:
        return written(letter, words, self._shop, papers or {})

    def _send(self, write: Callable[[], EmailMessage], *, in_chat: bool = False) -> None:
        """Hand a letter to the postman, now or later, or to nobody; asked while the customer is served."""
        thrown, alike = self._board.in_force(), self._board.alike()
        if "mail-never-sent" in thrown | alike or (in_chat and not self.follows_through):
            return
        late = "mail-late" in thrown | alike
        self.postman.carry(write, LATE / self._speed if late else 0.0)


def _warm_up() -> None:
    import cxprobe.demo.papers  # noqa: F401  the first time takes half a second
