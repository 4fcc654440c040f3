"""The words by which pages are told apart, in eight languages, over folded text."""

from __future__ import annotations

import re

from cxprobe.reading.control_words import any_of


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + any_of(*parts) + r")\b")


NOT_YET = _words(
    r"will be|once|after|when(?:ever)?|if|as soon as|until|before|how|why|would|could|might|can i|do i"
    r"|example"
    r"|sample|preview|template|what happens|not yet|not been|wasn't|isn't|has not|is not|was not|hasn't"
    r"|unless",
    r"sobald|nachdem|wenn|falls|wird|werden|bevor|beispiel|vorschau|muster|noch nicht|nicht|wie",
    r"une fois|des que|lorsque|apres|sera|si|avant|exemple|apercu|modele|n'a pas|pas encore|comment|quand",
    r"una vez|cuando|despues|sera|si|antes|ejemplo|vista previa|aun no|todavia|como",
    r"una volta|quando|dopo|verra|sara|prima|esempio|anteprima|non|come",
    r"zodra|nadat|wanneer|als|wordt|voordat|voorbeeld|nog niet|niet|hoe",
    r"gdy|kiedy|jesli|jezeli|zostanie|przed|przyklad|podglad|jak|nie",
    r"assim que|quando|depois|sera|se|antes|exemplo|pre-visualizacao|ainda nao|nao|como",
)
"""What makes of "your order is confirmed" no more than a saying about orders."""

HISTORY = _words(
    r"order history|(?:my|your|all|past|previous|recent) (?:orders|purchases|bookings)|orders|order details"
    r"|purchase history|track (?:your |an |my )?order|faqs?|frequently asked|help|questions",
    r"bestellhistorie|bestellubersicht|(?:meine|ihre|alle|letzte) bestellungen|bestellungen|bestelldetails"
    r"|hilfe"
    r"|haufige fragen",
    r"historique|mes commandes|vos commandes|suivi|questions frequentes|aide",
    r"historial|mis pedidos|tus pedidos|pedidos anteriores|preguntas frecuentes|ayuda",
    r"storico|i miei ordini|i tuoi ordini|cronologia|domande frequenti|aiuto",
    r"bestelgeschiedenis|mijn bestellingen|bestellingen|veelgestelde vragen|hulp",
    r"historia zamowien|moje zamowienia|twoje zamowienia|zamowienia|pytania|pomoc",
    r"historico|minhas? encomendas|meus pedidos|as minhas encomendas|perguntas frequentes|ajuda",
)
"""Titles of pages that tell of orders and confirm none."""

PATTERNED = re.compile(
    r"\{\{.*?\}\}|\{[a-z_]+\}|%[a-z_]+%|\[(?:order|name|your)[ _a-z]*\]"
    r"|<[a-z_ ]+>",
    re.IGNORECASE,
)
"""What stands in the templates of mails, where a customer would read a name."""

BROKEN = _words(
    r"(?:error )?(?:404|410|500|502|503|504)(?: (?:error|not found|internal.*|bad gateway|service.*))?"
    r"|page (?:not"
    r" found|can(?:no|')t be found|does not exist|is missing)|(?:page|product|item"
    r"|address)[\w ,']{0,40}(?:could"
    r" not be found|can(?:no|')t be found|no longer exists|doesn't exist|was not found|not found)|not found"
    r"|internal server error|server error|bad gateway|service (?:temporarily )?unavailable"
    r"|something (?:has )?(?:went"
    r"|gone) wrong|an? (?:unexpected )?error (?:has )?occurred|oops|whoops|under maintenance|maintenance mode"
    r"|be right back|application error|we(?:'re| are) sorry,? but something|technical (?:difficulties"
    r"|problems?)"
    r"|there (?:was|has been) a problem|gateway time-?out|too many redirects|fatal error",
    r"seite (?:wurde )?nicht gefunden|(?:interner )?serverfehler|(?:ein )?(?:unerwarteter )?fehler (?:ist )?"
    r"(?:aufgetreten|beim)|wartungsarbeiten|wartungsmodus|seite (?:ist )?nicht verfugbar"
    r"|etwas ist schief\w*|hoppla",
    r"page (?:introuvable|non trouvee)|erreur (?:404|500|serveur|interne|inattendue)"
    r"|une erreur (?:est survenue"
    r"|s'est produite)|en maintenance|service indisponible|cette page n'existe",
    r"pagina no encontrada|no (?:se ha )?encontr\w+ la pagina|error (?:del servidor|interno|404|500)"
    r"|(?:se )?ha "
    r"(?:ocurrido|producido) un error|en mantenimiento|algo (?:ha ido|salio) mal|esta pagina no existe",
    r"pagina non trovata|errore (?:404|500|del server|interno)|si e verificato un errore|in manutenzione"
    r"|qualcosa e andato storto|non esiste",
    r"pagina niet gevonden|(?:interne )?serverfout|er is (?:een fout|iets mis\w*)(?: .{0,20})?|onderhoud"
    r"|pagina bestaat niet",
    r"nie znaleziono(?: strony)?|strona nie (?:istnieje|zostala znaleziona)|blad (?:serwera|404|500)"
    r"|wystapil blad"
    r"|przerwa techniczna|cos poszlo nie tak",
    r"pagina nao encontrada|erro (?:404|500|interno|no servidor)|ocorreu um erro|em manutencao"
    r"|algo deu errado"
    r"|pagina nao existe",
)

CLOSED = _words(
    r"(?:we(?:'re| are)|chat is|live chat is|store is|shop is|our (?:shop|store|chat|lines?|office)s? (?:is"
    r"|are)"
    r"|this (?:shop|store) is|checkout is|ticket sales (?:are|have)) (?:currently |now |temporarily |sorry "
    r"|all )*"
    r"(?:closed|offline|out of office|on (?:holiday|vacation)|unavailable|asleep)|outside (?:our "
    r"|of )*(?:opening"
    r"|office|business|working) hours|we(?:'ll| will) be back (?:at|on|tomorrow)|no (?:agents?|one) (?:is "
    r"|are )?"
    r"(?:currently )?(?:available|online)|opening soon|sales have ended|store closed|closed (?:today|now)",
    r"(?:derzeit|momentan|aktuell|heute|vorubergehend) geschlossen|(?:shop|chat|laden"
    r"|service) ist (?:derzeit |aktuell"
    r" )?(?:geschlossen|offline|nicht besetzt)|ausserhalb (?:unserer|der) (?:offnungs|service"
    r"|geschafts)zeiten"
    r"|betriebsferien|wir haben geschlossen",
    r"(?:actuellement|temporairement|momentanement) (?:ferme|fermee|indisponible)|en dehors de nos horaires"
    r"|boutique "
    r"fermee|nous sommes fermes|(?:le )?chat est ferme|hors ligne",
    r"(?:actualmente|temporalmente) cerrad[oa]|fuera de(?:l| nuestro)? horario|tienda cerrada"
    r"|estamos cerrados"
    r"|(?:el )?chat (?:no esta disponible|esta cerrado)",
    r"(?:attualmente|temporaneamente|momentaneamente) chius[oa]|fuori (?:dall')?orario|negozio chiuso"
    r"|siamo chiusi",
    r"(?:momenteel|tijdelijk|nu) gesloten|buiten (?:onze )?openingstijden|winkel gesloten|wij zijn gesloten",
    r"(?:obecnie|tymczasowo|aktualnie) (?:zamkniet\w+|niedostepn\w+|nieczynn\w+)|poza godzinami"
    r"|sklep (?:jest )?"
    r"(?:zamkniety|nieczynny)",
    r"(?:atualmente|temporariamente) (?:fechad[oa]|encerrad[oa]|indisponivel)|fora do (?:nosso )?horario"
    r"|loja fechada"
    r"|estamos (?:fechados|encerrados)",
)

SOLD_OUT = _words(
    r"(?:currently |temporarily |is |now )*(?:out of stock|sold out|unavailable|no longer available"
    r"|not in stock)"
    r"|notify me when|back in stock|e-?mail me when available|backorder not allowed|0 in stock",
    r"(?:derzeit |leider |aktuell |momentan )*(?:nicht (?:auf lager|verfugbar|lieferbar|mehr verfugbar"
    r"|vorratig)"
    r"|ausverkauft|vergriffen)|benachrichtig\w+ (?:mich|bei)",
    r"(?:en )?rupture de stock|epuise|indisponible|plus disponible|prevenez-moi|m'avertir",
    r"agotad[oa]|sin (?:stock|existencias)|no disponible|fuera de stock|avisame",
    r"esaurit[oa]|non disponibile|sold out|avvisami|terminato",
    r"uitverkocht|niet (?:op voorraad|leverbaar|beschikbaar)|houd mij op de hoogte",
    r"(?:produkt )?(?:wyprzedany|niedostepny)|brak w magazynie|chwilowo niedostepn\w+"
    r"|powiadom (?:mnie )?o dostepnosci",
    r"esgotad[oa]|sem stock|indisponivel|fora de estoque|avise-?me",
)

BASKET = _words(
    r"(?:your |my |the )?(?:shopping )?(?:basket|cart|bag|trolley)(?: summary| contents| items)?",
    r"(?:ihr |mein |dein )?(?:warenkorb|einkaufswagen|einkaufskorb)",
    r"(?:votre |mon |le )?panier(?: d'achats?)?",
    r"(?:tu |mi |su )?(?:carrito|cesta|carro)(?: de (?:la )?compras?)?",
    r"(?:il (?:tuo|mio) )?carrello",
    r"(?:je |mijn |uw )?winkel(?:wagen|mand|wagentje|mandje)",
    r"(?:twoj |moj )?koszyk(?: zakupowy)?",
    r"(?:o (?:seu|meu) |meu |seu )?(?:carrinho|cesto|sacola)(?: de compras)?",
)

BARE_BASKET = _words(
    r"(?:basket|cart|bag|trolley) (?:is )?(?:currently |now |still )?empty|no items in (?:your|the)"
    r"|nothing in your"
    r"|warenkorb ist (?:noch |derzeit )?leer|keine artikel|panier est (?:actuellement )?vide|(?:carrito"
    r"|cesta|carro)"
    r" (?:esta|se encuentra) vaci[oa]|carrello e vuoto|winkel\w+ is (?:nog )?leeg|koszyk jest pusty"
    r"|(?:carrinho|cesto"
    r"|sacola) esta vazi[oa]",
)

LIST = _words(
    r"search results?|results? for|\d+ (?:results|products|items)(?: found)?|sort by|no (?:results"
    r"|products)(?: found"
    r"| were found| match\w*)?|all products|showing \d+|nothing (?:was )?found|your search|we (?:couldn't"
    r"|could not)"
    r" find",
    r"suchergebnis\w*|\d+ (?:ergebnisse|artikel|produkte)|sortier\w*|keine (?:ergebnisse|produkte"
    r"|treffer)\b.*",
    r"resultats? (?:de recherche|pour)|\d+ (?:resultats|produits|articles)|trier par|aucun (?:resultat"
    r"|produit)",
    r"resultados?(?: de busqueda| para| da pesquisa)?|\d+ (?:resultados|productos|produtos)|ordenar por"
    r"|(?:no se (?:han )?encontra\w+|ningun|nenhum) \w+",
    r"risultati(?: di ricerca| per)?|\d+ (?:risultati|prodotti)|ordina per|nessun (?:risultato|prodotto)",
    r"zoekresultaten|resultaten voor|\d+ (?:resultaten|producten)|sorteer\w*|geen (?:resultaten|producten)",
    r"wyniki wyszukiwania|\d+ (?:wynikow|produktow)|sortuj\w*|brak (?:wynikow|produktow)"
    r"|nie znaleziono produktow",
)

PAYMENT = _words(
    r"payment(?: method| details| information| options)?|pay (?:by|with) card|card (?:details|payment)"
    r"|billing (?:and|&)"
    r" payment|secure payment|review (?:and|&) pay|review your order|place (?:your )?order",
    r"zahlung(?:sart|sweise|smethode|en)?|bezahlung|bestellung (?:prufen|abschliessen)|prufen und bestellen",
    r"paiement|moyen de paiement|reglement",
    r"pago|metodo de pago|forma de pago|pagamento|metodo de pagamento|forma de pagamento|metodo di pagamento",
    r"betaling|betaalmethode|betaalwijze|afrekenen",
    r"platnosc|sposob platnosci|metoda platnosci|podsumowanie zamowienia",
)

LOG_IN = _words(
    r"log ?in|sign ?in|login|my account|member login|returning customers?|welcome back|anmelden|anmeldung"
    r"|einloggen"
    r"|kundenlogin|connexion|se connecter|identification|identifiez-vous|iniciar sesion|acceder"
    r"|identificarse|acceso"
    r"|accedi|accesso|inloggen|aanmelden|zaloguj(?: sie)?|logowanie|iniciar sessao|entrar|aceder",
)

LOADING = re.compile(
    r"^(?:loading|please wait|one moment|just a (?:moment|second)|wird geladen|ladt|bitte warten|chargement"
    r"|patientez"
    r"|veuillez patienter|cargando|espere|caricamento|attendere|laden|even geduld|ladowanie|prosze czekac"
    r"|a carregar"
    r"|carregando|aguarde)\b"
)

DELIVERY = _words(
    r"deliver(?:y|ed|s|ing)?|arriv(?:e|es|al|ing)|ships?|shipping|dispatch(?:ed|es)?|get it (?:by|on"
    r"|tomorrow)"
    r"|receive it|with you (?:by|on|in|within)|estimated",
    r"liefer(?:ung|zeit|termin|bar|t|datum)?|zustellung|versand(?:fertig)?|geliefert|bei ihnen|ankunft",
    r"livraison|livre[e]?|expedi\w+|recevez|arrivee|delai",
    r"entrega\w*|envio|recibe\w*|recibir\w*|llega\w*|plazo",
    r"consegn\w+|spedi\w+|ricev\w+|arriv[oa]|arrivera",
    r"bezorg\w*|lever(?:ing|tijd|baar|datum)?|geleverd|verzend\w*|verzonden|in huis",
    r"dostaw\w*|wysylk\w*|dostarcz\w+|przesylk\w*",
    r"entreg\w+|enviado|recebe\w*|receba|chega\w*|prazo",
)
WHEN = _words(
    r"today|tomorrow|(?:\d+|one|two|three|four|five|six|seven|ten)(?: ?(?:-|to|and|or|–|—) ?(?:\d+|two"
    r"|three|four|five"
    r"|six|seven|ten))? ?(?:working |business |week)?(?:days?|hours?|weeks?|h)|next (?:working "
    r"|business )?day|same day"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun",
    r"heute|morgen|ubermorgen|\d+ ?(?:-|bis|–)? ?\d* ?(?:werk|arbeits)?(?:tagen?|tage|tag|stunden|wochen?)"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
    r"aujourd'hui|demain|\d+ ?(?:-|a|et|ou|–)? ?\d* ?(?:jours?|heures?|semaines?)(?: ouvr\w+)?|lundi|mardi"
    r"|mercredi|jeudi"
    r"|vendredi|samedi|dimanche",
    r"hoy|manana|\d+ ?(?:-|a|y|o|–)? ?\d* ?(?:dias?|horas?|semanas?)(?: (?:laborables|habiles|uteis))?"
    r"|lunes|martes"
    r"|miercoles|jueves|viernes|sabado|domingo",
    r"oggi|domani|\d+ ?(?:-|a|o|–)? ?\d* ?(?:giorn[oi]|ore|settiman[ae])(?: lavorativ[io])?|lunedi|martedi"
    r"|mercoledi"
    r"|giovedi|venerdi|sabato|domenica",
    r"vandaag|\d+ ?(?:-|tot|a|–)? ?\d* ?(?:werk)?(?:dagen|dag|uur|weken)|maandag|dinsdag|woensdag|donderdag"
    r"|vrijdag"
    r"|zaterdag|zondag",
    r"dzisiaj|dzis|jutro|\d+ ?(?:-|do|–)? ?\d* ?(?:dni|dzien|godzin\w*|tygodni\w*)(?: robocz\w+)?"
    r"|poniedzialek|wtorek"
    r"|sroda|czwartek|piatek|sobota|niedziela",
    r"hoje|amanha|segunda(?:-feira)?|terca(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?",
    r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th"
    r"|\.)? (?:de )?(?:jan|feb|mar"
    r"|apr|may|mai"
    r"|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mei|sty|lut|kwi|maj|cze"
    r"|lip|sie|wrz"
    r"|paz|lis|gru|fev|out|janv|fevr|mars|avr|juin|juil|aout)\w*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)\w* "
    r"\d{1,2}",
)
NO_DELIVERY = _words(
    r"send (?:it|anything|them|items?) back|after delivery|of delivery|address|free (?:delivery"
    r"|shipping) (?:on|over|from|for)|delivery (?:and|&) returns|returns?|policy"
    r"|ordered (?:on|at)"
    r"|order date|placed on|opening|phone|call|refund|lieferadresse|ruckgabe|bestelldatum|adresse|retours?"
    r"|direccion"
    r"|devoluci\w+|indirizzo|resi|adres|zwrot\w*|morada|endereco|review\w*|posted|newsletter|subscribe"
)
"""What speaks of delivery and promises none."""
