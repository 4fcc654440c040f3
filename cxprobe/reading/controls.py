"""What a control is for: by its name alone, or by everything a person sees of it and around it.

`rank` reads a whole page; `serves` and `best` know names only. Words of shops in eight languages, and
what is never pressed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cxprobe.reading.control_around import AROUND
from cxprobe.reading.control_bearings import BEARINGS, for_guests
from cxprobe.reading.control_buying import BUYING
from cxprobe.reading.control_goods import Offer, products
from cxprobe.reading.control_scene import Scene, is_promo_field, is_search_field, marked
from cxprobe.reading.control_service import SERVICE
from cxprobe.reading.control_variants import variants
from cxprobe.reading.control_words import NEVER_MARKS, NOTHING, Signs, bare, fold, is_never, signs
from cxprobe.reading.snapshot import Control, Snapshot

CONVINCING = 0.45
"""Confidence from which a control is taken for what is sought."""
_LONGEST = 120
"""Letters above which a name tells a story and names no control."""
_SIGNS: Mapping[str, Signs] = MappingProxyType(
    {**AROUND, **SERVICE, **BUYING, "open product": signs(NOTHING), "choose variant": signs(NOTHING)}
)

INTENTS: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {intent: (each.plain, each.maybe) for intent, each in _SIGNS.items()}
)
"""What a control can be for, each with the names that say so, the plainest first, over folded words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A control that serves an intent: how sure that is, 0 to 1, and why, in plain words."""

    control: Control
    confidence: float
    reason: str


def rank(intent: str, snapshot: Snapshot, *, want: str = "") -> tuple[Choice, ...]:
    """What on a page serves an intent, best first, only what convinces; empty where nothing does.

    `want` names the goods for "open product" and "add to basket", and the size or colour for "choose
    variant". For "search" and "promo" a field that is there comes before what would open one. Raises
    KeyError for an intent that is none of `INTENTS`.
    """
    wanted = _SIGNS[intent]
    scene = Scene(snapshot)
    if intent in _BY_GOODS:
        found = [_offered(offer) for offer in _BY_GOODS[intent](scene, want)]
        found = [c for c in found if not is_never(c.control.name, intent, want)]
    else:
        found = [
            c for each in _candidates(intent, scene) if (c := _judged(intent, wanted, each, scene, want))
        ]
    convincing = (choice for choice in found if choice.confidence >= CONVINCING)
    return tuple(sorted(convincing, key=lambda c: (-c.confidence, c.control.frame)))


def best(intent: str, names: Sequence[str]) -> int | None:
    """The place of the name that says most plainly that its control serves an intent; None if none does.

    Plain words win over words that may mean it ("Add to basket" over "Buy now"), then the shortest
    name; names of what must never be pressed are passed over.
    """
    fitting = [
        (plain, len(name), i)
        for i, name in enumerate(names)
        if (plain := _plainness(intent, name)) is not None
    ]
    return min(fitting)[2] if fitting else None


def serves(intent: str, name: str) -> bool:
    """Whether a control of this name serves an intent."""
    return _plainness(intent, name) is not None


def _plainness(intent: str, name: str) -> int | None:
    """How plainly a name says that it serves an intent, 0 the plainest; None when it does not."""
    if is_never(name, intent):
        return None
    plain = bare(name)
    if len(plain) > _LONGEST or _SIGNS[intent].other.search(plain):
        return None
    return next((i for i, words in enumerate(INTENTS[intent]) if words.fullmatch(plain)), None)


# ---- one page ----------------------------------------------------------------------------------------


def _candidates(intent: str, scene: Scene) -> Iterator[Control]:
    """What may serve an intent: what can be pressed, and fields or tiles where those are meant."""
    yield from scene.buttons
    if intent in _FIELDS:
        yield from (c for c in scene.fields if _FIELDS[intent](c))


def _is_free_tile(control: Control) -> bool:
    return control.type == "radio" and not control.checked


_FIELDS: Mapping[str, Callable[[Control], bool]] = MappingProxyType(
    {"search": is_search_field, "promo": is_promo_field, "as guest": _is_free_tile}
)
_BY_GOODS = MappingProxyType({"open product": products, "choose variant": variants})


def _judged(intent: str, wanted: Signs, control: Control, scene: Scene, want: str) -> Choice | None:
    """One control for one intent; None where nothing of its own speaks for it."""
    name = bare(control.name or control.title or control.label)
    if is_never(f"{control.name} {control.title}", intent) or (not _speaks(name) and _never_marked(control)):
        return None
    told = _own_signs(intent, wanted, control, name, scene)
    if told is None:
        return None
    odds, reasons = told[0] / (1 - told[0]), [told[1]]
    for bearing in BEARINGS[intent]:
        if said := bearing(control, scene):
            odds *= said[0]
            reasons.append(said[1])
    if want and intent == "add to basket":
        odds *= _beside(want, control, scene)
    confidence = odds / (1 + odds) + _prominence(control)
    return Choice(control, round(min(confidence, 0.99), 3), ", ".join(reasons))


def _own_signs(
    intent: str, wanted: Signs, control: Control, name: str, scene: Scene
) -> tuple[float, str] | None:
    """How far a control's own name, address and marks speak for an intent, and in which words."""
    if control.is_field and control.type != "radio":
        return (0.93, f'"{control.label or control.name or control.placeholder}" is a field for it')
    if wanted.other.search(name):
        return None
    if intent in _BY_COMPANY and (said := _BY_COMPANY[intent](control, name, scene)):
        return said
    if by_name := _by_name(wanted, control, name):
        return by_name
    return _by_marks(wanted, control, name)


def _by_name(wanted: Signs, control: Control, name: str) -> tuple[float, str] | None:
    shown = control.name or control.title or control.label
    if len(name) > _LONGEST:
        return None
    if wanted.plain.fullmatch(name):
        return (0.9, f'"{shown}" says so')
    if wanted.maybe.fullmatch(name) or wanted.vague.fullmatch(name):
        if wanted.marks.search(marked(control)) or _leads(wanted, control):
            return (0.78, f'"{shown}" may mean it, and the page marks it so')
        return (0.6 if wanted.maybe.fullmatch(name) else 0.4, f'"{shown}" may mean it')
    return (0.75, f'"{shown}" speaks of it') if wanted.within.search(name) else None


def _by_marks(wanted: Signs, control: Control, name: str) -> tuple[float, str] | None:
    """What the address and the page's own marks say: little, against a name that says otherwise."""
    leads, is_marked = _leads(wanted, control), wanted.marks.search(marked(control)) is not None
    if not leads and not is_marked:
        return None
    sure = 0.85 if leads and is_marked else 0.72 if leads else 0.68
    if _speaks(name):
        sure = 0.5 if leads and is_marked else 0.3
    return (sure, "its address leads there" if leads else "the page marks it so")


def _leads(wanted: Signs, control: Control) -> bool:
    return bool(control.href) and wanted.path.search(control.href.lower()) is not None


def _speaks(name: str) -> bool:
    """Whether a name has words at all: an icon, a number or a price has none."""
    return re.search(r"[^\W\d_]{2,}", re.sub(r"\b(?:eur|gbp|usd|pln|zl)\b", "", name)) is not None


def _never_marked(control: Control) -> bool:
    return NEVER_MARKS.search(f"{control.classes} {control.element} {control.href}".lower()) is not None


def _guest_by_company(control: Control, name: str, scene: Scene) -> tuple[float, str] | None:
    """The "Continue" in the half for guests, or what is chosen there."""
    if control.type == "radio":
        words = fold(f"{control.name} {control.label} {' '.join(control.values)}")
        guest = re.search(r"\bguest\b|\bgast\b|invite|invitado|ospite|\bgosc|convidado|anonymous", words)
        return (0.88, f'"{control.label or control.name}" can be chosen') if guest else None
    going_on = _SIGNS["continue"].plain.fullmatch(name) or _SIGNS["check out"].plain.fullmatch(name)
    if going_on and not wanted_elsewhere(name) and for_guests(control, scene):
        return (0.8, f'"{control.name}" stands in the part for guests')
    return None


def wanted_elsewhere(name: str) -> bool:
    """Whether a name that sounds like going on means something else after all."""
    return _SIGNS["continue"].other.search(name) is not None


_BY_COMPANY = MappingProxyType({"as guest": _guest_by_company})


def _beside(want: str, control: Control, scene: Scene) -> float:
    """By how much it changes the odds what goods a button stands with."""
    near = " ".join(c.name for c in scene.around(control, 3, 0))
    if _named(want, f"{control.name} {control.title} {control.heading}"):
        return 6.0
    return 3.0 if _named(want, f"{control.group} {control.before} {near}") else 0.5


def _named(want: str, said: str) -> bool:
    words = set(re.findall(r"[^\W_]+", fold(want)))
    return bool(words) and len(words & set(re.findall(r"[^\W_]+", fold(said)))) * 2 > len(words)


def _prominence(control: Control) -> float:
    """A little for what is large and near: it only parts equals."""
    width, height = control.box[2:]
    large = min(width * height, 40_000) / 40_000 if width > 0 and height > 0 else 0.0
    return 0.004 * large + (0.004 if control.in_view else 0.0) + (0.002 if control.tag == "button" else 0.0)


def _offered(offer: Offer) -> Choice:
    return Choice(offer.control, round(min(max(offer.confidence, 0.0), 0.99), 3), offer.reason)
