"""A document's facts into the tables and out of them, with the records that they change.

The facts are a projection: the rows follow from the machine's reading and the decisions about the document alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.ledger import loading, ruling, schema, search_marks, tallies, unwoven
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.identity import settle
from verbale.ledger.node_rows import fact_nodes, named, own_nodes, stored_rows, text_node
from verbale.ledger.projection import project
from verbale.ledger.readings import Kept
from verbale.ledger.rows import Rows, rows
from verbale.model.decisions import Decision

_NOTHING: Mapping[sa.Table, Collection[Mapping[str, Any]]] = dict.fromkeys(schema.READING_TABLES, ())


def projected_rows(kept: Kept, decisions: Sequence[Decision]) -> Rows:
    """The rows of a reading under the decisions about its document."""
    projected = project(kept.document, kept.reading, decisions)
    return rows(kept.document, projected.reading, kept.sentences, projected.ids)


def place(dialect: Dialect, connection: sa.Connection, new: Rows, text: str | None = None) -> None:
    """Put these rows in the place of those that the ledger holds of the document; `text` is that of a new document."""
    ((document, outlet),) = ((row["id"], row["outlet"]) for row in new[schema.documents])
    before = _NOTHING
    gone: set[str] = set()
    if text is None:
        before, gone = stored_rows(connection, document), fact_nodes(connection, document)
        dialect.unindex(connection, document)
        for table in reversed(schema.READING_TABLES):
            connection.execute(sa.delete(table).where(table.c.document == document))
    entries = search_marks.free(connection, new[schema.search_entries])
    for table in schema.READING_TABLES:
        if given := entries if table is schema.search_entries else new[table]:
            dialect.insert(connection, table, given)
    dialect.index(connection, document)
    words = loading.text_of(connection, document) if text is None else text
    own = [*own_nodes(new), text_node(document, words, outlet)]
    shared = named(before) | named(new)
    tallies.change(dialect, connection, before, new)
    settle(connection, own, gone, shared, {node.id: document for node in own})
    ruling.follow(connection, shared, ruling.names_in(before) | ruling.names_in(new))
    unwoven.mark(connection, [document])


def stands(connection: sa.Connection, new: Rows) -> bool:
    """Whether the ledger holds these very rows; search entries follow from the others."""
    (document,) = (row["id"] for row in new[schema.documents])
    for table in schema.READING_TABLES:
        if table is schema.search_entries:
            continue
        stored = connection.execute(sa.select(table).where(table.c.document == document)).all()
        names = [column.name for column in table.columns]
        if {tuple(row) for row in stored} != {tuple(row[name] for name in names) for row in new[table]}:
            return False
    return True


def withdraw(dialect: Dialect, connection: sa.Connection, document: str) -> None:
    """Take a document out of the ledger."""
    before, gone = stored_rows(connection, document), fact_nodes(connection, document)
    dialect.unindex(connection, document)
    connection.execute(sa.delete(schema.documents).where(schema.documents.c.id == document))
    tallies.change(dialect, connection, before, _NOTHING)
    settle(connection, (), {*gone, document}, named(before))
    ruling.follow(connection, named(before), ruling.names_in(before))
    unwoven.mark(connection, [document])


def update(connection: sa.Connection, table: sa.Table, identifier: str, row: Mapping[str, Any]) -> None:
    """Change the row with this id, all but what identifies it."""
    values = {name: value for name, value in row.items() if name not in ("id", "hash")}
    connection.execute(sa.update(table).where(table.c.id == identifier).values(**values))
