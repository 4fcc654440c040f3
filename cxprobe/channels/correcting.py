"""Reads the errors that a page shows, its own and the browser's, and finds the next field to put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cxprobe.reading.corrections import (
    correction,
    is_card_refused,
    is_taken,
    rewriting,
    sentence_by_sentence,
)
from cxprobe.reading.tasks import Key, Task, as_fields, keys
from cxprobe.reading.trouble import errors_on

if TYPE_CHECKING:
    from cxprobe.channels.filling import Filler
    from cxprobe.channels.sight import Sight
    from cxprobe.reading.forms import Reading
    from cxprobe.reading.snapshot import Control

_BUBBLE = """() => {
  const all = [...document.querySelectorAll("input, select, textarea, button")];
  const active = document.activeElement;
  const wrong = (el) => el.willValidate && !el.validity.valid && !el.form?.noValidate;
  const first = () => all.find((each) => wrong(each) && each.form && each.checkVisibility());
  const el = active && all.includes(active) && wrong(active) ? active : first();
  return el ? [all.indexOf(el), el.validationMessage] : null;
}"""
"""The field at which the browser shows its bubble, by its place among the fields, and what that says."""

Found = tuple["Sight", Key, Task]
_CARD = ("cc-name", "cc-number", "cc-type", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc")


def next_correction(filler: Filler) -> Found | None:
    """The next thing to put right on the page in front of the customer; None when there is none left."""
    sight, readings = filler.look()
    by_control = {(r.control.frame, r.control.id): n for n, r in enumerate(readings)}
    named = keys(readings)
    for control, text in _errors(filler, sight):
        place = by_control.get((control.frame, control.id))
        if place is None or (named[place], text) in filler.read_errors:
            continue
        filler.read_errors.add((named[place], text))
        task = _task(filler, readings[place], named[place], text)
        if task is not None:
            return sight, named[place], task
    return None


def card_refused(filler: Filler) -> bool:
    """Whether the page says that it does not take the customer's card."""
    return any(is_card_refused(error.text) for error in errors_on(filler.look()[0].snapshot))


def next_of_another_card(filler: Filler) -> Found | None:
    """The next field in which the customer's other card is not written yet; None when it is everywhere."""
    sight, readings = filler.look()
    for key, reading in zip(keys(readings), readings, strict=True):
        if reading.token not in _CARD or not reading.control.usable:
            continue
        task = rewriting(reading, filler.wanted(), filler.known, filler.tried(key))
        if task is not None:
            return sight, key, task
    return None


def is_of_the_card(reading: Reading) -> bool:
    """Whether a field asks for something that stands on a card."""
    return reading.token in _CARD


def _task(filler: Filler, reading: Reading, key: Key, text: str) -> Task | None:
    if reading.token == "email" and is_taken(text):
        filler.problem = text
        return None
    return correction(reading, text, filler.wanted(), filler.known, filler.tried(key))


def _errors(filler: Filler, sight: Sight) -> Iterator[tuple[Control, str]]:
    """Each error that means a field, with that field: the browser's bubble, then what the page shows."""
    yield from _bubble(filler, sight)
    for error in errors_on(sentence_by_sentence(as_fields(sight.snapshot))):
        if error.control is not None:
            yield error.control, error.text
        elif is_taken(error.text):
            filler.problem = error.text


def _bubble(filler: Filler, sight: Sight) -> Iterator[tuple[Control, str]]:
    """The field the browser points at, if it has pointed at any since the customer last looked."""
    shown = sum(1 for m in filler.web.recorder.moments() if m.kind == "error" and m.data.get("native"))
    if shown <= filler.bubbles:
        return
    filler.bubbles = shown
    for place, frame in enumerate(sight.frames):
        found = _asked(frame)
        for control in sight.snapshot.controls if found else ():
            if control.frame == place and control.index == found[0]:
                yield control, str(found[1])
                return


def _asked(frame: Any) -> list[Any]:
    from playwright.sync_api import Error

    try:
        return frame.evaluate(_BUBBLE) or []
    except Error:
        return []
