"""The company's mails as they are written: a subject, some sentences, a bill; as text and as HTML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from cxprobe.demo.money import Bill, Line
from cxprobe.demo.postman import DOMAIN
from cxprobe.demo.promise import now
from cxprobe.demo.store import Order
from cxprobe.demo.words import Words

SENDER = Address("Kettle & Co", "hello", DOMAIN)
_HERE = Path(__file__).parent


class MailWords:
    """One language's sentences about mails and papers; called with a key it gives markup, like Words."""

    def __init__(self, language: str) -> None:
        table = tomllib.loads((_HERE / "languages" / "mails" / f"{language}.toml").read_text("utf-8"))
        self.sentences: Mapping[str, str] = table

    def __call__(self, key: str, **values: object) -> Markup:
        """The sentence as markup; values that are not markup are escaped."""
        return escape(self.sentences[key]).format(**values)

    def plain(self, key: str, **values: object) -> str:
        """The sentence as plain text."""
        return self.sentences[key].format(**values)


@cache
def mail_words(language: str) -> MailWords:
    """The sentences about mails in a language (one of LANGUAGES)."""
    return MailWords(language)


@dataclass(frozen=True)
class Letter:
    """What a mail says: plain sentences, and links as (words, address).

    A letter about an order shows its lines and its bill; `unsubscribe` is the address that ends a
    newsletter, by one click too (RFC 8058).
    """

    to: str
    subject: str
    sentences: Sequence[str]
    name: str = ""
    order: Order | None = None
    links: Sequence[tuple[str, str]] = ()
    quote: str = ""
    small: str = ""
    unsubscribe: str = ""


def written(letter: Letter, words: Words, shop: str, papers: Mapping[str, bytes]) -> EmailMessage:
    """The mail to send: text and HTML side by side, papers (PDFs by their names) attached.

    `shop` is where links lead to. ValueError when nobody can be written to at that address.
    """
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = SENDER, _address(letter.to), letter.subject
    mail["Date"], mail["Message-ID"] = format_datetime(now()), make_msgid(domain=DOMAIN)
    if letter.unsubscribe:
        mail["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    said = _said(letter, words, shop)
    mail.set_content(_pages().get_template("letter.txt").render(said))
    mail.add_alternative(_pages().get_template("letter.html").render(said), subtype="html")
    for name, paper in papers.items():
        mail.add_attachment(paper, maintype="application", subtype="pdf", filename=name)
    mail["Content-Language"] = words.tag
    return mail


def lines_told(lines: Sequence[Line], words: Words) -> list[tuple[str, str, str]]:
    """Each line of an order: how many of what, in which colour and size, and its price."""
    return [
        (f"{line.quantity} × {words.title(line.product)}", choice_told(line, words), words.money(line.price))
        for line in lines
    ]


def choice_told(line: Line, words: Words) -> str:
    """'Colour: Forest green, Size: M', or empty."""
    if not line.choice:
        return ""
    colour, size = line.choice.split("/")
    return f"{words.plain('colour')}: {words.plain(colour)}, {words.plain('size')}: {size}"


def sums_told(bill: Bill, words: Words, *, more: int = 0, net: bool = False) -> list[tuple[str, str]]:
    """The rows under the lines, from the subtotal down to the total and the VAT within it.

    `more` is what an invoice asks for beyond the bill, in hundredths; `net` tells net, VAT and gross.
    """
    say = words.plain
    rows = [(say("subtotal"), words.money(bill.subtotal))]
    if bill.discount:
        rows.append((say("discount", code=bill.promo), f"−{words.money(bill.discount)}"))
    if bill.week:
        rows.append((say("week_line"), f"−{words.money(bill.week)}"))
    rows.append((say("delivery"), words.money(bill.delivery) if bill.delivery else say("free")))
    if bill.care:
        rows.append((say("care"), words.money(bill.care)))
    total, percent = words.money(bill.total + more), bill.vat_percent
    if not net:
        return [*rows, (say("total"), total), (say("vat", percent=percent), words.money(bill.vat))]
    vat = (say("plus_vat", percent=percent), words.money(bill.vat))
    return [*rows, (say("net"), words.money(bill.net)), vat, (say("gross"), total)]


def _said(letter: Letter, words: Words, shop: str) -> dict[str, Any]:
    order = letter.order
    return {
        "letter": letter,
        "t": words,
        "m": mail_words(words.language),
        "shop": shop,
        "lines": lines_told(order.lines, words) if order else [],
        "sums": sums_told(order.bill, words) if order else [],
    }


def _address(email: str) -> Address:
    user, _, domain = email.rpartition("@")
    if not user or not domain:
        raise ValueError(f"Nobody can be written to at {email!r}.")
    return Address(username=user, domain=domain)


@cache
def _pages() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates" / "mail"),
        autoescape=jinja2.select_autoescape(["html"]),
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
