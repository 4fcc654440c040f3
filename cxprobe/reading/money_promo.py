"""Whether a promo code worked: judged by the money, and only then by what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from cxprobe.reading.money_bill import Bill, BillLine, written
from cxprobe.reading.prices import minor_unit, prices
from cxprobe.reading.trouble import tells_of_trouble

Outcome = Literal["worked", "worked-silently", "ignored", "refused", "refused-silently", "twice", "unknown"]
Reason = Literal[
    "", "expired", "unknown", "minimum", "already used", "not for these items", "not yet valid", "other"
]


@dataclass(frozen=True, slots=True)
class PromoOutcome:
    """What came of a promo code."""

    kind: Outcome
    """worked (less is to be paid), worked-silently (less, and nothing says so), ignored (told to have
    worked, the same is to be paid), refused (with a reason told), refused-silently, twice (more taken
    off than the discount told), or unknown: no amount to judge by was seen."""
    sentence: str
    reason: Reason = ""
    """Why it was refused, as the page tells it."""
    saved: Decimal = Decimal()
    """What less is to be paid."""


_SAID: dict[Reason, str] = {
    "expired": "that it has expired",
    "unknown": "that there is no such code",
    "minimum": "that the order is too small for it",
    "already used": "that it has been used before",
    "not for these items": "that it is not for these articles",
    "not yet valid": "that it is not valid yet",
    "other": "that it cannot be used",
}
_I = re.IGNORECASE
_REASONS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("not yet valid", re.compile(
        r"not (?:yet|currently) (?:valid|active|started)|isn['’]?t (?:valid|active) yet|not valid (?:until"
        r"|before)|starts on|valid from"
        r"|noch nicht (?:gültig|aktiv)|gültig (?:erst )?(?:ab|von)|pas encore (?:valable|valide|actif)"
        r"|valable à partir"
        r"|(?:aún|todavía) no (?:es|está)|válido a partir|non (?:è )?ancora (?:valido|attivo)|valido dal"
        r"|nog niet (?:geldig|actief)"
        r"|geldig vanaf|jeszcze nie(?:aktywn|ważn| jest| obowiązuje)|ważny od|ainda não (?:é|está)"
        r"|válido a partir", _I)),
    ("expired", re.compile(
        r"expired?\b|has ended|no longer (?:valid|active|available)|(?:ran|run) out|out of date|past its"
        r"|abgelaufen|nicht mehr gültig"
        r"|beendet|expirée?|périmée?|plus (?:valable|valide|actif)|terminée?|caducad[oa]|expirad[oa]"
        r"|vencid[oa]|ha caducado"
        r"|ya no (?:es|está)|scadut[oa]|non (?:è )?più valid|verlopen|niet (?:meer|langer) geldig|wygas\w*"
        r"|przeterminowan\w*"
        r"|stracił ważność|nieaktualn\w*|já não (?:é|está)|deixou de|expirou|caducou|terminou|expiró"
        r"|venció", _I)),
    ("minimum", re.compile(
        r"minimum|min\. |at least|spend (?:over|more|[£$€])|(?:orders?|basket|cart|subtotal) (?:of|over"
        r"|above|must|total must)"
        r"|not (?:reached|met)|too (?:small|low)|mindest\w*|ab einem|bestellwert|montant minim\w*|au moins"
        r"|à partir de \d|d'achat"
        r"|(?:importe|pedido|compra|valor|encomenda) mínim\w*|al menos|superior a|(?:ordine|importo|spesa"
        r"|acquisto) minim\w*|almeno"
        r"|minim(?:ale|um)\w*|ten minste|vanaf een|co najmniej|minimaln\w+|od kwoty|zbyt niska|pelo menos"
        r"|mínim[oa]", _I)),
    ("already used", re.compile(
        r"already (?:been )?(?:used|redeemed|applied|claimed)|used before|once per (?:customer|person)"
        r"|usage limit|limit (?:has been )?reached"
        r"|bereits (?:\w+ )?(?:verwendet|eingelöst|benutzt|genutzt|angewendet)|schon (?:verwendet|eingelöst"
        r"|benutzt)"
        r"|nur einmal|déjà (?:été )?(?:utilisée?|appliquée?)|limite d['’]utilisation|ya (?:ha sido|fue"
        r"|se ha|está)? ?(?:utilizado|usado|aplicado|canjeado)"
        r"|già (?:stato )?(?:usato|utilizzato|applicato|riscattato)|al (?:\w+ )?(?:gebruikt|ingewisseld"
        r"|toegepast)|reeds gebruikt"
        r"|(?:już|został) (?:\w+ )?(?:użyty|wykorzystany|zastosowany|zrealizowany)|wykorzystan\w*"
        r"|já (?:foi )?(?:utilizado|usado|aplicado|resgatado)", _I)),
    ("not for these items", re.compile(
        r"(?:not|n['’]t|only|excluded)[ ,].{0,30}\b(?:items?|products?|articles?|basket|cart|categor\w+"
        r"|brands?|sale)\b|excludes"
        r"|(?:diese|dein|ihr|nur|nicht) .{0,30}\b(?:artikel\w*|produkte?n?|warenkorb|kategorie\w*)|(?:ces"
        r"|votre|pas|certains) .{0,30}\b(?:articles?|produits?|panier)"
        r"|(?:estos|tu|su|no) .{0,40}\b(?:artículos?|productos?|carrito|cesta)|(?:questi|tuo"
        r"|non) .{0,40}\b(?:articoli|prodotti|carrello)"
        r"|(?:deze|niet) .{0,30}\b(?:artikelen|producten|winkel\w+)|(?:tych|nie) .{0,40}\b(?:produkt\w*"
        r"|artykuł\w*|koszyk\w*)"
        r"|(?:estes|seu|não) .{0,40}\b(?:artigos|produtos|itens|carrinho)", _I)),
    ("unknown", re.compile(
        r"(?:do(?:es)?(?: not|n['’]t)|did(?: not|n['’]t)) (?:exist|recogni[sz]e|know|find)|(?:not|n['’]t"
        r"|never) (?:\w+ )?(?:recogni[sz]ed?|found|exist|know|valid)"
        r"|invalid|unknown|incorrect|no such|wrong code|check (?:it|the code|your code|the spelling)|typing"
        r"|unbekannt|ungültig|nicht (?:gefunden|gültig|bekannt|erkannt)"
        r"|existiert nicht|kennen .{0,30}nicht|falsch|inconnu|invalide|non (?:valide|reconnu|valable)"
        r"|n['’](?:existe|est) pas|pas (?:valide|valable|reconnu)|introuvable|incorrecte?"
        r"|no (?:conocemos|existe|es válid\w|válid\w|encontrad\w|reconoce\w*)|inválid[oa]|desconocid[oa]"
        r"|incorrect[oa]|non (?:esiste|è valido|valido|riconosciuto|trovato)"
        r"|non conosciamo|sconosciuto|errato|onbekend|kennen (?:we|wij) niet|kennen .{0,20}code .{0,10}niet"
        r"|ongeldig|niet (?:gevonden|geldig|herkend)|bestaat niet|nieznan\w*"
        r"|nieprawidłow\w*|nieważn\w*|niepoprawn\w*|błędn\w*|nie (?:istnieje|znaleziono|znamy)"
        r"|não (?:conhecemos|existe|é válid\w|encontrad\w|reconhec\w*)|desconhecid[oa]", _I)),
)  # fmt: skip
_REFUSES = re.compile(
    r"\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)|not (?:applied|accepted|eligible|applicable)|unable"
    r"|sorry|fail\w*|rejected|declined"
    r"|kann nicht|konnte nicht|leider|nicht (?:eingelöst|angewendet|möglich)|impossible|désolé\w*|ne peut"
    r"|n['’]a pas pu|no se (?:puede|pudo|ha podido)|lo sentimos"
    r"|non (?:può|è stato possibile|applicabile)|spiacenti|kan niet|kon niet|helaas|nie (?:można|udało)"
    r"|niestety|não (?:foi possível|pode)|desculpe)\b",
    _I,
)
_LIMITED = re.compile(
    r"\b(?:(?:is|valid|works) for .{2,40} only|only (?:valid |works )?(?:for|on)|gilt nur|nur (?:für|auf)"
    r"|uniquement (?:pour|sur)|s[oó]lo (?:para|en|per|su)|alleen (?:voor|op)|tylko (?:na|dla|do)"
    r"|(?:apenas|só) (?:para|em))\b",
    _I,
)
"""What says for what a code is meant, where nothing says that it was taken."""
_WORKS = re.compile(
    r"\b(?:applied|added|accepted|activated|success\w*|takes? .{0,20}off|you(?:['’]ve)? sav\w+|you get"
    r"|enjoy|redeemed|\d+ ?% off|eingelöst|angewendet"
    r"|hinzugefügt|aktiviert|erfolgreich|sie sparen|gespart|abgezogen|appliquée?|ajoutée?|activée?"
    r"|acceptée?|économisez|aplicado|añadido|activado|canjeado|ahorr\w+"
    r"|applicato|aggiunto|attivato|inserito|risparmi\w*|toegepast|toegevoegd|geactiveerd|bespaart"
    r"|zastosowan\w*|dodan\w*|aktywowan\w*|naliczon\w*|oszczędzasz"
    r"|adicionado|ativado|poupa|economiz\w+)\b",
    _I,
)
_DENIED = re.compile(
    r"\b(?:not|nicht|pas|no|non|niet|nie|não|already|bereits|déjà|ya|già|al|już|já)\W+(?:\w+\W+){0,2}$", _I
)


def promo_outcome(before: Bill, after: Bill, message: str, code: str) -> PromoOutcome:
    """What came of a code, by the bills before and after it and what the page said beside it."""
    first, second = _amount(before, after), _amount(after, before)
    told = " ".join(message.split())
    if first is None or second is None or first.currency != second.currency:
        return PromoOutcome("unknown", f"We saw no total that shows whether the code {code} worked.")
    saved = first.amount - second.amount
    if saved >= minor_unit(second.currency):
        return _worked(before, after, told, code, saved)
    return _not_worked(before, after, told, code, second)


def _amount(bill: Bill, other: Bill) -> BillLine | None:
    """What is due, by the same kind of sum on both pages."""
    return (
        bill.total if bill.total and other.total else (bill.get("subtotal") if not other.total else bill.due)
    )


_SHARE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?) ?%")


def _worked(before: Bill, after: Bill, told: str, code: str, saved: Decimal) -> PromoOutcome:
    money = written(saved, after.currency)
    named = _new_discount(before, after)
    if named and _is_twice(before, after, saved):
        sentence = f'The code {code} took off {money}, though the page says "{named.quote}": counted twice.'
        return PromoOutcome("twice", sentence, saved=saved)
    share = _more_than_told(told, before, named)
    if named and share:
        sentence = (
            f'The code {code} took off {money}: "{named.quote}" is more than the {share} that was told.'
        )
        return PromoOutcome("twice", sentence, saved=saved)
    success = says_it_worked(told)
    if not success and not named and code.casefold() not in told.casefold():
        sentence = f"The code {code} took off {money}, and nothing says so."
        return PromoOutcome("worked-silently", sentence, saved=saved)
    if reason_of(told) and not success:
        sentence = f'The code {code} took off {money}, though the page says "{told}".'
    elif (short := _short_of(told, after, saved)) is not None:
        sentence = f'The code {code} took off {money}, {short} less than told: "{told}".'
    else:
        sentence = f"The code {code} worked: it took off {money}."
    return PromoOutcome("worked", sentence, saved=saved)


def _not_worked(before: Bill, after: Bill, told: str, code: str, due: BillLine) -> PromoOutcome:
    reason = reason_of(told)
    named = _new_discount(before, after)
    if not reason and (says_it_worked(told) or named):
        said = told if says_it_worked(told) else (named.quote if named else "")
        same = f'but "{due.quote}" is as much as before'
        sentence = f'The page says "{said}", {same}: the code {code} took off nothing.'
        return PromoOutcome("ignored", sentence)
    if reason:
        return PromoOutcome(
            "refused", f'The code {code} was refused; the page says {_SAID[reason]}: "{told}".', reason
        )
    return PromoOutcome("refused-silently", f"The code {code} did nothing, and the page does not say why.")


def reason_of(message: str) -> Reason:
    """Why a message refuses a code; "" where it refuses none."""
    text = " ".join(message.split())
    if not text or (says_it_worked(text) and not tells_of_trouble(text) and not _REFUSES.search(text)):
        return ""
    found = next((reason for reason, words in _REASONS if words.search(text)), None)
    if found:
        return found
    refused = _REFUSES.search(text) or _LIMITED.search(text) or tells_of_trouble(text)
    return "other" if refused else ""


def says_it_worked(message: str) -> bool:
    """Whether a message says that a code was taken."""
    found = _WORKS.search(message)
    if found is None or _REFUSES.search(message):
        return False
    return not _DENIED.search(message[: found.start()])


def _new_discount(before: Bill, after: Bill) -> BillLine | None:
    """The discount that stands on the bill now and did not before."""
    old = [(line.label, line.amount) for line in before.all("discount")]
    return next(
        (line for line in after.all("discount") if line.amount and (line.label, line.amount) not in old), None
    )


def _is_twice(before: Bill, after: Bill, saved: Decimal) -> bool:
    """Whether twice the discount was taken off, and no other line of the bill explains it."""
    named = -(after.sum("discount") - before.sum("discount"))
    fair = minor_unit(after.currency)
    if named <= 0:
        return False
    lines = [line for line in after.all("discount") if line.amount]
    if len(lines) > 1 and len({line.quote.casefold() for line in lines}) == 1 and not before.all("discount"):
        return abs(saved - named) <= fair
    other = sum(
        (before.sum(kind) - after.sum(kind) for kind in ("delivery", "fee", "tax", "credit")), Decimal()
    )
    return abs(saved - 2 * named) <= fair and abs(saved - named - other) > fair


def _more_than_told(told: str, before: Bill, named: BillLine | None) -> str:
    """The share a message names ("10 %"), where the discount on the bill is more than that; else ""."""
    shares = _SHARE.findall(told)
    if named is None or len(shares) != 1 or before.all("discount"):
        return ""
    whole = max((line.amount for line in (*before.all("subtotal"), *before.all("total"))), default=Decimal())
    most = whole * Decimal(shares[0].replace(",", ".")) / 100 + minor_unit(before.currency)
    return f"{shares[0]} %" if whole and abs(named.amount) > most else ""


def _short_of(told: str, after: Bill, saved: Decimal) -> str | None:
    """How much less was taken off than a message says, as an amount; None where it says no amount."""
    off = re.search(
        r"(?P<price>[^.!]{0,20}?)\s*(?:off|saved|discount|rabatt|remise|descuento|sconto|korting|rabat"
        r"|desconto)\b",
        told,
        _I,
    )
    named = prices(off["price"]) if off else ()
    if len(named) != 1 or named[0].currency != after.currency:
        return None
    less = abs(named[0].amount) - saved
    return written(less, after.currency) if less > minor_unit(after.currency) else None
