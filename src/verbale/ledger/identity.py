"""Nodes and records, kept in step with the readings: what changes is worked anew, and nothing else.

Whether two nodes are one depends on the two alone, and a record on the nodes that hang together with it. So a change
reaches as far as the components of the changed nodes, and the records are the same in whatever order they came about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    unmoved = _unmoved(connection, changed, {i: before[i].node for i in sorted(changed.keys() & before.keys())})
    _renew(connection, unmoved)
    changed = {i: node for i, node in changed.items() if i not in unmoved}
    if changed or removed:
        _remove(connection, removed | (changed.keys() & before.keys()))
        _insert(connection, changed.values(), documents or {})
        touched = {before[i].component for i in before.keys() & (removed | changed.keys())}
        _Work(connection, changed).run(touched)


def settle_rulings(connection: sa.Connection, nodes: Iterable[str]) -> None:
    """Work out the records of these nodes anew, because what people have decided of them has changed."""
    found = _stored(connection, set(nodes))
    _Work(connection, {i: stored.node for i, stored in found.items()}).run({s.component for s in found.values()})


def _unmoved(connection: sa.Connection, now: Mapping[str, Node], old: Mapping[str, Node]) -> dict[str, Node]:
    """The nodes of `now` that compare with all others as they did when they were `old`: no record changes by them.

    One more mention of a person whom a thousand documents name seldom tells more than that.
    """
    found = {i: now[i] for i, node in old.items() if _as_before(node, now[i])}
    near = _Near(connection, found.values())
    for i, node in list(found.items()):
        others = ((old.get(one.node.id, one.node), now.get(one.node.id, one.node)) for one in near.of(node))
        if any(_compare(old[i], before) != _compare(node, after) for before, after in others):
            del found[i]
    return found


def _as_before(old: Node, now: Node) -> bool:
    weak = BY_NAME[now.kind].weak
    return weak(old.features) == weak(now.features) and _keys(old) == _keys(now) and _sought(old) == _sought(now)


def _compare(one: Node, other: Node) -> Comparison | None:
    """What is found of two nodes of one kind; the reasons name what the one with the smaller id says."""
    first, second = sorted((one, other), key=lambda node: node.id)
    return BY_NAME[first.kind].compare(first.features, second.features)


class _Near:
    """What shares a key with some nodes, but for those `without` which nobody asks."""

    def __init__(self, connection: sa.Connection, nodes: Collection[Node], without: Collection[str] = ()) -> None:
        self._keys = {node.id: _sought(node) for node in nodes}
        self._groups = _sharing_keys(connection, {key for keys in self._keys.values() for key in keys})
        others = {other for group in self._groups.values() for other in group}
        self._stored = _stored(connection, others.difference(without))

    def of(self, node: Node) -> Iterator[Stored]:
        """Each once, in no order."""
        others = {other for key in self._keys[node.id] for other in self._groups.get(key, ())}
        return (self._stored[other] for other in others - {node.id} if other in self._stored)


class _Work:
    """One round of working out records."""

    def __init__(self, connection: sa.Connection, changed: Mapping[str, Node]) -> None:
        self.connection = connection
        self.changed = changed
        self.pool: dict[str, Stored] = {}
        self.outside: dict[Pair, tuple[str, Comparison]] = {}
        self.compared: dict[Pair, Comparison | None] = {}

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
        near = _Near(self.connection, self.changed.values(), self.changed)
        found: set[str] = set()
        for node in self.changed.values():
            for other in near.of(node):
                comparison = self._compared(node, other.node)
                if comparison is None:
                    continue
                if comparison.verdict == "same":
                    found.add(other.component)
                elif comparison.score:
                    self.outside[pair(node.id, other.node.id)] = (node.kind, comparison)
        return found

    def _compared(self, one: Node, other: Node) -> Comparison | None:
        """What a comparison found, once."""
        both = pair(one.id, other.id)
        if both not in self.compared:
            self.compared[both] = _compare(one, other)
        return self.compared[both]

    def _resolve(self, kind: Kind, nodes: list[Node], ruled: Ruled) -> dict[Pair, tuple[str, Comparison]]:
        blocks: dict[str, list[str]] = defaultdict(list)
        for node in nodes:
            for key in _keys(node):
                blocks[key].append(node.id)
        result = resolve(
            nodes, (block for block in blocks.values() if len(block) > 1),
            self._compared, lambda node: kind.weak(node.features), ruled,
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
    return [f"{node.kind} {key}" for key in BY_NAME[node.kind].keys(node.features)]


def _sought(node: Node) -> list[str]:
    return [f"{node.kind} {key}" for key in BY_NAME[node.kind].sought(node.features)]


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


def _renew(connection: sa.Connection, nodes: Mapping[str, Node]) -> None:
    """Let nodes say something else and leave them where they are."""
    for piece in chunks(sorted(nodes)):
        said = sa.case({i: ids.to_json(nodes[i].features) for i in piece}, value=_NODES.id)
        connection.execute(sa.update(schema.nodes).where(_NODES.id.in_(piece)).values(features=said))


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
