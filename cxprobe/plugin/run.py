"""One pytest run of cxprobe: its settings, its seed, where it writes, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from cxprobe.errors import InvalidDuration, UsageError
from cxprobe.journey.clock import seconds
from cxprobe.ledger.days import KeptDay, find_day, place_of
from cxprobe.people.misfortunes import Catalogue, catalogue
from cxprobe.people.persona import Persona, find_persona
from cxprobe.plugin.ticket import HOME, Ticket, make_room
from cxprobe.settings import Settings, address, load_settings
from cxprobe.worst_day import PROFILES, Profile, Purse, Worst
from cxprobe.worst_day.combinations import Factors
from cxprobe.worst_day.drawing import CHANNELS

BLIND = 0.2
"""Share of journeys that we could not judge above which a night is blind."""
FEWEST = 5
"""Journeys below which a run is no night: a share of so few says nothing. A day of a search is one."""


@dataclass(kw_only=True)
class Run:
    """What all of a run's tests share, in one process or many."""

    config: pytest.Config
    settings: Settings
    ticket: Ticket
    _purse: Purse | None = None
    _personas: dict[str, Persona] = field(default_factory=dict)

    @classmethod
    def of(cls, config: pytest.Config, ticket: Ticket) -> Run:
        """The run of a session; a worker's is its controller's. Raises pytest.UsageError for bad input."""
        if config.option.cx_days is not None and config.option.cx_days < 1:
            raise pytest.UsageError(f"--cx-days {config.option.cx_days}: a worst day takes at least 1 day.")
        try:
            settings = load_settings(Path(config.rootpath))
            cls._budget(config, settings)
            address(getattr(config.option, "base_url", None) or "http://127.0.0.1")
        except UsageError as error:
            raise pytest.UsageError(str(error)) from None
        except ValueError as error:
            raise pytest.UsageError(f"--base-url: {error}. Did you leave out https://?") from None
        make_room(config.rootpath)
        return cls(config=config, settings=settings, ticket=ticket)

    @property
    def seed(self) -> int:
        """The seed that customers and days are drawn with."""
        return self.ticket.seed

    @property
    def folder(self) -> Path:
        """Where journeys are written."""
        return Path(self.ticket.folder)

    @property
    def memory(self) -> Path:
        """Where is kept what lasts from run to run: promises, days that broke."""
        return self.config.rootpath / HOME

    @cached_property
    def catalogue(self) -> Catalogue:
        """The misfortunes of cxprobe and of every package that adds some.

        Raises pytest.UsageError, naming the package or the conftest.py, for one that cannot be meant.
        """
        every = catalogue()
        for hook in reversed(self.config.hook.pytest_cxprobe_misfortunes.get_hookimpls()):
            try:
                added: Any = hook.function()
                every = Catalogue([*every.values(), *(added or ())])
            except Exception as error:  # somebody else's function: whatever it raises is for them to mend
                raise pytest.UsageError(_whose(hook.plugin_name, error)) from error
        return every

    @property
    def days(self) -> int:
        """Most days to explore for one test."""
        name = self.config.option.cx_profile
        return self.config.option.cx_days or (PROFILES[name].days if name else self.settings.days)

    @property
    def profile(self) -> Profile:
        """How far a search goes."""
        return PROFILES[self.config.option.cx_profile or "pr"]

    @property
    def worst(self) -> Worst:
        """Which suffering days by chance are to seek, if any."""
        worst: Worst = self.config.option.cx_worst
        return worst

    @property
    def site(self) -> str:
        """The address that is visited, or nothing for the demo."""
        return str(getattr(self.config.option, "base_url", None) or self.settings.base_url or "")

    @cached_property
    def factors(self) -> Factors:
        """What may befall a customer here."""
        return self.catalogue.factors(CHANNELS, self.settings.trace_level(self.site or None))

    @property
    def shelves(self) -> Path:
        """Where days that broke are kept, a folder for each test."""
        return self.memory / "days"

    @cached_property
    def replaying(self) -> KeptDay | None:
        """The kept day that this run is to live again, if it is; pytest.UsageError if there is none such."""
        given = self.config.option.cx_replay
        try:
            return find_day(self.shelves, given) if given else None
        except UsageError as error:
            raise pytest.UsageError(f"--cx-replay: {error}") from None

    def begin_replay(self) -> None:
        """Have only the kept day's test collected, where nobody named files, and its persona visit.

        It visits the site where it broke last, unless --base-url names another.
        """
        kept, config = self.replaying, self.config
        if kept is None:
            return
        given, own = getattr(config.option, "base_url", None), self.settings.base_url
        if kept.site and not given and (not own or place_of(kept.site) != place_of(own)):
            config.option.base_url = kept.site
        config.option.persona = [kept.persona] if kept.persona else config.option.persona
        file = config.rootpath / kept.scenario.partition("::")[0]
        if config.args_source is not config.ArgsSource.ARGS and file.is_file():
            config.args = [str(file)]

    def share(self, items: Sequence[pytest.Item]) -> float | None:
        """Seconds for the next test: an equal part of the run's budget, of which workers each have all.

        Where one worker may get all tests, a part is as if it did, so that its last ones are not left with
        nothing.
        """
        if self._purse is None:
            explored = sum(self._explored(item) for item in items)
            workers = 1 if self.ticket.together else int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
            self._purse = Purse(self.budget, -(-explored // workers))
        return self._purse.share()

    def _explored(self, item: pytest.Item) -> bool:
        name = getattr(getattr(item, "callspec", None), "params", {}).get("cxprobe_persona", "")
        return bool(name) and self.persona(str(name)).day == "explored"

    @property
    def budget(self) -> float | None:
        """Most seconds to explore days in, shared fairly between the tests."""
        return self._budget(self.config, self.settings)

    @property
    def strict(self) -> bool:
        """Whether what is kept only within `at_worst` fails."""
        return bool(self.config.option.cx_strict)

    @property
    def real_pace(self) -> bool:
        """Whether human seconds are really waited out."""
        return bool(self.config.option.cx_pace == "human")

    @property
    def unsure_fails(self) -> bool:
        """Whether a journey that we could not judge fails."""
        return bool(self.config.option.cx_inconclusive == "fail")

    def persona(self, name: str) -> Persona:
        """The persona of that name; its file is read once in a run."""
        if name not in self._personas:
            self._personas[name] = find_persona(name, self.settings.persona_folders())
        return self._personas[name]

    def personas(self, marked: Sequence[str]) -> list[str]:
        """Who visits: the command line's, else the marker's, else the settings'; all known.

        Raises pytest.UsageError for one who cannot visit.
        """
        names = list(dict.fromkeys(self.config.option.persona or marked or [self.settings.persona]))
        self._check(names)
        return names

    def check_personas(self) -> None:
        """Refuse a persona of the command line that does not exist or cannot be read.

        Where workers will run the tests, misfortunes that cannot be meant, too: a worker could not say so.
        """
        self._check(self.config.option.persona)
        if getattr(self.config.option, "tx", None) and not hasattr(self.config, "workerinput"):
            _ = self.catalogue

    def _check(self, names: Sequence[str]) -> None:
        try:
            for name in names:
                self.persona(name)
        except UsageError as error:
            raise pytest.UsageError(str(error)) from None

    def first_to_see(self, what: str) -> bool:
        """Whether this is the first test of the run, in any process, to say something of this name."""
        mark = self.folder / f".{self.ticket.name}" / what
        try:
            mark.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
        except OSError:
            return True
        return True

    def mine(self, item: pytest.Item, digest: str) -> bool:
        """Whether a day of a test is this process's to live; among workers, the first who asks has it."""
        if "PYTEST_XDIST_WORKER" not in os.environ:
            return True
        return self.first_to_see(f"days/{crc32(item.nodeid.encode()):08x}-{digest}")

    def finish(self, session: pytest.Session, entries: Sequence[Mapping[str, Any]]) -> None:
        """End a blind night non-zero."""
        if self.blind(entries) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def blind(self, entries: Sequence[Mapping[str, Any]]) -> bool:
        """Whether more than a fifth of the journeys could not be judged.

        A test explored on many days counts as one of them when more than a fifth of its days could not.
        A run of very few journeys is never blind: one that could not be judged says so itself.
        """
        if sum(max(1, entry["days_driven"]) for entry in entries) < FEWEST:
            return False
        unsure = [entry["test"] for entry in entries if entry["verdict"] == "inconclusive"]
        dim = {e["test"] for e in entries if e["days_inconclusive"] > BLIND * e["days_driven"]}
        return len(unsure) + len(dim - set(unsure)) > BLIND * len(entries)

    def summarise(
        self, terminal: Any, entries: Sequence[Mapping[str, Any]], searches: Sequence[Mapping[str, Any]]
    ) -> None:
        """Write the scorecard to the terminal, and what the searches of days came to."""
        from cxprobe.report.terminal import Entry, scorecard, told_searches

        writer = terminal._tw
        terminal.section("customers' scorecard", sep="=")
        encoding = getattr(writer._file, "encoding", None) or "utf-8"
        cards = [Entry.from_json(entry) for entry in entries]
        terminal.write_line(scorecard(cards, writer.fullwidth, writer.hasmarkup, encoding))
        for line in told_searches(searches):
            terminal.write_line(line)
        if self.blind(entries):
            terminal.write_line("A blind night: more than a fifth of the journeys could not be judged.")
        for problem in dict.fromkeys(entry["unsaved"] for entry in entries if entry.get("unsaved")):
            terminal.write_line(problem)
        terminal.write_line(f"Seed {self.seed} (the same again: --cx-seed {self.seed})")
        terminal.write_line(f"To look at them: cxprobe report {_near(self.folder)}")

    @staticmethod
    def _budget(config: pytest.Config, settings: Settings) -> float | None:
        given = config.option.cx_budget
        if given is None:
            return settings.budget
        try:
            return seconds(given)
        except InvalidDuration as error:
            raise UsageError(f"--cx-budget: {error}") from error


def _whose(plugin: str, error: Exception) -> str:
    """A mistake in somebody's misfortunes, by their file or the name of their package."""
    said = str(error) if isinstance(error, UsageError) else f"{type(error).__name__}: {error}"
    return f"{_near(Path(plugin)) if Path(plugin).is_file() else plugin}: pytest_cxprobe_misfortunes: {said}"


def _near(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
