"""A journey: one attempt at one goal, acted inside its block, judged once after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from cxprobe.channels.web import Web
from cxprobe.errors import (
    BrokenExpectation,
    GaveUp,
    Inconclusive,
    NobodyJudged,
    Outage,
    UsageError,
)
from cxprobe.journey.moments import Moment
from cxprobe.journey.redaction import without_user_info
from cxprobe.journey.timeline import Timeline
from cxprobe.judging.findings import Expected, flat
from cxprobe.judging.verdict import Judgement, judge
from cxprobe.people.day import Day

_THE_END = "This is the last the customer saw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a customer need not know and a journey's record must: which test, which day, where to write."""

    title: str = ""
    touchpoint: str = ""
    test: str = ""
    day: Day = field(default_factory=Day)
    day_told: str = "an ordinary day"
    seed: int = 0
    folder: Path | None = None
    """Where journeys are written, a folder each; None writes nothing."""
    kept_later: bool = False
    """Whether a journey that came to its end is written, with a picture of that, by `Journey.keep` only."""
    strict: bool = False
    site: Mapping[str, str] = field(default_factory=dict)
    mailbox: str = field(default="", repr=False)
    """Where this customer's mails can be read; "" where nobody has settled that."""


class Journey:
    """One attempt at one goal: acted inside its block, judged once after it."""

    def __init__(
        self,
        web: Web,
        scene: Scene,
        goal: str,
        knows: dict[str, str],
        expects: Expected | None,
        touchpoint: str,
        number: int,
    ) -> None:
        self.goal, self.knows = goal, knows
        self.judgement: Judgement | None = None
        self.timeline = Timeline(goal=goal)
        self.folder = scene.folder and scene.folder / f"{number + 1}-{slug(goal)}"
        self.unsaved = ""
        """Why the journey could not be written, if it could not."""
        self._web, self._scene, self._expects, self._touchpoint = web, scene, expects, touchpoint
        self._started = datetime.now(UTC)
        self._waits = False
        """Whether it came to its end, and waits to be kept."""
        self._ended_at, self._reports = "", 0

    def __enter__(self) -> Journey:
        self._web.before_going_on()
        self._web.pictures = self.folder
        self._web.recorder.begin()
        self._started = datetime.now(UTC)
        self._web.recorder.add(
            "goal",
            at=0.0,
            sentence=f"Wants {self.goal}.",
            data={"goal": self.goal, "knows": sorted(self.knows)},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        ended = isinstance(error, GaveUp | Inconclusive | Outage)
        if error is not None and not ended:
            self._explain(error)
        self._end(pictured=ended)
        if (error is None or ended) and self._expects is not None:
            self.expect(*flat([self._expects]))
        return ended

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Everything that happened, in order; complete once the block is left."""
        return self.timeline.moments

    def expect(self, *expectations: Expected) -> Judgement:
        """Judge the journey, all expectations together, once.

        Raises BrokenExpectation when the company let the customer down, Outage when the site is down,
        Inconclusive when we could not tell.
        """
        if self.judgement is not None:
            raise UsageError(
                f"The journey {self.goal!r} is judged already: name all expectations in one expect(…)."
            )
        expected = flat(expectations)
        if not expected:
            raise NobodyJudged(
                f"A customer came for {self.goal!r} and left, and nothing was expected. "
                "Type for example: journey.expect(resolved(), errors_met(at_most=0))"
            )
        self.timeline = replace(self.timeline, expected=tuple(each.spec for each in expected))
        self.judgement = judge(self.timeline, expected)
        self._save()
        failure = self.failure()
        if failure is not None:
            raise failure
        return self.judgement

    def add_control(self, *, through: bool, apart: float) -> None:
        """Judge again, knowing whether the control customer got through, seconds apart."""
        how = "got through" if through else "did not get through either"
        self._judge_again(
            kind="control",
            sentence=f"The control customer, on an ordinary day, {how}.",
            data={"through": through, "apart": round(apart, 1)},
        )

    def add_outage(self, problem: str) -> None:
        """Judge again, knowing that the site did not answer a plain request either, and why."""
        url = self.timeline.site
        self._judge_again(
            kind="outage",
            sentence=f"{url} is down: the customer got stuck, and a plain request failed too ({problem}).",
            data={"url": url},
        )

    def keep(self) -> None:
        """Write a journey that waited for it, with a picture of its end.

        Called before anybody goes on at the page. A page that went on by then, by itself or in a test's
        own hands, is not taken for the end: there is no picture.
        """
        if not self._waits:
            return
        web, self._waits = self._web, False
        if web.before_going_on == self.keep:
            web.before_going_on = lambda: None
        names = web.picture("end") if self._is_still_there() else ()
        moments = [
            replace(moment, evidence=names) if moment.sentence == _THE_END else moment
            for moment in self.timeline.moments
        ]
        self.timeline = replace(self.timeline, moments=tuple(moments))
        self._save()

    def failure(self) -> BaseException | None:
        """What the verdict amounts to as an error, without raising it; None when the company did well."""
        judged = self.judgement
        if judged is None or judged.verdict in ("served", "open"):
            return None
        if judged.verdict == "frustrated":
            return self._broken() if self._scene.strict else None
        if judged.verdict == "outage":
            return Outage(judged.headline)
        if judged.verdict == "inconclusive":
            return Inconclusive(judged.headline or judged.reason)
        return self._broken()

    def _judge_again(self, *, kind: str, sentence: str, data: Mapping[str, Any]) -> None:
        if self.judgement is None:
            return
        at = self.timeline.duration
        moment = Moment(at=at, kind=kind, actor="cxprobe", sentence=sentence, data=data)
        self.timeline = replace(self.timeline, moments=(*self.timeline.moments, moment))
        self.judgement = judge(self.timeline)
        self._save()

    def _broken(self) -> BrokenExpectation:
        assert self.judgement
        telling = self.judgement.broken or [
            f for f in self.judgement.findings if f.outcome in ("tolerated", "unproven")
        ]
        first = telling[0] if telling else None
        kind = BrokenExpectation.at(
            first.expectation if first else "nothing", first.step if first else self.goal
        )
        others = [f"- {finding.sentence}" for finding in telling]
        lines = [self.judgement.headline, *(others if len(others) > 1 else [])]
        if len(self._scene.day):
            lines.append(f"The day: {self._scene.day_told}.")
        return kind("\n".join(lines))

    def _explain(self, error: BaseException) -> None:
        """An error that is not ours to judge: a script that could not go on, or a browser that is gone."""
        if not _is_playwright(error):
            return
        if "has been closed" in str(error) or "crashed" in str(error):
            self._web.recorder.add("lost_browser", actor="cxprobe", sentence="The browser went away.")
            return
        first = str(error).splitlines()[0]
        self._web.recorder.add(
            "blocked",
            actor="cxprobe",
            sentence=f"The script could not go on: {first}",
            data={"reason": "script"},
        )

    def _is_still_there(self) -> bool:
        """Whether the page is the one that the journey ended at, and nothing was done at it since."""
        if not self._scene.kept_later:
            return True
        self._web.recorder.collect()
        return self._web.address == self._ended_at and not self._web.recorder.went_on(self._reports)

    def _end(self, *, pictured: bool) -> None:
        """Write down what happened; `pictured` says whether there is a picture of the end already."""
        web = self._web
        web.before_going_on()
        web.recorder.collect(final=True)
        if self.folder and web.address and not pictured:
            # Before anything is judged, whenever the picture is taken: verdicts look at the last moment.
            web.recorder.add("look", actor="cxprobe", sentence=_THE_END, data={"sought": "", "seen": True})
            self._waits, self._ended_at, self._reports = True, web.address, web.recorder.reported
        member, identity, scene = web.conditions.member, web.conditions.identity, self._scene
        self.timeline = Timeline(
            goal=self.goal,
            moments=web.recorder.moments(),
            title=scene.title or self.goal,
            touchpoint=self._touchpoint or scene.touchpoint,
            site=without_user_info(web.base_url),
            started=self._started.isoformat(timespec="milliseconds"),
            persona=member.persona,
            persona_title=member.title,
            customer={
                "told": member.told(),
                "story": member.story,
                "name": identity.name,
                "e-mail": identity.email,
                "locale": member.locale,
                "device": member.device,
                "connection": member.connection,
            },
            patience={
                "page": member.patience.page,
                "reply": member.patience.reply,
                "journey": member.patience.journey,
            },
            day=scene.day.to_json(),
            day_told=scene.day_told,
            seed=scene.seed,
            test=scene.test,
            duration=round(web.recorder.now(), 4),
        )
        if self._waits and scene.kept_later:
            web.before_going_on = self.keep
        elif self._waits:
            self.keep()
        else:
            self._save()

    def _save(self) -> None:
        if not self.folder or self._waits:
            return
        try:
            self.timeline.save(self.folder)
            self.unsaved = ""
        except OSError as error:
            # A full disk must not turn a served customer into a failure: it is said in the scorecard.
            self.unsaved = f"The journey could not be written to {self.folder}: {error.strerror or error}."


def slug(text: str) -> str:
    """A text as part of a file name: "a refund, now" gives "a-refund-now"."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "journey"


def _is_playwright(error: Any) -> bool:
    return any(kind.__module__.startswith("playwright.") for kind in type(error).__mro__)
