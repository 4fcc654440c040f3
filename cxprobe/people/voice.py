"""Voice: how a customer says things; the manner colours the words and never the facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxprobe.people.persona import Member

_OPENINGS: Mapping[str, str] = {
    "polite": "Good day.",
    "chatty": "Hi there, I hope you can help me with something.",
    "angry": "I am really annoyed.",
}
_ARTICLE = re.compile(r"\b(?:an?|the) (?=[a-z])")
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=\S)")
_TWO_PIECES = 6
"""Words from which on one sentence is sent in two pieces."""
_A_SENTENCE = 4
"""Words from which on a text is a sentence, and not the bare answer to a question."""


def phrase(member: Member, text: str, *, opening: bool = True) -> str:
    """A text as this customer says it: an opening in their manner, then the text.

    Bare answers ("KC-1001") and other languages than English stay as they are, and so do later remarks
    (`opening=False`), but for the small mistakes of those who learned English late. Whoever knows since
    when they are a customer says so at once. The same customer always says the same.
    """
    if not member.locale.startswith("en") or len(text.split()) < _A_SENTENCE:
        return text
    since = member.knows.get("customer since", "")
    regular = f"I have been a customer of yours since {since}." if since else ""
    openings = (_OPENINGS.get(member.manner, ""), regular) if opening else ()
    said = " ".join(part for part in (*openings, text) if part)
    return with_slips(said) if member.language and not member.language.startswith("en") else said


def with_slips(text: str) -> str:
    """English as it is written by people whose language has no articles; names and numbers stay."""
    return _ARTICLE.sub("", text)


def in_pieces(text: str) -> tuple[str, ...]:
    """A message as people send it who do not wait: in two pieces where it has two sentences or many words."""
    first, rest = _SENTENCE_END.split(text, maxsplit=1) if _SENTENCE_END.search(text) else (text, "")
    words = text.split(" ")
    if not rest and len(words) >= _TWO_PIECES:
        half = len(words) // 2
        first, rest = " ".join(words[:half]), " ".join(words[half:])
    return (first, rest) if rest else (text,)


def answer(member: Member, facts: Mapping[str, str]) -> str:
    """The facts asked for, label to value: bare from the terse, one sentence each from the others."""
    if member.manner in ("terse", "angry"):
        return ", ".join(facts.values())
    if member.language and not member.language.startswith("en"):
        return " ".join(f"{label.capitalize()} is {value}." for label, value in facts.items())
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
