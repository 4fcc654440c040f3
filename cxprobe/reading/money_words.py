"""What the words beside an amount of money mean, in eight languages: a lexicon, nothing learnt.

English, German, French, Spanish, Italian, Dutch, Polish, Portuguese, in this order in each pattern.
"""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST_LABEL = 70
"""Letters beyond which words before an amount are a sentence and no label. Ours."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_TAX = _words(
    r"vat|v\.a\.t\.|(?:sales |local |state |city |country )?tax(?:es)?|gst|hst|pst|qst|duty|duties"
    r"|(?:mehrwert|umsatz)?steuern?|mwst\.?|ust\.?|t\.?v\.?a\.?|taxes?|i\.?v\.?a\.?|impuestos?|imposte?"
    r"|b\.?t\.?w\.?"
    r"|belasting(?:en)?|podatek|podatku|podatki|ptu|impostos?|i\.?v\.?v\.?a\.?"
)
_INCLUDED = _words(
    r"incl\.?|inclusive(?: of)?|inc\.?|includ(?:es?|ed|ing)|of which|therein|contains|inkl\.?|inklusive"
    r"|enthält"
    r"|enthaltene?[rns]?|einschl\.?"
    r"|einschließlich|davon|darin|dont|compris(?:es?)?|incluse?s?|ttc|incluid[oa]s?|incluye(?:ndo)?"
    r"|inclus[oaie]|compres[oaie]|with (?:vat|tax|gst)|mit (?:mwst|ust|mehrwertsteuer)\.?|avec t\.?v\.?a\.?"
    r"|con i\.?v\.?a\.?|met b\.?t\.?w\.?|com i\.?v\.?a\.?"
    r"|di cui|inclusief|waarvan|inbegrepen|w tym|zawiera|zawarty|wliczony|z vat|inclu[íi]d[oa]s?|inclui"
    r"|dos quais"
)
_ADDED = _words(
    r"plus|added|add|zzgl\.?|zuzüglich|en sus|más|più|aggiunta|plus|vermeerderd met|plus|dolicz\w*|mais"
    r"|acresce\w*"
)
_NET = _words(
    r"excl\.?|ex\.?|exc\.?|excluding|exclusive|without|before|net|netto\w*|ohne|exkl\.?|vor|ht|hors|h\.t\."
    r"|sans|avant|sin"
    r"|antes de|neto|senza|escl\.?|esclus[oa]|al netto|imponibile|exclusief|zonder|bez|sem|excluindo"
)
_SAVING = _words(
    r"(?:total |your |you(?:'ve|’ve)? |you have |you are |you're )?sav(?:ed?|ings?|ing)|ersparnis"
    r"|sie sparen|gespart"
    r"|vous économisez|économies?|ahorr(?:as|a|o|ado)|risparmi(?:o|ato|ate)?|u bespaart|je bespaart"
    r"|bespaart|besparing"
    r"|bespaard|oszczędzasz|oszczędności|poup(?:a|ança|ou|e)"
)
_CREDIT = _words(
    r"gift[ -]?cards?|gift[ -]?(?:voucher|certificate)s?|(?:store|account|shop) credit|credit (?:applied"
    r"|balance)"
    r"|(?:already|amount) paid|paid (?:already|so far)|prepaid|deposit paid|(?:loyalty|reward|bonus) points"
    r"|(?:geschenk|wert)-?(?:gutschein|karte)\w*|guthaben|anzahlung|bereits (?:be|ge)zahlt"
    r"|carte[s-]? ?cadeaux?"
    r"|chèques?[- ]cadeaux?|avoir|acompte|déjà (?:payé|réglé)|(?:tarjeta|cheque)s? (?:de )?regalo|saldo"
    r"|anticipo"
    r"|(?:carta|buono|buoni) regalo|acconto|cadeau(?:bon|kaart)\w*|tegoed|aanbetaling"
    r"|kart[ay] (?:podarunkow|upominkow)\w+"
    r"|bon podarunkowy|zaliczka|cartão[ -](?:de )?(?:presente|oferta)|(?:vale|cheque)[- ](?:presente"
    r"|oferta)|sinal pago"
)
_DISCOUNT = _words(
    r"discounts?|promo(?:tion)?s?(?: (?:code|discount))?|promotional|coupons?|vouchers?|offer|reductions?"
    r"|markdown"
    r"|\w*rabatte?|(?:aktions-?)?gutschein\w*|\w*nachlass|aktionscode|remises?|réductions?|code promo"
    r"|bons? de réduction"
    r"|descuentos?|cup[oó]n(?:es)?|código promocional|sconti?|sconto|buono|codice sconto|coupon"
    r"|\w*korting(?:en|scode)?"
    r"|actiecode|zniżk[ai]|rabatu?|kupon(?:y|u)?|kod rabatowy|promocj[ai]|descontos?|cupão|cupom"
    r"|vale de desconto"
)
_DELIVERY = _words(
    r"deliver(?:y|ies)|shipping|shipment|postage|p ?& ?p|p&p|carriage|freight|versand\w*|liefer(?:ung"
    r"|kosten|gebühr\w*)"
    r"|zustellung|porto(?:kosten)?|livraison|(?:frais d(?:e |')(?:port|envoi|expédition))|port|expédition"
    r"|acheminement"
    r"|envíos?|gastos de envío|entrega|spedizione|consegna|verzend\w*|bezorg\w*|levering|dostaw[ay]"
    r"|wysyłk[ai]"
    r"|przesyłk[ai]|frete|envios?|portes(?: de envio)?|entregas?|collection|click (?:&|and) collect"
    r"|pick[- ]?up|abholung"
    r"|retrait|recogida|ritiro|afhalen|odbiór|levantamento|retirada"
)
_FEE = _words(
    r"fees?|surcharges?|handling|small order\w*|service charge|donations?|tip|gift wrap\w*"
    r"|(?:bottle )?deposit|insurance"
    r"|protection|\w*gebühr(?:en)?|\w*zuschlag|\w*aufschlag|nachnahme|\w*pfand|spende|trinkgeld"
    r"|geschenkverpackung"
    r"|frais|supplément|consigne|éco[- ]?participation|assurance|pourboire|emballage cadeau|comisi(?:ó|o)n"
    r"|recargo|cargos?"
    r"|gastos de gestión|donativo|donación|propina|seguro|commission[ei]|supplemento|contrassegno|donazione"
    r"|mancia"
    r"|assicurazione|\w*toeslag|\w*kosten|statiegeld|donatie|fooi|opłat[ay]|dopłata|pobranie|kaucja"
    r"|darowizna|napiwek"
    r"|taxa|sobretaxa|doação|gorjeta|embrulho"
)
_SUBTOTAL = _words(
    r"sub-? ?total(?:e[ns]?|en|i)?|zwischen-?summe|sous[- ]?total|sous[- ]?totaux|subtota(?:le|al)"
    r"|sub-?totaal|suma częściowa"
    r"|suma pośrednia|wartość (?:produktów|towarów|koszyka|zamówienia)|waren-?wert|bestellwert|artikelsumme"
    r"|nettosumme"
    r"|(?:goods|merchandise|items?|products?) (?:total|value|subtotal)|total (?:of |des |de )?(?:articles"
    r"|produits"
    r"|goods|items|products)"
    r"|total (?:de )?(?:artículos|productos|articoli|prodotti|artikelen|produtos)|totaal (?:artikelen"
    r"|producten)"
    r"|valeur des (?:articles|produits)|valor (?:de )?(?:los |dos )?(?:artículos|productos|produtos)"
    r"|wartość przedmiotów"
    r"|produkty|razem produkty|imponibile|base imponible|total ht|net (?:total|amount)|cena produktów"
)
_COUNTED = _words(
    r"(?:\d+ )?(?:items?|articles?|artikel(?:en)?|produits?|artículos?|productos?|articol[oi]|prodott[oi]"
    r"|producten"
    r"|produkty|artigos?|produtos?|itens)(?: \d+)?|netto(?:betrag|summe)?|net|neto|líquido|hors taxes?"
    r"|(?:valor|importe|importo|betrag|bedrag|amount|wartość|kwota|montant) (?:sem|sin|senza|ohne|zonder"
    r"|excl\.?|without|before|bez|hors) (?:i\.?v\.?a\.?|mwst\.?|ust\.?|btw|vat|tax(?:es)?|tva)"
)
_BASKET = _words(
    r"(?:basket|cart|bag) total|total (?:basket|cart)|warenkorb-?(?:summe|wert)|total (?:du )?panier"
    r"|total (?:del )?(?:carrito|carrello)|totale carrello|totaal winkelwagen|suma koszyka|total do carrinho"
)
_BASKET_LINK = _words(
    r"(?:my |your |view |the )?(?:shopping )?(?:basket|cart|bag|trolley)|warenkorb|einkaufswagen|(?:mon "
    r"|votre )?panier"
    r"|(?:mi |tu )?(?:carrito|cesta)|(?:il tuo )?carrello|winkel(?:wagen|mand)(?:je)?|koszyk"
    r"|(?:o seu )?carrinho|sacola"
)
_AFTER = _words(r"after|nach|après|después|tras|dopo|na|po|após|depois")
_STRONG = _words(
    r"gross(?: total| amount)?|(?:importe |total )?bruto|lordo|brut"
    r"|to pay|to be paid|you(?:'ll| will)? pay|payable|due|amount charged|(?:grand|order|final"
    r"|overall) total|total to pay"
    r"|total (?:amount|price|cost|paid|charged)|payment total|zu zahlen\w*|zahl(?:betrag|summe)"
    r"|gesamt(?:summe|betrag|preis)"
    r"|brutto(?:betrag|summe)?|end(?:summe|betrag)|rechnungsbetrag|à payer|net à payer|montant (?:total|dû"
    r"|à payer|payé)"
    r"|total (?:ttc|général)"
    r"|total (?:de (?:la|votre) )?commande|(?:total |importe )?a pagar|importe total|total (?:del )?pedido"
    r"|precio total"
    r"|da pagare|importo totale|totale (?:ordine|dell['’]ordine|complessivo|generale|finale)|te betalen"
    r"|eind(?:totaal|bedrag)"
    r"|totaal(?:bedrag|prijs)|do zapłaty|(?:całkowita )?kwota(?: całkowita)?|koszt całkowity|suma całkowita"
    r"|total (?:da encomenda|do pedido|geral)|valor (?:total|a pagar)|montante total|total (?:incl|inc"
    r"|inkl)\.?"
)
_TOTAL = _words(
    r"totals?|total(?:e|i)|totaal|gesamt|insgesamt|summe|gesamtkosten|suma|razem|łącznie|ogółem|amount"
    r"|importe|paid|charged"
)
_NO_TOTAL = _words(
    r"(?:total|gross|net) (?:number|weight|quantity|points|units)|gesamt(?:gewicht|anzahl|zahl)"
    r"|poids total|peso total\w*|totaalgewicht"
    r"|łączna (?:liczba|waga)|total de (?:unidades|puntos|pontos)|points?|punkte|puntos|punti|punten|punkty"
    r"|pontos"
)
_FREE = re.compile(
    r"(?<!\w)(?:free|no charge|complimentary|kostenlos\w*|kostenfrei\w*|gratis|versandkostenfrei|frei"
    r"|gratuite?s?|offerte?s?"
    r"|gratuit[oa]s?|omaggio|darmow\w+|bezpłatn\w+|za darmo|grátis|0)(?!\w)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?<!\w)(?:over|above|from|under|below|at least|minimum|min\.?|spend|spending|more than|only|another"
    r"|orders? of|worth|was"
    r"|rrp:?|rrp of|msrp:?|instead of|old price:?|previous(?:ly)?:?|list price:?|regular(?: price)?:?|up to"
    r"|save|saving|saved|earn"
    r"|ab|über|unter|mindestens|mindestbestellwert|noch|nur|statt|uvp:?|war|vorher:?|bis(?: zu)?|sparen sie"
    r"|dès|à partir de|de plus de"
    r"|au lieu de|plus que|encore|prix conseillé:?|avant:?|jusqu['’]à|desde|a partir de|m[áa]s de"
    r"|superior(?:es)? a|antes:?|pvp:?"
    r"|hasta|ahorra|solo|da|a partire da|oltre|sopra|superiori a|invece di|prima:?|prezzo di listino:?"
    r"|fino a|ancora"
    r"|vanaf|boven|vanaf|nog|adviesprijs:?|i\.p\.v\.|in plaats van|tot|bespaar|od|powyżej|jeszcze|zamiast"
    r"|do|najniższa cena\b.*|cena regularna:?"
    r"|acima de|a partir de|superiores a|em vez de|faltam|até|poupe|per month|reverse|~|≈|≥|>)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"^\s*(?:[-–]\s*[£€$]?\d|/|p\.? ?/?[mw]\b|per\b|pro\b|je\b(?= \d)|par\b|por\b|al\b(?= mes)|a month"
    r"|a week|monthly|mtl\.|monatlich"
    r"|mensuels?|al mese|al mes|per maand|miesięcznie|por mês|off\b|more\b|away\b|(?:or|and) (?:more|over"
    r"|above)|left\b|mehr\b|de plus\b|en plus\b|más\b"
    r"|in più|meer\b|więcej|a mais)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"^\W*(?:each|ea\.?|per (?:item|unit|piece)|(?:pro|je|/) ?(?:stück|stk\.?)|(?:l['’]|/|par )(?:unité"
    r"|pièce)|pièce|(?:cada|por)? ?"
    r"(?:uno|unidad)|cad\.?(?:auno)?|ciascun[oa]|al pezzo|per stuk|/ ?st(?:uk|k)\.?|za szt\w*\.?|/ ?szt\.?"
    r"|szt\.|por unidade|cada)(?!\w)",
    re.IGNORECASE,
)
_UNIT_LABEL = _words(
    r"unit price|price each|item price|price per (?:item|unit)|each|einzelpreis|stückpreis|prix unitaire"
    r"|precio unitario"
    r"|prezzo unitario|stuksprijs|prijs per stuk|cena jednostkowa|cena za sztukę|preço unitário"
    r"|preço por unidade"
)
_INSTALMENT = _words(
    r"instal?lments?|interest[- ]free|monthly|klarna|afterpay|clearpay|laybuy|pay in \d|payments? of|zip"
    r"|raten\w*|ratenzahlung"
    r"|monatlich\w*|finanzierung|fois sans frais|en \d fois|mensualités?|plazos|cuotas|a rate|\d rate"
    r"|termijnen|gespreid|raty|ratach"
    r"|prestaç(?:ão|ões)|parcelas?|sem juros|earn|points"
)
_PENDING = re.compile(
    r"calculat\w+|(?:tbc|tbd)\b|to be (?:confirmed|determined|calculated)|(?:at|in the) (?:checkout"
    r"|next step|the next step)"
    r"|enter (?:your |a )?(?:[a-z]+ )?(?:address|postcode|zip)|not (?:yet )?(?:calculated|included)"
    r"|depends on|(?:plus"
    r"|excl\w*\.?|without) (?:delivery|shipping)"
    r"|(?:wird|werden) (?:\w+ )*(?:berechnet|ermittelt)|zzgl\.? (?:\w+ )?(?:versand|liefer)\w*|zuzüglich"
    r"|(?:hors|plus|sans) (?:frais de )?(?:port|livraison)"
    r"|calcul\w+|se calcula\w*|por calcular|(?:más|sin|no incluye) (?:gastos de )?env[íi]o|calcolat\w+"
    r"|da calcolare|escluse? (?:le )?(?:spese|spedizione)"
    r"|berekend|excl(?:usief|\.)? verzend\w*|obliczan\w+|naliczan\w+|zostan\w+ obliczon\w+|bez kosztów"
    r"|calculad\w+|a calcular|mais portes|sem portes"
    r"|zur kasse|noch nicht|selon|en fonction",
    re.IGNORECASE,
)
_ALREADY = _words(
    r"already|applied above|includ(?:es|ed|ing)|incl\.?|bereits|enthalten\w*|inkl\.?|déjà|compris\w*|ya"
    r"|incluid\w+|già|inclus\w+|al|reeds|już|já"
)
_RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\([^()]*$|^[^()]*\)")
_WHEN = re.compile(
    r"\d.{0,12}(?:day|tag|werktag|jour|día|giorn|dag|dni|dzień|dia)|tomorrow|today|morgen|heute|demain"
    r"|mañana|domani|jutro|amanhã"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|poniedziałek|wtorek|środ[aę]|czwartek|piątek|sobot[aę]|niedziel[aę]|(?:segunda|terça|quarta|quinta"
    r"|sexta)(?:-feira)?",
    re.IGNORECASE,
)

_IN_ORDER = (
    ("delivery", _DELIVERY), ("credit", _CREDIT), ("discount", _DISCOUNT), ("saving", _SAVING), ("tax", _TAX),
    ("fee", _FEE),
)  # fmt: skip


def kind_of(label: str) -> str:
    """What an amount with this label is.

    subtotal, delivery, discount, credit (a gift card, what was paid before), saving (told, perhaps not
    taken off), tax, fee or total; "" where the words are none of these.
    """
    label = label.strip(" \t:–—-*·•|")
    if not label or len(label) > LONGEST_LABEL:
        return ""
    bare = " ".join(_BRACKETS.sub(" ", label).split()).strip(" :–—-*")
    return _kind(bare) if bare and _kind(bare) else _tax_alone(label)


def _kind(label: str) -> str:
    if _NO_TOTAL.search(label):
        return ""
    summed = _SUBTOTAL.search(label) or _BASKET.search(label) or _STRONG.search(label) or _TOTAL.search(label)
    if _SUBTOTAL.search(label) or _COUNTED.fullmatch(label):
        return "subtotal"
    if summed and _starts(label, summed):
        return _of_sum(label)
    found = next((kind for kind, words in _IN_ORDER if _near_start(words.search(label))), "")
    if found:
        return found
    return _of_sum(label) if summed and _near_start(summed) else ""


def _of_sum(label: str) -> str:
    """A label that sums something up: of everything, of the goods, or of one kind ("total savings")."""
    parts = _TAX.search(label) or _DELIVERY.search(label) or _DISCOUNT.search(label)
    if _NET.search(label) and (parts or len(label.split()) <= 3):
        return "subtotal"
    if _AFTER.search(label):
        return "total"
    if _SUBTOTAL.search(label):
        return "subtotal"
    if _INCLUDED.search(label):
        return "total"
    kind = next((kind for kind, words in _IN_ORDER[:5] if words.search(label)), "")
    return kind or ("total" if not re.search(r"\bkosten\b", label, re.I) else "fee")


def _starts(label: str, found: re.Match[str]) -> bool:
    return found.start() == 0 or len(label[: found.start()].split()) <= 1


def _near_start(found: re.Match[str] | None) -> bool:
    """Among the first words: a name of goods or a sentence has such words further back."""
    return found is not None and len(found.string[: found.start()].split()) <= 4


def _tax_alone(label: str) -> str:
    return "tax" if _TAX.search(label) and (_INCLUDED.search(label) or _ADDED.search(label)) else ""


def weight_of_total(label: str) -> int:
    """How surely a total is the one to be paid: 0 a basket's, 1 a bare "Total", 2 one that says so."""
    if _BASKET.search(label):
        return 0
    return 2 if _STRONG.search(label) else 1


def is_tax_included(label: str) -> bool | None:
    """Whether a tax is part of the prices already; None where the words do not say."""
    if _INCLUDED.search(label):
        return True
    return False if _ADDED.search(label) or label.strip().startswith("+") else None


def speaks_of_net(text: str) -> bool:
    """Whether prices without tax are spoken of."""
    return any(_NET.search(line) and _TAX.search(line) for line in text.splitlines())


def is_basket_link(label: str) -> bool:
    """Whether a label only names the basket: what stands beside it in a page's head is no line of a bill."""
    return bool(_BASKET_LINK.fullmatch(" ".join(re.sub(r"[\d()•·:]|items?|artikel", " ", label).split())))


def says_free(text: str) -> bool:
    """Whether words stand for "costs nothing"."""
    return bool(_FREE.search(text))


def says_later(text: str) -> bool:
    """Whether words put an amount off: "calculated at the next step"."""
    return bool(_PENDING.search(text))


def says_when(text: str) -> bool:
    """Whether words tell a time, as a label never does: "Delivery in 3 days"."""
    return bool(_WHEN.search(text))


def says_already(text: str) -> bool:
    """Whether a discount is told to be in the prices already."""
    return bool(_ALREADY.search(text))


def is_aside(before: str, after: str) -> bool:
    """Whether an amount between these words is not to be paid here: "free over £50", "was £60"."""
    return bool(_CONDITION.search(before) or (_PER.search(after) and not _EACH.search(after)))


def is_instalment(line: str) -> bool:
    """Whether a line tells how a price may be paid in parts."""
    return bool(_INSTALMENT.search(line))


def is_each(label: str, after: str) -> bool:
    """Whether an amount is the price of one."""
    return bool(_EACH.search(after) or _UNIT_LABEL.search(label))


def is_gift(label: str) -> bool:
    """Whether a voucher may be one that was bought, and so is money: its tax is on the whole price."""
    return bool(_CREDIT.search(label)) or (
        bool(re.search(r"gutschein|voucher|\bbon\b|buono|\bvale\b|\bbon\b", label, re.I))
        and not re.search(r"%|discount|rabatt|promo|code|aktion|[A-Z]{2,}\d{1,3}\b", label)
    )


def count_of(label: str) -> int | None:
    """How many articles a label speaks of: 2 in "Subtotal (2 items)"; None where it does not."""
    found = re.search(r"\(?(?<![\d.,])(\d{1,3})(?![\d.,]| ?%)(?: [^\W\d]+)?\)?", label)
    return int(found[1]) if found else None


def speaks_of(kind: str, text: str) -> bool:
    """Whether a kind of cost is named anywhere in a text."""
    return any(name == kind and words.search(text) for name, words in _IN_ORDER)


def rate_of(label: str) -> Decimal | None:
    """The percentage a label quotes, or None."""
    found = _RATE.search(label)
    return Decimal(found[1].replace(",", ".")) if found else None
