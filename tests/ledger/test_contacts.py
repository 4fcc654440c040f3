"""Contacts with people: counted for a night, however many processes ask at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from cxprobe.ledger.contacts import FILE_NAME, take_contact

AT_ONCE = 16


def test_no_more_than_allowed_however_many_ask_at_once(tmp_path: Path) -> None:
    """Sixteen ask in the same moment for five."""
    ready = Barrier(AT_ONCE)

    def ask(_: int) -> bool:
        ready.wait()
        return take_contact(tmp_path / "new", "https://shop.example", 5)

    with ThreadPoolExecutor(AT_ONCE) as everybody:
        may = list(everybody.map(ask, range(AT_ONCE)))

    assert 5 == sum(may)
    assert 5 == len((tmp_path / "new" / FILE_NAME).read_text("utf-8").splitlines())


def test_a_torn_line_was_a_contact_too(tmp_path: Path) -> None:
    """And one of yesterday is none of today's."""
    assert take_contact(tmp_path, "https://shop.example", 2)
    file = tmp_path / FILE_NAME
    whole = file.read_text("utf-8")
    file.write_text(whole[:-5] + "\n" + '{"day": "2001-01-01"}\n', "utf-8")

    assert take_contact(tmp_path, "https://shop.example", 2)
    assert not take_contact(tmp_path, "https://shop.example", 2)
