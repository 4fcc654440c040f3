"""Which touchpoint a page is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.places import touchpoint_of

SHOP = "https://shop.example"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", "home"),
        ("/", "home"),
        ("/?utm_source=mail", "home"),
        ("/search?q=kettle", "search"),
        ("/all?q=kettle", "search"),
        ("/product/copper-stove-kettle", "product"),
        ("/basket", "basket"),
        ("/cart.php", "basket"),
        ("/checkout/contact", "checkout"),
        ("/checkout/payment", "payment"),
        ("/order/KC-1042/thanks", "order"),
        ("/returns", "return"),
        ("/help/faq", "help"),
        ("/account/login", "account"),
        ("/de/warenkorb", "basket"),
        ("/fr/panier", "basket"),
        ("/about-us", "page"),
        ("/cartography", "page"),
    ],
)
def test_an_address_says_where_one_is(path: str, place: str) -> None:
    """Whole words of the path count, nearest to an order first."""
    assert place == touchpoint_of(f"{SHOP}{path}")


def test_a_title_is_asked_when_the_address_is_silent() -> None:
    """Shops with numbers for addresses still have titles."""
    assert "basket" == touchpoint_of(f"{SHOP}/c/4711", "Your basket – Kettle & Co")
    assert "product" == touchpoint_of(f"{SHOP}/product/1", "Your basket")


def test_an_address_that_is_none_is_a_page() -> None:
    """What cannot be read says nothing."""
    assert "page" == touchpoint_of("http://[", "Basket of figs")


@settings(database=None)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_address_has_a_touchpoint(url: str, title: str) -> None:
    """Whatever a page calls itself, a word comes back, and its fragment changes nothing."""
    place = touchpoint_of(url, title)

    assert place
    assert place == touchpoint_of(f"{url}#top" if "#" not in url else url, title)
