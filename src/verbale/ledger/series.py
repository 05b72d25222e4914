"""Mechanisms as series of rounds, and what may be one thing but is not said to be."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from verbale.ledger import loading, schema
from verbale.ledger.loading import chunks
from verbale.ledger.node_rows import to_features
from verbale.ledger.records import members_of, record_ids, records_by_id
from verbale.ledger.where import fact_conditions
from verbale.model.merged import SeriesRecord, Suggestion
from verbale.model.records import Filters

_NODES, _TOLD = schema.nodes.c, schema.engagements.c


def mechanisms(connection: sa.Connection, filters: Filters) -> list[SeriesRecord]:
    """The mechanisms that have an engagement which the filters let through, by parties and name."""
    conditions = [*fact_conditions("engagement", filters), _TOLD.series.is_not(None)]
    query = sa.select(_NODES.record).join(schema.engagements, _TOLD.series == _NODES.id).where(*conditions).distinct()
    groups = _under_several_names(connection, set(connection.scalars(query)))
    found = sorted((_series(connection, group) for group in groups), key=lambda one: (one.parties, one.name, one.id))
    return found[: filters.limit]


def series_of(connection: sa.Connection, node: str) -> SeriesRecord:
    """The mechanism that this node of a mechanism belongs to."""
    (group,) = _under_several_names(connection, {record_ids(connection, [node])[node]})
    return _series(connection, group)


def suggestions(connection: sa.Connection, limit: int | None, kinds: Collection[str] = ()) -> list[Suggestion]:
    """What may be one thing, the likeliest first."""
    table = schema.suggestions.c
    left, right = schema.nodes.alias(), schema.nodes.alias()
    query = (
        sa.select(table.kind, table.left, table.right, table.score, table.reasons, left.c.record, right.c.record,
                  left.c.features, right.c.features)
        .join(left, left.c.id == table.left).join(right, right.c.id == table.right)
        .where(*([table.kind.in_(sorted(kinds))] if kinds else []))
        .order_by(table.score.desc(), table.left, table.right).limit(limit)
    )  # fmt: skip
    return [
        Suggestion(kind, a, b, (first, second), (to_features(one), to_features(other)), score,
                   tuple(json.loads(reasons)))
        for kind, a, b, score, reasons, first, second, one, other in connection.execute(query)
    ]  # fmt: skip


def _under_several_names(connection: sa.Connection, wanted: Collection[str]) -> list[set[str]]:
    """The records of mechanisms, those together that tell of one engagement: it goes by several names."""
    groups: list[set[str]] = []
    left = set(wanted)
    while left:
        group, new = set(), {min(left)}
        while new:
            group |= new
            new = _names_of_rounds(connection, _rounds(connection, new)) - group
        groups.append(group)
        left -= group
    return groups


def _rounds(connection: sa.Connection, mechanisms: Iterable[str]) -> set[str]:
    """The records of engagements of these records of mechanisms."""
    nodes = [node for group in members_of(connection, sorted(mechanisms)).values() for node in group]
    found: set[str] = set()
    for piece in chunks(sorted(nodes)):
        query = sa.select(_NODES.record).join(schema.engagements, _TOLD.id == _NODES.id).where(_TOLD.series.in_(piece))
        found.update(connection.scalars(query))
    return found


def _names_of_rounds(connection: sa.Connection, rounds: Iterable[str]) -> set[str]:
    """The records of mechanisms that reports of these engagements name."""
    reports = [node for group in members_of(connection, sorted(rounds)).values() for node in group]
    named: set[str] = set()
    for piece in chunks(sorted(reports)):
        query = sa.select(_TOLD.series).where(_TOLD.id.in_(piece), _TOLD.series.is_not(None)).distinct()
        named.update(connection.scalars(query))
    return set(record_ids(connection, sorted(named)).values())


def _series(connection: sa.Connection, group: Collection[str]) -> SeriesRecord:
    nodes = {node for members in members_of(connection, sorted(group)).values() for node in members}
    names: Counter[str] = Counter()
    parties: Counter[tuple[str, ...]] = Counter()
    facts: dict[str, list[str]] = defaultdict(list)
    for piece in chunks(sorted(nodes)):
        for fact, name in connection.execute(sa.select(_TOLD.id, _TOLD.mechanism).where(_TOLD.series.in_(piece))):
            facts[name].append(fact)
    for told in loading.facts(connection, "engagement", sorted(one for given in facts.values() for one in given)):
        names[getattr(told.entry, "mechanism", "")] += 1
        parties[getattr(told.entry, "parties", ())] += 1
    rounds = records_by_id(connection, "engagement", sorted(_rounds(connection, group)))
    rounds.sort(key=lambda one: (one.first is None, one.first or "", one.entry.round or 0, one.id))
    ordered = sorted(names.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    usual = max(parties, key=lambda one: (parties[one], len(one), one))
    return SeriesRecord(min(group), tuple(ordered), usual, tuple(rounds))
