"""From what a person types to one row: ids by their beginning, documents by name, texts."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from verbale.errors import NotFoundError, UsageError
from verbale.ledger import ids, schema
from verbale.ledger.loading import text
from verbale.ledger.versions import version_order
from verbale.model.document import Document, Passage, Role
from verbale.model.records import Filters

_AFTER_HEX = "g"  # sorts after every digit of an id


def whole_id(connection: sa.Connection, column: sa.ColumnElement[str], beginning: str) -> str:
    """The one id that begins so; raises NotFoundError for none and UsageError for several."""
    within = (column >= beginning) & (column < beginning + _AFTER_HEX)
    found = list(connection.scalars(sa.select(column).where(within).distinct().order_by(column).limit(3)))
    if len(found) > 1 and found[0] != beginning:
        raise UsageError(f"Several ids begin with {beginning}: {', '.join(found)}.", "Give one more digit.")
    if not found:
        raise _not_found(beginning)
    return found[0]


def document_id(connection: sa.Connection, name: str) -> str:
    """The id of a document by its id, the beginning of it, or its file name; raises as `whole_id` does."""
    table = schema.sources
    named = sa.select(table.c.document).where(table.c.name == name).distinct().order_by(table.c.document)
    found = list(connection.scalars(named))
    if len(found) > 1:
        raise UsageError(f"Several documents are called {name}: {', '.join(found)}.", "Give the id of one.")
    if found:
        return str(found[0])
    if ids.kind_of(name) != "document":
        raise _not_found(name)
    return whole_id(connection, schema.documents.c.id, name)


def resolved(connection: sa.Connection, filters: Filters) -> Filters:
    """The filters with the whole id of their document; raises as `whole_id` does."""
    if filters.document is None:
        return filters
    return replace(filters, document=document_id(connection, filters.document))


def stored_text(connection: sa.Connection, document: str) -> str:
    """The text of a document, by its whole id."""
    body = connection.scalar(sa.select(schema.texts.c.body).where(schema.texts.c.document == document))
    if body is None:
        raise _not_found(document)
    return text(body)


def source_document(connection: sa.Connection, document: str) -> Document:
    """The document as it was given to the reader whose reading the ledger holds."""
    table = schema.documents
    row = connection.execute(sa.select(table.c.hash, table.c.read_from).where(table.c.id == document)).one()
    content, media_type, name = json.loads(row.read_from)
    sources = schema.sources
    same = (sources.c.name == name) & (sources.c.content == content) & (sources.c.media_type == media_type)
    source = connection.execute(sa.select(sources).where(sources.c.document == document, same)).one()
    return document_of(source, stored_text(connection, document), row.hash)


def document_of(source: sa.Row[Any], text: str, text_hash: str) -> Document:
    """A document with this text as it was given under one of its names, from that name's row."""
    declared = json.loads(source.declared)
    passages = declared.pop("passages")
    return Document(
        source=source.name, text=text, content=source.content, media_type=source.media_type, hash=text_hash,
        passages=None if passages is None else tuple(Passage(a, b, Role(role)) for a, b, role in passages),
        **declared,
    )  # fmt: skip


def kept_sources(connection: sa.Connection, reader: str) -> list[tuple[str, str]]:
    """Name and content of every source whose document an older reader has read, by name."""
    table, sources = schema.documents, schema.sources
    query = sa.select(sources.c.name, sources.c.content, table.c.reader).join(table, table.c.id == sources.c.document)
    rows = connection.execute(query.order_by(sources.c.name, sources.c.content)).all()
    older = [(row.name, row.content) for row in rows if version_order(row.reader) < version_order(reader)]
    return list(dict.fromkeys(older))


def stored_content(connection: sa.Connection, content: str) -> bytes:
    """The original bytes with this hash."""
    body = connection.scalar(sa.select(schema.contents.c.body).where(schema.contents.c.hash == content))
    if body is None:
        raise _not_found(content)
    return zlib.decompress(body)


def holder(connection: sa.Connection, name: str, content: str, reader: str) -> str | None:
    """The document that came from these bytes under this name and that this or a newer reader has read."""
    table, sources = schema.documents, schema.sources
    query = (
        sa.select(table.c.id, table.c.reader)
        .join(sources, sources.c.document == table.c.id)
        .where(sources.c.content == content, sources.c.name == name)
    )
    for row in connection.execute(query):
        if version_order(row.reader) >= version_order(reader):
            return str(row.id)
    return None


def _not_found(name: str) -> NotFoundError:
    return NotFoundError(f"The ledger has nothing under {name!r}.", "verbale search WORDS shows ids.")
