"""The recorder in a real browser: what a person would notice becomes moments, whoever acts.

Everything here is done with plain Playwright calls, as a test of somebody else's would do it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error

from cxprobe.channels.visits import Browsers
from cxprobe.channels.web import Web
from cxprobe.customer import Customer, Scene
from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.settings import Fence, Settings, Trace

Arrive = Callable[..., Web]


_ECHOES = """([number, code, password]) => {
  const grouped = number.replace(/(.{4})/g, "$1 ").trim(), dashed = number.replace(/(.{4})(?=.)/g, "$1-");
  const query = `card=${number}&cvc=${code}&password=${encodeURIComponent(password)}`;
  echo.textContent = `Your card ${number}, or ${grouped}, or ${dashed}; password ${password}`;
  document.getElementById("code").textContent = `Your security code ${code} is wrong`;
  document.title = `${grouped} and ${password}`;
  console.error(`card=${number} password=${password}`);
  history.pushState({}, "", `/page?${query}`);
  alert(`Card ${grouped}, security code ${code}, password ${password}`);
  fetch(`/nowhere?${query}`);
  const button = document.createElement("button");
  button.ariaLabel = `Use ${grouped}`;
  document.body.append(button);
}"""
"""Says secrets in every place a page has: text, title, address, console, dialog, request, a name."""


def told(web: Web, *kinds: str) -> list[Moment]:
    """The moments of some kinds, after fetching what the page has not told yet."""
    web.recorder.collect(final=True)
    return [moment for moment in web.recorder.moments() if moment.kind in kinds]


def words(web: Web) -> str:
    """All words that newly appeared, a line each."""
    return "\n".join(line for moment in told(web, "text") for line in moment.data["texts"])


def at(web: Web, site: Any, body: str, path: str = "/page") -> Any:
    """The customer's page, standing at a page with this body."""
    site.put(path, f"<!doctype html><html lang='en'><title>A page</title><body>{body}</body></html>")
    web.page.goto(site.url + path)
    return web.page


# ---- visits, frames, windows -------------------------------------------------------------------------


def test_a_page_that_opens_is_a_visit(arrive: Arrive, site: Any) -> None:
    """A visit says the address, the title and the status of the page."""
    web = arrive()
    at(web, site, "<h1>Here</h1>")

    visit = told(web, "visit")[0]

    assert (f"{site.url}/page", "A page", 200) == tuple(visit.data[k] for k in ("url", "title", "status"))


def test_frames_are_watched(arrive: Arrive, site: Any) -> None:
    """A press inside a frame is a press, told with the frame's address."""
    web = arrive()
    site.put("/inner", "<button onclick=\"this.textContent='Done'\">Inside</button>")
    page = at(web, site, "<iframe src='/inner'></iframe>")
    page.frame_locator("iframe").get_by_role("button").click()

    press = told(web, "press")[0]

    assert ("Inside", f"{site.url}/inner") == (press.data["target"], press.frame)


def test_frames_of_another_origin_are_watched(
    arrive: Arrive, site: Any, open_site: Callable[..., Any], playwright: Any
) -> None:
    """A payment frame from another host that settings name is watched like the page itself."""
    other = open_site(
        {"/pay": "<label>Card <input></label><button onclick=\"this.after('Paid')\">Pay</button>"}
    )
    browsers = Browsers(
        playwright=playwright, settings=Settings(fence=Fence(hosts=(f"127.0.0.1:{other.port}",)))
    )
    web = arrive(by=browsers)
    page = at(web, site, f"<iframe src='{other.url}/pay'></iframe>")
    frame = page.frame_locator("iframe")
    frame.get_by_label("Card").fill("hello")
    frame.get_by_role("button").click()
    frame.get_by_text("Paid").wait_for()

    acts = [(m.kind, m.frame) for m in told(web, "keys", "press")]

    browsers.close()
    assert [("keys", f"{other.url}/pay"), ("press", f"{other.url}/pay")] == acts


def test_pop_ups_and_new_tabs_are_watched(arrive: Arrive, site: Any) -> None:
    """What opens in another tab or window is part of the same journey, and so is what is done there."""
    web = arrive()
    site.put("/tab", "<title>A tab</title><button>Inside</button>")
    opening = "<button onclick=\"window.open('/tab', '', 'width=300')\">Up</button>"
    page = at(web, site, f"<a href='/tab' target='_blank'>Tab</a>{opening}")
    for name in ("Tab", "Up"):
        with page.expect_popup() as opened:
            page.get_by_text(name, exact=True).click()
        opened.value.get_by_role("button", name="Inside").click()

    titles = [moment.data["title"] for moment in told(web, "visit")]

    assert ["A page", "A tab", "A tab"] == titles
    assert ["Tab", "Inside", "Up", "Inside"] == [moment.data["target"] for moment in told(web, "press")]


def test_a_window_that_closes_itself_has_told_of_the_press(arrive: Arrive, site: Any) -> None:
    """A press that closes its own window is not lost with it."""
    web = arrive()
    site.put("/up", '<button onclick="window.close()">Agree</button>')
    page = at(web, site, "<button onclick=\"window.open('/up')\">Up</button>")
    with page.expect_popup() as opened:
        page.get_by_role("button").click()
    # With much else going on the window is gone before Playwright has the answer to its click.
    with opened.value.expect_event("close"), suppress(Error):
        opened.value.get_by_role("button").click(no_wait_after=True)

    assert ["Up", "Agree"] == [moment.data["target"] for moment in told(web, "press")]


def test_a_shadow_root_that_comes_with_the_page_is_read(arrive: Arrive, site: Any) -> None:
    """Words in a declarative shadow root are seen like any other, and what changes in it too."""
    web = arrive()
    page = at(
        web,
        site,
        "<h1>Light</h1><div id='host'><template shadowrootmode='open'>"
        "<p>Shade from the start</p></template></div>",
    )
    page.wait_for_timeout(100)
    page.locator("#host p").evaluate("p => { p.textContent = 'Grown in the shade'; }")

    assert ["Light", "Shade from the start", "Grown in the shade"] == words(web).splitlines()


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_shadow_roots_are_watched(arrive: Arrive, site: Any, mode: str) -> None:
    """Words and presses inside a shadow root are seen, whether it is open or closed."""
    web = arrive()
    page = at(
        web,
        site,
        "<div id='host' style='width:300px;height:60px'></div><script>"
        f"const root = document.getElementById('host').attachShadow({{mode: '{mode}'}});"
        "root.innerHTML = '<button style=\"width:300px;height:60px\">Shade</button><p></p>';"
        "root.querySelector('button').onclick = () => {"
        " root.querySelector('p').textContent = 'Grown in the shade'; };"
        "</script>",
    )
    page.locator("#host").click()
    page.wait_for_timeout(100)

    assert "Grown in the shade" in words(web)
    assert 1 == len(told(web, "press"))


def test_a_page_that_only_changes_its_address_is_a_visit(arrive: Arrive, site: Any) -> None:
    """A single-page application's routes are visits too."""
    web = arrive()
    page = at(
        web, site, "<button onclick=\"history.pushState({}, '', '/route'); this.after('Route')\">Go</button>"
    )
    page.get_by_role("button").click()
    page.get_by_text("Route").wait_for()

    assert [f"{site.url}/page", f"{site.url}/route"] == [m.data["url"] for m in told(web, "visit")]


# ---- errors ------------------------------------------------------------------------------------------


def test_the_browsers_own_bubble_is_an_error(arrive: Arrive, site: Any) -> None:
    """A required field left empty makes the browser say so: one error, native, at that field."""
    web = arrive()
    page = at(
        web,
        site,
        "<form><label>Name <input required></label><label>City <input required></label>"
        "<button>Send</button></form>",
    )
    page.get_by_role("button").click()
    page.wait_for_timeout(50)

    errors = told(web, "error")

    assert [("Name", True)] == [(m.data["field"], m.data["native"]) for m in errors]


@pytest.mark.parametrize(
    ("alert", "count"), [("Thank you, your order is placed.", 0), ("Something went wrong.", 1)]
)
def test_an_alert_is_an_error_only_when_it_tells_of_trouble(
    arrive: Arrive, site: Any, alert: str, count: int
) -> None:
    """Good news in an alert is no error; bad news is."""
    web = arrive()
    page = at(web, site, "<div role='alert'></div><button>Go</button>")
    page.evaluate("text => { document.querySelector('[role=alert]').textContent = text; }", alert)
    page.wait_for_timeout(80)

    assert count == len(told(web, "error"))


def test_a_described_error_is_told_once(arrive: Arrive, site: Any) -> None:
    """A wrong field and the words that describe it are one error, with the field's name."""
    web = arrive()
    at(
        web,
        site,
        "<label for='mail'>E-mail</label><input id='mail' aria-invalid='true' aria-describedby='why'>"
        "<p id='why' class='error'>Enter an e-mail address with an @.</p>",
    )
    web.page.wait_for_timeout(80)

    errors = told(web, "error")

    assert [("E-mail", "Enter an e-mail address with an @.")] == [(m.data["field"], m.quote) for m in errors]


@pytest.mark.parametrize("kind", ["alert", "confirm", "prompt"])
def test_dialogs_are_recorded(arrive: Arrive, site: Any, kind: str) -> None:
    """A window of the browser that asks something is a dialog, with its words."""
    web = arrive()
    page = at(web, site, f"<button onclick=\"{kind}('Are you sure?')\">Ask</button>")
    page.get_by_role("button").click()

    assert [(kind, "Are you sure?")] == [(m.data["type"], m.quote) for m in told(web, "dialog")]


def test_a_tests_own_dialog_handler_still_decides(arrive: Arrive, site: Any) -> None:
    """Whoever listens to dialogs answers them: the recorder only looks on."""
    web = arrive()
    page = at(
        web, site, "<button onclick=\"this.after(confirm('Sure?') ? 'Said yes' : 'Said no')\">Ask</button>"
    )
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.accept()

    page.on("dialog", answer)
    page.get_by_role("button").click()
    page.get_by_text("Said yes").wait_for(timeout=2000)

    assert ["Sure?"] == asked
    assert ["Sure?"] == [m.quote for m in told(web, "dialog")]


# ---- console and network -----------------------------------------------------------------------------


def test_what_a_page_writes_to_the_console_is_told(arrive: Arrive, site: Any) -> None:
    """An error written and an error thrown are console moments; a note is not."""
    web = arrive()
    page = at(
        web,
        site,
        "<script>console.log('a note'); console.error('written');"
        " setTimeout(() => { throw new Error('thrown'); })</script>",
    )
    page.wait_for_timeout(100)

    seen = sorted((m.data["level"], m.quote) for m in told(web, "console"))

    assert [("error", "written"), ("uncaught", "thrown")] == [
        (level, quote.split(": ")[-1]) for level, quote in seen
    ]


@pytest.mark.parametrize(
    "asking",
    [
        "await fetch('/broken')",
        "const x = new XMLHttpRequest(); x.open('GET', '/broken'); x.send()",
        "document.body.append(Object.assign(new Image(), {src: '/broken'}))",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: '/broken'}))",
        "location = '/broken'",
    ],
)
def test_an_answer_that_is_an_error_is_a_failed_request(arrive: Arrive, site: Any, asking: str) -> None:
    """A 500 is told once, whatever asked for it, with its address and status."""
    web = arrive()
    site.put("/broken", (500, "<h1>Broken</h1>"))
    page = at(web, site, "<h1>Here</h1>")
    page.evaluate(f"async () => {{ {asking} }}")
    page.wait_for_timeout(250)

    seen = [(m.data["url"], m.data["status"], m.data["third_party"]) for m in told(web, "network")]

    assert [(f"{site.url}/broken", 500, False)] == seen


def test_a_request_without_an_answer_is_a_failed_request(arrive: Arrive, site: Any) -> None:
    """Nobody answers at another port: the browser says how it failed, and whose it was."""
    web = arrive()
    page = at(web, site, "<h1>Here</h1>")
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => {})")
    page.wait_for_timeout(200)

    failed = told(web, "network")

    assert [(True, True)] == [(m.data["failure"].startswith("net::"), m.data["third_party"]) for m in failed]


def test_a_socket_without_an_answer_is_a_failed_request(arrive: Arrive, site: Any) -> None:
    """A live connection that nobody takes is told, as what it is."""
    web = arrive()
    page = at(web, site, "<h1>Here</h1>")
    page.evaluate("new WebSocket(`ws://${location.host}/live`)")
    page.wait_for_timeout(200)

    failed = [m.data for m in told(web, "network")]

    assert [("websocket", False)] == [(data["resource"], data["third_party"]) for data in failed]


# ---- acts --------------------------------------------------------------------------------------------


def test_a_control_that_does_nothing_is_a_dead_end(arrive: Arrive, site: Any) -> None:
    """Nothing at all within 2.5 s of a press is a dead end; a control that answers is none."""
    web = arrive()
    page = at(web, site, "<button>Dead</button><button onclick=\"this.after('!')\">Alive</button>")
    page.get_by_text("Alive").click()
    page.get_by_text("Dead").click()
    page.wait_for_timeout(2700)

    assert ["Dead"] == [m.data["target"] for m in told(web, "dead_end")]


@pytest.mark.parametrize(
    "body",
    [
        "<button onclick='window.print()'>Go</button>",
        "<button onclick=\"window.open('/tab', '', 'noopener')\">Go</button>",
        "<a href='/tab' target='_blank' rel='noopener'>Go</a>",
        "<button onclick=\"document.querySelector('iframe').src = '/tab'\">Go</button><iframe></iframe>",
        "<a href='/tab' target='pane'>Go</a><iframe name='pane'></iframe>",
    ],
    ids=["print", "window", "tab", "frame", "pane"],
)
def test_what_shows_elsewhere_is_no_dead_end(arrive: Arrive, site: Any, body: str) -> None:
    """Printing, and whatever opens in another tab, window or frame, is an effect."""
    web = arrive()
    site.put("/tab", "<title>A tab</title><p>Here</p>")
    page = at(web, site, body)
    page.evaluate("Object.defineProperty(document, 'visibilityState', {get: () => 'visible'})")
    page.get_by_text("Go", exact=True).click()
    page.wait_for_timeout(2700)

    assert [] == told(web, "dead_end")


def test_a_form_that_is_kept_back_in_silence_is_a_dead_end(arrive: Arrive, site: Any) -> None:
    """A page that prevents the sending has a dead end, unless it does something of its own."""
    web = arrive()
    form = '<form onsubmit="{}"><input aria-label=Code><button>{}</button></form>'
    alive, dead = ("this.after('!'); return false", "Alive"), ("return false", "Dead")
    page = at(web, site, form.format(*alive) + form.format(*dead))
    page.get_by_text("Alive").click()
    page.get_by_text("Dead").click()
    page.wait_for_timeout(2700)

    assert ["Dead"] == [m.data["target"] for m in told(web, "dead_end")]


def test_what_scrolls_by_itself_is_no_effect(arrive: Arrive, site: Any) -> None:
    """A button that has to be brought into view, below a field too small for what was typed, is dead."""
    web = arrive()
    body = "<input aria-label=Code style='width:40px'><p style='height:3000px'></p><button>Dead</button>"
    page = at(web, site, body)
    page.get_by_label("Code").press_sequentially("a code that is long")
    page.get_by_text("Dead").click()
    page.wait_for_timeout(2700)

    assert ["Dead"] == [m.data["target"] for m in told(web, "dead_end")]


def test_what_scrolls_because_of_a_press_is_an_effect(arrive: Arrive, site: Any) -> None:
    """A button that leads further down the page is none that does nothing."""
    web = arrive()
    page = at(
        web, site, "<button onclick='window.scrollTo(0, 900)'>Down</button><p style='height:3000px'></p>"
    )
    page.get_by_text("Down").click()
    page.wait_for_timeout(2700)

    assert [] == told(web, "dead_end")


def test_a_link_that_was_stopped_from_opening_a_tab_is_a_dead_end(arrive: Arrive, site: Any) -> None:
    """A page that prevents what a link would do, and does nothing else, has a dead end."""
    web = arrive()
    page = at(web, site, "<a href='/tab' target='_blank' onclick='return false'>Dead</a>")
    page.get_by_text("Dead").click()
    page.wait_for_timeout(2700)

    assert ["Dead"] == [m.data["target"] for m in told(web, "dead_end")]


def test_a_button_in_a_frame_may_work_on_the_page_around_it(arrive: Arrive, site: Any) -> None:
    """A button whose effect shows in the parent is none that does nothing."""
    web = arrive()
    site.put("/inner", "<button onclick=\"parent.postMessage('close', '*')\">Close</button>")
    page = at(
        web,
        site,
        "<iframe src='/inner'></iframe><script>addEventListener('message', () => {"
        " document.body.append('Closed for you'); })</script>",
    )
    page.frame_locator("iframe").get_by_role("button").click()
    page.wait_for_timeout(2700)

    assert [] == told(web, "dead_end")


def test_three_presses_in_a_second_are_rage(arrive: Arrive, site: Any) -> None:
    """Three quick presses on one spot are rage; two are not."""
    web = arrive()
    page = at(web, site, "<button>Calm</button><p style='height:200px'></p><button>Now</button>")
    page.get_by_text("Calm").click(click_count=2)
    page.get_by_text("Now").click(click_count=3)

    assert [("Now", 3)] == [(m.data["target"], m.data["times"]) for m in told(web, "rage")]


def test_scrolling_is_told(arrive: Arrive, site: Any) -> None:
    """A page that was moved is a scroll, with about as many pixels."""
    web = arrive()
    page = at(web, site, "<div style='height:5000px'>Long</div>")
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(500)

    assert 900 == pytest.approx(sum(m.data["pixels"] for m in told(web, "scroll")), abs=20)


def test_filling_at_once_counts_like_typing(arrive: Arrive, site: Any) -> None:
    """A field filled by a script and one typed key by key cost a person the same keys."""
    web = arrive()
    page = at(web, site, "<label>One <input></label><label>Two <input></label>")
    page.get_by_label("One").fill("kettle")
    page.get_by_label("Two").press_sequentially("kettle")

    assert [("One", 6), ("Two", 6)] == [(m.data["field"], m.data["count"]) for m in told(web, "keys")]


def test_corrections_are_counted(arrive: Arrive, site: Any) -> None:
    """Keys that take something back are counted, and told apart."""
    web = arrive()
    page = at(web, site, "<label>Name <input></label>")
    page.get_by_label("Name").press_sequentially("kettel")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("le")

    keys = told(web, "keys")[0]

    assert (10, 2) == (keys.data["count"], keys.data["corrections"])


def test_a_label_and_its_box_are_one_press(arrive: Arrive, site: Any) -> None:
    """Pressing a label ticks its box: one press and one choice."""
    web = arrive()
    page = at(web, site, "<input type='checkbox' id='yes'><label for='yes'>Yes please</label>")
    page.get_by_text("Yes please").click()

    assert ["press", "choose"] == [m.kind for m in told(web, "press", "choose")]


def test_enter_in_a_form_is_a_key_and_the_buttons_press(arrive: Arrive, site: Any) -> None:
    """Enter in a field sends the form through its button, and the next page is a visit."""
    web = arrive()
    page = at(
        web, site, "<form action='/page'><label>Name <input name='n'></label><button>Send</button></form>"
    )
    page.get_by_label("Name").press_sequentially("Gus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/page?n=Gus")

    kinds = [m.kind for m in told(web, "visit", "keys", "press")]

    assert ["visit", "keys", "keys", "press", "visit"] == kinds


def test_a_change_that_nobody_can_see_is_no_wait(arrive: Arrive, site: Any) -> None:
    """What changes out of sight keeps nobody waiting."""
    web = arrive()
    page = at(
        web,
        site,
        "<button onclick=\"setTimeout(() => { hid.textContent = 'unseen'; }, 100)\">Go</button>"
        "<p id='hid' style='display:none'></p>",
    )
    page.get_by_role("button").click()
    page.wait_for_timeout(400)

    assert [] == told(web, "wait")


def test_a_journey_forgets_what_came_before_it(arrive: Arrive, site: Any) -> None:
    """`begin` starts an empty record, with its clock at zero."""
    web = arrive()
    page = at(web, site, "<button onclick=\"this.after('!')\">Press</button>")
    page.get_by_role("button").click()
    web.recorder.begin()

    assert [] == told(web, "visit", "press", "text")
    assert 1.0 > web.recorder.now()


# ---- secrets -----------------------------------------------------------------------------------------


def test_no_secret_reaches_the_record(arrive: Arrive, site: Any) -> None:
    """Card, code and password, typed and then echoed in every place a page has, are nowhere in it."""
    web = arrive()
    identity = web.conditions.identity
    number, code, password = identity.card.number, identity.card.code, identity.password
    page = at(
        web,
        site,
        "<label>Card number <input autocomplete='cc-number'></label>"
        "<label>Security code <input autocomplete='cc-csc'></label>"
        "<label>Password <input type='password'></label><p id='echo'></p><p id='code'></p>",
    )
    page.get_by_label("Card number").fill(number)
    page.get_by_label("Security code").fill(code)
    page.get_by_label("Password").fill(password)
    page.evaluate(
        _ECHOES,
        [number, code, password],
    )
    page.get_by_role("button").click()
    page.wait_for_timeout(200)
    moments = told(web, "keys", "press", "text", "console", "dialog", "visit", "network")
    saved = json.dumps(Timeline(goal="to pay", moments=web.recorder.moments()).to_json(), ensure_ascii=False)

    assert {"keys", "press", "text", "console", "dialog", "visit", "network"} == {m.kind for m in moments}
    assert [] == [secret for secret in (*identity.secrets(), password, number) if secret in saved]
    assert not [m for m in moments if code in f"{m.quote} {m.sentence} {m.data.get('url', '')}".split()]
    assert f"cvc={code}" not in saved
    assert f"code {code}" not in saved


def test_secrets_of_the_settings_and_the_address_are_hidden(
    site: Any, arrive: Arrive, playwright: Any
) -> None:
    """Short values, the test payment in any spelling, and the password in the site's address."""
    trace = Trace(test_payment="4000 0000 0000 0002", test_item="KET-1")
    settled = Browsers(playwright=playwright, settings=Settings(secrets=("k7z",), trace=trace))
    web = arrive(by=settled, url=site.url.replace("http://", "http://cx:hunter2!@"))
    at(
        web,
        site,
        "<p>Paid with 4000-0000-0000-0002 by k7z</p><p>Sent /?p=hunter2%21&amp;c=4000+0000+0000+0002</p>",
    )
    web.page.wait_for_timeout(80)

    seen = words(web)

    settled.close()
    assert "Paid with ••• by •••\nSent /?p=•••&c=•••" == seen


def test_a_journey_is_written_without_the_sites_password(arrive: Arrive, site: Any) -> None:
    """A site behind a password is named in the record without the name and password before its host."""
    web = arrive(url=site.url.replace("http://", "http://cx:hunter2!@"))
    with Customer(web, Scene()).wants("a look") as journey:
        at(web, site, "<h1>Here</h1>")

    assert site.url == journey.timeline.site
    assert "hunter2" not in json.dumps(journey.timeline.to_json())


def test_a_secret_is_hidden_before_a_text_is_cut(arrive: Arrive, site: Any) -> None:
    """A secret that the end of a quote would cut in two leaves no half behind."""
    web = arrive()
    password = web.conditions.identity.password
    page = at(web, site, f"<p>{'a' * 189} {password}</p>")
    page.evaluate("text => console.error(text)", f"{'b' * 489} {password}")
    page.evaluate("text => { setTimeout(() => { throw text; }); }", f"{'c' * 489} {password}")
    page.wait_for_timeout(100)

    quotes = [moment.quote for moment in told(web, "text", "console")]

    assert ["a", "b", "c"] == sorted({quote[0] for quote in quotes})
    assert [] == [quote for quote in quotes if password[:6] in quote]


def test_words_typed_into_an_editable_element_are_not_told(arrive: Arrive, site: Any) -> None:
    """They are the value of a field: neither its name, nor words that newly appeared, nor a press's name."""
    web = arrive()
    page = at(
        web,
        site,
        "<h1>Write</h1><div onclick=\"this.append('Thanks')\" style='padding:30px'>Note "
        "<div contenteditable style='width:200px;height:40px'></div></div>",
    )
    box = page.locator("[contenteditable]")
    box.press_sequentially("my private words")
    page.keyboard.press("Enter")
    page.locator("[onclick]").click(position={"x": 5, "y": 5})
    page.evaluate("document.body.append('More to read')")
    page.wait_for_timeout(100)

    moments = told(web, "keys", "text", "press", "wait")

    assert "private" not in json.dumps([(m.sentence, m.quote, m.data) for m in moments])
    assert ["div"] == sorted({m.data["field"] for m in moments if m.kind == "keys" and m.data["field"]})
    assert ["Note"] == sorted({m.data["target"].split()[0] for m in moments if m.kind == "press"})
    assert {"Write", "Note", "Thanks", "More to read"} <= set(words(web).splitlines())


def test_an_editable_element_is_not_called_by_its_value(arrive: Arrive, site: Any) -> None:
    """A look at the page names it by its label or not at all."""
    web = arrive()
    at(
        web,
        site,
        "<div contenteditable='true'>my private words</div>"
        "<div contenteditable='true' aria-label='Note'>more of them</div>",
    )

    names = [control.name for control in web.look().snapshot.controls]

    assert ["", "Note"] == names
