"""What the words of a page say: which orders it announces, whether it confirms one."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_ORDER = (
    r"(?:order|purchase|booking|reservation|confirmation|bestell\w*|auftrags?\w*|commandes?|réservation"
    r"|pedidos?|ordine|bestelling(?:en)?)s?"
)
_BETWEEN = (
    r"(?:[\s:#№.,–—-]|\bn\s?°|\b(?:id|mit|der|number|numbers|no|nr|nummer|code|reference|ref|numéro"
    r"|número|is|are|ist|est|es"
    r"|was|has been|your|with|confirmed|placed|history|details|lautet|de|la|su)\b){0,8}"
)
_TOKEN = r"#?(?:[A-Z]{1,6}-?\d[A-Z0-9]*(?:-[A-Z0-9]+)*|\d{2,}-\d{3,}(?:-\d+)*|\d{4,12})"
_TOKEN_END = r"(?![\w]|[.,:/]\d|-\w| \d{3})"
_ANNOUNCED = re.compile(
    rf"(?i:(?<![\w-]){_ORDER}(?!\w){_BETWEEN})(?<![\w£$€-])(?P<number>{_TOKEN}){_TOKEN_END}"
    rf"|(?<![\w£$€.-])(?P<first>{_TOKEN}){_TOKEN_END}(?i:\W{{1,3}}(?:is|ist|est|es)\s+(?:your|ihre"
    rf"|votre|su)\s+{_ORDER}\b)"
)
_ANY = re.compile(rf"(?<![\w£$€.#-]){_TOKEN}{_TOKEN_END}")
_GOODS = re.compile(
    r"(?:sku|item|article|artikel|product|model|modell|part|ean|isbn|code)\W*(?:number"
    r"|no\.?|nr\.?)?\W*$",
    _I,
)
_ISO_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d\d?[./]\d\d?[./](?:19|20)\d\d\b")
_YEAR = re.compile(r"(?:19|20)\d\d")

_PAYING = re.compile(
    r"\bpay\b|\bplace (?:my |your |the |an )?order|\b(?:complete|confirm|submit|finish|finalise|finalize)"
    r"(?: (?:my|your|the))? (?:order|purchase|payment|booking)|\border now|\bbuy (?:it )?now"
    r"|\b(?:complete|confirm) (?:and|&) pay|\b(?:zahlungspflichtig|kostenpflichtig|jetzt kaufen"
    r"|jetzt bestellen|bezahlen)\b"
    r"|\b(?:payer|passer (?:la |ma )?commande|confirmer (?:la |ma )?commande)\b"
    r"|\b(?:pagar|realizar (?:el )?pedido|finalizar (?:la )?compra|confirmar (?:el )?pedido)\b",
    _I,
)
_CONFIRMS = re.compile(
    r"\bthank(?:s| you) for (?:your )?(?:order|purchase)|\border (?:is |has been "
    r"|was )?(?:confirmed|placed|received|complete)"
    r"|\byour order (?:number|reference|id) (?:is|:)|\bthank(?:s| you)\b[^\n]{0,60}\border (?:number|no|id|#)"
    r"|\b(?:bestellnummer|auftragsnummer) (?:lautet|ist)|\bcommande (?:est |a été )?(?:confirmée|enregistrée)"
    r"|\bpedido (?:está |ha sido )?(?:confirmado|realizado|recibido)"
    r"|\bwe(?:'ve| have)? (?:received|got) your order|\bvielen dank für (?:ihre|deine) bestellung"
    r"|\bmerci (?:pour|de) votre commande"
    r"|\bgracias por su (?:pedido|compra)",
    _I,
)
_MISSING = re.compile(
    r"\b(?:is|are) (?:a )?required\b|\brequired(?: field)?\W*$|^required\b"
    r"|(?:\bplease |^)(?:enter|fill|provide|choose|select|give|tick|complete|add|type)\b(?!.*\b(?:valid"
    r"|correct|different|another)\b)"
    r"|\b(?:can(?:'t|not)|must not|should not|may not) be (?:empty|blank)|\bmissing\b|\bfill (?:in"
    r"|out) this field"
    r"|\b(?:pflichtfeld|bitte (?:geben|füllen|wählen)|obligatoire|veuillez (?:saisir|remplir"
    r"|renseigner)|obligatorio"
    r"|rellene|introduzca)\b",
    _I,
)


def order_numbers(text: str) -> tuple[str, ...]:
    """The order numbers that a text announces, in order, each once, without "#".

    A number counts when it stands beside a word for an order, or has the same make as one that
    does ("Your orders: KC-1042, KC-1043"). Dates, prices and numbers of goods do not.
    """
    text = _ISO_DATE.sub(" ", text)
    announced = [number for number in _beside(text) if not _YEAR.fullmatch(number)]
    makes = {_make(number) for number in announced}
    found = list(announced)
    for match in _ANY.finditer(text):
        number = match[0].lstrip("#")
        if _make(number) in makes and not number.isdigit() and not _GOODS.search(text[: match.start()]):
            found.append(number)
    positions = sorted(dict.fromkeys(found), key=text.find)
    return tuple(positions)


def references(text: str) -> tuple[str, ...]:
    """Everything in a text that has the make of an order number, whatever stands beside it."""
    return tuple(dict.fromkeys(match[0].lstrip("#") for match in _ANY.finditer(_ISO_DATE.sub(" ", text))))


def is_paying(control: str) -> bool:
    """Whether a control's name says that pressing it orders or pays."""
    return bool(_PAYING.search(control))


def confirms_order(text: str) -> bool:
    """Whether a text says that an order was placed."""
    return bool(_CONFIRMS.search(text))


def asks_for_missing(error: str) -> bool:
    """Whether an error only says that something was left out, which may be the visitor's own doing."""
    return bool(_MISSING.search(error))


def _beside(text: str) -> list[str]:
    return [(match["number"] or match["first"]).lstrip("#") for match in _ANNOUNCED.finditer(text)]


def _make(number: str) -> tuple[str, int]:
    """Letters in front, and how many digits: KC-1042 and KC-1043 are of one make."""
    letters = re.match(r"[A-Za-z]*-?", number)
    return (letters[0] if letters else "", sum(c.isdigit() for c in number))
