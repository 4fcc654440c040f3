"""A first working folder: settings, one persona, one scenario, standards and a nightly run, ready to run.

On request with every scenario that comes with cxprobe, to be changed as one's own.

Nothing is ever overwritten: where one of the files is there already, nothing is written at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cxprobe.errors import UsageError
from cxprobe.journey.redaction import Redactor
from cxprobe.settings import address, bundled, shown

PERSONA = "sunday-shopper"
"""The persona that is written, and visits unless somebody else is named."""
SHARED = (".gitignore", "requirements.txt", "pytest.ini")
"""Files that a project often has: these are left as they are, and what to add to them is said."""

_SETTINGS = """\
# What is settled about these tests. Everything has a default; a key that does not exist is refused.

{site}
persona = "{persona}"        # who visits when nobody else is named: personas/{persona}.toml
# mailbox = "cx@shop.example"      # customers then write from cx+…@shop.example, and you can read the answers
# secrets = [{{ env = "STAFF_CODE" }}]   # words that are never to be written down anywhere

[trace]
# How far customers may go on a site that is not on this machine: look < basket < message < person < pay.
# "basket" fills baskets and types into forms, and sends nothing to anybody.
level = "basket"
# contacts_per_night = 5           # "person" takes somebody's time, and needs a budget
# test_item = "Test kettle, do not send"       # "pay" buys this and nothing else …
# test_payment = "4242 4242 4242 4242"         # … and pays with this and nothing else

[site]
# What scenarios look for there; any key may stand here, and is read as customer.site["…"].
# product = "copper kettle"        # without it, the first thing for sale
# promo = "spring10"

[fence]
# hosts = ["pay.shop.example"]     # pages of yours at another address
"""
_NAMED = "base_url = {url}        # whom the customers visit"
_UNNAMED = '# base_url = "https://shop.example"   # whom they visit; without it, Kettle & Co to practise on'

_PERSON = """\
# A persona is a population: every visit draws another member of it. `cxprobe personas {persona} --draw 3`
# introduces three of them; `cxprobe personas` lists those that come with cxprobe.
title = "A Sunday shopper"
story = \"\"\"
Has an hour, a sofa and no hurry, and buys where it is easy. Compares a little, forgives a little, and goes
elsewhere when a shop makes a muddle of it.\"\"\"
locale = "en_GB"
device = ["desktop", "iPhone 13"]
connection = "cable"
mood = ["relaxed", "curious"]
manner = "plain"

[typing]
keys_per_minute = {{ from = 140, to = 220 }}

[patience]
page = {{ from = "12 s", to = "20 s" }}
reply = "90 s"
journey = "20 min"
errors = 5
"""

_SCENARIO = '''\
"""The first errand. `customer` goes by what a person reads: there is no selector in it."""

from cxprobe import standard


def test_something_is_put_into_the_basket(customer):
    """Put something into the basket.

    Search, product, basket, and a total that can be read. Nothing is ordered.
    """
    with customer.wants("to put something into the basket") as journey:
        customer.open("/")
        customer.look_for(customer.site.get("product", ""))
        customer.add_to_basket()
        customer.open_basket()
        if customer.bill.due:
            customer.settled(customer.bill.due.quote)

    journey.expect(standard("basket"))
'''

_STANDARDS = """\
# What a customer may expect of us, one table for each touchpoint. `says` is the standard in our own words;
# each line below it is an expectation with two thresholds: good, and at worst. What is kept only within
# at_worst passes and is reported as "frustrated".

[basket]
says = "Whoever wants something finds it, and sees what it will cost, within a few minutes."
resolved = { within = "4 min", at_worst = "8 min" }
fast = { within = "3 s", at_worst = "8 s" }
errors_met = { at_most = 1, at_worst = 3 }
dead_ends = { at_most = 0, at_worst = 1 }
adds_up = {}
unasked_offers = {}
"""

_NIGHTLY = """\
# Every night: the panel (the same personas, so that nights can be compared) and the hunt (days on which
# everything goes wrong). The report lies among the run's artifacts.
name: customers

on:
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

permissions:
  contents: read

concurrency: customers

jobs:
  night:
    runs-on: ubuntu-latest
    timeout-minutes: 90
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install -r requirements.txt
      - run: cxprobe install-browser
      - name: Remember earlier nights
        uses: actions/cache/restore@v4
        with:
          path: |
            .cxprobe/days
            .cxprobe/*.jsonl
          key: cxprobe-days-${{ github.run_id }}
          restore-keys: cxprobe-days-
      - run: cxprobe doctor
        id: doctor
      - name: The panel
        run: pytest --persona=ordinary --persona=@PERSONA@ --cx-out=journeys/panel
      - name: The hunt
        if: (success() || failure()) && steps.doctor.outcome == 'success'
        run: pytest --persona=worst-day --cx-profile nightly --cx-budget "30 min" --cx-out=journeys/hunt
      - name: The report
        if: (success() || failure()) && steps.doctor.outcome == 'success'
        run: cxprobe report journeys --out report
      - uses: actions/upload-artifact@v4
        if: (success() || failure()) && steps.doctor.outcome == 'success'
        with:
          name: customers
          path: report
      - name: Keep what this night learnt
        if: always()
        uses: actions/cache/save@v4
        with:
          path: |
            .cxprobe/days
            .cxprobe/*.jsonl
          key: cxprobe-days-${{ github.run_id }}
"""

_IGNORED = """\
# made by a run of cxprobe
.cxprobe/
cxprobe-report/
cxprobe-visits/
journeys/
report/

# made by Python and its tools
.venv/
__pycache__/
.pytest_cache/
.hypothesis/
"""
_REQUIRED = """\
# Where the name alone finds nothing, write where yours comes from: a wheel's path, or git+https://…
cxprobe
"""
_PYTEST = """\
[pytest]
testpaths = scenarios
"""
_OTHER_CONFIGS = ("pytest.toml", "pyproject.toml", "tox.ini", "setup.cfg")
"""Files by which a folder tells pytest where a project begins; pytest.ini would overrule them."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was written, and what was there already and is to be added to by hand."""

    folder: Path
    written: tuple[str, ...]
    left: tuple[str, ...]
    """Files that were there already and are left alone; `SHARED` ones only."""

    @property
    def inside(self) -> Path | None:
        """The top of the git repository that the folder lies deeper in; None where it is the top, or none."""
        above = (each for each in self.folder.resolve().parents if (each / ".git").exists())
        return None if (self.folder / ".git").exists() else next(above, None)


def first_files(url: str = "", *, everything: bool = False) -> Mapping[str, str]:
    """Every file of a first working folder, path to text; without an address it visits the demo.

    With everything, the scenarios that come with cxprobe are among them, and their standards.
    """
    site = _NAMED.format(url=json.dumps(url, ensure_ascii=False)) if url else _UNNAMED
    return {
        "cxprobe.toml": _SETTINGS.format(site=site, persona=PERSONA),
        f"personas/{PERSONA}.toml": _PERSON.format(persona=PERSONA),
        "scenarios/test_first_errand.py": _SCENARIO,
        **(_ours() if everything else {}),
        "scenarios/standards.toml": _all_standards() if everything else _STANDARDS,
        ".github/workflows/customers.yml": _NIGHTLY.replace("@PERSONA@", PERSONA),
        ".gitignore": _IGNORED,
        "requirements.txt": _REQUIRED,
        "pytest.ini": _PYTEST,
    }


def _ours() -> dict[str, str]:
    """The scenarios that come with cxprobe, path to text."""
    found = sorted(bundled("scenarios").glob("test_*.py"))
    return {f"scenarios/{file.name}": file.read_text("utf-8") for file in found}


def _all_standards() -> str:
    """The standards that come with cxprobe, and the first errand's own."""
    told = (bundled("scenarios") / "standards.toml").read_text("utf-8")
    return f"{told.rstrip()}\n\n{_STANDARDS[_STANDARDS.index('[basket]') :]}"


def begin(folder: Path, url: str | None = None, *, everything: bool = False) -> Beginning:
    """Write a first working folder for a site; without an address it visits the demo.

    With everything, the scenarios that come with cxprobe are written, too.

    Raises UsageError, and leaves nothing behind, where the address cannot be one or says more than where
    the site is, a file of ours is there already, or the folder cannot be written to.
    """
    files = dict(first_files("" if url is None else _checked(url), everything=everything))
    _free(folder, files)
    if any((folder / name).is_file() for name in _OTHER_CONFIGS):
        del files["pytest.ini"]
    left = tuple(name for name in SHARED if os.path.lexists(folder / name))
    written = tuple(name for name in files if name not in left)
    _write(folder, {name: files[name] for name in written})
    return Beginning(folder, written, left)


def _checked(url: str) -> str:
    try:
        parts = urlsplit(address(url))
    except ValueError as error:
        raise UsageError(f"--url: {Redactor().text(str(error))}.") from None
    plain = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
    too_much = {"the name and password": "@" in parts.netloc, "what follows ? or #": "?" in url or "#" in url}
    if any(too_much.values()):
        raise UsageError(
            f"--url: it would be written into cxprobe.toml for everybody to read; leave out "
            f"{' and '.join(what for what, there in too_much.items() if there)}. "
            f"Type: cxprobe init --url {plain}"
        )
    return plain.rstrip("/")


def _free(folder: Path, files: Mapping[str, str]) -> None:
    for above in (folder, *folder.parents):
        if above.exists() and not above.is_dir():
            raise UsageError(f"{shown(above)} is a file. Name a folder: cxprobe init customers")
    for place in (folder / inside for inside in _folders(files)):
        if os.path.lexists(place) and not place.is_dir():
            raise UsageError(
                f"Nothing was written: {shown(place)} is a file, and is to be a folder. "
                "Rename it, or name another folder: cxprobe init customers"
            )
    there = [name for name in files if name not in SHARED and os.path.lexists(folder / name)]
    if there:
        raise UsageError(
            f"Nothing was written: in {_told(folder)} there is already {', '.join(there)}. "
            "Nothing is ever overwritten; name another folder: cxprobe init customers"
        )


def _folders(files: Iterable[str]) -> list[str]:
    """The folders that files lie in, outer ones first."""
    above = (str(each) for name in files for each in reversed(Path(name).parents))
    return [each for each in dict.fromkeys(above) if each != "."]


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files in their order; where one cannot be, those before it are taken away again."""
    made: list[Path] = []
    path = folder
    try:
        for name, text in files.items():
            path = folder / name
            _make_room(path.parent, made)
            made.append(path)
            path.write_text(text, "utf-8")
    except OSError as error:
        _take_away(made)
        raise UsageError(
            f"Nothing was written: {shown(path)} cannot be ({error.strerror}). Name another folder."
        ) from None


def _make_room(folder: Path, made: list[Path]) -> None:
    """Make a folder, and note which ones were missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        made.append(each)


def _take_away(made: Iterable[Path]) -> None:
    for path in reversed([*made]):
        with suppress(OSError):  # it was never made, or somebody else is at it already
            path.rmdir() if path.is_dir() else path.unlink()


def _told(folder: Path) -> str:
    return "this folder" if folder.resolve() == Path.cwd() else shown(folder)
