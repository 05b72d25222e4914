"""The way into the ledger: one document with all its facts, in one transaction.

A document has one reading. Where several sources give the same text, it is the reading of the source that comes
first by `source_key`, so that the order of reading does not matter. A newer version of the reader replaces it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

import sqlalchemy as sa

from verbale.ledger import decision_log, ids, moments, readings, schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.failures import explained
from verbale.ledger.placing import place, projected_rows, update, withdraw
from verbale.ledger.rework import rework_if_outdated
from verbale.ledger.rows import Rows, rows
from verbale.ledger.versions import version_order
from verbale.model.document import Document
from verbale.model.evidence import Span
from verbale.model.reading import Reading

_DOCUMENTS, _SOURCES, _CONTENTS = schema.documents.c, schema.sources.c, schema.contents.c
_STORED = sa.select(_DOCUMENTS.reader, _DOCUMENTS.read_from).where(_DOCUMENTS.id == sa.bindparam("id"))
_SAME_CONTENT = sa.select(_CONTENTS.hash).where(_CONTENTS.hash == sa.bindparam("hash"))
_SAME_SOURCE = sa.select(_SOURCES.document).where(
    *(_SOURCES[name] == sa.bindparam(name) for name in ("document", "name", "content", "media_type"))
)


@dataclass(frozen=True, slots=True)
class Added:
    """The document was written: its id, how many facts it gave, and whether they replace an older reading."""

    document: str
    facts: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The document was there already with this or a newer reading."""

    document: str


class Writer:
    """Adds documents. Holds no connection between calls."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._up_to_date = False  # whether the records are known to follow the rules of this version

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to undo: each document was committed by itself."""

    def add(
        self, document: Document, reading: Reading, content: bytes, sentences: Iterable[Span] = ()
    ) -> Added | Known:
        """Write a document, its original bytes and its reading; `sentences` are what a search finds besides facts.

        Raises LedgerError where the ledger is locked, full or may not be written; nothing is written then.
        """
        found = tuple(sentences)
        prepared, body = rows(document, reading, found), readings.body_of(reading, found)
        source = _source_row(document, content)
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            if not self._up_to_date:
                rework_if_outdated(connection)
            self._up_to_date = True
            return _Addition(self._dialect, connection, prepared, source, body).run(document, content)


class _Addition:
    """One transaction."""

    def __init__(
        self, dialect: Dialect, connection: sa.Connection, prepared: Rows, source: dict[str, str], body: bytes
    ) -> None:
        self.dialect = dialect
        self.connection = connection
        self.rows = prepared
        self.source = source
        self.key = source_key(source["name"], source["content"], source["media_type"])
        (self.document,) = prepared[schema.documents]
        self.id: str = self.document["id"]
        self.body = body
        self.at = moments.next_after(readings.last_recorded(connection, self.id))

    def run(self, document: Document, content: bytes) -> Added | Known:
        stored = self.connection.execute(_STORED, {"id": self.id}).first()
        age = 1 if stored is None else self._compared_with(stored.reader)
        known = stored is not None and not (age > 0 or (age == 0 and self.key < stored.read_from))
        if known and self._has_source():
            return Known(self.id)
        if not known:
            self._write(document, new=stored is None)
        self._add_content(content)
        if stored is None or not self._has_source():
            self.dialect.insert(
                self.connection, schema.sources, [{**self.source, "document": self.id, "recorded": self.at}]
            )
        if known or age == 0:  # the reading of another source of the same text tells nothing new
            return Known(self.id)
        facts = sum(len(self.rows[table]) for table in schema.FACTS.values())
        return Added(self.id, facts, replaced=stored is not None)

    def _write(self, document: Document, new: bool) -> None:
        """Put the reading in its place, under what people have decided of the document."""
        if decided := decision_log.of_document(self.connection, self.id):
            kept = readings.kept(document, self.document["reader"], self.key, self.body)
            self.rows = projected_rows(kept, decided)
        (row,) = self.rows[schema.documents]
        if new:
            self.dialect.insert(
                self.connection, schema.documents, [{**row, "read_from": self.key, "recorded": self.at}]
            )
            body = zlib.compress(document.text.encode("utf-8", "surrogatepass"))
            self.dialect.insert(self.connection, schema.texts, [{"document": self.id, "body": body}])
        else:
            update(self.connection, schema.documents, self.id, {**row, "read_from": self.key})
        readings.record(self.connection, self.id, row["reader"], self.key, self.body, self.at)
        place(self.dialect, self.connection, self.rows, document.text if new else None)

    def _compared_with(self, reader: str) -> int:
        """1 where our reader is newer than the stored one, 0 where it is the same, -1 where it is older."""
        ours, theirs = version_order(self.document["reader"]), version_order(reader)
        return (ours > theirs) - (ours < theirs)

    def _has_source(self) -> bool:
        asked = {name: self.source[name] for name in ("name", "content", "media_type")}
        return self.connection.execute(_SAME_SOURCE, {**asked, "document": self.id}).first() is not None

    def _add_content(self, content: bytes) -> None:
        digest = self.source["content"]
        if self.connection.execute(_SAME_CONTENT, {"hash": digest}).first() is not None:
            self._leave_older_texts()
            return
        row = {"hash": digest, "size": len(content), "body": zlib.compress(content)}
        self.dialect.insert(self.connection, schema.contents, [row])

    def _leave_older_texts(self) -> None:
        """Where an older version took another text from the same bytes, that text is no longer a document."""
        table = schema.sources
        same = (table.c.content == self.source["content"]) & (table.c.name == self.source["name"])
        query = (
            sa.select(table.c.document, schema.documents.c.reader)
            .join(schema.documents, schema.documents.c.id == table.c.document)
            .where(same, table.c.document != self.id)
        )
        for other, reader in self.connection.execute(query).all():
            if version_order(self.document["reader"]) > version_order(reader):
                self.connection.execute(sa.delete(table).where(same, table.c.document == other))
                self._remove_orphan(other)

    def _remove_orphan(self, document: str) -> None:
        left = sa.select(schema.sources.c.name).where(schema.sources.c.document == document)
        if self.connection.execute(left).first() is None:
            withdraw(self.dialect, self.connection, document)


def source_key(name: str, content: str, media_type: str) -> str:
    """What decides between several sources of one text: the smallest comes first."""
    return ids.to_json([content, media_type, name])


def source_name(source: str) -> str:
    """The name under which a source is kept: an address as it is, of a path the file's name alone."""
    name = source if "://" in source else PurePath(source.replace("\\", "/")).name or source
    return name.encode("utf-8", "backslashreplace").decode()


def _source_row(document: Document, content: bytes) -> dict[str, str]:
    passages = document.passages and [[p.start, p.end, str(p.role)] for p in document.passages]
    declared = {
        "title": document.title, "outlet": document.outlet, "published": document.published,
        "language": document.language, "passages": passages,
    }  # fmt: skip
    return {
        "name": source_name(document.source),
        "content": document.content or hashlib.sha256(content).hexdigest(),
        "media_type": document.media_type,
        "declared": ids.to_json(declared),
    }
