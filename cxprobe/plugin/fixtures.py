"""The fixtures: a browser for the session, a customer for the test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers
    from cxprobe.customer import Customer
    from cxprobe.demo import Company
    from cxprobe.plugin.arriving import Customers
    from cxprobe.plugin.run import Run


@pytest.fixture(scope="session")
def cxprobe_run(pytestconfig: pytest.Config) -> Run:
    """The run this session is: its settings, seed and folders."""
    from cxprobe.plugin import _run

    return _run(pytestconfig)  # a test may ask for it without having customers


@pytest.fixture(scope="session")
def cxprobe_company(request: pytest.FixtureRequest, cxprobe_run: Run) -> Iterator[Company | None]:
    """Kettle & Co, open for the session where no other site is named; else None."""
    if request.getfixturevalue("base_url") or cxprobe_run.settings.base_url:
        yield None
        return
    from cxprobe.demo import Company

    with Company() as company:
        yield company


@pytest.fixture(scope="session")
def cxprobe_site(request: pytest.FixtureRequest, cxprobe_run: Run, cxprobe_company: Company | None) -> str:
    """The address of the company that is visited: --base-url, else the settings', else the demo's own."""
    if cxprobe_company is not None:
        return cxprobe_company.url
    address = request.getfixturevalue("base_url") or cxprobe_run.settings.base_url
    return str(address).rstrip("/")


@pytest.fixture(scope="session")
def cxprobe_mailbox(cxprobe_run: Run, cxprobe_company: Company | None) -> str:
    """Where mails to customers are read: as the settings say, else the demo's own; "" where nobody knows."""
    return cxprobe_run.settings.mail_to_read() or str(getattr(cxprobe_company, "mailbox", ""))


@pytest.fixture(scope="session")
def cxprobe_browsers(request: pytest.FixtureRequest, cxprobe_run: Run) -> Iterator[Browsers]:
    """The session's browser, started with what the command line asks of it."""
    from cxprobe.channels.visits import Browsers

    kinds = request.config.getoption("--browser", default=None) or ["chromium"]
    browsers = Browsers(
        playwright=request.getfixturevalue("playwright"),
        settings=cxprobe_run.settings,
        options=request.getfixturevalue("browser_type_launch_args"),
        kind=kinds[0],
    )
    yield browsers
    browsers.close()


@pytest.fixture
def cxprobe_persona(request: pytest.FixtureRequest) -> str:
    """The name of the persona that visits."""
    return str(request.param)


@pytest.fixture
def customers(request: pytest.FixtureRequest, cxprobe_run: Run, cxprobe_persona: str) -> Iterator[Customers]:
    """Lets customers arrive: `customers.arrive("hurried-parent")`, each in a browser context of their own."""
    from cxprobe.plugin.arriving import Customers

    factory = Customers.of(request, cxprobe_run, cxprobe_persona)
    yield factory
    factory.close()


@pytest.fixture
def customer(customers: Customers) -> Customer:
    """The customer who visits: of the persona that --persona, a marker or the settings name."""
    return customers.arrive()
