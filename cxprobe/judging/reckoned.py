"""The expectation about money: what is to be paid adds up, from the first price to the last receipt."""

from __future__ import annotations

from cxprobe.journey.moments import Moment
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.findings import Expectation, Finding, expectation, finding_of
from cxprobe.judging.measures import ended, in_quotes, word

LATE = "late"
"""The kind of a mismatch that is no lie: a cost that was named only on a later page."""
_BREATH = 3


def adds_up() -> Expectation:
    """What is to be paid adds up, and is the same on every page; both quotes are the proof.

    A cost named late is told elsewhere: it is friction, and no contradiction.
    """

    def judge(timeline: Timeline) -> Finding:
        found = [(i, moment) for i, moment in timeline.of("mismatch") if moment.data.get("kind") != LATE]
        if not found and not timeline.of("money"):
            return finding_of(timeline, "adds_up", "unproven", "No price was seen.")
        if not found:
            return finding_of(
                timeline, "adds_up", "kept", "What is to be paid adds up.", measured="0 contradictions"
            )
        told = list(dict.fromkeys(_told(moment) for _, moment in found))
        more = f" And {len(told) - _BREATH} more." if len(told) > _BREATH else ""
        return finding_of(
            timeline, "adds_up", "broken", " ".join(told[:_BREATH]) + more,
            measured=f"{len(told)} contradiction{'' if len(told) == 1 else 's'}",
            moments=[i for i, _ in found], evidence=True,
        )  # fmt: skip

    return expectation("adds_up", "What is to be paid adds up", judge)


def _told(moment: Moment) -> str:
    """The mismatch in words: as they were written down, else of what is quoted."""
    if moment.sentence.strip():
        return ended(" ".join(moment.sentence.split()))
    said, but = word(moment.data.get("said")) or moment.quote, word(moment.data.get("but"))
    if said and but:
        return ended(f"The company said {in_quotes(said)}, but also {in_quotes(but)}")
    return ended(
        f"Two amounts do not agree: {in_quotes(said or but)}" if said or but else "Two amounts do not agree"
    )
