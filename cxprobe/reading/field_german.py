"""German words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "name|vollständiger name|vor und nachname|vorname und nachname|vorname nachname|vorname name|ihr name"
        "|dein name|empfänger|ansprechpartner|name des empfängers|vor und zuname|kontaktperson|name vorname"
        "|nachname vorname|name des kontoinhabers|kontoinhaber"
    ),
    "given-name": "vorname|rufname|vornamen|ihr vorname",
    "family-name": "nachname|familienname|zuname|ihr nachname|nachnamen",
    "additional-name": "zweiter vorname|weitere vornamen|mittelname",
    "honorific-prefix": "anrede|titel|akademischer titel",
    "honorific-suffix": "namenszusatz",
    "email": (
        "e mail|email|e mail adresse|emailadresse|mailadresse|mail adresse|mail|ihre e mail"
        "|ihre e mail adresse|deine e mail|elektronische post"
    ),
    "tel": (
        "whatsapp|rückrufnummer|telefon|telefonnummer|mobilnummer|handynummer|handy|rufnummer|telefonnr"
        "|tel nr|mobiltelefon|mobil|festnetz|mobilfunknummer|telefon nr|mobilrufnummer|telefon mobil"
        "|telefonnummer tagsüber"
    ),
    "tel-country-code": "ländervorwahl|landesvorwahl|ländercode|ländervorwahlnummer",
    "tel-area-code": "vorwahl|ortsvorwahl",
    "tel-extension": "durchwahl",
    "fax": "fax|faxnummer|telefax",
    "street-address": (
        "straße|strasse|adresse|anschrift|straße und hausnummer|straße hausnummer|straße nr|str|strasse nr"
        "|straße hausnr|lieferadresse|rechnungsadresse|straße und nr|wohnadresse|straße und haus nr"
        "|adresszeile|lieferanschrift|rechnungsanschrift|postanschrift|straße postfach|straße und hausnr"
        "|straße und nummer|straßenname"
    ),
    "address-line1": "adresszeile 1|adresse 1|zeile 1|straße 1|anschrift 1|anschrift zeile 1",
    "address-line2": (
        "adresszusatz|adresszeile 2|adresse 2|zusatz|zeile 2|wohnung|stockwerk|etage|straße 2"
        "|zusätzliche adresse|anschrift 2|wohnungsnummer|adresszusatz 1|wohnung suite|gebäude"
        "|weitere adressangaben|zusatzinformationen zur adresse|zusätzliche adresszeile|appartement|c o"
        "|co adresse|zusätzliche angaben zur adresse|türnummer|stiege|top|hinterhaus|firma adresszusatz"
        "|anschrift zeile 2"
    ),
    "address-line3": "adresszeile 3|adresse 3|adresszusatz 2|zeile 3",
    "address-level1": (
        "bundesland|kanton|bundesstaat|provinz|region|bundesland provinz|bundesland kanton|staat provinz"
    ),
    "address-level2": ("ort|stadt|wohnort|gemeinde|ortschaft|stadt ort|ort stadt|lieferort|stadt gemeinde"),
    "address-level3": "stadtteil|ortsteil|stadtbezirk",
    "postal-code": "plz|postleitzahl|post leitzahl",
    "country": (
        "land|land region|staat|lieferland|wohnsitzland|herkunftsland|länder|rechnungsland"
        "|land des wohnsitzes"
    ),
    "organization": (
        "firma|firmenname|unternehmen|organisation|firmenbezeichnung|unternehmensname|betrieb|institution"
        "|verein"
    ),
    "cc-number": (
        "kartennummer|kreditkartennummer|karten nr|kreditkarten nr|kreditkarte|nummer der kreditkarte"
        "|kartennr|debitkartennummer"
    ),
    "cc-name": (
        "karteninhaber|name auf der karte|name des karteninhabers|kreditkarteninhaber|inhaber|karteninhaberin"
        "|name auf karte|vollständiger name auf der karte|name auf der kreditkarte"
        "|name des kreditkarteninhabers|name wie auf der karte"
    ),
    "cc-exp": (
        "gültig bis|ablaufdatum|verfallsdatum|gültigkeitsdatum|gültigkeit|verfalldatum|gültig|gültig bis ende"
        "|ablauf"
    ),
    "cc-csc": (
        "3 ziffern auf der rückseite|letzten drei ziffern|ziffern auf der rückseite|prüfnummer"
        "|kartenprüfnummer|sicherheitscode|prüfziffer|kartenprüfziffer|cvc code|sicherheitsnummer|prüfcode"
        "|kpn|karten prüfnummer|kartensicherheitscode"
    ),
    "card-type": "kartentyp|kartenart|kreditkartentyp|kreditkarteninstitut",
    "bday": "geburtsdatum|geburtstag|geboren am|geb datum",
    "~birth": "geburt|geburtsjahr|geburtsmonat|geburts",
    "~month": "monat|ablaufmonat",
    "~year": "jahr|jj|jjjj|ablaufjahr|geburtsjahr",
    "~day": "tag|tt",
    "username": (
        "benutzername|nutzername|benutzerkennung|anmeldename|kennung|benutzer|login name"
        "|e mail oder benutzername|benutzer id|e mail adresse oder benutzername|kundennummer oder e mail"
        "|e mail oder kundennummer|zugangsnummer|teilnehmernummer|nutzerkennung|e mail oder telefonnummer"
        "|anmeldekennung|benutzername oder e mail|e mail adresse oder kundennummer|mitgliedsname"
    ),
    "password": "passwort|kennwort|ihr passwort|dein passwort|passwort eingeben",
    "~new": (
        "neues|neu|wählen|erstellen|neues passwort|passwort wählen|festlegen|vergeben|gewünschtes|wunsch"
        "|passwort festlegen|wähle"
    ),
    "~old": "aktuelles|altes|bisheriges|derzeitiges|aktuelles passwort|altes passwort",
    "~again": (
        "bestätigen|wiederholen|erneut|wiederholung|bestätigung|noch einmal|nochmals|wdh|nochmal"
        "|zur bestätigung|wiederhole"
    ),
    "one-time-code": (
        "bestätigungscode|einmalcode|einmalpasswort|tan|verifizierungscode|authentifizierungscode|sms code"
        "|freischaltcode|aktivierungscode|zugangscode|sicherheitstoken"
    ),
    "pin": "pin|geheimzahl|geheimnummer",
    "promo-code": (
        "gutschein|gutscheincode|rabattcode|aktionscode|gutscheinnummer|promocode|rabatt|vorteilscode"
        "|aktions code|kuponcode|gutschein code|coupon|einladungscode|empfehlungscode"
    ),
    "gift-card": "geschenkkarte|geschenkgutschein|geschenkkartennummer|wertgutschein",
    "search": (
        "suche|suchen|suchbegriff|suchwort|was suchst du|wonach suchst du|produktsuche|suchbegriff eingeben"
        "|volltextsuche|wonach suchen sie|ich suche|stichwort|suchtext"
    ),
    "quantity": "menge|anzahl|stück|stückzahl|bestellmenge",
    "amount": "betrag|summe|preis|spendenbetrag|preis von|preis bis|wunschbetrag",
    "message": (
        "nachricht|mitteilung|bemerkung|bemerkungen|anmerkung|kommentar|ihre nachricht|anmerkungen"
        "|deine nachricht|anfrage|frage|hinweise|bestellhinweise|ihre anfrage|anliegen|ihr anliegen|grußtext"
        "|beschreibung|lieferhinweise|kommentare|notiz|wünsche|anmerkungen zur bestellung|ihre frage"
        "|bewertung|bestellnotiz|hinweise zur lieferung|grußbotschaft"
    ),
    "subject": "betreff|thema|grund der anfrage|anfragegrund",
    "nickname": "anzeigename|spitzname|nickname|pseudonym|alias",
    "consent": (
        "agb|geschäftsbedingungen|datenschutz|ich akzeptiere|einverstanden|datenschutzerklärung|widerruf"
        "|zustimmen|stimme zu|ich stimme|nutzungsbedingungen|einwilligung|widerrufsbelehrung"
        "|zur kenntnis genommen|gelesen|akzeptiere|ich habe die|volljährig|bedingungen"
        "|datenschutzbestimmungen|datenschutzhinweise"
    ),
    "newsletter": (
        "newsletter|abonnieren|angebote per e mail|werbung|neuigkeiten|informiert|exklusive angebote|angebote"
        "|mails|per e mail|aktionen und angebote|anmelden zum newsletter|infopost"
    ),
    "extra": (
        "versicherung|garantie|garantieverlängerung|geschenkverpackung|schutzbrief|premium|spende|spenden"
        "|käuferschutz|mitgliedschaft|abo|als geschenk verpacken|aufrunden|garantieerweiterung|klimaneutral"
        "|expressbearbeitung"
    ),
    "remember": (
        "angemeldet bleiben|eingeloggt bleiben|daten merken|merken|daten speichern"
        "|für das nächste mal speichern|karte speichern|als standard|standardadresse"
    ),
    "same-address": (
        "rechnungsadresse entspricht|lieferadresse entspricht|abweichende lieferadresse|identisch"
        "|gleiche adresse|abweichend|entspricht der lieferadresse|entspricht der rechnungsadresse"
        "|an andere adresse liefern|lieferung an eine andere adresse"
    ),
    "captcha": (
        "sicherheitsabfrage|zeichenfolge|spamschutz|bild code|ich bin kein roboter|bitte rechnen sie"
        "|zeichen eingeben|captcha|sicherheitsfrage spam|rechenaufgabe"
    ),
    "bot-trap": "nicht ausfüllen|feld leer lassen|bitte leer lassen|freilassen|leer lassen",
    "order-number": (
        "bestellnummer|auftragsnummer|rechnungsnummer|sendungsnummer|buchungsnummer|buchungscode"
        "|reservierungsnummer|bestellnr|vorgangsnummer|referenznummer|bestell nr"
    ),
    "gender": "geschlecht",
    "delivery-method": (
        "versandart|lieferart|versand|lieferung|abholung|versandmethode|standardversand|lieferoption"
        "|expressversand|versandoption|selbstabholung|packstation|filiale"
    ),
    "payment-method": (
        "zahlungsart|zahlungsmethode|zahlart|bezahlart|rechnung|vorkasse|lastschrift|nachnahme"
        "|kauf auf rechnung|zahlung|sofortüberweisung|zahlungsweise|überweisung|ratenkauf|bezahlmethode"
    ),
    "bank-account": "iban|bic|kontonummer|bankleitzahl|blz|konto nr|kreditinstitut|bankverbindung",
    "account-number": (
        "kundennummer|mitgliedsnummer|vertragsnummer|kundennr|kundenkarte|versicherungsnummer|zählernummer"
        "|kundenkartennummer|payback nummer|kunden nr|kundenkonto|matrikelnummer|vielfliegernummer"
    ),
    "tax-id": (
        "ust id|umsatzsteuer id|ustid|steuernummer|ust idnr|umsatzsteuer identifikationsnummer|uid|uid nummer"
        "|steuer id|handelsregisternummer|umsatzsteuernummer|ust id nr|ust idnr nummer|mehrwertsteuernummer"
    ),
    "id-number": (
        "ausweisnummer|personalausweis|personalausweisnummer|reisepass|passnummer|reisepassnummer"
        "|sozialversicherungsnummer"
    ),
    "website": "webseite|website|internetadresse|homepage|webadresse",
    "age": "alter|ihr alter",
    "security-question": "sicherheitsfrage|geheime frage|antwort|mädchenname|geburtsname",
    "job-title": "beruf|position|funktion|tätigkeit|stellung",
    "thing": (
        "produktname|artikel|artikelname|größe|farbe|marke|modell|filiale|geburtsort|staatsangehörigkeit"
        "|branche|mitarbeiterzahl|nationalität|wie haben sie von uns erfahren|schule|artikelnummer"
        "|verein name|kategorie|sortieren|fahrzeug|gravur|kennzeichen|von wo|wohin|abflughafen|zielflughafen"
        "|reisende|erwachsene|kinder|sortierung|währung|gewicht|geburtsland|name des kindes"
    ),
    "language": "sprache",
    "house-number": "hausnummer|hausnr|haus nr|nr|nummer|hnr|hausnummer und zusatz",
    "date": (
        "datum|liefertermin|wunschtermin|termin|anreise|abreise|lieferdatum|uhrzeit|abholdatum|anreisedatum"
        "|hinflug|rückflug"
    ),
    "file": "datei|anhang|hochladen",
}

PHRASES: dict[str, str] = {
    "log in": (
        "anmelden|einloggen|login|zum konto anmelden|ich bin bereits kunde|bereits registriert|anmeldung"
        "|bestandskunde|bestandskunden|ich habe bereits ein konto|willkommen zurück|log in|bereits kunde"
        "|jetzt anmelden"
    ),
    "sign up": (
        "registrieren|konto erstellen|kundenkonto anlegen|konto anlegen|registrierung|neukunde"
        "|kundenkonto eröffnen|neu hier|jetzt registrieren|kostenlos registrieren|benutzerkonto erstellen"
        "|ich bin neukunde|neues konto|konto eröffnen|neuer kunde|mitglied werden|neues kundenkonto"
        "|als neukunde"
    ),
    "forgot": "passwort vergessen|vergessen|zugangsdaten vergessen|kennwort vergessen",
    "change password": (
        "passwort ändern|kennwort ändern|neues passwort|passwort zurücksetzen|passwort speichern"
    ),
    "password rules": ("mindestens|zeichen|großbuchstaben|sonderzeichen|ziffer|passwortstärke|passwortlänge"),
    "send": (
        "absenden|weiter|senden|anmelden|einloggen|registrieren|jetzt kaufen|kaufen"
        "|zahlungspflichtig bestellen|bestellen|bezahlen|jetzt bezahlen|speichern|abschicken|bestätigen"
        "|zur kasse|weiter zur zahlung|konto erstellen|abonnieren|jetzt bestellen|fortfahren|weiter zur kasse"
        "|kostenpflichtig bestellen|bestellung abschicken|suchen|login|jetzt anmelden|jetzt registrieren"
        "|kostenlos registrieren|adresse speichern|weiter zum versand|übernehmen|nächster schritt"
        "|bestellung abschließen|weiter zur übersicht|nachricht senden|kostenpflichtig buchen|buchen"
        "|jetzt buchen|passwort ändern|bestellung aufgeben|kauf abschließen|zahlen|anfrage senden|los"
        "|als gast bestellen|als gast fortfahren|mit bestellung fortfahren|verbindlich bestellen|eintragen"
        "|spenden|jetzt spenden|prüfen und bestellen|newsletter abonnieren|weiter zur bestellübersicht"
        "|anmeldung abschicken|versenden|neues konto erstellen|sendung verfolgen"
    ),
    "send this": (
        "absenden|senden|abschicken|speichern|bestätigen|bestellen|kaufen|bezahlen|zahlen|buchen|reservieren"
        "|weiter|anfordern|abschließen"
    ),
    "not send": (
        "abbrechen|zurück|passwort anzeigen|anzeigen|löschen|bearbeiten|schließen|passwort vergessen|hilfe"
        "|mehr erfahren|ändern|entfernen|gutschein einlösen|einlösen|code einlösen|alle akzeptieren"
        "|alle ablehnen|einstellungen|nur notwendige|zurücksetzen|ablehnen|weiter einkaufen"
        "|zurück zum warenkorb|auswählen|menü|drucken|ausblenden|code erneut senden|zustimmen|akzeptieren"
        "|warenkorb aktualisieren|cookie einstellungen|adresse suchen|mehr|verstanden|weitere informationen"
    ),
}
