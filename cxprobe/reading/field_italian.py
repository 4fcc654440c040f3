"""Italian words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "nome|nome e cognome|nome completo|nominativo|cognome e nome|nome cognome|il tuo nome|destinatario"
        "|nome del destinatario|persona di contatto|cognome nome|intestatario conto"
    ),
    "given-name": "nome di battesimo|primo nome",
    "family-name": "cognome|il tuo cognome",
    "additional-name": "secondo nome",
    "honorific-prefix": "titolo|appellativo",
    "email": (
        "e mail|email|posta elettronica|indirizzo e mail|indirizzo email|indirizzo di posta elettronica|mail"
        "|indirizzo mail|la tua email|la tua e mail|casella di posta"
    ),
    "tel": (
        "whatsapp|telefono|numero di telefono|cellulare|numero di cellulare|recapito telefonico|tel"
        "|telefono cellulare|telefono fisso|numero telefonico|n telefono|numero cellulare|telefono mobile"
        "|recapito"
    ),
    "tel-country-code": "prefisso|prefisso internazionale|prefisso telefonico|prefisso paese",
    "tel-extension": "interno telefonico",
    "fax": "fax",
    "street-address": (
        "indirizzo|via|via e numero civico|indirizzo di spedizione|indirizzo di fatturazione"
        "|indirizzo e numero civico|via numero civico|via piazza|indirizzo via|via e numero"
        "|indirizzo di consegna|via n civico|residenza|indirizzo di residenza|nome della via|via e civico"
        "|strada"
    ),
    "address-line1": "indirizzo 1|riga 1|indirizzo riga 1|indirizzo linea 1|riga indirizzo 1",
    "address-line2": (
        "indirizzo 2|interno|scala|riga 2|indirizzo riga 2|appartamento|piano|presso|informazioni aggiuntive"
        "|indirizzo linea 2|appartamento interno|dettagli aggiuntivi|riga indirizzo 2|indirizzo aggiuntivo"
        "|scala piano interno|appartamento suite|edificio|scala interno|informazioni aggiuntive indirizzo"
        "|complemento indirizzo|interno scala|appartamento suite unità ecc|citofono"
    ),
    "address-line3": "indirizzo 3|riga 3|indirizzo riga 3",
    "address-level1": (
        "provincia|regione|stato provincia|prov|provincia regione|regione provincia|stato regione"
    ),
    "address-level2": ("città|comune|località|paese città|comune di residenza|città comune|citta località"),
    "address-level3": "frazione|quartiere",
    "postal-code": "cap|codice postale|c a p|codice di avviamento postale|codice avviamento postale",
    "country": (
        "paese|nazione|stato|paese regione|paese di residenza|paese area geografica|nazione di spedizione"
        "|stato di residenza"
    ),
    "organization": (
        "azienda|società|ragione sociale|nome azienda|ditta|nome dell azienda|impresa|ente|denominazione"
    ),
    "cc-number": (
        "numero di carta|numero della carta|numero carta|carta di credito|numero di carta di credito"
        "|numero carta di credito|n carta|numero della carta di credito"
    ),
    "cc-name": (
        "titolare della carta|nome sulla carta|intestatario|titolare|titolare carta|intestatario carta"
        "|nome del titolare|nome intestatario|intestatario della carta|nome e cognome sulla carta"
        "|nome del titolare della carta|nome e cognome del titolare|nome titolare"
    ),
    "cc-exp": (
        "scadenza|data di scadenza|valida fino a|scadenza carta|data scadenza|scade|validità|scade il"
    ),
    "cc-csc": (
        "ultime tre cifre|ultime 3 cifre|cifre sul retro|3 cifre sul retro|codice di sicurezza|codice cvv"
        "|codice di verifica|codice cvc|codice sicurezza|codice cvv2|codice di controllo"
        "|codice di verifica carta"
    ),
    "card-type": "tipo di carta|tipo carta|circuito",
    "bday": "data di nascita|data nascita|compleanno|nato il|nata il|nato a il",
    "~birth": "nascita|anno di nascita|nato",
    "~month": "mese|mese di scadenza",
    "~year": "anno|aa|aaaa|anno di scadenza",
    "~day": "giorno|gg",
    "username": (
        "nome utente|utente|codice utente|email o nome utente|username|identificativo|codice cliente"
        "|nome utente o email|user id|codice titolare|email o codice cliente|e mail o nome utente|id utente"
        "|numero cliente|email o cellulare|indirizzo e mail o numero di cellulare"
    ),
    "password": "password|parola d ordine|parola chiave|la tua password|codice segreto",
    "~new": (
        "nuova|nuovo|scegli|crea|nuova password|crea una password|crea password|scegli una password|imposta"
        "|inserisci una nuova"
    ),
    "~old": "attuale|vecchia|password attuale|vecchia password|corrente|precedente",
    "~again": (
        "conferma|ripeti|ripetere|conferma password|di nuovo|reinserisci|verifica|confermare|ridigita"
    ),
    "one-time-code": (
        "codice di conferma|codice sms|codice otp|codice monouso|codice di attivazione|codice temporaneo"
        "|codice ricevuto|codice di autenticazione"
    ),
    "pin": "pin|codice pin",
    "promo-code": (
        "codice promozionale|codice sconto|buono sconto|coupon|codice promo|buono|codice coupon|voucher"
        "|codice invito|codice amico|sconto|codice buono"
    ),
    "gift-card": "carta regalo|buono regalo|gift card",
    "search": (
        "cerca|ricerca|cosa cerchi|cerca prodotti|che cosa stai cercando|cerca nel sito|cosa stai cercando"
        "|parola chiave ricerca|cercare"
    ),
    "quantity": "quantità|qtà|pezzi",
    "amount": "importo|prezzo|somma|donazione|prezzo minimo|prezzo massimo|totale",
    "message": (
        "messaggio|commento|note|il tuo messaggio|richiesta|commenti|domanda|note ordine"
        "|istruzioni per la consegna|la tua richiesta|descrizione|note aggiuntive|dedica|osservazioni"
        "|recensione|testo del messaggio|note per il corriere|note di consegna|note sull ordine"
    ),
    "subject": "oggetto|argomento|motivo|motivo del contatto",
    "nickname": "soprannome|nickname|alias|pseudonimo|nome visualizzato",
    "consent": (
        "termini e condizioni|accetto|privacy|informativa|condizioni|ho letto|consenso|acconsento"
        "|trattamento dei dati|presto il consenso|dichiaro|informativa sulla privacy|maggiorenne|termini"
    ),
    "newsletter": (
        "newsletter|iscriviti alla newsletter|offerte|ricevere|novità|promozioni|comunicazioni commerciali"
        "|marketing"
    ),
    "extra": (
        "assicurazione|garanzia|confezione regalo|pacco regalo|estensione garanzia|dona|abbonamento|arrotonda"
    ),
    "remember": (
        "ricordami|resta connesso|rimani connesso|ricorda|salva|memorizza|mantieni l accesso"
        "|salva i miei dati|predefinito"
    ),
    "same-address": (
        "stesso indirizzo|indirizzo diverso|spedire a un indirizzo differente|indirizzo differente|uguale"
        "|coincide|spedisci a un indirizzo diverso|altro indirizzo"
    ),
    "captcha": (
        "caratteri|non sono un robot|codice dell immagine|codice di sicurezza immagine|inserisci i caratteri"
    ),
    "bot-trap": "non compilare|lasciare vuoto|lascia vuoto|lascia questo campo",
    "order-number": (
        "numero ordine|numero d ordine|numero di ordine|codice prenotazione|codice di prenotazione"
        "|numero di tracking|numero di spedizione|numero fattura|codice ordine|numero prenotazione"
        "|riferimento ordine"
    ),
    "gender": "sesso|genere",
    "delivery-method": (
        "metodo di spedizione|spedizione|consegna|ritiro|ritiro in negozio|modalità di consegna|corriere"
        "|modalità di spedizione"
    ),
    "payment-method": (
        "metodo di pagamento|pagamento|bonifico|contrassegno|modalità di pagamento|paga con|tipo di pagamento"
        "|bonifico bancario"
    ),
    "bank-account": "iban|numero di conto|conto corrente|bic|codice swift|banca",
    "account-number": (
        "numero cliente|numero tessera|carta fedeltà|numero socio|tessera|numero carta fedeltà"
        "|numero di contratto|numero polizza"
    ),
    "tax-id": (
        "partita iva|p iva|codice fiscale|piva|codice sdi|codice destinatario|numero di partita iva|sdi|pec"
        "|cf|codice univoco|indirizzo pec|codice fiscale partita iva"
    ),
    "id-number": (
        "carta d identità|numero di passaporto|passaporto|numero documento|documento d identità"
        "|tipo documento"
    ),
    "website": "sito web|sito|sito internet",
    "age": "età|la tua età",
    "security-question": "domanda segreta|risposta|domanda di sicurezza|cognome da nubile",
    "job-title": "ruolo|professione|occupazione|posizione",
    "thing": (
        "nome prodotto|nome del prodotto|taglia|colore|marca|modello|negozio|luogo di nascita|nazionalità"
        "|comune di nascita|settore|paese di nascita|come ci hai conosciuto|ordina per|categoria|partenza"
        "|arrivo|destinazione|passeggeri|adulti|valuta|targa|cittadinanza|stato di nascita"
        "|provincia di nascita"
    ),
    "language": "lingua",
    "house-number": "numero civico|civico|n civico|nr civico",
    "date": "data|data di consegna|data di partenza|data di arrivo|ora|andata|ritorno|data di ritorno",
    "file": "allegato|carica|allega|carica file",
}

PHRASES: dict[str, str] = {
    "log in": (
        "accedi|accesso|login|entra|sei già cliente|già cliente|sei già registrato|hai già un account"
        "|effettua il login|già registrato"
    ),
    "sign up": (
        "registrati|registrazione|crea account|crea un account|iscriviti|nuovo cliente|crea il tuo account"
        "|non hai un account|nuovo account|crea un nuovo account|registrazione cliente|iscrizione"
    ),
    "forgot": ("password dimenticata|hai dimenticato|dimenticata|dimenticato la password|recupera password"),
    "change password": (
        "cambia password|modifica password|reimposta password|nuova password|salva la tua password"
        "|cambia la password"
    ),
    "password rules": "almeno|caratteri|maiuscola|minimo|numero e|carattere speciale",
    "send": (
        "invia|continua|avanti|procedi|paga|acquista|accedi|registrati|crea account|salva|conferma"
        "|conferma ordine|ordina|iscriviti|cerca|prosegui|procedi all ordine|effettua ordine|paga ora"
        "|procedi al pagamento|vai alla cassa|entra|invia messaggio|completa ordine|concludi ordine|prenota"
        "|ordine con obbligo di pagamento|invia ordine|effettua l ordine|conferma e paga"
        "|salva la tua password|crea un account|acquista ora|dona|dona ora|vai al pagamento|conferma acquisto"
        "|completa acquisto|salva modifiche|invia richiesta|continua come ospite|ordina ora"
        "|crea il tuo account|salva e continua|passa al pagamento|inoltra ordine|cambia password"
        "|salva indirizzo|spedisci a questo indirizzo|conferma l ordine|concludi l ordine|traccia ordine"
    ),
    "send this": (
        "invia|inviare|continua|conferma|confermare|salva|paga|pagare|prenota|completa|procedi|acquista"
    ),
    "not send": (
        "annulla|indietro|mostra|nascondi|elimina|modifica|chiudi|aiuto|scopri di più|rimuovi|applica"
        "|applica codice|accetta tutti|rifiuta tutti|mostra password|password dimenticata|cancella"
        "|continua lo shopping|torna al carrello|genera una password|accetta|rifiuta|menu"
        "|continua senza accettare|personalizza|genera una password forte|usa codice|applica coupon"
        "|reinvia codice|maggiori informazioni"
    ),
}
