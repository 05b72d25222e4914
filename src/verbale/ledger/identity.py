"""Nodes and records, kept in step with the readings: what changes is worked anew, and nothing else.

Whether two nodes are one depends on the two alone, and a record on the nodes that hang together with it. So a change
reaches as far as the components of the changed nodes, and the records are the same in whatever order they came about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from verbale.identities import BY_NAME, Comparison, Kind, Node, Pair, Ruled, pair, resolve
from verbale.ledger import ids, schema, unwoven
from verbale.ledger.loading import chunks
from verbale.ledger.node_rows import shared_nodes, to_features

_NODES, _KEYS = schema.nodes.c, schema.node_keys.c
_RULINGS, _SUGGESTIONS = schema.rulings.c, schema.suggestions.c


@dataclass(frozen=True, slots=True)
class Stored:
    """A node as the ledger keeps it."""

    node: Node
    component: str
    record: str


def settle(
    connection: sa.Connection, own: Collection[Node], gone: Collection[str], shared: Collection[str],
    documents: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """Take nodes in and out, and work out every record that this may touch.

    `own`: nodes that are new, with `documents` naming the document of each; `gone`: ids of nodes that are no more;
    `shared`: ids of people, posts and mechanisms of which documents now say something else than before.
    """
    before = _stored(connection, {node.id for node in own} | set(gone) | set(shared))
    now = {node.id: node for node in (*own, *shared_nodes(connection, shared))}
    changed = {i: node for i, node in now.items() if i not in before or before[i].node.features != node.features}
    removed = before.keys() - now.keys()
    if changed or removed:
        _remove(connection, removed | (changed.keys() & before.keys()))
        _insert(connection, changed.values(), documents or {})
        touched = {before[i].component for i in before.keys() & (removed | changed.keys())}
        _Work(connection, changed).run(touched)


def settle_rulings(connection: sa.Connection, nodes: Iterable[str]) -> None:
    """Work out the records of these nodes anew, because what people have decided of them has changed."""
    found = _stored(connection, set(nodes))
    _Work(connection, {i: stored.node for i, stored in found.items()}).run({s.component for s in found.values()})


class _Work:
    """One round of working out records."""

    def __init__(self, connection: sa.Connection, changed: Mapping[str, Node]) -> None:
        self.connection = connection
        self.changed = changed
        self.pool: dict[str, Stored] = {}
        self.outside: dict[Pair, tuple[str, Comparison]] = {}

    def run(self, touched: Collection[str]) -> None:
        reached = self._neighbours()
        partners = {i for a, b, _ in _rulings(self.connection, self.changed) for i in (a, b)} - self.changed.keys()
        reached |= {stored.component for stored in _stored(self.connection, partners).values()}
        self.pool = _in_components(self.connection, {*touched, *reached, *self.changed})
        by_kind: dict[str, list[Node]] = defaultdict(list)
        for stored in self.pool.values():
            by_kind[stored.node.kind].append(stored.node)
        rulings = _rulings(self.connection, self.pool)
        ruled = Ruled(
            frozenset((a, b) for a, b, one in rulings if one), frozenset((a, b) for a, b, one in rulings if not one)
        )
        suggested: dict[Pair, tuple[str, Comparison]] = {}
        for name in sorted(by_kind):
            suggested |= self._resolve(BY_NAME[name], by_kind[name], ruled)
        for p, found in self.outside.items():
            if not (p[0] in self.pool and p[1] in self.pool) and p not in ruled.never:
                suggested[p] = found
        self._suggest(suggested)

    def _neighbours(self) -> set[str]:
        """The components of nodes that a changed node is one with; notes what it may be one with."""
        keys = {node.id: _keys(node) for node in self.changed.values()}
        groups = _sharing_keys(self.connection, {key for group in keys.values() for key in group})
        others = _stored(self.connection, {i for group in groups.values() for i in group} - self.changed.keys())
        found: set[str] = set()
        seen: set[Pair] = set()
        for node in self.changed.values():
            kind = BY_NAME[node.kind]
            for key in keys[node.id]:
                for other in groups.get(key, ()):
                    if other in others and pair(node.id, other) not in seen:
                        seen.add(pair(node.id, other))
                        self._compare(kind, node, others[other], found)
        return found

    def _compare(self, kind: Kind, node: Node, other: Stored, found: set[str]) -> None:
        first, second = sorted((node, other.node), key=lambda one: one.id)  # reasons name what the first one says
        comparison = kind.compare(first.features, second.features)
        if comparison is None:
            return
        if comparison.verdict == "same":
            found.add(other.component)
        elif comparison.score:
            self.outside[pair(node.id, other.node.id)] = (kind.NAME, comparison)

    def _resolve(self, kind: Kind, nodes: list[Node], ruled: Ruled) -> dict[Pair, tuple[str, Comparison]]:
        blocks: dict[str, list[str]] = defaultdict(list)
        for node in nodes:
            for key in _keys(node):
                blocks[key].append(node.id)
        result = resolve(
            nodes, (block for block in blocks.values() if len(block) > 1),
            lambda a, b: kind.compare(a.features, b.features), lambda node: kind.weak(node.features), ruled,
        )  # fmt: skip
        moved = [
            {"node": node.id, "component": result.components[node.id], "record": result.records[node.id]}
            for node in nodes
            if (self.pool[node.id].component, self.pool[node.id].record)
            != (result.components[node.id], result.records[node.id])
        ]
        if moved:
            self.connection.execute(_MOVE, moved)
            unwoven.mark_nodes(self.connection, [one["node"] for one in moved])
        return {p: (kind.NAME, comparison) for p, comparison in result.suggestions.items()}

    def _suggest(self, suggested: Mapping[Pair, tuple[str, Comparison]]) -> None:
        for piece in chunks(sorted(self.pool)):
            known = self.connection.execute(
                sa.select(_SUGGESTIONS.left, _SUGGESTIONS.right).where(_SUGGESTIONS.left.in_(piece))
            )
            stale = [{"a": a, "b": b} for a, b in known if b in self.pool]
            if stale:
                self.connection.execute(_UNSUGGEST, stale)
        rows = [
            {"left": a, "right": b, "kind": kind, "score": round(found.score, 4), "reasons": ids.to_json(found.reasons)}
            for (a, b), (kind, found) in sorted(suggested.items())
        ]
        if rows:
            self.connection.execute(sa.insert(schema.suggestions), rows)


_MOVE = (
    sa.update(schema.nodes).where(_NODES.id == sa.bindparam("node"))
    .values(component=sa.bindparam("component"), record=sa.bindparam("record"))
)  # fmt: skip
_UNSUGGEST = sa.delete(schema.suggestions).where(
    _SUGGESTIONS.left == sa.bindparam("a"), _SUGGESTIONS.right == sa.bindparam("b")
)


def _keys(node: Node) -> list[str]:
    kind = BY_NAME[node.kind]
    return [f"{kind.NAME} {key}" for key in kind.keys(node.features)]


def _stored(connection: sa.Connection, wanted: Collection[str]) -> dict[str, Stored]:
    return _load(connection, _NODES.id, wanted)


def _in_components(connection: sa.Connection, wanted: Collection[str]) -> dict[str, Stored]:
    return _load(connection, _NODES.component, wanted)


def _load(connection: sa.Connection, column: sa.ColumnElement[str], wanted: Collection[str]) -> dict[str, Stored]:
    found: dict[str, Stored] = {}
    for piece in chunks(sorted(wanted)):
        for row in connection.execute(sa.select(schema.nodes).where(column.in_(piece))):
            found[row.id] = Stored(Node(row.id, row.kind, _features(row.features)), row.component, row.record)
    return found


@lru_cache(maxsize=4096)
def _features(stored: str) -> Any:
    return to_features(stored)


def _sharing_keys(connection: sa.Connection, keys: Collection[str]) -> dict[str, list[str]]:
    """The nodes under each of the keys."""
    found: dict[str, list[str]] = defaultdict(list)
    for piece in chunks(sorted(keys)):
        for key, node in connection.execute(sa.select(_KEYS.key, _KEYS.node).where(_KEYS.key.in_(piece))):
            found[key].append(node)
    return found


def _rulings(connection: sa.Connection, nodes: Collection[str]) -> set[tuple[str, str, bool]]:
    found: set[tuple[str, str, bool]] = set()
    for piece in chunks(sorted(nodes)):
        touching = _RULINGS.left.in_(piece) | _RULINGS.right.in_(piece)
        found.update((a, b, one) for a, b, one in connection.execute(sa.select(schema.rulings).where(touching)))
    return found


def _remove(connection: sa.Connection, nodes: Collection[str]) -> None:
    for piece in chunks(sorted(nodes)):
        connection.execute(sa.delete(schema.nodes).where(_NODES.id.in_(piece)))
        connection.execute(sa.delete(schema.node_keys).where(_KEYS.node.in_(piece)))
        touching = _SUGGESTIONS.left.in_(piece) | _SUGGESTIONS.right.in_(piece)
        connection.execute(sa.delete(schema.suggestions).where(touching))


def _insert(connection: sa.Connection, nodes: Iterable[Node], documents: Mapping[str, str]) -> None:
    rows = [
        {"id": node.id, "kind": node.kind, "features": ids.to_json(node.features), "component": node.id,
         "record": node.id, "document": documents.get(node.id)}
        for node in sorted(nodes, key=lambda node: node.id)
    ]  # fmt: skip
    if rows:
        connection.execute(sa.insert(schema.nodes), rows)
    keys = [{"key": key, "node": node.id} for node in nodes for key in sorted(set(_keys(node)))]
    if keys:
        connection.execute(sa.insert(schema.node_keys), keys)
