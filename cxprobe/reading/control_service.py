"""What the links to service are called: orders and returns, help and contact, the account."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cxprobe.reading.control_words import Signs, any_of, signs

_LINKS_FOR = r"(?:your |my |an? |the |existing |recent )*"

SERVICE: Mapping[str, Signs] = MappingProxyType(
    {
        "track order": signs(
            any_of(
                rf"(?:track|find|follow|check|locate|where is|where's) {_LINKS_FOR}"
                r"(?:order|orders|parcel|package|delivery|shipment|purchase)(?: (?:status|tracking"
                r"|number))?\??",
                r"order (?:status|tracking|lookup)|(?:parcel|package|shipment|delivery) tracking|tracking"
                r"|track(?: & trace)?|trace|where is my order\??|track",
                r"(?:bestellung|sendung|paket|lieferung|auftrag)s?(?:status|verfolgung)?(?: (?:ver)?folgen"
                r"| prufen| suchen)|(?:sendungs|bestell|paket|auftrags)(?:verfolgung|status)"
                r"|wo ist meine? \w+\??",
                r"suivre (?:ma|mon|votre|une|un) (?:commande|colis|livraison)|suivi (?:de|des) (?:ma |mon "
                r"|votre |la )?"
                r"(?:commandes?|colis|livraison)|suivi|ou est (?:ma commande|mon colis)\??",
                r"(?:seguir|rastrear|localizar|consultar|seguimiento (?:de|del)|estado (?:de|del))(?: (?:mi"
                r"|tu|el|su|de"
                r"|la))* (?:pedido|envio|paquete|compra)s?|donde esta mi pedido\??|seguimiento",
                r"(?:traccia|segui|rintraccia|monitora|tracciamento|stato)(?: (?:il|tuo|mio|dell'|del|la"
                r"|l'))* ?"
                r"(?:ordine|pacco|spedizione|ordini)|dov'e il mio ordine\??",
                r"(?:volg|traceer|track|waar is)(?: (?:je|mijn|uw|de|een))* (?:bestelling|pakket|zending)\??"
                r"|(?:bestelling|pakket|zending) (?:volgen|traceren)|bestelstatus|track (?:&|and) trace",
                r"(?:sledz|sprawdz|gdzie jest)(?: (?:status|moje|swoje|moja))* (?:zamowieni\w+|przesylk\w+"
                r"|paczk\w+)\??"
                r"|status zamowienia|sledzenie (?:zamowien\w*|przesylki|paczki)",
                r"(?:acompanhar|seguir|rastrear|localizar)(?: (?:a|o|minha|meu|sua))* (?:encomenda|pedido)s?"
                r"|rastreio|rastreamento|estado da encomenda|onde esta (?:a minha encomenda|meu pedido)\??",
            ),
            maybe=r"(?:my |your )?orders?(?: (?:history|and returns|& returns))?|meine bestellungen"
            r"|bestellungen"
            r"|mes commandes|mis pedidos|i miei ordini|mijn bestellingen|moje zamowienia|as minhas encomendas"
            r"|meus pedidos|orders and returns",
            within=r"track(?:ing)? (?:your |my )?(?:order|parcel)|order status",
            path=r"(?:track|tracking|track-order|order-?tracking|order-status|trackorder|orders?/(?:track"
            r"|status"
            r"|lookup)|guest-tracking|sales/guest/form|sendungsverfolgung|suivi(?:-commande)?|seguimiento"
            r"|where-is-my-order|guesttracking)",
            marks=r"(?:order[-_]?)?track(?:ing)?(?:[-_]?order)?",
        ),
        "return item": signs(
            any_of(
                rf"(?:start|make|begin|create|request|arrange|book|register|new)? ?(?:an? |the "
                rf"|your )?returns?"
                rf"(?: {_LINKS_FOR}(?:items?|order|product|this item|goods|something|parcel|an item|request"
                rf"|now))?"
                rf"|return or (?:replace|exchange) (?:items?|an item)|send (?:it|this|item|an item) back",
                r"(?:artikel |bestellung |ware |jetzt )?(?:zurucksenden|zuruckschicken|zuruckgeben"
                r"|retournieren)"
                r"|(?:retoure|rucksendung|ruckgabe) ?(?:anmelden|starten|beantragen|erstellen)?",
                r"(?:retourner|renvoyer)(?: (?:un|cet|mon|des|l'|une|ma|votre))* ?(?:article|produit"
                r"|commande|colis"
                r"|articles)?|(?:faire|demander|creer|effectuer) un retour|demande de retour|retours?",
                r"(?:devolver|hacer una devolucion|iniciar (?:la )?devolucion|solicitar (?:una )?devolucion)"
                r"(?: (?:un|el|este))?(?: (?:articulo|producto|pedido))?|devolucion(?:es)?",
                r"(?:restituisci|rendi|reso|resi|effettua un reso|richiedi (?:un |il )?reso)(?: .{0,24})?",
                r"(?:retourneren|retour(?: aanmelden| sturen)?|artikel retourneren|(?:bestelling"
                r"|product) retourneren"
                r"|terugsturen|retour (?:maken|aanvragen))",
                r"(?:zwroc|zwrot|zwroty|zglos zwrot|zwroc (?:produkt|towar|zamowienie)|formularz zwrotu)",
                r"(?:devolver|fazer (?:uma )?devolucao|pedir (?:uma )?devolucao|trocas e devolucoes)"
                r"(?: (?:um|o|este))?(?: (?:artigo|produto))?|devolucao|devolucoes",
            ),
            within=r"return (?:an? |this |your )?(?:item|order)|start a return",
            other=r"policy|polic(?:y|ies)|to|home|conditions|terms|regeln|richtlinie|politique|politica"
            r"|beleid"
            r"|polityka|free|information|kostenlose?|shop|back",
            path=r"(?:returns?/(?:new|create|start|request)|start-return|return-(?:item|order|form|request)"
            r"|retoure"
            r"|account/return/add|returns?|create-return|devolver|zwrot|rma(?:/new)?)",
            marks=r"(?:start|create|make)?[-_]?return(?:[-_]?(?:item|order|button|btn))?",
        ),
        "returns policy": signs(
            any_of(
                r"(?:free |easy |our |\d+[ -]day )*(?:returns?|refunds?|exchanges?)(?: ?(?:and|&|,"
                r"|or) ?(?:returns?"
                r"|refunds?|exchanges?|cancellations?))*(?: (?:policy|policies|information|info|conditions"
                r"|centre"
                r"|center))?|(?:delivery|shipping|orders|warranty)(?: ?(?:and|&|/) ?)(?:returns?"
                r"|refunds?)(?: .*)?"
                r"|right of withdrawal|withdrawal(?: policy)?|return policy|refund policy|money.?back.*",
                r"(?:ruckgabe|rucksende|retouren|widerrufs?|umtausch|ruckerstattung\w*)(?:recht"
                r"|richtlinien?|bedingungen"
                r"|belehrung|recht & .*|infos?)?(?: ?(?:und|&) ?.*)?|(?:versand|lieferung) (?:und"
                r"|&) (?:ruckgabe"
                r"|retouren|rucksendung)|rucksendung(?:en)?(?: .*)?|retouren?|kostenlose (?:retoure"
                r"|ruckgabe)\w*",
                r"(?:politique|conditions) de (?:retours?|remboursement)\b.*|retours?(?: (?:et|&) .*)?"
                r"|(?:livraison"
                r"|livraisons) (?:et|&) retours?|droit de retractation|retractation|echanges? (?:et"
                r"|&) retours?",
                r"(?:politica|condiciones|cambios y|envios y) (?:de )?(?:devolucion(?:es)?|reembolso"
                r"|cambios)\b.*"
                r"|devoluciones(?: y .*)?|cambios(?: y .*)?|derecho de desistimiento",
                r"(?:politica|condizioni) (?:di|dei|sui) (?:reso|resi|rimborso|restituzione)\b.*"
                r"|resi(?: e .*)?"
                r"|spedizion[ei] e resi|diritto di recesso|reso|rimborsi",
                r"retour(?:neren|beleid|voorwaarden|s)?(?: (?:en|&) .*)?|(?:verzending|bezorging|levering"
                r"|ruilen) "
                r"(?:en|&) retour\w*|herroepingsrecht|ruilen(?: .*)?",
                r"(?:polityka|zasady|warunki) zwrotow\b.*|zwroty(?: i .*)?|(?:dostawa|wymiana) i zwroty"
                r"|prawo odstapienia.*|odstapienie od umowy|reklamacje i zwroty",
                r"(?:politica|condicoes) de (?:devolucao|devolucoes|trocas?|reembolso)\b.*|(?:trocas"
                r"|envios) e "
                r"devolucoes|devolucoes(?: e .*)?|direito de (?:livre )?(?:resolucao|arrependimento)",
            ),
            within=r"returns? policy|return policy|refund policy|widerrufsrecht",
            other=r"start|create|track|order status|sign|label|item",
            path=r"(?:(?:policies/)?(?:returns?|refunds?)(?:-?(?:and|&)?-?(?:refunds?|exchanges?|policy"
            r"|exchange))*"
            r"|(?:return|refund)s?-policy|shipping-(?:and-)?returns|delivery-(?:and-)?returns|retouren?"
            r"|widerruf\w*|ruckgabe\w*|rueckgabe\w*|retours?|devoluciones|resi|retourneren|zwroty"
            r"|devolucoes)",
            marks=r"returns?[-_]?policy",
        ),
        "delivery information": signs(
            any_of(
                r"(?:free |our |uk |fast |next day )*(?:delivery|shipping|deliveries|postage)(?: ?(?:and|&"
                r"|,|/) ?"
                r"(?:delivery|shipping|returns?|collection|payment|postage|handling"
                r"|pickup))*(?: (?:information|info"
                r"|options|costs?|policy|policies|times?|details|charges|rates|methods|service|& returns))*",
                r"(?:versand|liefer|lieferung)(?:kosten|informationen|infos?|zeiten|zeit|bedingungen|arten)?"
                r"(?: ?(?:und|&|/) ?.*)?|zahlung (?:und|&) versand|lieferung(?: .*)?",
                r"(?:livraisons?|expedition|frais de (?:port|livraison)|delais de livraison"
                r"|modes de livraison"
                r"|informations? (?:de|sur la) livraison)(?: (?:et|&) .*)?|(?:paiement"
                r"|retours?) et livraison",
                r"(?:envios?|entregas?|gastos de envio|informacion (?:de|sobre) (?:el )?envios?"
                r"|plazos de entrega)"
                r"(?: y .*)?|(?:politica|condiciones) de envios?",
                r"(?:spedizion[ei]|consegn[ae]|costi di spedizione|tempi di consegna|informazioni (?:di"
                r"|sulla) "
                r"spedizione)(?: e .*)?",
                r"(?:verzending|verzendkosten|bezorging|levering|leveren|bezorgen|verzendinformatie"
                r"|bezorgopties"
                r"|levertijd(?:en)?)(?: (?:en|&) .*)?",
                r"(?:dostawa|wysylka|koszty? (?:dostawy|wysylki)|czas dostawy|formy dostawy"
                r"|metody dostawy)(?: i .*)?"
                r"|(?:platnosc|platnosci) i dostawa",
                r"(?:entregas?|envios?|portes|custos de envio|informac\w+ de envio|prazos? de entrega"
                r"|frete)(?: e .*)?",
            ),
            other=r"address|method|continue|deliver here|change|edit|choose|select|track|lieferadresse"
            r"|adresse"
            r"|direccion|indirizzo|adres|morada|endereco",
            path=r"(?:(?:policies/)?(?:delivery|shipping|versand|lieferung|livraison|envios?|spedizion[ei]"
            r"|verzending"
            r"|bezorging|dostawa|entregas?)(?:-?(?:and-)?(?:policy|information|info|returns|costs|kosten"
            r"|options))?"
            r"|versandkosten|shipping-policy|verzendkosten|payment-delivery)",
        ),
        "contact": signs(
            any_of(
                r"contact(?: ?us| the shop| customer (?:service|care|support)| form| details| information"
                r"| here"
                r"| support)?|get in touch|(?:write|speak|talk|email|e-mail|message|call) (?:to )?us"
                r"|reach us|contacts",
                r"kontakt(?:formular|ieren sie uns|iere uns|ieren|daten)?(?: .{0,20})?"
                r"|schreib(?:en sie)? uns",
                r"(?:nous |formulaire de )?contact(?:ez(?:-| )nous|er|s)?(?: .{0,24})?|ecrivez-nous",
                r"contact(?:o|anos|ar|enos|a)(?: .{0,24})?|escribenos|ponte en contacto.*",
                r"contatt(?:i|aci|o|ateci|are)(?: .{0,24})?|scrivici",
                r"contact(?:eer ons|formulier|gegevens| opnemen)?|neem contact (?:met ons )?op",
                r"(?:skontaktuj sie|napisz)(?: (?:z|do) nam?i?s?)?|dane kontaktowe|formularz kontaktowy",
                r"contact(?:o|os|e-nos|ar|acte-nos)|contacte-nos|fale (?:conosco|connosco)|entre em contato",
            ),
            within=r"contact us|kontaktformular|contactez-nous",
            other=r"lens(?:es)?|(?:your |my )contact (?:details|information)|next|edit|billing|preferences"
            r"|via",
            path=r"(?:pages?/)?(?:contact(?:-?us|o|s|-form|ez-nous|anos)?|kontakt(?:formular)?|contatt[io]"
            r"|contacte"
            r"|support/contact|information/contact|nous-contacter|fale-conosco)",
            marks=r"contact[-_]?us",
        ),
        "help": signs(
            any_of(
                r"(?:need |get |customer |our )*(?:help|support|faqs?|f\.a\.q\.?s?|assistance)(?: ?(?:and|&"
                r"|/) ?(?:\w+))?"
                r"(?: (?:centre|center|desk|pages?|me|hub|topics))?\??|customer (?:service|services|care"
                r"|support)"
                r"|frequently asked questions|questions(?: .*)?|help with .*|service",
                r"(?:hilfe|service|kundenservice|kundendienst|haufige fragen|haufig gestellte fragen|fragen"
                r"(?: und antworten)?|hilfe(?:bereich|center)|hilfe (?:&|und) \w+|faq)",
                r"(?:aide|assistance|service (?:client|clients|clientele)|questions frequentes"
                r"|foire aux questions"
                r"|besoin d'aide ?\??|centre d'aide|aide (?:et|&) .*|faq)",
                r"(?:ayuda|atencion al cliente|preguntas frecuentes|centro de ayuda|necesitas ayuda\??"
                r"|soporte)",
                r"(?:aiuto|assistenza(?: clienti)?|servizio clienti|domande frequenti|centro assistenza"
                r"|hai bisogno "
                r"di aiuto\??|supporto)",
                r"(?:hulp(?: nodig\??)?|klantenservice|veelgestelde vragen|helpcentrum|service (?:en"
                r"|&) contact)",
                r"(?:pomoc|obsluga klienta|centrum pomocy|najczestsze pytania|czesto zadawane pytania"
                r"|wsparcie)",
                r"(?:ajuda|apoio ao cliente|atendimento|perguntas frequentes|central de ajuda|suporte"
                r"|servico de apoio.*|precisa de ajuda\??)",
            ),
            within=r"help cent(?:re|er)|customer service|kundenservice|service client",
            other=r"size|password|helpful|was this|find address|terms|privacy",
            path=r"(?:pages?/)?(?:help(?:-?cent(?:re|er))?|faqs?|support|customer-?(?:service|care|support)"
            r"|hilfe|aide"
            r"|ayuda|aiuto|assistenza|klantenservice|pomoc|ajuda|kundenservice|service)",
        ),
        "log in": signs(
            any_of(
                r"(?:already (?:have an account|registered|a (?:customer|member))\?? ?)?(?:please )?(?:log"
                r"|sign)[ -]?in"
                r"(?: (?:here|now|securely|to (?:your|my) account|/ .*|or .*|with (?:your )?(?:e-?mail"
                r"|password).*))?"
                r"|returning customers?\??.*|account login|customer (?:login|sign in)|click here to login",
                r"(?:jetzt |hier )?(?:anmelden|einloggen)(?: ?/ .*)?|(?:kunden)?login|mein konto anmelden",
                r"(?:se connecter|connexion|s'identifier|identifiez-vous|me connecter"
                r"|connectez-vous)(?: .{0,24})?",
                r"(?:iniciar sesion|inicia sesion|acceder|identificate|entrar|identificarse"
                r"|conectarse)(?: .{0,16})?",
                r"(?:accedi|login|entra|effettua (?:l'accesso|il login)|accesso)(?: .{0,16})?",
                r"(?:inloggen|log in|aanmelden)(?: .{0,16})?",
                r"(?:zaloguj(?: sie)?|logowanie|zaloguj)(?: .{0,16})?",
                r"(?:iniciar sessao|entrar|fazer login|aceder|inicie sessao)(?: .{0,16})?",
            ),
            maybe=r"(?:my |your )?account|sign in or (?:register|create account)|mein konto|mon compte"
            r"|mi cuenta"
            r"|il mio account|mijn account|moje konto|a minha conta|minha conta",
            other=r"google|facebook|apple|amazon|paypal|twitter|microsoft|problem|trouble|forgot|create"
            r"|newsletter",
            path=r"(?:log-?in|sign-?in|customer/account/login|account/login|anmelden|connexion|my-account"
            r"|auth/login"
            r"|accounts/login|account|users/sign_in|authentication)",
            marks=r"(?:log|sign)[-_]?in(?:[-_]?(?:button|btn|link))?",
        ),
        "create account": signs(
            any_of(
                r"(?:create|open|make|set up)(?: (?:an|your|my|a|new|free))* (?:account|profile)(?: .{0,16})?"
                r"|(?:sign[ -]?up|register|join)(?: (?:now|here|for an account|today|free|account"
                r"|as a new customer"
                r"|for free|us|with e-?mail))*|new (?:customer|account)\??|registration",
                r"(?:(?:ein )?(?:neues )?(?:kunden)?konto|account) (?:erstellen|anlegen|eroffnen)|(?:jetzt "
                r"|neu )?"
                r"registrieren|registrierung|neues konto",
                r"(?:creer|ouvrir)(?: (?:un|mon|votre))? (?:nouveau )?compte|(?:s'inscrire|inscription"
                r"|m'inscrire)",
                r"(?:crear|abrir)(?: (?:una|mi|tu))?(?: nueva)? cuenta|registrarse|registrate|registrarme"
                r"|registro",
                r"(?:crea|creare)(?: (?:un|il tuo|nuovo))* account|registrati|iscriviti|registrazione",
                r"(?:account|profiel) (?:aanmaken|maken)|(?:maak|nieuw)(?: (?:een|je))? account(?: aan)?"
                r"|registreren",
                r"(?:utworz|zaloz|stworz)(?: nowe)? konto|zarejestruj(?: sie)?|rejestracja|nowe konto",
                r"(?:criar|abrir)(?: (?:uma|a minha))?(?: nova)? conta|registar(?:-se)?|registe-se"
                r"|cadastre-se"
                r"|registo|criar cadastro|inscreva-se",
            ),
            other=r"newsletters?|mailing|offers|without|guest|warranty|product|event|log out",
            path=r"(?:register|sign-?up|create-?account|account/(?:create|register)|customer/account/create"
            r"|signup"
            r"|registrieren|inscription|registro|users/sign_up|registration)",
            marks=r"(?:create[-_]?account|register|sign[-_]?up)(?:[-_]?(?:button|btn|link|submit))?",
        ),
        "invoice": signs(
            any_of(
                r"(?:view|download|print|get|see|open|show|your|my|the|an|pdf|order)* ?(?:\b(?:view"
                r"|download|print|get"
                r"|see|open|your|my|the|an|pdf|vat|order) ?)*(?:invoices?|receipts?|bills?)(?: (?:pdf"
                r"|\(pdf\)|download"
                r"|as pdf|[\w-]*\d[\w-]*))?",
                r"(?:meine |ihre |die |pdf-?)?(?:rechnung(?:en)?|beleg)(?: (?:ansehen|herunterladen"
                r"|anzeigen|drucken"
                r"|als pdf.*|\(pdf\)|laden|[\w-]*\d[\w-]*))?",
                r"(?:voir|telecharger|imprimer|ma|mes|la|votre|les|obtenir|une)* ?(?:\b(?:la|ma|votre|mes"
                r"|une) )*factures?"
                r"(?: .{0,20})?",
                r"(?:ver|descargar|imprimir|mi|mis|la)* ?(?:\b(?:la|mi|tu|mis) )*(?:facturas?"
                r"|recibos?)(?: .{0,20})?",
                r"(?:vedi|scarica|stampa|la|le mie)* ?(?:\b(?:la|tua|mia) )*(?:fattur[ae]"
                r"|ricevut[ae])(?: .{0,20})?",
                r"(?:bekijk|download|print|mijn|de)* ?(?:\b(?:de|mijn|je) )*(?:factu(?:ur|ren)|rekening|bon)"
                r"(?: .{0,20})?",
                r"(?:pobierz|zobacz|drukuj|pokaz|moje)* ?(?:faktur[ayey]|rachunek|paragon)(?: .{0,20})?",
                r"(?:ver|descarregar|baixar|imprimir|a)* ?(?:\b(?:a|minha) )*(?:fatura|faturas|recibo"
                r"|nota fiscal)"
                r"(?: .{0,20})?",
            ),
            within=r"download (?:the |your |my )?(?:invoice|receipt)|rechnung|facture|factura|fattura"
            r"|factuur|faktura"
            r"|fatura",
            other=r"pay by|pay on|payment|address|adresse|kauf auf|auf rechnung|achteraf|per"
            r"|rechnungsadresse|to pay"
            r"|same|request|new",
            path=r"(?:invoices?(?:/\w+)?|rechnung\w*|factures?|facturas?|fatture?|factuur|faktura|receipt"
            r"|invoice[\w-]*\.pdf|pdf-invoice|print)",
            marks=r"invoice|receipt",
        ),
    }
)
"""What tells the intents of service."""
