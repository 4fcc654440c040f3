"""What the controls around a page are called: consent, the chat, menus, and what opens and closes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cxprobe.reading.control_words import Signs, any_of, signs

_NEEDED = any_of(
    r"(?:strictly )?(?:necessary|essential|required|functional)",
    r"(?:technisch )?(?:notwendige[nr]?|erforderliche[nr]?|essenzielle[nr]?|essentielle[nr]?)",
    r"necessaires|essentiels|obligatoires|indispensables",
    r"necesarias|esenciales|imprescindibles|tecnicas",
    r"necessari|essenziali|tecnici",
    r"(?:strikt )?noodzakelijke?|functionele|essentiele|vereiste",
    r"niezbedne|konieczne|wymagane|niezbednych",
    r"necessarios|essenciais|obrigatorios",
)
_ONLY = (
    r"(?:only|nur|uniquement|seulement|solo|unicamente|soltanto|alleen|enkel|tylko|wylacznie|so|apenas"
    r"|somente)"
)
_ALLOW = (
    r"(?:accept|allow|use|keep|continue with|akzeptieren|zulassen|erlauben|accepter|autoriser|aceptar"
    r"|permitir|usar|accetta|usa|consenti|accepteer|accepteren|toestaan|gebruik|akceptuj|zezwol na|zaakceptuj"
    r"|aceitar)"
)

AROUND: Mapping[str, Signs] = MappingProxyType(
    {
        "refuse cookies": signs(
            any_of(
                r"(?:reject|refuse|decline|deny|disagree)(?:(?: to| and)? (?:all|cookies|optional|additional"
                r"|everything|close|continue|non-?essential|tracking|unnecessary|them|proceed))*",
                rf"(?:{_ALLOW} )?(?:{_ONLY} )?(?:the )?(?:{_NEEDED})(?: cookies?)?(?: {_ONLY})?"
                rf"(?: {_ALLOW})?",
                rf"(?:{_ALLOW} )?(?:{_ONLY} )?(?:les |las |los |i |de |os "
                rf"|the )?cookies? (?:{_NEEDED})(?: {_ONLY})?"
                rf"|(?:{_ALLOW} )?{_ONLY} (?:{_ALLOW} )?(?:les |las |los |i |de |os |the )?(?:{_NEEDED})\b.*",
                r"(?:continue|proceed|close) without (?:accepting|agreeing|consent).*|i (?:do not|don't"
                r"|disagree)"
                r" ?(?:accept|agree|consent)?|(?:do not|don't) (?:accept|consent|allow).*"
                r"|opt out(?: of all)?",
                r"(?:alles?|cookies|optionale|alle cookies)? ?(?:ablehnen|verweigern)(?: und .*)?"
                r"|ablehnen .{0,30}"
                r"|(?:weiter )?ohne (?:zustimmung|einwilligung|zu akzeptieren)(?: .*)?|nicht (?:zustimmen"
                r"|einverstanden|akzeptieren)",
                r"(?:tout |tous |je )?(?:refuser?|rejeter|refuse)(?: (?:tout|tous|toutes?|les|et)\b.*)?"
                r"|continuer sans (?:accepter|consentir).*|non,? je refuse",
                r"(?:rechazar|denegar|rehusar|declinar)(?: (?:tod[oa]s?|las|y|cookies)\b.*)?|no acept(?:o|ar)"
                r"|(?:continuar|seguir) sin aceptar",
                r"(?:rifiuta|nega|rifiutare)(?: (?:tutt[oi]|i|e|cookie|e chiudi)\b.*)?|non accett(?:o|are)"
                r"|continua senza accettare",
                r"(?:alles? |alle )?(?:cookies )?(?:weiger(?:en)?|afwijzen|afkeuren)(?: .{0,20})?"
                r"|niet (?:accepteren"
                r"|akkoord)|doorgaan zonder (?:te )?accepteren",
                r"odrzu(?:c|cam)(?: .{0,30})?|nie (?:zgadzam|akceptuj|wyrazam)\w*.*|odmow\w*|odmawiam"
                r"|(?:kontynuuj|przejdz) bez (?:akceptacji|zgody)",
                r"(?:rejeitar|recusar)(?: (?:tudo|todos|os|cookies|e)\b.*)?|nao aceit(?:o|ar)"
                r"|continuar sem aceitar",
            ),
            maybe=r"no,? ?thanks?(?: you)?|nein,? danke|non,? merci|no,? gracias|no,? grazie|nee,? bedankt"
            r"|nie,? dziekuje|nao,? obrigad[oa]|no|not now|(?:save|confirm) (?:my |your )?(?:choices?"
            r"|selections?"
            r"|preferences|settings)|auswahl (?:speichern|bestatigen|erlauben)",
            within=r"without accepting|reject all|alle ablehnen|tout refuser|rechazar todo|rifiuta tutto",
            other=r"accept all|alle akzeptieren|order|offer|invitation|payment|policy",
            marks=r"(?:cookie|consent|cmp|gdpr|onetrust|cky|didomi)?[-_]?(?:btn[-_]?)?(?:reject|decline"
            r"|refuse|deny"
            r"|disagree)(?:[-_]?(?:all|button|btn|cookies|handler))*",
        ),
        "accept cookies": signs(
            any_of(
                r"(?:yes,? )?(?:i )?(?:accept|agree|allow|consent|enable)(?:(?: to| and| the| these| our)?"
                r" (?:all|cookies|everything|optional|analytics|close|continue|proceed|them|recommended"
                r"|additional))*",
                r"(?:alles?|allen?|cookies|alle cookies|allen cookies)? ?(?:akzeptieren|annehmen|zulassen"
                r"|zustimmen"
                r"|erlauben)(?: und .*)?|(?:ich )?(?:stimme zu|akzeptiere|bin einverstanden)|einverstanden",
                r"(?:tout |tous )?(?:accepter|autoriser)(?: (?:tout|tous|toutes?|les|et)\b.*)?|j'(?:accepte"
                r"|autorise)"
                r"|d'accord",
                r"(?:aceptar|permitir)(?: (?:tod[oa]s?|las|los|y|cookies)\b.*)?|acepto|de acuerdo",
                r"(?:accetta|consenti|accettare|acconsento)(?: (?:tutt[oi]|i|e|cookie)\b.*)?|accetto",
                r"(?:alles? |alle )?(?:cookies )?(?:accepteren|toestaan|aanvaarden)(?: .{0,20})?|accepteer.*"
                r"|(?:ik ga )?akkoord",
                r"(?:za)?akceptuj(?:e)?(?: .{0,30})?|zgadzam sie|zezwol(?: na wszystkie)?|wyrazam zgode",
                r"(?:aceitar|permitir)(?: (?:tudo|todos|os|cookies|e)\b.*)?|aceito|concordo",
            ),
            maybe=r"ok(?:ay)?|got it|i understand|understood|alright|fine|that's ok|verstanden|compris"
            r"|entendido"
            r"|ho capito|capito|begrepen|rozumiem|compreendi|yes|continue|close",
            other=rf"{_NEEDED}|terms|conditions|agb|cgv|order|invitation|without|{_ONLY}",
            marks=r"(?:cookie|consent|cmp|gdpr|onetrust|cky|didomi)[-_]?(?:btn[-_]?)?(?:accept|agree|allow)"
            r"(?:[-_]?(?:all|button|btn|cookies|handler))*|accept-?(?:all-?)?cookies|accept-?btn-handler",
        ),
        "open chat": signs(
            any_of(
                r"(?:open |start |live |launch |begin |our |the |show )*(?:live ?)?chat(?:bot|box)?\b.{0,24}",
                r"(?:talk|speak|ask|message)(?: \w+)?(?: \w+)?(?: on| in| via| by| using) (?:live )?chat.*",
                r"(?:.{0,20}\b)?chat(?:ten)?\b.{0,20}|(?:.{0,20}\b)?livechat\b.{0,20}|live support",
                r"(?:.{0,24}\b)?(?:czat|tchat|messenger)\b.{0,20}|chatter\b.*|chatta\b.*|chatea\b.*",
            ),
            maybe=r"(?:ask|message|talk to|contact) us(?: now)?|need help\??|help|support|hilfe"
            r"|brauchen sie hilfe\??"
            r"|besoin d'aide ?\??|necesitas ayuda\??|hulp nodig\??|potrzebujesz pomocy\??"
            r"|hai bisogno di aiuto\??"
            r"|precisa de ajuda\??|ask a question|messages?|virtual assistant",
            other=r"whatsapp|telegram|close|end|leave|minimi[sz]e|transcript|beenden|schliessen|fermer|cerrar"
            r"|chiudi|sluiten|zamknij|fechar|facebook",
            path=r"(?:live-?)?chat",
            marks=r"(?:live[-_]?)?chat(?:[-_]?(?:widget|launcher|button|btn|toggle|bubble|open|icon"
            r"|trigger))*"
            r"|intercom-launcher|zsiq\w*|crisp\w*|tawk\w*|drift\w*|tidio\w*|launcher",
        ),
        "send": signs(
            any_of(
                r"send(?: (?:message|now|enquiry|inquiry|email|e-mail|request|it|your message|us a message"
                r"|feedback"
                r"|my (?:message|question)|question|form))*|submit(?: (?:form|request|ticket|enquiry|message"
                r"|question|now|return|feedback))*|post message",
                r"(?:nachricht |anfrage |jetzt |formular |frage )?(?:ab)?(?:senden|schicken)|absenden"
                r"|abschicken",
                r"envoyer(?: (?:le|mon|un|ma|votre|la)\b.*)?|soumettre(?: .*)?",
                r"enviar(?: (?:mensaje|consulta|formulario|solicitud|mensagem|pedido de .*|formulario))*",
                r"invia(?: (?:messaggio|richiesta|modulo|il messaggio))*|inviare",
                r"(?:bericht |formulier |nu )?(?:verstuur|verzend|versturen|verzenden)(?: (?:bericht"
                r"|formulier))*",
                r"wyslij(?: (?:wiadomosc|formularz|zapytanie|pytanie))*|przeslij",
                r"submeter(?: .*)?",
            ),
            vague=r"ok|reply|ask|go|antworten|repondre|responder|rispondi|antwoorden|odpowiedz",
            other=r"to a friend|order|code|again|review|copy|e-?mail me|gift",
            marks=r"send[-_]?(?:message|button|btn)|contact[-_]?submit|submit[-_]?(?:message|ticket|btn"
            r"|button)",
        ),
        "open menu": signs(
            any_of(
                r"(?:open |main |show |toggle |site |mobile |navigation |the |burger |hamburger "
                r"|view )*(?:menu"
                r"|navigation|nav)(?: (?:button|open|toggle|icon))?|hamburger|all categories"
                r"|shop by (?:category"
                r"|department)|categories|browse(?: .{0,20})?|departments",
                r"(?:haupt|navigations)?(?:menu|navigation)(?: (?:offnen|anzeigen|umschalten"
                r"|ein-?/ausblenden))?"
                r"|(?:alle )?kategorien",
                r"(?:ouvrir|afficher|basculer)(?: (?:le|la))? (?:menu|navigation).*|menu principal"
                r"|(?:toutes les )?"
                r"categories|navigation",
                r"(?:abrir|mostrar|alternar)(?: (?:el|la|o))? (?:menu|navegacion|navegacao).*|menu"
                r"|(?:todas las |todas as )?"
                r"categorias",
                r"(?:apri|mostra)(?: (?:il|la))? (?:menu|navigazione).*|(?:tutte le )?categorie",
                r"(?:open|toon|hoofd)(?: het)? ?(?:menu|navigatie).*|(?:alle )?categorieen",
                r"(?:otworz|pokaz|rozwin|przelacz) (?:menu|nawigacje).*|(?:wszystkie )?kategorie",
            ),
            maybe=r"☰|≡|≣|\u2261|more|mehr|plus|mas|altro|meer|wiecej|mais",
            other=r"account|user|profile|language|currency|sort|close|skip|schliessen|fermer|cerrar|chiudi"
            r"|sluiten|zamknij|fechar|size|konto|compte|cuenta",
            marks=r"(?:hamburger|burger)(?:[-_]?\w+)?|(?:mobile[-_]?)?(?:menu|nav|navbar"
            r"|navigation)[-_]?(?:toggler?"
            r"|button|btn|trigger|open|icon|opener|burger)|toggle[-_]?(?:menu|nav)|action nav-toggle"
            r"|offcanvas-toggle",
        ),
        "close": signs(
            any_of(
                r"(?:×|x|✕|✖|✗|╳|⨯|🗙)",
                r"close(?: (?:this|the|dialog|popup|pop-up|modal|window|overlay|menu|message|button|banner"
                r"|panel"
                r"|drawer|notification|alert|cart|basket|bag|navigation|and continue.*|chat))*"
                r"|dismiss(?: .{0,20})?"
                r"|no,? ?thanks?(?: you)?.{0,20}|maybe later|not now",
                r"(?:fenster |dialog |menu |meldung |hinweis )?schliessen|nein,? danke|spater",
                r"fermer(?: .{0,24})?|non,? merci|plus tard",
                r"cerrar(?: (?!sesion).{0,24})?|no,? gracias|ahora no|mas tarde",
                r"chiudi(?: .{0,24})?|no,? grazie|non ora",
                r"(?:venster |menu )?sluiten|sluit(?: .{0,20})?|nee,? (?:bedankt|dank je)",
                r"zamknij(?: .{0,24})?|nie,? dziekuje|pozniej",
                r"fechar(?: .{0,24})?|nao,? obrigad[oa]|agora nao",
            ),
            other=r"account|konto|compte|cuenta|conta|sesion|ticket|case",
            marks=r"(?:btn[-_]?|modal[-_]?|popup[-_]?|dialog[-_]?|icon[-_]?"
            r"|drawer[-_]?)?close(?:[-_]?(?:button|btn"
            r"|icon|modal|popup))?|dismiss",
        ),
    }
)
"""What tells the intents of consent and of getting about."""
