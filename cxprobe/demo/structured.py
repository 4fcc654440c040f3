"""What search engines and price robots read of the shop: schema.org data as JSON-LD."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from cxprobe.demo.goods import Product
from cxprobe.demo.money import FREE_DELIVERY_FROM, METHODS
from cxprobe.demo.promise import WORKING_DAYS
from cxprobe.demo.site import house_of, words_of

RETURN_DAYS = 30
_SCHEMA = "https://schema.org"
_SHELVES = {"kettle": "kettles", "teapot": "teapots", "mug": "mugs", "pair of mugs": "mugs"} | {
    "pack of filters": "filters",
    "filter": "filters",
}


def shelf_of(product: Product) -> str:
    """The shelf that a product stands on, by the key of its name: 'kettles'; 'everything' for odd ones."""
    return _SHELVES.get(product.noun, "everything")


def company_data(request: Request) -> list[dict[str, Any]]:
    """The company, and how its site is searched (schema.org OnlineStore, WebSite)."""
    address, language = _address(request), words_of(request).tag
    store = {
        "@context": _SCHEMA,
        "@type": "OnlineStore",
        "name": "Kettle & Co",
        "url": f"{address}/",
        "email": "hello@kettle.example",
        "hasMerchantReturnPolicy": _returns(request),
    }
    site = {
        "@context": _SCHEMA,
        "@type": "WebSite",
        "name": "Kettle & Co",
        "url": f"{address}/",
        "inLanguage": language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{address}/search?q={{q}}",
            "query-input": "required name=q",
        },
    }
    return [store, site]


def product_data(request: Request, product: Product) -> list[dict[str, Any]]:
    """A product with its offer, and where it stands in the shop (schema.org Product, BreadcrumbList)."""
    words, address = words_of(request), _address(request)
    told = {
        "@context": _SCHEMA,
        "@type": "Product",
        "name": words.title(product),
        "description": words.blurb(product),
        "sku": product.slug,
        "url": f"{address}/product/{product.slug}",
        "brand": {"@type": "Brand", "name": "Kettle & Co"},
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in words.facts(product).items()
        ],
        "offers": _offer(request, product),
    }
    return [told, _breadcrumbs(request, product)]


def _offer(request: Request, product: Product) -> dict[str, Any]:
    available = "InStock" if product.stock else "OutOfStock"
    return {
        "@type": "Offer",
        "price": f"{product.price / 100:.2f}",
        "priceCurrency": house_of(request).market.currency,
        "availability": f"{_SCHEMA}/{available}",
        "url": f"{_address(request)}/product/{product.slug}",
        "itemCondition": f"{_SCHEMA}/NewCondition",
        "shippingDetails": _shipping(request, product),
        "hasMerchantReturnPolicy": _returns(request),
    }


def _shipping(request: Request, product: Product) -> dict[str, Any]:
    market = house_of(request).market
    free = product.price >= FREE_DELIVERY_FROM * market.rate
    price = 0 if free else METHODS["standard"] * market.rate
    days = {
        "@type": "QuantitativeValue",
        "minValue": 2,
        "maxValue": WORKING_DAYS["standard"],
        "unitCode": "DAY",
    }
    return {
        "@type": "OfferShippingDetails",
        "shippingRate": {
            "@type": "MonetaryAmount",
            "value": f"{price / 100:.2f}",
            "currency": market.currency,
        },
        "shippingDestination": {"@type": "DefinedRegion", "addressCountry": market.country},
        "deliveryTime": {"@type": "ShippingDeliveryTime", "transitTime": days},
    }


def _returns(request: Request) -> dict[str, Any]:
    return {
        "@type": "MerchantReturnPolicy",
        "applicableCountry": house_of(request).market.country,
        "returnPolicyCategory": f"{_SCHEMA}/MerchantReturnFiniteReturnWindow",
        "merchantReturnDays": RETURN_DAYS,
        "returnMethod": f"{_SCHEMA}/ReturnByMail",
        "returnFees": f"{_SCHEMA}/FreeReturn",
    }


def _breadcrumbs(request: Request, product: Product) -> dict[str, Any]:
    words, address, shelf = words_of(request), _address(request), shelf_of(product)
    asked = "" if shelf == "everything" else f"?q={words.plain(f'find_{shelf}')}"
    places = [
        (words.plain("home"), f"{address}/"),
        (words.plain(shelf), f"{address}/search{asked}"),
        (words.title(product), f"{address}/product/{product.slug}"),
    ]
    return {
        "@context": _SCHEMA,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate(places, start=1)
        ],
    }


def _address(request: Request) -> str:
    return str(request.base_url).rstrip("/")
