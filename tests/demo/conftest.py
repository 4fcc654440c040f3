"""Companies to visit over plain HTTP, and a shopper who does what a browser would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from html import unescape
from typing import Any, ClassVar

import httpx
import pytest

from cxprobe.demo import FAULTS, Company


class Shopper:
    """One browser: cookies, forms and redirects, without a screen."""

    contact: ClassVar = {
        "first_name": "Gus",
        "last_name": "Grump",
        "email": "gus@example.com",
        "phone": "01632 960001",
    }
    delivery: ClassVar = {
        "line1": "1 High Street",
        "town": "Leeds",
        "postcode": "LS1 1AA",
        "country": "GB",
        "method": "standard",
    }
    card: ClassVar = {
        "card_name": "G Grump",
        "card_number": "4242 4242 4242 4242",
        "expiry": "12 / 30",
        "code": "123",
        "billing_same": "on",
    }

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(
            base_url=url, follow_redirects=True, trust_env=False, verify=False, timeout=10
        )

    def see(self, path: str) -> str:
        """The page, as HTML with its entities told."""
        return unescape(self.http.get(path).text)

    def send(self, path: str, **typed: str) -> httpx.Response:
        """The answer to a form, after its redirects."""
        return self.http.post(path, data=typed)

    def take(self, product: str = "copper-stove-kettle") -> None:
        """One more of a product in the basket."""
        self.send("/basket/add", product=product)

    def reach_payment(self, **changed: str) -> str:
        """A kettle in the basket, two steps done; the checkout's token."""
        self.take()
        self.send("/checkout/contact", **self.contact | changed)
        self.send("/checkout/delivery", **self.delivery | changed)
        return self.token()

    def token(self) -> str:
        """The token in the payment form."""
        found = re.search(r'name="checkout" value="([^"]+)"', self.see("/checkout/payment"))
        assert found is not None
        return found[1]

    def pay(self, token: str, **changed: str) -> httpx.Response:
        """Send the payment form."""
        return self.send("/checkout/payment", **{"checkout": token} | self.card | changed)

    def orders(self) -> list[str]:
        """The order numbers in 'Your orders', the newest first."""
        return re.findall(r">(KC-\d+)</a>", self.see("/orders"))


OpenCompany = Callable[..., Company]


@pytest.fixture(scope="session")
def doorkeeper() -> Iterator[ThreadPoolExecutor]:
    """Closes companies while the next test runs: each takes a tenth of a second."""
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.fixture
def open_company(doorkeeper: ThreadPoolExecutor) -> Iterator[OpenCompany]:
    """Open companies with switches and fittings; closed after the test."""
    with ExitStack() as doors:

        def open_one(*switches: str, speed: float = 50.0, **fittings: Any) -> Company:
            company = _company(switches, speed, fittings).__enter__()
            doors.callback(doorkeeper.submit, company.__exit__)
            return company

        yield open_one


def _company(switches: tuple[str, ...], speed: float, fittings: dict[str, Any]) -> Company:
    sins = [switch for switch in switches if switch.split(":")[0] not in FAULTS]
    faults = [switch for switch in switches if switch.split(":")[0] in FAULTS]
    return Company(sins=sins, faults=faults, speed=speed, **fittings)


@pytest.fixture(scope="session")
def kettle() -> Iterator[Company]:
    """The company on a good day: no switch, quick replies."""
    with Company(speed=50) as company:
        yield company


@pytest.fixture
def shopper(kettle: Company) -> Iterator[Shopper]:
    """A new browser at the company on a good day."""
    visitor = Shopper(kettle.url)
    with visitor.http:
        yield visitor


@pytest.fixture
def visit() -> Iterator[Callable[[Company], Shopper]]:
    """A new browser at any company."""
    with ExitStack() as doors:

        def arrive(company: Company) -> Shopper:
            visitor = Shopper(company.url)
            doors.enter_context(visitor.http)
            return visitor

        yield arrive
