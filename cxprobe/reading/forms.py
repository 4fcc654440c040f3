"""What every control of a page asks for: the token a browser's autofill would give, or leave alone.

Read like a person: words first (label, hints, the names its makers chose), then the shape of what is
wanted, then the fields around it and what the form is for. What a page declares counts as one cue.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from cxprobe.reading.field_evidence import TOKENS, Field, gather
from cxprobe.reading.field_groups import SURE, group, is_typed
from cxprobe.reading.field_passwords import settle_passwords
from cxprobe.reading.field_sending import senders
from cxprobe.reading.field_structure import relate
from cxprobe.reading.field_words import find, languages_of
from cxprobe.reading.snapshot import Control, Snapshot

_MARGIN_SCALE = 2.5
_UNSAID = 0.75
"""How sure it can be, at most, that a field is to be left alone of which nothing says what it is for: of 84
such fields on pages that were new to it, 60 were."""
_SPOKEN = 60
"""Controls whose labels are enough to tell a page's language."""
_TICKED = (
    "consent",
    "newsletter",
    "extra",
    "remember",
    "same-address",
    "gender",
    "delivery-method",
    "payment-method",
    "bot-trap",
    "captcha",
)
"""What a box or a tile can be for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a control asks for, how sure that is (0 to 1), and why."""

    control: Control
    token: str | None
    """The HTML autocomplete token, or None where it is to be left alone."""
    purpose: str
    """The token, or what else it is ("promo-code", "search", "consent" …), or "" for unknown."""
    confidence: float
    reason: str


def read_form(snapshot: Snapshot) -> tuple[Reading, ...]:
    """What each input, select, textarea and button of a page asks for, in their order."""
    language = _language(snapshot)
    listed = [control for control in snapshot.controls if control.index >= 0]
    fields = [gather(control, language) for control in listed if is_typed(control)]
    groups = group(fields, snapshot)
    carded = [one for one in groups if one.count("cc-number", "cc-exp")]
    for one in groups:
        one.card_near = any(other is not one for other in carded)
        relate(one)
        settle_passwords(one)
    by_control = {id(each.control): each for each in fields}
    return tuple(_told(control, by_control.get(id(control)), language) for control in listed)


def sends(control: Control | Reading, snapshot: Snapshot) -> bool:
    """Whether a person would press this to send the form it belongs to."""
    button = control.control if isinstance(control, Reading) else control
    kept = vars(snapshot)
    if "_senders" not in kept:
        kept["_senders"] = senders(snapshot)
    return (button.frame, button.id) in kept["_senders"]


def _language(snapshot: Snapshot) -> str:
    """The language of a page: as it says, else as its labels are; "en" where nothing tells."""
    said = next((d.language[:2].casefold() for d in snapshot.documents if d.language), "")
    spoken = (c for c in snapshot.controls if c.index >= 0 and c.type != "hidden")
    labels = (c.label or c.name or c.placeholder for c in islice(spoken, _SPOKEN))
    votes = Counter(code for text in labels for code in languages_of(text))
    if votes and (not said or votes.get(said, 0) * 2 < max(votes.values())):
        most = max(votes.values())
        return "en" if votes.get("en", 0) >= 0.8 * most else max(votes, key=lambda code: votes[code])
    return said or "en"


def _told(control: Control, weighed: Field | None, language: str) -> Reading:
    if weighed is None:
        return _box(control, language)
    meaning, points = weighed.best()
    rivals = [p for m, p in weighed.points.items() if m != meaning and not m.startswith("~")]
    confidence = _confidence(points, max(rivals, default=0.0))
    if not meaning or points < SURE:
        return Reading(
            control=control,
            token=None,
            purpose="",
            confidence=min(_UNSAID, 1 - confidence),
            reason="nothing says what it is for",
        )
    token = _token(meaning, weighed)
    return Reading(
        control=control,
        token=token,
        purpose=token or _purpose(meaning),
        confidence=confidence,
        reason=_reason(weighed, meaning),
    )


def _token(meaning: str, weighed: Field) -> str | None:
    control = weighed.control
    if meaning == "one-time-code":
        return meaning if _is_second_factor(weighed) else None
    if meaning == "password":
        return "current-password"
    if meaning == "street-address" and control.tag == "input":
        return "address-line1" if "street-address" not in control.autocomplete.split() else meaning
    return meaning if meaning in TOKENS else None


def _is_second_factor(weighed: Field) -> bool:
    """A code that autofill would know: declared, or of an authenticator; no code that somebody sends."""
    if "one-time-code" in weighed.control.autocomplete.split():
        return True
    called = f"{weighed.control.field} {weighed.words}".casefold()
    return "mfa" in called or "totp" in called or "authenticator" in called


def _purpose(meaning: str) -> str:
    return "" if meaning in ("thing", "date", "file") else meaning


def _reason(weighed: Field, meaning: str) -> str:
    told: list[str] = []
    for _, reason in sorted(weighed.reasons.get(meaning, ()), reverse=True):
        if reason not in told:
            told.append(reason)
    return ", and ".join(told[:2]) or "what stands around it"


def _confidence(points: float, rival: float) -> float:
    sure = 1 / (1 + math.exp(-(points - SURE) / 1.5))
    clear = 1 / (1 + math.exp(-(points - rival) / _MARGIN_SCALE))
    return round(sure * (0.3 + 0.7 * clear), 3)


def _box(control: Control, language: str) -> Reading:
    """What a tick box, a tile, a hidden input or a button is for, where that is no token."""
    if not control.is_field or control.type == "hidden":
        why = "nobody sees it" if control.type == "hidden" else "it is pressed, not filled in"
        return Reading(control=control, token=None, purpose="", confidence=1.0, reason=why)
    points: dict[str, float] = {}
    for text, weight in ((control.label or control.name, 1.0), (control.group, 0.6), (control.heading, 0.3)):
        for found in find(text, language) if text else ():
            points[found.meaning] = max(points.get(found.meaning, 0.0), weight * found.weight)
    for found in find(control.field or control.element, language, maker=True):
        points[found.meaning] = points.get(found.meaning, 0.0) + 0.6 * found.weight
    known = {meaning: each for meaning, each in points.items() if meaning in _TICKED}
    if not known:
        return Reading(
            control=control, token=None, purpose="", confidence=0.5, reason="nothing says what it is for"
        )
    purpose = max(known, key=lambda meaning: known[meaning])
    quoted = " ".join((control.label or control.name or control.field).split())[:40]
    return Reading(
        control=control,
        token=None,
        purpose=purpose,
        confidence=round(min(0.95, 0.4 + known[purpose] / 3), 3),
        reason=f"beside it stands “{quoted}”",
    )
