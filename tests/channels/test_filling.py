"""Forms filled in as a person does, on pages with scripts of their own, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.filling import Filler
from cxprobe.channels.visits import Browsers
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Fill = Callable[..., Filler]
PAGES = Path(__file__).parent / "pages"


def page(name: str) -> str:
    """One of the pages that lie beside this file."""
    return (PAGES / f"{name}.html").read_text("utf-8")


@pytest.fixture
def before(arrive: Callable[..., Web], site: Site) -> Fill:
    """Somebody before a form: `before("ordinary", day={"typos": 12})`."""

    def come(
        name: str,
        *,
        day: dict[str, Any] | None = None,
        known: dict[str, str] | None = None,
        by: Browsers | None = None,
        bank: str = "",
    ) -> Filler:
        web = arrive(day, by=by)
        site.put("/form", page(name).replace("BANK", bank))
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
    filler = before("ordinary")
    filler.fill()
    who, stands = filler.identity, values(filler)

    assert [who.first_name, who.last_name, who.email] == [stands[k] for k in ("first", "last", "email")]
    assert [who.street, "", who.city, who.postcode] == [stands[k] for k in ("line1", "line2", "city", "zip")]
    assert ["GB", "", ""] == [stands[k] for k in ("country", "company", "promo")]
    assert [True, False, False] == [stands[k] for k in ("terms", "news", "warranty")]


def test_masks_regroup_what_is_typed(before: Fill) -> None:
    """A card number in fours, an expiry with its stroke, a telephone number in brackets."""
    filler = before("masked")
    filler.fill()
    card, stands = filler.identity.card, values(filler)

    assert [card.number, card.expiry] == [stands["card"].replace(" ", ""), stands["expiry"]]
    assert stands["phone"].startswith("(")


@pytest.mark.parametrize("day", [{}, {"typos": 3}, {"keyboard-only": True}, {"double-clicks": True}], ids=str)
def test_a_cursor_that_runs_ahead_spoils_no_part(before: Fill, day: dict[str, Any]) -> None:
    """Every part of a split number ends up right, slips of the hand or not."""
    filler = before("auto-tab", day=day)
    filler.fill()
    stands = values(filler)

    assert filler.identity.card.number == "".join(stands[f"c{n}"] for n in range(1, 5))
    assert filler.identity.card.code == stands["csc"]


def test_month_and_year_are_found_in_lists(before: Fill) -> None:
    """By the month's name in the list's language, where the values behind it count from nought."""
    filler = before("split-expiry")
    filler.fill()
    month, year = filler.identity.card.expiry.split("/")

    assert {"month": str(int(month) - 1), "year": f"20{year}"} == values(filler)


def test_a_country_that_redraws_the_form(before: Fill) -> None:
    """What the redrawing wiped is filled in again; the county that came is filled in too."""
    filler = before("dependent")
    filler.fill()
    who = filler.identity

    assert {"first": who.first_name, "country": "GB", "county": who.region, "zip": who.postcode} == values(
        filler
    )


def test_a_field_that_appears_is_filled_in(before: Fill) -> None:
    """It was not there when the customer began."""
    filler = before("revealed")
    filler.fill()

    assert {"email": filler.identity.email, "last": filler.identity.last_name} == values(filler)


def test_a_form_redrawn_at_every_key(before: Fill) -> None:
    """Each key makes a new field of it, and the text is whole all the same."""
    filler = before("redrawn")
    filler.fill()

    assert {"first": filler.identity.first_name, "city": filler.identity.city} == values(filler)


EVERY_HAND = pytest.mark.parametrize(
    "day", [{}, {"keyboard-only": True}, {"double-clicks": True}, {"narrow-phone": True}], ids=str
)


@EVERY_HAND
def test_a_combobox_is_searched_and_chosen_from(before: Fill, day: dict[str, Any]) -> None:
    """What is only typed is thrown away on leaving: an option has to be taken."""
    filler = before("combobox", day=day)
    filler.fill()

    assert {"country": "United Kingdom", "city": filler.identity.city} == values(filler)


@EVERY_HAND
def test_a_button_that_opens_a_list(before: Fill, day: dict[str, Any]) -> None:
    """Opened once, though this customer double-clicks everything else."""
    filler = before("list-button", day=day)
    filler.fill()

    assert {"country": "United Kingdom", "city": filler.identity.city} == values(filler)


@EVERY_HAND
def test_tiles_that_hide_their_inputs(before: Fill, day: dict[str, Any]) -> None:
    """The card, the title that is theirs, and the terms, beside the link that stands in them."""
    filler = before("tiles", day=day)
    filler.fill()
    title = {"female": "ms", "male": "mr"}.get(filler.identity.gender, "ms")

    assert {"pay": "cc", "title": title, "terms": True} == values(filler)
    assert filler.web.page.url.endswith("/form")


def test_an_address_that_is_to_be_found_is_typed_instead(before: Fill) -> None:
    """Whoever lives nowhere is not found: they enter their address by hand."""
    filler = before("finder")
    filler.fill()
    who = filler.identity

    assert {"finder": "", "line1": who.street, "city": who.city, "zip": who.postcode} == values(filler)


def test_an_address_is_looked_up_by_postcode(before: Fill) -> None:
    """Where there is nowhere to write it: the postcode, the button, the first of the list."""
    filler = before("lookup")
    filler.fill()
    stands = values(filler)

    assert ["1 High Street", "Bath"] == [stands["line1"], stands["city"]]


def test_a_suggestion_is_taken_where_there_is_no_other_way(before: Fill) -> None:
    """Suggestions that come a moment later, under a field that takes nothing else."""
    filler = before("suggested")
    filler.fill()

    assert "1 High Street, Bath" == values(filler)["street"]


def test_a_calendar_is_turned_to_the_birthday(before: Fill) -> None:
    """Year by year, month by month, and not the same number of another month."""
    filler = before("calendar")
    filler.fill()
    born = filler.identity.birthday

    assert {"born": f"{born.year}-{born.month}-{born.day}"} == values(filler)


def test_a_date_is_written_as_it_is_asked_for(before: Fill) -> None:
    """By the kind of field, the label, the placeholder, in its language."""
    filler = before("dates")
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
    filler = before("floating")
    filler.fill()

    assert {"first": filler.identity.first_name, "email": filler.identity.email} == values(filler)


def test_a_card_is_typed_into_frames_of_another_origin(
    before: Fill, playwright: Playwright, open_site: Callable[..., Site]
) -> None:
    """Number in one frame, date and code in another, as payment companies split them."""
    bank = open_site({"/number": page("frame-number"), "/rest": page("frame-rest")})
    settings = Settings.model_validate({"fence": {"hosts": [f"127.0.0.1:{bank.port}"]}})
    browsers = Browsers(playwright=playwright, settings=settings)
    filler = before("framed", by=browsers, bank=bank.url)
    filler.web.page.wait_for_load_state()
    filler.fill()
    number, rest = filler.web.page.frames[1:3]
    written = [number.locator("input").input_value()]
    written += [rest.locator("input").nth(n).input_value() for n in (0, 1)]
    filler.web.close()
    browsers.close()
    card = filler.identity.card

    assert [card.number, card.expiry.replace("/", " / "), card.code] == written


# ---- errors --------------------------------------------------------------------------------------


def send(filler: Filler, name: str) -> None:
    """Press the button of this name, as the customer does."""
    filler.web.press_at(filler.web.page.get_by_role("button", name=name), name)


def told(filler: Filler) -> list[str]:
    """The errors that the customer was shown, as the journey has them once the page has told everything."""
    filler.web.recorder.collect()
    return [moment.quote for moment in filler.web.recorder.moments() if moment.kind == "error"]


def test_rules_that_are_told_afterwards_are_kept_then(before: Fill) -> None:
    """A longer password, a number without spaces, a box that nobody knew was needed: at the second try."""
    filler = before("rules")
    filler.fill()
    send(filler, "Create account")
    errors, corrected = told(filler), filler.correct()
    send(filler, "Create account")

    assert "Sent 2 times" in filler.web.page.inner_text("body")
    assert len(errors) == corrected
    assert any("20 characters" in error for error in errors)


def test_the_browsers_own_bubble_is_read(before: Fill) -> None:
    """A pattern that the number did not have is an error shown, and is put right."""
    filler = before("native")
    filler.fill(lambda reading: reading.token != "tel")
    filler.web.page.locator("[name=phone]").press_sequentially("07700")
    send(filler, "Send on")
    corrected = filler.correct()
    send(filler, "Send on")

    assert 1 == corrected
    assert ["error"] == [m.kind for m in filler.web.recorder.moments() if m.data.get("native")]
    assert "Thank you" in filler.web.page.inner_text("body")


def test_an_address_that_is_taken_is_not_put_right(before: Fill) -> None:
    """Nothing that could be typed there would help: the caller is told why."""
    filler = before("taken")
    filler.fill()
    send(filler, "Create account")

    assert 0 == filler.correct()
    assert "already registered" in filler.problem


def test_a_summary_is_tied_to_the_fields_it_means(before: Fill) -> None:
    """In German, above the form, one line each."""
    filler = before("summary")
    filler.fill(lambda reading: reading.purpose != "honorific-prefix")
    send(filler, "Weiter")
    corrected = filler.correct()
    send(filler, "Weiter")

    assert corrected
    assert "Danke" in filler.web.page.inner_text("body")


def test_what_cannot_be_put_right_is_left(before: Fill) -> None:
    """No errors, nothing to do; and the same error twice is not answered twice."""
    filler = before("rules")
    filler.fill()
    assert 0 == filler.correct()

    send(filler, "Create account")
    filler.correct()
    assert 0 == filler.correct()


def test_a_new_password_is_written_twice_again(before: Fill) -> None:
    """A rule told afterwards changes it in both fields; it is kept, and never written down."""
    filler = before("account")
    filler.fill()
    send(filler, "Create account")
    filler.correct()
    send(filler, "Create account")
    written = "".join(f"{m.sentence}{m.quote}{m.data}" for m in filler.web.recorder.moments())

    assert "Welcome" in filler.web.page.inner_text("body")
    assert 24 == len(filler.password)
    assert filler.password in filler.web.recorder.secrets
    assert filler.password not in written


# ---- misfortunes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        {"right-to-left-name": "נועה לוי"},
        {"apostrophe-name": "O'Brien"},
        {"typos": 4},
        {"trailing-space": " "},
        {"enter-early": True},
    ],
    ids=lambda day: next(iter(day)),
)
def test_a_hard_day_ends_in_the_same_form(before: Fill, day: dict[str, Any]) -> None:
    """Other letters, slips, pasted spaces, Enter too early: it stands there as it is theirs."""
    filler = before("ordinary", day=day)
    filler.fill()
    who, stands = filler.identity, values(filler)

    assert [who.first_name, who.last_name] == [stands["first"], stands["last"]]
    assert [who.email, who.postcode] == [stands[k].strip() for k in ("email", "zip")]


def test_what_was_ticked_beforehand_is_unticked_and_told(before: Fill) -> None:
    """Nobody asked for a warranty or for news: both are noticed."""
    filler = before("ordinary")
    filler.fill()
    noticed = [
        m.quote for m in filler.web.recorder.moments() if m.kind == "look" and m.data.get("seen") is False
    ]

    assert ["Send me news and offers", "Add a 3-year warranty for £9.99"] == noticed


def test_an_address_of_two_lines(before: Fill) -> None:
    """The second line goes where there is one."""
    filler = before("ordinary")
    filler.identity = replace(filler.identity, street="12 High Street", street2="Flat 3")
    filler.fill()
    stands = values(filler)

    assert ["12 High Street", "Flat 3"] == [stands["line1"], stands["line2"]]


def test_only_what_is_asked_for_is_filled_in(before: Fill) -> None:
    """The caller may narrow it down to some fields."""
    filler = before("ordinary")

    assert 1 == filler.fill(lambda reading: reading.token == "email")
    assert filler.identity.email == values(filler)["email"]
    assert "" == values(filler)["first"]
