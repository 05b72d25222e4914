"""What the machine read, kept as it came, so that decisions can be laid over it and taken away again.

A document has one reading that is not closed. A ledger from before decisions has none: there the facts themselves are
still what the machine read, and become its reading when they are first asked for.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from verbale.ledger import loading, lookup, schema
from verbale.model.document import Document
from verbale.model.evidence import Span
from verbale.model.reading import Reading, reading_from_json

_TABLE = schema.readings.c


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading of a document with the sentences that a search finds, and the source that it was read from."""

    document: Document
    reading: Reading
    sentences: tuple[Span, ...]
    read_from: str


def body_of(reading: Reading, sentences: Sequence[Span]) -> bytes:
    """The reading as a row of `readings` keeps it."""
    data = {"reading": reading.to_json(), "sentences": [[span.start, span.end] for span in sentences]}
    return zlib.compress(json.dumps(data).encode())


def record(connection: sa.Connection, document: str, reader: str, read_from: str, body: bytes, at: str) -> None:
    """Make this the document's reading from now on; `at` must be after all that were recorded before."""
    current = (_TABLE.document == document) & _TABLE.closed.is_(None)
    connection.execute(sa.update(schema.readings).where(current).values(closed=at))
    row = {"document": document, "recorded": at, "closed": None, "reader": reader, "read_from": read_from, "body": body}
    connection.execute(sa.insert(schema.readings), row)


def last_recorded(connection: sa.Connection, document: str) -> str | None:
    """When the document's reading was recorded last."""
    last: str | None = connection.scalar(sa.select(sa.func.max(_TABLE.recorded)).where(_TABLE.document == document))
    return last


def current(connection: sa.Connection, document: str) -> Kept | None:
    """The document's reading; None where the ledger does not hold the document."""
    query = sa.select(_TABLE.reader, _TABLE.read_from, _TABLE.body)
    row = connection.execute(query.where(_TABLE.document == document, _TABLE.closed.is_(None))).first()
    if row is None:
        return _from_facts(connection, document)
    return kept(plain_document(connection, document), row.reader, row.read_from, row.body)


def kept(document: Document, reader: str, read_from: str, body: bytes) -> Kept:
    """The reading that a row of `readings` keeps."""
    data = json.loads(zlib.decompress(body))
    reading = replace(reading_from_json(data["reading"], document), reader=reader)
    return Kept(document, reading, tuple(Span(start, end) for start, end in data["sentences"]), read_from)


def plain_document(connection: sa.Connection, document: str) -> Document:
    """The document's text under its hash, without what its sources declare."""
    digest = connection.scalar(sa.select(schema.documents.c.hash).where(schema.documents.c.id == document)) or ""
    return Document(source=document, text=lookup.stored_text(connection, document), hash=digest)


def _from_facts(connection: sa.Connection, document: str) -> Kept | None:
    (record, *_) = loading.documents(connection, [document]) or (None,)
    if record is None:
        return None
    layers: dict[str, Any] = {}
    for layer, table in schema.FACTS.items():
        query = sa.select(table.c.id).where(table.c.document == document).order_by(table.c.ordinal)
        found = loading.facts(connection, layer, list(connection.scalars(query)))
        layers[f"{layer}s"] = tuple(fact.entry for fact in found)
    reading = Reading(
        record.source, record.title, record.outlet, record.published, record.language, record.passages,
        reader=record.reader, **layers,
    )  # fmt: skip
    read_from = connection.scalar(sa.select(schema.documents.c.read_from).where(schema.documents.c.id == document))
    return Kept(plain_document(connection, document), reading, _sentences(connection, document), read_from or "")


def _sentences(connection: sa.Connection, document: str) -> tuple[Span, ...]:
    table = schema.search_entries.c
    query = sa.select(table.start, table.end).where(table.document == document, table.layer == "sentence")
    return tuple(Span(row.start, row.end) for row in connection.execute(query.order_by(table.id)))


def keep(connection: sa.Connection, document: str, found: Kept) -> None:
    """Store a reading that was still nothing but facts, before decisions change these."""
    if last_recorded(connection, document) is None:
        at = connection.scalar(sa.select(schema.documents.c.recorded).where(schema.documents.c.id == document))
        body = body_of(found.reading, found.sentences)
        record(connection, document, found.reading.reader, found.read_from, body, at or BEFORE)


BEFORE = "0001-01-01T00:00:00.000000Z"  # recorded by a version of Verbale that did not note when
