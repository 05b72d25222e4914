"""Words around names, and capitalised words that are none, as tables built once from vocabulary/name-words.yaml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from verbale.language.spelling import key
from verbale.model.vocabulary import load


class NameWords(NamedTuple):
    """All word lists about names, by `Token.key`."""

    honorifics: frozenset[str]
    leading: frozenset[str]
    post_nominals: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    bridges: frozenset[str]
    agents: frozenset[str]
    verbs: frozenset[str]
    auxiliaries: frozenset[str]
    nouns: frozenset[str]
    function: frozenset[str]
    headline: frozenset[str]
    eponyms: frozenset[str]
    things: frozenset[str]
    surnames: frozenset[str]


@cache
def name_words() -> NameWords:
    """The tables, built at the first call."""
    data = load("name-words")
    return NameWords(**{name: frozenset(map(key, data[name].split())) for name in NameWords._fields})


@cache
def not_names() -> frozenset[str]:
    """Nouns that begin or end no person's name: 'Ministry', 'Dialogue', 'Summit'."""
    words = name_words()
    return words.nouns - words.honorifics - words.leading - words.surnames
