"""An address → the database behind it.

`verbale.db` and `sqlite:///verbale.db` are files; `postgresql://user@host/database` is a database of a server.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import sqlalchemy as sa

from verbale.errors import LedgerError
from verbale.ledger.dialects.base import BUSY_SECONDS, Dialect
from verbale.ledger.dialects.sqlite import Sqlite

_SERVERS = ("postgresql", "postgres")
_NEXT = "Give the path of a file (verbale.db), or postgresql://user@host/database."


def dialect_at(address: str, busy_seconds: float = BUSY_SECONDS) -> Dialect:
    """The database that an address names; nothing is opened yet.

    Raises LedgerError for an address that names none, and where the driver of its database is not installed.
    """
    scheme, separator, rest = address.partition("://")
    if not address or "\0" in address:
        raise LedgerError(f"{address!r} is no name for a ledger.", _NEXT)
    if not separator:
        return Sqlite(Path(address), migrate, busy_seconds)
    if scheme == "sqlite" and rest.startswith("/"):
        return Sqlite(Path(rest[1:]), migrate, busy_seconds)
    if scheme in _SERVERS:
        return _postgresql(address, busy_seconds)
    raise LedgerError(f"Verbale keeps ledgers in SQLite and PostgreSQL, not at {scheme}:// addresses.", _NEXT)


def shown(address: str) -> str:
    """The address as it may be printed: without a password.

    >>> shown("postgresql://ann:secret@db.example:x/")
    'postgresql://…'
    """
    try:
        return dialect_at(address).address
    except LedgerError:
        scheme, separator, _ = address.partition("://")
        return f"{scheme}://…" if separator else address


def migrate(dialect: Dialect, connection: sa.Connection) -> None:
    """Bring a database to the newest schema."""
    # By name, not by import: Alembic takes a third of a second to start and is needed once in a ledger's life.
    importlib.import_module("verbale.ledger.migrate").migrate(dialect, connection)


def _postgresql(address: str, busy_seconds: float) -> Dialect:
    # By name, not by import: the driver is an extra, and takes a moment that a ledger in a file must not pay.
    try:
        module = importlib.import_module("verbale.ledger.dialects.postgresql")
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"The driver for PostgreSQL is not installed ({error.name} is missing).",
            "Install it: pip install 'verbale[postgresql]'",
        ) from error
    dialect: Dialect = module.Postgresql(address, migrate, busy_seconds)
    return dialect
