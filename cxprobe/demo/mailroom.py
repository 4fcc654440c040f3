"""The pages of the post: invoices as PDF, the newsletter's way in and out, the outbox of what was sent."""

from __future__ import annotations

import asyncio
import mailbox
import secrets
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from cxprobe.demo import forms
from cxprobe.demo.letters import mail_words
from cxprobe.demo.site import house_of, not_found, page, posted, visitor_of, words_of
from cxprobe.demo.store import Order

_AT_MOST = 500  # mails on the outbox page, the newest
_MOST_DIGITS = 9  # of an order's number


@dataclass(frozen=True)
class Sent:
    """A mail in the outbox: its key, its headers, its text, and the names of what is attached."""

    key: str
    to: str
    subject: str
    at: str
    text: str
    html: str
    papers: tuple[str, ...]


async def invoice_pdf(request: Request) -> Response:
    """An order's invoice as PDF, for who placed it, or who holds the address with its key."""
    house, name = house_of(request), request.path_params["name"]
    order = _order(request, name)
    if order is None:
        return await not_found(request, LookupError())
    from cxprobe.demo.papers import invoice

    more, net = house.post.invoice_terms()
    paper = await asyncio.to_thread(invoice, order, words_of(request), more=more, net=net)
    shown = {"Cache-Control": "no-store", "Content-Disposition": f'inline; filename="{order.name}.pdf"'}
    return Response(paper, media_type="application/pdf", headers=shown)


def _order(request: Request, name: str) -> Order | None:
    """The order that a name or an invoice's number stands for, if this visitor may see it."""
    house, visitor = house_of(request), visitor_of(request)
    digits = name.upper().removeprefix("KC-").removeprefix("IN-")
    fits = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    order = house.store.order(int(digits)) if fits else None
    if order is None:
        return None
    key = request.query_params.get("key", "").encode()
    if secrets.compare_digest(key, house.post.key_of(order.name).encode()):
        return order
    email = house.store.cases.account_of(visitor)
    mine = [*house.store.orders(visitor), *(house.store.orders_with(email) if email else ())]
    return order if order.number in {each.number for each in mine} else None


async def newsletter(request: Request) -> Response:
    """The form that signs up for the newsletter, and what came of it."""
    if request.method == "GET":
        return _newsletter_page(request)
    email = forms.tidy(await posted(request), ("email",))["email"][:254]
    if not forms.is_email(email):
        return _newsletter_page(request, typed=email, error=words_of(request).plain("bad_email"))
    words, post = words_of(request), house_of(request).post
    post.newsletter_welcome(email, words)
    return _newsletter_page(request, email=email, note=post.says("newsletter", words, email))


async def leave(request: Request) -> Response:
    """The end of the newsletter: a page with one button, or one click of a mail program (RFC 8058)."""
    post, ticket = house_of(request).post, request.path_params["ticket"]
    email, _ = post.subscribers.get(ticket, ("", ""))
    if request.method == "POST":
        post.subscribers.pop(ticket, None)
    asks = bool(email) and request.method == "GET"
    return page(request, "newsletter-out.html", m=_told(request), email=email, asks=asks)


def _newsletter_page(
    request: Request, *, email: str = "", typed: str = "", error: str = "", note: str = ""
) -> Response:
    return page(
        request, "newsletter.html", m=_told(request), email=email, note=note, values={"email": typed},
        errors={"email": error} if error else {},
    )  # fmt: skip


def _told(request: Request) -> object:
    return mail_words(words_of(request).language)


async def outbox(request: Request) -> Response:
    """Every mail that was sent, the newest first."""
    house = house_of(request)
    mails = await asyncio.to_thread(_sent, house.post.postman.mailbox)
    return _office(request, "outbox.html", mails=mails[:_AT_MOST], count=len(mails))


async def one_mail(request: Request) -> Response:
    """One mail as it was sent: who it went to, its words, its HTML as source, what is attached."""
    found = _opened(request)
    if found is None:
        return await not_found(request, LookupError())
    return _office(request, "outbox-mail.html", mail=_told_of(*found))


async def one_paper(request: Request) -> Response:
    """A paper that was attached to a mail."""
    found = _opened(request)
    papers = list(found[1].iter_attachments()) if found else []
    paper = next((each for each in papers if each.get_filename() == request.path_params["name"]), None)
    if paper is None:
        return await not_found(request, LookupError())
    return Response(paper.get_content(), media_type=paper.get_content_type())


def _office(request: Request, template: str, **said: object) -> HTMLResponse:
    html = house_of(request).pages.get_template(template).render(**said)
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def _sent(folder: Path) -> list[Sent]:
    box = mailbox.Maildir(folder, create=False)
    keys = sorted(box.keys(), key=lambda key: _when(folder, key), reverse=True)
    return [_told_of(key, _parsed(box.get_bytes(key))) for key in keys]


def _when(folder: Path, key: str) -> float:
    """When a mail came in, in the order in which they did."""
    found = [file.stat().st_mtime_ns for name in ("new", "cur") for file in (folder / name).glob(f"{key}*")]
    return max(found, default=0)


def _opened(request: Request) -> tuple[str, EmailMessage] | None:
    key = request.path_params["key"]
    box = mailbox.Maildir(house_of(request).post.postman.mailbox, create=False)
    return (key, _parsed(box.get_bytes(key))) if key in box else None


def _parsed(source: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(source)


def _told_of(key: str, mail: EmailMessage) -> Sent:
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    return Sent(
        key,
        str(mail["To"]),
        str(mail["Subject"]),
        str(mail["Date"]),
        text.get_content() if text else "",
        html.get_content() if html else "",
        tuple(each.get_filename() or "" for each in mail.iter_attachments()),
    )


_BOTH = ["GET", "POST"]
ROUTES = [
    Route("/invoice/{name}.pdf", invoice_pdf),
    Route("/newsletter", newsletter, methods=_BOTH),
    Route("/newsletter/out/{ticket}", leave, methods=_BOTH),
    Route("/outbox", outbox),
    Route("/outbox/{key}", one_mail),
    Route("/outbox/{key}/{name}", one_paper),
]
