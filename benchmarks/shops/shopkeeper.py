"""Furnishes an empty EverShop through its own command line and its interface for shopkeepers."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.shops import pictures, premises
else:
    import pictures
    import premises

MAIL, WORD = "keeper@example.com", "shopkeeper1"
COUNTRIES = ("GB", "IE", "US", "DE", "AT", "CH", "FR", "BE", "ES", "IT", "NL", "PL", "PT")
HUES = {"WHT": 210, "BLK": None, "YEL": 50}
GONE = "THERMO-005-YEL"
"""What is sold out."""
EXPIRED = ("2024-06-01", "2024-08-31")


def furnish(command: Callable[..., list[str]], site: Path, more: Mapping[str, str], url: str) -> None:
    """A keeper's account, example goods with pictures, delivery, payment, coupons and a menu."""
    premises.run(command("user:create", "-n", "Keeper", "-e", MAIL, "-p", WORD), site, more)
    shelves = [f"--{what}" for what in ("attributes", "categories", "collections", "products", "pages")]
    premises.run(command("seed", *shelves), site, more)
    desk = Desk.at(url)
    _picture(desk, site)
    _deliver(desk)
    _ask_for_money(desk)
    _dress(desk)


@dataclass(frozen=True)
class Desk:
    """The shop's interface for its keeper, logged in."""

    url: str
    token: str = ""

    @classmethod
    def at(cls, url: str) -> Desk:
        """A desk at this shop, with a fresh token."""
        entry = cls(url).send("POST", "user/tokens", {"email": MAIL, "password": WORD})
        return cls(url, entry["data"]["accessToken"])

    def send(self, method: str, path: str, told: object) -> dict[str, Any]:
        """What the shop answers; says what it was asked when it refuses."""
        request = urllib.request.Request(
            f"{self.url}api/{path}",
            json.dumps(told).encode(),
            {"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {self.token}"} if self.token else {}),
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                got: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            words = error.read().decode("utf-8", "replace")[:500]
            raise premises.ShopStaysClosed(f"The shop refused {method} {path} {told}: {words}") from error
        return got


def _picture(desk: Desk, site: Path) -> None:
    query = "{ products { items { uuid sku } } }"
    goods = desk.send("POST", "graphql", {"query": query})["data"]["products"]["items"]
    for ware in goods:
        sku = ware["sku"]
        picture = pictures.paint(site / "media" / f"{sku}.png", HUES[sku[-3:]], int(sku[-5]))
        change: dict[str, object] = {"images": [f"/assets/{picture.name}"]}
        if sku == GONE:
            change |= {"qty": 0, "stock_availability": 0}
        desk.send("PATCH", f"products/{ware['uuid']}", change)


def _deliver(desk: Desk) -> None:
    zones = desk.send("POST", "shippingZones", {"name": "Near and far", "countries": COUNTRIES})
    zone = zones["data"]["uuid"]
    for name, cost in (("Standard delivery", "0"), ("Express delivery", "9.5")):
        way = desk.send("POST", "shippingProviders/core/methods", {"name": name, "is_enabled": True})
        rate = {"method_id": way["data"]["uuid"], "zone_id": zone, "is_enabled": True, "cost": cost}
        desk.send("POST", "shippingProviders/core/rates", rate)


def _ask_for_money(desk: Desk) -> None:
    desk.send("POST", "settings", {"codPaymentStatus": 1, "codDisplayName": "Cash on delivery"})
    for code, percent, days in (("SAVE10", 10, None), ("SUMMER24", 20, EXPIRED)):
        coupon = {
            "coupon": code,
            "status": 1,
            "description": f"{percent} % off",
            "discount_amount": percent,
            "discount_type": "percentage_discount_to_entire_order",
            "free_shipping": 0,
            "condition": {},
            "user_condition": {},
            "target_products": {},
        }
        period = {"start_date": days[0], "end_date": days[1]} if days else {}
        desk.send("POST", "coupons", coupon | period)


def _dress(desk: Desk) -> None:
    desk.send("POST", "settings", {"storeName": "The Crockery", "storeDescription": "Cups, bowls and pens"})
    pages = (("Accessories", "/accessories"), ("About us", "/page/about-us"))
    menu = [
        {"id": name, "name": name, "url": url, "type": "custom", "uuid": name, "children": []}
        for name, url in pages
    ]
    places = [{"route": "all", "area": "headerMiddleLeft", "sort_order": 1}]
    hang = {"name": "Menu", "type": "basic_menu", "status": 1, "settings": {"menus": menu, "isMain": True}}
    desk.send("POST", "widgets", hang | {"placements": places})
    shown = {"collection": "homepage", "count": 12, "countPerRow": 4, "heading": "Featured"}
    places = [{"route": "homepage", "area": "content", "sort_order": 1}]
    hang = {"name": "Featured", "type": "collection_products", "status": 1, "settings": shown}
    desk.send("POST", "widgets", hang | {"placements": places})
