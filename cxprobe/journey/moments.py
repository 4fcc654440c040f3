"""A moment: one thing that happened to a customer, as it was seen.

Readers ignore kinds they do not know, so a newer journey can still be read by an older cxprobe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS: Mapping[str, str] = {
    "goal": "what the customer came for; data: goal, knows (labels), control (bool)",
    "visit": "a page arrived; data: url, status, title",
    "press": "a control was pressed; data: target, role, times",
    "keys": "keys were pressed in a field; data: field, count, corrections, again, secret",
    "choose": "an option, box or tile was chosen; data: field, option",
    "scroll": "the page was scrolled; data: pixels",
    "look": "the customer looked for something and saw it, or did not; data: sought, seen",
    "wait": "the customer waited; data: cause, began, first, own_line",
    "text": "words newly appeared; data: words, texts (list), where",
    "error": "the company showed an error; data: field, native, where, own (the customer's own slip)",
    "dialog": "the browser asked something; data: type",
    "console": "the page wrote an error to the console; data: level",
    "network": "a request failed; data: url, status or failure, resource, own_line, third_party",
    "dead_end": "a control did nothing; data: target",
    "rage": "a control was pressed again and again; data: target, times",
    "said": "the customer said something to the company; data: words, facts (labels)",
    "heard": "the company said something to the customer; data: words, speaker, reply (bool)",
    "transfer": "the customer was handed to somebody else; data: from, to",
    "queue": "the customer stands in a waiting line; data: place",
    "resolved": "the goal was seen to be reached; data: by",
    "step": "the customer decided what to do next towards a goal; data: goal, seen (kind of page), why",
    "money": "the company named what is to be paid; data: where, lines (kind, amount, currency, quote)",
    "mail": "a mail came; data: subject, kind, from, took (seconds since promised), words, texts (list)",
    "no_mail": "a mail was looked for and none came; data: about, waited, enough",
    "unsubscribed": "the company confirmed that no more such mails will come",
    "mismatch": "two things the company said do not agree; data: about, said, but",
    "gave_up": "the customer ran out of patience; data: clock, limit, spent",
    "blocked": "we could not go on; data: reason, one of REASONS",
    "outage": "the site is down; data: url",
    "fence": "the page reached for something outside the fence and was refused; data: url, resource",
    "detour": "a misfortune acted; data: misfortune",
    "control": "the same customer on an ordinary day; data: through (bool), apart (seconds)",
    "lost_browser": "the browser went away",
}
"""Every kind of moment and the keys of its data."""

REASONS: Mapping[str, str] = {
    "not-found": "we did not find what we looked for",
    "bot-wall": "the site took us for a robot and shut the door",
    "fence": "the way led outside the fence",
    "manners": "going on would have left a trace that settings do not allow",
    "closed": "it is outside opening hours",
    "script": "the script could not go on",
    "mailbox": "no mailbox is configured, or it could not be read",
    "document": "a document has no words that can be read",
    "brief": "the customer broke its brief",
    "browser": "the browser went away",
}
"""Why a journey can be inconclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened; all times in seconds.

    `at` counts from the start of the journey on the wall clock. `waited` is time the company took,
    measured in the page; `human` is computed time a person spends, not slept.
    """

    at: float
    kind: str
    actor: str = "customer"
    """customer, page, bot, agent, browser or cxprobe."""
    touchpoint: str = ""
    channel: str = "web"
    frame: str = ""
    waited: float = 0.0
    human: float = 0.0
    sentence: str = ""
    """What happened, in plain words."""
    quote: str = ""
    """The words that were seen or said."""
    data: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    """Names of pictures in the journey's folder."""
