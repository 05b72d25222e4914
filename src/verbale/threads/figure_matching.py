"""Which steps tell of one programme: same parties, same unit, and the same distinctive names or words.

Precision goes first: a step that could belong to two programmes of a document belongs to none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from verbale.identities.nodes import Comparison, Node, different, same
from verbale.identities.resolving import Pair, pair, resolve
from verbale.model.spelling import key
from verbale.threads.figure_rows import Step, days_apart, is_currency
from verbale.threads.wording import in_common, same_name

NEAR = 92  # days between two documents that may tell of one small number
ALIKE = 0.6  # of the words of two numbers in common, from which they measure the same
TELLING_MONEY, TELLING_COUNT = 1_000_000, 1000  # numbers that two programmes hardly share by chance
_LARGEST_BLOCK = 400  # steps that share a word: beyond it the word tells nothing


def programmes(steps: Sequence[Step]) -> list[list[Step]]:
    """The steps by the programme that they tell of, in the order of ids."""
    by_id = {step.id: step for step in steps}
    found: dict[Pair, Comparison] = {}
    for block in _blocks(steps):
        for a, b in combinations(sorted(block), 2):
            if (a, b) not in found and (comparison := _compare(by_id[a], by_id[b])) is not None:
                found[a, b] = comparison
    kept = _unambiguous(by_id, found)
    nodes = [Node(step.id, "figure", {}) for step in steps]
    resolution = resolve(
        nodes, [list(one) for one in kept], lambda a, b: kept.get(pair(a.id, b.id)),
        lambda node: not by_id[node.id].names,
    )  # fmt: skip
    groups: dict[str, list[Step]] = defaultdict(list)
    for step in sorted(steps, key=lambda one: one.id):
        groups[resolution.records[step.id]].append(step)
    return [groups[record] for record in sorted(groups)]


def _blocks(steps: Sequence[Step]) -> Iterable[list[str]]:
    """Groups of steps that are worth comparing: same unit and a word of a name, of the matter, or a number."""
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for step in steps:
        words = {word for name in step.names for word in name.split()} | step.core | step.words
        for word in (*words, *(f"{value:g}" for value, _ in step.values)):
            blocks[_unit(step), step.parties[:1], word].append(step.id)
    return [block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK]


def _compare(a: Step, b: Step) -> Comparison | None:
    """Whether two steps tell of one programme; two of one document that do not are two programmes."""
    if a.document == b.document and not _may_be_one(a, b):
        return different("two numbers of one document")
    found = _alike(a, b) if _unit(a) == _unit(b) and _same_parties(a.parties, b.parties) else None
    if found is None and a.document == b.document:
        return different("two numbers of one document")
    return found


def _may_be_one(a: Step, b: Step) -> bool:
    """Whether two steps of one document may tell of one programme: a number told again, or a total and an addition.

    Two additions in one document, or two totals, are two programmes however alike their sentences are.
    """
    if a.values & b.values:
        return True
    first, second = ({row.fact.entry.kind for row in step.rows} for step in (a, b))
    return a.rows[0].place != b.rows[0].place and first.isdisjoint(second) and "part" not in first | second


def _alike(a: Step, b: Step) -> Comparison | None:
    topics = {step.topic for step in (a, b)} - {None}
    name, values = same_name(a.names, b.names), a.values & b.values
    if name and (len(topics) < 2 or values):
        return same(0.9 + 0.05 * bool(values), f"both name {name}")
    if len(topics) > 1 or (a.names and b.names and not values and a.loose):
        return None
    shared = len(a.words & b.words)
    if values and (shared or _telling(a, values)) and _days(a, b) <= NEAR:
        return same(0.8, "the same number at about the same time")
    if values and shared > 2 and _telling(a, values):
        return same(0.7, "the same number with the same words")
    if in_common(a.core, b.core) >= ALIKE and len(a.core & b.core) > 2:
        return same(0.6, "measured in the same words")
    if not a.loose and topics and shared > 2:
        return same(0.5, "one unit, topic and words")
    return None


def _unambiguous(by_id: Mapping[str, Step], found: Mapping[Pair, Comparison]) -> dict[Pair, Comparison]:
    """The comparisons without those by which a step would belong to two programmes of one document."""
    partners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (a, b), comparison in found.items():
        if comparison.verdict == "same":
            partners[a, by_id[b].document].append(b)
            partners[b, by_id[a].document].append(a)
    torn = {place for place, several in partners.items() if _apart(several, found)}
    kept: dict[Pair, Comparison] = {}
    for (a, b), comparison in found.items():
        several = {(a, by_id[b].document), (b, by_id[a].document)} & torn
        if comparison.verdict != "same" or not several or _shares_value(by_id[a], by_id[b], partners, several, by_id):
            kept[a, b] = comparison
    return kept


def _apart(several: Sequence[str], found: Mapping[Pair, Comparison]) -> bool:
    return any(
        (known := found.get(pair(a, b))) is None or known.verdict != "same" for a, b in combinations(sorted(several), 2)
    )


def _shares_value(
    a: Step, b: Step, partners: Mapping[tuple[str, str], Sequence[str]], several: Collection[tuple[str, str]],
    by_id: Mapping[str, Step],
) -> bool:  # fmt: skip
    """Whether the number itself tells which of several programmes of a document is meant."""
    if not a.values & b.values:
        return False
    mine = {a.id: a, b.id: b}
    return all(
        sum(bool(mine[step].values & by_id[other].values) for other in partners[step, document]) == 1
        for step, document in several
    )


def _telling(step: Step, values: Collection[tuple[float, float | None]]) -> bool:
    """Whether one of the numbers is large enough to be no chance."""
    least = TELLING_MONEY if is_currency(step.unit) else TELLING_COUNT
    return any(value >= least for value, _ in values)


def _days(a: Step, b: Step) -> float:
    return min(days_apart(one.day, other.day) for one in a.rows for other in b.rows)


def _same_parties(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first, second = set(a), set(b)
    return first == second or (len(first & second) > 1 and (first <= second or second <= first))


def _unit(step: Step) -> str:
    return key(step.unit)
