"""Short forms that a page's makers write into names and ids, whatever language its visitors read."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "fullname|realname|fname lname|contactname|nome completo|receiver|consignee|recipient|contactperson"
    ),
    "given-name": (
        "fname|first|firstname|givenname|vname|prenom|forename|f name|nombre|given|namefirst|vorname"
    ),
    "family-name": (
        "lname|last|lastname|surname|sname|familyname|l name|nachname|apellido|apellidos|cognome|family"
        "|namelast"
    ),
    "additional-name": "mname|middlename|middle|m name",
    "email": "email|mail|e mail|emailadr|correo|emailaddr|email addr|emailid",
    "tel": (
        "tel|phone|mobile|telephone|phonenumber|mob|cell|gsm|telefono|telefon|msisdn|phone no|ph|fon|telno"
        "|cellular|mobileno"
    ),
    "tel-country-code": (
        "dialcode|phonecode|countrycode phone|phone country|phonecountry|isd|phone country code|tel cc"
        "|country calling code"
    ),
    "tel-area-code": "areacode|ddd|phone area",
    "tel-local-prefix": "phone prefix|exchange",
    "street-address": (
        "addr|address|street|strasse|rue|calle|via|straat|ulica|addresse|adress|streetaddress|adr"
    ),
    "address-line1": (
        "addr 1|address 1|line 1|add 1|adr 1|addressline 1|street 1|address line one|first line|addressone"
    ),
    "address-line2": (
        "addr 2|address 2|line 2|add 2|adr 2|addressline 2|street 2|apt|suite|apartment|second line"
        "|complement|addresstwo"
    ),
    "address-line3": "addr 3|address 3|line 3|add 3|addressline 3|street 3|third line",
    "address-level1": (
        "state|region|province|prov|zone|region id|zone id|state id|id state|statecode|administrativearea"
        "|estado|provincia|stateprovince|county|bundesland|admin area|administrative area|uf|regione"
        "|subdivision|province code"
    ),
    "address-level2": (
        "city|town|locality|suburb|ort|ville|ciudad|citta|plaats|miasto|cidade|stadt|woonplaats|municipality"
        "|commune"
    ),
    "postal-code": (
        "zip|postcode|postalcode|zipcode|plz|cap|cep|postal|post code|codigo postal|cp|postnr|zip 5"
        "|kod pocztowy|zp"
    ),
    "country": (
        "country|country id|id country|countrycode|country code|land|pais|pays|paese|countryid|countryregion"
        "|kraj|nation"
    ),
    "organization": (
        "company|organization|organisation|org|firma|business|companyname|empresa|societe|firm|azienda"
        "|bedrijf"
    ),
    "cc-number": (
        "ccnumber|cardnumber|ccnum|cc no|cardno|card num|cc num|card number|cc number|creditcardnumber|pan"
        "|encryptedcardnumber|ccn|cardnum|ccno|credit card number|cardpan|creditcard|kartennummer"
    ),
    "cc-name": (
        "ccname|cardholder|cc name|card name|nameoncard|holdername|cardholdername|cc owner|cardname"
        "|card holder|payment name|cc holder|holder name|name on card|account holder name|card owner"
        "|cardowner|ccowner"
    ),
    "cc-exp": (
        "ccexp|cc exp|exp date|expdate|expiry|expiration|expirationdate|card expiry|cardexpiry|expirydate|exp"
        "|cc expiry|expires|card exp|validthru|encryptedexpirydate|cc expiration|expiration date"
    ),
    "cc-csc": (
        "cvv|cvc|csc|cvn|cccvc|ccv|cc cvv|cc csc|cvv 2|cvc 2|securitycode|cc cid|card code|cid|cardcvc"
        "|cardcvv|verification value|encryptedsecuritycode|cvx|cv 2|cvd|security code|cc cvc"
        "|card verification|cccsc|cccvv"
    ),
    "card-type": "cctype|cardtype|cc type|card type|cardbrand",
    "bday": ("dob|bday|birthday|birthdate|birth|dateofbirth|geburtsdatum|birth date|date of birth|birthdt"),
    "~birth": "birth|dob|bday|birthday",
    "~month": "month|mm|mo|mon|monat|mes|mois",
    "~year": "year|yy|yyyy|yr|jahr|ano|annee",
    "~day": "day|dd|tag|dia|jour",
    "username": (
        "user|username|login|userid|uname|usr|user id|loginid|acct|logonid|user name|memberid|login id"
        "|userlogin|identifier|customer email or login|signin name|logonname|usernameoremail|loginname"
    ),
    "password": (
        "password|pass|passwd|pwd|pw|passcode|psw|contrasena|kennwort|passwort|pin code password|passwrd"
        "|userpass"
    ),
    "~new": "new|create|newpassword|register|choose",
    "~old": "old|current|existing|oldpassword|currentpassword",
    "~again": (
        "confirm|confirmation|repeat|retype|again|verify|reenter|check|re|conf|repassword|2nd|confirmed"
        "|reemail|confirmpassword|cpassword"
    ),
    "one-time-code": (
        "otp|totp|mfa|mfacode|twofactor|2fa|onetimecode|one time code|verificationcode|otpcode|smscode"
        "|authcode|tan|verify code|verification code|onetimepassword|passcode otp|confirmation code"
        "|two factor"
    ),
    "pin": "pin|pincode",
    "promo-code": (
        "promo|coupon|promocode|couponcode|discount|voucher|discountcode|gutschein|referral|offercode"
        "|kortingscode|promo code|cupon"
    ),
    "gift-card": "giftcard|gift card|giftcert",
    "search": (
        "search|q|query|keyword|searchterm|keywords|s|suche|buscar|searchtext|searchbox|find|filter|recherche"
        "|autocomplete search"
    ),
    "quantity": "qty|quantity|menge|quantite|cantidad",
    "amount": "amount|donationamount|price|betrag|total|sum|minprice|maxprice|montant|importe",
    "message": (
        "message|comment|comments|msg|body|notes|note|enquiry|inquiry|feedback|remarks|instructions"
        "|description|nachricht|question"
    ),
    "subject": "subject|topic|betreff|reason",
    "nickname": "nickname|nick|displayname|display name|screenname|alias",
    "consent": (
        "terms|agree|consent|tos|gdpr|accept|privacy|agb|policy|termsandconditions|agreement|conditions"
    ),
    "newsletter": (
        "newsletter|optin|subscribe|marketing|opt in|mailing|emailoptin|offers|news|is subscribed"
    ),
    "extra": "insurance|protection|warranty|giftwrap|donation|upsell|addon|membership",
    "remember": (
        "remember|rememberme|keepsigned|persistent|stay|remember me|saveinfo|save card|savecard|persist"
        "|default"
    ),
    "same-address": (
        "sameasshipping|same as billing|sameas|ship to different address|use for shipping|same address"
        "|same as shipping|billing same|sameasbilling|shiptodifferent|use same|same"
    ),
    "captcha": "captcha|recaptcha|captchacode|captchaword|securityimage|capcha",
    "bot-trap": (
        "honeypot|hp|honey|bot|website url hp|trap|robot|fax only|leaveblank|gotcha|nospam|antispam"
    ),
    "order-number": (
        "ordernumber|orderid|order number|orderno|booking ref|pnr|tracking|invoiceno|trackingnumber|order id"
        "|reference|po number"
    ),
    "gender": "gender|sex|geschlecht|sexo",
    "delivery-method": (
        "shippingmethod|shipping method|deliverymethod|delivery option|delivery method|shipping option"
        "|carrier|shippingmethods"
    ),
    "payment-method": "paymentmethod|payment method|paymenttype|payment type|payment option|paymethod",
    "bank-account": (
        "iban|bic|swift|accountnumber|bankaccount|sortcode|routing|bank code|bank account|account number"
        "|bank account id|bank iban"
    ),
    "account-number": (
        "membernumber|customernumber|loyalty|memberno|customer number|ffn|frequentflyer|policyno|acctno"
    ),
    "tax-id": (
        "vat|taxid|vatid|vat id|tax id|nif|cif|nip|partitaiva|piva|cnpj|codicefiscale|taxvat|ustid|vatnumber"
        "|vat number|btw"
    ),
    "id-number": "ssn|passport|dni|cpf|pesel|nationalid|idnumber|rg|id number",
    "website": "website|url|homepage|web|siteurl|www",
    "age": "age",
    "security-question": "securityquestion|security answer|secretanswer|securityanswer|secret question",
    "job-title": "jobtitle|job|position|role|occupation",
    "honorific-prefix": (
        "title|salutation|prefix|anrede|civility|id gender|honorific|civilite|salut|nametitle"
    ),
    "honorific-suffix": "suffix",
    "language": "language|lang|locale|input language",
    "house-number": (
        "housenumber|house number|hausnummer|houseno|huisnummer|streetnumber|street number|housenr"
        "|numero civico|streetno|hausnr|house nr"
    ),
    "date": "date|startdate|enddate|deliverydate",
    "fax": "fax",
    "thing": (
        "brand|model|item|product|size|color|colour|currency|sort|category|store|status|event|school|origin"
        "|destination"
    ),
    "tel-extension": "ext|extension|phoneext|phoneextension|phone ext|phone extension",
    "file": "file|upload|attachment",
    "address-level3": "district|neighborhood|bairro|colonia|neighbourhood|dependentlocality",
}
