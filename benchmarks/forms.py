"""How well forms are read: `python benchmarks/forms.py FOLDER [--cache DIR]`.

FOLDER holds captured pages of real sites (`pages/`), what people say each field takes (`truth.jsonl`)
and what Chromium's own autofill says of the same fields (`chromium.jsonl`). Each page is opened in the
browser through a server of ours, inside the fence and with scripts off, looked at once and read. The
pages are served under numbers, so that no file's name can be read.

"Leaving sites out": nothing is trained on these pages, but words were added to tables by people who
saw them. So each site is read again with every phrase forgotten that is met on no other site.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from cxprobe.channels.sight import look
from cxprobe.channels.visits import Browsers
from cxprobe.reading.field_words import find, forgetting, listed
from cxprobe.reading.forms import read_form, sends
from cxprobe.reading.snapshot import Control, Snapshot
from cxprobe.settings import Settings

FAMILIES = ("checkout", "signup", "login", "other")
BARS = {"checkout fields": 0.985, "checkout forms": 0.90, "all fields": 0.975, "wrong": 0.03, "submits": 0.95}
"""What is to be reached."""
_IDENTITY = listed(
    "name given-name additional-name family-name email tel tel-country-code tel-national tel-local"
    " tel-area-code street-address address-line1 address-line2 address-line3 address-level1"
    " address-level2 postal-code country country-name"
)
_CHROMIUM = dict(
    pair.split("=")
    for pair in listed(
        "EMAIL_ADDRESS=email NAME_FIRST=given-name NAME_LAST=family-name NAME_FULL=name"
        " NAME_MIDDLE=additional-name PHONE_HOME_CITY_AND_NUMBER=tel-national PHONE_HOME_WHOLE_NUMBER=tel"
        " PHONE_HOME_NUMBER=tel-local PHONE_HOME_COUNTRY_CODE=tel-country-code ADDRESS_HOME_ZIP=postal-code"
        " ADDRESS_HOME_CITY=address-level2 ADDRESS_HOME_STATE=address-level1 ADDRESS_HOME_COUNTRY=country"
        " ADDRESS_HOME_LINE1=address-line1 ADDRESS_HOME_LINE2=address-line2"
        " ADDRESS_HOME_STREET_ADDRESS=street-address CREDIT_CARD_NUMBER=cc-number"
        " CREDIT_CARD_NAME_FULL=cc-name CREDIT_CARD_NAME_FIRST=cc-given-name"
        " CREDIT_CARD_NAME_LAST=cc-family-name CREDIT_CARD_VERIFICATION_CODE=cc-csc"
        " CREDIT_CARD_STANDALONE_VERIFICATION_CODE=cc-csc CREDIT_CARD_EXP_MONTH=cc-exp-month"
        " CREDIT_CARD_EXP_2_DIGIT_YEAR=cc-exp-year CREDIT_CARD_EXP_4_DIGIT_YEAR=cc-exp-year"
        " CREDIT_CARD_EXP_DATE_2_DIGIT_YEAR=cc-exp CREDIT_CARD_EXP_DATE_4_DIGIT_YEAR=cc-exp"
    )
)
"""Chromium's types that are autocomplete tokens of a person or a card; its others stand for "none"."""
_KEYS = """() => [...document.querySelectorAll("input,select,textarea,button,[data-cx-k]")].map(
  (e) => [e.getAttribute("data-cx-k"), e.matches("input,select,textarea,button")])"""


@dataclass(frozen=True, slots=True)
class Page:
    """A captured page as it was seen, with the key of each control that has one."""

    file: str
    family: str
    snapshot: Snapshot
    keys: dict[tuple[int, int], int]
    """The key of a control, by its frame and index."""

    @property
    def site(self) -> str:
        """Whose page it is, for leaving whole sites out; never read by what is measured."""
        return self.file.split("_", 1)[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One control as people labelled it, and what was said of it."""

    page: str
    family: str
    key: int
    accept: tuple[str, ...] | None
    visible: bool
    got: str | None
    why: str = ""

    @property
    def about(self) -> str:
        """What the labels say it is about: "person", "account" or "nothing"; "" where it is not scored."""
        if self.accept is None:
            return ""
        if not self.accept:
            return "nothing"
        known = self.accept[0] in _IDENTITY or self.accept[0].startswith("cc-")
        return "person" if known else "account"

    @property
    def right(self) -> bool:
        """Whether what was said counts as right."""
        return self.accept is None or (self.got in self.accept if self.accept else self.got is None)


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927, score interval, z = 1.96)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * ((share * (1 - share) + z * z / (4 * of)) / of) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


# ---- looking -----------------------------------------------------------------------------------------


def served(pages: Path, files: list[str]) -> ThreadingHTTPServer:
    """A server on this machine alone that gives page n under /n.html."""

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name = path.strip("/").removesuffix(".html")
            known = name.isdigit() and int(name) < len(files)
            return str(pages / files[int(name)]) if known else str(pages / "none")

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def looked_at(folder: Path, files: list[str]) -> Iterator[tuple[str, Any, float]]:
    """Each page as plain data, and the seconds it took to look at it."""
    from playwright.sync_api import sync_playwright

    server = served(folder / "pages", files)
    site = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browsers = Browsers(playwright, Settings())
        page = browsers.alone(site, {"java_script_enabled": False}).new_page()
        for number, file in enumerate(files):
            page.goto(f"{site}/{number}.html", wait_until="load")
            began = time.perf_counter()
            sight = look(page)
            took = time.perf_counter() - began
            keys = []
            for place, frame in enumerate(sight.frames):
                controls = [key for key, listed in frame.evaluate(_KEYS) if listed]
                keys += [[place, index, int(key)] for index, key in enumerate(controls) if key]
            yield file, {"snapshot": sight.snapshot.to_json(), "keys": keys}, took
        browsers.close()
    server.shutdown()


def seen(folder: Path, files: list[str], cache: Path | None) -> tuple[dict[str, Any], list[float]]:
    """All pages as plain data, from the cache where they are in it, and the seconds of each look."""
    kept = {f: cache / f"{f}.json" for f in files} if cache else {}
    missing = [f for f in files if not (f in kept and kept[f].exists())]
    found, took = {}, []
    for file, plain, seconds in looked_at(folder, missing) if missing else ():
        found[file] = plain
        took.append(seconds)
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            kept[file].write_text(json.dumps(plain), "utf-8")
    for file in files:
        if file not in found:
            found[file] = json.loads(kept[file].read_text("utf-8"))
    return found, took


# ---- scoring -----------------------------------------------------------------------------------------


def read(page: Page, truth: list[dict[str, Any]]) -> tuple[list[Row], list[Row], list[Control]]:
    """Every labelled field, every labelled submit button, and what else was taken to send."""
    by_key = {page.keys.get((r.control.frame, r.control.index)): r for r in read_form(page.snapshot)}
    fields, buttons = [], []
    for row in truth:
        reading = by_key.get(row["k"])
        if row["submit"] and reading:
            found = "sends" if sends(reading, page.snapshot) else None
            buttons.append(_row(page, row, ("sends",), found, reading.control.name))
        elif not row["submit"]:
            why = f"{reading.purpose}: {reading.reason}" if reading else "not seen"
            fields.append(_row(page, row, row["accept"], reading.token if reading else None, why))
    labelled = {row["k"] for row in truth if row["submit"]}
    others = [r.control for k, r in by_key.items() if k not in labelled and r.control.tag != "a"]
    return fields, buttons, [c for c in others if sends(c, page.snapshot)]


def _row(page: Page, row: dict[str, Any], accept: Iterable[str] | None, got: str | None, why: str) -> Row:
    accepted = None if accept is None else tuple(accept)
    return Row(page.file, page.family, row["k"], accepted, row["visible"], got, why)


def chromium(folder: Path, truth: dict[str, list[dict[str, Any]]]) -> list[Row]:
    """What Chromium says of the same fields."""
    said: dict[tuple[str, int], str | None] = {}
    for line in (folder / "chromium.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        for each in page["fields"]:
            said[page["file"], each["k"]] = _CHROMIUM.get(each["overall"] or "")
    rows = []
    for file, labelled in truth.items():
        for row in labelled:
            if not row["submit"]:
                accept = None if row["accept"] is None else tuple(row["accept"])
                got = said.get((file, row["k"]))
                rows.append(Row(file, row["family"], row["k"], accept, row["visible"], got))
    return rows


def phrases_of(page: Page) -> set[str]:
    """The phrases of our tables that are met anywhere on a page."""
    met = set()
    for c in page.snapshot.controls:
        texts = (c.label, c.name, c.placeholder, c.title, c.hint, c.before, c.after, c.group, c.heading)
        met |= {found.phrase for text in texts if text for found in find(text)}
        makers = (c.field, c.element, c.autocomplete)
        met |= {found.phrase for text in makers if text for found in find(text, maker=True)}
    return met


def left_out(pages: list[Page], truth: dict[str, list[dict[str, Any]]]) -> list[Row]:
    """Every field read without the phrases that only its own site has."""
    sites: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        sites[page.site] |= phrases_of(page)
    spread = Counter(phrase for phrases in sites.values() for phrase in phrases)
    rows = []
    for site, phrases in sites.items():
        with forgetting(phrase for phrase in phrases if spread[phrase] == 1):
            for page in pages:
                if page.site == site:
                    rows += read(page, truth[page.file])[0]
    return rows


# ---- telling -----------------------------------------------------------------------------------------


def share(rows: list[Row]) -> str:
    """How many are right, as in "250 of 252 (99.2 %)"."""
    right = sum(row.right for row in rows)
    return f"{right:>4} of {len(rows):<4}({right / len(rows):6.1%})" if rows else f"{'–':>19}"


def perfect(rows: list[Row]) -> tuple[int, int]:
    """Pages on which every scored field is right, and pages."""
    pages: dict[str, bool] = {}
    for row in rows:
        pages[row.page] = pages.get(row.page, True) and row.right
    return sum(pages.values()), len(pages)


def tell_families(ours: list[Row], theirs: list[Row]) -> None:
    """Print the fields of persons and cards, ours beside Chromium's, by family."""
    heads = ("cxprobe", "Chromium", "ours, drawn", "ours, hidden")
    print(f"{'identity and card fields':<28}" + "".join(f"{head:^22}" for head in heads))
    for family in (*FAMILIES, ""):
        one, other = (
            [row for row in rows if row.about == "person" and family in ("", row.family)]
            for rows in (ours, theirs)
        )
        drawn = [row for row in one if row.visible]
        hidden = [row for row in one if not row.visible]
        columns = "".join(f"  {share(rows):<20}" for rows in (one, other, drawn, hidden))
        print(f"  {family or 'all':<24}{columns}")


def tell_rest(ours: list[Row], theirs: list[Row], buttons: list[Row], extra: list[Control]) -> None:
    """Print user names and passwords, what was typed and should not be, and submit buttons."""
    mine, chrome = ([row for row in rows if row.about == "account"] for rows in (ours, theirs))
    alone = [[row for row in rows if row.about == "nothing"] for rows in (ours, theirs)]
    print(f"user names, passwords, birthdays, codes: cxprobe {share(mine)}, Chromium {share(chrome)}")
    for name, rows in zip(("cxprobe", "Chromium"), alone, strict=True):
        wrong = sum(not row.right for row in rows)
        print(f"must be left alone, got a type: {name} {wrong} of {len(rows)} ({wrong / len(rows):.1%})")
    drawn = [row for row in buttons if row.visible]
    print(
        f"submit buttons found: {share(buttons)}; drawn: {share(drawn)}; taken to send besides: {len(extra)}"
    )


def tell_perfect(ours: list[Row], theirs: list[Row]) -> None:
    """Print forms without a mistake, with the interval."""
    for family in (*FAMILIES, ""):
        told = []
        for name, rows in (("cxprobe", ours), ("Chromium, same fields", theirs)):
            kinds = ("person", "nothing") if name != "cxprobe" else ("person", "nothing", "account")
            chosen = [row for row in rows if row.about in kinds and family in ("", row.family)]
            right, of = perfect(chosen)
            low, high = wilson(right, of)
            told.append(f"{name} {right} of {of} ({right / of:.1%}, 95 % {low:.1%} to {high:.1%})")
        print(f"forms perfect, {family or 'all'}: {'; '.join(told)}")


def tell_mistakes(rows: list[Row], buttons: list[Row], extra: list[Control]) -> None:
    """Print what is confused with what, and each case."""
    wrong = [row for row in rows if not row.right]
    confused = Counter(
        (" or ".join(row.accept or ("leave alone",)), row.got or "left alone") for row in wrong
    )
    for (wanted, got), times in confused.most_common():
        print(f"  {times} x {wanted} taken for {got}")
    for row in wrong:
        where = f"{row.page} {row.key}{'' if row.visible else ' hidden'}"
        print(f"    {where}: {row.accept} got {row.got} ({row.why})")
    for row in buttons:
        if not row.right:
            print(f"    {row.page} {row.key}: button “{row.why}” not found")
    print(f"  also taken to send: {', '.join(repr(control.name[:30]) for control in extra)}")


def verdict(ours: list[Row], buttons: list[Row]) -> int:
    """Print which bars are reached; how many are not."""
    persons = [row for row in ours if row.about == "person"]
    checkout = [row for row in persons if row.family == "checkout"]
    alone = [row for row in ours if row.about == "nothing"]
    forms = perfect([row for row in ours if row.about and row.family == "checkout"])

    def figure(rows: list[Row]) -> float:
        return sum(row.right for row in rows) / max(1, len(rows))

    reached = {
        "checkout fields": figure(checkout),
        "checkout forms": forms[0] / max(1, forms[1]),
        "all fields": figure(persons),
        "wrong": 1 - figure(alone),
        "submits": figure(buttons),
    }
    missed = 0
    for name, bar in BARS.items():
        well = reached[name] <= bar if name == "wrong" else reached[name] >= bar
        missed += not well
        print(f"{'reached' if well else 'MISSED '} {name}: {reached[name]:.1%}, bar {bar:.1%}")
    return missed


def main() -> int:
    """Print the tables; 1 when a bar is missed, 2 when there is nothing to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="captured forms with truth.jsonl and chromium.jsonl")
    parser.add_argument("--cache", type=Path, help="keep what was seen here, and read it from here next time")
    chosen = parser.parse_args()
    if not (chosen.folder / "truth.jsonl").is_file():
        print(
            f"No captured forms in {chosen.folder}: there is no truth.jsonl. Nothing was measured.",
            file=sys.stderr,
        )
        return 2
    truth: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (chosen.folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        truth[row["file"]].append(row)
    found, looks = seen(chosen.folder, list(truth), chosen.cache)
    pages = [
        Page(
            f,
            truth[f][0]["family"],
            Snapshot.from_json(plain["snapshot"]),
            {(a, b): k for a, b, k in plain["keys"]},
        )
        for f, plain in found.items()
    ]
    return _measure(chosen.folder, pages, truth, looks)


def _measure(
    folder: Path, pages: list[Page], truth: dict[str, list[dict[str, Any]]], looks: list[float]
) -> int:
    ours: list[Row] = []
    buttons: list[Row] = []
    extra: list[Control] = []
    began = time.perf_counter()
    for page in pages:
        fields, pressed, others = read(page, truth[page.file])
        ours, buttons, extra = ours + fields, buttons + pressed, extra + others
    took = (time.perf_counter() - began) / len(pages)
    theirs = chromium(folder, truth)
    tell_families(ours, theirs)
    tell_rest(ours, theirs, buttons, extra)
    tell_perfect(ours, theirs)
    looked = f"{sum(looks) / len(looks) * 1000:.0f} ms to look, " if looks else ""
    print(f"time per page: {looked}{took * 1000:.1f} ms to read")
    without = left_out(pages, truth)
    persons = [row for row in without if row.about == "person"]
    print(
        f"leaving whole sites out (their own words forgotten): fields {share(persons).strip()}, "
        f"checkouts {share([row for row in persons if row.family == 'checkout']).strip()}, "
        f"forms perfect {'{} of {}'.format(*perfect([row for row in without if row.about]))}"
    )
    tell_mistakes(ours, buttons, extra)
    return 1 if verdict(ours, buttons) else 0


if __name__ == "__main__":
    sys.exit(main())
