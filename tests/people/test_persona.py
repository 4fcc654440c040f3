"""Personas: files that can be meant, and the people drawn from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.errors import InvalidPersona, UnknownPersona
from cxprobe.people.persona import Member, Patience, Persona, find_persona, load_personas
from cxprobe.settings import bundled

OURS = [bundled("personas")]


def written(folder: Path, **files: str) -> list[Path]:
    """A folder of persona files."""
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text, "utf-8")
    return [folder]


def refusal(folder: Path, text: str) -> str:
    """What is said about a persona file that cannot be meant."""
    with pytest.raises(InvalidPersona) as refused:
        find_persona("gus", written(folder, gus=text))
    return str(refused.value)


def test_all_who_come_along() -> None:
    """The personas of the project can all be read and drawn, and each differs by what it is called after."""
    drawn = {name: persona.draw(1) for name, persona in load_personas(OURS).items()}

    assert {"grumpy-gus", "hurried-parent", "ordinary", "screen-reader", "worst-day"} < set(drawn)
    assert {"worst-day"} == {name for name, member in drawn.items() if member.explored}
    assert {"screen-reader"} == {name for name, member in drawn.items() if member.keyboard_only}
    assert {"large-text"} == {name for name, m in drawn.items() if m.large_text and m.zoom == 2}
    assert {"second-language"} == {name for name, member in drawn.items() if member.language}
    assert {"loyal-regular"} == {name for name, m in drawn.items() if "customer since" in m.knows}
    assert {"bargain-hunter"} == {name for name, m in drawn.items() if m.promo}
    assert {"business-buyer"} == {name for name, member in drawn.items() if member.for_company}
    assert {"first-timer"} == {name for name, member in drawn.items() if member.asks_first}


def test_a_first_timer_takes_their_time() -> None:
    """Reads most of a page, slowly, and types slower than anybody else who comes along."""
    pace = find_persona("first-timer", OURS).draw(0).pace
    others = [find_persona(name, OURS).draw(0).pace for name in load_personas(OURS) if name != "first-timer"]

    assert pace.keys_per_minute < min(other.keys_per_minute for other in others)
    assert pace.share_read > max(other.share_read for other in others)


def test_a_bargain_hunter_has_one_of_several_codes() -> None:
    """Which one is drawn, as every trait is."""
    codes = {find_persona("bargain-hunter", OURS).draw(seed).promo for seed in range(30)}

    assert {"WELCOME10", "SAVE10", "KETTLE10"} == codes


def test_the_worst_day_is_gus() -> None:
    """Whoever extends another inherits what they do not say themselves, inside tables too."""
    gus, worst = find_persona("grumpy-gus", OURS), find_persona("worst-day", OURS)

    assert gus.typing == worst.typing
    assert gus.patience.page == worst.patience.page
    assert gus.patience.journey != worst.patience.journey
    assert "worst-day" == worst.name


@pytest.mark.parametrize("name", load_personas(OURS))
def test_ours_leave_time_for_a_checkout(name: str) -> None:
    """Whoever comes with cxprobe has the three to five minutes that a good checkout takes, twice."""
    patience = find_persona(name, OURS).draw(0).patience

    assert patience.journey >= 600


@given(seed=st.integers(), name=st.sampled_from(sorted(load_personas(OURS))))
@settings(deadline=None, database=None)
def test_a_seed_is_a_person(seed: int, name: str) -> None:
    """The same seed draws the same member, and all of them are within what the file says."""
    persona = find_persona(name, OURS)
    member = persona.draw(seed)

    assert member == find_persona(name, OURS).draw(seed)
    assert within(persona, member)


def within(persona: Persona, member: Member) -> bool:
    """Whether a member is one the persona's file allows."""
    keys, device = persona.typing.keys_per_minute, persona.device.values
    low, high = min(keys.values), max(keys.values)
    return low <= member.pace.keys_per_minute <= high and member.device in device


def test_a_population_differs() -> None:
    """Twenty hurried parents do not all hold the same telephone, nor type alike."""
    parents = [find_persona("hurried-parent", OURS).draw(seed) for seed in range(20)]

    assert 3 == len({parent.device for parent in parents})
    assert 15 < len({parent.pace.keys_per_minute for parent in parents})


def test_a_new_trait_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    """Adding a list to a file does not redraw what was in it before."""
    before = written(tmp_path, gus='title = "G"\n[typing]\nkeys_per_minute = { from = 1e2, to = 3e2 }')
    first = find_persona("gus", before).draw(5)
    text = 'title = "G"\nmood = ["a", "b"]\n[typing]\nkeys_per_minute = { from = 1e2, to = 3e2 }'
    second = find_persona("gus", written(tmp_path, gus=text)).draw(5)

    assert first.pace == second.pace


def test_everything_a_file_can_say(tmp_path: Path) -> None:
    """Each trait of the file arrives in the member, times in seconds."""
    text = """
        title = "Gus"
        locale = "de_DE"
        device = "iPhone 13"
        connection = "slow-3g"
        mood = "cross"
        manner = "angry"
        does_not_know = ["iban"]
        day = "explored"
        typing = { keys_per_minute = 100 }
        reading = { words_per_minute = 150, share_read = 0.5 }
        patience = { page = "2 s", reply = "1 min", journey = "8 min", transfers = 0, repeats = 2 }
        accessibility = { large_text = true }
        knows = { "order number" = "KC-1" }
    """
    member = find_persona("gus", written(tmp_path, gus=text.replace("\n        ", "\n"))).draw(0)

    assert Patience(page=2, reply=60, journey=480, transfers=0, repeats=2) == member.patience
    assert (100, 150, 0.5) == (
        member.pace.keys_per_minute,
        member.pace.words_per_minute,
        member.pace.share_read,
    )
    assert ("de_DE", "iPhone 13", "slow-3g") == (member.locale, member.device, member.connection)
    assert ({"order number": "KC-1"}, ("iban",)) == (member.knows, member.does_not_know)
    assert member.large_text
    assert member.explored


def test_a_bare_title_is_enough(tmp_path: Path) -> None:
    """Everything else has a default that is a number, not a riddle."""
    member = find_persona("gus", written(tmp_path, gus='title = "Gus"')).draw(0)

    assert 200.0 == member.pace.keys_per_minute
    assert Patience() == member.patience


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["title", "required"]),
        ('title = "G"\nmod = "cross"', ["mod", "Did you mean 'mood'?"]),
        ('title = "G"\n[patience]\npages = "8 s"', ["patience.pages", "Did you mean 'page'?"]),
        ('title = "G"\n[patience]\npage = 8', ["patience.page", '"8 s"']),
        ('title = "G"\n[patience]\npage = "8 parsecs"', ["patience.page", "8 parsecs"]),
        ('title = "G"\n[patience]\npage = ["8 s", "soon"]', ["patience.page", "soon"]),
        ('title = "G"\n[patience]\npage = {from = "9 s", to = "5 s"}', ["patience.page", "goes up"]),
        ('title = "G"\n[patience]\ntransfers = -1', ["patience.transfers", "whole number", "-1"]),
        ('title = "G"\n[patience]\ntransfers = 0.5', ["patience.transfers", "whole number"]),
        ('title = "G"\n[typing]\nkeys_per_minute = "fast"', ["typing.keys_per_minute", "'fast'"]),
        ('title = "G"\n[typing]\nkeys_per_minute = { from = 9 }', ["typing.keys_per_minute", "from"]),
        ('title = "G"\n[typing]\nkeys_per_minute = true', ["typing.keys_per_minute", "True"]),
        ('title = "G"\n[reading]\nshare_read = 20', ["reading.share_read", "from 0 to 1"]),
        ('title = "G"\n[reading]\nshare_read = nan', ["reading.share_read", "nan"]),
        ('title = "G"\ndevice = []', ["device", "empty"]),
        ('title = "G"\ndevice = 3', ["device", "text"]),
        ('title = "G"\nconnection = "slow3g"', ["connection", "Did you mean 'slow-3g'?"]),
        ('title = "G"\nmanner = "polit"', ["manner", "Did you mean 'polite'?"]),
        ('title = "G"\nlocale = "en"', ["locale", "en_GB"]),
        ('title = "G"\nday = "awful"', ["day", "'ordinary' or 'explored'"]),
        ('title = "G"\nname = "bob"', ["name", "'gus'", "'bob'"]),
        ('title = "G"\nextends = "guss"', ["extends", "Did you mean 'gus'?"]),
        ('title = "G"\nextends = "gus"', ["extends", "gus -> gus"]),
        ('title = "G"\nextends = 3', ["extends", "a text"]),
        ('title = "G"\nknows = { Age = "7" }', ["knows", "'age'"]),
        ('title = "G"\nknows = { age = 7 }', ["knows.age", "a text", "7"]),
        ('title = "G"\nknows = "all"', ["knows", "a table"]),
        ('title = "G"\n[accessibility]\nlarge_text = "very"', ["accessibility.large_text", "true or false"]),
        ('title = "G"\ntitle = "H"', ["line 2", "not TOML"]),
        ('title = "G', ["line 1", "not TOML"]),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, said: list[str]) -> None:
    """A mistake is told with the file, the key, and what was expected."""
    message = refusal(tmp_path, text)

    assert [] == [each for each in ["gus.toml", *said] if each not in message]


def test_a_circle_is_told_link_by_link(tmp_path: Path) -> None:
    """Personas that extend each other are refused, with the way round."""
    folders = written(
        tmp_path, a='title="A"\nextends="b"', b='title="B"\nextends="c"', c='title="C"\nextends="a"'
    )

    with pytest.raises(InvalidPersona, match="a -> b -> c -> a"):
        find_persona("a", folders)


def test_a_parents_mistake_is_the_parents(tmp_path: Path) -> None:
    """The message names the file that says it, not the one that inherits it."""
    folders = written(tmp_path, gus='title="G"\nmod="x"', worst='extends="gus"')

    with pytest.raises(InvalidPersona, match=r"gus\.toml: mod"):
        find_persona("worst", folders)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A file in another encoding is told apart from broken TOML."""
    (tmp_path / "gus.toml").write_bytes(b'title = "J\xfcrgen"')

    with pytest.raises(InvalidPersona, match="UTF-8"):
        find_persona("gus", [tmp_path])


def test_an_unknown_persona_brings_the_nearest_name() -> None:
    """A slip in a name is answered with the name that was meant."""
    with pytest.raises(
        UnknownPersona, match=r"No persona 'hurried_parrot' .*Did you mean 'hurried-parent'\?"
    ):
        find_persona("hurried_parrot", OURS)


def test_home_goes_first(tmp_path: Path) -> None:
    """A project's own persona hides the one of the same name that comes along; others stay."""
    folders = [*written(tmp_path, ordinary='title = "Ours"'), *OURS]

    assert "Ours" == find_persona("ordinary", folders).title
    assert "Ours" == load_personas(folders)["ordinary"].title
    assert "grumpy-gus" in load_personas(folders)


def test_a_broken_neighbour_does_not_matter(tmp_path: Path) -> None:
    """Whoever is asked for can come, even when another file cannot be read."""
    folders = written(tmp_path, gus='title = "Gus"', broken="title = ")

    assert "Gus" == find_persona("gus", folders).title
    with pytest.raises(InvalidPersona, match=r"broken\.toml, line 1"):
        load_personas(folders)


def test_an_own_persona_extends_one_that_comes_along(tmp_path: Path) -> None:
    """A project's persona can build on ours."""
    folders = [*written(tmp_path, cross_gus='extends = "grumpy-gus"\nmanner = "angry"'), *OURS]

    assert "angry" == find_persona("cross-gus", folders).draw(0).manner


def test_a_range_is_replaced_whole(tmp_path: Path) -> None:
    """A child's range does not mix with its parent's."""
    folders = written(
        tmp_path,
        gus='title="G"\n[typing]\nkeys_per_minute = { from = 100, to = 120 }',
        kid='extends="gus"\n[typing]\nkeys_per_minute = { from = 300, to = 310 }',
    )

    assert (300, 310) == find_persona("kid", folders).typing.keys_per_minute.values


def test_a_member_is_told_in_words() -> None:
    """The sentence says who comes, how, and how long they wait."""
    told = find_persona("screen-reader", OURS).draw(0).told()
    said: Mapping[str, bool] = {each: each in told for each in ("keyboard only", "reduced motion", "2 min")}

    assert {"keyboard only": True, "reduced motion": True, "2 min": True} == said
