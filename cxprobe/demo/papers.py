"""Papers as PDF: the invoice of an order and the label of a return, in any script people are named in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from cxprobe.demo.countries import town_line
from cxprobe.demo.letters import choice_told, mail_words, sums_told
from cxprobe.demo.scripts import as_written
from cxprobe.demo.store import Order
from cxprobe.demo.words import Words

SELLER = ("Kettle & Co Ltd", "1 Spout Lane", "Stoke-on-Trent ST1 1AA", "United Kingdom")
VAT_NUMBER = "GB 000 0019 87"
_FONT = Path(__file__).parent / "fonts" / "DejaVuSans-letters.ttf"
_COPPER, _INK, _SOFT, _LINE = (138, 63, 23), (42, 33, 28), (106, 91, 81), (224, 212, 196)
_WIDTH = 170.0  # millimetres between the margins of an A4 page


def invoice(order: Order, words: Words, *, more: int = 0, net: bool = False) -> bytes:
    """The invoice of an order, one or more A4 pages; `more` and `net` as in `sums_told`."""
    told = mail_words(words.language).plain
    sheet = _Sheet(words, words.plain("invoice_of", number=order.name), order.placed)
    sheet.head(words.plain("invoice"))
    sheet.facts(_facts(order, words))
    sheet.table(
        (told("article"), words.plain("quantity"), told("price_each"), words.plain("total")),
        [
            (
                words.title(line.product),
                str(line.quantity),
                words.money(line.product.price),
                words.money(line.price),
                choice_told(line, words),
            )
            for line in order.lines
        ],
    )
    sheet.sums(sums_told(order.bill, words, more=more, net=net), {words.plain("total"), words.plain("gross")})
    sheet.say(told("paid", day=words.date(order.placed)), size=11)
    return sheet.printed()


def label(number: str, order: Order, words: Words) -> bytes:
    """The label of a return, to stick on the parcel."""
    sheet = _Sheet(words, f"{words.plain('return_label')} {number}", order.placed)
    sheet.head(words.plain("return_label"))
    sheet.say(number, size=26)
    for title, lines in (
        ("return_to", ("Kettle & Co", *SELLER[1:])),
        ("return_from", (_name(order), words.plain("order_title", number=order.name))),
    ):
        sheet.say(words.plain(title), soft=True)
        for line in lines:
            sheet.say(line, size=14)
        sheet.gap()
    sheet.say(words.plain("return_label_how"))
    return sheet.printed()


def _facts(order: Order, words: Words) -> list[tuple[str, Sequence[str]]]:
    told = mail_words(words.language).plain
    return [
        (words.plain("invoice_number"), [f"IN-{order.number}"]),
        (words.plain("order_number"), [order.name]),
        (words.plain("placed"), [words.date(order.placed)]),
        (told("seller"), SELLER),
        (told("vat_number"), [VAT_NUMBER]),
        (words.plain("billed_to"), [line for line in (_name(order), *_address(order, words)) if line]),
    ]


def _name(order: Order) -> str:
    return f"{order.contact.get('first_name', '')} {order.contact.get('last_name', '')}".strip()


def _address(order: Order, words: Words) -> Iterator[str]:
    yield order.contact.get("email", "")
    to = order.delivery
    if to.get("line1"):
        yield to["line1"]
        yield to.get("line2", "")
        yield town_line(to.get("town", ""), to.get("postcode", ""), to["country"])
        yield words.countries[to["country"]]


class _Sheet:
    """A page being printed, from top to bottom; every text goes through the bundled letters."""

    def __init__(self, words: Words, title: str, made: datetime) -> None:
        self._pdf = pdf = FPDF(format="A4")
        pdf.set_margin(20)
        pdf.set_title(title)
        pdf.set_author(SELLER[0])
        pdf.set_lang(words.tag)
        pdf.set_creation_date(made.astimezone())
        pdf.add_font("letters", fname=_FONT)
        pdf.set_draw_color(*_LINE)
        pdf.add_page()

    def printed(self) -> bytes:
        """The PDF."""
        return bytes(self._pdf.output())

    def head(self, title: str) -> None:
        """The company's name and what the paper is."""
        self.say(SELLER[0].removesuffix(" Ltd"), size=20, colour=_COPPER)
        self.say(title, size=16)
        self.gap()

    def gap(self) -> None:
        """Some white."""
        self._pdf.ln(5)

    def say(
        self, text: str, *, size: float = 10, soft: bool = False, colour: tuple[int, int, int] = _INK
    ) -> None:
        """A paragraph over the whole width."""
        self._ink(size, _SOFT if soft else colour)
        for line in self._broken(text, _WIDTH):
            self._cell(line, _WIDTH, size * 0.55, last=True)

    def facts(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Names on the left, what they are on the right."""
        for name, values in rows:
            for place, text in enumerate(
                [line for value in values for line in self._broken(value, _WIDTH - 45)]
            ):
                self._ink(10, _SOFT)
                self._cell("" if place else name, 45, 5.5)
                self._ink(10, _INK)
                self._cell(text, _WIDTH - 45, 5.5, last=True)
            self._pdf.ln(1)
        self.gap()

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Article, quantity, price each and price; a row may have a small line under its article."""
        self._row(head, soft=True)
        for *cells, small in rows:
            first, *others = self._broken(cells[0], 85)
            self._row([first, *cells[1:]])
            for line in [*others, *([small] if small else [])]:
                self.say(line, size=9, soft=True)
            self._rule()

    def sums(self, rows: Sequence[tuple[str, str]], loud: set[str]) -> None:
        """The rows under the table; the loud ones are what is to be paid."""
        for name, price in rows:
            self._ink(12 if name in loud else 10, _INK)
            self._cell(name, 130, 6.5, align="R")
            self._cell(price, 40, 6.5, align="R", last=True)
        self.gap()

    def _row(self, cells: Sequence[str], *, soft: bool = False) -> None:
        self._ink(9 if soft else 10, _SOFT if soft else _INK)
        for place, (text, width) in enumerate(zip(cells, (85, 20, 30, 35), strict=True)):
            self._cell(text, width, 6.5, align="R" if place else "L", last=place == len(cells) - 1)

    def _rule(self) -> None:
        pdf = self._pdf
        pdf.line(pdf.l_margin, pdf.get_y(), pdf.l_margin + _WIDTH, pdf.get_y())

    def _ink(self, size: float, colour: tuple[int, int, int]) -> None:
        self._pdf.set_font("letters", size=size)
        self._pdf.set_text_color(*colour)

    def _cell(self, text: str, width: float, height: float, *, align: str = "L", last: bool = False) -> None:
        across, down = (XPos.LMARGIN, YPos.NEXT) if last else (XPos.RIGHT, YPos.TOP)
        self._pdf.cell(width, height, as_written(text), align=align, new_x=across, new_y=down)

    def _broken(self, text: str, width: float) -> list[str]:
        """The lines of a text that is too wide for one; a word that is too wide is broken too."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self._fits(longer, width):
                lines[-1] = longer
            else:
                lines.append(word)
            while not self._fits(lines[-1], width):
                cut = next(n for n in range(len(lines[-1]) - 1, 0, -1) if self._fits(lines[-1][:n], width))
                lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
        return lines

    def _fits(self, text: str, width: float) -> bool:
        room = width - 2 * self._pdf.c_margin
        return len(text) < 2 or self._pdf.get_string_width(as_written(text)) <= room
