"""The verdict table, as pytest and its exit code tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project, Ran

TABLE = """
def test_served(customer):
    order(customer).expect(resolved(), errors_met(at_most=0))

def test_frustrated(customer):
    order(customer).expect(resolved(), effort(presses=(0, 9)))

def test_lost_with_evidence(customer):
    order(customer, "/unkind-form").expect(resolved(), errors_met(at_most=0))

@pytest.mark.persona("pierre")
def test_lost_by_control(customer):
    order(customer, "/english-only").expect(resolved())

@pytest.mark.persona("pierre")
def test_not_even_the_control(customer):
    order(customer, "/silent").expect(resolved())

def test_open_promise(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/promise")
        customer.settled(customer.see("within 3 business days"))
    journey.expect(resolved(), promises_kept())

def test_unproven(customer):
    order(customer).expect(asked_once(), transfers(at_most=0))

def test_inconclusive(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/")
        customer.press("Fly to the moon")
    journey.expect(errors_met(at_most=0))

def test_mistake(customer):
    with customer.wants("to order a teapot") as journey:
        customer.opne("/")
    journey.expect(resolved())

def test_nobody_judged(customer):
    order(customer)

def test_judged_twice(customer):
    journey = order(customer)
    journey.expect(resolved())
    journey.expect(resolved())

def test_gave_up(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/")
        customer.see("words that never come")
    open("log", "a").write("went on\\n")
    journey.expect(resolved())

def test_gave_up_outside(customer):
    customer.open("/")
    customer.see("words that never come")

def test_own_assertion(customer):
    order(customer).expect(resolved())
    assert "teapot" == "kettle"

def test_script_cannot_go_on(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/")
        customer.page.click("#nowhere", timeout=200)
    journey.expect(resolved())

@pytest.mark.xfail(reason="known since Monday")
def test_known(customer):
    order(customer, "/unkind-form").expect(resolved(), errors_met(at_most=0))

def test_two_people(customers):
    first, second = customers.arrive(), customers.arrive("pierre")
    order(first, goal="to order first").expect(resolved())
    order(second, goal="to order second").expect(resolved())
    assert first.identity != second.identity

@pytest.fixture
def sent_ahead(customer):
    with customer.wants("to look around") as journey:
        customer.open("/")
        customer.press("Fly to the moon")
    journey.expect(errors_met())

def test_unsure_before_it_began(customer, sent_ahead):
    raise SystemError("must not be reached")
"""


@pytest.fixture(scope="module")
def table(shared_project: Project) -> Ran:
    """One run with a test for each row of the table."""
    shared_project.write(TABLE)
    return shared_project.run()


@pytest.mark.parametrize(
    ("test", "status"),
    [
        ("served[ordinary]", "PASSED"),
        ("frustrated[ordinary]", "PASSED"),
        ("lost_with_evidence[ordinary]", "FAILED"),
        ("lost_by_control[pierre]", "FAILED"),
        ("not_even_the_control[pierre]", "SKIPPED"),
        ("open_promise[ordinary]", "PASSED"),
        ("unproven[ordinary]", "FAILED"),
        ("inconclusive[ordinary]", "SKIPPED"),
        ("mistake[ordinary]", "ERROR"),
        ("nobody_judged[ordinary]", "ERROR"),
        ("judged_twice[ordinary]", "ERROR"),
        ("gave_up[ordinary]", "SKIPPED"),
        ("gave_up_outside[ordinary]", "ERROR"),
        ("own_assertion[ordinary]", "FAILED"),
        ("script_cannot_go_on[ordinary]", "SKIPPED"),
        ("known[ordinary]", "XFAIL"),
        ("two_people[ordinary]", "PASSED"),
        ("unsure_before_it_began[ordinary]", "SKIPPED"),
    ],
)
def test_a_row_of_the_table(table: Ran, test: str, status: str) -> None:
    """Each verdict has its own outcome in pytest."""
    assert status == table.statuses.get(f"test_{test}")


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("x", "x"),
    ],
)
def test_why(table: Ran, test: str, words: str) -> None:
    """What stands first is a sentence for people."""
    print(table.said)
    for k, v in table.messages.items(): print(k, "=>", v)
    assert 0
