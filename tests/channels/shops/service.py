# ruff: noqa: E501 - pages read better on long lines
"""A shop's other side: where an order is, how to send it back, how to get in touch."""

from __future__ import annotations

from typing import Any

from tests.channels.shops.counter import Ask, form, page, shop

_HEAD = '<a href=".">Harbour Stores</a> <a href="cart">Basket</a> <a href="help">Help</a>'
_NUMBER = "<label>Order number <input name=order required></label>"
_MAIL = "<label>E-mail address <input type=email name=email required></label>"


def _track(ask: Ask) -> str:
    said = ""
    if ask.posted:
        known = ask.sent["order"] == "HS-4100"
        said = (
            "<p role=status>Your order HS-4100 left our warehouse this morning.</p>"
            if known
            else "<p role=alert>We cannot find an order with this number.</p>"
        )
    return page(
        "Track my order", f"<h1>Track my order</h1>{said}{form(_NUMBER + _MAIL, 'Find my order')}", head=_HEAD
    )


def _return(ask: Ask) -> str:
    if ask.sent.get("why"):
        ask.memory["returned"] = ask.sent
        return page(
            "Return",
            "<h1>Your return</h1><p>Your return label RL-77 is on its way by e-mail.</p>",
            head=_HEAD,
        )
    if ask.posted:
        reasons = "".join(
            f"<option>{each}" for each in ("It does not fit", "It is broken", "I changed my mind")
        )
        why = f"<label>Why do you send it back? <select name=why required><option value=''>Choose{reasons}</select></label>"
        return page("Return", f"<h1>What is wrong with it?</h1>{form(why, 'Continue')}", head=_HEAD)
    return page("Return", f"<h1>Start a return</h1>{form(_NUMBER + _MAIL, 'Continue')}", head=_HEAD)


def _contact(ask: Ask) -> str:
    if ask.posted:
        ask.memory["letters"] = [*ask.memory.get("letters", ()), ask.sent]
        return page("Contact", "<h1>Thank you</h1><p>We answer within two working days.</p>", head=_HEAD)
    topic = "<label>Topic <select name=topic required><option value=''>Choose<option>Delivery<option>Other</select></label>"
    words = "<label>Your message <textarea name=words required></textarea></label>"
    return page(
        "Contact", f"<h1>Contact us</h1>{form('<label>Name <input name=name required></label>' + _MAIL + topic + words, 'Send message')}", head=_HEAD
    )  # fmt: skip


_HELP = """<h1>How can we help?</h1><ul><li><a href="track">Track my order</a><li><a href="return">Start a return</a>
<li><a href="returns">Returns and refunds</a><li><a href="delivery">Delivery times and costs</a>
<li><a href="contact">Contact us</a></ul>"""

SERVICE: dict[str, dict[str, Any]] = {
    "service": {
        **shop(
            help=page("Help", _HELP, head=_HEAD),
            track=_track,
            contact=_contact,
            returns=page("Returns", "<h1>Returns and refunds</h1><p>You have 30 days.</p>", head=_HEAD),
            delivery=page(
                "Delivery", "<h1>Delivery times and costs</h1><p>By post in 3 days.</p>", head=_HEAD
            ),
        ),
        "return": _return,
        "": page("Home", "<h1>Harbour Stores</h1><p>Things for the sea.</p>", head=_HEAD),
    }
}
"""What most shops keep behind "Help"."""
