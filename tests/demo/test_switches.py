"""The registry of switches."""

from __future__ import annotations

import pytest

from cxprobe.demo import FAULTS, SINS, UnknownSwitch
from cxprobe.demo.switches import SERVED, Board, thrown

TEN_SINS = {
    "dont-care",
    "limited-expertise",
    "limited-authority",
    "no-consistency",
    "no-interest-in-feedback",
    "no-personal-engagement",
    "pushy-selling",
    "poor-listening",
    "poor-follow-through",
    "expectations-not-met",
}
TILL = {
    "double-order",
    "payment-outage",
    "form-forgets",
    "hidden-rule",
    "paid-page-lost",
    "delivery-mismatch",
}
MONEY = {"promo-ignored", "promo-twice", "promo-fussy", "tax-on-wrong-base", "invoice-mismatch"}
AROUND = {"slow-search", "search-misses-plurals", "menu-covers-button", "tracking-dead", "return-refused"}
PAIRS = {"order-lost", "promo-button-dead", "back-forgets"}
EVERY = [*SINS.values(), *FAULTS.values()]


def test_the_registry_names_the_sins_and_faults() -> None:
    """The names that command lines and standards rely on."""
    assert set(SINS) <= TEN_SINS
    assert set(FAULTS) >= TILL | MONEY | AROUND | PAIRS


@pytest.mark.parametrize("switch", EVERY, ids=lambda s: s.id)
def test_every_switch_says_what_it_does_in_sentences(switch: object) -> None:
    """A sentence each: what it does, what customers notice, and what looks like it and is fine."""
    said = vars(switch)

    assert said["does"].rstrip("'").endswith(".")
    assert said["to_customers"].rstrip("'").endswith(".")
    assert said["alike"].rstrip("'").endswith(".")


def test_nothing_is_thrown_unless_asked_for() -> None:
    """A good company is the default."""
    assert {} == thrown()


def test_a_misspelt_switch_is_answered_with_the_nearest_and_the_list() -> None:
    """Whoever mistypes learns what there is."""
    with pytest.raises(
        UnknownSwitch, match=r"Did you mean 'poor-listening'\? There are: dont-care, expectations"
    ):
        thrown(sins=["poor-listning"])


def test_a_fault_given_as_a_sin_is_told_where_it_belongs() -> None:
    """The name was right, the option was not."""
    with pytest.raises(UnknownSwitch, match=r"'double-order' is a fault, not a sin.*--fault double-order"):
        thrown(sins=["double-order"])


def test_severity_is_part_of_the_spelling() -> None:
    """'always' when nothing is said; anything else is refused with what there is."""
    assert {"slow-search": "sometimes", "hidden-rule": "always"} == thrown(
        faults=["slow-search:sometimes", "hidden-rule"]
    )
    with pytest.raises(UnknownSwitch, match=r"No severity 'often'\. There are: always, sometimes"):
        thrown(faults=["slow-search:often"])


def _served(board: Board, visitor: str) -> frozenset[str]:
    known = SERVED.set(visitor)
    try:
        return board.in_force()
    finally:
        SERVED.reset(known)


def test_sometimes_is_every_second_visitor_and_the_same_one_each_time() -> None:
    """One visit is wholly good or wholly bad."""
    board = Board(faults=["slow-search:sometimes", "hidden-rule:sometimes"])
    hit = [_served(board, f"visitor {number}") for number in range(400)]

    assert 150 < sum("slow-search" in there for there in hit) < 250
    assert hit == [_served(board, f"visitor {number}") for number in range(400)]
    assert 60 < sum(len(there) == 1 for there in hit) < 340, "each switch picks its own visitors"


def test_nobody_in_particular_meets_only_what_always_is() -> None:
    """Work that serves no visitor is not bad by chance."""
    assert {"hidden-rule"} == Board(faults=["slow-search:sometimes", "hidden-rule"]).in_force()


def test_a_board_changes_while_the_company_is_open() -> None:
    """Thrown, mended, thrown for some; look-alikes played and taken off."""
    board = Board()
    board.throw("slow-search")
    board.throw("poor-listening", "sometimes")
    board.play_alike("double-order")

    assert {"slow-search": "always", "poor-listening": "sometimes"} == board.thrown
    assert {"double-order"} == board.alike()

    board.mend("slow-search")
    board.alike_off("double-order")

    assert {"poor-listening": "sometimes"} == board.thrown
    assert frozenset() == board.alike()


def test_a_switch_wins_over_its_look_alike() -> None:
    """Who meets the fault does not meet what only looks like it."""
    board = Board(faults=["slow-search"], alike=["slow-search", "double-order"])

    assert {"double-order"} == board.alike()


def test_a_misspelt_look_alike_is_answered_with_the_nearest() -> None:
    """Whatever kind it is of."""
    with pytest.raises(UnknownSwitch, match=r"No switch 'slow-serch'\. Did you mean 'slow-search'"):
        Board(alike=["slow-serch"])
    with pytest.raises(UnknownSwitch, match="No switch 'nothing'"):
        Board().throw("nothing")
