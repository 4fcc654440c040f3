"""Pages that nobody should have to visit end in a verdict, in time, and leave the next customer unharmed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.pulse import Pulse, memory_of
from cxprobe.channels.web import Web
from cxprobe.errors import GaveUp, Inconclusive

if TYPE_CHECKING:
    from tests.channels.conftest import Site


PATIENCE = 1.5
"""Seconds for a page, of every customer here."""
SLACK = 4.0
"""Seconds beyond it within which a customer must be gone, on a busy machine."""
FROZEN = "while (true) {}"


def page(script: str, more: str = "") -> str:
    """A page with a heading, a field, a button and a script."""
    return (
        "<!doctype html><title>Shop</title><h1>Shop</h1><label>Name <input></label>"
        f"<button>Go</button>{more}<script>{script}</script>"
    )


def visits(web: Web, address: str) -> None:
    """What anybody may do on such a page: open it, press the button, wait for something in vain."""
    web.open(address)
    web.press("Go")
    web.see("what never comes")


def sentences(web: Web, kind: str) -> str:
    """What was written down of one kind, as one text."""
    return " ".join(moment.sentence for moment in web.recorder.moments() if moment.kind == kind)


@pytest.mark.parametrize(
    "script",
    [
        FROZEN,
        f"setTimeout(() => {{ {FROZEN} }}, 300)",
        f"document.addEventListener('click', () => setTimeout(() => {{ {FROZEN} }}, 100))",
        "while (true) alert('Buy now!')",
    ],
    ids=["on load", "after load", "after it was pressed", "in dialogs"],
)
def test_a_frozen_page_is_left_with_its_silence_as_evidence(
    script: str, site: Site, arrive: Callable[..., Web]
) -> None:
    """A script that never yields freezes the page: the customer leaves, and the page's silence is quoted."""
    site.put("/frozen", page(script))
    web = arrive(page=PATIENCE)
    began = time.monotonic()

    with pytest.raises(GaveUp):
        visits(web, "/frozen")

    assert time.monotonic() - began < 2 * PATIENCE + SLACK
    told = sentences(web, "error") + sentences(web, "gave_up")
    still_coming = "waited" in told and script.startswith("while")  # frozen before it has come: it is late
    assert "The page stopped answering" in told or still_coming
    assert PATIENCE / 2 <= max(m.waited for m in web.recorder.moments()) <= PATIENCE + SLACK


def test_a_page_that_is_only_busy_is_not_called_frozen(site: Site, arrive: Callable[..., Web]) -> None:
    """A script that works for less than the patience there is leaves the customer where they are."""
    site.put("/busy", page("const end = Date.now() + 1000; while (Date.now() < end) {}"))
    web = arrive(page=PATIENCE)

    web.open("/busy")

    assert "Shop" == web.see("Shop")
    assert "" == sentences(web, "error")


def test_a_caller_who_does_something_else_calls_no_page_frozen(
    site: Site, arrive: Callable[..., Web]
) -> None:
    """While nobody talks to Playwright no answer is read; that is our silence and not the page's."""
    site.put("/calm", page(""))
    web = arrive(page=1.0)
    web.open("/calm")

    for _ in range(3):
        time.sleep(1.2)
        web.sees("Shop")

    assert "Shop" == web.see("Shop")


@pytest.mark.parametrize(
    "script",
    [
        "location.reload()",
        "addEventListener('load', () => location.reload())",
        "setTimeout(() => location = location.search ? '/round' : '/round?again', 20)",
    ],
    ids=["at once", "when loaded", "between two"],
)
def test_a_page_that_never_comes_to_rest_is_left(script: str, site: Site, arrive: Callable[..., Web]) -> None:
    """A page that reloads or leads on by itself again and again has itself to blame."""
    site.put("/round", page(script))
    web = arrive(page=PATIENCE)

    with pytest.raises(GaveUp):
        visits(web, "/round")

    assert "never came to rest" in sentences(web, "error")


def test_a_ring_of_redirects_is_quoted(site: Site, arrive: Callable[..., Web]) -> None:
    """The browser gives up on redirects that lead to each other; so does the customer, with its words."""
    site.put("/ring", (302, "/ring"))
    web = arrive(page=PATIENCE)

    with pytest.raises(GaveUp):
        web.open("/ring")

    assert ["net::ERR_TOO_MANY_REDIRECTS"] == [
        moment.quote for moment in web.recorder.moments() if moment.kind == "error"
    ]


def test_what_is_typed_into_a_frozen_field_ends_too(site: Site, arrive: Callable[..., Web]) -> None:
    """Keys have no time limit of their own: the pulse ends them."""
    site.put("/typed", page(f"document.querySelector('input').onkeydown = () => {{ {FROZEN} }}"))
    web = arrive(page=PATIENCE)
    web.open("/typed")
    began = time.monotonic()

    with pytest.raises(GaveUp):
        web.fill("Name", "Ada")

    assert time.monotonic() - began < 2 * PATIENCE + SLACK


def test_windows_without_end_are_turned_away(site: Site, arrive: Callable[..., Web]) -> None:
    """Windows that open windows prove nothing, as most browsers shut them out; few are let in."""
    site.put("/windows", page("setInterval(() => open('/calm'), 10)"))
    web = arrive(page=PATIENCE)

    with pytest.raises(Inconclusive, match="window after window"):
        visits(web, "/windows")

    assert len(web.context.pages) < 30


def test_a_page_that_takes_all_memory_is_stopped(
    site: Site, arrive: Callable[..., Web], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the pages take is weighed twice a second; beyond the bound they are stopped."""
    monkeypatch.setattr("cxprobe.channels.pulse.MOST_MEMORY", 600 << 20)
    site.put(
        "/hoard",
        page("window.kept = []; setInterval(() => kept.push(new Uint8Array(2e7).fill(1)), 20)"),
    )
    web = arrive(page=8.0)

    with pytest.raises(Inconclusive, match="MB of memory"):
        visits(web, "/hoard")


def test_a_process_that_is_gone_weighs_nothing() -> None:
    """A renderer may end between being listed and being weighed."""
    assert 0 == memory_of(2**22 + 1)


def test_a_file_is_no_page(site: Site, arrive: Callable[..., Web]) -> None:
    """An address that only gives a file to download is ours to explain, not the company's fault."""
    site.put("/file", (200, "x"))
    web = arrive(page=PATIENCE)
    web.context.route("**/file", lambda route: route.fulfill(body="x", headers=_ATTACHED))

    with pytest.raises(Inconclusive, match="a file to download"):
        web.open("/file")


_ATTACHED = {"Content-Type": "application/octet-stream", "Content-Disposition": "attachment; filename=a.bin"}


def test_where_no_script_may_run_a_press_still_ends(site: Site, arrive: Callable[..., Web]) -> None:
    """A sandboxed document runs no timers, so that nothing in it can wait: the wait is outside."""
    site.put("/sandboxed", page("", '<a href="/calm">On</a>'))
    site.put("/calm", page(""))
    web = arrive(page=PATIENCE)
    web.context.route("**/sandboxed", lambda route: route.fulfill(body=page(""), headers=_SANDBOX))
    web.open("/sandboxed")
    began = time.monotonic()

    web.press("Go")

    assert time.monotonic() - began < 2.6 + SLACK


_SANDBOX = {"Content-Type": "text/html", "Content-Security-Policy": "sandbox"}


def test_reports_without_end_are_not_kept(site: Site, arrive: Callable[..., Web]) -> None:
    """A page that calls the recorder's own binding for ever fills no memory."""
    forged = "{k: 'text', t: Date.now(), texts: ['x'.repeat(1e6)], where: ''}"
    site.put("/tells", page(f"setInterval(() => window.__cxprobe_tell__([{forged}]), 10)"))
    web = arrive(page=10.0)
    web.open("/tells")

    web.page.wait_for_timeout(1500)

    kept = sum(len(text) for report in web.recorder._reports for text in report.get("texts", ()))
    assert kept <= 5_000_000


def test_the_pulse_ends_with_the_visit(site: Site, arrive: Callable[..., Web]) -> None:
    """When the context closes nobody feels its pulse any more."""
    web = arrive(page=PATIENCE)
    web.open("/")
    pulse: Pulse = web.pulse

    web.close()

    assert pulse._timer is None
