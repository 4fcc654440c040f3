"""The chat's window as a browser shows it: closed, silent, and with a link in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

from cxprobe.channels.visits import launch
from cxprobe.demo import Company


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser without a window."""
    opened = launch(playwright, {}, [], kind="chromium")
    yield opened
    opened.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page 320 pixels wide."""
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    page.set_default_timeout(15_000)
    yield page
    page.context.close()


def _open_chat(page: Page, company: Company, path: str = "/") -> None:
    page.goto(company.url + path)
    page.locator(".chat-open").click()


def _say(page: Page, text: str) -> None:
    page.locator("#chat-message").fill(text)
    page.locator(".chat-form button").click()


def test_a_closed_chat_takes_a_message_by_a_form(phone: Page) -> None:
    """What is missing is said at its field; then the ticket's number is shown."""
    with Company(alike=["chat-offline"], language="de", speed=50) as company:
        _open_chat(phone, company)
        phone.get_by_text("Unser Chat ist gerade geschlossen.").wait_for()
        phone.get_by_label("Nachricht", exact=True).fill("Mein Kessel ist kaputt")
        phone.get_by_label("E-Mail-Adresse", exact=True).fill("gus")
        send = phone.locator(".chat-leave button")
        send.click()
        phone.locator("#leave-email-error").wait_for()
        wrong = phone.locator(".chat-leave [aria-invalid]").count()
        phone.locator("#leave-name").fill("Gus")
        phone.locator("#leave-email").fill("gus@example.com")
        send.click()
        phone.get_by_text("T-2001").wait_for()

        assert 2 == wrong
        assert 0 == phone.locator(".chat-leave").count()
        assert not phone.locator("#chat-message").is_visible()


def test_offline_without_a_word_looks_like_any_chat(phone: Page) -> None:
    """What one writes stands there, and waits."""
    with Company(faults=["chat-offline"], speed=50) as company:
        _open_chat(phone, company)
        _say(phone, "Hello?")
        phone.locator(".said.you.waiting").wait_for()
        phone.wait_for_timeout(500)

        assert 1 == phone.locator(".chat-log > *").count()


def test_the_link_to_how_it_went_can_be_pressed(phone: Page) -> None:
    """It leads to the page."""
    with Company(alike=["no-interest-in-feedback"], speed=50) as company:
        _open_chat(phone, company)
        _say(phone, "When are you open?")
        phone.locator(".chat-log a").click()
        phone.get_by_role("heading", name="How did it go?").wait_for()

        assert phone.url == f"{company.url}/feedback"


def test_a_lost_thread_is_gone_after_a_reload(phone: Page) -> None:
    """Nothing of what was said is there."""
    with Company(faults=["chat-loses-thread"], speed=50) as company:
        _open_chat(phone, company)
        _say(phone, "My kettle KC-1001 arrived broken")
        phone.get_by_text("RF-2001").wait_for()
        phone.reload()
        phone.locator(".said").first.wait_for()

        assert 0 == phone.get_by_text("RF-2001").count()
        assert 0 == phone.locator(".said.you").count()
