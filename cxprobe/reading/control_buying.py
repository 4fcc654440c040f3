"""What the controls on the way to an order are called, in eight languages, as shop systems word them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cxprobe.reading.control_words import Signs, any_of, signs

_AMOUNT = r"(?:[ :(]*(?:[£€$]|zl|eur|gbp|usd|pln)? ?\d[\d.,' ]*(?:[£€$]|zl|eur|gbp|usd|pln)?\)?)?"
_FIGURE = r"(?:[£€$] ?)?\d[\d.,' ]*(?:[£€$]|zl|eur|gbp|usd|pln|chf)?"
_BASKET = any_of(
    r"(?:shopping[ -]?)?(?:basket|cart|bag|trolley)",
    r"(?:waren|einkaufs)korb|einkaufswagen",
    r"panier",
    r"carrito(?: de (?:la )?compras?)?|cesta(?: de (?:la )?compra)?|bolsa",
    r"carrello|borsa",
    r"winkel(?:wagen|mand|mandje|wagentje)|winkelkarretje",
    r"koszyk(?:a|u)?(?: zakupow\w*)?",
    r"carrinho(?: de compras)?|cesto|sacola",
)
_CART_PATH = any_of(
    r"(?:view-?|shopping-?|my-?)?(?:cart|basket|bag|trolley)|cart/view|checkout/cart|viewcart",
    r"(?:waren|einkaufs)korb|panier|carrito|cesta|carrello|winkel(?:wagen|mand)|koszyk|carrinho|sacola|cesto",
)

BUYING: Mapping[str, Signs] = MappingProxyType(
    {
        "search": signs(
            any_of(
                r"(?:open |show |product |site |go |submit )*search(?!.*results).*",
                r"(?:produkt)?suche(?:n)?(?! ?ergebnis)\b.*",
                r"recherche\b.*|rechercher\b.*|chercher.*",
                r"buscar.*|busqueda",
                r"cerca(?:re)?\b.*|ricerca.*",
                r"zoek(?:en)?\b.*",
                r"(?:wy)?szuka(?:j|nie).*|szukaj",
                r"pesquisa(?:r)?\b.*|procurar.*|busca",
            ),
            vague=r"find|finden|go|trouver|encontrar|trova|vind|znajdz",
            other=r"advanced|erweiterte?|avancee|avanzada|avanzata|geavanceerd|zaawansowane|avancada"
            r"|saved searches|search results|clear|reset|history",
            path=r"search|catalogsearch|suche|recherche|buscar|cerca|zoeken|szukaj|pesquisa",
            marks=r"search(?:-?(?:button|btn|icon|toggle|trigger|open|submit|opener|link))?",
        ),
        "add to basket": signs(
            any_of(
                rf"(?:add|put)(?: (?:it|this|item|items|all|both|selected|now|ticket|tickets))*(?: to| in"
                rf"| into)"
                rf"(?: (?:the|your|my))*(?: (?:{_BASKET}))\b.*",
                rf"(?:jetzt )?(?:in den|zum|in die)(?: (?:{_BASKET}))(?: (?:legen|hinzufugen|packen|geben))?",
                r"(?:in den warenkorb|zum warenkorb hinzufugen)\b.*",
                r"(?:l'|les )?ajouter(?: (?:l'article|ce produit))? (?:au|a mon|dans le|dans mon) panier\b.*"
                r"|mettre (?:au|dans le) panier|j'ajoute au panier",
                r"(?:anadir|agregar|meter|poner|sumar)(?: (?:al|a la|en la|en el|a mi|a))(?: (?:carrito|cesta"
                r"|bolsa|carro))\b.*",
                r"(?:aggiungi|metti|inserisci)(?: (?:al|nel|alla|nella))(?: tuo| tua)? (?:carrello"
                r"|borsa)\b.*",
                r"(?:voeg toe aan|in|toevoegen aan|plaats in|leg in|voeg toe in)(?: (?:de|het|mijn|je|uw))? "
                r"(?:winkel(?:wagen|mand|mandje|wagentje))(?: (?:plaatsen|leggen|toevoegen))?"
                r"|aan (?:winkel\w+) toevoegen",
                r"(?:dodaj|wloz|wrzuc)?(?: ?do) koszyka\b.*",
                r"(?:adicionar|por|colocar|juntar)(?: (?:ao|no|a|na))(?: (?:carrinho|cesto|sacola"
                r"|carro))\b.*",
            ),
            maybe=r"buy(?: it)?(?: now)?",
            vague=any_of(
                r"add .{1,60} to (?:the |your )?(?:basket|cart|bag|trolley)|order(?: it)?(?: now)?",
                r"purchase(?: now)?|add|add item|pre-?order(?: now)?"
                r"|(?:book|reserve)(?: now| tickets?| it)?|(?:buy|get) tickets?|add tickets?",
                r"(?:jetzt )?kaufen|hinzufugen|(?:jetzt )?(?:vorbestellen|buchen|reservieren)"
                r"|tickets? kaufen",
                r"acheter(?: maintenant)?|ajouter|reserver|precommander",
                r"comprar(?: ahora| ya| agora)?|anadir|agregar|reservar|adicionar|encomendar",
                r"acquista(?: ora)?|compra(?: ora| subito)?|aggiungi|prenota",
                r"kopen|koop(?: nu)?|(?:nu )?bestel(?:len)?(?: nu)?|toevoegen|reserveren",
                r"kup(?: teraz)?|dodaj|zamow|rezerwuj|kupuje",
            ),
            within=rf"(?:add|added?) to (?:the |your |my )?(?:{_BASKET})|in den warenkorb|ajouter au panier"
            r"|(?:anadir|agregar) (?:al carrito|a la cesta)|aggiungi al carrello|in winkel(?:wagen|mand)"
            r"|(?:dodaj )?do koszyka|adicionar ao carrinho",
            other=r"wish ?-?list|favou?rites?|compare|comparison|registry|gift card|wunschliste|merkzettel"
            r"|vergleich\w*|merken|liste d'envies|favoris|comparer|favoritos|lista de (?:deseos|desejos)"
            r"|comparar|preferiti|lista dei desideri|confronta|verlanglijst|vergelijk\w*|favorieten"
            r"|ulubion\w+|porownaj|schowk\w*|question|review|save for later|notify",
            marks=r"(?:single[-_])?add[-_]?to[-_]?(?:cart|basket|bag)(?:[-_](?:button|btn|form))?"
            r"|btn[-_]?(?:cart"
            r"|buy)|buy-?(?:btn|button)|addtocart|button-cart|product-form[-_]+submit|tocart|product-buy",
        ),
        "open basket": signs(
            any_of(
                rf"(?:(?:view|go to|open|your|my|see|show|back to|to|the|edit|review|visit|toggle|mini) )*"
                rf"(?:{_BASKET})(?: (?:page|\(?\d+\)?|items?|artikel|drawer|icon|anzeigen|ansehen|offnen"
                rf"|bekijken|bearbeiten)| ?[:(\[-].*|,? (?:\d+ )?(?:items?|artikel|products?"
                rf"|produkte?)\b.*)*{_AMOUNT}",
                r"(?:zum |mein |dein |ihr |im )+(?:waren|einkaufs)korb\b.*|(?:waren|einkaufs)korb (?:anzeigen"
                r"|ansehen|offnen).*",
                r"(?:voir|afficher|mon|le|votre|ouvrir|aller au|consulter)(?: (?:le|mon|au"
                r"|votre))* panier\b.*",
                r"(?:ver|mi|ir|tu|abrir|al|la|el|a)(?: (?:mi|el|la|al|a|tu))* (?:carrito|cesta|bolsa)\b.*",
                r"(?:vedi|vai|il tuo|mostra|visualizza|apri|al)(?: (?:al|il|tuo|mio))* carrello\b.*",
                r"(?:bekijk|naar|mijn|ga naar|open|je|toon)(?: (?:de|mijn|je|uw|het))* winkel(?:wagen"
                r"|mand)\w*\b.*",
                r"(?:zobacz|pokaz|moj|twoj|przejdz do|otworz|idz do|wyswietl) koszyk\w*\b.*",
                r"(?:ver|meu|ir|abrir|o|seu)(?: (?:o|para o|ao|meu))* (?:carrinho|cesto|sacola)\b.*",
            ),
            within=rf"(?:view|open|see) (?:your |my |the )?(?:{_BASKET})|\d+ (?:items?|artikel|articles?"
            rf"|productos?"
            r"|prodotti|produkt\w*)(?: in (?:your |the )?\w+)?",
            other=r"add|adding|update|empty|clear|continue shopping|hinzufugen|in den (?:waren|einkaufs)korb"
            r"|legen|ajouter|anadir|agregar|aggiungi|toevoegen|dodaj|do koszyka|adicionar|aktualisieren"
            r"|mettre a jour|actualizar|aggiorna|bijwerken|zaktualizuj|atualizar|save|share|abandoned"
            r"|to checkout",
            path=_CART_PATH,
            marks=r"(?:mini|header|top|site|shopping)?[-_]?(?:cart|basket|bag)[-_]?(?:icon|link|btn|button"
            r"|toggle"
            r"|trigger|contents|preview|count|summary)?|showcart|minicart",
        ),
        "promo": signs(
            any_of(
                r"(?:(?:have|got|enter|add|use|apply|redeem|i have|do you have|click here to enter|show) )*"
                r"(?:(?:a|an|your|my|the) )*(?:(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|offer|gift)s?"
                r"(?:[ -](?:code|codes|coupon|voucher|card))?)(?: (?:or|and|/) [\w ]+"
                r"| \(optional\))?(?:\?.*)?",
                r"(?:haben sie|hast du)?.{0,20}(?:gutschein|rabatt|aktions|promo)(?:-?code)?s?\b"
                r"(?! ?karte).{0,24}",
                r".{0,24}(?:code (?:promo|de reduction|promotionnel|avantage)|bon de reduction"
                r"|coupon).{0,24}",
                r".{0,24}(?:cupon|codigo (?:de )?(?:descuento|promocional|desconto)|vale de descuento|cupao"
                r"|cupom"
                r"|voucher).{0,24}",
                r".{0,24}(?:codice (?:sconto|promo\w*)|buono sconto|coupon).{0,24}",
                r".{0,24}(?:kortingscode|kortingsbon|actiecode|waardebon|couponcode).{0,24}",
                r".{0,24}(?:kod(?:u)? (?:rabatowy|promocyjny|rabatow\w+)|kupon\w*|bon rabatowy).{0,24}",
            ),
            within=r"(?:promo|coupon|voucher|discount)(?:tion(?:al)?)? codes?",
            other=r"balance|check your gift|terms|buy (?:a )?gift|gift cards?$|all coupons|deals",
            marks=r"show-?coupon|(?:promo|coupon|voucher|discount)[-_]?(?:code)?[-_]?(?:toggle|link|title"
            r"|trigger"
            r"|collapse|input|field)?",
        ),
        "apply promo": signs(
            any_of(
                r"(?:apply|redeem|use|activate|validate|add|submit)(?: (?:a|the|my|your))? (?:promo|voucher"
                r"|coupon"
                r"|discount|promotion|gift|promotional)(?: (?:code|card))?",
                r"(?:apply|redeem|use|activate|validate)(?: (?:the|my|your|promo|promotion|promotional"
                r"|discount"
                r"|voucher|coupon|gift|code|card))*",
                r"(?:gutschein|rabatt|code|promocode|gutscheincode|rabattcode)? ?(?:einlosen|anwenden"
                r"|aktivieren)",
                r"appliquer(?: .{0,20}(?:code|promo|coupon|bon|reduction).*)?|valider le (?:code|coupon"
                r"|bon).*"
                r"|utiliser (?:le|ce|mon) (?:code|bon).*",
                r"aplicar(?: .{0,20}(?:cupon|codigo|descuento|desconto|cupao|cupom).*)?|canjear.*"
                r"|usar codigo",
                r"applica(?: .{0,20}(?:codice|sconto|coupon|buono).*)?|usa codice|riscatta",
                r"(?:code |kortingscode |kortingsbon |coupon )?(?:toepassen|gebruiken|verzilveren|inwisselen)"
                r"|pas (?:code|kortingscode) toe",
                r"zastosuj(?: .{0,20}(?:kod|kupon|rabat).*)?|uzyj (?:kodu|kuponu).*|zrealizuj(?: kod\w*)?",
            ),
            vague=r"ok|go|add|submit|hinzufugen|ajouter|valider|anadir|agregar|aggiungi|invia|toevoegen|dodaj"
            r"|adicionar|enviar|update|senden|confirmar|potwierdz|bevestigen",
            other=r"filters?|filtern?|filtres?|filtros?|filtri|filtry|sort|now for|job|credit card|finance"
            r"|settings|cookies?|change|address|location|price|postcode|zip",
            marks=r"(?:apply|redeem|submit)[-_]?(?:promo|coupon|voucher|discount)\w*|(?:coupon|promo"
            r"|voucher|discount)"
            r"[-_]?(?:code)?[-_]?(?:apply|submit|button|btn)|apply[-_]?coupon",
        ),
        "check out": signs(
            any_of(
                r"(?:(?:go|proceed|continue|on|express|secure|securely|safe|start|begin|to|the|your|order|now"
                r"|and|view|fast|guest|review) )*check ?-?out(?: (?:now|securely|page|as a? ?guest"
                rf"|\(?\d+\)?(?: items?)?))*{_AMOUNT}",
                r"(?:weiter |gehe |jetzt |direkt |sicher )*(?:zur|an der|an die|die) kasse(?: gehen)?\b.*"
                r"|kasse"
                r"|zum checkout",
                r"(?:passer|valider|finaliser|terminer)(?: (?:la|ma|a la|votre))? (?:commande|caisse)"
                r"|commander"
                r"|passer en caisse|proceder au paiement|aller a la caisse|valider mon panier|caisse",
                r"(?:tramitar|finalizar|realizar|terminar|hacer|procesar|completar)(?: (?:el|la|mi"
                r"|tu))? (?:pedido"
                r"|compra)|ir a (?:la )?caja|pasar por caja|(?:ir a|proceder (?:al|con el)) (?:pagar|pago)"
                r"|(?:iniciar|ir al|finalizar) checkout",
                r"(?:vai |procedi |passa )?(?:alla |al |in )?(?:cassa|checkout|pagamento)|(?:procedi"
                r"|completa|concludi"
                r"|vai)(?: ?(?:con|all'|al|l'|il))* ?(?:ordine|acquisto|pagamento|checkout)"
                r"|procedi con il checkout",
                r"(?:verder |ga |doorgaan |naar )*(?:naar )?(?:de )?(?:afrekenen|kassa|checkout|bestellen)"
                r"|(?:veilig |nu )?afrekenen|ik ga bestellen|door naar bestellen",
                r"(?:przejdz |idz )?do (?:kasy|zamowienia|platnosci)|(?:zloz|realizuj) zamowienie|kasa"
                r"|przejdz do realizacji(?: zamowienia)?|zamawiam",
                r"(?:finalizar|concluir|fechar|encerrar)(?: (?:a|o|minha|meu))? (?:compra|encomenda|pedido)"
                r"|ir para (?:o )?(?:checkout|pagamento)|finalizar|checkout|pagar",
            ),
            vague=r"(?:continue|proceed)(?: to (?:payment|delivery|shipping|address|order))?|order|buy"
            r"|place order"
            r"|(?:jetzt )?bestellen|zur bestellung|weiter zur bestellung|paiement|dalej|continuar(?: compra)?"
            r"|bestelling (?:plaatsen|afronden)|(?:checkout|bestellung|commande|pedido)(?: starten"
            r"| abschliessen)?",
            within=r"proceed to check ?-?out|zur kasse|do kasy",
            other=r"continue shopping|express with|paypal|our|reviews?|how|faq|terms|weiter einkaufen"
            r"|your details"
            r"|previous|back|shopping",
            path=r"(?:one-?page-?|onestep-?|quick-?)?checkout(?:/(?:onepage|index|checkout|start"
            r"|index/index))?"
            r"|checkouts?/\w+|kasse|caisse|kassa|cassa|commande|order|onepage|paso-?1|checkout-?1|afrekenen"
            r"|finalizar-compra|zamowienie|checkout/(?:confirm|register|address|gateway)|checkout/#shipping",
            marks=r"(?:proceed[-_]?to[-_]?|go[-_]?to[-_]?|btn[-_]?|action[-_]?)?check-?out(?:[-_]?(?:button"
            r"|btn|link"
            r"|methods?|methods-items))?|begin-checkout",
        ),
        "as guest": signs(
            any_of(
                r"(?:(?:continue|check ?-?out|order|buy|proceed|shop|pay|book|i'm|i am|use|go on|as|a"
                r"|purchase|to"
                r"|checkout|your|with|want) )*guest(?: (?:check ?-?out|user|customer|order|purchase"
                r"|account))*",
                r"(?:continue |check ?-?out |order |buy |proceed |book )*without (?:an? )?(?:account"
                r"|registering"
                r"|registration|signing (?:in|up)|logging in|login).*",
                r"i am a new customer(?: and .*guest.*)?|new customers?: guest.*",
                r"(?:weiter |fortfahren |bestellen |kaufen )*als gast\b.*|gast(?:bestellung|zugang|kauf"
                r"|konto)?"
                r"|(?:weiter |bestellen )?ohne (?:registrierung|anmeldung|kundenkonto|konto).*",
                r"(?:continuer |commander |poursuivre |acheter |payer )*(?:en tant qu'|comme "
                r"|en )?invite(?:e)?\b.*"
                r"|(?:commander|continuer) sans (?:creer (?:de|un) )?compte.*"
                r"|commande (?:en tant qu')?invite.*",
                r"(?:continuar |comprar |pedir |finalizar |seguir )*(?:compra )?(?:como"
                r"|de) (?:un )?(?:invitado|convidado"
                r"|visitante)\b.*|(?:comprar|continuar) sin (?:registr\w+|cuenta).*|invitado",
                r"(?:continua |acquista |ordina |procedi )*(?:come )?ospite\b.*|(?:continua|acquista) senza "
                r"registra\w+.*",
                r"(?:doorgaan |bestellen |verder |afrekenen |ga verder )*als gast\b.*|(?:bestellen"
                r"|doorgaan) zonder "
                r"(?:account|registratie).*",
                r"(?:kontynuuj |kup |zamow |zamawiam |zakupy )*jako gosc\b.*|(?:kup|zakupy|zamow"
                r"|kontynuuj) bez "
                r"(?:rejestracji|logowania|konta).*|gosc",
                r"(?:continuar|comprar|encomendar|finalizar)(?: compra)? (?:como (?:convidado|visitante)|sem "
                r"(?:registo|conta|cadastro))\b.*",
            ),
            vague=r"new customers?|neukunde|nouveau client|nuevo cliente|nuovo cliente|nieuwe klant"
            r"|nowy klient"
            r"|novo cliente",
            within=r"as (?:a )?guest|guest check ?-?out|without (?:an )?account|als gast|en tant qu'invite"
            r"|como (?:invitado|convidado)|come ospite|jako gosc",
            other=r"guest ?book|guest reviews?|guests?:|\d+ guests?|add guest|wedding|favou?r|gaste|tracking"
            r"|track|order status",
            path=r"checkout/guest|guest-?checkout|guest|gast|checkout\?guest=1",
            marks=r"guest(?:[-_]?(?:checkout|order|button|btn|login))?|checkout[-_]?(?:as[-_]?)?guest",
        ),
        "continue": signs(
            any_of(
                r"(?:save|confirm|validate)? ?(?:and|&)? ?(?:continue|next|proceed|go on|move on|carry on)"
                r"(?: step)?(?:(?: to| with| as)? (?:[\w' -]{0,40}))?",
                r"(?:use|ship to|deliver to|send to)(?: (?:this|the|my|these|selected"
                r"|above))+(?: (?:address|payment"
                r"|card|method|details|shipping|option))*|deliver here|ship here|save address"
                r"|confirm (?:address"
                r"|details|delivery)",
                r"(?:speichern und |bestatigen und |jetzt )?(?:weiter|fortfahren|nachster schritt|fortsetzen)"
                r"(?: (?:zu|zur|zum|mit|als)\b.*)?|(?:ubernehmen|speichern) und (?:weiter|fortfahren)"
                r"|an diese adresse (?:liefern|senden)",
                r"(?:enregistrer et |valider et |sauvegarder et )?(?:continuer|suivant|poursuivre"
                r"|etape suivante)"
                r"(?: (?:vers|avec|a|la|au|pour|et)\b.*)?|valider(?: (?:mon|cette|l'|et|la).*)?"
                r"|livrer a cette adresse|utiliser cette adresse",
                r"(?:guardar y |confirmar y )?(?:continuar|siguiente|proseguir)(?: (?:con|a|al|para"
                r"|hacia)\b.*)?"
                r"|siguiente paso|enviar a esta direccion|usar esta direccion",
                r"(?:salva e |conferma e )?(?:continua|avanti|procedi|prosegui|successivo)(?: (?:con|a|al"
                r"|alla|verso)"
                r"\b.*)?|usa questo indirizzo|spedisci a questo indirizzo",
                r"(?:opslaan en |bevestig en )?(?:verder|doorgaan|volgende|ga (?:verder|door))(?: (?:naar"
                r"|met|stap)"
                r"\b.*)?|verder gaan|volgende stap|gebruik dit adres",
                r"(?:zapisz i |potwierdz i )?(?:dalej|kontynuuj|nastepny|przejdz dalej|nastepny krok)"
                r"(?: (?:do|z)\b.*)?|przejdz do (?:platnosci|dostawy|podsumowania)|uzyj tego adresu",
                r"(?:guardar e |salvar e )?(?:continuar|seguinte|prosseguir|avancar|proximo)(?: (?:para|com"
                r"|a)\b.*)?"
                r"|proximo passo|usar este endereco|enviar para este endereco",
            ),
            vague=r"save|ok|submit|confirm|go|save changes|done|speichern|bestatigen|ubernehmen|enregistrer"
            r"|confirmer|guardar|confirmar|salva|conferma|opslaan|bevestig(?:en)?|zapisz|potwierdz|gravar"
            r"|review order|review your order|(?:to|zur) (?:payment|zahlung)|to (?:delivery|shipping)"
            r"|envoyer|senden"
            r"|(?:select|choose)(?: (?:and continue|option|method|this .{1,24}|shipping|delivery|payment"
            r"|address))*|order overview|preview order|preview|auswahlen|wahlen|choisir|selectionner|elegir"
            r"|seleccionar|scegli|seleziona|kiezen|kies|selecteer|wybierz|escolher|selecionar",
            other=r"shopping|browsing|reading|google|facebook|apple|paypal|amazon|klarna|twitter|microsoft"
            r"|einkaufen|shoppen|lesen|(?:mes|les|vos) achats|achats|lire|comprando|compras|tienda|leyendo"
            r"|acquisti|shopping|leggere|winkelen|lezen|zakupy|czytanie|comprar|(?:next|previous) (?:slide"
            r"|page"
            r"|image|photo|month|day|year|week|item|product|post|article)|guest|without accepting"
            r"|sans accepter"
            r"|sin aceptar|senza accettare|sem aceitar|ohne|next to|delivery day|next working"
            r"|search|save for|later|address book|continue to site|to (?:store|shop|homepage|home page)"
            r"|nachst(?:e|es) (?:seite|bild)|page suivante|siguiente pagina|pagina (?:siguiente|successiva)"
            r"|volgende pagina|nastepna strona|proxima pagina|pagina seguinte|back",
            marks=r"(?:btn[-_]?|button[-_]?|action[-_]?)?(?:continue|next-?step|proceed)(?:[-_]?(?:button"
            r"|btn))?",
        ),
        "pay": signs(
            any_of(
                rf"{_FIGURE} (?:(?:jetzt|nu|sicher|veilig|now|securely) )*"
                r"(?:(?:be)?zahlen|betalen|pay(?:able)?|payer|pagar|pagare|zaplac)(?: now| nu| jetzt)?",
                rf"pay(?: (?:now|securely|safely|today|online|here|in full|by card|with card|by credit card"
                rf"|with"
                rf" (?:this|your|my|credit|debit)?.?card|and order|and place order|order|for (?:my "
                rf"|your )?order"
                rf"|the total|total|amount))*{_AMOUNT}",
                rf"(?:place|submit|complete|confirm|send|finali[sz]e|finish|make)(?: (?:my|your|the|an"
                rf"|this))*"
                rf" (?:order|purchase|payment|booking|reservation)(?: (?:and|&) pay.*| now"
                rf"| with .*)?{_AMOUNT}",
                r"(?:confirm|agree|order|check ?out) (?:and|&) (?:pay|order|buy|place order)|order now"
                r"|buy now"
                r"|complete checkout|place order.*|confirm purchase|authori[sz]e payment|make payment",
                rf"(?:jetzt )?(?:kosten|zahlungs)pflichtig\w* (?:bestellen|buchen|kaufen|bezahlen"
                rf"|reservieren).*"
                rf"|(?:jetzt )?(?:sicher )?(?:bestellen|bezahlen|kaufen|zahlen|buchen)(?: und (?:bezahlen"
                rf"|zahlen))?"
                rf"{_AMOUNT}|(?:bestellung|kauf) (?:abschliessen|abschicken|aufgeben|absenden|abgeben"
                rf"|bestatigen"
                rf"|abschliessen)(?: und .*)?|zahlung (?:abschliessen|bestatigen)"
                rf"|zahlungspflichtige bestellung.*|bestellen und bezahlen",
                rf"(?:confirmer|valider|payer|passer|finaliser|regler|effectuer)(?: (?:et|ma|la|votre|mon"
                rf"|le|l'|une"
                rf"))* ?(?:payer|commande|paiement|achat)(?: (?:et|avec|maintenant).*)?{_AMOUNT}|payer"
                rf"(?: maintenant| ma commande| la commande)?{_AMOUNT}|commander(?: et payer"
                rf"| avec (?:obligation )?de "
                rf"paiement)?|commande avec (?:obligation|paiement).*|acheter(?: maintenant)?|je paie",
                rf"pagar(?: (?:ahora|agora|pedido|ya|con tarjeta|com cartao))?{_AMOUNT}|(?:realizar"
                rf"|confirmar|enviar"
                rf"|completar|finalizar|efectuar|hacer)(?: (?:el|la|mi|tu|o|a|su))* (?:pedido|compra|pago"
                rf"|pagamento"
                rf"|encomenda)(?: .{{0,40}}pag\w+.*| y pagar)?|pedido con obligacion de pago|comprar(?: ahora"
                rf"| agora| ya)?|realizar pedido.*",
                rf"paga(?: ora| adesso| con carta| l'ordine)?{_AMOUNT}|(?:conferma|invia|effettua|completa"
                rf"|concludi"
                rf")(?: (?:il|l'|tuo|e))* ?(?:ordine|acquisto|pagamento|paga)(?: .*)?"
                rf"|acquista(?: ora)?"
                rf"|ordina(?: (?:ora|e paga|con obbligo di pagamento))?",
                rf"(?:nu |veilig )?betalen{_AMOUNT}|betaal(?: nu| veilig| met .*)?{_AMOUNT}"
                rf"|bestelling (?:plaatsen"
                r"|bevestigen|afronden|verzenden)(?: .*)?|(?:nu )?bestellen(?: en betalen| met betaal\w*)?"
                r"|(?:plaats|bevestig) (?:je |uw |mijn |de )?bestelling|kopen"
                r"|bestellen met betalingsverplichting",
                rf"zaplac(?: teraz| .{{0,12}})?{_AMOUNT}|(?:kupuje|zamawiam|zamow)(?: (?:i place"
                rf"|z obowiazkiem zaplaty"
                rf"|teraz|i zaplac))?|place{_AMOUNT}|(?:zloz|potwierdz|potwierdzam|wyslij) zamowienie(?: .*)?"
                rf"|przejdz do platnosci i zaplac|kupuje i place|oplac(?: zamowienie)?",
            ),
            vague=r"(?:finish|complete|confirm|buy|purchase|order)|kaufen|bestatigen|terminer|finalizar"
            r"|concluir"
            r"|completa|afronden|potwierdz|confirmar|confirmer|submit|book(?: now)?|donate(?: now)?"
            r"|fazer (?:o )?pedido|fechar pedido",
            other=r"methods?|later|options?|plans?|klarna|in \d|monthly|paypal|apple pay|google pay|g ?pay"
            r"|amazon pay|shop ?pay|learn|more|how|history|your orders|tracking|status|details|forgot"
            r"|instal\w+"
            r"|zahlungsarten|moyens de paiement|metodos|metodi|betaalmethoden|metody|gift card|continue to"
            r"|to cart|to basket|weiter zu|in store|on account",
            marks=r"place[-_]?order(?:[-_]?(?:button|btn))?|(?:btn[-_]?)?pay[-_]?now|submit[-_]?order"
            r"|confirm[-_]?order"
            r"|order[-_]?submit|pay[-_]?button|payment[-_]?submit|button-confirm|confirmformsubmit",
        ),
    }
)
"""What tells the intents of buying."""
