"""The customer's own mails on one visit: waited for, read, and written down as moments.

Only mails to this customer's own address count, that came since the visit began. How long one took is
reckoned from when it was promised or asked for, not from when somebody looked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cxprobe.channels.gates import at_the_fence, before_opening
from cxprobe.channels.mailbox import Mailbox, open_mailbox
from cxprobe.channels.patience import felt
from cxprobe.channels.walk import Walk, news
from cxprobe.errors import MailboxClosed
from cxprobe.journey.clock import told
from cxprobe.judging.measures import words_of
from cxprobe.people.identity import RESERVED_DOMAINS
from cxprobe.reading.deeds import deeds
from cxprobe.reading.due_dates import compare_promises
from cxprobe.reading.invoices import bill_in
from cxprobe.reading.mails import Mail, fits
from cxprobe.reading.money_changes import compare
from cxprobe.reading.page_delivery import delivery_told
from cxprobe.reading.pages import confirms_order
from cxprobe.reading.promises import promises
from cxprobe.settings import Level, on_this_machine

if TYPE_CHECKING:
    from cxprobe.channels.purse import Purse
    from cxprobe.channels.web import Web
    from cxprobe.journey.moments import Moment

_MOST_LINES = 200
"""Lines of a mail that are written down. Ours."""
_GLANCE = 1.0
"""Seconds that a customer looks into the mailbox at least, whatever was said. Ours."""
_POST_TAKES = 300.0
"""Seconds that a real company's mail may take where it said no time: minutes are common. Ours."""
_TRANSIT = 2.0
"""Seconds that the post itself may take. Ours."""
_CONFIRMED = re.compile(
    r"unsubscribed|(?:been|are|is) (?:removed|off (?:the|our) list)"
    r"|won['’]t (?:receive|hear|e-?mail|get)|\b(?:abgemeldet|ausgetragen)|désabonné"
    r"|désinscri(?:te?s?\b|ption)|dado de baja|suscripción (?:ha sido )?cancelada|disiscritt"
    r"|iscrizione (?:è stata )?cancellata|uitgeschreven|afgemeld|wypisan"
    r"|subscrição (?:foi )?cancelada|removid[oa]",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\bno (?:longer|more|further)\b|\bkeine\w*\b.{0,40}\bmehr\b|\bnicht (?:mehr|länger)\b"
    r"|\b(?:ne|n['’]\w*)\b.{0,40}\bplus\b"
    r"|\bya no\b|\bno\b.{0,40}\bmás\b|\bnon\b.{0,40}\bpiù\b|\bgeen\b.{0,40}\bmeer\b|\bniet (?:meer|langer)\b"
    r"|\bnie\b.{0,40}\b(?:już|więcej)\b|\b(?:não|nunca|já não)\b.{0,40}\bmais\b|\bjá não\b",
    re.IGNORECASE,
)
"""That something ends, which is about mails only beside the words of `_GETS`."""
_GETS = re.compile(
    r"\b(?:subscri|receiv|gets?\b|hear (?:from|of)|send|erh[aä]lt|bekomm|schick|abonn|re[cç][eo][iv]"
    r"|envo[iy]|recib|enviar|suscri|ricev|invi|iscritt|ontvang|krijg|st[uú]ur|przyjdzie|otrzym|dosta|wysył|wyśl|receb)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:once|if|when|until|unless|click|press|wenn|falls|sobald|sofern|klick\w*|drück\w*|bestätigen"
    r"|dès que|lorsque|quand|une fois|cliqu\w+|appuy\w+|cuando|una vez|(?:haga|haz) clic|puls[ae]"
    r"|quando|una volta|clicc\w+|prem[ia]|als|zodra|wanneer|indien|bevestig(?:t|en)?|klik\w*|druk"
    r"|jeśli|jeżeli|gdy|kiedy|po potwierdzeniu|potwierdź|naciśnij|assim que|uma vez|clique|carregue"
    r"|s[ei] (?:vous|tu|usted|você|quier\w+|dese\w+|vuoi|conferm\w+|confirm\w+|puls\w+|clicc\w+)"
    r"|conferm[ai](?:re)?|confirme[rz]?|confirma[rs]?|(?<!we )(?<!hereby )confirm)\b",
    re.IGNORECASE,
)
"""Only announced: what will be so once something is done."""
_SENDS_OFF = re.compile(
    r"unsubscribe|opt.?out|abmelden|abbestellen|désabonner|désinscrire|dar[mst]e de baja"
    r"|cancelar (?:la |a |mi )?(?:su[bs]scri|inscri)|disiscriv"
    r"|uitschrijven|afmelden|wypisz",
    re.IGNORECASE,
)
_SURE = re.compile(r"annulla|confirm|bestätigen|\boui\b|\byes\b", re.IGNORECASE)
"""Names of buttons that send off only where nothing has confirmed it: they stand for other things, too."""
_TOPICS = {
    "receipt": ("order", "invoice"), "invoice": ("invoice", "order"), "return label": ("return",),
    "tracking": ("delivery",), "confirmation": ("order",), "refund": ("refund",), "case": ("ticket",),
    "reply": ("ticket",), "link": ("account", "newsletter"), "updates": ("delivery",),
}  # fmt: skip
"""What a company says it has mailed, or will, and the kinds of mail that may be meant."""


@dataclass(slots=True)
class Inbox:
    """One customer's mails on one visit."""

    web: Web
    spec: str = field(repr=False)
    purse: Purse
    known_as: Callable[[], str] = str
    """The mail address that the customer tells in this matter, "" where it is their own."""
    began: float = field(default_factory=time.time)
    """When the visit began, as seconds since the epoch."""
    mails: list[Mail] = field(default_factory=list)
    """The mails read so far, in the order they were read."""
    _mailbox: Mailbox | None = None

    def wait_for(self, about: str, within: float | None) -> Mail | None:
        """The first mail not read before that is about something, waited for; None when none came.

        Without `within` it is waited for as long as the company said, and as long again, for what is late;
        where nothing was said, as long as patience for a reply lasts, and five minutes of a real company.
        """
        with self.web.acting():
            moments = self._moments()
            limit = self._limit(moments, about) if within is None else within
            limit = max(_GLANCE, min(limit, self._patience_left(moments)))
            began = self.web.recorder.now()
            every = self._open().glance * 1000
            found = self.web.watch_for(lambda: self._next(about), limit, every=every)
            if found is None:
                self._came_not(about, began, within or self._post_takes())
            else:
                self._note(found, moments)
        return found

    def everything(self) -> tuple[Mail, ...]:
        """Every mail that has come by now, without waiting; each is written down once."""
        with self.web.acting():
            moments = self._moments()
            for mail in self._unread():
                self._note(mail, moments)
        return tuple(self.mails)

    def unsubscribe(self, mail: Mail) -> str:
        """Go where a mail says, and see it confirmed; gives the line that confirms it, else ""."""
        web, walk = self.web, Walk(self.web, "unsubscribe")
        way = mail.unsubscribe
        if not way.lower().startswith("http"):
            told_so = f'"{way}" alone' if way else "no way"
            web.blocked("not-found", f'The mail "{mail.subject}" names {told_so} to unsubscribe by.')
        web.allow(Level.message, "unsubscribe")
        walk.step(f'Unsubscribes from "{mail.subject}".', "its own link leads there")
        self._go(way, post=mail.one_click)
        line = self._asked_once_more(walk, _SENDS_OFF) or self._confirmation(walk)
        if not line:
            line = self._asked_once_more(walk, _SURE)
        if line:
            web.recorder.add(
                "unsubscribed",
                channel="mail",
                quote=line,
                sentence=f'Sees that they are off the list: "{line}"',
            )
        return line

    def close(self) -> None:
        """Leave the mailbox."""
        if self._mailbox is not None:
            self._mailbox.close()

    # ---- the mailbox -----------------------------------------------------------------------------

    def _open(self) -> Mailbox:
        web = self.web
        if not self.spec:
            web.blocked(
                "mailbox",
                "No mailbox is configured: under [mail] in cxprobe.toml, type read = "
                '"imaps://user:password@host/INBOX" or the path of a Maildir folder; { env = "NAME" } takes '
                "it from a variable, which must be set.",
            )
        address = web.conditions.identity.email
        if not on_this_machine(web.base_url) and address.rpartition("@")[2] in RESERVED_DOMAINS:
            web.blocked(
                "mailbox",
                f"No mail can reach {address}: in cxprobe.toml, type mailbox = and the address whose mails "
                "[mail] reads. Customers get plus-addresses of it.",
            )
        if self._mailbox is None:
            self._mailbox = open_mailbox(self.spec)
        return self._mailbox

    def _unread(self) -> list[Mail]:
        since = datetime.fromtimestamp(self.began, UTC)
        try:
            came = self._open().since(since, *self._addresses())
        except MailboxClosed as error:
            self.web.blocked("mailbox", str(error))
        return [mail for mail in came if mail not in self.mails]

    def _addresses(self) -> tuple[str, ...]:
        """Whose mails count: the customer's own, and those to the address they tell in this matter.

        Off this machine the latter only where it leads to the mailbox that is read: mails to somebody
        else are nobody's business.
        """
        own, told = self.web.conditions.identity.email.casefold(), self.known_as().strip().casefold()
        ours = on_this_machine(self.web.base_url) or _without_plus(told) == _without_plus(own)
        return (own, told) if "@" in told and told != own and ours else (own,)

    def _next(self, about: str) -> Mail | None:
        return next((mail for mail in self._unread() if fits(mail, about)), None)

    # ---- how long --------------------------------------------------------------------------------

    def _moments(self) -> tuple[Moment, ...]:
        """Everything up to now, with the words that the page has only just shown."""
        self.web.recorder.collect()
        return self.web.recorder.moments()

    def _limit(self, moments: Sequence[Moment], about: str) -> float:
        """Seconds from now until nobody looks any longer: late is as long again as was said, at most."""
        reply = self.web.conditions.member.patience.reply
        deadlines = [at + within + min(within, reply) + _TRANSIT for at, within in _deadlines(moments, about)]
        return max(deadlines) - self.web.recorder.now() if deadlines else self._post_takes()

    def _post_takes(self) -> float:
        """Seconds after which a mail is missing for which no time was said."""
        reply = self.web.conditions.member.patience.reply
        return reply if on_this_machine(self.web.base_url) else max(reply, _POST_TAKES)

    def _patience_left(self, moments: Sequence[Moment]) -> float:
        return self.web.conditions.member.patience.journey - felt(moments)

    # ---- writing it down -------------------------------------------------------------------------

    def _note(self, mail: Mail, moments: Sequence[Moment]) -> None:
        self.mails.append(mail)
        recorder, pace = self.web.recorder, self.web.conditions.member.pace
        arrived = mail.at.timestamp() - recorder.started
        asked = asked_at(moments, mail.kind, arrived)
        took = max(0.0, arrived - asked)
        words = len(mail.text.split())
        recorder.add(
            "mail",
            actor="company",
            channel="mail",
            touchpoint="mail",
            waited=took,
            human=pace.reading(words),
            quote=mail.subject,
            sentence=f'Gets a mail after {told(took)}: "{mail.subject}"',
            data={
                "subject": mail.subject, "kind": mail.kind, "from": mail.sender, "took": round(took, 3),
                "began": asked, "arrived": round(arrived, 3), "words": words,
                "texts": mail.text.splitlines()[:_MOST_LINES], "attachments": list(mail.attachments),
                "unsubscribe": bool(mail.unsubscribe),
            },
        )  # fmt: skip
        if mail.kind in ("order", "invoice", "delivery"):
            self._hold_against(mail)

    def _hold_against(self, mail: Mail) -> None:
        """What a mail about an order says of money and days, against what the pages said before."""
        bill, before = bill_in(mail.text), self.purse.last
        if before is not None and bill.total is not None:
            for found in compare(before, bill, about="mail"):
                self.purse.disagree(found)
        promise = delivery_told(mail.text.splitlines())
        if promise and self.purse.delivery:
            other = compare_promises(self.purse.delivery, promise)
            if other is not None:
                self.purse.disagree(other)

    def _came_not(self, about: str, began: float, enough: float) -> None:
        recorder = self.web.recorder
        waited = recorder.now() - began
        what = f"a mail about {about}" if about else "a mail"
        recorder.add(
            "no_mail",
            channel="mail",
            touchpoint="mail",
            waited=waited,
            sentence=f"Looks for {what} for {told(waited)}, and none comes.",
            data={
                "about": about, "waited": round(waited, 3), "began": began,
                "enough": waited >= enough,
            },
        )  # fmt: skip

    # ---- unsubscribing ---------------------------------------------------------------------------

    def _go(self, url: str, *, post: bool) -> None:
        web = self.web
        if not post:
            web.open(url)
            return
        before_opening(web, url)
        with web.acting():
            began = time.time()
            web.page.evaluate(_POST, url)
            web.page.wait_for_load_state()
            web.settle()
            at_the_fence(web, since=began)

    def _asked_once_more(self, walk: Walk, names: re.Pattern[str]) -> str:
        """Some pages ask whether one is sure, or for what to keep: pressed once, and read."""
        sight = walk.see()
        sure = [c for c in sight.snapshot.buttons() if c.usable and c.tag != "a" and names.search(c.name)]
        if not sure:
            return ""
        walk.step(f'Presses "{sure[0].name}".')
        before = sight.snapshot
        self.web.press_at(sight.at(sure[0]), sure[0].name)
        return next(
            (each for each in news(before, walk.after(before, 2.5)).splitlines() if _confirms(each)), ""
        )

    def _confirmation(self, walk: Walk) -> str:
        walk.read()
        return next((line for line in walk.see().snapshot.lines if _confirms(line)), "")


_POST = """url => {
  const form = document.createElement("form"), field = document.createElement("input");
  form.method = "post"; form.action = url;
  field.type = "hidden"; field.name = "List-Unsubscribe"; field.value = "One-Click";
  form.append(field); document.body.append(form); form.submit();
}"""
"""What a mail programme sends for its own unsubscribe button (RFC 8058), sent from inside the fence."""


def _without_plus(address: str) -> str:
    """The mailbox that a plus-address leads to."""
    box, _, domain = address.rpartition("@")
    return f"{box.partition('+')[0]}@{domain}"


def _confirms(line: str) -> bool:
    """Whether a sentence of a line says that mails have ended; what is asked or only announced does not."""
    return any(
        (_CONFIRMED.search(each) or (_NO_MORE.search(each) and _GETS.search(each)))
        and not each.endswith("?")
        and not _NOT_YET.search(each)
        for each in re.split(r"(?<=[.!?])\s+", line.strip())
    )


def asked_at(moments: Sequence[Moment], kind: str, before: float) -> float:
    """When a mail of a kind was promised or asked for, in seconds since the journey began.

    The last words before it came that speak of such a mail; else the customer's last act before.
    """
    earlier = [moment for moment in moments if moment.at <= before]
    spoken = [m.at for m in earlier for topics, _ in _said(m) if kind in topics]
    acted = [m.at for m in earlier if m.kind in ("press", "said", "goal")]
    return max(spoken or acted, default=0.0)


def _deadlines(moments: Sequence[Moment], about: str) -> Iterator[tuple[float, float]]:
    """When a mail about this was promised, and the seconds that were named."""
    for moment in moments:
        for topics, within in _said(moment):
            if within is not None and (not about or about in topics or not topics):
                yield moment.at, within


def _said(moment: Moment) -> Iterator[tuple[tuple[str, ...], float | None]]:
    """The kinds of mail that a moment's words promise, each with the deadline they name."""
    if moment.kind not in ("text", "heard", "resolved"):
        return
    words = words_of(moment)
    if confirms_order(words):
        yield ("order", "invoice"), None
    for deed in deeds(words):
        if deed.way in ("mail", "") and not deed.promise.working_days:
            yield _TOPICS.get(deed.what, ()), deed.promise.within
    for promise in promises(words):
        if promise.kind == "mail":
            yield (
                tuple(kind for deed in deeds(promise.quote) for kind in _TOPICS.get(deed.what, ())),
                promise.within,
            )
