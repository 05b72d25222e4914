"""Institutions that a newspaper names with their country, and those that it names without: its own country's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked
from verbale.language.tokens import Token
from verbale.model.document import Role

_ORGANS = frozenset("ministry department directorate bureau presidency".split())
_MODIFIERS = 5  # words of 'the animal and plant health directorate' before its noun
_BEHIND = 8  # tokens behind an institution's noun in which its country may stand: 'the Ministry of Trade of Peru'
_BOUND = frozenset({"of", "for", "and", "&", "the", "in", "'s", "’s"})


class Institutions(NamedTuple):
    """How many sentences name institutions of each country, and how many name one without its country."""

    told: Counter[str]
    open: int


def institutions_named(marked: Sequence[Marked]) -> Institutions:
    """The institutions of the story; one that may be taken up again ('the ministry') counts for nobody."""
    told, untold = Counter[str](), 0
    nouns: set[str] = set()
    for sentence in marked:
        if sentence.sentence.role is Role.BYLINE:
            continue
        taken = covered(sentence.parties)
        for index, word in enumerate(sentence.sentence.tokens):
            if word.key not in _ORGANS or index in taken:
                continue
            codes = _countries(sentence, index)
            told.update(codes)
            untold += not codes and word.key not in nouns and _is_named(sentence.sentence.tokens, index)
            if codes:
                nouns.add(word.key)
    return Institutions(told, untold)


def _countries(sentence: Marked, index: int) -> set[str]:
    """Whose institution the noun at `index` is: by the country before it, or behind it in its name."""
    words = sentence.sentence.tokens
    first = _beginning(words, index)
    last = index + 1
    while last < min(len(words), index + _BEHIND) and (words[last].capital or words[last].key in _BOUND):
        last += 1
    return {mark.code for mark in sentence.parties if first <= mark.first and mark.last <= last}


def _beginning(words: Sequence[Token], index: int) -> int:
    """The first word of the phrase whose noun stands at `index`."""
    first = index
    while first and index - first < _MODIFIERS and words[first - 1].key not in {"the", ",", "a", "an"}:
        first -= 1
    return max(0, first - 1)


def _is_named(words: Sequence[Token], index: int) -> bool:
    """Whether the noun has words of its own, so that it takes up no other: 'the foreign ministry'."""
    own = index > 0 and words[index - 1].text.isalpha() and words[index - 1].key not in {"the", "that", "this", "each"}
    return own or (index + 1 < len(words) and words[index + 1].key in {"of", "for"} and words[index].capital)
