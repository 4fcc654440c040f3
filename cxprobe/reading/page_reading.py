"""What kind of page stands before a customer, told by what it says and what can be done on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cxprobe.reading import page_words as words
from cxprobe.reading.control_goods import products
from cxprobe.reading.control_scene import Scene, called, is_quantity, shows_price
from cxprobe.reading.control_words import fold
from cxprobe.reading.controls import rank, serves
from cxprobe.reading.page_delivery import delivery_promise
from cxprobe.reading.page_orders import confirms_order, order_numbers
from cxprobe.reading.prices import Price
from cxprobe.reading.snapshot import Control, Snapshot
from cxprobe.reading.walls import is_bot_wall

Kind = Literal[
    "product",
    "list",
    "basket",
    "form",
    "payment",
    "confirmed",
    "error",
    "out-of-stock",
    "closed",
    "log-in",
    "bot-wall",
    "loading",
    "empty",
    "other",
]
_SHORT = 120
"""Words up to which a page says one thing only."""
_CARD = re.compile(
    r"cc-(?:number|csc|exp)|card.?number|cardnumber|\bcvc\b|\bcvv\b|security code|kartennummer"
    r"|numero de (?:la )?(?:carte|tarjeta)|kaartnummer|numer karty|numero (?:della )?carta"
    r"|do cartao"
)
_DONE_URL = re.compile(
    r"thank|success|confirm|order-?received|bestaetigung|danke|merci|gracias|grazie"
    r"|bedankt",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(?:e-?mail|first name|last name|surname|full name|name|address|street|postcode|post code|zip|city"
    r"|town|phone"
    r"|vorname|nachname|strasse|plz|ort|telefon|prenom|nom|adresse|rue|code postal|ville|telephone|nombre"
    r"|apellidos?"
    r"|direccion|calle|codigo postal|ciudad|telefono|nome|cognome|indirizzo|via|cap|citta|voornaam"
    r"|achternaam|straat"
    r"|postcode|plaats|imie|nazwisko|ulica|kod pocztowy|miasto|apelido|morada|codigo-postal|cidade|telefone"
    r"|message"
    r"|country|birth|order number)\b"
)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page is: its kind, how sure that is (0 to 1) and why; what it says of an order."""

    kind: Kind
    confidence: float
    reason: str
    order_number: str = ""
    """The number of the order that a confirmation announces; "" where it announces none."""
    amount: Price | None = None
    """The total that a basket, a step of a checkout or a confirmation shows."""
    delivery: str = ""
    """The words in which the page promises when the goods arrive; "" where it does not."""


Told = tuple[Kind, float, str]


def read_page(snapshot: Snapshot) -> PageReading:
    """What kind of page this is; its order number, total and delivery promise where it has them."""
    page = _Page(snapshot)
    kind, confidence, reason = next(
        (told for question in _QUESTIONS if (told := question(page))),
        ("other", 0.3, "nothing on it is telling"),
    )
    number = page.order_number if kind == "confirmed" else ""
    amount = _total(snapshot) if kind in ("basket", "form", "payment", "confirmed") else None
    return PageReading(kind, confidence, reason, number, amount, delivery_promise(snapshot))


def _total(snapshot: Snapshot) -> Price | None:
    from cxprobe.reading.money import read_bill

    totals = [line for line in read_bill(snapshot).lines if line.kind == "total"]
    return Price(totals[-1].amount, totals[-1].currency, totals[-1].quote) if totals else None


class _Page:
    """A page and what several questions ask of it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.scene = Scene(snapshot)

    @cached_property
    def count(self) -> int:
        return len(self.snapshot.text.split())

    @cached_property
    def headings(self) -> tuple[str, ...]:
        return tuple(fold(h.text) for d in self.snapshot.documents for h in d.headings if h.text.strip())

    @cached_property
    def title(self) -> str:
        """The highest heading, else the page's title."""
        return self.scene.title or (self.headings[0] if self.headings else fold(self.snapshot.title))

    @cached_property
    def loud(self) -> tuple[str, ...]:
        """What stands out: headings, the title, messages, dialogs."""
        documents = self.snapshot.documents
        told = (text for d in documents for text in (*d.messages, *d.dialogs))
        return (*self.headings, fold(self.snapshot.title), *(fold(text) for text in told))

    @cached_property
    def card(self) -> bool:
        """Whether a card is asked for."""
        return any(
            _CARD.search(f"{c.autocomplete} {called(c)}") for c in self.scene.typed if c.tag == "input"
        )

    @cached_property
    def personal(self) -> tuple[Control, ...]:
        """The fields that ask for something about a person."""
        return tuple(
            c
            for c in self.scene.typed
            if c.type in ("email", "tel", "password")
            or (c.autocomplete not in ("", "off", "on") and not c.autocomplete.startswith("cc-"))
            or c.tag == "textarea"
            or _PERSONAL.search(called(c))
        )

    @cached_property
    def personal_now(self) -> tuple[Control, ...]:
        """The fields about a person that are the page's business: no newsletter's, no log-in's."""
        return tuple(
            c
            for c in self.personal
            if c.landmark not in ("footer", "dialog")
            and self.scene.form_kind(c) not in ("newsletter", "promo", "search")
        )

    @cached_property
    def order_number(self) -> str:
        """The number nearest after the words that confirm, else the first announced."""
        lines = self.snapshot.lines
        at = self.thanks[0] if self.thanks else 0
        near = order_numbers("\n".join(lines[at : at + 12]))
        return next(iter(near or order_numbers("\n".join(lines))), "")

    @cached_property
    def thanks(self) -> tuple[int, ...]:
        """The places of the lines that say in earnest that an order is placed."""
        return tuple(i for i, line in enumerate(self.snapshot.lines) if _says_so(line))

    @cached_property
    def adding(self) -> tuple[Control, ...]:
        """What puts goods into the basket."""
        return tuple(c.control for c in rank("add to basket", self.snapshot) if c.confidence >= 0.8)

    @cached_property
    def cards(self) -> int:
        """How many goods can be opened."""
        return sum(1 for offer in products(self.scene, "") if offer.confidence >= 0.7)


def _says_so(line: str) -> bool:
    if len(line) > 300 or line.rstrip().endswith("?"):
        return False
    return any(
        confirms_order(part) and not words.NOT_YET.search(fold(part))
        for part in re.split(r"(?<=[.!;])\s+", line)
    )


# ---- the questions, in the order in which they are asked -----------------------------------------------


def _wall(page: _Page) -> Told | None:
    if len(page.personal) < 2 and is_bot_wall(200, f"{page.snapshot.title}\n{page.snapshot.text}"):
        return ("bot-wall", 0.9, "it asks whether we are a robot")
    return None


def _blank(page: _Page) -> Told | None:
    busy = any(d.busy for d in page.snapshot.documents)
    text = fold(page.snapshot.text).strip()
    bare = not page.scene.typed and not shows_price(text) and not page.thanks
    if bare and (busy and (page.count < 40 or not page.headings) and page.count < 150):
        return ("loading", 0.9, "it shows that it is still loading")
    if bare and page.count < 12 and words.LOADING.search(text):
        return ("loading", 0.85, "it says that it is still loading")
    if not text and not page.scene.buttons and not page.scene.fields:
        return ("loading", 0.8, "it is still loading") if busy else ("empty", 0.95, "there is nothing on it")
    return None


def _confirmed(page: _Page) -> Told | None:
    if page.card or _asks_to_pay(page) or words.PATTERNED.search(page.snapshot.text):
        return None
    loud = any(
        _says_so(text)
        for d in page.snapshot.documents
        for text in (*(h.text for h in d.headings), *d.messages, *d.dialogs, d.title)
    )
    if not page.thanks and not loud:
        return None
    if any(words.HISTORY.fullmatch(h) or words.NOT_YET.search(h) for h in (page.title, *page.headings[:1])):
        return None
    if len(page.snapshot.lines) > 12 and not loud and page.thanks[0] > 40:
        return None
    if page.order_number:
        return ("confirmed", 0.97 if loud else 0.9, f"it thanks for the order {page.order_number}")
    done = _DONE_URL.search(page.snapshot.url)
    unmistakable = (loud or done or page.count < _SHORT) and not page.personal_now
    return ("confirmed", 0.85 if done and loud else 0.75, "it thanks for the order") if unmistakable else None


def _asks_to_pay(page: _Page) -> bool:
    """Whether something is left that would place the order."""
    paying = (
        c for c in rank("pay", page.snapshot) if c.confidence >= 0.8 and not page.scene.is_related(c.control)
    )
    return any(True for _ in paying)


def _error(page: _Page) -> Told | None:
    documents = page.snapshot.documents
    first = [h for h in (page.title, fold(page.snapshot.title)) if h]
    told = next((h for h in first if words.BROKEN.search(h) and len(h) < 90), "")
    if not told and page.count < _SHORT and (found := words.BROKEN.search(fold(page.snapshot.text))):
        told = found[0]
    if told and not page.personal_now and not page.adding and documents:
        return ("error", 0.9, f'it says "{told}"')
    return None


def _closed(page: _Page) -> Told | None:
    told = next((found[0] for text in page.loud if (found := words.CLOSED.search(text))), "")
    if not told and page.count < _SHORT and (found := words.CLOSED.search(fold(page.snapshot.text))):
        told = found[0]
    if told and not page.adding and not page.card:
        return ("closed", 0.85, f'it says "{told}"')
    return None


def _payment(page: _Page) -> Told | None:
    if page.card:
        return ("payment", 0.95, "it asks for a card")
    if page.adding:
        return None
    paying = rank("pay", page.snapshot)
    if not paying or page.scene.form_kind(paying[0].control) == "log-in":
        return None
    on_the_way = page.scene.is_checkout or any(words.PAYMENT.search(text) for text in page.headings)
    bought_at_once = serves("add to basket", paying[0].control.name) and not on_the_way
    speaks = on_the_way or page.personal or shows_price(page.snapshot.text)
    if paying[0].confidence >= 0.8 and speaks and not bought_at_once:
        return ("payment", 0.85, f'"{paying[0].control.name}" places the order')
    return None


def _log_in(page: _Page) -> Told | None:
    passwords = [c for c in page.scene.typed if c.type == "password"]
    others = [c for c in page.personal if c.type != "password" and c.landmark != "footer"]
    if not passwords or len(others) > 2 or page.adding:
        return None
    if any(page.scene.form_kind(c) == "register" for c in passwords) or _makes_accounts(page):
        return None
    if rank("as guest", page.snapshot):
        return ("form", 0.8, "one can log in or go on as a guest")
    heading = any(words.LOG_IN.search(h) for h in (page.title, *page.headings[:3], fold(page.snapshot.title)))
    return ("log-in", 0.95 if heading else 0.8, "it asks for a password and offers no other way")


def _makes_accounts(page: _Page) -> bool:
    """Whether the button beside the password makes an account and does not log in."""
    makes, opens = (
        max((c.confidence for c in rank(intent, page.snapshot) if page.scene.company(c.control)), default=0.0)
        for intent in ("create account", "log in")
    )
    return makes > max(opens, 0.5)


def _basket(page: _Page) -> Told | None:
    named = any(
        words.BASKET.fullmatch(re.sub(r"[\s(:]*\d*[\w ]{0,10}\)?$", "", h)) or words.BASKET.fullmatch(h)
        for h in (page.title, *page.headings[:2])
    )
    bare = words.BARE_BASKET.search(fold(page.snapshot.text)) if named or page.count < 400 else None
    if bare and not page.adding and not page.personal_now:
        return ("basket", 0.9 if named else 0.75, "it says that the basket is empty")
    out = [c for c in rank("check out", page.snapshot) if c.control.landmark not in ("header", "nav")]
    counts = any(is_quantity(c) for c in page.scene.fields)
    if (named and (out or counts)) or (out and counts and not page.adding):
        return (
            "basket",
            0.92 if named else 0.75,
            "it lists what would be bought, with the way to the checkout",
        )
    return None


def _form(page: _Page) -> Told | None:
    if page.personal_now and not (page.adding and len(page.personal_now) < 3):
        many = len(page.personal_now)
        return (
            "form",
            0.9 if many > 2 else 0.75,
            f"it asks for {many} things" if many > 1 else "it asks for one thing",
        )
    chosen = [c for c in page.scene.fields if c.type == "radio"]
    if (chosen or page.scene.is_checkout) and not page.adding and rank("continue", page.snapshot):
        return ("form", 0.75, "something is to be chosen before going on")
    return None


def _goods(page: _Page) -> Told | None:
    declared = [p for d in page.snapshot.documents for p in d.products]
    many = page.cards
    adding = page.adding
    if len(adding) >= 1 and (len(adding) <= 2 or len(declared) == 1) and not _looks_like_a_list(page):
        return ("product", 0.9, "it offers goods to put into the basket")
    if len(declared) == 1 or (many <= 1 and shows_price(page.snapshot.text)):
        if sold := _sold_out(page):
            return ("out-of-stock", 0.88, f'it says "{sold}"')
        if len(declared) == 1 and not _looks_like_a_list(page):
            return ("product", 0.75, "it declares one article")
    alone = many <= 1 and page.scene.title and not page.personal_now and not _looks_like_a_list(page)
    if alone and rank("choose variant", page.snapshot):
        return ("product", 0.7, "it offers goods in several variants")
    if alone and shows_price(page.snapshot.text) and rank("add to basket", page.snapshot):
        return ("product", 0.7, "it offers goods to buy")
    return None


def _sold_out(page: _Page) -> str:
    found = next(
        (
            f[0]
            for line in page.snapshot.lines[:200]
            if len(line) < 120 and (f := words.SOLD_OUT.search(fold(line)))
        ),
        "",
    )
    return "" if page.adding else found


def _list(page: _Page) -> Told | None:
    if page.cards >= 2:
        return ("list", 0.85, f"it shows {page.cards} articles to open")
    if _looks_like_a_list(page):
        return ("list", 0.7, "it speaks of results")
    return None


def _looks_like_a_list(page: _Page) -> bool:
    own = [h for h in (page.title, *page.headings[:3]) if words.LIST.search(h)]
    sorts = any(
        re.search(
            r"sort|order ?by|trier|ordenar|ordina"
            r"|sorteer",
            called(c),
        )
        for c in page.scene.fields
        if c.tag == "select"
    )
    return bool(own) or (sorts and len(page.adding) != 1)


_QUESTIONS: tuple[Callable[[_Page], Told | None], ...] = (
    _wall,
    _blank,
    _confirmed,
    _error,
    _closed,
    _payment,
    _log_in,
    _basket,
    _goods,
    _form,
    _list,
)
