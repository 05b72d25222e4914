"""What the ledger knows of a document, as nodes: things that one document tells of, and things that many name."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from verbale.identities import Node, engagements, instruments, mechanisms, offices, people, texts
from verbale.ledger import ids, schema
from verbale.ledger.loading import chunks
from verbale.model.days import days

Row = Mapping[str, Any]
Rows = Mapping[sa.Table, Collection[Row]]


def own_nodes(rows: Rows) -> Iterator[Node]:
    """The nodes of what this document alone tells of: its engagements and instruments."""
    parties: dict[str, list[str]] = defaultdict(list)
    for row in rows[schema.fact_parties]:
        parties[row["fact"]].append(row["party"])
    present: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    said: dict[str, list[str]] = defaultdict(list)
    for row in rows[schema.participants]:
        present[row["engagement"]].append((row["name"], row["party"]))
        said[row["engagement"]].append(row["post"] or "")
    for row in rows[schema.evidence]:
        said[row["fact"]].append(row["exact"])
    for row in rows[schema.engagements]:
        first, last = days(row["start"], row["end"])
        told = engagements.features(
            row["document"], row["kind"], parties[row["id"]], row["mechanism"], row["round"], first, last,
            row["country"], present[row["id"]], row["main"], row["status"], " ".join(said[row["id"]]),
        )  # fmt: skip
        yield Node(row["id"], engagements.NAME, told)
    for row in rows[schema.instruments]:
        first, last = days(row["date"])
        cited = instruments.features(
            row["document"], row["type"], row["title"], parties[row["id"]], first, last, row["status"]
        )
        yield Node(row["id"], instruments.NAME, cited)


def text_node(document: str, story: str, outlet: str | None) -> Node:
    """The node of a document's own words and outlet, by which copies are known."""
    return Node(document, texts.NAME, texts.features(story, outlet))


def fact_nodes(connection: sa.Connection, document: str) -> set[str]:
    """The ids of the nodes that the ledger holds of a document's own facts."""
    table = schema.nodes.c
    return set(connection.scalars(sa.select(table.id).where(table.document == document, table.id != document)))


def named(rows: Rows) -> set[str]:
    """The ids of people, posts and mechanisms that the document names."""
    found = {row["person"] for row in rows[schema.people]}
    found |= {row["office"] for row in rows[schema.people] if row["office"]}
    return found | {row["series"] for row in rows[schema.engagements] if row["series"]}


def shared_nodes(connection: sa.Connection, wanted: Iterable[str]) -> Iterator[Node]:
    """The nodes of people, posts and mechanisms with these ids, from all that documents say of them now.

    One that no document names any more gives none.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for node in sorted(wanted):
        by_letter[node[0]].append(node)
    for piece in chunks(by_letter[ids.PREFIXES["person"]]):
        yield from _people(connection, piece)
    for piece in chunks(by_letter[ids.PREFIXES["post"]]):
        yield from _offices(connection, piece)
    for piece in chunks(by_letter[ids.PREFIXES["mechanism"]]):
        yield from _mechanisms(connection, piece)


def _people(connection: sa.Connection, wanted: list[str]) -> Iterator[Node]:
    table = schema.people.c
    query = (
        sa.select(table.person, table.name, table.party, table.post, sa.func.min(table.first), sa.func.max(table.last),
                  sa.func.count())
        .where(table.person.in_(wanted)).group_by(table.person, table.name, table.party, table.post)
    )  # fmt: skip
    for person, given in _grouped(connection.execute(query)).items():
        names: Counter[str] = Counter()
        held: dict[str, tuple[str | None, str | None]] = {}
        for _, name, _, post, first, last, count in given:
            names[name] += count
            if post:
                known = held.get(post, (None, None))
                held[post] = _least(known[0], first), _most(known[1], last)
        first = _least(*(row[4] for row in given))
        last = _most(*(row[5] for row in given))
        posts = [(post, *held[post]) for post in sorted(held)]
        yield Node(person, people.NAME, people.features(_favoured(names), given[0][2], posts, first, last))


def _offices(connection: sa.Connection, wanted: list[str]) -> Iterator[Node]:
    table = schema.people.c
    query = (
        sa.select(table.office, table.post, table.party, sa.func.count()).where(table.office.in_(wanted))
        .group_by(table.office, table.post, table.party)
    )  # fmt: skip
    for office, given in _grouped(connection.execute(query)).items():
        names = Counter({row[1]: row[3] for row in given})
        yield Node(office, offices.NAME, offices.features(_favoured(names), given[0][2]))


def _mechanisms(connection: sa.Connection, wanted: list[str]) -> Iterator[Node]:
    table, parties = schema.engagements.c, schema.fact_parties.c
    query = (
        sa.select(table.series, table.mechanism, table.round, table.start, sa.func.count(), sa.func.min(table.id))
        .where(table.series.in_(wanted)).group_by(table.series, table.mechanism, table.round, table.start)
    )  # fmt: skip
    grouped = _grouped(connection.execute(query))
    examples = {given[0][5]: series for series, given in grouped.items()}
    of: dict[str, list[str]] = defaultdict(list)
    asked = sa.select(parties.fact, parties.party).where(parties.fact.in_(examples)).order_by(parties.party)
    for fact, party in connection.execute(asked):
        of[examples[fact]].append(party)
    for series, given in grouped.items():
        names: Counter[str] = Counter()
        for row in given:
            names[row[1]] += row[4]
        rounds = sorted({(row[2], row[3]) for row in given if row[2]}, key=lambda one: (one[0], one[1] or ""))
        held = [days(row[3]) for row in given]
        first, last = _least(*(day for day, _ in held)), _most(*(day for _, day in held))
        yield Node(series, mechanisms.NAME, mechanisms.features(_favoured(names), of[series], rounds, first, last))


def _grouped(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _favoured(names: Counter[str]) -> str:
    """The name most in use; of several the longest."""
    return max(names, key=lambda name: (names[name], len(name), name))


def _least(*given: str | None) -> str | None:
    return min((one for one in given if one), default=None)


def _most(*given: str | None) -> str | None:
    return max((one for one in given if one), default=None)


def stored_rows(connection: sa.Connection, document: str) -> Rows:
    """What the tables hold of a document's reading, as far as nodes are made of it."""
    wanted = (
        schema.fact_parties, schema.participants, schema.engagements, schema.instruments, schema.people,
        schema.evidence,
    )  # fmt: skip
    return {
        table: [row._asdict() for row in connection.execute(sa.select(table).where(table.c.document == document))]
        for table in wanted
    }


def to_features(stored: str) -> dict[str, Any]:
    """The features that a row of `nodes` keeps."""
    found: dict[str, Any] = json.loads(stored)
    return found
