"""A promo code: the place to type it in is found, it is applied, and the money tells what came of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field

from cxprobe.channels.purse import Purse
from cxprobe.channels.shelf import SAYS
from cxprobe.channels.walk import Found, Walk, news
from cxprobe.reading.forms import read_form
from cxprobe.reading.money import read_bill
from cxprobe.reading.money_promo import PromoOutcome, promo_outcome
from cxprobe.reading.snapshot import Control

_A_CODE = re.compile(
    r"\b(?:have|got|enter|add|use|redeem)\b.{0,16}\bcode\b|\bcode\b.{0,12}\b(?:eingeben|einl[öo]sen|vorhanden)"
    r"|\bun code\b|\bun c[óo]digo\b|\bun codice\b|\been code\b|\bmasz kod\b|\bum c[óo]digo\b",
    re.IGNORECASE,
)
"""What opens the place for a code and does not say of what kind, as people understand it at a checkout."""
_KEPT = ("header", "nav", "footer", "search")


@dataclass(slots=True)
class Promo:
    """One customer with a code to use."""

    walk: Walk
    purse: Purse
    _shown: Control | None = field(default=None)
    """The field that came when the place for a code was opened."""

    def find_place(self, within: float = 0.0) -> bool:
        """Whether there is a place to type a code in, opened where it hides behind a few words."""
        if self.place(within) is not None:
            return True
        opener = self.walk.find("promo", within=0.0) or self._by_its_words()
        if opener is None or not opener.control.is_button or opener.control.expanded:
            return False
        before = {_key(c) for c in opener.sight.snapshot.fields()}
        self.walk.press(opener, f'Opens "{opener.name}" to type a code in.')

        def look() -> Found | None:
            sight = self.walk.see()
            came = [c for c in sight.snapshot.fields() if _is_written_in(c) and _key(c) not in before]
            self._shown = came[0] if len(came) == 1 else None
            return self.place()

        return self.walk.wait_for(look, SAYS) is not None

    def place(self, within: float = 0.0) -> Found | None:
        """The field for a code; None where none is shown."""

        def look() -> Found | None:
            sight = self.walk.see()
            for reading in read_form(sight.snapshot):
                control = reading.control
                opened = self._shown is not None and _key(control) == _key(self._shown)
                if control.usable and (reading.purpose == "promo-code" or opened):
                    return Found(sight, control, reading.reason if reading.purpose else "it has just opened")
            return None

        return self.walk.wait_for(look, within)

    def apply(self, code: str, *, guessed: bool = False) -> PromoOutcome:
        """Type the code in where its place is, apply it, and hold the money against the message.

        Whoever only guessed at a code does not mind that it is refused.
        """
        walk, web, began = self.walk, self.walk.web, time.time()
        with web.acting():
            before = walk.see().snapshot
            place = self.place()
            if place is None:
                web.lost_our_way("the place for a promo code again")
            walk.step(f'Types the code "{code}" in.', place.reason)
            web.fill_at(place.sight.at(place.control), place.name or "promo code", code)
            button = walk.find("apply promo", within=0.5)
            walk.press(button) if button is not None else web.send_with_enter()
            after = walk.after(before, SAYS)
            outcome = promo_outcome(read_bill(before), read_bill(after), news(before, after), code)
            web.recorder.add(
                "look",
                sentence=outcome.sentence,
                data={
                    "sought": f"a lower total with {code}",
                    "seen": worked(outcome),
                    "outcome": outcome.kind,
                },
            )
            if guessed and outcome.kind == "refused":
                web.recorder.forgive(began)
            self.purse.look(after, walk.read())
            self.purse.note_promo(outcome, read_bill(after), news(before, after))
        return outcome

    def _by_its_words(self) -> Found | None:
        sight = self.walk.see()
        for control in sight.snapshot.buttons():
            shut = control.landmark not in _KEPT and not control.sends and len(control.name) < 40
            if shut and _A_CODE.search(control.name):
                return Found(sight, control, f'"{control.name}" speaks of a code')
        return None


def worked(outcome: PromoOutcome) -> bool:
    """Whether the money says that a code worked."""
    return outcome.kind in ("worked", "worked-silently", "twice")


def _key(control: Control) -> tuple[int, str, str, str]:
    return control.frame, control.field, control.element, control.label


def _is_written_in(control: Control) -> bool:
    return control.tag == "input" and control.type in ("text", "search", "") and control.landmark not in _KEPT
