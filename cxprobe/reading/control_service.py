"""What everything beside the way to an order is called: consent, help, orders, the account, the chat."""

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
_ONLY = r"(?:only|nur|uniquement|seulement|solo|unicamente|soltanto|alleen|enkel|tylko|wylacznie|so|apenas|somente)"
_ALLOW = (
    r"(?:accept|allow|use|keep|continue with|akzeptieren|zulassen|erlauben|accepter|autoriser|aceptar"
    r"|permitir|usar|accetta|usa|consenti|accepteer|accepteren|toestaan|gebruik|akceptuj|zezwol na|zaakceptuj"
    r"|aceitar)"
)
_LINKS_FOR = r"(?:your |my |an? |the |existing |recent )*"

SERVICE: Mapping[str, Signs] = MappingProxyType(
    {
        "refuse cookies": signs(
            any_of(
                r"(?:reject|refuse|decline|deny|disagree)(?:(?: to| and)? (?:all|cookies|optional|additional"
                r"|everything|close|continue|non-?essential|tracking|unnecessary|them|proceed))*",
                rf"(?:{_ALLOW} )?(?:{_ONLY} )?(?:the )?(?:{_NEEDED})(?: cookies?)?(?: {_ONLY})?(?: {_ALLOW})?",
                rf"(?:{_ALLOW} )?(?:{_ONLY} )?(?:les |las |los |i |de |os |the )?cookies? (?:{_NEEDED})(?: {_ONLY})?"
                rf"|(?:{_ALLOW} )?{_ONLY} (?:{_ALLOW} )?(?:les |las |los |i |de |os |the )?(?:{_NEEDED})\b.*",
                r"(?:continue|proceed|close) without (?:accepting|agreeing|consent).*|i (?:do not|don't|disagree)"
                r" ?(?:accept|agree|consent)?|(?:do not|don't) (?:accept|consent|allow).*|opt out(?: of all)?",
                r"(?:alles?|cookies|optionale|alle cookies)? ?(?:ablehnen|verweigern)(?: und .*)?|ablehnen .{0,30}"
                r"|(?:weiter )?ohne (?:zustimmung|einwilligung|zu akzeptieren)(?: .*)?|nicht (?:zustimmen"
                r"|einverstanden|akzeptieren)",
                r"(?:tout |tous |je )?(?:refuser?|rejeter|refuse)(?: (?:tout|tous|toutes?|les|et)\b.*)?"
                r"|continuer sans (?:accepter|consentir).*|non,? je refuse",
                r"(?:rechazar|denegar|rehusar|declinar)(?: (?:tod[oa]s?|las|y|cookies)\b.*)?|no acept(?:o|ar)"
                r"|(?:continuar|seguir) sin aceptar",
                r"(?:rifiuta|nega|rifiutare)(?: (?:tutt[oi]|i|e|cookie|e chiudi)\b.*)?|non accett(?:o|are)"
                r"|continua senza accettare",
                r"(?:alles? |alle )?(?:cookies )?(?:weiger(?:en)?|afwijzen|afkeuren)(?: .{0,20})?|niet (?:accepteren"
                r"|akkoord)|doorgaan zonder (?:te )?accepteren",
                r"odrzu(?:c|cam)(?: .{0,30})?|nie (?:zgadzam|akceptuj|wyrazam)\w*.*|odmow\w*|odmawiam"
                r"|(?:kontynuuj|przejdz) bez (?:akceptacji|zgody)",
                r"(?:rejeitar|recusar)(?: (?:tudo|todos|os|cookies|e)\b.*)?|nao aceit(?:o|ar)"
                r"|continuar sem aceitar",
            ),
            maybe=r"no,? ?thanks?(?: you)?|nein,? danke|non,? merci|no,? gracias|no,? grazie|nee,? bedankt"
            r"|nie,? dziekuje|nao,? obrigad[oa]|no|not now|(?:save|confirm) (?:my |your )?(?:choices?|selections?"
            r"|preferences|settings)|auswahl (?:speichern|bestatigen|erlauben)",
            within=r"without accepting|reject all|alle ablehnen|tout refuser|rechazar todo|rifiuta tutto",
            other=r"accept all|alle akzeptieren|order|offer|invitation|payment|policy",
            marks=r"(?:cookie|consent|cmp|gdpr|onetrust|cky|didomi)?[-_]?(?:btn[-_]?)?(?:reject|decline|refuse|deny"
            r"|disagree)(?:[-_]?(?:all|button|btn|cookies|handler))*",
        ),
        "accept cookies": signs(
            any_of(
                r"(?:yes,? )?(?:i )?(?:accept|agree|allow|consent|enable)(?:(?: to| and| the| these| our)?"
                r" (?:all|cookies|everything|optional|analytics|close|continue|proceed|them|recommended|additional))*",
                r"(?:alles?|allen?|cookies|alle cookies|allen cookies)? ?(?:akzeptieren|annehmen|zulassen|zustimmen"
                r"|erlauben)(?: und .*)?|(?:ich )?(?:stimme zu|akzeptiere|bin einverstanden)|einverstanden",
                r"(?:tout |tous )?(?:accepter|autoriser)(?: (?:tout|tous|toutes?|les|et)\b.*)?|j'(?:accepte|autorise)"
                r"|d'accord",
                r"(?:aceptar|permitir)(?: (?:tod[oa]s?|las|los|y|cookies)\b.*)?|acepto|de acuerdo",
                r"(?:accetta|consenti|accettare|acconsento)(?: (?:tutt[oi]|i|e|cookie)\b.*)?|accetto",
                r"(?:alles? |alle )?(?:cookies )?(?:accepteren|toestaan|aanvaarden)(?: .{0,20})?|accepteer.*"
                r"|(?:ik ga )?akkoord",
                r"(?:za)?akceptuj(?:e)?(?: .{0,30})?|zgadzam sie|zezwol(?: na wszystkie)?|wyrazam zgode",
                r"(?:aceitar|permitir)(?: (?:tudo|todos|os|cookies|e)\b.*)?|aceito|concordo",
            ),
            maybe=r"ok(?:ay)?|got it|i understand|understood|alright|fine|that's ok|verstanden|compris|entendido"
            r"|ho capito|capito|begrepen|rozumiem|compreendi|yes|continue|close",
            other=rf"{_NEEDED}|terms|conditions|agb|cgv|order|invitation|without|{_ONLY}",
            marks=r"(?:cookie|consent|cmp|gdpr|onetrust|cky|didomi)[-_]?(?:btn[-_]?)?(?:accept|agree|allow)"
            r"(?:[-_]?(?:all|button|btn|cookies|handler))*|accept-?(?:all-?)?cookies|accept-?btn-handler",
        ),
        "track order": signs(
            any_of(
                rf"(?:track|find|follow|check|locate|where is|where's) {_LINKS_FOR}"
                r"(?:order|orders|parcel|package|delivery|shipment|purchase)(?: (?:status|tracking|number))?\??",
                r"order (?:status|tracking|lookup)|(?:parcel|package|shipment|delivery) tracking|tracking"
                r"|track(?: & trace)?|trace|where is my order\??|track",
                r"(?:bestellung|sendung|paket|lieferung|auftrag)s?(?:status|verfolgung)?(?: (?:ver)?folgen"
                r"| prufen| suchen)|(?:sendungs|bestell|paket|auftrags)(?:verfolgung|status)|wo ist meine? \w+\??",
                r"suivre (?:ma|mon|votre|une|un) (?:commande|colis|livraison)|suivi (?:de|des) (?:ma |mon |votre |la )?"
                r"(?:commandes?|colis|livraison)|suivi|ou est (?:ma commande|mon colis)\??",
                r"(?:seguir|rastrear|localizar|consultar|seguimiento (?:de|del)|estado (?:de|del))(?: (?:mi|tu|el|su|de"
                r"|la))* (?:pedido|envio|paquete|compra)s?|donde esta mi pedido\??|seguimiento",
                r"(?:traccia|segui|rintraccia|monitora|tracciamento|stato)(?: (?:il|tuo|mio|dell'|del|la|l'))* ?"
                r"(?:ordine|pacco|spedizione|ordini)|dov'e il mio ordine\??",
                r"(?:volg|traceer|track|waar is)(?: (?:je|mijn|uw|de|een))* (?:bestelling|pakket|zending)\??"
                r"|(?:bestelling|pakket|zending) (?:volgen|traceren)|bestelstatus|track (?:&|and) trace",
                r"(?:sledz|sprawdz|gdzie jest)(?: (?:status|moje|swoje|moja))* (?:zamowieni\w+|przesylk\w+|paczk\w+)\??"
                r"|status zamowienia|sledzenie (?:zamowien\w*|przesylki|paczki)",
                r"(?:acompanhar|seguir|rastrear|localizar)(?: (?:a|o|minha|meu|sua))* (?:encomenda|pedido)s?"
                r"|rastreio|rastreamento|estado da encomenda|onde esta (?:a minha encomenda|meu pedido)\??",
            ),
            maybe=r"(?:my |your )?orders?(?: (?:history|and returns|& returns))?|meine bestellungen|bestellungen"
            r"|mes commandes|mis pedidos|i miei ordini|mijn bestellingen|moje zamowienia|as minhas encomendas"
            r"|meus pedidos|orders and returns",
            within=r"track(?:ing)? (?:your |my )?(?:order|parcel)|order status",
            path=r"(?:track|tracking|track-order|order-?tracking|order-status|trackorder|orders?/(?:track|status"
            r"|lookup)|guest-tracking|sales/guest/form|sendungsverfolgung|suivi(?:-commande)?|seguimiento"
            r"|where-is-my-order|guesttracking)",
            marks=r"(?:order[-_]?)?track(?:ing)?(?:[-_]?order)?",
        ),
        "return item": signs(
            any_of(
                rf"(?:start|make|begin|create|request|arrange|book|register|new)? ?(?:an? |the |your )?returns?"
                rf"(?: {_LINKS_FOR}(?:items?|order|product|this item|goods|something|parcel|an item|request|now))?"
                rf"|return or (?:replace|exchange) (?:items?|an item)|send (?:it|this|item|an item) back",
                r"(?:artikel |bestellung |ware |jetzt )?(?:zurucksenden|zuruckschicken|zuruckgeben|retournieren)"
                r"|(?:retoure|rucksendung|ruckgabe) ?(?:anmelden|starten|beantragen|erstellen)?",
                r"(?:retourner|renvoyer)(?: (?:un|cet|mon|des|l'|une|ma|votre))* ?(?:article|produit|commande|colis"
                r"|articles)?|(?:faire|demander|creer|effectuer) un retour|demande de retour|retours?",
                r"(?:devolver|hacer una devolucion|iniciar (?:la )?devolucion|solicitar (?:una )?devolucion)"
                r"(?: (?:un|el|este))?(?: (?:articulo|producto|pedido))?|devolucion(?:es)?",
                r"(?:restituisci|rendi|reso|resi|effettua un reso|richiedi (?:un |il )?reso)(?: .{0,24})?",
                r"(?:retourneren|retour(?: aanmelden| sturen)?|artikel retourneren|(?:bestelling|product) retourneren"
                r"|terugsturen|retour (?:maken|aanvragen))",
                r"(?:zwroc|zwrot|zwroty|zglos zwrot|zwroc (?:produkt|towar|zamowienie)|formularz zwrotu)",
                r"(?:devolver|fazer (?:uma )?devolucao|pedir (?:uma )?devolucao|trocas e devolucoes)"
                r"(?: (?:um|o|este))?(?: (?:artigo|produto))?|devolucao|devolucoes",
            ),
            within=r"return (?:an? |this |your )?(?:item|order)|start a return",
            other=r"policy|polic(?:y|ies)|to|home|conditions|terms|regeln|richtlinie|politique|politica|beleid"
            r"|polityka|free|information|kostenlose?|shop|back",
            path=r"(?:returns?/(?:new|create|start|request)|start-return|return-(?:item|order|form|request)|retoure"
            r"|account/return/add|returns?|create-return|devolver|zwrot|rma(?:/new)?)",
            marks=r"(?:start|create|make)?[-_]?return(?:[-_]?(?:item|order|button|btn))?",
        ),
        "returns policy": signs(
            any_of(
                r"(?:free |easy |our |\d+[ -]day )*(?:returns?|refunds?|exchanges?)(?: ?(?:and|&|,|or) ?(?:returns?"
                r"|refunds?|exchanges?|cancellations?))*(?: (?:policy|policies|information|info|conditions|centre"
                r"|center))?|(?:delivery|shipping|orders|warranty)(?: ?(?:and|&|/) ?)(?:returns?|refunds?)(?: .*)?"
                r"|right of withdrawal|withdrawal(?: policy)?|return policy|refund policy|money.?back.*",
                r"(?:ruckgabe|rucksende|retouren|widerrufs?|umtausch|ruckerstattung\w*)(?:recht|richtlinien?|bedingungen"
                r"|belehrung|recht & .*|infos?)?(?: ?(?:und|&) ?.*)?|(?:versand|lieferung) (?:und|&) (?:ruckgabe"
                r"|retouren|rucksendung)|rucksendung(?:en)?(?: .*)?|retouren?|kostenlose (?:retoure|ruckgabe)\w*",
                r"(?:politique|conditions) de (?:retours?|remboursement)\b.*|retours?(?: (?:et|&) .*)?|(?:livraison"
                r"|livraisons) (?:et|&) retours?|droit de retractation|retractation|echanges? (?:et|&) retours?",
                r"(?:politica|condiciones|cambios y|envios y) (?:de )?(?:devolucion(?:es)?|reembolso|cambios)\b.*"
                r"|devoluciones(?: y .*)?|cambios(?: y .*)?|derecho de desistimiento",
                r"(?:politica|condizioni) (?:di|dei|sui) (?:reso|resi|rimborso|restituzione)\b.*|resi(?: e .*)?"
                r"|spedizion[ei] e resi|diritto di recesso|reso|rimborsi",
                r"retour(?:neren|beleid|voorwaarden|s)?(?: (?:en|&) .*)?|(?:verzending|bezorging|levering|ruilen) "
                r"(?:en|&) retour\w*|herroepingsrecht|ruilen(?: .*)?",
                r"(?:polityka|zasady|warunki) zwrotow\b.*|zwroty(?: i .*)?|(?:dostawa|wymiana) i zwroty"
                r"|prawo odstapienia.*|odstapienie od umowy|reklamacje i zwroty",
                r"(?:politica|condicoes) de (?:devolucao|devolucoes|trocas?|reembolso)\b.*|(?:trocas|envios) e "
                r"devolucoes|devolucoes(?: e .*)?|direito de (?:livre )?(?:resolucao|arrependimento)",
            ),
            within=r"returns? policy|return policy|refund policy|widerrufsrecht",
            other=r"start|create|track|order status|sign|label|item",
            path=r"(?:(?:policies/)?(?:returns?|refunds?)(?:-?(?:and|&)?-?(?:refunds?|exchanges?|policy|exchange))*"
            r"|(?:return|refund)s?-policy|shipping-(?:and-)?returns|delivery-(?:and-)?returns|retouren?"
            r"|widerruf\w*|ruckgabe\w*|rueckgabe\w*|retours?|devoluciones|resi|retourneren|zwroty|devolucoes)",
            marks=r"returns?[-_]?policy",
        ),
        "delivery information": signs(
            any_of(
                r"(?:free |our |uk |fast |next day )*(?:delivery|shipping|deliveries|postage)(?: ?(?:and|&|,|/) ?"
                r"(?:delivery|shipping|returns?|collection|payment|postage|handling|pickup))*(?: (?:information|info"
                r"|options|costs?|policy|policies|times?|details|charges|rates|methods|service|& returns))*",
                r"(?:versand|liefer|lieferung)(?:kosten|informationen|infos?|zeiten|zeit|bedingungen|arten)?"
                r"(?: ?(?:und|&|/) ?.*)?|zahlung (?:und|&) versand|lieferung(?: .*)?",
                r"(?:livraisons?|expedition|frais de (?:port|livraison)|delais de livraison|modes de livraison"
                r"|informations? (?:de|sur la) livraison)(?: (?:et|&) .*)?|(?:paiement|retours?) et livraison",
                r"(?:envios?|entregas?|gastos de envio|informacion (?:de|sobre) (?:el )?envios?|plazos de entrega)"
                r"(?: y .*)?|(?:politica|condiciones) de envios?",
                r"(?:spedizion[ei]|consegn[ae]|costi di spedizione|tempi di consegna|informazioni (?:di|sulla) "
                r"spedizione)(?: e .*)?",
                r"(?:verzending|verzendkosten|bezorging|levering|leveren|bezorgen|verzendinformatie|bezorgopties"
                r"|levertijd(?:en)?)(?: (?:en|&) .*)?",
                r"(?:dostawa|wysylka|koszty? (?:dostawy|wysylki)|czas dostawy|formy dostawy|metody dostawy)(?: i .*)?"
                r"|(?:platnosc|platnosci) i dostawa",
                r"(?:entregas?|envios?|portes|custos de envio|informac\w+ de envio|prazos? de entrega|frete)(?: e .*)?",
            ),
            other=r"address|method|continue|deliver here|change|edit|choose|select|track|lieferadresse|adresse"
            r"|direccion|indirizzo|adres|morada|endereco",
            path=r"(?:(?:policies/)?(?:delivery|shipping|versand|lieferung|livraison|envios?|spedizion[ei]|verzending"
            r"|bezorging|dostawa|entregas?)(?:-?(?:and-)?(?:policy|information|info|returns|costs|kosten|options))?"
            r"|versandkosten|shipping-policy|verzendkosten|payment-delivery)",
        ),
        "contact": signs(
            any_of(
                r"contact(?: ?us| the shop| customer (?:service|care|support)| form| details| information| here"
                r"| support)?|get in touch|(?:write|speak|talk|email|e-mail|message|call) (?:to )?us|reach us|contacts",
                r"kontakt(?:formular|ieren sie uns|iere uns|ieren|daten)?(?: .{0,20})?|schreib(?:en sie)? uns",
                r"(?:nous |formulaire de )?contact(?:ez(?:-| )nous|er|s)?(?: .{0,24})?|ecrivez-nous",
                r"contact(?:o|anos|ar|enos|a)(?: .{0,24})?|escribenos|ponte en contacto.*",
                r"contatt(?:i|aci|o|ateci|are)(?: .{0,24})?|scrivici",
                r"contact(?:eer ons|formulier|gegevens| opnemen)?|neem contact (?:met ons )?op",
                r"(?:skontaktuj sie|napisz)(?: (?:z|do) nam?i?s?)?|dane kontaktowe|formularz kontaktowy",
                r"contact(?:o|os|e-nos|ar|acte-nos)|contacte-nos|fale (?:conosco|connosco)|entre em contato",
            ),
            within=r"contact us|kontaktformular|contactez-nous",
            other=r"lens(?:es)?|(?:your |my )contact (?:details|information)|next|edit|billing|preferences|via",
            path=r"(?:pages?/)?(?:contact(?:-?us|o|s|-form|ez-nous|anos)?|kontakt(?:formular)?|contatt[io]|contacte"
            r"|support/contact|information/contact|nous-contacter|fale-conosco)",
            marks=r"contact[-_]?us",
        ),
        "help": signs(
            any_of(
                r"(?:need |get |customer |our )*(?:help|support|faqs?|f\.a\.q\.?s?|assistance)(?: ?(?:and|&|/) ?(?:\w+))?"
                r"(?: (?:centre|center|desk|pages?|me|hub|topics))?\??|customer (?:service|services|care|support)"
                r"|frequently asked questions|questions(?: .*)?|help with .*|service",
                r"(?:hilfe|service|kundenservice|kundendienst|haufige fragen|haufig gestellte fragen|fragen"
                r"(?: und antworten)?|hilfe(?:bereich|center)|hilfe (?:&|und) \w+|faq)",
                r"(?:aide|assistance|service (?:client|clients|clientele)|questions frequentes|foire aux questions"
                r"|besoin d'aide ?\??|centre d'aide|aide (?:et|&) .*|faq)",
                r"(?:ayuda|atencion al cliente|preguntas frecuentes|centro de ayuda|necesitas ayuda\??|soporte)",
                r"(?:aiuto|assistenza(?: clienti)?|servizio clienti|domande frequenti|centro assistenza|hai bisogno "
                r"di aiuto\??|supporto)",
                r"(?:hulp(?: nodig\??)?|klantenservice|veelgestelde vragen|helpcentrum|service (?:en|&) contact)",
                r"(?:pomoc|obsluga klienta|centrum pomocy|najczestsze pytania|czesto zadawane pytania|wsparcie)",
                r"(?:ajuda|apoio ao cliente|atendimento|perguntas frequentes|central de ajuda|suporte"
                r"|servico de apoio.*|precisa de ajuda\??)",
            ),
            within=r"help cent(?:re|er)|customer service|kundenservice|service client",
            other=r"size|password|helpful|was this|find address|terms|privacy",
            path=r"(?:pages?/)?(?:help(?:-?cent(?:re|er))?|faqs?|support|customer-?(?:service|care|support)|hilfe|aide"
            r"|ayuda|aiuto|assistenza|klantenservice|pomoc|ajuda|kundenservice|service)",
        ),
        "log in": signs(
            any_of(
                r"(?:already (?:have an account|registered|a (?:customer|member))\?? ?)?(?:please )?(?:log|sign)[ -]?in"
                r"(?: (?:here|now|securely|to (?:your|my) account|/ .*|or .*|with (?:your )?(?:e-?mail|password).*))?"
                r"|returning customers?\??.*|account login|customer (?:login|sign in)|click here to login",
                r"(?:jetzt |hier )?(?:anmelden|einloggen)(?: ?/ .*)?|(?:kunden)?login|mein konto anmelden",
                r"(?:se connecter|connexion|s'identifier|identifiez-vous|me connecter|connectez-vous)(?: .{0,24})?",
                r"(?:iniciar sesion|inicia sesion|acceder|identificate|entrar|identificarse|conectarse)(?: .{0,16})?",
                r"(?:accedi|login|entra|effettua (?:l'accesso|il login)|accesso)(?: .{0,16})?",
                r"(?:inloggen|log in|aanmelden)(?: .{0,16})?",
                r"(?:zaloguj(?: sie)?|logowanie|zaloguj)(?: .{0,16})?",
                r"(?:iniciar sessao|entrar|fazer login|aceder|inicie sessao)(?: .{0,16})?",
            ),
            maybe=r"(?:my |your )?account|sign in or (?:register|create account)|mein konto|mon compte|mi cuenta"
            r"|il mio account|mijn account|moje konto|a minha conta|minha conta",
            other=r"google|facebook|apple|amazon|paypal|twitter|microsoft|problem|trouble|forgot|create|newsletter",
            path=r"(?:log-?in|sign-?in|customer/account/login|account/login|anmelden|connexion|my-account|auth/login"
            r"|accounts/login|account|users/sign_in|authentication)",
            marks=r"(?:log|sign)[-_]?in(?:[-_]?(?:button|btn|link))?",
        ),
        "create account": signs(
            any_of(
                r"(?:create|open|make|set up)(?: (?:an|your|my|a|new|free))* (?:account|profile)(?: .{0,16})?"
                r"|(?:sign[ -]?up|register|join)(?: (?:now|here|for an account|today|free|account|as a new customer"
                r"|for free|us|with e-?mail))*|new (?:customer|account)\??|registration",
                r"(?:(?:ein )?(?:neues )?(?:kunden)?konto|account) (?:erstellen|anlegen|eroffnen)|(?:jetzt |neu )?"
                r"registrieren|registrierung|neues konto",
                r"(?:creer|ouvrir)(?: (?:un|mon|votre))? (?:nouveau )?compte|(?:s'inscrire|inscription|m'inscrire)",
                r"(?:crear|abrir)(?: (?:una|mi|tu))?(?: nueva)? cuenta|registrarse|registrate|registrarme|registro",
                r"(?:crea|creare)(?: (?:un|il tuo|nuovo))* account|registrati|iscriviti|registrazione",
                r"(?:account|profiel) (?:aanmaken|maken)|(?:maak|nieuw)(?: (?:een|je))? account(?: aan)?|registreren",
                r"(?:utworz|zaloz|stworz)(?: nowe)? konto|zarejestruj(?: sie)?|rejestracja|nowe konto",
                r"(?:criar|abrir)(?: (?:uma|a minha))?(?: nova)? conta|registar(?:-se)?|registe-se|cadastre-se"
                r"|registo|criar cadastro|inscreva-se",
            ),
            other=r"newsletters?|mailing|offers|without|guest|warranty|product|event|log out",
            path=r"(?:register|sign-?up|create-?account|account/(?:create|register)|customer/account/create|signup"
            r"|registrieren|inscription|registro|users/sign_up|registration)",
            marks=r"(?:create[-_]?account|register|sign[-_]?up)(?:[-_]?(?:button|btn|link|submit))?",
        ),
        "invoice": signs(
            any_of(
                r"(?:view|download|print|get|see|open|show|your|my|the|an|pdf|order)* ?(?:\b(?:view|download|print|get"
                r"|see|open|your|my|the|an|pdf|vat|order) ?)*(?:invoices?|receipts?|bills?)(?: (?:pdf|\(pdf\)|download"
                r"|as pdf|[\w-]*\d[\w-]*))?",
                r"(?:meine |ihre |die |pdf-?)?(?:rechnung(?:en)?|beleg)(?: (?:ansehen|herunterladen|anzeigen|drucken"
                r"|als pdf.*|\(pdf\)|laden|[\w-]*\d[\w-]*))?",
                r"(?:voir|telecharger|imprimer|ma|mes|la|votre|les|obtenir|une)* ?(?:\b(?:la|ma|votre|mes|une) )*factures?"
                r"(?: .{0,20})?",
                r"(?:ver|descargar|imprimir|mi|mis|la)* ?(?:\b(?:la|mi|tu|mis) )*(?:facturas?|recibos?)(?: .{0,20})?",
                r"(?:vedi|scarica|stampa|la|le mie)* ?(?:\b(?:la|tua|mia) )*(?:fattur[ae]|ricevut[ae])(?: .{0,20})?",
                r"(?:bekijk|download|print|mijn|de)* ?(?:\b(?:de|mijn|je) )*(?:factu(?:ur|ren)|rekening|bon)"
                r"(?: .{0,20})?",
                r"(?:pobierz|zobacz|drukuj|pokaz|moje)* ?(?:faktur[ayey]|rachunek|paragon)(?: .{0,20})?",
                r"(?:ver|descarregar|baixar|imprimir|a)* ?(?:\b(?:a|minha) )*(?:fatura|faturas|recibo|nota fiscal)"
                r"(?: .{0,20})?",
            ),
            within=r"download (?:the |your |my )?(?:invoice|receipt)|rechnung|facture|factura|fattura|factuur|faktura"
            r"|fatura",
            other=r"pay by|pay on|payment|address|adresse|kauf auf|auf rechnung|achteraf|per|rechnungsadresse|to pay"
            r"|same|request|new",
            path=r"(?:invoices?(?:/\w+)?|rechnung\w*|factures?|facturas?|fatture?|factuur|faktura|receipt"
            r"|invoice[\w-]*\.pdf|pdf-invoice|print)",
            marks=r"invoice|receipt",
        ),
        "open chat": signs(
            any_of(
                r"(?:open |start |live |launch |begin |our |the |show )*(?:live ?)?chat(?:bot|box)?\b.{0,24}",
                r"(?:talk|speak|ask|message)(?: \w+)?(?: \w+)?(?: on| in| via| by| using) (?:live )?chat.*",
                r"(?:.{0,20}\b)?chat(?:ten)?\b.{0,20}|(?:.{0,20}\b)?livechat\b.{0,20}|live support",
                r"(?:.{0,24}\b)?(?:czat|tchat|messenger)\b.{0,20}|chatter.*|chatta.*|chatea.*",
            ),
            maybe=r"(?:ask|message|talk to|contact) us(?: now)?|need help\??|help|support|hilfe|brauchen sie hilfe\??"
            r"|besoin d'aide ?\??|necesitas ayuda\??|hulp nodig\??|potrzebujesz pomocy\??|hai bisogno di aiuto\??"
            r"|precisa de ajuda\??|ask a question|messages?|virtual assistant",
            other=r"whatsapp|telegram|close|end|leave|minimi[sz]e|transcript|beenden|schliessen|fermer|cerrar"
            r"|chiudi|sluiten|zamknij|fechar|facebook",
            path=r"(?:live-?)?chat",
            marks=r"(?:live[-_]?)?chat(?:[-_]?(?:widget|launcher|button|btn|toggle|bubble|open|icon|trigger))*"
            r"|intercom-launcher|zsiq\w*|crisp\w*|tawk\w*|drift\w*|tidio\w*|launcher",
        ),
        "send": signs(
            any_of(
                r"send(?: (?:message|now|enquiry|inquiry|email|e-mail|request|it|your message|us a message|feedback"
                r"|my (?:message|question)|question|form))*|submit(?: (?:form|request|ticket|enquiry|message"
                r"|question|now|return|feedback))*|post message",
                r"(?:nachricht |anfrage |jetzt |formular |frage )?(?:ab)?(?:senden|schicken)|absenden|abschicken",
                r"envoyer(?: (?:le|mon|un|ma|votre|la)\b.*)?|soumettre(?: .*)?",
                r"enviar(?: (?:mensaje|consulta|formulario|solicitud|mensagem|pedido de .*|formulario))*",
                r"invia(?: (?:messaggio|richiesta|modulo|il messaggio))*|inviare",
                r"(?:bericht |formulier |nu )?(?:verstuur|verzend|versturen|verzenden)(?: (?:bericht|formulier))*",
                r"wyslij(?: (?:wiadomosc|formularz|zapytanie|pytanie))*|przeslij",
                r"submeter(?: .*)?",
            ),
            maybe=r"ok|reply|ask|go|antworten|repondre|responder|rispondi|antwoorden|odpowiedz",
            other=r"to a friend|order|code|again|review|copy|e-?mail me|gift",
            marks=r"send[-_]?(?:message|button|btn)|contact[-_]?submit|submit[-_]?(?:message|ticket|btn|button)",
        ),
        "open menu": signs(
            any_of(
                r"(?:open |main |show |toggle |site |mobile |navigation |the |burger |hamburger |view )*(?:menu"
                r"|navigation|nav)(?: (?:button|open|toggle|icon))?|hamburger|all categories|shop by (?:category"
                r"|department)|categories|browse(?: .{0,20})?|departments",
                r"(?:haupt|navigations)?(?:menu|navigation)(?: (?:offnen|anzeigen|umschalten|ein-?/ausblenden))?"
                r"|(?:alle )?kategorien",
                r"(?:ouvrir|afficher|basculer)(?: (?:le|la))? (?:menu|navigation).*|menu principal|(?:toutes les )?"
                r"categories|navigation",
                r"(?:abrir|mostrar|alternar)(?: (?:el|la|o))? (?:menu|navegacion|navegacao).*|menu|(?:todas las |todas as )?"
                r"categorias",
                r"(?:apri|mostra)(?: (?:il|la))? (?:menu|navigazione).*|(?:tutte le )?categorie",
                r"(?:open|toon|hoofd)(?: het)? ?(?:menu|navigatie).*|(?:alle )?categorieen",
                r"(?:otworz|pokaz|rozwin|przelacz) (?:menu|nawigacje).*|(?:wszystkie )?kategorie",
            ),
            maybe=r"☰|≡|≣|\u2261|more|mehr|plus|mas|altro|meer|wiecej|mais",
            other=r"account|user|profile|language|currency|sort|close|skip|schliessen|fermer|cerrar|chiudi"
            r"|sluiten|zamknij|fechar|size|konto|compte|cuenta",
            marks=r"(?:hamburger|burger)(?:[-_]?\w+)?|(?:mobile[-_]?)?(?:menu|nav|navbar|navigation)[-_]?(?:toggler?"
            r"|button|btn|trigger|open|icon|opener|burger)|toggle[-_]?(?:menu|nav)|action nav-toggle|offcanvas-toggle",
        ),
        "close": signs(
            any_of(
                r"(?:×|x|✕|✖|✗|╳|⨯|🗙)",
                r"close(?: (?:this|the|dialog|popup|pop-up|modal|window|overlay|menu|message|button|banner|panel"
                r"|drawer|notification|alert|cart|basket|bag|navigation|and continue.*|chat))*|dismiss(?: .{0,20})?"
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
            marks=r"(?:btn[-_]?|modal[-_]?|popup[-_]?|dialog[-_]?|icon[-_]?|drawer[-_]?)?close(?:[-_]?(?:button|btn"
            r"|icon|modal|popup))?|dismiss",
        ),
    }
)
"""What tells the intents of consent, service and getting about."""
