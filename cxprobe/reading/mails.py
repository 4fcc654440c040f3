"""A mail as a person reads it: who wrote, what about, its words and links, and what kind of mail it is.

Pure: bytes go in, meaning comes out. What a mail is about is told by its subject, else by its first
words, in eight languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any, Literal, get_args

from cxprobe.reading.facts import sentences
from cxprobe.reading.mail_words import Link, words_and_links
from cxprobe.reading.pages import confirms_order, order_numbers

Kind = Literal[
    "order", "delivery", "invoice", "ticket", "return", "refund", "newsletter", "offer", "account",
    "feedback", "other",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

_ADDRESSED = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_FIRST = 400
"""Characters of a mail's text that tell what it is about, where the subject does not. Ours."""
_LINK_AWAY = re.compile(
    r"unsubscrib|opt.?out|abmeld|abbestell|austragen|désabonn|désinscri|darse de baja|cancelar (?:la )?"
    r"suscripci|disiscriv|cancellat?i? (?:l['’])?iscrizione|uitschrij|afmeld|wypis|zrezygnuj|anular (?:a )?"
    r"subscri|cancelar (?:a )?(?:subscri|inscri)|deixar de receber",
    re.IGNORECASE,
)
_SWITCH = re.compile(r"(?<=[?&])[^=&#]*=(?:[01]|true|false|yes|no|on|off)?(?=[&#]|$)", re.IGNORECASE)


_OLDER = re.compile(
    r"^[-_ ]{2,}(?:original|forwarded|ursprüngliche|weitergeleitete|message d['’]origine|message transféré"
    r"|mensaje"
    r" (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk|doorgestuurd"
    r"|wiadomość (?:oryginalna"
    r"|przekazana)|mensagem (?:original|encaminhada))\b"
    r"|^(?:on|am|le|el|il|op|dnia|w dniu|em) .{4,120}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef"
    r"|napisał"
    r"(?:\(?a\)?)?|pisze|escreveu)\b.{0,60}:$",
    re.IGNORECASE,
)
"""The line above an older mail that a mail quotes."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


_SURE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("feedback", _words(
        r"how (?:was|did|were|are)\b|feedback|rate (?:us|your|our)|(?:leave|write) (?:us )?a review"
        r"|review your|survey|your opinion|tell us what|bewert\w+|ihre meinung|umfrage|wie war|votre avis"
        r"|enquête|(?:tu|su) opinión|encuesta|valora|la tua opinione|sondaggio|recension\w+|beoordeel"
        r"|(?:je|uw) mening|twoja opinia|ankiet\w+|oceń|a sua opinião|avali\w+|inquérito")),
    ("refund", _words(
        r"refund\w*|money back|(?:rück|zurück)?erstatt\w+|rembours\w+|reembols\w+|rimbors\w+|terugbeta\w+"
        r"|zwrot\w* (?:pieniędzy|środków|płatności)|zwróciliśmy")),
    ("return", _words(
        r"returns?\b|rücksend\w+|retoure\w*|retour\w*|étiquette|devoluci\w+|devoluç\w+|reso\b|etichetta"
        r"|zwrot\w*|etykiet\w+")),
    ("newsletter", _words(
        r"news ?letters?|rundbrief|infolettre|lettre d['’]info\w*|bolet[íi]n\w*|nieuwsbrief|biuletyn\w*"
        r"|boletim|subscri(?:bed|ption|bing)|abonnement")),
    ("account", _words(
        r"(?:your|new|an|customer) account|account (?:is|has|was|created|ready)|passwor[dt]\w*"
        r"|kundenkonto|(?:ihr|dein) \w*konto|compte|mot de passe|cuenta|contraseña|(?:il tuo|nuovo) account"
        r"|(?:je|uw) account|wachtwoord|kont[oa]\b|hasł\w+|conta\b|senha"
        r"|(?:verify|confirm) your (?:e-?mail|address)")),
    ("ticket", _words(
        r"ticket\w*|case (?:number|no\b|#|\d)|(?:re|aw): .{0,80}\[#?\w*\d\w*\]|your (?:message|request"
        r"|enquiry|inquiry|question|complaint)"
        r"|(?:ihre|deine) (?:nachricht|anfrage|frage)|anfrage|votre (?:message|demande|question)"
        r"|(?:tu|su) (?:consulta|mensaje|solicitud|pregunta)|(?:la tua|il tuo|sua) (?:richiesta|messaggio"
        r"|domanda)|(?:je|uw) (?:vraag|bericht|aanvraag)|zgłoszeni\w+|(?:twoj[ae]|twoją) (?:wiadomość"
        r"|pytanie)|(?:a sua|o seu) (?:mensagem|questão|pedido de)")),
    ("delivery", _words(
        r"dispatched|parcels?\b|(?:dein|ihr) paket|votre colis|(?:tu|su) paquete|il tuo pacco|(?:je"
        r"|uw) pakket|paczk\w+"
        r"|(?:has |been )?shipped|on (?:its|the|their) way|out for delivery|delivered|tracking"
        r"|delivery (?:update|delayed|today|tomorrow)|versand\w*|unterwegs|zugestellt|geliefert|sendung\w*"
        r"|expédi\w+|livr(?:é|aison)\w*|en route|enviad[oa]|en camino|entregad[oa]|spedi(?:t|zion)\w+"
        r"|in consegna|consegnat[oa]|verzonden|onderweg|bezorgd|wysłan\w+|w drodze|dostarczon\w+"
        r"|a caminho|entregue|despachad[oa]")),
)  # fmt: skip
"""Kinds that are told by any of these words, the surest first."""
_OPEN: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("invoice", _words(r"invoices?|\w*rechnung|facture|factura|fattura|factuur|faktur\w+|fatura")),
    ("order", _words(
        r"orders?\b|receipts?|purchase|bestell\w+|auftrag\w*|quittung|commande|achat|pedido|compra\b|ordine"
        r"|acquisto|zamówieni\w+|encomenda")),
    ("offer", _words(
        r"\d{1,2} ?%|(?:summer|winter|our|the|flash) sale|offers?\b|deals?\b|discount\w*|save [£$€\d]"
        r"|angebot\w*|rabatt\w*|gutschein\w*|promo\w*|soldes|ofert\w+|descuento\w*|rebajas|offert[ae]"
        r"|scont[oi]|saldi|aanbieding\w*|korting\w*|wyprzeda\w+|descont\w+|black friday")),
)  # fmt: skip
"""Kinds whose words also stand in mails of another kind: the one named first counts."""
_ASIDE = _words(
    r"(?:free|easy|hassle-free|no-quibble) returns?\b|returns? (?:are|is) (?:free|easy)\b"
    r"|(?:please )?rate us\b"
    r"|tracking (?:details |number |link )?(?:follows|to follow|will follow)"
    r"|(?:will|to) be (?:dispatched|shipped|delivered)"
    r"|kostenlose(?:r|n)? (?:rücksendung\w*|rückgabe|retoure\w*|versand)|retours? gratuits?"
    r"|devoluci\w+ gratuit\w+"
    r"|res[oi] gratuit[oi]|gratis retour\w*|darmow\w+ zwrot\w*|devoluç\w+ (?:grátis|gratuitas?)"
)
"""What shops add to the mail of an order, which makes it no mail about that."""
_BESIDE = ("newsletter", "account")
"""Kinds that are only named beside an order whose number stands before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail, as a person sees it."""

    subject: str
    sender: str
    """As it is shown: "Kettle & Co <hello@kettle.example>"."""
    to: tuple[str, ...]
    """Every address it was sent to, in small letters."""
    at: datetime
    """When it arrived, with its time zone."""
    text: str
    """Its words, a line each, cells of a table apart by tabs; of the version that people are shown."""
    links: tuple[Link, ...] = ()
    unsubscribe: str = ""
    """Where to unsubscribe: a link in its words, else the address its List-Unsubscribe header names."""
    one_click: bool = False
    """Whether unsubscribing takes a request by POST and nothing more (RFC 8058)."""
    attachments: tuple[str, ...] = ()
    """File names of what came with it."""
    listed: bool = False
    """Whether it came to a list of people, as its List-Unsubscribe header says (RFC 2369)."""
    number: str = ""
    """Its Message-ID, else what tells it apart from others."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    """What came with it, by file name."""

    @property
    def kind(self) -> Kind:
        """What kind of mail it is, as `kind_of` has it."""
        return kind_of(self)


def read_mail(source: bytes, arrived: datetime | None = None) -> Mail:
    """The mail in some bytes (RFC 5322), however badly they are made; nothing raises.

    `arrived` is when it came, where that is known; else its topmost Received header tells, else its date.
    Of what no programme could read there is a subject, and no text.
    """
    try:
        return _read(source, arrived)
    except Exception:  # the parsers of mails and of HTML raise whatever they meet
        return _unread(source, arrived)


def _unread(source: bytes, arrived: datetime | None) -> Mail:
    """What is left of a mail that cannot be taken apart: the line of its subject as it stands there."""
    found = re.search(rb"^subject:([^\r\n]*)", source, re.IGNORECASE | re.MULTILINE)
    subject = found[1].decode("utf-8", "replace") if found else ""
    at = arrived or datetime.fromtimestamp(0, UTC)
    return Mail(subject=" ".join(subject.split()), sender="", to=(), at=at, text="")


def _read(source: bytes, arrived: datetime | None) -> Mail:
    message = message_from_bytes(source, policy=policy.default)
    shown = _shown(message)
    text, links = words_and_links(*shown)
    files = dict(_files(message))
    listed = re.findall(r"<([^>]+)>", _header(message, "List-Unsubscribe"))
    away, one_click = _way_off(links, listed), _header(message, "List-Unsubscribe-Post").lower()
    return Mail(
        subject=_header(message, "Subject"), sender=_header(message, "From"),
        to=_addresses(message), at=arrived or _when(message), text=text, links=links,
        unsubscribe=away, one_click="one-click" in one_click and away in listed and _is_web(away),
        attachments=tuple(files), listed=bool(listed),
        number=_header(message, "Message-ID"), files=files,
    )  # fmt: skip


def _way_off(links: tuple[Link, ...], listed: list[str]) -> str:
    """Where to unsubscribe: a page, by a link's words, by the header, by an address; else by mail."""
    named = [link.url for link in links if link.words != link.url and _LINK_AWAY.search(link.words)]
    # A switch in an address ("opt-out=0") says how a link is counted, not where it leads.
    lead = [link.url for link in links if _LINK_AWAY.search(_SWITCH.sub("", link.url))]
    pages = [each for each in (*named, *listed, *lead) if _is_web(each)]
    return next(iter([*pages, *named, *listed, *lead]), "")


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://"))


def kind_of(mail: Mail) -> Kind:
    """What a mail is about: order, delivery, invoice … and "other" where nothing tells.

    The subject tells, else the first sentence that names a kind; one that confirms an order is of that.
    """
    lines = (mail.subject, *sentences(mail.text[:_FIRST]))
    found = next((kind for line in lines if (kind := _kind_in(line))), None)
    if not mail.listed or found not in (None, "order") or order_numbers(f"{mail.subject}\n{mail.text}"):
        return found or "other"
    return "offer" if _kind_in(mail.text, only="offer") else "newsletter"


def own_words(text: str) -> str:
    """A mail's words without the older mails it quotes; all of them where it is nothing but a quote."""
    lines = text.splitlines()
    until = next((place for place, line in enumerate(lines) if _OLDER.search(line.strip())), len(lines))
    own = [line for line in lines[:until] if not line.lstrip().startswith(">")]
    return "\n".join(own) if any(line.strip() for line in own) else text


def fits(mail: Mail, about: str) -> bool:
    """Whether a mail is about something: a kind ("invoice"), or words that stand in it; "" is anything."""
    wanted = " ".join(about.split()).casefold()
    if wanted in KINDS:
        return mail.kind == wanted
    return wanted in " ".join(f"{mail.subject} {mail.text}".split()).casefold()


def _kind_in(text: str, only: str = "") -> Kind | None:
    """The kind that a line names; the surest, unless the line confirms an order before it comes to that."""
    named = [(match.start(), kind) for kind, words in _OPEN if (match := words.search(text))]
    first = min((each for each in named if only in ("", each[1])), default=(len(text), None))
    sure = _surely(text, first[0]) if not only else None
    return sure or first[1]


def _surely(text: str, first: int) -> Kind | None:
    """The surest kind that a line names, but for what it only adds to an order, told of at `first`."""
    kept = _ASIDE.sub(lambda match: " " * len(match[0]), text) if first < len(text) else text
    for kind, words in _SURE:
        match = words.search(kept)
        ordered = match is not None and first < match.start()
        if match and not (ordered and (confirms_order(text) or (kind in _BESIDE and order_numbers(text)))):
            return kind
    return None


# -- taking it apart ---------------------------------------------------------------------------


def _header(message: EmailMessage, name: str) -> str:
    """A header's words on one line; a header that cannot be read is none."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # the parser of addresses and dates raises whatever it meets
        raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
        return " ".join(str(raw).split())


def _addresses(message: EmailMessage) -> tuple[str, ...]:
    pairs = getaddresses([_header(message, name) for name in _ADDRESSED])
    return tuple(dict.fromkeys(address.casefold() for _, address in pairs if "@" in address))


def _when(message: EmailMessage) -> datetime:
    """When it arrived: at the last machine on its way, else when it says it was written."""
    received = _header(message, "Received").rpartition(";")[2]
    for told in (received, _header(message, "Date")):
        try:
            found = parsedate_to_datetime(told)
        except (TypeError, ValueError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return datetime.fromtimestamp(0, UTC)


def _shown(message: EmailMessage) -> tuple[str, str]:
    """What a mail programme shows of it, and its type: the HTML version where there is one."""
    for kind in ("html", "plain"):
        for part in message.walk():
            if part.get_content_type() == f"text/{kind}" and not _is_attached(part):
                return _content(part), kind
    return "", "plain"


def _files(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        if not part.is_multipart() and _is_attached(part):
            content = part.get_payload(decode=True)
            yield _name(part), content if isinstance(content, bytes) else b""


def _is_attached(part: Any) -> bool:
    told = str(part.get_content_disposition() or "")
    return told == "attachment" or (
        bool(part.get_filename()) and not part.get_content_type().startswith("text/")
    )


def _name(part: Any) -> str:
    return str(part.get_filename() or f"a file of type {part.get_content_type()}")


def _content(part: Any) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return str(part.get_payload())
    charset = str(part.get_content_charset() or "utf-8")
    try:
        return raw.decode(charset, "replace")
    except (LookupError, ValueError):  # no such charset, or one that is none: "undefined", "idna"
        return raw.decode("utf-8", "replace")
