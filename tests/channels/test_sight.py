"""Seeing: what is told of a page, what never leaves it, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.sight import Eyes, look
from cxprobe.channels.visits import launch
from cxprobe.reading.snapshot import Control, Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

SECRET = "Zq7Secret"


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """One bare page for all of them, without a fence."""
    browser = launch(playwright, {}, [], kind="chromium")
    yield browser.new_page()
    browser.close()


def put(page: Page, html: str) -> None:
    """Show a body of HTML."""
    page.set_content(f"<!doctype html><meta charset=utf-8><body>{html}")


def see(page: Page, html: str) -> Snapshot:
    """What is seen of a body of HTML."""
    put(page, html)
    return look(page).snapshot


def named(snapshot: Snapshot, name: str) -> Control:
    """The control with a `name` attribute."""
    return next(control for control in snapshot.controls if control.field == name)


def in_shadow(inside: str) -> str:
    """A host whose open shadow root holds some HTML."""
    script = f"document.currentScript.previousSibling.attachShadow({{mode:'open'}}).innerHTML = `{inside}`"
    return f"<div></div><script>{script}</script>"


# ---- every control, and the way back ------------------------------------------------------------------


def test_every_control_has_its_place(page: Page) -> None:
    """Inputs, lists, areas and buttons are numbered as the document lists them, hidden ones too."""
    snapshot = see(
        page,
        "<input name=a type=hidden><p><button name=b>x</button><select name=c></select></p>"
        "<div hidden><textarea name=d></textarea></div><details><summary>More</summary><input name=e>"
        "</details><input name=f>",
    )

    assert {name: place for place, name in enumerate("abcdef")} == {
        control.field: control.index for control in snapshot.controls if control.index >= 0
    }
    assert ["b", "c", "f"] == [c.field for c in snapshot.controls if c.visible and c.index >= 0]


def test_a_selector_finds_exactly_its_control(page: Page) -> None:
    """The selector of each control matches it and nothing else, however odd its id and name."""
    snapshot = see(
        page,
        "<form><input name=children><input id='a:b.1'><input id=two><input id=two><input name='x[0]'>"
        "<input name='q\"q'><input type=radio name=r value=1><input type=radio name=r value=2><div>"
        "<input></div><div><input><input></div><button>Go</button></form><form><input name=id></form>",
    )

    controls = [control for control in snapshot.controls if control.index >= 0]
    found = page.evaluate(
        "selectors => { const all = [...document.querySelectorAll('input,select,textarea,button')];"
        " return selectors.map((s) => [...document.querySelectorAll(s)].map((el) => all.indexOf(el))); }",
        [control.selector for control in controls],
    )
    assert 13 == len(controls)
    assert [[control.index] for control in controls] == found


@pytest.mark.parametrize(
    ("html", "role", "kind"),
    [
        ("<a href=/x>Basket</a>", "link", "is_button"),
        ("<span role=button tabindex=0>Basket</span>", "button", "is_button"),
        ("<li role=tab>Basket</li>", "tab", "is_button"),
        ("<details><summary>Basket</summary></details>", "button", "is_button"),
        ("<div onclick=1 style='cursor:pointer'><span>Basket</span></div>", "button", "is_button"),
        ("<div role=option>Basket</div>", "option", "usable"),
        ("<div role=combobox tabindex=0 aria-label=Basket>1</div>", "combobox", "usable"),
        ("<div contenteditable aria-label=Basket></div>", "textbox", "usable"),
        ("<input type=number aria-label=Basket>", "spinbutton", "is_field"),
        ("<input type=search aria-label=Basket>", "searchbox", "is_field"),
    ],
)
def test_whatever_can_be_acted_on_is_told(page: Page, html: str, role: str, kind: str) -> None:
    """Links, tabs, summaries, list boxes, and what is pressed only by a click handler."""
    (control,) = see(page, html).controls

    assert (role, "Basket", True) == (control.role, control.name, getattr(control, kind))


def test_a_clickable_card_with_buttons_is_no_button(page: Page) -> None:
    """A hand for a pointer counts only where nothing inside can be pressed."""
    snapshot = see(page, "<div style='cursor:pointer'>Kettle <button>Add</button></div>")

    assert ["Add"] == [control.name for control in snapshot.controls]


def test_a_control_can_be_reached(page: Page) -> None:
    """From data back to the live control, with twins, in a shadow root, and after a second look."""
    put(page, f"<input class=twin><input class=twin>{in_shadow('<input class=twin><b>x</b>')}")
    sight = look(page)
    look(page)

    for place, control in enumerate(sight.snapshot.controls):
        sight.at(control).fill(str(place))

    values = "() => [...document.querySelectorAll('input')].map((el) => el.value)"
    inner = "() => document.querySelector('div').shadowRoot.querySelector('input').value"
    assert ["0", "1"] == page.evaluate(values)
    assert "2" == page.evaluate(inner)


def test_a_control_that_is_gone_is_nothing_else(page: Page) -> None:
    """After its element has left the page a control matches nothing, not its successor."""
    put(page, "<input name=a>")
    sight = look(page)
    page.evaluate("() => { document.querySelector('input').outerHTML = '<input name=b>'; }")

    assert 0 == sight.at(sight.snapshot.controls[0]).count()


def test_open_shadow_roots_are_looked_into(page: Page) -> None:
    """Their controls have labels and words, are numbered after the document's own, and slots work."""
    snapshot = see(
        page,
        f"{in_shadow('<label>City <input name=city></label><p>Inside</p><slot></slot>')}<input name=own>",
    )

    assert ("City", 1, True) == (
        named(snapshot, "city").label,
        named(snapshot, "city").index,
        named(snapshot, "city").visible,
    )
    assert 0 == named(snapshot, "own").index
    assert "Inside" in snapshot.lines


# ---- what is drawn ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "visible", "drawn"),
    [
        ("<input name=a>", True, True),
        ("<input name=a hidden>", False, False),
        ("<div style='visibility:hidden'><input name=a></div>", False, False),
        ("<div style='opacity:0'><input name=a></div>", False, False),
        ("<input name=a style='position:absolute;left:-9999px'>", False, False),
        ("<label><input name=a type=radio style='display:none'>Card</label>", True, False),
        (
            "<input name=a id=a type=checkbox style='position:absolute;opacity:0'><label for=a>Card</label>",
            True,
            False,
        ),
        ("<label hidden><input name=a type=radio>Card</label>", False, False),
        ("<label>Name <input name=a style='display:none'></label>", False, False),
        ("<input name=a type=hidden>", False, False),
    ],
)
def test_a_control_is_visible_when_a_person_can_use_it(
    page: Page, html: str, visible: bool, drawn: bool
) -> None:
    """Drawn itself, or a box or tile whose label is."""
    control = named(see(page, html), "a")

    assert (visible, drawn) == (control.visible, control.drawn)


def test_what_lies_under_something_is_covered(page: Page) -> None:
    """A veil over a button covers it, its own icon does not, and a tile's label does not either."""
    veil = "<div style='position:fixed;inset:0 0 50% 0;background:#fff'></div>"
    low = "<p style='height:70vh'></p><button name=b><i>x</i>Go</button>"
    tile = "<label><input type=radio name=c style='position:absolute;opacity:0'><b>Card</b></label>"
    snapshot = see(page, f"<button name=a>Go</button>{low}{tile}{veil}")

    assert [True, False, False] == [named(snapshot, name).covered for name in "abc"]


def test_where_a_control_stands(page: Page) -> None:
    """Its box in the whole page, whether it is in view now, and the size of its letters."""
    snapshot = see(
        page,
        "<style>body{margin:0}</style><button name=a style='font-size:20px;width:80px;height:30px'>a</button>"
        "<p style='height:3000px'></p><button name=b>b</button>",
    )

    first, second = named(snapshot, "a"), named(snapshot, "b")
    assert ((0, 0, 80, 30), True, 20.0) == (first.box, first.in_view, first.size)
    assert not second.in_view
    assert second.box[1] > 3000


# ---- attributes ---------------------------------------------------------------------------------------


def test_a_field_tells_what_it_asks_for(page: Page) -> None:
    """Type, autocomplete, limits, whether it must be filled in: as the page declares it."""
    snapshot = see(
        page,
        "<input name=a id=i class='k l' type=TEL autocomplete='Shipping TEL' required maxlength=9 minlength=2"
        " pattern=x+ inputmode=numeric placeholder='0 12' title=Phone>"
        "<input name=b type=date min=2026-01-01 max=2027-01-01 readonly>"
        "<input name=c type=nonsense disabled>",
    )

    a, b, c = (named(snapshot, name) for name in "abc")
    assert ("tel", "shipping tel", "i", "k l", "numeric") == (
        a.type,
        a.autocomplete,
        a.element,
        a.classes,
        a.input_mode,
    )
    assert (True, 9, 2, "x+", "0 12", "Phone") == (
        a.required,
        a.max_length,
        a.min_length,
        a.pattern,
        a.placeholder,
        a.title,
    )
    assert ("2026-01-01", "2027-01-01", True) == (b.minimum, b.maximum, b.read_only)
    assert ("text", True) == (c.type, c.disabled)


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ("<input name=a>", False),
        ("<input name=a value=x>", True),
        ("<textarea name=a>x</textarea>", True),
        ("<input type=checkbox name=a value=x>", False),
        ("<input type=checkbox name=a checked>", True),
        ("<select name=a><option value=''>Choose<option>x</select>", False),
        ("<select name=a><option value=''>Choose<option selected>x</select>", True),
        ("<select name=a><option>Please select<option>x</select>", False),
        ("<select name=a><option value=1>One<option>x</select>", True),
    ],
)
def test_a_field_tells_whether_it_is_filled(page: Page, html: str, filled: bool) -> None:
    """A list is filled when something else than its prompt is chosen."""
    assert filled == named(see(page, html), "a").filled


def test_a_list_tells_what_it_offers(page: Page) -> None:
    """Its options as they are read, and the values behind them."""
    control = named(
        see(page, "<select name=a><option value=DE>Germany<option value=AT>Austria</select>"), "a"
    )

    assert (("Germany", "Austria"), ("DE", "AT")) == (control.options, control.values)


def test_buttons_tell_whether_they_send(page: Page) -> None:
    """A button in a form sends it unless it says otherwise; one outside sends nothing."""
    snapshot = see(
        page,
        "<form id=f><button name=a>x</button><button name=b type=button>x</button><input type=submit name=c>"
        "</form><button name=d>x</button><button name=e form=f>x</button>"
        "<button name=g aria-expanded=false aria-haspopup=true>x</button>",
    )

    assert [True, False, True, False, True] == [named(snapshot, name).sends for name in "abcde"]
    assert (False, "menu") == (named(snapshot, "g").expanded, named(snapshot, "g").opens)


# ---- what never leaves the page ----------------------------------------------------------------------


def test_what_was_typed_never_leaves_the_page(page: Page) -> None:
    """No value of any field is told, by whatever way it could be: names, labels, words, descriptions."""
    put(
        page,
        "<label>Repeat <input name=a> times</label><input type=password name=b>"
        "<textarea name=c></textarea><div contenteditable role=textbox aria-label=Note id=n></div>"
        "<button aria-labelledby='n i'>Go</button><input id=i aria-describedby=n>"
        "<div role=textbox contenteditable=plaintext-only tabindex=0></div><a href=#>See <input name=d></a>"
        "<button id=sum>Sum <textarea></textarea></button><input aria-labelledby=i name=e type=hidden>"
        "<label for=z>Is <span contenteditable>x</span></label><input id=z>",
    )
    page.evaluate(
        "secret => { for (const el of document.querySelectorAll('input,textarea')) el.value = secret;"
        " for (const el of document.querySelectorAll('[contenteditable]')) el.textContent = secret; }",
        SECRET,
    )
    asked: list[Any] = []
    evaluate = page.main_frame.evaluate
    sight = Eyes(page).look()
    asked.append(evaluate("() => globalThis.__cxprobe_sight__.act('look', 0, '')"))

    assert SECRET not in asked[0]
    assert SECRET not in str(sight.snapshot.to_json())
    assert SECRET not in "".join(sight.standing)
    assert named(sight.snapshot, "b").filled


# ---- the document -------------------------------------------------------------------------------------


def test_the_document_is_told(page: Page) -> None:
    """Its words line by line, headings, messages, dialogs and products."""
    put(
        page,
        "<h1>Kettles</h1><p>All of <b>them</b></p><table><tr><td>Red<td>£9</table><p hidden>Not this</p>"
        "<div role=alert>Sold out</div><div class=error-summary>Two errors</div><div role=status></div>"
        "<dialog open aria-label=Cookies>We use some</dialog><section role=dialog hidden>Later</section>"
        "<script type=application/ld+json>{'@graph':[{'@type':'Product','name':'K1'}]}</script>"
        "<script type=application/ld+json>not JSON</script>".replace("'", '"'),
    )
    page.evaluate("() => { document.documentElement.lang = 'de'; document.title = 'Shop'; }")

    (document,) = look(page).snapshot.documents
    assert ("Shop", "de", 1280, 720) == (
        document.title,
        document.language,
        document.width,
        document.height,
    )
    assert "Kettles\nAll of them\nRed\t£9\nSold out" in document.text
    assert "Not this" not in document.text
    assert [("Kettles", 1)] == [(heading.text, heading.level) for heading in document.headings]
    assert ("Sold out", "Two errors") == document.messages
    assert ("Cookies",) == document.dialogs
    assert ["K1"] == [product["name"] for product in document.products]


@pytest.mark.parametrize(
    ("html", "busy"),
    [
        ("<p>Here</p>", False),
        ("<main aria-busy=true>…</main>", True),
        ("<div class=spinner style='width:30px;height:30px'></div>", True),
        ("<div class=spinner style='width:30px;height:30px;display:none'></div>", False),
        ("<div class='card skeleton' style='height:90px'></div>", True),
        ("<div role=progressbar style='height:4px'></div>", True),
        ("<div role=progressbar aria-valuenow=40 style='height:4px'>Step 2 of 5</div>", False),
    ],
)
def test_a_page_that_is_loading_is_busy(page: Page, html: str, busy: bool) -> None:
    """Spinners and skeletons that are drawn; a progress bar of steps is none."""
    assert busy == see(page, html).documents[0].busy
