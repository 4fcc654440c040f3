"""Fills in forms as a person does: sees a field, knows what it wants, does it, sees what came of it.

The page is looked at again before every field, since what stands there may have changed: a country
that redraws the form, a field that appears after another, a cursor that runs ahead by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cxprobe.channels.dates import Calendar, pick_date
from cxprobe.channels.lists import ListBox
from cxprobe.channels.sight import Eyes, Sight
from cxprobe.channels.standing import How, stands
from cxprobe.reading.answers import is_finder, needed
from cxprobe.reading.formats import significant
from cxprobe.reading.forms import Reading, read_form
from cxprobe.reading.lists import first_real, pick, spellings
from cxprobe.reading.tasks import Key, Task, as_fields, is_date, keys, tasks

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from cxprobe.channels.web import Web
    from cxprobe.people.identity import Identity

_MOST = 120
"""Fields after which a form is no form: the longest real ones have about sixty."""
_CALM = 250
"""Milliseconds without any change after which a page has done what it does about a field."""
_REDRAWN = 1500
"""Milliseconds that a page may take to draw itself anew around a country or a state."""
_OFTEN = 10
"""Fields after which the customer asks themselves whether they have had enough."""
_TRIES = 2
"""How often a field is filled in that was found empty again."""
_SUGGESTS = ("street-address", "address-line1", "postal-code", "address-level2", "organization")
"""Fields under which pages often hang suggestions while one types."""
_REDRAWING = ("country", "country-name", "address-level1", "tel-country-code")
"""Lists after which pages ask for other things."""
_TOWN = ("address-level2", "address-line1")
_ADDRESS = ("address", "street", "postal", "country")
_LOOK_UP = re.compile(
    r"(find|look ?up|search( for)?) .{0,8}(address|postcode)|address lookup|adresse (suchen|finden)"
    r"|(cherch|trouv)er .{0,12}adresse|buscar .{0,8}direcci|cerca .{0,8}indirizzo|zoek .{0,8}adres"
    r"|znajdź adres",
    re.IGNORECASE,
)
_BY_HAND = re.compile(
    r"(enter|type|add|fill).{0,20}(address)?.{0,12}\bmanual|manual(ly)? (address|entry)|can'?t find (your"
    r"|my) address"
    r"|manuell|von hand eingeben|adresse nicht gefunden|saisir.{0,30}manuel|manualmente|handmatig|ręcznie",
    re.IGNORECASE,
)
_SUGGESTING = 0.8
"""Seconds in which a field that says it suggests does so."""
_DIGITS = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year", "bday", "one-time-code")


def anything(reading: Reading) -> bool:
    """Any field at all."""
    return True


def _a_new_password(reading: Reading) -> bool:
    return reading.token == "new-password"


@dataclass(slots=True)
class Filler:
    """One customer filling in the forms of the page in front of them."""

    web: Web
    identity: Identity
    known: Mapping[str, str] = field(default_factory=dict)
    aside: Callable[[], bool] | None = None
    """Moves aside what lies over the page; whether anything was moved."""
    problem: str = ""
    """Why correcting was given up, in the page's words: an address that is registered already."""
    password: str = ""
    """The password chosen last, which may differ from the identity's where rules asked for it."""
    read_errors: set[tuple[Key, str]] = field(default_factory=set)
    """Errors that were read, each at its field: what was said once is not put right twice."""
    bubbles: int = 0
    """How many of the browser's own error bubbles were read."""
    _stood: set[Key] = field(default_factory=set)
    _tries: Counter[Key] = field(default_factory=Counter)
    _tried: dict[Key, set[str]] = field(default_factory=dict)
    _wrote: bool = False
    _eyes: Eyes | None = None
    _read: tuple[Sight, tuple[Reading, ...]] | None = None
    addressed: bool = False
    """Whether some of an address was filled in the last time."""
    _url: str = ""
    _by_hand: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        number = self.web.manners.test_payment
        if number:
            first, second = self.identity.card, self.identity.second_card
            other = second and replace(second, number=number)
            self.identity = replace(self.identity, card=replace(first, number=number), second_card=other)

    def fill(self, choose: Callable[[Reading], bool] = anything) -> int:
        """Fill in all that is shown, empty and asks for something the customer has; how many fields.

        `choose` may narrow down which. A form that is sent too early by a slip is gone on with, on
        whatever page that leads to.
        """
        acted, looked_again, self.addressed = 0, True, False
        self._stood.clear()
        while acted < _MOST:
            found = self._next(choose)
            if found is None and looked_again:
                if not (acted and self._takes_way(_LOOK_UP, *self.look())):
                    break
                looked_again = False
                continue
            if found is None:
                self._leave_field()
                looked_again = True
                continue
            self._do(*found)
            acted, looked_again = acted + 1, False
            if acted % _OFTEN == 0:
                self.web.check_patience()
        return acted

    def correct(self) -> int:
        """Read the errors that are shown and put right what they mean, once per field; how many fields.

        A card that is refused is not written differently: the customer takes their other one, if they
        have another. `problem` says why, when nothing can be put right from here.
        """
        from cxprobe.channels.correcting import next_correction

        acted = self._take_other_card()
        while acted < _MOST and not self.problem:
            found = next_correction(self)
            if found is None or self.problem:
                break
            before = self.password
            self._do(*found)
            acted += 1
            if self.password != before:
                self.fill(_a_new_password)  # the field beside it, in which it is written once more
        return acted

    def _take_other_card(self) -> int:
        """Write the second card over one that the page refused; how many fields."""
        from cxprobe.channels.correcting import card_refused, is_of_the_card, next_of_another_card

        second = self.identity.second_card
        if second is None or not card_refused(self):
            return 0
        self.identity = replace(self.identity, card=second, second_card=None)
        own = self.identity.known()
        self.known = {label: own.get(label, value) for label, value in self.known.items()}
        self._tries.clear()
        acted = 0
        while acted < _MOST and (found := next_of_another_card(self)):
            self._do(*found)
            acted += 1
        return acted + self.fill(is_of_the_card)  # parts of a number that is split, and what was emptied

    def tried(self, key: Key) -> set[str]:
        """What was put into a field before."""
        return self._tried.get(key, set())

    # ---- seeing ----------------------------------------------------------------------------------

    def look(self) -> tuple[Sight, tuple[Reading, ...]]:
        """The page as it is now, and what each of its fields wants."""
        page = self.web.page
        if self._eyes is None or self._eyes.page is not page:
            self._eyes = Eyes(page)
        if page.url != self._url:
            self._url = page.url
            self._tries.clear()
        sight = self._eyes.look()
        if self._read is None or self._read[0] is not sight:
            self._read = (sight, read_form(as_fields(sight.snapshot)))
        return self._read

    def wanted(self) -> Identity:
        """Who the customer is, with the password they have chosen here."""
        return replace(self.identity, password=self.password) if self.password else self.identity

    def _next(self, choose: Callable[[Reading], bool]) -> tuple[Sight, Key, Task] | None:
        sight, readings = self.look()
        if self._takes_way(_BY_HAND, sight, readings):
            sight, readings = self.look()
        named = {id(reading): key for reading, key in zip(readings, keys(readings), strict=True)}
        for task in tasks(readings, self.wanted(), self.known):
            key = named[id(task.reading)]
            if self._tries[key] < self._limit(task) and choose(task.reading):
                if key in self._stood:
                    continue
                empty = task.act == "write" and not task.reading.control.filled
                if empty or not self._stands(self._at(sight, task), task):
                    return sight, key, task
                self._stood.add(key)
        return None

    def _limit(self, task: Task) -> int:
        return 1 if task.act in ("list", "untick", "tick", "date") else _TRIES

    def _at(self, sight: Sight, task: Task) -> Locator:
        return sight.at(task.reading.control)

    def _takes_way(self, way: re.Pattern[str], sight: Sight, readings: tuple[Reading, ...]) -> bool:
        """Whether a button was pressed that leads to an address, where there is no field for a town yet."""
        if any(r.token in _TOWN and r.control.usable and r.control.tag != "select" for r in readings):
            return False
        for control in sight.snapshot.buttons():
            words = control.name or control.label
            if way.search(words) and words not in self._by_hand:
                self._by_hand.add(words)
                self.web.press_at(sight.at(control), words)
                return True
        return False

    # ---- acting ----------------------------------------------------------------------------------

    def _do(self, sight: Sight, key: Key, task: Task) -> None:
        """Do one thing; a field that went away meanwhile is left, and found again by the next look."""
        from playwright.sync_api import TimeoutError as TookTooLong

        if task.reading.control.covered and self.aside and self.aside():
            return  # the page is looked at again before every field
        self._tries[key] += 1
        self.addressed = self.addressed or (task.reading.token or "").startswith(_ADDRESS)
        target = self._at(sight, task)
        try:
            self._act(sight, target, key, task)
        except TookTooLong as error:
            if "intercepts pointer events" in error.message:
                self.web.page.keyboard.press("Escape")  # what hangs over it, as suggestions do
                if self.aside:
                    self.aside()
                self._act(sight, target, key, task)
            elif target.count():
                raise

    def _act(self, sight: Sight, target: Locator, key: Key, task: Task) -> None:
        self._tried.setdefault(key, set()).add(task.value)
        token = task.reading.token
        if token == "new-password" and task.value != self.identity.password:
            self.password = task.value
            self.web.recorder.hide(task.value)
        match task.act:
            case "write":
                self._write(sight, target, task)
            case "choose":
                self.web.write(target, task.label, task.value)
                self.web.settle()
                if token in _REDRAWING:
                    self._calm()
            case "list":
                self._list(sight, target, task)
                if token in _REDRAWING:
                    self._calm()
            case "date":
                pick_date(self.web, target, task.label, self.identity.birthday)
            case "tick" | "untick":
                self._box(target, task)

    def _leave_field(self) -> None:
        """Leave the field written last: what it has set going may bring more to fill in."""
        if self._wrote:
            self.web.page.keyboard.press("Tab")
        self._wrote = False
        self.web.page.wait_for_timeout(_CALM)

    def _calm(self) -> None:
        """Wait until the page has drawn itself anew, if it does."""
        before, left = self.look()[0], _REDRAWN
        while left > 0:
            self.web.page.wait_for_timeout(_CALM)
            left -= _CALM
            now = self.look()[0]
            if now is before:
                return
            before = now

    def _write(self, sight: Sight, target: Locator, task: Task) -> None:
        """Type it; where it does not stand there then, type slowly, else write it another way."""
        before, self._wrote = self.web.page.url, True
        self.web.fill_at(target, task.label, task.value)
        if self.web.slipped or self.web.page.url != before:
            self._wrote = False
            return
        if self._takes_suggestion(sight, target, task):
            return
        if is_date(task.reading, task.value) and Calendar(self.web, target, task.label).read():
            self.web.page.keyboard.press("Tab")  # on leaving the field the calendar over the next one shuts
        if self._stands(target, task) is not False:
            return
        for value in (task.value, *task.others):
            again = replace(task, value=value)
            self.web.hand.type_slowly(target, value)
            if self._stands(target, again) is not False:
                return
        if is_date(task.reading, task.value):
            pick_date(self.web, target, task.label, self.identity.birthday)

    def _takes_suggestion(self, sight: Sight, target: Locator, task: Task) -> bool:
        """Whether what the page suggests was taken, being what was meant; else it is sent away."""
        control, token = task.reading.control, task.reading.token
        if token not in _SUGGESTS and control.role != "combobox":
            return False
        box = ListBox(self.web, sight.frames[task.reading.control.frame], target, task.label)
        found = is_finder(control)
        options = box.wait_for_suggestions(_SUGGESTING if found or control.role == "combobox" else 0.0)
        place = pick([task.value], [str(each["text"]) for each in options]) if options else None
        if place is None and found and options:
            place = 0  # whoever lives nowhere takes the first that is found
        if place is not None:
            box.take(place, options)
        elif options and control.landmark != "dialog":
            box.shut()
        return place is not None

    def _list(self, sight: Sight, target: Locator, task: Task) -> None:
        reading = task.reading
        own = spellings(reading.token or reading.purpose, self.identity)
        words = (*own, task.value, *task.others)
        must = (not own or needed(reading.control)) and reading.token not in ("country", "country-name")
        box = ListBox(self.web, sight.frames[task.reading.control.frame], target, task.label)

        def fitting(options: Sequence[str], values: Sequence[str]) -> int | None:
            place = pick(words, options, values)
            return first_real(options) if place is None and must else place

        box.choose(fitting, task.value)

    def _box(self, target: Locator, task: Task) -> None:
        web = self.web
        if task.act == "tick":
            web.choose_at(target, task.label)
            return
        web.recorder.add(
            "look",
            sentence=f'Finds "{task.label}" ticked already, and unticks it.',
            quote=task.label,
            data={"sought": "nothing ticked beforehand", "seen": False, "purpose": task.reading.purpose},
        )
        web.reach(target, task.label)
        web.hand.toggle(target)
        web.settle()

    # ---- what came of it -------------------------------------------------------------------------

    def _stands(self, target: Locator, task: Task) -> bool | None:
        """Whether a field stands as meant; None where that cannot be told."""
        patience = self.web.hand.patience
        if task.act in ("tick", "untick", "date"):
            return False
        wanted, how = self._compared(task)
        if not wanted:
            return None
        return stands(target, wanted, how, patience)

    def _compared(self, task: Task) -> tuple[str, How]:
        token, value = task.reading.token or "", task.value
        if task.act in ("choose", "list"):
            return value, "option"
        if task.spread:
            return value, "digits"
        if token in ("tel", "tel-national"):
            return significant(self.identity.phone, self.identity.country), "ending"
        return value, "digits" if token in _DIGITS and re.search(r"\d", value) else "text"
