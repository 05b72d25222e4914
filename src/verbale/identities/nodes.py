"""What identities are about: nodes, how two of them compare, and what a kind of node must know of itself.

A node is a thing as documents name it: a person by one name and party, an engagement as one document tells it. Nodes
that are one thing form a record. Whether two are one follows from their features alone, so that neither the order of
reading nor what was merged before can matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Features = Mapping[str, Any]  # plain JSON: the ledger keeps it
Verdict = Literal["same", "perhaps", "different"]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing as documents name it: its id, its kind ('person', 'engagement' …) and what is known of it."""

    id: str
    kind: str
    features: Features


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found: the verdict, how certain it is (0 to 1), and the reasons in words.

    'same' is certain enough to act on without a person; 'perhaps' is a suggestion; 'different' is a contradiction
    that keeps two nodes out of one record even where a third would join them. A contradiction with a score is one
    that may rest on a slip: it is shown to a person as well.
    """

    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()


class Kind(Protocol):
    """One kind of identity, as a module of this package states it."""

    NAME: str

    def keys(self, features: Features) -> Sequence[str]:
        """Under which words the node is filed: two nodes are compared only where they share one."""

    def sought(self, features: Features) -> Sequence[str]:
        """Under which words others are looked for that may be one with it, or worth a suggestion."""

    def weak(self, features: Features) -> bool:
        """Whether the node says too little to stand on its own: it joins a record only where just one fits."""

    def compare(self, a: Features, b: Features) -> Comparison | None:
        """What two nodes have in common; None where nothing speaks for or against."""


def same(score: float, *reasons: str) -> Comparison:
    return Comparison("same", score, reasons)


def perhaps(score: float, *reasons: str) -> Comparison:
    return Comparison("perhaps", score, reasons)


def apart(score: float, *reasons: str) -> Comparison:
    """A contradiction that a person should see."""
    return Comparison("different", score, reasons)


def different(*reasons: str) -> Comparison:
    return Comparison("different", 0.0, reasons)
