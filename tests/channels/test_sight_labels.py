"""What a person reads as a field's label, in the layouts that pages have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.sight import look
from cxprobe.channels.visits import launch
from cxprobe.reading.snapshot import Control, Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

See = Callable[[str], Snapshot]


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """One bare page for all of them, without a fence."""
    browser = launch(playwright, {}, [], kind="chromium")
    yield browser.new_page()
    browser.close()


@pytest.fixture
def see(page: Page) -> See:
    """What is seen of a body of HTML."""

    def seen(html: str) -> Snapshot:
        page.set_content(f"<!doctype html><meta charset=utf-8><body>{html}")
        return look(page).snapshot

    return seen


def labels(snapshot: Snapshot) -> list[str]:
    """The labels of all fields that are shown, in order."""
    return [control.label for control in snapshot.fields()]


def only(snapshot: Snapshot) -> Control:
    """The one field that is shown."""
    (field,) = snapshot.fields()
    return field


@pytest.mark.parametrize(
    ("layout", "html", "expected"),
    [
        ("a label for it", "<label for=a>City</label><input id=a>", ["City"]),
        ("a label around it", "<label>City <input></label>", ["City"]),
        (
            "a label around a list",
            "<label>Country <select><option>Oman<option>Peru</select></label>",
            ["Country"],
        ),
        ("a label without a control", "<div><label>City</label><input></div>", ["City"]),
        ("only told to some", "<input aria-label=City>", ["City"]),
        ("words elsewhere", "<p id=w>City</p><hr><input aria-labelledby=w>", ["City"]),
        ("the words before it", "<p>City <input>", ["City"]),
        ("in lines", "City: <input><br>Street: <input>", ["City:", "Street:"]),
        ("in a block above", "<div><div>City</div><div><div><input></div></div></div>", ["City"]),
        (
            "left of it in a row",
            "<div style='display:flex'><b>City</b><div><input></div></div><div style='display:flex'>"
            "<b>Street</b><div><input></div></div>",
            ["City", "Street"],
        ),
        (
            "above it, in columns",
            "<style>div div{display:inline-block;width:250px}</style><div><div>First</div><div>Last</div>"
            "</div><div><div><input></div><div><input></div></div>",
            ["First", "Last"],
        ),
        (
            "in the cell before",
            "<table><tr><td>City<td><input><tr><td>Street<td><input></table>",
            ["City", "Street"],
        ),
        (
            "at the head of the column",
            "<table><tr><th>City<th>Street<tr><td><input><td><input></table>",
            ["City", "Street"],
        ),
        (
            "in its own cell",
            "<table><tr><td>City<br><input><td>Street<br><input></table>",
            ["City", "Street"],
        ),
        (
            "floating over it",
            "<div class=f><input><span>City</span></div><div class=f><input><span>Street</span></div>",
            ["City", "Street"],
        ),
        (
            "one for two",
            "<div class=row><span>Expires</span><div><select><option>1<option>2</select>"
            "<select><option>2030</select></div></div>",
            ["Expires", "Expires"],
        ),
        (
            "after a box",
            "<p><input type=checkbox> I agree to <a href=#>the terms</a></p>",
            ["I agree to the terms"],
        ),
        (
            "after each tile",
            "<input type=radio name=r> Card <input type=radio name=r> Invoice",
            ["Card", "Invoice"],
        ),
        ("a heading", "<div><h5>City</h5><div><input></div></div>", ["City"]),
        (
            "with small print in a second label",
            "<label for=a>City</label><input id=a><label for=a>As posted</label>",
            ["City"],
        ),
        ("in pieces", "<label><span>City</span><b>Enter it</b><input></label>", ["City Enter it"]),
        ("with a link inside", "<label>City <a href=#>why?</a><input></label>", ["City"]),
        ("with a note inside", "<label>City <small class=hint>as posted</small><input></label>", ["City"]),
        ("for the blind only", "<label for=a hidden>City</label><input id=a>", ["City"]),
    ],
    ids=lambda value: value if isinstance(value, str) and "<" not in value else "",
)
def test_a_label_is_what_a_person_reads(see: See, layout: str, html: str, expected: list[str]) -> None:
    """The label is found wherever pages put it."""
    assert expected == labels(see(html)), layout


@pytest.mark.parametrize(
    ("what", "html"),
    [
        ("another field's label", "<label for=a>City</label><input id=a hidden><p><input>"),
        ("a button", "<div><button>Clear</button><input></div>"),
        ("a list's choice", "<div><span>Oman</span><select><option>Oman<option>Peru</select></div>"),
        ("an error", "<div><input><div class=error>This is required</div></div>"),
        ("a switch beside a password", "<div><input type=password><span>Show</span></div>"),
        ("a long text", f"<p>{'We send it as soon as we can. ' * 6}</p><input>"),
        ("a picture's letters", "<div><i class=material-icons>person</i><input></div>"),
        ("a heading over a field that says its own name", "<h2>Sign in</h2><input placeholder=E-mail>"),
        ("what is described as a hint", "<div><p id=h>9 digits</p><input aria-describedby=h></div>"),
    ],
)
def test_other_words_are_no_label(see: See, what: str, html: str) -> None:
    """Words that stand beside a field and mean something else are left alone."""
    assert [""] == labels(see(html)), what


def test_a_label_is_cut(see: See) -> None:
    """However much a label says, a hundred and twenty letters are told."""
    snapshot = see(f"<label>{'word ' * 100}<input></label>")

    assert 110 < len(only(snapshot).label) <= 120


def test_words_around_a_field(see: See) -> None:
    """The words right before and right after are told, and the heading and the part of the page."""
    snapshot = see(
        "<main><h2>Delivery</h2><form id=ship class=checkout action='/pay?x=1'><fieldset><legend>Address"
        "</legend><p>Street <b>and</b> number <input name=s> as on the bell</p></fieldset></form></main>"
    )

    field = only(snapshot)
    assert ("Street and number", "as on the bell") == (field.before, field.after)
    assert ("Delivery", "Address", "main") == (field.heading, field.group, field.landmark)
    assert ("ship checkout /pay", 0) == (field.form_hint, field.form)


def test_a_heading_holds_for_what_follows_it(see: See) -> None:
    """A heading in a line of its own counts for the lines after it; a card's counts for that card alone."""
    snapshot = see(
        "<ul><li><h2>Contact</h2></li><li>Name <input name=a></li></ul><article><h3>Kettle</h3><button>Add"
        "</button></article><button>Pay</button>"
    )

    assert ["Contact", "Kettle", "Contact"] == [control.heading for control in snapshot.controls]


def test_tiles_have_a_group(see: See) -> None:
    """Tiles without a legend belong to the words above the first of them."""
    snapshot = see(
        "<div><p>How to pay</p><div><input type=radio name=p value=c> Card</div>"
        "<div><input type=radio name=p value=i> Invoice</div></div>"
    )

    assert ["How to pay", "How to pay"] == [tile.group for tile in snapshot.fields()]
    assert [("c",), ("i",)] == [tile.values for tile in snapshot.fields()]


@pytest.mark.parametrize(
    "html",
    [
        "<div><input aria-invalid=true aria-describedby=e><p id=e>Too short</p></div>",
        "<input aria-invalid=true aria-errormessage=e><hr><p id=e>Too short</p>",
        "<div class=field><label>City <input></label><span class=field-error>Too short</span></div>",
        "<div><input><p role=alert>Too short</p></div>",
        "<div><input aria-invalid=true><small style='color:#c00'>Too short</small></div>",
        "<label for=a>City</label><input id=a><label for=a class=error generated>Too short</label>",
        "<div class='input-error-block'><input id=b><i>or a box</i><span class=error>Too short</span></div>",
    ],
)
def test_an_error_is_tied_to_its_field(see: See, html: str) -> None:
    """What is said to be wrong is told with the field it is about, and only there."""
    snapshot = see(f"<p>Name <input name=other></p>{html}<p>Street <input name=last></p>")

    assert ["", "Too short", ""] == [field.error for field in snapshot.fields()]


def test_a_hidden_error_is_none(see: See) -> None:
    """An error that is not shown has not happened."""
    snapshot = see("<div><input aria-describedby=e><p id=e class=error hidden>Too short</p></div>")

    assert ("", False) == (only(snapshot).error, only(snapshot).invalid)


def test_what_the_browser_finds_wrong_counts(see: See, page: Page) -> None:
    """A required field that was passed over is invalid, as the browser shows it."""
    see("<form onsubmit='return false'><input name=a required><button>Go</button></form>")
    page.click("button")

    assert only(look(page).snapshot).invalid


def test_a_hint_is_small_print(see: See) -> None:
    """What describes a field is its hint: by reference, or under it in the same box."""
    by_reference = see("<label>Card <input aria-describedby=h></label><p id=h>16 digits</p>")
    under = see("<div><label for=a>Card</label><input id=a><small>16 digits</small></div>")

    assert ["16 digits", "16 digits"] == [only(by_reference).hint, only(under).hint]


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<button>Pay <b>now</b></button>", "Pay now"),
        ("<button aria-label='Pay now'>x</button>", "Pay now"),
        ("<button><img src=x alt='Pay now'></button>", "Pay now"),
        ("<button><svg aria-label='Pay now' role=img></svg></button>", "Pay now"),
        ("<button><svg><title>Pay now</title></svg></button>", "Pay now"),
        ("<p id=w>Pay now</p><button aria-labelledby=w>x</button>", "Pay now"),
        ("<button title='Pay now'></button>", "Pay now"),
        ("<input type=submit value='Pay now'>", "Pay now"),
        ("<a href=#>Pay <span aria-hidden=true>→</span> now</a>", "Pay now"),
        ("<div style='cursor:pointer'>Pay now</div>", "Pay now"),
        ("<button>Pay &lt;script&gt;</button>", "Pay <script>"),
    ],
)
def test_names_are_what_assistive_technology_tells(see: See, html: str, name: str) -> None:
    """The accessible name is told, as plain text."""
    assert [name] == [button.name for button in see(html).buttons()]
