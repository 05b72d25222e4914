"""Search over the words of facts and the sentences of documents.

The newest entries that hold all words are looked at, up to `CANDIDATES`, and the best of them shown first. Where fewer
hold them, that is all there are; where more do, the words say little, and what is new is the better answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from verbale.errors import UsageError
from verbale.ledger import ids, lookup, schema, search_marks
from verbale.ledger.days import day_after_which, day_until_which
from verbale.ledger.dialects.base import Asked, Dialect
from verbale.ledger.loading import chunks, text
from verbale.ledger.ranking import score
from verbale.ledger.records import members_of, record_ids
from verbale.ledger.search_marks import mark
from verbale.ledger.where import mechanism_named, topics_of
from verbale.model.folding import fold
from verbale.model.records import Hit
from verbale.model.searching import ENTRIES, Narrowing
from verbale.model.spelling import comparable

CANDIDATES = 300
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


def search(
    dialect: Dialect, connection: sa.Connection, words: str, limit: int, narrowing: Narrowing | None = None,
    without: Collection[str] = (),
) -> list[Hit]:  # fmt: skip
    """Places that hold all the words, best first, in documents other than `without`.

    Raises UsageError where there is no word to look for, and as `lookup.whole_id` does.
    """
    numbers = _found(dialect, connection, words, 0 if without else limit, narrowing or Narrowing())
    asked, table = phrases(words), schema.search_entries.c
    rows = _rows(connection, numbers, table.id, table.document, table.folded)
    kept = [(-score(folded, asked), -number) for number, document, folded in rows if document not in without]
    return _hits(connection, [-number for _, number in sorted(kept)[: limit or None]])


def documents_found(dialect: Dialect, connection: sa.Connection, words: str, narrowing: Narrowing) -> set[str]:
    """The ids of all documents in which a search finds something."""
    numbers = _found(dialect, connection, words, 0, narrowing)
    return {document for (document,) in _rows(connection, numbers, schema.search_entries.c.document)}


def phrases(words: str) -> list[list[str]]:
    """What was asked for: single words, and words in double quotes that must stand together.

    >>> phrases('Đà Nẵng "port call"')
    [['da'], ['nang'], ['port', 'call']]
    """
    found: list[list[str]] = []
    for quoted, single in _PHRASE.findall(words):
        pieces = _WORD.findall(comparable(quoted or single))
        if quoted:
            found += [pieces] if pieces else []
        else:
            found += [pieces] if len(pieces) > 1 else [[piece] for piece in pieces]
    return found


def _found(
    dialect: Dialect, connection: sa.Connection, words: str, limit: int, narrowing: Narrowing
) -> Sequence[int]:  # fmt: skip
    """The ids of entries that hold all the words: of all of them, or of the newest where a limit is given."""
    asked, marks = phrases(words), list(_marks(connection, narrowing))
    if not asked and (words.strip() or not marks):
        raise UsageError(f"There is no word to look for in {words!r}.", "Give at least one word or number.")
    if not all(marks):  # a mechanism or a person that nothing names
        return ()
    document = _document(connection, narrowing) if narrowing.filters.document else None
    most = max(CANDIDATES, limit) if limit and document is None else None
    numbers: set[int] = set()
    for query in _queries(Asked(asked, marks), narrowing):
        numbers.update(dialect.search(connection, query, most))
    newest = sorted(numbers, reverse=True)[:most]
    if document is None:
        return newest
    table = schema.search_entries.c
    return [number for number, held in _rows(connection, newest, table.id, table.document) if held == document]


def _rows(connection: sa.Connection, numbers: Sequence[int], *columns: sa.ColumnElement[Any]) -> Iterator[Any]:
    """These columns of the entries with these ids."""
    for piece in chunks(numbers):
        yield from connection.execute(sa.select(*columns).where(schema.search_entries.c.id.in_(piece)))


def _queries(asked: Asked, narrowing: Narrowing) -> Iterator[Asked]:
    """The query with the days that it is narrowed to; what lasts long is asked for by itself.

    The first day of an entry bounds its id. Its last day is no more than a year later, but for what is marked as long.
    """
    since, until = narrowing.filters.after, narrowing.filters.before
    first = day_after_which(since) if since else None
    above = search_marks.after(day_until_which(until)) if until else None
    if first is None:
        yield asked.within(search_marks.DATED if until else None, above)
        return
    reach = date.fromisoformat(first).toordinal() - search_marks.LONGEST
    yield asked.within(search_marks.lowest(date.fromordinal(max(1, reach)).isoformat()), above, first)
    yield asked.also(mark(search_marks.LONG)).within(search_marks.DATED, above, first)


def _marks(connection: sa.Connection, narrowing: Narrowing) -> Iterator[list[str]]:
    """What the hits must have: one of each group."""
    filters = narrowing.filters
    for party in filters.parties:
        yield [mark(search_marks.PARTY, party)]
    if topics := topics_of(filters):
        yield [mark(search_marks.TOPIC, topic) for topic in topics]
    if narrowing.layer:
        yield [mark(search_marks.LAYER, narrowing.layer)]
    if narrowing.act:
        yield [mark(search_marks.ACT, narrowing.act)]
    if filters.mechanism is not None:
        table = schema.engagements.c
        # Told apart here: for DISTINCT, SQLite would walk an index and fetch the rows in no order of the file.
        query = sa.select(table.series).where(mechanism_named(filters.mechanism), table.series.is_not(None))
        yield sorted({mark(search_marks.MECHANISM, one) for one in connection.scalars(query)})
    if (filters.after or filters.before or filters.document) and not narrowing.layer:
        yield [mark(search_marks.LAYER, layer) for layer in ENTRIES]  # a date alone is no word of the index
    if narrowing.person is not None:
        yield sorted(mark(search_marks.PERSON, one) for one in _people(connection, narrowing.person))


def _people(connection: sa.Connection, asked: str) -> Iterator[str]:
    """The people, as documents name them, whom an id or words of a name mean."""
    table = schema.people.c
    if ids.kind_of(asked) == "person" and len(asked) > 1:
        named = [lookup.whole_id(connection, table.person, asked)]
    else:
        held = [table.folded.contains(word, autoescape=True) for word in fold(asked).split()]
        named = list(connection.scalars(sa.select(table.person).where(*held))) if held else []
    records = set(record_ids(connection, named).values())
    yield from {one for group in members_of(connection, sorted(records)).values() for one in group} | set(named)


def _document(connection: sa.Connection, narrowing: Narrowing) -> str:
    return lookup.document_id(connection, narrowing.filters.document or "")


def _hits(connection: sa.Connection, found: Sequence[int]) -> list[Hit]:
    entries = {row.id: row for row in _rows(connection, found, *schema.search_entries.c)}
    rows = [entries[number] for number in found]
    documents = list(dict.fromkeys(row.document for row in rows))
    names, texts = _names(connection, documents), _texts(connection, documents)
    return [
        Hit(
            layer=row.layer,
            id=row.fact or row.document,
            document=row.document,
            source=names.get(row.document, ""),
            start=row.start,
            end=row.end,
            words=texts[row.document][row.start : row.end],
        )
        for row in rows
    ]


def _names(connection: sa.Connection, documents: Sequence[str]) -> dict[str, str]:
    table = schema.sources
    found: dict[str, str] = {}
    for piece in chunks(documents):
        query = sa.select(table.c.document, sa.func.min(table.c.name)).where(table.c.document.in_(piece))
        found.update((row[0], row[1]) for row in connection.execute(query.group_by(table.c.document)))
    return found


def _texts(connection: sa.Connection, documents: Sequence[str]) -> dict[str, str]:
    table = schema.texts
    found: dict[str, str] = {}
    for piece in chunks(documents):
        query = sa.select(table.c.document, table.c.body).where(table.c.document.in_(piece))
        found.update((row.document, text(row.body)) for row in connection.execute(query))
    return found
