"""Days: a test is lived again and again, whole, until a day breaks it; then the day is made small."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project, Ran

FIXTURES = """
def log(*words):
    with open("log", "a") as file:
        print(*words, file=file)

@pytest.fixture(scope="session")
def whole_run():
    log("session up")
    yield
    log("session down")

@pytest.fixture(scope="module")
def shop_open(whole_run):
    log("module up")
    yield
    log("module down")

@pytest.fixture
def basket(shop_open):
    content = []
    log("basket up")
    yield content
    log("basket down")

@pytest.mark.parametrize("colour", ["red", "blue"])
def test_fresh(customer, basket, tmp_path, colour):
    assert basket == [] and list(tmp_path.iterdir()) == []
    basket.append(colour)
    (tmp_path / "note").write_text(colour)
    log("lived", colour, tmp_path, customer.identity.email)
    with customer.wants("to look around") as journey:
        customer.open("/thanks")
    journey.expect(errors_met(at_most=0))

def test_plain(basket):
    log("plain")
"""


def test_a_day_is_a_whole_test(project: Project) -> None:
    """Function fixtures are fresh for each day, wider ones stay, and all is torn down in order."""
    project.write(FIXTURES)

    ran = project.run("--persona=unlucky", "--cx-days=3")
    log = project.log()
    lived = [line.split() for line in log if line.startswith("lived")]

    assert 0 == ran.code
    assert ["red"] * 3 + ["blue"] * 3 == [each[1] for each in lived]
    assert 6 == len({each[3] for each in lived}), "an identity is fresh for each day"
    assert ["session up", "module up"] == log[:2]
    assert ["module down", "session down"] == log[-2:]
    assert 1 == log.count("module up")
    days = [line.split()[0] + " " + line.split()[1] for line in log[2:-2] if "basket" in line]
    assert ["basket up", "basket down"] * 7 == days


def test_a_wide_fixture_that_fails_to_close_is_told(project: Project) -> None:
    """A module fixture's failing tear-down is an error of the last test, as ever; a day's own one is, too."""
    project.write(
        """
        @pytest.fixture(scope="module")
        def wide():
            yield
            raise RuntimeError("the door is stuck")

        @pytest.fixture
        def narrow():
            yield
            raise RuntimeError("the drawer is stuck")

        def look(customer):
            with customer.wants("to look around", expects=errors_met()):
                customer.open("/thanks")

        def test_narrow(customer, narrow): look(customer)
        def test_wide(customer, wide): look(customer)
        """
    )

    ran = project.run("--persona=unlucky", "--cx-days=2")

    assert 1 == ran.code
    assert {"ERROR"} == set(ran.statuses.values())
    assert "ERROR at teardown of test_wide[unlucky]" in ran.said
    assert "the door is stuck" in ran.said
    assert "ERROR at teardown of test_narrow[unlucky]" in ran.said
    assert 1 == ran.said.count("2 days: E\n"), "what is wrong with a test is not explored"


EXPLORED = """
@pytest.mark.parametrize("bug", ["no-apostrophes", "unkind-form"])
def test_form(customer, bug):
    order(customer, f"/{bug}").expect(resolved(), errors_met(at_most=0))

def test_double(customer):
    with customer.wants("to order a teapot") as journey:
        customer.open("/no-double-clicks")
        customer.press("Order")
        if customer.sees("order number"):
            customer.settled("order number")
    journey.expect(resolved(), errors_met(at_most=0))

def look(customer):
    with customer.wants("to look around", expects=errors_met(at_most=0)):
        customer.open("/thanks")
    return dict(customer.scene.day.misfortunes)

def test_two_bugs(customer):
    day = look(customer)
    assert not ("slow-line" in day and "typos" in day), "slow and slips"
    assert "goes-back" not in day, "back"

@pytest.mark.skip(reason="closed on Sundays")
def test_marked(customer):
    raise AssertionError

def test_skips_itself(customer):
    pytest.skip("closed on Mondays")

def test_neither(customer):
    with customer.wants("to look around") as journey:
        customer.open("/thanks")
        if len(customer.scene.day) > 5:
            customer.page.click("#nowhere", timeout=100)
    journey.expect(errors_met(at_most=0))

def test_long_name(customer):
    look(customer)
    assert len(customer.identity.last_name) < 45, "too long"

@pytest.mark.xfail(reason="known since Monday")
def test_known(customer):
    order(customer, "/unkind-form").expect(resolved())
"""
COLLEAGUE = """
from dataclasses import replace
from cxprobe import Misfortune

def pytest_cxprobe_misfortunes():
    yield Misfortune(
        id="endless-name", sentence="has an endless name", kind="name", slot="length of the name",
        words="an endless name", way_out="Takes it.",
        befall=lambda conditions, _: replace(
            conditions, identity=replace(conditions.identity, last_name="Featherstonehaugh" * 3)
        ),
    )
"""


@pytest.fixture(scope="module")
def explored(shared_project: Project) -> Ran:
    """One run whose tests each break, or do not, in a way of their own; a colleague added a misfortune."""
    shared_project.write_file("conftest.py", COLLEAGUE)
    shared_project.write(EXPLORED)
    return shared_project.run("--persona=unlucky", "--cx-seed=1", CI="true")


@pytest.mark.parametrize(
    ("test", "day"),
    [
        ("form[unlucky-no-apostrophes]", "an apostrophe in the name (O'Brien)"),
        ("double[unlucky]", "a double click on everything"),
    ],
)
def test_a_day_that_breaks_is_one_plain_sentence(explored: Ran, test: str, day: str) -> None:
    """The failure says first what happened to whom, then the day in words, as small as it can be."""
    told = explored.messages[f"test_{test}"]

    assert "FAILED" == explored.statuses[f"test_{test}"]
    assert told.startswith("Unlucky Una could not order a teapot: it was never settled: the company's server")
    assert f"The day: {day}." in told
    assert f"It takes one thing: {day}." in told


def test_only_the_chosen_day_is_kept(shared_project: Project, explored: Ran) -> None:
    """Of all days one journey is on the disk: the smallest that broke, or the hardest that did not."""
    days = {each["test"].split("::test_")[1]: each["day_told"] for each in shared_project.journeys()}

    assert len(days) == len(shared_project.journeys())
    assert "a double click on everything" == days["double[unlucky]"]


def test_an_ordinary_day_that_breaks_needs_no_misfortune(explored: Ran) -> None:
    """What fails on an ordinary day is said so, and nothing is explored."""
    told = explored.messages["test_form[unlucky-unkind-form]"]

    assert "!!" == explored.days["test_form[unlucky-unkind-form]"]
    assert told.endswith("It broke on an ordinary day.")
    assert "The day:" not in told


def test_two_bugs_stay_two(explored: Ran) -> None:
    """Reducing one bug does not end up at another: its day stays the smallest of its own kind."""
    told = explored.messages["test_two_bugs[unlucky]"]
    smallest = {
        "slow and slips": "two things: a slow line (slow-4g) and typing slips, corrected",
        "back": "one thing: a step back after page 1",
    }
    bug = next(bug for bug in smallest if told.startswith(f"AssertionError: {bug}"))

    assert f"It takes {smallest[bug]}." in explored.said


@pytest.mark.parametrize("test", ["marked", "skips_itself"])
def test_a_test_that_skips_itself_is_not_explored(explored: Ran, test: str) -> None:
    """`pytest.skip` and the skip marker end the search at once."""
    assert ("SKIPPED", "s") == (
        explored.statuses[f"test_{test}[unlucky]"],
        explored.days[f"test_{test}[unlucky]"],
    )
    assert "closed on" in explored.message(f"test_{test}[unlucky]")


def test_days_we_cannot_tell_about_count_as_neither(shared_project: Project, explored: Ran) -> None:
    """Twelve days are lived; one we lost our way on is no failure, and is not what is published."""
    signs = explored.days["test_neither[unlucky]"]
    told = [each for each in shared_project.journeys() if "test_neither" in each["test"]]

    assert ("PASSED", 12) == (explored.statuses["test_neither[unlucky]"], len(signs))
    assert {"+", "?"} == set(signs)
    assert len(told[0]["day"]["misfortunes"]) <= 5


def test_a_colleague_adds_a_misfortune(explored: Ran) -> None:
    """A conftest.py's hook adds to the catalogue, and its entry takes part in the days at once."""
    assert "AssertionError: too long" == explored.message("test_long_name[unlucky]")
    assert "It takes one thing: an endless name." in explored.said


def test_what_is_known_to_break_stays_known(explored: Ran) -> None:
    """An xfail marker counts for the day that broke, too."""
    assert "XFAIL" == explored.statuses["test_known[unlucky]"]


def test_a_broken_day_is_met_first_the_next_time(shared_project: Project, explored: Ran) -> None:
    """CI=true or not, what broke is kept, and the next run lives it right after the ordinary day."""
    stores = (shared_project.folder / ".cxprobe/days").glob("*no-apostrophes*/*.json")
    kept = [json.loads(file.read_text("utf-8"))["misfortunes"] for file in stores]
    again = shared_project.run("--persona=unlucky", "--cx-days=2", "-k", "apostrophes", CI="true")

    assert [{"apostrophe-name": "O'Brien"}] == kept
    assert {"test_form[unlucky-no-apostrophes]": "+!!"} == again.days


def test_a_spent_budget_lives_the_ordinary_day(project: Project) -> None:
    """--cx-budget ends the exploring, and even without any time left one day is lived and judged."""
    project.write("def test_order(customer): order(customer).expect(resolved())")

    ran = project.run("--persona=unlucky", "--cx-budget=0 s")

    assert {"test_order[unlucky]": "+"} == ran.days
    assert {"test_order[unlucky]": "PASSED"} == ran.statuses


PUBLISHED = """
from cxprobe.channels import web
from cxprobe.journey.timeline import Timeline

def log(what, folder, *more):
    with open("log", "a") as file:
        print(what, folder.name, *more, file=file)

def take_picture(page, folder, name, *more, taken=web.take_picture):
    log("picture", folder, name, page.url.rpartition("/")[2])
    return taken(page, folder, name, *more)

def save(timeline, folder, saved=Timeline.save):
    log("written", folder)
    return saved(timeline, folder)

web.take_picture, Timeline.save = take_picture, save
visits = []

def look(customer, page):
    with customer.wants(page) as journey:
        customer.open(f"/{page}")
        before = customer.page
    assert journey.moments[-1].sentence == "This is the last the customer saw."
    journey.expect(errors_met())
    return before

def test_look(customer):
    look(customer, "thanks")

def test_bad_end(customer):
    look(customer, "silent")
    assert not len(customer.scene.day)

def test_goes_on(customer):
    look(customer, "order")
    customer.page.goto(customer.page.url.replace("order", "thanks"))

def test_goes_on_unseen(customer):
    look(customer, "two-bugs").get_by_label("Last name").fill("Gus")

def test_twice(customer):
    look(customer, "silence")
    look(customer, "no-apostrophes")

@pytest.fixture
def account():
    visits.append(1)
    yield
    assert len(visits) < 4, "the account cannot be closed"

def test_account(account, customer):
    look(customer, "english-only")
"""


def test_what_is_published_is_written_and_pictured_and_nothing_else_is(project: Project) -> None:
    """A search publishes one day of many: journeys that nobody will look at cost no picture and no file."""
    project.write(PUBLISHED)

    ran = project.run("--persona=unlucky", "--cx-days=8")
    ends = {each["goal"]: each["moments"][-1] for each in project.journeys()}
    pictured = {goal for goal, end in ends.items() if end.get("evidence")}
    log = Counter(project.log())

    assert {"test_bad_end": "FAILED", "test_account": "ERROR", "test_look": "PASSED"}.items() <= {
        test.partition("[")[0]: status for test, status in ran.statuses.items()
    }.items()
    assert {"This is the last the customer saw."} == {end["sentence"] for end in ends.values()}
    assert {"thanks", "silent", "order", "silence", "no-apostrophes"} == pictured - {"english-only"}
    assert {"two-bugs"} == ends.keys() - pictured - {"english-only"}, "it went on in the test's own hands"
    assert "english-only" in ends, "whatever became of the day after everybody left"
    assert 8 > log["written 1-thanks"] >= 1
    assert log["written 1-thanks"] == log["picture 1-thanks end thanks"]
    assert 6 <= log["picture 1-order end order"], "before anybody goes on"
    assert 0 == log["picture 1-order end thanks"] == log["picture 1-two-bugs end two-bugs"]
    assert 6 <= log["written 1-silence"], "before the next journey"
    assert 8 > log["written 2-no-apostrophes"] >= 1


def test_days_do_not_share_their_luck(project: Project) -> None:
    """What a fixture makes up with `random` is different on each day: the search leaves it alone."""
    project.write(
        """
        import random

        @pytest.fixture
        def lot():
            return random.random()

        def test_look(customer, lot):
            with open("log", "a") as file:
                print(lot, file=file)
            with customer.wants("to look around", expects=errors_met()):
                customer.open("/thanks")
        """
    )

    ran = project.run("--persona=unlucky", "--cx-days=12")

    assert {"test_look[unlucky]": "PASSED"} == ran.statuses
    assert 12 == len(set(project.log()))


UNSURE = """
lives = []

def look(customer):
    with customer.wants("to look around", expects=errors_met()):
        customer.open("/thanks")

def test_once_of_three(customer):
    lives.append(1)
    look(customer)
    assert len(lives) > 1, "a bad start"
"""


def test_a_day_that_broke_once_of_three_is_no_failure(project: Project) -> None:
    """On a search of one day it is inconclusive, and said why; with more days the others decide."""
    project.write(UNSURE)

    one = project.run("--persona=unlucky", "--cx-days=1")
    more = project.run("--persona=unlucky", "--cx-days=8")

    assert ({"test_once_of_three[unlucky]": "!++"}, 0) == (one.days, one.code)
    assert {"test_once_of_three[unlucky]": "SKIPPED"} == one.statuses
    assert "it broke once of three: a bad start" in one.said
    assert "1 journey: 1 inconclusive" in one.said
    assert {"test_once_of_three[unlucky]": "!++" + 5 * "+"} == more.days
    assert ({"test_once_of_three[unlucky]": "PASSED"}, 0) == (more.statuses, more.code)
    assert "6 days driven" in more.said
    assert "1 inconclusive" not in more.said, "that it breaks now and then is an answer"
    assert "broke once of three: a bad start" in more.said


def test_a_mistake_while_reducing_does_not_hide_the_day(project: Project) -> None:
    """A tear-down that fails while the day is made smaller ends that; what broke is told all the same."""
    project.write(
        """
        broken = []

        @pytest.fixture
        def drawer():
            late = len(broken) > 1
            yield
            assert not late, "the drawer is stuck"

        def test_drawer(customer, drawer):
            with customer.wants("to look around", expects=errors_met()):
                customer.open("/thanks")
            if len(customer.scene.day) > 1:
                broken.append(1)
                pytest.fail("a bad day")
        """
    )

    ran = project.run("--persona=unlucky", "--cx-seed=1")

    assert {"test_drawer[unlucky]": "FAILED"} == ran.statuses
    assert ran.days["test_drawer[unlucky]"].endswith("!!E")
    assert "Then a day ended in an error" in ran.said


def test_a_night_may_be_blind_by_its_days(project: Project) -> None:
    """A test with more than a fifth of its days inconclusive counts as one journey that was."""
    project.write(
        """
        days = []

        def test_mostly(customer):
            days.append(1)
            with customer.wants("to look around", expects=errors_met()):
                customer.open("/thanks")
                if len(days) > 2:
                    customer.page.click("#nowhere", timeout=50)
        """
    )

    ran = project.run("--persona=unlucky", "--cx-days=5")

    assert {"test_mostly[unlucky]": "++???"} == ran.days
    assert ({"test_mostly[unlucky]": "PASSED"}, 1) == (ran.statuses, ran.code)
    assert "A blind night" in ran.said


def test_what_never_set_out_counts_as_inconclusive(project: Project) -> None:
    """Tests stopped in a fixture have no journey, yet they are in the scorecard and make a night blind."""
    project.write(
        """
        from cxprobe.errors import Inconclusive

        @pytest.fixture
        def polite():
            raise Inconclusive("the site asks robots to stay out")

        @pytest.mark.parametrize("number", range(5))
        def test_polite(customer, polite, number): pass
        """
    )

    ran = project.run()

    assert ["SKIPPED"] * 5 == [*ran.statuses.values()]
    assert "5 journeys: 5 inconclusive" in ran.said
    assert "The site asks robots to stay out" in ran.said
    assert ("A blind night" in ran.said, ran.code) == (True, 1)


def test_a_name_that_a_customer_who_left_never_set_is_no_mistake(project: Project) -> None:
    """A test that uses, after the block, what the block would have set is inconclusive: they had left."""
    project.write(
        """
        def test_left(customer):
            with customer.wants("to find the dragon") as journey:
                customer.open("/thanks")
                found = customer.see("Dragon")
            assert "Dragon" in found
            journey.expect(resolved())

        def test_mistake(customer):
            with customer.wants("to look around") as journey:
                customer.open("/thanks")
            journey.expect(nothing_of_that_name())
        """
    )

    ran = project.run()

    assert {"test_left[ordinary]": "SKIPPED", "test_mistake[ordinary]": "ERROR"} == ran.statuses
    assert "the customer had left: " in ran.message("test_left[ordinary]")
