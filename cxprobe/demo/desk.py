"""What the chat answers: a conversation's state and what was said in, acts out; no clock, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cxprobe.demo.hearing import (
    order_number,
    product_in,
    rating_in,
    sounds,
    specification_in,
    topic_of,
    topics_of,
)
from cxprobe.demo.order_desk import OrderDesk
from cxprobe.demo.store import SAMPLE_ORDER
from cxprobe.demo.talk import ABOUT_AN_ORDER, BOT, QUESTIONS, TOM, Act
from cxprobe.demo.words import Words

GOODBYE = "Thank you for talking to us{name}. Good-bye, and enjoy your tea!"


class Desk(OrderDesk):
    """One answer in the making."""

    def answer(self) -> list[Act]:
        """What follows from what was said; the conversation is brought up to date."""
        asked = self.talk.asking
        self._listen(asked)
        if self.talk.silent:
            return []
        if not self._small_talk():
            if "dont-care" in self.switches:
                return self._silence("A colleague will be with you in a moment.")
            if "handed-into-silence" in self.switches and self._has_a_matter():
                return self._silence("I'm passing you to Tom, who can see to this.")
        if self.talk.speaker == BOT and self._people_first:
            return [*self._somebody_comes(), *self._go_on(asked)]
        return self._go_on(asked)

    def greeting(self, words: Words) -> Act:
        """The first words, by name where the visitor is known; nobody's where people answer first."""
        self._recognise()
        name = self._name()
        told = words.talk("greeting_known" if name else "greeting", name=name)
        return Act("notice", text=told) if self._people_first else Act("say", BOT, told)

    def welcome_back(self) -> list[Act]:
        """The first words of a conversation that goes on after a reload; none when nothing was said yet."""
        if not (self.talk.topic or self.talk.number or self.talk.asked_how or self.talk.unclear):
            return []
        still = f" about order KC-{self.talk.number}" if self.talk.number else ""
        return [self._say(f"Welcome back{self._comma}. I still have all you told me{still}; please go on.")]

    @property
    def _people_first(self) -> bool:
        return "dont-care" in self.alike or "handed-into-silence" in self.alike

    def _go_on(self, asked: str) -> list[Act]:
        if sounds("human", self.text) and self.talk.speaker == BOT:
            return self._hand_over()
        self.talk.asking = ""
        return self._reply_to_question(asked) or self._reply_to_topic()

    def _small_talk(self) -> bool:
        return bool(not self.talk.topic and not sounds("human", self.text) and sounds("greeting", self.text))

    def _has_a_matter(self) -> bool:
        return bool(self.talk.topic or sounds("human", self.text) or self._specified())

    def _silence(self, said: str) -> list[Act]:
        self.talk.silent = True
        return [self._say(said)]

    # -- replying

    def _reply_to_question(self, asked: str) -> list[Act]:
        replies: Mapping[str, Callable[[], list[Act]]] = {
            "number": self._after_asking_number,
            "email": self._after_asking_email,
            "person": self._after_offering_a_person,
            "sure": self._after_confirming,
            "leave": self._after_asking_leave,
            "push": self._after_push,
            "more": self._after_anything_else,
        }
        return replies[asked]() if asked in replies else []

    def _after_asking_number(self) -> list[Act]:
        if self.talk.number is not None or self.talk.script or self.talk.topic not in ABOUT_AN_ORDER:
            return []
        if sounds("unknown", self.text) or sounds("no", self.text):
            self.talk.lost = True
            if self.talk.speaker != BOT:
                return self._about_an_order()
            return self._ask("person", "That is no trouble. Shall I pass you to a colleague who can find it?")
        self.talk.not_found += 1
        if self.talk.not_found > 1 and self.talk.speaker == BOT:
            return self._offer_a_person("I'm sorry, I still could not find an order number in that.")
        said = "I'm sorry, I could not find an order number in that."
        return self._ask("number", f"{said} It begins with KC and is in your receipt. What is it, please?")

    def _after_asking_email(self) -> list[Act]:
        if self.talk.number is None and not self.talk.script:
            mine = self.books.orders(self.visitor)
            self.talk.number = mine[-1].number if mine else SAMPLE_ORDER
            self._recognise()
        return []

    def _after_confirming(self) -> list[Act]:
        """Go on with the order that was confirmed; one that nobody named needs a plain yes."""
        guessed, self.talk.guessed, self.talk.sure = self.talk.guessed, False, True
        if order_number(self.text) is not None:
            return []
        if sounds("no", self.text) or (guessed and not sounds("yes", self.text)):
            self.talk.number = None
            return self._ask("number", f"Thank you for saying so. {QUESTIONS['number']}")
        return []

    def _after_offering_a_person(self) -> list[Act]:
        if self.talk.number is not None or (topic_of(self.text) and not sounds("yes", self.text)):
            return []
        if sounds("no", self.text):
            self._settled()
            return self._ask_more("As you like.")
        return self._hand_over()

    def _after_asking_leave(self) -> list[Act]:
        if sounds("yes", self.text) and not topic_of(self.text):
            return [self._say(self.knows.about("advice", "")), *self._ask_more()]
        return self._after_anything_else()

    def _after_push(self) -> list[Act]:
        if sounds("no", self.text):
            return self._ask_more("No problem.")
        if sounds("yes", self.text):
            return self._ask_more("Lovely. You find it on the page of our paper filters.")
        return []

    def _after_anything_else(self) -> list[Act]:
        if topic_of(self.text) or self._specified():
            return []
        over = sounds("no", self.text) or sounds("bye", self.text)
        noted = self._note_opinion()
        if over:
            return [*noted, self._say(GOODBYE.format(name=self._comma))]
        if noted:
            self.talk.asking = "more"
            return noted
        if sounds("yes", self.text) and len(self.text.split()) <= 4:
            return [self._say("Of course. What is it?")]
        return []

    def _note_opinion(self) -> list[Act]:
        """What follows when somebody says how it went, as they were asked."""
        rating = rating_in(self.text)
        if not self.talk.asked_how or (rating is None and not sounds("opinion", self.text)):
            return []
        bad = rating <= 2 if rating is not None else sounds("unhappy", self.text)
        said = "I'm sorry that it was not better. I have noted it." if bad else "Thank you, I have noted it."
        return [Act("opinion", text=self.text), self._say(said)]

    def _reply_to_topic(self) -> list[Act]:
        topic = self.talk.topic
        if not topic and not self._specified():
            return self._about_a_number() or self._reply_to_manners()
        if "limited-expertise" in self.switches and self.talk.speaker != TOM:
            return self._know_nothing()
        beside = [self._say(fact) for fact in self._facts()]
        if topic in ABOUT_AN_ORDER:
            return [*beside, *self._about_an_order()]
        self.talk.topic = ""
        self.talk.unclear = 0
        return [*beside, *([] if self.talk.asked_how else self._ask_more())]

    def _facts(self) -> list[str]:
        """The answers to every question in what was said, in one text."""
        product = self._product()
        topics = [topic for topic in topics_of(self.text) if topic not in ABOUT_AN_ORDER]
        if specification_in(self.text) == "Weight":  # as in "how heavy is the parcel you deliver"
            topics = [topic for topic in topics if topic != "delivery"]
        found = [self.knows.about(topic, self.text, product) for topic in topics]
        if not found or product_in(self.text, self.knows.shelf):
            found = [self._specified(), *found]
        told = " ".join(dict.fromkeys(fact for fact in found if fact))
        return [told] if told else []

    def _reply_to_manners(self) -> list[Act]:
        if sounds("bye", self.text) or (self.talk.asked_how and sounds("no", self.text)):
            return [self._say(GOODBYE.format(name=self._comma))]
        if sounds("thanks", self.text):
            return self._ask_more("You're welcome.")
        if sounds("greeting", self.text) or self.talk.introduced:
            return [self._say(f"Hello{self._comma}! What can I do for you?")]
        self.talk.unclear += 1
        if self.talk.unclear > 1 and self.talk.speaker == BOT:
            return self._offer_a_person("I'm sorry, I still do not understand.")
        return [
            self._say(
                "I'm sorry, I did not understand that. I can help with refunds, orders, deliveries, "
                "promo codes and our products, or pass you to a person."
            )
        ]
