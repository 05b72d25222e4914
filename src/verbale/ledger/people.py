"""People across documents: mentions with one id become one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.ledger.loading import chunks
from verbale.ledger.where import person_conditions
from verbale.model.records import Filters, PersonRecord, PostRecord

Mention = sa.Row[Any]


def people(connection: sa.Connection, filters: Filters) -> list[PersonRecord]:
    """Everyone whom the filters let through, by party and name."""
    table = schema.people
    query = sa.select(table.c.party, table.c.folded, table.c.person).where(*person_conditions(filters)).distinct()
    ordered = sorted(connection.execute(query).all(), key=lambda row: (row.party or "~", row.folded, row.person))
    wanted = [row.person for row in ordered]
    return people_by_id(connection, list(dict.fromkeys(wanted))[: filters.limit])


def people_by_id(connection: sa.Connection, wanted: Sequence[str]) -> list[PersonRecord]:
    """The people with these ids, in this order."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    engagements: dict[str, list[str]] = defaultdict(list)
    table, present = schema.people, schema.participants
    for piece in chunks(wanted):
        query = sa.select(table).where(table.c.person.in_(piece)).order_by(table.c.document, table.c.ordinal)
        for row in connection.execute(query):
            mentions[row.person].append(row)
        at = sa.select(present.c.person, present.c.engagement).where(present.c.person.in_(piece)).distinct()
        for row in connection.execute(at.order_by(present.c.engagement)):
            engagements[row.person].append(row.engagement)
    return [_person(person, mentions[person], engagements[person]) for person in wanted if person in mentions]


def _person(person: str, mentions: list[Mention], engagements: list[str]) -> PersonRecord:
    names = Counter(mention.name for mention in mentions)
    return PersonRecord(
        id=person,
        name=max(names, key=lambda name: (names[name], len(name), name)),
        party=mentions[0].party,
        posts=_posts(mentions),
        documents=_documents(mentions),
        engagements=tuple(engagements),
        first=_first(mentions),
        last=_last(mentions),
    )


def _posts(mentions: list[Mention]) -> tuple[PostRecord, ...]:
    """Each post once, oldest first; a mention without a post tells nothing where others have one."""
    grouped: dict[tuple[str | None, str | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.post is not None or mention.rank is not None:
            grouped[mention.post, mention.rank].append(mention)
    posts = [
        PostRecord(post, rank, _first(given), _last(given), _documents(given))
        for (post, rank), given in grouped.items()
    ]
    return tuple(sorted(posts, key=lambda p: (p.first or "~", p.last or "~", p.post or "", p.rank or "")))


def _documents(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.document for mention in mentions}))


def _first(mentions: list[Mention]) -> str | None:
    return min((mention.first for mention in mentions if mention.first), default=None)


def _last(mentions: list[Mention]) -> str | None:
    return max((mention.last for mention in mentions if mention.last), default=None)
