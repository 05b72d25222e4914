"""Posts over time: the names that each went by, and who held it when, as far as documents tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.identities.posts import institution
from verbale.ledger import schema
from verbale.ledger.loading import chunks
from verbale.ledger.people import people_by_id
from verbale.ledger.records import members_of
from verbale.ledger.where import person_conditions
from verbale.model.records import Dated, Filters, PostHistory
from verbale.model.spelling import name_key

_NODES, _PEOPLE = schema.nodes.c, schema.people.c


def posts(connection: sa.Connection, filters: Filters) -> list[PostHistory]:
    """The posts of the people whom the filters let through, by party and name."""
    query = (
        sa.select(_NODES.record, sa.func.min(_PEOPLE.party), sa.func.min(_PEOPLE.post))
        .join(schema.people, _PEOPLE.office == _NODES.id).where(*person_conditions(filters)).group_by(_NODES.record)
    )  # fmt: skip
    rows = sorted(connection.execute(query).all(), key=lambda row: (row[1] or "~", row[2], row[0]))
    return posts_by_id(connection, [row[0] for row in rows][: filters.limit])


def posts_by_id(connection: sa.Connection, wanted: Sequence[str]) -> list[PostHistory]:
    """The posts with these records, in this order."""
    record_of = {node: record for record, nodes in members_of(connection, wanted).items() for node in nodes}
    holder = schema.nodes.alias()
    given: dict[str, list[Any]] = defaultdict(list)
    for piece in chunks(sorted(record_of)):
        query = (
            sa.select(_PEOPLE.office, _PEOPLE.post, _PEOPLE.party, _PEOPLE.first, _PEOPLE.last, _PEOPLE.document,
                      holder.c.record)
            .join(holder, holder.c.id == _PEOPLE.person).where(_PEOPLE.office.in_(piece))
        )  # fmt: skip
        for row in connection.execute(query):
            given[record_of[row.office]].append(row)
    people = sorted({row.record for rows in given.values() for row in rows})
    names = {person.id: person.name for person in people_by_id(connection, people)}
    return [_history(record, given[record], names) for record in wanted if record in given]


def _history(record: str, rows: Sequence[Any], names: dict[str, str]) -> PostHistory:
    by_name = _dated((name_key(row.post), row.post, row) for row in rows)
    holders = _dated((row.record, names.get(row.record, ""), row) for row in rows)
    party = next((row.party for row in rows if row.party), None)
    renamed = tuple(Dated("", one.name, one.since, one.until) for one in institution(rows[0].post, party))
    return PostHistory(record, party, by_name, holders, tuple(sorted({row.document for row in rows})), renamed)


def _dated(given: Iterable[tuple[str, str, Any]]) -> tuple[Dated, ...]:
    """Each key once with the first and last day that documents give it, oldest first."""
    grouped: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for key, name, row in given:
        grouped[key].append((name, row))
    found = [
        Dated(key, rows[0][0], min((row.first for _, row in rows if row.first), default=None),
              max((row.last for _, row in rows if row.last), default=None))
        for key, rows in grouped.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.first or "~", one.last or "~", one.name)))
