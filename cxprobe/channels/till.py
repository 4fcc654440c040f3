"""The till: from a basket to an order number, whatever steps, forms and ways to pay a shop has.

A loop of see, decide, act. The order is placed when the page says so, not when a button was pressed;
a shop that sends the customer round in circles is left, and what we did not find is our own blindness.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from cxprobe.channels.assent import assenting
from cxprobe.channels.choosing import folded_card, undecided, why
from cxprobe.channels.filling import Filler
from cxprobe.channels.gates import at_a_refused_frame
from cxprobe.channels.purse import Purse
from cxprobe.channels.walk import Found, Walk
from cxprobe.reading.controls import serves
from cxprobe.reading.forms import Reading, read_form
from cxprobe.reading.page_orders import asks_for_missing
from cxprobe.reading.page_reading import read_page
from cxprobe.reading.trouble import errors_on
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.sight import Sight
    from cxprobe.channels.web import Web
    from cxprobe.journey.moments import Moment
    from cxprobe.people.identity import Identity
    from cxprobe.reading.page_reading import PageReading
    from cxprobe.reading.snapshot import Snapshot

_STEPS = 25
"""Rounds after which a checkout that has not ended is called endless; five steps are usual (Baymard)."""
_ROUNDS = 5
"""How often a page may ask for more after something was filled in."""
_SOON = 0.6
"""Seconds in which what follows from a field that was filled in begins to show (ours)."""
_SAME = 3
"""How often a customer stands before the same page before they see that it goes round in circles."""
_PASSED_OVER = frozenset(
    {"search", "newsletter", "promo-code", "captcha", "bot-trap", "extra", "message", "quantity"}
)
_WAYS_ON = {
    "basket": ("check out", "pay", "as guest", "continue"),
    "form": ("pay", "as guest", "continue", "check out"),
    "payment": ("pay", "as guest", "continue", "check out"),
    "log-in": ("as guest", "create account"),
}
"""What leads on from a kind of page, the nearest to the order first."""
_FROM_ELSEWHERE = ("pay", "as guest", "continue", "check out")
_FORMS = ("form", "payment")
_BACK = "open basket"
"""What leads to the till from anywhere; nobody goes back to the basket who has been past it."""
_DEAD = 2.8
"""Seconds after which a press that shows nothing is taken for dead, a little more than the page's 2.5."""
_DRAWS = 2.5
"""Seconds in which a page has drawn what follows from a choice (ours)."""


_SIGNS_OF_LIFE = frozenset({"error", "network", "visit", "wait", "dialog", "text"})
"""Kinds of moments that show that a press had an effect, if none that changed a control."""


@dataclass(slots=True)
class Till:
    """One customer's checkout."""

    web: Web
    walk: Walk
    identity: Identity
    purse: Purse
    known: Mapping[str, str] = field(default_factory=dict)
    on_step: Callable[[Sight], None] | None = None
    """Called at every step before anything is filled in: a promo code is tried there."""
    pay: bool = True
    """Whether the order is placed; else the customer stops where it would be."""
    _marks: list[str] = field(default_factory=list)
    _past_basket: bool = False
    """Whether the customer has been past the basket, and would go round in circles by going back."""
    _unfolded: set[str] = field(default_factory=set)
    """Buttons for ways to pay that were opened, each with its page."""
    _pressed_at: float = 0.0
    _paid: bool = False
    """Whether something was pressed that places an order."""
    _dead: int = 0
    """How many presses have shown no effect."""
    _back: bool = False
    """Whether the customer has gone back once from a page that was broken."""
    _filler: Filler = field(init=False)

    def __post_init__(self) -> None:
        self._filler = Filler(self.web, self.identity, self.known, aside=self.walk.clear)

    def go_through(self) -> str:
        """Buy what is in the basket; gives the order number that is shown, "" where none is."""
        with assenting(self.walk):
            for _ in range(_STEPS):
                with self.web.acting():
                    page = self.walk.read()
                    if page.kind == "confirmed":
                        return self._confirmed(page)
                    self._stop_at(page)
                    self.purse.look(self.walk.see().snapshot, page)
                    if self._in_circles(page):
                        break
                    if self._one_step(page):
                        return ""
        return self._stuck(page)

    def _one_step(self, page: PageReading) -> bool:
        """Fill in what is asked and go on; whether the customer stops here, before paying."""
        if page.kind == "error" and self._goes_back(page):
            return False
        if self.on_step:
            self.on_step(self.walk.see())
        self._fill_in(page)
        way = self._way_on(page, within=_DRAWS)
        if way is None and self._moved_on(page):
            return False
        if way is None:
            self._no_way_on(page)
        if serves("pay", way.name) and not self.pay:
            self._stop_before_paying(way)
            return True
        self._press_on(way, page)
        return False

    def _goes_back(self, page: PageReading) -> bool:
        """Go back from a broken page, once and never after paying; else leave with what it says."""
        quote = first_words(self.walk.see().snapshot)
        if self._back or self._paid:
            self.walk.stop(f'gets no further: "{quote}"', quote)
        self._back = True
        self.walk.step("Goes back and tries again.", page.reason)
        self.web.page.go_back()
        self.web.settle()
        return True

    def _fill_in(self, page: PageReading) -> None:
        """Fill in and choose until nothing new is asked: ways to deliver often come after the address."""
        for _ in range(_ROUNDS):
            way = self._way_on(page, within=0.0)
            filled = self._filler.fill(partial(self._is_ours, way))
            chosen = self._choose_ways()
            if not filled and not chosen:
                return
            if chosen or self._filler.addressed:
                self.walk.wait_for(lambda: next(undecided(self.walk.see().snapshot, ""), None), _SOON)

    def _is_ours(self, way: Found | None, reading: Reading) -> bool:
        return _is_mine(reading, way, self.walk.see().snapshot)

    def _press_on(self, way: Found, page: PageReading) -> None:
        if serves("pay", way.name):
            if not any(r.token == "cc-number" for r in read_form(self.walk.see().snapshot)):
                at_a_refused_frame(self.web)
            self.web.allow(Level.pay, f'press "{way.name}", which places an order')
            self._paid = True
        before = _face(self.walk.see().snapshot)
        self._past_basket = not serves("create account", way.name) and (
            self._past_basket or page.kind in ("basket", "form", "payment", "log-in")
        )
        self._pressed_at = self.web.recorder.now()
        self.walk.press(way, f'Goes on with "{way.name}".')
        if self._filler.correct():
            self.walk.step("Corrects what the page found wrong.", self._last_error(self._pressed_at))
        elif self._filler.problem:
            self.walk.stop(f'gets no further: "{self._filler.problem}"', self._filler.problem)
        else:
            self._await_effect(before, way.name)

    def _await_effect(self, before: tuple[object, ...], name: str) -> None:
        """Give a press time to show an effect; one that shows none, not even a request, is a dead end."""
        changed = self.web.watch_for(
            lambda: _face(self.walk.see().snapshot) != before or None, _DEAD, every=100
        )
        if changed or any(moment.kind in _SIGNS_OF_LIFE for moment in self._since()):
            return
        if not any(moment.kind == "dead_end" for moment in self._since()):
            what = f'Nothing happens after pressing "{name}".'
            self.web.recorder.add("dead_end", sentence=what, data={"target": name})
        self._dead += 1
        if self._dead > 1:
            self.web.leave("page", 0, 0, f'gets no further: nothing happens after "{name}"')

    def _stop_before_paying(self, way: Found) -> None:
        self.web.recorder.add(
            "resolved",
            quote=way.name,
            sentence=f'Stands before "{way.name}", and goes no further.',
            data={"by": "check_out"},
        )

    def _way_on(self, page: PageReading, within: float) -> Found | None:
        """What leads nearest to the order from this kind of page."""
        ways = _WAYS_ON.get(page.kind, _FROM_ELSEWHERE)
        snapshot = self.walk.see().snapshot
        if page.kind == "form" and any(r.token == "new-password" for r in read_form(snapshot)):
            ways = (*ways, "create account")
        if page.kind == "basket" and _is_bare(page):
            ways = ("check out", "pay")
        return self.walk.find(*ways, *(() if self._past_basket else (_BACK,)), within=within)

    def _moved_on(self, page: PageReading) -> bool:
        """Whether another kind of page came meanwhile; one that takes a payment is given the time for it."""

        def look() -> bool | None:
            return read_page(self.walk.see().snapshot).kind != page.kind or None

        return bool(self.web.watch_for(look, self.web.page_patience() if self._paid else 0.0, every=100))

    def _no_way_on(self, page: PageReading) -> NoReturn:
        if page.kind == "basket" and _is_bare(page):
            self.web.blocked("not-found", "The basket is empty: what was to be bought is not in it.")
        if page.kind == "log-in":
            self.web.lost_our_way("a way to buy without an account, nor one to make an account")
        self.web.lost_our_way(_missing(page))

    # ---- delivery and payment --------------------------------------------------------------------

    def _choose_ways(self) -> int:
        """Choose in every group of tiles that waits for it: a delivery, the card. Gives how many."""
        done: set[str] = set(self._unfold_card())
        for _ in range(_ROUNDS):
            sight = self.walk.see()
            open_ = undecided(sight.snapshot, self.identity.card.brand)
            wanted = next((tile for tile in open_ if tile.selector not in done), None)
            if wanted is None:
                break
            done.add(wanted.selector)
            label = wanted.label or wanted.name or "this"
            self.walk.step(f'Chooses "{label}".', why(wanted))
            self.web.choose_at(sight.at(wanted), label)
        return len(done)

    def _unfold_card(self) -> tuple[str, ...]:
        """Open the part of the page that asks for a card, where it is folded away; gives what was opened."""
        sight = self.walk.see()
        button = folded_card(sight.snapshot)
        key = f"{self.web.page.url} {button.name}" if button else ""
        if button is None or key in self._unfolded:
            return ()
        self._unfolded.add(key)
        self.walk.press(Found(sight, button, why(button)), f'Chooses "{button.name}".')
        self.walk.wait_for(lambda: folded_card(self.walk.see().snapshot) is None or None, _DRAWS)
        return (key,)

    # ---- where it ends ---------------------------------------------------------------------------

    def _confirmed(self, page: PageReading) -> str:
        snapshot = self.walk.see().snapshot
        number = page.order_number
        lines = snapshot.lines
        quote = next((line for line in lines if number and number in line), page.reason)
        self.web.recorder.add(
            "resolved",
            quote=quote,
            sentence=f'Sees that the order is placed: "{quote}"',
            data={"by": "check_out", "number": number},
        )
        self.purse.look(snapshot, page)
        return number

    def _stop_at(self, page: PageReading) -> None:
        if page.kind == "bot-wall":
            self.web.blocked("bot-wall", f"A wall against robots stands at {self.web.page.url}.")
        if page.kind == "closed":
            self.web.blocked("closed", f"The shop says that it is closed: {page.reason}.")

    def _in_circles(self, page: PageReading) -> bool:
        mark = _mark(self.walk.see().snapshot, page)
        self._marks.append(mark)
        return self._marks.count(mark) > _SAME

    def _stuck(self, page: PageReading) -> NoReturn:
        """The checkout goes round in circles: where the page says why, or is dead, that is its own doing."""
        error = self._last_error(self._pressed_at) or self._standing_error()
        if error:
            self.walk.stop(f'gets no further: "{error}"', error)
        self.web.lost_our_way(_missing(page))

    def _since(self) -> list[Moment]:
        """What has happened since the last press that was to lead on."""
        self.web.recorder.collect()
        return [m for m in self.web.recorder.moments() if m.at >= self._pressed_at - 0.05]

    def _last_error(self, since: float) -> str:
        """The page's own error since then that is nobody's slip; "" for none."""
        self.web.recorder.collect()
        told = [m for m in self.web.recorder.moments() if m.kind == "error" and m.at >= since - 0.05]
        return next((m.quote for m in reversed(told) if m.quote and _is_theirs(m)), "")

    def _standing_error(self) -> str:
        """An error that still stands on the page, though it was told before."""
        told = [m.quote for m in self.web.recorder.moments() if m.kind == "error" and _is_theirs(m)]
        standing = [error.text for error in errors_on(self.walk.see().snapshot)]
        return next((text for text in standing if text and text in told), "")


def _is_theirs(moment: Moment) -> bool:
    """Whether an error proves something: no bubble of the browser's, nor one about a field left empty."""
    own = moment.data.get("own") or moment.data.get("native")
    return not own and not asks_for_missing(moment.quote)


def _is_bare(page: PageReading) -> bool:
    return page.kind == "basket" and "empty" in page.reason


def first_words(snapshot: Snapshot) -> str:
    """The first thing that a page says: its heading, else its first line."""
    headings = (h.text for document in snapshot.documents for h in document.headings if h.text.strip())
    return next(headings, "") or next(iter(snapshot.lines), snapshot.title)


def _missing(page: PageReading) -> str:
    return "how to pay" if page.kind == "payment" else "how to finish the order"


def _face(snapshot: Snapshot) -> tuple[object, ...]:
    """Everything by which a page could show that a press had an effect."""
    controls = tuple(
        (c.name, c.classes, c.error, c.invalid, c.expanded, c.checked, c.filled, c.disabled, c.visible)
        for c in snapshot.controls
    )
    return snapshot.url, snapshot.text, controls


def _mark(snapshot: Snapshot, page: PageReading) -> str:
    """What tells this step from another: address, headings, fields and whether they are filled."""
    fields = [f"{c.frame}{c.field or c.label}:{c.filled}{c.checked}" for c in snapshot.fields()]
    headings = [h.text for document in snapshot.documents for h in document.headings[:8]]
    buttons = [c.name for c in snapshot.buttons() if c.sends]
    return f"{snapshot.url} {page.kind} {headings} {fields} {buttons}"


def _is_mine(reading: Reading, way: Found | None, snapshot: Snapshot) -> bool:
    """Whether a field belongs to this checkout, and not to a search, a log-in or a newsletter beside it."""
    control = reading.control
    if reading.purpose in _PASSED_OVER or control.landmark in ("search", "footer", "header", "nav"):
        return False
    if way is not None and way.control.frame == control.frame and way.control.form == control.form:
        return True
    return control.form < 0 or (control.frame, control.form) not in _other_forms(snapshot)


def _other_forms(snapshot: Snapshot) -> set[tuple[int, int]]:
    """Forms that are for something else: those that ask for a password, or for nothing that is ours."""
    fields = [r for r in read_form(snapshot) if r.control.is_field and r.control.visible]
    ours = {_form(r) for r in fields if r.token and r.purpose not in _PASSED_OVER}
    secret = {_form(r) for r in fields if r.token in ("current-password", "new-password")}
    return secret | ({_form(r) for r in fields} - ours)


def _form(reading: Reading) -> tuple[int, int]:
    return reading.control.frame, reading.control.form
