"""Forms filled in as a person does, on pages with scripts of their own, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.filling import Filler
from cxprobe.channels.visits import Browsers
from cxprobe.settings import Settings
from tests.channels import forms_pages as pages

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Fill = Callable[..., Filler]


@pytest.fixture
def before(arrive: Callable[..., Web], site: Site) -> Fill:
    """Somebody before a form: `before(pages.ORDINARY, day={"typos": 12})`."""

    def come(
        page: str,
        *,
        day: dict[str, Any] | None = None,
        known: dict[str, str] | None = None,
        by: Browsers | None = None,
    ) -> Filler:
        web = arrive(day, by=by)
        site.put("/form", page)
        web.open("/form")
        return Filler(web, web.conditions.identity, known or {})

    return come


def values(filler: Filler) -> dict[str, Any]:
    """What stands in the fields of the page, by name; of boxes whether they are ticked."""
    return dict(
        filler.web.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("input, select, textarea")]
            .filter(e => e.name && (e.type !== "radio" || e.checked))
            .map(e => [e.name, e.type === "checkbox" ? e.checked : e.value]))"""
        )
    )


def test_an_ordinary_form_is_filled_in(before: Fill) -> None:
    """Name, mail, address, country; nothing that nobody asked for."""
    filler = before(pages.ORDINARY)
    filler.fill()
    who, stands = filler.identity, values(filler)

    assert [who.first_name, who.last_name, who.email] == [stands[k] for k in ("first", "last", "email")]
    assert [who.street, "", who.city, who.postcode] == [stands[k] for k in ("line1", "line2", "city", "zip")]
    assert ["GB", "", ""] == [stands[k] for k in ("country", "company", "promo")]
    assert [True, False, False] == [stands[k] for k in ("terms", "news", "warranty")]


def test_masks_regroup_what_is_typed(before: Fill) -> None:
    """A card number in fours, an expiry with its stroke, a telephone number in brackets."""
    filler = before(pages.MASKED)
    filler.fill()
    card, stands = filler.identity.card, values(filler)

    assert [card.number, card.expiry] == [stands["card"].replace(" ", ""), stands["expiry"]]
    assert stands["phone"].startswith("(")


@pytest.mark.parametrize("day", [{}, {"typos": 3}, {"keyboard-only": True}, {"double-clicks": True}], ids=str)
def test_a_cursor_that_runs_ahead_spoils_no_part(before: Fill, day: dict[str, Any]) -> None:
    """Every part of a split number ends up right, slips of the hand or not."""
    filler = before(pages.AUTO_TAB, day=day)
    filler.fill()
    stands = values(filler)

    assert filler.identity.card.number == "".join(stands[f"c{n}"] for n in range(1, 5))
    assert filler.identity.card.code == stands["csc"]


def test_month_and_year_are_found_in_lists(before: Fill) -> None:
    """By the month's name in the list's language, where the values behind it count from nought."""
    filler = before(pages.SPLIT_EXPIRY)
    filler.fill()
    month, year = filler.identity.card.expiry.split("/")

    assert {"month": str(int(month) - 1), "year": f"20{year}"} == values(filler)


def test_a_country_that_redraws_the_form(before: Fill) -> None:
    """What the redrawing wiped is filled in again; the county that came is filled in too."""
    filler = before(pages.DEPENDENT)
    filler.fill()
    who = filler.identity

    assert {"first": who.first_name, "country": "GB", "county": who.region, "zip": who.postcode} == values(filler)


def test_a_field_that_appears_is_filled_in(before: Fill) -> None:
    """It was not there when the customer began."""
    filler = before(pages.REVEALED)
    filler.fill()

    assert {"email": filler.identity.email, "last": filler.identity.last_name} == values(filler)


def test_a_form_redrawn_at_every_key(before: Fill) -> None:
    """Each key makes a new field of it, and the text is whole all the same."""
    filler = before(pages.REDRAWN)
    filler.fill()

    assert {"first": filler.identity.first_name, "city": filler.identity.city} == values(filler)


EVERY_HAND = pytest.mark.parametrize("day", [{}, {"keyboard-only": True}, {"double-clicks": True}, {"narrow-phone": True}], ids=str)


@EVERY_HAND
def test_a_combobox_is_searched_and_chosen_from(before: Fill, day: dict[str, Any]) -> None:
    """What is only typed is thrown away on leaving: an option has to be taken."""
    filler = before(pages.COMBOBOX, day=day)
    filler.fill()

    assert {"country": "United Kingdom", "city": filler.identity.city} == values(filler)


@EVERY_HAND
def test_a_button_that_opens_a_list(before: Fill, day: dict[str, Any]) -> None:
    """Opened once, though this customer double-clicks everything else."""
    filler = before(pages.LIST_BUTTON, day=day)
    filler.fill()

    assert {"country": "United Kingdom", "city": filler.identity.city} == values(filler)


@EVERY_HAND
def test_tiles_that_hide_their_inputs(before: Fill, day: dict[str, Any]) -> None:
    """The card, the title that is theirs, and the terms, beside the link that stands in them."""
    filler = before(pages.TILES, day=day)
    filler.fill()
    title = {"female": "ms", "male": "mr"}.get(filler.identity.gender, "ms")

    assert {"pay": "cc", "title": title, "terms": True} == values(filler)
    assert filler.web.page.url.endswith("/form")


def test_an_address_that_is_to_be_found_is_typed_instead(before: Fill) -> None:
    """Whoever lives nowhere is not found: they enter their address by hand."""
    filler = before(pages.FINDER)
    filler.fill()
    who = filler.identity

    assert {"finder": "", "line1": who.street, "city": who.city, "zip": who.postcode} == values(filler)


def test_a_calendar_is_turned_to_the_birthday(before: Fill) -> None:
    """Year by year, month by month, and not the same number of another month."""
    filler = before(pages.CALENDAR)
    filler.fill()
    born = filler.identity.birthday

    assert {"born": f"{born.year}-{born.month}-{born.day}"} == values(filler)


def test_a_date_is_written_as_it_is_asked_for(before: Fill) -> None:
    """By the kind of field, the label, the placeholder, in its language."""
    filler = before(pages.DATES)
    filler.fill()
    born = filler.identity.birthday

    assert {
        "native": f"{born:%Y-%m-%d}",
        "dotted": f"{born:%d.%m.%Y}",
        "german": f"{born:%d.%m.%Y}",
        "american": f"{born:%m/%d/%Y}",
    } == values(filler)


def test_labels_that_float(before: Fill) -> None:
    """A label that stands in the field until something is written."""
    filler = before(pages.FLOATING)
    filler.fill()

    assert {"first": filler.identity.first_name, "email": filler.identity.email} == values(filler)


def test_a_card_is_typed_into_frames_of_another_origin(
    before: Fill, playwright: Playwright, open_site: Callable[..., Site]
) -> None:
    """Number in one frame, date and code in another, as payment companies split them."""
    bank = open_site({"/number": pages.FRAME_NUMBER, "/rest": pages.FRAME_REST})
    settings = Settings.model_validate({"fence": {"hosts": [f"127.0.0.1:{bank.port}"]}})
    browsers = Browsers(playwright=playwright, settings=settings)
    filler = before(pages.FRAMED.format(bank.url, bank.url), by=browsers)
    filler.web.page.wait_for_load_state()
    filler.fill()
    number, rest = filler.web.page.frames[1:3]
    written = [number.locator("input").input_value()]
    written += [rest.locator("input").nth(n).input_value() for n in (0, 1)]
    filler.web.close()
    browsers.close()
    card = filler.identity.card

    assert [card.number, card.expiry.replace("/", " / "), card.code] == written
