"""Seeing across frames, in hostile pages, and again only when something has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.sight import Eyes, look
from cxprobe.channels.visits import launch
from cxprobe.reading.snapshot import Snapshot

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

FORM = "<title>T</title><label>City <input name=city></label><button>Go</button>"


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """One bare page for all of them, without a fence."""
    browser = launch(playwright, {}, [], kind="chromium")
    yield browser.new_page()
    browser.close()


@pytest.fixture
def two_hosts(page: Page, open_site: Callable[..., Any]) -> Callable[[str], Snapshot]:
    """What is seen of a page whose `{other}` stands for a site of another origin."""
    other = open_site({"/": FORM, "/deep": f"<iframe src=/ width=200 height=90></iframe>{FORM}"})
    here = open_site({})

    def seen(html: str) -> Snapshot:
        here.put("/page", html.replace("{other}", other.url))
        page.goto(f"{here.url}/page")
        return look(page).snapshot

    return seen


def test_frames_of_other_hosts_are_seen(two_hosts: Callable[[str], Snapshot], page: Page) -> None:
    """Each frame is a document of its own, with its own count, and its controls can be reached."""
    snapshot = two_hosts("<input name=own><iframe src='{other}/deep' width=400 height=300></iframe>")

    cities = [control for control in snapshot.controls if control.field == "city"]
    assert ["/page", "/deep", "/"] == [f"/{d.url.split('/', 3)[3]}" for d in snapshot.documents]
    assert [(1, 0, "City", True), (2, 0, "City", True)] == [
        (c.frame, c.index, c.label, c.visible) for c in cities
    ]
    look(page).at(cities[1]).fill("Leeds")
    assert "Leeds" == page.frames[2].evaluate("document.querySelector('input').value")


@pytest.mark.parametrize(
    ("style", "visible", "in_view"),
    [
        ("width:400px;height:200px", True, True),
        ("display:none", False, False),
        ("visibility:hidden", False, False),
        ("width:1px;height:1px", False, False),
        ("width:400px;height:200px;margin-top:4000px", True, False),
    ],
)
def test_what_stands_in_a_frame_is_as_visible_as_the_frame(
    two_hosts: Callable[[str], Snapshot], style: str, visible: bool, in_view: bool
) -> None:
    """A form in a frame that is not drawn, or far below, is not drawn either, or far below."""
    snapshot = two_hosts(f"<div><iframe src='{{other}}/' style='{style}'></iframe></div>")

    city = next(control for control in snapshot.controls if control.field == "city")
    assert (visible, in_view) == (city.visible, city.in_view)


def test_frames_that_run_no_script_are_seen(two_hosts: Callable[[str], Snapshot]) -> None:
    """A sandboxed frame is looked into, or passed over; the page around it is seen in any case."""
    snapshot = two_hosts("<input name=own><iframe sandbox src='{other}/'></iframe>")

    assert "own" in [control.field for control in snapshot.controls]


# ---- again, only when something has changed ----------------------------------------------------------

CHANGES = {
    "a word": "() => { document.querySelector('h1').textContent = 'New'; }",
    "an attribute": "() => { document.querySelector('button').disabled = true; }",
    "a value set by a script": "() => { document.querySelector('input').value = 'x'; }",
    "a box ticked by a script": "() => { document.querySelector('[type=checkbox]').checked = true; }",
    "a choice made by a script": "() => { document.querySelector('select').selectedIndex = 1; }",
    "a class that hides": "() => { document.querySelector('button').className = 'gone'; }",
    "scrolling": "() => scrollTo(0, 400)",
    "an address without a load": "() => history.pushState(null, '', '/elsewhere')",
    "a word in a shadow root": "() => { document.querySelector('#h').shadowRoot.textContent = 'x'; }",
    "a new shadow root": "() => { document.querySelector('x-y').attachShadow({mode: 'open'}); }",
    "a frame": "() => { document.body.append(document.createElement('iframe')); }",
    "a word in a frame": "() => { document.querySelector('iframe').contentDocument.body.textContent = 'x'; }",
}

BUSY = (
    "<h1>Old</h1><style>.gone{display:none}</style><input><input type=checkbox><select><option>1<option>2"
    "</select><button>Go</button><div id=h></div><x-y></x-y><iframe srcdoc='<p>In'></iframe>"
    "<script>h.attachShadow({mode:'open'}).innerHTML='<b>s</b>'</script><p style='height:3000px'></p>"
)


@pytest.fixture
def eyes(page: Page, open_site: Callable[..., Any]) -> Eyes:
    """Eyes that have looked at a busy page once."""
    site = open_site({"/": BUSY, "/other": "<h1>Other</h1>"})
    page.goto(site.url)
    eyes = Eyes(page)
    eyes.look()
    return eyes


def test_nothing_changed_nothing_is_looked_at(eyes: Eyes) -> None:
    """Looking at what stands as it stood gives the same sight; reaching a control changes nothing."""
    first = eyes.look()
    first.at(first.snapshot.controls[0]).evaluate("el => el.localName")

    assert first is eyes.look()
    assert 1 == eyes.looks


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_looked_at(eyes: Eyes, page: Page, change: str) -> None:
    """Whatever a person might notice makes the eyes look again, once."""
    page.evaluate(CHANGES[change])
    page.wait_for_timeout(30)

    eyes.look()
    eyes.look()

    assert 2 == eyes.looks


def test_typing_and_going_elsewhere_are_looked_at(eyes: Eyes, page: Page) -> None:
    """A field that was typed into is filled now; another page is another sight."""
    page.locator("input").first.press_sequentially("x")
    typed = eyes.look().snapshot
    page.goto(page.url + "other")

    assert typed.controls[0].filled
    assert "Other" == eyes.look().snapshot.text
    assert 3 == eyes.looks


def test_a_control_of_another_page_is_not_found(eyes: Eyes, page: Page) -> None:
    """What was seen on one page stands for nothing on the next, whatever stands in its place there."""
    before = eyes.look()
    page.reload()
    after = eyes.look()

    assert 1 == after.at(after.snapshot.controls[0]).count()
    assert 0 == before.at(before.snapshot.controls[0]).count()


# ---- pages that would rather not be seen --------------------------------------------------------------

HOSTILE = {
    "JSON told otherwise": "for (const k of [Array, Object, String]) k.prototype.toJSON = () => 'no';",
    "an old library": "Array.prototype.reduce = Array.prototype.find = Array.prototype.map = "
    "Array.prototype.filter = Array.prototype.forEach = Array.prototype.some = function () { return 'x'; };"
    "Array.prototype.extra = () => 1; Object.prototype.more = 1; Array.from = () => [];",
    "names taken": "const CSS = 1, WeakRef = 2, Element = 3, Node = 4, S = 5, look = 6, act = 7;",
    "a form with odd names": "for (const n of ['id','parentElement','children','matches','tagName','labels'])"
    " document.forms[0].insertAdjacentHTML('beforeend', `<input type=hidden name=${n}>`);",
    "elements without text": "Object.defineProperty(Node.prototype, 'textContent', {get() { throw 1; }});",
    "names that are scripts": "document.querySelector('button').name = '\\u2028</scr' + 'ipt>${1}`\"';",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_page_that_redefines_the_world_is_seen(
    page: Page, open_site: Callable[..., Any], what: str
) -> None:
    """Whatever a page does to the language, its form is seen as it is."""
    site = open_site({"/": f"<form>{FORM}</form><script>{HOSTILE[what]}</script>"})
    page.goto(site.url)

    snapshot = look(page).snapshot

    shown = [control for control in snapshot.controls if control.visible]
    assert [("input", "City"), ("button", "Go")] == [(c.tag, c.label) for c in shown]
    assert "City Go" == snapshot.text


def test_strict_policies_do_not_blind(page: Page, open_site: Callable[..., Any]) -> None:
    """A policy against scripts, evaluation and plain strings as HTML is no veil."""
    policy = "default-src 'none'; script-src 'none'; require-trusted-types-for 'script'"
    head = f'<meta http-equiv=Content-Security-Policy content="{policy}">'
    page.goto(open_site({"/": head + FORM}).url)

    assert ["City", "Go"] == [control.label for control in look(page).snapshot.controls]


@pytest.mark.parametrize(
    ("what", "build"),
    [
        ("ten thousand fields", "document.body.innerHTML = '<p>Name <input></p>'.repeat(10000);"),
        ("a hundred thousand elements", "document.body.innerHTML = '<p><b>x</b></p>'.repeat(50000);"),
        ("a megabyte of words", "document.body.innerHTML = '<p>word word word</p>'.repeat(70000);"),
        (
            "depth without end",
            "let e = document.body; for (let i = 0; i < 2000; i++) e = e.appendChild("
            "document.createElement('a')); e.textContent = 'x';",
        ),
        ("one endless word", "document.body.innerHTML = '<button>' + 'x'.repeat(3e6) + '</button>';"),
    ],
)
def test_a_page_without_end_is_seen_in_time(
    page: Page, open_site: Callable[..., Any], what: str, build: str
) -> None:
    """What is told of a page stays bounded, and so does the time it takes."""
    page.goto(open_site({"/": f"<body><script>{build}</script>"}).url)
    begun = time.monotonic()

    snapshot = look(page).snapshot

    assert time.monotonic() - begun < 10, what
    assert len(snapshot.controls) <= 3000
    assert len(snapshot.text) < 250_000


def test_a_page_that_is_being_left_is_waited_for(page: Page, open_site: Callable[..., Any]) -> None:
    """Looking while pages come and go gives one of them, never nothing."""
    script = (
        "sessionStorage.n = 1 + Number(sessionStorage.n || 0);"
        " if (sessionStorage.n < 25) setTimeout(() => location.reload(), 15);"
    )
    page.goto(open_site({"/": f"{FORM}<script>{script}</script>"}).url)
    eyes = Eyes(page)

    seen = [eyes.look().snapshot for _ in range(25)]
    page.wait_for_function("sessionStorage.n == 25 && document.readyState == 'complete'")

    assert {page.url} == {snapshot.url for snapshot in seen}
    assert "City Go" == eyes.look().snapshot.text


def test_a_frame_that_goes_away_is_passed_over(page: Page, open_site: Callable[..., Any]) -> None:
    """A frame that comes and goes all the time breaks no look."""
    script = (
        "setInterval(() => { document.querySelector('iframe')?.remove();"
        " document.body.append(document.createElement('iframe')); }, 3)"
    )
    page.goto(open_site({"/": f"{FORM}<script>{script}</script>"}).url)
    eyes = Eyes(page)

    assert all("city" == eyes.look().snapshot.controls[0].field for _ in range(20))
