"""What a control is for, told by its name: search, add to basket, check out, continue, pay, chat.

Thin on purpose: the usual words of shops in eight languages, and what must never be pressed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_WORDS: Mapping[str, tuple[str, ...]] = {
    "refuse cookies": (
        r"(reject|refuse|decline|deny)( all| cookies)*|only (necessary|essential).*"
        r"|necessary( cookies)? only|(alle )?ablehnen|tout refuser|refuser|rechazar( todo)?"
        r"|rifiuta( tutti)?|(alles )?weigeren|odrzuć.*|rejeitar.*",
    ),
    "search": (r"search.*|suche.*|recherche.*|rechercher.*|buscar.*|cerca.*|zoek.*|szukaj.*|pesquisar.*",),
    "add to basket": (
        r"(add|put) (it )?(to|in|into) (the |your |my )?(basket|cart|bag|trolley).*"
        r"|in den (waren|einkaufs)korb.*|ajouter au panier.*|añadir (al carrito|a la cesta).*"
        r"|aggiungi al carrello.*|in winkel(wagen|mand).*|(do|dodaj do) koszyka.*|adicionar ao carrinho.*",
        r"buy now",
    ),
    "open basket": (
        r"(view |go to |open |your |my |see )*(basket|cart|bag|trolley)\b.*|(zum )?(waren|einkaufs)korb.*"
        r"|(voir (le|mon) )?panier.*|(ver )?(carrito|cesta).*|carrello.*|winkelwagen.*|koszyk.*|carrinho.*",
    ),
    "apply promo": (
        r"(apply|redeem|use)( the| my| promo| promotion| discount| voucher| coupon| code)*"
        r"|einlösen|anwenden|appliquer|aplicar|applica|toepassen|zastosuj",
    ),
    "check out": (
        r"(go to |proceed to |continue to |secure |start )*check ?-?out.*|(zur )?kasse.*"
        r"|(passer (la|ma) )?commande[r]?|(tramitar|finalizar) (pedido|compra)|(vai alla )?cassa|afrekenen"
        r"|(do )?kasy|finalizar.*",
    ),
    "as guest": (
        r"(continue |check ?out |order |buy )?(as a |as )?guest.*|without (an )?account.*|als gast.*"
        r"|(continuer )?(en tant qu')?invité.*|como invitado.*|come ospite.*|jako gość.*",
    ),
    "pay": (
        r"pay( now| securely| by card| with card)?( [£$€]? ?[\d.,]+ ?[£$€]?)?"
        r"|(place|submit|complete|confirm)( my| your| the)? order( and pay)?.*"
        r"|order now|buy now|complete purchase"
        r"|(jetzt )?(kostenpflichtig |zahlungspflichtig )?(bestellen|bezahlen|kaufen).*"
        r"|(payer|confirmer la commande|acheter).*|(pagar|realizar pedido|comprar).*"
        r"|(paga|acquista|conferma ordine).*|(betalen|bestelling plaatsen).*|(zapłać|zamawiam|kupuję).*",
    ),
    "continue": (
        r"(save and )?(continue|next|proceed|go on)( to .*| with .*)?|use this address|deliver here"
        r"|weiter.*|(continuer|suivant|valider).*|(continuar|siguiente).*|(continua|avanti|procedi).*"
        r"|(verder|doorgaan|volgende).*|(dalej|kontynuuj).*|seguinte.*",
    ),
    "open chat": (
        r"(.*\b)?chat\b.*|live support",
        r"(ask|message|talk to|contact) us( now)?|need help\??|help",
    ),
    "send": (r"send( message)?|submit|senden|abschicken|envoyer|enviar|invia|verstuur|wyślij",),
    "open menu": (r"(open |main |show )*(menu|navigation)|menü|hamburger",),
}
_NEVER = re.compile(
    r"\b(remove|delete|subscribe|unsubscribe|newsletter|sign ?up|register|log ?out|cancel|entfernen|löschen"
    r"|abonnieren|supprimer|eliminar|borrar|rimuovi|verwijder|usuń)\b",
    re.IGNORECASE,
)

INTENTS: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {
        intent: tuple(re.compile(rf"(?:{words})", re.IGNORECASE) for words in plainest_first)
        for intent, plainest_first in _WORDS.items()
    }
)
"""What a control can be for, each with the names that say so, the plainest first."""


def best(intent: str, names: Sequence[str]) -> int | None:
    """The place of the name that says most plainly that its control serves an intent; None if none does.

    Plain words win over words that may mean it ("Add to basket" over "Buy now"), then the shortest
    name; names of what must never be pressed are passed over.
    """
    fitting = [
        (rank, len(name), i) for i, name in enumerate(names) if (rank := _rank(intent, name)) is not None
    ]
    return min(fitting)[2] if fitting else None


def serves(intent: str, name: str) -> bool:
    """Whether a control of this name serves an intent."""
    return _rank(intent, name) is not None


def _rank(intent: str, name: str) -> int | None:
    """How plainly a name says that it serves an intent, 0 the plainest; None when it does not."""
    if _NEVER.search(name):
        return None
    plain = re.sub(r"[\s→›»>]+$", "", re.sub(r"\s+", " ", name)).strip()
    return next((i for i, words in enumerate(INTENTS[intent]) if words.fullmatch(plain)), None)
