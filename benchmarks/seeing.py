"""What looking at a page costs: `python benchmarks/seeing.py`.

A shop's page of about 2,000 elements (menu, filters, products, a checkout with 60 fields, a footer),
on loopback in a real browser. Printed, as medians beside the reference:

- the first look at a document, all told: the script, the round trip, the data made into a snapshot;
- a look again after something changed, and one after nothing has;
- the same look at pages of half and five times the size, and at one with 10,000 fields;
- for comparison, Playwright's own `aria_snapshot` of the page of 2,000, which tells less.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cxprobe.channels.sight import Eyes, look
from cxprobe.channels.visits import browsing
from cxprobe.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

WITHIN_MS = 100.0
"""What a first look at a page of 2,000 elements may take."""

_PRODUCT = """<article class=card><a href="/p/{n}"><img alt="Kettle {n}" width=40 height=40></a>
<h3><a href="/p/{n}">Kettle {n}</a></h3><p>Boils <b>{n}</b> cups, <em>quietly</em>.</p>
<div class=price><span class=was>£{n}.50</span> <span>£{n}.00</span></div>
<div class=pick><label>Colour <select name=colour{n}><option>Choose<option>Red<option>Blue</select></label>
<button type=button aria-label="Add Kettle {n}"><svg width=9 height=9><path d="M0 0h9"/></svg></button>
</div></article>"""
_FIELD = """<div class=row><div class=caption>Detail {n}</div><div><input name=detail{n}></div>
<small>As on your card</small></div>"""
_STYLE = "article,.row{display:inline-block;width:220px;margin:4px}.was{color:#999}nav a{padding:2px}"


def shop(elements: int) -> str:
    """A page of about that many elements."""
    links = "".join(f"<li><a href='/c/{n}'>Range {n}</a></li>" for n in range(elements // 20))
    fields = "".join(_FIELD.format(n=n) for n in range(elements // 33))
    products = "".join(_PRODUCT.format(n=n) for n in range((elements - elements // 10 - elements // 6) // 18))
    return (
        f"<!doctype html><title>Shop</title><style>{_STYLE}</style><header><h1>Shop</h1>"
        f"<nav><ul>{links}</ul></nav></header><main>{products}<form>{fields}<button>Pay</button></form></main>"
    )


def crowd(fields: int) -> str:
    """A page of nothing but fields."""
    return "<!doctype html><title>Crowd</title>" + "".join(f"<p>F{n}<input name=f{n}>" for n in range(fields))


def median_ms(act: Callable[[], object], times: int, before: Callable[[], object] | None = None) -> float:
    """How long something takes in the median; what comes `before` each time is not counted."""
    taken = []
    for _ in range(times):
        if before:
            before()
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def told(what: str, ms: float, beside: str = "") -> None:
    """One line of the table."""
    print(f"{what:<52} {ms:>8.1f} ms   {beside}")


def measure(page: Page, times: int) -> None:
    """Every figure, a line each."""
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, {times} times each, medians\n")
    for elements in (1000, 2000, 10000):
        first = median_ms(lambda: look(page), times, partial(page.set_content, shop(elements)))
        there = page.evaluate("document.querySelectorAll('*').length")
        told(f"first look, {there:,} elements", first, f"at most {WITHIN_MS:.0f} ms" * (elements == 2000))
    _again(page, times)
    page.set_content(crowd(10000))
    told(
        "a look at 10,000 fields",
        median_ms(lambda: look(page), 3),
        f"{len(look(page).snapshot.controls)} told",
    )


def _again(page: Page, times: int) -> None:
    page.set_content(shop(2000))
    eyes = Eyes(page)
    eyes.look()
    told("again, nothing changed, 2,000 elements", median_ms(eyes.look, times))
    change = "() => { document.querySelector('h1').textContent += '.'; }"
    told("again, a word changed", median_ms(eyes.look, times, lambda: page.evaluate(change)))
    aria = median_ms(lambda: page.locator("body").aria_snapshot(), times)
    told("Playwright's aria_snapshot", aria, "no boxes, labels, errors or hidden fields")
    told("an empty round trip", median_ms(lambda: page.evaluate("() => 1"), times))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=15)
    times = parser.parse_args().times
    with browsing(Settings()) as browsers:
        context = browsers.alone("http://127.0.0.1/")
        measure(context.new_page(), times)
        context.close()


if __name__ == "__main__":
    main()
