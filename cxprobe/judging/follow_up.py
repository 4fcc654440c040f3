"""What became of what was promised for later: mails looked for in a mailbox, and days of delivery."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.measures import in_quotes, number, word, words_of
from cxprobe.reading.deeds import What, deeds, thing_of
from cxprobe.reading.due_dates import due_of
from cxprobe.reading.facts import plain, sentences
from cxprobe.reading.pages import confirms_order, order_numbers
from cxprobe.reading.promises import Promise, hangs_on_more, tells_delivery

ADVERTISING = frozenset({"newsletter", "offer"})
"""Kinds of mail that go to everybody alike."""
_KINDS: Mapping[What, frozenset[str]] = {
    "receipt": frozenset({"order", "invoice"}), "invoice": frozenset({"invoice", "order"}),
    "return label": frozenset({"return"}), "tracking": frozenset({"delivery", "order"}),
    "updates": frozenset({"delivery", "order"}), "refund": frozenset({"refund", "return"}),
    "cancellation": frozenset({"order", "refund"}), "case": frozenset({"ticket"}),
    "reply": frozenset({"ticket"}), "link": frozenset({"account"}),
}  # fmt: skip
"""Kinds of mail that keep a promise of each thing; a plain confirmation or message is kept by most."""
_LOOKED = 0.95
"""Share of a deadline after which a mailbox that was watched so long was watched to the end. Ours."""

_PATIENT = 300.0
"""Seconds after which a mail for which no time was said is missing. Ours."""

_LONGEST = 200
"""Characters of a line that tells a day, and not a page run together. Ours."""
_DIGIT = re.compile(r"\d")
_DELAY = re.compile(
    r"\b(?:delay\w*|late(?:r)?\b.{0,30}\bthan|(?:a (?:little|bit)|running|somewhat) late|take[s]? (?:a"
    r" (?:little|bit) )?longer"
    r"|bear with us|backlog|not (?:yet )?(?:been )?(?:able|sent)|will (?:now )?(?:come|be sent|follow|reach"
    r" you) (?:later|tomorrow|by))\b"
    r"|\b(?:verspät\w+|verzöger\w+|dauert (?:etwas )?länger|retard\w*|retras\w+|demora\w*|ritard\w+"
    r"|vertraging|vertraagd|opóźni\w+"
    r"|atras\w+)\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:order|track\w*|status|shipment|parcel|sendung\w*|suivi|seguimiento"
    r"|tracciamento|zending|przesyłk\w+)\b",
    re.I,
)
_TO_ALL = re.compile(
    r"\border (?:today|now|before|within|in the next|by)\b|\bwhat you order\b|\bbestell\w*"
    r" (?:heute|jetzt)|\bheute bestellt",
    re.I,
)
_OTHER_DAYS = re.compile(
    r"\b(?:returns?|returned|refund\w*|exchange\w*|guarantee\w*|warranty|invoice|pay|paid|payment|review\w*"
    r"|feedback"
    r"|cancel\w*|claim\w*|report\w*|updated?|as of|if|unless|after (?:the )?delivery|days of|since|christmas"
    r"|last (?:order"
    r"|posting)"
    r"|rückgabe\w*|rücksend\w*|zurück\w*|erstatt\w*|garantie|rechnung|zahl\w*|falls|wenn"
    r"|nach (?:der )?lieferung"
    r"|retour\w*|renvo\w+|rembours\w*|factur\w*|devol\w+|reembols\w*|garant[íi]a|reso|resi|restitu\w+"
    r"|rimbors\w*"
    r"|fattur\w*|garanzia|terug\w*|factuur|zwrot\w*|zwróci\w*|faktur\w*|gwarancj\w*|fatura)\b",
    re.I,
)
"""What a day beside the word for delivery is of, if it is not of the delivery."""
_ADVERTS = ("home", "search", "product", "help", "basket", "checkout", "payment")


@dataclass(frozen=True, slots=True)
class Slip:
    """A promised day of delivery, and the day that was told of later."""

    quote: str
    said: int
    seen: int
    outcome: Literal["kept", "broken"]
    instead: str = ""


# -- mails ------------------------------------------------------------------------------------


def mail(timeline: Timeline, said: int, promise: Promise) -> tuple[int, float] | None:
    """The mail that was promised, and the seconds until it came; None when none was seen."""
    since = number(timeline.moments[said].at)
    for index, moment in timeline.of("mail"):
        if index > said and _is_it(moment, promise):
            arrived = number(moment.data.get("arrived"), -1.0)
            took = (
                arrived - since
                if arrived >= 0
                else number(moment.data.get("took"), number(moment.at) - since)
            )
            return index, max(0.0, took)
    return None


def no_mail(timeline: Timeline, said: int, promise: Promise) -> tuple[int, float] | None:
    """Where the customer had looked for a promised mail long enough, and the seconds; None if never.

    Long enough is as long as was said; without a deadline five minutes, or as long as the customer held
    to be "enough". What is due on another day is not due, and what was announced as late meanwhile is not
    missing yet; nor is what comes only after something else, as the number of a parcel once it is sent.
    """
    if promise.working_days is not None or promise.date is not None or hangs(promise):
        return None
    since = number(timeline.moments[said].at)
    for index, moment in timeline.of("no_mail"):
        looked = max(number(moment.data.get("waited")), number(moment.waited))
        waited = max(looked, number(moment.at) - since)
        if (
            index > said
            and _is_missing(moment, promise, waited)
            and _looked_for(moment, promise)
            and not delay_announced(timeline, said, index)
            and not _may_have_come(timeline, said, index)
        ):
            return index, waited
    return None


def _may_have_come(timeline: Timeline, said: int, until: int) -> bool:
    """Whether a mail came meanwhile of which we cannot tell what it is about: perhaps it is the one."""
    return any(
        said < index < until and word(m.data.get("kind")) == "other" for index, m in timeline.of("mail")
    )


def hangs(promise: Promise) -> bool:
    """Whether something has to happen first, so that nobody can tell from when its time runs."""
    return hangs_on_more(promise.quote) and not any(deed.done for deed in deeds(promise.quote))


def _is_missing(moment: Moment, promise: Promise, waited: float) -> bool:
    """Whether who looked so long in vain may say that it did not come."""
    if promise.within is None:
        return waited >= _PATIENT or moment.data.get("enough") is True
    return waited >= _LOOKED * promise.within


def delay_announced(timeline: Timeline, said: int, until: int) -> bool:
    """Whether the company said between two moments that something comes later than was promised."""
    told = (m for i, m in timeline.of("heard", "text", "mail") if said < i <= until and m.actor != "customer")
    return any(_DELAY.search(plain(line)) for moment in told for line in sentences(words_of(moment)))


def _is_it(moment: Moment, promise: Promise) -> bool:
    kind, what = word(moment.data.get("kind")), thing_of(promise.quote)
    subject = word(moment.data.get("subject")) or moment.quote
    if what is not None and thing_of(subject) == what:
        return True
    return kind in _kinds(promise) if kind else True


def _looked_for(moment: Moment, promise: Promise) -> bool:
    """Whether a look into the mailbox was for this: for anything, its kind, or in the promise's words."""
    about = word(moment.data.get("about")).casefold()
    if not about or about in _kinds(promise):
        return True
    return thing_of(about) == thing_of(promise.quote) or about in promise.quote.casefold()


def _kinds(promise: Promise) -> frozenset[str]:
    every = frozenset({"order", "delivery", "invoice", "ticket", "return", "refund", "account", "other"})
    what = thing_of(promise.quote)
    if re.search(r"newsletter|subscri", promise.quote, re.I):
        return frozenset({"newsletter"})
    return _KINDS.get(what, every) if what is not None else every


# -- days of delivery -------------------------------------------------------------------------


def delivery(timeline: Timeline) -> Slip | None:
    """Whether the day told of an order is later than every day promised before it was placed.

    Days are compared as dates; a journey on which no order was placed, or of which nothing was told
    later, has none.
    """
    placed = next((i for i, m in timeline.of("text", "resolved") if confirms_order(words_of(m))), None)
    if placed is None:
        return None
    end = _next_act(timeline, placed)
    days = list(_days(timeline))
    promised = [each for each in days if each[0] < end]
    later = [each for each in days if each[0] >= end and _is_told(timeline, each[0], each[1])]
    if not promised or not later or _another_order(timeline, placed, later[0][0]):
        return None
    said, quote, day = max(promised, key=lambda each: each[2])
    seen, but, told_day = later[-1]
    if _after(told_day, day):
        return Slip(quote, said, seen, "broken", f"but later it said {in_quotes(but)}")
    return Slip(quote, said, seen, "kept") if re.search(r"\bdelivered on\b|zugestellt", but, re.I) else None


def _days(timeline: Timeline) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Every line that tells a date of delivery: its moment, its words, month and day."""
    for index, moment in timeline.of("text", "heard", "mail"):
        if moment.actor == "customer" or moment.data.get("where") in ("log", "polite"):
            continue
        for line in sentences(words_of(moment)):
            day = _day(line)
            if day is not None:
                yield index, line, day


@lru_cache(maxsize=4096)
def _day(line: str) -> tuple[int, int] | None:
    """The last month and day on which a line says that goods come."""
    tells = len(line) < _LONGEST and _DIGIT.search(line) and tells_delivery(line)
    due = due_of(line) if tells and not _OTHER_DAYS.search(line) else None
    return due.last if due is not None and due.unit == "date" else None


def _is_told(timeline: Timeline, index: int, line: str) -> bool:
    """Whether a line after the order is about it, and not what everybody is told who orders today."""
    moment = timeline.moments[index]
    if _TO_ALL.search(line):
        return False
    if moment.kind != "text":
        return moment.kind == "heard" or word(moment.data.get("kind")) == "delivery"
    visits = [m for i, m in timeline.of("visit") if i <= index + 1]
    path = word(visits[-1].data.get("url")) if visits else ""
    return moment.touchpoint not in _ADVERTS and bool(
        _ABOUT_IT.search(f"{path} {moment.touchpoint}".replace("/", " "))
    )


def _another_order(timeline: Timeline, placed: int, seen: int) -> bool:
    """Whether what is told later names an order, and not the one that was placed."""
    own = set(order_numbers(words_of(timeline.moments[placed])))
    named = set(order_numbers(words_of(timeline.moments[seen])))
    return bool(own and named) and not own & named


def _next_act(timeline: Timeline, placed: int) -> int:
    """Where the customer acts again after an order was confirmed; its own page's arrival is no act."""
    arrived = False
    for index, moment in enumerate(timeline.moments[placed + 1 :], placed + 1):
        if moment.kind in ("press", "keys", "choose", "said") or (moment.kind == "visit" and arrived):
            return index
        arrived = arrived or moment.kind == "visit"
    return len(timeline.moments)


def _after(day: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a month and day comes after another, across the turn of the year too."""
    days, others = day[0] * 31 + day[1], other[0] * 31 + other[1]
    return 0 < (days - others) % (12 * 31) <= 6 * 31
