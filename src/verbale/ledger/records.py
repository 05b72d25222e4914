"""Records: what several documents tell of one thing, loaded with all their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from verbale.identities.merging import merge_engagement, merge_instrument
from verbale.identities.standing import standing
from verbale.ledger import loading, schema
from verbale.ledger.decided import chosen_values
from verbale.ledger.loading import chunks
from verbale.ledger.where import fact_conditions
from verbale.model.merged import Merged
from verbale.model.records import DocumentRecord, Filters

_NODES = schema.nodes.c
LAYERS = ("engagement", "instrument")  # what several documents may tell of as one
_MERGE: Mapping[str, Callable[..., Merged[Any]]] = {"engagement": merge_engagement, "instrument": merge_instrument}


def records(connection: sa.Connection, layer: str, filters: Filters) -> list[Merged[Any]]:
    """The records of a layer that one report at least lets through the filters, oldest first."""
    table = schema.FACTS[layer]
    first = sa.func.min(table.c.first)
    query = (
        sa.select(_NODES.record).join(table, table.c.id == _NODES.id).where(*fact_conditions(layer, filters))
        .group_by(_NODES.record).order_by(first.is_(None), first, _NODES.record).limit(filters.limit)
    )  # fmt: skip
    return _oldest_first(records_by_id(connection, layer, list(connection.scalars(query))))


def records_by_id(connection: sa.Connection, layer: str, wanted: Sequence[str]) -> list[Merged[Any]]:
    """The records with these ids, in this order."""
    members = members_of(connection, wanted)
    facts = loading.facts(connection, layer, sorted({one for group in members.values() for one in group}))
    by_id = {fact.id: fact for fact in facts}
    documents = sorted({fact.document for fact in facts})
    origins = record_ids(connection, documents)
    named = {one.id: one for one in loading.documents(connection, documents)}
    chosen = chosen_values(connection, wanted)
    found = []
    for record in wanted:
        reports = [by_id[one] for one in members.get(record, ()) if one in by_id]
        if reports:
            merged = _MERGE[layer](record, reports, origins, chosen.get(record))
            found.append(_with_standings(merged, named))
    return found


def told_several_times(connection: sa.Connection, layer: str, filters: Filters) -> list[Merged[Any]]:
    """The records of a layer that several documents tell of, as `records` gives them."""
    many = sa.select(_NODES.record).where(_NODES.kind == layer).group_by(_NODES.record).having(sa.func.count() > 1)
    table = schema.FACTS[layer]
    query = (
        sa.select(_NODES.record).join(table, table.c.id == _NODES.id).distinct()
        .where(*fact_conditions(layer, filters), _NODES.record.in_(many)).order_by(_NODES.record)
    )  # fmt: skip
    return _oldest_first(records_by_id(connection, layer, list(connection.scalars(query))))


def members_of(connection: sa.Connection, wanted: Sequence[str]) -> dict[str, list[str]]:
    """The nodes of each record."""
    found: dict[str, list[str]] = defaultdict(list)
    for piece in chunks(sorted(set(wanted))):
        query = sa.select(_NODES.record, _NODES.id).where(_NODES.record.in_(piece)).order_by(_NODES.id)
        for record, node in connection.execute(query):
            found[record].append(node)
    return found


def record_ids(connection: sa.Connection, nodes: Sequence[str]) -> dict[str, str]:
    """The record that each of the nodes is in."""
    found: dict[str, str] = {}
    for piece in chunks(sorted(set(nodes))):
        rows = connection.execute(sa.select(_NODES.id, _NODES.record).where(_NODES.id.in_(piece)))
        found.update((node, record) for node, record in rows)
    return found


def _oldest_first(found: Sequence[Merged[Any]]) -> list[Merged[Any]]:
    return sorted(found, key=lambda one: (one.first is None, one.first or "", one.id))


def _with_standings(merged: Merged[Any], documents: Mapping[str, DocumentRecord]) -> Merged[Any]:
    standings = {
        fact.document: standing(documents[fact.document], merged.entry.parties)
        for fact in merged.reports if fact.document in documents
    }  # fmt: skip
    return replace(merged, standings=standings)
