"""What the ledger knows of a document, as nodes: things that one document tells of, and things that many name."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.identities import Node, engagements, instruments, mechanisms, offices, people, texts
from verbale.ledger import ids, schema, tallies
from verbale.ledger.tallies import Form, Rows, Tally, least, most
from verbale.model.days import days

Told = Sequence[tuple[Form, Tally]]


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
    found: dict[str, list[tuple[Form, Tally]]] = defaultdict(list)
    for form, tally in tallies.of_nodes(connection, wanted).items():
        found[form.node].append((form, tally))
    for node in sorted(found):
        yield _SHARED[node[0]](node, found[node])


def _person(node: str, told: Told) -> Node:
    held: dict[str, tuple[str | None, str | None]] = {}
    for form, tally in told:
        if form.post:
            first, last = held.get(form.post, (None, None))
            held[form.post] = least(first, tally.first), most(last, tally.last)
    first, last = least(*(tally.first for _, tally in told)), most(*(tally.last for _, tally in told))
    party = next(iter(told[0][0].parties), None)
    posts = [(post, *held[post]) for post in sorted(held)]
    return Node(node, people.NAME, people.features(_favoured(told), party, posts, first, last))


def _office(node: str, told: Told) -> Node:
    return Node(node, offices.NAME, offices.features(_favoured(told), next(iter(told[0][0].parties), None)))


def _mechanism(node: str, told: Told) -> Node:
    rounds = {(form.round, form.start) for form, _ in told if form.round}
    ordered = sorted(rounds, key=lambda one: (one[0], one[1] or ""))
    held = [days(start) for start in {form.start for form, _ in told}]
    first, last = least(*(day for day, _ in held)), most(*(day for _, day in held))
    return Node(node, mechanisms.NAME, mechanisms.features(_favoured(told), told[0][0].parties, ordered, first, last))


_SHARED = {ids.PREFIXES["person"]: _person, ids.PREFIXES["post"]: _office, ids.PREFIXES["mechanism"]: _mechanism}


def _favoured(told: Told) -> str:
    """The name most in use; of several the longest."""
    names: Counter[str] = Counter()
    for form, tally in told:
        names[form.name] += tally.count
    return max(names, key=lambda name: (names[name], len(name), name))


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
