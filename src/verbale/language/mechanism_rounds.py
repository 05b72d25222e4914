"""Which round of a series a sentence names: the ordinal before the name, or in 'the 11th session of the …'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mechanism_words import mechanism_words
from verbale.language.ordinals import Ordinal, ordinal_before, ordinal_value
from verbale.language.tokens import APOSTROPHE_S, Token

_PASSED = frozenset({"annual", "regular", "biennial", "ever", "ministerial", "interagency", "bilateral", "trilateral"})
_BEHIND = 8  # tokens between a name and the number of its session
_MEETS = frozenset({"meet", "meets", "met", "convene", "convenes", "convened"})
_AT = frozenset({"at", "in", "during", "held", "holds", "hold", "convened", "concluded", "ended", "opened"})
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
    if last + 2 < len(words) and words[last].text in APOSTROPHE_S:
        value = ordinal_value(words[last + 1])
        if value is not None and words[last + 2].key in mechanism_words().sessions:
            since = value == 1 and any(_looks_back(words, i) for i in range(last + 3, min(len(words), last + 6)))
            return first, None if since else value
    return first, _told_behind(words, last)


def _told_behind(words: Sequence[Token], last: int) -> int | None:
    """'the Technical Committee at its 12th meeting', 'a joint committee is to meet for the first time'."""
    for i in range(last, min(last + _BEHIND, len(words) - 2)):
        if words[i].text in {".", ";"}:
            return None
        value = ordinal_value(words[i + 1]) if words[i].key in {"its", "the"} else None
        own = words[i].key == "its" and words[i + 2].key in mechanism_words().sessions
        times = words[i].key == "the" and words[i - 1].key == "for" and words[i + 2].key == "time"
        meets = times and any(word.key in _MEETS for word in words[last:i])
        if value is not None and (meets or (own and words[i - 1].key in _AT)):
            return None if value == 1 and any(_looks_back(words, k) for k in range(i + 3, len(words))[:4]) else value
    return None


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
