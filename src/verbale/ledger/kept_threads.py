"""Commitments as they were woven: kept by relationship, found by filters, loaded with the acts of their steps."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa

from verbale.ledger import ids, loading, schema
from verbale.ledger.days import day_after_which, day_until_which
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.loading import chunks
from verbale.ledger.where import Condition, documents_of_mechanism, topics_of
from verbale.model.commitments import Held, Ruling, Step, Thread
from verbale.model.reading import Act
from verbale.model.records import Fact, Filters

_THREADS, _STEPS, _ACTS = schema.threads.c, schema.thread_steps.c, schema.thread_acts.c
_PARTIES, _TOPICS = schema.thread_parties.c, schema.thread_topics.c
Relationship = tuple[str, ...]


def keep(
    dialect: Dialect, connection: sa.Connection, woven: Mapping[Relationship, Collection[str]],
    threads: Iterable[Thread],
) -> None:  # fmt: skip
    """Put threads in the place of those of these relationships, each with the documents that it was woven from."""
    for piece in chunks(sorted(map(_joined, woven))):
        connection.execute(sa.delete(schema.threads).where(_THREADS.relationship.in_(piece)))
        connection.execute(sa.delete(schema.woven).where(schema.woven.c.relationship.in_(piece)))
    documents = [{"document": document, "relationship": _joined(one)} for one, group in sorted(woven.items())
                 for document in sorted(group)]  # fmt: skip
    rows = _rows(threads)
    for table, given in ((schema.woven, documents), *rows.items()):
        if given:
            dialect.insert(connection, table, given)


def find(
    connection: sa.Connection, filters: Filters, owner: str | None, status: str | None,
    without: Collection[Relationship] = (),
) -> list[str]:  # fmt: skip
    """The ids of the threads that the filters let through, the newest first; none of the relationships `without`."""
    conditions = [*_conditions(filters, owner, status), *_not_between(without)]
    query = sa.select(_THREADS.id).where(*conditions).order_by(_THREADS.last.desc(), _THREADS.id.desc())
    return list(connection.scalars(query.limit(filters.limit)))


def load(connection: sa.Connection, wanted: Sequence[str]) -> list[Thread]:
    """The threads with these ids, in this order."""
    rows = {row.id: row for row in _of(connection, schema.threads, _THREADS.id, wanted)}
    acts: dict[tuple[str, int], list[str]] = defaultdict(list)
    told = sorted(_of(connection, schema.thread_acts, _ACTS.thread, wanted), key=lambda one: one.ordinal)
    for row in told:
        acts[row.thread, row.step].append(row.act)
    by_document = dict.fromkeys(row.act for row in sorted(told, key=lambda one: (one.document, one.act)))
    facts = loading.facts(connection, "act", list(by_document))  # those side by side are loaded together
    by_id = {fact.id: cast(Fact[Act], fact) for fact in facts}
    steps: dict[str, list[Step]] = defaultdict(list)
    for row in sorted(_of(connection, schema.thread_steps, _STEPS.thread, wanted), key=lambda one: one.ordinal):
        held = Held.from_json(json.loads(row.held)) if row.held else None
        reports = tuple(by_id[act] for act in acts[row.thread, row.ordinal])
        steps[row.thread].append(Step(row.role, row.day, reports, row.sources, held, row.among_others))
    return [_thread(rows[one], steps[one]) for one in wanted if one in rows]


def of_act(connection: sa.Connection, act: str) -> list[str]:
    """The ids of the threads that an act is in."""
    return list(connection.scalars(sa.select(_ACTS.thread).where(_ACTS.act == act).distinct().order_by(_ACTS.thread)))


def _conditions(filters: Filters, owner: str | None, status: str | None) -> Iterable[Condition]:
    for party in filters.parties:
        yield _THREADS.id.in_(sa.select(_PARTIES.thread).where(_PARTIES.party == party))
    if owner is not None:
        yield _THREADS.id.in_(sa.select(_PARTIES.thread).where(_PARTIES.party == owner, _PARTIES.owns))
    if status is not None:
        yield _THREADS.status == status
    if topics := topics_of(filters):
        yield _THREADS.id.in_(sa.select(_TOPICS.thread).where(_TOPICS.topic.in_(topics)))
    if within := list(_step_conditions(filters)):
        yield sa.exists().where(_STEPS.thread == _THREADS.id, *within)


def _step_conditions(filters: Filters) -> Iterable[Condition]:
    """What one step of a thread must meet."""
    if filters.after is not None:
        yield _STEPS.day >= day_after_which(filters.after)
    if filters.before is not None:
        yield _STEPS.day <= day_until_which(filters.before)
    if filters.mechanism is not None:
        told = documents_of_mechanism(filters.mechanism)
        yield sa.exists().where(
            _ACTS.thread == _STEPS.thread, _ACTS.step == _STEPS.ordinal, _ACTS.document.in_(told)
        )  # fmt: skip


def _not_between(without: Collection[Relationship]) -> Iterable[Condition]:
    for piece in chunks(sorted(map(_joined, without))):
        yield _THREADS.relationship.not_in(piece)


def _of(connection: sa.Connection, table: sa.Table, column: sa.ColumnElement[str], wanted: Sequence[str]) -> list[Any]:
    return [
        row for piece in chunks(sorted(set(wanted)))
        for row in connection.execute(sa.select(table).where(column.in_(piece)))
    ]  # fmt: skip


def _thread(row: sa.Row[Any], steps: Sequence[Step]) -> Thread:
    return Thread(
        row.id, _parted(row.relationship), _parted(row.owner), _parted(row.beneficiary), row.object,
        _parted(row.topics), row.due, tuple(steps), Ruling(row.status, row.rule, row.rests_on, row.outcome),
        row.searched,
    )  # fmt: skip


def _rows(threads: Iterable[Thread]) -> dict[sa.Table, list[dict[str, Any]]]:
    """The rows of threads, in an order of tables that keeps foreign keys."""
    found: dict[sa.Table, list[dict[str, Any]]] = {
        table: [] for table in (schema.threads, schema.thread_parties, schema.thread_topics, schema.thread_steps,
                                schema.thread_acts)
    }  # fmt: skip
    for one in threads:
        found[schema.threads].append({
            "id": one.id, "relationship": _joined(one.relationship), "owner": _joined(one.owner),
            "beneficiary": _joined(one.beneficiary), "object": one.object, "topics": _joined(one.topics),
            "due": one.due, **one.ruling.to_json(), "searched": one.searched, "last": one.last or "",
        })  # fmt: skip
        parties = {*one.relationship, *one.owner}
        found[schema.thread_parties] += [
            {"thread": one.id, "party": party, "owns": party in one.owner} for party in sorted(parties)
        ]
        found[schema.thread_topics] += [{"thread": one.id, "topic": topic} for topic in one.topics]
        for place, step in enumerate(one.steps):
            held = ids.to_json(step.held.to_json()) if step.held else None
            found[schema.thread_steps].append({
                "thread": one.id, "ordinal": place, "role": step.role, "day": step.day, "sources": step.sources,
                "among_others": step.among_others, "held": held,
            })  # fmt: skip
            found[schema.thread_acts] += [
                {"thread": one.id, "step": place, "ordinal": ordinal, "act": fact.id, "document": fact.document}
                for ordinal, fact in enumerate(step.acts)
            ]  # fmt: skip
    return found


def _joined(codes: Sequence[str]) -> str:
    return ",".join(codes)


def _parted(codes: str) -> tuple[str, ...]:
    return tuple(codes.split(",")) if codes else ()
