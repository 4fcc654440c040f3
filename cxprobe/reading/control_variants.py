"""Which choices must still be made before goods can be bought: sizes, colours, editions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxprobe.reading.control_goods import Offer, words_of
from cxprobe.reading.control_scene import Scene, called, marked
from cxprobe.reading.control_words import fold
from cxprobe.reading.snapshot import Control

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


_MARKED = re.compile(r"swatch|variant|(?:size|colou?r)[-_](?:option|tile|button|box|item)|attribute")
_TILES = ("button", "li", "div", "span", "label")
_ON = re.compile(r"(?:^|[-_])(?:selected|active|checked|chosen|current|is-on)$")
_ELSEWHERE = ("header", "nav", "footer", "search")
_SOLD_OUT = re.compile(r"sold-?out|sold out|unavailable|out-?of-?stock|out of stock|crossed|disabled$")


def variants(scene: Scene, want: str) -> Iterator[Offer]:
    """One control for each choice that is still open before buying: its list, or a tile that can be had.

    Where `want` names one of the choices ("XL", "red") it is that one, else one that the page's title
    names. Links to the variants' own pages are offered where there is nothing else to choose with.
    """
    choices = [offer for members in _choices(scene) for offer in _open_choice(members, scene, want)]
    yield from choices or _variant_pages(scene, want)


def _choices(scene: Scene) -> Iterator[list[Control]]:
    """The choices of a page, each with its list or its tiles."""
    seen: dict[tuple[int, str], list[Control]] = {}
    run, last = "", -2
    for place, control in enumerate(scene.snapshot.controls):
        if not control.usable or control.landmark in _ELSEWHERE or scene.is_related(control):
            continue
        key = _choice_of(control)
        if not key and _is_plain_tile(control):
            opens = _names_a_choice(control.before) or _names_a_choice(control.group)
            run = f"run {place}" if opens else run if last == place - 1 else ""
            key, last = run, place
        if key:
            seen.setdefault((control.frame, key), []).append(control)
    for (_, key), members in seen.items():
        if len(members) > 1 or not key.startswith("run"):
            yield members


def _choice_of(control: Control) -> str:
    """What names the choice a control is part of; "" where it is none by its own words."""
    if _NO_VARIANT.search(fold(f"{control.group} {control.label} {control.field}")):
        return ""
    marks = _MARKED.search(marked(control)) is not None
    if control.tag == "select":
        about = fold(f"{control.group} {called(control)}")
        return f"list {control.id}" if marks or _VARIANT.search(about) else ""
    if control.type == "radio" or control.role in ("radio", "option"):
        about = fold(f"{control.group} {control.field} {control.heading if not control.group else ''}")
        told = marks or _VARIANT.search(about)
        return f"tiles {control.field or control.group or control.form}" if told else ""
    sized = _SIZES.match(fold(control.name)) and _VARIANT.search(fold(control.group))
    pressed = control.tag in _TILES or control.role == "button"
    return f"tiles {control.group or control.form}" if pressed and (marks or sized) and control.name else ""


def _is_plain_tile(control: Control) -> bool:
    pressed = (control.tag == "button" and not control.sends) or control.role == "button"
    return pressed and 0 < len(control.name) <= 24 and not control.opens and control.tag != "a"


def _names_a_choice(words: str) -> bool:
    said = fold(words).rstrip(" *:")
    return 0 < len(said) <= 30 and _VARIANT.search(said) is not None and not _NO_VARIANT.search(said)


def _open_choice(members: list[Control], scene: Scene, want: str) -> Iterator[Offer]:
    first = members[0]
    if first.tag == "select":
        if not first.filled:
            needed = "it must be chosen" if first.required else "nothing is chosen in it yet"
            yield Offer(first, 0.9 if first.required else 0.75, f'"{first.label or first.name}": {needed}')
        return
    free = [c for c in members if not _sold_out(c)] or members
    wanted = [c for c in free if want and _is_said(c, want)]
    chosen = [c for c in members if c.checked or _looks_chosen(c, members)]
    if chosen and not (wanted and wanted[0] not in chosen):
        return
    pick = (wanted or [c for c in free if _is_said(c, scene.title)] or free)[0]
    yield Offer(pick, 0.85, f'"{pick.label or pick.name}" can be chosen, and nothing is yet')


def _looks_chosen(control: Control, members: list[Control]) -> bool:
    """Its classes say so, or it is the one of three or more that looks unlike all others."""
    if any(_ON.search(token) for token in control.classes.lower().split()):
        return True
    others = {c.classes for c in members if c is not control}
    alone = len(members) >= 3 and len(others) == 1 and control.classes not in others
    return alone and not _sold_out(control)


def _is_said(control: Control, text: str) -> bool:
    own = set(words_of(f"{control.name or control.label} {' '.join(control.values)}"))
    return bool(own & set(words_of(text)))


def _sold_out(control: Control) -> bool:
    return _SOLD_OUT.search(f"{marked(control)} {fold(control.name)}") is not None


def _variant_pages(scene: Scene, want: str) -> Iterator[Offer]:
    """Links to the pages of single variants, under a heading that speaks of them or named after the page."""
    links = [
        c
        for c in scene.buttons
        if c.tag == "a"
        and c.href
        and c.landmark not in ("header", "nav", "footer")
        and not scene.is_related(c)
        and (_names_a_choice(c.heading) or _longer(fold(c.name), scene.title))
    ]
    wanted = [c for c in links if want and _is_said(c, want)] or links
    if len(links) > 1:
        yield Offer(wanted[0], 0.7, f'"{wanted[0].name}" is one of {len(links)} variants')


def _longer(name: str, title: str) -> bool:
    return len(title) >= 4 and name.startswith(title) and len(name) > len(title) + 1
