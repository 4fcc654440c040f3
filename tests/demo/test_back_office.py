"""The back office tells what is so, and sets the switches while the company is open."""

from __future__ import annotations

import mailbox
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.visits import launch
from cxprobe.demo import FAULTS, SINS, Company
from cxprobe.demo.back_office import _mails
from cxprobe.demo.promise import delivered_by, today

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]


def _truth(shopper: Shopper) -> dict[str, Any]:
    told: dict[str, Any] = shopper.http.get("/back-office.json").json()
    return told


def test_an_order_is_told_as_it_is_in_the_books(open_company: OpenCompany, visit: Visit) -> None:
    """Who, what, for how much and until when; and what left the shelf."""
    shopper = visit(open_company())
    shopper.take("glass-teapot")
    shopper.pay(shopper.reach_payment())
    truth = _truth(shopper)
    order = truth["orders"][-1]

    assert ("KC-1042", "Gus Grump", "gus@example.com") == (order["order"], order["name"], order["email"])
    assert [("glass-teapot", 1, 2900), ("copper-stove-kettle", 1, 3900)] == [
        (line["product"], line["quantity"], line["price"]) for line in order["lines"]
    ]
    assert (6800, None) == (order["bill"]["total"], order["delivered"])
    assert delivered_by(today()).isoformat() == order["promised"]
    assert {"glass-teapot": 1, "copper-stove-kettle": 1} == truth["sold"]


@pytest.mark.parametrize(("fault", "presses", "there"), [("paid-page-lost", 1, 1), ("double-order", 2, 2)])
def test_what_a_fault_made_of_an_order_is_seen(
    open_company: OpenCompany, visit: Visit, fault: str, presses: int, there: int
) -> None:
    """The books know of the order whose page was lost, and of two where one was meant."""
    shopper = visit(open_company(fault))
    token = shopper.reach_payment()
    for _ in range(presses):
        shopper.pay(token)

    assert there == sum(order["placed"][:10] == str(today()) for order in _truth(shopper)["orders"])


def test_tickets_returns_accounts_and_mails_are_there(open_company: OpenCompany, visit: Visit) -> None:
    """As customers left them; a mail is there a moment later."""
    shopper = visit(open_company())
    gus = {"email": "gus@example.com"}
    shopper.send("/contact", **gus, name="Gus", subject="order", message="Does it whistle?")
    shopper.send("/returns", **gus, order_number="KC-1001", reason="broken")
    shopper.send("/account/new", **gus, password="a-good-cup-of-tea")
    shopper.send("/newsletter", **gus)
    truth = _soon(shopper, lambda told: len(told["mails"]) >= 4)

    assert ["T-2001", "Does it whistle?"] == [truth["tickets"][0][key] for key in ("ticket", "message")]
    assert ["RT-3001", 1001] == [truth["returns"][0][key] for key in ("return", "order_number")]
    assert ["gus@example.com"] == truth["subscribers"]
    assert "gus@example.com" in truth["accounts"]
    assert all("gus@example.com" in mail["to"] and mail["subject"] for mail in truth["mails"])


def test_addresses_of_other_letters_are_told_as_the_outbox_tells_them(
    open_company: OpenCompany, visit: Visit
) -> None:
    """Umlauts and all."""
    shopper = visit(open_company())
    shopper.send("/contact", email="jörg@müller.example", name="Jörg", subject="order", message="Pfeift er?")
    truth = _soon(shopper, lambda told: bool(told["mails"]))

    assert ["jörg@müller.example"] == [mail["to"] for mail in truth["mails"]]
    assert "jörg@müller.example" in shopper.see("/outbox")


def test_on_a_phone_everything_is_in_sight(
    open_company: OpenCompany, visit: Visit, playwright: Playwright
) -> None:
    """No table is wider than the screen, and each button stands beside its list."""
    company = open_company()
    shopper = visit(company)
    shopper.pay(shopper.reach_payment(email="somebody.with.a.rather.long.address@example.com"))
    _soon(shopper, lambda told: bool(told["mails"]))
    browser = launch(playwright, {}, [], kind="chromium")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{company.url}/back-office")
    widths = page.evaluate(_TOO_WIDE)
    tops = page.evaluate(_APART)
    browser.close()

    assert [] == widths
    assert [] == tops


_TOO_WIDE = """() => [...document.querySelectorAll("html, .wide, .wide th, .wide td")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > 361)
    .filter((each) => !each.closest("thead")).map((each) => each.textContent)"""
_APART = """() => [...document.querySelectorAll(".board form")].filter((form) =>
    form.querySelector("button").getBoundingClientRect().top >=
    form.querySelector("select").getBoundingClientRect().bottom).map((form) => form.textContent)"""


def _soon(shopper: Shopper, there: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    patience = time.monotonic() + 15
    while not there(_truth(shopper)) and time.monotonic() < patience:
        time.sleep(0.05)
    return _truth(shopper)


def test_the_page_shows_the_same_to_people(open_company: OpenCompany, visit: Visit) -> None:
    """Orders, the sample's too, and every switch with a form of its own."""
    shopper = visit(open_company("slow-search"))
    shopper.pay(shopper.reach_payment())
    page = shopper.see("/back-office")

    assert '<th scope="row">KC-1042</th>' in page
    assert "1 × copper-stove-kettle" in page
    assert [] == [name for name in (*SINS, *FAULTS) if f'name="switch" value="{name}"' not in page]
    assert 1 == page.count("<option selected>always")


def test_a_switch_is_set_from_the_page(open_company: OpenCompany, visit: Visit) -> None:
    """Each way, at once, and back again."""
    company = open_company()
    shopper = visit(company)
    seen = []
    for way in ("always", "alike", "sometimes", "off"):
        shopper.send("/back-office/switch", switch="search-misses-plurals", way=way)
        told = _truth(shopper)["switches"]["search-misses-plurals"]
        page = shopper.see("/search?q=kettles")
        seen.append((told, "We looked for" in page))

    assert [("always", False), ("alike", True), ("sometimes", False), ("off", False)] == seen
    assert frozenset() == company.switches
    assert "copper-stove-kettle" in shopper.see("/search?q=kettles")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"switch": "slow-serch", "way": "always"}, "Did you mean 'slow-search'?"),
        ({"switch": "slow-search", "way": "now and then"}, "There are: off, sometimes, always, alike."),
    ],
)
def test_what_cannot_be_set_is_refused(shopper: Shopper, sent: dict[str, str], said: str) -> None:
    """With what there is."""
    answer = shopper.send("/back-office/switch", **sent)

    assert 400 == answer.status_code
    assert said in answer.json()["error"]


def test_customers_are_not_led_to_the_back_office(shopper: Shopper) -> None:
    """No page of the shop links to it."""
    pages = [shopper.see(path) for path in ("/", "/help", "/account", "/contact", "/basket")]

    assert [] == [page for page in pages if "/back-office" in page or "/outbox" in page]


def test_mails_are_told_in_the_order_of_their_days(tmp_path: Path) -> None:
    """By when they were sent, not by how the days of the week are spelt; undated ones come first."""
    box = mailbox.Maildir(tmp_path / "box", create=True)
    for date in ("Mon, 30 Nov 2026 08:00:00 +0000", "Fri, 04 Dec 2026 08:00:00 +0000", "yesterday"):
        box.add(f"To: gus@example.com\nSubject: x\nDate: {date}\n\nHello.")

    got = [mail["at"] for mail in _mails(tmp_path / "box")]

    assert ["yesterday", "Mon, 30 Nov 2026 08:00:00 +0000", "Fri, 04 Dec 2026 08:00:00 +0000"] == got
