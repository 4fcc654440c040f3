"""Traits of personas act: what a file says of somebody is what the page meets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.filling import Filler
from cxprobe.customer import Customer, Scene
from cxprobe.demo import Company
from cxprobe.judging.measures import errors
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.settings import bundled

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

FORM = """<!doctype html><title>Your details</title><p>Some text</p><form>
<label>First name <input name=first></label><label>Last name <input name=last></label>
<label>Company <input name=company></label><label>VAT number <input name=vat></label>
<button>Continue</button></form>"""


@pytest.fixture
def comes(browsers: Browsers, site: Site) -> Iterator[Callable[[str], Web]]:
    """Lets one of the personas that come along stand before a form."""
    site.put("/form", FORM)
    there: list[Web] = []

    def come(name: str) -> Web:
        member = find_persona(name, [bundled("personas")]).draw(1)
        conditions = Day().conditions(member, fresh_identity(member.locale, seed=4), CATALOGUE)
        web = browsers.visit(conditions, site.url)
        web.recorder.begin()
        there.append(web)
        web.open("/form")
        return web

    yield come
    for web in there:
        web.close()


@pytest.mark.parametrize(
    ("name", "expected"), [("large-text", [640, 2, "24px"]), ("ordinary", [1280, 1, "16px"])]
)
def test_large_text_is_large_and_takes_room(
    comes: Callable[[str], Web], name: str, expected: list[object]
) -> None:
    """Half the window in each direction, and text as the browser's settings have it."""
    look = "[innerWidth, devicePixelRatio, getComputedStyle(document.querySelector('p')).fontSize]"

    assert expected == comes(name).page.evaluate(look)


def test_the_browser_speaks_the_language_of_home(comes: Callable[[str], Web]) -> None:
    """Who learned English late asks for pages in another language; others in their own."""
    language = "navigator.language.slice(0, 2)"

    assert comes("second-language").page.evaluate(language) in {"tr", "hu", "ro"}
    assert "en" == comes("ordinary").page.evaluate(language)


@pytest.mark.parametrize(("name", "business"), [("business-buyer", True), ("ordinary", False)])
def test_a_business_fills_in_its_company_and_its_number(
    comes: Callable[[str], Web], name: str, business: bool
) -> None:
    """Company and tax number stand in the form; private customers leave both empty."""
    web = comes(name)
    identity = web.conditions.identity
    Filler(web, identity, identity.known()).fill()
    filled = web.page.evaluate("[...document.querySelectorAll('input')].map((field) => field.value)")

    assert [identity.first_name, identity.last_name] == filled[:2]
    assert ([f"{identity.last_name} & Partners", "GB999999973"] if business else ["", ""]) == filled[2:]


@pytest.mark.parametrize(("guess", "given", "met"), [("NOSUCH", "", 0), ("", "NOSUCH", 1)])
def test_a_code_only_guessed_at_may_be_refused(browsers: Browsers, guess: str, given: str, met: int) -> None:
    """Whoever tries their luck does not mind; whoever was given the code does."""
    member = replace(find_persona("ordinary", [bundled("personas")]).draw(1), promo=guess)
    conditions = Day().conditions(member, fresh_identity(member.locale, seed=4), CATALOGUE)
    with Company() as company:
        customer = Customer(browsers.visit(conditions, company.url), Scene())
        with customer.wants("to buy a kettle") as journey:
            customer.open("/product/copper-stove-kettle")
            customer.add_to_basket()
            number = customer.check_out(given)
        customer.leave()

    assert number.startswith("KC-")
    assert customer.promo is not None
    assert "refused" == customer.promo.kind
    assert met == len(errors(journey.timeline))
