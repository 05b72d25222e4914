"""Search in PostgreSQL: a table of word vectors beside `search_entries`, indexed by GIN.

The words come folded, so the configuration `simple` takes them as they are.
"""

from __future__ import annotations

import sqlalchemy as sa

from verbale.ledger.dialects.base import Asked

# A vector holds a megabyte at most; a single entry is a sentence or the words of a fact.
_VECTOR = "to_tsvector('simple', left(folded, 200000)) || array_to_tsvector(string_to_array(marks, ' '))"
_FILL = f"INSERT INTO search_index (id, words) SELECT id, {_VECTOR} FROM search_entries"


def create(connection: sa.Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql("CREATE TABLE search_index (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
    connection.exec_driver_sql("CREATE INDEX search_index_words ON search_index USING gin (words)")


def index(connection: sa.Connection, document: str) -> None:
    """Take the entries of a document in."""
    connection.exec_driver_sql(f"{_FILL} WHERE document = %s", (document,))


def unindex(connection: sa.Connection, document: str) -> None:
    """Take them out, while they are still there."""
    connection.exec_driver_sql(
        "DELETE FROM search_index WHERE id IN (SELECT id FROM search_entries WHERE document = %s)", (document,)
    )


def rebuild(connection: sa.Connection) -> None:
    """Index every entry anew, in the order in which a search reads them."""
    connection.exec_driver_sql("DELETE FROM search_index")
    connection.exec_driver_sql(f"{_FILL} ORDER BY id")
    # The database must know which words are common before it is asked: those it finds from the end of the table.
    connection.exec_driver_sql("ANALYZE search_index")


def search(connection: sa.Connection, asked: Asked, most: int | None) -> list[int]:
    """Ids of the entries that were asked for, the highest first."""
    query = " && ".join(["phraseto_tsquery('simple', %s)"] * len(asked.phrases) + ["%s::tsquery"] * len(asked.marks))
    words = [" ".join(phrase) for phrase in asked.phrases]
    marks = [" | ".join(f"'{one}'" for one in group) for group in asked.marks]
    conditions, bounds = ["i.words @@ asked.query"], []
    for condition, bound in (("i.id >= %s", asked.lowest), ("i.id < %s", asked.below), ("e.last >= %s", asked.since)):
        if bound is not None:
            conditions.append(condition)
            bounds.append(bound)
    join = "JOIN search_entries e ON e.id = i.id" if asked.since else ""
    found = connection.exec_driver_sql(
        f"SELECT i.id FROM search_index i {join}, (SELECT {query}) AS asked(query) WHERE {' AND '.join(conditions)}"
        " ORDER BY i.id DESC LIMIT %s",
        (*words, *marks, *bounds, most),
    )
    return [row[0] for row in found]


def examine(connection: sa.Connection) -> list[str]:
    """Entries that the index lacks, and the other way round."""
    lost = connection.exec_driver_sql(
        "SELECT count(*) FROM search_entries e FULL JOIN search_index i ON i.id = e.id"
        " WHERE i.id IS NULL OR e.id IS NULL"
    ).scalar()
    return [f"The search index is out of step by {lost} entries."] if lost else []
