"""What a form field wants, told by its autocomplete token, or else by its label.

Thin on purpose: the fields of an ordinary checkout, by what they declare and what their labels say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_DECLARED: Mapping[str, str] = MappingProxyType(
    {
        "name": "name",
        "given-name": "first name",
        "family-name": "last name",
        "email": "e-mail",
        "tel": "phone",
        "tel-national": "phone",
        "street-address": "street",
        "address-line1": "street",
        "address-level2": "city",
        "address-level1": "region",
        "postal-code": "postcode",
        "country": "country",
        "country-name": "country",
        "cc-name": "card holder",
        "cc-number": "card number",
        "cc-exp": "expiry",
        "cc-csc": "security code",
        "new-password": "password",
    }
)
_LABELLED: tuple[tuple[str, str], ...] = (
    (
        "",
        r"promo|coupon|voucher|discount|gift|search|newsletter|subscribe|message|\bnotes?\b|quantity|\bqty\b"
        r"|company|\bvat\b|line ?2|apartment|optional",
    ),
    (
        "security code",
        r"security code|\bcvc\d?\b|\bcvv\d?\b|\bcsc\b|card code|verification (code|value)|prüfnummer"
        r"|cryptogramme",
    ),
    ("card number", r"card ?(number|no)\b|kartennummer|numéro de (la )?carte|número de (la )?tarjeta"),
    ("expiry", r"expir|valid (until|thru)|mm ?/ ?(yy|jj|aa)|gültig bis"),
    ("card holder", r"name on (the )?card|card ?holder|karteninhaber|titulaire|titular"),
    ("e-mail", r"e-?mail|courriel|correo"),
    (
        "first name",
        r"\bfirst(?! (?:line|time))|given|fore ?name|vorname|prénom|nombre(?! de)|\bnome\b|voornaam|imię",
    ),
    (
        "last name",
        r"\blast(?! line)|family|surname|nachname|\bnom\b(?! complet)|apellido|cognome"
        r"|achternaam|nazwisko",
    ),
    ("phone", r"phone|mobile|\btel(efon)?\b|téléphone|telefono|teléfono|telefoon"),
    (
        "postcode",
        r"post ?(al)? ?code|\bzip|\bplz\b|postleitzahl|code postal|código postal|\bcap\b|kod pocztowy",
    ),
    ("city", r"town|city|\bort\b|stadt|ville|ciudad|città|plaats|miasto"),
    ("country", r"country|\bland\b|\bpays\b|país|paese|kraj"),
    ("region", r"\bstate\b|county|province|region|bundesland"),
    ("street", r"street|address|straße|strasse|adresse|\brue\b|dirección|calle|indirizzo|adres|ulica"),
    ("name", r"\bname\b|nom complet"),
)
_PATTERNS = tuple((what, re.compile(words, re.IGNORECASE)) for what, words in _LABELLED)
_NOT_TYPED = ("hidden", "submit", "button", "reset", "image", "file", "checkbox", "radio", "range", "color")


def wants(field: Mapping[str, Any]) -> str | None:
    """What a field asks for, as a label a customer knows ("e-mail", "card number"); None for others.

    `field` is one row of a glance at a page: tag, type, name, placeholder, field, autocomplete.
    """
    if field["tag"] not in ("input", "select", "textarea") or field["type"] in _NOT_TYPED:
        return None
    for token in reversed(str(field["autocomplete"]).split()):
        if token in _DECLARED:
            return _DECLARED[token]
    if field["type"] == "email":
        return "e-mail"
    called = re.sub(r"[_\-\[\].]+|(?<=[a-z])(?=[A-Z])", " ", str(field["field"]))
    for words in (field["name"], field["placeholder"], called):
        for what, pattern in _PATTERNS if words else ():
            if pattern.search(words):
                return what or None
    return None
