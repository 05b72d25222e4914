"""The words of `figures.yaml`, and what every question about a figure asks of the words around it."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from verbale.language.marks import QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.model.vocabulary import load

NEAR = 6  # words between a cue and its number
POINTING = frozenset({"the", "these", "those", "both", "our", "their"})


@cache
def figure_words() -> dict[str, Any]:
    """The lists of `figures.yaml` as sets."""
    table = load("figures")
    return {name: frozenset(map(str, words)) if isinstance(words, list) else words for name, words in table.items()}


class Measure(NamedTuple):
    """A quantity that is a figure, with its unit as the figure gives it."""

    mark: QuantityMark
    unit: str


def near(words: Words, first: int, cues: frozenset[str], reach: int = NEAR) -> bool:
    """Whether one of the cues stands within reach before a token."""
    return any(words[index].key in cues for index in range(max(0, first - reach), min(first, len(words))))


def is_known(unit: str) -> bool:
    """Whether a unit is one of the things, people or bodies that figures count."""
    table = figure_words()
    return any(unit in table[name] for name in ("things", "measures", "people", "institutions", "bidders"))


def governor(words: Words, mark: QuantityMark) -> str:
    """The word that governs a number, past 'about', 'more than', 'a peak of', 'the'."""
    skipped = figure_words()["between"]
    place = mark.first - 1
    while place > max(-1, mark.first - 7) and words[place].key in skipped:
        place -= 1
    return key_at(words, place)
