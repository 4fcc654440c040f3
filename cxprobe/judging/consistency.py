"""The expectation that a company says the same wherever it is asked: both quotes are the proof."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.findings import Expectation, Finding, expectation, finding_of
from cxprobe.judging.measures import in_quotes, word, words_of
from cxprobe.reading.claims import OF_PRODUCTS, Claim, claims, clash
from cxprobe.reading.mails import own_words

_BREATH = 3
_TITLE = re.compile(r"\s+[|–—·»-]\s+|\s*\|\s*")
_DULL = re.compile(
    r"^(?:home|shop|search|basket|cart|checkout|contact|help|returns?|delivery|shipping|orders?|account"
    r"|your .*|price|item|total|subtotal|\d[\d .,]*|.{0,3}|color|colour|size)$|in stock|available|allocation",
    re.IGNORECASE,
)
_GOODS = ("product", "list", "search")
"""Kinds of page on which a price with a name is what the product costs, and no discount yet."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, the moment it was made in, and where: "the chat (Agent A)", "the returns page"."""

    claim: Claim
    moment: int
    place: str
    on_page: bool = True
    """Whether a page said it; prices on two pages are weighed by `adds_up`, which knows of discounts."""


def consistent() -> Expectation:
    """What was said of one thing in one place agrees with what was said of it elsewhere.

    Prices of products, returns deadlines, guarantees, delivery times and costs, opening hours and
    specifications, on pages, in talk and in mails. Unproven where nothing was said in two places.
    """

    def judge(timeline: Timeline) -> Finding:
        told = claims_told(timeline)
        found = contradictions(told)
        if not found:
            return _agreed(timeline, told)
        sentences = [_sentence(one, other) for one, other in found]
        more = f" And {len(found) - _BREATH} more." if len(found) > _BREATH else ""
        return finding_of(
            timeline, "consistent", "broken", " ".join(sentences[:_BREATH]) + more,
            measured=f"{len(found)} contradiction{'' if len(found) == 1 else 's'}",
            moments=sorted({each.moment for pair in found for each in pair}), evidence=True,
        )  # fmt: skip

    return expectation("consistent", "The same is said everywhere", judge)


def contradictions(told: list[Told]) -> list[tuple[Told, Told]]:
    """Pairs said in two places that cannot both be true, one for each thing they are about."""
    by_topic = defaultdict[tuple[str, str], list[Told]](list)
    for each in _sure(told):
        by_topic[each.claim.topic, each.claim.subject].append(each)
    found = (_first_clash(said) for said in by_topic.values())
    return sorted((pair for pair in found if pair), key=lambda pair: pair[1].moment)


def claims_told(timeline: Timeline) -> list[Told]:
    """Every fact the company stated on a journey, with where it was stated."""
    names = _products(timeline)
    return [*_read(timeline, tuple(sorted(names))), *_priced(timeline)]


def _sure(told: list[Told]) -> Iterator[Told]:
    """Without what one page says in two ways: a list of choices, whose conditions stand in other lines."""
    values = defaultdict[tuple[object, ...], set[tuple[float, float]]](set)
    for each in told:
        if each.on_page:
            values[_thing(each)].add(each.claim.value)
    return (each for each in told if len(values[_thing(each)]) < 2)


def _thing(told: Told) -> tuple[object, ...]:
    return told.place, told.claim.topic, told.claim.subject, told.claim.terms


def _first_clash(said: list[Told]) -> tuple[Told, Told] | None:
    for i, later in enumerate(said):
        for earlier in said[:i]:
            if earlier.place != later.place and clash(earlier.claim, later.claim):
                pages = later.claim.topic == "price" and earlier.on_page and later.on_page
                if not pages:
                    return earlier, later
    return None


def _agreed(timeline: Timeline, told: list[Told]) -> Finding:
    """Nothing clashed: kept if anything was said in two places, else there was nothing to compare."""
    places = defaultdict[tuple[str, str], set[str]](set)
    for each in told:
        places[each.claim.topic, each.claim.subject].add(each.place)
    both = sorted({topic for (topic, _), where in places.items() if len(where) > 1})
    if not both:
        why = "Nothing was said of the same thing in two places."
        return finding_of(timeline, "consistent", "unproven", why)
    return finding_of(
        timeline, "consistent", "kept", f"The same was said everywhere: of {', '.join(both)}.",
        measured="0 contradictions",
    )  # fmt: skip


def _sentence(one: Told, other: Told) -> str:
    about = one.claim.subject if one.claim.topic in OF_PRODUCTS else ""
    of = f" of the {about}" if about else ""
    return (
        f"About the {one.claim.topic}{of}, {one.place} said {in_quotes(one.claim.quote)}, "
        f"but {other.place} {in_quotes(other.claim.quote)}."
    )


# -- what was stated --------------------------------------------------------------------------


def _read(timeline: Timeline, names: tuple[str, ...]) -> Iterator[Told]:
    """The claims in talk, mails and pages; the page's echo of a chat is the chat's."""
    echoes = {line for _, m in timeline.of("said", "heard") for line in m.quote.splitlines()}
    page, subject, asked = "", "", ""
    titles = _titles(timeline)
    for index, moment in enumerate(timeline):
        if moment.kind in ("visit", "text") and index in titles:
            page, subject = titles[index]
        if moment.kind == "said":
            asked = _one_name(moment.quote, names) or (subject if subject in names else "")
        elif moment.kind == "heard" and moment.actor not in ("customer", "page"):
            place = f"the {moment.touchpoint or moment.channel}{_speaker(moment)}"
            yield from (Told(each, index, place, False) for each in _claims(moment.quote, asked, names))
        elif moment.kind == "mail":
            text = f"{word(moment.data.get('subject'))}\n{_mail(moment)}"
            yield from (Told(each, index, "a mail", False) for each in _claims(text, "", names))
        elif moment.kind == "error" and moment.actor == "page" and not moment.data.get("native"):
            yield from (
                Told(each, index, "an error message", False) for each in _claims(moment.quote, "", names)
            )
        elif moment.kind == "text" and moment.data.get("where") not in ("log", "polite"):
            lines = [line for line in words_of(moment).splitlines() if line not in echoes]
            for each in _claims("\n".join(lines), subject, names):
                yield Told(each, index, page or _page_name(moment))


def _priced(timeline: Timeline) -> Iterator[Told]:
    """Prices read beside the names of products; two prices beside one name say nothing sure."""
    for index, moment in timeline.of("money"):
        where = word(moment.data.get("where"))
        if where not in _GOODS:
            continue
        lines = [line for line in _lines(moment) if line.get("kind") == "item"]
        labels = [word(line.get("label")).casefold() for line in lines]
        for line, label in zip(lines, labels, strict=True):
            if label and not _DULL.search(label) and labels.count(label) == 1:
                claim = _price(line, label)
                if claim:
                    yield Told(
                        claim, index, "the product page" if where == "product" else f"the {where} page"
                    )


def _price(line: dict[str, object], label: str) -> Claim | None:
    try:
        amount = float(str(line.get("unit") or line.get("amount")))
    except ValueError:
        return None
    if amount <= 0 or (not line.get("unit") and str(line.get("quantity", "1")) != "1"):
        return None
    return Claim(
        topic="price", subject=label, value=(amount, amount), quote=word(line.get("quote")) or f"{amount}",
        terms=frozenset({word(line.get("currency"))}),
    )  # fmt: skip


def _lines(moment: Moment) -> list[dict[str, object]]:
    lines = moment.data.get("lines")
    return [dict(line) for line in lines if isinstance(line, dict)] if isinstance(lines, list | tuple) else []


@lru_cache(maxsize=512)
def _claims(text: str, subject: str, names: tuple[str, ...]) -> tuple[Claim, ...]:
    found = claims(text, subject=subject, names=names)
    return tuple(replace(each, subject=each.subject.strip()) for each in found)


# -- of what, and where -----------------------------------------------------------------------


def _products(timeline: Timeline) -> set[str]:
    """Names of products, in small letters: beside a price, or as the title of a product's page."""
    names = {
        word(line.get("label")).casefold()
        for _, moment in timeline.of("money")
        for line in _lines(moment)
        if line.get("kind") == "item"
    }
    names |= {
        _TITLE.split(word(m.data.get("title")))[0].casefold() for _, m in timeline.of("visit") if _is_goods(m)
    }
    return {name for name in names if " " in name and len(name) <= 60 and not _DULL.search(name)}


def _is_goods(moment: Moment) -> bool:
    return moment.touchpoint == "product" or "/product" in word(moment.data.get("url"))


def _titles(timeline: Timeline) -> dict[int, tuple[str, str]]:
    """The page and its product for each visit, and for words that came just before it was told of."""
    found: dict[int, tuple[str, str]] = {}
    before: list[int] = []
    for index, moment in enumerate(timeline):
        if moment.kind in ("press", "keys", "choose", "said"):
            before = []
        elif moment.kind == "text":
            before.append(index)
        elif moment.kind == "visit":
            page = _page(moment)
            found |= dict.fromkeys([*(before[-1:] if _near(timeline, before, index) else []), index], page)
            before = []
    return found


def _near(timeline: Timeline, before: list[int], index: int) -> bool:
    return bool(before) and timeline.moments[before[-1]].touchpoint == timeline.moments[index].touchpoint


def _page(moment: Moment) -> tuple[str, str]:
    title = _TITLE.split(word(moment.data.get("title")))[0]
    subject = title.casefold() if title and _is_goods(moment) else ""
    try:
        path = urlsplit(word(moment.data.get("url"))).path.strip("/")
    except ValueError:
        path = ""
    name = f'the page "{title}"' if title else f"the page /{path}" if path else "the front page"
    return name, subject


def _page_name(moment: Moment) -> str:
    return f"the {moment.touchpoint} page" if moment.touchpoint else "the page"


def _one_name(text: str, names: tuple[str, ...]) -> str:
    low = " ".join(text.casefold().split())
    found = [name for name in names if name in low]
    longest = max(found, key=len, default="")
    return longest if all(name in longest for name in found) else ""


def _speaker(moment: Moment) -> str:
    who = word(moment.data.get("speaker"))
    return f" ({re.sub('^The ', 'the ', who)})" if who else ""


def _mail(moment: Moment) -> str:
    words = moment.data.get("words")
    return own_words(words if isinstance(words, str) else words_of(moment))
