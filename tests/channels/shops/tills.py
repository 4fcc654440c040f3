# ruff: noqa: E501 - pages read better on long lines
"""Shops whose checkouts are odd: at one address, behind tiles, under a window, round in circles."""

from __future__ import annotations

from typing import Any

from tests.channels.shops.counter import (
    ADDRESS,
    CARD,
    PERSON,
    SUM,
    Ask,
    Fails,
    Go,
    form,
    page,
    paid,
    shop,
    till,
)

_ONE = """<h1>Checkout</h1><div id=step></div>"""
_STEPS = (
    """const fields = {details: `PERSON`, address: `ADDRESS`,
  delivery: `<fieldset><legend>Delivery</legend><label><input type=radio name=way value=post> By post £3.50</label>
    <label><input type=radio name=way value=fetch> Collect it yourself, free</label></fieldset>`,
  payment: `SUMCARD`};
const order = ["details", "address", "delivery", "payment"], names = {details: "Your details",
  address: "Where shall it go?", delivery: "How shall it come?", payment: "Payment"};
const said = {};
function show(n) {
  step.innerHTML = '<div class=skeleton aria-busy=true><p>Loading…</p></div>';
  setTimeout(() => {
    if (n === order.length) return finish();
    const last = n === order.length - 1;
    step.innerHTML = `<h2>${names[order[n]]}</h2><form>${fields[order[n]]}<button>${
      last ? "Place order" : "Next"}</button></form>`;
    step.querySelector("form").onsubmit = (event) => { event.preventDefault();
      if (order[n] === "delivery" && !new FormData(event.target).get("way")) {
        step.insertAdjacentHTML("beforeend", "<p role=alert>Please choose a delivery.</p>"); return; }
      Object.assign(said, Object.fromEntries(new FormData(event.target))); show(n + 1); };
  }, 400);
}
async function finish() {
  await fetch("checkout", {method: "POST", body: new URLSearchParams(said)});
  step.innerHTML = "<h2>Thank you for your order</h2><p>Your order number is HS-4100.</p><p>Total £27.50</p>";
}
show(0);""".replace("PERSON", PERSON)
    .replace("ADDRESS", ADDRESS)
    .replace("SUMCARD", SUM + CARD)
)


def _in_place(ask: Ask) -> str | Go:
    return paid(ask) if ask.posted else page("Checkout", _ONE, script=_STEPS)


IN_PLACE = shop(checkout=_in_place)
"""All steps at one address, a skeleton between them, and thanks in the same place."""

_WAYS = """<h2>How would you like to pay?</h2>
<div><h3><button type=button aria-expanded=true aria-controls=p1 class=chosen>PayPal</button></h3>
<div id=p1><p>You will be sent to PayPal.</p></div></div>
<div><h3><button type=button aria-expanded=false aria-controls=p2>Credit or debit card</button></h3>
<div id=p2 hidden></div></div>
<div><h3><button type=button aria-expanded=false aria-controls=p3>Gift card</button></h3>
<div id=p3 hidden><label>Gift card number <input name=gift></label></div></div>
<input type=hidden name=method value=paypal>"""
_OPENS = """document.querySelectorAll("h3 button").forEach((button) => button.onclick = () => {
  document.querySelectorAll("h3 button").forEach((each) => { const open = each === button;
    each.setAttribute("aria-expanded", open);
    document.getElementById(each.getAttribute("aria-controls")).hidden = !open; });
  const card = button.textContent.includes("card") && button.textContent.includes("Credit");
  document.querySelector("[name=method]").value = card ? "card" : "paypal";
  setTimeout(() => { p2.innerHTML = card ? `CARD` : ""; }, 300); });""".replace("CARD", CARD)


def _accordion(ask: Ask) -> str | Go:
    if ask.posted:
        return paid(ask) if ask.sent["method"] == "card" and ask.sent["number"] else Go("away")
    return page("Checkout", f"<h1>Checkout</h1>{SUM}{form(PERSON + ADDRESS + _WAYS)}", script=_OPENS)


ACCORDION = shop(checkout=_accordion, away=page("PayPal", "<h1>Log in to PayPal</h1>"))
"""Ways to pay are buttons that open, PayPal is open first, and a card's fields come late."""


def _promo(ask: Ask) -> str | Go:
    off = ask.memory.get("off")
    if ask.sent.get("code"):
        ask.memory["off"] = ask.sent["code"] == "SAVE10"
        ask.memory["said"] = "Your code was applied." if ask.memory["off"] else "This code has expired."
        return Go("checkout")
    if ask.posted:
        return paid(ask)
    said = f"<p role=status>{ask.memory.pop('said', '')}</p>"
    code = (
        "<details><summary>Have a code?</summary>"
        f"{form('<label>Code <input name=code></label>', 'Apply')}</details>"
    )
    total = "<p>Discount -£2.40</p><p>Total £25.10</p>" if off else "<p>Total £27.50</p>"
    bill = f"<p>Subtotal £24.00</p><p>Delivery £3.50</p>{total}"
    return page("Checkout", f"<h1>Checkout</h1>{said}{bill}{code}{form(PERSON + ADDRESS + CARD)}")


PROMO = shop(checkout=_promo)
"""A promo code can be typed in at the checkout only, behind a few words."""


def _endless(ask: Ask) -> str | Go:
    steps = {"1": ("Your details", PERSON), "2": ("Delivery address", ADDRESS)}
    now = ask.query.get("step", "1")
    if ask.posted:
        return Go("checkout?step=2" if now == "1" else "checkout?step=1")
    title, fields = steps[now]
    return page("Checkout", f"<h1>{title}</h1>{form(fields, 'Continue', f'checkout?step={now}')}")


ENDLESS = shop(checkout=_endless)
"""The second step leads back to the first, and nothing says why."""


def _refusing(ask: Ask) -> str | Go:
    told = "Sorry, we cannot deliver to your postcode." if ask.posted else ""
    return page(
        "Checkout",
        f"<h1>Delivery address</h1><p role=alert class=error>{told}</p>{form(PERSON + ADDRESS, 'Continue')}",
    )


REFUSING = shop(checkout=_refusing)
"""The first step comes again and again, and says why."""

NOWHERE = shop(checkout=page("Checkout", "<h1>Checkout</h1><p>Total £27.50</p><p>Almost there.</p>"))
"""The checkout has no way on that anybody could find."""


def _broken(ask: Ask) -> str | Go:
    script = "document.querySelector('form').onsubmit = (e) => e.preventDefault()" if not ask.posted else ""
    return page("Checkout", f"<h1>Checkout</h1>{SUM}{form(PERSON + ADDRESS + CARD)}", script=script)


BROKEN = shop(checkout=_broken)
"""The button that places the order does nothing at all."""

FAILING = shop(
    checkout=lambda ask: (
        Fails("<title>500</title><h1>Internal server error</h1><p>Something went wrong on our side.</p>")
        if ask.posted
        else till(ask)
    )
)
"""The server fails when the order is placed."""


def _hiccup(ask: Ask) -> str | Go:
    if not ask.memory.get("hiccuped"):
        ask.memory["hiccuped"] = True
        return Fails("<title>503</title><h1>Service unavailable</h1><p>Please try again later.</p>")
    return till(ask)


HICCUP = shop(checkout=_hiccup)
"""The server fails once, before anything was paid."""

CONFIRM = shop(
    checkout=lambda ask: (
        paid(ask)
        if ask.posted
        else page(
            "Checkout",
            f"<h1>Checkout</h1>{SUM}{form(PERSON + ADDRESS + CARD, more=_ASKS)}",
        )
    )
)
"""The browser asks whether the order is meant."""
_ASKS = "onsubmit=\"return confirm('Place this order for £27.50 now?')\""

_TERMS = """<h2>Terms</h2><input type=checkbox id=terms><label for=terms style="display:inline">I have read and accept
the <a href=terms>terms and conditions</a></label><p><button id=send form=order disabled>Place order</button></p>"""
_GREY = "terms.onchange = () => send.disabled = !terms.checked"
TERMS = shop(
    checkout=lambda ask: (
        paid(ask)
        if ask.posted
        else page(
            "Checkout",
            f"<h1>Checkout</h1>{SUM}<form id=order method=post>{PERSON}{ADDRESS}{CARD}</form>{_TERMS}",
            script=_GREY,
        )
    ),
    terms=page("Terms", "<h1>Terms and conditions</h1>"),
)
"""A box outside the form must be ticked before the button can be pressed."""


def _declining(ask: Ask) -> str | Go:
    if ask.posted and ask.sent["number"].replace(" ", "") == "4000000000000002":
        return page(
            "Checkout",
            "<h1>Checkout</h1><p role=alert class=error>Your card was declined. Please use another card.</p>"
            f"{SUM}{form(PERSON + ADDRESS + CARD)}",
        )
    return till(ask)


DECLINING = shop(checkout=_declining)
"""Some cards are declined."""

TILLS: dict[str, dict[str, Any]] = {
    "inplace": IN_PLACE, "accordion": ACCORDION, "promo": PROMO, "endless": ENDLESS, "refusing": REFUSING,
    "nowhere": NOWHERE, "broken": BROKEN, "failing": FAILING, "hiccup": HICCUP, "confirm": CONFIRM, "terms": TERMS, "declining": DECLINING,
}  # fmt: skip
