"""After the sale: tracking, returns, help, delivery information, contact, accounts and invoices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cxprobe.demo import forms
from cxprobe.demo.casebook import Return
from cxprobe.demo.letters import mail_words
from cxprobe.demo.money import FREE_DELIVERY_FROM, METHODS
from cxprobe.demo.papers import SELLER, VAT_NUMBER
from cxprobe.demo.promise import comes_on, delivered_by, today, working_day_before
from cxprobe.demo.site import go, house_of, not_found, page, posted, visitor_of, words_of
from cxprobe.demo.store import SAMPLE_ORDER, Order

RETURN_DAYS = 30
LONG_AGO = 45  # days since the delivery of an order that cannot be sent back any more
REASONS = ("broken", "wrong", "mind", "late")
SUBJECTS = ("order", "product", "other")
_SHORTEST_PASSWORD = 8
_LONGEST = 4000


async def helping(request: Request) -> Response:
    """Questions that are often asked, and where to go with others."""
    return page(request, "help.html", **_terms(request))


async def shipping(request: Request) -> Response:
    """How long delivery takes, what it costs and where it goes."""
    return page(request, "shipping.html", **_terms(request))


async def track(request: Request) -> Response:
    """Where an order is: with its number and e-mail address, without logging in."""
    if request.method == "GET":
        return page(request, "track.html", values=dict(request.query_params), errors={})
    order, values, errors = await _asked_order(request)
    if order is None:
        return page(request, "track.html", values=values, errors=errors)
    if "tracking-dead" in house_of(request).switches:
        return page(
            request, "track.html", 503, values=values, errors={}, trouble=words_of(request)("tracking_down")
        )
    comes = _comes(request, order)
    return page(
        request,
        "track.html",
        values=values,
        errors={},
        order=order,
        stage=_stage(order),
        comes=comes,
        earlier=comes < order.promised,
        not_yet="tracking-dead" in house_of(request).alike and not order.delivered,
    )


def _comes(request: Request, order: Order) -> date:
    """The day on which an order comes, as tracking tells it."""
    house = house_of(request)
    return order.promised if order.delivered else comes_on(order.promised, house.switches, house.alike)


def _stage(order: Order) -> str:
    if order.delivered:
        return "delivered"
    return "packing" if order.placed.date() >= today() else "way"


async def returns(request: Request) -> Response:
    """The returns policy, and the form that starts a return."""
    if request.method == "GET":
        return page(request, "returns.html", values={}, errors={})
    order, values, errors = await _asked_order(request)
    if values["reason"] not in REASONS:
        errors = errors | {"reason": words_of(request).plain("need_reason")}
    if order is None or errors:
        return page(request, "returns.html", values=values, errors=errors)
    refusal = _refusal(request, order)
    if refusal:
        return page(request, "returns.html", values=values, errors={}, trouble=refusal)
    house = house_of(request)
    started = house.store.cases.open_return(order.number, values["reason"])
    house.post.return_label(values["email"], started, order, _back(started, order), words_of(request))
    return go(f"/returns/{started.key}")


def _back(started: Return, order: Order) -> int:
    """What is paid back, in hundredths: the delivery too, where it was our doing."""
    ours = started.reason in {"broken", "wrong"}
    return order.bill.total if ours else order.bill.total - order.bill.delivery


def _refusal(request: Request, order: Order) -> str:
    """The sentence that refuses a return, '' when it is accepted."""
    words = words_of(request)
    if "return-refused" in house_of(request).switches:
        return words.plain("return_refused")
    if order.delivered and today() > order.delivered + timedelta(days=RETURN_DAYS):
        return words.plain("return_late_on", day=words.day(order.delivered))
    return ""


async def returned(request: Request) -> Response:
    """A return that was started: its number, its label and what is paid back."""
    return await _about_return(request, "returned.html")


async def label(request: Request) -> Response:
    """The label to print."""
    return await _about_return(request, "label.html")


async def _about_return(request: Request, template: str) -> Response:
    store = house_of(request).store
    started = store.cases.return_by(request.path_params["key"])
    order = store.order(started.order_number) if started else None
    if started is None or order is None:
        return await not_found(request, LookupError())
    return page(request, template, started=started, order=order, back=_back(started, order))


async def contact(request: Request) -> Response:
    """A form that makes a ticket."""
    if request.method == "GET":
        return page(request, "message.html", values={}, errors={})
    values = _tidied(await posted(request), ("name", "email", "subject", "message"))
    errors = _contact_errors(request, values)
    if errors:
        return page(request, "message.html", values=values, errors=errors)
    house = house_of(request)
    number = house.store.cases.open_ticket(visitor_of(request), *values.values())
    by = delivered_by(today(), "express")
    house.post.ticket_received(
        values["email"], values["name"], number, values["message"], by, words_of(request)
    )
    return page(request, "ticket.html", number=number, email=values["email"], by=by)


def _contact_errors(request: Request, values: Mapping[str, str]) -> forms.Errors:
    say = words_of(request).plain
    errors = {name: say(f"need_{name}") for name in ("name", "message") if not values[name]}
    if not forms.is_email(values["email"]):
        errors["email"] = say("bad_email")
    return {name: errors[name] for name in values if name in errors}


async def account(request: Request) -> Response:
    """The orders of who is logged in; for others the ways in."""
    store = house_of(request).store
    email = store.cases.account_of(visitor_of(request))
    if not email:
        return page(request, "account.html", values={}, errors={})
    orders, fresh = store.orders_with(email)[::-1], "new" in request.query_params
    return page(request, "account.html", email=email, orders=orders, fresh=fresh)


async def enter(request: Request) -> Response:
    """Log in, create an account, or log out."""
    way, sent = request.path_params["way"], await posted(request)
    cases, visitor, say = house_of(request).store.cases, visitor_of(request), words_of(request).plain
    if way == "out":
        cases.log_out(visitor)
        return go("/account")
    email, password = sent.get("email", "").strip(), sent.get("password", "")[:200]
    error = ""
    if way == "new":
        error = _refused_account(email, password) or (
            "" if cases.create_account(visitor, email, password) else "email_taken"
        )
    elif not cases.log_in(visitor, email, password):
        error = "bad_log_in"
    if not error and way == "new":
        house_of(request).post.account_welcome(email, words_of(request))
        return go("/account?new=1")
    if not error:
        return go("/account")
    said = {"way": way, "values": {"email": email}, "errors": {}, "trouble": say(error)}
    return page(request, "account.html", **said)


def _refused_account(email: str, password: str) -> str:
    if not forms.is_email(email):
        return "bad_email"
    return "bad_password" if len(password) < _SHORTEST_PASSWORD else ""


async def ask_invoice(request: Request) -> Response:
    """The invoice of an order, for who knows its number and e-mail address."""
    if request.method == "GET":
        return page(request, "ask-invoice.html", values={}, errors={})
    order, values, errors = await _asked_order(request)
    if order is None:
        return page(request, "ask-invoice.html", values=values, errors=errors)
    return _invoice(request, order)


async def invoice(request: Request) -> Response:
    """The invoice of an order, for the browser or the account that placed it."""
    store, visitor = house_of(request).store, visitor_of(request)
    email = store.cases.account_of(visitor)
    mine = [*store.orders(visitor), *(store.orders_with(email) if email else ())]
    order = next((order for order in mine if order.name == request.path_params["name"]), None)
    order = _as_told(request, order)
    return _invoice(request, order) if order else await not_found(request, LookupError())


def _invoice(request: Request, order: Order) -> Response:
    more = 100 if "invoice-mismatch" in house_of(request).switches else 0
    pdf = house_of(request).post.invoice_path(order)
    told = mail_words(words_of(request).language).plain
    sold = {"seller": SELLER, "vat_number": VAT_NUMBER}
    return page(request, "invoice.html", order=order, more=more, pdf=pdf, told=told, sold=sold)


async def _asked_order(request: Request) -> tuple[Order | None, dict[str, str], forms.Errors]:
    """The order that a form names, the form's fields, and what is wrong with them."""
    values = _tidied(await posted(request), ("order_number", "email", "reason"))
    say = words_of(request).plain
    errors: forms.Errors = {}
    if not any(c.isdigit() for c in values["order_number"]):
        errors["order_number"] = say("need_number")
    if not forms.is_email(values["email"]):
        errors["email"] = say("bad_email")
    if errors:
        return None, values, errors
    order = _as_told(request, house_of(request).store.order_of(values["order_number"], values["email"]))
    if order is None:
        errors["order_number"] = say("order_unknown", number=values["order_number"])
    return order, values, errors


def _as_told(request: Request, order: Order | None) -> Order | None:
    """An order as the pages tell it; the sample order may have been delivered long ago."""
    if order is None or order.number != SAMPLE_ORDER or "return-refused" not in house_of(request).alike:
        return order
    delivered = working_day_before(today(), LONG_AGO)
    placed = order.placed - (today() - delivered)
    return replace(order, placed=placed, promised=delivered, delivered=delivered)


def _tidied(sent: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: value[:_LONGEST] for name, value in forms.tidy(sent, names).items()}


def _terms(request: Request) -> dict[str, Any]:
    """What delivery costs and when it comes, as the pages say it."""
    rate, words = house_of(request).market.rate, words_of(request)
    prices = {way: words.money(price * rate) for way, price in METHODS.items()}
    free = words.money(FREE_DELIVERY_FROM * rate)
    return {"prices": prices, "free_from": free, "by": delivered_by(today())}


_BOTH = ["GET", "POST"]
ROUTES = [
    Route("/help", helping),
    Route("/delivery", shipping),
    Route("/track", track, methods=_BOTH),
    Route("/returns", returns, methods=_BOTH),
    Route("/returns/{key}", returned),
    Route("/returns/{key}/label", label),
    Route("/contact", contact, methods=_BOTH),
    Route("/account", account),
    Route("/account/{way:str}", enter, methods=["POST"]),
    Route("/invoice", ask_invoice, methods=_BOTH),
    Route("/order/{name}/invoice", invoice),
]
