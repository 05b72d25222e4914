"""The state of the installation and of a ledger, for `verbale doctor`."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

from verbale import __version__
from verbale.errors import LedgerError, NoLedgerError
from verbale.ledger import Ledger
from verbale.ledger.addresses import shown
from verbale.model.records import Health

PACKAGE = "verbale"
SAFE_WAL = (3, 51, 3)  # below it SQLite's write-ahead log can damage a file; the ledger keeps a rollback journal there


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found. `ledger` is None where there is none yet; `problems` is empty where all is well."""

    address: str
    versions: Mapping[str, str]
    extras: Mapping[str, str]
    ledger: Health | None = None
    problems: tuple[str, ...] = field(default=())

    def groups(self) -> Iterable[tuple[str, Mapping[str, str]]]:
        """Headings with names and values, as a person reads them."""
        yield "Installation", self.versions
        if self.extras:
            yield "Optional extras", self.extras
        yield "Ledger", self._ledger()

    def to_json(self) -> dict[str, Any]:
        health = self.ledger
        return {
            "versions": dict(self.versions),
            "extras": dict(self.extras),
            "ledger": {"address": self.address, "exists": False}
            if health is None
            else {
                "address": health.address, "exists": True, "schema": health.schema, "journal": health.journal,
                "dialect": health.dialect, "version": health.version, "counts": dict(health.counts),
            },
            "problems": list(self.problems),
        }  # fmt: skip

    def _ledger(self) -> Mapping[str, str]:
        if self.ledger is None:
            kind = "database" if "://" in self.address else "file"
            return {kind: self.address, "state": "cannot be used" if self.problems else "not there yet"}
        health = self.ledger
        counts = {name: f"{number:,}" for name, number in health.counts.items()}
        kind = "file" if health.dialect == "sqlite" else "database"
        server = {} if kind == "file" else {"server": health.version}
        return {kind: health.address, **server, "schema": health.schema, "journal": health.journal} | counts


def check_up(address: str, busy_seconds: float) -> Checkup:
    """Look at the installation and at the ledger; never raises for what is wrong with either."""
    health, problems = _examine(address, busy_seconds)
    return Checkup(shown(address), versions(), extras(), health, problems)


def versions() -> Mapping[str, str]:
    """Verbale, Python, SQLite and the packages that Verbale needs."""
    safe = "" if sqlite3.sqlite_version_info >= SAFE_WAL else " (rollback journal: safe below 3.51.3)"
    found = {"verbale": __version__, "python": platform.python_version(), "sqlite": f"{sqlite3.sqlite_version}{safe}"}
    return found | {name: version(name) or "missing" for name in sorted(_needed(None))}


def extras() -> Mapping[str, str]:
    """Each optional extra with what is missing of it: 'complete', or 'not installed: pip install ...'."""
    names = _metadata().get_all("Provides-Extra") or [] if _metadata() else []
    return {name: _extra_state(name) for name in sorted(names) if name not in ("test", "dev")}


def version(package: str) -> str | None:
    """The installed version of a package, None where it is missing."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _extra_state(extra: str) -> str:
    missing = [name for name in sorted(_needed(extra)) if version(name) is None]
    return f"not installed: pip install '{PACKAGE}[{extra}]'" if missing else "complete"


def _needed(extra: str | None) -> set[str]:
    """The names of the packages that Verbale, or one of its extras, requires."""
    found = set()
    for requirement in (metadata.requires(PACKAGE) or []) if version(PACKAGE) else []:
        need, _, condition = requirement.partition(";")
        if (f'extra == "{extra}"' in condition.replace("'", '"')) if extra else "extra ==" not in condition:
            found.add(need.strip().split("[")[0].split(">")[0].split("=")[0].split("<")[0].split("~")[0].strip())
    return found


def _metadata() -> Any:
    return metadata.metadata(PACKAGE) if version(PACKAGE) else None


def _examine(address: str, busy_seconds: float) -> tuple[Health | None, tuple[str, ...]]:
    try:
        with Ledger.open(address, create=False, busy_seconds=busy_seconds) as ledger:
            health = ledger.view().health()
    except NoLedgerError:
        return None, ()
    except LedgerError as error:
        return None, (str(error),)
    return health, health.problems
