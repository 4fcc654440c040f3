"""Open promises, kept from night to night."""

from __future__ import annotations

from pathlib import Path

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.expectations import promises_kept
from cxprobe.judging.verdict import judge
from cxprobe.ledger.promises import FILE_NAME, open_promises, remember

MADE = "We will refund you within 3 business days."
TIMELINE = Timeline(
    goal="a refund",
    site="https://shop.example",
    persona="grumpy-gus",
    started="2025-06-02T10:00:00.000+00:00",
    moments=(
        Moment(at=0.0, kind="goal", data={"goal": "a refund"}),
        Moment(at=1.0, kind="said", channel="chat", quote="My kettle is broken.", data={"words": 4}),
        Moment(
            at=2.0, kind="heard", actor="agent", channel="chat", quote=MADE, data={"words": 8, "reply": True}
        ),
    ),
)
JUDGED = judge(TIMELINE, [promises_kept()])


def test_an_open_promise_is_written_down(tmp_path: Path) -> None:
    """What was promised, when, by whom and to whom."""
    assert 1 == remember(tmp_path / "new", TIMELINE, JUDGED)

    (promise,) = open_promises(tmp_path / "new")

    assert "within 3 business days" in promise["promise"]
    assert "https://shop.example" == promise["site"]
    assert "grumpy-gus" == promise["to"]
    assert TIMELINE.started == promise["made"]


def test_a_promise_read_twice_is_one_promise(tmp_path: Path) -> None:
    """Judging the same journey again adds no second promise; torn lines are passed over."""
    remember(tmp_path, TIMELINE, JUDGED)
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write('{"key": "half a li\n[]\n{}\n')
    remember(tmp_path, TIMELINE, JUDGED)

    assert 1 == len(open_promises(tmp_path))


def test_nothing_promised_writes_nothing(tmp_path: Path) -> None:
    """A journey without an open promise leaves no file behind."""
    judged = judge(Timeline(goal="x"), [promises_kept()])

    assert 0 == remember(tmp_path / "new", Timeline(goal="x"), judged)
    assert not (tmp_path / "new").exists()
    assert [] == open_promises(tmp_path / "new")


def test_a_place_that_cannot_be_written_costs_no_verdict(tmp_path: Path) -> None:
    """A ledger that cannot be written to gives 0, and raises nothing."""
    (tmp_path / "file").write_text("", "utf-8")

    assert 0 == remember(tmp_path / "file", TIMELINE, JUDGED)
