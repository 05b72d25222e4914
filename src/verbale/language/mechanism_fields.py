"""The fields behind a series' name in lower case: 'commission on trade, economic and technical cooperation'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mechanism_words import mechanism_words
from verbale.language.tokens import Token

# The last nouns of such a list.
_NOUNS = frozenset("cooperation partnership issues affairs matters delimitation demarcation".split())
_OFFICIALS = frozenset("directors secretaries ministers officials planners advisers advisors chiefs".split())
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
    return last if closing is None else closing + 1


def _of_officials(words: Sequence[Token], last: int) -> int:
    """Where 'of political directors' ends, for the 'of' at `last`."""
    end = last + 1
    while end < len(words) and words[end].key in mechanism_words().modifiers and words[end].key not in _OFFICIALS:
        end += 1
    named = last + 1 < end < len(words) and words[end].key in _OFFICIALS
    return end + 1 if named else last
