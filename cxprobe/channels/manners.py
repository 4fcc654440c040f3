"""How much of a trace an act leaves, so that a customer can stop before it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxprobe.ledger.contacts import contacts_today, note_contact
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

    def _count(self, act: str) -> str:
        if contacts_today(self.folder) >= (self.contacts or 0):
            return (
                f"Stopped before trying to {act}: the {self.contacts} contacts a night that cxprobe.toml "
                "allows (contacts_per_night under [trace]) have been made."
            )
        note_contact(self.folder, self.site)
        self._counted = True
        return ""


def needed_for(label: str) -> tuple[Level, str]:
    """The trace level that pressing a control of this name takes, and the act in words."""
    if serves("pay", label):
        return Level.pay, f'press "{label}", which may place an order'
    if serves("send", label):
        return Level.message, f'press "{label}", which sends something'
    if serves("add to basket", label):
        return Level.basket, f'press "{label}"'
    return Level.look, f'press "{label}"'
