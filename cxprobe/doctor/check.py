"""One thing the doctor looked at: how it stands, in a sentence, and what to type where it is not well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

State = Literal["ok", "look here", "broken"]


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, how it stands, what to say about it, and what to type or write to mend it."""

    about: str
    state: State
    said: str
    mend: str = ""
    side: Literal["ours", "site"] = "ours"
    """Whose it is to mend: ours (this machine, the settings), or the site's."""

    def to_json(self) -> dict[str, Any]:
        """The check as plain data."""
        return asdict(self)


def exit_code(checks: Iterable[Check]) -> int:
    """0 where customers can be sent, 1 where the site is in the way, 2 where something of ours is."""
    broken = {check.side for check in checks if check.state == "broken"}
    return 2 if "ours" in broken else 1 if broken else 0
