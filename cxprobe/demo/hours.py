"""When somebody is there: opening hours as people write them, and when they begin again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from cxprobe.demo.words import Words

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(
    r"(?P<first>[a-z]{3})(?:\s*[-–]\s*(?P<last>[a-z]{3}))?"
    r"\s+(?P<opens>\d{1,2}:\d\d)\s*[-–]\s*(?P<closes>\d{1,2}:\d\d)"
)
_WEEK = 7


@dataclass(frozen=True)
class Span:
    """Days of the week (0 is Monday, both included), and the times between which somebody is there."""

    first: int
    last: int
    opens: time
    closes: time

    def holds(self, moment: datetime) -> bool:
        """Whether a moment lies within; the closing time itself does not."""
        return self.on(moment.weekday()) and self.opens <= moment.time() < self.closes

    def on(self, weekday: int) -> bool:
        """Whether it opens on a day of the week; 'Sat-Mon' goes round the weekend."""
        return (weekday - self.first) % _WEEK <= (self.last - self.first) % _WEEK


@dataclass(frozen=True)
class Hours:
    """Opening hours; without any span it is always open."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, written: str) -> Hours:
        """From 'Mon-Fri 09:00-17:00, Sat 10:00-14:00'; '' is always open. Raises ValueError for others."""
        return cls(tuple(_span(part) for part in written.split(",") if part.strip()))

    def open_at(self, moment: datetime) -> bool:
        """Whether somebody is there at a moment."""
        return not self.spans or any(span.holds(moment) for span in self.spans)

    def opens_after(self, moment: datetime) -> datetime:
        """When it opens next; the moment itself while it is open."""
        if self.open_at(moment):
            return moment
        days = (moment + timedelta(days=more) for more in range(_WEEK + 1))
        starts = [
            datetime.combine(day, span.opens, moment.tzinfo)
            for day in days
            for span in self.spans
            if span.on(day.weekday())
        ]
        return min(start for start in starts if start > moment)

    def told(self, words: Words) -> str:
        """'Monday to Friday, 9:00 to 17:00', in a language; or that it is always open."""
        if not self.spans:
            return words.talk("always_open")
        return "; ".join(_told(span, words) for span in self.spans)

    def told_next(self, moment: datetime, words: Words) -> str:
        """The day and time at which it opens next: 'Monday 23 November, 9:00'."""
        opens = self.opens_after(moment)
        return f"{words.day(opens.date())}, {_clock(opens.time())}"


ALWAYS = Hours()
"""Open day and night."""


def _span(written: str) -> Span:
    found = _SPAN.fullmatch(written.strip().lower())
    try:
        if found is None:
            raise ValueError(written)
        first = _DAYS.index(found["first"])
        last = _DAYS.index(found["last"]) if found["last"] else first
        opens, closes = _time(found["opens"]), _time(found["closes"])
    except ValueError as error:
        said = f"{written.strip()!r} are no opening hours. Write them like 'Mon-Fri 09:00-17:00'."
        raise ValueError(said) from error
    if opens >= closes:
        raise ValueError(f"{written.strip()!r} closes before it opens. Write it like 'Mon-Fri 09:00-17:00'.")
    return Span(first, last, opens, closes)


def _time(written: str) -> time:
    hour, minute = map(int, written.split(":"))
    return time(hour, minute)


def _told(span: Span, words: Words) -> str:
    times = {"opens": _clock(span.opens), "closes": _clock(span.closes)}
    first, last = words.weekday(span.first), words.weekday(span.last)
    if span.first == span.last:
        return words.talk("hours_day", day=first, **times)
    return words.talk("hours_days", first=first, last=last, **times)


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"
