"""Clauses of a sentence: which predicate has which subject, what governs it, and how far it reaches.

A finite-state grammar over tags. Main clauses, coordinated ones ('welcomed X and pledged Y'), participles ('adding
that'), complements ('said that …'), relatives, and attributions that stand behind or inside what they report
(', he said', 'said the minister').
"""

from __future__ import annotations

from verbale.language.clause import Clause, Parse
from verbale.language.clause_builder import Builder
from verbale.language.marks import Marked
from verbale.language.predicates import predicates
from verbale.language.tags import tag

__all__ = ["Clause", "Parse", "parse"]


def parse(marked: Marked, speech: frozenset[str]) -> Parse:
    """The clauses of a sentence; `speech` holds the lemmas that report, promise, ask and so on."""
    tags = tag(marked, speech)
    groups = predicates(marked.sentence.tokens, tags)
    builder = Builder(marked, tags, groups, speech)
    return Parse(marked, tags, groups, builder.build())
