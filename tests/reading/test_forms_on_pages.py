"""Whole pages in the manner of real sites: seen in a browser, read, and held against what they ask for.

The pages lie in `test_forms_pages`, several in a file. A page begins with "<!--# name | language | title
| path -->". `data-w` says what a control is to be read as: tokens, or "-" where it is to be left alone,
with "|" between what is all right and "- purpose" where the purpose counts too; "x" is not scored;
"send" marks the button that sends. A word in braces stands for the choices of a usual list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.sight import look
from cxprobe.channels.visits import launch
from cxprobe.reading.forms import Reading, read_form, sends

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright, Route

DATA = Path(__file__).parent / "test_forms_pages"
ALIKE = {
    "given-name": ("cc-given-name",),
    "family-name": ("cc-family-name",),
    "additional-name": ("cc-additional-name",),
    "tel": ("tel-national", "tel-local"),
    "tel-national": ("tel",),
    "tel-local": ("tel-national", "tel"),
    "address-line1": ("street-address",),
    "country": ("country-name",),
    "user": ("username", "email"),
    "otp": ("one-time-code", "- one-time-code"),
    "honorific": ("honorific-prefix", "-"),
}
"""What counts as well, besides what is written."""
LISTS = {
    "countries": "Select…|Ireland|France|Germany|United Kingdom|United States|Spain|Italy",
    "states": "Select|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida",
    "months": "|".join(f"{month:02}" for month in range(1, 13)),
    "monthnames": "January|February|March|April|May|June|July|August|September|October|November|December",
    "days": "|".join(map(str, range(1, 32))),
    "years": "|".join(map(str, range(2026, 2038))),
    "births": "|".join(map(str, range(2010, 1930, -1))),
    "dial": "United Kingdom (+44)|Ireland (+353)|France (+33)|Germany (+49)|Spain (+34)",
    "titles": "|Mr|Mrs|Miss|Ms|Dr",
}
_WANTED = """() => [...document.querySelectorAll("input,select,textarea,button,[role=button]")]
  .map((e) => [e.matches("[role=button]:not(button)"), e.dataset.w ?? null])"""


@dataclass(frozen=True)
class Sample:
    """A page as it is written."""

    name: str
    language: str
    title: str
    path: str
    body: str

    @property
    def html(self) -> str:
        """The page as a site would give it."""
        body = self.body
        for word, choices in LISTS.items():
            body = body.replace(f"{{{word}}}", "".join(f"<option>{each}" for each in choices.split("|")))
        head = f"<meta charset=utf-8><title>{self.title}</title>"
        return f"<!doctype html><html lang={self.language}><head>{head}</head><body>{body}</body></html>"


@dataclass(frozen=True)
class Outcome:
    """A control that is scored: what it is to be, and what was read."""

    page: str
    wanted: str
    reading: Reading | None
    sends: bool

    @property
    def right(self) -> bool:
        """Whether what was read counts as right."""
        if self.wanted in ("send", ""):
            return self.sends == (self.wanted == "send")
        chosen = self.wanted.split("|")
        accepted = {*chosen, *(alike for each in chosen for alike in ALIKE.get(each, ()))}
        if self.reading is None:
            return False
        if self.reading.token:
            return self.reading.token in accepted
        return "-" in accepted or f"- {self.reading.purpose}" in accepted

    def told(self) -> str:
        """What was read instead, in a line."""
        if self.reading is None:
            return f"{self.page}: {self.wanted or 'another button'}: sends is {self.sends}"
        read, control = self.reading, self.reading.control
        got = read.token or f"- {read.purpose}"
        about = control.label or control.name or control.field
        return f"{self.page}: {about!r} is {self.wanted or 'no sender'}, read {got} ({read.reason})"


def written(path: Path) -> Iterator[Sample]:
    """The pages of a file."""
    for block in path.read_text("utf-8").split("<!--#")[1:]:
        head, body = block.split("-->", 1)
        name, language, title, place = (part.strip() for part in head.split("|"))
        yield Sample(name, language, title, place, body)


def outcomes(page: Page, sample: Sample) -> list[Outcome]:
    """Every scored control of a page, as it is read."""

    def give(route: Route) -> None:
        is_page = route.request.resource_type == "document"
        route.fulfill(content_type="text/html", body=sample.html) if is_page else route.abort()

    page.unroute_all()
    page.route("**/*", give)
    page.goto(f"https://www.example.test{sample.path}")
    snapshot = look(page).snapshot
    readings = {reading.control.index: reading for reading in read_form(snapshot)}
    others = [c for c in snapshot.controls if c.index < 0 and c.role == "button"]
    found, index = [], 0
    for is_other, wanted in page.evaluate(_WANTED):
        if is_other:
            sent = sends(others.pop(0), snapshot) if others else False
            found.append(Outcome(sample.name, wanted or "", None, sent))
            continue
        reading = readings.get(index)
        index += 1
        if reading and wanted != "x" and (wanted or not reading.control.is_field):
            found.append(Outcome(sample.name, wanted or "", reading, sends(reading, snapshot)))
    return found


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """One bare page for all of them."""
    browser = launch(playwright, {}, [], kind="chromium")
    yield browser.new_page()
    browser.close()


@pytest.mark.parametrize("file", sorted(DATA.glob("*.html")), ids=lambda file: file.stem)
def test_pages_are_read_as_a_person_would(page: Page, file: Path) -> None:
    """Fields get what they ask for or are left alone, and the buttons that send are found."""
    found = [outcome for sample in written(file) for outcome in outcomes(page, sample)]

    assert len(found) > 50
    assert [] == [outcome.told() for outcome in found if not outcome.right]
