"""How the company listened: hand-overs, questions asked twice, pushes to buy nobody asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.measures import Seen, in_quotes, word, words_of
from cxprobe.reading import talk

MACHINES = ("bot", "assistant", "robot", "machine", "virtual", "automat")
"""Parts of a speaker's name that say it is no person."""
_EMPTIES = (
    "reloads-midway",
    "reload",
    "offline",
    "offline-3s",
    "dropping-line",
    "second-tab",
    "comes-back-later",
)
"""Misfortunes that empty a form by themselves, whatever the company does."""


def transfers(timeline: Timeline) -> list[Seen]:
    """Hand-overs the customer did not ask for.

    From a person to another always counts; from a machine to a person counts unless the customer
    asked for a person, in the moment's data (`asked`) or in their own words since the last one.
    """
    found: list[Seen] = []
    asked, speaker = False, ""
    for index, moment in enumerate(timeline):
        if moment.kind == "said":
            asked = asked or talk.asks_for_person(moment.quote)
        elif moment.kind == "heard":
            speaker = "bot" if moment.actor != "agent" else "agent"
        elif moment.kind == "transfer":
            source = word(moment.data.get("from")) or speaker or "bot"
            wanted = asked or moment.data.get("asked") is True
            if not (is_machine(source) and wanted):
                found.append(Seen(_handed(source, word(moment.data.get("to"))), (index,)))
            asked = False
    return found


def is_machine(speaker: str) -> bool:
    """Whether a speaker's name says that it is no person."""
    return any(part in speaker.casefold() for part in MACHINES)


def _handed(source: str, to: str) -> str:
    source, to = (re.sub(r"^The\b", "the", name) for name in (source, to or "somebody else"))
    return f"from {source} to {to}"


def repeats(timeline: Timeline) -> list[Seen]:
    """Facts asked for again after the customer had given them, in talk and on forms.

    Reading a value back is confirming, not repeating. Asking again for what the customer did not
    answer is no repeat. Several fields emptied at once are one.
    """
    return sorted([*_repeats_in_talk(timeline), *_repeats_on_forms(timeline)], key=lambda seen: seen.moments)


def _repeats_in_talk(timeline: Timeline) -> Iterator[Seen]:
    given: dict[str, int] = {}
    pending: frozenset[str] = frozenset()
    replies = 0
    for index, moment in enumerate(timeline):
        if moment.kind == "said":
            facts = _given(moment, pending)
            if replies == 0 and not facts - {"the problem"} and len(moment.quote.split()) >= 4:
                facts |= {"the problem"}
            given.update({part: index for fact in facts for part in talk.with_parts(fact)})
        elif moment.kind == "heard" and moment.actor != "customer":
            asked = talk.facts_asked(moment.quote)
            again = sorted(fact for fact in asked & given.keys() if fact != "the problem" or replies > 0)
            if again:
                yield Seen(
                    f"asked for {_listed(again)} again, though it had been given: {in_quotes(moment.quote)}",
                    (index, *sorted({given[fact] for fact in again})),
                )
            pending, replies = asked, replies + 1


def _given(moment: Moment, pending: frozenset[str]) -> set[str]:
    labels = moment.data.get("facts")
    found = set(talk.facts_given(moment.quote))
    if isinstance(labels, list | tuple | set | frozenset):
        return found | {talk.canonical(label) for label in labels if isinstance(label, str)}
    if talk.is_answer(moment.quote):
        found |= pending - talk.SHAPED
    return found


def _repeats_on_forms(timeline: Timeline) -> Iterator[Seen]:
    for group in _refilled(timeline):
        fields = list(dict.fromkeys(word(timeline.moments[i].data.get("field")) or "a field" for i in group))
        names = _listed([f'"{each}"' for each in fields])
        yield Seen(f"made the customer fill in {names} again", tuple(group))


def _refilled(timeline: Timeline) -> list[list[int]]:
    """Fields filled again, grouped by showing of the form.

    Left out: secrets that an error named (a declined card is typed anew everywhere), and what the
    customer's own reloading or own line emptied.
    """
    groups: list[list[int]] = []
    group: list[int] = []
    fields: set[str] = set()
    named: set[str] = set()
    own = 0
    for index, moment in enumerate(timeline):
        name = word(moment.data.get("field"))
        if moment.kind == "detour" and moment.data.get("misfortune") in _EMPTIES:
            own = 2
        if moment.kind == "error" and name:
            named.add(name)
        if moment.kind in ("visit", "error") or name in fields:
            group, fields = [], set()
        if moment.kind == "visit" and own:
            own -= 1
        if _is_refill(moment) and not own and not (moment.data.get("secret") and name in named):
            groups += [] if group else [group]
            group.append(index)
            fields.add(name)
    return groups


def _is_refill(moment: Moment) -> bool:
    return moment.kind in ("keys", "choose") and moment.data.get("again") is True


def _listed(words: list[str]) -> str:
    names = [each if each.startswith(('"', "the ")) else f"the {each}" for each in words]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def offers(timeline: Timeline) -> list[Seen]:
    """Pushes to buy something that the customer did not ask about, in talk or ticked beforehand."""
    found: dict[str, Seen] = {}
    invited = False
    for index, moment in enumerate(timeline):
        if moment.kind == "said":
            invited = talk.invites_offer(moment.quote)
        pushed = talk.offers(moment.quote) if moment.kind == "heard" and moment.actor != "customer" else ()
        if moment.kind == "text" and moment.data.get("preticked") is True:
            pushed = (moment.quote or words_of(moment),)
        if pushed and (moment.kind == "text" or not invited):
            quote = " ".join(pushed)
            found.setdefault(quote, Seen(in_quotes(quote), (index,)))
    return list(found.values())
