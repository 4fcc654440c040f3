"""What a customer's message in the chat is about: topics and facts, by the words in it.

Capitals, small typing mistakes and the English of people who learnt it late make no difference.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from cxprobe.demo.goods import Product

_SENDING_BACK = r"(return|(sen[dt]|give|bring) .{0,20}back|sen[dt] back)"
_RETURNING = rf"({_SENDING_BACK}|refund)"
_ORDERS: tuple[tuple[str, str], ...] = (
    (
        "refund",
        r"refund|re-?found|money ?(back|return)|brok|damag|smash|crack|dent(ed)?\b|fault|leak|return"
        r"|sen[dt] .*back|not working|not work|n.t work|reimburse|give me (my )?money|defect",
    ),
    (
        "where",
        r"whe?re?.{0,6}(is|s|are|stay)? (my|the) (order|parcel|package|kettle|delivery|packet)|\btrack"
        r"|not (yet )?(arriv|com|receiv|get|got)|n.t (arriv|come|came|receiv|got)|status of"
        r"|still waiting (for|on)|not here yet|never (arriv|came|come)",
    ),
)
_QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        "returns",
        rf"(how (long|many days|much time)|until when|till when|what if).{{0,40}}{_RETURNING}"
        rf"|(\b(can|may|could) i\b|possible|\bhow (can|do|to|i)\b).{{0,30}}{_SENDING_BACK}"
        rf"|{_RETURNING}s? (policy|deadline|period|window|time|days)"
        rf"|(policy|deadline|days) .{{0,20}}{_RETURNING}",
    ),
    ("promo", r"promo|voucher|coupon|discount|\bcodes?\b"),
    ("invoice", r"invoice|\bbill\b|receipt"),
    ("guarantee", r"guarantee|warrant"),
    (
        "cost",
        r"(cost|price|how much|expensive).{0,30}(deliver|shipping|postage)|(deliver|shipping) (cost|price)",
    ),
    ("delivery", r"deliver|shipping|\bship\b|dispatch|how (long|soon)|\barriv"),
    ("pay", r"\b(can|how|may|could)\b.{0,12}\bpay\b|payment|paypal|credit card"),
    ("hours", r"opening|\bhours\b|when .*\b(open|close)|are you open|(what|which) time"),
    (
        "advice",
        r"recommend|which (one|kettle|filter)|what (filter|goes)|do you (have|sell) .*(filter|descaler)",
    ),
)
_SPECIFICATIONS: tuple[tuple[str, str], ...] = (
    ("Capacity", r"water|hold|capacit|litre|liter|how big|volume|\bsize"),
    ("Weight", r"weigh|heavy|\blight\b"),
    ("Hob", r"induction|\bhob|stove top|cooker|gas\b"),
    ("Material", r"material|made (of|from|out)|lining|lined"),
    ("Guarantee", r"guarantee|warrant"),
    ("Power", r"watt|power"),
    ("Dishwasher", r"dishwasher|dish washer"),
    ("Height", r"\btall|height|\bhigh"),
    ("Stock", r"in stock|available|sold out|have .* left"),
    ("Price", r"price|cost|how much (is|are|for|does|do|money)"),
)
_KEYWORDS = re.findall(
    r"\w+",
    "arrived broken capacity coupon copper damaged delivery deliver discount electric glass guarantee "
    "induction invoice kettle litres money opening order price refund return returns send specification "
    "teapot voucher warranty weight working",
)
_NEAR = 0.84  # of difflib's ratio: 'delivry' is near 'delivery', 'house' is not near 'hours'

_WORDS = {
    "human": r"\b(human|agent|person|someone|somebody|representative|operator|colleague|advisor|adviser"
    r"|real people|staff|manager)\b|(speak|talk) (to|with) (a|an|one of|some)\b",
    "greeting": r"^\W*(hello|hi|hey|good (morning|afternoon|evening|day))\b",
    "yes": r"^\W*(yes|yeah|yep|please do|ok(ay)?|sure|that is right|that.s right|correct|right|of course)\b",
    "no": r"^\W*(no|nope|nothing|not (really|now|today)|that.s (all|it)|that is (all|it|everything))\b",
    "thanks": r"\b(thank(s| you)|thanx|thx)\b|\bcheers\b",
    "bye": r"\b(bye|goodbye|good-bye)\b",
    "unknown": r"(do ?n.t|do not|don.t|not) (know|have|remember)|no idea|not sure|lost (it|the)"
    r"|can.?.?t find|(have|got) no (number|idea)",
    "broken": r"brok|damag|smash|crack|dent|leak|fault|not work|n.t work|defect",
    "opinion": r"\b(great|good|well|fine|perfect|excellent|quick|helpful|happy|bad|badly|slow|terrible|awful"
    r"|poor|rude|useless|unhappy|disappoint\w*|okay|superb|lovely)\b",
    "unhappy": r"\b(bad|badly|slow|terrible|awful|poor|rude|useless|unhappy|disappoint\w*|not good)\b",
    "asks": r"\?|^\W*(how|what|when|which|where|whe?re|until|till|is|are|do|does|can|may|could|will)\b",
    "late": r"still wait|not (yet )?arriv|n.t arriv|never (arriv|came)|late\b|overdue",
}
_NUMBERED = (
    r"\bKC\s*[-\u2010-\u2014#]?\s*(\d+)",
    r"\border (?:number|no\.?|nr\.?)(?: is|:| it is)?\s*#?(\d+)",
    r"\border(?: is|:| it is)?\s*#?(\d{4,})",
    r"(?<!to )(?<!i )\border #?(\d+)(?=\W*(?:$|[.,;!?] ))",  # 'order 12, please', and not 'I order 2 kettles'
    r"(?<![\w#])#\s?(\d{2,})",
    r"\brefund(?: (?:me|for|of|on))* (\d{4,})(?!\d|[.,]\d)",
)
"""How an order's number is named."""
_BARE = (r"(?<![\d+])(\d{4,6})(?!\d)", r"^\s*#?(\d+)[\s.!]*$")
_MOST_DIGITS = 18  # of a number that the books can look for
_WORD = r"[^\W\d_](?:[^\W\d_]|['\u2019\u2010-])*\.?"
_NAMED = re.compile(
    r"(?:\bmy (?:first |full )?name(?:['\u2019]s| is| are|:)?|\bi am called|\bname:|\bi['\u2019]?m|\bi am"
    r"|\bthis is(?=.{2,40}\b(?:here|speaking|again)\b))"
    rf"\s+(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?!\w)",
    re.IGNORECASE,
)
_FRANK = re.compile(r"name", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:and|my|i|it|is|the|a|an|not|really|sorry|so|very|but|with|here|order|from|writing|calling"
    r"|speaking|again|about|for|waiting|angry|annoyed|happy|unhappy|kettle|customer)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\bmy (?:last|family|sur) ?name(?:['\u2019]s| is|:)?\s+(?P<name>[^\W\d_][\w'\u2019 -]*)", re.I
)


def sounds(kind: str, text: str) -> bool:
    """Whether a message sounds like one kind: greeting, yes, no, thanks, bye, human, broken and others."""
    return re.search(_WORDS[kind], _plain(text)) is not None


def topic_of(text: str) -> str:
    """What hurts most in a message: 'refund' or 'where' first, else the first question's topic, or ''."""
    return next(iter(topics_of(text)), "")


def topics_of(text: str) -> list[str]:
    """Everything a message is about, an order first; what is told beside it counts only as a question."""
    order = _first(_ORDERS, _mended(text))
    parts = [part for part in re.split(r"(?<=[.!?])\s+|\n", text) if part.strip()]
    if order == "refund" and not sounds("broken", text):
        about = {_first(_ORDERS, _mended(part)) for part in parts if not _asks_policy(part)}
        order = "refund" if "refund" in about else "where" if "where" in about else ""
    asked = [_first(_QUESTIONS, _mended(part)) for part in parts if not order or _asks_beside(part)]
    return list(dict.fromkeys(topic for topic in [order, *asked] if topic))


def _asks_policy(part: str) -> bool:
    return _first(_QUESTIONS[:1], _mended(part)) == "returns" and order_number(part) is None


def _asks_beside(part: str) -> bool:
    return sounds("asks", part) and not _first(_ORDERS[1:], _mended(part))


def _first(rows: Iterable[tuple[str, str]], plain: str) -> str:
    return next((name for name, words in rows if re.search(words, plain)), "")


def order_number(text: str, *, asked: bool = False) -> int | None:
    """1001 from 'KC-1001', 'kc 1001' or 'order number 1001'; the bare number only when it was asked for."""
    ways = (*_NUMBERED, *(_BARE if asked else ()))
    found = next((found for way in ways if (found := re.search(way, text, re.IGNORECASE))), None)
    return int(found[1][:_MOST_DIGITS]) if found else None


def email_in(text: str) -> str:
    """The e-mail address in a message, or empty."""
    found = re.search(r"[^\s@<>,;:]+@[^\s@<>,;:]+\.\w+", text)
    return found[0] if found else ""


def name_in(text: str) -> tuple[str, str]:
    """First and last name, when somebody says theirs: ('Gus', 'Grump'); empty what is not said."""
    last = _LAST.search(text)
    for found in _NAMED.finditer(text):
        words = re.split(_NO_NAME, found["name"], maxsplit=1)[0].split()
        frank = bool(_FRANK.search(found[0].lower().removesuffix(found["name"].lower())))
        if words and (frank or (words[0][0].isupper() and not text.isupper())):
            given, *rest = [_written(word.rstrip(".")) for word in words]
            return given, " ".join(rest) or _last(last)
    return "", _last(last)


def _last(found: re.Match[str] | None) -> str:
    return _written(found["name"].split()[0]) if found else ""


def _written(word: str) -> str:
    """A name as its owner writes it; all small or all capital is put right."""
    return word.title() if word.isupper() or word.islower() else word


def rating_in(text: str) -> int | None:
    """How it went, from 1 to 5, when somebody says a number for it."""
    found = re.search(
        r"(?<![\w.,-])([1-5])(?: ?(?:/|out of|of) ?5| ?stars?)?(?=\W*$|[.!,] |\W+thank)", text.lower()
    )
    return int(found[1]) if found else None


def product_in(text: str, shelf: Iterable[Product]) -> Product | None:
    """The product that shares most words with the message, when one does more than the others."""
    heard = {_singular(word) for word in re.findall(r"\w+", _mended(text))}
    scores: list[tuple[int, Product]] = []
    for product in shelf:
        words = {_singular(word) for word in re.findall(r"\w{3,}", product.title.lower())}
        scores.append((len(words & heard), product))
    best = max(score for score, _ in scores)
    winners = [product for score, product in scores if score == best]
    return winners[0] if best and len(winners) == 1 else None


def specification_in(text: str) -> str:
    """The name of the specification that is asked for, 'Price', 'Stock', or empty."""
    return _first(_SPECIFICATIONS, _mended(text))


def _singular(word: str) -> str:
    return re.sub(r"(?<=\w{3})s$", "", word)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split())


def _mended(text: str) -> str:
    """The text in small letters, with the words it turns on spelt right."""
    return re.sub(r"[a-z]{4,}", lambda found: _meant(found[0]), _plain(text))


def _meant(word: str) -> str:
    if word in _KEYWORDS:
        return word
    same = [known for known in _KEYWORDS if sorted(known) == sorted(word)]
    near = same or difflib.get_close_matches(word, _KEYWORDS, n=1, cutoff=_NEAR)
    return near[0] if near else word
