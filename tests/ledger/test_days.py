"""Days that broke a test, kept from night to night."""

from __future__ import annotations

from pathlib import Path

from cxprobe.ledger.days import forget_day, remember_day, remembered_days
from cxprobe.people.day import Day
from cxprobe.people.misfortunes import CATALOGUE

SMALL = Day.of({"apostrophe-name": "O\u2019Brien"})
LARGE = Day.of({"typos": 12, "right-to-left-name": "נועה לוי"})


def test_days_come_back_as_they_were(tmp_path: Path) -> None:
    """What was remembered is given again, the smallest first, and each once."""
    for day in (LARGE, SMALL, LARGE):
        assert remember_day(tmp_path / "test", day)

    assert [SMALL, LARGE] == remembered_days(tmp_path / "test", CATALOGUE)


def test_a_day_is_forgotten(tmp_path: Path) -> None:
    """What was forgotten does not come back; forgetting twice is no mistake."""
    remember_day(tmp_path, SMALL)
    forget_day(tmp_path, SMALL)
    forget_day(tmp_path, SMALL)

    assert [] == remembered_days(tmp_path, CATALOGUE)


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """A torn file, another format, a misfortune no longer there: none ends the night."""
    remember_day(tmp_path, SMALL)
    remember_day(tmp_path, Day.of({"struck-by-lightning": True}))
    (tmp_path / "torn.json").write_text('{"version": 1, "misf', "utf-8")
    (tmp_path / "other.json").write_text("[1, 2]", "utf-8")

    assert [SMALL] == remembered_days(tmp_path, CATALOGUE)
    assert [] == remembered_days(tmp_path / "nowhere", CATALOGUE)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A memory that cannot be kept is said, not raised."""
    (tmp_path / "file").write_text("", "utf-8")

    assert not remember_day(tmp_path / "file", SMALL)
    forget_day(tmp_path / "file", SMALL)
