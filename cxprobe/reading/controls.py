"""What a control is for, told by its name: search, add to basket, check out, continue, pay, chat …

Thin on purpose: the usual words of shops in eight languages, and what must never be pressed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_WORDS: dict[str, str] = {
    "refuse cookies": r"(reject|refuse|decline|deny)( all| cookies)*|only (necessary|essential).*|necessary( cookies)? only|"
    r"(alle )?ablehnen|tout refuser|refuser|rechazar( todo)?|rifiuta( tutti)?|(alles )?weigeren|odrzuć.*|rejeitar.*",
    "search": r"search.*|suche.*|recherche.*|rechercher.*|buscar.*|cerca.*|zoek.*|szukaj.*|pesquisar.*",
    "add to basket": r"(add|put) (it )?(to|in|into) (the |your |my )?(basket|cart|bag|trolley).*|buy now|"
    r"in den (waren|einkaufs)korb.*|ajouter au panier.*|añadir (al carrito|a la cesta).*|"
    r"aggiungi al carrello.*|in winkel(wagen|mand).*|(do|dodaj do) koszyka.*|adicionar ao carrinho.*",
    "open basket": r"(view |go to |open |your |my |see )*(basket|cart|bag|trolley)\b.*|(zum )?(waren|einkaufs)korb.*|"
    r"(voir (le|mon) )?panier.*|(ver )?(carrito|cesta).*|carrello.*|winkelwagen.*|koszyk.*|carrinho.*",
    "apply promo": r"(apply|redeem|use)( the| my| promo| promotion| discount| voucher| coupon| code)*|einlösen|anwenden|"
    r"appliquer|aplicar|applica|toepassen|zastosuj",
    "check out": r"(go to |proceed to |continue to |secure |start )*check ?-?out.*|(zur )?kasse.*|(passer (la|ma) )?commande[r]?|"
    r"(tramitar|finalizar) (pedido|compra)|(vai alla )?cassa|afrekenen|(do )?kasy|finalizar.*",
    "as guest": r"(continue |check ?out |order |buy )?(as a |as )?guest.*|without (an )?account.*|als gast.*|"
    r"(continuer )?(en tant qu')?invité.*|como invitado.*|come ospite.*|jako gość.*",
    "pay": r"pay( now| securely| by card| with card)?( [£$€]? ?[\d.,]+ ?[£$€]?)?|(place|submit|complete|confirm)( my| your| the)? order( and pay)?.*|"
    r"order now|buy now|complete purchase|(jetzt )?(kostenpflichtig |zahlungspflichtig )?(bestellen|bezahlen|kaufen).*|"
    r"(payer|confirmer la commande|acheter).*|(pagar|realizar pedido|comprar).*|(paga|acquista|conferma ordine).*|"
    r"(betalen|bestelling plaatsen).*|(zapłać|zamawiam|kupuję).*",
    "continue": r"(save and )?(continue|next|proceed|go on)( to .*| with .*)?|use this address|deliver here|"
    r"weiter.*|(continuer|suivant|valider).*|(continuar|siguiente).*|(continua|avanti|procedi).*|(verder|doorgaan|volgende).*|"
    r"(dalej|kontynuuj).*|seguinte.*",
    "open chat": r"(.*\b)?chat\b.*|(ask|message|talk to|contact) us( now)?|need help\??|help|live support",
    "send": r"send( message)?|submit|senden|abschicken|envoyer|enviar|invia|verstuur|wyślij",
    "open menu": r"(open |main |show )*(menu|navigation)|menü|hamburger",
}
_NEVER = re.compile(
    r"\b(remove|delete|subscribe|unsubscribe|newsletter|sign ?up|register|log ?out|cancel|entfernen|löschen|"
    r"abonnieren|supprimer|eliminar|borrar|rimuovi|verwijder|usuń)\b",
    re.IGNORECASE,
)

INTENTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {intent: re.compile(rf"^(?:{words})$", re.IGNORECASE) for intent, words in _WORDS.items()}
)
"""What a control can be for, each with the names that say so."""


def best(intent: str, names: Sequence[str]) -> int | None:
    """The place of the name that says most plainly that its control serves an intent; None if none does.

    The shortest name that matches wins; names of what must never be pressed are passed over.
    """
    pattern = INTENTS[intent]
    fitting = [i for i, name in enumerate(names) if pattern.match(_plain(name)) and not _NEVER.search(name)]
    return min(fitting, key=lambda i: (len(names[i]), i), default=None)


def serves(intent: str, name: str) -> bool:
    """Whether a control of this name serves an intent."""
    return best(intent, [name]) is not None


def _plain(name: str) -> str:
    return re.sub(r"[\s→›»>]+$", "", re.sub(r"\s+", " ", name)).strip()
