"""Facts a company states: prices, deadlines, guarantees, delivery, opening hours, what a product is like.

Two statements clash only if both are plain ("30 days", not "about" or "up to"), are about the same
thing under the same conditions, and cannot both be true. What is not sure to clash does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cxprobe.reading import claim_deadlines as deadlines
from cxprobe.reading import claim_words as words
from cxprobe.reading.claim_besides import besides
from cxprobe.reading.claim_hours import heads, hours_said, tells_times, without_times
from cxprobe.reading.facts import plain, sentences
from cxprobe.reading.prices import placed_prices

Topic = Literal[
    "price", "returns", "guarantee", "delivery time", "delivery cost", "free delivery", "opening hours",
    "weight", "capacity", "power", "height", "material",
]  # fmt: skip
OF_PRODUCTS: frozenset[str] = frozenset(
    {"price", "guarantee", "weight", "capacity", "power", "height", "material"}
)
"""Topics that mean nothing until the product is known."""

_I = re.IGNORECASE
_LONGEST = 400
"""Characters of a sentence that is still one statement, and no page run together. Ours."""
_DAYS_GIVE = 0.03
"""Share by which two lengths of time may differ and still be the same: a month is 30 days or 31. Ours."""
_CLAUSES = re.compile(
    r"[;,]\s+(?=(?:and |or |but )?(?:our )?(?:express|next|standard|priority|economy"
    r"|premium|free|international)\b)",
    _I,
)
_METHOD = re.compile(
    r"\b(?:standard|normal|regular|express|next[- ]day|priority|economy)? ?(?:delivery"
    r"|shipping|postage)\b",
    _I,
)
_FREE = re.compile(
    r"\b(?:free (?:\w+ )?(?:delivery|shipping|postage)|(?:delivery|shipping) is free|versandkostenfrei\w*"
    r"|kostenloser versand"
    r"|livraison (?:gratuite|offerte)|envío gratis|spedizione gratuita|gratis verzending|darmowa dostawa"
    r"|portes grátis)\b"
    r"[^.;!?\d]{0,30}?(?:from|over|above|more than|ab|dès|à partir de|desde|a partir de|da|oltre|vanaf|od"
    r"|po[nw]yżej)\s*$",
    _I,
)
_SENDING = re.compile(
    r"deliver|shipping|postage|versand|livraison|envío|spedizione|verzending|dostawa|portes", _I
)
_PRICED = re.compile(
    r"\b(?:costs?|price(?: is|:)?|is(?: priced at)?|sells for|at|for|kostet|coûte|cuesta"
    r"|costa|kost|kosztuje|custa)\s*:?\s*$",
    _I,
)
_NO_PRICE = re.compile(
    r"\b(?:now|today|tonight|was|were|instead|rrp|from|each|per|pro|every|month\w*|weekly|off|save|saving"
    r"|with (?:the |your "
    r"|a )?code|promo\w*|discount\w*"
    r"|voucher|coupon|deposit|instal\w+|refund\w*|refurbish\w*|second[- ]hand|used|pair of|pack of|set of"
    r"|two|three|excl\w*|ex|plus"
    r"|without|before|delivery|shipping|insurance|care|starting|between|competitor\w*|elsewhere|quantity"
    r"|qty|total|tax|vat|\d+ ?[x×]|[x×] ?\d+)\b",
    _I,
)


_BEGINS = re.compile(
    r"\W*(?:(?:yes|no|well|oh|sure),? )?(?:the|our|all|every|each|these|those|most|other|an?|der|die|das"
    r"|unsere?|le|la|les"
    r"|el|los|il|lo|gli|de|het|o|os|as)\s+(?!(?:guarantee|warranty|weight|capacity|height|power"
    r"|wattage|price"
    r"|material|product|item|article|model|gerät|artikel|garantie|lieferung|gewicht|garantía|garanzia"
    r"|garantia|it)\b)"
    r"([^\W\d]\w{2,})",
    _I,
)
_HEADED = 3
"""Lines below a heading that are still under it, not counted those that tell times. Ours."""
_MADE_OF = re.compile(
    rf"^\W*(?:{words.LABELS['material']})\b(?!\s+(?:of|for)\b)"
    r"|\bit (?:is|'s) (?:all )?made (?:of|from|out of)\b",
    _I,
)
_MEASURES: tuple[tuple[Topic, tuple[tuple[str, float, re.Pattern[str], re.Pattern[str]], ...]], ...] = tuple(
    (
        topic,
        tuple(
            (
                unit,
                scale,
                re.compile(
                    rf"^\W*(?:{words.LABELS[topic]})(?: is|"
                    rf" of)?\s*[:,–-]?\s*{words.SPAN}[\s-]?(?:{said})(?!\w)", _I
                ),
                re.compile(
                    rf"\bit(?:'s)?"
                    rf" (?:{words.SAYS[topic]})[^.;\d]{{0,20}}?{words.SPAN}[\s-]?(?:{said})(?!\w)", _I
                ),
            )
            for unit, said, scale in words.MEASURES[topic]
        ),
    )
    for topic in ("weight", "capacity", "power", "height")
)  # fmt: skip
"""For each measure: the unit, how many of it one is, and how a row of a table and a sentence say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One fact as a company stated it."""

    topic: Topic
    subject: str = ""
    """The product in small letters, or whom the opening hours are of; "" where it is said of everything."""
    value: tuple[float, float]
    """The two ends of what was said, in `unit`; the same twice for one value."""
    unit: str = ""
    quote: str
    terms: frozenset[str] = frozenset()
    """Conditions it holds under: "express", "sale", the currency; of opening hours the days."""
    made_of: frozenset[str] = frozenset()
    definite: bool = True
    """Whether it is a plain statement, without "about", "from", "up to"."""


def claims(text: str, *, subject: str = "", names: Iterable[str] = ()) -> tuple[Claim, ...]:
    """The facts stated in a text, in order; questions state none.

    `names` are the products known so far; `subject` is the one meant where a sentence names none.
    """
    known = sorted({plain(name).casefold() for name in names if name.strip()}, key=len, reverse=True)
    found: list[Claim] = []
    said = Said(subject.casefold(), known)
    for quote in sentences(text):
        sentence = plain(quote)
        said.hear(sentence)
        if not words.STATES.search(sentence) or sentence.endswith("?") or len(sentence) > _LONGEST:
            continue
        found += _claims_in(quote, sentence, said)
    return tuple(dict.fromkeys(found))


def clash(one: Claim, other: Claim) -> bool:
    """Whether two claims are about the same, plain, under the same conditions, and cannot both be true.

    `one` was said before the `other`: a delivery that turns out faster than was said contradicts nobody.
    """
    same = (one.topic, one.subject, one.terms) == (other.topic, other.subject, other.terms)
    if not (same and one.definite and other.definite):
        return False
    if one.topic in OF_PRODUCTS and not one.subject:
        return False
    if one.topic == "material":
        return bool(one.made_of and other.made_of) and not one.made_of & other.made_of
    if one.topic == "opening hours":
        return one.value != other.value
    return _apart(one, other)


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two spans do not meet, with the give that units and rounding need."""
    (low, high), (other_low, other_high) = _span(one, other.unit), _span(other, one.unit)
    if one.topic in ("price", "delivery cost", "free delivery"):
        whole = any(each == int(each) for each in (low, other_low))
        return abs(low - other_low) >= (1.0 if whole else 0.01)
    if one.topic == "delivery time":
        return other_low > high * (1 + _DAYS_GIVE)
    give = _DAYS_GIVE if one.unit in ("days", "working days") else 0.06
    return low > other_high * (1 + give) or other_low > high * (1 + give)


def _span(claim: Claim, unit: str) -> tuple[float, float]:
    """A claim's span, working days told as the days they may take where the other counts days."""
    low, high = claim.value
    if claim.unit == "working days" and unit == "days":
        return low, high + 2 * (int(high) // 5 + 1)
    return low, high


# -- one sentence -----------------------------------------------------------------------------


@dataclass(slots=True)
class Said:
    """What the sentences before have said of what is spoken of."""

    subject: str
    names: list[str]
    owner: str = ""
    """Whom opening hours in the lines below a heading are of: "showroom"."""
    this_parcel: bool = False
    """Whether one parcel on its way is spoken of, and no rule."""
    _lines: int = 0

    def hear(self, sentence: str) -> None:
        """Take in the next sentence."""
        self.this_parcel = self.this_parcel or bool(deadlines.THIS_PARCEL.search(sentence))
        owner = heads(sentence)
        self._lines = 0 if owner else self._lines + (not tells_times(sentence))
        self.owner = owner or (self.owner if self._lines < _HEADED else "")

    def of_delivery(self, sentence: str) -> str | None:
        """The product whose delivery a sentence tells of; "" for all there are, None where it is not sure."""
        if self.this_parcel:
            return None
        named = _named(sentence, self.names)
        if named is not None:
            return named or None
        begun = _BEGINS.match(sentence)
        if begun and not (deadlines.AT_LARGE.search(begun[1]) or begun[1].casefold() in self.subject.split()):
            return None
        return self.subject


def _claims_in(quote: str, sentence: str, said: Said) -> Iterator[Claim]:
    of = said.of_delivery(sentence)
    timed = bool(words.TIMED.search(sentence))
    returns = _returns(quote, sentence, words.terms_in(sentence)) if timed else None
    if returns:
        terms = words.terms_in(sentence)
        yield returns
        for clause in re.split(r"[,;]\s+|\s+(?:and|und|et|y|e|en|i)\s+(?=\d)", sentence):
            if of is not None and not _returns(quote, clause, terms):
                yield from _delivery(quote, clause, of)
        return
    yield from hours_claims(quote, sentence, said.owner)
    for clause in _CLAUSES.split(sentence) if timed or words.PAID.search(sentence) else ():
        yield from _delivery(quote, clause, of) if of is not None else ()
    named = _named(sentence, said.names)
    about = (said.subject if _may_mean(sentence, said.subject) else "") if named is None else named
    if about:
        yield from _of_product(quote, _without(sentence, about), about)


def _returns(quote: str, sentence: str, terms: frozenset[str]) -> Claim | None:
    for pattern in deadlines.RETURNS:
        match = pattern.search(sentence)
        if not match:
            continue
        low, high, unit = words.length_of(match)
        told = deadlines.FOR_MONEY.sub(" ", sentence)
        if unit == "working days" or high < 1 or deadlines.NOT_RETURNS.search(told):
            return None
        return _claim("returns", quote, sentence, match, (low, high), unit, terms - {"money back"})
    return None


def _delivery(quote: str, clause: str, subject: str) -> Iterator[Claim]:
    for pattern in () if deadlines.NOT_DELIVERY.search(clause) else deadlines.DELIVERY:
        match = pattern.search(clause)
        if match:
            low, high, unit = words.length_of(match)
            within = "within" in match.re.groupindex and match["within"]
            value = (0.0 if within else low, high)
            yield _claim("delivery time", quote, clause, match, value, unit, words.terms_in(clause), subject)
            break
    if words.PAID.search(clause) and _SENDING.search(clause):
        yield from _delivery_cost(quote, clause, subject)


def _delivery_cost(quote: str, clause: str, subject: str) -> Iterator[Claim]:
    placed = list(placed_prices(clause))
    if len(placed) != 1:
        return
    price, before = placed[0].price, clause[: placed[0].start]
    money = words.terms_in(clause) | {price.currency} | besides(clause, placed[0].start, placed[0].end)
    amount = float(price.amount)
    if _FREE.search(before):
        yield Claim(topic="free delivery", value=(amount, amount), quote=quote, terms=money)
    elif _METHOD.search(before) and _PRICED.search(before) and amount > 0:
        definite = not words.SOFT.search(before) and not re.search(r"\bfree|orders?\b", clause, _I)
        yield Claim(
            topic="delivery cost", subject=subject, value=(amount, amount), quote=quote, terms=money,
            definite=definite,
        )  # fmt: skip


def _named(sentence: str, names: list[str]) -> str | None:
    """The one product a sentence names; "" for several, None for none."""
    low, found = sentence.casefold(), list[str]()
    for name in names:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low):
            found.append(name)
            low = low.replace(name, " ")
    return None if not found else found[0] if len(found) == 1 else ""


def _may_mean(sentence: str, subject: str) -> bool:
    """Whether a sentence that names no known product can be about one: not "The teapot …" of a kettle."""
    begun = _BEGINS.match(sentence)
    return begun is None or begun[1].casefold() in subject.split()


def _without(sentence: str, name: str) -> str:
    """A sentence that begins with a product's name begins after it; elsewhere the name becomes "it"."""
    begun = re.sub(rf"^\W*(?:the |our |your )?{re.escape(name)}\s*[:,–-]\s*", "", sentence, flags=_I)
    return re.sub(rf"(?:the |our |your )?(?<!\w){re.escape(name)}(?!\w)", "it", begun, flags=_I)


def _of_product(quote: str, sentence: str, subject: str) -> Iterator[Claim]:
    for part in re.split(r";\s+|,\s+and\s+|\s+and\s+(?=(?:it )?(?:holds|weighs|costs|has|comes))", sentence):
        yield from _guarantee(quote, part, subject)
        yield from _measures(quote, part, subject)
        yield from _material(quote, part, subject)
        yield from _price(quote, part, subject)


def _guarantee(quote: str, part: str, subject: str) -> Iterator[Claim]:
    for pattern in deadlines.GUARANTEE:
        match = pattern.search(part)
        if match:
            low, high, unit = words.length_of(match)
            terms = words.terms_in(part)
            if high >= 28 and "money back" not in terms:
                yield _claim("guarantee", quote, part, match, (low, high), unit, terms, subject)
            return


def _measures(quote: str, part: str, subject: str) -> Iterator[Claim]:
    for topic, units in _MEASURES if re.search(r"\d", part) else ():
        for unit, scale, row, told in units:
            in_row = row.search(part)
            match = in_row or told.search(part)
            if match and not (
                topic == "height" and not in_row and not re.search(r"tall|high|height", part, _I)
            ):
                small = scale < 1 or (unit, scale) == ("W", 1)
                value, terms = words.span_of(match, scale=scale, small=small), words.terms_in(part)
                claim = _claim(topic, quote, part, match, value, unit, terms, subject)
                sure = small or not words.may_be_thousands(match)
                yield replace(claim, definite=claim.definite and sure)
                break


def _material(quote: str, part: str, subject: str) -> Iterator[Claim]:
    match = _MADE_OF.search(part)
    if match:
        rest = part[match.end() : match.end() + 80]
        made = frozenset(
            name for name, said in words.MATERIALS.items() if re.search(rf"(?<!\w)(?:{said})", rest, _I)
        )
        sure = not re.search(r"\b(?:not|no|never|without|like|look)\b", rest, _I)
        if made:
            terms = words.terms_in(part) - {"used"}
            yield Claim(
                topic="material", subject=subject, value=(0.0, 0.0), quote=quote, terms=terms,
                made_of=made, definite=sure,
            )  # fmt: skip


def _price(quote: str, part: str, subject: str) -> Iterator[Claim]:
    placed = list(placed_prices(part)) if words.PAID.search(part) else []
    if len(placed) != 1 or _NO_PRICE.search(part):
        return
    price, before = placed[0].price, part[: placed[0].start]
    amount = float(price.amount)
    if amount > 0 and re.search(r"(?:\bit\b|^\W*price\b)", before, _I) and _PRICED.search(before):
        definite = not words.SOFT.search(before) and not words.SOFT_AFTER.search(part[placed[0].end :])
        terms = words.terms_in(part) | {price.currency} | besides(part, placed[0].start, placed[0].end)
        yield Claim(
            topic="price", subject=subject, value=(amount, amount), quote=quote, terms=terms,
            definite=definite,
        )  # fmt: skip


def hours_claims(quote: str, sentence: str, owner: str = "") -> Iterator[Claim]:
    """The opening hours a sentence states; `owner` is whom they are of by the heading above it."""
    for who, days, opens, closes in hours_said(sentence, owner):
        terms = frozenset({days}) | words.terms_in(sentence) | besides(without_times(sentence))
        yield Claim(topic="opening hours", subject=who, value=(opens, closes), quote=quote, terms=terms)


def _claim(
    topic: Topic,
    quote: str,
    sentence: str,
    match: re.Match[str],
    value: tuple[float, float],
    unit: str,
    terms: frozenset[str],
    subject: str = "",
) -> Claim:
    """A claim about a number, plain unless words around the number soften it."""
    start = match.start("low") if match["low"] else match.start("high")
    soft = words.SOFT.search(sentence[max(0, start - 40) : start]) or words.SOFT_AFTER.search(
        sentence[match.end() :]
    )
    more = besides(sentence, start, words.end_of(match), (subject,) if subject else ())
    return Claim(
        topic=topic, subject=subject, value=value, unit=unit, quote=quote, terms=terms | more,
        definite=not soft,
    )  # fmt: skip
