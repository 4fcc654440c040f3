"""What a person does about an error at a field: writes it another way, chooses, ticks; or cannot help it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cxprobe.reading.answers import NEVER, TICKED, answers
from cxprobe.reading.formats import fitting
from cxprobe.reading.tasks import Task, act_of

if TYPE_CHECKING:
    from cxprobe.people.identity import Identity
    from cxprobe.reading.forms import Reading
    from cxprobe.reading.snapshot import Control, Snapshot

_TAKEN = re.compile(
    r"already (?:(?:been )?(?:registered|taken|used|exists?)|in use|have an account|has an account)"
    r"|is taken|account exists"
    r"|(?:bereits|schon) (?:registriert|vergeben|vorhanden|verwendet|in (?:gebrauch|verwendung))"
    r"|existiert (?:bereits|schon)"
    r"|déjà (?:utilisée?|enregistrée?|prise?|existante?|un compte)|existe déjà"
    r"|ya (?:existe|está (?:registrad|en uso))|ya tiene una cuenta|già (?:registrat|in uso|esist|utilizzat)"
    r"|al (?:geregistreerd|in gebruik|bekend)|bestaat al|już (?:istnieje|zarejestrowan|zajęt)"
    r"|já (?:existe|está|cadastrad|registad)",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:cards?|payment|bank|issuer|(?:kredit|bank)?karte|zahlung|carte|paiement|banque|tarjeta|pago|banco"
    r"|carta|pagamento|banca|kaart|creditcard|betaling|kart[aęąy]|płatnoś\w+|cartão)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:declin\w+|refused|rejected|not (?:been )?(?:accepted|authori[sz]ed|approved|honou?red)"
    r"|insufficient funds|(?:another|different|other) (?:\w+ )?card"
    r"|abgelehnt|verweigert|nicht (?:akzeptiert|autorisiert|genehmigt|gedeckt)|andere (?:\w+)?karte"
    r"|refusée?|rejetée?|autre carte|provision insuffisante"
    r"|rechazad[oa]|denegad[oa]|otra tarjeta|fondos insuficientes"
    r"|rifiutat[oa]|negat[oa]|un['’]altra carta|fondi insufficienti"
    r"|geweigerd|afgewezen|andere kaart|onvoldoende saldo"
    r"|odrzuc\w+|odmówi\w+|inn(?:ej|ą) kart\w+|brak środków"
    r"|recus\w+|negad[oa]|outro cartão|saldo insuficiente"
    r"|(?:expir|caduc|venci)(?:ed|ée?|ó|ou|ad[oa]|do|u)|abgelaufen|scadut[oa]|verlopen|wygas\w+)(?!\w)",
    re.IGNORECASE,
)
_WHOLE_NUMBER = 12
"""Digits of the shortest card numbers (ISO/IEC 7812)."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_]|¿|¡)")
_LETTERS = re.compile(
    r"letters?|characters?|alphabet|latin|english|ascii|special|symbol|apostroph|buchstaben|zeichen"
    r"|lateinisch"
    r"|lettres|caract[eè]res|letras|caracteres|lettere|caratteri|tekens|liter|znak|invalid|valid|gültig"
    r"|inválid"
    r"|non valid|geldig|prawidłow",
    re.IGNORECASE,
)
_NAMES = frozenset(
    {"name", "given-name", "family-name", "cc-name", "address-line1", "street-address", "address-level2"}
)


def is_taken(text: str) -> bool:
    """Whether an error says that an address or a name is somebody's already."""
    return bool(_TAKEN.search(text))


def is_card_refused(text: str) -> bool:
    """Whether an error says that a card, though written right, is not taken: "Your card was declined"."""
    return bool(_MEANS.search(text) and _REFUSED.search(text))


def sentence_by_sentence(snapshot: Snapshot) -> Snapshot:
    """The same page with its messages taken apart, since a summary speaks of several fields in one go."""
    apart = [
        replace(
            document, messages=tuple(part for text in document.messages for part in _SENTENCE.split(text))
        )
        for document in snapshot.documents
    ]
    return replace(snapshot, documents=tuple(apart))


def correction(
    reading: Reading, error: str, identity: Identity, known: Mapping[str, str], tried: Collection[str]
) -> Task | None:
    """What this person does at a field that an error means; None when they can do nothing there.

    `tried` is what they have put there before. A field that stands empty is filled in as the first time.
    """
    control = _told(reading.control, error)
    asked = replace(reading, control=control)
    if control.type in ("checkbox", "radio"):
        helps = not reading.control.checked and reading.purpose not in NEVER - {
            "delivery-method",
            "payment-method",
        }
        return Task(asked, "tick", TICKED) if helps else None
    ways = [*answers(asked, identity, known), *_in_other_letters(asked, error, identity, known)]
    if reading.token == "username" and is_taken(error):
        ways = fitting([f"{way}{identity.birthday.year}" for way in ways[:1]], control)
    new = [way for way in dict.fromkeys(ways) if way not in tried or not reading.control.filled]
    return Task(asked, act_of(asked), new[0], tuple(new[1:3])) if new else None


def rewriting(
    reading: Reading, identity: Identity, known: Mapping[str, str], tried: Collection[str]
) -> Task | None:
    """What goes over what stands in a field now that the answer is another; None where it is the same.

    A part of a number that is split over several fields is none: those are filled in together.
    """
    ways = answers(reading, identity, known)
    part = reading.token == "cc-number" and 0 < reading.control.max_length < _WHOLE_NUMBER
    if part or not ways or (ways[0] in tried and reading.control.filled):
        return None
    return Task(reading, act_of(reading), ways[0], tuple(ways[1:4]))


def _told(control: Control, error: str) -> Control:
    """The field as it looks to somebody who has read the error: it must be answered, as the error says."""
    return replace(control, error=error or control.error, invalid=True)


def _in_other_letters(
    reading: Reading, error: str, identity: Identity, known: Mapping[str, str]
) -> Iterator[str]:
    """A name or street in plain letters, for a page that says it takes no others; "OBrien", "Muller"."""
    if reading.token not in _NAMES or not _LETTERS.search(error):
        return
    from faker.decode import unidecode

    for way in answers(reading, identity, known)[:1]:
        plain = unidecode(way)
        yield plain
        yield re.sub(r"[^A-Za-z0-9 ]", "", plain) if reading.token != "address-line1" else plain
