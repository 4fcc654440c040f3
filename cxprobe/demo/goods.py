"""What Kettle & Co sells: the goods on the shelf when the shop opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Product:
    """One thing on the shelf; price in pence, specification as name -> value."""

    slug: str
    title: str
    noun: str
    picture: str
    price: int
    stock: int
    blurb: str
    specification: Mapping[str, str] = field(default_factory=dict)

    @property
    def variants(self) -> Variants | None:
        """The colours and sizes to choose from, if it comes in several."""
        return VARIANTS.get(self.slug)


@dataclass(frozen=True)
class Variants:
    """Colours and sizes of a product; both must be chosen. Some sizes may have run out."""

    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    gone: frozenset[str] = frozenset()


VARIANTS: Mapping[str, Variants] = {
    "barista-apron": Variants(("terracotta", "forest", "ink"), ("S", "M", "L", "XL"), frozenset({"XL"})),
}


_PLENTY = 5000

SHELF: tuple[Product, ...] = (
    Product(
        "copper-stove-kettle",
        "Copper stove kettle",
        "kettle",
        "stove",
        3900,
        _PLENTY,
        "Hand-spun copper with a tin lining and a whistle you can hear from the garden.",
        {
            "Capacity": "1.6 litres",
            "Weight": "0.9 kg",
            "Material": "Copper, lined with tin",
            "Hob": "Gas, electric and ceramic; not induction",
            "Height": "22 cm",
            "Guarantee": "5 years",
        },
    ),
    Product(
        "quiet-electric-kettle",
        "Quiet electric kettle",
        "kettle",
        "electric",
        5450,
        _PLENTY,
        "Boils a full pot in three minutes, and lets you hear the radio while it does.",
        {
            "Capacity": "1.7 litres",
            "Weight": "1.2 kg",
            "Material": "Brushed steel",
            "Power": "2,400 watts",
            "Height": "24 cm",
            "Guarantee": "3 years",
        },
    ),
    Product(
        "gooseneck-pouring-kettle",
        "Gooseneck pouring kettle",
        "kettle",
        "gooseneck",
        4800,
        _PLENTY,
        "A slow, steady stream for people who are particular about their coffee.",
        {
            "Capacity": "1.0 litre",
            "Weight": "0.7 kg",
            "Material": "Stainless steel",
            "Hob": "All hobs, induction too",
            "Height": "20 cm",
            "Guarantee": "5 years",
        },
    ),
    Product(
        "folding-travel-kettle",
        "Folding travel kettle",
        "kettle",
        "travel",
        2495,
        _PLENTY,
        "Folds flat for the suitcase. No more tea with a taste of hotel.",
        {
            "Capacity": "0.6 litres",
            "Weight": "0.5 kg",
            "Material": "Food-safe silicone",
            "Power": "1,000 watts",
            "Height": "7 cm folded",
            "Guarantee": "2 years",
        },
    ),
    Product(
        "brown-betty-teapot",
        "Brown Betty teapot",
        "teapot",
        "teapot",
        2650,
        _PLENTY,
        "Red clay and a round belly: the leaves have room to move.",
        {
            "Capacity": "1.1 litres",
            "Weight": "0.8 kg",
            "Material": "Red clay, Rockingham glaze",
            "Dishwasher": "Yes",
            "Height": "14 cm",
            "Guarantee": "1 year",
        },
    ),
    Product(
        "glass-teapot",
        "Glass teapot with infuser",
        "teapot",
        "glass",
        2900,
        _PLENTY,
        "Watch it brew. Take the infuser out when the colour is yours.",
        {
            "Capacity": "0.9 litres",
            "Weight": "0.5 kg",
            "Material": "Borosilicate glass, steel infuser",
            "Dishwasher": "Yes",
            "Height": "15 cm",
            "Guarantee": "1 year",
        },
    ),
    Product(
        "stoneware-mug",
        "Stoneware mug",
        "mug",
        "mug",
        1200,
        _PLENTY,
        "Thrown by hand, so no two are quite alike. Keeps a builder's tea hot.",
        {
            "Capacity": "0.35 litres",
            "Weight": "0.4 kg",
            "Material": "Stoneware",
            "Dishwasher": "Yes",
            "Height": "10 cm",
            "Guarantee": "1 year",
        },
    ),
    Product(
        "enamel-mugs",
        "Enamel mugs, pair",
        "pair of mugs",
        "enamel",
        1600,
        _PLENTY,
        "Two mugs that survive gardens, tents and teenagers.",
        {
            "Capacity": "0.3 litres each",
            "Weight": "0.3 kg",
            "Material": "Enamelled steel",
            "Dishwasher": "Yes",
            "Height": "8 cm",
            "Guarantee": "2 years",
        },
    ),
    Product(
        "paper-filters",
        "Paper filters, pack of 100",
        "pack of filters",
        "filters",
        450,
        _PLENTY,
        "Unbleached cones for one to four cups. They fold themselves, nearly.",
        {
            "Pieces": "100",
            "Weight": "0.2 kg",
            "Material": "Unbleached paper",
            "Size": "Cone, 1 to 4 cups",
            "Compostable": "Yes",
        },
    ),
    Product(
        "limescale-filter",
        "Limescale filter",
        "filter",
        "mesh",
        595,
        _PLENTY,
        "A fine mesh for the spout. Keeps the kettle's past out of your cup.",
        {
            "Pieces": "2",
            "Weight": "0.05 kg",
            "Material": "Stainless steel mesh",
            "Fits": "All our kettles",
            "Guarantee": "1 year",
        },
    ),
    Product(
        "kettle-descaler",
        "Kettle descaler",
        "descaler",
        "descaler",
        650,
        _PLENTY,
        "Citric acid and nothing else. Ten minutes and the kettle looks new.",
        {
            "Contents": "250 g, ten treatments",
            "Weight": "0.3 kg",
            "Material": "Citric acid",
            "For": "Kettles and coffee machines",
        },
    ),
    Product(
        "enamel-camp-kettle",
        "Enamel camp kettle",
        "kettle",
        "camp",
        3200,
        0,
        "For the fire and the field. So popular that we have to make more.",
        {
            "Capacity": "2.0 litres",
            "Weight": "0.8 kg",
            "Material": "Enamelled steel",
            "Hob": "Gas, electric, induction and open fire",
            "Height": "21 cm",
            "Guarantee": "5 years",
        },
    ),
    Product(
        "barista-apron",
        "Barista apron",
        "apron",
        "apron",
        3400,
        _PLENTY,
        "Waxed cotton with two deep pockets. Looks better with every stain.",
        {"Weight": "0.4 kg", "Material": "Waxed cotton", "Guarantee": "2 years"},
    ),
)
