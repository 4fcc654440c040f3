"""Documents: PDFs of any make, and the invoice found on a site as a page, a form, a file or in a mail."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import pytest
from fpdf import FPDF
from fpdf.enums import Align
from playwright.sync_api import Error

from cxprobe.channels.documents import Documents, pdf_text
from cxprobe.channels.fence import Fence
from cxprobe.channels.purse import Purse
from cxprobe.channels.web import Web
from cxprobe.errors import GaveUp, Inconclusive, UnreadableDocument
from cxprobe.reading.invoices import is_invoice, read_invoice
from cxprobe.reading.mails import Mail, read_mail
from cxprobe.reading.money import read_bill

Arrive = Callable[..., Web]

HEAD = (("Invoice number:", "IN-1042"), ("Order:", "KC-1042"), ("Invoice date:", "22 November 2026"))
GOODS = (("Description", "Qty", "Price", "Amount"), ("Copper stove kettle", "1", "£39.00", "£39.00"))
SUMS = (("Subtotal", "£39.00"), ("Delivery", "£4.90"), ("Total", "£43.90"), ("Includes VAT (20%)", "£7.32"))
PAGE = """<title>Invoice</title><h1>Invoice</h1><dl>{head}</dl>
<table><tr><td>1 × Copper stove kettle</td><td>£39.00</td></tr>{sums}</table>"""


def page(total: str = "£43.90", more: str = "") -> str:
    """The invoice as a page of the shop."""
    head = "".join(f"<div><dt>{a}</dt><dd>{b}</dd></div>" for a, b in HEAD)
    sums = "".join(f"<tr><td>{a}</td><td>{total if a == 'Total' else b}</td></tr>" for a, b in SUMS)
    return PAGE.format(head=head, sums=sums) + more


def sheet() -> FPDF:
    """An empty sheet of paper."""
    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=11)
    return paper


def in_a_table() -> bytes:
    """An invoice with a table, its sums in a column of labels and one of amounts."""
    paper = sheet()
    paper.cell(0, 10, "INVOICE", new_x="LMARGIN", new_y="NEXT")
    for label, value in HEAD:
        paper.cell(60, 8, label)
        paper.cell(0, 8, value, new_x="LMARGIN", new_y="NEXT")
    with paper.table() as table:
        for cells in GOODS:
            row = table.row()
            for cell in cells:
                row.cell(cell)
    for label, value in SUMS:
        paper.cell(120, 8, label)
        paper.cell(0, 8, value, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def to_the_right() -> bytes:
    """An invoice whose head stands beside the company's address, and whose sums stand to the right."""
    paper = sheet()
    for left, (label, value) in zip(("Kettle & Co", "1 Spout Lane", "Stoke-on-Trent"), HEAD, strict=True):
        paper.cell(100, 7, left)
        paper.cell(45, 7, label, align=Align.R)
        paper.cell(0, 7, value, align=Align.R, new_x="LMARGIN", new_y="NEXT")
    paper.ln(20)
    paper.cell(150, 7, "1 x Copper stove kettle")
    paper.cell(0, 7, "£39.00", align=Align.R, new_x="LMARGIN", new_y="NEXT")
    for label, value in SUMS:
        paper.cell(150, 7, label, align=Align.R)
        paper.cell(0, 7, value, align=Align.R, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def on_two_sheets() -> bytes:
    """An invoice as plain lines whose total comes on the second sheet."""
    paper = sheet()
    lines = [f"{label} {value}" for label, value in (*HEAD, ("1 x Copper stove kettle", "£39.00"), *SUMS)]
    for number, line in enumerate(lines):
        if number == len(lines) - 2:
            paper.add_page()
        paper.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def a_scan() -> bytes:
    """A sheet with lines drawn on it and no letter."""
    paper = sheet()
    for height in range(20, 200, 6):
        paper.line(20, height, 150, height)
    return bytes(paper.output())


@pytest.mark.parametrize("made", [in_a_table, to_the_right, on_two_sheets])
def test_a_pdf_is_read_whatever_its_layout(made: Callable[[], bytes]) -> None:
    """Made by nobody here; number, order, day and total are found."""
    got = read_invoice(pdf_text(made()))

    assert ("IN-1042", ("KC-1042",), "43.90", "7.32") == (
        got.number, got.orders, str(got.total), str(got.tax)
    )  # fmt: skip
    assert "2026-11-22" == got.to_json()["date"]
    assert is_invoice(got.text)


@pytest.mark.parametrize(
    ("content", "why"),
    [(a_scan(), "may be a scan"), (b"%PDF-1.7\nnothing", "no PDF"), (b"<html>", "no PDF"), (b"", "no PDF")],
    ids=["scan", "broken", "a page", "nothing"],
)
def test_what_has_no_words_is_not_guessed_at(content: bytes, why: str) -> None:
    """A scan is for people; what is no PDF is said to be none."""
    with pytest.raises(UnreadableDocument, match=why):
        pdf_text(content)


# -- on a site ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shop() -> Iterator[dict[str, Any]]:
    """Pages by path, served on loopback: text as HTML, bytes as a PDF; "url" says where."""
    pages: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = pages.get(self.path.partition("?")[0], "<h1>Not here</h1>")
            kind = "application/pdf" if isinstance(body, bytes) else "text/html; charset=utf-8"
            data = body if isinstance(body, bytes) else body.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET  # noqa: N815 - the name that http.server asks for

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name for it
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    pages["url"] = f"http://127.0.0.1:{server.server_address[1]}"
    yield pages
    server.shutdown()
    server.server_close()


def papers(web: Web, **facts: str) -> Documents:
    """The customer's dealings with documents."""
    known = {label.replace("_", " "): value for label, value in facts.items()}
    return Documents(web, web.conditions.identity, Purse(web.recorder), known)


def told(web: Web, kind: str) -> list[str]:
    """The sentences of the moments of a kind."""
    return [moment.sentence for moment in web.recorder.moments() if moment.kind == kind]


def test_an_invoice_on_a_page_is_read(arrive: Arrive, shop: dict[str, Any]) -> None:
    """Its bill is written down as what is to be paid, with number and day."""
    shop["/thanks"] = "<h1>Thank you</h1><a href='/i1'>View invoice</a>"
    shop["/i1"] = page()
    web = arrive(url=shop["url"])
    web.open("/thanks")

    got = papers(web).invoice("KC-1042")

    assert ("IN-1042", "43.90") == (got.number, str(got.total))
    (money,) = (m for m in web.recorder.moments() if m.kind == "money")
    assert ("invoice", "IN-1042", "2026-11-22", "site") == tuple(
        money.data[key] for key in ("where", "number", "date", "source")
    )
    assert [] == told(web, "mismatch")


def test_an_invoice_as_a_file_is_read(arrive: Arrive, shop: dict[str, Any]) -> None:
    """Behind a link that hands out a PDF; the page is not waited for, and nothing seems dead."""
    shop["/thanks"] = "<h1>Thank you</h1><a href='/i2.pdf'>Download invoice (PDF)</a>"
    shop["/i2.pdf"] = in_a_table()
    web = arrive(url=shop["url"])
    web.open("/thanks")

    got = papers(web).invoice()

    assert "IN-1042" == got.number
    assert [] == told(web, "dead_end")
    assert [] == told(web, "wait")


def test_of_several_invoices_the_one_of_the_order_is_read(arrive: Arrive, shop: dict[str, Any]) -> None:
    """In a history of orders, by the number in the link's name."""
    shop["/orders"] = (
        "<h1>Your orders</h1><p><a href='/i/KC-1041'>Invoice KC-1041</a></p>"
        "<p><a href='/i/KC-1042'>Invoice KC-1042</a></p>"
    )
    shop["/i/KC-1041"], shop["/i/KC-1042"] = page("£99.00"), page()
    web = arrive(url=shop["url"])
    web.open("/orders")

    assert "43.90" == str(papers(web).invoice("KC-1042").total)


def test_a_form_that_asks_for_the_order_is_filled_in(arrive: Arrive, shop: dict[str, Any]) -> None:
    """The order's number and the mail address it was placed with."""
    shop["/"] = "<h1>Shop</h1><footer><a href='/ask'>Invoices</a></footer>"
    shop["/ask"] = (
        "<h1>Invoice</h1><form method=post action='/i3'><label>Order number <input name=order></label>"
        "<label>E-mail <input type=email name=email></label><button>Show invoice</button></form>"
    )
    shop["/i3"] = page()
    web = arrive(url=shop["url"])
    web.open("/")

    got = papers(web, order_number="KC-1042").invoice("KC-1042")

    assert "IN-1042" == got.number
    typed = {m.data["field"]: m.data["count"] for m in web.recorder.moments() if m.kind == "keys"}
    assert len("KC-1042") == typed["Order number"]


def test_a_form_that_refuses_is_quoted(arrive: Arrive, shop: dict[str, Any]) -> None:
    """The page's own words are why the customer leaves."""
    shop["/ask"] = (
        "<h1>Invoice</h1><form method=post action='/no'><label>Order number <input name=order></label>"
        "<button>Show invoice</button></form>"
    )
    shop["/no"] = "<h1>Invoice</h1><p role=alert>We do not know this order.</p>"
    web = arrive(url=shop["url"])
    web.open("/ask")

    with pytest.raises(GaveUp, match="We do not know this order"):
        papers(web).invoice("KC-1042")


def test_an_invoice_of_another_total_is_a_contradiction(arrive: Arrive, shop: dict[str, Any]) -> None:
    """Held against the bill of the confirmation, and against its own lines."""
    shop["/i4"] = page("£44.90")
    web = arrive(url=shop["url"])
    web.open("/i4")
    ours = papers(web)
    bought = "1 × Copper stove kettle £39.00\nSubtotal £39.00\nDelivery £4.90\nTotal £43.90"
    ours.purse.bills.append(("confirmed", read_bill(bought)))

    ours.invoice()

    about = {m.data["about"] for m in web.recorder.moments() if m.kind == "mismatch"}
    assert {"total", "invoice"} == about


def test_a_scanned_invoice_is_for_people(arrive: Arrive, shop: dict[str, Any]) -> None:
    """We could not tell, and say so."""
    shop["/thanks"] = "<h1>Thank you</h1><a href='/scan.pdf'>Invoice</a>"
    shop["/scan.pdf"] = a_scan()
    web = arrive(url=shop["url"])
    web.open("/thanks")

    with pytest.raises(Inconclusive, match="may be a scan"):
        papers(web).invoice()


def test_a_site_without_invoices_is_not_accused(arrive: Arrive, shop: dict[str, Any]) -> None:
    """We did not find one."""
    shop["/bare"] = "<h1>Nothing here</h1>"
    web = arrive(url=shop["url"])
    web.open("/bare")

    with pytest.raises(Inconclusive, match="did not find"):
        papers(web).invoice()


def mailed(*files: tuple[str, bytes], subject: str = "Your order KC-1042") -> Mail:
    """A confirmation with files."""
    made = EmailMessage()
    made["Subject"] = subject
    made.set_content("Thank you.")
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return read_mail(made.as_bytes(), datetime.now(UTC))


def test_an_invoice_that_came_by_mail_is_read_there(arrive: Arrive, shop: dict[str, Any]) -> None:
    """Of several files the one that is an invoice; nobody goes to the site for it."""
    web = arrive(url=shop["url"])
    other = sheet()
    other.multi_cell(0, 8, "Our terms and conditions, in eight words and more, for you to keep.")

    got = papers(web).invoice(
        "KC-1042", (mailed(("terms.pdf", bytes(other.output())), ("IN.pdf", in_a_table())),)
    )

    assert "IN-1042" == got.number
    assert ['Opens "IN.pdf", which came with the mail "Your order KC-1042".'] == told(web, "step")


# -- the right one -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        "<footer><a href='/terms.pdf'>Terms (PDF)</a></footer>",
        "<p><a href='/sizes.pdf'>Size guide (PDF)</a></p>",
        "<p><a href='/terms.pdf'>Terms (PDF)</a></p>",
    ],
)
def test_another_file_does_not_stand_for_the_invoice(arrive: Arrive, shop: dict[str, Any], more: str) -> None:
    """Terms in the footer, a guide that is a picture: the page was read and counts."""
    terms = sheet()
    terms.multi_cell(0, 8, "Our terms and conditions, in eight words and more, for you to keep.")
    shop["/i5"], shop["/terms.pdf"], shop["/sizes.pdf"] = page(more=more), bytes(terms.output()), a_scan()
    web = arrive(url=shop["url"])
    web.open("/i5")

    got = papers(web).invoice()

    assert ("IN-1042", "43.90") == (got.number, str(got.total))


def of_order(number: str, total: str = "£43.90") -> bytes:
    """An invoice of one order."""
    paper = sheet()
    for line in (
        f"Invoice number: IN-{number[3:]}",
        f"Order: {number}",
        "1 x Kettle £39.00",
        f"Total {total}",
    ):
        paper.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def test_of_two_orders_the_one_asked_for_is_read(arrive: Arrive, shop: dict[str, Any]) -> None:
    """The newest mail is about another order; a scan among the files is passed over."""
    web = arrive(url=shop["url"])
    mails = (
        mailed(("first.pdf", of_order("KC-1041")), subject="Your order KC-1041"),
        mailed(("second.pdf", of_order("KC-1042"))),
        mailed(("scan.pdf", a_scan()), subject="Your letter"),
    )

    first = papers(web).invoice("KC-1041", mails)

    assert ("KC-1041",) == first.orders


def test_an_invoice_of_another_order_is_told_where_the_mail_is_about_this_one(
    arrive: Arrive, shop: dict[str, Any]
) -> None:
    """The right mail with the wrong paper is a contradiction, and no reason to look elsewhere."""
    web = arrive(url=shop["url"])

    got = papers(web).invoice("KC-1042", (mailed(("wrong.pdf", of_order("KC-1041"))),))

    assert ("KC-1041",) == got.orders
    assert ["order number"] == [m.data["about"] for m in web.recorder.moments() if m.kind == "mismatch"]


def test_last_weeks_invoice_is_not_held_against_todays_bill(arrive: Arrive, shop: dict[str, Any]) -> None:
    """Only the invoice of the order that was placed on this visit is."""
    web = arrive(url=shop["url"])
    about = []
    for placed in ("KC-1042", "KC-1001"):
        ours = papers(web)
        ours.placed = placed
        ours.purse.bills.append(("confirmed", read_bill("1 × Teapot £29.00\nTotal £29.00")))
        web.recorder.begin()
        ours.invoice("KC-1001", (mailed(("old.pdf", of_order("KC-1001")), subject="Your order KC-1001"),))
        about.append({m.data["about"] for m in web.recorder.moments() if m.kind == "mismatch"})

    assert [False, True] == ["invoice" in each for each in about]


# -- what cannot be opened ---------------------------------------------------------------------


def locked() -> bytes:
    """A PDF that opens with a password only."""
    paper = sheet()
    paper.cell(0, 8, "Invoice of nobody's business, in eight words and more.")
    paper.set_encryption(owner_password="a", user_password="b")
    return bytes(paper.output())


def test_a_document_that_nobody_should_open_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locked, too large, or such that the reader itself stumbles: each is for people."""
    for content in (locked(), b"%PDF-1.7" + b" " * (20 * 1024 * 1024)):
        with pytest.raises(UnreadableDocument):
            pdf_text(content)
    monkeypatch.setattr("pypdf.PdfReader", _stumbles)
    with pytest.raises(UnreadableDocument, match="cryptography"):
        pdf_text(in_a_table())


def _stumbles(*_: object) -> None:
    raise NotImplementedError("cryptography is needed")


def test_of_many_sheets_the_first_fifty_are_read() -> None:
    """A book is no invoice: nobody reads on for minutes."""
    paper = sheet()
    for number in range(1, 61):
        paper.cell(0, 8, f"This is sheet number{number} of the book")
        paper.add_page()

    text = pdf_text(bytes(paper.output()))

    assert "number50" in text
    assert "number51" not in text


class Window:
    """A browser's window that shows a PDF, and hands it out or does not."""

    def __init__(self, url: str, answer: object) -> None:
        self.url, self.request, self.answer, self.asked = url, self, answer, {}  # type: ignore[var-annotated]

    def get(self, url: str, **how: Any) -> Any:
        """The file, asked for once more."""
        self.asked = how
        if isinstance(self.answer, Exception):
            raise self.answer
        return SimpleNamespace(headers={}, body=lambda: self.answer)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("blob:http://shop.example/1", b""),
        ("https://elsewhere.example/i.pdf", b""),
        ("https://shop.example/i.pdf", Error("connection reset")),
        ("https://shop.example/i.pdf", b"<html>Found"),
    ],
)
def test_a_file_in_the_window_that_is_not_handed_out_is_unreadable(url: str, answer: object) -> None:
    """Whatever the reason, and never asked for outside the fence, nor by a redirect."""
    window = Window(url, answer)
    web = SimpleNamespace(page=window, fence=Fence("https://shop.example"), page_patience=lambda: 4.0)
    ours = Documents(web, None, None)  # type: ignore[arg-type]  # as much as it takes

    with pytest.raises(UnreadableDocument):
        ours._of_window()

    assert window.asked == {} or window.asked["max_redirects"] == 0


def test_a_download_that_broke_off_is_inconclusive(arrive: Arrive, shop: dict[str, Any]) -> None:
    """What does not come through is no invoice that could be judged, and no crash."""
    shop["/thanks"] = "<h1>Thank you</h1><a href='/i6.pdf'>Invoice (PDF)</a>"
    shop["/i6.pdf"] = in_a_table()
    web = arrive(url=shop["url"])
    web.open("/thanks")
    web.recorder.downloads = Broken()

    with pytest.raises(Inconclusive, match="not handed out"):
        papers(web).invoice()


class Broken(list[Any]):
    """Downloads none of which comes through."""

    def __getitem__(self, _: Any) -> Any:
        return SimpleNamespace(path=_canceled)


def _canceled() -> None:
    raise Error("canceled")
