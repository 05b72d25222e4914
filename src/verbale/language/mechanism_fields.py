"""The fields behind a series' name in lower case: 'commission on trade, economic and technical cooperation'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mechanism_words import mechanism_words
from verbale.language.tokens import Token

# The last nouns of such a list.
_NOUNS = frozenset("cooperation partnership issues affairs matters delimitation demarcation".split())
_OFFICIALS = frozenset("directors secretaries ministers officials planners advisers advisors chiefs".split())
_FIELD = 6  # words of a field that no vocabulary has
_JOINING = frozenset({",", "and", "&"})


def plain_fields(words: Sequence[Token], last: int) -> int:
    """Where 'on maritime security and oceanic issues' ends, for the 'on' at `last`; `last` where it ends in no noun
    that closes such a list.
    """
    if words[last].key == "of":
        return _of_officials(words, last)
    fields = mechanism_words().modifiers | _NOUNS | _JOINING
    end = last + 1
    while end < len(words) and words[end].key in fields:
        end += 1
    closing = next((i for i in reversed(range(last + 1, end)) if words[i].key in _NOUNS), None)
    return _one_field(words, last) if closing is None else closing + 1


def _one_field(words: Sequence[Token], last: int) -> int:
    """Where 'on power sector cooperation' ends: a few plain words and the noun that closes them."""
    for end in range(last + 1, min(len(words), last + _FIELD)):
        if words[end].key in _NOUNS and end > last + 1:
            return end + 1
        if not words[end].text.isalpha() or words[end].key in mechanism_words().stops:
            break
    return last


def _of_officials(words: Sequence[Token], last: int) -> int:
    """Where 'of political directors' ends, for the 'of' at `last`."""
    end = last + 1
    while end < len(words) and words[end].key in mechanism_words().modifiers and words[end].key not in _OFFICIALS:
        end += 1
    named = last + 1 < end < len(words) and words[end].key in _OFFICIALS
    return end + 1 if named else last
