"""English words for what fields ask; the pattern of all languages: meaning, then phrases apart by `|`."""

from __future__ import annotations

from cxprobe.reading.field_english_buttons import PHRASES

__all__ = ("PHRASES", "WORDS")

WORDS: dict[str, str] = {
    "name": (
        "name|full name|your name|complete name|legal name|contact name|contact person|recipient"
        "|recipient name|name of recipient|first and last name|first name and last name|first name last name"
        "|customer name|name surname|name and surname|passenger name|guest name|account holder"
        "|account holder name|addressee|ship to name|first name and surname|forename and surname|person name"
        "|contact full name"
    ),
    "given-name": (
        "first name|given name|given names|forename|forenames|firstname|first names|christian name"
        "|preferred name|legal first name|first"
    ),
    "family-name": "last name|surname|family name|surnames|last names|second name|last|lastname",
    "additional-name": (
        "middle name|middle initial|middle names|middle name initial|initial|initials|mi|m i"
    ),
    "honorific-prefix": (
        "title|salutation|prefix|honorific|mr mrs|name prefix|form of address|courtesy title"
    ),
    "email": (
        "email|e mail|email address|e mail address|mail address|mail|email id|work email|contact email"
        "|business email|emailaddress|electronic mail|e mail id|receipt email"
    ),
    "tel": (
        "direct line|direct dial|direct phone|office phone|office number|work number|home number|whatsapp"
        "|number should we call|number to reach you|best number|number to call|number to call you"
        "|best number to call|number we can reach you|phone|phone number|telephone|telephone number|mobile"
        "|mobile number|mobile phone|mobile phone number|cell|cell phone|cell phone number|cell number"
        "|cellphone|contact number|daytime phone|daytime telephone|tel|tel no|phone no|mobile no|landline"
        "|evening phone|day phone|home phone|work phone|alternate number|best contact number|telephone no"
        "|contact phone|contact telephone|primary phone|mobile telephone|handphone|whatsapp number"
    ),
    "tel-country-code": (
        "country code|dial code|dialing code|dialling code|calling code|phone country code|phone country"
        "|country calling code|phone prefix|phone code|isd code|international code|mobile country code"
    ),
    "tel-area-code": "area code|phone area code|city code",
    "tel-extension": "ext|extension|phone extension|phone ext|tel ext",
    "fax": "fax|fax number|facsimile|fax no",
    "street-address": (
        "road|road name|street or road|correspondence address|building and street|house and street"
        "|building street|address|street address|street|home address|postal address|mailing address"
        "|address line|delivery address|shipping address|billing address|residential address|street name"
        "|house number and street|house number and street name|street and number|street and house number"
        "|street number and name|full address|house name number and street|physical address"
        "|street name and number|street number|st address|po box or street|flat house number and street"
        "|house number street name|address street|current address|number and street|street address or po box"
        "|start typing your address|address details|permanent address"
    ),
    "address-line1": (
        "address line 1|address 1|line 1|address line one|first line|first line of address"
        "|first line of the address|street line 1|street address 1|street address line 1|street 1"
        "|addressline 1|address one|address first line|addr 1|line one|adress 1|add 1"
    ),
    "address-line2": (
        "unit building|unit level|building name|level|unit floor|block building|building name or number"
        "|address line 2|address 2|line 2|address line two|second line|apt|apartment|suite|unit|flat|floor"
        "|apartment suite|apt suite|apt number|apartment number|unit number|suite number|building|bldg|room"
        "|apartment no|street line 2|street address 2|street address line 2|street 2|address two|addr 2"
        "|line two|additional address|address additional|second line of address|apartment suite etc"
        "|apartment suite unit etc|flat other|door number|additional address information|address continued"
        "|address line 2 optional|apartment suite unit building floor etc|address second line|address extra"
        "|extra address line|unit no|flat number|flat no|adress 2|add 2|block|landmark"
    ),
    "address-line3": (
        "address line 3|address 3|line 3|street 3|third line|addr 3|address line three|street address 3"
        "|line three|address three"
    ),
    "address-level1": (
        "state|province|county|region|state province|province state|state or province|state region"
        "|state county|territory|prefecture|emirate|canton|state province region|county state|state territory"
        "|us state|county region|province territory|state code|county province|region state"
        "|administrative area|zone|oblast|state province territory"
    ),
    "address-level2": (
        "city|town|suburb|town city|city town|town or city|city or town|locality|municipality|village"
        "|post town|postal town|city suburb|suburb city|town suburb|city locality|city name|town name"
        "|suburb town|city town village"
    ),
    "address-level3": (
        "neighborhood|neighbourhood|district|sub district|subdistrict|borough|dependent locality|ward"
    ),
    "postal-code": (
        "postcode|post code|postal code|zip|zip code|zipcode|zip postal code|zip or postal code|pin code"
        "|pincode|eircode|postal|postal zip code|postcode zip|zip postcode|postal zip|zip postal|zip plus 4"
        "|postalcode|postal or zip code|zip code postal code"
    ),
    "country": (
        "country|country region|country or region|country territory|country of residence|residence country"
        "|country name|nation|delivery country|shipping country|billing country|home country|country location"
        "|ship to country|country territory region|your country|country code iso|country id|region country"
    ),
    "organization": (
        "company|company name|organization|organisation|business name|business|organization name"
        "|organisation name|company organization|employer|firm|company organisation|name of company"
        "|corporation|institution|name of organization|trading name|legal entity|organisation company"
        "|company or organisation|agency"
    ),
    "cc-number": (
        "card number|credit card number|debit card number|card no|card num|credit card|cardnumber|card"
        "|credit card no|credit or debit card number|credit card or debit card number|payment card number"
        "|long card number|number on card|debit card|credit debit card number|bank card number"
        "|card account number|number of card|cc number|credit or debit card|16 digit card number"
        "|number on the front of the card|card details"
    ),
    "cc-name": (
        "name on card|as it appears on your card|appears on your card|appears on card|appears on the card"
        "|shown on your card|as shown on the card|name on the card|cardholder|card holder|cardholder name"
        "|card holder name|cardholders name|cardholder s name|card name|name as it appears on card"
        "|name as it appears on the card|name on credit card|name of cardholder|name of card holder"
        "|name as shown on card|card owner|cardholder full name|name on your card|card holder s name"
        "|credit card name|credit card holder|holder name|holder|owner|cc name|name card|full name on card"
        "|name as on card|account holder as on card|cc owner|payment name"
    ),
    "cc-given-name": "cardholder first name|card first name|first name on card|cardholder s first name",
    "cc-family-name": (
        "cardholder last name|card last name|last name on card|cardholder surname|cardholder s last name"
    ),
    "cc-exp": (
        "expiration date|expiry date|expiry|expiration|exp date|exp|valid until|valid thru|valid to|expires"
        "|expires end|card expiry|card expiration|good thru|expire date|expires on|date of expiry"
        "|expiration date of card|card expiry date|card expiration date|valid through|expirydate|expire"
        "|expiration month year|exp dt"
    ),
    "cc-csc": (
        "security code|cvv|cvc|csc|cvv2|cvc2|cid|card security code|card code|card verification code|cvv cvc"
        "|cvn|verification value|card verification number|card verification value|cvv number|cvv code"
        "|cvc code|cvc cvv|cvd|security number|card security number|3 digit security code|3 digit code"
        "|three digit code|cvc2 cvv2|card verification|code on the back|cvc number|3 or 4 digit code"
        "|digits on the back|3 digits on the back|last 3 digits on the back|last three digits"
        "|number on the back|code on the back of the card|3 digits on back|signature code|cv2"
        "|card validation code|4 digit security code|card cvv|card cvc|cvv2 code|security code cvv"
        "|security code cvc|cid cvv|verification no|sec code"
    ),
    "card-type": (
        "card type|type of card|credit card type|card brand|payment card type|cc type|cctype|select card type"
        "|card company"
    ),
    "bday": "date of birth|birth date|birthday|dob|birthdate|born|d o b|born on|your birthday|date born",
    "~birth": "birth|of birth",
    "~month": "month|mm|months|expiration month|expiry month|exp month|month of expiry|mo",
    "~year": "year|yy|yyyy|years|expiration year|expiry year|exp year|year of expiry",
    "~day": "day|dd|day of month",
    "username": (
        "username|user name|user id|userid|login|login name|login id|online id|account name|member id"
        "|email or username|username or email|username email|email username|phone number username or email"
        "|logon id|email or phone|email or phone number|email or mobile phone|email or mobile phone number"
        "|mobile number or email|username email or mobile|email address or username|username or email address"
        "|email phone or username|member name|email address or phone number|email or account number"
        "|customer id|sign in name|login username|email or mobile|user email|login email|account id or email"
        "|username or phone|phone email or username|access id|sign on id|email or phone number or username"
        "|email or member number|email or mobile number|identifier|email login|logon"
    ),
    "password": (
        "password|passcode|pass word|passwd|pwd|your password|account password|login password"
        "|password required"
    ),
    "~new": (
        "add|add a password|make a password|make up|new|create|choose|set|create a|create password"
        "|set a password|choose a password|new password|pick|choose password|create a password|set password"
        "|password for your new account|desired|select"
    ),
    "~old": "current|old|existing|current password|old password|existing password|present|previous",
    "~again": (
        "confirm|repeat|re enter|reenter|retype|re type|again|confirmation|verify|type again|enter again"
        "|re enter your|second time|retyped|check|one more time|confirmed|duplicate|rewrite|repassword"
        "|matching"
    ),
    "one-time-code": (
        "one time code|one time password|otp|verification code|authentication code|security token|2fa"
        "|confirmation code|two factor code|two factor|mfa code|mfa|passcode sent|sms code|code we sent"
        "|one time passcode|authenticator code|6 digit code|2fa code|totp|enter the code|access code"
        "|activation code|token code|two factor token|otp code|email code|recovery code|backup code"
        "|authentication token|6 digit authentication token|sms verification code|enter code sent|login code"
        "|text message code|digit code|enter code|enter verification code|code sent to your phone"
        "|code sent to your email|six digit code"
    ),
    "pin": "pin|pin number|digit|account pin|parental pin",
    "promo-code": (
        "corporate code|discount or corporate code|rate code|corporate discount code|partner discount code"
        "|promo code|promotion code|promotional code|coupon|coupon code|discount code|voucher|voucher code"
        "|promo|gift certificate|discount|offer code|gift code|referral code|code promo|redeem code"
        "|gift voucher|promo or gift code|gift card or discount code|discount code or gift card|add a code"
        "|campaign code|source code|reward code|invite code|invitation code|enter promo code"
        "|enter coupon code|referrer code|partner code|promotional offer code"
    ),
    "gift-card": (
        "gift card|gift card number|gift card code|gift card pin|store card number|gift certificate number"
        "|gift card no|loyalty points|store credit"
    ),
    "search": (
        "search|find|search for|what are you looking for|looking for|search products|keyword|keywords"
        "|search the site|site search|search here|query|search store|enter search term|search term"
        "|search terms|type to search|filter|search entire store here|i m looking for|search our store"
        "|find products|start typing|search catalog|q|search query"
    ),
    "quantity": "quantity|qty|amount of items|number of items|how many|quantities|number of tickets",
    "amount": (
        "amount|donation amount|price|total amount|amount to pay|budget|donation|sum|min price|max price"
        "|price from|price to|tip amount|salary|income|other amount|payment amount|contribution"
    ),
    "message": (
        "message|comment|comments|your message|enquiry|inquiry|question|questions|notes|order notes|note"
        "|delivery instructions|special instructions|instructions|gift message|feedback|how can we help"
        "|description|details|questions comments|order comments|add a note|remarks|customer note"
        "|your question|additional information|review|tell us more|your review|your comment|order note"
        "|delivery notes|special requests|reason|personal message|your inquiry|leave a comment"
        "|comments or questions|greeting|additional comments|driver instructions|special request|body"
    ),
    "subject": (
        "subject|topic|message subject|regarding|reason for contact|what is your question about|subject line"
        "|question regarding|question or comment regarding|subject of your message|enquiry type|query type"
        "|department"
    ),
    "nickname": (
        "nickname|display name|screen name|alias|public name|nick|handle|player name|profile name|user nick"
        "|pen name|gamertag|address nickname|save address as|avatar name"
    ),
    "consent": (
        "terms|terms and conditions|i agree|agree|accept|i accept|privacy policy|i have read|terms of service"
        "|terms of use|consent|conditions|agreement|i am over|i am 18|years of age|gdpr|data protection"
        "|privacy|i confirm|acknowledge|i understand|right of withdrawal|agree to|policy"
    ),
    "newsletter": (
        "newsletter|subscribe|email me|send me|marketing|special offers|news and offers|keep me updated"
        "|promotions|latest news|mailing list|opt in|receive emails|offers by email|exclusive offers|text me"
        "|product updates|announcements|updates|promotional emails|receive news|i d like to receive"
        "|would like to receive|sign up for emails|offers and news|updates about|news|receive|offers"
    ),
    "extra": (
        "protection plan|insurance|warranty|gift wrap|gift wrapping|add to my order|extended warranty|donate"
        "|membership|round up|care plan|express handling|priority|subscription|free trial|premium|add on"
        "|shipping protection|gift box|package protection|route|seat|upgrade|service plan|travel insurance"
        "|carbon"
    ),
    "remember": (
        "save this card|for next time|remember me|keep me signed in|keep me logged in|stay signed in|remember"
        "|save my information|stay logged in|save card|save this information|save for next time"
        "|remember this device|remember my details|save payment|save address|remember this browser"
        "|trust this device|save my payment information|default address|default payment|save as default"
    ),
    "same-address": (
        "same as shipping|same as billing|billing address is the same|same address|same as delivery"
        "|same as delivery address|ship to a different address|use as billing|use shipping address"
        "|ship to this address|same as shipping address|same as billing address|different address"
        "|billing same as shipping|deliver to a different"
    ),
    "captcha": (
        "captcha|security check|characters you see|characters above|text you see|are you human|not a robot"
        "|recaptcha|enter the characters|type the characters|anti spam|spam check|letters you see"
        "|human verification|image code|captcha code|text you hear|verification image|spam protection"
        "|code in the image|code shown|security answer|solve|word verification|what is 2 plus"
        "|prove you are human|type the text"
    ),
    "bot-trap": (
        "leave this field blank|leave this field empty|leave blank|leave empty|should be empty|do not fill"
        "|honeypot|honey pot|if you are human|do not fill this|bot field|hp field|leave this empty|don t fill"
        "|gotcha|must be empty|not fill this in|hpot|trap|nospam"
    ),
    "order-number": (
        "order number|order id|order no|reference number|booking reference|order reference"
        "|confirmation number|tracking number|invoice number|reservation number|ticket number|booking number"
        "|shipment number|order|parcel number|case number|tracking code|booking code|pnr|order code"
        "|rma number|purchase order|po number|purchase order number"
    ),
    "gender": "gender|sex|male female",
    "delivery-method": (
        "delivery method|shipping method|delivery option|shipping option|shipping|delivery|pickup|pick up"
        "|standard delivery|express delivery|standard shipping|express shipping|ship|collect"
        "|click and collect|next day delivery|flat rate|free shipping|shipping options|delivery options"
        "|store pickup|shipping rate|delivery type|carrier"
    ),
    "payment-method": (
        "payment method|pay with|payment type|payment option|payment|paypal|pay by|bank transfer|apple pay"
        "|google pay|klarna|cash on delivery|invoice payment|gift card payment|payment options"
        "|method of payment|pay on account|credit card payment|pay later|venmo|saved card|select payment"
        "|pay by card|direct debit|money order|check payment"
    ),
    "bank-account": (
        "account number|account id|bank account|iban|bic|swift|swift code|bank code|sort code|routing number"
        "|bank account number|aba number|bank name|account no|bank|ach|bank identifier|swift bic"
        "|bank account id"
    ),
    "account-number": (
        "customer number|membership number|member number|loyalty number|frequent flyer number|policy number"
        "|plan number|patient number|rewards number|loyalty card|reference|account reference|license number"
        "|licence number|serial number|student id|employee id|frequent flyer|contract number|account ref"
        "|client number|clubcard number|club card|card id|meter number|membership id|rewards card"
    ),
    "tax-id": (
        "vat number|tax id|vat|vat id|ein|abn|tax number|tax identification number"
        "|company registration number|gst number|vat no|tax code|gst|tax identification"
        "|vat registration number|tax registration number|company number|eori|gstin|tin"
    ),
    "id-number": (
        "passport number|passport|national id|id number|social security number|ssn|identity card"
        "|driving licence|drivers license|driver s license|national insurance number|social insurance number"
        "|known traveler number|redress number|id card number|identity number|document number"
        "|last 4 digits of ssn|document type|id card|identification number"
    ),
    "website": "website|web site|url|homepage|site url|web address|link|web page|domain|domain name",
    "age": "age|your age|how old|age range|age group",
    "security-question": (
        "security question|secret question|secret answer|mother s maiden name|maiden name|first pet"
        "|answer to your question|security answer hint|password hint|hint|secret word|memorable word|answer"
    ),
    "job-title": (
        "job title|position|role|occupation|profession|job|title position|your role|job function|company role"
        "|seniority|job role|your position"
    ),
    "thing": (
        "product name|item name|brand name|brand|model|event name|school|school name|team name|pet name"
        "|file name|project name|list name|registry name|nearest store|store|store name|product|item"
        "|name of item|name of product|size|color|colour|course|vehicle|registration|ip address"
        "|wallet address|agent name|name of event|team|name of school|bank branch|device name|place of birth"
        "|city of birth|birth place|birthplace|country of birth|nationality|citizenship|company size"
        "|number of employees|industry|how did you hear|folder|category|type|status|sort by|per page|rating"
        "|weight|height|flight number|departure|destination|origin|arrival|check in|check out|guests|adults"
        "|children|passengers|from|flying from|flying to|leaving from|going to|name your|playlist"
        "|website name|keyword name|dietary requirements|allergies|t shirt size|shirt size|engraving|monogram"
        "|dog name|baby name|wallet|time zone|timezone|sponsor|referred by|referrer|branch|class|group name"
        "|channel|server|host name|hostname|street view|currency|passport country|issuing country"
        "|country of issue|city or airport|airport|town or airport|to|country of citizenship|graduation year"
        "|name on gift|engraved name|name to print|assignee"
    ),
    "language": "language|preferred language|locale|input language|select language|site language",
    "house-number": (
        "house number|house name or number|house number or name|house name number|house no|building number"
        "|house nr|number house|house name"
    ),
    "date": (
        "date|delivery date|start date|end date|pickup date|appointment date|arrival date|departure date"
        "|event date|preferred date|issue date|check in date|check out date|wedding date|due date|travel date"
        "|ship date|select date|time"
    ),
    "file": "attachment|upload|file|attach|photo|choose file|document|resume",
}
