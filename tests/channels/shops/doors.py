# ruff: noqa: E501 - pages read better on long lines
"""Shops with a door before the till: accounts, guests, notices that lie over everything."""

from __future__ import annotations

from typing import Any

from tests.channels.shops.counter import (
    ADDRESS,
    CARD,
    PERSON,
    SUM,
    Ask,
    Go,
    form,
    page,
    paid,
    product,
    shop,
)

_SIGN_IN = form(
    "<label>E-mail address <input type=email name=email></label>"
    "<label>Password <input type=password name=password></label>",
    "Sign in",
    "signin",
)


def _sign_in(ask: Ask) -> str:
    wrong = "<p role=alert>We do not know that e-mail address and password.</p>" if ask.posted else ""
    return page(
        "Sign in", f"<h1>Sign in</h1>{wrong}{_SIGN_IN}<p>New here? <a href=register>Create an account</a></p>"
    )


_REGISTER = (
    "<label>First name <input name=first></label><label>Last name <input name=last></label>"
    "<label>E-mail address <input type=email name=email></label>"
    "<label>Password <input type=password name=password></label><small>At least 8 characters.</small>"
    "<label>Confirm password <input type=password name=again></label>"
)


def _register(ask: Ask) -> str | Go:
    wrong = ""
    if ask.posted:
        same = ask.sent["password"] == ask.sent["again"] and len(ask.sent["password"]) >= 8
        if same and all(ask.sent.values()):
            ask.memory["account"] = ask.sent
            return Go("checkout")
        wrong = "<p role=alert>The passwords do not match.</p>"
    return page("Create an account", f"<h1>Create an account</h1>{wrong}{form(_REGISTER, 'Create account')}")


def _for_members(ask: Ask) -> str | Go:
    if "account" not in ask.memory:
        return Go("signin")
    if ask.posted:
        return paid(ask)
    return page("Checkout", f"<h1>Checkout</h1>{SUM}{form(ADDRESS + CARD)}")


WALL = shop(checkout=_for_members, signin=_sign_in, register=_register)
"""Nobody buys without an account."""


def _taken(ask: Ask) -> str | Go:
    told = "An account with this e-mail address already exists." if ask.posted else ""
    return page(
        "Create an account",
        f"<h1>Create an account</h1><p role=alert>{told}</p>{form(_REGISTER, 'Create account')}",
    )


TAKEN = shop(checkout=_for_members, signin=_sign_in, register=_taken)
"""Nobody buys without an account, and every e-mail address has one already."""


def _halves(ask: Ask) -> str | Go:
    if ask.sent.get("as") == "guest" and ask.sent.get("email"):
        ask.memory["guest"] = ask.sent["email"]
        return Go("details")
    wrong = "<p class=error role=alert>Please choose how to go on.</p>" if ask.posted else ""
    new = form(
        "<label>E-mail address <input type=email name=email></label>"
        "<label><input type=radio name=as value=register> Create an account</label>"
        "<label><input type=radio name=as value=guest> Check out as a guest</label>",
        "Continue",
    )
    return page(
        "Checkout",
        f"<h1>Checkout</h1>{wrong}<div class=cards><section><h2>Returning customers</h2>{_SIGN_IN}</section>"
        f"<section><h2>New customers</h2>{new}</section></div>",
    )


def _details(ask: Ask) -> str | Go:
    if ask.posted:
        return paid(ask)
    name = "<label>Full name <input name=name required></label>"
    return page("Delivery and payment", f"<h1>Delivery and payment</h1>{SUM}{form(name + ADDRESS + CARD)}")


HALVES = shop(checkout=_halves, details=_details, signin=_sign_in)
"""A guest is a tile that nobody ticked, beside a log-in that asks for the same e-mail address."""

_OVER = (
    "position:fixed;inset:0;background:#000c;z-index:9;display:flex;align-items:center;justify-content:center"
)
_POP_UP = f"""<div id=pop style="{_OVER};display:none"><div role=dialog aria-label="Join us" style="background:#fff;
padding:30px;position:relative"><button aria-label=Close onclick="pop.remove()" style="position:absolute;
top:2px;right:2px">×</button><h2>10% off your first order</h2><form><label>E-mail <input type=email></label>
<button>Sign me up</button></form></div></div>"""
_COOKIES = f"""<div id=wall style="{_OVER}"><div style="background:#fff;padding:30px"><h2>We value your privacy</h2>
<p>We use cookies to improve our shop.</p><button onclick="agree()">Accept all</button>
<button onclick="agree()">Only necessary</button></div></div>"""
_LATER = """const agree = () => { document.cookie = "agreed=1;path=/"; wall.remove(); };
if (document.cookie.includes("agreed")) wall.remove();
if (!sessionStorage.popped) addEventListener("input", () => {
  pop.style.display = "flex"; sessionStorage.popped = 1; }, { once: true });"""


def _covered(body: str) -> str:
    return body.replace("</html>", f"{_POP_UP}{_COOKIES}<script>{_LATER}</script></html>")


COVERED = shop(
    lantern=_covered(product()),
    checkout=lambda ask: (
        paid(ask)
        if ask.posted
        else _covered(page("Checkout", f"<h1>Checkout</h1>{SUM}{form(PERSON + ADDRESS + CARD)}"))
    ),
)
"""A wall of cookies, and a newsletter that opens over everything once somebody writes."""

DOORS: dict[str, dict[str, Any]] = {"wall": WALL, "taken": TAKEN, "halves": HALVES, "covered": COVERED}
