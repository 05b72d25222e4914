"""Nodes → records: properties of the pure function."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.identities import Comparison, Node, Pair, Resolution, Ruled, pair, resolve
from verbale.identities.nodes import apart, different, perhaps, same

IDS = [f"n{number}" for number in range(8)]
PAIRS = [pair(a, b) for a in IDS for b in IDS if a < b]
VERDICTS = st.sampled_from([same(0.9), same(0.9), same(0.8), perhaps(0.5), different("no"), apart(0.4, "a slip")])
Table = Mapping[Pair, Comparison]


def solve(table: Table, weak: frozenset[str], ruled: Ruled, order: list[str]) -> Resolution:
    nodes = [Node(name, "thing", {}) for name in order]
    compare: Callable[[Node, Node], Comparison | None] = lambda a, b: table.get(pair(a.id, b.id))  # noqa: E731
    return resolve(nodes, [order], compare, lambda node: node.id in weak, ruled)


tables = st.dictionaries(st.sampled_from(PAIRS), VERDICTS, max_size=14)
weak_ones = st.frozensets(st.sampled_from(IDS), max_size=4)


@st.composite
def rulings(draw: st.DrawFn) -> Ruled:
    chosen = draw(st.lists(st.sampled_from(PAIRS), max_size=4, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    return Ruled(frozenset(chosen[:cut]), frozenset(chosen[cut:]))


@settings(max_examples=300, deadline=None)
@given(tables, weak_ones, rulings(), st.randoms(use_true_random=False))
def test_order_does_not_matter(table: Table, weak: frozenset[str], ruled: Ruled, chance: random.Random) -> None:
    shuffled = list(IDS)
    chance.shuffle(shuffled)
    one, other = solve(table, weak, ruled, IDS), solve(table, weak, ruled, shuffled)
    assert (one.records, one.components, one.suggestions) == (other.records, other.components, other.suggestions)


@settings(max_examples=300, deadline=None)
@given(tables, weak_ones, rulings())
def test_records(table: Table, weak: frozenset[str], ruled: Ruled) -> None:
    found = solve(table, weak, ruled, IDS)
    members: dict[str, set[str]] = defaultdict(set)
    for node, record in found.records.items():
        members[record].add(node)
    assert all(record == min(group) for record, group in members.items())
    for p, comparison in table.items():
        together = found.records[p[0]] == found.records[p[1]]
        if comparison.verdict == "different" and p not in ruled.same:
            assert not together
        if comparison.verdict != "different" and together:
            assert found.components[p[0]] == found.components[p[1]]
        assert (p in found.suggestions) == (comparison.score > 0 and not together and p not in ruled.never)
    for p in ruled.never:
        assert found.records[p[0]] != found.records[p[1]]


@settings(max_examples=300, deadline=None)
@given(tables, weak_ones, st.sampled_from(PAIRS))
def test_what_a_person_decides_holds(table: Table, weak: frozenset[str], decided: Pair) -> None:
    joined = solve(table, weak, Ruled(same=frozenset([decided])), IDS)
    assert joined.records[decided[0]] == joined.records[decided[1]]
    parted = solve(table, weak, Ruled(never=frozenset([decided])), IDS)
    assert parted.records[decided[0]] != parted.records[decided[1]]


def test_a_weak_node_that_fits_two_joins_none() -> None:
    table = {("n0", "n2"): same(0.9), ("n1", "n2"): same(0.8)}
    found = solve(table, frozenset(["n2"]), Ruled(), IDS)
    assert found.records["n2"] == "n2"
    assert set(found.suggestions) == set(table)
    assert solve(table, frozenset(["n2"]), Ruled(never=frozenset([("n1", "n2")])), IDS).records["n2"] == "n0"


def test_a_node_as_near_to_two_that_contradict_each_other_joins_none() -> None:
    table = {("n0", "n2"): same(0.9), ("n1", "n2"): same(0.9), ("n0", "n1"): different("two rounds")}
    assert solve(table, frozenset(), Ruled(), IDS).records["n2"] == "n2"
    nearer = {**table, ("n1", "n2"): same(0.95)}
    assert solve(nearer, frozenset(), Ruled(), IDS).records["n2"] == "n1"


def test_weak_nodes_join_each_other_where_nothing_else_fits() -> None:
    found = solve({("n3", "n4"): same(0.9)}, frozenset(["n3", "n4"]), Ruled(), IDS)
    assert found.records["n4"] == "n3"
