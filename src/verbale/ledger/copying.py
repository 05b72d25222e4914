"""One ledger into another, whatever databases they are in: all or nothing, and only if both hashes are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from verbale.errors import LedgerError
from verbale.ledger import schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.digest import Digest, digest
from verbale.ledger.failures import explained
from verbale.ledger.paging import Page, pages
from verbale.model.records import Copied

Progress = Callable[[int, int, str], None]  # how many rows are done, how many there are, and the table in hand


def copy(source: Dialect, target: Dialect, replace: bool = False, progress: Progress | None = None) -> Copied:
    """Copy every row in one transaction of the target, then compare the hashes of both sides.

    `replace` empties the target first, in the same transaction. Raises LedgerError for a target that holds something,
    and where the hashes differ; the target is then as it was.
    """
    with (
        explained(source), source.still() as still, still.reading().begin() as outgoing,
        explained(target), target.writing().begin() as incoming,
    ):  # fmt: skip
        _make_room(incoming, target.address, replace)
        steps = _Steps(2 * _count(outgoing), progress)
        read = _move(source, outgoing, target, incoming, steps)
        target.settle(incoming)
        written = digest(incoming, step=steps)
        if read.hexdigest() != written.hexdigest():
            raise _differs(target.address, read, written)
        documents = incoming.scalar(sa.select(sa.func.count()).select_from(schema.documents)) or 0
    return Copied(source.address, target.address, read.rows, documents, read.hexdigest(), written.hexdigest())


def _make_room(connection: sa.Connection, address: str, replace: bool) -> None:
    for table in reversed(schema.metadata.sorted_tables):
        if replace:
            connection.execute(sa.delete(table))
        elif connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None:
            raise LedgerError(
                f"The ledger {address} is not empty.",
                "Name one that is new or empty. 'verbale restore --replace' replaces what it holds.",
            )


def _move(source: Dialect, outgoing: sa.Connection, target: Dialect, incoming: sa.Connection, steps: _Steps) -> Digest:
    read = Digest()
    for table in schema.metadata.sorted_tables:
        read.begin(table)
        names = [column.name for column in table.columns]
        for page in _read(source, outgoing, table):
            read.add(table, page)
            target.insert(incoming, table, [dict(zip(names, row, strict=True)) for row in page])
            steps(table.name, len(page))
    return read


def _read(source: Dialect, connection: sa.Connection, table: sa.Table) -> Iterator[Page]:
    with explained(source):  # around this alone: what the target says is explained by the target
        yield from pages(connection, table)


def _count(connection: sa.Connection) -> int:
    tables = schema.metadata.sorted_tables
    return sum(connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables)


def _differs(address: str, read: Digest, written: Digest) -> LedgerError:
    return LedgerError(
        f"What was written to {address} is not what was read:"
        f" the hashes are {read.hexdigest()[:16]}… and {written.hexdigest()[:16]}….",
        "Nothing was kept there. Check both ledgers with verbale doctor.",
    )


@dataclass
class _Steps:
    """Counts what is done."""

    total: int
    progress: Progress | None
    done: int = 0

    def __call__(self, table: str, rows: int) -> None:
        self.done += rows
        if self.progress is not None:
            self.progress(self.done, self.total, table)
