# ruff: noqa: E501 - pages read better on long lines
"""Shops in which a thing is hard to find, or hard to put into the basket."""

from __future__ import annotations

from typing import Any

from tests.channels.shops.counter import Ask, Go, add, page, product, shop

_GOODS = {"lantern": "Tin lantern", "candle": "Beeswax candle", "rope": "Hemp rope", "stool": "Milking stool"}
_PRICES = {"lantern": "£24.00", "candle": "£6.00", "rope": "£11.50", "stool": "£48.00"}


def _cards(*keys: str) -> str:
    cards = (f'<div class=card><a href="{k}">{_GOODS[k]}</a><p>{_PRICES[k]}</p></div>' for k in keys)
    return f"<div class=cards>{''.join(cards)}</div>"


_ALL = {key: product(_GOODS[key], _PRICES[key]) for key in _GOODS}

_BURGER = """<button aria-label=Menu aria-expanded=false onclick="m.hidden=false;this.ariaExpanded=true">☰</button>
<a href="cart">Basket</a><div id=m hidden><nav><a href=about>Our story</a></nav>
<button aria-label=Search onclick="s.hidden=false"><svg width=20 height=20><circle cx=8 cy=8 r=6 /></svg></button>
<form id=s hidden action=results><input name=q aria-label="What are you after?"></form></div>"""


def _results(ask: Ask) -> str:
    words = ask.query.get("q", "").lower()
    found = [key for key, name in _GOODS.items() if words and words in name.lower()]
    told = _cards(*found) if found else f"<p>No results for “{words}”. Try something else.</p>"
    return page("Search results", f"<h1>Search results</h1>{told}")


LENS = {
    **shop(**_ALL, results=_results, about=page("Our story", "<h1>Our story</h1><p>It began at sea.</p>")),
    "": page("Home", f"<h1>Harbour Stores</h1>{_cards('candle', 'rope')}", head=_BURGER),
}
"""The search is behind a lens in the menu."""

_ROOMS = '<nav><a href="light">Lights</a> <a href="boat">For the boat</a> <a href="home">Furniture</a></nav>'
AISLES = {
    **shop(**_ALL),
    "": page("Home", f"<h1>Harbour Stores</h1>{_ROOMS}<p>Things for the sea and the shore, since 1921.</p>"),
    "light": page("Lights", f"<h1>Lights</h1>{_ROOMS}{_cards('lantern', 'candle')}"),
    "boat": page("For the boat", f"<h1>For the boat</h1>{_ROOMS}{_cards('rope')}"),
    "home": page("Furniture", f"<h1>Furniture</h1>{_ROOMS}{_cards('stool')}"),
}
"""There is no search, only categories."""

_SEARCH = '<form action=results role=search><input type=search name=q placeholder=Search></form><a href="cart">Basket</a>'
SINGULAR = {
    **shop(**_ALL, results=_results),
    "": page("Home", "<h1>Harbour Stores</h1><p>Things for the sea.</p>", head=_SEARCH),
    "results": lambda ask: _results(ask).replace("<header>", f"<header>{_SEARCH}"),
}
"""The search knows the singular only."""

_SIZES = """<p>Size</p><div role=radiogroup aria-label=Size>%s</div><p id=said role=alert class=error></p>
<button onclick="put()">Add to basket</button>"""
_PUT = """let size = ""; const left = {S: 0, M: 3, L: 2};
const pick = (el) => { size = el.textContent; document.querySelectorAll("[role=radio]").forEach(
  (each) => each.setAttribute("aria-checked", each === el)); said.textContent = ""; };
const put = () => { if (!size) said.textContent = "Please select a size.";
  else if (!left[size]) said.textContent = "Sorry, size " + size + " is out of stock.";
  else fetch("add", {method: "POST", body: "what=Oilskin+" + size}).then(() => location.href = "cart"); };"""
_TILE = '<button type=button role=radio aria-checked=false onclick="pick(this)">{}</button>'
SIZES = shop(
    oilskin=page(
        "Oilskin",
        f"<h1>Oilskin</h1><p>£24.00</p>{_SIZES % ''.join(_TILE.format(size) for size in 'SML')}",
        script=_PUT,
    )
)
"""A size must be chosen, the first is sold out, and only the press on the button says so."""


def _select(ask: Ask) -> str | Go:
    size = ask.sent.get("size", "")
    if size and size != "S":
        return add(ask)
    told = ("Sorry, this size is out of stock." if size else "Please choose a size.") if ask.posted else ""
    return page(
        "Oilskin",
        f"<h1>Oilskin</h1><p>£24.00</p><form method=post><label>Size <select name=size>"
        f"<option value=''>Choose<option>S<option>M<option>L</select></label><p role=alert>{told}</p>"
        "<button>Add to basket</button></form>",
    )


LISTED = shop(oilskin=_select)
"""The same with a list."""

_DRAWER = """<aside id=drawer role=dialog aria-label="Your basket" style="display:none;position:fixed;top:0;right:0;
width:100%;height:160px;background:#eee;z-index:5"><h2>Your basket</h2><p>Tin lantern £24.00</p>
<button onclick="drawer.style.display='none'">Close</button> <a href="cart">View basket</a></aside>"""
_SLIDES = """put.onclick = () => fetch("add", {method: "POST", body: "what=Tin+lantern"}).then(
  () => setTimeout(() => drawer.style.display = "block", 1300));"""
DRAWER = shop(
    lantern=page(
        "Tin lantern",
        f"<h1>Tin lantern</h1><p>£24.00</p><button id=put>Add to basket</button>{_DRAWER}",
        script=_SLIDES,
    )
)
"""A drawer opens late and lies over the header."""

_SMALL = '<div class=card><h3><a href="{}">{}</a></h3><p>{}</p><form method=post action=wrong><button>Add to basket</button></form></div>'
_BESIDE = "".join(_SMALL.format(k, _GOODS[k], _PRICES[k]) for k in ("candle", "rope"))
BESIDE = shop(
    lantern=product(
        above=f"<h2>You may also like</h2><div class=cards>{_BESIDE}</div>",
        more="<form method=post action=express><button>Buy now</button></form>",
    ),
    wrong=lambda ask: page("Wrong", "<h1>Candles and ropes</h1>"),
    express=page("Express", "<h1>Express checkout</h1><p>Only with our app.</p>"),
)
"""Other goods with buttons of their own stand above, and "Buy now" beside what is meant."""

GONE = shop(
    lantern=page(
        "Tin lantern",
        "<h1>Tin lantern</h1><p>£24.00</p><p>Out of stock - back in spring.</p><button disabled>Add to basket</button>",
    )
)
"""What is wanted is sold out."""

SHELVES: dict[str, dict[str, Any]] = {
    "lens": LENS, "aisles": AISLES, "singular": SINGULAR, "sizes": SIZES, "listed": LISTED, "drawer": DRAWER,
    "beside": BESIDE, "gone": GONE,
}  # fmt: skip
