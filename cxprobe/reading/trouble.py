"""Whether a text on a page tells a customer of trouble, or of success."""

from __future__ import annotations

import re

_TROUBLE = re.compile(
    r"\b(sorry|error|errors|wrong|invalid|incorrect|fail(?:ed|ure)?|problem|unable|unavailable|missing|required|"
    r"declined|refused|expired|denied|not (?:found|valid|available|possible|recogni[sz]ed|accepted|applied)|"
    r"(?:could|can|did|does|is|are|was|has)(?:n['’]t| ?not)|cannot|no longer|out of stock|"
    r"please (?:enter|fill|check|correct|choose|select|provide|try|complete|use|tick|accept)|"
    r"must (?:be|contain|have)|"
    r"too (?:short|long|many|late|large)|try again|went wrong|"
    r"fehler\w*|ungültig\w*|leider|bitte (?:geben|füllen|prüfen|wählen|korrigieren)|pflichtfeld|abgelehnt|"
    r"erreur|invalide|désolé\w*|veuillez|obligatoire|refusée?|échou\w*|incorrecte?|"
    r"inválid[oa]|lo sentimos|por favor (?:introduzca|rellene|revise)|obligatorio|rechazad[oa]|"
    r"errore|non valid[oa]|spiacenti|obbligatorio|fout|ongeldig\w*|verplicht|helaas|"
    r"błąd|nieprawidłow\w*|niestety|wymagan\w*|erro|desculpe|obrigatório)\b",
    re.IGNORECASE,
)
_SUCCESS = re.compile(
    r"\b(added|thank(?:s| you)|success\w*|saved|applied|welcome|confirmed|updated|subscribed|removed|copied|"
    r"hinzugefügt|danke|vielen dank|erfolgreich|gespeichert|ajouté\w*|merci|enregistré\w*|"
    r"añadid[oa]|gracias|aggiunt[oa]|grazie|toegevoegd|bedankt|dodano|dziękujemy|adicionad[oa]|obrigad[oa])\b",
    re.IGNORECASE,
)


def tells_of_trouble(text: str) -> bool:
    """Whether a message says that something is wrong: words of trouble, not outweighed by success.

    English first; German, French, Spanish, Italian, Dutch, Polish and Portuguese for the usual words.
    """
    trouble = len(_TROUBLE.findall(text))
    return trouble > 0 and trouble >= len(_SUCCESS.findall(text))
