"""The catalogue: complete entries with real effects, each on its own part of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from itertools import combinations
from typing import Any

import pytest

from cxprobe.errors import InvalidMisfortune
from cxprobe.people.day import Conditions, Day, Detour, Line
from cxprobe.people.identity import REFUSED_CARDS, fresh_identity
from cxprobe.people.misfortunes import CATALOGUE, Catalogue, Misfortune, Prevalence, catalogue
from cxprobe.people.persona import Member
from cxprobe.settings import Level

GUS = Member(persona="gus", title="Gus")
SOMEBODY = fresh_identity("en_GB", seed=1)
BEFORE = Conditions.ordinary(GUS, SOMEBODY)
TOUCHES = {
    "apostrophe-name": {"identity"},
    "right-to-left-name": {"identity"},
    "two-line-address": {"identity"},
    "declined-card": {"identity"},
    "double-clicks": {"hands"},
    "enter-early": {"hands"},
    "goes-back": {"detours"},
    "reloads-midway": {"detours"},
    "trailing-space": {"hands"},
    "typos": {"hands"},
    "narrow-phone": {"context", "hands"},
    "keyboard-only": {"hands"},
    "slow-line": {"line"},
    "offline-3s": {"line"},
    "dropping-line": {"line"},
    "one-letter-name": {"identity"},
    "long-name": {"identity"},
    "diacritic-name": {"identity"},
    "sloppy-postcode": {"identity"},
    "wrong-autofill": {"hands"},
    "plus-mail": {"identity"},
    "long-mail": {"identity"},
    "foreign-phone": {"identity"},
    "expired-card": {"identity"},
    "small-codes": {"hands"},
    "numbers-in-groups": {"hands"},
    "caps-lock": {"hands"},
    "two-messages": {"hands"},
    "second-tab": {"detours"},
    "comes-back-later": {"detours"},
    "changes-mind": {"detours"},
    "landscape-phone": {"context", "hands"},
    "zoom-200": {"zoom"},
    "dark-mode": {"context"},
    "battery-saver": {"context", "processor"},
    "other-language": {"context"},
    "ad-blocker": {"blocked"},
    "middle-of-the-night": {"hour"},
}
EVERY_ONE = [(name, value) for name, entry in CATALOGUE.items() for value in entry.values]
TOGETHER = [(a.id, b.id) for a, b in combinations(CATALOGUE.values(), 2) if a.slot != b.slot]


def after(**misfortunes: Any) -> Conditions:
    """What Gus goes through; ids with underscores."""
    day = Day.of({name.replace("_", "-"): value for name, value in misfortunes.items()})
    return day.conditions(GUS, SOMEBODY, CATALOGUE)


def made(**changes: Any) -> Misfortune:
    """A complete misfortune, but for the changes."""
    parts: dict[str, Any] = {
        "id": "eclipse",
        "sentence": "shops in the dark",
        "kind": "device",
        "slot": "light",
        "way_out": "Says what is where.",
        "befall": lambda conditions, _: conditions,
    }
    return Misfortune(**{**parts, **changes})


def test_all_are_there() -> None:
    """All that are promised are there."""
    assert set(TOUCHES) == set(CATALOGUE)


@pytest.mark.parametrize(("name", "value"), EVERY_ONE)
def test_a_misfortune_touches_its_own_part_only(name: str, value: Any) -> None:
    """Each changes something, and nothing that another is about."""
    conditions = Day.of({name: value}).conditions(GUS, SOMEBODY, CATALOGUE)
    changed = {f.name for f in fields(Conditions) if getattr(conditions, f.name) != getattr(BEFORE, f.name)}

    assert TOUCHES[name] | {"misfortunes"} == changed


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_two_misfortunes_add_up(one: str, other: str) -> None:
    """Whatever may fall on one day keeps its effect beside the other, in either order."""
    first, second = CATALOGUE[one], CATALOGUE[other]
    both = first.fall_on(second.fall_on(BEFORE, second.values[0]), first.values[0])
    swapped = second.fall_on(first.fall_on(BEFORE, first.values[0]), second.values[0])

    assert replace(both, misfortunes=(), detours=()) == replace(swapped, misfortunes=(), detours=())
    assert set(both.detours) == set(swapped.detours)


def test_what_excludes_each_other_is_about_the_same_thing() -> None:
    """Nobody holds a phone sideways that is also a narrow one; the slots say what is about what."""
    slots: dict[str, set[str]] = {}
    for entry in CATALOGUE.values():
        slots.setdefault(entry.slot, set()).add(entry.id)

    assert {
        "apostrophe-name",
        "right-to-left-name",
        "one-letter-name",
        "long-name",
        "diacritic-name",
    } == slots["name"]
    assert {"narrow-phone", "landscape-phone", "zoom-200"} == slots["device"]
    assert {"declined-card", "expired-card"} == slots["card"]
    assert {"second-tab", "comes-back-later", "changes-mind"} == slots["another visit"]


def test_few_days_meet_every_pair() -> None:
    """The two largest slots set the least number of days: their product is kept small."""
    sizes = sorted(len(choices) for choices in CATALOGUE.factors({"web", "chat"}, "pay").values())

    assert sizes[-1] * sizes[-2] <= 18
    assert len(CATALOGUE) >= 30


def test_a_name_changes_the_card_and_not_the_mail() -> None:
    """O'Brien's card says so, too; the mail address stays plain."""
    identity = after(apostrophe_name="O'Brien").identity

    assert f"{SOMEBODY.first_name} O'Brien" == identity.name == identity.card.holder
    assert SOMEBODY.email == identity.email


@pytest.mark.parametrize("value", CATALOGUE["right-to-left-name"].values)
def test_names_from_right_to_left_have_two_parts(value: str) -> None:
    """First and last name are both in the other script."""
    identity = after(right_to_left_name=value).identity

    assert value == identity.name
    assert not identity.first_name.isascii()
    assert not identity.last_name.isascii()


@pytest.mark.parametrize(
    ("misfortunes", "look", "expected"),
    [
        ({"double_clicks": True}, lambda c: c.hands.presses, 2),
        ({"enter_early": True}, lambda c: c.hands.enter_early, True),
        ({"trailing_space": " "}, lambda c: (c.hands.pastes, c.hands.paste_suffix), (True, " ")),
        ({"typos": 12}, lambda c: c.hands.typo_every, 12),
        ({"keyboard_only": True}, lambda c: c.hands.keyboard_only, True),
        ({"goes_back": 2}, lambda c: c.detours, (Detour(kind="back", after=2),)),
        ({"reloads_midway": 1}, lambda c: c.detours, (Detour(kind="reload", after=1),)),
        ({"slow_line": "slow-3g"}, lambda c: c.line, Line(latency=0.4, down=400, up=400)),
        ({"offline_3s": True}, lambda c: c.line, Line(offline=3.0)),
        ({"two_line_address": "Flat 3, Building B"}, lambda c: c.identity.street2, "Flat 3, Building B"),
        ({"declined_card": True}, lambda c: c.identity.card.number, REFUSED_CARDS["declined"]),
        ({"declined_card": True}, lambda c: c.identity.second_card, SOMEBODY.card),
        ({"expired_card": True}, lambda c: c.identity.card.number, SOMEBODY.card.number),
        ({"expired_card": True}, lambda c: c.identity.card.expiry, "01/21"),
        ({"expired_card": True}, lambda c: c.identity.second_card, SOMEBODY.card),
        (
            {"one_letter_name": "O"},
            lambda c: (c.identity.last_name, c.identity.first_name[0]),
            ("O", SOMEBODY.first_name[0]),
        ),
        ({"sloppy_postcode": True}, lambda c: c.identity.postcode.isupper(), False),
        ({"plus_mail": "kettle"}, lambda c: c.identity.email, SOMEBODY.email.replace("@", "+kettle@")),
        ({"long_mail": 60}, lambda c: len(c.identity.email.partition("@")[0]), 60),
        ({"foreign_phone": "+1 202 555 0143"}, lambda c: c.identity.phone, "+1 202 555 0143"),
        ({"wrong_autofill": "Old Lane"}, lambda c: c.hands.autofill, "Old Lane"),
        ({"small_codes": True}, lambda c: c.hands.small_codes, True),
        ({"numbers_in_groups": True}, lambda c: c.hands.grouped, True),
        ({"caps_lock": True}, lambda c: c.hands.caps_lock, True),
        ({"two_messages": True}, lambda c: c.hands.in_pieces, True),
        ({"second_tab": 2}, lambda c: c.detours, (Detour(kind="tab", after=2),)),
        ({"comes_back_later": 2}, lambda c: c.detours, (Detour(kind="return", after=2),)),
        ({"changes_mind": 1}, lambda c: c.detours, (Detour(kind="mind", after=1),)),
        ({"dropping_line": True}, lambda c: c.line, Line(offline=1.0, drops=3)),
        ({"zoom_200": 2}, lambda c: c.zoom, 2),
        ({"battery_saver": 4}, lambda c: (c.processor, c.context["reduced_motion"]), (4, "reduce")),
        ({"dark_mode": True}, lambda c: c.context["color_scheme"], "dark"),
        ({"other_language": "sv-SE"}, lambda c: c.context["locale"], "sv-SE"),
        ({"middle_of_the_night": 3}, lambda c: c.hour, 3),
        ({"ad_blocker": True}, lambda c: "*/analytics.js*" in c.blocked, True),
        ({"landscape_phone": True}, lambda c: c.context["viewport"], {"width": 667, "height": 375}),
        ({"narrow_phone": True}, lambda c: c.context["viewport"]["width"], 320),
        ({"narrow_phone": True}, lambda c: (c.context["has_touch"], c.hands.touch), (True, True)),
    ],
)
def test_effects_are_real(
    misfortunes: dict[str, Any], look: Callable[[Conditions], Any], expected: Any
) -> None:
    """What a misfortune says is what the channels are told to do."""
    assert expected == look(after(**misfortunes))


def test_a_slow_line_is_never_a_gift() -> None:
    """Whoever has a slower line already keeps it."""
    slow = replace(BEFORE, line=Line(latency=2.0, down=100, up=50))

    assert slow.line == CATALOGUE["slow-line"].fall_on(slow, "slow-4g").line


def test_a_value_it_cannot_be_is_refused() -> None:
    """The message says what it can be."""
    with pytest.raises(
        InvalidMisfortune, match=r"'slow-line' cannot be 'dsl'\. It can be: 'slow-4g', 'slow-3g'"
    ):
        after(slow_line="dsl")


def test_every_entry_can_be_read_aloud() -> None:
    """Sentences and ways out are plain prose: no placeholders left, no code."""
    said = [
        text for name, value in EVERY_ONE for text in (CATALOGUE[name].told(value), CATALOGUE[name].sentence)
    ]

    assert [] == [text for text in said if "{" in text or "_" in text or "`" in text]
    assert [] == [entry.id for entry in CATALOGUE.values() if not entry.way_out.endswith(".")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"way_out": " "}, "way out"),
        ({"sentence": ""}, "sentence"),
        ({"id": "Eclipse!"}, "id in small letters"),
        ({"slot": ""}, "slot"),
        ({"kind": "weather"}, "no known kind"),
        ({"needs": frozenset({"sunlight"})}, "There are: chat, pressing, typing, web"),
        ({"trace": "war"}, "trace level"),
        ({"values": ()}, "at least one value"),
        ({"values": (float("nan"),)}, "plain JSON"),
        ({"values": ({1, 2},)}, "plain JSON"),
        ({"prevalence": Prevalence(1.5, "a paper")}, "from 0 to 1"),
        ({"prevalence": Prevalence(0.5)}, "without a source"),
    ],
)
def test_an_incomplete_entry_is_refused(change: dict[str, Any], said: str) -> None:
    """Whoever adds a misfortune is told what it lacks."""
    with pytest.raises(InvalidMisfortune, match=said):
        made(**change)


def test_others_can_add_some() -> None:
    """A package's misfortune stands beside ours, and falls on a day like them."""
    everything = catalogue([made()])

    assert {*CATALOGUE, "eclipse"} == set(everything)
    assert ("eclipse",) == Day.of({"eclipse": True}).conditions(GUS, SOMEBODY, everything).misfortunes


def test_a_clash_of_ids_is_refused() -> None:
    """Nobody's misfortune quietly replaces another."""
    with pytest.raises(InvalidMisfortune, match="two misfortunes 'typos'"):
        catalogue([made(id="typos")])


def test_something_else_is_no_misfortune() -> None:
    """What a hook gives must be a Misfortune."""
    with pytest.raises(InvalidMisfortune, match="is no Misfortune"):
        Catalogue(["typos"])  # type: ignore[list-item]


def test_factors_of_the_web() -> None:
    """On the web all may fall that are not of a conversation, by slot, the most ordinary value first."""
    factors = CATALOGUE.factors({"web"}, "pay")

    assert set(CATALOGUE) - {"two-messages"} == {name for pairs in factors.values() for name, _ in pairs}
    assert ("apostrophe-name", "O'Brien") == factors["name"][0]
    assert 6 == len(factors["name"])


def test_factors_of_a_chat() -> None:
    """Where one only types, nothing falls that needs pressing or a page."""
    names = {name for pairs in CATALOGUE.factors({"chat"}, Level.message).values() for name, _ in pairs}

    assert {"apostrophe-name", "typos", "small-codes", "plus-mail", "two-messages"} <= names
    assert not {"double-clicks", "zoom-200", "second-tab", "enter-early", "wrong-autofill"} & names
    assert "messages" not in CATALOGUE.factors({"chat"}, Level.look)


def test_factors_leave_no_more_trace_than_allowed() -> None:
    """A misfortune that takes somebody's time is not drawn where only looking is allowed."""
    pushy = catalogue([made(trace="person")])

    assert "light" not in pushy.factors({"web"}, "message")
    assert "light" in pushy.factors({"web"}, "person")


def test_a_mail_address_stays_the_same_person_s() -> None:
    """A mailbox with a tag already gets a longer one, and no second plus sign; 64 characters are the most."""
    box = replace(BEFORE, identity=replace(SOMEBODY, email="cx+gus-1a2b3c@company.example"))
    plus = CATALOGUE["plus-mail"].fall_on(box, "kettle").identity.email
    long = CATALOGUE["long-mail"].fall_on(box, 200).identity.email

    assert "cx+gus-1a2b3c-kettle@company.example" == plus
    assert long.startswith("cx+gus-1a2b3c-")
    assert 62 <= len(long.partition("@")[0]) <= 64


def test_a_zoom_is_never_a_gift() -> None:
    """Whoever enlarges pages more than that already keeps it so."""
    large = replace(BEFORE, zoom=3.0)

    assert 3.0 == CATALOGUE["zoom-200"].fall_on(large, 2).zoom


@pytest.mark.parametrize(
    ("befall", "said"),
    [
        (lambda conditions: conditions, "'eclipse' can be True, yet its befall fails: TypeError"),
        (lambda conditions, value: None, "'eclipse' must give back Conditions, and gave NoneType"),
    ],
)
def test_a_function_at_fault_is_told_from_a_wrong_value(befall: Any, said: str) -> None:
    """A value that is listed is right: what fails then is what was written to befall the customer."""
    with pytest.raises(InvalidMisfortune, match=said):
        made(befall=befall).fall_on(BEFORE, True)


def test_a_misfortune_needs_something_that_befalls() -> None:
    """Said when it is made, and not on the first day it falls."""
    with pytest.raises(InvalidMisfortune, match="needs a function as its befall"):
        made(befall=None)


def test_a_question_in_a_complaint_ends_it() -> None:
    """No full stop after a question mark."""
    with pytest.raises(InvalidMisfortune, match=r"about it\?$"):
        made(way_out=" ")
