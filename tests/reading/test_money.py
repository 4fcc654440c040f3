"""Bills as they stand on pages, in eight languages and many layouts."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.money import read_bill
from cxprobe.reading.money_words import kind_of
from cxprobe.reading.snapshot import Control, Document, Heading, Snapshot

PLAIN = "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00"
BASKET = """Kettle & Co
Free delivery from £25.00
Basket (2) £50.00
Your basket
Kettle Classic
£25.00 each
Quantity of Kettle Classic
Update
Remove
£50.00
Promo code
Apply
KETTLE10 takes 10 % off.
Subtotal
£50.00
Discount (KETTLE10)
−£5.00
Delivery
Free
Total
£45.00
Delivered by Friday 12 March
Free delivery from £25.00.
You may also like
Toaster
£30.00"""


def parts(text: str) -> list[tuple[str, str]]:
    """Kind and amount of every line of the bill that a text shows."""
    return [(line.kind, f"{line.amount:.2f}") for line in read_bill(text).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00",
            "subtotal 50.00, discount -5.00, delivery 4.00, total 49.00",
            id="english",
        ),
        pytest.param(
            "Zwischensumme 1.250,00 €\nRabatt (10 %) -125,00 €\nVersandkosten 4,90 €\n"
            "Gesamtsumme 1.129,90 €\ninkl. 19 % MwSt. 180,40 €",
            "subtotal 1250.00, discount -125.00, delivery 4.90, total 1129.90, tax 180.40",
            id="german",
        ),
        pytest.param(
            "Sous-total\t50,00 €\nRemise\t-5,00 €\nLivraison\tOfferte\nTotal TTC\t45,00 €\n"
                "dont TVA (20 %)\t7,50 €",
            "subtotal 50.00, discount -5.00, delivery 0.00, total 45.00, tax 7.50",
            id="french",
        ),
        pytest.param(
            "Subtotal 50,00 €\nDescuento −5,00 €\nGastos de envío Gratis\nTotal (IVA incluido) 45,00 €",
            "subtotal 50.00, discount -5.00, delivery 0.00, total 45.00",
            id="spanish",
        ),
        pytest.param(
            "Subtotale € 50,00\nSconto - € 5,00\nSpedizione gratuita\nTotale ordine € 45,00\n"
                "di cui IVA € 8,11",
            "subtotal 50.00, discount -5.00, delivery 0.00, total 45.00, tax 8.11",
            id="italian",
        ),
        pytest.param(
            "Subtotaal € 50,00\nKorting − € 5,00\nVerzendkosten € 3,95\nTe betalen € 48,95\n"
                "Waarvan btw € 8,50",
            "subtotal 50.00, discount -5.00, delivery 3.95, total 48.95, tax 8.50",
            id="dutch",
        ),
        pytest.param(
            "Wartość produktów\n1 250,00 zł\nRabat\n−5,00 zł\nDostawa\n14,99 zł\nDo zapłaty\n1 259,99 zł",
            "subtotal 1250.00, discount -5.00, delivery 14.99, total 1259.99",
            id="polish",
        ),
        pytest.param(
            "Subtotal R$ 1.050,00\nDesconto -R$ 5,00\nFrete Grátis\nTotal a pagar R$ 1.045,00",
            "subtotal 1050.00, discount -5.00, delivery 0.00, total 1045.00",
            id="portuguese",
        ),
        pytest.param(
            "Zwischensumme CHF 1'250.00\nVersand CHF 9.–\nTotal CHF 1'259.00",
            "subtotal 1250.00, delivery 9.00, total 1259.00",
            id="swiss",
        ),
        pytest.param(
            "Subtotal\nDelivery\nTotal\n£50.00\n£4.00\n£54.00",
            "subtotal 50.00, delivery 4.00, total 54.00",
            id="a column of labels, then one of amounts",
        ),
        pytest.param(
            "Subtotal £40.00 Delivery £3.50 Total £43.50",
            "subtotal 40.00, delivery 3.50, total 43.50",
            id="all on one line",
        ),
        pytest.param(
            "Subtotal\t50.00\nDelivery\t4.00\nTotal (EUR)\t54.00",
            "subtotal 50.00, delivery 4.00, total 54.00",
            id="figures without a currency",
        ),
        pytest.param(
            "Subtotal (2 items)\t$50.00\nShipping & handling\t$4.00\nEstimated tax (8.875%)\t$4.44\n"
                "Order total\t$58.44",
            "subtotal 50.00, delivery 4.00, tax 4.44, total 58.44",
            id="american",
        ),
        pytest.param(
            "Subtotal £50.00\nDelivery £4.00\nTotal £54.00\nGift card −£20.00\nTo pay £34.00",
            "subtotal 50.00, delivery 4.00, subtotal 54.00, credit -20.00, total 34.00",
            id="a gift card pays a part",
        ),
        pytest.param(
            "Total HT 45,00 €\nTVA 20 % 9,00 €\nTotal TTC 54,00 €",
            "subtotal 45.00, tax 9.00, total 54.00",
            id="without tax, with tax",
        ),
        pytest.param(
            "Items (2): £50.00\nPostage & Packing: £4.99\nTotal savings: £5.00\nOrder Total: £49.99",
            "subtotal 50.00, delivery 4.99, saving -5.00, total 49.99",
            id="total savings is no total",
        ),
        pytest.param(
            "Basket total before discounts:\t£20.00\nBasket total\t£18.00\nShipping\t£2.00\n"
                "Order total\t£20.00",
            "subtotal 20.00, subtotal 18.00, delivery 2.00, total 20.00",
            id="a basket's total is none where an order's is",
        ),
        pytest.param(
            "Total items: 2\nSubtotal £50.00\nDelivery £4.99 (free over £60)\n"
                "Total £54.99 or 4 payments of £13.75",
            "subtotal 50.00, delivery 4.99, total 54.99",
            id="conditions and instalments are left out",
        ),
        pytest.param(
            "Subtotal £50.00\nDelivery £4.99 £0.00\nPayment fee £1.20\nTotal £51.20 (includes £8.53 VAT)",
            "subtotal 50.00, delivery 0.00, fee 1.20, total 51.20, tax 8.53",
            id="crossed out, and two amounts in a line",
        ),
        pytest.param(
            "Zwischensumme\n50,00 €\nGutscheincode SOMMER\n-5,00 €\nVersand\nkostenlos\nGesamt\n45,00 €\n"
                "inkl. MwSt.",
            "subtotal 50.00, discount -5.00, delivery 0.00, total 45.00",
            id="a code's name beside it",
        ),
        pytest.param(
            "Sub total\n1 items\n$90.00\nShipping\n\n$5.00\nDiscount\n\n$9.00\nTotal\n"
                "(Inclusive of tax $7.17)\n$86.00",
            "subtotal 90.00, delivery 5.00, discount -9.00, tax 7.17, total 86.00",
            id="a remark between the label and its amount",
        ),
        pytest.param(
            "Netto: 100,00 €\n19 % MwSt.: 19,00 €\nBrutto: 119,00 €",
             "subtotal 100.00, tax 19.00, total 119.00",
            id="net and gross",
        ),
        pytest.param(
            "Product\tPrice\tQuantity\tSubtotal\n×\t\tKettle\t£39.00\t\nKettle quantity\n\t£39.00\n"
                "Coupon:\nApply coupon\n"
            "Cart totals\nSubtotal\t£39.00\nCoupon: save10\t-£3.90 [Remove]\nShipping\tFlat rate: £4.00\n"
            "Total\t£39.10 (includes £6.52 VAT)",
            "item 39.00, subtotal 39.00, discount -3.90, delivery 4.00, total 39.10, tax 6.52",
            id="a table with a basket's totals under it",
        ),
        pytest.param("Total: 12,– €", "total 12.00", id="a dash for no cents"),
        pytest.param("Order total: £54.00\nThank you for your order KC-1042.", "total 54.00",
             id="nothing but a total"),
        pytest.param("Thank you. It is 12 degrees.", "", id="no money"),
    ],
)  # fmt: skip
def test_the_lines_of_a_bill_are_read(text: str, expected: str) -> None:
    """Each amount with what it is, signed as it counts."""
    assert expected == ", ".join(f"{kind} {amount}" for kind, amount in parts(text))


def test_a_whole_basket_page_is_read() -> None:
    """The head's basket, free delivery from so much, and other goods are no part of the bill."""
    bill = read_bill(BASKET)
    (item,) = bill.all("item")

    assert ["item", "subtotal", "discount", "delivery", "total"] == [line.kind for line in bill.lines]
    assert ("Kettle Classic", Decimal(2), Decimal("25.00"), Decimal("50.00")) == (
        item.label, item.quantity, item.unit, item.amount,
    )  # fmt: skip
    assert "Discount (KETTLE10) −£5.00" == bill.lines[2].quote
    assert bill.complete


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kettle\t£25.00\t2\t£50.00", [("Kettle", 2, "25.00", "50.00")]),
        ("2 × Kettle Classic £50.00", [("Kettle Classic", 2, None, "50.00")]),
        ("Kettle\n2 x 25,00 €\n50,00 €", [("Kettle", 2, "25.00", "50.00")]),
        ("Kettle\nQty: 3\n£20.00", [("Kettle", 3, None, "20.00")]),
        ("Kettle 1 £20.00\nMug 2 £4.00 £8.00", [("Kettle", 1, "20.00", "20.00"), ("Mug", 2, "4.00", "8.00")]),
        ("Kettle\nMenge: 2\nEinzelpreis 25,00 €\n50,00 €", [("Kettle", 2, "25.00", "50.00")]),
        ("Kettle\nWas £60.00\n£50.00", [("Kettle", None, None, "50.00")]),
        ("Tea 500 g\n£8.00\n£1.60 per 100 g", [("Tea 500 g", None, None, "8.00")]),
    ],
)
def test_articles_are_read(text: str, expected: list[tuple[str, int | None, str | None, str]]) -> None:
    """Name, how many, the price of one, and the price of all, where they are shown."""
    got = [
        (line.label, line.quantity, line.unit and str(line.unit), str(line.amount))
        for line in read_bill(f"{text}\nSubtotal £99.00\nTotal £99.00").all("item")
    ]

    assert expected == got


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Total £54.00\nMini basket\nTotal £54.00", "54.00"),
        ("Basket\nTotal £20.00\nCheckout\nSubtotal £50.00\nDelivery £4.00\nTotal £54.00\nPay", "54.00"),
        ("Total £54.00\nAmount due today £54.00\nTotal savings £5.00", "54.00"),
        ("Subtotal £50.00\nTotal (2 items) £50.00", "50.00"),
        ("Total excl. VAT £45.00\nVAT £9.00\nTotal incl. VAT £54.00", "54.00"),
        ("Total incl. VAT £54.00\nTotal excl. VAT £45.00", "54.00"),
        ("Totale\n€ 54,00", "54.00"),
        ("Suma\n54,00 zł", "54.00"),
        ("Gesamtbetrag (inkl. MwSt.)\n54,00 €", "54.00"),
        ("Total\nincl. VAT\n£54.00", "54.00"),
        ("Card number\nExpiry\nPay £54.00", "54.00"),
        ("Total points: 540\nTotal £54.00", "54.00"),
        ("Total\nGBP\n£54.00", "54.00"),
    ],
)
def test_the_total_is_what_is_to_be_paid(text: str, amount: str) -> None:
    """Among several that are called so."""
    total = read_bill(text).total

    assert amount == str(total and total.amount)


@pytest.mark.parametrize(
    ("text", "rate", "included"),
    [
        ("Subtotal £50.00\nVAT 20 % £10.00\nTotal £60.00", "20", None),
        ("Subtotal £50.00\nincl. VAT 20 %: £8.33\nTotal £50.00", "20", True),
        ("Summe 50,00 €\nzzgl. 19 % MwSt. 9,50 €\nGesamtbetrag 59,50 €", "19", False),
        ("Totaal € 50,00\nWaarvan 21% btw € 8,68", "21", True),
        ("Total 50,00 €\nIVA incluido (21 %) 8,68 €", "21", True),
        ("Do zapłaty 50,00 zł\nw tym VAT 23% 9,35 zł", "23", True),
        ("Total CHF 50.00\ninkl. 8.1% MwSt. CHF 3.75", "8.1", True),
    ],
)
def test_a_tax_says_its_rate_and_whether_it_is_in_the_prices(
    text: str, rate: str, included: bool | None
) -> None:
    """As far as the words say so."""
    tax = read_bill(text).get("tax")

    assert tax is not None
    assert (Decimal(rate), included) == (tax.rate, tax.included)


@pytest.mark.parametrize(
    "text",
    [
        "Subtotal\n£50.00\nShipping\nCalculated at next step\nTotal\n£50.00",
        "Zwischensumme 50,00 €\nzzgl. Versandkosten\nGesamt 50,00 €",
        "Subtotal £50.00\nShipping and taxes calculated at checkout",
        "Subtotal\t£50.00\nDelivery\t–\nTotal\t£50.00",
    ],
)
def test_delivery_that_is_told_later_is_said(text: str) -> None:
    """Announced, without an amount: such a bill is not complete."""
    bill = read_bill(text)

    assert "delivery" in bill.later
    assert not bill.complete


def _page(text: str, **more: object) -> Snapshot:
    document = Document(text=text, **{k: v for k, v in more.items() if k != "controls"})  # type: ignore[arg-type]
    return Snapshot(documents=(document,), controls=more.get("controls", ()))  # type: ignore[arg-type]


PRODUCT = "Shop\nDeal of the day £9.00\nKettle Classic\nWas £30.00\n£25.00\n4 interest-free payments of £6.25"


def test_a_product_page_has_the_price_of_its_product() -> None:
    """The first below the page's own heading; the old price and the instalments are not."""
    page = _page(PRODUCT, headings=(Heading(text="Kettle Classic", level=1),))
    bill = read_bill(page)

    assert [("item", Decimal("25.00"))] == [(line.kind, line.amount) for line in bill.lines]


def test_declared_product_data_name_the_price() -> None:
    """As it is shown on the page, where it is."""
    offer = {"price": "25.00", "priceCurrency": "GBP"}
    page = _page(PRODUCT, products=({"name": "Kettle Classic", "offers": offer},))
    (line,) = read_bill(page).lines

    assert ("Kettle Classic", Decimal("25.00"), "GBP") == (line.label, line.amount, line.currency)


def test_choices_are_no_costs() -> None:
    """What the delivery would cost that was not chosen stands on no bill."""
    ways = ("Standard 3–5 days £4.00", "Express £8.00")
    text = "Delivery\nStandard\n3–5 days\n£4.00\nExpress £8.00\nSubtotal £50.00\nDelivery £4.00\nTotal £54.00"
    controls = tuple(Control(id=i, type="radio", role="radio", label=way) for i, way in enumerate(ways))

    assert ["subtotal", "delivery", "total"] == [
        line.kind for line in read_bill(_page(text, controls=controls)).lines
    ]


def test_a_bill_is_plain_data() -> None:
    """As a moment keeps it."""
    bill = read_bill(PLAIN)
    plain = json.loads(json.dumps(bill.to_json()))

    assert {"kind": "discount", "amount": "-5.00", "currency": "GBP", "quote": "Discount −£5.00",
            "label": "Discount"} == plain["lines"][1]  # fmt: skip
    assert ["subtotal", "discount", "delivery", "total"] == [line["kind"] for line in plain["lines"]]


def test_a_bill_answers_by_kind() -> None:
    """The last of a kind, all of a kind, their sum, and what is due."""
    bill = read_bill("Subtotal £50.00\nGift wrap fee £2.00\nSmall order fee £1.00\nTotal £53.00")

    assert bill.get("delivery") is None
    assert (Decimal(3), 2, Decimal(53)) == (
        bill.sum("fee"),
        len(bill.all("fee")),
        bill.due and bill.due.amount,
    )
    assert "subtotal" == getattr(read_bill("Subtotal £50.00").due, "kind", "")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Standard delivery (3–5 days)", "delivery"), ("Order total", "total"), ("Total VAT", "tax"),
        ("You saved", "saving"), ("Geschenkgutschein", "credit"), ("Rechnungsbetrag", "total"),
        ("Frais de livraison", "delivery"), ("Total des articles", "subtotal"), ("Netto", "subtotal"),
        ("Kettle Classic 1.7 l", ""), ("Valor total", "total"), ("Taxa de entrega", "delivery"),
        ("Opłata za pobranie", "fee"), ("Nachnahmegebühr", "fee"), ("Zahlungsart", ""), ("Subtotale",
         "subtotal"),
        ("Importe total", "total"), ("Betaalkosten", "fee"), ("Bezorgkosten", "delivery"), ("Sales tax",
         "tax"),
    ],
)  # fmt: skip
def test_labels_are_understood(label: str, kind: str) -> None:
    """By their words."""
    assert kind == kind_of(label)


@settings(deadline=None, database=None)
@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from([*BASKET.splitlines(), "VAT 20 %", "£", "\t"])).map("\n".join)
)
def test_any_text_can_be_read(text: str) -> None:
    """Reading never raises, and every amount is one that stands there."""
    bill = read_bill(text)

    assert all(line.quote for line in bill.lines)
