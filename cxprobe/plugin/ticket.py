"""What the processes of one run share before anything heavy is imported: a seed, a folder, a name.

Under xdist it is drawn by the controller and handed to every worker, used or not, so it costs nothing.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

HOME = ".cxprobe"
KEPT_RUNS = 20


@dataclass(frozen=True, slots=True)
class Ticket:
    """One run's seed, the folder its journeys are written to, and a name no other run has."""

    seed: int
    folder: str
    name: str
    together: bool = False
    """Whether one xdist worker may get all tests, as with `--dist loadfile` those of a file."""

    @classmethod
    def of(cls, config: pytest.Config) -> Ticket:
        """The ticket of a session: a worker's is its controller's, else a new one."""
        given: Mapping[str, Any] | None = getattr(config, "workerinput", {}).get("cxprobe")
        if given is not None:
            return cls(**given)
        seed = config.option.cx_seed
        folder = config.option.cx_out or config.rootpath / HOME / "runs" / _now()
        return cls(
            seed=secrets.randbelow(10**6) + 1 if seed is None else seed,
            folder=str(Path(folder).absolute()),
            name=secrets.token_hex(4),
            together=getattr(config.option, "dist", "") in ("loadfile", "loadscope", "loadgroup"),
        )

    def to_json(self) -> dict[str, Any]:
        """The ticket as plain values, for a worker."""
        return asdict(self)


def make_room(root: Path) -> None:
    """Remove the oldest runs, so that nights do not fill the disk."""
    runs = root / HOME / "runs"
    if runs.is_dir():
        for old in sorted(each for each in runs.iterdir() if each.is_dir())[: -KEPT_RUNS + 1]:
            shutil.rmtree(old, ignore_errors=True)


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")[:-3]
