"""Marks of several kinds looked at together, and the tokens that they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from verbale.language.marks import Mark


def marks_of(*groups: Sequence[Mark]) -> Iterator[Mark]:
    """The marks of all groups, group by group."""
    return chain.from_iterable(groups)


def covered(*groups: Sequence[Mark]) -> set[int]:
    """The indices of all tokens under a mark of these groups."""
    return {i for mark in marks_of(*groups) for i in range(mark.first, mark.last)}
