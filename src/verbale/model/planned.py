"""What documents announce, and what became of it as far as later documents tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from verbale.model.reading import Entry
from verbale.model.records import Fact

Outcome = Literal["ahead", "held", "slipped", "cancelled", "unknown"]
OUTCOMES: tuple[Outcome, ...] = ("ahead", "held", "slipped", "cancelled", "unknown")


@dataclass(frozen=True, slots=True)
class Planned:
    """An event or step that is announced.

    `start` and `end` are EDTF as precise as the announcement, `first` and `last` the days that they may mean.
    'ahead': its time has not passed; 'held': later documents tell of it; 'slipped': it was held, or is now announced,
    for a later time; 'cancelled'; 'unknown': its time has passed and nothing is said. `suggested`: the later words
    may be of another event. `told` is the day of the first announcement; `announced` and `later` are the facts that
    each side of this rests on, `why` says it.
    """

    id: str
    what: str
    parties: tuple[str, ...]
    start: str | None
    end: str | None
    first: str | None
    last: str | None
    place: str | None
    country: str | None
    outcome: Outcome
    suggested: bool
    why: str
    told: str | None
    announced: tuple[Fact[Entry], ...]
    later: tuple[Fact[Entry], ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "what": self.what, "parties": list(self.parties), "start": self.start, "end": self.end,
            "first": self.first, "last": self.last, "place": self.place, "country": self.country,
            "outcome": self.outcome, "suggested": self.suggested, "why": self.why,
            "told": self.told, "announced": [quoted(fact) for fact in self.announced],
            "later": [quoted(fact) for fact in self.later],
        }  # fmt: skip


def quoted(fact: Fact[Entry]) -> dict[str, Any]:
    """A fact as the source of a line: id, document, day, the exact words and where they stand."""
    evidence = [{**one.to_json(), "exact": one.exact} for one in fact.entry.evidence]
    return {"id": fact.id, "document": fact.document, "source": fact.source, "first": fact.first, "words": fact.words,
            "evidence": evidence}  # fmt: skip
