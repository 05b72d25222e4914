"""Which of the entries that hold all words come first: those that hold them more often, closer, and say little else.

The words' rarity says nothing here, since every entry holds them all.
"""

from __future__ import annotations

from collections.abc import Sequence

_USUAL = 25  # words in a sentence
_FEW, _LENGTH = 1.2, 0.75  # as in BM25: how soon a repeated word adds nothing, how much the length counts
_TOGETHER = 0.5  # for words that stand together in the order in which they were asked for


def score(folded: str, phrases: Sequence[Sequence[str]]) -> float:
    """How well an entry answers; higher is better.

    >>> score("port call", [["port"], ["call"]]) > score("call at a port", [["port"], ["call"]])
    True
    """
    words = folded.split()
    text = f" {'  '.join(words)} "  # two spaces, so that the end of one word is not the beginning of the next
    length = 1 - _LENGTH + _LENGTH * len(words) / _USUAL
    counts = [text.count(f" {'  '.join(phrase)} ") for phrase in phrases]
    found = sum(count * (_FEW + 1) / (count + _FEW * length) for count in counts)
    together = "  ".join(word for phrase in phrases for word in phrase)
    return found + (_TOGETHER if len(phrases) > 1 and f" {together} " in text else 0)
