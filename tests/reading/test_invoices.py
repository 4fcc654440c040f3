"""Invoices read from their words, in several layouts and languages, and held against what was bought."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.calendar import dates_in
from cxprobe.reading.invoices import disagreements, is_invoice, read_invoice
from cxprobe.reading.money import read_bill

TABLE = """INVOICE
Invoice number:\tIN-1042
Order:\tKC-1042
Invoice date:\t22 November 2026
Due date:\t6 December 2026
Description\tQty\tPrice\tAmount
Copper stove kettle\t2\t£49.00\t£98.00
Whistle\t1\t£9.00\t£9.00
Subtotal\t£107.00
Discount (KETTLE10)\t-£10.70
Delivery\t£4.90
Total\t£101.20
Includes VAT (20%)\t£16.87"""

GERMAN = """Teekanne GmbH
Rechnung Nr. RE-2026-0815
Rechnungsdatum: 22.11.2026
Zahlbar bis: 06.12.2026
Bestellnummer: TK-20815
1 x Teekanne\t39,00 €
Zwischensumme\t39,00 €
Versand\t4,90 €
Gesamtbetrag\t43,90 €
enthaltene MwSt. 19 %\t7,01 €"""

FRENCH = """FACTURE
N° de facture : F2026-118
Date de facturation : 22 novembre 2026
Échéance : 22 décembre 2026
Bouilloire\t1\t39,00 €\t39,00 €
Sous-total\t39,00 €
Livraison\t5,00 €
Total TTC\t44,00 €"""

AMERICAN = """Acme Supply Co.
Bill to: Jane Doe
Invoice # 48213
Date: 11/22/2026
Net 30 days
Terms: payable within 30 days
Widget\t3\t$10.00\t$30.00
Subtotal\t$30.00
Sales tax (8%)\t$2.40
Total due\t$32.40"""

DUTCH = """Factuur
Factuurnummer
2026-0042
Factuurdatum
22-11-2026
Vervaldatum
06-12-2026
Ketel\t1\t€ 39,00
Subtotaal\t€ 39,00
Verzendkosten\t€ 4,90
Totaal\t€ 43,90"""

GROSS = [
    ("Invoice\nNet £32.50 / VAT £6.50 / Gross £39.00", "Total £39.00"),
    ("Invoice\nNet £32.50\nVAT £6.50\nGross £39.00", "Total £39.00"),
    ("Invoice\nNet £32.50\nVAT (20 %) £6.50\nTotal with VAT £39.00", "Total £39.00"),
    ("Rechnung\nNetto 32,50 €\nMwSt. 6,50 €\nGesamt mit MwSt. 39,00 €", "Gesamt 39,00 €"),
    ("Facture\nTotal HT 32,50 €\nTVA 6,50 €\nTotal TTC 39,00 €", "Total 39,00 €"),
    ("Factura\nNeto 32,50 €\nIVA 6,50 €\nTotal con IVA 39,00 €", "Total 39,00 €"),
    ("Factuur\nNetto € 32,50\nBtw € 6,50\nTotaal met btw € 39,00", "Totaal € 39,00"),
    ("Fattura\nNetto 32,50 €\nIVA 6,50 €\nTotale con IVA 39,00 €", "Totale 39,00 €"),
    ("Fatura\nTotal sem IVA 32,50 €\nIVA 6,50 €\nTotal com IVA 39,00 €", "Total 39,00 €"),
    ("Facture\nSous-total 39,00 €\nHors taxes 32,50 €\nplus TVA 6,50 €\nTotal TTC 39,00 €", "Total 39,00 €"),
    (
        "Fatura\nSubtotal 39,00 €\nValor sem IVA 32,50 €\nmais IVA 6,50 €\nTotal com IVA 39,00 €",
        "Total 39,00 €",
    ),
    ("Faktura\nNetto 32,50 zł\nVAT 6,50 zł\nRazem z VAT 39,00 zł", "Razem 39,00 zł"),
]


@pytest.mark.parametrize(("text", "bill"), GROSS)
def test_the_total_is_what_is_paid_and_never_without_tax(text: str, bill: str) -> None:
    """Net, tax and gross, in a row or below each other, agree with a bill that tells only what was paid."""
    got = read_invoice(text)

    assert Decimal("39.00") == got.total
    assert is_invoice(text)
    assert () == disagreements(got, read_bill(bill))


def test_polish_numbers_are_read() -> None:
    """The word for an invoice is in another case after the word for its number."""
    assert "IN-1042" == read_invoice("Numer faktury IN-1042\nRazem 39,00 zł").number


@pytest.mark.parametrize("row", ["Ketel\n2 € 39,00 € 78,00", "Ketel 2 €\u00a039,00 €\u00a078,00"])
def test_a_count_before_two_prices_is_no_price(row: str) -> None:
    """Two for 39 euros each are not two euros."""
    (line,) = read_invoice(f"Factuur\n{row}\nTotaal € 78,00").lines

    assert (Decimal(2), Decimal("39.00"), Decimal("78.00")) == (line.quantity, line.unit, line.amount)


@pytest.mark.parametrize(
    ("text", "issued", "due"),
    [
        ("Date: 11/22/2026\nDue: 12/06/2026", date(2026, 11, 22), date(2026, 12, 6)),
        ("Date: 11/12/2026\nDue: 12/06/2026\nTotal $30.00", date(2026, 11, 12), date(2026, 12, 6)),
        ("Date: 11/12/2026\nDue: 22/12/2026", date(2026, 12, 11), date(2026, 12, 22)),
        ("Date: 11.12.2026\nDue: 12.01.2027\nTotal $30.00", date(2026, 12, 11), date(2027, 1, 12)),
    ],
)
def test_days_in_figures_are_read_alike_in_one_document(text: str, issued: date, due: date) -> None:
    """One day that is sure, or dollars, tell whether the month comes first; dots never have it first."""
    got = read_invoice(f"Invoice\n{text}")

    assert (issued, due) == (got.issued, got.due)
    assert () == disagreements(got)


def test_days_that_could_be_others_accuse_nobody() -> None:
    """Due before it was issued, unless the month comes first: nobody can tell."""
    unsure = read_invoice("Invoice\nDate: 03/12/2026\nDue: 12/06/2026")
    sure = read_invoice("Invoice\nDate: 13/12/2026\nDue: 12/06/2026")

    assert [] == [each.about for each in disagreements(unsure)]
    assert ["due date"] == [each.about for each in disagreements(sure)]


PAID = TABLE.replace("Due date:\t6 December 2026", "Paid by card on 22 November 2026")


@pytest.mark.parametrize(
    ("text", "number", "issued", "due", "total"),
    [
        (TABLE, "IN-1042", date(2026, 11, 22), date(2026, 12, 6), "101.20"),
        (GERMAN, "RE-2026-0815", date(2026, 11, 22), date(2026, 12, 6), "43.90"),
        (FRENCH, "F2026-118", date(2026, 11, 22), date(2026, 12, 22), "44.00"),
        (AMERICAN, "48213", date(2026, 11, 22), date(2026, 12, 22), "32.40"),
        (DUTCH, "2026-0042", date(2026, 11, 22), date(2026, 12, 6), "43.90"),
        (PAID, "IN-1042", date(2026, 11, 22), None, "101.20"),
    ],
    ids=["table", "German", "French", "American", "labels above", "paid"],
)
def test_an_invoice_is_read(text: str, number: str, issued: date, due: date | None, total: str) -> None:
    """Number, days and total, whatever stands beside or above them."""
    got = read_invoice(text)

    assert (number, issued, due, Decimal(total)) == (got.number, got.issued, got.due, got.total)
    assert is_invoice(text)
    assert () == disagreements(got)


def test_the_parts_of_an_invoice_are_told() -> None:
    """Goods, discount, tax, the order it is for; and the same as plain data."""
    got = read_invoice(TABLE)

    assert ["Copper stove kettle", "Whistle"] == [line.label for line in got.lines]
    assert (Decimal("-10.70"), Decimal("16.87"), ("KC-1042",)) == (got.discount, got.tax, got.orders)
    plain = got.to_json()
    assert ("IN-1042", "2026-11-22", "2026-12-06", False) == (
        plain["number"], plain["date"], plain["due"], plain["paid"],
    )  # fmt: skip
    assert read_invoice(PAID).paid
    assert not read_invoice(TABLE + "\nTo be paid by transfer").paid


@pytest.mark.parametrize(
    "text",
    ["Your basket\nSubtotal £39.00\nTotal £39.00", "Download your invoice", "Invoice address: 1 Spout Lane"],
)
def test_what_is_no_invoice_is_none(text: str) -> None:
    """It must say that it is one, and name what is to be paid."""
    assert not is_invoice(text)


BOUGHT = """2 × Copper stove kettle £98.00
1 × Whistle £9.00
Subtotal £107.00
Discount (KETTLE10) −£10.70
Delivery £4.90
Total £101.20
Includes VAT (20 %) £16.87"""


def about(text: str, order: str = "KC-1042") -> list[str]:
    """What an invoice and the purchase above disagree about."""
    return sorted({each.about for each in disagreements(read_invoice(text), read_bill(BOUGHT), order)})


def test_an_invoice_for_what_was_bought_agrees() -> None:
    """Every line as the till had it, whatever the layout."""
    assert [] == about(TABLE)


def test_another_total_is_seen() -> None:
    """A pound more that no line explains is a contradiction with both quotes."""
    dearer = TABLE.replace("Total\t£101.20", "Total\t£102.20")

    found = disagreements(read_invoice(dearer), read_bill(BOUGHT))

    assert {"total", "invoice"} == {each.about for each in found}
    (other,) = (each for each in found if each.about == "invoice")
    assert ("Total £101.20", "Total £102.20") == (other.said, other.but)
    assert "on the invoice" in other.sentence


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Includes VAT (20%)\t£16.87", "Includes VAT (20%)\t£21.40", "tax"),
        ("Order:\tKC-1042", "Order:\tKC-1043", "order number"),
        ("Due date:\t6 December 2026", "Due date:\t6 October 2026", "due date"),
        ("Copper stove kettle\t2\t£49.00\t£98.00", "Copper stove kettle\t1\t£98.00\t£98.00", "items"),
    ],
)
def test_other_tax_goods_or_days_are_seen(old: str, new: str, what: str) -> None:
    """Each by its own name."""
    assert old in TABLE
    assert what in about(TABLE.replace(old, new))


def test_a_discount_that_was_forgotten_is_seen() -> None:
    """The code worked at the till, and the invoice is without it."""
    without = TABLE.replace("Discount (KETTLE10)\t-£10.70\n", "").replace("£101.20", "£111.90")

    found = disagreements(read_invoice(without), read_bill(BOUGHT))

    assert any(each.about == "discount" and "KETTLE10" in each.said for each in found)


def test_what_cannot_be_compared_is_not_accused() -> None:
    """Another currency, or an invoice whose total cannot be read."""
    assert [] == about(TABLE.replace("£", "€"))
    assert () == disagreements(read_invoice("Invoice IN-1"), read_bill(BOUGHT))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("22 November 2026", [date(2026, 11, 22)]),
        ("November 22nd, 2026", [date(2026, 11, 22)]),
        ("22. November 2026 bis 6. Dezember 2026", [date(2026, 11, 22), date(2026, 12, 6)]),
        ("le 22 novembre 2026", [date(2026, 11, 22)]),
        ("22 de noviembre de 2026", [date(2026, 11, 22)]),
        ("22 listopada 2026", [date(2026, 11, 22)]),
        ("2026-11-22, 03/04/2026", [date(2026, 11, 22), date(2026, 4, 3)]),
        ("11/22/2026", [date(2026, 11, 22)]),
        ("31.02.2026, 45/13/2026, 1.2.3, KC-2026-11", []),
    ],
)
def test_days_are_read(text: str, days: list[date]) -> None:
    """In words and figures; the day comes first where it can."""
    assert days == [day for day, _, _ in dates_in(text)]


@settings(deadline=None, database=None, max_examples=60)
@given(st.text(max_size=200) | st.text(alphabet="InvoiceTotal:£0123456789.-/ \n\t", max_size=200))
def test_no_words_are_too_odd(text: str) -> None:
    """Whatever a PDF gives, there is an invoice of it, perhaps an empty one."""
    got = read_invoice(text)

    assert got.text == text
    assert isinstance(disagreements(got, read_bill(BOUGHT), "KC-1"), tuple)


@pytest.mark.parametrize(
    ("total", "left"),
    [
        ("Total £39.00", "Balance due £0.00"),
        ("Total TTC 39,00 €", "Reste à payer 0,00 €"),
        ("Totaal € 39,00", "Te betalen € 0,00"),
        ("Totale 39,00 €", "Da pagare 0,00 €"),
        ("Razem 39,00 zł", "Do zapłaty 0,00 zł"),
    ],
)
def test_nothing_left_to_pay_is_no_total(total: str, left: str) -> None:
    """An invoice that has been paid is for what was bought, and not for nothing."""
    price = re.search(r"\S*39[.,]00(?: \S+)?", total)
    got = read_invoice(f"Invoice 2026-9\nKettle {price[0] if price else ''}\n{total}\n{left}")

    assert Decimal("39.00") == got.total
    assert () == disagreements(got, read_bill(f"Kettle {price[0] if price else ''}\n{total}"))


def test_a_discount_without_tax_is_the_same_discount() -> None:
    """At the till with tax, on the invoice before it."""
    invoice = (
        "Facture n° F-1\nBouilloire 65,00 €\nRemise 10 % -6,50 €\nTotal HT 58,50 €\nTVA 20 % 11,70 €\n"
        "Total TTC 70,20 €"
    )
    bought = "Bouilloire 2 × 39,00 € 78,00 €\nRemise -7,80 €\nTotal 70,20 €"

    assert () == disagreements(read_invoice(invoice), read_bill(bought))
    other = read_invoice(invoice.replace("-6,50", "-5,00"))
    assert "discount" in {each.about for each in disagreements(other, read_bill(bought))}
