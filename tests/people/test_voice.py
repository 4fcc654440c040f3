"""Voice: the manner colours the words; the facts stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxprobe.people.persona import MANNERS, Member
from cxprobe.people.voice import answer, check_in, does_not_know, phrase

COMPLAINT = "My kettle arrived broken."


def somebody(manner: str, locale: str = "en_GB") -> Member:
    """A customer of some manner."""
    return Member(persona="x", title="X", manner=manner, locale=locale)


@given(manner=st.sampled_from(MANNERS), text=st.text(), opening=st.booleans())
def test_the_text_is_always_in_it(manner: str, text: str, opening: bool) -> None:
    """Nothing a customer has to say is changed by how they say it."""
    assert phrase(somebody(manner), text, opening=opening).endswith(text)


@pytest.mark.parametrize("manner", ["polite", "chatty", "angry"])
def test_a_manner_opens_a_conversation(manner: str) -> None:
    """Some begin with more than the matter itself, once."""
    assert COMPLAINT != phrase(somebody(manner), COMPLAINT)
    assert COMPLAINT == phrase(somebody(manner), COMPLAINT, opening=False)


@pytest.mark.parametrize("manner", ["plain", "terse"])
def test_others_come_to_the_point(manner: str) -> None:
    """The terse say what they want."""
    assert COMPLAINT == phrase(somebody(manner), COMPLAINT)


def test_bare_answers_and_other_languages_stay_bare() -> None:
    """No English greeting before an order number, nor before German."""
    assert "KC-1001" == phrase(somebody("chatty"), "KC-1001")
    assert "Mein Wasserkocher ist kaputt." == phrase(
        somebody("chatty", "de_DE"), "Mein Wasserkocher ist kaputt."
    )


def test_facts_are_answered() -> None:
    """The terse give the bare fact, others a sentence."""
    facts = {"order number": "KC-1001"}

    assert "KC-1001" == answer(somebody("terse"), facts)
    assert "My order number is KC-1001." == answer(somebody("plain"), facts)


@pytest.mark.parametrize("manner", MANNERS)
def test_what_is_not_known_is_named(manner: str) -> None:
    """Whoever asks hears which fact is missing; whoever is silent is asked a question."""
    assert "I do not have the order number." in does_not_know(somebody(manner), "order number")
    assert "?" in check_in(somebody(manner))
