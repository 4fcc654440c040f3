"""The fence: whatever a page reaches for outside it is refused, below the page, and written down."""

from __future__ import annotations

import contextlib
import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels import fence as fences
from cxprobe.channels.fence import ANALYTICS, Fence, registrable_domain
from cxprobe.channels.visits import Browsers
from cxprobe.errors import Inconclusive
from cxprobe.journey.moments import Moment
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

Arrive = Callable[..., "Web"]


@pytest.fixture(scope="module")
def elsewhere(open_site: Callable[..., Site]) -> Site:
    """Another company on another port of this machine."""
    return open_site({"/": "<title>Elsewhere</title>"})


def refusals(web: Web, *, within: float = 4.0) -> list[Moment]:
    """The fence's moments, once there is one and no more come for a moment."""
    ends, seen = time.monotonic() + within, -1
    while time.monotonic() < ends:
        found = [m for m in web.recorder.moments() if m.kind == "fence"]
        if found and len(found) == seen:
            return found
        seen = len(found)
        web.page.wait_for_timeout(150)
    return []


def told(found: list[Moment]) -> set[tuple[str, str]]:
    """What was refused: addresses and kinds."""
    return {(m.data["url"], m.data["resource"]) for m in found}


def visit_running(arrive: Arrive, site: Site, script: str) -> Web:
    """A customer on a page that runs a script."""
    site.put("/page", f"<title>A page</title><h1>A page</h1><script>{script}</script>")
    web = arrive()
    web.open("/page")
    return web


# ---- one way out after the other ------------------------------------------------------------------


def test_a_redirect_to_another_port_is_refused_and_ends_the_visit(
    arrive: Arrive, site: Site, elsewhere: Site
) -> None:
    """A page that redirects away is refused, and the journey stops instead of calling it an outage."""
    site.put("/away", (302, f"{elsewhere.url}/landing"))
    web = arrive()

    with pytest.raises(Inconclusive, match="outside the fence"):
        web.open("/away")

    assert told(refusals(web)) == {(f"{elsewhere.url}/landing", "document")}
    assert [] == elsewhere.asked
    assert ["fence"] == [m.data["reason"] for m in web.recorder.moments() if m.kind == "blocked"]


def test_a_link_to_another_port_is_refused_and_ends_the_visit(
    arrive: Arrive, site: Site, elsewhere: Site
) -> None:
    """A link that leads away is pressed once, and the customer goes no further."""
    site.put("/page", f'<title>A page</title><a href="{elsewhere.url}/partner">Our partner</a>')
    web = arrive()
    web.open("/page")

    with pytest.raises(Inconclusive, match="outside the fence"):
        web.press("Our partner")

    assert told(refusals(web)) == {(f"{elsewhere.url}/partner", "document")}
    assert [] == elsewhere.asked


def test_a_frame_of_another_port_is_refused(arrive: Arrive, site: Site, elsewhere: Site) -> None:
    """What a frame should show never left the browser; the page around it goes on."""
    site.put("/page", f'<title>A page</title><h1>Here</h1><iframe src="{elsewhere.url}/frame"></iframe>')
    web = arrive()
    web.open("/page")

    assert told(refusals(web)) == {(f"{elsewhere.url}/frame", "iframe")}
    assert [] == elsewhere.asked
    assert "Here" == web.see("Here")


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        pytest.param("fetch('URL').catch(() => {})", "fetch", id="fetch"),
        pytest.param("fetch('URL', {mode: 'no-cors', method: 'POST', body: 'x'})", "fetch", id="post"),
        pytest.param("navigator.sendBeacon('URL', 'seen')", "fetch", id="beacon"),
        pytest.param("new Image().src = 'URL'", "image", id="image"),
        pytest.param(
            "document.head.append(Object.assign(document.createElement('script'), {src: 'URL'}))",
            "script",
            id="script",
        ),
        pytest.param("new EventSource('URL')", "fetch", id="eventsource"),
    ],
)
def test_what_a_page_asks_another_port_for_is_refused(
    arrive: Arrive, site: Site, elsewhere: Site, script: str, kind: str
) -> None:
    """A fetch, a beacon, a picture, a script: none of them arrives, all of them are written down."""
    address = f"{elsewhere.url}/asked"
    web = visit_running(arrive, site, script.replace("URL", address))

    assert told(refusals(web)) == {(address, kind)}
    assert [] == elsewhere.asked


def test_a_websocket_to_another_port_is_refused(arrive: Arrive, site: Site, elsewhere: Site) -> None:
    """A WebSocket's handshake does not get through."""
    address = f"{elsewhere.url}/socket".replace("http", "ws")
    web = visit_running(arrive, site, f"new WebSocket('{address}')")

    assert told(refusals(web)) == {(address, "websocket")}
    assert [] == elsewhere.asked


def test_a_popup_of_another_port_is_refused_and_ends_the_visit(
    arrive: Arrive, site: Site, elsewhere: Site
) -> None:
    """A window that opens elsewhere stays empty, and the customer does not act in it."""
    site.put(
        "/page",
        f"<title>A page</title><button onclick=\"window.open('{elsewhere.url}/pop')\">Open it</button>",
    )
    web = arrive()
    web.open("/page")

    with pytest.raises(Inconclusive, match="outside the fence"):
        web.press("Open it")

    assert told(refusals(web)) == {(f"{elsewhere.url}/pop", "document")}
    assert [] == elsewhere.asked


@pytest.mark.parametrize(
    ("inside", "kind"),
    [("fetch('URL').catch(() => {})", "fetch"), ("new WebSocket('URL')", "websocket")],
    ids=["fetch", "websocket"],
)
@pytest.mark.parametrize("worker", ["new Worker('/w.js')", "new SharedWorker('/w.js')"])
def test_a_worker_reaches_no_other_port(
    arrive: Arrive, site: Site, elsewhere: Site, worker: str, inside: str, kind: str
) -> None:
    """Workers and shared workers are inside the same fence, their sockets too."""
    address = f"{elsewhere.url}/from-worker"
    address = address.replace("http", "ws") if kind == "websocket" else address
    site.put("/w.js", inside.replace("URL", address))
    web = visit_running(arrive, site, worker)

    assert told(refusals(web)) == {(address, kind)}
    assert [] == elsewhere.asked


def test_a_service_worker_reaches_no_other_port(arrive: Arrive, site: Site, elsewhere: Site) -> None:
    """A service worker, which outlives its page, is inside the fence as well."""
    address = f"{elsewhere.url}/from-service"
    site.put("/sw.js", f"oninstall = () => fetch('{address}', {{mode: 'no-cors'}}).catch(() => {{}})")
    web = visit_running(arrive, site, "navigator.serviceWorker.register('/sw.js')")

    assert told(refusals(web)) == {(address, "fetch")}
    assert [] == elsewhere.asked


@pytest.mark.parametrize("name", ["localhost", "[::1]", "app.localhost", "127.0.0.2"])
def test_this_machine_by_another_name_is_another_host(arrive: Arrive, site: Site, name: str) -> None:
    """Allowed is the host as it was named, not everything that leads to the same machine."""
    address = f"http://{name}:{site.port}/same"
    web = visit_running(arrive, site, f"fetch('{address}', {{mode: 'no-cors'}}).catch(() => {{}})")

    assert told(refusals(web)) == {(address, "fetch")}
    assert "/same" not in site.paths()


def test_an_ordinary_visit_meets_no_fence(arrive: Arrive, site: Site) -> None:
    """The browser itself asks for nothing that would have to be refused."""
    web = visit_running(arrive, site, "fetch('/').catch(() => {})")
    web.page.wait_for_timeout(400)

    assert [] == [m for m in web.recorder.moments() if m.kind in ("fence", "network")]
    assert "/page" in site.paths()


# ---- what is allowed ------------------------------------------------------------------------------


def test_a_named_host_is_allowed_and_no_other(
    playwright: Playwright, arrive: Arrive, open_site: Callable[..., Site]
) -> None:
    """`[fence] hosts` lets one more host in, to the port."""
    here, named, other = open_site({"/": "<title>Home</title>"}), open_site(), open_site()
    both = "".join(
        f"fetch('{each.url}/x', {{mode: 'no-cors'}}).catch(() => {{}});" for each in (named, other)
    )
    here.put("/", f"<title>Home</title><script>{both}</script>")
    settings = Settings.model_validate({"fence": {"hosts": [f"127.0.0.1:{named.port}"]}})
    browsers = Browsers(playwright=playwright, settings=settings)
    web = arrive(url=here.url, by=browsers)
    web.open("/")

    seen = told(refusals(web))
    browsers.close()

    assert seen == {(f"{other.url}/x", "fetch")}
    assert (["/x"], []) == (named.paths(), other.paths())


def test_companies_side_by_side_are_fenced_from_each_other(
    arrive: Arrive, open_site: Callable[..., Site]
) -> None:
    """Who visits one company on this machine reaches that one only; the next visitor the next one only."""
    first, second = open_site(), open_site()
    for one, other in ((first, second), (second, first)):
        one.put("/", f"<title>Home</title><script>fetch('{other.url}/spy').catch(() => {{}})</script>")
    for one, other in ((first, second), (second, first)):
        web = arrive(url=one.url)
        web.open("/")
        assert told(refusals(web)) == {(f"{other.url}/spy", "fetch")}

    assert (["/"], ["/"]) == (first.paths(), second.paths())


@pytest.mark.parametrize(
    ("base", "url", "allowed"),
    [
        ("http://127.0.0.1:8001", "http://127.0.0.1:8001/x?y", True),
        ("http://127.0.0.1:8001", "http://127.0.0.1:8002/", False),
        ("http://127.0.0.1:8001", "http://localhost:8001/", False),
        ("http://localhost", "http://localhost/", True),
        ("http://localhost", "http://localhost:8080/", False),
        ("http://[::1]:8001", "http://[::1]:8001/", True),
        ("http://127.0.0.1:8001", "https://pay.example:444/", True),
        ("http://127.0.0.1:8001", "http://127.0.0.1:9000/", True),
        ("https://www.shop.example", "https://shop.example/", True),
        ("https://www.shop.example", "https://checkout.shop.example/", True),
        ("https://www.shop.example", "https://eshop.example/", False),
        ("https://www.shop.co.uk", "https://pay.shop.co.uk/", True),
        ("https://www.shop.co.uk", "https://other.co.uk/", False),
        ("https://www.shop.example", "https://pay.example/", True),
        ("https://www.shop.example", "https://pay.example.evil.test/", False),
        ("https://www.shop.example", "about:blank", True),
        ("https://www.shop.example", "file:///etc/hosts", False),
    ],
)
def test_where_documents_may_lead(base: str, url: str, allowed: bool) -> None:
    """Exact to the port on this machine; elsewhere the registrable domain, and hosts that are named."""
    fence = Fence(base, hosts=("pay.example", "127.0.0.1:9000"))

    assert allowed is fence.allows_page(url)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("shop.example.co.uk", "example.co.uk"),
        ("a.b.example.com", "example.com"),
        ("www.kettles.myshopify.com", "kettles.myshopify.com"),
        ("shop.example", "shop.example"),
        ("10.0.0.1", "10.0.0.1"),
        ("intranet", "intranet"),
    ],
)
def test_what_somebody_registered(host: str, domain: str) -> None:
    """The registrable domain of a host, by the Public Suffix List; of an address or a bare name, itself."""
    assert domain == registrable_domain(host)


# ---- a site that is not on this machine -------------------------------------------------------------


def rules(fence: Fence) -> tuple[list[str], str]:
    """The rules Chromium is started with, and the address of the fence's listener in them."""
    with fence:
        argument = next(a for a in fence.arguments() if a.startswith("--host-resolver-rules="))
    each = argument.partition("=")[2].split(", ")
    return each, next(r.split()[-1] for r in each if r.startswith("MAP ") and "127.0.0.1:" in r.split()[-1])


def test_the_rules_for_a_public_site_leave_the_rest_of_the_internet_alone() -> None:
    """Analytics hosts and this machine are sent to the listener, and nothing else is touched."""
    found, listener = rules(Fence("https://shop.example"))

    assert f"MAP *.google-analytics.com {listener}" in found
    assert f"MAP localhost {listener}" in found
    assert f"MAP * {listener}" not in found
    assert all(rule.endswith(f" {listener}") for rule in found)


def test_the_rules_for_named_resources_let_only_the_domain_through() -> None:
    """With resources = "named" everything ends at the listener but the domain and the named hosts."""
    found, listener = rules(Fence("https://www.shop.example", hosts=("cdn.example",), resources="named"))

    assert f"MAP * {listener}" in found
    assert {"shop.example", "*.shop.example", "cdn.example", "*.cdn.example"} == {
        rule.split()[1] for rule in found if rule.startswith("EXCLUDE")
    }


def test_denied_hosts_are_denied_by_name() -> None:
    """`[fence] deny` sends a host and what is below it to the listener."""
    found, listener = rules(Fence("https://shop.example", deny=("ads.example",)))

    assert {f"MAP ads.example {listener}", f"MAP *.ads.example {listener}"} <= set(found)


@pytest.mark.parametrize("own", [{"base_url": "https://www.hubspot.com"}, {"hosts": ("hubspot.com",)}])
def test_an_analytics_company_can_be_visited_itself(own: dict[str, Any]) -> None:
    """What a company sells to others is no reason to shut its own door."""
    found, _ = rules(Fence(**{"base_url": "https://shop.example", **own}))

    assert not [rule for rule in found if "hubspot.com" in rule]
    assert [rule for rule in found if "hotjar.com" in rule]
    assert "hubspot.com" in ANALYTICS


@pytest.fixture(scope="module")
def public(
    playwright: Playwright, open_site: Callable[..., Site]
) -> Iterator[tuple[Browsers, dict[str, Site]]]:
    """A shop with a name of its own, a CDN and a partner: names that lead to loopback for this module."""
    names = ("shop.example", "checkout.shop.example", "cdn.example", "partner.example")
    hosts = {name: open_site({"/": f"<title>{name}</title><h1>{name}</h1>"}) for name in names}
    extra = [f"MAP {name}:80 127.0.0.1:{site.port}" for name, site in hosts.items()]
    plain = Fence._rules
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fences.Fence, "_rules", lambda self: [*extra, *plain(self)])
        browsers = Browsers(playwright=playwright, settings=Settings())
        yield browsers, hosts
        browsers.close()


def visit_public(arrive: Arrive, public: tuple[Browsers, dict[str, Site]], page: str) -> Web:
    """A customer on the front page of the public shop."""
    browsers, hosts = public
    hosts["shop.example"].put("/", f"<title>Shop</title><h1>Shop</h1>{page}")
    web = arrive(url="http://shop.example", by=browsers)
    web.open("/")
    return web


def test_a_public_page_is_made_of_what_it_needs_but_counts_nobody(
    arrive: Arrive, public: tuple[Browsers, dict[str, Site]], elsewhere: Site
) -> None:
    """A CDN is reached; analytics and this machine, by whatever name, are not."""
    hosts = public[1]
    refused = [
        "http://stats.mouseflow.com/collect",
        "http://hotjar.com/h.js",
        f"http://127.0.0.1:{elsewhere.port}/port",
        f"http://localhost:{elsewhere.port}/name",
        f"http://[::1]:{elsewhere.port}/six",
        f"http://[::ffff:127.0.0.1]:{elsewhere.port}/mapped",
        f"http://0.0.0.0:{elsewhere.port}/zero",
    ]
    every = json.dumps(["http://cdn.example/lib.js", *refused])
    web = visit_public(arrive, public, f"<script>for (const a of {every}) new Image().src = a;</script>")

    found = {m.data["url"].split("/")[2] for m in refusals(web)}

    assert {re.sub("127.0.0.1]", "7f00:1]", url.split("/")[2]) for url in refused} == found
    assert "/lib.js" in hosts["cdn.example"].paths()
    assert [] == elsewhere.asked


def test_a_document_that_leaves_the_company_is_noticed(
    arrive: Arrive, public: tuple[Browsers, dict[str, Site]]
) -> None:
    """On a public site another company's page can be reached, and nothing is done there."""
    web = visit_public(arrive, public, '<a href="http://partner.example/">Our partner</a>')

    with pytest.raises(Inconclusive, match=r"partner\.example.*outside the fence"):
        web.press("Our partner")


def test_another_host_of_the_same_company_is_inside(
    arrive: Arrive, public: tuple[Browsers, dict[str, Site]]
) -> None:
    """Checkouts often live on a host of their own."""
    web = visit_public(arrive, public, '<a href="http://checkout.shop.example/">To the checkout</a>')
    web.press("To the checkout")

    assert "checkout.shop.example" == web.see("checkout.shop.example")


# ---- the listener -----------------------------------------------------------------------------------


def client_hello(host: str | None) -> bytes:
    """What a TLS client says first."""
    wire = ssl.MemoryBIO()
    context = ssl.create_default_context()
    context.check_hostname = False
    tls = context.wrap_bio(ssl.MemoryBIO(), wire, server_hostname=host)
    with contextlib.suppress(ssl.SSLWantReadError):
        tls.do_handshake()
    return wire.read()


def test_a_refused_secure_request_is_told_by_its_host() -> None:
    """Of a TLS connection the client hello names the host; the path stays unknown."""
    assert ("https://stats.example/", "secure") == fences._asked_for(client_hello("stats.example"))


def test_a_secure_request_without_a_name_is_told_all_the_same() -> None:
    """A client that names no host, and one that breaks off, are refusals too."""
    hello = client_hello("stats.example")

    assert ("https://unknown/", "secure") == fences._asked_for(client_hello(None))
    assert {"https://unknown/", "https://stats.example/"} >= {
        fences._asked_for(hello[:length])[0] for length in range(1, len(hello))
    }


def test_a_secure_request_of_a_real_browser_is_written_down(arrive: Arrive, site: Site) -> None:
    """Chromium's own client hello is understood, in however many pieces it comes."""
    web = visit_running(arrive, site, "fetch('https://stats.example:8443/x').catch(() => {})")

    assert told(refusals(web)) == {("https://stats.example/", "secure")}


def test_closing_a_fence_ends_its_thread() -> None:
    """Fifty fences opened and closed leave no thread behind."""
    before = fence_threads()
    for _ in range(50):
        with Fence("http://127.0.0.1:8001"):
            pass

    assert before == fence_threads()


def fence_threads() -> int:
    """How many fences are listening."""
    return sum(thread.name == "cxprobe-fence" for thread in threading.enumerate())


def test_visits_leave_no_thread_behind(
    arrive: Arrive, open_site: Callable[..., Site], browsers: Browsers
) -> None:
    """A browser that goes from site to site takes its fences down."""
    sites = [open_site({"/": "<title>Home</title>"}) for _ in range(3)]
    arrive().open("/")
    before = fence_threads()

    for one in sites:
        arrive(url=one.url).open("/")

    assert before == fence_threads()
