"""Which touchpoint a page is: home, search, product, basket, checkout, order, chat, help, account."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_PLACES: tuple[tuple[str, str], ...] = (
    (
        "order",
        r"thank|thanks|confirm\w*|success|receipt|orders?|bestell(?:ung|bestaetigung)\w*|commandes?|pedidos?",
    ),
    ("payment", r"pay|payment|zahlung|paiement|pago|pagamento"),
    ("checkout", r"check-?out|kasse|caisse|cassa|onepage|shipping|delivery|address"),
    ("basket", r"basket|cart|bag|warenkorb|panier|cesta|carrito|carrello|koszyk"),
    ("search", r"search|suche|recherche|buscar|cerca|find"),
    ("product", r"products?|item|p|dp|artikel|produits?|productos?|catalogue|catalog|shop"),
    ("return", r"returns?|retoure\w*|retours?|devoluci\w*|refunds?"),
    ("help", r"help|faq|support|contact|kontakt|hilfe|aide|ayuda"),
    ("account", r"account|login|signin|sign-in|register|konto|compte|cuenta|profile"),
)
_SHORT = 2
_PATTERNS = tuple((place, re.compile(rf"^(?:{words})$", re.IGNORECASE)) for place, words in _PLACES)


def touchpoint_of(url: str, title: str = "") -> str:
    """The touchpoint a page's address speaks of, "home" for the front door, "page" when it is silent.

    What is nearest to an order counts most ("/checkout/contact" is the checkout); the title is asked
    when the path says nothing.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page"
    segments = [re.sub(r"\.\w+$", "", s) for s in unquote(parts.path).split("/") if s]
    for place, pattern in _PATTERNS:
        if any(pattern.match(segment) for segment in segments):
            return place
    if re.search(r"(^|&)(q|s|query|search)=", parts.query):
        return "search"
    if not segments:
        return "home"
    words = [word for word in re.findall(r"[^\W\d]+", title) if len(word) > _SHORT]
    for place, pattern in _PATTERNS:
        if any(pattern.match(word) for word in words):
            return place
    return "page"
