"""What a company has settled about its tests: `cxprobe.toml`, or `[tool.cxprobe]` in `pyproject.toml`.

Everything has a default, so that an empty project runs. Unknown keys are refused: a typo that is
quietly ignored is a setting that quietly does nothing.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any, Literal, TypeGuard
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic import model_validator as model_rule

from cxprobe.errors import InvalidSettings, UsageError, did_you_mean
from cxprobe.journey.clock import seconds
from cxprobe.journey.redaction import user_info

FILE_NAME = "cxprobe.toml"


class Level(IntEnum):
    """How much of a trace a customer may leave on a site, from nothing to money."""

    look = 0
    """Looks around; nothing stays."""
    basket = 1
    """Fills a basket, types into forms, sends nothing."""
    message = 2
    """Sends something that a machine answers."""
    person = 3
    """Takes the time of somebody who works there."""
    pay = 4
    """Buys."""

    @classmethod
    def named(cls, name: str) -> Level:
        """The level of that name; ValueError with the nearest one if there is none."""
        if name in cls.__members__:
            return cls[name]
        raise ValueError(f"No trace level {name!r}.{did_you_mean(str(name), cls.__members__)}")

    def __str__(self) -> str:
        return self.name


class Frozen(BaseModel):
    """A table that a person wrote: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class FromEnvironment(Frozen):
    """A value that is kept in an environment variable: `{ env = "SHOP_PASSWORD" }`."""

    env: str = Field(min_length=1)


def _level(given: object) -> object:
    return Level.named(given) if isinstance(given, str) else given


def _secret(given: object) -> object:
    if isinstance(given, str) and given:
        return given
    if isinstance(given, dict) and set(given) == {"env"} and isinstance(given["env"], str) and given["env"]:
        return FromEnvironment(env=given["env"])
    raise ValueError('expected words in quotes, or { env = "NAME_OF_A_VARIABLE" }')


def address(given: str) -> str:
    """The address of a site, as given; ValueError says what it should look like."""
    try:
        parts = urlsplit(given)
        written = not re.search(r"""[\s\x00-\x1f"'<>\\`]""", given)
        found = written and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        found = False
    if not found:
        raise ValueError(f'expected an address like "https://shop.example", not {given!r}')
    return given


def _mailbox(given: str) -> str:
    if not re.fullmatch(r"[^\s@]+@[^\s@]+", given):
        raise ValueError(f'expected a mail address like "cx@company.example", not {given!r}')
    return given


Seconds = Annotated[float, BeforeValidator(seconds)]
"""A length of time, written as people write it ("8 min"), held in seconds."""


class Trace(Frozen):
    """`[trace]`: how far a customer may go on a site that is not on this machine."""

    level: Annotated[Level, BeforeValidator(_level)] = Level.basket
    contacts_per_night: int = Field(default=0, ge=0)
    test_item: str = ""
    test_payment: str = ""

    @model_rule(mode="after")
    def _affordable(self) -> Trace:
        if self.level >= Level.person and not self.contacts_per_night:
            raise ValueError(
                f'level = "{self.level}" takes people\'s time, so it needs a budget. '
                "Add for example: contacts_per_night = 5"
            )
        if self.level >= Level.pay and not (self.test_item and self.test_payment):
            missing = " and ".join(key for key in ("test_item", "test_payment") if not getattr(self, key))
            raise ValueError(
                f'level = "pay" buys things, so it needs {missing}: the article the warehouse knows not '
                "to send, and the payment the till knows not to book"
            )
        return self


class Fence(Frozen):
    """`[fence]`: which hosts a customer may reach besides the site itself."""

    hosts: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    resources: Literal["any", "named"] = "any"
    """Whether an allowed page may load pictures, scripts and frames from any host, or named ones only."""


class MailTable(Frozen):
    """`[mail]`: where the mails to our customers can be read."""

    read: Annotated[str | FromEnvironment | None, BeforeValidator(_secret)] = Field(default=None, repr=False)
    """A Maildir folder, or "imaps://user:password@host/INBOX"."""


class Settings(Frozen):
    """Everything settled for a project; times in seconds, paths relative to `folder`."""

    base_url: Annotated[str, AfterValidator(address)] | None = None
    persona: str = "ordinary"
    personas: tuple[str, ...] = ("personas",)
    standards: str = "scenarios/standards.toml"
    mailbox: Annotated[str, AfterValidator(_mailbox)] | None = None
    secrets: tuple[Annotated[str | FromEnvironment, BeforeValidator(_secret)], ...] = Field(
        default=(), repr=False
    )
    secret_fields: tuple[str, ...] = ()
    days: int = Field(default=12, ge=1)
    budget: Seconds | None = None
    trace: Trace = Trace()
    fence: Fence = Fence()
    mail: MailTable = MailTable()
    site: Mapping[str, str] = Field(default_factory=dict)
    hints: Mapping[str, str] = Field(default_factory=dict)
    """`[site.hints]`: what a control is called on an odd site, by what it is for."""
    folder: Path = Field(default=Path(), exclude=True)
    """Where the settings file lies, or where the search for one began; not a key of the file."""

    @model_rule(mode="before")
    @classmethod
    def _hinted(cls, given: Any) -> Any:
        """Hints are written under `[site.hints]`, beside what a scenario should look for."""
        site = given.get("site") if isinstance(given, dict) else None
        if not isinstance(site, dict) or not isinstance(site.get("hints"), dict):
            return given
        rest = {key: value for key, value in site.items() if key != "hints"}
        return {**given, "site": rest, "hints": site["hints"]}

    def trace_level(self, base_url: str | None) -> Level:
        """How far a customer may go there: anything on this machine, elsewhere what was settled."""
        return Level.pay if base_url is None or on_this_machine(base_url) else self.trace.level

    def secret_values(self, environment: Mapping[str, str] = os.environ) -> frozenset[str]:
        """The words to be redacted everywhere; a variable that is not set hides nothing."""
        values = (_told(secret, environment) for secret in self.secrets)
        return frozenset(value for value in values if value) | user_info(self.mail_to_read(environment))

    def mail_to_read(self, environment: Mapping[str, str] = os.environ) -> str:
        """Where mails are read, a folder as a whole path; "" where that is not settled, or not set."""
        told = _told(self.mail.read, environment) if self.mail.read is not None else ""
        return told if "://" in told or not told else str(self.folder / Path(told).expanduser())

    def persona_folders(self) -> tuple[Path, ...]:
        """Where personas are looked for: the project's own folders, then those that come with cxprobe."""
        own = [self.folder / each for each in self.personas]
        return (*own, *(each for each in [bundled("personas")] if each not in own))

    def standards_file(self) -> Path:
        """The project's own standards, or, where it has none, those that come with cxprobe."""
        own = self.folder / self.standards
        return own if own.exists() else bundled("scenarios") / "standards.toml"


def _told(value: str | FromEnvironment, environment: Mapping[str, str]) -> str:
    return environment.get(value.env, "") if isinstance(value, FromEnvironment) else value


def load_settings(start: Path) -> Settings:
    """The settings of the project that `start` lies in; the defaults where nothing is settled.

    Looks in `start`, then in each folder above, for `cxprobe.toml` or a `pyproject.toml` with a
    `[tool.cxprobe]` table; the first found counts. Raises InvalidSettings.
    """
    begin = start.resolve()
    for folder in (begin, *begin.parents):
        for file in (folder / FILE_NAME, folder / "pyproject.toml"):
            table = _table(file) if file.is_file() else None
            if table is not None:
                return _settings(table, file)
    return Settings(folder=begin)


def _table(file: Path) -> Mapping[str, Any] | None:
    plain = read_toml(file, InvalidSettings)
    if file.name == FILE_NAME:
        return plain
    tools = plain.get("tool")
    table = tools.get("cxprobe") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _settings(table: Mapping[str, Any], file: Path) -> Settings:
    if "folder" in table:
        raise InvalidSettings(f"{shown(file)}: folder: is not for writing down; it is where this file lies.")
    try:
        settings = Settings(**table, folder=file.parent)
    except ValidationError as error:
        raise InvalidSettings(mistakes(error, file, Settings)) from None
    for key in {"personas", "standards"} & set(table):
        for path in settings.personas if key == "personas" else (settings.standards,):
            if not (file.parent / path).exists():
                raise InvalidSettings(f"{shown(file)}: {key}: there is nothing at {path!r}.")
    return settings


def on_this_machine(url: str) -> bool:
    """Whether an address is on the loopback, where nothing a customer does can bother anybody."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def bundled(what: Literal["personas", "scenarios"]) -> Path:
    """The folder of personas or scenarios that comes with cxprobe, installed or in its repository."""
    package = Path(__file__).resolve().parent
    inside = package / "bundled" / what
    return inside if inside.is_dir() else package.parent / what


def read_toml(file: Path, failure: type[UsageError]) -> dict[str, Any]:
    """What a TOML file says; raises `failure` with the file, the line, and what TOML objects to."""
    try:
        text = file.read_text("utf-8")
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+), (?=column)", str(error))
        line = where[1] if where else text.count("\n", 0, len(text.rstrip())) + 1
        said = str(error).replace(where[0], "at ") if where else str(error)
        raise failure(f"{shown(file)}, line {line}: this is not TOML: {said}. See https://toml.io") from None
    except UnicodeDecodeError as error:
        raise failure(f"{shown(file)}: this is not UTF-8 text ({error.reason}). Save it as UTF-8.") from None
    except OSError as error:
        raise failure(f"{shown(file)}: cannot be read ({error.strerror}).") from None


def shown(file: Path) -> str:
    """A path as people like to read it: from the current folder where it lies in there."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(file)


def mistakes(error: ValidationError, file: Path, table: type[BaseModel]) -> str:
    """What is wrong in a file, one line each: the file, the key, and what was expected instead."""
    told = dict.fromkeys(_mistake(dict(each), table) for each in error.errors(include_url=False))
    return "\n".join(f"{shown(file)}: {each}" for each in told)


def _mistake(mistake: Mapping[str, Any], table: type[BaseModel]) -> str:
    where = mistake["loc"]
    key = ".".join(str(part) for part in where if not _is_about_types(part)) or "the file"
    if mistake["type"] == "extra_forbidden":
        return f"{key}: there is no such key.{did_you_mean(str(where[-1]), _keys(table, where[:-1]))}"
    if mistake["type"] == "missing":
        return f"{key}: is required, and missing."
    said = str(mistake["msg"])
    if said.startswith("Value error, "):
        said = said.removeprefix("Value error, ").rstrip(".")
        return f"{key}: {said}" if said.endswith("…") else f"{key}: {said}."
    expected = _EXPECTED.get(mistake["type"]) or said.removeprefix("Input should be ")
    found = "" if "secret" in key else f", not {mistake['input']!r}"
    return f"{key}: expected {expected}{found}."


_EXPECTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dict_type": "a table",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "mapping_type": "a table",
    "model_type": "a table",
    "string_type": "a text in quotes",
    "tuple_type": "a list",
}
"""Pydantic's kinds of mistakes, in words for those who write settings and not Python."""


def _is_about_types(part: object) -> bool:
    """Pydantic names the branch of a union in a mistake's place: no key, and nobody wrote it."""
    return isinstance(part, str) and bool(re.search(r"[\[(]", part))


def _keys(table: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    for part in where:
        field = table.model_fields.get(str(part))
        if field is None or not _is_table(field.annotation):
            return []
        table = field.annotation
    return [field.alias or name for name, field in table.model_fields.items() if not field.exclude]


def _is_table(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
