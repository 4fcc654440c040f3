"""Expectations of manners in contact: settled at once, asked how it went, called by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging import follow_up, measures
from cxprobe.judging.findings import Expectation, Finding, Limits, expectation, finding_of, numbers
from cxprobe.judging.measures import Seen, ended, in_quotes, word, words_of
from cxprobe.reading import courtesy, facts, putting_off, talk
from cxprobe.reading.mails import own_words

_NAMES = ("name", "first name", "last name", "first_name", "last_name")
_NAME_FIELD = re.compile(
    r"(?<!user)(?<!user )(?<!company )(?:\bname\b|(?:first|last|full|sur|given|family)[ _-]?name|\b(?:vor"
    r"|nach)?name\b"
    r"|prénom|\bnom\b|nombre|apellido|\bnome\b|cognome|voornaam|achternaam|\bnaam\b|imię|nazwisko|apelido)",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"card|karte|carte|tarjeta|\bcarta\b|kaart|cart[ãa]o|kart[ay]|company|firma|product", re.IGNORECASE
)
_STATES = re.compile(
    r"^(?:yes|no)\b|\b(?:days?|weeks?|months?|years?|hours?)\b|[£€$]|\d %|\b\d+%", re.IGNORECASE
)
"""What there is in a sentence that answers: yes, no, a length of time, a price."""
_CHANCES = 2
"""Messages a company has had to say a name in before anybody misses it. Ours."""


def one_contact(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Settled in this contact: nobody has to ask a boss, call back, or be called again.

    What was put off and settled all the same before the contact ended is fine.
    """
    limits = _limits(at_most, at_worst)

    def judge(timeline: Timeline) -> Finding:
        if not _talked(timeline):
            return finding_of(timeline, "one_contact", "unproven", "Nobody was talked to.")
        found = put_off(timeline)
        told = ended(f"The customer was put off: {'; '.join(s.sentence for s in found[:3])}")
        count = f"put off {len(found)} time{'' if len(found) == 1 else 's'}"
        return _found(timeline, "one_contact", limits, found, told, "Nobody was put off.", count)

    sentence = "Settled in one contact" + (f", put off at most {at_most} times" if at_most else "")
    return expectation("one_contact", sentence, judge, at_most=at_most or None, at_worst=at_worst)


def asked_how_it_went(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Whoever was in contact was asked how it went: at its end, on a page, or in a mail.

    `at_most` and `at_worst` count the contacts that end without the question. A customer who left before
    the end could not be asked, and whoever only bought may be asked by mail later: both prove nothing.
    """
    limits = _limits(at_most, at_worst)

    def judge(timeline: Timeline) -> Finding:
        asked = _asked(timeline)
        if asked is not None:
            told = ended(f"The customer was asked how it went: {in_quotes(asked.sentence)}")
            return _found(timeline, "asked_how_it_went", limits, [], "", told, "asked")
        last = _ended_at(timeline)
        if last is None:
            why = "Nothing came to an end at which anybody could have asked how it went."
            return finding_of(timeline, "asked_how_it_went", "unproven", why)
        words = timeline.moments[last].quote
        told = "Nobody asked how it went" + (f"; the last words were {in_quotes(words)}" if words else "")
        found = [Seen(told, (last,))]
        return _found(timeline, "asked_how_it_went", limits, found, ended(told), "", "not asked")

    return expectation(
        "asked_how_it_went", "Asks how it went", judge, at_most=at_most or None, at_worst=at_worst
    )


def called_by_name(at_most: int = 0, at_worst: int | None = None) -> Expectation:
    """Once the company knows the customer's name it uses it, in talk, in a mail, or in thanks.

    `at_most` and `at_worst` count the conversations and mails that never do; advertising for everybody
    is none of them.
    """
    limits = _limits(at_most, at_worst)

    def judge(timeline: Timeline) -> Finding:
        names = _names(timeline)
        known = _known_since(timeline, names)
        if known is None:
            return finding_of(timeline, "called_by_name", "unproven", "The company was never told the name.")
        called = _called(timeline, names)
        if called is not None:
            told = ended(f"The customer was called by name: {in_quotes(called.sentence)}")
            return _found(timeline, "called_by_name", limits, [], "", told, "called by name")
        said = _chances(timeline, known)
        mails = [i for i, m in timeline.of("mail") if i > known and not _is_to_all(m)]
        if len(said) < _CHANCES and not mails:
            why = "There was nothing said after the name was known."
            return finding_of(timeline, "called_by_name", "unproven", why)
        places = [*said[:1], *mails]
        quote = in_quotes(timeline.moments[min(places)].quote)
        told = ended(f"Nobody called the customer by name, though it had been given: {quote}")
        found = [Seen(told, (place,)) for place in (*said[:1][: len(said) // _CHANCES], *mails)]
        return _found(timeline, "called_by_name", limits, found, told, "", "never by name")

    return expectation(
        "called_by_name", "Calls the customer by name", judge, at_most=at_most or None, at_worst=at_worst
    )


def put_off(timeline: Timeline) -> list[Seen]:
    """Where the customer was sent off, and it was not settled after all in the same contact."""
    found: dict[str, Seen] = {}
    wanted = False
    done = measures.resolution(timeline)
    for index, moment in enumerate(timeline):
        if moment.kind == "said":
            wanted = wanted or putting_off.asks_for_call(moment.quote)
        quote = putting_off.puts_off(moment.quote) if _speaks(moment) else ""
        if not quote or (wanted and not putting_off.checks_first(quote)):
            continue
        if done is None or not _settled_after(timeline, index, quote, done.moment):
            found.setdefault(quote, Seen(in_quotes(quote), (index,)))
    return list(found.values())


def _settled_after(timeline: Timeline, place: int, quote: str, settled: int) -> bool:
    """Whether it was settled in the contact in which it had been put off, and not by the putting off."""
    put, done = timeline.moments[place], timeline.moments[settled]
    own = bool(done.quote) and (done.quote in quote or quote in done.quote)
    return settled > place and done.channel == put.channel and (not own or _answers(done.quote, quote))


def _answers(answer: str, quote: str) -> bool:
    """Whether an answer says plainly how it is, and that somebody will be in touch only besides."""
    rest = [each for each in facts.sentences(answer) if each != quote and not putting_off.puts_off(each)]
    return putting_off.only_comes_back(quote) and any(_STATES.search(each) for each in rest)


def _talked(timeline: Timeline) -> bool:
    return bool(timeline.of("said")) and any(_speaks(moment) for moment in timeline)


def _speaks(moment: Moment) -> bool:
    """Whether the company speaks to the customer; a notice of the chat itself is nobody's words."""
    return moment.kind == "heard" and moment.actor not in ("customer", "page")


# -- how it went ------------------------------------------------------------------------------


def _asked(timeline: Timeline) -> Seen | None:
    for index, moment in timeline.of("heard", "text", "mail"):
        if moment.actor == "customer":
            continue
        if moment.kind == "mail" and word(moment.data.get("kind")) == "feedback":
            return Seen(moment.quote or word(moment.data.get("subject")), (index,))
        quote = courtesy.asks_how_it_went(_words(moment))
        if quote:
            return Seen(quote, (index,))
    return None


def _ended_at(timeline: Timeline) -> int | None:
    """The last words of a talk that came to its end with the customer still there; None for none.

    At its end the company took its leave, or had the last word after the customer was settled. Whoever
    only bought something may still be asked by mail, days later.
    """
    heard = [i for i, m in timeline.of("heard") if m.actor != "customer"]
    said = [i for i, _ in timeline.of("said")]
    if not (heard and said) or timeline.of("gave_up", "blocked", "lost_browser", "outage"):
        return None
    done, last = measures.resolution(timeline), heard[-1]
    words = timeline.moments[last].quote
    stayed = done is not None and done.moment < said[-1] < last and not talk.asks_for_more(words)
    return last if stayed or (last > said[0] and courtesy.says_goodbye(words)) else None


# -- by name ----------------------------------------------------------------------------------


def _names(timeline: Timeline) -> tuple[str, ...]:
    return tuple(name for key in _NAMES if (name := word(timeline.customer.get(key))))


def _known_since(timeline: Timeline, names: Sequence[str]) -> int | None:
    """The moment from which the company knew the name: it was said, or typed into a form and sent."""
    for index, moment in enumerate(timeline):
        if moment.kind == "said" and (_gives_name(moment) or courtesy.calls_by_name(moment.quote, names)):
            return index
        field = word(moment.data.get("field")) if moment.kind in ("keys", "choose") else ""
        if field and names and _NAME_FIELD.search(field) and not _NOT_THEIRS.search(field):
            return next((i for i, _ in timeline.of("press", "visit") if i > index), None)
    return None


def _gives_name(moment: Moment) -> bool:
    facts = moment.data.get("facts")
    labels = facts if isinstance(facts, list | tuple | set | frozenset) else ()
    return any(isinstance(each, str) and talk.canonical(each) in _NAMES for each in labels)


def _called(timeline: Timeline, names: Sequence[str]) -> Seen | None:
    for index, moment in timeline.of("heard", "text", "mail", "resolved"):
        read = courtesy.calls_by_name if moment.kind == "heard" else courtesy.greets_by_name
        quote = read(_words(moment), names) if moment.actor != "customer" or moment.kind == "resolved" else ""
        if quote:
            return Seen(quote, (index,))
    return None


def _chances(timeline: Timeline, known: int) -> list[int]:
    return [i for i, moment in timeline.of("heard") if i > known and _speaks(moment)]


def _is_to_all(moment: Moment) -> bool:
    """Whether a mail is advertising, which goes to everybody alike."""
    return word(moment.data.get("kind")) in follow_up.ADVERTISING


# -- together ---------------------------------------------------------------------------------


def _words(moment: Moment) -> str:
    """All that a moment says, a line each; of a mail its subject and its words."""
    if moment.kind != "mail":
        return words_of(moment)
    return "\n".join(own_words(each) for each in _mail_words(moment) if each)


def _mail_words(moment: Moment) -> Iterator[str]:
    for key in ("subject", "words", "text"):
        value = moment.data.get(key)
        yield value if isinstance(value, str) else ""
    yield words_of(moment)


def _limits(at_most: int, at_worst: int | None) -> Limits:
    return numbers("at_most", at_most if at_worst is None else (at_most, at_worst))


def _found(
    timeline: Timeline, name: str, limits: Limits, found: Sequence[Seen], told: str, kept: str, measured: str
) -> Finding:
    return finding_of(
        timeline, name, limits.outcome(len(found)), told if found else kept,
        measured=measured if found or name != "one_contact" else "never put off",
        moments=sorted({i for seen in found for i in seen.moments}), evidence=True,
    )  # fmt: skip
