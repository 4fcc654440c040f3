"""Bills that add up, and bills that do not: as many that only look odd as that are wrong."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.money import mismatches, read_bill
from cxprobe.reading.money_bill import written

FINE = {
    "plain": "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00",
    "tax included": "Subtotal £50.00\nDelivery £4.00\nVAT (20%) £9.00\nTotal £54.00",
    "tax included, said so": "Summe 50,00 €\nVersand 4,90 €\nGesamtsumme 54,90 €\ninkl. 19 % MwSt. 8,77 €",
    "tax added": "Subtotal $50.00\nShipping $4.00\nTax $4.44\nTotal $58.44",
    "tax on the goods alone": "Subtotal £50.00\nDelivery £4.00\nVAT 20 % £10.00\nTotal £64.00",
    "tax on goods and delivery": "Subtotal £50.00\nDelivery £4.00\nVAT 20 % £10.80\nTotal £64.80",
    "tax after the discount": "Subtotal £50.00\nDiscount −£5.00\nVAT 20 % £9.00\nTotal £54.00",
    "included tax after the discount": "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00\n"
        "incl. VAT 20 %: £8.17",
    "included tax of goods alone": "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00\n"
        "incl. VAT 20 %: £7.50",
    "half the goods untaxed": "Book £20.00\nKettle £30.00\nSubtotal £50.00\nTotal £50.00\n"
        "incl. VAT 20 %: £5.00",
    "two rates": "Subtotal £50.00\nTotal £50.00\nincl. VAT 20 %: £5.00\nincl. VAT 5 %: £0.95",
    "a rounded rate": "Subtotal $100.00\nTax (9%) $8.88\nTotal $108.88",
    "before tax, for business": "Kettle 2 × £25.00 £60.00\nTotal excl. VAT £50.00\nVAT 20 % £10.00\n"
        "Total incl. VAT £60.00",
    "net prices": "Total HT 45,00 €\nTVA 20 % 9,00 €\nLivraison 5,00 €\nTotal TTC 59,00 €",
    "free delivery": "Subtotal £50.00\nDelivery Free\nTotal £50.00\nFree delivery over £40",
    "free over so much": "Subtotal £50.00\nSpend £10.00 more for free delivery\nDelivery £4.00\nTotal £54.00",
    "crossed-out delivery": "Subtotal £50.00\nDelivery £4.99 £0.00\nTotal £50.00",
    "a gift card": "Subtotal £50.00\nDelivery £4.00\nTotal £54.00\nGift card −£20.00\nTo pay £34.00",
    "a gift card, tax on everything": "Subtotal £50.00\nGift card −£20.00\nTotal £30.00\n"
        "incl. VAT 20 %: £8.33",
    "a gift voucher": "Zwischensumme 50,00 €\nGutschein -20,00 €\nGesamtsumme 30,00 €\n"
        "inkl. 19 % MwSt. 7,98 €",
    "a deposit": "Subtotal £100.00\nTotal £100.00\nDue today £20.00\nDue later £80.00",
    "a bottle deposit": "Zwischensumme 12,00 €\nPfand 3,00 €\nVersand 4,00 €\nGesamtsumme 19,00 €",
    "a donation": "Subtotal £50.00\nDonation £1.00\nDelivery £4.00\nTotal £55.00",
    "an extra with a name of its own": "Subtotal £50.00\nDelivery £4.00\nKettle Care £4.99\nTotal £58.99",
    "an extra not taken": "Subtotal £50.00\nKettle Care £4.99\nDelivery £4.00\nTotal £54.00",
    "rounding of lines": "Subtotal £33.33\nDiscount −£3.33\nDelivery £4.00\nTotal £34.01",
    "rounding of small coins": "Subtotal CHF 12.37\nVersand CHF 9.00\nTotal CHF 21.35",
    "the discount is off the subtotal": "Kettle\nQty: 1\n£50.00\nSubtotal £45.00\nDiscount −£5.00\n"
        "Total £45.00",
    "the discount is in the prices": "Subtotal £45.00\nDiscount (already applied) −£5.00\nTotal £45.00",
    "the discount stands before the subtotal": "Discount −£5.00\nSubtotal £45.00\nDelivery £4.00\n"
        "Total £49.00",
    "savings told, taken before": "Subtotal £45.00\nYou save £5.00\nDelivery £4.00\nTotal £49.00",
    "savings told, taken off": "Subtotal £50.00\nTotal savings £5.00\nTotal £45.00",
    "savings told after the total": "Subtotal £45.00\nDelivery £4.00\nTotal £49.00\nYou saved £5.00",
    "a subtotal after the discount": "Subtotal £50.00\nDiscount −£5.00\nSubtotal £45.00\nDelivery £4.00\n"
        "Total £49.00",
    "delivery told later": "Subtotal £50.00\nShipping\nCalculated at next step\nTotal £50.00",
    "estimated, and more than the parts": "Subtotal £50.00\nTax\nCalculated at next step\nTotal £54.00",
    "ways of delivery to choose from": "Subtotal £50.00\nDelivery\nStandard delivery £4.00\n"
        "Express delivery £8.00\nTotal £58.00",
    "a basket in the head": "Kettle 2 × £25.00\nSubtotal £50.00\nView basket\nSubtotal £50.00\n"
        "Delivery £4.00\nTotal £54.00",
    "another basket's total": "Mini basket\nTotal £20.00\nSubtotal £50.00\nDelivery £4.00\nTotal £54.00",
    "only a subtotal and a total": "Subtotal £50.00\nSee the details\nTotal £54.00",
    "only a total": "Total £54.00",
    "three for two": "Mug\n3 × £4.00\n£8.00\nSubtotal £8.00\nTotal £8.00",
    "old and new prices": "Kettle\nWas £60.00\n£50.00\nSubtotal £50.00\nTotal £50.00",
    "prices per weight": "Tea 500 g\nQty: 1\n£8.00\n£1.60 per 100 g\nSubtotal £8.00\nTotal £8.00",
    "not all articles shown": "Kettle 1 × £25.00\nand 1 more item\nSubtotal (2 items) £50.00\n"
        "Delivery £4.00\nTotal £54.00",
    "other goods above": "Toaster £30.00\nKettle\n1 × £25.00\nSubtotal £25.00\nTotal £25.00",
    "two currencies": "Subtotal £50.00\nDelivery €4.00\nTotal £55.00",
    "a price in another currency beside it": "Subtotal £50.00\nDelivery £4.00\nTotal £54.00 (about €62.00)",
    "instalments": "Subtotal £50.00\nDelivery £4.00\n4 × £13.50 interest-free\nTotal £54.00",
    "points": "Subtotal £50.00\nDelivery £4.00\nEarn 54 points\nTotal £54.00",
    "eight languages: es": "Subtotal 50,00 €\nDescuento −5,00 €\nEnvío 4,00 €\nTotal 49,00 €\n"
        "IVA incluido (21 %): 8,50 €",
    "eight languages: it": "Subtotale 50,00 €\nSconto −5,00 €\nSpedizione 4,00 €\nTotale 49,00 €\n"
        "di cui IVA 22 %: 8,84 €",
    "eight languages: pl": "Wartość produktów 50,00 zł\nRabat −5,00 zł\nDostawa 4,00 zł\nRazem 49,00 zł\n"
        "w tym VAT 23%: 9,16 zł",
}  # fmt: skip
WRONG = {
    "the discount is not counted": (
        "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £54.00", "total",
         "the discount was not counted"),
    "the discount is counted twice": (
        "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £44.00", "total",
         "the discount was counted twice"),
    "delivery is counted twice": (
        "Subtotal £50.00\nDelivery £4.00\nTotal £58.00", "total", "delivery was counted twice"),
    "delivery is not free": ("Subtotal £50.00\nDelivery Free\nTotal £54.00", "total", ""),
    "a fee is not counted": (
        "Summe 50,00 €\nVersand 4,90 €\nNachnahmegebühr 3,00 €\nGesamtsumme 54,90 €", "total",
         "a fee was not counted"),
    "a wrong total": ("Subtotal £50.00\nDelivery £4.00\nTotal £56.20", "total", ""),
    "not counted, with tax": (
        "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nVAT (20%) £9.00\nTotal £54.00", "total",
        "the discount was not counted"),
    "not counted, with included tax": (
        "Sous-total 50,00 €\nRemise −5,00 €\nLivraison 4,00 €\nTotal TTC 54,00 €\ndont TVA 9,00 €", "total",
        "the discount was not counted"),
    "in a table": ("Product\tPrice\tQuantity\tTotal\nKettle\t£25.00\t2\t£50.00\nSubtotal\t£50.00\n"
        "Discount\t−£5.00\n"
                   "Shipping\t£4.00\nTotal\t£54.00", "total", "the discount was not counted"),
    "on two lines each": ("Subtotal\n£50.00\nDiscount (KETTLE10)\n−£5.00\nDelivery\nFree\nTotal\n£40.00",
     "total",
                          "the discount was counted twice"),
    "without a subtotal": ("Kettle\n2 × £25.00\n£50.00\nDelivery £4.00\nTotal £57.00", "total", ""),
    "articles and subtotal": ("Kettle\n2 × £25.00\n£50.00\nMug\n1 × £4.00\nSubtotal £58.00\nTotal £58.00",
     "items", ""),
    "an article": ("Kettle\n2 × £25.00\n£55.00\nSubtotal £55.00\nDelivery £4.00\nTotal £59.00", "item", ""),
    "added tax on the price before the discount": (
        "Subtotal £50.00\nDiscount −£5.00\nVAT 20 % £10.00\nTotal £55.00", "tax",
        "the tax is on the price before the discount"),
    "included tax on the price before the discount": (
        "Subtotal £50.00\nDiscount (KETTLE10) −£5.00\nDelivery £4.00\nTotal £49.00\nincl. VAT 20 %: £9.00",
         "tax",
        "the tax is on the price before the discount"),
    "more tax than on everything": ("Subtotal £50.00\nDelivery £4.00\nTotal £54.00\nincl. VAT 20 %: £12.00",
     "tax", ""),
    "German, tax before the discount": (
        "Zwischensumme 100,00 €\nRabatt (10 %) −10,00 €\nVersand 4,90 €\nGesamtsumme 94,90 €\n"
            "inkl. 19 % MwSt. 16,75 €",
        "tax", "the tax is on the price before the discount"),
    "a discount between two sums is not counted in the end": (
        "Basket total before discounts\t£19.98\nVoucher: SAVE5\t-£5.00\nBasket total\t£14.98\n"
            "Shipping\t£5.00\n"
        "Order total\t£24.98", "total", "the discount was not counted"),
    "Polish": ("Wartość produktów 50,00 zł\nRabat −5,00 zł\nDostawa 10,00 zł\nDo zapłaty 60,00 zł", "total",
               "the discount was not counted"),
    "Portuguese": ("Subtotal R$ 50,00\nDesconto -R$ 5,00\nFrete R$ 10,00\nTotal R$ 50,00", "total",
                   "the discount was counted twice"),
    "Dutch": ("Subtotaal € 50,00\nKorting − € 5,00\nVerzendkosten Gratis\nTe betalen € 50,00", "total",
              "the discount was not counted"),
}  # fmt: skip


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_what_only_looks_odd_is_fine(text: str) -> None:
    """No accusation without certainty."""
    assert [] == [found.sentence for found in mismatches(read_bill(text))]


@pytest.mark.parametrize(("text", "about", "cause"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told(text: str, about: str, cause: str) -> None:
    """What it is about, and what it looks like; both quotes stand on the page."""
    found = mismatches(read_bill(text))

    assert [(about, cause)] == [(each.about, each.cause) for each in found]
    assert all(each.said.split()[-1] in text and each.but for each in found)
    assert all(each.sentence.endswith(".") for each in found)


def test_a_mismatch_is_told_in_a_sentence() -> None:
    """With the page's own words."""
    (found,) = mismatches(read_bill("Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £54.00"))

    assert (
        'The page says "Total £54.00", but its own lines make £49.00: "Subtotal £50.00", "Discount −£5.00", '
        '"Delivery £4.00". It looks as if the discount was not counted.'
    ) == found.sentence
    assert {"about", "said", "but", "kind", "cause"} == found.to_json().keys()


def test_a_wrong_tax_is_told_in_a_sentence() -> None:
    """With what it would be."""
    (found,) = mismatches(read_bill("Subtotal £50.00\nDiscount −£5.00\nVAT 20 % £10.00\nTotal £55.00"))

    assert (
        'The page says "VAT 20 % £10.00", which is the tax on the price before "Discount −£5.00": on what '
        "is to "
        "be paid, £5.00 less, it would be £9.00."
    ) == found.sentence


# -- any bill ------------------------------------------------------------------------------------

PENCE = st.integers(100, 99_999).map(lambda each: Decimal(each) / 100)
WORDS = st.sampled_from(
    [
        ("Subtotal", "Discount", "Delivery", "Fee", "Total", "£{}"),
        ("Zwischensumme", "Rabatt", "Versandkosten", "Gebühr", "Gesamtsumme", "{} €"),
        ("Sous-total", "Remise", "Livraison", "Frais", "Total TTC", "{} €"),
        ("Subtotal", "Descuento", "Gastos de envío", "Recargo", "Total a pagar", "{} €"),
        ("Subtotale", "Sconto", "Spedizione", "Commissione", "Totale", "{} €"),
        ("Subtotaal", "Korting", "Verzendkosten", "Toeslag", "Te betalen", "€ {}"),
        ("Suma częściowa", "Rabat", "Dostawa", "Opłata", "Do zapłaty", "{} zł"),
        ("Subtotal", "Desconto", "Frete", "Taxa", "Total", "R$ {}"),
    ]
)
LAYOUTS = st.sampled_from([" ", "\t", "\n", ": "])


@st.composite
def bills(draw: st.DrawFn) -> tuple[tuple[str, ...], str, list[Decimal]]:
    """Words, a layout, and amounts of subtotal, discount, delivery, fee and total that add up."""
    subtotal, delivery, fee = draw(PENCE) + 10, draw(PENCE | st.just(Decimal())), draw(PENCE)
    off = (subtotal * draw(st.integers(5, 60)) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return draw(WORDS), draw(LAYOUTS), [subtotal, -off, delivery, fee, subtotal - off + delivery + fee]


def _told(words: tuple[str, ...], layout: str, amounts: list[Decimal]) -> str:
    shown = words[5]
    lines = []
    for word, amount in zip(words[:5], amounts, strict=True):
        figure = f"{abs(amount):,.2f}"
        figure = figure if "£" in shown else figure.translate(str.maketrans(",.", ".,"))
        lines.append(f"{word}{layout}{'−' if amount < 0 else ''}{shown.format(figure)}")
    return "\n".join(lines)


slow = settings(deadline=None, database=None, max_examples=120)


@slow
@given(bills())
def test_a_bill_that_adds_up_is_never_accused(bill: tuple[tuple[str, ...], str, list[Decimal]]) -> None:
    """In any language and layout, and every part is read."""
    read = read_bill(_told(*bill))

    assert bill[2] == [line.amount for line in read.lines]
    assert () == mismatches(read)


@slow
@given(bills(), st.sampled_from([0, 1, 2, 3, 4]), st.integers(50, 5000), st.booleans())
def test_one_part_changed_is_told(
    bill: tuple[tuple[str, ...], str, list[Decimal]], place: int, by: int, down: bool
) -> None:
    """The finding quotes the total and the part."""
    words, layout, amounts = bill
    change = Decimal(-by if down and place != 2 else by) / 100
    changed = [amount + change * (i == place) * (1 if i != 1 else -1) for i, amount in enumerate(amounts)]
    if changed[1] >= 0 or any(amount <= 0 for i, amount in enumerate(changed) if i not in (1, 2)):
        return
    read = read_bill(_told(words, layout, changed))
    (found,) = mismatches(read)

    assert "total" == found.about
    assert read.lines[-1].quote == found.said
    assert read.lines[place].quote in found.sentence


@pytest.mark.parametrize(("amount", "text"), [("5", "£5.00"), ("-1234.5", "−£1,234.50")])
def test_amounts_are_written_as_people_write_them(amount: str, text: str) -> None:
    """To the penny, with a real minus."""
    assert text == written(Decimal(amount), "GBP")
