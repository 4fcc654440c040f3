"""Standards that people write, and what they are told when they slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxprobe.errors import InvalidStandards, UnknownStandard
from cxprobe.judging.expectations import resolved, transfers
from cxprobe.judging.standards import load_standards, sentences, standard

OURS = Path(__file__).parents[2] / "scenarios" / "standards.toml"
REFUND = """
[refund]
says = "A refund is settled in one contact."
resolved = { within = "8 min", at_worst = "15 min" }
transfers = {}
"""


def test_a_standard_is_a_tuple_of_expectations(tmp_path: Path) -> None:
    """Each knows that a standard brought it."""
    file = tmp_path / "standards.toml"
    file.write_text(REFUND, "utf-8")
    got = standard("refund", file)

    assert (resolved("8 min", "15 min").as_standard(), transfers().as_standard()) == got
    assert {"refund": "A refund is settled in one contact."} == sentences(file)


def test_our_own_standards_are_sound() -> None:
    """The file that comes with cxprobe."""
    assert {"checkout", "refund", "contact", "search", "promo"} <= load_standards(OURS).keys()


def test_an_unknown_standard_names_the_nearest() -> None:
    """And lists what there is."""
    with pytest.raises(UnknownStandard, match="Did you mean 'refund'"):
        standard("refunds", OURS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[refund", "is not TOML"),
        ('says = "x"', "outside a table"),
        ("[refund]\nfast = {}", "'says' is missing"),
        ('[refund]\nsays = "x"', "nothing is expected"),
        ('[refund]\nsays = "x"\ntransfer = {}', r"\[refund\].*Did you mean 'transfers'"),
        ('[refund]\nsays = "x"\ntransfers = 0', r"\[refund\], transfers: expected thresholds in braces"),
        ('[refund]\nsays = "x"\nfast = { within = "2 parsecs" }', "parsecs"),
        ('[refund]\nsays = "x"\nfast = { within = 2 }', r"fast: A length of time needs a unit"),
        ('[refund]\nsays = "x"\nfast = { at_most = 2 }', "at_most"),
        ('[refund]\nsays = "x"\ntransfers = { at_most = "two" }', "'two'"),
    ],
)
def test_a_slip_is_told_with_file_table_and_key(tmp_path: Path, text: str, words: str) -> None:
    """What happened, what there is, what to write."""
    file = tmp_path / "standards.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(InvalidStandards, match=words) as error:
        load_standards(file)
    assert "standards.toml" in str(error.value)


def test_no_file_is_told(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(InvalidStandards, match="No standards file"):
        load_standards(tmp_path / "none.toml")
