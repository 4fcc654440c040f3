"""Words in eight languages, ready for comparing: folded to plain letters, and by what they are words of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "´": "'"})
_TAIL = re.compile(r"[\s→›»>…!:*.]+$")
_HEAD = re.compile(r"^[\s→›»>…!:*.+«‹<←]+")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A text in small letters without accents, its white space squeezed: "Zur Kasse " is "zur kasse"."""
    if text.isascii():
        return " ".join(text.lower().split())
    parted = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return " ".join("".join(c for c in parted if not unicodedata.combining(c)).split())


@lru_cache(maxsize=16384)
def bare(name: str) -> str:
    """A folded name without the arrows and dots around it; what is nothing but marks stays as it is."""
    folded = fold(name)
    return _HEAD.sub("", _TAIL.sub("", folded)) or folded


def any_of(*words: str) -> str:
    """One expression for alternatives that are written a language each."""
    return "|".join(words)


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells that a control serves an intent; expressions over folded words."""

    plain: re.Pattern[str]
    """Whole names that say so."""
    maybe: re.Pattern[str]
    """Whole names that may mean it."""
    vague: re.Pattern[str]
    """Whole names that mean it only where the page around them says so."""
    within: re.Pattern[str]
    """Words in a longer name."""
    other: re.Pattern[str]
    """Words in a name that mean something else, whatever stands beside them."""
    path: re.Pattern[str]
    """Ends of the address that a link leads to."""
    marks: re.Pattern[str]
    """Words in the classes, the id or the field name."""


NOTHING = r"(?!)"


def signs(
    plain: str,
    *,
    maybe: str = NOTHING,
    vague: str = NOTHING,
    within: str = NOTHING,
    other: str = NOTHING,
    path: str = NOTHING,
    marks: str = NOTHING,
) -> Signs:
    """The signs of an intent from their expressions; what is left out matches nothing."""
    return Signs(
        re.compile(rf"(?:{plain})"),
        re.compile(rf"(?:{maybe})"),
        re.compile(rf"(?:{vague})"),
        re.compile(rf"\b(?:{within})\b"),
        re.compile(rf"\b(?:{other})\b"),
        re.compile(rf"(?:^|[/=?&.])(?:{path})(?:\.\w{{2,5}})?/?(?:[?&#].*)?$"),
        re.compile(rf"(?<![a-z])(?:{marks})(?![a-z])"),
    )


NEVER = re.compile(
    r"\b(?:"
    + any_of(
        r"remove|delete|discard|clear (?:the |your |my )?(?:basket|cart|bag)|empty (?:the |your |my "
        r"|shopping )*"
        r"(?:basket|cart|bag)|subscribe|unsubscribe|newsletters?|sign ?up|register|log ?out|sign ?out|cancel"
        r"|report|deactivate|close (?:my |your )?account",
        r"entfernen|loschen|leeren|(?:newsletter )?abonnieren|abbestellen|registrieren|abmelden|ausloggen"
        r"|stornieren|abbrechen|melden",
        r"supprimer|enlever|retirer du panier|retirer l'article|vider|s'abonner|abonnez|se desabonner"
        r"|s'inscrire"
        r"|inscription|deconnexion|se deconnecter|annuler|signaler",
        r"eliminar|borrar|quitar|vaciar|suscri\w+|registrarse|registrate|cerrar sesion|cancelar|denunciar"
        r"|reportar|darse de baja",
        r"rimuovi|rimuovere|elimina|svuota|iscriviti|abbonati|registrati|disconnetti|esci|annulla|segnala"
        r"|disiscriviti",
        r"verwijder(?:en)?|leegmaken|legen|wissen|abonneren|inschrijven|afmelden|uitloggen|annuleren"
        r"|rapporteren|uitschrijven|registreren",
        r"usun|skasuj|oproznij|wyczysc koszyk|subskrybuj|zapisz sie|wypisz|wyloguj|anuluj|zglos|zarejestruj",
        r"remover|apagar|excluir|esvaziar|limpar (?:o )?carrinho|subscrever|assinar|inscreva|registe"
        r"|registrar"
        r"|terminar sessao|sair|anular",
    )
    + r")\b"
)
"""Names of what is never pressed on the way to something else."""

NEVER_MARKS = re.compile(
    r"(?<![a-z])(?:remove|delete|trash|unsubscribe|log-?out|sign-?out|newsletter|cancel)(?![a-z])"
)
"""The same, as the classes and addresses of controls without a name have it."""

ASKED: dict[str, re.Pattern[str]] = {
    "create account": re.compile(
        r"sign ?up|register|registrieren|s'inscrire|inscription|registrarse|registrate|registrati|iscriviti"
        r"|registreren|inschrijven|zarejestruj|registe|registrar|inscreva"
    ),
    "log in": re.compile(
        r"(?<=\w)\W*(?:or|and|/|&|oder|und|ou|et|o|y|e|of|en|lub|i|\|)\W+(?:sign ?up|register|registrieren"
        r"|s'inscrire|inscription|registrarse|registrate|registrati|iscriviti|registreren|inschrijven"
        r"|zarejestruj|registe|registrar)\b"
    ),
    "return item": re.compile(r"cancel|melden|annuler|zglos|registrar"),
    "refuse cookies": re.compile(r"sair|annulla|esci"),
}
"""Words of `NEVER` that an intent itself asks for."""


def is_never(name: str, intent: str = "", want: str = "") -> bool:
    """Whether a control of this name is never pressed for an intent."""
    folded = fold(name)
    if NEVER.search(folded) is None:
        return False
    for asked in (ASKED.get(intent), _words(want)):
        folded = asked.sub(" ", folded) if asked else folded
    return NEVER.search(folded) is not None


@lru_cache(maxsize=256)
def _words(want: str) -> re.Pattern[str] | None:
    words = re.findall(r"[^\W_]+", fold(want))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b") if words else None
