"""Dutch words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "naam|volledige naam|voor en achternaam|voornaam en achternaam|uw naam|je naam|naam ontvanger"
        "|contactpersoon|ontvanger|naam contactpersoon"
    ),
    "given-name": "voornaam|roepnaam|voornamen|voorletters|voorletter",
    "family-name": "achternaam|familienaam",
    "additional-name": "tussenvoegsel|tussenvoegsels|tweede voornaam|tussenv|tussenvoegsel s",
    "honorific-prefix": "aanhef|titel|aanspreektitel|aanspreking",
    "email": (
        "e mail|email|e mailadres|emailadres|mailadres|mail|e mail adres|je e mailadres|uw e mailadres"
        "|email adres"
    ),
    "tel": (
        "whatsapp|telefoon|telefoonnummer|mobiel|mobiele nummer|mobiel nummer|gsm|mobiele telefoon"
        "|telefoon nummer|gsm nummer|mobiel telefoonnummer|telnr|telefoonnr|vast nummer"
        "|mobiele telefoonnummer"
    ),
    "tel-country-code": "landcode|landnummer",
    "tel-area-code": "netnummer",
    "fax": "fax",
    "street-address": (
        "straat|adres|straatnaam|straat en huisnummer|straat huisnummer|postadres|bezorgadres|factuuradres"
        "|straatnaam en huisnummer|woonadres|straat en nummer|verzendadres|straat nummer|straat nr"
        "|straat huisnr|afleveradres|straat en huisnr|straat en nr"
    ),
    "address-line1": "adresregel 1|adres 1|regel 1|adreslijn 1|straat 1",
    "address-line2": (
        "adresregel 2|toevoeging|huisnummer toevoeging|huisnummertoevoeging|adres 2|appartement|bus|busnummer"
        "|regel 2|adreslijn 2|extra adresregel|huisnr toevoeging|adres toevoeging|appartement suite"
        "|extra adresinformatie|aanvullende adresgegevens|toev|verdieping|straat 2|adresaanvulling|huisletter"
        "|appartement suite unit enz"
    ),
    "address-line3": "adresregel 3|adres 3",
    "address-level1": "provincie|staat|regio|staat provincie|regio provincie|provincie regio|deelstaat",
    "address-level2": (
        "plaats|woonplaats|stad|gemeente|plaatsnaam|stad gemeente|plaats stad|woonplaats stad"
    ),
    "address-level3": "wijk|buurt",
    "postal-code": "postcode|postkode|post code|postcodegebied",
    "country": "land|land regio|bezorgland|land van bestemming|land van verblijf|woonland|land streek",
    "organization": (
        "bedrijf|bedrijfsnaam|organisatie|firma|firmanaam|naam bedrijf|onderneming|organisatienaam"
    ),
    "cc-number": (
        "kaartnummer|creditcardnummer|nummer van je kaart|creditcard|nummer creditcard|kaart nummer"
        "|creditcard nummer|nummer op de kaart"
    ),
    "cc-name": (
        "naam op kaart|naam kaarthouder|kaarthouder|naam op de kaart|naam op creditcard|naam van kaarthouder"
        "|naam op de creditcard|naam van de kaarthouder"
    ),
    "cc-exp": (
        "vervaldatum|geldig tot|verloopdatum|vervalt op|geldig t m|geldigheid|verloopt|vervaldatum kaart"
        "|geldig tot en met"
    ),
    "cc-csc": (
        "3 cijfers achterop|laatste drie cijfers|laatste 3 cijfers|cijfers op de achterkant|beveiligingscode"
        "|veiligheidscode|cvc code|kaartcode|cvv code|controlegetal|verificatiecode kaart|controlecode"
    ),
    "card-type": "kaarttype|soort kaart|type kaart",
    "bday": "geboortedatum|verjaardag|geboren op|geb datum",
    "~birth": "geboorte|geboortejaar|geboortemaand",
    "~month": "maand|vervalmaand|geboortemaand",
    "~year": "jaar|jj|jjjj|vervaljaar|geboortejaar",
    "~day": "dag",
    "username": (
        "gebruikersnaam|inlognaam|e mailadres of gebruikersnaam|gebruikersnaam of e mailadres|gebruiker"
        "|klantnummer of e mail|gebruikersnaam of e mail|e mail of gebruikersnaam|e mail of telefoonnummer"
        "|loginnaam|inlogcode"
    ),
    "password": "wachtwoord|je wachtwoord|uw wachtwoord|paswoord",
    "~new": (
        "nieuw|kies|nieuwe|nieuw wachtwoord|maak|kies een wachtwoord|stel in|kies wachtwoord"
        "|maak een wachtwoord"
    ),
    "~old": "huidig|oud|oude|huidige|huidig wachtwoord|oud wachtwoord",
    "~again": "bevestig|herhaal|bevestigen|herhalen|opnieuw|nogmaals|bevestiging|controle|herhaling",
    "one-time-code": (
        "verificatiecode|bevestigingscode|eenmalige code|sms code|activatiecode|toegangscode|inlogcode sms"
    ),
    "pin": "pin|pincode",
    "promo-code": (
        "kortingscode|actiecode|vouchercode|couponcode|kortingsbon|waardebon|tegoedbon|promotiecode"
        "|kortingscode of cadeaubon|coupon|korting|waardeboncode|promocode|vriendencode"
    ),
    "gift-card": "cadeaukaart|cadeaubon|cadeaukaartnummer|cadeaubon code",
    "search": (
        "zoeken|zoek|waar ben je naar op zoek|zoekterm|zoekopdracht|zoek producten|waar zoek je naar"
        "|wat zoek je|zoek een product|trefwoord"
    ),
    "quantity": "aantal|hoeveelheid|stuks",
    "amount": "bedrag|prijs|gift bedrag|donatiebedrag|prijs van|prijs tot",
    "message": (
        "bericht|opmerking|opmerkingen|uw bericht|vraag|je bericht|toelichting|je vraag|uw vraag|reactie"
        "|omschrijving|opmerkingen bij je bestelling|bestelnotities|bezorginstructies|notities"
        "|persoonlijke boodschap|beoordeling|uw opmerkingen|commentaar"
    ),
    "subject": "onderwerp|reden|reden van contact",
    "nickname": "schermnaam|bijnaam|nickname|weergavenaam",
    "consent": (
        "algemene voorwaarden|akkoord|privacybeleid|ik ga akkoord|voorwaarden|privacyverklaring|toestemming"
        "|gelezen|ik accepteer|meerderjarig|ga akkoord|privacy"
    ),
    "newsletter": (
        "nieuwsbrief|aanbiedingen|aanmelden voor de nieuwsbrief|acties|op de hoogte|ontvangen|ontvang"
        "|nieuws en aanbiedingen|abonneren"
    ),
    "extra": (
        "verzekering|garantie|cadeauverpakking|inpakken als cadeau|extra garantie|doneer|abonnement"
        "|inpakservice|afronden"
    ),
    "remember": (
        "onthoud mij|ingelogd blijven|onthouden|blijf ingelogd|gegevens bewaren|bewaar|mij onthouden"
        "|opslaan als standaard"
    ),
    "same-address": (
        "zelfde adres|ander adres|afwijkend adres|verzenden naar een ander adres|afwijkend bezorgadres"
        "|gelijk aan|hetzelfde|ander bezorgadres|factuuradres is hetzelfde|afwijkend factuuradres"
    ),
    "captcha": "tekens|ik ben geen robot|code uit de afbeelding|typ de tekens",
    "bot-trap": "niet invullen|leeg laten|laat dit veld leeg",
    "order-number": (
        "bestelnummer|ordernummer|factuurnummer|reserveringsnummer|boekingsnummer|track trace code"
        "|trackingnummer|zendingnummer|boekingscode|referentie|referentienummer"
    ),
    "gender": "geslacht",
    "delivery-method": (
        "verzendmethode|bezorgen|levering|afhalen|verzending|ophalen|bezorgmethode|verzendwijze|thuisbezorgd"
        "|leveringswijze|bezorging"
    ),
    "payment-method": (
        "betaalmethode|betaalwijze|betalen met|betaling|overschrijving|ideal|achteraf betalen"
        "|betalingsmethode|kies je bank|bancontact"
    ),
    "bank-account": "iban|rekeningnummer|bankrekening|bankrekeningnummer|bic|bank",
    "account-number": (
        "klantnummer|lidnummer|klantenkaart|lidmaatschapsnummer|polisnummer|contractnummer|klantenkaartnummer"
        "|relatienummer"
    ),
    "tax-id": "btw nummer|kvk|kvk nummer|btw|ondernemingsnummer|btw nr|btw id",
    "id-number": (
        "paspoortnummer|bsn|burgerservicenummer|rijksregisternummer|paspoort|documentnummer|identiteitskaart"
        "|rijbewijsnummer"
    ),
    "website": "website|webadres",
    "age": "leeftijd",
    "security-question": "geheime vraag|antwoord|beveiligingsvraag|meisjesnaam",
    "job-title": "functie|beroep",
    "thing": (
        "productnaam|maat|kleur|merk|winkel|geboorteplaats|nationaliteit|branche|hoe heb je ons gevonden"
        "|sorteer op|vertrek|bestemming|kenteken|artikelnummer|geboorteland|vertrekdatum|reizigers"
        "|volwassenen|kinderen|valuta|categorie|model"
    ),
    "language": "taal",
    "house-number": (
        "huisnummer|huisnr|nr|nummer|huisnummer en toevoeging|huis nr|huisnummer toevoeging samen"
    ),
    "date": "datum|bezorgdatum|leverdatum|vertrekdatum|aankomst|tijd|bezorgmoment",
    "file": "bijlage|bestand|uploaden",
}

PHRASES: dict[str, str] = {
    "log in": (
        "inloggen|log in|aanmelden|ik heb al een account|bestaande klant|al klant|login|heb je al een account"
        "|meld je aan|welkom terug|ik ben al klant"
    ),
    "sign up": (
        "registreren|account aanmaken|account maken|nieuwe klant|maak een account|inschrijven"
        "|maak een account aan|registratie|nieuw account|ik ben nieuw|nieuw hier|word lid|account openen"
    ),
    "forgot": "wachtwoord vergeten|vergeten|inloggegevens vergeten",
    "change password": (
        "wachtwoord wijzigen|nieuw wachtwoord|wachtwoord herstellen|wachtwoord resetten|wachtwoord instellen"
    ),
    "password rules": "minimaal|tekens|hoofdletter|minstens|ten minste|speciaal teken",
    "send": (
        "verzenden|verder|volgende|bestellen|betalen|inloggen|registreren|opslaan|bevestigen|afrekenen"
        "|naar betalen|verstuur|versturen|account aanmaken|bestelling plaatsen|bestelling afronden"
        "|plaats bestelling|zoeken|doorgaan|aanmelden|nu betalen|verder naar betalen|ga verder"
        "|bestel en betaal|inschrijven|bestelling met betaalverplichting|afronden|naar bestellen"
        "|verder naar verzending|boeken|reserveren|bevestig bestelling|nu kopen|kopen|bestel nu|log in"
        "|verder met bestellen|abonneren|doneer|doneren|wachtwoord wijzigen|maak account aan|account maken"
        "|volgende stap|bestelling bevestigen|bericht versturen|verder als gast|naar de kassa|adres opslaan"
        "|bezorg op dit adres|volg bestelling|indienen|akkoord en betalen|verzend|ga naar betaling"
    ),
    "send this": (
        "verzenden|versturen|opslaan|bevestigen|betalen|bestellen|boeken|reserveren|verder|afronden|aanvragen"
    ),
    "not send": (
        "annuleren|terug|tonen|verbergen|wissen|wijzigen|sluiten|wachtwoord vergeten|meer informatie"
        "|verwijderen|toepassen|alles accepteren|alles weigeren|wachtwoord tonen|verder winkelen"
        "|terug naar winkelwagen|bewerken|accepteren|weigeren|toevoegen|menu|meer lezen|toon|instellingen"
        "|code toepassen|verzilveren|opnieuw sturen|adres zoeken|voorkeuren aanpassen|alles afwijzen"
        "|inwisselen"
    ),
}
