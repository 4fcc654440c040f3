"""The till: guest checkout in three steps, a payment that happens once, and the confirmation."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from weakref import WeakValueDictionary

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cxprobe.demo import forms
from cxprobe.demo.money import KETTLE_CARE, METHODS, Bill, Line, delivery_price
from cxprobe.demo.promise import delivered_by, today
from cxprobe.demo.site import PIECE, broke, go, house_of, not_found, page, posted, visitor_of, words_of
from cxprobe.demo.store import Checkout, Order, Step

PAYMENT_TAKES = 0.15  # seconds at the bank
STEP_TAKES = 0.25  # seconds to a step of the single-page checkout
_LATER = 3  # days by which a broken promise of delivery is later, before working days are counted
_ONE_AT_A_TIME: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
_STEPS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "contact": (forms.CONTACT, "/checkout/delivery"),
    "delivery": (forms.DELIVERY, "/checkout/payment"),
}


async def start(request: Request) -> Response:
    """The first step; or the one page of a single-page checkout, whose script asks for the steps."""
    if not _one_page(request):
        return go("/checkout/contact")
    if PIECE in request.headers:
        return go("/checkout/payment")  # which leads to the first step that is missing
    store, visitor = house_of(request).store, visitor_of(request)
    if not store.lines(visitor) and not store.orders(visitor):
        return go("/basket")
    return page(request, "checkout.html")


async def check(request: Request) -> Response:
    """What is wrong with a step as typed so far, by field."""
    name = request.path_params["name"]
    if name not in _STEPS:
        return await not_found(request, LookupError())
    values = forms.tidy(await posted(request), _STEPS[name][0])
    return JSONResponse({"errors": _errors_in(request, name, values)}, headers={"Cache-Control": "no-store"})


def _errors_in(request: Request, name: str, values: Mapping[str, str]) -> forms.Errors:
    words = words_of(request)
    if name == "delivery":
        return forms.delivery_errors(values, words)
    strict = "hidden-rule" in house_of(request).switches and request.method == "POST"
    return forms.contact_errors(values, words, strict_phone=strict)


def _one_page(request: Request) -> bool:
    return house_of(request).fittings.checkout == "single-page"


async def show_contact(request: Request) -> Response:
    """Step 1 of 3: who is buying."""
    return await _whole_page(request) or _elsewhere(request, "contact") or _show_step(request, "contact")


async def show_delivery(request: Request) -> Response:
    """Step 2 of 3: where to, and how fast."""
    return await _whole_page(request) or _elsewhere(request, "delivery") or _show_step(request, "delivery")


async def send_contact(request: Request) -> Response:
    """Keep step 1 and go on, or show what is wrong."""
    return await _send_step(request, "contact")


async def send_delivery(request: Request) -> Response:
    """Keep step 2 and go on, or show what is wrong."""
    return await _send_step(request, "delivery")


async def show_payment(request: Request) -> Response:
    """Step 3 of 3: the card, and what it will be charged."""
    aside = await _whole_page(request) or _elsewhere(request, "payment")
    return aside or _payment_page(request, _open_checkout(request))


async def _whole_page(request: Request) -> Response | None:
    """In a single-page checkout: the page around the steps, for who did not ask for a step alone."""
    if not _one_page(request):
        return None
    if PIECE not in request.headers:
        return go("/checkout")
    await asyncio.sleep(STEP_TAKES)
    return None


async def pay(request: Request) -> Response:
    """Take the payment, once for every checkout, and go to the confirmation."""
    house, visitor, sent = house_of(request), visitor_of(request), await posted(request)
    repeats = "double-order" in house.switches
    checkout = house.store.checkout_of(sent.get("checkout", ""), visitor)
    if checkout is None:
        return _gone(request, "/basket")
    done = house.store.order_paid_by(checkout.token, visitor)
    if done and not repeats:
        return _gone(request, _thanks(done) + _again(request, checkout))
    lines = done.lines if done else house.store.lines(visitor)
    promo = done.bill.promo if done else house.store.promo(visitor)[0]
    if not lines or not (checkout.contact.right and checkout.delivery.right):
        return _gone(request, "/checkout/payment")
    owed = house.bill(lines, promo, _method(checkout), care="care" in sent)
    if house.vault is not None:
        sent = sent | house.vault.card(checkout.token)
    refused = _refused(request, checkout, sent)
    return refused or await _charge(request, checkout, lines, owed, once=not repeats)


async def thanks(request: Request) -> Response:
    """The confirmation, for the browser that placed the order."""
    mine = house_of(request).store.orders(visitor_of(request))
    shown = next((order for order in mine if order.name == request.path_params["name"]), None)
    if shown is None:
        return await not_found(request, LookupError())
    recent = [order for order in mine if order.placed.date() == today()]
    said = {"earlier": _comes_earlier(request, shown), "again": "again" in request.query_params}
    told = house_of(request).store.cases.feedback_on(shown.number)
    return page(request, "thanks.html", order=shown, today=recent, told=told, **said)


async def wait(request: Request) -> Response:
    """That a payment went through, while the order is being written down."""
    return page(request, "wait.html", onward=f"/order/{request.path_params['name']}/thanks")


async def _charge(
    request: Request, checkout: Checkout, lines: tuple[Line, ...], owed: Bill, *, once: bool
) -> Response:
    store, visitor = house_of(request).store, visitor_of(request)
    promised = _promised(request, checkout)
    # A lock nobody else holds lets every press through; the token's own lets one through at a time.
    lock = _ONE_AT_A_TIME.setdefault(checkout.token, asyncio.Lock()) if once else asyncio.Lock()
    second = lock.locked()
    losing = second and "order-lost" in house_of(request).switches and _apostrophe_in(checkout)
    async with lock:
        done = store.order_paid_by(checkout.token, visitor) if once else None
        if done is None:
            await asyncio.sleep(PAYMENT_TAKES)
            done = store.place_order(visitor, checkout, lines, owed, promised)
            if "paid-page-lost" in house_of(request).switches:
                return await broke(request, LookupError())
            house_of(request).post.order_confirmed(done, words_of(request))
        elif losing:
            store.lose_order(done)
            return await broke(request, LookupError())
    if "paid-page-lost" in house_of(request).alike:
        return _gone(request, f"/order/{done.name}/wait")
    return _gone(request, _thanks(done) + (_again(request, checkout) if second else ""))


def _promised(request: Request, checkout: Checkout) -> date:
    """The day of delivery that the confirmation tells."""
    house, day = house_of(request), delivered_by(today(), _method(checkout))
    if "delivery-mismatch" in house.switches:
        return delivered_by(day + timedelta(days=_LATER))
    return delivered_by(today(), "express") if "delivery-mismatch" in house.alike else day


def _comes_earlier(request: Request, order: Order) -> bool:
    """Whether an order comes before the day that its checkout told."""
    told = delivered_by(order.placed.date(), order.delivery.get("method", "standard"))
    return "delivery-mismatch" in house_of(request).alike and order.promised < told


def _again(request: Request, checkout: Checkout) -> str:
    """What the confirmation's address says after a second press, where it speaks of that."""
    alike = house_of(request).alike
    told = "double-order" in alike or ("order-lost" in alike and _apostrophe_in(checkout))
    return "?again=yes" if told else ""


def _apostrophe_in(checkout: Checkout) -> bool:
    """Whether somebody has an apostrophe in the name."""
    name = f"{checkout.contact.values.get('first_name')} {checkout.contact.values.get('last_name')}"
    return bool(re.search("['\u2019]", name))


def _refused(request: Request, checkout: Checkout, sent: Mapping[str, str]) -> Response | None:
    """The payment page with the reason, when the payment cannot be taken."""
    house, words = house_of(request), words_of(request)
    if _forgets_now(request):
        return _payment_page(request, checkout, trouble=words.plain("check_details"))
    typed = forms.tidy(sent, forms.PAYMENT + forms.BILLING)
    billing = None if "billing_same" in sent else typed
    errors = forms.payment_errors(typed, today(), billing=billing, words=words)
    if errors:
        return _payment_page(request, checkout, sent, errors)
    if "payment-outage" in house.switches:
        return _payment_page(request, checkout, sent, status=503, trouble=words.plain("outage"))
    if forms.digits(typed["card_number"]) == forms.DECLINED_CARD:
        return _payment_page(request, checkout, sent, {"card_number": words.plain("declined")})
    return None


def _payment_page(
    request: Request,
    checkout: Checkout,
    sent: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    *,
    status: int = 200,
    trouble: str = "",
) -> Response:
    """The payment step. Card details are shown back only in the answer to what was sent, never kept."""
    house, visitor = house_of(request), visitor_of(request)
    lines, code, method = house.store.lines(visitor), house.store.promo(visitor)[0], _method(checkout)
    fresh = sent is None or _forgets(request)
    ticked = "pushy-selling" in house.switches
    offers_care = ticked or "pushy-selling" in house.alike
    care = offers_care and ((fresh and ticked) or "care" in (sent or {}))
    card_again = bool(errors or trouble) and "form-forgets" in house.alike
    return page(
        request,
        "payment.html",
        status,
        checkout=checkout,
        lines=lines,
        values={} if fresh else _kept(sent, card_again=card_again),
        card_again=card_again,
        pause=_next_sunday() if "payment-outage" in house.alike else None,
        billing_same=fresh or "billing_same" in (sent or {}),
        errors=errors or {},
        trouble=trouble,
        bill=house.bill(lines, code, method, care=care),
        bill_with_care=house.bill(lines, code, method, care=True),
        bill_without_care=house.bill(lines, code, method),
        offers_care=offers_care,
        care=care,
        care_price=KETTLE_CARE * house.market.rate,
        patient=not (house.switches | house.alike) & {"double-order", "order-lost"},
        by=delivered_by(today(), method),
        vault=house.vault,
    )


def _kept(sent: Mapping[str, str] | None, *, card_again: bool) -> dict[str, str]:
    """What is shown back of what was typed."""
    return {
        name: typed
        for name, typed in (sent or {}).items()
        if not (card_again and name in {"card_number", "expiry", "code"})
    }


def _next_sunday() -> date:
    """A Sunday, and never today."""
    return today() + timedelta(days=6 - today().weekday() or 7)


def _show_step(request: Request, name: str) -> Response:
    store, checkout = house_of(request).store, _open_checkout(request)
    step: Step = getattr(checkout, name)
    house_of(request).post.prepare()
    if _forgets(request):
        store.keep_step(checkout.token, name, Step({}))
        step = Step({}, errors=step.errors)
    elif step.errors:
        store.keep_step(checkout.token, name, Step(step.values, step.right))
    errors = dict(step.errors or {})
    trouble = errors.pop("", "")
    return page(
        request,
        f"{name}.html",
        values=step.values,
        errors=errors,
        trouble=trouble,
        name=name,
        kept="back-forgets" in house_of(request).alike and "forgotten" in request.cookies,
        method=_method(checkout),
        prices=_delivery_prices(request),
        by={way: delivered_by(today(), way) for way in METHODS},
    )


async def _send_step(request: Request, name: str) -> Response:
    sent = await posted(request)
    elsewhere = _elsewhere(request, name)
    if elsewhere is not None:
        return elsewhere
    fields, onward = _STEPS[name]
    checkout, values = _open_checkout(request), forms.tidy(sent, fields)
    if "phone" in values and "hidden-rule" in house_of(request).alike:
        values["phone"] = values["phone"].replace(" ", "")
    forgotten = {"": words_of(request).plain("check_details")} if _forgets_now(request) else None
    errors = forgotten or _errors_in(request, name, values)
    house_of(request).store.keep_step(checkout.token, name, Step(values, not errors, errors or None))
    return go(f"/checkout/{name}" if errors else onward)


def _elsewhere(request: Request, name: str) -> Response | None:
    """Where to send somebody who cannot be at this step: no goods, or an earlier step is missing."""
    store, visitor = house_of(request).store, visitor_of(request)
    if not store.lines(visitor):
        mine = store.orders(visitor)
        return go(_thanks(mine[-1]) if mine else "/basket")
    checkout = _open_checkout(request)
    if name != "contact" and not checkout.contact.right:
        return go("/checkout/contact")
    if name == "payment" and not checkout.delivery.right:
        return go("/checkout/delivery")
    return None


def _forgets(request: Request) -> bool:
    switches = house_of(request).switches
    return "form-forgets" in switches or ("back-forgets" in switches and "forgotten" in request.cookies)


def _forgets_now(request: Request) -> bool:
    return _forgets(request) and house_of(request).store.first_submission(visitor_of(request))


def _open_checkout(request: Request) -> Checkout:
    return house_of(request).store.checkout(visitor_of(request), secrets.token_urlsafe(16))


def _method(checkout: Checkout) -> str:
    method = checkout.delivery.values.get("method", "")
    return method if method in METHODS else "standard"


def _delivery_prices(request: Request) -> dict[str, int]:
    house = house_of(request)
    subtotal = house.bill(house.store.lines(visitor_of(request))).subtotal
    return {way: delivery_price(subtotal, way, house.market) for way in METHODS}


def _thanks(order: Order) -> str:
    return f"/order/{order.name}/thanks"


def _gone(request: Request, path: str) -> Response:
    """Onward: a redirect for a form, the address for the page's own script."""
    if re.search(r"application/json", request.headers.get("accept", "")):
        return JSONResponse({"next": path}, headers={"Cache-Control": "no-store"})
    return go(path)


ROUTES = [
    Route("/checkout", start),
    Route("/checkout/check/{name}", check, methods=["POST"]),
    Route("/checkout/contact", show_contact),
    Route("/checkout/contact", send_contact, methods=["POST"]),
    Route("/checkout/delivery", show_delivery),
    Route("/checkout/delivery", send_delivery, methods=["POST"]),
    Route("/checkout/payment", show_payment),
    Route("/checkout/payment", pay, methods=["POST"]),
    Route("/order/{name}/thanks", thanks),
    Route("/order/{name}/wait", wait),
]
