"""Look-alikes that need a browser to be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from cxprobe.channels.visits import launch
from cxprobe.demo import Company
from tests.demo.test_in_a_browser import _as_far_as_payment

CARD = {"card_number": "4242424242424242", "expiry": "1230", "code": "123"}


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser without a window."""
    opened = launch(playwright, {}, [], kind="chromium")
    yield opened
    opened.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A phone 320 pixels wide."""
    page = chromium.new_page(viewport={"width": 320, "height": 640}, screen={"width": 320, "height": 640})
    page.set_default_timeout(20_000)
    yield page
    page.context.close()


@pytest.mark.parametrize("checkout", ["classic", "single-page"])
def test_the_page_after_a_payment_leads_to_the_order_by_itself(phone: Page, checkout: str) -> None:
    """Nobody has to press anything, in either checkout."""
    with Company(alike=["paid-page-lost"], checkout=checkout) as company:
        _as_far_as_payment(phone, company)
        for name, typed in CARD.items():
            phone.locator(f"#{name}").fill(typed)
        phone.locator("form[data-pay] button[type=submit]").click()
        phone.get_by_text("Please do not pay again").wait_for()
        phone.get_by_text("Your order number is KC-1042").wait_for()


def test_pay_pressed_twice_says_that_it_was_paid_once(phone: Page) -> None:
    """Both presses arrive, and the page of the second is the one that is seen."""
    with Company(alike=["double-order"]) as company:
        _as_far_as_payment(phone, company)
        for name, typed in CARD.items():
            phone.locator(f"#{name}").fill(typed)
        phone.locator("form[data-pay] button[type=submit]").dblclick()

        phone.get_by_text("this is one order, and it is paid once").wait_for()


def test_the_promo_button_waits_for_a_code(phone: Page) -> None:
    """It says so, and works as soon as one is typed."""
    with Company(alike=["promo-button-dead"]) as company:
        phone.goto(f"{company.url}/product/copper-stove-kettle")
        phone.locator(".add button").click()
        button = phone.locator(".promo button")

        expect(button).to_have_attribute("aria-disabled", "true")
        expect(phone.locator("#code-waits")).to_be_visible()

        phone.locator("#code").fill("KETTLE10")
        expect(button).to_have_attribute("aria-disabled", "false")
        button.click()
        phone.get_by_text("KETTLE10 takes 10 % off.").wait_for()


def test_the_open_menu_lies_over_nothing(phone: Page) -> None:
    """It ends before the main part of the page begins."""
    with Company(alike=["menu-covers-button"]) as company:
        phone.goto(f"{company.url}/product/copper-stove-kettle")
        menu = phone.locator(".menu-above").bounding_box()
        main = phone.locator("main").bounding_box()

        assert menu is not None
        assert main is not None
        assert menu["y"] + menu["height"] <= main["y"]
        phone.locator(".add button").click(trial=True)


def test_an_open_menu_closes_when_something_else_is_pressed(phone: Page) -> None:
    """And with Escape."""
    with Company() as company:
        phone.goto(company.url)
        menu = phone.locator("details.menu").first
        menu.locator("summary").click()
        expect(menu).to_have_attribute("open", "")
        phone.keyboard.press("Escape")
        expect(menu).not_to_have_attribute("open", "")
        menu.locator("summary").click()
        phone.mouse.click(8, 600)
        expect(menu).not_to_have_attribute("open", "")
