"""How much of a trace an act leaves, so that a customer can stop before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cxprobe.ledger.contacts import take_contact
from cxprobe.reading.controls import serves
from cxprobe.settings import Level, Settings, on_this_machine

HOME = ".cxprobe"
"""Where a project's memory lies, beside its settings."""


@dataclass(slots=True)
class Manners:
    """How far a customer may go on one site, and with what."""

    level: Level = Level.pay
    """The most that a customer may leave there."""
    contacts: int | None = None
    """Most contacts with people a night; None for no limit, on this machine."""
    folder: Path = Path(HOME)
    site: str = ""
    test_item: str = ""
    """The article that alone may be bought; "" for any, on this machine."""
    test_payment: str = ""
    """The card number that alone may be paid with; "" for the customer's own test card."""
    _counted: bool = False

    @classmethod
    def of(cls, settings: Settings, site: str) -> Manners:
        """The manners that settings ask for on a site; on this machine everything is allowed."""
        if on_this_machine(site):
            return cls(site=site)
        trace = settings.trace
        return cls(
            level=settings.trace_level(site),
            contacts=trace.contacts_per_night,
            folder=settings.folder / HOME,
            site=site,
            test_item=trace.test_item,
            test_payment=trace.test_payment,
        )

    def refusal(self, level: Level, act: str) -> str:
        """Why an act of this level must not be done; "" when it may, and then a contact is noted."""
        if level > self.level:
            return (
                f"Stopped before trying to {act}: on {self.site} a customer may go as far as "
                f'"{self.level}", and this takes "{level}". To allow it, write level = "{level}" under '
                "[trace] in cxprobe.toml."
            )
        if level >= Level.person and self.contacts is not None and not self._counted:
            return self._count(act)
        return ""

    @property
    def by_slip(self) -> Level:
        """The most that may be sent by a slip of the hand: nobody's time and no money off this machine."""
        return self.level if self.contacts is None else min(self.level, Level.message)

    def _count(self, act: str) -> str:
        if not take_contact(self.folder, self.site, self.contacts or 0):
            return (
                f"Stopped before trying to {act}: the {self.contacts} contacts a night that cxprobe.toml "
                "allows (contacts_per_night under [trace]) have been made."
            )
        self._counted = True
        return ""


def needed_for(label: str) -> tuple[Level, str]:
    """The trace level that pressing a control of this name takes, and the act in words."""
    if serves("pay", label) or _BUYS.search(label):
        return Level.pay, f'press "{label}", which may place an order'
    if serves("send", label) or _SENDS.search(label):
        return Level.message, f'press "{label}", which sends something'
    if serves("add to basket", label):
        return Level.basket, f'press "{label}"'
    return Level.look, f'press "{label}"'


def needed_to_send(form: Mapping[str, Any]) -> tuple[Level, str]:
    """The trace level that sending a form takes, by its button and by what it holds, and the act in words.

    `form` is what `THE_FORM` tells of it: a card number makes it a payment, whatever the button says;
    a message or a mail address makes it a message, unless the button leads on through a shop.
    """
    button = str(form["button"])
    level, act = needed_for(button)
    if form["card"]:
        return Level.pay, f'send a card number with "{button}"'
    personal = form["message"] or form["mail"]
    if personal and level < Level.message and not any(serves(intent, button) for intent in _SHOPPING):
        return Level.message, f'send a form with "{button}"'
    return level, act


_SHOPPING = ("search", "add to basket", "open basket", "apply promo", "check out", "as guest", "continue")
_BUYS = re.compile(
    r"^(pay|buy|purchase|order|book|reserve|donate)( (now|it|this|with|by|via|in|and|securely|today)\b.*)?$|"
    r"^(pay|buy)\b.*([£$€]|\d[.,]\d\d)|"
    r"\b(confirm|complete|finish|submit|place|make)( (my|your|the|and))* "
    r"(pay(ment)?|purchase|order|booking|donation)\b|"
    r"\bcheck ?out and pay\b|\bpay (now|securely|later|with|by)\b|\bbuy (now|it now)\b|"
    r"\b(payer|acheter)( maintenant| et payer)?$|jetzt (buchen|spenden)|(kosten|zahlungs)pflichtig",
    re.IGNORECASE,
)
"""More names under which money may change hands than `serves` needs to know: what must not be pressed by
mistake is told more widely than what is looked for."""
_SENDS = re.compile(
    r"^(send|submit|post|reply|publish|subscribe|unsubscribe|register|join|sign ?up|enquire|inquire)\b|"
    r"\b(create|open|delete|close)( (an|my|your|the))? account\b|"
    r"\brequest (a|an|your|my) |\b(leave|write) a (review|comment)\b|"
    r"^(ab)?senden|nachricht senden|abschicken|abonnieren|registrieren|konto (erstellen|anlegen)|anfrage|"
    r"envoyer|s'abonner|s'inscrire|créer (un|mon) compte|enviar|suscribirse|registrarse|crear (una )?cuenta|"
    r"invia|iscriviti|registrati|verstu(ur|ren)|verzenden|abonneren|wyślij|zapisz się|załóż konto",
    re.IGNORECASE,
)

THE_FORM = """el => {
  const form = el.form || el.closest("form");
  if (!form) return null;
  const own = [...form.elements].filter(e => e.checkVisibility());
  const SENDS = "button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]";
  const sends = e => e.matches(SENDS);
  const name = e => e.getAttribute("aria-label") || e.innerText || e.value || e.alt;
  const button = sends(el) ? el : own.find(sends);
  if (!button || (el.matches("button, input[type=button], input[type=reset]") && !sends(el))) return null;
  const said = e => `${e.autocomplete || ""} ${e.name || ""} ${e.id || ""} ${e.type || ""}`;
  return {
    button: (name(button) || "").trim(),
    card: own.some(e => /\\bcc-(number|csc)\\b|card.?number|\\bcvc\\b|\\bcvv\\b/i.test(said(e))),
    message: own.some(e => e.matches("textarea")),
    mail: own.some(e => e.type === "email" || /\\bemail\\b/i.test(e.autocomplete || "")),
  };
}"""
"""Asked of a control, in the page: what sending its form would send; null where it sends none."""
