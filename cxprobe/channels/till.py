"""The till: from a basket to an order number, whatever steps, forms and ways to pay a shop has.

A loop of see, decide, act. The order is placed when the page says so, not when a button was pressed;
a shop that sends the customer round in circles is left, and what we did not find is our own blindness.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NoReturn

from cxprobe.channels.filling import Filler
from cxprobe.channels.purse import Purse
from cxprobe.channels.walk import Found, Walk
from cxprobe.reading.controls import serves
from cxprobe.reading.forms import Reading, read_form
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.sight import Sight
    from cxprobe.channels.web import Web
    from cxprobe.people.identity import Identity
    from cxprobe.reading.page_reading import PageReading
    from cxprobe.reading.snapshot import Control, Snapshot

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
}
"""What leads on from a kind of page, the nearest to the order first; nobody goes back to the basket."""
_FROM_ELSEWHERE = ("pay", "as guest", "continue", "check out", "open basket", "create account")
_DRAWS = 2.5
"""Seconds in which a page has drawn what follows from a choice (ours)."""
_CARD = re.compile(
    r"\b(credit|debit|bank ?card|card|kreditkarte|karte|carte|tarjeta|carta di credito|creditcard"
    r"|kart[aąę]|cart[aã]o|visa|mastercard)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"paypal|klarna|apple ?pay|google ?pay|amazon|ideal|sofort|giropay|bancontact|blik|przelewy24|bizum"
    r"|gift ?card|gutschein|carte cadeau|wallet|crypto|bitcoin",
    re.IGNORECASE,
)


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
    _filler: Filler = field(init=False)

    def __post_init__(self) -> None:
        self._filler = Filler(self.web, self.identity, self.known)

    def go_through(self) -> str:
        """Buy what is in the basket; gives the order number that is shown, "" where none is."""
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
        if self.on_step:
            self.on_step(self.walk.see())
        self._fill_in(page)
        way = self._way_on(page, within=_DRAWS)
        if way is None:
            self.web.lost_our_way(_missing(page))
        if serves("pay", way.name) and not self.pay:
            self._stop_before_paying(way)
            return True
        self._press_on(way)
        return False

    def _fill_in(self, page: PageReading) -> None:
        """Fill in and choose until nothing new is asked: ways to deliver often come after the address."""
        for _ in range(_ROUNDS):
            way = self._way_on(page, within=0.0)
            filled = self._filler.fill(partial(self._is_ours, way))
            chosen = self._choose_ways()
            if not filled and not chosen:
                return
            self.walk.wait_for(lambda: next(_undecided(self.walk.see().snapshot, ""), None), _SOON)

    def _is_ours(self, way: Found | None, reading: Reading) -> bool:
        return _is_mine(reading, way, self.walk.see().snapshot)

    def _press_on(self, way: Found) -> None:
        if serves("pay", way.name):
            self.web.allow(Level.pay, f'press "{way.name}", which places an order')
        self.walk.press(way, f'Goes on with "{way.name}".')
        if self._filler.correct():
            self.walk.step("Corrects what the page found wrong.")
        elif self._filler.problem:
            self.web.leave("page", 0, 0, f'gets no further: "{self._filler.problem}"')

    def _stop_before_paying(self, way: Found) -> None:
        self.web.recorder.add(
            "resolved",
            quote=way.name,
            sentence=f'Stands before "{way.name}", and goes no further.',
            data={"by": "check_out"},
        )

    def _way_on(self, page: PageReading, within: float) -> Found | None:
        """What leads nearest to the order from this kind of page."""
        return self.walk.find(*_WAYS_ON.get(page.kind, _FROM_ELSEWHERE), within=within)

    # ---- delivery and payment --------------------------------------------------------------------

    def _choose_ways(self) -> int:
        """Choose in every group of tiles that waits for it: a delivery, the card. Gives how many."""
        done: set[str] = set()
        for _ in range(_ROUNDS):
            sight = self.walk.see()
            open_ = _undecided(sight.snapshot, self.identity.card.brand)
            wanted = next((tile for tile in open_ if tile.selector not in done), None)
            if wanted is None:
                break
            done.add(wanted.selector)
            label = wanted.label or wanted.name or "this"
            self.walk.step(f'Chooses "{label}".', wanted.group)
            self.web.choose_at(sight.at(wanted), label)
        return len(done)

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
        """The checkout goes round in circles: with an error on the page that is the page's doing."""
        errors = [m for m in self.web.recorder.moments() if m.kind == "error" and not m.data.get("own")]
        if errors:
            self.web.leave("page", 0, 0, f'gets no further: "{errors[-1].quote}"')
        self.web.lost_our_way(_missing(page))


def _missing(page: PageReading) -> str:
    return "how to pay" if page.kind == "payment" else "how to finish the order"


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


def _undecided(snapshot: Snapshot, brand: str) -> Iterator[Control]:
    """One tile of every group of tiles that waits for a choice; the card, of its brand, where offered."""
    tiles = [r for r in read_form(snapshot) if _is_tile(r.control)]
    for _, members in groupby(sorted(tiles, key=_group), key=_group):
        group = [reading.control for reading in members]
        chosen = next((tile for tile in group if tile.checked), None)
        cards = [tile for tile in group if _is_card(tile)]
        card = next((tile for tile in cards if brand and brand in _words(tile).casefold()), (*cards, None)[0])
        if chosen is None:
            yield card or next((t for t in group if not _ELSEWHERE.search(_words(t))), group[0])
        elif card is not None and _ELSEWHERE.search(_words(chosen)):
            yield card


def _is_tile(control: Control) -> bool:
    radio = control.type == "radio" or control.role == "radio"
    return radio and control.usable and control.landmark not in ("header", "nav", "footer")


def _is_card(tile: Control) -> bool:
    return bool(_CARD.search(_words(tile))) and not _ELSEWHERE.search(_words(tile))


def _words(tile: Control) -> str:
    return f"{tile.name} {tile.label} {tile.after}"[:120]


def _group(reading: Reading) -> tuple[int, int, str]:
    """What tells one group of tiles from another: its name, else what it is about, else its heading."""
    tile = reading.control
    return tile.frame, tile.form, tile.field or reading.purpose or tile.group or tile.heading
