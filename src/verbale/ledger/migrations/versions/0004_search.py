"""Search entries by day, with what narrows a search; searches that people keep.

Entries get ids that follow from their day and place. The columns are named one by one, since later steps add others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from verbale.ledger.search_marks import marked

revision = "0004"
down_revision = "0003"

_ENTRY = ("id", "document", "layer", "fact", "start", "end", "folded")
_COLUMNS = {
    "document_parties": ("party",),
    "engagements": ("id", "first", "last", "series", "main"),
    "instruments": ("id", "first", "last"),
    "acts": ("id", "first", "last", "type", "speaker"),
    "figures": ("id", "first", "last", "topic"),
    "participants": ("engagement", "person"),
    "people": ("name", "person"),
    "fact_parties": ("fact", "party"),
    "act_topics": ("act", "topic"),
    "evidence": ("fact", "start", "end"),
}


def upgrade() -> None:
    dialect = context.config.attributes["dialect"]
    connection = op.get_bind()
    op.execute("DROP TABLE search_index")
    if connection.dialect.name == "postgresql":  # there a serial number has 32 bits
        op.execute("ALTER TABLE search_entries ALTER COLUMN id DROP DEFAULT, ALTER COLUMN id TYPE BIGINT")
    for name in ("first", "last"):
        op.add_column("search_entries", sa.Column(name, sa.String(10)))
    op.add_column("search_entries", sa.Column("marks", sa.Text, nullable=False, server_default=""))
    _saved()
    _mark(connection)
    dialect.create_search(connection)
    dialect.settle(connection)


def _saved() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("asked", sa.Text, nullable=False),
    )
    owner = sa.ForeignKey("saved_searches.name", ondelete="CASCADE")
    op.create_table(
        "saved_search_documents",
        sa.Column("name", sa.Text, owner, primary_key=True),
        sa.Column("document", sa.String(17), primary_key=True),
        sqlite_with_rowid=False,
    )


def _mark(connection: sa.Connection) -> None:
    """Give every entry its id, its days and its marks, a document at a time."""
    documents = _table("documents", "id", "first", "last")
    entries = _table("search_entries", *_ENTRY, "marks")
    taken: set[int] = set()
    for document in _all(connection, sa.select(documents)):
        old = _rows(connection, "search_entries", document["id"], _ENTRY)
        rows = {name: _rows(connection, name, document["id"], columns) for name, columns in _COLUMNS.items()}
        new = list(_free(marked(old, document, rows), taken))
        if new:
            connection.execute(sa.delete(entries).where(entries.c.document == document["id"]))
            connection.execute(sa.insert(_table("search_entries", *_ENTRY, "first", "last", "marks")), new)


def _free(entries: Sequence[dict[str, Any]], taken: set[int]) -> Iterator[dict[str, Any]]:
    """The entries under ids that no other has."""
    for entry in entries:
        while entry["id"] in taken:
            entry["id"] += 1
        taken.add(entry["id"])
        yield entry


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *map(sa.column, columns))


def _rows(
    connection: sa.Connection, name: str, document: str, columns: Sequence[str]
) -> list[Mapping[str, Any]]:  # fmt: skip
    table = _table(name, *columns, "document")
    query = sa.select(*(table.c[column] for column in columns)).where(table.c.document == document)
    return _all(connection, query)


def _all(connection: sa.Connection, query: sa.Select[Any]) -> list[Mapping[str, Any]]:
    return [dict(row) for row in connection.execute(query).mappings()]
