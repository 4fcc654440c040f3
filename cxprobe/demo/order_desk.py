"""The part of the chat's desk that sees to orders: finding them, refunding them, and handing them on."""

from __future__ import annotations

from datetime import date, timedelta

from cxprobe.demo.hearing import sounds
from cxprobe.demo.knowledge import REFUND_DAYS
from cxprobe.demo.promise import comes_on
from cxprobe.demo.store import Order
from cxprobe.demo.talk import ABOUT_AN_ORDER, BOT, PRIYA, QUESTIONS, TOM, Act, Speaker

LINE = 5.0  # seconds somebody waits in line
TOM_TAKES = 8.0  # seconds until Tom comes, where he was announced
CHECKING = 7.0  # seconds between two words of somebody who asks a colleague
PUSH = "While you're here, our premium filter subscription is 20% off today - shall I add it?"
MAY_I = "May I tell you how to keep limescale out of your next kettle?"
MANAGER = "I'm afraid I can't decide that myself. I'd have to ask my manager; please call again tomorrow."
_CHECKS = (
    "Let me check that with my colleague, one moment please.",
    "My colleague is looking at it, one moment more.",
    "Thank you for your patience, my colleague has nearly done.",
)


class OrderDesk(Speaker):
    """What is said about orders, and who says it."""

    def _about_an_order(self) -> list[Act]:
        if self.talk.script:
            return [*self._pushed(), *self._next_of_script()]
        if "no-personal-engagement" in self.switches and not self.talk.asked_history:
            self.talk.asked_history = True
            return self._ask("history", f"{self._regret()}Have you bought with us before?")
        if self.talk.number is None:
            return self._which_order()
        order = self.books.order(self.talk.number)
        if order is None:
            return self._no_such_order(self.talk.number)
        if "poor-listening" in self.alike and not self.talk.sure:
            return self._ask("sure", f"{self._regret()}So your order is {order.name}{self._comma}?")
        return self._refunded(order) if self.talk.topic == "refund" else self._located(order)

    def _which_order(self) -> list[Act]:
        """Ask for the order; who bought from this browser is asked to confirm their last one."""
        mine = self.books.orders(self.visitor)
        if mine and not (self.talk.lost or self.talk.sure) and "no-personal-engagement" not in self.switches:
            self.talk.number, self.talk.guessed = mine[-1].number, True
            what = mine[-1].lines[0].product.title
            asked = f"{self._regret()}Is it {mine[-1].name}, the {what}?"
            return [*self._pushed(), *self._ask("sure", asked)]
        about = "email" if self.talk.lost and self.talk.speaker != BOT else "number"
        return [*self._pushed(), *self._ask(about, f"{self._regret()}{QUESTIONS[about]}")]

    def _next_of_script(self) -> list[Act]:
        first, _, self.talk.script = self.talk.script.partition(" ")
        return self._ask(first, QUESTIONS[first])

    def _about_a_number(self) -> list[Act]:
        """What is said to who names an order and nothing else."""
        if self.named is None:
            return []
        order = self.books.order(self.named)
        if order is None:
            return self._no_such_order(self.named)
        if self.talk.introduced or sounds("greeting", self.text):
            return []
        return [self._say(f"Thank you{self._comma}. What can I do for you about order {order.name}?")]

    def _no_such_order(self, number: int) -> list[Act]:
        self.talk.number = None
        self.talk.lost = True
        self.talk.not_found += 1
        said = f"I'm sorry, I cannot find an order KC-{number}."
        if self.talk.not_found > 1 and self.talk.speaker == BOT:
            return self._offer_a_person(said)
        return self._ask("number", f"{said} Could you look at your receipt again and give me the number?")

    # -- refunds

    def _refunded(self, order: Order) -> list[Act]:
        if "limited-authority" in self.switches:
            return [self._say(f"{self._regret()}{MANAGER}")]
        before = self.books.cases.refund_of(order.number, self.visitor)
        if before:
            return self._refunded_before(order, *before)
        checks = self._checks() if "limited-authority" in self.alike else []
        pushes = self._pushed()
        settled = [Act("refund", order=order.number), self._say(self._refund_told(order))]
        afterwards = self._afterwards(order)
        self._settled()
        if pushes:
            self.talk.asking = "push"
            return [*checks, *pushes, *settled, *afterwards, *pushes]
        more = self._ask_more()
        if "pushy-selling" in self.alike:
            self.talk.asking = "leave"
            return [*checks, *settled, *afterwards, self._say(MAY_I), *more]
        return [*checks, *settled, *afterwards, *more]

    def _refunded_before(self, order: Order, amount: int, day: date) -> list[Act]:
        """What is said to who asks for the same money again."""
        words = self.knows.words
        by = words.day(_working_days_after(day, REFUND_DAYS))
        said = (
            f"Order {order.name} was refunded on {words.day(day)}{self._comma}: {words.money(amount)} "
            f"to your card, which you will see by {by}. Your reference is {reference(order)}."
        )
        self._settled()
        return [self._say(said), *self._ask_more()]

    def _refund_told(self, order: Order) -> str:
        words = self.knows.words
        by = words.day(_working_days_after(self.knows.day, REFUND_DAYS))
        return (
            f"{self._opening(order)} I have refunded {words.money(order.bill.total)} to your card; "
            f"you will see it within {REFUND_DAYS} working days, by {by}. "
            f"Your reference is {reference(order)}."
        )

    def _opening(self, order: Order) -> str:
        if self.talk.sorry:
            return f"Thank you{self._comma}."
        self.talk.sorry = True
        noun = order.lines[0].product.noun
        trouble = f"your {noun} arrived broken" if self.talk.broken else "it was not right for you"
        return f"I'm sorry {trouble}{self._comma}."

    def _afterwards(self, order: Order) -> list[Act]:
        """What happens next: sending it back, and the mail that comes."""
        told: list[str] = []
        if order.delivered:
            days = self.knows.return_deadline(order.delivered)
            told.append(f"There is no hurry to send it back: you have {days}.")
        if self.mail:
            told.append(f"You will get a confirmation by e-mail {self.mail}.")
        return [self._say(" ".join(told))] if told else []

    def _checks(self) -> list[Act]:
        words = [(self._say(said), Act("pause", seconds=CHECKING)) for said in _CHECKS]
        return [act for pair in words for act in pair]

    def _pushed(self) -> list[Act]:
        pushy = "pushy-selling" in self.switches and self.talk.topic == "refund"
        return [self._say(PUSH)] if pushy else []

    # -- where it is

    def _located(self, order: Order) -> list[Act]:
        sorry, day = self._regret(), self.knows.words.day
        name = "" if sorry else self._comma
        if order.delivered:
            said = f"Order {order.name} was delivered on {day(order.delivered)}{name}."
            said += " If you cannot find it, say so, and I refund it." if sorry else ""
        else:
            by = day(comes_on(order.promised, self.switches, self.alike))
            how = "is being packed" if order.placed.date() >= self.knows.day else "is on its way"
            said = f"Order {order.name} {how}{name}. It will be delivered by {by}."
        self._settled()
        return [self._say(f"{sorry}{said}"), *self._ask_more()]

    # -- passing on

    def _hand_over(self) -> list[Act]:
        wished = "Of course, I'm passing you to Priya, who knows our kettles best."
        said = wished if "limited-expertise" in self.alike else "Let me pass you to a colleague."
        return [self._say(said), *self._pass_to(PRIYA)]

    def _know_nothing(self) -> list[Act]:
        acts: list[Act] = []
        if self.talk.speaker == BOT:
            acts = [self._say("I don't know, let me pass you on."), *self._line_to(PRIYA)]
        return [*acts, self._say("I don't know, let me pass you on to Tom."), *self._pass_to(TOM)]

    def _pass_to(self, colleague: str) -> list[Act]:
        acts = self._line_to(colleague)
        self.talk.asking = ""
        if self.talk.topic or self._specified():
            if "limited-expertise" in self.switches and colleague != TOM:
                return [*acts, *self._know_nothing()]
            if "poor-listening" in self.switches and self.talk.topic in ABOUT_AN_ORDER:
                self.talk.script = "number email number email"
            hello = f"Hello{self._comma}, I'm {colleague}. I have read what you wrote."
            return [*acts, self._say(hello), *self._reply_to_topic()]
        return [*acts, self._say(f"Hello{self._comma}, I'm {colleague}. How can I help?")]

    def _line_to(self, colleague: str) -> list[Act]:
        self.talk.speaker = colleague
        return [
            Act("notice", text=f"You are number 1 in the line, about {LINE:.0f} seconds."),
            Act("pause", seconds=LINE),
            Act("notice", text=f"You are now talking to {colleague}."),
        ]

    def _somebody_comes(self) -> list[Act]:
        """A person instead of the bot, announced and there in time."""
        who, seconds = (PRIYA, LINE) if "dont-care" in self.alike else (TOM, TOM_TAKES)
        said = "A colleague" if who == PRIYA else "We are passing you to Tom. He"
        self.talk.speaker = who
        return [
            Act("notice", text=f"{said} will be with you in about {seconds:.0f} seconds."),
            Act("pause", seconds=seconds),
            Act("notice", text=f"You are now talking to {who}."),
        ]

    def _reply_to_topic(self) -> list[Act]:
        raise NotImplementedError


def reference(order: Order) -> str:
    """'RF-2001', the number of an order's refund."""
    return f"RF-{order.number + 1000}"


def _working_days_after(day: date, days: int) -> date:
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
