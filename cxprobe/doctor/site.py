"""What can be told of a site by opening and reading its pages: is it there, and what stands in the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from cxprobe.channels.visits import Browsers
from cxprobe.channels.web import Web
from cxprobe.doctor.check import Check, State
from cxprobe.doctor.hours import is_about_hours, opening_hours, says_closed
from cxprobe.errors import GaveUp, Inconclusive, Outage
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.reading.controls import best, rank
from cxprobe.reading.page_reading import read_page
from cxprobe.report.words import safe
from cxprobe.settings import Level, bundled

if TYPE_CHECKING:
    from playwright.sync_api import Response

    from cxprobe.reading.snapshot import Control, Snapshot

_LATE = 2.0
"""Seconds that a notice about cookies may come after its page (ours)."""
_TRY_YOURSELF = "Open it in a browser of your own: is the address right, and the site up?"
_LET_IN = (
    "Customers have no password to it: name an address that is open to all, or have this machine let in."
)
_FAILED, _LOG_IN, _LOG_IN_AT_PROXY, _THEIR_FAULT = 400, 401, 407, 500
_CERTIFICATE = {
    "ERR_CERT_DATE_INVALID": "its certificate has run out, or does not count yet",
    "ERR_CERT_COMMON_NAME_INVALID": "its certificate is for another name",
    "ERR_CERT_": "its certificate is none that browsers trust",
}
"""What browsers call a certificate that does not hold, in words."""
_SLOW = 6.0
"""Seconds above which a first page is worth a look: what the standards that come along put up with."""


def look_at(browsers: Browsers, url: str) -> Iterator[Check]:
    """Checks of a site: reached, wall against robots, consent, goods for sale, a chat and its hours."""
    web = _visitor(browsers, url)
    answers: list[int] = []
    web.context.on("response", lambda answer: answers.extend(_status_of_page(answer)))
    try:
        began = time.monotonic()
        web.open(url)
        took = time.monotonic() - began
        reached = _reached(web, took, answers[-1] if answers else 0)
        yield reached
        if reached.state == "broken":
            return
        yield Check("robots", "ok", "No wall against robots.", side="site")
        yield _consent(web)
        yield _goods(web.look().snapshot)
        yield _chat(web)
    except (Outage, Inconclusive, GaveUp) as problem:
        yield _turned_away(web, url, problem)
    except Exception as problem:  # the browser went away, or would not go on: ours, and no fault of theirs
        said = (str(problem) or type(problem).__name__).splitlines()[0]
        yield Check("site", "broken", f"It could not be looked at: {safe(said)}", "cxprobe install-browser")
    finally:
        web.close()


def _visitor(browsers: Browsers, url: str) -> Web:
    """An ordinary customer at the site's door, who may look and nothing more."""
    member = find_persona("ordinary", [bundled("personas")]).draw(1)
    identity = fresh_identity(member.locale)
    parts = urlsplit(url)
    conditions = Day().conditions(replace(member, device="desktop"), identity, CATALOGUE)
    web = browsers.visit(conditions, f"{parts.scheme}://{parts.netloc}")
    web.manners.level = Level.look
    return web


def _status_of_page(answer: Response) -> list[int]:
    """The status of a page that came; nothing for pictures and frames."""
    whole = answer.request.is_navigation_request() and answer.frame.parent_frame is None
    return [answer.status] if whole else []


def _reached(web: Web, took: float, status: int) -> Check:
    if status >= _FAILED:
        return _refused(status)
    page = web.look().snapshot
    state: State = "ok" if took < _SLOW else "look here"
    said = f'"{safe(page.title) or page.url}" came in {took:.1f} s.'
    return Check("site", state, said, side="site")


def _refused(status: int) -> Check:
    """What an answer means that is no page for customers."""
    if status in (_LOG_IN, _LOG_IN_AT_PROXY):
        return Check("site", "broken", f"It asks for a log-in (it answered {status}).", _LET_IN, "site")
    known = {404: ": there is no such page", 410: ": the page is gone", 403: ": nobody is let in"}
    told = known.get(status, ": something is wrong there" if status >= _THEIR_FAULT else "")
    return Check("site", "broken", f"It answered {status}{told}.", _TRY_YOURSELF, "site")


def _turned_away(web: Web, url: str, problem: BaseException) -> Check:
    """What stopped us at the door, and what to do about it."""
    stopped = [moment for moment in web.recorder.moments() if moment.kind == "blocked"]
    reason = stopped[-1].data["reason"] if stopped else ""
    if reason == "bot-wall":
        said = "A wall against robots stands there. Customers do not get around it: nothing could be judged."
        mend = 'Ask those who run it to let through user agents with "(synthetic customer)".'
        return Check("robots", "broken", said, mend, "site")
    if reason == "fence":
        said = f"{safe(str(problem))} Customers stop there."
        return Check("site", "broken", said, "hosts = […] under [fence], or another base_url", "site")
    if isinstance(problem, GaveUp):
        return Check("site", "broken", f"{url}: the customer {safe(str(problem))}.", _TRY_YOURSELF, "site")
    return _by_its_name(url, str(problem)) or Check(
        "site", "broken", safe(str(problem)), _TRY_YOURSELF, "site"
    )


def _by_its_name(url: str, problem: str) -> Check | None:
    """What a browser's own name for a refusal means, in words; None for a name that is not known."""
    if "ERR_INVALID_AUTH_CREDENTIALS" in problem:
        return _refused(_LOG_IN)
    if "ERR_SSL_" in problem and url.startswith("https:"):
        said = f"{url}: something answers there, and it does not speak https."
        return Check("site", "broken", said, f"cxprobe doctor http:{url.removeprefix('https:')}", "site")
    for name, what in _CERTIFICATE.items():
        if name in problem:
            said = f"{url}: {what}. Every customer is warned off by their browser."
            return Check("site", "broken", said, "Ask those who run it for a certificate that holds.", "site")
    return None


def _consent(web: Web) -> Check:
    """Whether a notice asks about cookies, and whether it can be refused; nothing is pressed."""
    asks = web.watch_for(lambda: _notice(web.look().snapshot), _LATE, every=100)
    if asks is None:
        return Check("consent", "ok", "No notice about cookies.", side="site")
    refuses, name = asks
    if refuses:
        return Check("consent", "ok", f'A notice; customers refuse with "{safe(name)}".', side="site")
    said = f'A notice that can only be accepted: customers press "{safe(name)}".'
    return Check("consent", "look here", said, side="site")


def _notice(page: Snapshot) -> tuple[bool, str] | None:
    for intent in ("refuse cookies", "accept cookies"):
        for choice in rank(intent, page):
            return intent == "refuse cookies", choice.control.name
    return None


def _goods(page: Snapshot) -> Check:
    """Whether a customer sees how to go on: by a search, or to something for sale."""
    ways = {"search": "a search", "open product": "something for sale", "open menu": "a menu"}
    seen = [told for intent, told in ways.items() if rank(intent, page)]
    if seen:
        return Check("shop", "ok", f"A customer sees {', '.join(seen)}.", side="site")
    said = f"Neither a search nor anything for sale was found; the page reads as: {read_page(page).kind}."
    mend = 'In cxprobe.toml, [site.hints] says what a control is called: "search" = "…"'
    return Check("shop", "look here", said, mend, "site")


def _chat(web: Web) -> Check:
    """Whether a chat is there, on the first page or where they say how to reach them, and its hours."""
    page = web.look().snapshot
    found, lines = _opener(page), list(page.lines)
    for address in _where_they_talk(page) if not (found and opening_hours(lines)) else ():
        try:
            web.open(address)
        except (Inconclusive, GaveUp, Outage):
            continue
        page = web.look().snapshot
        found, lines = found or _opener(page), [*page.lines, *lines]
    return _chat_told(found, opening_hours(lines), says_closed(lines))


def _chat_told(found: str, hours: str, closed: str) -> Check:
    when = f' They say: "{safe(hours)}"' if hours else ""
    if closed and found:
        return Check("chat", "look here", f'They say: "{safe(closed)}"', side="site")
    if found:
        said = f'Behind "{safe(found)}".{when or " No hours were found."}'
        return Check("chat", "ok", said, side="site")
    said = f"None was found; scenarios that need one will be inconclusive.{when}"
    return Check("chat", "look here", said, side="site")


def _opener(page: Snapshot) -> str:
    """The name of what opens a chat on this page; "" where nothing does."""
    here = [c for c in page.buttons() if c.tag != "input" and not _leads_away(c, page)]
    place = best("open chat", [control.name for control in here])
    return "" if place is None else here[place].name


def _where_they_talk(page: Snapshot) -> list[str]:
    """The site's own pages about reaching somebody."""
    found = [rank(intent, page) for intent in ("contact", "help")]
    links = [c.href for c in page.buttons() if is_about_hours(c.name)]
    links += [choices[0].control.href for choices in found if choices]
    home = urlsplit(page.url).netloc
    return list(
        dict.fromkeys(link for link in links if link and urlsplit(urljoin(page.url, link)).netloc == home)
    )


def _leads_away(control: Control, page: Snapshot) -> bool:
    return control.tag == "a" and control.href.partition("#")[0] not in ("", page.url.partition("#")[0])
