"""Search in SQLite: an FTS5 index over `search_entries`, which keeps the words themselves.

Case, diacritics and spelling are made one before the words come here: SQLite knows no 'đ'.
"""

from __future__ import annotations

import sqlalchemy as sa

from verbale.ledger.dialects.base import Phrases


def create(connection: sa.Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search_index USING fts5(folded, content='search_entries', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 0')"
    )


def index(connection: sa.Connection, document: str) -> None:
    """Take the entries of a document in."""
    connection.exec_driver_sql(
        "INSERT INTO search_index(rowid, folded) SELECT id, folded FROM search_entries WHERE document = ?",
        (document,),
    )


def unindex(connection: sa.Connection, document: str) -> None:
    """Take them out, while they are still there."""
    connection.exec_driver_sql(
        "INSERT INTO search_index(search_index, rowid, folded)"
        " SELECT 'delete', id, folded FROM search_entries WHERE document = ?",
        (document,),
    )


def rebuild(connection: sa.Connection) -> None:
    """Index every entry anew."""
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def search(connection: sa.Connection, phrases: Phrases, limit: int) -> list[int]:
    """Ids of the entries that hold all phrases, best first."""
    query = " AND ".join('"' + " ".join(words).replace('"', '""') + '"' for words in phrases)
    found = connection.exec_driver_sql(
        "SELECT e.id FROM search_index i JOIN search_entries e ON e.id = i.rowid WHERE search_index MATCH ?"
        " ORDER BY i.rank, e.document, e.start, e.layer, e.fact LIMIT ?",
        (query, limit),
    )
    return [row[0] for row in found]
