"""Manners in a company's words: calling people by name, asking how it went, taking leave, being closed.

Lexicons by meaning, in English first and seven languages beside it. What a lexicon does not know it
does not see, so absence is never read as its opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxprobe.reading.facts import is_confirmation, plain, sentences

_I = re.IGNORECASE

# -- how it went ------------------------------------------------------------------------------

_HOW = re.compile(
    r"\bhow (?:did (?:we|i|it|that|this|everything)|was (?:your|the|our|this|everything|it)\b|(?:would|do)"
    r" you"
    r" rate|(?:happy|satisfied) (?:are|were) you|likely (?:are|would) you|are we doing|we(?:'re| are) doing"
    r"|we did|it went|did you find)\b|\bwould you recommend\b|\bthumbs up\b"
    r"|\b(?:hear|share|tell us|welcome|value) (?:\w+ )?your (?:\w+ )?(?:thoughts|opinion|experience)\b"
    r"|\bdid you (?:get|find) (?:the help|what|all|everything)\b|\blet us know (?:how we|what you think)"
    r"|\b(?:rate|review|score) (?:us|me|your|this|our|the|how)\b|\b(?:leave|write|give|share|send) (?:us "
    r"|me )?"
    r"(?:a |an |your |some |any |the )?(?:\w+ )?(?:review|rating|feedback)\b"
    r"|\b(?:your|any|some|love|value|welcome|appreciate|for) (?:\w+ )?feedback\b"
    r"|\bfeedback\b.{0,40}\b(?:form"
    r"|survey|minute)|\b(?:take|fill in|complete|answer|short|quick|our|satisfaction)"
    r" (?:[\w-]+ ){0,3}(?:survey"
    r"|questionnaire|questions about)\b|\btell us (?:how|what you (?:think|thought)|about your (?:visit"
    r"|experience|order))"
    r"|\bwhat (?:did|do) you think\b|\b(?:was|is|were) (?:this|that|i|the (?:answer|chat|conversation"
    r"|page))"
    r" (?:\w+ )?(?:helpful|useful|any help|what you)\b|\bdid (?:this|that|i|we|it) (?:\w+ )?(?:help|answer"
    r"|solve|settle|sort)\b|\b(?:are|were) you (?:\w+ )?(?:happy|satisfied|pleased) with\b"
    r"|\bwhat (?:can|could|should) (?:we|i) (?:\w+ )?(?:improve|(?:do|have done) better)"
    r"|\b(?:anything|something) (?:we|i) (?:can|could|should) (?:\w+ )?(?:improve|do better|have done"
    r" better)",
    _I,
)
_HOW_ABROAD = re.compile(
    r"\bwar (?:das|dies\w*|die|der|unser\w*)\b.{0,30}\b(?:hilfreich|nützlich)|\bkonnten? (?:ich"
    r"|wir) (?:ihnen|dir)\b"
    r".{0,20}helfen|\bhat (?:ihnen|dir)\b.{0,30}\bgeholfen|\b(?:ihr|dein) feedback\b|\bvous a-t-(?:elle"
    r"|il) (?:aidée?"
    r"|été utile)|\b[lt]e ha (?:resultado|parecido) útil|\bvalore\b|\bwas (?:dit|dat|het"
    r"|deze?)\b.{0,20}\b(?:nuttig"
    r"|behulpzaam)|\bczy (?:ta|to|ten)\b.{0,30}\b(?:pomocn\w+|przydatn\w+|pomógł|pomogła)|\bfoi útil\b"
    r"|\bwie (?:war|zufrieden|hat (?:es )?(?:ihnen|dir)|haben wir|fanden sie|bewerten)\b|\bbewerte[nt]?\b"
    r"|\bihre (?:meinung|bewertung|rückmeldung)|\bwaren sie (?:\w+ )?zufrieden|\bhaben wir ihnen (?:\w+ )?"
    r"(?:helfen|geholfen)|\bhat (?:ihnen )?das geholfen|\bfeedback (?:geben|freuen)"
    r"|\bcomment (?:s'est (?:passée?|déroulée?)|avez-vous trouvé|évalue\w+|jugez)|\bvotre (?:avis"
    r"|opinion)\b"
    r"|\b(?:êtes|avez)-vous (?:été )?(?:satisfaite?s?|contente?s?)|\bnotez\b|\bdonnez-nous votre"
    r"|\bcela vous a-t-il aidé"
    r"|\b(?:qué|cómo) (?:le|te|tal) (?:ha |fue|estuvo|pareció|parecido)|\bcómo (?:fue|ha ido|valora\w*)"
    r"|\b(?:su|tu) (?:opinión|valoración)\b|\bvalór[ea]\w*|\bcalif[ií]qu\w+|\bestá (?:satisfech|content)"
    r"|\b¿?le ha (?:ayudado|sido útil)"
    r"|\bcom'è (?:andata|andato|stata|stato)|\bcome (?:è andata|è andato|si è trovat|valut)|\b(?:la tua|la"
    r" sua"
    r"|il tuo|il suo) (?:opinione|parere|recensione)|\bvaluta(?:ci|re|te)?\b|\bsei (?:soddisfatt|contento)"
    r"|\bè stat[oa] utile"
    r"|\bhoe (?:was|ging|is (?:het|dit) gegaan|tevreden|beoordeel\w*|vond)\b|\b(?:uw|je|jouw) (?:mening"
    r"|beoordeling)|\bbeoordeel\b|\bbent? (?:u|je) tevreden|\bheeft (?:dit|dat) (?:u |je )?geholpen"
    r"|\bjak (?:poszło|oceni\w+|było|się (?:udało|podobał\w*)|nam poszło)|\boce(?:ń|ni\w*)\b"
    r"|\b(?:twoj[aą]|swoj[aą]|państwa) opini\w+|\bczy (?:to )?(?:pomogło|pomogliśmy)|\bzadowolon\w+"
    r"|\bcomo (?:correu|foi|avali\w+|nos saímos)|\b(?:a sua|sua|tua) (?:opinião|avaliação)"
    r"|\bavalie\b|\b(?:ficou|está) satisfeit|\b(?:isto|isso) ajudou",
    _I,
)
_OPINION = re.compile(
    r"\?|recommend|thought|experience|let us know|feedback|review|rat(?:e|ing)\b|survey|questionnaire"
    r"|tell us|improve|better|bewert|meinung"
    r"|zufrieden|rückmeldung"
    r"|avis|opini|satisf|notez|évalu|valor|calif|valuta|recension|parere|mening|beoorde|tevreden|oce"
    r"|zadowol|avali",
    re.IGNORECASE,
)
"""What there is in every such question: a text without it needs no second look."""
_NOT_HOW = re.compile(
    r"\b(?:with other (?:customers|shoppers)|reviews? (?:of|from|by|policy)|(?:customer|product|verified"
    r"|read|all|\d+) reviews?|be the first"
    r"|sort by|(?:no|not have any) reviews?|write a (?:product )?review|review (?:your|the) (?:order|basket"
    r"|cart|details|items|information|bag)|how (?:did|would) you (?:hear|like)|how was it (?:made|paid))\b"
    r"|\b(?:rate|rates) (?:of|limit)|\bhow (?:did|was) (?:your|the|it) (?:\w+ )?(?:order|parcel|kettle"
    r"|item)? ?"
    r"(?:paid|sent|broken|damaged|packed)"
    r"|\bhow did it (?:break|happen|get|stop)|\bdid (?:it|this|that) (?:break|happen|arrive)"
    r"|\bbewertungen\b|\bavis clients\b|\bvaloraciones\b|\brecensioni\b",
    _I,
)
"""The shelf's stars and the last look at an order are no question how it went."""


def asks_how_it_went(text: str) -> str:
    """The sentence in which a company asks how it went, or for an opinion of its service; "" for none."""
    if not _OPINION.search(text):
        return ""
    for each in sentences(text):
        words = plain(each)
        if (_HOW.search(words) or _HOW_ABROAD.search(words)) and not _NOT_HOW.search(words):
            return each
    return ""


# -- by name ----------------------------------------------------------------------------------

_GREETS = (
    r"(?:hello|hi|hey|yay|(?:good|great) news|congrat\w+|moin|servus|hoi|grüß \w+|exm[oa]\.?|dear"
    r"|good (?:morning|afternoon|evening|day)|welcome(?: back)?|thank you|thanks"
    r"|many thanks|sorry|bye|goodbye|good-bye|hallo|guten (?:tag|morgen|abend)|liebe(?:/?r)?"
    r"|sehr geehrte(?:/?r)?"
    r"|danke|vielen dank|willkommen|bonjour|bonsoir|merci|cher|chère|bienvenue|hola|buenos días"
    r"|buenas (?:tardes|noches)|estimad[oa](?:/[oa])?|querid[oa](?:/[oa])?|gracias|bienvenid[oa]|ciao"
    r"|buongiorno|buonasera"
    r"|salve"
    r"|gentile|car[oa]|grazie|benvenut[oa]|dag|goede(?:morgen|middag|navond)|beste|geachte|bedankt"
    r"|dank (?:je|u)(?: wel)?|welkom|cześć|witaj|dzień dobry|dobry wieczór|drogi|droga|szanown\w+"
    r"|dziękujemy"
    r"|olá|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa]|obrigad[oa]|bem-vind[oa])"
)
_TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|sir|madam|herrn?|frau|m|mme|monsieur|madame|mlle|sr|sra|srta|señora?|don|doña"
    r"|sig|signora?|sig\.ra|dott|heer(?:/mevrouw)?|meneer|mevrouw|dhr|mevr|pani?|panie|senhora?)\.?"
)


_GREETING = 300
"""Characters of a line in which somebody is greeted. Ours."""


def calls_by_name(text: str, names: Iterable[str]) -> str:
    """The sentence that addresses somebody by one of these names, first or last; "" for none.

    Meant for talk, where a name in a company's mouth is nearly always the customer's own. Reading it
    back to be confirmed ("Is your name …?") is no way to address anybody.
    """
    parts = _parts(names)
    for each in sentences(text) if parts else ():
        asks = each.rstrip().endswith("?") and re.search(r"\bnam|\bnom\b|\bnaam|nazw", each, _I)
        if _has(each, parts) and not asks and not is_confirmation(plain(each)):
            return each
    return ""


def greets_by_name(text: str, names: Iterable[str]) -> str:
    """The line that greets or thanks somebody by name, as pages and mails do; an address is none."""
    parts = _parts(names)
    if not parts:
        return ""
    name = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    called = re.compile(
        rf"\b{_GREETS}(?!\w)[\s,!]*(?:again,? |so much,? |very much,? )?(?:{_TITLE} )?"
        rf"(?:\w\. )?(?:\w[\w'’-]* )?"
        rf"[\"“⁦⁨]?(?:{name})(?![\w@]|\.\w)|^(?:{_TITLE} )?(?:{name})(?:[,!:]| [–—-] )"
        rf"|^[^\d:]*\w \w[^\d:]*\w, ?(?:{_TITLE} )?[\"“⁦⁨]?(?:{name})[\"”⁩]?\W*$",
        _I,
    )  # fmt: skip
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if called.search(plain(line[:_GREETING]))), "")


def _parts(names: Iterable[str]) -> frozenset[str]:
    """The words of the names that are long enough to be told from other words."""
    words = (word.strip(".,").casefold() for name in names for word in plain(name).split())
    return frozenset(word for word in words if len(word) > 1)


def _has(sentence: str, parts: frozenset[str]) -> bool:
    """Whether one of the names stands in a sentence with a capital: "Will" is a name, "will" is none."""
    words = re.findall(r"[\w'’-]+", sentence.replace("’", "'"))
    named = (word.removesuffix("'s") for word in words if word[:1].upper() == word[:1])
    return any(word.casefold() in parts for word in named)


# -- good-bye ----------------------------------------------------------------------------------

_FAREWELL = re.compile(
    r"\b(?:good-?bye|bye(?:-bye)?|see you (?:soon|later|next|again|then)|take care(?=\W*$)"
    r"|have a (?:\w+ )?(?:day|evening|weekend|afternoon|time)"
    r"|enjoy (?:your|the rest)"
    r"|(?:chat|conversation) (?:has |is |was )?(?:(?:now|been) )*(?:ended|closed(?! (?:on|at|from|until"
    r"|between|every)))"
    r"|chat (?:wurde )?beendet|conversation terminée|chat (?:finalizado|terminata|beëindigd|zakończon\w"
    r"|encerrado)|auf wiedersehen|tschüss|schönen (?:tag"
    r"|abend)"
    r"|au revoir|bonne (?:journée|soirée)|adiós|hasta (?:luego|pronto)|buen día|arrivederci|buona giornata"
    r"|tot ziens|fijne dag|do widzenia|miłego dnia|adeus|até (?:breve|logo)|(?:tenha|continuação de"
    r"|resto de) (?:\w+ )?(?:bom|boa) (?:\w+ )?(?:dia|tarde|noite))\b",
    _I,
)


def says_goodbye(text: str) -> bool:
    """Whether the company takes its leave."""
    return bool(_FAREWELL.search(plain(text)))


# -- closed -----------------------------------------------------------------------------------

_CLOSED = re.compile(
    r"\b(?:we|chat|(?:our|the|this) (?:live |customer )?(?:chat|team|service|support|office|desk|line|staff"
    r"|shop|agents?"
    r"|advis[eo]rs?|colleagues?)(?: team| service| desk| hours)?)(?:'re| is| are|'s)? (?:now |currently "
    r"|already |all )*"
    r"(?:closed|offline|not (?:open|available|online|here)|unavailable|away|out of (?:the )?office|gone"
    r" home)\b"
    r"(?!\?)|\boutside (?:of )?(?:our|opening|office|business|working|service) (?:\w+ )?hours\b"
    r"|\b(?:we(?:'re| are)|(?:the|our) (?:\w+ )?(?:chat|team) (?:is|are)) (?:back|open again)\b"
    r"|\b(?:chat|czat|service|servicio|servizio|serviço|team|équipe|equipo|wir|nous|estamos|siamo|wij|we"
    r"|biuro|jesteśmy)\b"
    r"[^.!?]{0,30}\b(?:geschlossen|fermée?s?|cerrad[oa]s?|chius[aoi]|gesloten|zamknięt\w+|nieczynn\w+"
    r"|fechad[oa]s?)\b"
    r"|\b(?:nobody|no ?one)(?: from \w+(?: \w+)?)?(?: is|'s) (?:\w+ )?(?:available|here|online)\b"
    r"|\b(?:wir|team|chat)\b[^.!?]{0,20}\b(?:offline|nicht (?:da|besetzt|erreichbar|verfügbar|online))\b"
    r"|\b(?:wir haben|chat ist|chat hat)(?: \w+)? geschlossen|\baußerhalb (?:unserer|der) \w*zeiten"
    r"|\b(?:nous sommes|le chat est|notre service est)(?: \w+)? fermée?s?|\ben dehors de (?:nos|des)"
    r" (?:heures|horaires)"
    r"|\b(?:estamos|el chat está)(?: \w+)? cerrad[oa]s?|\bfuera de (?:nuestro |la |)?horario"
    r"|\b(?:siamo|la chat è|il servizio è)(?: \w+)? chius[aio]|\bfuori (?:dagli |dall')?orari?o?"
    r"|\b(?:wij zijn|we zijn|de chat is)(?: \w+)? gesloten|\bbuiten (?:onze |de )?(?:openings|kantoor)\w+"
    r"|\b(?:czat|biuro|jesteśmy)(?: jest)?(?: \w+)? (?:nieczynn\w+|zamknięt\w+)|\bpoza godzinami"
    r"|\b(?:estamos|o chat está)(?: \w+)? (?:fechad[oa]s?|encerrad[oa]s?)|\bfora do horário",
    _I,
)
_HOURS = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|uhr|h\b)|\b\d{1,2}[:.]\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?\b"
    r"|\b(?:tomorrow|opening hours|office hours|montag|morgen|lundi|demain|lunes|mañana|lunedì|domani"
    r"|maandag"
    r"|poniedział\w+|jutro|segunda-feira|amanhã)\b",
    _I,
)


def says_closed(text: str) -> str:
    """The sentence in which a service says it is closed now, where the text says when it opens; else "".

    Closed without a word of when is a service that does not answer, and no opening hours.
    """
    if not _HOURS.search(plain(text)):
        return ""
    return next((each for each in sentences(text) if _is_closed(plain(each))), "")


def _is_closed(sentence: str) -> bool:
    asked = re.search(r"\?\W*$|^(?:if|when|wenn|si|als|se)\b", sentence, _I)
    return bool(_CLOSED.search(sentence)) and not asked
