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
        customer.open("/order")
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
    journey.went_on = True
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
    ("test", "sentence"),
    [
        (
            "lost_with_evidence[ordinary]",
            "An ordinary customer could not order a teapot: it was never settled: the company's server",
        ),
        ("lost_by_control[pierre]", "the same customer on an ordinary day got through."),
        ("not_even_the_control[pierre]", "the same customer on an ordinary day did not get through either."),
        ("unproven[ordinary]", "there was nothing to judge by. Nobody was talked to."),
        ("inconclusive[ordinary]", 'We did not find "Fly to the moon" on Teapots.'),
        ("mistake[ordinary]", "AttributeError: 'Customer' object has no attribute 'opne'"),
        ("nobody_judged[ordinary]", "nothing was expected. Type for example: journey.expect(resolved()"),
        ("judged_twice[ordinary]", "is judged already: name all expectations in one expect(…)."),
        ("gave_up_outside[ordinary]", 'Put what they do inside: with customer.wants("…") as journey:'),
        ("own_assertion[ordinary]", "AssertionError: assert 'teapot' == 'kettle'"),
        ("script_cannot_go_on[ordinary]", "Page.click: Timeout 200ms exceeded"),
    ],
)
def test_the_first_line_says_why(table: Ran, test: str, sentence: str) -> None:
    """What stands first is one sentence that says what happened, or what to type next."""
    assert sentence in table.message(f"test_{test}")


def test_what_nobody_judged_is_said(project: Project) -> None:
    """A test whose customer does all outside a journey passes by its own words, with a warning."""
    project.write("""
    def test_own_words(customer):
        customer.open("/")
        assert customer.sees("Teapots")
    """)

    ran = project.run("-W", "default")

    assert 0 == ran.code
    assert "test_own_words[ordinary]: a customer went to the site, but nothing was judged" in ran.said


def test_our_own_errors_come_without_our_code(table: Ran) -> None:
    """No traceback leads through cxprobe, and a customer who gives up is never seen as an exception."""
    assert "cxprobe/" not in table.said.replace("cxprobe/runs", "")
    assert "GaveUp" not in table.said


def test_the_scorecard_adds_up(table: Ran) -> None:
    """Each judged journey has its line; what was not judged has none."""
    assert "16 journeys: 6 served, 1 frustrated, 1 unproven, 5 inconclusive, 3 lost" in table.said
    assert 1 == table.code


def test_a_broken_promise_is_not_yet_one(shared_project: Project, table: Ran) -> None:
    """A promise not due yet is kept in the ledger, with its words."""
    from cxprobe.ledger.promises import open_promises

    promises = open_promises(shared_project.folder / ".cxprobe")

    assert ["within 3 business days" in str(each["promise"]) for each in promises] == [True]


def test_every_journey_can_be_judged_again(shared_project: Project, table: Ran) -> None:
    """A saved journey gives the verdict of the live run."""
    from cxprobe.journey.timeline import Timeline
    from cxprobe.judging.verdict import judge

    saved = [Timeline.from_json(plain) for plain in shared_project.journeys()]
    again = {timeline.test.split("::test_")[1]: judge(timeline).verdict for timeline in saved}

    assert "frustrated" == again["frustrated[ordinary]"]
    assert "lost" == again["lost_with_evidence[ordinary]"]
    assert "lost" == again["lost_by_control[pierre]"]
    assert "inconclusive" == again["not_even_the_control[pierre]"]
    assert "served" == again["served[ordinary]"]


def test_strict_fails_what_is_only_put_up_with(project: Project) -> None:
    """With --cx-strict, what is kept only within at_worst fails; so does what we could not tell, if asked."""
    project.write(
        """
        def test_frustrated(customer):
            order(customer).expect(resolved(), effort(presses=(0, 9)))

        def test_inconclusive(customer):
            with customer.wants("to order a teapot") as journey:
                customer.open("/")
                customer.press("Fly to the moon")
            journey.expect(errors_met(at_most=0))
        """
    )

    ran = project.run("--cx-strict", "--cx-inconclusive=fail")

    assert {"FAILED"} == set(ran.statuses.values())
    assert "We could not tell whether" in ran.message("test_inconclusive[ordinary]")


def test_a_blind_night_does_not_end_well(project: Project) -> None:
    """Where we could not tell, nothing failed; but a night that saw nothing is no good night; one is none."""
    project.write(
        """
        @pytest.mark.parametrize("number", range(5))
        def test_inconclusive(customer, number):
            with customer.wants("to order a teapot") as journey:
                customer.open("/")
                customer.page.click("#nowhere", timeout=200)
            journey.expect(errors_met(at_most=0))
        """
    )

    ran = project.run()
    one = project.run("-k", "inconclusive and 3")

    assert (["SKIPPED"] * 5, ["SKIPPED"]) == ([*ran.statuses.values()], [*one.statuses.values()])
    assert (True, False) == ("A blind night" in ran.said, "A blind night" in one.said)
    assert (1, 0) == (ran.code, one.code)


def test_expects_judges_on_leaving(project: Project) -> None:
    """`wants(…, expects=…)` needs no expect(), and still speaks of the company when the block ends early."""
    project.write(
        """
        def test_served(customer):
            with customer.wants("to look", expects=errors_met(at_most=0)):
                customer.open("/")

        def test_lost(customer):
            with customer.wants("to look", expects=[errors_met(at_most=0)]):
                customer.open("/broken")
                customer.see("words that never come")
        """
    )

    ran = project.run()

    assert "PASSED" == ran.statuses["test_served[ordinary]"]
    assert "FAILED" == ran.statuses["test_lost[ordinary]"]
    assert "the company's server failed (500)" in ran.message("test_lost[ordinary]")


def test_a_site_that_is_down_is_one_red(project: Project) -> None:
    """An unreachable site fails once for the run; the other tests are skipped, in the next run anew."""
    project.write("def test_first(customer): order(customer).expect(resolved())")
    project.write("def test_second(customer): order(customer).expect(resolved())", "test_more.py")

    for _ in "again", "and again":
        ran = project.run("--base-url=http://127.0.0.1:9")

        assert ["FAILED", "SKIPPED"] == sorted(ran.statuses.values())
        assert 1 == ran.code
        assert any("is down: it could not be opened twice" in each for each in ran.messages.values())


def test_a_site_that_is_down_is_one_red_for_all_workers(project: Project) -> None:
    """Two workers, four tests, one red."""
    for number in range(4):
        project.write("def test_order(customer): order(customer).expect(resolved())", f"test_{number}.py")

    ran = project.run("--base-url=http://127.0.0.1:9", "-n2")

    assert 1 == ran.code
    assert "1 failed, 3 skipped" in ran.said


def test_a_site_that_dies_midway(project: Project) -> None:
    """A shop that goes away under a customer's hands is down, not badly made."""
    project.write(
        """
        import http.server, threading

        @pytest.fixture(scope="session")
        def dying():
            class Page(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    page = b"<!doctype html><title>T</title><h1>Teapots</h1><a href=/next>Next</a>"
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(page)))
                    self.end_headers()
                    self.wfile.write(page)
                def log_message(self, *args):
                    pass
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield server
            server.server_close()

        @pytest.fixture(scope="session")
        def base_url(dying):
            return f"http://127.0.0.1:{dying.server_address[1]}"

        def test_dies(customer, dying):
            with customer.wants("to look around") as journey:
                customer.open("/")
                dying.shutdown()
                dying.server_close()
                customer.press("Next")
                customer.settled(customer.see("Teapots"))
            journey.expect(resolved())
        """
    )

    ran = project.bare(f"--cx-out={project.out}")

    assert "FAILED" == ran.statuses["test_dies[ordinary]"]
    assert "is down: the customer got stuck, and a plain request failed too" in ran.said
    assert {"goal", "visit", "outage"} <= {moment["kind"] for moment in project.journeys()[0]["moments"]}
