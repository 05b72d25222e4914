"""Search over the words of facts and the sentences of documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

import sqlalchemy as sa

from verbale.errors import UsageError
from verbale.ledger import schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.loading import chunks, text
from verbale.model.records import Hit
from verbale.model.spelling import comparable

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


def search(dialect: Dialect, connection: sa.Connection, words: str, limit: int) -> list[Hit]:
    """Places that hold all the words, best first; raises UsageError where there is no word to look for."""
    asked = phrases(words)
    if not asked:
        raise UsageError(f"There is no word to look for in {words!r}.", "Give at least one word or number.")
    found = dialect.search(connection, asked, limit)
    return _hits(connection, found)


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


def _hits(connection: sa.Connection, found: Sequence[int]) -> list[Hit]:
    entries = {}
    for piece in chunks(found):
        query = sa.select(schema.search_entries).where(schema.search_entries.c.id.in_(piece))
        entries.update({row.id: row for row in connection.execute(query)})
    documents = list(dict.fromkeys(entries[entry].document for entry in found))
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
        for row in (entries[entry] for entry in found)
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
