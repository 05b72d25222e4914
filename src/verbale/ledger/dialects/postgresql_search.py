"""Search in PostgreSQL: a table of word vectors beside `search_entries`, indexed by GIN.

The words come folded, so the configuration `simple` takes them as they are. Beside them stand the pairs of neighbours:
GIN knows no order of words, and without the pairs a phrase of common words would have every entry read that holds
them. A pair is one of 65,536 private letters, by its hash; that the phrase is there is looked at in what they leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import sqlalchemy as sa

from verbale.ledger.dialects.base import Asked

# A vector holds a megabyte at most; a single entry is a sentence or the words of a fact.
_WORDS = "left(folded, 120000)"
_PAIR = "chr(983040 + (hashtext({}) & 65535))"
_PAIRS = f"""(
    SELECT coalesce(array_agg(DISTINCT {_PAIR.format("a || ' ' || b")}), '{{}}')
    FROM (SELECT array_remove(string_to_array(translate({_WORDS}, '_', ' '), ' '), '') AS said OFFSET 0) AS words,
      unnest(said[:cardinality(said) - 1], said[2:]) AS pair(a, b)
)"""
_VECTOR = (
    f"to_tsvector('simple', {_WORDS}) || array_to_tsvector(string_to_array(marks, ' ')) || array_to_tsvector({_PAIRS})"
)
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
    query, values = _query(asked)
    conditions = [f"i.words @@ ({query})"]
    for phrase in asked.phrases:
        if len(phrase) > 1:
            # In a CASE, so that the database reckons with the pairs, whose number it knows, and not with the words.
            conditions.append("CASE WHEN i.words @@ phraseto_tsquery('simple', %s) THEN true END")
            values.append(" ".join(phrase))
    for condition, bound in (("i.id >= %s", asked.lowest), ("i.id < %s", asked.below), ("e.last >= %s", asked.since)):
        if bound is not None:
            conditions.append(condition)
            values.append(bound)
    join = "JOIN search_entries e ON e.id = i.id" if asked.since else ""
    found = connection.exec_driver_sql(
        f"SELECT i.id FROM search_index i {join} WHERE {' AND '.join(conditions)} ORDER BY i.id DESC LIMIT %s",
        (*values, most),
    )
    return [row[0] for row in found]


def _query(asked: Asked) -> tuple[str, list[str | int]]:
    """What the index is asked for: words, the pairs of phrases, and marks."""
    pieces: list[str] = []
    values: list[str | int] = []
    for phrase in asked.phrases:
        pairs = _pairs(phrase) if len(phrase) > 1 else []
        pieces += [f"{_PAIR.format('%s')}::tsquery"] * len(pairs) or ["phraseto_tsquery('simple', %s)"]
        values += pairs or [" ".join(phrase)]
    for group in asked.marks:
        pieces.append("%s::tsquery")
        values.append(" | ".join(f"'{one}'" for one in group))
    return " && ".join(pieces), values


def _pairs(phrase: Sequence[str]) -> list[str]:
    """Neighbours in a phrase, cut as `_PAIRS` cuts them."""
    words = [word for word in " ".join(phrase).replace("_", " ").split(" ") if word]
    return [f"{first} {second}" for first, second in pairwise(words)]


def examine(connection: sa.Connection) -> list[str]:
    """Entries that the index lacks, and the other way round."""
    lost = connection.exec_driver_sql(
        "SELECT count(*) FROM search_entries e FULL JOIN search_index i ON i.id = e.id"
        " WHERE i.id IS NULL OR e.id IS NULL"
    ).scalar()
    return [f"The search index is out of step by {lost} entries."] if lost else []
