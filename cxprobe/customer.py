"""A customer: a persona's member on a day, with limited patience, on a journey that is judged once.

The verbs are few and by meaning. Running out of patience ends the journey's block, not the test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from cxprobe.channels.chat import Chat
from cxprobe.channels.shop import Shop
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
from cxprobe.judging import standards
from cxprobe.judging.expectations import Expectation
from cxprobe.judging.findings import Expected, flat
from cxprobe.judging.verdict import Judgement, judge
from cxprobe.people.day import Day
from cxprobe.people.identity import Identity
from cxprobe.settings import load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page


def standard(name: str) -> tuple[Expectation, ...]:
    """The expectations of the company's own standard of that name, as `standards.toml` has them.

    Raises UnknownStandard with the nearest name, InvalidStandards where the file cannot be meant.
    """
    return standards.standard(name, load_settings(Path.cwd()).standards_file())


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
    strict: bool = False
    site: Mapping[str, str] = field(default_factory=dict)


class Customer:
    """Somebody who visits a company; `wants` opens a journey, the verbs are what they do on it."""

    def __init__(self, web: Web, scene: Scene) -> None:
        self.scene = scene
        self.journeys: list[Journey] = []
        self._web = web
        self._shop = Shop(web, self.identity)
        self._chat: Chat | None = None

    def __repr__(self) -> str:
        return f"<Customer {self._web.conditions.member.title} on {self.scene.day_told}>"

    @property
    def identity(self) -> Identity:
        """Who they are today: name, address, mail, phone and test card, fresh for every visit."""
        return self._web.conditions.identity

    @property
    def knows(self) -> dict[str, str]:
        """What they can tell when asked, label to value."""
        open_journey = self.journeys[-1].knows if self.journeys else {}
        return {**self.identity.known(), **self._web.conditions.member.knows, **open_journey}

    @property
    def page(self) -> Page:
        """The Playwright page in front of the customer: what a test does with it is recorded alike."""
        return self._web.page

    @property
    def site(self) -> Mapping[str, str]:
        """The `[site]` table of the settings: what a scenario should look for on this site."""
        return self.scene.site

    def wants(
        self,
        goal: str,
        *,
        knows: Mapping[str, str] | None = None,
        expects: Expected | None = None,
        touchpoint: str = "",
    ) -> Journey:
        """A journey towards a goal, to be used as a `with` block and judged once afterwards.

        `knows` are facts this customer can tell, label to value; with `expects` the journey is judged
        on leaving the block.
        """
        journey = Journey(
            self._web, self.scene, goal, dict(knows or {}), expects, touchpoint, len(self.journeys)
        )
        self.journeys.append(journey)
        return journey

    def open(self, address: str = "/") -> None:
        """Open an address of the site."""
        self._web.open(address)

    def press(self, label: str) -> None:
        """Press the control of this name: a button, a link, a tab."""
        self._web.press(label)

    def fill(self, label: str, value: str) -> None:
        """Type a value into the field of this label, as this customer's hands do."""
        self._web.fill(label, value)

    def choose(self, label: str, option: str = "") -> None:
        """Choose an option of a list, or tick the box or tile of this name."""
        self._web.choose(label, option)

    def see(self, text: str) -> str:
        """Wait for these words to be seen, and give the line they stand in; impatient customers leave."""
        return self._web.see(text)

    def sees(self, text: str) -> bool:
        """Whether these words can be seen right now."""
        return self._web.sees(text)

    def say(self, text: str) -> str:
        """Say something in the chat, opening it if need be; gives the reply, "" if none came in time."""
        chat = self._chat or self.open_chat()
        chat.say(text)
        return chat.hear()

    def open_chat(self) -> Chat:
        """Open the site's chat window; gives the conversation."""
        goal = self.journeys[-1].goal if self.journeys else "help"
        member = self._web.conditions.member
        self._chat = Chat(self._web, goal, self.knows, member.does_not_know)
        self._chat.open()
        return self._chat

    def look_for(self, words: str) -> str:
        """Search for something and open what fits best; gives its name."""
        return self._shop.look_for(words)

    def add_to_basket(self) -> None:
        """Put what is on the page into the basket."""
        self._shop.add_to_basket()

    def use_promo(self, code: str) -> bool:
        """Type a promo code in and apply it; whether the money says that it worked."""
        return self._shop.use_promo(code)

    def check_out(self) -> str:
        """Buy what is in the basket as a guest; gives the order number that was seen."""
        return self._shop.check_out()

    def settled(self, what_was_seen: str) -> None:
        """Say that the goal is reached, and by what could be seen; never assumed for you."""
        self._web.recorder.add(
            "resolved",
            quote=what_was_seen,
            sentence=f'Sees that it is settled: "{what_was_seen}"',
            data={"by": "customer"},
        )

    def leave(self) -> None:
        """End the visit: close the browser context."""
        self._web.close()


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

    def __enter__(self) -> Journey:
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
        self._end(with_picture=not ended)
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

    def _end(self, *, with_picture: bool) -> None:
        web = self._web
        web.recorder.collect(final=True)
        if with_picture and self.folder:
            names = web.picture("end")
            if names:
                web.recorder.add(
                    "look",
                    actor="cxprobe",
                    sentence="This is the last the customer saw.",
                    evidence=names,
                    data={"sought": "", "seen": True},
                )
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
        self._save()

    def _save(self) -> None:
        if not self.folder:
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
