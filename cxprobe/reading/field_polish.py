"""Polish words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "imię i nazwisko|nazwisko i imię|pełne imię i nazwisko|imię nazwisko|odbiorca|dane odbiorcy"
        "|osoba kontaktowa|twoje imię i nazwisko|pełne imię"
    ),
    "given-name": "imię|imiona|twoje imię|pierwsze imię",
    "family-name": "nazwisko|twoje nazwisko",
    "additional-name": "drugie imię",
    "honorific-prefix": "tytuł|zwrot grzecznościowy|forma grzecznościowa",
    "email": (
        "e mail|email|adres e mail|adres email|poczta elektroniczna|mail|twój e mail"
        "|adres poczty elektronicznej|adres mailowy|twój adres e mail|twój email"
    ),
    "tel": (
        "numer kontaktowy|telefon do kontaktu|telefon|numer telefonu|telefon komórkowy|nr telefonu|komórka"
        "|telefon kontaktowy|numer komórkowy|tel|numer telefonu komórkowego|nr tel|numer tel"
    ),
    "tel-country-code": "numer kierunkowy|kierunkowy|prefiks|kod kraju",
    "tel-extension": "numer wewnętrzny",
    "fax": "faks|fax",
    "street-address": (
        "ulica|adres|ulica i numer|adres dostawy|adres do faktury|ulica i numer domu|ulica i nr domu"
        "|adres zamieszkania|ulica i nr|ulica numer domu|ulica numer|ulica nr domu|nazwa ulicy"
        "|ulica numer domu lokalu|adres korespondencyjny|ulica nr domu i mieszkania|ul"
        "|ulica i numer domu mieszkania|ulica i numer budynku|ulica nr|ulica numer domu i mieszkania"
    ),
    "address-line1": "adres linia 1|adres 1|wiersz adresu 1|linia adresu 1|adres wiersz 1|ulica 1",
    "address-line2": (
        "adres linia 2|numer mieszkania|nr mieszkania|mieszkanie|numer lokalu|nr lokalu|lokal|adres 2"
        "|adres cd|ciąg dalszy adresu|piętro|ulica 2|linia adresu 2|dodatkowe informacje adresowe"
        "|wiersz adresu 2|adres wiersz 2|klatka|m|ciąg dalszy|dopełnienie adresu|uzupełnienie adresu"
        "|adres dodatkowy|apartament|budynek|numer mieszkania lokalu"
    ),
    "address-line3": "adres 3|linia adresu 3|adres linia 3",
    "address-level1": "województwo|region|stan|prowincja|województwo region|stan województwo|powiat",
    "address-level2": "miasto|miejscowość|miejscowosc|miasto miejscowość|gmina",
    "address-level3": "dzielnica",
    "postal-code": "kod pocztowy|kod poczt|kod|kod pocztowy i miasto kod",
    "country": "kraj|państwo|kraj region|kraj dostawy|kraj zamieszkania|panstwo",
    "organization": "firma|nazwa firmy|przedsiębiorstwo|organizacja|instytucja",
    "cc-number": (
        "numer karty|nr karty|numer karty kredytowej|numer karty płatniczej|karta kredytowa|karta płatnicza"
        "|numer twojej karty"
    ),
    "cc-name": (
        "imię i nazwisko na karcie|posiadacz karty|właściciel karty|imię i nazwisko posiadacza karty"
        "|nazwisko na karcie|posiadacz|imię na karcie|imię i nazwisko posiadacza"
        "|imię i nazwisko właściciela karty|dane posiadacza karty"
    ),
    "cc-exp": (
        "data ważności|ważna do|termin ważności|data wygaśnięcia|wygasa|ważność|data ważności karty"
        "|ważność karty|data wazności"
    ),
    "cc-csc": (
        "ostatnie trzy cyfry|3 cyfry z tyłu|3 cyfry na odwrocie|cyfry na odwrocie|kod bezpieczeństwa|kod cvv"
        "|kod cvc|kod weryfikacyjny karty|kod cvv2|kod cvv cvc|kod zabezpieczający|kod cvc2 cvv2"
        "|kod zabezpieczeń"
    ),
    "card-type": "typ karty|rodzaj karty",
    "bday": "data urodzenia|urodziny|data ur",
    "~birth": "urodzenia|rok urodzenia|urodzony",
    "~month": "miesiąc|miesiąc ważności",
    "~year": "rok|rr|rrrr|rok ważności",
    "~day": "dzień",
    "username": (
        "nazwa użytkownika|login|użytkownik|identyfikator|e mail lub login|login lub e mail"
        "|identyfikator klienta|numer klienta|login lub email|email lub login|nazwa użytkownika lub e mail"
        "|adres e mail lub login|nazwa konta|e mail lub numer telefonu|nazwa użytkownika lub adres e mail"
    ),
    "password": "hasło|twoje hasło|podaj hasło",
    "~new": "nowe|utwórz|wybierz|nowe hasło|utwórz hasło|ustaw|wpisz nowe|ustaw hasło|wymyśl",
    "~old": "obecne|stare|aktualne|stare hasło|aktualne hasło|obecne hasło|dotychczasowe",
    "~again": "potwierdź|powtórz|ponownie|potwierdzenie|jeszcze raz|powtórzenie|wpisz ponownie",
    "one-time-code": (
        "kod jednorazowy|kod sms|kod potwierdzający|kod weryfikacyjny|kod autoryzacyjny|kod aktywacyjny"
        "|hasło jednorazowe|kod dostępu"
    ),
    "pin": "pin|kod pin",
    "promo-code": (
        "kod rabatowy|kupon|kod promocyjny|kod kuponu|bon|rabat|voucher|kod zniżkowy|kupon rabatowy|zniżka"
        "|kod polecający|kod zaproszenia"
    ),
    "gift-card": "karta podarunkowa|numer karty podarunkowej|bon podarunkowy|karta prezentowa",
    "search": (
        "szukaj|wyszukaj|czego szukasz|wyszukiwarka|szukana fraza|wpisz czego szukasz|szukaj produktów"
        "|wyszukiwanie|fraza|słowo kluczowe"
    ),
    "quantity": "ilość|liczba|sztuk|liczba sztuk|szt",
    "amount": "kwota|cena|suma|cena od|cena do|kwota darowizny",
    "message": (
        "wiadomość|komentarz|uwagi|treść wiadomości|uwagi do zamówienia|zapytanie|twoja wiadomość|treść"
        "|pytanie|komentarz do zamówienia|opis|uwagi dla kuriera|notatka|dedykacja|informacje dodatkowe"
        "|opinia|twoje pytanie|notatki do zamówienia|uwagi do dostawy|informacje dla sprzedawcy"
    ),
    "subject": "temat|temat wiadomości|powód kontaktu|tytuł wiadomości",
    "nickname": "pseudonim|nick|ksywka|nazwa wyświetlana",
    "consent": (
        "regulamin|akceptuję|polityka prywatności|zgoda|wyrażam zgodę|zapoznałem|oświadczam"
        "|polityką prywatności|warunki|regulaminu|akceptacja|przetwarzanie danych|danych osobowych|zapoznałam"
        "|pełnoletni"
    ),
    "newsletter": (
        "newsletter|zapisz się|oferty|promocjach|nowości|informacje handlowe|informacji handlowych"
        "|marketingowych|otrzymywać|subskrypcja"
    ),
    "extra": (
        "ubezpieczenie|gwarancja|opakowanie na prezent|pakowanie na prezent|przedłużona gwarancja|na prezent"
        "|abonament|darowizna"
    ),
    "remember": (
        "zapamiętaj mnie|nie wylogowuj|zapamiętaj|zapisz dane|zapisz kartę|pozostań zalogowany|domyślny"
    ),
    "same-address": (
        "ten sam adres|inny adres|taki sam jak|wysyłka na inny adres|inny adres dostawy"
        "|adres dostawy jest taki sam|wysłać na inny adres|adres do faktury taki sam"
    ),
    "captcha": "przepisz kod|kod z obrazka|nie jestem robotem|przepisz znaki|wpisz znaki",
    "bot-trap": "nie wypełniaj|pozostaw puste|zostaw puste",
    "order-number": (
        "numer zamówienia|nr zamówienia|numer rezerwacji|numer przesyłki|numer faktury|kod rezerwacji"
        "|numer śledzenia|numer listu przewozowego"
    ),
    "gender": "płeć",
    "delivery-method": (
        "sposób dostawy|dostawa|odbiór|kurier|paczkomat|metoda dostawy|wysyłka|odbiór osobisty|forma dostawy"
        "|sposób wysyłki"
    ),
    "payment-method": (
        "sposób płatności|metoda płatności|płatność|przelew|za pobraniem|forma płatności|blik|płatności"
        "|metody płatności|przelew bankowy"
    ),
    "bank-account": ("numer konta|iban|numer rachunku|numer rachunku bankowego|nr konta|swift|nazwa banku"),
    "account-number": (
        "numer karty stałego klienta|numer członkowski|karta lojalnościowa|numer klienta nr|numer umowy"
        "|numer polisy|numer karty klienta|numer karty lojalnościowej"
    ),
    "tax-id": "nip|regon|numer nip|nip firmy|nr nip|krs",
    "id-number": (
        "pesel|numer dowodu|numer paszportu|dowód osobisty|seria i numer dowodu|numer pesel|paszport|nr pesel"
    ),
    "website": "strona www|strona internetowa|www",
    "age": "wiek",
    "security-question": "pytanie pomocnicze|odpowiedź|pytanie bezpieczeństwa|nazwisko panieńskie",
    "job-title": "stanowisko|zawód",
    "thing": (
        "nazwa produktu|rozmiar|kolor|marka|model|sklep|miejsce urodzenia|narodowość|obywatelstwo|branża"
        "|sortuj|kategoria|kierunek|wylot|przylot|pasażerowie|waluta|nazwa|numer rejestracyjny|kraj urodzenia"
        "|skąd|dokąd|dorośli|szkoła"
    ),
    "language": "język",
    "house-number": (
        "numer domu|nr domu|numer budynku|nr budynku|nr|nr domu lokalu|numer domu lokalu|numer"
        "|numer domu i mieszkania|nr budynku lokalu"
    ),
    "date": "data|data dostawy|data przyjazdu|data wyjazdu|godzina|termin",
    "file": "załącznik|plik|dodaj plik",
}

PHRASES: dict[str, str] = {
    "log in": (
        "zaloguj się|zaloguj|logowanie|mam już konto|masz już konto|mam konto|zaloguj do konta|posiadam konto"
    ),
    "sign up": (
        "zarejestruj się|rejestracja|załóż konto|utwórz konto|nowy klient|zarejestruj|stwórz konto"
        "|nie masz konta|nowe konto|dołącz|zakładanie konta"
    ),
    "forgot": "nie pamiętasz hasła|zapomniałeś hasła|nie pamiętam hasła|przypomnij hasło|zapomniałem",
    "change password": "zmień hasło|zmiana hasła|nowe hasło|resetuj hasło|ustaw nowe hasło",
    "password rules": "co najmniej|znaków|wielką literę|minimum|przynajmniej|znak specjalny|cyfrę",
    "send": (
        "wyślij|dalej|zamów|zapłać|kupuję i płacę|zaloguj się|zarejestruj się|zapisz|potwierdź"
        "|zamawiam z obowiązkiem zapłaty|przejdź dalej|kup teraz|załóż konto|złóż zamówienie"
        "|przejdź do płatności|zapisz się|szukaj|zamawiam|kontynuuj|przejdź do kasy|zaloguj|kup"
        "|potwierdzam zamówienie|zamawiam i płacę|rezerwuj|przejdź do podsumowania|zatwierdź"
        "|potwierdź zamówienie|wyślij wiadomość|płacę|utwórz konto|zapisz zmiany|kupuję|zarejestruj"
        "|dostawa i płatność|kontynuuj jako gość|zmień hasło|następny krok|wesprzyj|subskrybuj"
        "|przejdź do dostawy|zapisz adres|zapłać teraz|finalizuj zamówienie|śledź przesyłkę|zamów teraz"
    ),
    "send this": ("wyślij|zapisz|potwierdź|zapłać|zamów|kupuję|zarezerwuj|kontynuuj|przejdź do|dokończ|złóż"),
    "not send": (
        "anuluj|wstecz|pokaż|ukryj|usuń|edytuj|zamknij|nie pamiętasz hasła|pomoc|dowiedz się więcej|wróć"
        "|zastosuj|akceptuj wszystkie|odrzuć|zmień|pokaż hasło|kontynuuj zakupy|wyczyść|akceptuję|powrót"
        "|zakończ|zaakceptuj wszystkie|odrzuć wszystkie|ustawienia|użyj kodu|dodaj kod|więcej|menu"
        "|powrót do koszyka"
    ),
}
