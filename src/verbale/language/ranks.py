"""Military and police ranks: 'Sr. Lt. Gen.' and 'Senior Lieutenant General' are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from verbale.language.spelling import key
from verbale.language.tokens import Token
from verbale.model.vocabulary import load

_LONGEST = 9  # tokens: four words with their full stops and a hyphen


class Rank(NamedTuple):
    """Tokens `first` up to `last` name a rank; `name` is its full form as worded in titles."""

    first: int
    last: int
    name: str
    common: bool


class _Table(NamedTuple):
    words: dict[str, str]
    ranks: frozenset[str]
    common: frozenset[str]


@cache
def _table() -> _Table:
    data = load("ranks")
    words = {key(form): word for word, forms in data["words"].items() for form in (word, *forms)}
    words |= {key(form): rank for form, rank in data["closed"].items()}
    return _Table(words, frozenset(data["ranks"]), frozenset(data["common"]))


def begins_rank(key: str) -> bool:
    """Whether a rank may begin with the word of this key."""
    return key in _table().words


def rank_at(words: Sequence[Token], first: int) -> Rank | None:
    """The longest rank that begins at token `first`, or None.

    >>> from verbale.language.tokens import tokens
    >>> rank_at(tokens("Sen. Lt. Gen. Smith"), 0)
    Rank(first=0, last=6, name='Senior Lieutenant General', common=False)
    """
    table = _table()
    if words[first].key not in table.words:
        return None
    found: Rank | None = None
    parts: list[str] = []
    index = first
    hyphened = False
    while index < len(words) and index - first < _LONGEST:
        word = table.words.get(words[index].key)
        if word is None:
            break
        parts.append(word)
        abbreviated = index + 1 < len(words) and words[index + 1].text == "." and words[index].key != word
        index += 2 if abbreviated else 1
        name = " ".join(parts)
        if name in table.ranks:
            title = " ".join(p if p in {"of", "the"} else p.capitalize() for p in name.split())
            shown = title.replace(" ", "-", 1) if hyphened else title
            found = Rank(first, index, shown, name in table.common and not abbreviated)
        if index + 1 < len(words) and words[index].text == "-" and words[index + 1].key in table.words:
            hyphened = hyphened or len(parts) == 1
            index += 1
    return found


@cache
def force_words() -> frozenset[str]:
    """Words before a rank that say whose forces it belongs to."""
    return frozenset(load("ranks")["forces"])
