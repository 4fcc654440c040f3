"""What a customer's message in the chat is about: topics and facts, by the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxprobe.demo.goods import Product

_TOPICS: tuple[tuple[str, str], ...] = (
    (
        "refund",
        r"refund|money back|broken?\b|damag|smash|crack|dent(ed)?\b|fault|leak|return|send .*back"
        r"|does ?n.t work|not working|reimburse",
    ),
    (
        "where",
        r"where.{0,6}(is|s|are)? (my|the) (order|parcel|package|kettle|delivery)|track|not arrived"
        r"|has ?n.t arrived|status of|still waiting for my",
    ),
    ("promo", r"promo|voucher|coupon|discount|\bcodes?\b"),
    ("delivery", r"deliver|shipping|\bship\b|dispatch|how (long|soon)|\barrive\b"),
    ("hours", r"opening|\bhours\b|when .*\b(open|close)|are you open"),
)

_SPECIFICATIONS: tuple[tuple[str, str], ...] = (
    ("Capacity", r"water|hold|capacit|litre|liter|how big|volume|size"),
    ("Weight", r"weigh|heavy|light"),
    ("Hob", r"induction|\bhob|stove top|cooker|gas\b"),
    ("Material", r"material|made (of|from)|lining|lined"),
    ("Guarantee", r"guarantee|warrant"),
    ("Power", r"watt|power"),
    ("Dishwasher", r"dishwasher"),
    ("Height", r"tall|height|high"),
)

_WORDS = {
    "human": r"\b(human|agent|person|someone|somebody|representative|operator|colleague|advisor|adviser"
    r"|real people|staff|manager)\b|(speak|talk) to (a|an|one of)\b",
    "greeting": r"^\W*(hello|hi|hey|good (morning|afternoon|evening|day))\b",
    "yes": r"^\W*(yes|yeah|yep|please do|ok(ay)?|sure|that is right|that.s right|correct|right)\b",
    "no": r"^\W*(no|nope|nothing|not (really|now|today)|that.s (all|it)|that is (all|it|everything))\b",
    "thanks": r"\bthank(s| you)\b|\bcheers\b",
    "bye": r"\b(bye|goodbye|good-bye)\b",
    "unknown": r"(do ?n.t|do not|don.t) (know|have|remember)|no idea|not sure|lost (it|the)|can.?.?t find",
    "broken": r"brok|damag|smash|crack|dent|leak|fault|not work|n.t work",
}


def sounds(kind: str, text: str) -> bool:
    """Whether a message sounds like one kind: greeting, yes, no, thanks, bye, human, broken, unknown."""
    return re.search(_WORDS[kind], _plain(text)) is not None


def topic_of(text: str) -> str:
    """'refund', 'where', 'promo', 'delivery' or 'hours'; empty when none of them."""
    plain = _plain(text)
    return next((topic for topic, words in _TOPICS if re.search(words, plain)), "")


def order_number(text: str, *, asked: bool = False) -> int | None:
    """1001 from 'KC-1001' or 'kc 1001'; the bare number counts only when it was asked for."""
    found = re.search(r"\bKC\s*[-\u2010-\u2014#]?\s*(\d{1,9})", text, re.IGNORECASE)
    if found is None and asked:
        found = re.search(r"(?<![\d+])(\d{4,6})(?!\d)", text)
    return int(found[1]) if found else None


def email_in(text: str) -> str:
    """The e-mail address in a message, or empty."""
    found = re.search(r"[^\s@<>,;:]+@[^\s@<>,;:]+\.\w+", text)
    return found[0] if found else ""


def product_in(text: str, shelf: Iterable[Product]) -> Product | None:
    """The product that shares most words with the message, when one does more than the others."""
    heard = {re.sub(r"(?<=\w{3})s$", "", word) for word in re.findall(r"\w+", _plain(text))}
    scores: list[tuple[int, Product]] = []
    for product in shelf:
        words = {re.sub(r"(?<=\w{3})s$", "", word) for word in re.findall(r"\w{3,}", product.title.lower())}
        scores.append((len(words & heard), product))
    best = max(score for score, _ in scores)
    winners = [product for score, product in scores if score == best]
    return winners[0] if best and len(winners) == 1 else None


def specification_in(text: str) -> str:
    """The name of the specification that is asked for, 'Price', or empty."""
    plain = _plain(text)
    found = next((name for name, words in _SPECIFICATIONS if re.search(words, plain)), "")
    if not found and re.search(r"price|cost|how much (is|are|for)", plain):
        return "Price"
    return found


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("\u2019", "'").split())
