"""An invoice read from its words: number, days, what is to be paid, and whether that is what was bought.

The same for a page, a PDF's text and a mail; in eight languages, wherever the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from cxprobe.reading.calendar import dates_in, is_open, order_of
from cxprobe.reading.money import read_bill
from cxprobe.reading.money_bill import Bill, BillLine, Mismatch
from cxprobe.reading.money_changes import compare
from cxprobe.reading.money_sums import mismatches
from cxprobe.reading.pages import order_numbers
from cxprobe.reading.prices import minor_unit, prices

_I = re.IGNORECASE
_INVOICE = (
    r"(?:(?:tax |vat |sales |pro ?forma )?invoice|(?:tax )?bill(?! to)|credit note|\w*rechnung|facture"
    r"|factura|fattura|factuur|faktur[aąęy]|fatura)"
)
_NUMBER_WORD = (
    r"(?:number|no\b\.?|nr\b\.?|num\b\.?|#|id\b|reference|ref\b\.?|-?nummer|-?nr\b\.?|numéro|n[°ºo]\.?|número"
    r"|núm\b\.?|numero|numer)"
)
_TOKEN = r"(?P<number>(?=[A-Z0-9/._-]*\d)[A-Z0-9][A-Z0-9]*(?:[-/._]?[A-Z0-9]+)*)(?![\w-])"
_NUMBERED = re.compile(
    rf"(?i:(?<!\w){_INVOICE}(?:s)?[\s:,]*(?:de |da |del |d['’])?{_NUMBER_WORD}\s*(?:is|:|\.|#|,)*\s*){_TOKEN}"
)
_NAMED = re.compile(rf"(?i:(?<!\w){_INVOICE})[ \t]*[:#]?[ \t]*{_TOKEN}")
_ONLY_WORD = re.compile(rf"(?i:^\W*{_INVOICE}?\W*{_NUMBER_WORD}\W*$)")
_IS_INVOICE = re.compile(rf"(?<!\w){_INVOICE}(?!\w)", _I)
_DUE = re.compile(
    r"\b(?:due(?: date| on| by)?|payable (?:by|until|before)|pay(?:ment)? (?:by|before|until|due)"
    r"|payment date|fällig\w*|zahlbar bis|zahlungsziel|échéance|à payer (?:avant|le)|vencimiento"
    r"|pagar antes de|scadenza|pagare entro|vervaldatum|te betalen (?:voor|vóór)|uiterlijk"
    r"|termin(?: płatności)?|płatne do"
    r"|data de vencimento|vencimento|pagar até)\b",
    _I,
)
_ISSUED = re.compile(
    r"\b(?:(?:invoice|issue|issued|billing|tax|bill) ?(?:date|on)?|date(?: of (?:issue|invoice))?|dated"
    r"|placed|besteld op|bestellt am|aufgegeben am"
    r"|ordered|order date|\w*datum|ausgestellt am|vom|date d['’](?:émission|édition)|émise? le"
    r"|fecha\w*|emitid[oa]|data\w*|emess[oa]|wystawion[oay]|data wystawienia)\b",
    _I,
)
_DAYS = re.compile(
    r"\b(?:within|net|in|binnen|innerhalb von|sous|dans|en|entro|w ciągu|em|no prazo de)\s+(\d{1,3})\s*"
    r"(?:calendar )?(?:days|tagen?|jours|días|giorni|dagen|dni|dias)\b",
    _I,
)
_LEFT = re.compile(
    r"\b(?:due|to pay|payable|outstanding|owing|remaining|balance|offen\w*|rest\w*|(?:zu|zahl)\w* ?(?:zahlen"
    r"|betrag)"
    r"|à payer|solde|dû|pendiente|a pagar|saldo|da pagare|residuo|te betalen|openstaand\w*|do zapłaty"
    r"|pozostał\w+"
    r"|em dívida|em falta)\b",
    _I,
)
"""What is left to be paid."""
_PAID = re.compile(
    r"\b(?:paid(?: in full)?|already paid|bezahlt|beglichen|payée?|acquittée?|pagad[oa]|pagat[oa]|betaald"
    r"|zapłacon[oay]|pag[oa])\b",
    _I,
)
_NOT_PAID = re.compile(r"\b(?:un|not |to be |nicht |non |no |niet |nie )paid|\bto be\b", _I)
_GLUED = re.compile(r"(?<![\d.,])(\d{1,3})\s(?=([€£$])\s?\d[\d.,]*[.,]\d\d\s\2\s?\d)")
"""How many, right before two prices with their sign before them: "2 € 39,00 € 78,00"."""
_HEAD = 60
"""Characters that a column's head has at most. Ours."""
_FORGIVEN = 2
"""Minor units by which two figures of one purchase may differ by rounding. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """One invoice: what it is called, its days, and its bill."""

    bill: Bill
    number: str = ""
    """As it stands there; "" where none is named."""
    orders: tuple[str, ...] = ()
    """Numbers of the orders it names."""
    issued: date | None = None
    """When it was made out."""
    due: date | None = None
    """By when it is to be paid."""
    paid: bool = False
    """Whether it says that it is paid."""
    sure_days: bool = True
    """Whether its days are those two and no others: "03/04/2026" can be two days."""
    text: str = field(default="", repr=False)

    @property
    def lines(self) -> tuple[BillLine, ...]:
        """What was bought."""
        return self.bill.all("item")

    @property
    def discount(self) -> Decimal:
        """What was taken off, as a negative amount; 0 where nothing was."""
        return self.bill.sum("discount")

    @property
    def tax(self) -> Decimal:
        """The tax it names, in the prices or beside them."""
        return self.bill.sum("tax")

    @property
    def total(self) -> Decimal | None:
        """What is to be paid; None where no total is told."""
        return self.bill.total.amount if self.bill.total else None

    def to_json(self) -> dict[str, Any]:
        """As plain data, beside the lines of its bill."""
        return {
            "number": self.number, "orders": list(self.orders),
            "date": self.issued.isoformat() if self.issued else "",
            "due": self.due.isoformat() if self.due else "",
            "paid": self.paid, **self.bill.to_json(),
        }  # fmt: skip


def is_invoice(text: str) -> bool:
    """Whether some words are an invoice: they say so, and name what is to be paid."""
    return bool(_IS_INVOICE.search(text)) and bill_in(text).total is not None


def read_invoice(text: str) -> Invoice:
    """The invoice in some words: a page's, a PDF's, a mail's; what it does not say stays empty."""
    issued, due, sure = _days(text)
    paid = any(_PAID.search(line) and not _NOT_PAID.search(line) for line in text.splitlines())
    number = _number(text)
    orders = tuple(each for each in order_numbers(text) if each != number)
    return Invoice(
        bill=bill_in(text), number=number, orders=orders, issued=issued, due=due,
        paid=paid, sure_days=sure, text=text,
    )  # fmt: skip


def disagreements(invoice: Invoice, bought: Bill | None = None, order: str = "") -> tuple[Mismatch, ...]:
    """What does not agree: within an invoice, and with what was bought and under which number.

    Nothing where the invoice and the purchase cannot be compared: another currency, no total.
    """
    found = [*mismatches(invoice.bill), *_odd_days(invoice)]
    if order and invoice.orders and order not in invoice.orders:
        said = f"order {invoice.orders[0]}"
        found.append(Mismatch(
            "order number", order, said, f'The order was {order}; the invoice is for "{said}".'
        ))  # fmt: skip
    if bought is not None:
        found += compare(bought, invoice.bill, about="invoice")
        found += _parts(bought, invoice.bill)
    return tuple({(each.about, each.said, each.but): each for each in found}.values())


def bill_in(text: str) -> Bill:
    """The bill in the words of a paper or mail; that nothing is left to pay is no total of it."""
    return read_bill("\n".join(_apart(line) for line in text.splitlines() if not _nothing_left(line)))


def _nothing_left(line: str) -> bool:
    """Whether a line says that all has been paid: "Balance due £0.00"."""
    found = prices(line) if _LEFT.search(line) else ()
    return bool(found) and all(each.amount == 0 for each in found)


def _apart(line: str) -> str:
    """A line with what stands glued together in it apart: several amounts with a label each, a count."""
    parts = [part.strip() for part in line.split(" / ")]
    labelled = all(prices(part) and re.match(r"[^\W\d_]", part) for part in parts)
    return _GLUED.sub(r"\1\t", "\n".join(parts) if labelled else line)


def _number(text: str) -> str:
    """The number beside the words for it, else on the line after them, else in the heading."""
    beside = _NUMBERED.search(text)
    if beside:
        return beside["number"]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line, after in pairwise(lines):
        found = re.match(_TOKEN, after) if len(line) < _HEAD and _ONLY_WORD.match(line) else None
        if found:
            return found["number"]
    named = _NAMED.search(text)
    return named["number"] if named else ""


def _days(text: str) -> tuple[date | None, date | None, bool]:
    """When it was made out, by when it is to be paid, and whether that is sure, by the words beside them."""
    issued, due, above, sure = None, None, "", True
    undecided = order_of(text) == "either"
    for line in (each.strip() for each in text.splitlines()):
        for day, label, words in _labelled(line, above, text):
            if _DUE.search(label):
                due = due or day
            elif _ISSUED.search(label):
                issued = issued or day
            sure = sure and not (undecided and is_open(words))
        above = line or above
    length = _DAYS.search(text) if due is None and issued else None
    if length and issued:
        due = date.fromordinal(issued.toordinal() + int(length[1]))
    return issued, due, sure


def _labelled(line: str, above: str, whole: str) -> Iterator[tuple[date, str, str]]:
    """Each day of a line with the words that say what day it is, and its own."""
    start = 0
    for day, begin, end in dates_in(line, whole):
        label = line[start:begin]
        yield day, label if re.search(r"\w", label) else above, line[begin:end]
        start = end


def _odd_days(invoice: Invoice) -> Iterator[Mismatch]:
    if invoice.sure_days and invoice.issued and invoice.due and invoice.due < invoice.issued:
        said, but = invoice.issued.isoformat(), invoice.due.isoformat()
        yield Mismatch(
            "due date", said, but, f"The invoice is of {said}, and to be paid by {but}, before it."
        )


# -- what was bought -------------------------------------------------------------------------------


def _parts(bought: Bill, invoiced: Bill) -> Iterator[Mismatch]:
    """Tax, discount and goods that are others on the invoice, where both name them in one currency."""
    if bought.currency != invoiced.currency or not bought.total or not invoiced.total:
        return
    for kind, name in (("tax", "Tax"), ("discount", "The discount")):
        before, after = bought.get(kind), invoiced.get(kind)
        if before and after and not _same(bought.sum(kind), invoiced.sum(kind), invoiced):
            yield Mismatch(
                kind, before.quote, after.quote,
                f'{name}: first the page said "{before.quote}", on the invoice "{after.quote}".',
            )  # fmt: skip
    yield from _goods(bought, invoiced)


def _same(one: Decimal, other: Decimal, invoiced: Bill) -> bool:
    """Whether two amounts are one, told with tax here and perhaps without it on an invoice."""
    total = invoiced.total.amount if invoiced.total else Decimal()
    net = total - invoiced.sum("tax")
    with_tax = other * total / net if net > 0 else other
    return min(abs(one - other), abs(one - with_tax)) <= _fair(invoiced)


def _goods(bought: Bill, invoiced: Bill) -> Iterator[Mismatch]:
    """Another number of articles, where both name as many lines and say of each how many."""
    before, after = bought.all("item"), invoiced.all("item")
    if not before or len(before) != len(after) or not all(line.quantity for line in (*before, *after)):
        return
    had = sum((line.quantity or Decimal() for line in before), Decimal())
    has = sum((line.quantity or Decimal() for line in after), Decimal())
    if had != has:
        said, but = "; ".join(line.quote for line in before), "; ".join(line.quote for line in after)
        yield Mismatch(
            "items", said, but, f'Bought were {had} articles ("{said}"), on the invoice are {has} ("{but}").'
        )


def _fair(bill: Bill) -> Decimal:
    return minor_unit(bill.currency) * _FORGIVEN
