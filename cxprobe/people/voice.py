"""Voice: how a customer says things; the manner colours the words and never the facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxprobe.people.persona import Member

_OPENINGS: Mapping[str, str] = {
    "polite": "Good day.",
    "chatty": "Hi there, I hope you can help me with something.",
    "angry": "I am really annoyed.",
}
_A_SENTENCE = 4
"""Words from which on a text is a sentence, and not the bare answer to a question."""


def phrase(member: Member, text: str, *, opening: bool = True) -> str:
    """A text as this customer says it: an opening in their manner, then the text unchanged.

    Bare answers ("KC-1001"), later remarks (`opening=False`) and other languages than English stay
    as they are. The same customer always says the same.
    """
    colour = _OPENINGS.get(member.manner, "")
    speaks_english = member.locale.startswith("en")
    if not (opening and colour and speaks_english and len(text.split()) >= _A_SENTENCE):
        return text
    return f"{colour} {text}"


def answer(member: Member, facts: Mapping[str, str]) -> str:
    """The facts asked for, label to value: bare from the terse, one sentence each from the others."""
    if member.manner in ("terse", "angry"):
        return ", ".join(facts.values())
    return " ".join(f"My {label} is {value}." for label, value in facts.items())


def does_not_know(member: Member, label: str) -> str:
    """What the customer says when asked for something they do not know."""
    regret = {"polite": "I am sorry, ", "chatty": "Oh dear, "}.get(member.manner, "")
    return f"{regret}I do not have the {label}."


def check_in(member: Member) -> str:
    """What the customer says when nobody answers."""
    return {"polite": "Are you still there, please?", "angry": "Hello?! Is anybody there?"}.get(
        member.manner, "Are you still there?"
    )
