"""Hands on a real page: with a mouse, by touch, or with nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from playwright.sync_api import Error

from cxprobe.channels.hands import Hand
from cxprobe.people.hands import Hands

if TYPE_CHECKING:
    from cxprobe.channels.web import Web
    from tests.channels.conftest import Site

PAGE = """<!doctype html><title>Hands</title>
<button id=first onclick="pressed.push('first')">First</button>
<label>Name <input id=name value="old words"></label>
<div contenteditable=true id=free>old</div>
<label>Country <select id=country><option>Choose</option><option>United Kingdom</option>
<option>United States</option></select></label>
<label><input type=checkbox id=terms onclick="pressed.push('terms')"> Terms</label>
<fieldset><legend>Delivery</legend><label><input type=radio name=way value=standard checked> Standard</label>
<label><input type=radio name=way value=express> Express</label>
<label id=tile><input type=radio name=way value=pickup style="opacity:0"> Pick-up</label></fieldset>
<a href=#there id=link onclick="pressed.push('link')">There</a>
<button id=last onclick="pressed.push('last')">Last</button>
<div id=deaf onclick="pressed.push('deaf')">Deaf</div><script>window.pressed = [];</script>"""

MOUSE = Hands()
KEYS = Hands(keyboard_only=True)
TOUCH = Hands(touch=True)
EVERYBODY = pytest.mark.parametrize("hands", [MOUSE, KEYS, TOUCH], ids=["mouse", "keyboard", "touch"])


@pytest.fixture
def take(arrive: Callable[..., Web], site: Site) -> Callable[[Hands], Hand]:
    """Somebody's hands on the page."""
    site.put("/hands", PAGE)

    def hands(these: Hands) -> Hand:
        web = arrive({"narrow-phone": True} if these.touch else {})
        web.open("/hands")
        return Hand(web.page, these, Random(1), 2000)

    return hands


def pressed(hand: Hand) -> list[str]:
    """What the page noticed, in order."""
    return list(hand.page.evaluate("pressed"))


@EVERYBODY
def test_a_button_is_pressed_once(take: Callable[[Hands], Hand], hands: Hands) -> None:
    """Forwards and backwards through the page, one press each."""
    hand = take(hands)
    for name in ("#last", "#first"):
        assert hand.reach(hand.page.locator(name))
        hand.press(hand.page.locator(name))

    assert ["last", "first"] == pressed(hand)


@pytest.mark.parametrize(
    "hands",
    [Hands(presses=2), Hands(presses=2, keyboard_only=True), Hands(presses=2, touch=True)],
    ids=["mouse", "keyboard", "touch"],
)
def test_a_button_is_pressed_twice_and_a_box_once(take: Callable[[Hands], Hand], hands: Hands) -> None:
    """Who double-clicks everything still ticks a box once: twice would be not at all."""
    hand = take(hands)
    for name in ("#first", "#terms", "#link"):
        target = hand.page.locator(name)
        hand.reach(target)
        hand.press(target)

    assert ["first", "first", "terms", "link", "link"] == pressed(hand)
    assert hand.page.locator("#terms").is_checked()


@pytest.mark.parametrize(("day", "presses"), [({"double-clicks": True}, ["first"]), ({}, ["first", "first"])])
def test_half_a_double_click_is_nothing(
    arrive: Callable[..., Web], site: Site, day: dict[str, bool], presses: list[str]
) -> None:
    """Its second half, on a page that came in between; what is pressed there afterwards counts."""
    site.put("/hands", PAGE)
    web = arrive(day)
    web.open("/hands")
    button = web.page.locator("#first")
    button.hover()
    web.page.mouse.down(click_count=2)
    web.page.mouse.up(click_count=2)

    button.click()

    assert presses == web.page.evaluate("pressed")


@EVERYBODY
def test_what_stood_in_a_field_is_replaced(take: Callable[[Hands], Hand], hands: Hands) -> None:
    """Typing ends in the text, not in old words and new ones."""
    hand = take(hands)
    for name in ("#name", "#free"):
        target = hand.page.locator(name)
        hand.reach(target)
        hand.type(target, "New words")

    assert "New words" == hand.page.locator("#name").input_value()
    assert "New words" == hand.page.locator("#free").inner_text()


def test_what_never_came_to_stand_there_is_typed_again(take: Callable[[Hands], Hand]) -> None:
    """As a browser loses it that still moves the page to the field that a finger has tapped."""
    hand = take(TOUCH)
    field = hand.page.get_by_label("Name")
    field.evaluate("""el => {
      el.value = "";
      const deaf = (event) => event.preventDefault();
      el.addEventListener("keydown", deaf);
      el.addEventListener("keyup", (event) => event.key === "e" && el.removeEventListener("keydown", deaf));
    }""")

    hand.type(field, "Gus Grove")

    assert "Gus Grove" == field.input_value()


@EVERYBODY
def test_an_option_is_chosen_by_its_words(take: Callable[[Hands], Hand], hands: Hands) -> None:
    """By its whole name, else by part of it; words that are no option change nothing."""
    hand = take(hands)
    country = hand.page.locator("#country")
    chosen = []
    for words in ("united kingdom", "States", "Atlantis"):
        hand.choose(country, words)
        chosen.append(country.input_value())

    assert ["United Kingdom", "United States", "United States"] == chosen


@EVERYBODY
@pytest.mark.parametrize("way", ["Standard", "Express", "Pick-up"])
def test_one_of_a_group_is_chosen(take: Callable[[Hands], Hand], hands: Hands, way: str) -> None:
    """A box, or the tile that hides it; without a mouse by the arrow keys, as Tab stops there once."""
    hand = take(hands)
    target = hand.page.locator("#tile") if way == "Pick-up" else hand.page.get_by_label(way)

    assert hand.reach(target)
    hand.choose(target, way)
    assert hand.page.get_by_label(way).is_checked()


@EVERYBODY
def test_a_box_is_ticked_and_stays_ticked(take: Callable[[Hands], Hand], hands: Hands) -> None:
    """Choosing what is chosen already takes nothing back."""
    hand = take(hands)
    box = hand.page.locator("#terms")
    for _ in range(2):
        hand.reach(box)
        if not box.is_checked():
            hand.choose(box, "Terms")

    assert box.is_checked()
    assert ["terms"] == pressed(hand)


WIDER = """<!doctype html><meta name=viewport content="width=device-width, initial-scale=1">
<title>Wider</title><p style="width:900px;height:1500px">A page that is wider than the phone.</p>
<button id=far style="margin-left:320px;width:240px;height:80px" onclick="pressed.push('far')">Far</button>
<div style="height:1200px;width:900px"></div>{over}<script>window.pressed = [];</script>"""
COVER = """<div style="position:fixed;inset:0;width:900px;height:4000px;background:white"></div>"""


@pytest.mark.parametrize("presses", [1, 2])
def test_a_page_wider_than_the_phone_is_panned(arrive: Callable[..., Web], site: Site, presses: int) -> None:
    """What lies at the side is tapped where it is, as often as these hands tap."""
    site.put("/wider", WIDER.format(over=""))
    web = arrive({"narrow-phone": True})
    web.open("/wider")
    hand = Hand(web.page, Hands(touch=True, presses=presses), Random(1), 2000)

    hand.press(web.page.locator("#far"))
    assert ["far"] * presses == pressed(hand)


def test_a_page_that_is_just_being_left_is_tapped_all_the_same(take: Callable[[Hands], Hand]) -> None:
    """What cannot be asked in that moment is left to the tap, which waits for the next page."""
    hand = take(TOUCH)
    button = hand.page.locator("#first")
    leaving = Mock(wraps=hand.page, **{"evaluate.side_effect": Error("Execution context was destroyed")})

    replace(hand, page=leaving).press(button)
    assert ["first"] == pressed(hand)


def test_what_covers_a_page_wider_than_the_phone_is_told(arrive: Callable[..., Web], site: Site) -> None:
    """And nothing is tapped through it."""
    site.put("/wider", WIDER.format(over=COVER))
    web = arrive({"narrow-phone": True})
    web.open("/wider")
    hand = Hand(web.page, TOUCH, Random(1), 1000)

    with pytest.raises(Error, match="intercepts pointer events"):
        hand.press(web.page.locator("#far"))
    assert [] == pressed(hand)


def test_what_takes_a_mouse_is_out_of_reach(take: Callable[[Hands], Hand]) -> None:
    """A text that only listens to clicks cannot be reached by Tab; a mouse reaches it."""
    assert not take(KEYS).reach(take(KEYS).page.locator("#deaf"))
    assert take(MOUSE).reach(take(MOUSE).page.locator("#deaf"))


def test_whether_a_field_is_empty(take: Callable[[Hands], Hand]) -> None:
    """Told without looking at what stands in it."""
    hand = take(MOUSE)
    hand.page.locator("#name").fill("")

    assert hand.is_empty(hand.page.locator("#name"))
    assert not hand.is_empty(hand.page.locator("#free"))
    assert hand.is_list(hand.page.locator("#country"))
