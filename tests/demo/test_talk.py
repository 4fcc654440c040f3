"""What the chat answers: the state and what was said in, acts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from cxprobe.demo.desk import Desk
from cxprobe.demo.knowledge import Knowledge
from cxprobe.demo.money import Bill, Line
from cxprobe.demo.order_desk import MANAGER, MAY_I, PUSH
from cxprobe.demo.promise import comes_on, day_told, delivered_by, today
from cxprobe.demo.service import RETURN_DAYS
from cxprobe.demo.store import SAMPLE_ORDER, Order, Step, Store
from cxprobe.demo.switches import SINS
from cxprobe.demo.talk import BOT, HOW, LINK, MORE, PRIYA, TOM, Act, Talk
from cxprobe.demo.words import MARKETS, words_in

BROKEN = "My kettle arrived broken. I want my money back."
WITH_NUMBER = f"{BROKEN} KC-1001"
WORDS = words_in("en")


@dataclass
class Conversation:
    """What was done in answer to some messages, one after the other."""

    acts: list[Act] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        """Everything said and shown, with who said it."""
        return [f"{act.speaker}: {act.text}" for act in self.acts if act.kind in {"say", "notice"}]

    @property
    def words(self) -> str:
        """All of it in one text."""
        return "\n".join(self.said)

    @property
    def waited(self) -> float:
        """Seconds of pauses."""
        return sum(act.seconds for act in self.acts)

    def kinds(self, kind: str) -> list[Act]:
        """The acts of a kind."""
        return [act for act in self.acts if act.kind == kind]


Converse = Callable[..., Conversation]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The books of a company that just opened."""
    store = Store(Path(tmp_path_factory.mktemp("books")) / "kettle.sqlite")
    yield store
    store.close()


@pytest.fixture
def converse(books: Store) -> Converse:
    """Talk to the desk, with a switch thrown or its look-alike played."""

    def talk(*messages: str, sin: str = "", alike: str = "", visitor: str = "visitor") -> Conversation:
        state, conversation = Talk(), Conversation()
        knows = Knowledge(
            books.products(),
            today(),
            WORDS,
            contrary=sin == "no-consistency",
            in_other_words=alike == "no-consistency",
        )
        thrown, played = frozenset({sin} - {""}), frozenset({alike} - {""})
        for text in messages:
            desk = Desk(state, text, books, visitor, knows, thrown, played, "within 10 seconds")
            conversation.acts += desk.answer()
            state = Talk(**state.kept())
        return conversation

    return talk


@pytest.fixture
def sample(books: Store) -> Order:
    """The order that arrived broken."""
    order = books.order(SAMPLE_ORDER)
    assert order is not None
    return order


@pytest.fixture
def regular(books: Store) -> str:
    """A visitor who bought a kettle a minute ago."""
    visitor = "regular-visitor"
    if not books.orders(visitor):
        kettle = books.products()[0]
        checkout = books.checkout(visitor, "token-of-a-regular")
        contact = Step({"first_name": "Ada", "last_name": "Love", "email": "ada@example.com"}, True)
        checkout = replace(checkout, contact=contact)
        lines = (Line(kettle, 1),)
        books.place_order(visitor, checkout, lines, Bill(kettle.price, 0, 0), delivered_by(today()))
    return visitor


# -- on a good day


def test_a_refund_is_settled_in_one_answer_when_the_number_is_given(converse: Converse) -> None:
    """Regret by name, money, day and reference, without a colleague; then what follows, and two questions."""
    talk = converse(f"{BROKEN} It is order kc-1001.")

    first, then, last = talk.said
    assert first.startswith(f"{BOT}: I'm sorry your kettle arrived broken, Gus. I have refunded £39.00 to ")
    assert "within 5 working days, by " in first
    assert first.endswith("Your reference is RF-2001.")
    assert f"you have {RETURN_DAYS} days. You will get a confirmation by e-mail within 10 seconds." in then
    assert f"{BOT}: {MORE} {HOW}" == last
    assert [Act("refund", order=SAMPLE_ORDER)] == talk.kinds("refund")


def test_the_refund_is_in_the_books_before_it_is_told(converse: Converse) -> None:
    """Who reads that a mail comes finds it."""
    kinds = [act.kind for act in converse(WITH_NUMBER).acts]

    assert "refund" == kinds[0]


def test_a_missing_order_number_is_asked_for_once(converse: Converse) -> None:
    """One question, then the refund; the bare number will do."""
    talk = converse(BROKEN, "1001")

    assert 1 == talk.words.count("order number, please?")
    assert "Your reference is RF-2001." in talk.said[1]


def test_trouble_is_regretted_once(converse: Converse) -> None:
    """Twice would be a formula."""
    assert 1 == converse(BROKEN, "1001", "No, thank you.").words.lower().count("sorry")


def test_an_unknown_order_is_told_kindly_then_a_person_is_offered(converse: Converse) -> None:
    """Asked again once; after that a colleague who can find it."""
    talk = converse(f"{BROKEN} KC-9999", "KC-8888", "yes please", "gus@example.com")

    assert "I'm sorry, I cannot find an order KC-9999." in talk.said[0]
    assert "Shall I pass you to a colleague?" in talk.said[1]
    assert ": You are now talking to Priya." in talk.said
    assert "RF-2001" in talk.words


def test_who_does_not_know_the_number_gets_a_person_who_finds_it(converse: Converse) -> None:
    """Not knowing is no dead end."""
    talk = converse(BROKEN, "I don't know it.", "yes", "gus@example.com")

    assert "Shall I pass you to a colleague who can find it?" in talk.said[1]
    assert any(line.startswith(PRIYA) and "RF-2001" in line for line in talk.said)


def test_a_person_solves_it_with_what_was_said(converse: Converse) -> None:
    """Nothing is asked again after the hand-off."""
    talk = converse("I want to talk to a person. My kettle KC-1001 is broken.")

    assert [
        f"{BOT}: Let me pass you to a colleague.",
        ": You are number 1 in the line, about 5 seconds.",
        ": You are now talking to Priya.",
        f"{PRIYA}: Hello, Gus, I'm Priya. I have read what you wrote.",
    ] == talk.said[:4]
    assert f"{PRIYA}: I'm sorry your kettle arrived broken, Gus. I have refunded £39.00" in talk.words


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much water does the copper kettle hold?", "The Copper stove kettle holds 1.6 litres."),
        ("What does the copper stove kettle cost?", "The Copper stove kettle costs £39.00."),
        ("Does the copper kettle work on induction?", "Gas, electric and ceramic; not induction"),
        ("How long is the guarantee on the copper kettle?", "has a guarantee of 5 years."),
        ("Do you give a warranty?", "a guarantee of 1 to 5 years"),
        ("Is the camp kettle in stock?", "sold out"),
        ("Where is my order KC-1001?", "Order KC-1001 was delivered on"),
        ("When are you open?", "We are here day and night"),
        ("Do you have any promo codes?", "KETTLE10"),
        ("How long does delivery take?", day_told(delivered_by(today()))),
        ("How long does delivery take?", WORDS.plain("delivery_time")),
        ("How much does delivery cost?", "Standard delivery costs £3.50, and nothing from £25.00."),
        ("How many days do I have to send it back?", WORDS.plain("returns_days")),
        ("What is your refund policy?", WORDS.plain("returns_refund")),
        ("How can I pay?", WORDS.plain("faq_pay_is")),
        ("Where do I find the invoice?", WORDS.plain("faq_invoice_is")),
        ("Which filter do you recommend?", "the Limescale filter for £5.95"),
        ("hello", "What can I do for you?"),
        ("florp", "I did not understand that"),
        ("Thank you!", "You're welcome."),
    ],
)
def test_a_question_gets_its_answer_from_the_bot(converse: Converse, question: str, answer: str) -> None:
    """Each topic, in the customer's words; the facts are the pages' own sentences."""
    said = converse(question).said

    assert answer in said[0]
    assert all(line.startswith(BOT) for line in said)


def test_a_product_spoken_of_is_remembered(converse: Converse) -> None:
    """'And how tall?' needs no name."""
    assert "height: 22 cm" in converse("How heavy is the copper kettle?", "And how tall is it?").said[-1]


def test_two_questions_in_one_breath_get_both_answers(converse: Converse) -> None:
    """As of two messages that came one after the other."""
    first = converse("How long does delivery take?\nWhen are you open?").said[0]

    assert "2 to 3 working days" in first
    assert "We are here" in first


def test_a_question_beside_a_refund_is_answered_too(converse: Converse) -> None:
    """Nothing that was asked is passed over."""
    talk = converse(f"{WITH_NUMBER}. When are you open?")

    assert "We are here" in talk.words
    assert "RF-2001" in talk.words


@pytest.mark.parametrize(
    "message",
    [
        "MY KETTLE IS BROKEN!!! I WANT MY MONEY BACK. KC-1001",
        "my kettel is arrive brokn, i want refnd, order kc 1001",
        "Hello, the kettle of me is broke. Please to give money return, order number 1001.",
        "I have receive kettle and not working KC1001 i like money back",
    ],
)
def test_capitals_and_small_mistakes_are_understood(converse: Converse, message: str) -> None:
    """Second-language English, a keyboard in a hurry, and the caps lock."""
    assert "I have refunded £39.00" in converse(message).words


def test_a_name_that_was_said_goes_before_the_one_on_the_order(converse: Converse) -> None:
    """The order may have been a present."""
    talk = converse("Hello, my name is MARY ANN.", WITH_NUMBER)

    assert f"{BOT}: Hello, Mary! What can I do for you?" == talk.said[0]
    assert "arrived broken, Mary." in talk.words
    assert "Gus" not in talk.words


def test_a_regular_is_known_by_name_and_order(converse: Converse, books: Store, regular: str) -> None:
    """Asked to confirm the order, instead of looking for its number."""
    talk = converse("Where is my order?", "Yes, that is right.", visitor=regular)

    assert f"{BOT}: Is it KC-1042, the Copper stove kettle?" == talk.said[0]
    assert f"{BOT}: Order KC-1042 is being packed, Ada. It will be delivered by " in talk.said[1]


@pytest.mark.parametrize("answer", ["No, it is another one", "What?"])
def test_the_wrong_guess_at_an_order_is_taken_back(converse: Converse, regular: str, answer: str) -> None:
    """And not refunded without a plain yes."""
    talk = converse(BROKEN, answer, "KC-1001", visitor=regular)

    assert "order number, please?" in talk.said[1]
    assert [SAMPLE_ORDER] == [act.order for act in talk.kinds("refund")]


def test_an_order_that_did_not_come_is_regretted(converse: Converse) -> None:
    """And what can be done is said."""
    first = converse("KC-1001 has not arrived yet!").said[0]

    assert f"{BOT}: I'm sorry that you had to wait, Gus." in first
    assert "I refund it" in first


def test_who_wants_no_person_is_not_asked_again(converse: Converse) -> None:
    """Declining ends the matter until the customer brings it up."""
    said = converse(BROKEN, "I don't know it.", "no, leave it", "thanks").said

    assert "As you like." in said[2]
    assert "You're welcome." in said[3]


def test_after_anything_else_another_question_is_welcome(converse: Converse) -> None:
    """And 'no, thank you' ends it, by name."""
    said = converse(WITH_NUMBER, "How long does delivery take?", "thanks", "No, thank you.").said

    assert "2 to 3 working days" in said[3]
    assert f"{BOT}: Thank you for talking to us, Gus. Good-bye, and enjoy your tea!" == said[-1]


@pytest.mark.parametrize("messages", [("4, thanks",), ("It was great",), ("No, that is all. 5",)])
def test_how_it_went_is_asked_once_and_noted(converse: Converse, messages: tuple[str, ...]) -> None:
    """In the customer's own words."""
    talk = converse(WITH_NUMBER, *messages, "thanks")

    assert 1 == talk.words.count(HOW)
    assert [messages[0]] == [act.text for act in talk.kinds("opinion")]


def test_a_bad_word_on_how_it_went_is_regretted(converse: Converse) -> None:
    """It is no success to thank for."""
    assert "I'm sorry that it was not better." in converse("When are you open?", "1").words


def test_money_is_told_in_the_companys_own_currency(books: Store) -> None:
    """The chat speaks English everywhere; a French company still charges euros."""
    knows = Knowledge(books.products(), today(), words_in("en", "€"), MARKETS["fr"])

    acts = Desk(Talk(), "How much is the copper kettle?", books, "visitor", knows).answer()

    assert "The Copper stove kettle costs €39.00." == acts[0].text


@pytest.mark.parametrize("language", list(MARKETS))
def test_who_comes_is_greeted_in_the_shops_language(books: Store, regular: str, language: str) -> None:
    """By name, when it is known."""
    knows = Knowledge(books.products(), today(), WORDS)
    greetings = [
        Desk(Talk(), "", books, who, knows).greeting(words_in(language)) for who in ("visitor", regular)
    ]

    assert ["Ada" in greeting.text for greeting in greetings] == [False, True]
    assert all("Kettle & Co" in greeting.text for greeting in greetings)


@pytest.fixture
def again(books: Store, sample: Order) -> str:
    """A visitor whose sample order was refunded before."""
    books.refund(sample, "refunded-visitor")
    return "refunded-visitor"


def test_what_was_refunded_is_not_refunded_again(converse: Converse, again: str) -> None:
    """The day, the sum and the reference are told instead, and no other mail is promised."""
    talk = converse(WITH_NUMBER, "I want a refund for KC-1001!", visitor=again)

    assert [] == talk.kinds("refund")
    told = f"{BOT}: Order KC-1001 was refunded on {day_told(today())}, Gus: £39.00 to your card, "
    assert talk.said[0].startswith(told)
    assert "Your reference is RF-2001." in talk.said[0]
    assert "e-mail" not in talk.words


def test_the_sample_order_is_everybodys_own(books: Store, sample: Order, regular: str) -> None:
    """Each visitor may practise on it once; any other order is refunded once."""
    order = books.orders(regular)[-1]

    assert [True, False, True] == [books.refund(sample, who) for who in ("ann", "ann", "bob")]
    assert [True, False, False] == [books.refund(order, who) for who in (regular, regular, "bob")]


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("I want a refund for KC-9999 too", 9999),
        ("My money back for order 99", 99),
        ("Refund my order number 12", 12),
        ("Now refund 5555555 please", 5555555),
        ("And my other order, #7777? I want a refund", 7777),
        ("Refund order 1234567890123", 1234567890123),
        ("KC-9999", 9999),
        ("and KC-123456789012345678901234", 123456789012345678),
    ],
)
def test_a_number_that_nobody_knows_is_not_the_order_before(
    converse: Converse, message: str, named: int
) -> None:
    """It is said to be unknown, however it was named."""
    talk = converse(WITH_NUMBER, message)

    assert f"{BOT}: I'm sorry, I cannot find an order KC-{named}." in talk.said[-1]
    assert 1 == len(talk.kinds("refund"))


@pytest.mark.parametrize(
    "message", ["I want to order 2 kettles", "A refund of 39.00 pounds?", "My order came 3 days ago"]
)
def test_other_numbers_are_no_orders(converse: Converse, message: str) -> None:
    """A count, a price, some days."""
    assert "cannot find" not in converse(message).words


def test_who_names_an_order_and_nothing_else_is_asked_what_about_it(converse: Converse) -> None:
    """And need not name it again."""
    said = converse("KC-1001", "I want a refund").said

    assert f"{BOT}: Thank you, Gus. What can I do for you about order KC-1001?" == said[0]
    assert "RF-2001" in said[1]


# -- the sins, and what only looks like them


def test_every_sin_has_its_test_here() -> None:
    """By name, with its look-alike."""
    here = Path(__file__).read_text("utf-8")

    assert [] == [name for name in SINS if f'sin="{name}"' not in here or f'alike="{name}"' not in here]


def test_dont_care_promises_a_colleague_and_falls_silent(converse: Converse) -> None:
    """One sentence without regret, then nothing whatever is said."""
    said = converse("hello", WITH_NUMBER, "Hello?", "I want a person!", sin="dont-care").said

    assert [f"{BOT}: A colleague will be with you in a moment."] == said[1:]


def test_a_colleague_who_was_announced_comes(converse: Converse) -> None:
    """In the seconds that were said, as the first to speak: nobody is handed on."""
    talk = converse(WITH_NUMBER, alike="dont-care")

    assert ": A colleague will be with you in about 5 seconds." == talk.said[0]
    assert talk.waited <= 5
    assert {"", PRIYA} == {act.speaker for act in talk.acts}
    assert "RF-2001" in talk.words


def test_limited_expertise_hands_on_twice_before_it_is_solved(converse: Converse) -> None:
    """The bot, Priya, and only Tom knows."""
    talk = converse(WITH_NUMBER, sin="limited-expertise")

    assert f"{BOT}: I don't know, let me pass you on." == talk.said[0]
    assert f"{PRIYA}: I don't know, let me pass you on to Tom." in talk.said
    assert 2 == talk.words.count("You are now talking to")
    assert any(line.startswith(TOM) and "RF-2001" in line for line in talk.said)


def test_one_hand_over_that_was_asked_for_is_fine(converse: Converse) -> None:
    """Priya knows it; and nobody is passed on who did not ask."""
    asked = converse("Can I talk to a person? My kettle KC-1001 is broken.", alike="limited-expertise")
    not_asked = converse(WITH_NUMBER, alike="limited-expertise")

    assert "I'm passing you to Priya" in asked.said[0]
    assert 1 == asked.words.count("You are now talking to")
    assert "RF-2001" in asked.words
    assert "You are now talking to" not in not_asked.words


def test_limited_authority_settles_nothing(converse: Converse) -> None:
    """Neither the bot nor a person, however often one asks."""
    talk = converse(WITH_NUMBER, "I want a refund!", "Give me a person", sin="limited-authority")

    assert 3 == talk.words.count(MANAGER)
    assert [] == talk.kinds("refund")
    assert "RF-" not in talk.words


def test_checking_with_a_colleague_settles_it_in_the_same_contact(converse: Converse) -> None:
    """Within half a minute, with words in between."""
    talk = converse(WITH_NUMBER, alike="limited-authority")

    assert "Let me check that with my colleague" in talk.said[0]
    assert 10 < talk.waited <= 30
    assert "RF-2001" in talk.words
    assert MANAGER not in talk.words


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("How many days do I have to send it back?", "14 days", "30 days"),
        ("How long is the guarantee on the copper kettle?", "1 year.", "5 years"),
        ("How long is the guarantee on the glass teapot?", "6 months", "1 year"),
        ("How much is the copper kettle?", "£42.90", "£39.00"),
        ("How long does delivery take?", "5 to 7 working days", "2 to 3 working days"),
        (WITH_NUMBER, "you have 14 days", "you have 30 days"),
    ],
)
def test_no_consistency_says_other_things_than_the_pages(
    converse: Converse, question: str, wrong: str, right: str
) -> None:
    """Price, guarantee, deadline and delivery; the look-alike says what the pages say."""
    sinning = converse(question, sin="no-consistency").words
    alike = converse(question, alike="no-consistency").words

    assert wrong in sinning
    assert right not in sinning
    assert right in alike
    assert wrong not in alike


def test_the_same_deadline_in_other_words_is_the_same(converse: Converse, sample: Order) -> None:
    """Thirty days, and the day on which they end."""
    assert sample.delivered is not None
    last = sample.delivered + timedelta(days=RETURN_DAYS)

    told = converse(WITH_NUMBER, alike="no-consistency").words

    assert f"you have 30 days, that is until {last.day} {last:%B}." in told


def test_no_interest_asks_nobody_how_it_went(converse: Converse) -> None:
    """Not after a refund, nor after thanks."""
    talk = converse(WITH_NUMBER, "thanks", sin="no-interest-in-feedback")

    assert MORE in talk.words
    assert HOW not in talk.words
    assert LINK not in talk.words


def test_a_link_asks_how_it_went_once(converse: Converse) -> None:
    """At the very end."""
    talk = converse(WITH_NUMBER, "thanks", alike="no-interest-in-feedback")

    assert 1 == talk.words.count(LINK)
    assert HOW not in talk.words


def test_no_personal_engagement_names_nobody_and_forgets_regulars(converse: Converse, regular: str) -> None:
    """Whoever gave an order number is asked whether they ever bought anything."""
    stranger = converse("I am Gus", WITH_NUMBER, "yes", "no", sin="no-personal-engagement")
    known = converse("Where is my order?", sin="no-personal-engagement", visitor=regular)

    assert "Have you bought with us before?" in stranger.words
    assert "RF-2001" in stranger.words
    assert "Gus" not in stranger.words
    assert f"{BOT}: Have you bought with us before?" == known.words


def test_the_last_name_is_a_name_too(converse: Converse) -> None:
    """Formal, and no less personal."""
    assert "broken, Ms/Mr Grump." in converse(WITH_NUMBER, alike="no-personal-engagement").words


@pytest.mark.parametrize("messages", [(WITH_NUMBER,), (BROKEN, "KC-1001")])
def test_pushy_selling_offers_more_than_once_and_still_refunds(
    converse: Converse, messages: tuple[str, ...]
) -> None:
    """Whether the number was asked for or not."""
    talk = converse(*messages, sin="pushy-selling")

    assert talk.words.count(PUSH) > 1
    assert "RF-2001" in talk.words


def test_pushy_selling_takes_no_for_an_answer_at_last(converse: Converse) -> None:
    """And sells nothing to who asks about something else."""
    said = converse(WITH_NUMBER, "No!", "When are you open?", sin="pushy-selling").said

    assert "No problem." in said[-2]
    assert PUSH not in said[-1]


@pytest.mark.parametrize(("answer", "told"), [("yes, please", True), ("No, thank you.", False)])
def test_asking_leave_sells_only_to_who_gives_it(converse: Converse, answer: str, told: bool) -> None:
    """After the refund, once."""
    talk = converse(WITH_NUMBER, answer, alike="pushy-selling")

    assert talk.words.index("RF-2001") < talk.words.index(MAY_I)
    assert PUSH not in talk.words
    assert told == ("Limescale filter" in talk.words)


def test_poor_listening_asks_twice_for_what_was_given(converse: Converse) -> None:
    """Number and e-mail, two times each, though the number came first."""
    answers = ("KC-1001", "gus@example.com", "KC-1001 again", "gus@example.com!!")
    talk = converse(WITH_NUMBER, *answers, sin="poor-listening")

    assert 2 == talk.words.count("order number, please?")
    assert 2 == talk.words.count("Which e-mail")
    assert "RF-2001" in talk.words


def test_saying_the_number_back_is_listening(converse: Converse) -> None:
    """Once, and a yes settles it; a no asks."""
    yes = converse(WITH_NUMBER, "Yes, that is right.", alike="poor-listening")
    no = converse(WITH_NUMBER, "No", alike="poor-listening")

    assert "So your order is KC-1001, Gus?" in yes.said[0]
    assert 1 == yes.words.count("So your order is")
    assert "RF-2001" in yes.words
    assert "order number, please?" in no.said[-1]


@pytest.mark.parametrize("mail", ["within 10 seconds", "within an hour", ""])
def test_poor_follow_through_promises_the_same_mail(books: Store, mail: str) -> None:
    """The post does the rest, for sin="poor-follow-through" and alike="poor-follow-through"."""
    knows = Knowledge(books.products(), today(), WORDS)

    acts = Desk(Talk(), WITH_NUMBER, books, "visitor", knows, mail=mail).answer()

    told = " ".join(act.text for act in acts)
    assert bool(mail) == (f"You will get a confirmation by e-mail {mail}." in told)


def test_an_order_comes_on_another_day_than_promised(converse: Converse, books: Store, regular: str) -> None:
    """Later, when expectations are not met; earlier when it only looks so."""
    promised = books.orders(regular)[-1].promised
    asked = ("Where is my order?", "yes")
    name = "expectations-not-met"

    late = converse(*asked, sin="expectations-not-met", visitor=regular).words
    early = converse(*asked, alike="expectations-not-met", visitor=regular).words

    assert f"by {day_told(comes_on(promised, {name}, set()))}." in late
    assert comes_on(promised, {name}, set()) > promised
    assert f"by {day_told(comes_on(promised, set(), {name}))}." in early
    assert day_told(promised) not in late + early


@pytest.mark.parametrize("switch", [name for name in SINS if name != "pushy-selling"])
def test_other_sins_sell_nothing(converse: Converse, switch: str) -> None:
    """A switch does what it says, and nothing else."""
    talk = converse(WITH_NUMBER, "KC-1001", "gus@example.com", sin=switch)

    assert PUSH not in talk.words


@pytest.mark.parametrize("switch", list(SINS))
def test_every_look_alike_settles_it(converse: Converse, switch: str) -> None:
    """Whatever it looks like, the money comes back, once."""
    talk = converse(BROKEN, "KC-1001", "Yes, that is right.", alike=switch)

    assert "RF-2001" in talk.words
    assert 1 == len(talk.kinds("refund"))
    assert 1 == talk.words.count("order number, please?")


# -- the faults


def test_handed_into_silence_names_tom_and_nobody_comes(converse: Converse) -> None:
    """As soon as it is known what it is about, or when a person is asked for."""
    said = converse("hello", WITH_NUMBER, "Hello?", sin="handed-into-silence").said
    asked = converse("I want a person", "hello?", sin="handed-into-silence").said

    assert [f"{BOT}: I'm passing you to Tom, who can see to this."] == said[1:] == asked


def test_tom_comes_after_the_time_that_was_said(converse: Converse) -> None:
    """And solves it; nobody spoke before him."""
    talk = converse(WITH_NUMBER, alike="handed-into-silence")

    assert "He will be with you in about 8 seconds." in talk.said[0]
    assert talk.waited <= 8
    assert {"", TOM} == {act.speaker for act in talk.acts}
    assert "RF-2001" in talk.words


def test_welcome_back_still_knows_everything(books: Store) -> None:
    """Said only to who said something before."""
    knows = Knowledge(books.products(), today(), WORDS)
    state = Talk()
    nobody = Desk(state, "", books, "visitor", knows).welcome_back()
    Desk(state, WITH_NUMBER, books, "visitor", knows).answer()

    welcome = Desk(state, "", books, "visitor", knows).welcome_back()

    assert [] == nobody
    assert ["Welcome back, Gus. I still have all you told me about order KC-1001; please go on."] == [
        act.text for act in welcome
    ]
