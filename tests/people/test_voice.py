"""Voice: the manner colours the words; the facts stay as they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxprobe.people.persona import MANNERS, Member
from cxprobe.people.voice import answer, check_in, does_not_know, in_pieces, phrase

COMPLAINT = "My kettle arrived broken."


def somebody(manner: str, locale: str = "en_GB", **more: Any) -> Member:
    """A customer of some manner."""
    return Member(persona="x", title="X", manner=manner, locale=locale, **more)


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


def test_whoever_learned_english_late_leaves_the_articles_out() -> None:
    """At the beginning and later on; what they want, names and numbers are all there."""
    late = somebody("plain", language="tr_TR")
    said = phrase(late, "The order KC-1001 for a kettle has not arrived.", opening=False)

    assert "The order KC-1001 for kettle has not arrived." == said
    assert "Can I talk to person, please?" == phrase(late, "Can I talk to a person, please?", opening=False)
    assert "Order number is KC-1001." == answer(late, {"order number": "KC-1001"})


def test_whoever_grew_up_with_english_makes_no_such_mistake() -> None:
    """With the language of the place, or another English, all is as it was."""
    text = "The order KC-1001 for a kettle has not arrived."

    assert text == phrase(somebody("plain"), text)
    assert text == phrase(somebody("plain", language="en_US"), text)


def test_a_regular_says_so_at_once() -> None:
    """Who knows since when they are a customer says it, once."""
    regular = somebody("plain", knows={"customer since": "2019"})

    assert f"I have been a customer of yours since 2019. {COMPLAINT}" == phrase(regular, COMPLAINT)
    assert COMPLAINT == phrase(regular, COMPLAINT, opening=False)
    assert COMPLAINT == phrase(somebody("plain"), COMPLAINT)


@given(text=st.text("ab. !?", max_size=60))
def test_two_pieces_are_the_whole_message(text: str) -> None:
    """Nothing is lost between the pieces but the space."""
    pieces = in_pieces(text)

    assert len(pieces) <= 2
    assert text.split() == " ".join(pieces).split()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It broke. I want my money back.", ("It broke.", "I want my money back.")),
        ("I want my money back for it", ("I want my", "money back for it")),
        ("KC-1001", ("KC-1001",)),
        ("Yes, that is right.", ("Yes, that is right.",)),
    ],
)
def test_where_a_message_is_cut(text: str, pieces: tuple[str, ...]) -> None:
    """After the first sentence; one long sentence in the middle; a short one not at all."""
    assert pieces == in_pieces(text)
