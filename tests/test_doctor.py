"""The doctor: what is well, what is in the way, whose it is, and that a site is only looked at."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.visits import Browsers
from cxprobe.demo import Company
from cxprobe.doctor import Check, examine, exit_code
from cxprobe.doctor.hours import opening_hours, says_closed
from cxprobe.doctor.site import _by_its_name
from cxprobe.doctor.trace import allowed
from cxprobe.settings import Settings, Trace, load_settings
from tests.channels import conftest as small

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

Examine = Callable[..., list[Check]]
OpenSite = Callable[..., small.Site]
SHOP = "https://shop.example"
open_site = small.open_site


@pytest.fixture
def examined(playwright: Playwright, tmp_path: Path) -> Examine:
    """Examines a folder and a site with a browser of this session's Playwright; gives every check."""

    @contextmanager
    def browsing(settings: Settings) -> Iterator[Browsers]:
        browsers = Browsers(playwright=playwright, settings=settings)
        try:
            yield browsers
        finally:
            browsers.close()

    return lambda url="": list(examine(tmp_path, url, browsing))


def by_name(checks: list[Check]) -> dict[str, Check]:
    """Checks by what they are about."""
    return {check.about: check for check in checks}


def test_a_healthy_shop_can_be_visited(examined: Examine) -> None:
    """Every check of a shop that is open: reached, no wall, a notice that can be refused, goods, a chat."""
    with Company(cookie_banner=True) as company:
        checks = examined(company.url)
    found = by_name(checks)

    assert 0 == exit_code(checks), checks
    assert {"ok"} == {
        found[name].state for name in ("python", "browser", "site", "robots", "consent", "shop")
    }
    assert "Kettle & Co" in found["site"].said
    assert "refuse" in found["consent"].said
    assert "a search, something for sale" in found["shop"].said
    assert "ok" == found["chat"].state
    assert "everything is allowed" in found["trace"].said


def test_a_shop_without_a_notice_says_so(examined: Examine) -> None:
    """No consent is asked for where none is."""
    with Company() as company:
        found = by_name(examined(company.url))

    assert "No notice about cookies." == found["consent"].said


def test_a_site_is_only_looked_at(examined: Examine, open_site: OpenSite) -> None:
    """Pages are asked for and nothing is sent: neither notice nor chat is touched."""
    form = "<form method=post action=/sent><input name=q><button>Accept all cookies</button></form>"
    chat = "<button onclick=\"fetch('/opened')\">Chat with us</button>"
    page = f"<title>Shop</title>{form}{chat}<a href=/contact>Contact</a>"
    site = open_site({"/": page, "/contact": "<title>Contact</title><h1>Contact</h1>"})

    found = by_name(examined(site.url))

    assert {"GET"} == {asked.method for asked in site.asked}
    assert {"/", "/contact"} == set(site.paths())
    assert 'Behind "Chat with us".' in found["chat"].said


def test_hours_stand_where_they_say_how_to_reach_them(examined: Examine, open_site: OpenSite) -> None:
    """A chat's hours are read on the page about contact, in their own words."""
    contact = "<title>Contact</title><p>Our chat is open Monday to Friday, 9 am to 5 pm.</p>"
    front = "<title>Shop</title><a href=/contact>Contact</a><button>Live chat</button>"
    site = open_site({"/": front, "/contact": contact})

    found = by_name(examined(site.url))

    assert "Our chat is open Monday to Friday, 9 am to 5 pm." in found["chat"].said


def test_a_chat_that_is_closed_is_told_with_its_hours(examined: Examine) -> None:
    """Where nobody is there now, it is at least said when somebody is."""
    with Company(hours="Mon 03:00-03:01") as company:
        found = by_name(examined(company.url))

    assert "3:00 to 3:01" in found["chat"].said


def test_a_chat_that_says_it_is_closed_is_worth_a_look(examined: Examine, open_site: OpenSite) -> None:
    """A page that says nobody is there now is quoted."""
    site = open_site({"/": "<title>Shop</title><p>Our chat is closed now.</p><button>Live chat</button>"})

    found = by_name(examined(site.url))["chat"]

    assert ("look here", 'They say: "Our chat is closed now."') == (found.state, found.said)


def test_a_wall_against_robots_is_the_sites(examined: Examine, open_site: OpenSite) -> None:
    """A wall is said to be one, with whom to ask; nobody tries to get around it."""
    site = open_site({"/": (403, "<title>Wall</title><h1>Access denied</h1><p>Are you a robot?</p>")})

    checks = examined(site.url)

    assert 1 == exit_code(checks)
    assert "broken" == by_name(checks)["robots"].state
    assert "synthetic customer" in by_name(checks)["robots"].mend
    assert ["/"] == site.paths()


def test_nobody_at_home_is_the_sites(examined: Examine) -> None:
    """A port where nobody listens is told as such, and the rest is examined all the same."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    checks = examined(f"http://127.0.0.1:{port}")
    found = by_name(checks)

    assert 1 == exit_code(checks)
    assert ("broken", "site") == (found["site"].state, found["site"].side)
    assert "is down" in found["site"].said
    assert "trace" in found


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (500, "It answered 500: something is wrong there."),
        (404, "It answered 404: there is no such page."),
        (401, "It asks for a log-in (it answered 401)."),
    ],
)
def test_a_site_that_answers_with_a_failure_is_broken(
    examined: Examine, open_site: OpenSite, status: int, said: str
) -> None:
    """However nice the page that comes with it: customers cannot be sent there."""
    site = open_site({"/": (status, "<title>Shop</title><h1>Teapots</h1>")})

    checks = examined(site.url)
    found = by_name(checks)

    assert (1, "broken", said) == (exit_code(checks), found["site"].state, found["site"].said)
    assert "robots" not in found


def test_a_ring_of_redirects_is_told_with_its_address(examined: Examine, open_site: OpenSite) -> None:
    """Who was redirected, and from where."""
    site = open_site({"/": (302, "/")})

    checks = examined(site.url)

    assert 1 == exit_code(checks)
    assert f"{site.url}: the customer was redirected in a ring." == by_name(checks)["site"].said


def test_https_where_none_is_spoken_is_told_without_the_browsers_names(
    examined: Examine, open_site: OpenSite
) -> None:
    """The address that would do is what to type."""
    url = open_site({"/": "<title>Shop</title>"}).url

    site = by_name(examined(url.replace("http:", "https:")))["site"]

    assert f"cxprobe doctor {url}" == site.mend
    assert "it does not speak https" in site.said
    assert "ERR_" not in site.said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("net::ERR_CERT_DATE_INVALID", "has run out"),
        ("net::ERR_CERT_COMMON_NAME_INVALID", "for another name"),
        ("net::ERR_CERT_AUTHORITY_INVALID", "none that browsers trust"),
        ("net::ERR_INVALID_AUTH_CREDENTIALS", "It asks for a log-in"),
    ],
)
def test_what_browsers_call_it_is_put_into_words(name: str, said: str) -> None:
    """A certificate that does not hold, or a log-in, is told for people."""
    check = _by_its_name(SHOP, f"{SHOP} could not be opened ({name}), though something answers there.")

    assert check
    assert said in check.said
    assert "ERR_" not in check.said


def test_a_password_in_an_address_is_never_told(examined: Examine) -> None:
    """Neither where nobody is at home, nor where the address is none."""
    told = [examined(f"{scheme}://anna:s3cretWord@127.0.0.1:9/x") for scheme in ("http", "htp")]

    assert "s3cretWord" not in str(told)
    assert ["anna:•••@" in by_name(checks)["site"].said for checks in told] == [True, True]


def test_a_persona_that_no_browser_can_be_is_ours(examined: Examine, tmp_path: Path) -> None:
    """A device or a locale that does not exist is said before anybody is sent, with a few that do."""
    (tmp_path / "personas").mkdir()
    persona = tmp_path / "personas/moon.toml"
    told = []
    for line in ('device = "iPhone 133"', 'locale = "xx_YY"'):
        persona.write_text(f'title = "Moon"\n{line}\n', "utf-8")
        checks = examined()
        told.append((exit_code(checks), by_name(checks)["personas"].said))

    assert [2, 2] == [code for code, _ in told]
    assert "there is no 'iPhone 133'. Did you mean 'iPhone 13'?" in told[0][1]
    assert "Nobody" not in told[0][1]
    assert "nobody can be invented for the locale 'xx_YY'" in told[1][1]
    assert all(line.count(", ") <= 12 and line.endswith("…") for _, line in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("base_urk = 'x'", "cxprobe.toml: base_urk: there is no such key. Did you mean 'base_url'?"),
        ("persona =", "this is not TOML"),
        ("[trace]\nlevel = 'person'", "contacts_per_night = 5"),
    ],
)
def test_broken_settings_are_ours(
    examined: Examine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    """A settings file that cannot be meant is told line by line, and ends with 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cxprobe.toml").write_text(text, "utf-8")

    checks = examined()

    assert 2 == exit_code(checks)
    assert "broken" == by_name(checks)["settings"].state
    assert said in by_name(checks)["settings"].said


@pytest.mark.parametrize(
    ("file", "text", "about"),
    [
        ("personas/moon.toml", "titel = 'x'", "personas"),
        ("cxprobe.toml", "persona = 'moon'", "personas"),
        ("scenarios/standards.toml", "[search]\nfast = {}", "standards"),
    ],
)
def test_what_people_write_is_read(
    examined: Examine, tmp_path: Path, file: str, text: str, about: str
) -> None:
    """A persona or a standard that cannot be read is ours to mend, and named."""
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, "utf-8")

    checks = examined()

    assert 2 == exit_code(checks)
    assert "broken" == by_name(checks)[about].state


def test_an_empty_folder_is_told_how_to_begin(examined: Examine) -> None:
    """Without settings and without a site nothing is broken, and the next commands are named."""
    checks = examined()
    found = by_name(checks)

    assert 0 == exit_code(checks)
    assert ("look here", "cxprobe init") == (found["settings"].state, found["settings"].mend)
    assert "look here" == found["site"].state


def test_settings_are_told_by_their_file(
    examined: Examine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they were found is said, in cxprobe.toml or in pyproject.toml."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.cxprobe]\ndays = 3\n", "utf-8")
    elsewhere = by_name(examined())["settings"]
    (tmp_path / "cxprobe.toml").write_text("days = 3\n", "utf-8")
    own = by_name(examined())["settings"]

    assert ("ok", "[tool.cxprobe] of pyproject.toml.") == (elsewhere.state, elsewhere.said)
    assert ("ok", "cxprobe.toml, every key known.") == (own.state, own.said)


def test_a_browser_that_is_none_is_ours(examined: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser the site is left alone, and the command that gets one is named."""
    monkeypatch.setenv("CXPROBE_BROWSER", "/nowhere/chrome")

    checks = examined("http://127.0.0.1:9")

    assert 2 == exit_code(checks)
    assert ("broken", "cxprobe install-browser") == (
        by_name(checks)["browser"].state,
        by_name(checks)["browser"].mend,
    )
    assert "site" not in by_name(checks)


def test_an_address_that_is_none_is_ours(examined: Examine) -> None:
    """A word that is no address is a mistake in what was typed."""
    checks, here = examined("shop.example/UK"), examined("127.0.0.1:8711")

    assert 2 == exit_code(checks)
    assert "Expected an address" in by_name(checks)["site"].said
    assert "'shop.example/UK'" in by_name(checks)["site"].said
    assert "cxprobe doctor https://shop.example/UK" == by_name(checks)["site"].mend
    assert "cxprobe doctor http://127.0.0.1:8711" == by_name(here)["site"].mend


# -- how far customers may go ------------------------------------------------------------------


def _settings(**trace: object) -> Settings:
    return Settings(trace=Trace(**trace))  # type: ignore[arg-type]  # as a file has them


@pytest.mark.parametrize(
    ("settings", "state", "said"),
    [
        (_settings(), "ok", "No test item, no test payment: not needed before"),
        (_settings(test_item="Test kettle"), "look here", "test_payment is not named"),
        (_settings(test_payment="4242424242424242"), "look here", "test_item is not named"),
        (
            _settings(
                level="pay",
                contacts_per_night=3,
                test_item="Test kettle",
                test_payment="4242 4242 4242 4242",
            ),
            "ok",
            'Only "Test kettle" is bought, and paid with the card ending in 4242.',
        ),
    ],
)
def test_item_and_payment_of_test_orders_are_told(settings: Settings, state: str, said: str) -> None:
    """Whether something could be ordered, and with what; the card's number is never said in full."""
    found = by_name(list(allowed(settings, SHOP)))["test order"]

    assert state == found.state
    assert said in found.said
    assert "4242 4242" not in found.said


def test_the_trace_level_is_told_in_words() -> None:
    """How far customers may go off this machine, and how many contacts a night."""
    basket = by_name(list(allowed(_settings(), SHOP)))["trace"]
    person = by_name(list(allowed(_settings(level="person", contacts_per_night=4), SHOP)))["trace"]

    assert '"basket": customers may fill baskets and forms, and send nothing.' == basket.said
    assert "At most 4 contacts a night." in person.said


def test_a_mailbox_is_opened(tmp_path: Path) -> None:
    """A Maildir folder can be read, one that is not there cannot, and none is a hint."""
    for name in ("new", "cur", "tmp"):
        (tmp_path / "mail" / name).mkdir(parents=True)

    def told(line: str) -> Check:
        (tmp_path / "cxprobe.toml").write_text(line, "utf-8")
        return by_name(list(allowed(load_settings(tmp_path), SHOP)))["mailbox"]

    assert "ok" == told('[mail]\nread = "mail"\n').state
    assert "broken" == told('[mail]\nread = "nowhere"\n').state
    assert "broken" == told('[mail]\nread = { env = "NO_SUCH_VARIABLE_OF_OURS" }\n').state
    for odd in ("imaps://u:geheim@h:99999", "imaps://h@host:geheim", "imap://u:geheim@[::1"):
        found = told(f'[mail]\nread = "{odd}"\n')
        assert "broken" == found.state
        assert "geheim" not in f"{found.said}{found.mend}"
    assert "look here" == told("").state


# -- hours, and the exit code -----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Our staff are here Monday to Friday, 8 am to 6 pm.",
        "Chat open 24/7",
        "Öffnungszeiten: Mo–Fr 9:00–17:00",
        "Horaires : du lundi au vendredi, 9h00 à 18h00",
        "Horario: lunes a viernes, abierto de 9:00 a 18:00",
        "This chat is open day and night.",
        "We are here Monday, 9:00 to 17:00.",
    ],
)
def test_hours_are_told_from_other_lines(line: str) -> None:
    """A line about being open with hours in it; prices, dates and years are none."""
    others = ["Open a parcel with care", "Delivered in 2 to 3 working days", "Mugs 10-12 oz", "£8 to £10"]

    assert line == opening_hours([*others, line])
    assert "" == opening_hours(others)


def test_a_heading_says_what_the_line_below_is_about() -> None:
    """Days and times alone are hours where they stand under such a heading."""
    line = "Mon to Fri 9:00 - 17:00"

    assert line == opening_hours(["Opening hours", line])
    assert "" == opening_hours(["Train times", line])


def test_being_closed_is_told() -> None:
    """Somebody who is away now says so in the present."""
    assert "Our chat is closed now." == says_closed(["Closed on Sundays", "Our chat is closed now."])
    assert "" == says_closed(["Closed on Sundays", "Doors that never closed"])


@pytest.mark.parametrize(
    ("checks", "code"),
    [
        ([], 0),
        ([Check("a", "look here", "", side="site"), Check("b", "ok", "")], 0),
        ([Check("a", "broken", "", side="site"), Check("b", "ok", "")], 1),
        ([Check("a", "broken", "", side="site"), Check("b", "broken", "")], 2),
    ],
)
def test_the_exit_code_says_whose_it_is(checks: list[Check], code: int) -> None:
    """0 when customers can be sent, 1 when the site is in the way, 2 when we are."""
    assert code == exit_code(checks)
