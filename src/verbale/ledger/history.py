"""The ledger as it was recorded at the end of a day: built anew from what it keeps of that time, in a file of its own.

Recorded time is when the ledger learnt something; the dates in facts are when it happened. The two are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from verbale.ledger import decision_log, ids, lookup, moments, readings, schema
from verbale.ledger.failures import explained
from verbale.ledger.readings import Kept
from verbale.ledger.store import Ledger
from verbale.model.document import Document

_SOURCES, _DOCUMENTS, _READINGS = schema.sources.c, schema.documents.c, schema.readings.c


def changed_since(ledger: Ledger, day: str) -> bool:
    """Whether anything was read or decided after the day (YYYY-MM-DD, UTC)."""
    end = moments.end_of(day)
    with explained(ledger.dialect), ledger.dialect.reading().begin() as connection:
        moments_of = (_SOURCES.recorded, _DOCUMENTS.recorded, _READINGS.recorded, schema.decisions.c.at)
        newest = (connection.scalar(sa.select(sa.func.max(column))) for column in moments_of)
        return any(moment is not None and moment >= end for moment in newest)


def as_of(ledger: Ledger, day: str, path: Path) -> Ledger:
    """A new ledger at `path` that holds what this one held at the end of the day (YYYY-MM-DD, UTC).

    Documents under the names that were known by then, each with the reading that was current, and the decisions made
    by then. Raises LedgerError as `Ledger.open` does.
    """
    end = moments.end_of(day)
    past = Ledger.open(path)
    writer = past.writer()
    with explained(ledger.dialect), ledger.dialect.reading().begin() as connection:
        for document in _recorded_by(connection, end):
            kept = _reading_at(connection, document, end)
            for source, content in _sources_by(connection, document, end) if kept is not None else ():
                assert kept is not None
                writer.add(source, kept.reading, content, kept.sentences)
        log = [decision for decision in decision_log.all_decisions(connection) if decision.at < end]
    past.decider().replay(ids.to_json(decision.to_json()) for decision in log)
    return past


def _recorded_by(connection: sa.Connection, end: str) -> list[str]:
    known = _DOCUMENTS.recorded.is_(None) | (_DOCUMENTS.recorded < end)
    return list(connection.scalars(sa.select(_DOCUMENTS.id).where(known).order_by(_DOCUMENTS.id)))


def _reading_at(connection: sa.Connection, document: str, end: str) -> Kept | None:
    """The reading that was current; that of today where the ledger does not know when it was read."""
    then = (_READINGS.recorded < end) & (_READINGS.closed.is_(None) | (_READINGS.closed >= end))
    query = sa.select(schema.readings).where(_READINGS.document == document, then)
    row = connection.execute(query.order_by(_READINGS.recorded.desc())).first()
    if row is None:
        return readings.current(connection, document)
    plain = readings.plain_document(connection, document)
    return readings.kept(plain, row.reader, row.read_from, row.body)


def _sources_by(connection: sa.Connection, document: str, end: str) -> Iterator[tuple[Document, bytes]]:
    """The document under each name that it was known by, with the bytes that it was taken from."""
    known = _SOURCES.recorded.is_(None) | (_SOURCES.recorded < end)
    query = sa.select(schema.sources).where(_SOURCES.document == document, known)
    plain = readings.plain_document(connection, document)
    for row in connection.execute(query.order_by(_SOURCES.content, _SOURCES.media_type, _SOURCES.name)).all():
        yield lookup.document_of(row, plain.text, plain.hash), lookup.stored_content(connection, row.content)
