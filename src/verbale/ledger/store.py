"""The ledger: opened by address, then read through a `View` and written through a `Writer`.

Invariants: a document and all its facts are committed together or not at all; a document read twice is written once;
nothing that is exported depends on the order of reading, on folders or on the time.
"""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa

from verbale.errors import LedgerError, NoLedgerError
from verbale.ledger import schema
from verbale.ledger.addresses import dialect_at, migrate
from verbale.ledger.decider import Decider
from verbale.ledger.dialects.base import BUSY_SECONDS, Dialect
from verbale.ledger.failures import explained, is_foreign
from verbale.ledger.loom import Loom
from verbale.ledger.saved import SavedSearches
from verbale.ledger.view import View
from verbale.ledger.writer import Writer

_VERSION = sa.table("alembic_version", sa.column("version_num"))


class Ledger:
    """An open ledger.

    >>> with Ledger.open("verbale.db") as ledger:  # doctest: +SKIP
    ...     ledger.view().engagements()

    Use `open`; the constructor takes a dialect that is ready.
    """

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._turn = threading.Lock()

    @classmethod
    def open(cls, address: str | Path, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> Ledger:
        """The ledger at `address`: a file's path, `sqlite:///path`, or `postgresql://user@host/database`.

        Makes an empty one where there is none and `create` is set, and brings an older one to the newest schema.
        Raises LedgerError for a file that is no ledger, a ledger of a newer version of Verbale, a missing folder, a
        server that does not answer, a ledger that is locked or may not be read, and with `create=False`
        NoLedgerError for one that is not there.
        """
        dialect = dialect_at(str(address), busy_seconds)
        try:
            with explained(dialect):
                _prepare(dialect, create)
        except BaseException:
            dialect.close()
            raise
        return cls(dialect)

    @property
    def address(self) -> str:
        return self.dialect.address

    def view(self) -> View:
        """What the ledger says; many may read at once."""
        return View(self.dialect)

    def writer(self) -> Writer:
        """The way in; each document waits for its turn."""
        return Writer(self.dialect)

    def decider(self) -> Decider:
        """The way in for what people decide."""
        return Decider(self.dialect, self._turn)

    def loom(self) -> Loom:
        """The way in for commitments that were woven."""
        return Loom(self.dialect)

    def saved_searches(self) -> SavedSearches:
        """The searches that people keep, to be changed; `View.saved_searches` lists them."""
        return SavedSearches(self.dialect)

    def close(self) -> None:
        self.dialect.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _prepare(dialect: Dialect, create: bool) -> None:
    if not dialect.exists():
        if not create:
            raise NoLedgerError(
                f"There is no ledger {dialect.address}.",
                "Read documents into one first: verbale read DOCUMENTS. Or name another with --ledger.",
            )
        dialect.create()
    _bring_up_to_date(dialect)


def _bring_up_to_date(dialect: Dialect) -> None:
    with dialect.reading().connect() as connection:
        revision = _revision(dialect, connection)
    if revision == schema.REVISIONS[-1]:
        return
    if revision not in schema.REVISIONS:
        raise LedgerError(
            f"The ledger {dialect.address} was written by a newer version of Verbale (schema {revision}).",
            "Upgrade Verbale: pip install --upgrade verbale",
        )
    with dialect.writing().begin() as connection:
        migrate(dialect, connection)


def _revision(dialect: Dialect, connection: sa.Connection) -> str | None:
    if not dialect.is_ours(connection):
        raise is_foreign(dialect.address)
    return connection.execute(sa.select(_VERSION.c.version_num)).scalar()
