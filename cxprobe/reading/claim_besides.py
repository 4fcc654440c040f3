"""What a sentence says besides a plain fact: of whom, where to, of what, on which day it holds.

A shop names more conditions than any list of them. So the plain words are listed instead, in eight
languages, and every other word of a statement is one of its conditions: "delivery to Norway", "swimwear
can be returned", "our Leeds shop is open".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_I = re.IGNORECASE
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_LENGTHS = (
    "day days week weeks month months year years hour hours calendar working business weekday weekdays"
    " tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden werktag werktage"
    " werktagen arbeitstage arbeitstagen jour jours semaine semaines mois ans année années heures ouvrés"
    " ouvrables ouvré día días semana semanas mes meses año años horas hábiles laborables giorno giorni"
    " settimana settimane mese mesi anno anni ore lavorativi lavorativo dag dagen week weken maand maanden"
    " jaar"
    " jaren uur werkdag werkdagen dzień dni tydzień tygodni tygodnie miesiąc miesiące miesięcy lata lat rok"
    " godzin godziny robocze roboczych dia dias mês meses ano anos úteis"
)
_ENGLISH = (
    "a all also always and any anything are asked back be been being but can could course currently do does"
    " doesn don each easily easy every everything for from generally has have here how if in indeed is it"
    " its just later long may mind must need not note now of off only our ours out over please possible"
    " really"
    " reason right same shall simply so still sure than that the them then there these they thing things this"
    " those time times to too until up us very was we well when which will with within you your yours yes"
    " afraid"
    " sorry unfortunately actually glad happy hello hey thank thanks after before because by into per about"
    " first left something whatever article articles good goods item items order orders ordered ordering"
    " package packages parcel parcels product products purchase purchases purchased buy bought one ones"
    " customer customers question questions quibble hassle change decide policy period window"
    " deadline return returns returned returnable returning send sending sent bring give given take takes"
    " taken"
    " refund money receive received receiving receipt got reach reaches reached arrive arrives arrived door"
    " home"
    " deliver delivers delivered delivery deliveries shipping shipped shipment postage packing"
    " standard normal normally regular usual usually cost costs price priced charge charged charges fee flat"
    " rate spend free worth value basket above more less pay paid is guarantee guaranteed guarantees"
    " warranty warranties come comes lasts runs valid open opening hours chat chats line lines phone"
    " telephone"
    " call team staff shop store showroom cafe workshop warehouse office mail email daily week through till"
    " between noon midday midnight available weigh weighs weight net hold holds capacity volume litre litres"
    " liter liters millilitre millilitres kilo kilos gram grams kilogram kilograms tall high height stands"
    " measures power wattage uses draws runs watt watts made material room had get gets back again offer"
    " offers"
    " passed company answer answers rule rules period exact exactly total overall simply allow allowed accept"
    " accepted start starts end ends count counted policy clear let know tell told say said think"
    " and via day's guys like love hope write us today's anyone whole entire thereof two three four five six"
    " seven eight nine ten twelve fourteen twenty thirty sixty ninety hundred"
)
_GERMAN = (
    "aber alle alles als also artikel auch auf aus bei beim bestellung bestellungen betragen beträgt bis"
    " bitte"
    " daher dann das dass dauern dauert dazu dein deine deinen dem den denn der des die dies diese dieser"
    " dieses"
    " doch ein eine einem einen einer eines entscheiden frei für ganz gegen geht gehen gelten gerne gerät"
    " geräte"
    " gibt gilt haben hat ich ihm ihn ihnen ihr ihre ihrem ihren ihrer innerhalb binnen ist ja jede jeder"
    " jedes"
    " kann kosten kostet können könnt kostenlos kostenlose kostenlosen kostenloser kostenloses kostenfrei"
    " kauf leider lang lieferfrist"
    " lieferkosten liefern lieferung lieferungen lieferzeit geliefert machen mehr mit möglich nach natürlich"
    " nicht"
    " noch nur oder ohne paket pro produkt produkte retoure retouren rückgabe rückgaberecht rückgabefrist"
    " rücksendung rücksendungen rückgaben vorbei abgelaufen selbstverständlich sich sie sind so"
    " standardversand standardlieferung und uns unser unsere"
    " unseren unserer versand versandkosten versandkostenfrei vom von ware waren wenn werden wieder wir wird"
    " zeit"
    " zu zum zur zurück zurückgeben zurückgegeben zurücksenden zurückschicken zurückzugeben zurückzuschicken"
    " garantie gewährleistung frist erhalt kunden gewicht höhe leistung fassungsvermögen wiegt fasst grund"
    " angabe gründen überlegen zwei drei vier fünf sechs sieben acht zehn vierzehn dreißig lautet umfasst"
)
_FRENCH = (
    "achat article articles aux avec avez avoir avis bien bonjour car ceci cela ces cet cette changer colis"
    " commande commandes compte coûte coûtent dans délai délais depuis des dès disposez donc dont droit elle"
    " elles est êtes être expédition fait font frais garantie gratuit gratuite gratuits gratuitement"
    " retourner"
    " jusqu les leur livraison livraisons livré livrée livrées livrés livrer livrons maximum merci mes moins"
    " mon nos notre nous"
    " offert offerte offerts par partir pas pendant peut peuvent plus port possible possibles pour pouvez"
    " produit produits"
    " passé passés prix que qui raison réception rendre renvoyer renvoyé retour retours retourné retournés"
    " sans ses soit"
    " son"
    " sont sous standard sur sûr tous tout toute toutes une uniquement voici vos votre vous deux trois quatre"
    " cinq six sept huit dix quatorze quinze trente commander politique durée valable poids hauteur puissance"
    " contenance capacité appareil affaire seulement oui désolé désolée malheureusement"
)
_SPANISH = (
    "artículo artículos aunque bien cliente clientes como compra compras con costes cualquier cuesta cuestan"
    " cuenta dentro desde desea después devolución devoluciones devolver devolverlo devuelto devueltos"
    " dispone"
    " durante ella ellos envío envíos entrega entregas entregamos entregado entregar está están estándar esta"
    " estas este estos gastos garantía gratis gratuita gratuito gratuitas hace hacer han has pasado hasta"
    " las los más máximo"
    " motivo normal nuestra nuestras nuestro nuestros nos para partir pedido pedidos pero plazo plazos por"
    " porque posible precio producto productos puede pueden puedes pues que recepción recibir recibirlo ser"
    " será"
    " siempre siento sin sobre solo sólo son sus también tarda tardan tiempo tiene tienen tienes tipo toda"
    " todas todo"
    " todos una uno unos usted ustedes cambiar opinión dos tres cuatro cinco seis siete ocho diez catorce"
    " quince"
    " treinta política paquete gracias hola desgraciadamente lamentablemente derecho peso altura capacidad"
    " potencia aparato dinero enviar enviarlo artículos llega llegan"
)
_ITALIAN = (
    "acquisto alla alle allo anche articoli articolo avete avere cambiare idea che ciao clienti come con"
    " consegna"
    " consegne consegnato consegnati consegnamo consegnare costa costano costi costo cui dal dalla dalle dei"
    " del"
    " della delle dello dello dura entro essere garanzia gli gratis gratuita gratuite gratuiti gratuito"
    " gratuiti"
    " hai hanno hai importo mio motivo nella nostra nostre nostri nostro numero passati scaduti ogni ordine"
    " ordini oltre"
    " pacco"
    " partire per però più politica possibile possibili possono potete può prezzo prodotti prodotto"
    " purtroppo quale qualsiasi"
    " quanto quello questa queste questi questo rendere reso resi restituire restituirlo restituito"
    " restituiti"
    " restituzione ricevere ricezione richiede richiedono sempre senza siamo solo sono spedizione spedizioni"
    " standard sua sue suo suoi sul sulla tempi tempo termine tra tua tue tuo tuoi tutte tutti tutto una uno"
    " vale"
    " viene vostra vostro due tre quattro cinque sei sette otto dieci quattordici trenta diritto peso altezza"
    " potenza capacità denaro grazie apparecchio effettuare dalla data"
)
_DUTCH = (
    "aankoop aan alle alles als artikel artikelen bedraagt bedenktijd bestelling bestellingen bezorgd"
    " bezorgen"
    " bezorging bezorgkosten bezorgtijd binnen bij dan dat deze die dit dus duurt een eens garantie geen geld"
    " geldt geleverd gratis hebben hebt heeft helaas hem het hij hoe houden houdt ieder iedere iets is jouw"
    " kan"
    " klanten koop kost kosten kunnen kunt levering leveringen leverkosten levert leveren levertijd maar"
    " maximaal"
    " met mijn mits moet moeten mogelijk naar natuurlijk niet nog ons onze omdat ontvangen ontvangst ook over"
    " pakket per pas prijs product producten reden retour retourneren retourrecht retourtermijn standaard"
    " sturen stuur terug terugsturen teruggestuurd terugbrengen tegen termijn tijd tot uit uur vanaf van"
    " verzending"
    " voorbij verzendkosten voor waarom wel werd wij wilt wordt worden zijn zonder zodat één twee drie vier"
    " vijf zes"
    " zeven acht tien veertien dertig gewicht hoogte vermogen inhoud toestel uw bedankt hallo alleen"
)
_POLISH = (
    "albo ale artykuł artykuły bez bezpłatna bezpłatnie bezpłatny będzie całe chwili cię czas czasu czy"
    " darmowa"
    " darmowe darmowy dla dni dostarczamy dostarczenia dostarczona dostarczone dostawa dostawy gwarancja"
    " gwarancji"
    " ich jak jako jest jeśli każde każdy każdego klient klienci koszt kosztuje kwoty lub masz mają mamy"
    " można"
    " możliwy możliwa możliwe możesz mogą nam nas nasza nasze naszego nasz nasza nie niestety oddać odebrania"
    " odesłać odesłania odesłanie okres oraz paczka paczki paczkę państwo państwa pieniądze pod podania ponad"
    " powyżej powodu przed prawo produkt produkty produktu przesyłka przesyłki przez się standardowa"
    " standardowe"
    " tak ten termin terminu towar towaru trwa twoja twoje tylko ciągu wynosi wysyłka wysyłki wszystkie"
    " wszystko"
    " zakup zakupu zakupy zamówienia zamówienie zamówień zwrot zwrotu zwroty zwrotów zwrócić zwrócone minęło"
    " minęły"
    " dwa dwie trzy cztery pięć sześć siedem osiem dziesięć czternaście trzydzieści otrzymania waga wysokość"
    " moc"
    " pojemność urządzenie cena dzień dobry"
)
_PORTUGUESE = (
    "artigo artigos até cada cliente clientes com como compra compras custa custam custo das demora demoram"
    " desde depois devolução devoluções devolver devolvê devolvido devolvidos devolvidas dinheiro direito"
    " dispõe"
    " dos durante ela ele elas eles encomenda encomendas entrega entregas entregamos entregue entregues"
    " enviar"
    " envio envios essa esse esta estas este estes está estão fazer garantia grátis gratuita gratuito"
    " gratuitas"
    " gratuitos infelizmente passaram isso mais mas máximo motivo mudar não nas nos nossa nossas nosso"
    " nossos obrigado"
    " olá opinião para partir pedido pedidos pela pelo pelos pode podem poder por porque portes prazo preço"
    " possível possíveis produto produtos qualquer quando que receber recebimento receção recepção sem"
    " sempre ser será seu"
    " seus sobre sua suas são tem têm tempo tempos ter toda todas todo todos total trocar uma umas uns você"
    " vocês dois duas três quatro cinco seis sete oito dez catorze trinta peso altura potência capacidade"
    " aparelho política padrão"
)
_PLAIN = frozenset(
    word
    for words in (
        _LENGTHS, _ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _DUTCH, _POLISH, _PORTUGUESE,
    )
    for word in words.split()
)  # fmt: skip
_AT_HAND = re.compile(
    r"(?<=\w )(?<!\bto )(?<!\bfor )(?<!\bon )(?<!\bin )(?<!\bby )(?<!\bat )(?<!\bof )(?<!\bfrom )"
    r"(?:the|your|my|this|that|ihren?|deinen?|votre|uw|jouw) [^\W\d]+",
    _I,
)
"""What is at hand and was spoken of: "you can send the lamp back"; not "delivery to the Azores"."""
_OPENING = re.compile(
    r"^\W*(?:(?:hi|hello|hey|dear|yes|no|well|sure|of course|thanks?|thank you|(?:i(?:'m| am) )?(?:sorry"
    r"|afraid)"
    r"|unfortunately|good|ja|nein|hallo|guten|danke|natürlich|oui|non|bonjour|merci|sí|hola|gracias|sì|ciao"
    r"|grazie|nee|dag|tak|cześć|sim|olá)\b[^,;:!]{0,40}[,;:!–-]\s*)+",
    _I,
)
_ASIDE = re.compile(
    r"[,;–]|\.\s|\s-\s|\b(?:so|because|which|as|though|whatever|denn|weil|car|porque|perché|want)\b"
)
"""Where what follows a figure is an explanation, and no condition any more."""


_IN_FULL = re.compile(r"\bfull(?= refund| credit| amount| price| money)", _I)


def besides(
    sentence: str, start: int | None = None, end: int | None = None, names: Iterable[str] = ()
) -> frozenset[str]:
    """The words of a sentence that are more than a plain statement of the figure between two places.

    Without places there is no figure in it. What explains the figure after a comma is none of them, nor
    are the names of products, nor figures before it, which are facts of their own.
    """
    before, after = re.sub(r"\d+", " ", sentence[:start]), sentence[end:] if end is not None else ""
    aside = _ASIDE.search(after)
    text = f"{_OPENING.sub('', before)} {after[: aside.start()] if aside else after}".casefold()
    for name in names:
        text = text.replace(name.casefold(), " ")
    text = _AT_HAND.sub(" ", _IN_FULL.sub(" ", text))
    return frozenset(f"~{word}" for word in _WORD.findall(text) if word not in _PLAIN)
