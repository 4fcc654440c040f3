"""Who has arrived in a test: the factory behind the `customers` fixture."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest

from cxprobe.customer import Customer, Journey, Scene, slug
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers
    from cxprobe.plugin.run import Run

CONTROL = "ordinary"
"""The persona of the control customer."""


@dataclass(slots=True)
class Stage:
    """What the driver tells an item before it runs, and what is left there afterwards."""

    day: Day = field(default_factory=Day)
    control: bool = False
    folder: Path | None = None
    to_beat: float | None = None
    """Of many days: how hard the hardest was that went well until now. An easier one that goes well too is
    not kept; None keeps the day whatever comes."""
    kept: bool = True
    """Whether the journeys of the day are written, with pictures of their ends."""
    arrived: list[Customer] = field(default_factory=list)
    raised: BaseException | None = None
    """What the test's call raised, if it did."""

    @property
    def journeys(self) -> list[Journey]:
        """Every journey of everybody who arrived, in order."""
        return [journey for customer in self.arrived for journey in customer.journeys]

    @property
    def suffering(self) -> float:
        """How hard the day was: seconds of effort and of waiting, over all journeys."""
        return sum(moment.human + moment.waited for journey in self.journeys for moment in journey.moments)

    @property
    def may_be_published(self) -> bool:
        """Whether it did not go well, as far as the test has come, or was harder than any before it."""
        served = all(journey.judgement and journey.failure() is None for journey in self.journeys)
        return self.to_beat is None or self.raised is not None or not served or self.suffering > self.to_beat


STAGE: pytest.StashKey[Stage] = pytest.StashKey()


@dataclass(slots=True)
class Customers:
    """Lets customers arrive at the site, by persona; the first one's persona is the test's."""

    run: Run
    browsers: Browsers
    site: str
    persona: str
    test: pytest.Item
    stage: Stage
    options: dict[str, Any]
    mailbox: str = ""
    """Where mails to customers are read."""

    @classmethod
    def of(cls, request: pytest.FixtureRequest, run: Run, persona: str) -> Customers:
        """The factory for one test; the browser and the site are started when first asked for."""
        item = request.node
        return cls(
            run=run,
            browsers=request.getfixturevalue("cxprobe_browsers"),
            site=request.getfixturevalue("cxprobe_site"),
            persona=persona,
            test=item,
            stage=item.stash.setdefault(STAGE, Stage()),
            options=dict(request.getfixturevalue("browser_context_args")),
            mailbox=request.getfixturevalue("cxprobe_mailbox"),
        )

    def arrive(self, persona: str = "", *, device: str = "") -> Customer:
        """A customer of a persona, on the test's day, with a fresh identity and browser context.

        `device` puts another device in their hands than their persona's.
        """
        name = CONTROL if self.stage.control and not persona else persona or self.persona
        catalogue, number = self.run.catalogue, len(self.stage.arrived)
        seed = crc32(f"{self.run.seed}/{self.test.nodeid}/{name}/{number}".encode())
        member = self.run.persona(name).draw(seed)
        member = replace(member, device=device) if device else member
        identity = fresh_identity(member.locale, mailbox=self.run.settings.mailbox)
        conditions = self.stage.day.conditions(member, identity, catalogue)
        web = self.browsers.visit(conditions, self.site, self.options)
        web.real_pace = self.run.real_pace
        customer = Customer(web, self._scene(number))
        self.stage.arrived.append(customer)
        return customer

    def close(self) -> None:
        """Everybody leaves."""
        self.stage.kept = self.stage.may_be_published
        for customer in self.stage.arrived:
            customer.leave(kept=self.stage.kept)

    def _scene(self, number: int) -> Scene:
        folder = self.stage.folder
        return Scene(
            title=title_of(self.test),
            touchpoint=touchpoint_of(self.test),
            test=self.test.nodeid,
            day=self.stage.day,
            day_told=self.stage.day.told(self.run.catalogue),
            seed=self.run.seed,
            folder=folder / f"customer-{number + 1}" if folder and number else folder,
            kept_later=self.stage.to_beat is not None,
            strict=self.run.strict,
            site=self.run.settings.site,
            mailbox=self.mailbox,
        )


def title_of(item: pytest.Item) -> str:
    """What CX staff call a test: the first line of its docstring, else its name in words."""
    doc = inspect.getdoc(getattr(item, "function", None)) or ""
    name = getattr(item, "originalname", item.name) or item.name
    return doc.splitlines()[0].rstrip(".") if doc else name.removeprefix("test_").replace("_", " ")


def touchpoint_of(item: pytest.Item) -> str:
    """The touchpoint a test is about: its marker's, else its file's name in words."""
    marker = item.get_closest_marker("touchpoint")
    return (
        str(marker.args[0])
        if marker and marker.args
        else item.path.stem.removeprefix("test_").replace("_", " ")
    )


def folder_name(item: pytest.Item) -> str:
    """A test's name as a folder."""
    return f"{slug(item.nodeid.split('::', 1)[-1])}-{crc32(item.nodeid.encode()):08x}"
