"""One Allure result from the stories of one test: in words, with moments as steps, without code.

Allure shows the error first, so it is one plain sentence; day, customer and seed are excluded parameters,
so that every night continues one history; the persona is not, or two personas would be retries of one.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from allure_commons import plugin_manager
from allure_commons.model2 import Attachment, Label, Parameter, StatusDetails, TestResult, TestStepResult

from cxprobe.journey.clock import told
from cxprobe.journey.timeline import FILE_NAME
from cxprobe.report import words
from cxprobe.report.hunted import FILE_NAME as HUNT_FILE
from cxprobe.report.hunted import Hunt
from cxprobe.report.overview import attached_name
from cxprobe.report.pages import journey_page
from cxprobe.report.story import Chapter, Line, Story, media_type

STATUSES = {
    "served": "passed",
    "frustrated": "passed",
    "open": "passed",
    "lost": "failed",
    "unproven": "failed",
    "outage": "failed",
    "inconclusive": "skipped",
    "error": "broken",
}
"""Allure's status for each verdict; `unproven` is judged only where the test asks for it."""
SEVERITIES = {"outage": "blocker", "lost": "critical", "frustrated": "minor"}
"""How grave a verdict is, where the test says nothing itself; all others are normal."""
_WORST_FIRST = ("broken", "failed", "skipped", "passed")


def fill(
    result: TestResult,
    stories: Sequence[Story],
    *,
    status: str | None = None,
    message: str | None = None,
) -> None:
    """Complete an Allure result from the stories of one test, keeping what the test itself added.

    The status follows the worst verdict and the message is the first headline, unless they are given.
    Attachments are written through Allure's own hooks.
    """
    worst = max(stories, key=lambda story: words.badness(story.judgement.verdict))
    hunt = next((story.hunt for story in stories if story.hunt), None)
    result.name = stories[0].title + (f", with {hunt.day_told}" if hunt and hunt.day_told else "")
    result.status = status or min(map(_status, stories), key=_WORST_FIRST.index)
    result.description, result.descriptionHtml = None, "".join(map(_description, stories))
    result.start, result.stop = _times(stories, result)
    said = message or _message(worst)
    trace = "\n\n".join(_findings(story) for story in stories if story.judgement.findings)
    result.statusDetails = StatusDetails(message=said, trace=trace or None) if said else None
    _label(result, stories, worst)
    result.parameters[:0] = _parameters(stories, taken={each.name for each in result.parameters})
    if hunt:
        result.steps.insert(0, _hunt(hunt, result))
    for story in stories:
        _tell(result, story, apart=len(stories) > 1)


def _status(story: Story) -> str:
    return STATUSES.get(story.judgement.verdict, "broken")


def _message(story: Story) -> str:
    """One plain sentence: nothing for a journey without trouble."""
    if story.judgement.verdict == "served":
        return ""
    if story.judgement.verdict == "inconclusive":
        return words.capital(words.safe(story.judgement.reason or story.judgement.headline))
    return words.safe(story.judgement.headline) or story.look_at


def _findings(story: Story) -> str:
    """Every finding in words, worst first, a line each."""
    lines = []
    for found in story.findings:
        measured = f" ({words.safe(found.measured)})" if found.measured else ""
        lines.append(f"{words.OUTCOMES[found.outcome].symbol} {words.finding(found)}{measured}")
    return "\n".join([f"{story.title}: what was expected, and what happened", *lines])


def _description(story: Story) -> str:
    """Who came, on what day, for what, and how it ended, as HTML with everything escaped."""
    timeline, judgement = story.timeline, story.judgement
    lines = [
        f"{story.who} came for {words.safe(timeline.goal)}. The day: {words.safe(timeline.day_told)}.",
        words.safe(timeline.customer.get("story", "")),
        f"Verdict: {judgement.verdict}. {words.safe(judgement.headline)}",
        f"Time to resolution: {story.time_told}. {_felt(judgement.feeling.level)}",
    ]
    return "".join(f"<p>{html.escape(words.capital(line))}</p>" for line in lines if line)


def _felt(level: str) -> str:
    return "How it felt is not known." if level == "not known" else f"It felt {level}."


def _times(stories: Sequence[Story], result: TestResult) -> tuple[int | None, int | None]:
    """When the first journey started and the last ended, in milliseconds of Unix time."""
    starts = [_started(story, 0) for story in stories]
    if not all(starts):
        return result.start, result.stop
    return min(starts), max(
        s + _ms(story.timeline.duration) for s, story in zip(starts, stories, strict=True)
    )


def _started(story: Story, otherwise: int) -> int:
    try:
        return _ms(datetime.fromisoformat(story.timeline.started).timestamp())
    except ValueError:
        return otherwise


def _ms(length: float) -> int:
    return round(length * 1000)


def _label(result: TestResult, stories: Sequence[Story], worst: Story) -> None:
    """Feature, story and severity, unless the test names its own; a tag where it was hard going."""
    own = {label.name for label in result.labels}
    wanted = {
        "feature": stories[0].touchpoint,
        "story": words.capital(words.safe(stories[0].timeline.goal)),
        "severity": "blocker" if _relapsed(stories) else SEVERITIES.get(worst.judgement.verdict, "normal"),
    }
    tags = {"relapse"} if _relapsed(stories) else set()
    tags |= {story.judgement.verdict for story in stories} & {"frustrated", "open", "outage"}
    labels = [(name, value) for name, value in wanted.items() if name not in own and value]
    labels += [("tag", tag) for tag in sorted(tags)]
    result.labels.extend(Label(name=name, value=value) for name, value in labels)


def _relapsed(stories: Sequence[Story]) -> bool:
    return any(story.hunt.relapsed for story in stories if story.hunt)


def _hunt(hunt: Hunt, result: TestResult) -> TestStepResult:
    """What the search of days came to, as a step with a step for each thing to say."""
    steps = [TestStepResult(name=f"{name}: {said}", status="passed") for name, said in hunt.rows]
    title = "The worst day" if hunt.broke else "The days explored"
    status = "failed" if hunt.broke else "passed"
    whole = TestStepResult(name=title, status=status, steps=steps, start=result.start, stop=result.start)
    for step in steps:
        step.start = step.stop = result.start
    return whole


def _parameters(stories: Sequence[Story], taken: set[str]) -> list[Parameter]:
    """The persona by its name (part of the history), and day, customer and seed in words (not part of it)."""
    persona = Parameter(name="persona", value=_all(stories, lambda story: story.timeline.persona))
    of_the_day = {
        "day": _all(stories, lambda story: story.timeline.day_told),
        "customer": _all(stories, _customer),
        "seed": _all(stories, lambda story: story.timeline.seed),
    }
    excluded = [Parameter(name=name, value=value, excluded=True) for name, value in of_the_day.items()]
    return [each for each in [persona, *excluded] if each.value and each.name not in taken]


def _all(stories: Sequence[Story], what: Callable[[Story], object]) -> str:
    """What is true of the stories, each said once."""
    return "; ".join(dict.fromkeys(filter(None, (words.safe(what(story)) for story in stories))))


def _customer(story: Story) -> str:
    """The identity's name, when the timeline holds one."""
    customer = story.timeline.customer
    identity = customer.get("identity")
    return words.safe((identity if isinstance(identity, dict) else customer).get("name") or "")


def _tell(result: TestResult, story: Story, *, apart: bool) -> None:
    """A story's chapters as steps, its pictures with them, and its page and journey as attachments."""
    start = _started(story, result.start or 0)
    prefix = str(uuid4())
    written = {name: _attach(prefix, name, path) for name, path in story.pictures.items()}
    steps = [_chapter(chapter, start, written) for chapter in story.chapters]
    files = [
        _attach_text(prefix, "journey.html", "The whole journey", journey_page(story), "text/html"),
        _attach_text(prefix, FILE_NAME, "The journey as data", _data(story), "application/json"),
    ]
    if story.hunt:
        told = json.dumps(story.hunt.plain, ensure_ascii=False, indent=1)
        files.append(_attach_text(prefix, HUNT_FILE, "The search of days as data", told, "application/json"))
    if apart:
        name = f"{story.who}: {words.safe(story.timeline.goal)}"
        whole = TestStepResult(name=name, status=_status(story), steps=steps, attachments=files)
        whole.start, whole.stop = start, start + _ms(story.timeline.duration)
        result.steps.append(whole)
    else:
        result.steps.extend(steps)
        result.attachments.extend(files)


def _chapter(chapter: Chapter, start: int, written: dict[str, Attachment]) -> TestStepResult:
    steps = [_step(line, start, written) for line in chapter.lines]
    felt = f" ({told(chapter.felt)})" if chapter.felt else ""
    status = "failed" if chapter.broken else "passed"
    return TestStepResult(
        name=chapter.title + felt, status=status, steps=steps, start=steps[0].start, stop=steps[-1].stop
    )


def _step(line: Line, start: int, written: dict[str, Attachment]) -> TestStepResult:
    begun = start + _ms(line.moment.at)
    step = TestStepResult(name=words.with_quote(line.moment), start=begun, stop=begun + _ms(line.waited))
    step.status = "failed" if line.outcome == "broken" else "passed"
    if line.findings:
        step.statusDetails = StatusDetails(message=" ".join(map(words.finding, line.findings)))
    step.attachments = [written[name] for name in line.pictures if name in written]
    return step


def _data(story: Story) -> str:
    return json.dumps(story.timeline.to_json(), ensure_ascii=False, indent=1)


def _attach(prefix: str, name: str, path: Path) -> Attachment:
    source = attached_name(prefix, name)
    plugin_manager.hook.report_attached_file(source=str(path), file_name=source)
    return Attachment(name="What the customer saw", source=source, type=media_type(path))


def _attach_text(prefix: str, name: str, title: str, text: str, kind: str) -> Attachment:
    source = attached_name(prefix, name)
    plugin_manager.hook.report_attached_data(body=text.encode("utf-8", "replace"), file_name=source)
    return Attachment(name=title, source=source, type=kind)
