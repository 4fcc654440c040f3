"""Buying at a company in other languages, through other checkouts, with the card typed into frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.channels.visits import Browsers
from cxprobe.demo import Company
from cxprobe.errors import Inconclusive
from cxprobe.settings import Fence, Settings
from cxprobe.visit import Plan, Visit, visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Playwright

    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

HOMES = {"de": "de_DE", "fr": "fr_FR", "nl": "nl_NL", "pl": "pl_PL"}


def bought(playwright: Playwright, folder: Path, company: Company, *misfortunes: str) -> Visit:
    """One purchase by an ordinary customer who lives where the company's language is spoken."""
    (folder / "personas").mkdir()
    said = f'extends = "ordinary"\nlocale = "{HOMES[company.fittings.language]}"\n'
    (folder / "personas" / "at-home.toml").write_text(said, "utf-8")
    settings = Settings(folder=folder, fence=Fence(hosts=company.hosts))
    browsers = Browsers(playwright=playwright, settings=settings)
    try:
        plan = Plan(url=company.url, goal="buy", persona="at-home", misfortunes=misfortunes)
        return visit(plan, settings, browsers, lambda _: None)
    finally:
        browsers.close()


def paid(plain: dict[str, Any]) -> tuple[str, str]:
    """Amount and currency of the total that was read last."""
    lines = [line for moment in plain["money"] for line in moment.get("lines", ()) if line["kind"] == "total"]
    return lines[-1]["amount"], lines[-1]["currency"]


@pytest.mark.parametrize(
    ("language", "checkout", "payment", "misfortunes", "price"),
    [
        ("de", "single-page", "plain", ("two-line-address",), ("39.00", "EUR")),
        ("pl", "classic", "framed-fields", (), ("195.00", "PLN")),
        ("nl", "classic", "framed", ("declined-card",), ("39.00", "EUR")),
        ("fr", "classic", "plain", ("right-to-left-name",), ("39.00", "EUR")),
    ],
)
def test_a_customer_buys_where_another_language_is_spoken(
    playwright: Playwright,
    tmp_path: Path,
    language: str,
    checkout: str,
    payment: str,
    misfortunes: tuple[str, ...],
    price: tuple[str, str],
) -> None:
    """Served, with an order, the amount as it is, and nothing held against a company at which all is well."""
    with Company(language=language, checkout=checkout, payment=payment, cookie_banner=True) as company:
        made = bought(playwright, tmp_path, company, *misfortunes).to_json()
    broken = [found["sentence"] for found in made["findings"] if found["outcome"] == "broken"]
    in_the_way = [each["quote"] for each in made["in_the_way"] if each["kind"] != "error"]

    assert ("served", [], []) == (made["verdict"], broken, in_the_way)
    assert made["order_number"].startswith("KC-")
    assert price == paid(made)


def test_a_refused_part_of_a_page_is_named_with_what_to_write(
    arrive: Callable[..., Web], open_site: Callable[..., Site], site: Site
) -> None:
    """Where the card is typed in a frame that our fence keeps away, the fence is blamed, not the shop."""
    provider = open_site({"/fields": "<input name=cardnumber>"})
    host = provider.url.removeprefix("http://")
    site.put("/pay", f"<title>Payment</title><h1>Payment</h1><iframe src='{provider.url}/fields'></iframe>")
    web = arrive()
    web.open("/pay")
    web.watch_for(lambda: web.fence.refused or None if web.fence else None, 3.0)
    with pytest.raises(Inconclusive) as stopped:
        web.lost_our_way("how to pay")

    assert "Payment" in str(stopped.value)
    assert f'write under [fence] in cxprobe.toml: hosts = ["{host}"]' in str(stopped.value)
    assert "fence" == web.recorder.moments()[-1].data["reason"]


def test_a_hidden_part_of_a_page_that_was_refused_is_no_reason(
    arrive: Callable[..., Web], open_site: Callable[..., Site], site: Site
) -> None:
    """A frame that nobody sees, as those that count visitors, does not explain what was not found."""
    counter = open_site({"/count": ""})
    site.put("/shop", f"<title>Shop</title><h1>Shop</h1><iframe hidden src='{counter.url}/count'></iframe>")
    web = arrive()
    web.open("/shop")
    web.watch_for(lambda: web.fence.refused or None if web.fence else None, 3.0)
    with pytest.raises(Inconclusive, match="We did not find how to pay on Shop"):
        web.lost_our_way("how to pay")
