"""The whole ledger as JSON Lines: each document, its facts in the order of the text, and on request its bytes; then
what is one thing.

The same documents give the same bytes, whatever the order in which they were read and however often. The log of
decisions comes last.
"""

from __future__ import annotations

import base64
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from verbale.ledger import ids, loading, schema
from verbale.ledger.lookup import stored_text
from verbale.model.decisions import Decision


def lines(connection: sa.Connection, documents: list[str], contents: bool) -> list[str]:
    """The lines for these documents, each with its line end."""
    return [ids.to_json(value) + "\n" for value in _values(connection, documents, contents)]


def decision_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """A line for each decision, as a log that can be replayed has it."""
    for decision in decisions:
        yield ids.to_json({"record": "decision", **decision.to_json()}) + "\n"


def _values(connection: sa.Connection, documents: list[str], contents: bool) -> Iterator[dict[str, Any]]:
    for record in loading.documents(connection, documents):
        yield {"record": "document", **record.to_json(), "text": stored_text(connection, record.id)}
        for layer, table in schema.FACTS.items():
            query = sa.select(table.c.id).where(table.c.document == record.id).order_by(table.c.ordinal)
            for fact in loading.facts(connection, layer, list(connection.scalars(query))):
                yield {"record": layer, **fact.to_json()}
        if contents:
            yield from _contents(connection, record.id)


def record_lines(connection: sa.Connection) -> list[str]:
    """A line for each record of several nodes, by kind and id: what is one thing."""
    nodes = schema.nodes.c
    many = sa.select(nodes.record).group_by(nodes.record).having(sa.func.count() > 1)
    query = sa.select(nodes.kind, nodes.record, nodes.id).where(nodes.record.in_(many))
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, record, node in connection.execute(query):
        groups[kind, record].append(node)
    return [
        ids.to_json({"record": "same", "kind": kind, "id": record, "members": sorted(members)}) + "\n"
        for (kind, record), members in sorted(groups.items())
    ]


def _contents(connection: sa.Connection, document: str) -> Iterator[dict[str, Any]]:
    table, sources = schema.contents, schema.sources
    used = sa.select(sources.c.content).where(sources.c.document == document)
    for row in connection.execute(sa.select(table).where(table.c.hash.in_(used)).order_by(table.c.hash)):
        body = base64.b64encode(zlib.decompress(row.body)).decode()
        yield {"record": "content", "hash": row.hash, "size": row.size, "base64": body}
