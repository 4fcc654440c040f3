"""The shop channel: goals on a web shop nobody configured, reached as a person reaches them.

Loops of see, decide, act with a limit on steps. What the customer cannot find makes the journey
inconclusive; what the page says went wrong is the page's own evidence; whether a code worked is told
by the money.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cxprobe.channels.around import Around
from cxprobe.channels.enquiry import ask_about
from cxprobe.channels.promo import Promo, worked
from cxprobe.channels.purse import Purse
from cxprobe.channels.shelf import Shelf
from cxprobe.channels.till import Till
from cxprobe.channels.walk import APPEARS, Found, Walk
from cxprobe.people.identity import Identity
from cxprobe.reading.money import read_bill
from cxprobe.reading.money_bill import Bill
from cxprobe.reading.money_promo import PromoOutcome
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.sight import Sight
    from cxprobe.channels.web import Web

_AISLES = 6
"""Categories a customer looks into for a thing that no search has found (ours)."""
_INTENTS = {
    "return": "returns policy",
    "delivery": "delivery information",
    "shipping": "delivery information",
    "contact": "contact",
    "help": "help",
    "track": "track order",
    "invoice": "invoice",
}
"""Words in what somebody looks for, and the intent that finds it in eight languages."""


_NOTHING = re.compile(
    r"\bno (?:\w+ )?(?:results?|products?|matches|items)\b|nothing (?:was )?found|did(?: not|n['’]t) match"
    r"|\b0 (?:results|products|items|ergebnisse|treffer|résultats?|resultados?|risultati|resultaten)\b"
    r"|could(?: not|n['’]t) find any"
    r"|keine (?:\w+ )?(?:ergebnisse|treffer|artikel|produkte)|nichts gefunden"
    r"|aucun (?:résultat|produit|article)|(?:ningún|sin) (?:resultados?|productos?)"
    r"|no (?:se han|hemos) encontrado|nessun (?:risultato|prodotto)|geen (?:\w+ )?(?:resultaten|producten)"
    r"|niets gevonden|brak wyników|nie znaleziono|nenhum (?:resultado|produto)|sem resultados",
    re.IGNORECASE,
)
"""Words in which a search says that it has found nothing."""


@dataclass(slots=True)
class Shop:
    """One customer's dealings with a shop's pages."""

    web: Web
    identity: Identity
    answers: Callable[[], Mapping[str, str]] = dict
    """What the customer can tell beyond who they are: order numbers and the like."""
    purse: Purse = field(init=False)
    promo: PromoOutcome | None = None
    """What came of the promo code tried last."""
    _asked: bool = False

    def __post_init__(self) -> None:
        self.purse = Purse(self.web.recorder)

    def look_for(self, words: str = "") -> str:
        """Search for something and open what fits best; gives the name of what was opened.

        Without words, the first thing that is for sale.
        """
        web, walk = self.web, self._walk(f"find {words}" if words else "find something to buy")
        web.allow(Level.look, "search")
        with web.acting():
            walk.read()
            if web.conditions.member.asks_first:
                self._ask_first(walk)
            if not words:
                return self._open(walk, self._for_sale(walk))
            around = Around(walk)
            searched = around.search(words)
            found = self._result(walk, words, web.page_patience() if searched else APPEARS)
            if found is None and searched:
                found = self._other_words(around, words)
            found = found or self._browse(around, words)
            if found is None:
                web.blocked("not-found", f'We searched for "{words}" and found nothing of that name to open.')
            return self._open(walk, found)

    def add_to_basket(self) -> None:
        """Put what is on the page into the basket, choosing a size or colour where one must be chosen."""
        web, walk = self.web, self._walk("put it into the basket")
        web.allow(Level.basket, "add to the basket")
        with web.acting():
            page = walk.read()
            self.purse.look(walk.see().snapshot, page)
            Shelf(walk).take(page)

    def open_basket(self) -> None:
        """Open the basket."""
        walk = self._walk("see the basket")
        with self.web.acting():
            self._to_basket(walk)

    def use_promo(self, code: str, *, pasted: bool = False) -> bool:
        """Type or paste a promo code in and apply it, in the basket; whether the money says it worked."""
        web, walk = self.web, self._walk("use a promo code")
        web.allow(Level.basket, "use a promo code")
        with web.acting():
            walk.read()
            promo = Promo(walk, self.purse)
            if promo.place() is None:
                self._to_basket(walk)
            if not promo.find_place(within=1.5):
                web.blocked("not-found", "We found no place to type a promo code in.")
        usual = web.conditions
        try:
            if pasted:
                web.conditions = replace(usual, hands=replace(usual.hands, pastes=True))
            self.promo = promo.apply(code)
        finally:
            web.conditions = usual
        return worked(self.promo)

    def check_out(self, promo: str = "", *, guess: str = "", pay: bool = True) -> str:
        """Buy what is in the basket as a guest; gives the order number, "" where none is shown.

        A promo code, else one only guessed at, is typed in at the first step that has a place for it.
        Without `pay` the customer stops where the order would be placed.
        """
        web, walk = self.web, self._walk("buy what is in the basket")
        web.allow(Level.basket, "check out")
        pending = [promo or guess] if promo or guess else []
        if pending:
            with web.acting():
                self._to_basket(walk)

        code = Promo(walk, self.purse)

        def on_step(sight: Sight) -> None:
            if pending and code.find_place():
                self.promo = code.apply(pending.pop(), guessed=not promo)

        till = Till(web, walk, self.identity, self.purse, self.answers(), on_step, pay)
        return till.go_through()

    def track_order(self, number: str = "") -> str:
        """Find out where an order is; gives the line that says so, "" where none does."""
        return self._ask("track order", "where the order is", {"order number": number}, Level.look)

    def return_item(self, number: str = "", reason: str = "It does not fit.") -> str:
        """Start the return of an order; gives the line that says what happens next."""
        known = {"order number": number, "reason": reason, "message": reason}
        return self._ask("return item", "how to return it", known, Level.message)

    def find(self, what: str) -> str:
        """Find a page by what it is about ("the returns policy"); gives its title, or its first heading."""
        walk = self._walk(f"find {what}")
        around = Around(walk)
        intent = next((name for word, name in _INTENTS.items() if word in what.casefold()), "")
        with self.web.acting():
            walk.read()

            def look() -> Found | None:
                return (walk.find(intent, within=0.0) if intent else None) or around.by_words(what)

            walk.press(around.find(look, what), f"Goes to {what}.")
            walk.read()
            return walk.title()

    def bill(self) -> Bill:
        """What the page in front of the customer says is to be paid."""
        return read_bill(self.web.look().snapshot)

    def _ask(self, intent: str, what: str, known: Mapping[str, str], level: Level) -> str:
        facts = {**self.answers(), **{label: value for label, value in known.items() if value}}
        return ask_about(self._walk(what), self.identity, intent, facts, level)

    def _ask_first(self, walk: Walk) -> None:
        """Read what there is to help, once, as who has never bought here does; many sites have nothing."""
        found = None if self._asked else walk.find("help", "delivery information", within=0.0)
        self._asked = True
        if found is not None:
            walk.press(found, f'Reads "{found.name}" before anything else.')
            walk.read()

    # ---- finding a thing -------------------------------------------------------------------------

    def _walk(self, goal: str) -> Walk:
        return Walk(self.web, goal)

    def _other_words(self, around: Around, words: str) -> Found | None:
        """Search for one of a thing instead of several, then with fewer words."""
        one = re.sub(r"(?<=\w{2})ies$", "y", words)
        one = re.sub(r"(?<=\w{2})(?:(?<=ch|sh)es|(?<=[sx])es|(?<!s)s)$", "", one)
        fewer = (words.rsplit(maxsplit=1)[-1], words.split(maxsplit=1)[0]) if len(words.split()) > 1 else ()
        for other in dict.fromkeys((one, *fewer)):
            if other == words or not around.search(other):
                continue
            found = self._result(around.walk, words, 2.0)
            if found:
                self._was_missed(words, found.name)
                return found
        return None

    def _was_missed(self, words: str, name: str) -> None:
        """Write down that a search found nothing, and the thing was there all the same."""
        self.web.recorder.add(
            "dead_end",
            sentence=f'The search found nothing for "{words}", though there is "{name}".',
            data={"target": f"Search for {words}"},
        )

    def _result(self, walk: Walk, words: str, within: float) -> Found | None:
        """What fits best of what is shown; a page that says it has nothing is not waited for."""

        def look() -> tuple[Found | None] | None:
            found = walk.find("open product", want=words, within=0.0)
            return (found,) if found or _NOTHING.search(walk.see().snapshot.text) else None

        return (self.web.watch_for(look, within, every=100) or (None,))[0]

    def _browse(self, around: Around, words: str) -> Found | None:
        """Walk into a category of that name, then into one after another: as people do in vain."""
        walk, named = around.walk, around.by_words(words)
        for aisle in (*((named,) if named else ()), *around.aisles()[:_AISLES]):
            here = around.again(aisle)
            if here is None:
                continue
            walk.press(here, f'Looks into "{here.name}".')
            walk.read()
            found = walk.find("open product", want=words, within=1.0)
            if found:
                return found
        return None

    def _for_sale(self, walk: Walk) -> Found:
        """The first thing for sale here, or where the shop keeps its things."""
        found = walk.find("open product", within=2.0)
        around = Around(walk)
        for words in () if found else ("shop all products", "products catalogue", "shop", "store"):
            way = around.by_words(words)
            if way is None:
                continue
            walk.press(way, f'Looks into "{way.name}".')
            walk.read()
            found = walk.find("open product", within=2.0)
            if found:
                break
        if found is None:
            self.web.lost_our_way("anything to buy")
        return found

    def _open(self, walk: Walk, found: Found) -> str:
        name = found.name
        walk.press(found, f'Opens "{name}".')
        page = walk.read()
        self.purse.look(walk.see().snapshot, page)
        return name

    # ---- the basket ------------------------------------------------------------------------------

    def _to_basket(self, walk: Walk) -> None:
        if walk.read().kind != "basket":
            found = walk.find("open basket") or Around(walk).find(
                lambda: walk.find("open basket", within=0.0), "the basket"
            )
            walk.press(found, f'Goes to the basket: "{found.name}".')
            page = walk.read()
            more = walk.find("open basket", within=0.0) if page.kind != "basket" else None
            if more is not None and more.control.href and more.name != found.name:
                walk.press(more, f'Goes to the whole basket: "{more.name}".')
        self.purse.look(walk.see().snapshot, walk.read())
