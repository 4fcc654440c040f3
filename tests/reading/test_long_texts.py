"""Long and odd texts: reading takes no longer than there is text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cxprobe.reading import courtesy, putting_off, talk
from cxprobe.reading.calendar import dates_in
from cxprobe.reading.claims import claims
from cxprobe.reading.deeds import deeds
from cxprobe.reading.facts import facts_asked, facts_given, sentences
from cxprobe.reading.invoices import read_invoice
from cxprobe.reading.mail_words import words_and_links
from cxprobe.reading.money_rows import read_rows
from cxprobe.reading.promises import promises

_LENGTH = 20_000
READERS: dict[str, Callable[[str], object]] = {
    "sentences": sentences, "claims": claims, "promises": promises, "deeds": deeds, "asked": facts_asked,
    "given": facts_given, "put off": putting_off.puts_off, "how": courtesy.asks_how_it_went,
    "greets": lambda text: courtesy.greets_by_name(text, ["Gus"]),
    "settles": talk.settles, "days": lambda text: list(dates_in(text)), "invoice": read_invoice,
    "mail": lambda text: words_and_links(text, "html"), "money": read_rows,
}  # fmt: skip
UNITS = {
    "words": "lorem ipsum dolor, ",
    "spaces": " ", "letters": "a", "digits": "1-", "references": "AB-", "lines": "\n",
    "hidden": "<ul><li hidden>x",
    "prices": "Copper kettle £39.00 was £49.00 ", "rows": "Delivery 2-4 working days\n",
}  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", READERS)
def test_reading_is_quick(reader: str, unit: str) -> None:
    """Twenty thousand characters of nothing sensible: seconds at most, where it took minutes."""
    text = (UNITS[unit] * _LENGTH)[:_LENGTH]
    began = time.process_time()
    READERS[reader](text)

    assert 4.0 > time.process_time() - began
