"""The registry of switches."""

from __future__ import annotations

import pytest

from cxprobe.demo import FAULTS, SINS, UnknownSwitch
from cxprobe.demo.switches import thrown

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


def test_the_registry_names_the_sins_and_faults() -> None:
    """The names that command lines and standards rely on."""
    assert {"poor-listening", "limited-expertise", "dont-care", "pushy-selling"} == set(SINS)
    assert set(FAULTS) == TILL | MONEY | AROUND | PAIRS


@pytest.mark.parametrize("switch", [*SINS.values(), *FAULTS.values()], ids=lambda s: s.id)
def test_every_switch_says_what_it_does_in_sentences(switch: object) -> None:
    """Two sentences each: what it does, and what customers notice."""
    said = vars(switch)

    assert said["does"].endswith(".")
    assert said["to_customers"].endswith(".")


def test_nothing_is_thrown_unless_asked_for() -> None:
    """A good company is the default."""
    assert frozenset() == thrown()


def test_a_misspelt_switch_is_answered_with_the_nearest_and_the_list() -> None:
    """Whoever mistypes learns what there is."""
    with pytest.raises(UnknownSwitch, match=r"Did you mean 'poor-listening'\? There are: dont-care, limited"):
        thrown(sins=["poor-listning"])


def test_a_fault_given_as_a_sin_is_told_where_it_belongs() -> None:
    """The name was right, the option was not."""
    with pytest.raises(UnknownSwitch, match=r"'double-order' is a fault, not a sin.*--fault double-order"):
        thrown(sins=["double-order"])
