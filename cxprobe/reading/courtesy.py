"""Manners in a company's words: calling people by name, asking how it went, putting them off, being closed.

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
    r"|we did|it went|did you find)\b"
    r"|\b(?:rate|review|score) (?:us|me|your|this|our|the|how)\b|\b(?:leave|write|give|share|send) (?:us "
    r"|me )?"
    r"(?:a |an |your |some |any |the )?(?:\w+ )?(?:review|rating|feedback)\b"
    r"|\b(?:your|any|some|love|value|welcome|appreciate|for) (?:\w+ )?feedback\b"
    r"|\bfeedback\b.{0,40}\b(?:form"
    r"|survey|minute)|\b(?:take|fill in|complete|answer|short|quick|our|satisfaction) (?:\w+"
    r" ){0,3}(?:survey"
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
    r"\bwie (?:war|zufrieden|hat (?:es )?(?:ihnen|dir)|haben wir|fanden sie|bewerten)\b|\bbewerte[nt]?\b"
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
    r"\?|feedback|review|rat(?:e|ing)\b|survey|questionnaire|tell us|improve|better|bewert|meinung"
    r"|zufrieden|rückmeldung"
    r"|avis|opini|satisf|notez|évalu|valor|calif|valuta|recension|parere|mening|beoorde|tevreden|oce"
    r"|zadowol|avali",
    re.IGNORECASE,
)
"""What there is in every such question: a text without it needs no second look."""
_NOT_HOW = re.compile(
    r"\b(?:reviews? (?:of|from|by|policy)|(?:customer|product|verified|read|all|\d+) reviews?|be the first"
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
    r"(?:hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|welcome(?: back)?|thank you|thanks"
    r"|many thanks|sorry|bye|goodbye|good-bye|hallo|guten (?:tag|morgen|abend)|liebe[r]?|sehr geehrte[r]?"
    r"|danke|vielen dank|willkommen|bonjour|bonsoir|merci|cher|chère|bienvenue|hola|buenos días"
    r"|buenas (?:tardes|noches)|estimad[oa]|querid[oa]|gracias|bienvenid[oa]|ciao|buongiorno|buonasera"
    r"|salve"
    r"|gentile|car[oa]|grazie|benvenut[oa]|dag|goede(?:morgen|middag|navond)|beste|geachte|bedankt"
    r"|dank (?:je|u)(?: wel)?|welkom|cześć|witaj|dzień dobry|dobry wieczór|drogi|droga|szanown\w+"
    r"|dziękujemy"
    r"|olá|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa]|obrigad[oa]|bem-vind[oa])"
)
_TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|sir|madam|herrn?|frau|m|mme|monsieur|madame|mlle|sr|sra|srta|señora?|don|doña"
    r"|sig|signora?|sig\.ra|dott|meneer|mevrouw|dhr|mevr|pani?|panie|senhora?)\.?"
)


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
        rf"\b{_GREETS}\b[\s,!]*(?:again,? |so much,? |very much,? )?(?:{_TITLE} )?(?:\w[\w'’-]* )?"
        rf"[\"“⁦⁨]?(?:{name})(?!\w)|^(?:{_TITLE} )?(?:{name})[,!:]",
        _I,
    )  # fmt: skip
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if called.search(plain(line))), "")


def _parts(names: Iterable[str]) -> frozenset[str]:
    """The words of the names that are long enough to be told from other words."""
    words = (word.strip(".,").casefold() for name in names for word in plain(name).split())
    return frozenset(word for word in words if len(word) > 1)


def _has(sentence: str, parts: frozenset[str]) -> bool:
    """Whether one of the names stands in a sentence with a capital: "Will" is a name, "will" is none."""
    words = re.findall(r"[\w'’-]+", sentence.replace("’", "'"))
    named = (word.removesuffix("'s") for word in words if word[:1].upper() == word[:1])
    return any(word.casefold() in parts for word in named)


# -- put off ----------------------------------------------------------------------------------

_WHO = (
    r"(?:i|we|he|she|they|someone|somebody|(?:a|one of|my|our|your|the) (?:\w+ ){0,3}?(?:colleagues?|team"
    r"|agents?|advis[eo]rs?|specialists?|managers?|supervisor|department|office|experts?|staff|people"
    r"|warehouse|engineers?|representatives?))"
)
_BOSS = (
    r"(?:my|our|the|a|with|another) (?:\w+ ){0,2}?(?:manager|supervisor|boss|team ?leader|team|colleagues?"
    r"|department"
    r"|head office|warehouse|office|superior|specialist|accounts|head of \w+)"
)
_ASKS = re.compile(
    rf"\b(?:i|we)(?:'d| would|'ll| will|'m going to| am going to)? (?:have|need|got|want) to (?:\w+"
    rf" )?(?:ask|check"
    rf"|consult|speak|talk|clear|discuss|confirm|refer)\b[^.!?]{{0,30}}\b{_BOSS}"
    rf"|\b(?:let me|i'll|i will|i must|i'm going to) (?:\w+ )?(?:ask|check with|consult|speak (?:to|with)"
    rf"|talk to"
    rf"|refer (?:this|it|that|you) to)\b[^.!?]{{0,20}}\b{_BOSS}"
    r"|\bi(?:'d| would|'ll| will) have to ask\b"
    r"|\b(?:that|this|it)(?:'s| is| would be) (?:not (?:for me|mine|up to me)|above my|beyond my|(?:for|up"
    r" to) (?:my|our|a)"
    r" (?:manager|supervisor|boss))|\bonly (?:my|our|a|the) (?:\w+ )?(?:manager|supervisor|boss) (?:can|may"
    r"|could"
    r"|is allowed)|\b(?:i|we)(?:'m| am|'re| are) not (?:\w+ )?(?:allowed|authori[sz]ed|permitted|able) to"
    r" (?:\w+ )?"
    r"(?:refund|decide|approve|do (?:that|this)|authori[sz]e|change|grant|agree|issue)"
    r"|\b(?:i|we) (?:have no|do not have the|don't have the) (?:authority|permission|power|rights)",
    _I,
)
_COMES_BACK = re.compile(
    rf"\b{_WHO}(?:'ll| will| is going to| are going to| shall|'s going to) (?:\w+ ){{0,2}}?(?:call|phone"
    rf"|ring|contact"
    r"|get back to|get in touch|be in touch|come back to|reach out|write to|reply to|let you know|follow"
    r" up)\b"
    r"|\byou(?:'ll| will) (?:\w+ )?(?:hear (?:back )?from|be (?:contacted|called|phoned) by|get a call"
    r"|receive a call"
    r"|be called)\b"
    r"|\bexpect (?:a|our) (?:call|phone call|reply)\b",
    _I,
)
_AGAIN = re.compile(
    r"\b(?:please |you(?:'ll| will| would| have to| need to| must| should| could| can|'d have to|'d need"
    r" to)* )"
    r"(?:have to |need to )?(?:call|ring|phone|come|write|try|check|message|chat)(?: (?:to|with))?(?: us|"
    r" in| me)?"
    r" (?:back|again)\b(?!,? (?:if|should|whenever|any ?time))"
    r"|\b(?:call|ring|phone|come|write|try|chat)(?: (?:us|in|back))? (?:again )?(?:tomorrow|later|another"
    r" (?:day|time)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|in (?:a|an|one|two|three|\d+) (?:hours?"
    r"|days?))\b"
    r"|\byou(?:'ll| will|'d| would)? (?:have|need) to (?:\w+ )?(?:call|ring|phone|contact|e-?mail|write to"
    r"|visit|speak to"
    r"|go to|fill in|talk to) (?:us|our|the|a|another|your|them)\b"
    r"(?! (?:nearest )?(?:\w+ )?(?:post|parcel|packet|locker|drop-?off|collection point))"
    r"|\byou(?:'ll| will|'d| would)? (?:have|need) to send (?:\w+ ){0,3}(?:e-?mail|letter|message)\b"
    r"|\bplease (?:\w+ )?(?:call|ring|phone|contact|e-?mail|write to|visit|speak to|go to|talk to) (?:our"
    r"|the|your|another)"
    r" (?!chat|website|site|page|link|help|account|order|order page)\w+"
    r"|\b(?:i|we)(?:'ve| have|'ll| will)? (?:just |now )?(?:raised?|opened?|created?|logged?|escalated?"
    r"|passed?|forwarded?"
    r"|sent) (?:a |an |your |this |it |that |the )(?:\w+ ){0,2}?(?:ticket|case|(?:on )?to (?:our|the|my)"
    r" [\w ]{0,25}(?:team"
    r"|department|manager|office|specialists?|colleagues?))",
    _I,
)
_ABROAD = re.compile(
    r"\b(?:da )?(?:muss|müsste) ich (?:erst |da )?(?:\w+ ){0,4}(?:fragen|rückfrage\w*|abklären|nachfragen)"
    r"|\bwir melden uns"
    r"|\b(?:rufen|melden) sie (?:sich )?(?:\w+ ){0,3}(?:morgen|später|noch einmal|nochmal|wieder)|\bmeldet"
    r" sich bei ihnen"
    r"|\b(?:kollege|kollegin|jemand)\b.{0,30}\b(?:ruft|meldet)\b"
    r"|\bje (?:dois|devrais|vais devoir) (?:\w+ )?(?:demander|consulter|vérifier auprès)|\bnous vous"
    r" (?:rappel|recontact)\w+"
    r"|\b(?:rappelez|revenez|réessayez)\b.{0,30}\b(?:demain|plus tard)|\bvous (?:rappellera|recontactera)"
    r"|\b(?:tengo|tendría|tendré) que (?:preguntar|consultar)|\ble (?:llamaremos|contactaremos|llamará"
    r"|contactará)\b"
    r"|\b(?:vuelva a|llame|inténtelo)\b.{0,30}\b(?:mañana|más tarde)"
    r"|\b(?:devo|dovrei|dovrò) (?:chiedere|consultare|sentire)|\b(?:la|ti|vi) (?:richiameremo"
    r"|ricontatteremo|richiamerà)"
    r"|\b(?:richiam\w+|riprov\w+)\b.{0,30}\b(?:domani|più tardi)"
    r"|\b(?:dat )?(?:moet|zou) ik (?:\w+ ){0,3}(?:vragen|overleggen|navragen)|\b(?:wij|we) (?:bellen"
    r"|nemen)\b.{0,20}\bterug"
    r"|\bbelt u\b.{0,20}\bterug|\b(?:bel|probeer)\b.{0,20}\b(?:morgen|later)"
    r"|\bmuszę (?:zapytać|spytać|skonsultować)|\b(?:oddzwonimy|skontaktujemy się)|\bproszę (?:zadzwonić"
    r"|spróbować)\b.{0,20}"
    r"\b(?:jutro|później)"
    r"|\b(?:tenho|teria) de (?:perguntar|consultar)|\b(?:ligaremos|entraremos em contacto|entraremos em"
    r" contato)"
    r"|\b(?:ligue|tente|volte)\b.{0,30}\b(?:amanhã|mais tarde)",
    _I,
)
_NOT_PUT_OFF = re.compile(
    r"\b(?:if|unless|should you|in case|whenever|any ?time|feel free|when(?: it| the| your|ever)|once (?:it"
    r"|the|your|we)"
    r"|as soon as|wenn|falls|si vous|si (?:desea|necesita)|se (?:ha|hai)|als u|als je|jeśli|jeżeli|caso)\b"
    r"|\b(?:driver|courier|carrier|postman|royal mail|dhl|ups|dpd|hermes)\b|\bno need to\b|\byou (?:don't"
    r"|do not|won't) "
    r"(?:have|need) to\b|\bnobody\b|\bno one\b|\bnot (?:have|need) to\b"
    r"|\b(?:moment|minutes?|seconds?|straight away|right away)\b"
    r"|(?:'ll|will) (?:call|phone|ring|contact|text|e-?mail|be in touch|get in touch)[^.!?]{0,40}"
    r"\b(?:before (?:the |your )?delivery|time ?slot)\b"
    r"|(?:\bhear (?:back )?from|(?:'ll|will) (?:e-?mail|write to|contact|be in touch))[^.!?]{0,30}"
    r"\bwith (?:your|the|an?) (?:\w+ )?(?:labels?|receipt|invoice|confirmation|tracking|link|code)\b",
    _I,
)  # fmt: skip
_WANTS_CALL = re.compile(
    r"\b(?:call|ring|phone|e-?mail|contact|write(?: to)?|text) me\b|\bcall(?:ed)? (?:me )?back\b"
    r"|\bcall-?back\b"
    r"|\b(?:get|be) (?:back|in touch) (?:to|with) me|\blet me know\b"
    r"|\brufen sie mich|\brückruf|\brappel(?:ez|er)-?moi|\bllám[ea]\w*me|\brichiam\w+mi|\bbel(?:t u)? m(?:e"
    r"|ij)"
    r"|\bzadzwoń|\bligu?e-me",
    _I,
)


def puts_off(text: str) -> str:
    """The sentence that sends the customer off without it settled: asking a boss, call backs, come again.

    What would happen only "if", a driver who rings, and somebody who comes within minutes are none;
    "" when there is nothing of the kind.
    """
    return next((each for each in sentences(text) if _is_put_off(plain(each))), "")


def only_comes_back(text: str) -> bool:
    """Whether a put-off says no more than that somebody will be in touch: after an answer, a service."""
    said = [plain(each) for each in sentences(text)]
    return not any(words.search(each) for each in said for words in (_ASKS, _AGAIN, _ABROAD))


def checks_first(text: str) -> bool:
    """Whether a put-off only says that somebody else is asked first: it may be settled a minute later."""
    return any(_ASKS.search(plain(each)) for each in sentences(text))


def asks_for_call(text: str) -> bool:
    """Whether the customer asks to be called, written to or told later: then that is no put-off."""
    return bool(_WANTS_CALL.search(plain(text)))


def _is_put_off(sentence: str) -> bool:
    if sentence.endswith("?") or _NOT_PUT_OFF.search(sentence):
        return bool(_ASKS.search(sentence)) and not sentence.endswith("?")
    return any(pattern.search(sentence) for pattern in (_ASKS, _COMES_BACK, _AGAIN, _ABROAD))


_FAREWELL = re.compile(
    r"\b(?:good-?bye|bye(?:-bye)?|see you|take care|have a (?:\w+ )?(?:day|evening|weekend|afternoon|time)"
    r"|enjoy"
    r"|(?:chat|conversation) (?:has |is )?(?:now )?(?:ended|closed)|auf wiedersehen|tschüss|schönen (?:tag"
    r"|abend)"
    r"|au revoir|bonne (?:journée|soirée)|adiós|hasta (?:luego|pronto)|buen día|arrivederci|buona giornata"
    r"|tot ziens|fijne dag|do widzenia|miłego dnia|adeus|até (?:breve|logo)|(?:bom|boa) (?:dia|tarde))\b",
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
