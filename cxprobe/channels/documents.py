"""Documents a company hands out, an invoice above all: found, opened as a page or a PDF, and read.

A PDF is taken where it comes: as a download, in the window, or with a mail.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from cxprobe.channels.around import Around
from cxprobe.channels.filling import Filler
from cxprobe.channels.shelf import SAYS
from cxprobe.channels.walk import Found, Walk
from cxprobe.errors import UnreadableDocument
from cxprobe.reading.forms import read_form
from cxprobe.reading.invoices import Invoice, disagreements, is_invoice, read_invoice
from cxprobe.reading.money_bill import Bill
from cxprobe.reading.pages import order_numbers
from cxprobe.reading.trouble import errors_on
from cxprobe.settings import Level

if TYPE_CHECKING:
    from playwright.sync_api import Download

    from cxprobe.channels.purse import Purse
    from cxprobe.channels.web import Web
    from cxprobe.people.identity import Identity
    from cxprobe.reading.mails import Mail

_ROUNDS = 4
"""Pages and forms that may stand between a customer and their invoice. Ours."""
_WORDS = 8
"""Words that a document has at least; fewer are a picture of one. Ours."""
_LARGEST = 20 * 1024 * 1024
"""Bytes of a document that is opened. Ours."""
_SHEETS = 50
"""Sheets of a document that are read. Ours."""
_PLACES = ("your orders", "order history", "my account")
"""Where companies keep invoices, by the names of the ways there."""
_INVOICE = re.compile(r"invoice|rechnung|fa[ck]tu|fattur|receipt", re.IGNORECASE)


def pdf_text(content: bytes) -> str:
    """The words of a PDF, a line each, columns apart by tabs.

    Raises UnreadableDocument for what is no PDF, is locked, larger than 20 MB, or is a picture of words
    (a scan); of many sheets the first fifty are read.
    """
    from pypdf import PdfReader

    if len(content) > _LARGEST:
        raise UnreadableDocument("This PDF is larger than 20 MB: only a person can read it.")
    try:
        reader = PdfReader(io.BytesIO(content))
        text = "\n".join(_layout(page) for page in islice(reader.pages, _SHEETS))
    except Exception as error:  # of a broken or locked file it raises whatever it meets
        raise UnreadableDocument(f"This is no PDF that can be read: {str(error)[:120]}") from None
    if len(text.split()) < _WORDS:
        raise UnreadableDocument("This PDF has no words, it may be a scan: only a person can read it.")
    return text


def _layout(page: object) -> str:
    """A page's words in lines as they stand on paper; a gap of several spaces parts columns."""
    try:
        text = str(page.extract_text(extraction_mode="layout"))  # type: ignore[attr-defined]
    except Exception:  # the layout mode stumbles over fonts that the plain one reads
        text = str(page.extract_text())  # type: ignore[attr-defined]
    lines = (re.sub(r" {2,}", "\t", line.strip()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@dataclass(slots=True)
class Documents:
    """One customer's dealings with documents on one site."""

    web: Web
    identity: Identity
    purse: Purse
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the customer can tell: order numbers and the like."""
    placed: str = ""
    """The number of the order that was placed last on this visit; "" where none was told."""
    _tried: set[str] = field(default_factory=set)
    """Ways to an invoice that were pressed already, by name and page."""

    def invoice(self, number: str = "", mails: tuple[Mail, ...] = ()) -> Invoice:
        """Read the invoice of an order: one that came by mail, else the one that the site gives.

        What does not agree, in itself and with what was bought, is written down. Raises Inconclusive
        where none is found, or one that has no words; GaveUp with the page's words where it refuses.
        """
        walk = Walk(self.web, "read the invoice")
        with self.web.acting():
            try:
                text, source = self._attached(mails, number), "mail"
                if not text:
                    text, source = self._on_site(walk, number), "site"
            except UnreadableDocument as error:
                self.web.blocked("document", f"The invoice cannot be read. {error}")
            if not text:
                self.web.lost_our_way("an invoice")
        return self._read(text, source, number)

    # ---- where it is -----------------------------------------------------------------------------

    def _attached(self, mails: tuple[Mail, ...], number: str) -> str:
        """The words of the newest PDF among what came with the mails that is the order's invoice."""
        for mail in reversed(mails):
            for name, content in mail.files.items():
                text = _words_of(content)
                if is_invoice(text) and _is_about(number, text, mail):
                    note = f'Opens "{name}", which came with the mail "{mail.subject}".'
                    self.web.recorder.add(
                        "step", channel="mail", sentence=note, data={"goal": "read the invoice"}
                    )
                    return text
        return ""

    def _on_site(self, walk: Walk, number: str) -> str:
        """The words of the invoice that the site shows or hands out, "" where none is found."""
        walk.read()
        if not is_invoice(walk.see().snapshot.text) and not _asks_for_order(walk):
            found = Around(walk).find(lambda: self._way(walk, number), "the invoice")
            text = self._pressed(walk, found)
            if text:
                return text
        for _ in range(_ROUNDS):
            shown = walk.see().snapshot.text
            if is_invoice(shown):
                return self._to_keep(walk, number) or shown
            text = self._asked(walk, number) if _asks_for_order(walk) else self._followed(walk, number)
            if text:
                return text
        return ""

    def _way(self, walk: Walk, number: str) -> Found | None:
        """What leads to the invoice, or to where it is kept; of several the one that names the order."""
        for look in (self._named, self._called, self._kept):
            found = look(walk, number)
            if found is not None and f"{found.control.href} {found.name}" not in self._tried:
                return found
        return None

    def _named(self, walk: Walk, number: str) -> Found | None:
        sight = walk.see()
        for control in sight.snapshot.buttons() if number else ():
            name = f"{control.name} {control.title} {control.href}"
            if number in name and _INVOICE.search(name):
                return Found(sight, control, f"it names {number}")
        return None

    def _called(self, walk: Walk, _: str) -> Found | None:
        return walk.find("invoice", within=0.0)

    def _kept(self, walk: Walk, _: str) -> Found | None:
        around = Around(walk)
        return next((found for words in _PLACES if (found := around.by_words(words))), None)

    def _to_keep(self, walk: Walk, number: str) -> str:
        """The words of the same invoice as a file; "" where its page hands out none that can be read."""
        found = self._as_pdf(walk, number)
        try:
            text = self._pressed(walk, found) if found else ""
        except UnreadableDocument:
            return ""  # the page itself has been read
        return text if is_invoice(text) else ""

    def _as_pdf(self, walk: Walk, number: str) -> Found | None:
        """A way to the same invoice as a file, on its own page: one that says so, else any but a footer's."""
        sight, others = walk.see(), []
        for control in sight.snapshot.buttons():
            said = f"{control.name} {control.title} {control.href}"
            if control.tag != "a" or not re.search(r"(?<![a-z])pdf\b", said, re.IGNORECASE):
                continue
            if _INVOICE.search(said) or (number and number in said):
                return Found(sight, control, "it is the invoice to keep")
            if control.landmark not in ("header", "footer") and self._within(control.href):
                others.append(Found(sight, control, "it may be the invoice to keep"))
        return others[0] if others else None

    def _within(self, address: str) -> bool:
        fence = self.web.fence
        return fence is None or fence.allows_page(urljoin(self.web.page.url, address))

    def _asked(self, walk: Walk, number: str) -> str:
        """Fill in what the page asks about the order, and send it."""
        known = {**self.facts, **({"order number": number} if number else {})}
        filler = Filler(self.web, self.identity, known)
        filler.fill(lambda reading: reading.control.landmark not in ("header", "footer"))
        way = walk.find("send", "continue", "invoice", within=0.5) or walk.find_sender()
        if way is None:
            self.web.lost_our_way("how to ask for the invoice")
        self.web.allow(Level.look, f'press "{way.name}"')
        text = self._pressed(walk, way)
        refused = next(iter(errors_on(walk.see().snapshot)), None) if not text else None
        if refused is not None and not filler.correct():
            walk.stop(f'is told: "{refused.text}"', refused.text)
        return text

    def _followed(self, walk: Walk, number: str) -> str:
        found = self._way(walk, number)
        return self._pressed(walk, found) if found else ""

    # ---- opening it ------------------------------------------------------------------------------

    def _pressed(self, walk: Walk, found: Found) -> str:
        """Press what was found; the words of the file that comes of it, "" where a page does."""
        web, files = self.web, self.web.recorder.downloads
        before, had = web.page.url, len(files)
        self._tried.add(f"{found.control.href} {found.name}")
        walk.press(found, f'Opens "{found.name}".')
        web.watch_for(lambda: len(files) > had or web.page.url != before or None, SAYS, every=100)
        if len(files) > had:
            return _of_file(files[-1])
        if self._shows_pdf():
            return self._of_window()
        walk.read()
        return ""

    def _shows_pdf(self) -> bool:
        """Whether the window shows a PDF, as browsers with a viewer of their own do."""
        page = self.web.page
        return bool(page.evaluate("document.contentType") == "application/pdf")

    def _of_window(self) -> str:
        """The words of the PDF in the window, asked for once more, and from nowhere else."""
        from playwright.sync_api import Error

        web = self.web
        url = web.page.url
        if not url.startswith(("http://", "https://")) or not self._within(url):
            raise UnreadableDocument("This PDF is only in the browser's window: nothing hands it out.")
        try:
            got = web.page.request.get(url, max_redirects=0, timeout=web.page_patience() * 1000)
            if int(got.headers.get("content-length") or 0) > _LARGEST:
                raise UnreadableDocument("This PDF is larger than 20 MB: only a person can read it.")
            return pdf_text(got.body())
        except (Error, ValueError) as error:
            raise UnreadableDocument(f"It was not handed out: {str(error)[:120]}") from None

    # ---- reading it ------------------------------------------------------------------------------

    def _read(self, text: str, source: str, number: str) -> Invoice:
        invoice = read_invoice(text)
        told = f'"{invoice.bill.total.quote}"' if invoice.bill.total else "no total"
        name = f" {invoice.number}" if invoice.number else ""
        self.web.recorder.add(
            "money",
            actor="page",
            touchpoint="invoice",
            channel="mail" if source == "mail" else "web",
            sentence=f"Reads the invoice{name}: {told}.",
            quote=invoice.bill.total.quote if invoice.bill.total else "",
            data={"where": "invoice", "source": source, **invoice.to_json()},
        )
        for found in disagreements(invoice, self._bought(number), number):
            self.purse.disagree(found)
        return invoice

    def _bought(self, number: str) -> Bill | None:
        """What was paid on this visit, if anything was bought, and it is this order that was."""
        if number and number.casefold() != self.placed.casefold():
            return None
        return self.purse.last if any(where == "confirmed" for where, _ in self.purse.bills) else None


def _words_of(content: bytes) -> str:
    """The words of a PDF among the files of a mail; "" for anything else, and where it has none."""
    if not content[:1024].lstrip().startswith(b"%PDF"):
        return ""
    try:
        return pdf_text(content)
    except UnreadableDocument:
        return ""


def _is_about(number: str, text: str, mail: Mail) -> bool:
    """Whether an invoice is an order's: it names no other one, or came with a mail about that order."""
    named = read_invoice(text).orders
    told = order_numbers(f"{mail.subject}\n{mail.text}")
    return not number or not named or number in named or told == (number,)


def _of_file(download: Download) -> str:
    """The words of a PDF that was handed out."""
    from playwright.sync_api import Error

    try:
        file = Path(download.path())
        if file.stat().st_size > _LARGEST:
            raise UnreadableDocument("This PDF is larger than 20 MB: only a person can read it.")
        return pdf_text(file.read_bytes())
    except (Error, OSError) as error:
        raise UnreadableDocument(f"It was not handed out: {str(error)[:120]}") from None


def _asks_for_order(walk: Walk) -> bool:
    return any(
        reading.purpose == "order-number" and reading.control.usable
        for reading in read_form(walk.see().snapshot)
    )
