"""How it went with an order: asked on the confirmation, kept, and shown in the back office."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxprobe.demo import Company

if TYPE_CHECKING:
    from tests.demo.conftest import OpenCompany, Shopper

    Visit = Callable[[Company], Shopper]

WHERE = "/order/KC-1042/feedback"


@pytest.fixture
def buyer(open_company: OpenCompany, visit: Visit) -> Shopper:
    """Somebody who has just bought a kettle."""
    shopper = visit(open_company())
    shopper.pay(shopper.reach_payment())
    return shopper


def _kept(shopper: Shopper) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = shopper.http.get("/back-office.json").json()["feedback"]
    return kept


def test_the_confirmation_asks_how_it_went(buyer: Shopper) -> None:
    """And says thank you once it is told; the back office has the words."""
    asked = buyer.see("/order/KC-1042/thanks")
    thanked = buyer.send(WHERE, how="4", how_words="Quick, and the kettle whistles.").text

    assert "How did it go?" in asked
    assert "Thank you for telling us. We read every word." in thanked
    assert ["order", 1042, 4, "Quick, and the kettle whistles."] == [
        _kept(buyer)[0][key] for key in ("touchpoint", "order_number", "how", "words")
    ]
    assert "Quick, and the kettle whistles." in buyer.see("/back-office")


def test_a_second_opinion_replaces_the_first(buyer: Shopper) -> None:
    """A double click is one opinion, a change of mind the later one."""
    for how in ("4", "4", "2"):
        buyer.send(WHERE, how=how)

    assert [2] == [each["how"] for each in _kept(buyer)]


@pytest.mark.parametrize("sent", [{}, {"how": "11"}, {"how_words": "   "}])
def test_nothing_told_is_asked_again(buyer: Shopper, sent: dict[str, str]) -> None:
    """And nothing is kept."""
    assert "Choose how it went." in buyer.send(WHERE, **sent).text
    assert [] == _kept(buyer)


def test_only_who_ordered_is_asked(buyer: Shopper, visit: Visit) -> None:
    """Another browser has no say."""
    with Company() as elsewhere:
        stranger = visit(elsewhere)

        assert 404 == stranger.send(WHERE, how="1").status_code
        assert 404 == stranger.http.get(WHERE).status_code


def test_who_takes_no_interest_does_not_ask(open_company: OpenCompany, visit: Visit) -> None:
    """The sin: no question anywhere on the confirmation."""
    shopper = visit(open_company("no-interest-in-feedback"))
    page = shopper.pay(shopper.reach_payment()).text

    assert "Your order number is KC-1042" in page
    assert "How did it go?" not in page
    assert "/feedback" not in page


def test_its_look_alike_asks_by_a_link(open_company: OpenCompany, visit: Visit) -> None:
    """The question is a press away."""
    shopper = visit(open_company(alike=["no-interest-in-feedback"]))
    page = shopper.pay(shopper.reach_payment()).text

    assert f'<a href="{WHERE}">Tell us how it went</a>' in page
    assert 'name="how"' not in page
    assert 'name="how"' in shopper.see(WHERE)
