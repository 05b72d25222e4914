"""What the ledger asks of a database beyond portable SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any, Protocol

import sqlalchemy as sa

from verbale.errors import LedgerError

BUSY_SECONDS = 30.0

Phrases = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What entries must hold: all phrases, and one mark of each group; their ids and last days lie within bounds.

    `lowest` is the first id that counts, `below` the first that is too high, `since` a day (YYYY-MM-DD).
    """

    phrases: Phrases
    marks: Phrases = ()
    lowest: int | None = None
    below: int | None = None
    since: str | None = None

    def within(self, lowest: int | None, below: int | None, since: str | None = None) -> Asked:
        """The same between these bounds."""
        return replace(self, lowest=lowest, below=below, since=since)

    def also(self, mark: str) -> Asked:
        """The same with one more mark."""
        return replace(self, marks=[*self.marks, [mark]])


Rows = Sequence[dict[str, Any]]
Migrate = Callable[["Dialect", sa.Connection], None]


class Dialect(Protocol):
    """One database: how to reach it, lock it, search it, examine it, and explain its errors."""

    name: str
    address: str
    errors: tuple[type[Exception], ...]  # what its driver raises where SQLAlchemy does not wrap it

    def reading(self) -> sa.Engine:
        """Connections that cannot write; a transaction sees one state."""

    def writing(self) -> sa.Engine:
        """Connections that take the write lock when a transaction begins."""

    def close(self) -> None:
        """Close every connection."""

    def exists(self) -> bool:
        """Whether something is there; raises LedgerError where it cannot be a ledger."""

    def create(self) -> None:
        """Make an empty ledger at once or not at all; one that came into being meanwhile is kept."""

    def arriving(self, replace: bool = False) -> AbstractContextManager[Dialect]:
        """A new empty ledger to be filled in the block; what is left of it is removed where the block fails.

        `replace` lets it take the place of a file that is there already.
        """

    def is_broken(self) -> bool:
        """Whether a ledger of Verbale is there that is damaged, and that a new one can take the place of."""

    def is_ours(self, connection: sa.Connection) -> bool:
        """Whether the database was made by Verbale."""

    def mark(self, connection: sa.Connection) -> None:
        """Mark the database as made by Verbale."""

    def insert(self, connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
        """Insert rows that all have the same columns, with few round trips."""

    def create_search(self, connection: sa.Connection) -> None:
        """Make the index over the words and marks of `search_entries`."""

    def index(self, connection: sa.Connection, document: str) -> None:
        """Take the document's search entries into the index."""

    def unindex(self, connection: sa.Connection, document: str) -> None:
        """Take them out; to be called while the entries are still there."""

    def settle(self, connection: sa.Connection) -> None:
        """After rows were copied in with their ids: index them all, and let new ids come after theirs."""

    def still(self) -> AbstractContextManager[Dialect]:
        """The ledger as it stands now, to be read at leisure while others write."""

    def search(self, connection: sa.Connection, asked: Asked, most: int | None) -> list[int]:
        """Ids of the search entries that were asked for, the highest first, at most so many."""

    def journal(self, connection: sa.Connection) -> str:
        """How the database keeps transactions whole, in its own word."""

    def version(self, connection: sa.Connection) -> str:
        """The version of the database."""

    def examine(self, connection: sa.Connection) -> list[str]:
        """Damage that the database itself finds."""

    def explain(self, error: Exception) -> LedgerError:
        """The error as one clear line with the next step."""
