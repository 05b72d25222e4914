"""Nodes → records, as a pure function of the nodes and of what people have decided.

Strong nodes are joined along their comparisons, the most certain first, as long as nothing contradicts. A weak node
joins the one record that it fits; where it fits two it stays alone: two candidates mean none. What a person has
decided goes before all of this. Everything is done in the order of ids, so that the result depends on the set alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from verbale.identities.nodes import Comparison, Node

Pair = tuple[str, str]
Compare = Callable[[Node, Node], Comparison | None]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people have decided of pairs of nodes: which are one thing, and which never are."""

    same: frozenset[Pair] = frozenset()
    never: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Of each node its component (all that hangs together) and its record; and what a person might decide."""

    components: Mapping[str, str]
    records: Mapping[str, str]
    suggestions: Mapping[Pair, Comparison] = field(default_factory=dict)


def pair(a: str, b: str) -> Pair:
    """Two ids in their order."""
    return (a, b) if a < b else (b, a)


def resolve(
    nodes: Collection[Node], blocks: Iterable[Collection[str]], compare: Compare, weak: Callable[[Node], bool],
    ruled: Ruled = Ruled(),
) -> Resolution:  # fmt: skip
    """The records of the nodes. `blocks` are groups of ids that share a key; only within them nodes are compared.

    The id of a record is the smallest of its nodes, so that every node's id goes on naming the record it is in.
    """
    by_id = {node.id: node for node in nodes}
    compared = _compared(by_id, blocks, compare, ruled)
    groups = _Groups(by_id, compared, ruled)
    groups.join_ruled()
    strong = sorted(node.id for node in nodes if not weak(node))
    groups.join(strong)
    groups.attach(sorted(by_id.keys() - set(strong)))
    records = groups.names()
    components = _components(by_id, [p for p, c in compared.items() if c.verdict == "same"], ruled.same)
    suggestions = {
        p: found for p, found in compared.items()
        if found.score and records[p[0]] != records[p[1]] and p not in ruled.never
    }  # fmt: skip
    return Resolution(components, records, suggestions)


def _compared(
    nodes: Mapping[str, Node], blocks: Iterable[Collection[str]], compare: Compare, ruled: Ruled
) -> dict[Pair, Comparison]:
    found: dict[Pair, Comparison] = {}
    done: set[Pair] = set()
    for block in blocks:
        for a, b in combinations(sorted(block), 2):
            if (a, b) in done:
                continue
            done.add((a, b))
            comparison = compare(nodes[a], nodes[b])
            if comparison is not None:
                found[a, b] = comparison
    return found


class _Groups:
    """Records while they grow."""

    def __init__(self, nodes: Mapping[str, Node], compared: Mapping[Pair, Comparison], ruled: Ruled) -> None:
        self.members = {node: {node} for node in nodes}
        self.group = {node: node for node in nodes}
        self.ruled = ruled
        self.linked: dict[str, list[str]] = defaultdict(list)
        self.apart: dict[str, set[str]] = defaultdict(set)
        self.edges = sorted(
            ((p, c.score) for p, c in compared.items() if c.verdict == "same" and p not in ruled.never),
            key=lambda item: (-item[1], item[0]),
        )
        for (a, b), _ in self.edges:
            self.linked[a].append(b)
            self.linked[b].append(a)
        against = [p for p, c in compared.items() if c.verdict == "different" and p not in ruled.same]
        for a, b in (*against, *ruled.never):
            self.apart[a].add(b)
            self.apart[b].add(a)

    def join_ruled(self) -> None:
        for a, b in sorted(self.ruled.same):
            if a in self.group and b in self.group and not self.contradict(self.group[a], self.group[b]):
                self.merge(a, b)

    def join(self, wanted: Sequence[str]) -> None:
        """The most certain first; of those that are equally certain none that fits two records that are not one."""
        among = set(wanted)
        edges = [(score, a, b) for (a, b), score in self.edges if a in among and b in among]
        for _, level in groupby(edges, key=lambda edge: edge[0]):
            pairs = [(a, b) for _, a, b in level]
            unclear = self._unclear(pairs)
            for a, b in pairs:
                if (a, b) not in unclear and not self.contradict(self.group[a], self.group[b]):
                    self.merge(a, b)

    def _unclear(self, pairs: Sequence[Pair]) -> set[Pair]:
        """The pairs by which one group would join two that contradict each other."""
        reached: dict[str, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
        for a, b in pairs:
            first, second = self.group[a], self.group[b]
            if first != second:
                reached[first][second].append((a, b))
                reached[second][first].append((a, b))
        found: set[Pair] = set()
        for others in reached.values():
            for one, other in combinations(sorted(others), 2):
                if self.contradict(one, other):
                    found.update(others[one], others[other])
        return found

    def attach(self, weak: Sequence[str]) -> None:
        """Each weak node to the one record that it fits; those that fit none are joined among themselves."""
        left, changed = list(weak), True
        while left and changed:
            homes = {node: self._homes(node, left) for node in left}
            settled = [node for node in left if len(homes[node]) == 1]
            for node in settled:
                (home,) = homes[node]
                if not self.contradict(self.group[node], self.group[home]):
                    self.merge(node, home)
            changed = bool(settled)
            left = [node for node in left if node not in settled]
        self.join([node for node in left if not self._homes(node, left)])

    def _homes(self, node: str, unsettled: Sequence[str]) -> set[str]:
        waiting = set(unsettled)
        return {
            self.group[other] for other in self.linked[node]
            if other not in waiting and not self.contradict(self.group[node], self.group[other])
        }  # fmt: skip

    def contradict(self, first: str, second: str) -> bool:
        small, large = sorted((self.members[first], self.members[second]), key=len)
        return any(not self.apart[node].isdisjoint(large) for node in small if node in self.apart)

    def merge(self, a: str, b: str) -> None:
        into, gone = sorted((self.group[a], self.group[b]))
        if into == gone:
            return
        moved = self.members.pop(gone)
        self.members[into] |= moved
        for node in moved:
            self.group[node] = into

    def names(self) -> dict[str, str]:
        return {node: min(members) for members in self.members.values() for node in members}


def _components(nodes: Collection[str], *edges: Iterable[Pair]) -> dict[str, str]:
    """The smallest id that each node hangs together with."""
    found = {node: node for node in nodes}

    def root(node: str) -> str:
        while found[node] != node:
            found[node] = found[found[node]]
            node = found[node]
        return node

    for group in edges:
        for a, b in group:
            if a in found and b in found:
                first, second = sorted((root(a), root(b)))
                found[second] = first
    return {node: root(node) for node in nodes}
