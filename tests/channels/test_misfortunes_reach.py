"""Every misfortune reaches the page or the typed text; on an ordinary day the same page finds nothing.

Beside `test_misfortunes_act`, whose customers are on a whole journey: one row a misfortune, each looked
at on a page that notes what reaches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from cxprobe.channels.chat import Chat
from cxprobe.channels.weather import zone_at
from cxprobe.people.identity import REFUSED_CARDS, fresh_identity
from cxprobe.people.misfortunes import CATALOGUE

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]
SOMEBODY = fresh_identity("en_GB", seed=7)
"""Who arrives, on a day without misfortune."""

FORM = """<!doctype html><title>Your details</title><meta name=viewport content="width=device-width">
<form action=/next><label>First name <input name=first></label><label>Last name <input name=last></label>
<label>E-mail <input name=mail></label><label>Phone <input name=phone></label>
<label>Address <input name=line1 autocomplete=address-line1></label>
<label>Line 2 <input name=line2 autocomplete=address-line2></label>
<label>Postcode <input name=postcode></label><label>Card number <input name=card></label>
<label>Expiry <input name=expiry></label><label>Code <input name=code></label><button>Continue</button></form>
<script>
window.heard = [];
document.addEventListener("input", (e) => heard.push(e.target.name + "=" + e.target.value));
</script><script src=/analytics.js></script>"""
NEXT = """<!doctype html><title>Next</title><h1>Next</h1><script>
if (!document.cookie.includes("kept")) {
  document.cookie = "visit=1"; document.cookie = "kept=1; max-age=9000"; sessionStorage.seen = "yes";
}</script>"""
BASKET = """<!doctype html><title>Basket</title><h1>Your basket</h1><table><tr><td>Copper kettle</td>
<td><form action=/basket><label>Quantity <input name=quantity type=number value=1></label>
<button>Update</button></form></td><td>£39.00</td></tr></table><p>Total £39.00</p>
<a href=/next>Go to checkout</a>"""
SHOP = """<!doctype html><title>Kettle</title><h1>Kettle</h1><p>£39.00</p>
<form action=/basket><button>Add to basket</button></form>"""
CHAT = """<!doctype html><title>Chat</title><section aria-label=Chat><div role=log></div>
<textarea aria-label=Message></textarea><button type=button>Send</button></section><script>
window.sent = [];
document.querySelector("button").onclick = () => {
  const box = document.querySelector("textarea"); sent.push(box.value);
  document.querySelector("[role=log]").innerHTML += `<p><b>You</b> <span>${box.value}</span></p>`;
  box.value = "";
};</script>"""


@pytest.fixture(scope="module", autouse=True)
def pages(site: Site) -> None:
    """The pages that note what reaches them."""
    there = {"/form": FORM, "/next": NEXT, "/basket": BASKET, "/shop": SHOP, "/chat": CHAT}
    site.pages.update(there)
    site.put("/analytics.js", "window.counted = true")


def typed(label: str, value: Callable[[Web], str]) -> Callable[[Web], str]:
    """What stands in a field once the customer has written something of their own into it."""

    def look(web: Web) -> str:
        web.open("/form")
        web.fill(label, value(web))
        return web.page.get_by_label(label, exact=True).input_value()

    return look


def own(key: str) -> Callable[[Web], str]:
    """Something of the customer's, as it is on their papers."""
    return lambda web: str(getattr(web.conditions.identity, key))


def asked(question: str) -> Callable[[Web], Any]:
    """What the page itself says of the browser it is in."""

    def look(web: Web) -> Any:
        web.open("/form")
        return web.page.evaluate(question)

    return look


def sent_on(look: str) -> Callable[[Web], Any]:
    """What the next page says, once a form of two fields was sent."""

    def at_the_end(web: Web) -> Any:
        web.open("/form")
        web.fill("First name", "Gus")
        web.fill("Last name", "Grump")
        web.press("Continue")
        return [len(web.context.pages), web.page.url.partition("?")[0][-5:], web.page.evaluate(look)]

    return at_the_end


def old_address(web: Web) -> list[str]:
    """What the page was told of the first line of the address: what came first, and what stood at last."""
    web.open("/form")
    web.fill("Address", "1 High Street")
    heard = [each.removeprefix("line1=") for each in web.page.evaluate("heard")]
    return [heard[0], heard[-1]]


def letters(web: Web) -> list[str]:
    """The longest text that stood in the field of the name, and the last."""
    web.open("/form")
    web.fill("First name", "Gus")
    heard = [each.removeprefix("first=") for each in web.page.evaluate("heard")]
    return [max(heard, key=len), heard[-1]] if "gUS" in heard else ["Gus", heard[-1]]


def messages(web: Web) -> list[str]:
    """What was sent in the chat."""
    web.open("/chat")
    chat = Chat(web, "help", {})
    chat.open()
    chat.say("My kettle arrived broken. I want my money back.")
    return list(web.page.evaluate("sent"))


def losses(web: Web) -> int:
    """How often the line goes down."""
    web.open("/form")
    times = 0
    while web.weather.about_to_fail:
        web.weather.down()
        times += "failed" == web.page.evaluate("fetch('/').then(() => 'answered', () => 'failed')")
        web.weather.up_again(web.page)
    return times


@dataclass(frozen=True)
class Row:
    """A misfortune, where to look, what is there on its day, and what on an ordinary one."""

    id: str
    look: Callable[[Web], Any]
    there: Any
    ordinarily: Any
    value: Any = None


MAIL = SOMEBODY.email
CARD = SOMEBODY.card.number
GROUPS = " ".join(CARD[start : start + 4] for start in range(0, 16, 4))
NEW_TAB = "sessionStorage.seen || 'nothing'"
ROWS = (
    Row("one-letter-name", typed("Last name", own("last_name")), "O", SOMEBODY.last_name),
    Row(
        "long-name",
        typed("Last name", own("last_name")),
        "Featherstonehaugh-Cholmondeley-Wilmington",
        SOMEBODY.last_name,
    ),
    Row("diacritic-name", typed("Last name", own("last_name")), "Łuczyńska", SOMEBODY.last_name),
    Row("two-line-address", typed("Line 2", own("street2")), "Flat 3, Building B", ""),
    Row(
        "sloppy-postcode",
        typed("Postcode", own("postcode")),
        SOMEBODY.postcode.replace(" ", "").lower(),
        SOMEBODY.postcode,
    ),
    Row("plus-mail", typed("E-mail", own("email")), MAIL.replace("@", "+kettle@"), MAIL),
    Row(
        "long-mail",
        lambda web: len(typed("E-mail", own("email"))(web).partition("@")[0]),
        60,
        len(MAIL.partition("@")[0]),
    ),
    Row("foreign-phone", typed("Phone", own("phone")), "+1 202 555 0143", SOMEBODY.phone),
    Row(
        "declined-card",
        typed("Card number", lambda web: web.conditions.identity.card.number),
        REFUSED_CARDS["declined"],
        CARD,
    ),
    Row(
        "expired-card",
        typed("Expiry", lambda web: web.conditions.identity.card.expiry),
        "01/21",
        SOMEBODY.card.expiry,
    ),
    Row("small-codes", typed("Code", lambda _: "KETTLE10"), "kettle10", "KETTLE10"),
    Row("numbers-in-groups", typed("Card number", lambda _: CARD), GROUPS, CARD),
    Row("caps-lock", letters, ["gUS", "Gus"], ["Gus", "Gus"]),
    Row("caps-lock", typed("E-mail", own("email")), MAIL.swapcase(), MAIL),
    Row("wrong-autofill", old_address, ["Flat 9, Old Mill Lane", "1 High Street"], ["1", "1 High Street"]),
    Row(
        "two-messages",
        messages,
        ["My kettle arrived broken.", "I want my money back."],
        ["My kettle arrived broken. I want my money back."],
    ),
    Row("second-tab", sent_on(NEW_TAB), [2, "/next", "nothing"], [1, "/next", "yes"], value=1),
    Row(
        "comes-back-later",
        sent_on("document.cookie + ' ' + (sessionStorage.seen || 'nothing')"),
        [1, "/next", "kept=1 nothing"],
        [1, "/next", "visit=1; kept=1 yes"],
        value=1,
    ),
    Row("landscape-phone", asked("[innerWidth, innerHeight]"), [667, 375], [1280, 800]),
    Row("zoom-200", asked("[innerWidth, innerHeight, devicePixelRatio]"), [640, 400, 2], [1280, 800, 1]),
    Row("dark-mode", asked("matchMedia('(prefers-color-scheme: dark)').matches"), True, False),
    Row("battery-saver", asked("matchMedia('(prefers-reduced-motion: reduce)').matches"), True, False),
    Row("other-language", asked("navigator.languages[0]"), "sv-SE", "en-GB"),
    Row("ad-blocker", asked("!!window.counted"), False, True),
    Row("dropping-line", losses, 3, 0),
)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_misfortune_reaches_the_page(arrive: Arrive, row: Row) -> None:
    """What it says is what the page gets."""
    value = CATALOGUE[row.id].values[0] if row.value is None else row.value

    assert row.there == row.look(arrive({row.id: value}, page=20.0))


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_an_ordinary_customer_has_nothing_of_it(arrive: Arrive, row: Row) -> None:
    """The same acts on the same page, without the misfortune."""
    assert row.ordinarily == row.look(arrive(page=20.0))


ELSEWHERE = {
    "apostrophe-name",
    "right-to-left-name",
    "double-clicks",
    "enter-early",
    "keyboard-only",
    "trailing-space",
    "typos",
    "goes-back",
    "reloads-midway",
    "narrow-phone",
    "slow-line",
    "offline-3s",
}
"""Misfortunes whose effect `test_misfortunes_act` looks at."""


def test_every_misfortune_is_looked_at() -> None:
    """None is in the catalogue whose effect no browser was asked for."""
    apart = {"changes-mind", "middle-of-the-night"}

    assert set(CATALOGUE) == {row.id for row in ROWS} | ELSEWHERE | apart


@pytest.mark.parametrize(
    ("day", "numbers"), [({"changes-mind": 1}, ["2", "1"]), ({}, [])], ids=["two", "ordinary"]
)
def test_a_change_of_mind_is_two_changes_in_the_basket(
    arrive: Arrive, site: Site, day: dict[str, int], numbers: list[str]
) -> None:
    """Two of it, and then one after all; the customer stands before the basket as before."""
    site.asked.clear()
    web = arrive(day, page=20.0)
    web.open("/shop")
    web.press("Add to basket")

    assert numbers == [path.partition("quantity=")[2] for path in site.paths() if "quantity=" in path]
    assert "/basket" in web.page.url


def test_the_middle_of_the_night_is_on_the_browsers_clock(arrive: Arrive) -> None:
    """Three in the morning there, or four if the hour has just struck; others have this machine's zone."""
    clock = asked("[new Date().getHours(), Intl.DateTimeFormat().resolvedOptions().timeZone]")
    hour, zone = clock(arrive({"middle-of-the-night": 3}))
    _, ordinary = clock(arrive())

    assert hour in (3, 4)
    assert zone.startswith("Etc/GMT")
    assert zone != ordinary


def test_a_battery_saver_slows_the_processor_down(arrive: Arrive) -> None:
    """The same sum takes a multiple of the time; measured in turns, the quickest of several counts."""
    slow, quick = arrive({"battery-saver": 4}, page=30.0), arrive(page=30.0)
    for web in (slow, quick):
        web.open("/form")
    reckon = """() => { const began = performance.now(); let sum = 0;
      for (let n = 0; n < 4e6; n++) sum += n % 7; return performance.now() - began + 0 * sum; }"""
    took = [(slow.page.evaluate(reckon), quick.page.evaluate(reckon)) for _ in range(12)]

    assert min(one for one, _ in took) > 1.5 * min(other for _, other in took)
    assert slow.page_patience() > quick.page_patience()


@pytest.mark.parametrize(("answer", "tabs"), [(200, 2), (404, 1)], ids=["opens", "does-not"])
def test_a_tab_that_does_not_open_is_closed_again(arrive: Arrive, site: Site, answer: int, tabs: int) -> None:
    """Where a page cannot be opened by its address, the customer goes on in the first tab."""
    site.put("/next", (answer, NEXT))
    web = arrive({"second-tab": 1}, page=20.0)
    open_now = sent_on("1")(web)[0]
    site.put("/next", NEXT)

    assert tabs == open_now


@pytest.mark.parametrize("hour", range(24))
def test_there_is_a_zone_for_every_hour(hour: int) -> None:
    """Whatever the hour is here, somewhere it is the one that is wanted."""
    for here in range(24):
        now = datetime(2026, 3, 1, here, 30, tzinfo=UTC)

        assert hour == now.astimezone(ZoneInfo(zone_at(hour, now))).hour
