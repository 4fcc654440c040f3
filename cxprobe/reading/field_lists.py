"""What a list offers, told by its options alone: months, years to come, countries, states, titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from cxprobe.reading.field_words import listed, plain

_COUNTRIES = frozenset(
    map(
        plain,
        listed(
            "Germany|Deutschland|Allemagne|Alemania|Germania|Duitsland|Niemcy|Alemanha|France|Frankreich"
            "|Francia|Frankrijk|Francja|França|Spain|Spanien|Espagne|España|Spagna|Spanje|Hiszpania|Espanha"
            "|Italy|Italien|Italie|Italia|Italië|Włochy|Itália|Netherlands|The Netherlands|Niederlande"
            "|Pays-Bas|Países Bajos|Paesi Bassi|Nederland|Holandia|Países Baixos|Holanda|Poland|Polen|Pologne"
            "|Polonia|Polska|Polónia|Polônia|Portugal|Portogallo|Portugalia|United Kingdom|Great Britain|UK"
            "|Vereinigtes Königreich|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito|Verenigd Koninkrijk"
            "|Wielka Brytania|United States|USA|United States of America|Vereinigte Staaten|États-Unis"
            "|Estados Unidos|Stati Uniti|Verenigde Staten|Stany Zjednoczone|US|Austria|Österreich|Autriche"
            "|Oostenrijk|Áustria|Switzerland|Schweiz|Suisse|Suiza|Svizzera|Zwitserland|Szwajcaria|Suíça"
            "|Belgium|Belgien|Belgique|Bélgica|Belgio|België|Belgia|Canada|Kanada|Canadá|Mexico|Mexiko|México"
            "|Brazil|Brasilien|Brésil|Brasil|Australia|Australien|Ireland|Irland|Irlande|Irlanda|Ierland"
            "|Irlandia|Denmark|Dänemark|Danemark|Danmark|Denemarken|Dania|Sweden|Schweden|Suède|Sverige"
            "|Zweden|Szwecja|Norway|Norwegen|Norge|Norvège|Finland|Finnland|Suomi|Luxembourg|Luxemburg|Japan"
            "|China|India|Indien|Inde|Albania|Albanien|Albanie|Algeria|Algerien|Argentina|Afghanistan"
            "|Czech Republic|Czechia|Tschechien|Czechy|Greece|Griechenland|Grèce|Grecia|Hungary|Ungarn|Turkey"
            "|Türkei|Ukraine|New Zealand|Neuseeland|South Africa|Singapore|Romania|Bulgaria|Croatia|Slovakia"
            "|Slovenia|Estonia|Latvia|Lithuania|Malta|Cyprus|Iceland|Israel|Andorra|Angola|Bahrain|Chile"
            "|Colombia|Cuba|Ecuador|Egypt|Fiji|Ghana|Haiti|Jamaica|Kenya|Perù|Peru|Perú|Uruguay|Venezuela"
            "|Paraguay|Bolivia|Marokko|Maroc|Marruecos|Morocco",
            "|",
        ),
    )
)
_CODES = listed(
    "AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP LI LT LU LV MT MX NL NO"
    " NZ PL PT RO SE SI SK TR US ZA"
)
_STATES = frozenset(
    map(
        plain,
        listed(
            "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii"
            "|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan"
            "|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico"
            "|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
            "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia"
            "|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec"
            "|Saskatchewan|Newfoundland and Labrador|New South Wales|Victoria|Queensland|Tasmania"
            "|South Australia|Western Australia|Baden-Württemberg|Bayern|Berlin|Brandenburg|Bremen|Hamburg"
            "|Hessen|Niedersachsen|Saarland|Mecklenburg-Vorpommern|Nordrhein-Westfalen|Rheinland-Pfalz"
            "|Sachsen|Sachsen-Anhalt|Schleswig-Holstein|Thüringen|Burgenland|Kärnten|Niederösterreich"
            "|Oberösterreich|Salzburg|Steiermark|Tirol|Vorarlberg|Wien|Zürich|Aargau|Bern|Albacete|Alicante"
            "|Almería|Ávila|Badajoz|Barcelona|Burgos|Cáceres|Cádiz|Córdoba|Girona|Granada|Huelva|Huesca|Jaén"
            "|León|Lleida|Lugo|Madrid|Málaga|Murcia|Navarra|Ourense|Salamanca|Segovia|Sevilla|Soria|Teruel"
            "|Toledo|Valencia|Valladolid|Zamora|Zaragoza|Jalisco|Chiapas|Oaxaca|Puebla|Sinaloa|Sonora"
            "|Veracruz|Agrigento|Alessandria|Ancona|Arezzo|Bari|Bergamo|Bologna|Brescia|Catania|Ferrara"
            "|Firenze|Genova|Milano|Modena|Napoli|Padova|Palermo|Parma|Perugia|Pisa|Roma|Siena|Torino|Trento"
            "|Treviso|Udine|Varese|Venezia|Verona|Drenthe|Flevoland|Friesland|Gelderland|Groningen|Limburg"
            "|Noord-Brabant|Noord-Holland|Overijssel|Utrecht|Zeeland|Zuid-Holland|Dolnośląskie|Łódzkie"
            "|Kujawsko-pomorskie|Lubelskie|Lubuskie|Małopolskie|Mazowieckie|Opolskie|Podkarpackie|Podlaskie"
            "|Pomorskie|Śląskie|Świętokrzyskie|Warmińsko-mazurskie|Wielkopolskie|Zachodniopomorskie|Aveiro"
            "|Braga|Coimbra|Évora|Faro|Lisboa|Porto|Setúbal|Viseu|Acre|Alagoas|Amazonas|Bahia|Ceará|Goiás"
            "|Maranhão|Minas Gerais|Pará|Paraíba|Paraná|Pernambuco|Rio de Janeiro|São Paulo|Santa Catarina"
            "|Sergipe|Tocantins|Ain|Aisne|Allier|Ardèche|Ardennes|Ariège|Aube|Aude|Île-de-France|Bretagne"
            "|Normandie|Occitanie|Andalucía|Cataluña|Galicia|Aragón|Asturias|Lombardia|Toscana|Sicilia",
            "|",
        ),
    )
)
_STATE_CODES = listed(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY"
    " NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NS ON QC SK NSW QLD VIC TAS"
)
_MONTHS = frozenset(
    plain(name)[:3]
    for name in listed(
        "january february march april may june july august september october november december januar"
        " februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août octobre"
        " décembre enero abril agosto diciembre gennaio maggio giugno luglio settembre ottobre dicembre"
        " januari maart mei augustus styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień"
        " październik listopad grudzień janeiro fevereiro dezembro maio junho julho setembro outubro mayo"
        " junio julio febrero octubre"
    )
)
_TITLES = listed(
    "mr mrs ms miss mx dr prof sir madam herr frau divers fraulein m mme mlle monsieur madame"
    " mademoiselle sr sra srta don dona sig signor signora signorina ra dhr mevr mevrouw de heer meneer"
    " pan pani senhor senhora senor senora keine angabe familie rev mister"
)
_GENDERS = listed(
    "male female man woman men women mannlich weiblich divers homme femme hombre mujer maschio femmina"
    " uomo donna vrouw kobieta mezczyzna masculino feminino femenino masculin feminin non binary other"
)
_CARDS = ("visa", "mastercard", "american express", "amex", "maestro", "discover", "diners")
_PLUS = re.compile(r"\+\s?\d{1,3}\b|\(\d{1,3}\)")
_NUMBER = re.compile(r"^\D{0,3}(\d{1,4})\D{0,3}$")


@lru_cache(maxsize=512)
def kind_of(options: tuple[str, ...], values: tuple[str, ...] = ()) -> str:
    """What a list is of: "countries", "dial codes", "states", "months", "days", "years ahead",
    "years behind", "titles", "genders", "cards", "numbers", or "" where it cannot be told.
    """
    said = [option for option in options if any(map(str.isalnum, option))][:300]
    if len(said) < 2:
        return ""
    plained = [plain(option) for option in said]
    return _of_places(said, plained, values) or _of_times(plained) or _of_people(plained)


def _of_places(said: list[str], plained: list[str], values: tuple[str, ...]) -> str:
    dial = _share(said, lambda option: bool(_PLUS.search(option)))
    named = _share(plained, lambda option: any(n in _COUNTRIES for n in _heads(option)))
    if dial > 0.6:
        return "countries" if named > 0.15 and len(said) > 100 else "dial codes"
    coded = [value for value in values if len(value) == 2 and value.isupper()]
    states = _share(plained, lambda o: o in _STATES or o.upper() in _STATE_CODES)
    if states > 0.5 or (states > 0.25 and len(said) > 10):
        return "states"
    if named > 0.5 or (named > 0.2 and len(said) > 20):
        return "countries"
    if len(said) > 30 and len(coded) > 0.8 * len(said) and len(_CODES.intersection(coded)) > 10:
        return "countries"
    return ""


def _heads(option: str) -> tuple[str, ...]:
    words = option.split()
    return option, " ".join(words[:2]), words[0] if words else ""


def _of_times(plained: list[str]) -> str:
    numbers = [int(m.group(1)) for option in plained if (m := _NUMBER.match(option))]
    if len(numbers) < 0.75 * len(plained):
        months = [option for option in plained if option[:3] in _MONTHS or option.split()[-1][:3] in _MONTHS]
        return "months" if 11 <= len(months) <= 13 and len(plained) <= 14 else ""
    first, most = min(numbers), max(numbers)
    if len(numbers) in (12, 13) and most == 12 and first in (0, 1):
        return "months"
    if len(numbers) in (31, 32) and most == 31:
        return "days"
    if first > 1890 and most < 2100:
        return "years behind" if first < 2008 else "years ahead"
    if first > 12 and most < 75 and 4 < len(numbers) < 40 and most - first == len(numbers) - 1:
        return "years ahead"
    return "numbers"


def _of_people(plained: list[str]) -> str:
    if len(plained) > 14:
        return ""
    if _share(plained, lambda option: any(card in option for card in _CARDS)) > 0.4:
        return "cards"
    if _share(plained, lambda option: option in _TITLES) > 0.6:
        return "titles"
    return "genders" if _share(plained, lambda option: option in _GENDERS) > 0.5 else ""


def _share(options: Iterable[str], fits: Callable[[str], bool]) -> float:
    tried = list(options)
    return sum(map(fits, tried)) / len(tried)
