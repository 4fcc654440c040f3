"""Which links open goods, and which choices must be made before they can be bought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from cxprobe.reading.control_bearings import urlsplit_safely
from cxprobe.reading.control_scene import Scene, called, marked, shows_price
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
_SIZES = re.compile(
    r"^(?:xxs|xs|s|m|l|xl|xxl|[2-5]xl|one size|\d{1,3}(?:[.,/]\d{1,2})?(?: ?(?:cm|mm|ml|l|g|kg|eu|uk|us"
    r"|gb))?)$"
)
_VARIANT = re.compile(
    r"\b(?:sizes?|colou?rs?|variants?|styles?|flavou?rs?|materials?|lengths?|widths?|capacity|storage|edition"
    r"|finish|scents?|pattern|weight|options?|model|type|pack|dimension|format|volume"
    r"|grossen?|groesse|farben?|ausfuhrung|variante|lange|breite|material|sorte|geschmack|modell|inhalt"
    r"|tailles?|couleurs?|pointure|coloris|matiere|longueur|modele|variante|parfum"
    r"|tallas?|tamanos?|colores|sabor|modelo|taglia|colore|misura|gusto|maat|maten|kleur(?:en)?|smaak"
    r"|rozmiar\w*|kolor\w*|smak|wariant|tamanhos?|cor|cores|dimensione|cantidad de|attribute|swatch"
    r"|ticket type)\b"
)
_NO_VARIANT = re.compile(
    r"\b(?:quantity|qty|menge|anzahl|quantite|cantidad|quantita|aantal|ilosc|quantidade|sort|order by"
    r"|sortier\w*|trier"
    r"|ordenar|ordina|sorteer|sortuj|currency|wahrung|devise|moneda|valuta|waluta|moeda|language|sprache"
    r"|langue"
    r"|idioma|lingua|taal|jezyk|country|land|pays|pais|paese|kraj|per page|show|rating|bewertung|stars?"
    r"|note|score"
    r"|size guide|delivery|shipping|payment|filter|newsletter|search|category|kategorie|frequency"
    r"|subscription|store)\b"
)


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
    offers = [o for shown, link, twins in cards if (o := _offer(shown, link, twins, want))]
    best_goods = max((o.confidence for o in offers), default=0.0)
    firm = best_goods >= 0.6
    for place, offer in enumerate(offers):
        if firm and offer.confidence < 0.5:
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
    if _OTHER_DOINGS.search(name) and not (want and _named(want, name) >= 0.99):
        return None
    if not want:
        sure = 0.0 if goods < 0.5 else 0.45 + goods / 2
        return Offer(link, sure, f'"{_shown(link)}" looks like goods to buy') if sure else None
    said = " ".join(_said(c) for c in twins)
    share = _named(want, said)
    if share < 0.5 and (share := 0.8 * _named(want, f"{said} {_slug(link.href)}")) < 0.5:
        return None
    spare = 1 - min(1.0, len(_words(want)) / max(1, len(_words(name))))
    sure = 0.2 + 0.35 * share + 0.45 * min(goods * 1.25, 1.0) - 0.04 * spare
    told = "it leads to goods" if goods >= 0.5 else "though it may be no goods"
    return Offer(link, sure, f'"{_shown(link)}" names {_how_much(share)} of what is wanted, {told}')


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
    wanted, stems = _words(want), {_stem(word) for word in _words(said)}
    if not wanted:
        return 0.0
    found = sum(1 for word in wanted if _is_among(_stem(word), stems))
    return found / len(wanted)


def _words(text: str) -> list[str]:
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


# ---- variants ----------------------------------------------------------------------------------------


def variants(scene: Scene, want: str) -> Iterator[Offer]:
    """One control for each choice that is still open before buying: its list, or a tile that can be had.

    Where `want` names one of the choices ("XL", "red") it is that one.
    """
    seen: dict[tuple[int, str], list[Control]] = {}
    for control in scene.snapshot.controls:
        if not control.usable or scene.is_related(control) or control.landmark in ("header", "nav", "footer"):
            continue
        if key := _choice_of(control):
            seen.setdefault((control.frame, key), []).append(control)
    for members in seen.values():
        yield from _open_choice(members, want)


def _choice_of(control: Control) -> str:
    """What names the choice a control is part of; "" where it is none."""
    about = fold(f"{control.group} {control.label if control.tag == 'select' else ''} {called(control)}")
    if _NO_VARIANT.search(fold(f"{control.group} {control.label} {control.field} {control.form_hint[:0]}")):
        return ""
    if control.tag == "select":
        told = _VARIANT.search(about) or "attribute" in marked(control) or "swatch" in marked(control)
        return f"list {control.id}" if told else ""
    if control.type == "radio" or control.role in ("radio", "option"):
        told = _VARIANT.search(about) or "swatch" in marked(control) or "variant" in marked(control)
        return f"tiles {control.field or control.group or control.form}" if told else ""
    swatch = re.search(
        r"swatch|variant|(?:size|colou?r)[-_](?:option|tile|button|box|item)|attribute", marked(control)
    )
    sized = _SIZES.match(fold(control.name)) and _VARIANT.search(fold(f"{control.group} {control.before}"))
    if (swatch or sized) and (
        control.tag in ("button", "li", "div", "span", "label") or control.role == "button"
    ):
        return f"tiles {control.group or control.form}"
    return ""


def _open_choice(members: list[Control], want: str) -> Iterator[Offer]:
    first = members[0]
    if first.tag == "select":
        if not first.filled:
            needed = "it must be chosen" if first.required else "nothing is chosen in it yet"
            yield Offer(first, 0.9 if first.required else 0.75, f'"{first.label or first.name}": {needed}')
        return
    chosen = [
        c
        for c in members
        if c.checked or re.search(r"(?<![a-z])(?:selected|active|is-checked)(?![a-z])", c.classes.lower())
    ]
    free = [c for c in members if not c.covered and not _sold_out(c)] or members
    fitting = [c for c in free if want and _chosen_by(want, c)]
    if chosen and not (fitting and fitting[0] not in chosen):
        return
    pick = (fitting or free)[0]
    yield Offer(pick, 0.85, f'"{pick.label or pick.name}" can be chosen, and nothing is yet')


def _chosen_by(want: str, control: Control) -> bool:
    own = set(_words(f"{control.name} {control.label} {' '.join(control.values)}"))
    return bool(own & set(_words(want)))


def _sold_out(control: Control) -> bool:
    return (
        re.search(
            r"sold-?out|unavailable|out-?of-?stock|disabled|crossed",
            f"{marked(control)} {fold(control.name)}",
        )
        is not None
    )
