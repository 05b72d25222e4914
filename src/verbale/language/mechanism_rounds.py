"""Which round of a series a sentence names: the ordinal before the name, or in 'the 11th session of the …'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mechanism_words import mechanism_words
from verbale.language.ordinals import Ordinal, ordinal_before, ordinal_value
from verbale.language.tokens import Token

_PASSED = frozenset({"annual", "regular", "biennial", "ever", "ministerial"})
_DETERMINERS = frozenset({"the", "their", "its", "our", "this", "a"})


def round_of(words: Sequence[Token], first: int, last: int, floor: int = 0) -> tuple[int, int | None]:
    """Where the name at `words[first:last]` begins with its ordinal, and the round; nothing before `floor` is read.

    'the 13th Dialogue', 'the 11th session of the Dialogue', 'the Dialogue's fourth round'.
    """
    start = first
    while start > floor and (words[start - 1].key in _PASSED or words[start - 1].key.isdigit()):
        start -= 1
    ordinal = ordinal_before(words, start) or _session_before(words, start, floor)
    if ordinal is not None and ordinal.first >= floor:
        return ordinal.first, counted(words, ordinal, last)
    if last + 2 < len(words) and words[last].text in {"'s", "’s"}:
        value = ordinal_value(words[last + 1])
        if value is not None and words[last + 2].key in mechanism_words().sessions:
            return first, value
    return first, None


def counted(words: Sequence[Token], ordinal: Ordinal, last: int) -> int | None:
    """The round that an ordinal counts; 'the first dialogue since 2019' counts none."""
    since = words[ordinal.first].key == "first" and any(
        _looks_back(words, i) for i in range(last, min(len(words), last + 4))
    )
    return None if since else ordinal.value


def _looks_back(words: Sequence[Token], i: int) -> bool:
    key = words[i].key
    if key == "in":
        return i + 2 < len(words) and words[i + 2].key in {"years", "decades", "months"}
    return key in {"since", "under"}


def _session_before(words: Sequence[Token], start: int, floor: int) -> Ordinal | None:
    i = start
    while i > floor and start - i < 4 and words[i - 1].key in _DETERMINERS:
        i -= 1
    if i - 2 < floor or words[i - 1].key != "of" or words[i - 2].key not in mechanism_words().sessions:
        return None
    for back in range(i - 2, max(floor, i - 6), -1):
        ordinal = ordinal_before(words, back)
        if ordinal:
            return ordinal
    return None
