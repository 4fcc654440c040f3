"""What was done by saying something: asking, settling, offering, handing on, saying sorry.

Small lexicons by meaning, English first, with German, French and Spanish beside it. Text goes in,
meaning comes out: no clock, no network. What a lexicon does not know it does not see, so absence
is never read as its opposite.
"""

from __future__ import annotations

import re

from cxprobe.reading.courtesy import says_closed
from cxprobe.reading.facts import (
    SHAPED,
    canonical,
    facts_asked,
    facts_given,
    is_answer,
    plain,
    sentences,
    with_parts,
)

__all__ = [
    "SHAPED", "apologises", "asks_for_more", "asks_for_person", "canonical", "complains", "does_not_know",
    "facts_asked", "facts_given", "gesture", "invites_offer", "is_answer", "not_solved", "offers", "remedies",
    "says_closed", "sentences", "settles", "with_parts",
]  # fmt: skip

_I = re.IGNORECASE

_PERSON_WORDS = (
    r"(?:(?<!\bone )(?<!\d )(?<!\bfor a )person|human(?: being)?|agent|colleague|advis[eo]r"
    r"|representative|operator|manager|supervisor"
    r"|specialist|somebody|someone|member of (?:your |our |the )?(?:staff|team))"
)
_WANTS_PERSON = re.compile(
    r"\b(?:speak|talk|chat|connect|transfer|put|pass|hand|get|want|need|give|see|have|like|there|are you)\b"
    r"[^.!?]{0,40}\b(?:real |live |actual |human |other |another )*" + _PERSON_WORDS + r"\b"
    r"|^\W*(?:a |an )?(?:real |live |actual |human )*(?:person|human|agent|operator)(?:,? please|,? now)?\W*$"
    r"|\b(?:menschen?|mitarbeiter\w*|kundenberater\w*)\b.*\b(?:sprechen|reden|verbinden|bitte)\b"
    r"|\bparler (?:à|avec) (?:un|une|quelqu)|\bhablar con (?:una? |alg)",
    _I,
)
_NOT_SOLVED = re.compile(
    r"\b(?:still|again)\b[^.!?]{0,30}(?:n't\b|\b(?:not|broken|wrong|waiting|missing|no)\b)"
    r"|(?:\b(?:not|never)|n't)\b[^.!?]{0,25}\b(?:solved?|resolved?|fixed|help(?:ed)?|helpful|work(?:s|ed"
    r"|ing)?|done"
    r"|what i (?:asked|wanted|want|meant)|answer(?:ed)?|good enough|acceptable|happy|satisf\w+|arrived"
    r"|received)\b"
    r"|\b(?:that|this|it)(?:'s| is) (?:wrong|no (?:use|help|good)|useless|ridiculous|a joke|not enough)"
    r"|\bsame (?:problem|issue|error) (?:again|as before)"
    r"|\b(?:immer noch|noch immer) (?:nicht|kein)|\bnicht gelöst|\btoujours pas|\bpas résolu"
    r"|\b(?:todavía|aún|sigue) (?:no|sin)|\bno (?:está )?resuelto",
    _I,
)
_COMPLAINT = re.compile(
    r"\b(?:broken|faulty|defective|damaged|wrong|late|missing|never (?:came|arrived)|not arrived"
    r"|complain\w*"
    r"|refund|money back|return|unacceptable|disappoint\w+|angry|annoy\w+|terrible|awful|problem|issue"
    r"|(?:does|did|do|is|has)(?: not|n't) (?:work|turn|arrive\w*|function|come))\b"
    r"|\b(?:kaputt|defekt|beschädigt|beschwer\w+|erstatt\w+|cassée?|abîmée?|rembours\w+|rot[oa]"
    r"|reembols\w+)\b",
    _I,
)
_SORRY = re.compile(
    r"\b(?:(?:i|we)(?:'m| am|'re| are) (?:\w+ )?sorry|sorry (?:about|for|to hear|that)|(?:my|our"
    r"|sincere) apologies"
    r"|apologi[sz]e|our (?:mistake|fault)|es tut (?:mir|uns) leid|entschuldig\w+|désolée?s?|excus\w+"
    r"|lo (?:siento|sentimos)|disculp\w+)\b",
    _I,
)
_REMEDY = re.compile(
    r"\b(?:refund|replac\w+|new (?:one|order|kettle|item)|send (?:you )?(?:a|another)|voucher|credit"
    r"|compensat\w+"
    r"|free of charge|at no (?:extra )?cost|put (?:this|that|it) right|made (?:this|that|it) right"
    r"|fixed|corrected"
    r"|cancel\w+|erstatt\w+|ersatz\w*|gutschein|rembours\w+|remplac\w+|bon d'achat|reembols\w+|vale)\b",
    _I,
)
_GESTURE = re.compile(
    r"\b(?:as (?:a|an|our|my|some) (?:small |little |extra )*(?:thank[- ]?you|apology|gesture|token"
    r"|surprise|treat)"
    r"|for (?:your|the) (?:trouble|inconvenience|patience|wait)|on (?:us|the house)|(?:our|my) treat"
    r"|to make up for|with our compliments|no need to (?:send|return) (?:it|the|that)[^.!?]*back"
    r"|als (?:kleines )?(?:dankeschön|entschuldigung|wiedergutmachung)|en guise d'excuse|como disculpa)\b",
    _I,
)
_GIFT = re.compile(
    r"\b(?:voucher|credit|gift|free|extra|upgrade|refund(?:ed)? (?:the )?(?:delivery|shipping|postage)"
    r"|discount|off\b"
    r"|keep (?:it|the)|on (?:us|the house)|compliments|gutschein|geschenk|bon d'achat|cadeau|vale"
    r"|regalo)\b|\d ?%",
    _I,
)
_CANNOT = re.compile(
    r"\b(?:i|we)(?:'m| am|'re| are)? (?:don't|do not|not|can't|cannot|can not|couldn't|unable|wouldn't"
    r"|have no)\b"
    r"[^.!?]{0,30}\b(?:know|sure|help|answer|tell|idea|say|see|access|allowed|authori[sz]ed|understand)\b"
    r"|\bi(?:'d| would| will|'ll) have to ask\b|\bnot (?:my|our) department"
    r"|\bweiß ich (?:leider )?nicht|\bje ne sais pas|\bno (?:lo )?sé\b",
    _I,
)
_SETTLED = re.compile(
    r"\b(?:has|have|is|are)(?: now| already| just| all)*(?: been)?(?: now| successfully| fully| already)*"
    r" (?:refunded|issued|cancell?ed|processed|booked|confirmed|completed?|placed|approved|scheduled"
    r"|reserved|changed"
    r"|updated|sent|shipped|resolved|fixed|replaced|credited|arranged|transferred|purchased|upgraded"
    r"|downgraded"
    r"|set up|accepted|received|made|added|started|rented|done|on (?:its|the|their) way)\b"
    r"|\b(?:i|we)(?:'ve| have)(?: now| just| already| gone ahead and| successfully)*"
    r" (?:refunded|issued|cancell?ed|processed|booked|confirmed|placed|approved|scheduled|reserved"
    r"|changed|updated|sent"
    r"|shipped|resolved|fixed|replaced|credited|arranged|made|added|set|purchased|completed|transferred"
    r"|bought|paid|put (?:that|it|this) through)\b"
    r"|\b(?:i|we) (?:scheduled|booked|reserved|refunded|cancell?ed|purchased|confirmed|placed|made"
    r"|set up|sent)\b"
    r"|\b(?:was|were)(?: already| fully)* (?:refunded|reimbursed|credited|cancell?ed|replaced)\b"
    r"|\bsuccessful(?:ly)?\b|\b(?:you're|you are|it's|it is|that's|that is|everything(?:'s| is)"
    r"|all) (?:all )?(?:set|done|sorted)\b"
    r"|\bwurde (?:\w+ ){0,3}(?:erstattet|storniert|gebucht|bestätigt)|\ba (?:bien )?été (?:remboursé"
    r"|annulé|confirmé)"
    r"|\b(?:ha|se ha) sido (?:reembolsad|cancelad|confirmad)|\bse ha (?:reembolsad|cancelad|confirmad)",
    _I,
)
_SETTLED_ABROAD = re.compile(
    r"\b(?:ich habe|wir haben)\b[^.!?]{0,60}\b(?:erstattet|storniert|gebucht|veranlasst|erledigt|verschickt"
    r"|geändert|überwiesen|gutgeschrieben)\b|\b(?:\w*erstattung|stornierung"
    r"|ersatz)\b[^.!?]{0,40}\b(?:veranlasst"
    r"|durchgeführt|erledigt|unterwegs)\b|\bist (?:nun |jetzt )?erledigt\b"
    r"|\bje vous ai (?:remboursée?|envoyé)|\b(?:j'ai|nous avons) (?:bien )?(?:remboursé|annulé|effectué"
    r"|procédé)"
    r"|\b(?:remboursement|échange|annulation) (?:a|est) (?:bien )?(?:été )?(?:effectuée?|faite?|validée?)"
    r"|\b(?:he|hemos) (?:tramitado|reembolsado|cancelado|realizado|cambiado(?! de))\b|\bse ha (?:realizado"
    r"|tramitado|efectuado)"
    r"|\b(?:ho|abbiamo) (?:effettuato|rimborsato|annullato|emesso|spedito)\b"
    r"|\bè stat[oa] (?:rimborsat|effettuat|annullat|emess)[oa]\b"
    r"|\b(?:ik heb|wij? hebben)\b[^.!?]{0,60}\b(?:terugbetaald|geannuleerd|verstuurd|geregeld)\b"
    r"|\bis (?:terugbetaald|geannuleerd|geregeld)\b"
    r"|\b(?:zwróci|anulowa|wysła)(?:łem|łam|liśmy)\b|\bzostał[aoy]? (?:zwrócon|anulowan|wysłan)\w+"
    r"|\b(?:fiz|fizemos|efetuei|processei|cancelei|reembolsei|enviei)\b"
    r"|\bfoi (?:reembolsad|processad|cancelad|efetuad)[oa]\b",
    _I,
)
"""In seven languages: it has been paid back, cancelled, sent."""
_NOT_YET_ABROAD = re.compile(
    r"\b(?:nicht|wenn|sobald|falls|wird|werden|pas|jamais|dès que|lorsque|sera|aún|todavía|no (?:se|he|hemos"
    r"|ha)"
    r"|cuando|será|non|quando|sarà|niet|als|zodra|wordt|nie|gdy|jeśli|zostanie|não|assim que)\b",
    _I,
)
_A_RULE = re.compile(
    r"^(?:all |most |our )?(?:refunds|returns|orders|payments|items|parcels|goods|cancellations|exchanges)\b",
    _I,
)
"""How a sentence begins that tells what is done with everybody's."""
_NOT_YET = re.compile(
    r"\?\s*$|\b(?:if|since|ensure|cannot|once|when|unless|until|before|could|can|would|should|may|might"
    r"|unable|unfortunately)\b"
    r"|(?:\b(?:not|never|un)|n't)(?: been)?\W?(?:successful|\w+ed\b|yet)|\bunsuccessful|\b(?:please"
    r"|to) confirm|\bfailed\b",
    _I,
)
_PASSED_ON = re.compile(
    r"\b(?:sent|forwarded|passed|transferred|escalated|handed|made|raised|opened|created|logged)\b[^.;]{0,30}"
    r"\b(?:to (?:our|the|my|a|another) [\w ]{0,25}\b(?:team|department|office|colleagues?|manager|supervisor"
    r"|specialists?)|a (?:ticket|case|note|request))\b",
    _I,
)
"""What was only passed on is not done."""
_MORE = re.compile(
    r"\b(?:any|some)thing (?:else|more|further)\b|\bany(?: other| further| more)? (?:help|questions"
    r"|assistance)\b"
    r"|\b(?:else|further|more) (?:i|we) can (?:do|help|assist)|\bwhat else (?:can|may|would)"
    r"|\bfurther (?:help|assist)"
    r"|\bsonst noch|\bautre chose|\balgo más",
    _I,
)

_PUSH = re.compile(
    r"\b(?:why not|how about|what about|have you (?:thought|considered)|(?:may|can"
    r"|could) i (?:also )?(?:interest|tempt|offer)"
    r"|would you (?:also )?(?:like|care|be interested)|do you (?:also )?(?:want|fancy)"
    r"|are you interested|don't miss|treat yourself"
    r"|did you know|before you go|while (?:you|i|we)(?:'re| are|'ve| have)|you (?:might|may|could"
    r"|should) (?:also )?"
    r"(?:like|love|want|consider|need)|customers (?:who|also|like you)|most (?:customers|people)"
    r"|recommend(?! (?:check|reach|contact|look))|perfect (?:with|time|match)"
    r"|special(?:ly)? for you|only today|today only|last chance|limited[- ]time|hurry|act now"
    r"|offer ends|you can (?:also )?"
    r"(?:add|get|upgrade|save)|let me (?:offer|tell you about)|we(?:'re| are| also"
    r"| currently)* (?:offer|running|have a)"
    r"|vuole|desidera (?:anche)?|le piacerebbe|wilt u|wil je|chciał\w+|gostaria|deseja|shall i add"
    r"|möchten sie|darf ich ihnen|wie wäre|souhaitez-vous|voulez-vous|profitez|le gustaría|quiere"
    r"|aproveche)\b",
    _I,
)
_BUY = re.compile(
    r"\b(?:buy|buying|purchase|add(?:ing)?|upgrad(?:e|ing)|subscrib\w+|sign(?:ing)? up|join(?:ing)?"
    r"|membership|premium|plus|pro|deluxe"
    r"|newest|new model|latest|warranty|insurance|protection|cover|care plan|plan|bundle|accessor\w+"
    r"|descaler|special offer"
    r"|deals?|sale|discount|off\b|save|gift card|newsletter|credit card|kaufen|dazu|versicherung"
    r"|garantie|angebot|rabatt"
    r"|garanzia|assicurazione|sconto|acquistare|verzekering|korting|aanbieding|kopen|ubezpieczeni\w+"
    r"|gwarancj\w+"
    r"|kupić|dokupić|desconto|garantia"
    r"|acheter|ajouter|assurance|offre|remise|comprar|añadir|seguro|oferta|descuento)\b|\d ?% off"
    r"|[£$€] ?\d",
    _I,
)
_HARD_PUSH = re.compile(
    r"\b(?:special offer|limited[- ]time|today only|only today|last chance|offer ends|upgrade (?:now"
    r"|today)|buy now"
    r"|add (?:it|one|this|them|\w+ \w+) (?:to your (?:basket|cart|order) )?(?:now )?for (?:only|just)"
    r"|save (?:up to )?\d+ ?%"
    r"|(?:extended|extra) warranty|don't miss|for (?:only|just) [£$€] ?\d)\b",
    _I,
)
_NO_PUSH = re.compile(
    r"\b(?:rimbors\w*|terugbeta\w*|zwrot\w*|add a note|(?:it's|for|is) free\b|free of charge"
    r"|at no (?:extra )?cost|refund\w*|replacement|return\b|cancel\w*|speak|talk"
    r"|transfer you|agent"
    r"|colleague|call you|label|instead of|track\w*|erstatt\w*|rembours\w*|reembols\w*)\b",
    _I,
)
_INVITES = re.compile(
    r"\b(?:recommend|suggest|advise|which (?:one|kettle|model|would|is best)|do you (?:have|sell|offer"
    r"|stock)|what do you (?:have|sell)"
    r"|(?:can|could|may) i (?:also |still )?(?:buy|add|get|order|have a (?:discount|quote))|(?:want"
    r"|like|looking|need) (?:to|for)"
    r" (?:buy|order|add|upgrade|a new|another)|how much (?:is|are|does|would)|what does .* cost"
    r"|any (?:offers|deals|discounts?|extras)"
    r"|tell me (?:more )?about|interested in|yes,? please)\b",
    _I,
)


def asks_for_person(text: str) -> bool:
    """Whether the customer asks to be put through to a person."""
    return bool(_WANTS_PERSON.search(plain(text)))


def not_solved(text: str) -> bool:
    """Whether the customer says that it is not settled, or not right."""
    return any(_NOT_SOLVED.search(plain(each)) for each in sentences(text) if not each.endswith("?"))


def complains(text: str) -> bool:
    """Whether the customer brings a trouble rather than a wish to buy."""
    return bool(_COMPLAINT.search(plain(text)))


def apologises(text: str) -> bool:
    """Whether the company says sorry for something."""
    return bool(_SORRY.search(plain(text)))


def remedies(text: str) -> bool:
    """Whether a text names something done to put a trouble right."""
    return bool(_REMEDY.search(plain(text)))


def gesture(text: str) -> str:
    """The sentence that gives the customer something nobody asked for, or ""."""
    found = (each for each in sentences(text) if _gives(plain(each)))
    return next(found, "")


def does_not_know(text: str) -> bool:
    """Whether the company says that it does not know, may not, or cannot help."""
    return bool(_CANNOT.search(plain(text)))


def settles(text: str) -> str:
    """The sentence in which a company says that something *has been* done, or ""."""
    found = (each for each in sentences(text) if _is_done(plain(each)))
    return next(found, "")


def asks_for_more(text: str) -> bool:
    """Whether the company asks if there is anything else: it takes the matter for closed."""
    return bool(_MORE.search(plain(text)))


def offers(text: str) -> tuple[str, ...]:
    """The sentences that push to buy something; a remedy, a refund or a hand-over is no push."""
    return tuple(each for each in sentences(text) if _is_push(plain(each)))


def invites_offer(text: str) -> bool:
    """Whether the customer asks what there is to buy, so that an offer answers them."""
    return bool(_INVITES.search(plain(text)))


def _gives(sentence: str) -> bool:
    return bool(_GESTURE.search(sentence) and _GIFT.search(sentence)) and not sentence.endswith("?")


def _is_done(sentence: str) -> bool:
    here = _SETTLED.search(sentence) and not _A_RULE.search(sentence)
    abroad = _SETTLED_ABROAD.search(sentence)
    done = (here or abroad) and not _NOT_YET.search(sentence) and not _NOT_YET_ABROAD.search(sentence)
    return bool(done) and not _PASSED_ON.search(sentence)


def _is_push(sentence: str) -> bool:
    if _GESTURE.search(sentence) or _NO_PUSH.search(sentence):
        return False
    return bool(_HARD_PUSH.search(sentence) or (_PUSH.search(sentence) and _BUY.search(sentence)))
