"""Being put off, in a company's words: a boss is asked, somebody calls back, one may come again.

Lexicons by meaning, in English first and seven languages beside it. What a lexicon does not know it
does not see.
"""

from __future__ import annotations

import re

from cxprobe.reading.facts import plain, sentences

_I = re.IGNORECASE

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
    r"|\b(?:run|put) (?:this|it|that) (?:past|by|to) (?:my|our|the|a)\b"
    r"|\b(?:get|need|needs|require|requires) (?:\w+ )?(?:approval|sign-?off|permission|authori[sz]ation)\b"
    r"|\b(?:needs|has|have) to be (?:approved|signed off|escalated|authori[sz]ed)\b"
    r"|\bi (?:can't|cannot|can not|may not) (?:\w+ )?(?:decide|approve|authori[sz]e)\b|\bnot my decision\b"
    r"|\bi(?:'m| am) unable to (?:decide|approve|authori[sz]e|refund|grant)"
    r"|\b(?:can|could) only (?:pass|forward|escalate|refer) (?:this|it|that|you|your)\b"
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
_ON_SITE = (
    r"(?:[\w-]+ )?(?:chat|website|site|page|link|help|account|order(?! number)|portal|checkout|basket|form"
    r"|app"
    r"|menu)\b"
)
"""What a customer finds on the site by themselves."""
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
    rf"(?! {_ON_SITE})"
    r"(?! (?:nearest )?(?:\w+ )?(?:post|parcel|packet|locker|drop-?off|collection point))"
    r"|\b(?:have|need) to (?:e-?mail|write to|contact) \S+@|\b(?:have|need) to take (?:this|that"
    r"|it) up with\b"
    r"|\byou(?:'ll| will|'d| would)? (?:have|need) to send (?:\w+ ){0,3}(?:e-?mail|letter|message)\b"
    r"|\bplease (?:\w+ )?(?:call|ring|phone|contact|e-?mail|write to|visit|speak to|go to|talk to) (?:our"
    r"|the|your|another)"
    rf" (?!{_ON_SITE})\w+"
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
_NOT_BY_ME = re.compile(
    r"\bkann ich (?:\w+ ){0,3}nicht (?:selbst )?(?:entscheiden|genehmigen|freigeben)|\b(?:leite"
    r"|gebe) (?:ich )?(?:das|es"
    r"|ihre?n?|dies)\b[^.!?]{0,40}\bweiter\b|\bwenden sie sich (?:bitte )?an\b"
    r"|\brufen sie\b[^.!?]{0,30}(?:hotline"
    r"|abteilung|buchhaltung)|\b(?:mitarbeiter\w*|kolleg\w*|jemand)\b[^.!?]{0,30}\b(?:melden|anrufen"
    r"|kontaktieren)\b"
    r"|\btransmet\w+ (?:votre|cette|la) (?:demande|dossier)|\b(?:conseiller\w*|collègue|équipe)\b[^.!?]{0,20}"
    r"\b(?:recontacter|rappeler|contacter)a\b|\b(?:veuillez|vous devez|il faut) contacter\b"
    r"|\bje ne (?:peux|suis) pas (?:\w+ )?(?:prendre cette|décider|autoris\w+|habilité\w*)"
    r"|\bpondrán? en contacto con\b|\b(?:tiene|tendrá) que (?:llamar|contactar|escribir)\b"
    r"|\bno (?:puedo|estoy) (?:autoriz\w+|decidir|aprobar)"
    r"|\b(?:la|ti) (?:ri)?contatter(?:à|anno|emo)\b|\bdev[ei] (?:contattare|chiamare|scrivere)\b"
    r"|\bnon posso (?:autorizzare|decidere|approvare)"
    r"|\b(?:collega|medewerker|iemand)\b[^.!?]{0,20}\b(?:neemt contact|belt u)\b"
    r"|\bu moet\b[^.!?]{0,15}\b(?:contact"
    r" opnemen|bellen)\b|\b(?:kan|mag) ik (?:\w+ )?niet (?:zelf )?(?:beslissen|goedkeuren)"
    r"|\bskontaktuje się z\b|\bmusi (?:pan|pani|się)\b[^.!?]{0,20}\b(?:skontaktować|zadzwonić)"
    r"|\bnie mogę (?:\w+ )?(?:zatwierdzić|zdecydować)|\bprzekaż\w+ (?:sprawę|zgłoszenie)"
    r"|\bentrará em contac?to\b|\btem de (?:contac?tar|ligar)\b|\bnão posso (?:autorizar|decidir|aprovar)",
    _I,
)
"""In seven languages: not for me to decide, ask somebody else, somebody else will be in touch."""
_NOT_PUT_OFF = re.compile(
    r"\b(?:if|unless|should you|in case|whenever|any ?time|feel free|when(?: it| the| your|ever)|once (?:it"
    r"|the|your|we)|until|sobald|jederzeit|dès que|quand|lorsque|en cas|à tout moment|cuando|en caso|quando"
    r"|non appena|in caso|zodra|wanneer|w razie|gdy|kiedy|assim que|em caso"
    r"|as soon as|wenn|falls|si vous|si (?:desea|necesita)|se (?:ha|hai)|als u|als je|jeśli|jeżeli|caso)\b"
    r"|\b(?:driver|courier|carrier|postman|royal mail|dhl|ups|dpd|hermes)\b|\bno need to\b|\byou (?:don't"
    r"|do not|won't) "
    r"(?:have|need) to\b|^(?:please |do |and )*come (?:back )?again(?: soon)?\W*$|\bnobody\b|\bno one\b"
    r"|\bnot (?:have|need) to\b"
    r"|\b(?:moment|minutes?|seconds?|straight away|right away)\b"
    r"|(?:'ll|will) (?:call|phone|ring|contact|text|e-?mail|be in touch|get in touch)[^.!?]{0,40}"
    r"\b(?:before (?:the |your )?delivery|time ?slot)\b"
    r"|(?:\bhear (?:back )?from|(?:'ll|will) (?:e-?mail|write to|contact|be in touch|follow up|get back"
    r"|come back))[^.!?]{0,30}"
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
    return not any(words.search(each) for each in said for words in (_ASKS, _AGAIN, _ABROAD, _NOT_BY_ME))


def checks_first(text: str) -> bool:
    """Whether a put-off only says that somebody else is asked first: it may be settled a minute later."""
    return any(_ASKS.search(plain(each)) for each in sentences(text))


def asks_for_call(text: str) -> bool:
    """Whether the customer asks to be called, written to or told later: then that is no put-off."""
    return bool(_WANTS_CALL.search(plain(text)))


def _is_put_off(sentence: str) -> bool:
    if sentence.endswith("?") or _NOT_PUT_OFF.search(sentence):
        return bool(_ASKS.search(sentence)) and not sentence.endswith("?")
    return any(pattern.search(sentence) for pattern in (_ASKS, _COMES_BACK, _AGAIN, _ABROAD, _NOT_BY_ME))
