"""The shop channel: goals on a web shop, reached by what its controls and fields are called.

Loops of see, decide, act with a limit on steps. What the customer cannot find makes the journey
inconclusive; what the page says went wrong is the page's own evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxprobe.channels.finding import text_of
from cxprobe.channels.glance import Glance
from cxprobe.channels.manners import needed_for
from cxprobe.people.identity import Identity
from cxprobe.reading.controls import best
from cxprobe.reading.forms import wants
from cxprobe.reading.pages import confirms_order, order_numbers
from cxprobe.settings import Level

if TYPE_CHECKING:
    from cxprobe.channels.web import Web

_STEPS = 15
"""Steps after which a checkout that has not ended is called endless; five is usual (Baymard)."""
_SAME = 3
_PROMO = re.compile(
    r"promo|coupon|voucher|discount|gutschein|rabatt|cup[oó]n|sconto|korting|rabat|code promo", re.I
)
_SEARCH = re.compile(r"search|suche|recherche|buscar|cerca|zoek|szukaj|pesquis", re.I)
_TOTAL = re.compile(
    r"^(?:order |grand |your )?(?:total|gesamt(?:summe)?|totale?|suma|razem)\b[^\d]{0,20}"
    r"([£$€]?\s?[\d.,]*\d[\d.,]*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Shop:
    """One customer's dealings with a shop's pages."""

    web: Web
    identity: Identity
    answers: dict[str, str] = field(default_factory=dict)

    def look_for(self, words: str) -> str:
        """Search for something and open what fits best; gives the name of what was opened."""
        web = self.web
        web.allow(Level.look, "search")
        with web.acting():
            glance, box = self._search_box()
            web.fill_at(glance.at(box), box["name"] or "Search", words)
            web.send_with_enter()
        with web.acting():
            found = web.watch_for(lambda: self._result(words), web.page_patience())
            if found is None:
                web.blocked("not-found", f'We searched for "{words}" and found nothing of that name to open.')
            glance, link = found
            web.press_at(glance.at(link), link["name"])
        return str(link["name"])

    def add_to_basket(self) -> None:
        """Put what is on the page into the basket."""
        self.web.allow(Level.basket, "add to the basket")
        with self.web.acting():
            self._press("add to basket")

    def open_basket(self) -> None:
        """Open the basket."""
        with self.web.acting():
            self._press("open basket")

    def use_promo(self, code: str) -> bool:
        """Type a promo code in and apply it; whether the total went down."""
        web = self.web
        web.allow(Level.basket, "use a promo code")
        if self._promo_field() is None:
            self.open_basket()
        before = self.total()
        with web.acting():
            found = web.watch_for(self._promo_field, web.page_patience())
            if found is None:
                web.blocked("not-found", "We found no place to type a promo code in.")
            glance, box = found
            web.fill_at(glance.at(box), box["name"] or "promo code", code)
            self._press("apply promo")
        after = self.total()
        worked = before is not None and after is not None and after < before
        web.recorder.add(
            "look",
            sentence=f"The total was {_shown(before)} before the code and is {_shown(after)} after it.",
            data={"sought": f"a lower total with {code}", "seen": worked},
        )
        return worked

    def check_out(self) -> str:
        """Buy what is in the basket as a guest; gives the order number, seen on the confirmation."""
        web = self.web
        web.allow(Level.basket, "check out")
        seen: list[str] = []
        for _ in range(_STEPS):
            with web.acting():
                number = self._confirmed()
                if number:
                    return number
                mark = self._mark()
                if seen.count(mark) >= _SAME:
                    break
                seen.append(mark)
                self._fill_in()
                self._go_on()
        return self._stuck()

    def total(self) -> float | None:
        """The total the page shows, in its own currency; None when it shows none."""
        lines = self._lines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            found = _TOTAL.match(line) or _TOTAL.match(f"{line} {after}")
            if found:
                return _amount(found[1])
        return None

    # ---- one step of a checkout ------------------------------------------------------------------

    def _fill_in(self) -> None:
        """Fill every field that is shown, empty and asks for something the customer has."""
        while self._filled_until_a_slip():
            pass  # a form was sent too early, and another page may have come: look again
        for glance, row in list(self._rows()):
            if row["type"] == "checkbox" and row["required"] and not row["filled"] and row["visible"]:
                self.web.choose_at(glance.at(row), row["name"])

    def _filled_until_a_slip(self) -> bool:
        for glance, row in list(self._rows()):
            wanted = wants(row)
            if (row["filled"] and row["tag"] != "select") or not row["drawn"] or row["disabled"]:
                continue
            value = self._value(wanted, row) if wanted else ""
            if value:
                self.web.fill_at(glance.at(row), row["name"] or wanted or "", value)
            if value and self.web.slipped:
                return True
        return False

    def _value(self, wanted: str | None, row: dict[str, Any]) -> str:
        known = {**self.identity.known(), **self.answers}
        if wanted == "country" and row["tag"] == "select":
            names = [known["country"], self.identity.country_name]
            fitting = [o for o in row["options"] for name in names if name and name.lower() == o.lower()]
            return "" if row["filled"] and not fitting else (fitting[0] if fitting else known["country"])
        if row["tag"] == "select":
            return ""
        if wanted == "card number" and self.web.manners.test_payment:
            return self.web.manners.test_payment
        if wanted == "card holder":
            return self.identity.card.holder
        return known.get(wanted or "", "")

    def _go_on(self) -> None:
        """Press what leads nearest to the order: pay, else continue, else check out, else as a guest."""
        for intent in ("pay", "as guest", "continue", "check out", "open basket"):
            found = self._control(intent)
            if found is None:
                continue
            glance, row = found
            if intent == "pay":
                self.web.allow(Level.pay, f'press "{row["name"]}", which places an order')
            self.web.press_at(glance.at(row), row["name"])
            return
        self.web.lost_our_way("the way on from here")

    def _confirmed(self) -> str:
        """The order number on this page when it says that an order was placed; "" when it does not."""
        text = "\n".join(self._lines())
        numbers = order_numbers(text) if confirms_order(text) else ()
        if not numbers:
            return ""
        number = numbers[0]
        quote = next((line for line in self._lines() if number in line), number)
        self.web.recorder.add(
            "resolved",
            quote=quote,
            sentence=f'Sees that the order is placed: "{quote}"',
            data={"by": "check_out"},
        )
        return str(number)

    def _mark(self) -> str:
        """What tells this step from another: the address and the fields that are still empty."""
        fields = [
            f"{row['name']}:{row['filled']}" for _, row in self._rows() if row["tag"] in ("input", "select")
        ]
        return f"{self.web.page.url} {fields}"

    def _stuck(self) -> str:
        """The checkout goes round in circles: with an error on the page that is the page's doing."""
        errors = [m for m in self.web.recorder.moments() if m.kind == "error" and not m.data.get("own")]
        if errors:
            self.web.leave("page", 0, 0, f'gets no further: "{errors[-1].quote}"')
        self.web.lost_our_way("how to finish the order")

    # ---- finding ---------------------------------------------------------------------------------

    def _press(self, intent: str) -> None:
        found = self.web.watch_for(lambda: self._control(intent), self.web.page_patience())
        if found is None:
            self.web.lost_our_way(f"how to {intent}")
        glance, row = found
        self.web.allow(*needed_for(row["name"]))  # "Buy now" fills no basket: it may order at once
        self.web.press_at(glance.at(row), row["name"])

    def _rows(self) -> Iterator[tuple[Glance, dict[str, Any]]]:
        for glance in self.web.glances():
            for row in glance.controls:
                yield glance, row

    def _control(self, intent: str) -> tuple[Glance, dict[str, Any]] | None:
        rows = [
            (glance, row)
            for glance, row in self._rows()
            if row["drawn"]
            and not row["disabled"]
            and (
                row["tag"] in ("a", "button")
                or row["type"] in ("submit", "image", "button")
                or row["role"] in ("button", "link")
            )
        ]
        # A button says it more plainly than a link of the same name; a link in the head is everywhere.
        rows.sort(key=lambda pair: pair[1]["tag"] == "a")
        place = best(intent, [row["name"] for _, row in rows])
        return None if place is None else rows[place]

    def _search_box(self) -> tuple[Glance, dict[str, Any]]:
        def look() -> tuple[Glance, dict[str, Any]] | None:
            fields = [
                (g, r) for g, r in self._rows() if r["tag"] == "input" and r["drawn"] and not r["disabled"]
            ]
            for glance, row in fields:
                words = f"{row['name']} {row['placeholder']} {row['field']}"
                if row["type"] == "search" or row["role"] == "searchbox" or _SEARCH.search(words):
                    return glance, row
            return None

        found = look()
        if found is None and (opener := self._control("search") or self._control("open menu")):
            self.web.press_at(opener[0].at(opener[1]), opener[1]["name"])
        found = found or self.web.watch_for(look, self.web.page_patience())
        if found is None:
            self.web.lost_our_way("where to search")
        return found

    def _promo_field(self) -> tuple[Glance, dict[str, Any]] | None:
        for glance, row in self._rows():
            words = f"{row['name']} {row['placeholder']} {row['field']}"
            if row["tag"] == "input" and row["drawn"] and _PROMO.search(words):
                return glance, row
        return None

    def _result(self, words: str) -> tuple[Glance, dict[str, Any]] | None:
        """The link on this page that names most of the words; at least half of them."""
        wanted = set(re.findall(r"\w+", words.lower()))
        fitting = []
        for glance, row in self._rows():
            if row["tag"] != "a" or not row["drawn"] or not row["href"]:
                continue
            named = wanted & set(re.findall(r"\w+", row["name"].lower()))
            if len(named) * 2 >= len(wanted) and named:
                fitting.append((len(named), -len(row["name"]), glance, row))
        return max(fitting, key=lambda f: f[:2])[2:] if fitting else None

    def _lines(self) -> list[str]:
        return [" ".join(line.split()) for line in text_of(self.web.page).splitlines() if line.strip()]


def _shown(total: float | None) -> str:
    return "not shown" if total is None else f"{total:.2f}"


def _amount(text: str) -> float | None:
    from price_parser import Price

    return Price.fromstring(text).amount_float
