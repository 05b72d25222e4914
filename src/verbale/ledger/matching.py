"""Finding a fact again in another reading of its document: by id, else by the words that it stands on.

Two candidates that fit equally well mean none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.model.decisions import Anchor
from verbale.model.reading import Entry

LEAST = 0.5  # of the shorter evidence that must lie in the longer


@dataclass(slots=True)
class Item:
    """A fact while decisions are laid over it. `base` is the machine's entry, `entry` what holds now."""

    layer: str
    id: str
    base: Entry
    entry: Entry
    gone: bool = False


Score = tuple[float, int]


def match(items: Sequence[Item], anchors: Mapping[str, tuple[Anchor, Entry]]) -> dict[str, Item]:
    """The item of each anchor, by the anchor's id; an item is found by one anchor only.

    `anchors` come in the order of the decisions, each with the entry that was its fact.
    """
    by_id = {item.id: item for item in items}
    found = {name: by_id[name] for name in anchors if name in by_id}
    free = [item for item in items if item.id not in found]
    scores: dict[str, dict[int, Score]] = {}
    for name, (anchor, entry) in anchors.items():
        if name not in found:
            scores[name] = {
                place: score for place, item in enumerate(free)
                if item.layer == anchor.kind and item.id not in anchor.beside and (score := _score(entry, item.base))
            }  # fmt: skip
    ranked = sorted(
        ((score, name, place) for name, given in scores.items() for place, score in given.items()),
        key=lambda one: (-one[0][0], -one[0][1]),
    )  # a stable sort: equal scores stay in the order of the decisions
    taken: set[int] = set()
    for score, name, place in ranked:
        if name in found or place in taken:
            continue
        rivals = [p for p, other in scores[name].items() if other == score and p not in taken]
        if len(rivals) == 1:
            found[name] = free[place]
            taken.add(place)
    return found


def beside(item: Item, items: Sequence[Item]) -> tuple[str, ...]:
    """The ids of other facts of the layer that stand on the same words: none of them is this fact by another name."""
    others = (other for other in items if other.layer == item.layer and other is not item)
    return tuple(sorted(other.id for other in others if _score(item.base, other.base)))


def _score(one: Entry, other: Entry) -> Score | None:
    """How much of the evidence two entries share, and how many fields; None where it is too little."""
    first, second = _places(one), _places(other)
    both = len(first & second)
    if both < LEAST * min(len(first), len(second)):
        return None
    theirs = other.fields()
    return both / len(first | second), sum(theirs.get(name) == value for name, value in one.fields().items())


def _places(entry: Entry) -> set[int]:
    return {place for evidence in entry.evidence for place in range(evidence.start, evidence.end)}
