"""The shelf: a thing in front of the customer is put into the basket, in a size that can be had."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxprobe.channels.walk import Found, Walk, news
from cxprobe.reading import page_words as words
from cxprobe.reading.control_words import fold
from cxprobe.reading.forms import read_form
from cxprobe.reading.trouble import errors_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxprobe.reading.page_reading import PageReading
    from cxprobe.reading.snapshot import Control, Snapshot

SAYS = 2.5
"""Seconds in which a basket, or a message, tells what a press has done (PostHog's dead click)."""
_CHOICES = 6
"""Most choices (size, colour …) a customer makes before putting a thing into the basket."""
_OTHERS = 4
"""How many other sizes a customer tries when the one they chose is sold out (ours)."""


@dataclass(slots=True)
class Shelf:
    """One customer before one thing that they want."""

    walk: Walk
    _chosen: list[tuple[Control, str]] = field(default_factory=list)
    """What was chosen, and which of its options, oldest first."""
    _gone: list[tuple[Control, str]] = field(default_factory=list)
    """Of that, what the page then said to be sold out."""
    _heard: set[str] = field(default_factory=set)
    """Errors that the page showed to an earlier press."""

    def take(self, page: PageReading) -> None:
        """Put the thing into the basket; where the page will not have it, leave with its own words."""
        if page.kind == "out-of-stock":
            self._refused(sold_out_line(self.walk.see().snapshot) or page.reason)
        self._choose()
        trouble = self._put_in()
        for _ in range(_OTHERS):
            if not trouble or not self._choose_otherwise(trouble):
                break
            trouble = self._put_in()
        if trouble:
            self._refused(trouble)

    def _refused(self, quote: str) -> None:
        self.walk.stop(f'cannot put it into the basket: "{quote}"', quote)

    def _put_in(self) -> str:
        """Press what puts it into the basket; gives the trouble that the page tells of, "" for none."""
        before = self.walk.see().snapshot
        self.walk.press(self.walk.find_or_lose("add to basket", "how to put it into the basket"))
        after = self.walk.after(before, SAYS)
        known = {error.text for error in errors_on(before)} - self._heard
        shown = [error.text for error in errors_on(after) if error.text and error.text not in known]
        fresh = [line for line in news(before, after).splitlines() if len(line) < 120 and is_sold_out(line)]
        told = next(iter((*shown, *(fresh if not _left(before, after) else ()))), "")
        if told:
            self._heard.add(told)
        return told

    # ---- choosing --------------------------------------------------------------------------------

    def _choose(self) -> bool:
        """Choose in every list or group of tiles that a thing comes in; whether there was any."""
        for number in range(_CHOICES):
            found = self.walk.find("choose variant", within=0.0)
            can_be_had = found and self._first_left(found.control, found.sight.snapshot, itself=True)
            if not found or not can_be_had:
                return number > 0
            control, option = can_be_had
            self._choose_at(Found(found.sight, control, found.reason), option)
        return True

    def _choose_at(self, found: Found, option: str) -> None:
        """Choose one option: in a list, a tile, or a link to its own page."""
        web, control = self.walk.web, found.control
        listed = control.tag == "select"
        told = f'Chooses "{option}" in "{found.name}".' if listed else f'Chooses "{option}".'
        self.walk.step(told, found.reason)
        self._chosen.append((control, option))
        if listed or control.tag == "input" or control.role == "radio":
            web.choose_at(found.sight.at(control), option)
        else:
            web.press_at(found.sight.at(control), option)
        self.walk.read()

    def _choose_otherwise(self, trouble: str) -> bool:
        """Choose where the page says that something must be, or cannot be had so; whether that was done."""
        if is_sold_out(trouble) and not self._chosen:
            self._chosen = list(_chosen_already(self.walk.see().snapshot))
        if is_sold_out(trouble) and self._chosen:
            self._gone.append(self._chosen[-1])
            if self._choose():
                return True
            sight, (control, _) = self.walk.see(), self._chosen[-1]
            other = self._first_left(control, sight.snapshot)
            if other:
                self._choose_at(Found(sight, other[0], f'the page says "{trouble}"'), other[1])
            return other is not None
        return self._choose()

    def _first_left(
        self, control: Control, snapshot: Snapshot, *, itself: bool = False
    ) -> tuple[Control, str] | None:
        """The first option of a choice that was not found to be sold out, with the control that has it."""
        gone = {option for old, option in self._gone if _same_choice(old, control)}
        own = [(control, control.name or control.label)] if itself and control.tag != "select" else []
        return next((each for each in (*own, *_others(control, snapshot)) if each[1] not in gone), None)


def is_sold_out(text: str) -> bool:
    """Whether words say that something cannot be had."""
    return words.SOLD_OUT.search(fold(text)) is not None


def sold_out_line(snapshot: Snapshot) -> str:
    """The line in which a page says that what it shows cannot be had; "" where none does."""
    return next((line for line in snapshot.lines if len(line) < 120 and is_sold_out(line)), "")


def _left(before: Snapshot, after: Snapshot) -> bool:
    return before.url.partition("#")[0] != after.url.partition("#")[0]


def _chosen_already(snapshot: Snapshot) -> Iterator[tuple[Control, str]]:
    """What the page itself had chosen of the choices a thing comes in, the first choice last."""
    fields = [r.control for r in read_form(snapshot) if r.token is None and not r.purpose]
    for control in reversed(fields):
        if not control.usable or control.landmark not in ("main", "aside", "dialog", ""):
            continue
        if control.tag == "select" and (first := next(_real_options(control), "")):
            yield control, first
        elif (control.type == "radio" or control.role == "radio") and control.checked:
            yield control, control.name or control.label


def _same_choice(one: Control, other: Control) -> bool:
    """Whether two controls are one list, or tiles of one group."""
    return _choice(one) == _choice(other)


def _choice(control: Control) -> tuple[object, ...]:
    of = control.label if control.tag == "select" else control.group or control.heading
    return control.tag, control.frame, control.role, control.field, of


def _others(control: Control, snapshot: Snapshot) -> Iterator[tuple[Control, str]]:
    """The other options of the same choice on the page as it is now, each with the control that has it."""
    for each in snapshot.controls:
        if not each.usable or not _same_choice(control, each):
            continue
        if each.tag == "select":
            yield from ((each, option) for option in _real_options(each) if not is_sold_out(option))
        elif each.href == control.href and not is_sold_out(each.name):
            yield each, each.name or each.label


def _real_options(control: Control) -> Iterator[str]:
    """The options of a list that are something, and not a prompt."""
    pairs = zip(control.options, control.values or control.options, strict=False)
    return (label for label, value in pairs if value and label)
