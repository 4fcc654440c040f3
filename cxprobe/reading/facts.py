"""Facts about a customer in talk: which a company asks for, and which a customer gives.

A lexicon by meaning, in English with German, French and Spanish beside it; nothing is learnt and
nothing is looked up. Text goes in, sets of labels come out. The labels are those people carry:
"order number", "e-mail", "name", "first name", "last name", "phone", "postcode", "street", "city",
"date of birth", "date of purchase", "card number", "expiry", "security code", "customer number".
"""

from __future__ import annotations

import re

_I = re.IGNORECASE

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|[\n\r•]+\s*")
_DAY = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_MONTH = re.compile(r"(?:jan|feb|märz|mar|apr|ma[ij]|jun|jul|aug|sep|okt|oct|nov|de[zc])\w*\b", _I)
_SHORT = re.compile(r"\b(?:No|Nr|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|z\.B|approx|ca)\.$", _I)


def plain(text: str) -> str:
    """A text with straight apostrophes and single spaces, as the lexicons expect it."""
    return " ".join(text.replace("’", "'").split())


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, none of them empty."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and (_SHORT.search(found[-1]) or (_DAY.search(found[-1]) and _MONTH.match(piece))):
            found[-1] = f"{found[-1]} {piece.strip()}"
        elif piece.strip():
            found.append(piece.strip())
    return found


_FACTS: dict[str, re.Pattern[str]] = {
    label: re.compile(pattern, _I)
    for label, pattern in {
        "order number": r"\b(?:order|booking|reservation|purchase|confirmation)[ -]?"
        r"(?:(?:reference|confirmation) )?(?:number|no\b|nr\b|id\b|ids\b|code|reference|numbers)"
        r"|\b(?:number|id|reference) (?:of|for|on) (?:your|the|that|this) (?:\w+ )?(?:order|booking"
        r"|purchase)"
        r"|\bwhich order\b|\bbestell-?(?:nummer|nr)|\bauftragsnummer"
        r"|\bnuméro de (?:votre |la )?(?:commande|réservation)"
        r"|\bnúmero de(?:l| su| tu)? pedido|\bnumero (?:d'|dell'|del suo |del tuo )ordine|\b(?:order"
        r"|bestel)nummer"
        r"|\bnumer zamówienia|\bnúmero (?:da|de) (?:sua |tua )?(?:encomenda|compra)",
        "e-mail": r"\be-?mail(?: ?-?address(?:es)?)?\b|\be-?mail-?adresse\b|\badresse (?:e-?mail|mail)"
        r"|\bcorreo(?: electrónico)?\b|\be-?mail-?adres\b|\bposta elettronica\b",
        "first name": r"\b(?:first|given) name|\bvorname\w*|\bprénom|\bnombre de pila",
        "last name": r"\b(?:last|family) name|\bsurname|\bnachname\w*|\bnom de famille|\bapellidos?",
        "name": r"\b(?:your|the|full|customer'?s?|account holder'?s?) (?:full )?name\b(?! (?:of|on) the)"
        r"|\bwho am i (?:speaking|talking|chatting) (?:to|with)|^(?:and )?(?:full )?name\b"
        r"|\b(?:ihr|ihren|der|dein|deinen) name[n]?\b|\bvotre nom\b(?! de famille)"
        r"|\bsu nombre\b(?! de pila)|\b(?:suo|tuo) nome\b|\b(?:uw|je) naam\b|\bimię i nazwisko\b"
        r"|\bo seu nome\b",
        "phone": r"\b(?:tele)?phone(?: number)?\b|\b(?:mobile|cell|contact)(?: phone)? number"
        r"|\bnumero di telefono|\btelefoonnummer|\bnumer telefonu|\bnúmero de telefone"
        r"|\btelefon(?:nummer)?\b|\bhandynummer|\btéléphone|\bteléfono",
        "postcode": r"\bpost ?code|\bpostal code|\bzip(?: ?code)?\b|\bpostleitzahl|\bplz\b"
        r"|\bcodice postale|\bcap\b(?=\?)|\bpostcode|\bkod pocztowy"
        r"|\bcode postal|\bcódigo postal",
        "street": r"\b(?:(?:your|the|delivery|shipping|billing|home|postal|street|full) ){1,3}address\b"
        r"|\bwhere do you live|\b(?:ihre|deine|liefer|rechnungs)[ -]?(?:adresse|anschrift)"
        r"|\bvotre adresse\b(?! (?:e-?)?mail)|\bsu dirección|\bwhat address|\band address\b|^address\b",
        "city": r"\b(?:your|which|what) (?:city|town)\b|\bihr wohnort|\bvotre ville|\bsu ciudad",
        "date of birth": r"\bdate of birth|\bbirth ?(?:date|day)|\bwhen were you born|\bgeburts(?:datum"
        r"|tag)"
        r"|\bdate de naissance|\bfecha de nacimiento",
        "date of purchase": r"\bdate of (?:purchase|order|your order)|\b(?:purchase|order) date"
        r"|\bwhen did you (?:buy|order|purchase|place)|\bkaufdatum|\bwann haben sie .*(?:gekauft|bestellt)"
        r"|\bdate d'achat|\bfecha de compra",
        "date": r"\b(?:what|which) (?:date|day)\b|\bon what (?:date|day)",
        "card number": r"\b(?:credit |debit )?card(?: number|'s number)\b|\blast (?:four|4) digits"
        r"|\bkartennummer|\bnuméro de (?:votre )?carte|\bnúmero de (?:su )?tarjeta",
        "expiry": r"\bexpir(?:y|ation)(?: date)?\b|\bablaufdatum|\bdate d'expiration|\bfecha de caducidad",
        "security code": r"\bsecurity code|\bcvc\b|\bcvv\b|\bprüfnummer|\bcryptogramme",
        "customer number": r"\b(?:customer|account|client|membership|user)[ -]?(?:number|no\b|id\b)"
        r"|\bkundennummer|\bnuméro (?:de )?client|\bnúmero de cliente",
        "the problem": r"\bwhat(?:'s| is| was| seems to be|'s)(?: the)? (?:exact )?(?:problem|issue"
        r"|matter|trouble)\b"
        r"|\b(?:describe|explain|tell (?:me|us) about) (?:me |us )?(?:the|your) (?:problem|issue)"
        r"|\btell (?:me|us) what happened|\bwhat(?: has|'s)? happened\b|\bworum geht es"
        r"|\bquel est le problème|\bcuál es el problema",
    }.items()
}

_ALIASES = {
    "address": "street",
    "email": "e-mail",
    "email address": "e-mail",
    "e-mail address": "e-mail",
    "mail": "e-mail",
    "full name": "name",
    "your name": "name",
    "surname": "last name",
    "telephone": "phone",
    "phone number": "phone",
    "mobile": "phone",
    "zip": "postcode",
    "zip code": "postcode",
    "postal code": "postcode",
    "order": "order number",
    "order id": "order number",
    "problem": "the problem",
    "town": "city",
}
_PARTS = {"name": ("first name", "last name")}

_ASKING = re.compile(
    r"\?\W*$|^(?:and )?(?:your |ihre? |votre |su )?[\w -]{3,25}:\s*$|,? please[.! ]*$"
    r"|\b(?:please|kindly) (?:\w+ ){0,2}?(?:provide|share|send|give|enter|type|tell|state|supply"
    r"|specify|confirm|let)"
    r"|\b(?:i|we)(?:'ll| will| would| do| also| still| just| only)* (?:need|require)\b"
    r"|\b(?:tell me|let me know|give me|send me|share with me)\b"
    r"|^(?:provide|enter|type|state|specify|what|which|may i have|can i (?:have|get|take))\b"
    r"|\b(?:bitte|s'il vous plaît|veuillez|por favor|per favore|alstublieft|graag|proszę)\b|\b(?:ich"
    r"|wir) (?:brauche|benötige)"
    r"|\bj'ai besoin|\bnecesito\b",
    _I,
)
_NOT_ASKING = re.compile(
    r"\b(?:don't|do not|won't|no longer|not) need|\bno need\b|\bdid you know"
    r"|^(?:and |so |or )?(?:would you like|do you want|shall i|should i)\b|\bhave you (?:checked"
    r"|received|got (?:our|my))"
    r"|^(?:please |you (?:can|could|might|may|usually) )*check(?:ing)?\b|\blet (?:me|us) know (?:when"
    r"|once)\b"
    r"|\b(?:can|do|did) you (?:see|receive|get) (?:our|my|the|an)|\bthank(?:s| you) for\b"
    r"|^(?:i|we)(?:'ll| will| can|'ve| have)(?: \w+)? (?:send|sent|e-?mail|e-?mailed|call)\b(?!.*\bneed)"
    r"|\byou can find\b|\bonce you have\b|\bnicht mehr\b",
    _I,
)
_CONFIRMING = re.compile(
    r"^(?:so|ok(?:ay)?|right|great|and|just)?,? ?(?:so|just)? ?(?:to confirm|confirming|to be (?:clear"
    r"|sure|certain)|you(?:'d| would)? (?:like|want)"
    r"|that(?:'s| is| was|'d be)|your \w+(?:[ -]\w+)? is)\b"
    r"|\b(?:is (?:that|this|it) (?:correct|right|ok(?:ay)?|so)|correct\?|right\?|do you confirm"
    r"|(?:please|kindly) (?:confirm|verify)\b(?!,? (?:\w+ )?(?:your|the order|the number|what|which))"
    r"|did i (?:get|understand|hear) (?:that|it|you))"
    r"|\bsame (?:\w+ )?(?:address|card|e-?mail|number|name|phone)|\bstill (?:the same|correct|right"
    r"|up to date)"
    r"|\bstimmt das|\brichtig\?|\bc'est (?:bien )?(?:ça|exact)|\bes correcto|\bverdad\?",
    _I,
)

_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_REFERENCE = re.compile(
    r"(?<![\w@£$€.])#?(?=[A-Z0-9/-]{0,40}?\d)(?:[A-Z]{1,5}-?\d[A-Z0-9]*(?:-[A-Z0-9]+)*|\d{2,}-\d{3,}(?:-\d+)*"
    r"|\d{4,10})(?![\w@.,]\d|\w)"
)
_YEAR = re.compile(
    r"\b(?:since|in|from|until|before|seit|depuis|desde|dal|sinds|od) (?:19|20)\d\d\b(?![-/\d])", _I
)
"""A year that is said as one, and is no number of an order: "a customer since 2019"."""
_PHONE = re.compile(r"(?<!\w)(?:\+|\(?0)\d[\d ()/.-]{6,}\d")
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?:plz|postcode"
    r"|zip(?: code)?)\W+\d{4,5}\b",
    _I,
)
_EXAMPLE = re.compile(
    r"\b(?:e\.?g\.?|for example|for instance|such as|like|starts? with|looks like"
    r"|z\.B\.)",
    _I,
)


def canonical(label: str) -> str:
    """The one name of a fact: "Email address *" and "e-mail" are both "e-mail"."""
    name = re.sub(r"[\s*:]+", " ", label).strip().casefold()
    return _ALIASES.get(name, name)


def with_parts(fact: str) -> tuple[str, ...]:
    """A fact and those it contains: a name holds a first name and a last name."""
    return (fact, *_PARTS.get(fact, ()))


def is_request(sentence: str) -> bool:
    """Whether a sentence asks the customer to say something; offers and check-backs do not."""
    return bool(_ASKING.search(sentence)) and not _NOT_ASKING.search(sentence)


def is_confirmation(sentence: str) -> bool:
    """Whether a sentence reads something back to be confirmed, instead of asking for it."""
    if _CONFIRMING.search(sentence):
        return True
    return bool(_values(sentence)) and not _EXAMPLE.search(sentence)


def facts_asked(text: str) -> frozenset[str]:
    """The facts a company asks for in a text; reading back a value is not asking."""
    asked: set[str] = set()
    for sentence in map(plain, sentences(text)):
        if is_request(sentence) and not is_confirmation(sentence):
            asked |= _mentioned(sentence)
    return frozenset(asked)


def facts_given(text: str) -> frozenset[str]:
    """The facts that a customer's words show by their shape: e-mail, order number, phone, postcode."""
    return frozenset(_values(text))


SHAPED = frozenset({"order number", "e-mail", "phone", "postcode", "card number", "customer number"})
"""Facts that are only given by words of the right shape: "later" is no order number."""

_NO_ANSWER = re.compile(
    r"^\W*(?:yes|no|yeah|ok(?:ay)?|hello|hi|hey|sure|please|thanks?(?: you)?|ja|nein|oui|non|sí|si)\W*$"
    r"|\?\W*$"
    r"|\b(?:don't|do not|can't|cannot|not) (?:\w+ )?(?:know|have|remember|find|sure|say|want)\b|\bno idea\b"
    r"|\bweiß (?:ich )?nicht|\bsais pas|\bno (?:lo )?(?:sé|tengo)",
    _I,
)


def is_answer(text: str) -> bool:
    """Whether short words can be the answer to a question: no yes or no, no question, no refusal."""
    return 0 < len(text.split()) <= 8 and not _NO_ANSWER.search(text)


def _mentioned(sentence: str) -> set[str]:
    found = {label for label, pattern in _FACTS.items() if pattern.search(sentence)}
    if "e-mail" in found and re.search(r"\be-?mail(?:-| )?adress|\badresse (?:e-?)?mail", sentence, _I):
        found.discard("street")
    if found & {"date of birth", "date of purchase"}:
        found.discard("date")
    return found


def _values(text: str) -> set[str]:
    found: set[str] = set()
    for label, pattern in (("e-mail", _EMAIL), ("phone", _PHONE), ("postcode", _POSTCODE)):
        if pattern.search(text):
            found.add(label)
            text = pattern.sub(" ", text)
    if _REFERENCE.search(_YEAR.sub(" ", text)):
        found.add("order number")
    return found
