"""Exercises and shows that are told by their edition: 'the 12th edition of NAVEX, an exercise of the two fleets'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import MechanismMark
from verbale.language.mechanism_words import mechanism_words
from verbale.language.naming import join_name
from verbale.language.ordinals import ordinal_before
from verbale.language.tokens import Token

_KINDS = frozenset({"exercise", "show"})
_REACH = 8  # tokens after the name in which its kind is told


def edition(words: Sequence[Token], index: int, floor: int) -> MechanismMark | None:
    """The exercise or show whose 'edition' is at `index`, named by itself, its kind told beside it; None otherwise."""
    heads = mechanism_words().heads
    first = last = index + 2
    while last < len(words) and words[last].capital:
        last += 1
    ordinal = ordinal_before(words, index)
    if ordinal is None or ordinal.first < floor or last == first or words[index + 1].key != "of":
        return None
    kinds = (heads.get(word.key) for word in words[last : last + _REACH])
    event = next((kind[1] for kind in kinds if kind and kind[0] in _KINDS), None)
    if event is None or any(words[i].key in heads for i in range(first, last)):
        return None
    return MechanismMark(ordinal.first, last, join_name(words, range(first, last)), ordinal.value, (), event)
