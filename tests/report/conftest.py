"""Journeys made by hand, to be told."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import Finding
from cxprobe.judging.feeling import Feeling
from cxprobe.judging.verdict import Judgement, Verdict
from cxprobe.report.story import Story

HOSTILE = "<script>alert('gotcha')</script>"


@pytest.fixture
def lost() -> Story:
    """A refund that was never settled, with a hostile quote."""
    moments = (
        Moment(at=0, kind="goal", actor="cxprobe", data={"goal": "a refund for a broken kettle"}),
        Moment(
            at=0.2, kind="visit", actor="page", touchpoint="home", waited=1.2, data={"title": "Kettle & Co"}
        ),
        Moment(at=0.3, kind="text", actor="page", touchpoint="home", human=9.4, data={"words": 120}),
        Moment(at=2, kind="press", touchpoint="home", human=2.6, data={"target": "Chat with us"}),
        Moment(at=3, kind="said", channel="chat", human=14, quote="My kettle arrived broken."),
        Moment(at=9, kind="wait", channel="chat", waited=6.5, data={"cause": "an answer"}),
        Moment(at=10, kind="heard", actor="bot", channel="chat", quote=HOSTILE, evidence=("01.png",)),
        Moment(at=80, kind="gave_up", channel="chat", human=1, data={"spent": 34.7}),
    )
    timeline = Timeline(
        goal="a refund for a broken kettle",
        moments=moments,
        title="A refund for a kettle that arrived broken",
        touchpoint="chat",
        started="2025-11-21T21:00:00+00:00",
        persona="worst-day",
        persona_title="Grumpy Gus on his worst day",
        customer={"name": "Niamh O'Brien"},
        day={"version": 1, "misfortunes": {"apostrophe-name": "O'Brien"}},
        day_told="an apostrophe in the name",
        seed=42,
        expected=({"name": "resolved"},),
        duration=81,
    )
    findings = (
        Finding(expectation="transfers", outcome="kept", sentence="Was never handed on."),
        Finding(expectation="fast", outcome="tolerated", sentence="Waited once for 6.5 s.", moments=(5,)),
        Finding(
            expectation="resolved", outcome="broken", sentence="The refund was never settled.",
            measured="not resolved", moments=(6, 7), evidence=True,
        ),
    )  # fmt: skip
    feeling = Feeling("bad", -3.0, (("Ran out of patience and left.", -3.0, 7),))
    judged = Judgement(
        verdict="lost", findings=findings, headline="Gus did not get a refund.", feeling=feeling
    )
    return Story(timeline, judged)


@pytest.fixture
def served() -> Story:
    """A kettle bought without trouble."""
    moments = (
        Moment(at=0, kind="visit", actor="page", waited=0.4, data={"title": "Kettle & Co"}),
        Moment(at=1, kind="press", human=95.6, data={"target": "Pay now"}),
        Moment(at=2, kind="wait", waited=5.7, data={"cause": "the payment"}),
        Moment(at=3, kind="resolved", quote="Your order number is KC-2002", data={"by": "page"}),
    )
    timeline = Timeline(
        goal="a kettle",
        moments=moments,
        title="Buying a kettle on a phone",
        touchpoint="shop",
        started="2025-11-21T21:03:00+00:00",
        persona="hurried-parent",
        persona_title="A hurried parent",
        seed=7,
        expected=({"name": "resolved"},),
        duration=4,
    )
    judged = Judgement(
        verdict="served", headline="A hurried parent got a kettle.", feeling=Feeling(),
        human=95.6, waited=6.1, total=101.7,
        findings=(Finding(expectation="resolved", outcome="kept", sentence="It took 1 min 42 s."),),
    )  # fmt: skip
    return Story(timeline, judged)


@pytest.fixture
def judged(served: Story) -> Callable[[Verdict], Story]:
    """The kettle bought, as if another verdict had been found."""

    def story(verdict: Verdict) -> Story:
        said = replace(served.judgement, verdict=verdict, headline=f"It was {verdict}.", reason="so it was")
        return replace(served, judgement=said)

    return story


@pytest.fixture
def picture() -> Callable[[Path], Path]:
    """Writes a small PNG to a path."""

    def write(path: Path) -> Path:
        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        head = struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(b"\0" + b"\x10" * 6))
            + chunk(b"IEND", b"")
        )
        return path

    return write
