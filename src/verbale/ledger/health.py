"""Examining a ledger: is it whole, and does every fact still stand on the words of its document?"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

import sqlalchemy as sa

from verbale.ledger import loading, schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.paging import pages
from verbale.model.document import hash_text
from verbale.model.records import Health

SHOWN = 20  # problems of one kind that are told one by one


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many documents, people and facts of each layer there are."""
    people = sa.select(sa.func.count(schema.people.c.person.distinct()))
    found = {"documents": _count(connection, schema.documents), "people": connection.scalar(people) or 0}
    for layer, table in schema.FACTS.items():
        found[f"{layer}s"] = _count(connection, table)
    return found


def examine(dialect: Dialect, connection: sa.Connection) -> Health:
    """Look at everything once; `problems` is empty where all is well."""
    problems = dialect.examine(connection)
    for check in (_texts, _contents, _facts_without_evidence):
        problems += _shortened(list(check(connection)))
    return Health(
        address=dialect.address,
        dialect=dialect.name,
        version=dialect.version(connection),
        journal=dialect.journal(connection),
        schema=schema.REVISIONS[-1],
        counts=counts(connection),
        problems=tuple(problems),
    )


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _texts(connection: sa.Connection) -> Iterator[str]:
    """Texts that are not what their document's hash says, and evidence that its text does not bear out."""
    documents = schema.documents.c
    query = sa.select(documents.id, documents.hash).order_by(documents.id)
    hashes = {row.id: row.hash for row in connection.execute(query)}
    for document, body in _bodies(connection, schema.texts):
        expected = hashes.pop(document, "")
        try:
            text = loading.text(body)
        except (zlib.error, UnicodeDecodeError):
            yield f"The text of document {document} cannot be read."
            continue
        if hash_text(text) != expected:
            yield f"The text of document {document} was changed: its hash is not {expected[:16]}…."
        yield from _evidence(connection, document, text)
    for document in hashes:
        yield f"The text of document {document} is missing."


def _evidence(connection: sa.Connection, document: str, text: str) -> Iterator[str]:
    table = schema.evidence
    query = sa.select(table).where(table.c.document == document).order_by(table.c.start, table.c.fact)
    for row in connection.execute(query):
        if not 0 <= row.start < row.end or text[row.start : row.end] != row.exact:
            yield f"Evidence of {row.fact} is not in document {document} at {row.start}–{row.end}: {row.exact[:60]!r}."


def _contents(connection: sa.Connection) -> Iterator[str]:
    for name, body in _bodies(connection, schema.contents):
        try:
            digest = hashlib.sha256(zlib.decompress(body)).hexdigest()
        except zlib.error:
            digest = ""
        if digest != name:
            yield f"The original bytes {name[:16]}… were changed."


def _bodies(connection: sa.Connection, table: sa.Table) -> Iterator[tuple[str, bytes]]:
    """The key and the bytes of every row, a page at a time: all of them may be more than memory holds."""
    for page in pages(connection, table):
        for row in page:
            yield row[0], row.body


def _facts_without_evidence(connection: sa.Connection) -> Iterator[str]:
    supported = set(connection.scalars(sa.select(schema.evidence.c.fact)))
    for layer, table in schema.FACTS.items():
        for fact in connection.scalars(sa.select(table.c.id).order_by(table.c.id)):
            if fact in supported:
                supported.remove(fact)
            else:
                yield f"The {layer} {fact} has no evidence."
    for fact in sorted(supported):
        yield f"There is evidence for {fact}, which is not there."


def _shortened(problems: list[str]) -> list[str]:
    more = len(problems) - SHOWN
    return problems if more <= 0 else [*problems[:SHOWN], f"… and {more} more of this kind."]
