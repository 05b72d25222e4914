"""The fields behind a series' name in lower case: 'commission on trade, economic and technical cooperation'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mechanism_words import mechanism_words
from verbale.language.tokens import Token

# The last nouns of such a list.
_NOUNS = frozenset("cooperation partnership issues affairs matters delimitation demarcation".split())
_JOINING = frozenset({",", "and", "&"})


def plain_fields(words: Sequence[Token], last: int) -> int:
    """Where 'on maritime security and oceanic issues' ends, for the 'on' at `last`; `last` where it ends in no noun
    that closes such a list.
    """
    fields = mechanism_words().modifiers | _NOUNS | _JOINING
    end = last + 1
    while end < len(words) and words[end].key in fields:
        end += 1
    closing = next((i for i in reversed(range(last + 1, end)) if words[i].key in _NOUNS), None)
    return last if closing is None else closing + 1
