"""Promises a company makes in its words, each with the deadline it named."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cxprobe.reading.facts import plain, sentences

Kind = Literal["contact", "mail", "refund", "delivery", "done"]

MOMENT = 60.0
"""Seconds that "in a moment", "shortly" and "right away" mean when a person is waiting.

Ours: the slowest first reply that still counts as good in live chat is 60 s (Comm100's benchmark
reports); nobody has published what "in a moment" means.
"""

_I = re.IGNORECASE
_WHO = (
    r"(?:colleagues?|agents?|advis[eo]rs?|humans?|person|specialists?|representatives?|operators?"
    r"|supervisors?|manager"
    r"|member of (?:our|the) (?:staff|team)|someone|somebody|one of (?:our|us|the)[\w ]{0,20}|team|we|i"
    r"|he|she|they)"
)
_WILL = r"(?:will|'ll|’ll|is going to|are going to|'m going to|am going to|shall|is about to)"
_LIVE = re.compile(
    rf"\b{_WHO}(?: \w+)? ?{_WILL} (?:\w+ )?(?:be (?:right |straight )?(?:with|there)|be (?:right )?back)"
    rf"|\b(?!(?:we|i)\b){_WHO}(?: \w+)? ?{_WILL} (?:\w+ )?(?:join|take over|take (?:it|this) from here"
    r"|help you|assist you|look after you|answer|reply|respond)"
    rf"|\b{_WHO}(?:'s|’s| is| are|'re|'m| am) (?:on (?:the|his|her|their) way|joining|coming"
    rf"|taking over|right with you)"
    rf"|\byou(?: ?{_WILL}| are (?:now )?being|'re (?:now )?being) (?:\w+ )?(?:connected|transferred"
    rf"|put through|helped|served|answered)"
    rf"|\b(?:i|we)(?: ?{_WILL}|'m| am|'re| are) (?:now |just )?(?:connect|transfer|put|pass"
    rf"|hand)(?:ing)? (?:you|this)"
    r"|\b(?:let me|please wait while i|one moment while i|hold on while i) (?:connect|transfer"
    r"|(?:put|pass|hand) (?:you|(?:this|it|that) (?:on|over)\b)"
    r"|get (?:you (?:to|through|connected)\b|(?:you )?(?:an?|my|one of|someone|somebody|the)\b"
    r"(?= (?:\w+ ){0,3}?(?:agent|colleague|person|human|advis|specialist|manager|supervisor|us|team|who"
    r"|to))))"
    r"|\bnumber \d+ in (?:the |our )?(?:waiting )?(?:line|queue)\b|\b(?:connecting|transferring) you\b"
    r"|\b(?:estimated|expected|current) wait(?:ing)?(?: time)?\b"
    r"|\bwait(?:ing)? time\b"
    r"|\b(?:kollege|kollegin|mitarbeiter\w*)\b.*\b(?:gleich|sofort|sekunden|minuten?)\b|\bich verbinde sie"
    r"|\b(?:collègue|conseill\w+)\b.*\b(?:arrive|va (?:vous|prendre)|instant|secondes|minutes?)\b"
    r"|\b(?:compañer\w|agente|asesor\w*)\b.*\b(?:enseguida|segundos|minutos?|le atenderá)\b",
    _I,
)
_LATER = re.compile(
    rf"\b(?:{_WHO} ?{_WILL}|{_WILL}) (?:\w+ )?(?:call|phone|ring|contact|get back to|get in touch"
    rf"|be in touch|come back to|reach out)"
    r"|\b(?:melden uns|rufen sie|vous (?:rappel|recontact)|le (?:llamar|contactar))",
    _I,
)
_MAIL = re.compile(
    rf"(?:{_WILL}|\bwir senden|\brecevrez|\brecibirá|\berhalten sie)[^.!?]{{0,60}}\b(?:e-?mails?|mail"
    rf"|correo|inbox)\b"
    rf"|{_WILL} (?:\w+ )?(?:receive|get|be sent|send)[^.!?]{{0,40}}\b(?:confirmation|label|link|receipt"
    rf"|invoice|letter)\b"
    r"|\b(?:on its way|sent) to your (?:e-?mail|inbox|mail)",
    _I,
)
_NO_MAIL = re.compile(
    r"\bno (?:\w+ )?(?:e-?mails?|mails?|confirmations?|labels?|links?|receipts?|invoices?|letters?)\b"
    r"|\b(?:never|not(?! (?:only|later))|keine?n?|nicht|niemals|pas|aucune?|jamais"
    r"|ningun[oa]?|ningún|nunca)\b"
    r"|n't\b",
    _I,
)
_REFUND = re.compile(
    rf"(?:{_WILL}|\bshould|\bwithin\b|\btakes?\b|\bwird\b|\bsera\b|\bserá\b)[^!?]{{0,90}}"
    r"\b(?:refund\w*|money|credited|repaid|paid back|reimbursed|erstatt\w*|rembours\w*|reembols\w*)\b"
    r"|\b(?:refund\w*|money(?: back)?|erstattung|geld|remboursement|reembolso)\b[^!?]{0,60}"
    rf"(?:{_WILL}|\bshould|\bwithin\b|\btakes?\b|\bin (?:about |up to )?\d|\bwird\b|\bsera\b|\bserá\b"
    rf"|\bon (?:its|the) way\b)",
    _I,
)
_DELIVERY = re.compile(
    r"\b(?:deliver(?:y|ed|s)?|arriv(?:es?|al|ing)|dispatch(?:ed|es)?|ship(?:s|ped|ping)?|with you"
    r"|at your door|get it"
    r"|lieferung|geliefert|lieferzeit|livr\w+|expédi\w+|entreg\w+|enví\w+|consegn\w+|spedi\w+"
    r"|levering|geleverd|bezorg\w+|verzonden|dostaw\w+|dostarcz\w+|wysyłk\w+|envio)\b",
    _I,
)
_DONE = re.compile(
    rf"\b(?:i|we)(?: ?{_WILL}|'m going to) (?:now |also |then )?(?:cancel|replace|fix|correct|change"
    rf"|update|process|arrange|book|look into"
    r"|check|escalate|sort|repair|put (?:that|this|it) right|make sure|take care|send)\b",
    _I,
)
_NO_PROMISE = re.compile(
    r"\?\W*$|^(?:if|unless|should you|wenn|falls|si)\b|\b(?:if you (?:need|would|want|like|believe"
    r"|change|prefer|have)"
    r"|feel free|when(?:ever)? you|once you|within the (?:last|past)|does not allow|not eligible"
    r"|would you like|can also|may be able|might|unable to|can(?:'t|not)|not be (?:able|refunded"
    r"|delivered))\b",
    _I,
)
_FORM = re.compile(
    r"^(?:please )?(?:enter|sign up|subscribe|register|join|create an? account|log in|sign in"
    r"|leave (?:us )?your"
    r"|provide|fill in|tick|opt in|type)\b[^.!?]{0,80}\b(?:and|to)\b"
    r"|^(?:forgot|forgotten|lost)\b|\bonly\b[^.!?]{0,40}\bif\b|\bif (?:there|we|your|it|something|anything)\b"
    r"|\b(?:use|used|uses) (?:your|this|it|these|the)\b|\bany changes\b|\bto (?:reset|choose a new)\b"
    r"|\bback in stock\b|\bavailable again\b"
    r"|^(?:melden sie sich|melde dich|registrieren|abonnieren|geben sie|gib)\b|^(?:inscrivez|abonnez"
    r"|saisissez)"
    r"|^(?:suscríb|regístr|introduzca|introduce)|^(?:iscriv|registra|inserisci)|^(?:schrijf je|meld je|vul)\b"
    r"|^(?:zapisz|zarejestruj|podaj|wpisz)|^(?:inscreva|subscreva|registe|introduza)"
    r"|\b(?:wieder|de nouveau|nouveau|de nuevo|di nuovo|weer op|ponownie|novamente)\b.{0,20}"
    r"\b(?:verfügbar|lieferbar|disponible|disponibile|voorraad|dostępn\w+|disponível)",
    _I,
)
_HANGS = re.compile(
    r"\b(?:once|when(?:ever)?|as soon as|the moment|after|upon|following|on (?:dispatch|shipment|delivery"
    r"|receipt)"
    r"|sobald|wenn|nach(?:dem)?|bei (?:versand|lieferung)|dès|lorsqu\w*|lors d\w+|après|quand|une fois|cuando"
    r"|una vez|tras|después de|en cuanto|quando|(?:non )?appena|dopo|una volta|zodra|wanneer|nadat"
    r"|na (?:je|uw|het|de|\w+ing|ontvangst|aankoop)|als (?:je|uw|het|de)|gdy|kiedy|jak tylko"
    r"|po (?:\w+ni[ue]|wysyłce|zakupie|odbiorze)|assim que|após|depois d\w+)\b"
    r"(?! (?:\d|an? (?:few|moment|minute|hour)|few|wenigen|einigen|quelques|unos|pochi|enkele|kilku|alguns))",
    _I,
)
"""What comes only after something else has happened: "as soon as it ships"."""
_BY_OTHER_WAYS = re.compile(
    r"\be-?mails?\b|\bby (?:mail|phone|post|letter|text)\b|\binbox\b|\b(?:working|business) (?:days?"
    r"|hours?)\b"
    r"|\bper (?:mail|telefon)\b|\bpar (?:mail|courriel|téléphone)\b|\bpor (?:correo|teléfono)\b",
    _I,
)
_AT_ONCE = 3600.0
"""Seconds within which a person who is to come is waited for in the conversation. Ours."""
_LONGEST = 600
"""Characters of a sentence that is still one, and no page run together. Ours."""
_PAST = re.compile(r"\b(?:was|were|has been|have been) (?:delivered|dispatched|shipped)\b", _I)

_NUMBERS = {
    word: value
    for value, words in {
        1: "a an one eine einer einem ein une un una",
        2: "two couple zwei deux dos",
        3: "three few drei trois tres",
        4: "four vier quatre cuatro",
        5: "five fünf cinq cinco",
        6: "six sechs seis",
        7: "seven sieben sept siete",
        8: "eight acht huit ocho",
        9: "nine neun neuf nueve",
        10: "ten zehn dix diez",
        14: "fourteen",
        15: "fifteen",
        20: "twenty",
        24: "twenty-four",
        28: "twenty-eight",
        30: "thirty half",
    }.items()
    for word in words.split()
}
_UNITS = (
    (
        "working days",
        r"(?:working|business|week)[ -]?days?|werktagen?|arbeitstagen?|jours ouvr[ée]s"
        r"|días (?:hábiles|laborables)|giorni lavorativi|werkdagen|dni robocz(?:e|ych)|dias úteis",
    ),
    (1.0, r"s|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|seconden|sekund[ya]?"),
    (60.0, r"mins?|minutes?|minuten?|minutos?|minuti|minut[ya]?"),
    (3600.0, r"h|hrs?|hours?|stunden?|heures?|horas?|ore|uur|uren|godzin[ya]?"),
    (86400.0, r"(?:calendar )?days?|tagen?|tage|jours?|días?|giorn[oi]|dagen|dni|dias?"),
    (604800.0, r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|tygodni[ea]?"),
)
_COUNT = r"(?:\d+(?:[.,]\d+)?|" + "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True)) + r")"
_LENGTHS = [
    (
        unit,
        re.compile(
            rf"(?<![\w£$€.,])(?:(?:{_COUNT})\s*(?:-|–|to|or|bis|à|a|oder|ou|o|and)\s*)?(?P<count>{_COUNT})"
            rf"(?: (?:of|more|short|full|further))*(?:(?<=\d)|(?=[\s-]))[\s-]*(?:{words})\b",
            _I,
        ),
    )
    for unit, words in _UNITS
]
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|approx|roughly|circa|etwa|ungefähr|environ|unos|unas)\b", _I
)
_HALF = re.compile(r"\bhalf an? (minute|hour)\b", _I)
_IDIOM = re.compile(
    r"\bin (?:just )?(?:a|one) (?:moment|minute|sec|second|bit)\b|\bjust (?:a"
    r"|one) (?:minute|sec|second)\b",
    _I,
)
_SOON = re.compile(
    r"\b(?:in (?:just )?(?:a|one) (?:moment|minute|sec|second|bit)|one moment|(?:a|just a) moment"
    r"|shortly|right away|straight away|immediately"
    r"|soon|any (?:moment|minute|second)|momentarily|right with you|right back|gleich|sofort|in kürze"
    r"|dans un instant|tout de suite"
    r"|enseguida|en un momento|en breve)\b",
    _I,
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober"
    r"|dezember|janvier|février|mars"
    r"|avril|juin|juillet|août|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|maart|mei|augustus"
    r"|stycz|lut(?:y|ego)|marc[ae]|kwie|maj|czerw|lip(?:iec|ca)|sierp|wrze|paźdz|listopad|grud"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro)\w*"
)
_DAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|end of (?:the )?(?:day|week"
    r"|month)"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|demain|aujourd'hui"
    r"|mañana|hoy|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|domani|oggi|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|vandaag"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|dziś|jutro|poniedziałek|wtorek|środ[aęy]|czwartek|piątek"
    r"|sobot[aęy]|niedziel[aęi]|amanhã|hoje|(?:segunda|terça|quarta|quinta|sexta)-feira)"
)
_DATE = re.compile(
    rf"\b(?:{_DAYS},? (?:the )?)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of |de )?{_MONTHS}\b(?: \d{{4}})?"
    rf"|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})|\b{_DAYS}\b",
    _I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something a company said it would do: what, in which words, and by when."""

    kind: Kind
    quote: str
    within: float | None = None
    """Seconds from when it was said, or None."""
    working_days: int | None = None
    date: str | None = None
    """The day as it was said ("Friday", "12 March"), or None."""
    vague: bool = False
    """Whether the deadline is ours, for words like "in a moment"."""
    about: bool = False
    """Whether the deadline was called rough."""
    live: bool = False
    """Whether it is about the conversation going on: a person is to come now."""

    @property
    def key(self) -> str:
        """The same promise read twice has the same key; it does not depend on when it was read."""
        words = re.sub(r"\W+", " ", f"{self.kind} {self.quote}").casefold().strip()
        return hashlib.sha256(words.encode()).hexdigest()[:12]


def promises(text: str) -> tuple[Promise, ...]:
    """The promises in a company's words, in order, each sentence at most one.

    Questions, offers and what hangs on an "if" are no promises. A delivery or a refund is one only
    with a deadline or a plain "will".
    """
    found = (_promise(quote) for quote in sentences(text))
    return tuple(dict.fromkeys(promise for promise in found if promise))


def promise_of(kind: Kind, quote: str) -> Promise:
    """A promise of this kind in these words, with the deadline they name."""
    within, working_days, date = _deadline(plain(quote))
    return Promise(kind=kind, quote=quote, within=within, working_days=working_days, date=date)


def tells_delivery(sentence: str) -> bool:
    """Whether a sentence speaks of goods that arrive, or have arrived."""
    return bool(_DELIVERY.search(plain(sentence)))


@lru_cache(maxsize=4096)
def _promise(quote: str) -> Promise | None:
    sentence = plain(quote)
    if len(sentence) > _LONGEST or _NO_PROMISE.search(sentence) or hangs_on_reader(sentence):
        return None
    within, working_days, date = _deadline(sentence)
    due = within is not None or working_days is not None or date is not None
    kind, live = _kind(sentence, due)
    if kind is None:
        return None
    live = live and _is_now(sentence, within, working_days, date)
    vague = live and not due and bool(_SOON.search(sentence))
    return Promise(
        kind=kind, quote=quote, within=MOMENT if vague else within, working_days=working_days, date=date,
        vague=vague, about=bool(_ABOUT.search(sentence)), live=live,
    )  # fmt: skip


def _is_now(sentence: str, within: float | None, working_days: int | None, date: str | None) -> bool:
    """Whether who is to come comes into the conversation, and not by mail or on another day."""
    later = working_days is not None or date is not None or (within or 0.0) > _AT_ONCE
    return not later and not _BY_OTHER_WAYS.search(sentence)


def hangs_on_reader(sentence: str) -> bool:
    """Whether what is promised comes only if the reader fills in a form, or goods come back that may not."""
    return bool(_FORM.search(sentence))


def hangs_on_more(text: str) -> bool:
    """Whether what is promised comes only after something else has happened: "as soon as it ships"."""
    return bool(_HANGS.search(plain(text)))


def _kind(sentence: str, due: bool) -> tuple[Kind | None, bool]:
    if _MAIL.search(sentence) and not _NO_MAIL.search(sentence):
        return "mail", False
    if _REFUND.search(sentence):
        return "refund", False
    if _LIVE.search(sentence):
        return "contact", True
    if _LATER.search(sentence):
        return "contact", False
    if due and _DELIVERY.search(sentence) and not _PAST.search(sentence):
        return "delivery", False
    return ("done", False) if _DONE.search(sentence) else (None, False)


def _deadline(sentence: str) -> tuple[float | None, int | None, str | None]:
    """Seconds, working days or a date; the later end of a range, for that is what was promised."""
    half = _HALF.search(sentence)
    if half:
        return (30.0 if half[1].casefold() == "minute" else 1800.0), None, None
    date = _DATE.search(sentence)
    length = None if _IDIOM.search(sentence) else _length(sentence)
    if length and not (date and date.start() > length[2] and _DELIVERY.search(sentence)):
        return length[0], length[1], None
    return None, None, date[0] if date else None


def _length(sentence: str) -> tuple[float | None, int | None, int] | None:
    """Seconds or working days, and where the words stand."""
    for unit, pattern in _LENGTHS:
        match = pattern.search(sentence)
        if match:
            count, start = _count(match["count"]), match.start()
            return (None, int(count), start) if isinstance(unit, str) else (count * unit, None, start)
    return None


def _count(word: str) -> float:
    known = _NUMBERS.get(word.casefold())
    return float(known) if known else float(word.replace(",", "."))
