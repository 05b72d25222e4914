"""One hash over everything that a ledger holds: equal contents have equal hashes, whatever the database.

It is taken over the rows of every table in the order of its key, as canonical JSON with the columns by name. The
search index is left out: it follows from the rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.ledger.paging import Page, pages

Step = Callable[[str, int], None]  # the table, and how many of its rows were just handled


class Digest:
    """The hash of a ledger while its rows go by."""

    def __init__(self) -> None:
        self._tables: dict[str, Any] = {}
        self.rows = 0

    def begin(self, table: sa.Table) -> None:
        """Rows of this table follow."""
        self._tables[table.name] = hashlib.sha256(_json(sorted(column.name for column in table.columns)))

    def add(self, table: sa.Table, page: Page) -> None:
        """These rows are next, in the order of the table's key."""
        positions = sorted(range(len(table.columns)), key=lambda place: table.columns[place].name)
        rows = _json(list(map(itemgetter(*positions), page)))  # every table has at least two columns
        self._tables[table.name].update(rows[1:-1] + b",")  # without the list's brackets: pages leave no trace
        self.rows += len(page)

    def hexdigest(self) -> str:
        """The hash of all that went by."""
        parts = [[name, found.hexdigest()] for name, found in sorted(self._tables.items())]
        return hashlib.sha256(_json(parts)).hexdigest()


def digest(connection: sa.Connection, tables: Iterable[sa.Table] | None = None, step: Step | None = None) -> Digest:
    """The hash of what a ledger holds now; `tables` are those of the newest schema unless others are given."""
    found = Digest()
    for table in schema.metadata.sorted_tables if tables is None else tables:
        found.begin(table)
        for page in pages(connection, table):
            found.add(table, page)
            if step is not None:
                step(table.name, len(page))
    return found


def _bytes(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_bytes)


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()
