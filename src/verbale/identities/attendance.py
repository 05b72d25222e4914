"""Who was there, as two reports of a meeting give it: people in common, and sides led by different people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from verbale.identities.nodes import Features
from verbale.identities.person_names import likeness


def shared(a: Features, b: Features) -> int:
    """How many people of the one report the other names as well; of two forms of one name one counts."""
    there = sum(any(_one_person(one, other) for other in b["people"]) for one in a["people"])
    back = sum(any(_one_person(one, other) for other in a["people"]) for one in b["people"])
    return min(there, back)


def strangers(a: Features, b: Features) -> bool:
    """Whether a side is led by different people in the two reports."""
    for party in {one[1] for one in a["people"]} & {one[1] for one in b["people"]}:
        left = [one for one in a["people"] if one[1] == party]
        right = [one for one in b["people"] if one[1] == party]
        if party and not any(_one_person(one, other) for one, other in product(left, right)):
            return True
    return False


def _one_person(one: Sequence[Any], other: Sequence[Any]) -> bool:
    if one[1] and other[1] and one[1] != other[1]:
        return False
    return likeness(one[0], other[0]) != "none"
