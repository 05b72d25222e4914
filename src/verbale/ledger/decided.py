"""What the ledger says of decisions: the log, what is ruled of records, what waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.errors import NotFoundError
from verbale.ledger import decision_log, schema
from verbale.ledger.loading import chunks
from verbale.ledger.node_rows import to_features
from verbale.model.decisions import Decision, DecisionFilters

_NODES = schema.nodes.c


def ruled_fields(connection: sa.Connection) -> dict[str, dict[str, Decision]]:
    """By record and field, the effective decision that gives the field its value; the last one counts.

    A record that came apart since then keeps the ruling where most of its members are.
    """
    found: dict[str, dict[str, Decision]] = {}
    filters = DecisionFilters(action="rule", effective=True)
    for logged in decision_log.listed(connection, filters):
        nodes = [anchor.id for anchor in logged.decision.targets]
        records: Counter[str] = Counter()
        for piece in chunks(nodes):
            records.update(connection.scalars(sa.select(_NODES.record).where(_NODES.id.in_(piece))))
        if records:
            record = min(records, key=lambda name: (-records[name], name))
            found.setdefault(record, {})[str(logged.decision.value["field"])] = logged.decision
    return found


def chosen_values(connection: sa.Connection, wanted: Collection[str]) -> dict[str, dict[str, Any]]:
    """Of each of these records the values that people have chosen, by field."""
    found = ruled_fields(connection)
    return {
        record: {name: decision.value["value"] for name, decision in found[record].items()}
        for record in wanted
        if record in found
    }


def features(connection: sa.Connection, node: str) -> Mapping[str, Any]:
    """What is compared of a node; raises NotFoundError where there is none."""
    stored = connection.scalar(sa.select(_NODES.features).where(_NODES.id == node))
    if stored is None:
        raise NotFoundError(f"The ledger has nothing under {node!r}.", "verbale search WORDS shows ids.")
    return to_features(stored)


def decided_targets(connection: sa.Connection, wanted: Sequence[str]) -> set[str]:
    """Which of these facts or nodes an effective decision is about."""
    named = {anchor.id for decision in decision_log.about(connection, wanted) for anchor in decision.targets}
    return named & set(wanted)


def is_suggested(connection: sa.Connection, left: str, right: str) -> bool:
    """Whether it is still open if the two are one."""
    table = schema.suggestions.c
    query = sa.select(table.left).where(table.left == left, table.right == right)
    return connection.scalar(query) is not None


def facts_behind(connection: sa.Connection, kind: str, node: str, limit: int) -> list[str]:
    """The ids of facts that a node of people, posts or mechanisms rests on, or its own where it is a fact."""
    if kind in schema.FACTS:
        return [node]
    present, people, engagements = schema.participants.c, schema.people.c, schema.engagements.c
    if kind == "mechanism":
        query = sa.select(engagements.id).where(engagements.series == node).order_by(engagements.id)
    elif kind == "person":
        query = sa.select(present.engagement).where(present.person == node).distinct().order_by(present.engagement)
    else:
        one = (people.document == present.document) & (people.person == present.person) & (people.post == present.post)
        query = sa.select(present.engagement).join(schema.people, one).where(people.office == node).distinct()
    return list(connection.scalars(query.limit(limit)))


def doubtful(connection: sa.Connection) -> list[tuple[str, str]]:
    """Facts that lack what a reader looks for first and that nobody has decided, each with what it lacks."""
    found: dict[str, list[str]] = {}
    for table, lacking, condition in _LACKING:
        query = sa.select(table.c.id).where(_without_parties(table) if condition is None else condition)
        for fact in connection.scalars(query.order_by(table.c.id)):
            found.setdefault(fact, []).append(lacking)
    settled: set[str] = set()
    for piece in chunks(sorted(found)):
        settled |= decided_targets(connection, piece)
    return [(fact, "; ".join(lacking)) for fact, lacking in found.items() if fact not in settled]


def _without_parties(table: sa.Table) -> sa.ColumnElement[bool]:
    parties = schema.fact_parties.c
    return ~sa.select(parties.fact).where(parties.document == table.c.document, parties.fact == table.c.id).exists()


_MEETINGS, _TEXTS = schema.engagements, schema.instruments
_LACKING: tuple[tuple[sa.Table, str, sa.ColumnElement[bool] | None], ...] = (
    (_MEETINGS, "no date, though the document is about it", _MEETINGS.c.main & _MEETINGS.c.start.is_(None)),
    (_MEETINGS, "no parties", None),
    (_TEXTS, "signed, but without a date", (_TEXTS.c.status == "signed") & _TEXTS.c.date.is_(None)),
    (_TEXTS, "signed, but without parties", (_TEXTS.c.status == "signed") & _without_parties(_TEXTS)),
    (schema.acts, "nobody is named who did it", None),
)
