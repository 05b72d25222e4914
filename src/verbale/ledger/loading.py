"""Rows → records: the entries as the reader gave them, with their evidence."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.model.document import Passage, Role
from verbale.model.evidence import Evidence, Span
from verbale.model.reading import Act, Engagement, Entry, Figure, Instrument, Participant
from verbale.model.records import DocumentRecord, Fact, SourceRecord

CHUNK = 400  # ids in one statement: below the limits of every database
Row = sa.Row[Any]
V = TypeVar("V")
Grouped = dict[str, list[Row]]


def chunks(values: Sequence[V]) -> Iterator[list[V]]:
    """The values in pieces that fit in one statement."""
    iterator = iter(values)
    while piece := list(islice(iterator, CHUNK)):
        yield piece


def documents(connection: sa.Connection, wanted: Sequence[str]) -> list[DocumentRecord]:
    """The documents with these ids, in this order."""
    found: dict[str, DocumentRecord] = {}
    for piece in chunks(wanted):
        named = _grouped(connection, schema.sources, "document", piece, "name", "content", "media_type")
        parties = _grouped(connection, schema.document_parties, "document", piece, "party")
        for row in connection.execute(sa.select(schema.documents).where(schema.documents.c.id.in_(piece))):
            found[row.id] = _document(row, named[row.id], parties[row.id])
    return [found[document] for document in wanted if document in found]


def facts(connection: sa.Connection, layer: str, wanted: Sequence[str]) -> list[Fact[Entry]]:
    """The facts of one layer with these ids, in this order."""
    found: dict[str, Fact[Entry]] = {}
    for piece in chunks(wanted):
        for fact in _facts(connection, layer, piece):
            found[fact.id] = fact
    return [found[fact] for fact in wanted if fact in found]


def actors(connection: sa.Connection, documents: Sequence[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Id, document and actors of every act of these documents, by document and id."""
    acts, parties = schema.acts.c, schema.fact_parties.c
    query = (
        sa.select(acts.id, acts.document, parties.party)
        .outerjoin(schema.fact_parties, (parties.document == acts.document) & (parties.fact == acts.id))
        .order_by(acts.document, acts.id, parties.ordinal)
    )
    found: dict[tuple[str, str], list[str]] = {}
    for piece in chunks(sorted(set(documents))):
        for act, document, party in connection.execute(query.where(acts.document.in_(piece))):
            found.setdefault((act, document), []).extend([party] if party is not None else [])
    return [(act, document, tuple(group)) for (act, document), group in found.items()]


def main_parties(connection: sa.Connection, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Of each of these documents the parties of the engagement that it is about; none where it is about none."""
    told, parties = schema.engagements.c, schema.fact_parties.c
    query = (
        sa.select(told.document, parties.party)
        .join(schema.fact_parties, (parties.document == told.document) & (parties.fact == told.id))
        .where(told.main).order_by(told.document, parties.ordinal)
    )  # fmt: skip
    found: dict[str, list[str]] = defaultdict(list)
    for piece in chunks(sorted(set(documents))):
        for document, party in connection.execute(query.where(told.document.in_(piece))):
            found[document].append(party)
    return {document: tuple(group) for document, group in found.items()}


def text(body: bytes) -> str:
    """The text that a row of `texts` keeps."""
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def text_of(connection: sa.Connection, document: str) -> str:
    """The text of a document of the ledger; empty where there is none."""
    body = connection.scalar(sa.select(schema.texts.c.body).where(schema.texts.c.document == document))
    return text(body) if body is not None else ""


def _document(row: Row, named: list[Row], parties: list[Row]) -> DocumentRecord:
    return DocumentRecord(
        id=row.id, hash=row.hash, title=row.title, outlet=row.outlet, published=row.published,
        language=row.language, reader=row.reader, first=row.first, last=row.last,
        sources=tuple(SourceRecord(s.name, s.content, s.media_type) for s in named),
        passages=tuple(Passage(start, end, Role(role)) for start, end, role in json.loads(row.passages)),
        parties=tuple(p.party for p in parties),
    )  # fmt: skip


def _facts(connection: sa.Connection, layer: str, piece: list[str]) -> Iterator[Fact[Entry]]:
    table = schema.FACTS[layer]
    hashes = sa.select(schema.documents.c.hash).where(schema.documents.c.id == table.c.document)
    name = sa.select(sa.func.min(schema.sources.c.name)).where(schema.sources.c.document == table.c.document)
    query = sa.select(
        table, hashes.scalar_subquery().label("document_hash"), name.scalar_subquery().label("source")
    ).where(table.c.id.in_(piece))
    rows = connection.execute(query).all()
    within = sorted({row.document for row in rows})
    evidence = _parts(connection, schema.evidence, "fact", piece, within)
    parties = _parts(connection, schema.fact_parties, "fact", piece, within)
    parts = _parts(connection, *_PARTS[layer], piece, within) if layer in _PARTS else defaultdict(list)
    for row in rows:
        common = {
            "evidence": tuple(Evidence(row.document_hash, e.start, e.end, e.exact) for e in evidence[row.id]),
            "spans": {key: Span(*ends) for key, ends in json.loads(row.spans).items()},
            "rule": row.rule,
        }
        entry = _BUILD[layer](row, tuple(p.party for p in parties[row.id]), parts[row.id], common)
        yield Fact(row.id, layer, row.document, row.source or "", row.ordinal, entry, row.first, row.last)


def _parts(connection: sa.Connection, table: sa.Table, owner: str, piece: list[str], within: list[str]) -> Grouped:
    """Rows by the fact that owns them; the documents come first in the table's key."""
    query = sa.select(table).where(table.c.document.in_(within), table.c[owner].in_(piece))
    return _by_owner(connection, query.order_by(table.c[owner], table.c.ordinal), owner)


def _grouped(connection: sa.Connection, table: sa.Table, owner: str, piece: list[str], *order: str) -> Grouped:
    query = sa.select(table).where(table.c[owner].in_(piece))
    return _by_owner(connection, query.order_by(table.c[owner], *(table.c[c] for c in order)), owner)


def _by_owner(connection: sa.Connection, query: sa.Select[Any], owner: str) -> Grouped:
    found: Grouped = defaultdict(list)
    for row in connection.execute(query):
        found[getattr(row, owner)].append(row)
    return found


def _engagement(row: Row, parties: tuple[str, ...], parts: list[Row], common: dict[str, Any]) -> Entry:
    return Engagement(
        main=row.main, kind=row.kind, status=row.status, mechanism=row.mechanism, round=row.round,
        parties=parties, start=row.start, end=row.end, place=row.place, country=row.country,
        participants=tuple(Participant(p.name, p.party, p.post, p.rank, p.role) for p in parts), **common,
    )  # fmt: skip


def _instrument(row: Row, parties: tuple[str, ...], parts: list[Row], common: dict[str, Any]) -> Entry:
    return Instrument(type=row.type, title=row.title, date=row.date, status=row.status, parties=parties, **common)


def _act(row: Row, parties: tuple[str, ...], parts: list[Row], common: dict[str, Any]) -> Entry:
    topics = tuple(part.topic for part in parts)
    return Act(type=row.type, speaker=row.speaker, actors=parties, topics=topics, **common)


def _figure(row: Row, parties: tuple[str, ...], parts: list[Row], common: dict[str, Any]) -> Entry:
    return Figure(
        value=_number(row.value), of=None if row.of is None else _number(row.of), unit=row.unit, kind=row.kind,
        topic=row.topic, label=row.label, since=row.since, as_of=row.as_of, **common,
    )  # fmt: skip


def _number(value: float) -> float:
    """Whole numbers as such: 13, not 13.0."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


_PARTS = {"engagement": (schema.participants, "engagement"), "act": (schema.act_topics, "act")}
_BUILD: dict[str, Callable[[Row, tuple[str, ...], list[Row], dict[str, Any]], Entry]] = {
    "engagement": _engagement,
    "instrument": _instrument,
    "act": _act,
    "figure": _figure,
}
