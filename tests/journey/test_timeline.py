"""A timeline is saved whole, read again as it was, and described by its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.errors import InvalidTimeline
from cxprobe.journey.moments import KINDS, Moment
from cxprobe.journey.timeline import FILE_NAME, VERSION, Timeline, in_order, schema

_WORDS = st.text(max_size=20)
_SECONDS = st.integers(0, 10**7).map(lambda tenth_ms: tenth_ms / 10**4)
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=6,
)
_OBJECTS = st.dictionaries(_WORDS, _JSON, max_size=3)
_MOMENTS = st.builds(
    Moment,
    at=_SECONDS,
    kind=st.sampled_from([*KINDS, "telepathy"]),
    actor=st.sampled_from(["customer", "page", "bot", "agent", "browser", "cxprobe"]),
    touchpoint=_WORDS,
    channel=st.sampled_from(["web", "chat", ""]),
    frame=_WORDS,
    waited=_SECONDS,
    human=_SECONDS,
    sentence=_WORDS,
    quote=_WORDS,
    data=_OBJECTS,
    evidence=st.lists(_WORDS, max_size=2).map(tuple),
)
_TIMELINES = st.builds(
    Timeline,
    goal=_WORDS,
    moments=st.lists(_MOMENTS, max_size=4).map(tuple),
    title=_WORDS,
    touchpoint=_WORDS,
    site=_WORDS,
    started=_WORDS,
    persona=_WORDS,
    persona_title=_WORDS,
    customer=_OBJECTS,
    patience=st.dictionaries(_WORDS, _SECONDS, max_size=2),
    day=_OBJECTS,
    day_told=_WORDS,
    seed=st.integers(0, 10**9),
    expected=st.lists(_OBJECTS.map(lambda spec: {**spec, "name": "resolved"}), max_size=2).map(tuple),
    test=_WORDS,
    duration=_SECONDS,
)
_QUICKLY = settings(deadline=None, database=None, max_examples=60)


@_QUICKLY
@given(_TIMELINES)
def test_what_is_written_is_read_again(timeline: Timeline) -> None:
    """Through JSON text and back, a timeline is the same; only an empty channel becomes the usual one."""
    text = json.dumps(timeline.to_json(), ensure_ascii=False)
    expected = replace(timeline, moments=tuple(replace(m, channel=m.channel or "web") for m in timeline))

    assert expected == Timeline.from_json(json.loads(text))


@_QUICKLY
@given(_TIMELINES, st.dictionaries(st.text(min_size=1, max_size=8).map("x-".__add__), _JSON, max_size=3))
def test_keys_of_a_newer_writer_are_ignored(timeline: Timeline, more: dict[str, Any]) -> None:
    """Unknown keys of a journey and of its moments change nothing that is read."""
    plain = timeline.to_json()
    newer = {**plain, **more, "moments": [{**moment, **more} for moment in plain["moments"]]}

    assert Timeline.from_json(plain) == Timeline.from_json(newer)


@_QUICKLY
@given(_TIMELINES)
def test_what_is_written_is_what_the_schema_says(timeline: Timeline) -> None:
    """Every timeline fits the published schema, as JSON text has it."""
    plain = json.loads(json.dumps(timeline.to_json()))

    jsonschema.Draft202012Validator.check_schema(schema())
    assert [] == list(jsonschema.Draft202012Validator(schema()).iter_errors(plain))


@pytest.mark.parametrize(
    "spoil",
    [
        {"cxprobe": VERSION + 1},
        {"goal": 7},
        {"moments": [{"kind": "press", "actor": "customer"}]},
        {"moments": [{"at": -1, "kind": "press", "actor": "customer"}]},
        {"moments": [{"at": 1, "kind": "wait", "actor": "page", "waited": "long"}]},
        {"expected": [{"at_most": 0}]},
    ],
)
def test_the_schema_refuses_what_is_no_journey(spoil: dict[str, Any]) -> None:
    """Another version, a wrong type, a moment without a time, a negative time: none fits."""
    plain = {**Timeline(goal="to buy a kettle").to_json(), **spoil}

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(json.dumps(plain)), schema())


def test_every_kind_of_moment_is_described() -> None:
    """The schema says in words what each kind of moment is."""
    described = schema()["properties"]["moments"]["items"]["properties"]["kind"]["description"]

    assert [] == [kind for kind in KINDS if f"{kind}: {KINDS[kind]}" not in described]


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({}, "missing"),
        ([], "missing"),
        ({"cxprobe": "1"}, "missing"),
        ({"cxprobe": VERSION + 1, "goal": "x"}, "pip install --upgrade cxprobe"),
        ({"cxprobe": VERSION}, "goal"),
        ({"cxprobe": VERSION, "goal": "x", "moments": [{"kind": "press"}]}, "at"),
        ({"cxprobe": VERSION, "goal": "x", "moments": ["press"]}, "Not a cxprobe journey"),
    ],
)
def test_what_is_no_journey_is_refused(plain: Any, words: str) -> None:
    """Something else, or a newer version, is an error that says what is wrong with it."""
    with pytest.raises(InvalidTimeline, match=words):
        Timeline.from_json(plain)


def test_a_journey_is_saved_and_loaded(tmp_path: Path) -> None:
    """By its folder or its file, a saved journey is the one that was saved."""
    timeline = Timeline(goal="einen Kessel – £5", moments=(Moment(at=1.5, kind="press", quote="Καλημέρα"),))
    path = timeline.save(tmp_path / "a" / "journey")

    assert tmp_path / "a" / "journey" / FILE_NAME == path
    assert timeline == Timeline.load(path)
    assert timeline == Timeline.load(path.parent)


def test_a_failed_save_leaves_the_old_journey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full halfway, what was saved before is still whole, and nothing else is left."""
    old = Timeline(goal="the old goal")
    old.save(tmp_path)
    written = Path.write_text

    def half(self: Path, text: str, *args: Any, **options: Any) -> int:
        written(self, text[: len(text) // 2], *args, **options)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", half)
    with pytest.raises(OSError, match="No space left"):
        Timeline(goal="the new goal").save(tmp_path)

    assert old == Timeline.load(tmp_path)
    assert [FILE_NAME] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "No journey at"), (b"{", "is not JSON"), (b"\xff\xfe{}", "is not JSON"), (b"{}", "journey.json")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, words: str) -> None:
    """A journey that is missing, cut off, or something else is an error with the file's name."""
    file = tmp_path / FILE_NAME
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InvalidTimeline, match=words):
        Timeline.load(file)


def test_moments_of_some_kinds_keep_their_places() -> None:
    """What is asked for comes with its place in the timeline."""
    moments = tuple(Moment(at=i, kind=kind) for i, kind in enumerate(["visit", "press", "wait", "press"]))
    timeline = Timeline(goal="x", moments=moments)

    assert [(1, moments[1]), (2, moments[2]), (3, moments[3])] == timeline.of("press", "wait")


@given(st.lists(st.integers(0, 5), max_size=12))
def test_moments_are_put_in_order(times: list[int]) -> None:
    """By time, and those of one instant as they came."""
    moments = [Moment(at=at, kind="press", data={"number": i}) for i, at in enumerate(times)]

    ordered = [(m.at, m.data["number"]) for m in in_order(moments)]

    assert sorted((at, i) for i, at in enumerate(times)) == ordered
