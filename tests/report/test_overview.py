"""The overview and its journey pages."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.errors import CxprobeError, UsageError
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.verdict import Verdict
from cxprobe.report.overview import attached_name, find_stories, write_overview
from cxprobe.report.pages import headline, journey_page, overview_page
from cxprobe.report.story import Story

HOSTILE = "<script>alert('gotcha')</script>"


class Page(HTMLParser):
    """The tags of a page, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        """Parse at once."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def names(html: str) -> list[str]:
    """The names of a page's tags."""
    return [tag for tag, _ in Page(html).tags]


@pytest.fixture
def night(tmp_path: Path, lost: Story, served: Story, picture: Callable[[Path], Path]) -> Path:
    """A folder with two journeys, one with a picture."""
    lost.timeline.save(tmp_path / "night" / "a")
    picture(tmp_path / "night" / "a" / "01.png")
    served.timeline.save(tmp_path / "night" / "deep" / "down" / "b")
    return tmp_path / "night"


def test_every_journey_found_has_a_page_and_a_line(night: Path) -> None:
    """However deep it lies."""
    index = write_overview(night)

    links = [attrs["href"] for tag, attrs in Page(index.read_text("utf-8")).tags if tag == "a"]
    assert night / "report" / "index.html" == index
    assert 2 == len(set(links))
    assert {index.parent / link for link in links} == set(index.parent.glob("journey-*.html"))


def test_the_page_says_how_many_were_served_and_what_broke_first(lost: Story, served: Story) -> None:
    """The headline counts; the lead names the first that was lost."""
    later = replace(lost, timeline=replace(lost.timeline, started="2025-11-22T00:00:00+00:00", title="Later"))

    page = Page(overview_page([(later, "l.html"), (lost, "x.html"), (served, "s.html")], []))

    assert "1 of 3 customers was served, 2 were let down." in page.text
    assert (
        "What broke first: A refund for a kettle that arrived broken. Gus did not get a refund." in page.text
    )


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], "No journeys here yet."),
        (["served"], "The customer was served."),
        (["served", "open"], "All 2 customers were served."),
        (["served", "frustrated"], "1 of 2 customers was served, none was let down."),
        (["lost", "outage"], "None of 2 customers was served, 2 were let down."),
    ],
)
def test_the_headline_is_a_sentence(
    verdicts: list[Verdict], expected: str, judged: Callable[[Verdict], Story]
) -> None:
    """Whatever the numbers."""
    assert expected == headline([judged(verdict) for verdict in verdicts])


def test_a_blind_night_is_called_one(judged: Callable[[Verdict], Story]) -> None:
    """With more than a fifth inconclusive the page says not to trust it; with a fifth it does not."""
    clear = [(judged("served"), "s.html")] * 4
    blind = (judged("inconclusive"), "i.html")

    assert "too many to trust" in overview_page([*clear, blind, blind], [])
    assert "too many to trust" not in overview_page([*clear, blind], [])


def test_a_journey_page_tells_who_what_when_and_how_it_felt(lost: Story) -> None:
    """For people who do not read code."""
    text = " ".join(Page(journey_page(lost)).text.split())

    for part in (
        "Grumpy Gus on his worst day", "An apostrophe in the name", "A refund for a broken kettle",
        "Not resolved after 35 s", "Bad", "Ran out of patience and left. (-3)",
        "Friday 21 November 2025, 21:00",
        "Niamh O'Brien", "The refund was never settled.", "Waited once for 6.5 s.", "Was never handed on.",
        "Pressed “Chat with us”.", "My kettle arrived broken.", "In the chat",
    ):  # fmt: skip
        assert part in text


def test_what_a_site_said_is_shown_and_never_run(lost: Story) -> None:
    """A script in a quote, a title, a name or a sentence is text on both pages."""
    hostile = replace(
        lost,
        timeline=replace(
            lost.timeline,
            title=f'"{HOSTILE}', goal=HOSTILE, persona_title=HOSTILE, touchpoint=HOSTILE, day_told=HOSTILE,
            site=f"javascript:{HOSTILE}", started=HOSTILE, customer={HOSTILE: HOSTILE, "story": HOSTILE},
        ),
        judgement=replace(lost.judgement, headline=HOSTILE, reason=f"{HOSTILE} {HOSTILE}"),
    )  # fmt: skip
    pages = [journey_page(hostile), overview_page([(hostile, "x.html")], [(HOSTILE, HOSTILE)])]

    for page in pages:
        assert "script" not in names(page)
        assert HOSTILE in Page(page).text
        assert not any(name.startswith("on") for _, attrs in Page(page).tags for name in attrs)


def test_pages_hold_everything_they_show(night: Path) -> None:
    """No script, nothing loaded from anywhere; pictures are inside, and browsers must refuse the rest."""
    index = write_overview(night)

    for path in index.parent.iterdir():
        html = path.read_text("utf-8")
        tags = Page(html).tags
        loads = [a.get("src", "") for _, a in tags] + [a.get("href", "") for tag, a in tags if tag != "a"]
        assert not {"script", "link", "iframe", "object", "embed"} & set(names(html))
        assert all(source.startswith("data:image/png;base64,") for source in loads if source)
        assert not re.search(r"url\(|@import", html)
        assert "default-src 'none'" in html
    assert 1 == sum(path.read_text("utf-8").count("<img") for path in index.parent.iterdir())


def test_what_cannot_be_read_is_listed_with_the_reason(night: Path) -> None:
    """Broken JSON, another file's JSON, a newer version, nonsense inside: the rest is told all the same."""
    broken: dict[str, Any] = {
        "torn": '{"cxprobe": 1, "goal": ',
        "other": '{"name": "not ours"}',
        "newer": '{"cxprobe": 99, "goal": "x", "moments": []}',
        "odd": '{"cxprobe": 1, "goal": "x", "moments": [{"at": NaN, "kind": "visit", "actor": "page"}]}',
        "bytes": b"\xff\xfe\x00",
    }
    for name, text in broken.items():
        (night / name).mkdir()
        (night / name / "journey.json").write_bytes(text if isinstance(text, bytes) else text.encode())

    text = Page(write_overview(night).read_text("utf-8")).text

    assert "5 journeys could not be read" in text
    for name, reason in (
        ("torn", "is not JSON"), ("other", "Not a cxprobe journey"), ("newer", "version 99"),
        ("odd", "moment 1 has a time that is none"), ("bytes", "is not JSON"),
    ):  # fmt: skip
        assert re.search(rf"{name}/journey.json: [^\n]*{reason}", text)
    assert "Buying a kettle on a phone" in text


BITS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["visit", "said", "x", "01.png"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None, database=None, max_examples=60)
@given(
    top=st.dictionaries(st.sampled_from(sorted(Timeline(goal="").to_json())), BITS, max_size=3),
    moment=st.dictionaries(
        st.sampled_from(["at", "kind", "actor", "channel", "waited", "human", "quote", "data", "evidence"]),
        BITS,
    ),
)
def test_no_journey_however_odd_stops_the_report(
    tmp_path_factory: pytest.TempPathFactory, top: dict[str, Any], moment: dict[str, Any]
) -> None:
    """Any value may stand anywhere in the file: it is told, or listed as unreadable."""
    folder = tmp_path_factory.mktemp("odd")
    plain = {**Timeline(goal="a kettle").to_json(), "moments": [{"at": 0, "kind": "visit", **moment}], **top}
    (folder / "journey.json").write_text(json.dumps(plain), "utf-8")

    found = find_stories(folder)

    assert 1 == len(found.stories) + len(found.unreadable)
    assert write_overview(folder).is_file()


def test_a_folder_without_journeys_says_what_to_do(tmp_path: Path) -> None:
    """An empty folder and a missing one are both mistakes in what was typed."""
    with pytest.raises(UsageError, match=r"No journeys in .*Run some first"):
        write_overview(tmp_path)
    with pytest.raises(UsageError, match="There is no folder"):
        write_overview(tmp_path / "nowhere")


def test_a_full_disk_leaves_the_old_report_whole(night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what happened, what is safe and what to type; nothing half-written is left."""
    index = write_overview(night)
    before = {path: path.read_bytes() for path in index.parent.iterdir()}
    write = Path.write_text

    def full(path: Path, *args: Any, **options: Any) -> int:
        if path.name == "index.html":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, *args, **options)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(
        CxprobeError, match=r"No space left on device[^$]*2 journeys[^$]*safe[^$]*cxprobe report"
    ):
        write_overview(night)

    assert before == {path: path.read_bytes() for path in index.parent.iterdir()}
    assert {"a", "deep", "report"} == {path.name for path in night.iterdir()}


def test_a_place_that_cannot_be_written_is_a_clear_error(night: Path) -> None:
    """A file stands where the folder should be."""
    with pytest.raises(CxprobeError, match="could not be written to"):
        write_overview(night, night / "a" / "journey.json" / "report")


def test_pages_of_an_older_run_go(night: Path) -> None:
    """A second report holds only what is there now, and keeps what is not ours."""
    out = write_overview(night).parent
    (out / "notes.txt").write_text("mine")
    (night / "a" / "journey.json").unlink()

    write_overview(night)

    assert ["index.html", "journey-buying-a-kettle-on-a-phone-hurried-parent.html", "notes.txt"] == sorted(
        path.name for path in out.iterdir()
    )


def test_alike_journeys_have_pages_of_their_own(tmp_path: Path, served: Story) -> None:
    """Same title and persona, other seed: two pages."""
    for seed in range(3):
        replace(served.timeline, seed=seed).save(tmp_path / str(seed))

    assert 3 == len(list(write_overview(tmp_path).parent.glob("journey-*.html")))


def test_a_journey_attached_to_allure_results_is_told_once_with_its_pictures(
    night: Path, picture: Callable[[Path], Path]
) -> None:
    """The copy among the attachments adds a picture, not a second journey; other JSON is left alone."""
    results = night / "allure-results"
    results.mkdir()
    journey = night / "a" / "journey.json"
    (results / attached_name("p-1", "journey.json")).write_bytes(journey.read_bytes())
    picture(results / attached_name("p-1", "01.png"))
    (results / "x-attachment.json").write_text('{"not": "ours"}')
    (night / "a" / "01.png").unlink()

    found = find_stories(night)

    assert 2 == len(found.stories)
    assert () == found.unreadable
    assert {"01.png": results / "p-1-01-attachment.png"} == found.stories[0].pictures
