"""People across documents: the mentions of one record become one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.identities.person_names import is_short
from verbale.identities.posts import office
from verbale.ledger import schema
from verbale.ledger.loading import chunks
from verbale.ledger.records import members_of
from verbale.ledger.where import person_conditions
from verbale.model.records import Filters, PersonRecord, PostRecord

Mention = sa.Row[Any]
_NODES_TABLE, _NODES = schema.nodes, schema.nodes.c


def people(connection: sa.Connection, filters: Filters) -> list[PersonRecord]:
    """Everyone whom the filters let through, by party and name."""
    table = schema.people
    party, folded = sa.func.min(table.c.party), sa.func.min(table.c.folded)
    query = (
        sa.select(_NODES.record).join(table, table.c.person == _NODES.id).where(*person_conditions(filters))
        .group_by(_NODES.record).order_by(party.is_(None), party, folded, _NODES.record).limit(filters.limit)
    )  # fmt: skip
    return people_by_id(connection, list(connection.scalars(query)))


def people_by_id(connection: sa.Connection, wanted: Sequence[str]) -> list[PersonRecord]:
    """The people with these records, in this order."""
    record_of = {node: record for record, nodes in members_of(connection, wanted).items() for node in nodes}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    engagements: dict[str, set[str]] = defaultdict(set)
    table, present = schema.people, schema.participants
    for piece in chunks(sorted(record_of)):
        query = sa.select(table).where(table.c.person.in_(piece)).order_by(table.c.document, table.c.ordinal)
        for row in connection.execute(query):
            mentions[record_of[row.person]].append(row)
        at = (
            sa.select(present.c.person, _NODES.record).join(_NODES_TABLE, _NODES.id == present.c.engagement)
            .where(present.c.person.in_(piece)).distinct()
        )  # fmt: skip
        for person, engagement in connection.execute(at):
            engagements[record_of[person]].add(engagement)
    return [_person(person, mentions[person], sorted(engagements[person])) for person in wanted if person in mentions]


def _person(person: str, mentions: list[Mention], engagements: list[str]) -> PersonRecord:
    names = Counter(mention.name for mention in mentions)
    parties = Counter(mention.party for mention in mentions if mention.party)
    ordered = sorted(names, key=lambda name: (not is_short(name), names[name], len(name), name), reverse=True)
    return PersonRecord(
        id=person,
        name=ordered[0],
        party=min(parties, key=lambda party: (-parties[party], party), default=None),
        posts=_posts(mentions),
        documents=_documents(mentions),
        engagements=tuple(engagements),
        first=_first(mentions),
        last=_last(mentions),
        names=tuple(ordered[1:]),
    )


def _posts(mentions: list[Mention]) -> tuple[PostRecord, ...]:
    """Each post once, oldest first, under the name most in use; a mention without a post tells nothing.

    Two names of one office are one post ('Vice Minister', 'Deputy Minister'); the old and the new name of a renamed
    ministry stay two, since the name itself says when.
    """
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.post is not None or mention.rank is not None:
            grouped[office(mention.post).key if mention.post else ""].append(mention)
    if len(grouped) > 1:
        grouped.pop("", None)
    posts = [
        PostRecord(_usual(m.post for m in given), _usual(m.rank for m in given), _first(given), _last(given),
                   _documents(given))
        for given in grouped.values()
    ]  # fmt: skip
    return tuple(sorted(posts, key=lambda p: (p.first or "~", p.last or "~", p.post or "", p.rank or "")))


def _usual(words: Iterable[str | None]) -> str | None:
    """The form most in use."""
    counts = Counter(word for word in words if word)
    return max(counts, key=lambda word: (counts[word], len(word), word), default=None)


def _documents(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.document for mention in mentions}))


def _first(mentions: list[Mention]) -> str | None:
    return min((mention.first for mention in mentions if mention.first), default=None)


def _last(mentions: list[Mention]) -> str | None:
    return max((mention.last for mention in mentions if mention.last), default=None)
