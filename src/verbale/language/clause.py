"""A clause and a parsed sentence, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.language.marks import Marked
from verbale.language.predicates import Predicate
from verbale.language.tokens import Token


@dataclass(slots=True)
class Clause:
    """A predicate in its place. `subject` is a token range, None where the subject is that of `inherits`, or where
    there is none. `kind`: main, coordinate, participle, complement, relative, subordinate, attribution."""

    predicate: Predicate
    kind: str
    start: int
    end: int
    subject: tuple[int, int] | None = None
    inherits: Clause | None = None
    governor: Clause | None = None
    complement: Clause | None = None
    parts: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Parse:
    """A sentence's tags, predicates and clauses, in the order of the text."""

    marked: Marked
    tags: list[str]
    predicates: list[Predicate]
    clauses: list[Clause]
    words: tuple[Token, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.marked.sentence.tokens
