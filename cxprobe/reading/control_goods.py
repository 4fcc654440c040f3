"""Which links open goods, and which choices must be made before they can be bought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from cxprobe.reading.control_bearings import urlsplit_safely
from cxprobe.reading.control_scene import Scene, marked, shows_price
from cxprobe.reading.control_words import any_of, fold
from cxprobe.reading.snapshot import Control

_GOODS_PATH = re.compile(
    r"/(?:products?|produkte?|produits?|productos?|prodott[oi]|produtos?|p|dp|gp/product|items?|artikel"
    r"|catalogue"
    r"|detail|event|tickets?|buch|book)/[^/?#]+|product_id=|id_product=|[?&]sku=|-\d{2,}\.html?"
    r"|/[^/]*-p-?\d+|_\d+/?$"
)
_LIST_PATH = re.compile(
    r"/(?:categor\w*|collections?|kategorie\w*|tags?|brands?|marken|c|cat|catalogsearch|search|blog|pages?"
    r"|policies"
    r"|account|customer|manufacturer|t|taxons?|departments?)(?:/[^/?#]*)?/?(?:[?#]|$)|[?&](?:page|sort"
    r"|order|q|filter"
    r"|view|cat|route=product/category)="
)
_OTHER_DOINGS = re.compile(
    r"\b(?:"
    + any_of(
        r"compare|wish ?-?list|favou?rites?|quick ?(?:view|look|shop)|reviews?|ratings?|write a|sort|filter"
        r"|clear"
        r"|add to|checkout|basket|cart|log in|sign in|contact|delivery|returns?|subscribe|next|previous"
        r"|page \d+"
        r"|home|all products|view all|see all|show all|skip to|share|stars?|search results|terms|privacy",
        r"vergleichen|merkzettel|wunschliste|bewertungen?|sortieren|in den warenkorb|warenkorb|alle ansehen"
        r"|startseite|alle produkte",
        r"comparer|favoris|liste d'envies|avis|trier|ajouter au|panier|accueil|voir tout|apercu rapide",
        r"comparar|favoritos|deseos|opiniones|ordenar|anadir|carrito|inicio|ver todo|vista rapida",
        r"confronta|preferiti|desideri|recensioni|aggiungi|carrello|vedi tutt[oi]|anteprima",
        r"vergelijk\w*|verlanglijst|favorieten|beoordelingen|in winkel\w+|toevoegen|bekijk alle",
        r"porownaj|ulubion\w+|opinie|do koszyka|zobacz wszystkie|schowek|szybki podglad",
        r"desejos|avaliacoes|adicionar|carrinho|ver tudo|ver todos",
    )
    + r")\b"
)
_VIEW = re.compile(
    r"(?:view|see|show|more|read|learn|product|details?|shop|select|choose|discover|buy|now|the|about|info"
    r"|options"
    r"|book|find out|ansehen|mehr|zum|zur|produkt|artikel|jetzt|kaufen|weitere|voir|le|produit"
    r"|en savoir plus|ver"
    r"|producto|mas|dettagli|vedi|scopri|bekijk|meer|zobacz|wiecej|szczegoly|produto|detalhes|\W)+"
)
_BREADCRUMB = re.compile(
    r"breadcrumb|crumb|pagination|pager|facet|filter|sidebar|categor|menu|(?<!vertical-)nav\b|footer"
)
_CARD_MARKS = re.compile(r"product|card|item|tile|goods|result")


_IS_GOODS = 0.45
"""How much a link must look like one to goods, so that lists and categories are passed over for it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A control that opens goods or chooses a variant: how sure, 0 to 1, and why."""

    control: Control
    confidence: float
    reason: str


def products(scene: Scene, want: str) -> Iterator[Offer]:
    """The links that open goods, those that name what is wanted first; without a wish the first to buy.

    A link that only names a category is offered where no goods of that name are, and not firmly.
    """
    cards = [(_goods(link, twins, scene), link, twins) for link, twins in _links(scene)]
    offers = [(goods, o) for goods, link, twins in cards if (o := _offer(goods, link, twins, want))]
    firm = any(goods >= _IS_GOODS for goods, _ in offers)
    for place, (goods, offer) in enumerate(offers):
        if firm and goods < _IS_GOODS:
            continue
        yield Offer(offer.control, offer.confidence - min(place, 100) * 0.0004, offer.reason)


def _links(scene: Scene) -> Iterator[tuple[Control, list[Control]]]:
    """Links that lead away to one page, the one to press first, with all that lead there."""
    here = urlsplit_safely(scene.snapshot.url)
    by_page: dict[tuple[int, str], list[Control]] = {}
    for control in scene.buttons:
        if control.tag != "a" and control.role != "link":
            continue
        there = urlsplit_safely(control.href)
        if (there[2] in ("", "/") and not there[3]) or there[0] not in ("", "http", "https"):
            continue
        if there[1:4] == here[1:4] or (control.href.startswith("#")):
            continue
        key = control.href.split("#")[0]
        by_page.setdefault((control.frame, key), []).append(control)
    for twins in by_page.values():
        named = [c for c in twins if _title_of(c)] or twins
        usable = [c for c in named if not c.covered] or named
        yield (
            max(usable, key=lambda c: (not _VIEW.fullmatch(fold(c.name) or " "), c.landmark == "main")),
            twins,
        )


def _title_of(link: Control) -> str:
    return fold(link.name or link.title)


def _goods(link: Control, twins: list[Control], scene: Scene) -> float:
    """How much a link looks like one to goods, 0 to 1."""
    where = {c.landmark for c in twins}
    score = 0.25 + (0.25 if _GOODS_PATH.search(link.href.lower()) else 0.0)
    score += 0.15 if len(twins) > 1 and any(not c.name or c.box[3] > 60 for c in twins) else 0.0
    score += 0.3 if _has_price(link, twins, scene) else 0.0
    score += 0.1 if any(_CARD_MARKS.search(f"{marked(c)} {c.selector}".lower()) for c in twins) else 0.0
    score += 0.05 if any(c.heading and fold(c.heading) == fold(c.name) for c in twins) else 0.0
    if where <= {"header", "nav", "footer"}:
        score -= 0.5
    if _LIST_PATH.search(link.href.lower()):
        score -= 0.35
    if any(_BREADCRUMB.search(f"{marked(c)} {c.group}".lower()) for c in twins):
        score -= 0.3
    if re.search(r"\(\d+\)$", link.name.strip()) or all(c.landmark == "aside" for c in twins):
        score -= 0.3
    return max(0.0, min(1.0, score))


def _has_price(link: Control, twins: list[Control], scene: Scene) -> bool:
    if any(shows_price(f"{c.name} {c.after}") for c in twins):
        return True
    return any(shows_price(scene.said_near(c.name, 1, 5)) for c in twins if c.name)


def _offer(goods: float, link: Control, twins: list[Control], want: str) -> Offer | None:
    name = _title_of(link)
    if _OTHER_DOINGS.search(_without(name, want)):
        return None
    if not want:
        sure = 0.0 if goods < 0.5 else 0.45 + goods / 2
        return Offer(link, sure, f'"{_shown(link)}" looks like goods to buy') if sure else None
    said = " ".join(_said(c) for c in twins)
    share = _named(want, said)
    if share < 0.5 and (share := 0.8 * _named(want, f"{said} {_slug(link.href)}")) < 0.5:
        return None
    spare = 1 - min(1.0, len(words_of(want)) / max(1, len(words_of(name))))
    sure = 0.2 + 0.35 * share + 0.45 * min(goods * 1.25, 1.0) - 0.04 * spare
    told = "it leads to goods" if goods >= 0.5 else "though it may be no goods"
    return Offer(link, sure, f'"{_shown(link)}" names {_how_much(share)} of what is wanted, {told}')


def _without(name: str, want: str) -> str:
    """A name less the words that are wanted: a basket may be what one wants to buy."""
    wanted = {_stem(word) for word in words_of(want)}
    return " ".join(word for word in name.split() if _stem(word.strip(",.:;")) not in wanted)


def _shown(link: Control) -> str:
    return link.name or link.title or link.heading or "a picture"


def _how_much(share: float) -> str:
    return "all" if share >= 0.99 else "most" if share > 0.6 else "some"


def _said(link: Control) -> str:
    """What names the goods of a link: its name; of "View details" the heading it stands under."""
    own = _title_of(link)
    return own if own and not _VIEW.fullmatch(own) else f"{own} {fold(link.heading)} {fold(link.before)}"


def _slug(href: str) -> str:
    return fold(re.sub(r"[-_/+.]+", " ", unquote(urlsplit_safely(href)[2])))


def _named(want: str, said: str) -> float:
    """The share of the wanted words that are said, singular and plural alike; the last counts double."""
    wanted, stems = words_of(want), {_stem(word) for word in words_of(said)}
    if not wanted:
        return 0.0
    found = sum(1 for word in wanted if _is_among(_stem(word), stems))
    return found / len(wanted)


def words_of(text: str) -> list[str]:
    """The words of a text that mean something, folded."""
    words = re.findall(r"[^\W_]+", fold(text))
    return [w for w in words if w not in _SMALL_WORDS] or words


_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of for and with in to und der die das fur mit le la les de du des et pour un une el los y "
        "con para il lo gli di e per het een en van voor met do na z i o os as da dos com",
    )
)


def _stem(word: str) -> str:
    """A word without the ending of its plural, as far as a shopper would forgive."""
    for ending in (
        "ies",
        "sses",
        "ches",
        "shes",
        "xes",
        "ren",
        "es",
        "en",
        "er",
        "s",
        "e",
        "n",
        "i",
        "y",
        "a",
        "o",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _is_among(stem: str, stems: Iterable[str]) -> bool:
    return stem in stems or (len(stem) >= 5 and any(_close(stem, other) for other in stems))


def _close(stem: str, other: str) -> bool:
    """Part of a longer word ("kanne" in "teekanne"), or one letter away."""
    if stem in other:
        return True
    if abs(len(stem) - len(other)) > 1 or len(other) < 5:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(stem, other, strict=False)) if a != b), min(len(stem), len(other))
    )
    rest, left = stem[same:], other[same:]
    return rest[1:] == left[1:] or rest[1:] == left or rest == left[1:]
