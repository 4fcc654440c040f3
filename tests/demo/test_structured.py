"""What machines read of the shop is what people read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cxprobe.demo import Company

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]


def _data(shopper: Shopper, path: str) -> dict[str, dict[str, Any]]:
    html = shopper.http.get(path).text
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return {told["@type"]: told for told in map(json.loads, found)}


def test_a_product_tells_its_offer_delivery_and_returns(open_company: OpenCompany, visit: Visit) -> None:
    """In the currency and country of the company; delivery costs what the bill says it costs."""
    offers = [
        _data(visit(open_company(language=language)), f"/product/{slug}")["Product"]["offers"]
        for language, slug in (("en", "copper-stove-kettle"), ("pl", "stoneware-mug"))
    ]
    told = [(offer["price"], offer["priceCurrency"], _delivery(offer)) for offer in offers]

    assert [("39.00", "GBP", ("0.00", "GB")), ("60.00", "PLN", ("17.50", "PL"))] == told
    assert [30, 30] == [offer["hasMerchantReturnPolicy"]["merchantReturnDays"] for offer in offers]


def _delivery(offer: dict[str, Any]) -> tuple[str, str]:
    told = offer["shippingDetails"]
    return told["shippingRate"]["value"], told["shippingDestination"]["addressCountry"]


def test_the_way_to_a_product_is_told_to_both(shopper: Shopper) -> None:
    """Three places; each address of the list leads somewhere, and is on the page."""
    page = shopper.see("/product/glass-teapot")
    places = _data(shopper, "/product/glass-teapot")["BreadcrumbList"]["itemListElement"]

    assert ["Front page", "Teapots", "Glass teapot with infuser"] == [place["name"] for place in places]
    assert [200, 200, 200] == [shopper.http.get(place["item"]).status_code for place in places]
    assert 'aria-label="You are here"' in page
    assert '<a href="/search?q=teapot">Teapots</a>' in page


def test_the_front_page_tells_who_sells_and_how_to_search(shopper: Shopper) -> None:
    """The search address works as it is written."""
    told = _data(shopper, "/")
    target = told["WebSite"]["potentialAction"]["target"].replace("{q}", "teapot")

    assert "Kettle & Co" == told["OnlineStore"]["name"]
    assert "glass-teapot" in shopper.http.get(target).text
