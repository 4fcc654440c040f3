"""The words in which shops say facts: lengths of time, measures, conditions, and what softens them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_I = re.IGNORECASE

NUMBERS: Mapping[str, float] = {
    word: float(value)
    for value, words in {
        1: "a an one next ein eine einen einem un une uno una een één jeden jedna um uma",
        2: "two zwei deux dos due twee dwa dwie dois duas", 3: "three drei trois tres tre drie trzy três",
        4: "four vier quatre cuatro quattro cztery quatro", 5: "five fünf cinq cinco cinque vijf pięć",
        6: "six sechs seis sei zes sześć", 7: "seven sieben sept siete sette zeven siedem sete",
        8: "eight acht huit ocho", 10: "ten zehn dix diez dieci tien dziesięć dez",
        12: "twelve zwölf douze doce dodici twaalf dwanaście doze",
        14: "fourteen vierzehn quatorze catorce quattordici veertien czternaście",
        28: "twenty-eight", 30: "thirty dreißig trente treinta trenta dertig trzydzieści trinta",
        60: "sixty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
_COUNT = (
    r"(?:\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
    rf"|(?:{'|'.join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))})(?!\w))"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_TO = (
    r"\s*(?:-|–|—|\bto\b|\bor\b|\band\b|\bbis\b|\boder\b|\bà\b|\bou\b|\ba\b|\bo\b|\be\b|\btot\b|\bof\b"
    r"|\bdo\b|\blub\b)\s*"
)
SPAN = rf"(?<![\w.,£$€])(?:(?P<low>{_COUNT}){_TO})?(?P<high>{_COUNT})"
"""A number, or two with "to" between them; groups low and high."""

_DAYS: tuple[tuple[str, float, str], ...] = (
    ("working days", 1.0,
     r"(?:working|business|week)[ -]?days?|werktage?n?|arbeitstage?n?|jours? ouvr\w+|días? (?:hábiles"
     r"|laborables)"
     r"|giorn[oi] lavorativ[oi]|werkdag(?:en)?|dni robocz\w+|dias úteis"),
    ("days", 1 / 24, r"hours?|hrs?|stunden|heures|horas|ore|uur|godzin\w*"),
    ("days", 1.0, r"(?:calendar )?days?|tagen?|tage?|jours?|días?|giorn[oi]|dag(?:en)?|dni|dzień|dias?"),
    ("days", 7.0, r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|tygodni\w*|tydzień"),
    ("days", 30.4, r"(?:calendar )?months?|monate?n?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|miesi[ąę]c\w*"
        r"|m[êe]s(?:es)?"),
    ("days", 365.0, r"years?|yrs?|jahre?n?|ans?|années?|años?|ann[io]|jaar|jaren|lata?|rok|anos?"),
)  # fmt: skip
LENGTH = rf"{SPAN}[\s-]*(?:{'|'.join(f'(?P<u{i}>{words})' for i, (_, _, words) in enumerate(_DAYS))})(?!\w)"
"""A length of time in days or longer: groups low, high, u0 … u5."""


def span_of(match: re.Match[str], *, scale: float = 1.0, small: bool = False) -> tuple[float, float]:
    """The two ends of a `SPAN`, multiplied; the same twice where there is one number."""
    high = number_of(match["high"], small=small)
    low = number_of(match["low"], small=small) if match["low"] else high
    return min(low, high) * scale, high * scale


def length_of(match: re.Match[str]) -> tuple[float, float, str]:
    """The two ends of a `LENGTH` in days or working days, and which of the two."""
    place = next(i for i in range(len(_DAYS)) if match[f"u{i}"])
    unit, scale, _ = _DAYS[place]
    return *span_of(match, scale=scale), unit


def end_of(match: re.Match[str]) -> int:
    """Where the number of a `SPAN` ends, or that of a `LENGTH` with its unit."""
    units = [name for name in match.re.groupindex if name[1:].isdigit() and match[name]]
    return max(match.end("high"), *(match.end(name) for name in units), 0)


def number_of(word: str, *, small: bool = False) -> float:
    """A number written in digits or as a word: "1,700" is 1700, "1,7" and "1.7" are 1.7.

    "1.700" is 1.7, unless it counts something `small`, of which nobody tells thousandths: "1.700 ml".
    """
    known = NUMBERS.get(word.casefold())
    if known is not None:
        return known
    if _GROUPED.fullmatch(word) and (small or "," in word or word.count(".") > 1):
        return float(re.sub(r"[.,]", "", word))
    return float(word.replace(",", "."))


def may_be_thousands(match: re.Match[str]) -> bool:
    """Whether a number of a `SPAN` is a thousand times as much in other countries: "1,700 kg"."""
    return any(_GROUPED.fullmatch(word) for word in (match["low"], match["high"]) if word)


MEASURES: Mapping[str, tuple[tuple[str, str, float], ...]] = {
    "weight": (("kg", r"kgs?|kilo(?:gram)?s?", 1.0), ("kg", r"g|grams?|gr", 0.001),
               ("kg", r"lbs?|pounds?", 0.4536), ("kg", r"oz|ounces?", 0.02835)),
    "capacity": (("l", r"l|lit(?:re|er)s?|ltrs?", 1.0), ("l", r"ml|millilit(?:re|er)s?", 0.001),
                 ("l", r"cl|centilit(?:re|er)s?", 0.01)),
    "power": (("W", r"w|watts?", 1.0), ("W", r"kw|kilowatts?", 1000.0)),
    "height": (("cm", r"cm|centimet(?:re|er)s?", 1.0), ("cm", r"mm|millimet(?:re|er)s?", 0.1),
               ("cm", r"m|met(?:re|er)s?", 100.0), ("cm", r"in|inch(?:es)?|″|\"", 2.54)),
}  # fmt: skip
"""What is measured of a product: its unit, the words for it, and how many of our unit one is."""
LABELS: Mapping[str, str] = {
    "weight": r"(?:net |item |product )?weight|gewicht|poids|peso|waga",
    "capacity": r"capacity|volume|fassungsvermögen|inhalt|contenance|capacité|capacidad|capacità|inhoud"
    r"|pojemność|capacidade",
    "power": r"power|wattage|leistung|puissance|potencia|potenza|vermogen|moc|potência",
    "height": r"height|höhe|hauteur|altura|altezza|hoogte|wysokość",
    "material": r"materials?|werkstoff|matériau|matière|materiale?|materiaal|materiał",
    "guarantee": r"guarantee|warranty|garantie|garantía|garanzia|gwarancja|garantia",
}
"""What a row of a product's facts is called."""
SAYS: Mapping[str, str] = {
    "weight": r"weighs|(?:has a |its )weight (?:is|of)",
    "capacity": r"holds|(?:has a |its )capacity (?:is|of)|takes|has room for",
    "power": r"(?:has a |its )power (?:is|of)|has|draws|uses|runs (?:on|at)|is",
    "height": r"(?:stands|is|measures)|(?:has a |its )height (?:is|of)",
}
MATERIALS: Mapping[str, str] = {
    "copper": r"copper|kupfer|cuivre|cobre|rame|koper|miedź", "tin": r"tin\b|zinn|étain|estaño|stagno",
    "steel": r"steel|edelstahl|stahl|acier|acero|acciaio|staal|stal\b|aço", "glass": r"glass|glas\b|verre"
        r"|vidrio|vetro|szkło|vidro",
    "plastic": r"plastic|polypropylene|kunststoff|plastique|plástico|plastica|kunststof|plastik",
    "ceramic": r"ceramic|stoneware|earthenware|porcelain|clay|china\b|keramik|steinzeug|céramique|cerámica"
        r"|ceramica",
    "enamel": r"enamel|emaill?e?|émail|esmalte|smalto|emalia", "aluminium": r"alumini?um|alumin\w+",
    "iron": r"iron|gusseisen|fonte\b|hierro|ghisa|gietijzer|żeliwo|ferro", "wood": r"wood|oak|bamboo|holz"
        r"|bois\b|madera|legno|hout|drewno|madeira",
    "cotton": r"cotton|baumwolle|coton|algodón|cotone|katoen|bawełna|algodão", "wool": r"wool|merino|wolle"
        r"|laine|lana|wol\b|wełna|lã",
    "leather": r"leather|leder|cuir|cuero|pelle\b|skóra|couro",
    "polyester": r"polyester", "titanium": r"titan\w*",
    "paper": r"paper|papier|papel|carta|papier", "silicone": r"silicone?|silikon",
}  # fmt: skip
"""What things are made of, by the words of eight languages."""

STATES = re.compile(
    rf"\d|\b(?:made (?:of|from|out)|{'|'.join(LABELS.values())})\b"
    r"|\b(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|días?"
    r"|semanas?"
    r"|mes(?:es)?|años?|giorn[oi]|settiman[ae]|mes[ei]|ann[io]|dag(?:en)?|weken|maand(?:en)?|jaar|dni"
    r"|tygodni\w*"
    r"|miesi\w+|lata?|rok|dias?|anos?)\b",
    _I,
)
"""What a sentence has in it that states a fact: a figure, a length of time, or what a row is called."""
TIMED = re.compile(
    r"(?:day|hour|hr|week|month|year|yr|tag|stunden|wochen?|monat|jahr|jour|heure|semain|mois|ans|années?"
    r"|años?|días?|horas?"
    r"|mes(?:es)?|giorn|ore|mes[ei]|ann[io]|settiman|dagen|dag|uur|weken|maand|jaar|dni|dzień|godzin|tygod"
    r"|tydzień|miesi"
    r"|lat[ay]?|rok|dias?|anos?)(?!\w{5})",
    _I,
)
"""Whether a sentence may name a length of time at all."""
PAID = re.compile(r"[£€$¥₹]|\b[A-Z]{3}\b|(?i:\b(?:zł|kr|euros?)\b)")
"""Whether a sentence may name a price at all."""
SOFT = re.compile(
    r"(?:\b(?:about|around|approx\w*|roughly|circa|ca\.|c\.|some|nearly|almost|just (?:under|over)|up to|as"
    r" (?:little|much|few)"
    r" as|from|starting|at least|at most|min(?:imum)?|max(?:imum)?|more than|less than|over|under|usually"
    r"|normally|typical\w*"
    r"|generally|often|on average|average|mostly|(?:can|may) (?:take|vary|arrive|be longer)|might|could"
    r"|should|aim|try|hope|expect\w*"
    r"|estimat\w*|subject to"
    r"|etwa|ungefähr|rund|bis zu|ab|mindestens|höchstens|meist\w*|normalerweise|üblicherweise|in der regel"
    r"|environ|jusqu'à|au moins|au plus|à partir|généralement|habituellement|dès"
    r"|unos|unas|aproximad\w+|hasta|al menos|desde|normalmente|habitualmente|generalmente"
    r"|fino a|almeno|massimo|di solito|a partire|ongeveer|tot|minstens|maximaal|meestal|vanaf|gemiddeld"
    r"|około|do|co najmniej|maksymalnie|zwykle|od|cerca de|até|pelo menos|geralmente|a partir)\b"
    r"|[~≈<>≤≥+])[^.;]*$",
    _I,
)
"""Words before a number that keep it from being a plain statement."""
SOFT_AFTER = re.compile(
    r"^[^.;,]{0,12}(?:\+|\bor (?:more|less|longer|so)\b|\bat (?:least|most)\b|\bmax\b|\bminimum\b|\boder"
    r" mehr|\bo más|\bou plus)",
    _I,
)
TERMS: Mapping[str, re.Pattern[str]] = {
    label: re.compile(rf"(?<!\w)(?:{words})(?!\w)", _I)
    for label, words in {
        "sale": r"sale|reduced|outlet|clearance|discounted|ausverkauf|soldes|rebajas|saldi",
        "opened": r"opened|unopened|unused|sealed|worn|used|hygiene|ungeöffnet",
        "faulty": r"fault\w*|broken|damaged|defect\w*|wrong|not as described|defekt|kaputt|beschädigt"
            r"|défectueu\w+",
        "season": r"christmas|xmas|holidays?|festive|black friday|november|december|january|bank holidays?"
        r"|weihnacht\w*|noël|navidad|natale|kerst\w*|feiertag\w*",
        "law": r"statutory|legal\w*|law|by law|withdraw\w*|cancel\w*|cooling[- ]off|consumer|widerruf\w*"
            r"|gesetzlich\w*"
        r"|rétractation|légale?s?|desistimiento|legales?|recesso|legale|herroeping\w*|bedenktijd"
        r"|odstąpieni\w+|ustawow\w+",
        "business": r"business (?:customers?|accounts?|buyers?)|trade|wholesale|companies|gewerblich\w*|b2b",
        "members": r"members?|membership|plus|premium|prime|club|loyalty|subscribers?|account holders?",
        "exchange": r"exchang\w*|swap\w*|store credit|voucher|umtausch\w*|échang\w*|cambi\w+",
        "shop": r"in[- ]store|stores?|branch\w*|click (?:and|&) collect|collect\w*|pick[- ]?up|counter"
            r"|filiale\w*|abholung",
        "express": r"express|next[- ]day|same[- ]day|priority|premium delivery|fast(?:er|est)?|special"
            r"|expédié en|urgente",
        "economy": r"economy|slow|saver|second class|untracked",
        "abroad": r"international\w*|abroad|overseas|worldwide|europe\w*|eu|ireland|irish|northern|scotland"
            r"|scottish|highlands?"
        r"|islands?|isles?|channel|germany|france|spain|italy|netherlands|poland|portugal|austria"
        r"|switzerland|belgium|usa|(?-i:US)"
        r"|america|canada|australia|asia|other countries|ausland|schweiz|österreich|étranger|extranjero"
        r"|baleares|canarias"
        r"|estero|isole|buitenland|zagranic\w+|estrangeiro|ilhas|mainland|uk|united kingdom|inland"
        r"|deutschland|deutschlandweit",
        "large": r"furniture|large|bulky|heavy|sofas?|mattress\w*|pallets?|speditions?\w*|sperrgut",
        "custom": r"personali[sz]ed|custom|bespoke|made[- ]to[- ]order|engraved|pre-?orders?|back[-"
            r" ]?orders?|out of stock",
        "extended": r"extended|extra|additional|optional|register\w*|care|plan|insurance|upgrade|commercial"
            r"|lifetime|verlänger\w+",
        "part": r"motor|parts?|battery|batteries|lid|base|element|compressor|frame|labour|handle|lining"
            r"|filters?|box|packag\w*"
        r"|shipping weight|gross|packed|filled|empty|with (?:the )?(?:base|lid|stand|cable|packaging)",
        "money back": r"money[- ]?back|satisfaction|price[- ](?:match|promise)|trial|best price|geld-?zurück"
            r"|satisfait",
        "gift": r"gifts?|gift[- ]cards?|vouchers?",
        "else": r"competitor\w*|other shops?|elsewhere|used to be|previously|old policy|until (?:last|now)"
            r"|was|were|formerly|no longer",
    }.items()
}  # fmt: skip
"""Conditions: facts under different ones are different facts."""


def terms_in(text: str) -> frozenset[str]:
    """The conditions a sentence names."""
    return frozenset(label for label, words in TERMS.items() if words.search(text))
