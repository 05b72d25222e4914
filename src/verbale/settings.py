"""Every setting, once: from the environment, with its default and its bounds.

| variable | meaning | default |
|---|---|---|
| VERBALE_LEDGER | the ledger: a file, or `postgresql://user@host/database` | verbale.db in the working folder |
| VERBALE_JOBS | documents read at once, 1 to 64 | 1 |
| VERBALE_MAX_MB | the largest document, in megabytes | 50 |
| VERBALE_BY | the name under which decisions are kept | the login name |
| VERBALE_BUSY_SECONDS | how long to wait for a ledger that another program is writing | 30 |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from verbale.errors import UsageError

DEFAULT_LEDGER = "verbale.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set; build it with `from_environment`."""

    ledger: str = DEFAULT_LEDGER
    jobs: int = 1
    max_megabytes: float = 50.0
    busy_seconds: float = 30.0
    by: str | None = None


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment gives; raises UsageError for a value that is out of bounds.

    >>> from_environment({"VERBALE_JOBS": "4"}).jobs
    4
    """
    return Settings(
        ledger=environment.get("VERBALE_LEDGER") or DEFAULT_LEDGER,
        jobs=int(_number(environment, "VERBALE_JOBS", 1, 1, 64)),
        max_megabytes=_number(environment, "VERBALE_MAX_MB", 50, 0.001, 2000),
        busy_seconds=_number(environment, "VERBALE_BUSY_SECONDS", 30, 0, 3600),
        by=environment.get("VERBALE_BY") or None,
    )


def _number(environment: Mapping[str, str], name: str, default: float, low: float, high: float) -> float:
    given = environment.get(name)
    if not given:
        return default
    try:
        value = float(given)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise UsageError(f"{name} is {given!r}.", f"Set it to a number from {low:g} to {high:g}.")
    return value
