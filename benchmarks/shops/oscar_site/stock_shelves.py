"""Fills an empty shop with the goods of `wares.json`, through oscar's own models."""

# mypy: ignore-errors
# (Django is installed in the shop's own environment, not in ours.)

import datetime
import json
import os
from decimal import Decimal
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from django.contrib.flatpages.models import FlatPage  # noqa: E402 -- after setup
from django.contrib.sites.models import Site  # noqa: E402 -- after setup
from django.core.files import File  # noqa: E402 -- after setup
from django.utils import timezone  # noqa: E402 -- after setup
from oscar.apps.catalogue.categories import create_from_breadcrumbs  # noqa: E402 -- after setup
from oscar.core.loading import get_model  # noqa: E402 -- after setup

Product = get_model("catalogue", "Product")
VAT = Decimal("1.2")


def main() -> None:
    """Everything on its shelf: goods, voucher codes, a page on returns."""
    told = json.loads(Path(os.environ["SHOP_WARES"]).read_text("utf-8"))
    get_model("address", "Country").objects.update(is_shipping_country=True)
    Site.objects.update(domain="127.0.0.1", name=told["shop"])
    for ware in told["wares"]:
        shelve(ware)
    today = timezone.now()
    voucher(told["promos"]["right"], today - datetime.timedelta(1), today + datetime.timedelta(3650))
    expired = datetime.datetime(2024, 8, 31, tzinfo=datetime.UTC)
    voucher(told["promos"]["expired"], expired - datetime.timedelta(90), expired)
    write_pages()


def shelve(ware: dict) -> None:
    """One product with its picture, category and stock, and a child product for every size."""
    kind, _ = get_model("catalogue", "ProductClass").objects.get_or_create(name="Goods")
    sizes = ware.get("sizes", [])
    product = Product.objects.create(
        title=ware["name"],
        upc=ware["sku"],
        description=f"<p>{ware['told']}</p>",
        product_class=kind,
        structure=Product.PARENT if sizes else Product.STANDALONE,
    )
    product.categories.add(create_from_breadcrumbs(ware["shelf"]))
    picture = Path(os.environ["SHOP_FOLDER"], "pictures", f"{ware['sku']}.png")
    with picture.open("rb") as data:
        get_model("catalogue", "ProductImage").objects.create(
            product=product, original=File(data, picture.name), caption=ware["name"]
        )
    for size in sizes:
        child = Product.objects.create(
            title=f"{ware['name']}, {size.lower()}",
            upc=f"{ware['sku']}-{size[0]}",
            structure=Product.CHILD,
            parent=product,
        )
        stock(child, ware["price"], 0 if size in ware.get("gone", ()) else ware["stock"])
    if not sizes:
        stock(product, ware["price"], ware["stock"])


def stock(product: Product, price: str, pieces: int) -> None:
    """So many pieces at a price that includes the tax."""
    partner, _ = get_model("partner", "Partner").objects.get_or_create(name="The warehouse")
    get_model("partner", "StockRecord").objects.create(
        product=product,
        partner=partner,
        partner_sku=product.upc,
        price_currency="GBP",
        price=(Decimal(price) / VAT).quantize(Decimal("0.01")),
        # Every order keeps a piece back and nobody here sends parcels: enough for many visits.
        num_in_stock=pieces * 10,
    )


def voucher(promo: dict, begins: datetime.datetime, ends: datetime.datetime) -> None:
    """A code for so many percent off everything, good between two times."""
    everything, _ = get_model("offer", "Range").objects.get_or_create(
        name="Everything", defaults={"includes_all_products": True}
    )
    offers = {
        "condition": get_model("offer", "Condition").objects.create(range=everything, type="Count", value=1),
        "benefit": get_model("offer", "Benefit").objects.create(
            range=everything, type="Percentage", value=promo["percent"]
        ),
    }
    offer = get_model("offer", "ConditionalOffer").objects.create(
        name=f"{promo['percent']} % off with {promo['code']}", offer_type="Voucher", **offers
    )
    code = get_model("voucher", "Voucher").objects.create(
        name=f"{promo['percent']} % off with {promo['code']}",
        code=promo["code"],
        usage="Multi-use",
        start_datetime=begins,
        end_datetime=ends,
    )
    code.offers.add(offer)


def write_pages() -> None:
    """The one page a shop must have beside its goods."""
    page = FlatPage.objects.create(
        url="/returns/",
        title="Returns",
        content="<p>Send anything back within 30 days. We refund it within 5 working days.</p>",
    )
    page.sites.set(Site.objects.all())


main()
