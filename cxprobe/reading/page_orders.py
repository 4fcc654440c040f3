"""What words say about orders: which they announce, whether one is placed, whether something is missing."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_ORDER = (
    r"(?:order|purchase|booking|reservation|confirmation|bestell?\w*|auftrags?\w*|commandes?|réservation"
    r"|pedidos?|compras?|ordin[ei]|acquisto|bestelling(?:en)?|zamówieni[ea]|encomendas?|reserva)s?"
)
_BETWEEN = (
    r"(?:[\s:#№.,–—-]|\bn[.\s]{0,2}[°º]|\b(?:id|mit|der|number|numbers|no|nr|nummer|code|reference|ref|numéro"
    r"|número|numero|numer|nº|is|are|ist|est|es"
    r"|was|has been|your|with|confirmed|placed|history|details|lautet|de|da|del|dell|la|su|sua|sua|votre|il"
    r"|van"
    r"|uw|je|o|numerze|nummer|numerem|è|é|to|jest|do|foi|recibido|recebido|confirmado|reference|référence"
    r"|referencia"
    r"|riferimento|referentie)\b){0,8}"
)
_TOKEN = r"#?(?:[A-Z]{1,6}-?\d[A-Z0-9]*(?:-[A-Z0-9]+)*|\d{2,}-\d{3,}(?:-\d+)*|\d{4,12})"
_TOKEN_END = r"(?![\w]|[.,:/]\d|-\w| \d{3})"
_ANNOUNCED = re.compile(
    rf"(?i:(?<![\w-]){_ORDER}(?!\w){_BETWEEN})(?<![\w£$€-])(?P<number>{_TOKEN}){_TOKEN_END}"
    rf"|(?<![\w£$€.-])(?P<first>{_TOKEN}){_TOKEN_END}(?i:\W{{1,3}}(?:is|ist|est|es|è|é|is|to)\s+(?:your|ihre"
    rf"|deine|votre|su|tu|il tuo numero d'|il numero d'|uw|je|a sua|o seu|numer twojego"
    rf"|twój numer)\s+{_ORDER}\b)"
)
_MARKED = re.compile(
    rf"(?i:(?<![\w-]){_ORDER}(?!\w)[ \w]{{0,12}}?(?:\bnumber|\bno|\bnr|\bnummer|\breference|\bref|\bid|\bcode"
    r"|\bnuméro|\bn\.?[°ºo]|\bnumero|\bnúmero|\bnumer|\bréférence|\breferencia|\briferimento|#|№)[.:\s]{0,4}"
    r"(?:is|ist|est|es|è|:)?\s?|bestellnummer[:\s]{1,3}|order #)"
    rf"(?P<short>#?\d{{1,3}}|[A-Z]{{7,10}}|(?=[A-Z0-9]*\d)(?=\w*[A-Z])[A-Z0-9]{{5,12}})(?![\w.,:/-]*\w)"
)
"""After "order number" a short number counts too, and a word of capitals alone, as some shops give them."""
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
    r"|\b(?:complete|confirm) (?:and|&) pay|\b(?:zahlungspflichtig\w*|kostenpflichtig\w*|jetzt kaufen"
    r"|jetzt bestellen|bezahlen)\b"
    r"|\b(?:payer|passer (?:la |ma )?commande|(?:confirmer|valider) (?:la |ma )?commande)\b"
    r"|\b(?:pagar|realizar (?:el )?pedido|finalizar (?:la |a )?compra|confirmar (?:el |o )?pedido)\b"
    r"|\b(?:paga(?: ora)?|conferma (?:l')?ordine|acquista ora|effettua (?:l')?ordine|ordina e paga)\b"
    r"|\b(?:betalen|betaal nu|bestelling (?:plaatsen|bevestigen)|plaats (?:je |uw )?bestelling)\b"
    r"|\b(?:zapłać|kupuję i płacę|złóż zamówienie|zamawiam z obowiązkiem zapłaty)"
    r"|\b(?:finalizar encomenda|confirmar (?:a )?encomenda|pagar agora)\b",
    _I,
)
_CONFIRMS = re.compile(
    r"\bthank(?:s| you)(?: \w+| so much| very much)? for (?:your |the |placing (?:an?|your) "
    r"|shopping with us.{0,20})?"
    r"(?:\w+ )?(?:order|purchase|booking)\b|\border (?:is |has been "
    r"|was )?(?:now |successfully )?(?:confirmed|placed|received|complete|successful)\b(?! by)"
    r"|\byour order (?:number|reference|id) (?:is|:)|\bthank(?:s| you)\b[^\n]{0,60}\border (?:number|no|id|#)"
    r"|\bwe(?:['’]ve| have)? (?:just )?(?:received|got) your order"
    r"|\bvotre (?:num[ée]ro|n°|r[ée]f[ée]rence) de (?:commande|r[ée]servation) (?:est|:)"
    r"|\b(?:tu|su) (?:n[úu]mero|c[óo]digo|referencia) de (?:pedido|compra|reserva) (?:es|:)"
    r"|\bil (?:tuo|suo|vostro) (?:numero|codice) (?:d['’]|di |dell['’])(?:ordine|acquisto) (?:è|e'|:)"
    r"|\b(?:je|uw|jouw|het) (?:bestel|order)(?:lings)?nummer (?:is|luidt|:)"
    r"|\bnumer (?:(?:twojego|państwa|pana|pani|twoj) )?zam[óo]wienia (?:to|:)"
    r"|\b[oa] (?:n[úu]mero|refer[êe]ncia) d[ao] (?:sua |seu |tua |teu )?(?:encomenda|pedido|compra) (?:é|:)"
    r"|\b(?:booking|reservation|purchase) (?:is |has been )?(?:confirmed|complete)\b|\bbooking confirmation\b"
    r"|\b(?:bestellnummer|auftragsnummer)(?: \w+)? (?:lautet|ist)"
    r"|\b(?:vielen |herzlichen |besten )?dank(?:e)?(?:,? [^\n,.!]{1,30},?)? für (?:ihr|dein"
    r"|eur)en? (?:bestellung|einkauf|auftrag|kauf|buchung)"
    r"|\bbestellung (?:ist |wurde )?(?:erfolgreich )?(?:bestätigt|aufgegeben|abgeschlossen|eingegangen"
    r"|übermittelt)"
    r"|\bbestellung (?:ist )?(?:bei uns )?eingegangen|\bbestellung erhalten\b"
    r"|\bcommande (?:n°\s?\S+ )?(?:est |a (?:bien )?été |a bien été )?(?:confirmée|enregistrée|validée"
    r"|reçue|passée avec succès)"
    r"|\bmerci (?:\w+ )?(?:pour|de) votre (?:commande|achat|réservation)|\bmerci d['’]avoir (?:commandé"
    r"|passé commande)"
    r"|\b(?:pedido|compra) (?:\S+ )?(?:está |ha sido |se ha )?(?:confirmad[oa]|realizad[oa]|recibid[oa]"
    r"|completad[oa])"
    r"|\bgracias por (?:su|tu|hacer (?:su|tu)|realizar (?:su|tu)) (?:pedido|compra|reserva)"
    r"|\bhemos recibido (?:su|tu) pedido"
    r"|\bgrazie per (?:il (?:tuo|suo)|(?:tuo|suo)|l['’]|aver effettuato (?:il tuo|l['’])|aver) ?(?:ordine"
    r"|acquisto|acquistato|ordinato)"
    r"|\bordine (?:\S+ )?(?:è |è stato |stato )?(?:confermato|ricevuto|completato|effettuato|inviato)\b"
    r"|\babbiamo ricevuto il (?:tuo|suo) ordine"
    r"|\b(?:hartelijk )?(?:bedankt|dank(?: je| u)?(?: wel)?) voor (?:uw|je|de|jouw) (?:bestelling|aankoop"
    r"|boeking)"
    r"|\bbestelling (?:is )?(?:met succes )?(?:bevestigd|geplaatst|ontvangen|afgerond|voltooid)"
    r"|\bwe hebben (?:je|uw) bestelling (?:goed )?ontvangen"
    r"|\bdziękujemy za (?:złożenie )?(?:twoje |państwa )?(?:zamówieni[ea]|zakupy?|dokonanie zakupu)"
    r"|\bzamówienie (?:\S+ )?(?:zostało )?(?:przyjęte|złożone|potwierdzone|otrzymane)"
    r"|\botrzymaliśmy (?:twoje |państwa )?zamówienie"
    r"|\bobrigad[oa] (?:pela (?:sua )?|por (?:sua )?)?(?:(?:sua )?(?:encomenda|compra)|comprar)"
    r"|\bobrigad[oa] pel[oa] (?:seu |sua )?(?:pedido|compra|encomenda)"
    r"|\b(?:encomenda|pedido|compra) (?:\S+ )?(?:foi |está )?(?:confirmad[oa]|realizad[oa]|recebid[oa]"
    r"|efetuad[oa]|concluíd[oa])"
    r"|\brecebemos (?:a sua encomenda|o seu pedido|seu pedido)",
    _I,
)
_MISSING = re.compile(
    r"\b(?:is|are) (?:a )?required\b|\brequired(?: field)?\W*$|^required\b"
    r"|(?:\bplease |^)(?:enter|fill|provide|choose|select|give|tick|complete|add|type)\b(?!.*\b(?:valid"
    r"|correct|different|another)\b)"
    r"|\b(?:can(?:'t|not)|must not|should not|may not) be (?:empty|blank)|\bmissing\b|\bfill (?:in"
    r"|out) this field"
    r"|\b(?:pflichtfeld|bitte (?:geben|füllen|wählen|tragen)|obligatoire|veuillez (?:saisir|remplir"
    r"|renseigner|sélectionner|choisir)|obligatori[oa]|rellen[ae]|introduzca|seleccion[ae]"
    r"|campo richiesto|(?:inserisci|compila|seleziona|inserire)(?!.*\bvalid)|verplicht"
    r"|vul (?:je|uw|dit|een)(?!.*\bgeldig)|wymagane"
    r"|(?:podaj|wypełnij|uzupełnij|wybierz)(?!.*(?:prawidł|popraw))|obrigatóri[oa]|preencha|selecione)\b",
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
        if (
            _make(number) in makes
            and not number.isdigit()
            and not _GOODS.search(text[max(0, match.start() - 40) : match.start()])
        ):
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
    found = [(match["number"] or match["first"]).lstrip("#") for match in _ANNOUNCED.finditer(text)]
    return found or [match["short"].lstrip("#") for match in _MARKED.finditer(text)]


def _make(number: str) -> tuple[str, int]:
    """Letters in front, and how many digits: KC-1042 and KC-1043 are of one make."""
    letters = re.match(r"[A-Za-z]*-?", number)
    return (letters[0] if letters else "", sum(c.isdigit() for c in number))
