"""The recorder measures alike whoever acts: a customer's verbs, or a test's own Playwright calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import pytest

from cxprobe.channels.web import Web
from cxprobe.demo import Company
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.measures import effort, waiting

Arrive = Callable[..., Web]

_CONTACT = {
    "First name": "Gus",
    "Last name": "Grump",
    "E-mail": "gus@example.com",
    "Phone": "01632 960001",
}


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    """The demo company's address."""
    with Company() as company:
        yield company.url


def with_verbs(web: Web) -> None:
    """A kettle and a promo code, as far as the delivery page, by a customer's verbs."""
    web.open("/")
    web.fill("Search", "copper kettle")
    web.press("Search")
    web.press("Copper Stove Kettle")
    web.press("Add to basket")
    web.fill("Promo code", "KETTLE10")
    web.press("Apply")
    web.press("Checkout")
    for label, value in _CONTACT.items():
        web.fill(label, value)
    web.press("Continue to delivery")
    web.see("Delivery method")
    web.choose("Country", "Ireland")


def with_playwright(web: Web) -> None:
    """The same, as somebody's existing test does it."""
    page = web.page
    page.goto(web.base_url)
    page.get_by_label("Search").fill("copper kettle")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Copper Stove Kettle").first.click()
    page.get_by_role("button", name="Add to basket").click()
    page.get_by_label("Promo code").fill("KETTLE10")
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("link", name="Checkout").click()
    for label, value in _CONTACT.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Continue to delivery").click()
    page.get_by_text("Delivery method").wait_for()
    page.get_by_label("Country").select_option(label="Ireland")


def recorded(web: Web, walk: Callable[[Web], None]) -> Timeline:
    """What the recorder says of one walk."""
    walk(web)
    web.page.wait_for_timeout(100)
    web.recorder.collect(final=True)
    return Timeline(goal="to buy a kettle", moments=web.recorder.moments())


def test_the_same_walk_measures_alike(arrive: Arrive, shop: str) -> None:
    """Presses, keys, fields and steps are the same to the unit, human seconds within 5 %."""
    ours = effort(recorded(arrive(url=shop), with_verbs))
    theirs = effort(recorded(arrive(url=shop), with_playwright))

    counted: Any = ("presses", "keys", "fields", "steps")

    assert [asdict(ours)[key] for key in counted] == [asdict(theirs)[key] for key in counted]
    assert ours.human == pytest.approx(theirs.human, rel=0.05)


def test_what_is_measured_is_what_was_done(arrive: Arrive, shop: str) -> None:
    """Six presses, every key of every field, each field and each page once."""
    theirs = effort(recorded(arrive(url=shop), with_playwright))
    typed = ["copper kettle", "KETTLE10", *_CONTACT.values()]

    assert 6 == theirs.presses
    assert sum(map(len, typed)) == theirs.keys
    assert len(typed) + 1 == theirs.fields
    assert 6 == theirs.steps


def test_a_known_wait_is_measured_alike(arrive: Arrive, site: Any) -> None:
    """A page that takes a second to answer is a second's wait, by verb and by plain call."""
    asking = "async (e) => { e.target.after(await (await fetch('/answer')).text()); }"
    script = f"<script>document.querySelector('button').onclick = {asking}</script>"
    site.put("/slow", f"<title>Slow</title><button>Ask</button>{script}")
    site.put("/answer", Slowly("The answer", 1.0))
    acts: list[Callable[[Web], None]] = [
        lambda web: web.press("Ask"),
        lambda web: web.page.get_by_role("button").click(),
    ]
    waits = []
    for act in acts:
        web = arrive()
        web.page.goto(f"{site.url}/slow")
        web.recorder.begin()
        act(web)
        web.page.get_by_text("The answer").wait_for()
        web.page.wait_for_timeout(50)
        web.recorder.collect(final=True)
        waits.append(waiting(Timeline(goal="an answer", moments=web.recorder.moments())))

    assert [pytest.approx(1.0, abs=0.25)] * 2 == waits


class Slowly(str):
    """A page that takes a while to be written."""

    def __new__(cls, text: str, seconds: float) -> Slowly:
        """The text, and how long it takes."""
        page = super().__new__(cls, text)
        page.seconds = seconds
        return page

    seconds: float

    def encode(self, *_: Any) -> bytes:
        """The bytes of the page, after a while: the server asks for them when it answers."""
        time.sleep(self.seconds)
        return super().encode()
