"""What was found of one claim, and how several claims of a sentence add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model.reading import Entry
from verbale.model.records import Fact

SUPPORTED, CONTRADICTED, ABSENT, NOTHING = "supported", "contradicted", "not in the record", "no claim"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the record: the fact, its source and what it says."""

    fact: str
    source: str
    words: str

    def to_json(self) -> dict[str, str]:
        return {"id": self.fact, "source": self.source, "words": self.words}


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one claim, the reason in words, and the quotes that it rests on."""

    verdict: str
    reason: str
    quotes: tuple[Quote, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"verdict": self.verdict, "reason": self.reason, "quotes": [quote.to_json() for quote in self.quotes]}


def quotes_of(facts: Iterable[Fact[Entry]], most: int = 3) -> tuple[Quote, ...]:
    """The words of facts, each document once."""
    found: dict[str, Quote] = {}
    for fact in facts:
        found.setdefault(fact.document, Quote(fact.id, fact.source, fact.words))
    return tuple(found.values())[:most]


def verdict_of(findings: Sequence[Finding]) -> str:
    """One contradiction makes the sentence contradicted; it is supported only where every claim is."""
    verdicts = {finding.verdict for finding in findings}
    for verdict in (CONTRADICTED, ABSENT, SUPPORTED):
        if verdict in verdicts:
            return verdict
    return NOTHING
