"""Exercises and shows that are told by their edition: 'the 12th edition of NAVEX, an exercise of the two fleets'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.marks import MechanismMark
from verbale.language.mechanism_words import mechanism_words
from verbale.language.naming import join_name
from verbale.language.ordinals import ordinal_before
from verbale.language.tokens import Token

_KINDS = frozenset({"exercise", "show"})
_EXERCISES = frozenset({"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers"})
_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MOST = 150  # editions
_BEFORE = 4  # tokens before a name in which 'exercise' stands
_REACH = 8  # tokens after the name in which its kind is told


def roman(words: Sequence[Token], index: int, floor: int) -> MechanismMark | None:
    """'exercise BLUE TIDE XXI', 'TIDE XII, the annual drill': an exercise with its number in Roman figures at `index`;
    None where no exercise is spoken of beside it."""
    value = roman_value(words[index].text)
    first = index
    while first > floor and words[first - 1].text.isupper() and len(words[first - 1].text) > 2:
        first -= 1
    near = [*words[max(0, first - _BEFORE) : first], *words[index + 1 : index + _REACH]]
    if value is None or first == index or not any(word.key in _EXERCISES for word in near):
        return None
    return MechanismMark(first, index + 1, join_name(words, range(first, index)), value, (), "exercise")


def roman_value(text: str) -> int | None:
    """The number of Roman figures from II on: 'XXI' -> 21; None for other words and for single letters."""
    if len(text) < 2 or not set(text) <= _FIGURES.keys():
        return None
    values = [_FIGURES[figure] for figure in text]
    total = sum(-now if now < following else now for now, following in pairwise([*values, 0]))
    return total if 2 <= total <= _MOST else None


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
