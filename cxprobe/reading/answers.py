"""What a customer puts into a field: what they have of what it asks for, written as it wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from cxprobe.reading.formats import (
    dates,
    expiries,
    fits,
    fitting,
    password,
    phone_parts,
    phones,
    postcodes,
    split_street,
)
from cxprobe.reading.lists import first_real, fold, pick, spellings

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity
    from cxprobe.reading.forms import Reading
    from cxprobe.reading.snapshot import Control

TICKED = "on"
"""The answer that ticks a box or takes a tile."""

NEVER = frozenset(
    {"search", "newsletter", "extra", "captcha", "bot-trap", "delivery-method", "payment-method"}
)
"""Purposes that nobody answers while filling in a form: they ask for nothing the customer has, or are
decided elsewhere."""
_BOXES = ("checkbox", "radio")
_KNOWN_AS: Mapping[str, str] = {
    "name": "name", "given-name": "first name", "family-name": "last name", "email": "e-mail", "tel": "phone",
    "street-address": "street", "address-line1": "street", "address-level2": "city",
    "address-level1": "region", "postal-code": "postcode", "country-name": "country",
    "organization": "company", "new-password": "password", "current-password": "password",
    "cc-number": "card number", "cc-exp": "expiry", "cc-csc": "security code", "cc-name": "card holder",
}  # fmt: skip
"""What facts of a journey are called that say the same as a token, and count more than the identity."""
_ALIKE: Mapping[str, frozenset[str]] = {
    "number": frozenset({"number", "no", "nr", "num", "nummer", "numero", "n", "id", "code",
                         "reference", "ref",
                         "numer", "nro"}),
    "order": frozenset({"order", "purchase", "bestellung", "bestell", "auftrag", "auftrags",
                        "commande", "pedido",
                        "ordine", "bestelling", "zamowienia", "zamowienie", "encomenda", "bestellnummer",
                        "auftragsnummer", "bestelnummer", "ordernumber"}),
    "code": frozenset({"code", "codigo", "codice", "kod", "gutschein", "gutscheincode", "number",
                       "coupon", "voucher"}),
    "promo": frozenset({"promo", "promotion", "promotional", "coupon", "voucher", "discount",
                        "gutschein", "rabatt",
                        "gutscheincode", "rabattcode", "reduction", "descuento", "sconto", "korting", "rabat",
                        "desconto", "promocja", "cupon", "cupom", "kortingscode", "gift"}),
    "message": frozenset({"message", "nachricht", "mensaje", "messaggio", "bericht", "wiadomosc", "mensagem",
                          "comment", "comments", "enquiry", "question", "anfrage", "notes"}),
}  # fmt: skip
_BOTH = frozenset(
    {"bestellnummer", "auftragsnummer", "bestelnummer", "ordernumber", "gutscheincode", "rabattcode"}
)
"""Single words that say both what it is and that it is a number or code."""
_AGREES = re.compile(
    r"terms|conditions|privacy|agree|accept|\bagb\b|datenschutz|widerruf|einverstanden|akzeptier|stimme zu"
    r"|j'accepte|accepte les|cgv|confidentialité|acepto|términos|privacidad|accetto|termini|akkoord"
    r"|voorwaarden"
    r"|akceptuj|regulamin|aceito|termos",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"house (?:no|number|nr)|building number|street number|hausn(?:umme)?r|haus-?nr|^nr\.?$|huisnummer"
    r"|numéro (?:de rue|de voie)|número (?:de (?:la )?(?:casa|calle))|numero civico|^civico|nr domu"
    r"|numer domu",
    re.IGNORECASE,
)
_WHOLE_STREET = re.compile(r"street (?:name )?(?:and|&)|straße (?:und|&)|strasse und|address|adresse", re.I)
_FINDER = re.compile(
    r"(?:select|choose|pick) your address"
    r"|(?:find|look ?up|search(?: for)?|start typing|autocomplete)\b.{0,24}(?:address|post ?code|zip)"
    r"|address (?:finder|lookup|search)|postcode (?:finder|lookup)|adresse? (?:such|find)|adresssuche"
    r"|(?:recherche[rz]?|trouve[rz]?|saisissez) .{0,16}adresse|busca(?:r)? .{0,16}direcci"
    r"|cerca .{0,16}indirizzo"
    r"|zoek .{0,16}adres|(?:wy)?szukaj .{0,16}adres",
    re.IGNORECASE,
)


def answer(reading: Reading, identity: Identity, known: Mapping[str, str]) -> str | None:
    """What this person puts there, in this field's format; None where they leave it alone.

    Of a list it is the option as it is read; of a box or tile `TICKED`. `known` are facts of this
    journey by label ("order number"), which count more than the identity.
    """
    return next(iter(answers(reading, identity, known)), None)


def answers(reading: Reading, identity: Identity, known: Mapping[str, str]) -> list[str]:
    """All that this person might put there, likeliest first: what one tries when it is refused."""
    control = reading.control
    if control.type in _BOXES:
        return [TICKED] if _takes(reading, identity) else []
    if reading.purpose in NEVER or control.type in ("file", "hidden", "range", "color"):
        return []
    if control.options or control.tag == "select":
        return _listed(reading, identity, known)
    return _written(reading, identity, known)


def asks_house_number(control: Control) -> bool:
    """Whether a field wants the number of a house alone, so that the street goes without it elsewhere."""
    words = (control.label, control.name, control.placeholder)
    own = any(_HOUSE.search(word.strip()) for word in words if word)
    return own and not _WHOLE_STREET.search(control.label)


def is_finder(control: Control) -> bool:
    """Whether a field is there to find an address in a register, rather than to write one."""
    own = f"{control.label} {control.name} {control.placeholder}"
    return bool(_FINDER.search(own))


def needed(control: Control) -> bool:
    """Whether a field says that it must be filled in, by its attributes or by a star beside its label."""
    return control.required or control.invalid or any("*" in word for word in (control.label, control.name))


# ---- boxes and lists -----------------------------------------------------------------------------


def _takes(reading: Reading, identity: Identity) -> bool:
    control = reading.control
    if control.type == "radio":
        wanted = spellings(_listed_as(reading), identity)
        called = [control.label or control.name]
        return pick(wanted, called, control.values[:1]) is not None
    if reading.purpose == "consent":
        return needed(control) or bool(_AGREES.search(control.label or control.name))
    return (
        reading.purpose not in NEVER
        and control.required
        and bool(_AGREES.search(control.label or control.name))
    )


def _listed_as(reading: Reading) -> str:
    """The token under which options are looked up: genders and titles are read without one."""
    return reading.token or {"gender": "sex"}.get(reading.purpose, reading.purpose)


def _listed(reading: Reading, identity: Identity, known: Mapping[str, str]) -> list[str]:
    """The option that is theirs; of a list that must be answered and holds nothing of theirs, the first."""
    control = reading.control
    wanted = list(spellings(_listed_as(reading), identity))
    fact = _fact(reading, known)
    place = pick([fact] if fact else wanted, control.options, control.values)
    if place is None and not control.options:
        return wanted[:1]
    asked = needed(control) or (not reading.token and is_finder(control))
    if place is None and asked and reading.token not in ("country", "country-name"):
        place = first_real(control.options)
    return [] if place is None else [control.options[place]]


# ---- text ----------------------------------------------------------------------------------------


def _written(reading: Reading, identity: Identity, known: Mapping[str, str]) -> list[str]:
    fact = _fact(reading, known)
    if fact:
        return fitting([fact], reading.control)
    if reading.purpose == "quantity":
        return ["1"]
    if asks_house_number(reading.control):
        number = split_street(identity.street)[1]
        return [number] if number else []
    return _own(reading.token or "", identity, reading.control)


def _own(token: str, identity: Identity, control: Control) -> list[str]:
    """What the person has of what a token names, in every way they would write it."""
    if token in _WAYS:
        return _WAYS[token](identity, control)
    if token.startswith("tel-"):
        part = phone_parts(identity.phone, identity.country).get(token, "")
        return fitting([part, part.lstrip("+"), part.replace(" ", "")], control)
    if token in _PLAIN:
        return fitting(_PLAIN[token](identity), control)
    return []


def _street(identity: Identity, control: Control) -> list[str]:
    lines = [line for line in (identity.street, identity.street2) if line]
    whole = "\n".join(lines) if control.tag == "textarea" else ", ".join(lines)
    return fitting([whole, identity.street], control)


def _region(identity: Identity, control: Control) -> list[str]:
    names = spellings("address-level1", identity)[:2]
    return fitting([identity.region, *names], control)


def _country(identity: Identity, control: Control) -> list[str]:
    names = spellings("country", identity)
    short = (
        [name for name in names if len(name) == control.max_length] if control.max_length in (2, 3) else []
    )
    return fitting([*short, *names], control)


def _username(identity: Identity, control: Control) -> list[str]:
    if control.type == "email" or re.search(r"e-?mail", f"{control.label} {control.placeholder}", re.I):
        return [identity.email]
    box = identity.email.partition("@")[0]
    bare = re.sub(r"[^a-z0-9]", "", box.lower())
    return fitting([box, bare, bare[: control.max_length] if control.max_length > 0 else bare], control)


def _numbered(token: str) -> Callable[[Identity, Control], list[str]]:
    """Ways to write a day, month or year: two digits, one, all four, as many as there is room for."""

    def ways(identity: Identity, control: Control) -> list[str]:
        digits = [word for word in spellings(token, identity) if word.isdigit()]
        short = re.search(
            r"(?<!\w)(?:YY|JJ|AA|RR)(?!\w)", f"{control.placeholder} {control.hint} {control.label}"
        )
        if token.endswith("year") and (short or control.max_length == 2):
            digits = [digits[0][-2:], *digits]
        if control.type == "number" and not token.endswith("year"):
            digits = [str(int(digits[0])), *digits]
        return fitting(digits, control)

    return ways


def _expiry(identity: Identity, control: Control) -> list[str]:
    month, year = (int(part) for part in identity.card.expiry.split("/"))
    return expiries(month, 2000 + year, control)


_WAYS: Mapping[str, Callable[[Identity, Control], list[str]]] = {
    "tel": lambda identity, control: phones(identity.phone, identity.country, control),
    "tel-national": lambda identity, control: phones(identity.phone, identity.country, control),
    "street-address": _street,
    "address-level1": _region,
    "country": _country,
    "country-name": _country,
    "postal-code": lambda identity, control: postcodes(identity.postcode, control),
    "username": _username,
    "new-password": lambda identity, control: [password(identity.password, control)],
    "bday": lambda identity, control: dates(identity.birthday, control, identity.locale),
    "bday-day": _numbered("bday-day"),
    "bday-month": _numbered("bday-month"),
    "bday-year": _numbered("bday-year"),
    "cc-exp": _expiry,
    "cc-exp-month": _numbered("cc-exp-month"),
    "cc-exp-year": _numbered("cc-exp-year"),
}
_PLAIN: Mapping[str, Callable[[Identity], Iterable[str]]] = {
    "name": lambda i: [i.name],
    "given-name": lambda i: [i.first_name],
    "family-name": lambda i: [i.last_name],
    "nickname": lambda i: [i.first_name],
    "honorific-prefix": lambda i: spellings("honorific-prefix", i)[:1],
    "sex": lambda i: spellings("sex", i)[:1],
    "organization": lambda i: [i.company],
    "email": lambda i: [i.email],
    "address-line1": lambda i: [i.street],
    "address-line2": lambda i: [i.street2],
    "address-level2": lambda i: [i.city],
    "current-password": lambda i: [i.password],
    "cc-name": lambda i: [i.card.holder],
    "cc-given-name": lambda i: [i.first_name],
    "cc-family-name": lambda i: [i.last_name],
    "cc-number": lambda i: [i.card.number],
    "cc-csc": lambda i: [i.card.code],
    "cc-type": lambda i: [i.card.brand.title()],
}


# ---- facts of the journey ------------------------------------------------------------------------


def _fact(reading: Reading, known: Mapping[str, str]) -> str:
    """What the customer knows of this journey that the field asks for; "" for nothing."""
    called = _KNOWN_AS.get(reading.token or "")
    if called and known.get(called):
        return known[called]
    if reading.token and reading.token != "one-time-code":
        return ""
    control = reading.control
    purpose = reading.purpose.replace("-", " ") if reading.purpose != reading.token else ""
    asked = [fold(words) for words in (purpose, control.label, control.name, control.placeholder) if words]
    for label, value in known.items():
        if value and any(_asks_for(words, fold(label)) for words in asked):
            return value
    return ""


def _asks_for(words: str, label: str) -> bool:
    """Whether a field's words name a fact: every word of its label is among them, or one like it."""
    said = set(words.split())
    if said & _BOTH and any(said & _BOTH & _ALIKE.get(word, frozenset()) for word in label.split()):
        return True
    return bool(label) and all(said & (_ALIKE.get(word, frozenset()) | {word}) for word in label.split())


__all__ = ["NEVER", "TICKED", "answer", "answers", "asks_house_number", "fits", "is_finder", "needed"]
