"""What a site says it did, or will do, for this customer: mails sent, messages to come, money paid back.

Each can be looked into later: whether the mail is there, whether the message came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from cxprobe.reading.facts import plain, sentences
from cxprobe.reading.promises import Kind, Promise, hangs_on_reader, promise_of

What = Literal[
    "receipt", "invoice", "return label", "tracking", "confirmation", "refund", "cancellation", "case",
    "updates", "reply",    "link", "message",
]  # fmt: skip
Way = Literal["mail", "text message", "call", "letter", ""]

_I = re.IGNORECASE


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", _I)


_THINGS: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("return label", _words(
        r"(?:return|returns|shipping|postage)[ -]labels?|retouren-?(?:etikett|schein|label)|rücksende\w+"
        r"|étiquette(?: de)? retour|bordereau de retour"
        r"|etiqueta de (?:devolución|devolução)|etichetta di reso|retour-?label|etykiet\w+ zwrotn\w+|label")),
    ("receipt", _words(
        r"receipts?|quittung|zahlungsbeleg|kassenbon|beleg|reçu|recibo|ricevuta|scontrino|betaal-?bewijs"
        r"|kwitancj\w|paragon|potwierdzenie (?:płatności|zapłaty)")),
    ("invoice", _words(r"invoices?|\w*rechnung|facture|factura|fattura|factuur|faktur\w+|fatura")),
    ("refund", _words(
        r"refund(?:ed|s)?|money back|\w*erstattung|erstattet|rembours\w+|reembols\w+|rimbors\w+"
        r"|terugbeta\w+|zwrot\w* (?:pieniędzy|środków|płatności)")),
    ("tracking", _words(
        r"track(?:ing)?(?: (?:number|link|details|information|code))?|sendungs-?\w*|suivi|seguimiento"
        r"|tracciamento|traccia\w*|track ?(?:&|and) ?trace"
        r"|śledzeni\w+|rastreamento|rastreio|(?:when|once|as soon as) (?:it|your (?:order|parcel"
        r"|package))(?: has| is)? (?:ships?|shipped|leaves?|left|dispatched|on its way)")),
    ("confirmation", _words(
        r"confirmations?|(?:order|booking) (?:details|summary)|copy of (?:your|the) (?:order|message"
        r"|enquiry|request)|\w*bestätigung|confirmación|conferma"
        r"|bevestiging\w*|\w*bevestiging|potwierdzen\w+|confirmação|confirmation")),
    ("cancellation", _words(
        r"cancell?ed|storniert|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|anulowan\w+")),
    ("case", _words(
        r"(?:ticket|case|request|enquiry|inquiry|complaint|return)(?: (?:number|request))?|anfrage|anliegen"
        r"|demande|solicitud|richiesta|aanvraag|zgłoszeni\w|pedido de ajuda")),
    ("link", _words(
        r"link|code|password|passwort|mot de passe|contraseña|wachtwoord|hasł\w+|senha|lien|enlace|codice"
        r"|código")),
    ("updates", _words(
        r"updates?|posted|informed|notif\w+|let you know|auf dem laufenden|informier\w+|benachrichtig\w+"
        r"|tenons informé\w*|informad[oa]s?|hoogte|informować")),
    ("reply", _words(
        r"answers?|reply|replies|respon\w+|get back to you|come back to you|antwort\w*|répon\w+|rispo\w+"
        r"|antwoord\w*"
        r"|odpow\w+")),
    ("message", _words(
        r"(?:e-?)?mails?|messages?|text|sms|correo|courriel|nachricht|mensaje|messaggio|bericht|wiadomoś\w+"
        r"|mensagem|call|phone")),
)  # fmt: skip
_WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("text message", _words(r"text(?:ed|s| message| you)?|sms|whatsapp|handy-?nachricht|smsem")),
    ("call", _words(
        r"call(?:ed)?|phone|ring|rufen|rappel\w+|appel\w*|llamar\w*|chiamer\w+|bellen|zadzwoni\w+|ligar\w*")),
    ("letter", _words(
        r"by post|by letter|in the post|per post|par courrier|por correo postal|per posta|pocztą"
        r"|por correio")),
    ("mail", _words(
        r"e-?mail(?:ed|s|adresse)?|e-?mails?|(?<!royal )mail(?:s|box)?|inbox|posteingang|postfach|courriel"
        r"|boîte (?:mail|de réception)|correo(?: electrónico)?|bandeja"
        r"|posta elettronica|skrzynk\w+|maila?|caixa de entrada")),
)  # fmt: skip
_ADDRESS = re.compile(r"(?<![^\s@<>()\"'„“:])[^\s@<>()\"'„“]{1,64}@[^\s@<>()\"'„“]{1,200}\.\w{2,}|•••")
_NUMBER = re.compile(r"\+?\d[\d ()-]{6,}\d")
_DID = re.compile(
    r"\b(?:we|i)(?:['’]ve| have)?(?: just| also| now| already)* (?:e-?mailed|sent|texted|messaged|posted"
    r"|forwarded|refunded|cancelled|canceled|opened|created|raised"
    r"|logged|registered|issued|credited)\b(?! (?:out )?(?:thousands|millions))"
    r"|\b(?:has|have|was|were|is being|are being|is|are) (?:just |now |also |already |automatically "
    r"|successfully |been )*(?:e-?mailed|sent|texted|forwarded|refunded|cancelled|canceled|created|raised"
    r"|logged|issued|credited)\b"
    r"|\b(?:is|are) (?:now |already )?on (?:its|their|the) way\b|\bcheck your (?:inbox|e-?mails?|mailbox"
    r"|phone|messages)\b|\b(?:sent|e-?mailed) to (?:you|your)\b"
    r"|\b(?:wurden?|haben|ist|sind)\b.{0,120}\b(?:gesendet|geschickt|versandt|verschickt|gemailt|zugesandt"
    r"|zugeschickt|erstattet|storniert|angelegt|erstellt|unterwegs)\b"
    r"|\b(?:a|ont|avons|est) (?:été |bien été |bien |en cours d['’])?(?:envoyée?s?|adressée?s?|transmise?s?"
    r"|expédiée?s?|remboursée?s?|annulée?s?|créée?s?|envoi)\b|\bavons (?:bien )?(?:envoyé|adressé|expédié)"
    r"|\best en route\b"
    r"|\b(?:hemos|ha sido|se ha|han sido|he) (?:enviado|remitido|mandado|reembolsado|cancelado|creado"
    r"|registrado)\b|\bestá en camino\b"
    r"|\b(?:abbiamo|è stat[oa]|sono stat[ie]|ho) (?:inviat[oaie]|spedit[oaie]|mandat[oaie]|rimborsat[oaie]"
    r"|annullat[oaie]|creat[oaie]|aperto)\b|\bè in arrivo\b"
    r"|\b(?:hebben|heb|is|zijn|werd)\b.{0,100}\b(?:gestuurd|verstuurd|verzonden|gemaild|terugbetaald"
    r"|geannuleerd|aangemaakt|onderweg)\b"
    r"|\b(?:wysłaliśmy|wysłano|został[oay]? (?:\w+ )?(?:wysłan[eya]|anulowan[eya]|utworzon[eya]"
    r"|zwrócon[eya])|jest w drodze|przesłaliśmy|zwróciliśmy)\b"
    r"|(?<!\bte )(?<!\ble )(?<!\bles )(?<!\bos )\benviamos\b(?!.{0,40}\baqu[ií]\b)"
    r"|\b(?:enviámos|foi enviad[oa]|foram enviad[oa]s|reembolsámos|foi (?:reembolsad"
    r"|cancelad|criad)[oa]|está a caminho)\b",
    _I,
)  # fmt: skip
_WILL = re.compile(
    r"\b(?:we|i)(?:['’]ll| will| are going to| shall| are| am)(?: (?:also|now|then|soon|shortly"
    r"|just))* (?:e-?mail(?:ing)?|text(?:ing)?|send(?:ing)?|message|messaging|notify|let you know|keep you"
    r"|call(?:ing)?|phone|ring|post|update)\b"
    r"|\byou(?:['’]ll| will| should| are going to)(?: (?:also|now|then|soon|shortly|receive|get|be"
    r"|an?))* (?:receive|get|be (?:sent|e-?mailed|texted|notified|called)|hear|find)\b"
    r"|\b(?:will|is going to)(?: shortly| soon| now)? be (?:\w+ )?(?:sent|e-?mailed|texted|refunded)\b"
    r"|\b(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst)\b|\b(?:wir|ich) (?:senden|schicken|mailen"
    r"|informieren|benachrichtigen|rufen|sende|schicke)\b|\bwird (?:ihnen|dir|an)\b.{0,80}\b(?:gesendet"
    r"|geschickt|zugesandt|zugeschickt)"
    r"|\b(?:vous|tu) (?:recevrez|recevras|allez recevoir|serez)\b|\bnous (?:répondrons|reviendrons)\b"
    r"|\bnous vous (?:enverrons|envoyons"
    r"|informerons|préviendrons|tiendrons|appellerons|rappellerons)\b|\b(?:vous )?sera (?:envoyée?"
    r"|adressée?)\b"
    r"|\b(?:recibirá|recibirás|va a recibir|vas a recibir)\b|\b(?:te|le|les|os) (?:enviaremos|avisaremos"
    r"|informaremos|llamaremos|notificaremos)\b"
    r"|\b(?:riceverai|riceverà)\b|\b(?:ti|le|vi) (?:invieremo|avviseremo|informeremo|manderemo|chiameremo)\b"
    r"|\b(?:je|u) (?:ontvangt|krijgt|krijg)\b|\b(?:we|wij) (?:sturen|mailen|informeren|bellen|houden)\b"
    r"|\b(?:otrzymasz|otrzymają państwo|dostaniesz|wyślemy|prześlemy|poinformujemy|powiadomimy|zadzwonimy)\b"
    r"|\b(?:vai receber|receberá|receberás|você receberá|enviaremos|avisaremos|informaremos|ligaremos"
    r"|notificaremos)\b",
    _I,
)  # fmt: skip
_NEVER = re.compile(
    r"\?\W*$|\b(?:all|every|most|your future) (?:orders?|parcels?|items?|customers?)\b|\b(?:never|not"
    r"|n['’]t|nothing|without|unless|no longer|only if|if (?:it|something|anything)|(?:write|e-?mail|call"
    r"|contact|message|ring|text) us|if you|if we|if there|if your"
    r"|cannot|no (?:\w+ )?(?:e-?mails?|mails?|messages?|confirmations?|receipts?|invoices?"
    r"|labels?|replies|reply)"
    r"|in case|when you|whenever|once you|after you|before you|would you|you can|you may|you could"
    r"|may (?:be|also|send|contact|receive)|might|could)\b"
    r"|\b(?:enter|sign up|subscribe|subscribing|unsubscribe|register|join|opt|agree|consent|tick"
    r"|create an account|complete your|place your|leave|provide|fill)\b.{0,80}\b(?:we|you|and|to)\b"
    r"|\b(?:cookies?|newsletters?|offers|deals|inspiration|marketing|promotions?|discounts?|\d+ ?% off"
    r"|third part(?:y|ies)|privacy|share|sell|personal data|terms|save you|catalogue)\b"
    r"|\b(?:nie|niemals|kein\w*|nicht|wenn sie|falls|sobald sie|werbung|angebote|datenschutz|gutschein"
    r"|anmelden|abonnieren|jamais|ne|n['’]\w+|pas|si vous|lorsque vous|offres|publicité|confidentialité"
    r"|inscrivez"
    r"|aucune?|ningún|ninguna?s?|nessun[oa]?|żadn\w+|nenhuma?|zonder|ohne|sans|senza|bez|sem"
    r"|nunca|no (?:le|te|se|les|nos|os|hemos|ha|han|he|vamos|va|recib\w+|envi\w+|env[íi]a\w*|mand\w+|remit\w+"
    r"|podemos|compart\w*)|si (?:algo|desea|quiere|no|tiene|lo|te|se)|ofertas"
    r"|publicidad|privacidad|suscríbe\w*|non|se (?:algo|qualcosa|vuoi|desideri|hai|non|lo)|offerte"
    r"|pubblicità|iscriviti"
    r"|nooit|niet|geen|als je|als u|wanneer|aanbiedingen|meld je"
    r"|nigdy|jeśli|jeżeli|gdy|oferty|zapisz|não|caso|inscreva)\b",
    _I,
)  # fmt: skip
_THEIR_OWN = re.compile(
    r"\byour (?:e-?mail|message|question|enquiry|inquiry|request|form|feedback|comment) (?:has been|was|is)\b"
    r"|\b(?:ihre|deine) (?:nachricht|anfrage|e-?mail|frage) (?:wurde|ist)\b"
    r"|\bvotre (?:message|demande|e-?mail|question) (?:a|est)\b|\b(?:su|tu) (?:mensaje|consulta"
    r"|solicitud) (?:ha|se)\b"
    r"|\b(?:messaggio|richiesta) (?:è|stat[oa])\b|\b(?:uw|je|jouw) (?:bericht|vraag|aanvraag) (?:is|werd)\b"
    r"|\b(?:wiadomość|zgłoszenie) został[ao]\b|\b(?:mensagem|pedido de \w+) foi\b",
    _I,
)
"""What the customer sent themselves, and was told has gone."""
_ELSEWHERE = re.compile(
    r"\b(?:in|with|inside|on) (?:the|your|our|each|every|my) (?:\w+ )?(?:parcel|package|box|delivery|account"
    r"|order"
    r" history|dashboard)\b|\b(?:im|mit dem|in ihrem|in deinem) (?:paket|konto|kundenkonto)\b|\bdans (?:le"
    r"|votre|ton)"
    r" (?:colis|compte)\b|\b(?:en|con) (?:el|su|tu) (?:paquete|cuenta)\b|\bnel(?: tuo| suo)? (?:pacco"
    r"|account)\b"
    r"|\bin (?:het|je|uw) (?:pakket|account)\b|\b(?:w paczce|na (?:twoim )?koncie)\b"
    r"|\bna (?:sua )?(?:encomenda|conta)\b",
    _I,
)
"""Where something is that needs no mail: in the parcel, in the customer's account."""
_RULE = re.compile(
    r"^(?:(?!(?:your|the|these|this)\b)[\w-]+ ){1,3}(?:are|is) (?:\w+ )?(?:e-?mailed|sent|texted"
    r"|posted)\b(?!.*\byou\b)",
    _I,
)
"""What is done for everybody: "invoices are sent by e-mail"."""
_LONGEST = 600
"""Characters of a sentence that is still one, and no page run together. Ours."""
_POLISH = re.compile(r"\b(?:wysłan|wyśl|otrzyma|dostan|prześl|powiadom|poinform|zosta|jest w)\w*", _I)
_REPLIES = re.compile(
    r"\b(?:we|i)(?:['’]ll| will)(?: \w+)? (?:answer|reply|respond|get back|come back)\b|\b(?:wir"
    r"|ich) (?:antworten|melden uns)\b"
    r"|\bresponderemos\b|\bresponderá\b|\brisponderemo\b|\b(?:we|wij) antwoorden\b|\brespondemos (?:a"
    r"|para)\b|\bodpowiemy\b"
    r"|\bodpiszemy\b",
    _I,
)
_HAPPENS = re.compile(
    r"\b(?:once|when|as soon as|wenn|sobald|lorsque|dès que|cuando|quando|non appena|wanneer|zodra|als|gdy"
    r"|jak tylko|assim que) "
    r"(?:it|your (?:order|parcel|package|item)s?|everything|ihre?|deine?|das paket|es|votre|la commande|tu"
    r"|su|el|la|il|le|lo|je|uw|het|zamówieni\w+|paczk\w+|o|a|seu|sua)\b",
    _I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something a site says it has done for this customer, or is going to do."""

    quote: str
    what: What
    """receipt, invoice, confirmation, tracking, refund …"""
    to: str = ""
    """The address or number it names; "" where it names none."""
    way: Way = ""
    """How it comes: mail, text message, call, letter; "" where that is not said."""
    done: bool = False
    """Whether it is told as done; else as still to come."""

    @property
    def promise(self) -> Promise:
        """The same as a promise, with the deadline it names, if any: to be followed up like all others."""
        return promise_of(_KINDS.get(self.what) or _BY_WAY.get(self.way, "mail"), self.quote)


_KINDS: dict[str, Kind] = {"refund": "refund", "cancellation": "done", "case": "done", "reply": "contact"}
_BY_WAY: dict[str, Kind] = {"call": "contact", "text message": "contact", "letter": "delivery"}


def deeds(text: str) -> tuple[Deed, ...]:
    """What a site says it did or will do for the reader, in order, each sentence at most once.

    What it never does, what it would do if something else happened first, what the reader could do,
    and advertising are none.
    """
    found = (_deed(quote) for quote in sentences(text))
    return tuple(dict.fromkeys(deed for deed in found if deed))


def thing_of(text: str) -> What | None:
    """What a text about something sent speaks of: a receipt, a return label …; None where it says not."""
    sentence = plain(text)
    return next((what for what, words in _THINGS if words.search(sentence)), None)


@lru_cache(maxsize=4096)
def _deed(quote: str) -> Deed | None:
    sentence = plain(quote)
    done, will = _DID.search(sentence), _WILL.search(sentence) or _REPLIES.search(sentence)
    if not (done or will) or _excluded(sentence) or (not done and hangs_on_reader(sentence)):
        return None
    what = thing_of(sentence)
    way: Way = next((way for way, words in _WAYS if words.search(sentence)), "")
    address = _ADDRESS.search(sentence)
    number = _NUMBER.search(sentence) if way in ("text message", "call") else None
    if what is None and not (way or address):
        return None
    if (what == "case" and not done) or (way != "mail" and not address and _ELSEWHERE.search(sentence)):
        return None
    if _RULE.search(sentence) and not address:
        return None
    to = address[0].rstrip(".,;:!") if address else (number[0] if number else "")
    return Deed(
        quote=quote,
        what=what or "message",
        to=to,
        way=way or ("mail" if address else ""),
        done=bool(done) and not will,
    )


def _excluded(sentence: str) -> bool:
    """Whether it is no deed: a "never", an "if", an offer. "When it ships" is no such "if"."""
    if len(sentence) > _LONGEST or _THEIR_OWN.search(sentence):
        return True
    rest = _HAPPENS.sub(" ", sentence)
    rest = re.sub(r"\bnie\w{2,}", " ", rest, flags=_I) if _POLISH.search(sentence) else rest
    return bool(_NEVER.search(rest))
