"""Shops that say one thing and then another about money and dates, and their twins that do not."""

from __future__ import annotations

from typing import Any

from tests.channels.shops.counter import ADDRESS, CARD, PERSON, Ask, Go, form, page, paid, shop, thanks

_LINES = "<p>Subtotal £24.00</p><p>Delivery £3.50</p><p>Total {total}</p><p>Delivery: {when}</p>"


def _shop(later: str = "£27.50", then: str = "Arrives by Friday 14 March") -> dict[str, Any]:
    """A shop that shows a sum and a date before paying, and perhaps another afterwards."""
    before = _LINES.format(total="£27.50", when="Arrives by Friday 14 March")
    after = f"<p>Total {later}</p><p>Delivery: {then}</p>"

    def checkout(ask: Ask) -> str | Go:
        return (
            paid(ask)
            if ask.posted
            else page("Checkout", f"<h1>Checkout</h1>{before}{form(PERSON + ADDRESS + CARD)}")
        )

    return shop(checkout=checkout, thanks=lambda ask: thanks(ask, after))


def _taxed(total: str, tax: str) -> dict[str, Any]:
    """A shop whose code takes £4 off £24, and that adds 20 % tax on something."""
    lines = f"<p>Subtotal £24.00</p><p>Discount (SAVE4) -£4.00</p><p>Tax (20%) {tax}</p><p>Total {total}</p>"

    def checkout(ask: Ask) -> str | Go:
        return (
            paid(ask)
            if ask.posted
            else page("Checkout", f"<h1>Checkout</h1>{lines}{form(PERSON + ADDRESS + CARD)}")
        )

    return shop(checkout=checkout, thanks=lambda ask: thanks(ask, lines))


def _promised(off: bool) -> dict[str, Any]:
    """A shop that says a code was accepted, and takes something off or does not."""

    def bill(ask: Ask) -> str:
        less = (
            "<p>Discount -£4.00</p><p>Total £20.00</p>"
            if ask.memory.get("coded") and off
            else "<p>Total £24.00</p>"
        )
        return f"<p>Tin lantern £24.00</p><p>Subtotal £24.00</p>{less}"

    def basket(ask: Ask) -> str:
        ask.memory["coded"] = ask.memory.get("coded") or bool(ask.sent.get("code"))
        said = "<p role=status>The code SAVE4 was accepted.</p>" if ask.memory["coded"] else ""
        code = form("<label>Promo code <input name=code></label>", "Apply")
        return page(
            "Your basket",
            f'<h1>Your basket</h1>{said}{bill(ask)}{code}<p><a href="checkout">Go to checkout</a></p>',
        )

    def checkout(ask: Ask) -> str | Go:
        if ask.posted:
            return paid(ask)
        return page("Checkout", f"<h1>Checkout</h1>{bill(ask)}{form(PERSON + ADDRESS + CARD)}")

    return shop(cart=basket, checkout=checkout, thanks=lambda ask: thanks(ask, bill(ask)))


BILLS: dict[str, dict[str, Any]] = {
    "total": _shop(later="£29.50"),
    "date": _shop(then="Arrives by Tuesday 25 March"),
    "fair": _shop(),
    "taxed": _taxed("£24.80", "£4.80"),
    "untaxed": _taxed("£24.00", "£4.00"),
    "ignores": _promised(off=False),
    "keeps": _promised(off=True),
}
