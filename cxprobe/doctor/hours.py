"""The line of a page that says when somebody is there, in the eight languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ABOUT = re.compile(
    r"\b(open(ing)?|hours|available|closed|reach us|we are here|staff|office|öffnungszeiten|geöffnet"
    r"|erreichbar|geschlossen|uhr|horaires?|ouvert|fermé|joignable|horarios?|abierto|cerrado|orari|aperto|aperti|chiuso|chiusi"
    r"|openingstijden|geopend|gesloten|bereikbaar|godziny|otwarte|czynne|zamknięt\w+|aberto|fechado"
    r"|atendimento)\b",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]?\d|2[0-4])(?:[:.h]\d\d|h)?\s*(?:[ap]\.?m\.?|uhr)?"
_SPAN = re.compile(
    rf"\b{_CLOCK}\s*(?:-|–|—|to|until|bis|à|a|al?|alle|tot|do|às)\s*{_CLOCK}\b|\b24\s*/\s*7\b|day and night",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(we are|we.re|chat is|is now|currently) (now )?(closed|offline|away)\b"
    r"|\bclosed (now|at the moment)\b|chat (is )?(closed|offline)\b"
    r"|(derzeit|momentan|jetzt) geschlossen|actuellement fermé|cerrado ahora"
    r"|ora siamo chiusi|nu gesloten|teraz zamknięt|fechado agora",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(our |unsere |nos )?(opening hours|opening times|hours|öffnungszeiten|servicezeiten"
    r"|horaires( d.ouverture)?|horarios?( de apertura| de atención)?|orari( di apertura)?|openingstijden"
    r"|godziny otwarcia|horários?( de atendimento| de funcionamento)?)",
    re.IGNORECASE,
)
_LONGEST = 200
"""Letters above which a line tells a story, and no hours."""


def opening_hours(lines: Iterable[str]) -> str:
    """The first line that tells hours of the day and is about being open, by itself or by its heading."""
    heading = False
    for line in lines:
        if len(line) <= _LONGEST and _SPAN.search(line) and (heading or _ABOUT.search(line)):
            return line
        heading = is_about_hours(line)
    return ""


def says_closed(lines: Iterable[str]) -> str:
    """The first line that says that nobody is there now; "" where none does."""
    return next((x for x in lines if len(x) <= _LONGEST and _CLOSED.search(x)), "")


def is_about_hours(name: str) -> bool:
    """Whether a control of this name leads to opening hours."""
    return bool(_NAMED.fullmatch(name.strip()))
