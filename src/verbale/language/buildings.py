"""Buildings and grounds that no table lists, by their grammar: 'at the Seri Perdana Complex', 'at Bagram Air Base'."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.language import geography
from verbale.language.naming import join_name
from verbale.language.tokens import Token

_BEFORE = frozenset({"at", "in", "inside", "outside"})
_SMALL = frozenset({"of", "the", "de", "-", "–", "and", "al", "el", "'s"})
_LONGEST = 7


def buildings(words: tuple[Token, ...]) -> Iterator[tuple[int, int, str]]:
    """First and last token and name of each building after 'at' or 'in', from the left."""
    heads = geography.words("buildings")
    end = 0
    for index in [i for i, word in enumerate(words) if word.key in heads]:
        if not index or not _is_head(words, index):
            continue
        first = _start(words, index, end)
        if first is not None:
            end = index + 1
            yield first, end, join_name(words, range(first, end))


def _is_head(words: tuple[Token, ...], index: int) -> bool:
    """The last word of its name: 'Base' in 'Air Base Tindal' is not."""
    following = words[index + 1] if index + 1 < len(words) else None
    return words[index - 1].capital and (following is None or not following.capital or not following.text.isalpha())


def _start(words: tuple[Token, ...], head: int, end: int) -> int | None:
    """The first word of the name that ends at `head`, where 'at' or 'in' governs it."""
    index = head - 1
    while index >= max(end, head - _LONGEST):
        word = words[index]
        if word.key in _BEFORE and not (word.capital and index):
            first = index + 1
            if words[first].key in {"the", "a", "an"}:
                first += 1
            return first if first < head and words[first].capital else None
        if not (word.capital or word.key in _SMALL):
            return None
        index -= 1
    return None
