"""Acts → groups that are about one matter, as a pure function of the set of acts.

The most alike are joined first. Two groups are joined only where nothing in them contradicts and most of their pairs
are alike, so that a chain of acts, each a little like the next, does not drift from one matter to another. An act that
says little joins the one group that it fits; where it fits two it stays alone: two candidates mean none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from verbale.threads.likeness import Likeness, compare
from verbale.threads.matter import Matter, Weights

MOST = 0.5  # share of the pairs of two groups that must be alike for the groups to be one
COMMON = 80  # acts that share a word from which it is too common to look for others by it

Pair = tuple[str, str]


def groups_of(matters: Sequence[Matter], weights: Weights) -> list[list[Matter]]:
    """The groups, each in the order of ids; every act is in exactly one."""
    by_id = {one.said.id: one for one in matters}
    work = _Grouping(by_id, _compared(by_id, weights))
    work.join(one for one in by_id if not by_id[one].says_little)
    work.attach(sorted(one for one in by_id if by_id[one].says_little))
    return [[by_id[one] for one in sorted(members)] for _, members in sorted(work.members.items())]


def _compared(matters: Mapping[str, Matter], weights: Weights) -> dict[Pair, Likeness]:
    found: dict[Pair, Likeness] = {}
    for pair in _candidates(matters):
        likeness = compare(matters[pair[0]], matters[pair[1]], weights)
        if likeness is not None:
            found[pair] = likeness
    return found


def _candidates(matters: Mapping[str, Matter]) -> Iterator[Pair]:
    """Pairs that share something by which one may be found from the other."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for number, one in sorted(matters.items()):
        for key in _keys(one):
            blocks[key].append(number)
    done: set[Pair] = set()
    for key, block in sorted(blocks.items()):
        if len(block) > COMMON and key.startswith("word "):
            continue
        for pair in combinations(block, 2):
            if pair not in done:
                done.add(pair)
                yield pair


def _keys(one: Matter) -> Iterator[str]:
    yield from (f"word {stem}" for stem in one.words.stems)
    yield from (f"sum {value:g}" for value in one.words.sums)
    yield from (f"text {instrument}" for instrument in one.said.instruments if one.handles)
    if one.topic is not None:
        yield f"topic {one.topic}"
    if one.core:
        evidence = one.said.fact.entry.evidence
        topics = ",".join(one.said.fact.entry.topics)
        yield from (f"in {one.said.fact.document} {topics} {place // 400}" for place in
                    {evidence[0].start, evidence[-1].end, evidence[0].start - 40, evidence[-1].end + 40})  # fmt: skip


class _Grouping:
    """Groups while they grow."""

    def __init__(self, matters: Mapping[str, Matter], compared: Mapping[Pair, Likeness]) -> None:
        self.matters = matters
        self.compared = compared
        self.members: dict[str, set[str]] = {one: {one} for one in matters}
        self.group = {one: one for one in matters}
        self.linked: dict[str, set[str]] = defaultdict(set)
        alike = (pair for pair, one in compared.items() if one.verdict == "one")
        self.edges = sorted(alike, key=lambda pair: (-compared[pair].score, pair))
        for a, b in self.edges:
            self.linked[a].add(b)
            self.linked[b].add(a)

    def join(self, wanted: Iterable[str]) -> None:
        among = set(wanted)
        for a, b in self.edges:
            if a in among and b in among and self.may_join(self.group[a], self.group[b]):
                self.merge(a, b)

    def attach(self, waiting: Sequence[str]) -> None:
        """Each act that says little to the one group that it fits, as the groups are now; the rest to each other."""
        left = set(waiting)
        homes = {one: self.homes(one, left) for one in waiting}
        for one in waiting:
            if len(homes[one]) == 1 and self.may_join(one, self.group[min(homes[one])]):
                self.merge(one, min(homes[one]))
        self.join(one for one in waiting if not homes[one])

    def homes(self, one: str, waiting: set[str]) -> set[str]:
        near = {self.group[other] for other in self.linked[one] if other not in waiting}
        return {group for group in near if self.may_join(one, group)}

    def may_join(self, first: str, second: str) -> bool:
        if first == second or len(self.owners(first) | self.owners(second)) > 1:
            return False
        alike = 0
        for a, b in product(self.members[first], self.members[second]):
            likeness = self.compared.get((a, b) if a < b else (b, a))
            if likeness is not None and likeness.verdict == "apart":
                return False
            alike += likeness is not None
        return alike >= MOST * self.comparable(first, second)

    def owners(self, group: str) -> set[tuple[str, ...]]:
        acts = (self.matters[one] for one in self.members[group])
        return {one.owner for one in acts if one.core and one.owner is not None}

    def comparable(self, first: str, second: str) -> int:
        """How many pairs of the two groups could be alike: two reports never are."""
        cores = [sum(self.matters[one].core for one in self.members[group]) for group in (first, second)]
        sizes = [len(self.members[group]) for group in (first, second)]
        return max(1, cores[0] * sizes[1] + cores[1] * sizes[0] - cores[0] * cores[1])

    def merge(self, a: str, b: str) -> None:
        into, gone = sorted((self.group[a], self.group[b]))
        if into != gone:
            moved = self.members.pop(gone)
            self.members[into] |= moved
            self.group.update(dict.fromkeys(moved, into))
