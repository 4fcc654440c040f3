"""Settings: what is found, what is refused, and how far a customer may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxprobe.errors import InvalidSettings
from cxprobe.settings import Level, Settings, bundled, load_settings


def settled(folder: Path, text: str, name: str = "cxprobe.toml") -> Settings:
    """The settings of a project whose file says this."""
    (folder / name).write_text(text, "utf-8")
    return load_settings(folder)


def refusal(folder: Path, text: str) -> str:
    """What is said about a settings file that cannot be meant."""
    with pytest.raises(InvalidSettings) as refused:
        settled(folder, text)
    return str(refused.value)


def test_an_empty_project_has_defaults(tmp_path: Path) -> None:
    """Without any file, the ordinary customer visits, and fills a basket at most."""
    settings = load_settings(tmp_path)

    assert "ordinary" == settings.persona
    assert 12 == settings.days
    assert Level.basket == settings.trace_level("https://shop.example")


def test_settings_are_found_above(tmp_path: Path) -> None:
    """A test deep in a project finds the settings at its top."""
    settled(tmp_path, 'persona = "worst-day"')
    deep = tmp_path / "tests" / "shop"
    deep.mkdir(parents=True)

    assert "worst-day" == load_settings(deep).persona
    assert tmp_path == load_settings(deep).folder


def test_a_table_in_pyproject_will_do(tmp_path: Path) -> None:
    """[tool.cxprobe] says the same as a file of its own."""
    settings = settled(tmp_path, '[tool.cxprobe]\nbudget = "10 min"', "pyproject.toml")

    assert 600.0 == settings.budget


def test_a_pyproject_without_the_table_is_passed_by(tmp_path: Path) -> None:
    """A nested package's own pyproject does not hide the settings above it."""
    settled(tmp_path, "days = 3")
    inner = tmp_path / "package"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")

    assert 3 == load_settings(inner).days


def test_its_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    """With both in one folder, cxprobe.toml counts."""
    (tmp_path / "pyproject.toml").write_text("[tool.cxprobe]\ndays = 5\n", "utf-8")

    assert 7 == settled(tmp_path, "days = 7").days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dayz = 3", ["cxprobe.toml", "dayz", "Did you mean 'days'?"]),
        ("[trace]\nlevl = 'look'", ["trace.levl", "Did you mean 'level'?"]),
        ("[trace]\nlevel = 'pays'", ["trace.level", "Did you mean 'pay'?"]),
        ("days = 'many'", ["days", "a whole number", "'many'"]),
        ("trace = 'look'", ["trace", "a table"]),
        ("days = 0", ["days", "greater than or equal to 1"]),
        ("budget = 10", ["budget", "needs a unit"]),
        ("budget = '10 fortnights'", ["budget", "10 fortnights"]),
        ("base_url = 'shop.example'", ["base_url", "https://shop.example"]),
        ("mailbox = 'cx'", ["mailbox", "cx@company.example"]),
        ("[fence]\nresources = 'some'", ["fence.resources", "'any' or 'named'"]),
        ("[site]\nproduct = 3", ["site.product", "a text", "3"]),
        ("personas = ['nowhere']", ["personas", "nothing at 'nowhere'"]),
        ("folder = '/'", ["folder", "not for writing down"]),
        ("days = \n", ["line 1", "not TOML"]),
        ("secrets = [{ environment = 'X' }]", ["secrets", 'env = "NAME_OF_A_VARIABLE"']),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, said: list[str]) -> None:
    """A mistake is told with the file, the key, and what was expected."""
    message = refusal(tmp_path, text)

    assert [] == [each for each in ["cxprobe.toml", *said] if each not in message]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """Two mistakes are two lines, not two runs."""
    assert 2 == len(refusal(tmp_path, "days = 0\npersonna = 'x'").splitlines())


def test_a_refused_secret_is_not_repeated(tmp_path: Path) -> None:
    """What is wrong with a secret is told without telling the secret."""
    assert "hunter2" not in refusal(tmp_path, "secrets = [['hunter2']]")


def test_taking_peoples_time_needs_a_budget(tmp_path: Path) -> None:
    """Level 'person' without contacts a night is refused, with what to add."""
    assert "contacts_per_night = 5" in refusal(tmp_path, "[trace]\nlevel = 'person'")


def test_buying_needs_a_test_item_and_a_test_payment(tmp_path: Path) -> None:
    """Level 'pay' without them is refused, naming the one that is missing."""
    message = refusal(tmp_path, "[trace]\nlevel = 'pay'\ncontacts_per_night = 1\ntest_item = 'SKU-0'")

    assert "needs test_payment:" in message


def test_a_raised_level_counts_off_this_machine(tmp_path: Path) -> None:
    """What settings allow by name is allowed."""
    settings = settled(tmp_path, "[trace]\nlevel = 'person'\ncontacts_per_night = 2")

    assert Level.person == settings.trace_level("https://shop.example")


@pytest.mark.parametrize(
    "here", [None, "http://127.0.0.1:8000", "http://localhost", "http://[::1]:1/", "http://kettle.localhost"]
)
def test_everything_is_allowed_on_this_machine(here: str | None) -> None:
    """On the loopback nobody can be bothered."""
    assert Level.pay == Settings().trace_level(here)


@pytest.mark.parametrize("there", ["http://127.0.0.1.example", "http://localhost.example", "http://10.0.0.1"])
def test_what_only_looks_like_this_machine_is_not(there: str) -> None:
    """A host that borrows the name, or a neighbour in the office, is somebody else's."""
    assert Level.basket == Settings().trace_level(there)


def test_levels_are_in_order() -> None:
    """Each level leaves more of a trace than the one before."""
    names = ["look", "basket", "message", "person", "pay"]

    assert names == [str(level) for level in sorted(Level.named(name) for name in reversed(names))]


def test_secrets_come_from_words_and_variables(tmp_path: Path) -> None:
    """Both kinds are redacted; a variable that is not set hides nothing; no repr shows them."""
    settings = settled(tmp_path, "secrets = ['letmein', { env = 'PASS' }, { env = 'GONE' }]")

    assert {"letmein", "s3cret"} == settings.secret_values({"PASS": "s3cret"})
    assert "letmein" not in repr(settings)


def test_personas_are_looked_for_at_home_first(tmp_path: Path) -> None:
    """The project's folder goes before the one that comes with cxprobe."""
    assert (tmp_path / "personas", bundled("personas")) == load_settings(tmp_path).persona_folders()


def test_standards_of_ones_own_go_first(tmp_path: Path) -> None:
    """A project without standards uses those that come with cxprobe."""
    settings = load_settings(tmp_path)
    borrowed = settings.standards_file()
    own = tmp_path / "scenarios" / "standards.toml"
    own.parent.mkdir()
    own.touch()

    assert bundled("scenarios") / "standards.toml" == borrowed
    assert own == settings.standards_file()


def test_a_mailbox_is_a_folder_beside_the_settings(tmp_path: Path) -> None:
    """A path is meant from where the file lies; an address on a server is left as it is."""
    assert "" == load_settings(tmp_path).mail_to_read({})
    assert str(tmp_path / "mail/cx") == settled(tmp_path, '[mail]\nread = "mail/cx"').mail_to_read({})
    assert "imaps://cx:pw@mail.example/INBOX" == settled(
        tmp_path, '[mail]\nread = "imaps://cx:pw@mail.example/INBOX"'
    ).mail_to_read({})


def test_a_mailbox_may_come_from_a_variable(tmp_path: Path) -> None:
    """One that is not set names no mailbox, so that runs without it go on."""
    settings = settled(tmp_path, '[mail]\nread = { env = "CX_MAILBOX" }')

    assert "imaps://cx:pw@mail.example" == settings.mail_to_read({"CX_MAILBOX": "imaps://cx:pw@mail.example"})
    assert "" == settings.mail_to_read({})


def test_a_mailbox_password_is_never_written_down(tmp_path: Path) -> None:
    """It is hidden wherever it stands, as written and as meant, and not shown with the settings."""
    settings = settled(tmp_path, '[mail]\nread = "imaps://cx:p%21w@mail.example/INBOX"')

    assert {"p%21w", "p!w"} <= settings.secret_values({})
    assert "p%21w" not in repr(settings)


def test_a_mailbox_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """With the key, and what was expected."""
    said = refusal(tmp_path, "[mail]\nread = 7")

    assert "mail.read" in said
    assert "words in quotes" in said
    assert "mail.raed" in refusal(tmp_path, '[mail]\nraed = "x"')
