"""A visit: one customer sent to a site with a goal and no test, and what came of it.

The mystery shopper behind `cxprobe visit`. It goes no further than manners allow, sends the control
customer where nothing seen proves a failure, and gives all it saw as plain data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cxprobe.channels.mailbox import open_mailbox
from cxprobe.customer import Customer, Journey, Scene, slug
from cxprobe.errors import BrokenExpectation, Inconclusive, MailboxClosed, Outage, UsageError, did_you_mean
from cxprobe.judging.expectations import Expectation, dead_ends, errors_met, resolved
from cxprobe.judging.standards import load_standards
from cxprobe.people.day import Day
from cxprobe.people.identity import RESERVED_DOMAINS, fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.settings import Level, Settings, address, bundled, on_this_machine

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers
    from cxprobe.journey.moments import Moment

EXITS: Mapping[str, int] = {
    "served": 0, "open": 0, "frustrated": 0, "lost": 1, "outage": 1, "unproven": 3, "inconclusive": 3,
}  # fmt: skip
"""The exit code of each verdict; 2 is a mistake in what was typed."""
CONTROL = "ordinary"
"""The persona of the control customer."""
PLAIN = (resolved(), errors_met(at_most=0, at_worst=2), dead_ends(at_most=0, at_worst=1))
"""What is expected at a touchpoint that nobody has set a standard for."""
_TOUCHPOINTS = {"buy": "checkout", "browse": "search", "contact": "contact", "return": "returns"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody asked for: where to go, what for, as whom, and how far."""

    url: str
    goal: str
    want: str = ""
    """What to look for; "" for whatever is for sale."""
    persona: str = ""
    promo: str = ""
    leave: Level | None = None
    """The most that may be left there; None for what the settings say, and anything on this machine."""
    misfortunes: tuple[str, ...] = ()
    device: str = ""
    order: str = ""
    """The order number that tracking and returns are about."""
    email: str = ""
    """The mail address that order was placed with; "" for the customer's own."""
    out: Path | None = None


@dataclass(slots=True)
class Visit:
    """One visit as it went."""

    plan: Plan
    journey: Journey
    facts: dict[str, Any] = field(default_factory=dict)
    """What the goal gave: order number, what the code did, what was opened."""

    @property
    def verdict(self) -> str:
        """The verdict on the journey."""
        return self.journey.judgement.verdict if self.journey.judgement else "inconclusive"

    @property
    def exit_code(self) -> int:
        """0 served or frustrated, 1 lost or an outage, 3 where we could not tell."""
        return EXITS[self.verdict]

    def to_json(self) -> dict[str, Any]:
        """Everything about the visit as plain JSON values; times in seconds."""
        judged, timeline = self.journey.judgement, self.journey.timeline
        assert judged is not None
        return {
            "version": 1,
            "verdict": self.verdict,
            "exit_code": self.exit_code,
            "headline": judged.headline,
            "reason": judged.reason,
            "goal": self.plan.goal,
            "goal_reached": bool(timeline.of("resolved")),
            "site": timeline.site,
            "persona": timeline.persona,
            "day": timeline.day,
            "steps": [_step(moment) for moment in timeline.moments if moment.kind == "step"],
            "findings": [_finding(found) for found in judged.findings],
            "in_the_way": in_the_way(timeline.moments),
            "money": [_plain(moment) for moment in timeline.moments if moment.kind in ("money", "mismatch")],
            "promises": [found.sentence for found in judged.open],
            "timings": {
                "waited": judged.waited,
                "human": judged.human,
                "to_resolution": judged.total,
                "on_the_clock": timeline.duration,
            },
            **self.facts,
            "folder": str(self.journey.folder or ""),
        }


def visit(plan: Plan, settings: Settings, browsers: Browsers, tell: Callable[[str], object]) -> Visit:
    """Send one customer, and the control customer where that is needed; `tell` hears every step.

    Raises UsageError for a plan that cannot be meant: an unknown goal, persona or misfortune, no
    address, or a trace that settings do not allow.
    """
    _check(plan, settings)
    made = _attempt(plan, settings, browsers, tell)
    judged = made.journey.judgement
    if judged and judged.needs_control and (plan.persona or settings.persona) != CONTROL:
        tell("Nothing seen proves that it is the company's doing: the control customer goes and looks.")
        began = made.journey.timeline.started
        beside = plan.out and plan.out / "control"
        plain = replace(plan, persona=CONTROL, misfortunes=(), device="", out=beside)
        control = _attempt(plain, settings, browsers, tell)
        apart = datetime.fromisoformat(control.journey.timeline.started) - datetime.fromisoformat(began)
        made.journey.add_control(through=EXITS[control.verdict] == 0, apart=apart.total_seconds())
    return made


def in_the_way(moments: tuple[Moment, ...]) -> list[dict[str, Any]]:
    """What got in a customer's way, in order: errors, dead ends, contradictions, where we stopped."""
    kinds = ("error", "dead_end", "rage", "mismatch", "gave_up", "blocked", "outage")
    return [_plain(moment) for moment in moments if moment.kind in kinds]


def host_of(url: str) -> str:
    """The host of an address as part of a file name."""
    return slug(urlsplit(url).netloc)


def _check(plan: Plan, settings: Settings) -> None:
    try:
        address(plan.url)
    except ValueError as error:
        raise UsageError(f"{error}. Type for example: cxprobe visit https://shop.example") from None
    if plan.goal not in GOALS:
        raise UsageError(f"No goal {plan.goal!r}.{did_you_mean(plan.goal, GOALS)}")
    for each in plan.misfortunes:
        if each not in CATALOGUE:
            raise UsageError(f"No misfortune {each!r}.{did_you_mean(each, CATALOGUE)}")
    find_persona(plan.persona or settings.persona, settings.persona_folders())
    allowed = settings.trace_level(plan.url)
    if plan.leave is not None and plan.leave > allowed:
        raise UsageError(
            f'--leave {plan.leave} is further than a customer may go on {plan.url}: "{allowed}". '
            f'To allow it, write level = "{plan.leave}" under [trace] in cxprobe.toml.'
        )


def _attempt(plan: Plan, settings: Settings, browsers: Browsers, tell: Callable[[str], object]) -> Visit:
    customer = _arrive(plan, settings, browsers, tell)
    level = customer.level
    wanted = _GOAL_TOLD[plan.goal](plan, level)
    journey = customer.wants(wanted, knows={"order number": plan.order} if plan.order else None)
    made = Visit(plan, journey)
    try:
        with journey:
            customer.open(plan.url)
            GOALS[plan.goal](customer, plan, made.facts)
    except Exception:
        if not journey.timeline.of("blocked", "lost_browser"):
            raise  # else the browser could not go on, and the journey says why
    finally:
        customer.leave()
    with suppress(BrokenExpectation, Inconclusive, Outage):  # the judgement says it better
        journey.expect(*_expectations(plan, settings))
    return made


def _arrive(plan: Plan, settings: Settings, browsers: Browsers, tell: Callable[[str], object]) -> Customer:
    persona = find_persona(plan.persona or settings.persona, settings.persona_folders())
    seed = int(datetime.now(UTC).timestamp())
    member = persona.draw(seed)
    member = replace(member, device=plan.device) if plan.device else member
    day = Day.of({each: CATALOGUE[each].values[-1] for each in plan.misfortunes})
    identity = fresh_identity(member.locale, mailbox=settings.mailbox)
    identity = replace(identity, email=plan.email) if plan.email else identity
    parts = urlsplit(plan.url)
    web = browsers.visit(day.conditions(member, identity, CATALOGUE), f"{parts.scheme}://{parts.netloc}")
    if plan.leave is not None:
        web.manners.level = min(plan.leave, web.manners.level)
    web.recorder.listener = lambda moment: _tell(moment, tell)
    title = f"{_TITLES[plan.goal]} on {parts.netloc}"
    return Customer(
        web,
        Scene(
            title=title,
            touchpoint=_TOUCHPOINTS[plan.goal],
            day=day,
            day_told=day.told(CATALOGUE),
            seed=seed,
            folder=plan.out,
            site=settings.site,
            mailbox=settings.mail_to_read(),
        ),
    )


def _tell(moment: Moment, tell: Callable[[str], object]) -> None:
    if moment.kind in _TOLD:
        tell(f"{moment.at:6.1f} s  {moment.sentence}")


_TOLD = ("step", "resolved", "gave_up", "blocked", "mismatch", "money", "mail", "no_mail", "outage")
"""Kinds of moments that are told as they happen."""


def _expectations(plan: Plan, settings: Settings) -> tuple[Expectation, ...]:
    """The company's own standard for the touchpoint, else the one that comes with cxprobe, else ours."""
    name = _TOUCHPOINTS[plan.goal]
    for file in (settings.standards_file(), bundled("scenarios") / "standards.toml"):
        found = load_standards(file).get(name)
        if found:
            # Whoever sends a customer wants to know whether they got there, whatever else is standard.
            named = any(each.name == "resolved" for each in found)
            return found if named else (resolved(), *found)
    return PLAIN


# -- goals ------------------------------------------------------------------------------------


def _buy(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    facts["opened"] = customer.look_for(plan.want)
    customer.add_to_basket()
    if customer.level < Level.message:
        _fill_basket_only(customer, plan, facts)
        return
    facts["order_number"] = customer.check_out(promo=plan.promo, pay=customer.level >= Level.pay)
    _tell_promo(customer, plan, facts)
    if facts["order_number"] and _mail_can_come(customer, plan):
        mail = customer.read_mail("order")
        facts["mail"] = mail.subject if mail else ""


def _mail_can_come(customer: Customer, plan: Plan) -> bool:
    """Whether a mail to this customer could be seen; that none can be spoils no order that was placed."""
    where, address = customer.scene.mailbox, customer.identity.email
    if not where or (address.rpartition("@")[2] in RESERVED_DOMAINS and not on_this_machine(plan.url)):
        return False
    try:
        with closing(open_mailbox(where)) as mailbox:
            mailbox.since(datetime.now(UTC), address)
    except (MailboxClosed, UsageError):
        return False
    return True


def _fill_basket_only(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    customer.open_basket()
    if plan.promo:
        customer.use_promo(plan.promo)
        _tell_promo(customer, plan, facts)
    if customer.bill.due:
        customer.settled(customer.bill.due.quote)


def _tell_promo(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    if plan.promo:
        outcome = customer.promo
        facts["promo"] = (
            {
                "code": plan.promo,
                "outcome": outcome.kind,
                "reason": outcome.reason,
                "sentence": outcome.sentence,
            }
            if outcome
            else {"code": plan.promo, "outcome": "not-tried", "sentence": "No place for a code was found."}
        )


def _browse(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    facts["opened"] = customer.look_for(plan.want)
    customer.settled(facts["opened"])


def _contact(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    answer = customer.write_to_them(plan.want or "I have a question about delivery. How long does it take?")
    facts["answer"] = answer
    if answer:
        customer.settled(answer)


def _return(customer: Customer, plan: Plan, facts: dict[str, Any]) -> None:
    facts["policy"] = customer.find("the returns policy")
    if not plan.order or customer.level < Level.message:
        customer.settled(facts["policy"])
        return
    facts["answer"] = customer.return_item(plan.order)
    if facts["answer"]:
        customer.settled(facts["answer"])


GOALS: Mapping[str, Callable[[Customer, Plan, dict[str, Any]], None]] = {
    "buy": _buy, "browse": _browse, "contact": _contact, "return": _return,
}  # fmt: skip
"""What a visit can be for."""
_TITLES = {"buy": "Buying", "browse": "Looking around", "contact": "Getting in touch", "return": "Returning"}
_GOAL_TOLD: Mapping[str, Callable[[Plan, Level], str]] = {
    "buy": lambda plan, level: (
        f"to buy {plan.want or 'something'}"
        if level >= Level.pay
        else f"to get as far as paying for {plan.want or 'something'}"
        if level >= Level.message
        else f"to put {plan.want or 'something'} into the basket"
    ),
    "browse": lambda plan, level: f"to find {plan.want or 'something to buy'}",
    "contact": lambda plan, level: "to ask the company something",
    "return": lambda plan, level: (
        "to return an order" if plan.order and level >= Level.message else "to find the returns policy"
    ),
}


# -- plain data -------------------------------------------------------------------------------


def _step(moment: Moment) -> dict[str, Any]:
    return {"at": round(moment.at, 2), "sentence": moment.sentence, "why": moment.data.get("why", "")}


def _plain(moment: Moment) -> dict[str, Any]:
    return {
        "at": round(moment.at, 2),
        "kind": moment.kind,
        "sentence": moment.sentence,
        "quote": moment.quote,
        "pictures": list(moment.evidence),
        **json.loads(json.dumps(dict(moment.data), default=str)),
    }


def _finding(found: Any) -> dict[str, Any]:
    return {
        "expectation": found.expectation,
        "outcome": found.outcome,
        "sentence": found.sentence,
        "measured": found.measured,
    }
