"""The log of decisions: rows are added, never changed. What is effective follows from the log alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sa

from verbale.errors import NotFoundError
from verbale.ledger import ids, schema
from verbale.ledger.loading import Row, chunks
from verbale.ledger.lookup import whole_id
from verbale.model.decisions import Decision, DecisionFilters, Logged, decision_from_json, in_order, undone
from verbale.model.folding import fold
from verbale.model.spelling import comparable

_LOG, _TARGETS = schema.decisions.c, schema.decision_targets.c


def name_of(kind: str, name: str, parties: Iterable[str]) -> str:
    """Under what a person, post or mechanism is looked for when its id is gone."""
    if kind == "mechanism":
        return f"mechanism {comparable(name)}"
    return f"{kind} {','.join(parties)} {fold(name)}"


def append(connection: sa.Connection, decisions: Iterable[Decision]) -> None:
    """Write decisions that the log does not hold yet."""
    for decision in decisions:
        data = decision.to_json()
        row = {**data, "targets": ids.to_json(data["targets"]), "value": ids.to_json(data["value"])}
        connection.execute(sa.insert(schema.decisions), row)
        targets = [
            {
                "decision": decision.id, "ordinal": number, "node": anchor.id,
                "document": anchor.document and ids.document_id(anchor.document),
                "name": None if anchor.name is None else name_of(anchor.kind, anchor.name, anchor.parties),
            }
            for number, anchor in enumerate(decision.targets)
        ]  # fmt: skip
        if targets:
            connection.execute(sa.insert(schema.decision_targets), targets)


def last_moment(connection: sa.Connection) -> str | None:
    """When the last decision was made."""
    last: str | None = connection.scalar(sa.select(sa.func.max(_LOG.at)))
    return last


def known(connection: sa.Connection, wanted: Collection[str]) -> set[str]:
    """Which of these ids the log holds."""
    found: set[str] = set()
    for piece in chunks(sorted(wanted)):
        found.update(connection.scalars(sa.select(_LOG.id).where(_LOG.id.in_(piece))))
    return found


def all_decisions(connection: sa.Connection) -> list[Decision]:
    """The whole log, in order."""
    return in_order(map(_decision, connection.execute(sa.select(schema.decisions))))


def one(connection: sa.Connection, identifier: str) -> Decision | None:
    """The decision with this id."""
    row = connection.execute(sa.select(schema.decisions).where(_LOG.id == identifier)).first()
    return None if row is None else _decision(row)


def named(connection: sa.Connection, beginning: str) -> Decision:
    """The one decision whose id begins so; raises NotFoundError for none and UsageError for several."""
    try:
        found = one(connection, whole_id(connection, _LOG.id, beginning))
    except NotFoundError:
        found = None
    if found is None:
        raise NotFoundError(f"There is no decision {beginning!r}.", "'verbale decisions' lists them.")
    return found


def of_document(connection: sa.Connection, document: str) -> list[Decision]:
    """The effective decisions that have to do with facts of a document, in order."""
    return _effective(connection, _TARGETS.document == document)


def about(connection: sa.Connection, nodes: Collection[str], names: Collection[str] = ()) -> list[Decision]:
    """The effective decisions about facts or nodes, by their ids or by the names of nodes; in order."""
    found: dict[str, Decision] = {}
    for column, wanted in ((_TARGETS.node, nodes), (_TARGETS.name, names)):
        for piece in chunks(sorted(wanted)):
            found.update((decision.id, decision) for decision in _effective(connection, column.in_(piece)))
    return in_order(found.values())


def history(connection: sa.Connection, nodes: Collection[str]) -> list[Decision]:
    """Every decision about facts or nodes, taken back or not, and what took it back; in order."""
    found: list[Decision] = []
    for piece in chunks(sorted(nodes)):
        found += _load(connection, _TARGETS.node.in_(piece))
    return with_undos(connection, found)


def with_undos(connection: sa.Connection, decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions with those that take them back, and those that take these back; in order."""
    found = {decision.id: decision for decision in decisions}
    fresh = list(found)
    while fresh:
        later: list[Decision] = []
        for piece in chunks(fresh):
            later += map(_decision, connection.execute(sa.select(schema.decisions).where(_LOG.undoes.in_(piece))))
        fresh = [decision.id for decision in later if decision.id not in found]
        found.update((decision.id, decision) for decision in later)
    return in_order(found.values())


def root(connection: sa.Connection, decision: Decision) -> Decision | None:
    """What an undo, or the undo of an undo, is about in the end; None where the log does not hold it."""
    found: Decision | None = decision
    while found is not None and found.undoes is not None:
        found = one(connection, found.undoes)
    return found


def listed(connection: sa.Connection, filters: DecisionFilters) -> list[Logged]:
    """Decisions in order, each with what took it back; `limit` keeps the newest."""
    log = all_decisions(connection)
    back = undone(log)
    wanted = [Logged(decision, back.get(decision.id)) for decision in log if _asked_for(decision, filters)]
    if filters.effective:
        wanted = [one for one in wanted if one.effective and one.decision.action != "undo"]
    return wanted[-filters.limit :] if filters.limit else wanted


def _asked_for(decision: Decision, filters: DecisionFilters) -> bool:
    return (
        filters.by in (None, decision.by) and filters.action in (None, decision.action)
        and (filters.target is None or any(a.id.startswith(filters.target) for a in decision.targets))
    )  # fmt: skip


def _effective(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Decision]:
    found = _load(connection, condition)
    back = undone(with_undos(connection, found))
    return in_order(decision for decision in found if decision.id not in back)


def _load(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Sequence[Decision]:
    query = sa.select(schema.decisions).where(_LOG.id.in_(sa.select(_TARGETS.decision).where(condition)))
    return [_decision(row) for row in connection.execute(query)]


def _decision(row: Row) -> Decision:
    data = row._asdict()
    return decision_from_json({**data, "targets": json.loads(row.targets), "value": json.loads(row.value)})
