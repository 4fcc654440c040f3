"""Customers buy in small shops that nobody configured, each odd in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.customer import Customer, Journey, Scene
from cxprobe.errors import BrokenExpectation, Inconclusive
from cxprobe.judging.expectations import adds_up, resolved
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import Member, Patience
from tests.channels.shops.bills import BILLS
from tests.channels.shops.counter import Street
from tests.channels.shops.doors import DOORS
from tests.channels.shops.service import SERVICE
from tests.channels.shops.shelves import SHELVES
from tests.channels.shops.tills import TILLS

if TYPE_CHECKING:
    from cxprobe.channels.visits import Browsers


@dataclass
class Came:
    """One customer who came to a shop: how it went, and what the shop remembers of them."""

    customer: Customer
    journey: Journey
    memory: dict[str, Any]
    number: str = ""

    @property
    def verdict(self) -> str:
        """The verdict on the journey."""
        assert self.journey.judgement
        return self.journey.judgement.verdict

    @property
    def headline(self) -> str:
        """What is said of the journey in one sentence."""
        assert self.journey.judgement
        return self.journey.judgement.headline

    def told(self, kind: str) -> list[str]:
        """The sentences of all moments of a kind."""
        return [moment.sentence for _, moment in self.journey.timeline.of(kind)]


@pytest.fixture(scope="module")
def street() -> Iterator[Street]:
    """All shops, on one address."""
    street = Street({**DOORS, **SHELVES, **TILLS, **BILLS, **SERVICE})
    yield street
    street.close()


@pytest.fixture
def come(street: Street, browsers: Browsers) -> Callable[..., Came]:
    """Sends a customer to a page of the street, to do what is asked; gives how it went."""

    def come(
        address: str, do: Callable[[Customer], str | None], *, device: str = "desktop", day: Any = None
    ) -> Came:
        member = Member(
            persona="ordinary",
            title="An ordinary customer",
            device=device,
            patience=Patience(page=5, journey=300),
        )
        conditions = Day.of(day or {}).conditions(member, fresh_identity("en_GB", seed=7), CATALOGUE)
        web = browsers.visit(conditions, street.url)
        customer, number = Customer(web, Scene()), ""
        with customer.wants("to be served") as journey:
            customer.open(address)
            number = do(customer) or ""
        web.close()
        with suppress(BrokenExpectation, Inconclusive):  # the verdict is what is asked about
            journey.expect(resolved(), adds_up())
        return Came(customer, journey, street.newest(), number)

    return come


@pytest.fixture
def buy(come: Callable[..., Came]) -> Callable[..., Came]:
    """Sends a customer to buy in a shop of a name, from the thing's own page or by looking for it."""

    def buy(shop: str, *, want: str = "", start: str = "lantern", promo: str = "", **more: Any) -> Came:
        def buying(customer: Customer) -> str:
            if want:
                customer.look_for(want)
            customer.add_to_basket()
            return customer.check_out(promo)

        return come(f"/{shop}/{'' if want else start}", buying, **more)

    return buy


Buy = Callable[..., Came]


# ---- doors -------------------------------------------------------------------------------------------


def test_where_nobody_buys_without_an_account_one_is_made(buy: Buy) -> None:
    """A customer at a wall of log-ins makes an account with a fresh password, and buys."""
    came = buy("wall")

    assert "HS-4100" == came.number
    account = came.memory["account"]
    assert account["password"] == account["again"]
    assert 8 <= len(account["password"])
    assert account["password"] not in str(came.journey.timeline.moments)


def test_an_address_that_has_an_account_already_is_the_shops_own_evidence(buy: Buy) -> None:
    """Where the only way is an account, and the page makes none, the customer is lost, in its words."""
    came = buy("taken")

    assert "lost" == came.verdict
    assert "An account with this e-mail address already exists." in came.headline
    assert [] == came.memory["orders"]


def test_a_guest_is_a_tile_beside_a_log_in(buy: Buy) -> None:
    """The tile for guests is ticked, and the e-mail address goes where guests write it."""
    came = buy("halves")

    assert "HS-4100" == came.number
    assert came.customer.identity.email == came.memory["guest"]
    assert "account" not in came.memory


def test_notices_over_everything_are_moved_aside(buy: Buy) -> None:
    """Cookies are refused, and a newsletter that opens while typing is closed, not subscribed to."""
    came = buy("covered")

    assert "served" == came.verdict
    assert any("Only necessary" in step for step in came.told("step"))
    assert any("Close" in step for step in came.told("step"))


# ---- shelves -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shop", "want", "device"),
    [
        ("lens", "lantern", "Pixel 7"),
        ("aisles", "tin lantern", "desktop"),
        ("singular", "lanterns", "desktop"),
    ],
)
def test_things_are_found_behind_a_lens_in_categories_and_by_the_singular(
    buy: Buy, shop: str, want: str, device: str
) -> None:
    """What is looked for is found, however the shop hides it."""
    came = buy(shop, want=want, device=device)

    assert "HS-4100" == came.number
    assert ["Tin lantern"] == came.memory["basket"]


def test_a_search_that_misses_what_there_is_is_a_dead_end(come: Callable[..., Came]) -> None:
    """It found nothing for several, and the thing is there by its singular."""
    came = come("/singular/", lambda customer: customer.look_for("lanterns"))

    sentence = 'The search found nothing for "lanterns", though there is "Tin lantern".'
    assert [sentence] == came.told("dead_end")


def test_what_is_not_there_is_not_found_and_nobody_is_blamed(come: Callable[..., Came]) -> None:
    """A search in vain proves nothing about the shop."""
    came = come("/singular/", lambda customer: customer.look_for("unicorn saddle"))

    assert "inconclusive" == came.verdict
    assert 'We searched for "unicorn saddle"' in came.headline


@pytest.mark.parametrize("shop", ["sizes", "listed"])
def test_another_size_is_chosen_where_the_first_is_sold_out(buy: Buy, shop: str) -> None:
    """A size is chosen; one that turns out to be sold out is changed for the next."""
    came = buy(shop, start="oilskin")

    assert "HS-4100" == came.number
    chosen = [step for step in came.told("step") if step.startswith("Chooses")]
    assert ["S", "M"] == [step.split('"')[1] for step in chosen]


def test_a_drawer_over_the_header_is_no_obstacle(buy: Buy) -> None:
    """A basket that slides in late and covers the header leads on to the checkout."""
    assert "HS-4100" == buy("drawer").number


def test_other_goods_and_buying_at_once_are_left_alone(buy: Buy) -> None:
    """What is put into the basket is what the page is about, by its own button."""
    came = buy("beside")

    assert ["Tin lantern"] == came.memory["basket"]
    assert "HS-4100" == came.number


def test_what_is_sold_out_is_told_in_the_shops_words(buy: Buy) -> None:
    """A thing that cannot be had is a clear verdict, with the quote."""
    came = buy("gone")

    assert "lost" == came.verdict
    assert "Out of stock - back in spring." in came.headline


# ---- tills -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shop", ["inplace", "confirm", "terms"])
def test_odd_checkouts_are_gone_through(buy: Buy, shop: str) -> None:
    """Steps at one address, a window that asks, a box outside the form: one order, each step with its why."""
    came = buy(shop)

    assert ("HS-4100", "served") == (came.number, came.verdict)
    assert 1 == len(came.memory["orders"])
    steps = [moment for _, moment in came.journey.timeline.of("step")]
    assert 3 <= len(steps)
    assert [] == [step.sentence for step in steps if not step.data["why"]]


def test_a_card_is_found_behind_the_button_that_opens_it(buy: Buy) -> None:
    """Where PayPal is open first, the customer opens the part for cards and fills in what appears."""
    came = buy("accordion")

    assert ["card"] == [order["method"] for order in came.memory["orders"]]


@pytest.mark.parametrize(("code", "kind"), [("SAVE10", "worked"), ("SUMMER24", "refused")])
def test_a_promo_code_is_typed_in_where_the_checkout_has_a_place(buy: Buy, code: str, kind: str) -> None:
    """A place for a code that only the checkout has, behind a few words, is found there."""
    came = buy("promo", promo=code)

    assert came.customer.promo
    assert kind == came.customer.promo.kind
    assert "HS-4100" == came.number


def test_a_second_card_pays_where_the_first_is_declined(buy: Buy) -> None:
    """A declined card is told of, and the customer pays with their other one."""
    came = buy("declining", day={"declined-card": True})

    assert "HS-4100" == came.number
    assert ["Your card was declined. Please use another card."] == [
        moment.quote for _, moment in came.journey.timeline.of("error")
    ]


def test_a_page_that_fails_once_is_gone_back_from(buy: Buy) -> None:
    """Before anything is paid, a customer goes back from a broken page and tries once more."""
    came = buy("hiccup")

    assert "HS-4100" == came.number
    assert "Goes back and tries again." in came.told("step")


@pytest.mark.parametrize("shop", ["endless", "nowhere"])
def test_what_we_did_not_find_is_inconclusive(buy: Buy, shop: str) -> None:
    """A checkout that leads round in circles, or nowhere, and does not say why, is not held against it."""
    came = buy(shop)

    assert "inconclusive" == came.verdict
    assert "We did not find how to finish the order" in came.headline


@pytest.mark.parametrize(
    ("shop", "quote"),
    [
        ("refusing", "Sorry, we cannot deliver to your postcode."),
        ("broken", '"Place order" did nothing when pressed'),
        ("failing", "Internal server error"),
    ],
)
def test_what_the_page_says_or_fails_to_do_loses_the_customer(buy: Buy, shop: str, quote: str) -> None:
    """An error that is quoted, a button that is dead and a server that fails are the company's doing."""
    came = buy(shop)

    assert "lost" == came.verdict
    assert quote in came.headline
    assert [] == came.memory["orders"]


# ---- bills -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shop", "promo", "said", "but"),
    [
        ("total", "", "Total £27.50", "Total £29.50"),
        ("date", "", "Friday 14 March", "Tuesday 25 March"),
        ("taxed", "", "Tax (20%) £4.80", "£4.00"),
        ("ignores", "SAVE4", "The code SAVE4 was accepted.", "Total £24.00"),
    ],
)
def test_what_does_not_agree_is_told_once_with_both_quotes(
    buy: Buy, shop: str, promo: str, said: str, but: str
) -> None:
    """One contradiction is one finding, and the customer was not served."""
    came = buy(shop, promo=promo)
    found = [moment.data for _, moment in came.journey.timeline.of("mismatch")]

    assert 1 == len(found)
    assert said in found[0]["said"]
    assert but in found[0]["but"]
    assert ("HS-4100", "lost") == (came.number, came.verdict)


@pytest.mark.parametrize(("shop", "promo"), [("fair", ""), ("untaxed", ""), ("keeps", "SAVE4")])
def test_what_agrees_is_not_accused(buy: Buy, shop: str, promo: str) -> None:
    """The twins of those shops, in which everything agrees."""
    came = buy(shop, promo=promo)

    assert ([], "served") == (came.told("mismatch"), came.verdict)


# ---- service -----------------------------------------------------------------------------------------


def test_an_order_is_tracked(come: Callable[..., Came]) -> None:
    """The page behind "Help" is found, asked, and its answer read."""
    came = come("/service/", lambda customer: customer.track_order("HS-4100"))

    assert "Your order HS-4100 left our warehouse this morning." == came.number


def test_an_unknown_order_is_told_in_the_shops_words(come: Callable[..., Came]) -> None:
    """A number that the shop does not know is its answer, and no success."""
    came = come("/service/", lambda customer: customer.track_order("HS-9999"))

    assert "We cannot find an order with this number." in came.headline
    assert "lost" == came.verdict


def test_a_return_is_started(come: Callable[..., Came]) -> None:
    """Two forms follow one another, with a reason chosen from a list, and the answer is read."""
    came = come("/service/", lambda customer: customer.return_item("HS-4100"))

    assert "Your return label RL-77 is on its way by e-mail." == came.number
    assert {"why": "It does not fit"} == came.memory["returned"]


@pytest.mark.parametrize(
    ("what", "title"),
    [("the returns policy", "Returns and refunds"), ("delivery costs", "Delivery times and costs")],
)
def test_pages_are_found_by_what_they_are_about(come: Callable[..., Came], what: str, title: str) -> None:
    """A page that is behind "Help" only is found by people's words for it."""
    assert title == come("/service/", lambda customer: customer.find(what)).number


def test_a_letter_is_written(come: Callable[..., Came]) -> None:
    """The contact form is found, its topic chosen, the message written, and the answer read."""
    came = come("/service/", lambda customer: customer.write_to_them("When does it come?"))

    assert "We answer within two working days." == came.number
    assert ["When does it come?"] == [letter["words"] for letter in came.memory["letters"]]
