"""A customer: a persona's member on a day, using channels with limited patience.

The verbs are few and by meaning. Running out of patience ends the journey's block, not the test.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxprobe.channels.chat import Chat
from cxprobe.channels.documents import Documents
from cxprobe.channels.inbox import Inbox
from cxprobe.channels.joining import subscribe
from cxprobe.channels.letter import write_to_them
from cxprobe.channels.shop import Shop
from cxprobe.channels.web import Web
from cxprobe.journey.clock import Duration, seconds
from cxprobe.journeys import Journey, Scene, slug
from cxprobe.judging import standards
from cxprobe.judging.expectations import Expectation
from cxprobe.judging.findings import Expected
from cxprobe.people.identity import Identity
from cxprobe.reading.invoices import Invoice
from cxprobe.reading.mails import Mail
from cxprobe.reading.money_bill import Bill
from cxprobe.reading.money_promo import PromoOutcome
from cxprobe.settings import Level, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["Customer", "Journey", "Scene", "slug", "standard"]


def standard(name: str) -> tuple[Expectation, ...]:
    """The expectations of the company's own standard of that name, as `standards.toml` has them.

    Raises UnknownStandard with the nearest name, InvalidStandards where the file cannot be meant.
    """
    return standards.standard(name, load_settings(Path.cwd()).standards_file())


class Customer:
    """Somebody who visits a company; `wants` opens a journey, the verbs are what they do on it."""

    def __init__(self, web: Web, scene: Scene) -> None:
        self.scene = scene
        self.journeys: list[Journey] = []
        self._web = web
        self._shop = Shop(web, self.identity, lambda: self.knows)
        self._chat: Chat | None = None
        self._placed = ""
        self._inbox = Inbox(web, scene.mailbox, self._shop.purse, lambda: self.knows.get("e-mail", ""))

    def __repr__(self) -> str:
        return f"<Customer {self._web.conditions.member.title} on {self.scene.day_told}>"

    @property
    def identity(self) -> Identity:
        """Who they are today: name, address, mail, phone and test card, fresh for every visit."""
        return self._web.conditions.identity

    @property
    def knows(self) -> dict[str, str]:
        """What they can tell when asked, label to value."""
        open_journey = self.journeys[-1].knows if self.journeys else {}
        return {**self.identity.known(), **self._web.conditions.member.knows, **open_journey}

    @property
    def page(self) -> Page:
        """The Playwright page in front of the customer: what a test does with it is recorded alike."""
        return self._web.page

    @property
    def site(self) -> Mapping[str, str]:
        """The `[site]` table of the settings: what a scenario should look for on this site."""
        return self.scene.site

    def wants(
        self,
        goal: str,
        *,
        knows: Mapping[str, str] | None = None,
        expects: Expected | None = None,
        touchpoint: str = "",
    ) -> Journey:
        """A journey towards a goal, to be used as a `with` block and judged once afterwards.

        `knows` are facts this customer can tell, label to value; with `expects` the journey is judged
        on leaving the block.
        """
        journey = Journey(
            self._web, self.scene, goal, dict(knows or {}), expects, touchpoint, len(self.journeys)
        )
        self.journeys.append(journey)
        return journey

    def open(self, address: str = "/") -> None:
        """Open an address of the site."""
        self._web.open(address)

    def press(self, label: str) -> None:
        """Press the control of this name: a button, a link, a tab."""
        self._web.press(label)

    def fill(self, label: str, value: str) -> None:
        """Type a value into the field of this label, as this customer's hands do."""
        self._web.fill(label, value)

    def choose(self, label: str, option: str = "") -> None:
        """Choose an option of a list, or tick the box or tile of this name."""
        self._web.choose(label, option)

    def see(self, text: str) -> str:
        """Wait for these words to be seen, and give the line they stand in; impatient customers leave."""
        return self._web.see(text)

    def sees(self, text: str) -> bool:
        """Whether these words can be seen right now."""
        return self._web.sees(text)

    def say(self, text: str) -> str:
        """Say something in the chat, opening it if need be; gives the reply, "" if none came in time."""
        chat = self._chat or self.open_chat()
        chat.say(text)
        return chat.reply()

    def open_chat(self) -> Chat:
        """Open the site's chat window; gives the conversation."""
        goal = self.journeys[-1].goal if self.journeys else "help"
        member = self._web.conditions.member
        self._chat = Chat(self._web, goal, self.knows, member.does_not_know)
        self._chat.open()
        return self._chat

    def look_for(self, words: str = "") -> str:
        """Search for something and open what fits best; without words, the first thing for sale.

        Gives the name of what was opened.
        """
        return self._shop.look_for(words)

    def add_to_basket(self) -> None:
        """Put what is on the page into the basket, choosing size or colour where one must be chosen."""
        self._shop.add_to_basket()

    def open_basket(self) -> None:
        """Open the basket."""
        self._shop.open_basket()

    def use_promo(self, code: str, *, pasted: bool = False) -> bool:
        """Type a promo code in, or paste it, and apply it; whether the money says that it worked."""
        return self._shop.use_promo(code, pasted=pasted)

    def check_out(self, promo: str = "", *, pay: bool = True) -> str:
        """Buy what is in the basket as a guest; gives the order number that was seen, "" where none was.

        A promo code, or one that this customer tries everywhere, is typed in at the first step that has
        a place for it. Without `pay` the customer stops where the order would be placed.
        """
        self._placed = self._shop.check_out(promo, guess=self._web.conditions.member.promo, pay=pay)
        return self._placed

    def track_order(self, number: str = "") -> str:
        """Find out where an order is; gives the line that says so."""
        return self._shop.track_order(number)

    def return_item(self, number: str = "", reason: str = "It does not fit.") -> str:
        """Start the return of an order; gives the line that says what happens next."""
        return self._shop.return_item(number, reason)

    def find(self, what: str) -> str:
        """Find a page by what it is about ("the returns policy"); gives its heading."""
        return self._shop.find(what)

    def write_to_them(self, message: str) -> str:
        """Ask the company something, by its contact form; gives the line that answers, "" where none does."""
        return write_to_them(self._web, self.identity, self.knows, message)

    def read_mail(self, about: str = "", within: Duration = "") -> Mail | None:
        """Wait for a mail to this customer and read it; None where none comes in time.

        `about` is a kind of mail ("order", "invoice", "return", "newsletter" …) or words that stand in
        it; each mail is read once. Without `within` the customer waits as long as was promised, else
        as their patience for a reply lasts, and at least five minutes where the site is not on this machine.
        """
        return self._inbox.wait_for(about, seconds(within) if within else None)

    def mails(self) -> tuple[Mail, ...]:
        """Every mail that has come to this customer since the visit began."""
        return self._inbox.everything()

    def subscribe(self) -> str:
        """Sign up for the newsletter; gives the line that answers, "" where none does."""
        return subscribe(self._web, self.identity)

    def unsubscribe(self, mail: Mail) -> str:
        """Unsubscribe as a mail says; gives the line that confirms it, "" where none does."""
        return self._inbox.unsubscribe(mail)

    def read_invoice(self, number: str = "") -> Invoice:
        """Read the invoice of an order, from a mail read before or on the site, as a page or a PDF.

        What does not agree with what was bought is written down.
        """
        papers = Documents(self._web, self.identity, self._shop.purse, self.knows, self._placed)
        return papers.invoice(number, tuple(self._inbox.mails))

    @property
    def bill(self) -> Bill:
        """What the page in front of the customer says is to be paid."""
        return self._shop.bill()

    @property
    def promo(self) -> PromoOutcome | None:
        """What came of the promo code tried last, told by the money; None before any was tried."""
        return self._shop.promo

    @property
    def level(self) -> Level:
        """The most of a trace that this customer may leave on this site."""
        return self._web.manners.level

    def settled(self, what_was_seen: str) -> None:
        """Say that the goal is reached, and by what could be seen; never assumed for you."""
        self._web.recorder.add(
            "resolved",
            quote=what_was_seen,
            sentence=f'Sees that it is settled: "{what_was_seen}"',
            data={"by": "customer"},
        )

    def leave(self, *, kept: bool = True) -> None:
        """End the visit: close the browser context and the mailbox.

        A journey that waits to be kept is kept now, unless `kept` says otherwise.
        """
        try:
            if kept:
                self._web.before_going_on()
            self._inbox.close()
        finally:
            self._web.close()
