"""Search in SQLite: an FTS5 index over `search_entries`, which keeps the words and marks themselves.

Case, diacritics and spelling are made one before the words come here: SQLite knows no 'đ'. Entries come by row number,
not by FTS5's own rank: so the index is read from its end, and only as far as is needed.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from verbale.ledger.dialects.base import Asked

_HIGHEST = 2**63 - 1  # of row numbers


def create(connection: sa.Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search_index USING fts5(folded, marks, content='search_entries', content_rowid='id',"
        " columnsize=0, tokenize='unicode61 remove_diacritics 0')"
    )


def index(connection: sa.Connection, document: str) -> None:
    """Take the entries of a document in, by row number as FTS5 takes them best."""
    connection.exec_driver_sql(
        "INSERT INTO search_index(rowid, folded, marks)"
        " SELECT id, folded, marks FROM search_entries WHERE document = ? ORDER BY id",
        (document,),
    )


def unindex(connection: sa.Connection, document: str) -> None:
    """Take them out, while they are still there."""
    connection.exec_driver_sql(
        "INSERT INTO search_index(search_index, rowid, folded, marks)"
        " SELECT 'delete', id, folded, marks FROM search_entries WHERE document = ? ORDER BY id",
        (document,),
    )


def rebuild(connection: sa.Connection) -> None:
    """Index every entry anew."""
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def search(connection: sa.Connection, asked: Asked, most: int | None) -> list[int]:
    """Ids of the entries that were asked for, the highest first."""
    words = [_quoted(" ".join(phrase)) for phrase in asked.phrases]
    marks = [f"({' OR '.join(map(_quoted, group))})" for group in asked.marks]
    values: dict[str, Any] = {
        "words": " AND ".join([*words, *marks]), "lowest": asked.lowest or 0, "below": asked.below or _HIGHEST,
        "most": -1 if most is None else most,
    }  # fmt: skip
    join = ""
    if asked.since:
        join, values["since"] = "JOIN search_entries e ON e.id = i.rowid AND e.last >= :since", asked.since
    found = connection.exec_driver_sql(
        f"SELECT i.rowid FROM search_index i {join} WHERE search_index MATCH :words"
        " AND i.rowid >= :lowest AND i.rowid < :below ORDER BY i.rowid DESC LIMIT :most",
        values,
    )
    return [row[0] for row in found]


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
