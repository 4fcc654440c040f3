"""Whether a page is a wall against robots: then we could not tell, and the company did nothing wrong."""

from __future__ import annotations

import re

_REFUSING = (401, 403, 405, 429, 503)
"""Statuses with which sites turn robots away."""
_LONGEST = 150
"""Words above which a page is no bare wall, whatever it says."""
_CHALLENGE = re.compile(
    r"\b(captcha|verify (that )?you('re| are) (a )?human|are you (a )?(human|robot)|not a robot|"
    r"unusual traffic|"
    r"checking (if the site connection is secure|your browser)|attention required|just a moment|"
    r"enable javascript and cookies|automated (access|requests|queries)|bot (detection|protection)|"
    r"press (and|&) hold|access (to this page )?(has been )?denied|request blocked|security check|"
    r"too many requests|"
    r"(sind|bist) (sie|du) ein (mensch|roboter)|kein roboter|bestätigen sie, dass sie ein mensch|"
    r"browser wird (über)?geprüft|ungewöhnliche(n|r)? (datenverkehr|aktivität)|sicherheitsüberprüfung|"
    r"êtes-vous (un humain|un robot)|pas un robot|vérifi(ez|ons) que vous êtes (bien )?humain"
    r"|trafic inhabituel|"
    r"no (es|eres|soy) un robot|verifi(que|ca) que (es|eres) humano|tráfico inusual|"
    r"non (sei|sono) un robot|verifica di essere umano|traffico insolito|"
    r"geen robot|bevestig dat (u|je) een mens bent|ongebruikelijk verkeer|"
    r"nie (jesteś|jestem) robotem|potwierdź, że jesteś człowiekiem|nietypowy ruch|"
    r"não (é|sou) um robô|verifique (que|se) (é|você é) humano|tráfego incomum|"
    r"zugriff verweigert|accès refusé|acceso denegado|accesso negato|toegang geweigerd|odmowa dostępu|"
    r"acesso negado)\b",
    re.IGNORECASE,
)


def is_bot_wall(status: int, text: str) -> bool:
    """Whether a page that came with this HTTP status, and says this, shuts out robots.

    It must be short and speak like a challenge; an ordinary error page of the company's is none. A
    challenge may come with any status, 200 included, and "access denied" alone needs a refusing one.
    """
    if len(text.split()) > _LONGEST:
        return False
    found = _CHALLENGE.search(text)
    if found is None:
        return False
    weak = re.search(
        r"denied|blocked|moment|too many|verweiger|refus|denegad|negat|geweiger|odmow"
        r"|negad",
        found[0],
        re.IGNORECASE,
    )
    return status in _REFUSING or not weak
