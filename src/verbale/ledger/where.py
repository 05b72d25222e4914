"""Filters → conditions on the tables."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.ledger.days import day_after_which, day_until_which
from verbale.model.records import Filters
from verbale.model.spelling import comparable

Condition = sa.ColumnElement[bool]


def fact_conditions(layer: str, filters: Filters) -> list[Condition]:
    """Which rows of a layer's table to list; `filters.document` must be a whole id by now."""
    table = schema.FACTS[layer]
    found = _common(table, table.c.document, filters)
    if filters.mechanism is not None:
        if layer == "engagement":
            found.append(mechanism_named(filters.mechanism))
        else:
            found.append(table.c.document.in_(documents_of_mechanism(filters.mechanism)))
    if topics := topics_of(filters):
        found.append(_about(layer, table, topics))
    for party in filters.parties:
        if layer == "figure":
            found.append(table.c.document.in_(_documents_of_party(party)))
        else:
            parties = schema.fact_parties
            found.append(table.c.id.in_(sa.select(parties.c.fact).where(parties.c.party == party)))
    return found


def document_conditions(filters: Filters) -> list[Condition]:
    """Which documents to list."""
    table = schema.documents
    found = _common(table, table.c.id, filters)
    found += [table.c.id.in_(_documents_of_party(party)) for party in filters.parties]
    if filters.mechanism is not None:
        found.append(table.c.id.in_(documents_of_mechanism(filters.mechanism)))
    if topics := topics_of(filters):
        found.append(table.c.id.in_(_documents_about(topics)))
    return found


def person_conditions(filters: Filters) -> list[Condition]:
    """Which mentions of people count; a person is listed with all mentions if one of them does."""
    table = schema.people
    found = _common(table, table.c.document, filters)
    if filters.parties:
        found.append(table.c.party.in_(filters.parties))
    if filters.mechanism is not None:
        engagements, participants = schema.engagements, schema.participants
        at = sa.select(participants.c.person).join(engagements, engagements.c.id == participants.c.engagement)
        found.append(table.c.person.in_(at.where(mechanism_named(filters.mechanism))))
    if topics := topics_of(filters):
        found.append(table.c.document.in_(_documents_about(topics)))
    return found


def by_date(table: sa.Table, *then: sa.ColumnElement[object]) -> Sequence[sa.ColumnElement[object]]:
    """Oldest first, undated last."""
    return (table.c.first.is_(None), table.c.first, *then)


def _common(table: sa.Table, document: sa.ColumnElement[str], filters: Filters) -> list[Condition]:
    found: list[Condition] = []
    if filters.after is not None:
        found.append(table.c.last >= day_after_which(filters.after))
    if filters.before is not None:
        found.append(table.c.first <= day_until_which(filters.before))
    if filters.document is not None:
        found.append(document == filters.document)
    return found


def topics_of(filters: Filters) -> tuple[str, ...]:
    """The topics of which a record must have one."""
    return filters.topics if filters.topic is None else (filters.topic, *filters.topics)


def _about(layer: str, table: sa.Table, topics: tuple[str, ...]) -> Condition:
    if layer == "act":
        tagged = schema.act_topics
        return table.c.id.in_(sa.select(tagged.c.act).where(tagged.c.topic.in_(topics)))
    if layer == "figure":
        return table.c.topic.in_(topics)
    return table.c.document.in_(_documents_about(topics))


def mechanism_named(mechanism: str) -> Condition:
    """Which engagements are of a mechanism whose name holds these words."""
    words = comparable(mechanism)
    return schema.engagements.c.folded.contains(words, autoescape=True) if words else sa.false()


def documents_of_mechanism(mechanism: str) -> sa.Select[tuple[str]]:
    """The documents whose main engagement is of a mechanism whose name holds these words."""
    table = schema.engagements
    return sa.select(table.c.document).where(table.c.main, mechanism_named(mechanism))


def _documents_about(topics: tuple[str, ...]) -> sa.Select[tuple[str]]:
    return sa.select(schema.act_topics.c.document).where(schema.act_topics.c.topic.in_(topics))


def _documents_of_party(party: str) -> sa.Select[tuple[str]]:
    return sa.select(schema.document_parties.c.document).where(schema.document_parties.c.party == party)
