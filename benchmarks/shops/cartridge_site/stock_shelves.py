"""Fills an empty shop with the goods of `wares.json`, through Cartridge's own models."""

# mypy: ignore-errors
# (Mezzanine is installed in the shop's own environment, not in ours.)

import datetime
import json
import os
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop_project.settings")
django.setup()

from cartridge.shop.models import Category, DiscountCode, Product, ProductImage, ProductOption  # noqa: E402 -- after setup
from django.utils import timezone  # noqa: E402 -- after setup
from mezzanine.pages.models import RichTextPage  # noqa: E402 -- after setup

SIZE = 1
"""The first of Cartridge's option types."""


def main() -> None:
    """Everything on its shelf: goods, discount codes, a page on returns."""
    told = json.loads(Path(os.environ["SHOP_WARES"]).read_text("utf-8"))
    shop = Category.objects.get(slug="shop")
    for ware in told["wares"]:
        shelve(ware, shop)
    today = timezone.now()
    code(told["promos"]["right"], today - datetime.timedelta(1), None)
    expired = datetime.datetime(2024, 8, 31, tzinfo=datetime.UTC)
    code(told["promos"]["expired"], expired - datetime.timedelta(90), expired)
    RichTextPage.objects.create(
        title="Returns",
        content="<p>Send anything back within 30 days. We refund it within 5 working days.</p>",
    )


def shelve(ware: dict, shop: Category) -> None:
    """One product with its picture, its category and as many variations as it has sizes."""
    product = Product.objects.create(
        title=ware["name"], content=f"<p>{ware['told']}</p>", available=True, sku=ware["sku"]
    )
    name = ware["shelf"].split(" > ")[-1]
    shelf = Category.objects.filter(title=name).first() or Category.objects.create(title=name, parent=shop)
    product.categories.add(shop, shelf)
    picture = ProductImage.objects.create(product=product, file=f"product/{ware['sku']}.png")
    sizes = ware.get("sizes", [])
    for size in sizes:
        ProductOption.objects.get_or_create(type=SIZE, name=size)
    if sizes:
        product.variations.create_from_options({f"option{SIZE}": sizes})
    product.variations.manage_empty()
    for number, variation in enumerate(product.variations.all()):
        gone = getattr(variation, f"option{SIZE}") in ware.get("gone", ())
        variation.num_in_stock = 0 if gone else ware["stock"] * 10
        variation.unit_price = ware["price"]
        variation.sku = f"{ware['sku']}-{number}"
        variation.default = number == 0
        variation.image = picture
        variation.save()
    product.copy_default_variation()


def code(promo: dict, begins: datetime.datetime, ends: datetime.datetime | None) -> None:
    """A code for so many percent off everything, good between two times."""
    made = DiscountCode.objects.create(
        title=f"{promo['percent']} % off",
        code=promo["code"],
        discount_percent=promo["percent"],
        active=True,
        valid_from=begins,
        valid_to=ends,
    )
    made.products.set(Product.objects.all())


main()
