"""Misfortunes act: each one's effect reaches the page, and is not there on an ordinary day."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.customer import Customer, Journey, Scene
from cxprobe.demo import Company
from cxprobe.errors import GaveUp
from cxprobe.judging.standards import standard
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.settings import bundled

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]

WATCHED = """<!doctype html><title>A form</title><meta name=viewport content="width=device-width">
<form action=/next><label>First <input name=first id=first></label><label>Second <input name=second></label>
<label>Code <input name=code></label><button>Continue</button></form><button id=plain>Plain</button>
<div id=mouse onclick="note('mouse only')">Mouse only</div>
<script>
window.noted = []; const note = what => noted.push(what);
for (const kind of ["pointerdown", "mousedown", "touchstart", "keydown", "submit"])
  addEventListener(kind, e => note(kind === "pointerdown" ? `pointer ${e.pointerType}` : kind), true);
document.querySelector("#plain").addEventListener("click", () => note("press"));
</script>"""


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    """Kettle & Co with every switch off."""
    with Company(speed=4) as company:
        yield company


@pytest.fixture
def form(arrive: Arrive, site: Site) -> Callable[..., Web]:
    """A customer before a form that notes what is done to it."""
    site.put("/form", WATCHED)
    site.put("/next", "<title>Next</title><h1>Next</h1>")

    def come(day: dict[str, Any] | None = None, **more: Any) -> Web:
        web = arrive(day, **more)
        web.open("/form")
        return web

    return come


@pytest.fixture
def buys(arrive: Arrive, company: Company) -> Callable[[dict[str, Any]], tuple[Web, Journey]]:
    """A customer who buys a kettle on such a day, judged by the standard of the checkout."""

    def buy(day: dict[str, Any]) -> tuple[Web, Journey]:
        web = arrive(day, url=company.url, page=15.0)
        customer = Customer(web, Scene())
        with customer.wants("to buy a kettle") as journey:
            customer.open("/")
            customer.look_for("copper stove kettle")
            customer.add_to_basket()
            customer.check_out()
        journey.expect(standard("checkout", bundled("scenarios") / "standards.toml"))
        return web, journey

    return buy


def noted(web: Web) -> list[str]:
    """What the page noted, in order."""
    return list(web.page.evaluate("noted"))


def value(web: Web, label: str) -> str:
    """What stands in a field."""
    return web.page.get_by_label(label).input_value()


def detours(journey: Journey) -> list[str]:
    """The misfortunes that acted on the way."""
    return [str(m.data["misfortune"]) for m in journey.moments if m.kind == "detour"]


# ---- the name ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        pytest.param({"apostrophe-name": "O'Brien"}, id="apostrophe"),
        pytest.param({"right-to-left-name": "ليلى حداد"}, id="arabic"),
    ],
)
def test_the_name_is_typed_as_it_is_and_comes_back_the_same(
    buys: Callable[..., tuple[Web, Journey]], day: dict[str, str]
) -> None:
    """An unusual name gets through the checkout, and is shown as it was written."""
    web, journey = buys(day)
    name = web.conditions.identity.name
    shown = " ".join(line for m in journey.moments if m.kind == "text" for line in m.data["texts"])

    assert journey.judgement
    assert "served" == journey.judgement.verdict
    assert name.endswith(next(iter(day.values())))
    assert f"To {name}" in shown
    assert name.split()[0] in web.page.get_by_role("heading", level=1).inner_text()


def test_an_ordinary_name_has_nothing_to_stumble_over(arrive: Arrive) -> None:
    """Without the misfortune a name is letters of its own locale."""
    name = arrive().conditions.identity.name

    assert name.replace(" ", "").replace("-", "").isascii()
    assert "'" not in name


# ---- the hands --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "presses"), [({"double-clicks": True}, 2), ({}, 1)], ids=["double", "ordinary"]
)
def test_a_double_click_is_two_presses(form: Callable[..., Web], day: dict[str, bool], presses: int) -> None:
    """The page gets both, and an ordinary customer presses once."""
    web = form(day)
    web.press("Plain")

    assert presses == noted(web).count("press")


def test_a_double_tap_on_a_phone_is_two_presses(form: Callable[..., Web]) -> None:
    """On a touch screen it is two taps."""
    web = form({"double-clicks": True, "narrow-phone": True})
    web.press("Plain")

    assert 2 == noted(web).count("press")
    assert "pointer touch" in noted(web)


def test_enter_too_early_sends_the_form_once(form: Callable[..., Web], site: Site) -> None:
    """After the first field the form is sent; the next one is filled in without a slip."""
    site.asked.clear()
    web = form({"enter-early": True})
    web.fill("First", "Gus")
    web.page.go_back()
    web.fill("First", "Gus")
    web.fill("Second", "Grump")

    assert 1 == sum(path.startswith("/next") for path in site.paths())
    assert web.page.url.endswith("/form")


def test_an_ordinary_customer_sends_a_form_when_it_is_filled(form: Callable[..., Web], site: Site) -> None:
    """No Enter before its time."""
    site.asked.clear()
    web = form()
    web.fill("First", "Gus")
    web.fill("Second", "Grump")

    assert ["/form"] == site.paths()
    assert "submit" not in noted(web)


def test_whoever_pressed_enter_early_recovers_and_is_not_blamed_on_the_company(
    buys: Callable[..., tuple[Web, Journey]],
) -> None:
    """The errors of the early form are the customer's own, and the order is placed once."""
    _, journey = buys({"enter-early": True})
    errors = [m for m in journey.moments if m.kind == "error"]

    assert journey.judgement
    assert ("served", ["enter-early"]) == (journey.judgement.verdict, detours(journey))
    assert errors
    assert all(m.data.get("own") for m in errors)


@pytest.mark.parametrize(
    ("day", "held"), [({"trailing-space": " "}, "SAVE10 "), ({}, "SAVE10")], ids=["pasted", "ordinary"]
)
def test_what_is_pasted_has_a_space_at_its_end(
    form: Callable[..., Web], day: dict[str, str], held: str
) -> None:
    """Codes are pasted, with what clings to them; names are typed."""
    web = form(day)
    web.fill("Code", "SAVE10")
    web.fill("First", "Gus")

    assert (held, "Gus") == (value(web, "Code"), value(web, "First"))


def test_typing_slips_are_corrected_and_counted(form: Callable[..., Web]) -> None:
    """The text comes out right; the corrections cost keys, and are told."""
    web = form({"typos": 12})
    text = "My kettle arrived broken and I want another one"
    web.fill("First", text)
    web.page.get_by_label("Second").focus()
    web.recorder.collect()
    keys = next(m for m in web.recorder.moments() if m.kind == "keys" and m.data["field"] == "First")

    assert text == value(web, "First")
    assert len(text) // 12 <= keys.data["corrections"] <= len(text) // 12 + 1
    assert len(text) + 2 * keys.data["corrections"] == keys.data["count"]


def test_an_ordinary_customer_makes_no_slips(form: Callable[..., Web]) -> None:
    """As many keys as letters, and nothing corrected."""
    web = form()
    web.fill("First", "My kettle arrived broken")
    web.page.get_by_label("Second").focus()
    web.recorder.collect()
    keys = next(m for m in web.recorder.moments() if m.kind == "keys" and m.data["field"] == "First")

    assert (len("My kettle arrived broken"), 0) == (keys.data["count"], keys.data["corrections"])


@pytest.mark.parametrize("day", [{"keyboard-only": True}, {"keyboard-only": True, "double-clicks": True}])
def test_whoever_has_only_a_keyboard_never_uses_a_pointer(
    form: Callable[..., Web], day: dict[str, bool]
) -> None:
    """Fields and buttons are reached and worked without one pointer event."""
    web = form(day)
    web.fill("Second", "Grump")
    web.press("Plain")
    seen = noted(web)

    assert "press" in seen
    assert not [each for each in seen if each.startswith(("pointer", "mouse", "touch"))]


def test_an_ordinary_customer_uses_a_mouse(form: Callable[..., Web]) -> None:
    """The same acts, with a pointer."""
    web = form()
    web.press("Plain")

    assert "pointer mouse" in noted(web)


def test_what_the_keyboard_cannot_reach_is_a_dead_end(form: Callable[..., Web]) -> None:
    """A control for the mouse only ends the visit of who has none, with the evidence."""
    web = form({"keyboard-only": True})

    with pytest.raises(GaveUp, match="with the keyboard"):
        web.press_at(web.page.locator("#mouse"), "Mouse only")

    assert ["Mouse only"] == [m.data["target"] for m in web.recorder.moments() if m.kind == "dead_end"]
    assert "mouse only" not in noted(web)


# ---- the device -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "width", "kind"),
    [({"narrow-phone": True}, 320, "pointer touch"), ({}, 1280, "pointer mouse")],
    ids=["phone", "ordinary"],
)
def test_a_narrow_phone_is_narrow_and_touched(
    form: Callable[..., Web], day: dict[str, bool], width: int, kind: str
) -> None:
    """320 CSS pixels, and taps instead of clicks."""
    web = form(day)
    web.press("Plain")

    assert width == web.page.evaluate("innerWidth")
    assert kind in noted(web)


# ---- the way ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "acted"),
    [
        ({"goes-back": 3}, ["goes-back"]),
        ({"goes-back": 1, "reloads-midway": 2}, ["goes-back", "reloads-midway"]),
        ({}, []),
    ],
    ids=["back", "back-and-reload", "ordinary"],
)
def test_steps_aside_are_taken_once_and_the_order_is_placed(
    buys: Callable[..., tuple[Web, Journey]], day: dict[str, int], acted: list[str]
) -> None:
    """Going back and reloading happen midway, are told, and lead to one order all the same."""
    _, journey = buys(day)

    assert journey.judgement
    assert ("served", acted) == (journey.judgement.verdict, detours(journey))


# ---- the line ---------------------------------------------------------------------------------------


_TOOK = """() => {
  const [page] = performance.getEntriesByType("navigation");
  return (page.responseEnd - page.fetchStart) / 1000;
}"""


def slow(web: Web, path: str = "/form") -> tuple[float, float, float]:
    """How long opening a page took by the page's own clock; what of it the company and the line took."""
    web.recorder.begin()
    web.open(path)
    web.page.wait_for_timeout(400)
    web.recorder.collect(final=True)
    visit = next(m for m in web.recorder.moments() if m.kind == "visit")
    return web.page.evaluate(_TOOK), visit.waited, visit.data.get("own_line", 0.0)


def test_a_slow_line_is_slow_and_not_the_companys_fault(form: Callable[..., Web]) -> None:
    """A page takes the line's own time longer, and that time is not charged to the company."""
    web = form({"slow-line": "slow-3g"}, page=15.0)
    took, charged, own = slow(web)

    assert took > 0.35
    assert own > 0.35
    assert charged < 0.2


def test_an_ordinary_line_costs_nothing(form: Callable[..., Web]) -> None:
    """Without the misfortune the same page is there at once, and nothing is put down to the line."""
    took, _, own = slow(form())

    assert took < 0.35
    assert 0.0 == own


def test_a_line_that_is_down_for_three_seconds_is_got_over(
    buys: Callable[..., tuple[Web, Journey]],
) -> None:
    """Requests fail, the failures are the line's own, the customer tries again and the order is placed."""
    _, journey = buys({"offline-3s": True})
    failed = [m for m in journey.moments if m.kind == "network" and "failure" in m.data]

    assert journey.judgement
    assert ("served", ["offline-3s"]) == (journey.judgement.verdict, detours(journey))
    assert failed
    assert all(m.data["own_line"] for m in failed)


def test_what_a_chat_has_taken_is_not_sent_again_when_the_line_is_back(
    arrive: Arrive, company: Company
) -> None:
    """The line drops at the second piece: it was said when it was sent, and it is answered."""
    web = arrive({"dropping-line": True, "two-messages": True}, url=company.url, page=15.0)
    customer = Customer(web, Scene())
    with customer.wants("an answer to a question") as journey:
        customer.open("/")
        answer = customer.say("How long does standard delivery take?")
    moments = [m.kind for m in journey.moments if m.kind in ("said", "heard")]

    assert "2 to 3 working days" in answer
    assert 2 == sum(m.data.get("target") == "Send" for m in journey.moments if m.kind == "press")
    assert "heard" in moments[moments.index("said") :]


# ---- many at once -----------------------------------------------------------------------------------


def drawn(seed: int) -> dict[str, Any]:
    """About half of all misfortunes, of each slot one at most."""
    rng, day = Random(seed), {}
    for choices in CATALOGUE.factors(("web", "chat"), "pay").values():
        if rng.random() < 0.5:
            name, what = rng.choice(choices)
            day[name] = what
    return day


@pytest.mark.parametrize("seed", [1, 5, 7])
def test_a_good_company_serves_customers_on_the_worst_of_days(
    buys: Callable[..., tuple[Web, Journey]], seed: int
) -> None:
    """With every switch off, the practice company copes with whatever falls on one day."""
    _, journey = buys(drawn(seed))

    assert journey.judgement
    assert "served" == journey.judgement.verdict, json.dumps(drawn(seed), ensure_ascii=False)


def test_nothing_of_a_misfortune_is_left_for_the_next_customer(
    form: Callable[..., Web],
) -> None:
    """A customer on an ordinary day, in the same browser, finds an ordinary browser."""
    form({"narrow-phone": True, "keyboard-only": True, "slow-line": "slow-3g"}, page=15.0)
    web = form()
    web.press("Plain")

    assert 1280 == web.page.evaluate("innerWidth")
    assert 1 == noted(web).count("press")
    assert "pointer mouse" in noted(web)
