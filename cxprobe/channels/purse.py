"""Follows the money and the delivery promise from page to page, and writes down what does not agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxprobe.reading.due_dates import compare_promises
from cxprobe.reading.money import read_bill
from cxprobe.reading.money_bill import Bill, Mismatch
from cxprobe.reading.money_changes import compare
from cxprobe.reading.money_promo import PromoOutcome, says_it_worked
from cxprobe.reading.money_sums import mismatches

if TYPE_CHECKING:
    from cxprobe.channels.recorder import Recorder
    from cxprobe.reading.page_reading import PageReading
    from cxprobe.reading.snapshot import Snapshot


_BILLS = ("basket", "form", "payment", "confirmed")
"""Kinds of pages on which what is to be paid is added up."""


@dataclass(slots=True)
class Purse:
    """What one customer was told they would pay, and when it would come."""

    recorder: Recorder
    bills: list[tuple[str, Bill]] = field(default_factory=list)
    """Where each bill was seen, oldest first; a bill that says nothing new is not kept."""
    delivery: str = ""
    """The delivery promise seen last."""
    _told: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def last(self) -> Bill | None:
        """The bill seen last; None before the first."""
        return self.bills[-1][1] if self.bills else None

    def look(self, snapshot: Snapshot, page: PageReading) -> Bill:
        """Read what is to be paid on a page, and hold it against what was said before."""
        bill = read_bill(snapshot)
        if bill.lines and (page.kind, bill) not in self.bills[-1:]:
            self._note(page.kind, bill)
        self._note_delivery(page)
        return bill

    def note_promo(self, outcome: PromoOutcome, bill: Bill, told: str) -> None:
        """Write down that a code was said to have worked, and the money says otherwise."""
        due = bill.due
        if outcome.kind not in ("ignored", "twice") or due is None:
            return
        said = next((line for line in told.splitlines() if says_it_worked(line)), "")
        discount = bill.get("discount")
        said = (discount.quote if discount and (outcome.kind == "twice" or not said) else said) or due.quote
        self.disagree(Mismatch("promo", said, due.quote, outcome.sentence))

    def disagree(self, found: Mismatch) -> None:
        """Write down that two things the company said do not agree; each pair once."""
        key = (found.about, found.said, found.but)
        if key in self._told:
            return
        self._told.add(key)
        self.recorder.add(
            "mismatch", actor="page", sentence=found.sentence, quote=found.but, data=found.to_json()
        )

    def _note(self, where: str, bill: Bill) -> None:
        self.recorder.add(
            "money",
            actor="page",
            sentence=f"Reads what is to be paid: {told(bill)}.",
            data={"where": where, **bill.to_json()},
        )
        # On a product's page a drawer, or other goods, name the same thing twice: it is no bill yet.
        own = mismatches(bill) if where in _BILLS else ()
        for found in (*own, *self._against_earlier(where, bill)):
            self.disagree(found)
        self.bills.append((where, bill))

    def _against_earlier(self, where: str, bill: Bill) -> tuple[Mismatch, ...]:
        if not self.bills:
            return ()
        earlier_where, earlier = self.bills[-1]
        if where not in _BILLS:
            return ()
        if earlier_where == "product":
            return compare(earlier, bill, about="price")
        return compare(earlier, bill, about="confirmation" if where == "confirmed" else "total")

    def _note_delivery(self, page: PageReading) -> None:
        if not page.delivery or page.delivery == self.delivery:
            return
        if self.delivery:
            found = compare_promises(self.delivery, page.delivery)
            if found is not None:
                self.disagree(found)
        self.delivery = page.delivery


def told(bill: Bill) -> str:
    """A bill in a few words: its total, else its subtotal, else its articles."""
    line = bill.due
    return f'"{line.quote}"' if line else ", ".join(f'"{each.quote}"' for each in bill.lines[:3]) or "nothing"
