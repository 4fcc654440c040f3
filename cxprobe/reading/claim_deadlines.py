"""How shops say lengths of time: to send things back, of a guarantee, of delivery, in eight languages."""

from __future__ import annotations

import re

from cxprobe.reading.claim_words import LENGTH as _L

_I = re.IGNORECASE
RETURNS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # English
        rf"{_L}(?:['’]s?)? (?:after (?:delivery|purchase|receipt|it arrives|you receive it),? |from"
        rf" (?:delivery|receipt)"
        r" |of (?:delivery|receipt|purchase) )?(?:(?:free|easy|no[- ]quibble|hassle[- ]free|money[- ]back) )*"
        r"(?:returns?\b|return (?:policy|period|window|right)|right of return|to (?:return|send|bring"
        r"|change your mind|decide))",
        r"\b(?:return(?:s|ed)?|returnable|(?:send|sent|bring|give|take) (?:\w+ ){0,2}?back|change your"
        r" mind)\b"
        rf"(?P<gap>[^.;:!?]{{0,50}}?)\b(?:within|in|for|during|are|is|deadline of|period of|only)\s+(?:the"
        rf" )?(?:first )?(?:only )?{_L}",
        rf"\bwithin {_L}(?P<gap>[^.;:!?]{{0,30}}?)\b(?:return|(?:send|bring) (?:it|them|anything"
        rf"|something)(?: \w+)? ?back)\b",
        # German, French, Spanish, Italian, Dutch, Polish, Portuguese
        rf"{_L}(?: lang)? (?:rückgabe\w*|rücksende\w*|retoure\w*|zeit(?P<gap>[^.;:!?]{{0,30}}?)zurück\w*)",
        rf"\b(?:rückgabe|rücksend|retour|zurück)\w*\b(?P<gap>[^.;:!?]{{0,40}}?)\b(?:innerhalb von|binnen"
        rf"|nach|beträgt|von) {_L}",
        rf"\b(?:innerhalb von|binnen) {_L}(?P<gap>[^.;:!?]{{0,40}}?)\bzurück\w*",
        rf"{_L} pour (?:changer d'avis|(?:le |la |les |nous )?(?:renvoyer|retourner|rendre))",
        rf"\b(?:retours?|renvoyer|retourner)\b(?P<gap>[^.;:!?]{{0,40}}?)\b(?:sous|dans les|pendant|en|de)"
        rf" {_L}",
        rf"{_L} para (?:devolver\w*|hacer (?:la |una )?devoluci\w+|fazer (?:a |uma )?devolu\w+)",
        rf"\bdevol\w+(?P<gap>[^.;:!?]{{0,40}}?)\b(?:en|dentro de|durante|de|em|no prazo de) {_L}",
        rf"{_L} per (?:restitu\w+|rend\w+|il reso|effettuare (?:il|un) reso)",
        rf"\b(?:reso|resi|restitu\w+)(?P<gap>[^.;:!?]{{0,40}}?)\b(?:entro|in|di) {_L}",
        rf"{_L} (?:bedenktijd|retourrecht|om (?P<gap>[^.;:!?]{{0,30}}?)(?:terug|retour)\w*)",
        rf"\b(?:retour\w*|terug\w*)(?P<gap>[^.;:!?]{{0,40}}?)\b(?:binnen|van) {_L}",
        rf"{_L} na (?:zwrot|odesłanie)",
        rf"\b(?:zwrot\w*|zwróci\w+|odesł\w+)(?P<gap>[^.;:!?]{{0,40}}?)\b(?:w ciągu|do) {_L}",
    )
)
"""How a time to send things back is said."""
NOT_RETURNS = re.compile(
    r"\b(?:refund\w*|money|credit\w*|process\w*|receiv\w+ (?:your|the) return|inspect\w*|labels?|regist\w+"
    r"|request\w*|(?:come|get|be|write|call) back to|in touch|arrives? (?:with|at)|reach(?:es)? (?:us|our)"
    r"|answer\w*|repl(?:y|ies)|respond\w*|check(?:ed"
    r"|ing|s)?|to (?:the|a|any|your|our) (?:\w+ )?(?:shops?|stores?|branch|post office)"
    r"|geprüft|prüfen|vérifi\w+|comprob\w+|revis\w+|controll\w+|gecontroleerd|sprawdz\w+|verific\w+"
    r"|print\w*|courier|collected|erstatt\w+|gutschr\w+|etikett|rembours\w+|étiquette|reembols\w+|etiqueta"
    r"|rimbors\w+"
    r"|etichetta|terugbeta\w+|pieniędzy|środków|etykiet\w+)\b",
    _I,
)
"""What makes such a time one of refunds, checks, labels or collection."""
FOR_MONEY = re.compile(
    r"\b(?:for|and get|to get|with) (?:a |an |your |the )?(?:full |complete |quick )?"
    r"(?:refund|money back|exchange or refund|credit)\b",
    _I,
)
"""What somebody gets who sends things back in time: no other deadline."""
GUARANTEE = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"{_L}(?:['’]s?)?(?: \w+)? (?:guarantee|warranty|garantie|gwarancji)",
        rf"{_L} (?:de garantía|di garanzia|de garantia|de garantie)",
        r"\b(?:guarantee|warranty|garantie|garantía|garanzia|gwarancj\w+|garantia)(?: (?:is|of|lasts|for"
        r"|period|runs|de|di"
        rf"|von|van|beträgt|na))*[:,]?\s+(?:for )?{_L}",
        rf"\bguaranteed for {_L}",
    )
)
"""How a guarantee is said."""
DELIVERY = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"\b(?:delivery|shipping)\b(?: (?:time|times|usually|to [\w ]{2,20}?))?(?::| is| are| in| takes?| -"
        r"| –|,)*"
        rf"\s+(?P<within>within )?{_L}",
        rf"\b(?:we |is |are |be )?deliver(?:ed|s)?\b[^.;:!?\d]{{0,25}}?\b(?:in|takes"
        rf"|(?P<within>within))\s+{_L}",
        rf"{_L} delivery\b",
        rf"\b(?:with you|arrives?|get it|there)\b[^.;:!?\d]{{0,12}}?\b(?:in|(?P<within>within))\s+{_L}",
        rf"\b(?:lieferzeit|lieferung|geliefert|liefern)\b[^.;!?\d]{{0,30}}?{_L}",
        rf"\blivr\w+[^.;!?\d]{{0,30}}?\b(?:en|sous|dans les|:|de)\s+{_L}",
        rf"\b(?:entrega\w*|consegna\w*|levertijd|bezorg\w*|geleverd|levering"
        rf"|dostaw\w*)\b[^.;!?\d]{{0,30}}?{_L}",
    )
)
"""How long delivery takes; group within where it is an upper end."""
THIS_PARCEL = re.compile(
    r"\b(?:your|the|it) ?(?:[\w'-]+ ){0,4}?(?:is|are|'s|has|have)(?: \w+)? (?:(?:now |already |been )*"
    r"(?:on (?:its|the|their) way|dispatched|shipped|out for delivery|left (?:us|our|the)))\b"
    r"|\bist (?:\w+ )?unterwegs\b|\best en route\b|\b(?:está )?en camino\b|\bè in (?:arrivo|viaggio)\b"
    r"|\bis onderweg\b|\bjest w drodze\b|\bestá a caminho\b|\bsend(?:ing)?(?: it)? today\b",
    _I,
)
"""What says that one parcel is on its way: what follows is of that one, and no rule."""
NOT_DELIVERY = re.compile(
    r"\b(?:dispatch\w*|ships?|shipped|leaves?|left|refund\w*|returns?|send (?:\w+ )?back|after delivery|of"
    r" delivery|from delivery"
    r"|order(?:ed)? before|cut-?off|late|delay\w*|lost|signed|report\w*|claim\w*|notify|contact us|invoice"
    r"|pay|versandfertig"
    r"|verschickt|versendet|expédi\w+|enví\w+|spedi\w+|verzonden|wysyłk\w+|if|unless|attempt\w*|free"
    r"|postcode)\b",
    _I,
)
"""What makes such a time one of dispatch, returns, cut-offs or complaints."""
AT_LARGE = re.compile(
    r"deliver|shipping|shipment|postage|liefer|versand|sendung|livr|entreg|envío|envio|consegn|spedi|lever"
    r"|bezorg"
    r"|verzend|dostaw|wysyłk|orders?$|parcels?$|packages?$|items?$|everything|standard|express|normal|usual"
    r"|chat"
    r"|post$|bestell|commande|pedido|ordine|zamówi|courier|time$|cost|délai|plazo|prazo|temp[io]$"
    r"|termin|czas|frist",
    _I,
)
"""How a sentence begins that tells of delivery at large, and of no one product."""
