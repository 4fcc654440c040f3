"""Windows in which the browser asks whether something is meant, answered as the customer would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog

    from cxprobe.channels.walk import Walk

_MOST = 5
"""Windows that a customer says yes to on one checkout; a page that asks again and again gets no more."""
_MEANT = re.compile(
    r"\b(order|purchase|buy|pay|payment|checkout|continue|proceed|confirm|sure|terms|ready"
    r"|bestell\w*|kauf\w*|zahl\w*|fortfahren|sicher|weiter|commande\w*|achat|pay(?:er|ement)|continuer|s[ûu]r"
    r"|pedido|compra\w*|pag(?:o|ar)|continuar|segur[oa]|ordin\w+|acquist\w+|pagament\w+|procedere|sicur[oi]"
    r"|bestelling|betal\w+|doorgaan|zeker|zam[óo]wi\w+|zap[łl]a\w+|kontynuowa\w+|pewn\w+|encomenda|certeza)\b",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\b(cancel(?:l?ing)?|leave|lose|lost|discard|delete|remove|empty|insurance|warranty|newsletter|subscri\w+"
    r"|membership|abbrechen|stornier\w*|verlassen|l[öo]schen|entfernen|versicherung|annuler|quitter|supprimer"
    r"|assurance|cancelar|salir|eliminar|seguro de|annulla\w*|uscire|eliminare|assicurazione|annuleren"
    r"|verlaten|verwijderen|verzekering|anulowa\w*|opu[śs]ci\w*|usun\w*|ubezpieczen\w*|sair|remover)\b",
    re.IGNORECASE,
)


def agrees(kind: str, text: str) -> bool:
    """Whether somebody who is buying says yes to a window: to placing the order, and not to giving up.

    `kind` is the browser's: "alert" is only read, "confirm" asks, "prompt" wants something typed, and
    "beforeunload" asks whether to leave the page.
    """
    if kind in ("alert", "beforeunload"):
        return True
    return kind == "confirm" and bool(_MEANT.search(text)) and not _NOT_MEANT.search(text)


@contextmanager
def assenting(walk: Walk) -> Iterator[None]:
    """While the block lasts, windows that ask whether the order is meant get a yes, each a step."""
    from playwright.sync_api import Error

    answered = 0

    def asked(dialog: Dialog) -> None:
        nonlocal answered
        answered += 1
        yes = answered <= _MOST and agrees(dialog.type, dialog.message)
        if dialog.type == "confirm":
            how = "Says yes" if yes else "Says no"
            why = "it asks whether the order is meant" if yes else "it asks for something else"
            walk.note(f'{how} to "{" ".join(dialog.message.split())[:120]}".', why)
        with suppress(Error):  # a test's own listener may have answered it already
            dialog.accept() if yes else dialog.dismiss()

    context = walk.web.context
    context.on("dialog", asked)
    try:
        yield
    finally:
        with suppress(Error):
            context.remove_listener("dialog", asked)
