"""Many rows into SQLite with one statement, and the copy of a file that stands still."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

import sqlalchemy as sa

from verbale.ledger.dialects.base import Rows


def insert(connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
    """Insert rows that all have the same columns."""
    statement, order = _insertion(table, tuple(rows[0]), connection.dialect)
    values = list(map(itemgetter(*order), rows))  # every table has at least two columns
    connection.exec_driver_sql(statement, values)


@lru_cache(maxsize=256)
def _insertion(table: sa.Table, names: tuple[str, ...], dialect: sa.Dialect) -> tuple[str, tuple[str, ...]]:
    """The statement in the words of the database, and the order of its values.

    SQLAlchemy would compile it as well, but would handle each of the hundred rows of a document by itself.
    """
    compiled = sa.insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), tuple(compiled.positiontup or ())


def copy_pages(connect: Callable[[], sqlite3.Connection], target: Path) -> None:
    """Copy a database page by page into a new file; writers wait only as long as the disk takes for that."""
    with closing(connect()) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
