"""What the ledger says of decisions: the log, what is ruled of records, what waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.ledger import decision_log, schema
from verbale.ledger.loading import chunks
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


def decided_targets(connection: sa.Connection, wanted: Sequence[str]) -> set[str]:
    """Which of these facts or nodes an effective decision is about."""
    named = {anchor.id for decision in decision_log.about(connection, wanted) for anchor in decision.targets}
    return named & set(wanted)
