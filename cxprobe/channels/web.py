"""The web channel: one customer's eyes and hands in one browser context.

Controls are found by what a person reads: role, label and text, in every frame and open shadow root.
Slips of the hand and the day's steps aside happen here, so that every verb is exposed to them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NoReturn, TypeVar
from urllib.parse import urljoin

from cxprobe.channels.effects import acts_in, effect_since, press_through
from cxprobe.channels.finding import Kinds, choices, controls, fields, first, line_with
from cxprobe.channels.gates import at_a_refused_frame, at_a_wall, at_the_fence
from cxprobe.channels.hands import Hand
from cxprobe.channels.manners import THE_FORM, Manners, needed_for, needed_to_send
from cxprobe.channels.patience import enough
from cxprobe.channels.pictures import take_picture
from cxprobe.channels.pulse import Pulse, heed
from cxprobe.channels.recorder import Recorder, ask
from cxprobe.channels.sight import Eyes, Sight
from cxprobe.channels.way import Way
from cxprobe.channels.weather import Weather
from cxprobe.errors import GaveUp, Inconclusive
from cxprobe.journey.clock import told
from cxprobe.people.day import Conditions
from cxprobe.settings import Level

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    from cxprobe.channels.fence import Fence

T = TypeVar("T")

_GLANCE = 50
"""Milliseconds between two looks while waiting for something to appear."""
_WINDOW = 2.0
"""Seconds that a window may take to open."""
_SLOW_LINE_PATIENCE = 5
"""How much longer a page may take when people know that their own line is slow (ours)."""
_SEVERAL_FIELDS = """el => !!el.form && [...el.form.elements].filter((e) => e.checkVisibility() && e.matches(
    "input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), select, textarea")).length > 1"""


@dataclass(slots=True)
class Web:
    """One customer on one site; every verb leaves moments, and respects patience and manners."""

    context: BrowserContext
    recorder: Recorder
    conditions: Conditions
    base_url: str
    weather: Weather
    manners: Manners
    fence: Fence | None = None
    real_pace: bool = False
    """Whether human seconds are really waited out."""
    pictures: Path | None = None
    secret_fields: frozenset[str] = frozenset()
    """Labels, in small letters, of fields whose values settings call secret."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """What controls are called on an odd site, by what they are for."""
    aside: Callable[[], bool] | None = None
    """Moves aside what lies over the page, where somebody knows how; whether anything was moved."""
    before_going_on: Callable[[], None] = lambda: None
    """What is to be done with the page as it is, before anything else is done at it."""
    slipped: bool = False
    """Whether the field filled last was sent too early, so that the page may be another now."""
    _page: Page | None = None
    _eyes: Eyes | None = None
    way: Way = field(init=False)
    pulse: Pulse = field(init=False)
    _slipped: bool = False
    _paced: float = 0.0

    def __post_init__(self) -> None:
        self.way = Way(self)
        self.pulse = Pulse(self.context, self.page_patience)
        self.pulse.start()

    @property
    def page(self) -> Page:
        """The page in front of the customer: the newest one that is still open."""
        self.before_going_on()
        if self._page is None or self._page.is_closed() or self.context.pages[-1:] != [self._page]:
            pages = self.context.pages
            self._page = pages[-1] if pages else self.context.new_page()
            self.weather.settle(self._page)
        return self._page

    @property
    def address(self) -> str:
        """The address of the page the customer was at last; "" where it is gone."""
        return "" if self._page is None or self._page.is_closed() else self._page.url

    @property
    def hand(self) -> Hand:
        """The customer's hands on the page in front of them."""
        return Hand(
            self.page, self.conditions.hands, Random(self.conditions.member.seed), self.page_patience() * 1000
        )

    def open(self, address: str = "/") -> None:
        """Open an address of the site; a page that cannot be loaded twice is an outage."""
        from cxprobe.channels.outage import goto

        self.allow(Level.look, "open a page")
        with self.acting():
            goto(self, urljoin(self.base_url, address))

    def press(self, label: str) -> None:
        """Press the control of this name: a button, a link, a tab, a box; exact names win."""
        intent_level, why = needed_for(label)
        self.allow(intent_level, why)
        with self.acting():
            self.press_at(self.found(label, controls), label)

    def fill(self, label: str, value: str) -> None:
        """Type a value into the field of this label, as this customer's hands do."""
        self.allow(Level.basket, f"fill in {label}")
        with self.acting():
            self.fill_at(self.found(label, fields), label, value)

    def choose(self, label: str, option: str = "") -> None:
        """Choose an option of a list by its words, or tick the box or tile of this name."""
        self.allow(Level.basket, f"choose {label}")
        with self.acting():
            self.choose_at(self.found(label, choices), option)

    def see(self, text: str) -> str:
        """Wait until these words can be seen, and give the line they stand in.

        When they do not appear while the customer's patience for a page lasts, the customer leaves.
        """
        with self.acting():
            line = self.watch_for(lambda: line_with(self.page, text), self.page_patience())
            if line is None:
                self.recorder.add(
                    "look", sentence=f'Looks for "{text}" in vain.', data={"sought": text, "seen": False}
                )
                limit = self.page_patience()
                self.leave("page", limit, limit, f'waited {told(limit)} for "{text}" and did not see it')
        self.recorder.add(
            "look", sentence=f'Sees "{text}".', quote=line or "", data={"sought": text, "seen": True}
        )
        return line or ""

    def close(self) -> None:
        """End the visit."""
        from playwright.sync_api import Error

        try:
            self.context.close()
        except Error:
            return  # it went away by itself, and its journey has said so

    def send_with_enter(self) -> None:
        """Press Enter in the field just filled, and wait for what comes of it."""
        self.recorder.end_slip()
        before, began = self.page.url, time.time()
        acts = acts_in(self)
        self.page.keyboard.press("Enter")
        effect_since(self, acts)
        self.settle()
        at_the_fence(self, since=began)
        if self.page.url != before:
            self.way.led_on("", before)

    def sees(self, text: str) -> bool:
        """Whether these words can be seen right now."""
        return line_with(self.page, text) is not None

    # ---- the hands, at something already found ---------------------------------------------------

    def press_at(self, target: Locator, label: str) -> None:
        """Press a control that was found, and wait for what comes of it."""
        if self.manners.level < Level.pay:
            self.allow(*self._sending(target))
        self.recorder.end_slip()
        before, began = self.page.url, time.time()
        failing = self.weather.about_to_fail and self.way.midway()
        if failing:
            self.weather.down()
        self.pressed(target, label)
        if failing:
            self.way.again_when_up(target, label, before)
        self.settle()
        at_the_fence(self, since=began)
        if self.page.url != before:
            self.way.led_on(label, before)

    def fill_at(self, target: Locator, label: str, value: str) -> None:
        """Type a value into a field that was found; the first field of a form may be sent too early."""
        self.write(target, label, value)
        self.way.filled.append((label, value))
        self.way.written = target
        self.slipped = False
        if self.conditions.hands.enter_early and not self._slipped and self._may_slip(target):
            self._slipped = self.slipped = True
            self.recorder.add(
                "detour",
                sentence="Presses Enter before the form is filled in.",
                data={"misfortune": "enter-early"},
            )
            self.recorder.slips.append((time.time(), None))
            self.page.keyboard.press("Enter")
            self.settle()

    def write(self, target: Locator, label: str, value: str) -> None:
        """Put a value into a field that was found, by typing or by choosing."""
        if label.strip().casefold() in self.secret_fields:
            self.recorder.hide(value)
        self.reach(target, label)
        if self.hand.is_list(target):
            self.hand.choose(target, value)
        else:
            self.hand.type(target, value)

    def choose_at(self, target: Locator, option: str) -> None:
        """Choose in a list, or tick a box or tile, that was found."""
        self.reach(target, option)
        self.hand.choose(target, option)
        self.settle()

    def look(self) -> Sight:
        """The page in front of the customer, looked at again only when something has changed."""
        if self._eyes is None or self._eyes.page is not self.page:
            self._eyes = Eyes(self.page)
        sight = self._eyes.look()
        heed(self, blind=not sight.standing[0])
        return sight

    # ---- finding ---------------------------------------------------------------------------------

    def found(self, label: str, kinds: Kinds) -> Locator:
        """The first visible control of a name, waiting as long as the customer does.

        Raises Inconclusive when there is none: that we did not find it proves nothing about the site.
        """
        limit = self.page_patience()
        target = self.watch_for(lambda: self.first(label, kinds), limit)
        if target is None:
            if self._busy():
                self.leave("page", limit, limit, f'waited {told(limit)} for a page with "{label}" on it')
            self.lost_our_way(f'"{label}"')
        return target

    def first(self, label: str, kinds: Kinds) -> Locator | None:
        """The first visible control of a name right now, in any frame; None when there is none."""
        return first(self.page, label, kinds)

    def watch_for(self, look: Callable[[], T | None], seconds: float, *, every: float = _GLANCE) -> T | None:
        """What a look gives as soon as it is not None; None when it gave nothing for so many seconds."""
        ends = time.monotonic() + seconds
        while True:
            seen = look()
            heed(self)
            if seen is not None or time.monotonic() > ends:
                return seen
            self.page.wait_for_timeout(every)

    # ---- patience and manners --------------------------------------------------------------------

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Around every verb: patience is asked before it and limits it, the pace is kept after it."""
        from playwright.sync_api import Error
        from playwright.sync_api import TimeoutError as TookTooLong

        self.check_patience()
        try:
            yield
            heed(self)
        except Error as error:
            self.pulse.give_up_waiting()
            heed(self)
            if not isinstance(error, TookTooLong):
                raise
            limit = self.page_patience()
            first = error.message.splitlines()[0]
            self.recorder.add(
                "look", actor="cxprobe", sentence=f"The page did not let the customer act: {first}"
            )
            self.leave("page", limit, limit, f"tried for {told(limit)} and could not go on")
        self._keep_pace()

    def page_patience(self) -> float:
        """Seconds this customer waits for a page, with the line they know they have."""
        limit = self.conditions.member.patience.page
        return limit * _SLOW_LINE_PATIENCE if self.weather.slow else limit

    def check_patience(self) -> None:
        """Leave when the journey has taken longer, or gone wrong more often, than this customer bears."""
        had = enough(self.recorder.moments(), self.conditions.member.patience)
        if had:
            self.leave(had.clock, had.limit, had.spent, had.why)

    def leave(self, clock: str, limit: float, spent: float, why: str) -> NoReturn:
        """The customer gives up: the moment is written down and the journey's block ends."""
        title = self.conditions.member.title
        self.recorder.add(
            "gave_up",
            sentence=f"{title} {why}, and leaves.",
            data={"clock": clock, "limit": limit, "spent": round(spent, 3)},
            evidence=self.picture("gave-up"),
        )
        raise GaveUp(why)

    def lost_our_way(self, what: str) -> NoReturn:
        """We did not find something, which may be our blindness, or a wall that shuts out robots."""
        at_a_wall(self, 0)
        at_a_refused_frame(self)
        self.blocked("not-found", f"We did not find {what} on {self.page.title() or self.page.url}.")

    def blocked(self, reason: str, sentence: str) -> NoReturn:
        """We cannot go on, and it proves nothing about the company."""
        self.recorder.add(
            "blocked",
            actor="cxprobe",
            sentence=sentence,
            data={"reason": reason},
            evidence=self.picture("blocked"),
        )
        raise Inconclusive(sentence)

    def allow(self, level: Level, act: str) -> None:
        """Stop before an act that would leave more of a trace than settings allow on this site."""
        refusal = self.manners.refusal(level, act)
        if refusal:
            self.blocked("manners", refusal)
        item = self.manners.test_item
        if level >= Level.pay and item and line_with(self.page, item) is None:
            self.blocked("manners", f'Stopped before trying to {act}: "{item}", the test item, is not there.')

    def picture(self, name: str) -> tuple[str, ...]:
        """A picture of what the customer sees, secrets masked; its file's name, or nothing."""
        if self.pictures is None or self._page is None or self._page.is_closed():
            return ()
        return take_picture(self._page, self.pictures, name, self.recorder.secrets, self.secret_fields)

    # ---- what comes of a press -------------------------------------------------------------------

    def pressed(self, target: Locator, label: str) -> None:
        """Press a control, and see that it shows some effect; what is covered makes the customer leave."""
        self.reach(target, label)
        acts, windows = acts_in(self), len(self.context.pages)
        press_through(self, target, label)
        if effect_since(self, acts) == "window":
            self.watch_for(lambda: len(self.context.pages) > windows or None, _WINDOW)

    def reach(self, target: Locator, label: str) -> None:
        """Get to a control; one that cannot be reached without a mouse is a dead end."""
        if not self.hand.reach(target):
            self.recorder.add(
                "dead_end", sentence=f'"{label}" cannot be reached with the keyboard.', data={"target": label}
            )
            self.leave("page", 0, 0, f'cannot reach "{label}" with the keyboard')

    def settle(self) -> None:
        """Wait for the answer to what was just done, as long as the customer's patience for a page."""
        limit = self.page_patience()
        began = self.recorder.now()
        if not self.watch_for(lambda: None if self._busy() else True, limit):
            self.recorder.add(
                "wait",
                waited=self.recorder.now() - began,
                sentence="Waits for the page in vain.",
                data={"cause": "navigation", "began": began, "first": began},
            )
            self.leave("page", limit, limit, f"waited {told(limit)} for the page to answer")

    def _busy(self) -> bool:
        # A document that goes away while it is asked makes room for the next one, which is not there yet.
        main = self.page.main_frame
        self.recorder.stay(main)
        return any(ask(frame, "busy()", gone=frame == main) for frame in self.page.frames)

    def _may_slip(self, target: Locator) -> bool:
        """Whether Enter here would be too early, and would send no more than manners allow."""
        several = target.evaluate(_SEVERAL_FIELDS, timeout=self.page_patience() * 1000)
        return bool(several) and self._sending(target)[0] <= self.manners.by_slip

    def _sending(self, target: Locator) -> tuple[Level, str]:
        """The trace level that sending the form of a control takes, and the act in words."""
        form = target.evaluate(THE_FORM, timeout=self.page_patience() * 1000)
        return needed_to_send(form) if form else (Level.look, "press it")

    def _keep_pace(self) -> None:
        if not self.real_pace:
            return
        human = sum(moment.human for moment in self.recorder.moments())
        self.page.wait_for_timeout(max(0.0, human - self._paced) * 1000)
        self._paced = human
