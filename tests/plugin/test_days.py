"""Days: a test is lived again and again, whole, until a day breaks it; then the day is made small."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plugin.conftest import Project

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


@pytest.mark.parametrize(
    ("page", "misfortune"),
    [
        ("/no-apostrophes", "an apostrophe in the name (O'Brien)"),
        ("/no-double-clicks", "a double click on everything"),
    ],
)
def test_a_day_that_breaks_is_one_plain_sentence(project: Project, page: str, misfortune: str) -> None:
    """The failure says first what happened to whom, then the day in words, as small as it can be."""
    name = 'customer.fill("Last name", customer.identity.last_name)' if "apos" in page else "pass"
    project.write(
        f"""
        def test_order(customer):
            with customer.wants("to order a teapot") as journey:
                customer.open("{page}")
                {name}
                customer.press("Order")
                customer.settled(customer.see("order number"))
            journey.expect(resolved(), errors_met(at_most=0))
        """
    )

    ran = project.run("--persona=unlucky", "--cx-seed=1")
    told = ran.messages["test_order[unlucky]"]

    assert {"test_order[unlucky]": "FAILED"} == ran.statuses
    assert told.startswith(
        "Unlucky Una could not order a teapot: it was never settled: the company's server failed"
    )
    assert f"The day: {misfortune}." in told
    assert f"The smallest day that still breaks it: {misfortune}." in told
    assert "12 days: +" in ran.said
    assert [misfortune] == [journey["day_told"] for journey in project.journeys()], "only that day is kept"


def test_a_broken_day_is_met_first_the_next_time(project: Project) -> None:
    """What broke is remembered: the next run meets it second, after the ordinary day; mended, it is forgotten."""
    body = """
        def test_order(customer):
            order(customer, "{page}").expect(resolved(), errors_met(at_most=0))
        """
    project.write(body.format(page="/no-apostrophes"))
    first = project.run("--persona=unlucky", CI="true")
    store = next((project.folder / ".cxprobe/days").iterdir())
    kept = [json.loads(file.read_text("utf-8"))["misfortunes"] for file in store.glob("*.json")]
    again = project.run("--persona=unlucky", "--cx-days=2", CI="true")
    project.write(body.format(page="/"))
    mended = project.run("--persona=unlucky", "--cx-days=2", CI="true")

    assert "FAILED" == first.statuses["test_order[unlucky]"]
    assert [{"apostrophe-name": "O'Brien"}] == kept
    assert "2 days: +!" in again.said
    assert "PASSED" == mended.statuses["test_order[unlucky]"]
    assert [] == list(store.glob("*.json"))


def test_every_night_has_other_days(project: Project) -> None:
    """A continuous integration server's CI=true neither repeats the days nor loses what is remembered."""
    project.write("def test_look(customer):\n    order(customer).expect(resolved())")

    nights = []
    for _ in range(3):
        project.run("--persona=unlucky", "--cx-days=2", CI="true")
        nights.append(project.journeys()[-1]["day_told"])

    assert 1 < len(set(nights)) or nights[0] == "an ordinary day"


def test_twelve_days_unless_told_otherwise(project: Project) -> None:
    """Twelve days are lived by default, or what --cx-days or --cx-budget say; one journey is published."""
    project.write(
        """
        def test_look(customer):
            with customer.wants("to look around", expects=errors_met(at_most=0)):
                customer.open("/thanks")
        """
    )

    assert "12 days: ++++++++++++\n" in project.run("--persona=unlucky").said
    assert "12 days: +\n" in project.run("--persona=unlucky", "--cx-budget=0 s").said
    assert 2 == len(project.journeys())


def test_an_ordinary_day_that_breaks_needs_no_misfortune(project: Project) -> None:
    """What fails on an ordinary day is said so, and nothing is explored."""
    project.write("def test_order(customer): order(customer, '/unkind-form').expect(resolved())")

    ran = project.run("--persona=unlucky")

    assert "12 days: !\n" in ran.said
    assert ran.messages["test_order[unlucky]"].endswith("It broke on an ordinary day.")
    assert "The day:" not in ran.messages["test_order[unlucky]"]


def test_two_bugs_stay_two(project: Project) -> None:
    """A test's own assertions at two lines are two failures: reducing one does not end up at the other."""
    project.write(
        """
        from cxprobe import Day

        def test_order(customer):
            with customer.wants("to order a teapot", expects=errors_met(at_most=0)):
                customer.open("/thanks")
            day = dict(customer.scene.day.misfortunes)
            assert not ("slow-line" in day and "typos" in day), "slow and slips"
            assert "goes-back" not in day, "back"
        """
    )

    ran = project.run("--persona=unlucky", "--cx-seed=3")
    told = ran.messages["test_order[unlucky]"]
    first = "slow and slips" if told.startswith("AssertionError: slow and slips") else "back"
    smallest = {
        "slow and slips": "a slow line (slow-4g) and typing slips, corrected",
        "back": "a step back after page 1",
    }

    assert f"The smallest day that still breaks it: {smallest[first]}." in told + ran.said


def test_a_test_that_skips_itself_is_not_explored(project: Project) -> None:
    """`pytest.skip` and the skip marker end the search at once."""
    project.write(
        """
        @pytest.mark.skip(reason="closed on Sundays")
        def test_marked(customer): raise AssertionError

        def test_by_itself(customer): pytest.skip("closed on Mondays")
        """
    )

    ran = project.run("--persona=unlucky")

    assert {"SKIPPED"} == set(ran.statuses.values())
    assert 2 == ran.said.count("12 days: s\n")
    assert "closed on Mondays" in ran.message("test_by_itself[unlucky]")


def test_days_we_cannot_tell_about_count_as_neither(project: Project) -> None:
    """A day we lost our way on is no failure, and is not what is published where others were clear."""
    project.write(
        """
        def test_look(customer):
            with customer.wants("to look around") as journey:
                customer.open("/thanks")
                if len(customer.scene.day) > 5:
                    customer.page.click("#nowhere", timeout=100)
            journey.expect(errors_met(at_most=0))
        """
    )

    ran = project.run("--persona=unlucky", "--cx-seed=1")

    assert {"test_look[unlucky]": "PASSED"} == ran.statuses
    assert "?" in ran.said.split("12 days: ")[1].split("\n")[0]
    assert len(project.journeys()[0]["day"]["misfortunes"]) <= 5


def test_a_colleague_adds_a_misfortune(project: Project) -> None:
    """A conftest.py's hook adds to the catalogue, and its entry takes part in the days at once."""
    project.write_file(
        "conftest.py",
        """
        from dataclasses import replace
        from cxprobe import Misfortune

        def pytest_cxprobe_misfortunes():
            yield Misfortune(
                id="long-name", sentence="has a very long name", kind="name", slot="length of the name",
                words="a very long name", way_out="Takes it.",
                befall=lambda conditions, _: replace(
                    conditions, identity=replace(conditions.identity, last_name="Featherstonehaugh" * 3)
                ),
            )
        """,
    )
    project.write(
        """
        def test_order(customer):
            with customer.wants("to look around", expects=errors_met(at_most=0)):
                customer.open("/thanks")
            assert len(customer.identity.last_name) < 30, "too long"
        """
    )

    ran = project.run("--persona=unlucky", "--cx-seed=1")

    assert "The smallest day that still breaks it: a very long name." in ran.said
