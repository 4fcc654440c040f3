"""A walk: what was found is found again, and a form is sent by the button it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.walk import Walk
from cxprobe.errors import GaveUp

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]

SHELF = """<title>Goods</title><h1>Goods</h1><p id=news></p>
<p style="height:80px">Candle <button onclick="document.title = 'candle'">Add to basket</button></p>
<p style="height:80px">Lantern <button onclick="document.title = 'lantern'">Add to basket</button></p>"""
ODD = """<title>Order</title><h1>Where is it?</h1>
<form action=/sent><label>Order number <input name=n value=7></label><button>Let us look</button></form>
<footer><form><input name=mail value=x><button>Join</button></form></footer>"""
TWO = ODD.replace("look</button>", "look</button><button>Other</button>")


def test_of_two_buttons_of_one_name_the_same_one_is_pressed(arrive: Arrive, site: Site) -> None:
    """A page that changes between the look and the press does not change which button was meant."""
    web = arrive()
    web.open(site.put("/goods", SHELF))
    walk = Walk(web)
    found = walk.find("add to basket", want="Lantern")
    assert found
    web.page.evaluate("news.textContent = 'Free delivery today'")
    walk.press(found)

    assert "lantern" == web.page.title()


@pytest.mark.parametrize(("body", "expected"), [(ODD, "Let us look"), (TWO, None)])
def test_a_form_is_sent_by_its_one_button(
    arrive: Arrive, site: Site, body: str, expected: str | None
) -> None:
    """Whatever the button is called; where there are two, nobody can tell."""
    web = arrive()
    web.open(site.put("/odd", body))
    found = Walk(web).find_sender()

    assert expected == (found and found.name)


def test_who_stops_tells_the_pages_own_words_once(arrive: Arrive, site: Site) -> None:
    """The words that end a walk are written down as an error, unless the page was heard to say them."""
    web = arrive()
    web.open(site.put("/no", "<h1>No</h1><p>Nothing for you today.</p>"))
    with pytest.raises(GaveUp):
        Walk(web).stop("gets nothing", "Nothing for you today.")
    with pytest.raises(GaveUp):
        Walk(web).stop("gets nothing", "Nothing for you today.")

    assert ["Nothing for you today."] == [m.quote for m in web.recorder.moments() if m.kind == "error"]
