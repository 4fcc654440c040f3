"""What a control is for, by its name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.controls import INTENTS, best, serves

NAMES = [
    ("refuse cookies", "Reject all"),
    ("refuse cookies", "Only necessary cookies"),
    ("refuse cookies", "Alle ablehnen"),
    ("search", "Search"),
    ("search", "Rechercher un produit"),
    ("add to basket", "Add to basket"),
    ("add to basket", "Add to  Cart"),
    ("add to basket", "In den Warenkorb"),
    ("open basket", "View basket"),
    ("open basket", "Basket (1)"),
    ("apply promo", "Apply"),
    ("apply promo", "Einlösen"),
    ("check out", "Go to checkout →"),
    ("check out", "Zur Kasse"),
    ("as guest", "Continue as a guest"),
    ("as guest", "Als Gast bestellen"),
    ("pay", "Pay £39.00"),
    ("pay", "Place your order and pay"),
    ("pay", "Jetzt kostenpflichtig bestellen"),
    ("continue", "Save and continue"),
    ("continue", "Continue to payment"),
    ("continue", "Weiter"),
    ("open chat", "Chat with us"),
    ("open chat", "Live chat"),
    ("send", "Send message"),
    ("open menu", "Main menu"),
]
OTHERS = [
    ("pay", "Payment methods"),
    ("pay", "Continue to payment"),
    ("continue", "Continue shopping"),
    ("add to basket", "Add to wish list"),
    ("open chat", "Chateau teapot"),
    ("send", "Send to a friend"),
    ("check out", "Check your details"),
    ("apply promo", "Apply for a job"),
]
NEVER = ["Remove from basket", "Subscribe and continue", "Cancel order", "Sign up and pay", "Log out"]
WORDS = st.lists(st.sampled_from([*[name for _, name in NAMES], *NEVER, "", "Home", "→"]), max_size=12)


@pytest.mark.parametrize(("intent", "name"), NAMES)
def test_usual_names_are_understood(intent: str, name: str) -> None:
    """Shops call things by few names."""
    assert serves(intent, name)
    assert serves(intent, f"  {name.upper()} › ")


@pytest.mark.parametrize(("intent", "name"), OTHERS)
def test_names_that_only_look_alike_are_not(intent: str, name: str) -> None:
    """A word that occurs in a name is not yet what the control is for."""
    assert not serves(intent, name)


@pytest.mark.parametrize("name", NEVER)
def test_some_controls_serve_nothing(name: str) -> None:
    """What unsubscribes, removes or signs up is never pressed on the way to something else."""
    assert [] == [intent for intent in INTENTS if serves(intent, name)]


def test_plain_words_win_over_shorter_ones() -> None:
    """What may order at once ("Buy now"), or be only a page ("Help"), is taken where nothing better is."""
    assert 1 == best("add to basket", ["Buy now", "Add to basket"])
    assert 0 == best("add to basket", ["Buy now"])
    assert 1 == best("open chat", ["Help", "Chat with us"])


def test_of_equally_plain_names_the_shortest_wins() -> None:
    """The name that says nothing else says it most plainly; of equals the first."""
    assert 2 == best("search", ["Search results", "Home", "Search", "Search"])


def test_no_name_no_control() -> None:
    """Where nothing fits, nothing is chosen."""
    assert best("pay", []) is None
    assert best("pay", ["Home", "Remove from basket"]) is None


@settings(database=None)
@given(st.sampled_from(sorted(INTENTS)), WORDS)
def test_the_best_serves_whenever_any_does(intent: str, names: list[str]) -> None:
    """A place is given exactly when some name serves, and the name at that place does."""
    place = best(intent, names)

    assert any(serves(intent, name) for name in names) == (place is not None)
    assert place is None or serves(intent, names[place])


@settings(database=None)
@given(st.sampled_from(sorted(INTENTS)), st.text(max_size=60))
def test_any_name_can_be_asked_about(intent: str, name: str) -> None:
    """Names come from foreign pages: none of them raises, and white space around it changes nothing."""
    assert serves(intent, name) == serves(intent, f" {name} ")
