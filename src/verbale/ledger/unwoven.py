"""Which documents the kept threads do not take account of yet, because they or the records they are in have changed."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.ledger.loading import chunks

_UNWOVEN, _WOVEN, _SETTLED = schema.unwoven.c, schema.woven.c, schema.settled.c
_NAME = "threads"


def mark(connection: sa.Connection, documents: Collection[str]) -> None:
    """Note that these documents have changed, or are no more."""
    change = secrets.token_hex(8)
    for piece in chunks(sorted(documents)):
        connection.execute(sa.delete(schema.unwoven).where(_UNWOVEN.document.in_(piece)))
        connection.execute(sa.insert(schema.unwoven), [{"document": one, "change": change} for one in piece])


def mark_nodes(connection: sa.Connection, nodes: Collection[str]) -> None:
    """Note that the documents which tell of these nodes have changed."""
    table = schema.nodes.c
    found: set[str] = set()
    for piece in chunks(sorted(nodes)):
        query = sa.select(table.document).where(table.id.in_(piece), table.document.is_not(None)).distinct()
        found.update(connection.scalars(query))
    mark(connection, found)


def changes(connection: sa.Connection, version: str) -> dict[str, str]:
    """The documents that have changed, each with a mark of its last change; all, where other rules wove the threads."""
    found = {row.document: row.change for row in connection.execute(sa.select(schema.unwoven))}
    if connection.scalar(sa.select(_SETTLED.value).where(_SETTLED.name == _NAME)) != version:
        return dict.fromkeys(connection.scalars(sa.select(schema.documents.c.id)), "") | found
    return found


def settle(connection: sa.Connection, done: Mapping[str, str], version: str) -> None:
    """These changes are woven in by these rules; a document that has changed again since stays noted."""
    connection.execute(sa.delete(schema.settled).where(_SETTLED.name == _NAME))
    connection.execute(sa.insert(schema.settled).values(name=_NAME, value=version))
    rows = [{"one": document, "then": change} for document, change in done.items()]
    if rows:
        same = (_UNWOVEN.document == sa.bindparam("one")) & (_UNWOVEN.change == sa.bindparam("then"))
        connection.execute(sa.delete(schema.unwoven).where(same), rows)


def relationships_of(connection: sa.Connection, documents: Collection[str]) -> set[tuple[str, ...]]:
    """The relationships that these documents were woven into."""
    found: set[tuple[str, ...]] = set()
    for piece in chunks(sorted(documents)):
        query = sa.select(_WOVEN.relationship).where(_WOVEN.document.in_(piece)).distinct()
        found.update(tuple(one.split(",")) for one in connection.scalars(query))
    return found
