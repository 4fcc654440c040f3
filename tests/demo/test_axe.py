"""Nobody is kept out: axe finds nothing on any page of the shop, wide or narrow, in two languages.

The rules are axe-core's own, all of them, best practices too; no violation is excused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped] # it ships without types
import pytest
from playwright.sync_api import Browser, Page, Playwright

from cxprobe.channels.visits import launch
from cxprobe.demo import Company

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
WIDTHS = {"desktop": 1280, "narrow": 320}
SHOP_FLOOR = (
    "/",
    "/search",
    "/search?q=kettle",
    "/search?q=nothing-of-the-kind",
    "/product/copper-stove-kettle",
    "/product/barista-apron",
    "/product/barista-apron?missing=size",
    "/product/enamel-camp-kettle",
    "/basket",
    "/orders",
    "/nowhere",
)
SERVICE = (
    "/help",
    "/delivery",
    "/track",
    "/returns",
    "/contact",
    "/account",
    "/invoice",
    "/newsletter",
    "/feedback",
)
OFFICE = ("/back-office", "/outbox")


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser without a window."""
    opened = launch(playwright, {}, [], kind="chromium")
    yield opened
    opened.close()


@pytest.fixture(params=list(WIDTHS.values()), ids=list(WIDTHS))
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a desk, then one 320 pixels wide."""
    opened = chromium.new_page(viewport={"width": request.param, "height": 800}, reduced_motion="reduce")
    opened.set_default_timeout(20_000)
    yield opened
    opened.context.close()


def _violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, frames and all: rule, and where."""
    for frame in page.frames:
        frame.evaluate(AXE)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {each['id']} at {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def _at(page: Page, company: Company, *paths: str) -> list[str]:
    found: list[str] = []
    for path in paths:
        page.goto(f"{company.url}{path}")
        found += _violations(page)
    return found


def _type(page: Page, **typed: str) -> None:
    for name, text in typed.items():
        page.locator(f"#{name}").fill(text)


def _send(page: Page, form: str) -> None:
    page.locator(f"{form} button[type=submit]").first.click()


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_page_that_is_only_looked_at(page: Page, language: str) -> None:
    """Shop floor, service, and the office behind the counter."""
    with Company(language=language, cookie_banner=language == "de") as company:
        assert [] == _at(page, company, *SHOP_FLOOR, *SERVICE, *OFFICE)


def test_a_page_with_a_violation_is_told(page: Page) -> None:
    """The test can fail: a picture without words is found."""
    page.set_content("<html lang=en><title>t</title><main><h1>t</h1><img src='data:,'></main></html>")

    assert ["image-alt"] == [told.split()[1] for told in _violations(page)]


@pytest.mark.parametrize(
    ("language", "checkout", "payment"),
    [("en", "classic", "plain"), ("de", "single-page", "framed"), ("en", "classic", "framed-fields")],
)
def test_every_page_of_a_purchase(page: Page, language: str, checkout: str, payment: str) -> None:
    """Basket, steps with and without errors, payment, confirmation, order list and invoice."""
    with Company(language=language, checkout=checkout, payment=payment) as company:
        found = _to_the_till(page, company)
        found += _through_the_steps(page)
        found += _paid(page, payment)
        found += _at(
            page, company, "/orders", "/order/KC-1042/invoice", "/order/KC-1042/feedback", "/back-office"
        )

    assert [] == found


def _to_the_till(page: Page, company: Company) -> list[str]:
    page.goto(f"{company.url}/product/copper-stove-kettle")
    page.locator(".add button").click()
    page.wait_for_url("**/basket")
    found = _violations(page)
    _type(page, code="EXPIRED")
    _send(page, ".promo")
    page.locator("#code-error").wait_for()
    found += _violations(page)
    _type(page, code="KETTLE10")
    _send(page, ".promo")
    page.locator(".promo-on").wait_for()
    found += _violations(page)
    page.locator("aside .button").click()
    return found


def _through_the_steps(page: Page) -> list[str]:
    page.locator("#first_name").wait_for()
    found = _violations(page)
    _send(page, "form[data-step=contact]")
    page.locator("#summary").wait_for()
    found += _violations(page)
    _type(page, first_name="Gus", last_name="Grump", email="gus@example.com", phone="01632 960001")
    _send(page, "form[data-step=contact]")
    page.locator("#line1").wait_for()
    found += _violations(page)
    _type(page, line1="1 High Street", town="Leeds", postcode="LS1 1AA")
    _send(page, "form[data-step=delivery]")
    page.locator("#card_name").wait_for()
    return found + _violations(page)


def _paid(page: Page, payment: str) -> list[str]:
    found: list[str] = []
    if payment == "plain":
        _send(page, "form[data-pay]")
        page.locator("#summary").wait_for()
        found += _violations(page)
    _type(page, card_name="G Grump")
    typed = {"card_number": "4242424242424242", "expiry": "1230", "code": "123"}
    names = {"card_number": "cardnumber", "expiry": "exp-date", "code": "cvc"}
    for field, text in typed.items():
        if payment == "plain":
            page.locator(f"#{field}").fill(text)
            continue
        frame = page.frame_locator(
            "iframe[name=card]" if payment == "framed" else f"iframe[name=card-{field}]"
        )
        frame.locator(f"#{names[field]}").press_sequentially(text)
    _send(page, "form[data-pay]")
    page.get_by_text("KC-1042").first.wait_for()
    return found + _violations(page)


def test_what_comes_after_the_sale(page: Page) -> None:
    """Status, return and label, ticket, account with history, newsletter: as they are when all went well."""
    with Company() as company:
        sample = {"order_number": "KC-1001", "email": "gus@example.com"}
        found: list[str] = []
        for path in ("/track", "/invoice", "/returns"):
            found += _asked(page, company, path, sample)
        page.locator("main .button").click()
        found += _violations(page)
        found += _written(page, company)
        found += _account(page, company)

    assert [] == found


def _asked(page: Page, company: Company, path: str, typed: dict[str, str]) -> list[str]:
    page.goto(f"{company.url}{path}")
    _send(page, "main form")
    page.locator("#summary").wait_for()
    found = _violations(page)
    _type(page, **typed)
    if path == "/returns":
        page.locator("#reason").select_option("broken")
    _send(page, "main form")
    page.get_by_text("KC-1001").first.wait_for()
    return found + _violations(page)


def _written(page: Page, company: Company) -> list[str]:
    page.goto(f"{company.url}/contact")
    _type(page, name="Gus", email="gus@example.com", message="Does it whistle?")
    _send(page, "main form")
    page.get_by_text("T-2001").wait_for()
    found = _violations(page)
    page.goto(f"{company.url}/newsletter")
    _type(page, email="gus@example.com")
    _send(page, "main form")
    page.locator("main [role=status]").wait_for()
    return found + _violations(page)


def _account(page: Page, company: Company) -> list[str]:
    page.goto(f"{company.url}/account")
    page.locator("#email-new").fill("gus@example.com")
    page.locator("#password-new").fill("a-good-cup-of-tea")
    _send(page, "form[action='/account/new']")
    page.locator("form[action='/account/out']").wait_for()
    return _violations(page)
