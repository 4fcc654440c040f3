"""What needs a browser to be seen: one address, frames of another origin, a menu on the button."""

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
    page.set_default_timeout(8000)
    yield page
    page.context.close()


def _as_far_as_payment(page: Page, company: Company) -> None:
    page.goto(f"{company.url}/product/copper-stove-kettle")
    page.locator(".add button").click()
    page.locator("aside .button").click()
    for name, typed in {
        "first_name": "Gus",
        "last_name": "G",
        "email": "gus@example.com",
        "phone": "01632 9",
    }.items():
        page.locator(f"#{name}").fill(typed)
    page.locator("form[data-step] button").click()
    for name, typed in {"line1": "1 High Street", "town": "Leeds", "postcode": "LS1 1AA"}.items():
        page.locator(f"#{name}").fill(typed)
    page.locator("form[data-step] button").click()
    page.locator("#card_name").fill("G Grump")


def _type_card(page: Page, number: str, frame: str = "card") -> None:
    fields = page.frame_locator(f"iframe[name={frame}]")
    for name, typed in {"cardnumber": number, "exp-date": "1230", "cvc": "123"}.items():
        fields.locator(f"#{name}").fill("")
        fields.locator(f"#{name}").press_sequentially(typed)


def test_a_kettle_is_bought_at_one_address_with_a_card_next_door(phone: Page) -> None:
    """In German, on a phone; a declined card is told, and everything else stays as it was typed."""
    with Company(language="de", checkout="single-page", payment="framed") as company:
        _as_far_as_payment(phone, company)
        fields = phone.frame_locator("iframe[name=card]")
        _type_card(phone, "4000000000000002")
        phone.locator("form[data-pay] button[type=submit]").click()
        phone.get_by_text("hat diese Karte abgelehnt").first.wait_for()
        kept = (phone.locator("#card_name").input_value(), fields.locator("#exp-date").input_value())
        _type_card(phone, "4242424242424242")
        shaped = fields.locator("#cardnumber").input_value()
        phone.locator("form[data-pay] button[type=submit]").click()
        phone.get_by_role("heading", name="KC-1042").wait_for()

        assert ("G Grump", "12 / 30") == kept
        assert "4242 4242 4242 4242" == shaped
        assert f"{company.url}/checkout" == phone.url
        assert "Warenkorb" == phone.locator(".to-basket").inner_text().strip()


def test_each_field_may_have_a_frame_of_its_own(phone: Page) -> None:
    """All three are saved before anything is charged; what is wrong is said in the frame it is wrong in."""
    with Company(payment="framed-fields") as company:
        _as_far_as_payment(phone, company)
        number = phone.frame_locator("iframe[name=card-card_number]")
        number.locator("input").press_sequentially("4242424242424242")
        phone.frame_locator("iframe[name=card-expiry]").locator("input").press_sequentially("130")
        phone.frame_locator("iframe[name=card-code]").locator("input").press_sequentially("123")
        phone.locator("form[data-pay] button[type=submit]").click()
        expiry = phone.frame_locator("iframe[name=card-expiry]")
        expiry.get_by_text("like 12/30").wait_for()
        expiry.locator("input").fill("")
        expiry.locator("input").press_sequentially("530")
        phone.locator("form[data-pay] button[type=submit]").click()
        phone.get_by_role("heading", name="KC-1042").wait_for()

        assert phone.url.endswith("/order/KC-1042/thanks")


@pytest.mark.parametrize("menu", ["help", "languages"])
def test_a_menu_stays_in_the_window(phone: Page, menu: str) -> None:
    """In Polish, whose words leave the least room beside them."""
    with Company(language="pl") as company:
        phone.goto(company.url)
        opened = phone.locator(f"details.menu{'.languages' if menu == 'languages' else ':not(.languages)'}")
        opened.locator("summary").click()
        box = opened.locator("ul").bounding_box()
        wide = phone.evaluate("document.documentElement.scrollWidth")

    assert 320 == wide
    assert box
    assert 0 <= box["x"] <= 320 - box["width"]


LARGE = """const large = document.createElement("style");
large.textContent = "html { font-size: 24px }";
document.head.append(large);"""


@pytest.mark.parametrize("path", ["/", "/search?q=kettle", "/product/barista-apron", "/returns", "/basket"])
def test_nothing_is_wider_than_a_phone_with_large_text(phone: Page, path: str) -> None:
    """A phone that shows everything at twice its size, with text half as large again."""
    phone.set_viewport_size({"width": 195, "height": 332})
    with Company() as company:
        if path == "/basket":
            phone.goto(f"{company.url}/product/copper-stove-kettle")
            phone.locator(".add button").click()
        phone.goto(company.url + path)
        phone.evaluate(LARGE)

        assert 195 == phone.evaluate("document.documentElement.scrollWidth")


def test_a_field_left_wrong_says_so_and_stops_when_mended(phone: Page) -> None:
    """Without the page being sent."""
    with Company(checkout="single-page") as company:
        phone.goto(f"{company.url}/product/stoneware-mug")
        phone.locator(".add button").click()
        phone.locator("aside .button").click()
        phone.locator("#email").fill("gus@")
        phone.locator("#phone").focus()
        phone.get_by_text("name@example.com").wait_for()
        phone.locator("#email").fill("gus@example.com")
        phone.locator("#phone").focus()
        phone.locator("#email-error").wait_for(state="detached")

        assert phone.locator("#email").get_attribute("aria-invalid") is None


@pytest.mark.parametrize("faults", [[], ["menu-covers-button"]])
def test_the_menu_covers_the_button_with_its_fault_only(phone: Page, faults: list[str]) -> None:
    """Whatever is pressed there is not the button."""
    with Company(faults=faults) as company:
        phone.goto(f"{company.url}/product/stoneware-mug")
        button = phone.locator(".add button")
        button.scroll_into_view_if_needed()
        phone.wait_for_timeout(100)
        hit = button.evaluate(
            "(b) => { const r = b.getBoundingClientRect();"
            " return b.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)); }"
        )

        assert hit is not bool(faults)
