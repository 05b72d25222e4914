"""Decisions about records → `rulings`, pairs of nodes that are one or never one; the last word on a pair counts.

A pair is named by the ids of nodes. Facts keep theirs through every reading; a person, post or mechanism whose id is
gone is looked for by its name, and found where just one goes by it. What is not found is ruled all the same: the
ruling holds as soon as its nodes are there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Any

import sqlalchemy as sa

from verbale.identities import Pair, pair
from verbale.ledger import decision_log, schema
from verbale.ledger.decision_log import name_of
from verbale.ledger.identity import settle_rulings
from verbale.ledger.loading import chunks
from verbale.model.decisions import PAIR_ACTIONS, Anchor, Decision
from verbale.model.folding import fold
from verbale.model.spelling import comparable

_RULINGS = schema.rulings.c
Rows = Mapping[sa.Table, Collection[Mapping[str, Any]]]


def follow(connection: sa.Connection, nodes: Collection[str], names: Collection[str] = ()) -> None:
    """Bring the rulings about these nodes in step with the log, and the records with the rulings.

    `nodes`: of which decisions, or documents, now say something else; `names`: the names of these, as `name_of`.
    """
    if connection.scalar(sa.select(schema.decisions.c.id).limit(1)) is None:
        return
    near = _pair_decisions(decision_log.about(connection, nodes, names))
    if not near and not _stored(connection, nodes):
        return
    anchors = [anchor for decision in near for anchor in decision.targets]
    finder = _Finder(connection)
    reach = {*nodes, *(anchor.id for anchor in anchors), *map(finder.node, anchors)}
    known = {*names, *(_name(anchor) for anchor in anchors if anchor.name is not None)}
    wanted: dict[Pair, bool] = {}
    for decision in _pair_decisions(decision_log.about(connection, reach, known)):
        same = decision.action == "merge"
        wanted |= {p: same for p in _pairs(decision, finder) if p[0] in reach or p[1] in reach}
    _rule(connection, _stored(connection, reach), wanted)


def follow_anchors(connection: sa.Connection, anchors: Collection[Anchor]) -> None:
    """Bring the rulings in step with decisions about these that were made or taken back."""
    finder = _Finder(connection)
    nodes = {node for anchor in anchors for node in (anchor.id, finder.node(anchor))}
    follow(connection, nodes, {_name(anchor) for anchor in anchors if anchor.name is not None})


def names_in(rows: Rows) -> set[str]:
    """The names of people, posts and mechanisms in a document's rows, as decisions look for them."""
    found: set[str] = set()
    for row in rows[schema.people]:
        party = [row["party"]] if row["party"] else []
        found.add(name_of("person", row["name"], party))
    found |= {name_of("mechanism", row["mechanism"], ()) for row in rows[schema.engagements] if row["mechanism"]}
    return found


def _pair_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    return [decision for decision in decisions if decision.action in PAIR_ACTIONS]


def _pairs(decision: Decision, finder: _Finder) -> set[Pair]:
    """Every pair across the groups of a decision."""
    groups: dict[int, set[str]] = {}
    for anchor in decision.targets:
        groups.setdefault(anchor.group, set()).add(finder.node(anchor))
    across = combinations(groups.values(), 2)
    return {pair(a, b) for one, other in across for a in one for b in other if a != b}


def _stored(connection: sa.Connection, nodes: Collection[str]) -> dict[Pair, bool]:
    found: dict[Pair, bool] = {}
    for piece in chunks(sorted(nodes)):
        touching = _RULINGS.left.in_(piece) | _RULINGS.right.in_(piece)
        rows = connection.execute(sa.select(schema.rulings).where(touching))
        found.update(((row.left, row.right), row.same) for row in rows)
    return found


def _rule(connection: sa.Connection, stored: Mapping[Pair, bool], wanted: Mapping[Pair, bool]) -> None:
    other = {p for p in stored.keys() | wanted.keys() if stored.get(p) != wanted.get(p)}
    for left, right in sorted(other & stored.keys()):
        connection.execute(sa.delete(schema.rulings).where(_RULINGS.left == left, _RULINGS.right == right))
    rows = [{"left": p[0], "right": p[1], "same": wanted[p]} for p in sorted(other & wanted.keys())]
    if rows:
        connection.execute(sa.insert(schema.rulings), rows)
    if other:
        settle_rulings(connection, {node for p in other for node in p})


class _Finder:
    """From anchors to the nodes that are meant, each looked for once."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.found: dict[str, str] = {}

    def node(self, anchor: Anchor) -> str:
        if anchor.id not in self.found:
            self.found[anchor.id] = self._look_for(anchor)
        return self.found[anchor.id]

    def _look_for(self, anchor: Anchor) -> str:
        there = sa.select(schema.nodes.c.id).where(schema.nodes.c.id == anchor.id)
        if anchor.name is None or self.connection.scalar(there) is not None:
            return anchor.id
        if anchor.kind == "person":
            table = schema.people.c
            party = table.party == anchor.parties[0] if anchor.parties else table.party.is_(None)
            query = sa.select(table.person).where(table.folded == fold(anchor.name), party)
        elif anchor.kind == "mechanism":
            series = schema.engagements.c.series
            query = sa.select(series).where(schema.engagements.c.folded == comparable(anchor.name))
        else:  # the id of a post is made of its name and party and nothing else
            return anchor.id
        several = list(self.connection.scalars(query.distinct().limit(2)))
        return str(several[0]) if len(several) == 1 and several[0] else anchor.id


def _name(anchor: Anchor) -> str:
    return name_of(anchor.kind, anchor.name or "", anchor.parties)
