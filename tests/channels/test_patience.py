"""When a customer has had enough: a pure function of what has happened."""

from __future__ import annotations

from typing import Any

import pytest

from cxprobe.channels.patience import enough, felt
from cxprobe.journey.moments import Moment
from cxprobe.people.persona import Patience


def moment(at: float, kind: str, **what: Any) -> Moment:
    """One moment."""
    return Moment(at=at, kind=kind, **what)


def test_a_wait_that_is_told_twice_is_felt_once() -> None:
    """The page's wait and the reply it was for overlap: the customer waits through both at once."""
    moments = [
        moment(1.0, "said", human=2.0),
        moment(9.0, "wait", waited=8.0, data={"began": 1.0}),
        moment(9.0, "heard", waited=8.0, data={"began": 1.0}),
    ]

    assert 10.0 == felt(moments)


def test_the_whole_journey_wears_out() -> None:
    """Waiting and own time beyond the limit are enough; up to it they are borne."""
    moments = [moment(9.0, "wait", waited=8.0), moment(10.0, "keys", human=2.0)]

    assert enough(moments, Patience(journey=10.0)) is None
    had = enough(moments, Patience(journey=9.0))
    assert had is not None
    assert ("journey", 9.0, 10.0) == (had.clock, had.limit, had.spent)


@pytest.mark.parametrize(("tolerated", "leaves"), [(0, True), (1, False)])
def test_as_many_repeats_are_borne_as_were_promised(tolerated: int, leaves: bool) -> None:
    """One question asked again is one repeat: who tolerates none leaves, who tolerates one stays."""
    moments = [
        moment(1.0, "said", quote="It is KC-1001.", data={"facts": ["order number"]}),
        moment(2.0, "heard", actor="bot", quote="What is your order number?"),
    ]

    assert leaves is (enough(moments, Patience(repeats=tolerated)) is not None)


@pytest.mark.parametrize(("own", "leaves"), [({}, True), ({"own": True}, False)])
def test_errors_wear_out_unless_they_are_the_customers_own(own: dict[str, bool], leaves: bool) -> None:
    """The company's errors count against it; a slip of the hand does not."""
    moments = [moment(1.0, "error", quote="Something went wrong.", data=own)]

    assert leaves is (enough(moments, Patience(errors=0)) is not None)
